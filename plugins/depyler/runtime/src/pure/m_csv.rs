//! Comma-separated values.
//!
//! @generated from `runtime/pure/csv.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "csv";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static Dialect : Global = const { Global::new("Dialect") }; pub
        (crate) static DictReader : Global = const { Global::new("DictReader") }; pub
        (crate) static DictWriter : Global = const { Global::new("DictWriter") }; pub
        (crate) static Error : Global = const { Global::new("Error") }; pub (crate)
        static QUOTE_ALL : Global = const { Global::new("QUOTE_ALL") }; pub (crate)
        static QUOTE_MINIMAL : Global = const { Global::new("QUOTE_MINIMAL") }; pub
        (crate) static QUOTE_NONE : Global = const { Global::new("QUOTE_NONE") }; pub
        (crate) static QUOTE_NONNUMERIC : Global = const {
        Global::new("QUOTE_NONNUMERIC") }; pub (crate) static _NAMES : Global = const {
        Global::new("_NAMES") }; pub (crate) static _Reader : Global = const {
        Global::new("_Reader") }; pub (crate) static _Settings : Global = const {
        Global::new("_Settings") }; pub (crate) static _Writer : Global = const {
        Global::new("_Writer") }; pub (crate) static _dialects : Global = const {
        Global::new("_dialects") }; pub (crate) static _limit : Global = const {
        Global::new("_limit") }; pub (crate) static _settings : Global = const {
        Global::new("_settings") }; pub (crate) static excel : Global = const {
        Global::new("excel") }; pub (crate) static excel_tab : Global = const {
        Global::new("excel_tab") }; pub (crate) static field_size_limit : Global = const
        { Global::new("field_size_limit") }; pub (crate) static get_dialect : Global =
        const { Global::new("get_dialect") }; pub (crate) static list_dialects : Global =
        const { Global::new("list_dialects") }; pub (crate) static reader : Global =
        const { Global::new("reader") }; pub (crate) static register_dialect : Global =
        const { Global::new("register_dialect") }; pub (crate) static unix_dialect :
        Global = const { Global::new("unix_dialect") }; pub (crate) static
        unregister_dialect : Global = const { Global::new("unregister_dialect") }; pub
        (crate) static writer : Global = const { Global::new("writer") };
    }
}

pub(crate) fn field_size_limit(limit: Value) -> R {
    let old = global::_limit.load()?.item(&Value::Int(0))?;
    if !limit.is(&Value::None) {
        if !py::builtins::isinstance(
                &py::pos(&[limit.clone(), py::library_class("int")]),
            )?
            .truth()?
        {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("TypeError"),
                        &py::pos(&[Value::str("limit must be an integer")]),
                    )?,
                )?,
            );
        }
        let value_2 = limit.clone();
        global::_limit.load()?.set_item(Value::Int(0), value_2)?;
    }
    Ok(old.clone())
}

pub(crate) fn register_dialect(name: Value, dialect: Value, options: Value) -> R {
    let value_3 = _settings(dialect.clone(), options.clone())?;
    global::_dialects.load()?.set_item(name.clone(), value_3)?;
    Ok(Value::None)
}

pub(crate) fn unregister_dialect(name: Value) -> R {
    if !py::contained(&name, &global::_dialects.load()?)? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::Error.load()?,
                    &py::pos(&[Value::str("unknown dialect")]),
                )?,
            )?,
        );
    }
    global::_dialects.load()?.del_item(&name)?;
    Ok(Value::None)
}

pub(crate) fn get_dialect(name: Value) -> R {
    if !py::contained(&name, &global::_dialects.load()?)? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::Error.load()?,
                    &py::pos(&[Value::str("unknown dialect")]),
                )?,
            )?,
        );
    }
    Ok(global::_dialects.load()?.item(&name)?)
}

pub(crate) fn list_dialects() -> R {
    Ok(py::construct::list(&py::pos(&[global::_dialects.load()?]))?)
}

