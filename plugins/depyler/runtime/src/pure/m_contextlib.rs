//! Context managers.
//!
//! @generated from `runtime/pure/contextlib.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "contextlib";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static AbstractAsyncContextManager : Global = const {
        Global::new("AbstractAsyncContextManager") }; pub (crate) static
        AbstractContextManager : Global = const { Global::new("AbstractContextManager")
        }; pub (crate) static ContextDecorator : Global = const {
        Global::new("ContextDecorator") }; pub (crate) static ExitStack : Global = const
        { Global::new("ExitStack") }; pub (crate) static _AsyncGeneratorContextManager :
        Global = const { Global::new("_AsyncGeneratorContextManager") }; pub (crate)
        static _GeneratorContextManager : Global = const {
        Global::new("_GeneratorContextManager") }; pub (crate) static aclosing : Global =
        const { Global::new("aclosing") }; pub (crate) static asynccontextmanager :
        Global = const { Global::new("asynccontextmanager") }; pub (crate) static chdir :
        Global = const { Global::new("chdir") }; pub (crate) static closing : Global =
        const { Global::new("closing") }; pub (crate) static contextmanager : Global =
        const { Global::new("contextmanager") }; pub (crate) static nullcontext : Global
        = const { Global::new("nullcontext") }; pub (crate) static redirect_stderr :
        Global = const { Global::new("redirect_stderr") }; pub (crate) static
        redirect_stdout : Global = const { Global::new("redirect_stdout") }; pub (crate)
        static suppress : Global = const { Global::new("suppress") };
    }
}

pub(crate) fn abstract_context_manager_enter(self_: Value) -> R {
    Ok(self_.clone())
}

pub(crate) fn abstract_context_manager_exit(
    self_: Value,
    kind: Value,
    value: Value,
    trace: Value,
) -> R {
    Ok(Value::None)
}

pub(crate) fn context_decorator_recreate_cm(self_: Value) -> R {
    Ok(self_.clone())
}

pub(crate) fn context_decorator_call(self_: Value, function: Value) -> R {
    let mut inner = Value::Unbound;
    inner = py::functools::wraps(&py::pos(&[function.clone()]))?
        .call(
            &[
                {
                    let function = function.clone();
                    let self_ = self_.clone();
                    py::def(
                        "ContextDecorator.__call__.<locals>.inner",
                        "*args, **kwargs",
                        [],
                        move |args: Value, kwargs: Value| -> R {
                            let manager_1 = self_.method("_recreate_cm", &[])?;
                            let entered_3 = py::enter_context(&manager_1)?;
                            let flow_8: py::Flow = 'with_2: {
                                break 'with_2 py::Flow::Return({
                                    let function_4 = function.clone();
                                    let args_5: Vec<Value> = {
                                        let mut items_7 = Vec::new();
                                        items_7
                                            .extend(py::attempt!('with_2, py::iter::to_vec(& args)));
                                        items_7
                                    };
                                    let mut keywords_6 = Vec::new();
                                    py::attempt!(
                                        'with_2, py::call::keywords(& kwargs, & mut keywords_6)
                                    );
                                    py::attempt!(
                                        'with_2, py::call::call(& function_4, & py::Args { pos : &
                                        args_5, kw : & keywords_6, })
                                    )
                                });
                            };
                            match py::exit_context(&manager_1, flow_8)? {
                                py::Flow::Next => {}
                                py::Flow::Raise(raised) => return Err(raised),
                                py::Flow::Return(value) => return Ok(value),
                                _ => {}
                            }
                            Ok(Value::None)
                        },
                    )
                },
            ],
        )?;
    Ok(inner.clone())
}

pub(crate) fn _generator_context_manager_init(
    self_: Value,
    function: Value,
    args: Value,
    kwargs: Value,
) -> R {
    self_
        .set_attr(
            "gen",
            {
                let function_9 = function.clone();
                let args_10: Vec<Value> = {
                    let mut items_12 = Vec::new();
                    items_12.extend(py::iter::to_vec(&args)?);
                    items_12
                };
                let mut keywords_11 = Vec::new();
                py::call::keywords(&kwargs, &mut keywords_11)?;
                py::call::call(
                    &function_9,
                    &py::Args {
                        pos: &args_10,
                        kw: &keywords_11,
                    },
                )?
            },
        )?;
    self_.set_attr("func", function.clone())?;
    self_.set_attr("args", args.clone())?;
    self_.set_attr("kwds", kwargs.clone())?;
    Ok(Value::None)
}

