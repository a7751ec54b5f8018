//! Paths as objects.
//!
//! @generated from `runtime/pure/pathlib.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "pathlib";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static Path : Global = const { Global::new("Path") }; pub (crate)
        static PosixPath : Global = const { Global::new("PosixPath") }; pub (crate)
        static PurePath : Global = const { Global::new("PurePath") }; pub (crate) static
        PurePosixPath : Global = const { Global::new("PurePosixPath") };
    }
}

pub(crate) fn pure_path_init(self_: Value, parts: Value) -> R {
    let texts = py::list([]);
    let mut iter_1 = py::iter::iter(&parts)?;
    while let Some(part) = iter_1.next()? {
        if py::builtins::isinstance(&py::pos(&[part.clone(), global::PurePath.load()?]))?
            .truth()?
        {
            texts.method("append", &[py::construct::str(&py::pos(&[part.clone()]))?])?;
        } else if py::builtins::isinstance(
                &py::pos(&[part.clone(), py::library_class("str")]),
            )?
            .truth()?
        {
            texts.method("append", &[part.clone()])?;
        } else {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("TypeError"),
                        &py::pos(
                            &[
                                Value::str(
                                    format!(
                                        "argument should be a str object or an os.PathLike object returning str, not {}",
                                        py::fmt(& py::construct::type_(& py::pos(& [part.clone()]))
                                        ?, 'r', "") ?
                                    ),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
    }
    let text = if texts.truth()? {
        {
            let args_4: Vec<Value> = {
                let mut items_6 = Vec::new();
                items_6.extend(py::iter::to_vec(&texts)?);
                items_6
            };
            py::library::os::join(&py::pos(&args_4))?
        }
    } else {
        Value::str("")
    };
    let root = if text.method("startswith", &[Value::str("/")])?.truth()? {
        Value::str("/")
    } else {
        Value::str("")
    };
    let names = {
        let mut out_7 = Vec::new();
        let mut iter_8 = py::iter::iter(&text.method("split", &[Value::str("/")])?)?;
        while let Some(name) = iter_8.next()? {
            if name.truth()? && name.is_ne(&Value::str("."))? {
                out_7.push(name.clone());
            }
        }
        Value::list(out_7)
    };
    self_.set_attr("_root", root.clone())?;
    self_.set_attr("_names", names.clone())?;
    Ok(Value::None)
}

pub(crate) fn pure_path_of(cls: Value, root: Value, names: Value) -> R {
    let path = py::call::call(&cls.clone(), &py::Args::none())?;
    path.set_attr("_root", root.clone())?;
    path.set_attr("_names", py::construct::list(&py::pos(&[names.clone()]))?)?;
    Ok(path.clone())
}

pub(crate) fn pure_path_str(self_: Value) -> R {
    Ok({
        let left_10 = self_
            .attr("_root")?
            .add(&Value::str("/").method("join", &[self_.attr("_names")?])?)?;
        if left_10.truth()? { left_10 } else { Value::str(".") }
    })
}

pub(crate) fn pure_path_fspath(self_: Value) -> R {
    Ok(py::construct::str(&py::pos(&[self_.clone()]))?)
}

pub(crate) fn pure_path_as_posix(self_: Value) -> R {
    Ok(py::construct::str(&py::pos(&[self_.clone()]))?)
}

pub(crate) fn pure_path_repr(self_: Value) -> R {
    Ok(
        Value::str(
            format!(
                "{}({})", py::show(& py::construct::type_(& py::pos(& [self_.clone()]))
                ?.attr("__name__") ?) ?, py::fmt(& py::construct::str(& py::pos(& [self_
                .clone()])) ?, 'r', "") ?
            ),
        ),
    )
}

pub(crate) fn pure_path_hash(self_: Value) -> R {
    Ok(py::builtins::hash(&py::pos(&[py::construct::str(&py::pos(&[self_.clone()]))?]))?)
}

pub(crate) fn pure_path_key(self_: Value) -> R {
    Ok(py::list([self_.attr("_root")?]).add(&self_.attr("_names")?)?)
}

pub(crate) fn pure_path_eq(self_: Value, other: Value) -> R {
    if !py::builtins::isinstance(&py::pos(&[other.clone(), global::PurePath.load()?]))?
        .truth()?
    {
        return Ok(Value::NotImplemented);
    }
    Ok(self_.method("_key", &[])?.eq(&other.method("_key", &[])?)?)
}

pub(crate) fn pure_path_lt(self_: Value, other: Value) -> R {
    if !py::builtins::isinstance(&py::pos(&[other.clone(), global::PurePath.load()?]))?
        .truth()?
    {
        return Ok(Value::NotImplemented);
    }
    Ok(self_.method("_key", &[])?.lt(&other.method("_key", &[])?)?)
}

pub(crate) fn pure_path_le(self_: Value, other: Value) -> R {
    if !py::builtins::isinstance(&py::pos(&[other.clone(), global::PurePath.load()?]))?
        .truth()?
    {
        return Ok(Value::NotImplemented);
    }
    Ok(self_.method("_key", &[])?.le(&other.method("_key", &[])?)?)
}

pub(crate) fn pure_path_truediv(self_: Value, other: Value) -> R {
    if !py::builtins::isinstance(
            &py::pos(
                &[
                    other.clone(),
                    py::tuple([py::library_class("str"), global::PurePath.load()?]),
                ],
            ),
        )?
        .truth()?
    {
        return Ok(Value::NotImplemented);
    }
    Ok(
        py::call::call(
            &py::construct::type_(&py::pos(&[self_.clone()]))?,
            &py::pos(&[self_.clone(), other.clone()]),
        )?,
    )
}

pub(crate) fn pure_path_rtruediv(self_: Value, other: Value) -> R {
    if !py::builtins::isinstance(&py::pos(&[other.clone(), py::library_class("str")]))?
        .truth()?
    {
        return Ok(Value::NotImplemented);
    }
    Ok(
        py::call::call(
            &py::construct::type_(&py::pos(&[self_.clone()]))?,
            &py::pos(&[other.clone(), self_.clone()]),
        )?,
    )
}

pub(crate) fn pure_path_joinpath(self_: Value, others: Value) -> R {
    Ok({
        let function_13 = py::construct::type_(&py::pos(&[self_.clone()]))?;
        let args_14: Vec<Value> = {
            let mut items_16 = Vec::new();
            items_16.push(self_.clone());
            items_16.extend(py::iter::to_vec(&others)?);
            items_16
        };
        py::call::call(&function_13, &py::pos(&args_14))?
    })
}

pub(crate) fn pure_path_parts(self_: Value) -> R {
    Ok(
        py::construct::tuple(
            &py::pos(
                &[
                    if self_.attr("_root")?.truth()? {
                        py::list([self_.attr("_root")?])
                    } else {
                        py::list([])
                    }
                        .add(&self_.attr("_names")?)?,
                ],
            ),
        )?,
    )
}

pub(crate) fn pure_path_root(self_: Value) -> R {
    Ok(self_.attr("_root")?)
}

pub(crate) fn pure_path_anchor(self_: Value) -> R {
    Ok(self_.attr("_root")?)
}

pub(crate) fn pure_path_drive(self_: Value) -> R {
    Ok(Value::str(""))
}

pub(crate) fn pure_path_name(self_: Value) -> R {
    Ok(
        if self_.attr("_names")?.truth()? {
            self_.attr("_names")?.item(&Value::Int(-1))?
        } else {
            Value::str("")
        },
    )
}

pub(crate) fn pure_path_suffix(self_: Value) -> R {
    let name = self_.attr("name")?;
    let at = name.method("rfind", &[Value::str(".")])?;
    Ok(
        if {
            let left_17 = Value::Int(0);
            {
                let right_18 = at.clone();
                left_17.is_lt(&right_18)?
                    && {
                        let right_19 = Value::from(py::builtins::len(&name)?)
                            .sub(&Value::Int(1))?;
                        right_18.is_lt(&right_19)?
                    }
            }
        } {
            name.item(&py::item::slice(at.clone(), Value::None, Value::None))?
        } else {
            Value::str("")
        },
    )
}

pub(crate) fn pure_path_suffixes(self_: Value) -> R {
    let name = self_.attr("name")?;
    if name.method("endswith", &[Value::str(".")])?.truth()? {
        return Ok(py::list([]));
    }
    Ok({
        let mut out_20 = Vec::new();
        let mut iter_21 = py::iter::iter(
            &name
                .method("lstrip", &[Value::str(".")])?
                .method("split", &[Value::str(".")])?
                .item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
        )?;
        while let Some(part) = iter_21.next()? {
            out_20.push(Value::str(".").add(&part)?);
        }
        Value::list(out_20)
    })
}

pub(crate) fn pure_path_stem(self_: Value) -> R {
    let name = self_.attr("name")?;
    let at = name.method("rfind", &[Value::str(".")])?;
    Ok(
        if {
            let left_22 = Value::Int(0);
            {
                let right_23 = at.clone();
                left_22.is_lt(&right_23)?
                    && {
                        let right_24 = Value::from(py::builtins::len(&name)?)
                            .sub(&Value::Int(1))?;
                        right_23.is_lt(&right_24)?
                    }
            }
        } {
            name.item(&py::item::slice(Value::None, at.clone(), Value::None))?
        } else {
            name.clone()
        },
    )
}

pub(crate) fn pure_path_parent(self_: Value) -> R {
    if !self_.attr("_names")?.truth()? {
        return Ok(self_.clone());
    }
    Ok(
        py::construct::type_(&py::pos(&[self_.clone()]))?
            .method(
                "_of",
                &[
                    self_.attr("_root")?,
                    self_
                        .attr("_names")?
                        .item(
                            &py::item::slice(Value::None, Value::Int(-1), Value::None),
                        )?,
                ],
            )?,
    )
}

pub(crate) fn pure_path_parents(self_: Value) -> R {
    Ok(
        py::construct::tuple(
            &py::pos(
                &[
                    {
                        let mut out_25 = Vec::new();
                        let mut iter_26 = py::iter::iter(
                            &py::construct::range(
                                &py::pos(
                                    &[
                                        Value::from(py::builtins::len(&self_.attr("_names")?)?)
                                            .sub(&Value::Int(1))?,
                                        Value::Int(-1),
                                        Value::Int(-1),
                                    ],
                                ),
                            )?,
                        )?;
                        while let Some(n) = iter_26.next()? {
                            out_25
                                .push(
                                    py::construct::type_(&py::pos(&[self_.clone()]))?
                                        .method(
                                            "_of",
                                            &[
                                                self_.attr("_root")?,
                                                self_
                                                    .attr("_names")?
                                                    .item(
                                                        &py::item::slice(Value::None, n.clone(), Value::None),
                                                    )?,
                                            ],
                                        )?,
                                );
                        }
                        Value::list(out_25)
                    },
                ],
            ),
        )?,
    )
}

pub(crate) fn pure_path_is_absolute(self_: Value) -> R {
    Ok(py::construct::bool(&py::pos(&[self_.attr("_root")?]))?)
}

pub(crate) fn pure_path_with_name(self_: Value, name: Value) -> R {
    if !self_.attr("name")?.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!("{} has an empty name", py::fmt(& self_, 'r', "") ?),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    Ok(
        py::construct::type_(&py::pos(&[self_.clone()]))?
            .method(
                "_of",
                &[
                    self_.attr("_root")?,
                    self_
                        .attr("_names")?
                        .item(
                            &py::item::slice(Value::None, Value::Int(-1), Value::None),
                        )?
                        .add(&py::list([name.clone()]))?,
                ],
            )?,
    )
}

pub(crate) fn pure_path_with_suffix(self_: Value, suffix: Value) -> R {
    if suffix.truth()?
        && (!suffix.method("startswith", &[Value::str(".")])?.truth()?
            || suffix.is_eq(&Value::str("."))?)
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!("Invalid suffix {}", py::fmt(& suffix, 'r', "") ?),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    Ok(self_.method("with_name", &[self_.attr("stem")?.add(&suffix)?])?)
}

pub(crate) fn pure_path_with_stem(self_: Value, stem: Value) -> R {
    Ok(self_.method("with_name", &[stem.add(&self_.attr("suffix")?)?])?)
}

pub(crate) fn pure_path_relative_to(self_: Value, other: Value) -> R {
    let base = {
        let function_29 = py::construct::type_(&py::pos(&[self_.clone()]))?;
        let args_30: Vec<Value> = {
            let mut items_32 = Vec::new();
            items_32.extend(py::iter::to_vec(&other)?);
            items_32
        };
        py::call::call(&function_29, &py::pos(&args_30))?
    };
    let n = Value::from(py::builtins::len(&base.attr("_names")?)?);
    if base.attr("_root")?.is_ne(&self_.attr("_root")?)?
        || self_
            .attr("_names")?
            .item(&py::item::slice(Value::None, n.clone(), Value::None))?
            .is_ne(&base.attr("_names")?)?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "{} is not in the subpath of {} OR one path is relative and the other is absolute.",
                                    py::fmt(& py::construct::str(& py::pos(& [self_.clone()]))
                                    ?, 'r', "") ?, py::fmt(& py::construct::str(& py::pos(&
                                    [base.clone()])) ?, 'r', "") ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    Ok(
        py::construct::type_(&py::pos(&[self_.clone()]))?
            .method(
                "_of",
                &[
                    Value::str(""),
                    self_
                        .attr("_names")?
                        .item(&py::item::slice(n.clone(), Value::None, Value::None))?,
                ],
            )?,
    )
}

pub(crate) fn pure_path_is_relative_to(self_: Value, other: Value) -> R {
    let flow_40: py::Flow = 'try_34: {
        {
            let object_35 = self_.clone();
            let args_36: Vec<Value> = {
                let mut items_38 = Vec::new();
                items_38.extend(py::attempt!('try_34, py::iter::to_vec(& other)));
                items_38
            };
            py::attempt!(
                'try_34, py::call::call_method_with(& object_35, "relative_to", &
                py::pos(& args_36))
            );
        }
        py::Flow::Next
    };
    if let py::Flow::Raise(raised_39) = flow_40 {
        if raised_39.is_a("ValueError") {
            return Ok(Value::Bool(false));
        } else {
            return Err(raised_39);
        }
    }
    Ok(Value::Bool(true))
}

pub(crate) fn pure_path_match(self_: Value, pattern: Value) -> R {
    let parts = {
        let mut out_41 = Vec::new();
        let mut iter_42 = py::iter::iter(&pattern.method("split", &[Value::str("/")])?)?;
        while let Some(part) = iter_42.next()? {
            if part.truth()? {
                out_41.push(part.clone());
            }
        }
        Value::list(out_41)
    };
    if pattern.method("startswith", &[Value::str("/")])?.truth()? {
        if !self_.attr("_root")?.truth()?
            || Value::from(py::builtins::len(&parts)?)
                .is_ne(&Value::from(py::builtins::len(&self_.attr("_names")?)?))?
        {
            return Ok(Value::Bool(false));
        }
    }
    if Value::from(py::builtins::len(&parts)?)
        .is_gt(&Value::from(py::builtins::len(&self_.attr("_names")?)?))?
    {
        return Ok(Value::Bool(false));
    }
    Ok(
        py::builtins::all(
            &py::pos(
                &[
                    {
                        async fn body_49(yielder: py::Yielder, u2e0: Value) -> R {
                            let mut name = Value::Unbound;
                            let mut part = Value::Unbound;
                            let mut iter_43 = py::iter::iter(&u2e0)?;
                            while let Some(item_44) = iter_43.next()? {
                                let [item_45, item_46] = py::unpack::<2>(&item_44)?;
                                name = item_45;
                                part = item_46;
                                yielder
                                    .give(
                                        py::call::call(
                                            &py::pure::load("fnmatch", "fnmatch")?,
                                            &py::pos(&[name.clone(), part.clone()]),
                                        )?,
                                    )
                                    .await?;
                            }
                            Ok(Value::None)
                        }
                        let arg_50 = py::iter::started(
                            &py::construct::zip(
                                &py::pos(
                                    &[
                                        py::construct::reversed(
                                            &py::pos(&[self_.attr("_names")?]),
                                        )?,
                                        py::construct::reversed(&py::pos(&[parts.clone()]))?,
                                    ],
                                ),
                            )?,
                        )?;
                        py::generator(
                            "<genexpr>",
                            move |yielder| body_49(yielder, arg_50),
                        )
                    },
                ],
            ),
        )?,
    )
}

pub(crate) fn path_repr(self_: Value) -> R {
    Ok(
        Value::str(
            format!(
                "PosixPath({})", py::fmt(& py::construct::str(& py::pos(& [self_
                .clone()])) ?, 'r', "") ?
            ),
        ),
    )
}

pub(crate) fn path_cwd(cls: Value) -> R {
    Ok(
        py::call::call(
            &cls.clone(),
            &py::pos(&[py::library::os::getcwd(&py::Args::none())?]),
        )?,
    )
}

pub(crate) fn path_exists(self_: Value) -> R {
    Ok(
        py::library::os::exists(
            &py::pos(&[py::construct::str(&py::pos(&[self_.clone()]))?]),
        )?,
    )
}

pub(crate) fn path_stat(self_: Value, follow_symlinks: Value) -> R {
    Ok(
        py::call::call(
            &py::pure::load("os", "stat")?,
            &py::pos(&[py::construct::str(&py::pos(&[self_.clone()]))?]),
        )?,
    )
}

pub(crate) fn path_is_file(self_: Value) -> R {
    Ok(
        py::library::os::isfile(
            &py::pos(&[py::construct::str(&py::pos(&[self_.clone()]))?]),
        )?,
    )
}

pub(crate) fn path_is_dir(self_: Value) -> R {
    Ok(
        py::library::os::isdir(
            &py::pos(&[py::construct::str(&py::pos(&[self_.clone()]))?]),
        )?,
    )
}

pub(crate) fn path_open(
    self_: Value,
    mode: Value,
    buffering: Value,
    encoding: Value,
    errors: Value,
    newline: Value,
) -> R {
    Ok(
        py::io::open(
            &py::Args {
                pos: &[py::construct::str(&py::pos(&[self_.clone()]))?, mode.clone()],
                kw: &[
                    (
                        "encoding",
                        {
                            let left_53 = encoding.clone();
                            if left_53.truth()? { left_53 } else { Value::str("utf-8") }
                        },
                    ),
                    ("newline", newline.clone()),
                ],
            },
        )?,
    )
}

pub(crate) fn path_read_text(self_: Value, encoding: Value, errors: Value) -> R {
    let mut file = Value::Unbound;
    let manager_54 = self_.method("open", &[])?;
    let entered_56 = py::enter_context(&manager_54)?;
    let flow_57: py::Flow = 'with_55: {
        file = entered_56;
        break 'with_55 py::Flow::Return(
            py::attempt!('with_55, file.method("read", & [])),
        );
    };
    match py::exit_context(&manager_54, flow_57)? {
        py::Flow::Next => {}
        py::Flow::Raise(raised) => return Err(raised),
        py::Flow::Return(value) => return Ok(value),
        _ => {}
    }
    Ok(Value::None)
}

pub(crate) fn path_write_text(
    self_: Value,
    data: Value,
    encoding: Value,
    errors: Value,
    newline: Value,
) -> R {
    let mut file = Value::Unbound;
    if !py::builtins::isinstance(&py::pos(&[data.clone(), py::library_class("str")]))?
        .truth()?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "data must be str, not {}", py::show(&
                                    py::construct::type_(& py::pos(& [data.clone()]))
                                    ?.attr("__name__") ?) ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    let manager_59 = self_.method("open", &[Value::str("w")])?;
    let entered_61 = py::enter_context(&manager_59)?;
    let flow_62: py::Flow = 'with_60: {
        file = entered_61;
        break 'with_60 py::Flow::Return(
            py::attempt!('with_60, file.method("write", & [data.clone()])),
        );
    };
    match py::exit_context(&manager_59, flow_62)? {
        py::Flow::Next => {}
        py::Flow::Raise(raised) => return Err(raised),
        py::Flow::Return(value) => return Ok(value),
        _ => {}
    }
    Ok(Value::None)
}

pub(crate) fn path_read_bytes(self_: Value) -> R {
    let mut file = Value::Unbound;
    let manager_63 = py::io::open(
        &py::pos(&[py::construct::str(&py::pos(&[self_.clone()]))?, Value::str("rb")]),
    )?;
    let entered_65 = py::enter_context(&manager_63)?;
    let flow_66: py::Flow = 'with_64: {
        file = entered_65;
        break 'with_64 py::Flow::Return(
            py::attempt!('with_64, file.method("read", & [])),
        );
    };
    match py::exit_context(&manager_63, flow_66)? {
        py::Flow::Next => {}
        py::Flow::Raise(raised) => return Err(raised),
        py::Flow::Return(value) => return Ok(value),
        _ => {}
    }
    Ok(Value::None)
}

pub(crate) fn path_write_bytes(self_: Value, data: Value) -> R {
    let mut file = Value::Unbound;
    let manager_67 = py::io::open(
        &py::pos(&[py::construct::str(&py::pos(&[self_.clone()]))?, Value::str("wb")]),
    )?;
    let entered_69 = py::enter_context(&manager_67)?;
    let flow_70: py::Flow = 'with_68: {
        file = entered_69;
        break 'with_68 py::Flow::Return(
            py::attempt!('with_68, file.method("write", & [data.clone()])),
        );
    };
    match py::exit_context(&manager_67, flow_70)? {
        py::Flow::Next => {}
        py::Flow::Raise(raised) => return Err(raised),
        py::Flow::Return(value) => return Ok(value),
        _ => {}
    }
    Ok(Value::None)
}

