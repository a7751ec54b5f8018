//! The parts of `os` that need no system call of their own.
//!
//! @generated from `runtime/pure/os.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "os";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static DirEntry : Global = const { Global::new("DirEntry") }; pub
        (crate) static EX_CANTCREAT : Global = const { Global::new("EX_CANTCREAT") }; pub
        (crate) static EX_CONFIG : Global = const { Global::new("EX_CONFIG") }; pub
        (crate) static EX_DATAERR : Global = const { Global::new("EX_DATAERR") }; pub
        (crate) static EX_IOERR : Global = const { Global::new("EX_IOERR") }; pub (crate)
        static EX_NOHOST : Global = const { Global::new("EX_NOHOST") }; pub (crate)
        static EX_NOINPUT : Global = const { Global::new("EX_NOINPUT") }; pub (crate)
        static EX_NOPERM : Global = const { Global::new("EX_NOPERM") }; pub (crate)
        static EX_NOUSER : Global = const { Global::new("EX_NOUSER") }; pub (crate)
        static EX_OK : Global = const { Global::new("EX_OK") }; pub (crate) static
        EX_OSERR : Global = const { Global::new("EX_OSERR") }; pub (crate) static
        EX_OSFILE : Global = const { Global::new("EX_OSFILE") }; pub (crate) static
        EX_PROTOCOL : Global = const { Global::new("EX_PROTOCOL") }; pub (crate) static
        EX_SOFTWARE : Global = const { Global::new("EX_SOFTWARE") }; pub (crate) static
        EX_TEMPFAIL : Global = const { Global::new("EX_TEMPFAIL") }; pub (crate) static
        EX_UNAVAILABLE : Global = const { Global::new("EX_UNAVAILABLE") }; pub (crate)
        static EX_USAGE : Global = const { Global::new("EX_USAGE") }; pub (crate) static
        F_OK : Global = const { Global::new("F_OK") }; pub (crate) static PathLike :
        Global = const { Global::new("PathLike") }; pub (crate) static R_OK : Global =
        const { Global::new("R_OK") }; pub (crate) static SEEK_CUR : Global = const {
        Global::new("SEEK_CUR") }; pub (crate) static SEEK_END : Global = const {
        Global::new("SEEK_END") }; pub (crate) static SEEK_SET : Global = const {
        Global::new("SEEK_SET") }; pub (crate) static W_OK : Global = const {
        Global::new("W_OK") }; pub (crate) static X_OK : Global = const {
        Global::new("X_OK") }; pub (crate) static _Scan : Global = const {
        Global::new("_Scan") }; pub (crate) static access : Global = const {
        Global::new("access") }; pub (crate) static altsep : Global = const {
        Global::new("altsep") }; pub (crate) static curdir : Global = const {
        Global::new("curdir") }; pub (crate) static defpath : Global = const {
        Global::new("defpath") }; pub (crate) static devnull : Global = const {
        Global::new("devnull") }; pub (crate) static environ : Global = const {
        Global::new("environ") }; pub (crate) static error : Global = const {
        Global::new("error") }; pub (crate) static extsep : Global = const {
        Global::new("extsep") }; pub (crate) static fsdecode : Global = const {
        Global::new("fsdecode") }; pub (crate) static fsencode : Global = const {
        Global::new("fsencode") }; pub (crate) static fspath : Global = const {
        Global::new("fspath") }; pub (crate) static get_terminal_size : Global = const {
        Global::new("get_terminal_size") }; pub (crate) static getenv : Global = const {
        Global::new("getenv") }; pub (crate) static lstat : Global = const {
        Global::new("lstat") }; pub (crate) static name : Global = const {
        Global::new("name") }; pub (crate) static pardir : Global = const {
        Global::new("pardir") }; pub (crate) static pathsep : Global = const {
        Global::new("pathsep") }; pub (crate) static putenv : Global = const {
        Global::new("putenv") }; pub (crate) static removedirs : Global = const {
        Global::new("removedirs") }; pub (crate) static replace : Global = const {
        Global::new("replace") }; pub (crate) static scandir : Global = const {
        Global::new("scandir") }; pub (crate) static stat : Global = const {
        Global::new("stat") }; pub (crate) static stat_result : Global = const {
        Global::new("stat_result") }; pub (crate) static strerror : Global = const {
        Global::new("strerror") };
    }
    thread_local! {
        pub (crate) static terminal_size : Global = const { Global::new("terminal_size")
        }; pub (crate) static unlink : Global = const { Global::new("unlink") }; pub
        (crate) static walk : Global = const { Global::new("walk") };
    }
}

