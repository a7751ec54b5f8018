//! Templates and formatters.
//!
//! @generated from `runtime/pure/string.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "string";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static Formatter : Global = const { Global::new("Formatter") }; pub
        (crate) static Template : Global = const { Global::new("Template") }; pub (crate)
        static _NAME : Global = const { Global::new("_NAME") }; pub (crate) static
        _fields : Global = const { Global::new("_fields") }; pub (crate) static capwords
        : Global = const { Global::new("capwords") };
    }
}

/// Capitalises words.
pub(crate) fn capwords(s: Value, sep: Value) -> R {
    Ok(
        {
            let left_1 = sep.clone();
            if left_1.truth()? { left_1 } else { Value::str(" ") }
        }
            .method(
                "join",
                &[
                    py::construct::map(
                        &py::pos(
                            &[
                                py::library_class("str").attr("capitalize")?,
                                s.method("split", &[sep.clone()])?,
                            ],
                        ),
                    )?,
                ],
            )?,
    )
}

pub(crate) fn template_init(self_: Value, template: Value) -> R {
    self_.set_attr("template", template.clone())?;
    Ok(Value::None)
}

pub(crate) fn template_bad(self_: Value, at: Value) -> R {
    let mut column = Value::Unbound;
    let mut line = Value::Unbound;
    let before = self_
        .attr("template")?
        .item(&py::item::slice(Value::None, at.clone(), Value::None))?
        .method("splitlines", &[Value::Bool(true)])?;
    if !before.truth()? {
        let [item_2, item_3] = py::unpack::<
            2,
        >(&py::tuple([Value::Int(1), Value::Int(1)]))?;
        column = item_2;
        line = item_3;
    } else {
        column = at
            .sub(
                &Value::from(
                    py::builtins::len(
                        &Value::str("")
                            .method(
                                "join",
                                &[
                                    before
                                        .item(
                                            &py::item::slice(Value::None, Value::Int(-1), Value::None),
                                        )?,
                                ],
                            )?,
                    )?,
                ),
            )?
            .add(&Value::Int(1))?;
        line = Value::from(py::builtins::len(&before)?);
    }
    Err(
        py::exc::to_raise(
            &py::call::call(
                &py::exception("ValueError"),
                &py::pos(
                    &[
                        Value::str("Invalid placeholder in string: line %d, col %d")
                            .modulo(&py::tuple([line.clone(), column.clone()]))?,
                    ],
                ),
            )?,
        )?,
    )
}

pub(crate) fn template_all(self_: Value, args: Value, kwargs: Value) -> R {
    if !args.truth()? {
        return Ok(kwargs.clone());
    }
    if kwargs.truth()? {
        let both = py::construct::dict(&py::pos(&[args.item(&Value::Int(0))?]))?;
        both.method("update", &[kwargs.clone()])?;
        return Ok(both.clone());
    }
    Ok(args.item(&Value::Int(0))?)
}

pub(crate) fn template_substitute(self_: Value, args: Value, kwargs: Value) -> R {
    let mut convert = Value::Unbound;
    let values = self_.method("_all", &[args.clone(), kwargs.clone()])?;
    convert = {
        let self_ = self_.clone();
        let values = values.clone();
        py::def(
            "Template.substitute.<locals>.convert",
            "found",
            [],
            move |found: Value| -> R {
                let name = {
                    let left_5 = found.method("group", &[Value::str("named")])?;
                    if left_5.truth()? {
                        left_5
                    } else {
                        found.method("group", &[Value::str("braced")])?
                    }
                };
                if !name.is(&Value::None) {
                    return Ok(py::construct::str(&py::pos(&[values.item(&name)?]))?);
                }
                if !found.method("group", &[Value::str("escaped")])?.is(&Value::None) {
                    return Ok(Value::str("$"));
                }
                self_
                    .method(
                        "_bad",
                        &[
                            found
                                .method("start", &[Value::str("invalid")])?
                                .sub(&Value::Int(1))?,
                        ],
                    )?;
                Ok(Value::None)
            },
        )
    };
    Ok(global::_NAME.load()?.method("sub", &[convert.clone(), self_.attr("template")?])?)
}

