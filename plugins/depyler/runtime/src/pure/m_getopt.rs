//! Options of commands, as in C.
//!
//! @generated from `runtime/pure/getopt.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "getopt";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static GetoptError : Global = const { Global::new("GetoptError") };
        pub (crate) static _long : Global = const { Global::new("_long") }; pub (crate)
        static _short : Global = const { Global::new("_short") }; pub (crate) static
        error : Global = const { Global::new("error") }; pub (crate) static getopt :
        Global = const { Global::new("getopt") }; pub (crate) static gnu_getopt : Global
        = const { Global::new("gnu_getopt") };
    }
}

pub(crate) fn getopt_error_init(self_: Value, msg: Value, opt: Value) -> R {
    self_.set_attr("msg", msg.clone())?;
    self_.set_attr("opt", opt.clone())?;
    py::exception("Exception")
        .method("__init__", &[self_.clone(), msg.clone(), opt.clone()])?;
    Ok(Value::None)
}

pub(crate) fn getopt_error_str(self_: Value) -> R {
    Ok(self_.attr("msg")?)
}

/// Options and the arguments behind them.
pub(crate) fn getopt(mut args: Value, shortopts: Value, mut longopts: Value) -> R {
    let mut opts = py::list([]);
    longopts = if py::builtins::isinstance(
            &py::pos(&[longopts.clone(), py::library_class("str")]),
        )?
        .truth()?
    {
        py::list([longopts.clone()])
    } else {
        py::construct::list(&py::pos(&[longopts.clone()]))?
    };
    while args.truth()?
        && args.item(&Value::Int(0))?.method("startswith", &[Value::str("-")])?.truth()?
        && args.item(&Value::Int(0))?.is_ne(&Value::str("-"))?
    {
        if args.item(&Value::Int(0))?.is_eq(&Value::str("--"))? {
            args = args.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?;
            break;
        }
        if args.item(&Value::Int(0))?.method("startswith", &[Value::str("--")])?.truth()?
        {
            let [item_2, item_3] = py::unpack::<
                2,
            >(
                &_long(
                    opts.clone(),
                    args
                        .item(&Value::Int(0))?
                        .item(
                            &py::item::slice(Value::Int(2), Value::None, Value::None),
                        )?,
                    longopts.clone(),
                    args.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
                )?,
            )?;
            opts = item_2;
            args = item_3;
        } else {
            let [item_4, item_5] = py::unpack::<
                2,
            >(
                &_short(
                    opts.clone(),
                    args
                        .item(&Value::Int(0))?
                        .item(
                            &py::item::slice(Value::Int(1), Value::None, Value::None),
                        )?,
                    shortopts.clone(),
                    args.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
                )?,
            )?;
            opts = item_4;
            args = item_5;
        }
    }
    Ok(py::tuple([opts.clone(), args.clone()]))
}

/// As `getopt`, with arguments between options.
pub(crate) fn gnu_getopt(
    mut args: Value,
    mut shortopts: Value,
    mut longopts: Value,
) -> R {
    let mut opts = py::list([]);
    let mut rest = py::list([]);
    longopts = if py::builtins::isinstance(
            &py::pos(&[longopts.clone(), py::library_class("str")]),
        )?
        .truth()?
    {
        py::list([longopts.clone()])
    } else {
        py::construct::list(&py::pos(&[longopts.clone()]))?
    };
    let in_order = shortopts.method("startswith", &[Value::str("+")])?;
    if in_order.truth()? {
        shortopts = shortopts
            .item(&py::item::slice(Value::Int(1), Value::None, Value::None))?;
    }
    while args.truth()? {
        if args.item(&Value::Int(0))?.is_eq(&Value::str("--"))? {
            rest.add_assign(
                &args.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
            )?;
            break;
        }
        if args
            .item(&Value::Int(0))?
            .item(&py::item::slice(Value::None, Value::Int(2), Value::None))?
            .is_eq(&Value::str("--"))?
        {
            let [item_7, item_8] = py::unpack::<
                2,
            >(
                &_long(
                    opts.clone(),
                    args
                        .item(&Value::Int(0))?
                        .item(
                            &py::item::slice(Value::Int(2), Value::None, Value::None),
                        )?,
                    longopts.clone(),
                    args.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
                )?,
            )?;
            opts = item_7;
            args = item_8;
        } else if args
            .item(&Value::Int(0))?
            .item(&py::item::slice(Value::None, Value::Int(1), Value::None))?
            .is_eq(&Value::str("-"))?
            && args.item(&Value::Int(0))?.is_ne(&Value::str("-"))?
        {
            let [item_9, item_10] = py::unpack::<
                2,
            >(
                &_short(
                    opts.clone(),
                    args
                        .item(&Value::Int(0))?
                        .item(
                            &py::item::slice(Value::Int(1), Value::None, Value::None),
                        )?,
                    shortopts.clone(),
                    args.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
                )?,
            )?;
            opts = item_9;
            args = item_10;
        } else if in_order.truth()? {
            rest.add_assign(&args)?;
            break;
        } else {
            rest.method("append", &[args.item(&Value::Int(0))?])?;
            args = args.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?;
        }
    }
    Ok(py::tuple([opts.clone(), rest.clone()]))
}

