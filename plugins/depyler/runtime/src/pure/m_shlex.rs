//! Words as a shell splits them.
//!
//! @generated from `runtime/pure/shlex.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static join : Global = const { Global::new("join") }; pub (crate)
        static quote : Global = const { Global::new("quote") }; pub (crate) static split
        : Global = const { Global::new("split") };
    }
}

/// The words of a command line.
pub(crate) fn split(s: Value, comments: Value, posix: Value) -> R {
    let out = py::list([]);
    let mut word = py::list([]);
    let mut started = Value::Bool(false);
    let mut i = Value::Int(0);
    let n = Value::from(py::builtins::len(&s)?);
    while i.is_lt(&n)? {
        let mut c = s.item(&i)?;
        i.add_assign(&Value::Int(1))?;
        if c.method("isspace", &[])?.truth()? {
            if started.truth()? {
                out.method(
                    "append",
                    &[Value::str("").method("join", &[word.clone()])?],
                )?;
                word = py::list([]);
                started = Value::Bool(false);
            }
        } else if comments.truth()? && c.is_eq(&Value::str("#"))? && !started.truth()? {
            while i.is_lt(&n)? && s.item(&i)?.is_ne(&Value::str("\n"))? {
                i.add_assign(&Value::Int(1))?;
            }
        } else if c.is_eq(&Value::str("'"))? {
            started = Value::Bool(true);
            let end = s.method("find", &[Value::str("'"), i.clone()])?;
            if end.is_lt(&Value::Int(0))? {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::exception("ValueError"),
                            &py::pos(&[Value::str("No closing quotation")]),
                        )?,
                    )?,
                );
            }
            word.method(
                "append",
                &[s.item(&py::item::slice(i.clone(), end.clone(), Value::None))?],
            )?;
            i = end.add(&Value::Int(1))?;
        } else if c.is_eq(&Value::str("\""))? {
            started = Value::Bool(true);
            loop {
                if i.is_ge(&n)? {
                    return Err(
                        py::exc::to_raise(
                            &py::call::call(
                                &py::exception("ValueError"),
                                &py::pos(&[Value::str("No closing quotation")]),
                            )?,
                        )?,
                    );
                }
                c = s.item(&i)?;
                i.add_assign(&Value::Int(1))?;
                if c.is_eq(&Value::str("\""))? {
                    break;
                }
                if c.is_eq(&Value::str("\\"))? && i.is_lt(&n)?
                    && py::contained(&s.item(&i)?, &Value::str("\"\\"))?
                {
                    c = s.item(&i)?;
                    i.add_assign(&Value::Int(1))?;
                } else if c.is_eq(&Value::str("\\"))? && i.is_ge(&n)? {
                    return Err(
                        py::exc::to_raise(
                            &py::call::call(
                                &py::exception("ValueError"),
                                &py::pos(&[Value::str("No escaped character")]),
                            )?,
                        )?,
                    );
                }
                word.method("append", &[c.clone()])?;
            }
        } else if c.is_eq(&Value::str("\\"))? {
            started = Value::Bool(true);
            if i.is_ge(&n)? {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::exception("ValueError"),
                            &py::pos(&[Value::str("No escaped character")]),
                        )?,
                    )?,
                );
            }
            word.method("append", &[s.item(&i)?])?;
            i.add_assign(&Value::Int(1))?;
        } else {
            started = Value::Bool(true);
            word.method("append", &[c.clone()])?;
        }
    }
    if started.truth()? {
        out.method("append", &[Value::str("").method("join", &[word.clone()])?])?;
    }
    Ok(out.clone())
}

/// The text as one word.
pub(crate) fn quote(s: Value) -> R {
    if !s.truth()? {
        return Ok(Value::str("''"));
    }
    if py::library::re::search(
            &py::pos(
                &[Value::str("[^\\w@%+=:,./-]"), s.clone(), py::library::re::ASCII()],
            ),
        )?
        .is(&Value::None)
    {
        return Ok(s.clone());
    }
    Ok(
        Value::str("'")
            .add(&s.method("replace", &[Value::str("'"), Value::str("'\"'\"'")])?)?
            .add(&Value::str("'"))?,
    )
}

pub(crate) fn join(words: Value) -> R {
    Ok(
        Value::str(" ")
            .method(
                "join",
                &[
                    {
                        let mut out_8 = Vec::new();
                        let mut iter_9 = py::iter::iter(&words)?;
                        while let Some(word) = iter_9.next()? {
                            out_8.push(quote(word.clone())?);
                        }
                        Value::list(out_8)
                    },
                ],
            )?,
    )
}

/// The statements of `shlex.py`.
pub(crate) fn run() -> R<()> {
    global::split
        .store(
            py::documented(
                py::def(
                    "split",
                    "s, comments=, posix=",
                    [Value::Bool(false), Value::Bool(true)],
                    split,
                ),
                "The words of a command line.",
            ),
        );
    global::quote
        .store(
            py::documented(py::def("quote", "s", [], quote), "The text as one word."),
        );
    global::join.store(py::def("join", "words", [], join));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library shlex") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "split" => global::split.load(),
        "quote" => global::quote.load(),
        "join" => global::join.load(),
        _ => Ok(Value::None),
    }
}
