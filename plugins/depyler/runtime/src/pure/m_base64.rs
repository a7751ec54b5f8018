//! Bytes as text.
//!
//! @generated from `runtime/pure/base64.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static _B32 : Global = const { Global::new("_B32") }; pub (crate)
        static _B32HEX : Global = const { Global::new("_B32HEX") }; pub (crate) static
        _B85 : Global = const { Global::new("_B85") }; pub (crate) static _STANDARD :
        Global = const { Global::new("_STANDARD") }; pub (crate) static _bytes : Global =
        const { Global::new("_bytes") }; pub (crate) static _decode32 : Global = const {
        Global::new("_decode32") }; pub (crate) static _encode32 : Global = const {
        Global::new("_encode32") }; pub (crate) static _words : Global = const {
        Global::new("_words") }; pub (crate) static a85decode : Global = const {
        Global::new("a85decode") }; pub (crate) static a85encode : Global = const {
        Global::new("a85encode") }; pub (crate) static b16decode : Global = const {
        Global::new("b16decode") }; pub (crate) static b16encode : Global = const {
        Global::new("b16encode") }; pub (crate) static b32decode : Global = const {
        Global::new("b32decode") }; pub (crate) static b32encode : Global = const {
        Global::new("b32encode") }; pub (crate) static b32hexdecode : Global = const {
        Global::new("b32hexdecode") }; pub (crate) static b32hexencode : Global = const {
        Global::new("b32hexencode") }; pub (crate) static b64decode : Global = const {
        Global::new("b64decode") }; pub (crate) static b64encode : Global = const {
        Global::new("b64encode") }; pub (crate) static b85decode : Global = const {
        Global::new("b85decode") }; pub (crate) static b85encode : Global = const {
        Global::new("b85encode") }; pub (crate) static decode : Global = const {
        Global::new("decode") }; pub (crate) static decodebytes : Global = const {
        Global::new("decodebytes") }; pub (crate) static encode : Global = const {
        Global::new("encode") }; pub (crate) static encodebytes : Global = const {
        Global::new("encodebytes") }; pub (crate) static standard_b64decode : Global =
        const { Global::new("standard_b64decode") }; pub (crate) static
        standard_b64encode : Global = const { Global::new("standard_b64encode") }; pub
        (crate) static urlsafe_b64decode : Global = const {
        Global::new("urlsafe_b64decode") }; pub (crate) static urlsafe_b64encode : Global
        = const { Global::new("urlsafe_b64encode") };
    }
}

pub(crate) fn _bytes(s: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[s.clone(), py::library_class("str")]))?
        .truth()?
    {
        return Ok(s.method("encode", &[Value::str("ascii")])?);
    }
    Ok(py::construct::bytes(&py::pos(&[s.clone()]))?)
}

pub(crate) fn b64encode(mut s: Value, altchars: Value) -> R {
    s = py::construct::bytes(&py::pos(&[s.clone()]))?;
    let out = py::construct::bytearray(&py::Args::none())?;
    let mut iter_1 = py::iter::iter(
        &py::construct::range(
            &py::pos(
                &[Value::Int(0), Value::from(py::builtins::len(&s)?), Value::Int(3)],
            ),
        )?,
    )?;
    while let Some(i) = iter_1.next()? {
        let part = s
            .item(&py::item::slice(i.clone(), i.add(&Value::Int(3))?, Value::None))?;
        let n = py::library_class("int")
            .method(
                "from_bytes",
                &[
                    part
                        .add(
                            &py::bytes::literal(b"\x00")
                                .mul(
                                    &Value::Int(3).sub(&Value::from(py::builtins::len(&part)?))?,
                                )?,
                        )?,
                    Value::str("big"),
                ],
            )?;
        let block = py::list([
            global::_STANDARD
                .load()?
                .item(&n.shr(&Value::Int(18))?.bit_and(&Value::Int(63))?)?,
            global::_STANDARD
                .load()?
                .item(&n.shr(&Value::Int(12))?.bit_and(&Value::Int(63))?)?,
            global::_STANDARD
                .load()?
                .item(&n.shr(&Value::Int(6))?.bit_and(&Value::Int(63))?)?,
            global::_STANDARD.load()?.item(&n.bit_and(&Value::Int(63))?)?,
        ]);
        if Value::from(py::builtins::len(&part)?).is_lt(&Value::Int(3))? {
            let value_3 = Value::Int(61);
            block.set_item(Value::Int(3), value_3)?;
        }
        if Value::from(py::builtins::len(&part)?).is_lt(&Value::Int(2))? {
            let value_4 = Value::Int(61);
            block.set_item(Value::Int(2), value_4)?;
        }
        out.method("extend", &[block.clone()])?;
    }
    let mut result = py::construct::bytes(&py::pos(&[out.clone()]))?;
    if !altchars.is(&Value::None) {
        result = result
            .method(
                "translate",
                &[
                    py::library_class("bytes")
                        .method(
                            "maketrans",
                            &[py::bytes::literal(b"+/"), altchars.clone()],
                        )?,
                ],
            )?;
    }
    Ok(result.clone())
}

