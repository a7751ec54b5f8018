//! Months and weeks.
//!
//! @generated from `runtime/pure/calendar.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "calendar";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static Calendar : Global = const { Global::new("Calendar") }; pub
        (crate) static FRIDAY : Global = const { Global::new("FRIDAY") }; pub (crate)
        static February : Global = const { Global::new("February") }; pub (crate) static
        IllegalMonthError : Global = const { Global::new("IllegalMonthError") }; pub
        (crate) static IllegalWeekdayError : Global = const {
        Global::new("IllegalWeekdayError") }; pub (crate) static January : Global = const
        { Global::new("January") }; pub (crate) static MONDAY : Global = const {
        Global::new("MONDAY") }; pub (crate) static SATURDAY : Global = const {
        Global::new("SATURDAY") }; pub (crate) static SUNDAY : Global = const {
        Global::new("SUNDAY") }; pub (crate) static THURSDAY : Global = const {
        Global::new("THURSDAY") }; pub (crate) static TUESDAY : Global = const {
        Global::new("TUESDAY") }; pub (crate) static TextCalendar : Global = const {
        Global::new("TextCalendar") }; pub (crate) static WEDNESDAY : Global = const {
        Global::new("WEDNESDAY") }; pub (crate) static _text : Global = const {
        Global::new("_text") }; pub (crate) static calendar : Global = const {
        Global::new("calendar") }; pub (crate) static day_abbr : Global = const {
        Global::new("day_abbr") }; pub (crate) static day_name : Global = const {
        Global::new("day_name") }; pub (crate) static firstweekday : Global = const {
        Global::new("firstweekday") }; pub (crate) static isleap : Global = const {
        Global::new("isleap") }; pub (crate) static leapdays : Global = const {
        Global::new("leapdays") }; pub (crate) static mdays : Global = const {
        Global::new("mdays") }; pub (crate) static month : Global = const {
        Global::new("month") }; pub (crate) static month_abbr : Global = const {
        Global::new("month_abbr") }; pub (crate) static month_name : Global = const {
        Global::new("month_name") }; pub (crate) static monthcalendar : Global = const {
        Global::new("monthcalendar") }; pub (crate) static monthrange : Global = const {
        Global::new("monthrange") }; pub (crate) static prcal : Global = const {
        Global::new("prcal") }; pub (crate) static prmonth : Global = const {
        Global::new("prmonth") }; pub (crate) static setfirstweekday : Global = const {
        Global::new("setfirstweekday") }; pub (crate) static timegm : Global = const {
        Global::new("timegm") }; pub (crate) static weekday : Global = const {
        Global::new("weekday") };
    }
}

pub(crate) fn illegal_month_error_init(self_: Value, month: Value) -> R {
    self_.set_attr("month", month.clone())?;
    Ok(Value::None)
}

pub(crate) fn illegal_month_error_str(self_: Value) -> R {
    Ok(
        Value::str(
            format!(
                "bad month number {}; must be 1-12", py::fmt(& self_.attr("month") ?,
                'r', "") ?
            ),
        ),
    )
}

pub(crate) fn illegal_weekday_error_init(self_: Value, weekday: Value) -> R {
    self_.set_attr("weekday", weekday.clone())?;
    Ok(Value::None)
}

pub(crate) fn illegal_weekday_error_str(self_: Value) -> R {
    Ok(
        Value::str(
            format!(
                "bad weekday number {}; must be 0 (Monday) to 6 (Sunday)", py::fmt(&
                self_.attr("weekday") ?, 'r', "") ?
            ),
        ),
    )
}

pub(crate) fn isleap(year: Value) -> R {
    Ok({
        let left_8 = year.modulo(&Value::Int(4))?.eq(&Value::Int(0))?;
        if !left_8.truth()? {
            left_8
        } else {
            {
                let left_9 = year.modulo(&Value::Int(100))?.ne(&Value::Int(0))?;
                if left_9.truth()? {
                    left_9
                } else {
                    year.modulo(&Value::Int(400))?.eq(&Value::Int(0))?
                }
            }
        }
    })
}

pub(crate) fn leapdays(mut y1: Value, mut y2: Value) -> R {
    y1.sub_assign(&Value::Int(1))?;
    y2.sub_assign(&Value::Int(1))?;
    Ok(
        y2
            .floor_div(&Value::Int(4))?
            .sub(&y1.floor_div(&Value::Int(4))?)?
            .sub(
                &y2.floor_div(&Value::Int(100))?.sub(&y1.floor_div(&Value::Int(100))?)?,
            )?
            .add(
                &y2.floor_div(&Value::Int(400))?.sub(&y1.floor_div(&Value::Int(400))?)?,
            )?,
    )
}

