//! Data, printed over lines where it is long.
//!
//! @generated from `runtime/pure/pprint.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "pprint";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static PrettyPrinter : Global = const { Global::new("PrettyPrinter")
        }; pub (crate) static _Safe : Global = const { Global::new("_Safe") }; pub
        (crate) static _key : Global = const { Global::new("_key") }; pub (crate) static
        pformat : Global = const { Global::new("pformat") }; pub (crate) static pp :
        Global = const { Global::new("pp") }; pub (crate) static pprint : Global = const
        { Global::new("pprint") }; pub (crate) static saferepr : Global = const {
        Global::new("saferepr") };
    }
}

pub(crate) fn _key(value: Value) -> R {
    Ok(py::call::call(&global::_Safe.load()?, &py::pos(&[value.clone()]))?)
}

pub(crate) fn _safe_init(self_: Value, value: Value) -> R {
    self_.set_attr("value", value.clone())?;
    Ok(Value::None)
}

pub(crate) fn _safe_lt(self_: Value, other: Value) -> R {
    let flow_4: py::Flow = 'try_2: {
        return Ok(
            py::attempt!(
                'try_2, py::attempt!('try_2, self_.attr("value")) .lt(&
                py::attempt!('try_2, other.attr("value")))
            ),
        );
    };
    if let py::Flow::Raise(raised_3) = flow_4 {
        if raised_3.is_a("TypeError") {
            return Ok(
                py::tuple([
                        py::construct::str(
                            &py::pos(
                                &[py::construct::type_(&py::pos(&[self_.attr("value")?]))?],
                            ),
                        )?,
                        py::builtins::id(&py::pos(&[self_.attr("value")?]))?,
                    ])
                    .lt(
                        &py::tuple([
                            py::construct::str(
                                &py::pos(
                                    &[py::construct::type_(&py::pos(&[other.attr("value")?]))?],
                                ),
                            )?,
                            py::builtins::id(&py::pos(&[other.attr("value")?]))?,
                        ]),
                    )?,
            );
        } else {
            return Err(raised_3);
        }
    }
    Ok(Value::None)
}

pub(crate) fn pretty_printer_init(
    self_: Value,
    indent: Value,
    width: Value,
    depth: Value,
    stream: Value,
    compact: Value,
    sort_dicts: Value,
    underscore_numbers: Value,
) -> R {
    if indent.is_lt(&Value::Int(0))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("indent must be >= 0")]),
                )?,
            )?,
        );
    }
    if !depth.is(&Value::None) && depth.is_le(&Value::Int(0))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("depth must be > 0")]),
                )?,
            )?,
        );
    }
    if !width.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("width must be != 0")]),
                )?,
            )?,
        );
    }
    self_.set_attr("_indent", indent.clone())?;
    self_.set_attr("_width", width.clone())?;
    self_.set_attr("_depth", depth.clone())?;
    self_
        .set_attr(
            "_stream",
            if stream.is(&Value::None) {
                py::library::sys::stdout()
            } else {
                stream.clone()
            },
        )?;
    self_.set_attr("_compact", compact.clone())?;
    self_.set_attr("_sort", sort_dicts.clone())?;
    self_.set_attr("_underscore", underscore_numbers.clone())?;
    Ok(Value::None)
}

pub(crate) fn pretty_printer_pprint(self_: Value, object: Value) -> R {
    self_
        .attr("_stream")?
        .method(
            "write",
            &[self_.method("pformat", &[object.clone()])?.add(&Value::str("\n"))?],
        )?;
    Ok(Value::None)
}

pub(crate) fn pretty_printer_pformat(self_: Value, object: Value) -> R {
    let out = py::list([]);
    self_
        .method(
            "_format",
            &[
                object.clone(),
                out.clone(),
                Value::Int(0),
                Value::Int(0),
                py::tuple([]),
                Value::Int(0),
            ],
        )?;
    Ok(Value::str("").method("join", &[out.clone()])?)
}

pub(crate) fn pretty_printer_isreadable(self_: Value, object: Value) -> R {
    Ok(Value::Bool(true))
}

pub(crate) fn pretty_printer_isrecursive(self_: Value, object: Value) -> R {
    Ok(Value::Bool(false))
}

