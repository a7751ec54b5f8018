//! Decimal numbers: a sign, an integer and an exponent.
//!
//! @generated from `runtime/pure/decimal.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "decimal";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static BasicContext : Global = const { Global::new("BasicContext") };
        pub (crate) static Clamped : Global = const { Global::new("Clamped") }; pub
        (crate) static Context : Global = const { Global::new("Context") }; pub (crate)
        static ConversionSyntax : Global = const { Global::new("ConversionSyntax") }; pub
        (crate) static Decimal : Global = const { Global::new("Decimal") }; pub (crate)
        static DecimalException : Global = const { Global::new("DecimalException") }; pub
        (crate) static DecimalTuple : Global = const { Global::new("DecimalTuple") }; pub
        (crate) static DefaultContext : Global = const { Global::new("DefaultContext") };
        pub (crate) static DivisionByZero : Global = const {
        Global::new("DivisionByZero") }; pub (crate) static DivisionUndefined : Global =
        const { Global::new("DivisionUndefined") }; pub (crate) static ExtendedContext :
        Global = const { Global::new("ExtendedContext") }; pub (crate) static
        FloatOperation : Global = const { Global::new("FloatOperation") }; pub (crate)
        static Inexact : Global = const { Global::new("Inexact") }; pub (crate) static
        InvalidOperation : Global = const { Global::new("InvalidOperation") }; pub
        (crate) static MAX_EMAX : Global = const { Global::new("MAX_EMAX") }; pub (crate)
        static MAX_PREC : Global = const { Global::new("MAX_PREC") }; pub (crate) static
        MIN_EMIN : Global = const { Global::new("MIN_EMIN") }; pub (crate) static
        Overflow : Global = const { Global::new("Overflow") }; pub (crate) static
        ROUND_05UP : Global = const { Global::new("ROUND_05UP") }; pub (crate) static
        ROUND_CEILING : Global = const { Global::new("ROUND_CEILING") }; pub (crate)
        static ROUND_DOWN : Global = const { Global::new("ROUND_DOWN") }; pub (crate)
        static ROUND_FLOOR : Global = const { Global::new("ROUND_FLOOR") }; pub (crate)
        static ROUND_HALF_DOWN : Global = const { Global::new("ROUND_HALF_DOWN") }; pub
        (crate) static ROUND_HALF_EVEN : Global = const { Global::new("ROUND_HALF_EVEN")
        }; pub (crate) static ROUND_HALF_UP : Global = const {
        Global::new("ROUND_HALF_UP") }; pub (crate) static ROUND_UP : Global = const {
        Global::new("ROUND_UP") }; pub (crate) static Rounded : Global = const {
        Global::new("Rounded") }; pub (crate) static Subnormal : Global = const {
        Global::new("Subnormal") }; pub (crate) static Underflow : Global = const {
        Global::new("Underflow") }; pub (crate) static _Local : Global = const {
        Global::new("_Local") }; pub (crate) static _State : Global = const {
        Global::new("_State") }; pub (crate) static _atanh_log : Global = const {
        Global::new("_atanh_log") }; pub (crate) static _body : Global = const {
        Global::new("_body") }; pub (crate) static _isqrt : Global = const {
        Global::new("_isqrt") }; pub (crate) static _make : Global = const {
        Global::new("_make") }; pub (crate) static _parse : Global = const {
        Global::new("_parse") }; pub (crate) static _rounded : Global = const {
        Global::new("_rounded") }; pub (crate) static _shortened : Global = const {
        Global::new("_shortened") }; pub (crate) static _signal : Global = const {
        Global::new("_signal") }; pub (crate) static _signals : Global = const {
        Global::new("_signals") }; pub (crate) static _state : Global = const {
        Global::new("_state") }; pub (crate) static getcontext : Global = const {
        Global::new("getcontext") }; pub (crate) static localcontext : Global = const {
        Global::new("localcontext") }; pub (crate) static setcontext : Global = const {
        Global::new("setcontext") };
    }
}

pub(crate) fn decimal_tuple_new(
    cls: Value,
    sign: Value,
    digits: Value,
    exponent: Value,
) -> R {
    Ok(
        py::library_class("tuple")
            .method(
                "__new__",
                &[
                    cls.clone(),
                    py::tuple([sign.clone(), digits.clone(), exponent.clone()]),
                ],
            )?,
    )
}

pub(crate) fn decimal_tuple_repr(self_: Value) -> R {
    Ok(
        Value::str(
            format!(
                "DecimalTuple(sign={}, digits={}, exponent={})", py::fmt(& self_.item(&
                Value::Int(0)) ?, 'r', "") ?, py::fmt(& self_.item(& Value::Int(1)) ?,
                'r', "") ?, py::fmt(& self_.item(& Value::Int(2)) ?, 'r', "") ?
            ),
        ),
    )
}

pub(crate) fn context_init(
    self_: Value,
    prec: Value,
    rounding: Value,
    Emin: Value,
    Emax: Value,
    capitals: Value,
    clamp: Value,
    flags: Value,
    mut traps: Value,
) -> R {
    self_
        .set_attr(
            "prec",
            if prec.is(&Value::None) { Value::Int(28) } else { prec.clone() },
        )?;
    self_
        .set_attr(
            "rounding",
            if rounding.is(&Value::None) {
                global::ROUND_HALF_EVEN.load()?
            } else {
                rounding.clone()
            },
        )?;
    self_
        .set_attr(
            "Emin",
            if Emin.is(&Value::None) { Value::Int(-999999) } else { Emin.clone() },
        )?;
    self_
        .set_attr(
            "Emax",
            if Emax.is(&Value::None) { Value::Int(999999) } else { Emax.clone() },
        )?;
    self_
        .set_attr(
            "capitals",
            if capitals.is(&Value::None) { Value::Int(1) } else { capitals.clone() },
        )?;
    self_
        .set_attr(
            "clamp",
            if clamp.is(&Value::None) { Value::Int(0) } else { clamp.clone() },
        )?;
    if traps.is(&Value::None) {
        traps = py::list([
            global::InvalidOperation.load()?,
            global::DivisionByZero.load()?,
            global::Overflow.load()?,
        ]);
    }
    self_
        .set_attr(
            "traps",
            if !py::builtins::isinstance(
                    &py::pos(&[traps.clone(), py::library_class("dict")]),
                )?
                .truth()?
            {
                {
                    let out_1 = py::dict([])?;
                    let mut iter_2 = py::iter::iter(&global::_signals.load()?)?;
                    while let Some(c) = iter_2.next()? {
                        out_1
                            .set_item(
                                c.clone(),
                                {
                                    let left_3 = Value::Bool(py::contained(&c, &traps)?);
                                    if left_3.truth()? {
                                        left_3
                                    } else {
                                        {
                                            let left_4 = py::builtins::isinstance(
                                                &py::pos(&[traps.clone(), py::library_class("dict")]),
                                            )?;
                                            if !left_4.truth()? { left_4 } else { traps.item(&c)? }
                                        }
                                    }
                                },
                            )?;
                    }
                    out_1
                }
            } else {
                py::construct::dict(&py::pos(&[traps.clone()]))?
            },
        )?;
    self_
        .set_attr(
            "flags",
            {
                let out_5 = py::dict([])?;
                let mut iter_6 = py::iter::iter(&global::_signals.load()?)?;
                while let Some(c) = iter_6.next()? {
                    out_5.set_item(c.clone(), Value::Bool(false))?;
                }
                out_5
            },
        )?;
    Ok(Value::None)
}

pub(crate) fn context_copy(self_: Value) -> R {
    let made = py::call::call(
        &global::Context.load()?,
        &py::pos(
            &[
                self_.attr("prec")?,
                self_.attr("rounding")?,
                self_.attr("Emin")?,
                self_.attr("Emax")?,
                self_.attr("capitals")?,
                self_.attr("clamp")?,
            ],
        ),
    )?;
    made.set_attr("traps", py::construct::dict(&py::pos(&[self_.attr("traps")?]))?)?;
    made.set_attr("flags", py::construct::dict(&py::pos(&[self_.attr("flags")?]))?)?;
    Ok(made.clone())
}

pub(crate) fn context_clear_flags(self_: Value) -> R {
    let mut iter_8 = py::iter::iter(&self_.attr("flags")?)?;
    while let Some(flag) = iter_8.next()? {
        let value_10 = Value::Bool(false);
        self_.attr("flags")?.set_item(flag.clone(), value_10)?;
    }
    Ok(Value::None)
}

pub(crate) fn context_clear_traps(self_: Value) -> R {
    let mut iter_11 = py::iter::iter(&self_.attr("traps")?)?;
    while let Some(trap) = iter_11.next()? {
        let value_13 = Value::Bool(false);
        self_.attr("traps")?.set_item(trap.clone(), value_13)?;
    }
    Ok(Value::None)
}

pub(crate) fn context_create_decimal(self_: Value, value: Value) -> R {
    Ok(
        py::call::call(&global::Decimal.load()?, &py::pos(&[value.clone()]))?
            .method("_fix", &[self_.clone()])?,
    )
}

pub(crate) fn context_create_decimal_from_float(self_: Value, value: Value) -> R {
    Ok(
        py::call::call(&global::Decimal.load()?, &py::pos(&[value.clone()]))?
            .method("_fix", &[self_.clone()])?,
    )
}

pub(crate) fn context_sqrt(self_: Value, value: Value) -> R {
    Ok(
        py::call::call(&global::Decimal.load()?, &py::pos(&[value.clone()]))?
            .method("sqrt", &[self_.clone()])?,
    )
}

pub(crate) fn context_power(self_: Value, a: Value, b: Value) -> R {
    Ok(
        py::call::call(&global::Decimal.load()?, &py::pos(&[a.clone()]))?
            .method(
                "__pow__",
                &[py::call::call(&global::Decimal.load()?, &py::pos(&[b.clone()]))?],
            )?,
    )
}

pub(crate) fn context_divide(self_: Value, a: Value, b: Value) -> R {
    Ok(
        py::call::call(&global::Decimal.load()?, &py::pos(&[a.clone()]))?
            .div(&py::call::call(&global::Decimal.load()?, &py::pos(&[b.clone()]))?)?,
    )
}

pub(crate) fn context_quantize(self_: Value, a: Value, b: Value) -> R {
    Ok({
        let object_22 = py::call::call(&global::Decimal.load()?, &py::pos(&[a.clone()]))?
            .clone();
        py::call::call_method_with(
            &object_22,
            "quantize",
            &py::Args {
                pos: &[
                    py::call::call(&global::Decimal.load()?, &py::pos(&[b.clone()]))?,
                ],
                kw: &[("context", self_.clone())],
            },
        )?
    })
}

pub(crate) fn context_repr(self_: Value) -> R {
    let traps = Value::str(", ")
        .method(
            "join",
            &[
                {
                    async fn body_26(
                        yielder: py::Yielder,
                        self_: Value,
                        u2e0: Value,
                    ) -> R {
                        let mut iter_24 = py::iter::iter(&u2e0)?;
                        while let Some(c) = iter_24.next()? {
                            if self_.attr("traps")?.item(&c)?.truth()? {
                                yielder.give(c.attr("__name__")?).await?;
                            }
                        }
                        Ok(Value::None)
                    }
                    let self_ = self_.clone();
                    let arg_27 = py::iter::started(&self_.attr("traps")?)?;
                    py::generator(
                        "<genexpr>",
                        move |yielder| body_26(yielder, self_, arg_27),
                    )
                },
            ],
        )?;
    let flags = Value::str(", ")
        .method(
            "join",
            &[
                {
                    async fn body_30(
                        yielder: py::Yielder,
                        self_: Value,
                        u2e0: Value,
                    ) -> R {
                        let mut iter_28 = py::iter::iter(&u2e0)?;
                        while let Some(c) = iter_28.next()? {
                            if self_.attr("flags")?.item(&c)?.truth()? {
                                yielder.give(c.attr("__name__")?).await?;
                            }
                        }
                        Ok(Value::None)
                    }
                    let self_ = self_.clone();
                    let arg_31 = py::iter::started(&self_.attr("flags")?)?;
                    py::generator(
                        "<genexpr>",
                        move |yielder| body_30(yielder, self_, arg_31),
                    )
                },
            ],
        )?;
    Ok(
        Value::str(
            format!(
                "Context(prec={}, rounding={}, Emin={}, Emax={}, capitals={}, clamp={}, flags=[{}], traps=[{}])",
                py::show(& self_.attr("prec") ?) ?, py::show(& self_.attr("rounding") ?)
                ?, py::show(& self_.attr("Emin") ?) ?, py::show(& self_.attr("Emax") ?)
                ?, py::show(& self_.attr("capitals") ?) ?, py::show(& self_.attr("clamp")
                ?) ?, py::show(& flags) ?, py::show(& traps) ?
            ),
        ),
    )
}

pub(crate) fn _state_init(self_: Value) -> R {
    self_
        .set_attr(
            "context",
            py::call::call(&global::Context.load()?, &py::Args::none())?,
        )?;
    Ok(Value::None)
}

pub(crate) fn getcontext() -> R {
    Ok(global::_state.load()?.attr("context")?)
}

pub(crate) fn setcontext(context: Value) -> R {
    global::_state.load()?.set_attr("context", context.clone())?;
    Ok(Value::None)
}

pub(crate) fn _local_init(self_: Value, context: Value) -> R {
    self_.set_attr("new", context.clone())?;
    self_.set_attr("saved", Value::None)?;
    Ok(Value::None)
}

pub(crate) fn _local_enter(self_: Value) -> R {
    self_.set_attr("saved", global::_state.load()?.attr("context")?)?;
    global::_state.load()?.set_attr("context", self_.attr("new")?)?;
    Ok(self_.attr("new")?)
}

pub(crate) fn _local_exit(self_: Value, kind: Value, error: Value, trace: Value) -> R {
    global::_state.load()?.set_attr("context", self_.attr("saved")?)?;
    Ok(Value::None)
}

pub(crate) fn localcontext(ctx: Value, kwargs: Value) -> R {
    let context = {
        let left_37 = ctx.clone();
        if left_37.truth()? { left_37 } else { getcontext()? }
    }
        .method("copy", &[])?;
    let mut iter_38 = py::iter::iter(&kwargs)?;
    while let Some(name) = iter_38.next()? {
        py::builtins::setattr(
            &py::pos(&[context.clone(), name.clone(), kwargs.item(&name)?]),
        )?;
    }
    Ok(py::call::call(&global::_Local.load()?, &py::pos(&[context.clone()]))?)
}

