//! Running a program: the stack, the exit code, the traceback; names of modules and functions; control flow.

use crate::exc::{err, exception};
use crate::value::{Exc, Name, R, Value};
use std::cell::{Cell, RefCell};

/// Runs the main module of `script` on a large stack and ends the process with Python's exit code.
pub fn run(script: &'static str, module: fn() -> R<()>) {
    let main = move || {
        crate::library::sys::set_script(script);
        module()
    };
    let sizes = [4 << 30, 1 << 30, 256 << 20, 64 << 20];
    for size in sizes {
        let body = move || {
            measure_stack(size);
            exit_code(main())
        };
        let thread = std::thread::Builder::new().stack_size(size).spawn(body);
        if let Ok(thread) = thread {
            std::process::exit(thread.join().unwrap_or(70));
        }
    }
    std::process::exit(exit_code(main()));
}

fn exit_code(result: R<()>) -> i32 {
    let code = match result {
        Ok(()) => 0,
        Err(raised) if raised.is_a("SystemExit") => system_exit(&raised),
        Err(raised) => {
            crate::io::flush();
            eprintln!("Traceback (most recent call last):\n{}", raised.last_line());
            1
        }
    };
    crate::library::atexit::run();
    crate::generator::close_all();
    crate::io::flush();
    // The values that are left are not worth taking apart; files were closed by the program or are closed here.
    std::process::exit(code)
}

fn system_exit(raised: &Exc) -> i32 {
    match raised.0.attrs.get("code").or_else(|| raised.args().first().cloned()) {
        None | Some(Value::None) => 0,
        Some(Value::Int(n)) => (n & 0xff) as i32,
        Some(Value::Bool(b)) => i32::from(b),
        Some(other) => {
            crate::io::flush();
            eprintln!("{}", crate::repr::str_of(&other).unwrap_or_default());
            1
        }
    }
}

/// What a block in `try`, `with` or `finally` ended with.
pub enum Flow {
    /// Its last statement
    Next,
    /// An exception
    Raise(Exc),
    /// `return`
    Return(Value),
    /// `break`
    Break,
    /// `continue`
    Continue,
}

/// A name of a module.
pub struct Global {
    name: Name,
    value: RefCell<Value>,
}

impl Global {
    /// A name without value.
    pub const fn new(name: Name) -> Global {
        Global { name, value: RefCell::new(Value::Unbound) }
    }
}

