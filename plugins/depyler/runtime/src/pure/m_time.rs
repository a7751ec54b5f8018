//! Broken-down time. The local time zone is UTC.
//!
//! @generated from `runtime/pure/time.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "time";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static _MONTHS : Global = const { Global::new("_MONTHS") }; pub
        (crate) static _WEEKDAYS : Global = const { Global::new("_WEEKDAYS") }; pub
        (crate) static _days : Global = const { Global::new("_days") }; pub (crate)
        static _split : Global = const { Global::new("_split") }; pub (crate) static
        asctime : Global = const { Global::new("asctime") }; pub (crate) static ctime :
        Global = const { Global::new("ctime") }; pub (crate) static gmtime : Global =
        const { Global::new("gmtime") }; pub (crate) static localtime : Global = const {
        Global::new("localtime") }; pub (crate) static mktime : Global = const {
        Global::new("mktime") }; pub (crate) static strftime : Global = const {
        Global::new("strftime") }; pub (crate) static strptime : Global = const {
        Global::new("strptime") }; pub (crate) static struct_time : Global = const {
        Global::new("struct_time") }; pub (crate) static time_ns : Global = const {
        Global::new("time_ns") }; pub (crate) static timezone : Global = const {
        Global::new("timezone") }; pub (crate) static tzname : Global = const {
        Global::new("tzname") };
    }
}

pub(crate) fn struct_time_repr(self_: Value) -> R {
    let names = py::tuple([
        Value::str("tm_year"),
        Value::str("tm_mon"),
        Value::str("tm_mday"),
        Value::str("tm_hour"),
        Value::str("tm_min"),
        Value::str("tm_sec"),
        Value::str("tm_wday"),
        Value::str("tm_yday"),
        Value::str("tm_isdst"),
    ]);
    Ok(
        Value::str("time.struct_time(")
            .add(
                &Value::str(", ")
                    .method(
                        "join",
                        &[
                            {
                                let mut out_1 = Vec::new();
                                let mut iter_2 = py::iter::iter(
                                    &py::construct::zip(
                                        &py::pos(&[names.clone(), self_.clone()]),
                                    )?,
                                )?;
                                while let Some(item_3) = iter_2.next()? {
                                    let mut n = Value::Unbound;
                                    let mut v = Value::Unbound;
                                    let [item_4, item_5] = py::unpack::<2>(&item_3)?;
                                    n = item_4;
                                    v = item_5;
                                    out_1
                                        .push(
                                            Value::str(
                                                format!("{}={}", py::show(& n) ?, py::show(& v) ?),
                                            ),
                                        );
                                }
                                Value::list(out_1)
                            },
                        ],
                    )?,
            )?
            .add(&Value::str(")"))?,
    )
}

