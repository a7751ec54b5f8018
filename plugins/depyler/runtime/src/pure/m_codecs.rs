//! Codecs by name.
//!
//! @generated from `runtime/pure/codecs.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static BOM_UTF8 : Global = const { Global::new("BOM_UTF8") }; pub
        (crate) static _INNER : Global = const { Global::new("_INNER") }; pub (crate)
        static _OUTER : Global = const { Global::new("_OUTER") }; pub (crate) static
        _name : Global = const { Global::new("_name") }; pub (crate) static decode :
        Global = const { Global::new("decode") }; pub (crate) static encode : Global =
        const { Global::new("encode") }; pub (crate) static open : Global = const {
        Global::new("open") };
    }
}

pub(crate) fn _name(encoding: Value) -> R {
    Ok(
        encoding
            .method("lower", &[])?
            .method("replace", &[Value::str("-"), Value::str("_")])?
            .method("replace", &[Value::str("rot_13"), Value::str("rot13")])?,
    )
}

pub(crate) fn encode(obj: Value, encoding: Value, errors: Value) -> R {
    let name = _name(encoding.clone())?;
    if name.is_eq(&Value::str("rot13"))? {
        return Ok(
            obj
                .method(
                    "translate",
                    &[
                        py::library_class("str")
                            .method(
                                "maketrans",
                                &[global::_OUTER.load()?, global::_INNER.load()?],
                            )?,
                    ],
                )?,
        );
    }
    if py::contained(&name, &py::tuple([Value::str("hex"), Value::str("hex_codec")]))? {
        return Ok(
            py::construct::bytes(&py::pos(&[obj.clone()]))?
                .method("hex", &[])?
                .method("encode", &[Value::str("ascii")])?,
        );
    }
    if py::contained(
        &name,
        &py::tuple([Value::str("base64"), Value::str("base64_codec")]),
    )? {
        return Ok(
            py::call::call(
                &py::pure::load("base64", "encodebytes")?,
                &py::pos(&[obj.clone()]),
            )?,
        );
    }
    Ok(obj.method("encode", &[encoding.clone(), errors.clone()])?)
}

pub(crate) fn decode(obj: Value, encoding: Value, errors: Value) -> R {
    let name = _name(encoding.clone())?;
    if name.is_eq(&Value::str("rot13"))? {
        return Ok(
            obj
                .method(
                    "translate",
                    &[
                        py::library_class("str")
                            .method(
                                "maketrans",
                                &[global::_OUTER.load()?, global::_INNER.load()?],
                            )?,
                    ],
                )?,
        );
    }
    if py::contained(&name, &py::tuple([Value::str("hex"), Value::str("hex_codec")]))? {
        return Ok(
            py::library_class("bytes")
                .method(
                    "fromhex",
                    &[
                        py::construct::bytes(&py::pos(&[obj.clone()]))?
                            .method("decode", &[Value::str("ascii")])?,
                    ],
                )?,
        );
    }
    if py::contained(
        &name,
        &py::tuple([Value::str("base64"), Value::str("base64_codec")]),
    )? {
        return Ok(
            py::call::call(
                &py::pure::load("base64", "decodebytes")?,
                &py::pos(&[obj.clone()]),
            )?,
        );
    }
    Ok(obj.method("decode", &[encoding.clone(), errors.clone()])?)
}

pub(crate) fn open(
    filename: Value,
    mode: Value,
    encoding: Value,
    errors: Value,
    buffering: Value,
) -> R {
    Ok(
        py::io::open(
            &py::Args {
                pos: &[filename.clone(), mode.clone()],
                kw: &[("encoding", encoding.clone())],
            },
        )?,
    )
}

/// The statements of `codecs.py`.
pub(crate) fn run() -> R<()> {
    global::BOM_UTF8.store(py::bytes::literal(b"\xef\xbb\xbf"));
    global::_OUTER
        .store(Value::str("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"));
    global::_INNER
        .store(Value::str("NOPQRSTUVWXYZABCDEFGHIJKLMnopqrstuvwxyzabcdefghijklm"));
    global::_name.store(py::def("_name", "encoding", [], _name));
    global::encode
        .store(
            py::def(
                "encode",
                "obj, encoding=, errors=",
                [Value::str("utf-8"), Value::str("strict")],
                encode,
            ),
        );
    global::decode
        .store(
            py::def(
                "decode",
                "obj, encoding=, errors=",
                [Value::str("utf-8"), Value::str("strict")],
                decode,
            ),
        );
    global::open
        .store(
            py::def(
                "open",
                "filename, mode=, encoding=, errors=, buffering=",
                [Value::str("r"), Value::None, Value::str("strict"), Value::Int(-1)],
                open,
            ),
        );
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library codecs") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "BOM_UTF8" => global::BOM_UTF8.load(),
        "encode" => global::encode.load(),
        "decode" => global::decode.load(),
        "open" => global::open.load(),
        _ => Ok(Value::None),
    }
}
