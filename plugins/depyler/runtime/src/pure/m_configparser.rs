//! Configuration files.
//!
//! @generated from `runtime/pure/configparser.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "configparser";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static BasicInterpolation : Global = const {
        Global::new("BasicInterpolation") }; pub (crate) static ConfigParser : Global =
        const { Global::new("ConfigParser") }; pub (crate) static DEFAULTSECT : Global =
        const { Global::new("DEFAULTSECT") }; pub (crate) static DuplicateOptionError :
        Global = const { Global::new("DuplicateOptionError") }; pub (crate) static
        DuplicateSectionError : Global = const { Global::new("DuplicateSectionError") };
        pub (crate) static Error : Global = const { Global::new("Error") }; pub (crate)
        static ExtendedInterpolation : Global = const {
        Global::new("ExtendedInterpolation") }; pub (crate) static InterpolationError :
        Global = const { Global::new("InterpolationError") }; pub (crate) static
        InterpolationMissingOptionError : Global = const {
        Global::new("InterpolationMissingOptionError") }; pub (crate) static
        InterpolationSyntaxError : Global = const {
        Global::new("InterpolationSyntaxError") }; pub (crate) static
        MissingSectionHeaderError : Global = const {
        Global::new("MissingSectionHeaderError") }; pub (crate) static NoOptionError :
        Global = const { Global::new("NoOptionError") }; pub (crate) static
        NoSectionError : Global = const { Global::new("NoSectionError") }; pub (crate)
        static ParsingError : Global = const { Global::new("ParsingError") }; pub (crate)
        static RawConfigParser : Global = const { Global::new("RawConfigParser") }; pub
        (crate) static SafeConfigParser : Global = const {
        Global::new("SafeConfigParser") }; pub (crate) static SectionProxy : Global =
        const { Global::new("SectionProxy") }; pub (crate) static _Missing : Global =
        const { Global::new("_Missing") }; pub (crate) static _UNSET : Global = const {
        Global::new("_UNSET") };
    }
}

pub(crate) fn error_init(self_: Value, msg: Value) -> R {
    self_.set_attr("message", msg.clone())?;
    py::exception("Exception").method("__init__", &[self_.clone(), msg.clone()])?;
    Ok(Value::None)
}

pub(crate) fn error_repr(self_: Value) -> R {
    Ok(self_.attr("message")?)
}

pub(crate) fn no_section_error_init(self_: Value, section: Value) -> R {
    global::Error
        .load()?
        .method(
            "__init__",
            &[
                self_.clone(),
                Value::str(format!("No section: {}", py::fmt(& section, 'r', "") ?)),
            ],
        )?;
    self_.set_attr("section", section.clone())?;
    Ok(Value::None)
}

pub(crate) fn duplicate_section_error_init(
    self_: Value,
    section: Value,
    source: Value,
    lineno: Value,
) -> R {
    let mut text = Value::Unbound;
    if !source.is(&Value::None) {
        text = Value::str(
            format!(
                "While reading from {} [line {}]: section {} already exists", py::fmt(&
                source, 'r', "") ?, py::fmt(& lineno, ' ', "2d") ?, py::fmt(& section,
                'r', "") ?
            ),
        );
    } else {
        text = Value::str(
            format!("Section {} already exists", py::fmt(& section, 'r', "") ?),
        );
    }
    global::Error.load()?.method("__init__", &[self_.clone(), text.clone()])?;
    self_.set_attr("section", section.clone())?;
    Ok(Value::None)
}

pub(crate) fn duplicate_option_error_init(
    self_: Value,
    section: Value,
    option: Value,
    source: Value,
    lineno: Value,
) -> R {
    let text = Value::str(
        format!(
            "While reading from {} [line {}]: option {} in section {} already exists",
            py::fmt(& source, 'r', "") ?, py::fmt(& lineno, ' ', "2d") ?, py::fmt(&
            option, 'r', "") ?, py::fmt(& section, 'r', "") ?
        ),
    );
    global::Error.load()?.method("__init__", &[self_.clone(), text.clone()])?;
    self_.set_attr("section", section.clone())?;
    self_.set_attr("option", option.clone())?;
    Ok(Value::None)
}

pub(crate) fn no_option_error_init(self_: Value, option: Value, section: Value) -> R {
    global::Error
        .load()?
        .method(
            "__init__",
            &[
                self_.clone(),
                Value::str(
                    format!(
                        "No option {} in section: {}", py::fmt(& option, 'r', "") ?,
                        py::fmt(& section, 'r', "") ?
                    ),
                ),
            ],
        )?;
    self_.set_attr("option", option.clone())?;
    self_.set_attr("section", section.clone())?;
    Ok(Value::None)
}

