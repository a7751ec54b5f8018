//! Universally unique identifiers.
//!
//! @generated from `runtime/pure/uuid.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "uuid";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static NAMESPACE_DNS : Global = const { Global::new("NAMESPACE_DNS")
        }; pub (crate) static NAMESPACE_OID : Global = const {
        Global::new("NAMESPACE_OID") }; pub (crate) static NAMESPACE_URL : Global = const
        { Global::new("NAMESPACE_URL") }; pub (crate) static NAMESPACE_X500 : Global =
        const { Global::new("NAMESPACE_X500") }; pub (crate) static RESERVED_NCS : Global
        = const { Global::new("RESERVED_NCS") }; pub (crate) static RFC_4122 : Global =
        const { Global::new("RFC_4122") }; pub (crate) static UUID : Global = const {
        Global::new("UUID") }; pub (crate) static _from_bytes : Global = const {
        Global::new("_from_bytes") }; pub (crate) static _number : Global = const {
        Global::new("_number") }; pub (crate) static uuid1 : Global = const {
        Global::new("uuid1") }; pub (crate) static uuid3 : Global = const {
        Global::new("uuid3") }; pub (crate) static uuid4 : Global = const {
        Global::new("uuid4") }; pub (crate) static uuid5 : Global = const {
        Global::new("uuid5") };
    }
}

pub(crate) fn uuid_init(
    self_: Value,
    hex: Value,
    bytes: Value,
    bytes_le: Value,
    fields: Value,
    mut int: Value,
    version: Value,
) -> R {
    if !hex.is(&Value::None) {
        let text = hex
            .method("replace", &[Value::str("urn:"), Value::str("")])?
            .method("replace", &[Value::str("uuid:"), Value::str("")])?
            .method("strip", &[Value::str("{}")])?
            .method("replace", &[Value::str("-"), Value::str("")])?;
        if Value::from(py::builtins::len(&text)?).is_ne(&Value::Int(32))? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("ValueError"),
                        &py::pos(&[Value::str("badly formed hexadecimal UUID string")]),
                    )?,
                )?,
            );
        }
        int = _number(text.clone())?;
    } else if !bytes.is(&Value::None) {
        if Value::from(py::builtins::len(&bytes)?).is_ne(&Value::Int(16))? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("ValueError"),
                        &py::pos(&[Value::str("bytes is not a 16-char string")]),
                    )?,
                )?,
            );
        }
        int = _from_bytes(bytes.clone())?;
    } else if int.is(&Value::None) {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(
                        &[
                            Value::str(
                                "one of the hex, bytes, bytes_le, fields, or int arguments must be given",
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    if !{
        let left_4 = Value::Int(0);
        {
            let right_5 = int.clone();
            left_4.is_le(&right_5)?
                && {
                    let right_6 = Value::Int(1).shl(&Value::Int(128))?;
                    right_5.is_lt(&right_6)?
                }
        }
    } {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("int is out of range (need a 128-bit value)")]),
                )?,
            )?,
        );
    }
    if !version.is(&Value::None) {
        int.bit_and_assign(&py::big!("13835058055282163712").invert()?)?;
        int.bit_or_assign(&py::big!("9223372036854775808"))?;
        int.bit_and_assign(&Value::Int(61440).shl(&Value::Int(64))?.invert()?)?;
        int.bit_or_assign(&version.shl(&Value::Int(76))?)?;
    }
    self_.set_attr("int", int.clone())?;
    Ok(Value::None)
}

pub(crate) fn uuid_eq(self_: Value, other: Value) -> R {
    Ok(
        if py::builtins::isinstance(&py::pos(&[other.clone(), global::UUID.load()?]))?
            .truth()?
        {
            self_.attr("int")?.eq(&other.attr("int")?)?
        } else {
            Value::NotImplemented
        },
    )
}

pub(crate) fn uuid_lt(self_: Value, other: Value) -> R {
    Ok(self_.attr("int")?.lt(&other.attr("int")?)?)
}

pub(crate) fn uuid_hash(self_: Value) -> R {
    Ok(py::builtins::hash(&py::pos(&[self_.attr("int")?]))?)
}

pub(crate) fn uuid_int(self_: Value) -> R {
    Ok(self_.attr("int")?)
}

