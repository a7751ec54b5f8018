//! Threads that run to their end where they are started, one after another.
//!
//! @generated from `runtime/pure/threading.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "threading";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static BoundedSemaphore : Global = const {
        Global::new("BoundedSemaphore") }; pub (crate) static Condition : Global = const
        { Global::new("Condition") }; pub (crate) static Event : Global = const {
        Global::new("Event") }; pub (crate) static Lock : Global = const {
        Global::new("Lock") }; pub (crate) static RLock : Global = const {
        Global::new("RLock") }; pub (crate) static Semaphore : Global = const {
        Global::new("Semaphore") }; pub (crate) static Thread : Global = const {
        Global::new("Thread") }; pub (crate) static Timer : Global = const {
        Global::new("Timer") }; pub (crate) static _Main : Global = const {
        Global::new("_Main") }; pub (crate) static _State : Global = const {
        Global::new("_State") }; pub (crate) static _main : Global = const {
        Global::new("_main") }; pub (crate) static _state : Global = const {
        Global::new("_state") }; pub (crate) static _stuck : Global = const {
        Global::new("_stuck") }; pub (crate) static active_count : Global = const {
        Global::new("active_count") }; pub (crate) static currentThread : Global = const
        { Global::new("currentThread") }; pub (crate) static current_thread : Global =
        const { Global::new("current_thread") }; pub (crate) static enumerate : Global =
        const { Global::new("enumerate") }; pub (crate) static get_ident : Global = const
        { Global::new("get_ident") }; pub (crate) static get_native_id : Global = const {
        Global::new("get_native_id") }; pub (crate) static local : Global = const {
        Global::new("local") }; pub (crate) static main_thread : Global = const {
        Global::new("main_thread") };
    }
}

pub(crate) fn _state_init(self_: Value) -> R {
    self_.set_attr("count", Value::Int(0))?;
    self_.set_attr("current", py::list([]))?;
    self_.set_attr("idents", Value::Int(0))?;
    Ok(Value::None)
}

pub(crate) fn _stuck(why: Value) -> R {
    py::library::sys::_stop(
        &py::pos(
            &[
                Value::str("batuta: PY0209 threads run one after another here: ")
                    .add(&why)?,
            ],
        ),
    )?;
    Ok(Value::None)
}

pub(crate) fn thread_init(
    self_: Value,
    group: Value,
    target: Value,
    mut name: Value,
    args: Value,
    kwargs: Value,
    daemon: Value,
) -> R {
    {
        let object_2 = global::_state.load()?;
        let mut value_4 = object_2.attr("count")?;
        value_4.add_assign(&Value::Int(1))?;
        object_2.set_attr("count", value_4)?;
    }
    if name.is(&Value::None) {
        name = Value::str(
            format!("Thread-{}", py::show(& global::_state.load() ?.attr("count") ?) ?),
        );
        if !target.is(&Value::None)
            && py::builtins::hasattr(
                    &py::pos(&[target.clone(), Value::str("__name__")]),
                )?
                .truth()?
        {
            name.add_assign(
                &Value::str(format!(" ({})", py::show(& target.attr("__name__") ?) ?)),
            )?;
        }
    }
    self_.set_attr("_target", target.clone())?;
    self_.set_attr("name", name.clone())?;
    self_.set_attr("_args", args.clone())?;
    self_
        .set_attr(
            "_kwargs",
            {
                let left_5 = kwargs.clone();
                if left_5.truth()? { left_5 } else { py::dict([])? }
            },
        )?;
    self_.set_attr("daemon", py::construct::bool(&py::pos(&[daemon.clone()]))?)?;
    self_.set_attr("_started", Value::Bool(false))?;
    self_.set_attr("_alive", Value::Bool(false))?;
    self_.set_attr("ident", Value::None)?;
    Ok(Value::None)
}

pub(crate) fn thread_get_name(self_: Value) -> R {
    Ok(self_.attr("name")?)
}

pub(crate) fn thread_set_name(self_: Value, name: Value) -> R {
    self_.set_attr("name", name.clone())?;
    Ok(Value::None)
}

