//! What commands change of the shell that runs them. Anything that is not known to change nothing but variables is `Other`.

use super::Lowerer;
use crate::ast::*;
use std::collections::BTreeSet;

/// What commands change.
pub(super) enum Effect {
    /// Only these variables.
    Writes(BTreeSet<String>),
    /// Something else, or it is not known.
    Other,
}

/// Collects what commands change.
struct Collector<'l, 'a> {
    lowerer: &'l Lowerer<'a>,
    writes: BTreeSet<String>,
    other: bool,
    /// Functions that are looked into.
    visiting: BTreeSet<String>,
    /// Variables that are local where the look is.
    locals: Vec<BTreeSet<String>>,
    depth: u32,
}

/// Builtins that change nothing but `$?`.
const HARMLESS: &[&str] =
    &[":", "true", "false", "echo", "test", "[", "pwd", "exit", "return", "break", "continue", "kill", "times", "type"];

/// Names that are builtins with effects of their own.
const EFFECTFUL: &[&str] = &[
    "cd",
    "set",
    "shift",
    "trap",
    "exec",
    "umask",
    "unset",
    "export",
    "readonly",
    "eval",
    ".",
    "source",
    "wait",
    "jobs",
    "getopts",
    "alias",
    "unalias",
    "command",
    "builtin",
    "hash",
    "ulimit",
    "declare",
    "typeset",
    "let",
    "shopt",
    "mapfile",
    "readarray",
    "pushd",
    "popd",
    "dirs",
    "fg",
    "bg",
    "fc",
    "enable",
    "disown",
    "complete",
    "bind",
    "caller",
    "suspend",
    "logout",
    "history",
    "compgen",
];

impl Lowerer<'_> {
    /// What the commands change.
    pub(super) fn effect_of(&self, list: &List) -> Effect {
        let mut collector = Collector {
            lowerer: self,
            writes: BTreeSet::new(),
            other: false,
            visiting: BTreeSet::new(),
            locals: vec![],
            depth: 0,
        };
        collector.list(list);
        if collector.other || collector.writes.len() > 40 || self.traits.sources {
            return Effect::Other;
        }
        Effect::Writes(collector.writes)
    }
}

impl Lowerer<'_> {
    /// Variables that the redirections of a command assign to; bash expands those of programs in a process of its own.
    pub(super) fn writes_of_redirects(&self, command: &Command) -> BTreeSet<String> {
        let mut collector = Collector {
            lowerer: self,
            writes: BTreeSet::new(),
            other: false,
            visiting: BTreeSet::new(),
            locals: vec![],
            depth: 0,
        };
        collector.redirects(command);
        if collector.other { BTreeSet::new() } else { collector.writes }
    }

    /// Whether a simple command may be started, given up and started again: its words change nothing and start nothing.
    pub(super) fn changes_nothing(&self, command: &Command) -> bool {
        let CommandKind::Simple(simple) = &command.kind else { return false };
        if simple.words.iter().any(starts_something) {
            return false;
        }
        let mut collector = Collector {
            lowerer: self,
            writes: BTreeSet::new(),
            other: false,
            visiting: BTreeSet::new(),
            locals: vec![],
            depth: 0,
        };
        simple.words.iter().for_each(|word| collector.word(word));
        !collector.other && collector.writes.is_empty()
    }
}

/// Whether an operand of `kill` cannot name the subshell that runs it.
fn is_known_process(word: &Word) -> bool {
    word.parts.iter().all(|part| match part {
        Part::Literal(_) | Part::Quoted(_) => true,
        Part::Param(param) => matches!(param.name, ParamName::Special('$' | '!')),
        _ => false,
    })
}