pub(crate) fn template_safe_substitute(self_: Value, args: Value, kwargs: Value) -> R {
    let mut convert = Value::Unbound;
    let values = self_.method("_all", &[args.clone(), kwargs.clone()])?;
    convert = {
        let values = values.clone();
        py::def(
            "Template.safe_substitute.<locals>.convert",
            "found",
            [],
            move |found: Value| -> R {
                let name = {
                    let left_6 = found.method("group", &[Value::str("named")])?;
                    if left_6.truth()? {
                        left_6
                    } else {
                        found.method("group", &[Value::str("braced")])?
                    }
                };
                if !name.is(&Value::None) {
                    let flow_9: py::Flow = 'try_7: {
                        return Ok(
                            py::attempt!(
                                'try_7, py::construct::str(& py::pos(& [py::attempt!('try_7,
                                values.item(& name))]))
                            ),
                        );
                    };
                    if let py::Flow::Raise(raised_8) = flow_9 {
                        if raised_8.is_a("KeyError") {
                            return Ok(found.method("group", &[])?);
                        } else {
                            return Err(raised_8);
                        }
                    }
                }
                if !found.method("group", &[Value::str("escaped")])?.is(&Value::None) {
                    return Ok(Value::str("$"));
                }
                Ok(found.method("group", &[])?)
            },
        )
    };
    Ok(global::_NAME.load()?.method("sub", &[convert.clone(), self_.attr("template")?])?)
}

/// Literal text, name, spec and conversion of each part, as `str.format` reads them.
pub(crate) fn _fields(format_string: Value) -> R {
    Ok({
        async fn body_24(yielder: py::Yielder, format_string: Value) -> R {
            let mut conversion = Value::Unbound;
            let mut d = Value::Unbound;
            let mut i = Value::Unbound;
            let mut name = Value::Unbound;
            let mut spec = Value::Unbound;
            let mut at = Value::Int(0);
            let mut literal = Value::str("");
            let size = Value::from(py::builtins::len(&format_string)?);
            while at.is_lt(&size)? {
                let c = format_string.item(&at)?;
                if c.is_eq(&Value::str("{"))?
                    && format_string
                        .item(
                            &py::item::slice(
                                at.clone(),
                                at.add(&Value::Int(2))?,
                                Value::None,
                            ),
                        )?
                        .is_eq(&Value::str("{{"))?
                    || c.is_eq(&Value::str("}"))?
                        && format_string
                            .item(
                                &py::item::slice(
                                    at.clone(),
                                    at.add(&Value::Int(2))?,
                                    Value::None,
                                ),
                            )?
                            .is_eq(&Value::str("}}"))?
                {
                    yielder
                        .give(
                            py::tuple([
                                literal.add(&c)?,
                                Value::None,
                                Value::None,
                                Value::None,
                            ]),
                        )
                        .await?;
                    literal = Value::str("");
                    at.add_assign(&Value::Int(2))?;
                    continue;
                }
                if c.is_eq(&Value::str("}"))? {
                    return Err(
                        py::exc::to_raise(
                            &py::call::call(
                                &py::exception("ValueError"),
                                &py::pos(
                                    &[Value::str("Single '}' encountered in format string")],
                                ),
                            )?,
                        )?,
                    );
                }
                if c.is_ne(&Value::str("{"))? {
                    literal.add_assign(&c)?;
                    at.add_assign(&Value::Int(1))?;
                    continue;
                }
                let mut depth = Value::Int(1);
                let mut end = at.add(&Value::Int(1))?;
                while end.is_lt(&size)? && depth.truth()? {
                    if format_string.item(&end)?.is_eq(&Value::str("{"))? {
                        depth.add_assign(&Value::Int(1))?;
                    } else if format_string.item(&end)?.is_eq(&Value::str("}"))? {
                        depth.sub_assign(&Value::Int(1))?;
                    }
                    end.add_assign(&Value::Int(1))?;
                }
                if depth.truth()? {
                    if end.is_eq(&at.add(&Value::Int(1))?)? {
                        return Err(
                            py::exc::to_raise(
                                &py::call::call(
                                    &py::exception("ValueError"),
                                    &py::pos(
                                        &[Value::str("Single '{' encountered in format string")],
                                    ),
                                )?,
                            )?,
                        );
                    }
                    return Err(
                        py::exc::to_raise(
                            &py::call::call(
                                &py::exception("ValueError"),
                                &py::pos(&[Value::str("expected '}' before end of string")]),
                            )?,
                        )?,
                    );
                }
                let inner = format_string
                    .item(
                        &py::item::slice(
                            at.add(&Value::Int(1))?,
                            end.sub(&Value::Int(1))?,
                            Value::None,
                        ),
                    )?;
                let [item_15, item_16, item_17] = py::unpack::<
                    3,
                >(&py::tuple([inner.clone(), Value::str(""), Value::None]))?;
                name = item_15;
                spec = item_16;
                conversion = item_17;
                let mut bracket = Value::Int(0);
                let mut iter_18 = py::iter::iter(
                    &py::construct::enumerate(&py::pos(&[inner.clone()]))?,
                )?;
                while let Some(item_19) = iter_18.next()? {
                    let [item_20, item_21] = py::unpack::<2>(&item_19)?;
                    i = item_20;
                    d = item_21;
                    if d.is_eq(&Value::str("["))? {
                        bracket.add_assign(&Value::Int(1))?;
                    } else if d.is_eq(&Value::str("]"))? {
                        bracket.sub_assign(&Value::Int(1))?;
                    } else if py::contained(&d, &Value::str(":!"))?
                        && bracket.is_eq(&Value::Int(0))?
                    {
                        name = inner
                            .item(
                                &py::item::slice(Value::None, i.clone(), Value::None),
                            )?;
                        let mut rest = inner
                            .item(
                                &py::item::slice(i.clone(), Value::None, Value::None),
                            )?;
                        if rest.item(&Value::Int(0))?.is_eq(&Value::str("!"))? {
                            conversion = rest
                                .item(
                                    &py::item::slice(Value::Int(1), Value::Int(2), Value::None),
                                )?;
                            rest = rest
                                .item(
                                    &py::item::slice(Value::Int(2), Value::None, Value::None),
                                )?;
                            if rest.truth()?
                                && rest.item(&Value::Int(0))?.is_ne(&Value::str(":"))?
                            {
                                return Err(
                                    py::exc::to_raise(
                                        &py::call::call(
                                            &py::exception("ValueError"),
                                            &py::pos(
                                                &[Value::str("expected ':' after conversion specifier")],
                                            ),
                                        )?,
                                    )?,
                                );
                            }
                        }
                        spec = rest
                            .item(
                                &py::item::slice(Value::Int(1), Value::None, Value::None),
                            )?;
                        break;
                    }
                }
                drop(iter_18);
                yielder
                    .give(
                        py::tuple([
                            literal.clone(),
                            name.clone(),
                            spec.clone(),
                            conversion.clone(),
                        ]),
                    )
                    .await?;
                literal = Value::str("");
                at = end.clone();
            }
            if literal.truth()? {
                yielder
                    .give(
                        py::tuple([
                            literal.clone(),
                            Value::None,
                            Value::None,
                            Value::None,
                        ]),
                    )
                    .await?;
            }
            Ok(Value::None)
        }
        py::generator("_fields", move |yielder| body_24(yielder, format_string))
    })
}

