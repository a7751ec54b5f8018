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

fn mul_school(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut out = vec![0u32; a.len() + b.len()];
    for (i, x) in a.iter().enumerate() {
        let mut carry = 0u64;
        for (j, y) in b.iter().enumerate() {
            let sum = u64::from(*x) * u64::from(*y) + u64::from(out[i + j]) + carry;
            out[i + j] = sum as u32;
            carry = sum >> 32;
        }
        out[i + b.len()] = carry as u32;
    }
    trim(&mut out);
    out
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
    let mut out = vec![0u32; words];
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
    let mut out: Vec<u32> = (0..rest.len())
        .map(|at| {
            let high = rest.get(at + 1).copied().unwrap_or(0);
            ((u64::from(high) << 32 | u64::from(rest[at])) >> bits) as u32
        })
        .collect();
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
        BigInt::new(n < 0, (0..4).map(|at| (magnitude >> (32 * at)) as u32).collect())
    }

    /// The number, when it fits.
    pub fn to_i64(&self) -> Option<i64> {
        if self.digits.len() > 2 {
            return None;
        }
        let magnitude = self.digits.iter().rev().fold(0i128, |n, d| n << 32 | i128::from(*d));
        i64::try_from(if self.negative { -magnitude } else { magnitude }).ok()
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
        let exact = compare(&shl(&shifted.digits, bits), &self.digits) == Ordering::Equal;
        if self.negative && !exact { shifted.sub(&BigInt::from_i128(1)) } else { shifted }
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
    pub fn bitwise(&self, other: &BigInt, op: fn(u32, u32) -> u32) -> BigInt {
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
        let mut chunk = radix;
        let mut width = 1;
        while let Some(next) = chunk.checked_mul(radix) {
            chunk = next;
            width += 1;
        }
        let mut out: Vec<u8> = vec![];
        let mut rest = self.digits.clone();
        while !rest.is_empty() {
            let (next, mut low) = divmod_small(&rest, chunk);
            rest = next;
            for _ in 0..width {
                out.push(std::char::from_digit(low % radix, radix).unwrap_or('0') as u8);
                low /= radix;
            }
        }
        while out.len() > 1 && out.last() == Some(&b'0') {
            out.pop();
        }
        if self.negative {
            out.push(b'-');
        }
        out.reverse();
        String::from_utf8_lossy(&out).into_owned()
    }

    /// Parses digits in `radix` without sign, spaces or underscores.
    pub fn parse(digits: &str, radix: u32) -> Option<BigInt> {
        let mut out: Vec<u32> = vec![];
        for c in digits.chars() {
            let mut carry = u64::from(c.to_digit(radix)?);
            for digit in &mut out {
                let value = u64::from(*digit) * u64::from(radix) + carry;
                *digit = value as u32;
                carry = value >> 32;
            }
            if carry > 0 {
                out.push(carry as u32);
            }
        }
        (!digits.is_empty()).then(|| BigInt::new(false, out))
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
    fn bitwise_uses_twos_complement() {
        assert_eq!(big("-1").bitwise(&big("4294967295"), |a, b| a & b), big("4294967295"));
        assert_eq!(big("-5").shr(1), big("-3"));
        assert_eq!(big("9007199254740993").to_f64(), 9007199254740992.0);
    }
}
