//! What `sys` tells about numbers and names.
//!
//! @generated from `runtime/pure/sys.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "sys";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static _FloatInfo : Global = const { Global::new("_FloatInfo") }; pub
        (crate) static _HashInfo : Global = const { Global::new("_HashInfo") }; pub
        (crate) static _Implementation : Global = const { Global::new("_Implementation")
        }; pub (crate) static _IntInfo : Global = const { Global::new("_IntInfo") }; pub
        (crate) static copyright : Global = const { Global::new("copyright") }; pub
        (crate) static dont_write_bytecode : Global = const {
        Global::new("dont_write_bytecode") }; pub (crate) static flags : Global = const {
        Global::new("flags") }; pub (crate) static float_info : Global = const {
        Global::new("float_info") }; pub (crate) static get_int_max_str_digits : Global =
        const { Global::new("get_int_max_str_digits") }; pub (crate) static
        getdefaultencoding : Global = const { Global::new("getdefaultencoding") }; pub
        (crate) static getfilesystemencoding : Global = const {
        Global::new("getfilesystemencoding") }; pub (crate) static getrefcount : Global =
        const { Global::new("getrefcount") }; pub (crate) static getswitchinterval :
        Global = const { Global::new("getswitchinterval") }; pub (crate) static hash_info
        : Global = const { Global::new("hash_info") }; pub (crate) static hexversion :
        Global = const { Global::new("hexversion") }; pub (crate) static implementation :
        Global = const { Global::new("implementation") }; pub (crate) static int_info :
        Global = const { Global::new("int_info") }; pub (crate) static is_finalizing :
        Global = const { Global::new("is_finalizing") }; pub (crate) static
        set_int_max_str_digits : Global = const { Global::new("set_int_max_str_digits")
        }; pub (crate) static setswitchinterval : Global = const {
        Global::new("setswitchinterval") }; pub (crate) static settrace : Global = const
        { Global::new("settrace") };
    }
}

pub(crate) fn _float_info_repr(self_: Value) -> R {
    Ok(
        Value::str(
            "sys.float_info(max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308, min=2.2250738585072014e-308, min_exp=-1021, min_10_exp=-307, dig=15, mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1)",
        ),
    )
}

pub(crate) fn _int_info_repr(self_: Value) -> R {
    Ok(
        Value::str(
            "sys.int_info(bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300, str_digits_check_threshold=640)",
        ),
    )
}

pub(crate) fn getdefaultencoding() -> R {
    Ok(Value::str("utf-8"))
}

pub(crate) fn getfilesystemencoding() -> R {
    Ok(Value::str("utf-8"))
}

pub(crate) fn set_int_max_str_digits(maxdigits: Value) -> R {
    if maxdigits.is_ne(&Value::Int(0))? && maxdigits.is_lt(&Value::Int(640))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("maxdigits must be 0 or larger than 640")]),
                )?,
            )?,
        );
    }
    py::library::sys::_digits_limit(&py::pos(&[maxdigits.clone()]))?;
    Ok(Value::None)
}

pub(crate) fn get_int_max_str_digits() -> R {
    Ok(py::library::sys::_digits_limit(&py::Args::none())?)
}

