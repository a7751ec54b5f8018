//! Files that are gone afterwards.
//!
//! @generated from `runtime/pure/tempfile.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "tempfile";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static NamedTemporaryFile : Global = const {
        Global::new("NamedTemporaryFile") }; pub (crate) static SpooledTemporaryFile :
        Global = const { Global::new("SpooledTemporaryFile") }; pub (crate) static
        TemporaryDirectory : Global = const { Global::new("TemporaryDirectory") }; pub
        (crate) static TemporaryFile : Global = const { Global::new("TemporaryFile") };
        pub (crate) static _Named : Global = const { Global::new("_Named") }; pub (crate)
        static _name : Global = const { Global::new("_name") }; pub (crate) static
        gettempdir : Global = const { Global::new("gettempdir") }; pub (crate) static
        mkdtemp : Global = const { Global::new("mkdtemp") }; pub (crate) static mktemp :
        Global = const { Global::new("mktemp") }; pub (crate) static tempdir : Global =
        const { Global::new("tempdir") };
    }
}

pub(crate) fn gettempdir() -> R {
    Ok(
        py::pure::load("os", "environ")?
            .method("get", &[Value::str("TMPDIR"), Value::str("/tmp")])?,
    )
}

pub(crate) fn _name(prefix: Value, suffix: Value, folder: Value) -> R {
    let letters = Value::str("abcdefghijklmnopqrstuvwxyz0123456789_");
    let text = Value::str("")
        .method(
            "join",
            &[
                {
                    let mut out_1 = Vec::new();
                    let mut iter_2 = py::iter::iter(
                        &py::library::os::urandom(&py::pos(&[Value::Int(8)]))?,
                    )?;
                    while let Some(b) = iter_2.next()? {
                        out_1.push(letters.item(&b.modulo(&Value::Int(37))?)?);
                    }
                    Value::list(out_1)
                },
            ],
        )?;
    Ok(
        py::library::os::join(
            &py::pos(
                &[
                    {
                        let left_3 = folder.clone();
                        if left_3.truth()? { left_3 } else { gettempdir()? }
                    },
                    {
                        let left_4 = prefix.clone();
                        if left_4.truth()? { left_4 } else { Value::str("tmp") }
                    }
                        .add(&text)?
                        .add(
                            &{
                                let left_5 = suffix.clone();
                                if left_5.truth()? { left_5 } else { Value::str("") }
                            },
                        )?,
                ],
            ),
        )?,
    )
}

pub(crate) fn mkdtemp(suffix: Value, prefix: Value, dir: Value) -> R {
    let path = _name(prefix.clone(), suffix.clone(), dir.clone())?;
    py::library::os::mkdir(&py::pos(&[path.clone()]))?;
    Ok(path.clone())
}

pub(crate) fn mktemp(suffix: Value, prefix: Value, dir: Value) -> R {
    Ok(_name(prefix.clone(), suffix.clone(), dir.clone())?)
}

pub(crate) fn temporary_directory_init(
    self_: Value,
    suffix: Value,
    prefix: Value,
    dir: Value,
    ignore_cleanup_errors: Value,
) -> R {
    self_.set_attr("name", mkdtemp(suffix.clone(), prefix.clone(), dir.clone())?)?;
    Ok(Value::None)
}

pub(crate) fn temporary_directory_enter(self_: Value) -> R {
    Ok(self_.attr("name")?)
}

pub(crate) fn temporary_directory_exit(
    self_: Value,
    kind: Value,
    error: Value,
    trace: Value,
) -> R {
    self_.method("cleanup", &[])?;
    Ok(Value::None)
}

