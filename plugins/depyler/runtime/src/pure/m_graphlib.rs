//! An order of the nodes of a graph.
//!
//! @generated from `runtime/pure/graphlib.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "graphlib";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static CycleError : Global = const { Global::new("CycleError") }; pub
        (crate) static TopologicalSorter : Global = const {
        Global::new("TopologicalSorter") }; pub (crate) static _Node : Global = const {
        Global::new("_Node") };
    }
}

pub(crate) fn _node_init(self_: Value, node: Value) -> R {
    self_.set_attr("node", node.clone())?;
    self_.set_attr("npredecessors", Value::Int(0))?;
    self_.set_attr("successors", py::list([]))?;
    Ok(Value::None)
}

pub(crate) fn topological_sorter_init(self_: Value, graph: Value) -> R {
    let mut node = Value::Unbound;
    let mut predecessors = Value::Unbound;
    self_.set_attr("_nodes", py::dict([])?)?;
    self_.set_attr("_ready", Value::None)?;
    self_.set_attr("_passed", Value::Int(0))?;
    self_.set_attr("_finished", Value::Int(0))?;
    if !graph.is(&Value::None) {
        let mut iter_1 = py::iter::iter(&graph.method("items", &[])?)?;
        while let Some(item_2) = iter_1.next()? {
            let [item_3, item_4] = py::unpack::<2>(&item_2)?;
            node = item_3;
            predecessors = item_4;
            {
                let object_6 = self_.clone();
                let args_7: Vec<Value> = {
                    let mut items_9 = Vec::new();
                    items_9.push(node.clone());
                    items_9.extend(py::iter::to_vec(&predecessors)?);
                    items_9
                };
                py::call::call_method_with(&object_6, "add", &py::pos(&args_7))?;
            }
        }
    }
    Ok(Value::None)
}

pub(crate) fn topological_sorter_node(self_: Value, node: Value) -> R {
    let mut found = self_.attr("_nodes")?.method("get", &[node.clone()])?;
    if found.is(&Value::None) {
        found = py::call::call(&global::_Node.load()?, &py::pos(&[node.clone()]))?;
        let value_11 = found.clone();
        self_.attr("_nodes")?.set_item(node.clone(), value_11)?;
    }
    Ok(found.clone())
}

pub(crate) fn topological_sorter_add(
    self_: Value,
    node: Value,
    predecessors: Value,
) -> R {
    if !self_.attr("_ready")?.is(&Value::None) {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[Value::str("Nodes cannot be added after a call to prepare()")],
                    ),
                )?,
            )?,
        );
    }
    let info = self_.method("_node", &[node.clone()])?;
    {
        let object_13 = info.clone();
        let mut value_15 = object_13.attr("npredecessors")?;
        value_15.add_assign(&Value::from(py::builtins::len(&predecessors)?))?;
        object_13.set_attr("npredecessors", value_15)?;
    }
    let mut iter_16 = py::iter::iter(&predecessors)?;
    while let Some(p) = iter_16.next()? {
        self_
            .method("_node", &[p.clone()])?
            .attr("successors")?
            .method("append", &[node.clone()])?;
    }
    Ok(Value::None)
}

pub(crate) fn topological_sorter_prepare(self_: Value) -> R {
    if !self_.attr("_ready")?.is(&Value::None) {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("cannot prepare() more than once")]),
                )?,
            )?,
        );
    }
    self_
        .set_attr(
            "_ready",
            {
                let mut out_19 = Vec::new();
                let mut iter_20 = py::iter::iter(
                    &self_.attr("_nodes")?.method("values", &[])?,
                )?;
                while let Some(i) = iter_20.next()? {
                    if i.attr("npredecessors")?.is_eq(&Value::Int(0))? {
                        out_19.push(i.attr("node")?);
                    }
                }
                Value::list(out_19)
            },
        )?;
    let cycle = self_.method("_find_cycle", &[])?;
    if cycle.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::CycleError.load()?,
                    &py::pos(&[Value::str("nodes are in a cycle"), cycle.clone()]),
                )?,
            )?,
        );
    }
    Ok(Value::None)
}