pub(crate) fn b64decode(mut s: Value, altchars: Value, validate: Value) -> R {
    s = _bytes(s.clone())?;
    if !altchars.is(&Value::None) {
        s = s
            .method(
                "translate",
                &[
                    py::library_class("bytes")
                        .method(
                            "maketrans",
                            &[_bytes(altchars.clone())?, py::bytes::literal(b"+/")],
                        )?,
                ],
            )?;
    }
    let out = py::construct::bytearray(&py::Args::none())?;
    let mut bits = Value::Int(0);
    let mut count = Value::Int(0);
    let mut pads = Value::Int(0);
    let mut chars = Value::Int(0);
    let mut iter_5 = py::iter::iter(&s)?;
    while let Some(c) = iter_5.next()? {
        if c.is_eq(&Value::Int(61))? {
            pads.add_assign(&Value::Int(1))?;
            if count.is_ge(&Value::Int(2))? && count.add(&pads)?.is_ge(&Value::Int(4))? {
                break;
            }
            continue;
        }
        let at = global::_STANDARD.load()?.method("find", &[c.clone()])?;
        if at.is_lt(&Value::Int(0))? {
            if validate.truth()? {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::library_class("binascii.Error"),
                            &py::pos(&[Value::str("Only base64 data is allowed")]),
                        )?,
                    )?,
                );
            }
            continue;
        }
        pads = Value::Int(0);
        chars.add_assign(&Value::Int(1))?;
        bits = bits.shl(&Value::Int(6))?.bit_or(&at)?;
        count.add_assign(&Value::Int(1))?;
        if count.is_eq(&Value::Int(4))? {
            out.method(
                "extend",
                &[bits.method("to_bytes", &[Value::Int(3), Value::str("big")])?],
            )?;
            bits = Value::Int(0);
            count = Value::Int(0);
        }
    }
    if count.truth()? {
        if count.is_eq(&Value::Int(1))? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::library_class("binascii.Error"),
                        &py::pos(
                            &[
                                Value::str(
                                    format!(
                                        "Invalid base64-encoded string: number of data characters ({}) cannot be 1 more than a multiple of 4",
                                        py::show(& chars) ?
                                    ),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        if count.add(&pads)?.is_lt(&Value::Int(4))? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::library_class("binascii.Error"),
                        &py::pos(&[Value::str("Incorrect padding")]),
                    )?,
                )?,
            );
        }
        bits.shl_assign(&Value::Int(6).mul(&Value::Int(4).sub(&count)?)?)?;
        out.method(
            "extend",
            &[
                bits
                    .method("to_bytes", &[Value::Int(3), Value::str("big")])?
                    .item(
                        &py::item::slice(
                            Value::None,
                            count.sub(&Value::Int(1))?,
                            Value::None,
                        ),
                    )?,
            ],
        )?;
    }
    Ok(py::construct::bytes(&py::pos(&[out.clone()]))?)
}

pub(crate) fn standard_b64encode(s: Value) -> R {
    Ok(b64encode(s.clone(), Value::None)?)
}

pub(crate) fn standard_b64decode(s: Value) -> R {
    Ok(b64decode(s.clone(), Value::None, Value::Bool(false))?)
}

pub(crate) fn urlsafe_b64encode(s: Value) -> R {
    Ok(b64encode(s.clone(), py::bytes::literal(b"-_"))?)
}