/// Whether a substitution stands in a word, at any depth.
fn starts_something(word: &Word) -> bool {
    let text = |word: &Word| starts_something(word);
    word.parts.iter().any(|part| match part {
        Part::Command { .. } | Part::Process { .. } => true,
        Part::Arith { text: inner, .. } => text(inner),
        Part::Param(param) => {
            param.index.as_ref().is_some_and(text)
                || match &param.op {
                    ParamOp::Default { word, .. } => text(word),
                    ParamOp::Trim { pattern, .. } | ParamOp::Case { pattern, .. } => text(pattern),
                    ParamOp::Replace { pattern, with, .. } => text(pattern) || text(with),
                    ParamOp::Substring { offset, length } => text(offset) || length.as_ref().is_some_and(text),
                    _ => false,
                }
        }
        _ => false,
    })
}

impl Collector<'_, '_> {
    fn write(&mut self, name: &str) {
        if matches!(name, "PATH" | "IFS" | "OPTIND" | "PWD" | "LC_ALL" | "LANG") {
            // Restored like any other, but readers hold on to it.
            self.other |= name != "IFS";
        }
        if !self.locals.iter().rev().any(|scope| scope.contains(name)) {
            self.writes.insert(name.to_string());
        }
    }

    fn list(&mut self, list: &List) {
        self.depth += 1;
        self.other |= self.depth > 60;
        let within = if self.depth <= 60 { list.items.as_slice() } else { &[] };
        for item in within {
            self.other |= item.background;
            for pipeline in std::iter::once(&item.first).chain(item.rest.iter().map(|(_, pipeline)| pipeline)) {
                match pipeline.stages.as_slice() {
                    [single] => self.command(single),
                    // Each stage is a process of its own.
                    _ => self.other |= pipeline.timed || self.lowerer.bash() && pipeline.stages.is_empty(),
                }
            }
        }
        self.depth -= 1;
    }

    fn redirects(&mut self, command: &Command) {
        for redirect in &command.redirects {
            match &redirect.target {
                Target::Word(word) => self.word(word),
                Target::HereDoc(number) => {
                    if let Some(word) = self.lowerer.heredocs.get(*number) {
                        self.word(&word.clone());
                    }
                }
            }
        }
    }

    fn command(&mut self, command: &Command) {
        self.redirects(command);
        match &command.kind {
            CommandKind::Simple(simple) => self.simple(simple, command),
            CommandKind::Group(list) => self.list(list),
            // Isolated by itself.
            CommandKind::Subshell(_) => {}
            CommandKind::If { arms, otherwise } => {
                for (condition, body) in arms {
                    self.list(condition);
                    self.list(body);
                }
                otherwise.iter().for_each(|list| self.list(list));
            }
            CommandKind::For { name, words, body } => {
                self.write(name);
                words.iter().flatten().for_each(|word| self.word(word));
                self.list(body);
            }
            CommandKind::While { condition, body, .. } => {
                self.list(condition);
                self.list(body);
            }
            CommandKind::Case { word, arms } => {
                self.word(word);
                for arm in arms {
                    arm.patterns.iter().for_each(|pattern| self.word(pattern));
                    self.list(&arm.body);
                }
            }
            CommandKind::ForArith { .. } | CommandKind::Arith(_) | CommandKind::Test(_) => self.other = true,
            CommandKind::Function { .. } | CommandKind::Select { .. } | CommandKind::Coproc => self.other = true,
        }
    }