pub(crate) fn pretty_printer_short(
    self_: Value,
    object: Value,
    context: Value,
    level: Value,
) -> R {
    let mut inner = Value::Unbound;
    let kind = py::construct::type_(&py::pos(&[object.clone()]))?;
    if kind.is(&py::library_class("int")) && self_.attr("_underscore")?.truth()? {
        return Ok(Value::str(format!("{}", py::fmt(& object, ' ', "_d") ?)));
    }
    if kind.is(&py::library_class("dict")) {
        if !object.truth()? {
            return Ok(Value::str("{}"));
        }
        if self_.attr("_depth")?.truth()? && level.is_ge(&self_.attr("_depth")?)? {
            return Ok(Value::str("{...}"));
        }
        if py::contained(&py::builtins::id(&py::pos(&[object.clone()]))?, &context)? {
            return Ok(
                Value::str(
                    format!(
                        "<Recursion on dict with id={}>", py::show(& py::builtins::id(&
                        py::pos(& [object.clone()])) ?) ?
                    ),
                ),
            );
        }
        let items = if self_.attr("_sort")?.truth()? {
            py::builtins::sorted(
                &py::Args {
                    pos: &[object.method("items", &[])?],
                    kw: &[
                        (
                            "key",
                            py::def(
                                "PrettyPrinter._short.<locals>.<lambda>",
                                "p",
                                [],
                                move |p: Value| -> R {
                                    Ok(_key(p.item(&Value::Int(0))?)?)
                                },
                            ),
                        ),
                    ],
                },
            )?
        } else {
            object.method("items", &[])?
        };
        inner = context
            .add(&py::tuple([py::builtins::id(&py::pos(&[object.clone()]))?]))?;
        return Ok(
            Value::str("{")
                .add(
                    &Value::str(", ")
                        .method(
                            "join",
                            &[
                                {
                                    let mut out_8 = Vec::new();
                                    let mut iter_9 = py::iter::iter(&items)?;
                                    while let Some(item_10) = iter_9.next()? {
                                        let mut k = Value::Unbound;
                                        let mut v = Value::Unbound;
                                        let [item_11, item_12] = py::unpack::<2>(&item_10)?;
                                        k = item_11;
                                        v = item_12;
                                        out_8
                                            .push(
                                                Value::str(
                                                    format!(
                                                        "{}: {}", py::show(& self_.method("_short", & [k.clone(),
                                                        inner.clone(), level.add(& Value::Int(1)) ?]) ?) ?,
                                                        py::show(& self_.method("_short", & [v.clone(), inner
                                                        .clone(), level.add(& Value::Int(1)) ?]) ?) ?
                                                    ),
                                                ),
                                            );
                                    }
                                    Value::list(out_8)
                                },
                            ],
                        )?,
                )?
                .add(&Value::str("}"))?,
        );
    }
    if kind.is(&py::library_class("list")) || kind.is(&py::library_class("tuple")) {
        if !object.truth()? {
            return Ok(
                if kind.is(&py::library_class("list")) {
                    Value::str("[]")
                } else {
                    Value::str("()")
                },
            );
        }
        if self_.attr("_depth")?.truth()? && level.is_ge(&self_.attr("_depth")?)? {
            return Ok(
                if kind.is(&py::library_class("list")) {
                    Value::str("[...]")
                } else {
                    Value::str("(...)")
                },
            );
        }
        if py::contained(&py::builtins::id(&py::pos(&[object.clone()]))?, &context)? {
            return Ok(
                Value::str(
                    format!(
                        "<Recursion on {} with id={}>", py::show(& kind.attr("__name__")
                        ?) ?, py::show(& py::builtins::id(& py::pos(& [object.clone()]))
                        ?) ?
                    ),
                ),
            );
        }
        inner = context
            .add(&py::tuple([py::builtins::id(&py::pos(&[object.clone()]))?]))?;
        let text = Value::str(", ")
            .method(
                "join",
                &[
                    {
                        let mut out_13 = Vec::new();
                        let mut iter_14 = py::iter::iter(&object)?;
                        while let Some(x) = iter_14.next()? {
                            out_13
                                .push(
                                    self_
                                        .method(
                                            "_short",
                                            &[x.clone(), inner.clone(), level.add(&Value::Int(1))?],
                                        )?,
                                );
                        }
                        Value::list(out_13)
                    },
                ],
            )?;
        if kind.is(&py::library_class("list")) {
            return Ok(Value::str(format!("[{}]", py::show(& text) ?)));
        }
        return Ok(
            if Value::from(py::builtins::len(&object)?).is_eq(&Value::Int(1))? {
                Value::str(format!("({},)", py::show(& text) ?))
            } else {
                Value::str(format!("({})", py::show(& text) ?))
            },
        );
    }
    Ok(py::builtins::repr(&py::pos(&[object.clone()]))?)
}

pub(crate) fn pretty_printer_safe_repr(
    self_: Value,
    object: Value,
    context: Value,
    maxlevels: Value,
    level: Value,
) -> R {
    Ok(
        py::tuple([
            self_.method("_short", &[object.clone(), py::tuple([]), level.clone()])?,
            Value::Bool(true),
            Value::Bool(false),
        ]),
    )
}

