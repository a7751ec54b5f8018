//! Executors that run each task when it is submitted.
//!
//! @generated from `runtime/pure/concurrent_futures.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "concurrent.futures";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static ALL_COMPLETED : Global = const { Global::new("ALL_COMPLETED")
        }; pub (crate) static CancelledError : Global = const {
        Global::new("CancelledError") }; pub (crate) static DoneAndNotDone : Global =
        const { Global::new("DoneAndNotDone") }; pub (crate) static Executor : Global =
        const { Global::new("Executor") }; pub (crate) static FIRST_COMPLETED : Global =
        const { Global::new("FIRST_COMPLETED") }; pub (crate) static FIRST_EXCEPTION :
        Global = const { Global::new("FIRST_EXCEPTION") }; pub (crate) static Future :
        Global = const { Global::new("Future") }; pub (crate) static ProcessPoolExecutor
        : Global = const { Global::new("ProcessPoolExecutor") }; pub (crate) static
        ThreadPoolExecutor : Global = const { Global::new("ThreadPoolExecutor") }; pub
        (crate) static TimeoutError : Global = const { Global::new("TimeoutError") }; pub
        (crate) static _results : Global = const { Global::new("_results") }; pub (crate)
        static as_completed : Global = const { Global::new("as_completed") }; pub (crate)
        static wait : Global = const { Global::new("wait") };
    }
}

pub(crate) fn future_init(self_: Value) -> R {
    self_.set_attr("_done", Value::Bool(false))?;
    self_.set_attr("_result", Value::None)?;
    self_.set_attr("_exception", Value::None)?;
    self_.set_attr("_callbacks", py::list([]))?;
    Ok(Value::None)
}

pub(crate) fn future_done(self_: Value) -> R {
    Ok(self_.attr("_done")?)
}

pub(crate) fn future_running(self_: Value) -> R {
    Ok(Value::Bool(false))
}

pub(crate) fn future_cancelled(self_: Value) -> R {
    Ok(Value::Bool(false))
}

pub(crate) fn future_cancel(self_: Value) -> R {
    Ok(Value::Bool(false))
}

pub(crate) fn future_result(self_: Value, timeout: Value) -> R {
    if !self_.attr("_exception")?.is(&Value::None) {
        return Err(py::exc::to_raise(&self_.attr("_exception")?)?);
    }
    Ok(self_.attr("_result")?)
}

pub(crate) fn future_exception(self_: Value, timeout: Value) -> R {
    Ok(self_.attr("_exception")?)
}

pub(crate) fn future_set_result(self_: Value, result: Value) -> R {
    self_.set_attr("_result", result.clone())?;
    self_.method("_finish", &[])?;
    Ok(Value::None)
}

pub(crate) fn future_set_exception(self_: Value, exception: Value) -> R {
    self_.set_attr("_exception", exception.clone())?;
    self_.method("_finish", &[])?;
    Ok(Value::None)
}

pub(crate) fn future_finish(self_: Value) -> R {
    self_.set_attr("_done", Value::Bool(true))?;
    let mut iter_1 = py::iter::iter(&self_.attr("_callbacks")?)?;
    while let Some(callback) = iter_1.next()? {
        py::call::call(&callback.clone(), &py::pos(&[self_.clone()]))?;
    }
    Ok(Value::None)
}

pub(crate) fn future_add_done_callback(self_: Value, fn_: Value) -> R {
    if self_.attr("_done")?.truth()? {
        py::call::call(&fn_.clone(), &py::pos(&[self_.clone()]))?;
    } else {
        self_.attr("_callbacks")?.method("append", &[fn_.clone()])?;
    }
    Ok(Value::None)
}

pub(crate) fn executor_init(
    self_: Value,
    max_workers: Value,
    args: Value,
    kwargs: Value,
) -> R {
    if !max_workers.is(&Value::None) && max_workers.is_le(&Value::Int(0))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("max_workers must be greater than 0")]),
                )?,
            )?,
        );
    }
    self_.set_attr("_closed", Value::Bool(false))?;
    Ok(Value::None)
}

