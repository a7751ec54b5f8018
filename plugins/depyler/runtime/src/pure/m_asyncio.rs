//! A single-threaded event loop.
//!
//! @generated from `runtime/pure/asyncio.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "asyncio";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static ALL_COMPLETED : Global = const { Global::new("ALL_COMPLETED")
        }; pub (crate) static AbstractEventLoop : Global = const {
        Global::new("AbstractEventLoop") }; pub (crate) static BoundedSemaphore : Global
        = const { Global::new("BoundedSemaphore") }; pub (crate) static CancelledError :
        Global = const { Global::new("CancelledError") }; pub (crate) static Condition :
        Global = const { Global::new("Condition") }; pub (crate) static Event : Global =
        const { Global::new("Event") }; pub (crate) static EventLoop : Global = const {
        Global::new("EventLoop") }; pub (crate) static FIRST_COMPLETED : Global = const {
        Global::new("FIRST_COMPLETED") }; pub (crate) static FIRST_EXCEPTION : Global =
        const { Global::new("FIRST_EXCEPTION") }; pub (crate) static Future : Global =
        const { Global::new("Future") }; pub (crate) static Handle : Global = const {
        Global::new("Handle") }; pub (crate) static InvalidStateError : Global = const {
        Global::new("InvalidStateError") }; pub (crate) static LifoQueue : Global = const
        { Global::new("LifoQueue") }; pub (crate) static Lock : Global = const {
        Global::new("Lock") }; pub (crate) static PriorityQueue : Global = const {
        Global::new("PriorityQueue") }; pub (crate) static Queue : Global = const {
        Global::new("Queue") }; pub (crate) static QueueEmpty : Global = const {
        Global::new("QueueEmpty") }; pub (crate) static QueueFull : Global = const {
        Global::new("QueueFull") }; pub (crate) static Runner : Global = const {
        Global::new("Runner") }; pub (crate) static Semaphore : Global = const {
        Global::new("Semaphore") }; pub (crate) static Task : Global = const {
        Global::new("Task") }; pub (crate) static TaskGroup : Global = const {
        Global::new("TaskGroup") }; pub (crate) static Timeout : Global = const {
        Global::new("Timeout") }; pub (crate) static TimeoutError : Global = const {
        Global::new("TimeoutError") }; pub (crate) static TimerHandle : Global = const {
        Global::new("TimerHandle") }; pub (crate) static _Gathering : Global = const {
        Global::new("_Gathering") }; pub (crate) static _Pause : Global = const {
        Global::new("_Pause") }; pub (crate) static _State : Global = const {
        Global::new("_State") }; pub (crate) static _await : Global = const {
        Global::new("_await") }; pub (crate) static _set_unless_done : Global = const {
        Global::new("_set_unless_done") }; pub (crate) static _state : Global = const {
        Global::new("_state") }; pub (crate) static all_tasks : Global = const {
        Global::new("all_tasks") }; pub (crate) static as_completed : Global = const {
        Global::new("as_completed") }; pub (crate) static create_task : Global = const {
        Global::new("create_task") }; pub (crate) static current_task : Global = const {
        Global::new("current_task") }; pub (crate) static ensure_future : Global = const
        { Global::new("ensure_future") }; pub (crate) static gather : Global = const {
        Global::new("gather") }; pub (crate) static get_event_loop : Global = const {
        Global::new("get_event_loop") }; pub (crate) static get_running_loop : Global =
        const { Global::new("get_running_loop") }; pub (crate) static iscoroutine :
        Global = const { Global::new("iscoroutine") }; pub (crate) static
        iscoroutinefunction : Global = const { Global::new("iscoroutinefunction") }; pub
        (crate) static isfuture : Global = const { Global::new("isfuture") }; pub (crate)
        static new_event_loop : Global = const { Global::new("new_event_loop") }; pub
        (crate) static run : Global = const { Global::new("run") }; pub (crate) static
        set_event_loop : Global = const { Global::new("set_event_loop") }; pub (crate)
        static shield : Global = const { Global::new("shield") }; pub (crate) static
        sleep : Global = const { Global::new("sleep") }; pub (crate) static timeout :
        Global = const { Global::new("timeout") }; pub (crate) static timeout_at : Global
        = const { Global::new("timeout_at") }; pub (crate) static to_thread : Global =
        const { Global::new("to_thread") };
    }
    thread_local! {
        pub (crate) static wait : Global = const { Global::new("wait") }; pub (crate)
        static wait_for : Global = const { Global::new("wait_for") };
    }
}

pub(crate) fn handle_init(self_: Value, callback: Value, args: Value) -> R {
    self_.set_attr("callback", callback.clone())?;
    self_.set_attr("args", args.clone())?;
    self_.set_attr("_cancelled", Value::Bool(false))?;
    Ok(Value::None)
}

pub(crate) fn handle_cancel(self_: Value) -> R {
    self_.set_attr("_cancelled", Value::Bool(true))?;
    Ok(Value::None)
}

pub(crate) fn handle_cancelled(self_: Value) -> R {
    Ok(self_.attr("_cancelled")?)
}

pub(crate) fn timer_handle_init(
    self_: Value,
    when: Value,
    order: Value,
    callback: Value,
    args: Value,
) -> R {
    global::Handle
        .load()?
        .method("__init__", &[self_.clone(), callback.clone(), args.clone()])?;
    self_.set_attr("_when", when.clone())?;
    self_.set_attr("order", order.clone())?;
    Ok(Value::None)
}

pub(crate) fn timer_handle_when(self_: Value) -> R {
    Ok(self_.attr("_when")?)
}

pub(crate) fn timer_handle_lt(self_: Value, other: Value) -> R {
    Ok(
        py::tuple([self_.attr("_when")?, self_.attr("order")?])
            .lt(&py::tuple([other.attr("_when")?, other.attr("order")?]))?,
    )
}

pub(crate) fn future_init(self_: Value, loop_: Value) -> R {
    self_
        .set_attr(
            "_loop",
            {
                let left_1 = loop_.clone();
                if left_1.truth()? { left_1 } else { get_event_loop()? }
            },
        )?;
    self_.set_attr("_state", Value::str("PENDING"))?;
    self_.set_attr("_result", Value::None)?;
    self_.set_attr("_exception", Value::None)?;
    self_.set_attr("_callbacks", py::list([]))?;
    Ok(Value::None)
}

pub(crate) fn future_await(self_: Value) -> R {
    Ok({
        async fn body_3(yielder: py::Yielder, self_: Value) -> R {
            if !self_.method("done", &[])?.truth()? {
                yielder.give(self_.clone()).await?;
            }
            if !self_.method("done", &[])?.truth()? {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::exception("RuntimeError"),
                            &py::pos(&[Value::str("await wasn't used with future")]),
                        )?,
                    )?,
                );
            }
            Ok(self_.method("result", &[])?)
        }
        py::generator("__await__", move |yielder| body_3(yielder, self_))
    })
}

pub(crate) fn future_get_loop(self_: Value) -> R {
    Ok(self_.attr("_loop")?)
}

pub(crate) fn future_done(self_: Value) -> R {
    Ok(self_.attr("_state")?.ne(&Value::str("PENDING"))?)
}

pub(crate) fn future_cancelled(self_: Value) -> R {
    Ok(self_.attr("_state")?.eq(&Value::str("CANCELLED"))?)
}

pub(crate) fn future_cancel(self_: Value, msg: Value) -> R {
    if self_.method("done", &[])?.truth()? {
        return Ok(Value::Bool(false));
    }
    self_.set_attr("_state", Value::str("CANCELLED"))?;
    self_.method("_schedule", &[])?;
    Ok(Value::Bool(true))
}

pub(crate) fn future_result(self_: Value) -> R {
    if self_.attr("_state")?.is_eq(&Value::str("CANCELLED"))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(&global::CancelledError.load()?, &py::Args::none())?,
            )?,
        );
    }
    if self_.attr("_state")?.is_eq(&Value::str("PENDING"))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::InvalidStateError.load()?,
                    &py::pos(&[Value::str("Result is not ready.")]),
                )?,
            )?,
        );
    }
    if !self_.attr("_exception")?.is(&Value::None) {
        return Err(py::exc::to_raise(&self_.attr("_exception")?)?);
    }
    Ok(self_.attr("_result")?)
}

pub(crate) fn future_exception(self_: Value) -> R {
    if self_.attr("_state")?.is_eq(&Value::str("CANCELLED"))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(&global::CancelledError.load()?, &py::Args::none())?,
            )?,
        );
    }
    if self_.attr("_state")?.is_eq(&Value::str("PENDING"))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::InvalidStateError.load()?,
                    &py::pos(&[Value::str("Exception is not set.")]),
                )?,
            )?,
        );
    }
    Ok(self_.attr("_exception")?)
}

pub(crate) fn future_set_result(self_: Value, result: Value) -> R {
    if self_.method("done", &[])?.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::InvalidStateError.load()?,
                    &py::pos(&[Value::str("invalid state")]),
                )?,
            )?,
        );
    }
    self_.set_attr("_result", result.clone())?;
    self_.set_attr("_state", Value::str("FINISHED"))?;
    self_.method("_schedule", &[])?;
    Ok(Value::None)
}

pub(crate) fn future_set_exception(self_: Value, mut exception: Value) -> R {
    if self_.method("done", &[])?.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::InvalidStateError.load()?,
                    &py::pos(&[Value::str("invalid state")]),
                )?,
            )?,
        );
    }
    if py::builtins::isinstance(
            &py::pos(&[exception.clone(), py::library_class("type")]),
        )?
        .truth()?
    {
        exception = py::call::call(&exception.clone(), &py::Args::none())?;
    }
    self_.set_attr("_exception", exception.clone())?;
    self_.set_attr("_state", Value::str("FINISHED"))?;
    self_.method("_schedule", &[])?;
    Ok(Value::None)
}

pub(crate) fn future_add_done_callback(
    self_: Value,
    callback: Value,
    context: Value,
) -> R {
    if self_.method("done", &[])?.truth()? {
        self_.attr("_loop")?.method("call_soon", &[callback.clone(), self_.clone()])?;
    } else {
        self_.attr("_callbacks")?.method("append", &[callback.clone()])?;
    }
    Ok(Value::None)
}

pub(crate) fn future_remove_done_callback(self_: Value, callback: Value) -> R {
    let kept = {
        let mut out_11 = Vec::new();
        let mut iter_12 = py::iter::iter(&self_.attr("_callbacks")?)?;
        while let Some(c) = iter_12.next()? {
            if c.is_ne(&callback)? {
                out_11.push(c.clone());
            }
        }
        Value::list(out_11)
    };
    let gone = Value::from(py::builtins::len(&self_.attr("_callbacks")?)?)
        .sub(&Value::from(py::builtins::len(&kept)?))?;
    self_.set_attr("_callbacks", kept.clone())?;
    Ok(gone.clone())
}

pub(crate) fn future_schedule(self_: Value) -> R {
    let callbacks = self_.attr("_callbacks")?;
    self_.set_attr("_callbacks", py::list([]))?;
    let mut iter_13 = py::iter::iter(&callbacks)?;
    while let Some(callback) = iter_13.next()? {
        self_.attr("_loop")?.method("call_soon", &[callback.clone(), self_.clone()])?;
    }
    Ok(Value::None)
}

pub(crate) fn task_init(self_: Value, coro: Value, loop_: Value, name: Value) -> R {
    {
        let object_15 = global::Future.load()?.clone();
        py::call::call_method_with(
            &object_15,
            "__init__",
            &py::Args {
                pos: &[self_.clone()],
                kw: &[("loop", loop_.clone())],
            },
        )?;
    }
    self_.set_attr("_coro", coro.clone())?;
    self_.set_attr("_waiting", Value::None)?;
    self_.set_attr("_must_cancel", Value::Bool(false))?;
    self_.set_attr("_cancelling", Value::Int(0))?;
    self_
        .set_attr(
            "_name",
            if !name.is(&Value::None) {
                name.clone()
            } else {
                self_.attr("_loop")?.method("_task_name", &[])?
            },
        )?;
    self_.attr("_loop")?.attr("_tasks")?.method("append", &[self_.clone()])?;
    self_.attr("_loop")?.method("call_soon", &[self_.attr("_step")?, Value::None])?;
    Ok(Value::None)
}

pub(crate) fn task_get_name(self_: Value) -> R {
    Ok(self_.attr("_name")?)
}

pub(crate) fn task_set_name(self_: Value, name: Value) -> R {
    self_.set_attr("_name", py::construct::str(&py::pos(&[name.clone()]))?)?;
    Ok(Value::None)
}

pub(crate) fn task_get_coro(self_: Value) -> R {
    Ok(self_.attr("_coro")?)
}

pub(crate) fn task_cancelling(self_: Value) -> R {
    Ok(self_.attr("_cancelling")?)
}

pub(crate) fn task_uncancel(self_: Value) -> R {
    if self_.attr("_cancelling")?.is_gt(&Value::Int(0))? {
        {
            let object_16 = self_.clone();
            let mut value_18 = object_16.attr("_cancelling")?;
            value_18.sub_assign(&Value::Int(1))?;
            object_16.set_attr("_cancelling", value_18)?;
        }
    }
    Ok(self_.attr("_cancelling")?)
}

pub(crate) fn task_cancel(self_: Value, msg: Value) -> R {
    if self_.method("done", &[])?.truth()? {
        return Ok(Value::Bool(false));
    }
    {
        let object_19 = self_.clone();
        let mut value_21 = object_19.attr("_cancelling")?;
        value_21.add_assign(&Value::Int(1))?;
        object_19.set_attr("_cancelling", value_21)?;
    }
    if !self_.attr("_waiting")?.is(&Value::None)
        && self_.attr("_waiting")?.method("cancel", &[])?.truth()?
    {
        return Ok(Value::Bool(true));
    }
    self_.set_attr("_must_cancel", Value::Bool(true))?;
    Ok(Value::Bool(true))
}

pub(crate) fn task_finish(self_: Value) -> R {
    if py::contained(&self_, &self_.attr("_loop")?.attr("_tasks")?)? {
        self_.attr("_loop")?.attr("_tasks")?.method("remove", &[self_.clone()])?;
    }
    Ok(Value::None)
}

