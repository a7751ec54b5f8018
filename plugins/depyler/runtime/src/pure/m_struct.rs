//! Values packed into bytes.
//!
//! @generated from `runtime/pure/struct.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "struct";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static Struct : Global = const { Global::new("Struct") }; pub (crate)
        static _SIZES : Global = const { Global::new("_SIZES") }; pub (crate) static
        _int_bytes : Global = const { Global::new("_int_bytes") }; pub (crate) static
        _parse : Global = const { Global::new("_parse") }; pub (crate) static _read :
        Global = const { Global::new("_read") }; pub (crate) static calcsize : Global =
        const { Global::new("calcsize") }; pub (crate) static iter_unpack : Global =
        const { Global::new("iter_unpack") }; pub (crate) static pack : Global = const {
        Global::new("pack") }; pub (crate) static pack_into : Global = const {
        Global::new("pack_into") }; pub (crate) static unpack : Global = const {
        Global::new("unpack") }; pub (crate) static unpack_from : Global = const {
        Global::new("unpack_from") };
    }
}

pub(crate) fn _parse(mut format: Value) -> R {
    let mut native = Value::Unbound;
    let mut order = Value::Unbound;
    let mut text = Value::Unbound;
    if py::builtins::isinstance(&py::pos(&[format.clone(), py::library_class("bytes")]))?
        .truth()?
    {
        format = format.method("decode", &[Value::str("ascii")])?;
    }
    let [item_1, item_2, item_3] = py::unpack::<
        3,
    >(&py::tuple([Value::str("little"), Value::Bool(true), format.clone()]))?;
    order = item_1;
    native = item_2;
    text = item_3;
    if py::contained(
        &text.item(&py::item::slice(Value::None, Value::Int(1), Value::None))?,
        &py::tuple([
            Value::str("@"),
            Value::str("="),
            Value::str("<"),
            Value::str(">"),
            Value::str("!"),
        ]),
    )? && text.truth()?
    {
        native = text.item(&Value::Int(0))?.eq(&Value::str("@"))?;
        if py::contained(
            &text.item(&Value::Int(0))?,
            &py::tuple([Value::str(">"), Value::str("!")]),
        )? {
            order = Value::str("big");
        }
        text = text.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?;
    }
    let items = py::list([]);
    let mut at = Value::Int(0);
    let mut offset = Value::Int(0);
    while at.is_lt(&Value::from(py::builtins::len(&text)?))? {
        if text.item(&at)?.method("isspace", &[])?.truth()? {
            at.add_assign(&Value::Int(1))?;
            continue;
        }
        let mut count = Value::str("");
        while at.is_lt(&Value::from(py::builtins::len(&text)?))?
            && text.item(&at)?.method("isdigit", &[])?.truth()?
        {
            count.add_assign(&text.item(&at)?)?;
            at.add_assign(&Value::Int(1))?;
        }
        if at.is_ge(&Value::from(py::builtins::len(&text)?))? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::library_class("struct.error"),
                        &py::pos(
                            &[Value::str("repeat count given without format specifier")],
                        ),
                    )?,
                )?,
            );
        }
        let kind = text.item(&at)?;
        at.add_assign(&Value::Int(1))?;
        if !py::contained(&kind, &global::_SIZES.load()?)?
            || py::contained(&kind, &Value::str("nNP"))? && !native.truth()?
        {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::library_class("struct.error"),
                        &py::pos(&[Value::str("bad char in struct format")]),
                    )?,
                )?,
            );
        }
        let size = if native.truth()? && py::contained(&kind, &Value::str("lL"))? {
            Value::Int(8)
        } else {
            global::_SIZES.load()?.item(&kind)?
        };
        let mut pad = Value::Int(0);
        if native.truth()? && size.is_gt(&Value::Int(1))? {
            pad = offset.neg()?.modulo(&size)?;
        }
        let n = if count.truth()? {
            py::construct::int(&py::pos(&[count.clone()]))?
        } else {
            Value::Int(1)
        };
        items
            .method(
                "append",
                &[py::tuple([kind.clone(), n.clone(), size.clone(), pad.clone()])],
            )?;
        offset.add_assign(&pad.add(&n.mul(&size)?)?)?;
    }
    Ok(py::tuple([order.clone(), items.clone(), offset.clone()]))
}

