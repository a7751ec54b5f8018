//! Constants of x86's extended precision, exactly: a mantissa of 64 bits, and an exponent of 15 with the sign above it.

/// A number as the machine keeps it.
pub(super) type Extended = (u64, u16);

const BIAS: i64 = 16383;

/// Digits in base 2^32, the lowest first.
struct Big(Vec<u32>);

impl Big {
    fn times_plus(&mut self, factor: u32, plus: u32) {
        let mut carry = u64::from(plus);
        for digit in &mut self.0 {
            carry += u64::from(*digit) * u64::from(factor);
            *digit = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    fn bits(&self) -> u64 {
        let top = self.0.iter().rposition(|digit| *digit != 0);
        top.map_or(0, |top| top as u64 * 32 + u64::from(32 - self.0[top].leading_zeros()))
    }

    fn bit(&self, at: u64) -> bool {
        self.0.get((at / 32) as usize).is_some_and(|digit| digit >> (at % 32) & 1 == 1)
    }

    fn shifted(&self, by: u64) -> Big {
        let mut out = vec![0; (by / 32) as usize];
        out.extend(&self.0);
        let mut out = Big(out);
        for _ in 0..by % 32 {
            out.times_plus(2, 0);
        }
        out
    }

    fn at_least(&self, other: &Big) -> bool {
        let digit = |big: &Big, at: usize| big.0.get(at).copied().unwrap_or(0);
        let most = self.0.len().max(other.0.len());
        (0..most).rev().map(|at| digit(self, at).cmp(&digit(other, at))).find(|order| order.is_ne())
            != Some(std::cmp::Ordering::Less)
    }

    fn subtract(&mut self, other: &Big) {
        let mut borrow = 0i64;
        for at in 0..self.0.len() {
            let value = i64::from(self.0[at]) - i64::from(other.0.get(at).copied().unwrap_or(0)) - borrow;
            borrow = i64::from(value < 0);
            self.0[at] = value as u32;
        }
    }
}

/// `mantissa * 2^exponent`, where bits below the mantissa may be lost as `sticky` says; the mantissa has at most 128 bits.
fn rounded(mantissa: u128, exponent: i64, sticky: bool) -> Option<Extended> {
    if mantissa == 0 {
        return Some((0, 0));
    }
    let bits = 128 - i64::from(mantissa.leading_zeros());
    let mut top = exponent + bits - 1;
    // What is too small has fewer bits.
    let kept = if top < 1 - BIAS { 64 - (1 - BIAS - top) } else { 64 };
    let drop = bits - kept;
    let (mut value, half, rest) = match drop {
        ..=0 => (mantissa << -drop, false, sticky),
        1..=127 => {
            let low = mantissa & ((1 << drop) - 1);
            (mantissa >> drop, low >> (drop - 1) & 1 == 1, sticky || low & ((1 << (drop - 1)) - 1) != 0)
        }
        _ => return Some((0, 0)),
    };
    if half && (rest || value & 1 == 1) {
        value += 1;
    }
    if value >> 64 != 0 {
        value >>= 1;
        top += 1;
    }
    if top > BIAS {
        return None;
    }
    let value = value as u64;
    let exponent = if value >> 63 == 0 { 0 } else { (top.max(1 - BIAS) + BIAS) as u16 };
    Some((value, exponent))
}

/// A whole number.
pub(super) fn from_int(value: i128) -> Extended {
    let (mantissa, exponent) = rounded(value.unsigned_abs(), 0, false).unwrap_or((0, 0));
    (mantissa, exponent | if value < 0 { 0x8000 } else { 0 })
}

/// A `double`, which always fits.
pub(super) fn from_double(value: f64) -> Extended {
    let bits = value.to_bits();
    let sign = ((bits >> 48) & 0x8000) as u16;
    let (exponent, fraction) = ((bits >> 52) & 0x7ff, bits & ((1 << 52) - 1));
    let (mantissa, high) = match exponent {
        0x7ff => ((1 << 63) | (fraction << 11), 0x7fff),
        0 => rounded(fraction.into(), -1074, false).unwrap_or((0, 0)),
        _ => rounded((fraction | 1 << 52).into(), exponent as i64 - 1075, false).unwrap_or((0, 0)),
    };
    (mantissa, high | sign)
}

/// The constant as it is written, without its suffix.
pub(super) fn parse(text: &str) -> Option<Extended> {
    let text = text.trim_end_matches(['l', 'L', 'f', 'F']).replace('\'', "");
    if let Some(hex) = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        return hexadecimal(hex);
    }
    let (number, exponent) = match text.find(['e', 'E']) {
        Some(at) => (&text[..at], text[at + 1..].parse::<i64>().ok()?),
        None => (text.as_str(), 0),
    };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let mut digits = Big(vec![]);
    for digit in whole.bytes().chain(fraction.bytes()) {
        if !digit.is_ascii_digit() {
            return None;
        }
        digits.times_plus(10, u32::from(digit - b'0'));
    }
    let exponent = exponent - fraction.len() as i64;
    if exponent.abs() > 6000 {
        return None;
    }
    if exponent >= 0 {
        (0..exponent).for_each(|_| digits.times_plus(10, 0));
        return from_big(&digits, 0, false);
    }
    let mut divisor = Big(vec![1]);
    (0..-exponent).for_each(|_| divisor.times_plus(10, 0));
    // Enough bits of the quotient: 66 and the rest.
    let up = (divisor.bits() + 68).saturating_sub(digits.bits());
    let mut rest = digits.shifted(up);
    let mut quotient: u128 = 0;
    let steps = rest.bits().saturating_sub(divisor.bits());
    if steps > 120 {
        return None;
    }
    for step in (0..=steps).rev() {
        let part = divisor.shifted(step);
        quotient <<= 1;
        if rest.at_least(&part) {
            rest.subtract(&part);
            quotient |= 1;
        }
    }
    rounded(quotient, -(up as i64), rest.bits() > 0)
}

fn from_big(digits: &Big, exponent: i64, sticky: bool) -> Option<Extended> {
    let bits = digits.bits();
    let low = bits.saturating_sub(100);
    let mantissa = (low..bits).rev().fold(0u128, |value, at| value << 1 | u128::from(digits.bit(at)));
    let lost = (0..low).any(|at| digits.bit(at));
    rounded(mantissa, exponent + low as i64, sticky || lost)
}

fn hexadecimal(text: &str) -> Option<Extended> {
    let (number, exponent) = text.split_once(['p', 'P']).unwrap_or((text, "0"));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let mut digits = Big(vec![]);
    for digit in whole.chars().chain(fraction.chars()) {
        digits.times_plus(16, digit.to_digit(16)?);
    }
    from_big(&digits, exponent.parse::<i64>().ok()? - 4 * fraction.len() as i64, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_are_exact() {
        assert_eq!(parse("1.0L"), Some((1 << 63, 0x3fff)));
        assert_eq!(parse("0.1L"), Some((0xcccc_cccc_cccc_cccd, 0x3ffb)));
        assert_eq!(parse("3.14159265358979323846L"), Some((0xc90f_daa2_2168_c235, 0x4000)));
        assert_eq!(parse("1e30L"), Some((0xc9f2_c9cd_0467_4edf, 0x4062)));
        assert_eq!(parse("0x1.8p3"), Some((0xc000_0000_0000_0000, 0x4002)));
        assert_eq!(from_int(-3), (0xc000_0000_0000_0000, 0xc000));
        assert_eq!(from_double(0.1), (0xcccc_cccc_cccc_d000, 0x3ffb));
        assert_eq!(parse("3.64519953188247460252840593361941982e-4951L"), Some((1, 0)));
        assert_eq!(parse("1.18973149535723176502126385303097021e+4932L"), Some((u64::MAX, 0x7ffe)));
        assert_eq!(parse("0.0L"), Some((0, 0)));
    }
}
