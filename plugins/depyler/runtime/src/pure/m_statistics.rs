//! Statistics of numbers.
//!
//! @generated from `runtime/pure/statistics.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "statistics";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static NormalDist : Global = const { Global::new("NormalDist") }; pub
        (crate) static StatisticsError : Global = const { Global::new("StatisticsError")
        }; pub (crate) static _convert : Global = const { Global::new("_convert") }; pub
        (crate) static _exact : Global = const { Global::new("_exact") }; pub (crate)
        static _inverse_normal : Global = const { Global::new("_inverse_normal") }; pub
        (crate) static _odd_root : Global = const { Global::new("_odd_root") }; pub
        (crate) static _root : Global = const { Global::new("_root") }; pub (crate)
        static _squares : Global = const { Global::new("_squares") }; pub (crate) static
        _total : Global = const { Global::new("_total") }; pub (crate) static correlation
        : Global = const { Global::new("correlation") }; pub (crate) static covariance :
        Global = const { Global::new("covariance") }; pub (crate) static fmean : Global =
        const { Global::new("fmean") }; pub (crate) static geometric_mean : Global =
        const { Global::new("geometric_mean") }; pub (crate) static harmonic_mean :
        Global = const { Global::new("harmonic_mean") }; pub (crate) static
        linear_regression : Global = const { Global::new("linear_regression") }; pub
        (crate) static mean : Global = const { Global::new("mean") }; pub (crate) static
        median : Global = const { Global::new("median") }; pub (crate) static
        median_grouped : Global = const { Global::new("median_grouped") }; pub (crate)
        static median_high : Global = const { Global::new("median_high") }; pub (crate)
        static median_low : Global = const { Global::new("median_low") }; pub (crate)
        static mode : Global = const { Global::new("mode") }; pub (crate) static
        multimode : Global = const { Global::new("multimode") }; pub (crate) static
        pstdev : Global = const { Global::new("pstdev") }; pub (crate) static pvariance :
        Global = const { Global::new("pvariance") }; pub (crate) static quantiles :
        Global = const { Global::new("quantiles") }; pub (crate) static stdev : Global =
        const { Global::new("stdev") }; pub (crate) static variance : Global = const {
        Global::new("variance") };
    }
}

pub(crate) fn _exact(value: Value) -> R {
    if py::builtins::isinstance(
            &py::pos(
                &[
                    value.clone(),
                    py::tuple([py::library_class("int"), py::library_class("float")]),
                ],
            ),
        )?
        .truth()?
    {
        if py::builtins::isinstance(
                &py::pos(&[value.clone(), py::library_class("float")]),
            )?
            .truth()?
            && !py::library::math::isfinite(&py::pos(&[value.clone()]))?.truth()?
        {
            return Ok(Value::None);
        }
        return Ok(
            py::call::call(
                &py::pure::load("fractions", "Fraction")?,
                &py::pos(&[value.clone()]),
            )?,
        );
    }
    if py::builtins::isinstance(
            &py::pos(&[value.clone(), py::pure::load("fractions", "Fraction")?]),
        )?
        .truth()?
    {
        return Ok(value.clone());
    }
    if py::builtins::hasattr(&py::pos(&[value.clone(), Value::str("as_integer_ratio")]))?
        .truth()?
    {
        return Ok({
            let function_2 = py::pure::load("fractions", "Fraction")?;
            let args_3: Vec<Value> = {
                let mut items_5 = Vec::new();
                items_5
                    .extend(py::iter::to_vec(&value.method("as_integer_ratio", &[])?)?);
                items_5
            };
            py::call::call(&function_2, &py::pos(&args_3))?
        });
    }
    Err(
        py::exc::to_raise(
            &py::call::call(
                &py::exception("TypeError"),
                &py::pos(
                    &[
                        Value::str(
                            format!(
                                "can't convert type '{}' to numerator/denominator",
                                py::show(& py::construct::type_(& py::pos(& [value
                                .clone()])) ?.attr("__name__") ?) ?
                            ),
                        ),
                    ],
                ),
            )?,
        )?,
    )
}

/// The exact sum, the type of the result, how many.
pub(crate) fn _total(data: Value) -> R {
    let mut kind = py::library_class("int");
    let mut total = py::call::call(
        &py::pure::load("fractions", "Fraction")?,
        &py::pos(&[Value::Int(0)]),
    )?;
    let mut special = Value::None;
    let mut count = Value::Int(0);
    let mut iter_8 = py::iter::iter(&data)?;
    while let Some(value) = iter_8.next()? {
        count.add_assign(&Value::Int(1))?;
        let mut one = py::construct::type_(&py::pos(&[value.clone()]))?;
        if one.is(&py::library_class("bool")) {
            one = py::library_class("int");
        }
        if !one.is(&py::library_class("int")) && kind.is(&py::library_class("int")) {
            kind = one.clone();
        } else if one.is(&py::library_class("float"))
            && kind.is(&py::pure::load("fractions", "Fraction")?)
        {
            kind = py::library_class("float");
        }
        let part = _exact(value.clone())?;
        if part.is(&Value::None) {
            special = if special.is(&Value::None) {
                value.clone()
            } else {
                special.add(&value)?
            };
        } else {
            total.add_assign(&part)?;
        }
    }
    Ok(py::tuple([total.clone(), kind.clone(), count.clone(), special.clone()]))
}

pub(crate) fn _convert(value: Value, kind: Value) -> R {
    if kind.is(&py::library_class("int")) {
        if value.attr("denominator")?.is_eq(&Value::Int(1))? {
            return Ok(value.attr("numerator")?);
        }
        return Ok(value.attr("numerator")?.div(&value.attr("denominator")?)?);
    }
    if kind.is(&py::library_class("float")) {
        return Ok(value.attr("numerator")?.div(&value.attr("denominator")?)?);
    }
    if kind.is(&py::pure::load("fractions", "Fraction")?) {
        return Ok(value.clone());
    }
    Ok(
        py::call::call(&kind.clone(), &py::pos(&[value.attr("numerator")?]))?
            .div(&value.attr("denominator")?)?,
    )
}

/// The arithmetic mean.
pub(crate) fn mean(data: Value) -> R {
    let mut count = Value::Unbound;
    let mut kind = Value::Unbound;
    let mut special = Value::Unbound;
    let mut total = Value::Unbound;
    let [item_11, item_12, item_13, item_14] = py::unpack::<4>(&_total(data.clone())?)?;
    total = item_11;
    kind = item_12;
    count = item_13;
    special = item_14;
    if count.is_lt(&Value::Int(1))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(&[Value::str("mean requires at least one data point")]),
                )?,
            )?,
        );
    }
    if !special.is(&Value::None) {
        return Ok(special.clone());
    }
    Ok(_convert(total.div(&count)?, kind.clone())?)
}

/// The mean as a float.
pub(crate) fn fmean(mut data: Value, mut weights: Value) -> R {
    data = py::construct::list(&py::pos(&[data.clone()]))?;
    let n = Value::from(py::builtins::len(&data)?);
    if weights.is(&Value::None) {
        if !n.truth()? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &global::StatisticsError.load()?,
                        &py::pos(&[Value::str("fmean requires at least one data point")]),
                    )?,
                )?,
            );
        }
        return Ok(py::library::math::fsum(&py::pos(&[data.clone()]))?.div(&n)?);
    }
    weights = py::construct::list(&py::pos(&[weights.clone()]))?;
    if Value::from(py::builtins::len(&weights)?).is_ne(&n)? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(&[Value::str("data and weights must be the same length")]),
                )?,
            )?,
        );
    }
    let top = py::library::math::fsum(
        &py::pos(
            &[
                {
                    async fn body_23(yielder: py::Yielder, u2e0: Value) -> R {
                        let mut a = Value::Unbound;
                        let mut b = Value::Unbound;
                        let mut iter_18 = py::iter::iter(&u2e0)?;
                        while let Some(item_19) = iter_18.next()? {
                            let [item_20, item_21] = py::unpack::<2>(&item_19)?;
                            a = item_20;
                            b = item_21;
                            yielder.give(a.mul(&b)?).await?;
                        }
                        Ok(Value::None)
                    }
                    let arg_24 = py::iter::started(
                        &py::construct::zip(&py::pos(&[data.clone(), weights.clone()]))?,
                    )?;
                    py::generator("<genexpr>", move |yielder| body_23(yielder, arg_24))
                },
            ],
        ),
    )?;
    let bottom = py::library::math::fsum(&py::pos(&[weights.clone()]))?;
    if !bottom.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(&[Value::str("sum of weights must be non-zero")]),
                )?,
            )?,
        );
    }
    Ok(top.div(&bottom)?)
}

