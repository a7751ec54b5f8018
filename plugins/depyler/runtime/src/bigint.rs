//! Integers of any size: sign and magnitude in base 2^32.

use std::cmp::Ordering;

/// An integer of any size.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BigInt {
    negative: bool,
    /// Least significant first, without leading zeros; zero is empty.
    digits: Vec<u32>,
}

fn trim(digits: &mut Vec<u32>) {
    while digits.last() == Some(&0) {
        digits.pop();
    }
}

fn compare(a: &[u32], b: &[u32]) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.iter().rev().cmp(b.iter().rev()))
}

fn add(a: &[u32], b: &[u32]) -> Vec<u32> {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let mut out = Vec::with_capacity(long.len() + 1);
    let mut carry = 0u64;
    for (at, digit) in long.iter().enumerate() {
        let sum = u64::from(*digit) + short.get(at).map_or(0, |d| u64::from(*d)) + carry;
        out.push(sum as u32);
        carry = sum >> 32;
    }
    if carry > 0 {
        out.push(carry as u32);
    }
    out
}

/// `a - b`, where `a` is not smaller.
fn sub(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut out = Vec::with_capacity(a.len());
    let mut borrow = 0i64;
    for (at, digit) in a.iter().enumerate() {
        let mut rest = i64::from(*digit) - b.get(at).map_or(0, |d| i64::from(*d)) - borrow;
        borrow = i64::from(rest < 0);
        if rest < 0 {
            rest += 1 << 32;
        }
        out.push(rest as u32);
    }
    trim(&mut out);
    out
}

/// Pairs of digits as digits in base 2^64.
fn pairs(a: &[u32]) -> Vec<u64> {
    a.chunks(2).map(|pair| u64::from(pair[0]) | pair.get(1).map_or(0, |high| u64::from(*high) << 32)).collect()
}

/// Digit by digit, on digits of twice the width.
fn mul_school(a: &[u32], b: &[u32]) -> Vec<u32> {
    let (a, b) = (pairs(a), pairs(b));
    let mut wide = vec![0u64; a.len() + b.len()];
    for (i, x) in a.iter().enumerate() {
        let mut carry = 0u64;
        for (place, y) in wide[i..].iter_mut().zip(&b) {
            let sum = u128::from(*x) * u128::from(*y) + u128::from(*place) + u128::from(carry);
            *place = sum as u64;
            carry = (sum >> 64) as u64;
        }
        wide[i + b.len()] = carry;
    }
    let mut out: Vec<u32> = wide.into_iter().flat_map(|digit| [digit as u32, (digit >> 32) as u32]).collect();
    trim(&mut out);
    out
}

/// The greatest power of `radix` in a digit, and its exponent.
fn greatest_power(radix: u32) -> (u32, usize) {
    let (mut power, mut width) = (radix, 1);
    while let Some(next) = power.checked_mul(radix) {
        power = next;
        width += 1;
    }
    (power, width)
}

/// Digits of a text in which every byte is a digit in `radix`.
fn parse_magnitude(text: &[u8], radix: u32) -> Option<Vec<u32>> {
    /// Longer texts are halved: a product of large numbers takes less than many small steps.
    const HALVED: usize = 2000;
    if text.len() > HALVED {
        let (high, low) = text.split_at(text.len() / 2);
        let power = BigInt::from_i128(i128::from(radix)).pow(low.len() as u64);
        return Some(add(&mul(&parse_magnitude(high, radix)?, &power.digits), &parse_magnitude(low, radix)?));
    }
    let (_, width) = greatest_power(radix);
    let mut out: Vec<u32> = vec![];
    let mut rest = text;
    while !rest.is_empty() {
        let (group, after) = rest.split_at(if rest.len().is_multiple_of(width) { width } else { rest.len() % width });
        let mut carry = 0u64;
        for byte in group {
            carry = carry * u64::from(radix) + u64::from(char::from(*byte).to_digit(radix)?);
        }
        let scale = u64::from(radix).pow(group.len() as u32);
        for digit in &mut out {
            let value = u64::from(*digit) * scale + carry;
            *digit = value as u32;
            carry = value >> 32;
        }
        if carry > 0 {
            out.push(carry as u32);
        }
        rest = after;
    }
    trim(&mut out);
    Some(out)
}

