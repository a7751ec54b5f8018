//! Log records, loggers, handlers and formatters.
//!
//! @generated from `runtime/pure/logging.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "logging";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static BASIC_FORMAT : Global = const { Global::new("BASIC_FORMAT") };
        pub (crate) static CRITICAL : Global = const { Global::new("CRITICAL") }; pub
        (crate) static DEBUG : Global = const { Global::new("DEBUG") }; pub (crate)
        static ERROR : Global = const { Global::new("ERROR") }; pub (crate) static FATAL
        : Global = const { Global::new("FATAL") }; pub (crate) static FileHandler :
        Global = const { Global::new("FileHandler") }; pub (crate) static Filter : Global
        = const { Global::new("Filter") }; pub (crate) static Filterer : Global = const {
        Global::new("Filterer") }; pub (crate) static Formatter : Global = const {
        Global::new("Formatter") }; pub (crate) static Handler : Global = const {
        Global::new("Handler") }; pub (crate) static INFO : Global = const {
        Global::new("INFO") }; pub (crate) static LogRecord : Global = const {
        Global::new("LogRecord") }; pub (crate) static Logger : Global = const {
        Global::new("Logger") }; pub (crate) static LoggerAdapter : Global = const {
        Global::new("LoggerAdapter") }; pub (crate) static NOTSET : Global = const {
        Global::new("NOTSET") }; pub (crate) static NullHandler : Global = const {
        Global::new("NullHandler") }; pub (crate) static RootLogger : Global = const {
        Global::new("RootLogger") }; pub (crate) static StreamHandler : Global = const {
        Global::new("StreamHandler") }; pub (crate) static WARN : Global = const {
        Global::new("WARN") }; pub (crate) static WARNING : Global = const {
        Global::new("WARNING") }; pub (crate) static _State : Global = const {
        Global::new("_State") }; pub (crate) static _check : Global = const {
        Global::new("_check") }; pub (crate) static _levels : Global = const {
        Global::new("_levels") }; pub (crate) static _names : Global = const {
        Global::new("_names") }; pub (crate) static _places : Global = const {
        Global::new("_places") }; pub (crate) static _plain : Global = const {
        Global::new("_plain") }; pub (crate) static _root : Global = const {
        Global::new("_root") }; pub (crate) static _state : Global = const {
        Global::new("_state") }; pub (crate) static _unknown : Global = const {
        Global::new("_unknown") }; pub (crate) static addLevelName : Global = const {
        Global::new("addLevelName") }; pub (crate) static basicConfig : Global = const {
        Global::new("basicConfig") }; pub (crate) static captureWarnings : Global = const
        { Global::new("captureWarnings") }; pub (crate) static critical : Global = const
        { Global::new("critical") }; pub (crate) static debug : Global = const {
        Global::new("debug") }; pub (crate) static disable : Global = const {
        Global::new("disable") }; pub (crate) static error : Global = const {
        Global::new("error") }; pub (crate) static exception : Global = const {
        Global::new("exception") }; pub (crate) static fatal : Global = const {
        Global::new("fatal") }; pub (crate) static getLevelName : Global = const {
        Global::new("getLevelName") }; pub (crate) static getLevelNamesMapping : Global =
        const { Global::new("getLevelNamesMapping") }; pub (crate) static getLogger :
        Global = const { Global::new("getLogger") }; pub (crate) static info : Global =
        const { Global::new("info") }; pub (crate) static log : Global = const {
        Global::new("log") }; pub (crate) static root : Global = const {
        Global::new("root") }; pub (crate) static shutdown : Global = const {
        Global::new("shutdown") }; pub (crate) static warn : Global = const {
        Global::new("warn") }; pub (crate) static warning : Global = const {
        Global::new("warning") };
    }
}

pub(crate) fn get_level_name(level: Value) -> R {
    if py::contained(&level, &global::_names.load()?)? {
        return Ok(global::_names.load()?.item(&level)?);
    }
    if py::contained(&level, &global::_levels.load()?)? {
        return Ok(global::_levels.load()?.item(&level)?);
    }
    Ok(Value::str(format!("Level {}", py::show(& level) ?)))
}

pub(crate) fn get_level_names_mapping() -> R {
    Ok(py::construct::dict(&py::pos(&[global::_levels.load()?]))?)
}

pub(crate) fn add_level_name(level: Value, name: Value) -> R {
    let value_1 = name.clone();
    global::_names.load()?.set_item(level.clone(), value_1)?;
    let value_2 = level.clone();
    global::_levels.load()?.set_item(name.clone(), value_2)?;
    Ok(Value::None)
}

pub(crate) fn _check(level: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[level.clone(), py::library_class("int")]))?
        .truth()?
    {
        return Ok(level.clone());
    }
    if py::builtins::isinstance(&py::pos(&[level.clone(), py::library_class("str")]))?
        .truth()?
    {
        if !py::contained(&level, &global::_levels.load()?)? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("ValueError"),
                        &py::pos(
                            &[
                                Value::str(
                                    format!("Unknown level: {}", py::fmt(& level, 'r', "") ?),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        return Ok(global::_levels.load()?.item(&level)?);
    }
    Err(
        py::exc::to_raise(
            &py::call::call(
                &py::exception("TypeError"),
                &py::pos(
                    &[
                        Value::str(
                            format!(
                                "Level not an integer or a valid string: {}", py::fmt(&
                                level, 'r', "") ?
                            ),
                        ),
                    ],
                ),
            )?,
        )?,
    )
}

pub(crate) fn _unknown(name: Value) -> R {
    py::library::sys::_stop(
        &py::pos(
            &[
                Value::str(
                    format!(
                        "batuta: PY0212 `{}` of a log record is not known in a converted program",
                        py::show(& name) ?
                    ),
                ),
            ],
        ),
    )?;
    Ok(Value::None)
}

pub(crate) fn log_record_init(
    self_: Value,
    name: Value,
    level: Value,
    pathname: Value,
    lineno: Value,
    msg: Value,
    mut args: Value,
    exc_info: Value,
    func: Value,
    sinfo: Value,
) -> R {
    self_.set_attr("name", name.clone())?;
    self_.set_attr("msg", msg.clone())?;
    if args.truth()? && Value::from(py::builtins::len(&args)?).is_eq(&Value::Int(1))?
        && py::builtins::isinstance(
                &py::pos(&[args.item(&Value::Int(0))?, py::library_class("dict")]),
            )?
            .truth()? && args.item(&Value::Int(0))?.truth()?
    {
        args = args.item(&Value::Int(0))?;
    }
    self_.set_attr("args", args.clone())?;
    self_.set_attr("levelname", get_level_name(level.clone())?)?;
    self_.set_attr("levelno", level.clone())?;
    self_.set_attr("exc_info", exc_info.clone())?;
    self_.set_attr("exc_text", Value::None)?;
    self_.set_attr("created", py::library::time::time(&py::Args::none())?)?;
    self_
        .set_attr(
            "msecs",
            py::construct::int(
                &py::pos(
                    &[
                        self_
                            .attr("created")?
                            .sub(
                                &py::construct::int(&py::pos(&[self_.attr("created")?]))?,
                            )?
                            .mul(&Value::Int(1000))?,
                    ],
                ),
            )?,
        )?;
    self_.set_attr("processName", Value::str("MainProcess"))?;
    Ok(Value::None)
}

pub(crate) fn log_record_getattr(self_: Value, name: Value) -> R {
    if py::contained(&name, &global::_places.load()?)? {
        _unknown(name.clone())?;
    }
    Err(
        py::exc::to_raise(
            &py::call::call(
                &py::exception("AttributeError"),
                &py::pos(
                    &[
                        Value::str(
                            format!(
                                "'LogRecord' object has no attribute '{}'", py::show(& name)
                                ?
                            ),
                        ),
                    ],
                ),
            )?,
        )?,
    )
}

pub(crate) fn log_record_get_message(self_: Value) -> R {
    let mut message = py::construct::str(&py::pos(&[self_.attr("msg")?]))?;
    if self_.attr("args")?.truth()? {
        message = message.modulo(&self_.attr("args")?)?;
    }
    Ok(message.clone())
}

pub(crate) fn log_record_repr(self_: Value) -> R {
    _unknown(Value::str("pathname"))?;
    Ok(Value::None)
}

pub(crate) fn formatter_init(
    self_: Value,
    fmt: Value,
    datefmt: Value,
    style: Value,
    validate: Value,
    defaults: Value,
) -> R {
    if !py::contained(
        &style,
        &py::tuple([Value::str("%"), Value::str("{"), Value::str("$")]),
    )? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("Style must be one of: %,{,$")]),
                )?,
            )?,
        );
    }
    self_.set_attr("_style", style.clone())?;
    self_
        .set_attr(
            "_fmt",
            {
                let left_7 = fmt.clone();
                if left_7.truth()? {
                    left_7
                } else {
                    py::dict([
                            (Value::str("%"), Value::str("%(message)s")),
                            (Value::str("{"), Value::str("{message}")),
                            (Value::str("$"), Value::str("${message}")),
                        ])?
                        .item(&style)?
                }
            },
        )?;
    self_.set_attr("datefmt", datefmt.clone())?;
    self_.set_attr("_defaults", defaults.clone())?;
    Ok(Value::None)
}

