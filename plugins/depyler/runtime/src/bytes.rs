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
    let chars: Vec<char> = text.chars().collect();
    let digit = |at: usize| match chars.get(at).and_then(|c| c.to_digit(16)) {
        Some(digit) => Ok(digit as u8),
        None => err("ValueError", format!("non-hexadecimal number found in fromhex() arg at position {at}")),
    };
    let (mut data, mut at) = (Vec::with_capacity(chars.len() / 2), 0);
    while let Some(c) = chars.get(at) {
        // White space of ASCII may stand between pairs.
        if c.is_ascii_whitespace() || *c == '\u{b}' {
            at += 1;
        } else {
            data.push(digit(at)? * 16 + digit(at + 1)?);
            at += 2;
        }
    }
    Ok(value(data, false))
}

fn data_of(value: &Value) -> R<Vec<u8>> {
    match value {
        Value::Bytes(bytes) => Ok(bytes.data.borrow().clone()),
        Value::Native(_) if crate::memory::data(value).is_some() => {
            crate::memory::data(value).unwrap_or_else(|| Ok(vec![]))
        }
        other => err(
            "TypeError",
            format!("a bytes-like object is required, not '{}'", crate::class::class_of(other).full_name()),
        ),
    }
}

/// A method of bytes; none when there is no such one.
pub fn call(bytes: &Rc<Bytes>, name: Name, args: &Args) -> Option<R> {
    run(bytes, name, args).transpose()
}

/// The names of all methods.
pub const METHODS: &[Name] = &[
    "decode",
    "hex",
    "find",
    "rfind",
    "index",
    "rindex",
    "count",
    "startswith",
    "endswith",
    "split",
    "rsplit",
    "strip",
    "lstrip",
    "rstrip",
    "partition",
    "rpartition",
    "join",
    "replace",
    "upper",
    "lower",
    "title",
    "capitalize",
    "swapcase",
    "center",
    "ljust",
    "rjust",
    "zfill",
    "expandtabs",
    "removeprefix",
    "removesuffix",
    "splitlines",
    "translate",
    "isalpha",
    "isdigit",
    "isalnum",
    "isspace",
    "isupper",
    "islower",
    "istitle",
    "isascii",
    "fromhex",
    "maketrans",
    "append",
    "extend",
    "insert",
    "pop",
    "remove",
    "clear",
    "reverse",
    "copy",
    "__len__",
    "__getitem__",
    "__contains__",
    "__iter__",
    "__add__",
    "__mul__",
    "__mod__",
];

const MUTATORS: &[Name] = &["append", "extend", "insert", "pop", "remove", "clear", "reverse", "copy"];

/// Whether the method exists for `bytes`, or for `bytearray` when `mutable`.
pub fn has(name: Name, mutable: bool) -> bool {
    METHODS.contains(&name) && (mutable || !MUTATORS.contains(&name))
}

/// Bytes as text of the first 256 characters, other values as they are.
pub fn widen(value: &Value) -> Value {
    match value {
        Value::Bytes(bytes) => Value::str(bytes.data.borrow().iter().map(|b| char::from(*b)).collect::<String>()),
        Value::Tuple(all) => Value::tuple(all.iter().map(widen).collect()),
        Value::Dict(all) => {
            let mut dict = crate::dict::Dict::default();
            for (key, value) in all.borrow().pairs() {
                // Text is hashable.
                let _ = dict.set(widen(&key), widen(&value));
            }
            Value::dict(dict)
        }
        other => other.clone(),
    }
}

/// Text of the first 256 characters as bytes, in lists and tuples, too.
fn narrow(value: &Value, mutable: bool) -> Value {
    match value {
        Value::Str(text) => self::value(text.as_str().chars().map(|c| c as u32 as u8).collect(), mutable),
        Value::List(all) => Value::list(all.borrow().iter().map(|v| narrow(v, mutable)).collect()),
        Value::Tuple(all) => Value::tuple(all.iter().map(|v| narrow(v, mutable)).collect()),
        other => other.clone(),
    }
}