pub(crate) fn topological_sorter_get_ready(self_: Value) -> R {
    if self_.attr("_ready")?.is(&Value::None) {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("prepare() must be called first")]),
                )?,
            )?,
        );
    }
    let result = py::construct::tuple(&py::pos(&[self_.attr("_ready")?]))?;
    let mut iter_23 = py::iter::iter(&result)?;
    while let Some(node) = iter_23.next()? {
        let value_25 = Value::Int(-1);
        self_.attr("_nodes")?.item(&node)?.set_attr("npredecessors", value_25)?;
    }
    self_.attr("_ready")?.method("clear", &[])?;
    {
        let object_26 = self_.clone();
        let mut value_28 = object_26.attr("_passed")?;
        value_28.add_assign(&Value::from(py::builtins::len(&result)?))?;
        object_26.set_attr("_passed", value_28)?;
    }
    Ok(result.clone())
}

pub(crate) fn topological_sorter_is_active(self_: Value) -> R {
    if self_.attr("_ready")?.is(&Value::None) {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("prepare() must be called first")]),
                )?,
            )?,
        );
    }
    Ok({
        let left_30 = self_.attr("_finished")?.lt(&self_.attr("_passed")?)?;
        if left_30.truth()? {
            left_30
        } else {
            py::construct::bool(&py::pos(&[self_.attr("_ready")?]))?
        }
    })
}

pub(crate) fn topological_sorter_bool(self_: Value) -> R {
    Ok(self_.method("is_active", &[])?)
}

