//! Warnings go to standard error, or to a list of the program's.
//!
//! @generated from `runtime/pure/warnings.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "warnings";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static WarningMessage : Global = const {
        Global::new("WarningMessage") }; pub (crate) static _State : Global = const {
        Global::new("_State") }; pub (crate) static _action : Global = const {
        Global::new("_action") }; pub (crate) static _state : Global = const {
        Global::new("_state") }; pub (crate) static catch_warnings : Global = const {
        Global::new("catch_warnings") }; pub (crate) static filters : Global = const {
        Global::new("filters") }; pub (crate) static filterwarnings : Global = const {
        Global::new("filterwarnings") }; pub (crate) static resetwarnings : Global =
        const { Global::new("resetwarnings") }; pub (crate) static simplefilter : Global
        = const { Global::new("simplefilter") }; pub (crate) static warn : Global = const
        { Global::new("warn") };
    }
}

pub(crate) fn warning_message_init(
    self_: Value,
    message: Value,
    category: Value,
    filename: Value,
    lineno: Value,
    file: Value,
    line: Value,
    source: Value,
) -> R {
    self_.set_attr("message", message.clone())?;
    self_.set_attr("category", category.clone())?;
    self_.set_attr("file", file.clone())?;
    self_.set_attr("line", line.clone())?;
    self_.set_attr("source", source.clone())?;
    self_
        .set_attr(
            "_category_name",
            if category.truth()? { category.attr("__name__")? } else { Value::None },
        )?;
    Ok(Value::None)
}

pub(crate) fn _state_init(self_: Value) -> R {
    self_
        .set_attr(
            "filters",
            py::list([
                py::tuple([
                    Value::str("ignore"),
                    py::exception("PendingDeprecationWarning"),
                ]),
                py::tuple([Value::str("ignore"), py::exception("ImportWarning")]),
                py::tuple([Value::str("ignore"), py::exception("ResourceWarning")]),
            ]),
        )?;
    self_.set_attr("caught", Value::None)?;
    self_.set_attr("seen", py::construct::set(&py::Args::none())?)?;
    Ok(Value::None)
}

pub(crate) fn _action(category: Value) -> R {
    let mut action = Value::Unbound;
    let mut kind = Value::Unbound;
    let mut iter_2 = py::iter::iter(&global::_state.load()?.attr("filters")?)?;
    while let Some(item_3) = iter_2.next()? {
        let [item_4, item_5] = py::unpack::<2>(&item_3)?;
        action = item_4;
        kind = item_5;
        if py::builtins::issubclass(&py::pos(&[category.clone(), kind.clone()]))?
            .truth()?
        {
            return Ok(action.clone());
        }
    }
    Ok(Value::str("default"))
}

pub(crate) fn warn(
    message: Value,
    mut category: Value,
    stacklevel: Value,
    source: Value,
) -> R {
    let mut text = Value::Unbound;
    if py::builtins::isinstance(&py::pos(&[message.clone(), py::exception("Warning")]))?
        .truth()?
    {
        category = py::construct::type_(&py::pos(&[message.clone()]))?;
        text = message.clone();
    } else {
        category = if category.is(&Value::None) {
            py::exception("UserWarning")
        } else {
            category.clone()
        };
        text = py::call::call(&category.clone(), &py::pos(&[message.clone()]))?;
    }
    let action = _action(category.clone())?;
    if action.is_eq(&Value::str("ignore"))? {
        return Ok(Value::None);
    }
    if action.is_eq(&Value::str("error"))? {
        return Err(py::exc::to_raise(&text)?);
    }
    let key = py::tuple([
        py::construct::str(&py::pos(&[text.clone()]))?,
        category.attr("__name__")?,
    ]);
    if py::contained(
        &action,
        &py::tuple([Value::str("once"), Value::str("module"), Value::str("default")]),
    )? {
        // One place in the source is told from another by its text alone here.
        if py::contained(&key, &global::_state.load()?.attr("seen")?)? {
            if !global::_state.load()?.attr("caught")?.is(&Value::None) {
                py::library::sys::_stop(
                    &py::pos(
                        &[
                            Value::str(
                                "batuta: PY0206 whether a repeated warning comes from another line is not known",
                            ),
                        ],
                    ),
                )?;
            }
            return Ok(Value::None);
        }
        global::_state.load()?.attr("seen")?.method("add", &[key.clone()])?;
    }
    if !global::_state.load()?.attr("caught")?.is(&Value::None) {
        global::_state
            .load()?
            .attr("caught")?
            .method(
                "append",
                &[
                    py::call::call(
                        &global::WarningMessage.load()?,
                        &py::pos(
                            &[
                                text.clone(),
                                category.clone(),
                                Value::str(""),
                                Value::Int(0),
                            ],
                        ),
                    )?,
                ],
            )?;
    } else {
        py::library::sys::stderr()
            .method(
                "write",
                &[
                    Value::str(
                        format!(
                            "{}: {}\n", py::show(& category.attr("__name__") ?) ?,
                            py::show(& text) ?
                        ),
                    ),
                ],
            )?;
    }
    Ok(Value::None)
}

pub(crate) fn simplefilter(
    action: Value,
    category: Value,
    lineno: Value,
    append: Value,
) -> R {
    if append.truth()? {
        global::_state
            .load()?
            .attr("filters")?
            .method("append", &[py::tuple([action.clone(), category.clone()])])?;
    } else {
        global::_state
            .load()?
            .attr("filters")?
            .method(
                "insert",
                &[Value::Int(0), py::tuple([action.clone(), category.clone()])],
            )?;
    }
    global::_state.load()?.attr("seen")?.method("clear", &[])?;
    Ok(Value::None)
}