pub(crate) fn task_step(self_: Value, mut error: Value) -> R {
    let mut end = Value::Unbound;
    let mut failed = Value::Unbound;
    let mut waiting = Value::Unbound;
    if self_.method("done", &[])?.truth()? {
        return Ok(Value::None);
    }
    if self_.attr("_must_cancel")?.truth()? {
        if !py::builtins::isinstance(
                &py::pos(&[error.clone(), global::CancelledError.load()?]),
            )?
            .truth()?
        {
            error = py::call::call(&global::CancelledError.load()?, &py::Args::none())?;
        }
        self_.set_attr("_must_cancel", Value::Bool(false))?;
    }
    self_.set_attr("_waiting", Value::None)?;
    let previous = self_.attr("_loop")?.attr("_current")?;
    let value_23 = self_.clone();
    self_.attr("_loop")?.set_attr("_current", value_23)?;
    let flow_29: py::Flow = 'finally_24: {
        let flow_27: py::Flow = 'try_25: {
            if error.is(&Value::None) {
                waiting = py::attempt!(
                    'try_25, py::attempt!('try_25, self_.attr("_coro")) .method("send", &
                    [Value::None])
                );
            } else {
                waiting = py::attempt!(
                    'try_25, py::attempt!('try_25, self_.attr("_coro")) .method("throw",
                    & [error.clone()])
                );
            }
            py::Flow::Next
        };
        if let py::Flow::Raise(raised_26) = flow_27 {
            if raised_26.is_a("StopIteration") {
                end = raised_26.value();
                py::attempt!('finally_24, self_.method("_finish", & []));
                if py::attempt!(
                    'finally_24, py::attempt!('finally_24, self_.attr("_must_cancel"))
                    .truth()
                ) {
                    py::attempt!(
                        'finally_24, self_.set_attr("_must_cancel", Value::Bool(false))
                    );
                    py::attempt!(
                        'finally_24, py::attempt!('finally_24, global::Future.load())
                        .method("cancel", & [self_.clone()])
                    );
                } else {
                    py::attempt!(
                        'finally_24, self_.method("set_result", &
                        [py::attempt!('finally_24, end.attr("value"))])
                    );
                }
            } else if py::attempt!(
                'finally_24, raised_26.matches(& py::attempt!('finally_24,
                global::CancelledError.load()))
            ) {
                py::attempt!('finally_24, self_.method("_finish", & []));
                py::attempt!(
                    'finally_24, py::attempt!('finally_24, global::Future.load())
                    .method("cancel", & [self_.clone()])
                );
            } else if py::attempt!(
                'finally_24, raised_26.matches(&
                py::tuple([py::exception("KeyboardInterrupt"),
                py::exception("SystemExit")]))
            ) {
                failed = raised_26.value();
                py::attempt!('finally_24, self_.method("_finish", & []));
                py::attempt!(
                    'finally_24, self_.method("set_exception", & [failed.clone()])
                );
                break 'finally_24 py::Flow::Raise(raised_26.clone());
            } else if raised_26.is_a("BaseException") {
                failed = raised_26.value();
                py::attempt!('finally_24, self_.method("_finish", & []));
                py::attempt!(
                    'finally_24, self_.method("set_exception", & [failed.clone()])
                );
            } else {
                break 'finally_24 py::Flow::Raise(raised_26);
            }
        } else {
            if waiting.is(&Value::None) {
                py::attempt!(
                    'finally_24, py::attempt!('finally_24, self_.attr("_loop"))
                    .method("call_soon", & [py::attempt!('finally_24, self_
                    .attr("_step")), Value::None])
                );
            } else if py::attempt!(
                'finally_24, py::attempt!('finally_24, py::builtins::isinstance(&
                py::pos(& [waiting.clone(), py::attempt!('finally_24, global::Future
                .load())]))) .truth()
            ) {
                py::attempt!(
                    'finally_24, waiting.method("add_done_callback", &
                    [py::attempt!('finally_24, self_.attr("_wake"))])
                );
                py::attempt!('finally_24, self_.set_attr("_waiting", waiting.clone()));
                if py::attempt!(
                    'finally_24, py::attempt!('finally_24, self_.attr("_must_cancel"))
                    .truth()
                )
                    && py::attempt!(
                        'finally_24, py::attempt!('finally_24, waiting.method("cancel", &
                        [])) .truth()
                    )
                {
                    py::attempt!(
                        'finally_24, self_.set_attr("_must_cancel", Value::Bool(false))
                    );
                }
            } else {
                py::attempt!(
                    'finally_24, py::attempt!('finally_24, self_.attr("_loop"))
                    .method("call_soon", & [py::attempt!('finally_24, self_
                    .attr("_step")), py::attempt!('finally_24, py::call::call(&
                    py::exception("RuntimeError"), & py::pos(&
                    [Value::str(format!("Task got bad yield: {}",
                    py::attempt!('finally_24, py::fmt(& waiting, 'r', ""))))])))])
                );
            }
        }
        py::Flow::Next
    };
    let value_30 = previous.clone();
    self_.attr("_loop")?.set_attr("_current", value_30)?;
    match flow_29 {
        py::Flow::Next => {}
        py::Flow::Raise(raised) => return Err(raised),
        py::Flow::Return(value) => return Ok(value),
        _ => {}
    }
    Ok(Value::None)
}

pub(crate) fn task_wake(self_: Value, future: Value) -> R {
    let mut error = Value::Unbound;
    let flow_33: py::Flow = 'try_31: {
        py::attempt!('try_31, future.method("result", & []));
        py::Flow::Next
    };
    if let py::Flow::Raise(raised_32) = flow_33 {
        if raised_32.is_a("BaseException") {
            error = raised_32.value();
            self_.method("_step", &[error.clone()])?;
        } else {
            return Err(raised_32);
        }
    } else {
        self_.method("_step", &[Value::None])?;
    }
    Ok(Value::None)
}

pub(crate) fn event_loop_init(self_: Value) -> R {
    self_
        .set_attr(
            "_ready",
            py::call::call(&py::library_class("deque"), &py::Args::none())?,
        )?;
    self_.set_attr("_timers", py::list([]))?;
    self_.set_attr("_order", Value::Int(0))?;
    self_.set_attr("_tasks", py::list([]))?;
    self_.set_attr("_current", Value::None)?;
    self_.set_attr("_stopping", Value::Bool(false))?;
    self_.set_attr("_running", Value::Bool(false))?;
    self_.set_attr("_closed", Value::Bool(false))?;
    self_.set_attr("_names", Value::Int(0))?;
    Ok(Value::None)
}

pub(crate) fn event_loop_task_name(self_: Value) -> R {
    {
        let object_35 = self_.clone();
        let mut value_37 = object_35.attr("_names")?;
        value_37.add_assign(&Value::Int(1))?;
        object_35.set_attr("_names", value_37)?;
    }
    Ok(Value::str(format!("Task-{}", py::show(& self_.attr("_names") ?) ?)))
}

pub(crate) fn event_loop_time(self_: Value) -> R {
    Ok(py::library::time::monotonic(&py::Args::none())?)
}

pub(crate) fn event_loop_call_soon(
    self_: Value,
    callback: Value,
    args: Value,
    context: Value,
) -> R {
    let handle = py::call::call(
        &global::Handle.load()?,
        &py::pos(&[callback.clone(), args.clone()]),
    )?;
    self_.attr("_ready")?.method("append", &[handle.clone()])?;
    Ok(handle.clone())
}

pub(crate) fn event_loop_call_later(
    self_: Value,
    delay: Value,
    callback: Value,
    args: Value,
    context: Value,
) -> R {
    Ok({
        let object_39 = self_.clone();
        let args_40: Vec<Value> = {
            let mut items_42 = Vec::new();
            items_42.push(self_.method("time", &[])?.add(&delay)?);
            items_42.push(callback.clone());
            items_42.extend(py::iter::to_vec(&args)?);
            items_42
        };
        py::call::call_method_with(&object_39, "call_at", &py::pos(&args_40))?
    })
}

pub(crate) fn event_loop_call_at(
    self_: Value,
    when: Value,
    callback: Value,
    args: Value,
    context: Value,
) -> R {
    {
        let object_43 = self_.clone();
        let mut value_45 = object_43.attr("_order")?;
        value_45.add_assign(&Value::Int(1))?;
        object_43.set_attr("_order", value_45)?;
    }
    let handle = py::call::call(
        &global::TimerHandle.load()?,
        &py::pos(&[when.clone(), self_.attr("_order")?, callback.clone(), args.clone()]),
    )?;
    py::library::heapq::heappush(&py::pos(&[self_.attr("_timers")?, handle.clone()]))?;
    Ok(handle.clone())
}

pub(crate) fn event_loop_create_future(self_: Value) -> R {
    Ok(
        py::call::call(
            &global::Future.load()?,
            &py::Args {
                pos: &[],
                kw: &[("loop", self_.clone())],
            },
        )?,
    )
}

pub(crate) fn event_loop_create_task(
    self_: Value,
    coro: Value,
    name: Value,
    context: Value,
) -> R {
    Ok(
        py::call::call(
            &global::Task.load()?,
            &py::Args {
                pos: &[coro.clone()],
                kw: &[("loop", self_.clone()), ("name", name.clone())],
            },
        )?,
    )
}

pub(crate) fn event_loop_is_running(self_: Value) -> R {
    Ok(self_.attr("_running")?)
}

pub(crate) fn event_loop_is_closed(self_: Value) -> R {
    Ok(self_.attr("_closed")?)
}

pub(crate) fn event_loop_close(self_: Value) -> R {
    self_.set_attr("_closed", Value::Bool(true))?;
    Ok(Value::None)
}

pub(crate) fn event_loop_stop(self_: Value) -> R {
    self_.set_attr("_stopping", Value::Bool(true))?;
    Ok(Value::None)
}

pub(crate) fn event_loop_get_debug(self_: Value) -> R {
    Ok(Value::Bool(false))
}

pub(crate) fn event_loop_set_debug(self_: Value, enabled: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn event_loop_shutdown_asyncgens(self_: Value) -> R {
    Ok({
        async fn body_49(yielder: py::Yielder, self_: Value) -> R {
            Ok(Value::None)
        }
        py::coro::coroutine("shutdown_asyncgens", move |yielder| body_49(yielder, self_))
    })
}

pub(crate) fn event_loop_run_once(self_: Value) -> R {
    let mut handle = Value::Unbound;
    while self_.attr("_timers")?.truth()?
        && self_.attr("_timers")?.item(&Value::Int(0))?.attr("_cancelled")?.truth()?
    {
        py::library::heapq::heappop(&py::pos(&[self_.attr("_timers")?]))?;
    }
    if !self_.attr("_ready")?.truth()? && self_.attr("_timers")?.truth()? {
        let wait = self_
            .attr("_timers")?
            .item(&Value::Int(0))?
            .attr("_when")?
            .sub(&self_.method("time", &[])?)?;
        if wait.is_gt(&Value::Int(0))? {
            py::library::time::sleep(&py::pos(&[wait.clone()]))?;
        }
    }
    if !self_.attr("_ready")?.truth()? && !self_.attr("_timers")?.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("RuntimeError"),
                    &py::pos(
                        &[
                            Value::str(
                                "the event loop has nothing to do and would wait for ever",
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    let end = self_.method("time", &[])?.add(&Value::Float(1e-9))?;
    while self_.attr("_timers")?.truth()?
        && self_.attr("_timers")?.item(&Value::Int(0))?.attr("_when")?.is_le(&end)?
    {
        handle = py::library::heapq::heappop(&py::pos(&[self_.attr("_timers")?]))?;
        if !handle.attr("_cancelled")?.truth()? {
            self_.attr("_ready")?.method("append", &[handle.clone()])?;
        }
    }
    let mut iter_53 = py::iter::iter(
        &py::construct::range(
            &py::pos(&[Value::from(py::builtins::len(&self_.attr("_ready")?)?)]),
        )?,
    )?;
    while let Some(__) = iter_53.next()? {
        handle = self_.attr("_ready")?.method("popleft", &[])?;
        if !handle.attr("_cancelled")?.truth()? {
            {
                let object_55 = handle.clone();
                let args_56: Vec<Value> = {
                    let mut items_58 = Vec::new();
                    items_58.extend(py::iter::to_vec(&handle.attr("args")?)?);
                    items_58
                };
                py::call::call_method_with(&object_55, "callback", &py::pos(&args_56))?;
            }
        }
    }
    Ok(Value::None)
}

pub(crate) fn event_loop_run_forever(self_: Value) -> R {
    global::_state.load()?.set_attr("running", self_.clone())?;
    self_.set_attr("_running", Value::Bool(true))?;
    let flow_61: py::Flow = 'finally_59: {
        while !py::attempt!(
            'finally_59, py::attempt!('finally_59, self_.attr("_stopping")) .truth()
        ) {
            py::attempt!('finally_59, self_.method("_run_once", & []));
        }
        py::Flow::Next
    };
    self_.set_attr("_stopping", Value::Bool(false))?;
    self_.set_attr("_running", Value::Bool(false))?;
    global::_state.load()?.set_attr("running", Value::None)?;
    match flow_61 {
        py::Flow::Next => {}
        py::Flow::Raise(raised) => return Err(raised),
        py::Flow::Return(value) => return Ok(value),
        _ => {}
    }
    Ok(Value::None)
}

pub(crate) fn event_loop_run_until_complete(self_: Value, mut future: Value) -> R {
    if self_.attr("_closed")?.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("RuntimeError"),
                    &py::pos(&[Value::str("Event loop is closed")]),
                )?,
            )?,
        );
    }
    let previous = global::_state.load()?.attr("loop")?;
    global::_state.load()?.set_attr("loop", self_.clone())?;
    future = ensure_future(future.clone(), self_.clone())?;
    global::_state.load()?.set_attr("running", self_.clone())?;
    self_.set_attr("_running", Value::Bool(true))?;
    let flow_65: py::Flow = 'finally_63: {
        while !py::attempt!(
            'finally_63, py::attempt!('finally_63, future.method("done", & [])) .truth()
        ) {
            py::attempt!('finally_63, self_.method("_run_once", & []));
        }
        py::Flow::Next
    };
    self_.set_attr("_running", Value::Bool(false))?;
    global::_state.load()?.set_attr("running", Value::None)?;
    global::_state.load()?.set_attr("loop", previous.clone())?;
    match flow_65 {
        py::Flow::Next => {}
        py::Flow::Raise(raised) => return Err(raised),
        py::Flow::Return(value) => return Ok(value),
        _ => {}
    }
    Ok(future.method("result", &[])?)
}

pub(crate) fn _state_init(self_: Value) -> R {
    self_.set_attr("running", Value::None)?;
    self_.set_attr("loop", Value::None)?;
    Ok(Value::None)
}

pub(crate) fn new_event_loop() -> R {
    Ok(py::call::call(&global::EventLoop.load()?, &py::Args::none())?)
}

pub(crate) fn set_event_loop(loop_: Value) -> R {
    global::_state.load()?.set_attr("loop", loop_.clone())?;
    Ok(Value::None)
}

pub(crate) fn get_running_loop() -> R {
    if global::_state.load()?.attr("running")?.is(&Value::None) {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("RuntimeError"),
                    &py::pos(&[Value::str("no running event loop")]),
                )?,
            )?,
        );
    }
    Ok(global::_state.load()?.attr("running")?)
}

