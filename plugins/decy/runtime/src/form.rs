//! Conversions of `printf` that Rust's formats have no form for: widths among the arguments, `%#x`, `% d`, `%.3d`, `%p`, `%E`, `%G`.

use crate::float::{general, scientific};
use crate::text::bytes;
use std::fmt::{Display, Formatter, Result};

/// A conversion as it is written behind the `%`, without its length, and its `*` filled in.
#[derive(Clone, Copy, Debug, Default)]
struct Spec {
    left: bool,
    zero: bool,
    plus: bool,
    space: bool,
    alternate: bool,
    width: usize,
    precision: Option<usize>,
    kind: char,
}

/// A value in the form of a conversion.
#[derive(Clone, Debug)]
pub struct Form(Vec<u8>);

/// A text in the form of `%s` or `%c` with a width or a precision among the arguments.
#[derive(Clone, Copy, Debug)]
pub struct Fit<T>(Spec, T);

impl Spec {
    fn parse(text: &str, stars: &[i32]) -> Spec {
        let mut out = Spec::default();
        let mut stars = stars.iter().copied();
        let mut rest = text.chars().peekable();
        while let Some(flag) = rest.next_if(|c| "-0+ #".contains(*c)) {
            match flag {
                '-' => out.left = true,
                '0' => out.zero = true,
                '+' => out.plus = true,
                ' ' => out.space = true,
                _ => out.alternate = true,
            }
        }
        let mut number = |rest: &mut std::iter::Peekable<std::str::Chars<'_>>| {
            if rest.next_if_eq(&'*').is_some() {
                return stars.next().unwrap_or(0);
            }
            let mut value = 0i32;
            while let Some(digit) = rest.next_if(char::is_ascii_digit) {
                value = value * 10 + (digit as i32 - '0' as i32);
            }
            value
        };
        let width = number(&mut rest);
        out.left |= width < 0;
        out.width = width.unsigned_abs() as usize;
        if rest.next_if_eq(&'.').is_some() {
            // A negative precision is none.
            out.precision = usize::try_from(number(&mut rest)).ok();
        }
        out.kind = rest.next().unwrap_or('d');
        out
    }

    /// Sign or prefix and digits in their width; `zeros`: they may be filled up with zeros.
    fn padded(&self, sign: &str, digits: &str, zeros: bool) -> Form {
        let missing = self.width.saturating_sub(sign.len() + digits.len());
        let text = match (self.left, self.zero && zeros) {
            (true, _) => format!("{sign}{digits}{}", " ".repeat(missing)),
            (_, true) => format!("{sign}{}{digits}", "0".repeat(missing)),
            _ => format!("{}{sign}{digits}", " ".repeat(missing)),
        };
        Form(text.into_bytes())
    }

    fn sign(&self, negative: bool) -> &'static str {
        match (negative, self.plus, self.space) {
            (true, ..) => "-",
            (_, true, _) => "+",
            (_, _, true) => " ",
            _ => "",
        }
    }

    /// At least as many digits as the precision says.
    fn digits(&self, digits: String) -> String {
        match self.precision {
            Some(0) if digits == "0" => String::new(),
            Some(most) => format!("{}{digits}", "0".repeat(most.saturating_sub(digits.len()))),
            None => digits,
        }
    }
}

impl Form {
    /// `%d`
    #[must_use]
    pub fn signed(spec: &str, stars: &[i32], value: i64) -> Form {
        let spec = Spec::parse(spec, stars);
        let digits = spec.digits(value.unsigned_abs().to_string());
        spec.padded(spec.sign(value < 0), &digits, spec.precision.is_none())
    }

    /// `%u`, `%x`, `%X`, `%o` and `%p`
    #[must_use]
    pub fn unsigned(spec: &str, stars: &[i32], value: u64) -> Form {
        let spec = Spec::parse(spec, stars);
        let digits = match spec.kind {
            'x' => format!("{value:x}"),
            'X' => format!("{value:X}"),
            'o' => format!("{value:o}"),
            'p' if value == 0 => return spec.padded("", "(nil)", false),
            'p' => return spec.padded("0x", &format!("{value:x}"), true),
            _ => value.to_string(),
        };
        let mut digits = spec.digits(digits);
        let prefix = match spec.kind {
            'x' if spec.alternate && value != 0 => "0x",
            'X' if spec.alternate && value != 0 => "0X",
            _ => "",
        };
        if spec.kind == 'o' && spec.alternate && !digits.starts_with('0') {
            digits.insert(0, '0');
        }
        spec.padded(prefix, &digits, spec.precision.is_none())
    }