pub(crate) fn path_touch(self_: Value, mode: Value, exist_ok: Value) -> R {
    if self_.method("exists", &[])?.truth()? {
        if !exist_ok.truth()? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("FileExistsError"),
                        &py::pos(
                            &[
                                Value::Int(17),
                                Value::str("File exists"),
                                py::construct::str(&py::pos(&[self_.clone()]))?,
                            ],
                        ),
                    )?,
                )?,
            );
        }
        return Ok(Value::None);
    }
    let manager_72 = py::io::open(
        &py::pos(&[py::construct::str(&py::pos(&[self_.clone()]))?, Value::str("w")]),
    )?;
    let entered_74 = py::enter_context(&manager_72)?;
    let flow_75: py::Flow = 'with_73: { py::Flow::Next };
    match py::exit_context(&manager_72, flow_75)? {
        py::Flow::Next => {}
        py::Flow::Raise(raised) => return Err(raised),
        py::Flow::Return(value) => return Ok(value),
        _ => {}
    }
    Ok(Value::None)
}

pub(crate) fn path_getattr(self_: Value, name: Value) -> R {
    if py::contained(
        &name,
        &py::tuple([
            Value::str("as_uri"),
            Value::str("chmod"),
            Value::str("expanduser"),
            Value::str("group"),
            Value::str("hardlink_to"),
            Value::str("home"),
            Value::str("is_mount"),
            Value::str("is_reserved"),
            Value::str("is_socket"),
            Value::str("is_fifo"),
            Value::str("is_block_device"),
            Value::str("is_char_device"),
            Value::str("lchmod"),
            Value::str("link_to"),
            Value::str("lstat"),
            Value::str("owner"),
            Value::str("readlink"),
            Value::str("samefile"),
            Value::str("symlink_to"),
        ]),
    )? {
        py::library::sys::_stop(
            &py::pos(
                &[
                    Value::str(
                        format!(
                            "batuta: PY0102 `Path.{}` is not in the runtime", py::show(&
                            name) ?
                        ),
                    ),
                ],
            ),
        )?;
    }
    Err(
        py::exc::to_raise(
            &py::call::call(
                &py::exception("AttributeError"),
                &py::pos(
                    &[
                        Value::str(
                            format!(
                                "'PosixPath' object has no attribute '{}'", py::show(& name)
                                ?
                            ),
                        ),
                    ],
                ),
            )?,
        )?,
    )
}