/// A method that text has, too, and that does the same there.
fn as_text(bytes: &Bytes, name: Name, args: &Args) -> R<Option<Value>> {
    let text = widen(&value(bytes.data.borrow().clone(), false));
    let Value::Str(text) = text else { return Ok(None) };
    let mut pos = vec![];
    for (at, arg) in args.pos.iter().enumerate() {
        let byte = matches!(name, "find" | "rfind" | "index" | "rindex" | "count") && at == 0;
        match arg {
            Value::Int(_) if byte => pos.push(Value::str(char::from(self::byte(arg)?).to_string())),
            Value::Str(_) => {
                return err("TypeError", "a bytes-like object is required, not 'str'");
            }
            _ => pos.push(widen(arg)),
        }
    }
    let kw: Vec<(Name, Value)> = args.kw.iter().map(|(k, v)| (*k, widen(v))).collect();
    let result = crate::str_methods::call(&text, name, &Args { pos: &pos, kw: &kw }).transpose();
    match result {
        Err(raised) if raised.is_a("ValueError") && matches!(name, "index" | "rindex") => {
            err("ValueError", "subsection not found")
        }
        other => Ok(other?.map(|value| narrow(&value, bytes.mutable))),
    }
}

fn lines(data: &[u8], keep: bool) -> Vec<Vec<u8>> {
    let (mut out, mut start, mut at) = (vec![], 0, 0);
    while at < data.len() {
        let len = match data[at..] {
            [b'\r', b'\n', ..] => 2,
            [b'\n' | b'\r', ..] => 1,
            _ => {
                at += 1;
                continue;
            }
        };
        out.push(data[start..if keep { at + len } else { at }].to_vec());
        at += len;
        start = at;
    }
    if start < data.len() {
        out.push(data[start..].to_vec());
    }
    out
}

fn titled(data: &[u8]) -> Vec<u8> {
    let mut inside = false;
    let mut one = |b: &u8| {
        let out = if inside { b.to_ascii_lowercase() } else { b.to_ascii_uppercase() };
        inside = b.is_ascii_alphabetic();
        out
    };
    data.iter().map(&mut one).collect()
}