/// `n` without its last `drop` digits, and whether something was lost.
pub(crate) fn _rounded(sign: Value, n: Value, drop: Value, rounding: Value) -> R {
    let mut rest = Value::Unbound;
    let mut up = Value::Unbound;
    let mut whole = Value::Unbound;
    if drop.is_le(&Value::Int(0))? {
        return Ok(
            py::tuple([n.mul(&Value::Int(10).pow(&drop.neg()?)?)?, Value::Bool(false)]),
        );
    }
    let unit = Value::Int(10).pow(&drop)?;
    let [item_41, item_42] = py::unpack::<
        2,
    >(&py::builtins::divmod(&py::pos(&[n.clone(), unit.clone()]))?)?;
    whole = item_41;
    rest = item_42;
    if rest.is_eq(&Value::Int(0))? {
        return Ok(py::tuple([whole.clone(), Value::Bool(false)]));
    }
    let twice = rest.mul(&Value::Int(2))?;
    if rounding.is_eq(&global::ROUND_HALF_EVEN.load()?)? {
        up = {
            let left_43 = twice.gt(&unit)?;
            if left_43.truth()? {
                left_43
            } else {
                {
                    let left_44 = twice.eq(&unit)?;
                    if !left_44.truth()? {
                        left_44
                    } else {
                        whole.modulo(&Value::Int(2))?.eq(&Value::Int(1))?
                    }
                }
            }
        };
    } else if rounding.is_eq(&global::ROUND_HALF_UP.load()?)? {
        up = twice.ge(&unit)?;
    } else if rounding.is_eq(&global::ROUND_HALF_DOWN.load()?)? {
        up = twice.gt(&unit)?;
    } else if rounding.is_eq(&global::ROUND_UP.load()?)? {
        up = Value::Bool(true);
    } else if rounding.is_eq(&global::ROUND_DOWN.load()?)? {
        up = Value::Bool(false);
    } else if rounding.is_eq(&global::ROUND_CEILING.load()?)? {
        up = Value::Bool(!sign.truth()?);
    } else if rounding.is_eq(&global::ROUND_FLOOR.load()?)? {
        up = py::construct::bool(&py::pos(&[sign.clone()]))?;
    } else if rounding.is_eq(&global::ROUND_05UP.load()?)? {
        up = Value::Bool(
            py::contained(
                &whole.modulo(&Value::Int(10))?,
                &py::tuple([Value::Int(0), Value::Int(5)]),
            )?,
        );
    } else {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(
                        &[
                            Value::str(
                                "valid values for rounding are: [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]",
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    Ok(
        py::tuple([
            whole.add(&if up.truth()? { Value::Int(1) } else { Value::Int(0) })?,
            Value::Bool(true),
        ]),
    )
}

pub(crate) fn _isqrt(n: Value) -> R {
    if n.is_eq(&Value::Int(0))? {
        return Ok(Value::Int(0));
    }
    let mut x = Value::Int(1)
        .shl(
            &n.method("bit_length", &[])?.add(&Value::Int(1))?.floor_div(&Value::Int(2))?,
        )?;
    loop {
        let y = x.add(&n.floor_div(&x)?)?.floor_div(&Value::Int(2))?;
        if y.is_ge(&x)? {
            return Ok(x.clone());
        }
        x = y.clone();
    }
}

pub(crate) fn _make(sign: Value, n: Value, exp: Value, special: Value) -> R {
    let made = py::library_class("object")
        .method("__new__", &[global::Decimal.load()?])?;
    made.set_attr("_sign", sign.clone())?;
    made.set_attr("_int", n.clone())?;
    made.set_attr("_exp", exp.clone())?;
    made.set_attr("_special", special.clone())?;
    Ok(made.clone())
}

pub(crate) fn _signal(kind: Value, message: Value, result: Value) -> R {
    let context = getcontext()?;
    let base = if py::builtins::issubclass(
            &py::pos(&[kind.clone(), global::InvalidOperation.load()?]),
        )?
        .truth()?
    {
        global::InvalidOperation.load()?
    } else {
        kind.clone()
    };
    let value_47 = Value::Bool(true);
    context.attr("flags")?.set_item(base.clone(), value_47)?;
    if context.attr("traps")?.item(&base)?.truth()? {
        return Err(
            py::exc::to_raise(
                &if message.is(&Value::None) {
                    py::call::call(&base.clone(), &py::pos(&[py::list([kind.clone()])]))?
                } else {
                    py::call::call(&kind.clone(), &py::pos(&[message.clone()]))?
                },
            )?,
        );
    }
    Ok(result.clone())
}

pub(crate) fn _parse(text: Value) -> R {
    let mut __ = Value::Unbound;
    let mut exponent = Value::Unbound;
    let mut fraction = Value::Unbound;
    let mut mantissa = Value::Unbound;
    let mut whole = Value::Unbound;
    let s = text
        .method("strip", &[])?
        .method("replace", &[Value::str("_"), Value::str("")])?;
    let mut sign = Value::Int(0);
    let mut rest = s.clone();
    if py::contained(
        &rest.item(&py::item::slice(Value::None, Value::Int(1), Value::None))?,
        &py::tuple([Value::str("+"), Value::str("-")]),
    )? {
        sign = if rest.item(&Value::Int(0))?.is_eq(&Value::str("-"))? {
            Value::Int(1)
        } else {
            Value::Int(0)
        };
        rest = rest.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?;
    }
    let lower = rest.method("lower", &[])?;
    if py::contained(&lower, &py::tuple([Value::str("inf"), Value::str("infinity")]))? {
        return Ok(_make(sign.clone(), Value::Int(0), Value::Int(0), Value::str("F"))?);
    }
    if py::contained(&lower, &py::tuple([Value::str("nan"), Value::str("snan")]))? {
        return Ok(
            _make(
                sign.clone(),
                Value::Int(0),
                Value::Int(0),
                if lower.is_eq(&Value::str("nan"))? {
                    Value::str("n")
                } else {
                    Value::str("N")
                },
            )?,
        );
    }
    let [item_50, item_51] = py::unpack::<
        2,
    >(&py::tuple([lower.clone(), Value::str("0")]))?;
    mantissa = item_50;
    exponent = item_51;
    if py::contained(&Value::str("e"), &lower)? {
        let [item_52, item_53, item_54] = py::unpack::<
            3,
        >(&lower.method("partition", &[Value::str("e")])?)?;
        mantissa = item_52;
        __ = item_53;
        exponent = item_54;
    }
    let [item_55, item_56, item_57] = py::unpack::<
        3,
    >(&mantissa.method("partition", &[Value::str(".")])?)?;
    whole = item_55;
    __ = item_56;
    fraction = item_57;
    let digits = whole.add(&fraction)?;
    let power = if py::contained(
        &exponent.item(&py::item::slice(Value::None, Value::Int(1), Value::None))?,
        &py::tuple([Value::str("+"), Value::str("-")]),
    )? {
        exponent.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?
    } else {
        exponent.clone()
    };
    if !(digits.method("isdigit", &[])?.truth()?
        && power.method("isdigit", &[])?.truth()?)
    {
        return Ok(
            _signal(
                global::ConversionSyntax.load()?,
                Value::None,
                _make(Value::Int(0), Value::Int(0), Value::Int(0), Value::str("n"))?,
            )?,
        );
    }
    Ok(
        _make(
            sign.clone(),
            py::construct::int(&py::pos(&[digits.clone()]))?,
            py::construct::int(&py::pos(&[exponent.clone()]))?
                .sub(&Value::from(py::builtins::len(&fraction)?))?,
            Value::None,
        )?,
    )
}

pub(crate) fn decimal_new(cls: Value, value: Value, context: Value) -> R {
    let mut made = Value::Unbound;
    if py::builtins::isinstance(&py::pos(&[value.clone(), global::Decimal.load()?]))?
        .truth()?
    {
        made = value.clone();
    } else if py::builtins::isinstance(
            &py::pos(&[value.clone(), py::library_class("str")]),
        )?
        .truth()?
    {
        made = _parse(value.clone())?;
    } else if py::builtins::isinstance(
            &py::pos(&[value.clone(), py::library_class("int")]),
        )?
        .truth()?
    {
        made = _make(
            if value.is_lt(&Value::Int(0))? { Value::Int(1) } else { Value::Int(0) },
            py::builtins::abs(&py::pos(&[value.clone()]))?,
            Value::Int(0),
            Value::None,
        )?;
    } else if py::builtins::isinstance(
            &py::pos(&[value.clone(), py::library_class("float")]),
        )?
        .truth()?
    {
        made = cls.method("from_float", &[value.clone()])?;
    } else if py::builtins::isinstance(
            &py::pos(
                &[
                    value.clone(),
                    py::tuple([py::library_class("tuple"), py::library_class("list")]),
                ],
            ),
        )?
        .truth()?
    {
        let mut n = Value::Int(0);
        let mut iter_58 = py::iter::iter(&value.item(&Value::Int(1))?)?;
        while let Some(digit) = iter_58.next()? {
            n = n.mul(&Value::Int(10))?.add(&digit)?;
        }
        let special = if py::contained(
            &value.item(&Value::Int(2))?,
            &py::tuple([Value::str("F"), Value::str("n"), Value::str("N")]),
        )? {
            value.item(&Value::Int(2))?
        } else {
            Value::None
        };
        made = _make(
            value.item(&Value::Int(0))?,
            n.clone(),
            if special.truth()? { Value::Int(0) } else { value.item(&Value::Int(2))? },
            special.clone(),
        )?;
    } else {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "conversion from {} to Decimal is not supported", py::show(&
                                    py::construct::type_(& py::pos(& [value.clone()]))
                                    ?.attr("__name__") ?) ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    if cls.is(&global::Decimal.load()?) {
        return Ok(made.clone());
    }
    let own = py::library_class("object").method("__new__", &[cls.clone()])?;
    let [item_61, item_62, item_63, item_64] = py::unpack::<
        4,
    >(
        &py::tuple([
            made.attr("_sign")?,
            made.attr("_int")?,
            made.attr("_exp")?,
            made.attr("_special")?,
        ]),
    )?;
    own.set_attr("_sign", item_61)?;
    own.set_attr("_int", item_62)?;
    own.set_attr("_exp", item_63)?;
    own.set_attr("_special", item_64)?;
    Ok(own.clone())
}

pub(crate) fn decimal_from_float(cls: Value, value: Value) -> R {
    let mut bottom = Value::Unbound;
    let mut top = Value::Unbound;
    if py::builtins::isinstance(&py::pos(&[value.clone(), py::library_class("int")]))?
        .truth()?
    {
        return Ok(py::call::call(&cls.clone(), &py::pos(&[value.clone()]))?);
    }
    if value.is_ne(&value)? {
        return Ok(_make(Value::Int(0), Value::Int(0), Value::Int(0), Value::str("n"))?);
    }
    if py::contained(
        &value,
        &py::tuple([
            py::construct::float(&py::pos(&[Value::str("inf")]))?,
            py::construct::float(&py::pos(&[Value::str("-inf")]))?,
        ]),
    )? {
        return Ok(
            _make(
                if value.is_lt(&Value::Int(0))? { Value::Int(1) } else { Value::Int(0) },
                Value::Int(0),
                Value::Int(0),
                Value::str("F"),
            )?,
        );
    }
    let [item_66, item_67] = py::unpack::<
        2,
    >(&py::builtins::abs(&py::pos(&[value.clone()]))?.method("as_integer_ratio", &[])?)?;
    top = item_66;
    bottom = item_67;
    let k = bottom.method("bit_length", &[])?.sub(&Value::Int(1))?;
    let negative = py::construct::str(&py::pos(&[value.clone()]))?
        .item(&Value::Int(0))?
        .eq(&Value::str("-"))?;
    Ok(
        _make(
            if negative.truth()? { Value::Int(1) } else { Value::Int(0) },
            top.mul(&Value::Int(5).pow(&k)?)?,
            k.neg()?,
            Value::None,
        )?,
    )
}

pub(crate) fn decimal_digits(self_: Value) -> R {
    Ok(py::library::sys::_int_digits(&py::pos(&[self_.attr("_int")?]))?)
}

pub(crate) fn decimal_adjusted(self_: Value) -> R {
    Ok(
        if self_.attr("_special")?.is(&Value::None) {
            self_.attr("_exp")?.add(&self_.method("_digits", &[])?)?.sub(&Value::Int(1))?
        } else {
            Value::Int(0)
        },
    )
}

pub(crate) fn decimal_fix(self_: Value, mut context: Value) -> R {
    let mut lost = Value::Unbound;
    let mut n = Value::Unbound;
    context = {
        let left_68 = context.clone();
        if left_68.truth()? { left_68 } else { getcontext()? }
    };
    if !self_.attr("_special")?.is(&Value::None) {
        return Ok(self_.clone());
    }
    let digits = py::library::sys::_int_digits(&py::pos(&[self_.attr("_int")?]))?;
    let extra = digits.sub(&context.attr("prec")?)?;
    if extra.is_le(&Value::Int(0))? && self_.attr("_int")?.is_ne(&Value::Int(0))?
        && self_.attr("_exp")?.add(&digits)?.is_le(&context.attr("Emax")?)?
        && self_
            .attr("_exp")?
            .is_ge(
                &context.attr("Emin")?.sub(&context.attr("prec")?)?.add(&Value::Int(1))?,
            )?
    {
        return Ok(self_.clone());
    }
    let mut result = self_.clone();
    if extra.is_gt(&Value::Int(0))? && self_.attr("_int")?.is_ne(&Value::Int(0))? {
        let [item_69, item_70] = py::unpack::<
            2,
        >(
            &_rounded(
                self_.attr("_sign")?,
                self_.attr("_int")?,
                extra.clone(),
                context.attr("rounding")?,
            )?,
        )?;
        n = item_69;
        lost = item_70;
        let mut exp = self_.attr("_exp")?.add(&extra)?;
        if py::library::sys::_int_digits(&py::pos(&[n.clone()]))?
            .is_gt(&context.attr("prec")?)?
        {
            n.floor_div_assign(&Value::Int(10))?;
            exp.add_assign(&Value::Int(1))?;
        }
        let value_71 = Value::Bool(true);
        context.attr("flags")?.set_item(global::Rounded.load()?, value_71)?;
        if lost.truth()? {
            let value_72 = Value::Bool(true);
            context.attr("flags")?.set_item(global::Inexact.load()?, value_72)?;
            if context.attr("traps")?.item(&global::Inexact.load()?)?.truth()? {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &global::Inexact.load()?,
                            &py::pos(&[py::list([global::Inexact.load()?])]),
                        )?,
                    )?,
                );
            }
        }
        if context.attr("traps")?.item(&global::Rounded.load()?)?.truth()? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &global::Rounded.load()?,
                        &py::pos(&[py::list([global::Rounded.load()?])]),
                    )?,
                )?,
            );
        }
        result = _make(self_.attr("_sign")?, n.clone(), exp.clone(), Value::None)?;
    }
    if result.attr("_int")?.is_ne(&Value::Int(0))?
        && result.method("adjusted", &[])?.is_gt(&context.attr("Emax")?)?
    {
        let value_75 = Value::Bool(true);
        context.attr("flags")?.set_item(global::Overflow.load()?, value_75)?;
        if context.attr("traps")?.item(&global::Overflow.load()?)?.truth()? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &global::Overflow.load()?,
                        &py::pos(&[Value::str("above Emax")]),
                    )?,
                )?,
            );
        }
        return Ok(
            _make(self_.attr("_sign")?, Value::Int(0), Value::Int(0), Value::str("F"))?,
        );
    }
    let tiny = context.attr("Emin")?.sub(&context.attr("prec")?)?.add(&Value::Int(1))?;
    if result.attr("_exp")?.is_lt(&tiny)? {
        let [item_77, item_78] = py::unpack::<
            2,
        >(
            &_rounded(
                result.attr("_sign")?,
                result.attr("_int")?,
                tiny.sub(&result.attr("_exp")?)?,
                context.attr("rounding")?,
            )?,
        )?;
        n = item_77;
        lost = item_78;
        result = _make(result.attr("_sign")?, n.clone(), tiny.clone(), Value::None)?;
    }
    Ok(result.clone())
}

pub(crate) fn decimal_text(self_: Value, capital: Value) -> R {
    let mut dot = Value::Unbound;
    let mut fraction = Value::Unbound;
    let mut whole = Value::Unbound;
    let sign = if self_.attr("_sign")?.truth()? {
        Value::str("-")
    } else {
        Value::str("")
    };
    if !self_.attr("_special")?.is(&Value::None) {
        return Ok(
            sign
                .add(
                    &py::dict([
                            (Value::str("F"), Value::str("Infinity")),
                            (Value::str("n"), Value::str("NaN")),
                            (Value::str("N"), Value::str("sNaN")),
                        ])?
                        .item(&self_.attr("_special")?)?,
                )?,
        );
    }
    let digits = py::library::sys::_int_text(&py::pos(&[self_.attr("_int")?]))?;
    let left = self_.attr("_exp")?.add(&Value::from(py::builtins::len(&digits)?))?;
    if self_.attr("_exp")?.is_le(&Value::Int(0))? && left.is_gt(&Value::Int(-6))? {
        dot = left.clone();
    } else {
        dot = Value::Int(1);
    }
    if dot.is_le(&Value::Int(0))? {
        let [item_79, item_80] = py::unpack::<
            2,
        >(
            &py::tuple([
                Value::str("0"),
                Value::str(".").add(&Value::str("0").mul(&dot.neg()?)?)?.add(&digits)?,
            ]),
        )?;
        whole = item_79;
        fraction = item_80;
    } else if dot.is_ge(&Value::from(py::builtins::len(&digits)?))? {
        let [item_81, item_82] = py::unpack::<
            2,
        >(
            &py::tuple([
                digits
                    .add(
                        &Value::str("0")
                            .mul(&dot.sub(&Value::from(py::builtins::len(&digits)?))?)?,
                    )?,
                Value::str(""),
            ]),
        )?;
        whole = item_81;
        fraction = item_82;
    } else {
        let [item_83, item_84] = py::unpack::<
            2,
        >(
            &py::tuple([
                digits.item(&py::item::slice(Value::None, dot.clone(), Value::None))?,
                Value::str(".")
                    .add(
                        &digits
                            .item(
                                &py::item::slice(dot.clone(), Value::None, Value::None),
                            )?,
                    )?,
            ]),
        )?;
        whole = item_83;
        fraction = item_84;
    }
    let power = if left.is_eq(&dot)? {
        Value::str("")
    } else {
        Value::str(
            format!(
                "{}{}", py::show(& capital) ?, py::fmt(& left.sub(& dot) ?, ' ', "+d") ?
            ),
        )
    };
    Ok(sign.add(&whole)?.add(&fraction)?.add(&power)?)
}

pub(crate) fn decimal_str(self_: Value) -> R {
    Ok(self_.method("_text", &[])?)
}

pub(crate) fn decimal_to_eng_string(self_: Value, context: Value) -> R {
    Ok(self_.method("_text", &[])?)
}

pub(crate) fn decimal_repr(self_: Value) -> R {
    Ok(Value::str(format!("Decimal('{}')", py::show(& self_.method("_text", & []) ?) ?)))
}

pub(crate) fn decimal_hash(self_: Value) -> R {
    let mut value = Value::Unbound;
    if !self_.attr("_special")?.is(&Value::None) {
        return Ok(
            py::builtins::hash(
                &py::pos(
                    &[
                        py::construct::float(
                            &py::pos(&[py::construct::str(&py::pos(&[self_.clone()]))?]),
                        )?,
                    ],
                ),
            )?,
        );
    }
    if self_.attr("_exp")?.is_ge(&Value::Int(0))? {
        value = self_
            .attr("_int")?
            .mul(
                &py::builtins::pow(
                    &py::pos(
                        &[
                            Value::Int(10),
                            self_.attr("_exp")?,
                            Value::Int(2305843009213693951),
                        ],
                    ),
                )?,
            )?;
    } else {
        value = self_
            .attr("_int")?
            .mul(
                &py::builtins::pow(
                    &py::pos(
                        &[
                            py::builtins::pow(
                                &py::pos(
                                    &[
                                        Value::Int(10),
                                        Value::Int(2305843009213693949),
                                        Value::Int(2305843009213693951),
                                    ],
                                ),
                            )?,
                            self_.attr("_exp")?.neg()?,
                            Value::Int(2305843009213693951),
                        ],
                    ),
                )?,
            )?;
    }
    value.modulo_assign(&Value::Int(2305843009213693951))?;
    Ok(
        py::builtins::hash(
            &py::pos(
                &[
                    if self_.attr("_sign")?.truth()? {
                        value.neg()?
                    } else {
                        value.clone()
                    },
                ],
            ),
        )?,
    )
}

