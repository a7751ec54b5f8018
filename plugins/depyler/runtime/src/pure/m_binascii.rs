//! Bytes as hexadecimal digits, and a checksum.
//!
//! @generated from `runtime/pure/binascii.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static _buffer : Global = const { Global::new("_buffer") }; pub
        (crate) static a2b_base64 : Global = const { Global::new("a2b_base64") }; pub
        (crate) static a2b_hex : Global = const { Global::new("a2b_hex") }; pub (crate)
        static b2a_base64 : Global = const { Global::new("b2a_base64") }; pub (crate)
        static b2a_hex : Global = const { Global::new("b2a_hex") }; pub (crate) static
        b2a_uu : Global = const { Global::new("b2a_uu") }; pub (crate) static crc_hqx :
        Global = const { Global::new("crc_hqx") }; pub (crate) static hexlify : Global =
        const { Global::new("hexlify") }; pub (crate) static unhexlify : Global = const {
        Global::new("unhexlify") };
    }
}

pub(crate) fn _buffer(data: Value) -> R {
    if data.is(&Value::None)
        || py::builtins::isinstance(
                &py::pos(
                    &[
                        data.clone(),
                        py::tuple([
                            py::library_class("str"),
                            py::library_class("int"),
                            py::library_class("float"),
                            py::library_class("list"),
                            py::library_class("tuple"),
                            py::library_class("dict"),
                            py::library_class("set"),
                            py::library_class("frozenset"),
                            py::library_class("range"),
                        ]),
                    ],
                ),
            )?
            .truth()?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "a bytes-like object is required, not '{}'", py::show(&
                                    py::construct::type_(& py::pos(& [data.clone()]))
                                    ?.attr("__name__") ?) ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    Ok(py::construct::bytes(&py::pos(&[data.clone()]))?)
}

pub(crate) fn hexlify(mut data: Value, sep: Value) -> R {
    data = _buffer(data.clone())?;
    let text = if sep.is(&Value::None) {
        data.method("hex", &[])?
    } else {
        data.method("hex", &[sep.clone()])?
    };
    Ok(text.method("encode", &[Value::str("ascii")])?)
}

pub(crate) fn unhexlify(hexstr: Value) -> R {
    let text = if py::builtins::isinstance(
            &py::pos(&[hexstr.clone(), py::library_class("str")]),
        )?
        .truth()?
    {
        hexstr.clone()
    } else {
        py::construct::bytes(&py::pos(&[hexstr.clone()]))?
            .method("decode", &[Value::str("ascii")])?
    };
    if Value::from(py::builtins::len(&text)?).modulo(&Value::Int(2))?.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::library_class("binascii.Error"),
                    &py::pos(&[Value::str("Odd-length string")]),
                )?,
            )?,
        );
    }
    if py::builtins::any(
            &py::pos(
                &[
                    {
                        async fn body_5(yielder: py::Yielder, u2e0: Value) -> R {
                            let mut iter_3 = py::iter::iter(&u2e0)?;
                            while let Some(c) = iter_3.next()? {
                                yielder
                                    .give(
                                        Value::Bool(
                                            !py::contained(&c, &Value::str("0123456789abcdefABCDEF"))?,
                                        ),
                                    )
                                    .await?;
                            }
                            Ok(Value::None)
                        }
                        let arg_6 = py::iter::started(&text.clone())?;
                        py::generator("<genexpr>", move |yielder| body_5(yielder, arg_6))
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
                    &py::pos(&[Value::str("Non-hexadecimal digit found")]),
                )?,
            )?,
        );
    }
    Ok(py::library_class("bytes").method("fromhex", &[text.clone()])?)
}

pub(crate) fn crc_hqx(data: Value, mut value: Value) -> R {
    value.bit_and_assign(&Value::Int(65535))?;
    let mut iter_8 = py::iter::iter(&_buffer(data.clone())?)?;
    while let Some(byte) = iter_8.next()? {
        value.bit_xor_assign(&byte.shl(&Value::Int(8))?)?;
        let mut iter_10 = py::iter::iter(
            &py::construct::range(&py::pos(&[Value::Int(8)]))?,
        )?;
        while let Some(__) = iter_10.next()? {
            value = value
                .shl(&Value::Int(1))?
                .bit_xor(
                    &if value.bit_and(&Value::Int(32768))?.truth()? {
                        Value::Int(4129)
                    } else {
                        Value::Int(0)
                    },
                )?;
            value.bit_and_assign(&Value::Int(65535))?;
        }
    }
    Ok(value.clone())
}