pub(crate) fn getenv(key: Value, default: Value) -> R {
    Ok(global::environ.load()?.method("get", &[key.clone(), default.clone()])?)
}

pub(crate) fn putenv(key: Value, value: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn fspath(path: Value) -> R {
    if py::builtins::isinstance(
            &py::pos(
                &[
                    path.clone(),
                    py::tuple([py::library_class("str"), py::library_class("bytes")]),
                ],
            ),
        )?
        .truth()?
    {
        return Ok(path.clone());
    }
    if py::builtins::hasattr(&py::pos(&[path.clone(), Value::str("__fspath__")]))?
        .truth()?
    {
        return Ok(path.method("__fspath__", &[])?);
    }
    Err(
        py::exc::to_raise(
            &py::call::call(
                &py::exception("TypeError"),
                &py::pos(
                    &[
                        Value::str(
                            format!(
                                "expected str, bytes or os.PathLike object, not {}",
                                py::show(& py::construct::type_(& py::pos(& [path.clone()]))
                                ?.attr("__name__") ?) ?
                            ),
                        ),
                    ],
                ),
            )?,
        )?,
    )
}

pub(crate) fn fsencode(name: Value) -> R {
    Ok(fspath(name.clone())?.method("encode", &[Value::str("utf-8")])?)
}

pub(crate) fn fsdecode(mut name: Value) -> R {
    name = fspath(name.clone())?;
    Ok(
        if py::builtins::isinstance(
                &py::pos(&[name.clone(), py::library_class("bytes")]),
            )?
            .truth()?
        {
            name.method("decode", &[Value::str("utf-8")])?
        } else {
            name.clone()
        },
    )
}

pub(crate) fn path_like_fspath(self_: Value) -> R {
    Err(py::exc::to_raise(&py::exception("NotImplementedError"))?)
}

pub(crate) fn stat_result_new(cls: Value, fields: Value) -> R {
    let made = py::library_class("tuple")
        .method(
            "__new__",
            &[
                cls.clone(),
                py::construct::tuple(
                    &py::pos(
                        &[
                            {
                                async fn body_27(yielder: py::Yielder, u2e0: Value) -> R {
                                    let mut iter_25 = py::iter::iter(&u2e0)?;
                                    while let Some(f) = iter_25.next()? {
                                        yielder
                                            .give(py::construct::int(&py::pos(&[f.clone()]))?)
                                            .await?;
                                    }
                                    Ok(Value::None)
                                }
                                let arg_28 = py::iter::started(&fields.clone())?;
                                py::generator(
                                    "<genexpr>",
                                    move |yielder| body_27(yielder, arg_28),
                                )
                            },
                        ],
                    ),
                )?,
            ],
        )?;
    let [item_29, item_30, item_31, item_32, item_33, item_34, item_35] = py::unpack::<
        7,
    >(&fields.item(&py::item::slice(Value::None, Value::Int(7), Value::None))?)?;
    made.set_attr("st_mode", item_29)?;
    made.set_attr("st_ino", item_30)?;
    made.set_attr("st_dev", item_31)?;
    made.set_attr("st_nlink", item_32)?;
    made.set_attr("st_uid", item_33)?;
    made.set_attr("st_gid", item_34)?;
    made.set_attr("st_size", item_35)?;
    let [item_36, item_37, item_38] = py::unpack::<
        3,
    >(&fields.item(&py::item::slice(Value::Int(7), Value::None, Value::None))?)?;
    made.set_attr("st_atime", item_36)?;
    made.set_attr("st_mtime", item_37)?;
    made.set_attr("st_ctime", item_38)?;
    Ok(made.clone())
}

pub(crate) fn stat(path: Value, follow_symlinks: Value) -> R {
    Ok(
        py::call::call(
            &global::stat_result.load()?,
            &py::pos(
                &[
                    py::library::os::_stat(
                        &py::pos(&[fspath(path.clone())?, follow_symlinks.clone()]),
                    )?,
                ],
            ),
        )?,
    )
}

pub(crate) fn lstat(path: Value) -> R {
    Ok(
        py::call::call(
            &global::stat_result.load()?,
            &py::pos(
                &[
                    py::library::os::_stat(
                        &py::pos(&[fspath(path.clone())?, Value::Bool(false)]),
                    )?,
                ],
            ),
        )?,
    )
}

pub(crate) fn access(path: Value, mode: Value) -> R {
    let mut bits = Value::Unbound;
    let flow_43: py::Flow = 'try_41: {
        bits = py::attempt!(
            'try_41, py::attempt!('try_41, stat(path.clone(), Value::Bool(true)))
            .attr("st_mode")
        );
        py::Flow::Next
    };
    if let py::Flow::Raise(raised_42) = flow_43 {
        if raised_42.is_a("OSError") {
            return Ok(Value::Bool(false));
        } else {
            return Err(raised_42);
        }
    }
    Ok({
        let left_44 = mode.ne(&global::X_OK.load()?)?;
        if left_44.truth()? {
            left_44
        } else {
            bits.bit_and(&Value::Int(73))?.ne(&Value::Int(0))?
        }
    })
}