pub(crate) fn decimal_as_tuple(self_: Value) -> R {
    let exp = if self_.attr("_special")?.is(&Value::None) {
        self_.attr("_exp")?
    } else {
        self_.attr("_special")?
    };
    Ok(
        py::call::call(
            &global::DecimalTuple.load()?,
            &py::pos(
                &[
                    self_.attr("_sign")?,
                    py::construct::tuple(
                        &py::pos(
                            &[
                                {
                                    async fn body_88(yielder: py::Yielder, u2e0: Value) -> R {
                                        let mut iter_86 = py::iter::iter(&u2e0)?;
                                        while let Some(c) = iter_86.next()? {
                                            yielder
                                                .give(py::construct::int(&py::pos(&[c.clone()]))?)
                                                .await?;
                                        }
                                        Ok(Value::None)
                                    }
                                    let arg_89 = py::iter::started(
                                        &py::library::sys::_int_text(
                                            &py::pos(&[self_.attr("_int")?]),
                                        )?,
                                    )?;
                                    py::generator(
                                        "<genexpr>",
                                        move |yielder| body_88(yielder, arg_89),
                                    )
                                },
                            ],
                        ),
                    )?,
                    exp.clone(),
                ],
            ),
        )?,
    )
}

pub(crate) fn decimal_as_integer_ratio(self_: Value) -> R {
    let mut a = Value::Unbound;
    let mut b = Value::Unbound;
    let mut x = Value::Unbound;
    let mut y = Value::Unbound;
    if !self_.attr("_special")?.is(&Value::None) {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &if self_.attr("_special")?.is_eq(&Value::str("F"))? {
                        py::exception("OverflowError")
                    } else {
                        py::exception("ValueError")
                    },
                    &py::pos(&[Value::str("cannot convert to integer ratio")]),
                )?,
            )?,
        );
    }
    let n = if self_.attr("_sign")?.truth()? {
        self_.attr("_int")?.neg()?
    } else {
        self_.attr("_int")?
    };
    if self_.attr("_exp")?.is_ge(&Value::Int(0))? {
        return Ok(
            py::tuple([
                n.mul(&Value::Int(10).pow(&self_.attr("_exp")?)?)?,
                Value::Int(1),
            ]),
        );
    }
    let [item_91, item_92] = py::unpack::<
        2,
    >(&py::tuple([n.clone(), Value::Int(10).pow(&self_.attr("_exp")?.neg()?)?]))?;
    a = item_91;
    b = item_92;
    let [item_93, item_94] = py::unpack::<
        2,
    >(&py::tuple([py::builtins::abs(&py::pos(&[a.clone()]))?, b.clone()]))?;
    x = item_93;
    y = item_94;
    while y.truth()? {
        let [item_96, item_97] = py::unpack::<
            2,
        >(&py::tuple([y.clone(), x.modulo(&y)?]))?;
        x = item_96;
        y = item_97;
    }
    Ok(py::tuple([a.floor_div(&x)?, b.floor_div(&x)?]))
}

pub(crate) fn decimal_signed(self_: Value) -> R {
    Ok(
        if self_.attr("_sign")?.truth()? {
            self_.attr("_int")?.neg()?
        } else {
            self_.attr("_int")?
        },
    )
}

pub(crate) fn decimal_is_nan(self_: Value) -> R {
    Ok(
        Value::Bool(
            py::contained(
                &self_.attr("_special")?,
                &py::tuple([Value::str("n"), Value::str("N")]),
            )?,
        ),
    )
}

pub(crate) fn decimal_is_infinite(self_: Value) -> R {
    Ok(self_.attr("_special")?.eq(&Value::str("F"))?)
}

pub(crate) fn decimal_is_finite(self_: Value) -> R {
    Ok(Value::Bool(self_.attr("_special")?.is(&Value::None)))
}

pub(crate) fn decimal_is_zero(self_: Value) -> R {
    Ok({
        let left_98 = Value::Bool(self_.attr("_special")?.is(&Value::None));
        if !left_98.truth()? { left_98 } else { self_.attr("_int")?.eq(&Value::Int(0))? }
    })
}

pub(crate) fn decimal_is_signed(self_: Value) -> R {
    Ok(self_.attr("_sign")?.eq(&Value::Int(1))?)
}

pub(crate) fn decimal_is_normal(self_: Value, context: Value) -> R {
    Ok({
        let left_99 = Value::Bool(self_.attr("_special")?.is(&Value::None));
        if !left_99.truth()? { left_99 } else { self_.attr("_int")?.ne(&Value::Int(0))? }
    })
}

pub(crate) fn decimal_real(self_: Value) -> R {
    Ok(self_.clone())
}

pub(crate) fn decimal_imag(self_: Value) -> R {
    Ok(py::call::call(&global::Decimal.load()?, &py::pos(&[Value::Int(0)]))?)
}

pub(crate) fn decimal_conjugate(self_: Value) -> R {
    Ok(self_.clone())
}

pub(crate) fn decimal_other(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::Decimal.load()?]))?
        .truth()?
    {
        return Ok(other.clone());
    }
    if py::builtins::isinstance(&py::pos(&[other.clone(), py::library_class("int")]))?
        .truth()?
    {
        return Ok(
            py::call::call(
                &global::Decimal.load()?,
                &py::pos(&[py::construct::int(&py::pos(&[other.clone()]))?]),
            )?,
        );
    }
    Ok(Value::None)
}

pub(crate) fn decimal_nan(self_: Value, other: Value) -> R {
    let mut one = Value::Unbound;
    let mut iter_102 = py::iter::iter(&py::tuple([self_.clone(), other.clone()]))?;
    while let Some(item_103) = iter_102.next()? {
        one = item_103;
        if one.attr("_special")?.is_eq(&Value::str("N"))? {
            return Ok(
                _signal(
                    global::InvalidOperation.load()?,
                    Value::None,
                    _make(
                        one.attr("_sign")?,
                        Value::Int(0),
                        Value::Int(0),
                        Value::str("n"),
                    )?,
                )?,
            );
        }
    }
    let mut iter_105 = py::iter::iter(&py::tuple([self_.clone(), other.clone()]))?;
    while let Some(item_106) = iter_105.next()? {
        one = item_106;
        if one.attr("_special")?.is_eq(&Value::str("n"))? {
            return Ok(one.clone());
        }
    }
    Ok(Value::None)
}

pub(crate) fn decimal_compare(self_: Value, other: Value) -> R {
    let a = self_.method("_order", &[])?;
    let b = other.method("_order", &[])?;
    if a.is_ne(&b)? || !self_.attr("_special")?.is(&Value::None)
        || !other.attr("_special")?.is(&Value::None)
    {
        return Ok(a.gt(&b)?.sub(&a.lt(&b)?)?);
    }
    let exp = py::builtins::min(&py::pos(&[self_.attr("_exp")?, other.attr("_exp")?]))?;
    let x = self_
        .method("_signed", &[])?
        .mul(&Value::Int(10).pow(&self_.attr("_exp")?.sub(&exp)?)?)?;
    let y = other
        .method("_signed", &[])?
        .mul(&Value::Int(10).pow(&other.attr("_exp")?.sub(&exp)?)?)?;
    Ok(x.gt(&y)?.sub(&x.lt(&y)?)?)
}

/// Rough size: sign and decimal magnitude, so that far exponents need no digits.
pub(crate) fn decimal_order(self_: Value) -> R {
    if self_.attr("_special")?.is_eq(&Value::str("F"))? {
        return Ok(
            if self_.attr("_sign")?.truth()? {
                py::big!("1000000000000000000000000000000").neg()?
            } else {
                py::big!("1000000000000000000000000000000")
            },
        );
    }
    if self_.attr("_int")?.is_eq(&Value::Int(0))? {
        return Ok(Value::Int(0));
    }
    let size = self_.method("adjusted", &[])?.add(&py::big!("100000000000000000000"))?;
    Ok(if self_.attr("_sign")?.truth()? { size.neg()? } else { size.clone() })
}

pub(crate) fn decimal_ordered(self_: Value, mut other: Value, name: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), py::library_class("float")]))?
        .truth()?
    {
        other = global::Decimal.load()?.method("from_float", &[other.clone()])?;
    } else if py::builtins::hasattr(&py::pos(&[other.clone(), Value::str("numerator")]))?
        .truth()?
        && !py::builtins::isinstance(
                &py::pos(
                    &[
                        other.clone(),
                        py::tuple([py::library_class("int"), global::Decimal.load()?]),
                    ],
                ),
            )?
            .truth()?
    {
        return Ok(
            self_
                .mul(&other.attr("denominator")?)?
                .method(
                    "_compare",
                    &[
                        py::call::call(
                            &global::Decimal.load()?,
                            &py::pos(&[other.attr("numerator")?]),
                        )?,
                    ],
                )?,
        );
    } else {
        other = self_.method("_other", &[other.clone()])?;
    }
    if other.is(&Value::None) {
        return Ok(Value::None);
    }
    if self_.method("is_nan", &[])?.truth()? || other.method("is_nan", &[])?.truth()? {
        return Ok(Value::str("nan"));
    }
    Ok(self_.method("_compare", &[other.clone()])?)
}

pub(crate) fn decimal_eq(self_: Value, other: Value) -> R {
    let result = self_.method("_ordered", &[other.clone(), Value::str("==")])?;
    if result.is(&Value::None) {
        return Ok(Value::NotImplemented);
    }
    Ok(result.eq(&Value::Int(0))?)
}

pub(crate) fn decimal_lt(self_: Value, other: Value) -> R {
    let result = self_.method("_ordered", &[other.clone(), Value::str("<")])?;
    if result.is(&Value::None) {
        return Ok(Value::NotImplemented);
    }
    if result.is_eq(&Value::str("nan"))? {
        return Ok(
            _signal(global::InvalidOperation.load()?, Value::None, Value::Bool(false))?,
        );
    }
    Ok(result.lt(&Value::Int(0))?)
}

pub(crate) fn decimal_le(self_: Value, other: Value) -> R {
    let result = self_.method("_ordered", &[other.clone(), Value::str("<=")])?;
    if result.is(&Value::None) {
        return Ok(Value::NotImplemented);
    }
    if result.is_eq(&Value::str("nan"))? {
        return Ok(
            _signal(global::InvalidOperation.load()?, Value::None, Value::Bool(false))?,
        );
    }
    Ok(result.le(&Value::Int(0))?)
}

pub(crate) fn decimal_gt(self_: Value, other: Value) -> R {
    let result = self_.method("_ordered", &[other.clone(), Value::str(">")])?;
    if result.is(&Value::None) {
        return Ok(Value::NotImplemented);
    }
    if result.is_eq(&Value::str("nan"))? {
        return Ok(
            _signal(global::InvalidOperation.load()?, Value::None, Value::Bool(false))?,
        );
    }
    Ok(result.gt(&Value::Int(0))?)
}

pub(crate) fn decimal_ge(self_: Value, other: Value) -> R {
    let result = self_.method("_ordered", &[other.clone(), Value::str(">=")])?;
    if result.is(&Value::None) {
        return Ok(Value::NotImplemented);
    }
    if result.is_eq(&Value::str("nan"))? {
        return Ok(
            _signal(global::InvalidOperation.load()?, Value::None, Value::Bool(false))?,
        );
    }
    Ok(result.ge(&Value::Int(0))?)
}

pub(crate) fn decimal_compare_2(self_: Value, mut other: Value, context: Value) -> R {
    other = py::call::call(&global::Decimal.load()?, &py::pos(&[other.clone()]))?;
    let nan = self_.method("_nan", &[other.clone()])?;
    Ok(
        if nan.is(&Value::None) {
            py::call::call(
                &global::Decimal.load()?,
                &py::pos(&[self_.method("_compare", &[other.clone()])?]),
            )?
        } else {
            nan.clone()
        },
    )
}

pub(crate) fn decimal_max(self_: Value, mut other: Value, context: Value) -> R {
    other = py::call::call(&global::Decimal.load()?, &py::pos(&[other.clone()]))?;
    Ok(
        if self_.method("_compare", &[other.clone()])?.is_ge(&Value::Int(0))? {
            self_.clone()
        } else {
            other.clone()
        }
            .method("_fix", &[context.clone()])?,
    )
}

pub(crate) fn decimal_min(self_: Value, mut other: Value, context: Value) -> R {
    other = py::call::call(&global::Decimal.load()?, &py::pos(&[other.clone()]))?;
    Ok(
        if self_.method("_compare", &[other.clone()])?.is_le(&Value::Int(0))? {
            self_.clone()
        } else {
            other.clone()
        }
            .method("_fix", &[context.clone()])?,
    )
}

pub(crate) fn decimal_bool(self_: Value) -> R {
    Ok({
        let left_113 = Value::Bool(!self_.attr("_special")?.is(&Value::None));
        if left_113.truth()? {
            left_113
        } else {
            self_.attr("_int")?.ne(&Value::Int(0))?
        }
    })
}

pub(crate) fn decimal_neg(self_: Value) -> R {
    if self_.attr("_int")?.is_eq(&Value::Int(0))?
        && self_.attr("_special")?.is(&Value::None)
    {
        return Ok(
            _make(Value::Int(0), Value::Int(0), self_.attr("_exp")?, Value::None)?
                .method("_fix", &[])?,
        );
    }
    Ok(
        _make(
                Value::Int(1).sub(&self_.attr("_sign")?)?,
                self_.attr("_int")?,
                self_.attr("_exp")?,
                self_.attr("_special")?,
            )?
            .method("_fix", &[])?,
    )
}

pub(crate) fn decimal_pos(self_: Value) -> R {
    if self_.attr("_int")?.is_eq(&Value::Int(0))?
        && self_.attr("_special")?.is(&Value::None)
    {
        return Ok(
            _make(Value::Int(0), Value::Int(0), self_.attr("_exp")?, Value::None)?
                .method("_fix", &[])?,
        );
    }
    Ok(self_.method("_fix", &[])?)
}

pub(crate) fn decimal_abs(self_: Value) -> R {
    Ok(
        _make(
                Value::Int(0),
                self_.attr("_int")?,
                self_.attr("_exp")?,
                self_.attr("_special")?,
            )?
            .method("_fix", &[])?,
    )
}

pub(crate) fn decimal_copy_abs(self_: Value) -> R {
    Ok(
        _make(
            Value::Int(0),
            self_.attr("_int")?,
            self_.attr("_exp")?,
            self_.attr("_special")?,
        )?,
    )
}

pub(crate) fn decimal_copy_negate(self_: Value) -> R {
    Ok(
        _make(
            Value::Int(1).sub(&self_.attr("_sign")?)?,
            self_.attr("_int")?,
            self_.attr("_exp")?,
            self_.attr("_special")?,
        )?,
    )
}

pub(crate) fn decimal_copy_sign(self_: Value, other: Value, context: Value) -> R {
    Ok(
        _make(
            py::call::call(&global::Decimal.load()?, &py::pos(&[other.clone()]))?
                .attr("_sign")?,
            self_.attr("_int")?,
            self_.attr("_exp")?,
            self_.attr("_special")?,
        )?,
    )
}

pub(crate) fn decimal_add(self_: Value, mut other: Value) -> R {
    other = self_.method("_other", &[other.clone()])?;
    if other.is(&Value::None) {
        return Ok(Value::NotImplemented);
    }
    Ok(self_.method("_plus", &[other.clone()])?)
}

pub(crate) fn decimal_plus(self_: Value, other: Value) -> R {
    let mut a = Value::Unbound;
    let mut b = Value::Unbound;
    let nan = self_.method("_nan", &[other.clone()])?;
    if !nan.is(&Value::None) {
        return Ok(nan.clone());
    }
    if self_.attr("_special")?.truth()? || other.attr("_special")?.truth()? {
        if self_.attr("_special")?.truth()? && other.attr("_special")?.truth()?
            && self_.attr("_sign")?.is_ne(&other.attr("_sign")?)?
        {
            return Ok(
                _signal(
                    global::InvalidOperation.load()?,
                    Value::None,
                    _make(Value::Int(0), Value::Int(0), Value::Int(0), Value::str("n"))?,
                )?,
            );
        }
        return Ok(
            if self_.attr("_special")?.truth()? { self_.clone() } else { other.clone() },
        );
    }
    let context = getcontext()?;
    let mut exp = py::builtins::min(
        &py::pos(&[self_.attr("_exp")?, other.attr("_exp")?]),
    )?;
    let [item_115, item_116] = py::unpack::<
        2,
    >(&py::tuple([self_.clone(), other.clone()]))?;
    a = item_115;
    b = item_116;
    if a.attr("_int")?.truth()? && b.attr("_int")?.truth()?
        && py::builtins::abs(
                &py::pos(&[a.method("adjusted", &[])?.sub(&b.method("adjusted", &[])?)?]),
            )?
            .is_gt(&context.attr("prec")?.add(&Value::Int(5))?)?
        && py::builtins::abs(&py::pos(&[a.attr("_exp")?.sub(&b.attr("_exp")?)?]))?
            .is_gt(&Value::Int(4).mul(&context.attr("prec")?)?.add(&Value::Int(50))?)?
    {
        // The small one only matters for rounding.
        if a.method("adjusted", &[])?.is_lt(&b.method("adjusted", &[])?)? {
            let [item_117, item_118] = py::unpack::<
                2,
            >(&py::tuple([b.clone(), a.clone()]))?;
            a = item_117;
            b = item_118;
        }
        exp = py::builtins::min(
            &py::pos(
                &[
                    a.attr("_exp")?,
                    a
                        .method("adjusted", &[])?
                        .sub(&context.attr("prec")?)?
                        .sub(&Value::Int(3))?,
                ],
            ),
        )?;
        b = _make(b.attr("_sign")?, Value::Int(1), exp.clone(), Value::None)?;
    }
    let n = a
        .method("_signed", &[])?
        .mul(&Value::Int(10).pow(&a.attr("_exp")?.sub(&exp)?)?)?
        .add(
            &b
                .method("_signed", &[])?
                .mul(&Value::Int(10).pow(&b.attr("_exp")?.sub(&exp)?)?)?,
        )?;
    if n.is_eq(&Value::Int(0))? {
        let negative = {
            let left_120 = {
                let left_119 = self_.attr("_sign")?;
                if !left_119.truth()? { left_119 } else { other.attr("_sign")? }
            };
            if left_120.truth()? {
                left_120
            } else {
                {
                    let left_121 = self_.attr("_sign")?.ne(&other.attr("_sign")?)?;
                    if !left_121.truth()? {
                        left_121
                    } else {
                        context.attr("rounding")?.eq(&global::ROUND_FLOOR.load()?)?
                    }
                }
            }
        };
        return Ok(
            _make(
                    if negative.truth()? { Value::Int(1) } else { Value::Int(0) },
                    Value::Int(0),
                    exp.clone(),
                    Value::None,
                )?
                .method("_fix", &[context.clone()])?,
        );
    }
    Ok(
        _make(
                if n.is_lt(&Value::Int(0))? { Value::Int(1) } else { Value::Int(0) },
                py::builtins::abs(&py::pos(&[n.clone()]))?,
                exp.clone(),
                Value::None,
            )?
            .method("_fix", &[context.clone()])?,
    )
}

