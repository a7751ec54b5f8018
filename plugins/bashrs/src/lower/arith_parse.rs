//! Arithmetic text to a tree, when all of it is known at conversion.

/// An arithmetic expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Arith {
    /// A constant.
    Number(i64),
    /// A variable by name, without `$`.
    Variable(String),
    /// An expansion that is a number for sure, by its place in the word.
    Part(usize),
    /// `- ! ~`
    Unary(u8, Box<Arith>),
    /// Any operator between two operands but assignments.
    Binary(&'static str, Box<Arith>, Box<Arith>),
    /// `a ? b : c`
    Ternary(Box<Arith>, Box<Arith>, Box<Arith>),
    /// `x op= value`; empty for plain `=`.
    Assign(String, &'static str, Box<Arith>),
    /// `++x`, `x++`: name, step, whether the old value counts.
    Step(String, i64, bool),
    /// `a, b`
    Comma(Box<Arith>, Box<Arith>),
}

/// A token: a byte of text, or an expansion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Token {
    /// A byte.
    Byte(u8),
    /// An expansion by its place.
    Part(usize),
}

struct Parser<'a> {
    tokens: &'a [Token],
    at: usize,
    bash: bool,
    depth: u32,
}

const LEVELS: &[&[&str]] = &[
    &["||"],
    &["&&"],
    &["|"],
    &["^"],
    &["&"],
    &["==", "!="],
    &["<=", ">=", "<", ">"],
    &["<<", ">>"],
    &["+", "-"],
    &["*", "/", "%"],
];

const ASSIGNS: &[(&str, &str)] = &[
    ("<<=", "<<"),
    (">>=", ">>"),
    ("+=", "+"),
    ("-=", "-"),
    ("*=", "*"),
    ("/=", "/"),
    ("%=", "%"),
    ("&=", "&"),
    ("|=", "|"),
    ("^=", "^"),
];

/// The tree, or none when the text is not an expression that this reader knows: then the run-time reader decides.
pub(super) fn parse(tokens: &[Token], bash: bool) -> Option<Arith> {
    let mut parser = Parser { tokens, at: 0, bash, depth: 0 };
    parser.blanks();
    if parser.at == tokens.len() {
        return bash.then_some(Arith::Number(0));
    }
    let value = parser.comma()?;
    parser.blanks();
    (parser.at == tokens.len()).then_some(value)
}

