//! `bytes` and `bytearray`.

use crate::exc::err;
use crate::func::Args;
use crate::value::{Name, R, Value};
use std::cell::RefCell;
use std::rc::Rc;

/// Bytes; a `bytearray` when mutable.
pub struct Bytes {
    /// The bytes.
    pub data: RefCell<Vec<u8>>,
    /// Whether it is a `bytearray`.
    pub mutable: bool,
}

impl Bytes {
    /// `bytes` or `bytearray`
    pub fn type_name(&self) -> Name {
        if self.mutable { "bytearray" } else { "bytes" }
    }
}

/// A value.
pub fn value(data: Vec<u8>, mutable: bool) -> Value {
    Value::Bytes(Rc::new(Bytes { data: RefCell::new(data), mutable }))
}

/// A `bytes` literal.
pub fn literal(data: &[u8]) -> Value {
    value(data.to_vec(), false)
}

/// A number as a byte.
///
/// # Errors
/// `ValueError` outside 0..256.
pub fn byte(value: &Value) -> R<u8> {
    match u8::try_from(crate::item::index(value, "byte")?) {
        Ok(byte) => Ok(byte),
        Err(_) => err("ValueError", "byte must be in range(0, 256)"),
    }
}

/// Where `part` starts in `data`, at or after `from`.
pub fn find(data: &[u8], part: &[u8], from: usize) -> Option<usize> {
    if part.is_empty() {
        return (from <= data.len()).then_some(from);
    }
    data.get(from..)?.windows(part.len()).position(|window| window == part).map(|at| at + from)
}

/// `repr(bytes)`
pub fn repr(bytes: &Bytes) -> String {
    let data = bytes.data.borrow();
    let quote = if data.contains(&b'\'') && !data.contains(&b'"') { '"' } else { '\'' };
    let mut out = format!("b{quote}");
    for byte in data.iter() {
        match byte {
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            b'\\' => out.push_str("\\\\"),
            b if *b as char == quote => {
                out.push('\\');
                out.push(quote);
            }
            32..=126 => out.push(*byte as char),
            _ => out.push_str(&format!("\\x{byte:02x}")),
        }
    }
    out.push(quote);
    if bytes.mutable { format!("bytearray({out})") } else { out }
}

/// `bytes.fromhex(text)`
///
/// # Errors
/// `ValueError` when it is not hexadecimal.
pub fn fromhex(args: &Args) -> R {
    let text = crate::repr::str_of(args.at(0, "fromhex")?)?;
    let digits: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let bytes = digits.chunks(2).map(|pair| match pair {
        [a, b] => Some((a.to_digit(16)? * 16 + b.to_digit(16)?) as u8),
        _ => None,
    });
    match bytes.collect() {
        Some(data) => Ok(value(data, false)),
        None => err("ValueError", "non-hexadecimal number found in fromhex() arg"),
    }
}

fn data_of(value: &Value) -> R<Vec<u8>> {
    match value {
        Value::Bytes(bytes) => Ok(bytes.data.borrow().clone()),
        other => {
            err("TypeError", format!("a bytes-like object is required, not '{}'", crate::class::class_of(other).name))
        }
    }
}

/// A method of bytes; none when there is no such one.
pub fn call(bytes: &Rc<Bytes>, name: Name, args: &Args) -> Option<R> {
    run(bytes, name, args).transpose()
}

fn run(bytes: &Rc<Bytes>, name: Name, args: &Args) -> R<Option<Value>> {
    let data = bytes.data.borrow().clone();
    let same = |data: Vec<u8>| value(data, bytes.mutable);
    Ok(Some(match name {
        "decode" => match String::from_utf8(data) {
            Ok(text) => Value::str(text),
            Err(bad) => {
                let at = bad.utf8_error().valid_up_to();
                let byte = bad.as_bytes()[at];
                return err(
                    "UnicodeDecodeError",
                    format!("'utf-8' codec can't decode byte {byte:#x} in position {at}: invalid start byte"),
                );
            }
        },
        "hex" => Value::str(data.iter().map(|b| format!("{b:02x}")).collect::<String>()),
        "find" => find(&data, &data_of(args.at(0, name)?)?, 0).map_or(Value::Int(-1), Value::from),
        "index" => match find(&data, &data_of(args.at(0, name)?)?, 0) {
            Some(at) => at.into(),
            None => return err("ValueError", "subsection not found"),
        },
        "startswith" => data.starts_with(&data_of(args.at(0, name)?)?).into(),
        "endswith" => data.ends_with(&data_of(args.at(0, name)?)?).into(),
        "upper" => same(data.to_ascii_uppercase()),
        "lower" => same(data.to_ascii_lowercase()),
        "strip" if args.pos.is_empty() => same(data.trim_ascii().to_vec()),
        "count" => {
            let part = data_of(args.at(0, name)?)?;
            let (mut n, mut from) = (0i64, 0);
            while let Some(at) = find(&data, &part, from) {
                n += 1;
                from = at + part.len().max(1);
            }
            n.into()
        }
        "split" => {
            let parts: Vec<Vec<u8>> = match args.pos.first() {
                Some(separator) => {
                    let separator = data_of(separator)?;
                    let (mut out, mut from) = (vec![], 0);
                    while let Some(at) = find(&data, &separator, from).filter(|_| !separator.is_empty()) {
                        out.push(data[from..at].to_vec());
                        from = at + separator.len();
                    }
                    out.push(data[from..].to_vec());
                    out
                }
                None => data.split(u8::is_ascii_whitespace).filter(|p| !p.is_empty()).map(<[u8]>::to_vec).collect(),
            };
            Value::list(parts.into_iter().map(same).collect())
        }
        "join" => {
            let parts = crate::iter::to_vec(args.at(0, name)?)?.iter().map(data_of).collect::<R<Vec<_>>>()?;
            same(parts.join(&data[..]))
        }
        "replace" => {
            let (old, new) = (data_of(args.at(0, name)?)?, data_of(args.at(1, name)?)?);
            let (mut out, mut from) = (vec![], 0);
            while let Some(at) = find(&data, &old, from).filter(|_| !old.is_empty()) {
                out.extend_from_slice(&data[from..at]);
                out.extend_from_slice(&new);
                from = at + old.len();
            }
            out.extend_from_slice(&data[from..]);
            same(out)
        }
        "append" if bytes.mutable => {
            bytes.data.borrow_mut().push(byte(args.at(0, name)?)?);
            Value::None
        }
        "extend" if bytes.mutable => {
            let more = crate::iter::to_vec(args.at(0, name)?)?.iter().map(byte).collect::<R<Vec<u8>>>()?;
            bytes.data.borrow_mut().extend(more);
            Value::None
        }
        _ => return Ok(None),
    }))
}
