//! What kind of object something is.
//!
//! @generated from `runtime/pure/inspect.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static cleandoc : Global = const { Global::new("cleandoc") }; pub
        (crate) static getdoc : Global = const { Global::new("getdoc") }; pub (crate)
        static getmembers : Global = const { Global::new("getmembers") }; pub (crate)
        static getmro : Global = const { Global::new("getmro") }; pub (crate) static
        isabstract : Global = const { Global::new("isabstract") }; pub (crate) static
        isawaitable : Global = const { Global::new("isawaitable") }; pub (crate) static
        isbuiltin : Global = const { Global::new("isbuiltin") }; pub (crate) static
        isclass : Global = const { Global::new("isclass") }; pub (crate) static
        iscoroutine : Global = const { Global::new("iscoroutine") }; pub (crate) static
        isfunction : Global = const { Global::new("isfunction") }; pub (crate) static
        isgenerator : Global = const { Global::new("isgenerator") }; pub (crate) static
        ismethod : Global = const { Global::new("ismethod") }; pub (crate) static
        isroutine : Global = const { Global::new("isroutine") };
    }
}

pub(crate) fn isclass(object: Value) -> R {
    Ok(py::builtins::isinstance(&py::pos(&[object.clone(), py::library_class("type")]))?)
}

pub(crate) fn isfunction(object: Value) -> R {
    Ok(
        py::builtins::isinstance(
            &py::pos(&[object.clone(), py::pure::load("types", "FunctionType")?]),
        )?,
    )
}

pub(crate) fn ismethod(object: Value) -> R {
    Ok(
        py::builtins::isinstance(
            &py::pos(&[object.clone(), py::pure::load("types", "MethodType")?]),
        )?,
    )
}

pub(crate) fn isbuiltin(object: Value) -> R {
    Ok(
        py::builtins::isinstance(
            &py::pos(&[object.clone(), py::pure::load("types", "BuiltinFunctionType")?]),
        )?,
    )
}

pub(crate) fn isroutine(object: Value) -> R {
    Ok({
        let left_1 = isfunction(object.clone())?;
        if left_1.truth()? {
            left_1
        } else {
            {
                let left_2 = ismethod(object.clone())?;
                if left_2.truth()? { left_2 } else { isbuiltin(object.clone())? }
            }
        }
    })
}

pub(crate) fn isgenerator(object: Value) -> R {
    Ok(
        py::builtins::isinstance(
            &py::pos(&[object.clone(), py::pure::load("types", "GeneratorType")?]),
        )?,
    )
}

pub(crate) fn iscoroutine(object: Value) -> R {
    Ok(
        py::construct::type_(&py::pos(&[object.clone()]))?
            .attr("__name__")?
            .eq(&Value::str("coroutine"))?,
    )
}

pub(crate) fn isawaitable(object: Value) -> R {
    Ok({
        let left_3 = iscoroutine(object.clone())?;
        if left_3.truth()? {
            left_3
        } else {
            py::builtins::hasattr(&py::pos(&[object.clone(), Value::str("__await__")]))?
        }
    })
}

pub(crate) fn isabstract(object: Value) -> R {
    Ok({
        let left_4 = py::builtins::isinstance(
            &py::pos(&[object.clone(), py::library_class("type")]),
        )?;
        if !left_4.truth()? {
            left_4
        } else {
            py::builtins::any(
                &py::pos(
                    &[
                        {
                            async fn body_7(
                                yielder: py::Yielder,
                                object: Value,
                                u2e0: Value,
                            ) -> R {
                                let mut iter_5 = py::iter::iter(&u2e0)?;
                                while let Some(n) = iter_5.next()? {
                                    yielder
                                        .give(
                                            py::builtins::getattr(
                                                &py::pos(
                                                    &[
                                                        py::builtins::getattr(
                                                            &py::pos(&[object.clone(), n.clone(), Value::None]),
                                                        )?,
                                                        Value::str("__isabstractmethod__"),
                                                        Value::Bool(false),
                                                    ],
                                                ),
                                            )?,
                                        )
                                        .await?;
                                }
                                Ok(Value::None)
                            }
                            let object = object.clone();
                            let arg_8 = py::iter::started(
                                &py::builtins::dir(&py::pos(&[object.clone()]))?,
                            )?;
                            py::generator(
                                "<genexpr>",
                                move |yielder| body_7(yielder, object, arg_8),
                            )
                        },
                    ],
                ),
            )?
        }
    })
}

