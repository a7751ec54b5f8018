//! Log records, loggers, handlers and formatters.
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
        Global::new("_names") }; pub (crate) static _plain : Global = const {
        Global::new("_plain") }; pub (crate) static _root : Global = const {
        Global::new("_root") }; pub (crate) static _state : Global = const {
        Global::new("_state") }; pub (crate) static addLevelName : Global = const {
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
    self_.set_attr("pathname", pathname.clone())?;
    self_.set_attr("filename", pathname.clone())?;
    self_.set_attr("module", Value::str("main"))?;
    self_.set_attr("exc_info", exc_info.clone())?;
    self_.set_attr("exc_text", Value::None)?;
    self_.set_attr("lineno", lineno.clone())?;
    self_
        .set_attr(
            "funcName",
            {
                let left_5 = func.clone();
                if left_5.truth()? { left_5 } else { Value::str("<module>") }
            },
        )?;
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
    self_.set_attr("thread", Value::Int(1))?;
    self_.set_attr("threadName", Value::str("MainThread"))?;
    self_.set_attr("processName", Value::str("MainProcess"))?;
    self_.set_attr("process", Value::Int(1))?;
    Ok(Value::None)
}

pub(crate) fn log_record_get_message(self_: Value) -> R {
    let mut message = py::construct::str(&py::pos(&[self_.attr("msg")?]))?;
    if self_.attr("args")?.truth()? {
        message = message.modulo(&self_.attr("args")?)?;
    }
    Ok(message.clone())
}

