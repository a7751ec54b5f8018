//! Bytes as text.
//!
//! @generated from `runtime/pure/base64.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static _A85 : Global = const { Global::new("_A85") }; pub (crate)
        static _B32 : Global = const { Global::new("_B32") }; pub (crate) static _B32HEX
        : Global = const { Global::new("_B32HEX") }; pub (crate) static _B85 : Global =
        const { Global::new("_B85") }; pub (crate) static _bytes : Global = const {
        Global::new("_bytes") }; pub (crate) static a85decode : Global = const {
        Global::new("a85decode") }; pub (crate) static a85encode : Global = const {
        Global::new("a85encode") }; pub (crate) static b16decode : Global = const {
        Global::new("b16decode") }; pub (crate) static b16encode : Global = const {
        Global::new("b16encode") }; pub (crate) static b32decode : Global = const {
        Global::new("b32decode") }; pub (crate) static b32encode : Global = const {
        Global::new("b32encode") }; pub (crate) static b32hexdecode : Global = const {
        Global::new("b32hexdecode") }; pub (crate) static b32hexencode : Global = const {
        Global::new("b32hexencode") }; pub (crate) static b64decode : Global = const {
        Global::new("b64decode") }; pub (crate) static b64encode : Global = const {
        Global::new("b64encode") }; pub (crate) static b85decode : Global = const {
        Global::new("b85decode") }; pub (crate) static b85encode : Global = const {
        Global::new("b85encode") }; pub (crate) static decode : Global = const {
        Global::new("decode") }; pub (crate) static decodebytes : Global = const {
        Global::new("decodebytes") }; pub (crate) static encode : Global = const {
        Global::new("encode") }; pub (crate) static encodebytes : Global = const {
        Global::new("encodebytes") }; pub (crate) static standard_b64decode : Global =
        const { Global::new("standard_b64decode") }; pub (crate) static
        standard_b64encode : Global = const { Global::new("standard_b64encode") }; pub
        (crate) static urlsafe_b64decode : Global = const {
        Global::new("urlsafe_b64decode") }; pub (crate) static urlsafe_b64encode : Global
        = const { Global::new("urlsafe_b64encode") };
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