pub(crate) fn uuid_str(self_: Value) -> R {
    let h = self_.attr("hex")?;
    Ok(
        Value::str(
            format!(
                "{}-{}-{}-{}-{}", py::show(& h.item(& py::item::slice(Value::None,
                Value::Int(8), Value::None)) ?) ?, py::show(& h.item(&
                py::item::slice(Value::Int(8), Value::Int(12), Value::None)) ?) ?,
                py::show(& h.item(& py::item::slice(Value::Int(12), Value::Int(16),
                Value::None)) ?) ?, py::show(& h.item(& py::item::slice(Value::Int(16),
                Value::Int(20), Value::None)) ?) ?, py::show(& h.item(&
                py::item::slice(Value::Int(20), Value::None, Value::None)) ?) ?
            ),
        ),
    )
}

pub(crate) fn uuid_repr(self_: Value) -> R {
    Ok(Value::str(format!("UUID('{}')", py::show(& self_) ?)))
}

pub(crate) fn uuid_hex(self_: Value) -> R {
    Ok(Value::str("%032x").modulo(&self_.attr("int")?)?)
}

pub(crate) fn uuid_bytes(self_: Value) -> R {
    Ok(self_.attr("int")?.method("to_bytes", &[Value::Int(16), Value::str("big")])?)
}

pub(crate) fn uuid_version(self_: Value) -> R {
    Ok(self_.attr("int")?.shr(&Value::Int(76))?.bit_and(&Value::Int(15))?)
}

pub(crate) fn uuid_variant(self_: Value) -> R {
    Ok(
        if self_
            .attr("int")?
            .shr(&Value::Int(62))?
            .bit_and(&Value::Int(3))?
            .is_eq(&Value::Int(2))?
        {
            global::RFC_4122.load()?
        } else {
            global::RESERVED_NCS.load()?
        },
    )
}

pub(crate) fn uuid_urn(self_: Value) -> R {
    Ok(Value::str("urn:uuid:").add(&py::construct::str(&py::pos(&[self_.clone()]))?)?)
}

pub(crate) fn _number(text: Value) -> R {
    Ok(py::construct::int(&py::pos(&[text.clone(), Value::Int(16)]))?)
}

pub(crate) fn _from_bytes(data: Value) -> R {
    Ok(
        py::library_class("int")
            .method("from_bytes", &[data.clone(), Value::str("big")])?,
    )
}

pub(crate) fn uuid4() -> R {
    Ok(
        py::call::call(
            &global::UUID.load()?,
            &py::Args {
                pos: &[],
                kw: &[
                    ("bytes", py::library::os::urandom(&py::pos(&[Value::Int(16)]))?),
                    ("version", Value::Int(4)),
                ],
            },
        )?,
    )
}

pub(crate) fn uuid1(node: Value, clock_seq: Value) -> R {
    Ok(
        py::call::call(
            &global::UUID.load()?,
            &py::Args {
                pos: &[],
                kw: &[
                    ("bytes", py::library::os::urandom(&py::pos(&[Value::Int(16)]))?),
                    ("version", Value::Int(1)),
                ],
            },
        )?,
    )
}

pub(crate) fn uuid3(namespace: Value, name: Value) -> R {
    Ok(
        py::call::call(
            &global::UUID.load()?,
            &py::Args {
                pos: &[],
                kw: &[
                    (
                        "bytes",
                        py::call::call(
                                &py::pure::load("hashlib", "md5")?,
                                &py::pos(
                                    &[
                                        namespace.attr("bytes")?.add(&name.method("encode", &[])?)?,
                                    ],
                                ),
                            )?
                            .method("digest", &[])?,
                    ),
                    ("version", Value::Int(3)),
                ],
            },
        )?,
    )
}

pub(crate) fn uuid5(namespace: Value, name: Value) -> R {
    Ok(
        py::call::call(
            &global::UUID.load()?,
            &py::Args {
                pos: &[],
                kw: &[
                    (
                        "bytes",
                        py::call::call(
                                &py::pure::load("hashlib", "sha1")?,
                                &py::pos(
                                    &[
                                        namespace.attr("bytes")?.add(&name.method("encode", &[])?)?,
                                    ],
                                ),
                            )?
                            .method("digest", &[])?
                            .item(
                                &py::item::slice(Value::None, Value::Int(16), Value::None),
                            )?,
                    ),
                    ("version", Value::Int(5)),
                ],
            },
        )?,
    )
}

