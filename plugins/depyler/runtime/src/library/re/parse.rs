//! Patterns to trees.

use crate::exc::new;
use crate::value::{Exc, R, Value};

pub const I: u32 = 2;
pub const M: u32 = 8;
pub const S: u32 = 16;
pub const U: u32 = 32;
pub const X: u32 = 64;
pub const A: u32 = 256;

/// A class of characters.
#[derive(Clone, Debug)]
pub enum Item {
    /// One
    Char(char),
    /// From, to
    Range(char, char),
    /// `\d` and so on; true for the negated form
    Digit(bool),
    /// `\s`
    Space(bool),
    /// `\w`
    Word(bool),
}

/// `[…]`
#[derive(Clone, Debug)]
pub struct Set {
    /// `[^…]`
    pub negated: bool,
    /// What is in it.
    pub items: Vec<Item>,
    /// Without regard to case.
    pub fold: bool,
    /// `\w` and so on mean ASCII only.
    pub ascii: bool,
}

/// Places that take no characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// `^`
    Start,
    /// `^` with M
    LineStart,
    /// `$`
    End,
    /// `$` with M
    LineEnd,
    /// `\A`
    TextStart,
    /// `\Z`
    TextEnd,
    /// `\b`; true for ASCII
    Boundary(bool),
    /// `\B`
    Inside(bool),
}

/// A part of a pattern.
#[derive(Clone, Debug)]
pub enum Node {
    /// Nothing
    Empty,
    /// One character
    Char(char),
    /// One character, without regard to case
    CharFold(char),
    /// `.`; true when it takes line ends, too
    Any(bool),
    /// `[…]`
    Set(Set),
    /// A place
    At(At),
    /// One after the other
    Cat(Vec<Node>),
    /// `a|b`
    Alt(Vec<Node>),
    /// A group with its number
    Group(usize, Box<Node>),
    /// Repetition: least, most, greedy, possessive
    Repeat(Box<Node>, usize, usize, bool, bool),
    /// `\1`; true without regard to case
    Back(usize, bool),
    /// Ahead or behind (with the width), negated
    Look(Box<Node>, Option<usize>, bool),
    /// `(?>…)`
    Atomic(Box<Node>),
    /// `(?(1)yes|no)`
    If(usize, Box<Node>, Box<Node>),
}

/// What parsing gives.
pub struct Parsed {
    /// The tree.
    pub node: Node,
    /// Flags, those of the pattern included.
    pub flags: u32,
    /// Number of groups.
    pub groups: usize,
    /// Named groups.
    pub names: Vec<(String, usize)>,
}

pub const FOREVER: usize = usize::MAX;

struct Parser<'a> {
    text: &'a [char],
    at: usize,
    flags: u32,
    groups: usize,
    names: Vec<(String, usize)>,
    open: Vec<usize>,
    depth: usize,
}

fn error(message: impl std::fmt::Display, at: usize) -> Exc {
    let raised = new("re.error", format!("{message} at position {at}"));
    raised.0.attrs.set("msg", Value::str(message.to_string()));
    raised.0.attrs.set("pos", Value::from(at));
    raised
}