/// The geometric mean.
pub(crate) fn geometric_mean(mut data: Value) -> R {
    data = py::construct::list(&py::pos(&[data.clone()]))?;
    let flow_28: py::Flow = 'try_26: {
        return Ok(
            py::attempt!(
                'try_26, py::library::math::exp(& py::pos(& [py::attempt!('try_26,
                fmean(py::attempt!('try_26, py::construct::map(& py::pos(&
                [py::native_fn("log", py::library::math::log), data.clone()]))),
                Value::None))]))
            ),
        );
    };
    if let py::Flow::Raise(raised_27) = flow_28 {
        if raised_27.is_a("ValueError") {
            return Err(
                py::exc::to_raise_from(
                        &py::call::call(
                            &global::StatisticsError.load()?,
                            &py::pos(
                                &[
                                    Value::str(
                                        "geometric mean requires a non-empty dataset containing positive numbers",
                                    ),
                                ],
                            ),
                        )?,
                        &Value::None,
                    )?
                    .during(&raised_27),
            );
        } else {
            return Err(raised_27);
        }
    }
    Ok(Value::None)
}

/// The harmonic mean.
pub(crate) fn harmonic_mean(mut data: Value, mut weights: Value) -> R {
    let mut __ = Value::Unbound;
    let mut bottom = Value::Unbound;
    let mut kind = Value::Unbound;
    data = py::construct::list(&py::pos(&[data.clone()]))?;
    if !data.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(
                        &[Value::str("harmonic_mean requires at least one data point")],
                    ),
                )?,
            )?,
        );
    }
    if py::builtins::any(
            &py::pos(
                &[
                    {
                        async fn body_33(yielder: py::Yielder, u2e0: Value) -> R {
                            let mut iter_31 = py::iter::iter(&u2e0)?;
                            while let Some(x) = iter_31.next()? {
                                yielder.give(x.lt(&Value::Int(0))?).await?;
                            }
                            Ok(Value::None)
                        }
                        let arg_34 = py::iter::started(&data.clone())?;
                        py::generator(
                            "<genexpr>",
                            move |yielder| body_33(yielder, arg_34),
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
                    &global::StatisticsError.load()?,
                    &py::pos(
                        &[Value::str("harmonic mean does not support negative values")],
                    ),
                )?,
            )?,
        );
    }
    if Value::from(py::builtins::len(&data)?).is_eq(&Value::Int(1))?
        && weights.is(&Value::None)
    {
        return Ok(data.item(&Value::Int(0))?);
    }
    if weights.is(&Value::None) {
        weights = py::list([Value::Int(1)])
            .mul(&Value::from(py::builtins::len(&data)?))?;
    }
    if py::builtins::any(
            &py::pos(
                &[
                    {
                        async fn body_38(yielder: py::Yielder, u2e0: Value) -> R {
                            let mut iter_36 = py::iter::iter(&u2e0)?;
                            while let Some(x) = iter_36.next()? {
                                yielder.give(x.eq(&Value::Int(0))?).await?;
                            }
                            Ok(Value::None)
                        }
                        let arg_39 = py::iter::started(&data.clone())?;
                        py::generator(
                            "<genexpr>",
                            move |yielder| body_38(yielder, arg_39),
                        )
                    },
                ],
            ),
        )?
        .truth()?
    {
        return Ok(Value::Int(0));
    }
    let [item_45, item_46, item_47, item_48] = py::unpack::<
        4,
    >(
        &_total({
            let mut out_40 = Vec::new();
            let mut iter_41 = py::iter::iter(
                &py::construct::zip(&py::pos(&[weights.clone(), data.clone()]))?,
            )?;
            while let Some(item_42) = iter_41.next()? {
                let mut w = Value::Unbound;
                let mut x = Value::Unbound;
                let [item_43, item_44] = py::unpack::<2>(&item_42)?;
                w = item_43;
                x = item_44;
                out_40.push(if w.truth()? { w.div(&x)? } else { Value::Int(0) });
            }
            Value::list(out_40)
        })?,
    )?;
    bottom = item_45;
    kind = item_46;
    __ = item_47;
    __ = item_48;
    Ok(
        _convert(
            py::builtins::sum(
                    &py::pos(
                        &[
                            {
                                async fn body_52(yielder: py::Yielder, u2e0: Value) -> R {
                                    let mut iter_49 = py::iter::iter(&u2e0)?;
                                    while let Some(w) = iter_49.next()? {
                                        yielder
                                            .give(
                                                py::call::call(
                                                    &py::pure::load("fractions", "Fraction")?,
                                                    &py::pos(&[w.clone()]),
                                                )?,
                                            )
                                            .await?;
                                    }
                                    Ok(Value::None)
                                }
                                let arg_53 = py::iter::started(&weights.clone())?;
                                py::generator(
                                    "<genexpr>",
                                    move |yielder| body_52(yielder, arg_53),
                                )
                            },
                        ],
                    ),
                )?
                .div(&bottom)?,
            kind.clone(),
        )?,
    )
}

/// The middle value.
pub(crate) fn median(mut data: Value) -> R {
    data = py::builtins::sorted(&py::pos(&[data.clone()]))?;
    let n = Value::from(py::builtins::len(&data)?);
    if n.is_eq(&Value::Int(0))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(&[Value::str("no median for empty data")]),
                )?,
            )?,
        );
    }
    if n.modulo(&Value::Int(2))?.is_eq(&Value::Int(1))? {
        return Ok(data.item(&n.floor_div(&Value::Int(2))?)?);
    }
    let i = n.floor_div(&Value::Int(2))?;
    Ok(data.item(&i.sub(&Value::Int(1))?)?.add(&data.item(&i)?)?.div(&Value::Int(2))?)
}

/// The lower middle value.
pub(crate) fn median_low(mut data: Value) -> R {
    data = py::builtins::sorted(&py::pos(&[data.clone()]))?;
    let n = Value::from(py::builtins::len(&data)?);
    if n.is_eq(&Value::Int(0))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(&[Value::str("no median for empty data")]),
                )?,
            )?,
        );
    }
    Ok(
        if n.modulo(&Value::Int(2))?.is_eq(&Value::Int(1))? {
            data.item(&n.floor_div(&Value::Int(2))?)?
        } else {
            data.item(&n.floor_div(&Value::Int(2))?.sub(&Value::Int(1))?)?
        },
    )
}

/// The upper middle value.
pub(crate) fn median_high(mut data: Value) -> R {
    data = py::builtins::sorted(&py::pos(&[data.clone()]))?;
    if !data.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(&[Value::str("no median for empty data")]),
                )?,
            )?,
        );
    }
    Ok(data.item(&Value::from(py::builtins::len(&data)?).floor_div(&Value::Int(2))?)?)
}

/// The median of grouped data.
pub(crate) fn median_grouped(mut data: Value, interval: Value) -> R {
    data = py::builtins::sorted(&py::pos(&[data.clone()]))?;
    let n = Value::from(py::builtins::len(&data)?);
    if !n.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(&[Value::str("no median for empty data")]),
                )?,
            )?,
        );
    }
    let x = data.item(&n.floor_div(&Value::Int(2))?)?;
    let first = data.method("index", &[x.clone()])?;
    let count = data.method("count", &[x.clone()])?;
    Ok(
        py::construct::float(&py::pos(&[x.clone()]))?
            .sub(
                &py::construct::float(&py::pos(&[interval.clone()]))?
                    .div(&Value::Float(2.0))?,
            )?
            .add(
                &py::construct::float(&py::pos(&[interval.clone()]))?
                    .mul(&n.div(&Value::Int(2))?.sub(&first)?)?
                    .div(&count)?,
            )?,
    )
}

