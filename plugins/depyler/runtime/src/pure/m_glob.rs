//! Paths that fit a pattern.
//!
//! @generated from `runtime/pure/glob.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static _below : Global = const { Global::new("_below") }; pub (crate)
        static _find : Global = const { Global::new("_find") }; pub (crate) static _names
        : Global = const { Global::new("_names") }; pub (crate) static escape : Global =
        const { Global::new("escape") }; pub (crate) static glob : Global = const {
        Global::new("glob") }; pub (crate) static has_magic : Global = const {
        Global::new("has_magic") }; pub (crate) static iglob : Global = const {
        Global::new("iglob") };
    }
}

pub(crate) fn has_magic(s: Value) -> R {
    Ok(
        Value::Bool(
            !py::library::re::search(&py::pos(&[Value::str("[*?[]"), s.clone()]))?
                .is(&Value::None),
        ),
    )
}

pub(crate) fn escape(pathname: Value) -> R {
    Ok(
        py::library::re::sub(
            &py::pos(&[Value::str("([*?[])"), Value::str("[\\1]"), pathname.clone()]),
        )?,
    )
}

pub(crate) fn _names(folder: Value, hidden: Value) -> R {
    let mut names = Value::Unbound;
    let flow_4: py::Flow = 'try_1: {
        names = py::attempt!(
            'try_1, py::library::os::listdir(& py::pos(& [{ let left_2 = folder.clone();
            if py::attempt!('try_1, left_2.truth()) { left_2 } else { Value::str(".") }
            }]))
        );
        py::Flow::Next
    };
    if let py::Flow::Raise(raised_3) = flow_4 {
        if raised_3.is_a("OSError") {
            return Ok(py::list([]));
        } else {
            return Err(raised_3);
        }
    }
    Ok(
        if hidden.truth()? {
            names.clone()
        } else {
            {
                let mut out_5 = Vec::new();
                let mut iter_6 = py::iter::iter(&names)?;
                while let Some(n) = iter_6.next()? {
                    if !n.method("startswith", &[Value::str(".")])?.truth()? {
                        out_5.push(n.clone());
                    }
                }
                Value::list(out_5)
            }
        },
    )
}

pub(crate) fn _below(folder: Value, hidden: Value) -> R {
    Ok({
        async fn body_11(yielder: py::Yielder, folder: Value, hidden: Value) -> R {
            yielder.give(Value::str("")).await?;
            let mut iter_7 = py::iter::iter(&_names(folder.clone(), hidden.clone())?)?;
            while let Some(name) = iter_7.next()? {
                let full = if folder.truth()? {
                    py::library::os::join(&py::pos(&[folder.clone(), name.clone()]))?
                } else {
                    name.clone()
                };
                yielder.give(name.clone()).await?;
                if py::library::os::isdir(&py::pos(&[full.clone()]))?.truth()?
                    && !py::library::os::islink(&py::pos(&[full.clone()]))?.truth()?
                {
                    let mut iter_9 = py::iter::iter(
                        &_below(full.clone(), hidden.clone())?,
                    )?;
                    while let Some(inner) = iter_9.next()? {
                        if inner.truth()? {
                            yielder
                                .give(
                                    py::library::os::join(
                                        &py::pos(&[name.clone(), inner.clone()]),
                                    )?,
                                )
                                .await?;
                        }
                    }
                }
            }
            Ok(Value::None)
        }
        py::generator("_below", move |yielder| body_11(yielder, folder, hidden))
    })
}

