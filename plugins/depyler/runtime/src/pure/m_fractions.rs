//! Rational numbers.
//!
//! @generated from `runtime/pure/fractions.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "fractions";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static Fraction : Global = const { Global::new("Fraction") }; pub
        (crate) static _FORMAT : Global = const { Global::new("_FORMAT") }; pub (crate)
        static _P : Global = const { Global::new("_P") }; pub (crate) static _add :
        Global = const { Global::new("_add") }; pub (crate) static _div : Global = const
        { Global::new("_div") }; pub (crate) static _floordiv : Global = const {
        Global::new("_floordiv") }; pub (crate) static _make : Global = const {
        Global::new("_make") }; pub (crate) static _mod : Global = const {
        Global::new("_mod") }; pub (crate) static _mul : Global = const {
        Global::new("_mul") }; pub (crate) static _sub : Global = const {
        Global::new("_sub") };
    }
}

pub(crate) fn fraction_new(cls: Value, numerator: Value, denominator: Value) -> R {
    let mut bottom = Value::Unbound;
    let mut top = Value::Unbound;
    let self_ = py::library_class("object").method("__new__", &[cls.clone()])?;
    if denominator.is(&Value::None) {
        if py::construct::type_(&py::pos(&[numerator.clone()]))?
            .is(&py::library_class("int"))
        {
            self_.set_attr("_numerator", numerator.clone())?;
            self_.set_attr("_denominator", Value::Int(1))?;
            return Ok(self_.clone());
        }
        if py::builtins::isinstance(
                &py::pos(&[numerator.clone(), global::Fraction.load()?]),
            )?
            .truth()?
        {
            self_.set_attr("_numerator", numerator.attr("_numerator")?)?;
            self_.set_attr("_denominator", numerator.attr("_denominator")?)?;
            return Ok(self_.clone());
        }
        if py::builtins::isinstance(
                &py::pos(&[numerator.clone(), py::library_class("int")]),
            )?
            .truth()?
        {
            self_
                .set_attr(
                    "_numerator",
                    py::construct::int(&py::pos(&[numerator.clone()]))?,
                )?;
            self_.set_attr("_denominator", Value::Int(1))?;
            return Ok(self_.clone());
        }
        if py::builtins::isinstance(
                &py::pos(&[numerator.clone(), py::library_class("float")]),
            )?
            .truth()?
        {
            let [item_1, item_2] = py::unpack::<
                2,
            >(&numerator.method("as_integer_ratio", &[])?)?;
            self_.set_attr("_numerator", item_1)?;
            self_.set_attr("_denominator", item_2)?;
            return Ok(self_.clone());
        }
        if py::builtins::isinstance(
                &py::pos(&[numerator.clone(), py::library_class("str")]),
            )?
            .truth()?
        {
            return Ok(cls.method("_parse", &[self_.clone(), numerator.clone()])?);
        }
        if py::builtins::hasattr(
                &py::pos(&[numerator.clone(), Value::str("as_integer_ratio")]),
            )?
            .truth()?
        {
            let [item_3, item_4] = py::unpack::<
                2,
            >(&numerator.method("as_integer_ratio", &[])?)?;
            self_.set_attr("_numerator", item_3)?;
            self_.set_attr("_denominator", item_4)?;
            return Ok(self_.clone());
        }
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(
                        &[
                            Value::str(
                                "argument should be a string or a Rational instance",
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    if py::builtins::isinstance(
            &py::pos(
                &[
                    numerator.clone(),
                    py::tuple([py::library_class("int"), global::Fraction.load()?]),
                ],
            ),
        )?
        .truth()?
        && py::builtins::isinstance(
                &py::pos(
                    &[
                        denominator.clone(),
                        py::tuple([py::library_class("int"), global::Fraction.load()?]),
                    ],
                ),
            )?
            .truth()?
    {
        top = numerator.attr("numerator")?.mul(&denominator.attr("denominator")?)?;
        bottom = denominator.attr("numerator")?.mul(&numerator.attr("denominator")?)?;
    } else {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(
                        &[Value::str("both arguments should be Rational instances")],
                    ),
                )?,
            )?,
        );
    }
    if bottom.is_eq(&Value::Int(0))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ZeroDivisionError"),
                    &py::pos(
                        &[Value::str(format!("Fraction({}, 0)", py::show(& top) ?))],
                    ),
                )?,
            )?,
        );
    }
    let mut common = py::library::math::gcd(&py::pos(&[top.clone(), bottom.clone()]))?;
    if bottom.is_lt(&Value::Int(0))? {
        common = common.neg()?;
    }
    self_.set_attr("_numerator", top.floor_div(&common)?)?;
    self_.set_attr("_denominator", bottom.floor_div(&common)?)?;
    Ok(self_.clone())
}