pub(crate) fn urlsafe_b64decode(s: Value) -> R {
    Ok(b64decode(s.clone(), py::bytes::literal(b"-_"), Value::Bool(false))?)
}

pub(crate) fn b16encode(s: Value) -> R {
    Ok(
        py::construct::bytes(&py::pos(&[s.clone()]))?
            .method("hex", &[])?
            .method("upper", &[])?
            .method("encode", &[Value::str("ascii")])?,
    )
}

pub(crate) fn b16decode(mut s: Value, casefold: Value) -> R {
    s = _bytes(s.clone())?;
    if casefold.truth()? {
        s = s.method("upper", &[])?;
    }
    if py::builtins::any(
            &py::pos(
                &[
                    {
                        async fn body_12(yielder: py::Yielder, u2e0: Value) -> R {
                            let mut iter_10 = py::iter::iter(&u2e0)?;
                            while let Some(c) = iter_10.next()? {
                                yielder
                                    .give(
                                        Value::Bool(
                                            !py::contained(
                                                &c,
                                                &py::bytes::literal(b"0123456789ABCDEF"),
                                            )?,
                                        ),
                                    )
                                    .await?;
                            }
                            Ok(Value::None)
                        }
                        let arg_13 = py::iter::started(&s.clone())?;
                        py::generator(
                            "<genexpr>",
                            move |yielder| body_12(yielder, arg_13),
                        )
                    },
                ],
            ),
        )?
        .truth()?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::library_class("binascii.Error"),
                    &py::pos(&[Value::str("Non-base16 digit found")]),
                )?,
            )?,
        );
    }
    Ok(
        py::library_class("bytes")
            .method("fromhex", &[s.method("decode", &[Value::str("ascii")])?])?,
    )
}

pub(crate) fn _encode32(alphabet: Value, mut s: Value) -> R {
    s = py::construct::bytes(&py::pos(&[s.clone()]))?;
    let left = Value::from(py::builtins::len(&s)?).modulo(&Value::Int(5))?;
    let padded = if left.truth()? {
        s.add(&py::construct::bytes(&py::pos(&[Value::Int(5).sub(&left)?]))?)?
    } else {
        s.clone()
    };
    let out = py::construct::bytearray(&py::Args::none())?;
    let mut iter_15 = py::iter::iter(
        &py::construct::range(
            &py::pos(
                &[Value::Int(0), Value::from(py::builtins::len(&padded)?), Value::Int(5)],
            ),
        )?,
    )?;
    while let Some(i) = iter_15.next()? {
        let n = py::library_class("int")
            .method(
                "from_bytes",
                &[
                    padded
                        .item(
                            &py::item::slice(
                                i.clone(),
                                i.add(&Value::Int(5))?,
                                Value::None,
                            ),
                        )?,
                    Value::str("big"),
                ],
            )?;
        let mut iter_17 = py::iter::iter(
            &py::construct::range(
                &py::pos(&[Value::Int(35), Value::Int(-1), Value::Int(-5)]),
            )?,
        )?;
        while let Some(shift) = iter_17.next()? {
            out.method(
                "append",
                &[alphabet.item(&n.shr(&shift)?.bit_and(&Value::Int(31))?)?],
            )?;
        }
    }
    let cut = py::dict([
            (Value::Int(0), Value::Int(0)),
            (Value::Int(1), Value::Int(6)),
            (Value::Int(2), Value::Int(4)),
            (Value::Int(3), Value::Int(3)),
            (Value::Int(4), Value::Int(1)),
        ])?
        .item(&left)?;
    Ok(
        py::construct::bytes(
                &py::pos(
                    &[
                        out
                            .item(
                                &py::item::slice(
                                    Value::None,
                                    Value::from(py::builtins::len(&out)?).sub(&cut)?,
                                    Value::None,
                                ),
                            )?,
                    ],
                ),
            )?
            .add(&py::bytes::literal(b"=").mul(&cut)?)?,
    )
}