/// The digits of a number in `radix`, after those of `out`.
fn small_digits(mut out: Vec<u8>, mut number: u32, radix: u32) -> Vec<u8> {
    let start = out.len();
    while number > 0 {
        out.push(std::char::from_digit(number % radix, radix).unwrap_or('0') as u8);
        number /= radix;
    }
    out[start..].reverse();
    out
}

/// The digits of a magnitude in `radix`, at least `width` of them, after those of `out`.
fn write_magnitude(digits: &[u32], radix: u32, width: usize, out: &mut Vec<u8>) {
    /// Longer numbers are halved by a division: its steps are products, those digit by digit are quotients.
    const HALVED: usize = 60;
    if digits.len() > HALVED {
        // A power of about half as many digits; at most one digit in `radix` per bit of it.
        let half = (digits.len() * 16) as f64 / f64::from(radix).log2();
        let half = half as usize;
        let power = BigInt::from_i128(i128::from(radix)).pow(half as u64);
        let (high, low) = divmod(digits, &power.digits);
        write_magnitude(&high, radix, width.saturating_sub(half), out);
        return write_magnitude(&low, radix, half, out);
    }
    let (chunk, chunk_width) = greatest_power(radix);
    let start = out.len();
    let mut rest = digits.to_vec();
    while !rest.is_empty() {
        let (next, mut low) = divmod_small(&rest, chunk);
        rest = next;
        for _ in 0..chunk_width {
            out.push(std::char::from_digit(low % radix, radix).unwrap_or('0') as u8);
            low /= radix;
        }
    }
    while out.len() > start && out.last() == Some(&b'0') {
        out.pop();
    }
    while out.len() < start + width {
        out.push(b'0');
    }
    out[start..].reverse();
}

/// Karatsuba above a size where it pays.
fn mul(a: &[u32], b: &[u32]) -> Vec<u32> {
    if a.is_empty() || b.is_empty() {
        return vec![];
    }
    if a.len().min(b.len()) < 40 {
        return mul_school(a, b);
    }
    let half = a.len().max(b.len()) / 2;
    let split = |x: &[u32]| -> (Vec<u32>, Vec<u32>) {
        let mut low = x[..half.min(x.len())].to_vec();
        trim(&mut low);
        (low, x.get(half..).unwrap_or(&[]).to_vec())
    };
    let ((a0, a1), (b0, b1)) = (split(a), split(b));
    let (low, high) = (mul(&a0, &b0), mul(&a1, &b1));
    let middle = sub(&sub(&mul(&add(&a0, &a1), &add(&b0, &b1)), &low), &high);
    let mut out = vec![0u32; a.len() + b.len() + 1];
    for (part, shift) in [(&low, 0), (&middle, half), (&high, 2 * half)] {
        let mut carry = 0u64;
        let mut at = shift;
        for digit in part.iter().map(|d| u64::from(*d)).chain(std::iter::repeat(0)) {
            if at >= out.len() || at >= shift + part.len() && carry == 0 {
                break;
            }
            let sum = u64::from(out[at]) + digit + carry;
            out[at] = sum as u32;
            carry = sum >> 32;
            at += 1;
        }
    }
    trim(&mut out);
    out
}

fn divmod_small(a: &[u32], d: u32) -> (Vec<u32>, u32) {
    let mut out = vec![0u32; a.len()];
    let mut rest = 0u64;
    for at in (0..a.len()).rev() {
        let value = rest << 32 | u64::from(a[at]);
        out[at] = (value / u64::from(d)) as u32;
        rest = value % u64::from(d);
    }
    trim(&mut out);
    (out, rest as u32)
}

fn shl(a: &[u32], bits: usize) -> Vec<u32> {
    if a.is_empty() {
        return vec![];
    }
    let (words, bits) = (bits / 32, bits % 32);
    let mut out = Vec::with_capacity(words + a.len() + 1);
    out.resize(words, 0u32);
    let mut carry = 0u64;
    for digit in a {
        let value = u64::from(*digit) << bits | carry;
        out.push(value as u32);
        carry = value >> 32;
    }
    out.push(carry as u32);
    trim(&mut out);
    out
}