pub(crate) fn fraction_parse(self_: Value, text: Value) -> R {
    let mut denominator = Value::Unbound;
    let found = global::_FORMAT.load()?.method("fullmatch", &[text.clone()])?;
    if found.is(&Value::None) {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "Invalid literal for Fraction: {}", py::fmt(& text, 'r', "")
                                    ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    let mut numerator = py::construct::int(
        &py::pos(
            &[
                {
                    let left_9 = found.method("group", &[Value::str("num")])?;
                    if left_9.truth()? { left_9 } else { Value::str("0") }
                },
            ],
        ),
    )?;
    let denom = found.method("group", &[Value::str("denom")])?;
    if denom.truth()? {
        denominator = py::construct::int(&py::pos(&[denom.clone()]))?;
    } else {
        denominator = Value::Int(1);
        let mut decimal = found.method("group", &[Value::str("decimal")])?;
        if decimal.truth()? {
            decimal = decimal.method("replace", &[Value::str("_"), Value::str("")])?;
            let scale = Value::Int(10).pow(&Value::from(py::builtins::len(&decimal)?))?;
            numerator = numerator
                .mul(&scale)?
                .add(&py::construct::int(&py::pos(&[decimal.clone()]))?)?;
            denominator.mul_assign(&scale)?;
        }
        let mut exp = found.method("group", &[Value::str("exp")])?;
        if exp.truth()? {
            exp = py::construct::int(&py::pos(&[exp.clone()]))?;
            if exp.is_ge(&Value::Int(0))? {
                numerator.mul_assign(&Value::Int(10).pow(&exp)?)?;
            } else {
                denominator.mul_assign(&Value::Int(10).pow(&exp.neg()?)?)?;
            }
        }
    }
    if found.method("group", &[Value::str("sign")])?.is_eq(&Value::str("-"))? {
        numerator = numerator.neg()?;
    }
    if denominator.is_eq(&Value::Int(0))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ZeroDivisionError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!("Fraction({}, 0)", py::show(& numerator) ?),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    let common = py::library::math::gcd(
        &py::pos(&[numerator.clone(), denominator.clone()]),
    )?;
    self_.set_attr("_numerator", numerator.floor_div(&common)?)?;
    self_.set_attr("_denominator", denominator.floor_div(&common)?)?;
    Ok(self_.clone())
}

pub(crate) fn fraction_from_float(cls: Value, x: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[x.clone(), py::library_class("int")]))?
        .truth()?
    {
        return Ok(py::call::call(&cls.clone(), &py::pos(&[x.clone()]))?);
    }
    Ok({
        let function_12 = cls.clone();
        let args_13: Vec<Value> = {
            let mut items_15 = Vec::new();
            items_15.extend(py::iter::to_vec(&x.method("as_integer_ratio", &[])?)?);
            items_15
        };
        py::call::call(&function_12, &py::pos(&args_13))?
    })
}

pub(crate) fn fraction_from_decimal(cls: Value, x: Value) -> R {
    Ok({
        let function_16 = cls.clone();
        let args_17: Vec<Value> = {
            let mut items_19 = Vec::new();
            items_19.extend(py::iter::to_vec(&x.method("as_integer_ratio", &[])?)?);
            items_19
        };
        py::call::call(&function_16, &py::pos(&args_17))?
    })
}

pub(crate) fn fraction_numerator(self_: Value) -> R {
    Ok(self_.attr("_numerator")?)
}

pub(crate) fn fraction_denominator(self_: Value) -> R {
    Ok(self_.attr("_denominator")?)
}

pub(crate) fn fraction_is_integer(self_: Value) -> R {
    Ok(self_.attr("_denominator")?.eq(&Value::Int(1))?)
}

pub(crate) fn fraction_as_integer_ratio(self_: Value) -> R {
    Ok(py::tuple([self_.attr("_numerator")?, self_.attr("_denominator")?]))
}

pub(crate) fn fraction_limit_denominator(self_: Value, max_denominator: Value) -> R {
    let mut d = Value::Unbound;
    let mut n = Value::Unbound;
    let mut p0 = Value::Unbound;
    let mut p1 = Value::Unbound;
    let mut q0 = Value::Unbound;
    let mut q1 = Value::Unbound;
    if max_denominator.is_lt(&Value::Int(1))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("max_denominator should be at least 1")]),
                )?,
            )?,
        );
    }
    if self_.attr("_denominator")?.is_le(&max_denominator)? {
        return Ok(
            py::call::call(&global::Fraction.load()?, &py::pos(&[self_.clone()]))?,
        );
    }
    let [item_22, item_23, item_24, item_25] = py::unpack::<
        4,
    >(&py::tuple([Value::Int(0), Value::Int(1), Value::Int(1), Value::Int(0)]))?;
    p0 = item_22;
    q0 = item_23;
    p1 = item_24;
    q1 = item_25;
    let [item_26, item_27] = py::unpack::<
        2,
    >(&py::tuple([self_.attr("_numerator")?, self_.attr("_denominator")?]))?;
    n = item_26;
    d = item_27;
    loop {
        let a = n.floor_div(&d)?;
        let q2 = q0.add(&a.mul(&q1)?)?;
        if q2.is_gt(&max_denominator)? {
            break;
        }
        let [item_29, item_30, item_31, item_32] = py::unpack::<
            4,
        >(&py::tuple([p1.clone(), q1.clone(), p0.add(&a.mul(&p1)?)?, q2.clone()]))?;
        p0 = item_29;
        q0 = item_30;
        p1 = item_31;
        q1 = item_32;
        let [item_33, item_34] = py::unpack::<
            2,
        >(&py::tuple([d.clone(), n.sub(&a.mul(&d)?)?]))?;
        n = item_33;
        d = item_34;
    }
    let k = max_denominator.sub(&q0)?.floor_div(&q1)?;
    if Value::Int(2)
        .mul(&d)?
        .mul(&q0.add(&k.mul(&q1)?)?)?
        .is_le(&self_.attr("_denominator")?)?
    {
        return Ok(
            py::call::call(
                &global::Fraction.load()?,
                &py::pos(&[p1.clone(), q1.clone()]),
            )?,
        );
    }
    Ok(
        py::call::call(
            &global::Fraction.load()?,
            &py::pos(&[p0.add(&k.mul(&p1)?)?, q0.add(&k.mul(&q1)?)?]),
        )?,
    )
}