pub(crate) fn executor_submit(
    self_: Value,
    fn_: Value,
    args: Value,
    kwargs: Value,
) -> R {
    let mut error = Value::Unbound;
    let mut result = Value::Unbound;
    if self_.attr("_closed")?.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("RuntimeError"),
                    &py::pos(&[Value::str("cannot schedule new futures after shutdown")]),
                )?,
            )?,
        );
    }
    let future = py::call::call(&global::Future.load()?, &py::Args::none())?;
    py::library::sys::_thread(&py::pos(&[Value::Int(1)]))?;
    let flow_14: py::Flow = 'try_8: {
        result = {
            let function_9 = fn_.clone();
            let args_10: Vec<Value> = {
                let mut items_12 = Vec::new();
                items_12.extend(py::attempt!('try_8, py::iter::to_vec(& args)));
                items_12
            };
            let mut keywords_11 = Vec::new();
            py::attempt!('try_8, py::call::keywords(& kwargs, & mut keywords_11));
            py::attempt!(
                'try_8, py::call::call(& function_9, & py::Args { pos : & args_10, kw : &
                keywords_11, })
            )
        };
        py::Flow::Next
    };
    if let py::Flow::Raise(raised_13) = flow_14 {
        if raised_13.is_a("Exception") {
            error = raised_13.value();
            py::library::sys::_thread(&py::pos(&[Value::Int(-1)]))?;
            future.method("set_exception", &[error.clone()])?;
        } else {
            return Err(raised_13);
        }
    } else {
        py::library::sys::_thread(&py::pos(&[Value::Int(-1)]))?;
        future.method("set_result", &[result.clone()])?;
    }
    Ok(future.clone())
}

pub(crate) fn executor_map(
    self_: Value,
    fn_: Value,
    iterables: Value,
    timeout: Value,
    chunksize: Value,
) -> R {
    let futures = {
        let mut out_18 = Vec::new();
        let mut iter_19 = py::iter::iter(
            &{
                let args_15: Vec<Value> = {
                    let mut items_17 = Vec::new();
                    items_17.extend(py::iter::to_vec(&iterables)?);
                    items_17
                };
                py::construct::zip(&py::pos(&args_15))?
            },
        )?;
        while let Some(args) = iter_19.next()? {
            out_18
                .push({
                    let object_20 = self_.clone();
                    let args_21: Vec<Value> = {
                        let mut items_23 = Vec::new();
                        items_23.push(fn_.clone());
                        items_23.extend(py::iter::to_vec(&args)?);
                        items_23
                    };
                    py::call::call_method_with(&object_20, "submit", &py::pos(&args_21))?
                });
        }
        Value::list(out_18)
    };
    Ok(_results(futures.clone())?)
}

pub(crate) fn executor_shutdown(self_: Value, wait: Value, cancel_futures: Value) -> R {
    self_.set_attr("_closed", Value::Bool(true))?;
    Ok(Value::None)
}

pub(crate) fn executor_enter(self_: Value) -> R {
    Ok(self_.clone())
}

pub(crate) fn executor_exit(self_: Value, kind: Value, error: Value, trace: Value) -> R {
    self_.method("shutdown", &[])?;
    Ok(Value::Bool(false))
}

pub(crate) fn _results(futures: Value) -> R {
    Ok({
        async fn body_26(yielder: py::Yielder, futures: Value) -> R {
            let mut iter_24 = py::iter::iter(&futures)?;
            while let Some(future) = iter_24.next()? {
                yielder.give(future.method("result", &[])?).await?;
            }
            Ok(Value::None)
        }
        py::generator("_results", move |yielder| body_26(yielder, futures))
    })
}

pub(crate) fn as_completed(fs: Value, timeout: Value) -> R {
    Ok({
        async fn body_27(yielder: py::Yielder, fs: Value, timeout: Value) -> R {
            yielder.give_all(py::construct::list(&py::pos(&[fs.clone()]))?).await?;
            Ok(Value::None)
        }
        py::generator("as_completed", move |yielder| body_27(yielder, fs, timeout))
    })
}

pub(crate) fn wait(fs: Value, timeout: Value, return_when: Value) -> R {
    Ok(
        py::call::call(
            &global::DoneAndNotDone.load()?,
            &py::pos(
                &[
                    py::tuple([
                        py::construct::set(&py::pos(&[fs.clone()]))?,
                        py::construct::set(&py::Args::none())?,
                    ]),
                ],
            ),
        )?,
    )
}