pub(crate) fn formatter_uses_time(self_: Value) -> R {
    Ok(Value::Bool(py::contained(&Value::str("asctime"), &self_.attr("_fmt")?)?))
}

pub(crate) fn formatter_format_time(self_: Value, record: Value, datefmt: Value) -> R {
    let when = py::call::call(
        &py::pure::load("time", "localtime")?,
        &py::pos(&[record.attr("created")?]),
    )?;
    if datefmt.truth()? {
        return Ok(
            py::call::call(
                &py::pure::load("time", "strftime")?,
                &py::pos(&[datefmt.clone(), when.clone()]),
            )?,
        );
    }
    Ok(
        Value::str(
            format!(
                "{},{}", py::show(& py::call::call(& py::pure::load("time", "strftime")
                ?, & py::pos(& [self_.attr("default_time_format") ?, when.clone()])) ?)
                ?, py::fmt(& record.attr("msecs") ?, ' ', "03d") ?
            ),
        ),
    )
}

pub(crate) fn formatter_format_exception(self_: Value, info: Value) -> R {
    Ok(
        if py::construct::str(&py::pos(&[info.clone()]))?.truth()? {
            Value::str(
                format!(
                    "Traceback (most recent call last):\n{}: {}", py::show(&
                    py::construct::type_(& py::pos(& [info.clone()])) ?.attr("__name__")
                    ?) ?, py::show(& info) ?
                ),
            )
        } else {
            Value::str(
                format!(
                    "Traceback (most recent call last):\n{}", py::show(&
                    py::construct::type_(& py::pos(& [info.clone()])) ?.attr("__name__")
                    ?) ?
                ),
            )
        },
    )
}

pub(crate) fn formatter_format_message(self_: Value, record: Value) -> R {
    let mut iter_11 = py::iter::iter(&global::_places.load()?)?;
    while let Some(name) = iter_11.next()? {
        if py::contained(&name.add(&Value::str(")"))?, &self_.attr("_fmt")?)?
            || py::contained(&Value::str("{").add(&name)?, &self_.attr("_fmt")?)?
            || py::contained(&Value::str("$").add(&name)?, &self_.attr("_fmt")?)?
        {
            _unknown(name.clone())?;
        }
    }
    let values = if self_.attr("_defaults")?.truth()? {
        py::construct::dict(&py::pos(&[self_.attr("_defaults")?]))?
    } else {
        py::dict([])?
    };
    values.method("update", &[py::builtins::vars(&py::pos(&[record.clone()]))?])?;
    if self_.attr("_style")?.is_eq(&Value::str("%"))? {
        return Ok(self_.attr("_fmt")?.modulo(&values)?);
    }
    if self_.attr("_style")?.is_eq(&Value::str("{"))? {
        return Ok({
            let object_13 = self_.attr("_fmt")?.clone();
            let args_14: Vec<Value> = Vec::<Value>::from([]);
            let mut keywords_15 = Vec::new();
            py::call::keywords(&values, &mut keywords_15)?;
            py::call::call_method_with(
                &object_13,
                "format",
                &py::Args {
                    pos: &args_14,
                    kw: &keywords_15,
                },
            )?
        });
    }
    Ok({
        let object_17 = py::call::call(
                &py::pure::load("string", "Template")?,
                &py::pos(&[self_.attr("_fmt")?]),
            )?
            .clone();
        let args_18: Vec<Value> = Vec::<Value>::from([]);
        let mut keywords_19 = Vec::new();
        py::call::keywords(&values, &mut keywords_19)?;
        py::call::call_method_with(
            &object_17,
            "substitute",
            &py::Args {
                pos: &args_18,
                kw: &keywords_19,
            },
        )?
    })
}

pub(crate) fn formatter_format(self_: Value, record: Value) -> R {
    record.set_attr("message", record.method("getMessage", &[])?)?;
    if self_.method("usesTime", &[])?.truth()? {
        record
            .set_attr(
                "asctime",
                self_.method("formatTime", &[record.clone(), self_.attr("datefmt")?])?,
            )?;
    }
    let mut text = self_.method("formatMessage", &[record.clone()])?;
    if record.attr("exc_info")?.truth()? {
        if text
            .item(&py::item::slice(Value::Int(-1), Value::None, Value::None))?
            .is_ne(&Value::str("\n"))?
        {
            text.add_assign(&Value::str("\n"))?;
        }
        text.add_assign(&self_.method("formatException", &[record.attr("exc_info")?])?)?;
    }
    Ok(text.clone())
}

pub(crate) fn filter_init(self_: Value, name: Value) -> R {
    self_.set_attr("name", name.clone())?;
    Ok(Value::None)
}

pub(crate) fn filter_filter(self_: Value, record: Value) -> R {
    if !self_.attr("name")?.truth()? || self_.attr("name")?.is_eq(&record.attr("name")?)?
    {
        return Ok(Value::Bool(true));
    }
    Ok(
        record
            .attr("name")?
            .method("startswith", &[self_.attr("name")?.add(&Value::str("."))?])?,
    )
}

pub(crate) fn filterer_init(self_: Value) -> R {
    self_.set_attr("filters", py::list([]))?;
    Ok(Value::None)
}

pub(crate) fn filterer_add_filter(self_: Value, filter: Value) -> R {
    if !py::contained(&filter, &self_.attr("filters")?)? {
        self_.attr("filters")?.method("append", &[filter.clone()])?;
    }
    Ok(Value::None)
}

pub(crate) fn filterer_remove_filter(self_: Value, filter: Value) -> R {
    if py::contained(&filter, &self_.attr("filters")?)? {
        self_.attr("filters")?.method("remove", &[filter.clone()])?;
    }
    Ok(Value::None)
}

