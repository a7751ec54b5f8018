//! Paths as texts.
//!
//! @generated from `runtime/pure/os_path.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static abspath : Global = const { Global::new("abspath") }; pub
        (crate) static altsep : Global = const { Global::new("altsep") }; pub (crate)
        static commonpath : Global = const { Global::new("commonpath") }; pub (crate)
        static commonprefix : Global = const { Global::new("commonprefix") }; pub (crate)
        static curdir : Global = const { Global::new("curdir") }; pub (crate) static
        devnull : Global = const { Global::new("devnull") }; pub (crate) static
        expanduser : Global = const { Global::new("expanduser") }; pub (crate) static
        expandvars : Global = const { Global::new("expandvars") }; pub (crate) static
        extsep : Global = const { Global::new("extsep") }; pub (crate) static getatime :
        Global = const { Global::new("getatime") }; pub (crate) static getctime : Global
        = const { Global::new("getctime") }; pub (crate) static getmtime : Global = const
        { Global::new("getmtime") }; pub (crate) static getsize : Global = const {
        Global::new("getsize") }; pub (crate) static isabs : Global = const {
        Global::new("isabs") }; pub (crate) static lexists : Global = const {
        Global::new("lexists") }; pub (crate) static normcase : Global = const {
        Global::new("normcase") }; pub (crate) static normpath : Global = const {
        Global::new("normpath") }; pub (crate) static pardir : Global = const {
        Global::new("pardir") }; pub (crate) static pathsep : Global = const {
        Global::new("pathsep") }; pub (crate) static realpath : Global = const {
        Global::new("realpath") }; pub (crate) static relpath : Global = const {
        Global::new("relpath") }; pub (crate) static samefile : Global = const {
        Global::new("samefile") }; pub (crate) static splitdrive : Global = const {
        Global::new("splitdrive") };
    }
}

pub(crate) fn isabs(path: Value) -> R {
    Ok(
        py::call::call(&py::pure::load("os", "fspath")?, &py::pos(&[path.clone()]))?
            .method("startswith", &[Value::str("/")])?,
    )
}

pub(crate) fn normpath(mut path: Value) -> R {
    path = py::call::call(&py::pure::load("os", "fspath")?, &py::pos(&[path.clone()]))?;
    if path.is_eq(&Value::str(""))? {
        return Ok(Value::str("."));
    }
    let mut root = if path.method("startswith", &[Value::str("/")])?.truth()? {
        Value::str("/")
    } else {
        Value::str("")
    };
    if path.method("startswith", &[Value::str("//")])?.truth()?
        && !path.method("startswith", &[Value::str("///")])?.truth()?
    {
        root = Value::str("//");
    }
    let parts = py::list([]);
    let mut iter_3 = py::iter::iter(&path.method("split", &[Value::str("/")])?)?;
    while let Some(part) = iter_3.next()? {
        if py::contained(&part, &py::tuple([Value::str(""), Value::str(".")]))? {
            continue;
        }
        if part.is_ne(&Value::str(".."))? || !root.truth()? && !parts.truth()?
            || parts.truth()? && parts.item(&Value::Int(-1))?.is_eq(&Value::str(".."))?
        {
            parts.method("append", &[part.clone()])?;
        } else if parts.truth()? {
            parts.method("pop", &[])?;
        }
    }
    Ok({
        let left_5 = root.add(&Value::str("/").method("join", &[parts.clone()])?)?;
        if left_5.truth()? { left_5 } else { Value::str(".") }
    })
}

pub(crate) fn abspath(mut path: Value) -> R {
    path = py::call::call(&py::pure::load("os", "fspath")?, &py::pos(&[path.clone()]))?;
    if !path.method("startswith", &[Value::str("/")])?.truth()? {
        path = py::library::os::getcwd(&py::Args::none())?
            .add(&Value::str("/"))?
            .add(&path)?;
    }
    Ok(normpath(path.clone())?)
}

pub(crate) fn realpath(path: Value, strict: Value) -> R {
    let mut __ = Value::Unbound;
    let mut found = Value::Unbound;
    let mut head = Value::Unbound;
    let mut last = Value::Unbound;
    let mut tail = Value::Unbound;
    let full = abspath(path.clone())?;
    let [item_7, item_8] = py::unpack::<2>(&py::tuple([full.clone(), py::list([])]))?;
    head = item_7;
    tail = item_8;
    loop {
        found = py::library::os::_resolved(&py::pos(&[head.clone()]))?;
        if !py::bound(&found, "found")?.is(&Value::None) || head.is_eq(&Value::str("/"))?
        {
            break;
        }
        let [item_10, item_11, item_12] = py::unpack::<
            3,
        >(&head.method("rpartition", &[Value::str("/")])?)?;
        head = item_10;
        __ = item_11;
        last = item_12;
        tail.method("insert", &[Value::Int(0), last.clone()])?;
        head = {
            let left_13 = head.clone();
            if left_13.truth()? { left_13 } else { Value::str("/") }
        };
    }
    if !tail.truth()? {
        return Ok(py::bound(&found, "found")?);
    }
    Ok(
        py::bound(&found, "found")?
            .method("rstrip", &[Value::str("/")])?
            .add(&Value::str("/"))?
            .add(&Value::str("/").method("join", &[tail.clone()])?)?,
    )
}