pub(crate) fn get_event_loop() -> R {
    if !global::_state.load()?.attr("running")?.is(&Value::None) {
        return Ok(global::_state.load()?.attr("running")?);
    }
    if global::_state.load()?.attr("loop")?.is(&Value::None) {
        global::_state
            .load()?
            .set_attr(
                "loop",
                py::call::call(&global::EventLoop.load()?, &py::Args::none())?,
            )?;
    }
    Ok(global::_state.load()?.attr("loop")?)
}

pub(crate) fn iscoroutine(value: Value) -> R {
    Ok(
        py::construct::type_(&py::pos(&[value.clone()]))?
            .attr("__name__")?
            .eq(&Value::str("coroutine"))?,
    )
}

pub(crate) fn iscoroutinefunction(function: Value) -> R {
    Ok(
        py::construct::bool(
            &py::pos(
                &[
                    py::builtins::getattr(
                        &py::pos(
                            &[
                                function.clone(),
                                Value::str("_is_coroutine"),
                                Value::Bool(false),
                            ],
                        ),
                    )?,
                ],
            ),
        )?,
    )
}

pub(crate) fn isfuture(value: Value) -> R {
    Ok(py::builtins::isinstance(&py::pos(&[value.clone(), global::Future.load()?]))?)
}

pub(crate) fn current_task(loop_: Value) -> R {
    Ok(
        {
            let left_70 = loop_.clone();
            if left_70.truth()? { left_70 } else { get_running_loop()? }
        }
            .attr("_current")?,
    )
}

pub(crate) fn all_tasks(loop_: Value) -> R {
    Ok(
        py::construct::set(
            &py::pos(
                &[
                    {
                        let left_71 = loop_.clone();
                        if left_71.truth()? { left_71 } else { get_running_loop()? }
                    }
                        .attr("_tasks")?,
                ],
            ),
        )?,
    )
}

pub(crate) fn _await(value: Value) -> R {
    Ok({
        async fn body_73(yielder: py::Yielder, value: Value) -> R {
            Ok(
                yielder
                    .give_all(
                        py::call::call(
                            &py::native_fn("await", py::coro::awaitable),
                            &py::pos(&[value.clone()]),
                        )?,
                    )
                    .await?,
            )
        }
        py::coro::coroutine("_await", move |yielder| body_73(yielder, value))
    })
}

pub(crate) fn ensure_future(value: Value, mut loop_: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[value.clone(), global::Future.load()?]))?
        .truth()?
    {
        return Ok(value.clone());
    }
    loop_ = {
        let left_74 = loop_.clone();
        if left_74.truth()? { left_74 } else { get_event_loop()? }
    };
    if iscoroutine(value.clone())?.truth()? {
        return Ok(loop_.method("create_task", &[value.clone()])?);
    }
    if py::builtins::hasattr(&py::pos(&[value.clone(), Value::str("__await__")]))?
        .truth()?
    {
        return Ok(loop_.method("create_task", &[_await(value.clone())?])?);
    }
    Err(
        py::exc::to_raise(
            &py::call::call(
                &py::exception("TypeError"),
                &py::pos(
                    &[
                        Value::str(
                            "An asyncio.Future, a coroutine or an awaitable is required",
                        ),
                    ],
                ),
            )?,
        )?,
    )
}

pub(crate) fn create_task(coro: Value, name: Value, context: Value) -> R {
    Ok({
        let object_76 = get_running_loop()?.clone();
        py::call::call_method_with(
            &object_76,
            "create_task",
            &py::Args {
                pos: &[coro.clone()],
                kw: &[("name", name.clone())],
            },
        )?
    })
}

pub(crate) fn run_2(main_: Value, debug: Value) -> R {
    if !global::_state.load()?.attr("running")?.is(&Value::None) {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("RuntimeError"),
                    &py::pos(
                        &[
                            Value::str(
                                "asyncio.run() cannot be called from a running event loop",
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    if !iscoroutine(main_.clone())?.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "a coroutine was expected, got {}", py::fmt(& main_, 'r',
                                    "") ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    let loop_ = py::call::call(&global::EventLoop.load()?, &py::Args::none())?;
    let previous = global::_state.load()?.attr("loop")?;
    global::_state.load()?.set_attr("loop", loop_.clone())?;
    let flow_81: py::Flow = 'finally_80: {
        break 'finally_80 py::Flow::Return(
            py::attempt!(
                'finally_80, loop_.method("run_until_complete", & [main_.clone()])
            ),
        );
    };
    let left = py::construct::list(&py::pos(&[loop_.attr("_tasks")?]))?;
    let mut iter_82 = py::iter::iter(&left)?;
    while let Some(task) = iter_82.next()? {
        task.method("cancel", &[])?;
    }
    if left.truth()? {
        loop_
            .method(
                "run_until_complete",
                &[
                    {
                        let function_84 = global::gather.load()?;
                        let args_85: Vec<Value> = {
                            let mut items_87 = Vec::new();
                            items_87.extend(py::iter::to_vec(&left)?);
                            items_87
                        };
                        let mut keywords_86 = Vec::new();
                        keywords_86.push(("return_exceptions", Value::Bool(true)));
                        py::call::call(
                            &function_84,
                            &py::Args {
                                pos: &args_85,
                                kw: &keywords_86,
                            },
                        )?
                    },
                ],
            )?;
    }
    loop_.method("close", &[])?;
    global::_state.load()?.set_attr("loop", previous.clone())?;
    match flow_81 {
        py::Flow::Next => {}
        py::Flow::Raise(raised) => return Err(raised),
        py::Flow::Return(value) => return Ok(value),
        _ => {}
    }
    Ok(Value::None)
}

pub(crate) fn runner_init(self_: Value, debug: Value, loop_factory: Value) -> R {
    self_
        .set_attr(
            "_loop",
            py::call::call(&global::EventLoop.load()?, &py::Args::none())?,
        )?;
    Ok(Value::None)
}

pub(crate) fn runner_enter(self_: Value) -> R {
    Ok(self_.clone())
}

pub(crate) fn runner_exit(self_: Value, kind: Value, error: Value, trace: Value) -> R {
    self_.method("close", &[])?;
    Ok(Value::None)
}

pub(crate) fn runner_close(self_: Value) -> R {
    self_.attr("_loop")?.method("close", &[])?;
    Ok(Value::None)
}

pub(crate) fn runner_get_loop(self_: Value) -> R {
    Ok(self_.attr("_loop")?)
}

pub(crate) fn runner_run(self_: Value, coro: Value, context: Value) -> R {
    Ok(self_.attr("_loop")?.method("run_until_complete", &[coro.clone()])?)
}

pub(crate) fn _set_unless_done(future: Value, result: Value) -> R {
    if !future.method("done", &[])?.truth()? {
        future.method("set_result", &[result.clone()])?;
    }
    Ok(Value::None)
}

pub(crate) fn _pause_await(self_: Value) -> R {
    Ok({
        async fn body_89(yielder: py::Yielder, self_: Value) -> R {
            yielder.give(Value::None).await?;
            Ok(Value::None)
        }
        py::generator("__await__", move |yielder| body_89(yielder, self_))
    })
}

pub(crate) fn sleep(delay: Value, result: Value) -> R {
    Ok({
        async fn body_95(yielder: py::Yielder, delay: Value, result: Value) -> R {
            if delay.is_le(&Value::Int(0))? {
                yielder
                    .give_all(
                        py::call::call(
                            &py::native_fn("await", py::coro::awaitable),
                            &py::pos(
                                &[
                                    py::call::call(&global::_Pause.load()?, &py::Args::none())?,
                                ],
                            ),
                        )?,
                    )
                    .await?;
                return Ok(result.clone());
            }
            let loop_ = get_running_loop()?;
            let future = loop_.method("create_future", &[])?;
            let timer = loop_
                .method(
                    "call_later",
                    &[
                        delay.clone(),
                        global::_set_unless_done.load()?,
                        future.clone(),
                        result.clone(),
                    ],
                )?;
            let flow_94: py::Flow = 'finally_92: {
                break 'finally_92 py::Flow::Return(
                    py::attempt!(
                        'finally_92, yielder.give_all(py::attempt!('finally_92,
                        py::call::call(& py::native_fn("await", py::coro::awaitable), &
                        py::pos(& [future.clone()])))). await
                    ),
                );
            };
            timer.method("cancel", &[])?;
            match flow_94 {
                py::Flow::Next => {}
                py::Flow::Raise(raised) => return Err(raised),
                py::Flow::Return(value) => return Ok(value),
                _ => {}
            }
            Ok(Value::None)
        }
        py::coro::coroutine("sleep", move |yielder| body_95(yielder, delay, result))
    })
}

pub(crate) fn _gathering_init(self_: Value, children: Value, loop_: Value) -> R {
    {
        let object_96 = global::Future.load()?.clone();
        py::call::call_method_with(
            &object_96,
            "__init__",
            &py::Args {
                pos: &[self_.clone()],
                kw: &[("loop", loop_.clone())],
            },
        )?;
    }
    self_.set_attr("_children", children.clone())?;
    self_.set_attr("_cancel_requested", Value::Bool(false))?;
    Ok(Value::None)
}

pub(crate) fn _gathering_cancel(self_: Value, msg: Value) -> R {
    if self_.method("done", &[])?.truth()? {
        return Ok(Value::Bool(false));
    }
    let mut done = Value::Bool(false);
    let mut iter_97 = py::iter::iter(&self_.attr("_children")?)?;
    while let Some(child) = iter_97.next()? {
        if child.method("cancel", &[])?.truth()? {
            done = Value::Bool(true);
        }
    }
    if done.truth()? {
        self_.set_attr("_cancel_requested", Value::Bool(true))?;
    }
    Ok(done.clone())
}

pub(crate) fn gather(values: Value, return_exceptions: Value) -> R {
    let mut finished = Value::Unbound;
    let outer = py::Shared::new("outer", Value::Unbound);
    let loop_ = get_event_loop()?;
    if !values.truth()? {
        outer.store(loop_.method("create_future", &[])?);
        outer.load()?.method("set_result", &[py::list([])])?;
        return Ok(outer.load()?);
    }
    let known = py::dict([])?;
    let children = py::list([]);
    let mut iter_99 = py::iter::iter(&values)?;
    while let Some(value) = iter_99.next()? {
        if !py::contained(&py::builtins::id(&py::pos(&[value.clone()]))?, &known)? {
            let value_101 = ensure_future(value.clone(), loop_.clone())?;
            known.set_item(py::builtins::id(&py::pos(&[value.clone()]))?, value_101)?;
        }
        children
            .method(
                "append",
                &[known.item(&py::builtins::id(&py::pos(&[value.clone()]))?)?],
            )?;
    }
    outer
        .store(
            py::call::call(
                &global::_Gathering.load()?,
                &py::Args {
                    pos: &[children.clone()],
                    kw: &[("loop", loop_.clone())],
                },
            )?,
        );
    let left = py::list([Value::from(py::builtins::len(&known)?)]);
    finished = {
        let children = children.clone();
        let left = left.clone();
        let outer = outer.clone();
        let return_exceptions = return_exceptions.clone();
        py::def(
            "gather.<locals>.finished",
            "child",
            [],
            move |child: Value| -> R {
                {
                    let object_103 = left.clone();
                    let key_104 = Value::Int(0);
                    let mut value_105 = object_103.item(&key_104)?;
                    value_105.sub_assign(&Value::Int(1))?;
                    object_103.set_item(key_104, value_105)?;
                }
                if outer.load()?.method("done", &[])?.truth()? {
                    return Ok(Value::None);
                }
                if !return_exceptions.truth()? {
                    if child.method("cancelled", &[])?.truth()? {
                        outer
                            .load()?
                            .method(
                                "set_exception",
                                &[
                                    py::call::call(
                                        &global::CancelledError.load()?,
                                        &py::Args::none(),
                                    )?,
                                ],
                            )?;
                        return Ok(Value::None);
                    }
                    if !child.attr("_exception")?.is(&Value::None) {
                        outer
                            .load()?
                            .method("set_exception", &[child.attr("_exception")?])?;
                        return Ok(Value::None);
                    }
                }
                if left.item(&Value::Int(0))?.is_eq(&Value::Int(0))? {
                    if outer.load()?.attr("_cancel_requested")?.truth()? {
                        outer
                            .load()?
                            .method(
                                "set_exception",
                                &[
                                    py::call::call(
                                        &global::CancelledError.load()?,
                                        &py::Args::none(),
                                    )?,
                                ],
                            )?;
                        return Ok(Value::None);
                    }
                    let results = py::list([]);
                    let mut iter_108 = py::iter::iter(&children)?;
                    while let Some(one) = iter_108.next()? {
                        if one.method("cancelled", &[])?.truth()? {
                            results
                                .method(
                                    "append",
                                    &[
                                        py::call::call(
                                            &global::CancelledError.load()?,
                                            &py::Args::none(),
                                        )?,
                                    ],
                                )?;
                        } else if !one.attr("_exception")?.is(&Value::None) {
                            results.method("append", &[one.attr("_exception")?])?;
                        } else {
                            results.method("append", &[one.attr("_result")?])?;
                        }
                    }
                    outer.load()?.method("set_result", &[results.clone()])?;
                }
                Ok(Value::None)
            },
        )
    };
    let mut iter_111 = py::iter::iter(&known.method("values", &[])?)?;
    while let Some(child) = iter_111.next()? {
        child.method("add_done_callback", &[finished.clone()])?;
    }
    Ok(outer.load()?)
}

