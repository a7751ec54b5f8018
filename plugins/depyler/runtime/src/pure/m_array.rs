//! Arrays of numbers.
//!
//! @generated from `runtime/pure/array.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "array";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static ArrayType : Global = const { Global::new("ArrayType") }; pub
        (crate) static _INTS : Global = const { Global::new("_INTS") }; pub (crate)
        static array : Global = const { Global::new("array") }; pub (crate) static
        typecodes : Global = const { Global::new("typecodes") };
    }
}

pub(crate) fn array_init(self_: Value, typecode: Value, initializer: Value) -> R {
    if !py::contained(&typecode, &global::typecodes.load()?)? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)",
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    self_.set_attr("typecode", typecode.clone())?;
    self_
        .set_attr(
            "itemsize",
            if py::contained(&typecode, &Value::str("uf"))? {
                Value::Int(4)
            } else {
                if typecode.is_eq(&Value::str("d"))? {
                    Value::Int(8)
                } else {
                    global::_INTS.load()?.item(&typecode)?
                }
            },
        )?;
    self_.set_attr("_items", py::list([]))?;
    if py::builtins::isinstance(
            &py::pos(
                &[
                    initializer.clone(),
                    py::tuple([
                        py::library_class("bytes"),
                        py::library_class("bytearray"),
                    ]),
                ],
            ),
        )?
        .truth()?
    {
        self_.method("frombytes", &[initializer.clone()])?;
    } else if py::builtins::isinstance(
            &py::pos(&[initializer.clone(), py::library_class("str")]),
        )?
        .truth()?
    {
        if typecode.is_ne(&Value::str("u"))? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("TypeError"),
                        &py::pos(
                            &[
                                Value::str(
                                        "cannot use a str to initialize an array with typecode '",
                                    )
                                    .add(&typecode)?
                                    .add(&Value::str("'"))?,
                            ],
                        ),
                    )?,
                )?,
            );
        }
        self_
            .set_attr("_items", py::construct::list(&py::pos(&[initializer.clone()]))?)?;
    } else {
        self_
            .set_attr(
                "_items",
                {
                    let mut out_3 = Vec::new();
                    let mut iter_4 = py::iter::iter(&initializer)?;
                    while let Some(x) = iter_4.next()? {
                        out_3.push(self_.method("_checked", &[x.clone()])?);
                    }
                    Value::list(out_3)
                },
            )?;
    }
    Ok(Value::None)
}