pub(crate) fn thread_start(self_: Value) -> R {
    let mut error = Value::Unbound;
    if self_.attr("_started")?.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("RuntimeError"),
                    &py::pos(&[Value::str("threads can only be started once")]),
                )?,
            )?,
        );
    }
    self_.set_attr("_started", Value::Bool(true))?;
    self_.set_attr("_alive", Value::Bool(true))?;
    {
        let object_7 = global::_state.load()?;
        let mut value_9 = object_7.attr("idents")?;
        value_9.add_assign(&Value::Int(1))?;
        object_7.set_attr("idents", value_9)?;
    }
    self_.set_attr("ident", global::_state.load()?.attr("idents")?)?;
    global::_state.load()?.attr("current")?.method("append", &[self_.clone()])?;
    py::library::sys::_thread(&py::pos(&[Value::Int(1)]))?;
    let flow_14: py::Flow = 'finally_10: {
        let flow_13: py::Flow = 'try_11: {
            py::attempt!('try_11, self_.method("run", & []));
            py::Flow::Next
        };
        if let py::Flow::Raise(raised_12) = flow_13 {
            if raised_12.is_a("SystemExit") {} else if raised_12.is_a("Exception") {
                error = raised_12.value();
                py::attempt!(
                    'finally_10, py::library::sys::stderr().method("write", &
                    [Value::str(format!("Exception in thread {}:\n{}: {}\n",
                    py::attempt!('finally_10, py::show(& py::attempt!('finally_10, self_
                    .attr("name")))), py::attempt!('finally_10, py::show(&
                    py::attempt!('finally_10, py::attempt!('finally_10,
                    py::construct::type_(& py::pos(& [error.clone()])))
                    .attr("__name__")))), py::attempt!('finally_10, py::show(&
                    error))))])
                );
            } else {
                break 'finally_10 py::Flow::Raise(raised_12);
            }
        }
        py::Flow::Next
    };
    py::library::sys::_thread(&py::pos(&[Value::Int(-1)]))?;
    global::_state.load()?.attr("current")?.method("pop", &[])?;
    self_.set_attr("_alive", Value::Bool(false))?;
    match flow_14 {
        py::Flow::Next => {}
        py::Flow::Raise(raised) => return Err(raised),
        py::Flow::Return(value) => return Ok(value),
        _ => {}
    }
    Ok(Value::None)
}

pub(crate) fn thread_run(self_: Value) -> R {
    if !self_.attr("_target")?.is(&Value::None) {
        {
            let object_15 = self_.clone();
            let args_16: Vec<Value> = {
                let mut items_18 = Vec::new();
                items_18.extend(py::iter::to_vec(&self_.attr("_args")?)?);
                items_18
            };
            let mut keywords_17 = Vec::new();
            py::call::keywords(&self_.attr("_kwargs")?, &mut keywords_17)?;
            py::call::call_method_with(
                &object_15,
                "_target",
                &py::Args {
                    pos: &args_16,
                    kw: &keywords_17,
                },
            )?;
        }
    }
    Ok(Value::None)
}

pub(crate) fn thread_join(self_: Value, timeout: Value) -> R {
    if !self_.attr("_started")?.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("RuntimeError"),
                    &py::pos(&[Value::str("cannot join thread before it is started")]),
                )?,
            )?,
        );
    }
    Ok(Value::None)
}

pub(crate) fn thread_is_alive(self_: Value) -> R {
    Ok(self_.attr("_alive")?)
}

pub(crate) fn thread_repr(self_: Value) -> R {
    Ok(
        Value::str(
            format!(
                "<Thread({}, {})>", py::show(& self_.attr("name") ?) ?, py::show(& if
                self_.attr("_alive") ?.truth() ? { Value::str("started") } else { if
                self_.attr("_started") ?.truth() ? { Value::str("stopped") } else {
                Value::str("initial") } }) ?
            ),
        ),
    )
}

pub(crate) fn timer_init(
    self_: Value,
    interval: Value,
    function: Value,
    args: Value,
    kwargs: Value,
) -> R {
    {
        let object_20 = global::Thread.load()?.clone();
        py::call::call_method_with(
            &object_20,
            "__init__",
            &py::Args {
                pos: &[self_.clone()],
                kw: &[
                    ("target", function.clone()),
                    (
                        "args",
                        {
                            let left_21 = args.clone();
                            if left_21.truth()? { left_21 } else { py::tuple([]) }
                        },
                    ),
                    ("kwargs", kwargs.clone()),
                ],
            },
        )?;
    }
    self_.set_attr("interval", interval.clone())?;
    self_
        .set_attr(
            "finished",
            py::call::call(&global::Event.load()?, &py::Args::none())?,
        )?;
    Ok(Value::None)
}