pub(crate) fn pretty_printer_format(
    self_: Value,
    object: Value,
    out: Value,
    indent: Value,
    allowance: Value,
    context: Value,
    mut level: Value,
) -> R {
    let mut begin = Value::Unbound;
    let mut deep = Value::Unbound;
    let mut end = Value::Unbound;
    let text = self_
        .method("_short", &[object.clone(), context.clone(), level.clone()])?;
    let room = self_.attr("_width")?.sub(&indent)?.sub(&allowance)?;
    if Value::from(py::builtins::len(&text)?).is_le(&room)?
        || py::contained(&py::builtins::id(&py::pos(&[object.clone()]))?, &context)?
    {
        out.method("append", &[text.clone()])?;
        return Ok(Value::None);
    }
    let kind = py::construct::type_(&py::pos(&[object.clone()]))?;
    let inner = context
        .add(&py::tuple([py::builtins::id(&py::pos(&[object.clone()]))?]))?;
    level.add_assign(&Value::Int(1))?;
    if py::builtins::hasattr(
            &py::pos(&[object.clone(), Value::str("__dataclass_fields__")]),
        )?
        .truth()?
        && !py::builtins::isinstance(
                &py::pos(&[object.clone(), py::library_class("type")]),
            )?
            .truth()?
    {
        self_
            .method(
                "_dataclass",
                &[
                    object.clone(),
                    out.clone(),
                    indent.clone(),
                    allowance.clone(),
                    inner.clone(),
                    level.clone(),
                ],
            )?;
    } else if kind.is(&py::library_class("dict")) && object.truth()? {
        self_
            .method(
                "_dict",
                &[
                    object.clone(),
                    out.clone(),
                    indent.clone(),
                    allowance.clone(),
                    inner.clone(),
                    level.clone(),
                ],
            )?;
    } else if kind.is(&py::library_class("OrderedDict")) && object.truth()? {
        self_
            .method(
                "_ordered",
                &[
                    object.clone(),
                    out.clone(),
                    indent.clone(),
                    allowance.clone(),
                    inner.clone(),
                    level.clone(),
                ],
            )?;
    } else if kind.is(&py::library_class("list")) && object.truth()?
        && !(self_.attr("_depth")?.truth()? && level.is_gt(&self_.attr("_depth")?)?)
    {
        out.method("append", &[Value::str("[")])?;
        self_
            .method(
                "_items",
                &[
                    object.clone(),
                    out.clone(),
                    indent.clone(),
                    allowance.add(&Value::Int(1))?,
                    inner.clone(),
                    level.clone(),
                ],
            )?;
        out.method("append", &[Value::str("]")])?;
    } else if kind.is(&py::library_class("tuple")) && object.truth()? {
        end = if Value::from(py::builtins::len(&object)?).is_eq(&Value::Int(1))? {
            Value::str(",)")
        } else {
            Value::str(")")
        };
        out.method("append", &[Value::str("(")])?;
        self_
            .method(
                "_items",
                &[
                    object.clone(),
                    out.clone(),
                    indent.clone(),
                    allowance.add(&Value::from(py::builtins::len(&end)?))?,
                    inner.clone(),
                    level.clone(),
                ],
            )?;
        out.method("append", &[end.clone()])?;
    } else if (kind.is(&py::library_class("set"))
        || kind.is(&py::library_class("frozenset"))) && object.truth()?
    {
        let [item_15, item_16, item_17] = py::unpack::<
            3,
        >(
            &if kind.is(&py::library_class("set")) {
                py::tuple([Value::str("{"), Value::str("}"), Value::Int(0)])
            } else {
                py::tuple([Value::str("frozenset({"), Value::str("})"), Value::Int(10)])
            },
        )?;
        begin = item_15;
        end = item_16;
        deep = item_17;
        out.method("append", &[begin.clone()])?;
        self_
            .method(
                "_items",
                &[
                    py::builtins::sorted(
                        &py::Args {
                            pos: &[object.clone()],
                            kw: &[("key", global::_key.load()?)],
                        },
                    )?,
                    out.clone(),
                    indent.add(&deep)?,
                    allowance.add(&Value::from(py::builtins::len(&end)?))?,
                    inner.clone(),
                    level.clone(),
                ],
            )?;
        out.method("append", &[end.clone()])?;
    } else if kind.is(&py::library_class("str")) && object.truth()? {
        self_
            .method(
                "_str",
                &[
                    object.clone(),
                    out.clone(),
                    indent.clone(),
                    allowance.clone(),
                    level.clone(),
                ],
            )?;
    } else if kind.is(&py::library_class("defaultdict")) && object.truth()? {
        begin = Value::str(
            format!(
                "defaultdict({},\n", py::fmt(& object.attr("default_factory") ?, 'r', "")
                ?
            ),
        );
        out.method(
            "append",
            &[begin.add(&Value::str(" ").mul(&indent.add(&Value::Int(12))?)?)?],
        )?;
        self_
            .method(
                "_dict",
                &[
                    py::construct::dict(&py::pos(&[object.clone()]))?,
                    out.clone(),
                    indent.add(&Value::Int(12))?,
                    allowance.add(&Value::Int(1))?,
                    inner.clone(),
                    level.clone(),
                ],
            )?;
        out.method("append", &[Value::str(")")])?;
    } else if kind.is(&py::library_class("Counter")) && object.truth()? {
        out.method("append", &[Value::str("Counter({")])?;
        if self_.attr("_indent")?.is_gt(&Value::Int(1))? {
            out.method(
                "append",
                &[self_.attr("_indent")?.sub(&Value::Int(1))?.mul(&Value::str(" "))?],
            )?;
        }
        self_
            .method(
                "_pairs",
                &[
                    object.method("most_common", &[])?,
                    out.clone(),
                    indent.add(&Value::Int(8))?,
                    allowance.add(&Value::Int(2))?,
                    inner.clone(),
                    level.clone(),
                ],
            )?;
        out.method("append", &[Value::str("})")])?;
    } else if kind.is(&py::library_class("deque")) && object.truth()? {
        out.method("append", &[Value::str("deque([")])?;
        self_
            .method(
                "_items",
                &[
                    py::construct::list(&py::pos(&[object.clone()]))?,
                    out.clone(),
                    indent.add(&Value::Int(6))?,
                    allowance.add(&Value::Int(2))?,
                    inner.clone(),
                    level.clone(),
                ],
            )?;
        out.method("append", &[Value::str("])")])?;
    } else {
        out.method("append", &[text.clone()])?;
    }
    Ok(Value::None)
}

