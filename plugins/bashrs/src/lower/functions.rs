//! Functions: which calls can name the Rust function, and their definitions.

use super::scan::{Visit, walk_command, walk_item, walk_list};
use super::{Body, Lowerer, sh_call, sh_try};
use crate::ast::*;
use batuta_rust_ir::{Expr, Function, Item as RustItem, Pat, Stmt, Type, names::Scope};
use std::collections::{BTreeMap, BTreeSet};

/// The functions of a script.
#[derive(Default)]
pub(super) struct Functions {
    /// Those that every call reaches: defined once, at the top, before anything could call them.
    pub(super) fixed: BTreeMap<String, String>,
    /// Every name that is defined somewhere.
    pub(super) all: BTreeSet<String>,
    /// Bodies of the fixed ones.
    pub(super) bodies: BTreeMap<String, Command>,
}

/// Names of functions that are defined, with how often, and names of commands that are called.
#[derive(Default)]
struct Mentions {
    defined: BTreeMap<String, u32>,
    called: BTreeSet<String>,
    computed: bool,
}

impl Visit for Mentions {
    fn command(&mut self, command: &Command) {
        self.computed |= super::text_only::is_text_only(command);
        match &command.kind {
            CommandKind::Function { name, .. } => *self.defined.entry(name.clone()).or_default() += 1,
            CommandKind::Simple(simple) => match simple.words.first().map(Word::constant) {
                Some(Some(name)) => {
                    self.computed |= matches!(name.as_str(), "eval" | "." | "source" | "trap");
                    self.called.insert(name);
                    // `command f`, `unset -f f`, `type f`: operands count as well.
                    self.called.extend(simple.words.iter().skip(1).filter_map(Word::constant));
                }
                Some(None) => self.computed = true,
                None => {}
            },
            _ => {}
        }
    }
}

fn top_definition(item: &Item) -> Option<(&str, &Command)> {
    match (&item.first.stages[..], item.rest.is_empty(), item.background, item.first.negated) {
        ([Command { kind: CommandKind::Function { name, body }, .. }], true, false, false) => Some((name, body)),
        _ => None,
    }
}

impl Functions {
    /// The functions of a script; `module`: it is sourced by others, so nothing is known of when its functions are called.
    pub(super) fn of(list: &List, names: &mut Scope, module: bool) -> Functions {
        let mut mentions = Mentions::default();
        walk_list(list, &mut mentions);
        let mut functions = Functions { all: mentions.defined.keys().cloned().collect(), ..Functions::default() };
        let unset = mentions.called.contains("unset") && mentions.called.contains("-f");
        if module || unset || list.items.iter().any(defines_by_text) {
            return functions;
        }
        let mut early: BTreeSet<String> = BTreeSet::new();
        let bodies: BTreeMap<&str, &Command> = list.items.iter().filter_map(top_definition).collect();
        let mut anything_called = false;
        for item in &list.items {
            if let Some((name, body)) = top_definition(item) {
                if mentions.defined.get(name) == Some(&1) && !early.contains(name) && !anything_called {
                    functions.fixed.insert(name.to_string(), names.fresh(&snake(name)));
                    functions.bodies.insert(name.to_string(), body.clone());
                }
                continue;
            }
            let mut here = Mentions::default();
            walk_item(item, &mut here);
            anything_called |= here.computed;
            close_over(&mut here.called, &bodies, &mut anything_called);
            early.extend(here.called);
        }
        functions
    }
}

/// Add what the called functions call.
fn close_over(called: &mut BTreeSet<String>, bodies: &BTreeMap<&str, &Command>, computed: &mut bool) {
    let mut todo: Vec<String> = called.iter().cloned().collect();
    while let Some(name) = todo.pop() {
        let Some(body) = bodies.get(name.as_str()) else { continue };
        let mut inner = Mentions::default();
        walk_command(body, &mut inner);
        *computed |= inner.computed;
        todo.extend(inner.called.iter().filter(|name| called.insert((*name).clone())).cloned());
    }
}

fn defines_by_text(item: &Item) -> bool {
    struct Found(bool);
    impl Visit for Found {
        fn command(&mut self, command: &Command) {
            self.0 |= super::text_only::is_text_only(command);
            if let CommandKind::Simple(simple) = &command.kind {
                let name = simple.words.first().and_then(Word::constant);
                self.0 |= matches!(name.as_deref(), Some("." | "source" | "eval"));
            }
        }
    }
    let mut found = Found(false);
    walk_item(item, &mut found);
    found.0
}

