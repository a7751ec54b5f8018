//! Whole files and folders.
//!
//! @generated from `runtime/pure/shutil.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "shutil";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static Error : Global = const { Global::new("Error") }; pub (crate)
        static SameFileError : Global = const { Global::new("SameFileError") }; pub
        (crate) static copy : Global = const { Global::new("copy") }; pub (crate) static
        copy2 : Global = const { Global::new("copy2") }; pub (crate) static copyfile :
        Global = const { Global::new("copyfile") }; pub (crate) static copyfileobj :
        Global = const { Global::new("copyfileobj") }; pub (crate) static copytree :
        Global = const { Global::new("copytree") }; pub (crate) static get_terminal_size
        : Global = const { Global::new("get_terminal_size") }; pub (crate) static
        ignore_patterns : Global = const { Global::new("ignore_patterns") }; pub (crate)
        static move_ : Global = const { Global::new("move") }; pub (crate) static rmtree
        : Global = const { Global::new("rmtree") }; pub (crate) static which : Global =
        const { Global::new("which") };
    }
}

pub(crate) fn copyfileobj(fsrc: Value, fdst: Value, length: Value) -> R {
    loop {
        let part = fsrc.method("read", &[length.clone()])?;
        if !part.truth()? {
            break;
        }
        fdst.method("write", &[part.clone()])?;
    }
    Ok(Value::None)
}

pub(crate) fn copyfile(src: Value, dst: Value, follow_symlinks: Value) -> R {
    let mut a = Value::Unbound;
    let mut b = Value::Unbound;
    let mut data = Value::Unbound;
    if py::library::os::exists(&py::pos(&[dst.clone()]))?.truth()?
        && py::call::call(
                &py::pure::load("os.path", "samefile")?,
                &py::pos(&[src.clone(), dst.clone()]),
            )?
            .truth()?
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::SameFileError.load()?,
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "{} and {} are the same file", py::fmt(& src, 'r', "") ?,
                                    py::fmt(& dst, 'r', "") ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    let manager_4 = py::io::open(&py::pos(&[src.clone(), Value::str("rb")]))?;
    let entered_6 = py::enter_context(&manager_4)?;
    let flow_7: py::Flow = 'with_5: {
        a = entered_6;
        data = py::attempt!('with_5, a.method("read", & []));
        py::Flow::Next
    };
    match py::exit_context(&manager_4, flow_7)? {
        py::Flow::Next => {}
        py::Flow::Raise(raised) => return Err(raised),
        py::Flow::Return(value) => return Ok(value),
        _ => {}
    }
    let manager_8 = py::io::open(&py::pos(&[dst.clone(), Value::str("wb")]))?;
    let entered_10 = py::enter_context(&manager_8)?;
    let flow_11: py::Flow = 'with_9: {
        b = entered_10;
        py::attempt!(
            'with_9, b.method("write", & [py::attempt!('with_9, py::bound(& data,
            "data"))])
        );
        py::Flow::Next
    };
    match py::exit_context(&manager_8, flow_11)? {
        py::Flow::Next => {}
        py::Flow::Raise(raised) => return Err(raised),
        py::Flow::Return(value) => return Ok(value),
        _ => {}
    }
    Ok(dst.clone())
}

pub(crate) fn copy(src: Value, mut dst: Value, follow_symlinks: Value) -> R {
    if py::library::os::isdir(&py::pos(&[dst.clone()]))?.truth()? {
        dst = py::library::os::join(
            &py::pos(
                &[dst.clone(), py::library::os::basename(&py::pos(&[src.clone()]))?],
            ),
        )?;
    }
    Ok(copyfile(src.clone(), dst.clone(), Value::Bool(true))?)
}

pub(crate) fn copytree(
    src: Value,
    dst: Value,
    symlinks: Value,
    ignore: Value,
    copy_function: Value,
    ignore_dangling_symlinks: Value,
    dirs_exist_ok: Value,
) -> R {
    let _frame = py::run::enter()?;
    let mut a = Value::Unbound;
    let mut b = Value::Unbound;
    let names = py::library::os::listdir(&py::pos(&[src.clone()]))?;
    let skipped = if !ignore.is(&Value::None) {
        py::call::call(&ignore.clone(), &py::pos(&[src.clone(), names.clone()]))?
    } else {
        py::construct::set(&py::Args::none())?
    };
    py::library::os::makedirs(
        &py::Args {
            pos: &[dst.clone()],
            kw: &[("exist_ok", dirs_exist_ok.clone())],
        },
    )?;
    let mut iter_13 = py::iter::iter(&names)?;
    while let Some(name) = iter_13.next()? {
        if py::contained(&name, &skipped)? {
            continue;
        }
        let [item_15, item_16] = py::unpack::<
            2,
        >(
            &py::tuple([
                py::library::os::join(&py::pos(&[src.clone(), name.clone()]))?,
                py::library::os::join(&py::pos(&[dst.clone(), name.clone()]))?,
            ]),
        )?;
        a = item_15;
        b = item_16;
        if py::library::os::isdir(&py::pos(&[a.clone()]))?.truth()? {
            copytree(
                a.clone(),
                b.clone(),
                symlinks.clone(),
                ignore.clone(),
                copy_function.clone(),
                ignore_dangling_symlinks.clone(),
                dirs_exist_ok.clone(),
            )?;
        } else {
            py::call::call(&copy_function.clone(), &py::pos(&[a.clone(), b.clone()]))?;
        }
    }
    Ok(dst.clone())
}

