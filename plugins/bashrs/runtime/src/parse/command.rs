//! Lists, and-or lists, pipelines, simple commands, redirections.

use super::{Parse, Parser};
use crate::ast::{
    AndOr, Assign, Command, CommandKind, Element, Item, List, Pipeline, Redirect, RedirectOp, Simple, Target, Value,
    Word,
};

/// Words that end a list where a command could start.
const CLOSERS: &[&str] = &["then", "else", "elif", "fi", "do", "done", "esac", "}"];

impl Parser<'_> {
    /// A list that ends before one of the `closers`, which stays; an empty list is an error.
    pub(super) fn list(&mut self, closers: &[&str]) -> Parse<List> {
        let mut list = List::default();
        self.nested(|p| p.items(&mut list, closers))?;
        if list.items.is_empty() {
            return Err(self.error(format!("expected a command before `{}`", self.excerpt())));
        }
        Ok(list)
    }

    /// Like [`Parser::list`], but it may be empty.
    pub(super) fn list_or_empty(&mut self, closers: &[&str]) -> Parse<List> {
        let mut list = List::default();
        self.nested(|p| p.items(&mut list, closers))?;
        Ok(list)
    }

    /// Append items until a closer; items read before an error stay.
    pub(super) fn items(&mut self, list: &mut List, closers: &[&str]) -> Parse<()> {
        loop {
            self.lines()?;
            if !self.aliases.is_empty() {
                self.behind_alias();
                self.alias(true);
                self.lines()?;
            }
            if self.at_end_of_list(closers) {
                list.comments.append(&mut self.comments);
                return Ok(());
            }
            let item = self.item()?;
            list.items.push(item);
            if !self.terminator(list)? {
                self.blanks();
                list.comments.append(&mut self.comments);
                return Ok(());
            }
        }
    }

    fn at_end_of_list(&self, closers: &[&str]) -> bool {
        match self.peek() {
            None | Some(b')') => true,
            Some(b';') => matches!(self.peek_at(1), Some(b';' | b'&')),
            _ => closers.iter().any(|word| self.at_keyword(word)),
        }
    }

    /// After an item: `;`, `&` or a newline; false when the list ends here.
    pub(super) fn terminator(&mut self, list: &mut List) -> Parse<bool> {
        self.blanks();
        let more = match self.peek() {
            Some(b';') if !matches!(self.peek_at(1), Some(b';' | b'&')) => {
                self.at += 1;
                true
            }
            Some(b'&') if self.peek_at(1) != Some(b'&') => {
                self.at += 1;
                if let Some(item) = list.items.last_mut() {
                    item.background = true;
                }
                true
            }
            Some(b'\n') => true,
            _ => false,
        };
        // A comment at the end of the line belongs to the command before it.
        let before = self.comments.len();
        while matches!(self.peek(), Some(b' ' | b'\t' | b'#')) && !(self.peek() == Some(b'#') && !self.at_comment()) {
            self.blanks();
        }
        if let Some(item) = list.items.last_mut() {
            item.comments.extend(self.comments.drain(before.min(self.comments.len())..));
        }
        Ok(more)
    }

    pub(super) fn item(&mut self) -> Parse<Item> {
        let comments = std::mem::take(&mut self.comments);
        let start = self.at;
        let first = self.pipeline()?;
        let mut rest = vec![];
        loop {
            self.blanks();
            let op = if self.eat("&&") {
                AndOr::And
            } else if self.eat("||") {
                AndOr::Or
            } else {
                break;
            };
            self.lines()?;
            rest.push((op, self.pipeline()?));
        }
        let mut item = Item { comments, first, rest, background: false, range: self.range_from(start) };
        item.comments.append(&mut self.comments);
        Ok(item)
    }

    fn pipeline(&mut self) -> Parse<Pipeline> {
        let start = self.at;
        let (mut negated, mut timed) = (false, false);
        loop {
            self.blanks();
            if self.at_keyword("!") && (self.bash() || !negated) {
                self.at += 1;
                negated = !negated;
            } else if self.bash() && self.at_keyword("time") {
                self.at += 4;
                timed = true;
                self.blanks();
                if self.at_keyword("-p") {
                    self.at += 2;
                }
            } else {
                break;
            }
        }
        let mut stages = vec![self.command()?];
        loop {
            self.blanks();
            if self.looking_at("||") || self.peek() != Some(b'|') {
                break;
            }
            self.at += 1;
            if self.bash() && self.eat("&") {
                let range = self.range_from(self.at - 2);
                if let Some(stage) = stages.last_mut() {
                    stage.redirects.push(stderr_to_stdout(range));
                }
            }
            self.lines()?;
            if self.at_keyword("!") {
                return Err(self.error("unexpected `!`"));
            }
            stages.push(self.command()?);
        }
        Ok(Pipeline { negated, timed, stages, range: self.range_from(start) })
    }

    /// Whether the unquoted word here is exactly `word`.
    pub(super) fn at_keyword(&self, word: &str) -> bool {
        self.looking_at(word) && self.peek_at(word.len()).is_none_or(is_word_end)
    }

    fn command(&mut self) -> Parse<Command> {
        self.nested(|p| p.command_here())
    }

    fn command_here(&mut self) -> Parse<Command> {
        self.blanks();
        if !self.aliases.is_empty() {
            self.behind_alias();
            self.alias(true);
            self.lines()?;
        }
        let start = self.at;
        let kind = match self.compound()? {
            Some(kind) => kind,
            None => return self.simple(start),
        };
        let mut redirects = vec![];
        if !matches!(kind, CommandKind::Function { .. }) {
            while let Some(redirect) = self.redirect()? {
                redirects.push(redirect);
            }
        }
        Ok(Command { kind, redirects, range: self.range_from(start) })
    }

    fn simple(&mut self, start: usize) -> Parse<Command> {
        let mut simple = Simple::default();
        let mut redirects = vec![];
        loop {
            self.blanks();
            let behind = self.behind_alias();
            if !self.aliases.is_empty() && (simple.words.is_empty() || behind) {
                self.alias(false);
                self.blanks();
            }
            if let Some(redirect) = self.redirect()? {
                redirects.push(redirect);
            } else if let Some(assign) = self.assignment(&simple)? {
                simple.assigns.push(assign);
            } else if let Some(word) = self.argument(&simple)? {
                simple.words.push(word);
                if simple.words.len() == 1 && !self.aliases.is_empty() {
                    self.blanks();
                    if self.behind_alias() {
                        self.alias(false);
                    }
                }
                if simple.words.len() == 1 && self.function_parens() {
                    return self.function_after_name(&simple, start);
                }
            } else {
                break;
            }
        }
        if simple.words.is_empty() && simple.assigns.is_empty() && redirects.is_empty() {
            return Err(self.error(format!("unexpected `{}`", self.excerpt())));
        }
        Ok(Command { kind: CommandKind::Simple(simple), redirects, range: self.range_from(start) })
    }

    /// A word of a simple command.
    fn argument(&mut self, simple: &Simple) -> Parse<Option<Word>> {
        let outer = self.declaring;
        self.declaring = simple.words.first().and_then(Word::bare).is_some_and(is_declaration);
        let word = self.word();
        self.declaring = outer;
        word
    }

    /// `name=value` before the command name, or an argument of a declaration command that has an array literal.
    fn assignment(&mut self, simple: &Simple) -> Parse<Option<Assign>> {
        let start = self.at;
        let declares = self.bash() && simple.words.first().and_then(Word::bare).is_some_and(is_declaration);
        if !simple.words.is_empty() && !declares {
            return Ok(None);
        }
        let Some((name, after)) = self.name_at(self.at) else { return Ok(None) };
        self.at = after;
        let index = if self.bash() && self.peek() == Some(b'[') {
            match self.subscript() {
                Ok(index) => Some(index),
                Err(_) => {
                    self.at = start;
                    return Ok(None);
                }
            }
        } else {
            None
        };
        let append = self.bash() && self.looking_at("+=");
        if !append && self.peek() != Some(b'=') {
            self.at = start;
            return Ok(None);
        }
        self.at += if append { 2 } else { 1 };
        if declares && self.peek() != Some(b'(') {
            self.at = start;
            return Ok(None);
        }
        let value = if self.bash() && self.peek() == Some(b'(') {
            Value::Array(self.array_literal()?)
        } else {
            Value::Word(self.assignment_value()?)
        };
        Ok(Some(Assign { name, index, append, value, range: self.range_from(start) }))
    }

    fn array_literal(&mut self) -> Parse<Vec<Element>> {
        self.expect("(")?;
        let mut elements = vec![];
        loop {
            self.lines()?;
            if self.eat(")") {
                return Ok(elements);
            }
            let start = self.at;
            let mut append = false;
            let index = if self.peek() == Some(b'[') {
                let index = self.subscript().ok();
                append = self.eat("+=");
                if index.is_none() || !append && !self.eat("=") {
                    self.at = start;
                    None
                } else {
                    index
                }
            } else {
                None
            };
            let word = if index.is_some() { self.assignment_value()? } else { self.word()?.unwrap_or_default() };
            if self.at == start {
                return Err(self.error("expected a word or `)`"));
            }
            append &= index.is_some();
            elements.push(Element { index, append, word });
        }
    }

    /// A redirection, when one starts here.
    pub(super) fn redirect(&mut self) -> Parse<Option<Redirect>> {
        self.blanks();
        let start = self.at;
        let mut fd_name = None;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) && (self.bash() || self.at == start) {
            self.at += 1;
        }
        let digits = self.text(start, self.at);
        if digits.is_empty()
            && self.bash()
            && self.peek() == Some(b'{')
            && let Some((name, after)) = self.name_at(self.at + 1)
            && self.source.get(after) == Some(&b'}')
            && matches!(self.source.get(after + 1), Some(b'<' | b'>'))
        {
            self.at = after + 1;
            fd_name = Some(name);
        }
        let both = digits.is_empty() && self.bash() && self.looking_at("&>");
        if !matches!(self.peek(), Some(b'<' | b'>')) && !both {
            self.at = start;
            return Ok(None);
        }
        if self.bash() && !self.looking_at("<<") && matches!(self.peek_at(1), Some(b'(')) {
            self.at = start;
            return Ok(None);
        }
        let (op, strip) = self.redirect_operator();
        let fd = digits.parse().ok();
        self.blanks();
        let operand = self.at;
        let Some(word) = self.word()? else { return Err(self.error("expected a word after the redirection")) };
        let target = match op {
            RedirectOp::HereDoc => Target::HereDoc(self.announce_heredoc(&word, strip, operand)?),
            _ => Target::Word(word),
        };
        Ok(Some(Redirect { fd, fd_name, op, target, range: self.range_from(start) }))
    }

    fn redirect_operator(&mut self) -> (RedirectOp, bool) {
        let bash = self.bash();
        let table: &[(&str, RedirectOp, bool)] = &[
            ("&>>", RedirectOp::BothAppend, true),
            ("&>", RedirectOp::Both, true),
            ("<<<", RedirectOp::HereString, true),
            ("<<-", RedirectOp::HereDoc, false),
            ("<<", RedirectOp::HereDoc, false),
            ("<&", RedirectOp::DupIn, false),
            ("<>", RedirectOp::ReadWrite, false),
            (">>", RedirectOp::Append, false),
            (">&", RedirectOp::DupOut, false),
            (">|", RedirectOp::Clobber, false),
            ("<", RedirectOp::Read, false),
        ];
        for (text, op, only_bash) in table {
            if (!only_bash || bash) && self.eat(text) {
                return (*op, *text == "<<-");
            }
        }
        self.at += 1;
        (RedirectOp::Write, false)
    }
}

/// `2>&1`, which `|&` stands for.
fn stderr_to_stdout(range: crate::range::TextRange) -> Redirect {
    let one = Word { parts: vec![crate::ast::Part::Literal("1".into())], range };
    Redirect { fd: Some(2), fd_name: None, op: RedirectOp::DupOut, target: Target::Word(one), range }
}

/// Commands whose arguments are assignments.
pub(crate) fn is_declaration(name: &str) -> bool {
    matches!(name, "export" | "readonly" | "local" | "declare" | "typeset")
}

/// Bytes that end an unquoted word.
pub(super) fn is_word_end(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b';' | b'&' | b'|' | b'<' | b'>' | b'(' | b')')
}

/// Whether `word` closes a list.
pub(super) fn is_closer(word: &str) -> bool {
    CLOSERS.contains(&word)
}