fn shr(a: &[u32], bits: usize) -> Vec<u32> {
    let (words, bits) = (bits / 32, bits % 32);
    let rest = a.get(words..).unwrap_or(&[]);
    let pair = |pair: &[u32]| ((u64::from(pair[1]) << 32 | u64::from(pair[0])) >> bits) as u32;
    let mut out = Vec::with_capacity(rest.len());
    out.extend(rest.windows(2).map(pair));
    out.extend(rest.last().map(|last| last >> bits));
    trim(&mut out);
    out
}

/// Knuth's algorithm D; `b` is not empty.
fn divmod(a: &[u32], b: &[u32]) -> (Vec<u32>, Vec<u32>) {
    if compare(a, b) == Ordering::Less {
        return (vec![], a.to_vec());
    }
    if b.len() == 1 {
        let (quotient, rest) = divmod_small(a, b[0]);
        return (quotient, if rest == 0 { vec![] } else { vec![rest] });
    }
    let shift = b[b.len() - 1].leading_zeros() as usize;
    let (mut u, v) = (shl(a, shift), shl(b, shift));
    u.resize(a.len() + 1, 0);
    let n = v.len();
    let mut quotient = vec![0u32; u.len() - n];
    for j in (0..u.len() - n).rev() {
        let top = u64::from(u[j + n]) << 32 | u64::from(u[j + n - 1]);
        let mut guess = top / u64::from(v[n - 1]);
        let mut rest = top % u64::from(v[n - 1]);
        while guess >> 32 != 0 || guess * u64::from(v[n - 2]) > (rest << 32 | u64::from(u[j + n - 2])) {
            guess -= 1;
            rest += u64::from(v[n - 1]);
            if rest >> 32 != 0 {
                break;
            }
        }
        let mut borrow = 0i64;
        let mut carry = 0u64;
        for i in 0..n {
            let product = guess * u64::from(v[i]) + carry;
            carry = product >> 32;
            let value = i64::from(u[i + j]) - borrow - i64::from(product as u32);
            u[i + j] = value as u32;
            borrow = i64::from(value < 0);
        }
        let value = i64::from(u[j + n]) - borrow - carry as i64;
        u[j + n] = value as u32;
        if value < 0 {
            guess -= 1;
            let mut carry = 0u64;
            for i in 0..n {
                let sum = u64::from(u[i + j]) + u64::from(v[i]) + carry;
                u[i + j] = sum as u32;
                carry = sum >> 32;
            }
            u[j + n] = (u64::from(u[j + n]) + carry) as u32;
        }
        quotient[j] = guess as u32;
    }
    trim(&mut quotient);
    u.truncate(n);
    trim(&mut u);
    (quotient, shr(&u, shift))
}

impl BigInt {
    fn new(negative: bool, mut digits: Vec<u32>) -> BigInt {
        trim(&mut digits);
        BigInt { negative: negative && !digits.is_empty(), digits }
    }

    /// From 128 bits.
    pub fn from_i128(n: i128) -> BigInt {
        let magnitude = n.unsigned_abs();
        let digits = (128 - magnitude.leading_zeros()).div_ceil(32);
        BigInt { negative: n < 0, digits: (0..digits).map(|at| (magnitude >> (32 * at)) as u32).collect() }
    }

    /// The number, when it fits.
    pub fn to_i64(&self) -> Option<i64> {
        if self.digits.len() > 2 {
            return None;
        }
        let magnitude = self.digits.iter().rev().fold(0i128, |n, d| n << 32 | i128::from(*d));
        i64::try_from(if self.negative { -magnitude } else { magnitude }).ok()
    }

    /// The number, when it has at most 126 bits: sums of two such fit, too.
    pub fn to_i128(&self) -> Option<i128> {
        let magnitude = match self.digits[..] {
            [] => 0,
            [a] => u128::from(a),
            [a, b] => u128::from(a) | u128::from(b) << 32,
            [a, b, c] => u128::from(a) | u128::from(b) << 32 | u128::from(c) << 64,
            [a, b, c, d] if d < 1 << 30 => {
                u128::from(a) | u128::from(b) << 32 | u128::from(c) << 64 | u128::from(d) << 96
            }
            _ => return None,
        } as i128;
        Some(if self.negative { -magnitude } else { magnitude })
    }

