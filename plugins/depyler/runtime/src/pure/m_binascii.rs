//! Bytes as hexadecimal digits, and a checksum.
//!
//! @generated from `runtime/pure/binascii.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static a2b_hex : Global = const { Global::new("a2b_hex") }; pub
        (crate) static b2a_hex : Global = const { Global::new("b2a_hex") }; pub (crate)
        static crc_hqx : Global = const { Global::new("crc_hqx") }; pub (crate) static
        hexlify : Global = const { Global::new("hexlify") }; pub (crate) static unhexlify
        : Global = const { Global::new("unhexlify") };
    }
}

pub(crate) fn hexlify(data: Value, sep: Value) -> R {
    let text = if sep.is(&Value::None) {
        py::construct::bytes(&py::pos(&[data.clone()]))?.method("hex", &[])?
    } else {
        py::construct::bytes(&py::pos(&[data.clone()]))?.method("hex", &[sep.clone()])?
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
                        async fn body_4(yielder: py::Yielder, u2e0: Value) -> R {
                            let mut iter_2 = py::iter::iter(&u2e0)?;
                            while let Some(c) = iter_2.next()? {
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
                        let arg_5 = py::iter::started(&text.clone())?;
                        py::generator("<genexpr>", move |yielder| body_4(yielder, arg_5))
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
    let mut iter_7 = py::iter::iter(&py::construct::bytes(&py::pos(&[data.clone()]))?)?;
    while let Some(byte) = iter_7.next()? {
        value.bit_xor_assign(&byte.shl(&Value::Int(8))?)?;
        let mut iter_9 = py::iter::iter(
            &py::construct::range(&py::pos(&[Value::Int(8)]))?,
        )?;
        while let Some(__) = iter_9.next()? {
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

/// The statements of `binascii.py`.
pub(crate) fn run() -> R<()> {
    global::hexlify.store(py::def("hexlify", "data, sep=", [Value::None], hexlify));
    global::unhexlify.store(py::def("unhexlify", "hexstr", [], unhexlify));
    global::crc_hqx.store(py::def("crc_hqx", "data, value", [], crc_hqx));
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
        _ => Ok(Value::None),
    }
}
