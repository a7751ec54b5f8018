//! Values: numbers, strings, and strings from the input that may count as numbers.

use std::cmp::Ordering;
use std::rc::Rc;

/// A value.
#[derive(Clone, Debug, Default)]
pub enum Value {
    /// Never assigned: `""` and 0.
    #[default]
    Unset,
    /// A number.
    Number(f64),
    /// A string.
    Text(Rc<str>),
    /// A string from the input that looks like a number.
    Numeric(Rc<str>, f64),
}

impl Value {
    /// A string.
    pub fn text(text: impl Into<Rc<str>>) -> Value {
        Value::Text(text.into())
    }

    /// What comes from the input: a number when it looks like one.
    pub fn input(text: &str) -> Value {
        let trimmed = text.trim_matches([' ', '\t', '\n', '\r']);
        match leading_number(trimmed) {
            Some((value, "")) => Value::Numeric(text.into(), value),
            _ => Value::Text(text.into()),
        }
    }

    /// A truth as a number.
    pub fn truth_of(truth: bool) -> Value {
        Value::Number(f64::from(u8::from(truth)))
    }

    /// As a number.
    pub fn number(&self) -> f64 {
        match self {
            Value::Unset => 0.0,
            Value::Number(value) | Value::Numeric(_, value) => *value,
            Value::Text(text) => {
                leading_number(text.trim_start_matches([' ', '\t', '\n', '\r'])).map_or(0.0, |(n, _)| n)
            }
        }
    }

    /// Whether it counts as true.
    pub fn truth(&self) -> bool {
        match self {
            Value::Unset => false,
            Value::Number(value) | Value::Numeric(_, value) => *value != 0.0,
            Value::Text(text) => !text.is_empty(),
        }
    }

    /// As a string; `format` is `CONVFMT` or `OFMT`.
    pub fn string(&self, format: &str) -> Rc<str> {
        match self {
            Value::Unset => "".into(),
            Value::Text(text) | Value::Numeric(text, _) => text.clone(),
            Value::Number(value) => number_text(*value, format).into(),
        }
    }
}

/// Integers print as such, everything else by `format`.
pub(crate) fn number_text(value: f64, format: &str) -> String {
    if value == value.trunc() && value.abs() < 9.007_199_254_740_992e15 {
        return format!("{}", value as i64);
    }
    crate::format::format(format, &[Value::Number(value)], "%.6g")
}

/// The decimal number at the start of a text, and what follows it.
fn leading_number(text: &str) -> Option<(f64, &str)> {
    let bytes = text.as_bytes();
    let digits = |mut at: usize| {
        while bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        at
    };
    let start = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    let mut end = digits(start);
    let mut any = end > start;
    if bytes.get(end) == Some(&b'.') {
        let fraction = digits(end + 1);
        any |= fraction > end + 1;
        end = fraction;
    }
    if !any {
        return None;
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        let exponent = digits(end + 1 + sign);
        if exponent > end + 1 + sign {
            end = exponent;
        }
    }
    text[..end].parse().ok().map(|value| (value, &text[end..]))
}

/// Numbers compare as numbers, anything else as strings.
pub fn compare(left: &Value, right: &Value, format: &str) -> Ordering {
    match (left, right) {
        (Value::Text(_), _) | (_, Value::Text(_)) => left.string(format).cmp(&right.string(format)),
        _ => left.number().partial_cmp(&right.number()).unwrap_or(Ordering::Greater),
    }
}

/// `a / b`; ends the program when `b` is 0.
pub fn divide(a: f64, b: f64) -> f64 {
    if b == 0.0 {
        crate::awk::fatal("division by zero");
    }
    a / b
}

/// `a % b`; ends the program when `b` is 0.
pub fn remainder(a: f64, b: f64) -> f64 {
    if b == 0.0 {
        crate::awk::fatal("division by zero in %");
    }
    a % b
}

/// `a ^ b`
pub fn power(a: f64, b: f64) -> f64 {
    a.powf(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_numbers_as_far_as_they_go() {
        assert_eq!(Value::text(" 12abc").number(), 12.0);
        assert_eq!(Value::text("-.5e2x").number(), -50.0);
        assert_eq!(Value::text("e5").number(), 0.0);
        assert!(matches!(Value::input(" 7 "), Value::Numeric(_, 7.0)));
        assert!(matches!(Value::input("7x"), Value::Text(_)));
    }

    #[test]
    fn comparison_follows_where_values_come_from() {
        let less = |a: Value, b: Value| compare(&a, &b, "%.6g").is_lt();
        assert!(less(Value::Number(9.0), Value::input("10")));
        assert!(less(Value::text("10"), Value::text("9")));
        assert!(less(Value::Unset, Value::Number(1.0)));
    }

    #[test]
    fn numbers_print_as_awk_prints_them() {
        assert_eq!(number_text(1e6, "%.6g"), "1000000");
        assert_eq!(number_text(0.1 + 0.2, "%.6g"), "0.3");
        assert_eq!(number_text(1e20, "%.6g"), "1e+20");
    }
}