pub(crate) fn _decode32(alphabet: Value, mut s: Value, casefold: Value) -> R {
    s = _bytes(s.clone())?;
    if Value::from(py::builtins::len(&s)?).modulo(&Value::Int(8))?.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::library_class("binascii.Error"),
                    &py::pos(&[Value::str("Incorrect padding")]),
                )?,
            )?,
        );
    }
    if casefold.truth()? {
        s = s.method("upper", &[])?;
    }
    let body = s.method("rstrip", &[py::bytes::literal(b"=")])?;
    let padding = Value::from(py::builtins::len(&s)?)
        .sub(&Value::from(py::builtins::len(&body)?))?;
    let mut bits = Value::Int(0);
    let mut iter_20 = py::iter::iter(&body)?;
    while let Some(byte) = iter_20.next()? {
        let at = alphabet
            .method(
                "find",
                &[py::construct::bytes(&py::pos(&[py::list([byte.clone()])]))?],
            )?;
        if at.is_lt(&Value::Int(0))? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::library_class("binascii.Error"),
                        &py::pos(&[Value::str("Non-base32 digit found")]),
                    )?,
                )?,
            );
        }
        bits = bits.shl(&Value::Int(5))?.bit_or(&at)?;
    }
    if !py::contained(
        &padding,
        &py::tuple([
            Value::Int(0),
            Value::Int(1),
            Value::Int(3),
            Value::Int(4),
            Value::Int(6),
        ]),
    )? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::library_class("binascii.Error"),
                    &py::pos(&[Value::str("Incorrect padding")]),
                )?,
            )?,
        );
    }
    let size = Value::from(py::builtins::len(&body)?)
        .mul(&Value::Int(5))?
        .floor_div(&Value::Int(8))?;
    Ok(
        bits
            .shr(
                &Value::from(py::builtins::len(&body)?)
                    .mul(&Value::Int(5))?
                    .sub(&size.mul(&Value::Int(8))?)?,
            )?
            .method("to_bytes", &[size.clone(), Value::str("big")])?,
    )
}

pub(crate) fn b32encode(s: Value) -> R {
    Ok(_encode32(global::_B32.load()?, s.clone())?)
}

pub(crate) fn b32hexencode(s: Value) -> R {
    Ok(_encode32(global::_B32HEX.load()?, s.clone())?)
}

pub(crate) fn b32decode(mut s: Value, casefold: Value, map01: Value) -> R {
    if !map01.is(&Value::None) {
        s = _bytes(s.clone())?
            .method(
                "translate",
                &[
                    py::library_class("bytes")
                        .method(
                            "maketrans",
                            &[
                                py::bytes::literal(b"01"),
                                py::bytes::literal(b"O").add(&_bytes(map01.clone())?)?,
                            ],
                        )?,
                ],
            )?;
    }
    Ok(_decode32(global::_B32.load()?, s.clone(), casefold.clone())?)
}

pub(crate) fn b32hexdecode(s: Value, casefold: Value) -> R {
    Ok(_decode32(global::_B32HEX.load()?, s.clone(), casefold.clone())?)
}

pub(crate) fn _words(b: Value) -> R {
    let pad = Value::from(py::builtins::len(&b)?).neg()?.modulo(&Value::Int(4))?;
    let padded = b.add(&py::construct::bytes(&py::pos(&[pad.clone()]))?)?;
    Ok(
        py::tuple([
            {
                let mut out_24 = Vec::new();
                let mut iter_25 = py::iter::iter(
                    &py::construct::range(
                        &py::pos(
                            &[
                                Value::Int(0),
                                Value::from(py::builtins::len(&padded)?),
                                Value::Int(4),
                            ],
                        ),
                    )?,
                )?;
                while let Some(i) = iter_25.next()? {
                    out_24
                        .push(
                            py::library_class("int")
                                .method(
                                    "from_bytes",
                                    &[
                                        padded
                                            .item(
                                                &py::item::slice(
                                                    i.clone(),
                                                    i.add(&Value::Int(4))?,
                                                    Value::None,
                                                ),
                                            )?,
                                        Value::str("big"),
                                    ],
                                )?,
                        );
                }
                Value::list(out_24)
            },
            pad.clone(),
        ]),
    )
}