pub(crate) fn path_rename(self_: Value, target: Value) -> R {
    py::library::os::rename(
        &py::pos(
            &[
                py::construct::str(&py::pos(&[self_.clone()]))?,
                py::construct::str(&py::pos(&[target.clone()]))?,
            ],
        ),
    )?;
    Ok(
        py::call::call(
            &py::construct::type_(&py::pos(&[self_.clone()]))?,
            &py::pos(&[target.clone()]),
        )?,
    )
}

pub(crate) fn path_replace(self_: Value, target: Value) -> R {
    py::call::call(
        &py::pure::load("os", "replace")?,
        &py::pos(
            &[
                py::construct::str(&py::pos(&[self_.clone()]))?,
                py::construct::str(&py::pos(&[target.clone()]))?,
            ],
        ),
    )?;
    Ok(
        py::call::call(
            &py::construct::type_(&py::pos(&[self_.clone()]))?,
            &py::pos(&[target.clone()]),
        )?,
    )
}

pub(crate) fn path_rmdir(self_: Value) -> R {
    py::library::os::rmdir(
        &py::pos(&[py::construct::str(&py::pos(&[self_.clone()]))?]),
    )?;
    Ok(Value::None)
}

pub(crate) fn path_is_symlink(self_: Value) -> R {
    Ok(
        py::library::os::islink(
            &py::pos(&[py::construct::str(&py::pos(&[self_.clone()]))?]),
        )?,
    )
}