pub(crate) fn _split(seconds: Value) -> R {
    let mut days = Value::Unbound;
    let mut hour = Value::Unbound;
    let mut minute = Value::Unbound;
    let mut rest = Value::Unbound;
    let mut second = Value::Unbound;
    let [item_6, item_7] = py::unpack::<
        2,
    >(
        &py::builtins::divmod(
            &py::pos(
                &[
                    py::library::math::floor(
                        &py::pos(
                            &[
                                if seconds.is(&Value::None) {
                                    py::library::time::time(&py::Args::none())?
                                } else {
                                    seconds.clone()
                                },
                            ],
                        ),
                    )?,
                    Value::Int(86400),
                ],
            ),
        )?,
    )?;
    days = item_6;
    rest = item_7;
    let [item_8, item_9] = py::unpack::<
        2,
    >(&py::builtins::divmod(&py::pos(&[rest.clone(), Value::Int(3600)]))?)?;
    hour = item_8;
    rest = item_9;
    let [item_10, item_11] = py::unpack::<
        2,
    >(&py::builtins::divmod(&py::pos(&[rest.clone(), Value::Int(60)]))?)?;
    minute = item_10;
    second = item_11;
    let weekday = days.add(&Value::Int(3))?.modulo(&Value::Int(7))?;
    let era = days.add(&Value::Int(719468))?.floor_div(&Value::Int(146097))?;
    let doe = days.add(&Value::Int(719468))?.sub(&era.mul(&Value::Int(146097))?)?;
    let yoe = doe
        .sub(&doe.floor_div(&Value::Int(1460))?)?
        .add(&doe.floor_div(&Value::Int(36524))?)?
        .sub(&doe.floor_div(&Value::Int(146096))?)?
        .floor_div(&Value::Int(365))?;
    let doy = doe
        .sub(
            &Value::Int(365)
                .mul(&yoe)?
                .add(&yoe.floor_div(&Value::Int(4))?)?
                .sub(&yoe.floor_div(&Value::Int(100))?)?,
        )?;
    let mp = Value::Int(5).mul(&doy)?.add(&Value::Int(2))?.floor_div(&Value::Int(153))?;
    let day = doy
        .sub(&Value::Int(153).mul(&mp)?.add(&Value::Int(2))?.floor_div(&Value::Int(5))?)?
        .add(&Value::Int(1))?;
    let month = if mp.is_lt(&Value::Int(10))? {
        mp.add(&Value::Int(3))?
    } else {
        mp.sub(&Value::Int(9))?
    };
    let year = yoe
        .add(&era.mul(&Value::Int(400))?)?
        .add(&if month.is_le(&Value::Int(2))? { Value::Int(1) } else { Value::Int(0) })?;
    let yday = days
        .sub(&_days(year.clone(), Value::Int(1), Value::Int(1))?)?
        .add(&Value::Int(1))?;
    Ok(
        py::call::call(
            &global::struct_time.load()?,
            &py::pos(
                &[
                    py::tuple([
                        year.clone(),
                        month.clone(),
                        day.clone(),
                        hour.clone(),
                        minute.clone(),
                        second.clone(),
                        weekday.clone(),
                        yday.clone(),
                        Value::Int(0),
                    ]),
                ],
            ),
        )?,
    )
}

pub(crate) fn _days(mut year: Value, month: Value, day: Value) -> R {
    year.sub_assign(
        &if month.is_le(&Value::Int(2))? { Value::Int(1) } else { Value::Int(0) },
    )?;
    let era = year.floor_div(&Value::Int(400))?;
    let yoe = year.sub(&era.mul(&Value::Int(400))?)?;
    let doy = Value::Int(153)
        .mul(
            &month
                .add(
                    &if month.is_gt(&Value::Int(2))? {
                        Value::Int(-3)
                    } else {
                        Value::Int(9)
                    },
                )?,
        )?
        .add(&Value::Int(2))?
        .floor_div(&Value::Int(5))?
        .add(&day)?
        .sub(&Value::Int(1))?;
    let doe = yoe
        .mul(&Value::Int(365))?
        .add(&yoe.floor_div(&Value::Int(4))?)?
        .sub(&yoe.floor_div(&Value::Int(100))?)?
        .add(&doy)?;
    Ok(era.mul(&Value::Int(146097))?.add(&doe)?.sub(&Value::Int(719468))?)
}

pub(crate) fn gmtime(seconds: Value) -> R {
    Ok(_split(seconds.clone())?)
}

pub(crate) fn localtime(seconds: Value) -> R {
    Ok(_split(seconds.clone())?)
}

pub(crate) fn mktime(t: Value) -> R {
    Ok(
        py::construct::float(
            &py::pos(
                &[
                    _days(
                            t.item(&Value::Int(0))?,
                            t.item(&Value::Int(1))?,
                            Value::Int(1),
                        )?
                        .add(&t.item(&Value::Int(2))?)?
                        .sub(&Value::Int(1))?
                        .mul(&Value::Int(24))?
                        .add(&t.item(&Value::Int(3))?)?
                        .mul(&Value::Int(3600))?
                        .add(&t.item(&Value::Int(4))?.mul(&Value::Int(60))?)?
                        .add(&t.item(&Value::Int(5))?)?,
                ],
            ),
        )?,
    )
}

