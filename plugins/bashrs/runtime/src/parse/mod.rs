//! Text to syntax tree: a recursive-descent parser over bytes. It is total: what it cannot read becomes a [`SyntaxError`], and
//! what stands before stays. Nesting is limited, so no input exhausts the stack.

pub(crate) mod braces;
pub(crate) mod bytes;
mod command;
mod compound;
mod heredoc;
mod param;
mod quote;
mod test_expr;
mod word;

pub(crate) use command::is_declaration;

use crate::ast::{Dialect, List, Script, SyntaxError, Word};
use crate::range::TextRange;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Unquoted text of sh as a pattern: what only bash knows is ordinary there.
pub(crate) fn posix_pattern(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        if matches!(c, '(' | ')' | '|') || before == '[' && matches!(c, '.' | '=') {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

/// Deepest nesting of commands, substitutions and expansions together.
const MAX_DEPTH: u32 = 90;

/// A parse that can fail at a place.
type Parse<T> = Result<T, SyntaxError>;

/// The state of one parse.
struct Parser<'s> {
    source: Cow<'s, [u8]>,
    at: usize,
    dialect: Dialect,
    depth: u32,
    heredocs: Vec<Word>,
    pending: Vec<heredoc::Pending>,
    comments: Vec<String>,
    /// Set while text from backquotes is parsed: all ranges are this one.
    fixed: Option<TextRange>,
    /// Where comments were cut off already.
    comments_until: usize,
    /// Where `\`-newline was cut out, in order.
    joined: Vec<usize>,
    /// The text has such places at all.
    joins: bool,
    /// Arguments of `export` and its relatives are read: those that look like assignments are.
    declaring: bool,
    /// bash: within double quotes that stand within double quotes.
    requoted: bool,
    /// The body of a here-document is read.
    document: bool,
    /// An alias whose text ends in a blank was read.
    opened: bool,
    /// Aliases that are in force.
    aliases: Aliases,
    /// Aliases whose text is being read: name, and how much text was left behind it.
    expanding: Vec<Expansion>,
}

/// An alias whose text is being read.
struct Expansion {
    name: String,
    /// How much text stands behind it.
    behind: usize,
    /// It ends in a blank, and the word behind it was not looked at yet.
    opens: bool,
}

/// Words that start a compound command.
const KEYWORDS: &[&str] = &["if", "while", "until", "for", "case", "{", "!"];

/// Aliases by name.
pub type Aliases = BTreeMap<String, String>;

/// Text that is run while it is read: one complete line of commands at a time.
pub struct Steps<'s> {
    parser: Parser<'s>,
}

impl<'s> Steps<'s> {
    /// At the start of `source`.
    pub fn new(source: &'s str, dialect: Dialect) -> Self {
        Steps { parser: Parser::new(source.as_bytes(), dialect) }
    }

    /// How much of the text was read.
    pub fn place(&self) -> usize {
        self.parser.original(self.parser.at) as usize
    }

    /// The commands of the next line with their here-documents; none at the end.
    ///
    /// # Errors
    /// When the line is not shell.
    pub fn next(&mut self, aliases: &Aliases) -> Result<Option<(List, Vec<Word>)>, SyntaxError> {
        let result = self.step(aliases);
        let opened = std::mem::take(&mut self.parser.opened);
        result.map_err(|error| SyntaxError { too_deep: error.too_deep || opened, ..error })
    }

    fn step(&mut self, aliases: &Aliases) -> Result<Option<(List, Vec<Word>)>, SyntaxError> {
        let parser = &mut self.parser;
        parser.aliases.clone_from(aliases);
        parser.heredocs = vec![];
        parser.lines()?;
        if parser.at >= parser.source.len() {
            return Ok(None);
        }
        let mut list = List::default();
        if !parser.aliases.is_empty() {
            // An alias may stand for nothing at all.
            parser.alias(true);
            parser.lines()?;
            if parser.at >= parser.source.len() {
                return Ok(Some((list, vec![])));
            }
        }
        loop {
            list.items.push(parser.item()?);
            let more = parser.terminator(&mut list)?;
            parser.blanks();
            match parser.peek() {
                None => {
                    parser.pending_heredocs()?;
                    break;
                }
                Some(b'\n') => {
                    parser.newline()?;
                    break;
                }
                _ if more => {}
                _ => return Err(parser.error(format!("unexpected `{}`", parser.excerpt()))),
            }
        }
        Ok(Some((list, std::mem::take(&mut parser.heredocs))))
    }
}

