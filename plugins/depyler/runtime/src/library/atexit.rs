//! `atexit`

use crate::func::Args;
use crate::value::{Name, R, Value};
use std::cell::RefCell;

type Call = (Value, Vec<Value>, Vec<(Name, Value)>);

thread_local! {
    static CALLS: RefCell<Vec<Call>> = const { RefCell::new(vec![]) };
}

/// `atexit.register(function, *args, **kw)`
///
/// # Errors
/// `TypeError` without function.
pub fn register(args: &Args) -> R {
    let function = args.at(0, "register")?.clone();
    CALLS.with_borrow_mut(|all| all.push((function.clone(), args.pos[1..].to_vec(), args.kw.to_vec())));
    Ok(function)
}

/// `atexit.unregister(function)`
///
/// # Errors
/// `TypeError` without function.
pub fn unregister(args: &Args) -> R {
    let function = args.at(0, "unregister")?;
    CALLS.with_borrow_mut(|all| all.retain(|(other, _, _)| !other.is(function)));
    Ok(Value::None)
}

/// Calls what was registered, the last first.
pub fn run() {
    while let Some((function, pos, kw)) = CALLS.with_borrow_mut(Vec::pop) {
        if let Err(raised) = crate::call::call(&function, &Args { pos: &pos, kw: &kw }) {
            crate::io::flush();
            eprintln!("Error in atexit._run_exitfuncs:\nTraceback (most recent call last):\n{}", raised.last_line());
        }
    }
}