pub(crate) fn topological_sorter_done(self_: Value, nodes: Value) -> R {
    if self_.attr("_ready")?.is(&Value::None) {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("prepare() must be called first")]),
                )?,
            )?,
        );
    }
    let mut iter_32 = py::iter::iter(&nodes)?;
    while let Some(node) = iter_32.next()? {
        let info = self_.attr("_nodes")?.method("get", &[node.clone()])?;
        if info.is(&Value::None) {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("ValueError"),
                        &py::pos(
                            &[
                                Value::str(
                                    format!(
                                        "node {} was not added using add()", py::fmt(& node, 'r',
                                        "") ?
                                    ),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        if info.attr("npredecessors")?.is_ne(&Value::Int(-1))? {
            if info.attr("npredecessors")?.is_ge(&Value::Int(0))? {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::exception("ValueError"),
                            &py::pos(
                                &[
                                    Value::str(
                                        format!(
                                            "node {} was not passed out by get_ready()", py::fmt(& node,
                                            'r', "") ?
                                        ),
                                    ),
                                ],
                            ),
                        )?,
                    )?,
                );
            }
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("ValueError"),
                        &py::pos(
                            &[
                                Value::str(
                                    format!(
                                        "node {} was already marked done", py::fmt(& node, 'r', "")
                                        ?
                                    ),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        info.set_attr("npredecessors", Value::Int(-2))?;
        let mut iter_37 = py::iter::iter(&info.attr("successors")?)?;
        while let Some(successor) = iter_37.next()? {
            let other = self_.attr("_nodes")?.item(&successor)?;
            {
                let object_39 = other.clone();
                let mut value_41 = object_39.attr("npredecessors")?;
                value_41.sub_assign(&Value::Int(1))?;
                object_39.set_attr("npredecessors", value_41)?;
            }
            if other.attr("npredecessors")?.is_eq(&Value::Int(0))? {
                self_.attr("_ready")?.method("append", &[successor.clone()])?;
            }
        }
        {
            let object_42 = self_.clone();
            let mut value_44 = object_42.attr("_finished")?;
            value_44.add_assign(&Value::Int(1))?;
            object_42.set_attr("_finished", value_44)?;
        }
    }
    Ok(Value::None)
}

pub(crate) fn topological_sorter_find_cycle(self_: Value) -> R {
    let stack = py::list([]);
    let itstack = py::list([]);
    let seen = py::construct::set(&py::Args::none())?;
    let place = py::dict([])?;
    let mut iter_45 = py::iter::iter(&self_.attr("_nodes")?)?;
    while let Some(mut node) = iter_45.next()? {
        if py::contained(&node, &seen)? {
            continue;
        }
        loop {
            if py::contained(&node, &seen)? {
                if py::contained(&node, &place)? {
                    return Ok(
                        stack
                            .item(
                                &py::item::slice(
                                    place.item(&node)?,
                                    Value::None,
                                    Value::None,
                                ),
                            )?
                            .add(&py::list([node.clone()]))?,
                    );
                }
            } else {
                seen.method("add", &[node.clone()])?;
                itstack
                    .method(
                        "append",
                        &[
                            py::builtins::iter(
                                &py::pos(
                                    &[self_.attr("_nodes")?.item(&node)?.attr("successors")?],
                                ),
                            )?,
                        ],
                    )?;
                let value_48 = Value::from(py::builtins::len(&stack)?);
                place.set_item(node.clone(), value_48)?;
                stack.method("append", &[node.clone()])?;
            }
            let mut found = Value::Bool(false);
            while stack.truth()? {
                let nothing = py::construct::object(&py::Args::none())?;
                let following = py::builtins::next(
                    &py::pos(&[itstack.item(&Value::Int(-1))?, nothing.clone()]),
                )?;
                if !following.is(&nothing) {
                    node = following.clone();
                    found = Value::Bool(true);
                    break;
                }
                place.del_item(&stack.method("pop", &[])?)?;
                itstack.method("pop", &[])?;
            }
            if !found.truth()? {
                break;
            }
        }
    }
    Ok(Value::None)
}

pub(crate) fn topological_sorter_static_order(self_: Value) -> R {
    Ok({
        async fn body_55(yielder: py::Yielder, self_: Value) -> R {
            self_.method("prepare", &[])?;
            while self_.method("is_active", &[])?.truth()? {
                let group = self_.method("get_ready", &[])?;
                yielder.give_all(group.clone()).await?;
                {
                    let object_51 = self_.clone();
                    let args_52: Vec<Value> = {
                        let mut items_54 = Vec::new();
                        items_54.extend(py::iter::to_vec(&group)?);
                        items_54
                    };
                    py::call::call_method_with(&object_51, "done", &py::pos(&args_52))?;
                }
            }
            Ok(Value::None)
        }
        py::generator("static_order", move |yielder| body_55(yielder, self_))
    })
}

/// The statements of `graphlib.py`.
pub(crate) fn run() -> R<()> {
    global::CycleError
        .store({
            let class = py::ClassBody::new(
                "CycleError",
                NAME,
                Value::str("A graph with a cycle."),
                &[py::exception("ValueError")],
            )?;
            class.finish(&[])?
        });
    global::_Node
        .store({
            let class = py::ClassBody::new("_Node", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def("_Node.__init__", "self, node", [], _node_init),
                );
            class.finish(&[])?
        });
    global::TopologicalSorter
        .store({
            let class = py::ClassBody::new(
                "TopologicalSorter",
                NAME,
                Value::str("Gives nodes after those that they depend on."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "TopologicalSorter.__init__",
                        "self, graph=",
                        [Value::None],
                        topological_sorter_init,
                    ),
                );
            class
                .set(
                    "_node",
                    py::def(
                        "TopologicalSorter._node",
                        "self, node",
                        [],
                        topological_sorter_node,
                    ),
                );
            class
                .set(
                    "add",
                    py::def(
                        "TopologicalSorter.add",
                        "self, node, *predecessors",
                        [],
                        topological_sorter_add,
                    ),
                );
            class
                .set(
                    "prepare",
                    py::def(
                        "TopologicalSorter.prepare",
                        "self",
                        [],
                        topological_sorter_prepare,
                    ),
                );
            class
                .set(
                    "get_ready",
                    py::def(
                        "TopologicalSorter.get_ready",
                        "self",
                        [],
                        topological_sorter_get_ready,
                    ),
                );
            class
                .set(
                    "is_active",
                    py::def(
                        "TopologicalSorter.is_active",
                        "self",
                        [],
                        topological_sorter_is_active,
                    ),
                );
            class
                .set(
                    "__bool__",
                    py::def(
                        "TopologicalSorter.__bool__",
                        "self",
                        [],
                        topological_sorter_bool,
                    ),
                );
            class
                .set(
                    "done",
                    py::def(
                        "TopologicalSorter.done",
                        "self, *nodes",
                        [],
                        topological_sorter_done,
                    ),
                );
            class
                .set(
                    "_find_cycle",
                    py::def(
                        "TopologicalSorter._find_cycle",
                        "self",
                        [],
                        topological_sorter_find_cycle,
                    ),
                );
            class
                .set(
                    "static_order",
                    py::def(
                        "TopologicalSorter.static_order",
                        "self",
                        [],
                        topological_sorter_static_order,
                    ),
                );
            class.finish(&[])?
        });
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library graphlib") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "CycleError" => global::CycleError.load(),
        "TopologicalSorter" => global::TopologicalSorter.load(),
        _ => Ok(Value::None),
    }
}