pub(crate) fn array_checked(self_: Value, mut value: Value) -> R {
    let mut high = Value::Unbound;
    let mut low = Value::Unbound;
    let mut names = Value::Unbound;
    let code = self_.attr("typecode")?;
    if code.is_eq(&Value::str("u"))? {
        if !py::builtins::isinstance(
                &py::pos(&[value.clone(), py::library_class("str")]),
            )?
            .truth()? || Value::from(py::builtins::len(&value)?).is_ne(&Value::Int(1))?
        {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("TypeError"),
                        &py::pos(
                            &[
                                Value::str("array item must be a unicode character, not ")
                                    .add(
                                        &py::construct::type_(&py::pos(&[value.clone()]))?
                                            .attr("__name__")?,
                                    )?,
                            ],
                        ),
                    )?,
                )?,
            );
        }
        return Ok(value.clone());
    }
    if code.is_eq(&Value::str("d"))? {
        if !py::builtins::isinstance(
                &py::pos(
                    &[
                        value.clone(),
                        py::tuple([py::library_class("int"), py::library_class("float")]),
                    ],
                ),
            )?
            .truth()?
        {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("TypeError"),
                        &py::pos(
                            &[
                                Value::str("must be real number, not ")
                                    .add(
                                        &py::construct::type_(&py::pos(&[value.clone()]))?
                                            .attr("__name__")?,
                                    )?,
                            ],
                        ),
                    )?,
                )?,
            );
        }
        return Ok(py::construct::float(&py::pos(&[value.clone()]))?);
    }
    if code.is_eq(&Value::str("f"))? {
        if !py::builtins::isinstance(
                &py::pos(
                    &[
                        value.clone(),
                        py::tuple([py::library_class("int"), py::library_class("float")]),
                    ],
                ),
            )?
            .truth()?
        {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("TypeError"),
                        &py::pos(
                            &[
                                Value::str("must be real number, not ")
                                    .add(
                                        &py::construct::type_(&py::pos(&[value.clone()]))?
                                            .attr("__name__")?,
                                    )?,
                            ],
                        ),
                    )?,
                )?,
            );
        }
        return Ok(
            py::call::call(
                    &py::pure::load("struct", "unpack")?,
                    &py::pos(
                        &[
                            Value::str("<f"),
                            py::call::call(
                                &py::pure::load("struct", "pack")?,
                                &py::pos(
                                    &[
                                        Value::str("<f"),
                                        py::construct::float(&py::pos(&[value.clone()]))?,
                                    ],
                                ),
                            )?,
                        ],
                    ),
                )?
                .item(&Value::Int(0))?,
        );
    }
    if !py::builtins::isinstance(&py::pos(&[value.clone(), py::library_class("int")]))?
        .truth()?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "'{}' object cannot be interpreted as an integer",
                                    py::show(& py::construct::type_(& py::pos(& [value
                                    .clone()])) ?.attr("__name__") ?) ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    value = py::construct::int(&py::pos(&[value.clone()]))?;
    let bits = self_.attr("itemsize")?.mul(&Value::Int(8))?;
    let [item_11, item_12] = py::unpack::<
        2,
    >(
        &if py::contained(&code, &Value::str("bhilq"))? {
            py::tuple([
                Value::Int(1).shl(&bits.sub(&Value::Int(1))?)?.neg()?,
                Value::Int(1).shl(&bits.sub(&Value::Int(1))?)?.sub(&Value::Int(1))?,
            ])
        } else {
            py::tuple([Value::Int(0), Value::Int(1).shl(&bits)?.sub(&Value::Int(1))?])
        },
    )?;
    low = item_11;
    high = item_12;
    if value.is_lt(&low)? {
        names = py::dict([
            (Value::str("b"), Value::str("signed char")),
            (Value::str("B"), Value::str("unsigned byte integer")),
            (Value::str("h"), Value::str("signed short integer")),
            (Value::str("H"), Value::str("unsigned short")),
            (Value::str("i"), Value::str("signed integer")),
            (Value::str("I"), Value::str("unsigned int")),
        ])?;
        if py::contained(&code, &Value::str("IL"))? || code.is_eq(&Value::str("Q"))? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("OverflowError"),
                        &py::pos(
                            &[Value::str("can't convert negative value to unsigned int")],
                        ),
                    )?,
                )?,
            );
        }
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("OverflowError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "{} is less than minimum", py::show(& names.method("get", &
                                    [code.clone(), Value::str("int")]) ?) ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    if value.is_gt(&high)? {
        names = py::dict([
            (Value::str("b"), Value::str("signed char")),
            (Value::str("B"), Value::str("unsigned byte integer")),
            (Value::str("h"), Value::str("signed short integer")),
            (Value::str("H"), Value::str("unsigned short")),
            (Value::str("i"), Value::str("signed integer")),
            (Value::str("I"), Value::str("unsigned int")),
        ])?;
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("OverflowError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "{} is greater than maximum", py::show(& names.method("get",
                                    & [code.clone(), Value::str("int")]) ?) ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    Ok(value.clone())
}

pub(crate) fn array_made(self_: Value, items: Value) -> R {
    let made = py::call::call(
        &global::array.load()?,
        &py::pos(&[self_.attr("typecode")?]),
    )?;
    made.set_attr("_items", items.clone())?;
    Ok(made.clone())
}

pub(crate) fn array_len(self_: Value) -> R {
    Ok(Value::from(py::builtins::len(&self_.attr("_items")?)?))
}

pub(crate) fn array_iter(self_: Value) -> R {
    Ok(py::builtins::iter(&py::pos(&[self_.attr("_items")?]))?)
}

pub(crate) fn array_reversed(self_: Value) -> R {
    Ok(py::construct::reversed(&py::pos(&[self_.attr("_items")?]))?)
}

pub(crate) fn array_contains(self_: Value, value: Value) -> R {
    Ok(Value::Bool(py::contained(&value, &self_.attr("_items")?)?))
}