/// The most common value.
pub(crate) fn mode(data: Value) -> R {
    let pairs = py::call::call(
            &py::library_class("Counter"),
            &py::pos(&[py::builtins::iter(&py::pos(&[data.clone()]))?]),
        )?
        .method("most_common", &[Value::Int(1)])?;
    if !pairs.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(&[Value::str("no mode for empty data")]),
                )?,
            )?,
        );
    }
    Ok(pairs.item(&Value::Int(0))?.item(&Value::Int(0))?)
}

/// All most common values.
pub(crate) fn multimode(data: Value) -> R {
    let counts = py::call::call(
        &py::library_class("Counter"),
        &py::pos(&[py::builtins::iter(&py::pos(&[data.clone()]))?]),
    )?;
    if !counts.truth()? {
        return Ok(py::list([]));
    }
    let most = py::builtins::max(&py::pos(&[counts.method("values", &[])?]))?;
    Ok({
        let mut out_61 = Vec::new();
        let mut iter_62 = py::iter::iter(&counts.method("items", &[])?)?;
        while let Some(item_63) = iter_62.next()? {
            let mut count = Value::Unbound;
            let mut value = Value::Unbound;
            let [item_64, item_65] = py::unpack::<2>(&item_63)?;
            value = item_64;
            count = item_65;
            if count.is_eq(&most)? {
                out_61.push(value.clone());
            }
        }
        Value::list(out_61)
    })
}

/// Cut points.
pub(crate) fn quantiles(mut data: Value, n: Value, method: Value) -> R {
    let mut delta = Value::Unbound;
    let mut i = Value::Unbound;
    let mut j = Value::Unbound;
    let mut m = Value::Unbound;
    if n.is_lt(&Value::Int(1))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(&[Value::str("n must be at least 1")]),
                )?,
            )?,
        );
    }
    data = py::builtins::sorted(&py::pos(&[data.clone()]))?;
    let size = Value::from(py::builtins::len(&data)?);
    if size.is_lt(&Value::Int(2))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(&[Value::str("must have at least two data points")]),
                )?,
            )?,
        );
    }
    let result = py::list([]);
    if method.is_eq(&Value::str("inclusive"))? {
        m = size.sub(&Value::Int(1))?;
        let mut iter_68 = py::iter::iter(
            &py::construct::range(&py::pos(&[Value::Int(1), n.clone()]))?,
        )?;
        while let Some(item_69) = iter_68.next()? {
            i = item_69;
            let [item_71, item_72] = py::unpack::<
                2,
            >(&py::builtins::divmod(&py::pos(&[i.mul(&m)?, n.clone()]))?)?;
            j = item_71;
            delta = item_72;
            result
                .method(
                    "append",
                    &[
                        data
                            .item(&j)?
                            .mul(&n.sub(&delta)?)?
                            .add(&data.item(&j.add(&Value::Int(1))?)?.mul(&delta)?)?
                            .div(&n)?,
                    ],
                )?;
        }
        return Ok(result.clone());
    }
    if method.is_eq(&Value::str("exclusive"))? {
        m = size.add(&Value::Int(1))?;
        let mut iter_73 = py::iter::iter(
            &py::construct::range(&py::pos(&[Value::Int(1), n.clone()]))?,
        )?;
        while let Some(item_74) = iter_73.next()? {
            i = item_74;
            j = i.mul(&m)?.floor_div(&n)?;
            j = if j.is_lt(&Value::Int(1))? {
                Value::Int(1)
            } else {
                if j.is_gt(&size.sub(&Value::Int(1))?)? {
                    size.sub(&Value::Int(1))?
                } else {
                    j.clone()
                }
            };
            delta = i.mul(&m)?.sub(&j.mul(&n)?)?;
            result
                .method(
                    "append",
                    &[
                        data
                            .item(&j.sub(&Value::Int(1))?)?
                            .mul(&n.sub(&delta)?)?
                            .add(&data.item(&j)?.mul(&delta)?)?
                            .div(&n)?,
                    ],
                )?;
        }
        return Ok(result.clone());
    }
    Err(
        py::exc::to_raise(
            &py::call::call(
                &py::exception("ValueError"),
                &py::pos(
                    &[
                        Value::str(
                            format!("Unknown method: {}", py::fmt(& method, 'r', "") ?),
                        ),
                    ],
                ),
            )?,
        )?,
    )
}

pub(crate) fn _squares(data: Value, center: Value) -> R {
    let mut count = Value::Unbound;
    let mut kind = Value::Unbound;
    let mut special = Value::Unbound;
    let mut total = Value::Unbound;
    let [item_77, item_78, item_79, item_80] = py::unpack::<4>(&_total(data.clone())?)?;
    total = item_77;
    kind = item_78;
    count = item_79;
    special = item_80;
    if count.is_eq(&Value::Int(0))? {
        return Ok(py::tuple([Value::None, kind.clone(), Value::Int(0)]));
    }
    let middle = if center.is(&Value::None) {
        total.div(&count)?
    } else {
        _exact(center.clone())?
    };
    Ok(
        py::tuple([
            py::builtins::sum(
                &py::pos(
                    &[
                        {
                            async fn body_83(
                                yielder: py::Yielder,
                                middle: Value,
                                u2e0: Value,
                            ) -> R {
                                let mut iter_81 = py::iter::iter(&u2e0)?;
                                while let Some(x) = iter_81.next()? {
                                    yielder
                                        .give(_exact(x.clone())?.sub(&middle)?.pow(&Value::Int(2))?)
                                        .await?;
                                }
                                Ok(Value::None)
                            }
                            let middle = middle.clone();
                            let arg_84 = py::iter::started(&data.clone())?;
                            py::generator(
                                "<genexpr>",
                                move |yielder| body_83(yielder, middle, arg_84),
                            )
                        },
                    ],
                ),
            )?,
            kind.clone(),
            count.clone(),
        ]),
    )
}

/// The variance of a sample.
pub(crate) fn variance(mut data: Value, xbar: Value) -> R {
    let mut count = Value::Unbound;
    let mut kind = Value::Unbound;
    let mut total = Value::Unbound;
    data = py::construct::list(&py::pos(&[data.clone()]))?;
    if Value::from(py::builtins::len(&data)?).is_lt(&Value::Int(2))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(&[Value::str("variance requires at least two data points")]),
                )?,
            )?,
        );
    }
    let [item_86, item_87, item_88] = py::unpack::<
        3,
    >(&_squares(data.clone(), xbar.clone())?)?;
    total = item_86;
    kind = item_87;
    count = item_88;
    Ok(_convert(total.div(&count.sub(&Value::Int(1))?)?, kind.clone())?)
}

/// The variance of a population.
pub(crate) fn pvariance(mut data: Value, mu: Value) -> R {
    let mut count = Value::Unbound;
    let mut kind = Value::Unbound;
    let mut total = Value::Unbound;
    data = py::construct::list(&py::pos(&[data.clone()]))?;
    if Value::from(py::builtins::len(&data)?).is_lt(&Value::Int(1))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(&[Value::str("pvariance requires at least one data point")]),
                )?,
            )?,
        );
    }
    let [item_90, item_91, item_92] = py::unpack::<
        3,
    >(&_squares(data.clone(), mu.clone())?)?;
    total = item_90;
    kind = item_91;
    count = item_92;
    Ok(_convert(total.div(&count)?, kind.clone())?)
}