pub(crate) fn _generator_context_manager_recreate_cm(self_: Value) -> R {
    Ok(
        py::call::call(
            &global::_GeneratorContextManager.load()?,
            &py::pos(&[self_.attr("func")?, self_.attr("args")?, self_.attr("kwds")?]),
        )?,
    )
}

pub(crate) fn _generator_context_manager_enter(self_: Value) -> R {
    let flow_16: py::Flow = 'try_14: {
        return Ok(
            py::attempt!(
                'try_14, py::builtins::next(& py::pos(& [py::attempt!('try_14, self_
                .attr("gen"))]))
            ),
        );
    };
    if let py::Flow::Raise(raised_15) = flow_16 {
        if raised_15.is_a("StopIteration") {
            return Err(
                py::exc::to_raise_from(
                        &py::call::call(
                            &py::exception("RuntimeError"),
                            &py::pos(&[Value::str("generator didn't yield")]),
                        )?,
                        &Value::None,
                    )?
                    .during(&raised_15),
            );
        } else {
            return Err(raised_15);
        }
    }
    Ok(Value::None)
}

pub(crate) fn _generator_context_manager_exit(
    self_: Value,
    kind: Value,
    mut value: Value,
    trace: Value,
) -> R {
    let mut error = Value::Unbound;
    let mut stop = Value::Unbound;
    if kind.is(&Value::None) {
        let flow_20: py::Flow = 'try_18: {
            py::attempt!(
                'try_18, py::builtins::next(& py::pos(& [py::attempt!('try_18, self_
                .attr("gen"))]))
            );
            py::Flow::Next
        };
        if let py::Flow::Raise(raised_19) = flow_20 {
            if raised_19.is_a("StopIteration") {
                return Ok(Value::Bool(false));
            } else {
                return Err(raised_19);
            }
        }
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("RuntimeError"),
                    &py::pos(&[Value::str("generator didn't stop")]),
                )?,
            )?,
        );
    }
    if value.is(&Value::None) {
        value = py::call::call(&kind.clone(), &py::Args::none())?;
    }
    let flow_25: py::Flow = 'try_23: {
        py::attempt!(
            'try_23, py::attempt!('try_23, self_.attr("gen")) .method("throw", & [value
            .clone()])
        );
        py::Flow::Next
    };
    if let py::Flow::Raise(raised_24) = flow_25 {
        if raised_24.is_a("StopIteration") {
            stop = raised_24.value();
            return Ok(Value::Bool(!stop.is(&value)));
        } else if raised_24.is_a("RuntimeError") {
            error = raised_24.value();
            if error.is(&value) {
                return Ok(Value::Bool(false));
            }
            if py::builtins::isinstance(
                    &py::pos(&[value.clone(), py::exception("StopIteration")]),
                )?
                .truth()? && error.attr("__cause__")?.is(&value)
            {
                return Ok(Value::Bool(false));
            }
            return Err(raised_24.clone());
        } else if raised_24.is_a("BaseException") {
            error = raised_24.value();
            if !error.is(&value) {
                return Err(raised_24.clone());
            }
            return Ok(Value::Bool(false));
        } else {
            return Err(raised_24);
        }
    }
    Err(
        py::exc::to_raise(
            &py::call::call(
                &py::exception("RuntimeError"),
                &py::pos(&[Value::str("generator didn't stop after throw()")]),
            )?,
        )?,
    )
}

/// Makes a generator function a context manager.
pub(crate) fn contextmanager(function: Value) -> R {
    let mut helper = Value::Unbound;
    helper = py::functools::wraps(&py::pos(&[function.clone()]))?
        .call(
            &[
                {
                    let function = function.clone();
                    py::def(
                        "contextmanager.<locals>.helper",
                        "*args, **kwargs",
                        [],
                        move |args: Value, kwargs: Value| -> R {
                            Ok(
                                py::call::call(
                                    &global::_GeneratorContextManager.load()?,
                                    &py::pos(&[function.clone(), args.clone(), kwargs.clone()]),
                                )?,
                            )
                        },
                    )
                },
            ],
        )?;
    Ok(helper.clone())
}

pub(crate) fn closing_init(self_: Value, thing: Value) -> R {
    self_.set_attr("thing", thing.clone())?;
    Ok(Value::None)
}

pub(crate) fn closing_enter(self_: Value) -> R {
    Ok(self_.attr("thing")?)
}

