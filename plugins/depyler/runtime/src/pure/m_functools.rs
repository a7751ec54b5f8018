//! Functions that choose by class.
//!
//! @generated from `runtime/pure/functools.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "functools";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static _noted : Global = const { Global::new("_noted") }; pub (crate)
        static partialmethod : Global = const { Global::new("partialmethod") }; pub
        (crate) static singledispatch : Global = const { Global::new("singledispatch") };
        pub (crate) static singledispatchmethod : Global = const {
        Global::new("singledispatchmethod") };
    }
}

/// A function that chooses by the class of its first argument.
pub(crate) fn singledispatch(function: Value) -> R {
    let mut dispatch = Value::Unbound;
    let mut register = Value::Unbound;
    let mut wrapper = Value::Unbound;
    let registry = py::dict([])?;
    dispatch = {
        let registry = registry.clone();
        py::def(
            "singledispatch.<locals>.dispatch",
            "kind",
            [],
            move |kind: Value| -> R {
                let mut iter_1 = py::iter::iter(&kind.attr("__mro__")?)?;
                while let Some(base) = iter_1.next()? {
                    if !base.is(&py::library_class("object"))
                        && py::contained(&base, &registry)?
                    {
                        return Ok(registry.item(&base)?);
                    }
                }
                // Abstract classes that are no bases, the most specific first.
                let found = {
                    let mut out_3 = Vec::new();
                    let mut iter_4 = py::iter::iter(&registry)?;
                    while let Some(known) = iter_4.next()? {
                        if !known.is(&py::library_class("object"))
                            && py::builtins::issubclass(
                                    &py::pos(&[kind.clone(), known.clone()]),
                                )?
                                .truth()?
                        {
                            out_3.push(known.clone());
                        }
                    }
                    Value::list(out_3)
                };
                let best = {
                    let mut out_5 = Vec::new();
                    let known = py::Shared::new("known", Value::Unbound);
                    let mut iter_6 = py::iter::iter(&found)?;
                    while let Some(item_7) = iter_6.next()? {
                        known.store(item_7);
                        if !py::builtins::any(
                                &py::pos(
                                    &[
                                        {
                                            async fn body_11(
                                                yielder: py::Yielder,
                                                known: py::Shared,
                                                u2e0: Value,
                                            ) -> R {
                                                let mut iter_8 = py::iter::iter(&u2e0)?;
                                                while let Some(other) = iter_8.next()? {
                                                    yielder
                                                        .give({
                                                            let left_10 = Value::Bool(!other.is(&known.load()?));
                                                            if !left_10.truth()? {
                                                                left_10
                                                            } else {
                                                                py::builtins::issubclass(
                                                                    &py::pos(&[other.clone(), known.load()?]),
                                                                )?
                                                            }
                                                        })
                                                        .await?;
                                                }
                                                Ok(Value::None)
                                            }
                                            let known = known.clone();
                                            let arg_12 = py::iter::started(&found.clone())?;
                                            py::generator(
                                                "<genexpr>",
                                                move |yielder| body_11(yielder, known, arg_12),
                                            )
                                        },
                                    ],
                                ),
                            )?
                            .truth()?
                        {
                            out_5.push(known.load()?);
                        }
                    }
                    Value::list(out_5)
                };
                if Value::from(py::builtins::len(&best)?).is_gt(&Value::Int(1))? {
                    return Err(
                        py::exc::to_raise(
                            &py::call::call(
                                &py::exception("RuntimeError"),
                                &py::pos(
                                    &[
                                        Value::str(
                                            format!(
                                                "Ambiguous dispatch: {} or {}", py::show(& best.item(&
                                                Value::Int(0)) ?) ?, py::show(& best.item(& Value::Int(1))
                                                ?) ?
                                            ),
                                        ),
                                    ],
                                ),
                            )?,
                        )?,
                    );
                }
                Ok(
                    registry
                        .item(
                            &if best.truth()? {
                                best.item(&Value::Int(0))?
                            } else {
                                py::library_class("object")
                            },
                        )?,
                )
            },
        )
    };
    register = {
        let registry = registry.clone();
        py::def(
            "singledispatch.<locals>.register",
            "kind, chosen=",
            [Value::None],
            move |kind: Value, chosen: Value| -> R {
                let mut take = Value::Unbound;
                if !chosen.is(&Value::None) {
                    let value_14 = chosen.clone();
                    registry.set_item(kind.clone(), value_14)?;
                    return Ok(chosen.clone());
                }
                if py::builtins::isinstance(
                        &py::pos(&[kind.clone(), py::library_class("type")]),
                    )?
                    .truth()?
                {
                    take = {
                        let kind = kind.clone();
                        let registry = registry.clone();
                        py::def(
                            "singledispatch.<locals>.register.<locals>.take",
                            "chosen",
                            [],
                            move |chosen: Value| -> R {
                                let value_15 = chosen.clone();
                                registry.set_item(kind.clone(), value_15)?;
                                Ok(chosen.clone())
                            },
                        )
                    };
                    return Ok(take.clone());
                }
                let mut iter_16 = py::iter::iter(&_noted(kind.clone())?)?;
                while let Some(noted) = iter_16.next()? {
                    let value_18 = kind.clone();
                    registry.set_item(noted.clone(), value_18)?;
                }
                Ok(kind.clone())
            },
        )
    };
    wrapper = {
        let dispatch = dispatch.clone();
        let function = function.clone();
        py::def(
            "singledispatch.<locals>.wrapper",
            "*args, **kwargs",
            [],
            move |args: Value, kwargs: Value| -> R {
                if !args.truth()? {
                    return Err(
                        py::exc::to_raise(
                            &py::call::call(
                                &py::exception("TypeError"),
                                &py::pos(
                                    &[
                                        Value::str(
                                            format!(
                                                "{} requires at least 1 positional argument", py::show(&
                                                function.attr("__name__") ?) ?
                                            ),
                                        ),
                                    ],
                                ),
                            )?,
                        )?,
                    );
                }
                Ok({
                    let function_21 = py::call::call(
                        &dispatch.clone(),
                        &py::pos(
                            &[
                                py::construct::type_(
                                    &py::pos(&[args.item(&Value::Int(0))?]),
                                )?,
                            ],
                        ),
                    )?;
                    let args_22: Vec<Value> = {
                        let mut items_24 = Vec::new();
                        items_24.extend(py::iter::to_vec(&args)?);
                        items_24
                    };
                    let mut keywords_23 = Vec::new();
                    py::call::keywords(&kwargs, &mut keywords_23)?;
                    py::call::call(
                        &function_21,
                        &py::Args {
                            pos: &args_22,
                            kw: &keywords_23,
                        },
                    )?
                })
            },
        )
    };
    let value_25 = function.clone();
    registry.set_item(py::library_class("object"), value_25)?;
    wrapper.set_attr("register", register.clone())?;
    wrapper.set_attr("dispatch", dispatch.clone())?;
    wrapper.set_attr("registry", registry.clone())?;
    py::call::call(
        &py::functools::wraps(&py::pos(&[function.clone()]))?,
        &py::pos(&[wrapper.clone()]),
    )?;
    Ok(wrapper.clone())
}

