//! Which variables only ever hold numbers: they become statics of type `Int`.
//!
//! A variable qualifies when everything that is ever assigned to it is a number, nothing but plain expansions and arithmetic reads
//! it, nothing can reach it by a computed name, and it is assigned at the top of the script before anything else mentions it.

use super::functions::Functions;
use super::scan::{Visit, walk_command, walk_item, walk_list, walk_word};
use crate::ast::*;
use std::collections::{BTreeMap, BTreeSet};

/// What a look over commands finds.
#[derive(Default)]
struct Look {
    /// Names that are read or written.
    mentioned: BTreeSet<String>,
    /// Names that something else than a number could be assigned to, or that are used as more than a number.
    bad: BTreeSet<String>,
    /// `x=$y`: x is a number when y is.
    copies: Vec<(String, String)>,
    /// Names that get a number.
    good: BTreeSet<String>,
    /// Commands that are called.
    called: BTreeSet<String>,
    /// Variables could be reached by computed names, or splitting could cut numbers.
    hopeless: bool,
}

/// Commands whose operands name variables.
const NAMING: &[&str] = &[
    "read",
    "export",
    "readonly",
    "local",
    "unset",
    "declare",
    "typeset",
    "getopts",
    "printf",
    "mapfile",
    "readarray",
    "let",
    "test",
    "[",
    "set",
];

/// Commands after which nothing is known.
const HOPELESS: &[&str] = &["eval", ".", "source", "trap", "builtin", "command"];

/// `set -a` exports whatever is assigned after it.
fn may_export(words: &[Word]) -> bool {
    words.iter().take_while(|word| word.bare() != Some("--")).any(|word| match word.constant() {
        Some(text) => text == "allexport" || text.starts_with('-') && text.contains('a'),
        None => true,
    })
}

fn canonical(text: &str) -> bool {
    text.parse::<i64>().is_ok_and(|number| number.to_string() == text)
}

fn names_in(text: &Word) -> Vec<String> {
    let mut names = vec![];
    for part in &text.parts {
        if let Part::Literal(text) | Part::Quoted(text) = part {
            let mut name = String::new();
            for c in text.chars().chain([' ']) {
                if c.is_ascii_alphanumeric() || c == '_' {
                    name.push(c);
                } else if !name.is_empty() {
                    names.push(std::mem::take(&mut name));
                }
            }
        }
    }
    names
}

impl Look {
    fn assign(&mut self, assign: &Assign) {
        let name = assign.name.clone();
        self.mentioned.insert(name.clone());
        if name == "IFS" {
            let text = match &assign.value {
                Value::Word(word) => word.constant(),
                Value::Array(_) => None,
            };
            self.hopeless |= text.is_none_or(|text| text.contains(|c: char| c.is_ascii_digit() || c == '-'));
        }
        let Value::Word(word) = &assign.value else {
            self.bad.insert(name);
            return;
        };
        if assign.append || assign.index.is_some() {
            self.bad.insert(name);
            return;
        }
        match word.parts.as_slice() {
            [Part::Literal(text) | Part::Quoted(text)] if canonical(text) => {
                self.good.insert(name);
            }
            [Part::Arith { .. }] => {
                self.good.insert(name);
            }
            [Part::Param(param)] if matches!(param.op, ParamOp::Plain) && param.index.is_none() && !param.indirect => {
                match &param.name {
                    ParamName::Var(other) => self.copies.push((name, other.clone())),
                    ParamName::Special('#' | '?' | '$') => {
                        self.good.insert(name);
                    }
                    _ => {
                        self.bad.insert(name);
                    }
                }
            }
            _ => {
                self.bad.insert(name);
            }
        }
    }