pub(crate) fn missing_section_header_error_init(
    self_: Value,
    filename: Value,
    lineno: Value,
    line: Value,
) -> R {
    global::Error
        .load()?
        .method(
            "__init__",
            &[
                self_.clone(),
                Value::str(
                    format!(
                        "File contains no section headers.\nfile: {}, line: {}\n{}",
                        py::fmt(& filename, 'r', "") ?, py::show(& lineno) ?, py::fmt(&
                        line, 'r', "") ?
                    ),
                ),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn basic_interpolation_get(
    self_: Value,
    parser: Value,
    section: Value,
    option: Value,
    value: Value,
    values: Value,
) -> R {
    Ok(
        self_
            .method(
                "_expand",
                &[
                    parser.clone(),
                    section.clone(),
                    option.clone(),
                    value.clone(),
                    values.clone(),
                    Value::Int(1),
                ],
            )?,
    )
}

pub(crate) fn basic_interpolation_expand(
    self_: Value,
    parser: Value,
    section: Value,
    option: Value,
    value: Value,
    values: Value,
    depth: Value,
) -> R {
    if depth.is_gt(&Value::Int(10))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::InterpolationError.load()?,
                    &py::pos(
                        &[Value::str("Recursion limit exceeded in value substitution")],
                    ),
                )?,
            )?,
        );
    }
    let out = py::list([]);
    let mut rest = value.clone();
    while rest.truth()? {
        let at = rest.method("find", &[Value::str("%")])?;
        if at.is_lt(&Value::Int(0))? {
            out.method("append", &[rest.clone()])?;
            break;
        }
        out.method(
            "append",
            &[rest.item(&py::item::slice(Value::None, at.clone(), Value::None))?],
        )?;
        rest = rest.item(&py::item::slice(at.clone(), Value::None, Value::None))?;
        if rest
            .item(&py::item::slice(Value::Int(1), Value::Int(2), Value::None))?
            .is_eq(&Value::str("%"))?
        {
            out.method("append", &[Value::str("%")])?;
            rest = rest.item(&py::item::slice(Value::Int(2), Value::None, Value::None))?;
            continue;
        }
        let match_ = py::library::re::match_(
            &py::pos(&[Value::str("%\\(([^)]+)\\)s"), rest.clone()]),
        )?;
        if match_.is(&Value::None) {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &global::InterpolationSyntaxError.load()?,
                        &py::pos(
                            &[
                                Value::str(
                                    format!(
                                        "'%' must be followed by '%' or '(', found: {}", py::fmt(&
                                        rest, 'r', "") ?
                                    ),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        let name = parser
            .method("optionxform", &[match_.method("group", &[Value::Int(1)])?])?;
        rest = rest
            .item(
                &py::item::slice(match_.method("end", &[])?, Value::None, Value::None),
            )?;
        if !py::contained(&name, &values)? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &global::InterpolationMissingOptionError.load()?,
                        &py::pos(
                            &[
                                Value::str(
                                    format!(
                                        "Bad value substitution: option {} in section {} contains an interpolation key {} which is not a valid option name. Raw value: {}",
                                        py::fmt(& option, 'r', "") ?, py::fmt(& section, 'r', "") ?,
                                        py::fmt(& name, 'r', "") ?, py::fmt(& value, 'r', "") ?
                                    ),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        let inner = values.item(&name)?;
        out.method(
            "append",
            &[
                if py::contained(&Value::str("%"), &inner)? {
                    self_
                        .method(
                            "_expand",
                            &[
                                parser.clone(),
                                section.clone(),
                                option.clone(),
                                inner.clone(),
                                values.clone(),
                                depth.add(&Value::Int(1))?,
                            ],
                        )?
                } else {
                    inner.clone()
                },
            ],
        )?;
    }
    Ok(Value::str("").method("join", &[out.clone()])?)
}

pub(crate) fn extended_interpolation_get(
    self_: Value,
    parser: Value,
    section: Value,
    option: Value,
    value: Value,
    values: Value,
) -> R {
    let mut one = Value::Unbound;
    one = {
        let option = option.clone();
        let parser = parser.clone();
        let section = section.clone();
        let self_ = self_.clone();
        let values = values.clone();
        py::def(
            "ExtendedInterpolation.get.<locals>.one",
            "match",
            [],
            move |match_: Value| -> R {
                let mut found = Value::Unbound;
                let path = match_
                    .method("group", &[Value::Int(1)])?
                    .method("split", &[Value::str(":")])?;
                if Value::from(py::builtins::len(&path)?).is_eq(&Value::Int(1))? {
                    found = values
                        .item(
                            &parser.method("optionxform", &[path.item(&Value::Int(0))?])?,
                        )?;
                } else {
                    found = {
                        let object_5 = parser.clone();
                        py::call::call_method_with(
                            &object_5,
                            "get",
                            &py::Args {
                                pos: &[
                                    path.item(&Value::Int(0))?,
                                    path.item(&Value::Int(1))?,
                                ],
                                kw: &[("raw", Value::Bool(true))],
                            },
                        )?
                    };
                }
                Ok(
                    self_
                        .method(
                            "get",
                            &[
                                parser.clone(),
                                section.clone(),
                                option.clone(),
                                found.clone(),
                                values.clone(),
                            ],
                        )?,
                )
            },
        )
    };
    Ok(
        py::library::re::sub(
                &py::pos(&[Value::str("\\$\\{([^}]+)\\}"), one.clone(), value.clone()]),
            )?
            .method("replace", &[Value::str("$$"), Value::str("$")])?,
    )
}

pub(crate) fn section_proxy_init(self_: Value, parser: Value, name: Value) -> R {
    self_.set_attr("_parser", parser.clone())?;
    self_.set_attr("_name", name.clone())?;
    Ok(Value::None)
}

pub(crate) fn section_proxy_repr(self_: Value) -> R {
    Ok(Value::str(format!("<Section: {}>", py::show(& self_.attr("_name") ?) ?)))
}

pub(crate) fn section_proxy_getitem(self_: Value, key: Value) -> R {
    if !self_
        .attr("_parser")?
        .method("has_option", &[self_.attr("_name")?, key.clone()])?
        .truth()?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(&py::exception("KeyError"), &py::pos(&[key.clone()]))?,
            )?,
        );
    }
    Ok(self_.attr("_parser")?.method("get", &[self_.attr("_name")?, key.clone()])?)
}

pub(crate) fn section_proxy_setitem(self_: Value, key: Value, value: Value) -> R {
    self_.attr("_parser")?.method("_text", &[value.clone()])?;
    self_
        .attr("_parser")?
        .method("set", &[self_.attr("_name")?, key.clone(), value.clone()])?;
    Ok(Value::None)
}

pub(crate) fn section_proxy_delitem(self_: Value, key: Value) -> R {
    if !(self_
        .attr("_parser")?
        .method("has_option", &[self_.attr("_name")?, key.clone()])?
        .truth()?
        && self_
            .attr("_parser")?
            .method("remove_option", &[self_.attr("_name")?, key.clone()])?
            .truth()?)
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(&py::exception("KeyError"), &py::pos(&[key.clone()]))?,
            )?,
        );
    }
    Ok(Value::None)
}

pub(crate) fn section_proxy_contains(self_: Value, key: Value) -> R {
    Ok(
        self_
            .attr("_parser")?
            .method("has_option", &[self_.attr("_name")?, key.clone()])?,
    )
}

pub(crate) fn section_proxy_keys(self_: Value) -> R {
    Ok(
        if self_.attr("_name")?.is_ne(&global::DEFAULTSECT.load()?)? {
            self_.attr("_parser")?.method("options", &[self_.attr("_name")?])?
        } else {
            py::construct::list(&py::pos(&[self_.attr("_parser")?.attr("_defaults")?]))?
        },
    )
}

pub(crate) fn section_proxy_len(self_: Value) -> R {
    Ok(Value::from(py::builtins::len(&self_.method("_keys", &[])?)?))
}

pub(crate) fn section_proxy_iter(self_: Value) -> R {
    Ok(py::builtins::iter(&py::pos(&[self_.method("_keys", &[])?]))?)
}

pub(crate) fn section_proxy_keys_2(self_: Value) -> R {
    Ok(self_.method("_keys", &[])?)
}

pub(crate) fn section_proxy_values(self_: Value) -> R {
    Ok({
        let mut out_9 = Vec::new();
        let mut iter_10 = py::iter::iter(&self_.method("_keys", &[])?)?;
        while let Some(key) = iter_10.next()? {
            out_9.push(self_.item(&key)?);
        }
        Value::list(out_9)
    })
}

pub(crate) fn section_proxy_items(self_: Value) -> R {
    Ok({
        let mut out_11 = Vec::new();
        let mut iter_12 = py::iter::iter(&self_.method("_keys", &[])?)?;
        while let Some(key) = iter_12.next()? {
            out_11.push(py::tuple([key.clone(), self_.item(&key)?]));
        }
        Value::list(out_11)
    })
}

pub(crate) fn section_proxy_get(
    self_: Value,
    option: Value,
    fallback: Value,
    raw: Value,
    vars: Value,
) -> R {
    Ok({
        let object_13 = self_.attr("_parser")?.clone();
        py::call::call_method_with(
            &object_13,
            "get",
            &py::Args {
                pos: &[self_.attr("_name")?, option.clone()],
                kw: &[
                    ("raw", raw.clone()),
                    ("vars", vars.clone()),
                    ("fallback", fallback.clone()),
                ],
            },
        )?
    })
}

pub(crate) fn section_proxy_getint(self_: Value, option: Value, fallback: Value) -> R {
    Ok({
        let object_14 = self_.attr("_parser")?.clone();
        py::call::call_method_with(
            &object_14,
            "getint",
            &py::Args {
                pos: &[self_.attr("_name")?, option.clone()],
                kw: &[("fallback", fallback.clone())],
            },
        )?
    })
}

pub(crate) fn section_proxy_getfloat(self_: Value, option: Value, fallback: Value) -> R {
    Ok({
        let object_15 = self_.attr("_parser")?.clone();
        py::call::call_method_with(
            &object_15,
            "getfloat",
            &py::Args {
                pos: &[self_.attr("_name")?, option.clone()],
                kw: &[("fallback", fallback.clone())],
            },
        )?
    })
}

pub(crate) fn section_proxy_getboolean(
    self_: Value,
    option: Value,
    fallback: Value,
) -> R {
    Ok({
        let object_16 = self_.attr("_parser")?.clone();
        py::call::call_method_with(
            &object_16,
            "getboolean",
            &py::Args {
                pos: &[self_.attr("_name")?, option.clone()],
                kw: &[("fallback", fallback.clone())],
            },
        )?
    })
}