pub(crate) fn _long(opts: Value, mut opt: Value, longopts: Value, mut args: Value) -> R {
    let mut has = Value::Unbound;
    let mut name = Value::Unbound;
    let mut value = Value::None;
    if py::contained(&Value::str("="), &opt)? {
        let [item_11, item_12] = py::unpack::<
            2,
        >(&opt.method("split", &[Value::str("="), Value::Int(1)])?)?;
        opt = item_11;
        value = item_12;
    }
    let possible = {
        let mut out_13 = Vec::new();
        let mut iter_14 = py::iter::iter(&longopts)?;
        while let Some(o) = iter_14.next()? {
            if o.method("startswith", &[opt.clone()])?.truth()? {
                out_13.push(o.clone());
            }
        }
        Value::list(out_13)
    };
    if !possible.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::GetoptError.load()?,
                    &py::pos(
                        &[
                            Value::str("option --%s not recognized").modulo(&opt)?,
                            opt.clone(),
                        ],
                    ),
                )?,
            )?,
        );
    }
    if py::contained(&opt, &possible)? {
        let [item_16, item_17] = py::unpack::<
            2,
        >(&py::tuple([Value::Bool(false), opt.clone()]))?;
        has = item_16;
        name = item_17;
    } else if py::contained(&opt.add(&Value::str("="))?, &possible)? {
        let [item_18, item_19] = py::unpack::<
            2,
        >(&py::tuple([Value::Bool(true), opt.clone()]))?;
        has = item_18;
        name = item_19;
    } else {
        if Value::from(py::builtins::len(&possible)?).is_gt(&Value::Int(1))? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &global::GetoptError.load()?,
                        &py::pos(
                            &[
                                Value::str("option --%s not a unique prefix").modulo(&opt)?,
                                opt.clone(),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        name = possible.item(&Value::Int(0))?;
        has = name.method("endswith", &[Value::str("=")])?;
        if has.truth()? {
            name = name
                .item(&py::item::slice(Value::None, Value::Int(-1), Value::None))?;
        }
    }
    if has.truth()? {
        if value.is(&Value::None) {
            if !args.truth()? {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &global::GetoptError.load()?,
                            &py::pos(
                                &[
                                    Value::str("option --%s requires argument").modulo(&name)?,
                                    name.clone(),
                                ],
                            ),
                        )?,
                    )?,
                );
            }
            let [item_22, item_23] = py::unpack::<
                2,
            >(
                &py::tuple([
                    args.item(&Value::Int(0))?,
                    args.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
                ]),
            )?;
            value = item_22;
            args = item_23;
        }
    } else if !value.is(&Value::None) {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::GetoptError.load()?,
                    &py::pos(
                        &[
                            Value::str("option --%s must not have an argument")
                                .modulo(&name)?,
                            name.clone(),
                        ],
                    ),
                )?,
            )?,
        );
    }
    opts.method(
        "append",
        &[
            py::tuple([
                Value::str("--").add(&name)?,
                {
                    let left_25 = value.clone();
                    if left_25.truth()? { left_25 } else { Value::str("") }
                },
            ]),
        ],
    )?;
    Ok(py::tuple([opts.clone(), args.clone()]))
}