pub(crate) fn _noted(function: Value) -> R {
    let notes = py::builtins::getattr(
        &py::pos(&[function.clone(), Value::str("__first_note__"), py::dict([])?]),
    )?;
    let mut iter_27 = py::iter::iter(&notes)?;
    while let Some(name) = iter_27.next()? {
        let note = notes.item(&name)?;
        let found = {
            let mut out_29 = Vec::new();
            let mut iter_30 = py::iter::iter(
                &py::builtins::getattr(
                    &py::pos(
                        &[
                            note.clone(),
                            Value::str("__args__"),
                            py::tuple([note.clone()]),
                        ],
                    ),
                )?,
            )?;
            while let Some(part) = iter_30.next()? {
                out_29
                    .push(
                        if part.is(&Value::None) {
                            py::construct::type_(&py::pos(&[Value::None]))?
                        } else {
                            part.clone()
                        },
                    );
            }
            Value::list(out_29)
        };
        if py::builtins::all(
                &py::pos(
                    &[
                        {
                            async fn body_33(yielder: py::Yielder, u2e0: Value) -> R {
                                let mut iter_31 = py::iter::iter(&u2e0)?;
                                while let Some(part) = iter_31.next()? {
                                    yielder
                                        .give(
                                            py::builtins::isinstance(
                                                &py::pos(&[part.clone(), py::library_class("type")]),
                                            )?,
                                        )
                                        .await?;
                                }
                                Ok(Value::None)
                            }
                            let arg_34 = py::iter::started(&found.clone())?;
                            py::generator(
                                "<genexpr>",
                                move |yielder| body_33(yielder, arg_34),
                            )
                        },
                    ],
                ),
            )?
            .truth()?
        {
            return Ok(found.clone());
        }
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "Invalid annotation for {}. {} is not a class.", py::fmt(&
                                    name, 'r', "") ?, py::fmt(& note, 'r', "") ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    Err(
        py::exc::to_raise(
            &py::call::call(
                &py::exception("TypeError"),
                &py::pos(
                    &[
                        Value::str(
                            format!(
                                "Invalid first argument to `register()`: {}. Use either `@register(some_class)` or plain `@register` on an annotated function.",
                                py::fmt(& function, 'r', "") ?
                            ),
                        ),
                    ],
                ),
            )?,
        )?,
    )
}

pub(crate) fn singledispatchmethod_init(self_: Value, function: Value) -> R {
    self_.set_attr("dispatcher", singledispatch(function.clone())?)?;
    self_.set_attr("func", function.clone())?;
    Ok(Value::None)
}

pub(crate) fn singledispatchmethod_register(
    self_: Value,
    kind: Value,
    method: Value,
) -> R {
    Ok(self_.attr("dispatcher")?.method("register", &[kind.clone(), method.clone()])?)
}

pub(crate) fn singledispatchmethod_get(
    self_: Value,
    instance: Value,
    owner: Value,
) -> R {
    let mut method = Value::Unbound;
    method = {
        let instance = instance.clone();
        let self_ = self_.clone();
        py::def(
            "singledispatchmethod.__get__.<locals>.method",
            "*args, **kwargs",
            [],
            move |args: Value, kwargs: Value| -> R {
                let chosen = self_
                    .attr("dispatcher")?
                    .method(
                        "dispatch",
                        &[py::construct::type_(&py::pos(&[args.item(&Value::Int(0))?]))?],
                    )?;
                Ok({
                    let function_37 = chosen.clone();
                    let args_38: Vec<Value> = {
                        let mut items_40 = Vec::new();
                        items_40.push(instance.clone());
                        items_40.extend(py::iter::to_vec(&args)?);
                        items_40
                    };
                    let mut keywords_39 = Vec::new();
                    py::call::keywords(&kwargs, &mut keywords_39)?;
                    py::call::call(
                        &function_37,
                        &py::Args {
                            pos: &args_38,
                            kw: &keywords_39,
                        },
                    )?
                })
            },
        )
    };
    Ok(method.clone())
}

pub(crate) fn partialmethod_init(
    self_: Value,
    function: Value,
    args: Value,
    kwargs: Value,
) -> R {
    self_.set_attr("func", function.clone())?;
    self_.set_attr("args", args.clone())?;
    self_.set_attr("keywords", kwargs.clone())?;
    Ok(Value::None)
}

pub(crate) fn partialmethod_get(self_: Value, instance: Value, owner: Value) -> R {
    let mut method = Value::Unbound;
    method = {
        let instance = instance.clone();
        let self_ = self_.clone();
        py::def(
            "partialmethod.__get__.<locals>.method",
            "*args, **kwargs",
            [],
            move |args: Value, kwargs: Value| -> R {
                let both = py::construct::dict(&py::pos(&[self_.attr("keywords")?]))?;
                both.method("update", &[kwargs.clone()])?;
                Ok({
                    let object_41 = self_.clone();
                    let args_42: Vec<Value> = {
                        let mut items_44 = Vec::new();
                        items_44.push(instance.clone());
                        items_44.extend(py::iter::to_vec(&self_.attr("args")?)?);
                        items_44.extend(py::iter::to_vec(&args)?);
                        items_44
                    };
                    let mut keywords_43 = Vec::new();
                    py::call::keywords(&both, &mut keywords_43)?;
                    py::call::call_method_with(
                        &object_41,
                        "func",
                        &py::Args {
                            pos: &args_42,
                            kw: &keywords_43,
                        },
                    )?
                })
            },
        )
    };
    Ok(method.clone())
}

/// The statements of `functools.py`.
pub(crate) fn run() -> R<()> {
    global::singledispatch
        .store(
            py::documented(
                py::def("singledispatch", "function", [], singledispatch),
                "A function that chooses by the class of its first argument.",
            ),
        );
    global::_noted.store(py::def("_noted", "function", [], _noted));
    global::singledispatchmethod
        .store({
            let class = py::ClassBody::new(
                "singledispatchmethod",
                NAME,
                Value::str("A method that chooses by the class of its argument."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "singledispatchmethod.__init__",
                        "self, function",
                        [],
                        singledispatchmethod_init,
                    ),
                );
            class
                .set(
                    "register",
                    py::def(
                        "singledispatchmethod.register",
                        "self, kind, method=",
                        [Value::None],
                        singledispatchmethod_register,
                    ),
                );
            class
                .set(
                    "__get__",
                    py::def(
                        "singledispatchmethod.__get__",
                        "self, instance, owner=",
                        [Value::None],
                        singledispatchmethod_get,
                    ),
                );
            class.finish(&[])?
        });
    global::partialmethod
        .store({
            let class = py::ClassBody::new(
                "partialmethod",
                NAME,
                Value::str("A method with some arguments given."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "partialmethod.__init__",
                        "self, function, /, *args, **kwargs",
                        [],
                        partialmethod_init,
                    ),
                );
            class
                .set(
                    "__get__",
                    py::def(
                        "partialmethod.__get__",
                        "self, instance, owner=",
                        [Value::None],
                        partialmethod_get,
                    ),
                );
            class.finish(&[])?
        });
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library functools") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "singledispatch" => global::singledispatch.load(),
        "singledispatchmethod" => global::singledispatchmethod.load(),
        "partialmethod" => global::partialmethod.load(),
        _ => Ok(Value::None),
    }
}