pub(crate) fn calcsize(format: Value) -> R {
    Ok(_parse(format.clone())?.item(&Value::Int(2))?)
}

pub(crate) fn _int_bytes(kind: Value, size: Value, mut value: Value, order: Value) -> R {
    let mut high = Value::Unbound;
    let mut low = Value::Unbound;
    let mut name = Value::Unbound;
    let signed = Value::Bool(py::contained(&kind, &Value::str("bhilqn"))?);
    if py::builtins::hasattr(&py::pos(&[value.clone(), Value::str("__index__")]))?
        .truth()?
        && !py::builtins::isinstance(
                &py::pos(&[value.clone(), py::library_class("int")]),
            )?
            .truth()?
    {
        value = value.method("__index__", &[])?;
    }
    if !py::builtins::isinstance(&py::pos(&[value.clone(), py::library_class("int")]))?
        .truth()?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::library_class("struct.error"),
                    &py::pos(&[Value::str("required argument is not an integer")]),
                )?,
            )?,
        );
    }
    let bits = size.mul(&Value::Int(8))?;
    let [item_9, item_10] = py::unpack::<
        2,
    >(
        &if signed.truth()? {
            py::tuple([
                Value::Int(1).shl(&bits.sub(&Value::Int(1))?)?.neg()?,
                Value::Int(1).shl(&bits.sub(&Value::Int(1))?)?.sub(&Value::Int(1))?,
            ])
        } else {
            py::tuple([Value::Int(0), Value::Int(1).shl(&bits)?.sub(&Value::Int(1))?])
        },
    )?;
    low = item_9;
    high = item_10;
    if !{
        let left_11 = low.clone();
        {
            let right_12 = value.clone();
            left_11.is_le(&right_12)?
                && {
                    let right_13 = high.clone();
                    right_12.is_le(&right_13)?
                }
        }
    } {
        if py::contained(&kind, &Value::str("bB"))? {
            name = if kind.is_eq(&Value::str("b"))? {
                Value::str("byte")
            } else {
                Value::str("ubyte")
            };
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::library_class("struct.error"),
                        &py::pos(
                            &[
                                Value::str(
                                    format!(
                                        "{} format requires {} <= number <= {}", py::show(& name) ?,
                                        py::show(& low) ?, py::show(& high) ?
                                    ),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        if py::contained(&kind, &Value::str("hH"))? {
            name = if kind.is_eq(&Value::str("h"))? {
                Value::str("short")
            } else {
                Value::str("ushort")
            };
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::library_class("struct.error"),
                        &py::pos(
                            &[
                                Value::str(
                                    format!(
                                        "{} format requires {} <= number <= {}", py::show(& name) ?,
                                        py::show(& low) ?, py::show(& high) ?
                                    ),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        if size.is_eq(&Value::Int(8))? && py::contained(&kind, &Value::str("qQ"))? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::library_class("struct.error"),
                        &py::pos(
                            &[
                                if !{
                                    let left_17 = py::big!("9223372036854775808").neg()?;
                                    {
                                        let right_18 = value.clone();
                                        left_17.is_le(&right_18)?
                                            && {
                                                let right_19 = Value::Int(1).shl(&Value::Int(64))?;
                                                right_18.is_lt(&right_19)?
                                            }
                                    }
                                } {
                                    Value::str("int too large to convert")
                                } else {
                                    Value::str(
                                        format!(
                                            "'{}' format requires {} <= number <= {}", py::show(& kind)
                                            ?, py::show(& low) ?, py::show(& high) ?
                                        ),
                                    )
                                },
                            ],
                        ),
                    )?,
                )?,
            );
        }
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::library_class("struct.error"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "'{}' format requires {} <= number <= {}", py::show(& kind)
                                    ?, py::show(& low) ?, py::show(& high) ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    Ok({
        let object_21 = py::construct::int(&py::pos(&[value.clone()]))?.clone();
        py::call::call_method_with(
            &object_21,
            "to_bytes",
            &py::Args {
                pos: &[size.clone(), order.clone()],
                kw: &[("signed", signed.clone())],
            },
        )?
    })
}

pub(crate) fn pack(format: Value, values: Value) -> R {
    let mut items = Value::Unbound;
    let mut kind = Value::Unbound;
    let mut n = Value::Unbound;
    let mut order = Value::Unbound;
    let mut pad = Value::Unbound;
    let mut size = Value::Unbound;
    let mut total = Value::Unbound;
    let mut value = Value::Unbound;
    let [item_22, item_23, item_24] = py::unpack::<3>(&_parse(format.clone())?)?;
    order = item_22;
    items = item_23;
    total = item_24;
    let wanted = py::builtins::sum(
        &py::pos(
            &[
                {
                    async fn body_32(yielder: py::Yielder, u2e0: Value) -> R {
                        let mut __ = Value::Unbound;
                        let mut kind = Value::Unbound;
                        let mut n = Value::Unbound;
                        let mut iter_25 = py::iter::iter(&u2e0)?;
                        while let Some(item_26) = iter_25.next()? {
                            let [item_27, item_28, item_29, item_30] = py::unpack::<
                                4,
                            >(&item_26)?;
                            kind = item_27;
                            n = item_28;
                            __ = item_29;
                            __ = item_30;
                            yielder
                                .give(
                                    if py::contained(&kind, &Value::str("sp"))? {
                                        Value::Int(1)
                                    } else {
                                        if kind.is_eq(&Value::str("x"))? {
                                            Value::Int(0)
                                        } else {
                                            n.clone()
                                        }
                                    },
                                )
                                .await?;
                        }
                        Ok(Value::None)
                    }
                    let arg_33 = py::iter::started(&items.clone())?;
                    py::generator("<genexpr>", move |yielder| body_32(yielder, arg_33))
                },
            ],
        ),
    )?;
    if wanted.is_ne(&Value::from(py::builtins::len(&values)?))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::library_class("struct.error"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "pack expected {} items for packing (got {})", py::show(&
                                    wanted) ?, py::show(& Value::from(py::builtins::len(&
                                    values) ?)) ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    let mut out = py::construct::bytearray(&py::Args::none())?;
    let mut at = Value::Int(0);
    let mut iter_35 = py::iter::iter(&items)?;
    while let Some(item_36) = iter_35.next()? {
        let [item_37, item_38, item_39, item_40] = py::unpack::<4>(&item_36)?;
        kind = item_37;
        n = item_38;
        size = item_39;
        pad = item_40;
        out.add_assign(&py::construct::bytes(&py::pos(&[pad.clone()]))?)?;
        if kind.is_eq(&Value::str("x"))? {
            out.add_assign(&py::construct::bytes(&py::pos(&[n.clone()]))?)?;
            continue;
        }
        if py::contained(&kind, &Value::str("sp"))? {
            value = values.item(&at)?;
            at.add_assign(&Value::Int(1))?;
            if !py::builtins::isinstance(
                    &py::pos(
                        &[
                            value.clone(),
                            py::tuple([
                                py::library_class("bytes"),
                                py::library_class("bytearray"),
                            ]),
                        ],
                    ),
                )?
                .truth()?
            {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::library_class("struct.error"),
                            &py::pos(
                                &[
                                    Value::str(
                                        format!(
                                            "argument for '{}' must be a bytes object", py::show(& kind)
                                            ?
                                        ),
                                    ),
                                ],
                            ),
                        )?,
                    )?,
                );
            }
            if kind.is_eq(&Value::str("p"))? {
                value = py::construct::bytes(
                        &py::pos(
                            &[
                                py::list([
                                    py::builtins::min(
                                        &py::pos(
                                            &[
                                                Value::from(py::builtins::len(&value)?),
                                                n.sub(&Value::Int(1))?,
                                                Value::Int(255),
                                            ],
                                        ),
                                    )?,
                                ]),
                            ],
                        ),
                    )?
                    .add(&value)?;
            }
            out.add_assign(
                &value
                    .item(&py::item::slice(Value::None, n.clone(), Value::None))?
                    .add(
                        &py::construct::bytes(
                            &py::pos(
                                &[
                                    n
                                        .sub(
                                            &Value::from(
                                                py::builtins::len(
                                                    &value
                                                        .item(
                                                            &py::item::slice(Value::None, n.clone(), Value::None),
                                                        )?,
                                                )?,
                                            ),
                                        )?,
                                ],
                            ),
                        )?,
                    )?,
            )?;
            continue;
        }
        let mut iter_43 = py::iter::iter(
            &py::construct::range(&py::pos(&[n.clone()]))?,
        )?;
        while let Some(__) = iter_43.next()? {
            value = values.item(&at)?;
            at.add_assign(&Value::Int(1))?;
            if kind.is_eq(&Value::str("c"))? {
                if !py::builtins::isinstance(
                        &py::pos(&[value.clone(), py::library_class("bytes")]),
                    )?
                    .truth()?
                    || Value::from(py::builtins::len(&value)?).is_ne(&Value::Int(1))?
                {
                    return Err(
                        py::exc::to_raise(
                            &py::call::call(
                                &py::library_class("struct.error"),
                                &py::pos(
                                    &[
                                        Value::str(
                                            "char format requires a bytes object of length 1",
                                        ),
                                    ],
                                ),
                            )?,
                        )?,
                    );
                }
                out.add_assign(&value)?;
            } else if kind.is_eq(&Value::str("?"))? {
                out.add_assign(
                    &if value.truth()? {
                        py::bytes::literal(b"\x01")
                    } else {
                        py::bytes::literal(b"\x00")
                    },
                )?;
            } else if py::contained(&kind, &Value::str("fde"))? {
                if !py::builtins::isinstance(
                        &py::pos(
                            &[
                                value.clone(),
                                py::tuple([
                                    py::library_class("int"),
                                    py::library_class("float"),
                                ]),
                            ],
                        ),
                    )?
                    .truth()?
                    && !py::builtins::hasattr(
                            &py::pos(&[value.clone(), Value::str("__float__")]),
                        )?
                        .truth()?
                {
                    return Err(
                        py::exc::to_raise(
                            &py::call::call(
                                &py::library_class("struct.error"),
                                &py::pos(&[Value::str("required argument is not a float")]),
                            )?,
                        )?,
                    );
                }
                let data = py::library::float_bytes::_float_bytes(
                    &py::pos(
                        &[
                            py::construct::float(&py::pos(&[value.clone()]))?,
                            size.clone(),
                        ],
                    ),
                )?;
                out.add_assign(
                    &if order.is_eq(&Value::str("little"))? {
                        data.clone()
                    } else {
                        data.item(
                            &py::item::slice(Value::None, Value::None, Value::Int(-1)),
                        )?
                    },
                )?;
            } else {
                out.add_assign(
                    &_int_bytes(
                        kind.clone(),
                        size.clone(),
                        value.clone(),
                        order.clone(),
                    )?,
                )?;
            }
        }
    }
    Ok(py::construct::bytes(&py::pos(&[out.clone()]))?)
}

pub(crate) fn _read(order: Value, items: Value, data: Value, mut at: Value) -> R {
    let mut kind = Value::Unbound;
    let mut n = Value::Unbound;
    let mut pad = Value::Unbound;
    let mut part = Value::Unbound;
    let mut size = Value::Unbound;
    let values = py::list([]);
    let mut iter_47 = py::iter::iter(&items)?;
    while let Some(item_48) = iter_47.next()? {
        let [item_49, item_50, item_51, item_52] = py::unpack::<4>(&item_48)?;
        kind = item_49;
        n = item_50;
        size = item_51;
        pad = item_52;
        at.add_assign(&pad)?;
        if kind.is_eq(&Value::str("x"))? {
            at.add_assign(&n)?;
            continue;
        }
        if py::contained(&kind, &Value::str("sp"))? {
            part = py::construct::bytes(
                &py::pos(
                    &[data.item(&py::item::slice(at.clone(), at.add(&n)?, Value::None))?],
                ),
            )?;
            at.add_assign(&n)?;
            values
                .method(
                    "append",
                    &[
                        if kind.is_eq(&Value::str("s"))? {
                            part.clone()
                        } else {
                            if part.truth()? {
                                part.item(
                                    &py::item::slice(
                                        Value::Int(1),
                                        Value::Int(1).add(&part.item(&Value::Int(0))?)?,
                                        Value::None,
                                    ),
                                )?
                            } else {
                                py::bytes::literal(b"")
                            }
                        },
                    ],
                )?;
            continue;
        }
        let mut iter_54 = py::iter::iter(
            &py::construct::range(&py::pos(&[n.clone()]))?,
        )?;
        while let Some(__) = iter_54.next()? {
            part = py::construct::bytes(
                &py::pos(
                    &[
                        data
                            .item(
                                &py::item::slice(at.clone(), at.add(&size)?, Value::None),
                            )?,
                    ],
                ),
            )?;
            at.add_assign(&size)?;
            if kind.is_eq(&Value::str("c"))? {
                values.method("append", &[part.clone()])?;
            } else if kind.is_eq(&Value::str("?"))? {
                values.method("append", &[part.ne(&py::bytes::literal(b"\x00"))?])?;
            } else if py::contained(&kind, &Value::str("fde"))? {
                values
                    .method(
                        "append",
                        &[
                            py::library::float_bytes::_float_from(
                                &py::pos(
                                    &[
                                        if order.is_eq(&Value::str("little"))? {
                                            part.clone()
                                        } else {
                                            part.item(
                                                &py::item::slice(Value::None, Value::None, Value::Int(-1)),
                                            )?
                                        },
                                    ],
                                ),
                            )?,
                        ],
                    )?;
            } else {
                values
                    .method(
                        "append",
                        &[
                            {
                                let object_56 = py::library_class("int").clone();
                                py::call::call_method_with(
                                    &object_56,
                                    "from_bytes",
                                    &py::Args {
                                        pos: &[part.clone(), order.clone()],
                                        kw: &[
                                            (
                                                "signed",
                                                Value::Bool(py::contained(&kind, &Value::str("bhilqn"))?),
                                            ),
                                        ],
                                    },
                                )?
                            },
                        ],
                    )?;
            }
        }
    }
    Ok(py::construct::tuple(&py::pos(&[values.clone()]))?)
}

pub(crate) fn unpack(format: Value, buffer: Value) -> R {
    let mut items = Value::Unbound;
    let mut order = Value::Unbound;
    let mut total = Value::Unbound;
    let [item_57, item_58, item_59] = py::unpack::<3>(&_parse(format.clone())?)?;
    order = item_57;
    items = item_58;
    total = item_59;
    if Value::from(py::builtins::len(&buffer)?).is_ne(&total)? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::library_class("struct.error"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "unpack requires a buffer of {} bytes", py::show(& total) ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    Ok(_read(order.clone(), items.clone(), buffer.clone(), Value::Int(0))?)
}

pub(crate) fn unpack_from(format: Value, buffer: Value, mut offset: Value) -> R {
    let mut items = Value::Unbound;
    let mut order = Value::Unbound;
    let mut total = Value::Unbound;
    let [item_61, item_62, item_63] = py::unpack::<3>(&_parse(format.clone())?)?;
    order = item_61;
    items = item_62;
    total = item_63;
    if offset.is_lt(&Value::Int(0))? {
        offset.add_assign(&Value::from(py::builtins::len(&buffer)?))?;
    }
    if Value::from(py::builtins::len(&buffer)?).sub(&offset)?.is_lt(&total)? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::library_class("struct.error"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "unpack_from requires a buffer of at least {} bytes for unpacking {} bytes at offset {} (actual buffer size is {})",
                                    py::show(& total.add(& offset) ?) ?, py::show(& total) ?,
                                    py::show(& offset) ?, py::show(&
                                    Value::from(py::builtins::len(& buffer) ?)) ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    Ok(_read(order.clone(), items.clone(), buffer.clone(), offset.clone())?)
}

pub(crate) fn pack_into(
    format: Value,
    buffer: Value,
    offset: Value,
    values: Value,
) -> R {
    let data = {
        let function_65 = global::pack.load()?;
        let args_66: Vec<Value> = {
            let mut items_68 = Vec::new();
            items_68.push(format.clone());
            items_68.extend(py::iter::to_vec(&values)?);
            items_68
        };
        py::call::call(&function_65, &py::pos(&args_66))?
    };
    if Value::from(py::builtins::len(&buffer)?)
        .sub(&offset)?
        .is_lt(&Value::from(py::builtins::len(&data)?))?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::library_class("struct.error"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "pack_into requires a buffer of at least {} bytes for packing {} bytes at offset {} (actual buffer size is {})",
                                    py::show(& Value::from(py::builtins::len(& data) ?).add(&
                                    offset) ?) ?, py::show(& Value::from(py::builtins::len(&
                                    data) ?)) ?, py::show(& offset) ?, py::show(&
                                    Value::from(py::builtins::len(& buffer) ?)) ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    let value_70 = data.clone();
    buffer
        .set_item(
            py::item::slice(
                offset.clone(),
                offset.add(&Value::from(py::builtins::len(&data)?))?,
                Value::None,
            ),
            value_70,
        )?;
    Ok(Value::None)
}

pub(crate) fn iter_unpack(format: Value, buffer: Value) -> R {
    Ok({
        async fn body_78(yielder: py::Yielder, format: Value, buffer: Value) -> R {
            let mut items = Value::Unbound;
            let mut order = Value::Unbound;
            let mut total = Value::Unbound;
            let [item_71, item_72, item_73] = py::unpack::<3>(&_parse(format.clone())?)?;
            order = item_71;
            items = item_72;
            total = item_73;
            if total.is_eq(&Value::Int(0))? {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::library_class("struct.error"),
                            &py::pos(
                                &[
                                    Value::str(
                                        "cannot iteratively unpack with a struct of length 0",
                                    ),
                                ],
                            ),
                        )?,
                    )?,
                );
            }
            if Value::from(py::builtins::len(&buffer)?).modulo(&total)?.truth()? {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::library_class("struct.error"),
                            &py::pos(
                                &[
                                    Value::str(
                                        format!(
                                            "iterative unpacking requires a buffer of a multiple of {} bytes",
                                            py::show(& total) ?
                                        ),
                                    ),
                                ],
                            ),
                        )?,
                    )?,
                );
            }
            let mut iter_76 = py::iter::iter(
                &py::construct::range(
                    &py::pos(
                        &[
                            Value::Int(0),
                            Value::from(py::builtins::len(&buffer)?),
                            total.clone(),
                        ],
                    ),
                )?,
            )?;
            while let Some(at) = iter_76.next()? {
                yielder
                    .give(
                        _read(order.clone(), items.clone(), buffer.clone(), at.clone())?,
                    )
                    .await?;
            }
            Ok(Value::None)
        }
        py::generator("iter_unpack", move |yielder| body_78(yielder, format, buffer))
    })
}