    /// The integral part of a finite float.
    pub fn from_f64(x: f64) -> BigInt {
        let bits = x.abs().to_bits();
        let exponent = (bits >> 52) as i64 - 1075;
        let mantissa = if bits >> 52 == 0 { 0 } else { bits & ((1 << 52) - 1) | 1 << 52 };
        let number = BigInt::from_i128(i128::from(mantissa));
        let number = if exponent >= 0 { number.shl(exponent as usize) } else { number.shr((-exponent) as usize) };
        BigInt::new(x < 0.0, number.digits)
    }

    /// The nearest float, ties to even; infinite when too large.
    pub fn to_f64(&self) -> f64 {
        let bits = self.bits();
        if bits > 1024 {
            return if self.negative { f64::NEG_INFINITY } else { f64::INFINITY };
        }
        let magnitude = if bits <= 64 {
            self.digits.iter().rev().fold(0u64, |n, d| n << 32 | u64::from(*d)) as f64
        } else {
            // 64 leading bits and a sticky one decide the rounding.
            let drop = bits - 64;
            let top = shr(&self.digits, drop).iter().rev().fold(0u64, |n, d| n << 32 | u64::from(*d));
            let sticky = compare(&shl(&shr(&self.digits, drop), drop), &self.digits) != Ordering::Equal;
            (top | u64::from(sticky)) as f64 * 2f64.powi(drop as i32)
        };
        if self.negative { -magnitude } else { magnitude }
    }

    /// How many bits the magnitude has.
    pub fn bits(&self) -> usize {
        self.digits.last().map_or(0, |top| self.digits.len() * 32 - top.leading_zeros() as usize)
    }

    /// How many bits of the magnitude are set.
    pub fn ones(&self) -> i64 {
        self.digits.iter().map(|d| i64::from(d.count_ones())).sum()
    }

    /// Whether it is below zero.
    pub fn is_negative(&self) -> bool {
        self.negative
    }

    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// Whether it is odd.
    pub fn is_odd(&self) -> bool {
        self.digits.first().is_some_and(|d| d & 1 == 1)
    }

    /// `-self`
    pub fn neg(&self) -> BigInt {
        BigInt::new(!self.negative, self.digits.clone())
    }

    /// `self + other`
    pub fn add(&self, other: &BigInt) -> BigInt {
        if self.negative == other.negative {
            return BigInt::new(self.negative, add(&self.digits, &other.digits));
        }
        match compare(&self.digits, &other.digits) {
            Ordering::Less => BigInt::new(other.negative, sub(&other.digits, &self.digits)),
            _ => BigInt::new(self.negative, sub(&self.digits, &other.digits)),
        }
    }

    /// `self - other`
    pub fn sub(&self, other: &BigInt) -> BigInt {
        self.add(&other.neg())
    }

    /// `self * other`
    pub fn mul(&self, other: &BigInt) -> BigInt {
        BigInt::new(self.negative != other.negative, mul(&self.digits, &other.digits))
    }

    /// Floored quotient and remainder; `other` must not be zero.
    pub fn divmod(&self, other: &BigInt) -> (BigInt, BigInt) {
        let (quotient, rest) = divmod(&self.digits, &other.digits);
        let quotient = BigInt::new(self.negative != other.negative, quotient);
        let rest = BigInt::new(self.negative, rest);
        if !rest.is_zero() && self.negative != other.negative {
            return (quotient.sub(&BigInt::from_i128(1)), rest.add(other));
        }
        (quotient, rest)
    }

    /// `self ** exponent`
    pub fn pow(&self, mut exponent: u64) -> BigInt {
        let mut result = BigInt::from_i128(1);
        let mut base = self.clone();
        while exponent > 0 {
            if exponent & 1 == 1 {
                result = result.mul(&base);
            }
            exponent >>= 1;
            if exponent > 0 {
                base = base.mul(&base);
            }
        }
        result
    }

    /// `self << bits`
    pub fn shl(&self, bits: usize) -> BigInt {
        BigInt::new(self.negative, shl(&self.digits, bits))
    }

    /// `self >> bits`, floored
    pub fn shr(&self, bits: usize) -> BigInt {
        let shifted = BigInt::new(self.negative, shr(&self.digits, bits));
        if self.negative && self.has_below(bits) { shifted.sub(&BigInt::from_i128(1)) } else { shifted }
    }