pub(crate) fn path_unlink(self_: Value, missing_ok: Value) -> R {
    let flow_82: py::Flow = 'try_80: {
        py::attempt!(
            'try_80, py::library::os::remove(& py::pos(& [py::attempt!('try_80,
            py::construct::str(& py::pos(& [self_.clone()])))]))
        );
        py::Flow::Next
    };
    if let py::Flow::Raise(raised_81) = flow_82 {
        if raised_81.is_a("FileNotFoundError") {
            if !missing_ok.truth()? {
                return Err(raised_81.clone());
            }
        } else {
            return Err(raised_81);
        }
    }
    Ok(Value::None)
}

pub(crate) fn path_mkdir(
    self_: Value,
    mode: Value,
    parents: Value,
    exist_ok: Value,
) -> R {
    if self_.method("exists", &[])?.truth()? {
        if exist_ok.truth()? && self_.method("is_dir", &[])?.truth()? {
            return Ok(Value::None);
        }
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("FileExistsError"),
                    &py::pos(
                        &[
                            Value::Int(17),
                            Value::str("File exists"),
                            py::construct::str(&py::pos(&[self_.clone()]))?,
                        ],
                    ),
                )?,
            )?,
        );
    }
    if !parents.truth()? && !self_.attr("parent")?.method("exists", &[])?.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("FileNotFoundError"),
                    &py::pos(
                        &[
                            Value::Int(2),
                            Value::str("No such file or directory"),
                            py::construct::str(&py::pos(&[self_.clone()]))?,
                        ],
                    ),
                )?,
            )?,
        );
    }
    py::library::os::makedirs(
        &py::pos(&[py::construct::str(&py::pos(&[self_.clone()]))?]),
    )?;
    Ok(Value::None)
}