pub(crate) fn b85encode(b: Value, pad: Value) -> R {
    let mut digit = Value::Unbound;
    let mut extra = Value::Unbound;
    let mut words = Value::Unbound;
    let [item_26, item_27] = py::unpack::<
        2,
    >(&_words(py::construct::bytes(&py::pos(&[b.clone()]))?)?)?;
    words = item_26;
    extra = item_27;
    let out = py::construct::bytearray(&py::Args::none())?;
    let mut iter_28 = py::iter::iter(&words)?;
    while let Some(mut word) = iter_28.next()? {
        let part = py::list([]);
        let mut iter_30 = py::iter::iter(
            &py::construct::range(&py::pos(&[Value::Int(5)]))?,
        )?;
        while let Some(__) = iter_30.next()? {
            let [item_32, item_33] = py::unpack::<
                2,
            >(&py::builtins::divmod(&py::pos(&[word.clone(), Value::Int(85)]))?)?;
            word = item_32;
            digit = item_33;
            part.method("append", &[global::_B85.load()?.item(&digit)?])?;
        }
        out.method(
            "extend",
            &[part.item(&py::item::slice(Value::None, Value::None, Value::Int(-1)))?],
        )?;
    }
    Ok(
        py::construct::bytes(
            &py::pos(
                &[
                    if pad.truth()? || !extra.truth()? {
                        out.clone()
                    } else {
                        out.item(
                            &py::item::slice(Value::None, extra.neg()?, Value::None),
                        )?
                    },
                ],
            ),
        )?,
    )
}