pub(crate) fn weekday(mut year: Value, month: Value, day: Value) -> R {
    if !{
        let left_10 = Value::Int(1);
        {
            let right_11 = year.clone();
            left_10.is_le(&right_11)?
                && {
                    let right_12 = Value::Int(9999);
                    right_11.is_le(&right_12)?
                }
        }
    } {
        year = Value::Int(2000).add(&year.modulo(&Value::Int(400))?)?;
    }
    Ok(
        py::call::call(
                &py::pure::load("datetime", "date")?,
                &py::pos(&[year.clone(), month.clone(), day.clone()]),
            )?
            .method("weekday", &[])?,
    )
}

pub(crate) fn monthrange(year: Value, month: Value) -> R {
    if !{
        let left_14 = Value::Int(1);
        {
            let right_15 = month.clone();
            left_14.is_le(&right_15)?
                && {
                    let right_16 = Value::Int(12);
                    right_15.is_le(&right_16)?
                }
        }
    } {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::IllegalMonthError.load()?,
                    &py::pos(&[month.clone()]),
                )?,
            )?,
        );
    }
    Ok(
        py::tuple([
            weekday(year.clone(), month.clone(), Value::Int(1))?,
            global::mdays
                .load()?
                .item(&month)?
                .add(
                    &{
                        let left_18 = month.eq(&Value::Int(2))?;
                        if !left_18.truth()? { left_18 } else { isleap(year.clone())? }
                    },
                )?,
        ]),
    )
}

pub(crate) fn calendar_init(self_: Value, firstweekday: Value) -> R {
    self_.set_attr("_first", firstweekday.clone())?;
    Ok(Value::None)
}

pub(crate) fn calendar_getfirstweekday(self_: Value) -> R {
    Ok(self_.attr("_first")?.modulo(&Value::Int(7))?)
}

pub(crate) fn calendar_setfirstweekday(self_: Value, firstweekday: Value) -> R {
    self_.set_attr("_first", firstweekday.clone())?;
    Ok(Value::None)
}

pub(crate) fn calendar_iterweekdays(self_: Value) -> R {
    Ok({
        async fn body_21(yielder: py::Yielder, self_: Value) -> R {
            let mut iter_19 = py::iter::iter(
                &py::construct::range(
                    &py::pos(
                        &[
                            self_.attr("firstweekday")?,
                            self_.attr("firstweekday")?.add(&Value::Int(7))?,
                        ],
                    ),
                )?,
            )?;
            while let Some(i) = iter_19.next()? {
                yielder.give(i.modulo(&Value::Int(7))?).await?;
            }
            Ok(Value::None)
        }
        py::generator("iterweekdays", move |yielder| body_21(yielder, self_))
    })
}

pub(crate) fn calendar_itermonthdays(self_: Value, year: Value, month: Value) -> R {
    Ok({
        async fn body_32(
            yielder: py::Yielder,
            self_: Value,
            year: Value,
            month: Value,
        ) -> R {
            let mut __ = Value::Unbound;
            let mut count = Value::Unbound;
            let mut first = Value::Unbound;
            let [item_22, item_23] = py::unpack::<
                2,
            >(&monthrange(year.clone(), month.clone())?)?;
            first = item_22;
            count = item_23;
            let before = first
                .sub(&self_.attr("firstweekday")?)?
                .modulo(&Value::Int(7))?;
            let mut iter_24 = py::iter::iter(
                &py::construct::range(&py::pos(&[before.clone()]))?,
            )?;
            while let Some(item_25) = iter_24.next()? {
                __ = item_25;
                yielder.give(Value::Int(0)).await?;
            }
            let mut iter_27 = py::iter::iter(
                &py::construct::range(
                    &py::pos(&[Value::Int(1), count.add(&Value::Int(1))?]),
                )?,
            )?;
            while let Some(day) = iter_27.next()? {
                yielder.give(day.clone()).await?;
            }
            let mut iter_29 = py::iter::iter(
                &py::construct::range(
                    &py::pos(
                        &[
                            self_
                                .attr("firstweekday")?
                                .sub(&first)?
                                .sub(&count)?
                                .modulo(&Value::Int(7))?,
                        ],
                    ),
                )?,
            )?;
            while let Some(item_30) = iter_29.next()? {
                __ = item_30;
                yielder.give(Value::Int(0)).await?;
            }
            Ok(Value::None)
        }
        py::generator(
            "itermonthdays",
            move |yielder| body_32(yielder, self_, year, month),
        )
    })
}