pub(crate) fn timer_start(self_: Value) -> R {
    _stuck(Value::str("a timer goes off while others run"))?;
    Ok(Value::None)
}

pub(crate) fn timer_cancel(self_: Value) -> R {
    self_.attr("finished")?.method("set", &[])?;
    Ok(Value::None)
}

pub(crate) fn _main_init(self_: Value) -> R {
    self_.set_attr("name", Value::str("MainThread"))?;
    self_.set_attr("daemon", Value::Bool(false))?;
    self_.set_attr("ident", Value::Int(0))?;
    self_.set_attr("_alive", Value::Bool(true))?;
    self_.set_attr("_started", Value::Bool(true))?;
    Ok(Value::None)
}

pub(crate) fn current_thread() -> R {
    Ok(
        if global::_state.load()?.attr("current")?.truth()? {
            global::_state.load()?.attr("current")?.item(&Value::Int(-1))?
        } else {
            global::_main.load()?
        },
    )
}

pub(crate) fn main_thread() -> R {
    Ok(global::_main.load()?)
}

pub(crate) fn get_ident() -> R {
    Ok(current_thread()?.attr("ident")?)
}

pub(crate) fn active_count() -> R {
    Ok(
        Value::Int(1)
            .add(
                &Value::from(
                    py::builtins::len(&global::_state.load()?.attr("current")?)?,
                ),
            )?,
    )
}

pub(crate) fn enumerate() -> R {
    Ok(
        py::list([global::_main.load()?])
            .add(
                &py::construct::list(
                    &py::pos(&[global::_state.load()?.attr("current")?]),
                )?,
            )?,
    )
}

pub(crate) fn lock_init(self_: Value) -> R {
    self_.set_attr("_held", Value::Bool(false))?;
    Ok(Value::None)
}

pub(crate) fn lock_acquire(self_: Value, blocking: Value, timeout: Value) -> R {
    if self_.attr("_held")?.truth()? {
        if blocking.truth()? && timeout.is_lt(&Value::Int(0))? {
            _stuck(Value::str("a lock that is held is waited for"))?;
        }
        return Ok(Value::Bool(false));
    }
    self_.set_attr("_held", Value::Bool(true))?;
    Ok(Value::Bool(true))
}

pub(crate) fn lock_release(self_: Value) -> R {
    if !self_.attr("_held")?.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("RuntimeError"),
                    &py::pos(&[Value::str("release unlocked lock")]),
                )?,
            )?,
        );
    }
    self_.set_attr("_held", Value::Bool(false))?;
    Ok(Value::None)
}

pub(crate) fn lock_locked(self_: Value) -> R {
    Ok(self_.attr("_held")?)
}

pub(crate) fn lock_enter(self_: Value) -> R {
    self_.method("acquire", &[])?;
    Ok(Value::Bool(true))
}

pub(crate) fn lock_exit(self_: Value, kind: Value, error: Value, trace: Value) -> R {
    self_.method("release", &[])?;
    Ok(Value::None)
}

pub(crate) fn r_lock_init(self_: Value) -> R {
    self_.set_attr("_count", Value::Int(0))?;
    Ok(Value::None)
}

pub(crate) fn r_lock_acquire(self_: Value, blocking: Value, timeout: Value) -> R {
    {
        let object_25 = self_.clone();
        let mut value_27 = object_25.attr("_count")?;
        value_27.add_assign(&Value::Int(1))?;
        object_25.set_attr("_count", value_27)?;
    }
    Ok(Value::Bool(true))
}

pub(crate) fn r_lock_release(self_: Value) -> R {
    if !self_.attr("_count")?.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("RuntimeError"),
                    &py::pos(&[Value::str("cannot release un-acquired lock")]),
                )?,
            )?,
        );
    }
    {
        let object_29 = self_.clone();
        let mut value_31 = object_29.attr("_count")?;
        value_31.sub_assign(&Value::Int(1))?;
        object_29.set_attr("_count", value_31)?;
    }
    Ok(Value::None)
}

