//! Dates and times of the proleptic Gregorian calendar.
//!
//! @generated from `runtime/pure/datetime.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "datetime";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static IsoCalendarDate : Global = const {
        Global::new("IsoCalendarDate") }; pub (crate) static MAXYEAR : Global = const {
        Global::new("MAXYEAR") }; pub (crate) static MINYEAR : Global = const {
        Global::new("MINYEAR") }; pub (crate) static UTC : Global = const {
        Global::new("UTC") }; pub (crate) static _BEFORE : Global = const {
        Global::new("_BEFORE") }; pub (crate) static _DAYS : Global = const {
        Global::new("_DAYS") }; pub (crate) static _DAY_NAMES : Global = const {
        Global::new("_DAY_NAMES") }; pub (crate) static _FULL_DAYS : Global = const {
        Global::new("_FULL_DAYS") }; pub (crate) static _FULL_MONTHS : Global = const {
        Global::new("_FULL_MONTHS") }; pub (crate) static _MAX_ORDINAL : Global = const {
        Global::new("_MAX_ORDINAL") }; pub (crate) static _MONTHS : Global = const {
        Global::new("_MONTHS") }; pub (crate) static _before_month : Global = const {
        Global::new("_before_month") }; pub (crate) static _before_year : Global = const
        { Global::new("_before_year") }; pub (crate) static _check_date : Global = const
        { Global::new("_check_date") }; pub (crate) static _check_time : Global = const {
        Global::new("_check_time") }; pub (crate) static _clock_text : Global = const {
        Global::new("_clock_text") }; pub (crate) static _digits : Global = const {
        Global::new("_digits") }; pub (crate) static _divide_nearest : Global = const {
        Global::new("_divide_nearest") }; pub (crate) static _in_month : Global = const {
        Global::new("_in_month") }; pub (crate) static _is_leap : Global = const {
        Global::new("_is_leap") }; pub (crate) static _need_int : Global = const {
        Global::new("_need_int") }; pub (crate) static _offset_text : Global = const {
        Global::new("_offset_text") }; pub (crate) static _ord2ymd : Global = const {
        Global::new("_ord2ymd") }; pub (crate) static _parse_iso_clock : Global = const {
        Global::new("_parse_iso_clock") }; pub (crate) static _parse_iso_date : Global =
        const { Global::new("_parse_iso_date") }; pub (crate) static _parse_iso_time :
        Global = const { Global::new("_parse_iso_time") }; pub (crate) static _strftime :
        Global = const { Global::new("_strftime") }; pub (crate) static _strptime :
        Global = const { Global::new("_strptime") }; pub (crate) static _week_one :
        Global = const { Global::new("_week_one") }; pub (crate) static _ymd2ord : Global
        = const { Global::new("_ymd2ord") }; pub (crate) static date : Global = const {
        Global::new("date") }; pub (crate) static datetime : Global = const {
        Global::new("datetime") }; pub (crate) static time : Global = const {
        Global::new("time") }; pub (crate) static timedelta : Global = const {
        Global::new("timedelta") }; pub (crate) static timezone : Global = const {
        Global::new("timezone") }; pub (crate) static tzinfo : Global = const {
        Global::new("tzinfo") };
    }
}

pub(crate) fn _is_leap(year: Value) -> R {
    Ok({
        let left_1 = year.modulo(&Value::Int(4))?.eq(&Value::Int(0))?;
        if !left_1.truth()? {
            left_1
        } else {
            {
                let left_2 = year.modulo(&Value::Int(100))?.ne(&Value::Int(0))?;
                if left_2.truth()? {
                    left_2
                } else {
                    year.modulo(&Value::Int(400))?.eq(&Value::Int(0))?
                }
            }
        }
    })
}

pub(crate) fn _before_year(year: Value) -> R {
    let y = year.sub(&Value::Int(1))?;
    Ok(
        y
            .mul(&Value::Int(365))?
            .add(&y.floor_div(&Value::Int(4))?)?
            .sub(&y.floor_div(&Value::Int(100))?)?
            .add(&y.floor_div(&Value::Int(400))?)?,
    )
}

pub(crate) fn _in_month(year: Value, month: Value) -> R {
    Ok(
        if month.is_eq(&Value::Int(2))? && _is_leap(year.clone())?.truth()? {
            Value::Int(29)
        } else {
            global::_DAYS.load()?.item(&month)?
        },
    )
}

pub(crate) fn _before_month(year: Value, month: Value) -> R {
    Ok(
        global::_BEFORE
            .load()?
            .item(&month)?
            .add(
                &{
                    let left_3 = month.gt(&Value::Int(2))?;
                    if !left_3.truth()? { left_3 } else { _is_leap(year.clone())? }
                },
            )?,
    )
}

pub(crate) fn _ymd2ord(year: Value, month: Value, day: Value) -> R {
    Ok(
        _before_year(year.clone())?
            .add(&_before_month(year.clone(), month.clone())?)?
            .add(&day)?,
    )
}

pub(crate) fn _ord2ymd(mut n: Value) -> R {
    let mut n1 = Value::Unbound;
    let mut n100 = Value::Unbound;
    let mut n4 = Value::Unbound;
    let mut n400 = Value::Unbound;
    n.sub_assign(&Value::Int(1))?;
    let [item_4, item_5] = py::unpack::<
        2,
    >(&py::builtins::divmod(&py::pos(&[n.clone(), Value::Int(146097)]))?)?;
    n400 = item_4;
    n = item_5;
    let mut year = n400.mul(&Value::Int(400))?.add(&Value::Int(1))?;
    let [item_6, item_7] = py::unpack::<
        2,
    >(&py::builtins::divmod(&py::pos(&[n.clone(), Value::Int(36524)]))?)?;
    n100 = item_6;
    n = item_7;
    let [item_8, item_9] = py::unpack::<
        2,
    >(&py::builtins::divmod(&py::pos(&[n.clone(), Value::Int(1461)]))?)?;
    n4 = item_8;
    n = item_9;
    let [item_10, item_11] = py::unpack::<
        2,
    >(&py::builtins::divmod(&py::pos(&[n.clone(), Value::Int(365)]))?)?;
    n1 = item_10;
    n = item_11;
    year.add_assign(
        &n100.mul(&Value::Int(100))?.add(&n4.mul(&Value::Int(4))?)?.add(&n1)?,
    )?;
    if n1.is_eq(&Value::Int(4))? || n100.is_eq(&Value::Int(4))? {
        return Ok(
            py::tuple([year.sub(&Value::Int(1))?, Value::Int(12), Value::Int(31)]),
        );
    }
    let leap = {
        let left_12 = n1.eq(&Value::Int(3))?;
        if !left_12.truth()? {
            left_12
        } else {
            {
                let left_13 = n4.ne(&Value::Int(24))?;
                if left_13.truth()? { left_13 } else { n100.eq(&Value::Int(3))? }
            }
        }
    };
    let mut month = n.add(&Value::Int(50))?.shr(&Value::Int(5))?;
    let mut preceding = global::_BEFORE
        .load()?
        .item(&month)?
        .add(
            &{
                let left_14 = month.gt(&Value::Int(2))?;
                if !left_14.truth()? { left_14 } else { leap.clone() }
            },
        )?;
    if preceding.is_gt(&n)? {
        month.sub_assign(&Value::Int(1))?;
        preceding
            .sub_assign(
                &global::_DAYS
                    .load()?
                    .item(&month)?
                    .add(
                        &{
                            let left_15 = month.eq(&Value::Int(2))?;
                            if !left_15.truth()? { left_15 } else { leap.clone() }
                        },
                    )?,
            )?;
    }
    Ok(py::tuple([year.clone(), month.clone(), n.sub(&preceding)?.add(&Value::Int(1))?]))
}

pub(crate) fn _check_date(year: Value, month: Value, day: Value) -> R {
    if !{
        let left_16 = global::MINYEAR.load()?;
        {
            let right_17 = year.clone();
            left_16.is_le(&right_17)?
                && {
                    let right_18 = global::MAXYEAR.load()?;
                    right_17.is_le(&right_18)?
                }
        }
    } {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!("year {} is out of range", py::show(& year) ?),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    if !{
        let left_20 = Value::Int(1);
        {
            let right_21 = month.clone();
            left_20.is_le(&right_21)?
                && {
                    let right_22 = Value::Int(12);
                    right_21.is_le(&right_22)?
                }
        }
    } {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("month must be in 1..12")]),
                )?,
            )?,
        );
    }
    if !{
        let left_24 = Value::Int(1);
        {
            let right_25 = day.clone();
            left_24.is_le(&right_25)?
                && {
                    let right_26 = _in_month(year.clone(), month.clone())?;
                    right_25.is_le(&right_26)?
                }
        }
    } {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("day is out of range for month")]),
                )?,
            )?,
        );
    }
    Ok(Value::None)
}

pub(crate) fn _check_time(
    hour: Value,
    minute: Value,
    second: Value,
    microsecond: Value,
) -> R {
    if !{
        let left_28 = Value::Int(0);
        {
            let right_29 = hour.clone();
            left_28.is_le(&right_29)?
                && {
                    let right_30 = Value::Int(23);
                    right_29.is_le(&right_30)?
                }
        }
    } {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("hour must be in 0..23")]),
                )?,
            )?,
        );
    }
    if !{
        let left_32 = Value::Int(0);
        {
            let right_33 = minute.clone();
            left_32.is_le(&right_33)?
                && {
                    let right_34 = Value::Int(59);
                    right_33.is_le(&right_34)?
                }
        }
    } {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("minute must be in 0..59")]),
                )?,
            )?,
        );
    }
    if !{
        let left_36 = Value::Int(0);
        {
            let right_37 = second.clone();
            left_36.is_le(&right_37)?
                && {
                    let right_38 = Value::Int(59);
                    right_37.is_le(&right_38)?
                }
        }
    } {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("second must be in 0..59")]),
                )?,
            )?,
        );
    }
    if !{
        let left_40 = Value::Int(0);
        {
            let right_41 = microsecond.clone();
            left_40.is_le(&right_41)?
                && {
                    let right_42 = Value::Int(999999);
                    right_41.is_le(&right_42)?
                }
        }
    } {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("microsecond must be in 0..999999")]),
                )?,
            )?,
        );
    }
    Ok(Value::None)
}

