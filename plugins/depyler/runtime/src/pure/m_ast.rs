//! `ast.literal_eval`: the values of literals, without an interpreter.
//!
//! @generated from `runtime/pure/ast.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "ast";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static _ESCAPES : Global = const { Global::new("_ESCAPES") }; pub
        (crate) static _HEX : Global = const { Global::new("_HEX") }; pub (crate) static
        _Reader : Global = const { Global::new("_Reader") }; pub (crate) static
        _SyntaxError : Global = const { Global::new("_SyntaxError") }; pub (crate) static
        _ValueError : Global = const { Global::new("_ValueError") }; pub (crate) static
        _invalid : Global = const { Global::new("_invalid") }; pub (crate) static
        _malformed : Global = const { Global::new("_malformed") }; pub (crate) static
        _message : Global = const { Global::new("_message") }; pub (crate) static
        literal_eval : Global = const { Global::new("literal_eval") };
    }
}

pub(crate) fn _message() -> R {
    py::library::sys::_stop(
        &py::pos(
            &[
                Value::str(
                    "batuta: PY0206 the message of `ast.literal_eval` shows what only an interpreter knows",
                ),
            ],
        ),
    )?;
    Ok(Value::None)
}

pub(crate) fn _malformed() -> R {
    let mut ValueError = Value::Unbound;
    ValueError = {
        let class = py::ClassBody::new(
            "ValueError",
            NAME,
            Value::None,
            &[global::_ValueError.load()?],
        )?;
        class.set("__qualname__", Value::str("_malformed.<locals>.ValueError"));
        class
            .set(
                "__str__",
                py::def(
                    "_malformed.<locals>.ValueError.__str__",
                    "self",
                    [],
                    move |self_: Value| -> R {
                        Ok(_message()?)
                    },
                ),
            );
        class
            .set(
                "__repr__",
                py::def(
                    "_malformed.<locals>.ValueError.__repr__",
                    "self",
                    [],
                    move |self_: Value| -> R {
                        Ok(_message()?)
                    },
                ),
            );
        class.finish(&[])?
    };
    Ok(
        py::call::call(
            &ValueError.clone(),
            &py::pos(&[Value::str("malformed node or string")]),
        )?,
    )
}

pub(crate) fn _invalid() -> R {
    let mut SyntaxError = Value::Unbound;
    SyntaxError = {
        let class = py::ClassBody::new(
            "SyntaxError",
            NAME,
            Value::None,
            &[global::_SyntaxError.load()?],
        )?;
        class.set("__qualname__", Value::str("_invalid.<locals>.SyntaxError"));
        class
            .set(
                "__str__",
                py::def(
                    "_invalid.<locals>.SyntaxError.__str__",
                    "self",
                    [],
                    move |self_: Value| -> R {
                        Ok(_message()?)
                    },
                ),
            );
        class
            .set(
                "__repr__",
                py::def(
                    "_invalid.<locals>.SyntaxError.__repr__",
                    "self",
                    [],
                    move |self_: Value| -> R {
                        Ok(_message()?)
                    },
                ),
            );
        class.finish(&[])?
    };
    Ok(py::call::call(&SyntaxError.clone(), &py::pos(&[Value::str("invalid syntax")]))?)
}

pub(crate) fn _reader_init(self_: Value, text: Value) -> R {
    self_.set_attr("text", text.clone())?;
    self_.set_attr("at", Value::Int(0))?;
    Ok(Value::None)
}

pub(crate) fn _reader_peek(self_: Value) -> R {
    while self_
        .attr("at")?
        .is_lt(&Value::from(py::builtins::len(&self_.attr("text")?)?))?
    {
        let c = self_.attr("text")?.item(&self_.attr("at")?)?;
        if c.is_eq(&Value::str("#"))? {
            while self_
                .attr("at")?
                .is_lt(&Value::from(py::builtins::len(&self_.attr("text")?)?))?
                && self_
                    .attr("text")?
                    .item(&self_.attr("at")?)?
                    .is_ne(&Value::str("\n"))?
            {
                {
                    let object_5 = self_.clone();
                    let mut value_7 = object_5.attr("at")?;
                    value_7.add_assign(&Value::Int(1))?;
                    object_5.set_attr("at", value_7)?;
                }
            }
        } else if py::contained(&c, &Value::str(" \t\r\n\u{c}"))? {
            {
                let object_8 = self_.clone();
                let mut value_10 = object_8.attr("at")?;
                value_10.add_assign(&Value::Int(1))?;
                object_8.set_attr("at", value_10)?;
            }
        } else {
            return Ok(c.clone());
        }
    }
    Ok(Value::str(""))
}

