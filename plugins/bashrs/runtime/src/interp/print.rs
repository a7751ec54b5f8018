//! Functions as bash prints them: `declare -f`, `type`, `set`.

use super::source::Source;
use crate::ast::{
    AndOr, CaseEnd, Command, CommandKind, Item, List, Param, ParamOp, Part, Pipeline, Redirect, RedirectOp, Target,
    Word,
};
use crate::range::TextRange;

/// What stands between two commands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Op {
    Pipe,
    And,
    Or,
    Next,
    Background,
}

/// Commands as bash nests them.
struct Node<'t> {
    timed: Option<&'static str>,
    negated: bool,
    kind: Kind<'t>,
}

enum Kind<'t> {
    Command(&'t Command),
    Pair(Box<Node<'t>>, Op, Option<Box<Node<'t>>>),
}

/// Writes commands.
pub(super) struct Printer<'t> {
    docs: &'t [Word],
    source: &'t Source,
    out: String,
    indent: usize,
    /// So many commands to come begin where the line is.
    skip: u32,
    functions: u32,
    pairs: u32,
    /// Bodies of here-documents that stand behind the next operator.
    bodies: Vec<String>,
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
    fn new(docs: &'t [Word], source: &'t Source) -> Self {
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

    fn put(&mut self, text: &str) {
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
    fn list_here(&mut self, list: &'t List) {
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

    fn write_bodies(&mut self) {
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

    fn redirects(&mut self, redirects: &'t [Redirect]) {
        let mut bodies = vec![];
        for (number, redirect) in redirects.iter().enumerate() {
            if number > 0 {
                self.put(" ");
            }
            let text = self.redirect(redirect, &mut bodies);
            self.put(&text);
        }
        if bodies.is_empty() {
            return;
        }
        self.bodies = bodies;
        if self.pairs == 0 {
            self.write_bodies();
        }
    }

    fn redirect(&self, redirect: &Redirect, bodies: &mut Vec<String>) -> String {
        let number = |default: u32| match (&redirect.fd_name, redirect.fd) {
            (Some(name), _) => format!("{{{name}}}"),
            (None, Some(fd)) if fd != default => fd.to_string(),
            _ => String::new(),
        };
        let word = match &redirect.target {
            Target::HereDoc(at) => {
                let (header, body) = self.document(redirect, *at);
                bodies.push(body);
                return format!("{}{header}", number(0));
            }
            Target::Word(word) => self.word(word),
        };
        let digits = word.trim_end_matches('-').bytes().all(|byte| byte.is_ascii_digit());
        match redirect.op {
            RedirectOp::Read => format!("{}< {word}", number(0)),
            RedirectOp::Write => format!("{}> {word}", number(1)),
            RedirectOp::Clobber => format!("{}>| {word}", number(1)),
            RedirectOp::Append => format!("{}>> {word}", number(1)),
            RedirectOp::ReadWrite => format!("{}<> {word}", number(0)),
            RedirectOp::Both => format!("&> {word}"),
            RedirectOp::BothAppend => format!("&>> {word}"),
            RedirectOp::HereString => format!("{}<<< {word}", number(0)),
            RedirectOp::DupIn if word == "-" => format!("{}>&-", number(u32::MAX).max_or("0")),
            RedirectOp::DupOut if word == "-" => format!("{}>&-", number(u32::MAX).max_or("1")),
            RedirectOp::DupIn if digits => format!("{}<&{word}", number(u32::MAX).max_or("0")),
            RedirectOp::DupOut if digits => format!("{}>&{word}", number(u32::MAX).max_or("1")),
            RedirectOp::DupIn => format!("{}<&{word}", number(0)),
            RedirectOp::DupOut if redirect.fd.is_none() && redirect.fd_name.is_none() && !word.starts_with('$') => {
                format!("&> {word}")
            }
            RedirectOp::DupOut => format!("{}>&{word}", number(1)),
            RedirectOp::HereDoc => word,
        }
    }

    /// A here-document: what announces it, and its text with the delimiter.
    fn document(&self, redirect: &Redirect, at: usize) -> (String, String) {
        let announced = self.source.text(redirect.range);
        let announced = announced.trim_start_matches(|c: char| c.is_ascii_digit());
        let strips = announced.starts_with("<<-");
        let written = announced.trim_start_matches("<<").trim_start_matches('-').trim();
        let delimiter: String = written.replace(['\'', '"', '\\'], "");
        let quoted = delimiter != written;
        let text = match self.docs.get(at) {
            Some(Word { parts, .. }) if quoted => parts.iter().map(plain_text).collect::<String>(),
            Some(word) => {
                let lines: Vec<&str> = self.source.text(word.range).split_inclusive('\n').collect();
                let strip = |line: &&str| if strips { line.trim_start_matches('\t') } else { line }.to_string();
                lines[..lines.len().saturating_sub(1)].iter().map(strip).collect()
            }
            None => String::new(),
        };
        let shown = if quoted { format!("'{delimiter}'") } else { delimiter.clone() };
        (format!("<<{}{shown}", if strips { "-" } else { "" }), format!("{text}{delimiter}"))
    }

    fn words(&self, words: &[Word], between: &str) -> String {
        words.iter().map(|word| self.word(word)).collect::<Vec<_>>().join(between)
    }

    fn word(&self, word: &Word) -> String {
        self.text(word.range, &word.parts.iter().collect::<Vec<_>>())
    }

    /// Text of the source in which command substitutions are written anew.
    fn text(&self, range: TextRange, parts: &[&Part]) -> String {
        let mut found = vec![];
        parts.iter().for_each(|part| substitutions(part, &mut found));
        let mut out = String::new();
        let mut at = range.start;
        for (inner, body) in found {
            let text = self.source.text(inner);
            if inner.start < at || inner.end > range.end || text.starts_with('`') {
                continue;
            }
            out.push_str(self.source.text(TextRange { start: at, end: inner.start }));
            out.push_str(&text[..2]);
            let mut printer = Printer::new(self.docs, self.source);
            printer.list_here(body);
            out.push_str(&printer.out);
            out.push(')');
            at = inner.end;
        }
        out.push_str(self.source.text(TextRange { start: at, end: range.end }));
        out.trim().to_string()
    }
}

/// A text, or another where it is empty.
trait MaxOr {
    fn max_or(self, other: &str) -> String;
}

impl MaxOr for String {
    fn max_or(self, other: &str) -> String {
        if self.is_empty() { other.to_string() } else { self }
    }
}

fn plain_text(part: &Part) -> &str {
    match part {
        Part::Literal(text) | Part::Quoted(text) => text,
        _ => "",
    }
}

fn parts_of_assign(assign: &crate::ast::Assign) -> Vec<&Part> {
    use crate::ast::Value;
    let index = assign.index.iter().flat_map(|word| &word.parts);
    match &assign.value {
        Value::Word(word) => index.chain(&word.parts).collect(),
        Value::Array(elements) => index.chain(elements.iter().flat_map(|element| &element.word.parts)).collect(),
    }
}

/// The command substitutions in a part, in order.
fn substitutions<'t>(part: &'t Part, out: &mut Vec<(TextRange, &'t List)>) {
    match part {
        Part::Command { body, range, .. } | Part::Process { body, range, .. } => out.push((*range, body)),
        Part::Arith { text, .. } => text.parts.iter().for_each(|part| substitutions(part, out)),
        Part::Param(param) => param_words(param).for_each(|word| {
            word.parts.iter().for_each(|part| substitutions(part, out));
        }),
        _ => {}
    }
}

fn param_words(param: &Param) -> impl Iterator<Item = &Word> {
    let (first, second) = match &param.op {
        ParamOp::Default { word, .. } => (Some(word), None),
        ParamOp::Trim { pattern, .. } | ParamOp::Case { pattern, .. } => (Some(pattern), None),
        ParamOp::Replace { pattern, with, .. } => (Some(pattern), Some(with)),
        ParamOp::Substring { offset, length } => (Some(offset), length.as_ref()),
        _ => (None, None),
    };
    param.index.iter().chain(first).chain(second)
}

/// Blanks and line ends outside quotes as one blank.
fn single_spaced(text: &str) -> String {
    let mut out = String::new();
    let mut quote = None;
    for c in text.trim().chars() {
        match (quote, c) {
            (None, ' ' | '\t' | '\n') => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
                continue;
            }
            (None, '\'' | '"') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
        out.push(c);
    }
    out
}

fn pair<'t>(first: Node<'t>, op: Op, second: Option<Node<'t>>) -> Node<'t> {
    Node { timed: None, negated: false, kind: Kind::Pair(Box::new(first), op, second.map(Box::new)) }
}

/// A list as bash nests it: to the left, and `&` on its own command alone.
fn tree<'t>(list: &'t List, source: &Source) -> Option<Node<'t>> {
    let mut items = list.items.iter();
    let first = items.next()?;
    let mut all = item_node(first, source);
    let mut background = first.background;
    for item in items {
        all = join(all, background, Some(item_node(item, source)));
        background = item.background;
    }
    Some(if background { join(all, true, None) } else { all })
}

fn join<'t>(all: Node<'t>, background: bool, next: Option<Node<'t>>) -> Node<'t> {
    if !background {
        return pair(all, Op::Next, next);
    }
    match all.kind {
        Kind::Pair(first, Op::Next, Some(last)) => pair(*first, Op::Next, Some(pair(*last, Op::Background, next))),
        kind => pair(Node { kind, ..all }, Op::Background, next),
    }
}

fn item_node<'t>(item: &'t Item, source: &Source) -> Node<'t> {
    let first = pipeline_node(&item.first, source);
    item.rest.iter().fold(first, |all, (op, pipeline)| {
        let op = if *op == AndOr::And { Op::And } else { Op::Or };
        pair(all, op, Some(pipeline_node(pipeline, source)))
    })
}

fn pipeline_node<'t>(pipeline: &'t Pipeline, source: &Source) -> Node<'t> {
    let leaf = |command| Node { timed: None, negated: false, kind: Kind::Command(command) };
    let (first, rest) = pipeline.stages.split_at(1);
    // A pipeline has at least one stage.
    let all = rest.iter().fold(leaf(&first[0]), |all, stage| pair(all, Op::Pipe, Some(leaf(stage))));
    let plain = source.text(pipeline.range).trim_start_matches(['!', ' ']);
    let portable = plain.strip_prefix("time").is_some_and(|rest| rest.trim_start().starts_with("-p "));
    let timed = pipeline.timed.then_some(if portable { "time -p " } else { "time " });
    Node { timed, negated: pipeline.negated, ..all }
}
