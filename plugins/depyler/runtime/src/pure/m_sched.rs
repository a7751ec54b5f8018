//! Events at times.
//!
//! @generated from `runtime/pure/sched.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "sched";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static Event : Global = const { Global::new("Event") }; pub (crate)
        static _Fields : Global = const { Global::new("_Fields") }; pub (crate) static
        scheduler : Global = const { Global::new("scheduler") };
    }
}

pub(crate) fn event_eq(self_: Value, other: Value) -> R {
    Ok(
        py::tuple([
                self_.attr("time")?,
                self_.attr("priority")?,
                self_.attr("sequence")?,
            ])
            .eq(
                &py::tuple([
                    other.attr("time")?,
                    other.attr("priority")?,
                    other.attr("sequence")?,
                ]),
            )?,
    )
}

pub(crate) fn event_lt(self_: Value, other: Value) -> R {
    Ok(
        py::tuple([
                self_.attr("time")?,
                self_.attr("priority")?,
                self_.attr("sequence")?,
            ])
            .lt(
                &py::tuple([
                    other.attr("time")?,
                    other.attr("priority")?,
                    other.attr("sequence")?,
                ]),
            )?,
    )
}

pub(crate) fn event_hash(self_: Value) -> R {
    Ok(py::builtins::id(&py::pos(&[self_.clone()]))?)
}

pub(crate) fn scheduler_init(self_: Value, timefunc: Value, delayfunc: Value) -> R {
    self_.set_attr("_queue", py::list([]))?;
    self_.set_attr("_count", Value::Int(0))?;
    self_.set_attr("timefunc", timefunc.clone())?;
    self_.set_attr("delayfunc", delayfunc.clone())?;
    Ok(Value::None)
}

pub(crate) fn scheduler_enterabs(
    self_: Value,
    time: Value,
    priority: Value,
    action: Value,
    argument: Value,
    kwargs: Value,
) -> R {
    let event = py::call::call(
        &global::Event.load()?,
        &py::pos(
            &[
                time.clone(),
                priority.clone(),
                self_.attr("_count")?,
                action.clone(),
                argument.clone(),
                if kwargs.is(&Value::None) { py::dict([])? } else { kwargs.clone() },
            ],
        ),
    )?;
    {
        let object_2 = self_.clone();
        let mut value_4 = object_2.attr("_count")?;
        value_4.add_assign(&Value::Int(1))?;
        object_2.set_attr("_count", value_4)?;
    }
    py::library::heapq::heappush(&py::pos(&[self_.attr("_queue")?, event.clone()]))?;
    Ok(event.clone())
}

pub(crate) fn scheduler_enter(
    self_: Value,
    delay: Value,
    priority: Value,
    action: Value,
    argument: Value,
    kwargs: Value,
) -> R {
    Ok(
        self_
            .method(
                "enterabs",
                &[
                    self_.method("timefunc", &[])?.add(&delay)?,
                    priority.clone(),
                    action.clone(),
                    argument.clone(),
                    kwargs.clone(),
                ],
            )?,
    )
}

pub(crate) fn scheduler_cancel(self_: Value, event: Value) -> R {
    let mut at = Value::Unbound;
    let mut known = Value::Unbound;
    let mut iter_5 = py::iter::iter(
        &py::construct::enumerate(&py::pos(&[self_.attr("_queue")?]))?,
    )?;
    while let Some(item_6) = iter_5.next()? {
        let [item_7, item_8] = py::unpack::<2>(&item_6)?;
        at = item_7;
        known = item_8;
        if known.is(&event) {
            self_.attr("_queue")?.del_item(&at)?;
            py::library::heapq::heapify(&py::pos(&[self_.attr("_queue")?]))?;
            return Ok(Value::None);
        }
    }
    Err(
        py::exc::to_raise(
            &py::call::call(
                &py::exception("ValueError"),
                &py::pos(&[Value::str("list.remove(x): x not in list")]),
            )?,
        )?,
    )
}