pub(crate) fn b2a_base64(data: Value, newline: Value) -> R {
    Ok(
        py::library::base64::_encode64(&py::pos(&[_buffer(data.clone())?]))?
            .add(
                &if newline.truth()? {
                    py::bytes::literal(b"\n")
                } else {
                    py::bytes::literal(b"")
                },
            )?,
    )
}

pub(crate) fn a2b_base64(mut data: Value, strict_mode: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[data.clone(), py::library_class("str")]))?
        .truth()?
    {
        if !data.method("isascii", &[])?.truth()? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("ValueError"),
                        &py::pos(
                            &[
                                Value::str(
                                    "string argument should contain only ASCII characters",
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        data = data.method("encode", &[Value::str("ascii")])?;
    }
    Ok(
        py::library::base64::_decode64(
            &py::pos(
                &[py::construct::bytes(&py::pos(&[data.clone()]))?, strict_mode.clone()],
            ),
        )?,
    )
}

pub(crate) fn b2a_uu(mut data: Value, backtick: Value) -> R {
    data = _buffer(data.clone())?;
    if Value::from(py::builtins::len(&data)?).is_gt(&Value::Int(45))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::library_class("binascii.Error"),
                    &py::pos(&[Value::str("At most 45 bytes at once")]),
                )?,
            )?,
        );
    }
    let zero = if backtick.truth()? { Value::Int(96) } else { Value::Int(32) };
    let line = py::construct::bytearray(
        &py::pos(
            &[
                py::list([
                    if data.truth()? {
                        Value::Int(32).add(&Value::from(py::builtins::len(&data)?))?
                    } else {
                        zero.clone()
                    },
                ]),
            ],
        ),
    )?;
    let mut iter_14 = py::iter::iter(
        &py::construct::range(
            &py::pos(
                &[Value::Int(0), Value::from(py::builtins::len(&data)?), Value::Int(3)],
            ),
        )?,
    )?;
    while let Some(i) = iter_14.next()? {
        let bits = py::library_class("int")
            .method(
                "from_bytes",
                &[
                    data
                        .item(
                            &py::item::slice(
                                i.clone(),
                                i.add(&Value::Int(3))?,
                                Value::None,
                            ),
                        )?
                        .method("ljust", &[Value::Int(3), py::bytes::literal(b"\x00")])?,
                    Value::str("big"),
                ],
            )?;
        let mut iter_16 = py::iter::iter(
            &py::tuple([Value::Int(18), Value::Int(12), Value::Int(6), Value::Int(0)]),
        )?;
        while let Some(shift) = iter_16.next()? {
            let digit = bits.shr(&shift)?.bit_and(&Value::Int(63))?;
            line.method(
                "append",
                &[
                    if digit.truth()? {
                        digit.add(&Value::Int(32))?
                    } else {
                        zero.clone()
                    },
                ],
            )?;
        }
    }
    Ok(py::construct::bytes(&py::pos(&[line.clone()]))?.add(&py::bytes::literal(b"\n"))?)
}

/// The statements of `binascii.py`.
pub(crate) fn run() -> R<()> {
    global::_buffer.store(py::def("_buffer", "data", [], _buffer));
    global::hexlify.store(py::def("hexlify", "data, sep=", [Value::None], hexlify));
    global::unhexlify.store(py::def("unhexlify", "hexstr", [], unhexlify));
    global::crc_hqx.store(py::def("crc_hqx", "data, value", [], crc_hqx));
    global::b2a_base64
        .store(
            py::def("b2a_base64", "data, *, newline=", [Value::Bool(true)], b2a_base64),
        );
    global::a2b_base64
        .store(
            py::def(
                "a2b_base64",
                "data, *, strict_mode=",
                [Value::Bool(false)],
                a2b_base64,
            ),
        );
    global::b2a_uu
        .store(py::def("b2a_uu", "data, *, backtick=", [Value::Bool(false)], b2a_uu));
    global::b2a_hex.store(global::hexlify.load()?);
    global::a2b_hex.store(global::unhexlify.load()?);
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library binascii") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "hexlify" => global::hexlify.load(),
        "unhexlify" => global::unhexlify.load(),
        "crc_hqx" => global::crc_hqx.load(),
        "b2a_hex" => global::b2a_hex.load(),
        "a2b_hex" => global::a2b_hex.load(),
        "b2a_base64" => global::b2a_base64.load(),
        "a2b_base64" => global::a2b_base64.load(),
        "b2a_uu" => global::b2a_uu.load(),
        _ => Ok(Value::None),
    }
}