pub(crate) fn _reader_take(self_: Value, wanted: Value) -> R {
    if self_.method("peek", &[])?.is_ne(&wanted)? {
        return Err(py::exc::to_raise(&_invalid()?)?);
    }
    {
        let object_11 = self_.clone();
        let mut value_13 = object_11.attr("at")?;
        value_13.add_assign(&Value::Int(1))?;
        object_11.set_attr("at", value_13)?;
    }
    Ok(Value::None)
}

pub(crate) fn _reader_items(self_: Value, end: Value) -> R {
    let out = py::list([]);
    let mut comma = Value::Bool(false);
    while self_.method("peek", &[])?.is_ne(&end)? {
        if out.truth()? && !comma.truth()? {
            return Err(py::exc::to_raise(&_invalid()?)?);
        }
        out.method("append", &[self_.method("value", &[])?])?;
        comma = self_.method("peek", &[])?.eq(&Value::str(","))?;
        if comma.truth()? {
            {
                let object_15 = self_.clone();
                let mut value_17 = object_15.attr("at")?;
                value_17.add_assign(&Value::Int(1))?;
                object_15.set_attr("at", value_17)?;
            }
        }
    }
    {
        let object_18 = self_.clone();
        let mut value_20 = object_18.attr("at")?;
        value_20.add_assign(&Value::Int(1))?;
        object_18.set_attr("at", value_20)?;
    }
    Ok(py::tuple([out.clone(), comma.clone()]))
}

pub(crate) fn _reader_mapping(self_: Value) -> R {
    let mut out = Value::Unbound;
    if self_.method("peek", &[])?.is_eq(&Value::str("}"))? {
        {
            let object_21 = self_.clone();
            let mut value_23 = object_21.attr("at")?;
            value_23.add_assign(&Value::Int(1))?;
            object_21.set_attr("at", value_23)?;
        }
        return Ok(py::dict([])?);
    }
    let first = self_.method("value", &[])?;
    if self_.method("peek", &[])?.is_ne(&Value::str(":"))? {
        out = py::set([first.clone()])?;
        while self_.method("peek", &[])?.is_eq(&Value::str(","))? {
            {
                let object_25 = self_.clone();
                let mut value_27 = object_25.attr("at")?;
                value_27.add_assign(&Value::Int(1))?;
                object_25.set_attr("at", value_27)?;
            }
            if self_.method("peek", &[])?.is_eq(&Value::str("}"))? {
                break;
            }
            out.method("add", &[self_.method("value", &[])?])?;
        }
        self_.method("take", &[Value::str("}")])?;
        return Ok(out.clone());
    }
    {
        let object_28 = self_.clone();
        let mut value_30 = object_28.attr("at")?;
        value_30.add_assign(&Value::Int(1))?;
        object_28.set_attr("at", value_30)?;
    }
    out = py::dict([(first.clone(), self_.method("value", &[])?)])?;
    while self_.method("peek", &[])?.is_eq(&Value::str(","))? {
        {
            let object_32 = self_.clone();
            let mut value_34 = object_32.attr("at")?;
            value_34.add_assign(&Value::Int(1))?;
            object_32.set_attr("at", value_34)?;
        }
        if self_.method("peek", &[])?.is_eq(&Value::str("}"))? {
            break;
        }
        let key = self_.method("value", &[])?;
        self_.method("take", &[Value::str(":")])?;
        let value_35 = self_.method("value", &[])?;
        out.set_item(key.clone(), value_35)?;
    }
    self_.method("take", &[Value::str("}")])?;
    Ok(out.clone())
}