pub(crate) fn closing_exit(self_: Value, info: Value) -> R {
    self_.attr("thing")?.method("close", &[])?;
    Ok(Value::None)
}

pub(crate) fn suppress_init(self_: Value, exceptions: Value) -> R {
    self_.set_attr("_exceptions", exceptions.clone())?;
    Ok(Value::None)
}

pub(crate) fn suppress_enter(self_: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn suppress_exit(self_: Value, kind: Value, value: Value, trace: Value) -> R {
    Ok({
        let left_28 = Value::Bool(!kind.is(&Value::None));
        if !left_28.truth()? {
            left_28
        } else {
            py::builtins::issubclass(
                &py::pos(&[kind.clone(), self_.attr("_exceptions")?]),
            )?
        }
    })
}

pub(crate) fn redirect_stdout_init(self_: Value, target: Value) -> R {
    self_.set_attr("_target", target.clone())?;
    self_.set_attr("_old", py::list([]))?;
    Ok(Value::None)
}

pub(crate) fn redirect_stdout_enter(self_: Value) -> R {
    self_.attr("_old")?.method("append", &[py::library::sys::stdout()])?;
    py::io::replace_stdout(self_.attr("_target")?);
    Ok(self_.attr("_target")?)
}

pub(crate) fn redirect_stdout_exit(
    self_: Value,
    kind: Value,
    value: Value,
    trace: Value,
) -> R {
    py::io::replace_stdout(self_.attr("_old")?.method("pop", &[])?);
    Ok(Value::None)
}

pub(crate) fn redirect_stderr_init(self_: Value, target: Value) -> R {
    self_.set_attr("_target", target.clone())?;
    self_.set_attr("_old", py::list([]))?;
    Ok(Value::None)
}

pub(crate) fn redirect_stderr_enter(self_: Value) -> R {
    self_.attr("_old")?.method("append", &[py::library::sys::stderr()])?;
    py::io::replace_stderr(self_.attr("_target")?);
    Ok(self_.attr("_target")?)
}

pub(crate) fn redirect_stderr_exit(
    self_: Value,
    kind: Value,
    value: Value,
    trace: Value,
) -> R {
    py::io::replace_stderr(self_.attr("_old")?.method("pop", &[])?);
    Ok(Value::None)
}

pub(crate) fn nullcontext_init(self_: Value, enter_result: Value) -> R {
    self_.set_attr("enter_result", enter_result.clone())?;
    Ok(Value::None)
}

pub(crate) fn nullcontext_enter(self_: Value) -> R {
    Ok(self_.attr("enter_result")?)
}

pub(crate) fn nullcontext_exit(self_: Value, info: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn nullcontext_aenter(self_: Value) -> R {
    Ok({
        async fn body_29(yielder: py::Yielder, self_: Value) -> R {
            Ok(self_.attr("enter_result")?)
        }
        py::coro::coroutine("__aenter__", move |yielder| body_29(yielder, self_))
    })
}

pub(crate) fn nullcontext_aexit(self_: Value, info: Value) -> R {
    Ok({
        async fn body_30(yielder: py::Yielder, self_: Value, info: Value) -> R {
            Ok(Value::None)
        }
        py::coro::coroutine("__aexit__", move |yielder| body_30(yielder, self_, info))
    })
}

pub(crate) fn exit_stack_init(self_: Value) -> R {
    self_.set_attr("_callbacks", py::list([]))?;
    Ok(Value::None)
}

pub(crate) fn exit_stack_pop_all(self_: Value) -> R {
    let other = py::call::call(
        &py::construct::type_(&py::pos(&[self_.clone()]))?,
        &py::Args::none(),
    )?;
    other.set_attr("_callbacks", self_.attr("_callbacks")?)?;
    self_.set_attr("_callbacks", py::list([]))?;
    Ok(other.clone())
}

pub(crate) fn exit_stack_push(self_: Value, exit: Value) -> R {
    if py::builtins::hasattr(&py::pos(&[exit.clone(), Value::str("__exit__")]))?.truth()?
    {
        self_
            .attr("_callbacks")?
            .method(
                "append",
                &[py::tuple([Value::Bool(false), exit.attr("__exit__")?])],
            )?;
    } else {
        self_
            .attr("_callbacks")?
            .method("append", &[py::tuple([Value::Bool(false), exit.clone()])])?;
    }
    Ok(exit.clone())
}

pub(crate) fn exit_stack_enter_context(self_: Value, manager: Value) -> R {
    let result = manager.method("__enter__", &[])?;
    self_
        .attr("_callbacks")?
        .method(
            "append",
            &[py::tuple([Value::Bool(false), manager.attr("__exit__")?])],
        )?;
    Ok(result.clone())
}

pub(crate) fn exit_stack_callback(
    self_: Value,
    function: Value,
    args: Value,
    kwargs: Value,
) -> R {
    let mut run = Value::Unbound;
    run = {
        let args = args.clone();
        let function = function.clone();
        let kwargs = kwargs.clone();
        py::def(
            "ExitStack.callback.<locals>.run",
            "kind, value, trace",
            [],
            move |kind: Value, value: Value, trace: Value| -> R {
                {
                    let function_32 = function.clone();
                    let args_33: Vec<Value> = {
                        let mut items_35 = Vec::new();
                        items_35.extend(py::iter::to_vec(&args)?);
                        items_35
                    };
                    let mut keywords_34 = Vec::new();
                    py::call::keywords(&kwargs, &mut keywords_34)?;
                    py::call::call(
                        &function_32,
                        &py::Args {
                            pos: &args_33,
                            kw: &keywords_34,
                        },
                    )?;
                }
                Ok(Value::None)
            },
        )
    };
    self_
        .attr("_callbacks")?
        .method("append", &[py::tuple([Value::Bool(true), run.clone()])])?;
    Ok(function.clone())
}

pub(crate) fn exit_stack_close(self_: Value) -> R {
    self_.method("__exit__", &[Value::None, Value::None, Value::None])?;
    Ok(Value::None)
}

pub(crate) fn exit_stack_exit(
    self_: Value,
    kind: Value,
    value: Value,
    trace: Value,
) -> R {
    let mut error = Value::Unbound;
    let mut function = Value::Unbound;
    let mut plain = Value::Unbound;
    let received = Value::Bool(!value.is(&Value::None));
    let mut pending = value.clone();
    let mut suppressed = Value::Bool(false);
    let mut raised = Value::Bool(false);
    while self_.attr("_callbacks")?.truth()? {
        let [item_37, item_38] = py::unpack::<
            2,
        >(&self_.attr("_callbacks")?.method("pop", &[])?)?;
        plain = item_37;
        function = item_38;
        let flow_43: py::Flow = 'try_39: {
            if pending.is(&Value::None) {
                py::attempt!(
                    'try_39, py::call::call(& function.clone(), & py::pos(& [Value::None,
                    Value::None, Value::None]))
                );
            } else if py::attempt!(
                'try_39, py::attempt!('try_39, py::call::call(& function.clone(), &
                py::pos(& [py::attempt!('try_39, py::construct::type_(& py::pos(&
                [pending.clone()]))), pending.clone(), Value::None]))) .truth()
            ) && !py::attempt!('try_39, plain.truth())
            {
                suppressed = Value::Bool(true);
                raised = Value::Bool(false);
                pending = Value::None;
            }
            py::Flow::Next
        };
        if let py::Flow::Raise(raised_42) = flow_43 {
            if raised_42.is_a("BaseException") {
                error = raised_42.value();
                raised = Value::Bool(true);
                pending = error.clone();
            } else {
                return Err(raised_42);
            }
        }
    }
    if raised.truth()? {
        return Err(py::exc::to_raise(&pending)?);
    }
    Ok({
        let left_44 = received.clone();
        if !left_44.truth()? { left_44 } else { suppressed.clone() }
    })
}

