//! What kind of object something is.
//!
//! @generated from `runtime/pure/inspect.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "inspect";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static BoundArguments : Global = const {
        Global::new("BoundArguments") }; pub (crate) static Parameter : Global = const {
        Global::new("Parameter") }; pub (crate) static Signature : Global = const {
        Global::new("Signature") }; pub (crate) static _ParameterKind : Global = const {
        Global::new("_ParameterKind") }; pub (crate) static _annotation_text : Global =
        const { Global::new("_annotation_text") }; pub (crate) static _empty : Global =
        const { Global::new("_empty") }; pub (crate) static _unknown : Global = const {
        Global::new("_unknown") }; pub (crate) static cleandoc : Global = const {
        Global::new("cleandoc") }; pub (crate) static get_annotations : Global = const {
        Global::new("get_annotations") }; pub (crate) static getdoc : Global = const {
        Global::new("getdoc") }; pub (crate) static getmembers : Global = const {
        Global::new("getmembers") }; pub (crate) static getmro : Global = const {
        Global::new("getmro") }; pub (crate) static isabstract : Global = const {
        Global::new("isabstract") }; pub (crate) static isawaitable : Global = const {
        Global::new("isawaitable") }; pub (crate) static isbuiltin : Global = const {
        Global::new("isbuiltin") }; pub (crate) static isclass : Global = const {
        Global::new("isclass") }; pub (crate) static iscoroutine : Global = const {
        Global::new("iscoroutine") }; pub (crate) static isfunction : Global = const {
        Global::new("isfunction") }; pub (crate) static isgenerator : Global = const {
        Global::new("isgenerator") }; pub (crate) static ismethod : Global = const {
        Global::new("ismethod") }; pub (crate) static isroutine : Global = const {
        Global::new("isroutine") }; pub (crate) static signature : Global = const {
        Global::new("signature") };
    }
}

pub(crate) fn isclass(object: Value) -> R {
    Ok(py::builtins::isinstance(&py::pos(&[object.clone(), py::library_class("type")]))?)
}

pub(crate) fn isfunction(object: Value) -> R {
    Ok(
        py::builtins::isinstance(
            &py::pos(&[object.clone(), py::pure::load("types", "FunctionType")?]),
        )?,
    )
}

pub(crate) fn ismethod(object: Value) -> R {
    Ok(
        py::builtins::isinstance(
            &py::pos(&[object.clone(), py::pure::load("types", "MethodType")?]),
        )?,
    )
}

pub(crate) fn isbuiltin(object: Value) -> R {
    Ok(
        py::builtins::isinstance(
            &py::pos(&[object.clone(), py::pure::load("types", "BuiltinFunctionType")?]),
        )?,
    )
}

pub(crate) fn isroutine(object: Value) -> R {
    Ok({
        let left_1 = isfunction(object.clone())?;
        if left_1.truth()? {
            left_1
        } else {
            {
                let left_2 = ismethod(object.clone())?;
                if left_2.truth()? { left_2 } else { isbuiltin(object.clone())? }
            }
        }
    })
}

pub(crate) fn isgenerator(object: Value) -> R {
    Ok(
        py::builtins::isinstance(
            &py::pos(&[object.clone(), py::pure::load("types", "GeneratorType")?]),
        )?,
    )
}

pub(crate) fn iscoroutine(object: Value) -> R {
    Ok(
        py::construct::type_(&py::pos(&[object.clone()]))?
            .attr("__name__")?
            .eq(&Value::str("coroutine"))?,
    )
}

pub(crate) fn isawaitable(object: Value) -> R {
    Ok({
        let left_3 = iscoroutine(object.clone())?;
        if left_3.truth()? {
            left_3
        } else {
            py::builtins::hasattr(&py::pos(&[object.clone(), Value::str("__await__")]))?
        }
    })
}

pub(crate) fn isabstract(object: Value) -> R {
    Ok({
        let left_4 = py::builtins::isinstance(
            &py::pos(&[object.clone(), py::library_class("type")]),
        )?;
        if !left_4.truth()? {
            left_4
        } else {
            py::builtins::any(
                &py::pos(
                    &[
                        {
                            async fn body_7(
                                yielder: py::Yielder,
                                object: Value,
                                u2e0: Value,
                            ) -> R {
                                let mut iter_5 = py::iter::iter(&u2e0)?;
                                while let Some(n) = iter_5.next()? {
                                    yielder
                                        .give(
                                            py::builtins::getattr(
                                                &py::pos(
                                                    &[
                                                        py::builtins::getattr(
                                                            &py::pos(&[object.clone(), n.clone(), Value::None]),
                                                        )?,
                                                        Value::str("__isabstractmethod__"),
                                                        Value::Bool(false),
                                                    ],
                                                ),
                                            )?,
                                        )
                                        .await?;
                                }
                                Ok(Value::None)
                            }
                            let object = object.clone();
                            let arg_8 = py::iter::started(
                                &py::builtins::dir(&py::pos(&[object.clone()]))?,
                            )?;
                            py::generator(
                                "<genexpr>",
                                move |yielder| body_7(yielder, object, arg_8),
                            )
                        },
                    ],
                ),
            )?
        }
    })
}