pub(crate) fn formatter_format(
    self_: Value,
    format_string: Value,
    args: Value,
    kwargs: Value,
) -> R {
    Ok(self_.method("vformat", &[format_string.clone(), args.clone(), kwargs.clone()])?)
}

pub(crate) fn formatter_vformat(
    self_: Value,
    format_string: Value,
    args: Value,
    kwargs: Value,
) -> R {
    let mut __ = Value::Unbound;
    let mut result = Value::Unbound;
    let used = py::construct::set(&py::Args::none())?;
    let [item_25, item_26] = py::unpack::<
        2,
    >(
        &self_
            .method(
                "_vformat",
                &[
                    format_string.clone(),
                    args.clone(),
                    kwargs.clone(),
                    used.clone(),
                    Value::Int(2),
                    Value::Int(0),
                ],
            )?,
    )?;
    result = item_25;
    __ = item_26;
    self_.method("check_unused_args", &[used.clone(), args.clone(), kwargs.clone()])?;
    Ok(result.clone())
}

pub(crate) fn formatter_vformat_2(
    self_: Value,
    format_string: Value,
    args: Value,
    kwargs: Value,
    used: Value,
    depth: Value,
    mut auto: Value,
) -> R {
    let mut conversion = Value::Unbound;
    let mut key = Value::Unbound;
    let mut literal = Value::Unbound;
    let mut name = Value::Unbound;
    let mut spec = Value::Unbound;
    let mut value = Value::Unbound;
    if depth.is_lt(&Value::Int(0))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("Max string recursion exceeded")]),
                )?,
            )?,
        );
    }
    let result = py::list([]);
    let mut iter_28 = py::iter::iter(&self_.method("parse", &[format_string.clone()])?)?;
    while let Some(item_29) = iter_28.next()? {
        let [item_30, item_31, item_32, item_33] = py::unpack::<4>(&item_29)?;
        literal = item_30;
        name = item_31;
        spec = item_32;
        conversion = item_33;
        if literal.truth()? {
            result.method("append", &[literal.clone()])?;
        }
        if name.is(&Value::None) {
            continue;
        }
        if name.is_eq(&Value::str(""))? {
            if auto.is(&Value::Bool(false)) {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::exception("ValueError"),
                            &py::pos(
                                &[
                                    Value::str(
                                        "cannot switch from manual field specification to automatic field numbering",
                                    ),
                                ],
                            ),
                        )?,
                    )?,
                );
            }
            name = py::construct::str(&py::pos(&[auto.clone()]))?;
            auto.add_assign(&Value::Int(1))?;
        } else if name.method("isdigit", &[])?.truth()? {
            if auto.truth()? {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::exception("ValueError"),
                            &py::pos(
                                &[
                                    Value::str(
                                        "cannot switch from manual field specification to automatic field numbering",
                                    ),
                                ],
                            ),
                        )?,
                    )?,
                );
            }
            auto = Value::Bool(false);
        }
        let [item_37, item_38] = py::unpack::<
            2,
        >(&self_.method("get_field", &[name.clone(), args.clone(), kwargs.clone()])?)?;
        value = item_37;
        key = item_38;
        used.method("add", &[key.clone()])?;
        value = self_.method("convert_field", &[value.clone(), conversion.clone()])?;
        let [item_39, item_40] = py::unpack::<
            2,
        >(
            &self_
                .method(
                    "_vformat",
                    &[
                        spec.clone(),
                        args.clone(),
                        kwargs.clone(),
                        used.clone(),
                        depth.sub(&Value::Int(1))?,
                        auto.clone(),
                    ],
                )?,
        )?;
        spec = item_39;
        auto = item_40;
        result
            .method(
                "append",
                &[self_.method("format_field", &[value.clone(), spec.clone()])?],
            )?;
    }
    Ok(py::tuple([Value::str("").method("join", &[result.clone()])?, auto.clone()]))
}