pub(crate) fn abstract_async_context_manager_aenter(self_: Value) -> R {
    Ok({
        async fn body_45(yielder: py::Yielder, self_: Value) -> R {
            Ok(self_.clone())
        }
        py::coro::coroutine("__aenter__", move |yielder| body_45(yielder, self_))
    })
}

pub(crate) fn abstract_async_context_manager_aexit(
    self_: Value,
    kind: Value,
    value: Value,
    trace: Value,
) -> R {
    Ok({
        async fn body_46(
            yielder: py::Yielder,
            self_: Value,
            kind: Value,
            value: Value,
            trace: Value,
        ) -> R {
            Ok(Value::None)
        }
        py::coro::coroutine(
            "__aexit__",
            move |yielder| body_46(yielder, self_, kind, value, trace),
        )
    })
}

pub(crate) fn aclosing_init(self_: Value, thing: Value) -> R {
    self_.set_attr("thing", thing.clone())?;
    Ok(Value::None)
}

pub(crate) fn aclosing_aenter(self_: Value) -> R {
    Ok({
        async fn body_47(yielder: py::Yielder, self_: Value) -> R {
            Ok(self_.attr("thing")?)
        }
        py::coro::coroutine("__aenter__", move |yielder| body_47(yielder, self_))
    })
}