pub(crate) fn _settings(mut dialect: Value, options: Value) -> R {
    let mut name = Value::Unbound;
    if dialect.is(&Value::None) {
        dialect = global::excel.load()?;
    }
    if py::builtins::isinstance(&py::pos(&[dialect.clone(), py::library_class("str")]))?
        .truth()?
    {
        dialect = get_dialect(dialect.clone())?;
    }
    let settings = py::call::call(&global::_Settings.load()?, &py::Args::none())?;
    let mut iter_7 = py::iter::iter(&global::_NAMES.load()?)?;
    while let Some(item_8) = iter_7.next()? {
        name = item_8;
        py::builtins::setattr(
            &py::pos(
                &[
                    settings.clone(),
                    name.clone(),
                    py::builtins::getattr(
                        &py::pos(
                            &[
                                dialect.clone(),
                                name.clone(),
                                py::builtins::getattr(
                                    &py::pos(&[global::Dialect.load()?, name.clone()]),
                                )?,
                            ],
                        ),
                    )?,
                ],
            ),
        )?;
    }
    let mut iter_10 = py::iter::iter(&options)?;
    while let Some(item_11) = iter_10.next()? {
        name = item_11;
        if !py::contained(&name, &global::_NAMES.load()?)? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("TypeError"),
                        &py::pos(
                            &[
                                Value::str(
                                    format!(
                                        "'{}' is an invalid keyword argument for this function",
                                        py::show(& name) ?
                                    ),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        py::builtins::setattr(
            &py::pos(&[settings.clone(), name.clone(), options.item(&name)?]),
        )?;
    }
    if !py::builtins::isinstance(
            &py::pos(&[settings.attr("delimiter")?, py::library_class("str")]),
        )?
        .truth()?
        || Value::from(py::builtins::len(&settings.attr("delimiter")?)?)
            .is_ne(&Value::Int(1))?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(&[Value::str("\"delimiter\" must be a 1-character string")]),
                )?,
            )?,
        );
    }
    if settings.attr("quotechar")?.is(&Value::None)
        && settings.attr("quoting")?.is_ne(&global::QUOTE_NONE.load()?)?
    {
        if py::contained(&Value::str("quoting"), &options)? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("TypeError"),
                        &py::pos(
                            &[Value::str("quotechar must be set if quoting enabled")],
                        ),
                    )?,
                )?,
            );
        }
        settings.set_attr("quoting", global::QUOTE_NONE.load()?)?;
    }
    Ok(settings.clone())
}

pub(crate) fn _reader_init(
    self_: Value,
    lines: Value,
    dialect: Value,
    options: Value,
) -> R {
    self_.set_attr("_lines", py::builtins::iter(&py::pos(&[lines.clone()]))?)?;
    self_.set_attr("dialect", _settings(dialect.clone(), options.clone())?)?;
    self_.set_attr("line_num", Value::Int(0))?;
    Ok(Value::None)
}

pub(crate) fn _reader_iter(self_: Value) -> R {
    Ok(self_.clone())
}

