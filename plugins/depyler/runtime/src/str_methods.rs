//! Methods of `str`.

use crate::class::class_of;
use crate::exc::err;
use crate::func::Args;
use crate::string::Str;
use crate::value::{Name, R, Value};

/// A method of a string; none when there is no such one.
pub fn call(this: &Str, name: Name, args: &Args) -> Option<R> {
    run(this, name, args).transpose()
}

fn text<'a>(args: &Args<'a>, at: usize, method: Name) -> R<&'a str> {
    let value = args.at(at, method)?;
    match value.as_str() {
        Some(text) => Ok(text),
        None => {
            err("TypeError", format!("{method}() argument {} must be str, not {}", at + 1, class_of(value).full_name()))
        }
    }
}

fn int(args: &Args, at: usize, default: i64) -> R<i64> {
    match args.pos.get(at) {
        None | Some(Value::None) => Ok(default),
        Some(value) => crate::item::index(value, "string"),
    }
}

/// The part of the text that optional start and end arguments select, with the code point where it starts.
fn window<'a>(this: &'a Str, args: &Args, at: usize) -> R<(&'a str, usize, bool)> {
    let len = this.chars() as i64;
    let clamp = |n: i64| if n < 0 { (n + len).max(0) } else { n };
    let (start, end) = (clamp(int(args, at, 0)?), clamp(int(args, at + 1, len)?).min(len));
    if start > end {
        return Ok(("", 0, false));
    }
    Ok((this.slice(start as usize..end as usize), start as usize, true))
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c as u32, 0x1c..=0x1f)
}

fn run(this: &Str, name: Name, args: &Args) -> R<Option<Value>> {
    let s = this.as_str();
    let all = |test: fn(char) -> bool| Value::Bool(!s.is_empty() && s.chars().all(test));
    Ok(Some(match name {
        "join" => join(s, args)?,
        "split" => split(s, args, false)?,
        "rsplit" => split(s, args, true)?,
        "strip" => Value::str(strip(s, args, true, true)?),
        "lstrip" => Value::str(strip(s, args, true, false)?),
        "rstrip" => Value::str(strip(s, args, false, true)?),
        "upper" => Value::str(s.to_uppercase()),
        "lower" => Value::str(s.to_lowercase()),
        "casefold" => Value::str(s.to_lowercase().replace('ß', "ss")),
        "capitalize" => {
            let mut chars = s.chars();
            let first: String = chars.next().map_or(String::new(), titled);
            Value::str(first + &chars.as_str().to_lowercase())
        }
        "title" => Value::str(title(s)),
        "swapcase" => Value::str(
            s.chars()
                .map(|c| if c.is_uppercase() { c.to_lowercase().to_string() } else { c.to_uppercase().to_string() })
                .collect::<String>(),
        ),
        "replace" => replace(s, args)?,
        "startswith" => affix(this, args, "startswith", |s, part| s.starts_with(part))?,
        "endswith" => affix(this, args, "endswith", |s, part| s.ends_with(part))?,
        "find" => find(this, args, name, false)?.map_or(Value::Int(-1), Value::from),
        "rfind" => find(this, args, name, true)?.map_or(Value::Int(-1), Value::from),
        "index" | "rindex" => match find(this, args, name, name == "rindex")? {
            Some(at) => at.into(),
            None => return err("ValueError", "substring not found"),
        },
        "count" => {
            let part = text(args, 0, name)?;
            let (area, _, valid) = window(this, args, 1)?;
            if !valid {
                Value::Int(0)
            } else if part.is_empty() {
                Value::from(area.chars().count() + 1)
            } else {
                area.matches(part).count().into()
            }
        }
        "isalpha" => all(char::is_alphabetic),
        "isdigit" => all(|c| {
            c.is_ascii_digit()
                || "²³¹⁰⁴⁵⁶⁷⁸⁹".contains(c)
                || c.is_numeric() && c.to_digit(10).is_none() && is_decimal(c)
        }),
        "isdecimal" => all(is_decimal),
        "isnumeric" => all(char::is_numeric),
        "isalnum" => all(char::is_alphanumeric),
        "isspace" => all(is_space),
        "isupper" => Value::Bool(s.chars().any(char::is_uppercase) && !s.chars().any(char::is_lowercase)),
        "islower" => Value::Bool(s.chars().any(char::is_lowercase) && !s.chars().any(char::is_uppercase)),
        "istitle" => Value::Bool(s.chars().any(char::is_alphabetic) && title(s) == s),
        "isascii" => s.is_ascii().into(),
        "isprintable" => Value::Bool(
            !s.chars().any(|c| c.is_control() || matches!(c, '\u{a0}' | '\u{ad}') || crate::repr::is_unprintable(c)),
        ),
        "isidentifier" => {
            let mut chars = s.chars();
            let first = chars.next().is_some_and(|c| c.is_alphabetic() || c == '_');
            Value::Bool(first && chars.all(|c| c.is_alphanumeric() || c == '_'))
        }
        "center" | "ljust" | "rjust" => justify(this, name, args)?,
        "zfill" => {
            let missing = (int(args, 0, 0)? - this.chars() as i64).max(0) as usize;
            let (sign, digits) = if s.starts_with(['+', '-']) { s.split_at(1) } else { ("", s) };
            Value::str(format!("{sign}{}{digits}", "0".repeat(missing)))
        }
        "partition" | "rpartition" => partition(s, name, args)?,
        "splitlines" => splitlines(s, args),
        "expandtabs" => Value::str(expandtabs(
            s,
            match args.opt(0, "tabsize") {
                Some(n) => crate::item::index(&n, "tabsize")?,
                None => 8,
            },
        )),
        "removeprefix" => Value::str(s.strip_prefix(text(args, 0, name)?).unwrap_or(s)),
        "removesuffix" => Value::str(
            s.strip_suffix(text(args, 0, name)?).filter(|_| !text(args, 0, name).unwrap_or("").is_empty()).unwrap_or(s),
        ),
        "format" => Value::str(crate::format::str_format(s, args)?),
        "format_map" => {
            let mut kw = vec![];
            crate::call::keywords(args.at(0, name)?, &mut kw)?;
            Value::str(crate::format::str_format(s, &Args { pos: &[], kw: &kw })?)
        }
        "encode" => encode(s, args)?,
        "translate" => translate(s, args.at(0, name)?)?,
        "maketrans" => maketrans(args)?,
        _ => return Ok(None),
    }))
}