pub(crate) fn _need_int(values: Value) -> R {
    let mut iter_44 = py::iter::iter(&values)?;
    while let Some(value) = iter_44.next()? {
        if !py::builtins::isinstance(
                &py::pos(&[value.clone(), py::library_class("int")]),
            )?
            .truth()?
        {
            let name = py::construct::type_(&py::pos(&[value.clone()]))?
                .attr("__name__")?;
            if py::builtins::isinstance(
                    &py::pos(&[value.clone(), py::library_class("float")]),
                )?
                .truth()?
            {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::exception("TypeError"),
                            &py::pos(
                                &[
                                    if false {
                                        Value::str("integer argument expected, got float")
                                    } else {
                                        Value::str(
                                            "'float' object cannot be interpreted as an integer",
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
                        &py::exception("TypeError"),
                        &py::pos(
                            &[
                                Value::str(
                                    format!(
                                        "'{}' object cannot be interpreted as an integer",
                                        py::show(& name) ?
                                    ),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
    }
    Ok(Value::None)
}

pub(crate) fn _divide_nearest(a: Value, b: Value) -> R {
    let mut q = Value::Unbound;
    let mut r = Value::Unbound;
    let [item_48, item_49] = py::unpack::<
        2,
    >(&py::builtins::divmod(&py::pos(&[a.clone(), b.clone()]))?)?;
    q = item_48;
    r = item_49;
    r.mul_assign(&Value::Int(2))?;
    let more = if b.is_gt(&Value::Int(0))? { r.gt(&b)? } else { r.lt(&b)? };
    if more.truth()? || r.is_eq(&b)? && q.modulo(&Value::Int(2))?.is_eq(&Value::Int(1))?
    {
        q.add_assign(&Value::Int(1))?;
    }
    Ok(q.clone())
}

pub(crate) fn timedelta_init(
    self_: Value,
    days: Value,
    seconds: Value,
    microseconds: Value,
    milliseconds: Value,
    minutes: Value,
    hours: Value,
    weeks: Value,
) -> R {
    let mut name = Value::Unbound;
    let mut part = Value::Unbound;
    let mut unit = Value::Unbound;
    let mut value = Value::Unbound;
    let mut whole = Value::Unbound;
    let mut iter_50 = py::iter::iter(
        &py::tuple([
            py::tuple([Value::str("days"), days.clone()]),
            py::tuple([Value::str("seconds"), seconds.clone()]),
            py::tuple([Value::str("microseconds"), microseconds.clone()]),
            py::tuple([Value::str("milliseconds"), milliseconds.clone()]),
            py::tuple([Value::str("minutes"), minutes.clone()]),
            py::tuple([Value::str("hours"), hours.clone()]),
            py::tuple([Value::str("weeks"), weeks.clone()]),
        ]),
    )?;
    while let Some(item_51) = iter_50.next()? {
        let [item_52, item_53] = py::unpack::<2>(&item_51)?;
        name = item_52;
        value = item_53;
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
                                Value::str(
                                    format!(
                                        "unsupported type for timedelta {} component: {}",
                                        py::show(& name) ?, py::show(& py::construct::type_(&
                                        py::pos(& [value.clone()])) ?.attr("__name__") ?) ?
                                    ),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
    }
    let mut total = Value::Int(0);
    let mut rest = Value::Float(0.0);
    let mut iter_56 = py::iter::iter(
        &py::tuple([
            py::tuple([days.clone(), Value::Int(86400000000)]),
            py::tuple([seconds.clone(), Value::Int(1000000)]),
            py::tuple([microseconds.clone(), Value::Int(1)]),
            py::tuple([milliseconds.clone(), Value::Int(1000)]),
            py::tuple([minutes.clone(), Value::Int(60000000)]),
            py::tuple([hours.clone(), Value::Int(3600000000)]),
            py::tuple([weeks.clone(), Value::Int(604800000000)]),
        ]),
    )?;
    while let Some(item_57) = iter_56.next()? {
        let [item_58, item_59] = py::unpack::<2>(&item_57)?;
        value = item_58;
        unit = item_59;
        if py::builtins::isinstance(
                &py::pos(&[value.clone(), py::library_class("float")]),
            )?
            .truth()?
        {
            let [item_61, item_62] = py::unpack::<
                2,
            >(&py::library::math::modf(&py::pos(&[value.clone()]))?)?;
            part = item_61;
            whole = item_62;
            total
                .add_assign(
                    &py::construct::int(&py::pos(&[whole.clone()]))?.mul(&unit)?,
                )?;
            part.mul_assign(&unit)?;
            let [item_63, item_64] = py::unpack::<
                2,
            >(&py::library::math::modf(&py::pos(&[part.clone()]))?)?;
            part = item_63;
            whole = item_64;
            total.add_assign(&py::construct::int(&py::pos(&[whole.clone()]))?)?;
            rest.add_assign(&part)?;
        } else {
            total.add_assign(&value.mul(&unit)?)?;
        }
    }
    if rest.truth()? {
        whole = py::builtins::round(&py::pos(&[rest.clone()]))?;
        if py::builtins::abs(
                &py::pos(
                    &[rest.sub(&py::library::math::trunc(&py::pos(&[rest.clone()]))?)?],
                ),
            )?
            .is_eq(&Value::Float(0.5))?
        {
            let low = py::library::math::floor(&py::pos(&[rest.clone()]))?;
            whole = if total.add(&low)?.modulo(&Value::Int(2))?.is_eq(&Value::Int(0))? {
                low.clone()
            } else {
                low.add(&Value::Int(1))?
            };
        }
        total.add_assign(&whole)?;
    }
    self_.method("_set", &[total.clone()])?;
    Ok(Value::None)
}

pub(crate) fn timedelta_set(self_: Value, total: Value) -> R {
    let mut days = Value::Unbound;
    let mut left = Value::Unbound;
    let mut micros = Value::Unbound;
    let mut seconds = Value::Unbound;
    let [item_65, item_66] = py::unpack::<
        2,
    >(&py::builtins::divmod(&py::pos(&[total.clone(), Value::Int(86400000000)]))?)?;
    days = item_65;
    left = item_66;
    let [item_67, item_68] = py::unpack::<
        2,
    >(&py::builtins::divmod(&py::pos(&[left.clone(), Value::Int(1000000)]))?)?;
    seconds = item_67;
    micros = item_68;
    if py::builtins::abs(&py::pos(&[days.clone()]))?.is_gt(&Value::Int(999999999))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("OverflowError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "days={}; must have magnitude <= 999999999", py::show(&
                                    days) ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    self_.set_attr("_days", days.clone())?;
    self_.set_attr("_seconds", seconds.clone())?;
    self_.set_attr("_microseconds", micros.clone())?;
    Ok(Value::None)
}

pub(crate) fn timedelta_of(total: Value) -> R {
    let delta = py::call::call(&global::timedelta.load()?, &py::Args::none())?;
    delta.method("_set", &[total.clone()])?;
    Ok(delta.clone())
}

pub(crate) fn timedelta_total(self_: Value) -> R {
    Ok(
        self_
            .attr("_days")?
            .mul(&Value::Int(86400))?
            .add(&self_.attr("_seconds")?)?
            .mul(&Value::Int(1000000))?
            .add(&self_.attr("_microseconds")?)?,
    )
}

pub(crate) fn timedelta_days(self_: Value) -> R {
    Ok(self_.attr("_days")?)
}

pub(crate) fn timedelta_seconds(self_: Value) -> R {
    Ok(self_.attr("_seconds")?)
}

pub(crate) fn timedelta_microseconds(self_: Value) -> R {
    Ok(self_.attr("_microseconds")?)
}

pub(crate) fn timedelta_total_seconds(self_: Value) -> R {
    Ok(self_.method("_total", &[])?.div(&Value::Int(1000000))?)
}

pub(crate) fn timedelta_repr(self_: Value) -> R {
    let args = py::list([]);
    if self_.attr("_days")?.truth()? {
        args.method(
            "append",
            &[Value::str(format!("days={}", py::show(& self_.attr("_days") ?) ?))],
        )?;
    }
    if self_.attr("_seconds")?.truth()? {
        args.method(
            "append",
            &[Value::str(format!("seconds={}", py::show(& self_.attr("_seconds") ?) ?))],
        )?;
    }
    if self_.attr("_microseconds")?.truth()? {
        args.method(
            "append",
            &[
                Value::str(
                    format!(
                        "microseconds={}", py::show(& self_.attr("_microseconds") ?) ?
                    ),
                ),
            ],
        )?;
    }
    if !args.truth()? {
        args.method("append", &[Value::str("0")])?;
    }
    Ok(
        Value::str(
            format!(
                "datetime.timedelta({})", py::show(& Value::str(", ").method("join", &
                [args.clone()]) ?) ?
            ),
        ),
    )
}

pub(crate) fn timedelta_str(self_: Value) -> R {
    let mut hh = Value::Unbound;
    let mut mm = Value::Unbound;
    let mut ss = Value::Unbound;
    let [item_71, item_72] = py::unpack::<
        2,
    >(&py::builtins::divmod(&py::pos(&[self_.attr("_seconds")?, Value::Int(60)]))?)?;
    mm = item_71;
    ss = item_72;
    let [item_73, item_74] = py::unpack::<
        2,
    >(&py::builtins::divmod(&py::pos(&[mm.clone(), Value::Int(60)]))?)?;
    hh = item_73;
    mm = item_74;
    let mut text = Value::str("%d:%02d:%02d")
        .modulo(&py::tuple([hh.clone(), mm.clone(), ss.clone()]))?;
    if self_.attr("_days")?.truth()? {
        let s = if py::builtins::abs(&py::pos(&[self_.attr("_days")?]))?
            .is_eq(&Value::Int(1))?
        {
            Value::str("")
        } else {
            Value::str("s")
        };
        text = Value::str(
                format!(
                    "{} day{}, ", py::show(& self_.attr("_days") ?) ?, py::show(& s) ?
                ),
            )
            .add(&text)?;
    }
    if self_.attr("_microseconds")?.truth()? {
        text.add_assign(&Value::str(".%06d").modulo(&self_.attr("_microseconds")?)?)?;
    }
    Ok(text.clone())
}

pub(crate) fn timedelta_add(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::timedelta.load()?]))?
        .truth()?
    {
        return Ok(
            global::timedelta
                .load()?
                .method(
                    "_of",
                    &[self_.method("_total", &[])?.add(&other.method("_total", &[])?)?],
                )?,
        );
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn timedelta_sub(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::timedelta.load()?]))?
        .truth()?
    {
        return Ok(
            global::timedelta
                .load()?
                .method(
                    "_of",
                    &[self_.method("_total", &[])?.sub(&other.method("_total", &[])?)?],
                )?,
        );
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn timedelta_rsub(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::timedelta.load()?]))?
        .truth()?
    {
        return Ok(
            global::timedelta
                .load()?
                .method(
                    "_of",
                    &[other.method("_total", &[])?.sub(&self_.method("_total", &[])?)?],
                )?,
        );
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn timedelta_neg(self_: Value) -> R {
    Ok(global::timedelta.load()?.method("_of", &[self_.method("_total", &[])?.neg()?])?)
}

pub(crate) fn timedelta_pos(self_: Value) -> R {
    Ok(self_.clone())
}

pub(crate) fn timedelta_abs(self_: Value) -> R {
    Ok(
        global::timedelta
            .load()?
            .method(
                "_of",
                &[py::builtins::abs(&py::pos(&[self_.method("_total", &[])?]))?],
            )?,
    )
}

pub(crate) fn timedelta_mul(self_: Value, other: Value) -> R {
    let mut a = Value::Unbound;
    let mut b = Value::Unbound;
    if py::builtins::isinstance(&py::pos(&[other.clone(), py::library_class("int")]))?
        .truth()?
    {
        return Ok(
            global::timedelta
                .load()?
                .method("_of", &[self_.method("_total", &[])?.mul(&other)?])?,
        );
    }
    if py::builtins::isinstance(&py::pos(&[other.clone(), py::library_class("float")]))?
        .truth()?
    {
        let [item_75, item_76] = py::unpack::<
            2,
        >(&other.method("as_integer_ratio", &[])?)?;
        a = item_75;
        b = item_76;
        return Ok(
            global::timedelta
                .load()?
                .method(
                    "_of",
                    &[_divide_nearest(self_.method("_total", &[])?.mul(&a)?, b.clone())?],
                )?,
        );
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn timedelta_floordiv(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::timedelta.load()?]))?
        .truth()?
    {
        return Ok(
            self_.method("_total", &[])?.floor_div(&other.method("_total", &[])?)?,
        );
    }
    if py::builtins::isinstance(&py::pos(&[other.clone(), py::library_class("int")]))?
        .truth()?
    {
        return Ok(
            global::timedelta
                .load()?
                .method("_of", &[self_.method("_total", &[])?.floor_div(&other)?])?,
        );
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn timedelta_truediv(self_: Value, other: Value) -> R {
    let mut a = Value::Unbound;
    let mut b = Value::Unbound;
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::timedelta.load()?]))?
        .truth()?
    {
        return Ok(self_.method("_total", &[])?.div(&other.method("_total", &[])?)?);
    }
    if py::builtins::isinstance(&py::pos(&[other.clone(), py::library_class("int")]))?
        .truth()?
    {
        return Ok(
            global::timedelta
                .load()?
                .method(
                    "_of",
                    &[_divide_nearest(self_.method("_total", &[])?, other.clone())?],
                )?,
        );
    }
    if py::builtins::isinstance(&py::pos(&[other.clone(), py::library_class("float")]))?
        .truth()?
    {
        let [item_77, item_78] = py::unpack::<
            2,
        >(&other.method("as_integer_ratio", &[])?)?;
        a = item_77;
        b = item_78;
        return Ok(
            global::timedelta
                .load()?
                .method(
                    "_of",
                    &[_divide_nearest(b.mul(&self_.method("_total", &[])?)?, a.clone())?],
                )?,
        );
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn timedelta_mod(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::timedelta.load()?]))?
        .truth()?
    {
        return Ok(
            global::timedelta
                .load()?
                .method(
                    "_of",
                    &[
                        self_
                            .method("_total", &[])?
                            .modulo(&other.method("_total", &[])?)?,
                    ],
                )?,
        );
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn timedelta_divmod(self_: Value, other: Value) -> R {
    let mut q = Value::Unbound;
    let mut r = Value::Unbound;
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::timedelta.load()?]))?
        .truth()?
    {
        let [item_79, item_80] = py::unpack::<
            2,
        >(
            &py::builtins::divmod(
                &py::pos(&[self_.method("_total", &[])?, other.method("_total", &[])?]),
            )?,
        )?;
        q = item_79;
        r = item_80;
        return Ok(
            py::tuple([
                q.clone(),
                global::timedelta.load()?.method("_of", &[r.clone()])?,
            ]),
        );
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn timedelta_eq(self_: Value, other: Value) -> R {
    Ok(
        if py::builtins::isinstance(
                &py::pos(&[other.clone(), global::timedelta.load()?]),
            )?
            .truth()?
        {
            self_.method("_total", &[])?.eq(&other.method("_total", &[])?)?
        } else {
            Value::NotImplemented
        },
    )
}

pub(crate) fn timedelta_lt(self_: Value, other: Value) -> R {
    Ok(
        if py::builtins::isinstance(
                &py::pos(&[other.clone(), global::timedelta.load()?]),
            )?
            .truth()?
        {
            self_.method("_total", &[])?.lt(&other.method("_total", &[])?)?
        } else {
            Value::NotImplemented
        },
    )
}

pub(crate) fn timedelta_le(self_: Value, other: Value) -> R {
    Ok(
        if py::builtins::isinstance(
                &py::pos(&[other.clone(), global::timedelta.load()?]),
            )?
            .truth()?
        {
            self_.method("_total", &[])?.le(&other.method("_total", &[])?)?
        } else {
            Value::NotImplemented
        },
    )
}

pub(crate) fn timedelta_gt(self_: Value, other: Value) -> R {
    Ok(
        if py::builtins::isinstance(
                &py::pos(&[other.clone(), global::timedelta.load()?]),
            )?
            .truth()?
        {
            self_.method("_total", &[])?.gt(&other.method("_total", &[])?)?
        } else {
            Value::NotImplemented
        },
    )
}

pub(crate) fn timedelta_ge(self_: Value, other: Value) -> R {
    Ok(
        if py::builtins::isinstance(
                &py::pos(&[other.clone(), global::timedelta.load()?]),
            )?
            .truth()?
        {
            self_.method("_total", &[])?.ge(&other.method("_total", &[])?)?
        } else {
            Value::NotImplemented
        },
    )
}

pub(crate) fn timedelta_hash(self_: Value) -> R {
    Ok(
        py::builtins::hash(
            &py::pos(
                &[
                    py::tuple([
                        self_.attr("_days")?,
                        self_.attr("_seconds")?,
                        self_.attr("_microseconds")?,
                    ]),
                ],
            ),
        )?,
    )
}

pub(crate) fn timedelta_bool(self_: Value) -> R {
    Ok(self_.method("_total", &[])?.ne(&Value::Int(0))?)
}

pub(crate) fn tzinfo_tzname(self_: Value, dt: Value) -> R {
    Err(
        py::exc::to_raise(
            &py::call::call(
                &py::exception("NotImplementedError"),
                &py::pos(&[Value::str("tzinfo subclass must override tzname()")]),
            )?,
        )?,
    )
}

pub(crate) fn tzinfo_utcoffset(self_: Value, dt: Value) -> R {
    Err(
        py::exc::to_raise(
            &py::call::call(
                &py::exception("NotImplementedError"),
                &py::pos(&[Value::str("tzinfo subclass must override utcoffset()")]),
            )?,
        )?,
    )
}

pub(crate) fn tzinfo_dst(self_: Value, dt: Value) -> R {
    Err(
        py::exc::to_raise(
            &py::call::call(
                &py::exception("NotImplementedError"),
                &py::pos(&[Value::str("tzinfo subclass must override dst()")]),
            )?,
        )?,
    )
}

pub(crate) fn tzinfo_fromutc(self_: Value, dt: Value) -> R {
    Ok(dt.add(&dt.method("utcoffset", &[])?)?)
}

pub(crate) fn timezone_init(self_: Value, offset: Value, name: Value) -> R {
    if !py::builtins::isinstance(&py::pos(&[offset.clone(), global::timedelta.load()?]))?
        .truth()?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(
                        &[
                            Value::str(
                                    "timezone() argument 1 must be datetime.timedelta, not ",
                                )
                                .add(
                                    &py::construct::type_(&py::pos(&[offset.clone()]))?
                                        .attr("__name__")?,
                                )?,
                        ],
                    ),
                )?,
            )?,
        );
    }
    if !{
        let left_88 = py::call::call(
            &global::timedelta.load()?,
            &py::Args {
                pos: &[],
                kw: &[("hours", Value::Int(-24))],
            },
        )?;
        {
            let right_90 = offset.clone();
            left_88.is_lt(&right_90)?
                && {
                    let right_91 = py::call::call(
                        &global::timedelta.load()?,
                        &py::Args {
                            pos: &[],
                            kw: &[("hours", Value::Int(24))],
                        },
                    )?;
                    right_90.is_lt(&right_91)?
                }
        }
    } {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                    "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not ",
                                )
                                .add(&py::builtins::repr(&py::pos(&[offset.clone()]))?)?
                                .add(&Value::str("."))?,
                        ],
                    ),
                )?,
            )?,
        );
    }
    self_.set_attr("_offset", offset.clone())?;
    self_.set_attr("_name", name.clone())?;
    Ok(Value::None)
}

pub(crate) fn timezone_eq(self_: Value, other: Value) -> R {
    Ok(
        if py::builtins::isinstance(
                &py::pos(&[other.clone(), global::timezone.load()?]),
            )?
            .truth()?
        {
            self_.attr("_offset")?.eq(&other.attr("_offset")?)?
        } else {
            Value::NotImplemented
        },
    )
}

pub(crate) fn timezone_hash(self_: Value) -> R {
    Ok(py::builtins::hash(&py::pos(&[self_.attr("_offset")?]))?)
}

pub(crate) fn timezone_repr(self_: Value) -> R {
    if self_.is(&global::timezone.load()?.attr("utc")?) {
        return Ok(Value::str("datetime.timezone.utc"));
    }
    if self_.attr("_name")?.is(&Value::None) {
        return Ok(
            Value::str(
                format!(
                    "datetime.timezone({})", py::fmt(& self_.attr("_offset") ?, 'r', "")
                    ?
                ),
            ),
        );
    }
    Ok(
        Value::str(
            format!(
                "datetime.timezone({}, {})", py::fmt(& self_.attr("_offset") ?, 'r', "")
                ?, py::fmt(& self_.attr("_name") ?, 'r', "") ?
            ),
        ),
    )
}

pub(crate) fn timezone_str(self_: Value) -> R {
    Ok(self_.method("tzname", &[Value::None])?)
}

pub(crate) fn timezone_utcoffset(self_: Value, dt: Value) -> R {
    Ok(self_.attr("_offset")?)
}

pub(crate) fn timezone_tzname(self_: Value, dt: Value) -> R {
    if self_.attr("_name")?.is(&Value::None) {
        if !self_.attr("_offset")?.truth()? {
            return Ok(Value::str("UTC"));
        }
        return Ok(
            Value::str("UTC")
                .add(&_offset_text(self_.attr("_offset")?, Value::str(":"))?)?,
        );
    }
    Ok(self_.attr("_name")?)
}