fn run(bytes: &Rc<Bytes>, name: Name, args: &Args) -> R<Option<Value>> {
    if bytes.mutable && MUTATORS.contains(&name) {
        return mutate(bytes, name, args).map(Some);
    }
    let data = bytes.data.borrow().clone();
    let same = |data: Vec<u8>| value(data, bytes.mutable);
    let all = |test: fn(&u8) -> bool| Value::Bool(!data.is_empty() && data.iter().all(test));
    let cased = |yes: fn(&u8) -> bool, no: fn(&u8) -> bool| Value::Bool(data.iter().any(yes) && !data.iter().any(no));
    Ok(Some(match name {
        "decode" => {
            let (encoding, errors) = crate::codec::options(args, 0)?;
            Value::str(crate::codec::decode(&data, encoding, &errors)?)
        }
        "hex" => {
            let separator = args.opt(0, "sep").map_or(String::new(), |s| widen(&s).as_str().unwrap_or("").to_string());
            let group = args.opt(1, "bytes_per_sep").map_or(Ok(1), |n| crate::item::index(&n, "int"))?;
            let parts: Vec<String> = data.iter().map(|b| format!("{b:02x}")).collect();
            let size = group.unsigned_abs() as usize;
            if separator.is_empty() || size == 0 || parts.is_empty() {
                Value::str(parts.concat())
            } else if group < 0 {
                Value::str(parts.chunks(size).map(<[String]>::concat).collect::<Vec<_>>().join(&separator))
            } else {
                let first = parts.len() % size;
                let (head, rest) = parts.split_at(first);
                let head = (!head.is_empty()).then(|| head.concat());
                let all: Vec<String> = head.into_iter().chain(rest.chunks(size).map(<[String]>::concat)).collect();
                Value::str(all.join(&separator))
            }
        }
        "upper" => same(data.to_ascii_uppercase()),
        "lower" => same(data.to_ascii_lowercase()),
        "title" => same(titled(&data)),
        "capitalize" => {
            let mut out = data.to_ascii_lowercase();
            out.iter_mut().take(1).for_each(|b| b.make_ascii_uppercase());
            same(out)
        }
        "swapcase" => {
            let swap = |b: &u8| if b.is_ascii_lowercase() { b.to_ascii_uppercase() } else { b.to_ascii_lowercase() };
            same(data.iter().map(swap).collect())
        }
        "isalpha" => all(u8::is_ascii_alphabetic),
        "isdigit" => all(u8::is_ascii_digit),
        "isalnum" => all(u8::is_ascii_alphanumeric),
        "isspace" => all(|b| matches!(b, b' ' | b'\t'..=b'\r')),
        "isascii" => data.is_ascii().into(),
        "isupper" => cased(u8::is_ascii_uppercase, u8::is_ascii_lowercase),
        "islower" => cased(u8::is_ascii_lowercase, u8::is_ascii_uppercase),
        "istitle" => Value::Bool(data.iter().any(u8::is_ascii_alphabetic) && titled(&data) == data),
        "split" | "rsplit" if args.opt(0, "sep").is_none_or(|s| s.is_none()) && args.opt(1, "maxsplit").is_none() => {
            let parts = data.split(|b| matches!(b, b' ' | b'\t'..=b'\r')).filter(|p| !p.is_empty());
            Value::list(parts.map(|p| same(p.to_vec())).collect())
        }
        "strip" | "lstrip" | "rstrip" if args.pos.first().is_none_or(Value::is_none) => {
            let blanks = value(b" \t\n\r\x0b\x0c".to_vec(), false);
            return as_text(bytes, name, &crate::func::pos(&[blanks]));
        }
        "splitlines" => {
            let keep = args.opt(0, "keepends").map_or(Ok(false), |k| k.truth())?;
            Value::list(lines(&data, keep).into_iter().map(same).collect())
        }
        "join" => {
            let mut parts = vec![];
            for (at, part) in crate::iter::to_vec(args.at(0, name)?)?.iter().enumerate() {
                let Value::Bytes(part) = part else {
                    let class = crate::class::class_of(part).full_name();
                    return err(
                        "TypeError",
                        format!("sequence item {at}: expected a bytes-like object, {class} found"),
                    );
                };
                parts.push(part.data.borrow().clone());
            }
            same(parts.join(&data[..]))
        }
        "translate" => {
            let delete = args.opt(1, "delete").map_or(Ok(vec![]), |d| data_of(&d))?;
            let table = match args.at(0, name)? {
                Value::None => (0..=255).collect(),
                table => data_of(table)?,
            };
            let kept = data.iter().filter(|b| !delete.contains(b));
            same(kept.map(|b| table.get(usize::from(*b)).copied().unwrap_or(*b)).collect())
        }
        "fromhex" => fromhex(args)?,
        "maketrans" => maketrans(args)?,
        "find" | "rfind" | "index" | "rindex" | "count" | "startswith" | "endswith" | "split" | "rsplit" | "strip"
        | "lstrip" | "rstrip" | "partition" | "rpartition" | "replace" | "center" | "ljust" | "rjust" | "zfill"
        | "expandtabs" | "removeprefix" | "removesuffix" => return as_text(bytes, name, args),
        _ => return Ok(None),
    }))
}

