//! A module: one Rust file, with a program's root around it where one starts.

use super::names::ident;
use super::{Kind, Lower, Scope, import};
use crate::facts::Facts;
use crate::hir::{Module, Stmt as PyStmt, StmtKind};
use crate::scope;
use crate::visit::{self, Visit};
use batuta_diagnostics::Bag;
use batuta_rust_ir::{Block, Expr, File, Function, Item, Stmt, Type, Visibility};
use batuta_text::{FileId, LineIndex};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::rc::Rc;

/// What lowering a module gives.
pub struct Output {
    /// The Rust file of the module, without a program's root.
    pub file: File,
    /// Numbers for the report.
    pub counts: Vec<(String, u64)>,
    /// Features of the runtime that it needs.
    pub features: BTreeSet<String>,
    /// Numeric operations with a stub.
    pub operations: Vec<batuta_sdk::Operation>,
}

/// Functions of the module that every call can reach directly: defined once, at the top, and never bound otherwise.
fn statics(m: &Module) -> BTreeMap<String, crate::hir::Function> {
    // How many statements bind a name, and which is the first to read it.
    let (mut bound, mut read) = (BTreeMap::<String, usize>::new(), BTreeMap::<String, usize>::new());
    for (at, s) in m.body.iter().enumerate() {
        let names = scope::statement(s);
        names.bound.into_iter().for_each(|name| *bound.entry(name).or_default() += 1);
        for name in names.read {
            read.entry(name).or_insert(at);
        }
    }
    let globals = global_targets(m);
    let mut out = BTreeMap::new();
    for (at, s) in m.body.iter().enumerate() {
        let StmtKind::Function(f) = &s.kind else { continue };
        if !f.decorators.is_empty() || f.params.len() > 24 {
            continue;
        }
        let rebound = bound.get(&f.name) != Some(&1) || globals.contains(&f.name);
        // Code of the module that runs before the definition must not see it.
        let early = read.get(&f.name).is_some_and(|first| *first < at);
        if !rebound && !early {
            out.insert(f.name.clone(), (**f).clone());
        }
    }
    out
}

/// Functions that direct calls can lead back to.
fn cyclic(statics: &BTreeMap<String, (String, crate::hir::Function)>) -> BTreeSet<String> {
    let calls: BTreeMap<&String, Vec<String>> = statics
        .iter()
        .map(|(name, (_, f))| {
            let names = scope::function(f);
            let used = names.read.union(&names.inner);
            (name, used.filter(|n| statics.contains_key(*n)).cloned().collect())
        })
        .collect();
    let leads_back = |start: &String| {
        let mut seen = BTreeSet::new();
        let mut todo: Vec<&String> = calls.get(start).into_iter().flatten().collect();
        while let Some(name) = todo.pop() {
            if name == start {
                return true;
            }
            if seen.insert(name) {
                todo.extend(calls.get(name).into_iter().flatten());
            }
        }
        false
    };
    calls.keys().filter(|name| leads_back(name)).map(|name| (*name).clone()).collect()
}

/// Whether a bare `raise`, or `sys.exc_info`, stands outside of a handler.
fn rethrows(m: &Module) -> bool {
    #[derive(Default)]
    struct Finder(bool, usize);
    impl Visit for Finder {
        fn expr(&mut self, e: &crate::hir::Expr) {
            use crate::hir::ExprKind;
            self.0 |= matches!(&e.kind, ExprKind::Attr(_, name) | ExprKind::Name(name) if matches!(name.as_str(), "exc_info" | "print_exc"));
            visit::expr(self, e);
        }
        fn stmt(&mut self, s: &PyStmt) {
            match &s.kind {
                StmtKind::Raise(None, _) => self.0 |= self.1 == 0,
                StmtKind::Try(body, handlers, otherwise, last) => {
                    body.iter().chain(otherwise).chain(last).for_each(|s| self.stmt(s));
                    self.1 += 1;
                    handlers.iter().flat_map(|h| &h.body).for_each(|s| self.stmt(s));
                    self.1 -= 1;
                }
                StmtKind::Function(f) => {
                    let depth = std::mem::take(&mut self.1);
                    f.body.iter().for_each(|s| self.stmt(s));
                    self.1 = depth;
                }
                _ => visit::stmt(self, s),
            }
        }
    }
    let mut finder = Finder::default();
    m.body.iter().for_each(|s| finder.stmt(s));
    finder.0
}