pub(crate) fn aclosing_aexit(self_: Value, info: Value) -> R {
    Ok({
        async fn body_49(yielder: py::Yielder, self_: Value, info: Value) -> R {
            yielder
                .give_all(
                    py::call::call(
                        &py::native_fn("await", py::coro::awaitable),
                        &py::pos(&[self_.attr("thing")?.method("aclose", &[])?]),
                    )?,
                )
                .await?;
            Ok(Value::None)
        }
        py::coro::coroutine("__aexit__", move |yielder| body_49(yielder, self_, info))
    })
}

pub(crate) fn _async_generator_context_manager_init(
    self_: Value,
    function: Value,
    args: Value,
    kwargs: Value,
) -> R {
    self_
        .set_attr(
            "gen",
            {
                let function_50 = function.clone();
                let args_51: Vec<Value> = {
                    let mut items_53 = Vec::new();
                    items_53.extend(py::iter::to_vec(&args)?);
                    items_53
                };
                let mut keywords_52 = Vec::new();
                py::call::keywords(&kwargs, &mut keywords_52)?;
                py::call::call(
                    &function_50,
                    &py::Args {
                        pos: &args_51,
                        kw: &keywords_52,
                    },
                )?
            },
        )?;
    Ok(Value::None)
}

pub(crate) fn _async_generator_context_manager_aenter(self_: Value) -> R {
    Ok({
        async fn body_60(yielder: py::Yielder, self_: Value) -> R {
            let flow_58: py::Flow = 'try_54: {
                return Ok(
                    py::attempt!(
                        'try_54, yielder.give_all(py::attempt!('try_54, py::call::call(&
                        py::native_fn("await", py::coro::awaitable), & py::pos(&
                        [py::attempt!('try_54, py::call::call(& py::native_fn("anext",
                        py::coro::anext), & py::pos(& [py::attempt!('try_54, self_
                        .attr("gen"))])))])))). await
                    ),
                );
            };
            if let py::Flow::Raise(raised_57) = flow_58 {
                if raised_57.is_a("StopAsyncIteration") {
                    return Err(
                        py::exc::to_raise_from(
                                &py::call::call(
                                    &py::exception("RuntimeError"),
                                    &py::pos(&[Value::str("generator didn't yield")]),
                                )?,
                                &Value::None,
                            )?
                            .during(&raised_57),
                    );
                } else {
                    return Err(raised_57);
                }
            }
            Ok(Value::None)
        }
        py::coro::coroutine("__aenter__", move |yielder| body_60(yielder, self_))
    })
}

pub(crate) fn _async_generator_context_manager_aexit(
    self_: Value,
    kind: Value,
    value: Value,
    trace: Value,
) -> R {
    Ok({
        async fn body_73(
            yielder: py::Yielder,
            self_: Value,
            kind: Value,
            mut value: Value,
            trace: Value,
        ) -> R {
            let mut error = Value::Unbound;
            let mut stop = Value::Unbound;
            if kind.is(&Value::None) {
                let flow_65: py::Flow = 'try_61: {
                    py::attempt!(
                        'try_61, yielder.give_all(py::attempt!('try_61, py::call::call(&
                        py::native_fn("await", py::coro::awaitable), & py::pos(&
                        [py::attempt!('try_61, py::call::call(& py::native_fn("anext",
                        py::coro::anext), & py::pos(& [py::attempt!('try_61, self_
                        .attr("gen"))])))])))). await
                    );
                    py::Flow::Next
                };
                if let py::Flow::Raise(raised_64) = flow_65 {
                    if raised_64.is_a("StopAsyncIteration") {
                        return Ok(Value::Bool(false));
                    } else {
                        return Err(raised_64);
                    }
                }
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::exception("RuntimeError"),
                            &py::pos(&[Value::str("generator didn't stop")]),
                        )?,
                    )?,
                );
            }
            if value.is(&Value::None) {
                value = py::call::call(&kind.clone(), &py::Args::none())?;
            }
            let flow_71: py::Flow = 'try_68: {
                py::attempt!(
                    'try_68, yielder.give_all(py::attempt!('try_68, py::call::call(&
                    py::native_fn("await", py::coro::awaitable), & py::pos(&
                    [py::attempt!('try_68, py::attempt!('try_68, self_.attr("gen"))
                    .method("athrow", & [value.clone()]))])))). await
                );
                py::Flow::Next
            };
            if let py::Flow::Raise(raised_70) = flow_71 {
                if raised_70.is_a("StopAsyncIteration") {
                    stop = raised_70.value();
                    return Ok(Value::Bool(!stop.is(&value)));
                } else if raised_70.is_a("BaseException") {
                    error = raised_70.value();
                    if !error.is(&value) {
                        return Err(raised_70.clone());
                    }
                    return Ok(Value::Bool(false));
                } else {
                    return Err(raised_70);
                }
            }
            Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("RuntimeError"),
                        &py::pos(&[Value::str("generator didn't stop after athrow()")]),
                    )?,
                )?,
            )
        }
        py::coro::coroutine(
            "__aexit__",
            move |yielder| body_73(yielder, self_, kind, value, trace),
        )
    })
}