pub(crate) fn pretty_printer_dataclass(
    self_: Value,
    object: Value,
    out: Value,
    mut indent: Value,
    allowance: Value,
    context: Value,
    level: Value,
) -> R {
    let mut at = Value::Unbound;
    let mut field = Value::Unbound;
    let name = py::construct::type_(&py::pos(&[object.clone()]))?.attr("__name__")?;
    out.method("append", &[name.add(&Value::str("("))?])?;
    let names = {
        let mut out_18 = Vec::new();
        let mut iter_19 = py::iter::iter(&object.attr("__dataclass_fields__")?)?;
        while let Some(f) = iter_19.next()? {
            out_18.push(f.clone());
        }
        Value::list(out_18)
    };
    indent.add_assign(&Value::from(py::builtins::len(&name)?).add(&Value::Int(1))?)?;
    let mut iter_20 = py::iter::iter(
        &py::construct::enumerate(&py::pos(&[names.clone()]))?,
    )?;
    while let Some(item_21) = iter_20.next()? {
        let [item_22, item_23] = py::unpack::<2>(&item_21)?;
        at = item_22;
        field = item_23;
        out.method("append", &[field.add(&Value::str("="))?])?;
        let last = at.eq(&Value::from(py::builtins::len(&names)?).sub(&Value::Int(1))?)?;
        self_
            .method(
                "_format",
                &[
                    py::builtins::getattr(&py::pos(&[object.clone(), field.clone()]))?,
                    out.clone(),
                    indent
                        .add(&Value::from(py::builtins::len(&field)?))?
                        .add(&Value::Int(1))?,
                    if last.truth()? {
                        allowance.add(&Value::Int(1))?
                    } else {
                        Value::Int(1)
                    },
                    context.clone(),
                    level.clone(),
                ],
            )?;
        if !last.truth()? {
            out.method(
                "append",
                &[Value::str(",\n").add(&Value::str(" ").mul(&indent)?)?],
            )?;
        }
    }
    out.method("append", &[Value::str(")")])?;
    Ok(Value::None)
}

