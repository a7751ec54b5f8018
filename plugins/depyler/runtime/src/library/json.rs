//! `json`

use crate::exc::err;
use crate::func::Args;
use crate::value::{R, Value};

struct Style {
    indent: Option<String>,
    item: String,
    key: String,
    ascii: bool,
    sort: bool,
    default: Option<Value>,
    skip: bool,
    nan: bool,
    /// How deep values of `default` and containers are nested.
    level: std::cell::Cell<usize>,
}

fn style(args: &Args) -> R<Style> {
    let indent = match args.kwarg("indent") {
        Some(Value::Int(n)) => Some(" ".repeat(n.max(0) as usize)),
        Some(Value::Str(text)) => Some(text.as_str().to_string()),
        _ => None,
    };
    let (mut item, mut key) = (if indent.is_some() { "," } else { ", " }.to_string(), ": ".to_string());
    if let Some(pair) = args.kwarg("separators").filter(|p| !p.is_none()) {
        let [a, b] = crate::iter::unpack::<2>(&pair)?;
        (item, key) = (crate::repr::str_of(&a)?, crate::repr::str_of(&b)?);
    }
    let ascii = args.kwarg("ensure_ascii").map_or(Ok(true), |v| v.truth())?;
    let sort = args.kwarg("sort_keys").map_or(Ok(false), |v| v.truth())?;
    let default = args.kwarg("default").filter(|d| !d.is_none());
    let skip = args.kwarg("skipkeys").map_or(Ok(false), |v| v.truth())?;
    let nan = args.kwarg("allow_nan").map_or(Ok(true), |v| v.truth())?;
    Ok(Style { indent, item, key, ascii, sort, default, skip, nan, level: std::cell::Cell::new(0) })
}

fn json_value(args: &Args) -> R {
    match args.opt(0, "obj") {
        Some(value) => Ok(value),
        None => err("TypeError", "dumps() missing 1 required positional argument: 'obj'"),
    }
}

/// `json.dumps(value, ...)`
///
/// # Errors
/// `TypeError` for values that JSON does not have.
pub fn dumps(args: &Args) -> R {
    if let Some(class) = args.kwarg("cls").filter(|class| !class.is_none()) {
        let kw: Vec<_> = args.kw.iter().filter(|(name, _)| !matches!(*name, "cls" | "obj")).cloned().collect();
        return crate::call::call(&class, &Args { pos: &[], kw: &kw })?.method("encode", &[json_value(args)?]);
    }
    let mut out = String::new();
    write(&json_value(args)?, &style(args)?, 0, &mut out)?;
    Ok(Value::str(out))
}

/// `json.dump(value, file, ...)`
///
/// # Errors
/// As [`dumps`].
pub fn dump(args: &Args) -> R {
    let file = args.at(1, "dump")?;
    let text = dumps(&Args { pos: &args.pos[..1], kw: args.kw })?;
    file.method("write", &[text])?;
    Ok(Value::None)
}

