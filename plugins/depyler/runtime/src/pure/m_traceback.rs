//! The last lines of tracebacks; frames are not known at run time.
//!
//! @generated from `runtime/pure/traceback.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static format_exception_only : Global = const {
        Global::new("format_exception_only") }; pub (crate) static print_exc : Global =
        const { Global::new("print_exc") }; pub (crate) static print_exception : Global =
        const { Global::new("print_exception") };
    }
}

pub(crate) fn format_exception_only(exc: Value, value: Value) -> R {
    let error = if value.is(&Value::None) { exc.clone() } else { value.clone() };
    let kind = py::construct::type_(&py::pos(&[error.clone()]))?;
    let module = kind.attr("__module__")?;
    let mut name = kind.attr("__qualname__")?;
    if !py::contained(
        &module,
        &py::tuple([Value::str("builtins"), Value::str("__main__")]),
    )? {
        name = Value::str(format!("{}.{}", py::show(& module) ?, py::show(& name) ?));
    }
    let text = py::construct::str(&py::pos(&[error.clone()]))?;
    Ok(
        py::list([
            if text.truth()? {
                Value::str(format!("{}: {}\n", py::show(& name) ?, py::show(& text) ?))
            } else {
                Value::str(format!("{}\n", py::show(& name) ?))
            },
        ]),
    )
}

pub(crate) fn print_exception(
    exc: Value,
    value: Value,
    tb: Value,
    limit: Value,
    file: Value,
    chain: Value,
) -> R {
    let error = if value.is(&Value::None) { exc.clone() } else { value.clone() };
    let out = if file.is(&Value::None) {
        py::library::sys::stderr()
    } else {
        file.clone()
    };
    if !out.is(&py::library::sys::stderr())
        && py::builtins::hasattr(&py::pos(&[out.clone(), Value::str("_poison")]))?
            .truth()?
    {
        out.method("_poison", &[])?;
        return Ok(Value::None);
    }
    if !out.is(&py::library::sys::stderr()) && !file.is(&Value::None)
        && !file.is(&py::library::sys::stderr())
    {
        py::library::sys::_stop(
            &py::pos(
                &[
                    Value::str(
                        "batuta: PY0212 the frames of a traceback are known to an interpreter only",
                    ),
                ],
            ),
        )?;
    }
    py::library::sys::stderr()
        .method(
            "write",
            &[
                Value::str("Traceback (most recent call last):\n")
                    .add(
                        &Value::str("")
                            .method(
                                "join",
                                &[format_exception_only(error.clone(), Value::None)?],
                            )?,
                    )?,
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn print_exc(limit: Value, file: Value, chain: Value) -> R {
    let error = py::library::sys::exc_info(&py::Args::none())?.item(&Value::Int(1))?;
    if !error.is(&Value::None) {
        print_exception(
            error.clone(),
            Value::None,
            Value::None,
            Value::None,
            file.clone(),
            Value::Bool(true),
        )?;
    }
    Ok(Value::None)
}

/// The statements of `traceback.py`.
pub(crate) fn run() -> R<()> {
    global::format_exception_only
        .store(
            py::def(
                "format_exception_only",
                "exc, value=",
                [Value::None],
                format_exception_only,
            ),
        );
    global::print_exception
        .store(
            py::def(
                "print_exception",
                "exc, value=, tb=, limit=, file=, chain=",
                [Value::None, Value::None, Value::None, Value::None, Value::Bool(true)],
                print_exception,
            ),
        );
    global::print_exc
        .store(
            py::def(
                "print_exc",
                "limit=, file=, chain=",
                [Value::None, Value::None, Value::Bool(true)],
                print_exc,
            ),
        );
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library traceback") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "format_exception_only" => global::format_exception_only.load(),
        "print_exception" => global::print_exception.load(),
        "print_exc" => global::print_exc.load(),
        _ => Ok(Value::None),
    }
}