pub(crate) fn calendar_itermonthdays2(self_: Value, year: Value, month: Value) -> R {
    Ok({
        async fn body_38(
            yielder: py::Yielder,
            self_: Value,
            year: Value,
            month: Value,
        ) -> R {
            let mut at = Value::Unbound;
            let mut day = Value::Unbound;
            let mut iter_33 = py::iter::iter(
                &py::construct::enumerate(
                    &py::pos(
                        &[
                            self_
                                .method("itermonthdays", &[year.clone(), month.clone()])?,
                            self_.attr("firstweekday")?,
                        ],
                    ),
                )?,
            )?;
            while let Some(item_34) = iter_33.next()? {
                let [item_35, item_36] = py::unpack::<2>(&item_34)?;
                at = item_35;
                day = item_36;
                yielder
                    .give(py::tuple([day.clone(), at.modulo(&Value::Int(7))?]))
                    .await?;
            }
            Ok(Value::None)
        }
        py::generator(
            "itermonthdays2",
            move |yielder| body_38(yielder, self_, year, month),
        )
    })
}

pub(crate) fn calendar_itermonthdates(self_: Value, year: Value, month: Value) -> R {
    Ok({
        async fn body_46(
            yielder: py::Yielder,
            self_: Value,
            year: Value,
            month: Value,
        ) -> R {
            let mut count = Value::Unbound;
            let mut first = Value::Unbound;
            let [item_39, item_40] = py::unpack::<
                2,
            >(&monthrange(year.clone(), month.clone())?)?;
            first = item_39;
            count = item_40;
            let start = py::call::call(
                    &py::pure::load("datetime", "date")?,
                    &py::pos(&[year.clone(), month.clone(), Value::Int(1)]),
                )?
                .sub(
                    &py::call::call(
                        &py::pure::load("datetime", "timedelta")?,
                        &py::Args {
                            pos: &[],
                            kw: &[
                                (
                                    "days",
                                    first
                                        .sub(&self_.attr("firstweekday")?)?
                                        .modulo(&Value::Int(7))?,
                                ),
                            ],
                        },
                    )?,
                )?;
            let mut iter_43 = py::iter::iter(
                &py::construct::range(
                    &py::pos(
                        &[
                            first
                                .sub(&self_.attr("firstweekday")?)?
                                .modulo(&Value::Int(7))?
                                .add(&count)?
                                .add(
                                    &self_
                                        .attr("firstweekday")?
                                        .sub(&first)?
                                        .sub(&count)?
                                        .modulo(&Value::Int(7))?,
                                )?,
                        ],
                    ),
                )?,
            )?;
            while let Some(n) = iter_43.next()? {
                yielder
                    .give(
                        start
                            .add(
                                &py::call::call(
                                    &py::pure::load("datetime", "timedelta")?,
                                    &py::Args {
                                        pos: &[],
                                        kw: &[("days", n.clone())],
                                    },
                                )?,
                            )?,
                    )
                    .await?;
            }
            Ok(Value::None)
        }
        py::generator(
            "itermonthdates",
            move |yielder| body_46(yielder, self_, year, month),
        )
    })
}

pub(crate) fn calendar_weeks(self_: Value, mut days: Value) -> R {
    days = py::construct::list(&py::pos(&[days.clone()]))?;
    Ok({
        let mut out_47 = Vec::new();
        let mut iter_48 = py::iter::iter(
            &py::construct::range(
                &py::pos(
                    &[
                        Value::Int(0),
                        Value::from(py::builtins::len(&days)?),
                        Value::Int(7),
                    ],
                ),
            )?,
        )?;
        while let Some(i) = iter_48.next()? {
            out_47
                .push(
                    days
                        .item(
                            &py::item::slice(
                                i.clone(),
                                i.add(&Value::Int(7))?,
                                Value::None,
                            ),
                        )?,
                );
        }
        Value::list(out_47)
    })
}

pub(crate) fn calendar_monthdayscalendar(self_: Value, year: Value, month: Value) -> R {
    Ok(
        self_
            .method(
                "_weeks",
                &[self_.method("itermonthdays", &[year.clone(), month.clone()])?],
            )?,
    )
}

pub(crate) fn calendar_monthdays2calendar(self_: Value, year: Value, month: Value) -> R {
    Ok(
        self_
            .method(
                "_weeks",
                &[self_.method("itermonthdays2", &[year.clone(), month.clone()])?],
            )?,
    )
}

pub(crate) fn calendar_monthdatescalendar(self_: Value, year: Value, month: Value) -> R {
    Ok(
        self_
            .method(
                "_weeks",
                &[self_.method("itermonthdates", &[year.clone(), month.clone()])?],
            )?,
    )
}