pub(crate) fn decimal_sub(self_: Value, mut other: Value) -> R {
    other = self_.method("_other", &[other.clone()])?;
    if other.is(&Value::None) {
        return Ok(Value::NotImplemented);
    }
    Ok(self_.method("_plus", &[other.method("copy_negate", &[])?])?)
}

pub(crate) fn decimal_rsub(self_: Value, mut other: Value) -> R {
    other = self_.method("_other", &[other.clone()])?;
    if other.is(&Value::None) {
        return Ok(Value::NotImplemented);
    }
    Ok(other.method("_plus", &[self_.method("copy_negate", &[])?])?)
}

pub(crate) fn decimal_mul(self_: Value, mut other: Value) -> R {
    other = self_.method("_other", &[other.clone()])?;
    if other.is(&Value::None) {
        return Ok(Value::NotImplemented);
    }
    let nan = self_.method("_nan", &[other.clone()])?;
    if !nan.is(&Value::None) {
        return Ok(nan.clone());
    }
    let sign = self_.attr("_sign")?.bit_xor(&other.attr("_sign")?)?;
    if self_.attr("_special")?.truth()? || other.attr("_special")?.truth()? {
        if !self_.truth()? || !other.truth()? {
            return Ok(
                _signal(
                    global::InvalidOperation.load()?,
                    Value::None,
                    _make(Value::Int(0), Value::Int(0), Value::Int(0), Value::str("n"))?,
                )?,
            );
        }
        return Ok(_make(sign.clone(), Value::Int(0), Value::Int(0), Value::str("F"))?);
    }
    Ok(
        _make(
                sign.clone(),
                self_.attr("_int")?.mul(&other.attr("_int")?)?,
                self_.attr("_exp")?.add(&other.attr("_exp")?)?,
                Value::None,
            )?
            .method("_fix", &[])?,
    )
}

pub(crate) fn decimal_truediv(self_: Value, mut other: Value) -> R {
    other = self_.method("_other", &[other.clone()])?;
    if other.is(&Value::None) {
        return Ok(Value::NotImplemented);
    }
    Ok(self_.method("_over", &[other.clone()])?)
}

pub(crate) fn decimal_rtruediv(self_: Value, mut other: Value) -> R {
    other = self_.method("_other", &[other.clone()])?;
    if other.is(&Value::None) {
        return Ok(Value::NotImplemented);
    }
    Ok(other.method("_over", &[self_.clone()])?)
}

pub(crate) fn decimal_over(self_: Value, other: Value) -> R {
    let mut n = Value::Unbound;
    let mut rest = Value::Unbound;
    let nan = self_.method("_nan", &[other.clone()])?;
    if !nan.is(&Value::None) {
        return Ok(nan.clone());
    }
    let sign = self_.attr("_sign")?.bit_xor(&other.attr("_sign")?)?;
    if self_.attr("_special")?.truth()? && other.attr("_special")?.truth()? {
        return Ok(
            _signal(
                global::InvalidOperation.load()?,
                Value::None,
                _make(Value::Int(0), Value::Int(0), Value::Int(0), Value::str("n"))?,
            )?,
        );
    }
    if self_.attr("_special")?.truth()? {
        return Ok(_make(sign.clone(), Value::Int(0), Value::Int(0), Value::str("F"))?);
    }
    if other.attr("_special")?.truth()? {
        return Ok(
            _make(
                sign.clone(),
                Value::Int(0),
                getcontext()?
                    .attr("Emin")?
                    .sub(&getcontext()?.attr("prec")?)?
                    .add(&Value::Int(1))?,
                Value::None,
            )?,
        );
    }
    if other.attr("_int")?.is_eq(&Value::Int(0))? {
        if self_.attr("_int")?.is_eq(&Value::Int(0))? {
            return Ok(
                _signal(
                    global::DivisionUndefined.load()?,
                    Value::None,
                    _make(Value::Int(0), Value::Int(0), Value::Int(0), Value::str("n"))?,
                )?,
            );
        }
        let value_122 = Value::Bool(true);
        getcontext()?
            .attr("flags")?
            .set_item(global::DivisionByZero.load()?, value_122)?;
        if getcontext()?.attr("traps")?.item(&global::DivisionByZero.load()?)?.truth()? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &global::DivisionByZero.load()?,
                        &py::pos(&[py::list([global::DivisionByZero.load()?])]),
                    )?,
                )?,
            );
        }
        return Ok(_make(sign.clone(), Value::Int(0), Value::Int(0), Value::str("F"))?);
    }
    let mut exp = self_.attr("_exp")?.sub(&other.attr("_exp")?)?;
    if self_.attr("_int")?.is_eq(&Value::Int(0))? {
        return Ok(
            _make(sign.clone(), Value::Int(0), exp.clone(), Value::None)?
                .method("_fix", &[])?,
        );
    }
    let shift = py::library::sys::_int_digits(&py::pos(&[other.attr("_int")?]))?
        .sub(&py::library::sys::_int_digits(&py::pos(&[self_.attr("_int")?]))?)?
        .add(&getcontext()?.attr("prec")?)?
        .add(&Value::Int(1))?;
    exp = self_.attr("_exp")?.sub(&other.attr("_exp")?)?.sub(&shift)?;
    if shift.is_ge(&Value::Int(0))? {
        let [item_124, item_125] = py::unpack::<
            2,
        >(
            &py::builtins::divmod(
                &py::pos(
                    &[
                        self_.attr("_int")?.mul(&Value::Int(10).pow(&shift)?)?,
                        other.attr("_int")?,
                    ],
                ),
            )?,
        )?;
        n = item_124;
        rest = item_125;
    } else {
        let [item_126, item_127] = py::unpack::<
            2,
        >(
            &py::builtins::divmod(
                &py::pos(
                    &[
                        self_.attr("_int")?,
                        other.attr("_int")?.mul(&Value::Int(10).pow(&shift.neg()?)?)?,
                    ],
                ),
            )?,
        )?;
        n = item_126;
        rest = item_127;
    }
    if rest.truth()? {
        if n.modulo(&Value::Int(5))?.is_eq(&Value::Int(0))? {
            n.add_assign(&Value::Int(1))?;
        }
    } else {
        let ideal = self_.attr("_exp")?.sub(&other.attr("_exp")?)?;
        while exp.is_lt(&ideal)? && n.modulo(&Value::Int(10))?.is_eq(&Value::Int(0))? {
            n.floor_div_assign(&Value::Int(10))?;
            exp.add_assign(&Value::Int(1))?;
        }
    }
    Ok(_make(sign.clone(), n.clone(), exp.clone(), Value::None)?.method("_fix", &[])?)
}

/// Quotient as an int and remainder.
pub(crate) fn decimal_divided(self_: Value, other: Value) -> R {
    let mut rest = Value::Unbound;
    let mut whole = Value::Unbound;
    let exp = py::builtins::min(&py::pos(&[self_.attr("_exp")?, other.attr("_exp")?]))?;
    let a = self_
        .attr("_int")?
        .mul(&Value::Int(10).pow(&self_.attr("_exp")?.sub(&exp)?)?)?;
    let b = other
        .attr("_int")?
        .mul(&Value::Int(10).pow(&other.attr("_exp")?.sub(&exp)?)?)?;
    let [item_129, item_130] = py::unpack::<
        2,
    >(&py::builtins::divmod(&py::pos(&[a.clone(), b.clone()]))?)?;
    whole = item_129;
    rest = item_130;
    Ok(py::tuple([whole.clone(), rest.clone(), exp.clone()]))
}

pub(crate) fn decimal_floordiv(self_: Value, mut other: Value) -> R {
    other = self_.method("_other", &[other.clone()])?;
    if other.is(&Value::None) {
        return Ok(Value::NotImplemented);
    }
    Ok(self_.method("_whole", &[other.clone()])?)
}

pub(crate) fn decimal_rfloordiv(self_: Value, mut other: Value) -> R {
    other = self_.method("_other", &[other.clone()])?;
    if other.is(&Value::None) {
        return Ok(Value::NotImplemented);
    }
    Ok(other.method("_whole", &[self_.clone()])?)
}

pub(crate) fn decimal_whole(self_: Value, other: Value) -> R {
    let mut __ = Value::Unbound;
    let mut whole = Value::Unbound;
    let nan = self_.method("_nan", &[other.clone()])?;
    if !nan.is(&Value::None) {
        return Ok(nan.clone());
    }
    if other.attr("_special")?.is(&Value::None)
        && other.attr("_int")?.is_eq(&Value::Int(0))?
    {
        if self_.attr("_int")?.is_eq(&Value::Int(0))?
            && self_.attr("_special")?.is(&Value::None)
        {
            return Ok(
                _signal(
                    global::DivisionUndefined.load()?,
                    Value::None,
                    _make(Value::Int(0), Value::Int(0), Value::Int(0), Value::str("n"))?,
                )?,
            );
        }
        let value_131 = Value::Bool(true);
        getcontext()?
            .attr("flags")?
            .set_item(global::DivisionByZero.load()?, value_131)?;
        if getcontext()?.attr("traps")?.item(&global::DivisionByZero.load()?)?.truth()? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &global::DivisionByZero.load()?,
                        &py::pos(&[py::list([global::DivisionByZero.load()?])]),
                    )?,
                )?,
            );
        }
        return Ok(
            _make(
                self_.attr("_sign")?.bit_xor(&other.attr("_sign")?)?,
                Value::Int(0),
                Value::Int(0),
                Value::str("F"),
            )?,
        );
    }
    if self_.attr("_special")?.truth()? {
        if other.attr("_special")?.truth()? {
            return Ok(
                _signal(
                    global::InvalidOperation.load()?,
                    Value::None,
                    _make(Value::Int(0), Value::Int(0), Value::Int(0), Value::str("n"))?,
                )?,
            );
        }
        return Ok(
            _make(
                self_.attr("_sign")?.bit_xor(&other.attr("_sign")?)?,
                Value::Int(0),
                Value::Int(0),
                Value::str("F"),
            )?,
        );
    }
    if other.attr("_special")?.truth()? {
        return Ok(
            _make(
                self_.attr("_sign")?.bit_xor(&other.attr("_sign")?)?,
                Value::Int(0),
                Value::Int(0),
                Value::None,
            )?,
        );
    }
    let [item_133, item_134, item_135] = py::unpack::<
        3,
    >(&self_.method("_divided", &[other.clone()])?)?;
    whole = item_133;
    __ = item_134;
    __ = item_135;
    if py::library::sys::_int_digits(&py::pos(&[whole.clone()]))?
        .is_gt(&getcontext()?.attr("prec")?)?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::InvalidOperation.load()?,
                    &py::pos(&[py::list([Value::str("DivisionImpossible")])]),
                )?,
            )?,
        );
    }
    Ok(
        _make(
            self_.attr("_sign")?.bit_xor(&other.attr("_sign")?)?,
            whole.clone(),
            Value::Int(0),
            Value::None,
        )?,
    )
}

pub(crate) fn decimal_mod(self_: Value, mut other: Value) -> R {
    other = self_.method("_other", &[other.clone()])?;
    if other.is(&Value::None) {
        return Ok(Value::NotImplemented);
    }
    Ok(self_.method("_rest", &[other.clone()])?)
}

pub(crate) fn decimal_rmod(self_: Value, mut other: Value) -> R {
    other = self_.method("_other", &[other.clone()])?;
    if other.is(&Value::None) {
        return Ok(Value::NotImplemented);
    }
    Ok(other.method("_rest", &[self_.clone()])?)
}

pub(crate) fn decimal_rest(self_: Value, other: Value) -> R {
    let mut __ = Value::Unbound;
    let mut exp = Value::Unbound;
    let mut rest = Value::Unbound;
    let nan = self_.method("_nan", &[other.clone()])?;
    if !nan.is(&Value::None) {
        return Ok(nan.clone());
    }
    if self_.attr("_special")?.truth()?
        || other.attr("_special")?.is(&Value::None)
            && other.attr("_int")?.is_eq(&Value::Int(0))?
    {
        let kind = if self_.attr("_int")?.is_eq(&Value::Int(0))?
            && self_.attr("_special")?.is(&Value::None)
        {
            global::DivisionUndefined.load()?
        } else {
            global::InvalidOperation.load()?
        };
        return Ok(
            _signal(
                kind.clone(),
                Value::None,
                _make(Value::Int(0), Value::Int(0), Value::Int(0), Value::str("n"))?,
            )?,
        );
    }
    if other.attr("_special")?.truth()? {
        return Ok(self_.method("_fix", &[])?);
    }
    let [item_137, item_138, item_139] = py::unpack::<
        3,
    >(&self_.method("_divided", &[other.clone()])?)?;
    __ = item_137;
    rest = item_138;
    exp = item_139;
    Ok(
        _make(self_.attr("_sign")?, rest.clone(), exp.clone(), Value::None)?
            .method("_fix", &[])?,
    )
}

pub(crate) fn decimal_divmod(self_: Value, other: Value) -> R {
    Ok(py::tuple([self_.floor_div(&other)?, self_.modulo(&other)?]))
}

pub(crate) fn decimal_rdivmod(self_: Value, other: Value) -> R {
    Ok(
        py::tuple([
            py::call::call(&global::Decimal.load()?, &py::pos(&[other.clone()]))?
                .floor_div(&self_)?,
            py::call::call(&global::Decimal.load()?, &py::pos(&[other.clone()]))?
                .modulo(&self_)?,
        ]),
    )
}

pub(crate) fn decimal_remainder_near(
    self_: Value,
    mut other: Value,
    context: Value,
) -> R {
    other = py::call::call(&global::Decimal.load()?, &py::pos(&[other.clone()]))?;
    let quotient = self_
        .div(&other)?
        .method("to_integral_value", &[global::ROUND_HALF_EVEN.load()?])?;
    Ok(self_.sub(&quotient.mul(&other)?)?)
}

pub(crate) fn decimal_fma(
    self_: Value,
    mut other: Value,
    mut third: Value,
    context: Value,
) -> R {
    let [item_145, item_146] = py::unpack::<
        2,
    >(
        &py::tuple([
            py::call::call(&global::Decimal.load()?, &py::pos(&[other.clone()]))?,
            py::call::call(&global::Decimal.load()?, &py::pos(&[third.clone()]))?,
        ]),
    )?;
    other = item_145;
    third = item_146;
    let product = _make(
        self_.attr("_sign")?.bit_xor(&other.attr("_sign")?)?,
        self_.attr("_int")?.mul(&other.attr("_int")?)?,
        self_.attr("_exp")?.add(&other.attr("_exp")?)?,
        Value::None,
    )?;
    Ok(product.method("_plus", &[third.clone()])?)
}

pub(crate) fn decimal_pow(self_: Value, mut other: Value, modulo: Value) -> R {
    other = self_.method("_other", &[other.clone()])?;
    if other.is(&Value::None) {
        return Ok(Value::NotImplemented);
    }
    if !modulo.is(&Value::None) {
        return Ok(
            py::call::call(
                &global::Decimal.load()?,
                &py::pos(
                    &[
                        py::builtins::pow(
                            &py::pos(
                                &[
                                    py::construct::int(&py::pos(&[self_.clone()]))?,
                                    py::construct::int(&py::pos(&[other.clone()]))?,
                                    py::construct::int(&py::pos(&[modulo.clone()]))?,
                                ],
                            ),
                        )?,
                    ],
                ),
            )?,
        );
    }
    Ok(self_.method("_power", &[other.clone()])?)
}

pub(crate) fn decimal_rpow(self_: Value, mut other: Value) -> R {
    other = self_.method("_other", &[other.clone()])?;
    if other.is(&Value::None) {
        return Ok(Value::NotImplemented);
    }
    Ok(other.method("_power", &[self_.clone()])?)
}

