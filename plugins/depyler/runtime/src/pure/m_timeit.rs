//! How long a function takes.
//!
//! @generated from `runtime/pure/timeit.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "timeit";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static Timer : Global = const { Global::new("Timer") }; pub (crate)
        static _no_text : Global = const { Global::new("_no_text") }; pub (crate) static
        default_number : Global = const { Global::new("default_number") }; pub (crate)
        static default_repeat : Global = const { Global::new("default_repeat") }; pub
        (crate) static default_timer : Global = const { Global::new("default_timer") };
        pub (crate) static repeat : Global = const { Global::new("repeat") }; pub (crate)
        static timeit : Global = const { Global::new("timeit") };
    }
}

pub(crate) fn _no_text(stmt: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[stmt.clone(), py::library_class("str")]))?
        .truth()?
    {
        py::library::sys::_stop(
            &py::pos(
                &[
                    Value::str(
                        "batuta: PY0203 `timeit` of a text needs a Python interpreter at run time",
                    ),
                ],
            ),
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn timer_init(
    self_: Value,
    stmt: Value,
    setup: Value,
    timer: Value,
    globals: Value,
) -> R {
    _no_text(stmt.clone())?;
    if setup.is_ne(&Value::str("pass"))? {
        _no_text(setup.clone())?;
    }
    self_.set_attr("_stmt", stmt.clone())?;
    self_.set_attr("_setup", setup.clone())?;
    self_.set_attr("_timer", timer.clone())?;
    Ok(Value::None)
}

pub(crate) fn timer_timeit(self_: Value, number: Value) -> R {
    if py::builtins::callable(&py::pos(&[self_.attr("_setup")?]))?.truth()? {
        self_.method("_setup", &[])?;
    }
    let start = self_.method("_timer", &[])?;
    let mut iter_1 = py::iter::iter(
        &py::construct::range(&py::pos(&[number.clone()]))?,
    )?;
    while let Some(__) = iter_1.next()? {
        self_.method("_stmt", &[])?;
    }
    Ok(self_.method("_timer", &[])?.sub(&start)?)
}

pub(crate) fn timer_repeat(self_: Value, repeat: Value, number: Value) -> R {
    Ok({
        let mut out_3 = Vec::new();
        let mut iter_4 = py::iter::iter(
            &py::construct::range(&py::pos(&[repeat.clone()]))?,
        )?;
        while let Some(__) = iter_4.next()? {
            out_3.push(self_.method("timeit", &[number.clone()])?);
        }
        Value::list(out_3)
    })
}

pub(crate) fn timeit(
    stmt: Value,
    setup: Value,
    timer: Value,
    number: Value,
    globals: Value,
) -> R {
    Ok(
        py::call::call(
                &global::Timer.load()?,
                &py::pos(&[stmt.clone(), setup.clone(), timer.clone()]),
            )?
            .method("timeit", &[number.clone()])?,
    )
}

pub(crate) fn repeat(
    stmt: Value,
    setup: Value,
    timer: Value,
    repeat: Value,
    number: Value,
    globals: Value,
) -> R {
    let _frame = py::run::enter()?;
    Ok(
        py::call::call(
                &global::Timer.load()?,
                &py::pos(&[stmt.clone(), setup.clone(), timer.clone()]),
            )?
            .method("repeat", &[repeat.clone(), number.clone()])?,
    )
}

/// The statements of `timeit.py`.
pub(crate) fn run() -> R<()> {
    global::default_timer
        .store(py::native_fn("perf_counter", py::library::time::perf_counter));
    global::default_number.store(Value::Int(1000000));
    global::default_repeat.store(Value::Int(5));
    global::_no_text.store(py::def("_no_text", "stmt", [], _no_text));
    global::Timer
        .store({
            let class = py::ClassBody::new("Timer", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "Timer.__init__",
                        "self, stmt=, setup=, timer=, globals=",
                        [
                            Value::str("pass"),
                            Value::str("pass"),
                            global::default_timer.load()?,
                            Value::None,
                        ],
                        timer_init,
                    ),
                );
            class
                .set(
                    "timeit",
                    py::def(
                        "Timer.timeit",
                        "self, number=",
                        [global::default_number.load()?],
                        timer_timeit,
                    ),
                );
            class
                .set(
                    "repeat",
                    py::def(
                        "Timer.repeat",
                        "self, repeat=, number=",
                        [global::default_repeat.load()?, global::default_number.load()?],
                        timer_repeat,
                    ),
                );
            class.finish(&[])?
        });
    global::timeit
        .store(
            py::def(
                "timeit",
                "stmt=, setup=, timer=, number=, globals=",
                [
                    Value::str("pass"),
                    Value::str("pass"),
                    global::default_timer.load()?,
                    global::default_number.load()?,
                    Value::None,
                ],
                timeit,
            ),
        );
    global::repeat
        .store(
            py::func::counted(
                py::def(
                    "repeat",
                    "stmt=, setup=, timer=, repeat=, number=, globals=",
                    [
                        Value::str("pass"),
                        Value::str("pass"),
                        global::default_timer.load()?,
                        global::default_repeat.load()?,
                        global::default_number.load()?,
                        Value::None,
                    ],
                    repeat,
                ),
            ),
        );
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library timeit") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "default_timer" => global::default_timer.load(),
        "default_number" => global::default_number.load(),
        "default_repeat" => global::default_repeat.load(),
        "Timer" => global::Timer.load(),
        "timeit" => global::timeit.load(),
        "repeat" => global::repeat.load(),
        _ => Ok(Value::None),
    }
}