/// The square root of a fraction, rounded once.
pub(crate) fn _root(value: Value) -> R {
    let mut denominator = Value::Unbound;
    let mut m = Value::Unbound;
    let mut n = Value::Unbound;
    let mut numerator = Value::Unbound;
    let [item_93, item_94] = py::unpack::<
        2,
    >(&py::tuple([value.attr("numerator")?, value.attr("denominator")?]))?;
    n = item_93;
    m = item_94;
    if n.is_eq(&Value::Int(0))? {
        return Ok(Value::Float(0.0));
    }
    let shift = n
        .method("bit_length", &[])?
        .sub(&m.method("bit_length", &[])?)?
        .sub(&Value::Int(109))?
        .floor_div(&Value::Int(2))?;
    if shift.is_ge(&Value::Int(0))? {
        let [item_95, item_96] = py::unpack::<
            2,
        >(
            &py::tuple([
                _odd_root(n.clone(), m.shl(&Value::Int(2).mul(&shift)?)?)?.shl(&shift)?,
                Value::Int(1),
            ]),
        )?;
        numerator = item_95;
        denominator = item_96;
    } else {
        let [item_97, item_98] = py::unpack::<
            2,
        >(
            &py::tuple([
                _odd_root(n.shl(&Value::Int(-2).mul(&shift)?)?, m.clone())?,
                Value::Int(1).shl(&shift.neg()?)?,
            ]),
        )?;
        numerator = item_97;
        denominator = item_98;
    }
    Ok(numerator.div(&denominator)?)
}

pub(crate) fn _odd_root(n: Value, m: Value) -> R {
    let a = py::library::math::isqrt(&py::pos(&[n.floor_div(&m)?]))?;
    Ok(a.bit_or(&a.mul(&a)?.mul(&m)?.ne(&n)?)?)
}

/// The standard deviation of a sample.
pub(crate) fn stdev(mut data: Value, xbar: Value) -> R {
    let mut __ = Value::Unbound;
    let mut count = Value::Unbound;
    let mut total = Value::Unbound;
    data = py::construct::list(&py::pos(&[data.clone()]))?;
    if Value::from(py::builtins::len(&data)?).is_lt(&Value::Int(2))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(&[Value::str("stdev requires at least two data points")]),
                )?,
            )?,
        );
    }
    let [item_100, item_101, item_102] = py::unpack::<
        3,
    >(&_squares(data.clone(), xbar.clone())?)?;
    total = item_100;
    __ = item_101;
    count = item_102;
    Ok(_root(total.div(&count.sub(&Value::Int(1))?)?)?)
}

/// The standard deviation of a population.
pub(crate) fn pstdev(mut data: Value, mu: Value) -> R {
    let mut __ = Value::Unbound;
    let mut count = Value::Unbound;
    let mut total = Value::Unbound;
    data = py::construct::list(&py::pos(&[data.clone()]))?;
    if Value::from(py::builtins::len(&data)?).is_lt(&Value::Int(1))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(&[Value::str("pstdev requires at least one data point")]),
                )?,
            )?,
        );
    }
    let [item_104, item_105, item_106] = py::unpack::<
        3,
    >(&_squares(data.clone(), mu.clone())?)?;
    total = item_104;
    __ = item_105;
    count = item_106;
    Ok(_root(total.div(&count)?)?)
}

/// The covariance of a sample.
pub(crate) fn covariance(x: Value, y: Value) -> R {
    let n = Value::from(py::builtins::len(&x)?);
    if Value::from(py::builtins::len(&y)?).is_ne(&n)? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(
                        &[
                            Value::str(
                                "covariance requires that both inputs have same number of data points",
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    if n.is_lt(&Value::Int(2))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(
                        &[Value::str("covariance requires at least two data points")],
                    ),
                )?,
            )?,
        );
    }
    let xbar = py::library::math::fsum(&py::pos(&[x.clone()]))?.div(&n)?;
    let ybar = py::library::math::fsum(&py::pos(&[y.clone()]))?.div(&n)?;
    Ok(
        py::library::math::fsum(
                &py::pos(
                    &[
                        {
                            async fn body_114(
                                yielder: py::Yielder,
                                xbar: Value,
                                ybar: Value,
                                u2e0: Value,
                            ) -> R {
                                let mut a = Value::Unbound;
                                let mut b = Value::Unbound;
                                let mut iter_109 = py::iter::iter(&u2e0)?;
                                while let Some(item_110) = iter_109.next()? {
                                    let [item_111, item_112] = py::unpack::<2>(&item_110)?;
                                    a = item_111;
                                    b = item_112;
                                    yielder.give(a.sub(&xbar)?.mul(&b.sub(&ybar)?)?).await?;
                                }
                                Ok(Value::None)
                            }
                            let xbar = xbar.clone();
                            let ybar = ybar.clone();
                            let arg_115 = py::iter::started(
                                &py::construct::zip(&py::pos(&[x.clone(), y.clone()]))?,
                            )?;
                            py::generator(
                                "<genexpr>",
                                move |yielder| body_114(yielder, xbar, ybar, arg_115),
                            )
                        },
                    ],
                ),
            )?
            .div(&n.sub(&Value::Int(1))?)?,
    )
}

/// Pearson's correlation.
pub(crate) fn correlation(x: Value, y: Value) -> R {
    let n = Value::from(py::builtins::len(&x)?);
    if Value::from(py::builtins::len(&y)?).is_ne(&n)? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(
                        &[
                            Value::str(
                                "correlation requires that both inputs have same number of data points",
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    if n.is_lt(&Value::Int(2))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(
                        &[Value::str("correlation requires at least two data points")],
                    ),
                )?,
            )?,
        );
    }
    let xbar = py::library::math::fsum(&py::pos(&[x.clone()]))?.div(&n)?;
    let ybar = py::library::math::fsum(&py::pos(&[y.clone()]))?.div(&n)?;
    let sxy = py::library::math::fsum(
        &py::pos(
            &[
                {
                    async fn body_123(
                        yielder: py::Yielder,
                        xbar: Value,
                        ybar: Value,
                        u2e0: Value,
                    ) -> R {
                        let mut a = Value::Unbound;
                        let mut b = Value::Unbound;
                        let mut iter_118 = py::iter::iter(&u2e0)?;
                        while let Some(item_119) = iter_118.next()? {
                            let [item_120, item_121] = py::unpack::<2>(&item_119)?;
                            a = item_120;
                            b = item_121;
                            yielder.give(a.sub(&xbar)?.mul(&b.sub(&ybar)?)?).await?;
                        }
                        Ok(Value::None)
                    }
                    let xbar = xbar.clone();
                    let ybar = ybar.clone();
                    let arg_124 = py::iter::started(
                        &py::construct::zip(&py::pos(&[x.clone(), y.clone()]))?,
                    )?;
                    py::generator(
                        "<genexpr>",
                        move |yielder| body_123(yielder, xbar, ybar, arg_124),
                    )
                },
            ],
        ),
    )?;
    let sxx = py::library::math::fsum(
        &py::pos(
            &[
                {
                    async fn body_127(
                        yielder: py::Yielder,
                        xbar: Value,
                        u2e0: Value,
                    ) -> R {
                        let mut iter_125 = py::iter::iter(&u2e0)?;
                        while let Some(a) = iter_125.next()? {
                            yielder.give(a.sub(&xbar)?.pow(&Value::Float(2.0))?).await?;
                        }
                        Ok(Value::None)
                    }
                    let xbar = xbar.clone();
                    let arg_128 = py::iter::started(&x.clone())?;
                    py::generator(
                        "<genexpr>",
                        move |yielder| body_127(yielder, xbar, arg_128),
                    )
                },
            ],
        ),
    )?;
    let syy = py::library::math::fsum(
        &py::pos(
            &[
                {
                    async fn body_131(
                        yielder: py::Yielder,
                        ybar: Value,
                        u2e0: Value,
                    ) -> R {
                        let mut iter_129 = py::iter::iter(&u2e0)?;
                        while let Some(b) = iter_129.next()? {
                            yielder.give(b.sub(&ybar)?.pow(&Value::Float(2.0))?).await?;
                        }
                        Ok(Value::None)
                    }
                    let ybar = ybar.clone();
                    let arg_132 = py::iter::started(&y.clone())?;
                    py::generator(
                        "<genexpr>",
                        move |yielder| body_131(yielder, ybar, arg_132),
                    )
                },
            ],
        ),
    )?;
    if !sxx.mul(&syy)?.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(&[Value::str("at least one of the inputs is constant")]),
                )?,
            )?,
        );
    }
    Ok(sxy.div(&py::library::math::sqrt(&py::pos(&[sxx.mul(&syy)?]))?)?)
}