pub(crate) fn getmembers(object: Value, predicate: Value) -> R {
    let mut value = Value::Unbound;
    let found = py::list([]);
    let mut iter_9 = py::iter::iter(
        &py::builtins::sorted(
            &py::pos(&[py::builtins::dir(&py::pos(&[object.clone()]))?]),
        )?,
    )?;
    while let Some(name) = iter_9.next()? {
        let flow_13: py::Flow = 'try_11: {
            value = py::attempt!(
                'try_11, py::builtins::getattr(& py::pos(& [object.clone(), name
                .clone()]))
            );
            py::Flow::Next
        };
        if let py::Flow::Raise(raised_12) = flow_13 {
            if raised_12.is_a("AttributeError") {
                continue;
            } else {
                return Err(raised_12);
            }
        }
        if predicate.is(&Value::None)
            || py::call::call(&predicate.clone(), &py::pos(&[value.clone()]))?.truth()?
        {
            found.method("append", &[py::tuple([name.clone(), value.clone()])])?;
        }
    }
    Ok(found.clone())
}

pub(crate) fn cleandoc(doc: Value) -> R {
    let lines = doc.method("expandtabs", &[])?.method("split", &[Value::str("\n")])?;
    let mut margin = Value::None;
    let mut iter_15 = py::iter::iter(
        &lines.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
    )?;
    while let Some(line) = iter_15.next()? {
        let content = Value::from(py::builtins::len(&line.method("lstrip", &[])?)?);
        if content.truth()? {
            let indent = Value::from(py::builtins::len(&line)?).sub(&content)?;
            margin = if margin.is(&Value::None) {
                indent.clone()
            } else {
                py::builtins::min(&py::pos(&[margin.clone(), indent.clone()]))?
            };
        }
    }
    if lines.truth()? {
        let value_17 = lines.item(&Value::Int(0))?.method("lstrip", &[])?;
        lines.set_item(Value::Int(0), value_17)?;
    }
    if !margin.is(&Value::None) {
        let mut iter_18 = py::iter::iter(
            &py::construct::range(
                &py::pos(&[Value::Int(1), Value::from(py::builtins::len(&lines)?)]),
            )?,
        )?;
        while let Some(i) = iter_18.next()? {
            let value_20 = lines
                .item(&i)?
                .item(&py::item::slice(margin.clone(), Value::None, Value::None))?;
            lines.set_item(i.clone(), value_20)?;
        }
    }
    while lines.truth()? && !lines.item(&Value::Int(-1))?.truth()? {
        lines.method("pop", &[])?;
    }
    while lines.truth()? && !lines.item(&Value::Int(0))?.truth()? {
        lines.method("pop", &[Value::Int(0)])?;
    }
    Ok(Value::str("\n").method("join", &[lines.clone()])?)
}

pub(crate) fn getdoc(object: Value) -> R {
    let doc = object.attr("__doc__")?;
    Ok(
        if py::builtins::isinstance(&py::pos(&[doc.clone(), py::library_class("str")]))?
            .truth()?
        {
            cleandoc(doc.clone())?
        } else {
            Value::None
        },
    )
}

pub(crate) fn getmro(cls: Value) -> R {
    Ok(cls.attr("__mro__")?)
}

pub(crate) fn _parameter_kind_str(self_: Value) -> R {
    Ok(self_.attr("name")?)
}

pub(crate) fn _parameter_kind_description(self_: Value) -> R {
    let texts = py::tuple([
        Value::str("positional-only"),
        Value::str("positional or keyword"),
        Value::str("variadic positional"),
        Value::str("keyword-only"),
        Value::str("variadic keyword"),
    ]);
    Ok(texts.item(&self_.attr("value")?)?)
}

pub(crate) fn _annotation_text(annotation: Value) -> R {
    if py::builtins::getattr(
            &py::pos(&[annotation.clone(), Value::str("__module__"), Value::None]),
        )?
        .is_eq(&Value::str("typing"))?
    {
        return Ok(
            py::builtins::repr(&py::pos(&[annotation.clone()]))?
                .method("replace", &[Value::str("typing."), Value::str("")])?,
        );
    }
    if py::construct::type_(&py::pos(&[annotation.clone()]))?
        .attr("__name__")?
        .is_eq(&Value::str("GenericAlias"))?
    {
        return Ok(py::construct::str(&py::pos(&[annotation.clone()]))?);
    }
    if py::builtins::isinstance(
            &py::pos(&[annotation.clone(), py::library_class("type")]),
        )?
        .truth()?
    {
        if py::contained(
            &annotation.attr("__module__")?,
            &py::tuple([Value::str("builtins"), Value::str("")]),
        )? {
            return Ok(annotation.attr("__qualname__")?);
        }
        return Ok(
            annotation
                .attr("__module__")?
                .add(&Value::str("."))?
                .add(&annotation.attr("__qualname__")?)?,
        );
    }
    Ok(py::builtins::repr(&py::pos(&[annotation.clone()]))?)
}