    fn simple(&mut self, simple: &Simple, command: &Command) {
        for assign in &simple.assigns {
            self.other |= assign.index.is_some();
            match &assign.value {
                Value::Word(word) => self.word(word),
                Value::Array(elements) => elements.iter().for_each(|element| self.word(&element.word)),
            }
            if simple.words.is_empty() {
                self.write(&assign.name);
            }
        }
        simple.words.iter().for_each(|word| self.word(word));
        let Some(first) = simple.words.first() else { return };
        let Some(name) = first.constant() else {
            self.other = true;
            return;
        };
        // A program that opens standard output anew must not write over what was captured.
        let reopens =
            |text: String| text.contains("/dev/std") || text.contains("/dev/fd") || text.contains("/proc/self");
        self.other |= simple.words.iter().filter_map(Word::constant).any(reopens);
        if self.lowerer.functions.fixed.contains_key(&name) {
            return self.function(&name);
        }
        if self.lowerer.functions.all.contains(&name) || EFFECTFUL.contains(&name.as_str()) {
            self.other |= !(name == "command" && simple.words.get(1).and_then(Word::bare) == Some("-v"));
            return;
        }
        match name.as_str() {
            "kill" => self.other |= self.lowerer.traits.signals || !simple.words[1..].iter().all(is_known_process),
            "printf" => {
                self.other |= simple.words.get(1).and_then(Word::constant).is_none_or(|text| text.starts_with("-v"))
            }
            "read" => self.read(&simple.words[1..]),
            "local" => self.local(&simple.words[1..]),
            _ => {}
        }
        let _ = (command, HARMLESS);
    }

    fn function(&mut self, name: &str) {
        if !self.visiting.insert(name.to_string()) {
            return;
        }
        let Some(body) = self.lowerer.functions.bodies.get(name).cloned() else {
            self.other = true;
            return;
        };
        self.locals.push(BTreeSet::new());
        // `shift` and `set --` in a function change its own arguments only.
        self.function_body(&body);
        self.locals.pop();
    }

    fn function_body(&mut self, body: &Command) {
        self.command(body);
    }

    fn read(&mut self, words: &[Word]) {
        for word in words {
            match word.constant() {
                Some(text) if text.starts_with('-') => self.other |= text != "-r",
                Some(text) => self.write(&text),
                None => self.other = true,
            }
        }
        if words.iter().all(|word| word.constant().is_some_and(|text| text.starts_with('-'))) {
            self.write("REPLY");
        }
    }

    fn local(&mut self, words: &[Word]) {
        for word in words {
            let text = match word.parts.first() {
                Some(Part::Literal(text)) => text.split('=').next().unwrap_or("").to_string(),
                _ => String::new(),
            };
            if text.is_empty() || text.starts_with('-') {
                self.other = true;
            } else if let Some(scope) = self.locals.last_mut() {
                scope.insert(text);
            } else {
                self.other = true;
            }
        }
    }

    fn word(&mut self, word: &Word) {
        for part in &word.parts {
            match part {
                Part::Param(param) => self.param(param),
                Part::Arith { text, .. } => {
                    self.word(text);
                    // Assignments within arithmetic.
                    let plain: String = text
                        .parts
                        .iter()
                        .filter_map(|part| match part {
                            Part::Literal(text) | Part::Quoted(text) => Some(text.as_str()),
                            _ => None,
                        })
                        .collect();
                    let without = plain.replace("==", "").replace("!=", "").replace("<=", "").replace(">=", "");
                    self.other |= without.contains('=')
                        || plain.contains("++")
                        || plain.contains("--")
                        || plain.contains("<<=")
                        || plain.contains(">>=");
                }
                Part::Process { .. } => self.other = true,
                Part::Command { .. } | Part::Literal(_) | Part::Quoted(_) | Part::Tilde(_) => {}
            }
        }
    }

    fn param(&mut self, param: &Param) {
        param.index.iter().for_each(|index| self.word(index));
        match &param.op {
            ParamOp::Default { kind, word, .. } => {
                self.word(word);
                if *kind == '=' {
                    match &param.name {
                        ParamName::Var(name) => self.write(&name.clone()),
                        _ => self.other = true,
                    }
                }
            }
            ParamOp::Trim { pattern, .. } | ParamOp::Case { pattern, .. } => self.word(pattern),
            ParamOp::Replace { pattern, with, .. } => {
                self.word(pattern);
                self.word(with);
            }
            ParamOp::Substring { .. } => self.other = true,
            _ => {}
        }
    }
}