/// Slope and intercept.
pub(crate) fn linear_regression(x: Value, y: Value, proportional: Value) -> R {
    let mut sxx = Value::Unbound;
    let mut sxy = Value::Unbound;
    let xbar = py::Shared::new("xbar", Value::Unbound);
    let ybar = py::Shared::new("ybar", Value::Unbound);
    let LinearRegression = py::library::collections::namedtuple(
        &py::pos(
            &[
                Value::str("LinearRegression"),
                py::tuple([Value::str("slope"), Value::str("intercept")]),
            ],
        ),
    )?;
    let n = Value::from(py::builtins::len(&x)?);
    if Value::from(py::builtins::len(&y)?).is_ne(&n)? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(
                        &[
                            Value::str(
                                "linear regression requires that both inputs have same number of data points",
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    if n.is_lt(&Value::Int(2))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(
                        &[
                            Value::str(
                                "linear regression requires at least two data points",
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    if proportional.truth()? {
        sxy = py::library::math::fsum(
            &py::pos(
                &[
                    {
                        async fn body_141(yielder: py::Yielder, u2e0: Value) -> R {
                            let mut a = Value::Unbound;
                            let mut b = Value::Unbound;
                            let mut iter_136 = py::iter::iter(&u2e0)?;
                            while let Some(item_137) = iter_136.next()? {
                                let [item_138, item_139] = py::unpack::<2>(&item_137)?;
                                a = item_138;
                                b = item_139;
                                yielder.give(a.mul(&b)?).await?;
                            }
                            Ok(Value::None)
                        }
                        let arg_142 = py::iter::started(
                            &py::construct::zip(&py::pos(&[x.clone(), y.clone()]))?,
                        )?;
                        py::generator(
                            "<genexpr>",
                            move |yielder| body_141(yielder, arg_142),
                        )
                    },
                ],
            ),
        )?;
        sxx = py::library::math::fsum(
            &py::pos(
                &[
                    {
                        async fn body_145(yielder: py::Yielder, u2e0: Value) -> R {
                            let mut iter_143 = py::iter::iter(&u2e0)?;
                            while let Some(a) = iter_143.next()? {
                                yielder.give(a.mul(&a)?).await?;
                            }
                            Ok(Value::None)
                        }
                        let arg_146 = py::iter::started(&x.clone())?;
                        py::generator(
                            "<genexpr>",
                            move |yielder| body_145(yielder, arg_146),
                        )
                    },
                ],
            ),
        )?;
    } else {
        xbar.store(py::library::math::fsum(&py::pos(&[x.clone()]))?.div(&n)?);
        ybar.store(py::library::math::fsum(&py::pos(&[y.clone()]))?.div(&n)?);
        sxy = py::library::math::fsum(
            &py::pos(
                &[
                    {
                        async fn body_152(
                            yielder: py::Yielder,
                            xbar: py::Shared,
                            ybar: py::Shared,
                            u2e0: Value,
                        ) -> R {
                            let mut a = Value::Unbound;
                            let mut b = Value::Unbound;
                            let mut iter_147 = py::iter::iter(&u2e0)?;
                            while let Some(item_148) = iter_147.next()? {
                                let [item_149, item_150] = py::unpack::<2>(&item_148)?;
                                a = item_149;
                                b = item_150;
                                yielder
                                    .give(a.sub(&xbar.load()?)?.mul(&b.sub(&ybar.load()?)?)?)
                                    .await?;
                            }
                            Ok(Value::None)
                        }
                        let xbar = xbar.clone();
                        let ybar = ybar.clone();
                        let arg_153 = py::iter::started(
                            &py::construct::zip(&py::pos(&[x.clone(), y.clone()]))?,
                        )?;
                        py::generator(
                            "<genexpr>",
                            move |yielder| body_152(yielder, xbar, ybar, arg_153),
                        )
                    },
                ],
            ),
        )?;
        sxx = py::library::math::fsum(
            &py::pos(
                &[
                    {
                        async fn body_156(
                            yielder: py::Yielder,
                            xbar: py::Shared,
                            u2e0: Value,
                        ) -> R {
                            let mut iter_154 = py::iter::iter(&u2e0)?;
                            while let Some(a) = iter_154.next()? {
                                yielder
                                    .give(a.sub(&xbar.load()?)?.pow(&Value::Float(2.0))?)
                                    .await?;
                            }
                            Ok(Value::None)
                        }
                        let xbar = xbar.clone();
                        let arg_157 = py::iter::started(&x.clone())?;
                        py::generator(
                            "<genexpr>",
                            move |yielder| body_156(yielder, xbar, arg_157),
                        )
                    },
                ],
            ),
        )?;
    }
    if !sxx.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(&[Value::str("x is constant")]),
                )?,
            )?,
        );
    }
    let slope = sxy.div(&sxx)?;
    let intercept = if proportional.truth()? {
        Value::Float(0.0)
    } else {
        ybar.load()?.sub(&slope.mul(&xbar.load()?)?)?
    };
    Ok(
        py::call::call(
            &LinearRegression.clone(),
            &py::Args {
                pos: &[],
                kw: &[("slope", slope.clone()), ("intercept", intercept.clone())],
            },
        )?,
    )
}

pub(crate) fn _inverse_normal(p: Value, mu: Value, sigma: Value) -> R {
    let mut den = Value::Unbound;
    let mut num = Value::Unbound;
    let mut r = Value::Unbound;
    let mut x = Value::Unbound;
    let q = p.sub(&Value::Float(0.5))?;
    if py::library::math::fabs(&py::pos(&[q.clone()]))?.is_le(&Value::Float(0.425))? {
        r = Value::Float(0.180625).sub(&q.mul(&q)?)?;
        num = Value::Float(2509.0809287301227)
            .mul(&r)?
            .add(&Value::Float(33430.57558358813))?
            .mul(&r)?
            .add(&Value::Float(67265.7709270087))?
            .mul(&r)?
            .add(&Value::Float(45921.95393154987))?
            .mul(&r)?
            .add(&Value::Float(13731.69376550946))?
            .mul(&r)?
            .add(&Value::Float(1971.5909503065513))?
            .mul(&r)?
            .add(&Value::Float(133.14166789178438))?
            .mul(&r)?
            .add(&Value::Float(3.3871328727963665))?
            .mul(&q)?;
        den = Value::Float(5226.495278852854)
            .mul(&r)?
            .add(&Value::Float(28729.085735721943))?
            .mul(&r)?
            .add(&Value::Float(39307.89580009271))?
            .mul(&r)?
            .add(&Value::Float(21213.794301586597))?
            .mul(&r)?
            .add(&Value::Float(5394.196021424751))?
            .mul(&r)?
            .add(&Value::Float(687.1870074920579))?
            .mul(&r)?
            .add(&Value::Float(42.31333070160091))?
            .mul(&r)?
            .add(&Value::Float(1.0))?;
        x = num.div(&den)?;
        return Ok(mu.add(&x.mul(&sigma)?)?);
    }
    r = if q.is_le(&Value::Float(0.0))? {
        p.clone()
    } else {
        Value::Float(1.0).sub(&p)?
    };
    r = py::library::math::sqrt(
        &py::pos(&[py::library::math::log(&py::pos(&[r.clone()]))?.neg()?]),
    )?;
    if r.is_le(&Value::Float(5.0))? {
        r = r.sub(&Value::Float(1.6))?;
        num = Value::Float(0.0007745450142783414)
            .mul(&r)?
            .add(&Value::Float(0.022723844989269184))?
            .mul(&r)?
            .add(&Value::Float(0.2417807251774506))?
            .mul(&r)?
            .add(&Value::Float(1.2704582524523684))?
            .mul(&r)?
            .add(&Value::Float(3.6478483247632045))?
            .mul(&r)?
            .add(&Value::Float(5.769497221460691))?
            .mul(&r)?
            .add(&Value::Float(4.630337846156546))?
            .mul(&r)?
            .add(&Value::Float(1.4234371107496835))?;
        den = Value::Float(1.0507500716444169e-9)
            .mul(&r)?
            .add(&Value::Float(0.0005475938084995345))?
            .mul(&r)?
            .add(&Value::Float(0.015198666563616457))?
            .mul(&r)?
            .add(&Value::Float(0.14810397642748008))?
            .mul(&r)?
            .add(&Value::Float(0.6897673349851))?
            .mul(&r)?
            .add(&Value::Float(1.6763848301838038))?
            .mul(&r)?
            .add(&Value::Float(2.053191626637759))?
            .mul(&r)?
            .add(&Value::Float(1.0))?;
    } else {
        r = r.sub(&Value::Float(5.0))?;
        num = Value::Float(2.0103343992922881e-7)
            .mul(&r)?
            .add(&Value::Float(2.7115555687434876e-5))?
            .mul(&r)?
            .add(&Value::Float(0.0012426609473880784))?
            .mul(&r)?
            .add(&Value::Float(0.026532189526576124))?
            .mul(&r)?
            .add(&Value::Float(0.29656057182850487))?
            .mul(&r)?
            .add(&Value::Float(1.7848265399172913))?
            .mul(&r)?
            .add(&Value::Float(5.463784911164114))?
            .mul(&r)?
            .add(&Value::Float(6.657904643501103))?;
        den = Value::Float(2.0442631033899397e-15)
            .mul(&r)?
            .add(&Value::Float(1.421511758316446e-7))?
            .mul(&r)?
            .add(&Value::Float(1.8463183175100548e-5))?
            .mul(&r)?
            .add(&Value::Float(0.0007868691311456133))?
            .mul(&r)?
            .add(&Value::Float(0.014875361290850615))?
            .mul(&r)?
            .add(&Value::Float(0.1369298809227358))?
            .mul(&r)?
            .add(&Value::Float(0.599832206555888))?
            .mul(&r)?
            .add(&Value::Float(1.0))?;
    }
    x = num.div(&den)?;
    if q.is_lt(&Value::Float(0.0))? {
        x = x.neg()?;
    }
    Ok(mu.add(&x.mul(&sigma)?)?)
}

pub(crate) fn normal_dist_init(self_: Value, mu: Value, sigma: Value) -> R {
    if sigma.is_lt(&Value::Float(0.0))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(&[Value::str("sigma must be non-negative")]),
                )?,
            )?,
        );
    }
    self_.set_attr("_mu", py::construct::float(&py::pos(&[mu.clone()]))?)?;
    self_.set_attr("_sigma", py::construct::float(&py::pos(&[sigma.clone()]))?)?;
    Ok(Value::None)
}