pub(crate) fn _reader_next(self_: Value) -> R {
    let mut line = Value::Unbound;
    let d = self_.attr("dialect")?;
    let delimiter = d.attr("delimiter")?;
    let quote = d.attr("quotechar")?;
    let escape = d.attr("escapechar")?;
    let quoting = d.attr("quoting")?;
    let fields = py::list([]);
    let mut field = py::list([]);
    let mut state = Value::str("start");
    let mut numeric = Value::Bool(false);
    loop {
        let flow_19: py::Flow = 'try_17: {
            line = py::attempt!(
                'try_17, py::builtins::next(& py::pos(& [py::attempt!('try_17, self_
                .attr("_lines"))]))
            );
            py::Flow::Next
        };
        if let py::Flow::Raise(raised_18) = flow_19 {
            if raised_18.is_a("StopIteration") {
                if state.is_eq(&Value::str("start"))? || state.is_eq(&Value::str("eat"))?
                {
                    return Err(raised_18.clone());
                }
                if d.attr("strict")?.truth()? && state.is_eq(&Value::str("quoted"))? {
                    return Err(
                        py::exc::to_raise(
                                &py::call::call(
                                    &global::Error.load()?,
                                    &py::pos(&[Value::str("unexpected end of data")]),
                                )?,
                            )?
                            .during(&raised_18),
                    );
                }
                self_
                    .method("_save", &[fields.clone(), field.clone(), numeric.clone()])?;
                return Ok(fields.clone());
            } else {
                return Err(raised_18);
            }
        }
        if !py::builtins::isinstance(
                &py::pos(&[line.clone(), py::library_class("str")]),
            )?
            .truth()?
        {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &global::Error.load()?,
                        &py::pos(
                            &[
                                Value::str(
                                    format!(
                                        "iterator should return strings, not {} (the file should be opened in text mode)",
                                        py::show(& py::construct::type_(& py::pos(& [line.clone()]))
                                        ?.attr("__name__") ?) ?
                                    ),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        {
            let object_22 = self_.clone();
            let mut value_24 = object_22.attr("line_num")?;
            value_24.add_assign(&Value::Int(1))?;
            object_22.set_attr("line_num", value_24)?;
        }
        let mut at = Value::Int(0);
        let n = Value::from(py::builtins::len(&line)?);
        while at.is_le(&n)? {
            let mut c = if at.is_lt(&n)? { line.item(&at)? } else { Value::str("\0") };
            let end = at.ge(&n)?;
            at.add_assign(&Value::Int(1))?;
            let newline = {
                let left_26 = c.eq(&Value::str("\n"))?;
                if left_26.truth()? { left_26 } else { c.eq(&Value::str("\r"))? }
            };
            if state.is_eq(&Value::str("start"))?
                || state.is_eq(&Value::str("field start"))?
            {
                if state.is_eq(&Value::str("start"))? {
                    if end.truth()? {
                        break;
                    }
                    if newline.truth()? {
                        state = Value::str("eat");
                        continue;
                    }
                    state = Value::str("field start");
                }
                if end.truth()? || newline.truth()? {
                    self_
                        .method(
                            "_save",
                            &[fields.clone(), field.clone(), numeric.clone()],
                        )?;
                    state = if end.truth()? {
                        Value::str("start")
                    } else {
                        Value::str("eat")
                    };
                } else if c.is_eq(&quote)? && quoting.is_ne(&global::QUOTE_NONE.load()?)?
                {
                    state = Value::str("quoted");
                } else if c.is_eq(&escape)? && !escape.is(&Value::None) {
                    state = Value::str("escaped");
                } else if c.is_eq(&Value::str(" "))?
                    && d.attr("skipinitialspace")?.truth()?
                {} else if c.is_eq(&delimiter)? {
                    self_
                        .method(
                            "_save",
                            &[fields.clone(), field.clone(), numeric.clone()],
                        )?;
                    field = py::list([]);
                    numeric = Value::Bool(false);
                } else {
                    if quoting.is_eq(&global::QUOTE_NONNUMERIC.load()?)? {
                        numeric = Value::Bool(true);
                    }
                    field.method("append", &[c.clone()])?;
                    state = Value::str("field");
                }
            } else if state.is_eq(&Value::str("field"))? {
                if end.truth()? || newline.truth()? {
                    self_
                        .method(
                            "_save",
                            &[fields.clone(), field.clone(), numeric.clone()],
                        )?;
                    field = py::list([]);
                    numeric = Value::Bool(false);
                    state = if end.truth()? {
                        Value::str("start")
                    } else {
                        Value::str("eat")
                    };
                } else if c.is_eq(&escape)? && !escape.is(&Value::None) {
                    state = Value::str("escaped");
                } else if c.is_eq(&delimiter)? {
                    self_
                        .method(
                            "_save",
                            &[fields.clone(), field.clone(), numeric.clone()],
                        )?;
                    field = py::list([]);
                    numeric = Value::Bool(false);
                    state = Value::str("field start");
                } else {
                    field.method("append", &[c.clone()])?;
                }
            } else if state.is_eq(&Value::str("escaped"))?
                || state.is_eq(&Value::str("escaped quoted"))?
            {
                if end.truth()? {
                    c = Value::str("\n");
                }
                field.method("append", &[c.clone()])?;
                state = if state.is_eq(&Value::str("escaped"))? {
                    Value::str("field")
                } else {
                    Value::str("quoted")
                };
                if end.truth()? {
                    break;
                }
            } else if state.is_eq(&Value::str("quoted"))? {
                if end.truth()? {
                    break;
                }
                if c.is_eq(&escape)? && !escape.is(&Value::None) {
                    state = Value::str("escaped quoted");
                } else if c.is_eq(&quote)? && quoting.is_ne(&global::QUOTE_NONE.load()?)?
                {
                    state = if d.attr("doublequote")?.truth()? {
                        Value::str("quote")
                    } else {
                        Value::str("field")
                    };
                } else {
                    field.method("append", &[c.clone()])?;
                }
            } else if state.is_eq(&Value::str("quote"))? {
                if quoting.is_ne(&global::QUOTE_NONE.load()?)? && c.is_eq(&quote)?
                    && !end.truth()?
                {
                    field.method("append", &[c.clone()])?;
                    state = Value::str("quoted");
                } else if c.is_eq(&delimiter)? && !end.truth()? {
                    self_
                        .method(
                            "_save",
                            &[fields.clone(), field.clone(), numeric.clone()],
                        )?;
                    field = py::list([]);
                    numeric = Value::Bool(false);
                    state = Value::str("field start");
                } else if end.truth()? || newline.truth()? {
                    self_
                        .method(
                            "_save",
                            &[fields.clone(), field.clone(), numeric.clone()],
                        )?;
                    field = py::list([]);
                    numeric = Value::Bool(false);
                    state = if end.truth()? {
                        Value::str("start")
                    } else {
                        Value::str("eat")
                    };
                } else if !d.attr("strict")?.truth()? {
                    field.method("append", &[c.clone()])?;
                    state = Value::str("field");
                } else {
                    return Err(
                        py::exc::to_raise(
                            &py::call::call(
                                &global::Error.load()?,
                                &py::pos(
                                    &[
                                        Value::str(
                                            format!(
                                                "'{}' expected after '{}'", py::show(& delimiter) ?,
                                                py::show(& quote) ?
                                            ),
                                        ),
                                    ],
                                ),
                            )?,
                        )?,
                    );
                }
            } else if state.is_eq(&Value::str("eat"))? {
                if end.truth()? {
                    state = Value::str("start");
                } else if !newline.truth()? {
                    return Err(
                        py::exc::to_raise(
                            &py::call::call(
                                &global::Error.load()?,
                                &py::pos(
                                    &[
                                        Value::str(
                                            "new-line character seen in unquoted field - do you need to open the file with newline=''?",
                                        ),
                                    ],
                                ),
                            )?,
                        )?,
                    );
                }
            }
        }
        if state.is_eq(&Value::str("start"))? {
            return Ok(fields.clone());
        }
    }
}

pub(crate) fn _reader_save(
    self_: Value,
    fields: Value,
    field: Value,
    numeric: Value,
) -> R {
    let text = Value::str("").method("join", &[field.clone()])?;
    field.method("clear", &[])?;
    if numeric.truth()? {
        fields.method("append", &[py::construct::float(&py::pos(&[text.clone()]))?])?;
    } else {
        fields.method("append", &[text.clone()])?;
    }
    Ok(Value::None)
}

/// Rows of a text.
pub(crate) fn reader(lines: Value, dialect: Value, options: Value) -> R {
    Ok(
        py::call::call(
            &global::_Reader.load()?,
            &py::pos(&[lines.clone(), dialect.clone(), options.clone()]),
        )?,
    )
}

pub(crate) fn _writer_init(
    self_: Value,
    file: Value,
    dialect: Value,
    options: Value,
) -> R {
    self_.set_attr("_file", file.clone())?;
    self_.set_attr("dialect", _settings(dialect.clone(), options.clone())?)?;
    Ok(Value::None)
}

pub(crate) fn _writer_text(self_: Value, value: Value, alone: Value) -> R {
    let mut number = Value::Unbound;
    let mut text = Value::Unbound;
    let d = self_.attr("dialect")?;
    if value.is(&Value::None) {
        text = Value::str("");
        number = Value::Bool(false);
    } else {
        number = py::builtins::isinstance(
            &py::pos(
                &[
                    value.clone(),
                    py::tuple([py::library_class("int"), py::library_class("float")]),
                ],
            ),
        )?;
        text = if py::builtins::isinstance(
                &py::pos(&[value.clone(), py::library_class("float")]),
            )?
            .truth()?
        {
            py::builtins::repr(&py::pos(&[value.clone()]))?
        } else {
            py::construct::str(&py::pos(&[value.clone()]))?
        };
    }
    let mut quoted = {
        let left_30 = d.attr("quoting")?.eq(&global::QUOTE_ALL.load()?)?;
        if left_30.truth()? {
            left_30
        } else {
            {
                let left_31 = d.attr("quoting")?.eq(&global::QUOTE_NONNUMERIC.load()?)?;
                if !left_31.truth()? { left_31 } else { Value::Bool(!number.truth()?) }
            }
        }
    };
    let out = py::list([]);
    let mut iter_32 = py::iter::iter(&text)?;
    while let Some(c) = iter_32.next()? {
        let special = {
            let left_34 = c.eq(&d.attr("delimiter")?)?;
            if left_34.truth()? {
                left_34
            } else {
                {
                    let left_35 = c.eq(&d.attr("quotechar")?)?;
                    if left_35.truth()? {
                        left_35
                    } else {
                        {
                            let left_36 = c.eq(&d.attr("escapechar")?)?;
                            if left_36.truth()? {
                                left_36
                            } else {
                                {
                                    let left_37 = Value::Bool(
                                        py::contained(&c, &Value::str("\r\n"))?,
                                    );
                                    if left_37.truth()? {
                                        left_37
                                    } else {
                                        Value::Bool(py::contained(&c, &d.attr("lineterminator")?)?)
                                    }
                                }
                            }
                        }
                    }
                }
            }
        };
        if special.truth()? {
            let mut escape = Value::Bool(false);
            if d.attr("quoting")?.is_eq(&global::QUOTE_NONE.load()?)? {
                escape = Value::Bool(true);
            } else if c.is_eq(&d.attr("quotechar")?)? {
                if d.attr("doublequote")?.truth()? {
                    out.method("append", &[c.clone()])?;
                    quoted = Value::Bool(true);
                } else {
                    escape = Value::Bool(true);
                }
            } else if c.is_eq(&d.attr("escapechar")?)? {
                escape = Value::Bool(true);
            } else {
                quoted = Value::Bool(true);
            }
            if escape.truth()? {
                if d.attr("escapechar")?.is(&Value::None) {
                    return Err(
                        py::exc::to_raise(
                            &py::call::call(
                                &global::Error.load()?,
                                &py::pos(
                                    &[Value::str("need to escape, but no escapechar set")],
                                ),
                            )?,
                        )?,
                    );
                }
                out.method("append", &[d.attr("escapechar")?])?;
            }
        }
        out.method("append", &[c.clone()])?;
    }
    if alone.truth()? && !text.truth()? {
        if d.attr("quoting")?.is_eq(&global::QUOTE_NONE.load()?)? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &global::Error.load()?,
                        &py::pos(
                            &[Value::str("single empty field record must be quoted")],
                        ),
                    )?,
                )?,
            );
        }
        quoted = Value::Bool(true);
    }
    let body = Value::str("").method("join", &[out.clone()])?;
    Ok(
        if quoted.truth()? {
            d.attr("quotechar")?.add(&body)?.add(&d.attr("quotechar")?)?
        } else {
            body.clone()
        },
    )
}

