//! Expressions, by precedence.

use super::lexer::Token;
use super::{Parsed, Parser};
use crate::ast::{Arith, Compare, Expr};

/// Whether `>` compares (not in `print`), and whether `in` is an operator.
#[derive(Clone, Copy)]
struct Mode {
    greater: bool,
}

impl Parser<'_> {
    pub(super) fn expr(&mut self) -> Parsed<Expr> {
        self.deeper(|p| p.ternary(Mode { greater: true }))
    }

    /// What `print` prints: `a, b`, or the same in parentheses.
    pub(super) fn print_list(&mut self) -> Parsed<Vec<Expr>> {
        let mode = Mode { greater: false };
        if self.is("(") {
            // `print (a, b)` is a list, `print (a) b` an expression: decided behind the parenthesis.
            let saved = (self.lexer_state(), self.token.clone(), self.range, self.ended);
            self.advance()?;
            let mut list = vec![self.expr()?];
            while self.eat(",")? {
                list.push(self.expr()?);
            }
            if list.len() > 1 && self.eat(")")? && !self.is_word("in") {
                return Ok(list);
            }
            let state;
            (state, self.token, self.range, self.ended) = saved;
            self.restore(state);
        }
        let mut list = vec![self.ternary(mode)?];
        while self.eat(",")? {
            while self.token == Token::Newline {
                self.advance()?;
            }
            list.push(self.ternary(mode)?);
        }
        Ok(list)
    }

    /// `[a, b]`
    pub(super) fn subscript(&mut self) -> Parsed<Vec<Expr>> {
        self.expect("[")?;
        let mut keys = vec![self.expr()?];
        while self.eat(",")? {
            keys.push(self.expr()?);
        }
        self.expect("]")?;
        Ok(keys)
    }

    fn ternary(&mut self, mode: Mode) -> Parsed<Expr> {
        let test = self.or(mode)?;
        if self.eat("?")? {
            let then = self.deeper(|p| p.ternary(mode))?;
            self.expect(":")?;
            let otherwise = self.deeper(|p| p.ternary(mode))?;
            return Ok(Expr::Choice(Box::new(test), Box::new(then), Box::new(otherwise)));
        }
        if let Some(op) = self.assignment() {
            if !is_target(&test) {
                return Err(self.unexpected("something that can be assigned to before"));
            }
            self.advance()?;
            let value = self.deeper(|p| p.ternary(mode))?;
            return Ok(Expr::Assign(op, Box::new(test), Box::new(value)));
        }
        Ok(test)
    }

    /// The operator of an assignment that comes next.
    fn assignment(&self) -> Option<Option<Arith>> {
        let Token::Symbol(symbol) = self.token else { return None };
        Some(match symbol {
            "=" => None,
            "+=" => Some(Arith::Add),
            "-=" => Some(Arith::Sub),
            "*=" => Some(Arith::Mul),
            "/=" => Some(Arith::Div),
            "%=" => Some(Arith::Rem),
            "^=" | "**=" => Some(Arith::Pow),
            _ => return None,
        })
    }

    fn or(&mut self, mode: Mode) -> Parsed<Expr> {
        let mut left = self.and(mode)?;
        let mut links = 0;
        while self.eat("||")? {
            self.link(&mut links)?;
            self.skip_line_ends()?;
            left = Expr::Or(Box::new(left), Box::new(self.and(mode)?));
        }
        Ok(left)
    }

    fn and(&mut self, mode: Mode) -> Parsed<Expr> {
        let mut left = self.membership(mode)?;
        let mut links = 0;
        while self.eat("&&")? {
            self.link(&mut links)?;
            self.skip_line_ends()?;
            left = Expr::And(Box::new(left), Box::new(self.membership(mode)?));
        }
        Ok(left)
    }

    fn skip_line_ends(&mut self) -> Parsed<()> {
        while self.token == Token::Newline {
            self.advance()?;
        }
        Ok(())
    }

    fn membership(&mut self, mode: Mode) -> Parsed<Expr> {
        let mut left = self.matching(mode)?;
        let mut links = 0;
        while self.is_word("in") {
            self.link(&mut links)?;
            self.advance()?;
            left = Expr::In(vec![left], self.name()?);
        }
        Ok(left)
    }

    fn matching(&mut self, mode: Mode) -> Parsed<Expr> {
        let mut left = self.comparison(mode)?;
        let mut links = 0;
        while self.is("~") || self.is("!~") {
            self.link(&mut links)?;
            let positive = self.is("~");
            self.advance()?;
            let right = self.comparison(mode)?;
            left = Expr::Match(positive, Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    fn comparison(&mut self, mode: Mode) -> Parsed<Expr> {
        let left = self.concatenation(mode)?;
        let Token::Symbol(symbol) = self.token else { return Ok(left) };
        let op = match symbol {
            "<" => Compare::Less,
            "<=" => Compare::LessOrEqual,
            "==" => Compare::Equal,
            "!=" => Compare::NotEqual,
            ">" if mode.greater => Compare::Greater,
            ">=" => Compare::GreaterOrEqual,
            "|" if mode.greater => return Err(self.unsupported("input from a command")),
            _ => return Ok(left),
        };
        self.advance()?;
        Ok(Expr::Compare(op, Box::new(left), Box::new(self.concatenation(mode)?)))
    }

    fn concatenation(&mut self, mode: Mode) -> Parsed<Expr> {
        let mut left = self.additive(mode)?;
        let mut links = 0;
        while self.starts_operand() {
            self.link(&mut links)?;
            left = Expr::Concat(Box::new(left), Box::new(self.additive(mode)?));
        }
        Ok(left)
    }

    /// Whether the next token begins another operand of a concatenation.
    fn starts_operand(&self) -> bool {
        match &self.token {
            Token::Number(_) | Token::Text(_) | Token::Name(_) | Token::Call(_) | Token::Builtin(_) => true,
            Token::Symbol(s) => matches!(*s, "$" | "!" | "(" | "-" | "+" | "++" | "--"),
            _ => false,
        }
    }

    fn additive(&mut self, mode: Mode) -> Parsed<Expr> {
        let mut left = self.term(mode)?;
        let mut links = 0;
        while self.is("+") || self.is("-") {
            self.link(&mut links)?;
            let op = if self.is("+") { Arith::Add } else { Arith::Sub };
            self.advance()?;
            left = Expr::Arith(op, Box::new(left), Box::new(self.term(mode)?));
        }
        Ok(left)
    }

    fn term(&mut self, mode: Mode) -> Parsed<Expr> {
        let mut left = self.unary(mode)?;
        let mut links = 0;
        loop {
            let op = match self.token {
                Token::Symbol("*") => Arith::Mul,
                Token::Symbol("/") => Arith::Div,
                Token::Symbol("%") => Arith::Rem,
                _ => return Ok(left),
            };
            self.link(&mut links)?;
            self.advance()?;
            left = Expr::Arith(op, Box::new(left), Box::new(self.unary(mode)?));
        }
    }

    fn unary(&mut self, mode: Mode) -> Parsed<Expr> {
        self.deeper(|p| {
            if p.eat("!")? {
                return Ok(Expr::Not(Box::new(p.unary(mode)?)));
            }
            if p.eat("-")? {
                return Ok(Expr::Negate(Box::new(p.unary(mode)?)));
            }
            if p.eat("+")? {
                return Ok(Expr::Plus(Box::new(p.unary(mode)?)));
            }
            p.power(mode)
        })
    }

    fn power(&mut self, mode: Mode) -> Parsed<Expr> {
        let base = self.postfix(mode)?;
        if self.is("^") || self.is("**") {
            self.advance()?;
            // To the right, and `-` binds tighter there: 2 ^ -1.
            let exponent = self.deeper(|p| {
                if p.eat("-")? {
                    return Ok(Expr::Negate(Box::new(p.power(mode)?)));
                }
                p.power(mode)
            })?;
            return Ok(Expr::Arith(Arith::Pow, Box::new(base), Box::new(exponent)));
        }
        Ok(base)
    }

    fn postfix(&mut self, mode: Mode) -> Parsed<Expr> {
        for (symbol, by) in [("++", 1.0), ("--", -1.0)] {
            if self.eat(symbol)? {
                let target = self.primary(mode)?;
                if !is_target(&target) {
                    return Err(self.unexpected("something that can be changed"));
                }
                return Ok(Expr::Step(by, true, Box::new(target)));
            }
        }
        let value = self.primary(mode)?;
        for (symbol, by) in [("++", 1.0), ("--", -1.0)] {
            if is_target(&value) && self.eat(symbol)? {
                return Ok(Expr::Step(by, false, Box::new(value)));
            }
        }
        Ok(value)
    }

    fn primary(&mut self, mode: Mode) -> Parsed<Expr> {
        match self.token.clone() {
            Token::Number(value) => {
                self.advance()?;
                Ok(Expr::Number(value))
            }
            Token::Text(text) => {
                self.advance()?;
                Ok(Expr::Text(text))
            }
            Token::Name(name) => {
                self.advance()?;
                if self.is("[") { Ok(Expr::Item(name, self.subscript()?)) } else { Ok(Expr::Var(name)) }
            }
            Token::Call(name) => {
                self.advance()?;
                Ok(Expr::Call(name, self.arguments()?))
            }
            Token::Builtin(name) => self.builtin(name),
            Token::Symbol("$") => {
                self.advance()?;
                Ok(Expr::Field(Box::new(self.deeper(|p| p.postfix_of_field(mode))?)))
            }
            Token::Symbol("/") | Token::Symbol("/=") => {
                let mut regex = String::new();
                if self.is("/=") {
                    regex.push('=');
                }
                let (text, range) = self.lexer.regex(self.range.start)?;
                self.range = range;
                self.advance()?;
                Ok(Expr::Regex(regex + &text))
            }
            Token::Symbol("(") => self.parenthesised(),
            Token::Keyword("getline") => Err(self.unsupported("`getline`")),
            _ => Err(self.unexpected("an expression")),
        }
    }

    /// `$i++` changes the field, `$++i` and `$-1` change or negate the number.
    fn postfix_of_field(&mut self, mode: Mode) -> Parsed<Expr> {
        if self.eat("-")? {
            return Ok(Expr::Negate(Box::new(self.primary(mode)?)));
        }
        if self.is("++") || self.is("--") {
            return self.postfix(mode);
        }
        self.primary(mode)
    }

    fn parenthesised(&mut self) -> Parsed<Expr> {
        self.advance()?;
        let mut list = vec![self.expr()?];
        while self.eat(",")? {
            list.push(self.expr()?);
        }
        self.expect(")")?;
        if list.len() == 1 {
            // `(x)` cannot be assigned to in AWK; keep it as it is otherwise.
            return Ok(list.remove(0));
        }
        if !self.is_word("in") {
            return Err(self.unexpected("`in`"));
        }
        self.advance()?;
        Ok(Expr::In(list, self.name()?))
    }

    fn arguments(&mut self) -> Parsed<Vec<Expr>> {
        self.expect("(")?;
        let mut list = vec![];
        while !self.is(")") {
            list.push(self.expr()?);
            if !self.eat(",")? {
                break;
            }
            self.skip_line_ends()?;
        }
        self.expect(")")?;
        Ok(list)
    }

    fn builtin(&mut self, name: &'static str) -> Parsed<Expr> {
        let counts = match name {
            "length" => 0..=1,
            "substr" | "split" | "sub" | "gsub" => 2..=3,
            "index" | "match" | "atan2" => 2..=2,
            "sprintf" => 1..=usize::MAX,
            "fflush" => 0..=1,
            "rand" | "srand" => return Err(self.unsupported("`rand`, whose numbers differ between AWKs,")),
            "system" | "close" => return Err(self.unsupported(&format!("`{name}`"))),
            _ => 1..=1,
        };
        self.advance()?;
        let arguments = if self.is("(") { self.arguments()? } else { vec![] };
        if !counts.contains(&arguments.len()) {
            return Err(self.unexpected(&format!("another number of arguments of `{name}`")));
        }
        Ok(Expr::Builtin(name.into(), arguments))
    }

    fn lexer_state(&self) -> usize {
        self.lexer.position()
    }

    fn restore(&mut self, state: usize) {
        self.lexer.go_to(state);
    }
}

fn is_target(expr: &Expr) -> bool {
    matches!(expr, Expr::Var(_) | Expr::Field(_) | Expr::Item(..))
}