pub(crate) fn decimal_power(self_: Value, other: Value) -> R {
    let mut inner = Value::Unbound;
    let mut result = Value::Unbound;
    let nan = self_.method("_nan", &[other.clone()])?;
    if !nan.is(&Value::None) {
        return Ok(nan.clone());
    }
    let context = getcontext()?;
    if other.attr("_int")?.is_eq(&Value::Int(0))?
        && other.attr("_special")?.is(&Value::None)
    {
        if self_.attr("_int")?.is_eq(&Value::Int(0))?
            && self_.attr("_special")?.is(&Value::None)
        {
            return Ok(
                _signal(
                    global::InvalidOperation.load()?,
                    Value::None,
                    _make(Value::Int(0), Value::Int(0), Value::Int(0), Value::str("n"))?,
                )?,
            );
        }
        return Ok(py::call::call(&global::Decimal.load()?, &py::pos(&[Value::Int(1)]))?);
    }
    let whole = {
        let left_149 = Value::Bool(other.attr("_special")?.is(&Value::None));
        if !left_149.truth()? {
            left_149
        } else {
            other.eq(&other.method("to_integral_value", &[])?)?
        }
    };
    let sign = if self_.attr("_sign")?.truth()? && whole.truth()?
        && py::construct::int(&py::pos(&[other.clone()]))?
            .modulo(&Value::Int(2))?
            .truth()?
    {
        Value::Int(1)
    } else {
        Value::Int(0)
    };
    if self_.attr("_special")?.is_eq(&Value::str("F"))?
        || other.attr("_special")?.is_eq(&Value::str("F"))?
    {
        let big = if other.attr("_special")?.is(&Value::None) {
            self_
                .attr("_special")?
                .eq(&Value::str("F"))?
                .ne(&py::construct::bool(&py::pos(&[other.attr("_sign")?]))?)?
        } else {
            py::builtins::abs(&py::pos(&[self_.clone()]))?
                .gt(&Value::Int(1))?
                .ne(&py::construct::bool(&py::pos(&[other.attr("_sign")?]))?)?
        };
        if other.attr("_special")?.is_eq(&Value::str("F"))?
            && self_.attr("_special")?.is(&Value::None)
            && py::builtins::abs(&py::pos(&[self_.clone()]))?.is_eq(&Value::Int(1))?
        {
            return Ok(
                py::call::call(&global::Decimal.load()?, &py::pos(&[Value::Int(1)]))?,
            );
        }
        return Ok(
            if big.truth()? {
                _make(sign.clone(), Value::Int(0), Value::Int(0), Value::str("F"))?
            } else {
                _make(sign.clone(), Value::Int(0), Value::Int(0), Value::None)?
            },
        );
    }
    if self_.attr("_int")?.is_eq(&Value::Int(0))? {
        return Ok(
            if other.attr("_sign")?.truth()? {
                _make(sign.clone(), Value::Int(0), Value::Int(0), Value::str("F"))?
            } else {
                _make(sign.clone(), Value::Int(0), Value::Int(0), Value::None)?
            },
        );
    }
    if self_.attr("_sign")?.truth()? && !whole.truth()? {
        return Ok(
            _signal(
                global::InvalidOperation.load()?,
                Value::None,
                _make(Value::Int(0), Value::Int(0), Value::Int(0), Value::str("n"))?,
            )?,
        );
    }
    if whole.truth()? {
        let n = py::construct::int(&py::pos(&[other.clone()]))?;
        if n.is_gt(&Value::Int(0))?
            && py::library::sys::_int_digits(&py::pos(&[self_.attr("_int")?]))?
                .mul(&n)?
                .is_lt(&Value::Int(20000))?
        {
            let exact = _make(
                sign.clone(),
                self_.attr("_int")?.pow(&n)?,
                self_.attr("_exp")?.mul(&n)?,
                Value::None,
            )?;
            return Ok(exact.method("_fix", &[context.clone()])?);
        }
        let manager_151 = localcontext(Value::None, py::dict([])?)?;
        let entered_153 = py::enter_context(&manager_151)?;
        let flow_157: py::Flow = 'with_152: {
            inner = entered_153;
            py::attempt!(
                'with_152, inner.set_attr("prec", py::attempt!('with_152,
                py::attempt!('with_152, py::attempt!('with_152, context.attr("prec"))
                .add(& py::attempt!('with_152, py::library::sys::_int_digits(& py::pos(&
                [n.clone()]))))) .add(& Value::Int(6))))
            );
            result = py::attempt!(
                'with_152, py::call::call(& py::attempt!('with_152, global::Decimal
                .load()), & py::pos(& [Value::Int(1)]))
            );
            let mut base = self_.clone();
            let mut left = py::attempt!(
                'with_152, py::builtins::abs(& py::pos(& [n.clone()]))
            );
            while py::attempt!('with_152, left.truth()) {
                if py::attempt!(
                    'with_152, py::attempt!('with_152, left.bit_and(& Value::Int(1)))
                    .truth()
                ) {
                    result = py::attempt!(
                        'with_152, py::attempt!('with_152, py::bound(& result, "result"))
                        .mul(& base)
                    );
                }
                py::attempt!('with_152, left.shr_assign(& Value::Int(1)));
                if py::attempt!('with_152, left.truth()) {
                    base = py::attempt!('with_152, base.mul(& base));
                }
            }
            if py::attempt!('with_152, n.is_lt(& Value::Int(0))) {
                result = py::attempt!(
                    'with_152, py::attempt!('with_152, py::call::call(&
                    py::attempt!('with_152, global::Decimal.load()), & py::pos(&
                    [Value::Int(1)]))) .div(& py::attempt!('with_152, py::bound(& result,
                    "result")))
                );
            }
            py::Flow::Next
        };
        match py::exit_context(&manager_151, flow_157)? {
            py::Flow::Next => {}
            py::Flow::Raise(raised) => return Err(raised),
            py::Flow::Return(value) => return Ok(value),
            _ => {}
        }
        let mut fixed = py::bound(&result, "result")?
            .method("_fix", &[context.clone()])?;
        if n.is_lt(&Value::Int(0))? {
            // An exact reciprocal has as few digits as it needs.
            while fixed.attr("_int")?.modulo(&Value::Int(10))?.is_eq(&Value::Int(0))?
                && fixed.attr("_exp")?.is_lt(&Value::Int(0))?
                && fixed.method("_digits", &[])?.is_gt(&Value::Int(1))?
                && !context.attr("flags")?.item(&global::Inexact.load()?)?.truth()?
            {
                fixed = _make(
                    fixed.attr("_sign")?,
                    fixed.attr("_int")?.floor_div(&Value::Int(10))?,
                    fixed.attr("_exp")?.add(&Value::Int(1))?,
                    Value::None,
                )?;
            }
        }
        return Ok(fixed.clone());
    }
    let manager_159 = localcontext(Value::None, py::dict([])?)?;
    let entered_161 = py::enter_context(&manager_159)?;
    let flow_162: py::Flow = 'with_160: {
        inner = entered_161;
        py::attempt!(
            'with_160, inner.set_attr("prec", py::attempt!('with_160,
            py::attempt!('with_160, context.attr("prec")) .add(& Value::Int(10))))
        );
        result = py::attempt!(
            'with_160, py::attempt!('with_160, py::attempt!('with_160, self_.method("ln",
            & [])) .mul(& other)) .method("exp", & [])
        );
        py::Flow::Next
    };
    match py::exit_context(&manager_159, flow_162)? {
        py::Flow::Next => {}
        py::Flow::Raise(raised) => return Err(raised),
        py::Flow::Return(value) => return Ok(value),
        _ => {}
    }
    result = py::bound(&result, "result")?.method("_fix", &[context.clone()])?;
    // A root that is exact is given exactly, padded as CPython pads it.
    return Ok(py::bound(&result, "result")?);
}

pub(crate) fn decimal_working(self_: Value, context: Value, extra: Value) -> R {
    let inner = {
        let left_163 = context.clone();
        if left_163.truth()? { left_163 } else { getcontext()? }
    }
        .method("copy", &[])?;
    {
        let object_164 = inner.clone();
        let mut value_166 = object_164.attr("prec")?;
        value_166.add_assign(&extra)?;
        object_164.set_attr("prec", value_166)?;
    }
    inner.set_attr("rounding", global::ROUND_HALF_EVEN.load()?)?;
    Ok(inner.clone())
}

pub(crate) fn decimal_exp(self_: Value, mut context: Value) -> R {
    let mut n = Value::Unbound;
    let mut term = Value::Unbound;
    let mut total = Value::Unbound;
    context = {
        let left_167 = context.clone();
        if left_167.truth()? { left_167 } else { getcontext()? }
    };
    if self_.attr("_special")?.is_eq(&Value::str("F"))? {
        return Ok(
            if self_.attr("_sign")?.truth()? {
                _make(Value::Int(0), Value::Int(0), Value::Int(0), Value::None)?
            } else {
                self_.clone()
            },
        );
    }
    if !self_.attr("_special")?.is(&Value::None) {
        return Ok(self_.clone());
    }
    if self_.attr("_int")?.is_eq(&Value::Int(0))? {
        return Ok(py::call::call(&global::Decimal.load()?, &py::pos(&[Value::Int(1)]))?);
    }
    let saved = getcontext()?;
    let inner = self_
        .method(
            "_working",
            &[
                context.clone(),
                Value::Int(10)
                    .add(
                        &py::builtins::max(
                                &py::pos(&[self_.method("adjusted", &[])?, Value::Int(0)]),
                            )?
                            .mul(&Value::Int(2))?,
                    )?,
            ],
        )?;
    setcontext(inner.clone())?;
    let flow_182: py::Flow = 'finally_169: {
        let halvings = py::attempt!(
            'finally_169, py::attempt!('finally_169, py::attempt!('finally_169,
            py::builtins::max(& py::pos(& [py::attempt!('finally_169,
            py::attempt!('finally_169, self_.method("adjusted", & [])) .add(&
            Value::Int(1))), Value::Int(0)]))) .mul(& Value::Int(4))) .add(&
            Value::Int(8))
        );
        let x = py::attempt!(
            'finally_169, self_.div(& py::attempt!('finally_169,
            py::attempt!('finally_169, py::call::call(& py::attempt!('finally_169,
            global::Decimal.load()), & py::pos(& [Value::Int(2)]))) .pow(& halvings)))
        );
        let [item_173, item_174, item_175] = py::attempt!(
            'finally_169, py::unpack::< 3 > (& py::tuple([py::attempt!('finally_169,
            py::call::call(& py::attempt!('finally_169, global::Decimal.load()), &
            py::pos(& [Value::Int(1)]))), py::attempt!('finally_169, py::call::call(&
            py::attempt!('finally_169, global::Decimal.load()), & py::pos(&
            [Value::Int(1)]))), Value::Int(1)]))
        );
        total = item_173;
        term = item_174;
        n = item_175;
        loop {
            term = py::attempt!(
                'finally_169, py::attempt!('finally_169, term.mul(& x)) .div(& n)
            );
            let new = py::attempt!('finally_169, total.add(& term));
            if py::attempt!('finally_169, new.is_eq(& total)) {
                break;
            }
            total = new.clone();
            py::attempt!('finally_169, n.add_assign(& Value::Int(1)));
        }
        {
            let object_177 = inner.clone();
            let mut value_179 = py::attempt!('finally_169, object_177.attr("prec"));
            py::attempt!('finally_169, value_179.add_assign(& halvings));
            py::attempt!('finally_169, object_177.set_attr("prec", value_179));
        }
        let mut iter_180 = py::attempt!(
            'finally_169, py::iter::iter(& py::attempt!('finally_169,
            py::construct::range(& py::pos(& [halvings.clone()]))))
        );
        while let Some(__) = py::attempt!('finally_169, iter_180.next()) {
            total = py::attempt!('finally_169, total.mul(& total));
        }
        py::Flow::Next
    };
    setcontext(saved.clone())?;
    match flow_182 {
        py::Flow::Next => {}
        py::Flow::Raise(raised) => return Err(raised),
        py::Flow::Return(value) => return Ok(value),
        _ => {}
    }
    let half = context.method("copy", &[])?;
    half.set_attr("rounding", global::ROUND_HALF_EVEN.load()?)?;
    Ok(total.method("_fix", &[half.clone()])?)
}

pub(crate) fn decimal_ln(self_: Value, mut context: Value) -> R {
    let mut result = Value::Unbound;
    context = {
        let left_183 = context.clone();
        if left_183.truth()? { left_183 } else { getcontext()? }
    };
    if !self_.attr("_special")?.is(&Value::None)
        && !(self_.attr("_special")?.is_eq(&Value::str("F"))?
            && self_.attr("_sign")?.truth()?)
    {
        return Ok(self_.clone());
    }
    if self_.attr("_int")?.is_eq(&Value::Int(0))? {
        return Ok(_make(Value::Int(1), Value::Int(0), Value::Int(0), Value::str("F"))?);
    }
    if self_.attr("_sign")?.truth()? {
        return Ok(
            _signal(
                global::InvalidOperation.load()?,
                Value::None,
                _make(Value::Int(0), Value::Int(0), Value::Int(0), Value::str("n"))?,
            )?,
        );
    }
    if self_.is_eq(&Value::Int(1))? {
        return Ok(py::call::call(&global::Decimal.load()?, &py::pos(&[Value::Int(0)]))?);
    }
    let saved = getcontext()?;
    setcontext(self_.method("_working", &[context.clone(), Value::Int(12)])?)?;
    let flow_186: py::Flow = 'finally_185: {
        result = py::attempt!('finally_185, self_.method("_log", & []));
        py::Flow::Next
    };
    setcontext(saved.clone())?;
    match flow_186 {
        py::Flow::Next => {}
        py::Flow::Raise(raised) => return Err(raised),
        py::Flow::Return(value) => return Ok(value),
        _ => {}
    }
    let half = context.method("copy", &[])?;
    half.set_attr("rounding", global::ROUND_HALF_EVEN.load()?)?;
    Ok(result.method("_fix", &[half.clone()])?)
}

pub(crate) fn decimal_log(self_: Value) -> R {
    let shift = self_.method("adjusted", &[])?;
    let mut x = _make(
        Value::Int(0),
        self_.attr("_int")?,
        self_.attr("_exp")?.sub(&shift)?,
        Value::None,
    )?;
    let mut twos = Value::Int(0);
    while x
        .is_gt(
            &py::call::call(&global::Decimal.load()?, &py::pos(&[Value::str("1.5")]))?,
        )?
    {
        x = x.div(&Value::Int(2))?;
        twos.add_assign(&Value::Int(1))?;
    }
    let mut result = _atanh_log(x.clone())?;
    if twos.truth()? {
        result = result
            .add(
                &_atanh_log(
                        py::call::call(
                            &global::Decimal.load()?,
                            &py::pos(&[Value::Int(2)]),
                        )?,
                    )?
                    .mul(&twos)?,
            )?;
    }
    if shift.truth()? {
        result = result
            .add(
                &_atanh_log(
                        py::call::call(
                            &global::Decimal.load()?,
                            &py::pos(&[Value::str("1.25")]),
                        )?,
                    )?
                    .add(
                        &_atanh_log(
                                py::call::call(
                                    &global::Decimal.load()?,
                                    &py::pos(&[Value::Int(2)]),
                                )?,
                            )?
                            .mul(&Value::Int(3))?,
                    )?
                    .mul(&shift)?,
            )?;
    }
    Ok(result.clone())
}

pub(crate) fn decimal_log10(self_: Value, mut context: Value) -> R {
    let mut result = Value::Unbound;
    context = {
        let left_192 = context.clone();
        if left_192.truth()? { left_192 } else { getcontext()? }
    };
    if !self_.attr("_special")?.is(&Value::None)
        && !(self_.attr("_special")?.is_eq(&Value::str("F"))?
            && self_.attr("_sign")?.truth()?)
    {
        return Ok(self_.clone());
    }
    if self_.attr("_int")?.is_eq(&Value::Int(0))? {
        return Ok(_make(Value::Int(1), Value::Int(0), Value::Int(0), Value::str("F"))?);
    }
    if self_.attr("_sign")?.truth()? {
        return Ok(
            _signal(
                global::InvalidOperation.load()?,
                Value::None,
                _make(Value::Int(0), Value::Int(0), Value::Int(0), Value::str("n"))?,
            )?,
        );
    }
    let digits = py::library::sys::_int_text(&py::pos(&[self_.attr("_int")?]))?;
    if digits.method("rstrip", &[Value::str("0")])?.is_eq(&Value::str("1"))? {
        return Ok(
            py::call::call(
                &global::Decimal.load()?,
                &py::pos(&[self_.method("adjusted", &[])?]),
            )?,
        );
    }
    let saved = getcontext()?;
    setcontext(self_.method("_working", &[context.clone(), Value::Int(12)])?)?;
    let flow_197: py::Flow = 'finally_194: {
        let ten = py::attempt!(
            'finally_194, py::attempt!('finally_194,
            _atanh_log(py::attempt!('finally_194, py::call::call(&
            py::attempt!('finally_194, global::Decimal.load()), & py::pos(&
            [Value::str("1.25")]))))) .add(& py::attempt!('finally_194,
            py::attempt!('finally_194, _atanh_log(py::attempt!('finally_194,
            py::call::call(& py::attempt!('finally_194, global::Decimal.load()), &
            py::pos(& [Value::Int(2)]))))) .mul(& Value::Int(3))))
        );
        result = py::attempt!(
            'finally_194, py::attempt!('finally_194, self_.method("_log", & [])) .div(&
            ten)
        );
        py::Flow::Next
    };
    setcontext(saved.clone())?;
    match flow_197 {
        py::Flow::Next => {}
        py::Flow::Raise(raised) => return Err(raised),
        py::Flow::Return(value) => return Ok(value),
        _ => {}
    }
    let half = context.method("copy", &[])?;
    half.set_attr("rounding", global::ROUND_HALF_EVEN.load()?)?;
    Ok(result.method("_fix", &[half.clone()])?)
}

pub(crate) fn decimal_logb(self_: Value, context: Value) -> R {
    Ok(
        py::call::call(
            &global::Decimal.load()?,
            &py::pos(&[self_.method("adjusted", &[])?]),
        )?,
    )
}