pub(crate) fn r_lock_enter(self_: Value) -> R {
    self_.method("acquire", &[])?;
    Ok(Value::Bool(true))
}

pub(crate) fn r_lock_exit(self_: Value, kind: Value, error: Value, trace: Value) -> R {
    self_.method("release", &[])?;
    Ok(Value::None)
}

pub(crate) fn semaphore_init(self_: Value, value: Value) -> R {
    if value.is_lt(&Value::Int(0))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("semaphore initial value must be >= 0")]),
                )?,
            )?,
        );
    }
    self_.set_attr("_value", value.clone())?;
    Ok(Value::None)
}

pub(crate) fn semaphore_acquire(self_: Value, blocking: Value, timeout: Value) -> R {
    if self_.attr("_value")?.is_eq(&Value::Int(0))? {
        if blocking.truth()? && timeout.is(&Value::None) {
            _stuck(Value::str("a semaphore at zero is waited for"))?;
        }
        return Ok(Value::Bool(false));
    }
    {
        let object_33 = self_.clone();
        let mut value_35 = object_33.attr("_value")?;
        value_35.sub_assign(&Value::Int(1))?;
        object_33.set_attr("_value", value_35)?;
    }
    Ok(Value::Bool(true))
}

pub(crate) fn semaphore_release(self_: Value, n: Value) -> R {
    {
        let object_36 = self_.clone();
        let mut value_38 = object_36.attr("_value")?;
        value_38.add_assign(&n)?;
        object_36.set_attr("_value", value_38)?;
    }
    Ok(Value::None)
}

pub(crate) fn semaphore_enter(self_: Value) -> R {
    self_.method("acquire", &[])?;
    Ok(Value::Bool(true))
}

pub(crate) fn semaphore_exit(
    self_: Value,
    kind: Value,
    error: Value,
    trace: Value,
) -> R {
    self_.method("release", &[])?;
    Ok(Value::None)
}

pub(crate) fn bounded_semaphore_init(self_: Value, value: Value) -> R {
    global::Semaphore.load()?.method("__init__", &[self_.clone(), value.clone()])?;
    self_.set_attr("_bound", value.clone())?;
    Ok(Value::None)
}

pub(crate) fn bounded_semaphore_release(self_: Value, n: Value) -> R {
    if self_.attr("_value")?.add(&n)?.is_gt(&self_.attr("_bound")?)? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("Semaphore released too many times")]),
                )?,
            )?,
        );
    }
    {
        let object_40 = self_.clone();
        let mut value_42 = object_40.attr("_value")?;
        value_42.add_assign(&n)?;
        object_40.set_attr("_value", value_42)?;
    }
    Ok(Value::None)
}

pub(crate) fn event_init(self_: Value) -> R {
    self_.set_attr("_flag", Value::Bool(false))?;
    Ok(Value::None)
}

pub(crate) fn event_is_set(self_: Value) -> R {
    Ok(self_.attr("_flag")?)
}

pub(crate) fn event_set(self_: Value) -> R {
    self_.set_attr("_flag", Value::Bool(true))?;
    Ok(Value::None)
}

pub(crate) fn event_clear(self_: Value) -> R {
    self_.set_attr("_flag", Value::Bool(false))?;
    Ok(Value::None)
}

pub(crate) fn event_wait(self_: Value, timeout: Value) -> R {
    if !self_.attr("_flag")?.truth()? {
        if timeout.is(&Value::None) {
            _stuck(Value::str("an event that is not set is waited for"))?;
        }
        py::library::time::sleep(&py::pos(&[timeout.clone()]))?;
    }
    Ok(self_.attr("_flag")?)
}

pub(crate) fn condition_init(self_: Value, lock: Value) -> R {
    self_
        .set_attr(
            "_lock",
            {
                let left_43 = lock.clone();
                if left_43.truth()? {
                    left_43
                } else {
                    py::call::call(&global::RLock.load()?, &py::Args::none())?
                }
            },
        )?;
    Ok(Value::None)
}

pub(crate) fn condition_enter(self_: Value) -> R {
    Ok(self_.attr("_lock")?.method("__enter__", &[])?)
}

pub(crate) fn condition_exit(
    self_: Value,
    kind: Value,
    error: Value,
    trace: Value,
) -> R {
    Ok(
        self_
            .attr("_lock")?
            .method("__exit__", &[kind.clone(), error.clone(), trace.clone()])?,
    )
}