pub(crate) fn path_iterdir(self_: Value) -> R {
    Ok({
        async fn body_87(yielder: py::Yielder, self_: Value) -> R {
            let mut iter_85 = py::iter::iter(
                &py::library::os::listdir(
                    &py::pos(&[py::construct::str(&py::pos(&[self_.clone()]))?]),
                )?,
            )?;
            while let Some(name) = iter_85.next()? {
                yielder.give(self_.div(&name)?).await?;
            }
            Ok(Value::None)
        }
        py::generator("iterdir", move |yielder| body_87(yielder, self_))
    })
}

pub(crate) fn path_absolute(self_: Value) -> R {
    Ok(
        if self_.attr("_root")?.truth()? {
            self_.clone()
        } else {
            py::call::call(
                &py::construct::type_(&py::pos(&[self_.clone()]))?,
                &py::pos(&[py::library::os::getcwd(&py::Args::none())?, self_.clone()]),
            )?
        },
    )
}

pub(crate) fn path_resolve(self_: Value, strict: Value) -> R {
    let names = py::list([]);
    let mut iter_89 = py::iter::iter(&self_.method("absolute", &[])?.attr("_names")?)?;
    while let Some(name) = iter_89.next()? {
        if name.is_eq(&Value::str(".."))? {
            if names.truth()? {
                names.method("pop", &[])?;
            }
        } else {
            names.method("append", &[name.clone()])?;
        }
    }
    Ok(
        py::construct::type_(&py::pos(&[self_.clone()]))?
            .method("_of", &[Value::str("/"), names.clone()])?,
    )
}

