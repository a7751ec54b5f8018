//! Exceptions: the hierarchy, raising, matching, printing.

use crate::class::{Class, Instance, Layout, builtin_class};
use crate::value::{Exc, Name, R, Value};
use std::rc::Rc;

/// Every built-in exception with its base.
pub const HIERARCHY: &[(Name, Name)] = &[
    ("BaseException", "object"),
    ("SystemExit", "BaseException"),
    ("KeyboardInterrupt", "BaseException"),
    ("GeneratorExit", "BaseException"),
    ("Exception", "BaseException"),
    ("StopIteration", "Exception"),
    ("StopAsyncIteration", "Exception"),
    ("ArithmeticError", "Exception"),
    ("FloatingPointError", "ArithmeticError"),
    ("OverflowError", "ArithmeticError"),
    ("ZeroDivisionError", "ArithmeticError"),
    ("AssertionError", "Exception"),
    ("AttributeError", "Exception"),
    ("BufferError", "Exception"),
    ("EOFError", "Exception"),
    ("ImportError", "Exception"),
    ("ModuleNotFoundError", "ImportError"),
    ("LookupError", "Exception"),
    ("IndexError", "LookupError"),
    ("KeyError", "LookupError"),
    ("MemoryError", "Exception"),
    ("NameError", "Exception"),
    ("UnboundLocalError", "NameError"),
    ("OSError", "Exception"),
    ("BlockingIOError", "OSError"),
    ("ChildProcessError", "OSError"),
    ("ConnectionError", "OSError"),
    ("BrokenPipeError", "ConnectionError"),
    ("ConnectionAbortedError", "ConnectionError"),
    ("ConnectionRefusedError", "ConnectionError"),
    ("ConnectionResetError", "ConnectionError"),
    ("FileExistsError", "OSError"),
    ("FileNotFoundError", "OSError"),
    ("InterruptedError", "OSError"),
    ("IsADirectoryError", "OSError"),
    ("NotADirectoryError", "OSError"),
    ("PermissionError", "OSError"),
    ("ProcessLookupError", "OSError"),
    ("TimeoutError", "OSError"),
    ("ReferenceError", "Exception"),
    ("RuntimeError", "Exception"),
    ("NotImplementedError", "RuntimeError"),
    ("RecursionError", "RuntimeError"),
    ("SyntaxError", "Exception"),
    ("IndentationError", "SyntaxError"),
    ("TabError", "IndentationError"),
    ("SystemError", "Exception"),
    ("TypeError", "Exception"),
    ("ValueError", "Exception"),
    ("UnicodeError", "ValueError"),
    ("UnicodeDecodeError", "UnicodeError"),
    ("UnicodeEncodeError", "UnicodeError"),
    ("UnicodeTranslateError", "UnicodeError"),
    ("JSONDecodeError", "ValueError"),
    ("FrozenInstanceError", "AttributeError"),
    ("re.error", "Exception"),
    ("copy.Error", "Exception"),
    ("struct.error", "Exception"),
    ("binascii.Error", "ValueError"),
    ("AxisError", "ValueError"),
    ("LinAlgError", "ValueError"),
    ("UFuncTypeError", "TypeError"),
    ("Warning", "Exception"),
    ("UserWarning", "Warning"),
    ("DeprecationWarning", "Warning"),
    ("PendingDeprecationWarning", "Warning"),
    ("ImportWarning", "Warning"),
    ("UnicodeWarning", "Warning"),
    ("BytesWarning", "Warning"),
    ("EncodingWarning", "Warning"),
    ("RuntimeWarning", "Warning"),
    ("FutureWarning", "Warning"),
    ("SyntaxWarning", "Warning"),
    ("ResourceWarning", "Warning"),
];

/// The class of a built-in exception.
pub fn exception_class(name: Name) -> Rc<Class> {
    builtin_class(name)
}

/// Describes a built-in exception for [`builtin_class`]; none for another name.
pub fn describe(name: Name) -> Option<Class> {
    if name == "io.UnsupportedOperation" {
        let bases = vec![builtin_class("OSError"), builtin_class("ValueError")];
        return Some(Class::native("UnsupportedOperation", bases, Layout::Exception, None));
    }
    let (name, base) = HIERARCHY.iter().find(|(n, _)| *n == name)?;
    Some(Class::native(name.rsplit('.').next().unwrap_or(name), vec![builtin_class(base)], Layout::Exception, None))
}

/// An exception with arguments.
pub fn exception(class: Name, args: Vec<Value>) -> Exc {
    Exc(Instance::new(exception_class(class), Value::tuple(args)))
}

/// An exception with a message.
pub fn new(class: Name, message: impl Into<String>) -> Exc {
    exception(class, vec![Value::str(message.into())])
}

/// Raises an exception with a message.
///
/// # Errors
/// Always.
#[cold]
pub fn err<T>(class: Name, message: impl Into<String>) -> R<T> {
    Err(new(class, message))
}

/// The exception that `raise value` raises.
///
/// # Errors
/// What the constructor raises.
pub fn to_raise(value: &Value) -> R<Exc> {
    match value {
        Value::Obj(object) if object.class.is_exception() => Ok(Exc(object.clone())),
        Value::Class(class) if class.is_exception() => match crate::call::call(value, &crate::func::Args::none())? {
            Value::Obj(object) => Ok(Exc(object)),
            _ => err("TypeError", "exceptions must derive from BaseException"),
        },
        _ => err("TypeError", "exceptions must derive from BaseException"),
    }
}