    /// Names that `[[ ]]` looks up by themselves.
    fn tested(&mut self, expr: &TestExpr) {
        match expr {
            TestExpr::Unary(operator, word) if operator == "-v" => self.operands(std::slice::from_ref(word)),
            TestExpr::Binary(left, operator, right) if operator.starts_with('-') => {
                for name in names_in(left).into_iter().chain(names_in(right)) {
                    self.mentioned.insert(name.clone());
                    self.bad.insert(name);
                }
            }
            TestExpr::Not(inner) => self.tested(inner),
            TestExpr::And(left, right) | TestExpr::Or(left, right) => {
                self.tested(left);
                self.tested(right);
            }
            TestExpr::Word(_) | TestExpr::Unary(..) | TestExpr::Binary(..) => {}
        }
    }

    fn operands(&mut self, words: &[Word]) {
        for word in words {
            match word.parts.first() {
                Some(Part::Literal(text) | Part::Quoted(text)) => {
                    let name = text.split(['=', '+', '[']).next().unwrap_or("").to_string();
                    self.bad.insert(name);
                    // A subscript is evaluated by its text.
                    if text.contains('[') {
                        self.bad.extend(names_in(word));
                    }
                }
                Some(_) => self.hopeless = true,
                None => {}
            }
        }
    }
}

impl Visit for Look {
    fn command(&mut self, command: &Command) {
        for redirect in &command.redirects {
            self.bad.extend(redirect.fd_name.clone());
        }
        match &command.kind {
            CommandKind::Simple(simple) => {
                for assign in &simple.assigns {
                    self.assign(assign);
                    if !simple.words.is_empty() {
                        self.bad.insert(assign.name.clone());
                    }
                }
                match simple.words.first().map(Word::constant) {
                    Some(Some(name)) => {
                        self.hopeless |= HOPELESS.contains(&name.as_str()) || name == "set" && simple.words.len() == 1;
                        self.hopeless |= matches!(name.as_str(), "declare" | "typeset" | "local")
                            && simple.words[1..].iter().any(refers);
                        self.hopeless |= name == "set" && may_export(&simple.words[1..]);
                        let names = matches!(name.as_str(), "printf" | "test" | "[" | "set");
                        if NAMING.contains(&name.as_str()) && !names {
                            self.operands(&simple.words[1..]);
                        }
                        if matches!(name.as_str(), "test" | "[") {
                            let asks = |pair: &&[Word]| pair[0].bare() == Some("-v");
                            simple.words.windows(2).filter(asks).for_each(|pair| self.operands(&pair[1..]));
                        }
                        if name == "printf"
                            && simple
                                .words
                                .get(1)
                                .is_some_and(|word| word.constant().is_none_or(|text| text.starts_with("-v")))
                        {
                            self.hopeless = true;
                        }
                        self.called.insert(name);
                    }
                    Some(None) => self.hopeless = true,
                    None => {}
                }
            }
            CommandKind::For { name, .. } => {
                self.mentioned.insert(name.clone());
                self.bad.insert(name.clone());
            }
            CommandKind::Test(expr) => self.tested(expr),
            CommandKind::Select { .. } | CommandKind::Coproc => self.hopeless = true,
            _ => {}
        }
    }

    fn param(&mut self, param: &Param) {
        self.hopeless |= param.indirect;
        if let ParamName::Var(name) = &param.name {
            self.mentioned.insert(name.clone());
            let plain = matches!(param.op, ParamOp::Plain | ParamOp::Length) && param.index.is_none();
            if !plain {
                self.bad.insert(name.clone());
            }
        }
        if let ParamOp::Names(_) = param.op {
            self.hopeless = true;
        }
    }

    fn arith(&mut self, text: &Word) {
        for name in names_in(text) {
            self.mentioned.insert(name.clone());
            self.good.insert(name);
        }
    }
}