pub(crate) fn timezone_dst(self_: Value, dt: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn timezone_fromutc(self_: Value, dt: Value) -> R {
    Ok(dt.add(&self_.attr("_offset")?)?)
}

pub(crate) fn _offset_text(mut offset: Value, colon: Value) -> R {
    let mut hh = Value::Unbound;
    let mut micro = Value::Unbound;
    let mut mm = Value::Unbound;
    let mut rest = Value::Unbound;
    let mut ss = Value::Unbound;
    if offset.is(&Value::None) {
        return Ok(Value::str(""));
    }
    let mut sign = Value::str("+");
    if offset.attr("days")?.is_lt(&Value::Int(0))? {
        sign = Value::str("-");
        offset = offset.neg()?;
    }
    let [item_100, item_101] = py::unpack::<
        2,
    >(
        &py::builtins::divmod(
            &py::pos(&[offset.method("_total", &[])?, Value::Int(3600000000)]),
        )?,
    )?;
    hh = item_100;
    rest = item_101;
    let [item_102, item_103] = py::unpack::<
        2,
    >(&py::builtins::divmod(&py::pos(&[rest.clone(), Value::Int(60000000)]))?)?;
    mm = item_102;
    rest = item_103;
    let [item_104, item_105] = py::unpack::<
        2,
    >(&py::builtins::divmod(&py::pos(&[rest.clone(), Value::Int(1000000)]))?)?;
    ss = item_104;
    micro = item_105;
    let mut text = Value::str("%s%02d%s%02d")
        .modulo(&py::tuple([sign.clone(), hh.clone(), colon.clone(), mm.clone()]))?;
    if ss.truth()? || micro.truth()? {
        text.add_assign(
            &Value::str("%s%02d").modulo(&py::tuple([colon.clone(), ss.clone()]))?,
        )?;
        if micro.truth()? {
            text.add_assign(&Value::str(".%06d").modulo(&micro)?)?;
        }
    }
    Ok(text.clone())
}

pub(crate) fn _week_one(year: Value) -> R {
    let first = _ymd2ord(year.clone(), Value::Int(1), Value::Int(1))?;
    let weekday = first.add(&Value::Int(6))?.modulo(&Value::Int(7))?;
    let monday = first.sub(&weekday)?;
    Ok(
        if weekday.is_gt(&Value::Int(3))? {
            monday.add(&Value::Int(7))?
        } else {
            monday.clone()
        },
    )
}

pub(crate) fn _strftime(
    self_: Value,
    format: Value,
    date: Value,
    hour: Value,
    minute: Value,
    second: Value,
    micro: Value,
    offset: Value,
    zone: Value,
) -> R {
    let mut text = Value::Unbound;
    let out = py::list([]);
    let mut i = Value::Int(0);
    let n = Value::from(py::builtins::len(&format)?);
    let ordinal = date.method("toordinal", &[])?;
    let weekday = ordinal.add(&Value::Int(6))?.modulo(&Value::Int(7))?;
    let yday = ordinal
        .sub(&_ymd2ord(date.attr("_year")?, Value::Int(1), Value::Int(1))?)?
        .add(&Value::Int(1))?;
    while i.is_lt(&n)? {
        let mut c = format.item(&i)?;
        i.add_assign(&Value::Int(1))?;
        if c.is_ne(&Value::str("%"))? || i.is_ge(&n)? {
            out.method("append", &[c.clone()])?;
            continue;
        }
        c = format.item(&i)?;
        i.add_assign(&Value::Int(1))?;
        let mut pad = Value::str("");
        if c.is_eq(&Value::str("-"))? && i.is_lt(&n)? {
            pad = Value::str("-");
            c = format.item(&i)?;
            i.add_assign(&Value::Int(1))?;
        }
        let hour12 = {
            let left_107 = hour.modulo(&Value::Int(12))?;
            if left_107.truth()? { left_107 } else { Value::Int(12) }
        };
        if c.is_eq(&Value::str("d"))? {
            text = Value::str("%02d").modulo(&date.attr("_day")?)?;
        } else if c.is_eq(&Value::str("e"))? {
            text = Value::str("%2d").modulo(&date.attr("_day")?)?;
        } else if c.is_eq(&Value::str("m"))? {
            text = Value::str("%02d").modulo(&date.attr("_month")?)?;
        } else if c.is_eq(&Value::str("Y"))? {
            text = if date.attr("_year")?.is_ge(&Value::Int(1000))? {
                Value::str("%d").modulo(&date.attr("_year")?)?
            } else {
                py::construct::str(&py::pos(&[date.attr("_year")?]))?
            };
        } else if c.is_eq(&Value::str("y"))? {
            text = Value::str("%02d")
                .modulo(&date.attr("_year")?.modulo(&Value::Int(100))?)?;
        } else if c.is_eq(&Value::str("H"))? {
            text = Value::str("%02d").modulo(&hour)?;
        } else if c.is_eq(&Value::str("k"))? {
            text = Value::str("%2d").modulo(&hour)?;
        } else if c.is_eq(&Value::str("I"))? {
            text = Value::str("%02d").modulo(&hour12)?;
        } else if c.is_eq(&Value::str("l"))? {
            text = Value::str("%2d").modulo(&hour12)?;
        } else if c.is_eq(&Value::str("M"))? {
            text = Value::str("%02d").modulo(&minute)?;
        } else if c.is_eq(&Value::str("S"))? {
            text = Value::str("%02d").modulo(&second)?;
        } else if c.is_eq(&Value::str("f"))? {
            text = Value::str("%06d").modulo(&micro)?;
        } else if c.is_eq(&Value::str("p"))? {
            text = if hour.is_lt(&Value::Int(12))? {
                Value::str("AM")
            } else {
                Value::str("PM")
            };
        } else if c.is_eq(&Value::str("P"))? {
            text = if hour.is_lt(&Value::Int(12))? {
                Value::str("am")
            } else {
                Value::str("pm")
            };
        } else if c.is_eq(&Value::str("j"))? {
            text = Value::str("%03d").modulo(&yday)?;
        } else if c.is_eq(&Value::str("a"))? {
            text = global::_DAY_NAMES.load()?.item(&weekday.add(&Value::Int(1))?)?;
        } else if c.is_eq(&Value::str("A"))? {
            text = global::_FULL_DAYS.load()?.item(&weekday)?;
        } else if c.is_eq(&Value::str("b"))? || c.is_eq(&Value::str("h"))? {
            text = global::_MONTHS.load()?.item(&date.attr("_month")?)?;
        } else if c.is_eq(&Value::str("B"))? {
            text = global::_FULL_MONTHS.load()?.item(&date.attr("_month")?)?;
        } else if c.is_eq(&Value::str("w"))? {
            text = py::construct::str(
                &py::pos(&[weekday.add(&Value::Int(1))?.modulo(&Value::Int(7))?]),
            )?;
        } else if c.is_eq(&Value::str("u"))? {
            text = py::construct::str(&py::pos(&[weekday.add(&Value::Int(1))?]))?;
        } else if c.is_eq(&Value::str("U"))? {
            text = Value::str("%02d")
                .modulo(
                    &yday
                        .add(&Value::Int(6))?
                        .sub(&weekday.add(&Value::Int(1))?.modulo(&Value::Int(7))?)?
                        .floor_div(&Value::Int(7))?,
                )?;
        } else if c.is_eq(&Value::str("W"))? {
            text = Value::str("%02d")
                .modulo(
                    &yday.add(&Value::Int(6))?.sub(&weekday)?.floor_div(&Value::Int(7))?,
                )?;
        } else if c.is_eq(&Value::str("G"))? {
            text = py::construct::str(
                &py::pos(&[date.method("isocalendar", &[])?.item(&Value::Int(0))?]),
            )?;
        } else if c.is_eq(&Value::str("V"))? {
            text = Value::str("%02d")
                .modulo(&date.method("isocalendar", &[])?.item(&Value::Int(1))?)?;
        } else if c.is_eq(&Value::str("C"))? {
            text = Value::str("%02d")
                .modulo(&date.attr("_year")?.floor_div(&Value::Int(100))?)?;
        } else if c.is_eq(&Value::str("D"))? {
            text = Value::str("%02d/%02d/%02d")
                .modulo(
                    &py::tuple([
                        date.attr("_month")?,
                        date.attr("_day")?,
                        date.attr("_year")?.modulo(&Value::Int(100))?,
                    ]),
                )?;
        } else if c.is_eq(&Value::str("F"))? {
            text = Value::str("%d-%02d-%02d")
                .modulo(
                    &py::tuple([
                        date.attr("_year")?,
                        date.attr("_month")?,
                        date.attr("_day")?,
                    ]),
                )?;
        } else if c.is_eq(&Value::str("T"))? || c.is_eq(&Value::str("X"))? {
            text = Value::str("%02d:%02d:%02d")
                .modulo(&py::tuple([hour.clone(), minute.clone(), second.clone()]))?;
        } else if c.is_eq(&Value::str("R"))? {
            text = Value::str("%02d:%02d")
                .modulo(&py::tuple([hour.clone(), minute.clone()]))?;
        } else if c.is_eq(&Value::str("r"))? {
            text = Value::str("%02d:%02d:%02d %s")
                .modulo(
                    &py::tuple([
                        hour12.clone(),
                        minute.clone(),
                        second.clone(),
                        if hour.is_lt(&Value::Int(12))? {
                            Value::str("AM")
                        } else {
                            Value::str("PM")
                        },
                    ]),
                )?;
        } else if c.is_eq(&Value::str("x"))? {
            text = Value::str("%02d/%02d/%02d")
                .modulo(
                    &py::tuple([
                        date.attr("_month")?,
                        date.attr("_day")?,
                        date.attr("_year")?.modulo(&Value::Int(100))?,
                    ]),
                )?;
        } else if c.is_eq(&Value::str("c"))? {
            text = Value::str("%s %s %2d %02d:%02d:%02d %d")
                .modulo(
                    &py::tuple([
                        global::_DAY_NAMES.load()?.item(&weekday.add(&Value::Int(1))?)?,
                        global::_MONTHS.load()?.item(&date.attr("_month")?)?,
                        date.attr("_day")?,
                        hour.clone(),
                        minute.clone(),
                        second.clone(),
                        date.attr("_year")?,
                    ]),
                )?;
        } else if c.is_eq(&Value::str("z"))? {
            text = _offset_text(offset.clone(), Value::str(""))?;
        } else if c.is_eq(&Value::str("Z"))? {
            text = {
                let left_108 = zone.clone();
                if left_108.truth()? { left_108 } else { Value::str("") }
            };
        } else if c.is_eq(&Value::str("n"))? {
            text = Value::str("\n");
        } else if c.is_eq(&Value::str("t"))? {
            text = Value::str("\t");
        } else if c.is_eq(&Value::str("%"))? {
            text = Value::str("%");
        } else {
            text = Value::str("%").add(&c)?;
        }
        if pad.truth()? {
            text = {
                let left_109 = text.method("lstrip", &[Value::str("0 ")])?;
                if left_109.truth()? { left_109 } else { Value::str("0") }
            };
        }
        out.method("append", &[text.clone()])?;
    }
    Ok(Value::str("").method("join", &[out.clone()])?)
}

pub(crate) fn iso_calendar_date_year(self_: Value) -> R {
    Ok(self_.item(&Value::Int(0))?)
}

pub(crate) fn iso_calendar_date_week(self_: Value) -> R {
    Ok(self_.item(&Value::Int(1))?)
}

pub(crate) fn iso_calendar_date_weekday(self_: Value) -> R {
    Ok(self_.item(&Value::Int(2))?)
}

pub(crate) fn iso_calendar_date_repr(self_: Value) -> R {
    Ok(
        Value::str(
            format!(
                "datetime.IsoCalendarDate(year={}, week={}, weekday={})", py::show(&
                self_.item(& Value::Int(0)) ?) ?, py::show(& self_.item(& Value::Int(1))
                ?) ?, py::show(& self_.item(& Value::Int(2)) ?) ?
            ),
        ),
    )
}

pub(crate) fn date_init(self_: Value, year: Value, month: Value, day: Value) -> R {
    if month.is(&Value::None) || day.is(&Value::None) {
        let missing = if month.is(&Value::None) {
            Value::str("'month' (pos 2)")
        } else {
            Value::str("'day' (pos 3)")
        };
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "function missing required argument {}", py::show(& missing)
                                    ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    _need_int(py::tuple([year.clone(), month.clone(), day.clone()]))?;
    _check_date(year.clone(), month.clone(), day.clone())?;
    self_.set_attr("_year", year.clone())?;
    self_.set_attr("_month", month.clone())?;
    self_.set_attr("_day", day.clone())?;
    Ok(Value::None)
}

pub(crate) fn date_fromtimestamp(cls: Value, t: Value) -> R {
    let mut d = Value::Unbound;
    let mut m = Value::Unbound;
    let mut y = Value::Unbound;
    let [item_111, item_112, item_113] = py::unpack::<
        3,
    >(
        &_ord2ymd(
            py::library::math::floor(&py::pos(&[t.clone()]))?
                .floor_div(&Value::Int(86400))?
                .add(&Value::Int(719163))?,
        )?,
    )?;
    y = item_111;
    m = item_112;
    d = item_113;
    Ok(py::call::call(&cls.clone(), &py::pos(&[y.clone(), m.clone(), d.clone()]))?)
}

pub(crate) fn date_today(cls: Value) -> R {
    Ok(cls.method("fromtimestamp", &[py::library::time::time(&py::Args::none())?])?)
}

pub(crate) fn date_fromordinal(cls: Value, n: Value) -> R {
    let mut d = Value::Unbound;
    let mut m = Value::Unbound;
    let mut y = Value::Unbound;
    if n.is_lt(&Value::Int(1))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("ordinal must be >= 1")]),
                )?,
            )?,
        );
    }
    let [item_116, item_117, item_118] = py::unpack::<3>(&_ord2ymd(n.clone())?)?;
    y = item_116;
    m = item_117;
    d = item_118;
    if y.is_gt(&global::MAXYEAR.load()?)? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!("year {} is out of range", py::show(& y) ?),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    Ok(py::call::call(&cls.clone(), &py::pos(&[y.clone(), m.clone(), d.clone()]))?)
}

pub(crate) fn date_fromisoformat(cls: Value, text: Value) -> R {
    if !py::builtins::isinstance(&py::pos(&[text.clone(), py::library_class("str")]))?
        .truth()?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(&[Value::str("fromisoformat: argument must be str")]),
                )?,
            )?,
        );
    }
    let parts = _parse_iso_date(text.clone())?;
    if parts.is(&Value::None) {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "Invalid isoformat string: {}", py::fmt(& text, 'r', "") ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    Ok({
        let function_123 = cls.clone();
        let args_124: Vec<Value> = {
            let mut items_126 = Vec::new();
            items_126.extend(py::iter::to_vec(&parts)?);
            items_126
        };
        py::call::call(&function_123, &py::pos(&args_124))?
    })
}

pub(crate) fn date_fromisocalendar(
    cls: Value,
    year: Value,
    week: Value,
    day: Value,
) -> R {
    if !{
        let left_127 = global::MINYEAR.load()?;
        {
            let right_128 = year.clone();
            left_127.is_le(&right_128)?
                && {
                    let right_129 = global::MAXYEAR.load()?;
                    right_128.is_le(&right_129)?
                }
        }
    } {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!("Year is out of range: {}", py::show(& year) ?),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    if !{
        let left_131 = Value::Int(1);
        {
            let right_132 = week.clone();
            left_131.is_le(&right_132)?
                && {
                    let right_133 = Value::Int(53);
                    right_132.is_le(&right_133)?
                }
        }
    }
        || week.is_eq(&Value::Int(53))?
            && _week_one(year.add(&Value::Int(1))?)?
                .sub(&_week_one(year.clone())?)?
                .floor_div(&Value::Int(7))?
                .is_lt(&Value::Int(53))?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[Value::str(format!("Invalid week: {}", py::show(& week) ?))],
                    ),
                )?,
            )?,
        );
    }
    if !{
        let left_135 = Value::Int(1);
        {
            let right_136 = day.clone();
            left_135.is_le(&right_136)?
                && {
                    let right_137 = Value::Int(7);
                    right_136.is_le(&right_137)?
                }
        }
    } {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "Invalid day: {} (range is [1, 7])", py::show(& day) ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    Ok(
        cls
            .method(
                "fromordinal",
                &[
                    _week_one(year.clone())?
                        .add(&week.sub(&Value::Int(1))?.mul(&Value::Int(7))?)?
                        .add(&day)?
                        .sub(&Value::Int(1))?,
                ],
            )?,
    )
}

pub(crate) fn date_year(self_: Value) -> R {
    Ok(self_.attr("_year")?)
}

pub(crate) fn date_month(self_: Value) -> R {
    Ok(self_.attr("_month")?)
}

pub(crate) fn date_day(self_: Value) -> R {
    Ok(self_.attr("_day")?)
}

pub(crate) fn date_repr(self_: Value) -> R {
    Ok(
        Value::str(
            format!(
                "datetime.date({}, {}, {})", py::show(& self_.attr("_year") ?) ?,
                py::show(& self_.attr("_month") ?) ?, py::show(& self_.attr("_day") ?) ?
            ),
        ),
    )
}

pub(crate) fn date_isoformat(self_: Value) -> R {
    Ok(
        Value::str("%04d-%02d-%02d")
            .modulo(
                &py::tuple([
                    self_.attr("_year")?,
                    self_.attr("_month")?,
                    self_.attr("_day")?,
                ]),
            )?,
    )
}

pub(crate) fn date_str(self_: Value) -> R {
    Ok(self_.method("isoformat", &[])?)
}

pub(crate) fn date_ctime(self_: Value) -> R {
    let weekday = {
        let left_139 = self_.method("toordinal", &[])?.modulo(&Value::Int(7))?;
        if left_139.truth()? { left_139 } else { Value::Int(7) }
    };
    Ok(
        Value::str("%s %s %2d 00:00:00 %04d")
            .modulo(
                &py::tuple([
                    global::_DAY_NAMES.load()?.item(&weekday)?,
                    global::_MONTHS.load()?.item(&self_.attr("_month")?)?,
                    self_.attr("_day")?,
                    self_.attr("_year")?,
                ]),
            )?,
    )
}

pub(crate) fn date_strftime(self_: Value, format: Value) -> R {
    Ok(
        _strftime(
            self_.clone(),
            format.clone(),
            self_.clone(),
            Value::Int(0),
            Value::Int(0),
            Value::Int(0),
            Value::Int(0),
            Value::None,
            Value::str(""),
        )?,
    )
}

pub(crate) fn date_format(self_: Value, format: Value) -> R {
    if format.truth()? {
        return Ok(self_.method("strftime", &[format.clone()])?);
    }
    Ok(py::construct::str(&py::pos(&[self_.clone()]))?)
}

pub(crate) fn date_timetuple(self_: Value) -> R {
    Ok(
        py::call::call(
            &py::pure::load("time", "struct_time")?,
            &py::pos(
                &[
                    py::tuple([
                        self_.attr("_year")?,
                        self_.attr("_month")?,
                        self_.attr("_day")?,
                        Value::Int(0),
                        Value::Int(0),
                        Value::Int(0),
                        self_.method("weekday", &[])?,
                        self_
                            .method("toordinal", &[])?
                            .sub(
                                &_ymd2ord(
                                    self_.attr("_year")?,
                                    Value::Int(1),
                                    Value::Int(1),
                                )?,
                            )?
                            .add(&Value::Int(1))?,
                        Value::Int(-1),
                    ]),
                ],
            ),
        )?,
    )
}

pub(crate) fn date_toordinal(self_: Value) -> R {
    Ok(_ymd2ord(self_.attr("_year")?, self_.attr("_month")?, self_.attr("_day")?)?)
}

pub(crate) fn date_replace(self_: Value, year: Value, month: Value, day: Value) -> R {
    Ok(
        py::call::call(
            &py::construct::type_(&py::pos(&[self_.clone()]))?,
            &py::pos(
                &[
                    if year.is(&Value::None) {
                        self_.attr("_year")?
                    } else {
                        year.clone()
                    },
                    if month.is(&Value::None) {
                        self_.attr("_month")?
                    } else {
                        month.clone()
                    },
                    if day.is(&Value::None) { self_.attr("_day")? } else { day.clone() },
                ],
            ),
        )?,
    )
}

pub(crate) fn date_weekday(self_: Value) -> R {
    Ok(self_.method("toordinal", &[])?.add(&Value::Int(6))?.modulo(&Value::Int(7))?)
}

pub(crate) fn date_isoweekday(self_: Value) -> R {
    Ok({
        let left_142 = self_.method("toordinal", &[])?.modulo(&Value::Int(7))?;
        if left_142.truth()? { left_142 } else { Value::Int(7) }
    })
}

pub(crate) fn date_isocalendar(self_: Value) -> R {
    let mut day = Value::Unbound;
    let mut week = Value::Unbound;
    let mut year = self_.attr("_year")?;
    let mut first = _week_one(year.clone())?;
    let today = self_.method("toordinal", &[])?;
    let [item_143, item_144] = py::unpack::<
        2,
    >(&py::builtins::divmod(&py::pos(&[today.sub(&first)?, Value::Int(7)]))?)?;
    week = item_143;
    day = item_144;
    if week.is_lt(&Value::Int(0))? {
        year.sub_assign(&Value::Int(1))?;
        first = _week_one(year.clone())?;
        let [item_145, item_146] = py::unpack::<
            2,
        >(&py::builtins::divmod(&py::pos(&[today.sub(&first)?, Value::Int(7)]))?)?;
        week = item_145;
        day = item_146;
    } else if week.is_ge(&Value::Int(52))?
        && today.is_ge(&_week_one(year.add(&Value::Int(1))?)?)?
    {
        year.add_assign(&Value::Int(1))?;
        week = Value::Int(0);
    }
    Ok(
        py::call::call(
            &global::IsoCalendarDate.load()?,
            &py::pos(
                &[
                    py::tuple([
                        year.clone(),
                        week.add(&Value::Int(1))?,
                        day.add(&Value::Int(1))?,
                    ]),
                ],
            ),
        )?,
    )
}

pub(crate) fn date_key(self_: Value) -> R {
    Ok(py::tuple([self_.attr("_year")?, self_.attr("_month")?, self_.attr("_day")?]))
}

