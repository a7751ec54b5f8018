//! Arithmetic on 64-bit numbers that wrap.

use crate::{Flow, Shell, Str, Text, text};

/// Why an expression has no value.
pub(crate) enum Stop {
    /// The expression is wrong; the message.
    Wrong(String),
    /// Control leaves.
    Flow(Flow),
}

impl From<Flow> for Stop {
    fn from(flow: Flow) -> Self {
        Stop::Flow(flow)
    }
}

type Value = Result<i64, Stop>;

fn wrong(message: impl Into<String>) -> Stop {
    Stop::Wrong(message.into())
}

/// Deepest nesting of parentheses and of variables that hold expressions.
const MAX_DEPTH: u32 = 200;

impl Shell {
    /// `$((text))` where the text is only known now.
    ///
    /// # Errors
    /// [`Flow::Exit`] when it is no expression.
    pub fn arith(&mut self, expression: impl Text) -> Result<i64, Flow> {
        let expression = text::text(expression);
        if !self.bash() && expression.iter().all(u8::is_ascii_whitespace) {
            return Err(self.arith_stop(wrong("expecting primary")));
        }
        self.arith_value(&expression).map_err(|stop| self.arith_stop(stop))
    }

    pub(crate) fn arith_value(&mut self, expression: &[u8]) -> Value {
        self.arith_nested(expression, 0)
    }

    fn arith_nested(&mut self, expression: &[u8], depth: u32) -> Value {
        let mut parser = Parser { text: expression, at: 0, shell: self, depth, skip: 0 };
        parser.blanks();
        if parser.at == expression.len() {
            return Ok(0);
        }
        let value = parser.comma()?;
        parser.blanks();
        if parser.at < expression.len() {
            return Err(wrong(format!("syntax error in expression: {}", text::lossy(expression))));
        }
        Ok(value)
    }

    pub(crate) fn arith_stop(&mut self, stop: Stop) -> Flow {
        match stop {
            Stop::Flow(flow) => flow,
            Stop::Wrong(message) if self.bash() => self.discard(&message),
            Stop::Wrong(message) => {
                self.complain(&format!("arithmetic expression: {message}"));
                Flow::Exit(2)
            }
        }
    }

    /// `(( … ))` and `let`: an error is only a status.
    pub fn arith_command(&mut self, expression: impl Text) -> crate::Run {
        let expression = text::text(expression);
        let status = match self.arith_value(&expression) {
            Ok(value) => i32::from(value == 0),
            Err(Stop::Wrong(message)) => {
                self.complain(&message);
                1
            }
            Err(Stop::Flow(Flow::Discard)) => 1,
            Err(Stop::Flow(flow)) => return Err(flow),
        };
        self.finish(status)
    }

    /// The value of a variable that an expression names.
    ///
    /// # Errors
    /// [`Flow::Exit`] when it holds no number.
    pub fn num(&mut self, name: &str) -> Result<i64, Flow> {
        if let Some(value) = self.vars.value(name).and_then(|value| plain_number(value)) {
            return Ok(value);
        }
        self.num_value(name, 0).map_err(|stop| self.arith_stop(stop))
    }

    fn num_value(&mut self, name: &str, depth: u32) -> Value {
        if let Some(int) = self.int(name) {
            return Ok(int.get());
        }
        let Some(value) = self.vars.value(name) else {
            if let Some(value) = self.dynamic(name) {
                return Ok(number_of(&value).unwrap_or(0));
            }
            // To dash such a variable is 0 all the same.
            return if self.options.nounset && self.bash() {
                self.need(name).map(|_| 0).map_err(Stop::Flow)
            } else {
                Ok(0)
            };
        };
        if let Some(number) = plain_number(value) {
            return Ok(number);
        }
        let value = value.clone();
        if value.iter().all(u8::is_ascii_whitespace) {
            return Ok(0);
        }
        if self.bash() {
            if depth >= MAX_DEPTH {
                return Err(wrong(format!("{}: expression recursion level exceeded", text::lossy(&value))));
            }
            return self.arith_nested(&value, depth + 1);
        }
        saturated(value.trim_ascii()).ok_or_else(|| wrong(format!("Illegal number: {}", text::lossy(&value))))
    }

    /// Assign within an expression.
    ///
    /// # Errors
    /// When the variable is read-only.
    pub fn set_num(&mut self, name: &str, value: i64) -> Result<i64, Flow> {
        if let Some(int) = self.int(name) {
            return Ok(int.set(value));
        }
        self.set_text(name, text::text(value))?;
        Ok(value)
    }

    /// `a / b`
    ///
    /// # Errors
    /// Division by zero.
    pub fn div(&mut self, a: i64, b: i64) -> Result<i64, Flow> {
        if b == 0 { Err(self.arith_stop(wrong("division by zero"))) } else { Ok(a.wrapping_div(b)) }
    }