pub(crate) fn _writer_writerow(self_: Value, row: Value) -> R {
    let mut values = Value::Unbound;
    let flow_42: py::Flow = 'try_40: {
        values = py::attempt!('try_40, py::construct::list(& py::pos(& [row.clone()])));
        py::Flow::Next
    };
    if let py::Flow::Raise(raised_41) = flow_42 {
        if raised_41.is_a("TypeError") {
            return Err(
                py::exc::to_raise_from(
                        &py::call::call(
                            &global::Error.load()?,
                            &py::pos(
                                &[
                                    Value::str(
                                        format!(
                                            "iterable expected, not {}", py::show(&
                                            py::construct::type_(& py::pos(& [row.clone()]))
                                            ?.attr("__name__") ?) ?
                                        ),
                                    ),
                                ],
                            ),
                        )?,
                        &Value::None,
                    )?
                    .during(&raised_41),
            );
        } else {
            return Err(raised_41);
        }
    }
    let alone = Value::from(py::builtins::len(&values)?).eq(&Value::Int(1))?;
    let line = self_
        .attr("dialect")?
        .attr("delimiter")?
        .method(
            "join",
            &[
                {
                    let mut out_44 = Vec::new();
                    let mut iter_45 = py::iter::iter(&values)?;
                    while let Some(value) = iter_45.next()? {
                        out_44
                            .push(
                                self_.method("_text", &[value.clone(), alone.clone()])?,
                            );
                    }
                    Value::list(out_44)
                },
            ],
        )?;
    Ok(
        self_
            .attr("_file")?
            .method(
                "write",
                &[line.add(&self_.attr("dialect")?.attr("lineterminator")?)?],
            )?,
    )
}