pub(crate) fn dir_entry_init(self_: Value, folder: Value, name: Value) -> R {
    self_.set_attr("name", name.clone())?;
    self_
        .set_attr(
            "path",
            if folder.method("endswith", &[Value::str("/")])?.truth()? {
                folder.add(&name)?
            } else {
                folder.add(&Value::str("/"))?.add(&name)?
            },
        )?;
    Ok(Value::None)
}

pub(crate) fn dir_entry_fspath(self_: Value) -> R {
    Ok(self_.attr("path")?)
}

pub(crate) fn dir_entry_repr(self_: Value) -> R {
    Ok(Value::str(format!("<DirEntry {}>", py::fmt(& self_.attr("name") ?, 'r', "") ?)))
}

pub(crate) fn dir_entry_mode(self_: Value, follow: Value) -> R {
    let flow_47: py::Flow = 'try_45: {
        return Ok(
            py::attempt!(
                'try_45, py::attempt!('try_45, py::attempt!('try_45,
                py::library::os::_stat(& py::pos(& [py::attempt!('try_45, self_
                .attr("path")), follow.clone()]))) .item(& Value::Int(0))) .bit_and(&
                Value::Int(61440))
            ),
        );
    };
    if let py::Flow::Raise(raised_46) = flow_47 {
        if raised_46.is_a("OSError") {
            return Ok(Value::Int(0));
        } else {
            return Err(raised_46);
        }
    }
    Ok(Value::None)
}

pub(crate) fn dir_entry_is_dir(self_: Value, follow_symlinks: Value) -> R {
    Ok(self_.method("_mode", &[follow_symlinks.clone()])?.eq(&Value::Int(16384))?)
}

pub(crate) fn dir_entry_is_file(self_: Value, follow_symlinks: Value) -> R {
    Ok(self_.method("_mode", &[follow_symlinks.clone()])?.eq(&Value::Int(32768))?)
}

pub(crate) fn dir_entry_is_symlink(self_: Value) -> R {
    Ok(py::library::os::islink(&py::pos(&[self_.attr("path")?]))?)
}

pub(crate) fn dir_entry_inode(self_: Value) -> R {
    Ok(
        py::library::os::_stat(&py::pos(&[self_.attr("path")?, Value::Bool(false)]))?
            .item(&Value::Int(1))?,
    )
}

pub(crate) fn dir_entry_stat(self_: Value, follow_symlinks: Value) -> R {
    Ok(
        py::call::call(
            &global::stat_result.load()?,
            &py::pos(
                &[
                    py::library::os::_stat(
                        &py::pos(&[self_.attr("path")?, follow_symlinks.clone()]),
                    )?,
                ],
            ),
        )?,
    )
}

pub(crate) fn _scan_init(self_: Value, entries: Value) -> R {
    self_.set_attr("entries", py::builtins::iter(&py::pos(&[entries.clone()]))?)?;
    Ok(Value::None)
}

pub(crate) fn _scan_iter(self_: Value) -> R {
    Ok(self_.clone())
}

pub(crate) fn _scan_next(self_: Value) -> R {
    Ok(py::builtins::next(&py::pos(&[self_.attr("entries")?]))?)
}