pub(crate) fn rmtree(path: Value, ignore_errors: Value, onerror: Value) -> R {
    let _frame = py::run::enter()?;
    let flow_22: py::Flow = 'try_18: {
        let mut iter_19 = py::attempt!(
            'try_18, py::iter::iter(& py::attempt!('try_18, py::library::os::listdir(&
            py::pos(& [path.clone()]))))
        );
        while let Some(name) = py::attempt!('try_18, iter_19.next()) {
            let inner = py::attempt!(
                'try_18, py::library::os::join(& py::pos(& [path.clone(), name.clone()]))
            );
            if py::attempt!(
                'try_18, py::attempt!('try_18, py::library::os::isdir(& py::pos(& [inner
                .clone()]))) .truth()
            )
                && !py::attempt!(
                    'try_18, py::attempt!('try_18, py::library::os::islink(& py::pos(&
                    [inner.clone()]))) .truth()
                )
            {
                py::attempt!(
                    'try_18, rmtree(inner.clone(), ignore_errors.clone(), onerror
                    .clone())
                );
            } else {
                py::attempt!(
                    'try_18, py::library::os::remove(& py::pos(& [inner.clone()]))
                );
            }
        }
        py::attempt!('try_18, py::library::os::rmdir(& py::pos(& [path.clone()])));
        py::Flow::Next
    };
    if let py::Flow::Raise(raised_21) = flow_22 {
        if raised_21.is_a("OSError") {
            if !ignore_errors.truth()? {
                return Err(raised_21.clone());
            }
        } else {
            return Err(raised_21);
        }
    }
    Ok(Value::None)
}