/// Text as between double quotes, such as a prompt.
///
/// # Errors
/// When an expansion in it does not end.
pub fn parse_quoted(source: &str, dialect: Dialect) -> Parse<Word> {
    let mut parser = Parser::new(source.as_bytes(), dialect);
    let parts = parser.nested(|p| p.double_quoted_until(None))?;
    Ok(Word { parts, range: parser.range_from(0) })
}

/// Parse a whole file.
pub fn parse(source: &str, dialect: Dialect) -> Script {
    let mut parser = Parser::new(source.as_bytes(), dialect);
    let (body, error) = parser.top();
    Script { body, heredocs: parser.heredocs, errors: error.into_iter().collect() }
}

/// Parse constant text that the script itself executes, such as the action of a trap; every range is `at`.
pub fn parse_constant(source: &str, dialect: Dialect, at: TextRange, heredocs: &mut Vec<Word>) -> Parse<List> {
    let mut parser = Parser::new(source.as_bytes(), dialect);
    parser.fixed = Some(at);
    parser.heredocs = std::mem::take(heredocs);
    let (body, error) = parser.top();
    *heredocs = parser.heredocs;
    match error {
        Some(error) => Err(error),
        None => Ok(body),
    }
}

impl<'s> Parser<'s> {
    fn new(source: &'s [u8], dialect: Dialect) -> Self {
        Parser {
            source: Cow::Borrowed(source),
            at: 0,
            dialect,
            depth: 0,
            heredocs: vec![],
            pending: vec![],
            comments: vec![],
            fixed: None,
            comments_until: 0,
            joined: vec![],
            joins: source.windows(2).any(|pair| pair == b"\\\n"),
            declaring: false,
            requoted: false,
            document: false,
            opened: false,
            aliases: Aliases::new(),
            expanding: vec![],
        }
    }

    /// Everything up to the end or the first error.
    fn top(&mut self) -> (List, Option<SyntaxError>) {
        let mut list = List::default();
        let error = self
            .items(&mut list, &[])
            .err()
            .or_else(|| (self.at < self.source.len()).then(|| self.error(format!("unexpected `{}`", self.excerpt()))));
        (list, error)
    }

    fn bash(&self) -> bool {
        self.dialect == Dialect::Bash
    }

    fn peek(&self) -> Option<u8> {
        self.source.get(self.at).copied()
    }

    fn peek_at(&self, ahead: usize) -> Option<u8> {
        self.source.get(self.at + ahead).copied()
    }

    fn looking_at(&self, text: &str) -> bool {
        self.source[self.at.min(self.source.len())..].starts_with(text.as_bytes())
    }

    fn eat(&mut self, text: &str) -> bool {
        let found = self.looking_at(text);
        if found {
            self.at += text.len();
        }
        found
    }

    fn expect(&mut self, text: &str) -> Parse<()> {
        if self.eat(text) { Ok(()) } else { Err(self.error(format!("expected `{text}`"))) }
    }

    fn error(&self, message: impl Into<String>) -> SyntaxError {
        let at = self.fixed.map_or(self.original(self.at), |range| range.start);
        SyntaxError { at, message: message.into(), too_deep: false }
    }

    /// A place in the text as it was before lines were joined.
    fn original(&self, at: usize) -> u32 {
        (at + 2 * self.joined.partition_point(|cut| *cut <= at)) as u32
    }

    /// Join lines within the operator, keyword or name that starts at `from`.
    fn join_lines(&mut self, from: usize) {
        let mut at = from;
        while self.joins && at < self.source.len() {
            match self.source[at] {
                b'\\' if self.source.get(at + 1) == Some(&b'\n') => {
                    self.source.to_mut().drain(at..at + 2);
                    self.joined.push(at);
                }
                byte if byte.is_ascii_whitespace() || matches!(byte, b'\\' | b'\'' | b'"' | b'`' | b'$') => return,
                b'#' if at == from => return,
                _ => at += 1,
            }
        }
    }

