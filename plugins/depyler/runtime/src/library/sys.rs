//! `sys`

use crate::func::Args;
use crate::value::{R, Value};
use std::cell::RefCell;

thread_local! {
    static ARGV: RefCell<Option<Value>> = const { RefCell::new(None) };
}

/// Names the script, which `sys.argv[0]` shows.
pub fn set_script(name: &str) {
    let rest = std::env::args().skip(1).map(Value::from);
    let all = std::iter::once(Value::str(name)).chain(rest).collect();
    ARGV.set(Some(Value::list(all)));
}

/// `sys.argv`
pub fn argv() -> Value {
    if ARGV.with_borrow(Option::is_none) {
        set_script("");
    }
    ARGV.with_borrow(|argv| argv.clone().unwrap_or(Value::None))
}

/// `sys.stdin`
pub fn stdin() -> Value {
    crate::io::stdin()
}

/// `sys.stdout`
pub fn stdout() -> Value {
    crate::io::stdout()
}

/// `sys.stderr`
pub fn stderr() -> Value {
    crate::io::stderr()
}

/// `sys.__stdin__`
pub fn __stdin__() -> Value {
    crate::io::original(0)
}

/// `sys.__stdout__`
pub fn __stdout__() -> Value {
    crate::io::original(1)
}

/// `sys.__stderr__`
pub fn __stderr__() -> Value {
    crate::io::original(2)
}

/// `sys.maxsize`
pub fn maxsize() -> Value {
    Value::Int(i64::MAX)
}

/// `sys.version_info`
pub fn version_info() -> Value {
    let parts = vec![Value::Int(3), Value::Int(11), Value::Int(2), Value::str("final"), Value::Int(0)];
    let fields = ["major", "minor", "micro", "releaselevel", "serial"];
    super::collections::named("sys.version_info", &fields, parts).unwrap_or(Value::None)
}

/// `sys.platform`
pub fn platform() -> Value {
    Value::str("linux")
}

/// `sys.byteorder`
pub fn byteorder() -> Value {
    Value::str("little")
}

/// `sys.exit(code)`
///
/// # Errors
/// `SystemExit` always.
pub fn exit(args: &Args) -> R {
    let args = match args.pos {
        [Value::None] => vec![],
        [Value::Tuple(items)] => items.to_vec(),
        other => other.to_vec(),
    };
    Err(crate::exc::exception("SystemExit", args))
}

/// `sys.setrecursionlimit(n)`
///
/// # Errors
/// `TypeError` when it is no integer.
pub fn setrecursionlimit(args: &Args) -> R {
    crate::run::set_recursion_limit(crate::item::index(args.at(0, "setrecursionlimit")?, "int")?.max(1) as usize);
    Ok(Value::None)
}

/// `sys.getrecursionlimit()`
///
/// # Errors
/// None.
pub fn getrecursionlimit(_: &Args) -> R {
    Ok(crate::run::recursion_limit().into())
}

/// `sys.intern(text)`
///
/// # Errors
/// None.
pub fn intern(args: &Args) -> R {
    args.at(0, "intern").cloned()
}

/// `sys.exc_info()`
///
/// # Errors
/// None.
pub fn exc_info(_: &Args) -> R {
    Ok(Value::tuple(match crate::run::handled() {
        Some(raised) => vec![Value::Class(raised.0.class.clone()), raised.value(), crate::objects::trace()],
        None => vec![Value::None, Value::None, Value::None],
    }))
}

/// `sys.version`
pub fn version() -> Value {
    Value::str("3.11.2 (main, converted to Rust) [rustc]")
}

/// `sys.maxunicode`
pub fn maxunicode() -> Value {
    Value::Int(0x10_ffff)
}

/// `sys.executable`
pub fn executable() -> Value {
    Value::str("")
}

/// `sys.path`
pub fn path() -> Value {
    Value::list(vec![Value::str("")])
}

/// Sets how many digits are converted between int and text at most, and gives it.
///
/// # Errors
/// None.
pub fn _digits_limit(args: &Args) -> R {
    if let Some(Value::Int(limit)) = args.pos.first() {
        crate::repr::DIGITS.set(usize::try_from(*limit).unwrap_or(0));
    }
    Ok(Value::Int(crate::repr::DIGITS.get() as i64))
}

/// Ends the program as a hole does, with a message of the library.
///
/// # Errors
/// `TypeError` without message.
pub fn _stop(args: &Args) -> R {
    crate::run::hole(&crate::repr::str_of(args.at(0, "_stop")?)?)
}

thread_local! {
    /// How many tasks of `threading` and executors are being run, one within the other.
    static THREADS: std::cell::Cell<i64> = const { std::cell::Cell::new(0) };
}

/// Whether a task of a thread is being run to its end.
pub fn in_thread() -> bool {
    THREADS.get() > 0
}

/// A task of a thread begins (`1`) or ends (`-1`).
///
/// # Errors
/// `TypeError` without a number.
pub fn _thread(args: &Args) -> R {
    if let Value::Int(step) = args.at(0, "_thread")? {
        THREADS.set(THREADS.get() + step);
    }
    Ok(Value::None)
}

/// The digits of an int of any length, for `decimal`, which has no limit.
///
/// # Errors
/// `TypeError` when it is no int.
pub fn _int_text(args: &Args) -> R {
    match args.at(0, "_int_text")? {
        Value::Big(n) => Ok(Value::str(n.to_radix(10))),
        other => crate::repr::repr(other).map(Value::str),
    }
}

/// How many decimal digits the magnitude of an int has, for `decimal`: without writing them.
///
/// # Errors
/// `TypeError` when it is no int.
pub fn _int_digits(args: &Args) -> R {
    match args.at(0, "_int_digits")? {
        Value::Big(n) => Ok(Value::Int(n.decimal_digits() as i64)),
        Value::Int(n) => Ok(Value::Int(n.unsigned_abs().checked_ilog10().map_or(1, |log| i64::from(log) + 1))),
        other => Ok(Value::Int(crate::repr::repr(other)?.len() as i64)),
    }
}

/// `sys.getsizeof(x)` depends on how CPython stores values.
///
/// # Errors
/// None: the process ends.
pub fn getsizeof(_: &Args) -> R {
    crate::run::hole("batuta: PY0102 sys.getsizeof: sizes of CPython's objects are not known")
}
