//! File name patterns.
//!
//! @generated from `runtime/pure/fnmatch.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static filter : Global = const { Global::new("filter") }; pub (crate)
        static fnmatch : Global = const { Global::new("fnmatch") }; pub (crate) static
        fnmatchcase : Global = const { Global::new("fnmatchcase") }; pub (crate) static
        translate : Global = const { Global::new("translate") };
    }
}

/// The pattern as a regular expression.
pub(crate) fn translate(pat: Value) -> R {
    let out = py::list([]);
    let mut i = Value::Int(0);
    let n = Value::from(py::builtins::len(&pat)?);
    while i.is_lt(&n)? {
        let c = pat.item(&i)?;
        i.add_assign(&Value::Int(1))?;
        if c.is_eq(&Value::str("*"))? {
            if !out.truth()? || out.item(&Value::Int(-1))?.is_ne(&Value::str(".*"))? {
                out.method("append", &[Value::str(".*")])?;
            }
        } else if c.is_eq(&Value::str("?"))? {
            out.method("append", &[Value::str(".")])?;
        } else if c.is_eq(&Value::str("["))? {
            let mut j = i.clone();
            if j.is_lt(&n)? && pat.item(&j)?.is_eq(&Value::str("!"))? {
                j.add_assign(&Value::Int(1))?;
            }
            if j.is_lt(&n)? && pat.item(&j)?.is_eq(&Value::str("]"))? {
                j.add_assign(&Value::Int(1))?;
            }
            while j.is_lt(&n)? && pat.item(&j)?.is_ne(&Value::str("]"))? {
                j.add_assign(&Value::Int(1))?;
            }
            if j.is_ge(&n)? {
                out.method("append", &[Value::str("\\[")])?;
            } else {
                let mut stuff = pat
                    .item(&py::item::slice(i.clone(), j.clone(), Value::None))?
                    .method("replace", &[Value::str("\\"), Value::str("\\\\")])?;
                i = j.add(&Value::Int(1))?;
                if stuff.item(&Value::Int(0))?.is_eq(&Value::str("!"))? {
                    stuff = Value::str("^")
                        .add(
                            &stuff
                                .item(
                                    &py::item::slice(Value::Int(1), Value::None, Value::None),
                                )?,
                        )?;
                } else if py::contained(
                    &stuff.item(&Value::Int(0))?,
                    &py::tuple([Value::str("^"), Value::str("[")]),
                )? {
                    stuff = Value::str("\\").add(&stuff)?;
                }
                out.method(
                    "append",
                    &[Value::str(format!("[{}]", py::show(& stuff) ?))],
                )?;
            }
        } else {
            out.method("append", &[py::library::re::escape(&py::pos(&[c.clone()]))?])?;
        }
    }
    Ok(
        Value::str(
            format!(
                "(?s:{})\\Z", py::show(& Value::str("").method("join", & [out.clone()])
                ?) ?
            ),
        ),
    )
}

pub(crate) fn fnmatchcase(name: Value, pat: Value) -> R {
    Ok(
        Value::Bool(
            !py::library::re::match_(&py::pos(&[translate(pat.clone())?, name.clone()]))?
                .is(&Value::None),
        ),
    )
}

pub(crate) fn fnmatch(name: Value, pat: Value) -> R {
    Ok(fnmatchcase(name.clone(), pat.clone())?)
}

pub(crate) fn filter(names: Value, pat: Value) -> R {
    let match_ = py::library::re::compile(&py::pos(&[translate(pat.clone())?]))?
        .attr("match")?;
    Ok({
        let mut out_3 = Vec::new();
        let mut iter_4 = py::iter::iter(&names)?;
        while let Some(name) = iter_4.next()? {
            if py::call::call(&match_.clone(), &py::pos(&[name.clone()]))?.truth()? {
                out_3.push(name.clone());
            }
        }
        Value::list(out_3)
    })
}

/// The statements of `fnmatch.py`.
pub(crate) fn run() -> R<()> {
    global::translate
        .store(
            py::documented(
                py::def("translate", "pat", [], translate),
                "The pattern as a regular expression.",
            ),
        );
    global::fnmatchcase.store(py::def("fnmatchcase", "name, pat", [], fnmatchcase));
    global::fnmatch.store(py::def("fnmatch", "name, pat", [], fnmatch));
    global::filter.store(py::def("filter", "names, pat", [], filter));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library fnmatch") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "translate" => global::translate.load(),
        "fnmatchcase" => global::fnmatchcase.load(),
        "fnmatch" => global::fnmatch.load(),
        "filter" => global::filter.load(),
        _ => Ok(Value::None),
    }
}