pub(crate) fn normal_dist_from_samples(cls: Value, mut data: Value) -> R {
    data = py::construct::list(&py::pos(&[data.clone()]))?;
    Ok(
        py::call::call(
            &cls.clone(),
            &py::pos(
                &[fmean(data.clone(), Value::None)?, stdev(data.clone(), Value::None)?],
            ),
        )?,
    )
}

pub(crate) fn normal_dist_samples(self_: Value, n: Value, seed: Value) -> R {
    let mut mu = Value::Unbound;
    let mut sigma = Value::Unbound;
    let gauss = if seed.is(&Value::None) {
        py::native_fn("gauss", py::library::random::gauss)
    } else {
        py::call::call(&py::library_class("Random"), &py::pos(&[seed.clone()]))?
            .attr("gauss")?
    };
    let [item_163, item_164] = py::unpack::<
        2,
    >(&py::tuple([self_.attr("_mu")?, self_.attr("_sigma")?]))?;
    mu = item_163;
    sigma = item_164;
    Ok({
        let mut out_165 = Vec::new();
        let mut iter_166 = py::iter::iter(
            &py::construct::range(&py::pos(&[n.clone()]))?,
        )?;
        while let Some(__) = iter_166.next()? {
            out_165
                .push(
                    py::call::call(
                        &gauss.clone(),
                        &py::pos(&[mu.clone(), sigma.clone()]),
                    )?,
                );
        }
        Value::list(out_165)
    })
}

pub(crate) fn normal_dist_pdf(self_: Value, x: Value) -> R {
    let variance = self_.attr("_sigma")?.mul(&self_.attr("_sigma")?)?;
    if !variance.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(&[Value::str("pdf() not defined when sigma is zero")]),
                )?,
            )?,
        );
    }
    let diff = x.sub(&self_.attr("_mu")?)?;
    Ok(
        py::library::math::exp(
                &py::pos(&[diff.mul(&diff)?.div(&Value::Float(-2.0).mul(&variance)?)?]),
            )?
            .div(
                &py::library::math::sqrt(
                    &py::pos(&[py::library::math::tau().mul(&variance)?]),
                )?,
            )?,
    )
}

pub(crate) fn normal_dist_cdf(self_: Value, x: Value) -> R {
    if !self_.attr("_sigma")?.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(&[Value::str("cdf() not defined when sigma is zero")]),
                )?,
            )?,
        );
    }
    Ok(
        Value::Float(0.5)
            .mul(
                &Value::Float(1.0)
                    .add(
                        &py::library::math::erf(
                            &py::pos(
                                &[
                                    x
                                        .sub(&self_.attr("_mu")?)?
                                        .div(
                                            &self_
                                                .attr("_sigma")?
                                                .mul(
                                                    &py::library::math::sqrt(&py::pos(&[Value::Float(2.0)]))?,
                                                )?,
                                        )?,
                                ],
                            ),
                        )?,
                    )?,
            )?,
    )
}

pub(crate) fn normal_dist_inv_cdf(self_: Value, p: Value) -> R {
    if p.is_le(&Value::Float(0.0))? || p.is_ge(&Value::Float(1.0))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(&[Value::str("p must be in the range 0.0 < p < 1.0")]),
                )?,
            )?,
        );
    }
    if self_.attr("_sigma")?.is_le(&Value::Float(0.0))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(
                        &[Value::str("cdf() not defined when sigma at or below zero")],
                    ),
                )?,
            )?,
        );
    }
    Ok(_inverse_normal(p.clone(), self_.attr("_mu")?, self_.attr("_sigma")?)?)
}

pub(crate) fn normal_dist_quantiles(self_: Value, n: Value) -> R {
    Ok({
        let mut out_172 = Vec::new();
        let mut iter_173 = py::iter::iter(
            &py::construct::range(&py::pos(&[Value::Int(1), n.clone()]))?,
        )?;
        while let Some(i) = iter_173.next()? {
            out_172.push(self_.method("inv_cdf", &[i.div(&n)?])?);
        }
        Value::list(out_172)
    })
}

