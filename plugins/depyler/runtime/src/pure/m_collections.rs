//! Containers around others.
//!
//! @generated from `runtime/pure/collections.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "collections";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static ChainMap : Global = const { Global::new("ChainMap") }; pub
        (crate) static UserDict : Global = const { Global::new("UserDict") }; pub (crate)
        static UserList : Global = const { Global::new("UserList") };
    }
}

pub(crate) fn chain_map_init(self_: Value, maps: Value) -> R {
    self_
        .set_attr(
            "maps",
            {
                let left_1 = py::construct::list(&py::pos(&[maps.clone()]))?;
                if left_1.truth()? { left_1 } else { py::list([py::dict([])?]) }
            },
        )?;
    Ok(Value::None)
}

pub(crate) fn chain_map_missing(self_: Value, key: Value) -> R {
    Err(
        py::exc::to_raise(
            &py::call::call(&py::exception("KeyError"), &py::pos(&[key.clone()]))?,
        )?,
    )
}

pub(crate) fn chain_map_getitem(self_: Value, key: Value) -> R {
    let mut iter_3 = py::iter::iter(&self_.attr("maps")?)?;
    while let Some(mapping) = iter_3.next()? {
        let flow_7: py::Flow = 'try_5: {
            return Ok(py::attempt!('try_5, mapping.item(& key)));
        };
        if let py::Flow::Raise(raised_6) = flow_7 {
            if raised_6.is_a("KeyError") {} else {
                return Err(raised_6);
            }
        }
    }
    Ok(self_.method("__missing__", &[key.clone()])?)
}

pub(crate) fn chain_map_get(self_: Value, key: Value, default: Value) -> R {
    Ok(if py::contained(&key, &self_)? { self_.item(&key)? } else { default.clone() })
}

pub(crate) fn chain_map_merged(self_: Value) -> R {
    let merged = py::dict([])?;
    let mut iter_8 = py::iter::iter(
        &py::construct::reversed(&py::pos(&[self_.attr("maps")?]))?,
    )?;
    while let Some(mapping) = iter_8.next()? {
        let mut iter_10 = py::iter::iter(&mapping)?;
        while let Some(key) = iter_10.next()? {
            let value_12 = mapping.item(&key)?;
            merged.set_item(key.clone(), value_12)?;
        }
    }
    Ok(merged.clone())
}

pub(crate) fn chain_map_len(self_: Value) -> R {
    Ok(Value::from(py::builtins::len(&self_.method("_merged", &[])?)?))
}

pub(crate) fn chain_map_iter(self_: Value) -> R {
    Ok(py::builtins::iter(&py::pos(&[self_.method("_merged", &[])?]))?)
}

pub(crate) fn chain_map_contains(self_: Value, key: Value) -> R {
    let key = py::Shared::new("key", key);
    Ok(
        py::builtins::any(
            &py::pos(
                &[
                    {
                        async fn body_15(
                            yielder: py::Yielder,
                            key: py::Shared,
                            u2e0: Value,
                        ) -> R {
                            let mut iter_13 = py::iter::iter(&u2e0)?;
                            while let Some(mapping) = iter_13.next()? {
                                yielder
                                    .give(Value::Bool(py::contained(&key.load()?, &mapping)?))
                                    .await?;
                            }
                            Ok(Value::None)
                        }
                        let key = key.clone();
                        let arg_16 = py::iter::started(&self_.attr("maps")?)?;
                        py::generator(
                            "<genexpr>",
                            move |yielder| body_15(yielder, key, arg_16),
                        )
                    },
                ],
            ),
        )?,
    )
}

pub(crate) fn chain_map_bool(self_: Value) -> R {
    Ok(py::builtins::any(&py::pos(&[self_.attr("maps")?]))?)
}

pub(crate) fn chain_map_repr(self_: Value) -> R {
    Ok(
        Value::str(
            format!(
                "{}({})", py::show(& py::construct::type_(& py::pos(& [self_.clone()]))
                ?.attr("__name__") ?) ?, py::show(& Value::str(", ").method("join", &
                [py::construct::map(& py::pos(& [py::native_fn("repr",
                py::builtins::repr), self_.attr("maps") ?])) ?]) ?) ?
            ),
        ),
    )
}

pub(crate) fn chain_map_eq(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[other.clone(), global::ChainMap.load()?]))?
        .truth()?
    {
        return Ok(self_.method("_merged", &[])?.eq(&other.method("_merged", &[])?)?);
    }
    Ok(self_.method("_merged", &[])?.eq(&other)?)
}