/// Names that some function declares `global`.
pub(crate) fn global_targets(m: &Module) -> BTreeSet<String> {
    #[derive(Default)]
    struct Finder(BTreeSet<String>);
    impl Visit for Finder {
        fn stmt(&mut self, s: &PyStmt) {
            if let StmtKind::Global(names) = &s.kind {
                self.0.extend(names.iter().cloned());
            }
            visit::stmt(self, s);
        }
    }
    let mut finder = Finder::default();
    m.body.iter().for_each(|s| finder.stmt(s));
    finder.0
}

/// Names that are a variable or a parameter somewhere.
fn variables(m: &Module) -> BTreeSet<String> {
    #[derive(Default)]
    struct Finder(BTreeSet<String>);
    impl Finder {
        fn params(&mut self, params: &[crate::hir::Param]) {
            self.0.extend(params.iter().map(|p| p.name.clone()));
        }
    }
    impl Visit for Finder {
        fn stmt(&mut self, s: &PyStmt) {
            if let StmtKind::Function(f) = &s.kind {
                self.params(&f.params);
            }
            visit::stmt(self, s);
        }
        fn expr(&mut self, e: &crate::hir::Expr) {
            match &e.kind {
                crate::hir::ExprKind::Name(name) => drop(self.0.insert(name.clone())),
                crate::hir::ExprKind::Lambda(f) => self.params(&f.params),
                _ => {}
            }
            visit::expr(self, e);
        }
    }
    let mut finder = Finder::default();
    m.body.iter().for_each(|s| finder.stmt(s));
    finder.0
}

/// Lowers a module that calls itself `name`.
pub fn lower(file: FileId, path: &str, text: &str, m: &Module, facts: &Facts, name: &str, bag: &mut Bag) -> Output {
    let mut statics = statics(m);
    let globals = shared(m, facts);
    let numeric = Rc::new(crate::numeric::infer(m, facts));
    let mut source = Source { file, path, text, m, facts, name, statics: &statics, types: None, numeric };
    let mut forced = HashSet::new();
    for _ in 0..if facts.dynamic { 0 } else { RETRIES } {
        source.types = crate::infer::infer(m, facts, &statics, &globals, &forced).map(Rc::new);
        if source.types.is_none() {
            break;
        }
        // Where lowering needs a form that inference did not see, the expression is dynamic.
        match source.lower(bag) {
            Ok(output) => return output,
            Err(doubtful) => {
                let known = forced.len();
                forced.extend(doubtful);
                if forced.len() == known {
                    break;
                }
            }
        }
    }
    // Everything stays dynamic.
    source.types = None;
    if let Ok(output) = source.lower(bag) {
        return output;
    }
    statics.clear();
    Output { file: File::new(vec![]), counts: vec![], features: BTreeSet::new(), operations: vec![] }
}

struct Source<'a> {
    file: FileId,
    path: &'a str,
    text: &'a str,
    m: &'a Module,
    facts: &'a Facts,
    name: &'a str,
    statics: &'a BTreeMap<String, crate::hir::Function>,
    types: Option<Rc<crate::infer::Types>>,
    numeric: Rc<crate::numeric::Found>,
}

impl Source<'_> {
    /// Both passes, or the expressions at which they do not agree with the types.
    fn lower(&self, bag: &mut Bag) -> Result<Output, Vec<crate::infer::Key>> {
        // Which functions are needed as values is known after a first pass.
        let (_, needed) = once(self, None, &mut Bag::new());
        let (output, _) = once(self, Some(needed?), bag);
        Ok(output)
    }
}