pub(crate) fn getmembers(object: Value, predicate: Value) -> R {
    let mut value = Value::Unbound;
    let found = py::list([]);
    let mut iter_9 = py::iter::iter(
        &py::builtins::sorted(
            &py::pos(&[py::builtins::dir(&py::pos(&[object.clone()]))?]),
        )?,
    )?;
    while let Some(name) = iter_9.next()? {
        let flow_13: py::Flow = 'try_11: {
            value = py::attempt!(
                'try_11, py::builtins::getattr(& py::pos(& [object.clone(), name
                .clone()]))
            );
            py::Flow::Next
        };
        if let py::Flow::Raise(raised_12) = flow_13 {
            if raised_12.is_a("AttributeError") {
                continue;
            } else {
                return Err(raised_12);
            }
        }
        if predicate.is(&Value::None)
            || py::call::call(&predicate.clone(), &py::pos(&[value.clone()]))?.truth()?
        {
            found.method("append", &[py::tuple([name.clone(), value.clone()])])?;
        }
    }
    Ok(found.clone())
}

pub(crate) fn cleandoc(doc: Value) -> R {
    let lines = doc.method("expandtabs", &[])?.method("split", &[Value::str("\n")])?;
    let mut margin = Value::None;
    let mut iter_15 = py::iter::iter(
        &lines.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
    )?;
    while let Some(line) = iter_15.next()? {
        let content = Value::from(py::builtins::len(&line.method("lstrip", &[])?)?);
        if content.truth()? {
            let indent = Value::from(py::builtins::len(&line)?).sub(&content)?;
            margin = if margin.is(&Value::None) {
                indent.clone()
            } else {
                py::builtins::min(&py::pos(&[margin.clone(), indent.clone()]))?
            };
        }
    }
    if lines.truth()? {
        let value_17 = lines.item(&Value::Int(0))?.method("lstrip", &[])?;
        lines.set_item(Value::Int(0), value_17)?;
    }
    if !margin.is(&Value::None) {
        let mut iter_18 = py::iter::iter(
            &py::construct::range(
                &py::pos(&[Value::Int(1), Value::from(py::builtins::len(&lines)?)]),
            )?,
        )?;
        while let Some(i) = iter_18.next()? {
            let value_20 = lines
                .item(&i)?
                .item(&py::item::slice(margin.clone(), Value::None, Value::None))?;
            lines.set_item(i.clone(), value_20)?;
        }
    }
    while lines.truth()? && !lines.item(&Value::Int(-1))?.truth()? {
        lines.method("pop", &[])?;
    }
    while lines.truth()? && !lines.item(&Value::Int(0))?.truth()? {
        lines.method("pop", &[Value::Int(0)])?;
    }
    Ok(Value::str("\n").method("join", &[lines.clone()])?)
}

pub(crate) fn getdoc(object: Value) -> R {
    let doc = object.attr("__doc__")?;
    Ok(
        if py::builtins::isinstance(&py::pos(&[doc.clone(), py::library_class("str")]))?
            .truth()?
        {
            cleandoc(doc.clone())?
        } else {
            Value::None
        },
    )
}

pub(crate) fn getmro(cls: Value) -> R {
    Ok(cls.attr("__mro__")?)
}

/// The statements of `inspect.py`.
pub(crate) fn run() -> R<()> {
    global::isclass.store(py::def("isclass", "object", [], isclass));
    global::isfunction.store(py::def("isfunction", "object", [], isfunction));
    global::ismethod.store(py::def("ismethod", "object", [], ismethod));
    global::isbuiltin.store(py::def("isbuiltin", "object", [], isbuiltin));
    global::isroutine.store(py::def("isroutine", "object", [], isroutine));
    global::isgenerator.store(py::def("isgenerator", "object", [], isgenerator));
    global::iscoroutine.store(py::def("iscoroutine", "object", [], iscoroutine));
    global::isawaitable.store(py::def("isawaitable", "object", [], isawaitable));
    global::isabstract.store(py::def("isabstract", "object", [], isabstract));
    global::getmembers
        .store(py::def("getmembers", "object, predicate=", [Value::None], getmembers));
    global::cleandoc.store(py::def("cleandoc", "doc", [], cleandoc));
    global::getdoc.store(py::def("getdoc", "object", [], getdoc));
    global::getmro.store(py::def("getmro", "cls", [], getmro));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library inspect") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "isclass" => global::isclass.load(),
        "isfunction" => global::isfunction.load(),
        "ismethod" => global::ismethod.load(),
        "isbuiltin" => global::isbuiltin.load(),
        "isroutine" => global::isroutine.load(),
        "isgenerator" => global::isgenerator.load(),
        "iscoroutine" => global::iscoroutine.load(),
        "isawaitable" => global::isawaitable.load(),
        "isabstract" => global::isabstract.load(),
        "getmembers" => global::getmembers.load(),
        "cleandoc" => global::cleandoc.load(),
        "getdoc" => global::getdoc.load(),
        "getmro" => global::getmro.load(),
        _ => Ok(Value::None),
    }
}