pub(crate) fn decimal_sqrt(self_: Value, mut context: Value) -> R {
    let mut e = Value::Unbound;
    let mut exp = Value::Unbound;
    let mut half = Value::Unbound;
    let mut n = Value::Unbound;
    let mut rest = Value::Unbound;
    let mut result = Value::Unbound;
    context = {
        let left_199 = context.clone();
        if left_199.truth()? { left_199 } else { getcontext()? }
    };
    if !self_.attr("_special")?.is(&Value::None) {
        if self_.attr("_special")?.is_eq(&Value::str("F"))?
            && self_.attr("_sign")?.truth()?
        {
            return Ok(
                _signal(
                    global::InvalidOperation.load()?,
                    Value::None,
                    _make(Value::Int(0), Value::Int(0), Value::Int(0), Value::str("n"))?,
                )?,
            );
        }
        return Ok(self_.clone());
    }
    if self_.attr("_int")?.is_eq(&Value::Int(0))? {
        return Ok(
            _make(
                    self_.attr("_sign")?,
                    Value::Int(0),
                    self_.attr("_exp")?.floor_div(&Value::Int(2))?,
                    Value::None,
                )?
                .method("_fix", &[context.clone()])?,
        );
    }
    if self_.attr("_sign")?.truth()? {
        return Ok(
            _signal(
                global::InvalidOperation.load()?,
                Value::None,
                _make(Value::Int(0), Value::Int(0), Value::Int(0), Value::str("n"))?,
            )?,
        );
    }
    let prec = context.attr("prec")?.add(&Value::Int(1))?;
    let [item_200, item_201] = py::unpack::<
        2,
    >(&py::tuple([self_.attr("_int")?, self_.attr("_exp")?]))?;
    n = item_200;
    exp = item_201;
    let length = py::library::sys::_int_digits(&py::pos(&[n.clone()]))?;
    if exp.modulo(&Value::Int(2))?.truth()? {
        n.mul_assign(&Value::Int(10))?;
        half = length
            .add(&Value::Int(1))?
            .floor_div(&Value::Int(2))?
            .add(
                &if length.modulo(&Value::Int(2))?.truth()? {
                    Value::Int(1)
                } else {
                    Value::Int(0)
                },
            )?;
        half = py::library::sys::_int_digits(&py::pos(&[n.clone()]))?
            .floor_div(&Value::Int(2))?
            .add(
                &py::library::sys::_int_digits(&py::pos(&[n.clone()]))?
                    .modulo(&Value::Int(2))?,
            )?;
        e = exp.sub(&Value::Int(1))?.floor_div(&Value::Int(2))?;
    } else {
        half = length.add(&Value::Int(1))?.floor_div(&Value::Int(2))?;
        e = exp.floor_div(&Value::Int(2))?;
    }
    let shift = prec.sub(&half)?;
    let mut exact = Value::Bool(true);
    if shift.is_ge(&Value::Int(0))? {
        n.mul_assign(&Value::Int(100).pow(&shift)?)?;
    } else {
        let [item_202, item_203] = py::unpack::<
            2,
        >(
            &py::builtins::divmod(
                &py::pos(&[n.clone(), Value::Int(100).pow(&shift.neg()?)?]),
            )?,
        )?;
        n = item_202;
        rest = item_203;
        exact = rest.eq(&Value::Int(0))?;
    }
    e.sub_assign(&shift)?;
    let mut root = _isqrt(n.clone())?;
    exact = {
        let left_204 = exact.clone();
        if !left_204.truth()? { left_204 } else { root.mul(&root)?.eq(&n)? }
    };
    if exact.truth()? {
        let ideal = self_.attr("_exp")?.floor_div(&Value::Int(2))?;
        if shift.is_ge(&Value::Int(0))? {
            root.floor_div_assign(&Value::Int(10).pow(&shift)?)?;
        } else {
            root.mul_assign(&Value::Int(10).pow(&shift.neg()?)?)?;
        }
        e.add_assign(&shift)?;
        result = _make(Value::Int(0), root.clone(), e.clone(), Value::None)?;
    } else {
        if root.modulo(&Value::Int(5))?.is_eq(&Value::Int(0))? {
            root.add_assign(&Value::Int(1))?;
        }
        result = _make(Value::Int(0), root.clone(), e.clone(), Value::None)?;
    }
    let half_even = context.method("copy", &[])?;
    half_even.set_attr("rounding", global::ROUND_HALF_EVEN.load()?)?;
    Ok(result.method("_fix", &[half_even.clone()])?)
}

pub(crate) fn decimal_normalize(self_: Value, context: Value) -> R {
    let mut exp = Value::Unbound;
    let mut n = Value::Unbound;
    let result = self_.method("_fix", &[context.clone()])?;
    if !result.attr("_special")?.is(&Value::None) {
        return Ok(result.clone());
    }
    if result.attr("_int")?.is_eq(&Value::Int(0))? {
        return Ok(
            _make(result.attr("_sign")?, Value::Int(0), Value::Int(0), Value::None)?,
        );
    }
    let [item_205, item_206] = py::unpack::<
        2,
    >(&py::tuple([result.attr("_int")?, result.attr("_exp")?]))?;
    n = item_205;
    exp = item_206;
    while n.modulo(&Value::Int(10))?.is_eq(&Value::Int(0))? {
        n.floor_div_assign(&Value::Int(10))?;
        exp.add_assign(&Value::Int(1))?;
    }
    Ok(_make(result.attr("_sign")?, n.clone(), exp.clone(), Value::None)?)
}

pub(crate) fn decimal_quantize(
    self_: Value,
    exp: Value,
    rounding: Value,
    mut context: Value,
) -> R {
    let mut lost = Value::Unbound;
    let mut n = Value::Unbound;
    context = {
        let left_208 = context.clone();
        if left_208.truth()? { left_208 } else { getcontext()? }
    };
    let other = py::call::call(&global::Decimal.load()?, &py::pos(&[exp.clone()]))?;
    if self_.attr("_special")?.truth()? || other.attr("_special")?.truth()? {
        let nan = self_.method("_nan", &[other.clone()])?;
        if !nan.is(&Value::None) {
            return Ok(nan.clone());
        }
        if self_.attr("_special")?.truth()? && other.attr("_special")?.truth()? {
            return Ok(self_.clone());
        }
        return Ok(
            _signal(
                global::InvalidOperation.load()?,
                Value::None,
                _make(Value::Int(0), Value::Int(0), Value::Int(0), Value::str("n"))?,
            )?,
        );
    }
    let [item_211, item_212] = py::unpack::<
        2,
    >(
        &_rounded(
            self_.attr("_sign")?,
            self_.attr("_int")?,
            other.attr("_exp")?.sub(&self_.attr("_exp")?)?,
            {
                let left_210 = rounding.clone();
                if left_210.truth()? { left_210 } else { context.attr("rounding")? }
            },
        )?,
    )?;
    n = item_211;
    lost = item_212;
    if n.is_ne(&Value::Int(0))?
        && py::library::sys::_int_digits(&py::pos(&[n.clone()]))?
            .is_gt(&context.attr("prec")?)?
    {
        return Ok(
            _signal(
                global::InvalidOperation.load()?,
                Value::None,
                _make(Value::Int(0), Value::Int(0), Value::Int(0), Value::str("n"))?,
            )?,
        );
    }
    Ok(_make(self_.attr("_sign")?, n.clone(), other.attr("_exp")?, Value::None)?)
}

pub(crate) fn decimal_same_quantum(self_: Value, mut other: Value, context: Value) -> R {
    other = py::call::call(&global::Decimal.load()?, &py::pos(&[other.clone()]))?;
    Ok({
        let left_214 = self_.attr("_exp")?.eq(&other.attr("_exp")?)?;
        if !left_214.truth()? {
            left_214
        } else {
            self_.attr("_special")?.eq(&other.attr("_special")?)?
        }
    })
}

pub(crate) fn decimal_scaleb(self_: Value, other: Value, context: Value) -> R {
    Ok(
        _make(
                self_.attr("_sign")?,
                self_.attr("_int")?,
                self_
                    .attr("_exp")?
                    .add(&py::construct::int(&py::pos(&[other.clone()]))?)?,
                self_.attr("_special")?,
            )?
            .method("_fix", &[context.clone()])?,
    )
}

pub(crate) fn decimal_shift(self_: Value, other: Value, context: Value) -> R {
    let n = py::construct::int(&py::pos(&[other.clone()]))?;
    let moved = if n.is_ge(&Value::Int(0))? {
        self_.attr("_int")?.mul(&Value::Int(10).pow(&n)?)?
    } else {
        self_.attr("_int")?.floor_div(&Value::Int(10).pow(&n.neg()?)?)?
    };
    Ok(
        _make(
            self_.attr("_sign")?,
            moved.modulo(&Value::Int(10).pow(&getcontext()?.attr("prec")?)?)?,
            self_.attr("_exp")?,
            Value::None,
        )?,
    )
}

pub(crate) fn decimal_to_integral_value(
    self_: Value,
    rounding: Value,
    context: Value,
) -> R {
    let mut __ = Value::Unbound;
    let mut n = Value::Unbound;
    if !self_.attr("_special")?.is(&Value::None)
        || self_.attr("_exp")?.is_ge(&Value::Int(0))?
    {
        return Ok(self_.clone());
    }
    let [item_216, item_217] = py::unpack::<
        2,
    >(
        &_rounded(
            self_.attr("_sign")?,
            self_.attr("_int")?,
            self_.attr("_exp")?.neg()?,
            {
                let left_215 = rounding.clone();
                if left_215.truth()? {
                    left_215
                } else {
                    getcontext()?.attr("rounding")?
                }
            },
        )?,
    )?;
    n = item_216;
    __ = item_217;
    Ok(_make(self_.attr("_sign")?, n.clone(), Value::Int(0), Value::None)?)
}

pub(crate) fn decimal_int(self_: Value) -> R {
    if !self_.attr("_special")?.is(&Value::None) {
        if self_.attr("_special")?.is_eq(&Value::str("F"))? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("OverflowError"),
                        &py::pos(&[Value::str("cannot convert Infinity to integer")]),
                    )?,
                )?,
            );
        }
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("cannot convert NaN to integer")]),
                )?,
            )?,
        );
    }
    let n = if self_.attr("_exp")?.is_ge(&Value::Int(0))? {
        self_.attr("_int")?.mul(&Value::Int(10).pow(&self_.attr("_exp")?)?)?
    } else {
        self_.attr("_int")?.floor_div(&Value::Int(10).pow(&self_.attr("_exp")?.neg()?)?)?
    };
    Ok(if self_.attr("_sign")?.truth()? { n.neg()? } else { n.clone() })
}

pub(crate) fn decimal_float(self_: Value) -> R {
    if self_.attr("_special")?.is_eq(&Value::str("N"))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("cannot convert signaling NaN to float")]),
                )?,
            )?,
        );
    }
    Ok(
        py::construct::float(
            &py::pos(&[py::construct::str(&py::pos(&[self_.clone()]))?]),
        )?,
    )
}

pub(crate) fn decimal_complex(self_: Value) -> R {
    Ok(
        py::construct::complex(
            &py::pos(&[py::construct::float(&py::pos(&[self_.clone()]))?]),
        )?,
    )
}

pub(crate) fn decimal_floor(self_: Value) -> R {
    Ok(
        py::construct::int(
            &py::pos(
                &[self_.method("to_integral_value", &[global::ROUND_FLOOR.load()?])?],
            ),
        )?,
    )
}

pub(crate) fn decimal_ceil(self_: Value) -> R {
    Ok(
        py::construct::int(
            &py::pos(
                &[self_.method("to_integral_value", &[global::ROUND_CEILING.load()?])?],
            ),
        )?,
    )
}

pub(crate) fn decimal_round(self_: Value, n: Value) -> R {
    if n.is(&Value::None) {
        return Ok(
            if self_.attr("_special")?.is(&Value::None) {
                py::construct::int(
                    &py::pos(
                        &[
                            self_
                                .method(
                                    "to_integral_value",
                                    &[global::ROUND_HALF_EVEN.load()?],
                                )?,
                        ],
                    ),
                )?
            } else {
                py::construct::int(&py::pos(&[self_.clone()]))?
            },
        );
    }
    Ok({
        let object_221 = self_.clone();
        py::call::call_method_with(
            &object_221,
            "quantize",
            &py::Args {
                pos: &[_make(Value::Int(0), Value::Int(1), n.neg()?, Value::None)?],
                kw: &[("rounding", global::ROUND_HALF_EVEN.load()?)],
            },
        )?
    })
}

pub(crate) fn decimal_copy(self_: Value) -> R {
    Ok(self_.clone())
}

pub(crate) fn decimal_deepcopy(self_: Value, memo: Value) -> R {
    Ok(self_.clone())
}

pub(crate) fn decimal_format(self_: Value, spec: Value, context: Value) -> R {
    let mut __ = Value::Unbound;
    let mut align = Value::Unbound;
    let mut body = Value::Unbound;
    let mut dot = Value::Unbound;
    let mut fill = Value::Unbound;
    let mut fraction = Value::Unbound;
    let mut n = Value::Unbound;
    let mut rest = Value::Unbound;
    let mut text = Value::Unbound;
    let mut whole = Value::Unbound;
    if spec.is_eq(&Value::str(""))? {
        return Ok(py::construct::str(&py::pos(&[self_.clone()]))?);
    }
    let [item_222, item_223, item_224] = py::unpack::<
        3,
    >(&py::tuple([Value::str(" "), Value::str(">"), spec.clone()]))?;
    fill = item_222;
    align = item_223;
    rest = item_224;
    if Value::from(py::builtins::len(&rest)?).is_gt(&Value::Int(1))?
        && py::contained(&rest.item(&Value::Int(1))?, &Value::str("<>=^"))?
    {
        let [item_225, item_226, item_227] = py::unpack::<
            3,
        >(
            &py::tuple([
                rest.item(&Value::Int(0))?,
                rest.item(&Value::Int(1))?,
                rest.item(&py::item::slice(Value::Int(2), Value::None, Value::None))?,
            ]),
        )?;
        fill = item_225;
        align = item_226;
        rest = item_227;
    } else if py::contained(
        &rest.item(&py::item::slice(Value::None, Value::Int(1), Value::None))?,
        &py::tuple([Value::str("<"), Value::str(">"), Value::str("="), Value::str("^")]),
    )? && rest.truth()?
    {
        let [item_228, item_229] = py::unpack::<
            2,
        >(
            &py::tuple([
                rest.item(&Value::Int(0))?,
                rest.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
            ]),
        )?;
        align = item_228;
        rest = item_229;
    }
    let mut sign = Value::str("-");
    if py::contained(
        &rest.item(&py::item::slice(Value::None, Value::Int(1), Value::None))?,
        &py::tuple([Value::str("+"), Value::str("-"), Value::str(" ")]),
    )? && rest.truth()?
    {
        let [item_230, item_231] = py::unpack::<
            2,
        >(
            &py::tuple([
                rest.item(&Value::Int(0))?,
                rest.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
            ]),
        )?;
        sign = item_230;
        rest = item_231;
    }
    if rest
        .item(&py::item::slice(Value::None, Value::Int(1), Value::None))?
        .is_eq(&Value::str("0"))? && rest.truth()?
    {
        let [item_232, item_233, item_234] = py::unpack::<
            3,
        >(
            &py::tuple([
                Value::str("0"),
                Value::str("="),
                rest.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
            ]),
        )?;
        fill = item_232;
        align = item_233;
        rest = item_234;
    }
    let mut width = Value::str("");
    while rest
        .item(&py::item::slice(Value::None, Value::Int(1), Value::None))?
        .method("isdigit", &[])?
        .truth()?
    {
        let [item_236, item_237] = py::unpack::<
            2,
        >(
            &py::tuple([
                width.add(&rest.item(&Value::Int(0))?)?,
                rest.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
            ]),
        )?;
        width = item_236;
        rest = item_237;
    }
    let mut comma = Value::str("");
    if py::contained(
        &rest.item(&py::item::slice(Value::None, Value::Int(1), Value::None))?,
        &py::tuple([Value::str(","), Value::str("_")]),
    )? && rest.truth()?
    {
        let [item_238, item_239] = py::unpack::<
            2,
        >(
            &py::tuple([
                rest.item(&Value::Int(0))?,
                rest.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
            ]),
        )?;
        comma = item_238;
        rest = item_239;
    }
    let mut places = Value::None;
    if rest
        .item(&py::item::slice(Value::None, Value::Int(1), Value::None))?
        .is_eq(&Value::str("."))?
    {
        rest = rest.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?;
        let mut digits = Value::str("");
        while rest
            .item(&py::item::slice(Value::None, Value::Int(1), Value::None))?
            .method("isdigit", &[])?
            .truth()?
        {
            let [item_241, item_242] = py::unpack::<
                2,
            >(
                &py::tuple([
                    digits.add(&rest.item(&Value::Int(0))?)?,
                    rest.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
                ]),
            )?;
            digits = item_241;
            rest = item_242;
        }
        places = py::construct::int(&py::pos(&[digits.clone()]))?;
    }
    let kind = {
        let left_243 = rest.clone();
        if left_243.truth()? { left_243 } else { Value::str("") }
    };
    if !py::contained(
        &kind,
        &py::tuple([
            Value::str(""),
            Value::str("e"),
            Value::str("E"),
            Value::str("f"),
            Value::str("F"),
            Value::str("g"),
            Value::str("G"),
            Value::str("n"),
            Value::str("%"),
        ]),
    )? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("invalid format string")]),
                )?,
            )?,
        );
    }
    let mut value = self_.clone();
    let rounding = getcontext()?.attr("rounding")?;
    if !value.attr("_special")?.is(&Value::None) {
        body = value.method("copy_abs", &[])?.method("_text", &[])?;
    } else {
        if kind.is_eq(&Value::str("%"))? {
            value = _make(
                value.attr("_sign")?,
                value.attr("_int")?,
                value.attr("_exp")?.add(&Value::Int(2))?,
                Value::None,
            )?;
        }
        if !places.is(&Value::None) {
            if py::contained(&kind, &py::tuple([Value::str("e"), Value::str("E")]))? {
                value = _shortened(
                    value.clone(),
                    places.add(&Value::Int(1))?,
                    rounding.clone(),
                )?;
            } else if py::contained(
                &kind,
                &py::tuple([Value::str("f"), Value::str("F"), Value::str("%")]),
            )? {
                let [item_245, item_246] = py::unpack::<
                    2,
                >(
                    &_rounded(
                        value.attr("_sign")?,
                        value.attr("_int")?,
                        places.neg()?.sub(&value.attr("_exp")?)?,
                        rounding.clone(),
                    )?,
                )?;
                n = item_245;
                __ = item_246;
                value = _make(
                    value.attr("_sign")?,
                    n.clone(),
                    places.neg()?,
                    Value::None,
                )?;
            } else if py::library::sys::_int_digits(&py::pos(&[value.attr("_int")?]))?
                .is_gt(&py::builtins::max(&py::pos(&[places.clone(), Value::Int(1)]))?)?
            {
                value = _shortened(
                    value.clone(),
                    py::builtins::max(&py::pos(&[places.clone(), Value::Int(1)]))?,
                    rounding.clone(),
                )?;
            }
        }
        body = _body(value.clone(), kind.clone(), places.clone())?;
    }
    let [item_247, item_248, item_249] = py::unpack::<
        3,
    >(&body.method("partition", &[Value::str(".")])?)?;
    whole = item_247;
    dot = item_248;
    fraction = item_249;
    let mut power = Value::str("");
    if !dot.truth()? {
        let mut iter_250 = py::iter::iter(
            &py::tuple([Value::str("e"), Value::str("E"), Value::str("%")]),
        )?;
        while let Some(mark) = iter_250.next()? {
            if py::contained(&mark, &whole)? {
                let at = whole.method("index", &[mark.clone()])?;
                let [item_252, item_253] = py::unpack::<
                    2,
                >(
                    &py::tuple([
                        whole
                            .item(
                                &py::item::slice(Value::None, at.clone(), Value::None),
                            )?,
                        whole
                            .item(
                                &py::item::slice(at.clone(), Value::None, Value::None),
                            )?,
                    ]),
                )?;
                whole = item_252;
                power = item_253;
                break;
            }
        }
    }
    let lead = if value.attr("_sign")?.truth()? {
        Value::str("-")
    } else {
        if sign.is_eq(&Value::str("-"))? { Value::str("") } else { sign.clone() }
    };
    let tail = dot.add(&fraction)?.add(&power)?;
    let mut room = if width.truth()? {
        py::construct::int(&py::pos(&[width.clone()]))?
    } else {
        Value::Int(0)
    }
        .sub(&Value::from(py::builtins::len(&lead)?))?
        .sub(&Value::from(py::builtins::len(&tail)?))?;
    if comma.truth()? {
        let zero = {
            let left_254 = fill.eq(&Value::str("0"))?;
            if !left_254.truth()? { left_254 } else { align.eq(&Value::str("="))? }
        };
        let groups = py::list([]);
        text = whole.clone();
        if zero.truth()? && Value::from(py::builtins::len(&text)?).is_lt(&room)? {
            text = text
                .method(
                    "rjust",
                    &[
                        room.sub(&room.sub(&Value::Int(1))?.floor_div(&Value::Int(4))?)?,
                        Value::str("0"),
                    ],
                )?;
        }
        while Value::from(py::builtins::len(&text)?).is_gt(&Value::Int(3))? {
            groups
                .method(
                    "insert",
                    &[
                        Value::Int(0),
                        text
                            .item(
                                &py::item::slice(Value::Int(-3), Value::None, Value::None),
                            )?,
                    ],
                )?;
            text = text
                .item(&py::item::slice(Value::None, Value::Int(-3), Value::None))?;
        }
        groups.method("insert", &[Value::Int(0), text.clone()])?;
        whole = comma.method("join", &[groups.clone()])?;
    }
    text = whole.add(&tail)?;
    room = if width.truth()? {
        py::construct::int(&py::pos(&[width.clone()]))?
    } else {
        Value::Int(0)
    }
        .sub(&Value::from(py::builtins::len(&lead)?))?
        .sub(&Value::from(py::builtins::len(&text)?))?;
    if room.is_le(&Value::Int(0))? {
        return Ok(lead.add(&text)?);
    }
    if align.is_eq(&Value::str("="))? {
        return Ok(lead.add(&fill.mul(&room)?)?.add(&text)?);
    }
    text = lead.add(&text)?;
    if align.is_eq(&Value::str("<"))? {
        return Ok(text.add(&fill.mul(&room)?)?);
    }
    if align.is_eq(&Value::str("^"))? {
        let left = room.floor_div(&Value::Int(2))?;
        return Ok(fill.mul(&left)?.add(&text)?.add(&fill.mul(&room.sub(&left)?)?)?);
    }
    Ok(fill.mul(&room)?.add(&text)?)
}