pub(crate) fn text_calendar_formatday(
    self_: Value,
    day: Value,
    weekday: Value,
    width: Value,
) -> R {
    Ok(
        if day.is_eq(&Value::Int(0))? {
            Value::str("")
        } else {
            Value::str("%2i").modulo(&day)?
        }
            .method("center", &[width.clone()])?,
    )
}

pub(crate) fn text_calendar_formatweek(self_: Value, week: Value, width: Value) -> R {
    Ok(
        Value::str(" ")
            .method(
                "join",
                &[
                    {
                        let mut out_49 = Vec::new();
                        let mut iter_50 = py::iter::iter(&week)?;
                        while let Some(item_51) = iter_50.next()? {
                            let mut d = Value::Unbound;
                            let mut wd = Value::Unbound;
                            let [item_52, item_53] = py::unpack::<2>(&item_51)?;
                            d = item_52;
                            wd = item_53;
                            out_49
                                .push(
                                    self_
                                        .method(
                                            "formatday",
                                            &[d.clone(), wd.clone(), width.clone()],
                                        )?,
                                );
                        }
                        Value::list(out_49)
                    },
                ],
            )?,
    )
}

pub(crate) fn text_calendar_formatweekday(self_: Value, day: Value, width: Value) -> R {
    let names = if width.is_ge(&Value::Int(9))? {
        global::day_name.load()?
    } else {
        global::day_abbr.load()?
    };
    Ok(
        names
            .item(&day)?
            .item(&py::item::slice(Value::None, width.clone(), Value::None))?
            .method("center", &[width.clone()])?,
    )
}

pub(crate) fn text_calendar_formatweekheader(self_: Value, width: Value) -> R {
    Ok(
        Value::str(" ")
            .method(
                "join",
                &[
                    {
                        let mut out_54 = Vec::new();
                        let mut iter_55 = py::iter::iter(
                            &self_.method("iterweekdays", &[])?,
                        )?;
                        while let Some(i) = iter_55.next()? {
                            out_54
                                .push(
                                    self_.method("formatweekday", &[i.clone(), width.clone()])?,
                                );
                        }
                        Value::list(out_54)
                    },
                ],
            )?,
    )
}

pub(crate) fn text_calendar_formatmonthname(
    self_: Value,
    year: Value,
    month: Value,
    width: Value,
    withyear: Value,
) -> R {
    let mut name = global::month_name.load()?.item(&month)?;
    if withyear.truth()? {
        name = Value::str("%s %r").modulo(&py::tuple([name.clone(), year.clone()]))?;
    }
    Ok(name.method("center", &[width.clone()])?)
}

pub(crate) fn text_calendar_formatmonth(
    self_: Value,
    year: Value,
    month: Value,
    mut w: Value,
    mut l: Value,
) -> R {
    w = py::builtins::max(&py::pos(&[Value::Int(2), w.clone()]))?;
    l = py::builtins::max(&py::pos(&[Value::Int(1), l.clone()]))?;
    let mut text = self_
        .method(
            "formatmonthname",
            &[
                year.clone(),
                month.clone(),
                Value::Int(7).mul(&w.add(&Value::Int(1))?)?.sub(&Value::Int(1))?,
            ],
        )?
        .method("rstrip", &[])?
        .add(&Value::str("\n").mul(&l)?)?;
    text.add_assign(
        &self_
            .method("formatweekheader", &[w.clone()])?
            .method("rstrip", &[])?
            .add(&Value::str("\n").mul(&l)?)?,
    )?;
    let mut iter_56 = py::iter::iter(
        &self_.method("monthdays2calendar", &[year.clone(), month.clone()])?,
    )?;
    while let Some(week) = iter_56.next()? {
        text.add_assign(
            &self_
                .method("formatweek", &[week.clone(), w.clone()])?
                .method("rstrip", &[])?
                .add(&Value::str("\n").mul(&l)?)?,
        )?;
    }
    Ok(text.clone())
}

pub(crate) fn text_calendar_prmonth(
    self_: Value,
    year: Value,
    month: Value,
    w: Value,
    l: Value,
) -> R {
    py::builtins::print(
        &py::Args {
            pos: &[
                self_
                    .method(
                        "formatmonth",
                        &[year.clone(), month.clone(), w.clone(), l.clone()],
                    )?,
            ],
            kw: &[("end", Value::str(""))],
        },
    )?;
    Ok(Value::None)
}