pub(crate) fn fraction_repr(self_: Value) -> R {
    Ok(
        Value::str(
            format!(
                "{}({}, {})", py::show(& self_.attr("__class__") ?.attr("__name__") ?) ?,
                py::show(& self_.attr("_numerator") ?) ?, py::show(& self_
                .attr("_denominator") ?) ?
            ),
        ),
    )
}

pub(crate) fn fraction_str(self_: Value) -> R {
    if self_.attr("_denominator")?.is_eq(&Value::Int(1))? {
        return Ok(py::construct::str(&py::pos(&[self_.attr("_numerator")?]))?);
    }
    Ok(
        Value::str(
            format!(
                "{}/{}", py::show(& self_.attr("_numerator") ?) ?, py::show(& self_
                .attr("_denominator") ?) ?
            ),
        ),
    )
}

pub(crate) fn fraction_forward(
    self_: Value,
    other: Value,
    exact: Value,
    inexact: Value,
) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::Fraction.load()?]))?
        .truth()?
    {
        return Ok(
            py::call::call(&exact.clone(), &py::pos(&[self_.clone(), other.clone()]))?,
        );
    }
    if py::builtins::isinstance(&py::pos(&[other.clone(), py::library_class("int")]))?
        .truth()?
    {
        return Ok(
            py::call::call(
                &exact.clone(),
                &py::pos(
                    &[
                        self_.clone(),
                        py::call::call(
                            &global::Fraction.load()?,
                            &py::pos(&[other.clone()]),
                        )?,
                    ],
                ),
            )?,
        );
    }
    if py::builtins::isinstance(&py::pos(&[other.clone(), py::library_class("float")]))?
        .truth()?
    {
        return Ok(
            py::call::call(
                &inexact.clone(),
                &py::pos(
                    &[py::construct::float(&py::pos(&[self_.clone()]))?, other.clone()],
                ),
            )?,
        );
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn fraction_backward(
    self_: Value,
    other: Value,
    exact: Value,
    inexact: Value,
) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), py::library_class("int")]))?
        .truth()?
    {
        return Ok(
            py::call::call(
                &exact.clone(),
                &py::pos(
                    &[
                        py::call::call(
                            &global::Fraction.load()?,
                            &py::pos(&[other.clone()]),
                        )?,
                        self_.clone(),
                    ],
                ),
            )?,
        );
    }
    if py::builtins::isinstance(&py::pos(&[other.clone(), py::library_class("float")]))?
        .truth()?
    {
        return Ok(
            py::call::call(
                &inexact.clone(),
                &py::pos(
                    &[other.clone(), py::construct::float(&py::pos(&[self_.clone()]))?],
                ),
            )?,
        );
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn fraction_add(self_: Value, other: Value) -> R {
    Ok(
        self_
            .method(
                "_forward",
                &[
                    other.clone(),
                    global::_add.load()?,
                    py::def(
                        "Fraction.__add__.<locals>.<lambda>",
                        "a, b",
                        [],
                        move |a: Value, b: Value| -> R {
                            Ok(a.add(&b)?)
                        },
                    ),
                ],
            )?,
    )
}

pub(crate) fn fraction_radd(self_: Value, other: Value) -> R {
    Ok(
        self_
            .method(
                "_backward",
                &[
                    other.clone(),
                    global::_add.load()?,
                    py::def(
                        "Fraction.__radd__.<locals>.<lambda>",
                        "a, b",
                        [],
                        move |a: Value, b: Value| -> R {
                            Ok(a.add(&b)?)
                        },
                    ),
                ],
            )?,
    )
}

pub(crate) fn fraction_sub(self_: Value, other: Value) -> R {
    Ok(
        self_
            .method(
                "_forward",
                &[
                    other.clone(),
                    global::_sub.load()?,
                    py::def(
                        "Fraction.__sub__.<locals>.<lambda>",
                        "a, b",
                        [],
                        move |a: Value, b: Value| -> R {
                            Ok(a.sub(&b)?)
                        },
                    ),
                ],
            )?,
    )
}

pub(crate) fn fraction_rsub(self_: Value, other: Value) -> R {
    Ok(
        self_
            .method(
                "_backward",
                &[
                    other.clone(),
                    global::_sub.load()?,
                    py::def(
                        "Fraction.__rsub__.<locals>.<lambda>",
                        "a, b",
                        [],
                        move |a: Value, b: Value| -> R {
                            Ok(a.sub(&b)?)
                        },
                    ),
                ],
            )?,
    )
}

pub(crate) fn fraction_mul(self_: Value, other: Value) -> R {
    Ok(
        self_
            .method(
                "_forward",
                &[
                    other.clone(),
                    global::_mul.load()?,
                    py::def(
                        "Fraction.__mul__.<locals>.<lambda>",
                        "a, b",
                        [],
                        move |a: Value, b: Value| -> R {
                            Ok(a.mul(&b)?)
                        },
                    ),
                ],
            )?,
    )
}

pub(crate) fn fraction_rmul(self_: Value, other: Value) -> R {
    Ok(
        self_
            .method(
                "_backward",
                &[
                    other.clone(),
                    global::_mul.load()?,
                    py::def(
                        "Fraction.__rmul__.<locals>.<lambda>",
                        "a, b",
                        [],
                        move |a: Value, b: Value| -> R {
                            Ok(a.mul(&b)?)
                        },
                    ),
                ],
            )?,
    )
}

pub(crate) fn fraction_truediv(self_: Value, other: Value) -> R {
    Ok(
        self_
            .method(
                "_forward",
                &[
                    other.clone(),
                    global::_div.load()?,
                    py::def(
                        "Fraction.__truediv__.<locals>.<lambda>",
                        "a, b",
                        [],
                        move |a: Value, b: Value| -> R {
                            Ok(a.div(&b)?)
                        },
                    ),
                ],
            )?,
    )
}

pub(crate) fn fraction_rtruediv(self_: Value, other: Value) -> R {
    Ok(
        self_
            .method(
                "_backward",
                &[
                    other.clone(),
                    global::_div.load()?,
                    py::def(
                        "Fraction.__rtruediv__.<locals>.<lambda>",
                        "a, b",
                        [],
                        move |a: Value, b: Value| -> R {
                            Ok(a.div(&b)?)
                        },
                    ),
                ],
            )?,
    )
}

pub(crate) fn fraction_floordiv(self_: Value, other: Value) -> R {
    Ok(
        self_
            .method(
                "_forward",
                &[
                    other.clone(),
                    global::_floordiv.load()?,
                    py::def(
                        "Fraction.__floordiv__.<locals>.<lambda>",
                        "a, b",
                        [],
                        move |a: Value, b: Value| -> R {
                            Ok(a.floor_div(&b)?)
                        },
                    ),
                ],
            )?,
    )
}

pub(crate) fn fraction_rfloordiv(self_: Value, other: Value) -> R {
    Ok(
        self_
            .method(
                "_backward",
                &[
                    other.clone(),
                    global::_floordiv.load()?,
                    py::def(
                        "Fraction.__rfloordiv__.<locals>.<lambda>",
                        "a, b",
                        [],
                        move |a: Value, b: Value| -> R {
                            Ok(a.floor_div(&b)?)
                        },
                    ),
                ],
            )?,
    )
}

pub(crate) fn fraction_mod(self_: Value, other: Value) -> R {
    Ok(
        self_
            .method(
                "_forward",
                &[
                    other.clone(),
                    global::_mod.load()?,
                    py::def(
                        "Fraction.__mod__.<locals>.<lambda>",
                        "a, b",
                        [],
                        move |a: Value, b: Value| -> R {
                            Ok(a.modulo(&b)?)
                        },
                    ),
                ],
            )?,
    )
}

pub(crate) fn fraction_rmod(self_: Value, other: Value) -> R {
    Ok(
        self_
            .method(
                "_backward",
                &[
                    other.clone(),
                    global::_mod.load()?,
                    py::def(
                        "Fraction.__rmod__.<locals>.<lambda>",
                        "a, b",
                        [],
                        move |a: Value, b: Value| -> R {
                            Ok(a.modulo(&b)?)
                        },
                    ),
                ],
            )?,
    )
}

pub(crate) fn fraction_divmod(self_: Value, other: Value) -> R {
    Ok(
        self_
            .method(
                "_forward",
                &[
                    other.clone(),
                    py::def(
                        "Fraction.__divmod__.<locals>.<lambda>",
                        "a, b",
                        [],
                        move |a: Value, b: Value| -> R {
                            Ok(
                                py::tuple([
                                    _floordiv(a.clone(), b.clone())?,
                                    _mod(a.clone(), b.clone())?,
                                ]),
                            )
                        },
                    ),
                    py::native_fn("divmod", py::builtins::divmod),
                ],
            )?,
    )
}

pub(crate) fn fraction_rdivmod(self_: Value, other: Value) -> R {
    Ok(
        self_
            .method(
                "_backward",
                &[
                    other.clone(),
                    py::def(
                        "Fraction.__rdivmod__.<locals>.<lambda>",
                        "a, b",
                        [],
                        move |a: Value, b: Value| -> R {
                            Ok(
                                py::tuple([
                                    _floordiv(a.clone(), b.clone())?,
                                    _mod(a.clone(), b.clone())?,
                                ]),
                            )
                        },
                    ),
                    py::native_fn("divmod", py::builtins::divmod),
                ],
            )?,
    )
}

pub(crate) fn fraction_pow(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(
            &py::pos(
                &[
                    other.clone(),
                    py::tuple([py::library_class("int"), global::Fraction.load()?]),
                ],
            ),
        )?
        .truth()?
    {
        if other.attr("denominator")?.is_eq(&Value::Int(1))? {
            let power = other.attr("numerator")?;
            if power.is_ge(&Value::Int(0))? {
                return Ok(
                    _make(
                        self_.attr("_numerator")?.pow(&power)?,
                        self_.attr("_denominator")?.pow(&power)?,
                    )?,
                );
            }
            if self_.attr("_numerator")?.is_ge(&Value::Int(0))? {
                if self_.attr("_numerator")?.is_eq(&Value::Int(0))? {
                    return Err(
                        py::exc::to_raise(
                            &py::call::call(
                                &py::exception("ZeroDivisionError"),
                                &py::pos(
                                    &[
                                        Value::str(
                                            format!(
                                                "Fraction({}, 0)", py::show(& self_.attr("_denominator")
                                                ?.pow(& power.neg() ?) ?) ?
                                            ),
                                        ),
                                    ],
                                ),
                            )?,
                        )?,
                    );
                }
                return Ok(
                    _make(
                        self_.attr("_denominator")?.pow(&power.neg()?)?,
                        self_.attr("_numerator")?.pow(&power.neg()?)?,
                    )?,
                );
            }
            return Ok(
                _make(
                    self_.attr("_denominator")?.neg()?.pow(&power.neg()?)?,
                    self_.attr("_numerator")?.neg()?.pow(&power.neg()?)?,
                )?,
            );
        }
        return Ok(
            py::construct::float(&py::pos(&[self_.clone()]))?
                .pow(&py::construct::float(&py::pos(&[other.clone()]))?)?,
        );
    }
    Ok(py::construct::float(&py::pos(&[self_.clone()]))?.pow(&other)?)
}

pub(crate) fn fraction_rpow(self_: Value, other: Value) -> R {
    if self_.attr("_denominator")?.is_eq(&Value::Int(1))?
        && self_.attr("_numerator")?.is_ge(&Value::Int(0))?
    {
        return Ok(other.pow(&self_.attr("_numerator")?)?);
    }
    if py::builtins::isinstance(&py::pos(&[other.clone(), py::library_class("int")]))?
        .truth()?
    {
        return Ok(
            py::call::call(&global::Fraction.load()?, &py::pos(&[other.clone()]))?
                .pow(&self_)?,
        );
    }
    Ok(other.pow(&py::construct::float(&py::pos(&[self_.clone()]))?)?)
}

pub(crate) fn fraction_pos(self_: Value) -> R {
    Ok(_make(self_.attr("_numerator")?, self_.attr("_denominator")?)?)
}

pub(crate) fn fraction_neg(self_: Value) -> R {
    Ok(_make(self_.attr("_numerator")?.neg()?, self_.attr("_denominator")?)?)
}

pub(crate) fn fraction_abs(self_: Value) -> R {
    Ok(
        _make(
            py::builtins::abs(&py::pos(&[self_.attr("_numerator")?]))?,
            self_.attr("_denominator")?,
        )?,
    )
}

pub(crate) fn fraction_int(self_: Value) -> R {
    Ok(self_.method("__trunc__", &[])?)
}

pub(crate) fn fraction_float(self_: Value) -> R {
    Ok(self_.attr("_numerator")?.div(&self_.attr("_denominator")?)?)
}

pub(crate) fn fraction_trunc(self_: Value) -> R {
    if self_.attr("_numerator")?.is_lt(&Value::Int(0))? {
        return Ok(
            self_
                .attr("_numerator")?
                .neg()?
                .floor_div(&self_.attr("_denominator")?)?
                .neg()?,
        );
    }
    Ok(self_.attr("_numerator")?.floor_div(&self_.attr("_denominator")?)?)
}

pub(crate) fn fraction_floor(self_: Value) -> R {
    Ok(self_.attr("_numerator")?.floor_div(&self_.attr("_denominator")?)?)
}

pub(crate) fn fraction_ceil(self_: Value) -> R {
    Ok(self_.attr("_numerator")?.neg()?.floor_div(&self_.attr("_denominator")?)?.neg()?)
}

pub(crate) fn fraction_round(self_: Value, ndigits: Value) -> R {
    let mut floor = Value::Unbound;
    let mut remainder = Value::Unbound;
    if ndigits.is(&Value::None) {
        let d = self_.attr("_denominator")?;
        let [item_46, item_47] = py::unpack::<
            2,
        >(&py::builtins::divmod(&py::pos(&[self_.attr("_numerator")?, d.clone()]))?)?;
        floor = item_46;
        remainder = item_47;
        if remainder.mul(&Value::Int(2))?.is_lt(&d)? {
            return Ok(floor.clone());
        }
        if remainder.mul(&Value::Int(2))?.is_gt(&d)? {
            return Ok(floor.add(&Value::Int(1))?);
        }
        return Ok(
            if floor.modulo(&Value::Int(2))?.is_eq(&Value::Int(0))? {
                floor.clone()
            } else {
                floor.add(&Value::Int(1))?
            },
        );
    }
    let shift = Value::Int(10).pow(&py::builtins::abs(&py::pos(&[ndigits.clone()]))?)?;
    if ndigits.is_gt(&Value::Int(0))? {
        return Ok(
            py::call::call(
                &global::Fraction.load()?,
                &py::pos(
                    &[
                        py::builtins::round(&py::pos(&[self_.mul(&shift)?]))?,
                        shift.clone(),
                    ],
                ),
            )?,
        );
    }
    Ok(
        py::call::call(
            &global::Fraction.load()?,
            &py::pos(
                &[py::builtins::round(&py::pos(&[self_.div(&shift)?]))?.mul(&shift)?],
            ),
        )?,
    )
}

pub(crate) fn fraction_hash(self_: Value) -> R {
    let mut inverse = Value::Unbound;
    let mut result = Value::Unbound;
    let flow_52: py::Flow = 'try_50: {
        inverse = py::attempt!(
            'try_50, py::builtins::pow(& py::pos(& [py::attempt!('try_50, self_
            .attr("_denominator")), Value::Int(- 1), py::attempt!('try_50, global::_P
            .load())]))
        );
        py::Flow::Next
    };
    if let py::Flow::Raise(raised_51) = flow_52 {
        if raised_51.is_a("ValueError") {
            result = Value::Int(314159);
        } else {
            return Err(raised_51);
        }
    } else {
        result = py::builtins::hash(
            &py::pos(
                &[
                    py::builtins::hash(
                            &py::pos(
                                &[
                                    py::builtins::abs(&py::pos(&[self_.attr("_numerator")?]))?,
                                ],
                            ),
                        )?
                        .mul(&inverse)?,
                ],
            ),
        )?;
    }
    if self_.attr("_numerator")?.is_lt(&Value::Int(0))? {
        result = result.neg()?;
    }
    Ok(if result.is_eq(&Value::Int(-1))? { Value::Int(-2) } else { result.clone() })
}

