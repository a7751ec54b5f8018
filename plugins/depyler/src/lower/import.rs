//! Imports: of the library's modules at conversion time, of the project's modules at run time, in order.

use super::names::ident;
use super::{Kind, Lower};
use crate::catalog::{self, Kind as K};
use crate::codes;
use crate::facts::{Facts, Source};
use crate::hir::{self, ExprKind, StmtKind};
use batuta_rust_ir::{Expr, Stmt};
use batuta_text::TextRange;
use std::collections::BTreeMap;

/// What an import binds a name to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Bound {
    /// A module of the library
    Library(&'static str),
    /// A name of a module of the library
    LibraryName(&'static str, String),
    /// A module of the project, by its dotted name
    Project(String),
    /// A module of Python's library that the runtime does not have, or a name of it
    Missing(String),
    /// A name of a module without effect, such as `__future__` and `typing`: the module, the name
    Annotation(String, String),
}

/// Modules that are imported for their effect on people, not on output.
const IGNORED: &[&str] = &["__future__", "warnings"];

/// Collects what the imports of a scope bind, functions inside left out.
pub(crate) fn collect(body: &[hir::Stmt], facts: &Facts) -> BTreeMap<String, Bound> {
    let mut out = BTreeMap::new();
    walk(body, facts, &mut out);
    if out.is_empty() {
        return out;
    }
    // A name that is bound in other ways, too, is a variable that the import fills.
    let other = crate::star::bound_otherwise(body);
    out.retain(|name, bound| {
        !other.contains(name) || !matches!(bound, Bound::LibraryName(..) | Bound::Library(_) | Bound::Missing(_))
    });
    out
}

fn walk(body: &[hir::Stmt], facts: &Facts, out: &mut BTreeMap<String, Bound>) {
    for s in body {
        match &s.kind {
            StmtKind::Import(all) => all.iter().for_each(|i| one(i, facts, out)),
            StmtKind::If(_, a, b) | StmtKind::While(_, a, b) | StmtKind::For(_, _, a, b) => {
                walk(a, facts, out);
                walk(b, facts, out);
            }
            StmtKind::Try(a, handlers, b, c) => {
                walk(a, facts, out);
                handlers.iter().for_each(|h| walk(&h.body, facts, out));
                walk(b, facts, out);
                walk(c, facts, out);
            }
            StmtKind::With(_, a) => walk(a, facts, out),
            _ => {}
        }
    }
}

fn one(import: &hir::Import, facts: &Facts, out: &mut BTreeMap<String, Bound>) {
    let module = facts.absolute(&import.module, import.level);
    let Some(names) = &import.names else {
        let (name, target) = match &import.alias {
            Some(alias) => (alias.clone(), module.clone()),
            None => {
                let first = module.split('.').next().unwrap_or("").to_string();
                (first.clone(), first)
            }
        };
        if let Some(bound) = of_module(&target, &module, facts) {
            out.insert(name, bound);
        }
        return;
    };
    for (name, alias) in names {
        let inner = if module.is_empty() { name.clone() } else { format!("{module}.{name}") };
        let bound = if facts.modules.contains_key(&inner) {
            Some(Bound::Project(inner))
        } else if facts.modules.contains_key(&module) {
            // A plain variable here, filled when the import runs, unless the other module has it from a library.
            of_source(&module, name, facts)
        } else {
            of_name(&module, name, import.level == 0)
        };
        out.extend(bound.map(|bound| (alias.clone(), bound)));
    }
}

/// What a name of a module of the project is when that module has it from an import.
fn of_source(module: &str, name: &str, facts: &Facts) -> Option<Bound> {
    match facts.source(module, name)? {
        Source::Module(target) => of_module(&target, &target, facts),
        Source::Name(module, name) => of_name(&module, &name, true),
    }
}

/// What a module is; `whole` is its full name.
fn of_module(target: &str, whole: &str, facts: &Facts) -> Option<Bound> {
    if facts.modules.contains_key(target) || facts.is_package(target) {
        Some(Bound::Project(target.to_string()))
    } else if let Some(found) = catalog::find(target) {
        Some(Bound::Library(found.name))
    } else if IGNORED.contains(&target) {
        Some(Bound::Annotation(target.to_string(), String::new()))
    } else {
        is_standard(target).then(|| Bound::Missing(whole.to_string()))
    }
}

/// What a name of a module outside of the project is.
fn of_name(module: &str, name: &str, absolute: bool) -> Option<Bound> {
    let inner = if module.is_empty() { name.to_string() } else { format!("{module}.{name}") };
    if let Some(found) = catalog::find(&inner) {
        Some(Bound::Library(found.name))
    } else if let Some(found) = catalog::find(module) {
        match found.kind(name) {
            None if catalog::is_absent(module, name) => None,
            Some(K::Annotation) => Some(Bound::Annotation(module.to_string(), name.to_string())),
            _ => Some(Bound::LibraryName(found.name, name.to_string())),
        }
    } else if IGNORED.contains(&module) {
        Some(Bound::Annotation(module.to_string(), name.to_string()))
    } else {
        (absolute && is_standard(module)).then(|| Bound::Missing(module.to_string()))
    }
}

impl Lower<'_> {
    /// An import statement.
    pub(crate) fn import(&mut self, all: &[hir::Import], at: TextRange) -> Vec<Stmt> {
        let mut out = vec![];
        for import in all {
            let module = self.facts.absolute(&import.module, import.level);
            if self.facts.modules.contains_key(&module) || self.facts.is_package(&module) {
                self.import_project(import, &module, at, &mut out);
                continue;
            }
            match catalog::find(&module) {
                Some(found) => {
                    if let Some(feature) = catalog::FEATURES.iter().find(|f| module.split('.').next() == Some(f)) {
                        self.features.insert((*feature).to_string());
                    }
                    if import.names.is_none() {
                        let first = module.split('.').next().unwrap_or_default().to_string();
                        let (name, whole) = match &import.alias {
                            Some(alias) => (alias.clone(), found.name),
                            None => (first.clone(), catalog::find(&first).map_or(found.name, |m| m.name)),
                        };
                        if !self.scope().imports.contains_key(&name) {
                            let value = self.module_value(whole, at);
                            let store = self.bind(&name, value);
                            out.push(store);
                        }
                    }
                    for (name, alias) in import.names.iter().flatten() {
                        if found.kind(name).is_some() && !self.scope().imports.contains_key(alias) {
                            let value = self.library_value(found.name, name, at);
                            let store = self.bind(alias, value);
                            out.push(store);
                            continue;
                        }
                        // A name that the runtime does not have is refused where it is used, or here when it fills a
                        // variable.
                        let known = found.kind(name).is_some() || catalog::find(&format!("{module}.{name}")).is_some();
                        if catalog::is_absent(&module, name) {
                            let text = format!("cannot import name '{name}' from '{module}' (unknown location)");
                            let raised =
                                Expr::call_path("py::exc::new", vec![Expr::str("ImportError"), Expr::str(text)]);
                            let raised = self.raise(raised);
                            out.push(Stmt::expr(always(raised)));
                            continue;
                        }
                        let tests = module == "doctest" && name == "testmod";
                        if !known && !tests && !self.scope().imports.contains_key(alias) {
                            let text = format!("`{module}.{name}` is not in the runtime");
                            let hole = self.refuse(codes::LIBRARY, at, &text);
                            out.push(Stmt::expr(typed_hole(hole)));
                        }
                    }
                }
                None if IGNORED.contains(&module.as_str()) => {}
                None if self.waits_for_use(import) => {}
                None if !is_standard(&module) && self.inside_try() => {
                    // The program says itself what it does without the module.
                    let text = format!("No module named '{module}'");
                    let raised =
                        Expr::call_path("py::exc::new", vec![Expr::str("ModuleNotFoundError"), Expr::str(text)]);
                    let raised = self.raise(raised);
                    out.push(Stmt::expr(always(raised)));
                }
                None => {
                    let hole = self.refuse(
                        codes::MODULE,
                        at,
                        &format!("module `{module}` is neither in the project nor in the runtime"),
                    );
                    out.push(Stmt::expr(typed_hole(hole)));
                }
            }
        }
        out
    }

    /// Whether everything that an import binds is refused where it is used.
    fn waits_for_use(&mut self, import: &hir::Import) -> bool {
        let missing = |l: &mut Self, name: &str| matches!(l.scope().imports.get(name), Some(Bound::Missing(_)));
        match &import.names {
            Some(names) => names.iter().all(|(_, alias)| missing(self, alias)),
            None => {
                let first = import.module.split('.').next().unwrap_or("").to_string();
                let name = import.alias.clone().unwrap_or(first);
                missing(self, &name)
            }
        }
    }

    /// Whether exceptions that are raised here are handled in this function.
    fn inside_try(&mut self) -> bool {
        self.frames().iter().any(|frame| matches!(frame, super::Frame::Try(_)))
    }

    fn import_project(&mut self, import: &hir::Import, module: &str, at: TextRange, out: &mut Vec<Stmt>) {
        // Packages run before the modules in them.
        let mut path = String::new();
        for part in module.split('.') {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(part);
            self.run_module(&path, out);
        }
        for (name, alias) in import.names.iter().flatten() {
            let inner = format!("{module}.{name}");
            if self.facts.modules.contains_key(&inner) {
                self.run_module(&inner, out);
                continue;
            }
            if name == "*" {
                let hole =
                    self.refuse(codes::STAR_IMPORT, at, "`import *` of a module of the project is not converted");
                out.push(Stmt::expr(typed_hole(hole)));
                continue;
            }
            let exported = self.facts.modules.get(module).is_some_and(|m| m.names.contains(name));
            if !exported {
                let text = format!("cannot import name '{name}' from '{module}'");
                let raised = Expr::call_path("py::exc::new", vec![Expr::str("ImportError"), Expr::str(text)]);
                let raised = self.raise(raised);
                out.push(Stmt::expr(always(raised)));
                continue;
            }
            if let Some(bound) = of_source(module, name, self.facts) {
                if !self.scope().imports.contains_key(alias) {
                    let value = self.load_import(&bound, at);
                    let store = self.bind(alias, value);
                    out.push(store);
                }
                continue;
            }
            let rust = self.facts.rust_module(module);
            let value = self.q(Expr::path(format!("{rust}::global::{}", ident(name))).method("load", vec![]));
            let store = self.bind(alias, value);
            out.push(store);
        }
    }

    fn run_module(&mut self, module: &str, out: &mut Vec<Stmt>) {
        if self.facts.modules.contains_key(module) {
            let rust = self.facts.rust_module(module);
            let call = self.q(Expr::call_path(format!("{rust}::module"), vec![]));
            out.push(Stmt::expr(call));
        }
    }

    /// An imported name as a value.
    pub(crate) fn load_import(&mut self, bound: &Bound, at: TextRange) -> Expr {
        match bound {
            Bound::LibraryName(module, name) => self.library_value(module, name, at),
            Bound::Annotation(module, name) => annotation(module, name),
            Bound::Missing(module) => {
                let text = format!("module `{module}` is neither in the project nor in the runtime");
                self.refuse(codes::MODULE, at, &text)
            }
            Bound::Library(module) => self.module_value(module, at),
            Bound::Project(module) if self.facts.modules.get(module).is_some_and(|m| m.object) => {
                let rust = self.facts.rust_module(module);
                Expr::call_path(format!("{rust}::py_object"), vec![])
            }
            Bound::Project(module) => {
                self.refuse(codes::MODULE_VALUE, at, &format!("module `{module}` as a value is not converted"))
            }
        }
    }

    /// A module of the library as a value, whose names are asked for at run time.
    fn module_value(&mut self, module: &str, at: TextRange) -> Expr {
        let Some(found) = catalog::find(module) else {
            return self.refuse(codes::MODULE, at, &format!("module `{module}` is not in the runtime"));
        };
        if module == "sys" {
            return self.refuse(codes::MODULE_VALUE, at, "module `sys` as a value is not converted");
        }
        let mut all = vec![];
        for name in [found.functions, found.constants, found.classes, found.pure].iter().flat_map(|l| l.split(' ')) {
            if name.is_empty() || name.starts_with('_') {
                continue;
            }
            let value = match found.kind(name) {
                Some(K::Pure) => {
                    self.features.insert(found.name.to_string());
                    Expr::call_path("py::pure::load", vec![Expr::str(found.name), Expr::str(name)])
                }
                _ => Expr::call_path("Ok", vec![self.library_value(module, name, at)]),
            };
            all.push(Expr::Tuple(vec![Expr::str(name), closure(vec![], value)]));
        }
        Expr::call_path("py::objects::module", vec![Expr::str(module), Expr::Array(all).ref_()])
    }

    /// A name of a library module as a value.
    pub(crate) fn library_value(&mut self, module: &str, name: &str, at: TextRange) -> Expr {
        let Some(found) = catalog::find(module) else {
            return self.refuse(codes::MODULE, at, &format!("module `{module}` is not in the runtime"));
        };
        if module == catalog::BUILTINS.name {
            return self.builtin_value(name, at);
        }
        let path = library_path(found.path, name);
        match found.kind(name) {
            Some(K::Function) => Expr::call_path("py::native_fn", vec![Expr::str(name), Expr::path(path)]),
            Some(K::Constant) if name == "chain" => Expr::call_path("py::library::itertools::chain_class", vec![]),
            Some(K::Constant) => Expr::call_path(path, vec![]),
            Some(K::Class) => {
                // Two modules may have an `error` each.
                let own = matches!(name, "error" | "Error" | "Pattern" | "Match" | "UnsupportedOperation");
                let name = match (module, name) {
                    ("numpy", name) => format!("numpy.{}", numpy_class(name)),
                    _ if own => format!("{module}.{name}"),
                    _ => name.to_string(),
                };
                Expr::call_path("py::library_class", vec![Expr::str(name)])
            }
            Some(K::Annotation) => annotation(module, name),
            Some(K::Pure) => {
                self.features.insert(found.name.to_string());
                self.q(Expr::call_path("py::pure::load", vec![Expr::str(found.name), Expr::str(name)]))
            }
            None if name == "__name__" => Expr::call_path("Value::str", vec![Expr::str(module)]),
            None if catalog::is_absent(module, name) => {
                self.q(Expr::call_path("py::run::no_attribute", vec![Expr::str(module), Expr::str(name)]))
            }
            None => self.refuse(codes::LIBRARY, at, &format!("`{module}.{name}` is not in the runtime")),
        }
    }

    /// What `base.name` stands for when `base` is a module; none when it is a value.
    pub(crate) fn module_of(&self, base: &hir::Expr) -> Option<Bound> {
        match &base.kind {
            ExprKind::Name(name) => match self.place(name) {
                super::names::Place::Import(
                    bound @ (Bound::Library(_) | Bound::Project(_) | Bound::Annotation(..)),
                ) => Some(bound),
                _ => None,
            },
            ExprKind::Attr(inner, name) => match self.module_of(inner)? {
                Bound::Library(module) => {
                    catalog::find(&format!("{module}.{name}")).map(|found| Bound::Library(found.name))
                }
                Bound::Project(module) => {
                    let full = format!("{module}.{name}");
                    if self.facts.modules.contains_key(&full) || self.facts.is_package(&full) {
                        return Some(Bound::Project(full));
                    }
                    let bound = of_source(&module, name, self.facts)?;
                    matches!(bound, Bound::Library(_) | Bound::Project(_)).then_some(bound)
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// `module.name` of a module of the project, as a value.
    pub(crate) fn project_value(&mut self, module: &str, name: &str, at: TextRange) -> Expr {
        let known = self.facts.modules.get(module).is_some_and(|m| m.names.contains(name));
        if !known {
            let inner = format!("{module}.{name}");
            if self.facts.modules.contains_key(&inner) {
                // A module in the package.
                return self.load_import(&Bound::Project(inner), at);
            }
            if name.starts_with("__") && name.ends_with("__") {
                let object = self.load_import(&Bound::Project(module.to_string()), at);
                return self.q(object.method("attr", vec![Expr::str(name)]));
            }
            return self.q(Expr::call_path("py::run::no_attribute", vec![Expr::str(module), Expr::str(name)]));
        }
        let rust = self.facts.rust_module(module);
        if self.facts.modules.get(module).is_some_and(|m| m.object && m.borrowed.contains(name)) {
            // What it imports is no variable of its own.
            let object = Expr::call_path(format!("{rust}::py_object"), vec![]);
            return self.q(object.method("attr", vec![Expr::str(name)]));
        }
        if let Some(bound) = of_source(module, name, self.facts) {
            return self.load_import(&bound, at);
        }
        self.q(Expr::path(format!("{rust}::global::{}", ident(name))).method("load", vec![]))
    }

    /// Modules in this package, which are names of it once they are imported.
    fn submodules(&self, bound: &[String]) -> Vec<Expr> {
        let inside = format!("{}.", self.facts.module);
        let mut out = vec![];
        for (module, known) in self.facts.modules.iter().filter(|_| self.facts.init) {
            let Some(name) = module.strip_prefix(&inside).filter(|n| !n.contains('.')) else { continue };
            if bound.iter().any(|n| n == name) {
                continue;
            }
            let object = match known.object {
                true => Expr::call_path(format!("{}::py_object", self.facts.rust_module(module)), vec![]),
                false => Expr::call_path("py::objects::hidden", vec![]),
            };
            let started = Expr::call_path("py::run::started", vec![Expr::str(module.clone())]);
            let when = vec![(batuta_rust_ir::Pat::Wild, None)];
            let body = started.method("map", vec![closure(when, object)]);
            out.push(Expr::Tuple(vec![Expr::str(name), closure(vec![], body)]));
        }
        out
    }

    /// The function that gives this module as an object.
    pub(crate) fn own_object(&mut self, m: &hir::Module) -> batuta_rust_ir::Item {
        let module = &self.scopes[0];
        let (imports, bound) = (module.imports.clone(), module.names.bound.clone());
        let mut order: Vec<String> = vec![];
        let statements = m.body.iter().flat_map(|s| crate::scope::statement(s).bound).chain(bound.iter().cloned());
        for name in statements.filter(|n| bound.contains(n)) {
            if !order.contains(&name) {
                order.push(name);
            }
        }
        let mut all = self.submodules(&order);
        // What lowering itself moved to the top of the module is none of its names.
        order.retain(|name| imports.contains_key(name) || self.globals.contains(name));
        for name in order {
            let value = match imports.get(&name) {
                None => Expr::path(format!("global::{}", ident(&name))).method("load", vec![]),
                Some(Bound::Project(module)) if self.facts.modules.get(module).is_some_and(|m| m.object) => {
                    let rust = self.facts.rust_module(module);
                    Expr::call_path("Ok", vec![Expr::call_path(format!("{rust}::py_object"), vec![])])
                }
                Some(Bound::LibraryName(module, of))
                    if catalog::find(module).is_some_and(|m| !matches!(m.kind(of), None | Some(K::Pure))) =>
                {
                    Expr::call_path("Ok", vec![self.library_value(module, of, TextRange::empty(0))])
                }
                Some(_) => Expr::call_path("Ok", vec![Expr::call_path("py::objects::hidden", vec![])]),
            };
            all.push(Expr::Tuple(vec![Expr::str(name), closure(vec![], value)]));
        }
        self.names_module = true;
        let doc = self.doc.clone().map_or(Expr::path("None"), |doc| Expr::call_path("Some", vec![Expr::str(doc)]));
        let args = vec![Expr::path("NAME"), doc, Expr::bool(self.facts.init), Expr::Array(all).ref_()];
        let body = batuta_rust_ir::Block::new(vec![]).tail(Expr::call_path("py::objects::own_module", args));
        let f = batuta_rust_ir::Function::new("py_object").ret(batuta_rust_ir::Type::path("Value")).body(body);
        batuta_rust_ir::Item::function(f).doc("This module as an object.").vis(batuta_rust_ir::Visibility::Crate)
    }

    /// Whether statements here run once, as the module does.
    pub(crate) fn at_module_level(&self) -> bool {
        self.scopes.last().is_some_and(|s| s.kind == Kind::Module)
    }
}

/// What always jumps, written so that what follows is no dead code.
fn always(jump: Expr) -> Expr {
    Expr::if_(Expr::bool(true), batuta_rust_ir::Block::new(vec![Stmt::expr(jump)]), None)
}

/// A name that stands in annotations, as a value.
fn annotation(module: &str, name: &str) -> Expr {
    match (module, name) {
        (
            "typing" | "typing_extensions",
            "cast" | "override" | "overload" | "runtime_checkable" | "no_type_check" | "final" | "assert_type",
        ) => Expr::call_path("py::native_fn", vec![Expr::str(name), Expr::path("py::library::typing::last")]),
        ("typing" | "typing_extensions", "NewType") => {
            Expr::call_path("py::native_fn", vec![Expr::str(name), Expr::path("py::library::typing::new_type")])
        }
        ("typing" | "typing_extensions", _) => Expr::call_path("py::library::typing::name", vec![Expr::str(name)]),
        _ => Expr::call_path("py::library_class", vec![Expr::str("object")]),
    }
}

fn closure(params: Vec<(batuta_rust_ir::Pat, Option<batuta_rust_ir::Type>)>, body: Expr) -> Expr {
    Expr::Closure(batuta_rust_ir::Closure { move_: false, params, ret: None, body: Box::new(body) })
}

/// The Rust path of a function of the library.
pub(crate) fn library_path(path: &str, name: &str) -> String {
    let name = match name {
        "mod" => "mod_",
        "match" => "match_",
        "where" => "where_",
        other => other,
    };
    format!("py::{path}::{name}")
}

/// The name that a class of NumPy has where a program calls it by another.
fn numpy_class(name: &str) -> &str {
    match name {
        "bool_" => "bool",
        "ubyte" => "uint8",
        "intc" => "int32",
        "int_" | "intp" | "longlong" => "int64",
        "single" => "float32",
        "double" => "float64",
        "cdouble" => "complex128",
        other => other,
    }
}

/// A hole as a statement.
pub(crate) fn typed_hole(hole: Expr) -> Expr {
    match hole {
        Expr::Call(f, args) => match *f {
            Expr::Path(path) => Expr::call_path(path.replace("::<Value>", "::<()>"), args),
            other => Expr::call(other, args),
        },
        other => other,
    }
}

/// Whether Python's own library has the module.
pub(crate) fn is_standard(module: &str) -> bool {
    const NAMES: &str = " _thread abc aifc antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib ntpath nturl2path numbers opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo ";
    let first = module.split('.').next().unwrap_or("");
    NAMES.contains(&format!(" {first} ")) || first.starts_with('_')
}
