//! What machine a program runs on.
//!
//! @generated from `runtime/pure/platform.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static python_implementation : Global = const {
        Global::new("python_implementation") }; pub (crate) static system : Global =
        const { Global::new("system") };
    }
}

pub(crate) fn system() -> R {
    Ok(Value::str("Linux"))
}

pub(crate) fn python_implementation() -> R {
    Ok(Value::str("CPython"))
}

/// The statements of `platform.py`.
pub(crate) fn run() -> R<()> {
    global::system.store(py::def("system", "", [], system));
    global::python_implementation
        .store(py::def("python_implementation", "", [], python_implementation));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library platform") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "system" => global::system.load(),
        "python_implementation" => global::python_implementation.load(),
        _ => Ok(Value::None),
    }
}