pub(crate) fn _writer_writerows(self_: Value, rows: Value) -> R {
    let mut iter_46 = py::iter::iter(&rows)?;
    while let Some(row) = iter_46.next()? {
        self_.method("writerow", &[row.clone()])?;
    }
    Ok(Value::None)
}

/// Writes rows.
pub(crate) fn writer(file: Value, dialect: Value, options: Value) -> R {
    Ok(
        py::call::call(
            &global::_Writer.load()?,
            &py::pos(&[file.clone(), dialect.clone(), options.clone()]),
        )?,
    )
}

pub(crate) fn dict_reader_init(
    self_: Value,
    f: Value,
    fieldnames: Value,
    restkey: Value,
    restval: Value,
    dialect: Value,
    options: Value,
) -> R {
    self_
        .set_attr(
            "_fieldnames",
            if fieldnames.is(&Value::None) {
                fieldnames.clone()
            } else {
                py::construct::list(&py::pos(&[fieldnames.clone()]))?
            },
        )?;
    self_.set_attr("restkey", restkey.clone())?;
    self_.set_attr("restval", restval.clone())?;
    self_
        .set_attr(
            "reader",
            {
                let function_49 = global::reader.load()?;
                let args_50: Vec<Value> = Vec::<
                    Value,
                >::from([f.clone(), dialect.clone()]);
                let mut keywords_51 = Vec::new();
                py::call::keywords(&options, &mut keywords_51)?;
                py::call::call(
                    &function_49,
                    &py::Args {
                        pos: &args_50,
                        kw: &keywords_51,
                    },
                )?
            },
        )?;
    self_.set_attr("dialect", dialect.clone())?;
    self_.set_attr("line_num", Value::Int(0))?;
    Ok(Value::None)
}

pub(crate) fn dict_reader_iter(self_: Value) -> R {
    Ok(self_.clone())
}