pub(crate) fn asctime(mut t: Value) -> R {
    t = if t.is(&Value::None) { _split(Value::None)? } else { t.clone() };
    Ok(
        Value::str("%s %s %2d %02d:%02d:%02d %d")
            .modulo(
                &py::tuple([
                    global::_WEEKDAYS.load()?.item(&t.item(&Value::Int(6))?)?,
                    global::_MONTHS
                        .load()?
                        .item(&t.item(&Value::Int(1))?.sub(&Value::Int(1))?)?,
                    t.item(&Value::Int(2))?,
                    t.item(&Value::Int(3))?,
                    t.item(&Value::Int(4))?,
                    t.item(&Value::Int(5))?,
                    t.item(&Value::Int(0))?,
                ]),
            )?,
    )
}

pub(crate) fn ctime(seconds: Value) -> R {
    Ok(asctime(_split(seconds.clone())?)?)
}

pub(crate) fn time_ns() -> R {
    Ok(
        py::construct::int(
            &py::pos(
                &[
                    py::library::time::time(&py::Args::none())?
                        .mul(&Value::Float(1000000000.0))?,
                ],
            ),
        )?,
    )
}

pub(crate) fn strftime(format: Value, mut t: Value) -> R {
    t = if t.is(&Value::None) { _split(Value::None)? } else { t.clone() };
    let full_days = py::list([
        Value::str("Monday"),
        Value::str("Tuesday"),
        Value::str("Wednesday"),
        Value::str("Thursday"),
        Value::str("Friday"),
        Value::str("Saturday"),
        Value::str("Sunday"),
    ]);
    let full_months = py::list([
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
    ]);
    let hour12 = {
        let left_13 = t.item(&Value::Int(3))?.modulo(&Value::Int(12))?;
        if left_13.truth()? { left_13 } else { Value::Int(12) }
    };
    let values = py::dict([
        (Value::str("Y"), py::construct::str(&py::pos(&[t.item(&Value::Int(0))?]))?),
        (Value::str("m"), Value::str("%02d").modulo(&t.item(&Value::Int(1))?)?),
        (Value::str("d"), Value::str("%02d").modulo(&t.item(&Value::Int(2))?)?),
        (Value::str("e"), Value::str("%2d").modulo(&t.item(&Value::Int(2))?)?),
        (Value::str("H"), Value::str("%02d").modulo(&t.item(&Value::Int(3))?)?),
        (Value::str("I"), Value::str("%02d").modulo(&hour12)?),
        (Value::str("M"), Value::str("%02d").modulo(&t.item(&Value::Int(4))?)?),
        (Value::str("S"), Value::str("%02d").modulo(&t.item(&Value::Int(5))?)?),
        (
            Value::str("p"),
            if t.item(&Value::Int(3))?.is_lt(&Value::Int(12))? {
                Value::str("AM")
            } else {
                Value::str("PM")
            },
        ),
        (
            Value::str("y"),
            Value::str("%02d")
                .modulo(&t.item(&Value::Int(0))?.modulo(&Value::Int(100))?)?,
        ),
        (Value::str("j"), Value::str("%03d").modulo(&t.item(&Value::Int(7))?)?),
        (Value::str("a"), global::_WEEKDAYS.load()?.item(&t.item(&Value::Int(6))?)?),
        (Value::str("A"), full_days.item(&t.item(&Value::Int(6))?)?),
        (
            Value::str("b"),
            global::_MONTHS.load()?.item(&t.item(&Value::Int(1))?.sub(&Value::Int(1))?)?,
        ),
        (
            Value::str("h"),
            global::_MONTHS.load()?.item(&t.item(&Value::Int(1))?.sub(&Value::Int(1))?)?,
        ),
        (
            Value::str("B"),
            full_months.item(&t.item(&Value::Int(1))?.sub(&Value::Int(1))?)?,
        ),
        (
            Value::str("w"),
            py::construct::str(
                &py::pos(
                    &[
                        t
                            .item(&Value::Int(6))?
                            .add(&Value::Int(1))?
                            .modulo(&Value::Int(7))?,
                    ],
                ),
            )?,
        ),
        (
            Value::str("u"),
            py::construct::str(
                &py::pos(&[t.item(&Value::Int(6))?.add(&Value::Int(1))?]),
            )?,
        ),
        (Value::str("Z"), Value::str("UTC")),
        (Value::str("z"), Value::str("+0000")),
        (Value::str("%"), Value::str("%")),
        (Value::str("n"), Value::str("\n")),
        (Value::str("t"), Value::str("\t")),
        (Value::str("c"), asctime(t.clone())?),
        (
            Value::str("x"),
            Value::str("%02d/%02d/%02d")
                .modulo(
                    &py::tuple([
                        t.item(&Value::Int(1))?,
                        t.item(&Value::Int(2))?,
                        t.item(&Value::Int(0))?.modulo(&Value::Int(100))?,
                    ]),
                )?,
        ),
        (
            Value::str("X"),
            Value::str("%02d:%02d:%02d")
                .modulo(
                    &py::tuple([
                        t.item(&Value::Int(3))?,
                        t.item(&Value::Int(4))?,
                        t.item(&Value::Int(5))?,
                    ]),
                )?,
        ),
        (
            Value::str("T"),
            Value::str("%02d:%02d:%02d")
                .modulo(
                    &py::tuple([
                        t.item(&Value::Int(3))?,
                        t.item(&Value::Int(4))?,
                        t.item(&Value::Int(5))?,
                    ]),
                )?,
        ),
        (
            Value::str("D"),
            Value::str("%02d/%02d/%02d")
                .modulo(
                    &py::tuple([
                        t.item(&Value::Int(1))?,
                        t.item(&Value::Int(2))?,
                        t.item(&Value::Int(0))?.modulo(&Value::Int(100))?,
                    ]),
                )?,
        ),
        (
            Value::str("F"),
            Value::str("%d-%02d-%02d")
                .modulo(
                    &py::tuple([
                        t.item(&Value::Int(0))?,
                        t.item(&Value::Int(1))?,
                        t.item(&Value::Int(2))?,
                    ]),
                )?,
        ),
        (
            Value::str("R"),
            Value::str("%02d:%02d")
                .modulo(&py::tuple([t.item(&Value::Int(3))?, t.item(&Value::Int(4))?]))?,
        ),
        (
            Value::str("U"),
            Value::str("%02d")
                .modulo(
                    &t
                        .item(&Value::Int(7))?
                        .add(&Value::Int(6))?
                        .sub(
                            &t
                                .item(&Value::Int(6))?
                                .add(&Value::Int(1))?
                                .modulo(&Value::Int(7))?,
                        )?
                        .floor_div(&Value::Int(7))?,
                )?,
        ),
        (
            Value::str("W"),
            Value::str("%02d")
                .modulo(
                    &t
                        .item(&Value::Int(7))?
                        .add(&Value::Int(6))?
                        .sub(&t.item(&Value::Int(6))?)?
                        .floor_div(&Value::Int(7))?,
                )?,
        ),
    ])?;
    let out = py::list([]);
    let mut i = Value::Int(0);
    while i.is_lt(&Value::from(py::builtins::len(&format)?))? {
        let c = format.item(&i)?;
        i.add_assign(&Value::Int(1))?;
        if c.is_eq(&Value::str("%"))?
            && i.is_lt(&Value::from(py::builtins::len(&format)?))?
        {
            out.method(
                "append",
                &[
                    values
                        .method(
                            "get",
                            &[format.item(&i)?, Value::str("%").add(&format.item(&i)?)?],
                        )?,
                ],
            )?;
            i.add_assign(&Value::Int(1))?;
        } else {
            out.method("append", &[c.clone()])?;
        }
    }
    Ok(Value::str("").method("join", &[out.clone()])?)
}

