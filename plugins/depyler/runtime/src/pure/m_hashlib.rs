//! Message digests.
//!
//! @generated from `runtime/pure/hashlib.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "hashlib";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static HASH : Global = const { Global::new("HASH") }; pub (crate)
        static SHAKE : Global = const { Global::new("SHAKE") }; pub (crate) static _blake
        : Global = const { Global::new("_blake") }; pub (crate) static
        algorithms_available : Global = const { Global::new("algorithms_available") };
        pub (crate) static algorithms_guaranteed : Global = const {
        Global::new("algorithms_guaranteed") }; pub (crate) static blake2b : Global =
        const { Global::new("blake2b") }; pub (crate) static blake2s : Global = const {
        Global::new("blake2s") }; pub (crate) static file_digest : Global = const {
        Global::new("file_digest") }; pub (crate) static md5 : Global = const {
        Global::new("md5") }; pub (crate) static new : Global = const {
        Global::new("new") }; pub (crate) static pbkdf2_hmac : Global = const {
        Global::new("pbkdf2_hmac") }; pub (crate) static sha1 : Global = const {
        Global::new("sha1") }; pub (crate) static sha224 : Global = const {
        Global::new("sha224") }; pub (crate) static sha256 : Global = const {
        Global::new("sha256") }; pub (crate) static sha384 : Global = const {
        Global::new("sha384") }; pub (crate) static sha3_224 : Global = const {
        Global::new("sha3_224") }; pub (crate) static sha3_256 : Global = const {
        Global::new("sha3_256") }; pub (crate) static sha3_384 : Global = const {
        Global::new("sha3_384") }; pub (crate) static sha3_512 : Global = const {
        Global::new("sha3_512") }; pub (crate) static sha512 : Global = const {
        Global::new("sha512") }; pub (crate) static shake_128 : Global = const {
        Global::new("shake_128") }; pub (crate) static shake_256 : Global = const {
        Global::new("shake_256") };
    }
}

pub(crate) fn hash_init(
    self_: Value,
    name: Value,
    function: Value,
    digest_size: Value,
    block_size: Value,
    data: Value,
) -> R {
    self_.set_attr("name", name.clone())?;
    self_.set_attr("_function", function.clone())?;
    self_.set_attr("digest_size", digest_size.clone())?;
    self_.set_attr("block_size", block_size.clone())?;
    if py::builtins::isinstance(&py::pos(&[data.clone(), py::library_class("bytes")]))?
        .truth()?
    {
        self_.set_attr("_data", py::construct::bytearray(&py::pos(&[data.clone()]))?)?;
    } else {
        self_.set_attr("_data", py::construct::bytearray(&py::Args::none())?)?;
        self_.method("update", &[data.clone()])?;
    }
    Ok(Value::None)
}

pub(crate) fn hash_update(self_: Value, data: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[data.clone(), py::library_class("str")]))?
        .truth()?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(&[Value::str("Strings must be encoded before hashing")]),
                )?,
            )?,
        );
    }
    {
        let object_2 = self_.clone();
        let mut value_4 = object_2.attr("_data")?;
        value_4.add_assign(&data)?;
        object_2.set_attr("_data", value_4)?;
    }
    Ok(Value::None)
}

pub(crate) fn hash_digest(self_: Value) -> R {
    Ok(self_.method("_function", &[self_.attr("_data")?])?)
}

pub(crate) fn hash_hexdigest(self_: Value) -> R {
    Ok(self_.method("digest", &[])?.method("hex", &[])?)
}

pub(crate) fn hash_copy(self_: Value) -> R {
    Ok(
        py::call::call(
            &global::HASH.load()?,
            &py::pos(
                &[
                    self_.attr("name")?,
                    self_.attr("_function")?,
                    self_.attr("digest_size")?,
                    self_.attr("block_size")?,
                    py::construct::bytes(&py::pos(&[self_.attr("_data")?]))?,
                ],
            ),
        )?,
    )
}