pub(crate) fn _reader_value(self_: Value) -> R {
    let left = self_.method("signed", &[])?;
    let c = self_.method("peek", &[])?;
    if c.truth()? && py::contained(&c, &Value::str("+-"))? {
        {
            let object_36 = self_.clone();
            let mut value_38 = object_36.attr("at")?;
            value_38.add_assign(&Value::Int(1))?;
            object_36.set_attr("at", value_38)?;
        }
        let right = self_.method("signed", &[])?;
        if !py::builtins::isinstance(
                &py::pos(
                    &[
                        left.clone(),
                        py::tuple([py::library_class("int"), py::library_class("float")]),
                    ],
                ),
            )?
            .truth()?
            || py::builtins::isinstance(
                    &py::pos(&[left.clone(), py::library_class("bool")]),
                )?
                .truth()?
            || !py::builtins::isinstance(
                    &py::pos(&[right.clone(), py::library_class("complex")]),
                )?
                .truth()?
        {
            return Err(py::exc::to_raise(&_malformed()?)?);
        }
        return Ok(
            if c.is_eq(&Value::str("+"))? {
                left.add(&right)?
            } else {
                left.sub(&right)?
            },
        );
    }
    if c.method("isalpha", &[])?.truth()? {
        let word = self_
            .attr("text")?
            .item(&py::item::slice(self_.attr("at")?, Value::None, Value::None))?
            .method("split", &[])?
            .item(&Value::Int(0))?;
        return Err(
            py::exc::to_raise(
                &if py::contained(
                    &word,
                    &py::tuple([
                        Value::str("if"),
                        Value::str("and"),
                        Value::str("or"),
                        Value::str("in"),
                        Value::str("is"),
                        Value::str("not"),
                        Value::str("for"),
                        Value::str("async"),
                    ]),
                )? {
                    _malformed()?
                } else {
                    _invalid()?
                },
            )?,
        );
    }
    if c.truth()? && !py::contained(&c, &Value::str(",:)]}"))? {
        return Err(
            py::exc::to_raise(
                &if py::contained(&c, &Value::str("*/%<>=.([|&^@"))? {
                    _malformed()?
                } else {
                    _invalid()?
                },
            )?,
        );
    }
    Ok(left.clone())
}

pub(crate) fn _reader_signed(self_: Value) -> R {
    let c = self_.method("peek", &[])?;
    if c.truth()? && py::contained(&c, &Value::str("+-"))? {
        {
            let object_39 = self_.clone();
            let mut value_41 = object_39.attr("at")?;
            value_41.add_assign(&Value::Int(1))?;
            object_39.set_attr("at", value_41)?;
        }
        let value = self_.method("signed", &[])?;
        if py::builtins::isinstance(
                &py::pos(&[value.clone(), py::library_class("bool")]),
            )?
            .truth()?
            || !py::builtins::isinstance(
                    &py::pos(
                        &[
                            value.clone(),
                            py::tuple([
                                py::library_class("int"),
                                py::library_class("float"),
                                py::library_class("complex"),
                            ]),
                        ],
                    ),
                )?
                .truth()?
        {
            return Err(py::exc::to_raise(&_malformed()?)?);
        }
        return Ok(if c.is_eq(&Value::str("-"))? { value.neg()? } else { value.clone() });
    }
    Ok(self_.method("atom", &[])?)
}

