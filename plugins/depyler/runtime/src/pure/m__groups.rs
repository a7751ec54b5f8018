//! Exception groups, and what `except*` does with them.
//!
//! @generated from `runtime/pure/_groups.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "_groups";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static BaseExceptionGroup : Global = const {
        Global::new("BaseExceptionGroup") }; pub (crate) static ExceptionGroup : Global =
        const { Global::new("ExceptionGroup") }; pub (crate) static Handling : Global =
        const { Global::new("Handling") };
    }
}

pub(crate) fn base_exception_group_new(
    mut cls: Value,
    message: Value,
    exceptions: Value,
) -> R {
    let mut at = Value::Unbound;
    let mut one = Value::Unbound;
    if !py::builtins::isinstance(&py::pos(&[message.clone(), py::library_class("str")]))?
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
                                    "argument 1 must be str, not {}", py::show(&
                                    py::construct::type_(& py::pos(& [message.clone()]))
                                    ?.attr("__name__") ?) ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    let inner = py::construct::tuple(&py::pos(&[exceptions.clone()]))?;
    if !inner.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                "second argument (exceptions) must be a non-empty sequence",
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    let mut iter_3 = py::iter::iter(
        &py::construct::enumerate(&py::pos(&[inner.clone()]))?,
    )?;
    while let Some(item_4) = iter_3.next()? {
        let [item_5, item_6] = py::unpack::<2>(&item_4)?;
        at = item_5;
        one = item_6;
        if !py::builtins::isinstance(
                &py::pos(&[one.clone(), py::exception("BaseException")]),
            )?
            .truth()?
        {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("ValueError"),
                        &py::pos(
                            &[
                                Value::str(
                                    format!(
                                        "Item {} of second argument (exceptions) is not an exception",
                                        py::show(& at) ?
                                    ),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
    }
    if cls
        .is(
            &global::BaseExceptionGroup
                .load()
                .or_else(|_| Ok(py::pure::load("_groups", "BaseExceptionGroup")?))?,
        )
        && py::builtins::all(
                &py::pos(
                    &[
                        {
                            async fn body_11(yielder: py::Yielder, u2e0: Value) -> R {
                                let mut iter_9 = py::iter::iter(&u2e0)?;
                                while let Some(one) = iter_9.next()? {
                                    yielder
                                        .give(
                                            py::builtins::isinstance(
                                                &py::pos(&[one.clone(), py::exception("Exception")]),
                                            )?,
                                        )
                                        .await?;
                                }
                                Ok(Value::None)
                            }
                            let arg_12 = py::iter::started(&inner.clone())?;
                            py::generator(
                                "<genexpr>",
                                move |yielder| body_11(yielder, arg_12),
                            )
                        },
                    ],
                ),
            )?
            .truth()?
    {
        cls = global::ExceptionGroup
            .load()
            .or_else(|_| Ok(py::pure::load("_groups", "ExceptionGroup")?))?;
    }
    let made = py::exception("BaseException")
        .method("__new__", &[cls.clone(), message.clone(), exceptions.clone()])?;
    made.set_attr("message", message.clone())?;
    made.set_attr("exceptions", inner.clone())?;
    Ok(made.clone())
}

pub(crate) fn base_exception_group_init(
    self_: Value,
    message: Value,
    exceptions: Value,
) -> R {
    Ok(Value::None)
}

pub(crate) fn base_exception_group_str(self_: Value) -> R {
    let count = Value::from(py::builtins::len(&self_.attr("exceptions")?)?);
    Ok(
        Value::str(
            format!(
                "{} ({} sub-exception{})", py::show(& self_.attr("message") ?) ?,
                py::show(& count) ?, py::show(& if count.is_eq(& Value::Int(1)) ? {
                Value::str("") } else { Value::str("s") }) ?
            ),
        ),
    )
}

pub(crate) fn base_exception_group_repr(self_: Value) -> R {
    Ok(
        Value::str(
            format!(
                "{}({}, {})", py::show(& py::construct::type_(& py::pos(& [self_
                .clone()])) ?.attr("__name__") ?) ?, py::fmt(& self_.attr("message") ?,
                'r', "") ?, py::fmt(& py::construct::list(& py::pos(& [self_
                .attr("exceptions") ?])) ?, 'r', "") ?
            ),
        ),
    )
}

pub(crate) fn base_exception_group_derive(self_: Value, exceptions: Value) -> R {
    Ok(
        py::call::call(
            &global::BaseExceptionGroup
                .load()
                .or_else(|_| Ok(py::pure::load("_groups", "BaseExceptionGroup")?))?,
            &py::pos(&[self_.attr("message")?, exceptions.clone()]),
        )?,
    )
}

pub(crate) fn base_exception_group_fits(
    self_: Value,
    condition: Value,
    one: Value,
) -> R {
    if py::builtins::isinstance(
            &py::pos(&[condition.clone(), py::library_class("type")]),
        )?
        .truth()?
        || py::builtins::isinstance(
                &py::pos(&[condition.clone(), py::library_class("tuple")]),
            )?
            .truth()?
    {
        return Ok(
            py::builtins::isinstance(&py::pos(&[one.clone(), condition.clone()]))?,
        );
    }
    Ok(py::call::call(&condition.clone(), &py::pos(&[one.clone()]))?)
}

pub(crate) fn base_exception_group_subgroup(self_: Value, condition: Value) -> R {
    Ok(self_.method("split", &[condition.clone()])?.item(&Value::Int(0))?)
}

pub(crate) fn base_exception_group_split(self_: Value, condition: Value) -> R {
    let mut a = Value::Unbound;
    let mut b = Value::Unbound;
    let mut no = Value::Unbound;
    let mut yes = Value::Unbound;
    if self_.method("_fits", &[condition.clone(), self_.clone()])?.truth()? {
        return Ok(py::tuple([self_.clone(), Value::None]));
    }
    let [item_15, item_16] = py::unpack::<2>(&py::tuple([py::list([]), py::list([])]))?;
    yes = item_15;
    no = item_16;
    let mut iter_17 = py::iter::iter(&self_.attr("exceptions")?)?;
    while let Some(one) = iter_17.next()? {
        if py::builtins::isinstance(
                &py::pos(
                    &[
                        one.clone(),
                        global::BaseExceptionGroup
                            .load()
                            .or_else(|_| Ok(
                                py::pure::load("_groups", "BaseExceptionGroup")?,
                            ))?,
                    ],
                ),
            )?
            .truth()?
        {
            let [item_19, item_20] = py::unpack::<
                2,
            >(&one.method("split", &[condition.clone()])?)?;
            a = item_19;
            b = item_20;
            if !a.is(&Value::None) {
                yes.method("append", &[a.clone()])?;
            }
            if !b.is(&Value::None) {
                no.method("append", &[b.clone()])?;
            }
        } else if self_.method("_fits", &[condition.clone(), one.clone()])?.truth()? {
            yes.method("append", &[one.clone()])?;
        } else {
            no.method("append", &[one.clone()])?;
        }
    }
    Ok(
        py::tuple([
            self_.method("_made", &[yes.clone()])?,
            self_.method("_made", &[no.clone()])?,
        ]),
    )
}

pub(crate) fn base_exception_group_made(self_: Value, exceptions: Value) -> R {
    if !exceptions.truth()? {
        return Ok(Value::None);
    }
    let made = self_.method("derive", &[exceptions.clone()])?;
    if py::builtins::hasattr(&py::pos(&[self_.clone(), Value::str("__notes__")]))?
        .truth()?
    {
        made.set_attr(
            "__notes__",
            py::construct::list(&py::pos(&[self_.attr("__notes__")?]))?,
        )?;
    }
    Ok(made.clone())
}

pub(crate) fn exception_group_derive(self_: Value, exceptions: Value) -> R {
    Ok(
        py::call::call(
            &global::ExceptionGroup
                .load()
                .or_else(|_| Ok(py::pure::load("_groups", "ExceptionGroup")?))?,
            &py::pos(&[self_.attr("message")?, exceptions.clone()]),
        )?,
    )
}

pub(crate) fn handling_init(self_: Value, raised: Value) -> R {
    self_.set_attr("whole", raised.clone())?;
    self_.set_attr("rest", raised.clone())?;
    self_.set_attr("failed", py::list([]))?;
    self_.set_attr("matched", Value::Bool(false))?;
    Ok(Value::None)
}

pub(crate) fn handling_match(self_: Value, classes: Value) -> R {
    let mut found = Value::Unbound;
    if self_.attr("rest")?.is(&Value::None) {
        return Ok(Value::None);
    }
    if py::builtins::isinstance(
            &py::pos(
                &[
                    self_.attr("rest")?,
                    global::BaseExceptionGroup
                        .load()
                        .or_else(|_| Ok(
                            py::pure::load("_groups", "BaseExceptionGroup")?,
                        ))?,
                ],
            ),
        )?
        .truth()?
    {
        let [item_22, item_23] = py::unpack::<
            2,
        >(&self_.attr("rest")?.method("split", &[classes.clone()])?)?;
        found = item_22;
        self_.set_attr("rest", item_23)?;
    } else if py::builtins::isinstance(
            &py::pos(&[self_.attr("rest")?, classes.clone()]),
        )?
        .truth()?
    {
        let [item_25, item_26] = py::unpack::<
            2,
        >(
            &py::tuple([
                py::call::call(
                    &global::ExceptionGroup
                        .load()
                        .or_else(|_| Ok(py::pure::load("_groups", "ExceptionGroup")?))?,
                    &py::pos(&[Value::str(""), py::list([self_.attr("rest")?])]),
                )?,
                Value::None,
            ]),
        )?;
        found = item_25;
        self_.set_attr("rest", item_26)?;
    } else {
        found = Value::None;
    }
    if !found.is(&Value::None) {
        self_.set_attr("matched", Value::Bool(true))?;
    }
    Ok(found.clone())
}

pub(crate) fn handling_raised(self_: Value, error: Value) -> R {
    self_.attr("failed")?.method("append", &[error.clone()])?;
    Ok(Value::None)
}

pub(crate) fn handling_finish(self_: Value) -> R {
    if !self_.attr("matched")?.truth()? {
        return Err(py::exc::to_raise(&self_.attr("whole")?)?);
    }
    if self_.attr("failed")?.truth()? {
        let left = if self_.attr("rest")?.is(&Value::None) {
            self_.attr("failed")?
        } else {
            self_.attr("failed")?.add(&py::list([self_.attr("rest")?]))?
        };
        if Value::from(py::builtins::len(&left)?).is_eq(&Value::Int(1))?
            && self_.attr("rest")?.is(&Value::None)
        {
            return Err(py::exc::to_raise(&left.item(&Value::Int(0))?)?);
        }
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::ExceptionGroup
                        .load()
                        .or_else(|_| Ok(py::pure::load("_groups", "ExceptionGroup")?))?,
                    &py::pos(&[Value::str(""), left.clone()]),
                )?,
            )?,
        );
    }
    if !self_.attr("rest")?.is(&Value::None) {
        return Err(py::exc::to_raise(&self_.attr("rest")?)?);
    }
    Ok(Value::None)
}

/// The statements of `_groups.py`.
pub(crate) fn run() -> R<()> {
    global::BaseExceptionGroup
        .store({
            let class = py::ClassBody::new(
                "BaseExceptionGroup",
                NAME,
                Value::None,
                &[py::exception("BaseException")],
            )?;
            class
                .set(
                    "__new__",
                    py::def(
                        "BaseExceptionGroup.__new__",
                        "cls, message, exceptions",
                        [],
                        base_exception_group_new,
                    ),
                );
            class
                .set(
                    "__init__",
                    py::def(
                        "BaseExceptionGroup.__init__",
                        "self, message, exceptions",
                        [],
                        base_exception_group_init,
                    ),
                );
            class
                .set(
                    "__str__",
                    py::def(
                        "BaseExceptionGroup.__str__",
                        "self",
                        [],
                        base_exception_group_str,
                    ),
                );
            class
                .set(
                    "__repr__",
                    py::def(
                        "BaseExceptionGroup.__repr__",
                        "self",
                        [],
                        base_exception_group_repr,
                    ),
                );
            class
                .set(
                    "derive",
                    py::def(
                        "BaseExceptionGroup.derive",
                        "self, exceptions",
                        [],
                        base_exception_group_derive,
                    ),
                );
            class
                .set(
                    "_fits",
                    py::def(
                        "BaseExceptionGroup._fits",
                        "self, condition, one",
                        [],
                        base_exception_group_fits,
                    ),
                );
            class
                .set(
                    "subgroup",
                    py::def(
                        "BaseExceptionGroup.subgroup",
                        "self, condition",
                        [],
                        base_exception_group_subgroup,
                    ),
                );
            class
                .set(
                    "split",
                    py::def(
                        "BaseExceptionGroup.split",
                        "self, condition",
                        [],
                        base_exception_group_split,
                    ),
                );
            class
                .set(
                    "_made",
                    py::def(
                        "BaseExceptionGroup._made",
                        "self, exceptions",
                        [],
                        base_exception_group_made,
                    ),
                );
            class.finish(&[])?
        });
    global::ExceptionGroup
        .store({
            let class = py::ClassBody::new(
                "ExceptionGroup",
                NAME,
                Value::None,
                &[
                    global::BaseExceptionGroup
                        .load()
                        .or_else(|_| Ok(
                            py::pure::load("_groups", "BaseExceptionGroup")?,
                        ))?,
                    py::exception("Exception"),
                ],
            )?;
            class
                .set(
                    "derive",
                    py::def(
                        "ExceptionGroup.derive",
                        "self, exceptions",
                        [],
                        exception_group_derive,
                    ),
                );
            class.finish(&[])?
        });
    global::Handling
        .store({
            let class = py::ClassBody::new(
                "Handling",
                NAME,
                Value::str("The state of a `try` with `except*`."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def("Handling.__init__", "self, raised", [], handling_init),
                );
            class
                .set(
                    "match",
                    py::def("Handling.match", "self, classes", [], handling_match),
                );
            class
                .set(
                    "raised",
                    py::def("Handling.raised", "self, error", [], handling_raised),
                );
            class.set("finish", py::def("Handling.finish", "self", [], handling_finish));
            class.finish(&[])?
        });
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library _groups") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "BaseExceptionGroup" => global::BaseExceptionGroup.load(),
        "ExceptionGroup" => global::ExceptionGroup.load(),
        "Handling" => global::Handling.load(),
        _ => Ok(Value::None),
    }
}