pub(crate) fn is_decimal(c: char) -> bool {
    c.is_ascii_digit() || matches!(c as u32, 0x660..=0x669 | 0x6f0..=0x6f9 | 0x966..=0x96f | 0xff10..=0xff19)
}

fn titled(c: char) -> String {
    match c {
        'ß' => "Ss".to_string(),
        'Ǆ' | 'ǅ' | 'ǆ' => "ǅ".to_string(),
        'Ǉ' | 'ǈ' | 'ǉ' => "ǈ".to_string(),
        'Ǌ' | 'ǋ' | 'ǌ' => "ǋ".to_string(),
        'Ǳ' | 'ǲ' | 'ǳ' => "ǲ".to_string(),
        c => c.to_uppercase().to_string(),
    }
}

fn title(s: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in s.chars() {
        if inside {
            out.extend(c.to_lowercase());
        } else {
            out.push_str(&titled(c));
        }
        inside = c.is_alphabetic();
    }
    out
}

fn join(s: &str, args: &Args) -> R {
    args.exactly("str.join", 1, 1)?;
    let mut out = String::new();
    let items = match crate::iter::to_vec(&args.pos[0]) {
        Ok(items) => items,
        Err(raised) if raised.is_a("TypeError") && !matches!(args.pos[0], Value::Iter(_) | Value::Obj(_)) => {
            return err("TypeError", "can only join an iterable");
        }
        Err(raised) => return Err(raised),
    };
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push_str(s);
        }
        match item.plain().as_str() {
            Some(text) => out.push_str(text),
            None => {
                let kind = class_of(item).full_name();
                return err("TypeError", format!("sequence item {at}: expected str instance, {kind} found"));
            }
        }
    }
    Ok(Value::str(out))
}