pub(crate) fn filterer_filter(self_: Value, record: Value) -> R {
    let mut iter_20 = py::iter::iter(&self_.attr("filters")?)?;
    while let Some(one) = iter_20.next()? {
        let passed = if py::builtins::hasattr(
                &py::pos(&[one.clone(), Value::str("filter")]),
            )?
            .truth()?
        {
            one.method("filter", &[record.clone()])?
        } else {
            py::call::call(&one.clone(), &py::pos(&[record.clone()]))?
        };
        if !passed.truth()? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

pub(crate) fn handler_init(self_: Value, level: Value) -> R {
    global::Filterer.load()?.method("__init__", &[self_.clone()])?;
    self_.set_attr("name", Value::None)?;
    self_.set_attr("level", _check(level.clone())?)?;
    self_.set_attr("formatter", Value::None)?;
    Ok(Value::None)
}

pub(crate) fn handler_get_name(self_: Value) -> R {
    Ok(self_.attr("name")?)
}

pub(crate) fn handler_set_name(self_: Value, name: Value) -> R {
    self_.set_attr("name", name.clone())?;
    Ok(Value::None)
}

pub(crate) fn handler_set_level(self_: Value, level: Value) -> R {
    self_.set_attr("level", _check(level.clone())?)?;
    Ok(Value::None)
}

pub(crate) fn handler_set_formatter(self_: Value, formatter: Value) -> R {
    self_.set_attr("formatter", formatter.clone())?;
    Ok(Value::None)
}

pub(crate) fn handler_format(self_: Value, record: Value) -> R {
    Ok(
        {
            let left_23 = self_.attr("formatter")?;
            if left_23.truth()? { left_23 } else { global::_plain.load()? }
        }
            .method("format", &[record.clone()])?,
    )
}

pub(crate) fn handler_emit(self_: Value, record: Value) -> R {
    Err(
        py::exc::to_raise(
            &py::call::call(
                &py::exception("NotImplementedError"),
                &py::pos(&[Value::str("emit must be implemented by Handler subclasses")]),
            )?,
        )?,
    )
}

pub(crate) fn handler_handle(self_: Value, record: Value) -> R {
    let passed = self_.method("filter", &[record.clone()])?;
    if passed.truth()? {
        self_.method("emit", &[record.clone()])?;
    }
    Ok(passed.clone())
}

pub(crate) fn handler_flush(self_: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn handler_close(self_: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn handler_acquire(self_: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn handler_release(self_: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn stream_handler_init(self_: Value, stream: Value) -> R {
    global::Handler.load()?.method("__init__", &[self_.clone()])?;
    self_
        .set_attr(
            "stream",
            if stream.is(&Value::None) {
                py::library::sys::stderr()
            } else {
                stream.clone()
            },
        )?;
    Ok(Value::None)
}

pub(crate) fn stream_handler_set_stream(self_: Value, stream: Value) -> R {
    let old = self_.attr("stream")?;
    self_.set_attr("stream", stream.clone())?;
    Ok(old.clone())
}

pub(crate) fn stream_handler_emit(self_: Value, record: Value) -> R {
    if record.attr("exc_info")?.truth()?
        && !self_.attr("stream")?.is(&py::library::sys::stderr())
    {
        // A traceback names lines, and only stderr is not compared.
        _unknown(Value::str("exc_info"))?;
    }
    self_
        .attr("stream")?
        .method(
            "write",
            &[
                self_
                    .method("format", &[record.clone()])?
                    .add(&self_.attr("terminator")?)?,
            ],
        )?;
    self_.method("flush", &[])?;
    Ok(Value::None)
}

pub(crate) fn stream_handler_flush(self_: Value) -> R {
    if py::builtins::hasattr(&py::pos(&[self_.attr("stream")?, Value::str("flush")]))?
        .truth()?
    {
        self_.attr("stream")?.method("flush", &[])?;
    }
    Ok(Value::None)
}

pub(crate) fn file_handler_init(
    self_: Value,
    filename: Value,
    mode: Value,
    encoding: Value,
    delay: Value,
    errors: Value,
) -> R {
    self_.set_attr("baseFilename", filename.clone())?;
    global::StreamHandler
        .load()?
        .method(
            "__init__",
            &[self_.clone(), py::io::open(&py::pos(&[filename.clone(), mode.clone()]))?],
        )?;
    Ok(Value::None)
}

pub(crate) fn file_handler_close(self_: Value) -> R {
    self_.attr("stream")?.method("close", &[])?;
    Ok(Value::None)
}

pub(crate) fn null_handler_handle(self_: Value, record: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn null_handler_emit(self_: Value, record: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn logger_init(self_: Value, name: Value, level: Value) -> R {
    global::Filterer.load()?.method("__init__", &[self_.clone()])?;
    self_.set_attr("name", name.clone())?;
    self_.set_attr("level", _check(level.clone())?)?;
    self_.set_attr("parent", Value::None)?;
    self_.set_attr("propagate", Value::Bool(true))?;
    self_.set_attr("handlers", py::list([]))?;
    self_.set_attr("disabled", Value::Bool(false))?;
    Ok(Value::None)
}

pub(crate) fn logger_set_level(self_: Value, level: Value) -> R {
    self_.set_attr("level", _check(level.clone())?)?;
    Ok(Value::None)
}

pub(crate) fn logger_get_effective_level(self_: Value) -> R {
    let mut logger = self_.clone();
    while !logger.is(&Value::None) {
        if logger.attr("level")?.truth()? {
            return Ok(logger.attr("level")?);
        }
        logger = logger.attr("parent")?;
    }
    Ok(global::NOTSET.load()?)
}

pub(crate) fn logger_is_enabled_for(self_: Value, level: Value) -> R {
    Ok({
        let left_26 = Value::Bool(!self_.attr("disabled")?.truth()?);
        if !left_26.truth()? {
            left_26
        } else {
            {
                let left_27 = global::_state.load()?.attr("disabled")?.lt(&level)?;
                if !left_27.truth()? {
                    left_27
                } else {
                    level.ge(&self_.method("getEffectiveLevel", &[])?)?
                }
            }
        }
    })
}

pub(crate) fn logger_get_child(self_: Value, suffix: Value) -> R {
    Ok(
        get_logger(
            if self_.attr("name")?.is_eq(&Value::str("root"))? {
                suffix.clone()
            } else {
                self_.attr("name")?.add(&Value::str("."))?.add(&suffix)?
            },
        )?,
    )
}

pub(crate) fn logger_add_handler(self_: Value, handler: Value) -> R {
    if !py::contained(&handler, &self_.attr("handlers")?)? {
        self_.attr("handlers")?.method("append", &[handler.clone()])?;
    }
    Ok(Value::None)
}

pub(crate) fn logger_remove_handler(self_: Value, handler: Value) -> R {
    if py::contained(&handler, &self_.attr("handlers")?)? {
        self_.attr("handlers")?.method("remove", &[handler.clone()])?;
    }
    Ok(Value::None)
}

pub(crate) fn logger_has_handlers(self_: Value) -> R {
    let mut logger = self_.clone();
    while !logger.is(&Value::None) {
        if logger.attr("handlers")?.truth()? {
            return Ok(Value::Bool(true));
        }
        if !logger.attr("propagate")?.truth()? {
            return Ok(Value::Bool(false));
        }
        logger = logger.attr("parent")?;
    }
    Ok(Value::Bool(false))
}

pub(crate) fn logger_log(
    self_: Value,
    level: Value,
    msg: Value,
    args: Value,
    mut exc_info: Value,
    extra: Value,
) -> R {
    if exc_info.is(&Value::Bool(true)) {
        exc_info = py::library::sys::exc_info(&py::Args::none())?.item(&Value::Int(1))?;
    } else if py::builtins::isinstance(
            &py::pos(&[exc_info.clone(), py::library_class("tuple")]),
        )?
        .truth()?
    {
        exc_info = exc_info.item(&Value::Int(1))?;
    }
    let record = py::call::call(
        &global::LogRecord.load()?,
        &py::pos(
            &[
                self_.attr("name")?,
                level.clone(),
                Value::str("main.py"),
                Value::Int(0),
                msg.clone(),
                args.clone(),
                exc_info.clone(),
            ],
        ),
    )?;
    if extra.truth()? {
        let mut iter_30 = py::iter::iter(&extra)?;
        while let Some(key) = iter_30.next()? {
            py::builtins::setattr(
                &py::pos(&[record.clone(), key.clone(), extra.item(&key)?]),
            )?;
        }
    }
    self_.method("handle", &[record.clone()])?;
    Ok(Value::None)
}

pub(crate) fn logger_handle(self_: Value, record: Value) -> R {
    if !self_.attr("disabled")?.truth()?
        && self_.method("filter", &[record.clone()])?.truth()?
    {
        self_.method("callHandlers", &[record.clone()])?;
    }
    Ok(Value::None)
}

pub(crate) fn logger_call_handlers(self_: Value, record: Value) -> R {
    let mut logger = self_.clone();
    let mut found = Value::Int(0);
    while !logger.is(&Value::None) {
        let mut iter_33 = py::iter::iter(&logger.attr("handlers")?)?;
        while let Some(handler) = iter_33.next()? {
            found.add_assign(&Value::Int(1))?;
            if record.attr("levelno")?.is_ge(&handler.attr("level")?)? {
                handler.method("handle", &[record.clone()])?;
            }
        }
        logger = if logger.attr("propagate")?.truth()? {
            logger.attr("parent")?
        } else {
            Value::None
        };
    }
    if !found.truth()? && record.attr("levelno")?.is_ge(&global::WARNING.load()?)? {
        py::library::sys::stderr()
            .method(
                "write",
                &[record.method("getMessage", &[])?.add(&Value::str("\n"))?],
            )?;
    }
    Ok(Value::None)
}

pub(crate) fn logger_debug(
    self_: Value,
    msg: Value,
    args: Value,
    exc_info: Value,
    extra: Value,
    stack_info: Value,
    stacklevel: Value,
) -> R {
    if self_.method("isEnabledFor", &[global::DEBUG.load()?])?.truth()? {
        self_
            .method(
                "_log",
                &[
                    global::DEBUG.load()?,
                    msg.clone(),
                    args.clone(),
                    exc_info.clone(),
                    extra.clone(),
                ],
            )?;
    }
    Ok(Value::None)
}

pub(crate) fn logger_info(
    self_: Value,
    msg: Value,
    args: Value,
    exc_info: Value,
    extra: Value,
    stack_info: Value,
    stacklevel: Value,
) -> R {
    if self_.method("isEnabledFor", &[global::INFO.load()?])?.truth()? {
        self_
            .method(
                "_log",
                &[
                    global::INFO.load()?,
                    msg.clone(),
                    args.clone(),
                    exc_info.clone(),
                    extra.clone(),
                ],
            )?;
    }
    Ok(Value::None)
}

pub(crate) fn logger_warning(
    self_: Value,
    msg: Value,
    args: Value,
    exc_info: Value,
    extra: Value,
    stack_info: Value,
    stacklevel: Value,
) -> R {
    if self_.method("isEnabledFor", &[global::WARNING.load()?])?.truth()? {
        self_
            .method(
                "_log",
                &[
                    global::WARNING.load()?,
                    msg.clone(),
                    args.clone(),
                    exc_info.clone(),
                    extra.clone(),
                ],
            )?;
    }
    Ok(Value::None)
}

pub(crate) fn logger_error(
    self_: Value,
    msg: Value,
    args: Value,
    exc_info: Value,
    extra: Value,
    stack_info: Value,
    stacklevel: Value,
) -> R {
    if self_.method("isEnabledFor", &[global::ERROR.load()?])?.truth()? {
        self_
            .method(
                "_log",
                &[
                    global::ERROR.load()?,
                    msg.clone(),
                    args.clone(),
                    exc_info.clone(),
                    extra.clone(),
                ],
            )?;
    }
    Ok(Value::None)
}

pub(crate) fn logger_exception(
    self_: Value,
    msg: Value,
    args: Value,
    exc_info: Value,
    extra: Value,
    stack_info: Value,
    stacklevel: Value,
) -> R {
    {
        let object_35 = self_.clone();
        let args_36: Vec<Value> = {
            let mut items_38 = Vec::new();
            items_38.push(msg.clone());
            items_38.extend(py::iter::to_vec(&args)?);
            items_38
        };
        let mut keywords_37 = Vec::new();
        keywords_37.push(("exc_info", exc_info.clone()));
        keywords_37.push(("extra", extra.clone()));
        py::call::call_method_with(
            &object_35,
            "error",
            &py::Args {
                pos: &args_36,
                kw: &keywords_37,
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn logger_critical(
    self_: Value,
    msg: Value,
    args: Value,
    exc_info: Value,
    extra: Value,
    stack_info: Value,
    stacklevel: Value,
) -> R {
    if self_.method("isEnabledFor", &[global::CRITICAL.load()?])?.truth()? {
        self_
            .method(
                "_log",
                &[
                    global::CRITICAL.load()?,
                    msg.clone(),
                    args.clone(),
                    exc_info.clone(),
                    extra.clone(),
                ],
            )?;
    }
    Ok(Value::None)
}

pub(crate) fn logger_log_2(
    self_: Value,
    level: Value,
    msg: Value,
    args: Value,
    exc_info: Value,
    extra: Value,
    stack_info: Value,
    stacklevel: Value,
) -> R {
    if self_.method("isEnabledFor", &[level.clone()])?.truth()? {
        self_
            .method(
                "_log",
                &[
                    level.clone(),
                    msg.clone(),
                    args.clone(),
                    exc_info.clone(),
                    extra.clone(),
                ],
            )?;
    }
    Ok(Value::None)
}

pub(crate) fn logger_repr(self_: Value) -> R {
    Ok(
        Value::str(
            format!(
                "<Logger {} ({})>", py::show(& self_.attr("name") ?) ?, py::show(&
                get_level_name(self_.method("getEffectiveLevel", & []) ?) ?) ?
            ),
        ),
    )
}

pub(crate) fn root_logger_init(self_: Value, level: Value) -> R {
    global::Logger
        .load()?
        .method("__init__", &[self_.clone(), Value::str("root"), level.clone()])?;
    Ok(Value::None)
}

pub(crate) fn root_logger_repr(self_: Value) -> R {
    Ok(
        Value::str(
            format!(
                "<RootLogger root ({})>", py::show(& get_level_name(self_
                .method("getEffectiveLevel", & []) ?) ?) ?
            ),
        ),
    )
}

pub(crate) fn logger_adapter_init(self_: Value, logger: Value, extra: Value) -> R {
    self_.set_attr("logger", logger.clone())?;
    self_.set_attr("extra", extra.clone())?;
    Ok(Value::None)
}

pub(crate) fn logger_adapter_process(self_: Value, msg: Value, kwargs: Value) -> R {
    let value_39 = self_.attr("extra")?;
    kwargs.set_item(Value::str("extra"), value_39)?;
    Ok(py::tuple([msg.clone(), kwargs.clone()]))
}

pub(crate) fn logger_adapter_log(
    self_: Value,
    level: Value,
    mut msg: Value,
    args: Value,
    mut kwargs: Value,
) -> R {
    if self_.attr("logger")?.method("isEnabledFor", &[level.clone()])?.truth()? {
        let [item_40, item_41] = py::unpack::<
            2,
        >(&self_.method("process", &[msg.clone(), kwargs.clone()])?)?;
        msg = item_40;
        kwargs = item_41;
        {
            let object_42 = self_.attr("logger")?.clone();
            let args_43: Vec<Value> = {
                let mut items_45 = Vec::new();
                items_45.push(level.clone());
                items_45.push(msg.clone());
                items_45.extend(py::iter::to_vec(&args)?);
                items_45
            };
            let mut keywords_44 = Vec::new();
            py::call::keywords(&kwargs, &mut keywords_44)?;
            py::call::call_method_with(
                &object_42,
                "log",
                &py::Args {
                    pos: &args_43,
                    kw: &keywords_44,
                },
            )?;
        }
    }
    Ok(Value::None)
}

pub(crate) fn logger_adapter_debug(
    self_: Value,
    msg: Value,
    args: Value,
    kwargs: Value,
) -> R {
    {
        let object_46 = self_.clone();
        let args_47: Vec<Value> = {
            let mut items_49 = Vec::new();
            items_49.push(global::DEBUG.load()?);
            items_49.push(msg.clone());
            items_49.extend(py::iter::to_vec(&args)?);
            items_49
        };
        let mut keywords_48 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_48)?;
        py::call::call_method_with(
            &object_46,
            "log",
            &py::Args {
                pos: &args_47,
                kw: &keywords_48,
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn logger_adapter_info(
    self_: Value,
    msg: Value,
    args: Value,
    kwargs: Value,
) -> R {
    {
        let object_50 = self_.clone();
        let args_51: Vec<Value> = {
            let mut items_53 = Vec::new();
            items_53.push(global::INFO.load()?);
            items_53.push(msg.clone());
            items_53.extend(py::iter::to_vec(&args)?);
            items_53
        };
        let mut keywords_52 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_52)?;
        py::call::call_method_with(
            &object_50,
            "log",
            &py::Args {
                pos: &args_51,
                kw: &keywords_52,
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn logger_adapter_warning(
    self_: Value,
    msg: Value,
    args: Value,
    kwargs: Value,
) -> R {
    {
        let object_54 = self_.clone();
        let args_55: Vec<Value> = {
            let mut items_57 = Vec::new();
            items_57.push(global::WARNING.load()?);
            items_57.push(msg.clone());
            items_57.extend(py::iter::to_vec(&args)?);
            items_57
        };
        let mut keywords_56 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_56)?;
        py::call::call_method_with(
            &object_54,
            "log",
            &py::Args {
                pos: &args_55,
                kw: &keywords_56,
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn logger_adapter_error(
    self_: Value,
    msg: Value,
    args: Value,
    kwargs: Value,
) -> R {
    {
        let object_58 = self_.clone();
        let args_59: Vec<Value> = {
            let mut items_61 = Vec::new();
            items_61.push(global::ERROR.load()?);
            items_61.push(msg.clone());
            items_61.extend(py::iter::to_vec(&args)?);
            items_61
        };
        let mut keywords_60 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_60)?;
        py::call::call_method_with(
            &object_58,
            "log",
            &py::Args {
                pos: &args_59,
                kw: &keywords_60,
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn logger_adapter_critical(
    self_: Value,
    msg: Value,
    args: Value,
    kwargs: Value,
) -> R {
    {
        let object_62 = self_.clone();
        let args_63: Vec<Value> = {
            let mut items_65 = Vec::new();
            items_65.push(global::CRITICAL.load()?);
            items_65.push(msg.clone());
            items_65.extend(py::iter::to_vec(&args)?);
            items_65
        };
        let mut keywords_64 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_64)?;
        py::call::call_method_with(
            &object_62,
            "log",
            &py::Args {
                pos: &args_63,
                kw: &keywords_64,
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn _state_init(self_: Value) -> R {
    self_.set_attr("disabled", Value::Int(0))?;
    self_.set_attr("loggers", py::dict([])?)?;
    Ok(Value::None)
}

pub(crate) fn get_logger(name: Value) -> R {
    if !name.truth()? || name.is_eq(&Value::str("root"))? {
        return Ok(global::root.load()?);
    }
    if py::contained(&name, &global::_state.load()?.attr("loggers")?)? {
        return Ok(global::_state.load()?.attr("loggers")?.item(&name)?);
    }
    let logger = py::call::call(&global::Logger.load()?, &py::pos(&[name.clone()]))?;
    logger.set_attr("parent", global::root.load()?)?;
    let mut prefix = name.clone();
    while py::contained(&Value::str("."), &prefix)? {
        prefix = prefix.method("rpartition", &[Value::str(".")])?.item(&Value::Int(0))?;
        if py::contained(&prefix, &global::_state.load()?.attr("loggers")?)? {
            logger
                .set_attr(
                    "parent",
                    global::_state.load()?.attr("loggers")?.item(&prefix)?,
                )?;
            break;
        }
    }
    let mut iter_71 = py::iter::iter(
        &global::_state.load()?.attr("loggers")?.method("values", &[])?,
    )?;
    while let Some(other) = iter_71.next()? {
        if other
            .attr("name")?
            .method("startswith", &[name.add(&Value::str("."))?])?
            .truth()?
            && Value::from(py::builtins::len(&other.attr("parent")?.attr("name")?)?)
                .is_lt(&Value::from(py::builtins::len(&name)?))?
            || other
                .attr("name")?
                .method("startswith", &[name.add(&Value::str("."))?])?
                .truth()? && other.attr("parent")?.is(&global::root.load()?)
        {
            other.set_attr("parent", logger.clone())?;
        }
    }
    let value_73 = logger.clone();
    global::_state.load()?.attr("loggers")?.set_item(name.clone(), value_73)?;
    Ok(logger.clone())
}

pub(crate) fn basic_config(
    filename: Value,
    filemode: Value,
    format: Value,
    datefmt: Value,
    style: Value,
    level: Value,
    stream: Value,
    mut handlers: Value,
    force: Value,
    encoding: Value,
    errors: Value,
) -> R {
    let mut handler = Value::Unbound;
    if force.truth()? {
        let mut iter_74 = py::iter::iter(
            &global::root
                .load()?
                .attr("handlers")?
                .item(&py::item::slice(Value::None, Value::None, Value::None))?,
        )?;
        while let Some(item_75) = iter_74.next()? {
            handler = item_75;
            global::root.load()?.method("removeHandler", &[handler.clone()])?;
        }
    }
    if !global::root.load()?.attr("handlers")?.truth()? {
        if handlers.is(&Value::None) {
            handlers = py::list([
                if filename.truth()? {
                    py::call::call(
                        &global::FileHandler.load()?,
                        &py::pos(&[filename.clone(), filemode.clone()]),
                    )?
                } else {
                    py::call::call(
                        &global::StreamHandler.load()?,
                        &py::pos(&[stream.clone()]),
                    )?
                },
            ]);
        }
        let default = py::dict([
            (Value::str("%"), global::BASIC_FORMAT.load()?),
            (Value::str("{"), Value::str("{levelname}:{name}:{message}")),
            (Value::str("$"), Value::str("${levelname}:${name}:${message}")),
        ])?;
        let formatter = py::call::call(
            &global::Formatter.load()?,
            &py::pos(
                &[
                    {
                        let left_80 = format.clone();
                        if left_80.truth()? { left_80 } else { default.item(&style)? }
                    },
                    datefmt.clone(),
                    style.clone(),
                ],
            ),
        )?;
        let mut iter_81 = py::iter::iter(&handlers)?;
        while let Some(item_82) = iter_81.next()? {
            handler = item_82;
            if handler.attr("formatter")?.is(&Value::None) {
                handler.method("setFormatter", &[formatter.clone()])?;
            }
            global::root.load()?.method("addHandler", &[handler.clone()])?;
        }
        if !level.is(&Value::None) {
            global::root.load()?.method("setLevel", &[level.clone()])?;
        }
    }
    Ok(Value::None)
}

pub(crate) fn disable(level: Value) -> R {
    global::_state.load()?.set_attr("disabled", level.clone())?;
    Ok(Value::None)
}

pub(crate) fn _root() -> R {
    if !global::root.load()?.attr("handlers")?.truth()? {
        basic_config(
            Value::None,
            Value::str("a"),
            Value::None,
            Value::None,
            Value::str("%"),
            Value::None,
            Value::None,
            Value::None,
            Value::Bool(false),
            Value::None,
            Value::None,
        )?;
    }
    Ok(global::root.load()?)
}

pub(crate) fn debug(msg: Value, args: Value, kwargs: Value) -> R {
    {
        let object_84 = _root()?.clone();
        let args_85: Vec<Value> = {
            let mut items_87 = Vec::new();
            items_87.push(msg.clone());
            items_87.extend(py::iter::to_vec(&args)?);
            items_87
        };
        let mut keywords_86 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_86)?;
        py::call::call_method_with(
            &object_84,
            "debug",
            &py::Args {
                pos: &args_85,
                kw: &keywords_86,
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn info(msg: Value, args: Value, kwargs: Value) -> R {
    {
        let object_88 = _root()?.clone();
        let args_89: Vec<Value> = {
            let mut items_91 = Vec::new();
            items_91.push(msg.clone());
            items_91.extend(py::iter::to_vec(&args)?);
            items_91
        };
        let mut keywords_90 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_90)?;
        py::call::call_method_with(
            &object_88,
            "info",
            &py::Args {
                pos: &args_89,
                kw: &keywords_90,
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn warning_undecorated(msg: Value, args: Value, kwargs: Value) -> R {
    {
        let object_92 = _root()?.clone();
        let args_93: Vec<Value> = {
            let mut items_95 = Vec::new();
            items_95.push(msg.clone());
            items_95.extend(py::iter::to_vec(&args)?);
            items_95
        };
        let mut keywords_94 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_94)?;
        py::call::call_method_with(
            &object_92,
            "warning",
            &py::Args {
                pos: &args_93,
                kw: &keywords_94,
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn error(msg: Value, args: Value, kwargs: Value) -> R {
    {
        let object_96 = _root()?.clone();
        let args_97: Vec<Value> = {
            let mut items_99 = Vec::new();
            items_99.push(msg.clone());
            items_99.extend(py::iter::to_vec(&args)?);
            items_99
        };
        let mut keywords_98 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_98)?;
        py::call::call_method_with(
            &object_96,
            "error",
            &py::Args {
                pos: &args_97,
                kw: &keywords_98,
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn exception(msg: Value, args: Value, exc_info: Value, kwargs: Value) -> R {
    {
        let function_100 = global::error.load()?;
        let args_101: Vec<Value> = {
            let mut items_103 = Vec::new();
            items_103.push(msg.clone());
            items_103.extend(py::iter::to_vec(&args)?);
            items_103
        };
        let mut keywords_102 = Vec::new();
        keywords_102.push(("exc_info", exc_info.clone()));
        py::call::keywords(&kwargs, &mut keywords_102)?;
        py::call::call(
            &function_100,
            &py::Args {
                pos: &args_101,
                kw: &keywords_102,
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn critical_undecorated(msg: Value, args: Value, kwargs: Value) -> R {
    {
        let object_104 = _root()?.clone();
        let args_105: Vec<Value> = {
            let mut items_107 = Vec::new();
            items_107.push(msg.clone());
            items_107.extend(py::iter::to_vec(&args)?);
            items_107
        };
        let mut keywords_106 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_106)?;
        py::call::call_method_with(
            &object_104,
            "critical",
            &py::Args {
                pos: &args_105,
                kw: &keywords_106,
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn log(level: Value, msg: Value, args: Value, kwargs: Value) -> R {
    {
        let object_108 = _root()?.clone();
        let args_109: Vec<Value> = {
            let mut items_111 = Vec::new();
            items_111.push(level.clone());
            items_111.push(msg.clone());
            items_111.extend(py::iter::to_vec(&args)?);
            items_111
        };
        let mut keywords_110 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_110)?;
        py::call::call_method_with(
            &object_108,
            "log",
            &py::Args {
                pos: &args_109,
                kw: &keywords_110,
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn shutdown() -> R {
    Ok(Value::None)
}

pub(crate) fn capture_warnings(capture: Value) -> R {
    Ok(Value::None)
}

/// The statements of `logging.py`.
pub(crate) fn run() -> R<()> {
    global::CRITICAL.store(Value::Int(50));
    global::FATAL.store(global::CRITICAL.load()?);
    global::ERROR.store(Value::Int(40));
    global::WARNING.store(Value::Int(30));
    global::WARN.store(global::WARNING.load()?);
    global::INFO.store(Value::Int(20));
    global::DEBUG.store(Value::Int(10));
    global::NOTSET.store(Value::Int(0));
    global::BASIC_FORMAT.store(Value::str("%(levelname)s:%(name)s:%(message)s"));
    global::_names
        .store(
            py::dict([
                (Value::Int(50), Value::str("CRITICAL")),
                (Value::Int(40), Value::str("ERROR")),
                (Value::Int(30), Value::str("WARNING")),
                (Value::Int(20), Value::str("INFO")),
                (Value::Int(10), Value::str("DEBUG")),
                (Value::Int(0), Value::str("NOTSET")),
            ])?,
        );
    global::_levels
        .store(
            py::dict([
                (Value::str("CRITICAL"), Value::Int(50)),
                (Value::str("FATAL"), Value::Int(50)),
                (Value::str("ERROR"), Value::Int(40)),
                (Value::str("WARN"), Value::Int(30)),
                (Value::str("WARNING"), Value::Int(30)),
                (Value::str("INFO"), Value::Int(20)),
                (Value::str("DEBUG"), Value::Int(10)),
                (Value::str("NOTSET"), Value::Int(0)),
            ])?,
        );
    global::getLevelName.store(py::def("getLevelName", "level", [], get_level_name));
    global::getLevelNamesMapping
        .store(py::def("getLevelNamesMapping", "", [], get_level_names_mapping));
    global::addLevelName
        .store(py::def("addLevelName", "level, name", [], add_level_name));
    global::_check.store(py::def("_check", "level", [], _check));
    // What only an interpreter, or a system with threads, knows of a record.
    global::_places
        .store(
            py::tuple([
                Value::str("pathname"),
                Value::str("filename"),
                Value::str("module"),
                Value::str("lineno"),
                Value::str("funcName"),
                Value::str("thread"),
                Value::str("threadName"),
                Value::str("process"),
                Value::str("stack_info"),
            ]),
        );
    global::_unknown.store(py::def("_unknown", "name", [], _unknown));
    global::LogRecord
        .store({
            let class = py::ClassBody::new("LogRecord", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "LogRecord.__init__",
                        "self, name, level, pathname, lineno, msg, args, exc_info, func=, sinfo=",
                        [Value::None, Value::None],
                        log_record_init,
                    ),
                );
            class
                .set(
                    "__getattr__",
                    py::def(
                        "LogRecord.__getattr__",
                        "self, name",
                        [],
                        log_record_getattr,
                    ),
                );
            class
                .set(
                    "getMessage",
                    py::def("LogRecord.getMessage", "self", [], log_record_get_message),
                );
            class
                .set(
                    "__repr__",
                    py::def("LogRecord.__repr__", "self", [], log_record_repr),
                );
            class.finish(&[])?
        });
    global::Formatter
        .store({
            let class = py::ClassBody::new("Formatter", NAME, Value::None, &[])?;
            class.set("default_time_format", Value::str("%Y-%m-%d %H:%M:%S"));
            class
                .set(
                    "__init__",
                    py::def(
                        "Formatter.__init__",
                        "self, fmt=, datefmt=, style=, validate=, *, defaults=",
                        [
                            Value::None,
                            Value::None,
                            Value::str("%"),
                            Value::Bool(true),
                            Value::None,
                        ],
                        formatter_init,
                    ),
                );
            class
                .set(
                    "usesTime",
                    py::def("Formatter.usesTime", "self", [], formatter_uses_time),
                );
            class
                .set(
                    "formatTime",
                    py::def(
                        "Formatter.formatTime",
                        "self, record, datefmt=",
                        [Value::None],
                        formatter_format_time,
                    ),
                );
            class
                .set(
                    "formatException",
                    py::def(
                        "Formatter.formatException",
                        "self, info",
                        [],
                        formatter_format_exception,
                    ),
                );
            class
                .set(
                    "formatMessage",
                    py::def(
                        "Formatter.formatMessage",
                        "self, record",
                        [],
                        formatter_format_message,
                    ),
                );
            class
                .set(
                    "format",
                    py::def("Formatter.format", "self, record", [], formatter_format),
                );
            class.finish(&[])?
        });
    global::Filter
        .store({
            let class = py::ClassBody::new("Filter", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "Filter.__init__",
                        "self, name=",
                        [Value::str("")],
                        filter_init,
                    ),
                );
            class
                .set(
                    "filter",
                    py::def("Filter.filter", "self, record", [], filter_filter),
                );
            class.finish(&[])?
        });
    global::Filterer
        .store({
            let class = py::ClassBody::new("Filterer", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def("Filterer.__init__", "self", [], filterer_init),
                );
            class
                .set(
                    "addFilter",
                    py::def(
                        "Filterer.addFilter",
                        "self, filter",
                        [],
                        filterer_add_filter,
                    ),
                );
            class
                .set(
                    "removeFilter",
                    py::def(
                        "Filterer.removeFilter",
                        "self, filter",
                        [],
                        filterer_remove_filter,
                    ),
                );
            class
                .set(
                    "filter",
                    py::def("Filterer.filter", "self, record", [], filterer_filter),
                );
            class.finish(&[])?
        });
    global::Handler
        .store({
            let class = py::ClassBody::new(
                "Handler",
                NAME,
                Value::None,
                &[global::Filterer.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "Handler.__init__",
                        "self, level=",
                        [global::NOTSET.load()?],
                        handler_init,
                    ),
                );
            class
                .set(
                    "get_name",
                    py::def("Handler.get_name", "self", [], handler_get_name),
                );
            class
                .set(
                    "set_name",
                    py::def("Handler.set_name", "self, name", [], handler_set_name),
                );
            class
                .set(
                    "setLevel",
                    py::def("Handler.setLevel", "self, level", [], handler_set_level),
                );
            class
                .set(
                    "setFormatter",
                    py::def(
                        "Handler.setFormatter",
                        "self, formatter",
                        [],
                        handler_set_formatter,
                    ),
                );
            class
                .set(
                    "format",
                    py::def("Handler.format", "self, record", [], handler_format),
                );
            class.set("emit", py::def("Handler.emit", "self, record", [], handler_emit));
            class
                .set(
                    "handle",
                    py::def("Handler.handle", "self, record", [], handler_handle),
                );
            class.set("flush", py::def("Handler.flush", "self", [], handler_flush));
            class.set("close", py::def("Handler.close", "self", [], handler_close));
            class
                .set("acquire", py::def("Handler.acquire", "self", [], handler_acquire));
            class
                .set("release", py::def("Handler.release", "self", [], handler_release));
            class.finish(&[])?
        });
    global::StreamHandler
        .store({
            let class = py::ClassBody::new(
                "StreamHandler",
                NAME,
                Value::None,
                &[global::Handler.load()?],
            )?;
            class.set("terminator", Value::str("\n"));
            class
                .set(
                    "__init__",
                    py::def(
                        "StreamHandler.__init__",
                        "self, stream=",
                        [Value::None],
                        stream_handler_init,
                    ),
                );
            class
                .set(
                    "setStream",
                    py::def(
                        "StreamHandler.setStream",
                        "self, stream",
                        [],
                        stream_handler_set_stream,
                    ),
                );
            class
                .set(
                    "emit",
                    py::def(
                        "StreamHandler.emit",
                        "self, record",
                        [],
                        stream_handler_emit,
                    ),
                );
            class
                .set(
                    "flush",
                    py::def("StreamHandler.flush", "self", [], stream_handler_flush),
                );
            class.finish(&[])?
        });
    global::FileHandler
        .store({
            let class = py::ClassBody::new(
                "FileHandler",
                NAME,
                Value::None,
                &[global::StreamHandler.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "FileHandler.__init__",
                        "self, filename, mode=, encoding=, delay=, errors=",
                        [Value::str("a"), Value::None, Value::Bool(false), Value::None],
                        file_handler_init,
                    ),
                );
            class
                .set(
                    "close",
                    py::def("FileHandler.close", "self", [], file_handler_close),
                );
            class.finish(&[])?
        });
    global::NullHandler
        .store({
            let class = py::ClassBody::new(
                "NullHandler",
                NAME,
                Value::None,
                &[global::Handler.load()?],
            )?;
            class
                .set(
                    "handle",
                    py::def(
                        "NullHandler.handle",
                        "self, record",
                        [],
                        null_handler_handle,
                    ),
                );
            class
                .set(
                    "emit",
                    py::def("NullHandler.emit", "self, record", [], null_handler_emit),
                );
            class.finish(&[])?
        });
    global::Logger
        .store({
            let class = py::ClassBody::new(
                "Logger",
                NAME,
                Value::None,
                &[global::Filterer.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "Logger.__init__",
                        "self, name, level=",
                        [global::NOTSET.load()?],
                        logger_init,
                    ),
                );
            class
                .set(
                    "setLevel",
                    py::def("Logger.setLevel", "self, level", [], logger_set_level),
                );
            class
                .set(
                    "getEffectiveLevel",
                    py::def(
                        "Logger.getEffectiveLevel",
                        "self",
                        [],
                        logger_get_effective_level,
                    ),
                );
            class
                .set(
                    "isEnabledFor",
                    py::def(
                        "Logger.isEnabledFor",
                        "self, level",
                        [],
                        logger_is_enabled_for,
                    ),
                );
            class
                .set(
                    "getChild",
                    py::def("Logger.getChild", "self, suffix", [], logger_get_child),
                );
            class
                .set(
                    "addHandler",
                    py::def("Logger.addHandler", "self, handler", [], logger_add_handler),
                );
            class
                .set(
                    "removeHandler",
                    py::def(
                        "Logger.removeHandler",
                        "self, handler",
                        [],
                        logger_remove_handler,
                    ),
                );
            class
                .set(
                    "hasHandlers",
                    py::def("Logger.hasHandlers", "self", [], logger_has_handlers),
                );
            class
                .set(
                    "_log",
                    py::def(
                        "Logger._log",
                        "self, level, msg, args, exc_info=, extra=",
                        [Value::None, Value::None],
                        logger_log,
                    ),
                );
            class
                .set(
                    "handle",
                    py::def("Logger.handle", "self, record", [], logger_handle),
                );
            class
                .set(
                    "callHandlers",
                    py::def(
                        "Logger.callHandlers",
                        "self, record",
                        [],
                        logger_call_handlers,
                    ),
                );
            class
                .set(
                    "debug",
                    py::def(
                        "Logger.debug",
                        "self, msg, *args, exc_info=, extra=, stack_info=, stacklevel=",
                        [Value::None, Value::None, Value::Bool(false), Value::Int(1)],
                        logger_debug,
                    ),
                );
            class
                .set(
                    "info",
                    py::def(
                        "Logger.info",
                        "self, msg, *args, exc_info=, extra=, stack_info=, stacklevel=",
                        [Value::None, Value::None, Value::Bool(false), Value::Int(1)],
                        logger_info,
                    ),
                );
            class
                .set(
                    "warning",
                    py::def(
                        "Logger.warning",
                        "self, msg, *args, exc_info=, extra=, stack_info=, stacklevel=",
                        [Value::None, Value::None, Value::Bool(false), Value::Int(1)],
                        logger_warning,
                    ),
                );
            class
                .set(
                    "warn",
                    match class.get("warning") {
                        Some(value) => value,
                        None => global::warning.load()?,
                    },
                );
            class
                .set(
                    "error",
                    py::def(
                        "Logger.error",
                        "self, msg, *args, exc_info=, extra=, stack_info=, stacklevel=",
                        [Value::None, Value::None, Value::Bool(false), Value::Int(1)],
                        logger_error,
                    ),
                );
            class
                .set(
                    "exception",
                    py::def(
                        "Logger.exception",
                        "self, msg, *args, exc_info=, extra=, stack_info=, stacklevel=",
                        [
                            Value::Bool(true),
                            Value::None,
                            Value::Bool(false),
                            Value::Int(1),
                        ],
                        logger_exception,
                    ),
                );
            class
                .set(
                    "critical",
                    py::def(
                        "Logger.critical",
                        "self, msg, *args, exc_info=, extra=, stack_info=, stacklevel=",
                        [Value::None, Value::None, Value::Bool(false), Value::Int(1)],
                        logger_critical,
                    ),
                );
            class
                .set(
                    "fatal",
                    match class.get("critical") {
                        Some(value) => value,
                        None => global::critical.load()?,
                    },
                );
            class
                .set(
                    "log",
                    py::def(
                        "Logger.log",
                        "self, level, msg, *args, exc_info=, extra=, stack_info=, stacklevel=",
                        [Value::None, Value::None, Value::Bool(false), Value::Int(1)],
                        logger_log_2,
                    ),
                );
            class.set("__repr__", py::def("Logger.__repr__", "self", [], logger_repr));
            class.finish(&[])?
        });
    global::RootLogger
        .store({
            let class = py::ClassBody::new(
                "RootLogger",
                NAME,
                Value::None,
                &[global::Logger.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def("RootLogger.__init__", "self, level", [], root_logger_init),
                );
            class
                .set(
                    "__repr__",
                    py::def("RootLogger.__repr__", "self", [], root_logger_repr),
                );
            class.finish(&[])?
        });
    global::LoggerAdapter
        .store({
            let class = py::ClassBody::new("LoggerAdapter", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "LoggerAdapter.__init__",
                        "self, logger, extra=",
                        [Value::None],
                        logger_adapter_init,
                    ),
                );
            class
                .set(
                    "process",
                    py::def(
                        "LoggerAdapter.process",
                        "self, msg, kwargs",
                        [],
                        logger_adapter_process,
                    ),
                );
            class
                .set(
                    "log",
                    py::def(
                        "LoggerAdapter.log",
                        "self, level, msg, *args, **kwargs",
                        [],
                        logger_adapter_log,
                    ),
                );
            class
                .set(
                    "debug",
                    py::def(
                        "LoggerAdapter.debug",
                        "self, msg, *args, **kwargs",
                        [],
                        logger_adapter_debug,
                    ),
                );
            class
                .set(
                    "info",
                    py::def(
                        "LoggerAdapter.info",
                        "self, msg, *args, **kwargs",
                        [],
                        logger_adapter_info,
                    ),
                );
            class
                .set(
                    "warning",
                    py::def(
                        "LoggerAdapter.warning",
                        "self, msg, *args, **kwargs",
                        [],
                        logger_adapter_warning,
                    ),
                );
            class
                .set(
                    "error",
                    py::def(
                        "LoggerAdapter.error",
                        "self, msg, *args, **kwargs",
                        [],
                        logger_adapter_error,
                    ),
                );
            class
                .set(
                    "critical",
                    py::def(
                        "LoggerAdapter.critical",
                        "self, msg, *args, **kwargs",
                        [],
                        logger_adapter_critical,
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
    global::_plain.store(py::call::call(&global::Formatter.load()?, &py::Args::none())?);
    global::root
        .store(
            py::call::call(
                &global::RootLogger.load()?,
                &py::pos(&[global::WARNING.load()?]),
            )?,
        );
    global::getLogger.store(py::def("getLogger", "name=", [Value::None], get_logger));
    global::basicConfig
        .store(
            py::def(
                "basicConfig",
                "*, filename=, filemode=, format=, datefmt=, style=, level=, stream=, handlers=, force=, encoding=, errors=",
                [
                    Value::None,
                    Value::str("a"),
                    Value::None,
                    Value::None,
                    Value::str("%"),
                    Value::None,
                    Value::None,
                    Value::None,
                    Value::Bool(false),
                    Value::None,
                    Value::None,
                ],
                basic_config,
            ),
        );
    global::disable
        .store(py::def("disable", "level=", [global::CRITICAL.load()?], disable));
    global::_root.store(py::def("_root", "", [], _root));
    global::debug.store(py::def("debug", "msg, *args, **kwargs", [], debug));
    global::info.store(py::def("info", "msg, *args, **kwargs", [], info));
    global::warning
        .store(py::def("warning", "msg, *args, **kwargs", [], warning_undecorated));
    global::warn.store(global::warning.load()?);
    global::error.store(py::def("error", "msg, *args, **kwargs", [], error));
    global::exception
        .store(
            py::def(
                "exception",
                "msg, *args, exc_info=, **kwargs",
                [Value::Bool(true)],
                exception,
            ),
        );
    global::critical
        .store(py::def("critical", "msg, *args, **kwargs", [], critical_undecorated));
    global::fatal.store(global::critical.load()?);
    global::log.store(py::def("log", "level, msg, *args, **kwargs", [], log));
    global::shutdown.store(py::def("shutdown", "", [], shutdown));
    global::captureWarnings
        .store(py::def("captureWarnings", "capture", [], capture_warnings));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library logging") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "CRITICAL" => global::CRITICAL.load(),
        "FATAL" => global::FATAL.load(),
        "ERROR" => global::ERROR.load(),
        "WARNING" => global::WARNING.load(),
        "WARN" => global::WARN.load(),
        "INFO" => global::INFO.load(),
        "DEBUG" => global::DEBUG.load(),
        "NOTSET" => global::NOTSET.load(),
        "BASIC_FORMAT" => global::BASIC_FORMAT.load(),
        "getLevelName" => global::getLevelName.load(),
        "getLevelNamesMapping" => global::getLevelNamesMapping.load(),
        "addLevelName" => global::addLevelName.load(),
        "LogRecord" => global::LogRecord.load(),
        "Formatter" => global::Formatter.load(),
        "Filter" => global::Filter.load(),
        "Filterer" => global::Filterer.load(),
        "Handler" => global::Handler.load(),
        "StreamHandler" => global::StreamHandler.load(),
        "FileHandler" => global::FileHandler.load(),
        "NullHandler" => global::NullHandler.load(),
        "Logger" => global::Logger.load(),
        "RootLogger" => global::RootLogger.load(),
        "LoggerAdapter" => global::LoggerAdapter.load(),
        "root" => global::root.load(),
        "getLogger" => global::getLogger.load(),
        "basicConfig" => global::basicConfig.load(),
        "disable" => global::disable.load(),
        "debug" => global::debug.load(),
        "info" => global::info.load(),
        "warning" => global::warning.load(),
        "warn" => global::warn.load(),
        "error" => global::error.load(),
        "exception" => global::exception.load(),
        "critical" => global::critical.load(),
        "fatal" => global::fatal.load(),
        "log" => global::log.load(),
        "shutdown" => global::shutdown.load(),
        "captureWarnings" => global::captureWarnings.load(),
        _ => Ok(Value::None),
    }
}