pub(crate) fn b64encode(s: Value, altchars: Value) -> R {
    let mut result = py::library::base64::_encode64(&py::pos(&[s.clone()]))?;
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
    Ok(py::library::base64::_decode64(&py::pos(&[s.clone(), validate.clone()]))?)
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
                        async fn body_3(yielder: py::Yielder, u2e0: Value) -> R {
                            let mut iter_1 = py::iter::iter(&u2e0)?;
                            while let Some(c) = iter_1.next()? {
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
                        let arg_4 = py::iter::started(&s.clone())?;
                        py::generator("<genexpr>", move |yielder| body_3(yielder, arg_4))
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

pub(crate) fn b32encode(s: Value) -> R {
    Ok(py::library::base64::_encode32(&py::pos(&[global::_B32.load()?, s.clone()]))?)
}

pub(crate) fn b32hexencode(s: Value) -> R {
    Ok(py::library::base64::_encode32(&py::pos(&[global::_B32HEX.load()?, s.clone()]))?)
}

pub(crate) fn b32decode(mut s: Value, casefold: Value, map01: Value) -> R {
    if !map01.is(&Value::None) {
        s = _bytes(s.clone())?
            .method(
                "translate",
                &[
                    py::library_class("bytes")
                        .method(
                            "maketrans",
                            &[
                                py::bytes::literal(b"01"),
                                py::bytes::literal(b"O").add(&_bytes(map01.clone())?)?,
                            ],
                        )?,
                ],
            )?;
    }
    s = _bytes(s.clone())?;
    Ok(
        py::library::base64::_decode32(
            &py::pos(
                &[
                    global::_B32.load()?,
                    if casefold.truth()? { s.method("upper", &[])? } else { s.clone() },
                ],
            ),
        )?,
    )
}

pub(crate) fn b32hexdecode(mut s: Value, casefold: Value) -> R {
    s = _bytes(s.clone())?;
    Ok(
        py::library::base64::_decode32(
            &py::pos(
                &[
                    global::_B32HEX.load()?,
                    if casefold.truth()? { s.method("upper", &[])? } else { s.clone() },
                ],
            ),
        )?,
    )
}

pub(crate) fn b85encode(mut b: Value, pad: Value) -> R {
    b = py::construct::bytes(&py::pos(&[b.clone()]))?;
    let extra = Value::from(py::builtins::len(&b)?).neg()?.modulo(&Value::Int(4))?;
    let out = py::library::base64::_encode85(
        &py::pos(
            &[
                global::_B85.load()?,
                b.add(&py::construct::bytes(&py::pos(&[extra.clone()]))?)?,
                Value::Bool(false),
                Value::Bool(false),
            ],
        ),
    )?;
    Ok(
        if pad.truth()? || !extra.truth()? {
            out.clone()
        } else {
            out.item(&py::item::slice(Value::None, extra.neg()?, Value::None))?
        },
    )
}

pub(crate) fn b85decode(mut b: Value) -> R {
    b = _bytes(b.clone())?;
    let extra = Value::from(py::builtins::len(&b)?).neg()?.modulo(&Value::Int(5))?;
    let out = py::library::base64::_decode85(
        &py::pos(&[global::_B85.load()?, b.add(&py::bytes::literal(b"~").mul(&extra)?)?]),
    )?;
    Ok(
        if extra.truth()? {
            out.item(&py::item::slice(Value::None, extra.neg()?, Value::None))?
        } else {
            out.clone()
        },
    )
}

pub(crate) fn a85encode(
    mut b: Value,
    foldspaces: Value,
    mut wrapcol: Value,
    pad: Value,
    adobe: Value,
) -> R {
    b = py::construct::bytes(&py::pos(&[b.clone()]))?;
    let extra = Value::from(py::builtins::len(&b)?).neg()?.modulo(&Value::Int(4))?;
    let mut result = py::library::base64::_encode85(
        &py::pos(
            &[
                global::_A85.load()?,
                b.add(&py::construct::bytes(&py::pos(&[extra.clone()]))?)?,
                Value::Bool(true),
                foldspaces.clone(),
            ],
        ),
    )?;
    if extra.truth()? && !pad.truth()? {
        if result.method("endswith", &[py::bytes::literal(b"z")])?.truth()? {
            result = result
                .item(&py::item::slice(Value::None, Value::Int(-1), Value::None))?
                .add(&py::bytes::literal(b"!!!!!"))?;
        }
        result = result.item(&py::item::slice(Value::None, extra.neg()?, Value::None))?;
    }
    if adobe.truth()? {
        result = py::bytes::literal(b"<~").add(&result)?;
    }
    if wrapcol.truth()? {
        wrapcol = py::builtins::max(
            &py::pos(
                &[
                    if adobe.truth()? { Value::Int(2) } else { Value::Int(1) },
                    wrapcol.clone(),
                ],
            ),
        )?;
        let parts = {
            let mut out_6 = Vec::new();
            let mut iter_7 = py::iter::iter(
                &py::construct::range(
                    &py::pos(
                        &[
                            Value::Int(0),
                            Value::from(py::builtins::len(&result)?),
                            wrapcol.clone(),
                        ],
                    ),
                )?,
            )?;
            while let Some(i) = iter_7.next()? {
                out_6
                    .push(
                        result
                            .item(
                                &py::item::slice(i.clone(), i.add(&wrapcol)?, Value::None),
                            )?,
                    );
            }
            Value::list(out_6)
        };
        if adobe.truth()?
            && Value::from(py::builtins::len(&parts.item(&Value::Int(-1))?)?)
                .add(&Value::Int(2))?
                .is_gt(&wrapcol)?
        {
            parts.method("append", &[py::bytes::literal(b"")])?;
        }
        result = py::bytes::literal(b"\n").method("join", &[parts.clone()])?;
    }
    Ok(
        if adobe.truth()? {
            result.add(&py::bytes::literal(b"~>"))?
        } else {
            result.clone()
        },
    )
}

pub(crate) fn a85decode(
    mut b: Value,
    foldspaces: Value,
    adobe: Value,
    ignorechars: Value,
) -> R {
    b = _bytes(b.clone())?;
    if adobe.truth()? {
        if !b.method("endswith", &[py::bytes::literal(b"~>")])?.truth()? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("ValueError"),
                        &py::pos(
                            &[
                                Value::str(
                                    "Ascii85 encoded byte sequences must end with b'~>'",
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        b = if b.method("startswith", &[py::bytes::literal(b"<~")])?.truth()? {
            b.item(&py::item::slice(Value::Int(2), Value::Int(-2), Value::None))?
        } else {
            b.item(&py::item::slice(Value::None, Value::Int(-2), Value::None))?
        };
    }
    Ok(
        py::library::base64::_decode_ascii85(
            &py::pos(&[b.clone(), foldspaces.clone(), ignorechars.clone()]),
        )?,
    )
}

pub(crate) fn encodebytes(s: Value) -> R {
    Ok(
        py::bytes::literal(b"")
            .method(
                "join",
                &[
                    {
                        let mut out_9 = Vec::new();
                        let mut iter_10 = py::iter::iter(
                            &py::construct::range(
                                &py::pos(
                                    &[
                                        Value::Int(0),
                                        Value::from(py::builtins::len(&s)?),
                                        Value::Int(57),
                                    ],
                                ),
                            )?,
                        )?;
                        while let Some(i) = iter_10.next()? {
                            out_9
                                .push(
                                    b64encode(
                                            s
                                                .item(
                                                    &py::item::slice(
                                                        i.clone(),
                                                        i.add(&Value::Int(57))?,
                                                        Value::None,
                                                    ),
                                                )?,
                                            Value::None,
                                        )?
                                        .add(&py::bytes::literal(b"\n"))?,
                                );
                        }
                        Value::list(out_9)
                    },
                ],
            )?,
    )
}

pub(crate) fn decodebytes(s: Value) -> R {
    Ok(b64decode(s.clone(), Value::None, Value::Bool(false))?)
}

pub(crate) fn encode(input: Value, output: Value) -> R {
    loop {
        let part = input.method("read", &[Value::Int(57)])?;
        if !part.truth()? {
            break;
        }
        output
            .method(
                "write",
                &[b64encode(part.clone(), Value::None)?.add(&py::bytes::literal(b"\n"))?],
            )?;
    }
    Ok(Value::None)
}

pub(crate) fn decode(input: Value, output: Value) -> R {
    loop {
        let line = input.method("readline", &[])?;
        if !line.truth()? {
            break;
        }
        output
            .method(
                "write",
                &[b64decode(line.clone(), Value::None, Value::Bool(false))?],
            )?;
    }
    Ok(Value::None)
}

/// The statements of `base64.py`.
pub(crate) fn run() -> R<()> {
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
    global::_B32.store(py::bytes::literal(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"));
    global::_B32HEX.store(py::bytes::literal(b"0123456789ABCDEFGHIJKLMNOPQRSTUV"));
    global::_A85
        .store(
            py::construct::bytes(
                &py::pos(
                    &[
                        py::construct::range(
                            &py::pos(&[Value::Int(33), Value::Int(118)]),
                        )?,
                    ],
                ),
            )?,
        );
    global::_B85
        .store(
            py::bytes::literal(
                b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~",
            ),
        );
    global::b32encode.store(py::def("b32encode", "s", [], b32encode));
    global::b32hexencode.store(py::def("b32hexencode", "s", [], b32hexencode));
    global::b32decode
        .store(
            py::def(
                "b32decode",
                "s, casefold=, map01=",
                [Value::Bool(false), Value::None],
                b32decode,
            ),
        );
    global::b32hexdecode
        .store(
            py::def("b32hexdecode", "s, casefold=", [Value::Bool(false)], b32hexdecode),
        );
    global::b85encode
        .store(py::def("b85encode", "b, pad=", [Value::Bool(false)], b85encode));
    global::b85decode.store(py::def("b85decode", "b", [], b85decode));
    global::a85encode
        .store(
            py::def(
                "a85encode",
                "b, *, foldspaces=, wrapcol=, pad=, adobe=",
                [
                    Value::Bool(false),
                    Value::Int(0),
                    Value::Bool(false),
                    Value::Bool(false),
                ],
                a85encode,
            ),
        );
    global::a85decode
        .store(
            py::def(
                "a85decode",
                "b, *, foldspaces=, adobe=, ignorechars=",
                [
                    Value::Bool(false),
                    Value::Bool(false),
                    py::bytes::literal(b" \t\n\r\x0b"),
                ],
                a85decode,
            ),
        );
    global::encodebytes.store(py::def("encodebytes", "s", [], encodebytes));
    global::decodebytes.store(py::def("decodebytes", "s", [], decodebytes));
    global::encode.store(py::def("encode", "input, output", [], encode));
    global::decode.store(py::def("decode", "input, output", [], decode));
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
        "b32encode" => global::b32encode.load(),
        "b32decode" => global::b32decode.load(),
        "b32hexencode" => global::b32hexencode.load(),
        "b32hexdecode" => global::b32hexdecode.load(),
        "b85encode" => global::b85encode.load(),
        "b85decode" => global::b85decode.load(),
        "a85encode" => global::a85encode.load(),
        "a85decode" => global::a85decode.load(),
        "encodebytes" => global::encodebytes.load(),
        "decodebytes" => global::decodebytes.load(),
        "encode" => global::encode.load(),
        "decode" => global::decode.load(),
        _ => Ok(Value::None),
    }
}