/// Makes an asynchronous generator function a context manager.
pub(crate) fn asynccontextmanager(function: Value) -> R {
    let mut helper = Value::Unbound;
    helper = py::functools::wraps(&py::pos(&[function.clone()]))?
        .call(
            &[
                {
                    let function = function.clone();
                    py::def(
                        "asynccontextmanager.<locals>.helper",
                        "*args, **kwargs",
                        [],
                        move |args: Value, kwargs: Value| -> R {
                            Ok(
                                py::call::call(
                                    &global::_AsyncGeneratorContextManager.load()?,
                                    &py::pos(&[function.clone(), args.clone(), kwargs.clone()]),
                                )?,
                            )
                        },
                    )
                },
            ],
        )?;
    Ok(helper.clone())
}

pub(crate) fn chdir_init(self_: Value, path: Value) -> R {
    self_.set_attr("path", path.clone())?;
    self_.set_attr("_old_cwd", py::list([]))?;
    Ok(Value::None)
}

pub(crate) fn chdir_enter(self_: Value) -> R {
    self_
        .attr("_old_cwd")?
        .method("append", &[py::library::os::getcwd(&py::Args::none())?])?;
    py::library::os::chdir(&py::pos(&[self_.attr("path")?]))?;
    Ok(Value::None)
}

pub(crate) fn chdir_exit(self_: Value, excinfo: Value) -> R {
    py::library::os::chdir(&py::pos(&[self_.attr("_old_cwd")?.method("pop", &[])?]))?;
    Ok(Value::None)
}

