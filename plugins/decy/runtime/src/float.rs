//! Floating-point numbers as `%f`, `%e` and `%g` print them.
//!
//! Rust's own conversion is exact and rounds as glibc does; what differs is the form: exponents, infinities, padding.

use std::fmt::{Alignment, Display, Formatter, LowerExp, Result, Write};

/// A number for `%f` (`{}`) and `%e` (`{:e}`).
#[derive(Clone, Copy, Debug)]
pub struct Float(pub f64);

/// A number for `%g` (`{}`).
#[derive(Clone, Copy, Debug)]
pub struct General(pub f64);

impl Display for Float {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let precision = f.precision().unwrap_or(6);
        padded(f, self.0, format!("{:.precision$}", self.0.abs()))
    }
}

impl LowerExp for Float {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let precision = f.precision().unwrap_or(6);
        padded(f, self.0, scientific(self.0.abs(), precision).0)
    }
}

impl Display for General {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let precision = f.precision().unwrap_or(6).max(1);
        padded(f, self.0, general(self.0.abs(), precision))
    }
}

/// `d.ddde±dd` and its exponent.
pub(crate) fn scientific(value: f64, precision: usize) -> (String, i32) {
    let text = format!("{value:.precision$e}");
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let sign = if exponent < 0 { '-' } else { '+' };
    (format!("{digits}e{sign}{:02}", exponent.abs()), exponent)
}

pub(crate) fn general(value: f64, precision: usize) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let (text, exponent) = scientific(value, precision - 1);
    if (-4..precision as i32).contains(&exponent) {
        let places = (precision as i32 - 1 - exponent).max(0) as usize;
        return trimmed(&format!("{value:.places$}")).to_owned();
    }
    match text.split_once('e') {
        Some((digits, exponent)) => format!("{}e{exponent}", trimmed(digits)),
        None => text,
    }
}

/// Without zeros at the end of the fraction.
fn trimmed(digits: &str) -> &str {
    if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.') } else { digits }
}

/// Sign, padding, and the names of what is no number.
fn padded(f: &mut Formatter<'_>, value: f64, digits: String) -> Result {
    let digits = match (value.is_nan(), value.is_infinite()) {
        (true, _) => "nan".to_owned(),
        (_, true) => "inf".to_owned(),
        _ => digits,
    };
    let sign = match (value.is_sign_negative(), f.sign_plus()) {
        (true, _) => "-",
        (false, true) => "+",
        (false, false) => "",
    };
    let padding = f.width().unwrap_or(0).saturating_sub(sign.len() + digits.len());
    let left = f.align() == Some(Alignment::Left);
    let zeros = f.sign_aware_zero_pad() && !left && value.is_finite();
    let fill = |f: &mut Formatter<'_>, c: char| (0..padding).try_for_each(|_| f.write_char(c));
    if !left && !zeros {
        fill(f, ' ')?;
    }
    f.write_str(sign)?;
    if zeros {
        fill(f, '0')?;
    }
    f.write_str(&digits)?;
    if left { fill(f, ' ') } else { Ok(()) }
}

#[cfg(test)]
#[allow(unsafe_code)]
mod tests {
    use super::*;

    unsafe extern "C" {
        fn snprintf(out: *mut i8, size: usize, format: *const i8, ...) -> i32;
    }

    fn libc(format: &std::ffi::CStr, value: f64) -> String {
        let mut out = [0i8; 512];
        // SAFETY: the buffer is as long as said, and every format here takes one double.
        let length = unsafe { snprintf(out.as_mut_ptr(), out.len(), format.as_ptr(), value) };
        out[..length as usize].iter().map(|byte| char::from(*byte as u8)).collect()
    }

    #[test]
    fn every_form_is_that_of_libc() {
        let mut values = vec![
            0.0,
            -0.0,
            0.5,
            1.5,
            2.5,
            0.125,
            0.375,
            1e-5,
            99999.95,
            999999.5,
            1e15,
            1e16,
            1e22,
            1e100,
            5e-324,
            0.1,
            1.0 / 3.0,
        ];
        values.extend([
            f64::MAX,
            f64::MIN_POSITIVE,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::NAN,
            123456.789,
            -7.25,
            1e5,
            1e6,
        ]);
        let mut seed = 1u64;
        for _ in 0..2000 {
            seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            values.push((seed >> 11) as f64 / 1e9);
            values.push(f64::from_bits(seed));
        }
        for value in values.into_iter().filter(|value| !value.is_nan() || value.is_sign_positive()) {
            assert_eq!(format!("{}", Float(value)), libc(c"%f", value));
            assert_eq!(format!("{:.0}", Float(value)), libc(c"%.0f", value));
            assert_eq!(format!("{:.2}", Float(value)), libc(c"%.2f", value));
            assert_eq!(format!("{:>+12.3}", Float(value)), libc(c"%+12.3f", value));
            assert_eq!(format!("{:012.1}", Float(value)), libc(c"%012.1f", value));
            assert_eq!(format!("{:<14e}", Float(value)), libc(c"%-14e", value));
            assert_eq!(format!("{:.2e}", Float(value)), libc(c"%.2e", value));
            assert_eq!(format!("{}", General(value)), libc(c"%g", value));
            assert_eq!(format!("{:.3}", General(value)), libc(c"%.3g", value));
            assert_eq!(format!("{:10.17}", General(value)), libc(c"%10.17g", value));
        }
    }
}