pub(crate) fn strptime(data_string: Value, format: Value) -> R {
    let mut day = Value::Unbound;
    let mut minute = Value::Unbound;
    let mut month = Value::Unbound;
    let mut second = Value::Unbound;
    let mut year = Value::Unbound;
    let months = py::list([
        Value::str("jan"),
        Value::str("feb"),
        Value::str("mar"),
        Value::str("apr"),
        Value::str("may"),
        Value::str("jun"),
        Value::str("jul"),
        Value::str("aug"),
        Value::str("sep"),
        Value::str("oct"),
        Value::str("nov"),
        Value::str("dec"),
    ]);
    let full = py::list([
        Value::str("january"),
        Value::str("february"),
        Value::str("march"),
        Value::str("april"),
        Value::str("may"),
        Value::str("june"),
        Value::str("july"),
        Value::str("august"),
        Value::str("september"),
        Value::str("october"),
        Value::str("november"),
        Value::str("december"),
    ]);
    let days = py::list([
        Value::str("mon"),
        Value::str("tue"),
        Value::str("wed"),
        Value::str("thu"),
        Value::str("fri"),
        Value::str("sat"),
        Value::str("sun"),
    ]);
    let long_days = py::list([
        Value::str("monday"),
        Value::str("tuesday"),
        Value::str("wednesday"),
        Value::str("thursday"),
        Value::str("friday"),
        Value::str("saturday"),
        Value::str("sunday"),
    ]);
    let patterns = py::dict([
        (Value::str("d"), Value::str("(?P<d>3[0-1]|[1-2]\\d|0[1-9]|[1-9]| [1-9])")),
        (Value::str("H"), Value::str("(?P<H>2[0-3]|[0-1]\\d|\\d)")),
        (Value::str("I"), Value::str("(?P<I>1[0-2]|0[1-9]|[1-9])")),
        (
            Value::str("j"),
            Value::str(
                "(?P<j>36[0-6]|3[0-5]\\d|[1-2]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9])",
            ),
        ),
        (Value::str("m"), Value::str("(?P<m>1[0-2]|0[1-9]|[1-9])")),
        (Value::str("M"), Value::str("(?P<M>[0-5]\\d|\\d)")),
        (Value::str("S"), Value::str("(?P<S>6[0-1]|[0-5]\\d|\\d)")),
        (Value::str("y"), Value::str("(?P<y>\\d\\d)")),
        (Value::str("Y"), Value::str("(?P<Y>\\d\\d\\d\\d)")),
        (Value::str("f"), Value::str("(?P<f>[0-9]{1,6})")),
        (Value::str("p"), Value::str("(?P<p>am|pm)")),
        (
            Value::str("b"),
            Value::str("(?P<b>")
                .add(&Value::str("|").method("join", &[months.clone()])?)?
                .add(&Value::str(")"))?,
        ),
        (
            Value::str("B"),
            Value::str("(?P<B>")
                .add(&Value::str("|").method("join", &[full.clone()])?)?
                .add(&Value::str(")"))?,
        ),
        (
            Value::str("a"),
            Value::str("(?P<a>")
                .add(&Value::str("|").method("join", &[days.clone()])?)?
                .add(&Value::str(")"))?,
        ),
        (
            Value::str("A"),
            Value::str("(?P<A>")
                .add(&Value::str("|").method("join", &[long_days.clone()])?)?
                .add(&Value::str(")"))?,
        ),
        (Value::str("Z"), Value::str("(?P<Z>utc|gmt)")),
        (Value::str("%"), Value::str("%")),
        (Value::str("z"), Value::str("(?P<z>[+-]\\d\\d:?[0-5]\\d|z)")),
    ])?;
    let wide = format
        .method("replace", &[Value::str("%c"), Value::str("%a %b %d %H:%M:%S %Y")])?
        .method("replace", &[Value::str("%x"), Value::str("%m/%d/%y")])?
        .method("replace", &[Value::str("%X"), Value::str("%H:%M:%S")])?
        .method("replace", &[Value::str("%D"), Value::str("%m/%d/%y")])?
        .method("replace", &[Value::str("%T"), Value::str("%H:%M:%S")])?;
    let mut out = Value::str("");
    let mut at = Value::Int(0);
    while at.is_lt(&Value::from(py::builtins::len(&wide)?))? {
        let c = wide.item(&at)?;
        if c.is_eq(&Value::str("%"))? {
            at.add_assign(&Value::Int(1))?;
            if at.is_ge(&Value::from(py::builtins::len(&wide)?))? {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::exception("ValueError"),
                            &py::pos(
                                &[
                                    Value::str(
                                        format!("stray %% in format '{}'", py::show(& format) ?),
                                    ),
                                ],
                            ),
                        )?,
                    )?,
                );
            }
            if !py::contained(&wide.item(&at)?, &patterns)? {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::exception("ValueError"),
                            &py::pos(
                                &[
                                    Value::str(
                                        format!(
                                            "'{}' is a bad directive in format '{}'", py::show(& wide
                                            .item(& at) ?) ?, py::show(& format) ?
                                        ),
                                    ),
                                ],
                            ),
                        )?,
                    )?,
                );
            }
            out.add_assign(&patterns.item(&wide.item(&at)?)?)?;
        } else if c.method("isspace", &[])?.truth()? {
            if !out.method("endswith", &[Value::str("\\s+")])?.truth()? {
                out.add_assign(&Value::str("\\s+"))?;
            }
        } else {
            out.add_assign(&py::library::re::escape(&py::pos(&[c.clone()]))?)?;
        }
        at.add_assign(&Value::Int(1))?;
    }
    let match_ = py::library::re::compile(
            &py::pos(&[out.clone(), py::library::re::IGNORECASE()]),
        )?
        .method("match", &[data_string.clone()])?;
    if match_.is(&Value::None) {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "time data {} does not match format {}", py::fmt(&
                                    data_string, 'r', "") ?, py::fmt(& format, 'r', "") ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    if match_.method("end", &[])?.is_ne(&Value::from(py::builtins::len(&data_string)?))?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "unconverted data remains: {}", py::show(& data_string
                                    .item(& py::item::slice(match_.method("end", & []) ?,
                                    Value::None, Value::None)) ?) ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    let found = match_.method("groupdict", &[])?;
    let [item_20, item_21, item_22] = py::unpack::<
        3,
    >(&py::tuple([Value::Int(1900), Value::Int(1), Value::Int(1)]))?;
    year = item_20;
    month = item_21;
    day = item_22;
    if py::contained(&Value::str("Y"), &found)? {
        year = py::construct::int(&py::pos(&[found.item(&Value::str("Y"))?]))?;
    } else if py::contained(&Value::str("y"), &found)? {
        year = py::construct::int(&py::pos(&[found.item(&Value::str("y"))?]))?;
        year.add_assign(
            &if year.is_le(&Value::Int(68))? {
                Value::Int(2000)
            } else {
                Value::Int(1900)
            },
        )?;
    }
    if py::contained(&Value::str("m"), &found)? {
        month = py::construct::int(&py::pos(&[found.item(&Value::str("m"))?]))?;
    } else if py::contained(&Value::str("b"), &found)? {
        month = months
            .method("index", &[found.item(&Value::str("b"))?.method("lower", &[])?])?
            .add(&Value::Int(1))?;
    } else if py::contained(&Value::str("B"), &found)? {
        month = full
            .method("index", &[found.item(&Value::str("B"))?.method("lower", &[])?])?
            .add(&Value::Int(1))?;
    }
    if py::contained(&Value::str("d"), &found)? {
        day = py::construct::int(&py::pos(&[found.item(&Value::str("d"))?]))?;
    }
    let mut hour = py::construct::int(
        &py::pos(&[found.method("get", &[Value::str("H"), Value::Int(0)])?]),
    )?;
    if py::contained(&Value::str("I"), &found)? {
        hour = py::construct::int(&py::pos(&[found.item(&Value::str("I"))?]))?
            .modulo(&Value::Int(12))?;
        if found
            .method("get", &[Value::str("p"), Value::str("")])?
            .method("lower", &[])?
            .is_eq(&Value::str("pm"))?
        {
            hour.add_assign(&Value::Int(12))?;
        }
    }
    let [item_23, item_24] = py::unpack::<
        2,
    >(
        &py::tuple([
            py::construct::int(
                &py::pos(&[found.method("get", &[Value::str("M"), Value::Int(0)])?]),
            )?,
            py::construct::int(
                &py::pos(&[found.method("get", &[Value::str("S"), Value::Int(0)])?]),
            )?,
        ]),
    )?;
    minute = item_23;
    second = item_24;
    if py::contained(&Value::str("j"), &found)?
        && !py::contained(&Value::str("d"), &found)?
    {
        let total = _days(year.clone(), Value::Int(1), Value::Int(1))?
            .add(&py::construct::int(&py::pos(&[found.item(&Value::str("j"))?]))?)?
            .sub(&Value::Int(1))?;
        month = Value::Int(12);
        while _days(year.clone(), month.clone(), Value::Int(1))?.is_gt(&total)? {
            month.sub_assign(&Value::Int(1))?;
        }
        day = total
            .sub(&_days(year.clone(), month.clone(), Value::Int(1))?)?
            .add(&Value::Int(1))?;
    }
    let number = _days(year.clone(), month.clone(), day.clone())?;
    let yday = number
        .sub(&_days(year.clone(), Value::Int(1), Value::Int(1))?)?
        .add(&Value::Int(1))?;
    Ok(
        py::call::call(
            &global::struct_time.load()?,
            &py::pos(
                &[
                    py::tuple([
                        year.clone(),
                        month.clone(),
                        day.clone(),
                        hour.clone(),
                        minute.clone(),
                        second.clone(),
                        number.add(&Value::Int(3))?.modulo(&Value::Int(7))?,
                        yday.clone(),
                        Value::Int(-1),
                    ]),
                ],
            ),
        )?,
    )
}