    /// `a % b`
    ///
    /// # Errors
    /// Division by zero.
    pub fn rem(&mut self, a: i64, b: i64) -> Result<i64, Flow> {
        if b == 0 { Err(self.arith_stop(wrong("division by zero"))) } else { Ok(a.wrapping_rem(b)) }
    }
}

/// A value as a subscript within an expression: nothing in it is syntax.
pub fn subscript(text: impl Text) -> Str {
    let text = text::text(text);
    let mut out = Str::with_capacity(text.len());
    for byte in text {
        if matches!(byte, b'[' | b']' | b'\'' | b'\\' | b'$' | b'`') {
            out.push(b'\\');
        }
        out.push(byte);
    }
    out
}

/// The text of a subscript; `quotes`: quotes around parts of it go.
fn subscript_text(escaped: &[u8], quotes: bool) -> Str {
    let mut out = Str::new();
    let mut bytes = escaped.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' => out.extend(bytes.next()),
            b'\'' if quotes => {}
            _ => out.push(*byte),
        }
    }
    out
}

/// `a ** b` of bash; a negative exponent counts as 0 (bash refuses it, and so does the caller).
pub fn power(base: i64, exponent: i64) -> i64 {
    let mut out = 1i64;
    let (mut base, mut rest) = (base, exponent.max(0));
    while rest > 0 {
        if rest & 1 == 1 {
            out = out.wrapping_mul(base);
        }
        base = base.wrapping_mul(base);
        rest >>= 1;
    }
    out
}

/// A decimal number without anything around it and without a leading zero.
fn plain_number(bytes: &[u8]) -> Option<i64> {
    let (negative, digits) = match bytes.split_first()? {
        (b'-', rest) => (true, rest),
        _ => (false, bytes),
    };
    if digits.is_empty() || digits.len() > 18 || digits[0] == b'0' && digits.len() > 1 {
        return None;
    }
    let mut value = 0i64;
    for byte in digits {
        if !byte.is_ascii_digit() {
            return None;
        }
        value = value * 10 + i64::from(byte - b'0');
    }
    Some(if negative { -value } else { value })
}

/// A constant of C: decimal, octal, hexadecimal, with an optional sign.
pub(crate) fn number_of(bytes: &[u8]) -> Option<i64> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let value = if let Some(hex) = digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")) {
        radix(hex, 16)?
    } else if digits.len() > 1 && digits.starts_with('0') {
        radix(&digits[1..], 8)?
    } else {
        radix(digits, 10)?
    };
    Some(if negative { value.wrapping_neg() } else { value })
}

/// A constant as dash reads it: one that is too large is the largest number.
fn saturated(bytes: &[u8]) -> Option<i64> {
    let value = number_of(bytes)?;
    let (negative, digits) = match bytes.strip_prefix(b"-") {
        Some(rest) => (true, rest),
        None => (false, bytes),
    };
    let digits = digits.strip_prefix(b"+").unwrap_or(digits);
    if digits.len() < 16 {
        return Some(value);
    }
    let (base, digits) = match digits {
        [b'0', b'x' | b'X', rest @ ..] => (16, rest),
        [b'0', rest @ ..] => (8, rest),
        _ => (10, digits),
    };
    let exact = i128::from_str_radix(std::str::from_utf8(digits).ok()?, base).unwrap_or(i128::MAX);
    let exact = if negative { -exact } else { exact };
    Some(exact.clamp(i128::from(i64::MIN), i128::from(i64::MAX)) as i64)
}

fn radix(digits: &str, radix: u32) -> Option<i64> {
    if digits.is_empty() {
        return None;
    }
    let mut value = 0i64;
    for digit in digits.chars() {
        value = value.wrapping_mul(i64::from(radix)).wrapping_add(i64::from(digit.to_digit(radix)?));
    }
    Some(value)
}

struct Parser<'a, 's> {
    text: &'a [u8],
    at: usize,
    shell: &'s mut Shell,
    depth: u32,
    /// Within a branch that is not taken.
    skip: u32,
}

/// Binary operators by rising strength.
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

impl Parser<'_, '_> {
    fn blanks(&mut self) {
        while self.text.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
    }

    fn eat(&mut self, operator: &str) -> bool {
        self.blanks();
        let found = self.text[self.at..].starts_with(operator.as_bytes());
        if found {
            self.at += operator.len();
        }
        found
    }

    fn comma(&mut self) -> Value {
        let mut value = self.assignment()?;
        while self.shell.bash() && self.eat(",") {
            value = self.assignment()?;
        }
        Ok(value)
    }