pub(crate) fn _scan_enter(self_: Value) -> R {
    Ok(self_.clone())
}

pub(crate) fn _scan_exit(self_: Value, kind: Value, error: Value, trace: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn _scan_close(self_: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn scandir(mut path: Value) -> R {
    path = fspath(path.clone())?;
    Ok(
        py::call::call(
            &global::_Scan.load()?,
            &py::pos(
                &[
                    {
                        let mut out_50 = Vec::new();
                        let mut iter_51 = py::iter::iter(
                            &py::library::os::listdir(&py::pos(&[path.clone()]))?,
                        )?;
                        while let Some(name) = iter_51.next()? {
                            out_50
                                .push(
                                    py::call::call(
                                        &global::DirEntry.load()?,
                                        &py::pos(&[path.clone(), name.clone()]),
                                    )?,
                                );
                        }
                        Value::list(out_50)
                    },
                ],
            ),
        )?,
    )
}

pub(crate) fn walk(top: Value, topdown: Value, onerror: Value, followlinks: Value) -> R {
    Ok({
        async fn body_66(
            yielder: py::Yielder,
            mut top: Value,
            topdown: Value,
            onerror: Value,
            followlinks: Value,
        ) -> R {
            let mut entries = Value::Unbound;
            let mut failed = Value::Unbound;
            top = fspath(top.clone())?;
            let flow_58: py::Flow = 'try_53: {
                entries = {
                    let mut out_54 = Vec::new();
                    let mut iter_55 = py::attempt!(
                        'try_53, py::iter::iter(& py::attempt!('try_53,
                        py::library::os::listdir(& py::pos(& [top.clone()]))))
                    );
                    while let Some(name) = py::attempt!('try_53, iter_55.next()) {
                        out_54
                            .push(
                                py::attempt!(
                                    'try_53, py::call::call(& py::attempt!('try_53,
                                    global::DirEntry.load()), & py::pos(& [top.clone(), name
                                    .clone()]))
                                ),
                            );
                    }
                    Value::list(out_54)
                };
                py::Flow::Next
            };
            if let py::Flow::Raise(raised_57) = flow_58 {
                if raised_57.is_a("OSError") {
                    failed = raised_57.value();
                    if !onerror.is(&Value::None) {
                        py::call::call(&onerror.clone(), &py::pos(&[failed.clone()]))?;
                    }
                    return Ok(Value::None);
                } else {
                    return Err(raised_57);
                }
            }
            let dirs = {
                let mut out_60 = Vec::new();
                let mut iter_61 = py::iter::iter(&entries)?;
                while let Some(e) = iter_61.next()? {
                    if e.method("is_dir", &[])?.truth()? {
                        out_60.push(e.attr("name")?);
                    }
                }
                Value::list(out_60)
            };
            let files = {
                let mut out_62 = Vec::new();
                let mut iter_63 = py::iter::iter(&entries)?;
                while let Some(e) = iter_63.next()? {
                    if !e.method("is_dir", &[])?.truth()? {
                        out_62.push(e.attr("name")?);
                    }
                }
                Value::list(out_62)
            };
            if topdown.truth()? {
                yielder
                    .give(py::tuple([top.clone(), dirs.clone(), files.clone()]))
                    .await?;
            }
            let mut iter_64 = py::iter::iter(&dirs)?;
            while let Some(name) = iter_64.next()? {
                let inner = if top.method("endswith", &[Value::str("/")])?.truth()? {
                    top.add(&name)?
                } else {
                    top.add(&Value::str("/"))?.add(&name)?
                };
                if followlinks.truth()?
                    || !py::library::os::islink(&py::pos(&[inner.clone()]))?.truth()?
                {
                    yielder
                        .give_all(
                            walk(
                                inner.clone(),
                                topdown.clone(),
                                onerror.clone(),
                                followlinks.clone(),
                            )?,
                        )
                        .await?;
                }
            }
            if !topdown.truth()? {
                yielder
                    .give(py::tuple([top.clone(), dirs.clone(), files.clone()]))
                    .await?;
            }
            Ok(Value::None)
        }
        py::generator(
            "walk",
            move |yielder| body_66(yielder, top, topdown, onerror, followlinks),
        )
    })
}