pub(crate) fn path_children(self_: Value) -> R {
    let flow_93: py::Flow = 'try_91: {
        return Ok(
            py::attempt!(
                'try_91, py::builtins::sorted(& py::pos(& [py::attempt!('try_91,
                py::library::os::listdir(& py::pos(& [py::attempt!('try_91,
                py::construct::str(& py::pos(& [self_.clone()])))])))]))
            ),
        );
    };
    if let py::Flow::Raise(raised_92) = flow_93 {
        if raised_92.is_a("OSError") {
            return Ok(py::list([]));
        } else {
            return Err(raised_92);
        }
    }
    Ok(Value::None)
}

pub(crate) fn path_glob(self_: Value, pattern: Value) -> R {
    Ok({
        async fn body_97(yielder: py::Yielder, self_: Value, pattern: Value) -> R {
            let parts = {
                let mut out_94 = Vec::new();
                let mut iter_95 = py::iter::iter(
                    &pattern.method("split", &[Value::str("/")])?,
                )?;
                while let Some(part) = iter_95.next()? {
                    if part.truth()? {
                        out_94.push(part.clone());
                    }
                }
                Value::list(out_94)
            };
            if !parts.truth()? {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::exception("ValueError"),
                            &py::pos(
                                &[
                                    Value::str(
                                        format!(
                                            "Unacceptable pattern: {}", py::fmt(& pattern, 'r', "") ?
                                        ),
                                    ),
                                ],
                            ),
                        )?,
                    )?,
                );
            }
            yielder.give_all(self_.method("_select", &[parts.clone()])?).await?;
            Ok(Value::None)
        }
        py::generator("glob", move |yielder| body_97(yielder, self_, pattern))
    })
}