/// The statements of `concurrent.futures.py`.
pub(crate) fn run() -> R<()> {
    global::FIRST_COMPLETED.store(Value::str("FIRST_COMPLETED"));
    global::FIRST_EXCEPTION.store(Value::str("FIRST_EXCEPTION"));
    global::ALL_COMPLETED.store(Value::str("ALL_COMPLETED"));
    global::CancelledError
        .store({
            let class = py::ClassBody::new(
                "CancelledError",
                NAME,
                Value::None,
                &[py::exception("Exception")],
            )?;
            class.finish(&[])?
        });
    global::TimeoutError
        .store(
            global::TimeoutError.load().or_else(|_| Ok(py::exception("TimeoutError")))?,
        );
    global::Future
        .store({
            let class = py::ClassBody::new("Future", NAME, Value::None, &[])?;
            class.set("__init__", py::def("Future.__init__", "self", [], future_init));
            class.set("done", py::def("Future.done", "self", [], future_done));
            class.set("running", py::def("Future.running", "self", [], future_running));
            class
                .set(
                    "cancelled",
                    py::def("Future.cancelled", "self", [], future_cancelled),
                );
            class.set("cancel", py::def("Future.cancel", "self", [], future_cancel));
            class
                .set(
                    "result",
                    py::def(
                        "Future.result",
                        "self, timeout=",
                        [Value::None],
                        future_result,
                    ),
                );
            class
                .set(
                    "exception",
                    py::def(
                        "Future.exception",
                        "self, timeout=",
                        [Value::None],
                        future_exception,
                    ),
                );
            class
                .set(
                    "set_result",
                    py::def("Future.set_result", "self, result", [], future_set_result),
                );
            class
                .set(
                    "set_exception",
                    py::def(
                        "Future.set_exception",
                        "self, exception",
                        [],
                        future_set_exception,
                    ),
                );
            class.set("_finish", py::def("Future._finish", "self", [], future_finish));
            class
                .set(
                    "add_done_callback",
                    py::def(
                        "Future.add_done_callback",
                        "self, fn",
                        [],
                        future_add_done_callback,
                    ),
                );
            class.finish(&[])?
        });
    global::Executor
        .store({
            let class = py::ClassBody::new("Executor", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "Executor.__init__",
                        "self, max_workers=, *args, **kwargs",
                        [Value::None],
                        executor_init,
                    ),
                );
            class
                .set(
                    "submit",
                    py::def(
                        "Executor.submit",
                        "self, fn, /, *args, **kwargs",
                        [],
                        executor_submit,
                    ),
                );
            class
                .set(
                    "map",
                    py::def(
                        "Executor.map",
                        "self, fn, *iterables, timeout=, chunksize=",
                        [Value::None, Value::Int(1)],
                        executor_map,
                    ),
                );
            class
                .set(
                    "shutdown",
                    py::def(
                        "Executor.shutdown",
                        "self, wait=, *, cancel_futures=",
                        [Value::Bool(true), Value::Bool(false)],
                        executor_shutdown,
                    ),
                );
            class
                .set(
                    "__enter__",
                    py::def("Executor.__enter__", "self", [], executor_enter),
                );
            class
                .set(
                    "__exit__",
                    py::def(
                        "Executor.__exit__",
                        "self, kind, error, trace",
                        [],
                        executor_exit,
                    ),
                );
            class.finish(&[])?
        });
    global::_results.store(py::def("_results", "futures", [], _results));
    global::ThreadPoolExecutor
        .store({
            let class = py::ClassBody::new(
                "ThreadPoolExecutor",
                NAME,
                Value::None,
                &[global::Executor.load()?],
            )?;
            class.finish(&[])?
        });
    global::ProcessPoolExecutor
        .store({
            let class = py::ClassBody::new(
                "ProcessPoolExecutor",
                NAME,
                Value::None,
                &[global::Executor.load()?],
            )?;
            class.finish(&[])?
        });
    global::as_completed
        .store(py::def("as_completed", "fs, timeout=", [Value::None], as_completed));
    global::wait
        .store(
            py::def(
                "wait",
                "fs, timeout=, return_when=",
                [Value::None, global::ALL_COMPLETED.load()?],
                wait,
            ),
        );
    global::DoneAndNotDone
        .store({
            let class = py::ClassBody::new(
                "DoneAndNotDone",
                NAME,
                Value::None,
                &[py::library_class("tuple")],
            )?;
            class
                .set(
                    "done",
                    py::construct::property(
                        &py::pos(
                            &[
                                py::def(
                                    "DoneAndNotDone.<lambda>",
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
                    "not_done",
                    py::construct::property(
                        &py::pos(
                            &[
                                py::def(
                                    "DoneAndNotDone.<lambda>",
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
            class.finish(&[])?
        });
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library concurrent.futures") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "FIRST_COMPLETED" => global::FIRST_COMPLETED.load(),
        "FIRST_EXCEPTION" => global::FIRST_EXCEPTION.load(),
        "ALL_COMPLETED" => global::ALL_COMPLETED.load(),
        "CancelledError" => global::CancelledError.load(),
        "TimeoutError" => global::TimeoutError.load(),
        "Future" => global::Future.load(),
        "Executor" => global::Executor.load(),
        "ThreadPoolExecutor" => global::ThreadPoolExecutor.load(),
        "ProcessPoolExecutor" => global::ProcessPoolExecutor.load(),
        "as_completed" => global::as_completed.load(),
        "wait" => global::wait.load(),
        "DoneAndNotDone" => global::DoneAndNotDone.load(),
        _ => Ok(Value::None),
    }
}
