//! Queues of one thread: what would wait for another thread raises.
//!
//! @generated from `runtime/pure/queue.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "queue";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static Empty : Global = const { Global::new("Empty") }; pub (crate)
        static Full : Global = const { Global::new("Full") }; pub (crate) static
        LifoQueue : Global = const { Global::new("LifoQueue") }; pub (crate) static
        PriorityQueue : Global = const { Global::new("PriorityQueue") }; pub (crate)
        static Queue : Global = const { Global::new("Queue") }; pub (crate) static
        SimpleQueue : Global = const { Global::new("SimpleQueue") }; pub (crate) static
        _stuck : Global = const { Global::new("_stuck") };
    }
}

pub(crate) fn queue_init(self_: Value, maxsize: Value) -> R {
    self_.set_attr("maxsize", maxsize.clone())?;
    self_.set_attr("unfinished_tasks", Value::Int(0))?;
    self_.method("_init", &[maxsize.clone()])?;
    Ok(Value::None)
}

pub(crate) fn queue_init_2(self_: Value, maxsize: Value) -> R {
    self_
        .set_attr(
            "queue",
            py::call::call(&py::library_class("deque"), &py::Args::none())?,
        )?;
    Ok(Value::None)
}

pub(crate) fn queue_put(self_: Value, item: Value) -> R {
    self_.attr("queue")?.method("append", &[item.clone()])?;
    Ok(Value::None)
}

pub(crate) fn queue_get(self_: Value) -> R {
    Ok(self_.attr("queue")?.method("popleft", &[])?)
}

pub(crate) fn queue_qsize(self_: Value) -> R {
    Ok(Value::from(py::builtins::len(&self_.attr("queue")?)?))
}

pub(crate) fn queue_empty(self_: Value) -> R {
    Ok(Value::Bool(!self_.attr("queue")?.truth()?))
}

pub(crate) fn queue_full(self_: Value) -> R {
    Ok(
        Value::Bool({
            let left_2 = Value::Int(0);
            {
                let right_3 = self_.attr("maxsize")?;
                left_2.is_lt(&right_3)?
                    && {
                        let right_4 = Value::from(
                            py::builtins::len(&self_.attr("queue")?)?,
                        );
                        right_3.is_le(&right_4)?
                    }
            }
        }),
    )
}

pub(crate) fn queue_put_2(self_: Value, item: Value, block: Value, timeout: Value) -> R {
    if self_.method("full", &[])?.truth()? {
        if block.truth()? && timeout.is(&Value::None) {
            _stuck(Value::str("a full queue waits for another thread"))?;
        }
        return Err(py::exc::to_raise(&global::Full.load()?)?);
    }
    self_.method("_put", &[item.clone()])?;
    {
        let object_5 = self_.clone();
        let mut value_7 = object_5.attr("unfinished_tasks")?;
        value_7.add_assign(&Value::Int(1))?;
        object_5.set_attr("unfinished_tasks", value_7)?;
    }
    Ok(Value::None)
}

pub(crate) fn queue_get_2(self_: Value, block: Value, timeout: Value) -> R {
    if !self_.attr("queue")?.truth()? {
        if block.truth()? && timeout.is(&Value::None) {
            _stuck(Value::str("an empty queue waits for another thread"))?;
        }
        return Err(py::exc::to_raise(&global::Empty.load()?)?);
    }
    Ok(self_.method("_get", &[])?)
}

