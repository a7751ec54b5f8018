//! Functions of a Rust file.
//!
//! Decisions are those of `rust-code-analysis`: `if`, `for`, `while`, `loop`, each arm of a `match`, `?`, `&&` and `||`. A function within a
//! function is one of its own; a closure belongs to the function that it stands in and nests one level deeper.

use super::tokens::{Token, tokens};
use crate::facts::Function;

/// The functions of a file, in the order in which they begin.
pub(super) fn functions(code: &str) -> Vec<Function> {
    let tokens = tokens(code);
    let mut walk = Walk { tokens: &tokens, scopes: Vec::new(), open: Vec::new(), found: Vec::new(), item: 0 };
    let mut at = 0;
    while at < tokens.len() {
        at = walk.step(at);
    }
    walk.found.sort_by_key(|function| (function.line, function.body_line));
    walk.found
}

/// What a bracket opened.
enum Scope<'c> {
    /// A function's body: the innermost of `open` ends with it.
    Function,
    /// Items of a type, by its name.
    Type(&'c str),
    /// A block that nests deeper.
    Nested,
    /// Anything else.
    Plain,
}

/// A function whose body is being read.
struct Open<'c> {
    function: Function,
    name: &'c str,
    /// Depth of brackets at which a keyword waits for the brace of its block.
    waits: Vec<usize>,
    nesting: u32,
    /// The last logical operator of this expression.
    last: &'c str,
}

struct Walk<'t, 'c> {
    tokens: &'t [Token<'c>],
    scopes: Vec<Scope<'c>>,
    open: Vec<Open<'c>>,
    found: Vec<Function>,
    /// Index of the first token of the item or statement.
    item: usize,
}