pub(crate) fn pretty_printer_dict(
    self_: Value,
    object: Value,
    out: Value,
    indent: Value,
    allowance: Value,
    context: Value,
    level: Value,
) -> R {
    out.method("append", &[Value::str("{")])?;
    if self_.attr("_indent")?.is_gt(&Value::Int(1))? {
        out.method(
            "append",
            &[self_.attr("_indent")?.sub(&Value::Int(1))?.mul(&Value::str(" "))?],
        )?;
    }
    let items = if self_.attr("_sort")?.truth()? {
        py::builtins::sorted(
            &py::Args {
                pos: &[object.method("items", &[])?],
                kw: &[
                    (
                        "key",
                        py::def(
                            "PrettyPrinter._dict.<locals>.<lambda>",
                            "p",
                            [],
                            move |p: Value| -> R {
                                Ok(_key(p.item(&Value::Int(0))?)?)
                            },
                        ),
                    ),
                ],
            },
        )?
    } else {
        py::construct::list(&py::pos(&[object.method("items", &[])?]))?
    };
    self_
        .method(
            "_pairs",
            &[
                items.clone(),
                out.clone(),
                indent.clone(),
                allowance.add(&Value::Int(1))?,
                context.clone(),
                level.clone(),
            ],
        )?;
    out.method("append", &[Value::str("}")])?;
    Ok(Value::None)
}

pub(crate) fn pretty_printer_pairs(
    self_: Value,
    items: Value,
    out: Value,
    mut indent: Value,
    allowance: Value,
    context: Value,
    level: Value,
) -> R {
    let mut at = Value::Unbound;
    let mut key = Value::Unbound;
    let mut value = Value::Unbound;
    indent.add_assign(&self_.attr("_indent")?)?;
    let mut iter_25 = py::iter::iter(
        &py::construct::enumerate(&py::pos(&[items.clone()]))?,
    )?;
    while let Some(item_26) = iter_25.next()? {
        let [item_27, item_28] = py::unpack::<2>(&item_26)?;
        at = item_27;
        let [item_29, item_30] = py::unpack::<2>(&item_28)?;
        key = item_29;
        value = item_30;
        let last = at.eq(&Value::from(py::builtins::len(&items)?).sub(&Value::Int(1))?)?;
        let text = self_
            .method("_short", &[key.clone(), context.clone(), level.clone()])?;
        out.method("append", &[text.add(&Value::str(": "))?])?;
        self_
            .method(
                "_format",
                &[
                    value.clone(),
                    out.clone(),
                    indent
                        .add(&Value::from(py::builtins::len(&text)?))?
                        .add(&Value::Int(2))?,
                    if last.truth()? { allowance.clone() } else { Value::Int(1) },
                    context.clone(),
                    level.clone(),
                ],
            )?;
        if !last.truth()? {
            out.method(
                "append",
                &[Value::str(",\n").add(&Value::str(" ").mul(&indent)?)?],
            )?;
        }
    }
    Ok(Value::None)
}

pub(crate) fn pretty_printer_ordered(
    self_: Value,
    object: Value,
    out: Value,
    indent: Value,
    allowance: Value,
    context: Value,
    level: Value,
) -> R {
    let mut at = Value::Unbound;
    let mut key = Value::Unbound;
    let mut value = Value::Unbound;
    out.method("append", &[Value::str("OrderedDict([")])?;
    let pairs = py::construct::list(&py::pos(&[object.method("items", &[])?]))?;
    let inner = indent.add(&Value::Int(13))?;
    let mut iter_32 = py::iter::iter(
        &py::construct::enumerate(&py::pos(&[pairs.clone()]))?,
    )?;
    while let Some(item_33) = iter_32.next()? {
        let [item_34, item_35] = py::unpack::<2>(&item_33)?;
        at = item_34;
        let [item_36, item_37] = py::unpack::<2>(&item_35)?;
        key = item_36;
        value = item_37;
        let last = at.eq(&Value::from(py::builtins::len(&pairs)?).sub(&Value::Int(1))?)?;
        let text = self_
            .method("_short", &[key.clone(), context.clone(), level.clone()])?;
        out.method("append", &[Value::str("(").add(&text)?.add(&Value::str(", "))?])?;
        self_
            .method(
                "_format",
                &[
                    value.clone(),
                    out.clone(),
                    inner
                        .add(&Value::from(py::builtins::len(&text)?))?
                        .add(&Value::Int(3))?,
                    if last.truth()? {
                        allowance.add(&Value::Int(2))?
                    } else {
                        Value::Int(2)
                    },
                    context.clone(),
                    level.clone(),
                ],
            )?;
        out.method("append", &[Value::str(")")])?;
        if !last.truth()? {
            out.method(
                "append",
                &[Value::str(",\n").add(&Value::str(" ").mul(&inner)?)?],
            )?;
        }
    }
    out.method("append", &[Value::str("])")])?;
    Ok(Value::None)
}