pub(crate) fn relpath(path: Value, start: Value) -> R {
    if !path.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("no path specified")]),
                )?,
            )?,
        );
    }
    let a = {
        let mut out_15 = Vec::new();
        let mut iter_16 = py::iter::iter(
            &abspath(start.clone())?.method("split", &[Value::str("/")])?,
        )?;
        while let Some(p) = iter_16.next()? {
            if p.truth()? {
                out_15.push(p.clone());
            }
        }
        Value::list(out_15)
    };
    let b = {
        let mut out_17 = Vec::new();
        let mut iter_18 = py::iter::iter(
            &abspath(path.clone())?.method("split", &[Value::str("/")])?,
        )?;
        while let Some(p) = iter_18.next()? {
            if p.truth()? {
                out_17.push(p.clone());
            }
        }
        Value::list(out_17)
    };
    let mut same = Value::Int(0);
    while same
        .is_lt(
            &py::builtins::min(
                &py::pos(
                    &[
                        Value::from(py::builtins::len(&a)?),
                        Value::from(py::builtins::len(&b)?),
                    ],
                ),
            )?,
        )? && a.item(&same)?.is_eq(&b.item(&same)?)?
    {
        same.add_assign(&Value::Int(1))?;
    }
    Ok({
        let left_20 = Value::str("/")
            .method(
                "join",
                &[
                    py::list([Value::str("..")])
                        .mul(&Value::from(py::builtins::len(&a)?).sub(&same)?)?
                        .add(
                            &b
                                .item(
                                    &py::item::slice(same.clone(), Value::None, Value::None),
                                )?,
                        )?,
                ],
            )?;
        if left_20.truth()? { left_20 } else { Value::str(".") }
    })
}

pub(crate) fn expanduser(mut path: Value) -> R {
    path = py::call::call(&py::pure::load("os", "fspath")?, &py::pos(&[path.clone()]))?;
    if path.is_eq(&Value::str("~"))?
        || path.method("startswith", &[Value::str("~/")])?.truth()?
    {
        return Ok({
            let left_22 = py::pure::load("os", "environ")?
                .method("get", &[Value::str("HOME"), Value::str("~")])?
                .method("rstrip", &[Value::str("/")])?
                .add(
                    &path
                        .item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
                )?;
            if left_22.truth()? { left_22 } else { Value::str("/") }
        });
    }
    Ok(path.clone())
}

pub(crate) fn expandvars(path: Value) -> R {
    let mut one = Value::Unbound;
    one = py::def(
        "expandvars.<locals>.one",
        "match",
        [],
        move |match_: Value| -> R {
            let mut name = match_.method("group", &[Value::Int(1)])?;
            name = if name.method("startswith", &[Value::str("{")])?.truth()? {
                name.item(&py::item::slice(Value::Int(1), Value::Int(-1), Value::None))?
            } else {
                name.clone()
            };
            Ok(
                py::pure::load("os", "environ")?
                    .method(
                        "get",
                        &[name.clone(), match_.method("group", &[Value::Int(0)])?],
                    )?,
            )
        },
    );
    Ok(
        py::library::re::sub(
            &py::pos(
                &[
                    Value::str("\\$(\\w+|\\{[^}]*\\})"),
                    one.clone(),
                    py::call::call(
                        &py::pure::load("os", "fspath")?,
                        &py::pos(&[path.clone()]),
                    )?,
                ],
            ),
        )?,
    )
}

pub(crate) fn normcase(path: Value) -> R {
    Ok(py::call::call(&py::pure::load("os", "fspath")?, &py::pos(&[path.clone()]))?)
}

pub(crate) fn lexists(path: Value) -> R {
    Ok({
        let left_25 = py::library::os::exists(&py::pos(&[path.clone()]))?;
        if left_25.truth()? {
            left_25
        } else {
            py::library::os::islink(&py::pos(&[path.clone()]))?
        }
    })
}

pub(crate) fn getsize(path: Value) -> R {
    Ok(
        py::library::os::_stat(
                &py::pos(
                    &[
                        py::call::call(
                            &py::pure::load("os", "fspath")?,
                            &py::pos(&[path.clone()]),
                        )?,
                    ],
                ),
            )?
            .item(&Value::Int(6))?,
    )
}