    /// Whether one of the lowest `bits` bits of the magnitude is set.
    fn has_below(&self, bits: usize) -> bool {
        let (words, bits) = (bits / 32, bits % 32);
        let whole = self.digits.iter().take(words).any(|digit| *digit != 0);
        whole || self.digits.get(words).is_some_and(|digit| digit & ((1 << bits) - 1) != 0)
    }

    fn twos(&self, len: usize) -> Vec<u32> {
        let mut out = self.digits.clone();
        out.resize(len, 0);
        if self.negative {
            let mut carry = true;
            for digit in &mut out {
                let (value, overflow) = (!*digit).overflowing_add(u32::from(carry));
                *digit = value;
                carry = overflow;
            }
        }
        out
    }

    /// A bitwise operation on two's complement of unlimited length.
    pub fn bitwise(&self, other: &BigInt, op: impl Fn(u32, u32) -> u32) -> BigInt {
        if !self.negative && !other.negative {
            let (a, b) = (&self.digits, &other.digits);
            let both = a.iter().zip(b).map(|(a, b)| op(*a, *b));
            let rest_a = a.get(b.len()..).unwrap_or(&[]).iter().map(|a| op(*a, 0));
            let rest_b = b.get(a.len()..).unwrap_or(&[]).iter().map(|b| op(0, *b));
            return BigInt::new(false, both.chain(rest_a).chain(rest_b).collect());
        }
        let len = self.digits.len().max(other.digits.len()) + 1;
        let digits: Vec<u32> = self.twos(len).into_iter().zip(other.twos(len)).map(|(a, b)| op(a, b)).collect();
        let negative = digits[len - 1] >> 31 == 1;
        let number = BigInt { negative, digits };
        if negative { BigInt::new(true, number.twos(len)) } else { BigInt::new(false, number.digits) }
    }

    /// Digits of the magnitude in `radix` (2 to 36), lower case, with a sign.
    pub fn to_radix(&self, radix: u32) -> String {
        if self.is_zero() {
            return "0".to_string();
        }
        if let (10, Some(small)) = (radix, self.to_i64()) {
            return small.to_string();
        }
        let mut out: Vec<u8> = Vec::new();
        if self.negative {
            out.push(b'-');
        }
        if let [low] = self.digits[..] {
            return String::from_utf8_lossy(&small_digits(out, low, radix)).into_owned();
        }
        write_magnitude(&self.digits, radix, 1, &mut out);
        String::from_utf8_lossy(&out).into_owned()
    }

    /// How many decimal digits the magnitude has; one for zero.
    pub fn decimal_digits(&self) -> u64 {
        let bits = self.bits();
        if bits <= 64 {
            let magnitude = self.digits.iter().rev().fold(0u64, |n, d| n << 32 | u64::from(*d));
            return magnitude.checked_ilog10().map_or(1, |log| u64::from(log) + 1);
        }
        let dropped = bits - 64;
        let top = shr(&self.digits, dropped).iter().rev().fold(0u64, |n, d| n << 32 | u64::from(*d));
        let log = (top as f64).log10() + dropped as f64 * std::f64::consts::LOG10_2;
        // Both terms are exact to some 1e-16 of themselves; nearer to a whole number than that the power itself decides.
        let near = log.round();
        if (log - near).abs() > 1e-13 * log.max(1.0) + 1e-12 {
            return log as u64 + 1;
        }
        let power = BigInt::from_i128(10).pow(near as u64);
        near as u64 + u64::from(compare(&self.digits, &power.digits) != Ordering::Less)
    }

    /// Parses digits in `radix` without sign, spaces or underscores.
    pub fn parse(digits: &str, radix: u32) -> Option<BigInt> {
        let magnitude = parse_magnitude(digits.as_bytes(), radix)?;
        (!digits.is_empty()).then(|| BigInt::new(false, magnitude))
    }

    /// The magnitude as big-endian bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let bytes: Vec<u8> = self.digits.iter().rev().flat_map(|d| d.to_be_bytes()).collect();
        bytes.into_iter().skip_while(|b| *b == 0).collect()
    }

    /// A number from big-endian bytes.
    pub fn from_bytes(bytes: &[u8]) -> BigInt {
        let digits = bytes.rchunks(4).map(|chunk| chunk.iter().fold(0u32, |n, b| n << 8 | u32::from(*b))).collect();
        BigInt::new(false, digits)
    }
}