pub(crate) fn wait_for(value: Value, timeout: Value) -> R {
    Ok({
        async fn body_130(yielder: py::Yielder, value: Value, timeout: Value) -> R {
            let mut ready = Value::Unbound;
            let loop_ = get_running_loop()?;
            if timeout.is(&Value::None) {
                return Ok(
                    yielder
                        .give_all(
                            py::call::call(
                                &py::native_fn("await", py::coro::awaitable),
                                &py::pos(&[value.clone()]),
                            )?,
                        )
                        .await?,
                );
            }
            let future = ensure_future(value.clone(), loop_.clone())?;
            if timeout.is_le(&Value::Int(0))? {
                if future.method("done", &[])?.truth()? {
                    return Ok(future.method("result", &[])?);
                }
                future.method("cancel", &[])?;
                let flow_117: py::Flow = 'try_114: {
                    py::attempt!(
                        'try_114, yielder.give_all(py::attempt!('try_114,
                        py::call::call(& py::native_fn("await", py::coro::awaitable), &
                        py::pos(& [future.clone()])))). await
                    );
                    py::Flow::Next
                };
                if let py::Flow::Raise(raised_116) = flow_117 {
                    if raised_116.matches(&global::CancelledError.load()?)? {} else {
                        return Err(raised_116);
                    }
                }
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &global::TimeoutError
                                .load()
                                .or_else(|_| Ok(py::exception("TimeoutError")))?,
                            &py::Args::none(),
                        )?,
                    )?,
                );
            }
            let waiter = loop_.method("create_future", &[])?;
            let timer = loop_
                .method(
                    "call_later",
                    &[
                        timeout.clone(),
                        global::_set_unless_done.load()?,
                        waiter.clone(),
                        Value::None,
                    ],
                )?;
            ready = {
                let waiter = waiter.clone();
                py::def(
                    "wait_for.<locals>.ready",
                    "_",
                    [],
                    move |__: Value| -> R {
                        _set_unless_done(waiter.clone(), Value::None)?;
                        Ok(Value::None)
                    },
                )
            };
            future.method("add_done_callback", &[ready.clone()])?;
            let flow_129: py::Flow = 'finally_119: {
                let flow_123: py::Flow = 'try_120: {
                    py::attempt!(
                        'try_120, yielder.give_all(py::attempt!('try_120,
                        py::call::call(& py::native_fn("await", py::coro::awaitable), &
                        py::pos(& [waiter.clone()])))). await
                    );
                    py::Flow::Next
                };
                if let py::Flow::Raise(raised_122) = flow_123 {
                    if py::attempt!(
                        'finally_119, raised_122.matches(& py::attempt!('finally_119,
                        global::CancelledError.load()))
                    ) {
                        py::attempt!(
                            'finally_119, future.method("remove_done_callback", & [ready
                            .clone()])
                        );
                        py::attempt!('finally_119, future.method("cancel", & []));
                        break 'finally_119 py::Flow::Raise(raised_122.clone());
                    } else {
                        break 'finally_119 py::Flow::Raise(raised_122);
                    }
                }
                if py::attempt!(
                    'finally_119, py::attempt!('finally_119, future.method("done", & []))
                    .truth()
                ) {
                    break 'finally_119 py::Flow::Return(
                        py::attempt!('finally_119, future.method("result", & [])),
                    );
                }
                py::attempt!(
                    'finally_119, future.method("remove_done_callback", & [ready
                    .clone()])
                );
                py::attempt!('finally_119, future.method("cancel", & []));
                let flow_127: py::Flow = 'try_124: {
                    break 'finally_119 py::Flow::Return(
                        py::attempt!(
                            'try_124, yielder.give_all(py::attempt!('try_124,
                            py::call::call(& py::native_fn("await", py::coro::awaitable),
                            & py::pos(& [future.clone()])))). await
                        ),
                    );
                };
                if let py::Flow::Raise(raised_126) = flow_127 {
                    if py::attempt!(
                        'finally_119, raised_126.matches(& py::attempt!('finally_119,
                        global::CancelledError.load()))
                    ) {
                        break 'finally_119 py::Flow::Raise(
                            py::attempt!(
                                'finally_119, py::exc::to_raise_from(&
                                py::attempt!('finally_119, py::call::call(&
                                py::attempt!('finally_119, global::TimeoutError.load()
                                .or_else(| _ | Ok(py::exception("TimeoutError")))), &
                                py::Args::none())), & Value::None)
                            )
                                .during(&raised_126),
                        );
                    } else {
                        break 'finally_119 py::Flow::Raise(raised_126);
                    }
                }
                py::Flow::Next
            };
            timer.method("cancel", &[])?;
            match flow_129 {
                py::Flow::Next => {}
                py::Flow::Raise(raised) => return Err(raised),
                py::Flow::Return(value) => return Ok(value),
                _ => {}
            }
            Ok(Value::None)
        }
        py::coro::coroutine("wait_for", move |yielder| body_130(yielder, value, timeout))
    })
}

pub(crate) fn wait(values: Value, timeout: Value, return_when: Value) -> R {
    Ok({
        async fn body_158(
            yielder: py::Yielder,
            values: Value,
            timeout: Value,
            return_when: Value,
        ) -> R {
            let mut enough = Value::Unbound;
            let mut future = Value::Unbound;
            let mut ready = Value::Unbound;
            let futures = py::construct::list(&py::pos(&[values.clone()]))?;
            let mut iter_131 = py::iter::iter(&futures)?;
            while let Some(item_132) = iter_131.next()? {
                future = item_132;
                if iscoroutine(future.clone())?.truth()? {
                    return Err(
                        py::exc::to_raise(
                            &py::call::call(
                                &py::exception("TypeError"),
                                &py::pos(
                                    &[
                                        Value::str(
                                            "Passing coroutines is forbidden, use tasks explicitly.",
                                        ),
                                    ],
                                ),
                            )?,
                        )?,
                    );
                }
            }
            if !futures.truth()? {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::exception("ValueError"),
                            &py::pos(&[Value::str("Set of Tasks/Futures is empty.")]),
                        )?,
                    )?,
                );
            }
            let loop_ = get_running_loop()?;
            enough = {
                let futures = futures.clone();
                let return_when = return_when.clone();
                py::def(
                    "wait.<locals>.enough",
                    "",
                    [],
                    move || -> R {
                        let done = {
                            let mut out_136 = Vec::new();
                            let mut iter_137 = py::iter::iter(&futures)?;
                            while let Some(f) = iter_137.next()? {
                                if f.method("done", &[])?.truth()? {
                                    out_136.push(f.clone());
                                }
                            }
                            Value::list(out_136)
                        };
                        if Value::from(py::builtins::len(&done)?)
                            .is_eq(&Value::from(py::builtins::len(&futures)?))?
                        {
                            return Ok(Value::Bool(true));
                        }
                        if return_when.is_eq(&global::FIRST_COMPLETED.load()?)? {
                            return Ok(py::construct::bool(&py::pos(&[done.clone()]))?);
                        }
                        if return_when.is_eq(&global::FIRST_EXCEPTION.load()?)? {
                            return Ok(
                                py::builtins::any(
                                    &py::pos(
                                        &[
                                            {
                                                async fn body_141(yielder: py::Yielder, u2e0: Value) -> R {
                                                    let mut iter_138 = py::iter::iter(&u2e0)?;
                                                    while let Some(f) = iter_138.next()? {
                                                        yielder
                                                            .give({
                                                                let left_140 = Value::Bool(
                                                                    !f.method("cancelled", &[])?.truth()?,
                                                                );
                                                                if !left_140.truth()? {
                                                                    left_140
                                                                } else {
                                                                    Value::Bool(!f.attr("_exception")?.is(&Value::None))
                                                                }
                                                            })
                                                            .await?;
                                                    }
                                                    Ok(Value::None)
                                                }
                                                let arg_142 = py::iter::started(&done.clone())?;
                                                py::generator(
                                                    "<genexpr>",
                                                    move |yielder| body_141(yielder, arg_142),
                                                )
                                            },
                                        ],
                                    ),
                                )?,
                            );
                        }
                        Ok(Value::Bool(false))
                    },
                )
            };
            if !py::call::call(&enough.clone(), &py::Args::none())?.truth()? {
                let waiter = loop_.method("create_future", &[])?;
                let mut timer = Value::None;
                if !timeout.is(&Value::None) {
                    timer = loop_
                        .method(
                            "call_later",
                            &[
                                timeout.clone(),
                                global::_set_unless_done.load()?,
                                waiter.clone(),
                                Value::None,
                            ],
                        )?;
                }
                ready = {
                    let enough = enough.clone();
                    let waiter = waiter.clone();
                    py::def(
                        "wait.<locals>.ready",
                        "_",
                        [],
                        move |__: Value| -> R {
                            if py::call::call(&enough.clone(), &py::Args::none())?
                                .truth()?
                            {
                                _set_unless_done(waiter.clone(), Value::None)?;
                            }
                            Ok(Value::None)
                        },
                    )
                };
                let mut iter_145 = py::iter::iter(&futures)?;
                while let Some(item_146) = iter_145.next()? {
                    future = item_146;
                    future.method("add_done_callback", &[ready.clone()])?;
                }
                let flow_150: py::Flow = 'finally_148: {
                    py::attempt!(
                        'finally_148, yielder.give_all(py::attempt!('finally_148,
                        py::call::call(& py::native_fn("await", py::coro::awaitable), &
                        py::pos(& [waiter.clone()])))). await
                    );
                    py::Flow::Next
                };
                if !timer.is(&Value::None) {
                    timer.method("cancel", &[])?;
                }
                let mut iter_151 = py::iter::iter(&futures)?;
                while let Some(item_152) = iter_151.next()? {
                    future = item_152;
                    future.method("remove_done_callback", &[ready.clone()])?;
                }
                match flow_150 {
                    py::Flow::Next => {}
                    py::Flow::Raise(raised) => return Err(raised),
                    py::Flow::Return(value) => return Ok(value),
                    _ => {}
                }
            }
            let done = {
                let out_154 = py::set([])?;
                let mut iter_155 = py::iter::iter(&futures)?;
                while let Some(f) = iter_155.next()? {
                    if f.method("done", &[])?.truth()? {
                        out_154.method("add", &[f.clone()])?;
                    }
                }
                out_154
            };
            Ok(
                py::tuple([
                    done.clone(),
                    {
                        let out_156 = py::set([])?;
                        let mut iter_157 = py::iter::iter(&futures)?;
                        while let Some(f) = iter_157.next()? {
                            if !f.method("done", &[])?.truth()? {
                                out_156.method("add", &[f.clone()])?;
                            }
                        }
                        out_156
                    },
                ]),
            )
        }
        py::coro::coroutine(
            "wait",
            move |yielder| body_158(yielder, values, timeout, return_when),
        )
    })
}

pub(crate) fn as_completed(values: Value, timeout: Value) -> R {
    Ok({
        async fn body_169(yielder: py::Yielder, values: Value, timeout: Value) -> R {
            let mut finished = Value::Unbound;
            let mut next_one = Value::Unbound;
            let loop_ = get_event_loop()?;
            let todo = {
                let mut out_159 = Vec::new();
                let mut iter_160 = py::iter::iter(&values)?;
                while let Some(value) = iter_160.next()? {
                    out_159.push(ensure_future(value.clone(), loop_.clone())?);
                }
                Value::list(out_159)
            };
            let done = py::call::call(&global::Queue.load()?, &py::Args::none())?;
            finished = {
                let done = done.clone();
                py::def(
                    "as_completed.<locals>.finished",
                    "future",
                    [],
                    move |future: Value| -> R {
                        done.method("put_nowait", &[future.clone()])?;
                        Ok(Value::None)
                    },
                )
            };
            let mut iter_162 = py::iter::iter(&todo)?;
            while let Some(future) = iter_162.next()? {
                future.method("add_done_callback", &[finished.clone()])?;
            }
            next_one = {
                let done = done.clone();
                py::def(
                    "as_completed.<locals>.next_one",
                    "",
                    [],
                    move || -> R {
                        Ok({
                            async fn body_165(yielder: py::Yielder, done: Value) -> R {
                                let future = yielder
                                    .give_all(
                                        py::call::call(
                                            &py::native_fn("await", py::coro::awaitable),
                                            &py::pos(&[done.method("get", &[])?]),
                                        )?,
                                    )
                                    .await?;
                                Ok(future.method("result", &[])?)
                            }
                            let done = done.clone();
                            py::coro::coroutine(
                                "next_one",
                                move |yielder| body_165(yielder, done),
                            )
                        })
                    },
                )
            };
            let mut iter_166 = py::iter::iter(&todo)?;
            while let Some(__) = iter_166.next()? {
                yielder
                    .give(py::call::call(&next_one.clone(), &py::Args::none())?)
                    .await?;
            }
            Ok(Value::None)
        }
        py::generator("as_completed", move |yielder| body_169(yielder, values, timeout))
    })
}

pub(crate) fn shield(value: Value) -> R {
    let mut finished = Value::Unbound;
    let inner = ensure_future(value.clone(), Value::None)?;
    if inner.method("done", &[])?.truth()? {
        return Ok(inner.clone());
    }
    let outer = get_event_loop()?.method("create_future", &[])?;
    finished = {
        let outer = outer.clone();
        py::def(
            "shield.<locals>.finished",
            "future",
            [],
            move |future: Value| -> R {
                if outer.method("done", &[])?.truth()? {
                    return Ok(Value::None);
                }
                if future.method("cancelled", &[])?.truth()? {
                    outer.method("cancel", &[])?;
                } else if !future.attr("_exception")?.is(&Value::None) {
                    outer.method("set_exception", &[future.attr("_exception")?])?;
                } else {
                    outer.method("set_result", &[future.attr("_result")?])?;
                }
                Ok(Value::None)
            },
        )
    };
    inner.method("add_done_callback", &[finished.clone()])?;
    Ok(outer.clone())
}