pub(crate) fn getmtime(path: Value) -> R {
    Ok(
        py::library::os::_stat(
                &py::pos(
                    &[
                        py::call::call(
                            &py::pure::load("os", "fspath")?,
                            &py::pos(&[path.clone()]),
                        )?,
                    ],
                ),
            )?
            .item(&Value::Int(8))?,
    )
}

pub(crate) fn getatime(path: Value) -> R {
    Ok(
        py::library::os::_stat(
                &py::pos(
                    &[
                        py::call::call(
                            &py::pure::load("os", "fspath")?,
                            &py::pos(&[path.clone()]),
                        )?,
                    ],
                ),
            )?
            .item(&Value::Int(7))?,
    )
}

pub(crate) fn getctime(path: Value) -> R {
    Ok(
        py::library::os::_stat(
                &py::pos(
                    &[
                        py::call::call(
                            &py::pure::load("os", "fspath")?,
                            &py::pos(&[path.clone()]),
                        )?,
                    ],
                ),
            )?
            .item(&Value::Int(9))?,
    )
}

pub(crate) fn samefile(a: Value, b: Value) -> R {
    Ok(
        py::library::os::_stat(
                &py::pos(
                    &[
                        py::call::call(
                            &py::pure::load("os", "fspath")?,
                            &py::pos(&[a.clone()]),
                        )?,
                    ],
                ),
            )?
            .item(&py::item::slice(Value::Int(1), Value::Int(3), Value::None))?
            .eq(
                &py::library::os::_stat(
                        &py::pos(
                            &[
                                py::call::call(
                                    &py::pure::load("os", "fspath")?,
                                    &py::pos(&[b.clone()]),
                                )?,
                            ],
                        ),
                    )?
                    .item(&py::item::slice(Value::Int(1), Value::Int(3), Value::None))?,
            )?,
    )
}

pub(crate) fn splitdrive(path: Value) -> R {
    Ok(
        py::tuple([
            Value::str(""),
            py::call::call(&py::pure::load("os", "fspath")?, &py::pos(&[path.clone()]))?,
        ]),
    )
}

pub(crate) fn commonprefix(paths: Value) -> R {
    let mut c = Value::Unbound;
    let mut high = Value::Unbound;
    let mut i = Value::Unbound;
    let mut low = Value::Unbound;
    if !paths.truth()? {
        return Ok(Value::str(""));
    }
    let [item_33, item_34] = py::unpack::<
        2,
    >(
        &py::tuple([
            py::builtins::min(&py::pos(&[paths.clone()]))?,
            py::builtins::max(&py::pos(&[paths.clone()]))?,
        ]),
    )?;
    low = item_33;
    high = item_34;
    let mut iter_35 = py::iter::iter(
        &py::construct::enumerate(&py::pos(&[low.clone()]))?,
    )?;
    while let Some(item_36) = iter_35.next()? {
        let [item_37, item_38] = py::unpack::<2>(&item_36)?;
        i = item_37;
        c = item_38;
        if c.is_ne(&high.item(&i)?)? {
            return Ok(low.item(&py::item::slice(Value::None, i.clone(), Value::None))?);
        }
    }
    Ok(low.clone())
}