pub(crate) fn text_calendar_formatyear(
    self_: Value,
    year: Value,
    mut w: Value,
    mut l: Value,
    mut c: Value,
    m: Value,
) -> R {
    w = py::builtins::max(&py::pos(&[Value::Int(2), w.clone()]))?;
    l = py::builtins::max(&py::pos(&[Value::Int(1), l.clone()]))?;
    c = py::builtins::max(&py::pos(&[Value::Int(2), c.clone()]))?;
    let wide = w.add(&Value::Int(1))?.mul(&Value::Int(7))?.sub(&Value::Int(1))?;
    let gap = Value::str(" ").mul(&c)?;
    let out = py::list([
        py::builtins::repr(&py::pos(&[year.clone()]))?
            .method("center", &[wide.mul(&m)?.add(&c.mul(&m.sub(&Value::Int(1))?)?)?])?
            .method("rstrip", &[])?,
        Value::str("\n").mul(&l)?,
    ]);
    let header = self_.method("formatweekheader", &[w.clone()])?;
    let mut iter_58 = py::iter::iter(
        &py::construct::range(&py::pos(&[Value::Int(1), Value::Int(13), m.clone()]))?,
    )?;
    while let Some(first) = iter_58.next()? {
        let months = py::construct::range(
            &py::pos(
                &[
                    first.clone(),
                    py::builtins::min(&py::pos(&[first.add(&m)?, Value::Int(13)]))?,
                ],
            ),
        )?;
        out.method("append", &[Value::str("\n").mul(&l)?])?;
        out.method(
            "append",
            &[
                gap
                    .method(
                        "join",
                        &[
                            {
                                let mut out_60 = Vec::new();
                                let mut iter_61 = py::iter::iter(&months)?;
                                while let Some(k) = iter_61.next()? {
                                    out_60
                                        .push(
                                            self_
                                                .method(
                                                    "formatmonthname",
                                                    &[year.clone(), k.clone(), wide.clone(), Value::Bool(false)],
                                                )?
                                                .method("center", &[wide.clone()])?,
                                        );
                                }
                                Value::list(out_60)
                            },
                        ],
                    )?
                    .method("rstrip", &[])?,
            ],
        )?;
        out.method("append", &[Value::str("\n").mul(&l)?])?;
        out.method(
            "append",
            &[
                gap
                    .method(
                        "join",
                        &[
                            {
                                let mut out_62 = Vec::new();
                                let mut iter_63 = py::iter::iter(&months)?;
                                while let Some(__) = iter_63.next()? {
                                    out_62.push(header.method("center", &[wide.clone()])?);
                                }
                                Value::list(out_62)
                            },
                        ],
                    )?
                    .method("rstrip", &[])?,
            ],
        )?;
        out.method("append", &[Value::str("\n").mul(&l)?])?;
        let rows = {
            let mut out_64 = Vec::new();
            let mut iter_65 = py::iter::iter(&months)?;
            while let Some(k) = iter_65.next()? {
                out_64
                    .push(
                        self_.method("monthdays2calendar", &[year.clone(), k.clone()])?,
                    );
            }
            Value::list(out_64)
        };
        let mut iter_66 = py::iter::iter(
            &py::construct::range(
                &py::pos(
                    &[
                        py::builtins::max(
                            &py::pos(
                                &[
                                    {
                                        let mut out_67 = Vec::new();
                                        let mut iter_68 = py::iter::iter(&rows)?;
                                        while let Some(r) = iter_68.next()? {
                                            out_67.push(Value::from(py::builtins::len(&r)?));
                                        }
                                        Value::list(out_67)
                                    },
                                ],
                            ),
                        )?,
                    ],
                ),
            )?,
        )?;
        while let Some(n) = iter_66.next()? {
            let weeks = py::list([]);
            let mut iter_70 = py::iter::iter(&rows)?;
            while let Some(row) = iter_70.next()? {
                weeks
                    .method(
                        "append",
                        &[
                            if n.is_lt(&Value::from(py::builtins::len(&row)?))? {
                                self_.method("formatweek", &[row.item(&n)?, w.clone()])?
                            } else {
                                Value::str("")
                            },
                        ],
                    )?;
            }
            out.method(
                "append",
                &[
                    gap
                        .method(
                            "join",
                            &[
                                {
                                    let mut out_72 = Vec::new();
                                    let mut iter_73 = py::iter::iter(&weeks)?;
                                    while let Some(x) = iter_73.next()? {
                                        out_72.push(x.method("center", &[wide.clone()])?);
                                    }
                                    Value::list(out_72)
                                },
                            ],
                        )?
                        .method("rstrip", &[])?
                        .add(&Value::str("\n").mul(&l)?)?,
                ],
            )?;
        }
    }
    Ok(Value::str("").method("join", &[out.clone()])?)
}