pub(crate) fn temporary_directory_cleanup(self_: Value) -> R {
    if py::library::os::exists(&py::pos(&[self_.attr("name")?]))?.truth()? {
        py::call::call(
            &py::pure::load("shutil", "rmtree")?,
            &py::pos(&[self_.attr("name")?]),
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn _named_init(self_: Value, path: Value, mode: Value, delete: Value) -> R {
    self_.set_attr("name", path.clone())?;
    self_.set_attr("file", py::io::open(&py::pos(&[path.clone(), mode.clone()]))?)?;
    self_.set_attr("delete", delete.clone())?;
    Ok(Value::None)
}

pub(crate) fn _named_enter(self_: Value) -> R {
    Ok(self_.clone())
}

pub(crate) fn _named_exit(self_: Value, kind: Value, error: Value, trace: Value) -> R {
    self_.method("close", &[])?;
    Ok(Value::None)
}

pub(crate) fn _named_close(self_: Value) -> R {
    self_.attr("file")?.method("close", &[])?;
    if self_.attr("delete")?.truth()?
        && py::library::os::exists(&py::pos(&[self_.attr("name")?]))?.truth()?
    {
        py::library::os::remove(&py::pos(&[self_.attr("name")?]))?;
    }
    Ok(Value::None)
}

pub(crate) fn _named_iter(self_: Value) -> R {
    Ok(py::builtins::iter(&py::pos(&[self_.attr("file")?]))?)
}

pub(crate) fn _named_getattr(self_: Value, name: Value) -> R {
    Ok(py::builtins::getattr(&py::pos(&[self_.attr("file")?, name.clone()]))?)
}

pub(crate) fn named_temporary_file(
    mode: Value,
    buffering: Value,
    encoding: Value,
    newline: Value,
    suffix: Value,
    prefix: Value,
    dir: Value,
    delete: Value,
    errors: Value,
) -> R {
    Ok(
        py::call::call(
            &global::_Named.load()?,
            &py::pos(
                &[
                    _name(prefix.clone(), suffix.clone(), dir.clone())?,
                    mode.clone(),
                    delete.clone(),
                ],
            ),
        )?,
    )
}

pub(crate) fn temporary_file(
    mode: Value,
    buffering: Value,
    encoding: Value,
    newline: Value,
    suffix: Value,
    prefix: Value,
    dir: Value,
    errors: Value,
) -> R {
    Ok(
        py::call::call(
            &global::_Named.load()?,
            &py::pos(
                &[
                    _name(prefix.clone(), suffix.clone(), dir.clone())?,
                    mode.clone(),
                    Value::Bool(true),
                ],
            ),
        )?,
    )
}

pub(crate) fn spooled_temporary_file(
    max_size: Value,
    mode: Value,
    rest: Value,
    kwargs: Value,
) -> R {
    Ok(
        if py::contained(&Value::str("b"), &mode)? {
            py::call::call(&py::library_class("BytesIO"), &py::Args::none())?
        } else {
            py::call::call(&py::library_class("StringIO"), &py::Args::none())?
        },
    )
}

/// The statements of `tempfile.py`.
pub(crate) fn run() -> R<()> {
    global::tempdir.store(Value::None);
    global::gettempdir.store(py::def("gettempdir", "", [], gettempdir));
    global::_name.store(py::def("_name", "prefix, suffix, folder", [], _name));
    global::mkdtemp
        .store(
            py::def(
                "mkdtemp",
                "suffix=, prefix=, dir=",
                [Value::None, Value::None, Value::None],
                mkdtemp,
            ),
        );
    global::mktemp
        .store(
            py::def(
                "mktemp",
                "suffix=, prefix=, dir=",
                [Value::str(""), Value::str("tmp"), Value::None],
                mktemp,
            ),
        );
    global::TemporaryDirectory
        .store({
            let class = py::ClassBody::new(
                "TemporaryDirectory",
                NAME,
                Value::None,
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "TemporaryDirectory.__init__",
                        "self, suffix=, prefix=, dir=, ignore_cleanup_errors=",
                        [Value::None, Value::None, Value::None, Value::Bool(false)],
                        temporary_directory_init,
                    ),
                );
            class
                .set(
                    "__enter__",
                    py::def(
                        "TemporaryDirectory.__enter__",
                        "self",
                        [],
                        temporary_directory_enter,
                    ),
                );
            class
                .set(
                    "__exit__",
                    py::def(
                        "TemporaryDirectory.__exit__",
                        "self, kind, error, trace",
                        [],
                        temporary_directory_exit,
                    ),
                );
            class
                .set(
                    "cleanup",
                    py::def(
                        "TemporaryDirectory.cleanup",
                        "self",
                        [],
                        temporary_directory_cleanup,
                    ),
                );
            class.finish(&[])?
        });
    global::_Named
        .store({
            let class = py::ClassBody::new("_Named", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "_Named.__init__",
                        "self, path, mode, delete",
                        [],
                        _named_init,
                    ),
                );
            class
                .set("__enter__", py::def("_Named.__enter__", "self", [], _named_enter));
            class
                .set(
                    "__exit__",
                    py::def(
                        "_Named.__exit__",
                        "self, kind, error, trace",
                        [],
                        _named_exit,
                    ),
                );
            class.set("close", py::def("_Named.close", "self", [], _named_close));
            class.set("__iter__", py::def("_Named.__iter__", "self", [], _named_iter));
            class
                .set(
                    "__getattr__",
                    py::def("_Named.__getattr__", "self, name", [], _named_getattr),
                );
            class.finish(&[])?
        });
    global::NamedTemporaryFile
        .store(
            py::def(
                "NamedTemporaryFile",
                "mode=, buffering=, encoding=, newline=, suffix=, prefix=, dir=, delete=, *, errors=",
                [
                    Value::str("w+b"),
                    Value::Int(-1),
                    Value::None,
                    Value::None,
                    Value::None,
                    Value::None,
                    Value::None,
                    Value::Bool(true),
                    Value::None,
                ],
                named_temporary_file,
            ),
        );
    global::TemporaryFile
        .store(
            py::def(
                "TemporaryFile",
                "mode=, buffering=, encoding=, newline=, suffix=, prefix=, dir=, *, errors=",
                [
                    Value::str("w+b"),
                    Value::Int(-1),
                    Value::None,
                    Value::None,
                    Value::None,
                    Value::None,
                    Value::None,
                    Value::None,
                ],
                temporary_file,
            ),
        );
    global::SpooledTemporaryFile
        .store(
            py::def(
                "SpooledTemporaryFile",
                "max_size=, mode=, *rest, **kwargs",
                [Value::Int(0), Value::str("w+b")],
                spooled_temporary_file,
            ),
        );
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library tempfile") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "tempdir" => global::tempdir.load(),
        "gettempdir" => global::gettempdir.load(),
        "mkdtemp" => global::mkdtemp.load(),
        "mktemp" => global::mktemp.load(),
        "TemporaryDirectory" => global::TemporaryDirectory.load(),
        "NamedTemporaryFile" => global::NamedTemporaryFile.load(),
        "TemporaryFile" => global::TemporaryFile.load(),
        "SpooledTemporaryFile" => global::SpooledTemporaryFile.load(),
        _ => Ok(Value::None),
    }
}
