//! Bytes as text.
use py_rt::{self as py, GlobalKey, R, Value};

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static _STANDARD : Global = const { Global::new("_STANDARD") }; pub
        (crate) static _bytes : Global = const { Global::new("_bytes") }; pub (crate)
        static b16decode : Global = const { Global::new("b16decode") }; pub (crate)
        static b16encode : Global = const { Global::new("b16encode") }; pub (crate)
        static b64decode : Global = const { Global::new("b64decode") }; pub (crate)
        static b64encode : Global = const { Global::new("b64encode") }; pub (crate)
        static standard_b64decode : Global = const { Global::new("standard_b64decode") };
        pub (crate) static standard_b64encode : Global = const {
        Global::new("standard_b64encode") }; pub (crate) static urlsafe_b64decode :
        Global = const { Global::new("urlsafe_b64decode") }; pub (crate) static
        urlsafe_b64encode : Global = const { Global::new("urlsafe_b64encode") };
    }
}

pub(crate) fn _bytes(s: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[s.clone(), py::library_class("str")]))?
        .truth()?
    {
        return Ok(s.method("encode", &[Value::str("ascii")])?);
    }
    Ok(py::construct::bytes(&py::pos(&[s.clone()]))?)
}

pub(crate) fn b64encode(mut s: Value, altchars: Value) -> R {
    s = py::construct::bytes(&py::pos(&[s.clone()]))?;
    let out = py::construct::bytearray(&py::Args::none())?;
    let mut iter_1 = py::iter::iter(
        &py::construct::range(
            &py::pos(
                &[Value::Int(0), Value::from(py::builtins::len(&s)?), Value::Int(3)],
            ),
        )?,
    )?;
    while let Some(i) = iter_1.next()? {
        let part = s
            .item(&py::item::slice(i.clone(), i.add(&Value::Int(3))?, Value::None))?;
        let n = py::library_class("int")
            .method(
                "from_bytes",
                &[
                    part
                        .add(
                            &py::bytes::literal(b"\x00")
                                .mul(
                                    &Value::Int(3).sub(&Value::from(py::builtins::len(&part)?))?,
                                )?,
                        )?,
                    Value::str("big"),
                ],
            )?;
        let block = py::list([
            global::_STANDARD
                .load()?
                .item(&n.shr(&Value::Int(18))?.bit_and(&Value::Int(63))?)?,
            global::_STANDARD
                .load()?
                .item(&n.shr(&Value::Int(12))?.bit_and(&Value::Int(63))?)?,
            global::_STANDARD
                .load()?
                .item(&n.shr(&Value::Int(6))?.bit_and(&Value::Int(63))?)?,
            global::_STANDARD.load()?.item(&n.bit_and(&Value::Int(63))?)?,
        ]);
        if Value::from(py::builtins::len(&part)?).is_lt(&Value::Int(3))? {
            let value_3 = Value::Int(61);
            block.set_item(Value::Int(3), value_3)?;
        }
        if Value::from(py::builtins::len(&part)?).is_lt(&Value::Int(2))? {
            let value_4 = Value::Int(61);
            block.set_item(Value::Int(2), value_4)?;
        }
        out.method("extend", &[block.clone()])?;
    }
    let mut result = py::construct::bytes(&py::pos(&[out.clone()]))?;
    if !altchars.is(&Value::None) {
        result = result
            .method(
                "translate",
                &[
                    py::library_class("bytes")
                        .method(
                            "maketrans",
                            &[py::bytes::literal(b"+/"), altchars.clone()],
                        )?,
                ],
            )?;
    }
    Ok(result.clone())
}

pub(crate) fn b64decode(mut s: Value, altchars: Value, validate: Value) -> R {
    s = _bytes(s.clone())?;
    if !altchars.is(&Value::None) {
        s = s
            .method(
                "translate",
                &[
                    py::library_class("bytes")
                        .method(
                            "maketrans",
                            &[_bytes(altchars.clone())?, py::bytes::literal(b"+/")],
                        )?,
                ],
            )?;
    }
    let out = py::construct::bytearray(&py::Args::none())?;
    let mut bits = Value::Int(0);
    let mut count = Value::Int(0);
    let mut pads = Value::Int(0);
    let mut chars = Value::Int(0);
    let mut iter_5 = py::iter::iter(&s)?;
    while let Some(c) = iter_5.next()? {
        if c.is_eq(&Value::Int(61))? {
            pads.add_assign(&Value::Int(1))?;
            if count.is_ge(&Value::Int(2))? && count.add(&pads)?.is_ge(&Value::Int(4))? {
                break;
            }
            continue;
        }
        let at = global::_STANDARD.load()?.method("find", &[c.clone()])?;
        if at.is_lt(&Value::Int(0))? {
            if validate.truth()? {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::library_class("binascii.Error"),
                            &py::pos(&[Value::str("Only base64 data is allowed")]),
                        )?,
                    )?,
                );
            }
            continue;
        }
        pads = Value::Int(0);
        chars.add_assign(&Value::Int(1))?;
        bits = bits.shl(&Value::Int(6))?.bit_or(&at)?;
        count.add_assign(&Value::Int(1))?;
        if count.is_eq(&Value::Int(4))? {
            out.method(
                "extend",
                &[bits.method("to_bytes", &[Value::Int(3), Value::str("big")])?],
            )?;
            bits = Value::Int(0);
            count = Value::Int(0);
        }
    }
    if count.truth()? {
        if count.is_eq(&Value::Int(1))? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::library_class("binascii.Error"),
                        &py::pos(
                            &[
                                Value::str(
                                    format!(
                                        "Invalid base64-encoded string: number of data characters ({}) cannot be 1 more than a multiple of 4",
                                        py::show(& chars) ?
                                    ),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        if count.add(&pads)?.is_lt(&Value::Int(4))? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::library_class("binascii.Error"),
                        &py::pos(&[Value::str("Incorrect padding")]),
                    )?,
                )?,
            );
        }
        bits.shl_assign(&Value::Int(6).mul(&Value::Int(4).sub(&count)?)?)?;
        out.method(
            "extend",
            &[
                bits
                    .method("to_bytes", &[Value::Int(3), Value::str("big")])?
                    .item(
                        &py::item::slice(
                            Value::None,
                            count.sub(&Value::Int(1))?,
                            Value::None,
                        ),
                    )?,
            ],
        )?;
    }
    Ok(py::construct::bytes(&py::pos(&[out.clone()]))?)
}