pub(crate) fn to_thread(function: Value, args: Value, kwargs: Value) -> R {
    Ok({
        async fn body_176(
            yielder: py::Yielder,
            function: Value,
            args: Value,
            kwargs: Value,
        ) -> R {
            yielder
                .give_all(
                    py::call::call(
                        &py::native_fn("await", py::coro::awaitable),
                        &py::pos(
                            &[
                                py::call::call(&global::_Pause.load()?, &py::Args::none())?,
                            ],
                        ),
                    )?,
                )
                .await?;
            Ok({
                let function_172 = function.clone();
                let args_173: Vec<Value> = {
                    let mut items_175 = Vec::new();
                    items_175.extend(py::iter::to_vec(&args)?);
                    items_175
                };
                let mut keywords_174 = Vec::new();
                py::call::keywords(&kwargs, &mut keywords_174)?;
                py::call::call(
                    &function_172,
                    &py::Args {
                        pos: &args_173,
                        kw: &keywords_174,
                    },
                )?
            })
        }
        py::coro::coroutine(
            "to_thread",
            move |yielder| body_176(yielder, function, args, kwargs),
        )
    })
}

pub(crate) fn timeout_init(self_: Value, when: Value) -> R {
    self_.set_attr("_when", when.clone())?;
    self_.set_attr("_timer", Value::None)?;
    self_.set_attr("_task", Value::None)?;
    self_.set_attr("_expired", Value::Bool(false))?;
    Ok(Value::None)
}

pub(crate) fn timeout_when(self_: Value) -> R {
    Ok(self_.attr("_when")?)
}

pub(crate) fn timeout_expired(self_: Value) -> R {
    Ok(self_.attr("_expired")?)
}

pub(crate) fn timeout_reschedule(self_: Value, when: Value) -> R {
    if !self_.attr("_timer")?.is(&Value::None) {
        self_.attr("_timer")?.method("cancel", &[])?;
    }
    self_.set_attr("_when", when.clone())?;
    if !when.is(&Value::None) {
        self_
            .set_attr(
                "_timer",
                get_running_loop()?
                    .method("call_at", &[when.clone(), self_.attr("_fire")?])?,
            )?;
    }
    Ok(Value::None)
}

pub(crate) fn timeout_fire(self_: Value) -> R {
    self_.set_attr("_expired", Value::Bool(true))?;
    self_.attr("_task")?.method("cancel", &[])?;
    Ok(Value::None)
}

pub(crate) fn timeout_aenter(self_: Value) -> R {
    Ok({
        async fn body_177(yielder: py::Yielder, self_: Value) -> R {
            self_.set_attr("_task", current_task(Value::None)?)?;
            self_.method("reschedule", &[self_.attr("_when")?])?;
            Ok(self_.clone())
        }
        py::coro::coroutine("__aenter__", move |yielder| body_177(yielder, self_))
    })
}

pub(crate) fn timeout_aexit(self_: Value, kind: Value, error: Value, trace: Value) -> R {
    Ok({
        async fn body_178(
            yielder: py::Yielder,
            self_: Value,
            kind: Value,
            error: Value,
            trace: Value,
        ) -> R {
            if !self_.attr("_timer")?.is(&Value::None) {
                self_.attr("_timer")?.method("cancel", &[])?;
            }
            if self_.attr("_expired")?.truth()?
                && self_.attr("_task")?.method("uncancel", &[])?.is_le(&Value::Int(0))?
                && !kind.is(&Value::None)
                && py::builtins::issubclass(
                        &py::pos(&[kind.clone(), global::CancelledError.load()?]),
                    )?
                    .truth()?
            {
                return Err(
                    py::exc::to_raise_from(
                        &global::TimeoutError
                            .load()
                            .or_else(|_| Ok(py::exception("TimeoutError")))?,
                        &error,
                    )?,
                );
            }
            Ok(Value::None)
        }
        py::coro::coroutine(
            "__aexit__",
            move |yielder| body_178(yielder, self_, kind, error, trace),
        )
    })
}

pub(crate) fn timeout(delay: Value) -> R {
    let loop_ = get_running_loop()?;
    Ok(
        py::call::call(
            &global::Timeout.load()?,
            &py::pos(
                &[
                    if !delay.is(&Value::None) {
                        loop_.method("time", &[])?.add(&delay)?
                    } else {
                        Value::None
                    },
                ],
            ),
        )?,
    )
}

pub(crate) fn timeout_at(when: Value) -> R {
    Ok(py::call::call(&global::Timeout.load()?, &py::pos(&[when.clone()]))?)
}

pub(crate) fn task_group_init(self_: Value) -> R {
    self_.set_attr("_tasks", py::construct::set(&py::Args::none())?)?;
    self_.set_attr("_errors", py::list([]))?;
    self_.set_attr("_parent", Value::None)?;
    self_.set_attr("_aborting", Value::Bool(false))?;
    self_.set_attr("_waiter", Value::None)?;
    Ok(Value::None)
}

pub(crate) fn task_group_aenter(self_: Value) -> R {
    Ok({
        async fn body_181(yielder: py::Yielder, self_: Value) -> R {
            self_.set_attr("_parent", current_task(Value::None)?)?;
            Ok(self_.clone())
        }
        py::coro::coroutine("__aenter__", move |yielder| body_181(yielder, self_))
    })
}

pub(crate) fn task_group_create_task(
    self_: Value,
    coro: Value,
    name: Value,
    context: Value,
) -> R {
    let task = {
        let object_182 = get_running_loop()?.clone();
        py::call::call_method_with(
            &object_182,
            "create_task",
            &py::Args {
                pos: &[coro.clone()],
                kw: &[("name", name.clone())],
            },
        )?
    };
    self_.attr("_tasks")?.method("add", &[task.clone()])?;
    task.method("add_done_callback", &[self_.attr("_done")?])?;
    Ok(task.clone())
}

pub(crate) fn task_group_done(self_: Value, task: Value) -> R {
    self_.attr("_tasks")?.method("discard", &[task.clone()])?;
    if !self_.attr("_waiter")?.is(&Value::None) && !self_.attr("_tasks")?.truth()?
        && !self_.attr("_waiter")?.method("done", &[])?.truth()?
    {
        self_.attr("_waiter")?.method("set_result", &[Value::Bool(true)])?;
    }
    if task.method("cancelled", &[])?.truth()?
        || task.attr("_exception")?.is(&Value::None)
    {
        return Ok(Value::None);
    }
    self_.attr("_errors")?.method("append", &[task.attr("_exception")?])?;
    if !self_.attr("_aborting")?.truth()? {
        self_.method("_abort", &[])?;
        if self_.attr("_waiter")?.is(&Value::None) {
            self_.attr("_parent")?.method("cancel", &[])?;
        }
    }
    Ok(Value::None)
}

pub(crate) fn task_group_abort(self_: Value) -> R {
    self_.set_attr("_aborting", Value::Bool(true))?;
    let mut iter_183 = py::iter::iter(
        &py::construct::list(&py::pos(&[self_.attr("_tasks")?]))?,
    )?;
    while let Some(task) = iter_183.next()? {
        if !task.method("done", &[])?.truth()? {
            task.method("cancel", &[])?;
        }
    }
    Ok(Value::None)
}

pub(crate) fn task_group_aexit(
    self_: Value,
    kind: Value,
    error: Value,
    trace: Value,
) -> R {
    Ok({
        async fn body_191(
            yielder: py::Yielder,
            self_: Value,
            kind: Value,
            error: Value,
            trace: Value,
        ) -> R {
            if !kind.is(&Value::None) && !self_.attr("_aborting")?.truth()? {
                self_.method("_abort", &[])?;
            }
            while self_.attr("_tasks")?.truth()? {
                self_
                    .set_attr(
                        "_waiter",
                        get_running_loop()?.method("create_future", &[])?,
                    )?;
                let flow_189: py::Flow = 'try_186: {
                    py::attempt!(
                        'try_186, yielder.give_all(py::attempt!('try_186,
                        py::call::call(& py::native_fn("await", py::coro::awaitable), &
                        py::pos(& [py::attempt!('try_186, self_.attr("_waiter"))])))).
                        await
                    );
                    py::Flow::Next
                };
                if let py::Flow::Raise(raised_188) = flow_189 {
                    if raised_188.matches(&global::CancelledError.load()?)? {
                        if !self_.attr("_aborting")?.truth()? {
                            self_.method("_abort", &[])?;
                        }
                    } else {
                        return Err(raised_188);
                    }
                }
                self_.set_attr("_waiter", Value::None)?;
            }
            if !kind.is(&Value::None)
                && !py::builtins::issubclass(
                        &py::pos(&[kind.clone(), global::CancelledError.load()?]),
                    )?
                    .truth()?
            {
                self_.attr("_errors")?.method("append", &[error.clone()])?;
            }
            if self_.attr("_errors")?.truth()? {
                return Err(
                    py::exc::to_raise_from(
                        &py::call::call(
                            &py::pure::load("_groups", "BaseExceptionGroup")?,
                            &py::pos(
                                &[
                                    Value::str("unhandled errors in a TaskGroup"),
                                    self_.attr("_errors")?,
                                ],
                            ),
                        )?,
                        &Value::None,
                    )?,
                );
            }
            Ok(Value::None)
        }
        py::coro::coroutine(
            "__aexit__",
            move |yielder| body_191(yielder, self_, kind, error, trace),
        )
    })
}

pub(crate) fn lock_init(self_: Value) -> R {
    self_.set_attr("_locked", Value::Bool(false))?;
    self_
        .set_attr(
            "_waiters",
            py::call::call(&py::library_class("deque"), &py::Args::none())?,
        )?;
    Ok(Value::None)
}

pub(crate) fn lock_locked(self_: Value) -> R {
    Ok(self_.attr("_locked")?)
}

pub(crate) fn lock_acquire(self_: Value) -> R {
    Ok({
        async fn body_203(yielder: py::Yielder, self_: Value) -> R {
            if !self_.attr("_locked")?.truth()?
                && py::builtins::all(
                        &py::pos(
                            &[
                                {
                                    async fn body_195(yielder: py::Yielder, u2e0: Value) -> R {
                                        let mut iter_193 = py::iter::iter(&u2e0)?;
                                        while let Some(w) = iter_193.next()? {
                                            yielder.give(w.method("cancelled", &[])?).await?;
                                        }
                                        Ok(Value::None)
                                    }
                                    let arg_196 = py::iter::started(&self_.attr("_waiters")?)?;
                                    py::generator(
                                        "<genexpr>",
                                        move |yielder| body_195(yielder, arg_196),
                                    )
                                },
                            ],
                        ),
                    )?
                    .truth()?
            {
                self_.set_attr("_locked", Value::Bool(true))?;
                return Ok(Value::Bool(true));
            }
            let waiter = get_running_loop()?.method("create_future", &[])?;
            self_.attr("_waiters")?.method("append", &[waiter.clone()])?;
            let flow_202: py::Flow = 'try_197: {
                let flow_200: py::Flow = 'finally_198: {
                    py::attempt!(
                        'finally_198, yielder.give_all(py::attempt!('finally_198,
                        py::call::call(& py::native_fn("await", py::coro::awaitable), &
                        py::pos(& [waiter.clone()])))). await
                    );
                    py::Flow::Next
                };
                py::attempt!(
                    'try_197, py::attempt!('try_197, self_.attr("_waiters"))
                    .method("remove", & [waiter.clone()])
                );
                match flow_200 {
                    py::Flow::Next => {}
                    py::Flow::Raise(raised) => break 'try_197 py::Flow::Raise(raised),
                    py::Flow::Return(value) => return Ok(value),
                    _ => {}
                }
                py::Flow::Next
            };
            if let py::Flow::Raise(raised_201) = flow_202 {
                if raised_201.matches(&global::CancelledError.load()?)? {
                    if !self_.attr("_locked")?.truth()? {
                        self_.method("_wake", &[])?;
                    }
                    return Err(raised_201.clone());
                } else {
                    return Err(raised_201);
                }
            }
            self_.set_attr("_locked", Value::Bool(true))?;
            Ok(Value::Bool(true))
        }
        py::coro::coroutine("acquire", move |yielder| body_203(yielder, self_))
    })
}

pub(crate) fn lock_release(self_: Value) -> R {
    if !self_.attr("_locked")?.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("RuntimeError"),
                    &py::pos(&[Value::str("Lock is not acquired.")]),
                )?,
            )?,
        );
    }
    self_.set_attr("_locked", Value::Bool(false))?;
    self_.method("_wake", &[])?;
    Ok(Value::None)
}

pub(crate) fn lock_wake(self_: Value) -> R {
    if self_.attr("_waiters")?.truth()?
        && !self_.attr("_waiters")?.item(&Value::Int(0))?.method("done", &[])?.truth()?
    {
        self_
            .attr("_waiters")?
            .item(&Value::Int(0))?
            .method("set_result", &[Value::Bool(true)])?;
    }
    Ok(Value::None)
}

pub(crate) fn lock_aenter(self_: Value) -> R {
    Ok({
        async fn body_206(yielder: py::Yielder, self_: Value) -> R {
            yielder
                .give_all(
                    py::call::call(
                        &py::native_fn("await", py::coro::awaitable),
                        &py::pos(&[self_.method("acquire", &[])?]),
                    )?,
                )
                .await?;
            Ok(Value::None)
        }
        py::coro::coroutine("__aenter__", move |yielder| body_206(yielder, self_))
    })
}

pub(crate) fn lock_aexit(self_: Value, kind: Value, error: Value, trace: Value) -> R {
    Ok({
        async fn body_207(
            yielder: py::Yielder,
            self_: Value,
            kind: Value,
            error: Value,
            trace: Value,
        ) -> R {
            self_.method("release", &[])?;
            Ok(Value::None)
        }
        py::coro::coroutine(
            "__aexit__",
            move |yielder| body_207(yielder, self_, kind, error, trace),
        )
    })
}

pub(crate) fn event_init(self_: Value) -> R {
    self_.set_attr("_value", Value::Bool(false))?;
    self_.set_attr("_waiters", py::list([]))?;
    Ok(Value::None)
}

pub(crate) fn event_is_set(self_: Value) -> R {
    Ok(self_.attr("_value")?)
}

pub(crate) fn event_set(self_: Value) -> R {
    if !self_.attr("_value")?.truth()? {
        self_.set_attr("_value", Value::Bool(true))?;
        let mut iter_208 = py::iter::iter(&self_.attr("_waiters")?)?;
        while let Some(waiter) = iter_208.next()? {
            if !waiter.method("done", &[])?.truth()? {
                waiter.method("set_result", &[Value::Bool(true)])?;
            }
        }
    }
    Ok(Value::None)
}

pub(crate) fn event_clear(self_: Value) -> R {
    self_.set_attr("_value", Value::Bool(false))?;
    Ok(Value::None)
}

