//! A look over the whole script before lowering: what it uses anywhere decides what the output has to care for.

use crate::ast::*;

/// Facts about a script.
#[derive(Default)]
pub(super) struct Traits {
    /// `set -e` may be on at some time.
    pub(super) errexit: bool,
    /// `set -u` may be on at some time.
    pub(super) nounset: bool,
    /// `$?`, or `exit` and `return` without operand: statuses of all commands matter.
    pub(super) reads_status: bool,
    /// A trap for a signal may be set: long loops have to look.
    pub(super) signals: bool,
    /// A trap for ERR is set.
    pub(super) error_trap: bool,
    /// Something asks which command runs, or on which line.
    pub(super) running: bool,
    /// A command whose name is computed, or one that looks functions up by name.
    pub(super) dynamic_calls: bool,
    /// Files are sourced, or text is evaluated that is only known at run time.
    pub(super) sources: bool,
    /// Such text is evaluated: any name may become a function.
    pub(super) dynamic_text: bool,
}

/// Visits every command and word.
pub(super) trait Visit {
    fn command(&mut self, _command: &Command) {}
    fn param(&mut self, _param: &Param) {}
    /// Arithmetic text, subscripts included.
    fn arith(&mut self, _text: &Word) {}
}

pub(super) fn walk_list(list: &List, visit: &mut dyn Visit) {
    for item in &list.items {
        walk_item(item, visit);
    }
}

pub(super) fn walk_item(item: &Item, visit: &mut dyn Visit) {
    for pipeline in std::iter::once(&item.first).chain(item.rest.iter().map(|(_, pipeline)| pipeline)) {
        pipeline.stages.iter().for_each(|stage| walk_command(stage, visit));
    }
}

pub(super) fn walk_command(command: &Command, visit: &mut dyn Visit) {
    visit.command(command);
    for redirect in &command.redirects {
        if let Target::Word(word) = &redirect.target {
            walk_word(word, visit);
        }
    }
    match &command.kind {
        CommandKind::Simple(simple) => {
            for assign in &simple.assigns {
                if let Some(index) = &assign.index {
                    visit.arith(index);
                    walk_word(index, visit);
                }
                match &assign.value {
                    Value::Word(word) => walk_word(word, visit),
                    Value::Array(elements) => elements.iter().for_each(|element| {
                        element.index.iter().for_each(|index| walk_word(index, visit));
                        walk_word(&element.word, visit);
                    }),
                }
            }
            simple.words.iter().for_each(|word| walk_word(word, visit));
        }
        CommandKind::Group(list) | CommandKind::Subshell(list) => walk_list(list, visit),
        CommandKind::If { arms, otherwise } => {
            for (condition, body) in arms {
                walk_list(condition, visit);
                walk_list(body, visit);
            }
            otherwise.iter().for_each(|list| walk_list(list, visit));
        }
        CommandKind::For { words, body, .. } => {
            words.iter().flatten().for_each(|word| walk_word(word, visit));
            walk_list(body, visit);
        }
        CommandKind::ForArith { parts, body } => {
            parts.iter().for_each(|word| {
                visit.arith(word);
                walk_word(word, visit);
            });
            walk_list(body, visit);
        }
        CommandKind::While { condition, body, .. } => {
            walk_list(condition, visit);
            walk_list(body, visit);
        }
        CommandKind::Case { word, arms } => {
            walk_word(word, visit);
            for arm in arms {
                arm.patterns.iter().for_each(|pattern| walk_word(pattern, visit));
                walk_list(&arm.body, visit);
            }
        }
        CommandKind::Function { body, .. } => walk_command(body, visit),
        CommandKind::Test(expr) => walk_test(expr, visit),
        CommandKind::Arith(word) => {
            visit.arith(word);
            walk_word(word, visit);
        }
        CommandKind::Select { words, body, .. } => {
            words.iter().flatten().for_each(|word| walk_word(word, visit));
            walk_list(body, visit);
        }
        CommandKind::Coproc => {}
    }
}

fn walk_test(expr: &TestExpr, visit: &mut dyn Visit) {
    match expr {
        TestExpr::Word(word) | TestExpr::Unary(_, word) => walk_word(word, visit),
        TestExpr::Binary(left, _, right) => {
            walk_word(left, visit);
            walk_word(right, visit);
        }
        TestExpr::Not(inner) => walk_test(inner, visit),
        TestExpr::And(left, right) | TestExpr::Or(left, right) => {
            walk_test(left, visit);
            walk_test(right, visit);
        }
    }
}