/// Access to names of a module.
pub trait GlobalKey {
    /// The value.
    ///
    /// # Errors
    /// `NameError` when it has none.
    fn load(&'static self) -> R;
    /// Binds it.
    fn store(&'static self, value: Value);
    /// Takes the value out to change it in place; [`GlobalKey::store`] must follow.
    ///
    /// # Errors
    /// `NameError` when it has none.
    fn take(&'static self) -> R;
    /// Unbinds it.
    ///
    /// # Errors
    /// `NameError` when it has no value.
    fn delete(&'static self) -> R<()>;
}

impl GlobalKey for std::thread::LocalKey<Global> {
    fn load(&'static self) -> R {
        self.with(|global| match &*global.value.borrow() {
            Value::Unbound => err("NameError", format!("name '{}' is not defined", global.name)),
            value => Ok(value.clone()),
        })
    }

    fn store(&'static self, value: Value) {
        let old = self.with(|global| global.value.replace(value));
        drop(old);
    }

    fn take(&'static self) -> R {
        self.load()
    }

    fn delete(&'static self) -> R<()> {
        self.load()?;
        self.store(Value::Unbound);
        Ok(())
    }
}

/// A variable that a closure shares with the function around it.
#[derive(Clone)]
pub struct Shared(std::rc::Rc<(Name, RefCell<Value>)>);

impl Shared {
    /// A variable, possibly without value.
    pub fn new(name: Name, value: Value) -> Shared {
        Shared(std::rc::Rc::new((name, RefCell::new(value))))
    }

    /// The value.
    ///
    /// # Errors
    /// `NameError` when it has none.
    pub fn load(&self) -> R {
        match &*self.0.1.borrow() {
            Value::Unbound => {
                let name = self.0.0;
                err(
                    "NameError",
                    format!(
                        "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
                    ),
                )
            }
            value => Ok(value.clone()),
        }
    }

    /// Binds it.
    pub fn store(&self, value: Value) {
        let old = self.0.1.replace(value);
        drop(old);
    }
}

/// The value of a local variable that may have none.
///
/// # Errors
/// `UnboundLocalError` when it has none.
pub fn bound(value: &Value, name: Name) -> R {
    match value {
        Value::Unbound => err(
            "UnboundLocalError",
            format!("cannot access local variable '{name}' where it is not associated with a value"),
        ),
        value => Ok(value.clone()),
    }
}

/// A name that nothing binds.
///
/// # Errors
/// `NameError` always.
pub fn undefined(name: Name) -> R {
    err("NameError", format!("name '{name}' is not defined"))
}

/// A name that a module of the project does not bind.
///
/// # Errors
/// `AttributeError` always.
pub fn no_attribute(module: Name, name: Name) -> R {
    err("AttributeError", format!("module '{module}' has no attribute '{name}'"))
}

/// `assert condition, message`
///
/// # Errors
/// `AssertionError` always.
pub fn assertion(message: Option<Value>) -> Exc {
    exception("AssertionError", message.into_iter().collect())
}

thread_local! {
    static HANDLED: RefCell<Vec<Exc>> = const { RefCell::new(vec![]) };
    static DEPTH: Cell<usize> = const { Cell::new(0) };
    static LIMIT: Cell<usize> = const { Cell::new(1000) };
    static FLOOR: Cell<usize> = const { Cell::new(0) };
}

/// Sets the recursion limit.
pub fn set_recursion_limit(limit: usize) {
    LIMIT.set(limit);
}

/// The recursion limit.
pub fn recursion_limit() -> usize {
    LIMIT.get()
}

/// One level of recursion; ends when dropped.
pub struct Frame;

impl Drop for Frame {
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get() - 1);
    }
}

/// Counts a call of a function that may call itself, over whatever detour.
///
/// # Errors
/// `RecursionError` past the limit, or when the stack is used up.
#[inline]
pub fn enter() -> R<Frame> {
    let depth = DEPTH.get() + 1;
    if depth >= LIMIT.get() || stack_pointer() < FLOOR.get() {
        return too_deep();
    }
    DEPTH.set(depth);
    Ok(Frame)
}

#[cold]
fn too_deep() -> R<Frame> {
    err("RecursionError", "maximum recursion depth exceeded")
}

/// About where the stack ends now: the address of a local variable.
#[inline]
fn stack_pointer() -> usize {
    let here = 0u8;
    &raw const here as usize
}

/// Notes how large the stack of this thread is; the last part of it stays free for what counts no calls.
fn measure_stack(size: usize) {
    FLOOR.set(stack_pointer().saturating_sub(size - size / 8));
}

/// Notes the exception that an `except` clause handles; ends when dropped.
pub struct Handling;

impl Drop for Handling {
    fn drop(&mut self) {
        HANDLED.with_borrow_mut(|all| all.pop());
    }
}

/// Starts to handle an exception, for a bare `raise` in a function that the handler calls.
pub fn handle(raised: &Exc) -> Handling {
    HANDLED.with_borrow_mut(|all| all.push(raised.clone()));
    Handling
}

/// The exception that is handled now.
pub fn handled() -> Option<Exc> {
    HANDLED.with_borrow(|all| all.last().cloned())
}

/// `raise` without exception.
pub fn reraise() -> Exc {
    HANDLED
        .with_borrow(|all| all.last().cloned())
        .unwrap_or_else(|| crate::exc::new("RuntimeError", "No active exception to reraise"))
}

/// `__enter__` of a context manager.
///
/// # Errors
/// `TypeError` when it is none, and what it raises.
pub fn enter_context(manager: &Value) -> R {
    match crate::attr::get_opt(manager, "__enter__")? {
        Some(method) => method.call(&[]),
        None => match manager {
            Value::Native(_) => manager.method("__enter__", &[]),
            _ => {
                let class = crate::class::class_of(manager).full_name();
                err("TypeError", format!("'{class}' object does not support the context manager protocol"))
            }
        },
    }
}

/// `__exit__` of a context manager; gives how to go on.
///
/// # Errors
/// What `__exit__` raises.
pub fn exit_context(manager: &Value, flow: Flow) -> R<Flow> {
    let args = match &flow {
        Flow::Raise(raised) => [Value::Class(raised.0.class.clone()), raised.value(), crate::objects::trace()],
        _ => [Value::None, Value::None, Value::None],
    };
    let swallowed = manager.method("__exit__", &args).and_then(|answer| answer.truth());
    let swallowed = match &flow {
        Flow::Raise(raised) => swallowed.map_err(|error| error.during(raised))?,
        _ => swallowed?,
    };
    Ok(if swallowed && matches!(flow, Flow::Raise(_)) { Flow::Next } else { flow })
}

thread_local! {
    static STARTED: RefCell<Vec<Name>> = const { RefCell::new(vec![]) };
}

/// Whether a module is imported for the first time.
pub fn first(module: Name) -> bool {
    STARTED.with_borrow_mut(|started| {
        let new = !started.contains(&module);
        if new {
            started.push(module);
        }
        new
    })
}

/// Nothing, where a module was imported already.
///
/// # Errors
/// `NameError` where it was not.
pub fn started(module: Name) -> R<()> {
    if STARTED.with_borrow(|started| started.contains(&module)) { Ok(()) } else { undefined(module).map(|_| ()) }
}

/// Says what was not converted, and ends the process.
pub fn hole<T>(text: &str) -> T {
    crate::io::flush();
    eprintln!("{text}");
    std::process::exit(70)
}

/// The value of a result, or a jump out of the block with this label.
#[macro_export]
macro_rules! attempt {
    ($label:lifetime, $result:expr) => {
        match $result {
            Ok(value) => value,
            Err(raised) => break $label $crate::Flow::Raise(raised),
        }
    };
}