pub(crate) fn pretty_printer_items(
    self_: Value,
    mut items: Value,
    out: Value,
    mut indent: Value,
    allowance: Value,
    context: Value,
    level: Value,
) -> R {
    let mut at = Value::Unbound;
    let mut item = Value::Unbound;
    let mut room = Value::Unbound;
    let mut width = Value::Unbound;
    indent.add_assign(&self_.attr("_indent")?)?;
    if self_.attr("_indent")?.is_gt(&Value::Int(1))? {
        out.method(
            "append",
            &[self_.attr("_indent")?.sub(&Value::Int(1))?.mul(&Value::str(" "))?],
        )?;
    }
    let line_end = Value::str(",\n").add(&Value::str(" ").mul(&indent)?)?;
    let mut between = Value::str("");
    let value_39 = self_.attr("_width")?.sub(&indent)?.add(&Value::Int(1))?;
    width = value_39.clone();
    room = value_39.clone();
    items = py::construct::list(&py::pos(&[items.clone()]))?;
    let mut iter_40 = py::iter::iter(
        &py::construct::enumerate(&py::pos(&[items.clone()]))?,
    )?;
    while let Some(item_41) = iter_40.next()? {
        let [item_42, item_43] = py::unpack::<2>(&item_41)?;
        at = item_42;
        item = item_43;
        let last = at.eq(&Value::from(py::builtins::len(&items)?).sub(&Value::Int(1))?)?;
        if last.truth()? {
            room.sub_assign(&allowance)?;
            width.sub_assign(&allowance)?;
        }
        if self_.attr("_compact")?.truth()? {
            let text = self_
                .method("_short", &[item.clone(), context.clone(), level.clone()])?;
            let wide = Value::from(py::builtins::len(&text)?).add(&Value::Int(2))?;
            if width.is_lt(&wide)? {
                width = room.clone();
                if between.truth()? {
                    between = line_end.clone();
                }
            }
            if width.is_ge(&wide)? {
                width.sub_assign(&wide)?;
                out.method("append", &[between.clone()])?;
                between = Value::str(", ");
                out.method("append", &[text.clone()])?;
                continue;
            }
        }
        out.method("append", &[between.clone()])?;
        between = line_end.clone();
        self_
            .method(
                "_format",
                &[
                    item.clone(),
                    out.clone(),
                    indent.clone(),
                    if last.truth()? { allowance.clone() } else { Value::Int(1) },
                    context.clone(),
                    level.clone(),
                ],
            )?;
    }
    Ok(Value::None)
}

pub(crate) fn pretty_printer_str(
    self_: Value,
    object: Value,
    out: Value,
    mut indent: Value,
    mut allowance: Value,
    level: Value,
) -> R {
    let mut chunk = Value::Unbound;
    let mut i = Value::Unbound;
    let mut j = Value::Unbound;
    let mut line = Value::Unbound;
    let mut part = Value::Unbound;
    let mut room = Value::Unbound;
    let mut widest = Value::Unbound;
    let chunks = py::list([]);
    let lines = object.method("splitlines", &[Value::Bool(true)])?;
    if level.is_eq(&Value::Int(1))? {
        indent.add_assign(&Value::Int(1))?;
        allowance.add_assign(&Value::Int(1))?;
    }
    let value_45 = self_.attr("_width")?.sub(&indent)?;
    widest = value_45.clone();
    room = value_45.clone();
    let mut text = Value::str("");
    let mut iter_46 = py::iter::iter(
        &py::construct::enumerate(&py::pos(&[lines.clone()]))?,
    )?;
    while let Some(item_47) = iter_46.next()? {
        let [item_48, item_49] = py::unpack::<2>(&item_47)?;
        i = item_48;
        line = item_49;
        text = py::builtins::repr(&py::pos(&[line.clone()]))?;
        if i.is_eq(&Value::from(py::builtins::len(&lines)?).sub(&Value::Int(1))?)? {
            room.sub_assign(&allowance)?;
        }
        if Value::from(py::builtins::len(&text)?).is_le(&room)? {
            chunks.method("append", &[text.clone()])?;
            continue;
        }
        let parts = py::library::re::findall(
            &py::pos(&[Value::str("\\S*\\s*"), line.clone()]),
        )?;
        parts.method("pop", &[])?;
        let mut widest2 = room.clone();
        let mut current = Value::str("");
        let mut iter_51 = py::iter::iter(
            &py::construct::enumerate(&py::pos(&[parts.clone()]))?,
        )?;
        while let Some(item_52) = iter_51.next()? {
            let [item_53, item_54] = py::unpack::<2>(&item_52)?;
            j = item_53;
            part = item_54;
            let candidate = current.add(&part)?;
            if j.is_eq(&Value::from(py::builtins::len(&parts)?).sub(&Value::Int(1))?)?
                && i
                    .is_eq(
                        &Value::from(py::builtins::len(&lines)?).sub(&Value::Int(1))?,
                    )?
            {
                widest2.sub_assign(&allowance)?;
            }
            if Value::from(
                    py::builtins::len(
                        &py::builtins::repr(&py::pos(&[candidate.clone()]))?,
                    )?,
                )
                .is_gt(&widest2)?
            {
                if current.truth()? {
                    chunks
                        .method(
                            "append",
                            &[py::builtins::repr(&py::pos(&[current.clone()]))?],
                        )?;
                }
                current = part.clone();
            } else {
                current = candidate.clone();
            }
        }
        if current.truth()? {
            chunks
                .method("append", &[py::builtins::repr(&py::pos(&[current.clone()]))?])?;
        }
    }
    if Value::from(py::builtins::len(&chunks)?).is_eq(&Value::Int(1))? {
        out.method("append", &[text.clone()])?;
        return Ok(Value::None);
    }
    if level.is_eq(&Value::Int(1))? {
        out.method("append", &[Value::str("(")])?;
    }
    let mut iter_56 = py::iter::iter(
        &py::construct::enumerate(&py::pos(&[chunks.clone()]))?,
    )?;
    while let Some(item_57) = iter_56.next()? {
        let [item_58, item_59] = py::unpack::<2>(&item_57)?;
        i = item_58;
        chunk = item_59;
        if i.is_gt(&Value::Int(0))? {
            out.method(
                "append",
                &[Value::str("\n").add(&Value::str(" ").mul(&indent)?)?],
            )?;
        }
        out.method("append", &[chunk.clone()])?;
    }
    if level.is_eq(&Value::Int(1))? {
        out.method("append", &[Value::str(")")])?;
    }
    Ok(Value::None)
}