pub(crate) fn text_calendar_pryear(
    self_: Value,
    year: Value,
    w: Value,
    l: Value,
    c: Value,
    m: Value,
) -> R {
    py::builtins::print(
        &py::Args {
            pos: &[
                self_
                    .method(
                        "formatyear",
                        &[year.clone(), w.clone(), l.clone(), c.clone(), m.clone()],
                    )?,
            ],
            kw: &[("end", Value::str(""))],
        },
    )?;
    Ok(Value::None)
}

pub(crate) fn setfirstweekday_undecorated(firstweekday: Value) -> R {
    if !{
        let left_75 = Value::Int(0);
        {
            let right_76 = firstweekday.clone();
            left_75.is_le(&right_76)?
                && {
                    let right_77 = Value::Int(6);
                    right_76.is_le(&right_77)?
                }
        }
    } {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::IllegalWeekdayError.load()?,
                    &py::pos(&[firstweekday.clone()]),
                )?,
            )?,
        );
    }
    global::_text.load()?.set_attr("firstweekday", firstweekday.clone())?;
    Ok(Value::None)
}

pub(crate) fn firstweekday() -> R {
    Ok(global::_text.load()?.method("getfirstweekday", &[])?)
}

pub(crate) fn monthcalendar(year: Value, month: Value) -> R {
    Ok(
        global::_text
            .load()?
            .method("monthdayscalendar", &[year.clone(), month.clone()])?,
    )
}

pub(crate) fn month(year: Value, month: Value, w: Value, l: Value) -> R {
    let _frame = py::run::enter()?;
    Ok(
        global::_text
            .load()?
            .method("formatmonth", &[year.clone(), month.clone(), w.clone(), l.clone()])?,
    )
}

pub(crate) fn prmonth(year: Value, month: Value, w: Value, l: Value) -> R {
    global::_text
        .load()?
        .method("prmonth", &[year.clone(), month.clone(), w.clone(), l.clone()])?;
    Ok(Value::None)
}

pub(crate) fn calendar(year: Value, w: Value, l: Value, c: Value, m: Value) -> R {
    Ok(
        global::_text
            .load()?
            .method(
                "formatyear",
                &[year.clone(), w.clone(), l.clone(), c.clone(), m.clone()],
            )?,
    )
}

pub(crate) fn prcal(year: Value, w: Value, l: Value, c: Value, m: Value) -> R {
    global::_text
        .load()?
        .method("pryear", &[year.clone(), w.clone(), l.clone(), c.clone(), m.clone()])?;
    Ok(Value::None)
}

pub(crate) fn timegm(tuple: Value) -> R {
    let mut day = Value::Unbound;
    let mut hour = Value::Unbound;
    let mut minute = Value::Unbound;
    let mut month = Value::Unbound;
    let mut second = Value::Unbound;
    let mut year = Value::Unbound;
    let [item_79, item_80, item_81, item_82, item_83, item_84] = py::unpack::<
        6,
    >(&tuple.item(&py::item::slice(Value::None, Value::Int(6), Value::None))?)?;
    year = item_79;
    month = item_80;
    day = item_81;
    hour = item_82;
    minute = item_83;
    second = item_84;
    let days = py::call::call(
            &py::pure::load("datetime", "date")?,
            &py::pos(&[year.clone(), month.clone(), Value::Int(1)]),
        )?
        .method("toordinal", &[])?
        .sub(&Value::Int(719163))?
        .add(&day)?
        .sub(&Value::Int(1))?;
    Ok(
        days
            .mul(&Value::Int(24))?
            .add(&hour)?
            .mul(&Value::Int(60))?
            .add(&minute)?
            .mul(&Value::Int(60))?
            .add(&second)?,
    )
}