pub(crate) fn date_eq(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::date.load()?]))?
        .truth()?
        && !py::builtins::isinstance(
                &py::pos(&[other.clone(), global::datetime.load()?]),
            )?
            .truth()?
    {
        return Ok(self_.method("_key", &[])?.eq(&other.method("_key", &[])?)?);
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn date_lt(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::date.load()?]))?
        .truth()?
        && !py::builtins::isinstance(
                &py::pos(&[other.clone(), global::datetime.load()?]),
            )?
            .truth()?
    {
        return Ok(self_.method("_key", &[])?.lt(&other.method("_key", &[])?)?);
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn date_le(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::date.load()?]))?
        .truth()?
        && !py::builtins::isinstance(
                &py::pos(&[other.clone(), global::datetime.load()?]),
            )?
            .truth()?
    {
        return Ok(self_.method("_key", &[])?.le(&other.method("_key", &[])?)?);
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn date_gt(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::date.load()?]))?
        .truth()?
        && !py::builtins::isinstance(
                &py::pos(&[other.clone(), global::datetime.load()?]),
            )?
            .truth()?
    {
        return Ok(self_.method("_key", &[])?.gt(&other.method("_key", &[])?)?);
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn date_ge(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::date.load()?]))?
        .truth()?
        && !py::builtins::isinstance(
                &py::pos(&[other.clone(), global::datetime.load()?]),
            )?
            .truth()?
    {
        return Ok(self_.method("_key", &[])?.ge(&other.method("_key", &[])?)?);
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn date_hash(self_: Value) -> R {
    Ok(py::builtins::hash(&py::pos(&[self_.method("_key", &[])?]))?)
}

pub(crate) fn date_add(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::timedelta.load()?]))?
        .truth()?
    {
        let n = self_.method("toordinal", &[])?.add(&other.attr("days")?)?;
        if {
            let left_148 = Value::Int(0);
            {
                let right_149 = n.clone();
                left_148.is_lt(&right_149)?
                    && {
                        let right_150 = global::_MAX_ORDINAL.load()?;
                        right_149.is_le(&right_150)?
                    }
            }
        } {
            return Ok(
                py::construct::type_(&py::pos(&[self_.clone()]))?
                    .method("fromordinal", &[n.clone()])?,
            );
        }
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("OverflowError"),
                    &py::pos(&[Value::str("date value out of range")]),
                )?,
            )?,
        );
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn date_sub(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::timedelta.load()?]))?
        .truth()?
    {
        return Ok(
            self_
                .add(
                    &py::call::call(
                        &global::timedelta.load()?,
                        &py::pos(&[other.attr("days")?.neg()?]),
                    )?,
                )?,
        );
    }
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::date.load()?]))?
        .truth()?
    {
        return Ok(
            py::call::call(
                &global::timedelta.load()?,
                &py::pos(
                    &[
                        self_
                            .method("toordinal", &[])?
                            .sub(&other.method("toordinal", &[])?)?,
                    ],
                ),
            )?,
        );
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn _digits(text: Value) -> R {
    Ok({
        let left_157 = text.ne(&Value::str(""))?;
        if !left_157.truth()? {
            left_157
        } else {
            py::builtins::all(
                &py::pos(
                    &[
                        {
                            async fn body_160(yielder: py::Yielder, u2e0: Value) -> R {
                                let mut iter_158 = py::iter::iter(&u2e0)?;
                                while let Some(c) = iter_158.next()? {
                                    yielder
                                        .give(
                                            Value::Bool(py::contained(&c, &Value::str("0123456789"))?),
                                        )
                                        .await?;
                                }
                                Ok(Value::None)
                            }
                            let arg_161 = py::iter::started(&text.clone())?;
                            py::generator(
                                "<genexpr>",
                                move |yielder| body_160(yielder, arg_161),
                            )
                        },
                    ],
                ),
            )?
        }
    })
}

pub(crate) fn _parse_iso_date(text: Value) -> R {
    let mut parts = Value::Unbound;
    if Value::from(py::builtins::len(&text)?).is_eq(&Value::Int(10))?
        && text.item(&Value::Int(4))?.is_eq(&Value::str("-"))?
        && text.item(&Value::Int(7))?.is_eq(&Value::str("-"))?
    {
        parts = py::tuple([
            text.item(&py::item::slice(Value::None, Value::Int(4), Value::None))?,
            text.item(&py::item::slice(Value::Int(5), Value::Int(7), Value::None))?,
            text.item(&py::item::slice(Value::Int(8), Value::None, Value::None))?,
        ]);
    } else if Value::from(py::builtins::len(&text)?).is_eq(&Value::Int(8))?
        && !py::contained(&Value::str("-"), &text)?
        && !py::contained(&Value::str("W"), &text)?
    {
        parts = py::tuple([
            text.item(&py::item::slice(Value::None, Value::Int(4), Value::None))?,
            text.item(&py::item::slice(Value::Int(4), Value::Int(6), Value::None))?,
            text.item(&py::item::slice(Value::Int(6), Value::None, Value::None))?,
        ]);
    } else if py::contained(
        &Value::from(py::builtins::len(&text)?),
        &py::tuple([Value::Int(7), Value::Int(8), Value::Int(10)]),
    )? && py::contained(&Value::str("W"), &text)?
    {
        let clean = text.method("replace", &[Value::str("-"), Value::str("")])?;
        if !_digits(
                clean.item(&py::item::slice(Value::None, Value::Int(4), Value::None))?,
            )?
            .truth()?
            || !_digits(
                    clean
                        .item(&py::item::slice(Value::Int(5), Value::None, Value::None))?,
                )?
                .truth()?
        {
            return Ok(Value::None);
        }
        let day = if Value::from(py::builtins::len(&clean)?).is_gt(&Value::Int(7))? {
            py::construct::int(
                &py::pos(
                    &[
                        clean
                            .item(
                                &py::item::slice(Value::Int(7), Value::None, Value::None),
                            )?,
                    ],
                ),
            )?
        } else {
            Value::Int(1)
        };
        let found = global::date
            .load()?
            .method(
                "fromisocalendar",
                &[
                    py::construct::int(
                        &py::pos(
                            &[
                                clean
                                    .item(
                                        &py::item::slice(Value::None, Value::Int(4), Value::None),
                                    )?,
                            ],
                        ),
                    )?,
                    py::construct::int(
                        &py::pos(
                            &[
                                clean
                                    .item(
                                        &py::item::slice(Value::Int(5), Value::Int(7), Value::None),
                                    )?,
                            ],
                        ),
                    )?,
                    day.clone(),
                ],
            )?;
        return Ok(
            py::tuple([found.attr("year")?, found.attr("month")?, found.attr("day")?]),
        );
    } else {
        return Ok(Value::None);
    }
    if !py::builtins::all(
            &py::pos(
                &[
                    {
                        async fn body_164(yielder: py::Yielder, u2e0: Value) -> R {
                            let mut iter_162 = py::iter::iter(&u2e0)?;
                            while let Some(part) = iter_162.next()? {
                                yielder.give(_digits(part.clone())?).await?;
                            }
                            Ok(Value::None)
                        }
                        let arg_165 = py::iter::started(&parts.clone())?;
                        py::generator(
                            "<genexpr>",
                            move |yielder| body_164(yielder, arg_165),
                        )
                    },
                ],
            ),
        )?
        .truth()?
    {
        return Ok(Value::None);
    }
    Ok(
        py::construct::tuple(
            &py::pos(
                &[
                    {
                        let mut out_166 = Vec::new();
                        let mut iter_167 = py::iter::iter(&parts)?;
                        while let Some(part) = iter_167.next()? {
                            out_166.push(py::construct::int(&py::pos(&[part.clone()]))?);
                        }
                        Value::list(out_166)
                    },
                ],
            ),
        )?,
    )
}

/// Hour, minute, second, microsecond, zone.
pub(crate) fn _parse_iso_time(mut text: Value) -> R {
    let mut c = Value::Unbound;
    let mut i = Value::Unbound;
    let mut parts = Value::Unbound;
    let mut zone = Value::None;
    let mut at = Value::Int(-1);
    let mut iter_168 = py::iter::iter(
        &py::construct::enumerate(&py::pos(&[text.clone()]))?,
    )?;
    while let Some(item_169) = iter_168.next()? {
        let [item_170, item_171] = py::unpack::<2>(&item_169)?;
        i = item_170;
        c = item_171;
        if py::contained(&c, &Value::str("+-Z"))? {
            at = i.clone();
            break;
        }
    }
    drop(iter_168);
    if at.is_ge(&Value::Int(0))? {
        let tail = text.item(&py::item::slice(at.clone(), Value::None, Value::None))?;
        text = text.item(&py::item::slice(Value::None, at.clone(), Value::None))?;
        if tail.is_eq(&Value::str("Z"))? {
            zone = global::timezone.load()?.attr("utc")?;
        } else {
            parts = _parse_iso_clock(
                tail.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
            )?;
            if parts.is(&Value::None) {
                return Ok(Value::None);
            }
            let mut delta = py::call::call(
                &global::timedelta.load()?,
                &py::Args {
                    pos: &[],
                    kw: &[
                        ("hours", parts.item(&Value::Int(0))?),
                        ("minutes", parts.item(&Value::Int(1))?),
                        ("seconds", parts.item(&Value::Int(2))?),
                        ("microseconds", parts.item(&Value::Int(3))?),
                    ],
                },
            )?;
            if tail.item(&Value::Int(0))?.is_eq(&Value::str("-"))? {
                delta = delta.neg()?;
            }
            zone = if !delta.truth()? {
                global::timezone.load()?.attr("utc")?
            } else {
                py::call::call(&global::timezone.load()?, &py::pos(&[delta.clone()]))?
            };
        }
    }
    parts = _parse_iso_clock(text.clone())?;
    if parts.is(&Value::None) {
        return Ok(Value::None);
    }
    Ok(parts.add(&py::list([zone.clone()]))?)
}

pub(crate) fn _parse_iso_clock(mut text: Value) -> R {
    let mut fraction = Value::Unbound;
    let mut micro = Value::Int(0);
    let mut iter_175 = py::iter::iter(&Value::str(".,"))?;
    while let Some(mark) = iter_175.next()? {
        if py::contained(&mark, &text)? {
            let [item_177, item_178] = py::unpack::<
                2,
            >(&text.method("split", &[mark.clone(), Value::Int(1)])?)?;
            text = item_177;
            fraction = item_178;
            if !_digits(fraction.clone())?.truth()? {
                return Ok(Value::None);
            }
            micro = py::construct::int(
                &py::pos(
                    &[
                        fraction
                            .add(&Value::str("000000"))?
                            .item(
                                &py::item::slice(Value::None, Value::Int(6), Value::None),
                            )?,
                    ],
                ),
            )?;
        }
    }
    let parts = if py::contained(&Value::str(":"), &text)? {
        text.method("split", &[Value::str(":")])?
    } else {
        {
            let mut out_179 = Vec::new();
            let mut iter_180 = py::iter::iter(
                &py::construct::range(
                    &py::pos(
                        &[
                            Value::Int(0),
                            Value::from(py::builtins::len(&text)?),
                            Value::Int(2),
                        ],
                    ),
                )?,
            )?;
            while let Some(i) = iter_180.next()? {
                out_179
                    .push(
                        text
                            .item(
                                &py::item::slice(
                                    i.clone(),
                                    i.add(&Value::Int(2))?,
                                    Value::None,
                                ),
                            )?,
                    );
            }
            Value::list(out_179)
        }
    };
    if !{
        let left_181 = Value::Int(1);
        {
            let right_182 = Value::from(py::builtins::len(&parts)?);
            left_181.is_le(&right_182)?
                && {
                    let right_183 = Value::Int(3);
                    right_182.is_le(&right_183)?
                }
        }
    }
        || py::builtins::any(
                &py::pos(
                    &[
                        {
                            async fn body_187(yielder: py::Yielder, u2e0: Value) -> R {
                                let mut iter_184 = py::iter::iter(&u2e0)?;
                                while let Some(p) = iter_184.next()? {
                                    yielder
                                        .give({
                                            let left_186 = Value::from(py::builtins::len(&p)?)
                                                .ne(&Value::Int(2))?;
                                            if left_186.truth()? {
                                                left_186
                                            } else {
                                                Value::Bool(!_digits(p.clone())?.truth()?)
                                            }
                                        })
                                        .await?;
                                }
                                Ok(Value::None)
                            }
                            let arg_188 = py::iter::started(&parts.clone())?;
                            py::generator(
                                "<genexpr>",
                                move |yielder| body_187(yielder, arg_188),
                            )
                        },
                    ],
                ),
            )?
            .truth()?
    {
        return Ok(Value::None);
    }
    let values = {
        let mut out_189 = Vec::new();
        let mut iter_190 = py::iter::iter(&parts)?;
        while let Some(p) = iter_190.next()? {
            out_189.push(py::construct::int(&py::pos(&[p.clone()]))?);
        }
        Value::list(out_189)
    };
    while Value::from(py::builtins::len(&values)?).is_lt(&Value::Int(3))? {
        values.method("append", &[Value::Int(0)])?;
    }
    Ok(values.add(&py::list([micro.clone()]))?)
}

pub(crate) fn time_init(
    self_: Value,
    hour: Value,
    minute: Value,
    second: Value,
    microsecond: Value,
    tzinfo: Value,
    fold: Value,
) -> R {
    _need_int(
        py::tuple([hour.clone(), minute.clone(), second.clone(), microsecond.clone()]),
    )?;
    _check_time(hour.clone(), minute.clone(), second.clone(), microsecond.clone())?;
    self_.set_attr("_hour", hour.clone())?;
    self_.set_attr("_minute", minute.clone())?;
    self_.set_attr("_second", second.clone())?;
    self_.set_attr("_microsecond", microsecond.clone())?;
    self_.set_attr("_tzinfo", tzinfo.clone())?;
    self_.set_attr("_fold", fold.clone())?;
    Ok(Value::None)
}

pub(crate) fn time_hour(self_: Value) -> R {
    Ok(self_.attr("_hour")?)
}

pub(crate) fn time_minute(self_: Value) -> R {
    Ok(self_.attr("_minute")?)
}

pub(crate) fn time_second(self_: Value) -> R {
    Ok(self_.attr("_second")?)
}

pub(crate) fn time_microsecond(self_: Value) -> R {
    Ok(self_.attr("_microsecond")?)
}

pub(crate) fn time_tzinfo(self_: Value) -> R {
    Ok(self_.attr("_tzinfo")?)
}

pub(crate) fn time_fold(self_: Value) -> R {
    Ok(self_.attr("_fold")?)
}

pub(crate) fn time_fromisoformat(cls: Value, text: Value) -> R {
    let parts = _parse_iso_time(text.method("lstrip", &[Value::str("T")])?)?;
    if parts.is(&Value::None) {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "Invalid isoformat string: {}", py::fmt(& text, 'r', "") ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    Ok({
        let function_193 = cls.clone();
        let args_194: Vec<Value> = {
            let mut items_196 = Vec::new();
            items_196.extend(py::iter::to_vec(&parts)?);
            items_196
        };
        py::call::call(&function_193, &py::pos(&args_194))?
    })
}

pub(crate) fn time_utcoffset(self_: Value) -> R {
    Ok(
        if self_.attr("_tzinfo")?.is(&Value::None) {
            Value::None
        } else {
            self_.attr("_tzinfo")?.method("utcoffset", &[Value::None])?
        },
    )
}

pub(crate) fn time_tzname(self_: Value) -> R {
    Ok(
        if self_.attr("_tzinfo")?.is(&Value::None) {
            Value::None
        } else {
            self_.attr("_tzinfo")?.method("tzname", &[Value::None])?
        },
    )
}

pub(crate) fn time_isoformat(self_: Value, timespec: Value) -> R {
    Ok(
        _clock_text(
                self_.attr("_hour")?,
                self_.attr("_minute")?,
                self_.attr("_second")?,
                self_.attr("_microsecond")?,
                timespec.clone(),
            )?
            .add(&_offset_text(self_.method("utcoffset", &[])?, Value::str(":"))?)?,
    )
}

pub(crate) fn time_str(self_: Value) -> R {
    Ok(self_.method("isoformat", &[])?)
}

pub(crate) fn time_repr(self_: Value) -> R {
    let mut text = Value::Unbound;
    if self_.attr("_microsecond")?.truth()? {
        text = Value::str(
            format!(
                ", {}, {}", py::show(& self_.attr("_second") ?) ?, py::show(& self_
                .attr("_microsecond") ?) ?
            ),
        );
    } else if self_.attr("_second")?.truth()? {
        text = Value::str(format!(", {}", py::show(& self_.attr("_second") ?) ?));
    } else {
        text = Value::str("");
    }
    let zone = if !self_.attr("_tzinfo")?.is(&Value::None) {
        Value::str(format!(", tzinfo={}", py::fmt(& self_.attr("_tzinfo") ?, 'r', "") ?))
    } else {
        Value::str("")
    };
    Ok(
        Value::str(
            format!(
                "datetime.time({}, {}{}{})", py::show(& self_.attr("_hour") ?) ?,
                py::show(& self_.attr("_minute") ?) ?, py::show(& text) ?, py::show(&
                zone) ?
            ),
        ),
    )
}

pub(crate) fn time_strftime(self_: Value, format: Value) -> R {
    Ok(
        _strftime(
            self_.clone(),
            format.clone(),
            py::call::call(
                &global::date.load()?,
                &py::pos(&[Value::Int(1900), Value::Int(1), Value::Int(1)]),
            )?,
            self_.attr("_hour")?,
            self_.attr("_minute")?,
            self_.attr("_second")?,
            self_.attr("_microsecond")?,
            self_.method("utcoffset", &[])?,
            self_.method("tzname", &[])?,
        )?,
    )
}

pub(crate) fn time_format(self_: Value, format: Value) -> R {
    if format.truth()? {
        return Ok(self_.method("strftime", &[format.clone()])?);
    }
    Ok(py::construct::str(&py::pos(&[self_.clone()]))?)
}

pub(crate) fn time_replace(
    self_: Value,
    hour: Value,
    minute: Value,
    second: Value,
    microsecond: Value,
    tzinfo: Value,
) -> R {
    Ok(
        py::call::call(
            &py::construct::type_(&py::pos(&[self_.clone()]))?,
            &py::pos(
                &[
                    if hour.is(&Value::None) {
                        self_.attr("_hour")?
                    } else {
                        hour.clone()
                    },
                    if minute.is(&Value::None) {
                        self_.attr("_minute")?
                    } else {
                        minute.clone()
                    },
                    if second.is(&Value::None) {
                        self_.attr("_second")?
                    } else {
                        second.clone()
                    },
                    if microsecond.is(&Value::None) {
                        self_.attr("_microsecond")?
                    } else {
                        microsecond.clone()
                    },
                    if tzinfo.is(&Value::Bool(true)) {
                        self_.attr("_tzinfo")?
                    } else {
                        tzinfo.clone()
                    },
                ],
            ),
        )?,
    )
}

pub(crate) fn time_key(self_: Value) -> R {
    let micros = self_
        .attr("_hour")?
        .mul(&Value::Int(60))?
        .add(&self_.attr("_minute")?)?
        .mul(&Value::Int(60))?
        .add(&self_.attr("_second")?)?
        .mul(&Value::Int(1000000))?
        .add(&self_.attr("_microsecond")?)?;
    let offset = self_.method("utcoffset", &[])?;
    Ok(
        micros
            .sub(
                &if !offset.is(&Value::None) {
                    offset.method("_total", &[])?
                } else {
                    Value::Int(0)
                },
            )?,
    )
}

pub(crate) fn time_eq(self_: Value, other: Value) -> R {
    Ok(
        if py::builtins::isinstance(&py::pos(&[other.clone(), global::time.load()?]))?
            .truth()?
        {
            self_.method("_key", &[])?.eq(&other.method("_key", &[])?)?
        } else {
            Value::NotImplemented
        },
    )
}

pub(crate) fn time_lt(self_: Value, other: Value) -> R {
    Ok(
        if py::builtins::isinstance(&py::pos(&[other.clone(), global::time.load()?]))?
            .truth()?
        {
            self_.method("_key", &[])?.lt(&other.method("_key", &[])?)?
        } else {
            Value::NotImplemented
        },
    )
}

pub(crate) fn time_le(self_: Value, other: Value) -> R {
    Ok(
        if py::builtins::isinstance(&py::pos(&[other.clone(), global::time.load()?]))?
            .truth()?
        {
            self_.method("_key", &[])?.le(&other.method("_key", &[])?)?
        } else {
            Value::NotImplemented
        },
    )
}

pub(crate) fn time_gt(self_: Value, other: Value) -> R {
    Ok(
        if py::builtins::isinstance(&py::pos(&[other.clone(), global::time.load()?]))?
            .truth()?
        {
            self_.method("_key", &[])?.gt(&other.method("_key", &[])?)?
        } else {
            Value::NotImplemented
        },
    )
}

pub(crate) fn time_ge(self_: Value, other: Value) -> R {
    Ok(
        if py::builtins::isinstance(&py::pos(&[other.clone(), global::time.load()?]))?
            .truth()?
        {
            self_.method("_key", &[])?.ge(&other.method("_key", &[])?)?
        } else {
            Value::NotImplemented
        },
    )
}

pub(crate) fn time_hash(self_: Value) -> R {
    Ok(py::builtins::hash(&py::pos(&[self_.method("_key", &[])?]))?)
}

pub(crate) fn _clock_text(
    hour: Value,
    minute: Value,
    second: Value,
    micro: Value,
    mut timespec: Value,
) -> R {
    if timespec.is_eq(&Value::str("auto"))? {
        timespec = if micro.truth()? {
            Value::str("microseconds")
        } else {
            Value::str("seconds")
        };
    }
    if timespec.is_eq(&Value::str("hours"))? {
        return Ok(Value::str("%02d").modulo(&hour)?);
    }
    if timespec.is_eq(&Value::str("minutes"))? {
        return Ok(
            Value::str("%02d:%02d").modulo(&py::tuple([hour.clone(), minute.clone()]))?,
        );
    }
    if timespec.is_eq(&Value::str("seconds"))? {
        return Ok(
            Value::str("%02d:%02d:%02d")
                .modulo(&py::tuple([hour.clone(), minute.clone(), second.clone()]))?,
        );
    }
    if timespec.is_eq(&Value::str("milliseconds"))? {
        return Ok(
            Value::str("%02d:%02d:%02d.%03d")
                .modulo(
                    &py::tuple([
                        hour.clone(),
                        minute.clone(),
                        second.clone(),
                        micro.floor_div(&Value::Int(1000))?,
                    ]),
                )?,
        );
    }
    if timespec.is_eq(&Value::str("microseconds"))? {
        return Ok(
            Value::str("%02d:%02d:%02d.%06d")
                .modulo(
                    &py::tuple([
                        hour.clone(),
                        minute.clone(),
                        second.clone(),
                        micro.clone(),
                    ]),
                )?,
        );
    }
    Err(
        py::exc::to_raise(
            &py::call::call(
                &py::exception("ValueError"),
                &py::pos(&[Value::str("Unknown timespec value")]),
            )?,
        )?,
    )
}

pub(crate) fn datetime_init(
    self_: Value,
    year: Value,
    month: Value,
    day: Value,
    hour: Value,
    minute: Value,
    second: Value,
    microsecond: Value,
    tzinfo: Value,
    fold: Value,
) -> R {
    py::attr::super_of(&global::datetime.load()?, &self_.clone())?
        .method("__init__", &[year.clone(), month.clone(), day.clone()])?;
    _need_int(
        py::tuple([hour.clone(), minute.clone(), second.clone(), microsecond.clone()]),
    )?;
    _check_time(hour.clone(), minute.clone(), second.clone(), microsecond.clone())?;
    self_.set_attr("_hour", hour.clone())?;
    self_.set_attr("_minute", minute.clone())?;
    self_.set_attr("_second", second.clone())?;
    self_.set_attr("_microsecond", microsecond.clone())?;
    self_.set_attr("_tzinfo", tzinfo.clone())?;
    self_.set_attr("_fold", fold.clone())?;
    Ok(Value::None)
}

pub(crate) fn datetime_hour(self_: Value) -> R {
    Ok(self_.attr("_hour")?)
}

pub(crate) fn datetime_minute(self_: Value) -> R {
    Ok(self_.attr("_minute")?)
}

pub(crate) fn datetime_second(self_: Value) -> R {
    Ok(self_.attr("_second")?)
}

pub(crate) fn datetime_microsecond(self_: Value) -> R {
    Ok(self_.attr("_microsecond")?)
}

pub(crate) fn datetime_tzinfo(self_: Value) -> R {
    Ok(self_.attr("_tzinfo")?)
}

pub(crate) fn datetime_fold(self_: Value) -> R {
    Ok(self_.attr("_fold")?)
}

pub(crate) fn datetime_of(
    cls: Value,
    mut ordinal: Value,
    mut micros: Value,
    zone: Value,
) -> R {
    let mut d = Value::Unbound;
    let mut hour = Value::Unbound;
    let mut m = Value::Unbound;
    let mut micro = Value::Unbound;
    let mut minute = Value::Unbound;
    let mut minutes = Value::Unbound;
    let mut more = Value::Unbound;
    let mut second = Value::Unbound;
    let mut seconds = Value::Unbound;
    let mut y = Value::Unbound;
    let [item_203, item_204] = py::unpack::<
        2,
    >(&py::builtins::divmod(&py::pos(&[micros.clone(), Value::Int(86400000000)]))?)?;
    more = item_203;
    micros = item_204;
    ordinal.add_assign(&more)?;
    if !{
        let left_205 = Value::Int(0);
        {
            let right_206 = ordinal.clone();
            left_205.is_lt(&right_206)?
                && {
                    let right_207 = global::_MAX_ORDINAL.load()?;
                    right_206.is_le(&right_207)?
                }
        }
    } {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("OverflowError"),
                    &py::pos(&[Value::str("date value out of range")]),
                )?,
            )?,
        );
    }
    let [item_209, item_210, item_211] = py::unpack::<3>(&_ord2ymd(ordinal.clone())?)?;
    y = item_209;
    m = item_210;
    d = item_211;
    let [item_212, item_213] = py::unpack::<
        2,
    >(&py::builtins::divmod(&py::pos(&[micros.clone(), Value::Int(1000000)]))?)?;
    seconds = item_212;
    micro = item_213;
    let [item_214, item_215] = py::unpack::<
        2,
    >(&py::builtins::divmod(&py::pos(&[seconds.clone(), Value::Int(60)]))?)?;
    minutes = item_214;
    second = item_215;
    let [item_216, item_217] = py::unpack::<
        2,
    >(&py::builtins::divmod(&py::pos(&[minutes.clone(), Value::Int(60)]))?)?;
    hour = item_216;
    minute = item_217;
    Ok(
        py::call::call(
            &cls.clone(),
            &py::pos(
                &[
                    y.clone(),
                    m.clone(),
                    d.clone(),
                    hour.clone(),
                    minute.clone(),
                    second.clone(),
                    micro.clone(),
                    zone.clone(),
                ],
            ),
        )?,
    )
}

