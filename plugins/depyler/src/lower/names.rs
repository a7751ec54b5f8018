//! Names: what a Python name stands for at some place, and what it is called in Rust.

use super::import::Bound;
use super::{Kind, Lower};
use crate::codes;
use batuta_rust_ir::Expr;
use batuta_text::TextRange;

/// What a name stands for.
#[derive(Clone, Debug)]
pub(crate) enum Place {
    /// A Rust variable that always has a value here
    Local(String),
    /// A Rust variable that may have none
    Unsure(String, String),
    /// A shared variable
    Cell(String),
    /// A name of this module
    Global(String),
    /// A name of the class body that is running
    ClassName(String),
    /// A function of this module that is called directly
    Static(String),
    /// What an import binds
    Import(Bound),
    /// A built-in name
    Builtin(String),
}

/// A Rust identifier for a Python name.
pub(crate) fn ident(name: &str) -> String {
    let mut out: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || c == '_' { c.to_string() } else { format!("u{:x}", c as u32) })
        .collect();
    let reserved = [
        "as", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern", "false", "fn", "for", "if",
        "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "Self", "static",
        "struct", "super", "trait", "true", "type", "unsafe", "use", "where", "while", "async", "await", "abstract",
        "become", "box", "do", "final", "macro", "override", "priv", "typeof", "unsized", "virtual", "yield", "try",
        "gen", "Ok", "Err", "Some", "None", "R", "yielder", "main", "vec",
    ];
    // What ends in underscores grows by one, too, so that no two names become one.
    if reserved.contains(&out.trim_end_matches('_')) || out.trim_matches('_').is_empty() {
        out.push('_');
    }
    out
}