impl Parser<'_> {
    fn byte(&self, ahead: usize) -> Option<u8> {
        match self.tokens.get(self.at + ahead) {
            Some(Token::Byte(byte)) => Some(*byte),
            _ => None,
        }
    }

    fn blanks(&mut self) {
        while self.byte(0).is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn looking_at(&self, text: &str) -> bool {
        text.bytes().enumerate().all(|(ahead, byte)| self.byte(ahead) == Some(byte))
    }

    fn eat(&mut self, text: &str) -> bool {
        self.blanks();
        let found = self.looking_at(text);
        if found {
            self.at += text.len();
        }
        found
    }

    fn comma(&mut self) -> Option<Arith> {
        let mut value = self.assignment()?;
        while self.bash && self.eat(",") {
            value = Arith::Comma(Box::new(value), Box::new(self.assignment()?));
        }
        Some(value)
    }

    fn name(&mut self) -> Option<String> {
        self.blanks();
        let mut name = String::new();
        if !self.byte(0).is_some_and(|b| b.is_ascii_alphabetic() || b == b'_') {
            return None;
        }
        while let Some(byte) = self.byte(0).filter(|b| b.is_ascii_alphanumeric() || *b == b'_') {
            name.push(byte as char);
            self.at += 1;
        }
        // `x$y` names a variable that is only known at run time, `x[…]` an element.
        match self.tokens.get(self.at) {
            Some(Token::Part(_) | Token::Byte(b'[')) => {
                self.depth = u32::MAX / 2;
                None
            }
            _ => Some(name),
        }
    }

    fn assignment(&mut self) -> Option<Arith> {
        if self.depth > 100 {
            return None;
        }
        self.depth += 1;
        let start = self.at;
        if let Some(name) = self.name() {
            self.blanks();
            if let Some((text, op)) = ASSIGNS.iter().find(|(text, _)| self.looking_at(text)) {
                self.at += text.len();
                let value = self.assignment()?;
                self.depth -= 1;
                return Some(Arith::Assign(name, op, Box::new(value)));
            }
            if self.byte(0) == Some(b'=') && self.byte(1) != Some(b'=') {
                self.at += 1;
                let value = self.assignment()?;
                self.depth -= 1;
                return Some(Arith::Assign(name, "", Box::new(value)));
            }
        }
        if self.depth > 1000 {
            return None;
        }
        self.at = start;
        let value = self.ternary();
        self.depth -= 1;
        value
    }

    fn ternary(&mut self) -> Option<Arith> {
        let condition = self.binary(0)?;
        if !self.eat("?") {
            return Some(condition);
        }
        let yes = self.comma()?;
        if !self.eat(":") {
            return None;
        }
        let no = self.ternary()?;
        Some(Arith::Ternary(Box::new(condition), Box::new(yes), Box::new(no)))
    }

    fn operator(&mut self, level: usize) -> Option<&'static str> {
        self.blanks();
        let operator = *LEVELS[level].iter().find(|op| self.looking_at(op))?;
        let next = self.byte(operator.len());
        let longer = match operator {
            "|" => matches!(next, Some(b'|' | b'=')),
            "&" => matches!(next, Some(b'&' | b'=')),
            "<" => next == Some(b'<'),
            ">" => next == Some(b'>'),
            "*" => matches!(next, Some(b'=' | b'*')),
            "^" | "/" | "%" | "+" | "-" | "<<" | ">>" => next == Some(b'='),
            _ => false,
        };
        (!longer).then_some(operator)
    }

    fn binary(&mut self, level: usize) -> Option<Arith> {
        if level == LEVELS.len() {
            return self.exponent();
        }
        let mut left = self.binary(level + 1)?;
        while let Some(operator) = self.operator(level) {
            self.at += operator.len();
            let right = self.binary(level + 1)?;
            left = Arith::Binary(operator, Box::new(left), Box::new(right));
        }
        Some(left)
    }

    fn exponent(&mut self) -> Option<Arith> {
        let base = self.unary()?;
        if !(self.bash && self.eat("**")) {
            return Some(base);
        }
        // A negative exponent is an error that only the run-time reader reports: only constants are taken here.
        match self.exponent()? {
            Arith::Number(exponent) if exponent >= 0 => {
                Some(Arith::Binary("**", Box::new(base), Box::new(Arith::Number(exponent))))
            }
            _ => None,
        }
    }

    fn unary(&mut self) -> Option<Arith> {
        if self.depth > 100 {
            return None;
        }
        self.depth += 1;
        let value = self.unary_here();
        self.depth = self.depth.saturating_sub(1);
        value
    }

    fn unary_here(&mut self) -> Option<Arith> {
        self.blanks();
        if self.bash {
            for (operator, step) in [("++", 1), ("--", -1)] {
                if self.looking_at(operator) {
                    self.at += 2;
                    return self.name().map(|name| Arith::Step(name, step, false));
                }
            }
        }
        match self.byte(0) {
            Some(b'!') if self.byte(1) != Some(b'=') => {
                self.at += 1;
                Some(Arith::Unary(b'!', Box::new(self.unary()?)))
            }
            Some(operator @ (b'~' | b'-')) => {
                self.at += 1;
                Some(Arith::Unary(operator, Box::new(self.unary()?)))
            }
            Some(b'+') => {
                self.at += 1;
                self.unary()
            }
            Some(b'(') => {
                self.at += 1;
                let value = self.comma()?;
                self.eat(")").then_some(value)
            }
            _ => self.operand(),
        }
    }

    fn operand(&mut self) -> Option<Arith> {
        if let Some(Token::Part(number)) = self.tokens.get(self.at) {
            self.at += 1;
            // Digits or letters right after an expansion join it.
            if self.byte(0).is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'#'))
                || matches!(self.tokens.get(self.at), Some(Token::Part(_)))
            {
                return None;
            }
            return Some(Arith::Part(*number));
        }
        if let Some(name) = self.name() {
            if self.bash {
                for (operator, step) in [("++", 1), ("--", -1)] {
                    if self.eat(operator) {
                        return Some(Arith::Step(name, step, true));
                    }
                }
            }
            return Some(Arith::Variable(name));
        }
        let mut digits = String::new();
        while let Some(byte) = self.byte(0).filter(|b| b.is_ascii_alphanumeric() || matches!(b, b'#' | b'@' | b'_')) {
            digits.push(byte as char);
            self.at += 1;
        }
        if matches!(self.tokens.get(self.at), Some(Token::Part(_))) {
            return None;
        }
        number(&digits).map(Arith::Number)
    }
}

/// Constants that both shells read alike and that fit.
fn number(digits: &str) -> Option<i64> {
    if let Some(hex) = digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")) {
        return i64::from_str_radix(hex, 16).ok();
    }
    if digits.len() > 1 && digits.starts_with('0') {
        return i64::from_str_radix(&digits[1..], 8).ok();
    }
    if digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse().ok() } else { None }
}