pub(crate) fn queue_put_nowait(self_: Value, item: Value) -> R {
    {
        let object_8 = self_.clone();
        py::call::call_method_with(
            &object_8,
            "put",
            &py::Args {
                pos: &[item.clone()],
                kw: &[("block", Value::Bool(false))],
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn queue_get_nowait(self_: Value) -> R {
    Ok({
        let object_9 = self_.clone();
        py::call::call_method_with(
            &object_9,
            "get",
            &py::Args {
                pos: &[],
                kw: &[("block", Value::Bool(false))],
            },
        )?
    })
}

pub(crate) fn queue_task_done(self_: Value) -> R {
    if self_.attr("unfinished_tasks")?.is_le(&Value::Int(0))? {
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
        let object_11 = self_.clone();
        let mut value_13 = object_11.attr("unfinished_tasks")?;
        value_13.sub_assign(&Value::Int(1))?;
        object_11.set_attr("unfinished_tasks", value_13)?;
    }
    Ok(Value::None)
}

pub(crate) fn queue_join(self_: Value) -> R {
    if self_.attr("unfinished_tasks")?.truth()? {
        _stuck(Value::str("a queue with unfinished tasks waits for another thread"))?;
    }
    Ok(Value::None)
}

pub(crate) fn priority_queue_init(self_: Value, maxsize: Value) -> R {
    self_.set_attr("queue", py::list([]))?;
    Ok(Value::None)
}

pub(crate) fn priority_queue_put(self_: Value, item: Value) -> R {
    py::library::heapq::heappush(&py::pos(&[self_.attr("queue")?, item.clone()]))?;
    Ok(Value::None)
}

pub(crate) fn priority_queue_get(self_: Value) -> R {
    Ok(py::library::heapq::heappop(&py::pos(&[self_.attr("queue")?]))?)
}

pub(crate) fn lifo_queue_init(self_: Value, maxsize: Value) -> R {
    self_.set_attr("queue", py::list([]))?;
    Ok(Value::None)
}

pub(crate) fn lifo_queue_put(self_: Value, item: Value) -> R {
    self_.attr("queue")?.method("append", &[item.clone()])?;
    Ok(Value::None)
}

pub(crate) fn lifo_queue_get(self_: Value) -> R {
    Ok(self_.attr("queue")?.method("pop", &[])?)
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

/// The statements of `queue.py`.
pub(crate) fn run() -> R<()> {
    global::Empty
        .store({
            let class = py::ClassBody::new(
                "Empty",
                NAME,
                Value::None,
                &[py::exception("Exception")],
            )?;
            class.finish(&[])?
        });
    global::Full
        .store({
            let class = py::ClassBody::new(
                "Full",
                NAME,
                Value::None,
                &[py::exception("Exception")],
            )?;
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
            class
                .set("_init", py::def("Queue._init", "self, maxsize", [], queue_init_2));
            class.set("_put", py::def("Queue._put", "self, item", [], queue_put));
            class.set("_get", py::def("Queue._get", "self", [], queue_get));
            class.set("qsize", py::def("Queue.qsize", "self", [], queue_qsize));
            class.set("empty", py::def("Queue.empty", "self", [], queue_empty));
            class.set("full", py::def("Queue.full", "self", [], queue_full));
            class
                .set(
                    "put",
                    py::def(
                        "Queue.put",
                        "self, item, block=, timeout=",
                        [Value::Bool(true), Value::None],
                        queue_put_2,
                    ),
                );
            class
                .set(
                    "get",
                    py::def(
                        "Queue.get",
                        "self, block=, timeout=",
                        [Value::Bool(true), Value::None],
                        queue_get_2,
                    ),
                );
            class
                .set(
                    "put_nowait",
                    py::def("Queue.put_nowait", "self, item", [], queue_put_nowait),
                );
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
                    py::def(
                        "PriorityQueue._init",
                        "self, maxsize",
                        [],
                        priority_queue_init,
                    ),
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
            class
                .set(
                    "_init",
                    py::def("LifoQueue._init", "self, maxsize", [], lifo_queue_init),
                );
            class
                .set(
                    "_put",
                    py::def("LifoQueue._put", "self, item", [], lifo_queue_put),
                );
            class.set("_get", py::def("LifoQueue._get", "self", [], lifo_queue_get));
            class.finish(&[])?
        });
    global::SimpleQueue
        .store({
            let class = py::ClassBody::new(
                "SimpleQueue",
                NAME,
                Value::None,
                &[global::Queue.load()?],
            )?;
            class.finish(&[])?
        });
    global::_stuck.store(py::def("_stuck", "why", [], _stuck));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library queue") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "Empty" => global::Empty.load(),
        "Full" => global::Full.load(),
        "Queue" => global::Queue.load(),
        "PriorityQueue" => global::PriorityQueue.load(),
        "LifoQueue" => global::LifoQueue.load(),
        "SimpleQueue" => global::SimpleQueue.load(),
        _ => Ok(Value::None),
    }
}