pub(crate) fn _find(base: Value, parts: Value, recursive: Value, hidden: Value) -> R {
    Ok({
        async fn body_22(
            yielder: py::Yielder,
            base: Value,
            parts: Value,
            recursive: Value,
            hidden: Value,
        ) -> R {
            let mut here = Value::Unbound;
            let mut part = Value::Unbound;
            let mut rest = Value::Unbound;
            if !parts.truth()? {
                yielder.give(base.clone()).await?;
                return Ok(Value::None);
            }
            let [item_12, item_13] = py::unpack::<
                2,
            >(
                &py::tuple([
                    parts.item(&Value::Int(0))?,
                    parts
                        .item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
                ]),
            )?;
            part = item_12;
            rest = item_13;
            if part.is_eq(&Value::str("**"))? && recursive.truth()? {
                let mut iter_14 = py::iter::iter(
                    &_below(base.clone(), hidden.clone())?,
                )?;
                while let Some(inner) = iter_14.next()? {
                    here = if inner.truth()? {
                        py::library::os::join(&py::pos(&[base.clone(), inner.clone()]))?
                    } else {
                        base.clone()
                    };
                    if !rest.truth()? {
                        if inner.truth()? {
                            yielder.give(here.clone()).await?;
                        } else if base.truth()? {
                            yielder
                                .give(
                                    py::library::os::join(
                                        &py::pos(&[base.clone(), Value::str("")]),
                                    )?,
                                )
                                .await?;
                        }
                    } else if inner.is_eq(&Value::str(""))?
                        || py::library::os::isdir(&py::pos(&[here.clone()]))?.truth()?
                    {
                        yielder
                            .give_all(
                                _find(
                                    here.clone(),
                                    rest.clone(),
                                    recursive.clone(),
                                    hidden.clone(),
                                )?,
                            )
                            .await?;
                    }
                }
                return Ok(Value::None);
            }
            if !has_magic(part.clone())?.truth()? {
                here = if base.truth()? {
                    py::library::os::join(&py::pos(&[base.clone(), part.clone()]))?
                } else {
                    part.clone()
                };
                if part.is_eq(&Value::str(""))? {
                    if py::library::os::isdir(&py::pos(&[base.clone()]))?.truth()? {
                        yielder
                            .give(
                                py::library::os::join(
                                    &py::pos(&[base.clone(), Value::str("")]),
                                )?,
                            )
                            .await?;
                    }
                } else if py::call::call(
                        &py::pure::load("os.path", "lexists")?,
                        &py::pos(&[here.clone()]),
                    )?
                    .truth()?
                    && (!rest.truth()?
                        || py::library::os::isdir(&py::pos(&[here.clone()]))?.truth()?)
                {
                    yielder
                        .give_all(
                            _find(
                                here.clone(),
                                rest.clone(),
                                recursive.clone(),
                                hidden.clone(),
                            )?,
                        )
                        .await?;
                }
                return Ok(Value::None);
            }
            let fits = py::library::re::compile(
                    &py::pos(
                        &[
                            py::call::call(
                                &py::pure::load("fnmatch", "translate")?,
                                &py::pos(&[part.clone()]),
                            )?,
                        ],
                    ),
                )?
                .attr("match")?;
            let mut iter_18 = py::iter::iter(
                &_names(
                    base.clone(),
                    {
                        let left_19 = hidden.clone();
                        if left_19.truth()? {
                            left_19
                        } else {
                            part.method("startswith", &[Value::str(".")])?
                        }
                    },
                )?,
            )?;
            while let Some(name) = iter_18.next()? {
                if py::call::call(&fits.clone(), &py::pos(&[name.clone()]))?.truth()? {
                    here = if base.truth()? {
                        py::library::os::join(&py::pos(&[base.clone(), name.clone()]))?
                    } else {
                        name.clone()
                    };
                    if !rest.truth()?
                        || py::library::os::isdir(&py::pos(&[here.clone()]))?.truth()?
                    {
                        yielder
                            .give_all(
                                _find(
                                    here.clone(),
                                    rest.clone(),
                                    recursive.clone(),
                                    hidden.clone(),
                                )?,
                            )
                            .await?;
                    }
                }
            }
            Ok(Value::None)
        }
        py::generator(
            "_find",
            move |yielder| body_22(yielder, base, parts, recursive, hidden),
        )
    })
}

