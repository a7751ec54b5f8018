//! Real numbers as C prints them, digit for digit: sh counts with 53 bits, bash with the 64 of x86's long double.

/// A number: `mantissa` · 2^`exponent`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Real {
    pub(crate) negative: bool,
    pub(crate) kind: Kind,
}

/// What kind of number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Finite {
        mantissa: u64,
        exponent: i32,
    },
    Infinite,
    /// Not a number.
    Nan,
}

/// A natural number, its lowest 32 bits first.
struct Natural(Vec<u32>);

impl Natural {
    fn of(value: u64) -> Self {
        Natural(vec![value as u32, (value >> 32) as u32])
    }

    /// `self · by + add`
    fn scale(&mut self, by: u32, add: u32) {
        let mut carry = u64::from(add);
        for digit in &mut self.0 {
            carry += u64::from(*digit) * u64::from(by);
            *digit = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    /// `self / by`; the remainder.
    fn divide(&mut self, by: u32) -> u32 {
        let mut rest = 0u64;
        for digit in self.0.iter_mut().rev() {
            rest = rest << 32 | u64::from(*digit);
            *digit = (rest / u64::from(by)) as u32;
            rest %= u64::from(by);
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        rest as u32
    }

    fn shift_left(&mut self, bits: u32) {
        self.scale(1 << (bits % 32), 0);
        self.0.splice(0..0, std::iter::repeat_n(0, (bits / 32) as usize));
    }

    fn bits(&self) -> u32 {
        let top = self.0.iter().rposition(|digit| *digit != 0);
        top.map_or(0, |at| at as u32 * 32 + 32 - self.0[at].leading_zeros())
    }

    fn bit(&self, at: u32) -> bool {
        self.0.get((at / 32) as usize).is_some_and(|digit| digit >> (at % 32) & 1 == 1)
    }

    fn any_below(&self, at: u32) -> bool {
        (0..at).any(|at| self.bit(at))
    }

    /// In decimal.
    fn digits(mut self) -> String {
        let mut groups = vec![];
        while self.bits() > 0 {
            groups.push(self.divide(1_000_000_000));
        }
        let mut out = groups.pop().map_or("0".to_string(), |group| group.to_string());
        groups.iter().rev().for_each(|group| out.push_str(&format!("{group:09}")));
        out
    }

    /// The highest 64 bits, rounded to even; `more`: something below was cut off before.
    fn rounded(&self, exponent: i32, more: bool) -> Kind {
        let bits = self.bits();
        if bits <= 64 {
            let low = |at: usize| u64::from(self.0.get(at).copied().unwrap_or(0));
            let mantissa = low(1) << 32 | low(0);
            let up = mantissa.leading_zeros() % 64;
            return Kind::Finite { mantissa: mantissa << up, exponent: exponent - up as i32 };
        }
        let cut = bits - 64;
        let mantissa = (0..64).fold(0u64, |all, at| all | u64::from(self.bit(cut + at)) << at);
        let up = self.bit(cut - 1) && (more || self.any_below(cut - 1) || mantissa & 1 == 1);
        match mantissa.checked_add(u64::from(up)) {
            Some(mantissa) => Kind::Finite { mantissa, exponent: exponent + cut as i32 },
            None => Kind::Finite { mantissa: 1 << 63, exponent: exponent + cut as i32 + 1 },
        }
    }
}

impl Real {
    /// A number of 53 bits.
    pub(crate) fn double(value: f64) -> Self {
        let kind = if value.is_nan() {
            Kind::Nan
        } else if value.is_infinite() {
            Kind::Infinite
        } else {
            let (bits, fraction) = (value.to_bits(), value.to_bits() & ((1 << 52) - 1));
            match (bits >> 52 & 0x7ff) as i32 {
                0 => Kind::Finite { mantissa: fraction, exponent: -1074 },
                exponent => Kind::Finite { mantissa: fraction | 1 << 52, exponent: exponent - 1075 },
            }
        };
        Real { negative: value.is_sign_negative() && !value.is_nan(), kind }
    }

    /// The number of 64 bits that is nearest to a text that Rust reads as a number as well.
    pub(crate) fn long_double(text: &str) -> Self {
        let plain = Real::double(text.parse().unwrap_or(0.0));
        let digits = text.trim_start_matches(['+', '-']);
        if !digits.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
            return plain;
        }
        let (number, exponent) = digits.split_once(['e', 'E']).unwrap_or((digits, "0"));
        let exponent: i32 = exponent.parse().unwrap_or(if exponent.starts_with('-') { -99_999 } else { 99_999 });
        let fraction = number.split_once('.').map_or(0, |(_, fraction)| fraction.len() as i32);
        let scale = exponent.saturating_sub(fraction);
        let mut natural = Natural(vec![0]);
        number.bytes().filter(u8::is_ascii_digit).for_each(|digit| natural.scale(10, u32::from(digit - b'0')));
        let zero = natural.bits() == 0;
        let size = (natural.bits() as i32 * 3 / 10).saturating_add(scale);
        let kind = match scale {
            _ if zero || size < -4950 => Kind::Finite { mantissa: 0, exponent: 0 },
            _ if size > 4950 => Kind::Infinite,
            0.. => {
                (0..scale).for_each(|_| natural.scale(10, 0));
                natural.rounded(0, false)
            }
            _ => {
                let shift = 70 + (-scale * 10 / 3) as u32;
                natural.shift_left(shift);
                let rest = (0..-scale).fold(false, |rest, _| (natural.divide(10) != 0) | rest);
                natural.rounded(-(shift as i32), rest)
            }
        };
        Real { kind, ..plain }
    }

    /// A hexadecimal number such as `0x1.8p3`, without its sign, to as many bits; none when it is none.
    pub(crate) fn hexadecimal(text: &str, bits: u32) -> Option<Self> {
        let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"))?;
        let (number, exponent) = digits.split_once(['p', 'P']).unwrap_or((digits, "0"));
        let exponent: i32 = exponent.parse().ok()?;
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let mut natural = Natural(vec![0]);
        if whole.len() + fraction.len() == 0 {
            return None;
        }
        for digit in whole.chars().chain(fraction.chars()) {
            natural.scale(16, digit.to_digit(16)?);
        }
        let kind = match natural.rounded(exponent - 4 * fraction.len() as i32, false) {
            Kind::Finite { mantissa, exponent } if bits < 64 && mantissa != 0 => {
                // Few such numbers have so many digits.
                let cut = 64 - bits;
                Kind::Finite { mantissa: mantissa >> cut, exponent: exponent + cut as i32 }
            }
            other => other,
        };
        Some(Real { negative: false, kind })
    }

    /// All digits before and after the point.
    fn decimal(mantissa: u64, exponent: i32) -> (String, String) {
        let mut natural = Natural::of(mantissa);
        if mantissa == 0 || exponent >= 0 {
            if mantissa != 0 {
                natural.shift_left(exponent as u32);
            }
            return (natural.digits(), String::new());
        }
        (0..-exponent).for_each(|_| natural.scale(5, 0));
        let places = exponent.unsigned_abs() as usize;
        let digits = format!("{:0>1$}", natural.digits(), places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        (whole.to_string(), fraction.to_string())
    }

    /// `%f`
    pub(crate) fn fixed(mantissa: u64, exponent: i32, precision: usize) -> String {
        let (whole, fraction) = Self::decimal(mantissa, exponent);
        let digits = round(&format!("{whole}{fraction}"), whole.len() + precision);
        let (whole, fraction) = digits.split_at(digits.len() - precision);
        if precision == 0 { whole.to_string() } else { format!("{whole}.{fraction}") }
    }

    /// The digits of `%e`, of which the first stands before the point, and the exponent.
    pub(crate) fn scientific(mantissa: u64, exponent: i32, precision: usize) -> (String, i32) {
        let (whole, fraction) = Self::decimal(mantissa, exponent);
        let all = format!("{whole}{fraction}");
        let Some(first) = all.find(|c| c != '0') else { return ("0".repeat(precision + 1), 0) };
        let power = whole.len() as i32 - 1 - first as i32;
        let mut digits = round(&all[first..], precision + 1);
        let carried = digits.len() > precision + 1;
        digits.truncate(precision + 1);
        (digits, power + i32::from(carried))
    }

    /// `%a`: with a first digit of one bit, or of four where there are 64.
    pub(crate) fn hex(mantissa: u64, exponent: i32, precision: Option<usize>) -> String {
        if mantissa == 0 {
            let zeros = precision.filter(|count| *count > 0).map_or(String::new(), |count| format!(".{:0>count$}", ""));
            return format!("0x0{zeros}p+0");
        }
        let places = if mantissa >> 53 != 0 { 15 } else { 13 };
        let mut value = u128::from(mantissa);
        let mut digits = places;
        if let Some(precision) = precision.filter(|precision| *precision < places) {
            let cut = 4 * (places - precision);
            let (rest, half) = (value & ((1 << cut) - 1), 1u128 << (cut - 1));
            value >>= cut;
            value += u128::from(rest > half || rest == half && value & 1 == 1);
            digits = precision;
        }
        let (mut whole, fraction) = (value >> (4 * digits), value & ((1u128 << (4 * digits)) - 1));
        let mut power = exponent + 4 * places as i32;
        if whole > 0xf {
            (whole, power) = (whole >> 4, power + 4);
        }
        let mut fraction = if digits == 0 { String::new() } else { format!("{fraction:0digits$x}") };
        match precision {
            None => fraction.truncate(fraction.trim_end_matches('0').len()),
            Some(precision) => fraction.push_str(&"0".repeat(precision - digits)),
        }
        let point = if fraction.is_empty() { "" } else { "." };
        format!("0x{whole:x}{point}{fraction}p{power:+}")
    }
}

/// The first `count` digits, rounded to even where exactly half is cut off; one more when the carry makes it so.
fn round(digits: &str, count: usize) -> String {
    if digits.len() <= count {
        return format!("{digits:0<count$}");
    }
    let (kept, cut) = digits.split_at(count);
    let rest = cut[1..].bytes().any(|digit| digit != b'0');
    let odd = kept.bytes().last().is_some_and(|digit| digit % 2 == 1);
    let first = cut.as_bytes()[0];
    let mut kept = kept.to_string();
    if first > b'5' || first == b'5' && (rest || odd) {
        match kept.rfind(|c| c != '9') {
            Some(at) => {
                let up = (kept.as_bytes()[at] + 1) as char;
                kept = format!("{}{up}{:0<2$}", &kept[..at], "", count - at - 1);
            }
            None => kept = format!("1{:0<count$}", ""),
        }
    }
    kept
}
