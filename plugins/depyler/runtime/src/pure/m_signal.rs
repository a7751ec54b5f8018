//! Signals: handlers are kept, and called when the program raises a signal itself.
//!
//! @generated from `runtime/pure/signal.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static SIGABRT : Global = const { Global::new("SIGABRT") }; pub
        (crate) static SIGALRM : Global = const { Global::new("SIGALRM") }; pub (crate)
        static SIGCHLD : Global = const { Global::new("SIGCHLD") }; pub (crate) static
        SIGHUP : Global = const { Global::new("SIGHUP") }; pub (crate) static SIGINT :
        Global = const { Global::new("SIGINT") }; pub (crate) static SIGKILL : Global =
        const { Global::new("SIGKILL") }; pub (crate) static SIGPIPE : Global = const {
        Global::new("SIGPIPE") }; pub (crate) static SIGQUIT : Global = const {
        Global::new("SIGQUIT") }; pub (crate) static SIGSEGV : Global = const {
        Global::new("SIGSEGV") }; pub (crate) static SIGTERM : Global = const {
        Global::new("SIGTERM") }; pub (crate) static SIGUSR1 : Global = const {
        Global::new("SIGUSR1") }; pub (crate) static SIGUSR2 : Global = const {
        Global::new("SIGUSR2") }; pub (crate) static SIG_DFL : Global = const {
        Global::new("SIG_DFL") }; pub (crate) static SIG_IGN : Global = const {
        Global::new("SIG_IGN") }; pub (crate) static _handlers : Global = const {
        Global::new("_handlers") }; pub (crate) static default_int_handler : Global =
        const { Global::new("default_int_handler") }; pub (crate) static getsignal :
        Global = const { Global::new("getsignal") }; pub (crate) static raise_signal :
        Global = const { Global::new("raise_signal") }; pub (crate) static signal :
        Global = const { Global::new("signal") };
    }
}

pub(crate) fn default_int_handler(signalnum: Value, frame: Value) -> R {
    Err(py::exc::to_raise(&py::exception("KeyboardInterrupt"))?)
}

pub(crate) fn signal(signalnum: Value, handler: Value) -> R {
    let old = global::_handlers
        .load()?
        .method("get", &[signalnum.clone(), global::SIG_DFL.load()?])?;
    let value_1 = handler.clone();
    global::_handlers.load()?.set_item(signalnum.clone(), value_1)?;
    Ok(old.clone())
}

pub(crate) fn getsignal(signalnum: Value) -> R {
    Ok(
        global::_handlers
            .load()?
            .method("get", &[signalnum.clone(), global::SIG_DFL.load()?])?,
    )
}

pub(crate) fn raise_signal(signalnum: Value) -> R {
    let handler = global::_handlers
        .load()?
        .method("get", &[signalnum.clone(), global::SIG_DFL.load()?])?;
    if handler.is_eq(&global::SIG_IGN.load()?)? {
        return Ok(Value::None);
    }
    if handler.is_eq(&global::SIG_DFL.load()?)? {
        py::library::sys::_stop(
            &py::pos(
                &[
                    Value::str(
                        "batuta: PY0206 a signal that ends the program is not converted",
                    ),
                ],
            ),
        )?;
    }
    py::call::call(&handler.clone(), &py::pos(&[signalnum.clone(), Value::None]))?;
    Ok(Value::None)
}

/// The statements of `signal.py`.
pub(crate) fn run() -> R<()> {
    global::SIGHUP.store(Value::Int(1));
    global::SIGINT.store(Value::Int(2));
    global::SIGQUIT.store(Value::Int(3));
    global::SIGABRT.store(Value::Int(6));
    global::SIGKILL.store(Value::Int(9));
    global::SIGUSR1.store(Value::Int(10));
    global::SIGSEGV.store(Value::Int(11));
    global::SIGUSR2.store(Value::Int(12));
    global::SIGPIPE.store(Value::Int(13));
    global::SIGALRM.store(Value::Int(14));
    global::SIGTERM.store(Value::Int(15));
    global::SIGCHLD.store(Value::Int(17));
    global::SIG_DFL.store(Value::Int(0));
    global::SIG_IGN.store(Value::Int(1));
    global::default_int_handler
        .store(
            py::def("default_int_handler", "signalnum, frame", [], default_int_handler),
        );
    global::_handlers
        .store(
            py::dict([(global::SIGINT.load()?, global::default_int_handler.load()?)])?,
        );
    global::signal.store(py::def("signal", "signalnum, handler", [], signal));
    global::getsignal.store(py::def("getsignal", "signalnum", [], getsignal));
    global::raise_signal.store(py::def("raise_signal", "signalnum", [], raise_signal));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library signal") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "SIGHUP" => global::SIGHUP.load(),
        "SIGINT" => global::SIGINT.load(),
        "SIGQUIT" => global::SIGQUIT.load(),
        "SIGABRT" => global::SIGABRT.load(),
        "SIGKILL" => global::SIGKILL.load(),
        "SIGUSR1" => global::SIGUSR1.load(),
        "SIGSEGV" => global::SIGSEGV.load(),
        "SIGUSR2" => global::SIGUSR2.load(),
        "SIGPIPE" => global::SIGPIPE.load(),
        "SIGALRM" => global::SIGALRM.load(),
        "SIGTERM" => global::SIGTERM.load(),
        "SIGCHLD" => global::SIGCHLD.load(),
        "SIG_DFL" => global::SIG_DFL.load(),
        "SIG_IGN" => global::SIG_IGN.load(),
        "default_int_handler" => global::default_int_handler.load(),
        "signal" => global::signal.load(),
        "getsignal" => global::getsignal.load(),
        "raise_signal" => global::raise_signal.load(),
        _ => Ok(Value::None),
    }
}