pub(crate) fn pprint(
    object: Value,
    stream: Value,
    indent: Value,
    width: Value,
    depth: Value,
    compact: Value,
    sort_dicts: Value,
    underscore_numbers: Value,
) -> R {
    py::call::call(
            &global::PrettyPrinter.load()?,
            &py::Args {
                pos: &[indent.clone(), width.clone(), depth.clone(), stream.clone()],
                kw: &[
                    ("compact", compact.clone()),
                    ("sort_dicts", sort_dicts.clone()),
                    ("underscore_numbers", underscore_numbers.clone()),
                ],
            },
        )?
        .method("pprint", &[object.clone()])?;
    Ok(Value::None)
}

pub(crate) fn pp(
    object: Value,
    stream: Value,
    indent: Value,
    width: Value,
    depth: Value,
    compact: Value,
    sort_dicts: Value,
    underscore_numbers: Value,
) -> R {
    py::call::call(
            &global::PrettyPrinter.load()?,
            &py::Args {
                pos: &[indent.clone(), width.clone(), depth.clone(), stream.clone()],
                kw: &[
                    ("compact", compact.clone()),
                    ("sort_dicts", sort_dicts.clone()),
                    ("underscore_numbers", underscore_numbers.clone()),
                ],
            },
        )?
        .method("pprint", &[object.clone()])?;
    Ok(Value::None)
}

pub(crate) fn pformat(
    object: Value,
    indent: Value,
    width: Value,
    depth: Value,
    compact: Value,
    sort_dicts: Value,
    underscore_numbers: Value,
) -> R {
    Ok(
        py::call::call(
                &global::PrettyPrinter.load()?,
                &py::Args {
                    pos: &[indent.clone(), width.clone(), depth.clone()],
                    kw: &[
                        ("compact", compact.clone()),
                        ("sort_dicts", sort_dicts.clone()),
                        ("underscore_numbers", underscore_numbers.clone()),
                    ],
                },
            )?
            .method("pformat", &[object.clone()])?,
    )
}

pub(crate) fn saferepr(object: Value) -> R {
    Ok(
        py::call::call(&global::PrettyPrinter.load()?, &py::Args::none())?
            .method("_short", &[object.clone(), py::tuple([]), Value::Int(0)])?,
    )
}