pub(crate) fn datetime_fromtimestamp(cls: Value, t: Value, tz: Value) -> R {
    let mut part = Value::Unbound;
    let mut whole = Value::Unbound;
    let [item_219, item_220] = py::unpack::<
        2,
    >(&py::library::math::modf(&py::pos(&[t.clone()]))?)?;
    part = item_219;
    whole = item_220;
    let micros = py::builtins::round(&py::pos(&[part.mul(&Value::Float(1000000.0))?]))?;
    let mut result = cls
        .method(
            "_of",
            &[
                Value::Int(719163),
                py::construct::int(&py::pos(&[whole.clone()]))?
                    .mul(&Value::Int(1000000))?
                    .add(&micros)?,
                tz.clone(),
            ],
        )?;
    if !tz.is(&Value::None) {
        result = tz.method("fromutc", &[result.clone()])?;
    }
    Ok(result.clone())
}

pub(crate) fn datetime_utcfromtimestamp(cls: Value, t: Value) -> R {
    Ok(cls.method("fromtimestamp", &[t.clone()])?)
}

pub(crate) fn datetime_now(cls: Value, tz: Value) -> R {
    Ok(
        cls
            .method(
                "fromtimestamp",
                &[py::library::time::time(&py::Args::none())?, tz.clone()],
            )?,
    )
}

pub(crate) fn datetime_utcnow(cls: Value) -> R {
    Ok(cls.method("fromtimestamp", &[py::library::time::time(&py::Args::none())?])?)
}

pub(crate) fn datetime_today(cls: Value) -> R {
    Ok(cls.method("now", &[])?)
}

pub(crate) fn datetime_combine(
    cls: Value,
    day: Value,
    clock: Value,
    tzinfo: Value,
) -> R {
    Ok(
        py::call::call(
            &cls.clone(),
            &py::pos(
                &[
                    day.attr("year")?,
                    day.attr("month")?,
                    day.attr("day")?,
                    clock.attr("hour")?,
                    clock.attr("minute")?,
                    clock.attr("second")?,
                    clock.attr("microsecond")?,
                    if tzinfo.is(&Value::Bool(true)) {
                        clock.attr("tzinfo")?
                    } else {
                        tzinfo.clone()
                    },
                ],
            ),
        )?,
    )
}

pub(crate) fn datetime_fromordinal(cls: Value, n: Value) -> R {
    let mut d = Value::Unbound;
    let mut m = Value::Unbound;
    let mut y = Value::Unbound;
    let [item_222, item_223, item_224] = py::unpack::<3>(&_ord2ymd(n.clone())?)?;
    y = item_222;
    m = item_223;
    d = item_224;
    Ok(py::call::call(&cls.clone(), &py::pos(&[y.clone(), m.clone(), d.clone()]))?)
}

pub(crate) fn datetime_fromisoformat(cls: Value, text: Value) -> R {
    if !py::builtins::isinstance(&py::pos(&[text.clone(), py::library_class("str")]))?
        .truth()?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(&[Value::str("fromisoformat: argument must be str")]),
                )?,
            )?,
        );
    }
    let mut end = if Value::from(py::builtins::len(&text)?).is_gt(&Value::Int(8))?
        && text.item(&Value::Int(4))?.is_eq(&Value::str("-"))?
    {
        Value::Int(10)
    } else {
        Value::Int(8)
    };
    if end.is_eq(&Value::Int(10))?
        && py::contained(
            &Value::str("W"),
            &text.item(&py::item::slice(Value::None, Value::Int(10), Value::None))?,
        )?
    {
        end = if Value::from(py::builtins::len(&text)?).is_ge(&Value::Int(10))?
            && text.item(&Value::Int(8))?.is_eq(&Value::str("-"))?
        {
            Value::Int(10)
        } else {
            Value::Int(8)
        };
    }
    let day = _parse_iso_date(
        text.item(&py::item::slice(Value::None, end.clone(), Value::None))?,
    )?;
    let mut clock = py::list([
        Value::Int(0),
        Value::Int(0),
        Value::Int(0),
        Value::Int(0),
        Value::None,
    ]);
    if !day.is(&Value::None) && Value::from(py::builtins::len(&text)?).is_gt(&end)? {
        clock = _parse_iso_time(
            text
                .item(
                    &py::item::slice(end.add(&Value::Int(1))?, Value::None, Value::None),
                )?,
        )?;
    }
    if day.is(&Value::None) || clock.is(&Value::None) {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "Invalid isoformat string: {}", py::fmt(& text, 'r', "") ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    Ok({
        let function_228 = cls.clone();
        let args_229: Vec<Value> = {
            let mut items_231 = Vec::new();
            items_231.extend(py::iter::to_vec(&day)?);
            items_231.extend(py::iter::to_vec(&clock)?);
            items_231
        };
        py::call::call(&function_228, &py::pos(&args_229))?
    })
}

pub(crate) fn datetime_strptime(cls: Value, text: Value, format: Value) -> R {
    Ok(_strptime(cls.clone(), text.clone(), format.clone())?)
}

pub(crate) fn datetime_date(self_: Value) -> R {
    Ok(
        py::call::call(
            &global::date.load()?,
            &py::pos(&[self_.attr("_year")?, self_.attr("_month")?, self_.attr("_day")?]),
        )?,
    )
}

pub(crate) fn datetime_time(self_: Value) -> R {
    Ok(
        py::call::call(
            &global::time.load()?,
            &py::pos(
                &[
                    self_.attr("_hour")?,
                    self_.attr("_minute")?,
                    self_.attr("_second")?,
                    self_.attr("_microsecond")?,
                ],
            ),
        )?,
    )
}

pub(crate) fn datetime_timetz(self_: Value) -> R {
    Ok(
        py::call::call(
            &global::time.load()?,
            &py::pos(
                &[
                    self_.attr("_hour")?,
                    self_.attr("_minute")?,
                    self_.attr("_second")?,
                    self_.attr("_microsecond")?,
                    self_.attr("_tzinfo")?,
                ],
            ),
        )?,
    )
}

pub(crate) fn datetime_utcoffset(self_: Value) -> R {
    Ok(
        if self_.attr("_tzinfo")?.is(&Value::None) {
            Value::None
        } else {
            self_.attr("_tzinfo")?.method("utcoffset", &[self_.clone()])?
        },
    )
}

pub(crate) fn datetime_tzname(self_: Value) -> R {
    Ok(
        if self_.attr("_tzinfo")?.is(&Value::None) {
            Value::None
        } else {
            self_.attr("_tzinfo")?.method("tzname", &[self_.clone()])?
        },
    )
}

pub(crate) fn datetime_dst(self_: Value) -> R {
    Ok(
        if self_.attr("_tzinfo")?.is(&Value::None) {
            Value::None
        } else {
            self_.attr("_tzinfo")?.method("dst", &[self_.clone()])?
        },
    )
}

pub(crate) fn datetime_micros(self_: Value) -> R {
    Ok(
        self_
            .attr("_hour")?
            .mul(&Value::Int(60))?
            .add(&self_.attr("_minute")?)?
            .mul(&Value::Int(60))?
            .add(&self_.attr("_second")?)?
            .mul(&Value::Int(1000000))?
            .add(&self_.attr("_microsecond")?)?,
    )
}

pub(crate) fn datetime_absolute(self_: Value) -> R {
    let total = self_
        .method("toordinal", &[])?
        .mul(&Value::Int(86400000000))?
        .add(&self_.method("_micros", &[])?)?;
    let offset = self_.method("utcoffset", &[])?;
    Ok(
        if !offset.is(&Value::None) {
            total.sub(&offset.method("_total", &[])?)?
        } else {
            total.clone()
        },
    )
}

pub(crate) fn datetime_timestamp(self_: Value) -> R {
    Ok(
        self_
            .method("_absolute", &[])?
            .sub(&Value::Int(62135683200000000))?
            .div(&Value::Int(1000000))?,
    )
}

pub(crate) fn datetime_timetuple(self_: Value) -> R {
    Ok(
        py::call::call(
            &py::pure::load("time", "struct_time")?,
            &py::pos(
                &[
                    py::tuple([
                        self_.attr("_year")?,
                        self_.attr("_month")?,
                        self_.attr("_day")?,
                        self_.attr("_hour")?,
                        self_.attr("_minute")?,
                        self_.attr("_second")?,
                        self_.method("weekday", &[])?,
                        self_
                            .method("toordinal", &[])?
                            .sub(
                                &_ymd2ord(
                                    self_.attr("_year")?,
                                    Value::Int(1),
                                    Value::Int(1),
                                )?,
                            )?
                            .add(&Value::Int(1))?,
                        Value::Int(-1),
                    ]),
                ],
            ),
        )?,
    )
}