pub(crate) fn filterwarnings(
    action: Value,
    message: Value,
    category: Value,
    module: Value,
    lineno: Value,
    append: Value,
) -> R {
    if message.truth()? || module.truth()? {
        py::library::sys::_stop(
            &py::pos(
                &[
                    Value::str(
                        "batuta: PY0206 filters of warnings by text or module are not converted",
                    ),
                ],
            ),
        )?;
    }
    simplefilter(action.clone(), category.clone(), lineno.clone(), append.clone())?;
    Ok(Value::None)
}

pub(crate) fn resetwarnings() -> R {
    global::_state.load()?.attr("filters")?.method("clear", &[])?;
    global::_state.load()?.attr("seen")?.method("clear", &[])?;
    Ok(Value::None)
}

pub(crate) fn catch_warnings_init(
    self_: Value,
    record: Value,
    module: Value,
    action: Value,
    category: Value,
    lineno: Value,
    append: Value,
) -> R {
    self_.set_attr("_record", record.clone())?;
    self_.set_attr("_saved", Value::None)?;
    Ok(Value::None)
}

pub(crate) fn catch_warnings_enter(self_: Value) -> R {
    self_
        .set_attr(
            "_saved",
            py::tuple([
                py::construct::list(
                    &py::pos(&[global::_state.load()?.attr("filters")?]),
                )?,
                global::_state.load()?.attr("caught")?,
                py::construct::set(&py::pos(&[global::_state.load()?.attr("seen")?]))?,
            ]),
        )?;
    if self_.attr("_record")?.truth()? {
        global::_state.load()?.set_attr("caught", py::list([]))?;
        global::_state.load()?.attr("seen")?.method("clear", &[])?;
        return Ok(global::_state.load()?.attr("caught")?);
    }
    Ok(Value::None)
}

pub(crate) fn catch_warnings_exit(self_: Value, info: Value) -> R {
    let mut caught = Value::Unbound;
    let mut filters = Value::Unbound;
    let mut seen = Value::Unbound;
    let [item_9, item_10, item_11] = py::unpack::<3>(&self_.attr("_saved")?)?;
    filters = item_9;
    caught = item_10;
    seen = item_11;
    let value_12 = filters.clone();
    global::_state
        .load()?
        .attr("filters")?
        .set_item(py::item::slice(Value::None, Value::None, Value::None), value_12)?;
    global::_state.load()?.set_attr("caught", caught.clone())?;
    global::_state.load()?.set_attr("seen", seen.clone())?;
    Ok(Value::None)
}

/// The statements of `warnings.py`.
pub(crate) fn run() -> R<()> {
    global::WarningMessage
        .store({
            let class = py::ClassBody::new(
                "WarningMessage",
                NAME,
                Value::str("A warning that was caught."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "WarningMessage.__init__",
                        "self, message, category, filename, lineno, file=, line=, source=",
                        [Value::None, Value::None, Value::None],
                        warning_message_init,
                    ),
                );
            class.finish(&[])?
        });
    global::_State
        .store({
            let class = py::ClassBody::new("_State", NAME, Value::None, &[])?;
            class.set("__init__", py::def("_State.__init__", "self", [], _state_init));
            class.finish(&[])?
        });
    global::_state.store(py::call::call(&global::_State.load()?, &py::Args::none())?);
    global::filters.store(global::_state.load()?.attr("filters")?);
    global::_action.store(py::def("_action", "category", [], _action));
    global::warn
        .store(
            py::def(
                "warn",
                "message, category=, stacklevel=, source=",
                [Value::None, Value::Int(1), Value::None],
                warn,
            ),
        );
    global::simplefilter
        .store(
            py::def(
                "simplefilter",
                "action, category=, lineno=, append=",
                [py::exception("Warning"), Value::Int(0), Value::Bool(false)],
                simplefilter,
            ),
        );
    global::filterwarnings
        .store(
            py::def(
                "filterwarnings",
                "action, message=, category=, module=, lineno=, append=",
                [
                    Value::str(""),
                    py::exception("Warning"),
                    Value::str(""),
                    Value::Int(0),
                    Value::Bool(false),
                ],
                filterwarnings,
            ),
        );
    global::resetwarnings.store(py::def("resetwarnings", "", [], resetwarnings));
    global::catch_warnings
        .store({
            let class = py::ClassBody::new(
                "catch_warnings",
                NAME,
                Value::str("Keeps filters, and catches warnings when asked to."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "catch_warnings.__init__",
                        "self, *, record=, module=, action=, category=, lineno=, append=",
                        [
                            Value::Bool(false),
                            Value::None,
                            Value::None,
                            py::exception("Warning"),
                            Value::Int(0),
                            Value::Bool(false),
                        ],
                        catch_warnings_init,
                    ),
                );
            class
                .set(
                    "__enter__",
                    py::def("catch_warnings.__enter__", "self", [], catch_warnings_enter),
                );
            class
                .set(
                    "__exit__",
                    py::def(
                        "catch_warnings.__exit__",
                        "self, *info",
                        [],
                        catch_warnings_exit,
                    ),
                );
            class.finish(&[])?
        });
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library warnings") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "WarningMessage" => global::WarningMessage.load(),
        "filters" => global::filters.load(),
        "warn" => global::warn.load(),
        "simplefilter" => global::simplefilter.load(),
        "filterwarnings" => global::filterwarnings.load(),
        "resetwarnings" => global::resetwarnings.load(),
        "catch_warnings" => global::catch_warnings.load(),
        _ => Ok(Value::None),
    }
}