pub(crate) fn _reader_atom(self_: Value) -> R {
    let mut comma = Value::Unbound;
    let mut values = Value::Unbound;
    let c = self_.method("peek", &[])?;
    if !c.truth()? {
        return Err(py::exc::to_raise(&_invalid()?)?);
    }
    if c.is_eq(&Value::str("["))? {
        {
            let object_42 = self_.clone();
            let mut value_44 = object_42.attr("at")?;
            value_44.add_assign(&Value::Int(1))?;
            object_42.set_attr("at", value_44)?;
        }
        return Ok(self_.method("items", &[Value::str("]")])?.item(&Value::Int(0))?);
    }
    if c.is_eq(&Value::str("("))? {
        {
            let object_45 = self_.clone();
            let mut value_47 = object_45.attr("at")?;
            value_47.add_assign(&Value::Int(1))?;
            object_45.set_attr("at", value_47)?;
        }
        let [item_48, item_49] = py::unpack::<
            2,
        >(&self_.method("items", &[Value::str(")")])?)?;
        values = item_48;
        comma = item_49;
        return Ok(
            if Value::from(py::builtins::len(&values)?).is_eq(&Value::Int(1))?
                && !comma.truth()?
            {
                values.item(&Value::Int(0))?
            } else {
                py::construct::tuple(&py::pos(&[values.clone()]))?
            },
        );
    }
    if c.is_eq(&Value::str("{"))? {
        {
            let object_50 = self_.clone();
            let mut value_52 = object_50.attr("at")?;
            value_52.add_assign(&Value::Int(1))?;
            object_50.set_attr("at", value_52)?;
        }
        return Ok(self_.method("mapping", &[])?);
    }
    if c.method("isdigit", &[])?.truth()?
        || c.is_eq(&Value::str("."))?
            && self_
                .attr("text")?
                .item(
                    &py::item::slice(
                        self_.attr("at")?.add(&Value::Int(1))?,
                        self_.attr("at")?.add(&Value::Int(2))?,
                        Value::None,
                    ),
                )?
                .method("isdigit", &[])?
                .truth()?
    {
        return Ok(self_.method("number", &[])?);
    }
    if c.method("isalpha", &[])?.truth()? || c.is_eq(&Value::str("_"))?
        || py::contained(&c, &Value::str("'\""))?
    {
        return Ok(self_.method("word", &[])?);
    }
    if self_
        .attr("text")?
        .method("startswith", &[Value::str("..."), self_.attr("at")?])?
        .truth()?
    {
        {
            let object_53 = self_.clone();
            let mut value_55 = object_53.attr("at")?;
            value_55.add_assign(&Value::Int(3))?;
            object_53.set_attr("at", value_55)?;
        }
        return Ok(Value::Ellipsis);
    }
    Err(py::exc::to_raise(&_invalid()?)?)
}