pub(crate) fn chain_map_keys(self_: Value) -> R {
    Ok(self_.method("_merged", &[])?.method("keys", &[])?)
}

pub(crate) fn chain_map_values(self_: Value) -> R {
    Ok(self_.method("_merged", &[])?.method("values", &[])?)
}

pub(crate) fn chain_map_items(self_: Value) -> R {
    Ok(self_.method("_merged", &[])?.method("items", &[])?)
}

pub(crate) fn chain_map_copy(self_: Value) -> R {
    Ok({
        let function_17 = py::construct::type_(&py::pos(&[self_.clone()]))?;
        let args_18: Vec<Value> = {
            let mut items_20 = Vec::new();
            items_20
                .push(self_.attr("maps")?.item(&Value::Int(0))?.method("copy", &[])?);
            items_20
                .extend(
                    py::iter::to_vec(
                        &self_
                            .attr("maps")?
                            .item(
                                &py::item::slice(Value::Int(1), Value::None, Value::None),
                            )?,
                    )?,
                );
            items_20
        };
        py::call::call(&function_17, &py::pos(&args_18))?
    })
}

pub(crate) fn chain_map_new_child(self_: Value, mut m: Value, kwargs: Value) -> R {
    if m.is(&Value::None) {
        m = kwargs.clone();
    } else if kwargs.truth()? {
        m.method("update", &[kwargs.clone()])?;
    }
    Ok({
        let function_21 = py::construct::type_(&py::pos(&[self_.clone()]))?;
        let args_22: Vec<Value> = {
            let mut items_24 = Vec::new();
            items_24.push(m.clone());
            items_24.extend(py::iter::to_vec(&self_.attr("maps")?)?);
            items_24
        };
        py::call::call(&function_21, &py::pos(&args_22))?
    })
}

pub(crate) fn chain_map_parents(self_: Value) -> R {
    Ok({
        let function_25 = py::construct::type_(&py::pos(&[self_.clone()]))?;
        let args_26: Vec<Value> = {
            let mut items_28 = Vec::new();
            items_28
                .extend(
                    py::iter::to_vec(
                        &self_
                            .attr("maps")?
                            .item(
                                &py::item::slice(Value::Int(1), Value::None, Value::None),
                            )?,
                    )?,
                );
            items_28
        };
        py::call::call(&function_25, &py::pos(&args_26))?
    })
}

pub(crate) fn chain_map_setitem(self_: Value, key: Value, value: Value) -> R {
    let value_29 = value.clone();
    self_.attr("maps")?.item(&Value::Int(0))?.set_item(key.clone(), value_29)?;
    Ok(Value::None)
}

pub(crate) fn chain_map_delitem(self_: Value, key: Value) -> R {
    let flow_32: py::Flow = 'try_30: {
        py::attempt!(
            'try_30, py::attempt!('try_30, py::attempt!('try_30, self_.attr("maps"))
            .item(& Value::Int(0))) .del_item(& key)
        );
        py::Flow::Next
    };
    if let py::Flow::Raise(raised_31) = flow_32 {
        if raised_31.is_a("KeyError") {
            return Err(
                py::exc::to_raise(
                        &py::call::call(
                            &py::exception("KeyError"),
                            &py::pos(
                                &[
                                    Value::str(
                                        format!(
                                            "Key not found in the first mapping: {}", py::fmt(& key,
                                            'r', "") ?
                                        ),
                                    ),
                                ],
                            ),
                        )?,
                    )?
                    .during(&raised_31),
            );
        } else {
            return Err(raised_31);
        }
    }
    Ok(Value::None)
}