pub(crate) fn normal_dist_overlap(self_: Value, other: Value) -> R {
    let mut X = Value::Unbound;
    let mut X_var = Value::Unbound;
    let mut Y = Value::Unbound;
    let mut Y_var = Value::Unbound;
    if !py::builtins::isinstance(&py::pos(&[other.clone(), global::NormalDist.load()?]))?
        .truth()?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(&[Value::str("Expected another NormalDist instance")]),
                )?,
            )?,
        );
    }
    let [item_175, item_176] = py::unpack::<
        2,
    >(&py::tuple([self_.clone(), other.clone()]))?;
    X = item_175;
    Y = item_176;
    if py::tuple([Y.attr("_sigma")?, Y.attr("_mu")?])
        .is_lt(&py::tuple([X.attr("_sigma")?, X.attr("_mu")?]))?
    {
        let [item_177, item_178] = py::unpack::<2>(&py::tuple([Y.clone(), X.clone()]))?;
        X = item_177;
        Y = item_178;
    }
    let [item_179, item_180] = py::unpack::<
        2,
    >(&py::tuple([X.attr("variance")?, Y.attr("variance")?]))?;
    X_var = item_179;
    Y_var = item_180;
    if !X_var.truth()? || !Y_var.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(&[Value::str("overlap() not defined when sigma is zero")]),
                )?,
            )?,
        );
    }
    let dv = Y_var.sub(&X_var)?;
    let dm = py::library::math::fabs(&py::pos(&[Y.attr("_mu")?.sub(&X.attr("_mu")?)?]))?;
    if !dv.truth()? {
        return Ok(
            Value::Float(1.0)
                .sub(
                    &py::library::math::erf(
                        &py::pos(
                            &[
                                dm
                                    .div(
                                        &Value::Float(2.0)
                                            .mul(&X.attr("_sigma")?)?
                                            .mul(
                                                &py::library::math::sqrt(&py::pos(&[Value::Float(2.0)]))?,
                                            )?,
                                    )?,
                            ],
                        ),
                    )?,
                )?,
        );
    }
    let a = X.attr("_mu")?.mul(&Y_var)?.sub(&Y.attr("_mu")?.mul(&X_var)?)?;
    let b = X
        .attr("_sigma")?
        .mul(&Y.attr("_sigma")?)?
        .mul(
            &py::library::math::sqrt(
                &py::pos(
                    &[
                        dm
                            .mul(&dm)?
                            .add(
                                &dv
                                    .mul(
                                        &py::library::math::log(&py::pos(&[Y_var.div(&X_var)?]))?,
                                    )?,
                            )?,
                    ],
                ),
            )?,
        )?;
    let x1 = a.add(&b)?.div(&dv)?;
    let x2 = a.sub(&b)?.div(&dv)?;
    Ok(
        Value::Float(1.0)
            .sub(
                &py::library::math::fabs(
                        &py::pos(
                            &[
                                Y
                                    .method("cdf", &[x1.clone()])?
                                    .sub(&X.method("cdf", &[x1.clone()])?)?,
                            ],
                        ),
                    )?
                    .add(
                        &py::library::math::fabs(
                            &py::pos(
                                &[
                                    Y
                                        .method("cdf", &[x2.clone()])?
                                        .sub(&X.method("cdf", &[x2.clone()])?)?,
                                ],
                            ),
                        )?,
                    )?,
            )?,
    )
}

pub(crate) fn normal_dist_zscore(self_: Value, x: Value) -> R {
    if !self_.attr("_sigma")?.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::StatisticsError.load()?,
                    &py::pos(&[Value::str("zscore() not defined when sigma is zero")]),
                )?,
            )?,
        );
    }
    Ok(x.sub(&self_.attr("_mu")?)?.div(&self_.attr("_sigma")?)?)
}

pub(crate) fn normal_dist_mean(self_: Value) -> R {
    Ok(self_.attr("_mu")?)
}

pub(crate) fn normal_dist_median(self_: Value) -> R {
    Ok(self_.attr("_mu")?)
}

pub(crate) fn normal_dist_mode(self_: Value) -> R {
    Ok(self_.attr("_mu")?)
}

pub(crate) fn normal_dist_stdev(self_: Value) -> R {
    Ok(self_.attr("_sigma")?)
}

pub(crate) fn normal_dist_variance(self_: Value) -> R {
    Ok(self_.attr("_sigma")?.mul(&self_.attr("_sigma")?)?)
}

pub(crate) fn normal_dist_add(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::NormalDist.load()?]))?
        .truth()?
    {
        return Ok(
            py::call::call(
                &global::NormalDist.load()?,
                &py::pos(
                    &[
                        self_.attr("_mu")?.add(&other.attr("_mu")?)?,
                        py::library::math::hypot(
                            &py::pos(&[self_.attr("_sigma")?, other.attr("_sigma")?]),
                        )?,
                    ],
                ),
            )?,
        );
    }
    Ok(
        py::call::call(
            &global::NormalDist.load()?,
            &py::pos(&[self_.attr("_mu")?.add(&other)?, self_.attr("_sigma")?]),
        )?,
    )
}

pub(crate) fn normal_dist_sub(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::NormalDist.load()?]))?
        .truth()?
    {
        return Ok(
            py::call::call(
                &global::NormalDist.load()?,
                &py::pos(
                    &[
                        self_.attr("_mu")?.sub(&other.attr("_mu")?)?,
                        py::library::math::hypot(
                            &py::pos(&[self_.attr("_sigma")?, other.attr("_sigma")?]),
                        )?,
                    ],
                ),
            )?,
        );
    }
    Ok(
        py::call::call(
            &global::NormalDist.load()?,
            &py::pos(&[self_.attr("_mu")?.sub(&other)?, self_.attr("_sigma")?]),
        )?,
    )
}

pub(crate) fn normal_dist_mul(self_: Value, other: Value) -> R {
    Ok(
        py::call::call(
            &global::NormalDist.load()?,
            &py::pos(
                &[
                    self_.attr("_mu")?.mul(&other)?,
                    self_
                        .attr("_sigma")?
                        .mul(&py::library::math::fabs(&py::pos(&[other.clone()]))?)?,
                ],
            ),
        )?,
    )
}

pub(crate) fn normal_dist_truediv(self_: Value, other: Value) -> R {
    Ok(
        py::call::call(
            &global::NormalDist.load()?,
            &py::pos(
                &[
                    self_.attr("_mu")?.div(&other)?,
                    self_
                        .attr("_sigma")?
                        .div(&py::library::math::fabs(&py::pos(&[other.clone()]))?)?,
                ],
            ),
        )?,
    )
}

pub(crate) fn normal_dist_pos(self_: Value) -> R {
    Ok(
        py::call::call(
            &global::NormalDist.load()?,
            &py::pos(&[self_.attr("_mu")?, self_.attr("_sigma")?]),
        )?,
    )
}

pub(crate) fn normal_dist_neg(self_: Value) -> R {
    Ok(
        py::call::call(
            &global::NormalDist.load()?,
            &py::pos(&[self_.attr("_mu")?.neg()?, self_.attr("_sigma")?]),
        )?,
    )
}

pub(crate) fn normal_dist_rsub(self_: Value, other: Value) -> R {
    Ok(self_.sub(&other)?.neg()?)
}

pub(crate) fn normal_dist_eq(self_: Value, other: Value) -> R {
    if !py::builtins::isinstance(&py::pos(&[other.clone(), global::NormalDist.load()?]))?
        .truth()?
    {
        return Ok(Value::NotImplemented);
    }
    Ok({
        let left_191 = self_.attr("_mu")?.eq(&other.attr("_mu")?)?;
        if !left_191.truth()? {
            left_191
        } else {
            self_.attr("_sigma")?.eq(&other.attr("_sigma")?)?
        }
    })
}

pub(crate) fn normal_dist_hash(self_: Value) -> R {
    Ok(
        py::builtins::hash(
            &py::pos(&[py::tuple([self_.attr("_mu")?, self_.attr("_sigma")?])]),
        )?,
    )
}

pub(crate) fn normal_dist_repr(self_: Value) -> R {
    Ok(
        Value::str(
            format!(
                "{}(mu={}, sigma={})", py::show(& py::construct::type_(& py::pos(& [self_
                .clone()])) ?.attr("__name__") ?) ?, py::fmt(& self_.attr("_mu") ?, 'r',
                "") ?, py::fmt(& self_.attr("_sigma") ?, 'r', "") ?
            ),
        ),
    )
}