/// Names of the module that its functions share, functions that are called directly among them.
fn shared(m: &Module, facts: &Facts) -> BTreeSet<String> {
    let names = scope::module(m);
    let locals = crate::assign::locals(&[], &m.body);
    let mut globals: BTreeSet<String> = names.inner.iter().filter(|n| names.bound.contains(*n)).cloned().collect();
    globals.extend(global_targets(m));
    globals.extend(facts.exported.iter().filter(|n| names.bound.contains(*n)).cloned());
    globals.extend(locals.unsure.iter().filter(|n| names.bound.contains(*n)).cloned());
    globals.extend(names.walrus.iter().cloned());
    // Defaults that each call reads anew.
    for s in &m.body {
        let StmtKind::Function(f) = &s.kind else { continue };
        for p in f.params.iter().filter(|p| crate::infer::made_anew(p)) {
            if let Some(crate::hir::Expr { kind: crate::hir::ExprKind::Name(n), .. }) = &p.default {
                globals.insert(n.clone());
            }
        }
    }
    for s in &m.body {
        if let StmtKind::Class(c) = &s.kind {
            // `x = x` in a class body reads the module's name when the class has none yet.
            let inside = scope::class(c);
            globals.extend(inside.bound.intersection(&inside.read).filter(|n| names.bound.contains(*n)).cloned());
        }
    }
    globals
}

/// A lowerer that has seen nothing of the module yet.
fn start<'a>(source: &Source<'a>, bag: &'a mut Bag) -> Lower<'a> {
    let Source { file, path, text, m, facts, .. } = *source;
    Lower {
        file,
        path: path.to_string(),
        doc: m.doc.clone(),
        lines: LineIndex::new(text),
        bag,
        facts,
        scopes: vec![],
        items: vec![],
        taken: ["main", "module", "run", "drop", "global", "py", "py_get", "sites"]
            .iter()
            .map(ToString::to_string)
            .collect(),
        statics: BTreeMap::new(),
        cyclic: BTreeSet::new(),
        globals: BTreeSet::new(),
        values: BTreeSet::new(),
        needed: BTreeSet::new(),
        rethrows: !facts.modules.is_empty() || rethrows(m),
        features: BTreeSet::new(),
        comments: &m.comments,
        next_comment: 0,
        next: 0,
        numeric: crate::numeric::Sites::new(Rc::clone(&source.numeric)),
        expressions: 0,
        dynamic: 0,
        boxed: 0,
        functions: 0,
        names_module: false,
        causes: BTreeMap::new(),
        types: source.types.clone(),
        failed: false,
        special: None,
        current: None,
        doubtful: vec![],
        shows: 0,
        refs: BTreeMap::new(),
        class_methods: BTreeMap::new(),
        constants: BTreeMap::new(),
        variables: variables(m),
    }
}

/// Functions that are needed as values, or the expressions that stand against the types.
type Needed = Result<BTreeSet<String>, Vec<crate::infer::Key>>;

/// How often a module is inferred anew before all of it is dynamic.
const RETRIES: usize = 8;