    fn excerpt(&self) -> String {
        let rest = &self.source[self.at.min(self.source.len())..];
        let end =
            rest.iter().position(|byte| byte.is_ascii_whitespace()).unwrap_or(rest.len()).clamp(1.min(rest.len()), 12);
        String::from_utf8_lossy(&rest[..end]).into_owned()
    }

    fn range_from(&self, start: usize) -> TextRange {
        self.fixed.unwrap_or_else(|| TextRange::new(self.original(start), self.original(self.at)))
    }

    fn text(&self, start: usize, end: usize) -> String {
        String::from_utf8_lossy(&self.source[start..end]).into_owned()
    }

    /// Replace the alias that stands here by its text; `command`: a keyword here is none.
    pub(super) fn alias(&mut self, command: bool) {
        while !self.aliases.is_empty() {
            self.blanks();
            let rest = &self.source[self.at.min(self.source.len())..];
            let end = rest.iter().position(|byte| command::is_word_end(*byte)).unwrap_or(rest.len());
            let name = String::from_utf8_lossy(&rest[..end]).into_owned();
            let left = rest.len();
            self.expanding.retain(|one| left > one.behind);
            let number = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
            if number && matches!(rest.get(end), Some(b'<' | b'>')) {
                return;
            }
            let keyword = command && (command::is_closer(&name) || KEYWORDS.contains(&name.as_str()));
            let Some(text) = self.aliases.get(&name).filter(|_| !keyword) else { return };
            if self.expanding.iter().any(|active| active.name == name) {
                return;
            }
            let text = text.clone().into_bytes();
            let opens = matches!(text.last(), Some(b' ' | b'\t'));
            self.expanding.push(Expansion { name, behind: left - end, opens });
            let at = self.at;
            self.source.to_mut().splice(at..at + end, text);
        }
    }

    /// An alias behind one whose text ended in a blank.
    pub(super) fn open_alias(&mut self) {
        if self.behind_alias() {
            self.alias(false);
            self.blanks();
        }
    }

    /// Where a word is expected: whether an alias text that ended in a blank stood before it.
    pub(super) fn behind_alias(&mut self) -> bool {
        if self.aliases.is_empty() {
            return false;
        }
        let left = self.source.len() - self.at.min(self.source.len());
        let mut found = false;
        self.opened |= self.expanding.iter().any(|one| one.opens && left <= one.behind);
        for one in self.expanding.iter_mut().filter(|one| one.opens && left <= one.behind) {
            one.opens = false;
            found = true;
        }
        found
    }

    /// Run `inner` one level deeper.
    fn nested<T>(&mut self, inner: impl FnOnce(&mut Self) -> Parse<T>) -> Parse<T> {
        if self.depth >= MAX_DEPTH {
            let mut error = self.error("nested too deeply");
            error.too_deep = true;
            return Err(error);
        }
        self.depth += 1;
        let result = inner(self);
        self.depth -= 1;
        result
    }

    /// Skip blanks, line continuations and a comment up to the end of the line.
    fn blanks(&mut self) {
        loop {
            match self.peek() {
                Some(b' ' | b'\t') => self.at += 1,
                Some(b'\\') if self.peek_at(1) == Some(b'\n') => self.at += 2,
                Some(b'#') if self.at_comment() => self.comment(),
                _ => return self.join_lines(self.at),
            }
        }
    }

    /// `#` starts a comment only where a word could start.
    fn at_comment(&self) -> bool {
        self.at == 0
            || matches!(self.source[self.at - 1], b' ' | b'\t' | b'\n' | b';' | b'&' | b'|' | b'(' | b')' | b'`')
    }

    fn comment(&mut self) {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte != b'\n') {
            self.at += 1;
        }
        let is_shebang = start == 0 && self.source.starts_with(b"#!");
        if start >= self.comments_until && !is_shebang {
            self.comments_until = self.at;
            self.comments.push(self.text(start + 1, self.at).trim().to_string());
        }
    }

    /// Take the newline here with the bodies of here-documents that start after it.
    fn newline(&mut self) -> Parse<bool> {
        if self.peek() != Some(b'\n') {
            return Ok(false);
        }
        self.at += 1;
        self.pending_heredocs()?;
        Ok(true)
    }

    /// Skip blanks, comments and newlines.
    fn lines(&mut self) -> Parse<()> {
        loop {
            self.blanks();
            if !self.newline()? {
                return Ok(());
            }
        }
    }
}
