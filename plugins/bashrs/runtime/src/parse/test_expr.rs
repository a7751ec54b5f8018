//! `[[ … ]]`.

use super::{Parse, Parser};
use crate::ast::{TestExpr, Word};

const BINARY: &[&str] =
    &["==", "=~", "!=", "=", "<", ">", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef"];

impl Parser<'_> {
    /// After `[[`, up to and with `]]`.
    pub(super) fn test_command(&mut self) -> Parse<TestExpr> {
        let expr = self.nested(|p| p.test_or())?;
        self.lines()?;
        self.expect("]]")?;
        Ok(expr)
    }

    fn test_or(&mut self) -> Parse<TestExpr> {
        let mut left = self.test_and()?;
        loop {
            self.lines()?;
            if !self.eat("||") {
                return Ok(left);
            }
            left = TestExpr::Or(Box::new(left), Box::new(self.test_and()?));
        }
    }

    fn test_and(&mut self) -> Parse<TestExpr> {
        let mut left = self.test_not()?;
        loop {
            self.lines()?;
            if !self.eat("&&") {
                return Ok(left);
            }
            left = TestExpr::And(Box::new(left), Box::new(self.test_not()?));
        }
    }

    fn test_not(&mut self) -> Parse<TestExpr> {
        self.nested(|p| {
            p.lines()?;
            if p.at_keyword("!") {
                p.at += 1;
                return Ok(TestExpr::Not(Box::new(p.test_not()?)));
            }
            if p.eat("(") {
                let inner = p.test_or()?;
                p.lines()?;
                p.expect(")")?;
                return Ok(inner);
            }
            p.test_primary()
        })
    }

    fn test_primary(&mut self) -> Parse<TestExpr> {
        let Some(first) = self.word()? else { return Err(self.error("expected an operand")) };
        let unary = first.bare().filter(|text| text.len() == 2 && text.starts_with('-')).map(str::to_string);
        self.lines()?;
        if let Some(op) = unary
            && !self.looking_at("]]")
            && !self.looking_at("&&")
            && !self.looking_at("||")
            && !self.at_binary()
        {
            let Some(word) = self.word()? else { return Err(self.error("expected an operand")) };
            return Ok(TestExpr::Unary(op, word));
        }
        match self.binary_operator() {
            Some(op) => {
                self.blanks();
                let right = if op == "=~" { self.regex_word()? } else { self.test_pattern()? };
                Ok(TestExpr::Binary(first, op, right))
            }
            None => Ok(TestExpr::Word(first)),
        }
    }

    fn at_binary(&self) -> bool {
        BINARY.iter().any(|op| self.at_keyword(op))
    }

    fn binary_operator(&mut self) -> Option<String> {
        let op = BINARY.iter().find(|op| self.at_keyword(op) || (matches!(**op, "<" | ">") && self.looking_at(op)))?;
        self.at += op.len();
        Some((*op).to_string())
    }

    fn test_pattern(&mut self) -> Parse<Word> {
        self.pattern_word()?.ok_or_else(|| self.error("expected an operand"))
    }
}