pub(crate) fn move_(src: Value, dst: Value, copy_function: Value) -> R {
    let mut real = dst.clone();
    if py::library::os::isdir(&py::pos(&[dst.clone()]))?.truth()? {
        real = py::library::os::join(
            &py::pos(
                &[
                    dst.clone(),
                    py::library::os::basename(
                        &py::pos(&[src.method("rstrip", &[Value::str("/")])?]),
                    )?,
                ],
            ),
        )?;
        if py::library::os::exists(&py::pos(&[real.clone()]))?.truth()? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &global::Error.load()?,
                        &py::pos(
                            &[
                                Value::str(
                                    format!(
                                        "Destination path '{}' already exists", py::show(& real) ?
                                    ),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
    }
    py::library::os::rename(&py::pos(&[src.clone(), real.clone()]))?;
    Ok(real.clone())
}

pub(crate) fn get_terminal_size(fallback: Value) -> R {
    Ok(
        py::call::call(
            &py::pure::load("os", "terminal_size")?,
            &py::pos(
                &[
                    py::tuple([
                        py::construct::int(
                            &py::pos(
                                &[
                                    py::pure::load("os", "environ")?
                                        .method(
                                            "get",
                                            &[Value::str("COLUMNS"), fallback.item(&Value::Int(0))?],
                                        )?,
                                ],
                            ),
                        )?,
                        py::construct::int(
                            &py::pos(
                                &[
                                    py::pure::load("os", "environ")?
                                        .method(
                                            "get",
                                            &[Value::str("LINES"), fallback.item(&Value::Int(1))?],
                                        )?,
                                ],
                            ),
                        )?,
                    ]),
                ],
            ),
        )?,
    )
}

pub(crate) fn which(cmd: Value, mode: Value, path: Value) -> R {
    if py::contained(&Value::str("/"), &cmd)? {
        return Ok(
            if py::library::os::isfile(&py::pos(&[cmd.clone()]))?.truth()?
                && py::call::call(
                        &py::pure::load("os", "access")?,
                        &py::pos(&[cmd.clone(), py::pure::load("os", "X_OK")?]),
                    )?
                    .truth()?
            {
                cmd.clone()
            } else {
                Value::None
            },
        );
    }
    let mut iter_26 = py::iter::iter(
        &{
            let left_27 = path.clone();
            if left_27.truth()? {
                left_27
            } else {
                py::pure::load("os", "environ")?
                    .method("get", &[Value::str("PATH"), Value::str("")])?
            }
        }
            .method("split", &[Value::str(":")])?,
    )?;
    while let Some(folder) = iter_26.next()? {
        let full = py::library::os::join(&py::pos(&[folder.clone(), cmd.clone()]))?;
        if py::library::os::isfile(&py::pos(&[full.clone()]))?.truth()?
            && py::call::call(
                    &py::pure::load("os", "access")?,
                    &py::pos(&[full.clone(), py::pure::load("os", "X_OK")?]),
                )?
                .truth()?
        {
            return Ok(full.clone());
        }
    }
    Ok(Value::None)
}

pub(crate) fn ignore_patterns(patterns: Value) -> R {
    let mut ignore = Value::Unbound;
    ignore = {
        let patterns = patterns.clone();
        py::def(
            "ignore_patterns.<locals>.ignore",
            "path, names",
            [],
            move |path: Value, names: Value| -> R {
                let found = py::list([]);
                let mut iter_30 = py::iter::iter(&patterns)?;
                while let Some(pattern) = iter_30.next()? {
                    found
                        .method(
                            "extend",
                            &[
                                py::call::call(
                                    &py::pure::load("fnmatch", "filter")?,
                                    &py::pos(&[names.clone(), pattern.clone()]),
                                )?,
                            ],
                        )?;
                }
                Ok(py::construct::set(&py::pos(&[found.clone()]))?)
            },
        )
    };
    Ok(ignore.clone())
}

/// The statements of `shutil.py`.
pub(crate) fn run() -> R<()> {
    global::Error
        .store({
            let class = py::ClassBody::new(
                "Error",
                NAME,
                Value::None,
                &[py::exception("OSError")],
            )?;
            class.finish(&[])?
        });
    global::SameFileError
        .store({
            let class = py::ClassBody::new(
                "SameFileError",
                NAME,
                Value::None,
                &[global::Error.load()?],
            )?;
            class.finish(&[])?
        });
    global::copyfileobj
        .store(
            py::def(
                "copyfileobj",
                "fsrc, fdst, length=",
                [Value::Int(65536)],
                copyfileobj,
            ),
        );
    global::copyfile
        .store(
            py::def(
                "copyfile",
                "src, dst, *, follow_symlinks=",
                [Value::Bool(true)],
                copyfile,
            ),
        );
    global::copy
        .store(
            py::def("copy", "src, dst, *, follow_symlinks=", [Value::Bool(true)], copy),
        );
    global::copy2.store(global::copy.load()?);
    global::copytree
        .store(
            py::func::counted(
                py::def(
                    "copytree",
                    "src, dst, symlinks=, ignore=, copy_function=, ignore_dangling_symlinks=, dirs_exist_ok=",
                    [
                        Value::Bool(false),
                        Value::None,
                        global::copy.load()?,
                        Value::Bool(false),
                        Value::Bool(false),
                    ],
                    copytree,
                ),
            ),
        );
    global::rmtree
        .store(
            py::func::counted(
                py::def(
                    "rmtree",
                    "path, ignore_errors=, onerror=",
                    [Value::Bool(false), Value::None],
                    rmtree,
                ),
            ),
        );
    global::move_
        .store(
            py::def("move", "src, dst, copy_function=", [global::copy2.load()?], move_),
        );
    global::get_terminal_size
        .store(
            py::def(
                "get_terminal_size",
                "fallback=",
                [py::tuple([Value::Int(80), Value::Int(24)])],
                get_terminal_size,
            ),
        );
    global::which
        .store(
            py::def("which", "cmd, mode=, path=", [Value::Int(1), Value::None], which),
        );
    global::ignore_patterns
        .store(py::def("ignore_patterns", "*patterns", [], ignore_patterns));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library shutil") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "Error" => global::Error.load(),
        "SameFileError" => global::SameFileError.load(),
        "copyfileobj" => global::copyfileobj.load(),
        "copyfile" => global::copyfile.load(),
        "copy" => global::copy.load(),
        "copy2" => global::copy2.load(),
        "copytree" => global::copytree.load(),
        "rmtree" => global::rmtree.load(),
        "move" => global::move_.load(),
        "get_terminal_size" => global::get_terminal_size.load(),
        "which" => global::which.load(),
        "ignore_patterns" => global::ignore_patterns.load(),
        _ => Ok(Value::None),
    }
}