pub(crate) fn chain_map_pop(self_: Value, key: Value, args: Value) -> R {
    let flow_40: py::Flow = 'try_34: {
        return Ok({
            let object_35 = py::attempt!(
                'try_34, py::attempt!('try_34, self_.attr("maps")) .item(& Value::Int(0))
            )
                .clone();
            let args_36: Vec<Value> = {
                let mut items_38 = Vec::new();
                items_38.push(key.clone());
                items_38.extend(py::attempt!('try_34, py::iter::to_vec(& args)));
                items_38
            };
            py::attempt!(
                'try_34, py::call::call_method_with(& object_35, "pop", & py::pos(&
                args_36))
            )
        });
    };
    if let py::Flow::Raise(raised_39) = flow_40 {
        if raised_39.is_a("KeyError") {
            return Err(
                py::exc::to_raise(
                        &py::call::call(
                            &py::exception("KeyError"),
                            &py::pos(
                                &[
                                    Value::str(
                                        format!(
                                            "Key not found in the first mapping: {}", py::fmt(& key,
                                            'r', "") ?
                                        ),
                                    ),
                                ],
                            ),
                        )?,
                    )?
                    .during(&raised_39),
            );
        } else {
            return Err(raised_39);
        }
    }
    Ok(Value::None)
}

