//! Text in HTML.
//!
//! @generated from `runtime/pure/html.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static _NAMES : Global = const { Global::new("_NAMES") }; pub (crate)
        static _REFERENCE : Global = const { Global::new("_REFERENCE") }; pub (crate)
        static _replace : Global = const { Global::new("_replace") }; pub (crate) static
        escape : Global = const { Global::new("escape") }; pub (crate) static unescape :
        Global = const { Global::new("unescape") };
    }
}

pub(crate) fn escape(mut s: Value, quote: Value) -> R {
    s = s
        .method("replace", &[Value::str("&"), Value::str("&amp;")])?
        .method("replace", &[Value::str("<"), Value::str("&lt;")])?
        .method("replace", &[Value::str(">"), Value::str("&gt;")])?;
    if quote.truth()? {
        s = s
            .method("replace", &[Value::str("\""), Value::str("&quot;")])?
            .method("replace", &[Value::str("'"), Value::str("&#x27;")])?;
    }
    Ok(s.clone())
}

pub(crate) fn _replace(found: Value) -> R {
    let s = found.method("group", &[Value::Int(1)])?;
    if s.item(&Value::Int(0))?.is_eq(&Value::str("#"))? {
        let digits = s
            .item(&py::item::slice(Value::Int(1), Value::None, Value::None))?
            .method("rstrip", &[Value::str(";")])?;
        let number = if py::contained(
            &digits.item(&Value::Int(0))?,
            &Value::str("xX"),
        )? {
            py::construct::int(
                &py::pos(
                    &[
                        digits
                            .item(
                                &py::item::slice(Value::Int(1), Value::None, Value::None),
                            )?,
                        Value::Int(16),
                    ],
                ),
            )?
        } else {
            py::construct::int(&py::pos(&[digits.clone()]))?
        };
        if py::contained(&number, &py::tuple([Value::Int(0), Value::Int(13)]))?
            || {
                let left_1 = Value::Int(128);
                {
                    let right_2 = number.clone();
                    left_1.is_le(&right_2)?
                        && {
                            let right_3 = Value::Int(159);
                            right_2.is_le(&right_3)?
                        }
                }
            }
            || {
                let left_4 = Value::Int(55296);
                {
                    let right_5 = number.clone();
                    left_4.is_le(&right_5)?
                        && {
                            let right_6 = Value::Int(57343);
                            right_5.is_le(&right_6)?
                        }
                }
            } || number.is_gt(&Value::Int(1114111))?
        {
            py::library::sys::_stop(
                &py::pos(
                    &[
                        Value::str(
                            "batuta: PY0206 this character reference is not converted",
                        ),
                    ],
                ),
            )?;
        }
        return Ok(py::builtins::chr(&py::pos(&[number.clone()]))?);
    }
    if s.method("endswith", &[Value::str(";")])?.truth()?
        && py::contained(
            &s.item(&py::item::slice(Value::None, Value::Int(-1), Value::None))?,
            &global::_NAMES.load()?,
        )?
    {
        return Ok(
            global::_NAMES
                .load()?
                .item(
                    &s.item(&py::item::slice(Value::None, Value::Int(-1), Value::None))?,
                )?,
        );
    }
    if s.method("endswith", &[Value::str(";")])?.truth()?
        || py::builtins::any(
                &py::pos(
                    &[
                        {
                            async fn body_9(
                                yielder: py::Yielder,
                                s: Value,
                                u2e0: Value,
                            ) -> R {
                                let mut iter_7 = py::iter::iter(&u2e0)?;
                                while let Some(name) = iter_7.next()? {
                                    yielder
                                        .give(s.method("startswith", &[name.clone()])?)
                                        .await?;
                                }
                                Ok(Value::None)
                            }
                            let s = s.clone();
                            let arg_10 = py::iter::started(&global::_NAMES.load()?)?;
                            py::generator(
                                "<genexpr>",
                                move |yielder| body_9(yielder, s, arg_10),
                            )
                        },
                    ],
                ),
            )?
            .truth()?
    {
        py::library::sys::_stop(
            &py::pos(
                &[
                    Value::str(
                        format!(
                            "batuta: PY0206 the character reference `&{}` is not converted",
                            py::show(& s) ?
                        ),
                    ),
                ],
            ),
        )?;
    }
    Ok(Value::str("&").add(&s)?)
}

pub(crate) fn unescape(s: Value) -> R {
    if !py::contained(&Value::str("&"), &s)? {
        return Ok(s.clone());
    }
    Ok(global::_REFERENCE.load()?.method("sub", &[global::_replace.load()?, s.clone()])?)
}

/// The statements of `html.py`.
pub(crate) fn run() -> R<()> {
    global::escape.store(py::def("escape", "s, quote=", [Value::Bool(true)], escape));
    global::_NAMES
        .store(
            py::dict([
                (Value::str("amp"), Value::str("&")),
                (Value::str("lt"), Value::str("<")),
                (Value::str("gt"), Value::str(">")),
                (Value::str("quot"), Value::str("\"")),
                (Value::str("apos"), Value::str("'")),
                (Value::str("nbsp"), Value::str(" ")),
                (Value::str("copy"), Value::str("©")),
                (Value::str("reg"), Value::str("®")),
                (Value::str("hellip"), Value::str("…")),
                (Value::str("mdash"), Value::str("—")),
                (Value::str("ndash"), Value::str("–")),
                (Value::str("lsquo"), Value::str("‘")),
                (Value::str("rsquo"), Value::str("’")),
                (Value::str("ldquo"), Value::str("“")),
                (Value::str("rdquo"), Value::str("”")),
                (Value::str("euro"), Value::str("€")),
                (Value::str("pound"), Value::str("£")),
                (Value::str("yen"), Value::str("¥")),
                (Value::str("cent"), Value::str("¢")),
                (Value::str("sect"), Value::str("§")),
                (Value::str("deg"), Value::str("°")),
                (Value::str("times"), Value::str("×")),
                (Value::str("divide"), Value::str("÷")),
                (Value::str("eacute"), Value::str("é")),
                (Value::str("egrave"), Value::str("è")),
                (Value::str("agrave"), Value::str("à")),
                (Value::str("ccedil"), Value::str("ç")),
                (Value::str("uuml"), Value::str("ü")),
                (Value::str("ouml"), Value::str("ö")),
                (Value::str("auml"), Value::str("ä")),
                (Value::str("szlig"), Value::str("ß")),
                (Value::str("middot"), Value::str("·")),
                (Value::str("bull"), Value::str("•")),
                (Value::str("larr"), Value::str("←")),
                (Value::str("rarr"), Value::str("→")),
                (Value::str("trade"), Value::str("™")),
                (Value::str("laquo"), Value::str("«")),
                (Value::str("raquo"), Value::str("»")),
            ])?,
        );
    global::_REFERENCE
        .store(
            py::library::re::compile(
                &py::pos(
                    &[
                        Value::str(
                            "&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\\t\\n\\f <&#;]{1,32};?)",
                        ),
                    ],
                ),
            )?,
        );
    global::_replace.store(py::def("_replace", "found", [], _replace));
    global::unescape.store(py::def("unescape", "s", [], unescape));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library html") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "escape" => global::escape.load(),
        "unescape" => global::unescape.load(),
        _ => Ok(Value::None),
    }
}