pub(crate) fn datetime_astimezone(self_: Value, mut tz: Value) -> R {
    if tz.is(&Value::None) {
        tz = global::timezone.load()?.attr("utc")?;
    }
    let offset = self_.method("utcoffset", &[])?;
    let utc = {
        let object_236 = if !offset.is(&Value::None) {
            self_.sub(&offset)?
        } else {
            self_.clone()
        }
            .clone();
        py::call::call_method_with(
            &object_236,
            "replace",
            &py::Args {
                pos: &[],
                kw: &[("tzinfo", tz.clone())],
            },
        )?
    };
    Ok(tz.method("fromutc", &[utc.clone()])?)
}

pub(crate) fn datetime_replace(
    self_: Value,
    year: Value,
    month: Value,
    day: Value,
    hour: Value,
    minute: Value,
    second: Value,
    microsecond: Value,
    tzinfo: Value,
) -> R {
    Ok(
        py::call::call(
            &py::construct::type_(&py::pos(&[self_.clone()]))?,
            &py::pos(
                &[
                    if year.is(&Value::None) {
                        self_.attr("_year")?
                    } else {
                        year.clone()
                    },
                    if month.is(&Value::None) {
                        self_.attr("_month")?
                    } else {
                        month.clone()
                    },
                    if day.is(&Value::None) { self_.attr("_day")? } else { day.clone() },
                    if hour.is(&Value::None) {
                        self_.attr("_hour")?
                    } else {
                        hour.clone()
                    },
                    if minute.is(&Value::None) {
                        self_.attr("_minute")?
                    } else {
                        minute.clone()
                    },
                    if second.is(&Value::None) {
                        self_.attr("_second")?
                    } else {
                        second.clone()
                    },
                    if microsecond.is(&Value::None) {
                        self_.attr("_microsecond")?
                    } else {
                        microsecond.clone()
                    },
                    if tzinfo.is(&Value::Bool(true)) {
                        self_.attr("_tzinfo")?
                    } else {
                        tzinfo.clone()
                    },
                ],
            ),
        )?,
    )
}

pub(crate) fn datetime_ctime(self_: Value) -> R {
    let weekday = {
        let left_238 = self_.method("toordinal", &[])?.modulo(&Value::Int(7))?;
        if left_238.truth()? { left_238 } else { Value::Int(7) }
    };
    Ok(
        Value::str("%s %s %2d %02d:%02d:%02d %04d")
            .modulo(
                &py::tuple([
                    global::_DAY_NAMES.load()?.item(&weekday)?,
                    global::_MONTHS.load()?.item(&self_.attr("_month")?)?,
                    self_.attr("_day")?,
                    self_.attr("_hour")?,
                    self_.attr("_minute")?,
                    self_.attr("_second")?,
                    self_.attr("_year")?,
                ]),
            )?,
    )
}

pub(crate) fn datetime_isoformat(self_: Value, sep: Value, timespec: Value) -> R {
    Ok(
        Value::str("%04d-%02d-%02d%s")
            .modulo(
                &py::tuple([
                    self_.attr("_year")?,
                    self_.attr("_month")?,
                    self_.attr("_day")?,
                    sep.clone(),
                ]),
            )?
            .add(
                &_clock_text(
                    self_.attr("_hour")?,
                    self_.attr("_minute")?,
                    self_.attr("_second")?,
                    self_.attr("_microsecond")?,
                    timespec.clone(),
                )?,
            )?
            .add(&_offset_text(self_.method("utcoffset", &[])?, Value::str(":"))?)?,
    )
}

pub(crate) fn datetime_str(self_: Value) -> R {
    Ok({
        let object_239 = self_.clone();
        py::call::call_method_with(
            &object_239,
            "isoformat",
            &py::Args {
                pos: &[],
                kw: &[("sep", Value::str(" "))],
            },
        )?
    })
}

pub(crate) fn datetime_repr(self_: Value) -> R {
    let parts = py::list([
        self_.attr("_year")?,
        self_.attr("_month")?,
        self_.attr("_day")?,
        self_.attr("_hour")?,
        self_.attr("_minute")?,
        self_.attr("_second")?,
        self_.attr("_microsecond")?,
    ]);
    if parts.item(&Value::Int(-1))?.is_eq(&Value::Int(0))? {
        parts.del_item(&Value::Int(-1))?;
        if parts.item(&Value::Int(-1))?.is_eq(&Value::Int(0))? {
            parts.del_item(&Value::Int(-1))?;
        }
    }
    let text = Value::str(", ")
        .method(
            "join",
            &[
                {
                    let mut out_240 = Vec::new();
                    let mut iter_241 = py::iter::iter(&parts)?;
                    while let Some(p) = iter_241.next()? {
                        out_240.push(py::construct::str(&py::pos(&[p.clone()]))?);
                    }
                    Value::list(out_240)
                },
            ],
        )?;
    let zone = if !self_.attr("_tzinfo")?.is(&Value::None) {
        Value::str(format!(", tzinfo={}", py::fmt(& self_.attr("_tzinfo") ?, 'r', "") ?))
    } else {
        Value::str("")
    };
    Ok(
        Value::str(
            format!("datetime.datetime({}{})", py::show(& text) ?, py::show(& zone) ?),
        ),
    )
}

pub(crate) fn datetime_strftime(self_: Value, format: Value) -> R {
    Ok(
        _strftime(
            self_.clone(),
            format.clone(),
            self_.clone(),
            self_.attr("_hour")?,
            self_.attr("_minute")?,
            self_.attr("_second")?,
            self_.attr("_microsecond")?,
            self_.method("utcoffset", &[])?,
            self_.method("tzname", &[])?,
        )?,
    )
}

pub(crate) fn datetime_compare(self_: Value, other: Value) -> R {
    if Value::Bool(self_.method("utcoffset", &[])?.is(&Value::None))
        .is_ne(&Value::Bool(other.method("utcoffset", &[])?.is(&Value::None)))?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(
                        &[
                            Value::str(
                                "can't compare offset-naive and offset-aware datetimes",
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    Ok(self_.method("_absolute", &[])?.sub(&other.method("_absolute", &[])?)?)
}

pub(crate) fn datetime_eq(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::datetime.load()?]))?
        .truth()?
    {
        if Value::Bool(self_.method("utcoffset", &[])?.is(&Value::None))
            .is_ne(&Value::Bool(other.method("utcoffset", &[])?.is(&Value::None)))?
        {
            return Ok(Value::Bool(false));
        }
        return Ok(self_.method("_absolute", &[])?.eq(&other.method("_absolute", &[])?)?);
    }
    Ok(
        if py::builtins::isinstance(&py::pos(&[other.clone(), global::date.load()?]))?
            .truth()?
        {
            Value::Bool(false)
        } else {
            Value::NotImplemented
        },
    )
}

pub(crate) fn datetime_lt(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::datetime.load()?]))?
        .truth()?
    {
        return Ok(self_.method("_compare", &[other.clone()])?.lt(&Value::Int(0))?);
    }
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::date.load()?]))?
        .truth()?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(
                        &[Value::str("can't compare datetime.datetime to datetime.date")],
                    ),
                )?,
            )?,
        );
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn datetime_le(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::datetime.load()?]))?
        .truth()?
    {
        return Ok(self_.method("_compare", &[other.clone()])?.le(&Value::Int(0))?);
    }
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::date.load()?]))?
        .truth()?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(
                        &[Value::str("can't compare datetime.datetime to datetime.date")],
                    ),
                )?,
            )?,
        );
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn datetime_gt(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::datetime.load()?]))?
        .truth()?
    {
        return Ok(self_.method("_compare", &[other.clone()])?.gt(&Value::Int(0))?);
    }
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::date.load()?]))?
        .truth()?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(
                        &[Value::str("can't compare datetime.datetime to datetime.date")],
                    ),
                )?,
            )?,
        );
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn datetime_ge(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::datetime.load()?]))?
        .truth()?
    {
        return Ok(self_.method("_compare", &[other.clone()])?.ge(&Value::Int(0))?);
    }
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::date.load()?]))?
        .truth()?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(
                        &[Value::str("can't compare datetime.datetime to datetime.date")],
                    ),
                )?,
            )?,
        );
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn datetime_hash(self_: Value) -> R {
    Ok(py::builtins::hash(&py::pos(&[self_.method("_absolute", &[])?]))?)
}

pub(crate) fn datetime_add(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::timedelta.load()?]))?
        .truth()?
    {
        return Ok(
            py::construct::type_(&py::pos(&[self_.clone()]))?
                .method(
                    "_of",
                    &[
                        self_.method("toordinal", &[])?,
                        self_
                            .method("_micros", &[])?
                            .add(&other.method("_total", &[])?)?,
                        self_.attr("_tzinfo")?,
                    ],
                )?,
        );
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn datetime_sub(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::timedelta.load()?]))?
        .truth()?
    {
        return Ok(self_.add(&other.neg()?)?);
    }
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::datetime.load()?]))?
        .truth()?
    {
        if Value::Bool(self_.method("utcoffset", &[])?.is(&Value::None))
            .is_ne(&Value::Bool(other.method("utcoffset", &[])?.is(&Value::None)))?
        {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("TypeError"),
                        &py::pos(
                            &[
                                Value::str(
                                    "can't subtract offset-naive and offset-aware datetimes",
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        return Ok(
            global::timedelta
                .load()?
                .method(
                    "_of",
                    &[
                        self_
                            .method("_absolute", &[])?
                            .sub(&other.method("_absolute", &[])?)?,
                    ],
                )?,
        );
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn _strptime(cls: Value, text: Value, format: Value) -> R {
    let mut day = Value::Unbound;
    let mut found_day = Value::Unbound;
    let mut hour = Value::Unbound;
    let mut micro = Value::Unbound;
    let mut minute = Value::Unbound;
    let mut month = Value::Unbound;
    let mut second = Value::Unbound;
    let groups = py::dict([
        (Value::str("d"), Value::str("(?P<d>3[0-1]|[1-2]\\d|0[1-9]|[1-9]| [1-9])")),
        (Value::str("m"), Value::str("(?P<m>1[0-2]|0[1-9]|[1-9])")),
        (Value::str("Y"), Value::str("(?P<Y>\\d\\d\\d\\d)")),
        (Value::str("y"), Value::str("(?P<y>\\d\\d)")),
        (Value::str("H"), Value::str("(?P<H>2[0-3]|[0-1]\\d|\\d)")),
        (Value::str("I"), Value::str("(?P<I>1[0-2]|0[1-9]|[1-9])")),
        (Value::str("M"), Value::str("(?P<M>[0-5]\\d|\\d)")),
        (Value::str("S"), Value::str("(?P<S>6[0-1]|[0-5]\\d|\\d)")),
        (Value::str("f"), Value::str("(?P<f>[0-9]{1,6})")),
        (
            Value::str("j"),
            Value::str(
                "(?P<j>36[0-6]|3[0-5]\\d|[1-2]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9])",
            ),
        ),
        (Value::str("p"), Value::str("(?P<p>am|pm)")),
        (
            Value::str("z"),
            Value::str("(?P<z>[+-]\\d\\d:?[0-5]\\d(:?[0-5]\\d(\\.\\d{1,6})?)?|(?-i:Z))"),
        ),
        (Value::str("w"), Value::str("(?P<w>[0-6])")),
        (Value::str("u"), Value::str("(?P<u>[1-7])")),
        (Value::str("U"), Value::str("(?P<U>5[0-3]|[0-4]\\d|\\d)")),
        (Value::str("W"), Value::str("(?P<W>5[0-3]|[0-4]\\d|\\d)")),
        (Value::str("Z"), Value::str("(?P<Z>utc|gmt)")),
        (Value::str("%"), Value::str("%")),
        (Value::str("G"), Value::str("(?P<G>\\d\\d\\d\\d)")),
        (Value::str("V"), Value::str("(?P<V>5[0-3]|0[1-9]|[1-4]\\d|\\d)")),
    ])?;
    let value_251 = Value::str("(?P<B>")
        .add(
            &Value::str("|")
                .method(
                    "join",
                    &[
                        py::builtins::sorted(
                            &py::Args {
                                pos: &[
                                    global::_FULL_MONTHS
                                        .load()?
                                        .item(
                                            &py::item::slice(Value::Int(1), Value::None, Value::None),
                                        )?,
                                ],
                                kw: &[
                                    ("key", py::native_fn("len", py::builtins::len_)),
                                    ("reverse", Value::Bool(true)),
                                ],
                            },
                        )?,
                    ],
                )?,
        )?
        .add(&Value::str(")"))?;
    groups.set_item(Value::str("B"), value_251)?;
    let value_252 = Value::str("(?P<b>")
        .add(
            &Value::str("|")
                .method(
                    "join",
                    &[
                        global::_MONTHS
                            .load()?
                            .item(
                                &py::item::slice(Value::Int(1), Value::None, Value::None),
                            )?,
                    ],
                )?,
        )?
        .add(&Value::str(")"))?;
    groups.set_item(Value::str("b"), value_252)?;
    let value_253 = Value::str("(?P<A>")
        .add(
            &Value::str("|")
                .method(
                    "join",
                    &[
                        py::builtins::sorted(
                            &py::Args {
                                pos: &[global::_FULL_DAYS.load()?],
                                kw: &[
                                    ("key", py::native_fn("len", py::builtins::len_)),
                                    ("reverse", Value::Bool(true)),
                                ],
                            },
                        )?,
                    ],
                )?,
        )?
        .add(&Value::str(")"))?;
    groups.set_item(Value::str("A"), value_253)?;
    let value_254 = Value::str("(?P<a>")
        .add(
            &Value::str("|")
                .method(
                    "join",
                    &[
                        global::_DAY_NAMES
                            .load()?
                            .item(
                                &py::item::slice(Value::Int(1), Value::None, Value::None),
                            )?,
                    ],
                )?,
        )?
        .add(&Value::str(")"))?;
    groups.set_item(Value::str("a"), value_254)?;
    let mut expanded = format
        .method("replace", &[Value::str("%c"), Value::str("%a %b %d %H:%M:%S %Y")])?
        .method("replace", &[Value::str("%x"), Value::str("%m/%d/%y")])?
        .method("replace", &[Value::str("%X"), Value::str("%H:%M:%S")])?;
    expanded = if false {
        expanded.method("replace", &[Value::str("%T"), Value::str("%H:%M:%S")])?
    } else {
        expanded.clone()
    };
    let pattern = py::list([]);
    let mut i = Value::Int(0);
    while i.is_lt(&Value::from(py::builtins::len(&expanded)?))? {
        let mut c = expanded.item(&i)?;
        i.add_assign(&Value::Int(1))?;
        if c.is_eq(&Value::str("%"))? {
            if i.is_ge(&Value::from(py::builtins::len(&expanded)?))? {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::exception("ValueError"),
                            &py::pos(
                                &[
                                    Value::str(
                                        format!("stray % in format '{}'", py::show(& format) ?),
                                    ),
                                ],
                            ),
                        )?,
                    )?,
                );
            }
            c = expanded.item(&i)?;
            i.add_assign(&Value::Int(1))?;
            if !py::contained(&c, &groups)? {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::exception("ValueError"),
                            &py::pos(
                                &[
                                    Value::str(
                                        format!(
                                            "'{}' is a bad directive in format '{}'", py::show(& c) ?,
                                            py::show(& format) ?
                                        ),
                                    ),
                                ],
                            ),
                        )?,
                    )?,
                );
            }
            pattern.method("append", &[groups.item(&c)?])?;
        } else if c.method("isspace", &[])?.truth()? {
            if !pattern.truth()?
                || pattern.item(&Value::Int(-1))?.is_ne(&Value::str("\\s+"))?
            {
                pattern.method("append", &[Value::str("\\s+")])?;
            }
        } else {
            pattern
                .method("append", &[py::library::re::escape(&py::pos(&[c.clone()]))?])?;
        }
    }
    let found = py::library::re::match_(
        &py::pos(
            &[
                Value::str("").method("join", &[pattern.clone()])?,
                text.clone(),
                py::library::re::IGNORECASE(),
            ],
        ),
    )?;
    if found.is(&Value::None) {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "time data {} does not match format {}", py::fmt(& text,
                                    'r', "") ?, py::fmt(& format, 'r', "") ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    if Value::from(py::builtins::len(&text)?).is_ne(&found.method("end", &[])?)? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "unconverted data remains: {}", py::show(& text.item(&
                                    py::item::slice(found.method("end", & []) ?, Value::None,
                                    Value::None)) ?) ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    let values = found.method("groupdict", &[])?;
    let mut year = Value::None;
    let value_260 = Value::Int(1);
    month = value_260.clone();
    day = value_260.clone();
    let value_261 = Value::Int(0);
    hour = value_261.clone();
    minute = value_261.clone();
    second = value_261.clone();
    micro = value_261.clone();
    let mut zone = Value::None;
    if values.method("get", &[Value::str("Y")])?.truth()? {
        year = py::construct::int(&py::pos(&[values.item(&Value::str("Y"))?]))?;
    } else if values.method("get", &[Value::str("y")])?.truth()? {
        year = py::construct::int(&py::pos(&[values.item(&Value::str("y"))?]))?;
        year.add_assign(
            &if year.is_le(&Value::Int(68))? {
                Value::Int(2000)
            } else {
                Value::Int(1900)
            },
        )?;
    }
    if values.method("get", &[Value::str("m")])?.truth()? {
        month = py::construct::int(&py::pos(&[values.item(&Value::str("m"))?]))?;
    }
    if values.method("get", &[Value::str("B")])?.truth()? {
        month = {
            let mut out_262 = Vec::new();
            let mut iter_263 = py::iter::iter(
                &global::_FULL_MONTHS
                    .load()?
                    .item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
            )?;
            while let Some(m) = iter_263.next()? {
                out_262.push(m.method("lower", &[])?);
            }
            Value::list(out_262)
        }
            .method("index", &[values.item(&Value::str("B"))?.method("lower", &[])?])?
            .add(&Value::Int(1))?;
    }
    if values.method("get", &[Value::str("b")])?.truth()? {
        month = {
            let mut out_264 = Vec::new();
            let mut iter_265 = py::iter::iter(
                &global::_MONTHS
                    .load()?
                    .item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
            )?;
            while let Some(m) = iter_265.next()? {
                out_264.push(m.method("lower", &[])?);
            }
            Value::list(out_264)
        }
            .method("index", &[values.item(&Value::str("b"))?.method("lower", &[])?])?
            .add(&Value::Int(1))?;
    }
    if values.method("get", &[Value::str("d")])?.truth()? {
        day = py::construct::int(&py::pos(&[values.item(&Value::str("d"))?]))?;
    }
    if values.method("get", &[Value::str("H")])?.truth()? {
        hour = py::construct::int(&py::pos(&[values.item(&Value::str("H"))?]))?;
    }
    if values.method("get", &[Value::str("I")])?.truth()? {
        hour = py::construct::int(&py::pos(&[values.item(&Value::str("I"))?]))?;
        let half = {
            let left_266 = values.method("get", &[Value::str("p")])?;
            if left_266.truth()? { left_266 } else { Value::str("") }
        }
            .method("lower", &[])?;
        if py::contained(&half, &py::tuple([Value::str(""), Value::str("am")]))? {
            hour = if hour.is_eq(&Value::Int(12))? {
                Value::Int(0)
            } else {
                hour.clone()
            };
        } else if half.is_eq(&Value::str("pm"))? {
            hour = if hour.is_eq(&Value::Int(12))? {
                hour.clone()
            } else {
                hour.add(&Value::Int(12))?
            };
        }
    }
    if values.method("get", &[Value::str("M")])?.truth()? {
        minute = py::construct::int(&py::pos(&[values.item(&Value::str("M"))?]))?;
    }
    if values.method("get", &[Value::str("S")])?.truth()? {
        second = py::construct::int(&py::pos(&[values.item(&Value::str("S"))?]))?;
    }
    if values.method("get", &[Value::str("f")])?.truth()? {
        micro = py::construct::int(
            &py::pos(
                &[
                    values
                        .item(&Value::str("f"))?
                        .add(&Value::str("000000"))?
                        .item(&py::item::slice(Value::None, Value::Int(6), Value::None))?,
                ],
            ),
        )?;
    }
    if values.method("get", &[Value::str("z")])?.truth()? {
        let z = values.item(&Value::str("z"))?;
        if z.is_eq(&Value::str("Z"))? {
            zone = global::timezone.load()?.attr("utc")?;
        } else {
            let clean = z
                .item(&py::item::slice(Value::Int(1), Value::None, Value::None))?
                .method("replace", &[Value::str(":"), Value::str("")])?;
            let delta = py::call::call(
                &global::timedelta.load()?,
                &py::Args {
                    pos: &[],
                    kw: &[
                        (
                            "hours",
                            py::construct::int(
                                &py::pos(
                                    &[
                                        clean
                                            .item(
                                                &py::item::slice(Value::None, Value::Int(2), Value::None),
                                            )?,
                                    ],
                                ),
                            )?,
                        ),
                        (
                            "minutes",
                            py::construct::int(
                                &py::pos(
                                    &[
                                        clean
                                            .item(
                                                &py::item::slice(Value::Int(2), Value::Int(4), Value::None),
                                            )?,
                                    ],
                                ),
                            )?,
                        ),
                        (
                            "seconds",
                            py::construct::int(
                                &py::pos(
                                    &[
                                        {
                                            let left_268 = clean
                                                .item(
                                                    &py::item::slice(Value::Int(4), Value::Int(6), Value::None),
                                                )?;
                                            if left_268.truth()? { left_268 } else { Value::Int(0) }
                                        },
                                    ],
                                ),
                            )?,
                        ),
                    ],
                },
            )?;
            zone = py::call::call(
                &global::timezone.load()?,
                &py::pos(
                    &[
                        if z.item(&Value::Int(0))?.is_eq(&Value::str("-"))? {
                            delta.neg()?
                        } else {
                            delta.clone()
                        },
                    ],
                ),
            )?;
            if !delta.truth()? {
                zone = global::timezone.load()?.attr("utc")?;
            }
        }
    }
    if year.is(&Value::None) {
        year = if month.is_eq(&Value::Int(2))? && day.is_eq(&Value::Int(29))? {
            Value::Int(1904)
        } else {
            Value::Int(1900)
        };
    }
    if values.method("get", &[Value::str("j")])?.truth()? {
        found_day = global::date
            .load()?
            .method(
                "fromordinal",
                &[
                    _ymd2ord(year.clone(), Value::Int(1), Value::Int(1))?
                        .add(
                            &py::construct::int(
                                &py::pos(&[values.item(&Value::str("j"))?]),
                            )?,
                        )?
                        .sub(&Value::Int(1))?,
                ],
            )?;
        let [item_270, item_271] = py::unpack::<
            2,
        >(&py::tuple([found_day.attr("month")?, found_day.attr("day")?]))?;
        month = item_270;
        day = item_271;
    }
    if values.method("get", &[Value::str("G")])?.truth()?
        && values.method("get", &[Value::str("V")])?.truth()?
    {
        let weekday = if values.method("get", &[Value::str("u")])?.truth()? {
            py::construct::int(&py::pos(&[values.item(&Value::str("u"))?]))?
        } else {
            Value::Int(1)
        };
        found_day = global::date
            .load()?
            .method(
                "fromisocalendar",
                &[
                    py::construct::int(&py::pos(&[values.item(&Value::str("G"))?]))?,
                    py::construct::int(&py::pos(&[values.item(&Value::str("V"))?]))?,
                    weekday.clone(),
                ],
            )?;
        let [item_272, item_273, item_274] = py::unpack::<
            3,
        >(
            &py::tuple([
                found_day.attr("year")?,
                found_day.attr("month")?,
                found_day.attr("day")?,
            ]),
        )?;
        year = item_272;
        month = item_273;
        day = item_274;
    }
    Ok(
        py::call::call(
            &cls.clone(),
            &py::pos(
                &[
                    year.clone(),
                    month.clone(),
                    day.clone(),
                    hour.clone(),
                    minute.clone(),
                    second.clone(),
                    micro.clone(),
                    zone.clone(),
                ],
            ),
        )?,
    )
}

