//! Keyed digests.
//!
//! @generated from `runtime/pure/hmac.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "hmac";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static HMAC : Global = const { Global::new("HMAC") }; pub (crate)
        static compare_digest : Global = const { Global::new("compare_digest") }; pub
        (crate) static digest : Global = const { Global::new("digest") }; pub (crate)
        static new : Global = const { Global::new("new") };
    }
}

pub(crate) fn hmac_init(
    self_: Value,
    mut key: Value,
    msg: Value,
    digestmod: Value,
) -> R {
    if !digestmod.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(&[Value::str("Missing required argument 'digestmod'.")]),
                )?,
            )?,
        );
    }
    self_
        .set_attr(
            "_make",
            if py::builtins::callable(&py::pos(&[digestmod.clone()]))?.truth()? {
                digestmod.clone()
            } else {
                {
                    let digestmod = digestmod.clone();
                    py::def(
                        "HMAC.__init__.<locals>.<lambda>",
                        "data=",
                        [py::bytes::literal(b"")],
                        move |data: Value| -> R {
                            Ok(
                                py::call::call(
                                    &py::pure::load("hashlib", "new")?,
                                    &py::pos(&[digestmod.clone(), data.clone()]),
                                )?,
                            )
                        },
                    )
                }
            },
        )?;
    let first = self_.method("_make", &[])?;
    self_.set_attr("digest_size", first.attr("digest_size")?)?;
    self_.set_attr("block_size", first.attr("block_size")?)?;
    self_.set_attr("name", Value::str("hmac-").add(&first.attr("name")?)?)?;
    if Value::from(py::builtins::len(&key)?).is_gt(&self_.attr("block_size")?)? {
        key = self_.method("_make", &[key.clone()])?.method("digest", &[])?;
    }
    self_
        .set_attr(
            "_key",
            py::construct::bytes(&py::pos(&[key.clone()]))?
                .add(
                    &py::construct::bytes(
                        &py::pos(
                            &[
                                self_
                                    .attr("block_size")?
                                    .sub(&Value::from(py::builtins::len(&key)?))?,
                            ],
                        ),
                    )?,
                )?,
        )?;
    self_.set_attr("_data", py::bytes::literal(b""))?;
    if !msg.is(&Value::None) {
        self_.method("update", &[msg.clone()])?;
    }
    Ok(Value::None)
}

pub(crate) fn hmac_update(self_: Value, msg: Value) -> R {
    {
        let object_3 = self_.clone();
        let mut value_5 = object_3.attr("_data")?;
        value_5.add_assign(&py::construct::bytes(&py::pos(&[msg.clone()]))?)?;
        object_3.set_attr("_data", value_5)?;
    }
    Ok(Value::None)
}

pub(crate) fn hmac_digest(self_: Value) -> R {
    let inner = self_
        .method(
            "_make",
            &[
                py::construct::bytes(
                        &py::pos(
                            &[
                                {
                                    async fn body_8(yielder: py::Yielder, u2e0: Value) -> R {
                                        let mut iter_6 = py::iter::iter(&u2e0)?;
                                        while let Some(k) = iter_6.next()? {
                                            yielder.give(k.bit_xor(&Value::Int(54))?).await?;
                                        }
                                        Ok(Value::None)
                                    }
                                    let arg_9 = py::iter::started(&self_.attr("_key")?)?;
                                    py::generator(
                                        "<genexpr>",
                                        move |yielder| body_8(yielder, arg_9),
                                    )
                                },
                            ],
                        ),
                    )?
                    .add(&self_.attr("_data")?)?,
            ],
        )?
        .method("digest", &[])?;
    Ok(
        self_
            .method(
                "_make",
                &[
                    py::construct::bytes(
                            &py::pos(
                                &[
                                    {
                                        async fn body_12(yielder: py::Yielder, u2e0: Value) -> R {
                                            let mut iter_10 = py::iter::iter(&u2e0)?;
                                            while let Some(k) = iter_10.next()? {
                                                yielder.give(k.bit_xor(&Value::Int(92))?).await?;
                                            }
                                            Ok(Value::None)
                                        }
                                        let arg_13 = py::iter::started(&self_.attr("_key")?)?;
                                        py::generator(
                                            "<genexpr>",
                                            move |yielder| body_12(yielder, arg_13),
                                        )
                                    },
                                ],
                            ),
                        )?
                        .add(&inner)?,
                ],
            )?
            .method("digest", &[])?,
    )
}

pub(crate) fn hmac_hexdigest(self_: Value) -> R {
    Ok(self_.method("digest", &[])?.method("hex", &[])?)
}

pub(crate) fn new(key: Value, msg: Value, digestmod: Value) -> R {
    Ok(
        py::call::call(
            &global::HMAC.load()?,
            &py::pos(&[key.clone(), msg.clone(), digestmod.clone()]),
        )?,
    )
}

pub(crate) fn digest(key: Value, msg: Value, digest: Value) -> R {
    let _frame = py::run::enter()?;
    Ok(
        py::call::call(
                &global::HMAC.load()?,
                &py::pos(&[key.clone(), msg.clone(), digest.clone()]),
            )?
            .method("digest", &[])?,
    )
}

pub(crate) fn compare_digest(a: Value, b: Value) -> R {
    Ok(a.eq(&b)?)
}

/// The statements of `hmac.py`.
pub(crate) fn run() -> R<()> {
    global::HMAC
        .store({
            let class = py::ClassBody::new("HMAC", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "HMAC.__init__",
                        "self, key, msg=, digestmod=",
                        [Value::None, Value::str("")],
                        hmac_init,
                    ),
                );
            class.set("update", py::def("HMAC.update", "self, msg", [], hmac_update));
            class.set("digest", py::def("HMAC.digest", "self", [], hmac_digest));
            class
                .set("hexdigest", py::def("HMAC.hexdigest", "self", [], hmac_hexdigest));
            class.finish(&[])?
        });
    global::new
        .store(
            py::def("new", "key, msg=, digestmod=", [Value::None, Value::str("")], new),
        );
    global::digest
        .store(py::func::counted(py::def("digest", "key, msg, digest", [], digest)));
    global::compare_digest.store(py::def("compare_digest", "a, b", [], compare_digest));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library hmac") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "HMAC" => global::HMAC.load(),
        "new" => global::new.load(),
        "digest" => global::digest.load(),
        "compare_digest" => global::compare_digest.load(),
        _ => Ok(Value::None),
    }
}