pub(crate) fn condition_acquire(self_: Value, args: Value) -> R {
    Ok({
        let object_45 = self_.attr("_lock")?.clone();
        let args_46: Vec<Value> = {
            let mut items_48 = Vec::new();
            items_48.extend(py::iter::to_vec(&args)?);
            items_48
        };
        py::call::call_method_with(&object_45, "acquire", &py::pos(&args_46))?
    })
}

pub(crate) fn condition_release(self_: Value) -> R {
    self_.attr("_lock")?.method("release", &[])?;
    Ok(Value::None)
}

pub(crate) fn condition_wait(self_: Value, timeout: Value) -> R {
    if timeout.is(&Value::None) {
        _stuck(Value::str("a condition is waited for"))?;
    }
    Ok(Value::Bool(false))
}

pub(crate) fn condition_wait_for(self_: Value, predicate: Value, timeout: Value) -> R {
    let result = py::call::call(&predicate.clone(), &py::Args::none())?;
    if !result.truth()? && timeout.is(&Value::None) {
        _stuck(Value::str("a condition is waited for"))?;
    }
    Ok(result.clone())
}

pub(crate) fn condition_notify(self_: Value, n: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn condition_notify_all(self_: Value) -> R {
    Ok(Value::None)
}

/// The statements of `threading.py`.
pub(crate) fn run() -> R<()> {
    global::_State
        .store({
            let class = py::ClassBody::new("_State", NAME, Value::None, &[])?;
            class.set("__init__", py::def("_State.__init__", "self", [], _state_init));
            class.finish(&[])?
        });
    global::_state.store(py::call::call(&global::_State.load()?, &py::Args::none())?);
    global::_stuck.store(py::def("_stuck", "why", [], _stuck));
    global::Thread
        .store({
            let class = py::ClassBody::new("Thread", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "Thread.__init__",
                        "self, group=, target=, name=, args=, kwargs=, *, daemon=",
                        [
                            Value::None,
                            Value::None,
                            Value::None,
                            py::tuple([]),
                            Value::None,
                            Value::None,
                        ],
                        thread_init,
                    ),
                );
            class.set("getName", py::def("Thread.getName", "self", [], thread_get_name));
            class
                .set(
                    "setName",
                    py::def("Thread.setName", "self, name", [], thread_set_name),
                );
            class.set("start", py::def("Thread.start", "self", [], thread_start));
            class.set("run", py::def("Thread.run", "self", [], thread_run));
            class
                .set(
                    "join",
                    py::def("Thread.join", "self, timeout=", [Value::None], thread_join),
                );
            class
                .set(
                    "is_alive",
                    py::def("Thread.is_alive", "self", [], thread_is_alive),
                );
            class.set("__repr__", py::def("Thread.__repr__", "self", [], thread_repr));
            class.finish(&[])?
        });
    global::Timer
        .store({
            let class = py::ClassBody::new(
                "Timer",
                NAME,
                Value::None,
                &[global::Thread.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "Timer.__init__",
                        "self, interval, function, args=, kwargs=",
                        [Value::None, Value::None],
                        timer_init,
                    ),
                );
            class.set("start", py::def("Timer.start", "self", [], timer_start));
            class.set("cancel", py::def("Timer.cancel", "self", [], timer_cancel));
            class.finish(&[])?
        });
    global::_Main
        .store({
            let class = py::ClassBody::new(
                "_Main",
                NAME,
                Value::None,
                &[global::Thread.load()?],
            )?;
            class.set("__init__", py::def("_Main.__init__", "self", [], _main_init));
            class.finish(&[])?
        });
    global::_main.store(py::call::call(&global::_Main.load()?, &py::Args::none())?);
    global::current_thread.store(py::def("current_thread", "", [], current_thread));
    global::currentThread.store(global::current_thread.load()?);
    global::main_thread.store(py::def("main_thread", "", [], main_thread));
    global::get_ident.store(py::def("get_ident", "", [], get_ident));
    global::get_native_id.store(global::get_ident.load()?);
    global::active_count.store(py::def("active_count", "", [], active_count));
    global::enumerate.store(py::def("enumerate", "", [], enumerate));
    global::Lock
        .store({
            let class = py::ClassBody::new("Lock", NAME, Value::None, &[])?;
            class.set("__init__", py::def("Lock.__init__", "self", [], lock_init));
            class
                .set(
                    "acquire",
                    py::def(
                        "Lock.acquire",
                        "self, blocking=, timeout=",
                        [Value::Bool(true), Value::Int(-1)],
                        lock_acquire,
                    ),
                );
            class.set("release", py::def("Lock.release", "self", [], lock_release));
            class.set("locked", py::def("Lock.locked", "self", [], lock_locked));
            class.set("__enter__", py::def("Lock.__enter__", "self", [], lock_enter));
            class
                .set(
                    "__exit__",
                    py::def("Lock.__exit__", "self, kind, error, trace", [], lock_exit),
                );
            class.finish(&[])?
        });
    global::RLock
        .store({
            let class = py::ClassBody::new("RLock", NAME, Value::None, &[])?;
            class.set("__init__", py::def("RLock.__init__", "self", [], r_lock_init));
            class
                .set(
                    "acquire",
                    py::def(
                        "RLock.acquire",
                        "self, blocking=, timeout=",
                        [Value::Bool(true), Value::Int(-1)],
                        r_lock_acquire,
                    ),
                );
            class.set("release", py::def("RLock.release", "self", [], r_lock_release));
            class.set("__enter__", py::def("RLock.__enter__", "self", [], r_lock_enter));
            class
                .set(
                    "__exit__",
                    py::def(
                        "RLock.__exit__",
                        "self, kind, error, trace",
                        [],
                        r_lock_exit,
                    ),
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
                    "acquire",
                    py::def(
                        "Semaphore.acquire",
                        "self, blocking=, timeout=",
                        [Value::Bool(true), Value::None],
                        semaphore_acquire,
                    ),
                );
            class
                .set(
                    "release",
                    py::def(
                        "Semaphore.release",
                        "self, n=",
                        [Value::Int(1)],
                        semaphore_release,
                    ),
                );
            class
                .set(
                    "__enter__",
                    py::def("Semaphore.__enter__", "self", [], semaphore_enter),
                );
            class
                .set(
                    "__exit__",
                    py::def(
                        "Semaphore.__exit__",
                        "self, kind, error, trace",
                        [],
                        semaphore_exit,
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
                        "self, n=",
                        [Value::Int(1)],
                        bounded_semaphore_release,
                    ),
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
            class
                .set(
                    "wait",
                    py::def("Event.wait", "self, timeout=", [Value::None], event_wait),
                );
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
                    "__enter__",
                    py::def("Condition.__enter__", "self", [], condition_enter),
                );
            class
                .set(
                    "__exit__",
                    py::def(
                        "Condition.__exit__",
                        "self, kind, error, trace",
                        [],
                        condition_exit,
                    ),
                );
            class
                .set(
                    "acquire",
                    py::def("Condition.acquire", "self, *args", [], condition_acquire),
                );
            class
                .set(
                    "release",
                    py::def("Condition.release", "self", [], condition_release),
                );
            class
                .set(
                    "wait",
                    py::def(
                        "Condition.wait",
                        "self, timeout=",
                        [Value::None],
                        condition_wait,
                    ),
                );
            class
                .set(
                    "wait_for",
                    py::def(
                        "Condition.wait_for",
                        "self, predicate, timeout=",
                        [Value::None],
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
    global::local
        .store({
            let class = py::ClassBody::new("local", NAME, Value::None, &[])?;
            class.finish(&[])?
        });
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library threading") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "Thread" => global::Thread.load(),
        "Timer" => global::Timer.load(),
        "current_thread" => global::current_thread.load(),
        "currentThread" => global::currentThread.load(),
        "main_thread" => global::main_thread.load(),
        "get_ident" => global::get_ident.load(),
        "get_native_id" => global::get_native_id.load(),
        "active_count" => global::active_count.load(),
        "enumerate" => global::enumerate.load(),
        "Lock" => global::Lock.load(),
        "RLock" => global::RLock.load(),
        "Semaphore" => global::Semaphore.load(),
        "BoundedSemaphore" => global::BoundedSemaphore.load(),
        "Event" => global::Event.load(),
        "Condition" => global::Condition.load(),
        "local" => global::local.load(),
        _ => Ok(Value::None),
    }
}