pub(crate) fn event_wait(self_: Value) -> R {
    Ok({
        async fn body_213(yielder: py::Yielder, self_: Value) -> R {
            if self_.attr("_value")?.truth()? {
                return Ok(Value::Bool(true));
            }
            let waiter = get_running_loop()?.method("create_future", &[])?;
            self_.attr("_waiters")?.method("append", &[waiter.clone()])?;
            let flow_212: py::Flow = 'finally_210: {
                py::attempt!(
                    'finally_210, yielder.give_all(py::attempt!('finally_210,
                    py::call::call(& py::native_fn("await", py::coro::awaitable), &
                    py::pos(& [waiter.clone()])))). await
                );
                break 'finally_210 py::Flow::Return(Value::Bool(true));
            };
            self_.attr("_waiters")?.method("remove", &[waiter.clone()])?;
            match flow_212 {
                py::Flow::Next => {}
                py::Flow::Raise(raised) => return Err(raised),
                py::Flow::Return(value) => return Ok(value),
                _ => {}
            }
            Ok(Value::None)
        }
        py::coro::coroutine("wait", move |yielder| body_213(yielder, self_))
    })
}

pub(crate) fn condition_init(self_: Value, lock: Value) -> R {
    self_
        .set_attr(
            "_lock",
            {
                let left_214 = lock.clone();
                if left_214.truth()? {
                    left_214
                } else {
                    py::call::call(&global::Lock.load()?, &py::Args::none())?
                }
            },
        )?;
    self_
        .set_attr(
            "_waiters",
            py::call::call(&py::library_class("deque"), &py::Args::none())?,
        )?;
    self_.set_attr("acquire", self_.attr("_lock")?.attr("acquire")?)?;
    self_.set_attr("release", self_.attr("_lock")?.attr("release")?)?;
    self_.set_attr("locked", self_.attr("_lock")?.attr("locked")?)?;
    Ok(Value::None)
}

pub(crate) fn condition_aenter(self_: Value) -> R {
    Ok({
        async fn body_218(yielder: py::Yielder, self_: Value) -> R {
            yielder
                .give_all(
                    py::call::call(
                        &py::native_fn("await", py::coro::awaitable),
                        &py::pos(&[self_.attr("_lock")?.method("acquire", &[])?]),
                    )?,
                )
                .await?;
            Ok(Value::None)
        }
        py::coro::coroutine("__aenter__", move |yielder| body_218(yielder, self_))
    })
}

pub(crate) fn condition_aexit(
    self_: Value,
    kind: Value,
    error: Value,
    trace: Value,
) -> R {
    Ok({
        async fn body_219(
            yielder: py::Yielder,
            self_: Value,
            kind: Value,
            error: Value,
            trace: Value,
        ) -> R {
            self_.attr("_lock")?.method("release", &[])?;
            Ok(Value::None)
        }
        py::coro::coroutine(
            "__aexit__",
            move |yielder| body_219(yielder, self_, kind, error, trace),
        )
    })
}

pub(crate) fn condition_wait(self_: Value) -> R {
    Ok({
        async fn body_225(yielder: py::Yielder, self_: Value) -> R {
            if !self_.attr("_lock")?.method("locked", &[])?.truth()? {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::exception("RuntimeError"),
                            &py::pos(&[Value::str("cannot wait on un-acquired lock")]),
                        )?,
                    )?,
                );
            }
            self_.attr("_lock")?.method("release", &[])?;
            let waiter = get_running_loop()?.method("create_future", &[])?;
            self_.attr("_waiters")?.method("append", &[waiter.clone()])?;
            let flow_223: py::Flow = 'finally_221: {
                py::attempt!(
                    'finally_221, yielder.give_all(py::attempt!('finally_221,
                    py::call::call(& py::native_fn("await", py::coro::awaitable), &
                    py::pos(& [waiter.clone()])))). await
                );
                break 'finally_221 py::Flow::Return(Value::Bool(true));
            };
            if py::contained(&waiter, &self_.attr("_waiters")?)? {
                self_.attr("_waiters")?.method("remove", &[waiter.clone()])?;
            }
            yielder
                .give_all(
                    py::call::call(
                        &py::native_fn("await", py::coro::awaitable),
                        &py::pos(&[self_.attr("_lock")?.method("acquire", &[])?]),
                    )?,
                )
                .await?;
            match flow_223 {
                py::Flow::Next => {}
                py::Flow::Raise(raised) => return Err(raised),
                py::Flow::Return(value) => return Ok(value),
                _ => {}
            }
            Ok(Value::None)
        }
        py::coro::coroutine("wait", move |yielder| body_225(yielder, self_))
    })
}

pub(crate) fn condition_wait_for(self_: Value, predicate: Value) -> R {
    Ok({
        async fn body_230(yielder: py::Yielder, self_: Value, predicate: Value) -> R {
            let mut result = py::call::call(&predicate.clone(), &py::Args::none())?;
            while !result.truth()? {
                yielder
                    .give_all(
                        py::call::call(
                            &py::native_fn("await", py::coro::awaitable),
                            &py::pos(&[self_.method("wait", &[])?]),
                        )?,
                    )
                    .await?;
                result = py::call::call(&predicate.clone(), &py::Args::none())?;
            }
            Ok(result.clone())
        }
        py::coro::coroutine(
            "wait_for",
            move |yielder| body_230(yielder, self_, predicate),
        )
    })
}

pub(crate) fn condition_notify(self_: Value, n: Value) -> R {
    if !self_.attr("_lock")?.method("locked", &[])?.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("RuntimeError"),
                    &py::pos(&[Value::str("cannot notify on un-acquired lock")]),
                )?,
            )?,
        );
    }
    let mut count = Value::Int(0);
    let mut iter_232 = py::iter::iter(&self_.attr("_waiters")?)?;
    while let Some(waiter) = iter_232.next()? {
        if count.is_ge(&n)? {
            break;
        }
        if !waiter.method("done", &[])?.truth()? {
            count.add_assign(&Value::Int(1))?;
            waiter.method("set_result", &[Value::Bool(false)])?;
        }
    }
    Ok(Value::None)
}

pub(crate) fn condition_notify_all(self_: Value) -> R {
    self_
        .method("notify", &[Value::from(py::builtins::len(&self_.attr("_waiters")?)?)])?;
    Ok(Value::None)
}

pub(crate) fn semaphore_init(self_: Value, value: Value) -> R {
    if value.is_lt(&Value::Int(0))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("Semaphore initial value must be >= 0")]),
                )?,
            )?,
        );
    }
    self_.set_attr("_value", value.clone())?;
    self_
        .set_attr(
            "_waiters",
            py::call::call(&py::library_class("deque"), &py::Args::none())?,
        )?;
    Ok(Value::None)
}

pub(crate) fn semaphore_locked(self_: Value) -> R {
    Ok({
        let left_236 = self_.attr("_value")?.eq(&Value::Int(0))?;
        if left_236.truth()? {
            left_236
        } else {
            py::builtins::any(
                &py::pos(
                    &[
                        {
                            async fn body_239(yielder: py::Yielder, u2e0: Value) -> R {
                                let mut iter_237 = py::iter::iter(&u2e0)?;
                                while let Some(w) = iter_237.next()? {
                                    yielder
                                        .give(Value::Bool(!w.method("cancelled", &[])?.truth()?))
                                        .await?;
                                }
                                Ok(Value::None)
                            }
                            let arg_240 = py::iter::started(&self_.attr("_waiters")?)?;
                            py::generator(
                                "<genexpr>",
                                move |yielder| body_239(yielder, arg_240),
                            )
                        },
                    ],
                ),
            )?
        }
    })
}

pub(crate) fn semaphore_acquire(self_: Value) -> R {
    Ok({
        async fn body_253(yielder: py::Yielder, self_: Value) -> R {
            if !self_.method("locked", &[])?.truth()? {
                {
                    let object_241 = self_.clone();
                    let mut value_243 = object_241.attr("_value")?;
                    value_243.sub_assign(&Value::Int(1))?;
                    object_241.set_attr("_value", value_243)?;
                }
                return Ok(Value::Bool(true));
            }
            let waiter = get_running_loop()?.method("create_future", &[])?;
            self_.attr("_waiters")?.method("append", &[waiter.clone()])?;
            let flow_249: py::Flow = 'try_244: {
                let flow_247: py::Flow = 'finally_245: {
                    py::attempt!(
                        'finally_245, yielder.give_all(py::attempt!('finally_245,
                        py::call::call(& py::native_fn("await", py::coro::awaitable), &
                        py::pos(& [waiter.clone()])))). await
                    );
                    py::Flow::Next
                };
                py::attempt!(
                    'try_244, py::attempt!('try_244, self_.attr("_waiters"))
                    .method("remove", & [waiter.clone()])
                );
                match flow_247 {
                    py::Flow::Next => {}
                    py::Flow::Raise(raised) => break 'try_244 py::Flow::Raise(raised),
                    py::Flow::Return(value) => return Ok(value),
                    _ => {}
                }
                py::Flow::Next
            };
            if let py::Flow::Raise(raised_248) = flow_249 {
                if raised_248.matches(&global::CancelledError.load()?)? {
                    if !waiter.method("cancelled", &[])?.truth()? {
                        {
                            let object_250 = self_.clone();
                            let mut value_252 = object_250.attr("_value")?;
                            value_252.add_assign(&Value::Int(1))?;
                            object_250.set_attr("_value", value_252)?;
                        }
                        self_.method("_wake", &[])?;
                    }
                    return Err(raised_248.clone());
                } else {
                    return Err(raised_248);
                }
            }
            if self_.attr("_value")?.is_gt(&Value::Int(0))? {
                self_.method("_wake", &[])?;
            }
            Ok(Value::Bool(true))
        }
        py::coro::coroutine("acquire", move |yielder| body_253(yielder, self_))
    })
}

pub(crate) fn semaphore_release(self_: Value) -> R {
    {
        let object_254 = self_.clone();
        let mut value_256 = object_254.attr("_value")?;
        value_256.add_assign(&Value::Int(1))?;
        object_254.set_attr("_value", value_256)?;
    }
    self_.method("_wake", &[])?;
    Ok(Value::None)
}

pub(crate) fn semaphore_wake(self_: Value) -> R {
    let mut iter_257 = py::iter::iter(&self_.attr("_waiters")?)?;
    while let Some(waiter) = iter_257.next()? {
        if !waiter.method("done", &[])?.truth()? {
            {
                let object_259 = self_.clone();
                let mut value_261 = object_259.attr("_value")?;
                value_261.sub_assign(&Value::Int(1))?;
                object_259.set_attr("_value", value_261)?;
            }
            waiter.method("set_result", &[Value::Bool(true)])?;
            return Ok(Value::None);
        }
    }
    Ok(Value::None)
}

pub(crate) fn semaphore_aenter(self_: Value) -> R {
    Ok({
        async fn body_263(yielder: py::Yielder, self_: Value) -> R {
            yielder
                .give_all(
                    py::call::call(
                        &py::native_fn("await", py::coro::awaitable),
                        &py::pos(&[self_.method("acquire", &[])?]),
                    )?,
                )
                .await?;
            Ok(Value::None)
        }
        py::coro::coroutine("__aenter__", move |yielder| body_263(yielder, self_))
    })
}

pub(crate) fn semaphore_aexit(
    self_: Value,
    kind: Value,
    error: Value,
    trace: Value,
) -> R {
    Ok({
        async fn body_264(
            yielder: py::Yielder,
            self_: Value,
            kind: Value,
            error: Value,
            trace: Value,
        ) -> R {
            self_.method("release", &[])?;
            Ok(Value::None)
        }
        py::coro::coroutine(
            "__aexit__",
            move |yielder| body_264(yielder, self_, kind, error, trace),
        )
    })
}

pub(crate) fn bounded_semaphore_init(self_: Value, value: Value) -> R {
    self_.set_attr("_bound", value.clone())?;
    global::Semaphore.load()?.method("__init__", &[self_.clone(), value.clone()])?;
    Ok(Value::None)
}

pub(crate) fn bounded_semaphore_release(self_: Value) -> R {
    if self_.attr("_value")?.is_ge(&self_.attr("_bound")?)? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("BoundedSemaphore released too many times")]),
                )?,
            )?,
        );
    }
    global::Semaphore.load()?.method("release", &[self_.clone()])?;
    Ok(Value::None)
}

pub(crate) fn queue_init(self_: Value, maxsize: Value) -> R {
    self_.set_attr("_maxsize", maxsize.clone())?;
    self_
        .set_attr(
            "_getters",
            py::call::call(&py::library_class("deque"), &py::Args::none())?,
        )?;
    self_
        .set_attr(
            "_putters",
            py::call::call(&py::library_class("deque"), &py::Args::none())?,
        )?;
    self_.set_attr("_unfinished", Value::Int(0))?;
    self_
        .set_attr(
            "_finished",
            py::call::call(&global::Event.load()?, &py::Args::none())?,
        )?;
    self_.attr("_finished")?.method("set", &[])?;
    self_.method("_init", &[])?;
    Ok(Value::None)
}

pub(crate) fn queue_init_2(self_: Value) -> R {
    self_
        .set_attr(
            "_queue",
            py::call::call(&py::library_class("deque"), &py::Args::none())?,
        )?;
    Ok(Value::None)
}

pub(crate) fn queue_get(self_: Value) -> R {
    Ok(self_.attr("_queue")?.method("popleft", &[])?)
}

pub(crate) fn queue_put(self_: Value, item: Value) -> R {
    self_.attr("_queue")?.method("append", &[item.clone()])?;
    Ok(Value::None)
}

pub(crate) fn queue_wake(self_: Value, waiters: Value) -> R {
    while waiters.truth()? {
        let waiter = waiters.method("popleft", &[])?;
        if !waiter.method("done", &[])?.truth()? {
            waiter.method("set_result", &[Value::None])?;
            break;
        }
    }
    Ok(Value::None)
}

pub(crate) fn queue_maxsize(self_: Value) -> R {
    Ok(self_.attr("_maxsize")?)
}

pub(crate) fn queue_qsize(self_: Value) -> R {
    Ok(Value::from(py::builtins::len(&self_.attr("_queue")?)?))
}

pub(crate) fn queue_empty(self_: Value) -> R {
    Ok(Value::Bool(!self_.attr("_queue")?.truth()?))
}

