//! `hash`, with CPython's results for numbers and for tuples of them.

use crate::bigint::BigInt;
use crate::class::class_of;
use crate::exc::err;
use crate::value::{R, Value};

const MODULUS: i64 = (1 << 61) - 1;

/// `hash(value)`
///
/// # Errors
/// `TypeError` for mutable built-in values, and what `__hash__` raises.
pub fn hash(value: &Value) -> R<i64> {
    Ok(match value {
        Value::Int(n) => int(*n),
        Value::Str(text) => text_hash(text.as_str().as_bytes()),
        Value::Bool(b) => i64::from(*b),
        Value::Float(x) => float(*x),
        Value::Big(n) => big(n),
        Value::None => 0xfca8_6420,
        Value::Bytes(bytes) if !bytes.mutable => text_hash(&bytes.data.borrow()),
        Value::Tuple(items) => tuple(items)?,
        Value::Set(set) if set.frozen => frozen(set)?,
        Value::Range(range) => tuple(&[range.start.into(), range.stop.into(), range.step.into()])?,
        Value::List(_) | Value::Dict(_) | Value::Set(_) | Value::Bytes(_) | Value::Slice(_) => {
            return err("TypeError", format!("unhashable type: '{}'", class_of(value).full_name()));
        }
        Value::Obj(object) => return instance(value, object),
        Value::Native(native) => match native.0.hash() {
            Some(result) => result?,
            None => value.id() >> 4,
        },
        Value::Bound(bound) => hash(&bound.receiver)? ^ bound.function.id(),
        _ => value.id() >> 4,
    })
}

fn instance(value: &Value, object: &crate::class::Instance) -> R<i64> {
    match object.class.lookup("__hash__") {
        Some(Value::None) => err("TypeError", format!("unhashable type: '{}'", object.class.name)),
        Some(_) => match crate::call::call_method(value, "__hash__", &[])? {
            Value::Int(n) => Ok(int(n)),
            Value::Big(n) => Ok(big(&n)),
            Value::Bool(b) => Ok(i64::from(b)),
            _ => err("TypeError", "__hash__ method should return an integer"),
        },
        None => {
            let payload = object.payload.borrow().clone();
            if payload.is_unbound() || object.class.is_exception() { Ok(value.id() >> 4) } else { hash(&payload) }
        }
    }
}

fn int(n: i64) -> i64 {
    let rest = (n.unsigned_abs() % MODULUS as u64) as i64;
    let result = if n < 0 { -rest } else { rest };
    if result == -1 { -2 } else { result }
}

fn big(n: &BigInt) -> i64 {
    let magnitude = if n.is_negative() { n.neg() } else { n.clone() };
    let rest = magnitude.divmod(&BigInt::from_i128(i128::from(MODULUS))).1.to_i64().unwrap_or(0);
    let result = if n.is_negative() { -rest } else { rest };
    if result == -1 { -2 } else { result }
}

fn float(x: f64) -> i64 {
    if x.is_infinite() {
        return if x > 0.0 { 314_159 } else { -314_159 };
    }
    if x.is_nan() {
        return 0;
    }
    let (mut mantissa, mut exponent) = crate::number::frexp(x.abs());
    let mut result: u64 = 0;
    while mantissa != 0.0 {
        result = result << 28 & MODULUS as u64 | result >> (61 - 28);
        mantissa *= 268_435_456.0;
        exponent -= 28;
        let whole = mantissa as u64;
        mantissa -= whole as f64;
        result += whole;
        if result >= MODULUS as u64 {
            result -= MODULUS as u64;
        }
    }
    let shift = exponent.rem_euclid(61) as u32;
    result = result << shift & MODULUS as u64 | if shift == 0 { 0 } else { result >> (61 - shift) };
    let result = if x < 0.0 { -(result as i64) } else { result as i64 };
    if result == -1 { -2 } else { result }
}

fn text_hash(bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    let mut state: u64 = 0xcbf2_9ce4_8422_2325 ^ bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0u8; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        state = (state ^ u64::from_le_bytes(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        state ^= state >> 29;
    }
    (state >> 2) as i64
}

/// The xxHash variant of CPython.
fn tuple(items: &[Value]) -> R<i64> {
    const P1: u64 = 11_400_714_785_074_694_791;
    const P2: u64 = 14_029_467_366_897_019_727;
    const P5: u64 = 2_870_177_450_012_600_261;
    let mut acc = P5;
    for item in items {
        acc = acc.wrapping_add((hash(item)? as u64).wrapping_mul(P2)).rotate_left(31).wrapping_mul(P1);
    }
    acc = acc.wrapping_add(items.len() as u64 ^ (P5 ^ 3_527_539));
    Ok(if acc == u64::MAX { 1_546_275_796 } else { acc as i64 })
}

fn frozen(set: &crate::set::Set) -> R<i64> {
    let shuffle = |h: u64| (h ^ 89_869_747 ^ h << 16).wrapping_mul(3_644_798_167);
    let table = set.table.borrow();
    let mut acc: u64 = 0;
    for (item_hash, _) in table.entries() {
        acc ^= shuffle(item_hash as u64);
    }
    // CPython mixes in every empty slot; only their parity matters.
    let (empty, _) = table.gaps();
    if empty & 1 == 1 {
        acc ^= shuffle(0);
    }
    acc ^= (table.len() as u64 + 1).wrapping_mul(1_927_868_237);
    acc ^= acc >> 11 ^ acc >> 25;
    acc = acc.wrapping_mul(69_069).wrapping_add(907_133_923);
    Ok(if acc == u64::MAX { 590_923_713 } else { acc as i64 })
}
