//! What is known of installed packages: a converted program has none.
//!
//! @generated from `runtime/pure/importlib_metadata.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "importlib.metadata";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static PackageNotFoundError : Global = const {
        Global::new("PackageNotFoundError") }; pub (crate) static distribution : Global =
        const { Global::new("distribution") }; pub (crate) static metadata : Global =
        const { Global::new("metadata") }; pub (crate) static version : Global = const {
        Global::new("version") };
    }
}

pub(crate) fn package_not_found_error_name(self_: Value) -> R {
    let mut name = Value::Unbound;
    let [item_1] = py::unpack::<1>(&self_.attr("args")?)?;
    name = item_1;
    Ok(name.clone())
}

pub(crate) fn package_not_found_error_str(self_: Value) -> R {
    Ok(
        Value::str(
            format!(
                "No package metadata was found for {}", py::show(& self_.attr("name") ?)
                ?
            ),
        ),
    )
}

pub(crate) fn version(distribution_name: Value) -> R {
    Err(
        py::exc::to_raise(
            &py::call::call(
                &global::PackageNotFoundError.load()?,
                &py::pos(&[distribution_name.clone()]),
            )?,
        )?,
    )
}

/// The statements of `importlib.metadata.py`.
pub(crate) fn run() -> R<()> {
    global::PackageNotFoundError
        .store({
            let class = py::ClassBody::new(
                "PackageNotFoundError",
                NAME,
                Value::str("There is no such package."),
                &[py::exception("ModuleNotFoundError")],
            )?;
            class
                .set(
                    "name",
                    py::library_class("property")
                        .call(
                            &[
                                py::def(
                                    "PackageNotFoundError.name",
                                    "self",
                                    [],
                                    package_not_found_error_name,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "__str__",
                    py::def(
                        "PackageNotFoundError.__str__",
                        "self",
                        [],
                        package_not_found_error_str,
                    ),
                );
            class.finish(&[])?
        });
    global::version.store(py::def("version", "distribution_name", [], version));
    global::metadata.store(global::version.load()?);
    global::distribution.store(global::version.load()?);
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library importlib.metadata") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "PackageNotFoundError" => global::PackageNotFoundError.load(),
        "version" => global::version.load(),
        "metadata" => global::metadata.load(),
        "distribution" => global::distribution.load(),
        _ => Ok(Value::None),
    }
}