pub(crate) fn b85decode(mut b: Value) -> R {
    let mut byte = Value::Unbound;
    let mut j = Value::Unbound;
    b = _bytes(b.clone())?;
    let extra = Value::from(py::builtins::len(&b)?).neg()?.modulo(&Value::Int(5))?;
    let padded = b.add(&py::bytes::literal(b"~").mul(&extra)?)?;
    let mut out = py::bytes::literal(b"");
    let mut iter_34 = py::iter::iter(
        &py::construct::range(
            &py::pos(
                &[Value::Int(0), Value::from(py::builtins::len(&padded)?), Value::Int(5)],
            ),
        )?,
    )?;
    while let Some(i) = iter_34.next()? {
        let mut word = Value::Int(0);
        let mut iter_36 = py::iter::iter(
            &py::construct::enumerate(
                &py::pos(
                    &[
                        padded
                            .item(
                                &py::item::slice(
                                    i.clone(),
                                    i.add(&Value::Int(5))?,
                                    Value::None,
                                ),
                            )?,
                    ],
                ),
            )?,
        )?;
        while let Some(item_37) = iter_36.next()? {
            let [item_38, item_39] = py::unpack::<2>(&item_37)?;
            j = item_38;
            byte = item_39;
            let at = global::_B85
                .load()?
                .method(
                    "find",
                    &[py::construct::bytes(&py::pos(&[py::list([byte.clone()])]))?],
                )?;
            if at.is_lt(&Value::Int(0))? {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::exception("ValueError"),
                            &py::pos(
                                &[
                                    Value::str(
                                        format!(
                                            "bad base85 character at position {}", py::show(& i.add(& j)
                                            ?) ?
                                        ),
                                    ),
                                ],
                            ),
                        )?,
                    )?,
                );
            }
            word = word.mul(&Value::Int(85))?.add(&at)?;
        }
        if word.is_gt(&Value::Int(4294967295))? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("ValueError"),
                        &py::pos(
                            &[
                                Value::str(
                                    format!(
                                        "base85 overflow in hunk starting at byte {}", py::show(& i)
                                        ?
                                    ),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        out.add_assign(&word.method("to_bytes", &[Value::Int(4), Value::str("big")])?)?;
    }
    Ok(
        if extra.truth()? {
            out.item(&py::item::slice(Value::None, extra.neg()?, Value::None))?
        } else {
            out.clone()
        },
    )
}

pub(crate) fn a85encode(
    b: Value,
    foldspaces: Value,
    mut wrapcol: Value,
    pad: Value,
    adobe: Value,
) -> R {
    let mut digit = Value::Unbound;
    let mut extra = Value::Unbound;
    let mut words = Value::Unbound;
    let [item_43, item_44] = py::unpack::<
        2,
    >(&_words(py::construct::bytes(&py::pos(&[b.clone()]))?)?)?;
    words = item_43;
    extra = item_44;
    let chunks = py::list([]);
    let mut iter_45 = py::iter::iter(&words)?;
    while let Some(mut word) = iter_45.next()? {
        if word.is_eq(&Value::Int(0))? {
            chunks.method("append", &[py::bytes::literal(b"z")])?;
            continue;
        }
        if foldspaces.truth()? && word.is_eq(&Value::Int(538976288))? {
            chunks.method("append", &[py::bytes::literal(b"y")])?;
            continue;
        }
        let part = py::list([]);
        let mut iter_47 = py::iter::iter(
            &py::construct::range(&py::pos(&[Value::Int(5)]))?,
        )?;
        while let Some(__) = iter_47.next()? {
            let [item_49, item_50] = py::unpack::<
                2,
            >(&py::builtins::divmod(&py::pos(&[word.clone(), Value::Int(85)]))?)?;
            word = item_49;
            digit = item_50;
            part.method("append", &[digit.add(&Value::Int(33))?])?;
        }
        chunks
            .method(
                "append",
                &[
                    py::construct::bytes(
                        &py::pos(
                            &[
                                part
                                    .item(
                                        &py::item::slice(Value::None, Value::None, Value::Int(-1)),
                                    )?,
                            ],
                        ),
                    )?,
                ],
            )?;
    }
    if extra.truth()? && !pad.truth()? && chunks.truth()? {
        if chunks.item(&Value::Int(-1))?.is_eq(&py::bytes::literal(b"z"))? {
            let value_51 = py::bytes::literal(b"!!!!!");
            chunks.set_item(Value::Int(-1), value_51)?;
        }
        let value_52 = chunks
            .item(&Value::Int(-1))?
            .item(&py::item::slice(Value::None, extra.neg()?, Value::None))?;
        chunks.set_item(Value::Int(-1), value_52)?;
    }
    let mut result = py::bytes::literal(b"").method("join", &[chunks.clone()])?;
    if adobe.truth()? {
        result = py::bytes::literal(b"<~").add(&result)?;
    }
    if wrapcol.truth()? {
        wrapcol = py::builtins::max(
            &py::pos(
                &[
                    if adobe.truth()? { Value::Int(2) } else { Value::Int(1) },
                    wrapcol.clone(),
                ],
            ),
        )?;
        let parts = {
            let mut out_53 = Vec::new();
            let mut iter_54 = py::iter::iter(
                &py::construct::range(
                    &py::pos(
                        &[
                            Value::Int(0),
                            Value::from(py::builtins::len(&result)?),
                            wrapcol.clone(),
                        ],
                    ),
                )?,
            )?;
            while let Some(i) = iter_54.next()? {
                out_53
                    .push(
                        result
                            .item(
                                &py::item::slice(i.clone(), i.add(&wrapcol)?, Value::None),
                            )?,
                    );
            }
            Value::list(out_53)
        };
        if adobe.truth()?
            && Value::from(py::builtins::len(&parts.item(&Value::Int(-1))?)?)
                .add(&Value::Int(2))?
                .is_gt(&wrapcol)?
        {
            parts.method("append", &[py::bytes::literal(b"")])?;
        }
        result = py::bytes::literal(b"\n").method("join", &[parts.clone()])?;
    }
    Ok(
        if adobe.truth()? {
            result.add(&py::bytes::literal(b"~>"))?
        } else {
            result.clone()
        },
    )
}

pub(crate) fn a85decode(
    mut b: Value,
    foldspaces: Value,
    adobe: Value,
    ignorechars: Value,
) -> R {
    b = _bytes(b.clone())?;
    if adobe.truth()? {
        if !b.method("endswith", &[py::bytes::literal(b"~>")])?.truth()? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("ValueError"),
                        &py::pos(
                            &[
                                Value::str(
                                    "Ascii85 encoded byte sequences must end with b'~>'",
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        b = if b.method("startswith", &[py::bytes::literal(b"<~")])?.truth()? {
            b.item(&py::item::slice(Value::Int(2), Value::Int(-2), Value::None))?
        } else {
            b.item(&py::item::slice(Value::None, Value::Int(-2), Value::None))?
        };
    }
    let mut out = py::bytes::literal(b"");
    let mut part = py::list([]);
    let mut iter_56 = py::iter::iter(
        &b.add(&py::bytes::literal(b"u").mul(&Value::Int(4))?)?,
    )?;
    while let Some(byte) = iter_56.next()? {
        if {
            let left_58 = Value::Int(33);
            {
                let right_59 = byte.clone();
                left_58.is_le(&right_59)?
                    && {
                        let right_60 = Value::Int(117);
                        right_59.is_le(&right_60)?
                    }
            }
        } {
            part.method("append", &[byte.clone()])?;
            if Value::from(py::builtins::len(&part)?).is_eq(&Value::Int(5))? {
                let mut word = Value::Int(0);
                let mut iter_61 = py::iter::iter(&part)?;
                while let Some(digit) = iter_61.next()? {
                    word = word.mul(&Value::Int(85))?.add(&digit)?.sub(&Value::Int(33))?;
                }
                if word.is_gt(&Value::Int(4294967295))? {
                    return Err(
                        py::exc::to_raise(
                            &py::call::call(
                                &py::exception("ValueError"),
                                &py::pos(&[Value::str("Ascii85 overflow")]),
                            )?,
                        )?,
                    );
                }
                out.add_assign(
                    &word.method("to_bytes", &[Value::Int(4), Value::str("big")])?,
                )?;
                part = py::list([]);
            }
        } else if byte.is_eq(&Value::Int(122))? {
            if part.truth()? {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::exception("ValueError"),
                            &py::pos(&[Value::str("z inside Ascii85 5-tuple")]),
                        )?,
                    )?,
                );
            }
            out.add_assign(&py::bytes::literal(b"\x00\x00\x00\x00"))?;
        } else if foldspaces.truth()? && byte.is_eq(&Value::Int(121))? {
            if part.truth()? {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::exception("ValueError"),
                            &py::pos(&[Value::str("y inside Ascii85 5-tuple")]),
                        )?,
                    )?,
                );
            }
            out.add_assign(&py::bytes::literal(b"    "))?;
        } else if !py::contained(&byte, &ignorechars)? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("ValueError"),
                        &py::pos(
                            &[Value::str("Non-Ascii85 digit found: %c").modulo(&byte)?],
                        ),
                    )?,
                )?,
            );
        }
    }
    let extra = Value::Int(4).sub(&Value::from(py::builtins::len(&part)?))?;
    Ok(
        if extra.truth()? {
            out.item(&py::item::slice(Value::None, extra.neg()?, Value::None))?
        } else {
            out.clone()
        },
    )
}

