//! Functions as bash prints them: `declare -f`, `type`, `set`.

use super::print_tree::{Kind, Node, Op, tree};
use super::print_words::{parts_of_assign, single_spaced};
use super::source::Source;
use crate::ast::{CaseEnd, Command, CommandKind, List, Part, Word};
use crate::range::TextRange;

/// Writes commands.
pub(super) struct Printer<'t> {
    pub(super) docs: &'t [Word],
    pub(super) source: &'t Source,
    pub(super) out: String,
    indent: usize,
    /// So many commands to come begin where the line is.
    skip: u32,
    functions: u32,
    pub(super) pairs: u32,
    /// Bodies of here-documents that stand behind the next operator.
    pub(super) bodies: Vec<String>,
    after_body: bool,
}

/// A function with its name.
pub(super) fn function(name: &str, body: &Command, docs: &[Word], source: &Source) -> String {
    let mut printer = Printer::new(docs, source);
    printer.out = format!("{name} () \n{{ \n");
    printer.indent = 4;
    printer.functions = 1;
    printer.function_body(body);
    printer.out
}

impl<'t> Printer<'t> {
    pub(super) fn new(docs: &'t [Word], source: &'t Source) -> Self {
        Printer {
            docs,
            source,
            out: String::new(),
            indent: 0,
            skip: 0,
            functions: 0,
            pairs: 0,
            bodies: vec![],
            after_body: false,
        }
    }