pub(super) fn walk_word(word: &Word, visit: &mut dyn Visit) {
    for part in &word.parts {
        match part {
            Part::Param(param) => {
                visit.param(param);
                param.index.iter().for_each(|index| {
                    visit.arith(index);
                    walk_word(index, visit);
                });
                match &param.op {
                    ParamOp::Default { word, .. } => walk_word(word, visit),
                    ParamOp::Trim { pattern, .. } | ParamOp::Case { pattern, .. } => walk_word(pattern, visit),
                    ParamOp::Replace { pattern, with, .. } => {
                        walk_word(pattern, visit);
                        walk_word(with, visit);
                    }
                    ParamOp::Substring { offset, length } => {
                        for word in std::iter::once(offset).chain(length) {
                            visit.arith(word);
                            walk_word(word, visit);
                        }
                    }
                    _ => {}
                }
            }
            Part::Command { body, .. } | Part::Process { body, .. } => walk_list(body, visit),
            Part::Arith { text, .. } => {
                visit.arith(text);
                walk_word(text, visit);
            }
            Part::Literal(_) | Part::Quoted(_) | Part::Tilde(_) => {}
        }
    }
}

impl Traits {
    /// Facts about the script with these here-documents.
    pub(super) fn of(list: &List, heredocs: &[Word]) -> Traits {
        let mut traits = Traits::default();
        walk_list(list, &mut traits);
        heredocs.iter().for_each(|word| walk_word(word, &mut traits));
        traits
    }

    /// Text that is only known at run time may do anything.
    pub(super) fn any_text(&mut self) {
        self.sources = true;
        self.dynamic_text = true;
        self.dynamic_calls = true;
        self.errexit = true;
        self.nounset = true;
        self.reads_status = true;
        self.signals = true;
        self.error_trap = true;
    }

    fn set_options(&mut self, words: &[Word]) {
        for (at, word) in words.iter().enumerate() {
            let Some(text) = word.constant() else {
                // Computed operands could be options unless `--` stands before them.
                if at == 0 {
                    self.errexit = true;
                    self.nounset = true;
                }
                return;
            };
            if text == "--" || !text.starts_with(['-', '+']) {
                return;
            }
            let long = words.get(at + 1).and_then(Word::constant).unwrap_or_default();
            let is_long = text.ends_with('o');
            self.errexit |= text.contains('e') || is_long && long == "errexit";
            self.nounset |= text.contains('u') || is_long && long == "nounset";
        }
    }
}

impl Visit for Traits {
    fn command(&mut self, command: &Command) {
        if super::text_only::is_text_only(command) {
            self.any_text();
        }
        let CommandKind::Simple(simple) = &command.kind else { return };
        let Some(first) = simple.words.first() else { return };
        let Some(name) = first.constant() else {
            self.dynamic_calls = true;
            return;
        };
        match name.as_str() {
            "set"
                if simple.words[1..]
                    .iter()
                    .take_while(|word| word.bare() != Some("--"))
                    .any(super::builtin::is_trace) =>
            {
                self.any_text();
            }
            "set" => self.set_options(&simple.words[1..]),
            "exit" | "return" if simple.words.len() == 1 => self.reads_status = true,
            "trap" => {
                let names: Vec<_> = simple.words.iter().skip(2).map(Word::constant).collect();
                self.signals |= names.iter().any(|name| !matches!(name.as_deref(), Some("EXIT" | "0" | "ERR")));
                self.error_trap |= names.iter().any(|name| name.as_deref() == Some("ERR"));
                self.reads_status = true;
                if simple.words.get(1).is_some_and(|word| word.constant().is_none()) {
                    self.any_text();
                }
            }
            "eval" if simple.words.iter().any(|word| word.constant().is_none()) => self.any_text(),
            "alias" => self.any_text(),
            "eval" => {
                self.dynamic_calls = true;
                self.reads_status = true;
                self.errexit |=
                    simple.words.iter().any(|word| word.constant().is_some_and(|text| text.contains("set -")));
                self.nounset |= self.errexit;
            }
            "." | "source" => {
                if simple.words.get(1).and_then(crate::source::constant_path).is_none() {
                    self.any_text();
                }
                self.sources = true;
                self.dynamic_calls = true;
                self.errexit = true;
                self.nounset = true;
            }
            "command" | "type" | "hash" | "builtin" | "exec" | "unset" | "compgen" => self.dynamic_calls = true,
            _ => {}
        }
    }

    fn param(&mut self, param: &Param) {
        let piped = matches!(&param.name, ParamName::Var(name) if name == "PIPESTATUS");
        self.reads_status |= piped || param.name == ParamName::Special('?');
    }
}

/// Call `look` on every command.
pub(crate) fn visit_commands(list: &List, look: &mut dyn FnMut(&Command)) {
    struct Look<'f>(&'f mut dyn FnMut(&Command));
    impl Visit for Look<'_> {
        fn command(&mut self, command: &Command) {
            (self.0)(command);
        }
    }
    walk_list(list, &mut Look(look));
}