pub(crate) fn array_getitem(self_: Value, index: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[index.clone(), py::library_class("slice")]))?
        .truth()?
    {
        return Ok(self_.method("_made", &[self_.attr("_items")?.item(&index)?])?);
    }
    let flow_19: py::Flow = 'try_17: {
        return Ok(
            py::attempt!(
                'try_17, py::attempt!('try_17, self_.attr("_items")) .item(& index)
            ),
        );
    };
    if let py::Flow::Raise(raised_18) = flow_19 {
        if raised_18.is_a("IndexError") {
            return Err(
                py::exc::to_raise_from(
                        &py::call::call(
                            &py::exception("IndexError"),
                            &py::pos(&[Value::str("array index out of range")]),
                        )?,
                        &Value::None,
                    )?
                    .during(&raised_18),
            );
        } else {
            return Err(raised_18);
        }
    }
    Ok(Value::None)
}

pub(crate) fn array_setitem(self_: Value, index: Value, mut value: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[index.clone(), py::library_class("slice")]))?
        .truth()?
    {
        if !py::builtins::isinstance(&py::pos(&[value.clone(), global::array.load()?]))?
            .truth()?
        {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("TypeError"),
                        &py::pos(
                            &[
                                Value::str(
                                    format!(
                                        "can only assign array (not \"{}\") to array slice",
                                        py::show(& py::construct::type_(& py::pos(& [value
                                        .clone()])) ?.attr("__name__") ?) ?
                                    ),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        let value_22 = value.attr("_items")?;
        self_.attr("_items")?.set_item(index.clone(), value_22)?;
        return Ok(Value::None);
    }
    value = self_.method("_checked", &[value.clone()])?;
    let flow_26: py::Flow = 'try_23: {
        let value_24 = value.clone();
        py::attempt!(
            'try_23, py::attempt!('try_23, self_.attr("_items")) .set_item(index.clone(),
            value_24)
        );
        py::Flow::Next
    };
    if let py::Flow::Raise(raised_25) = flow_26 {
        if raised_25.is_a("IndexError") {
            return Err(
                py::exc::to_raise_from(
                        &py::call::call(
                            &py::exception("IndexError"),
                            &py::pos(
                                &[Value::str("array assignment index out of range")],
                            ),
                        )?,
                        &Value::None,
                    )?
                    .during(&raised_25),
            );
        } else {
            return Err(raised_25);
        }
    }
    Ok(Value::None)
}

pub(crate) fn array_delitem(self_: Value, index: Value) -> R {
    self_.attr("_items")?.del_item(&index)?;
    Ok(Value::None)
}

pub(crate) fn array_eq(self_: Value, other: Value) -> R {
    Ok(
        if py::builtins::isinstance(&py::pos(&[other.clone(), global::array.load()?]))?
            .truth()?
        {
            self_.attr("_items")?.eq(&other.attr("_items")?)?
        } else {
            Value::NotImplemented
        },
    )
}

pub(crate) fn array_lt(self_: Value, other: Value) -> R {
    Ok(self_.attr("_items")?.lt(&other.attr("_items")?)?)
}

pub(crate) fn array_le(self_: Value, other: Value) -> R {
    Ok(self_.attr("_items")?.le(&other.attr("_items")?)?)
}

pub(crate) fn array_gt(self_: Value, other: Value) -> R {
    Ok(self_.attr("_items")?.gt(&other.attr("_items")?)?)
}

pub(crate) fn array_ge(self_: Value, other: Value) -> R {
    Ok(self_.attr("_items")?.ge(&other.attr("_items")?)?)
}

pub(crate) fn array_add(self_: Value, other: Value) -> R {
    if !py::builtins::isinstance(&py::pos(&[other.clone(), global::array.load()?]))?
        .truth()?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "can only append array (not \"{}\") to array", py::show(&
                                    py::construct::type_(& py::pos(& [other.clone()]))
                                    ?.attr("__name__") ?) ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    Ok(self_.method("_made", &[self_.attr("_items")?.add(&other.attr("_items")?)?])?)
}

pub(crate) fn array_iadd(self_: Value, other: Value) -> R {
    if !py::builtins::isinstance(&py::pos(&[other.clone(), global::array.load()?]))?
        .truth()?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "can only extend with array (not \"{}\")", py::show(&
                                    py::construct::type_(& py::pos(& [other.clone()]))
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
        let object_30 = self_.clone();
        let mut value_32 = object_30.attr("_items")?;
        value_32.add_assign(&other.attr("_items")?)?;
        object_30.set_attr("_items", value_32)?;
    }
    Ok(self_.clone())
}

pub(crate) fn array_mul(self_: Value, n: Value) -> R {
    Ok(self_.method("_made", &[self_.attr("_items")?.mul(&n)?])?)
}

pub(crate) fn array_imul(self_: Value, n: Value) -> R {
    {
        let object_33 = self_.clone();
        let mut value_35 = object_33.attr("_items")?;
        value_35.mul_assign(&n)?;
        object_33.set_attr("_items", value_35)?;
    }
    Ok(self_.clone())
}

pub(crate) fn array_copy(self_: Value) -> R {
    Ok(
        self_
            .method(
                "_made",
                &[py::construct::list(&py::pos(&[self_.attr("_items")?]))?],
            )?,
    )
}

pub(crate) fn array_deepcopy(self_: Value, memo: Value) -> R {
    Ok(
        self_
            .method(
                "_made",
                &[py::construct::list(&py::pos(&[self_.attr("_items")?]))?],
            )?,
    )
}

pub(crate) fn array_repr(self_: Value) -> R {
    if !self_.attr("_items")?.truth()? {
        return Ok(
            Value::str(format!("array('{}')", py::show(& self_.attr("typecode") ?) ?)),
        );
    }
    if self_.attr("typecode")?.is_eq(&Value::str("u"))? {
        return Ok(
            Value::str(
                format!(
                    "array('u', {})", py::fmt(& Value::str("").method("join", & [self_
                    .attr("_items") ?]) ?, 'r', "") ?
                ),
            ),
        );
    }
    Ok(
        Value::str(
            format!(
                "array('{}', {})", py::show(& self_.attr("typecode") ?) ?, py::fmt(&
                self_.attr("_items") ?, 'r', "") ?
            ),
        ),
    )
}

pub(crate) fn array_append(self_: Value, value: Value) -> R {
    self_
        .attr("_items")?
        .method("append", &[self_.method("_checked", &[value.clone()])?])?;
    Ok(Value::None)
}

pub(crate) fn array_extend(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::array.load()?]))?
        .truth()?
    {
        if other.attr("typecode")?.is_ne(&self_.attr("typecode")?)? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("TypeError"),
                        &py::pos(
                            &[Value::str("can only extend with array of same kind")],
                        ),
                    )?,
                )?,
            );
        }
        self_.attr("_items")?.method("extend", &[other.attr("_items")?])?;
    } else {
        let mut iter_37 = py::iter::iter(&other)?;
        while let Some(value) = iter_37.next()? {
            self_
                .attr("_items")?
                .method("append", &[self_.method("_checked", &[value.clone()])?])?;
        }
    }
    Ok(Value::None)
}

