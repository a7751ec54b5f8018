//! Numbers of errors.
//!
//! @generated from `runtime/pure/errno.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static EACCES : Global = const { Global::new("EACCES") }; pub (crate)
        static EAGAIN : Global = const { Global::new("EAGAIN") }; pub (crate) static
        EBADF : Global = const { Global::new("EBADF") }; pub (crate) static EDOM : Global
        = const { Global::new("EDOM") }; pub (crate) static EEXIST : Global = const {
        Global::new("EEXIST") }; pub (crate) static EINTR : Global = const {
        Global::new("EINTR") }; pub (crate) static EINVAL : Global = const {
        Global::new("EINVAL") }; pub (crate) static EIO : Global = const {
        Global::new("EIO") }; pub (crate) static EISDIR : Global = const {
        Global::new("EISDIR") }; pub (crate) static ENOENT : Global = const {
        Global::new("ENOENT") }; pub (crate) static ENOMEM : Global = const {
        Global::new("ENOMEM") }; pub (crate) static ENOSPC : Global = const {
        Global::new("ENOSPC") }; pub (crate) static ENOTDIR : Global = const {
        Global::new("ENOTDIR") }; pub (crate) static ENOTEMPTY : Global = const {
        Global::new("ENOTEMPTY") }; pub (crate) static EPERM : Global = const {
        Global::new("EPERM") }; pub (crate) static EPIPE : Global = const {
        Global::new("EPIPE") }; pub (crate) static ERANGE : Global = const {
        Global::new("ERANGE") }; pub (crate) static ESRCH : Global = const {
        Global::new("ESRCH") }; pub (crate) static EXDEV : Global = const {
        Global::new("EXDEV") }; pub (crate) static errorcode : Global = const {
        Global::new("errorcode") };
    }
}

/// The statements of `errno.py`.
pub(crate) fn run() -> R<()> {
    global::EPERM.store(Value::Int(1));
    global::ENOENT.store(Value::Int(2));
    global::ESRCH.store(Value::Int(3));
    global::EINTR.store(Value::Int(4));
    global::EIO.store(Value::Int(5));
    global::EBADF.store(Value::Int(9));
    global::EAGAIN.store(Value::Int(11));
    global::ENOMEM.store(Value::Int(12));
    global::EACCES.store(Value::Int(13));
    global::EEXIST.store(Value::Int(17));
    global::EXDEV.store(Value::Int(18));
    global::ENOTDIR.store(Value::Int(20));
    global::EISDIR.store(Value::Int(21));
    global::EINVAL.store(Value::Int(22));
    global::ENOSPC.store(Value::Int(28));
    global::EPIPE.store(Value::Int(32));
    global::EDOM.store(Value::Int(33));
    global::ERANGE.store(Value::Int(34));
    global::ENOTEMPTY.store(Value::Int(39));
    global::errorcode
        .store(
            py::dict([
                (Value::Int(1), Value::str("EPERM")),
                (Value::Int(2), Value::str("ENOENT")),
                (Value::Int(3), Value::str("ESRCH")),
                (Value::Int(4), Value::str("EINTR")),
                (Value::Int(5), Value::str("EIO")),
                (Value::Int(9), Value::str("EBADF")),
                (Value::Int(11), Value::str("EAGAIN")),
                (Value::Int(12), Value::str("ENOMEM")),
                (Value::Int(13), Value::str("EACCES")),
                (Value::Int(17), Value::str("EEXIST")),
                (Value::Int(18), Value::str("EXDEV")),
                (Value::Int(20), Value::str("ENOTDIR")),
                (Value::Int(21), Value::str("EISDIR")),
                (Value::Int(22), Value::str("EINVAL")),
                (Value::Int(28), Value::str("ENOSPC")),
                (Value::Int(32), Value::str("EPIPE")),
                (Value::Int(33), Value::str("EDOM")),
                (Value::Int(34), Value::str("ERANGE")),
                (Value::Int(39), Value::str("ENOTEMPTY")),
            ])?,
        );
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library errno") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "EPERM" => global::EPERM.load(),
        "ENOENT" => global::ENOENT.load(),
        "ESRCH" => global::ESRCH.load(),
        "EINTR" => global::EINTR.load(),
        "EIO" => global::EIO.load(),
        "EBADF" => global::EBADF.load(),
        "EAGAIN" => global::EAGAIN.load(),
        "ENOMEM" => global::ENOMEM.load(),
        "EACCES" => global::EACCES.load(),
        "EEXIST" => global::EEXIST.load(),
        "EXDEV" => global::EXDEV.load(),
        "ENOTDIR" => global::ENOTDIR.load(),
        "EISDIR" => global::EISDIR.load(),
        "EINVAL" => global::EINVAL.load(),
        "ENOSPC" => global::ENOSPC.load(),
        "EPIPE" => global::EPIPE.load(),
        "EDOM" => global::EDOM.load(),
        "ERANGE" => global::ERANGE.load(),
        "ENOTEMPTY" => global::ENOTEMPTY.load(),
        "errorcode" => global::errorcode.load(),
        _ => Ok(Value::None),
    }
}