fn quote(text: &str, ascii: bool, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\x08' => out.push_str("\\b"),
            '\x0c' => out.push_str("\\f"),
            c if (c as u32) < 32 || ascii && c as u32 > 126 => {
                let mut units = [0u16; 2];
                for unit in c.encode_utf16(&mut units) {
                    out.push_str(&format!("\\u{unit:04x}"));
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

fn number(x: f64, style: &Style) -> R<String> {
    if !style.nan && !x.is_finite() {
        let text = crate::repr::float(x);
        return err("ValueError", format!("Out of range float values are not JSON compliant: {text}"));
    }
    Ok(if x.is_nan() {
        "NaN".to_string()
    } else if x.is_infinite() {
        if x > 0.0 { "Infinity" } else { "-Infinity" }.to_string()
    } else {
        crate::repr::float(x)
    })
}

fn write(value: &Value, style: &Style, depth: usize, out: &mut String) -> R<()> {
    if style.level.get() > 900 {
        return err("ValueError", "Circular reference detected");
    }
    style.level.set(style.level.get() + 1);
    let result = write_inner(value, style, depth, out);
    style.level.set(style.level.get() - 1);
    result
}

/// The text of a key; none for a key to leave out.
fn key_text(key: &Value, style: &Style) -> R<Option<String>> {
    Ok(Some(match key.plain() {
        Value::Str(text) => text.as_str().to_string(),
        Value::Bool(b) => if b { "true" } else { "false" }.to_string(),
        Value::None => "null".to_string(),
        Value::Float(x) => number(x, style)?,
        key @ (Value::Int(_) | Value::Big(_)) => crate::repr::repr(&key)?,
        _ if style.skip => return Ok(None),
        _ => {
            let kind = crate::class::class_of(key).name;
            return err("TypeError", format!("keys must be str, int, float, bool or None, not {kind}"));
        }
    }))
}

fn write_inner(value: &Value, style: &Style, depth: usize, out: &mut String) -> R<()> {
    let plain = value.plain();
    match &plain {
        Value::None => out.push_str("null"),
        Value::Bool(b) => out.push_str(if *b { "true" } else { "false" }),
        Value::Float(x) => out.push_str(&number(*x, style)?),
        Value::Int(_) | Value::Big(_) => out.push_str(&crate::repr::repr(&plain)?),
        Value::Str(text) => quote(text.as_str(), style.ascii, out),
        Value::List(_) | Value::Tuple(_) => {
            let items = crate::iter::to_vec(&plain)?;
            sequence(out, style, depth, ('[', ']'), items.len(), |at, out| write(&items[at], style, depth + 1, out))?;
        }
        Value::Dict(dict) => {
            let mut pairs = dict.borrow().pairs();
            if style.sort {
                let all = pairs.into_iter().map(|(k, v)| Value::tuple(vec![k, v])).collect();
                let key = crate::func::def("key", "pair", vec![], |pair: Value| pair.item(&Value::Int(0)));
                let (sorted, result) = crate::list_methods::sorted(all, Some(key), None);
                result?;
                pairs =
                    sorted.iter().map(|p| Ok((p.item(&Value::Int(0))?, p.item(&Value::Int(1))?))).collect::<R<_>>()?;
            }
            let named = pairs.into_iter().map(|(key, value)| Ok(key_text(&key, style)?.map(|text| (text, value))));
            let pairs: Vec<(String, Value)> = named.filter_map(R::transpose).collect::<R<_>>()?;
            sequence(out, style, depth, ('{', '}'), pairs.len(), |at, out| {
                let (text, value) = &pairs[at];
                quote(text, style.ascii, out);
                out.push_str(&style.key);
                write(value, style, depth + 1, out)
            })?;
        }
        _ => match &style.default {
            Some(default) => write(&default.call(std::slice::from_ref(value))?, style, depth, out)?,
            None => {
                let kind = crate::class::class_of(value).name;
                return err("TypeError", format!("Object of type {kind} is not JSON serializable"));
            }
        },
    }
    Ok(())
}

fn sequence(
    out: &mut String,
    style: &Style,
    depth: usize,
    brackets: (char, char),
    len: usize,
    mut item: impl FnMut(usize, &mut String) -> R<()>,
) -> R<()> {
    out.push(brackets.0);
    let line = |out: &mut String, depth: usize| {
        if let Some(indent) = &style.indent {
            out.push('\n');
            out.push_str(&indent.repeat(depth));
        }
    };
    for at in 0..len {
        if at > 0 {
            out.push_str(&style.item);
        }
        line(out, depth + 1);
        item(at, out)?;
    }
    if len > 0 {
        line(out, depth);
    }
    out.push(brackets.1);
    Ok(())
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    object: Option<Value>,
    pairs: Option<Value>,
    float: Option<Value>,
    int: Option<Value>,
}

/// `json.loads(text)`
///
/// # Errors
/// `JSONDecodeError` when it is no JSON.
pub fn loads(args: &Args) -> R {
    let text = match args.at(0, "loads")? {
        Value::Str(text) => text.as_str().to_string(),
        Value::Bytes(bytes) => String::from_utf8_lossy(&bytes.data.borrow()).into_owned(),
        other => {
            let kind = crate::class::class_of(other).name;
            return err("TypeError", format!("the JSON object must be str, bytes or bytearray, not {kind}"));
        }
    };
    if let Some(class) = args.kwarg("cls").filter(|class| !class.is_none()) {
        let kw: Vec<_> = args.kw.iter().filter(|(name, _)| *name != "cls").cloned().collect();
        return crate::call::call(&class, &Args { pos: &[], kw: &kw })?.method("decode", &[Value::str(text)]);
    }
    let hook = |name| args.kwarg(name).filter(|hook| !hook.is_none());
    let mut reader = Reader {
        text: &text,
        at: 0,
        object: hook("object_hook"),
        pairs: hook("object_pairs_hook"),
        float: hook("parse_float"),
        int: hook("parse_int"),
    };
    let value = reader.value(0)?;
    reader.blanks();
    if reader.at < text.len() { reader.fail("Extra data", reader.at) } else { Ok(value) }
}

/// `json.load(file)`
///
/// # Errors
/// As [`loads`].
pub fn load(args: &Args) -> R {
    let text = args.at(0, "load")?.method("read", &[])?;
    loads(&Args { pos: &[text], kw: args.kw })
}

impl Reader<'_> {
    fn fail<T>(&self, message: &str, at: usize) -> R<T> {
        let before = &self.text[..at];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        let pos = before.chars().count();
        let raised = crate::exc::new("JSONDecodeError", format!("{message}: line {line} column {column} (char {pos})"));
        let parts: [(crate::value::Name, Value); 5] = [
            ("msg", Value::str(message)),
            ("doc", Value::str(self.text)),
            ("pos", pos.into()),
            ("lineno", line.into()),
            ("colno", column.into()),
        ];
        for (name, value) in parts {
            raised.0.attrs.set(name, value);
        }
        Err(raised)
    }

    fn blanks(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
    }

    fn eat(&mut self, part: &str) -> bool {
        let found = self.text[self.at..].starts_with(part);
        if found {
            self.at += part.len();
        }
        found
    }

    fn value(&mut self, depth: usize) -> R {
        if depth > 900 {
            return err(
                "RecursionError",
                "maximum recursion depth exceeded while decoding a JSON array from a unicode string",
            );
        }
        self.blanks();
        for (word, value) in [
            ("null", Value::None),
            ("true", Value::Bool(true)),
            ("false", Value::Bool(false)),
            ("NaN", Value::Float(f64::NAN)),
            ("Infinity", Value::Float(f64::INFINITY)),
            ("-Infinity", Value::Float(f64::NEG_INFINITY)),
        ] {
            if self.eat(word) {
                return Ok(value);
            }
        }
        match self.text[self.at..].chars().next() {
            Some('"') => self.string().map(Value::str),
            Some('[') => self.list(depth),
            Some('{') => self.dict(depth),
            Some(c) if c == '-' || c.is_ascii_digit() => self.number(),
            _ => self.fail("Expecting value", self.at),
        }
    }

    fn number(&mut self) -> R {
        let rest = &self.text[self.at..];
        let start = self.at;
        let Some(end) = number_end(rest.as_bytes()) else { return self.fail("Expecting value", start) };
        let text = &rest[..end];
        self.at += end;
        let args = [Value::str(text)];
        let args = crate::func::pos(&args);
        let hook = if text.contains(['.', 'e', 'E']) { &self.float } else { &self.int };
        if let Some(hook) = hook {
            return crate::call::call(hook, &args);
        }
        let parsed =
            if text.contains(['.', 'e', 'E']) { crate::construct::float(&args) } else { crate::construct::int(&args) };
        parsed.or_else(|_| self.fail("Expecting value", start))
    }

    fn list(&mut self, depth: usize) -> R {
        self.at += 1;
        let mut items = vec![];
        self.blanks();
        if self.eat("]") {
            return Ok(Value::list(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            self.blanks();
            if self.eat("]") {
                return Ok(Value::list(items));
            }
            if !self.eat(",") {
                return self.fail("Expecting ',' delimiter", self.at);
            }
        }
    }

    fn object(&self, pairs: Vec<(Value, Value)>) -> R {
        if let Some(hook) = &self.pairs {
            let pairs = pairs.into_iter().map(|(key, value)| Value::tuple(vec![key, value])).collect();
            return hook.call(&[Value::list(pairs)]);
        }
        let dict = crate::construct::dict_of(pairs)?;
        match &self.object {
            Some(hook) => hook.call(&[dict]),
            None => Ok(dict),
        }
    }

    fn dict(&mut self, depth: usize) -> R {
        self.at += 1;
        let mut pairs = vec![];
        self.blanks();
        if self.eat("}") {
            return self.object(pairs);
        }
        loop {
            self.blanks();
            if !self.text[self.at..].starts_with('"') {
                return self.fail("Expecting property name enclosed in double quotes", self.at);
            }
            let key = self.string()?;
            self.blanks();
            if !self.eat(":") {
                return self.fail("Expecting ':' delimiter", self.at);
            }
            pairs.push((Value::str(key), self.value(depth + 1)?));
            self.blanks();
            if self.eat("}") {
                return self.object(pairs);
            }
            if !self.eat(",") {
                return self.fail("Expecting ',' delimiter", self.at);
            }
        }
    }

    fn string(&mut self) -> R<String> {
        let start = self.at;
        self.at += 1;
        let mut units: Vec<u16> = vec![];
        loop {
            let Some(c) = self.text[self.at..].chars().next() else {
                return self.fail("Unterminated string starting at", start);
            };
            self.at += c.len_utf8();
            match c {
                '"' => return Ok(String::from_utf16_lossy(&units)),
                '\\' => {
                    let escape = self.text[self.at..].chars().next().unwrap_or(' ');
                    self.at += escape.len_utf8();
                    let plain = match escape {
                        '"' | '\\' | '/' => escape,
                        'n' => '\n',
                        'r' => '\r',
                        't' => '\t',
                        'b' => '\x08',
                        'f' => '\x0c',
                        'u' => {
                            let code =
                                self.text.get(self.at..self.at + 4).and_then(|h| u16::from_str_radix(h, 16).ok());
                            let Some(code) = code else { return self.fail("Invalid \\uXXXX escape", self.at - 1) };
                            self.at += 4;
                            units.push(code);
                            continue;
                        }
                        _ => return self.fail("Invalid \\escape", self.at - 2),
                    };
                    units.push(plain as u16);
                }
                c if (c as u32) < 32 => return self.fail("Invalid control character at", self.at - 1),
                c => {
                    let mut pair = [0; 2];
                    units.extend_from_slice(c.encode_utf16(&mut pair));
                }
            }
        }
    }
}

/// Where the number ends that a text begins with: `-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?`
fn number_end(text: &[u8]) -> Option<usize> {
    let digits = |at: usize| text[at.min(text.len())..].iter().take_while(|b| b.is_ascii_digit()).count();
    let at = usize::from(text.first() == Some(&b'-'));
    let whole = if text.get(at) == Some(&b'0') { 1 } else { digits(at) };
    if whole == 0 {
        return None;
    }
    let mut end = at + whole;
    if text.get(end) == Some(&b'.') && digits(end + 1) > 0 {
        end += 1 + digits(end + 1);
    }
    if matches!(text.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(text.get(end + 1), Some(b'+' | b'-')));
        let exponent = digits(end + 1 + sign);
        if exponent > 0 {
            end += 1 + sign + exponent;
        }
    }
    Some(end)
}