pub(crate) fn parameter_init(
    self_: Value,
    name: Value,
    kind: Value,
    default: Value,
    annotation: Value,
) -> R {
    self_.set_attr("name", name.clone())?;
    self_
        .set_attr(
            "kind",
            py::call::call(&global::_ParameterKind.load()?, &py::pos(&[kind.clone()]))?,
        )?;
    self_.set_attr("default", default.clone())?;
    self_.set_attr("annotation", annotation.clone())?;
    Ok(Value::None)
}

pub(crate) fn parameter_replace(
    self_: Value,
    name: Value,
    kind: Value,
    default: Value,
    annotation: Value,
) -> R {
    Ok(
        py::call::call(
            &global::Parameter.load()?,
            &py::Args {
                pos: &[
                    if name.is(&Value::None) {
                        self_.attr("name")?
                    } else {
                        name.clone()
                    },
                    if kind.is(&Value::None) {
                        self_.attr("kind")?
                    } else {
                        kind.clone()
                    },
                ],
                kw: &[
                    (
                        "default",
                        if default.is(&Value::None) {
                            self_.attr("default")?
                        } else {
                            default.clone()
                        },
                    ),
                    (
                        "annotation",
                        if annotation.is(&Value::None) {
                            self_.attr("annotation")?
                        } else {
                            annotation.clone()
                        },
                    ),
                ],
            },
        )?,
    )
}

pub(crate) fn parameter_str(self_: Value) -> R {
    let mut text = self_.attr("name")?;
    if !self_.attr("annotation")?.is(&global::_empty.load()?) {
        text = Value::str(
            format!(
                "{}: {}", py::show(& text) ?, py::show(& _annotation_text(self_
                .attr("annotation") ?) ?) ?
            ),
        );
    }
    if !self_.attr("default")?.is(&global::_empty.load()?) {
        text = if !self_.attr("annotation")?.is(&global::_empty.load()?) {
            Value::str(
                format!(
                    "{} = {}", py::show(& text) ?, py::fmt(& self_.attr("default") ?,
                    'r', "") ?
                ),
            )
        } else {
            Value::str(
                format!(
                    "{}={}", py::show(& text) ?, py::fmt(& self_.attr("default") ?, 'r',
                    "") ?
                ),
            )
        };
    }
    if self_.attr("kind")?.is_eq(&Value::Int(2))? {
        return Ok(Value::str("*").add(&text)?);
    }
    if self_.attr("kind")?.is_eq(&Value::Int(4))? {
        return Ok(Value::str("**").add(&text)?);
    }
    Ok(text.clone())
}

pub(crate) fn parameter_repr(self_: Value) -> R {
    Ok(Value::str(format!("<Parameter \"{}\">", py::show(& self_) ?)))
}

pub(crate) fn parameter_eq(self_: Value, other: Value) -> R {
    if !py::builtins::isinstance(&py::pos(&[other.clone(), global::Parameter.load()?]))?
        .truth()?
    {
        return Ok(Value::NotImplemented);
    }
    let mine = py::tuple([
        self_.attr("name")?,
        self_.attr("kind")?,
        self_.attr("default")?,
        self_.attr("annotation")?,
    ]);
    Ok(
        mine
            .eq(
                &py::tuple([
                    other.attr("name")?,
                    other.attr("kind")?,
                    other.attr("default")?,
                    other.attr("annotation")?,
                ]),
            )?,
    )
}

pub(crate) fn parameter_hash(self_: Value) -> R {
    Ok(
        py::builtins::hash(
            &py::pos(&[py::tuple([self_.attr("name")?, self_.attr("kind")?])]),
        )?,
    )
}

pub(crate) fn bound_arguments_init(
    self_: Value,
    signature: Value,
    arguments: Value,
) -> R {
    self_.set_attr("signature", signature.clone())?;
    self_.set_attr("arguments", arguments.clone())?;
    Ok(Value::None)
}

pub(crate) fn bound_arguments_args(self_: Value) -> R {
    let mut name = Value::Unbound;
    let mut param = Value::Unbound;
    let out = py::list([]);
    let mut iter_25 = py::iter::iter(
        &self_.attr("signature")?.attr("parameters")?.method("items", &[])?,
    )?;
    while let Some(item_26) = iter_25.next()? {
        let [item_27, item_28] = py::unpack::<2>(&item_26)?;
        name = item_27;
        param = item_28;
        if py::contained(
            &param.attr("kind")?,
            &py::tuple([Value::Int(3), Value::Int(4)]),
        )? || !py::contained(&name, &self_.attr("arguments")?)?
        {
            break;
        }
        if param.attr("kind")?.is_eq(&Value::Int(2))? {
            out.method("extend", &[self_.attr("arguments")?.item(&name)?])?;
        } else {
            out.method("append", &[self_.attr("arguments")?.item(&name)?])?;
        }
    }
    drop(iter_25);
    Ok(py::construct::tuple(&py::pos(&[out.clone()]))?)
}