pub(crate) fn path_select(self_: Value, parts: Value) -> R {
    Ok({
        async fn body_105(yielder: py::Yielder, self_: Value, parts: Value) -> R {
            let mut child = Value::Unbound;
            let mut name = Value::Unbound;
            let first = parts.item(&Value::Int(0))?;
            let rest = parts
                .item(&py::item::slice(Value::Int(1), Value::None, Value::None))?;
            if first.is_eq(&Value::str("**"))? {
                if rest.truth()? {
                    yielder.give_all(self_.method("_select", &[rest.clone()])?).await?;
                } else {
                    yielder.give(self_.clone()).await?;
                }
                let mut iter_98 = py::iter::iter(&self_.method("_children", &[])?)?;
                while let Some(item_99) = iter_98.next()? {
                    name = item_99;
                    child = self_.div(&name)?;
                    if child.method("is_dir", &[])?.truth()? {
                        yielder
                            .give_all(child.method("_select", &[parts.clone()])?)
                            .await?;
                    }
                }
                return Ok(Value::None);
            }
            let mut iter_101 = py::iter::iter(&self_.method("_children", &[])?)?;
            while let Some(item_102) = iter_101.next()? {
                name = item_102;
                if py::call::call(
                        &py::pure::load("fnmatch", "fnmatch")?,
                        &py::pos(&[name.clone(), first.clone()]),
                    )?
                    .truth()?
                {
                    child = self_.div(&name)?;
                    if !rest.truth()? {
                        yielder.give(child.clone()).await?;
                    } else if child.method("is_dir", &[])?.truth()? {
                        yielder
                            .give_all(child.method("_select", &[rest.clone()])?)
                            .await?;
                    }
                }
            }
            Ok(Value::None)
        }
        py::generator("_select", move |yielder| body_105(yielder, self_, parts))
    })
}

pub(crate) fn path_rglob(self_: Value, pattern: Value) -> R {
    Ok({
        async fn body_106(yielder: py::Yielder, self_: Value, pattern: Value) -> R {
            yielder
                .give_all(self_.method("glob", &[Value::str("**/").add(&pattern)?])?)
                .await?;
            Ok(Value::None)
        }
        py::generator("rglob", move |yielder| body_106(yielder, self_, pattern))
    })
}