pub(crate) fn raw_config_parser_init(
    self_: Value,
    defaults: Value,
    dict_type: Value,
    allow_no_value: Value,
    delimiters: Value,
    comment_prefixes: Value,
    inline_comment_prefixes: Value,
    strict: Value,
    empty_lines_in_values: Value,
    default_section: Value,
    interpolation: Value,
    converters: Value,
) -> R {
    self_.set_attr("_sections", py::dict([])?)?;
    self_.set_attr("_defaults", py::dict([])?)?;
    self_.set_attr("_proxies", py::dict([])?)?;
    self_.set_attr("_none", allow_no_value.clone())?;
    self_.set_attr("_delimiters", delimiters.clone())?;
    self_.set_attr("_comments", comment_prefixes.clone())?;
    self_
        .set_attr(
            "_inline",
            {
                let left_17 = inline_comment_prefixes.clone();
                if left_17.truth()? { left_17 } else { py::tuple([]) }
            },
        )?;
    self_.set_attr("_strict", strict.clone())?;
    self_.set_attr("_empty", empty_lines_in_values.clone())?;
    self_
        .set_attr(
            "_interpolation",
            if interpolation.is(&global::_UNSET.load()?) {
                self_.attr("_default_interpolation")?
            } else {
                interpolation.clone()
            },
        )?;
    self_.set_attr("default_section", default_section.clone())?;
    if defaults.truth()? {
        let mut iter_18 = py::iter::iter(&defaults)?;
        while let Some(key) = iter_18.next()? {
            let value_20 = defaults.item(&key)?;
            self_
                .attr("_defaults")?
                .set_item(self_.method("optionxform", &[key.clone()])?, value_20)?;
        }
    }
    Ok(Value::None)
}

pub(crate) fn raw_config_parser_optionxform(self_: Value, option: Value) -> R {
    Ok(option.method("lower", &[])?)
}

pub(crate) fn raw_config_parser_text(self_: Value, value: Value) -> R {
    if !py::builtins::isinstance(&py::pos(&[value.clone(), py::library_class("str")]))?
        .truth()? && !(self_.attr("_none")?.truth()? && value.is(&Value::None))
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(&[Value::str("option values must be strings")]),
                )?,
            )?,
        );
    }
    Ok(Value::None)
}

pub(crate) fn raw_config_parser_defaults(self_: Value) -> R {
    Ok(self_.attr("_defaults")?)
}

pub(crate) fn raw_config_parser_sections(self_: Value) -> R {
    Ok(py::construct::list(&py::pos(&[self_.attr("_sections")?]))?)
}

pub(crate) fn raw_config_parser_has_section(self_: Value, section: Value) -> R {
    Ok(Value::Bool(py::contained(&section, &self_.attr("_sections")?)?))
}

pub(crate) fn raw_config_parser_add_section(self_: Value, section: Value) -> R {
    if section.is_eq(&self_.attr("default_section")?)? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "Invalid section name: {}", py::fmt(& section, 'r', "") ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    if py::contained(&section, &self_.attr("_sections")?)? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::DuplicateSectionError.load()?,
                    &py::pos(&[section.clone()]),
                )?,
            )?,
        );
    }
    let value_24 = py::dict([])?;
    self_.attr("_sections")?.set_item(section.clone(), value_24)?;
    Ok(Value::None)
}

pub(crate) fn raw_config_parser_options(self_: Value, section: Value) -> R {
    if !py::contained(&section, &self_.attr("_sections")?)? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::NoSectionError.load()?,
                    &py::pos(&[section.clone()]),
                )?,
            )?,
        );
    }
    let names = py::construct::dict(
        &py::pos(&[self_.attr("_sections")?.item(&section)?]),
    )?;
    names
        .method(
            "update",
            &[
                {
                    let out_26 = py::dict([])?;
                    let mut iter_27 = py::iter::iter(
                        &self_.attr("_defaults")?.method("items", &[])?,
                    )?;
                    while let Some(item_28) = iter_27.next()? {
                        let mut k = Value::Unbound;
                        let mut v = Value::Unbound;
                        let [item_29, item_30] = py::unpack::<2>(&item_28)?;
                        k = item_29;
                        v = item_30;
                        if !py::contained(&k, &names)? {
                            out_26.set_item(k.clone(), v.clone())?;
                        }
                    }
                    out_26
                },
            ],
        )?;
    Ok(py::construct::list(&py::pos(&[names.clone()]))?)
}

pub(crate) fn raw_config_parser_has_option(
    self_: Value,
    section: Value,
    mut option: Value,
) -> R {
    option = self_.method("optionxform", &[option.clone()])?;
    if !section.truth()? || section.is_eq(&self_.attr("default_section")?)? {
        return Ok(Value::Bool(py::contained(&option, &self_.attr("_defaults")?)?));
    }
    Ok({
        let left_31 = Value::Bool(py::contained(&section, &self_.attr("_sections")?)?);
        if !left_31.truth()? {
            left_31
        } else {
            {
                let left_32 = Value::Bool(
                    py::contained(&option, &self_.attr("_sections")?.item(&section)?)?,
                );
                if left_32.truth()? {
                    left_32
                } else {
                    Value::Bool(py::contained(&option, &self_.attr("_defaults")?)?)
                }
            }
        }
    })
}

pub(crate) fn raw_config_parser_values(self_: Value, section: Value, vars: Value) -> R {
    let values = py::construct::dict(&py::pos(&[self_.attr("_defaults")?]))?;
    if py::contained(&section, &self_.attr("_sections")?)? {
        values.method("update", &[self_.attr("_sections")?.item(&section)?])?;
    } else if section.is_ne(&self_.attr("default_section")?)? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::NoSectionError.load()?,
                    &py::pos(&[section.clone()]),
                )?,
            )?,
        );
    }
    if vars.truth()? {
        let mut iter_34 = py::iter::iter(&vars)?;
        while let Some(key) = iter_34.next()? {
            let value_36 = py::construct::str(&py::pos(&[vars.item(&key)?]))?;
            values.set_item(self_.method("optionxform", &[key.clone()])?, value_36)?;
        }
    }
    Ok(values.clone())
}

pub(crate) fn raw_config_parser_get(
    self_: Value,
    section: Value,
    option: Value,
    raw: Value,
    vars: Value,
    fallback: Value,
) -> R {
    let mut values = Value::Unbound;
    let flow_39: py::Flow = 'try_37: {
        values = py::attempt!(
            'try_37, self_.method("_values", & [section.clone(), vars.clone()])
        );
        py::Flow::Next
    };
    if let py::Flow::Raise(raised_38) = flow_39 {
        if raised_38.matches(&global::NoSectionError.load()?)? {
            if fallback.is(&global::_UNSET.load()?) {
                return Err(raised_38.clone());
            }
            return Ok(fallback.clone());
        } else {
            return Err(raised_38);
        }
    }
    let name = self_.method("optionxform", &[option.clone()])?;
    if !py::contained(&name, &values)? {
        if fallback.is(&global::_UNSET.load()?) {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &global::NoOptionError.load()?,
                        &py::pos(&[name.clone(), section.clone()]),
                    )?,
                )?,
            );
        }
        return Ok(fallback.clone());
    }
    let value = values.item(&name)?;
    if raw.truth()? || value.is(&Value::None)
        || self_.attr("_interpolation")?.is(&Value::None)
    {
        return Ok(value.clone());
    }
    Ok(
        self_
            .attr("_interpolation")?
            .method(
                "get",
                &[
                    self_.clone(),
                    section.clone(),
                    name.clone(),
                    value.clone(),
                    values.clone(),
                ],
            )?,
    )
}

pub(crate) fn raw_config_parser_converted(
    self_: Value,
    section: Value,
    option: Value,
    convert: Value,
    fallback: Value,
    raw: Value,
    vars: Value,
) -> R {
    let flow_45: py::Flow = 'try_41: {
        return Ok(
            py::attempt!(
                'try_41, py::call::call(& convert.clone(), & py::pos(& [{ let object_43 =
                self_.clone(); py::attempt!('try_41, py::call::call_method_with(&
                object_43, "get", & py::Args { pos : & [section.clone(), option.clone()],
                kw : & [("raw", raw.clone()), ("vars", vars.clone())], })) }]))
            ),
        );
    };
    if let py::Flow::Raise(raised_44) = flow_45 {
        if raised_44
            .matches(
                &py::tuple([
                    global::NoSectionError.load()?,
                    global::NoOptionError.load()?,
                ]),
            )?
        {
            if fallback.is(&global::_UNSET.load()?) {
                return Err(raised_44.clone());
            }
            return Ok(fallback.clone());
        } else {
            return Err(raised_44);
        }
    }
    Ok(Value::None)
}