pub(crate) fn bound_arguments_kwargs(self_: Value) -> R {
    let mut name = Value::Unbound;
    let mut param = Value::Unbound;
    let out = py::dict([])?;
    let mut named = Value::Bool(false);
    let mut iter_30 = py::iter::iter(
        &self_.attr("signature")?.attr("parameters")?.method("items", &[])?,
    )?;
    while let Some(item_31) = iter_30.next()? {
        let [item_32, item_33] = py::unpack::<2>(&item_31)?;
        name = item_32;
        param = item_33;
        if !named.truth()? {
            if py::contained(
                &param.attr("kind")?,
                &py::tuple([Value::Int(3), Value::Int(4)]),
            )? {
                named = Value::Bool(true);
            } else if !py::contained(&name, &self_.attr("arguments")?)? {
                named = Value::Bool(true);
                continue;
            }
        }
        if !named.truth()? || !py::contained(&name, &self_.attr("arguments")?)? {
            continue;
        }
        if param.attr("kind")?.is_eq(&Value::Int(4))? {
            out.method("update", &[self_.attr("arguments")?.item(&name)?])?;
        } else {
            let value_35 = self_.attr("arguments")?.item(&name)?;
            out.set_item(name.clone(), value_35)?;
        }
    }
    Ok(out.clone())
}

pub(crate) fn bound_arguments_apply_defaults(self_: Value) -> R {
    let mut name = Value::Unbound;
    let mut param = Value::Unbound;
    let out = py::dict([])?;
    let mut iter_36 = py::iter::iter(
        &self_.attr("signature")?.attr("parameters")?.method("items", &[])?,
    )?;
    while let Some(item_37) = iter_36.next()? {
        let [item_38, item_39] = py::unpack::<2>(&item_37)?;
        name = item_38;
        param = item_39;
        if py::contained(&name, &self_.attr("arguments")?)? {
            let value_41 = self_.attr("arguments")?.item(&name)?;
            out.set_item(name.clone(), value_41)?;
        } else if !param.attr("default")?.is(&global::_empty.load()?) {
            let value_42 = param.attr("default")?;
            out.set_item(name.clone(), value_42)?;
        } else if param.attr("kind")?.is_eq(&Value::Int(2))? {
            let value_43 = py::tuple([]);
            out.set_item(name.clone(), value_43)?;
        } else if param.attr("kind")?.is_eq(&Value::Int(4))? {
            let value_44 = py::dict([])?;
            out.set_item(name.clone(), value_44)?;
        }
    }
    self_.set_attr("arguments", out.clone())?;
    Ok(Value::None)
}

pub(crate) fn bound_arguments_repr(self_: Value) -> R {
    let args = Value::str(", ")
        .method(
            "join",
            &[
                {
                    async fn body_50(yielder: py::Yielder, u2e0: Value) -> R {
                        let mut name = Value::Unbound;
                        let mut value = Value::Unbound;
                        let mut iter_45 = py::iter::iter(&u2e0)?;
                        while let Some(item_46) = iter_45.next()? {
                            let [item_47, item_48] = py::unpack::<2>(&item_46)?;
                            name = item_47;
                            value = item_48;
                            yielder
                                .give(
                                    Value::str(
                                        format!(
                                            "{}={}", py::show(& name) ?, py::fmt(& value, 'r', "") ?
                                        ),
                                    ),
                                )
                                .await?;
                        }
                        Ok(Value::None)
                    }
                    let arg_51 = py::iter::started(
                        &self_.attr("arguments")?.method("items", &[])?,
                    )?;
                    py::generator("<genexpr>", move |yielder| body_50(yielder, arg_51))
                },
            ],
        )?;
    Ok(Value::str(format!("<BoundArguments ({})>", py::show(& args) ?)))
}

pub(crate) fn bound_arguments_eq(self_: Value, other: Value) -> R {
    if !py::builtins::isinstance(
            &py::pos(&[other.clone(), global::BoundArguments.load()?]),
        )?
        .truth()?
    {
        return Ok(Value::NotImplemented);
    }
    Ok({
        let left_52 = self_.attr("signature")?.eq(&other.attr("signature")?)?;
        if !left_52.truth()? {
            left_52
        } else {
            self_.attr("arguments")?.eq(&other.attr("arguments")?)?
        }
    })
}

pub(crate) fn signature_init(
    self_: Value,
    parameters: Value,
    return_annotation: Value,
) -> R {
    self_
        .set_attr(
            "parameters",
            {
                let out_54 = py::dict([])?;
                let mut iter_55 = py::iter::iter(
                    &{
                        let left_53 = parameters.clone();
                        if left_53.truth()? { left_53 } else { py::tuple([]) }
                    },
                )?;
                while let Some(param) = iter_55.next()? {
                    out_54.set_item(param.attr("name")?, param.clone())?;
                }
                out_54
            },
        )?;
    self_.set_attr("return_annotation", return_annotation.clone())?;
    Ok(Value::None)
}

pub(crate) fn signature_replace(
    self_: Value,
    parameters: Value,
    return_annotation: Value,
) -> R {
    Ok(
        py::call::call(
            &global::Signature.load()?,
            &py::Args {
                pos: &[
                    if parameters.is(&Value::None) {
                        py::construct::list(
                            &py::pos(&[self_.attr("parameters")?.method("values", &[])?]),
                        )?
                    } else {
                        parameters.clone()
                    },
                ],
                kw: &[
                    (
                        "return_annotation",
                        if return_annotation.is(&Value::None) {
                            self_.attr("return_annotation")?
                        } else {
                            return_annotation.clone()
                        },
                    ),
                ],
            },
        )?,
    )
}