/// Natural logarithm of a number near 1.
pub(crate) fn _atanh_log(x: Value) -> R {
    let mut n = Value::Unbound;
    let mut power = Value::Unbound;
    let mut total = Value::Unbound;
    let y = x.sub(&Value::Int(1))?.div(&x.add(&Value::Int(1))?)?;
    let square = y.mul(&y)?;
    let [item_256, item_257, item_258] = py::unpack::<
        3,
    >(&py::tuple([y.clone(), y.clone(), Value::Int(1)]))?;
    total = item_256;
    power = item_257;
    n = item_258;
    loop {
        power = power.mul(&square)?;
        n.add_assign(&Value::Int(2))?;
        let new = total.add(&power.div(&n)?)?;
        if new.is_eq(&total)? {
            return Ok(total.mul(&Value::Int(2))?);
        }
        total = new.clone();
    }
}

pub(crate) fn _shortened(value: Value, digits: Value, rounding: Value) -> R {
    let mut __ = Value::Unbound;
    let mut n = Value::Unbound;
    if value.attr("_int")?.is_eq(&Value::Int(0))? {
        return Ok(
            _make(
                value.attr("_sign")?,
                Value::Int(0),
                if false { value.attr("_exp")? } else { value.attr("_exp")? },
                Value::None,
            )?,
        );
    }
    let extra = py::library::sys::_int_digits(&py::pos(&[value.attr("_int")?]))?
        .sub(&digits)?;
    if extra.is_le(&Value::Int(0))? {
        return Ok(
            if extra.is_eq(&Value::Int(0))? {
                value.clone()
            } else {
                _make(
                    value.attr("_sign")?,
                    value.attr("_int")?.mul(&Value::Int(10).pow(&extra.neg()?)?)?,
                    value.attr("_exp")?.add(&extra)?,
                    Value::None,
                )?
            },
        );
    }
    let [item_260, item_261] = py::unpack::<
        2,
    >(
        &_rounded(
            value.attr("_sign")?,
            value.attr("_int")?,
            extra.clone(),
            rounding.clone(),
        )?,
    )?;
    n = item_260;
    __ = item_261;
    let mut exp = value.attr("_exp")?.add(&extra)?;
    if py::library::sys::_int_digits(&py::pos(&[n.clone()]))?.is_gt(&digits)? {
        n.floor_div_assign(&Value::Int(10))?;
        exp.add_assign(&Value::Int(1))?;
    }
    Ok(_make(value.attr("_sign")?, n.clone(), exp.clone(), Value::None)?)
}

pub(crate) fn _body(value: Value, kind: Value, places: Value) -> R {
    let mut dot = Value::Unbound;
    let mut fraction = Value::Unbound;
    let mut whole = Value::Unbound;
    let mut digits = py::library::sys::_int_text(&py::pos(&[value.attr("_int")?]))?;
    let mut left = value.attr("_exp")?.add(&Value::from(py::builtins::len(&digits)?))?;
    if py::contained(&kind, &py::tuple([Value::str("e"), Value::str("E")]))? {
        if value.attr("_int")?.is_eq(&Value::Int(0))? && !places.is(&Value::None) {
            dot = Value::Int(1).sub(&places)?;
            left = if false {
                value.attr("_exp")?.add(&Value::Int(1))?
            } else {
                Value::Int(1)
            };
            digits = Value::str("0").mul(&places.add(&Value::Int(1))?)?;
            let [item_262, item_263] = py::unpack::<
                2,
            >(&py::tuple([Value::Int(1), Value::Int(1)]))?;
            left = item_262;
            dot = item_263;
        } else {
            dot = Value::Int(1);
        }
    } else if py::contained(
        &kind,
        &py::tuple([Value::str("f"), Value::str("F"), Value::str("%")]),
    )? {
        dot = left.clone();
    } else if value.attr("_exp")?.is_le(&Value::Int(0))? && left.is_gt(&Value::Int(-6))?
    {
        dot = left.clone();
    } else {
        dot = Value::Int(1);
    }
    if dot.is_le(&Value::Int(0))? {
        let [item_264, item_265] = py::unpack::<
            2,
        >(
            &py::tuple([
                Value::str("0"),
                Value::str("0").mul(&dot.neg()?)?.add(&digits)?,
            ]),
        )?;
        whole = item_264;
        fraction = item_265;
    } else if dot.is_ge(&Value::from(py::builtins::len(&digits)?))? {
        let [item_266, item_267] = py::unpack::<
            2,
        >(
            &py::tuple([
                digits
                    .add(
                        &Value::str("0")
                            .mul(&dot.sub(&Value::from(py::builtins::len(&digits)?))?)?,
                    )?,
                Value::str(""),
            ]),
        )?;
        whole = item_266;
        fraction = item_267;
    } else {
        let [item_268, item_269] = py::unpack::<
            2,
        >(
            &py::tuple([
                digits.item(&py::item::slice(Value::None, dot.clone(), Value::None))?,
                digits.item(&py::item::slice(dot.clone(), Value::None, Value::None))?,
            ]),
        )?;
        whole = item_268;
        fraction = item_269;
    }
    let mark = if py::contained(&kind, &py::tuple([Value::str("e"), Value::str("g")]))? {
        Value::str("e")
    } else {
        Value::str("E")
    };
    let mut power = Value::str("");
    if py::contained(&kind, &py::tuple([Value::str("e"), Value::str("E")]))?
        || left.is_ne(&dot)?
    {
        power = Value::str(
            format!(
                "{}{}", py::show(& mark) ?, py::fmt(& left.sub(& dot) ?, ' ', "+d") ?
            ),
        );
    }
    if kind.is_eq(&Value::str("%"))? {
        power = Value::str("%");
    }
    Ok(
        whole
            .add(
                &if fraction.truth()? {
                    Value::str(".").add(&fraction)?
                } else {
                    Value::str("")
                },
            )?
            .add(&power)?,
    )
}