fn once(source: &Source, needed: Option<BTreeSet<String>>, bag: &mut Bag) -> (Output, Needed) {
    let Source { path, m, facts, name: module_name, .. } = *source;
    let names = scope::module(m);
    let locals = crate::assign::locals(&[], &m.body);
    let imports = import::collect(&m.body, facts);
    let mut globals = shared(m, facts);
    let mut lower = start(source, bag);
    lower.reserve_methods(&m.body);
    lower.values.extend(facts.exported.iter().cloned());
    for (name, f) in source.statics {
        let rust = lower.item_name(name);
        lower.statics.insert(name.clone(), (rust, f.clone()));
    }
    lower.cyclic = cyclic(&lower.statics);
    lower.values.extend(needed.unwrap_or_else(|| lower.statics.keys().cloned().collect()));
    globals.retain(|name| !lower.statics.contains_key(name));
    globals.extend(lower.values.iter().filter(|n| lower.statics.contains_key(*n)).cloned());
    globals.retain(|name| !imports.contains_key(name));
    globals.retain(|name| lower.native_class(name).is_none());
    lower.find_constants(m, &globals);
    lower.globals = globals.clone();
    lower.scopes.push(Scope {
        key: crate::infer::MODULE,
        ret: crate::infer::T::Dyn,
        kind: Kind::Module,
        names,
        locals,
        frames: vec![],
        path: String::new(),
        imports,
        declared: globals.iter().cloned().chain(lower.statics.keys().cloned()).collect(),
        handling: vec![],
        receiver: None,
        class: None,
    });
    let mut stmts = lower.declarations();
    let (body, ends) = lower.block(&m.body);
    stmts.extend(body);
    let trailing: Vec<String> =
        m.comments[lower.next_comment.min(m.comments.len())..].iter().map(|c| c.text.clone()).collect();
    if !trailing.is_empty() && !ends {
        stmts.push(Stmt::comments(trailing));
    }
    let mut block = Block::new(stmts);
    if !ends {
        block = block.tail(Expr::call_path("Ok", vec![Expr::unit()]));
    }
    let mut counts = vec![
        ("expressions".to_string(), lower.expressions),
        ("expressions-dynamic".to_string(), lower.dynamic),
        ("expressions-boxed".to_string(), lower.boxed),
        ("functions".to_string(), lower.functions),
    ];
    counts.extend(std::mem::take(&mut lower.causes));
    let object = facts.has_object().then(|| lower.own_object(m));
    let used = if lower.failed { Err(std::mem::take(&mut lower.doubtful)) } else { Ok(lower.needed.clone()) };
    let mut items = vec![Item::use_("py_rt::{self as py, GlobalKey, R, Value}")];
    if lower.names_module {
        items.push(Item::const_("NAME", Type::path("&str"), Expr::str(module_name)).doc("`__name__`"));
    }
    items.extend(lower.global_items(&globals));
    items.extend(object);
    items.append(&mut lower.items);
    let module = Function::new("run").ret(Type::path("R<()>")).body(block);
    items.push(Item::function(module).doc(format!("The statements of `{path}`.")).vis(Visibility::Crate));
    items.extend(lower.numeric.items().map(Item::verbatim));
    let mut file = File::new(items);
    file.docs = m.doc.as_deref().map_or(vec![], super::func::doc_lines);
    let operations = lower.numeric.operations();
    (Output { file, counts, features: lower.features, operations }, used)
}

impl Lower<'_> {
    fn global_items(&mut self, globals: &BTreeSet<String>) -> Vec<Item> {
        if globals.is_empty() {
            return vec![];
        }
        let mut text = String::from(
            "/// Names of the module that its functions share.\npub(crate) mod global {\n    use py_rt::Global;\n    thread_local! {\n",
        );
        let typed = globals.iter().any(|n| !self.global_type(n).is_value());
        if typed {
            text = text
                .replace("use py_rt::Global;", "use super::*;\n    use py_rt::Global;\n    use py_rt::typed::Named;");
        }
        for (at, name) in globals.iter().filter(|n| !self.constants.contains_key(*n)).enumerate() {
            if at > 0 && at % 50 == 0 {
                // The macro recurses once per name.
                text.push_str("    }\n    thread_local! {\n");
            }
            let t = self.global_type(name);
            let (ty, kind) = if t.is_value() {
                ("Global".to_string(), "Global")
            } else {
                (format!("Named<{}>", self.type_text(&t)), "Named")
            };
            text.push_str(&format!(
                "        pub(crate) static {}: {ty} = const {{ {kind}::new({name:?}) }};\n",
                ident(name)
            ));
        }
        text.push_str("    }\n");
        text.push_str(&self.constant_items());
        text.push_str("}\n");
        let mut out = vec![Item::verbatim(text)];
        if typed {
            out.insert(0, Item::use_("py_rt::typed::NamedKey as _"));
        }
        out
    }
}