pub(crate) fn encodebytes(s: Value) -> R {
    Ok(
        py::bytes::literal(b"")
            .method(
                "join",
                &[
                    {
                        let mut out_67 = Vec::new();
                        let mut iter_68 = py::iter::iter(
                            &py::construct::range(
                                &py::pos(
                                    &[
                                        Value::Int(0),
                                        Value::from(py::builtins::len(&s)?),
                                        Value::Int(57),
                                    ],
                                ),
                            )?,
                        )?;
                        while let Some(i) = iter_68.next()? {
                            out_67
                                .push(
                                    b64encode(
                                            s
                                                .item(
                                                    &py::item::slice(
                                                        i.clone(),
                                                        i.add(&Value::Int(57))?,
                                                        Value::None,
                                                    ),
                                                )?,
                                            Value::None,
                                        )?
                                        .add(&py::bytes::literal(b"\n"))?,
                                );
                        }
                        Value::list(out_67)
                    },
                ],
            )?,
    )
}

pub(crate) fn decodebytes(s: Value) -> R {
    Ok(b64decode(s.clone(), Value::None, Value::Bool(false))?)
}

pub(crate) fn encode(input: Value, output: Value) -> R {
    loop {
        let part = input.method("read", &[Value::Int(57)])?;
        if !part.truth()? {
            break;
        }
        output
            .method(
                "write",
                &[b64encode(part.clone(), Value::None)?.add(&py::bytes::literal(b"\n"))?],
            )?;
    }
    Ok(Value::None)
}

pub(crate) fn decode(input: Value, output: Value) -> R {
    loop {
        let line = input.method("readline", &[])?;
        if !line.truth()? {
            break;
        }
        output
            .method(
                "write",
                &[b64decode(line.clone(), Value::None, Value::Bool(false))?],
            )?;
    }
    Ok(Value::None)
}