impl Lowerer<'_> {
    /// A function definition where it stands.
    pub(super) fn definition(
        &mut self,
        name: &str,
        body: &Command,
        comments: &[String],
        range: batuta_text::TextRange,
    ) -> Body {
        let rust_name = match self.functions.fixed.get(name) {
            Some(name) => name.clone(),
            None => self.names.fresh(&snake(name)),
        };
        let item = self.function_item(&rust_name, body, comments, range);
        let mut out = Body::default();
        self.items.push(item);
        let shown = self.shown_text(name, range);
        let by_name = !self.functions.fixed.contains_key(name) || self.traits.dynamic_calls;
        if let Some(text) = shown {
            let args = vec![Expr::str(name), Expr::path(rust_name), Expr::str(text)];
            out.push(Stmt::expr(sh_try("define_shown", args)).at(self.origin(range)));
        } else if by_name {
            out.push(Stmt::expr(sh_try("define", vec![Expr::str(name), Expr::path(rust_name)])).at(self.origin(range)));
        }
        out
    }

    /// Whether the script may ask to see its functions.
    pub(super) fn shows_functions(&self) -> bool {
        const SHOW: &[&str] = &["type ", "command -V", "export -f", "set\n", "set |", "set|", "set >", "set;"];
        let declares = |word: &str| {
            self.text.match_indices(word).any(|(at, _)| {
                let letters = self.text[at + word.len()..].chars().take_while(char::is_ascii_alphabetic);
                letters.into_iter().any(|letter| matches!(letter, 'f' | 'F' | 'p'))
            })
        };
        self.bash()
            && (SHOW.iter().any(|word| self.text.contains(word)) || declares("declare -") || declares("typeset -"))
    }

    /// The text of a function, where the script may show it.
    fn shown_text(&self, name: &str, range: batuta_text::TextRange) -> Option<String> {
        if !self.shows_functions() {
            return None;
        }
        let text = self.text.get(range.start as usize..range.end as usize)?;
        let script = crate::parse::parse(text, self.dialect);
        let [item] = script.body.items.as_slice() else { return None };
        let same = matches!(item.first.stages.as_slice(), [Command { kind: CommandKind::Function { name: found, .. }, .. }] if found == name);
        (same && script.errors.is_empty()).then(|| text.to_string())
    }

    fn function_item(
        &mut self,
        rust_name: &str,
        body: &Command,
        comments: &[String],
        range: batuta_text::TextRange,
    ) -> RustItem {
        let temps = std::mem::replace(&mut self.temps, super::file::unreserved());
        let unchecked = std::mem::take(&mut self.unchecked);
        self.frames.enter(false);
        let outside = std::mem::replace(&mut self.outside, false);
        let lowered = self.command(body, true);
        self.outside = outside;
        self.frames.leave();
        self.unchecked = unchecked;
        self.temps = temps;
        let mut item = RustItem::function(shell_function(rust_name, lowered)).at(self.origin(range));
        item.comments = comments.to_vec();
        item
    }

    /// A call of a function that is known.
    pub(super) fn fixed_call(&self, rust_name: &str, args: Expr) -> Expr {
        if self.names_calls
            && let Some((name, _)) = self.functions.fixed.iter().find(|(_, known)| *known == rust_name)
        {
            return sh_call("call_named", vec![Expr::str(name.clone()), Expr::path(rust_name), args]);
        }
        sh_call("call", vec![Expr::path(rust_name), args])
    }
}

/// `fn name(sh: &mut Shell) -> Run { … }`
pub(super) fn shell_function(name: &str, body: Body) -> Function {
    let block = finish_block(body);
    Function::new(name)
        .param(Pat::name(super::shell_name(&block)), Type::reference_mut(Type::path("Shell")))
        .ret(Type::path("Run"))
        .body(block)
}

/// The statements as a block that gives a `Run`: the last one's result where it is one, `sh.last()` otherwise.
pub(super) fn finish_block(body: Body) -> batuta_rust_ir::Block {
    use batuta_rust_ir::{Block, StmtKind};
    let Body { mut stmts, ends } = body;
    if ends {
        if let Some(Stmt { kind: StmtKind::Expr(Expr::Return(Some(_))), .. }) = stmts.last()
            && let Some(Stmt { origin, comments, kind: StmtKind::Expr(Expr::Return(Some(value))) }) = stmts.pop()
        {
            if !comments.is_empty() {
                stmts.push(Stmt::comments(comments));
            }
            return Block { stmts, tail: Some(value), tail_origin: origin };
        }
        return Block::new(stmts);
    }
    if let Some(Stmt { kind: StmtKind::Expr(Expr::Try(inner)), .. }) = stmts.last()
        && gives_run(inner)
        && let Some(Stmt { origin, comments, kind: StmtKind::Expr(Expr::Try(inner)) }) = stmts.pop()
    {
        if !comments.is_empty() {
            stmts.push(Stmt::comments(comments));
        }
        return Block { stmts, tail: Some(inner), tail_origin: origin };
    }
    Block::new(stmts).tail(sh_call("last", vec![]))
}

/// Methods of `Shell` whose result is not a `Run`.
const NOT_RUN: &[&str] = &[
    "set",
    "append",
    "set_local",
    "set_list",
    "append_list",
    "set_element",
    "append_element",
    "clear_list",
    "check",
    "poll",
    "capture",
    "capture_here",
    "arith",
    "num",
    "set_num",
    "div",
    "rem",
    "element",
    "need",
    "need_arg",
    "status_of",
    "return_status_of",
    "start_list",
    "put_element",
    "put_values",
    "substring",
    "slice",
    "slice_args",
    "indirect",
    "indirect_pieces",
    "element_or_none",
    "words_of",
    "regex_match",
    "process_substitution",
    "transform",
    "transform_all",
    "tail",
    "forget_captured",
    "keep_programs",
];

fn gives_run(expr: &Expr) -> bool {
    matches!(expr, Expr::Method(receiver, name, ..) if **receiver == Expr::path("sh") && !NOT_RUN.contains(&name.as_str()))
}

/// The name of a function as Rust writes names.
fn snake(name: &str) -> String {
    let lower = name.to_ascii_lowercase();
    let words: Vec<&str> = lower.split('_').filter(|word| !word.is_empty()).collect();
    if words.is_empty() { lower } else { words.join("_") }
}