pub(crate) fn raw_config_parser_getint(
    self_: Value,
    section: Value,
    option: Value,
    raw: Value,
    vars: Value,
    fallback: Value,
) -> R {
    Ok(
        self_
            .method(
                "_converted",
                &[
                    section.clone(),
                    option.clone(),
                    py::library_class("int"),
                    fallback.clone(),
                    raw.clone(),
                    vars.clone(),
                ],
            )?,
    )
}

pub(crate) fn raw_config_parser_getfloat(
    self_: Value,
    section: Value,
    option: Value,
    raw: Value,
    vars: Value,
    fallback: Value,
) -> R {
    Ok(
        self_
            .method(
                "_converted",
                &[
                    section.clone(),
                    option.clone(),
                    py::library_class("float"),
                    fallback.clone(),
                    raw.clone(),
                    vars.clone(),
                ],
            )?,
    )
}

pub(crate) fn raw_config_parser_getboolean(
    self_: Value,
    section: Value,
    option: Value,
    raw: Value,
    vars: Value,
    fallback: Value,
) -> R {
    Ok(
        self_
            .method(
                "_converted",
                &[
                    section.clone(),
                    option.clone(),
                    self_.attr("_boolean")?,
                    fallback.clone(),
                    raw.clone(),
                    vars.clone(),
                ],
            )?,
    )
}

pub(crate) fn raw_config_parser_boolean(self_: Value, value: Value) -> R {
    if !py::contained(&value.method("lower", &[])?, &self_.attr("BOOLEAN_STATES")?)? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[Value::str(format!("Not a boolean: {}", py::show(& value) ?))],
                    ),
                )?,
            )?,
        );
    }
    Ok(self_.attr("BOOLEAN_STATES")?.item(&value.method("lower", &[])?)?)
}

pub(crate) fn raw_config_parser_items(
    self_: Value,
    section: Value,
    raw: Value,
    vars: Value,
) -> R {
    if section.is(&global::_UNSET.load()?) {
        return Ok({
            let mut out_47 = Vec::new();
            let mut iter_48 = py::iter::iter(&self_)?;
            while let Some(name) = iter_48.next()? {
                out_47.push(py::tuple([name.clone(), self_.item(&name)?]));
            }
            Value::list(out_47)
        });
    }
    Ok({
        let mut out_49 = Vec::new();
        let mut iter_50 = py::iter::iter(
            &self_.method("_values", &[section.clone(), vars.clone()])?,
        )?;
        while let Some(key) = iter_50.next()? {
            out_49
                .push(
                    py::tuple([
                        key.clone(),
                        {
                            let object_51 = self_.clone();
                            py::call::call_method_with(
                                &object_51,
                                "get",
                                &py::Args {
                                    pos: &[section.clone(), key.clone()],
                                    kw: &[("raw", raw.clone()), ("vars", vars.clone())],
                                },
                            )?
                        },
                    ]),
                );
        }
        Value::list(out_49)
    })
}

pub(crate) fn raw_config_parser_set(
    self_: Value,
    section: Value,
    option: Value,
    value: Value,
) -> R {
    let mut target = Value::Unbound;
    if !section.truth()? || section.is_eq(&self_.attr("default_section")?)? {
        target = self_.attr("_defaults")?;
    } else if py::contained(&section, &self_.attr("_sections")?)? {
        target = self_.attr("_sections")?.item(&section)?;
    } else {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::NoSectionError.load()?,
                    &py::pos(&[section.clone()]),
                )?,
            )?,
        );
    }
    let value_53 = value.clone();
    target.set_item(self_.method("optionxform", &[option.clone()])?, value_53)?;
    Ok(Value::None)
}

pub(crate) fn raw_config_parser_remove_option(
    self_: Value,
    section: Value,
    option: Value,
) -> R {
    if section.is_ne(&self_.attr("default_section")?)?
        && !py::contained(&section, &self_.attr("_sections")?)?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::NoSectionError.load()?,
                    &py::pos(&[section.clone()]),
                )?,
            )?,
        );
    }
    let target = if section.is_eq(&self_.attr("default_section")?)? {
        self_.attr("_defaults")?
    } else {
        self_.attr("_sections")?.item(&section)?
    };
    let name = self_.method("optionxform", &[option.clone()])?;
    let found = Value::Bool(py::contained(&name, &target)?);
    if found.truth()? {
        target.del_item(&name)?;
    }
    Ok(found.clone())
}

pub(crate) fn raw_config_parser_remove_section(self_: Value, section: Value) -> R {
    let found = Value::Bool(py::contained(&section, &self_.attr("_sections")?)?);
    if found.truth()? {
        self_.attr("_sections")?.del_item(&section)?;
    }
    Ok(found.clone())
}

pub(crate) fn raw_config_parser_popitem(self_: Value) -> R {
    let mut iter_55 = py::iter::iter(&self_.attr("_sections")?)?;
    while let Some(name) = iter_55.next()? {
        let value = self_.item(&name)?;
        self_.attr("_sections")?.del_item(&name)?;
        return Ok(py::tuple([name.clone(), value.clone()]));
    }
    Err(py::exc::to_raise(&py::exception("KeyError"))?)
}

pub(crate) fn raw_config_parser_read(
    self_: Value,
    mut filenames: Value,
    encoding: Value,
) -> R {
    let mut file = Value::Unbound;
    if py::builtins::isinstance(
            &py::pos(&[filenames.clone(), py::library_class("str")]),
        )?
        .truth()?
        || py::builtins::hasattr(
                &py::pos(&[filenames.clone(), Value::str("__fspath__")]),
            )?
            .truth()?
    {
        filenames = py::list([filenames.clone()]);
    }
    let done = py::list([]);
    let mut iter_57 = py::iter::iter(&filenames)?;
    while let Some(name) = iter_57.next()? {
        let flow_65: py::Flow = 'try_59: {
            let manager_60 = py::attempt!(
                'try_59, py::io::open(& py::Args { pos : & [name.clone()], kw : &
                [("encoding", encoding.clone())], })
            );
            let entered_62 = py::attempt!('try_59, py::enter_context(& manager_60));
            let flow_63: py::Flow = 'with_61: {
                file = entered_62;
                py::attempt!(
                    'with_61, self_.method("_read", & [file.clone(),
                    py::attempt!('with_61, py::construct::str(& py::pos(& [name
                    .clone()])))])
                );
                py::Flow::Next
            };
            match py::attempt!('try_59, py::exit_context(& manager_60, flow_63)) {
                py::Flow::Next => {}
                py::Flow::Raise(raised) => break 'try_59 py::Flow::Raise(raised),
                py::Flow::Return(value) => return Ok(value),
                _ => {}
            }
            py::Flow::Next
        };
        if let py::Flow::Raise(raised_64) = flow_65 {
            if raised_64.is_a("OSError") {
                continue;
            } else {
                return Err(raised_64);
            }
        }
        done.method("append", &[name.clone()])?;
    }
    Ok(done.clone())
}