fn split(s: &str, args: &Args, from_right: bool) -> R {
    let separator = args.opt(0, "sep").filter(|v| !v.is_none());
    let most = match args.opt(1, "maxsplit") {
        Some(n) => crate::item::index(&n, "maxsplit")?,
        None => -1,
    };
    let most = if most < 0 { usize::MAX } else { most as usize };
    let parts: Vec<String> = match &separator {
        Some(separator) => {
            let Some(separator) = separator.as_str() else {
                return err("TypeError", format!("must be str or None, not {}", class_of(separator).full_name()));
            };
            if separator.is_empty() {
                return err("ValueError", "empty separator");
            }
            let limit = most.saturating_add(1);
            if from_right {
                let mut parts: Vec<String> = s.rsplitn(limit, separator).map(String::from).collect();
                parts.reverse();
                parts
            } else {
                s.splitn(limit, separator).map(String::from).collect()
            }
        }
        None => blanks(s, most, from_right),
    };
    Ok(Value::list(parts.into_iter().map(Value::from).collect()))
}

fn blanks(s: &str, most: usize, from_right: bool) -> Vec<String> {
    let mut parts = vec![];
    let mut rest = if from_right { s.trim_end_matches(is_space) } else { s.trim_start_matches(is_space) };
    while !rest.is_empty() {
        if parts.len() == most {
            parts.push(rest.to_string());
            break;
        }
        let found = if from_right { rest.rfind(is_space) } else { rest.find(is_space) };
        let Some(at) = found else {
            parts.push(rest.to_string());
            break;
        };
        if from_right {
            let word = rest[at..].trim_start_matches(is_space);
            parts.push(word.to_string());
            rest = rest[..at].trim_end_matches(is_space);
        } else {
            parts.push(rest[..at].to_string());
            rest = rest[at..].trim_start_matches(is_space);
        }
    }
    if from_right {
        parts.reverse();
        if let Some(first) = parts.first_mut() {
            *first = if parts_limit(most) { first.trim_start_matches(is_space).to_string() } else { first.clone() };
        }
    }
    parts
}

fn parts_limit(most: usize) -> bool {
    most != usize::MAX
}

fn strip(s: &str, args: &Args, left: bool, right: bool) -> R<String> {
    let set: Option<Vec<char>> = match args.pos.first() {
        None | Some(Value::None) => None,
        Some(value) => match value.as_str() {
            Some(chars) => Some(chars.chars().collect()),
            None => return err("TypeError", "strip arg must be None or str"),
        },
    };
    let test = |c: char| set.as_ref().map_or_else(|| is_space(c), |set| set.contains(&c));
    let s = if left { s.trim_start_matches(test) } else { s };
    Ok(if right { s.trim_end_matches(test) } else { s }.to_string())
}

fn replace(s: &str, args: &Args) -> R {
    let (old, new) = (text(args, 0, "replace")?, text(args, 1, "replace")?);
    let most = int(args, 2, -1)?;
    Ok(Value::str(if most < 0 { s.replace(old, new) } else { s.replacen(old, new, most as usize) }))
}

fn affix(this: &Str, args: &Args, method: Name, test: fn(&str, &str) -> bool) -> R {
    let (area, _, valid) = window(this, args, 1)?;
    let wanted = args.at(0, method)?;
    let candidates = match wanted {
        Value::Tuple(items) => items.to_vec(),
        other => vec![other.clone()],
    };
    for candidate in candidates {
        match candidate.as_str() {
            Some(part) => {
                if valid && test(area, part) {
                    return Ok(Value::Bool(true));
                }
            }
            None => {
                let kind = class_of(&candidate).full_name();
                return err("TypeError", format!("{method} first arg must be str or a tuple of str, not {kind}"));
            }
        }
    }
    Ok(Value::Bool(false))
}

fn find(this: &Str, args: &Args, method: Name, last: bool) -> R<Option<usize>> {
    let value = args.at(0, method)?;
    let Some(part) = value.as_str() else {
        return err("TypeError", format!("must be str, not {}", class_of(value).full_name()));
    };
    let (area, start, valid) = window(this, args, 1)?;
    if !valid {
        return Ok(None);
    }
    let found = if last { area.rfind(part) } else { area.find(part) };
    Ok(found.map(|at| start + if this.is_ascii() { at } else { area[..at].chars().count() }))
}

fn justify(this: &Str, name: Name, args: &Args) -> R {
    let s = this.as_str();
    let width = int(args, 0, 0)?;
    let fill = if args.pos.len() > 1 { text(args, 1, name)? } else { " " };
    if fill.chars().count() != 1 {
        return err("TypeError", "The fill character must be exactly one character long");
    }
    let missing = (width - this.chars() as i64).max(0) as usize;
    // CPython puts the odd blank on the left when the width is odd.
    let left = match name {
        "ljust" => 0,
        "rjust" => missing,
        _ => missing / 2 + (missing & width.max(0) as usize & 1),
    };
    Ok(Value::str(format!("{}{s}{}", fill.repeat(left), fill.repeat(missing - left))))
}