/// The statements of `decimal.py`.
pub(crate) fn run() -> R<()> {
    global::ROUND_UP.store(Value::str("ROUND_UP"));
    global::ROUND_DOWN.store(Value::str("ROUND_DOWN"));
    global::ROUND_HALF_UP.store(Value::str("ROUND_HALF_UP"));
    global::ROUND_HALF_DOWN.store(Value::str("ROUND_HALF_DOWN"));
    global::ROUND_HALF_EVEN.store(Value::str("ROUND_HALF_EVEN"));
    global::ROUND_CEILING.store(Value::str("ROUND_CEILING"));
    global::ROUND_FLOOR.store(Value::str("ROUND_FLOOR"));
    global::ROUND_05UP.store(Value::str("ROUND_05UP"));
    global::MAX_PREC.store(Value::Int(999999999999999999));
    global::MAX_EMAX.store(Value::Int(999999999999999999));
    global::MIN_EMIN.store(Value::Int(-999999999999999999));
    global::DecimalException
        .store({
            let class = py::ClassBody::new(
                "DecimalException",
                NAME,
                Value::None,
                &[py::exception("ArithmeticError")],
            )?;
            class.finish(&[])?
        });
    global::Clamped
        .store({
            let class = py::ClassBody::new(
                "Clamped",
                NAME,
                Value::None,
                &[global::DecimalException.load()?],
            )?;
            class.finish(&[])?
        });
    global::InvalidOperation
        .store({
            let class = py::ClassBody::new(
                "InvalidOperation",
                NAME,
                Value::None,
                &[global::DecimalException.load()?],
            )?;
            class.finish(&[])?
        });
    global::ConversionSyntax
        .store({
            let class = py::ClassBody::new(
                "ConversionSyntax",
                NAME,
                Value::None,
                &[global::InvalidOperation.load()?],
            )?;
            class.finish(&[])?
        });
    global::DivisionByZero
        .store({
            let class = py::ClassBody::new(
                "DivisionByZero",
                NAME,
                Value::None,
                &[global::DecimalException.load()?, py::exception("ZeroDivisionError")],
            )?;
            class.finish(&[])?
        });
    global::DivisionUndefined
        .store({
            let class = py::ClassBody::new(
                "DivisionUndefined",
                NAME,
                Value::None,
                &[global::InvalidOperation.load()?, py::exception("ZeroDivisionError")],
            )?;
            class.finish(&[])?
        });
    global::Inexact
        .store({
            let class = py::ClassBody::new(
                "Inexact",
                NAME,
                Value::None,
                &[global::DecimalException.load()?],
            )?;
            class.finish(&[])?
        });
    global::Rounded
        .store({
            let class = py::ClassBody::new(
                "Rounded",
                NAME,
                Value::None,
                &[global::DecimalException.load()?],
            )?;
            class.finish(&[])?
        });
    global::Subnormal
        .store({
            let class = py::ClassBody::new(
                "Subnormal",
                NAME,
                Value::None,
                &[global::DecimalException.load()?],
            )?;
            class.finish(&[])?
        });
    global::Overflow
        .store({
            let class = py::ClassBody::new(
                "Overflow",
                NAME,
                Value::None,
                &[global::Inexact.load()?, global::Rounded.load()?],
            )?;
            class.finish(&[])?
        });
    global::Underflow
        .store({
            let class = py::ClassBody::new(
                "Underflow",
                NAME,
                Value::None,
                &[
                    global::Inexact.load()?,
                    global::Rounded.load()?,
                    global::Subnormal.load()?,
                ],
            )?;
            class.finish(&[])?
        });
    global::FloatOperation
        .store({
            let class = py::ClassBody::new(
                "FloatOperation",
                NAME,
                Value::None,
                &[global::DecimalException.load()?, py::exception("TypeError")],
            )?;
            class.finish(&[])?
        });
    global::DecimalTuple
        .store({
            let class = py::ClassBody::new(
                "DecimalTuple",
                NAME,
                Value::None,
                &[py::library_class("tuple")],
            )?;
            class
                .set(
                    "__new__",
                    py::def(
                        "DecimalTuple.__new__",
                        "cls, sign, digits, exponent",
                        [],
                        decimal_tuple_new,
                    ),
                );
            class
                .set(
                    "sign",
                    py::construct::property(
                        &py::pos(
                            &[
                                py::def(
                                    "DecimalTuple.<lambda>",
                                    "self",
                                    [],
                                    move |self_: Value| -> R {
                                        Ok(self_.item(&Value::Int(0))?)
                                    },
                                ),
                            ],
                        ),
                    )?,
                );
            class
                .set(
                    "digits",
                    py::construct::property(
                        &py::pos(
                            &[
                                py::def(
                                    "DecimalTuple.<lambda>",
                                    "self",
                                    [],
                                    move |self_: Value| -> R {
                                        Ok(self_.item(&Value::Int(1))?)
                                    },
                                ),
                            ],
                        ),
                    )?,
                );
            class
                .set(
                    "exponent",
                    py::construct::property(
                        &py::pos(
                            &[
                                py::def(
                                    "DecimalTuple.<lambda>",
                                    "self",
                                    [],
                                    move |self_: Value| -> R {
                                        Ok(self_.item(&Value::Int(2))?)
                                    },
                                ),
                            ],
                        ),
                    )?,
                );
            class
                .set(
                    "__repr__",
                    py::def("DecimalTuple.__repr__", "self", [], decimal_tuple_repr),
                );
            class.finish(&[])?
        });
    global::Context
        .store({
            let class = py::ClassBody::new("Context", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "Context.__init__",
                        "self, prec=, rounding=, Emin=, Emax=, capitals=, clamp=, flags=, traps=",
                        [
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::None,
                        ],
                        context_init,
                    ),
                );
            class.set("copy", py::def("Context.copy", "self", [], context_copy));
            class
                .set(
                    "clear_flags",
                    py::def("Context.clear_flags", "self", [], context_clear_flags),
                );
            class
                .set(
                    "clear_traps",
                    py::def("Context.clear_traps", "self", [], context_clear_traps),
                );
            class
                .set(
                    "create_decimal",
                    py::def(
                        "Context.create_decimal",
                        "self, value=",
                        [Value::str("0")],
                        context_create_decimal,
                    ),
                );
            class
                .set(
                    "create_decimal_from_float",
                    py::def(
                        "Context.create_decimal_from_float",
                        "self, value",
                        [],
                        context_create_decimal_from_float,
                    ),
                );
            class.set("sqrt", py::def("Context.sqrt", "self, value", [], context_sqrt));
            class
                .set("power", py::def("Context.power", "self, a, b", [], context_power));
            class
                .set(
                    "divide",
                    py::def("Context.divide", "self, a, b", [], context_divide),
                );
            class
                .set(
                    "quantize",
                    py::def("Context.quantize", "self, a, b", [], context_quantize),
                );
            class.set("__repr__", py::def("Context.__repr__", "self", [], context_repr));
            class.finish(&[])?
        });
    global::_signals
        .store(
            py::list([
                global::InvalidOperation.load()?,
                global::FloatOperation.load()?,
                global::DivisionByZero.load()?,
                global::Overflow.load()?,
                global::Underflow.load()?,
                global::Subnormal.load()?,
                global::Inexact.load()?,
                global::Rounded.load()?,
                global::Clamped.load()?,
            ]),
        );
    global::_State
        .store({
            let class = py::ClassBody::new("_State", NAME, Value::None, &[])?;
            class.set("__init__", py::def("_State.__init__", "self", [], _state_init));
            class.finish(&[])?
        });
    global::DefaultContext
        .store(py::call::call(&global::Context.load()?, &py::Args::none())?);
    global::BasicContext
        .store(
            py::call::call(
                &global::Context.load()?,
                &py::Args {
                    pos: &[],
                    kw: &[
                        ("prec", Value::Int(9)),
                        ("rounding", global::ROUND_HALF_UP.load()?),
                    ],
                },
            )?,
        );
    global::ExtendedContext
        .store(
            py::call::call(
                &global::Context.load()?,
                &py::Args {
                    pos: &[],
                    kw: &[("prec", Value::Int(9)), ("traps", py::list([]))],
                },
            )?,
        );
    global::_state.store(py::call::call(&global::_State.load()?, &py::Args::none())?);
    global::getcontext.store(py::def("getcontext", "", [], getcontext));
    global::setcontext.store(py::def("setcontext", "context", [], setcontext));
    global::_Local
        .store({
            let class = py::ClassBody::new("_Local", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def("_Local.__init__", "self, context", [], _local_init),
                );
            class
                .set("__enter__", py::def("_Local.__enter__", "self", [], _local_enter));
            class
                .set(
                    "__exit__",
                    py::def(
                        "_Local.__exit__",
                        "self, kind, error, trace",
                        [],
                        _local_exit,
                    ),
                );
            class.finish(&[])?
        });
    global::localcontext
        .store(py::def("localcontext", "ctx=, **kwargs", [Value::None], localcontext));
    global::_rounded
        .store(
            py::documented(
                py::def("_rounded", "sign, n, drop, rounding", [], _rounded),
                "`n` without its last `drop` digits, and whether something was lost.",
            ),
        );
    global::_isqrt.store(py::def("_isqrt", "n", [], _isqrt));
    global::_make
        .store(py::def("_make", "sign, n, exp, special=", [Value::None], _make));
    global::_signal.store(py::def("_signal", "kind, message, result", [], _signal));
    global::_parse.store(py::def("_parse", "text", [], _parse));
    global::Decimal
        .store({
            let class = py::ClassBody::new("Decimal", NAME, Value::None, &[])?;
            class
                .set(
                    "__slots__",
                    py::tuple([
                        Value::str("_sign"),
                        Value::str("_int"),
                        Value::str("_exp"),
                        Value::str("_special"),
                    ]),
                );
            class
                .set(
                    "__new__",
                    py::def(
                        "Decimal.__new__",
                        "cls, value=, context=",
                        [Value::str("0"), Value::None],
                        decimal_new,
                    ),
                );
            class
                .set(
                    "from_float",
                    py::library_class("classmethod")
                        .call(
                            &[
                                py::def(
                                    "Decimal.from_float",
                                    "cls, value",
                                    [],
                                    decimal_from_float,
                                ),
                            ],
                        )?,
                );
            class.set("_digits", py::def("Decimal._digits", "self", [], decimal_digits));
            class
                .set(
                    "adjusted",
                    py::def("Decimal.adjusted", "self", [], decimal_adjusted),
                );
            class
                .set(
                    "_fix",
                    py::def("Decimal._fix", "self, context=", [Value::None], decimal_fix),
                );
            class
                .set(
                    "_text",
                    py::def(
                        "Decimal._text",
                        "self, capital=",
                        [Value::str("E")],
                        decimal_text,
                    ),
                );
            class.set("__str__", py::def("Decimal.__str__", "self", [], decimal_str));
            class
                .set(
                    "to_eng_string",
                    py::def(
                        "Decimal.to_eng_string",
                        "self, context=",
                        [Value::None],
                        decimal_to_eng_string,
                    ),
                );
            class.set("__repr__", py::def("Decimal.__repr__", "self", [], decimal_repr));
            class.set("__hash__", py::def("Decimal.__hash__", "self", [], decimal_hash));
            class
                .set(
                    "as_tuple",
                    py::def("Decimal.as_tuple", "self", [], decimal_as_tuple),
                );
            class
                .set(
                    "as_integer_ratio",
                    py::def(
                        "Decimal.as_integer_ratio",
                        "self",
                        [],
                        decimal_as_integer_ratio,
                    ),
                );
            class.set("_signed", py::def("Decimal._signed", "self", [], decimal_signed));
            class.set("is_nan", py::def("Decimal.is_nan", "self", [], decimal_is_nan));
            class
                .set(
                    "is_infinite",
                    py::def("Decimal.is_infinite", "self", [], decimal_is_infinite),
                );
            class
                .set(
                    "is_finite",
                    py::def("Decimal.is_finite", "self", [], decimal_is_finite),
                );
            class
                .set("is_zero", py::def("Decimal.is_zero", "self", [], decimal_is_zero));
            class
                .set(
                    "is_signed",
                    py::def("Decimal.is_signed", "self", [], decimal_is_signed),
                );
            class
                .set(
                    "is_normal",
                    py::def(
                        "Decimal.is_normal",
                        "self, context=",
                        [Value::None],
                        decimal_is_normal,
                    ),
                );
            class
                .set(
                    "real",
                    py::library_class("property")
                        .call(&[py::def("Decimal.real", "self", [], decimal_real)])?,
                );
            class
                .set(
                    "imag",
                    py::library_class("property")
                        .call(&[py::def("Decimal.imag", "self", [], decimal_imag)])?,
                );
            class
                .set(
                    "conjugate",
                    py::def("Decimal.conjugate", "self", [], decimal_conjugate),
                );
            class
                .set(
                    "_other",
                    py::def("Decimal._other", "self, other", [], decimal_other),
                );
            class.set("_nan", py::def("Decimal._nan", "self, other", [], decimal_nan));
            class
                .set(
                    "_compare",
                    py::def("Decimal._compare", "self, other", [], decimal_compare),
                );
            class
                .set(
                    "_order",
                    py::documented(
                        py::def("Decimal._order", "self", [], decimal_order),
                        "Rough size: sign and decimal magnitude, so that far exponents need no digits.",
                    ),
                );
            class
                .set(
                    "_ordered",
                    py::def("Decimal._ordered", "self, other, name", [], decimal_ordered),
                );
            class
                .set("__eq__", py::def("Decimal.__eq__", "self, other", [], decimal_eq));
            class
                .set("__lt__", py::def("Decimal.__lt__", "self, other", [], decimal_lt));
            class
                .set("__le__", py::def("Decimal.__le__", "self, other", [], decimal_le));
            class
                .set("__gt__", py::def("Decimal.__gt__", "self, other", [], decimal_gt));
            class
                .set("__ge__", py::def("Decimal.__ge__", "self, other", [], decimal_ge));
            class
                .set(
                    "compare",
                    py::def(
                        "Decimal.compare",
                        "self, other, context=",
                        [Value::None],
                        decimal_compare_2,
                    ),
                );
            class
                .set(
                    "max",
                    py::def(
                        "Decimal.max",
                        "self, other, context=",
                        [Value::None],
                        decimal_max,
                    ),
                );
            class
                .set(
                    "min",
                    py::def(
                        "Decimal.min",
                        "self, other, context=",
                        [Value::None],
                        decimal_min,
                    ),
                );
            class.set("__bool__", py::def("Decimal.__bool__", "self", [], decimal_bool));
            class.set("__neg__", py::def("Decimal.__neg__", "self", [], decimal_neg));
            class.set("__pos__", py::def("Decimal.__pos__", "self", [], decimal_pos));
            class.set("__abs__", py::def("Decimal.__abs__", "self", [], decimal_abs));
            class
                .set(
                    "copy_abs",
                    py::def("Decimal.copy_abs", "self", [], decimal_copy_abs),
                );
            class
                .set(
                    "copy_negate",
                    py::def("Decimal.copy_negate", "self", [], decimal_copy_negate),
                );
            class
                .set(
                    "copy_sign",
                    py::def(
                        "Decimal.copy_sign",
                        "self, other, context=",
                        [Value::None],
                        decimal_copy_sign,
                    ),
                );
            class
                .set(
                    "__add__",
                    py::def("Decimal.__add__", "self, other", [], decimal_add),
                );
            class
                .set(
                    "__radd__",
                    match class.get("__add__") {
                        Some(value) => value,
                        None => py::run::undefined("__add__")?,
                    },
                );
            class
                .set("_plus", py::def("Decimal._plus", "self, other", [], decimal_plus));
            class
                .set(
                    "__sub__",
                    py::def("Decimal.__sub__", "self, other", [], decimal_sub),
                );
            class
                .set(
                    "__rsub__",
                    py::def("Decimal.__rsub__", "self, other", [], decimal_rsub),
                );
            class
                .set(
                    "__mul__",
                    py::def("Decimal.__mul__", "self, other", [], decimal_mul),
                );
            class
                .set(
                    "__rmul__",
                    match class.get("__mul__") {
                        Some(value) => value,
                        None => py::run::undefined("__mul__")?,
                    },
                );
            class
                .set(
                    "__truediv__",
                    py::def("Decimal.__truediv__", "self, other", [], decimal_truediv),
                );
            class
                .set(
                    "__rtruediv__",
                    py::def("Decimal.__rtruediv__", "self, other", [], decimal_rtruediv),
                );
            class
                .set("_over", py::def("Decimal._over", "self, other", [], decimal_over));
            class
                .set(
                    "_divided",
                    py::documented(
                        py::def("Decimal._divided", "self, other", [], decimal_divided),
                        "Quotient as an int and remainder.",
                    ),
                );
            class
                .set(
                    "__floordiv__",
                    py::def("Decimal.__floordiv__", "self, other", [], decimal_floordiv),
                );
            class
                .set(
                    "__rfloordiv__",
                    py::def(
                        "Decimal.__rfloordiv__",
                        "self, other",
                        [],
                        decimal_rfloordiv,
                    ),
                );
            class
                .set(
                    "_whole",
                    py::def("Decimal._whole", "self, other", [], decimal_whole),
                );
            class
                .set(
                    "__mod__",
                    py::def("Decimal.__mod__", "self, other", [], decimal_mod),
                );
            class
                .set(
                    "__rmod__",
                    py::def("Decimal.__rmod__", "self, other", [], decimal_rmod),
                );
            class
                .set("_rest", py::def("Decimal._rest", "self, other", [], decimal_rest));
            class
                .set(
                    "__divmod__",
                    py::def("Decimal.__divmod__", "self, other", [], decimal_divmod),
                );
            class
                .set(
                    "__rdivmod__",
                    py::def("Decimal.__rdivmod__", "self, other", [], decimal_rdivmod),
                );
            class
                .set(
                    "remainder_near",
                    py::def(
                        "Decimal.remainder_near",
                        "self, other, context=",
                        [Value::None],
                        decimal_remainder_near,
                    ),
                );
            class
                .set(
                    "fma",
                    py::def(
                        "Decimal.fma",
                        "self, other, third, context=",
                        [Value::None],
                        decimal_fma,
                    ),
                );
            class
                .set(
                    "__pow__",
                    py::def(
                        "Decimal.__pow__",
                        "self, other, modulo=",
                        [Value::None],
                        decimal_pow,
                    ),
                );
            class
                .set(
                    "__rpow__",
                    py::def("Decimal.__rpow__", "self, other", [], decimal_rpow),
                );
            class
                .set(
                    "_power",
                    py::def("Decimal._power", "self, other", [], decimal_power),
                );
            class
                .set(
                    "_working",
                    py::def(
                        "Decimal._working",
                        "self, context, extra",
                        [],
                        decimal_working,
                    ),
                );
            class
                .set(
                    "exp",
                    py::def("Decimal.exp", "self, context=", [Value::None], decimal_exp),
                );
            class
                .set(
                    "ln",
                    py::def("Decimal.ln", "self, context=", [Value::None], decimal_ln),
                );
            class.set("_log", py::def("Decimal._log", "self", [], decimal_log));
            class
                .set(
                    "log10",
                    py::def(
                        "Decimal.log10",
                        "self, context=",
                        [Value::None],
                        decimal_log10,
                    ),
                );
            class
                .set(
                    "logb",
                    py::def(
                        "Decimal.logb",
                        "self, context=",
                        [Value::None],
                        decimal_logb,
                    ),
                );
            class
                .set(
                    "sqrt",
                    py::def(
                        "Decimal.sqrt",
                        "self, context=",
                        [Value::None],
                        decimal_sqrt,
                    ),
                );
            class
                .set(
                    "normalize",
                    py::def(
                        "Decimal.normalize",
                        "self, context=",
                        [Value::None],
                        decimal_normalize,
                    ),
                );
            class
                .set(
                    "quantize",
                    py::def(
                        "Decimal.quantize",
                        "self, exp, rounding=, context=",
                        [Value::None, Value::None],
                        decimal_quantize,
                    ),
                );
            class
                .set(
                    "same_quantum",
                    py::def(
                        "Decimal.same_quantum",
                        "self, other, context=",
                        [Value::None],
                        decimal_same_quantum,
                    ),
                );
            class
                .set(
                    "scaleb",
                    py::def(
                        "Decimal.scaleb",
                        "self, other, context=",
                        [Value::None],
                        decimal_scaleb,
                    ),
                );
            class
                .set(
                    "shift",
                    py::def(
                        "Decimal.shift",
                        "self, other, context=",
                        [Value::None],
                        decimal_shift,
                    ),
                );
            class
                .set(
                    "to_integral_value",
                    py::def(
                        "Decimal.to_integral_value",
                        "self, rounding=, context=",
                        [Value::None, Value::None],
                        decimal_to_integral_value,
                    ),
                );
            class
                .set(
                    "to_integral",
                    match class.get("to_integral_value") {
                        Some(value) => value,
                        None => py::run::undefined("to_integral_value")?,
                    },
                );
            class
                .set(
                    "to_integral_exact",
                    match class.get("to_integral_value") {
                        Some(value) => value,
                        None => py::run::undefined("to_integral_value")?,
                    },
                );
            class.set("__int__", py::def("Decimal.__int__", "self", [], decimal_int));
            class
                .set(
                    "__trunc__",
                    match class.get("__int__") {
                        Some(value) => value,
                        None => py::run::undefined("__int__")?,
                    },
                );
            class
                .set(
                    "__float__",
                    py::def("Decimal.__float__", "self", [], decimal_float),
                );
            class
                .set(
                    "__complex__",
                    py::def("Decimal.__complex__", "self", [], decimal_complex),
                );
            class
                .set(
                    "__floor__",
                    py::def("Decimal.__floor__", "self", [], decimal_floor),
                );
            class.set("__ceil__", py::def("Decimal.__ceil__", "self", [], decimal_ceil));
            class
                .set(
                    "__round__",
                    py::def(
                        "Decimal.__round__",
                        "self, n=",
                        [Value::None],
                        decimal_round,
                    ),
                );
            class.set("__copy__", py::def("Decimal.__copy__", "self", [], decimal_copy));
            class
                .set(
                    "__deepcopy__",
                    py::def("Decimal.__deepcopy__", "self, memo", [], decimal_deepcopy),
                );
            class
                .set(
                    "__format__",
                    py::def(
                        "Decimal.__format__",
                        "self, spec, context=",
                        [Value::None],
                        decimal_format,
                    ),
                );
            class.finish(&[])?
        });
    global::_atanh_log
        .store(
            py::documented(
                py::def("_atanh_log", "x", [], _atanh_log),
                "Natural logarithm of a number near 1.",
            ),
        );
    global::_shortened
        .store(py::def("_shortened", "value, digits, rounding", [], _shortened));
    global::_body.store(py::def("_body", "value, kind, places", [], _body));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library decimal") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "ROUND_UP" => global::ROUND_UP.load(),
        "ROUND_DOWN" => global::ROUND_DOWN.load(),
        "ROUND_HALF_UP" => global::ROUND_HALF_UP.load(),
        "ROUND_HALF_DOWN" => global::ROUND_HALF_DOWN.load(),
        "ROUND_HALF_EVEN" => global::ROUND_HALF_EVEN.load(),
        "ROUND_CEILING" => global::ROUND_CEILING.load(),
        "ROUND_FLOOR" => global::ROUND_FLOOR.load(),
        "ROUND_05UP" => global::ROUND_05UP.load(),
        "MAX_PREC" => global::MAX_PREC.load(),
        "MAX_EMAX" => global::MAX_EMAX.load(),
        "MIN_EMIN" => global::MIN_EMIN.load(),
        "DecimalException" => global::DecimalException.load(),
        "Clamped" => global::Clamped.load(),
        "InvalidOperation" => global::InvalidOperation.load(),
        "ConversionSyntax" => global::ConversionSyntax.load(),
        "DivisionByZero" => global::DivisionByZero.load(),
        "DivisionUndefined" => global::DivisionUndefined.load(),
        "Inexact" => global::Inexact.load(),
        "Rounded" => global::Rounded.load(),
        "Subnormal" => global::Subnormal.load(),
        "Overflow" => global::Overflow.load(),
        "Underflow" => global::Underflow.load(),
        "FloatOperation" => global::FloatOperation.load(),
        "DecimalTuple" => global::DecimalTuple.load(),
        "Context" => global::Context.load(),
        "DefaultContext" => global::DefaultContext.load(),
        "BasicContext" => global::BasicContext.load(),
        "ExtendedContext" => global::ExtendedContext.load(),
        "getcontext" => global::getcontext.load(),
        "setcontext" => global::setcontext.load(),
        "localcontext" => global::localcontext.load(),
        "Decimal" => global::Decimal.load(),
        _ => Ok(Value::None),
    }
}