pub(crate) fn raw_config_parser_read_file(self_: Value, f: Value, source: Value) -> R {
    self_
        .method(
            "_read",
            &[
                f.clone(),
                {
                    let left_66 = source.clone();
                    if left_66.truth()? { left_66 } else { Value::str("<???>") }
                },
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn raw_config_parser_read_string(
    self_: Value,
    string: Value,
    source: Value,
) -> R {
    self_
        .method(
            "_read",
            &[string.method("splitlines", &[Value::Bool(true)])?, source.clone()],
        )?;
    Ok(Value::None)
}

pub(crate) fn raw_config_parser_read_dict(
    self_: Value,
    dictionary: Value,
    source: Value,
) -> R {
    let mut iter_67 = py::iter::iter(&dictionary)?;
    while let Some(section) = iter_67.next()? {
        if section.is_ne(&self_.attr("default_section")?)?
            && !py::contained(&section, &self_.attr("_sections")?)?
        {
            self_.method("add_section", &[section.clone()])?;
        }
        let mut iter_69 = py::iter::iter(&dictionary.item(&section)?)?;
        while let Some(key) = iter_69.next()? {
            let value = dictionary.item(&section)?.item(&key)?;
            self_
                .method(
                    "set",
                    &[
                        section.clone(),
                        key.clone(),
                        if value.is(&Value::None) {
                            value.clone()
                        } else {
                            py::construct::str(&py::pos(&[value.clone()]))?
                        },
                    ],
                )?;
        }
    }
    Ok(Value::None)
}

pub(crate) fn raw_config_parser_read_2(self_: Value, lines: Value, source: Value) -> R {
    let mut at = Value::Unbound;
    let mut line = Value::Unbound;
    let mut name = Value::Unbound;
    let mut number = Value::Unbound;
    let text = py::Shared::new("text", Value::Unbound);
    let mut value = Value::Unbound;
    let mut current = Value::None;
    let mut section = Value::None;
    let mut option = Value::None;
    let mut indent = Value::Int(0);
    let seen = py::construct::set(&py::Args::none())?;
    let mut iter_71 = py::iter::iter(
        &py::construct::enumerate(&py::pos(&[lines.clone(), Value::Int(1)]))?,
    )?;
    while let Some(item_72) = iter_71.next()? {
        let [item_73, item_74] = py::unpack::<2>(&item_72)?;
        number = item_73;
        line = item_74;
        text.store(line.method("strip", &[])?);
        if py::builtins::any(
                &py::pos(
                    &[
                        {
                            async fn body_78(
                                yielder: py::Yielder,
                                text: py::Shared,
                                u2e0: Value,
                            ) -> R {
                                let mut iter_76 = py::iter::iter(&u2e0)?;
                                while let Some(p) = iter_76.next()? {
                                    yielder
                                        .give(text.load()?.method("startswith", &[p.clone()])?)
                                        .await?;
                                }
                                Ok(Value::None)
                            }
                            let text = text.clone();
                            let arg_79 = py::iter::started(&self_.attr("_comments")?)?;
                            py::generator(
                                "<genexpr>",
                                move |yielder| body_78(yielder, text, arg_79),
                            )
                        },
                    ],
                ),
            )?
            .truth()?
        {
            if option.truth()? && !current.is(&Value::None)
                && self_.attr("_empty")?.truth()?
                && py::builtins::isinstance(
                        &py::pos(&[current.item(&option)?, py::library_class("list")]),
                    )?
                    .truth()?
            {}
            continue;
        }
        let mut iter_80 = py::iter::iter(&self_.attr("_inline")?)?;
        while let Some(prefix) = iter_80.next()? {
            at = Value::Int(-1);
            loop {
                at = line.method("find", &[prefix.clone(), at.add(&Value::Int(1))?])?;
                if at.is_lt(&Value::Int(0))? {
                    break;
                }
                if at.is_eq(&Value::Int(0))?
                    || line
                        .item(&at.sub(&Value::Int(1))?)?
                        .method("isspace", &[])?
                        .truth()?
                {
                    line = line
                        .item(&py::item::slice(Value::None, at.clone(), Value::None))?;
                    break;
                }
            }
        }
        text.store(line.method("strip", &[])?);
        if !text.load()?.truth()? {
            if self_.attr("_empty")?.truth()? && option.truth()?
                && !current.is(&Value::None)
                && py::builtins::isinstance(
                        &py::pos(&[current.item(&option)?, py::library_class("list")]),
                    )?
                    .truth()?
            {
                current.item(&option)?.method("append", &[Value::str("")])?;
            } else if !self_.attr("_empty")?.truth()? {
                indent = Value::Int(1000000000);
            }
            continue;
        }
        let deep = Value::from(py::builtins::len(&line)?)
            .sub(&Value::from(py::builtins::len(&line.method("lstrip", &[])?)?))?;
        if !current.is(&Value::None) && option.truth()? && deep.is_gt(&indent)? {
            current.item(&option)?.method("append", &[text.load()?])?;
            continue;
        }
        indent = deep.clone();
        let header = py::library::re::match_(
            &py::pos(&[Value::str("\\[(.+)\\]"), text.load()?]),
        )?;
        if header.truth()? {
            section = header.method("group", &[Value::Int(1)])?;
            option = Value::None;
            if section.is_eq(&self_.attr("default_section")?)? {
                current = self_.attr("_defaults")?;
            } else if py::contained(&section, &self_.attr("_sections")?)? {
                if self_.attr("_strict")?.truth()? && py::contained(&section, &seen)? {
                    return Err(
                        py::exc::to_raise(
                            &py::call::call(
                                &global::DuplicateSectionError.load()?,
                                &py::pos(&[section.clone(), source.clone(), number.clone()]),
                            )?,
                        )?,
                    );
                }
                current = self_.attr("_sections")?.item(&section)?;
            } else {
                current = py::dict([])?;
                let value_84 = current.clone();
                self_.attr("_sections")?.set_item(section.clone(), value_84)?;
            }
            seen.method("add", &[section.clone()])?;
            continue;
        }
        if current.is(&Value::None) {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &global::MissingSectionHeaderError.load()?,
                        &py::pos(&[source.clone(), number.clone(), line.clone()]),
                    )?,
                )?,
            );
        }
        let places = {
            let mut out_86 = Vec::new();
            let mut iter_87 = py::iter::iter(&self_.attr("_delimiters")?)?;
            while let Some(d) = iter_87.next()? {
                if py::contained(&d, &text.load()?)? {
                    out_86.push(text.load()?.method("find", &[d.clone()])?);
                }
            }
            Value::list(out_86)
        };
        if places.truth()? {
            at = py::builtins::min(&py::pos(&[places.clone()]))?;
            let [item_88, item_89] = py::unpack::<
                2,
            >(
                &py::tuple([
                    text
                        .load()?
                        .item(&py::item::slice(Value::None, at.clone(), Value::None))?
                        .method("rstrip", &[])?,
                    py::list([
                        text
                            .load()?
                            .item(
                                &py::item::slice(
                                    at.add(&Value::Int(1))?,
                                    Value::None,
                                    Value::None,
                                ),
                            )?
                            .method("strip", &[])?,
                    ]),
                ]),
            )?;
            name = item_88;
            value = item_89;
        } else if self_.attr("_none")?.truth()? {
            let [item_90, item_91] = py::unpack::<
                2,
            >(&py::tuple([text.load()?, Value::None]))?;
            name = item_90;
            value = item_91;
        } else {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &global::ParsingError.load()?,
                        &py::pos(
                            &[
                                Value::str(
                                    format!(
                                        "Source contains parsing errors: {}\n\t[line {}]: {}",
                                        py::fmt(& source, 'r', "") ?, py::fmt(& number, ' ', "2d")
                                        ?, py::fmt(& line, 'r', "") ?
                                    ),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        option = self_.method("optionxform", &[name.clone()])?;
        if self_.attr("_strict")?.truth()?
            && py::contained(&py::tuple([section.clone(), option.clone()]), &seen)?
        {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &global::DuplicateOptionError.load()?,
                        &py::pos(
                            &[
                                section.clone(),
                                option.clone(),
                                source.clone(),
                                number.clone(),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        seen.method("add", &[py::tuple([section.clone(), option.clone()])])?;
        let value_94 = value.clone();
        current.set_item(option.clone(), value_94)?;
        if value.is(&Value::None) {
            option = Value::None;
        }
    }
    let mut iter_95 = py::iter::iter(
        &py::list([self_.attr("_defaults")?])
            .add(
                &py::construct::list(
                    &py::pos(&[self_.attr("_sections")?.method("values", &[])?]),
                )?,
            )?,
    )?;
    while let Some(options) = iter_95.next()? {
        let mut iter_97 = py::iter::iter(&options)?;
        while let Some(item_98) = iter_97.next()? {
            name = item_98;
            if py::builtins::isinstance(
                    &py::pos(&[options.item(&name)?, py::library_class("list")]),
                )?
                .truth()?
            {
                while Value::from(py::builtins::len(&options.item(&name)?)?)
                    .is_gt(&Value::Int(1))?
                    && !options.item(&name)?.item(&Value::Int(-1))?.truth()?
                {
                    options.item(&name)?.method("pop", &[])?;
                }
                let value_101 = Value::str("\n")
                    .method("join", &[options.item(&name)?])?
                    .method("rstrip", &[])?;
                options.set_item(name.clone(), value_101)?;
            }
        }
    }
    Ok(Value::None)
}

pub(crate) fn raw_config_parser_write(
    self_: Value,
    fp: Value,
    space_around_delimiters: Value,
) -> R {
    let mark = if space_around_delimiters.truth()? {
        Value::str(" = ")
    } else {
        Value::str("=")
    };
    if self_.attr("_defaults")?.truth()? {
        self_
            .method(
                "_write_section",
                &[
                    fp.clone(),
                    self_.attr("default_section")?,
                    self_.attr("_defaults")?,
                    mark.clone(),
                ],
            )?;
    }
    let mut iter_102 = py::iter::iter(&self_.attr("_sections")?)?;
    while let Some(section) = iter_102.next()? {
        self_
            .method(
                "_write_section",
                &[
                    fp.clone(),
                    section.clone(),
                    self_.attr("_sections")?.item(&section)?,
                    mark.clone(),
                ],
            )?;
    }
    Ok(Value::None)
}

pub(crate) fn raw_config_parser_write_section(
    self_: Value,
    fp: Value,
    name: Value,
    options: Value,
    mark: Value,
) -> R {
    fp.method("write", &[Value::str(format!("[{}]\n", py::show(& name) ?))])?;
    let mut iter_104 = py::iter::iter(&options)?;
    while let Some(key) = iter_104.next()? {
        let value = options.item(&key)?;
        let text = if value.is(&Value::None) && self_.attr("_none")?.truth()? {
            Value::str("")
        } else {
            mark.add(
                &py::construct::str(&py::pos(&[value.clone()]))?
                    .method("replace", &[Value::str("\n"), Value::str("\n\t")])?,
            )?
        };
        fp.method(
            "write",
            &[Value::str(format!("{}{}\n", py::show(& key) ?, py::show(& text) ?))],
        )?;
    }
    fp.method("write", &[Value::str("\n")])?;
    Ok(Value::None)
}

pub(crate) fn raw_config_parser_getitem(self_: Value, key: Value) -> R {
    if key.is_ne(&self_.attr("default_section")?)?
        && !self_.method("has_section", &[key.clone()])?.truth()?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(&py::exception("KeyError"), &py::pos(&[key.clone()]))?,
            )?,
        );
    }
    if !py::contained(&key, &self_.attr("_proxies")?)? {
        let value_108 = py::call::call(
            &global::SectionProxy.load()?,
            &py::pos(&[self_.clone(), key.clone()]),
        )?;
        self_.attr("_proxies")?.set_item(key.clone(), value_108)?;
    }
    Ok(self_.attr("_proxies")?.item(&key)?)
}

pub(crate) fn raw_config_parser_setitem(self_: Value, key: Value, value: Value) -> R {
    if key.is_eq(&self_.attr("default_section")?)? {
        self_.attr("_defaults")?.method("clear", &[])?;
    } else if py::contained(&key, &self_.attr("_sections")?)? {
        self_.attr("_sections")?.item(&key)?.method("clear", &[])?;
    }
    self_.method("read_dict", &[py::dict([(key.clone(), value.clone())])?])?;
    Ok(Value::None)
}

pub(crate) fn raw_config_parser_delitem(self_: Value, key: Value) -> R {
    if !self_.method("has_section", &[key.clone()])?.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(&py::exception("KeyError"), &py::pos(&[key.clone()]))?,
            )?,
        );
    }
    self_.method("remove_section", &[key.clone()])?;
    Ok(Value::None)
}

pub(crate) fn raw_config_parser_contains(self_: Value, key: Value) -> R {
    Ok({
        let left_110 = key.eq(&self_.attr("default_section")?)?;
        if left_110.truth()? {
            left_110
        } else {
            self_.method("has_section", &[key.clone()])?
        }
    })
}

pub(crate) fn raw_config_parser_len(self_: Value) -> R {
    Ok(Value::from(py::builtins::len(&self_.attr("_sections")?)?).add(&Value::Int(1))?)
}

pub(crate) fn raw_config_parser_iter(self_: Value) -> R {
    Ok({
        async fn body_111(yielder: py::Yielder, self_: Value) -> R {
            yielder.give(self_.attr("default_section")?).await?;
            yielder
                .give_all(py::construct::list(&py::pos(&[self_.attr("_sections")?]))?)
                .await?;
            Ok(Value::None)
        }
        py::generator("__iter__", move |yielder| body_111(yielder, self_))
    })
}

pub(crate) fn raw_config_parser_keys(self_: Value) -> R {
    Ok(py::construct::list(&py::pos(&[self_.clone()]))?)
}

pub(crate) fn raw_config_parser_values_2(self_: Value) -> R {
    Ok({
        let mut out_112 = Vec::new();
        let mut iter_113 = py::iter::iter(&self_)?;
        while let Some(name) = iter_113.next()? {
            out_112.push(self_.item(&name)?);
        }
        Value::list(out_112)
    })
}

pub(crate) fn config_parser_set(
    self_: Value,
    section: Value,
    option: Value,
    value: Value,
) -> R {
    self_.method("_text", &[value.clone()])?;
    global::RawConfigParser
        .load()?
        .method(
            "set",
            &[self_.clone(), section.clone(), option.clone(), value.clone()],
        )?;
    Ok(Value::None)
}

pub(crate) fn config_parser_add_section(self_: Value, section: Value) -> R {
    if !py::builtins::isinstance(&py::pos(&[section.clone(), py::library_class("str")]))?
        .truth()?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(&[Value::str("section names must be strings")]),
                )?,
            )?,
        );
    }
    global::RawConfigParser
        .load()?
        .method("add_section", &[self_.clone(), section.clone()])?;
    Ok(Value::None)
}