    pub(super) fn put(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn newline(&mut self, text: &str) {
        self.out.push('\n');
        self.put(&" ".repeat(self.indent));
        self.put(text);
    }

    fn semicolon(&mut self) {
        if !self.out.ends_with(['&', '\n']) {
            self.out.push(';');
        }
    }

    /// What stands between the braces of a function, and the closing one.
    fn function_body(&mut self, body: &'t Command) {
        let redirects = match &body.kind {
            CommandKind::Group(list) => {
                self.list(list);
                body.redirects.as_slice()
            }
            _ => {
                self.node(&Node { timed: None, negated: false, kind: Kind::Command(body) });
                &[]
            }
        };
        self.flush_bodies("");
        self.indent -= 4;
        self.functions -= 1;
        self.after_body = false;
        if redirects.is_empty() {
            self.newline("}");
        } else {
            self.newline("} ");
            self.redirects(redirects);
        }
    }

    fn list(&mut self, list: &'t List) {
        if let Some(node) = tree(list, self.source) {
            self.node(&node);
        }
    }

    /// A list on the line at hand.
    pub(super) fn list_here(&mut self, list: &'t List) {
        self.skip += 1;
        self.list(list);
        self.flush_bodies("");
    }

    /// A list, indented.
    fn list_within(&mut self, list: &'t List) {
        self.indent += 4;
        self.list(list);
        self.flush_bodies("");
    }

    fn node(&mut self, node: &Node<'t>) {
        if self.skip > 0 {
            self.skip -= 1;
        } else {
            self.put(&" ".repeat(self.indent));
        }
        self.put(node.timed.unwrap_or(""));
        self.put(if node.negated { "! " } else { "" });
        match &node.kind {
            Kind::Command(command) => self.command(command),
            Kind::Pair(first, op, second) => {
                self.skip += 1;
                self.pairs += 1;
                self.node(first);
                self.operator(*op, second.is_some());
                if let Some(second) = second {
                    self.node(second);
                }
                self.flush_bodies("");
                self.pairs -= 1;
            }
        }
    }

    fn operator(&mut self, op: Op, more: bool) {
        match op {
            Op::Pipe | Op::Background => {
                self.flush_operator(if op == Op::Pipe { " |" } else { " &" });
                if op == Op::Pipe || more {
                    self.put(" ");
                    self.skip += 1;
                }
            }
            Op::And | Op::Or => {
                self.flush_operator(if op == Op::And { " && " } else { " || " });
                self.skip += 1;
            }
            Op::Next => {
                if !self.bodies.is_empty() {
                    let text = if self.functions > 0 { "" } else { ";" };
                    self.flush_operator(text);
                } else if self.after_body {
                    self.after_body = false;
                } else {
                    self.put(";");
                }
                if self.functions > 0 {
                    self.put("\n");
                } else {
                    self.put(" ");
                    self.skip += 1;
                }
            }
        }
    }

    /// An operator, and the here-documents that follow it.
    fn flush_operator(&mut self, text: &str) {
        let shown = if text == ";" { "" } else { text };
        self.put(shown);
        if self.bodies.is_empty() {
            return;
        }
        self.write_bodies();
        if !shown.is_empty() {
            self.put(" ");
        }
    }

    fn flush_bodies(&mut self, text: &str) {
        if !self.bodies.is_empty() {
            self.flush_operator(text);
        }
    }

    pub(super) fn write_bodies(&mut self) {
        self.put("\n");
        for body in std::mem::take(&mut self.bodies) {
            self.put(&body);
            self.put("\n");
        }
        self.after_body = true;
    }

    fn command(&mut self, command: &'t Command) {
        match &command.kind {
            CommandKind::Simple(simple) => {
                let assigns = simple.assigns.iter().map(|assign| (assign.range, parts_of_assign(assign)));
                let words = simple.words.iter().map(|word| (word.range, word.parts.iter().collect()));
                let mut all: Vec<(TextRange, Vec<&Part>)> = assigns.chain(words).collect();
                all.sort_by_key(|(range, _)| range.start);
                let texts: Vec<String> = all.into_iter().map(|(range, parts)| self.text(range, &parts)).collect();
                self.put(&texts.join(" "));
                if !command.redirects.is_empty() {
                    if !texts.is_empty() {
                        self.put(" ");
                    }
                    self.redirects(&command.redirects);
                }
                return;
            }
            CommandKind::Function { name, body } => {
                self.put(&format!("function {name} () \n"));
                self.put(&" ".repeat(self.indent));
                self.put("{ \n");
                self.functions += 1;
                self.indent += 4;
                self.function_body(body);
                return;
            }
            other => self.compound(command, other),
        }
        if !command.redirects.is_empty() {
            self.put(" ");
            self.redirects(&command.redirects);
        }
    }

    fn compound(&mut self, command: &'t Command, kind: &'t CommandKind) {
        match kind {
            CommandKind::Group(list) => self.group(list),
            CommandKind::Subshell(list) => {
                self.put("( ");
                self.list_here(list);
                self.put(" )");
            }
            CommandKind::If { arms, otherwise } => self.if_command(arms, otherwise.as_ref()),
            CommandKind::While { until, condition, body } => {
                self.put(if *until { "until " } else { "while " });
                self.list_here(condition);
                self.semicolon();
                self.put(" do\n");
                self.list_within(body);
                self.close("done");
            }
            CommandKind::For { name, words, body } | CommandKind::Select { name, words, body } => {
                let word = if matches!(kind, CommandKind::For { .. }) { "for" } else { "select" };
                let list = words.as_ref().map_or("\"$@\"".to_string(), |words| self.words(words, " "));
                self.put(&format!("{word} {name} in {list};"));
                self.newline("do\n");
                self.list_within(body);
                self.close("done");
            }
            CommandKind::ForArith { parts, body } => {
                let texts = parts.each_ref().map(|part| {
                    let text = self.source.text(part.range).trim_start();
                    if text.is_empty() { "1".to_string() } else { text.to_string() }
                });
                self.put(&format!("for (({}))", texts.join("; ")));
                self.newline("do\n");
                self.list_within(body);
                self.close("done");
            }
            CommandKind::Case { word, arms } => {
                let word = self.word(word);
                self.put(&format!("case {word} in "));
                self.indent += 4;
                for arm in arms {
                    let patterns = self.words(&arm.patterns, " | ");
                    self.newline(&patterns);
                    self.put(")\n");
                    self.list_within(&arm.body);
                    self.indent -= 4;
                    self.newline(match arm.end {
                        CaseEnd::Break => ";;",
                        CaseEnd::Fall => ";&",
                        CaseEnd::Continue => ";;&",
                    });
                }
                self.indent -= 4;
                self.newline("esac");
            }
            CommandKind::Arith(word) => {
                let text = format!("(({}))", self.source.text(word.range));
                self.put(&text);
            }
            CommandKind::Test(_) => {
                let end = command.redirects.first().map_or(command.range.end, |redirect| redirect.range.start);
                let text = single_spaced(self.source.text(TextRange { end, ..command.range }));
                self.put(&text);
            }
            _ => self.put(self.source.text(command.range)),
        }
    }

    fn group(&mut self, list: &'t List) {
        if self.functions == 0 {
            self.put("{ ");
            self.list_here(list);
            self.semicolon();
            self.put(" }");
            return;
        }
        self.put("{ \n");
        self.list_within(list);
        self.indent -= 4;
        self.newline("}");
    }

    fn if_command(&mut self, arms: &'t [(List, List)], otherwise: Option<&'t List>) {
        let Some(((condition, body), rest)) = arms.split_first() else { return };
        self.put("if ");
        self.list_here(condition);
        self.semicolon();
        self.put(" then\n");
        self.list_within(body);
        self.indent -= 4;
        if !rest.is_empty() || otherwise.is_some() {
            self.semicolon();
            self.newline("else\n");
            self.indent += 4;
            if rest.is_empty() {
                otherwise.into_iter().for_each(|list| self.list(list));
            } else {
                self.put(&" ".repeat(self.indent));
                self.if_command(rest, otherwise);
            }
            self.flush_bodies("");
            self.indent -= 4;
        }
        self.semicolon();
        self.newline("fi");
    }

    /// The end of a list that was indented.
    fn close(&mut self, word: &str) {
        self.semicolon();
        self.indent -= 4;
        self.newline(word);
    }
}