pub(crate) fn scheduler_empty(self_: Value) -> R {
    Ok(Value::Bool(!self_.attr("_queue")?.truth()?))
}

pub(crate) fn scheduler_run(self_: Value, blocking: Value) -> R {
    while self_.attr("_queue")?.truth()? {
        let event = self_.attr("_queue")?.item(&Value::Int(0))?;
        let now = self_.method("timefunc", &[])?;
        if event.attr("time")?.is_gt(&now)? {
            if !blocking.truth()? {
                return Ok(event.attr("time")?.sub(&now)?);
            }
            self_.method("delayfunc", &[event.attr("time")?.sub(&now)?])?;
        } else {
            py::library::heapq::heappop(&py::pos(&[self_.attr("_queue")?]))?;
            {
                let object_12 = event.clone();
                let args_13: Vec<Value> = {
                    let mut items_15 = Vec::new();
                    items_15.extend(py::iter::to_vec(&event.attr("argument")?)?);
                    items_15
                };
                let mut keywords_14 = Vec::new();
                py::call::keywords(&event.attr("kwargs")?, &mut keywords_14)?;
                py::call::call_method_with(
                    &object_12,
                    "action",
                    &py::Args {
                        pos: &args_13,
                        kw: &keywords_14,
                    },
                )?;
            }
            self_.method("delayfunc", &[Value::Int(0)])?;
        }
    }
    Ok(Value::None)
}

pub(crate) fn scheduler_queue(self_: Value) -> R {
    Ok(py::builtins::sorted(&py::pos(&[self_.attr("_queue")?]))?)
}

/// The statements of `sched.py`.
pub(crate) fn run() -> R<()> {
    global::_Fields
        .store(
            py::library::collections::namedtuple(
                &py::pos(
                    &[
                        Value::str("Event"),
                        Value::str("time, priority, sequence, action, argument, kwargs"),
                    ],
                ),
            )?,
        );
    global::Event
        .store({
            let class = py::ClassBody::new(
                "Event",
                NAME,
                Value::str("What will happen."),
                &[global::_Fields.load()?],
            )?;
            class.set("__eq__", py::def("Event.__eq__", "self, other", [], event_eq));
            class.set("__lt__", py::def("Event.__lt__", "self, other", [], event_lt));
            class.set("__hash__", py::def("Event.__hash__", "self", [], event_hash));
            class.finish(&[])?
        });
    global::scheduler
        .store({
            let class = py::ClassBody::new(
                "scheduler",
                NAME,
                Value::str("Runs events in their order."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "scheduler.__init__",
                        "self, timefunc=, delayfunc=",
                        [
                            py::native_fn("monotonic", py::library::time::monotonic),
                            py::native_fn("sleep", py::library::time::sleep),
                        ],
                        scheduler_init,
                    ),
                );
            class
                .set(
                    "enterabs",
                    py::def(
                        "scheduler.enterabs",
                        "self, time, priority, action, argument=, kwargs=",
                        [py::tuple([]), Value::None],
                        scheduler_enterabs,
                    ),
                );
            class
                .set(
                    "enter",
                    py::def(
                        "scheduler.enter",
                        "self, delay, priority, action, argument=, kwargs=",
                        [py::tuple([]), Value::None],
                        scheduler_enter,
                    ),
                );
            class
                .set(
                    "cancel",
                    py::def("scheduler.cancel", "self, event", [], scheduler_cancel),
                );
            class.set("empty", py::def("scheduler.empty", "self", [], scheduler_empty));
            class
                .set(
                    "run",
                    py::def(
                        "scheduler.run",
                        "self, blocking=",
                        [Value::Bool(true)],
                        scheduler_run,
                    ),
                );
            class
                .set(
                    "queue",
                    py::library_class("property")
                        .call(
                            &[py::def("scheduler.queue", "self", [], scheduler_queue)],
                        )?,
                );
            class.finish(&[])?
        });
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library sched") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "Event" => global::Event.load(),
        "scheduler" => global::scheduler.load(),
        _ => Ok(Value::None),
    }
}