pub(crate) fn chain_map_update(self_: Value, other: Value, kwargs: Value) -> R {
    {
        let object_42 = self_.attr("maps")?.item(&Value::Int(0))?.clone();
        let args_43: Vec<Value> = Vec::<Value>::from([other.clone()]);
        let mut keywords_44 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_44)?;
        py::call::call_method_with(
            &object_42,
            "update",
            &py::Args {
                pos: &args_43,
                kw: &keywords_44,
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn chain_map_setdefault(self_: Value, key: Value, default: Value) -> R {
    if py::contained(&key, &self_)? {
        return Ok(self_.item(&key)?);
    }
    let value_45 = default.clone();
    self_.set_item(key.clone(), value_45)?;
    Ok(default.clone())
}

pub(crate) fn chain_map_clear(self_: Value) -> R {
    self_.attr("maps")?.item(&Value::Int(0))?.method("clear", &[])?;
    Ok(Value::None)
}

pub(crate) fn user_dict_init(self_: Value, dict: Value, kwargs: Value) -> R {
    self_.set_attr("data", py::dict([])?)?;
    if !dict.is(&Value::None) {
        self_.method("update", &[dict.clone()])?;
    }
    if kwargs.truth()? {
        self_.method("update", &[kwargs.clone()])?;
    }
    Ok(Value::None)
}

pub(crate) fn user_dict_len(self_: Value) -> R {
    Ok(Value::from(py::builtins::len(&self_.attr("data")?)?))
}

pub(crate) fn user_dict_getitem(self_: Value, key: Value) -> R {
    if py::contained(&key, &self_.attr("data")?)? {
        return Ok(self_.attr("data")?.item(&key)?);
    }
    if py::builtins::hasattr(
            &py::pos(
                &[
                    py::construct::type_(&py::pos(&[self_.clone()]))?,
                    Value::str("__missing__"),
                ],
            ),
        )?
        .truth()?
    {
        return Ok(
            py::construct::type_(&py::pos(&[self_.clone()]))?
                .method("__missing__", &[self_.clone(), key.clone()])?,
        );
    }
    Err(
        py::exc::to_raise(
            &py::call::call(&py::exception("KeyError"), &py::pos(&[key.clone()]))?,
        )?,
    )
}

pub(crate) fn user_dict_setitem(self_: Value, key: Value, item: Value) -> R {
    let value_47 = item.clone();
    self_.attr("data")?.set_item(key.clone(), value_47)?;
    Ok(Value::None)
}

pub(crate) fn user_dict_delitem(self_: Value, key: Value) -> R {
    self_.attr("data")?.del_item(&key)?;
    Ok(Value::None)
}

pub(crate) fn user_dict_iter(self_: Value) -> R {
    Ok(py::builtins::iter(&py::pos(&[self_.attr("data")?]))?)
}

pub(crate) fn user_dict_contains(self_: Value, key: Value) -> R {
    Ok(Value::Bool(py::contained(&key, &self_.attr("data")?)?))
}

pub(crate) fn user_dict_repr(self_: Value) -> R {
    Ok(py::builtins::repr(&py::pos(&[self_.attr("data")?]))?)
}

pub(crate) fn user_dict_eq(self_: Value, other: Value) -> R {
    Ok(
        self_
            .attr("data")?
            .eq(
                &if py::builtins::isinstance(
                        &py::pos(&[other.clone(), global::UserDict.load()?]),
                    )?
                    .truth()?
                {
                    other.attr("data")?
                } else {
                    other.clone()
                },
            )?,
    )
}

pub(crate) fn user_dict_get(self_: Value, key: Value, default: Value) -> R {
    Ok(if py::contained(&key, &self_)? { self_.item(&key)? } else { default.clone() })
}

pub(crate) fn user_dict_keys(self_: Value) -> R {
    Ok(self_.attr("data")?.method("keys", &[])?)
}

pub(crate) fn user_dict_values(self_: Value) -> R {
    Ok({
        let mut out_48 = Vec::new();
        let mut iter_49 = py::iter::iter(&self_)?;
        while let Some(key) = iter_49.next()? {
            out_48.push(self_.item(&key)?);
        }
        Value::list(out_48)
    })
}

pub(crate) fn user_dict_items(self_: Value) -> R {
    Ok({
        let mut out_50 = Vec::new();
        let mut iter_51 = py::iter::iter(&self_)?;
        while let Some(key) = iter_51.next()? {
            out_50.push(py::tuple([key.clone(), self_.item(&key)?]));
        }
        Value::list(out_50)
    })
}

pub(crate) fn user_dict_copy(self_: Value) -> R {
    let other = py::call::call(
        &py::construct::type_(&py::pos(&[self_.clone()]))?,
        &py::Args::none(),
    )?;
    other.set_attr("data", self_.attr("data")?.method("copy", &[])?)?;
    Ok(other.clone())
}

pub(crate) fn user_dict_update(self_: Value, other: Value, kwargs: Value) -> R {
    let mut key = Value::Unbound;
    let mut value = Value::Unbound;
    if py::builtins::hasattr(&py::pos(&[other.clone(), Value::str("keys")]))?.truth()? {
        let mut iter_53 = py::iter::iter(&other.method("keys", &[])?)?;
        while let Some(item_54) = iter_53.next()? {
            key = item_54;
            let value_56 = other.item(&key)?;
            self_.set_item(key.clone(), value_56)?;
        }
    } else {
        let mut iter_57 = py::iter::iter(&other)?;
        while let Some(item_58) = iter_57.next()? {
            let [item_59, item_60] = py::unpack::<2>(&item_58)?;
            key = item_59;
            value = item_60;
            let value_62 = value.clone();
            self_.set_item(key.clone(), value_62)?;
        }
    }
    let mut iter_63 = py::iter::iter(&kwargs)?;
    while let Some(item_64) = iter_63.next()? {
        key = item_64;
        let value_66 = kwargs.item(&key)?;
        self_.set_item(key.clone(), value_66)?;
    }
    Ok(Value::None)
}

pub(crate) fn user_dict_setdefault(self_: Value, key: Value, default: Value) -> R {
    if !py::contained(&key, &self_)? {
        let value_67 = default.clone();
        self_.set_item(key.clone(), value_67)?;
    }
    Ok(self_.item(&key)?)
}

pub(crate) fn user_dict_pop(self_: Value, key: Value, default: Value) -> R {
    if py::contained(&key, &self_.attr("data")?)? {
        let value = self_.item(&key)?;
        self_.del_item(&key)?;
        return Ok(value.clone());
    }
    if default.truth()? {
        return Ok(default.item(&Value::Int(0))?);
    }
    Err(
        py::exc::to_raise(
            &py::call::call(&py::exception("KeyError"), &py::pos(&[key.clone()]))?,
        )?,
    )
}

pub(crate) fn user_dict_popitem(self_: Value) -> R {
    let mut iter_69 = py::iter::iter(&self_)?;
    while let Some(key) = iter_69.next()? {
        let value = self_.item(&key)?;
        self_.del_item(&key)?;
        return Ok(py::tuple([key.clone(), value.clone()]));
    }
    Err(py::exc::to_raise(&py::exception("KeyError"))?)
}

pub(crate) fn user_dict_clear(self_: Value) -> R {
    let mut iter_71 = py::iter::iter(
        &py::construct::list(&py::pos(&[self_.attr("data")?]))?,
    )?;
    while let Some(key) = iter_71.next()? {
        self_.del_item(&key)?;
    }
    Ok(Value::None)
}

pub(crate) fn user_list_init(self_: Value, items: Value) -> R {
    self_.set_attr("data", py::list([]))?;
    if !items.is(&Value::None) {
        self_
            .set_attr(
                "data",
                py::construct::list(
                    &py::pos(
                        &[
                            if py::builtins::isinstance(
                                    &py::pos(&[items.clone(), global::UserList.load()?]),
                                )?
                                .truth()?
                            {
                                items.attr("data")?
                            } else {
                                items.clone()
                            },
                        ],
                    ),
                )?,
            )?;
    }
    Ok(Value::None)
}

pub(crate) fn user_list_repr(self_: Value) -> R {
    Ok(py::builtins::repr(&py::pos(&[self_.attr("data")?]))?)
}

pub(crate) fn user_list_plain(self_: Value, other: Value) -> R {
    Ok(
        if py::builtins::isinstance(
                &py::pos(&[other.clone(), global::UserList.load()?]),
            )?
            .truth()?
        {
            other.attr("data")?
        } else {
            other.clone()
        },
    )
}

pub(crate) fn user_list_eq(self_: Value, other: Value) -> R {
    Ok(self_.attr("data")?.eq(&self_.method("_plain", &[other.clone()])?)?)
}

pub(crate) fn user_list_lt(self_: Value, other: Value) -> R {
    Ok(self_.attr("data")?.lt(&self_.method("_plain", &[other.clone()])?)?)
}

pub(crate) fn user_list_contains(self_: Value, item: Value) -> R {
    Ok(Value::Bool(py::contained(&item, &self_.attr("data")?)?))
}

pub(crate) fn user_list_len(self_: Value) -> R {
    Ok(Value::from(py::builtins::len(&self_.attr("data")?)?))
}

pub(crate) fn user_list_iter(self_: Value) -> R {
    Ok({
        async fn body_74(yielder: py::Yielder, self_: Value) -> R {
            let mut i = Value::Int(0);
            while i.is_lt(&Value::from(py::builtins::len(&self_.attr("data")?)?))? {
                yielder.give(self_.item(&i)?).await?;
                i.add_assign(&Value::Int(1))?;
            }
            Ok(Value::None)
        }
        py::generator("__iter__", move |yielder| body_74(yielder, self_))
    })
}

pub(crate) fn user_list_getitem(self_: Value, i: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[i.clone(), py::library_class("slice")]))?
        .truth()?
    {
        return Ok(
            py::call::call(
                &py::construct::type_(&py::pos(&[self_.clone()]))?,
                &py::pos(&[self_.attr("data")?.item(&i)?]),
            )?,
        );
    }
    Ok(self_.attr("data")?.item(&i)?)
}

pub(crate) fn user_list_setitem(self_: Value, i: Value, item: Value) -> R {
    let value_76 = item.clone();
    self_.attr("data")?.set_item(i.clone(), value_76)?;
    Ok(Value::None)
}

pub(crate) fn user_list_delitem(self_: Value, i: Value) -> R {
    self_.attr("data")?.del_item(&i)?;
    Ok(Value::None)
}

pub(crate) fn user_list_add(self_: Value, other: Value) -> R {
    Ok(
        py::call::call(
            &py::construct::type_(&py::pos(&[self_.clone()]))?,
            &py::pos(
                &[
                    self_
                        .attr("data")?
                        .add(
                            &py::construct::list(
                                &py::pos(&[self_.method("_plain", &[other.clone()])?]),
                            )?,
                        )?,
                ],
            ),
        )?,
    )
}

pub(crate) fn user_list_iadd(self_: Value, other: Value) -> R {
    {
        let object_78 = self_.clone();
        let mut value_80 = object_78.attr("data")?;
        value_80
            .add_assign(
                &py::construct::list(
                    &py::pos(&[self_.method("_plain", &[other.clone()])?]),
                )?,
            )?;
        object_78.set_attr("data", value_80)?;
    }
    Ok(self_.clone())
}

pub(crate) fn user_list_mul(self_: Value, n: Value) -> R {
    Ok(
        py::call::call(
            &py::construct::type_(&py::pos(&[self_.clone()]))?,
            &py::pos(&[self_.attr("data")?.mul(&n)?]),
        )?,
    )
}

pub(crate) fn user_list_append(self_: Value, item: Value) -> R {
    self_.attr("data")?.method("append", &[item.clone()])?;
    Ok(Value::None)
}

pub(crate) fn user_list_insert(self_: Value, i: Value, item: Value) -> R {
    self_.attr("data")?.method("insert", &[i.clone(), item.clone()])?;
    Ok(Value::None)
}

pub(crate) fn user_list_pop(self_: Value, i: Value) -> R {
    Ok(self_.attr("data")?.method("pop", &[i.clone()])?)
}

pub(crate) fn user_list_remove(self_: Value, item: Value) -> R {
    self_.attr("data")?.method("remove", &[item.clone()])?;
    Ok(Value::None)
}

pub(crate) fn user_list_clear(self_: Value) -> R {
    self_.attr("data")?.method("clear", &[])?;
    Ok(Value::None)
}

pub(crate) fn user_list_copy(self_: Value) -> R {
    Ok(
        py::call::call(
            &py::construct::type_(&py::pos(&[self_.clone()]))?,
            &py::pos(&[self_.attr("data")?]),
        )?,
    )
}

pub(crate) fn user_list_count(self_: Value, item: Value) -> R {
    Ok(self_.attr("data")?.method("count", &[item.clone()])?)
}

pub(crate) fn user_list_index(self_: Value, item: Value, args: Value) -> R {
    Ok({
        let object_83 = self_.attr("data")?.clone();
        let args_84: Vec<Value> = {
            let mut items_86 = Vec::new();
            items_86.push(item.clone());
            items_86.extend(py::iter::to_vec(&args)?);
            items_86
        };
        py::call::call_method_with(&object_83, "index", &py::pos(&args_84))?
    })
}

pub(crate) fn user_list_reverse(self_: Value) -> R {
    self_.attr("data")?.method("reverse", &[])?;
    Ok(Value::None)
}

pub(crate) fn user_list_sort(self_: Value, args: Value, kwargs: Value) -> R {
    {
        let object_87 = self_.attr("data")?.clone();
        let args_88: Vec<Value> = {
            let mut items_90 = Vec::new();
            items_90.extend(py::iter::to_vec(&args)?);
            items_90
        };
        let mut keywords_89 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_89)?;
        py::call::call_method_with(
            &object_87,
            "sort",
            &py::Args {
                pos: &args_88,
                kw: &keywords_89,
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn user_list_extend(self_: Value, other: Value) -> R {
    self_.attr("data")?.method("extend", &[self_.method("_plain", &[other.clone()])?])?;
    Ok(Value::None)
}

/// The statements of `collections.py`.
pub(crate) fn run() -> R<()> {
    global::ChainMap
        .store({
            let class = py::ClassBody::new(
                "ChainMap",
                NAME,
                Value::str("Several mappings as one."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def("ChainMap.__init__", "self, *maps", [], chain_map_init),
                );
            class
                .set(
                    "__missing__",
                    py::def("ChainMap.__missing__", "self, key", [], chain_map_missing),
                );
            class
                .set(
                    "__getitem__",
                    py::def("ChainMap.__getitem__", "self, key", [], chain_map_getitem),
                );
            class
                .set(
                    "get",
                    py::def(
                        "ChainMap.get",
                        "self, key, default=",
                        [Value::None],
                        chain_map_get,
                    ),
                );
            class
                .set(
                    "_merged",
                    py::def("ChainMap._merged", "self", [], chain_map_merged),
                );
            class.set("__len__", py::def("ChainMap.__len__", "self", [], chain_map_len));
            class
                .set(
                    "__iter__",
                    py::def("ChainMap.__iter__", "self", [], chain_map_iter),
                );
            class
                .set(
                    "__contains__",
                    py::def("ChainMap.__contains__", "self, key", [], chain_map_contains),
                );
            class
                .set(
                    "__bool__",
                    py::def("ChainMap.__bool__", "self", [], chain_map_bool),
                );
            class
                .set(
                    "__repr__",
                    py::def("ChainMap.__repr__", "self", [], chain_map_repr),
                );
            class
                .set(
                    "__eq__",
                    py::def("ChainMap.__eq__", "self, other", [], chain_map_eq),
                );
            class.set("keys", py::def("ChainMap.keys", "self", [], chain_map_keys));
            class
                .set("values", py::def("ChainMap.values", "self", [], chain_map_values));
            class.set("items", py::def("ChainMap.items", "self", [], chain_map_items));
            class.set("copy", py::def("ChainMap.copy", "self", [], chain_map_copy));
            class
                .set(
                    "new_child",
                    py::def(
                        "ChainMap.new_child",
                        "self, m=, **kwargs",
                        [Value::None],
                        chain_map_new_child,
                    ),
                );
            class
                .set(
                    "parents",
                    py::library_class("property")
                        .call(
                            &[py::def("ChainMap.parents", "self", [], chain_map_parents)],
                        )?,
                );
            class
                .set(
                    "__setitem__",
                    py::def(
                        "ChainMap.__setitem__",
                        "self, key, value",
                        [],
                        chain_map_setitem,
                    ),
                );
            class
                .set(
                    "__delitem__",
                    py::def("ChainMap.__delitem__", "self, key", [], chain_map_delitem),
                );
            class
                .set(
                    "pop",
                    py::def("ChainMap.pop", "self, key, *args", [], chain_map_pop),
                );
            class
                .set(
                    "update",
                    py::def(
                        "ChainMap.update",
                        "self, other=, **kwargs",
                        [py::tuple([])],
                        chain_map_update,
                    ),
                );
            class
                .set(
                    "setdefault",
                    py::def(
                        "ChainMap.setdefault",
                        "self, key, default=",
                        [Value::None],
                        chain_map_setdefault,
                    ),
                );
            class.set("clear", py::def("ChainMap.clear", "self", [], chain_map_clear));
            class.finish(&[])?
        });
    global::UserDict
        .store({
            let class = py::ClassBody::new(
                "UserDict",
                NAME,
                Value::str("A mapping to derive from."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "UserDict.__init__",
                        "self, dict=, /, **kwargs",
                        [Value::None],
                        user_dict_init,
                    ),
                );
            class.set("__len__", py::def("UserDict.__len__", "self", [], user_dict_len));
            class
                .set(
                    "__getitem__",
                    py::def("UserDict.__getitem__", "self, key", [], user_dict_getitem),
                );
            class
                .set(
                    "__setitem__",
                    py::def(
                        "UserDict.__setitem__",
                        "self, key, item",
                        [],
                        user_dict_setitem,
                    ),
                );
            class
                .set(
                    "__delitem__",
                    py::def("UserDict.__delitem__", "self, key", [], user_dict_delitem),
                );
            class
                .set(
                    "__iter__",
                    py::def("UserDict.__iter__", "self", [], user_dict_iter),
                );
            class
                .set(
                    "__contains__",
                    py::def("UserDict.__contains__", "self, key", [], user_dict_contains),
                );
            class
                .set(
                    "__repr__",
                    py::def("UserDict.__repr__", "self", [], user_dict_repr),
                );
            class
                .set(
                    "__eq__",
                    py::def("UserDict.__eq__", "self, other", [], user_dict_eq),
                );
            class
                .set(
                    "get",
                    py::def(
                        "UserDict.get",
                        "self, key, default=",
                        [Value::None],
                        user_dict_get,
                    ),
                );
            class.set("keys", py::def("UserDict.keys", "self", [], user_dict_keys));
            class
                .set("values", py::def("UserDict.values", "self", [], user_dict_values));
            class.set("items", py::def("UserDict.items", "self", [], user_dict_items));
            class.set("copy", py::def("UserDict.copy", "self", [], user_dict_copy));
            class
                .set(
                    "update",
                    py::def(
                        "UserDict.update",
                        "self, other=, **kwargs",
                        [py::tuple([])],
                        user_dict_update,
                    ),
                );
            class
                .set(
                    "setdefault",
                    py::def(
                        "UserDict.setdefault",
                        "self, key, default=",
                        [Value::None],
                        user_dict_setdefault,
                    ),
                );
            class
                .set(
                    "pop",
                    py::def("UserDict.pop", "self, key, *default", [], user_dict_pop),
                );
            class
                .set(
                    "popitem",
                    py::def("UserDict.popitem", "self", [], user_dict_popitem),
                );
            class.set("clear", py::def("UserDict.clear", "self", [], user_dict_clear));
            class.finish(&[])?
        });
    global::UserList
        .store({
            let class = py::ClassBody::new(
                "UserList",
                NAME,
                Value::str("A list to derive from."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "UserList.__init__",
                        "self, items=",
                        [Value::None],
                        user_list_init,
                    ),
                );
            class
                .set(
                    "__repr__",
                    py::def("UserList.__repr__", "self", [], user_list_repr),
                );
            class
                .set(
                    "_plain",
                    py::def("UserList._plain", "self, other", [], user_list_plain),
                );
            class
                .set(
                    "__eq__",
                    py::def("UserList.__eq__", "self, other", [], user_list_eq),
                );
            class
                .set(
                    "__lt__",
                    py::def("UserList.__lt__", "self, other", [], user_list_lt),
                );
            class
                .set(
                    "__contains__",
                    py::def(
                        "UserList.__contains__",
                        "self, item",
                        [],
                        user_list_contains,
                    ),
                );
            class.set("__len__", py::def("UserList.__len__", "self", [], user_list_len));
            class
                .set(
                    "__iter__",
                    py::def("UserList.__iter__", "self", [], user_list_iter),
                );
            class
                .set(
                    "__getitem__",
                    py::def("UserList.__getitem__", "self, i", [], user_list_getitem),
                );
            class
                .set(
                    "__setitem__",
                    py::def(
                        "UserList.__setitem__",
                        "self, i, item",
                        [],
                        user_list_setitem,
                    ),
                );
            class
                .set(
                    "__delitem__",
                    py::def("UserList.__delitem__", "self, i", [], user_list_delitem),
                );
            class
                .set(
                    "__add__",
                    py::def("UserList.__add__", "self, other", [], user_list_add),
                );
            class
                .set(
                    "__iadd__",
                    py::def("UserList.__iadd__", "self, other", [], user_list_iadd),
                );
            class
                .set(
                    "__mul__",
                    py::def("UserList.__mul__", "self, n", [], user_list_mul),
                );
            class
                .set(
                    "append",
                    py::def("UserList.append", "self, item", [], user_list_append),
                );
            class
                .set(
                    "insert",
                    py::def("UserList.insert", "self, i, item", [], user_list_insert),
                );
            class
                .set(
                    "pop",
                    py::def("UserList.pop", "self, i=", [Value::Int(-1)], user_list_pop),
                );
            class
                .set(
                    "remove",
                    py::def("UserList.remove", "self, item", [], user_list_remove),
                );
            class.set("clear", py::def("UserList.clear", "self", [], user_list_clear));
            class.set("copy", py::def("UserList.copy", "self", [], user_list_copy));
            class
                .set(
                    "count",
                    py::def("UserList.count", "self, item", [], user_list_count),
                );
            class
                .set(
                    "index",
                    py::def("UserList.index", "self, item, *args", [], user_list_index),
                );
            class
                .set(
                    "reverse",
                    py::def("UserList.reverse", "self", [], user_list_reverse),
                );
            class
                .set(
                    "sort",
                    py::def(
                        "UserList.sort",
                        "self, /, *args, **kwargs",
                        [],
                        user_list_sort,
                    ),
                );
            class
                .set(
                    "extend",
                    py::def("UserList.extend", "self, other", [], user_list_extend),
                );
            class.finish(&[])?
        });
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library collections") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "ChainMap" => global::ChainMap.load(),
        "UserDict" => global::UserDict.load(),
        "UserList" => global::UserList.load(),
        _ => Ok(Value::None),
    }
}