pub(crate) fn struct_init(self_: Value, format: Value) -> R {
    self_.set_attr("format", format.clone())?;
    self_.set_attr("size", calcsize(format.clone())?)?;
    Ok(Value::None)
}

pub(crate) fn struct_pack(self_: Value, values: Value) -> R {
    Ok({
        let function_79 = global::pack.load()?;
        let args_80: Vec<Value> = {
            let mut items_82 = Vec::new();
            items_82.push(self_.attr("format")?);
            items_82.extend(py::iter::to_vec(&values)?);
            items_82
        };
        py::call::call(&function_79, &py::pos(&args_80))?
    })
}

pub(crate) fn struct_unpack(self_: Value, buffer: Value) -> R {
    Ok(unpack(self_.attr("format")?, buffer.clone())?)
}

pub(crate) fn struct_unpack_from(self_: Value, buffer: Value, offset: Value) -> R {
    Ok(unpack_from(self_.attr("format")?, buffer.clone(), offset.clone())?)
}

pub(crate) fn struct_pack_into(
    self_: Value,
    buffer: Value,
    offset: Value,
    values: Value,
) -> R {
    Ok({
        let function_83 = global::pack_into.load()?;
        let args_84: Vec<Value> = {
            let mut items_86 = Vec::new();
            items_86.push(self_.attr("format")?);
            items_86.push(buffer.clone());
            items_86.push(offset.clone());
            items_86.extend(py::iter::to_vec(&values)?);
            items_86
        };
        py::call::call(&function_83, &py::pos(&args_84))?
    })
}