/// The statements of `datetime.py`.
pub(crate) fn run() -> R<()> {
    global::MINYEAR.store(Value::Int(1));
    global::MAXYEAR.store(Value::Int(9999));
    global::_MAX_ORDINAL.store(Value::Int(3652059));
    global::_DAYS
        .store(
            py::list([
                Value::Int(-1),
                Value::Int(31),
                Value::Int(28),
                Value::Int(31),
                Value::Int(30),
                Value::Int(31),
                Value::Int(30),
                Value::Int(31),
                Value::Int(31),
                Value::Int(30),
                Value::Int(31),
                Value::Int(30),
                Value::Int(31),
            ]),
        );
    global::_BEFORE
        .store(
            py::list([
                Value::Int(-1),
                Value::Int(0),
                Value::Int(31),
                Value::Int(59),
                Value::Int(90),
                Value::Int(120),
                Value::Int(151),
                Value::Int(181),
                Value::Int(212),
                Value::Int(243),
                Value::Int(273),
                Value::Int(304),
                Value::Int(334),
            ]),
        );
    global::_MONTHS
        .store(
            py::list([
                Value::None,
                Value::str("Jan"),
                Value::str("Feb"),
                Value::str("Mar"),
                Value::str("Apr"),
                Value::str("May"),
                Value::str("Jun"),
                Value::str("Jul"),
                Value::str("Aug"),
                Value::str("Sep"),
                Value::str("Oct"),
                Value::str("Nov"),
                Value::str("Dec"),
            ]),
        );
    global::_DAY_NAMES
        .store(
            py::list([
                Value::None,
                Value::str("Mon"),
                Value::str("Tue"),
                Value::str("Wed"),
                Value::str("Thu"),
                Value::str("Fri"),
                Value::str("Sat"),
                Value::str("Sun"),
            ]),
        );
    global::_FULL_MONTHS
        .store(
            py::list([
                Value::None,
                Value::str("January"),
                Value::str("February"),
                Value::str("March"),
                Value::str("April"),
                Value::str("May"),
                Value::str("June"),
                Value::str("July"),
                Value::str("August"),
                Value::str("September"),
                Value::str("October"),
                Value::str("November"),
                Value::str("December"),
            ]),
        );
    global::_FULL_DAYS
        .store(
            py::list([
                Value::str("Monday"),
                Value::str("Tuesday"),
                Value::str("Wednesday"),
                Value::str("Thursday"),
                Value::str("Friday"),
                Value::str("Saturday"),
                Value::str("Sunday"),
            ]),
        );
    global::_is_leap.store(py::def("_is_leap", "year", [], _is_leap));
    global::_before_year.store(py::def("_before_year", "year", [], _before_year));
    global::_in_month.store(py::def("_in_month", "year, month", [], _in_month));
    global::_before_month
        .store(py::def("_before_month", "year, month", [], _before_month));
    global::_ymd2ord.store(py::def("_ymd2ord", "year, month, day", [], _ymd2ord));
    global::_ord2ymd.store(py::def("_ord2ymd", "n", [], _ord2ymd));
    global::_check_date
        .store(py::def("_check_date", "year, month, day", [], _check_date));
    global::_check_time
        .store(
            py::def("_check_time", "hour, minute, second, microsecond", [], _check_time),
        );
    global::_need_int.store(py::def("_need_int", "*values", [], _need_int));
    global::_divide_nearest
        .store(py::def("_divide_nearest", "a, b", [], _divide_nearest));
    global::timedelta
        .store({
            let class = py::ClassBody::new(
                "timedelta",
                NAME,
                Value::str("A distance in time."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "timedelta.__init__",
                        "self, days=, seconds=, microseconds=, milliseconds=, minutes=, hours=, weeks=",
                        [
                            Value::Int(0),
                            Value::Int(0),
                            Value::Int(0),
                            Value::Int(0),
                            Value::Int(0),
                            Value::Int(0),
                            Value::Int(0),
                        ],
                        timedelta_init,
                    ),
                );
            class
                .set(
                    "_set",
                    py::def("timedelta._set", "self, total", [], timedelta_set),
                );
            class
                .set(
                    "_of",
                    py::library_class("staticmethod")
                        .call(&[py::def("timedelta._of", "total", [], timedelta_of)])?,
                );
            class
                .set("_total", py::def("timedelta._total", "self", [], timedelta_total));
            class
                .set(
                    "days",
                    py::library_class("property")
                        .call(&[py::def("timedelta.days", "self", [], timedelta_days)])?,
                );
            class
                .set(
                    "seconds",
                    py::library_class("property")
                        .call(
                            &[
                                py::def("timedelta.seconds", "self", [], timedelta_seconds),
                            ],
                        )?,
                );
            class
                .set(
                    "microseconds",
                    py::library_class("property")
                        .call(
                            &[
                                py::def(
                                    "timedelta.microseconds",
                                    "self",
                                    [],
                                    timedelta_microseconds,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "total_seconds",
                    py::def(
                        "timedelta.total_seconds",
                        "self",
                        [],
                        timedelta_total_seconds,
                    ),
                );
            class
                .set(
                    "__repr__",
                    py::def("timedelta.__repr__", "self", [], timedelta_repr),
                );
            class
                .set("__str__", py::def("timedelta.__str__", "self", [], timedelta_str));
            class
                .set(
                    "__add__",
                    py::def("timedelta.__add__", "self, other", [], timedelta_add),
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
                    "__sub__",
                    py::def("timedelta.__sub__", "self, other", [], timedelta_sub),
                );
            class
                .set(
                    "__rsub__",
                    py::def("timedelta.__rsub__", "self, other", [], timedelta_rsub),
                );
            class
                .set("__neg__", py::def("timedelta.__neg__", "self", [], timedelta_neg));
            class
                .set("__pos__", py::def("timedelta.__pos__", "self", [], timedelta_pos));
            class
                .set("__abs__", py::def("timedelta.__abs__", "self", [], timedelta_abs));
            class
                .set(
                    "__mul__",
                    py::def("timedelta.__mul__", "self, other", [], timedelta_mul),
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
                    "__floordiv__",
                    py::def(
                        "timedelta.__floordiv__",
                        "self, other",
                        [],
                        timedelta_floordiv,
                    ),
                );
            class
                .set(
                    "__truediv__",
                    py::def(
                        "timedelta.__truediv__",
                        "self, other",
                        [],
                        timedelta_truediv,
                    ),
                );
            class
                .set(
                    "__mod__",
                    py::def("timedelta.__mod__", "self, other", [], timedelta_mod),
                );
            class
                .set(
                    "__divmod__",
                    py::def("timedelta.__divmod__", "self, other", [], timedelta_divmod),
                );
            class
                .set(
                    "__eq__",
                    py::def("timedelta.__eq__", "self, other", [], timedelta_eq),
                );
            class
                .set(
                    "__lt__",
                    py::def("timedelta.__lt__", "self, other", [], timedelta_lt),
                );
            class
                .set(
                    "__le__",
                    py::def("timedelta.__le__", "self, other", [], timedelta_le),
                );
            class
                .set(
                    "__gt__",
                    py::def("timedelta.__gt__", "self, other", [], timedelta_gt),
                );
            class
                .set(
                    "__ge__",
                    py::def("timedelta.__ge__", "self, other", [], timedelta_ge),
                );
            class
                .set(
                    "__hash__",
                    py::def("timedelta.__hash__", "self", [], timedelta_hash),
                );
            class
                .set(
                    "__bool__",
                    py::def("timedelta.__bool__", "self", [], timedelta_bool),
                );
            class.finish(&[])?
        });
    global::timedelta
        .load()?
        .set_attr(
            "min",
            py::call::call(
                &global::timedelta.load()?,
                &py::pos(&[Value::Int(-999999999)]),
            )?,
        )?;
    global::timedelta
        .load()?
        .set_attr(
            "max",
            py::call::call(
                &global::timedelta.load()?,
                &py::Args {
                    pos: &[],
                    kw: &[
                        ("days", Value::Int(999999999)),
                        ("hours", Value::Int(23)),
                        ("minutes", Value::Int(59)),
                        ("seconds", Value::Int(59)),
                        ("microseconds", Value::Int(999999)),
                    ],
                },
            )?,
        )?;
    global::timedelta
        .load()?
        .set_attr(
            "resolution",
            py::call::call(
                &global::timedelta.load()?,
                &py::Args {
                    pos: &[],
                    kw: &[("microseconds", Value::Int(1))],
                },
            )?,
        )?;
    global::tzinfo
        .store({
            let class = py::ClassBody::new(
                "tzinfo",
                NAME,
                Value::str("A base for time zones."),
                &[],
            )?;
            class.set("tzname", py::def("tzinfo.tzname", "self, dt", [], tzinfo_tzname));
            class
                .set(
                    "utcoffset",
                    py::def("tzinfo.utcoffset", "self, dt", [], tzinfo_utcoffset),
                );
            class.set("dst", py::def("tzinfo.dst", "self, dt", [], tzinfo_dst));
            class
                .set(
                    "fromutc",
                    py::def("tzinfo.fromutc", "self, dt", [], tzinfo_fromutc),
                );
            class.finish(&[])?
        });
    global::timezone
        .store({
            let class = py::ClassBody::new(
                "timezone",
                NAME,
                Value::str("A fixed distance from UTC."),
                &[global::tzinfo.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "timezone.__init__",
                        "self, offset, name=",
                        [Value::None],
                        timezone_init,
                    ),
                );
            class
                .set(
                    "__eq__",
                    py::def("timezone.__eq__", "self, other", [], timezone_eq),
                );
            class
                .set(
                    "__hash__",
                    py::def("timezone.__hash__", "self", [], timezone_hash),
                );
            class
                .set(
                    "__repr__",
                    py::def("timezone.__repr__", "self", [], timezone_repr),
                );
            class.set("__str__", py::def("timezone.__str__", "self", [], timezone_str));
            class
                .set(
                    "utcoffset",
                    py::def("timezone.utcoffset", "self, dt", [], timezone_utcoffset),
                );
            class
                .set(
                    "tzname",
                    py::def("timezone.tzname", "self, dt", [], timezone_tzname),
                );
            class.set("dst", py::def("timezone.dst", "self, dt", [], timezone_dst));
            class
                .set(
                    "fromutc",
                    py::def("timezone.fromutc", "self, dt", [], timezone_fromutc),
                );
            class.finish(&[])?
        });
    global::timezone
        .load()?
        .set_attr(
            "utc",
            py::call::call(
                &global::timezone.load()?,
                &py::pos(
                    &[
                        py::call::call(
                            &global::timedelta.load()?,
                            &py::pos(&[Value::Int(0)]),
                        )?,
                    ],
                ),
            )?,
        )?;
    global::timezone
        .load()?
        .set_attr(
            "min",
            py::call::call(
                &global::timezone.load()?,
                &py::pos(
                    &[
                        py::call::call(
                                &global::timedelta.load()?,
                                &py::Args {
                                    pos: &[],
                                    kw: &[
                                        ("hours", Value::Int(23)),
                                        ("minutes", Value::Int(59)),
                                    ],
                                },
                            )?
                            .neg()?,
                    ],
                ),
            )?,
        )?;
    global::timezone
        .load()?
        .set_attr(
            "max",
            py::call::call(
                &global::timezone.load()?,
                &py::pos(
                    &[
                        py::call::call(
                            &global::timedelta.load()?,
                            &py::Args {
                                pos: &[],
                                kw: &[
                                    ("hours", Value::Int(23)),
                                    ("minutes", Value::Int(59)),
                                ],
                            },
                        )?,
                    ],
                ),
            )?,
        )?;
    global::UTC.store(global::timezone.load()?.attr("utc")?);
    global::_offset_text
        .store(
            py::def("_offset_text", "offset, colon=", [Value::str(":")], _offset_text),
        );
    global::_week_one.store(py::def("_week_one", "year", [], _week_one));
    global::_strftime
        .store(
            py::def(
                "_strftime",
                "self, format, date, hour, minute, second, micro, offset, zone",
                [],
                _strftime,
            ),
        );
    global::IsoCalendarDate
        .store({
            let class = py::ClassBody::new(
                "IsoCalendarDate",
                NAME,
                Value::str("Year, week, weekday."),
                &[py::library_class("tuple")],
            )?;
            class
                .set(
                    "year",
                    py::library_class("property")
                        .call(
                            &[
                                py::def(
                                    "IsoCalendarDate.year",
                                    "self",
                                    [],
                                    iso_calendar_date_year,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "week",
                    py::library_class("property")
                        .call(
                            &[
                                py::def(
                                    "IsoCalendarDate.week",
                                    "self",
                                    [],
                                    iso_calendar_date_week,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "weekday",
                    py::library_class("property")
                        .call(
                            &[
                                py::def(
                                    "IsoCalendarDate.weekday",
                                    "self",
                                    [],
                                    iso_calendar_date_weekday,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "__repr__",
                    py::def(
                        "IsoCalendarDate.__repr__",
                        "self",
                        [],
                        iso_calendar_date_repr,
                    ),
                );
            class.finish(&[])?
        });
    global::date
        .store({
            let class = py::ClassBody::new("date", NAME, Value::str("A day."), &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "date.__init__",
                        "self, year, month=, day=",
                        [Value::None, Value::None],
                        date_init,
                    ),
                );
            class
                .set(
                    "fromtimestamp",
                    py::library_class("classmethod")
                        .call(
                            &[
                                py::def(
                                    "date.fromtimestamp",
                                    "cls, t",
                                    [],
                                    date_fromtimestamp,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "today",
                    py::library_class("classmethod")
                        .call(&[py::def("date.today", "cls", [], date_today)])?,
                );
            class
                .set(
                    "fromordinal",
                    py::library_class("classmethod")
                        .call(
                            &[
                                py::def("date.fromordinal", "cls, n", [], date_fromordinal),
                            ],
                        )?,
                );
            class
                .set(
                    "fromisoformat",
                    py::library_class("classmethod")
                        .call(
                            &[
                                py::def(
                                    "date.fromisoformat",
                                    "cls, text",
                                    [],
                                    date_fromisoformat,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "fromisocalendar",
                    py::library_class("classmethod")
                        .call(
                            &[
                                py::def(
                                    "date.fromisocalendar",
                                    "cls, year, week, day",
                                    [],
                                    date_fromisocalendar,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "year",
                    py::library_class("property")
                        .call(&[py::def("date.year", "self", [], date_year)])?,
                );
            class
                .set(
                    "month",
                    py::library_class("property")
                        .call(&[py::def("date.month", "self", [], date_month)])?,
                );
            class
                .set(
                    "day",
                    py::library_class("property")
                        .call(&[py::def("date.day", "self", [], date_day)])?,
                );
            class.set("__repr__", py::def("date.__repr__", "self", [], date_repr));
            class
                .set("isoformat", py::def("date.isoformat", "self", [], date_isoformat));
            class.set("__str__", py::def("date.__str__", "self", [], date_str));
            class.set("ctime", py::def("date.ctime", "self", [], date_ctime));
            class
                .set(
                    "strftime",
                    py::def("date.strftime", "self, format", [], date_strftime),
                );
            class
                .set(
                    "__format__",
                    py::def("date.__format__", "self, format", [], date_format),
                );
            class
                .set("timetuple", py::def("date.timetuple", "self", [], date_timetuple));
            class
                .set("toordinal", py::def("date.toordinal", "self", [], date_toordinal));
            class
                .set(
                    "replace",
                    py::def(
                        "date.replace",
                        "self, year=, month=, day=",
                        [Value::None, Value::None, Value::None],
                        date_replace,
                    ),
                );
            class.set("weekday", py::def("date.weekday", "self", [], date_weekday));
            class
                .set(
                    "isoweekday",
                    py::def("date.isoweekday", "self", [], date_isoweekday),
                );
            class
                .set(
                    "isocalendar",
                    py::def("date.isocalendar", "self", [], date_isocalendar),
                );
            class.set("_key", py::def("date._key", "self", [], date_key));
            class.set("__eq__", py::def("date.__eq__", "self, other", [], date_eq));
            class.set("__lt__", py::def("date.__lt__", "self, other", [], date_lt));
            class.set("__le__", py::def("date.__le__", "self, other", [], date_le));
            class.set("__gt__", py::def("date.__gt__", "self, other", [], date_gt));
            class.set("__ge__", py::def("date.__ge__", "self, other", [], date_ge));
            class.set("__hash__", py::def("date.__hash__", "self", [], date_hash));
            class.set("__add__", py::def("date.__add__", "self, other", [], date_add));
            class
                .set(
                    "__radd__",
                    match class.get("__add__") {
                        Some(value) => value,
                        None => py::run::undefined("__add__")?,
                    },
                );
            class.set("__sub__", py::def("date.__sub__", "self, other", [], date_sub));
            class.finish(&[])?
        });
    global::date
        .load()?
        .set_attr(
            "min",
            py::call::call(
                &global::date.load()?,
                &py::pos(&[Value::Int(1), Value::Int(1), Value::Int(1)]),
            )?,
        )?;
    global::date
        .load()?
        .set_attr(
            "max",
            py::call::call(
                &global::date.load()?,
                &py::pos(&[Value::Int(9999), Value::Int(12), Value::Int(31)]),
            )?,
        )?;
    global::date
        .load()?
        .set_attr(
            "resolution",
            py::call::call(
                &global::timedelta.load()?,
                &py::Args {
                    pos: &[],
                    kw: &[("days", Value::Int(1))],
                },
            )?,
        )?;
    global::_digits.store(py::def("_digits", "text", [], _digits));
    global::_parse_iso_date
        .store(py::def("_parse_iso_date", "text", [], _parse_iso_date));
    global::_parse_iso_time
        .store(
            py::documented(
                py::def("_parse_iso_time", "text", [], _parse_iso_time),
                "Hour, minute, second, microsecond, zone.",
            ),
        );
    global::_parse_iso_clock
        .store(py::def("_parse_iso_clock", "text", [], _parse_iso_clock));
    global::time
        .store({
            let class = py::ClassBody::new(
                "time",
                NAME,
                Value::str("A time of day."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "time.__init__",
                        "self, hour=, minute=, second=, microsecond=, tzinfo=, *, fold=",
                        [
                            Value::Int(0),
                            Value::Int(0),
                            Value::Int(0),
                            Value::Int(0),
                            Value::None,
                            Value::Int(0),
                        ],
                        time_init,
                    ),
                );
            class
                .set(
                    "hour",
                    py::library_class("property")
                        .call(&[py::def("time.hour", "self", [], time_hour)])?,
                );
            class
                .set(
                    "minute",
                    py::library_class("property")
                        .call(&[py::def("time.minute", "self", [], time_minute)])?,
                );
            class
                .set(
                    "second",
                    py::library_class("property")
                        .call(&[py::def("time.second", "self", [], time_second)])?,
                );
            class
                .set(
                    "microsecond",
                    py::library_class("property")
                        .call(
                            &[py::def("time.microsecond", "self", [], time_microsecond)],
                        )?,
                );
            class
                .set(
                    "tzinfo",
                    py::library_class("property")
                        .call(&[py::def("time.tzinfo", "self", [], time_tzinfo)])?,
                );
            class
                .set(
                    "fold",
                    py::library_class("property")
                        .call(&[py::def("time.fold", "self", [], time_fold)])?,
                );
            class
                .set(
                    "fromisoformat",
                    py::library_class("classmethod")
                        .call(
                            &[
                                py::def(
                                    "time.fromisoformat",
                                    "cls, text",
                                    [],
                                    time_fromisoformat,
                                ),
                            ],
                        )?,
                );
            class
                .set("utcoffset", py::def("time.utcoffset", "self", [], time_utcoffset));
            class.set("tzname", py::def("time.tzname", "self", [], time_tzname));
            class
                .set(
                    "isoformat",
                    py::def(
                        "time.isoformat",
                        "self, timespec=",
                        [Value::str("auto")],
                        time_isoformat,
                    ),
                );
            class.set("__str__", py::def("time.__str__", "self", [], time_str));
            class.set("__repr__", py::def("time.__repr__", "self", [], time_repr));
            class
                .set(
                    "strftime",
                    py::def("time.strftime", "self, format", [], time_strftime),
                );
            class
                .set(
                    "__format__",
                    py::def("time.__format__", "self, format", [], time_format),
                );
            class
                .set(
                    "replace",
                    py::def(
                        "time.replace",
                        "self, hour=, minute=, second=, microsecond=, tzinfo=",
                        [
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::Bool(true),
                        ],
                        time_replace,
                    ),
                );
            class.set("_key", py::def("time._key", "self", [], time_key));
            class.set("__eq__", py::def("time.__eq__", "self, other", [], time_eq));
            class.set("__lt__", py::def("time.__lt__", "self, other", [], time_lt));
            class.set("__le__", py::def("time.__le__", "self, other", [], time_le));
            class.set("__gt__", py::def("time.__gt__", "self, other", [], time_gt));
            class.set("__ge__", py::def("time.__ge__", "self, other", [], time_ge));
            class.set("__hash__", py::def("time.__hash__", "self", [], time_hash));
            class.finish(&[])?
        });
    global::time
        .load()?
        .set_attr(
            "min",
            py::call::call(
                &global::time.load()?,
                &py::pos(&[Value::Int(0), Value::Int(0), Value::Int(0)]),
            )?,
        )?;
    global::time
        .load()?
        .set_attr(
            "max",
            py::call::call(
                &global::time.load()?,
                &py::pos(
                    &[Value::Int(23), Value::Int(59), Value::Int(59), Value::Int(999999)],
                ),
            )?,
        )?;
    global::time
        .load()?
        .set_attr(
            "resolution",
            py::call::call(
                &global::timedelta.load()?,
                &py::Args {
                    pos: &[],
                    kw: &[("microseconds", Value::Int(1))],
                },
            )?,
        )?;
    global::_clock_text
        .store(
            py::def(
                "_clock_text",
                "hour, minute, second, micro, timespec",
                [],
                _clock_text,
            ),
        );
    global::datetime
        .store({
            let class = py::ClassBody::new(
                "datetime",
                NAME,
                Value::str("A day with a time."),
                &[global::date.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "datetime.__init__",
                        "self, year, month=, day=, hour=, minute=, second=, microsecond=, tzinfo=, *, fold=",
                        [
                            Value::None,
                            Value::None,
                            Value::Int(0),
                            Value::Int(0),
                            Value::Int(0),
                            Value::Int(0),
                            Value::None,
                            Value::Int(0),
                        ],
                        datetime_init,
                    ),
                );
            class
                .set(
                    "hour",
                    py::library_class("property")
                        .call(&[py::def("datetime.hour", "self", [], datetime_hour)])?,
                );
            class
                .set(
                    "minute",
                    py::library_class("property")
                        .call(
                            &[py::def("datetime.minute", "self", [], datetime_minute)],
                        )?,
                );
            class
                .set(
                    "second",
                    py::library_class("property")
                        .call(
                            &[py::def("datetime.second", "self", [], datetime_second)],
                        )?,
                );
            class
                .set(
                    "microsecond",
                    py::library_class("property")
                        .call(
                            &[
                                py::def(
                                    "datetime.microsecond",
                                    "self",
                                    [],
                                    datetime_microsecond,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "tzinfo",
                    py::library_class("property")
                        .call(
                            &[py::def("datetime.tzinfo", "self", [], datetime_tzinfo)],
                        )?,
                );
            class
                .set(
                    "fold",
                    py::library_class("property")
                        .call(&[py::def("datetime.fold", "self", [], datetime_fold)])?,
                );
            class
                .set(
                    "_of",
                    py::library_class("classmethod")
                        .call(
                            &[
                                py::def(
                                    "datetime._of",
                                    "cls, ordinal, micros, zone",
                                    [],
                                    datetime_of,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "fromtimestamp",
                    py::library_class("classmethod")
                        .call(
                            &[
                                py::def(
                                    "datetime.fromtimestamp",
                                    "cls, t, tz=",
                                    [Value::None],
                                    datetime_fromtimestamp,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "utcfromtimestamp",
                    py::library_class("classmethod")
                        .call(
                            &[
                                py::def(
                                    "datetime.utcfromtimestamp",
                                    "cls, t",
                                    [],
                                    datetime_utcfromtimestamp,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "now",
                    py::library_class("classmethod")
                        .call(
                            &[
                                py::def(
                                    "datetime.now",
                                    "cls, tz=",
                                    [Value::None],
                                    datetime_now,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "utcnow",
                    py::library_class("classmethod")
                        .call(&[py::def("datetime.utcnow", "cls", [], datetime_utcnow)])?,
                );
            class
                .set(
                    "today",
                    py::library_class("classmethod")
                        .call(&[py::def("datetime.today", "cls", [], datetime_today)])?,
                );
            class
                .set(
                    "combine",
                    py::library_class("classmethod")
                        .call(
                            &[
                                py::def(
                                    "datetime.combine",
                                    "cls, day, clock, tzinfo=",
                                    [Value::Bool(true)],
                                    datetime_combine,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "fromordinal",
                    py::library_class("classmethod")
                        .call(
                            &[
                                py::def(
                                    "datetime.fromordinal",
                                    "cls, n",
                                    [],
                                    datetime_fromordinal,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "fromisoformat",
                    py::library_class("classmethod")
                        .call(
                            &[
                                py::def(
                                    "datetime.fromisoformat",
                                    "cls, text",
                                    [],
                                    datetime_fromisoformat,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "strptime",
                    py::library_class("classmethod")
                        .call(
                            &[
                                py::def(
                                    "datetime.strptime",
                                    "cls, text, format",
                                    [],
                                    datetime_strptime,
                                ),
                            ],
                        )?,
                );
            class.set("date", py::def("datetime.date", "self", [], datetime_date));
            class.set("time", py::def("datetime.time", "self", [], datetime_time));
            class.set("timetz", py::def("datetime.timetz", "self", [], datetime_timetz));
            class
                .set(
                    "utcoffset",
                    py::def("datetime.utcoffset", "self", [], datetime_utcoffset),
                );
            class.set("tzname", py::def("datetime.tzname", "self", [], datetime_tzname));
            class.set("dst", py::def("datetime.dst", "self", [], datetime_dst));
            class
                .set(
                    "_micros",
                    py::def("datetime._micros", "self", [], datetime_micros),
                );
            class
                .set(
                    "_absolute",
                    py::def("datetime._absolute", "self", [], datetime_absolute),
                );
            class
                .set(
                    "timestamp",
                    py::def("datetime.timestamp", "self", [], datetime_timestamp),
                );
            class
                .set(
                    "timetuple",
                    py::def("datetime.timetuple", "self", [], datetime_timetuple),
                );
            class
                .set(
                    "astimezone",
                    py::def(
                        "datetime.astimezone",
                        "self, tz=",
                        [Value::None],
                        datetime_astimezone,
                    ),
                );
            class
                .set(
                    "replace",
                    py::def(
                        "datetime.replace",
                        "self, year=, month=, day=, hour=, minute=, second=, microsecond=, tzinfo=",
                        [
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::Bool(true),
                        ],
                        datetime_replace,
                    ),
                );
            class.set("ctime", py::def("datetime.ctime", "self", [], datetime_ctime));
            class
                .set(
                    "isoformat",
                    py::def(
                        "datetime.isoformat",
                        "self, sep=, timespec=",
                        [Value::str("T"), Value::str("auto")],
                        datetime_isoformat,
                    ),
                );
            class.set("__str__", py::def("datetime.__str__", "self", [], datetime_str));
            class
                .set(
                    "__repr__",
                    py::def("datetime.__repr__", "self", [], datetime_repr),
                );
            class
                .set(
                    "strftime",
                    py::def("datetime.strftime", "self, format", [], datetime_strftime),
                );
            class
                .set(
                    "_compare",
                    py::def("datetime._compare", "self, other", [], datetime_compare),
                );
            class
                .set(
                    "__eq__",
                    py::def("datetime.__eq__", "self, other", [], datetime_eq),
                );
            class
                .set(
                    "__lt__",
                    py::def("datetime.__lt__", "self, other", [], datetime_lt),
                );
            class
                .set(
                    "__le__",
                    py::def("datetime.__le__", "self, other", [], datetime_le),
                );
            class
                .set(
                    "__gt__",
                    py::def("datetime.__gt__", "self, other", [], datetime_gt),
                );
            class
                .set(
                    "__ge__",
                    py::def("datetime.__ge__", "self, other", [], datetime_ge),
                );
            class
                .set(
                    "__hash__",
                    py::def("datetime.__hash__", "self", [], datetime_hash),
                );
            class
                .set(
                    "__add__",
                    py::def("datetime.__add__", "self, other", [], datetime_add),
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
                    "__sub__",
                    py::def("datetime.__sub__", "self, other", [], datetime_sub),
                );
            class.finish(&[])?
        });
    global::datetime
        .load()?
        .set_attr(
            "min",
            py::call::call(
                &global::datetime.load()?,
                &py::pos(&[Value::Int(1), Value::Int(1), Value::Int(1)]),
            )?,
        )?;
    global::datetime
        .load()?
        .set_attr(
            "max",
            py::call::call(
                &global::datetime.load()?,
                &py::pos(
                    &[
                        Value::Int(9999),
                        Value::Int(12),
                        Value::Int(31),
                        Value::Int(23),
                        Value::Int(59),
                        Value::Int(59),
                        Value::Int(999999),
                    ],
                ),
            )?,
        )?;
    global::datetime
        .load()?
        .set_attr(
            "resolution",
            py::call::call(
                &global::timedelta.load()?,
                &py::Args {
                    pos: &[],
                    kw: &[("microseconds", Value::Int(1))],
                },
            )?,
        )?;
    global::_strptime.store(py::def("_strptime", "cls, text, format", [], _strptime));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library datetime") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "MINYEAR" => global::MINYEAR.load(),
        "MAXYEAR" => global::MAXYEAR.load(),
        "timedelta" => global::timedelta.load(),
        "tzinfo" => global::tzinfo.load(),
        "timezone" => global::timezone.load(),
        "UTC" => global::UTC.load(),
        "date" => global::date.load(),
        "time" => global::time.load(),
        "datetime" => global::datetime.load(),
        _ => Ok(Value::None),
    }
}