pub(crate) fn array_insert(self_: Value, index: Value, value: Value) -> R {
    self_
        .attr("_items")?
        .method(
            "insert",
            &[index.clone(), self_.method("_checked", &[value.clone()])?],
        )?;
    Ok(Value::None)
}

pub(crate) fn array_pop(self_: Value, index: Value) -> R {
    if !self_.attr("_items")?.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("IndexError"),
                    &py::pos(&[Value::str("pop from empty array")]),
                )?,
            )?,
        );
    }
    let flow_42: py::Flow = 'try_40: {
        return Ok(
            py::attempt!(
                'try_40, py::attempt!('try_40, self_.attr("_items")) .method("pop", &
                [index.clone()])
            ),
        );
    };
    if let py::Flow::Raise(raised_41) = flow_42 {
        if raised_41.is_a("IndexError") {
            return Err(
                py::exc::to_raise_from(
                        &py::call::call(
                            &py::exception("IndexError"),
                            &py::pos(&[Value::str("pop index out of range")]),
                        )?,
                        &Value::None,
                    )?
                    .during(&raised_41),
            );
        } else {
            return Err(raised_41);
        }
    }
    Ok(Value::None)
}

pub(crate) fn array_remove(self_: Value, value: Value) -> R {
    if !py::contained(&value, &self_.attr("_items")?)? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("array.remove(x): x not in array")]),
                )?,
            )?,
        );
    }
    self_.attr("_items")?.method("remove", &[value.clone()])?;
    Ok(Value::None)
}