/// The statements of `uuid.py`.
pub(crate) fn run() -> R<()> {
    global::RESERVED_NCS.store(Value::str("reserved for NCS compatibility"));
    global::RFC_4122.store(Value::str("specified in RFC 4122"));
    global::UUID
        .store({
            let class = py::ClassBody::new("UUID", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "UUID.__init__",
                        "self, hex=, bytes=, bytes_le=, fields=, int=, version=",
                        [
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::None,
                        ],
                        uuid_init,
                    ),
                );
            class.set("__eq__", py::def("UUID.__eq__", "self, other", [], uuid_eq));
            class.set("__lt__", py::def("UUID.__lt__", "self, other", [], uuid_lt));
            class.set("__hash__", py::def("UUID.__hash__", "self", [], uuid_hash));
            class.set("__int__", py::def("UUID.__int__", "self", [], uuid_int));
            class.set("__str__", py::def("UUID.__str__", "self", [], uuid_str));
            class.set("__repr__", py::def("UUID.__repr__", "self", [], uuid_repr));
            class
                .set(
                    "hex",
                    py::library_class("property")
                        .call(&[py::def("UUID.hex", "self", [], uuid_hex)])?,
                );
            class
                .set(
                    "bytes",
                    py::library_class("property")
                        .call(&[py::def("UUID.bytes", "self", [], uuid_bytes)])?,
                );
            class
                .set(
                    "version",
                    py::library_class("property")
                        .call(&[py::def("UUID.version", "self", [], uuid_version)])?,
                );
            class
                .set(
                    "variant",
                    py::library_class("property")
                        .call(&[py::def("UUID.variant", "self", [], uuid_variant)])?,
                );
            class
                .set(
                    "urn",
                    py::library_class("property")
                        .call(&[py::def("UUID.urn", "self", [], uuid_urn)])?,
                );
            class.finish(&[])?
        });
    global::_number.store(py::def("_number", "text", [], _number));
    global::_from_bytes.store(py::def("_from_bytes", "data", [], _from_bytes));
    global::NAMESPACE_DNS
        .store(
            py::call::call(
                &global::UUID.load()?,
                &py::pos(&[Value::str("6ba7b810-9dad-11d1-80b4-00c04fd430c8")]),
            )?,
        );
    global::NAMESPACE_URL
        .store(
            py::call::call(
                &global::UUID.load()?,
                &py::pos(&[Value::str("6ba7b811-9dad-11d1-80b4-00c04fd430c8")]),
            )?,
        );
    global::NAMESPACE_OID
        .store(
            py::call::call(
                &global::UUID.load()?,
                &py::pos(&[Value::str("6ba7b812-9dad-11d1-80b4-00c04fd430c8")]),
            )?,
        );
    global::NAMESPACE_X500
        .store(
            py::call::call(
                &global::UUID.load()?,
                &py::pos(&[Value::str("6ba7b814-9dad-11d1-80b4-00c04fd430c8")]),
            )?,
        );
    global::uuid4.store(py::def("uuid4", "", [], uuid4));
    global::uuid1
        .store(py::def("uuid1", "node=, clock_seq=", [Value::None, Value::None], uuid1));
    global::uuid3.store(py::def("uuid3", "namespace, name", [], uuid3));
    global::uuid5.store(py::def("uuid5", "namespace, name", [], uuid5));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library uuid") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "RESERVED_NCS" => global::RESERVED_NCS.load(),
        "RFC_4122" => global::RFC_4122.load(),
        "UUID" => global::UUID.load(),
        "NAMESPACE_DNS" => global::NAMESPACE_DNS.load(),
        "NAMESPACE_URL" => global::NAMESPACE_URL.load(),
        "NAMESPACE_OID" => global::NAMESPACE_OID.load(),
        "NAMESPACE_X500" => global::NAMESPACE_X500.load(),
        "uuid4" => global::uuid4.load(),
        "uuid1" => global::uuid1.load(),
        "uuid3" => global::uuid3.load(),
        "uuid5" => global::uuid5.load(),
        _ => Ok(Value::None),
    }
}
