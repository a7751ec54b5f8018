//! Randomness of the system.
//!
//! @generated from `runtime/pure/secrets.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static DEFAULT_ENTROPY : Global = const {
        Global::new("DEFAULT_ENTROPY") }; pub (crate) static choice : Global = const {
        Global::new("choice") }; pub (crate) static compare_digest : Global = const {
        Global::new("compare_digest") }; pub (crate) static randbelow : Global = const {
        Global::new("randbelow") }; pub (crate) static randbits : Global = const {
        Global::new("randbits") }; pub (crate) static token_bytes : Global = const {
        Global::new("token_bytes") }; pub (crate) static token_hex : Global = const {
        Global::new("token_hex") }; pub (crate) static token_urlsafe : Global = const {
        Global::new("token_urlsafe") };
    }
}

pub(crate) fn randbits(k: Value) -> R {
    Ok(
        py::library_class("int")
            .method(
                "from_bytes",
                &[
                    py::library::os::urandom(
                        &py::pos(&[k.add(&Value::Int(7))?.floor_div(&Value::Int(8))?]),
                    )?,
                    Value::str("big"),
                ],
            )?
            .shr(&k.neg()?.modulo(&Value::Int(8))?)?,
    )
}

pub(crate) fn randbelow(exclusive_upper_bound: Value) -> R {
    if exclusive_upper_bound.is_le(&Value::Int(0))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("Upper bound must be positive.")]),
                )?,
            )?,
        );
    }
    let k = exclusive_upper_bound.method("bit_length", &[])?;
    let mut n = randbits(k.clone())?;
    while n.is_ge(&exclusive_upper_bound)? {
        n = randbits(k.clone())?;
    }
    Ok(n.clone())
}

pub(crate) fn choice(seq: Value) -> R {
    Ok(seq.item(&randbelow(Value::from(py::builtins::len(&seq)?))?)?)
}

pub(crate) fn token_bytes(nbytes: Value) -> R {
    Ok(
        py::library::os::urandom(
            &py::pos(
                &[
                    if nbytes.is(&Value::None) {
                        global::DEFAULT_ENTROPY.load()?
                    } else {
                        nbytes.clone()
                    },
                ],
            ),
        )?,
    )
}

pub(crate) fn token_hex(nbytes: Value) -> R {
    Ok(token_bytes(nbytes.clone())?.method("hex", &[])?)
}

pub(crate) fn token_urlsafe(nbytes: Value) -> R {
    Ok(
        py::call::call(
                &py::pure::load("base64", "urlsafe_b64encode")?,
                &py::pos(&[token_bytes(nbytes.clone())?]),
            )?
            .method("rstrip", &[py::bytes::literal(b"=")])?
            .method("decode", &[Value::str("ascii")])?,
    )
}

pub(crate) fn compare_digest(a: Value, b: Value) -> R {
    Ok(a.eq(&b)?)
}

/// The statements of `secrets.py`.
pub(crate) fn run() -> R<()> {
    global::DEFAULT_ENTROPY.store(Value::Int(32));
    global::randbits.store(py::def("randbits", "k", [], randbits));
    global::randbelow
        .store(py::def("randbelow", "exclusive_upper_bound", [], randbelow));
    global::choice.store(py::def("choice", "seq", [], choice));
    global::token_bytes
        .store(py::def("token_bytes", "nbytes=", [Value::None], token_bytes));
    global::token_hex.store(py::def("token_hex", "nbytes=", [Value::None], token_hex));
    global::token_urlsafe
        .store(py::def("token_urlsafe", "nbytes=", [Value::None], token_urlsafe));
    global::compare_digest.store(py::def("compare_digest", "a, b", [], compare_digest));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library secrets") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "DEFAULT_ENTROPY" => global::DEFAULT_ENTROPY.load(),
        "randbits" => global::randbits.load(),
        "randbelow" => global::randbelow.load(),
        "choice" => global::choice.load(),
        "token_bytes" => global::token_bytes.load(),
        "token_hex" => global::token_hex.load(),
        "token_urlsafe" => global::token_urlsafe.load(),
        "compare_digest" => global::compare_digest.load(),
        _ => Ok(Value::None),
    }
}