/// The exception that `raise value from cause` raises.
///
/// # Errors
/// What the constructors raise.
pub fn to_raise_from(value: &Value, cause: &Value) -> R<Exc> {
    let raised = to_raise(value)?;
    let cause = match cause {
        Value::None => Value::None,
        cause => match to_raise(cause) {
            Err(raised) if raised.is_a("TypeError") && !matches!(cause, Value::Class(_)) => {
                return err("TypeError", "exception causes must derive from BaseException");
            }
            other => other?.into(),
        },
    };
    raised.0.attrs.set("__cause__", cause);
    Ok(raised)
}

impl Exc {
    /// Whether `except class` catches it.
    pub fn is(&self, class: &Rc<Class>) -> bool {
        self.0.class.derives(class)
    }

    /// Whether it is the built-in exception `name` or derived from it.
    pub fn is_a(&self, name: Name) -> bool {
        self.0.class.name == name || self.0.class.rest.iter().any(|class| class.name == name)
    }

    /// Whether `except classes` catches it; `classes` is a class or a tuple of classes.
    ///
    /// # Errors
    /// `TypeError` when it is neither.
    pub fn matches(&self, classes: &Value) -> R<bool> {
        match classes {
            Value::Class(class) if class.is_exception() => Ok(self.is(class)),
            Value::Tuple(all) => {
                for class in all.iter() {
                    if self.matches(class)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            _ => err("TypeError", "catching classes that do not inherit from BaseException is not allowed"),
        }
    }

    /// The exception as a value.
    pub fn value(&self) -> Value {
        Value::Obj(self.0.clone())
    }

    /// The arguments.
    pub fn args(&self) -> Rc<Vec<Value>> {
        match &*self.0.payload.borrow() {
            Value::Tuple(args) => args.clone(),
            _ => Rc::new(vec![]),
        }
    }

    /// Notes which exception was being handled when this one was raised.
    pub fn during(self, handled: &Exc) -> Exc {
        if !Rc::ptr_eq(&self.0, &handled.0) && self.0.attrs.get("__context__").is_none() {
            self.0.attrs.set("__context__", handled.value());
        }
        self
    }

    /// The last line of a traceback.
    pub fn last_line(&self) -> String {
        let class = &self.0.class;
        let module = match class.module {
            "" | "__main__" => match class.name {
                "JSONDecodeError" => "json.decoder.",
                "UnsupportedOperation" => "io.",
                "FrozenInstanceError" => "dataclasses.",
                "error" if self.is(&exception_class("re.error")) => "re.",
                "error" if self.is(&exception_class("struct.error")) => "struct.",
                "Error" if self.is(&exception_class("copy.Error")) => "copy.",
                "Error" if self.is(&exception_class("binascii.Error")) => "binascii.",
                _ => "",
            }
            .to_string(),
            module => format!("{module}."),
        };
        let text = crate::repr::str_of(&self.value()).unwrap_or_else(|_| "<exception str() failed>".to_string());
        let name = match class.attrs.get("__qualname__") {
            Some(Value::Str(name)) => name.as_str().to_string(),
            _ => class.name.to_string(),
        };
        if text.is_empty() { format!("{module}{name}") } else { format!("{module}{name}: {text}") }
    }
}

/// `str(exception)`
///
/// # Errors
/// What `__str__` of an argument raises.
pub fn message(object: &Instance) -> R<String> {
    let args = match &*object.payload.borrow() {
        Value::Tuple(args) => args.clone(),
        _ => Rc::new(vec![]),
    };
    let is_os_error = |class: &Rc<Class>| class.name == "OSError";
    if std::iter::once(&object.class).chain(&object.class.rest).any(is_os_error) && args.len() >= 2 {
        let text = crate::repr::str_of(&args[1])?;
        let number = crate::repr::str_of(&args[0])?;
        return Ok(match args.get(2) {
            Some(name) => format!("[Errno {number}] {text}: {}", crate::repr::repr(name)?),
            None => format!("[Errno {number}] {text}"),
        });
    }
    match &args[..] {
        [] => Ok(String::new()),
        [one] if object.class.name == "KeyError" || object.class.rest.iter().any(|c| c.name == "KeyError") => {
            crate::repr::repr(one)
        }
        [one] => crate::repr::str_of(one),
        _ => crate::repr::repr(&Value::Tuple(args.clone())),
    }
}

/// `repr(exception)`
///
/// # Errors
/// What `__repr__` of an argument raises.
pub fn represent(object: &Instance) -> R<String> {
    let args = match &*object.payload.borrow() {
        Value::Tuple(args) => args.clone(),
        _ => Rc::new(vec![]),
    };
    let is_os_error = |class: &Rc<Class>| class.name == "OSError" && class.is_native();
    match &args[..] {
        [number, text, _] if std::iter::once(&object.class).chain(&object.class.rest).any(is_os_error) => {
            let both = Value::tuple(vec![number.clone(), text.clone()]);
            Ok(format!("{}{}", object.class.name, crate::repr::repr(&both)?))
        }
        [one] => Ok(format!("{}({})", object.class.name, crate::repr::repr(one)?)),
        _ => Ok(format!("{}{}", object.class.name, crate::repr::repr(&Value::Tuple(args.clone()))?)),
    }
}