pub(crate) fn dict_reader_fieldnames(self_: Value) -> R {
    if self_.attr("_fieldnames")?.is(&Value::None) {
        let flow_54: py::Flow = 'try_52: {
            py::attempt!(
                'try_52, self_.set_attr("_fieldnames", py::attempt!('try_52,
                py::builtins::next(& py::pos(& [py::attempt!('try_52, self_
                .attr("reader"))]))))
            );
            py::Flow::Next
        };
        if let py::Flow::Raise(raised_53) = flow_54 {
            if raised_53.is_a("StopIteration") {} else {
                return Err(raised_53);
            }
        }
    }
    self_.set_attr("line_num", self_.attr("reader")?.attr("line_num")?)?;
    Ok(self_.attr("_fieldnames")?)
}

pub(crate) fn dict_reader_fieldnames_2(self_: Value, value: Value) -> R {
    self_.set_attr("_fieldnames", value.clone())?;
    Ok(Value::None)
}

pub(crate) fn dict_reader_next(self_: Value) -> R {
    if self_.attr("line_num")?.is_eq(&Value::Int(0))? {
        self_.attr("fieldnames")?;
    }
    let mut row = py::builtins::next(&py::pos(&[self_.attr("reader")?]))?;
    self_.set_attr("line_num", self_.attr("reader")?.attr("line_num")?)?;
    while row.is_eq(&py::list([]))? {
        row = py::builtins::next(&py::pos(&[self_.attr("reader")?]))?;
    }
    let names = self_.attr("fieldnames")?;
    let result = py::construct::dict(
        &py::pos(&[py::construct::zip(&py::pos(&[names.clone(), row.clone()]))?]),
    )?;
    if Value::from(py::builtins::len(&names)?)
        .is_lt(&Value::from(py::builtins::len(&row)?))?
    {
        let value_56 = row
            .item(
                &py::item::slice(
                    Value::from(py::builtins::len(&names)?),
                    Value::None,
                    Value::None,
                ),
            )?;
        result.set_item(self_.attr("restkey")?, value_56)?;
    } else if Value::from(py::builtins::len(&names)?)
        .is_gt(&Value::from(py::builtins::len(&row)?))?
    {
        let mut iter_57 = py::iter::iter(
            &names
                .item(
                    &py::item::slice(
                        Value::from(py::builtins::len(&row)?),
                        Value::None,
                        Value::None,
                    ),
                )?,
        )?;
        while let Some(key) = iter_57.next()? {
            let value_59 = self_.attr("restval")?;
            result.set_item(key.clone(), value_59)?;
        }
    }
    Ok(result.clone())
}

pub(crate) fn dict_writer_init(
    self_: Value,
    f: Value,
    fieldnames: Value,
    restval: Value,
    mut extrasaction: Value,
    dialect: Value,
    options: Value,
) -> R {
    self_.set_attr("fieldnames", py::construct::list(&py::pos(&[fieldnames.clone()]))?)?;
    self_.set_attr("restval", restval.clone())?;
    extrasaction = extrasaction.method("lower", &[])?;
    if !py::contained(
        &extrasaction,
        &py::tuple([Value::str("raise"), Value::str("ignore")]),
    )? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "extrasaction ({}) must be 'raise' or 'ignore'", py::show(&
                                    extrasaction) ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    self_.set_attr("extrasaction", extrasaction.clone())?;
    self_
        .set_attr(
            "writer",
            {
                let function_61 = global::writer.load()?;
                let args_62: Vec<Value> = Vec::<
                    Value,
                >::from([f.clone(), dialect.clone()]);
                let mut keywords_63 = Vec::new();
                py::call::keywords(&options, &mut keywords_63)?;
                py::call::call(
                    &function_61,
                    &py::Args {
                        pos: &args_62,
                        kw: &keywords_63,
                    },
                )?
            },
        )?;
    Ok(Value::None)
}

pub(crate) fn dict_writer_writeheader(self_: Value) -> R {
    Ok(self_.attr("writer")?.method("writerow", &[self_.attr("fieldnames")?])?)
}

pub(crate) fn dict_writer_row(self_: Value, row: Value) -> R {
    if self_.attr("extrasaction")?.is_eq(&Value::str("raise"))? {
        let wrong = {
            let mut out_64 = Vec::new();
            let mut iter_65 = py::iter::iter(&row)?;
            while let Some(key) = iter_65.next()? {
                if !py::contained(&key, &self_.attr("fieldnames")?)? {
                    out_64.push(key.clone());
                }
            }
            Value::list(out_64)
        };
        if wrong.truth()? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("ValueError"),
                        &py::pos(
                            &[
                                Value::str("dict contains fields not in fieldnames: ")
                                    .add(
                                        &Value::str(", ")
                                            .method(
                                                "join",
                                                &[
                                                    {
                                                        let mut out_67 = Vec::new();
                                                        let mut iter_68 = py::iter::iter(&wrong)?;
                                                        while let Some(x) = iter_68.next()? {
                                                            out_67.push(py::builtins::repr(&py::pos(&[x.clone()]))?);
                                                        }
                                                        Value::list(out_67)
                                                    },
                                                ],
                                            )?,
                                    )?,
                            ],
                        ),
                    )?,
                )?,
            );
        }
    }
    Ok({
        let mut out_69 = Vec::new();
        let mut iter_70 = py::iter::iter(&self_.attr("fieldnames")?)?;
        while let Some(key) = iter_70.next()? {
            out_69.push(row.method("get", &[key.clone(), self_.attr("restval")?])?);
        }
        Value::list(out_69)
    })
}