/// The statements of `configparser.py`.
pub(crate) fn run() -> R<()> {
    global::DEFAULTSECT.store(Value::str("DEFAULT"));
    global::Error
        .store({
            let class = py::ClassBody::new(
                "Error",
                NAME,
                Value::None,
                &[py::exception("Exception")],
            )?;
            class
                .set(
                    "__init__",
                    py::def("Error.__init__", "self, msg=", [Value::str("")], error_init),
                );
            class.set("__repr__", py::def("Error.__repr__", "self", [], error_repr));
            class
                .set(
                    "__str__",
                    match class.get("__repr__") {
                        Some(value) => value,
                        None => py::run::undefined("__repr__")?,
                    },
                );
            class.finish(&[])?
        });
    global::NoSectionError
        .store({
            let class = py::ClassBody::new(
                "NoSectionError",
                NAME,
                Value::None,
                &[global::Error.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "NoSectionError.__init__",
                        "self, section",
                        [],
                        no_section_error_init,
                    ),
                );
            class.finish(&[])?
        });
    global::DuplicateSectionError
        .store({
            let class = py::ClassBody::new(
                "DuplicateSectionError",
                NAME,
                Value::None,
                &[global::Error.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "DuplicateSectionError.__init__",
                        "self, section, source=, lineno=",
                        [Value::None, Value::None],
                        duplicate_section_error_init,
                    ),
                );
            class.finish(&[])?
        });
    global::DuplicateOptionError
        .store({
            let class = py::ClassBody::new(
                "DuplicateOptionError",
                NAME,
                Value::None,
                &[global::Error.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "DuplicateOptionError.__init__",
                        "self, section, option, source=, lineno=",
                        [Value::None, Value::None],
                        duplicate_option_error_init,
                    ),
                );
            class.finish(&[])?
        });
    global::NoOptionError
        .store({
            let class = py::ClassBody::new(
                "NoOptionError",
                NAME,
                Value::None,
                &[global::Error.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "NoOptionError.__init__",
                        "self, option, section",
                        [],
                        no_option_error_init,
                    ),
                );
            class.finish(&[])?
        });
    global::InterpolationError
        .store({
            let class = py::ClassBody::new(
                "InterpolationError",
                NAME,
                Value::None,
                &[global::Error.load()?],
            )?;
            class.finish(&[])?
        });
    global::InterpolationMissingOptionError
        .store({
            let class = py::ClassBody::new(
                "InterpolationMissingOptionError",
                NAME,
                Value::None,
                &[global::InterpolationError.load()?],
            )?;
            class.finish(&[])?
        });
    global::InterpolationSyntaxError
        .store({
            let class = py::ClassBody::new(
                "InterpolationSyntaxError",
                NAME,
                Value::None,
                &[global::InterpolationError.load()?],
            )?;
            class.finish(&[])?
        });
    global::ParsingError
        .store({
            let class = py::ClassBody::new(
                "ParsingError",
                NAME,
                Value::None,
                &[global::Error.load()?],
            )?;
            class.finish(&[])?
        });
    global::MissingSectionHeaderError
        .store({
            let class = py::ClassBody::new(
                "MissingSectionHeaderError",
                NAME,
                Value::None,
                &[global::ParsingError.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "MissingSectionHeaderError.__init__",
                        "self, filename, lineno, line",
                        [],
                        missing_section_header_error_init,
                    ),
                );
            class.finish(&[])?
        });
    global::BasicInterpolation
        .store({
            let class = py::ClassBody::new(
                "BasicInterpolation",
                NAME,
                Value::None,
                &[],
            )?;
            class
                .set(
                    "get",
                    py::def(
                        "BasicInterpolation.get",
                        "self, parser, section, option, value, values",
                        [],
                        basic_interpolation_get,
                    ),
                );
            class
                .set(
                    "_expand",
                    py::def(
                        "BasicInterpolation._expand",
                        "self, parser, section, option, value, values, depth",
                        [],
                        basic_interpolation_expand,
                    ),
                );
            class.finish(&[])?
        });
    global::ExtendedInterpolation
        .store({
            let class = py::ClassBody::new(
                "ExtendedInterpolation",
                NAME,
                Value::None,
                &[],
            )?;
            class
                .set(
                    "get",
                    py::def(
                        "ExtendedInterpolation.get",
                        "self, parser, section, option, value, values",
                        [],
                        extended_interpolation_get,
                    ),
                );
            class.finish(&[])?
        });
    global::_Missing
        .store({
            let class = py::ClassBody::new("_Missing", NAME, Value::None, &[])?;
            class.finish(&[])?
        });
    global::_UNSET.store(py::call::call(&global::_Missing.load()?, &py::Args::none())?);
    global::SectionProxy
        .store({
            let class = py::ClassBody::new("SectionProxy", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "SectionProxy.__init__",
                        "self, parser, name",
                        [],
                        section_proxy_init,
                    ),
                );
            class
                .set(
                    "name",
                    py::construct::property(
                        &py::pos(
                            &[
                                py::def(
                                    "SectionProxy.<lambda>",
                                    "self",
                                    [],
                                    move |self_: Value| -> R {
                                        Ok(self_.attr("_name")?)
                                    },
                                ),
                            ],
                        ),
                    )?,
                );
            class
                .set(
                    "parser",
                    py::construct::property(
                        &py::pos(
                            &[
                                py::def(
                                    "SectionProxy.<lambda>",
                                    "self",
                                    [],
                                    move |self_: Value| -> R {
                                        Ok(self_.attr("_parser")?)
                                    },
                                ),
                            ],
                        ),
                    )?,
                );
            class
                .set(
                    "__repr__",
                    py::def("SectionProxy.__repr__", "self", [], section_proxy_repr),
                );
            class
                .set(
                    "__getitem__",
                    py::def(
                        "SectionProxy.__getitem__",
                        "self, key",
                        [],
                        section_proxy_getitem,
                    ),
                );
            class
                .set(
                    "__setitem__",
                    py::def(
                        "SectionProxy.__setitem__",
                        "self, key, value",
                        [],
                        section_proxy_setitem,
                    ),
                );
            class
                .set(
                    "__delitem__",
                    py::def(
                        "SectionProxy.__delitem__",
                        "self, key",
                        [],
                        section_proxy_delitem,
                    ),
                );
            class
                .set(
                    "__contains__",
                    py::def(
                        "SectionProxy.__contains__",
                        "self, key",
                        [],
                        section_proxy_contains,
                    ),
                );
            class
                .set(
                    "_keys",
                    py::def("SectionProxy._keys", "self", [], section_proxy_keys),
                );
            class
                .set(
                    "__len__",
                    py::def("SectionProxy.__len__", "self", [], section_proxy_len),
                );
            class
                .set(
                    "__iter__",
                    py::def("SectionProxy.__iter__", "self", [], section_proxy_iter),
                );
            class
                .set(
                    "keys",
                    py::def("SectionProxy.keys", "self", [], section_proxy_keys_2),
                );
            class
                .set(
                    "values",
                    py::def("SectionProxy.values", "self", [], section_proxy_values),
                );
            class
                .set(
                    "items",
                    py::def("SectionProxy.items", "self", [], section_proxy_items),
                );
            class
                .set(
                    "get",
                    py::def(
                        "SectionProxy.get",
                        "self, option, fallback=, *, raw=, vars=",
                        [Value::None, Value::Bool(false), Value::None],
                        section_proxy_get,
                    ),
                );
            class
                .set(
                    "getint",
                    py::def(
                        "SectionProxy.getint",
                        "self, option, fallback=",
                        [Value::None],
                        section_proxy_getint,
                    ),
                );
            class
                .set(
                    "getfloat",
                    py::def(
                        "SectionProxy.getfloat",
                        "self, option, fallback=",
                        [Value::None],
                        section_proxy_getfloat,
                    ),
                );
            class
                .set(
                    "getboolean",
                    py::def(
                        "SectionProxy.getboolean",
                        "self, option, fallback=",
                        [Value::None],
                        section_proxy_getboolean,
                    ),
                );
            class.finish(&[])?
        });
    global::RawConfigParser
        .store({
            let class = py::ClassBody::new("RawConfigParser", NAME, Value::None, &[])?;
            class
                .set(
                    "BOOLEAN_STATES",
                    py::dict([
                        (Value::str("1"), Value::Bool(true)),
                        (Value::str("yes"), Value::Bool(true)),
                        (Value::str("true"), Value::Bool(true)),
                        (Value::str("on"), Value::Bool(true)),
                        (Value::str("0"), Value::Bool(false)),
                        (Value::str("no"), Value::Bool(false)),
                        (Value::str("false"), Value::Bool(false)),
                        (Value::str("off"), Value::Bool(false)),
                    ])?,
                );
            class.set("_default_interpolation", Value::None);
            class
                .set(
                    "__init__",
                    py::def(
                        "RawConfigParser.__init__",
                        "self, defaults=, dict_type=, allow_no_value=, *, delimiters=, comment_prefixes=, inline_comment_prefixes=, strict=, empty_lines_in_values=, default_section=, interpolation=, converters=",
                        [
                            Value::None,
                            py::library_class("dict"),
                            Value::Bool(false),
                            py::tuple([Value::str("="), Value::str(":")]),
                            py::tuple([Value::str("#"), Value::str(";")]),
                            Value::None,
                            Value::Bool(true),
                            Value::Bool(true),
                            global::DEFAULTSECT.load()?,
                            global::_UNSET.load()?,
                            Value::None,
                        ],
                        raw_config_parser_init,
                    ),
                );
            class
                .set(
                    "optionxform",
                    py::def(
                        "RawConfigParser.optionxform",
                        "self, option",
                        [],
                        raw_config_parser_optionxform,
                    ),
                );
            class
                .set(
                    "_text",
                    py::def(
                        "RawConfigParser._text",
                        "self, value",
                        [],
                        raw_config_parser_text,
                    ),
                );
            class
                .set(
                    "defaults",
                    py::def(
                        "RawConfigParser.defaults",
                        "self",
                        [],
                        raw_config_parser_defaults,
                    ),
                );
            class
                .set(
                    "sections",
                    py::def(
                        "RawConfigParser.sections",
                        "self",
                        [],
                        raw_config_parser_sections,
                    ),
                );
            class
                .set(
                    "has_section",
                    py::def(
                        "RawConfigParser.has_section",
                        "self, section",
                        [],
                        raw_config_parser_has_section,
                    ),
                );
            class
                .set(
                    "add_section",
                    py::def(
                        "RawConfigParser.add_section",
                        "self, section",
                        [],
                        raw_config_parser_add_section,
                    ),
                );
            class
                .set(
                    "options",
                    py::def(
                        "RawConfigParser.options",
                        "self, section",
                        [],
                        raw_config_parser_options,
                    ),
                );
            class
                .set(
                    "has_option",
                    py::def(
                        "RawConfigParser.has_option",
                        "self, section, option",
                        [],
                        raw_config_parser_has_option,
                    ),
                );
            class
                .set(
                    "_values",
                    py::def(
                        "RawConfigParser._values",
                        "self, section, vars=",
                        [Value::None],
                        raw_config_parser_values,
                    ),
                );
            class
                .set(
                    "get",
                    py::def(
                        "RawConfigParser.get",
                        "self, section, option, *, raw=, vars=, fallback=",
                        [Value::Bool(false), Value::None, global::_UNSET.load()?],
                        raw_config_parser_get,
                    ),
                );
            class
                .set(
                    "_converted",
                    py::def(
                        "RawConfigParser._converted",
                        "self, section, option, convert, fallback, raw, vars",
                        [],
                        raw_config_parser_converted,
                    ),
                );
            class
                .set(
                    "getint",
                    py::def(
                        "RawConfigParser.getint",
                        "self, section, option, *, raw=, vars=, fallback=",
                        [Value::Bool(false), Value::None, global::_UNSET.load()?],
                        raw_config_parser_getint,
                    ),
                );
            class
                .set(
                    "getfloat",
                    py::def(
                        "RawConfigParser.getfloat",
                        "self, section, option, *, raw=, vars=, fallback=",
                        [Value::Bool(false), Value::None, global::_UNSET.load()?],
                        raw_config_parser_getfloat,
                    ),
                );
            class
                .set(
                    "getboolean",
                    py::def(
                        "RawConfigParser.getboolean",
                        "self, section, option, *, raw=, vars=, fallback=",
                        [Value::Bool(false), Value::None, global::_UNSET.load()?],
                        raw_config_parser_getboolean,
                    ),
                );
            class
                .set(
                    "_boolean",
                    py::def(
                        "RawConfigParser._boolean",
                        "self, value",
                        [],
                        raw_config_parser_boolean,
                    ),
                );
            class
                .set(
                    "items",
                    py::def(
                        "RawConfigParser.items",
                        "self, section=, raw=, vars=",
                        [global::_UNSET.load()?, Value::Bool(false), Value::None],
                        raw_config_parser_items,
                    ),
                );
            class
                .set(
                    "set",
                    py::def(
                        "RawConfigParser.set",
                        "self, section, option, value=",
                        [Value::None],
                        raw_config_parser_set,
                    ),
                );
            class
                .set(
                    "remove_option",
                    py::def(
                        "RawConfigParser.remove_option",
                        "self, section, option",
                        [],
                        raw_config_parser_remove_option,
                    ),
                );
            class
                .set(
                    "remove_section",
                    py::def(
                        "RawConfigParser.remove_section",
                        "self, section",
                        [],
                        raw_config_parser_remove_section,
                    ),
                );
            class
                .set(
                    "popitem",
                    py::def(
                        "RawConfigParser.popitem",
                        "self",
                        [],
                        raw_config_parser_popitem,
                    ),
                );
            class
                .set(
                    "read",
                    py::def(
                        "RawConfigParser.read",
                        "self, filenames, encoding=",
                        [Value::None],
                        raw_config_parser_read,
                    ),
                );
            class
                .set(
                    "read_file",
                    py::def(
                        "RawConfigParser.read_file",
                        "self, f, source=",
                        [Value::None],
                        raw_config_parser_read_file,
                    ),
                );
            class
                .set(
                    "read_string",
                    py::def(
                        "RawConfigParser.read_string",
                        "self, string, source=",
                        [Value::str("<string>")],
                        raw_config_parser_read_string,
                    ),
                );
            class
                .set(
                    "read_dict",
                    py::def(
                        "RawConfigParser.read_dict",
                        "self, dictionary, source=",
                        [Value::str("<dict>")],
                        raw_config_parser_read_dict,
                    ),
                );
            class
                .set(
                    "_read",
                    py::def(
                        "RawConfigParser._read",
                        "self, lines, source",
                        [],
                        raw_config_parser_read_2,
                    ),
                );
            class
                .set(
                    "write",
                    py::def(
                        "RawConfigParser.write",
                        "self, fp, space_around_delimiters=",
                        [Value::Bool(true)],
                        raw_config_parser_write,
                    ),
                );
            class
                .set(
                    "_write_section",
                    py::def(
                        "RawConfigParser._write_section",
                        "self, fp, name, options, mark",
                        [],
                        raw_config_parser_write_section,
                    ),
                );
            class
                .set(
                    "__getitem__",
                    py::def(
                        "RawConfigParser.__getitem__",
                        "self, key",
                        [],
                        raw_config_parser_getitem,
                    ),
                );
            class
                .set(
                    "__setitem__",
                    py::def(
                        "RawConfigParser.__setitem__",
                        "self, key, value",
                        [],
                        raw_config_parser_setitem,
                    ),
                );
            class
                .set(
                    "__delitem__",
                    py::def(
                        "RawConfigParser.__delitem__",
                        "self, key",
                        [],
                        raw_config_parser_delitem,
                    ),
                );
            class
                .set(
                    "__contains__",
                    py::def(
                        "RawConfigParser.__contains__",
                        "self, key",
                        [],
                        raw_config_parser_contains,
                    ),
                );
            class
                .set(
                    "__len__",
                    py::def("RawConfigParser.__len__", "self", [], raw_config_parser_len),
                );
            class
                .set(
                    "__iter__",
                    py::def(
                        "RawConfigParser.__iter__",
                        "self",
                        [],
                        raw_config_parser_iter,
                    ),
                );
            class
                .set(
                    "keys",
                    py::def("RawConfigParser.keys", "self", [], raw_config_parser_keys),
                );
            class
                .set(
                    "values",
                    py::def(
                        "RawConfigParser.values",
                        "self",
                        [],
                        raw_config_parser_values_2,
                    ),
                );
            class.finish(&[])?
        });
    global::ConfigParser
        .store({
            let class = py::ClassBody::new(
                "ConfigParser",
                NAME,
                Value::None,
                &[global::RawConfigParser.load()?],
            )?;
            class
                .set(
                    "_default_interpolation",
                    py::call::call(
                        &global::BasicInterpolation.load()?,
                        &py::Args::none(),
                    )?,
                );
            class
                .set(
                    "set",
                    py::def(
                        "ConfigParser.set",
                        "self, section, option, value=",
                        [Value::None],
                        config_parser_set,
                    ),
                );
            class
                .set(
                    "add_section",
                    py::def(
                        "ConfigParser.add_section",
                        "self, section",
                        [],
                        config_parser_add_section,
                    ),
                );
            class.finish(&[])?
        });
    global::SafeConfigParser.store(global::ConfigParser.load()?);
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library configparser") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "DEFAULTSECT" => global::DEFAULTSECT.load(),
        "Error" => global::Error.load(),
        "NoSectionError" => global::NoSectionError.load(),
        "DuplicateSectionError" => global::DuplicateSectionError.load(),
        "DuplicateOptionError" => global::DuplicateOptionError.load(),
        "NoOptionError" => global::NoOptionError.load(),
        "InterpolationError" => global::InterpolationError.load(),
        "InterpolationMissingOptionError" => {
            global::InterpolationMissingOptionError.load()
        }
        "InterpolationSyntaxError" => global::InterpolationSyntaxError.load(),
        "ParsingError" => global::ParsingError.load(),
        "MissingSectionHeaderError" => global::MissingSectionHeaderError.load(),
        "BasicInterpolation" => global::BasicInterpolation.load(),
        "ExtendedInterpolation" => global::ExtendedInterpolation.load(),
        "SectionProxy" => global::SectionProxy.load(),
        "RawConfigParser" => global::RawConfigParser.load(),
        "ConfigParser" => global::ConfigParser.load(),
        "SafeConfigParser" => global::SafeConfigParser.load(),
        _ => Ok(Value::None),
    }
}