pub(crate) fn setswitchinterval(interval: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn settrace(function: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn getrefcount(object: Value) -> R {
    py::library::sys::_stop(
        &py::pos(
            &[
                Value::str(
                    "batuta: PY0102 sys.getrefcount: references are counted otherwise in a converted program",
                ),
            ],
        ),
    )?;
    Ok(Value::None)
}

pub(crate) fn is_finalizing() -> R {
    Ok(Value::Bool(false))
}

pub(crate) fn getswitchinterval() -> R {
    Ok(Value::Float(0.005))
}

/// The statements of `sys.py`.
pub(crate) fn run() -> R<()> {
    global::_FloatInfo
        .store({
            let class = py::ClassBody::new("_FloatInfo", NAME, Value::None, &[])?;
            class.set("max", Value::Float(1.7976931348623157e308));
            class.set("max_exp", Value::Int(1024));
            class.set("max_10_exp", Value::Int(308));
            class.set("min", Value::Float(2.2250738585072014e-308));
            class.set("min_exp", Value::Int(-1021));
            class.set("min_10_exp", Value::Int(-307));
            class.set("dig", Value::Int(15));
            class.set("mant_dig", Value::Int(53));
            class.set("epsilon", Value::Float(2.220446049250313e-16));
            class.set("radix", Value::Int(2));
            class.set("rounds", Value::Int(1));
            class
                .set(
                    "__repr__",
                    py::def("_FloatInfo.__repr__", "self", [], _float_info_repr),
                );
            class.finish(&[])?
        });
    global::_HashInfo
        .store({
            let class = py::ClassBody::new("_HashInfo", NAME, Value::None, &[])?;
            class.set("width", Value::Int(64));
            class.set("modulus", Value::Int(2305843009213693951));
            class.set("inf", Value::Int(314159));
            class.set("nan", Value::Int(0));
            class.set("imag", Value::Int(1000003));
            class.finish(&[])?
        });
    global::_IntInfo
        .store({
            let class = py::ClassBody::new("_IntInfo", NAME, Value::None, &[])?;
            class.set("bits_per_digit", Value::Int(30));
            class.set("sizeof_digit", Value::Int(4));
            class.set("default_max_str_digits", Value::Int(4300));
            class.set("str_digits_check_threshold", Value::Int(640));
            class
                .set(
                    "__repr__",
                    py::def("_IntInfo.__repr__", "self", [], _int_info_repr),
                );
            class.finish(&[])?
        });
    global::float_info
        .store(py::call::call(&global::_FloatInfo.load()?, &py::Args::none())?);
    global::int_info
        .store(py::call::call(&global::_IntInfo.load()?, &py::Args::none())?);
    global::hash_info
        .store(py::call::call(&global::_HashInfo.load()?, &py::Args::none())?);
    global::hexversion.store(Value::Int(51053296));
    global::copyright.store(Value::str(""));
    global::flags.store(Value::None);
    global::getdefaultencoding
        .store(py::def("getdefaultencoding", "", [], getdefaultencoding));
    global::getfilesystemencoding
        .store(py::def("getfilesystemencoding", "", [], getfilesystemencoding));
    global::set_int_max_str_digits
        .store(
            py::def("set_int_max_str_digits", "maxdigits", [], set_int_max_str_digits),
        );
    global::get_int_max_str_digits
        .store(py::def("get_int_max_str_digits", "", [], get_int_max_str_digits));
    global::setswitchinterval
        .store(py::def("setswitchinterval", "interval", [], setswitchinterval));
    global::settrace.store(py::def("settrace", "function", [], settrace));
    global::_Implementation
        .store({
            let class = py::ClassBody::new("_Implementation", NAME, Value::None, &[])?;
            class.set("name", Value::str("cpython"));
            class.set("cache_tag", Value::str("cpython-311"));
            class.set("hexversion", Value::Int(51053296));
            class.finish(&[])?
        });
    global::implementation
        .store(py::call::call(&global::_Implementation.load()?, &py::Args::none())?);
    global::dont_write_bytecode.store(Value::Bool(false));
    global::getrefcount.store(py::def("getrefcount", "object", [], getrefcount));
    global::is_finalizing.store(py::def("is_finalizing", "", [], is_finalizing));
    global::getswitchinterval
        .store(py::def("getswitchinterval", "", [], getswitchinterval));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library sys") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "float_info" => global::float_info.load(),
        "int_info" => global::int_info.load(),
        "hash_info" => global::hash_info.load(),
        "hexversion" => global::hexversion.load(),
        "getdefaultencoding" => global::getdefaultencoding.load(),
        "getfilesystemencoding" => global::getfilesystemencoding.load(),
        "set_int_max_str_digits" => global::set_int_max_str_digits.load(),
        "get_int_max_str_digits" => global::get_int_max_str_digits.load(),
        "setswitchinterval" => global::setswitchinterval.load(),
        "settrace" => global::settrace.load(),
        "implementation" => global::implementation.load(),
        "dont_write_bytecode" => global::dont_write_bytecode.load(),
        "getrefcount" => global::getrefcount.load(),
        "is_finalizing" => global::is_finalizing.load(),
        "getswitchinterval" => global::getswitchinterval.load(),
        _ => Ok(Value::None),
    }
}