impl<'c> Walk<'_, 'c> {
    fn text(&self, at: usize) -> &'c str {
        self.tokens.get(at).map_or("", |token| token.text)
    }

    /// Read what is at `at`; gives where to go on.
    fn step(&mut self, at: usize) -> usize {
        match self.text(at) {
            "fn" => {
                if let Some(next) = self.header(at) {
                    return next;
                }
            }
            "impl" | "trait" if self.begins_item(at) => {
                if let Some((name, open)) = self.type_header(at) {
                    self.scopes.push(Scope::Type(name));
                    self.item = open + 1;
                    return open + 1;
                }
            }
            "{" => self.brace(at),
            "(" | "[" => self.scopes.push(Scope::Plain),
            ")" | "]" | "}" => self.close(at),
            ";" => {
                self.item = at + 1;
                self.open.iter_mut().last().into_iter().for_each(|open| open.last = "");
            }
            _ => self.token(at),
        }
        at + 1
    }

    /// Can an item begin here? Words before it may only say who sees it and how it is.
    fn begins_item(&self, at: usize) -> bool {
        let before = self.tokens.get(self.item..at).unwrap_or_default();
        before.iter().all(|token| matches!(token.text, "pub" | "unsafe" | "default" | "(" | ")" | "crate" | "super"))
            || before.first().is_some_and(|token| token.text == "#")
    }

    /// `fn name<…>(…) … {`: opens the function and gives the index behind the brace; none for one without a body.
    fn header(&mut self, at: usize) -> Option<usize> {
        let name = self.tokens.get(at + 1).filter(|token| token.is_word())?;
        let list = self.after_generics(at + 2);
        let close = self.matching(list, "(", ")")?;
        let (mut next, mut depth) = (close + 1, 0usize);
        loop {
            match self.tokens.get(next)?.text {
                "(" | "[" => depth += 1,
                ")" | "]" => depth = depth.saturating_sub(1),
                ";" if depth == 0 => return Some(next + 1),
                "{" if depth == 0 => break,
                "}" if depth == 0 => return Some(next),
                _ => {}
            }
            next += 1;
        }
        let owner = self.scopes.iter().rev().find_map(|scope| match scope {
            Scope::Type(owner) => Some(*owner),
            _ => None,
        });
        let first = self.tokens.get(self.item.min(at)).map_or(name.line, |token| token.line);
        let function = Function {
            name: owner.map_or_else(|| name.text.to_owned(), |owner| format!("{owner}::{}", name.text)),
            line: first,
            body_line: self.tokens[next].line + 1,
            cyclomatic: 1,
            parameters: self.parameters(list + 1, close),
            ..Function::default()
        };
        self.open.push(Open { function, name: name.text, waits: Vec::new(), nesting: 0, last: "" });
        self.scopes.push(Scope::Function);
        self.item = next + 1;
        Some(next + 1)
    }

    /// `impl<…> Trait for Type … {` or `trait Name … {`: the type's name and the index of the brace.
    fn type_header(&self, at: usize) -> Option<(&'c str, usize)> {
        let (mut next, mut name, mut depth) = (self.after_generics(at + 1), "", 0usize);
        loop {
            let token = self.tokens.get(next)?;
            match token.text {
                "{" => return (!name.is_empty()).then_some((name, next)),
                ";" | "}" => return None,
                "for" => name = "",
                "<" | "(" | "[" => depth += 1,
                ">" | ")" | "]" => depth = depth.saturating_sub(1),
                "where" => depth += 1000,
                "::" if depth == 0 => name = "",
                _ if depth == 0 && name.is_empty() && token.is_word() && token.text != "dyn" => name = token.text,
                _ => {}
            }
            next += 1;
        }
    }

    /// The index behind `<…>` where that stands at `at`.
    fn after_generics(&self, at: usize) -> usize {
        if self.text(at) != "<" {
            return at;
        }
        self.matching(at, "<", ">").map_or(at, |close| close + 1)
    }

    fn matching(&self, at: usize, open: &str, close: &str) -> Option<usize> {
        if self.text(at) != open {
            return None;
        }
        let mut depth = 0usize;
        for (index, token) in self.tokens.iter().enumerate().skip(at) {
            if token.text == open {
                depth += 1;
            } else if token.text == close {
                depth -= 1;
                if depth == 0 {
                    return Some(index);
                }
            } else if matches!(token.text, "{" | ";") && open == "<" {
                return None;
            }
        }
        None
    }

    fn parameters(&self, from: usize, to: usize) -> u32 {
        let (mut depth, mut count, mut empty) = (0usize, 0, true);
        for token in &self.tokens[from..to] {
            match token.text {
                "(" | "[" | "<" | "{" => depth += 1,
                ")" | "]" | ">" | "}" => depth = depth.saturating_sub(1),
                "," if depth == 0 => {
                    count += 1;
                    empty = true;
                    continue;
                }
                _ => {}
            }
            empty = false;
        }
        count + u32::from(!empty)
    }

    fn brace(&mut self, at: usize) {
        self.item = at + 1;
        let depth = self.scopes.len();
        let closure = matches!(self.text(at.wrapping_sub(1)), "|" | "||");
        let scope = match self.open.last_mut() {
            Some(open) if open.waits.last() == Some(&depth) || closure => {
                if !closure {
                    open.waits.pop();
                }
                open.nesting = open.nesting.saturating_add(1);
                open.function.depth = open.function.depth.max(open.nesting);
                open.last = "";
                Scope::Nested
            }
            _ => Scope::Plain,
        };
        self.scopes.push(scope);
    }

    fn close(&mut self, at: usize) {
        if self.text(at) == "}" {
            self.item = at + 1;
        }
        match self.scopes.pop() {
            Some(Scope::Nested) => {
                self.open.iter_mut().last().into_iter().for_each(|open| open.nesting = open.nesting.saturating_sub(1));
            }
            Some(Scope::Function) => {
                if let Some(mut open) = self.open.pop() {
                    open.function.last_line = self.tokens[at].line;
                    self.found.push(open.function);
                }
            }
            _ => {}
        }
        let depth = self.scopes.len();
        self.open.iter_mut().last().into_iter().for_each(|open| open.waits.retain(|wait| *wait <= depth));
    }

    /// Count one token of a body.
    fn token(&mut self, at: usize) {
        let (text, next, before) = (self.text(at), self.text(at + 1), self.text(at.wrapping_sub(1)));
        let arrow = text == "=" && next == ">";
        let operand = at > 0 && (self.tokens[at - 1].is_word() || matches!(before, ")" | "]" | "}" | "?" | "\""));
        let depth = self.scopes.len();
        let Some(open) = self.open.last_mut() else { return };
        let (nested, mut cyclomatic, mut cognitive) = (1 + open.nesting, 0, 0);
        match text {
            "if" => {
                (cyclomatic, cognitive) = (1, if before == "else" { 1 } else { nested });
                open.waits.push(depth);
            }
            "for" if next != "<" => {
                (cyclomatic, cognitive) = (1, nested);
                open.waits.push(depth);
            }
            "while" | "loop" => {
                (cyclomatic, cognitive) = (1, nested);
                open.waits.push(depth);
            }
            "match" => {
                cognitive = nested;
                open.waits.push(depth);
            }
            "else" if next != "if" => {
                cognitive = 1;
                open.waits.push(depth);
            }
            // A guard's `if` has no block of its own.
            _ if arrow => {
                cyclomatic = 1;
                open.waits.retain(|wait| *wait < depth);
                open.last = "";
            }
            "?" => cyclomatic = 1,
            "&&" | "||" if operand => {
                (cyclomatic, cognitive) = (1, u32::from(open.last != text));
                open.last = text;
            }
            "," => open.last = "",
            "break" | "continue" if next == "'" => cognitive = 1,
            _ if text == open.name && next == "(" => cognitive = 1,
            _ => {}
        }
        open.function.cyclomatic = open.function.cyclomatic.saturating_add(cyclomatic);
        open.function.cognitive = open.function.cognitive.saturating_add(cognitive);
    }
}