pub(crate) fn removedirs(mut path: Value) -> R {
    py::library::os::rmdir(&py::pos(&[path.clone()]))?;
    while py::contained(&Value::str("/"), &path)? {
        path = path.method("rpartition", &[Value::str("/")])?.item(&Value::Int(0))?;
        let flow_70: py::Flow = 'try_68: {
            py::attempt!('try_68, py::library::os::rmdir(& py::pos(& [path.clone()])));
            py::Flow::Next
        };
        if let py::Flow::Raise(raised_69) = flow_70 {
            if raised_69.is_a("OSError") {
                break;
            } else {
                return Err(raised_69);
            }
        }
    }
    Ok(Value::None)
}

pub(crate) fn get_terminal_size(fallback: Value) -> R {
    Ok(
        py::call::call(
            &global::terminal_size.load()?,
            &py::pos(&[py::tuple([Value::Int(80), Value::Int(24)])]),
        )?,
    )
}

pub(crate) fn terminal_size_repr(self_: Value) -> R {
    Ok(
        Value::str(
            format!(
                "os.terminal_size(columns={}, lines={})", py::show(& self_.item(&
                Value::Int(0)) ?) ?, py::show(& self_.item(& Value::Int(1)) ?) ?
            ),
        ),
    )
}

pub(crate) fn strerror(code: Value) -> R {
    Ok(
        py::dict([
                (Value::Int(1), Value::str("Operation not permitted")),
                (Value::Int(2), Value::str("No such file or directory")),
                (Value::Int(13), Value::str("Permission denied")),
                (Value::Int(17), Value::str("File exists")),
                (Value::Int(20), Value::str("Not a directory")),
                (Value::Int(21), Value::str("Is a directory")),
                (Value::Int(22), Value::str("Invalid argument")),
            ])?
            .method(
                "get",
                &[
                    code.clone(),
                    Value::str(format!("Unknown error {}", py::show(& code) ?)),
                ],
            )?,
    )
}

