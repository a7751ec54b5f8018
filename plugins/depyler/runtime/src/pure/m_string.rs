//! Templates and formatters.
//!
//! @generated from `runtime/pure/string.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "string";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static Template : Global = const { Global::new("Template") }; pub
        (crate) static _NAME : Global = const { Global::new("_NAME") }; pub (crate)
        static capwords : Global = const { Global::new("capwords") };
    }
}

/// Capitalises words.
pub(crate) fn capwords(s: Value, sep: Value) -> R {
    Ok(
        {
            let left_1 = sep.clone();
            if left_1.truth()? { left_1 } else { Value::str(" ") }
        }
            .method(
                "join",
                &[
                    py::construct::map(
                        &py::pos(
                            &[
                                py::library_class("str").attr("capitalize")?,
                                s.method("split", &[sep.clone()])?,
                            ],
                        ),
                    )?,
                ],
            )?,
    )
}

pub(crate) fn template_init(self_: Value, template: Value) -> R {
    self_.set_attr("template", template.clone())?;
    Ok(Value::None)
}

pub(crate) fn template_bad(self_: Value, at: Value) -> R {
    let mut column = Value::Unbound;
    let mut line = Value::Unbound;
    let before = self_
        .attr("template")?
        .item(&py::item::slice(Value::None, at.clone(), Value::None))?
        .method("splitlines", &[Value::Bool(true)])?;
    if !before.truth()? {
        let [item_2, item_3] = py::unpack::<
            2,
        >(&py::tuple([Value::Int(1), Value::Int(1)]))?;
        column = item_2;
        line = item_3;
    } else {
        column = at
            .sub(
                &Value::from(
                    py::builtins::len(
                        &Value::str("")
                            .method(
                                "join",
                                &[
                                    before
                                        .item(
                                            &py::item::slice(Value::None, Value::Int(-1), Value::None),
                                        )?,
                                ],
                            )?,
                    )?,
                ),
            )?
            .add(&Value::Int(1))?;
        line = Value::from(py::builtins::len(&before)?);
    }
    Err(
        py::exc::to_raise(
            &py::call::call(
                &py::exception("ValueError"),
                &py::pos(
                    &[
                        Value::str("Invalid placeholder in string: line %d, col %d")
                            .modulo(&py::tuple([line.clone(), column.clone()]))?,
                    ],
                ),
            )?,
        )?,
    )
}

pub(crate) fn template_all(self_: Value, args: Value, kwargs: Value) -> R {
    if !args.truth()? {
        return Ok(kwargs.clone());
    }
    if kwargs.truth()? {
        let both = py::construct::dict(&py::pos(&[args.item(&Value::Int(0))?]))?;
        both.method("update", &[kwargs.clone()])?;
        return Ok(both.clone());
    }
    Ok(args.item(&Value::Int(0))?)
}

pub(crate) fn template_substitute(self_: Value, args: Value, kwargs: Value) -> R {
    let self_ = py::Shared::new("self", self_);
    let mut convert = Value::Unbound;
    let values = py::Shared::new("values", Value::Unbound);
    values.store(self_.load()?.method("_all", &[args.clone(), kwargs.clone()])?);
    convert = {
        let self_ = self_.clone();
        let values = values.clone();
        py::def(
            "Template.substitute.<locals>.convert",
            "found",
            [],
            move |found: Value| -> R {
                let name = {
                    let left_5 = found.method("group", &[Value::str("named")])?;
                    if left_5.truth()? {
                        left_5
                    } else {
                        found.method("group", &[Value::str("braced")])?
                    }
                };
                if !name.is(&Value::None) {
                    return Ok(
                        py::construct::str(&py::pos(&[values.load()?.item(&name)?]))?,
                    );
                }
                if !found.method("group", &[Value::str("escaped")])?.is(&Value::None) {
                    return Ok(Value::str("$"));
                }
                self_
                    .load()?
                    .method(
                        "_bad",
                        &[
                            found
                                .method("start", &[Value::str("invalid")])?
                                .sub(&Value::Int(1))?,
                        ],
                    )?;
                Ok(Value::None)
            },
        )
    };
    Ok(
        global::_NAME
            .load()?
            .method("sub", &[convert.clone(), self_.load()?.attr("template")?])?,
    )
}

pub(crate) fn template_safe_substitute(self_: Value, args: Value, kwargs: Value) -> R {
    let mut convert = Value::Unbound;
    let values = py::Shared::new("values", Value::Unbound);
    values.store(self_.method("_all", &[args.clone(), kwargs.clone()])?);
    convert = {
        let values = values.clone();
        py::def(
            "Template.safe_substitute.<locals>.convert",
            "found",
            [],
            move |found: Value| -> R {
                let name = {
                    let left_6 = found.method("group", &[Value::str("named")])?;
                    if left_6.truth()? {
                        left_6
                    } else {
                        found.method("group", &[Value::str("braced")])?
                    }
                };
                if !name.is(&Value::None) {
                    let flow_9: py::Flow = 'try_7: {
                        return Ok(
                            py::attempt!(
                                'try_7, py::construct::str(& py::pos(& [py::attempt!('try_7,
                                py::attempt!('try_7, values.load()) .item(& name))]))
                            ),
                        );
                    };
                    if let py::Flow::Raise(raised_8) = flow_9 {
                        if raised_8.is_a("KeyError") {
                            return Ok(found.method("group", &[])?);
                        } else {
                            return Err(raised_8);
                        }
                    }
                }
                if !found.method("group", &[Value::str("escaped")])?.is(&Value::None) {
                    return Ok(Value::str("$"));
                }
                Ok(found.method("group", &[])?)
            },
        )
    };
    Ok(global::_NAME.load()?.method("sub", &[convert.clone(), self_.attr("template")?])?)
}

/// The statements of `string.py`.
pub(crate) fn run() -> R<()> {
    global::capwords
        .store(
            py::documented(
                py::def("capwords", "s, sep=", [Value::None], capwords),
                "Capitalises words.",
            ),
        );
    global::_NAME
        .store(
            py::library::re::compile(
                &py::pos(
                    &[
                        Value::str(
                            "\\$(?:(?P<escaped>\\$)|(?P<named>[_a-zA-Z][_a-zA-Z0-9]*)|\\{(?P<braced>[_a-zA-Z][_a-zA-Z0-9]*)\\}|(?P<invalid>))",
                        ),
                    ],
                ),
            )?,
        );
    global::Template
        .store({
            let class = py::ClassBody::new(
                "Template",
                NAME,
                Value::str("Text with `$names`."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def("Template.__init__", "self, template", [], template_init),
                );
            class.set("_bad", py::def("Template._bad", "self, at", [], template_bad));
            class
                .set(
                    "_all",
                    py::def("Template._all", "self, args, kwargs", [], template_all),
                );
            class
                .set(
                    "substitute",
                    py::def(
                        "Template.substitute",
                        "self, *args, **kwargs",
                        [],
                        template_substitute,
                    ),
                );
            class
                .set(
                    "safe_substitute",
                    py::def(
                        "Template.safe_substitute",
                        "self, *args, **kwargs",
                        [],
                        template_safe_substitute,
                    ),
                );
            class.finish(&[])?
        });
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library string") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "capwords" => global::capwords.load(),
        "Template" => global::Template.load(),
        _ => Ok(Value::None),
    }
}