#[cfg(test)]
mod tests {
    use super::functions;

    #[track_caller]
    fn measures(code: &str, expected: &[(&str, u32, u32, u32, u32)]) {
        let found = functions(code);
        let found: Vec<_> =
            found.iter().map(|it| (it.name.as_str(), it.cyclomatic, it.cognitive, it.parameters, it.depth)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn decisions_and_nesting_are_counted() {
        measures(
            "pub fn f(a: u8, b: Option<(u8, u8)>) -> Result<u8, E> {\n for i in 0..a {\n if i > 3 && a < 2 || a == 9 { g()?; }\n }\n Ok(a)\n}",
            &[("f", 6, 5, 2, 2)],
        );
    }

    #[test]
    fn arms_guards_and_else_chains() {
        measures(
            "fn g(x: u8) -> u8 { match x { 0 => 1, n if n > 3 => { if n > 4 { 1 } else if n > 5 { 2 } else { 3 } } _ => 0 } }",
            &[("g", 7, 7, 1, 2)],
        );
    }

    #[test]
    fn methods_have_the_name_of_their_type_and_inner_functions_are_their_own() {
        measures(
            "impl<T: Fn(u8) -> u8> Show for crate::Thing<T> {\n #[inline]\n fn show(&self) { fn inner() { loop {} } inner() }\n}\ntrait Named { fn name(&self) -> String; fn other(&self) -> u8 { 1 } }",
            &[("Thing::show", 1, 0, 1, 0), ("Thing::inner", 2, 1, 0, 1), ("Named::other", 1, 0, 1, 0)],
        );
    }

    #[test]
    fn closures_nest_and_do_not_count() {
        measures(
            "fn h(v: &[u8]) -> bool { v.iter().any(|x| { if *x > 1 { true } else { h(v) } }) && go(|| 1) }",
            &[("h", 3, 5, 1, 2)],
        );
    }

    #[test]
    fn anything_has_an_answer() {
        for code in [
            "fn",
            "fn f",
            "fn f(",
            "fn f() {",
            "}}}",
            "impl {",
            "impl X for",
            "fn f<(){}",
            "match {",
            "fn f() { if } )",
        ] {
            functions(code);
        }
    }
}
