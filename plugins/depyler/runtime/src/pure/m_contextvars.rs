//! Variables of a context.
//!
//! @generated from `runtime/pure/contextvars.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "contextvars";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static ContextVar : Global = const { Global::new("ContextVar") }; pub
        (crate) static Token : Global = const { Global::new("Token") }; pub (crate)
        static _missing : Global = const { Global::new("_missing") };
    }
}

pub(crate) fn token_init(self_: Value, var: Value, old: Value) -> R {
    self_.set_attr("var", var.clone())?;
    self_.set_attr("old_value", old.clone())?;
    Ok(Value::None)
}

pub(crate) fn context_var_init(self_: Value, name: Value, default: Value) -> R {
    self_.set_attr("name", name.clone())?;
    self_.set_attr("_default", default.clone())?;
    self_.set_attr("_value", global::_missing.load()?)?;
    Ok(Value::None)
}

pub(crate) fn context_var_get(self_: Value, default: Value) -> R {
    if !self_.attr("_value")?.is(&global::_missing.load()?) {
        return Ok(self_.attr("_value")?);
    }
    if !default.is(&global::_missing.load()?) {
        return Ok(default.clone());
    }
    if !self_.attr("_default")?.is(&global::_missing.load()?) {
        return Ok(self_.attr("_default")?);
    }
    Err(
        py::exc::to_raise(
            &py::call::call(&py::exception("LookupError"), &py::pos(&[self_.clone()]))?,
        )?,
    )
}

pub(crate) fn context_var_set(self_: Value, value: Value) -> R {
    let token = py::call::call(
        &global::Token.load()?,
        &py::pos(&[self_.clone(), self_.attr("_value")?]),
    )?;
    self_.set_attr("_value", value.clone())?;
    Ok(token.clone())
}

pub(crate) fn context_var_reset(self_: Value, token: Value) -> R {
    self_.set_attr("_value", token.attr("old_value")?)?;
    Ok(Value::None)
}

/// The statements of `contextvars.py`.
pub(crate) fn run() -> R<()> {
    global::_missing.store(py::construct::object(&py::Args::none())?);
    global::Token
        .store({
            let class = py::ClassBody::new("Token", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def("Token.__init__", "self, var, old", [], token_init),
                );
            class.set("MISSING", global::_missing.load()?);
            class.finish(&[])?
        });
    global::ContextVar
        .store({
            let class = py::ClassBody::new("ContextVar", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "ContextVar.__init__",
                        "self, name, *, default=",
                        [global::_missing.load()?],
                        context_var_init,
                    ),
                );
            class
                .set(
                    "get",
                    py::def(
                        "ContextVar.get",
                        "self, default=",
                        [global::_missing.load()?],
                        context_var_get,
                    ),
                );
            class
                .set(
                    "set",
                    py::def("ContextVar.set", "self, value", [], context_var_set),
                );
            class
                .set(
                    "reset",
                    py::def("ContextVar.reset", "self, token", [], context_var_reset),
                );
            class.finish(&[])?
        });
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library contextvars") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "Token" => global::Token.load(),
        "ContextVar" => global::ContextVar.load(),
        _ => Ok(Value::None),
    }
}