/// The statements of `os.py`.
pub(crate) fn run() -> R<()> {
    global::curdir.store(Value::str("."));
    global::pardir.store(Value::str(".."));
    global::pathsep.store(Value::str(":"));
    global::extsep.store(Value::str("."));
    global::altsep.store(Value::None);
    global::devnull.store(Value::str("/dev/null"));
    global::name.store(Value::str("posix"));
    global::defpath.store(Value::str("/bin:/usr/bin"));
    let [item_1, item_2, item_3, item_4] = py::unpack::<
        4,
    >(&py::tuple([Value::Int(0), Value::Int(4), Value::Int(2), Value::Int(1)]))?;
    global::F_OK.store(item_1);
    global::R_OK.store(item_2);
    global::W_OK.store(item_3);
    global::X_OK.store(item_4);
    let [item_5, item_6, item_7, item_8, item_9, item_10, item_11, item_12] = py::unpack::<
        8,
    >(
        &py::tuple([
            Value::Int(0),
            Value::Int(64),
            Value::Int(65),
            Value::Int(66),
            Value::Int(67),
            Value::Int(68),
            Value::Int(69),
            Value::Int(70),
        ]),
    )?;
    global::EX_OK.store(item_5);
    global::EX_USAGE.store(item_6);
    global::EX_DATAERR.store(item_7);
    global::EX_NOINPUT.store(item_8);
    global::EX_NOUSER.store(item_9);
    global::EX_NOHOST.store(item_10);
    global::EX_UNAVAILABLE.store(item_11);
    global::EX_SOFTWARE.store(item_12);
    let [item_13, item_14, item_15, item_16, item_17, item_18, item_19, item_20] = py::unpack::<
        8,
    >(
        &py::tuple([
            Value::Int(71),
            Value::Int(72),
            Value::Int(73),
            Value::Int(74),
            Value::Int(75),
            Value::Int(76),
            Value::Int(77),
            Value::Int(78),
        ]),
    )?;
    global::EX_OSERR.store(item_13);
    global::EX_OSFILE.store(item_14);
    global::EX_CANTCREAT.store(item_15);
    global::EX_IOERR.store(item_16);
    global::EX_TEMPFAIL.store(item_17);
    global::EX_PROTOCOL.store(item_18);
    global::EX_NOPERM.store(item_19);
    global::EX_CONFIG.store(item_20);
    let [item_21, item_22, item_23] = py::unpack::<
        3,
    >(&py::tuple([Value::Int(0), Value::Int(1), Value::Int(2)]))?;
    global::SEEK_SET.store(item_21);
    global::SEEK_CUR.store(item_22);
    global::SEEK_END.store(item_23);
    global::unlink.store(py::native_fn("remove", py::library::os::remove));
    global::replace.store(py::native_fn("rename", py::library::os::rename));
    global::error.store(py::exception("OSError"));
    global::environ.store(py::library::os::_environment(&py::Args::none())?);
    global::getenv.store(py::def("getenv", "key, default=", [Value::None], getenv));
    global::putenv.store(py::def("putenv", "key, value", [], putenv));
    global::fspath.store(py::def("fspath", "path", [], fspath));
    global::fsencode.store(py::def("fsencode", "name", [], fsencode));
    global::fsdecode.store(py::def("fsdecode", "name", [], fsdecode));
    global::PathLike
        .store({
            let class = py::ClassBody::new("PathLike", NAME, Value::None, &[])?;
            class
                .set(
                    "__fspath__",
                    py::def("PathLike.__fspath__", "self", [], path_like_fspath),
                );
            class.finish(&[])?
        });
    global::stat_result
        .store({
            let class = py::ClassBody::new(
                "stat_result",
                NAME,
                Value::None,
                &[py::library_class("tuple")],
            )?;
            class
                .set(
                    "__new__",
                    py::def("stat_result.__new__", "cls, fields", [], stat_result_new),
                );
            class.finish(&[])?
        });
    global::stat
        .store(py::def("stat", "path, *, follow_symlinks=", [Value::Bool(true)], stat));
    global::lstat.store(py::def("lstat", "path", [], lstat));
    global::access.store(py::def("access", "path, mode", [], access));
    global::DirEntry
        .store({
            let class = py::ClassBody::new("DirEntry", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "DirEntry.__init__",
                        "self, folder, name",
                        [],
                        dir_entry_init,
                    ),
                );
            class
                .set(
                    "__fspath__",
                    py::def("DirEntry.__fspath__", "self", [], dir_entry_fspath),
                );
            class
                .set(
                    "__repr__",
                    py::def("DirEntry.__repr__", "self", [], dir_entry_repr),
                );
            class
                .set(
                    "_mode",
                    py::def("DirEntry._mode", "self, follow", [], dir_entry_mode),
                );
            class
                .set(
                    "is_dir",
                    py::def(
                        "DirEntry.is_dir",
                        "self, *, follow_symlinks=",
                        [Value::Bool(true)],
                        dir_entry_is_dir,
                    ),
                );
            class
                .set(
                    "is_file",
                    py::def(
                        "DirEntry.is_file",
                        "self, *, follow_symlinks=",
                        [Value::Bool(true)],
                        dir_entry_is_file,
                    ),
                );
            class
                .set(
                    "is_symlink",
                    py::def("DirEntry.is_symlink", "self", [], dir_entry_is_symlink),
                );
            class.set("inode", py::def("DirEntry.inode", "self", [], dir_entry_inode));
            class
                .set(
                    "stat",
                    py::def(
                        "DirEntry.stat",
                        "self, *, follow_symlinks=",
                        [Value::Bool(true)],
                        dir_entry_stat,
                    ),
                );
            class.finish(&[])?
        });
    global::_Scan
        .store({
            let class = py::ClassBody::new("_Scan", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def("_Scan.__init__", "self, entries", [], _scan_init),
                );
            class.set("__iter__", py::def("_Scan.__iter__", "self", [], _scan_iter));
            class.set("__next__", py::def("_Scan.__next__", "self", [], _scan_next));
            class.set("__enter__", py::def("_Scan.__enter__", "self", [], _scan_enter));
            class
                .set(
                    "__exit__",
                    py::def("_Scan.__exit__", "self, kind, error, trace", [], _scan_exit),
                );
            class.set("close", py::def("_Scan.close", "self", [], _scan_close));
            class.finish(&[])?
        });
    global::scandir.store(py::def("scandir", "path=", [Value::str(".")], scandir));
    global::walk
        .store(
            py::def(
                "walk",
                "top, topdown=, onerror=, followlinks=",
                [Value::Bool(true), Value::None, Value::Bool(false)],
                walk,
            ),
        );
    global::removedirs.store(py::def("removedirs", "path", [], removedirs));
    global::get_terminal_size
        .store(
            py::def(
                "get_terminal_size",
                "fallback=",
                [py::tuple([Value::Int(80), Value::Int(24)])],
                get_terminal_size,
            ),
        );
    global::terminal_size
        .store({
            let class = py::ClassBody::new(
                "terminal_size",
                NAME,
                Value::None,
                &[py::library_class("tuple")],
            )?;
            class
                .set(
                    "columns",
                    py::construct::property(
                        &py::pos(
                            &[
                                py::def(
                                    "terminal_size.<lambda>",
                                    "self",
                                    [],
                                    move |self_: Value| -> R {
                                        Ok(self_.item(&Value::Int(0))?)
                                    },
                                ),
                            ],
                        ),
                    )?,
                );
            class
                .set(
                    "lines",
                    py::construct::property(
                        &py::pos(
                            &[
                                py::def(
                                    "terminal_size.<lambda>",
                                    "self",
                                    [],
                                    move |self_: Value| -> R {
                                        Ok(self_.item(&Value::Int(1))?)
                                    },
                                ),
                            ],
                        ),
                    )?,
                );
            class
                .set(
                    "__repr__",
                    py::def("terminal_size.__repr__", "self", [], terminal_size_repr),
                );
            class.finish(&[])?
        });
    global::strerror.store(py::def("strerror", "code", [], strerror));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library os") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "curdir" => global::curdir.load(),
        "pardir" => global::pardir.load(),
        "pathsep" => global::pathsep.load(),
        "extsep" => global::extsep.load(),
        "altsep" => global::altsep.load(),
        "devnull" => global::devnull.load(),
        "name" => global::name.load(),
        "defpath" => global::defpath.load(),
        "F_OK" => global::F_OK.load(),
        "R_OK" => global::R_OK.load(),
        "W_OK" => global::W_OK.load(),
        "X_OK" => global::X_OK.load(),
        "EX_OK" => global::EX_OK.load(),
        "EX_USAGE" => global::EX_USAGE.load(),
        "EX_DATAERR" => global::EX_DATAERR.load(),
        "EX_NOINPUT" => global::EX_NOINPUT.load(),
        "EX_NOUSER" => global::EX_NOUSER.load(),
        "EX_NOHOST" => global::EX_NOHOST.load(),
        "EX_UNAVAILABLE" => global::EX_UNAVAILABLE.load(),
        "EX_SOFTWARE" => global::EX_SOFTWARE.load(),
        "EX_OSERR" => global::EX_OSERR.load(),
        "EX_OSFILE" => global::EX_OSFILE.load(),
        "EX_CANTCREAT" => global::EX_CANTCREAT.load(),
        "EX_IOERR" => global::EX_IOERR.load(),
        "EX_TEMPFAIL" => global::EX_TEMPFAIL.load(),
        "EX_PROTOCOL" => global::EX_PROTOCOL.load(),
        "EX_NOPERM" => global::EX_NOPERM.load(),
        "EX_CONFIG" => global::EX_CONFIG.load(),
        "SEEK_SET" => global::SEEK_SET.load(),
        "SEEK_CUR" => global::SEEK_CUR.load(),
        "SEEK_END" => global::SEEK_END.load(),
        "unlink" => global::unlink.load(),
        "replace" => global::replace.load(),
        "error" => global::error.load(),
        "environ" => global::environ.load(),
        "getenv" => global::getenv.load(),
        "putenv" => global::putenv.load(),
        "fspath" => global::fspath.load(),
        "fsencode" => global::fsencode.load(),
        "fsdecode" => global::fsdecode.load(),
        "PathLike" => global::PathLike.load(),
        "stat_result" => global::stat_result.load(),
        "stat" => global::stat.load(),
        "lstat" => global::lstat.load(),
        "access" => global::access.load(),
        "DirEntry" => global::DirEntry.load(),
        "scandir" => global::scandir.load(),
        "walk" => global::walk.load(),
        "removedirs" => global::removedirs.load(),
        "get_terminal_size" => global::get_terminal_size.load(),
        "terminal_size" => global::terminal_size.load(),
        "strerror" => global::strerror.load(),
        _ => Ok(Value::None),
    }
}