/// `CamelCase` and `camelCase` as `camel_case`.
pub(crate) fn snake(name: &str) -> String {
    let chars: Vec<char> = ident(name).chars().collect();
    let mut out = String::new();
    for (at, c) in chars.iter().enumerate() {
        let before = at > 0 && (chars[at - 1].is_ascii_lowercase() || chars[at - 1].is_ascii_digit());
        let after = chars.get(at + 1).is_some_and(char::is_ascii_lowercase) && at > 0 && chars[at - 1] != '_';
        if c.is_ascii_uppercase() && (before || after) {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

impl Lower<'_> {
    /// A name for a new item of the module.
    pub(crate) fn item_name(&mut self, wanted: &str) -> String {
        let base = snake(wanted);
        let base = if base.trim_matches('_').is_empty() || base.starts_with(|c: char| c.is_ascii_digit()) {
            format!("f{base}")
        } else {
            base
        };
        let mut name = base.clone();
        let mut n = 1;
        // A variable of this name would hide the item where it is in scope, unless it hides it in Python, too.
        let hidden = |l: &Self, name: &str| l.variables.contains(name) && name != wanted;
        while hidden(self, &name) || !self.taken.insert(name.clone()) {
            n += 1;
            name = format!("{base}_{n}");
        }
        name
    }

    pub(crate) fn place(&self, name: &str) -> Place {
        self.place_from(name, false)
    }

    /// Where a name is; functions and comprehensions inside a class do not see its names.
    pub(crate) fn place_from(&self, name: &str, in_function: bool) -> Place {
        let mut in_function = in_function;
        for scope in self.scopes.iter().rev() {
            match scope.kind {
                Kind::Class if in_function => continue,
                Kind::Class => {
                    if scope.names.bound.contains(name) {
                        return Place::ClassName(self.mangled(name));
                    }
                    continue;
                }
                Kind::Module => break,
                Kind::Comp | Kind::Function | Kind::Generator => {}
            }
            if scope.names.globals.contains(name) {
                break;
            }
            if scope.names.bound.contains(name) && !scope.names.nonlocals.contains(name) {
                if let Some(bound) = scope.imports.get(name) {
                    return Place::Import(bound.clone());
                }
                if scope.names.is_cell(name) {
                    return Place::Cell(ident(name));
                }
                if scope.locals.unsure.contains(name) {
                    return Place::Unsure(ident(name), name.to_string());
                }
                return Place::Local(ident(name));
            }
            in_function = true;
        }
        self.module_place(name)
    }

    fn module_place(&self, name: &str) -> Place {
        let module = &self.scopes[0];
        if let Some(bound) = module.imports.get(name) {
            return Place::Import(bound.clone());
        }
        if self.statics.contains_key(name) {
            return Place::Static(name.to_string());
        }
        if self.globals.contains(name) {
            return Place::Global(ident(name));
        }
        if module.names.bound.contains(name) {
            return Place::Local(ident(name));
        }
        Place::Builtin(name.to_string())
    }

    /// Reads a name: an expression of type `Value`.
    pub(crate) fn load(&mut self, name: &str, at: TextRange) -> Expr {
        if let Some((x, t)) = self.load_native(name) {
            return self.coerce(x, &t, &crate::infer::T::Dyn);
        }
        if name == "__class__" {
            return self.class_cell(at);
        }
        match self.place(name) {
            Place::Local(rust) => Expr::path(rust).method("clone", vec![]),
            Place::Unsure(rust, name) => {
                let bound = Expr::call_path("py::bound", vec![Expr::path(rust).ref_(), Expr::str(name.clone())]);
                let bound = if self.at_module_level() { self.or_builtin(bound, &name, at) } else { bound };
                self.q(bound)
            }
            Place::Cell(rust) => self.q(Expr::path(rust).method("load", vec![])),
            Place::Global(rust) => {
                let found = Expr::path(format!("global::{rust}")).method("load", vec![]);
                let found = self.or_builtin(found, name, at);
                self.q(found)
            }
            Place::Static(name) => {
                if self.signature_for(&name).is_some_and(|s| s.params.iter().chain([&s.ret]).any(|t| !t.is_value())) {
                    self.disagree();
                }
                self.needed.insert(name.clone());
                self.q(Expr::path(format!("global::{}", ident(&name))).method("load", vec![]))
            }
            Place::ClassName(mangled) => self.class_name(name, &mangled, at),
            Place::Import(bound) => self.load_import(&bound, at),
            Place::Builtin(name) => self.builtin_value(&name, at),
        }
    }

    /// A name of the module that has no value stands for the built-in one, if there is one.
    fn or_builtin(&mut self, found: Expr, name: &str, at: TextRange) -> Expr {
        if !self.is_builtin(name) || name.starts_with("__") {
            return found;
        }
        let builtin = self.builtin_value(name, at);
        let closure = batuta_rust_ir::Closure {
            move_: false,
            params: vec![(batuta_rust_ir::Pat::Wild, None)],
            ret: None,
            body: Box::new(Expr::call_path("Ok", vec![builtin])),
        };
        found.method("or_else", vec![Expr::Closure(closure)])
    }

    /// A name of a class body, which may come from around the class.
    fn class_name(&mut self, name: &str, mangled: &str, at: TextRange) -> Expr {
        let found = Expr::path("class").method("get", vec![Expr::str(mangled)]);
        let scope = self.scopes.pop();
        let outer = match self.place(name) {
            Place::Builtin(name) if !self.is_builtin(&name) => None,
            // A variable that is declared further down has no value yet.
            Place::Local(_) if !self.is_declared(name) => None,
            _ => Some(self.load(name, at)),
        };
        self.scopes.extend(scope);
        let missing = match outer {
            Some(outer) => outer,
            None => self.undefined(name),
        };
        let arms = vec![
            batuta_rust_ir::Arm::new(
                batuta_rust_ir::Pat::tuple_struct("Some", [batuta_rust_ir::Pat::name("value")]),
                Expr::path("value"),
            ),
            batuta_rust_ir::Arm::new(batuta_rust_ir::Pat::path("None"), missing),
        ];
        Expr::match_(found, arms)
    }

    fn is_declared(&self, name: &str) -> bool {
        let owner = self.scopes.iter().rev().find(|s| s.kind != Kind::Class && s.names.bound.contains(name));
        owner.is_some_and(|s| s.declared.contains(name))
    }

    /// The class around a method, for `super()` and `__class__`.
    fn class_cell(&mut self, at: TextRange) -> Expr {
        let class = self.scopes.iter().rev().find_map(|s| s.class.clone());
        match class {
            Some(class) => self.load_outside(&class, at),
            None => self.refuse(codes::NAME, at, "`super()` outside of a method"),
        }
    }

    /// Reads a name as a function inside the class would: past the names of class bodies.
    fn load_outside(&mut self, name: &str, at: TextRange) -> Expr {
        self.load(name, at)
    }

    /// Binds a name to `value`, an expression of type `Value`.
    pub(crate) fn store(&mut self, name: &str, value: Expr) -> Expr {
        let place = self.place(name);
        let t = self.place_type(&place, name);
        let value = self.coerce(value, &crate::infer::T::Dyn, &t);
        match place {
            Place::Local(rust) | Place::Unsure(rust, _) => Expr::Assign(Box::new(Expr::path(rust)), Box::new(value)),
            Place::Cell(rust) => Expr::path(rust).method("store", vec![value]),
            Place::ClassName(name) => Expr::path("class").method("set", vec![Expr::str(name), value]),
            Place::Global(_) | Place::Static(_) | Place::Import(_) | Place::Builtin(_) => {
                Expr::path(format!("global::{}", ident(name))).method("store", vec![value])
            }
        }
    }

    pub(crate) fn is_builtin(&self, name: &str) -> bool {
        crate::catalog::BUILTINS.kind(name).is_some()
            || is_exception(name)
            || matches!(
                name,
                "len"
                    | "aiter"
                    | "anext"
                    | "ExceptionGroup"
                    | "BaseExceptionGroup"
                    | "NotImplemented"
                    | "Ellipsis"
                    | "open"
                    | "__name__"
                    | "quit"
                    | "super"
            )
    }

    /// A built-in name as a value.
    pub(crate) fn builtin_value(&mut self, name: &str, at: TextRange) -> Expr {
        use crate::catalog::Kind as K;
        match name {
            "ExceptionGroup" | "BaseExceptionGroup" => return self.library_value("_groups", name, at),
            " await" => return native("await", "py::coro::awaitable"),
            " give" => return native("give", "py::coro::given"),
            " aiter" | "aiter" => return native("aiter", "py::coro::aiter"),
            "anext" => return native("anext", "py::coro::anext"),
            " except_star" => return self.library_value("_groups", "Handling", at),
            "__name__" => {
                self.names_module = true;
                return Expr::call_path("Value::str", vec![Expr::path("NAME")]);
            }
            "__file__" => return Expr::call_path("Value::str", vec![Expr::str(self.path.clone())]),
            "__doc__" => {
                let none = || Expr::path("Value::None");
                return self.doc.clone().map_or_else(none, |doc| Expr::call_path("Value::str", vec![Expr::str(doc)]));
            }
            "NotImplemented" => return Expr::path("Value::NotImplemented"),
            "Ellipsis" => return Expr::path("Value::Ellipsis"),
            "len" => return native("len", "py::builtins::len_"),
            "open" => return native("open", "py::io::open"),
            "quit" => return native("quit", "py::builtins::exit"),
            crate::annotations::NOTED => return native("noted", "py::notes::noted"),
            crate::locals::CALL => return native("locals", "py::builtins::locals_"),
            "exec" | "eval" | "compile" | "globals" | "locals" | "__import__" | "breakpoint" => {
                // A program may name it and never call it.
                let text = format!("`{name}` needs a Python interpreter at run time");
                let hole = self.refuse(codes::DYNAMIC, at, &text);
                let closure = batuta_rust_ir::Closure {
                    move_: false,
                    params: vec![(batuta_rust_ir::Pat::Wild, None)],
                    ret: None,
                    body: Box::new(Expr::call_path("Ok", vec![hole])),
                };
                return Expr::call_path("py::native_fn", vec![Expr::str(name), Expr::Closure(closure)]);
            }
            "help" | "credits" | "license" | "copyright" | "EncodingWarning" => {
                return self.refuse(codes::UNSUPPORTED, at, &format!("`{name}` is not converted"));
            }
            _ => {}
        }
        match crate::catalog::BUILTINS.kind(name) {
            Some(K::Function) => native(name, &format!("py::builtins::{name}")),
            Some(_) => Expr::call_path("py::library_class", vec![Expr::str(name)]),
            None if is_exception(name) => Expr::call_path("py::exception", vec![Expr::str(exception_name(name))]),
            None => self.undefined(name),
        }
    }
}

fn native(name: &str, path: &str) -> Expr {
    Expr::call_path("py::native_fn", vec![Expr::str(name), Expr::path(path)])
}

/// Names of exceptions that Python has twice.
pub(crate) fn exception_name(name: &str) -> &str {
    match name {
        "IOError" | "EnvironmentError" => "OSError",
        other => other,
    }
}

/// Whether it is a built-in exception.
pub(crate) fn is_exception(name: &str) -> bool {
    const MORE: &[&str] = &[
        "IOError",
        "EnvironmentError",
        "StopIteration",
        "KeyboardInterrupt",
        "SystemExit",
        "GeneratorExit",
        "Exception",
        "BaseException",
        "StopAsyncIteration",
        "Warning",
    ];
    const OTHERS: &[&str] = &[
        "ArithmeticError",
        "FloatingPointError",
        "OverflowError",
        "ZeroDivisionError",
        "AssertionError",
        "AttributeError",
        "BufferError",
        "EOFError",
        "ImportError",
        "ModuleNotFoundError",
        "LookupError",
        "IndexError",
        "KeyError",
        "MemoryError",
        "NameError",
        "UnboundLocalError",
        "OSError",
        "BlockingIOError",
        "ChildProcessError",
        "ConnectionError",
        "BrokenPipeError",
        "ConnectionAbortedError",
        "ConnectionRefusedError",
        "ConnectionResetError",
        "FileExistsError",
        "FileNotFoundError",
        "InterruptedError",
        "IsADirectoryError",
        "NotADirectoryError",
        "PermissionError",
        "ProcessLookupError",
        "TimeoutError",
        "ReferenceError",
        "RuntimeError",
        "NotImplementedError",
        "RecursionError",
        "SyntaxError",
        "IndentationError",
        "TabError",
        "SystemError",
        "TypeError",
        "ValueError",
        "UnicodeError",
        "UnicodeDecodeError",
        "UnicodeEncodeError",
        "UserWarning",
        "DeprecationWarning",
        "RuntimeWarning",
        "FutureWarning",
        "SyntaxWarning",
        "PendingDeprecationWarning",
        "ImportWarning",
        "UnicodeWarning",
        "BytesWarning",
        "EncodingWarning",
        "UnicodeTranslateError",
        "ResourceWarning",
    ];
    MORE.contains(&name) || OTHERS.contains(&name)
}