pub(crate) fn hash_repr(self_: Value) -> R {
    Ok(
        Value::str(
            format!(
                "<{} _hashlib.HASH object @ 0x{}>", py::show(& self_.attr("name") ?) ?,
                py::fmt(& py::builtins::id(& py::pos(& [self_.clone()])) ?, ' ', "x") ?
            ),
        ),
    )
}

pub(crate) fn md5(data: Value, usedforsecurity: Value) -> R {
    Ok(
        py::call::call(
            &global::HASH.load()?,
            &py::pos(
                &[
                    Value::str("md5"),
                    py::native_fn("_md5", py::library::hashing::_md5),
                    Value::Int(16),
                    Value::Int(64),
                    data.clone(),
                ],
            ),
        )?,
    )
}

pub(crate) fn sha1(data: Value, usedforsecurity: Value) -> R {
    Ok(
        py::call::call(
            &global::HASH.load()?,
            &py::pos(
                &[
                    Value::str("sha1"),
                    py::native_fn("_sha1", py::library::hashing::_sha1),
                    Value::Int(20),
                    Value::Int(64),
                    data.clone(),
                ],
            ),
        )?,
    )
}

pub(crate) fn sha224(data: Value, usedforsecurity: Value) -> R {
    Ok(
        py::call::call(
            &global::HASH.load()?,
            &py::pos(
                &[
                    Value::str("sha224"),
                    py::native_fn("_sha224", py::library::hashing::_sha224),
                    Value::Int(28),
                    Value::Int(64),
                    data.clone(),
                ],
            ),
        )?,
    )
}

pub(crate) fn sha256(data: Value, usedforsecurity: Value) -> R {
    Ok(
        py::call::call(
            &global::HASH.load()?,
            &py::pos(
                &[
                    Value::str("sha256"),
                    py::native_fn("_sha256", py::library::hashing::_sha256),
                    Value::Int(32),
                    Value::Int(64),
                    data.clone(),
                ],
            ),
        )?,
    )
}

pub(crate) fn sha512(data: Value, usedforsecurity: Value) -> R {
    Ok(
        py::call::call(
            &global::HASH.load()?,
            &py::pos(
                &[
                    Value::str("sha512"),
                    py::native_fn("_sha512", py::library::hashing::_sha512),
                    Value::Int(64),
                    Value::Int(128),
                    data.clone(),
                ],
            ),
        )?,
    )
}

pub(crate) fn sha384(data: Value, usedforsecurity: Value) -> R {
    Ok(
        py::call::call(
            &global::HASH.load()?,
            &py::pos(
                &[
                    Value::str("sha384"),
                    py::native_fn("_sha384", py::library::hashing::_sha384),
                    Value::Int(48),
                    Value::Int(128),
                    data.clone(),
                ],
            ),
        )?,
    )
}

pub(crate) fn sha3_224(data: Value, usedforsecurity: Value) -> R {
    Ok(
        py::call::call(
            &global::HASH.load()?,
            &py::pos(
                &[
                    Value::str("sha3_224"),
                    py::def(
                        "sha3_224.<locals>.<lambda>",
                        "d",
                        [],
                        move |d: Value| -> R {
                            Ok(
                                py::library::hashing::_sha3(
                                    &py::pos(&[d.clone(), Value::Int(28)]),
                                )?,
                            )
                        },
                    ),
                    Value::Int(28),
                    Value::Int(144),
                    data.clone(),
                ],
            ),
        )?,
    )
}

pub(crate) fn sha3_256(data: Value, usedforsecurity: Value) -> R {
    Ok(
        py::call::call(
            &global::HASH.load()?,
            &py::pos(
                &[
                    Value::str("sha3_256"),
                    py::def(
                        "sha3_256.<locals>.<lambda>",
                        "d",
                        [],
                        move |d: Value| -> R {
                            Ok(
                                py::library::hashing::_sha3(
                                    &py::pos(&[d.clone(), Value::Int(32)]),
                                )?,
                            )
                        },
                    ),
                    Value::Int(32),
                    Value::Int(136),
                    data.clone(),
                ],
            ),
        )?,
    )
}