pub(crate) fn _short(
    opts: Value,
    mut text: Value,
    shortopts: Value,
    mut args: Value,
) -> R {
    let mut opt = Value::Unbound;
    let mut value = Value::Unbound;
    while text.is_ne(&Value::str(""))? {
        let [item_27, item_28] = py::unpack::<
            2,
        >(
            &py::tuple([
                text.item(&Value::Int(0))?,
                text.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
            ]),
        )?;
        opt = item_27;
        text = item_28;
        let at = shortopts.method("find", &[opt.clone()])?;
        if at.is_lt(&Value::Int(0))? || opt.is_eq(&Value::str(":"))? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &global::GetoptError.load()?,
                        &py::pos(
                            &[
                                Value::str("option -%s not recognized").modulo(&opt)?,
                                opt.clone(),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        if shortopts
            .method("startswith", &[Value::str(":"), at.add(&Value::Int(1))?])?
            .truth()?
        {
            if text.is_eq(&Value::str(""))? {
                if !args.truth()? {
                    return Err(
                        py::exc::to_raise(
                            &py::call::call(
                                &global::GetoptError.load()?,
                                &py::pos(
                                    &[
                                        Value::str("option -%s requires argument").modulo(&opt)?,
                                        opt.clone(),
                                    ],
                                ),
                            )?,
                        )?,
                    );
                }
                let [item_31, item_32] = py::unpack::<
                    2,
                >(
                    &py::tuple([
                        args.item(&Value::Int(0))?,
                        args
                            .item(
                                &py::item::slice(Value::Int(1), Value::None, Value::None),
                            )?,
                    ]),
                )?;
                text = item_31;
                args = item_32;
            }
            let [item_33, item_34] = py::unpack::<
                2,
            >(&py::tuple([text.clone(), Value::str("")]))?;
            value = item_33;
            text = item_34;
        } else {
            value = Value::str("");
        }
        opts.method(
            "append",
            &[py::tuple([Value::str("-").add(&opt)?, value.clone()])],
        )?;
    }
    Ok(py::tuple([opts.clone(), args.clone()]))
}

/// The statements of `getopt.py`.
pub(crate) fn run() -> R<()> {
    global::GetoptError
        .store({
            let class = py::ClassBody::new(
                "GetoptError",
                NAME,
                Value::str("An option that is not known, or lacks its argument."),
                &[py::exception("Exception")],
            )?;
            class.set("opt", Value::str(""));
            class.set("msg", Value::str(""));
            class
                .set(
                    "__init__",
                    py::def(
                        "GetoptError.__init__",
                        "self, msg, opt=",
                        [Value::str("")],
                        getopt_error_init,
                    ),
                );
            class
                .set(
                    "__str__",
                    py::def("GetoptError.__str__", "self", [], getopt_error_str),
                );
            class.finish(&[])?
        });
    global::error.store(global::GetoptError.load()?);
    global::getopt
        .store(
            py::documented(
                py::def("getopt", "args, shortopts, longopts=", [py::list([])], getopt),
                "Options and the arguments behind them.",
            ),
        );
    global::gnu_getopt
        .store(
            py::documented(
                py::def(
                    "gnu_getopt",
                    "args, shortopts, longopts=",
                    [py::list([])],
                    gnu_getopt,
                ),
                "As `getopt`, with arguments between options.",
            ),
        );
    global::_long.store(py::def("_long", "opts, opt, longopts, args", [], _long));
    global::_short.store(py::def("_short", "opts, text, shortopts, args", [], _short));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library getopt") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "GetoptError" => global::GetoptError.load(),
        "error" => global::error.load(),
        "getopt" => global::getopt.load(),
        "gnu_getopt" => global::gnu_getopt.load(),
        _ => Ok(Value::None),
    }
}