pub(crate) fn commonpath(mut paths: Value) -> R {
    let mut high = Value::Unbound;
    let mut i = Value::Unbound;
    let mut low = Value::Unbound;
    let mut part = Value::Unbound;
    paths = {
        let mut out_40 = Vec::new();
        let mut iter_41 = py::iter::iter(&paths)?;
        while let Some(p) = iter_41.next()? {
            out_40
                .push(
                    py::call::call(
                        &py::pure::load("os", "fspath")?,
                        &py::pos(&[p.clone()]),
                    )?,
                );
        }
        Value::list(out_40)
    };
    if !paths.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("commonpath() arg is an empty sequence")]),
                )?,
            )?,
        );
    }
    let absolute = paths.item(&Value::Int(0))?.method("startswith", &[Value::str("/")])?;
    if py::builtins::any(
            &py::pos(
                &[
                    {
                        async fn body_46(
                            yielder: py::Yielder,
                            absolute: Value,
                            u2e0: Value,
                        ) -> R {
                            let mut iter_44 = py::iter::iter(&u2e0)?;
                            while let Some(p) = iter_44.next()? {
                                yielder
                                    .give(
                                        p.method("startswith", &[Value::str("/")])?.ne(&absolute)?,
                                    )
                                    .await?;
                            }
                            Ok(Value::None)
                        }
                        let absolute = absolute.clone();
                        let arg_47 = py::iter::started(&paths.clone())?;
                        py::generator(
                            "<genexpr>",
                            move |yielder| body_46(yielder, absolute, arg_47),
                        )
                    },
                ],
            ),
        )?
        .truth()?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("Can't mix absolute and relative paths")]),
                )?,
            )?,
        );
    }
    let split = {
        let mut out_49 = Vec::new();
        let mut iter_50 = py::iter::iter(&paths)?;
        while let Some(path) = iter_50.next()? {
            out_49
                .push({
                    let mut out_51 = Vec::new();
                    let mut iter_52 = py::iter::iter(
                        &path.method("split", &[Value::str("/")])?,
                    )?;
                    while let Some(p) = iter_52.next()? {
                        if p.truth()? && p.is_ne(&Value::str("."))? {
                            out_51.push(p.clone());
                        }
                    }
                    Value::list(out_51)
                });
        }
        Value::list(out_49)
    };
    let [item_53, item_54] = py::unpack::<
        2,
    >(
        &py::tuple([
            py::builtins::min(&py::pos(&[split.clone()]))?,
            py::builtins::max(&py::pos(&[split.clone()]))?,
        ]),
    )?;
    low = item_53;
    high = item_54;
    let mut common = low.clone();
    let mut iter_55 = py::iter::iter(
        &py::construct::enumerate(&py::pos(&[low.clone()]))?,
    )?;
    while let Some(item_56) = iter_55.next()? {
        let [item_57, item_58] = py::unpack::<2>(&item_56)?;
        i = item_57;
        part = item_58;
        if part.is_ne(&high.item(&i)?)? {
            common = low.item(&py::item::slice(Value::None, i.clone(), Value::None))?;
            break;
        }
    }
    drop(iter_55);
    Ok(
        if absolute.truth()? { Value::str("/") } else { Value::str("") }
            .add(&Value::str("/").method("join", &[common.clone()])?)?,
    )
}

/// The statements of `os.path.py`.
pub(crate) fn run() -> R<()> {
    global::curdir.store(Value::str("."));
    global::pardir.store(Value::str(".."));
    global::extsep.store(Value::str("."));
    global::pathsep.store(Value::str(":"));
    global::altsep.store(Value::None);
    global::devnull.store(Value::str("/dev/null"));
    global::isabs.store(py::def("isabs", "path", [], isabs));
    global::normpath.store(py::def("normpath", "path", [], normpath));
    global::abspath.store(py::def("abspath", "path", [], abspath));
    global::realpath
        .store(py::def("realpath", "path, *, strict=", [Value::Bool(false)], realpath));
    global::relpath
        .store(py::def("relpath", "path, start=", [Value::str(".")], relpath));
    global::expanduser.store(py::def("expanduser", "path", [], expanduser));
    global::expandvars.store(py::def("expandvars", "path", [], expandvars));
    global::normcase.store(py::def("normcase", "path", [], normcase));
    global::lexists.store(py::def("lexists", "path", [], lexists));
    global::getsize.store(py::def("getsize", "path", [], getsize));
    global::getmtime.store(py::def("getmtime", "path", [], getmtime));
    global::getatime.store(py::def("getatime", "path", [], getatime));
    global::getctime.store(py::def("getctime", "path", [], getctime));
    global::samefile.store(py::def("samefile", "a, b", [], samefile));
    global::splitdrive.store(py::def("splitdrive", "path", [], splitdrive));
    global::commonprefix.store(py::def("commonprefix", "paths", [], commonprefix));
    global::commonpath.store(py::def("commonpath", "paths", [], commonpath));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library os.path") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "curdir" => global::curdir.load(),
        "pardir" => global::pardir.load(),
        "extsep" => global::extsep.load(),
        "pathsep" => global::pathsep.load(),
        "altsep" => global::altsep.load(),
        "devnull" => global::devnull.load(),
        "isabs" => global::isabs.load(),
        "normpath" => global::normpath.load(),
        "abspath" => global::abspath.load(),
        "realpath" => global::realpath.load(),
        "relpath" => global::relpath.load(),
        "expanduser" => global::expanduser.load(),
        "expandvars" => global::expandvars.load(),
        "normcase" => global::normcase.load(),
        "lexists" => global::lexists.load(),
        "getsize" => global::getsize.load(),
        "getmtime" => global::getmtime.load(),
        "getatime" => global::getatime.load(),
        "getctime" => global::getctime.load(),
        "samefile" => global::samefile.load(),
        "splitdrive" => global::splitdrive.load(),
        "commonprefix" => global::commonprefix.load(),
        "commonpath" => global::commonpath.load(),
        _ => Ok(Value::None),
    }
}