pub(crate) fn formatter_get_value(
    self_: Value,
    key: Value,
    args: Value,
    kwargs: Value,
) -> R {
    if py::builtins::isinstance(&py::pos(&[key.clone(), py::library_class("int")]))?
        .truth()?
    {
        return Ok(args.item(&key)?);
    }
    Ok(kwargs.item(&key)?)
}

pub(crate) fn formatter_check_unused_args(
    self_: Value,
    used_args: Value,
    args: Value,
    kwargs: Value,
) -> R {
    Ok(Value::None)
}

pub(crate) fn formatter_format_field(
    self_: Value,
    value: Value,
    format_spec: Value,
) -> R {
    Ok(py::builtins::format(&py::pos(&[value.clone(), format_spec.clone()]))?)
}

pub(crate) fn formatter_convert_field(
    self_: Value,
    value: Value,
    conversion: Value,
) -> R {
    if conversion.is(&Value::None) {
        return Ok(value.clone());
    }
    if conversion.is_eq(&Value::str("s"))? {
        return Ok(py::construct::str(&py::pos(&[value.clone()]))?);
    }
    if conversion.is_eq(&Value::str("r"))? {
        return Ok(py::builtins::repr(&py::pos(&[value.clone()]))?);
    }
    if conversion.is_eq(&Value::str("a"))? {
        return Ok(py::builtins::ascii(&py::pos(&[value.clone()]))?);
    }
    Err(
        py::exc::to_raise(
            &py::call::call(
                &py::exception("ValueError"),
                &py::pos(
                    &[
                        Value::str(
                            format!(
                                "Unknown conversion specifier {}", py::show(& conversion) ?
                            ),
                        ),
                    ],
                ),
            )?,
        )?,
    )
}

pub(crate) fn formatter_parse(self_: Value, format_string: Value) -> R {
    Ok(_fields(format_string.clone())?)
}

pub(crate) fn formatter_get_field(
    self_: Value,
    field_name: Value,
    args: Value,
    kwargs: Value,
) -> R {
    let found = py::library::re::match_(
        &py::pos(&[Value::str("[^.\\[]*"), field_name.clone()]),
    )?;
    let mut first = found.method("group", &[])?;
    let rest = field_name
        .item(&py::item::slice(found.method("end", &[])?, Value::None, Value::None))?;
    if first.method("isdigit", &[])?.truth()? {
        first = py::construct::int(&py::pos(&[first.clone()]))?;
    }
    let mut value = self_
        .method("get_value", &[first.clone(), args.clone(), kwargs.clone()])?;
    let mut iter_42 = py::iter::iter(
        &py::library::re::finditer(
            &py::pos(&[Value::str("\\.([^.\\[]+)|\\[([^\\]]+)\\]"), rest.clone()]),
        )?,
    )?;
    while let Some(step) = iter_42.next()? {
        if !step.method("group", &[Value::Int(1)])?.is(&Value::None) {
            value = py::builtins::getattr(
                &py::pos(&[value.clone(), step.method("group", &[Value::Int(1)])?]),
            )?;
        } else {
            let key = step.method("group", &[Value::Int(2)])?;
            value = value
                .item(
                    &if key.method("isdigit", &[])?.truth()? {
                        py::construct::int(&py::pos(&[key.clone()]))?
                    } else {
                        key.clone()
                    },
                )?;
        }
    }
    Ok(py::tuple([value.clone(), first.clone()]))
}