/// The statements of `time.py`.
pub(crate) fn run() -> R<()> {
    global::struct_time
        .store({
            let class = py::ClassBody::new(
                "struct_time",
                NAME,
                Value::str(
                    "Year, month, day, hour, minute, second, weekday, day of the year, daylight saving.",
                ),
                &[py::library_class("tuple")],
            )?;
            class
                .set(
                    "tm_year",
                    py::construct::property(
                        &py::pos(
                            &[
                                py::def(
                                    "struct_time.<lambda>",
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
                    "tm_mon",
                    py::construct::property(
                        &py::pos(
                            &[
                                py::def(
                                    "struct_time.<lambda>",
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
                    "tm_mday",
                    py::construct::property(
                        &py::pos(
                            &[
                                py::def(
                                    "struct_time.<lambda>",
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
                    "tm_hour",
                    py::construct::property(
                        &py::pos(
                            &[
                                py::def(
                                    "struct_time.<lambda>",
                                    "self",
                                    [],
                                    move |self_: Value| -> R {
                                        Ok(self_.item(&Value::Int(3))?)
                                    },
                                ),
                            ],
                        ),
                    )?,
                );
            class
                .set(
                    "tm_min",
                    py::construct::property(
                        &py::pos(
                            &[
                                py::def(
                                    "struct_time.<lambda>",
                                    "self",
                                    [],
                                    move |self_: Value| -> R {
                                        Ok(self_.item(&Value::Int(4))?)
                                    },
                                ),
                            ],
                        ),
                    )?,
                );
            class
                .set(
                    "tm_sec",
                    py::construct::property(
                        &py::pos(
                            &[
                                py::def(
                                    "struct_time.<lambda>",
                                    "self",
                                    [],
                                    move |self_: Value| -> R {
                                        Ok(self_.item(&Value::Int(5))?)
                                    },
                                ),
                            ],
                        ),
                    )?,
                );
            class
                .set(
                    "tm_wday",
                    py::construct::property(
                        &py::pos(
                            &[
                                py::def(
                                    "struct_time.<lambda>",
                                    "self",
                                    [],
                                    move |self_: Value| -> R {
                                        Ok(self_.item(&Value::Int(6))?)
                                    },
                                ),
                            ],
                        ),
                    )?,
                );
            class
                .set(
                    "tm_yday",
                    py::construct::property(
                        &py::pos(
                            &[
                                py::def(
                                    "struct_time.<lambda>",
                                    "self",
                                    [],
                                    move |self_: Value| -> R {
                                        Ok(self_.item(&Value::Int(7))?)
                                    },
                                ),
                            ],
                        ),
                    )?,
                );
            class
                .set(
                    "tm_isdst",
                    py::construct::property(
                        &py::pos(
                            &[
                                py::def(
                                    "struct_time.<lambda>",
                                    "self",
                                    [],
                                    move |self_: Value| -> R {
                                        Ok(self_.item(&Value::Int(8))?)
                                    },
                                ),
                            ],
                        ),
                    )?,
                );
            class
                .set(
                    "tm_zone",
                    py::construct::property(
                        &py::pos(
                            &[
                                py::def(
                                    "struct_time.<lambda>",
                                    "self",
                                    [],
                                    move |self_: Value| -> R {
                                        Ok(Value::str("UTC"))
                                    },
                                ),
                            ],
                        ),
                    )?,
                );
            class
                .set(
                    "tm_gmtoff",
                    py::construct::property(
                        &py::pos(
                            &[
                                py::def(
                                    "struct_time.<lambda>",
                                    "self",
                                    [],
                                    move |self_: Value| -> R {
                                        Ok(Value::Int(0))
                                    },
                                ),
                            ],
                        ),
                    )?,
                );
            class
                .set(
                    "__repr__",
                    py::def("struct_time.__repr__", "self", [], struct_time_repr),
                );
            class.finish(&[])?
        });
    global::_split.store(py::def("_split", "seconds", [], _split));
    global::_days.store(py::def("_days", "year, month, day", [], _days));
    global::gmtime.store(py::def("gmtime", "seconds=", [Value::None], gmtime));
    global::localtime.store(py::def("localtime", "seconds=", [Value::None], localtime));
    global::mktime.store(py::def("mktime", "t", [], mktime));
    global::_WEEKDAYS
        .store(
            py::list([
                Value::str("Mon"),
                Value::str("Tue"),
                Value::str("Wed"),
                Value::str("Thu"),
                Value::str("Fri"),
                Value::str("Sat"),
                Value::str("Sun"),
            ]),
        );
    global::_MONTHS
        .store(
            py::list([
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
    global::asctime.store(py::def("asctime", "t=", [Value::None], asctime));
    global::ctime.store(py::def("ctime", "seconds=", [Value::None], ctime));
    global::time_ns.store(py::def("time_ns", "", [], time_ns));
    global::strftime.store(py::def("strftime", "format, t=", [Value::None], strftime));
    global::timezone.store(Value::Int(0));
    global::tzname.store(py::tuple([Value::str("UTC"), Value::str("UTC")]));
    global::strptime
        .store(
            py::def(
                "strptime",
                "data_string, format=",
                [Value::str("%a %b %d %H:%M:%S %Y")],
                strptime,
            ),
        );
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library time") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "struct_time" => global::struct_time.load(),
        "gmtime" => global::gmtime.load(),
        "localtime" => global::localtime.load(),
        "mktime" => global::mktime.load(),
        "asctime" => global::asctime.load(),
        "ctime" => global::ctime.load(),
        "time_ns" => global::time_ns.load(),
        "strftime" => global::strftime.load(),
        "strptime" => global::strptime.load(),
        "timezone" => global::timezone.load(),
        "tzname" => global::tzname.load(),
        _ => Ok(Value::None),
    }
}