/// The statements of `calendar.py`.
pub(crate) fn run() -> R<()> {
    let [item_1, item_2, item_3, item_4, item_5, item_6, item_7] = py::unpack::<
        7,
    >(&py::construct::range(&py::pos(&[Value::Int(7)]))?)?;
    global::MONDAY.store(item_1);
    global::TUESDAY.store(item_2);
    global::WEDNESDAY.store(item_3);
    global::THURSDAY.store(item_4);
    global::FRIDAY.store(item_5);
    global::SATURDAY.store(item_6);
    global::SUNDAY.store(item_7);
    global::January.store(Value::Int(1));
    global::February.store(Value::Int(2));
    global::day_name
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
    global::day_abbr
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
    global::month_name
        .store(
            py::list([
                Value::str(""),
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
    global::month_abbr
        .store(
            py::list([
                Value::str(""),
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
    global::mdays
        .store(
            py::list([
                Value::Int(0),
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
    global::IllegalMonthError
        .store({
            let class = py::ClassBody::new(
                "IllegalMonthError",
                NAME,
                Value::None,
                &[py::exception("ValueError")],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "IllegalMonthError.__init__",
                        "self, month",
                        [],
                        illegal_month_error_init,
                    ),
                );
            class
                .set(
                    "__str__",
                    py::def(
                        "IllegalMonthError.__str__",
                        "self",
                        [],
                        illegal_month_error_str,
                    ),
                );
            class.finish(&[])?
        });
    global::IllegalWeekdayError
        .store({
            let class = py::ClassBody::new(
                "IllegalWeekdayError",
                NAME,
                Value::None,
                &[py::exception("ValueError")],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "IllegalWeekdayError.__init__",
                        "self, weekday",
                        [],
                        illegal_weekday_error_init,
                    ),
                );
            class
                .set(
                    "__str__",
                    py::def(
                        "IllegalWeekdayError.__str__",
                        "self",
                        [],
                        illegal_weekday_error_str,
                    ),
                );
            class.finish(&[])?
        });
    global::isleap.store(py::def("isleap", "year", [], isleap));
    global::leapdays.store(py::def("leapdays", "y1, y2", [], leapdays));
    global::weekday.store(py::def("weekday", "year, month, day", [], weekday));
    global::monthrange.store(py::def("monthrange", "year, month", [], monthrange));
    global::Calendar
        .store({
            let class = py::ClassBody::new("Calendar", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "Calendar.__init__",
                        "self, firstweekday=",
                        [Value::Int(0)],
                        calendar_init,
                    ),
                );
            class
                .set(
                    "getfirstweekday",
                    py::def(
                        "Calendar.getfirstweekday",
                        "self",
                        [],
                        calendar_getfirstweekday,
                    ),
                );
            class
                .set(
                    "setfirstweekday",
                    py::def(
                        "Calendar.setfirstweekday",
                        "self, firstweekday",
                        [],
                        calendar_setfirstweekday,
                    ),
                );
            class
                .set(
                    "firstweekday",
                    py::construct::property(
                        &py::pos(
                            &[
                                match class.get("getfirstweekday") {
                                    Some(value) => value,
                                    None => py::run::undefined("getfirstweekday")?,
                                },
                                match class.get("setfirstweekday") {
                                    Some(value) => value,
                                    None => global::setfirstweekday.load()?,
                                },
                            ],
                        ),
                    )?,
                );
            class
                .set(
                    "iterweekdays",
                    py::def("Calendar.iterweekdays", "self", [], calendar_iterweekdays),
                );
            class
                .set(
                    "itermonthdays",
                    py::def(
                        "Calendar.itermonthdays",
                        "self, year, month",
                        [],
                        calendar_itermonthdays,
                    ),
                );
            class
                .set(
                    "itermonthdays2",
                    py::def(
                        "Calendar.itermonthdays2",
                        "self, year, month",
                        [],
                        calendar_itermonthdays2,
                    ),
                );
            class
                .set(
                    "itermonthdates",
                    py::def(
                        "Calendar.itermonthdates",
                        "self, year, month",
                        [],
                        calendar_itermonthdates,
                    ),
                );
            class
                .set(
                    "_weeks",
                    py::def("Calendar._weeks", "self, days", [], calendar_weeks),
                );
            class
                .set(
                    "monthdayscalendar",
                    py::def(
                        "Calendar.monthdayscalendar",
                        "self, year, month",
                        [],
                        calendar_monthdayscalendar,
                    ),
                );
            class
                .set(
                    "monthdays2calendar",
                    py::def(
                        "Calendar.monthdays2calendar",
                        "self, year, month",
                        [],
                        calendar_monthdays2calendar,
                    ),
                );
            class
                .set(
                    "monthdatescalendar",
                    py::def(
                        "Calendar.monthdatescalendar",
                        "self, year, month",
                        [],
                        calendar_monthdatescalendar,
                    ),
                );
            class.finish(&[])?
        });
    global::TextCalendar
        .store({
            let class = py::ClassBody::new(
                "TextCalendar",
                NAME,
                Value::None,
                &[global::Calendar.load()?],
            )?;
            class
                .set(
                    "formatday",
                    py::def(
                        "TextCalendar.formatday",
                        "self, day, weekday, width",
                        [],
                        text_calendar_formatday,
                    ),
                );
            class
                .set(
                    "formatweek",
                    py::def(
                        "TextCalendar.formatweek",
                        "self, week, width",
                        [],
                        text_calendar_formatweek,
                    ),
                );
            class
                .set(
                    "formatweekday",
                    py::def(
                        "TextCalendar.formatweekday",
                        "self, day, width",
                        [],
                        text_calendar_formatweekday,
                    ),
                );
            class
                .set(
                    "formatweekheader",
                    py::def(
                        "TextCalendar.formatweekheader",
                        "self, width",
                        [],
                        text_calendar_formatweekheader,
                    ),
                );
            class
                .set(
                    "formatmonthname",
                    py::def(
                        "TextCalendar.formatmonthname",
                        "self, year, month, width, withyear=",
                        [Value::Bool(true)],
                        text_calendar_formatmonthname,
                    ),
                );
            class
                .set(
                    "formatmonth",
                    py::def(
                        "TextCalendar.formatmonth",
                        "self, year, month, w=, l=",
                        [Value::Int(0), Value::Int(0)],
                        text_calendar_formatmonth,
                    ),
                );
            class
                .set(
                    "prmonth",
                    py::def(
                        "TextCalendar.prmonth",
                        "self, year, month, w=, l=",
                        [Value::Int(0), Value::Int(0)],
                        text_calendar_prmonth,
                    ),
                );
            class
                .set(
                    "formatyear",
                    py::def(
                        "TextCalendar.formatyear",
                        "self, year, w=, l=, c=, m=",
                        [Value::Int(2), Value::Int(1), Value::Int(6), Value::Int(3)],
                        text_calendar_formatyear,
                    ),
                );
            class
                .set(
                    "pryear",
                    py::def(
                        "TextCalendar.pryear",
                        "self, year, w=, l=, c=, m=",
                        [Value::Int(0), Value::Int(0), Value::Int(6), Value::Int(3)],
                        text_calendar_pryear,
                    ),
                );
            class.finish(&[])?
        });
    global::_text
        .store(py::call::call(&global::TextCalendar.load()?, &py::Args::none())?);
    global::setfirstweekday
        .store(
            py::def("setfirstweekday", "firstweekday", [], setfirstweekday_undecorated),
        );
    global::firstweekday.store(py::def("firstweekday", "", [], firstweekday));
    global::monthcalendar
        .store(py::def("monthcalendar", "year, month", [], monthcalendar));
    global::month
        .store(
            py::func::counted(
                py::def(
                    "month",
                    "year, month, w=, l=",
                    [Value::Int(0), Value::Int(0)],
                    month,
                ),
            ),
        );
    global::prmonth
        .store(
            py::def(
                "prmonth",
                "year, month, w=, l=",
                [Value::Int(0), Value::Int(0)],
                prmonth,
            ),
        );
    global::calendar
        .store(
            py::def(
                "calendar",
                "year, w=, l=, c=, m=",
                [Value::Int(2), Value::Int(1), Value::Int(6), Value::Int(3)],
                calendar,
            ),
        );
    global::prcal
        .store(
            py::def(
                "prcal",
                "year, w=, l=, c=, m=",
                [Value::Int(0), Value::Int(0), Value::Int(6), Value::Int(3)],
                prcal,
            ),
        );
    global::timegm.store(py::def("timegm", "tuple", [], timegm));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library calendar") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "MONDAY" => global::MONDAY.load(),
        "TUESDAY" => global::TUESDAY.load(),
        "WEDNESDAY" => global::WEDNESDAY.load(),
        "THURSDAY" => global::THURSDAY.load(),
        "FRIDAY" => global::FRIDAY.load(),
        "SATURDAY" => global::SATURDAY.load(),
        "SUNDAY" => global::SUNDAY.load(),
        "January" => global::January.load(),
        "February" => global::February.load(),
        "day_name" => global::day_name.load(),
        "day_abbr" => global::day_abbr.load(),
        "month_name" => global::month_name.load(),
        "month_abbr" => global::month_abbr.load(),
        "mdays" => global::mdays.load(),
        "IllegalMonthError" => global::IllegalMonthError.load(),
        "IllegalWeekdayError" => global::IllegalWeekdayError.load(),
        "isleap" => global::isleap.load(),
        "leapdays" => global::leapdays.load(),
        "weekday" => global::weekday.load(),
        "monthrange" => global::monthrange.load(),
        "Calendar" => global::Calendar.load(),
        "TextCalendar" => global::TextCalendar.load(),
        "setfirstweekday" => global::setfirstweekday.load(),
        "firstweekday" => global::firstweekday.load(),
        "monthcalendar" => global::monthcalendar.load(),
        "month" => global::month.load(),
        "prmonth" => global::prmonth.load(),
        "calendar" => global::calendar.load(),
        "prcal" => global::prcal.load(),
        "timegm" => global::timegm.load(),
        _ => Ok(Value::None),
    }
}