pub(crate) fn array_index(self_: Value, value: Value, rest: Value) -> R {
    let flow_51: py::Flow = 'try_45: {
        return Ok({
            let object_46 = py::attempt!('try_45, self_.attr("_items")).clone();
            let args_47: Vec<Value> = {
                let mut items_49 = Vec::new();
                items_49.push(value.clone());
                items_49.extend(py::attempt!('try_45, py::iter::to_vec(& rest)));
                items_49
            };
            py::attempt!(
                'try_45, py::call::call_method_with(& object_46, "index", & py::pos(&
                args_47))
            )
        });
    };
    if let py::Flow::Raise(raised_50) = flow_51 {
        if raised_50.is_a("ValueError") {
            return Err(
                py::exc::to_raise_from(
                        &py::call::call(
                            &py::exception("ValueError"),
                            &py::pos(&[Value::str("array.index(x): x not in array")]),
                        )?,
                        &Value::None,
                    )?
                    .during(&raised_50),
            );
        } else {
            return Err(raised_50);
        }
    }
    Ok(Value::None)
}

pub(crate) fn array_count(self_: Value, value: Value) -> R {
    Ok(self_.attr("_items")?.method("count", &[value.clone()])?)
}

pub(crate) fn array_reverse(self_: Value) -> R {
    self_.attr("_items")?.method("reverse", &[])?;
    Ok(Value::None)
}

pub(crate) fn array_tolist(self_: Value) -> R {
    Ok(py::construct::list(&py::pos(&[self_.attr("_items")?]))?)
}

pub(crate) fn array_buffer_info(self_: Value) -> R {
    Ok(
        py::tuple([
            py::builtins::id(&py::pos(&[self_.clone()]))?,
            Value::from(py::builtins::len(&self_.attr("_items")?)?),
        ]),
    )
}

pub(crate) fn array_format(self_: Value) -> R {
    Ok(
        py::dict([
                (Value::str("l"), Value::str("q")),
                (Value::str("L"), Value::str("Q")),
            ])?
            .method("get", &[self_.attr("typecode")?, self_.attr("typecode")?])?,
    )
}

pub(crate) fn array_tobytes(self_: Value) -> R {
    if self_.attr("typecode")?.is_eq(&Value::str("u"))? {
        return Ok(
            Value::str("")
                .method("join", &[self_.attr("_items")?])?
                .method("encode", &[Value::str("utf-32-le")])?,
        );
    }
    Ok({
        let function_53 = py::pure::load("struct", "pack")?;
        let args_54: Vec<Value> = {
            let mut items_56 = Vec::new();
            items_56
                .push(
                    Value::str(
                        format!(
                            "<{}{}", py::show(& Value::from(py::builtins::len(& self_
                            .attr("_items") ?) ?)) ?, py::show(& self_.method("_format",
                            & []) ?) ?
                        ),
                    ),
                );
            items_56.extend(py::iter::to_vec(&self_.attr("_items")?)?);
            items_56
        };
        py::call::call(&function_53, &py::pos(&args_54))?
    })
}

pub(crate) fn array_frombytes(self_: Value, data: Value) -> R {
    if Value::from(py::builtins::len(&data)?).modulo(&self_.attr("itemsize")?)?.truth()?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("bytes length not a multiple of item size")]),
                )?,
            )?,
        );
    }
    if self_.attr("typecode")?.is_eq(&Value::str("u"))? {
        {
            let object_58 = self_.clone();
            let mut value_60 = object_58.attr("_items")?;
            value_60
                .add_assign(
                    &py::construct::list(
                        &py::pos(
                            &[
                                py::construct::bytes(&py::pos(&[data.clone()]))?
                                    .method("decode", &[Value::str("utf-32-le")])?,
                            ],
                        ),
                    )?,
                )?;
            object_58.set_attr("_items", value_60)?;
        }
    } else {
        {
            let object_61 = self_.clone();
            let mut value_63 = object_61.attr("_items")?;
            value_63
                .add_assign(
                    &py::call::call(
                        &py::pure::load("struct", "unpack")?,
                        &py::pos(
                            &[
                                Value::str(
                                    format!(
                                        "<{}{}", py::show(& Value::from(py::builtins::len(& data) ?)
                                        .floor_div(& self_.attr("itemsize") ?) ?) ?, py::show(&
                                        self_.method("_format", & []) ?) ?
                                    ),
                                ),
                                data.clone(),
                            ],
                        ),
                    )?,
                )?;
            object_61.set_attr("_items", value_63)?;
        }
    }
    Ok(Value::None)
}

