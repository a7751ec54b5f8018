//! Keywords.
//!
//! @generated from `runtime/pure/keyword.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static iskeyword : Global = const { Global::new("iskeyword") }; pub
        (crate) static issoftkeyword : Global = const { Global::new("issoftkeyword") };
        pub (crate) static kwlist : Global = const { Global::new("kwlist") }; pub (crate)
        static softkwlist : Global = const { Global::new("softkwlist") };
    }
}

pub(crate) fn iskeyword(s: Value) -> R {
    Ok(Value::Bool(py::contained(&s, &global::kwlist.load()?)?))
}

pub(crate) fn issoftkeyword(s: Value) -> R {
    Ok(Value::Bool(py::contained(&s, &global::softkwlist.load()?)?))
}

/// The statements of `keyword.py`.
pub(crate) fn run() -> R<()> {
    global::kwlist
        .store(
            py::list([
                Value::str("False"),
                Value::str("None"),
                Value::str("True"),
                Value::str("and"),
                Value::str("as"),
                Value::str("assert"),
                Value::str("async"),
                Value::str("await"),
                Value::str("break"),
                Value::str("class"),
                Value::str("continue"),
                Value::str("def"),
                Value::str("del"),
                Value::str("elif"),
                Value::str("else"),
                Value::str("except"),
                Value::str("finally"),
                Value::str("for"),
                Value::str("from"),
                Value::str("global"),
                Value::str("if"),
                Value::str("import"),
                Value::str("in"),
                Value::str("is"),
                Value::str("lambda"),
                Value::str("nonlocal"),
                Value::str("not"),
                Value::str("or"),
                Value::str("pass"),
                Value::str("raise"),
                Value::str("return"),
                Value::str("try"),
                Value::str("while"),
                Value::str("with"),
                Value::str("yield"),
            ]),
        );
    global::softkwlist
        .store(py::list([Value::str("_"), Value::str("case"), Value::str("match")]));
    global::iskeyword.store(py::def("iskeyword", "s", [], iskeyword));
    global::issoftkeyword.store(py::def("issoftkeyword", "s", [], issoftkeyword));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library keyword") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "kwlist" => global::kwlist.load(),
        "softkwlist" => global::softkwlist.load(),
        "iskeyword" => global::iskeyword.load(),
        "issoftkeyword" => global::issoftkeyword.load(),
        _ => Ok(Value::None),
    }
}
