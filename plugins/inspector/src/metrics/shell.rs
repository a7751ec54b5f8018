//! Functions of a shell script. What stands outside of functions is measured as one that is called `main`.

use super::tokens::{Token, tokens};
use crate::facts::Function;

/// The functions of a script, in order; `main` is the last.
pub(super) fn functions(code: &str) -> Vec<Function> {
    let tokens = tokens(code);
    let main = Function { name: "main".to_string(), line: 1, body_line: 1, cyclomatic: 1, ..Function::default() };
    let mut walk = Walk {
        open: vec![Open { metrics: main, braces: 0, nesting: 0, operator: String::new() }],
        done: Vec::new(),
        acts: false,
    };
    let mut at = 0;
    while at < tokens.len() {
        at = walk.token(&tokens, at);
    }
    let last = tokens.last().map_or(1, |token| token.line);
    while let Some(open) = walk.open.pop() {
        let mut metrics = open.metrics;
        metrics.last_line = metrics.last_line.max(last);
        if metrics.name != "main" || walk.acts {
            walk.done.push(metrics);
        }
    }
    walk.done
}

struct Open {
    metrics: Function,
    /// Braces that are open within the function.
    braces: usize,
    nesting: u32,
    operator: String,
}

struct Walk {
    open: Vec<Open>,
    done: Vec<Function>,
    /// Is there a command outside of functions?
    acts: bool,
}

impl Walk {
    /// Take the token at `at`; gives the index of the next.
    fn token(&mut self, tokens: &[Token<'_>], at: usize) -> usize {
        if let Some((name, next)) = function(tokens, at) {
            let metrics = Function {
                name,
                line: tokens[at].line,
                body_line: tokens[next].line + 1,
                last_line: tokens[at].line,
                cyclomatic: 1,
                ..Function::default()
            };
            self.open.push(Open { metrics, braces: 1, nesting: 0, operator: String::new() });
            return next + 1;
        }
        let token = tokens[at];
        let command = starts_command(tokens, at);
        let inside = self.open.len() > 1;
        let Some(open) = self.open.last_mut() else { return at + 1 };
        open.metrics.last_line = token.line;
        self.acts |= !inside && token.is_word();
        match token.text {
            "if" | "for" | "while" | "until" | "select" if command => {
                open.metrics.cyclomatic += 1;
                open.metrics.cognitive += 1 + open.nesting;
                open.deeper();
            }
            "case" if command => {
                open.metrics.cognitive += 1 + open.nesting;
                open.deeper();
            }
            "elif" if command => open.count(1, 1),
            "else" if command => open.count(0, 1),
            ";;" => open.count(1, 0),
            "fi" | "done" | "esac" if command => open.nesting = open.nesting.saturating_sub(1),
            "&&" | "||" => {
                let new = open.operator != token.text;
                open.count(1, u32::from(new));
                open.operator = token.text.to_string();
            }
            "{" => open.braces += 1,
            "}" => {
                open.braces = open.braces.saturating_sub(1);
                if open.braces == 0 && inside {
                    self.done.extend(self.open.pop().map(|open| open.metrics));
                }
            }
            _ => {
                if tokens.get(at + 1).is_some_and(|next| next.line > token.line) {
                    open.operator.clear();
                }
                if command && token.text == open.metrics.name {
                    open.count(0, 1);
                }
            }
        }
        at + 1
    }
}

impl Open {
    fn count(&mut self, cyclomatic: u32, cognitive: u32) {
        self.metrics.cyclomatic += cyclomatic;
        self.metrics.cognitive += cognitive;
    }

    fn deeper(&mut self) {
        self.nesting += 1;
        self.metrics.depth = self.metrics.depth.max(self.nesting);
    }
}

/// `name() {` or `function name {`: the name and the index of the brace.
fn function(tokens: &[Token<'_>], at: usize) -> Option<(String, usize)> {
    let text = |index: usize| tokens.get(index).map(|token| token.text);
    if !tokens[at].is_word() || !starts_command(tokens, at) {
        return None;
    }
    let name = if tokens[at].text == "function" { at + 1 } else { at };
    let plain = text(name + 1) == Some("(") && text(name + 2) == Some(")");
    let brace = if plain { name + 3 } else { name + 1 };
    let named = tokens.get(name).is_some_and(Token::is_word);
    (named && (plain || name > at) && text(brace) == Some("{")).then(|| (tokens[name].text.to_string(), brace))
}

/// Does a command begin here? At the start of a line, after an operator or after a word that opens a list of commands.
fn starts_command(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| tokens[before]) else { return true };
    before.line < tokens[at].line
        || matches!(
            before.text,
            ";" | ";;"
                | "&&"
                | "||"
                | "|"
                | "&"
                | "("
                | ")"
                | "{"
                | "}"
                | "then"
                | "do"
                | "else"
                | "!"
                | "`"
                | "if"
                | "while"
                | "until"
                | "elif"
        )
}