pub(crate) fn array_tounicode(self_: Value) -> R {
    Ok(Value::str("").method("join", &[self_.attr("_items")?])?)
}

pub(crate) fn array_fromunicode(self_: Value, text: Value) -> R {
    {
        let object_65 = self_.clone();
        let mut value_67 = object_65.attr("_items")?;
        value_67.add_assign(&py::construct::list(&py::pos(&[text.clone()]))?)?;
        object_65.set_attr("_items", value_67)?;
    }
    Ok(Value::None)
}

pub(crate) fn array_tofile(self_: Value, file: Value) -> R {
    file.method("write", &[self_.method("tobytes", &[])?])?;
    Ok(Value::None)
}

pub(crate) fn array_fromfile(self_: Value, file: Value, n: Value) -> R {
    let data = file.method("read", &[n.mul(&self_.attr("itemsize")?)?])?;
    self_.method("frombytes", &[data.clone()])?;
    if Value::from(py::builtins::len(&data)?).is_lt(&n.mul(&self_.attr("itemsize")?)?)? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("EOFError"),
                    &py::pos(&[Value::str("read() didn't return enough bytes")]),
                )?,
            )?,
        );
    }
    Ok(Value::None)
}

pub(crate) fn array_byteswap(self_: Value) -> R {
    let data = self_.method("tobytes", &[])?;
    let size = self_.attr("itemsize")?;
    let swapped = py::bytes::literal(b"")
        .method(
            "join",
            &[
                {
                    async fn body_71(
                        yielder: py::Yielder,
                        data: Value,
                        size: Value,
                        u2e0: Value,
                    ) -> R {
                        let mut iter_69 = py::iter::iter(&u2e0)?;
                        while let Some(i) = iter_69.next()? {
                            yielder
                                .give(
                                    data
                                        .item(
                                            &py::item::slice(i.clone(), i.add(&size)?, Value::None),
                                        )?
                                        .item(
                                            &py::item::slice(Value::None, Value::None, Value::Int(-1)),
                                        )?,
                                )
                                .await?;
                        }
                        Ok(Value::None)
                    }
                    let data = data.clone();
                    let size = size.clone();
                    let arg_72 = py::iter::started(
                        &py::construct::range(
                            &py::pos(
                                &[
                                    Value::Int(0),
                                    Value::from(py::builtins::len(&data)?),
                                    size.clone(),
                                ],
                            ),
                        )?,
                    )?;
                    py::generator(
                        "<genexpr>",
                        move |yielder| body_71(yielder, data, size, arg_72),
                    )
                },
            ],
        )?;
    self_.set_attr("_items", py::list([]))?;
    self_.method("frombytes", &[swapped.clone()])?;
    Ok(Value::None)
}