pub(crate) fn standard_b64encode(s: Value) -> R {
    Ok(b64encode(s.clone(), Value::None)?)
}

pub(crate) fn standard_b64decode(s: Value) -> R {
    Ok(b64decode(s.clone(), Value::None, Value::Bool(false))?)
}

pub(crate) fn urlsafe_b64encode(s: Value) -> R {
    Ok(b64encode(s.clone(), py::bytes::literal(b"-_"))?)
}

pub(crate) fn urlsafe_b64decode(s: Value) -> R {
    Ok(b64decode(s.clone(), py::bytes::literal(b"-_"), Value::Bool(false))?)
}

pub(crate) fn b16encode(s: Value) -> R {
    Ok(
        py::construct::bytes(&py::pos(&[s.clone()]))?
            .method("hex", &[])?
            .method("upper", &[])?
            .method("encode", &[Value::str("ascii")])?,
    )
}

pub(crate) fn b16decode(mut s: Value, casefold: Value) -> R {
    s = _bytes(s.clone())?;
    if casefold.truth()? {
        s = s.method("upper", &[])?;
    }
    if py::builtins::any(
            &py::pos(
                &[
                    {
                        async fn body_12(yielder: py::Yielder, u2e0: Value) -> R {
                            let mut iter_10 = py::iter::iter(&u2e0)?;
                            while let Some(c) = iter_10.next()? {
                                yielder
                                    .give(
                                        Value::Bool(
                                            !py::contained(
                                                &c,
                                                &py::bytes::literal(b"0123456789ABCDEF"),
                                            )?,
                                        ),
                                    )
                                    .await?;
                            }
                            Ok(Value::None)
                        }
                        let arg_13 = py::iter::started(&s.clone())?;
                        py::generator(
                            "<genexpr>",
                            move |yielder| body_12(yielder, arg_13),
                        )
                    },
                ],
            ),
        )?
        .truth()?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::library_class("binascii.Error"),
                    &py::pos(&[Value::str("Non-base16 digit found")]),
                )?,
            )?,
        );
    }
    Ok(
        py::library_class("bytes")
            .method("fromhex", &[s.method("decode", &[Value::str("ascii")])?])?,
    )
}

/// The statements of `base64.py`.
pub(crate) fn run() -> R<()> {
    global::_STANDARD
        .store(
            py::bytes::literal(
                b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
            ),
        );
    global::_bytes.store(py::def("_bytes", "s", [], _bytes));
    global::b64encode
        .store(py::def("b64encode", "s, altchars=", [Value::None], b64encode));
    global::b64decode
        .store(
            py::def(
                "b64decode",
                "s, altchars=, validate=",
                [Value::None, Value::Bool(false)],
                b64decode,
            ),
        );
    global::standard_b64encode
        .store(py::def("standard_b64encode", "s", [], standard_b64encode));
    global::standard_b64decode
        .store(py::def("standard_b64decode", "s", [], standard_b64decode));
    global::urlsafe_b64encode
        .store(py::def("urlsafe_b64encode", "s", [], urlsafe_b64encode));
    global::urlsafe_b64decode
        .store(py::def("urlsafe_b64decode", "s", [], urlsafe_b64decode));
    global::b16encode.store(py::def("b16encode", "s", [], b16encode));
    global::b16decode
        .store(py::def("b16decode", "s, casefold=", [Value::Bool(false)], b16decode));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library base64") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "b64encode" => global::b64encode.load(),
        "b64decode" => global::b64decode.load(),
        "standard_b64encode" => global::standard_b64encode.load(),
        "standard_b64decode" => global::standard_b64decode.load(),
        "urlsafe_b64encode" => global::urlsafe_b64encode.load(),
        "urlsafe_b64decode" => global::urlsafe_b64decode.load(),
        "b16encode" => global::b16encode.load(),
        "b16decode" => global::b16decode.load(),
        _ => Ok(Value::None),
    }
}