pub(crate) fn fraction_eq(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), py::library_class("int")]))?
        .truth()?
    {
        return Ok({
            let left_53 = self_.attr("_numerator")?.eq(&other)?;
            if !left_53.truth()? {
                left_53
            } else {
                self_.attr("_denominator")?.eq(&Value::Int(1))?
            }
        });
    }
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::Fraction.load()?]))?
        .truth()?
    {
        return Ok({
            let left_54 = self_.attr("_numerator")?.eq(&other.attr("_numerator")?)?;
            if !left_54.truth()? {
                left_54
            } else {
                self_.attr("_denominator")?.eq(&other.attr("_denominator")?)?
            }
        });
    }
    if py::builtins::isinstance(&py::pos(&[other.clone(), py::library_class("float")]))?
        .truth()?
    {
        if py::library::math::isnan(&py::pos(&[other.clone()]))?.truth()?
            || py::library::math::isinf(&py::pos(&[other.clone()]))?.truth()?
        {
            return Ok(Value::Float(0.0).eq(&other)?);
        }
        return Ok(
            self_
                .eq(
                    &py::call::call(
                        &global::Fraction.load()?,
                        &py::pos(&[other.clone()]),
                    )?,
                )?,
        );
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn fraction_compare(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(
            &py::pos(
                &[
                    other.clone(),
                    py::tuple([py::library_class("int"), global::Fraction.load()?]),
                ],
            ),
        )?
        .truth()?
    {
        return Ok(
            self_
                .attr("_numerator")?
                .mul(&other.attr("denominator")?)?
                .sub(&other.attr("numerator")?.mul(&self_.attr("_denominator")?)?)?,
        );
    }
    Ok(Value::None)
}

pub(crate) fn fraction_lt(self_: Value, other: Value) -> R {
    let order = self_.method("_compare", &[other.clone()])?;
    if !order.is(&Value::None) {
        return Ok(order.lt(&Value::Int(0))?);
    }
    if py::builtins::isinstance(&py::pos(&[other.clone(), py::library_class("float")]))?
        .truth()?
    {
        return Ok(
            if py::library::math::isnan(&py::pos(&[other.clone()]))?.truth()?
                || py::library::math::isinf(&py::pos(&[other.clone()]))?.truth()?
            {
                py::construct::float(&py::pos(&[self_.clone()]))?.lt(&other)?
            } else {
                self_
                    .lt(
                        &py::call::call(
                            &global::Fraction.load()?,
                            &py::pos(&[other.clone()]),
                        )?,
                    )?
            },
        );
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn fraction_le(self_: Value, other: Value) -> R {
    let order = self_.method("_compare", &[other.clone()])?;
    if !order.is(&Value::None) {
        return Ok(order.le(&Value::Int(0))?);
    }
    if py::builtins::isinstance(&py::pos(&[other.clone(), py::library_class("float")]))?
        .truth()?
    {
        return Ok(
            if py::library::math::isnan(&py::pos(&[other.clone()]))?.truth()?
                || py::library::math::isinf(&py::pos(&[other.clone()]))?.truth()?
            {
                py::construct::float(&py::pos(&[self_.clone()]))?.le(&other)?
            } else {
                self_
                    .le(
                        &py::call::call(
                            &global::Fraction.load()?,
                            &py::pos(&[other.clone()]),
                        )?,
                    )?
            },
        );
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn fraction_gt(self_: Value, other: Value) -> R {
    let order = self_.method("_compare", &[other.clone()])?;
    if !order.is(&Value::None) {
        return Ok(order.gt(&Value::Int(0))?);
    }
    if py::builtins::isinstance(&py::pos(&[other.clone(), py::library_class("float")]))?
        .truth()?
    {
        return Ok(
            if py::library::math::isnan(&py::pos(&[other.clone()]))?.truth()?
                || py::library::math::isinf(&py::pos(&[other.clone()]))?.truth()?
            {
                py::construct::float(&py::pos(&[self_.clone()]))?.gt(&other)?
            } else {
                self_
                    .gt(
                        &py::call::call(
                            &global::Fraction.load()?,
                            &py::pos(&[other.clone()]),
                        )?,
                    )?
            },
        );
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn fraction_ge(self_: Value, other: Value) -> R {
    let order = self_.method("_compare", &[other.clone()])?;
    if !order.is(&Value::None) {
        return Ok(order.ge(&Value::Int(0))?);
    }
    if py::builtins::isinstance(&py::pos(&[other.clone(), py::library_class("float")]))?
        .truth()?
    {
        return Ok(
            if py::library::math::isnan(&py::pos(&[other.clone()]))?.truth()?
                || py::library::math::isinf(&py::pos(&[other.clone()]))?.truth()?
            {
                py::construct::float(&py::pos(&[self_.clone()]))?.ge(&other)?
            } else {
                self_
                    .ge(
                        &py::call::call(
                            &global::Fraction.load()?,
                            &py::pos(&[other.clone()]),
                        )?,
                    )?
            },
        );
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn fraction_bool(self_: Value) -> R {
    Ok(self_.attr("_numerator")?.ne(&Value::Int(0))?)
}

pub(crate) fn fraction_copy(self_: Value) -> R {
    Ok(self_.clone())
}

pub(crate) fn fraction_deepcopy(self_: Value, memo: Value) -> R {
    Ok(self_.clone())
}

pub(crate) fn _make(mut numerator: Value, mut denominator: Value) -> R {
    if denominator.is_lt(&Value::Int(0))? {
        let [item_60, item_61] = py::unpack::<
            2,
        >(&py::tuple([numerator.neg()?, denominator.neg()?]))?;
        numerator = item_60;
        denominator = item_61;
    }
    Ok(
        py::call::call(
            &global::Fraction.load()?,
            &py::pos(&[numerator.clone(), denominator.clone()]),
        )?,
    )
}

pub(crate) fn _add(a: Value, b: Value) -> R {
    Ok(
        py::call::call(
            &global::Fraction.load()?,
            &py::pos(
                &[
                    a
                        .attr("_numerator")?
                        .mul(&b.attr("_denominator")?)?
                        .add(&b.attr("_numerator")?.mul(&a.attr("_denominator")?)?)?,
                    a.attr("_denominator")?.mul(&b.attr("_denominator")?)?,
                ],
            ),
        )?,
    )
}

pub(crate) fn _sub(a: Value, b: Value) -> R {
    Ok(
        py::call::call(
            &global::Fraction.load()?,
            &py::pos(
                &[
                    a
                        .attr("_numerator")?
                        .mul(&b.attr("_denominator")?)?
                        .sub(&b.attr("_numerator")?.mul(&a.attr("_denominator")?)?)?,
                    a.attr("_denominator")?.mul(&b.attr("_denominator")?)?,
                ],
            ),
        )?,
    )
}

pub(crate) fn _mul(a: Value, b: Value) -> R {
    Ok(
        py::call::call(
            &global::Fraction.load()?,
            &py::pos(
                &[
                    a.attr("_numerator")?.mul(&b.attr("_numerator")?)?,
                    a.attr("_denominator")?.mul(&b.attr("_denominator")?)?,
                ],
            ),
        )?,
    )
}

pub(crate) fn _div(a: Value, b: Value) -> R {
    if b.attr("_numerator")?.is_eq(&Value::Int(0))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ZeroDivisionError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "Fraction({}, 0)", py::show(& a.attr("_numerator") ?.mul(& b
                                    .attr("_denominator") ?) ?.floor_div(&
                                    py::library::math::gcd(& py::pos(& [a.attr("_numerator") ?,
                                    a.attr("_denominator") ?])) ?) ?) ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    Ok(
        py::call::call(
            &global::Fraction.load()?,
            &py::pos(
                &[
                    a.attr("_numerator")?.mul(&b.attr("_denominator")?)?,
                    a.attr("_denominator")?.mul(&b.attr("_numerator")?)?,
                ],
            ),
        )?,
    )
}

pub(crate) fn _floordiv(a: Value, b: Value) -> R {
    Ok(
        a
            .attr("_numerator")?
            .mul(&b.attr("_denominator")?)?
            .floor_div(&a.attr("_denominator")?.mul(&b.attr("_numerator")?)?)?,
    )
}

pub(crate) fn _mod(a: Value, b: Value) -> R {
    let bottom = a.attr("_denominator")?.mul(&b.attr("_denominator")?)?;
    Ok(
        py::call::call(
            &global::Fraction.load()?,
            &py::pos(
                &[
                    a
                        .attr("_numerator")?
                        .mul(&b.attr("_denominator")?)?
                        .modulo(&b.attr("_numerator")?.mul(&a.attr("_denominator")?)?)?,
                    bottom.clone(),
                ],
            ),
        )?,
    )
}

/// The statements of `fractions.py`.
pub(crate) fn run() -> R<()> {
    global::_FORMAT
        .store(
            py::library::re::compile(
                &py::pos(
                    &[
                        Value::str(
                            "\\s*(?P<sign>[-+]?)(?=\\d|\\.\\d)(?P<num>\\d*|\\d+(_\\d+)*)(?:(?:\\s*/\\s*(?P<denom>\\d+(_\\d+)*))?|(?:\\.(?P<decimal>\\d*|\\d+(_\\d+)*))?(?:E(?P<exp>[-+]?\\d+(_\\d+)*))?)\\s*",
                        ),
                        py::library::re::IGNORECASE(),
                    ],
                ),
            )?,
        );
    global::_P.store(Value::Int(2305843009213693951));
    global::Fraction
        .store({
            let class = py::ClassBody::new(
                "Fraction",
                NAME,
                Value::str("A ratio of two integers in lowest terms."),
                &[],
            )?;
            class
                .set(
                    "__slots__",
                    py::tuple([Value::str("_numerator"), Value::str("_denominator")]),
                );
            class
                .set(
                    "__new__",
                    py::def(
                        "Fraction.__new__",
                        "cls, numerator=, denominator=",
                        [Value::Int(0), Value::None],
                        fraction_new,
                    ),
                );
            class
                .set(
                    "_parse",
                    py::library_class("staticmethod")
                        .call(
                            &[
                                py::def("Fraction._parse", "self, text", [], fraction_parse),
                            ],
                        )?,
                );
            class
                .set(
                    "from_float",
                    py::library_class("classmethod")
                        .call(
                            &[
                                py::def(
                                    "Fraction.from_float",
                                    "cls, x",
                                    [],
                                    fraction_from_float,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "from_decimal",
                    py::library_class("classmethod")
                        .call(
                            &[
                                py::def(
                                    "Fraction.from_decimal",
                                    "cls, x",
                                    [],
                                    fraction_from_decimal,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "numerator",
                    py::library_class("property")
                        .call(
                            &[
                                py::def(
                                    "Fraction.numerator",
                                    "self",
                                    [],
                                    fraction_numerator,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "denominator",
                    py::library_class("property")
                        .call(
                            &[
                                py::def(
                                    "Fraction.denominator",
                                    "self",
                                    [],
                                    fraction_denominator,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "is_integer",
                    py::def("Fraction.is_integer", "self", [], fraction_is_integer),
                );
            class
                .set(
                    "as_integer_ratio",
                    py::def(
                        "Fraction.as_integer_ratio",
                        "self",
                        [],
                        fraction_as_integer_ratio,
                    ),
                );
            class
                .set(
                    "limit_denominator",
                    py::def(
                        "Fraction.limit_denominator",
                        "self, max_denominator=",
                        [Value::Int(1000000)],
                        fraction_limit_denominator,
                    ),
                );
            class
                .set(
                    "__repr__",
                    py::def("Fraction.__repr__", "self", [], fraction_repr),
                );
            class.set("__str__", py::def("Fraction.__str__", "self", [], fraction_str));
            class
                .set(
                    "_forward",
                    py::def(
                        "Fraction._forward",
                        "self, other, exact, inexact",
                        [],
                        fraction_forward,
                    ),
                );
            class
                .set(
                    "_backward",
                    py::def(
                        "Fraction._backward",
                        "self, other, exact, inexact",
                        [],
                        fraction_backward,
                    ),
                );
            class
                .set(
                    "__add__",
                    py::def("Fraction.__add__", "self, other", [], fraction_add),
                );
            class
                .set(
                    "__radd__",
                    py::def("Fraction.__radd__", "self, other", [], fraction_radd),
                );
            class
                .set(
                    "__sub__",
                    py::def("Fraction.__sub__", "self, other", [], fraction_sub),
                );
            class
                .set(
                    "__rsub__",
                    py::def("Fraction.__rsub__", "self, other", [], fraction_rsub),
                );
            class
                .set(
                    "__mul__",
                    py::def("Fraction.__mul__", "self, other", [], fraction_mul),
                );
            class
                .set(
                    "__rmul__",
                    py::def("Fraction.__rmul__", "self, other", [], fraction_rmul),
                );
            class
                .set(
                    "__truediv__",
                    py::def("Fraction.__truediv__", "self, other", [], fraction_truediv),
                );
            class
                .set(
                    "__rtruediv__",
                    py::def(
                        "Fraction.__rtruediv__",
                        "self, other",
                        [],
                        fraction_rtruediv,
                    ),
                );
            class
                .set(
                    "__floordiv__",
                    py::def(
                        "Fraction.__floordiv__",
                        "self, other",
                        [],
                        fraction_floordiv,
                    ),
                );
            class
                .set(
                    "__rfloordiv__",
                    py::def(
                        "Fraction.__rfloordiv__",
                        "self, other",
                        [],
                        fraction_rfloordiv,
                    ),
                );
            class
                .set(
                    "__mod__",
                    py::def("Fraction.__mod__", "self, other", [], fraction_mod),
                );
            class
                .set(
                    "__rmod__",
                    py::def("Fraction.__rmod__", "self, other", [], fraction_rmod),
                );
            class
                .set(
                    "__divmod__",
                    py::def("Fraction.__divmod__", "self, other", [], fraction_divmod),
                );
            class
                .set(
                    "__rdivmod__",
                    py::def("Fraction.__rdivmod__", "self, other", [], fraction_rdivmod),
                );
            class
                .set(
                    "__pow__",
                    py::def("Fraction.__pow__", "self, other", [], fraction_pow),
                );
            class
                .set(
                    "__rpow__",
                    py::def("Fraction.__rpow__", "self, other", [], fraction_rpow),
                );
            class.set("__pos__", py::def("Fraction.__pos__", "self", [], fraction_pos));
            class.set("__neg__", py::def("Fraction.__neg__", "self", [], fraction_neg));
            class.set("__abs__", py::def("Fraction.__abs__", "self", [], fraction_abs));
            class.set("__int__", py::def("Fraction.__int__", "self", [], fraction_int));
            class
                .set(
                    "__float__",
                    py::def("Fraction.__float__", "self", [], fraction_float),
                );
            class
                .set(
                    "__trunc__",
                    py::def("Fraction.__trunc__", "self", [], fraction_trunc),
                );
            class
                .set(
                    "__floor__",
                    py::def("Fraction.__floor__", "self", [], fraction_floor),
                );
            class
                .set(
                    "__ceil__",
                    py::def("Fraction.__ceil__", "self", [], fraction_ceil),
                );
            class
                .set(
                    "__round__",
                    py::def(
                        "Fraction.__round__",
                        "self, ndigits=",
                        [Value::None],
                        fraction_round,
                    ),
                );
            class
                .set(
                    "__hash__",
                    py::def("Fraction.__hash__", "self", [], fraction_hash),
                );
            class
                .set(
                    "__eq__",
                    py::def("Fraction.__eq__", "self, other", [], fraction_eq),
                );
            class
                .set(
                    "_compare",
                    py::def("Fraction._compare", "self, other", [], fraction_compare),
                );
            class
                .set(
                    "__lt__",
                    py::def("Fraction.__lt__", "self, other", [], fraction_lt),
                );
            class
                .set(
                    "__le__",
                    py::def("Fraction.__le__", "self, other", [], fraction_le),
                );
            class
                .set(
                    "__gt__",
                    py::def("Fraction.__gt__", "self, other", [], fraction_gt),
                );
            class
                .set(
                    "__ge__",
                    py::def("Fraction.__ge__", "self, other", [], fraction_ge),
                );
            class
                .set(
                    "__bool__",
                    py::def("Fraction.__bool__", "self", [], fraction_bool),
                );
            class
                .set(
                    "__copy__",
                    py::def("Fraction.__copy__", "self", [], fraction_copy),
                );
            class
                .set(
                    "__deepcopy__",
                    py::def("Fraction.__deepcopy__", "self, memo", [], fraction_deepcopy),
                );
            class.finish(&[])?
        });
    global::_make.store(py::def("_make", "numerator, denominator", [], _make));
    global::_add.store(py::def("_add", "a, b", [], _add));
    global::_sub.store(py::def("_sub", "a, b", [], _sub));
    global::_mul.store(py::def("_mul", "a, b", [], _mul));
    global::_div.store(py::def("_div", "a, b", [], _div));
    global::_floordiv.store(py::def("_floordiv", "a, b", [], _floordiv));
    global::_mod.store(py::def("_mod", "a, b", [], _mod));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library fractions") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "Fraction" => global::Fraction.load(),
        _ => Ok(Value::None),
    }
}