/// The statements of `string.py`.
pub(crate) fn run() -> R<()> {
    global::capwords
        .store(
            py::documented(
                py::def("capwords", "s, sep=", [Value::None], capwords),
                "Capitalises words.",
            ),
        );
    global::_NAME
        .store(
            py::library::re::compile(
                &py::pos(
                    &[
                        Value::str(
                            "\\$(?:(?P<escaped>\\$)|(?P<named>[_a-zA-Z][_a-zA-Z0-9]*)|\\{(?P<braced>[_a-zA-Z][_a-zA-Z0-9]*)\\}|(?P<invalid>))",
                        ),
                    ],
                ),
            )?,
        );
    global::Template
        .store({
            let class = py::ClassBody::new(
                "Template",
                NAME,
                Value::str("Text with `$names`."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def("Template.__init__", "self, template", [], template_init),
                );
            class.set("_bad", py::def("Template._bad", "self, at", [], template_bad));
            class
                .set(
                    "_all",
                    py::def("Template._all", "self, args, kwargs", [], template_all),
                );
            class
                .set(
                    "substitute",
                    py::def(
                        "Template.substitute",
                        "self, *args, **kwargs",
                        [],
                        template_substitute,
                    ),
                );
            class
                .set(
                    "safe_substitute",
                    py::def(
                        "Template.safe_substitute",
                        "self, *args, **kwargs",
                        [],
                        template_safe_substitute,
                    ),
                );
            class.finish(&[])?
        });
    global::_fields
        .store(
            py::documented(
                py::def("_fields", "format_string", [], _fields),
                "Literal text, name, spec and conversion of each part, as `str.format` reads them.",
            ),
        );
    global::Formatter
        .store({
            let class = py::ClassBody::new(
                "Formatter",
                NAME,
                Value::str(
                    "What `str.format` does, to be changed by classes derived from it.",
                ),
                &[],
            )?;
            class
                .set(
                    "format",
                    py::def(
                        "Formatter.format",
                        "self, format_string, /, *args, **kwargs",
                        [],
                        formatter_format,
                    ),
                );
            class
                .set(
                    "vformat",
                    py::def(
                        "Formatter.vformat",
                        "self, format_string, args, kwargs",
                        [],
                        formatter_vformat,
                    ),
                );
            class
                .set(
                    "_vformat",
                    py::def(
                        "Formatter._vformat",
                        "self, format_string, args, kwargs, used, depth, auto",
                        [],
                        formatter_vformat_2,
                    ),
                );
            class
                .set(
                    "get_value",
                    py::def(
                        "Formatter.get_value",
                        "self, key, args, kwargs",
                        [],
                        formatter_get_value,
                    ),
                );
            class
                .set(
                    "check_unused_args",
                    py::def(
                        "Formatter.check_unused_args",
                        "self, used_args, args, kwargs",
                        [],
                        formatter_check_unused_args,
                    ),
                );
            class
                .set(
                    "format_field",
                    py::def(
                        "Formatter.format_field",
                        "self, value, format_spec",
                        [],
                        formatter_format_field,
                    ),
                );
            class
                .set(
                    "convert_field",
                    py::def(
                        "Formatter.convert_field",
                        "self, value, conversion",
                        [],
                        formatter_convert_field,
                    ),
                );
            class
                .set(
                    "parse",
                    py::def(
                        "Formatter.parse",
                        "self, format_string",
                        [],
                        formatter_parse,
                    ),
                );
            class
                .set(
                    "get_field",
                    py::def(
                        "Formatter.get_field",
                        "self, field_name, args, kwargs",
                        [],
                        formatter_get_field,
                    ),
                );
            class.finish(&[])?
        });
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library string") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "capwords" => global::capwords.load(),
        "Template" => global::Template.load(),
        "Formatter" => global::Formatter.load(),
        _ => Ok(Value::None),
    }
}