/// The statements of `base64.py`.
pub(crate) fn run() -> R<()> {
    global::_STANDARD
        .store(
            py::bytes::literal(
                b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
            ),
        );
    global::_bytes.store(py::def("_bytes", "s", [], _bytes));
    global::b64encode
        .store(py::def("b64encode", "s, altchars=", [Value::None], b64encode));
    global::b64decode
        .store(
            py::def(
                "b64decode",
                "s, altchars=, validate=",
                [Value::None, Value::Bool(false)],
                b64decode,
            ),
        );
    global::standard_b64encode
        .store(py::def("standard_b64encode", "s", [], standard_b64encode));
    global::standard_b64decode
        .store(py::def("standard_b64decode", "s", [], standard_b64decode));
    global::urlsafe_b64encode
        .store(py::def("urlsafe_b64encode", "s", [], urlsafe_b64encode));
    global::urlsafe_b64decode
        .store(py::def("urlsafe_b64decode", "s", [], urlsafe_b64decode));
    global::b16encode.store(py::def("b16encode", "s", [], b16encode));
    global::b16decode
        .store(py::def("b16decode", "s, casefold=", [Value::Bool(false)], b16decode));
    global::_B32.store(py::bytes::literal(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"));
    global::_B32HEX.store(py::bytes::literal(b"0123456789ABCDEFGHIJKLMNOPQRSTUV"));
    global::_B85
        .store(
            py::bytes::literal(
                b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~",
            ),
        );
    global::_encode32.store(py::def("_encode32", "alphabet, s", [], _encode32));
    global::_decode32
        .store(py::def("_decode32", "alphabet, s, casefold", [], _decode32));
    global::b32encode.store(py::def("b32encode", "s", [], b32encode));
    global::b32hexencode.store(py::def("b32hexencode", "s", [], b32hexencode));
    global::b32decode
        .store(
            py::def(
                "b32decode",
                "s, casefold=, map01=",
                [Value::Bool(false), Value::None],
                b32decode,
            ),
        );
    global::b32hexdecode
        .store(
            py::def("b32hexdecode", "s, casefold=", [Value::Bool(false)], b32hexdecode),
        );
    global::_words.store(py::def("_words", "b", [], _words));
    global::b85encode
        .store(py::def("b85encode", "b, pad=", [Value::Bool(false)], b85encode));
    global::b85decode.store(py::def("b85decode", "b", [], b85decode));
    global::a85encode
        .store(
            py::def(
                "a85encode",
                "b, *, foldspaces=, wrapcol=, pad=, adobe=",
                [
                    Value::Bool(false),
                    Value::Int(0),
                    Value::Bool(false),
                    Value::Bool(false),
                ],
                a85encode,
            ),
        );
    global::a85decode
        .store(
            py::def(
                "a85decode",
                "b, *, foldspaces=, adobe=, ignorechars=",
                [
                    Value::Bool(false),
                    Value::Bool(false),
                    py::bytes::literal(b" \t\n\r\x0b"),
                ],
                a85decode,
            ),
        );
    global::encodebytes.store(py::def("encodebytes", "s", [], encodebytes));
    global::decodebytes.store(py::def("decodebytes", "s", [], decodebytes));
    global::encode.store(py::def("encode", "input, output", [], encode));
    global::decode.store(py::def("decode", "input, output", [], decode));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library base64") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "b64encode" => global::b64encode.load(),
        "b64decode" => global::b64decode.load(),
        "standard_b64encode" => global::standard_b64encode.load(),
        "standard_b64decode" => global::standard_b64decode.load(),
        "urlsafe_b64encode" => global::urlsafe_b64encode.load(),
        "urlsafe_b64decode" => global::urlsafe_b64decode.load(),
        "b16encode" => global::b16encode.load(),
        "b16decode" => global::b16decode.load(),
        "b32encode" => global::b32encode.load(),
        "b32decode" => global::b32decode.load(),
        "b32hexencode" => global::b32hexencode.load(),
        "b32hexdecode" => global::b32hexdecode.load(),
        "b85encode" => global::b85encode.load(),
        "b85decode" => global::b85decode.load(),
        "a85encode" => global::a85encode.load(),
        "a85decode" => global::a85decode.load(),
        "encodebytes" => global::encodebytes.load(),
        "decodebytes" => global::decodebytes.load(),
        "encode" => global::encode.load(),
        "decode" => global::decode.load(),
        _ => Ok(Value::None),
    }
}