impl PartialOrd for BigInt {
    fn partial_cmp(&self, other: &BigInt) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for BigInt {
    fn cmp(&self, other: &BigInt) -> Ordering {
        match (self.negative, other.negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => compare(&self.digits, &other.digits),
            (true, true) => compare(&other.digits, &self.digits),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::BigInt;

    fn big(text: &str) -> BigInt {
        let n = BigInt::parse(text.trim_start_matches('-'), 10).unwrap();
        if text.starts_with('-') { n.neg() } else { n }
    }

    #[test]
    fn division_floors_and_multiplies_back() {
        for (a, b) in [
            ("123456789012345678901234567890", "-987654321098765432109"),
            ("-7", "2"),
            ("18446744073709551616", "4294967296"),
        ] {
            let (a, b) = (big(a), big(b));
            let (q, r) = a.divmod(&b);
            assert_eq!(q.mul(&b).add(&r), a);
        }
        assert_eq!(big("-7").divmod(&big("2")).0, big("-4"));
    }

    #[test]
    fn karatsuba_agrees_with_powers() {
        let a = big("3").pow(3000);
        assert_eq!(a.mul(&a), big("3").pow(6000));
        assert_eq!(a.mul(&a).divmod(&a), (a, BigInt::from_i128(0)));
        assert_eq!(big("2").pow(100).to_radix(10), "1267650600228229401496703205376");
    }

    #[test]
    fn long_texts_are_read_and_written() {
        for radix in [2, 3, 8, 10, 16, 36] {
            for len in [1u32, 8, 9, 10, 77, 500, 2001, 9000] {
                let text: String =
                    (0..len).map(|i| std::char::from_digit((i * i + 7 * i + 1) % radix, radix).unwrap()).collect();
                let text = format!("1{text}");
                assert_eq!(BigInt::parse(&text, radix).unwrap().to_radix(radix), text);
            }
        }
        let zeros = format!("1{}", "0".repeat(5000));
        assert_eq!(big(&zeros).to_radix(10), zeros);
        assert_eq!(big(&zeros), big("10").pow(5000));
        assert_eq!(BigInt::parse("12x", 10), None);
        assert_eq!(BigInt::parse("", 10), None);
        assert_eq!(big(&format!("000{zeros}")), big(&zeros));
    }

    #[test]
    fn decimal_digits_are_those_of_the_text() {
        for exponent in (0..300).chain([1000, 4321]) {
            let power = big("10").pow(exponent);
            for number in [power.sub(&big("1")), power.clone(), power.add(&big("1")), power.mul(&big("7"))] {
                assert_eq!(number.decimal_digits(), number.to_radix(10).len() as u64, "{}", number.to_radix(10));
            }
        }
    }

    #[test]
    fn products_of_every_length_divide_back() {
        for (n, m) in [(1, 1), (1, 5), (3, 2), (7, 40), (39, 41), (80, 81), (200, 33)] {
            let (a, b) = (big("3").pow(20 * n).sub(&big("1")), big("7").pow(11 * m).add(&big("2")));
            assert_eq!(a.mul(&b).divmod(&b), (a.clone(), BigInt::from_i128(0)));
            assert_eq!(a.mul(&b).divmod(&a), (b, BigInt::from_i128(0)));
        }
    }

    #[test]
    fn bitwise_uses_twos_complement() {
        assert_eq!(big("-1").bitwise(&big("4294967295"), |a, b| a & b), big("4294967295"));
        assert_eq!(big("-5").shr(1), big("-3"));
        assert_eq!(big("-18446744073709551616").shr(64), big("-1"));
        assert_eq!(big("-18446744073709551617").shr(64), big("-2"));
        assert_eq!(big("18446744073709551621").bitwise(&big("7"), |a, b| a & b), big("5"));
        assert_eq!(big("7").bitwise(&big("18446744073709551621"), |a, b| a ^ b), big("18446744073709551618"));
        assert_eq!(big("9007199254740993").to_f64(), 9007199254740992.0);
    }
}