pub(crate) fn dict_writer_writerow(self_: Value, row: Value) -> R {
    Ok(
        self_
            .attr("writer")?
            .method("writerow", &[self_.method("_row", &[row.clone()])?])?,
    )
}

pub(crate) fn dict_writer_writerows(self_: Value, rows: Value) -> R {
    let mut iter_71 = py::iter::iter(&rows)?;
    while let Some(row) = iter_71.next()? {
        self_
            .attr("writer")?
            .method("writerow", &[self_.method("_row", &[row.clone()])?])?;
    }
    Ok(Value::None)
}

/// The statements of `csv.py`.
pub(crate) fn run() -> R<()> {
    global::QUOTE_MINIMAL.store(Value::Int(0));
    global::QUOTE_ALL.store(Value::Int(1));
    global::QUOTE_NONNUMERIC.store(Value::Int(2));
    global::QUOTE_NONE.store(Value::Int(3));
    global::Error
        .store({
            let class = py::ClassBody::new(
                "Error",
                NAME,
                Value::str("What is no such text."),
                &[py::exception("Exception")],
            )?;
            class.finish(&[])?
        });
    global::Dialect
        .store({
            let class = py::ClassBody::new(
                "Dialect",
                NAME,
                Value::str("How fields are written."),
                &[],
            )?;
            class.set("delimiter", Value::str(","));
            class.set("quotechar", Value::str("\""));
            class.set("doublequote", Value::Bool(true));
            class.set("escapechar", Value::None);
            class.set("lineterminator", Value::str("\r\n"));
            class.set("quoting", global::QUOTE_MINIMAL.load()?);
            class.set("skipinitialspace", Value::Bool(false));
            class.set("strict", Value::Bool(false));
            class.finish(&[])?
        });
    global::excel
        .store({
            let class = py::ClassBody::new(
                "excel",
                NAME,
                Value::str("As Excel writes them."),
                &[global::Dialect.load()?],
            )?;
            class.finish(&[])?
        });
    global::excel_tab
        .store({
            let class = py::ClassBody::new(
                "excel_tab",
                NAME,
                Value::str("With tabs."),
                &[global::excel.load()?],
            )?;
            class.set("delimiter", Value::str("\t"));
            class.finish(&[])?
        });
    global::unix_dialect
        .store({
            let class = py::ClassBody::new(
                "unix_dialect",
                NAME,
                Value::str("As Unix programs write them."),
                &[global::Dialect.load()?],
            )?;
            class.set("lineterminator", Value::str("\n"));
            class.set("quoting", global::QUOTE_ALL.load()?);
            class.finish(&[])?
        });
    global::_limit.store(py::list([Value::Int(131072)]));
    global::field_size_limit
        .store(py::def("field_size_limit", "limit=", [Value::None], field_size_limit));
    global::_dialects
        .store(
            py::dict([
                (Value::str("excel"), global::excel.load()?),
                (Value::str("excel-tab"), global::excel_tab.load()?),
                (Value::str("unix"), global::unix_dialect.load()?),
            ])?,
        );
    global::register_dialect
        .store(
            py::def(
                "register_dialect",
                "name, dialect=, **options",
                [Value::None],
                register_dialect,
            ),
        );
    global::unregister_dialect
        .store(py::def("unregister_dialect", "name", [], unregister_dialect));
    global::get_dialect.store(py::def("get_dialect", "name", [], get_dialect));
    global::list_dialects.store(py::def("list_dialects", "", [], list_dialects));
    global::_Settings
        .store({
            let class = py::ClassBody::new("_Settings", NAME, Value::None, &[])?;
            class.finish(&[])?
        });
    global::_NAMES
        .store(
            py::tuple([
                Value::str("delimiter"),
                Value::str("quotechar"),
                Value::str("doublequote"),
                Value::str("escapechar"),
                Value::str("lineterminator"),
                Value::str("quoting"),
                Value::str("skipinitialspace"),
                Value::str("strict"),
            ]),
        );
    global::_settings.store(py::def("_settings", "dialect, options", [], _settings));
    global::_Reader
        .store({
            let class = py::ClassBody::new("_Reader", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "_Reader.__init__",
                        "self, lines, dialect, options",
                        [],
                        _reader_init,
                    ),
                );
            class.set("__iter__", py::def("_Reader.__iter__", "self", [], _reader_iter));
            class.set("__next__", py::def("_Reader.__next__", "self", [], _reader_next));
            class
                .set(
                    "_save",
                    py::def(
                        "_Reader._save",
                        "self, fields, field, numeric",
                        [],
                        _reader_save,
                    ),
                );
            class.finish(&[])?
        });
    global::reader
        .store(
            py::documented(
                py::def(
                    "reader",
                    "lines, dialect=, **options",
                    [Value::str("excel")],
                    reader,
                ),
                "Rows of a text.",
            ),
        );
    global::_Writer
        .store({
            let class = py::ClassBody::new("_Writer", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "_Writer.__init__",
                        "self, file, dialect, options",
                        [],
                        _writer_init,
                    ),
                );
            class
                .set(
                    "_text",
                    py::def("_Writer._text", "self, value, alone", [], _writer_text),
                );
            class
                .set(
                    "writerow",
                    py::def("_Writer.writerow", "self, row", [], _writer_writerow),
                );
            class
                .set(
                    "writerows",
                    py::def("_Writer.writerows", "self, rows", [], _writer_writerows),
                );
            class.finish(&[])?
        });
    global::writer
        .store(
            py::documented(
                py::def(
                    "writer",
                    "file, dialect=, **options",
                    [Value::str("excel")],
                    writer,
                ),
                "Writes rows.",
            ),
        );
    global::DictReader
        .store({
            let class = py::ClassBody::new(
                "DictReader",
                NAME,
                Value::str("Rows as dictionaries."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "DictReader.__init__",
                        "self, f, fieldnames=, restkey=, restval=, dialect=, **options",
                        [Value::None, Value::None, Value::None, Value::str("excel")],
                        dict_reader_init,
                    ),
                );
            class
                .set(
                    "__iter__",
                    py::def("DictReader.__iter__", "self", [], dict_reader_iter),
                );
            class
                .set(
                    "fieldnames",
                    py::library_class("property")
                        .call(
                            &[
                                py::def(
                                    "DictReader.fieldnames",
                                    "self",
                                    [],
                                    dict_reader_fieldnames,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "fieldnames",
                    match class.get("fieldnames") {
                        Some(value) => value,
                        None => py::run::undefined("fieldnames")?,
                    }
                        .attr("setter")?
                        .call(
                            &[
                                py::def(
                                    "DictReader.fieldnames",
                                    "self, value",
                                    [],
                                    dict_reader_fieldnames_2,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "__next__",
                    py::def("DictReader.__next__", "self", [], dict_reader_next),
                );
            class.finish(&[])?
        });
    global::DictWriter
        .store({
            let class = py::ClassBody::new(
                "DictWriter",
                NAME,
                Value::str("Writes dictionaries as rows."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "DictWriter.__init__",
                        "self, f, fieldnames, restval=, extrasaction=, dialect=, **options",
                        [Value::str(""), Value::str("raise"), Value::str("excel")],
                        dict_writer_init,
                    ),
                );
            class
                .set(
                    "writeheader",
                    py::def(
                        "DictWriter.writeheader",
                        "self",
                        [],
                        dict_writer_writeheader,
                    ),
                );
            class
                .set(
                    "_row",
                    py::def("DictWriter._row", "self, row", [], dict_writer_row),
                );
            class
                .set(
                    "writerow",
                    py::def("DictWriter.writerow", "self, row", [], dict_writer_writerow),
                );
            class
                .set(
                    "writerows",
                    py::def(
                        "DictWriter.writerows",
                        "self, rows",
                        [],
                        dict_writer_writerows,
                    ),
                );
            class.finish(&[])?
        });
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library csv") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "QUOTE_MINIMAL" => global::QUOTE_MINIMAL.load(),
        "QUOTE_ALL" => global::QUOTE_ALL.load(),
        "QUOTE_NONNUMERIC" => global::QUOTE_NONNUMERIC.load(),
        "QUOTE_NONE" => global::QUOTE_NONE.load(),
        "Error" => global::Error.load(),
        "Dialect" => global::Dialect.load(),
        "excel" => global::excel.load(),
        "excel_tab" => global::excel_tab.load(),
        "unix_dialect" => global::unix_dialect.load(),
        "register_dialect" => global::register_dialect.load(),
        "unregister_dialect" => global::unregister_dialect.load(),
        "get_dialect" => global::get_dialect.load(),
        "list_dialects" => global::list_dialects.load(),
        "field_size_limit" => global::field_size_limit.load(),
        "reader" => global::reader.load(),
        "writer" => global::writer.load(),
        "DictReader" => global::DictReader.load(),
        "DictWriter" => global::DictWriter.load(),
        _ => Ok(Value::None),
    }
}