fn partition(s: &str, name: Name, args: &Args) -> R {
    let separator = text(args, 0, name)?;
    if separator.is_empty() {
        return err("ValueError", "empty separator");
    }
    let found = if name == "partition" { s.split_once(separator) } else { s.rsplit_once(separator) };
    let parts = match found {
        Some((head, tail)) => [head, separator, tail],
        None if name == "partition" => [s, "", ""],
        None => ["", "", s],
    };
    Ok(Value::tuple(parts.iter().map(|p| Value::from(*p)).collect()))
}

fn splitlines(s: &str, args: &Args) -> Value {
    let keep = args.opt(0, "keepends").is_some_and(|v| matches!(v, Value::Bool(true) | Value::Int(1)));
    let mut out = vec![];
    let mut start = 0;
    let mut chars = s.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !matches!(c, '\n' | '\r' | '\x0b' | '\x0c' | '\x1c' | '\x1d' | '\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}') {
            continue;
        }
        let mut end = at + c.len_utf8();
        if c == '\r' && chars.peek().is_some_and(|(_, c)| *c == '\n') {
            chars.next();
            end += 1;
        }
        out.push(Value::str(&s[start..if keep { end } else { at }]));
        start = end;
    }
    if start < s.len() {
        out.push(Value::str(&s[start..]));
    }
    Value::list(out)
}

fn expandtabs(s: &str, size: i64) -> String {
    let mut out = String::new();
    let mut column = 0;
    for c in s.chars() {
        match c {
            '\t' if size > 0 => {
                let n = size - column % size;
                out.push_str(&" ".repeat(n as usize));
                column += n;
            }
            '\t' => {}
            '\n' | '\r' => {
                out.push(c);
                column = 0;
            }
            c => {
                out.push(c);
                column += 1;
            }
        }
    }
    out
}

fn encode(s: &str, args: &Args) -> R {
    let (encoding, errors) = crate::codec::options(args, 0)?;
    Ok(crate::bytes::value(crate::codec::encode(s, encoding, &errors)?, false))
}

fn translate(s: &str, table: &Value) -> R {
    let mut out = String::new();
    for c in s.chars() {
        let found = match crate::item::get_item(table, &Value::Int(i64::from(c as u32))) {
            Ok(found) => found,
            Err(raised) if raised.is_a("LookupError") => {
                out.push(c);
                continue;
            }
            Err(raised) => return Err(raised),
        };
        match found {
            Value::None => {}
            Value::Str(text) => out.push_str(text.as_str()),
            Value::Int(n) => match u32::try_from(n).ok().and_then(char::from_u32) {
                Some(c) => out.push(c),
                None => return err("ValueError", "character mapping must be in range(0x110000)"),
            },
            _ => return err("TypeError", "character mapping must return integer, None or str"),
        }
    }
    Ok(Value::str(out))
}

/// `str.maketrans(...)`
///
/// # Errors
/// `ValueError` for texts of different lengths.
pub fn maketrans(args: &Args) -> R {
    let mut dict = crate::dict::Dict::default();
    let code = |c: char| Value::Int(i64::from(c as u32));
    if let [Value::Dict(pairs)] = args.pos {
        for (key, value) in pairs.borrow().pairs() {
            let key = match key.as_str().and_then(|k| k.chars().next()) {
                Some(c) => code(c),
                None => key,
            };
            dict.set(key, value)?;
        }
        return Ok(Value::dict(dict));
    }
    let (from, to) = (text(args, 0, "maketrans")?, text(args, 1, "maketrans")?);
    if from.chars().count() != to.chars().count() {
        return err("ValueError", "the first two maketrans arguments must have equal length");
    }
    for (a, b) in from.chars().zip(to.chars()) {
        dict.set(code(a), code(b))?;
    }
    if args.pos.len() > 2 {
        for c in text(args, 2, "maketrans")?.chars() {
            dict.set(code(c), Value::None)?;
        }
    }
    Ok(Value::dict(dict))
}