/// Parses a pattern.
///
/// # Errors
/// `re.error` for what is no pattern.
pub fn parse(text: &[char], flags: u32, bytes: bool) -> R<Parsed> {
    let flags = if bytes || flags & A != 0 { flags } else { flags | U };
    let mut parser = Parser { text, at: 0, flags, groups: 0, names: vec![], open: vec![], depth: 0 };
    let node = parser.alternatives()?;
    if parser.at < text.len() {
        return Err(error("unbalanced parenthesis", parser.at));
    }
    Ok(Parsed { node, flags: parser.flags, groups: parser.groups, names: parser.names })
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn take(&mut self, c: char) -> bool {
        let found = self.peek() == Some(c);
        self.at += usize::from(found);
        found
    }

    fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }

    fn ascii(&self) -> bool {
        !self.has(U)
    }

    fn alternatives(&mut self) -> R<Node> {
        self.depth += 1;
        if self.depth > 200 {
            return Err(error("the pattern nests too deeply", self.at));
        }
        let mut all = vec![self.sequence()?];
        while self.take('|') {
            all.push(self.sequence()?);
        }
        self.depth -= 1;
        Ok(if all.len() == 1 { all.remove(0) } else { Node::Alt(all) })
    }

    fn sequence(&mut self) -> R<Node> {
        let mut all = vec![];
        while let Some(c) = self.peek() {
            if c == '|' || c == ')' {
                break;
            }
            if self.has(X) && (c.is_whitespace() || c == '#') {
                self.at += 1;
                if c == '#' {
                    while self.peek().is_some_and(|c| c != '\n') {
                        self.at += 1;
                    }
                }
                continue;
            }
            let start = self.at;
            let node = self.atom()?;
            let node = self.repeats(node, start)?;
            all.push(node);
        }
        Ok(if all.len() == 1 { all.remove(0) } else { Node::Cat(all) })
    }

    fn blanks(&mut self) {
        while self.has(X) && self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    fn repeats(&mut self, mut node: Node, start: usize) -> R<Node> {
        let mut done = false;
        loop {
            self.blanks();
            let at = self.at;
            let (least, most) = match self.peek() {
                Some('*') => (0, FOREVER),
                Some('+') => (1, FOREVER),
                Some('?') => (0, 1),
                Some('{') => match self.counts()? {
                    Some(counts) => counts,
                    None => return Ok(node),
                },
                _ => return Ok(node),
            };
            if self.at == at {
                self.at += 1;
            }
            if matches!(node, Node::At(_)) || matches!(&node, Node::Empty) {
                return Err(error("nothing to repeat", start));
            }
            if done {
                return Err(error("multiple repeat", at));
            }
            done = true;
            let (mut greedy, mut possessive) = (true, false);
            if self.take('?') {
                greedy = false;
            } else if self.take('+') {
                possessive = true;
            }
            node = Node::Repeat(Box::new(node), least, most, greedy, possessive);
        }
    }

    /// `{m,n}`; none when the brace stands for itself.
    fn counts(&mut self) -> R<Option<(usize, usize)>> {
        let start = self.at;
        let digits = |p: &mut Self| {
            let from = p.at;
            while p.peek().is_some_and(|c| c.is_ascii_digit()) {
                p.at += 1;
            }
            p.text[from..p.at].iter().collect::<String>()
        };
        self.at += 1;
        let low = digits(self);
        let (high, comma) = if self.take(',') { (digits(self), true) } else { (low.clone(), false) };
        if !self.take('}') || low.is_empty() && !comma {
            self.at = start;
            return Ok(None);
        }
        let number =
            |text: &str, other: usize| if text.is_empty() { other } else { text.parse().unwrap_or(FOREVER - 1) };
        let (least, most) = (number(&low, 0), number(&high, FOREVER));
        if most < least {
            return Err(error("min repeat greater than max repeat", start + 1));
        }
        Ok(Some((least, most)))
    }

    fn literal(&self, c: char) -> Node {
        if self.has(I) && fold(c) != c || self.has(I) && c.is_alphabetic() {
            Node::CharFold(fold(c))
        } else {
            Node::Char(c)
        }
    }

    fn atom(&mut self) -> R<Node> {
        let start = self.at;
        let Some(c) = self.peek() else { return Ok(Node::Empty) };
        self.at += 1;
        Ok(match c {
            '.' => Node::Any(self.has(S)),
            '^' => Node::At(if self.has(M) { At::LineStart } else { At::Start }),
            '$' => Node::At(if self.has(M) { At::LineEnd } else { At::End }),
            '[' => self.set(start)?,
            '(' => self.group(start)?,
            '\\' => self.escape(start)?,
            '*' | '+' | '?' => return Err(error("nothing to repeat", start)),
            '{' => {
                self.at = start;
                if self.counts()?.is_some() {
                    return Err(error("nothing to repeat", start));
                }
                self.at = start + 1;
                Node::Char('{')
            }
            c => self.literal(c),
        })
    }

    fn class(&self, item: Item) -> Node {
        Node::Set(Set { negated: false, items: vec![item], fold: false, ascii: self.ascii() })
    }

    fn escape(&mut self, start: usize) -> R<Node> {
        let Some(c) = self.peek() else { return Err(error("bad escape (end of pattern)", start)) };
        if c.is_ascii_digit() && c != '0' {
            return self.back(start);
        }
        self.at += 1;
        let ascii = self.ascii();
        Ok(match c {
            'A' => Node::At(At::TextStart),
            'Z' => Node::At(At::TextEnd),
            'b' => Node::At(At::Boundary(ascii)),
            'B' => Node::At(At::Inside(ascii)),
            'd' | 'D' => self.class(Item::Digit(c == 'D')),
            's' | 'S' => self.class(Item::Space(c == 'S')),
            'w' | 'W' => self.class(Item::Word(c == 'W')),
            c => {
                let plain = self.plain_escape(c, start)?;
                self.literal(plain)
            }
        })
    }

    /// `\1`, or an octal number of three digits.
    fn back(&mut self, start: usize) -> R<Node> {
        let digit = |at: usize| self.text.get(at).and_then(|c| c.to_digit(10));
        let octal = |at: usize| digit(at).filter(|d| *d < 8);
        if let (Some(a), Some(b), Some(c)) = (octal(self.at), octal(self.at + 1), octal(self.at + 2)) {
            let value = a * 64 + b * 8 + c;
            if value > 0o377 {
                return Err(error(format!("octal escape value \\{a}{b}{c} outside of range 0-0o377"), start));
            }
            self.at += 3;
            return Ok(self.literal(char::from_u32(value).unwrap_or('\0')));
        }
        let mut number = digit(self.at).unwrap_or(0) as usize;
        self.at += 1;
        if let Some(next) = digit(self.at) {
            number = number * 10 + next as usize;
            self.at += 1;
        }
        self.reference(number, start + 1)
    }

    fn reference(&self, number: usize, at: usize) -> R<Node> {
        if number == 0 || number > self.groups {
            return Err(error(format!("invalid group reference {number}"), at));
        }
        if self.open.contains(&number) {
            return Err(error("cannot refer to an open group", at.saturating_sub(1)));
        }
        Ok(Node::Back(number, self.has(I)))
    }

    /// A character behind a backslash; `c` was read.
    fn plain_escape(&mut self, c: char, start: usize) -> R<char> {
        Ok(match c {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'f' => '\x0c',
            'v' => '\x0b',
            'a' => '\x07',
            '0' => {
                let mut value = 0;
                for _ in 0..2 {
                    let Some(digit) = self.peek().and_then(|c| c.to_digit(8)) else { break };
                    value = value * 8 + digit;
                    self.at += 1;
                }
                char::from_u32(value).unwrap_or('\0')
            }
            'x' => self.hex(2, start)?,
            'u' => self.hex(4, start)?,
            'U' => self.hex(8, start)?,
            c if c.is_ascii_alphanumeric() => return Err(error(format!("bad escape \\{c}"), start)),
            c => c,
        })
    }

    fn hex(&mut self, digits: usize, start: usize) -> R<char> {
        let text: String = self.text[self.at..].iter().take(digits).take_while(|c| c.is_ascii_hexdigit()).collect();
        self.at += text.len();
        let whole: String = self.text[start..self.at].iter().collect();
        if text.len() < digits {
            return Err(error(format!("incomplete escape {whole}"), start));
        }
        u32::from_str_radix(&text, 16)
            .ok()
            .and_then(char::from_u32)
            .ok_or_else(|| error(format!("bad escape {whole}"), start))
    }

    fn set_item(&mut self, start: usize) -> R<Item> {
        let at = self.at;
        let Some(c) = self.peek() else { return Err(error("unterminated character set", start)) };
        self.at += 1;
        if c != '\\' {
            return Ok(Item::Char(c));
        }
        let Some(c) = self.peek() else { return Err(error("bad escape (end of pattern)", at)) };
        self.at += 1;
        Ok(match c {
            'd' | 'D' => Item::Digit(c == 'D'),
            's' | 'S' => Item::Space(c == 'S'),
            'w' | 'W' => Item::Word(c == 'W'),
            'b' => Item::Char('\x08'),
            '1'..='7' => {
                let mut value = c.to_digit(8).unwrap_or(0);
                for _ in 0..2 {
                    let Some(digit) = self.peek().and_then(|c| c.to_digit(8)) else { break };
                    value = value * 8 + digit;
                    self.at += 1;
                }
                Item::Char(char::from_u32(value).unwrap_or('\0'))
            }
            c => Item::Char(self.plain_escape(c, at)?),
        })
    }

    fn set(&mut self, start: usize) -> R<Node> {
        let negated = self.take('^');
        let mut items = vec![];
        let first = self.at;
        loop {
            if self.peek() == Some(']') && self.at > first {
                self.at += 1;
                break;
            }
            let from_at = self.at;
            let from = self.set_item(start)?;
            let dash = self.peek() == Some('-') && self.text.get(self.at + 1).is_some_and(|c| *c != ']');
            if !dash {
                items.push(from);
                continue;
            }
            self.at += 1;
            let to = self.set_item(start)?;
            match (from, to) {
                (Item::Char(a), Item::Char(b)) if a <= b => items.push(Item::Range(a, b)),
                _ => {
                    let text: String = self.text[from_at..self.at].iter().collect();
                    return Err(error(format!("bad character range {text}"), from_at));
                }
            }
        }
        Ok(Node::Set(Set { negated, items, fold: self.has(I), ascii: self.ascii() }))
    }

    fn name(&mut self, end: char, start: usize) -> R<String> {
        let from = self.at;
        while self.peek().is_some_and(|c| c != end) {
            self.at += 1;
        }
        let name: String = self.text[from..self.at].iter().collect();
        if self.peek().is_none() {
            return Err(error(
                if name.is_empty() { "missing group name" } else { "missing >, unterminated name" },
                from,
            ));
        }
        if name.is_empty() {
            return Err(error("missing group name", from));
        }
        let _ = start;
        self.at += 1;
        Ok(name)
    }

    fn identifier(name: &str) -> bool {
        name.chars().all(|c| c.is_alphanumeric() || c == '_') && !name.starts_with(|c: char| c.is_numeric())
    }

    fn capture(&mut self, name: Option<String>, start: usize) -> R<Node> {
        self.groups += 1;
        let number = self.groups;
        if let Some(name) = name {
            if let Some((_, old)) = self.names.iter().find(|(n, _)| *n == name) {
                let text = format!("redefinition of group name '{name}' as group {number}; was group {old}");
                return Err(error(text, start + 4));
            }
            self.names.push((name, number));
        }
        self.open.push(number);
        let inner = self.inner(start)?;
        self.open.pop();
        Ok(Node::Group(number, Box::new(inner)))
    }

    /// What stands up to the closing parenthesis; flags that change inside end there.
    fn inner(&mut self, start: usize) -> R<Node> {
        let flags = self.flags;
        let node = self.alternatives()?;
        self.flags = flags;
        if !self.take(')') {
            return Err(error("missing ), unterminated subpattern", start));
        }
        Ok(node)
    }

    fn group(&mut self, start: usize) -> R<Node> {
        if !self.take('?') {
            return self.capture(None, start);
        }
        let Some(c) = self.peek() else { return Err(error("unexpected end of pattern", self.at)) };
        self.at += 1;
        match c {
            ':' => self.inner(start).map(|n| Node::Cat(vec![n])),
            '>' => self.inner(start).map(|n| Node::Atomic(Box::new(n))),
            '#' => {
                while self.peek().is_some_and(|c| c != ')') {
                    self.at += 1;
                }
                if !self.take(')') {
                    return Err(error("missing ), unterminated comment", start));
                }
                Ok(Node::Cat(vec![]))
            }
            '=' | '!' => self.inner(start).map(|n| Node::Look(Box::new(n), None, c == '!')),
            '<' => {
                let Some(kind) = self.peek().filter(|c| matches!(c, '=' | '!')) else {
                    let shown = self.peek().map_or(String::new(), String::from);
                    return Err(error(format!("unknown extension ?<{shown}"), start + 1));
                };
                self.at += 1;
                let node = self.inner(start)?;
                match width(&node) {
                    Some(width) => Ok(Node::Look(Box::new(node), Some(width), kind == '!')),
                    None => Err(crate::exc::new("re.error", "look-behind requires fixed-width pattern")),
                }
            }
            'P' => self.named(start),
            '(' => self.condition(start),
            _ => self.flag_group(start),
        }
    }

    fn named(&mut self, start: usize) -> R<Node> {
        if self.take('<') {
            let name = self.name('>', start)?;
            if !Self::identifier(&name) {
                return Err(error(format!("bad character in group name '{name}'"), start + 4));
            }
            return self.capture(Some(name), start);
        }
        if self.take('=') {
            let name = self.name(')', start)?;
            let found = self.names.iter().find(|(n, _)| *n == name).map(|(_, number)| *number);
            return match found {
                Some(number) => self.reference(number, start + 4),
                None => Err(error(format!("unknown group name '{name}'"), start + 4)),
            };
        }
        match self.peek() {
            Some(c) => Err(error(format!("unknown extension ?P{c}"), start + 1)),
            None => Err(error("unexpected end of pattern", self.at)),
        }
    }

    fn condition(&mut self, start: usize) -> R<Node> {
        let name = self.name(')', start)?;
        let number = match name.parse::<usize>() {
            Ok(number) => Some(number).filter(|n| *n > 0),
            Err(_) => self.names.iter().find(|(n, _)| *n == name).map(|(_, number)| *number),
        };
        let Some(number) = number else { return Err(error(format!("unknown group name '{name}'"), start + 3)) };
        let yes = self.sequence()?;
        let no = if self.take('|') { self.sequence()? } else { Node::Cat(vec![]) };
        if self.peek() == Some('|') {
            return Err(error("conditional backref with more than two branches", self.at));
        }
        if !self.take(')') {
            return Err(error("missing ), unterminated subpattern", start));
        }
        Ok(Node::If(number, Box::new(yes), Box::new(no)))
    }

    fn flag_group(&mut self, start: usize) -> R<Node> {
        self.at -= 1;
        let (mut on, mut off, mut minus) = (0, 0, false);
        loop {
            let Some(c) = self.peek() else { return Err(error("missing -, : or )", self.at)) };
            self.at += 1;
            let flag = match c {
                'i' => I,
                'm' => M,
                's' => S,
                'x' => X,
                'a' => A,
                'u' => U,
                'L' => 0,
                '-' if !minus => {
                    minus = true;
                    continue;
                }
                ')' if !minus => {
                    if start != 0 {
                        return Err(error("global flags not at the start of the expression", start));
                    }
                    self.flags |= on;
                    if on & A != 0 {
                        self.flags &= !U;
                    }
                    return Ok(Node::Cat(vec![]));
                }
                ':' => {
                    let old = self.flags;
                    self.flags = (self.flags | on) & !off;
                    if on & A != 0 {
                        self.flags &= !U;
                    }
                    let node = self.inner(start);
                    self.flags = old;
                    return node.map(|n| Node::Cat(vec![n]));
                }
                c if c.is_alphabetic() && (on | off != 0 || minus) => return Err(error("unknown flag", self.at - 1)),
                c => return Err(error(format!("unknown extension ?{c}"), start + 1)),
            };
            if minus {
                off |= flag;
            } else {
                on |= flag;
            }
        }
    }
}

/// The lower form of a character that has exactly one.
pub fn fold(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(lower), None) => lower,
        _ => c,
    }
}

/// How many characters a part takes, when that is always the same.
fn width(node: &Node) -> Option<usize> {
    Some(match node {
        Node::Empty | Node::At(_) | Node::Look(..) => 0,
        Node::Char(_) | Node::CharFold(_) | Node::Any(_) | Node::Set(_) => 1,
        Node::Cat(all) => all.iter().map(width).sum::<Option<usize>>()?,
        Node::Alt(all) => {
            let mut widths = all.iter().map(width);
            let first = widths.next().flatten()?;
            return widths.all(|w| w == Some(first)).then_some(first);
        }
        Node::Group(_, inner) | Node::Atomic(inner) => width(inner)?,
        Node::Repeat(inner, least, most, ..) if least == most => width(inner)?.checked_mul(*least)?,
        Node::If(_, yes, no) => {
            let (yes, no) = (width(yes)?, width(no)?);
            return (yes == no).then_some(yes);
        }
        Node::Repeat(..) | Node::Back(..) => return None,
    })
}