/// The statements of `pathlib.py`.
pub(crate) fn run() -> R<()> {
    global::PurePath
        .store({
            let class = py::ClassBody::new(
                "PurePath",
                NAME,
                Value::str("A path, without touching the disk."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def("PurePath.__init__", "self, *parts", [], pure_path_init),
                );
            class
                .set(
                    "_of",
                    py::library_class("classmethod")
                        .call(
                            &[
                                py::def(
                                    "PurePath._of",
                                    "cls, root, names",
                                    [],
                                    pure_path_of,
                                ),
                            ],
                        )?,
                );
            class.set("__str__", py::def("PurePath.__str__", "self", [], pure_path_str));
            class
                .set(
                    "__fspath__",
                    py::def("PurePath.__fspath__", "self", [], pure_path_fspath),
                );
            class
                .set(
                    "as_posix",
                    py::def("PurePath.as_posix", "self", [], pure_path_as_posix),
                );
            class
                .set(
                    "__repr__",
                    py::def("PurePath.__repr__", "self", [], pure_path_repr),
                );
            class
                .set(
                    "__hash__",
                    py::def("PurePath.__hash__", "self", [], pure_path_hash),
                );
            class.set("_key", py::def("PurePath._key", "self", [], pure_path_key));
            class
                .set(
                    "__eq__",
                    py::def("PurePath.__eq__", "self, other", [], pure_path_eq),
                );
            class
                .set(
                    "__lt__",
                    py::def("PurePath.__lt__", "self, other", [], pure_path_lt),
                );
            class
                .set(
                    "__le__",
                    py::def("PurePath.__le__", "self, other", [], pure_path_le),
                );
            class
                .set(
                    "__truediv__",
                    py::def("PurePath.__truediv__", "self, other", [], pure_path_truediv),
                );
            class
                .set(
                    "__rtruediv__",
                    py::def(
                        "PurePath.__rtruediv__",
                        "self, other",
                        [],
                        pure_path_rtruediv,
                    ),
                );
            class
                .set(
                    "joinpath",
                    py::def("PurePath.joinpath", "self, *others", [], pure_path_joinpath),
                );
            class
                .set(
                    "parts",
                    py::library_class("property")
                        .call(&[py::def("PurePath.parts", "self", [], pure_path_parts)])?,
                );
            class
                .set(
                    "root",
                    py::library_class("property")
                        .call(&[py::def("PurePath.root", "self", [], pure_path_root)])?,
                );
            class
                .set(
                    "anchor",
                    py::library_class("property")
                        .call(
                            &[py::def("PurePath.anchor", "self", [], pure_path_anchor)],
                        )?,
                );
            class
                .set(
                    "drive",
                    py::library_class("property")
                        .call(&[py::def("PurePath.drive", "self", [], pure_path_drive)])?,
                );
            class
                .set(
                    "name",
                    py::library_class("property")
                        .call(&[py::def("PurePath.name", "self", [], pure_path_name)])?,
                );
            class
                .set(
                    "suffix",
                    py::library_class("property")
                        .call(
                            &[py::def("PurePath.suffix", "self", [], pure_path_suffix)],
                        )?,
                );
            class
                .set(
                    "suffixes",
                    py::library_class("property")
                        .call(
                            &[
                                py::def("PurePath.suffixes", "self", [], pure_path_suffixes),
                            ],
                        )?,
                );
            class
                .set(
                    "stem",
                    py::library_class("property")
                        .call(&[py::def("PurePath.stem", "self", [], pure_path_stem)])?,
                );
            class
                .set(
                    "parent",
                    py::library_class("property")
                        .call(
                            &[py::def("PurePath.parent", "self", [], pure_path_parent)],
                        )?,
                );
            class
                .set(
                    "parents",
                    py::library_class("property")
                        .call(
                            &[py::def("PurePath.parents", "self", [], pure_path_parents)],
                        )?,
                );
            class
                .set(
                    "is_absolute",
                    py::def("PurePath.is_absolute", "self", [], pure_path_is_absolute),
                );
            class
                .set(
                    "with_name",
                    py::def("PurePath.with_name", "self, name", [], pure_path_with_name),
                );
            class
                .set(
                    "with_suffix",
                    py::def(
                        "PurePath.with_suffix",
                        "self, suffix",
                        [],
                        pure_path_with_suffix,
                    ),
                );
            class
                .set(
                    "with_stem",
                    py::def("PurePath.with_stem", "self, stem", [], pure_path_with_stem),
                );
            class
                .set(
                    "relative_to",
                    py::def(
                        "PurePath.relative_to",
                        "self, *other",
                        [],
                        pure_path_relative_to,
                    ),
                );
            class
                .set(
                    "is_relative_to",
                    py::def(
                        "PurePath.is_relative_to",
                        "self, *other",
                        [],
                        pure_path_is_relative_to,
                    ),
                );
            class
                .set(
                    "match",
                    py::def("PurePath.match", "self, pattern", [], pure_path_match),
                );
            class.finish(&[])?
        });
    global::Path
        .store({
            let class = py::ClassBody::new(
                "Path",
                NAME,
                Value::str("A path to files."),
                &[global::PurePath.load()?],
            )?;
            class.set("__repr__", py::def("Path.__repr__", "self", [], path_repr));
            class
                .set(
                    "cwd",
                    py::library_class("classmethod")
                        .call(&[py::def("Path.cwd", "cls", [], path_cwd)])?,
                );
            class.set("exists", py::def("Path.exists", "self", [], path_exists));
            class
                .set(
                    "stat",
                    py::def(
                        "Path.stat",
                        "self, *, follow_symlinks=",
                        [Value::Bool(true)],
                        path_stat,
                    ),
                );
            class.set("is_file", py::def("Path.is_file", "self", [], path_is_file));
            class.set("is_dir", py::def("Path.is_dir", "self", [], path_is_dir));
            class
                .set(
                    "open",
                    py::def(
                        "Path.open",
                        "self, mode=, buffering=, encoding=, errors=, newline=",
                        [
                            Value::str("r"),
                            Value::Int(-1),
                            Value::None,
                            Value::None,
                            Value::None,
                        ],
                        path_open,
                    ),
                );
            class
                .set(
                    "read_text",
                    py::def(
                        "Path.read_text",
                        "self, encoding=, errors=",
                        [Value::None, Value::None],
                        path_read_text,
                    ),
                );
            class
                .set(
                    "write_text",
                    py::def(
                        "Path.write_text",
                        "self, data, encoding=, errors=, newline=",
                        [Value::None, Value::None, Value::None],
                        path_write_text,
                    ),
                );
            class
                .set(
                    "read_bytes",
                    py::def("Path.read_bytes", "self", [], path_read_bytes),
                );
            class
                .set(
                    "write_bytes",
                    py::def("Path.write_bytes", "self, data", [], path_write_bytes),
                );
            class
                .set(
                    "touch",
                    py::def(
                        "Path.touch",
                        "self, mode=, exist_ok=",
                        [Value::Int(438), Value::Bool(true)],
                        path_touch,
                    ),
                );
            class
                .set(
                    "__getattr__",
                    py::def("Path.__getattr__", "self, name", [], path_getattr),
                );
            class.set("rename", py::def("Path.rename", "self, target", [], path_rename));
            class
                .set(
                    "replace",
                    py::def("Path.replace", "self, target", [], path_replace),
                );
            class.set("rmdir", py::def("Path.rmdir", "self", [], path_rmdir));
            class
                .set(
                    "is_symlink",
                    py::def("Path.is_symlink", "self", [], path_is_symlink),
                );
            class
                .set(
                    "unlink",
                    py::def(
                        "Path.unlink",
                        "self, missing_ok=",
                        [Value::Bool(false)],
                        path_unlink,
                    ),
                );
            class
                .set(
                    "mkdir",
                    py::def(
                        "Path.mkdir",
                        "self, mode=, parents=, exist_ok=",
                        [Value::Int(511), Value::Bool(false), Value::Bool(false)],
                        path_mkdir,
                    ),
                );
            class.set("iterdir", py::def("Path.iterdir", "self", [], path_iterdir));
            class.set("absolute", py::def("Path.absolute", "self", [], path_absolute));
            class
                .set(
                    "resolve",
                    py::def(
                        "Path.resolve",
                        "self, strict=",
                        [Value::Bool(false)],
                        path_resolve,
                    ),
                );
            class.set("_children", py::def("Path._children", "self", [], path_children));
            class.set("glob", py::def("Path.glob", "self, pattern", [], path_glob));
            class
                .set("_select", py::def("Path._select", "self, parts", [], path_select));
            class.set("rglob", py::def("Path.rglob", "self, pattern", [], path_rglob));
            class.finish(&[])?
        });
    global::PosixPath.store(global::Path.load()?);
    global::PurePosixPath.store(global::PurePath.load()?);
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library pathlib") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "PurePath" => global::PurePath.load(),
        "Path" => global::Path.load(),
        "PosixPath" => global::PosixPath.load(),
        "PurePosixPath" => global::PurePosixPath.load(),
        _ => Ok(Value::None),
    }
}