pub(crate) fn log_record_repr(self_: Value) -> R {
    Ok(
        Value::str(
            format!(
                "<LogRecord: {}, {}, {}, {}, \"{}\">", py::show(& self_.attr("name") ?)
                ?, py::show(& self_.attr("levelno") ?) ?, py::show(& self_
                .attr("pathname") ?) ?, py::show(& self_.attr("lineno") ?) ?, py::show(&
                self_.attr("msg") ?) ?
            ),
        ),
    )
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
            let object_11 = self_.attr("_fmt")?.clone();
            let args_12: Vec<Value> = Vec::<Value>::from([]);
            let mut keywords_13 = Vec::new();
            py::call::keywords(&values, &mut keywords_13)?;
            py::call::call_method_with(
                &object_11,
                "format",
                &py::Args {
                    pos: &args_12,
                    kw: &keywords_13,
                },
            )?
        });
    }
    Ok({
        let object_15 = py::call::call(
                &py::pure::load("string", "Template")?,
                &py::pos(&[self_.attr("_fmt")?]),
            )?
            .clone();
        let args_16: Vec<Value> = Vec::<Value>::from([]);
        let mut keywords_17 = Vec::new();
        py::call::keywords(&values, &mut keywords_17)?;
        py::call::call_method_with(
            &object_15,
            "substitute",
            &py::Args {
                pos: &args_16,
                kw: &keywords_17,
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
    let mut iter_18 = py::iter::iter(&self_.attr("filters")?)?;
    while let Some(one) = iter_18.next()? {
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
            let left_21 = self_.attr("formatter")?;
            if left_21.truth()? { left_21 } else { global::_plain.load()? }
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
        let left_24 = Value::Bool(!self_.attr("disabled")?.truth()?);
        if !left_24.truth()? {
            left_24
        } else {
            {
                let left_25 = global::_state.load()?.attr("disabled")?.lt(&level)?;
                if !left_25.truth()? {
                    left_25
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
        let mut iter_28 = py::iter::iter(&extra)?;
        while let Some(key) = iter_28.next()? {
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
        let mut iter_31 = py::iter::iter(&logger.attr("handlers")?)?;
        while let Some(handler) = iter_31.next()? {
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
        let object_33 = self_.clone();
        let args_34: Vec<Value> = {
            let mut items_36 = Vec::new();
            items_36.push(msg.clone());
            items_36.extend(py::iter::to_vec(&args)?);
            items_36
        };
        let mut keywords_35 = Vec::new();
        keywords_35.push(("exc_info", exc_info.clone()));
        keywords_35.push(("extra", extra.clone()));
        py::call::call_method_with(
            &object_33,
            "error",
            &py::Args {
                pos: &args_34,
                kw: &keywords_35,
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
    let value_37 = self_.attr("extra")?;
    kwargs.set_item(Value::str("extra"), value_37)?;
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
        let [item_38, item_39] = py::unpack::<
            2,
        >(&self_.method("process", &[msg.clone(), kwargs.clone()])?)?;
        msg = item_38;
        kwargs = item_39;
        {
            let object_40 = self_.attr("logger")?.clone();
            let args_41: Vec<Value> = {
                let mut items_43 = Vec::new();
                items_43.push(level.clone());
                items_43.push(msg.clone());
                items_43.extend(py::iter::to_vec(&args)?);
                items_43
            };
            let mut keywords_42 = Vec::new();
            py::call::keywords(&kwargs, &mut keywords_42)?;
            py::call::call_method_with(
                &object_40,
                "log",
                &py::Args {
                    pos: &args_41,
                    kw: &keywords_42,
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
        let object_44 = self_.clone();
        let args_45: Vec<Value> = {
            let mut items_47 = Vec::new();
            items_47.push(global::DEBUG.load()?);
            items_47.push(msg.clone());
            items_47.extend(py::iter::to_vec(&args)?);
            items_47
        };
        let mut keywords_46 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_46)?;
        py::call::call_method_with(
            &object_44,
            "log",
            &py::Args {
                pos: &args_45,
                kw: &keywords_46,
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
        let object_48 = self_.clone();
        let args_49: Vec<Value> = {
            let mut items_51 = Vec::new();
            items_51.push(global::INFO.load()?);
            items_51.push(msg.clone());
            items_51.extend(py::iter::to_vec(&args)?);
            items_51
        };
        let mut keywords_50 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_50)?;
        py::call::call_method_with(
            &object_48,
            "log",
            &py::Args {
                pos: &args_49,
                kw: &keywords_50,
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
        let object_52 = self_.clone();
        let args_53: Vec<Value> = {
            let mut items_55 = Vec::new();
            items_55.push(global::WARNING.load()?);
            items_55.push(msg.clone());
            items_55.extend(py::iter::to_vec(&args)?);
            items_55
        };
        let mut keywords_54 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_54)?;
        py::call::call_method_with(
            &object_52,
            "log",
            &py::Args {
                pos: &args_53,
                kw: &keywords_54,
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
        let object_56 = self_.clone();
        let args_57: Vec<Value> = {
            let mut items_59 = Vec::new();
            items_59.push(global::ERROR.load()?);
            items_59.push(msg.clone());
            items_59.extend(py::iter::to_vec(&args)?);
            items_59
        };
        let mut keywords_58 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_58)?;
        py::call::call_method_with(
            &object_56,
            "log",
            &py::Args {
                pos: &args_57,
                kw: &keywords_58,
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
        let object_60 = self_.clone();
        let args_61: Vec<Value> = {
            let mut items_63 = Vec::new();
            items_63.push(global::CRITICAL.load()?);
            items_63.push(msg.clone());
            items_63.extend(py::iter::to_vec(&args)?);
            items_63
        };
        let mut keywords_62 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_62)?;
        py::call::call_method_with(
            &object_60,
            "log",
            &py::Args {
                pos: &args_61,
                kw: &keywords_62,
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
    let mut iter_69 = py::iter::iter(
        &global::_state.load()?.attr("loggers")?.method("values", &[])?,
    )?;
    while let Some(other) = iter_69.next()? {
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
    let value_71 = logger.clone();
    global::_state.load()?.attr("loggers")?.set_item(name.clone(), value_71)?;
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
        let mut iter_72 = py::iter::iter(
            &global::root
                .load()?
                .attr("handlers")?
                .item(&py::item::slice(Value::None, Value::None, Value::None))?,
        )?;
        while let Some(item_73) = iter_72.next()? {
            handler = item_73;
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
                        let left_78 = format.clone();
                        if left_78.truth()? { left_78 } else { default.item(&style)? }
                    },
                    datefmt.clone(),
                    style.clone(),
                ],
            ),
        )?;
        let mut iter_79 = py::iter::iter(&handlers)?;
        while let Some(item_80) = iter_79.next()? {
            handler = item_80;
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
        let object_82 = _root()?.clone();
        let args_83: Vec<Value> = {
            let mut items_85 = Vec::new();
            items_85.push(msg.clone());
            items_85.extend(py::iter::to_vec(&args)?);
            items_85
        };
        let mut keywords_84 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_84)?;
        py::call::call_method_with(
            &object_82,
            "debug",
            &py::Args {
                pos: &args_83,
                kw: &keywords_84,
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn info(msg: Value, args: Value, kwargs: Value) -> R {
    {
        let object_86 = _root()?.clone();
        let args_87: Vec<Value> = {
            let mut items_89 = Vec::new();
            items_89.push(msg.clone());
            items_89.extend(py::iter::to_vec(&args)?);
            items_89
        };
        let mut keywords_88 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_88)?;
        py::call::call_method_with(
            &object_86,
            "info",
            &py::Args {
                pos: &args_87,
                kw: &keywords_88,
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn warning_undecorated(msg: Value, args: Value, kwargs: Value) -> R {
    {
        let object_90 = _root()?.clone();
        let args_91: Vec<Value> = {
            let mut items_93 = Vec::new();
            items_93.push(msg.clone());
            items_93.extend(py::iter::to_vec(&args)?);
            items_93
        };
        let mut keywords_92 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_92)?;
        py::call::call_method_with(
            &object_90,
            "warning",
            &py::Args {
                pos: &args_91,
                kw: &keywords_92,
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn error(msg: Value, args: Value, kwargs: Value) -> R {
    {
        let object_94 = _root()?.clone();
        let args_95: Vec<Value> = {
            let mut items_97 = Vec::new();
            items_97.push(msg.clone());
            items_97.extend(py::iter::to_vec(&args)?);
            items_97
        };
        let mut keywords_96 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_96)?;
        py::call::call_method_with(
            &object_94,
            "error",
            &py::Args {
                pos: &args_95,
                kw: &keywords_96,
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn exception(msg: Value, args: Value, exc_info: Value, kwargs: Value) -> R {
    {
        let function_98 = global::error.load()?;
        let args_99: Vec<Value> = {
            let mut items_101 = Vec::new();
            items_101.push(msg.clone());
            items_101.extend(py::iter::to_vec(&args)?);
            items_101
        };
        let mut keywords_100 = Vec::new();
        keywords_100.push(("exc_info", exc_info.clone()));
        py::call::keywords(&kwargs, &mut keywords_100)?;
        py::call::call(
            &function_98,
            &py::Args {
                pos: &args_99,
                kw: &keywords_100,
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn critical_undecorated(msg: Value, args: Value, kwargs: Value) -> R {
    {
        let object_102 = _root()?.clone();
        let args_103: Vec<Value> = {
            let mut items_105 = Vec::new();
            items_105.push(msg.clone());
            items_105.extend(py::iter::to_vec(&args)?);
            items_105
        };
        let mut keywords_104 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_104)?;
        py::call::call_method_with(
            &object_102,
            "critical",
            &py::Args {
                pos: &args_103,
                kw: &keywords_104,
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn log(level: Value, msg: Value, args: Value, kwargs: Value) -> R {
    {
        let object_106 = _root()?.clone();
        let args_107: Vec<Value> = {
            let mut items_109 = Vec::new();
            items_109.push(level.clone());
            items_109.push(msg.clone());
            items_109.extend(py::iter::to_vec(&args)?);
            items_109
        };
        let mut keywords_108 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_108)?;
        py::call::call_method_with(
            &object_106,
            "log",
            &py::Args {
                pos: &args_107,
                kw: &keywords_108,
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