    fn name(&mut self) -> Option<String> {
        self.blanks();
        let start = self.at;
        if !self.text.get(start).is_some_and(|b| b.is_ascii_alphabetic() || *b == b'_') {
            return None;
        }
        while self.text.get(self.at).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_') {
            self.at += 1;
        }
        Some(text::lossy(&self.text[start..self.at]).into_owned())
    }

    /// `[subscript]` after a name, as text.
    fn subscript(&mut self, name: &str) -> Result<Option<Str>, Stop> {
        if !self.shell.bash() || self.text.get(self.at) != Some(&b'[') {
            return Ok(None);
        }
        let start = self.at + 1;
        let mut depth = 0;
        while let Some(byte) = self.text.get(self.at) {
            self.at += 1;
            match byte {
                b'\\' => self.at += 1,
                b'$' | b'`' => {
                    let reason = "an expansion within a subscript of an expression that is only known at run time";
                    return Err(Stop::Flow(self.shell.refuse("SH0902", reason)));
                }
                b'\'' if self.shell.is_map(name) => {
                    let rest = self.text.get(self.at..).unwrap_or_default();
                    self.at += rest.iter().position(|byte| *byte == b'\'').map_or(0, |length| length + 1);
                }
                b'[' => depth += 1,
                b']' => {
                    depth -= 1;
                    if depth == 0 {
                        let index = &self.text[start..self.at - 1];
                        return Ok(Some(subscript_text(index, self.shell.is_map(name))));
                    }
                }
                _ => {}
            }
        }
        Err(wrong("bad array subscript"))
    }

    fn read(&mut self, name: &str, index: Option<&Str>) -> Value {
        if self.skip > 0 {
            return Ok(0);
        }
        match index {
            None => self.shell.num_value(name, self.depth),
            Some(index) => {
                let value = self.shell.element(name, index.clone())?;
                self.shell.arith_nested(&value, self.depth + 1)
            }
        }
    }

    fn write(&mut self, name: &str, index: Option<Str>, value: i64) -> Value {
        if self.skip > 0 {
            return Ok(value);
        }
        match index {
            None => Ok(self.shell.set_num(name, value)?),
            Some(index) => {
                self.shell.set_element(name, index, text::text(value))?;
                Ok(value)
            }
        }
    }

    fn assignment(&mut self) -> Value {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(wrong("expression recursion level exceeded"));
        }
        let value = self.assignment_here();
        self.depth -= 1;
        value
    }

    fn assignment_here(&mut self) -> Value {
        let start = self.at;
        if let Some(name) = self.name() {
            let index = self.subscript(&name)?;
            self.blanks();
            let rest = &self.text[self.at..];
            let operator = ["<<=", ">>=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^="]
                .into_iter()
                .find(|op| rest.starts_with(op.as_bytes()));
            if let Some(operator) = operator {
                self.at += operator.len();
                let right = self.assignment()?;
                let left = self.read(&name, index.as_ref())?;
                let value = self.apply(&operator[..operator.len() - 1], left, right)?;
                return self.write(&name, index, value);
            }
            if rest.first() == Some(&b'=') && rest.get(1) != Some(&b'=') {
                self.at += 1;
                let value = self.assignment()?;
                return self.write(&name, index, value);
            }
        }
        self.at = start;
        self.ternary()
    }

    fn ternary(&mut self) -> Value {
        let condition = self.binary(0)?;
        if !self.eat("?") {
            return Ok(condition);
        }
        self.skip += u32::from(condition == 0);
        let yes = self.comma();
        self.skip -= u32::from(condition == 0);
        let yes = yes?;
        if !self.eat(":") {
            return Err(wrong("expected `:` for conditional expression"));
        }
        self.skip += u32::from(condition != 0);
        let no = self.ternary();
        self.skip -= u32::from(condition != 0);
        let no = no?;
        Ok(if condition != 0 { yes } else { no })
    }

    fn operator(&mut self, level: usize) -> Option<&'static str> {
        self.blanks();
        let rest = &self.text[self.at..];
        let operator = LEVELS[level].iter().find(|op| rest.starts_with(op.as_bytes()))?;
        let next = rest.get(operator.len());
        let longer = match *operator {
            "|" => matches!(next, Some(b'|' | b'=')),
            "&" => matches!(next, Some(b'&' | b'=')),
            "<" => next == Some(&b'<'),
            ">" => next == Some(&b'>'),
            "*" => matches!(next, Some(b'=' | b'*')),
            "^" | "/" | "%" | "+" | "-" | "<<" | ">>" => next == Some(&b'='),
            _ => false,
        };
        (!longer).then_some(*operator)
    }

    fn binary(&mut self, level: usize) -> Value {
        if level == LEVELS.len() {
            return self.exponent();
        }
        let mut left = self.binary(level + 1)?;
        while let Some(operator) = self.operator(level) {
            self.at += operator.len();
            let decided = operator == "||" && left != 0 || operator == "&&" && left == 0;
            self.skip += u32::from(decided);
            let right = self.binary(level + 1);
            self.skip -= u32::from(decided);
            let right = right?;
            left = self.apply(operator, left, right)?;
        }
        Ok(left)
    }

    fn exponent(&mut self) -> Value {
        let base = self.unary()?;
        if !(self.shell.bash() && self.eat("**")) {
            return Ok(base);
        }
        let exponent = self.exponent()?;
        if exponent < 0 && self.skip == 0 {
            return Err(wrong("exponent less than 0"));
        }
        Ok(power(base, exponent))
    }

    fn apply(&mut self, operator: &str, a: i64, b: i64) -> Value {
        Ok(match operator {
            "||" => i64::from(a != 0 || b != 0),
            "&&" => i64::from(a != 0 && b != 0),
            "|" => a | b,
            "^" => a ^ b,
            "&" => a & b,
            "==" => i64::from(a == b),
            "!=" => i64::from(a != b),
            "<=" => i64::from(a <= b),
            ">=" => i64::from(a >= b),
            "<" => i64::from(a < b),
            ">" => i64::from(a > b),
            "<<" => a.wrapping_shl(b as u32),
            ">>" => a.wrapping_shr(b as u32),
            "+" => a.wrapping_add(b),
            "-" => a.wrapping_sub(b),
            "*" => a.wrapping_mul(b),
            _ if b == 0 => return if self.skip > 0 { Ok(0) } else { Err(wrong("division by zero")) },
            "/" => a.wrapping_div(b),
            _ => a.wrapping_rem(b),
        })
    }

    fn unary(&mut self) -> Value {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(wrong("expression recursion level exceeded"));
        }
        let value = self.unary_here();
        self.depth -= 1;
        value
    }

    fn unary_here(&mut self) -> Value {
        self.blanks();
        if self.shell.bash() {
            for (operator, step) in [("++", 1), ("--", -1)] {
                let start = self.at;
                if self.eat(operator) {
                    if let Some(name) = self.name() {
                        let index = self.subscript(&name)?;
                        let value = self.read(&name, index.as_ref())?.wrapping_add(step);
                        return self.write(&name, index, value);
                    }
                    self.at = start;
                }
            }
        }
        match self.text.get(self.at) {
            Some(b'!') if self.text.get(self.at + 1) != Some(&b'=') => {
                self.at += 1;
                Ok(i64::from(self.unary()? == 0))
            }
            Some(b'~') => {
                self.at += 1;
                Ok(!self.unary()?)
            }
            Some(b'-') => {
                self.at += 1;
                Ok(self.unary()?.wrapping_neg())
            }
            Some(b'+') => {
                self.at += 1;
                self.unary()
            }
            Some(b'(') => {
                self.at += 1;
                let value = self.comma()?;
                if self.eat(")") { Ok(value) } else { Err(wrong("missing `)`")) }
            }
            _ => self.operand(),
        }
    }

    fn operand(&mut self) -> Value {
        if let Some(name) = self.name() {
            let index = self.subscript(&name)?;
            if self.shell.bash() {
                for (operator, step) in [("++", 1), ("--", -1)] {
                    if self.eat(operator) {
                        let value = self.read(&name, index.as_ref())?;
                        self.write(&name, index, value.wrapping_add(step))?;
                        return Ok(value);
                    }
                }
            }
            return self.read(&name, index.as_ref());
        }
        let start = self.at;
        while self.text.get(self.at).is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'#' | b'@' | b'_')) {
            self.at += 1;
        }
        let digits = &self.text[start..self.at];
        let value = match digits.iter().position(|byte| *byte == b'#') {
            Some(at) if self.shell.bash() => based(&digits[..at], &digits[at + 1..]),
            _ if self.shell.bash() => number_of(digits),
            _ => saturated(digits),
        };
        value
            .filter(|_| !digits.is_empty())
            .ok_or_else(|| wrong(format!("expecting primary: \"{}\"", text::lossy(self.text))))
    }
}

/// `base#digits` of bash.
fn based(base: &[u8], digits: &[u8]) -> Option<i64> {
    let base: i64 = std::str::from_utf8(base).ok()?.parse().ok().filter(|base| (2..=64).contains(base))?;
    if digits.is_empty() {
        return None;
    }
    let mut value = 0i64;
    for byte in digits {
        let digit = match byte {
            b'0'..=b'9' => byte - b'0',
            b'a'..=b'z' => byte - b'a' + 10,
            b'A'..=b'Z' if base <= 36 => byte - b'A' + 10,
            b'A'..=b'Z' => byte - b'A' + 36,
            b'@' => 62,
            b'_' => 63,
            _ => return None,
        };
        if i64::from(digit) >= base {
            return None;
        }
        value = value.wrapping_mul(base).wrapping_add(i64::from(digit));
    }
    Some(value)
}