    /// `%f`, `%e`, `%g` and their capital forms.
    #[must_use]
    pub fn float(spec: &str, stars: &[i32], value: f64) -> Form {
        let spec = Spec::parse(spec, stars);
        let size = value.abs();
        let precision = spec.precision.unwrap_or(6);
        let text = match spec.kind.to_ascii_lowercase() {
            _ if value.is_nan() => "nan".to_owned(),
            _ if value.is_infinite() => "inf".to_owned(),
            'f' => format!("{size:.precision$}"),
            'e' => scientific(size, precision).0,
            _ => general(size, precision.max(1)),
        };
        let text = if spec.kind.is_ascii_uppercase() { text.to_ascii_uppercase() } else { text };
        spec.padded(spec.sign(value.is_sign_negative()), &text, value.is_finite())
    }
}

impl Display for Form {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        bytes(f, &self.0)
    }
}

impl<T> Fit<T> {
    /// The form of a text.
    #[must_use]
    pub fn new(spec: &str, stars: &[i32], text: T) -> Fit<T> {
        Fit(Spec::parse(spec, stars), text)
    }
}

impl Fit<crate::Text<'static>> {
    /// The form of the text at `start`.
    ///
    /// # Safety
    /// As for [`Text::at`](crate::Text::at); with a precision, as for [`Text::within`](crate::Text::within).
    #[must_use]
    #[allow(unsafe_code)]
    pub unsafe fn at(spec: &str, stars: &[i32], start: *const i8) -> Self {
        let spec = Spec::parse(spec, stars);
        // SAFETY: as the caller promises.
        let text = unsafe {
            match spec.precision {
                Some(most) => crate::Text::within(start, most),
                None => crate::Text::at(start),
            }
        };
        Fit(spec, text)
    }
}

impl<T: Display> Display for Fit<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let Fit(Spec { left, width, precision, .. }, text) = self;
        match (left, precision) {
            (true, Some(most)) => f.write_fmt(format_args!("{text:<width$.most$}")),
            (true, None) => f.write_fmt(format_args!("{text:<width$}")),
            (false, Some(most)) => f.write_fmt(format_args!("{text:>width$.most$}")),
            (false, None) => f.write_fmt(format_args!("{text:>width$}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;

    #[test]
    fn integers_look_as_in_c() {
        let signed = |spec: &str, stars: &[i32], value| Form::signed(spec, stars, value).to_string();
        assert_eq!(signed(" d", &[], 5), " 5");
        assert_eq!(signed("*d|", &[-4], 5), "5   ");
        assert_eq!(signed("8.3d", &[], -5), "    -005");
        assert_eq!(signed("08.3d", &[], 5), "     005");
        assert_eq!(signed(".0d", &[], 0), "");
        assert_eq!(signed("+0*d", &[6], 42), "+00042");
        let unsigned = |spec: &str, value| Form::unsigned(spec, &[], value).to_string();
        assert_eq!(unsigned("#x", 255), "0xff");
        assert_eq!(unsigned("#010X", 255), "0X000000FF");
        assert_eq!(unsigned("#o", 8), "010");
        assert_eq!(unsigned("#o", 0), "0");
        assert_eq!(unsigned("#x", 0), "0");
        assert_eq!(unsigned("10p", 0), "     (nil)");
        assert_eq!(unsigned("p", 0xbeef), "0xbeef");
    }

    #[test]
    fn numbers_look_as_in_c() {
        let float = |spec: &str, stars: &[i32], value| Form::float(spec, stars, value).to_string();
        assert_eq!(float("E", &[], 12345.678), "1.234568E+04");
        assert_eq!(float("G", &[], 1e-10), "1E-10");
        assert_eq!(float("*.*f", &[8, 2], 3.251), "    3.25");
        assert_eq!(float("-08.1f|", &[], -2.25), "-2.2    ");
        assert_eq!(float("010F", &[], f64::NEG_INFINITY), "      -INF");
        assert_eq!(float(" .0f", &[], 2.5), " 2");
        assert_eq!(float(".*e", &[-1], 1.0), "1.000000e+00");
    }

    #[test]
    fn texts_fit() {
        let fit = |spec: &str, stars: &[i32]| Fit::new(spec, stars, Text::of(c"abcdef")).to_string();
        assert_eq!(fit("*s", &[8]), "  abcdef");
        assert_eq!(fit("-*.*s|", &[5, 2]), "ab   ");
        assert_eq!(fit(".*s", &[3]), "abc");
        assert_eq!(fit(".*s", &[-3]), "abcdef");
    }
}
