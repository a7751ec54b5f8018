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
        static UserList : Global = const { Global::new("UserList") }; pub (crate) static
        UserString : Global = const { Global::new("UserString") };
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
    Ok(
        py::builtins::any(
            &py::pos(
                &[
                    {
                        async fn body_15(
                            yielder: py::Yielder,
                            key: Value,
                            u2e0: Value,
                        ) -> R {
                            let mut iter_13 = py::iter::iter(&u2e0)?;
                            while let Some(mapping) = iter_13.next()? {
                                yielder
                                    .give(Value::Bool(py::contained(&key, &mapping)?))
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
    let flow_50: py::Flow = 'try_48: {
        return Ok(py::attempt!('try_48, self_.item(& key)));
    };
    if let py::Flow::Raise(raised_49) = flow_50 {
        if raised_49.is_a("KeyError") {
            return Ok(default.clone());
        } else {
            return Err(raised_49);
        }
    }
    Ok(Value::None)
}

pub(crate) fn user_dict_keys(self_: Value) -> R {
    Ok(self_.attr("data")?.method("keys", &[])?)
}

pub(crate) fn user_dict_values(self_: Value) -> R {
    Ok({
        let mut out_51 = Vec::new();
        let mut iter_52 = py::iter::iter(&self_)?;
        while let Some(key) = iter_52.next()? {
            out_51.push(self_.item(&key)?);
        }
        Value::list(out_51)
    })
}

pub(crate) fn user_dict_items(self_: Value) -> R {
    Ok({
        let mut out_53 = Vec::new();
        let mut iter_54 = py::iter::iter(&self_)?;
        while let Some(key) = iter_54.next()? {
            out_53.push(py::tuple([key.clone(), self_.item(&key)?]));
        }
        Value::list(out_53)
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
        let mut iter_56 = py::iter::iter(&other.method("keys", &[])?)?;
        while let Some(item_57) = iter_56.next()? {
            key = item_57;
            let value_59 = other.item(&key)?;
            self_.set_item(key.clone(), value_59)?;
        }
    } else {
        let mut iter_60 = py::iter::iter(&other)?;
        while let Some(item_61) = iter_60.next()? {
            let [item_62, item_63] = py::unpack::<2>(&item_61)?;
            key = item_62;
            value = item_63;
            let value_65 = value.clone();
            self_.set_item(key.clone(), value_65)?;
        }
    }
    let mut iter_66 = py::iter::iter(&kwargs)?;
    while let Some(item_67) = iter_66.next()? {
        key = item_67;
        let value_69 = kwargs.item(&key)?;
        self_.set_item(key.clone(), value_69)?;
    }
    Ok(Value::None)
}

pub(crate) fn user_dict_setdefault(self_: Value, key: Value, default: Value) -> R {
    if !py::contained(&key, &self_)? {
        let value_70 = default.clone();
        self_.set_item(key.clone(), value_70)?;
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
    let mut iter_72 = py::iter::iter(&self_)?;
    while let Some(key) = iter_72.next()? {
        let value = self_.item(&key)?;
        self_.del_item(&key)?;
        return Ok(py::tuple([key.clone(), value.clone()]));
    }
    Err(py::exc::to_raise(&py::exception("KeyError"))?)
}

pub(crate) fn user_dict_clear(self_: Value) -> R {
    let mut iter_74 = py::iter::iter(
        &py::construct::list(&py::pos(&[self_.attr("data")?]))?,
    )?;
    while let Some(key) = iter_74.next()? {
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
        async fn body_77(yielder: py::Yielder, self_: Value) -> R {
            let mut i = Value::Int(0);
            while i.is_lt(&Value::from(py::builtins::len(&self_.attr("data")?)?))? {
                yielder.give(self_.item(&i)?).await?;
                i.add_assign(&Value::Int(1))?;
            }
            Ok(Value::None)
        }
        py::generator("__iter__", move |yielder| body_77(yielder, self_))
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
    let value_79 = item.clone();
    self_.attr("data")?.set_item(i.clone(), value_79)?;
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
        let object_81 = self_.clone();
        let mut value_83 = object_81.attr("data")?;
        value_83
            .add_assign(
                &py::construct::list(
                    &py::pos(&[self_.method("_plain", &[other.clone()])?]),
                )?,
            )?;
        object_81.set_attr("data", value_83)?;
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
        let object_86 = self_.attr("data")?.clone();
        let args_87: Vec<Value> = {
            let mut items_89 = Vec::new();
            items_89.push(item.clone());
            items_89.extend(py::iter::to_vec(&args)?);
            items_89
        };
        py::call::call_method_with(&object_86, "index", &py::pos(&args_87))?
    })
}

pub(crate) fn user_list_reverse(self_: Value) -> R {
    self_.attr("data")?.method("reverse", &[])?;
    Ok(Value::None)
}

pub(crate) fn user_list_sort(self_: Value, args: Value, kwargs: Value) -> R {
    {
        let object_90 = self_.attr("data")?.clone();
        let args_91: Vec<Value> = {
            let mut items_93 = Vec::new();
            items_93.extend(py::iter::to_vec(&args)?);
            items_93
        };
        let mut keywords_92 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_92)?;
        py::call::call_method_with(
            &object_90,
            "sort",
            &py::Args {
                pos: &args_91,
                kw: &keywords_92,
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn user_list_extend(self_: Value, other: Value) -> R {
    self_.attr("data")?.method("extend", &[self_.method("_plain", &[other.clone()])?])?;
    Ok(Value::None)
}

pub(crate) fn user_string_init(self_: Value, seq: Value) -> R {
    self_
        .set_attr(
            "data",
            if py::builtins::isinstance(
                    &py::pos(&[seq.clone(), py::library_class("str")]),
                )?
                .truth()?
            {
                seq.clone()
            } else {
                if py::builtins::isinstance(
                        &py::pos(&[seq.clone(), global::UserString.load()?]),
                    )?
                    .truth()?
                {
                    seq.attr("data")?
                        .item(&py::item::slice(Value::None, Value::None, Value::None))?
                } else {
                    py::construct::str(&py::pos(&[seq.clone()]))?
                }
            },
        )?;
    Ok(Value::None)
}

pub(crate) fn user_string_str(self_: Value) -> R {
    Ok(py::construct::str(&py::pos(&[self_.attr("data")?]))?)
}

pub(crate) fn user_string_repr(self_: Value) -> R {
    Ok(py::builtins::repr(&py::pos(&[self_.attr("data")?]))?)
}

pub(crate) fn user_string_int(self_: Value) -> R {
    Ok(py::construct::int(&py::pos(&[self_.attr("data")?]))?)
}

pub(crate) fn user_string_float(self_: Value) -> R {
    Ok(py::construct::float(&py::pos(&[self_.attr("data")?]))?)
}

pub(crate) fn user_string_hash(self_: Value) -> R {
    Ok(py::builtins::hash(&py::pos(&[self_.attr("data")?]))?)
}

pub(crate) fn user_string_eq(self_: Value, other: Value) -> R {
    Ok(
        self_
            .attr("data")?
            .eq(
                &if py::builtins::isinstance(
                        &py::pos(&[other.clone(), global::UserString.load()?]),
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

pub(crate) fn user_string_lt(self_: Value, other: Value) -> R {
    Ok(
        self_
            .attr("data")?
            .lt(
                &if py::builtins::isinstance(
                        &py::pos(&[other.clone(), global::UserString.load()?]),
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

pub(crate) fn user_string_le(self_: Value, other: Value) -> R {
    Ok(
        self_
            .attr("data")?
            .le(
                &if py::builtins::isinstance(
                        &py::pos(&[other.clone(), global::UserString.load()?]),
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

pub(crate) fn user_string_gt(self_: Value, other: Value) -> R {
    Ok(
        self_
            .attr("data")?
            .gt(
                &if py::builtins::isinstance(
                        &py::pos(&[other.clone(), global::UserString.load()?]),
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

pub(crate) fn user_string_ge(self_: Value, other: Value) -> R {
    Ok(
        self_
            .attr("data")?
            .ge(
                &if py::builtins::isinstance(
                        &py::pos(&[other.clone(), global::UserString.load()?]),
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

pub(crate) fn user_string_contains(self_: Value, char: Value) -> R {
    Ok(
        Value::Bool(
            py::contained(
                &if py::builtins::isinstance(
                        &py::pos(&[char.clone(), global::UserString.load()?]),
                    )?
                    .truth()?
                {
                    char.attr("data")?
                } else {
                    char.clone()
                },
                &self_.attr("data")?,
            )?,
        ),
    )
}

pub(crate) fn user_string_len(self_: Value) -> R {
    Ok(Value::from(py::builtins::len(&self_.attr("data")?)?))
}

pub(crate) fn user_string_iter(self_: Value) -> R {
    Ok({
        async fn body_96(yielder: py::Yielder, self_: Value) -> R {
            let mut iter_94 = py::iter::iter(
                &py::construct::range(
                    &py::pos(&[Value::from(py::builtins::len(&self_.attr("data")?)?)]),
                )?,
            )?;
            while let Some(i) = iter_94.next()? {
                yielder.give(self_.item(&i)?).await?;
            }
            Ok(Value::None)
        }
        py::generator("__iter__", move |yielder| body_96(yielder, self_))
    })
}

pub(crate) fn user_string_getitem(self_: Value, index: Value) -> R {
    Ok(self_.method("__class__", &[self_.attr("data")?.item(&index)?])?)
}

pub(crate) fn user_string_add(self_: Value, other: Value) -> R {
    Ok(
        self_
            .method(
                "__class__",
                &[
                    self_
                        .attr("data")?
                        .add(
                            &if py::builtins::isinstance(
                                    &py::pos(&[other.clone(), global::UserString.load()?]),
                                )?
                                .truth()?
                            {
                                other.attr("data")?
                            } else {
                                py::construct::str(&py::pos(&[other.clone()]))?
                            },
                        )?,
                ],
            )?,
    )
}

pub(crate) fn user_string_radd(self_: Value, other: Value) -> R {
    Ok(
        self_
            .method(
                "__class__",
                &[
                    py::construct::str(&py::pos(&[other.clone()]))?
                        .add(&self_.attr("data")?)?,
                ],
            )?,
    )
}

pub(crate) fn user_string_mul(self_: Value, n: Value) -> R {
    Ok(self_.method("__class__", &[self_.attr("data")?.mul(&n)?])?)
}

pub(crate) fn user_string_mod(self_: Value, args: Value) -> R {
    Ok(self_.method("__class__", &[self_.attr("data")?.modulo(&args)?])?)
}

pub(crate) fn user_string_capitalize(self_: Value) -> R {
    Ok(self_.method("__class__", &[self_.attr("data")?.method("capitalize", &[])?])?)
}

pub(crate) fn user_string_casefold(self_: Value) -> R {
    Ok(self_.method("__class__", &[self_.attr("data")?.method("casefold", &[])?])?)
}

pub(crate) fn user_string_center(self_: Value, width: Value, args: Value) -> R {
    Ok(
        self_
            .method(
                "__class__",
                &[
                    {
                        let object_97 = self_.attr("data")?.clone();
                        let args_98: Vec<Value> = {
                            let mut items_100 = Vec::new();
                            items_100.push(width.clone());
                            items_100.extend(py::iter::to_vec(&args)?);
                            items_100
                        };
                        py::call::call_method_with(
                            &object_97,
                            "center",
                            &py::pos(&args_98),
                        )?
                    },
                ],
            )?,
    )
}

pub(crate) fn user_string_count(self_: Value, sub: Value, args: Value) -> R {
    Ok({
        let object_101 = self_.attr("data")?.clone();
        let args_102: Vec<Value> = {
            let mut items_104 = Vec::new();
            items_104
                .push(
                    if py::builtins::isinstance(
                            &py::pos(&[sub.clone(), global::UserString.load()?]),
                        )?
                        .truth()?
                    {
                        sub.attr("data")?
                    } else {
                        sub.clone()
                    },
                );
            items_104.extend(py::iter::to_vec(&args)?);
            items_104
        };
        py::call::call_method_with(&object_101, "count", &py::pos(&args_102))?
    })
}

pub(crate) fn user_string_encode(self_: Value, encoding: Value, errors: Value) -> R {
    Ok(self_.attr("data")?.method("encode", &[encoding.clone(), errors.clone()])?)
}

pub(crate) fn user_string_endswith(self_: Value, suffix: Value, args: Value) -> R {
    Ok({
        let object_105 = self_.attr("data")?.clone();
        let args_106: Vec<Value> = {
            let mut items_108 = Vec::new();
            items_108.push(suffix.clone());
            items_108.extend(py::iter::to_vec(&args)?);
            items_108
        };
        py::call::call_method_with(&object_105, "endswith", &py::pos(&args_106))?
    })
}

pub(crate) fn user_string_find(self_: Value, sub: Value, args: Value) -> R {
    Ok({
        let object_109 = self_.attr("data")?.clone();
        let args_110: Vec<Value> = {
            let mut items_112 = Vec::new();
            items_112
                .push(
                    if py::builtins::isinstance(
                            &py::pos(&[sub.clone(), global::UserString.load()?]),
                        )?
                        .truth()?
                    {
                        sub.attr("data")?
                    } else {
                        sub.clone()
                    },
                );
            items_112.extend(py::iter::to_vec(&args)?);
            items_112
        };
        py::call::call_method_with(&object_109, "find", &py::pos(&args_110))?
    })
}

pub(crate) fn user_string_format(self_: Value, args: Value, kwds: Value) -> R {
    Ok({
        let object_113 = self_.attr("data")?.clone();
        let args_114: Vec<Value> = {
            let mut items_116 = Vec::new();
            items_116.extend(py::iter::to_vec(&args)?);
            items_116
        };
        let mut keywords_115 = Vec::new();
        py::call::keywords(&kwds, &mut keywords_115)?;
        py::call::call_method_with(
            &object_113,
            "format",
            &py::Args {
                pos: &args_114,
                kw: &keywords_115,
            },
        )?
    })
}

pub(crate) fn user_string_index(self_: Value, sub: Value, args: Value) -> R {
    Ok({
        let object_117 = self_.attr("data")?.clone();
        let args_118: Vec<Value> = {
            let mut items_120 = Vec::new();
            items_120.push(sub.clone());
            items_120.extend(py::iter::to_vec(&args)?);
            items_120
        };
        py::call::call_method_with(&object_117, "index", &py::pos(&args_118))?
    })
}

pub(crate) fn user_string_isalpha(self_: Value) -> R {
    Ok(self_.attr("data")?.method("isalpha", &[])?)
}

pub(crate) fn user_string_isalnum(self_: Value) -> R {
    Ok(self_.attr("data")?.method("isalnum", &[])?)
}

pub(crate) fn user_string_isdigit(self_: Value) -> R {
    Ok(self_.attr("data")?.method("isdigit", &[])?)
}

pub(crate) fn user_string_islower(self_: Value) -> R {
    Ok(self_.attr("data")?.method("islower", &[])?)
}

pub(crate) fn user_string_isspace(self_: Value) -> R {
    Ok(self_.attr("data")?.method("isspace", &[])?)
}

pub(crate) fn user_string_istitle(self_: Value) -> R {
    Ok(self_.attr("data")?.method("istitle", &[])?)
}

pub(crate) fn user_string_isupper(self_: Value) -> R {
    Ok(self_.attr("data")?.method("isupper", &[])?)
}

pub(crate) fn user_string_join(self_: Value, seq: Value) -> R {
    Ok(self_.attr("data")?.method("join", &[seq.clone()])?)
}

pub(crate) fn user_string_ljust(self_: Value, width: Value, args: Value) -> R {
    Ok(
        self_
            .method(
                "__class__",
                &[
                    {
                        let object_121 = self_.attr("data")?.clone();
                        let args_122: Vec<Value> = {
                            let mut items_124 = Vec::new();
                            items_124.push(width.clone());
                            items_124.extend(py::iter::to_vec(&args)?);
                            items_124
                        };
                        py::call::call_method_with(
                            &object_121,
                            "ljust",
                            &py::pos(&args_122),
                        )?
                    },
                ],
            )?,
    )
}

pub(crate) fn user_string_lower(self_: Value) -> R {
    Ok(self_.method("__class__", &[self_.attr("data")?.method("lower", &[])?])?)
}

pub(crate) fn user_string_lstrip(self_: Value, chars: Value) -> R {
    Ok(
        self_
            .method(
                "__class__",
                &[self_.attr("data")?.method("lstrip", &[chars.clone()])?],
            )?,
    )
}

pub(crate) fn user_string_partition(self_: Value, sep: Value) -> R {
    Ok(self_.attr("data")?.method("partition", &[sep.clone()])?)
}

pub(crate) fn user_string_replace(
    self_: Value,
    old: Value,
    new: Value,
    maxsplit: Value,
) -> R {
    Ok(
        self_
            .method(
                "__class__",
                &[
                    self_
                        .attr("data")?
                        .method(
                            "replace",
                            &[
                                py::construct::str(&py::pos(&[old.clone()]))?,
                                py::construct::str(&py::pos(&[new.clone()]))?,
                                maxsplit.clone(),
                            ],
                        )?,
                ],
            )?,
    )
}

pub(crate) fn user_string_rfind(self_: Value, sub: Value, args: Value) -> R {
    Ok({
        let object_125 = self_.attr("data")?.clone();
        let args_126: Vec<Value> = {
            let mut items_128 = Vec::new();
            items_128.push(sub.clone());
            items_128.extend(py::iter::to_vec(&args)?);
            items_128
        };
        py::call::call_method_with(&object_125, "rfind", &py::pos(&args_126))?
    })
}

pub(crate) fn user_string_rjust(self_: Value, width: Value, args: Value) -> R {
    Ok(
        self_
            .method(
                "__class__",
                &[
                    {
                        let object_129 = self_.attr("data")?.clone();
                        let args_130: Vec<Value> = {
                            let mut items_132 = Vec::new();
                            items_132.push(width.clone());
                            items_132.extend(py::iter::to_vec(&args)?);
                            items_132
                        };
                        py::call::call_method_with(
                            &object_129,
                            "rjust",
                            &py::pos(&args_130),
                        )?
                    },
                ],
            )?,
    )
}

pub(crate) fn user_string_rstrip(self_: Value, chars: Value) -> R {
    Ok(
        self_
            .method(
                "__class__",
                &[self_.attr("data")?.method("rstrip", &[chars.clone()])?],
            )?,
    )
}

pub(crate) fn user_string_split(self_: Value, sep: Value, maxsplit: Value) -> R {
    Ok(self_.attr("data")?.method("split", &[sep.clone(), maxsplit.clone()])?)
}

pub(crate) fn user_string_splitlines(self_: Value, keepends: Value) -> R {
    Ok(self_.attr("data")?.method("splitlines", &[keepends.clone()])?)
}

pub(crate) fn user_string_startswith(self_: Value, prefix: Value, args: Value) -> R {
    Ok({
        let object_133 = self_.attr("data")?.clone();
        let args_134: Vec<Value> = {
            let mut items_136 = Vec::new();
            items_136.push(prefix.clone());
            items_136.extend(py::iter::to_vec(&args)?);
            items_136
        };
        py::call::call_method_with(&object_133, "startswith", &py::pos(&args_134))?
    })
}

pub(crate) fn user_string_strip(self_: Value, chars: Value) -> R {
    Ok(
        self_
            .method(
                "__class__",
                &[self_.attr("data")?.method("strip", &[chars.clone()])?],
            )?,
    )
}

pub(crate) fn user_string_swapcase(self_: Value) -> R {
    Ok(self_.method("__class__", &[self_.attr("data")?.method("swapcase", &[])?])?)
}

pub(crate) fn user_string_title(self_: Value) -> R {
    Ok(self_.method("__class__", &[self_.attr("data")?.method("title", &[])?])?)
}

pub(crate) fn user_string_upper(self_: Value) -> R {
    Ok(self_.method("__class__", &[self_.attr("data")?.method("upper", &[])?])?)
}

pub(crate) fn user_string_zfill(self_: Value, width: Value) -> R {
    Ok(
        self_
            .method(
                "__class__",
                &[self_.attr("data")?.method("zfill", &[width.clone()])?],
            )?,
    )
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
    global::UserString
        .store({
            let class = py::ClassBody::new(
                "UserString",
                NAME,
                Value::str("A text that classes can derive from."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def("UserString.__init__", "self, seq", [], user_string_init),
                );
            class
                .set(
                    "__str__",
                    py::def("UserString.__str__", "self", [], user_string_str),
                );
            class
                .set(
                    "__repr__",
                    py::def("UserString.__repr__", "self", [], user_string_repr),
                );
            class
                .set(
                    "__int__",
                    py::def("UserString.__int__", "self", [], user_string_int),
                );
            class
                .set(
                    "__float__",
                    py::def("UserString.__float__", "self", [], user_string_float),
                );
            class
                .set(
                    "__hash__",
                    py::def("UserString.__hash__", "self", [], user_string_hash),
                );
            class
                .set(
                    "__eq__",
                    py::def("UserString.__eq__", "self, other", [], user_string_eq),
                );
            class
                .set(
                    "__lt__",
                    py::def("UserString.__lt__", "self, other", [], user_string_lt),
                );
            class
                .set(
                    "__le__",
                    py::def("UserString.__le__", "self, other", [], user_string_le),
                );
            class
                .set(
                    "__gt__",
                    py::def("UserString.__gt__", "self, other", [], user_string_gt),
                );
            class
                .set(
                    "__ge__",
                    py::def("UserString.__ge__", "self, other", [], user_string_ge),
                );
            class
                .set(
                    "__contains__",
                    py::def(
                        "UserString.__contains__",
                        "self, char",
                        [],
                        user_string_contains,
                    ),
                );
            class
                .set(
                    "__len__",
                    py::def("UserString.__len__", "self", [], user_string_len),
                );
            class
                .set(
                    "__iter__",
                    py::def("UserString.__iter__", "self", [], user_string_iter),
                );
            class
                .set(
                    "__getitem__",
                    py::def(
                        "UserString.__getitem__",
                        "self, index",
                        [],
                        user_string_getitem,
                    ),
                );
            class
                .set(
                    "__add__",
                    py::def("UserString.__add__", "self, other", [], user_string_add),
                );
            class
                .set(
                    "__radd__",
                    py::def("UserString.__radd__", "self, other", [], user_string_radd),
                );
            class
                .set(
                    "__mul__",
                    py::def("UserString.__mul__", "self, n", [], user_string_mul),
                );
            class
                .set(
                    "__rmul__",
                    match class.get("__mul__") {
                        Some(value) => value,
                        None => py::run::undefined("__mul__")?,
                    },
                );
            class
                .set(
                    "__mod__",
                    py::def("UserString.__mod__", "self, args", [], user_string_mod),
                );
            class
                .set(
                    "capitalize",
                    py::def("UserString.capitalize", "self", [], user_string_capitalize),
                );
            class
                .set(
                    "casefold",
                    py::def("UserString.casefold", "self", [], user_string_casefold),
                );
            class
                .set(
                    "center",
                    py::def(
                        "UserString.center",
                        "self, width, *args",
                        [],
                        user_string_center,
                    ),
                );
            class
                .set(
                    "count",
                    py::def(
                        "UserString.count",
                        "self, sub, *args",
                        [],
                        user_string_count,
                    ),
                );
            class
                .set(
                    "encode",
                    py::def(
                        "UserString.encode",
                        "self, encoding=, errors=",
                        [Value::str("utf-8"), Value::str("strict")],
                        user_string_encode,
                    ),
                );
            class
                .set(
                    "endswith",
                    py::def(
                        "UserString.endswith",
                        "self, suffix, *args",
                        [],
                        user_string_endswith,
                    ),
                );
            class
                .set(
                    "find",
                    py::def("UserString.find", "self, sub, *args", [], user_string_find),
                );
            class
                .set(
                    "format",
                    py::def(
                        "UserString.format",
                        "self, /, *args, **kwds",
                        [],
                        user_string_format,
                    ),
                );
            class
                .set(
                    "index",
                    py::def(
                        "UserString.index",
                        "self, sub, *args",
                        [],
                        user_string_index,
                    ),
                );
            class
                .set(
                    "isalpha",
                    py::def("UserString.isalpha", "self", [], user_string_isalpha),
                );
            class
                .set(
                    "isalnum",
                    py::def("UserString.isalnum", "self", [], user_string_isalnum),
                );
            class
                .set(
                    "isdigit",
                    py::def("UserString.isdigit", "self", [], user_string_isdigit),
                );
            class
                .set(
                    "islower",
                    py::def("UserString.islower", "self", [], user_string_islower),
                );
            class
                .set(
                    "isspace",
                    py::def("UserString.isspace", "self", [], user_string_isspace),
                );
            class
                .set(
                    "istitle",
                    py::def("UserString.istitle", "self", [], user_string_istitle),
                );
            class
                .set(
                    "isupper",
                    py::def("UserString.isupper", "self", [], user_string_isupper),
                );
            class
                .set(
                    "join",
                    py::def("UserString.join", "self, seq", [], user_string_join),
                );
            class
                .set(
                    "ljust",
                    py::def(
                        "UserString.ljust",
                        "self, width, *args",
                        [],
                        user_string_ljust,
                    ),
                );
            class
                .set(
                    "lower",
                    py::def("UserString.lower", "self", [], user_string_lower),
                );
            class
                .set(
                    "lstrip",
                    py::def(
                        "UserString.lstrip",
                        "self, chars=",
                        [Value::None],
                        user_string_lstrip,
                    ),
                );
            class
                .set(
                    "partition",
                    py::def(
                        "UserString.partition",
                        "self, sep",
                        [],
                        user_string_partition,
                    ),
                );
            class
                .set(
                    "replace",
                    py::def(
                        "UserString.replace",
                        "self, old, new, maxsplit=",
                        [Value::Int(-1)],
                        user_string_replace,
                    ),
                );
            class
                .set(
                    "rfind",
                    py::def(
                        "UserString.rfind",
                        "self, sub, *args",
                        [],
                        user_string_rfind,
                    ),
                );
            class
                .set(
                    "rjust",
                    py::def(
                        "UserString.rjust",
                        "self, width, *args",
                        [],
                        user_string_rjust,
                    ),
                );
            class
                .set(
                    "rstrip",
                    py::def(
                        "UserString.rstrip",
                        "self, chars=",
                        [Value::None],
                        user_string_rstrip,
                    ),
                );
            class
                .set(
                    "split",
                    py::def(
                        "UserString.split",
                        "self, sep=, maxsplit=",
                        [Value::None, Value::Int(-1)],
                        user_string_split,
                    ),
                );
            class
                .set(
                    "splitlines",
                    py::def(
                        "UserString.splitlines",
                        "self, keepends=",
                        [Value::Bool(false)],
                        user_string_splitlines,
                    ),
                );
            class
                .set(
                    "startswith",
                    py::def(
                        "UserString.startswith",
                        "self, prefix, *args",
                        [],
                        user_string_startswith,
                    ),
                );
            class
                .set(
                    "strip",
                    py::def(
                        "UserString.strip",
                        "self, chars=",
                        [Value::None],
                        user_string_strip,
                    ),
                );
            class
                .set(
                    "swapcase",
                    py::def("UserString.swapcase", "self", [], user_string_swapcase),
                );
            class
                .set(
                    "title",
                    py::def("UserString.title", "self", [], user_string_title),
                );
            class
                .set(
                    "upper",
                    py::def("UserString.upper", "self", [], user_string_upper),
                );
            class
                .set(
                    "zfill",
                    py::def("UserString.zfill", "self, width", [], user_string_zfill),
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
        "UserString" => global::UserString.load(),
        _ => Ok(Value::None),
    }
}