pub(crate) fn struct_iter_unpack(self_: Value, buffer: Value) -> R {
    Ok(iter_unpack(self_.attr("format")?, buffer.clone())?)
}

/// The statements of `struct.py`.
pub(crate) fn run() -> R<()> {
    global::_SIZES
        .store(
            py::dict([
                (Value::str("x"), Value::Int(1)),
                (Value::str("c"), Value::Int(1)),
                (Value::str("b"), Value::Int(1)),
                (Value::str("B"), Value::Int(1)),
                (Value::str("?"), Value::Int(1)),
                (Value::str("h"), Value::Int(2)),
                (Value::str("H"), Value::Int(2)),
                (Value::str("i"), Value::Int(4)),
                (Value::str("I"), Value::Int(4)),
                (Value::str("l"), Value::Int(4)),
                (Value::str("L"), Value::Int(4)),
                (Value::str("q"), Value::Int(8)),
                (Value::str("Q"), Value::Int(8)),
                (Value::str("f"), Value::Int(4)),
                (Value::str("d"), Value::Int(8)),
                (Value::str("s"), Value::Int(1)),
                (Value::str("p"), Value::Int(1)),
                (Value::str("e"), Value::Int(2)),
                (Value::str("n"), Value::Int(8)),
                (Value::str("N"), Value::Int(8)),
                (Value::str("P"), Value::Int(8)),
            ])?,
        );
    global::_parse.store(py::def("_parse", "format", [], _parse));
    global::calcsize.store(py::def("calcsize", "format", [], calcsize));
    global::_int_bytes
        .store(py::def("_int_bytes", "kind, size, value, order", [], _int_bytes));
    global::pack.store(py::def("pack", "format, *values", [], pack));
    global::_read.store(py::def("_read", "order, items, data, at", [], _read));
    global::unpack.store(py::def("unpack", "format, buffer", [], unpack));
    global::unpack_from
        .store(
            py::def(
                "unpack_from",
                "format, buffer, offset=",
                [Value::Int(0)],
                unpack_from,
            ),
        );
    global::pack_into
        .store(py::def("pack_into", "format, buffer, offset, *values", [], pack_into));
    global::iter_unpack.store(py::def("iter_unpack", "format, buffer", [], iter_unpack));
    global::Struct
        .store({
            let class = py::ClassBody::new("Struct", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def("Struct.__init__", "self, format", [], struct_init),
                );
            class.set("pack", py::def("Struct.pack", "self, *values", [], struct_pack));
            class
                .set(
                    "unpack",
                    py::def("Struct.unpack", "self, buffer", [], struct_unpack),
                );
            class
                .set(
                    "unpack_from",
                    py::def(
                        "Struct.unpack_from",
                        "self, buffer, offset=",
                        [Value::Int(0)],
                        struct_unpack_from,
                    ),
                );
            class
                .set(
                    "pack_into",
                    py::def(
                        "Struct.pack_into",
                        "self, buffer, offset, *values",
                        [],
                        struct_pack_into,
                    ),
                );
            class
                .set(
                    "iter_unpack",
                    py::def("Struct.iter_unpack", "self, buffer", [], struct_iter_unpack),
                );
            class.finish(&[])?
        });
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library struct") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "calcsize" => global::calcsize.load(),
        "pack" => global::pack.load(),
        "unpack" => global::unpack.load(),
        "unpack_from" => global::unpack_from.load(),
        "pack_into" => global::pack_into.load(),
        "iter_unpack" => global::iter_unpack.load(),
        "Struct" => global::Struct.load(),
        _ => Ok(Value::None),
    }
}