pub(crate) fn iglob(
    pathname: Value,
    root_dir: Value,
    dir_fd: Value,
    recursive: Value,
    include_hidden: Value,
) -> R {
    Ok({
        async fn body_28(
            yielder: py::Yielder,
            mut pathname: Value,
            root_dir: Value,
            dir_fd: Value,
            recursive: Value,
            include_hidden: Value,
        ) -> R {
            pathname = py::call::call(
                &py::pure::load("os", "fspath")?,
                &py::pos(&[pathname.clone()]),
            )?;
            let mut parts = pathname.method("split", &[Value::str("/")])?;
            let mut start = Value::str("");
            if pathname.method("startswith", &[Value::str("/")])?.truth()? {
                let [item_24, item_25] = py::unpack::<
                    2,
                >(
                    &py::tuple([
                        Value::str("/"),
                        parts
                            .item(
                                &py::item::slice(Value::Int(1), Value::None, Value::None),
                            )?,
                    ]),
                )?;
                start = item_24;
                parts = item_25;
            }
            if !root_dir.is(&Value::None) && !start.truth()? {
                let cut = Value::from(
                    py::builtins::len(
                        &py::library::os::join(
                            &py::pos(&[root_dir.clone(), Value::str("")]),
                        )?,
                    )?,
                );
                let mut iter_26 = py::iter::iter(
                    &_find(
                        py::library::os::join(
                            &py::pos(&[root_dir.clone(), Value::str("")]),
                        )?,
                        parts.clone(),
                        recursive.clone(),
                        include_hidden.clone(),
                    )?,
                )?;
                while let Some(found) = iter_26.next()? {
                    yielder
                        .give(
                            found
                                .item(
                                    &py::item::slice(cut.clone(), Value::None, Value::None),
                                )?,
                        )
                        .await?;
                }
                return Ok(Value::None);
            }
            yielder
                .give_all(
                    _find(
                        start.clone(),
                        parts.clone(),
                        recursive.clone(),
                        include_hidden.clone(),
                    )?,
                )
                .await?;
            Ok(Value::None)
        }
        py::generator(
            "iglob",
            move |yielder| body_28(
                yielder,
                pathname,
                root_dir,
                dir_fd,
                recursive,
                include_hidden,
            ),
        )
    })
}

pub(crate) fn glob(
    pathname: Value,
    root_dir: Value,
    dir_fd: Value,
    recursive: Value,
    include_hidden: Value,
) -> R {
    Ok(
        py::construct::list(
            &py::pos(
                &[
                    iglob(
                        pathname.clone(),
                        root_dir.clone(),
                        Value::None,
                        recursive.clone(),
                        include_hidden.clone(),
                    )?,
                ],
            ),
        )?,
    )
}

/// The statements of `glob.py`.
pub(crate) fn run() -> R<()> {
    global::has_magic.store(py::def("has_magic", "s", [], has_magic));
    global::escape.store(py::def("escape", "pathname", [], escape));
    global::_names.store(py::def("_names", "folder, hidden", [], _names));
    global::_below.store(py::def("_below", "folder, hidden", [], _below));
    global::_find.store(py::def("_find", "base, parts, recursive, hidden", [], _find));
    global::iglob
        .store(
            py::def(
                "iglob",
                "pathname, *, root_dir=, dir_fd=, recursive=, include_hidden=",
                [Value::None, Value::None, Value::Bool(false), Value::Bool(false)],
                iglob,
            ),
        );
    global::glob
        .store(
            py::def(
                "glob",
                "pathname, *, root_dir=, dir_fd=, recursive=, include_hidden=",
                [Value::None, Value::None, Value::Bool(false), Value::Bool(false)],
                glob,
            ),
        );
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library glob") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "has_magic" => global::has_magic.load(),
        "escape" => global::escape.load(),
        "iglob" => global::iglob.load(),
        "glob" => global::glob.load(),
        _ => Ok(Value::None),
    }
}