/// The statements of `array.py`.
pub(crate) fn run() -> R<()> {
    global::typecodes.store(Value::str("bBuhHiIlLqQfd"));
    global::_INTS
        .store(
            py::dict([
                (Value::str("b"), Value::Int(1)),
                (Value::str("B"), Value::Int(1)),
                (Value::str("h"), Value::Int(2)),
                (Value::str("H"), Value::Int(2)),
                (Value::str("i"), Value::Int(4)),
                (Value::str("I"), Value::Int(4)),
                (Value::str("l"), Value::Int(8)),
                (Value::str("L"), Value::Int(8)),
                (Value::str("q"), Value::Int(8)),
                (Value::str("Q"), Value::Int(8)),
            ])?,
        );
    global::array
        .store({
            let class = py::ClassBody::new("array", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "array.__init__",
                        "self, typecode, initializer=",
                        [py::tuple([])],
                        array_init,
                    ),
                );
            class
                .set(
                    "_checked",
                    py::def("array._checked", "self, value", [], array_checked),
                );
            class.set("_made", py::def("array._made", "self, items", [], array_made));
            class.set("__len__", py::def("array.__len__", "self", [], array_len));
            class.set("__iter__", py::def("array.__iter__", "self", [], array_iter));
            class
                .set(
                    "__reversed__",
                    py::def("array.__reversed__", "self", [], array_reversed),
                );
            class
                .set(
                    "__contains__",
                    py::def("array.__contains__", "self, value", [], array_contains),
                );
            class
                .set(
                    "__getitem__",
                    py::def("array.__getitem__", "self, index", [], array_getitem),
                );
            class
                .set(
                    "__setitem__",
                    py::def("array.__setitem__", "self, index, value", [], array_setitem),
                );
            class
                .set(
                    "__delitem__",
                    py::def("array.__delitem__", "self, index", [], array_delitem),
                );
            class.set("__eq__", py::def("array.__eq__", "self, other", [], array_eq));
            class.set("__lt__", py::def("array.__lt__", "self, other", [], array_lt));
            class.set("__le__", py::def("array.__le__", "self, other", [], array_le));
            class.set("__gt__", py::def("array.__gt__", "self, other", [], array_gt));
            class.set("__ge__", py::def("array.__ge__", "self, other", [], array_ge));
            class.set("__add__", py::def("array.__add__", "self, other", [], array_add));
            class
                .set(
                    "__iadd__",
                    py::def("array.__iadd__", "self, other", [], array_iadd),
                );
            class.set("__mul__", py::def("array.__mul__", "self, n", [], array_mul));
            class
                .set(
                    "__rmul__",
                    match class.get("__mul__") {
                        Some(value) => value,
                        None => py::run::undefined("__mul__")?,
                    },
                );
            class.set("__imul__", py::def("array.__imul__", "self, n", [], array_imul));
            class.set("__copy__", py::def("array.__copy__", "self", [], array_copy));
            class
                .set(
                    "__deepcopy__",
                    py::def("array.__deepcopy__", "self, memo", [], array_deepcopy),
                );
            class.set("__repr__", py::def("array.__repr__", "self", [], array_repr));
            class
                .set("append", py::def("array.append", "self, value", [], array_append));
            class
                .set("extend", py::def("array.extend", "self, other", [], array_extend));
            class
                .set(
                    "fromlist",
                    match class.get("extend") {
                        Some(value) => value,
                        None => py::run::undefined("extend")?,
                    },
                );
            class
                .set(
                    "insert",
                    py::def("array.insert", "self, index, value", [], array_insert),
                );
            class
                .set(
                    "pop",
                    py::def("array.pop", "self, index=", [Value::Int(-1)], array_pop),
                );
            class
                .set("remove", py::def("array.remove", "self, value", [], array_remove));
            class
                .set(
                    "index",
                    py::def("array.index", "self, value, *rest", [], array_index),
                );
            class.set("count", py::def("array.count", "self, value", [], array_count));
            class.set("reverse", py::def("array.reverse", "self", [], array_reverse));
            class.set("tolist", py::def("array.tolist", "self", [], array_tolist));
            class
                .set(
                    "buffer_info",
                    py::def("array.buffer_info", "self", [], array_buffer_info),
                );
            class.set("_format", py::def("array._format", "self", [], array_format));
            class.set("tobytes", py::def("array.tobytes", "self", [], array_tobytes));
            class
                .set(
                    "frombytes",
                    py::def("array.frombytes", "self, data", [], array_frombytes),
                );
            class
                .set(
                    "tounicode",
                    py::def("array.tounicode", "self", [], array_tounicode),
                );
            class
                .set(
                    "fromunicode",
                    py::def("array.fromunicode", "self, text", [], array_fromunicode),
                );
            class.set("tofile", py::def("array.tofile", "self, file", [], array_tofile));
            class
                .set(
                    "fromfile",
                    py::def("array.fromfile", "self, file, n", [], array_fromfile),
                );
            class.set("byteswap", py::def("array.byteswap", "self", [], array_byteswap));
            class.finish(&[])?
        });
    global::ArrayType.store(global::array.load()?);
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library array") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "typecodes" => global::typecodes.load(),
        "array" => global::array.load(),
        "ArrayType" => global::ArrayType.load(),
        _ => Ok(Value::None),
    }
}