/// The statements of `statistics.py`.
pub(crate) fn run() -> R<()> {
    global::StatisticsError
        .store({
            let class = py::ClassBody::new(
                "StatisticsError",
                NAME,
                Value::str("What cannot be computed."),
                &[py::exception("ValueError")],
            )?;
            class.finish(&[])?
        });
    global::_exact.store(py::def("_exact", "value", [], _exact));
    global::_total
        .store(
            py::documented(
                py::def("_total", "data", [], _total),
                "The exact sum, the type of the result, how many.",
            ),
        );
    global::_convert.store(py::def("_convert", "value, kind", [], _convert));
    global::mean
        .store(
            py::documented(py::def("mean", "data", [], mean), "The arithmetic mean."),
        );
    global::fmean
        .store(
            py::documented(
                py::def("fmean", "data, weights=", [Value::None], fmean),
                "The mean as a float.",
            ),
        );
    global::geometric_mean
        .store(
            py::documented(
                py::def("geometric_mean", "data", [], geometric_mean),
                "The geometric mean.",
            ),
        );
    global::harmonic_mean
        .store(
            py::documented(
                py::def("harmonic_mean", "data, weights=", [Value::None], harmonic_mean),
                "The harmonic mean.",
            ),
        );
    global::median
        .store(
            py::documented(py::def("median", "data", [], median), "The middle value."),
        );
    global::median_low
        .store(
            py::documented(
                py::def("median_low", "data", [], median_low),
                "The lower middle value.",
            ),
        );
    global::median_high
        .store(
            py::documented(
                py::def("median_high", "data", [], median_high),
                "The upper middle value.",
            ),
        );
    global::median_grouped
        .store(
            py::documented(
                py::def(
                    "median_grouped",
                    "data, interval=",
                    [Value::Float(1.0)],
                    median_grouped,
                ),
                "The median of grouped data.",
            ),
        );
    global::mode
        .store(
            py::documented(py::def("mode", "data", [], mode), "The most common value."),
        );
    global::multimode
        .store(
            py::documented(
                py::def("multimode", "data", [], multimode),
                "All most common values.",
            ),
        );
    global::quantiles
        .store(
            py::documented(
                py::def(
                    "quantiles",
                    "data, *, n=, method=",
                    [Value::Int(4), Value::str("exclusive")],
                    quantiles,
                ),
                "Cut points.",
            ),
        );
    global::_squares.store(py::def("_squares", "data, center", [], _squares));
    global::variance
        .store(
            py::documented(
                py::def("variance", "data, xbar=", [Value::None], variance),
                "The variance of a sample.",
            ),
        );
    global::pvariance
        .store(
            py::documented(
                py::def("pvariance", "data, mu=", [Value::None], pvariance),
                "The variance of a population.",
            ),
        );
    global::_root
        .store(
            py::documented(
                py::def("_root", "value", [], _root),
                "The square root of a fraction, rounded once.",
            ),
        );
    global::_odd_root.store(py::def("_odd_root", "n, m", [], _odd_root));
    global::stdev
        .store(
            py::documented(
                py::def("stdev", "data, xbar=", [Value::None], stdev),
                "The standard deviation of a sample.",
            ),
        );
    global::pstdev
        .store(
            py::documented(
                py::def("pstdev", "data, mu=", [Value::None], pstdev),
                "The standard deviation of a population.",
            ),
        );
    global::covariance
        .store(
            py::documented(
                py::def("covariance", "x, y, /", [], covariance),
                "The covariance of a sample.",
            ),
        );
    global::correlation
        .store(
            py::documented(
                py::def("correlation", "x, y, /", [], correlation),
                "Pearson's correlation.",
            ),
        );
    global::linear_regression
        .store(
            py::documented(
                py::def(
                    "linear_regression",
                    "x, y, /, *, proportional=",
                    [Value::Bool(false)],
                    linear_regression,
                ),
                "Slope and intercept.",
            ),
        );
    global::_inverse_normal
        .store(py::def("_inverse_normal", "p, mu, sigma", [], _inverse_normal));
    global::NormalDist
        .store({
            let class = py::ClassBody::new(
                "NormalDist",
                NAME,
                Value::str("Normal distribution of a random variable."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "NormalDist.__init__",
                        "self, mu=, sigma=",
                        [Value::Float(0.0), Value::Float(1.0)],
                        normal_dist_init,
                    ),
                );
            class
                .set(
                    "from_samples",
                    py::library_class("classmethod")
                        .call(
                            &[
                                py::def(
                                    "NormalDist.from_samples",
                                    "cls, data",
                                    [],
                                    normal_dist_from_samples,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "samples",
                    py::def(
                        "NormalDist.samples",
                        "self, n, *, seed=",
                        [Value::None],
                        normal_dist_samples,
                    ),
                );
            class.set("pdf", py::def("NormalDist.pdf", "self, x", [], normal_dist_pdf));
            class.set("cdf", py::def("NormalDist.cdf", "self, x", [], normal_dist_cdf));
            class
                .set(
                    "inv_cdf",
                    py::def("NormalDist.inv_cdf", "self, p", [], normal_dist_inv_cdf),
                );
            class
                .set(
                    "quantiles",
                    py::def(
                        "NormalDist.quantiles",
                        "self, n=",
                        [Value::Int(4)],
                        normal_dist_quantiles,
                    ),
                );
            class
                .set(
                    "overlap",
                    py::def("NormalDist.overlap", "self, other", [], normal_dist_overlap),
                );
            class
                .set(
                    "zscore",
                    py::def("NormalDist.zscore", "self, x", [], normal_dist_zscore),
                );
            class
                .set(
                    "mean",
                    py::library_class("property")
                        .call(
                            &[py::def("NormalDist.mean", "self", [], normal_dist_mean)],
                        )?,
                );
            class
                .set(
                    "median",
                    py::library_class("property")
                        .call(
                            &[
                                py::def("NormalDist.median", "self", [], normal_dist_median),
                            ],
                        )?,
                );
            class
                .set(
                    "mode",
                    py::library_class("property")
                        .call(
                            &[py::def("NormalDist.mode", "self", [], normal_dist_mode)],
                        )?,
                );
            class
                .set(
                    "stdev",
                    py::library_class("property")
                        .call(
                            &[py::def("NormalDist.stdev", "self", [], normal_dist_stdev)],
                        )?,
                );
            class
                .set(
                    "variance",
                    py::library_class("property")
                        .call(
                            &[
                                py::def(
                                    "NormalDist.variance",
                                    "self",
                                    [],
                                    normal_dist_variance,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "__add__",
                    py::def("NormalDist.__add__", "self, other", [], normal_dist_add),
                );
            class
                .set(
                    "__sub__",
                    py::def("NormalDist.__sub__", "self, other", [], normal_dist_sub),
                );
            class
                .set(
                    "__mul__",
                    py::def("NormalDist.__mul__", "self, other", [], normal_dist_mul),
                );
            class
                .set(
                    "__truediv__",
                    py::def(
                        "NormalDist.__truediv__",
                        "self, other",
                        [],
                        normal_dist_truediv,
                    ),
                );
            class
                .set(
                    "__pos__",
                    py::def("NormalDist.__pos__", "self", [], normal_dist_pos),
                );
            class
                .set(
                    "__neg__",
                    py::def("NormalDist.__neg__", "self", [], normal_dist_neg),
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
                .set(
                    "__rsub__",
                    py::def("NormalDist.__rsub__", "self, other", [], normal_dist_rsub),
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
                    "__eq__",
                    py::def("NormalDist.__eq__", "self, other", [], normal_dist_eq),
                );
            class
                .set(
                    "__hash__",
                    py::def("NormalDist.__hash__", "self", [], normal_dist_hash),
                );
            class
                .set(
                    "__repr__",
                    py::def("NormalDist.__repr__", "self", [], normal_dist_repr),
                );
            class.finish(&[])?
        });
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library statistics") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "StatisticsError" => global::StatisticsError.load(),
        "mean" => global::mean.load(),
        "fmean" => global::fmean.load(),
        "geometric_mean" => global::geometric_mean.load(),
        "harmonic_mean" => global::harmonic_mean.load(),
        "median" => global::median.load(),
        "median_low" => global::median_low.load(),
        "median_high" => global::median_high.load(),
        "median_grouped" => global::median_grouped.load(),
        "mode" => global::mode.load(),
        "multimode" => global::multimode.load(),
        "quantiles" => global::quantiles.load(),
        "variance" => global::variance.load(),
        "pvariance" => global::pvariance.load(),
        "stdev" => global::stdev.load(),
        "pstdev" => global::pstdev.load(),
        "covariance" => global::covariance.load(),
        "correlation" => global::correlation.load(),
        "linear_regression" => global::linear_regression.load(),
        "NormalDist" => global::NormalDist.load(),
        _ => Ok(Value::None),
    }
}