/// Names of the numbers of a script, each with that of its static.
pub(super) fn find(
    list: &List,
    heredocs: &[Word],
    functions: &Functions,
    names: &mut batuta_rust_ir::names::Scope,
) -> BTreeMap<String, String> {
    let mut look = Look::default();
    walk_list(list, &mut look);
    heredocs.iter().for_each(|word| walk_word(word, &mut look));
    if look.hopeless {
        return BTreeMap::new();
    }
    let mut candidates: BTreeSet<String> = look.good.clone();
    candidates.extend(look.copies.iter().map(|(name, _)| name.clone()));
    candidates.retain(|name| !look.bad.contains(name) && is_own_name(name));
    without_strangers(&mut candidates, &look.copies);
    let mut set = assigned_first(list, heredocs, functions, &candidates);
    without_strangers(&mut set, &look.copies);
    set.into_iter().map(|name| (name.clone(), names.fresh(&name.to_ascii_uppercase()))).collect()
}

/// Without what is copied from a variable that is none of them.
fn without_strangers(names: &mut BTreeSet<String>, copies: &[(String, String)]) {
    loop {
        let known = names.clone();
        names.retain(|name| copies.iter().all(|(to, from)| to != name || known.contains(from)));
        if names.len() == known.len() {
            return;
        }
    }
}

/// Lower-case names, which no environment has.
fn is_own_name(name: &str) -> bool {
    !name.is_empty()
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        && !name.starts_with(|c: char| c.is_ascii_digit())
}

/// Those candidates that a command at the top assigns before anything else mentions them.
fn assigned_first(
    list: &List,
    heredocs: &[Word],
    functions: &Functions,
    candidates: &BTreeSet<String>,
) -> BTreeSet<String> {
    let mut assigned: BTreeSet<String> = BTreeSet::new();
    let mut failed: BTreeSet<String> = BTreeSet::new();
    // Where a here-document stands is not looked up: what it mentions must be assigned before everything else.
    let mut in_documents = Look::default();
    heredocs.iter().for_each(|word| walk_word(word, &mut in_documents));
    failed.extend(in_documents.mentioned);
    for item in &list.items {
        let definition = item.rest.is_empty()
            && matches!(item.first.stages.as_slice(), [Command { kind: CommandKind::Function { .. }, .. }]);
        if definition {
            continue;
        }
        if let (true, [Command { kind: CommandKind::Simple(simple), redirects, .. }], false) =
            (item.rest.is_empty() && !item.first.negated, item.first.stages.as_slice(), item.background)
            && simple.words.is_empty()
            && redirects.is_empty()
        {
            for assign in &simple.assigns {
                if let Value::Word(word) = &assign.value {
                    let mut look = Look::default();
                    walk_word(word, &mut look);
                    mention(look, functions, &assigned, &mut failed);
                }
                assigned.insert(assign.name.clone());
            }
            continue;
        }
        let mut look = Look::default();
        walk_item(item, &mut look);
        mention(look, functions, &assigned, &mut failed);
    }
    // Functions that calls do not reach for sure are not looked into by calls.
    let mut elsewhere = Look::default();
    for item in &list.items {
        if let [Command { kind: CommandKind::Function { name, body }, .. }] = item.first.stages.as_slice()
            && !functions.fixed.contains_key(name)
        {
            walk_command(body, &mut elsewhere);
        }
    }
    failed.extend(elsewhere.mentioned);
    candidates.iter().filter(|name| assigned.contains(*name) && !failed.contains(*name)).cloned().collect()
}

/// Everything that a command mentions, called functions included, must be assigned by now.
fn mention(look: Look, functions: &Functions, assigned: &BTreeSet<String>, failed: &mut BTreeSet<String>) {
    let mut mentioned = look.mentioned;
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut todo: Vec<String> = look.called.into_iter().collect();
    while let Some(name) = todo.pop() {
        if let Some(body) = functions.bodies.get(&name).filter(|_| seen.insert(name.clone())) {
            let mut inner = Look::default();
            walk_command(body, &mut inner);
            mentioned.extend(inner.mentioned);
            todo.extend(inner.called);
        }
    }
    failed.extend(mentioned.into_iter().filter(|name| !assigned.contains(name)));
}

/// An option of `declare` that makes a reference.
fn refers(word: &Word) -> bool {
    word.constant().is_none_or(|text| text.starts_with('-') && text.contains('n'))
}