pub(crate) fn signature_bind(self_: Value, args: Value, kwargs: Value) -> R {
    Ok(self_.method("_bind", &[args.clone(), kwargs.clone(), Value::Bool(false)])?)
}

pub(crate) fn signature_bind_partial(self_: Value, args: Value, kwargs: Value) -> R {
    Ok(self_.method("_bind", &[args.clone(), kwargs.clone(), Value::Bool(true)])?)
}

pub(crate) fn signature_bind_2(
    self_: Value,
    args: Value,
    kwargs: Value,
    partial: Value,
) -> R {
    let out = py::dict([])?;
    let mut left = py::construct::list(&py::pos(&[args.clone()]))?;
    let mut rest = Value::None;
    let mut iter_57 = py::iter::iter(&self_.attr("parameters")?.method("values", &[])?)?;
    while let Some(param) = iter_57.next()? {
        let name = param.attr("name")?;
        if param.attr("kind")?.is_eq(&Value::Int(2))? {
            if left.truth()? {
                let value_59 = py::construct::tuple(&py::pos(&[left.clone()]))?;
                out.set_item(name.clone(), value_59)?;
                left = py::list([]);
            }
        } else if param.attr("kind")?.is_eq(&Value::Int(4))? {
            rest = name.clone();
        } else if left.truth()?
            && py::contained(
                &param.attr("kind")?,
                &py::tuple([Value::Int(0), Value::Int(1)]),
            )?
        {
            if py::contained(&name, &kwargs)?
                && param.attr("kind")?.is_eq(&Value::Int(1))?
            {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::exception("TypeError"),
                            &py::pos(
                                &[
                                    Value::str(
                                        format!(
                                            "multiple values for argument {}", py::fmt(& name, 'r', "")
                                            ?
                                        ),
                                    ),
                                ],
                            ),
                        )?,
                    )?,
                );
            }
            let value_61 = left.method("pop", &[Value::Int(0)])?;
            out.set_item(name.clone(), value_61)?;
        } else if py::contained(&name, &kwargs)?
            && param.attr("kind")?.is_ne(&Value::Int(0))?
        {
            let value_62 = kwargs.method("pop", &[name.clone()])?;
            out.set_item(name.clone(), value_62)?;
        } else if param.attr("default")?.is(&global::_empty.load()?) && !partial.truth()?
        {
            if left.truth()? && param.attr("kind")?.is_eq(&Value::Int(3))? {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::exception("TypeError"),
                            &py::pos(&[Value::str("too many positional arguments")]),
                        )?,
                    )?,
                );
            }
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("TypeError"),
                        &py::pos(
                            &[
                                Value::str(
                                    format!(
                                        "missing a required argument: {}", py::fmt(& name, 'r', "")
                                        ?
                                    ),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
    }
    if left.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(&[Value::str("too many positional arguments")]),
                )?,
            )?,
        );
    }
    if kwargs.truth()? {
        if rest.is(&Value::None) {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("TypeError"),
                        &py::pos(
                            &[
                                Value::str(
                                    format!(
                                        "got an unexpected keyword argument {}", py::fmt(&
                                        py::builtins::next(& py::pos(& [py::builtins::iter(&
                                        py::pos(& [kwargs.clone()])) ?])) ?, 'r', "") ?
                                    ),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        let value_67 = kwargs.clone();
        out.set_item(rest.clone(), value_67)?;
    }
    Ok(
        py::call::call(
            &global::BoundArguments.load()?,
            &py::pos(&[self_.clone(), out.clone()]),
        )?,
    )
}

pub(crate) fn signature_str(self_: Value) -> R {
    let parts = py::list([]);
    let mut only = Value::Bool(false);
    let mut starred = Value::Bool(false);
    let mut iter_69 = py::iter::iter(&self_.attr("parameters")?.method("values", &[])?)?;
    while let Some(param) = iter_69.next()? {
        if only.truth()? && param.attr("kind")?.is_ne(&Value::Int(0))? {
            parts.method("append", &[Value::str("/")])?;
            only = Value::Bool(false);
        }
        if param.attr("kind")?.is_eq(&Value::Int(0))? {
            only = Value::Bool(true);
        }
        if param.attr("kind")?.is_eq(&Value::Int(2))? {
            starred = Value::Bool(true);
        } else if param.attr("kind")?.is_eq(&Value::Int(3))? && !starred.truth()? {
            parts.method("append", &[Value::str("*")])?;
            starred = Value::Bool(true);
        }
        parts.method("append", &[py::construct::str(&py::pos(&[param.clone()]))?])?;
    }
    if only.truth()? {
        parts.method("append", &[Value::str("/")])?;
    }
    let mut text = Value::str(
        format!(
            "({})", py::show(& Value::str(", ").method("join", & [parts.clone()]) ?) ?
        ),
    );
    if !self_.attr("return_annotation")?.is(&global::_empty.load()?) {
        text = Value::str(
            format!(
                "{} -> {}", py::show(& text) ?, py::show(& _annotation_text(self_
                .attr("return_annotation") ?) ?) ?
            ),
        );
    }
    Ok(text.clone())
}

pub(crate) fn signature_repr(self_: Value) -> R {
    Ok(Value::str(format!("<Signature {}>", py::show(& self_) ?)))
}

pub(crate) fn signature_eq(self_: Value, other: Value) -> R {
    if !py::builtins::isinstance(&py::pos(&[other.clone(), global::Signature.load()?]))?
        .truth()?
    {
        return Ok(Value::NotImplemented);
    }
    let same = py::construct::list(
            &py::pos(&[self_.attr("parameters")?.method("items", &[])?]),
        )?
        .eq(
            &py::construct::list(
                &py::pos(&[other.attr("parameters")?.method("items", &[])?]),
            )?,
        )?;
    Ok({
        let left_71 = same.clone();
        if !left_71.truth()? {
            left_71
        } else {
            self_.attr("return_annotation")?.eq(&other.attr("return_annotation")?)?
        }
    })
}

pub(crate) fn signature_hash(self_: Value) -> R {
    Ok(
        py::builtins::hash(
            &py::pos(&[py::construct::tuple(&py::pos(&[self_.attr("parameters")?]))?]),
        )?,
    )
}

pub(crate) fn _unknown(callable: Value) -> R {
    py::library::sys::_stop(
        &py::pos(
            &[
                Value::str(
                    format!(
                        "batuta: PY0203 the signature of {} is not known in a converted program",
                        py::fmt(& callable, 'r', "") ?
                    ),
                ),
            ],
        ),
    )?;
    Ok(Value::None)
}

pub(crate) fn signature(mut callable: Value, follow_wrapped: Value) -> R {
    let _frame = py::run::enter()?;
    let mut default = Value::Unbound;
    let mut found = Value::Unbound;
    let mut kind = Value::Unbound;
    let mut known = Value::Unbound;
    let mut name = Value::Unbound;
    if follow_wrapped.truth()? {
        while py::builtins::hasattr(
                &py::pos(&[callable.clone(), Value::str("__wrapped__")]),
            )?
            .truth()?
        {
            callable = callable.attr("__wrapped__")?;
        }
    }
    if py::builtins::isinstance(
            &py::pos(&[callable.clone(), py::pure::load("types", "MethodType")?]),
        )?
        .truth()?
    {
        found = signature(callable.attr("__func__")?, Value::Bool(true))?;
        return Ok({
            let object_73 = found.clone();
            py::call::call_method_with(
                &object_73,
                "replace",
                &py::Args {
                    pos: &[],
                    kw: &[
                        (
                            "parameters",
                            py::construct::list(
                                    &py::pos(
                                        &[found.attr("parameters")?.method("values", &[])?],
                                    ),
                                )?
                                .item(
                                    &py::item::slice(Value::Int(1), Value::None, Value::None),
                                )?,
                        ),
                    ],
                },
            )?
        });
    }
    if py::builtins::isinstance(
            &py::pos(&[callable.clone(), py::library_class("type")]),
        )?
        .truth()?
    {
        let mut iter_74 = py::iter::iter(&callable.attr("__mro__")?)?;
        while let Some(base) = iter_74.next()? {
            let maker = if !py::contained(
                &base.attr("__module__")?,
                &py::tuple([Value::str("builtins"), Value::str("")]),
            )? {
                base.attr("__dict__")?.method("get", &[Value::str("__init__")])?
            } else {
                Value::None
            };
            if py::builtins::isinstance(
                    &py::pos(&[maker.clone(), py::pure::load("types", "FunctionType")?]),
                )?
                .truth()?
            {
                found = signature(maker.clone(), Value::Bool(true))?;
                return Ok(
                    py::call::call(
                        &global::Signature.load()?,
                        &py::pos(
                            &[
                                py::construct::list(
                                        &py::pos(
                                            &[found.attr("parameters")?.method("values", &[])?],
                                        ),
                                    )?
                                    .item(
                                        &py::item::slice(Value::Int(1), Value::None, Value::None),
                                    )?,
                            ],
                        ),
                    )?,
                );
            }
        }
        _unknown(callable.clone())?;
    }
    found = py::func::_parameters(&py::pos(&[callable.clone()]))?;
    if found.is(&Value::None) {
        if py::builtins::isinstance(
                &py::pos(
                    &[callable.clone(), py::pure::load("types", "BuiltinFunctionType")?],
                ),
            )?
            .truth()?
            || !py::builtins::isinstance(
                    &py::pos(
                        &[
                            py::builtins::getattr(
                                &py::pos(
                                    &[
                                        py::construct::type_(&py::pos(&[callable.clone()]))?,
                                        Value::str("__call__"),
                                        Value::None,
                                    ],
                                ),
                            )?,
                            py::pure::load("types", "FunctionType")?,
                        ],
                    ),
                )?
                .truth()?
        {
            _unknown(callable.clone())?;
        }
        found = signature(
            py::construct::type_(&py::pos(&[callable.clone()]))?.attr("__call__")?,
            Value::Bool(true),
        )?;
        return Ok({
            let object_77 = found.clone();
            py::call::call_method_with(
                &object_77,
                "replace",
                &py::Args {
                    pos: &[],
                    kw: &[
                        (
                            "parameters",
                            py::construct::list(
                                    &py::pos(
                                        &[found.attr("parameters")?.method("values", &[])?],
                                    ),
                                )?
                                .item(
                                    &py::item::slice(Value::Int(1), Value::None, Value::None),
                                )?,
                        ),
                    ],
                },
            )?
        });
    }
    let notes = py::builtins::getattr(
            &py::pos(&[callable.clone(), Value::str("__dict__"), py::dict([])?]),
        )?
        .method("get", &[Value::str("__annotations__"), py::dict([])?])?;
    let params = py::list([]);
    let mut iter_78 = py::iter::iter(&found)?;
    while let Some(item_79) = iter_78.next()? {
        let [item_80, item_81, item_82, item_83] = py::unpack::<4>(&item_79)?;
        name = item_80;
        kind = item_81;
        known = item_82;
        default = item_83;
        default = if known.truth()? { default.clone() } else { global::_empty.load()? };
        params
            .method(
                "append",
                &[
                    py::call::call(
                        &global::Parameter.load()?,
                        &py::Args {
                            pos: &[name.clone(), kind.clone()],
                            kw: &[
                                ("default", default.clone()),
                                (
                                    "annotation",
                                    notes
                                        .method("get", &[name.clone(), global::_empty.load()?])?,
                                ),
                            ],
                        },
                    )?,
                ],
            )?;
    }
    Ok(
        py::call::call(
            &global::Signature.load()?,
            &py::Args {
                pos: &[params.clone()],
                kw: &[
                    (
                        "return_annotation",
                        notes
                            .method(
                                "get",
                                &[Value::str("return"), global::_empty.load()?],
                            )?,
                    ),
                ],
            },
        )?,
    )
}

pub(crate) fn get_annotations(obj: Value) -> R {
    Ok(py::construct::dict(&py::pos(&[obj.attr("__annotations__")?]))?)
}

/// The statements of `inspect.py`.
pub(crate) fn run() -> R<()> {
    global::isclass.store(py::def("isclass", "object", [], isclass));
    global::isfunction.store(py::def("isfunction", "object", [], isfunction));
    global::ismethod.store(py::def("ismethod", "object", [], ismethod));
    global::isbuiltin.store(py::def("isbuiltin", "object", [], isbuiltin));
    global::isroutine.store(py::def("isroutine", "object", [], isroutine));
    global::isgenerator.store(py::def("isgenerator", "object", [], isgenerator));
    global::iscoroutine.store(py::def("iscoroutine", "object", [], iscoroutine));
    global::isawaitable.store(py::def("isawaitable", "object", [], isawaitable));
    global::isabstract.store(py::def("isabstract", "object", [], isabstract));
    global::getmembers
        .store(py::def("getmembers", "object, predicate=", [Value::None], getmembers));
    global::cleandoc.store(py::def("cleandoc", "doc", [], cleandoc));
    global::getdoc.store(py::def("getdoc", "object", [], getdoc));
    global::getmro.store(py::def("getmro", "cls", [], getmro));
    global::_empty
        .store({
            let class = py::ClassBody::new(
                "_empty",
                NAME,
                Value::str("No default value, or no annotation."),
                &[],
            )?;
            class.finish(&[])?
        });
    global::_ParameterKind
        .store({
            let class = py::ClassBody::new(
                "_ParameterKind",
                NAME,
                Value::None,
                &[py::library_class("IntEnum")],
            )?;
            class.set("POSITIONAL_ONLY", Value::Int(0));
            class.set("POSITIONAL_OR_KEYWORD", Value::Int(1));
            class.set("VAR_POSITIONAL", Value::Int(2));
            class.set("KEYWORD_ONLY", Value::Int(3));
            class.set("VAR_KEYWORD", Value::Int(4));
            class
                .set(
                    "__str__",
                    py::def("_ParameterKind.__str__", "self", [], _parameter_kind_str),
                );
            class
                .set(
                    "description",
                    py::library_class("property")
                        .call(
                            &[
                                py::def(
                                    "_ParameterKind.description",
                                    "self",
                                    [],
                                    _parameter_kind_description,
                                ),
                            ],
                        )?,
                );
            class.finish(&[])?
        });
    global::_annotation_text
        .store(py::def("_annotation_text", "annotation", [], _annotation_text));
    global::Parameter
        .store({
            let class = py::ClassBody::new(
                "Parameter",
                NAME,
                Value::str("A parameter of a function."),
                &[],
            )?;
            class
                .set(
                    "POSITIONAL_ONLY",
                    global::_ParameterKind.load()?.attr("POSITIONAL_ONLY")?,
                );
            class
                .set(
                    "POSITIONAL_OR_KEYWORD",
                    global::_ParameterKind.load()?.attr("POSITIONAL_OR_KEYWORD")?,
                );
            class
                .set(
                    "VAR_POSITIONAL",
                    global::_ParameterKind.load()?.attr("VAR_POSITIONAL")?,
                );
            class
                .set(
                    "KEYWORD_ONLY",
                    global::_ParameterKind.load()?.attr("KEYWORD_ONLY")?,
                );
            class
                .set("VAR_KEYWORD", global::_ParameterKind.load()?.attr("VAR_KEYWORD")?);
            class.set("empty", global::_empty.load()?);
            class
                .set(
                    "__init__",
                    py::def(
                        "Parameter.__init__",
                        "self, name, kind, *, default=, annotation=",
                        [global::_empty.load()?, global::_empty.load()?],
                        parameter_init,
                    ),
                );
            class
                .set(
                    "replace",
                    py::def(
                        "Parameter.replace",
                        "self, *, name=, kind=, default=, annotation=",
                        [Value::None, Value::None, Value::None, Value::None],
                        parameter_replace,
                    ),
                );
            class
                .set("__str__", py::def("Parameter.__str__", "self", [], parameter_str));
            class
                .set(
                    "__repr__",
                    py::def("Parameter.__repr__", "self", [], parameter_repr),
                );
            class
                .set(
                    "__eq__",
                    py::def("Parameter.__eq__", "self, other", [], parameter_eq),
                );
            class
                .set(
                    "__hash__",
                    py::def("Parameter.__hash__", "self", [], parameter_hash),
                );
            class.finish(&[])?
        });
    global::BoundArguments
        .store({
            let class = py::ClassBody::new(
                "BoundArguments",
                NAME,
                Value::str(
                    "Arguments of a call by the names of the parameters that take them.",
                ),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "BoundArguments.__init__",
                        "self, signature, arguments",
                        [],
                        bound_arguments_init,
                    ),
                );
            class
                .set(
                    "args",
                    py::library_class("property")
                        .call(
                            &[
                                py::def(
                                    "BoundArguments.args",
                                    "self",
                                    [],
                                    bound_arguments_args,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "kwargs",
                    py::library_class("property")
                        .call(
                            &[
                                py::def(
                                    "BoundArguments.kwargs",
                                    "self",
                                    [],
                                    bound_arguments_kwargs,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "apply_defaults",
                    py::def(
                        "BoundArguments.apply_defaults",
                        "self",
                        [],
                        bound_arguments_apply_defaults,
                    ),
                );
            class
                .set(
                    "__repr__",
                    py::def("BoundArguments.__repr__", "self", [], bound_arguments_repr),
                );
            class
                .set(
                    "__eq__",
                    py::def(
                        "BoundArguments.__eq__",
                        "self, other",
                        [],
                        bound_arguments_eq,
                    ),
                );
            class.finish(&[])?
        });
    global::Signature
        .store({
            let class = py::ClassBody::new(
                "Signature",
                NAME,
                Value::str("How a function is called."),
                &[],
            )?;
            class.set("empty", global::_empty.load()?);
            class
                .set(
                    "__init__",
                    py::def(
                        "Signature.__init__",
                        "self, parameters=, *, return_annotation=",
                        [Value::None, global::_empty.load()?],
                        signature_init,
                    ),
                );
            class
                .set(
                    "replace",
                    py::def(
                        "Signature.replace",
                        "self, *, parameters=, return_annotation=",
                        [Value::None, Value::None],
                        signature_replace,
                    ),
                );
            class
                .set(
                    "bind",
                    py::def(
                        "Signature.bind",
                        "self, *args, **kwargs",
                        [],
                        signature_bind,
                    ),
                );
            class
                .set(
                    "bind_partial",
                    py::def(
                        "Signature.bind_partial",
                        "self, *args, **kwargs",
                        [],
                        signature_bind_partial,
                    ),
                );
            class
                .set(
                    "_bind",
                    py::def(
                        "Signature._bind",
                        "self, args, kwargs, partial",
                        [],
                        signature_bind_2,
                    ),
                );
            class
                .set("__str__", py::def("Signature.__str__", "self", [], signature_str));
            class
                .set(
                    "__repr__",
                    py::def("Signature.__repr__", "self", [], signature_repr),
                );
            class
                .set(
                    "__eq__",
                    py::def("Signature.__eq__", "self, other", [], signature_eq),
                );
            class
                .set(
                    "__hash__",
                    py::def("Signature.__hash__", "self", [], signature_hash),
                );
            class.finish(&[])?
        });
    global::_unknown.store(py::def("_unknown", "callable", [], _unknown));
    global::signature
        .store(
            py::func::counted(
                py::def(
                    "signature",
                    "callable, *, follow_wrapped=",
                    [Value::Bool(true)],
                    signature,
                ),
            ),
        );
    global::get_annotations
        .store(py::def("get_annotations", "obj", [], get_annotations));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library inspect") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "isclass" => global::isclass.load(),
        "isfunction" => global::isfunction.load(),
        "ismethod" => global::ismethod.load(),
        "isbuiltin" => global::isbuiltin.load(),
        "isroutine" => global::isroutine.load(),
        "isgenerator" => global::isgenerator.load(),
        "iscoroutine" => global::iscoroutine.load(),
        "isawaitable" => global::isawaitable.load(),
        "isabstract" => global::isabstract.load(),
        "getmembers" => global::getmembers.load(),
        "cleandoc" => global::cleandoc.load(),
        "getdoc" => global::getdoc.load(),
        "getmro" => global::getmro.load(),
        "signature" => global::signature.load(),
        "Signature" => global::Signature.load(),
        "Parameter" => global::Parameter.load(),
        "BoundArguments" => global::BoundArguments.load(),
        "get_annotations" => global::get_annotations.load(),
        _ => Ok(Value::None),
    }
}