pub(crate) fn _reader_number(self_: Value) -> R {
    let start = self_.attr("at")?;
    let prefix = self_
        .attr("text")?
        .item(&py::item::slice(start.clone(), start.add(&Value::Int(2))?, Value::None))?
        .method("lower", &[])?;
    while self_
        .attr("at")?
        .is_lt(&Value::from(py::builtins::len(&self_.attr("text")?)?))?
    {
        let c = self_.attr("text")?.item(&self_.attr("at")?)?;
        let exponent = {
            let left_57 = Value::Bool(py::contained(&c, &Value::str("+-"))?);
            if !left_57.truth()? {
                left_57
            } else {
                {
                    let left_58 = Value::Bool(
                        py::contained(
                            &self_
                                .attr("text")?
                                .item(&self_.attr("at")?.sub(&Value::Int(1))?)?,
                            &Value::str("eE"),
                        )?,
                    );
                    if !left_58.truth()? {
                        left_58
                    } else {
                        Value::Bool(
                            !py::contained(
                                &prefix,
                                &py::tuple([
                                    Value::str("0x"),
                                    Value::str("0o"),
                                    Value::str("0b"),
                                ]),
                            )?,
                        )
                    }
                }
            }
        };
        if !(c.method("isalnum", &[])?.truth()? || py::contained(&c, &Value::str("._"))?
            || exponent.truth()?)
        {
            break;
        }
        {
            let object_59 = self_.clone();
            let mut value_61 = object_59.attr("at")?;
            value_61.add_assign(&Value::Int(1))?;
            object_59.set_attr("at", value_61)?;
        }
    }
    let word = self_
        .attr("text")?
        .item(&py::item::slice(start.clone(), self_.attr("at")?, Value::None))?;
    let flow_64: py::Flow = 'try_62: {
        if py::attempt!(
            'try_62, py::contained(& prefix, & py::tuple([Value::str("0x"),
            Value::str("0o"), Value::str("0b")]))
        ) {
            return Ok(
                py::attempt!(
                    'try_62, py::construct::int(& py::pos(& [word.clone(),
                    Value::Int(0)]))
                ),
            );
        }
        if py::attempt!(
            'try_62, py::contained(& py::attempt!('try_62, word.item(& Value::Int(- 1))),
            & Value::str("jJ"))
        ) {
            return Ok(
                py::attempt!(
                    'try_62, py::construct::complex(& py::pos(& [Value::Float(0.0),
                    py::attempt!('try_62, py::construct::float(& py::pos(&
                    [py::attempt!('try_62, word.item(& py::item::slice(Value::None,
                    Value::Int(- 1), Value::None)))])))]))
                ),
            );
        }
        if py::attempt!('try_62, py::contained(& Value::str("."), & word))
            || py::attempt!('try_62, py::contained(& Value::str("e"), & word))
            || py::attempt!('try_62, py::contained(& Value::str("E"), & word))
        {
            return Ok(
                py::attempt!('try_62, py::construct::float(& py::pos(& [word.clone()]))),
            );
        }
        return Ok(
            py::attempt!(
                'try_62, py::construct::int(& py::pos(& [word.clone(), Value::Int(0)]))
            ),
        );
    };
    if let py::Flow::Raise(raised_63) = flow_64 {
        if raised_63.matches(&global::_ValueError.load()?)? {
            return Err(
                py::exc::to_raise_from(&_invalid()?, &Value::None)?.during(&raised_63),
            );
        } else {
            return Err(raised_63);
        }
    }
    Ok(Value::None)
}

pub(crate) fn _reader_word(self_: Value) -> R {
    let start = self_.attr("at")?;
    while self_
        .attr("at")?
        .is_lt(&Value::from(py::builtins::len(&self_.attr("text")?)?))?
        && (self_
            .attr("text")?
            .item(&self_.attr("at")?)?
            .method("isalnum", &[])?
            .truth()?
            || self_.attr("text")?.item(&self_.attr("at")?)?.is_eq(&Value::str("_"))?)
    {
        {
            let object_66 = self_.clone();
            let mut value_68 = object_66.attr("at")?;
            value_68.add_assign(&Value::Int(1))?;
            object_66.set_attr("at", value_68)?;
        }
    }
    let word = self_
        .attr("text")?
        .item(&py::item::slice(start.clone(), self_.attr("at")?, Value::None))?;
    if self_.attr("at")?.is_lt(&Value::from(py::builtins::len(&self_.attr("text")?)?))?
        && py::contained(
            &self_.attr("text")?.item(&self_.attr("at")?)?,
            &Value::str("'\""),
        )?
        && py::contained(
            &word.method("lower", &[])?,
            &py::tuple([
                Value::str(""),
                Value::str("r"),
                Value::str("b"),
                Value::str("br"),
                Value::str("rb"),
                Value::str("u"),
            ]),
        )?
    {
        return Ok(self_.method("strings", &[word.method("lower", &[])?])?);
    }
    if word.is_eq(&Value::str("True"))? {
        return Ok(Value::Bool(true));
    }
    if word.is_eq(&Value::str("False"))? {
        return Ok(Value::Bool(false));
    }
    if word.is_eq(&Value::str("None"))? {
        return Ok(Value::None);
    }
    if word.is_eq(&Value::str("set"))? {
        self_.method("take", &[Value::str("(")])?;
        self_.method("take", &[Value::str(")")])?;
        return Ok(py::construct::set(&py::Args::none())?);
    }
    Err(py::exc::to_raise(&_malformed()?)?)
}

pub(crate) fn _reader_strings(self_: Value, mut prefix: Value) -> R {
    let mut out = self_.method("string", &[prefix.clone()])?;
    loop {
        let c = self_.method("peek", &[])?;
        let start = self_.attr("at")?;
        while c.method("isalpha", &[])?.truth()?
            && self_
                .attr("at")?
                .is_lt(&Value::from(py::builtins::len(&self_.attr("text")?)?))?
            && self_
                .attr("text")?
                .item(&self_.attr("at")?)?
                .method("isalpha", &[])?
                .truth()?
        {
            {
                let object_71 = self_.clone();
                let mut value_73 = object_71.attr("at")?;
                value_73.add_assign(&Value::Int(1))?;
                object_71.set_attr("at", value_73)?;
            }
        }
        let quoted = {
            let left_74 = self_
                .attr("at")?
                .lt(&Value::from(py::builtins::len(&self_.attr("text")?)?))?;
            if !left_74.truth()? {
                left_74
            } else {
                Value::Bool(
                    py::contained(
                        &self_.attr("text")?.item(&self_.attr("at")?)?,
                        &Value::str("'\""),
                    )?,
                )
            }
        };
        prefix = self_
            .attr("text")?
            .item(&py::item::slice(start.clone(), self_.attr("at")?, Value::None))?
            .method("lower", &[])?;
        if !quoted.truth()?
            || !py::contained(
                &prefix,
                &py::tuple([
                    Value::str(""),
                    Value::str("r"),
                    Value::str("b"),
                    Value::str("br"),
                    Value::str("rb"),
                    Value::str("u"),
                ]),
            )?
        {
            self_.set_attr("at", start.clone())?;
            return Ok(out.clone());
        }
        let more = self_.method("string", &[prefix.clone()])?;
        if py::builtins::isinstance(&py::pos(&[out.clone(), py::library_class("str")]))?
            .is_ne(
                &py::builtins::isinstance(
                    &py::pos(&[more.clone(), py::library_class("str")]),
                )?,
            )?
        {
            return Err(py::exc::to_raise(&_invalid()?)?);
        }
        out = out.add(&more)?;
    }
}

pub(crate) fn _reader_string(self_: Value, prefix: Value) -> R {
    let mut quote = self_.attr("text")?.item(&self_.attr("at")?)?;
    if self_
        .attr("text")?
        .method("startswith", &[quote.mul(&Value::Int(3))?, self_.attr("at")?])?
        .truth()?
    {
        quote = quote.mul(&Value::Int(3))?;
    }
    {
        let object_75 = self_.clone();
        let mut value_77 = object_75.attr("at")?;
        value_77.add_assign(&Value::from(py::builtins::len(&quote)?))?;
        object_75.set_attr("at", value_77)?;
    }
    let out = py::list([]);
    while !self_
        .attr("text")?
        .method("startswith", &[quote.clone(), self_.attr("at")?])?
        .truth()?
    {
        if self_
            .attr("at")?
            .is_ge(&Value::from(py::builtins::len(&self_.attr("text")?)?))?
        {
            return Err(py::exc::to_raise(&_invalid()?)?);
        }
        let mut c = self_.attr("text")?.item(&self_.attr("at")?)?;
        {
            let object_79 = self_.clone();
            let mut value_81 = object_79.attr("at")?;
            value_81.add_assign(&Value::Int(1))?;
            object_79.set_attr("at", value_81)?;
        }
        if c.is_eq(&Value::str("\n"))?
            && Value::from(py::builtins::len(&quote)?).is_eq(&Value::Int(1))?
        {
            return Err(py::exc::to_raise(&_invalid()?)?);
        }
        if c.is_eq(&Value::str("\\"))? && py::contained(&Value::str("r"), &prefix)? {
            out.method("append", &[c.clone()])?;
            c = self_
                .attr("text")?
                .item(
                    &py::item::slice(
                        self_.attr("at")?,
                        self_.attr("at")?.add(&Value::Int(1))?,
                        Value::None,
                    ),
                )?;
            {
                let object_82 = self_.clone();
                let mut value_84 = object_82.attr("at")?;
                value_84.add_assign(&Value::Int(1))?;
                object_82.set_attr("at", value_84)?;
            }
        } else if c.is_eq(&Value::str("\\"))? {
            c = self_
                .method(
                    "escape",
                    &[Value::Bool(py::contained(&Value::str("b"), &prefix)?)],
                )?;
        }
        out.method("append", &[c.clone()])?;
    }
    {
        let object_85 = self_.clone();
        let mut value_87 = object_85.attr("at")?;
        value_87.add_assign(&Value::from(py::builtins::len(&quote)?))?;
        object_85.set_attr("at", value_87)?;
    }
    let text = Value::str("").method("join", &[out.clone()])?;
    if !py::contained(&Value::str("b"), &prefix)? {
        return Ok(text.clone());
    }
    if py::builtins::any(
            &py::pos(
                &[
                    {
                        async fn body_90(yielder: py::Yielder, u2e0: Value) -> R {
                            let mut iter_88 = py::iter::iter(&u2e0)?;
                            while let Some(c) = iter_88.next()? {
                                yielder
                                    .give(
                                        py::builtins::ord(&py::pos(&[c.clone()]))?
                                            .gt(&Value::Int(255))?,
                                    )
                                    .await?;
                            }
                            Ok(Value::None)
                        }
                        let arg_91 = py::iter::started(&text.clone())?;
                        py::generator(
                            "<genexpr>",
                            move |yielder| body_90(yielder, arg_91),
                        )
                    },
                ],
            ),
        )?
        .truth()?
    {
        return Err(py::exc::to_raise(&_invalid()?)?);
    }
    Ok(text.method("encode", &[Value::str("latin-1")])?)
}

pub(crate) fn _reader_escape(self_: Value, is_bytes: Value) -> R {
    let mut digits = Value::Unbound;
    let c = self_
        .attr("text")?
        .item(
            &py::item::slice(
                self_.attr("at")?,
                self_.attr("at")?.add(&Value::Int(1))?,
                Value::None,
            ),
        )?;
    {
        let object_92 = self_.clone();
        let mut value_94 = object_92.attr("at")?;
        value_94.add_assign(&Value::Int(1))?;
        object_92.set_attr("at", value_94)?;
    }
    if py::contained(&c, &global::_ESCAPES.load()?)? {
        return Ok(global::_ESCAPES.load()?.item(&c)?);
    }
    if c.truth()? && py::contained(&c, &Value::str("01234567"))? {
        digits = c.clone();
        while Value::from(py::builtins::len(&digits)?).is_lt(&Value::Int(3))?
            && self_
                .attr("text")?
                .item(
                    &py::item::slice(
                        self_.attr("at")?,
                        self_.attr("at")?.add(&Value::Int(1))?,
                        Value::None,
                    ),
                )?
                .truth()?
            && py::contained(
                &self_.attr("text")?.item(&self_.attr("at")?)?,
                &Value::str("01234567"),
            )?
        {
            digits.add_assign(&self_.attr("text")?.item(&self_.attr("at")?)?)?;
            {
                let object_96 = self_.clone();
                let mut value_98 = object_96.attr("at")?;
                value_98.add_assign(&Value::Int(1))?;
                object_96.set_attr("at", value_98)?;
            }
        }
        return Ok(
            py::builtins::chr(
                &py::pos(
                    &[py::construct::int(&py::pos(&[digits.clone(), Value::Int(8)]))?],
                ),
            )?,
        );
    }
    if py::contained(&c, &global::_HEX.load()?)?
        && (c.is_eq(&Value::str("x"))? || !is_bytes.truth()?)
    {
        digits = self_
            .attr("text")?
            .item(
                &py::item::slice(
                    self_.attr("at")?,
                    self_.attr("at")?.add(&global::_HEX.load()?.item(&c)?)?,
                    Value::None,
                ),
            )?;
        {
            let object_99 = self_.clone();
            let mut value_101 = object_99.attr("at")?;
            value_101.add_assign(&Value::from(py::builtins::len(&digits)?))?;
            object_99.set_attr("at", value_101)?;
        }
        if Value::from(py::builtins::len(&digits)?)
            .is_lt(&global::_HEX.load()?.item(&c)?)?
            || !py::builtins::all(
                    &py::pos(
                        &[
                            {
                                async fn body_104(yielder: py::Yielder, u2e0: Value) -> R {
                                    let mut iter_102 = py::iter::iter(&u2e0)?;
                                    while let Some(d) = iter_102.next()? {
                                        yielder
                                            .give(
                                                Value::Bool(
                                                    py::contained(&d, &Value::str("0123456789abcdefABCDEF"))?,
                                                ),
                                            )
                                            .await?;
                                    }
                                    Ok(Value::None)
                                }
                                let arg_105 = py::iter::started(&digits.clone())?;
                                py::generator(
                                    "<genexpr>",
                                    move |yielder| body_104(yielder, arg_105),
                                )
                            },
                        ],
                    ),
                )?
                .truth()?
        {
            return Err(py::exc::to_raise(&_invalid()?)?);
        }
        return Ok(
            py::builtins::chr(
                &py::pos(
                    &[py::construct::int(&py::pos(&[digits.clone(), Value::Int(16)]))?],
                ),
            )?,
        );
    }
    if c.is_eq(&Value::str("N"))? && !is_bytes.truth()? {
        py::library::sys::_stop(
            &py::pos(
                &[
                    Value::str(
                        "batuta: PY0206 names of characters in `ast.literal_eval` are not converted",
                    ),
                ],
            ),
        )?;
    }
    Ok(Value::str("\\").add(&c)?)
}

pub(crate) fn literal_eval(node_or_string: Value) -> R {
    let mut comma = Value::Unbound;
    let mut values = Value::Unbound;
    if !py::builtins::isinstance(
            &py::pos(&[node_or_string.clone(), py::library_class("str")]),
        )?
        .truth()?
    {
        return Err(py::exc::to_raise(&_malformed()?)?);
    }
    let reader = py::call::call(
        &global::_Reader.load()?,
        &py::pos(&[node_or_string.method("lstrip", &[Value::str(" \t")])?]),
    )?;
    let [item_107, item_108] = py::unpack::<
        2,
    >(&py::tuple([py::list([reader.method("value", &[])?]), Value::Bool(false)]))?;
    values = item_107;
    comma = item_108;
    while reader.method("peek", &[])?.is_eq(&Value::str(","))? {
        comma = Value::Bool(true);
        {
            let object_110 = reader.clone();
            let mut value_112 = object_110.attr("at")?;
            value_112.add_assign(&Value::Int(1))?;
            object_110.set_attr("at", value_112)?;
        }
        if reader.method("peek", &[])?.truth()? {
            values.method("append", &[reader.method("value", &[])?])?;
        }
    }
    if reader.method("peek", &[])?.truth()? {
        return Err(py::exc::to_raise(&_invalid()?)?);
    }
    Ok(
        if comma.truth()? {
            py::construct::tuple(&py::pos(&[values.clone()]))?
        } else {
            values.item(&Value::Int(0))?
        },
    )
}

/// The statements of `ast.py`.
pub(crate) fn run() -> R<()> {
    global::_ValueError.store(py::exception("ValueError"));
    global::_SyntaxError.store(py::exception("SyntaxError"));
    global::_message.store(py::def("_message", "", [], _message));
    global::_malformed.store(py::def("_malformed", "", [], _malformed));
    global::_invalid.store(py::def("_invalid", "", [], _invalid));
    global::_ESCAPES
        .store(
            py::dict([
                (Value::str("n"), Value::str("\n")),
                (Value::str("t"), Value::str("\t")),
                (Value::str("r"), Value::str("\r")),
                (Value::str("\\"), Value::str("\\")),
                (Value::str("'"), Value::str("'")),
                (Value::str("\""), Value::str("\"")),
                (Value::str("a"), Value::str("\u{7}")),
                (Value::str("b"), Value::str("\u{8}")),
                (Value::str("f"), Value::str("\u{c}")),
                (Value::str("v"), Value::str("\u{b}")),
                (Value::str("\n"), Value::str("")),
            ])?,
        );
    global::_HEX
        .store(
            py::dict([
                (Value::str("x"), Value::Int(2)),
                (Value::str("u"), Value::Int(4)),
                (Value::str("U"), Value::Int(8)),
            ])?,
        );
    global::_Reader
        .store({
            let class = py::ClassBody::new("_Reader", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def("_Reader.__init__", "self, text", [], _reader_init),
                );
            class.set("peek", py::def("_Reader.peek", "self", [], _reader_peek));
            class.set("take", py::def("_Reader.take", "self, wanted", [], _reader_take));
            class.set("items", py::def("_Reader.items", "self, end", [], _reader_items));
            class
                .set("mapping", py::def("_Reader.mapping", "self", [], _reader_mapping));
            class.set("value", py::def("_Reader.value", "self", [], _reader_value));
            class.set("signed", py::def("_Reader.signed", "self", [], _reader_signed));
            class.set("atom", py::def("_Reader.atom", "self", [], _reader_atom));
            class.set("number", py::def("_Reader.number", "self", [], _reader_number));
            class.set("word", py::def("_Reader.word", "self", [], _reader_word));
            class
                .set(
                    "strings",
                    py::def("_Reader.strings", "self, prefix", [], _reader_strings),
                );
            class
                .set(
                    "string",
                    py::def("_Reader.string", "self, prefix", [], _reader_string),
                );
            class
                .set(
                    "escape",
                    py::def("_Reader.escape", "self, is_bytes", [], _reader_escape),
                );
            class.finish(&[])?
        });
    global::literal_eval
        .store(py::def("literal_eval", "node_or_string", [], literal_eval));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library ast") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "literal_eval" => global::literal_eval.load(),
        _ => Ok(Value::None),
    }
}