/// The statements of `contextlib.py`.
pub(crate) fn run() -> R<()> {
    global::AbstractContextManager
        .store({
            let class = py::ClassBody::new(
                "AbstractContextManager",
                NAME,
                Value::str("A base for context managers."),
                &[py::library_class("ABC")],
            )?;
            class
                .set(
                    "__enter__",
                    py::def(
                        "AbstractContextManager.__enter__",
                        "self",
                        [],
                        abstract_context_manager_enter,
                    ),
                );
            class
                .set(
                    "__exit__",
                    py::def(
                        "AbstractContextManager.__exit__",
                        "self, kind, value, trace",
                        [],
                        abstract_context_manager_exit,
                    ),
                );
            class.finish(&[])?
        });
    global::ContextDecorator
        .store({
            let class = py::ClassBody::new(
                "ContextDecorator",
                NAME,
                Value::str("Makes a context manager usable as a decorator."),
                &[],
            )?;
            class
                .set(
                    "_recreate_cm",
                    py::def(
                        "ContextDecorator._recreate_cm",
                        "self",
                        [],
                        context_decorator_recreate_cm,
                    ),
                );
            class
                .set(
                    "__call__",
                    py::def(
                        "ContextDecorator.__call__",
                        "self, function",
                        [],
                        context_decorator_call,
                    ),
                );
            class.finish(&[])?
        });
    global::_GeneratorContextManager
        .store({
            let class = py::ClassBody::new(
                "_GeneratorContextManager",
                NAME,
                Value::None,
                &[global::ContextDecorator.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "_GeneratorContextManager.__init__",
                        "self, function, args, kwargs",
                        [],
                        _generator_context_manager_init,
                    ),
                );
            class
                .set(
                    "_recreate_cm",
                    py::def(
                        "_GeneratorContextManager._recreate_cm",
                        "self",
                        [],
                        _generator_context_manager_recreate_cm,
                    ),
                );
            class
                .set(
                    "__enter__",
                    py::def(
                        "_GeneratorContextManager.__enter__",
                        "self",
                        [],
                        _generator_context_manager_enter,
                    ),
                );
            class
                .set(
                    "__exit__",
                    py::def(
                        "_GeneratorContextManager.__exit__",
                        "self, kind, value, trace",
                        [],
                        _generator_context_manager_exit,
                    ),
                );
            class.finish(&[])?
        });
    global::contextmanager
        .store(
            py::documented(
                py::def("contextmanager", "function", [], contextmanager),
                "Makes a generator function a context manager.",
            ),
        );
    global::closing
        .store({
            let class = py::ClassBody::new(
                "closing",
                NAME,
                Value::str("Closes what it holds."),
                &[global::AbstractContextManager.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def("closing.__init__", "self, thing", [], closing_init),
                );
            class
                .set(
                    "__enter__",
                    py::def("closing.__enter__", "self", [], closing_enter),
                );
            class
                .set(
                    "__exit__",
                    py::def("closing.__exit__", "self, *info", [], closing_exit),
                );
            class.finish(&[])?
        });
    global::suppress
        .store({
            let class = py::ClassBody::new(
                "suppress",
                NAME,
                Value::str("Swallows exceptions of the given classes."),
                &[global::AbstractContextManager.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def("suppress.__init__", "self, *exceptions", [], suppress_init),
                );
            class
                .set(
                    "__enter__",
                    py::def("suppress.__enter__", "self", [], suppress_enter),
                );
            class
                .set(
                    "__exit__",
                    py::def(
                        "suppress.__exit__",
                        "self, kind, value, trace",
                        [],
                        suppress_exit,
                    ),
                );
            class.finish(&[])?
        });
    global::redirect_stdout
        .store({
            let class = py::ClassBody::new(
                "redirect_stdout",
                NAME,
                Value::str("Sends standard output elsewhere."),
                &[global::AbstractContextManager.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "redirect_stdout.__init__",
                        "self, target",
                        [],
                        redirect_stdout_init,
                    ),
                );
            class
                .set(
                    "__enter__",
                    py::def(
                        "redirect_stdout.__enter__",
                        "self",
                        [],
                        redirect_stdout_enter,
                    ),
                );
            class
                .set(
                    "__exit__",
                    py::def(
                        "redirect_stdout.__exit__",
                        "self, kind, value, trace",
                        [],
                        redirect_stdout_exit,
                    ),
                );
            class.finish(&[])?
        });
    global::redirect_stderr
        .store({
            let class = py::ClassBody::new(
                "redirect_stderr",
                NAME,
                Value::str("Sends standard error elsewhere."),
                &[global::AbstractContextManager.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "redirect_stderr.__init__",
                        "self, target",
                        [],
                        redirect_stderr_init,
                    ),
                );
            class
                .set(
                    "__enter__",
                    py::def(
                        "redirect_stderr.__enter__",
                        "self",
                        [],
                        redirect_stderr_enter,
                    ),
                );
            class
                .set(
                    "__exit__",
                    py::def(
                        "redirect_stderr.__exit__",
                        "self, kind, value, trace",
                        [],
                        redirect_stderr_exit,
                    ),
                );
            class.finish(&[])?
        });
    global::nullcontext
        .store({
            let class = py::ClassBody::new(
                "nullcontext",
                NAME,
                Value::str("Does nothing."),
                &[global::AbstractContextManager.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "nullcontext.__init__",
                        "self, enter_result=",
                        [Value::None],
                        nullcontext_init,
                    ),
                );
            class
                .set(
                    "__enter__",
                    py::def("nullcontext.__enter__", "self", [], nullcontext_enter),
                );
            class
                .set(
                    "__exit__",
                    py::def("nullcontext.__exit__", "self, *info", [], nullcontext_exit),
                );
            class
                .set(
                    "__aenter__",
                    py::def("nullcontext.__aenter__", "self", [], nullcontext_aenter),
                );
            class
                .set(
                    "__aexit__",
                    py::def(
                        "nullcontext.__aexit__",
                        "self, *info",
                        [],
                        nullcontext_aexit,
                    ),
                );
            class.finish(&[])?
        });
    global::ExitStack
        .store({
            let class = py::ClassBody::new(
                "ExitStack",
                NAME,
                Value::str("Leaves several contexts in reverse order."),
                &[global::AbstractContextManager.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def("ExitStack.__init__", "self", [], exit_stack_init),
                );
            class
                .set(
                    "pop_all",
                    py::def("ExitStack.pop_all", "self", [], exit_stack_pop_all),
                );
            class
                .set(
                    "push",
                    py::def("ExitStack.push", "self, exit", [], exit_stack_push),
                );
            class
                .set(
                    "enter_context",
                    py::def(
                        "ExitStack.enter_context",
                        "self, manager",
                        [],
                        exit_stack_enter_context,
                    ),
                );
            class
                .set(
                    "callback",
                    py::def(
                        "ExitStack.callback",
                        "self, function, /, *args, **kwargs",
                        [],
                        exit_stack_callback,
                    ),
                );
            class.set("close", py::def("ExitStack.close", "self", [], exit_stack_close));
            class
                .set(
                    "__exit__",
                    py::def(
                        "ExitStack.__exit__",
                        "self, kind, value, trace",
                        [],
                        exit_stack_exit,
                    ),
                );
            class.finish(&[])?
        });
    global::AbstractAsyncContextManager
        .store({
            let class = py::ClassBody::new(
                "AbstractAsyncContextManager",
                NAME,
                Value::str("A base for asynchronous context managers."),
                &[py::library_class("ABC")],
            )?;
            class
                .set(
                    "__aenter__",
                    py::def(
                        "AbstractAsyncContextManager.__aenter__",
                        "self",
                        [],
                        abstract_async_context_manager_aenter,
                    ),
                );
            class
                .set(
                    "__aexit__",
                    py::def(
                        "AbstractAsyncContextManager.__aexit__",
                        "self, kind, value, trace",
                        [],
                        abstract_async_context_manager_aexit,
                    ),
                );
            class.finish(&[])?
        });
    global::aclosing
        .store({
            let class = py::ClassBody::new(
                "aclosing",
                NAME,
                Value::str("Closes what it holds, asynchronously."),
                &[global::AbstractAsyncContextManager.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def("aclosing.__init__", "self, thing", [], aclosing_init),
                );
            class
                .set(
                    "__aenter__",
                    py::def("aclosing.__aenter__", "self", [], aclosing_aenter),
                );
            class
                .set(
                    "__aexit__",
                    py::def("aclosing.__aexit__", "self, *info", [], aclosing_aexit),
                );
            class.finish(&[])?
        });
    global::_AsyncGeneratorContextManager
        .store({
            let class = py::ClassBody::new(
                "_AsyncGeneratorContextManager",
                NAME,
                Value::None,
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "_AsyncGeneratorContextManager.__init__",
                        "self, function, args, kwargs",
                        [],
                        _async_generator_context_manager_init,
                    ),
                );
            class
                .set(
                    "__aenter__",
                    py::def(
                        "_AsyncGeneratorContextManager.__aenter__",
                        "self",
                        [],
                        _async_generator_context_manager_aenter,
                    ),
                );
            class
                .set(
                    "__aexit__",
                    py::def(
                        "_AsyncGeneratorContextManager.__aexit__",
                        "self, kind, value, trace",
                        [],
                        _async_generator_context_manager_aexit,
                    ),
                );
            class.finish(&[])?
        });
    global::asynccontextmanager
        .store(
            py::documented(
                py::def("asynccontextmanager", "function", [], asynccontextmanager),
                "Makes an asynchronous generator function a context manager.",
            ),
        );
    global::chdir
        .store({
            let class = py::ClassBody::new(
                "chdir",
                NAME,
                Value::str("Another current folder for as long as the block lasts."),
                &[global::AbstractContextManager.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def("chdir.__init__", "self, path", [], chdir_init),
                );
            class.set("__enter__", py::def("chdir.__enter__", "self", [], chdir_enter));
            class
                .set(
                    "__exit__",
                    py::def("chdir.__exit__", "self, *excinfo", [], chdir_exit),
                );
            class.finish(&[])?
        });
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library contextlib") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "AbstractContextManager" => global::AbstractContextManager.load(),
        "ContextDecorator" => global::ContextDecorator.load(),
        "contextmanager" => global::contextmanager.load(),
        "closing" => global::closing.load(),
        "suppress" => global::suppress.load(),
        "redirect_stdout" => global::redirect_stdout.load(),
        "redirect_stderr" => global::redirect_stderr.load(),
        "nullcontext" => global::nullcontext.load(),
        "ExitStack" => global::ExitStack.load(),
        "AbstractAsyncContextManager" => global::AbstractAsyncContextManager.load(),
        "aclosing" => global::aclosing.load(),
        "asynccontextmanager" => global::asynccontextmanager.load(),
        "chdir" => global::chdir.load(),
        _ => Ok(Value::None),
    }
}