pub(crate) fn sha3_384(data: Value, usedforsecurity: Value) -> R {
    Ok(
        py::call::call(
            &global::HASH.load()?,
            &py::pos(
                &[
                    Value::str("sha3_384"),
                    py::def(
                        "sha3_384.<locals>.<lambda>",
                        "d",
                        [],
                        move |d: Value| -> R {
                            Ok(
                                py::library::hashing::_sha3(
                                    &py::pos(&[d.clone(), Value::Int(48)]),
                                )?,
                            )
                        },
                    ),
                    Value::Int(48),
                    Value::Int(104),
                    data.clone(),
                ],
            ),
        )?,
    )
}

pub(crate) fn sha3_512(data: Value, usedforsecurity: Value) -> R {
    Ok(
        py::call::call(
            &global::HASH.load()?,
            &py::pos(
                &[
                    Value::str("sha3_512"),
                    py::def(
                        "sha3_512.<locals>.<lambda>",
                        "d",
                        [],
                        move |d: Value| -> R {
                            Ok(
                                py::library::hashing::_sha3(
                                    &py::pos(&[d.clone(), Value::Int(64)]),
                                )?,
                            )
                        },
                    ),
                    Value::Int(64),
                    Value::Int(72),
                    data.clone(),
                ],
            ),
        )?,
    )
}