pub(crate) fn queue_full(self_: Value) -> R {
    Ok({
        let left_271 = self_.attr("_maxsize")?.gt(&Value::Int(0))?;
        if !left_271.truth()? {
            left_271
        } else {
            self_.method("qsize", &[])?.ge(&self_.attr("_maxsize")?)?
        }
    })
}

pub(crate) fn queue_put_2(self_: Value, item: Value) -> R {
    Ok({
        async fn body_277(yielder: py::Yielder, self_: Value, item: Value) -> R {
            while self_.method("full", &[])?.truth()? {
                let putter = get_running_loop()?.method("create_future", &[])?;
                self_.attr("_putters")?.method("append", &[putter.clone()])?;
                let flow_276: py::Flow = 'try_273: {
                    py::attempt!(
                        'try_273, yielder.give_all(py::attempt!('try_273,
                        py::call::call(& py::native_fn("await", py::coro::awaitable), &
                        py::pos(& [putter.clone()])))). await
                    );
                    py::Flow::Next
                };
                if let py::Flow::Raise(raised_275) = flow_276 {
                    if raised_275.is_a("BaseException") {
                        putter.method("cancel", &[])?;
                        if py::contained(&putter, &self_.attr("_putters")?)? {
                            self_.attr("_putters")?.method("remove", &[putter.clone()])?;
                        }
                        return Err(raised_275.clone());
                    } else {
                        return Err(raised_275);
                    }
                }
            }
            self_.method("put_nowait", &[item.clone()])?;
            Ok(Value::None)
        }
        py::coro::coroutine("put", move |yielder| body_277(yielder, self_, item))
    })
}

pub(crate) fn queue_put_nowait(self_: Value, item: Value) -> R {
    if self_.method("full", &[])?.truth()? {
        return Err(py::exc::to_raise(&global::QueueFull.load()?)?);
    }
    self_.method("_put", &[item.clone()])?;
    {
        let object_278 = self_.clone();
        let mut value_280 = object_278.attr("_unfinished")?;
        value_280.add_assign(&Value::Int(1))?;
        object_278.set_attr("_unfinished", value_280)?;
    }
    self_.attr("_finished")?.method("clear", &[])?;
    self_.method("_wake", &[self_.attr("_getters")?])?;
    Ok(Value::None)
}

pub(crate) fn queue_get_2(self_: Value) -> R {
    Ok({
        async fn body_286(yielder: py::Yielder, self_: Value) -> R {
            while self_.method("empty", &[])?.truth()? {
                let getter = get_running_loop()?.method("create_future", &[])?;
                self_.attr("_getters")?.method("append", &[getter.clone()])?;
                let flow_285: py::Flow = 'try_282: {
                    py::attempt!(
                        'try_282, yielder.give_all(py::attempt!('try_282,
                        py::call::call(& py::native_fn("await", py::coro::awaitable), &
                        py::pos(& [getter.clone()])))). await
                    );
                    py::Flow::Next
                };
                if let py::Flow::Raise(raised_284) = flow_285 {
                    if raised_284.is_a("BaseException") {
                        getter.method("cancel", &[])?;
                        if py::contained(&getter, &self_.attr("_getters")?)? {
                            self_.attr("_getters")?.method("remove", &[getter.clone()])?;
                        }
                        return Err(raised_284.clone());
                    } else {
                        return Err(raised_284);
                    }
                }
            }
            Ok(self_.method("get_nowait", &[])?)
        }
        py::coro::coroutine("get", move |yielder| body_286(yielder, self_))
    })
}

pub(crate) fn queue_get_nowait(self_: Value) -> R {
    if self_.method("empty", &[])?.truth()? {
        return Err(py::exc::to_raise(&global::QueueEmpty.load()?)?);
    }
    let item = self_.method("_get", &[])?;
    self_.method("_wake", &[self_.attr("_putters")?])?;
    Ok(item.clone())
}

pub(crate) fn queue_task_done(self_: Value) -> R {
    if self_.attr("_unfinished")?.is_le(&Value::Int(0))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("task_done() called too many times")]),
                )?,
            )?,
        );
    }
    {
        let object_288 = self_.clone();
        let mut value_290 = object_288.attr("_unfinished")?;
        value_290.sub_assign(&Value::Int(1))?;
        object_288.set_attr("_unfinished", value_290)?;
    }
    if self_.attr("_unfinished")?.is_eq(&Value::Int(0))? {
        self_.attr("_finished")?.method("set", &[])?;
    }
    Ok(Value::None)
}

pub(crate) fn queue_join(self_: Value) -> R {
    Ok({
        async fn body_292(yielder: py::Yielder, self_: Value) -> R {
            if self_.attr("_unfinished")?.is_gt(&Value::Int(0))? {
                yielder
                    .give_all(
                        py::call::call(
                            &py::native_fn("await", py::coro::awaitable),
                            &py::pos(&[self_.attr("_finished")?.method("wait", &[])?]),
                        )?,
                    )
                    .await?;
            }
            Ok(Value::None)
        }
        py::coro::coroutine("join", move |yielder| body_292(yielder, self_))
    })
}

pub(crate) fn priority_queue_init(self_: Value) -> R {
    self_.set_attr("_queue", py::list([]))?;
    Ok(Value::None)
}

pub(crate) fn priority_queue_put(self_: Value, item: Value) -> R {
    py::library::heapq::heappush(&py::pos(&[self_.attr("_queue")?, item.clone()]))?;
    Ok(Value::None)
}

pub(crate) fn priority_queue_get(self_: Value) -> R {
    Ok(py::library::heapq::heappop(&py::pos(&[self_.attr("_queue")?]))?)
}

pub(crate) fn lifo_queue_init(self_: Value) -> R {
    self_.set_attr("_queue", py::list([]))?;
    Ok(Value::None)
}

pub(crate) fn lifo_queue_put(self_: Value, item: Value) -> R {
    self_.attr("_queue")?.method("append", &[item.clone()])?;
    Ok(Value::None)
}

pub(crate) fn lifo_queue_get(self_: Value) -> R {
    Ok(self_.attr("_queue")?.method("pop", &[])?)
}