/// `bytes.maketrans(from, to)`
///
/// # Errors
/// `ValueError` when the lengths differ.
pub fn maketrans(args: &Args) -> R {
    let (from, to) = (data_of(args.at(0, "maketrans")?)?, data_of(args.at(1, "maketrans")?)?);
    if from.len() != to.len() {
        return err("ValueError", "maketrans arguments must have same length");
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (a, b) in from.iter().zip(&to) {
        table[usize::from(*a)] = *b;
    }
    Ok(value(table, false))
}

fn mutate(bytes: &Rc<Bytes>, name: Name, args: &Args) -> R {
    let len = bytes.data.borrow().len() as i64;
    Ok(match name {
        "append" => {
            let new = byte(args.at(0, name)?)?;
            bytes.data.borrow_mut().push(new);
            Value::None
        }
        "extend" => {
            let more = crate::iter::to_vec(args.at(0, name)?)?.iter().map(byte).collect::<R<Vec<u8>>>()?;
            bytes.data.borrow_mut().extend(more);
            Value::None
        }
        "insert" => {
            let at = crate::item::index(args.at(0, name)?, "int")?;
            let at = if at < 0 { (at + len).max(0) } else { at.min(len) };
            let new = byte(args.at(1, name)?)?;
            bytes.data.borrow_mut().insert(at as usize, new);
            Value::None
        }
        "pop" => {
            let at = args.pos.first().map_or(Ok(-1), |n| crate::item::index(n, "int"))?;
            if len == 0 {
                return err("IndexError", "pop from empty bytearray");
            }
            let at = if at < 0 { at + len } else { at };
            if !(0..len).contains(&at) {
                return err("IndexError", "pop index out of range");
            }
            Value::Int(i64::from(bytes.data.borrow_mut().remove(at as usize)))
        }
        "remove" => {
            let old = byte(args.at(0, name)?)?;
            let found = bytes.data.borrow().iter().position(|b| *b == old);
            match found {
                Some(at) => {
                    bytes.data.borrow_mut().remove(at);
                    Value::None
                }
                None => return err("ValueError", "value not found in bytearray"),
            }
        }
        "clear" => {
            bytes.data.borrow_mut().clear();
            Value::None
        }
        "reverse" => {
            bytes.data.borrow_mut().reverse();
            Value::None
        }
        _ => value(bytes.data.borrow().clone(), true),
    })
}

/// `bytes % values`
///
/// # Errors
/// As for text.
pub fn percent(bytes: &Bytes, values: &Value) -> R {
    let format = widen(&value(bytes.data.borrow().clone(), false));
    let text = format.as_str().unwrap_or("").replace("%b", "%s");
    if directive(&text) {
        // `%r` and `%a` show what they are given, so that bytes must not be made text before.
        let text = text.replace("%r", "%a");
        let shown = |v: &Value| match v {
            Value::Bytes(_) => Ok(widen(v)),
            v => Ok(v.clone()),
        };
        let Value::Tuple(all) = values.plain() else {
            if text.matches('%').count() == 1 {
                let result = crate::percent::format(&text, &Value::tuple(vec![values.clone()]))?;
                return Ok(narrow(&Value::str(result), bytes.mutable));
            }
            return crate::run::hole("batuta: PY0206 `%r` and `%a` in bytes with names are not converted");
        };
        let kinds: Vec<char> =
            text.split('%').skip(1).filter_map(|part| part.chars().find(char::is_ascii_alphabetic)).collect();
        if kinds.len() != all.len() || text.contains("%%") || text.contains('*') {
            return crate::run::hole("batuta: PY0206 `%r` and `%a` in such a format of bytes are not converted");
        }
        let parts: Vec<Value> = all
            .iter()
            .zip(kinds)
            .map(|(v, kind)| if kind == 'a' { Ok(v.clone()) } else { shown(v) })
            .collect::<R<_>>()?;
        let result = crate::percent::format(&text, &Value::tuple(parts))?;
        return Ok(narrow(&Value::str(result), bytes.mutable));
    }
    let result = crate::percent::format(&text, &widen(values))?;
    Ok(narrow(&Value::str(result), bytes.mutable))
}

/// Whether a format shows something with `%r` or `%a`.
fn directive(text: &str) -> bool {
    text.split('%').skip(1).any(|part| matches!(part.chars().find(char::is_ascii_alphabetic), Some('r' | 'a')))
}