pub(crate) fn shake_digest(self_: Value, length: Value) -> R {
    if length.is(&Value::None) {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(
                        &[
                            Value::str(
                                "digest() missing required argument 'length' (pos 1)",
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    if length.is_lt(&Value::Int(0))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("SystemError"),
                    &py::pos(
                        &[
                            Value::str(
                                "Negative size passed to PyBytes_FromStringAndSize",
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    Ok(
        py::library::hashing::_shake(
            &py::pos(&[self_.attr("_data")?, self_.attr("block_size")?, length.clone()]),
        )?,
    )
}

pub(crate) fn shake_hexdigest(self_: Value, length: Value) -> R {
    if length.is(&Value::None) {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(
                        &[
                            Value::str(
                                "hexdigest() missing required argument 'length' (pos 1)",
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    if length.is_lt(&Value::Int(0))? {
        return Err(py::exc::to_raise(&py::exception("MemoryError"))?);
    }
    Ok(self_.method("digest", &[length.clone()])?.method("hex", &[])?)
}

pub(crate) fn shake_copy(self_: Value) -> R {
    Ok(
        py::call::call(
            &global::SHAKE.load()?,
            &py::pos(
                &[
                    self_.attr("name")?,
                    Value::None,
                    Value::Int(0),
                    self_.attr("block_size")?,
                    py::construct::bytes(&py::pos(&[self_.attr("_data")?]))?,
                ],
            ),
        )?,
    )
}

pub(crate) fn shake_128(data: Value, usedforsecurity: Value) -> R {
    Ok(
        py::call::call(
            &global::SHAKE.load()?,
            &py::pos(
                &[
                    Value::str("shake_128"),
                    Value::None,
                    Value::Int(0),
                    Value::Int(168),
                    data.clone(),
                ],
            ),
        )?,
    )
}

pub(crate) fn shake_256(data: Value, usedforsecurity: Value) -> R {
    Ok(
        py::call::call(
            &global::SHAKE.load()?,
            &py::pos(
                &[
                    Value::str("shake_256"),
                    Value::None,
                    Value::Int(0),
                    Value::Int(136),
                    data.clone(),
                ],
            ),
        )?,
    )
}

pub(crate) fn _blake(
    name: Value,
    most: Value,
    block: Value,
    data: Value,
    digest_size: Value,
    key: Value,
    salt: Value,
    person: Value,
) -> R {
    let size = if digest_size.is(&Value::None) {
        most.clone()
    } else {
        digest_size.clone()
    };
    if !{
        let left_22 = Value::Int(1);
        {
            let right_23 = size.clone();
            left_22.is_le(&right_23)?
                && {
                    let right_24 = most.clone();
                    right_23.is_le(&right_24)?
                }
        }
    } {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "digest_size for {}{} must be between 1 and {} bytes, here it is {}",
                                    py::show(& name.method("title", & []) ?.item(&
                                    py::item::slice(Value::None, Value::Int(- 1), Value::None))
                                    ?) ?, py::show(& name.item(& Value::Int(- 1)) ?) ?,
                                    py::show(& most) ?, py::show(& size) ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    Ok(
        py::call::call(
            &global::HASH.load()?,
            &py::pos(
                &[
                    name.clone(),
                    {
                        let key = key.clone();
                        let name = name.clone();
                        let person = person.clone();
                        let salt = salt.clone();
                        let size = size.clone();
                        py::def(
                            "_blake.<locals>.<lambda>",
                            "d",
                            [],
                            move |d: Value| -> R {
                                Ok(
                                    py::library::hashing::_blake2(
                                        &py::pos(
                                            &[
                                                name.eq(&Value::str("blake2b"))?,
                                                py::construct::bytes(&py::pos(&[key.clone()]))?,
                                                size.clone(),
                                                py::construct::bytes(&py::pos(&[salt.clone()]))?,
                                                py::construct::bytes(&py::pos(&[person.clone()]))?,
                                                d.clone(),
                                            ],
                                        ),
                                    )?,
                                )
                            },
                        )
                    },
                    size.clone(),
                    block.clone(),
                    data.clone(),
                ],
            ),
        )?,
    )
}

pub(crate) fn blake2b(
    data: Value,
    digest_size: Value,
    key: Value,
    salt: Value,
    person: Value,
    usedforsecurity: Value,
) -> R {
    Ok(
        _blake(
            Value::str("blake2b"),
            Value::Int(64),
            Value::Int(128),
            data.clone(),
            digest_size.clone(),
            key.clone(),
            salt.clone(),
            person.clone(),
        )?,
    )
}

pub(crate) fn blake2s(
    data: Value,
    digest_size: Value,
    key: Value,
    salt: Value,
    person: Value,
    usedforsecurity: Value,
) -> R {
    Ok(
        _blake(
            Value::str("blake2s"),
            Value::Int(32),
            Value::Int(64),
            data.clone(),
            digest_size.clone(),
            key.clone(),
            salt.clone(),
            person.clone(),
        )?,
    )
}

pub(crate) fn file_digest(fileobj: Value, digest: Value) -> R {
    let made = if py::builtins::isinstance(
            &py::pos(&[digest.clone(), py::library_class("str")]),
        )?
        .truth()?
    {
        py::call::call(&global::new.load()?, &py::pos(&[digest.clone()]))?
    } else {
        py::call::call(&digest.clone(), &py::Args::none())?
    };
    loop {
        let part = fileobj.method("read", &[Value::Int(65536)])?;
        if !part.truth()? {
            return Ok(made.clone());
        }
        made.method("update", &[part.clone()])?;
    }
}

pub(crate) fn new(name: Value, data: Value, usedforsecurity: Value) -> R {
    let known = py::dict([
        (Value::str("md5"), global::md5.load()?),
        (Value::str("sha1"), global::sha1.load()?),
        (Value::str("sha224"), global::sha224.load()?),
        (Value::str("sha256"), global::sha256.load()?),
        (Value::str("sha384"), global::sha384.load()?),
        (Value::str("sha512"), global::sha512.load()?),
        (Value::str("sha3_224"), global::sha3_224.load()?),
        (Value::str("sha3_256"), global::sha3_256.load()?),
        (Value::str("sha3_384"), global::sha3_384.load()?),
        (Value::str("sha3_512"), global::sha3_512.load()?),
        (Value::str("shake_128"), global::shake_128.load()?),
        (Value::str("shake_256"), global::shake_256.load()?),
        (Value::str("blake2b"), global::blake2b.load()?),
        (Value::str("blake2s"), global::blake2s.load()?),
    ])?;
    if !py::contained(&name.method("lower", &[])?, &known)? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!("unsupported hash type {}", py::show(& name) ?),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    Ok(
        py::call::call(
            &known.item(&name.method("lower", &[])?)?,
            &py::pos(&[data.clone()]),
        )?,
    )
}

pub(crate) fn pbkdf2_hmac(
    hash_name: Value,
    password: Value,
    salt: Value,
    iterations: Value,
    dklen: Value,
) -> R {
    let mut mac = Value::Unbound;
    mac = {
        let hash_name = hash_name.clone();
        let password = password.clone();
        py::def(
            "pbkdf2_hmac.<locals>.mac",
            "message",
            [],
            move |message: Value| -> R {
                let inner = py::call::call(
                    &global::new.load()?,
                    &py::pos(&[hash_name.clone()]),
                )?;
                let mut key = if Value::from(py::builtins::len(&password)?)
                    .is_le(&inner.attr("block_size")?)?
                {
                    password.clone()
                } else {
                    new(hash_name.clone(), password.clone(), Value::Bool(true))?
                        .method("digest", &[])?
                };
                key = key
                    .add(
                        &py::construct::bytes(
                            &py::pos(
                                &[
                                    inner
                                        .attr("block_size")?
                                        .sub(&Value::from(py::builtins::len(&key)?))?,
                                ],
                            ),
                        )?,
                    )?;
                inner
                    .method(
                        "update",
                        &[
                            py::construct::bytes(
                                    &py::pos(
                                        &[
                                            {
                                                async fn body_35(yielder: py::Yielder, u2e0: Value) -> R {
                                                    let mut iter_33 = py::iter::iter(&u2e0)?;
                                                    while let Some(k) = iter_33.next()? {
                                                        yielder.give(k.bit_xor(&Value::Int(54))?).await?;
                                                    }
                                                    Ok(Value::None)
                                                }
                                                let arg_36 = py::iter::started(&key.clone())?;
                                                py::generator(
                                                    "<genexpr>",
                                                    move |yielder| body_35(yielder, arg_36),
                                                )
                                            },
                                        ],
                                    ),
                                )?
                                .add(&message)?,
                        ],
                    )?;
                Ok(
                    new(
                            hash_name.clone(),
                            py::construct::bytes(
                                    &py::pos(
                                        &[
                                            {
                                                async fn body_39(yielder: py::Yielder, u2e0: Value) -> R {
                                                    let mut iter_37 = py::iter::iter(&u2e0)?;
                                                    while let Some(k) = iter_37.next()? {
                                                        yielder.give(k.bit_xor(&Value::Int(92))?).await?;
                                                    }
                                                    Ok(Value::None)
                                                }
                                                let arg_40 = py::iter::started(&key.clone())?;
                                                py::generator(
                                                    "<genexpr>",
                                                    move |yielder| body_39(yielder, arg_40),
                                                )
                                            },
                                        ],
                                    ),
                                )?
                                .add(&inner.method("digest", &[])?)?,
                            Value::Bool(true),
                        )?
                        .method("digest", &[])?,
                )
            },
        )
    };
    let size = py::call::call(&global::new.load()?, &py::pos(&[hash_name.clone()]))?
        .attr("digest_size")?;
    let wanted = if dklen.is(&Value::None) { size.clone() } else { dklen.clone() };
    let mut out = py::bytes::literal(b"");
    let mut block = Value::Int(1);
    while Value::from(py::builtins::len(&out)?).is_lt(&wanted)? {
        let mut step = py::call::call(
            &mac.clone(),
            &py::pos(
                &[
                    salt
                        .add(
                            &block
                                .method("to_bytes", &[Value::Int(4), Value::str("big")])?,
                        )?,
                ],
            ),
        )?;
        let mut total = py::library_class("int")
            .method("from_bytes", &[step.clone(), Value::str("big")])?;
        let mut iter_44 = py::iter::iter(
            &py::construct::range(&py::pos(&[iterations.sub(&Value::Int(1))?]))?,
        )?;
        while let Some(__) = iter_44.next()? {
            step = py::call::call(&mac.clone(), &py::pos(&[step.clone()]))?;
            total
                .bit_xor_assign(
                    &py::library_class("int")
                        .method("from_bytes", &[step.clone(), Value::str("big")])?,
                )?;
        }
        out.add_assign(&total.method("to_bytes", &[size.clone(), Value::str("big")])?)?;
        block.add_assign(&Value::Int(1))?;
    }
    Ok(out.item(&py::item::slice(Value::None, wanted.clone(), Value::None))?)
}

/// The statements of `hashlib.py`.
pub(crate) fn run() -> R<()> {
    global::algorithms_guaranteed
        .store(
            py::construct::set_of_constants([
                Value::str("md5"),
                Value::str("sha1"),
                Value::str("sha224"),
                Value::str("sha256"),
                Value::str("sha384"),
                Value::str("sha512"),
                Value::str("sha3_224"),
                Value::str("sha3_256"),
                Value::str("sha3_384"),
                Value::str("sha3_512"),
                Value::str("shake_128"),
                Value::str("shake_256"),
                Value::str("blake2b"),
                Value::str("blake2s"),
            ])?,
        );
    global::algorithms_available
        .store(
            py::construct::set_of_constants([
                Value::str("md5"),
                Value::str("sha1"),
                Value::str("sha224"),
                Value::str("sha256"),
                Value::str("sha384"),
                Value::str("sha512"),
                Value::str("sha3_224"),
                Value::str("sha3_256"),
                Value::str("sha3_384"),
                Value::str("sha3_512"),
                Value::str("shake_128"),
                Value::str("shake_256"),
                Value::str("blake2b"),
                Value::str("blake2s"),
            ])?,
        );
    global::HASH
        .store({
            let class = py::ClassBody::new("HASH", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "HASH.__init__",
                        "self, name, function, digest_size, block_size, data",
                        [],
                        hash_init,
                    ),
                );
            class.set("update", py::def("HASH.update", "self, data", [], hash_update));
            class.set("digest", py::def("HASH.digest", "self", [], hash_digest));
            class
                .set("hexdigest", py::def("HASH.hexdigest", "self", [], hash_hexdigest));
            class.set("copy", py::def("HASH.copy", "self", [], hash_copy));
            class.set("__repr__", py::def("HASH.__repr__", "self", [], hash_repr));
            class.finish(&[])?
        });
    global::md5
        .store(
            py::def(
                "md5",
                "data=, *, usedforsecurity=",
                [py::bytes::literal(b""), Value::Bool(true)],
                md5,
            ),
        );
    global::sha1
        .store(
            py::def(
                "sha1",
                "data=, *, usedforsecurity=",
                [py::bytes::literal(b""), Value::Bool(true)],
                sha1,
            ),
        );
    global::sha224
        .store(
            py::def(
                "sha224",
                "data=, *, usedforsecurity=",
                [py::bytes::literal(b""), Value::Bool(true)],
                sha224,
            ),
        );
    global::sha256
        .store(
            py::def(
                "sha256",
                "data=, *, usedforsecurity=",
                [py::bytes::literal(b""), Value::Bool(true)],
                sha256,
            ),
        );
    global::sha512
        .store(
            py::def(
                "sha512",
                "data=, *, usedforsecurity=",
                [py::bytes::literal(b""), Value::Bool(true)],
                sha512,
            ),
        );
    global::sha384
        .store(
            py::def(
                "sha384",
                "data=, *, usedforsecurity=",
                [py::bytes::literal(b""), Value::Bool(true)],
                sha384,
            ),
        );
    global::sha3_224
        .store(
            py::def(
                "sha3_224",
                "data=, *, usedforsecurity=",
                [py::bytes::literal(b""), Value::Bool(true)],
                sha3_224,
            ),
        );
    global::sha3_256
        .store(
            py::def(
                "sha3_256",
                "data=, *, usedforsecurity=",
                [py::bytes::literal(b""), Value::Bool(true)],
                sha3_256,
            ),
        );
    global::sha3_384
        .store(
            py::def(
                "sha3_384",
                "data=, *, usedforsecurity=",
                [py::bytes::literal(b""), Value::Bool(true)],
                sha3_384,
            ),
        );
    global::sha3_512
        .store(
            py::def(
                "sha3_512",
                "data=, *, usedforsecurity=",
                [py::bytes::literal(b""), Value::Bool(true)],
                sha3_512,
            ),
        );
    global::SHAKE
        .store({
            let class = py::ClassBody::new(
                "SHAKE",
                NAME,
                Value::None,
                &[global::HASH.load()?],
            )?;
            class
                .set(
                    "digest",
                    py::def("SHAKE.digest", "self, length=", [Value::None], shake_digest),
                );
            class
                .set(
                    "hexdigest",
                    py::def(
                        "SHAKE.hexdigest",
                        "self, length=",
                        [Value::None],
                        shake_hexdigest,
                    ),
                );
            class.set("copy", py::def("SHAKE.copy", "self", [], shake_copy));
            class.finish(&[])?
        });
    global::shake_128
        .store(
            py::def(
                "shake_128",
                "data=, *, usedforsecurity=",
                [py::bytes::literal(b""), Value::Bool(true)],
                shake_128,
            ),
        );
    global::shake_256
        .store(
            py::def(
                "shake_256",
                "data=, *, usedforsecurity=",
                [py::bytes::literal(b""), Value::Bool(true)],
                shake_256,
            ),
        );
    global::_blake
        .store(
            py::def(
                "_blake",
                "name, most, block, data, digest_size, key, salt, person",
                [],
                _blake,
            ),
        );
    global::blake2b
        .store(
            py::def(
                "blake2b",
                "data=, *, digest_size=, key=, salt=, person=, usedforsecurity=",
                [
                    py::bytes::literal(b""),
                    Value::None,
                    py::bytes::literal(b""),
                    py::bytes::literal(b""),
                    py::bytes::literal(b""),
                    Value::Bool(true),
                ],
                blake2b,
            ),
        );
    global::blake2s
        .store(
            py::def(
                "blake2s",
                "data=, *, digest_size=, key=, salt=, person=, usedforsecurity=",
                [
                    py::bytes::literal(b""),
                    Value::None,
                    py::bytes::literal(b""),
                    py::bytes::literal(b""),
                    py::bytes::literal(b""),
                    Value::Bool(true),
                ],
                blake2s,
            ),
        );
    global::file_digest
        .store(py::def("file_digest", "fileobj, digest", [], file_digest));
    global::new
        .store(
            py::def(
                "new",
                "name, data=, *, usedforsecurity=",
                [py::bytes::literal(b""), Value::Bool(true)],
                new,
            ),
        );
    global::pbkdf2_hmac
        .store(
            py::def(
                "pbkdf2_hmac",
                "hash_name, password, salt, iterations, dklen=",
                [Value::None],
                pbkdf2_hmac,
            ),
        );
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library hashlib") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "algorithms_guaranteed" => global::algorithms_guaranteed.load(),
        "algorithms_available" => global::algorithms_available.load(),
        "md5" => global::md5.load(),
        "sha1" => global::sha1.load(),
        "sha224" => global::sha224.load(),
        "sha256" => global::sha256.load(),
        "sha384" => global::sha384.load(),
        "sha512" => global::sha512.load(),
        "sha3_224" => global::sha3_224.load(),
        "sha3_256" => global::sha3_256.load(),
        "sha3_384" => global::sha3_384.load(),
        "sha3_512" => global::sha3_512.load(),
        "shake_128" => global::shake_128.load(),
        "shake_256" => global::shake_256.load(),
        "blake2b" => global::blake2b.load(),
        "blake2s" => global::blake2s.load(),
        "file_digest" => global::file_digest.load(),
        "new" => global::new.load(),
        "pbkdf2_hmac" => global::pbkdf2_hmac.load(),
        _ => Ok(Value::None),
    }
}
