//! Functions of a C or C++ file.
//!
//! Decisions are those of `lizard`: `if`, `for`, `while`, `case`, `catch`, `&&`, `||`, `?`, and `#if`, `#ifdef`, `#elif` within a
//! function. Nesting follows the statements, with or without braces.

use super::tokens::{Token, tokens};
use crate::facts::Function;

/// Statements that nest deeper than this are counted as if they did not nest further: the stack is not endless.
const DEEPEST: u32 = 200;

/// The functions of a file, in order.
pub(super) fn functions(code: &str) -> Vec<Function> {
    let marked = mark_directives(code);
    let tokens = tokens(&marked);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match header(&tokens, at) {
            Some((name, parameters, open)) => {
                let mut body =
                    Body { tokens: &tokens, at: open, name: tokens[name].text, cyclomatic: 1, cognitive: 0, depth: 0 };
                body.statement(0);
                let last_line = tokens[body.at.saturating_sub(1).min(tokens.len() - 1)].line;
                found.push(Function {
                    name: qualified(&tokens, name),
                    line: tokens[name].line,
                    last_line,
                    body_line: tokens[open].line + 1,
                    cyclomatic: body.cyclomatic,
                    cognitive: body.cognitive,
                    parameters,
                    depth: body.depth,
                    documented: false,
                    reach: Default::default(),
                });
                at = body.at.max(open + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// Directives as single words, each with this mark before its name: their text is not code. A line that ends in a backslash goes on.
const MARK: &str = "§";

/// Put marked words in the place of directives; lines stay where they are.
fn mark_directives(code: &str) -> String {
    let mut marked = String::with_capacity(code.len());
    let mut inside = false;
    for line in code.split_inclusive('\n') {
        let starts = line.trim_start().strip_prefix('#');
        if let Some(rest) = starts.filter(|_| !inside) {
            let name: String = rest.trim_start().chars().take_while(char::is_ascii_alphabetic).collect();
            marked.push_str(MARK);
            marked.push_str(if name == "ifdef" { "if" } else { &name });
        }
        if inside || starts.is_some() {
            inside = line.trim_end().ends_with('\\');
            marked.push('\n');
        } else {
            marked.push_str(line);
        }
    }
    marked
}

/// A function's header at a name: the indices of the name and of the opening brace, and how many parameters there are.
fn header(tokens: &[Token<'_>], at: usize) -> Option<(usize, u32, usize)> {
    const NOT_NAMES: [&str; 9] = ["if", "for", "while", "switch", "return", "sizeof", "catch", "else", "do"];
    let name = tokens[at];
    let named = name.is_word() && !name.text.as_bytes()[0].is_ascii_digit() && !NOT_NAMES.contains(&name.text);
    if !named || tokens.get(at + 1)?.text != "(" {
        return None;
    }
    let close = closing(tokens, at + 1)?;
    let mut next = close + 1;
    // What may stand between the parameters and the body: qualifiers, attributes, a result type, old-style declarations.
    while let Some(token) = tokens.get(next) {
        match token.text {
            "{" => return Some((at, parameters(&tokens[at + 2..close]), next)),
            "(" => next = closing(tokens, next)? + 1,
            ";" if !declares(tokens, close, next) => return None,
            "=" | ")" | "}" | "," if !declares(tokens, close, next) => return None,
            "?" | "+" | "/" | "==" | "&&" | "||" => return None,
            _ => next += 1,
        }
    }
    None
}

/// Old-style declarations of parameters lie between `close` and `at`: at least two words that begin right after the bracket.
fn declares(tokens: &[Token<'_>], close: usize, at: usize) -> bool {
    let first = tokens.get(close + 1);
    let second = tokens.get(close + 2);
    const TYPES: [&str; 14] = [
        "int", "char", "long", "short", "unsigned", "signed", "float", "double", "struct", "const", "register", "void",
        "union", "enum",
    ];
    at > close + 2
        && first.is_some_and(|token| TYPES.contains(&token.text))
        && second.is_some_and(|token| token.is_word() || token.text == "*")
}

/// The bracket that closes the one at `at`.
fn closing(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let mut depth = 0usize;
    for (index, token) in tokens.iter().enumerate().skip(at) {
        match token.text {
            "(" => depth += 1,
            ")" => {
                depth -= 1;
                if depth == 0 {
                    return Some(index);
                }
            }
            "{" | "}" | ";" if depth <= 1 && token.text != ";" => return None,
            _ => {}
        }
    }
    None
}

fn parameters(tokens: &[Token<'_>]) -> u32 {
    let (mut depth, mut count) = (0usize, 0);
    for token in tokens {
        match token.text {
            "(" | "[" | "<" => depth += 1,
            ")" | "]" | ">" => depth = depth.saturating_sub(1),
            "," if depth == 0 => count += 1,
            _ => {}
        }
    }
    let void = tokens.len() == 1 && tokens[0].text == "void";
    if tokens.is_empty() || void { 0 } else { count + 1 }
}

/// `Class::name` where it is written so.
fn qualified(tokens: &[Token<'_>], name: usize) -> String {
    match (name.checked_sub(1).map(|at| tokens[at].text), name.checked_sub(2).map(|at| tokens[at])) {
        (Some("::"), Some(class)) if class.is_word() => format!("{}::{}", class.text, tokens[name].text),
        _ => tokens[name].text.to_string(),
    }
}

struct Body<'t, 'c> {
    tokens: &'t [Token<'c>],
    at: usize,
    name: &'c str,
    cyclomatic: u32,
    cognitive: u32,
    depth: u32,
}

impl<'c> Body<'_, 'c> {
    fn peek(&self) -> Option<&'c str> {
        self.tokens.get(self.at).map(|token| token.text)
    }

    /// One statement with all that belongs to it.
    fn statement(&mut self, nesting: u32) {
        self.directives();
        self.depth = self.depth.max(nesting);
        let inner = (nesting + 1).min(DEEPEST);
        match self.peek() {
            Some("{") => {
                self.at += 1;
                self.directives();
                while self.peek().is_some_and(|text| text != "}") {
                    let before = self.at;
                    self.statement(nesting);
                    self.at = self.at.max(before + 1);
                    self.directives();
                }
                self.at += 1;
            }
            Some("if") => self.branch(nesting, 1 + nesting),
            Some("for" | "while") => {
                self.count(1, 1 + nesting);
                self.at += 1;
                self.brackets(nesting);
                self.nested(inner);
            }
            Some("switch") => {
                self.count(0, 1 + nesting);
                self.at += 1;
                self.brackets(nesting);
                self.nested(inner);
            }
            Some("do") => {
                self.count(0, 1 + nesting);
                self.at += 1;
                self.nested(inner);
                if self.peek() == Some("while") {
                    self.count(1, 0);
                    self.at += 1;
                    self.expression(nesting);
                }
            }
            Some("catch") => {
                self.count(1, 1 + nesting);
                self.at += 1;
                self.brackets(nesting);
                self.nested(inner);
            }
            Some("goto") => {
                self.count(0, 1);
                self.expression(nesting);
            }
            Some("else" | "try") => self.at += 1,
            Some(_) => self.expression(nesting),
            None => {}
        }
    }

    /// A statement one level down, unless there are too many levels: then the walk goes on without nesting.
    fn nested(&mut self, nesting: u32) {
        if nesting < DEEPEST && self.peek().is_some_and(|text| text != "}") {
            self.statement(nesting);
        }
    }

    /// `if` with its `else if`s and `else`, in a loop: chains are long.
    fn branch(&mut self, nesting: u32, mut cost: u32) {
        loop {
            self.count(1, cost);
            self.at += 1;
            if self.peek() == Some("constexpr") {
                self.at += 1;
            }
            self.brackets(nesting);
            self.nested((nesting + 1).min(DEEPEST));
            self.directives();
            if self.peek() != Some("else") {
                return;
            }
            self.at += 1;
            self.directives();
            if self.peek() != Some("if") {
                self.count(0, 1);
                return self.nested((nesting + 1).min(DEEPEST));
            }
            cost = 1;
        }
    }

    fn count(&mut self, cyclomatic: u32, cognitive: u32) {
        self.cyclomatic += cyclomatic;
        self.cognitive = self.cognitive.saturating_add(cognitive);
    }

    /// A pair of round brackets with an expression in it.
    fn brackets(&mut self, nesting: u32) {
        let (mut depth, mut operator) = (0usize, "");
        while let Some(text) = self.peek() {
            match text {
                "(" => depth += 1,
                ")" => depth = depth.saturating_sub(1),
                "{" | "}" if depth == 0 => return,
                _ if self.skip_directive() => continue,
                _ => {}
            }
            self.operator(text, nesting, &mut operator);
            self.at += 1;
            if depth == 0 {
                return;
            }
        }
    }

    /// Up to the end of an expression statement, a label or a declaration.
    fn expression(&mut self, nesting: u32) {
        let (mut depth, mut operator, mut ternaries) = (0usize, "", 0usize);
        while let Some(text) = self.peek() {
            if self.skip_directive() {
                continue;
            }
            match text {
                "(" | "[" => depth += 1,
                ")" | "]" => depth = depth.saturating_sub(1),
                "{" => depth += 1,
                "}" if depth == 0 => return,
                "}" => depth -= 1,
                ";" if depth == 0 => {
                    self.at += 1;
                    return;
                }
                "?" => ternaries += 1,
                ":" if depth == 0 && ternaries == 0 => {
                    self.at += 1;
                    return;
                }
                ":" => ternaries = ternaries.saturating_sub(1),
                "," | ";" => operator = "",
                // In braces within an expression (a lambda, a statement expression) statements are words like these.
                "if" | "for" | "while" | "catch" if depth > 0 => self.count(1, 1 + nesting),
                _ => {}
            }
            self.operator(text, nesting, &mut operator);
            self.at += 1;
        }
    }

    /// Count one token of an expression.
    fn operator(&mut self, text: &'c str, nesting: u32, last: &mut &'c str) {
        match text {
            "case" => self.count(1, 0),
            "?" => self.count(1, 1 + nesting),
            "&&" | "||" => {
                self.count(1, u32::from(*last != text));
                *last = text;
            }
            _ if text == self.name && self.tokens.get(self.at + 1).is_some_and(|next| next.text == "(") => {
                self.count(0, 1)
            }
            _ => {}
        }
    }

    fn directives(&mut self) {
        while self.skip_directive() {}
    }

    /// A directive is passed over; a condition counts. Of alternatives the first has the structure, what is in the others is only
    /// counted: brackets that both open are closed once.
    fn skip_directive(&mut self) -> bool {
        let Some(name) = self.peek().and_then(|text| text.strip_prefix(MARK)) else { return false };
        self.at += 1;
        match name {
            "if" => self.count(1, 0),
            "else" => self.alternative(),
            "elif" => {
                self.count(1, 0);
                self.alternative();
            }
            _ => {}
        }
        true
    }

    /// Count what stands up to the `#endif` that belongs to an `#else` or `#elif`.
    fn alternative(&mut self) {
        let mut depth = 0usize;
        while let Some(text) = self.peek() {
            self.at += 1;
            match text.strip_prefix(MARK) {
                Some("if") => {
                    self.count(1, 0);
                    depth += 1;
                }
                Some("ifndef") => depth += 1,
                Some("elif") => self.count(1, 0),
                Some("endif") if depth == 0 => return,
                Some("endif") => depth -= 1,
                _ => {}
            }
            if matches!(text, "if" | "for" | "while" | "case" | "catch" | "&&" | "||" | "?") {
                self.count(1, 0);
            }
        }
    }
}
