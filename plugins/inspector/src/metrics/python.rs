//! Functions of a Python file, by logical lines and their indentation.
//!
//! Decisions are those of `radon`: `if`, `elif`, `for`, `while`, `except`, `assert`, `and`, `or`, conditional expressions,
//! comprehensions and their conditions, `else` of loops and of `try`, and `case` but for one that takes anything. A nested function
//! is measured by itself. What stands inside of f-strings is not looked at; `radon` does.

use super::tokens::{Token, tokens};
use crate::facts::Function;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Function(usize),
    Class,
    If,
    Loop,
    Try,
    Handler,
    Match { anything: bool },
    Other,
}

impl Kind {
    /// Does it count as a level of nesting?
    fn nests(self) -> bool {
        matches!(self, Self::If | Self::Loop | Self::Handler | Self::Match { .. })
    }
}

struct Block {
    indent: usize,
    kind: Kind,
    name: String,
}

/// A logical line.
struct Line<'c> {
    indent: usize,
    tokens: Vec<Token<'c>>,
    last: u32,
}

/// The functions and methods of a file, in order.
pub(super) fn functions(code: &str) -> Vec<Function> {
    let mut walk = Walk::default();
    for line in lines(code) {
        walk.line(&line);
    }
    walk.functions
}

/// Physical lines joined inside brackets and after backslashes.
fn lines(code: &str) -> Vec<Line<'_>> {
    let starts: Vec<usize> = std::iter::once(0).chain(code.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let (mut found, mut depth): (Vec<Line<'_>>, usize) = (Vec::new(), 0);
    let (mut current, mut carried): (Option<Line<'_>>, bool) = (None, false);
    let mut of_line: Vec<Token<'_>> = Vec::new();
    let mut rest = tokens(code).into_iter().peekable();
    while let Some(first) = rest.peek().copied() {
        while let Some(token) = rest.next_if(|token| token.line == first.line) {
            of_line.push(token);
        }
        let ends_in_backslash = of_line.last().is_some_and(|token| token.text == "\\");
        if !(carried || depth > 0) {
            found.extend(current.take());
            let start = starts.get(first.line as usize - 1).copied().unwrap_or(0);
            let indent = code[start..]
                .bytes()
                .take_while(|byte| matches!(byte, b' ' | b'\t'))
                .map(|byte| if byte == b'\t' { 8 } else { 1 })
                .sum();
            current = Some(Line { indent, tokens: Vec::new(), last: first.line });
        }
        for token in &of_line {
            match token.text {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        carried = ends_in_backslash;
        if let Some(line) = &mut current {
            line.last = first.line;
            line.tokens.append(&mut of_line);
        }
        of_line.clear();
    }
    found.extend(current);
    found
}

#[derive(Default)]
struct Walk {
    blocks: Vec<Block>,
    functions: Vec<Function>,
    /// A header was the last line: its body begins on the next.
    fresh: Option<usize>,
}

impl Walk {
    fn line(&mut self, line: &Line<'_>) {
        let mut partner = None;
        while self.blocks.last().is_some_and(|block| block.indent >= line.indent) {
            partner = self.blocks.pop().filter(|block| block.indent == line.indent).map(|block| block.kind);
        }
        let Some(first) = line.tokens.first() else { return };
        if let Some(function) = self.fresh.take() {
            self.functions[function].body_line =
                first.line.min(self.functions[function].line + 1).max(self.functions[function].body_line);
        }
        for block in &self.blocks {
            if let Kind::Function(index) = block.kind {
                self.functions[index].last_line = line.last;
            }
        }
        let (word, skip) = match (first.text, line.tokens.get(1).map(|token| token.text)) {
            ("async", Some(next)) => (next, 2),
            (word, _) => (word, 1),
        };
        if first.text == "@" {
            return;
        }
        let kind = self.header(word, &line.tokens, partner);
        if !matches!(kind, Some(Kind::Function(_))) {
            // The first word of a header was counted; that of any other line is a word like the rest.
            let from = if kind.is_some() || word == "assert" { skip } else { 0 };
            self.words(&line.tokens[from.min(line.tokens.len())..]);
        }
        if let Some(kind) = kind {
            let name = line.tokens.get(skip).map(|token| token.text.to_string()).unwrap_or_default();
            self.blocks.push(Block { indent: line.indent, kind, name });
            if let Kind::Function(index) = kind {
                self.fresh = Some(index);
            }
        }
    }

    /// Count what the first word of a line decides; gives the block that it opens.
    fn header(&mut self, word: &str, tokens: &[Token<'_>], partner: Option<Kind>) -> Option<Kind> {
        match word {
            "def" => Some(Kind::Function(self.function(tokens))),
            "class" => Some(Kind::Class),
            "if" => self.opens(Kind::If),
            "for" | "while" => self.opens(Kind::Loop),
            "except" => self.opens(Kind::Handler),
            "elif" => {
                self.count(1, 1);
                Some(Kind::If)
            }
            "else" if matches!(partner, Some(Kind::Loop | Kind::Try | Kind::Handler)) => {
                self.count(1, 1);
                Some(Kind::If)
            }
            "else" => {
                self.count(0, 1);
                Some(Kind::If)
            }
            "try" => Some(Kind::Try),
            "finally" | "with" => Some(Kind::Other),
            "assert" => {
                self.count(1, 0);
                None
            }
            "match" if is_match(tokens) => {
                let nesting = self.nesting();
                self.count(0, 1 + nesting);
                self.deeper(nesting + 1);
                Some(Kind::Match { anything: false })
            }
            "case" => self.case(tokens),
            _ => None,
        }
    }

    fn opens(&mut self, kind: Kind) -> Option<Kind> {
        let nesting = self.nesting();
        self.count(1, 1 + nesting);
        self.deeper(nesting + 1);
        Some(kind)
    }

    fn deeper(&mut self, depth: u32) {
        if let Some(owner) = self.owner() {
            self.functions[owner].depth = self.functions[owner].depth.max(depth);
        }
    }

    /// One arm of a `match`; of those that take anything one is no decision.
    fn case(&mut self, tokens: &[Token<'_>]) -> Option<Kind> {
        let Some(Block { kind: Kind::Match { anything }, .. }) = self.blocks.last_mut() else { return None };
        let takes_anything = tokens.len() >= 3
            && tokens[1].is_word()
            && tokens[2].text == ":"
            && !matches!(tokens[1].text, "None" | "True" | "False")
            && !tokens[1].text.as_bytes()[0].is_ascii_digit();
        if takes_anything && !*anything {
            *anything = true;
        } else {
            self.count(1, 0);
        }
        Some(Kind::Other)
    }

    fn function(&mut self, tokens: &[Token<'_>]) -> usize {
        let at = tokens.iter().position(|token| token.text == "def").map_or(0, |at| at + 1);
        let own = tokens.get(at).map_or("", |token| token.text);
        let outer = self
            .blocks
            .iter()
            .filter(|block| matches!(block.kind, Kind::Function(_) | Kind::Class))
            .map(|block| block.name.as_str());
        let name = outer.chain([own]).collect::<Vec<_>>().join(".");
        let line = tokens.first().map_or(0, |token| token.line);
        let body_line = tokens.last().map_or(line, |token| token.line);
        let parameters = parameters(tokens.get(at + 1..).unwrap_or_default());
        self.functions.push(Function {
            name,
            line,
            last_line: line,
            body_line: body_line + 1,
            cyclomatic: 1,
            parameters,
            ..Function::default()
        });
        self.functions.len() - 1
    }

    /// The function that a line belongs to; none at the top and in a class body.
    fn owner(&self) -> Option<usize> {
        self.blocks.iter().rev().find_map(|block| match block.kind {
            Kind::Function(index) => Some(Some(index)),
            Kind::Class => Some(None),
            _ => None,
        })?
    }

    fn nesting(&self) -> u32 {
        let inside =
            self.blocks.iter().rev().take_while(|block| !matches!(block.kind, Kind::Function(_) | Kind::Class));
        inside.filter(|block| block.kind.nests()).count() as u32
    }

    fn count(&mut self, cyclomatic: u32, cognitive: u32) {
        if let Some(owner) = self.owner() {
            self.functions[owner].cyclomatic += cyclomatic;
            self.functions[owner].cognitive += cognitive;
        }
    }

    /// Decisions inside of a line.
    fn words(&mut self, tokens: &[Token<'_>]) {
        let nesting = self.nesting();
        let own_name = self.owner().and_then(|owner| self.functions[owner].name.rsplit('.').next().map(str::to_string));
        let (mut cyclomatic, mut cognitive) = (0, 0);
        // Per open bracket: whether a comprehension runs there, and the last logical operator.
        let mut open: Vec<(bool, &str)> = vec![(false, "")];
        for (at, token) in tokens.iter().enumerate() {
            let outermost = open.len() == 1;
            let Some((comprehension, operator)) = open.last_mut() else { break };
            match token.text {
                "(" | "[" | "{" => open.push((false, "")),
                ")" | "]" | "}" if !outermost => drop(open.pop()),
                "," => *operator = "",
                "for" => {
                    *comprehension = true;
                    cyclomatic += 1;
                }
                "if" => {
                    cyclomatic += 1;
                    if !*comprehension {
                        cognitive += 1 + nesting;
                    }
                }
                "elif" | "while" | "assert" => cyclomatic += 1,
                "and" | "or" => {
                    cyclomatic += 1;
                    if *operator != token.text {
                        cognitive += 1;
                        *operator = token.text;
                    }
                }
                word if own_name.as_deref() == Some(word)
                    && tokens.get(at + 1).is_some_and(|next| next.text == "(") =>
                {
                    cognitive += 1
                }
                _ => {}
            }
        }
        if let Some(owner) = self.owner() {
            self.functions[owner].cyclomatic += cyclomatic;
            self.functions[owner].cognitive += cognitive;
        }
    }
}

/// `match` is a word like any other unless its line is a header.
fn is_match(tokens: &[Token<'_>]) -> bool {
    tokens.last().is_some_and(|token| token.text == ":")
        && tokens.get(1).is_some_and(|next| !matches!(next.text, "=" | "." | "," | ")" | ":" | ":="))
}

/// Parameters between the first brackets; `*` and `/` alone are none.
fn parameters(tokens: &[Token<'_>]) -> u32 {
    let (mut depth, mut count, mut named) = (0usize, 0, false);
    for token in tokens {
        match token.text {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    break;
                }
            }
            "," if depth == 1 => {
                count += u32::from(named);
                named = false;
            }
            _ => named |= depth == 1 && token.is_word(),
        }
    }
    count + u32::from(named)
}
