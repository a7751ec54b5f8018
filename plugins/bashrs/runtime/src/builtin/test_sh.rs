//! The grammar of `test` as dash reads it: an operand that could be an operator is one, whatever stands around it.

use super::test::{Answer, Test, Wrong, is_binary, is_unary};
use crate::text;

/// What an argument is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Token {
    End,
    Operand,
    Not,
    And,
    Or,
    Open,
    Close,
    Unary,
    Binary,
}

impl Test<'_> {
    fn token(&self, at: usize) -> Token {
        let Some(arg) = self.args.get(at) else { return Token::End };
        match arg.as_slice() {
            b"!" => Token::Not,
            b"-a" => Token::And,
            b"-o" => Token::Or,
            b"(" if at + 1 < self.args.len() => Token::Open,
            b")" => Token::Close,
            other if is_binary(other, false) => Token::Binary,
            other if is_unary(other, false) && !self.is_operand(at) => Token::Unary,
            _ => Token::Operand,
        }
    }

    /// Whether what looks like a unary operator is none: the last argument, or one before a binary operator and its operand.
    fn is_operand(&self, at: usize) -> bool {
        let Some(next) = self.args.get(at + 1) else { return true };
        at + 2 < self.args.len() && is_binary(next, false)
    }

    /// The whole expression.
    pub(super) fn all_sh(&mut self) -> Answer {
        let mut negated = false;
        let end = self.args.len();
        loop {
            let left = &self.args[self.at..];
            if left.is_empty() {
                return Ok(negated);
            }
            let plain = left.len() == 3 && is_binary(&left[1], false);
            if !plain && matches!(left.len(), 3 | 4) {
                if left[0] == b"(" && left[left.len() - 1] == b")" {
                    self.args = &self.args[..end - 1];
                    self.at += 1;
                } else if left[0] == b"!" {
                    negated = !negated;
                    self.at += 1;
                    continue;
                }
            }
            let first = if plain { Token::Operand } else { self.token(self.at) };
            let answer = self.or_sh(first, 0)?;
            if self.at + 1 < self.args.len() {
                return Err(Wrong(format!("{}: unexpected operator", text::lossy(self.arg(self.at)))));
            }
            return Ok(answer != negated);
        }
    }

    fn or_sh(&mut self, mut token: Token, depth: u32) -> Answer {
        let mut answer = false;
        loop {
            answer |= self.and_sh(token, depth)?;
            if self.token(self.at + 1) != Token::Or {
                return Ok(answer);
            }
            self.at += 2;
            token = self.token(self.at);
        }
    }

    fn and_sh(&mut self, mut token: Token, depth: u32) -> Answer {
        let mut answer = true;
        loop {
            answer &= self.not_sh(token, depth)?;
            if self.token(self.at + 1) != Token::And {
                return Ok(answer);
            }
            self.at += 2;
            token = self.token(self.at);
        }
    }

    fn not_sh(&mut self, mut token: Token, depth: u32) -> Answer {
        let mut negated = false;
        while token == Token::Not {
            token = self.token(self.at + 1);
            if token != Token::End {
                self.at += 1;
            }
            negated = !negated;
        }
        Ok(self.primary_sh(token, depth)? != negated)
    }

    fn primary_sh(&mut self, token: Token, depth: u32) -> Answer {
        if depth > 200 {
            return Err(Wrong("too many parentheses".into()));
        }
        match token {
            Token::End => return Ok(false),
            Token::Open => {
                self.at += 1;
                let inner = self.token(self.at);
                if inner == Token::Close {
                    return Ok(false);
                }
                let answer = self.or_sh(inner, depth + 1)?;
                self.at += 1;
                if self.token(self.at) != Token::Close {
                    return Err(Wrong("closing paren expected".into()));
                }
                return Ok(answer);
            }
            Token::Unary => {
                self.at += 1;
                return self.apply_unary(self.at - 1);
            }
            _ => {}
        }
        if self.token(self.at + 1) != Token::Binary {
            return Ok(!self.arg(self.at).is_empty());
        }
        let from = self.at;
        self.at += 2;
        if self.at >= self.args.len() {
            return Err(Wrong(format!("{}: argument expected", text::lossy(self.arg(from + 1)))));
        }
        self.apply_binary(from)
    }
}