/// The statements of `pprint.py`.
pub(crate) fn run() -> R<()> {
    global::_key.store(py::def("_key", "value", [], _key));
    global::_Safe
        .store({
            let class = py::ClassBody::new("_Safe", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def("_Safe.__init__", "self, value", [], _safe_init),
                );
            class.set("__lt__", py::def("_Safe.__lt__", "self, other", [], _safe_lt));
            class.finish(&[])?
        });
    global::PrettyPrinter
        .store({
            let class = py::ClassBody::new("PrettyPrinter", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "PrettyPrinter.__init__",
                        "self, indent=, width=, depth=, stream=, *, compact=, sort_dicts=, underscore_numbers=",
                        [
                            Value::Int(1),
                            Value::Int(80),
                            Value::None,
                            Value::None,
                            Value::Bool(false),
                            Value::Bool(true),
                            Value::Bool(false),
                        ],
                        pretty_printer_init,
                    ),
                );
            class
                .set(
                    "pprint",
                    py::def(
                        "PrettyPrinter.pprint",
                        "self, object",
                        [],
                        pretty_printer_pprint,
                    ),
                );
            class
                .set(
                    "pformat",
                    py::def(
                        "PrettyPrinter.pformat",
                        "self, object",
                        [],
                        pretty_printer_pformat,
                    ),
                );
            class
                .set(
                    "isreadable",
                    py::def(
                        "PrettyPrinter.isreadable",
                        "self, object",
                        [],
                        pretty_printer_isreadable,
                    ),
                );
            class
                .set(
                    "isrecursive",
                    py::def(
                        "PrettyPrinter.isrecursive",
                        "self, object",
                        [],
                        pretty_printer_isrecursive,
                    ),
                );
            class
                .set(
                    "_short",
                    py::def(
                        "PrettyPrinter._short",
                        "self, object, context, level",
                        [],
                        pretty_printer_short,
                    ),
                );
            class
                .set(
                    "_safe_repr",
                    py::def(
                        "PrettyPrinter._safe_repr",
                        "self, object, context, maxlevels, level",
                        [],
                        pretty_printer_safe_repr,
                    ),
                );
            class
                .set(
                    "_format",
                    py::def(
                        "PrettyPrinter._format",
                        "self, object, out, indent, allowance, context, level",
                        [],
                        pretty_printer_format,
                    ),
                );
            class
                .set(
                    "_dataclass",
                    py::def(
                        "PrettyPrinter._dataclass",
                        "self, object, out, indent, allowance, context, level",
                        [],
                        pretty_printer_dataclass,
                    ),
                );
            class
                .set(
                    "_dict",
                    py::def(
                        "PrettyPrinter._dict",
                        "self, object, out, indent, allowance, context, level",
                        [],
                        pretty_printer_dict,
                    ),
                );
            class
                .set(
                    "_pairs",
                    py::def(
                        "PrettyPrinter._pairs",
                        "self, items, out, indent, allowance, context, level",
                        [],
                        pretty_printer_pairs,
                    ),
                );
            class
                .set(
                    "_ordered",
                    py::def(
                        "PrettyPrinter._ordered",
                        "self, object, out, indent, allowance, context, level",
                        [],
                        pretty_printer_ordered,
                    ),
                );
            class
                .set(
                    "_items",
                    py::def(
                        "PrettyPrinter._items",
                        "self, items, out, indent, allowance, context, level",
                        [],
                        pretty_printer_items,
                    ),
                );
            class
                .set(
                    "_str",
                    py::def(
                        "PrettyPrinter._str",
                        "self, object, out, indent, allowance, level",
                        [],
                        pretty_printer_str,
                    ),
                );
            class.finish(&[])?
        });
    global::pprint
        .store(
            py::def(
                "pprint",
                "object, stream=, indent=, width=, depth=, *, compact=, sort_dicts=, underscore_numbers=",
                [
                    Value::None,
                    Value::Int(1),
                    Value::Int(80),
                    Value::None,
                    Value::Bool(false),
                    Value::Bool(true),
                    Value::Bool(false),
                ],
                pprint,
            ),
        );
    global::pp
        .store(
            py::def(
                "pp",
                "object, stream=, indent=, width=, depth=, *, compact=, sort_dicts=, underscore_numbers=",
                [
                    Value::None,
                    Value::Int(1),
                    Value::Int(80),
                    Value::None,
                    Value::Bool(false),
                    Value::Bool(false),
                    Value::Bool(false),
                ],
                pp,
            ),
        );
    global::pformat
        .store(
            py::def(
                "pformat",
                "object, indent=, width=, depth=, *, compact=, sort_dicts=, underscore_numbers=",
                [
                    Value::Int(1),
                    Value::Int(80),
                    Value::None,
                    Value::Bool(false),
                    Value::Bool(true),
                    Value::Bool(false),
                ],
                pformat,
            ),
        );
    global::saferepr.store(py::def("saferepr", "object", [], saferepr));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library pprint") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "PrettyPrinter" => global::PrettyPrinter.load(),
        "pprint" => global::pprint.load(),
        "pp" => global::pp.load(),
        "pformat" => global::pformat.load(),
        "saferepr" => global::saferepr.load(),
        _ => Ok(Value::None),
    }
}