/// The statements of `asyncio.py`.
pub(crate) fn run() -> R<()> {
    global::FIRST_COMPLETED.store(Value::str("FIRST_COMPLETED"));
    global::FIRST_EXCEPTION.store(Value::str("FIRST_EXCEPTION"));
    global::ALL_COMPLETED.store(Value::str("ALL_COMPLETED"));
    global::TimeoutError
        .store(
            global::TimeoutError.load().or_else(|_| Ok(py::exception("TimeoutError")))?,
        );
    global::CancelledError
        .store({
            let class = py::ClassBody::new(
                "CancelledError",
                NAME,
                Value::None,
                &[py::exception("BaseException")],
            )?;
            class.finish(&[])?
        });
    global::InvalidStateError
        .store({
            let class = py::ClassBody::new(
                "InvalidStateError",
                NAME,
                Value::None,
                &[py::exception("Exception")],
            )?;
            class.finish(&[])?
        });
    global::QueueEmpty
        .store({
            let class = py::ClassBody::new(
                "QueueEmpty",
                NAME,
                Value::None,
                &[py::exception("Exception")],
            )?;
            class.finish(&[])?
        });
    global::QueueFull
        .store({
            let class = py::ClassBody::new(
                "QueueFull",
                NAME,
                Value::None,
                &[py::exception("Exception")],
            )?;
            class.finish(&[])?
        });
    global::Handle
        .store({
            let class = py::ClassBody::new("Handle", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def("Handle.__init__", "self, callback, args", [], handle_init),
                );
            class.set("cancel", py::def("Handle.cancel", "self", [], handle_cancel));
            class
                .set(
                    "cancelled",
                    py::def("Handle.cancelled", "self", [], handle_cancelled),
                );
            class.finish(&[])?
        });
    global::TimerHandle
        .store({
            let class = py::ClassBody::new(
                "TimerHandle",
                NAME,
                Value::None,
                &[global::Handle.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "TimerHandle.__init__",
                        "self, when, order, callback, args",
                        [],
                        timer_handle_init,
                    ),
                );
            class
                .set("when", py::def("TimerHandle.when", "self", [], timer_handle_when));
            class
                .set(
                    "__lt__",
                    py::def("TimerHandle.__lt__", "self, other", [], timer_handle_lt),
                );
            class.finish(&[])?
        });
    global::Future
        .store({
            let class = py::ClassBody::new("Future", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "Future.__init__",
                        "self, *, loop=",
                        [Value::None],
                        future_init,
                    ),
                );
            class
                .set("__await__", py::def("Future.__await__", "self", [], future_await));
            class
                .set(
                    "__iter__",
                    match class.get("__await__") {
                        Some(value) => value,
                        None => py::run::undefined("__await__")?,
                    },
                );
            class
                .set(
                    "get_loop",
                    py::def("Future.get_loop", "self", [], future_get_loop),
                );
            class.set("done", py::def("Future.done", "self", [], future_done));
            class
                .set(
                    "cancelled",
                    py::def("Future.cancelled", "self", [], future_cancelled),
                );
            class
                .set(
                    "cancel",
                    py::def("Future.cancel", "self, msg=", [Value::None], future_cancel),
                );
            class.set("result", py::def("Future.result", "self", [], future_result));
            class
                .set(
                    "exception",
                    py::def("Future.exception", "self", [], future_exception),
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
            class
                .set(
                    "add_done_callback",
                    py::def(
                        "Future.add_done_callback",
                        "self, callback, *, context=",
                        [Value::None],
                        future_add_done_callback,
                    ),
                );
            class
                .set(
                    "remove_done_callback",
                    py::def(
                        "Future.remove_done_callback",
                        "self, callback",
                        [],
                        future_remove_done_callback,
                    ),
                );
            class
                .set(
                    "_schedule",
                    py::def("Future._schedule", "self", [], future_schedule),
                );
            class.finish(&[])?
        });
    global::Task
        .store({
            let class = py::ClassBody::new(
                "Task",
                NAME,
                Value::None,
                &[global::Future.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "Task.__init__",
                        "self, coro, *, loop=, name=",
                        [Value::None, Value::None],
                        task_init,
                    ),
                );
            class.set("get_name", py::def("Task.get_name", "self", [], task_get_name));
            class
                .set(
                    "set_name",
                    py::def("Task.set_name", "self, name", [], task_set_name),
                );
            class.set("get_coro", py::def("Task.get_coro", "self", [], task_get_coro));
            class
                .set(
                    "cancelling",
                    py::def("Task.cancelling", "self", [], task_cancelling),
                );
            class.set("uncancel", py::def("Task.uncancel", "self", [], task_uncancel));
            class
                .set(
                    "cancel",
                    py::def("Task.cancel", "self, msg=", [Value::None], task_cancel),
                );
            class.set("_finish", py::def("Task._finish", "self", [], task_finish));
            class.set("_step", py::def("Task._step", "self, error", [], task_step));
            class.set("_wake", py::def("Task._wake", "self, future", [], task_wake));
            class.finish(&[])?
        });
    global::AbstractEventLoop
        .store({
            let class = py::ClassBody::new("AbstractEventLoop", NAME, Value::None, &[])?;
            class.finish(&[])?
        });
    global::EventLoop
        .store({
            let class = py::ClassBody::new(
                "EventLoop",
                NAME,
                Value::None,
                &[global::AbstractEventLoop.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def("EventLoop.__init__", "self", [], event_loop_init),
                );
            class
                .set(
                    "_task_name",
                    py::def("EventLoop._task_name", "self", [], event_loop_task_name),
                );
            class.set("time", py::def("EventLoop.time", "self", [], event_loop_time));
            class
                .set(
                    "call_soon",
                    py::def(
                        "EventLoop.call_soon",
                        "self, callback, *args, context=",
                        [Value::None],
                        event_loop_call_soon,
                    ),
                );
            class
                .set(
                    "call_soon_threadsafe",
                    match class.get("call_soon") {
                        Some(value) => value,
                        None => py::run::undefined("call_soon")?,
                    },
                );
            class
                .set(
                    "call_later",
                    py::def(
                        "EventLoop.call_later",
                        "self, delay, callback, *args, context=",
                        [Value::None],
                        event_loop_call_later,
                    ),
                );
            class
                .set(
                    "call_at",
                    py::def(
                        "EventLoop.call_at",
                        "self, when, callback, *args, context=",
                        [Value::None],
                        event_loop_call_at,
                    ),
                );
            class
                .set(
                    "create_future",
                    py::def(
                        "EventLoop.create_future",
                        "self",
                        [],
                        event_loop_create_future,
                    ),
                );
            class
                .set(
                    "create_task",
                    py::def(
                        "EventLoop.create_task",
                        "self, coro, *, name=, context=",
                        [Value::None, Value::None],
                        event_loop_create_task,
                    ),
                );
            class
                .set(
                    "is_running",
                    py::def("EventLoop.is_running", "self", [], event_loop_is_running),
                );
            class
                .set(
                    "is_closed",
                    py::def("EventLoop.is_closed", "self", [], event_loop_is_closed),
                );
            class.set("close", py::def("EventLoop.close", "self", [], event_loop_close));
            class.set("stop", py::def("EventLoop.stop", "self", [], event_loop_stop));
            class
                .set(
                    "get_debug",
                    py::def("EventLoop.get_debug", "self", [], event_loop_get_debug),
                );
            class
                .set(
                    "set_debug",
                    py::def(
                        "EventLoop.set_debug",
                        "self, enabled",
                        [],
                        event_loop_set_debug,
                    ),
                );
            class
                .set(
                    "shutdown_asyncgens",
                    py::def(
                        "EventLoop.shutdown_asyncgens",
                        "self",
                        [],
                        event_loop_shutdown_asyncgens,
                    ),
                );
            class
                .set(
                    "_run_once",
                    py::def("EventLoop._run_once", "self", [], event_loop_run_once),
                );
            class
                .set(
                    "run_forever",
                    py::def("EventLoop.run_forever", "self", [], event_loop_run_forever),
                );
            class
                .set(
                    "run_until_complete",
                    py::def(
                        "EventLoop.run_until_complete",
                        "self, future",
                        [],
                        event_loop_run_until_complete,
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
    global::new_event_loop.store(py::def("new_event_loop", "", [], new_event_loop));
    global::set_event_loop.store(py::def("set_event_loop", "loop", [], set_event_loop));
    global::get_running_loop
        .store(py::def("get_running_loop", "", [], get_running_loop));
    global::get_event_loop.store(py::def("get_event_loop", "", [], get_event_loop));
    global::iscoroutine.store(py::def("iscoroutine", "value", [], iscoroutine));
    global::iscoroutinefunction
        .store(py::def("iscoroutinefunction", "function", [], iscoroutinefunction));
    global::isfuture.store(py::def("isfuture", "value", [], isfuture));
    global::current_task
        .store(py::def("current_task", "loop=", [Value::None], current_task));
    global::all_tasks.store(py::def("all_tasks", "loop=", [Value::None], all_tasks));
    global::_await.store(py::def("_await", "value", [], _await));
    global::ensure_future
        .store(
            py::def("ensure_future", "value, *, loop=", [Value::None], ensure_future),
        );
    global::create_task
        .store(
            py::def(
                "create_task",
                "coro, *, name=, context=",
                [Value::None, Value::None],
                create_task,
            ),
        );
    global::run.store(py::def("run", "main, *, debug=", [Value::None], run_2));
    global::Runner
        .store({
            let class = py::ClassBody::new("Runner", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "Runner.__init__",
                        "self, *, debug=, loop_factory=",
                        [Value::None, Value::None],
                        runner_init,
                    ),
                );
            class
                .set("__enter__", py::def("Runner.__enter__", "self", [], runner_enter));
            class
                .set(
                    "__exit__",
                    py::def(
                        "Runner.__exit__",
                        "self, kind, error, trace",
                        [],
                        runner_exit,
                    ),
                );
            class.set("close", py::def("Runner.close", "self", [], runner_close));
            class
                .set(
                    "get_loop",
                    py::def("Runner.get_loop", "self", [], runner_get_loop),
                );
            class
                .set(
                    "run",
                    py::def(
                        "Runner.run",
                        "self, coro, *, context=",
                        [Value::None],
                        runner_run,
                    ),
                );
            class.finish(&[])?
        });
    global::_set_unless_done
        .store(py::def("_set_unless_done", "future, result", [], _set_unless_done));
    global::_Pause
        .store({
            let class = py::ClassBody::new("_Pause", NAME, Value::None, &[])?;
            class
                .set("__await__", py::def("_Pause.__await__", "self", [], _pause_await));
            class.finish(&[])?
        });
    global::sleep.store(py::def("sleep", "delay, result=", [Value::None], sleep));
    global::_Gathering
        .store({
            let class = py::ClassBody::new(
                "_Gathering",
                NAME,
                Value::None,
                &[global::Future.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "_Gathering.__init__",
                        "self, children, *, loop=",
                        [Value::None],
                        _gathering_init,
                    ),
                );
            class
                .set(
                    "cancel",
                    py::def(
                        "_Gathering.cancel",
                        "self, msg=",
                        [Value::None],
                        _gathering_cancel,
                    ),
                );
            class.finish(&[])?
        });
    global::gather
        .store(
            py::def(
                "gather",
                "*values, return_exceptions=",
                [Value::Bool(false)],
                gather,
            ),
        );
    global::wait_for.store(py::def("wait_for", "value, timeout", [], wait_for));
    global::wait
        .store(
            py::def(
                "wait",
                "values, *, timeout=, return_when=",
                [Value::None, global::ALL_COMPLETED.load()?],
                wait,
            ),
        );
    global::as_completed
        .store(
            py::def("as_completed", "values, *, timeout=", [Value::None], as_completed),
        );
    global::shield.store(py::def("shield", "value", [], shield));
    global::to_thread
        .store(py::def("to_thread", "function, /, *args, **kwargs", [], to_thread));
    global::Timeout
        .store({
            let class = py::ClassBody::new("Timeout", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def("Timeout.__init__", "self, when", [], timeout_init),
                );
            class.set("when", py::def("Timeout.when", "self", [], timeout_when));
            class
                .set("expired", py::def("Timeout.expired", "self", [], timeout_expired));
            class
                .set(
                    "reschedule",
                    py::def("Timeout.reschedule", "self, when", [], timeout_reschedule),
                );
            class.set("_fire", py::def("Timeout._fire", "self", [], timeout_fire));
            class
                .set(
                    "__aenter__",
                    py::def("Timeout.__aenter__", "self", [], timeout_aenter),
                );
            class
                .set(
                    "__aexit__",
                    py::def(
                        "Timeout.__aexit__",
                        "self, kind, error, trace",
                        [],
                        timeout_aexit,
                    ),
                );
            class.finish(&[])?
        });
    global::timeout.store(py::def("timeout", "delay", [], timeout));
    global::timeout_at.store(py::def("timeout_at", "when", [], timeout_at));
    global::TaskGroup
        .store({
            let class = py::ClassBody::new("TaskGroup", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def("TaskGroup.__init__", "self", [], task_group_init),
                );
            class
                .set(
                    "__aenter__",
                    py::def("TaskGroup.__aenter__", "self", [], task_group_aenter),
                );
            class
                .set(
                    "create_task",
                    py::def(
                        "TaskGroup.create_task",
                        "self, coro, *, name=, context=",
                        [Value::None, Value::None],
                        task_group_create_task,
                    ),
                );
            class
                .set(
                    "_done",
                    py::def("TaskGroup._done", "self, task", [], task_group_done),
                );
            class
                .set(
                    "_abort",
                    py::def("TaskGroup._abort", "self", [], task_group_abort),
                );
            class
                .set(
                    "__aexit__",
                    py::def(
                        "TaskGroup.__aexit__",
                        "self, kind, error, trace",
                        [],
                        task_group_aexit,
                    ),
                );
            class.finish(&[])?
        });
    global::Lock
        .store({
            let class = py::ClassBody::new("Lock", NAME, Value::None, &[])?;
            class.set("__init__", py::def("Lock.__init__", "self", [], lock_init));
            class.set("locked", py::def("Lock.locked", "self", [], lock_locked));
            class.set("acquire", py::def("Lock.acquire", "self", [], lock_acquire));
            class.set("release", py::def("Lock.release", "self", [], lock_release));
            class.set("_wake", py::def("Lock._wake", "self", [], lock_wake));
            class.set("__aenter__", py::def("Lock.__aenter__", "self", [], lock_aenter));
            class
                .set(
                    "__aexit__",
                    py::def("Lock.__aexit__", "self, kind, error, trace", [], lock_aexit),
                );
            class.finish(&[])?
        });
    global::Event
        .store({
            let class = py::ClassBody::new("Event", NAME, Value::None, &[])?;
            class.set("__init__", py::def("Event.__init__", "self", [], event_init));
            class.set("is_set", py::def("Event.is_set", "self", [], event_is_set));
            class.set("set", py::def("Event.set", "self", [], event_set));
            class.set("clear", py::def("Event.clear", "self", [], event_clear));
            class.set("wait", py::def("Event.wait", "self", [], event_wait));
            class.finish(&[])?
        });
    global::Condition
        .store({
            let class = py::ClassBody::new("Condition", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "Condition.__init__",
                        "self, lock=",
                        [Value::None],
                        condition_init,
                    ),
                );
            class
                .set(
                    "__aenter__",
                    py::def("Condition.__aenter__", "self", [], condition_aenter),
                );
            class
                .set(
                    "__aexit__",
                    py::def(
                        "Condition.__aexit__",
                        "self, kind, error, trace",
                        [],
                        condition_aexit,
                    ),
                );
            class.set("wait", py::def("Condition.wait", "self", [], condition_wait));
            class
                .set(
                    "wait_for",
                    py::def(
                        "Condition.wait_for",
                        "self, predicate",
                        [],
                        condition_wait_for,
                    ),
                );
            class
                .set(
                    "notify",
                    py::def(
                        "Condition.notify",
                        "self, n=",
                        [Value::Int(1)],
                        condition_notify,
                    ),
                );
            class
                .set(
                    "notify_all",
                    py::def("Condition.notify_all", "self", [], condition_notify_all),
                );
            class.finish(&[])?
        });
    global::Semaphore
        .store({
            let class = py::ClassBody::new("Semaphore", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "Semaphore.__init__",
                        "self, value=",
                        [Value::Int(1)],
                        semaphore_init,
                    ),
                );
            class
                .set(
                    "locked",
                    py::def("Semaphore.locked", "self", [], semaphore_locked),
                );
            class
                .set(
                    "acquire",
                    py::def("Semaphore.acquire", "self", [], semaphore_acquire),
                );
            class
                .set(
                    "release",
                    py::def("Semaphore.release", "self", [], semaphore_release),
                );
            class.set("_wake", py::def("Semaphore._wake", "self", [], semaphore_wake));
            class
                .set(
                    "__aenter__",
                    py::def("Semaphore.__aenter__", "self", [], semaphore_aenter),
                );
            class
                .set(
                    "__aexit__",
                    py::def(
                        "Semaphore.__aexit__",
                        "self, kind, error, trace",
                        [],
                        semaphore_aexit,
                    ),
                );
            class.finish(&[])?
        });
    global::BoundedSemaphore
        .store({
            let class = py::ClassBody::new(
                "BoundedSemaphore",
                NAME,
                Value::None,
                &[global::Semaphore.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "BoundedSemaphore.__init__",
                        "self, value=",
                        [Value::Int(1)],
                        bounded_semaphore_init,
                    ),
                );
            class
                .set(
                    "release",
                    py::def(
                        "BoundedSemaphore.release",
                        "self",
                        [],
                        bounded_semaphore_release,
                    ),
                );
            class.finish(&[])?
        });
    global::Queue
        .store({
            let class = py::ClassBody::new("Queue", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "Queue.__init__",
                        "self, maxsize=",
                        [Value::Int(0)],
                        queue_init,
                    ),
                );
            class.set("_init", py::def("Queue._init", "self", [], queue_init_2));
            class.set("_get", py::def("Queue._get", "self", [], queue_get));
            class.set("_put", py::def("Queue._put", "self, item", [], queue_put));
            class.set("_wake", py::def("Queue._wake", "self, waiters", [], queue_wake));
            class
                .set(
                    "maxsize",
                    py::library_class("property")
                        .call(&[py::def("Queue.maxsize", "self", [], queue_maxsize)])?,
                );
            class.set("qsize", py::def("Queue.qsize", "self", [], queue_qsize));
            class.set("empty", py::def("Queue.empty", "self", [], queue_empty));
            class.set("full", py::def("Queue.full", "self", [], queue_full));
            class.set("put", py::def("Queue.put", "self, item", [], queue_put_2));
            class
                .set(
                    "put_nowait",
                    py::def("Queue.put_nowait", "self, item", [], queue_put_nowait),
                );
            class.set("get", py::def("Queue.get", "self", [], queue_get_2));
            class
                .set(
                    "get_nowait",
                    py::def("Queue.get_nowait", "self", [], queue_get_nowait),
                );
            class
                .set(
                    "task_done",
                    py::def("Queue.task_done", "self", [], queue_task_done),
                );
            class.set("join", py::def("Queue.join", "self", [], queue_join));
            class.finish(&[])?
        });
    global::PriorityQueue
        .store({
            let class = py::ClassBody::new(
                "PriorityQueue",
                NAME,
                Value::None,
                &[global::Queue.load()?],
            )?;
            class
                .set(
                    "_init",
                    py::def("PriorityQueue._init", "self", [], priority_queue_init),
                );
            class
                .set(
                    "_put",
                    py::def("PriorityQueue._put", "self, item", [], priority_queue_put),
                );
            class
                .set(
                    "_get",
                    py::def("PriorityQueue._get", "self", [], priority_queue_get),
                );
            class.finish(&[])?
        });
    global::LifoQueue
        .store({
            let class = py::ClassBody::new(
                "LifoQueue",
                NAME,
                Value::None,
                &[global::Queue.load()?],
            )?;
            class.set("_init", py::def("LifoQueue._init", "self", [], lifo_queue_init));
            class
                .set(
                    "_put",
                    py::def("LifoQueue._put", "self, item", [], lifo_queue_put),
                );
            class.set("_get", py::def("LifoQueue._get", "self", [], lifo_queue_get));
            class.finish(&[])?
        });
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library asyncio") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "FIRST_COMPLETED" => global::FIRST_COMPLETED.load(),
        "FIRST_EXCEPTION" => global::FIRST_EXCEPTION.load(),
        "ALL_COMPLETED" => global::ALL_COMPLETED.load(),
        "CancelledError" => global::CancelledError.load(),
        "InvalidStateError" => global::InvalidStateError.load(),
        "QueueEmpty" => global::QueueEmpty.load(),
        "QueueFull" => global::QueueFull.load(),
        "Future" => global::Future.load(),
        "Task" => global::Task.load(),
        "AbstractEventLoop" => global::AbstractEventLoop.load(),
        "EventLoop" => global::EventLoop.load(),
        "Handle" => global::Handle.load(),
        "TimerHandle" => global::TimerHandle.load(),
        "new_event_loop" => global::new_event_loop.load(),
        "set_event_loop" => global::set_event_loop.load(),
        "get_running_loop" => global::get_running_loop.load(),
        "get_event_loop" => global::get_event_loop.load(),
        "iscoroutine" => global::iscoroutine.load(),
        "iscoroutinefunction" => global::iscoroutinefunction.load(),
        "isfuture" => global::isfuture.load(),
        "current_task" => global::current_task.load(),
        "all_tasks" => global::all_tasks.load(),
        "ensure_future" => global::ensure_future.load(),
        "create_task" => global::create_task.load(),
        "run" => global::run.load(),
        "Runner" => global::Runner.load(),
        "sleep" => global::sleep.load(),
        "gather" => global::gather.load(),
        "wait_for" => global::wait_for.load(),
        "wait" => global::wait.load(),
        "as_completed" => global::as_completed.load(),
        "shield" => global::shield.load(),
        "to_thread" => global::to_thread.load(),
        "Timeout" => global::Timeout.load(),
        "timeout" => global::timeout.load(),
        "timeout_at" => global::timeout_at.load(),
        "TaskGroup" => global::TaskGroup.load(),
        "Lock" => global::Lock.load(),
        "Event" => global::Event.load(),
        "Condition" => global::Condition.load(),
        "Semaphore" => global::Semaphore.load(),
        "BoundedSemaphore" => global::BoundedSemaphore.load(),
        "Queue" => global::Queue.load(),
        "PriorityQueue" => global::PriorityQueue.load(),
        "LifoQueue" => global::LifoQueue.load(),
        "TimeoutError" => global::TimeoutError.load(),
        _ => Ok(Value::None),
    }
}
