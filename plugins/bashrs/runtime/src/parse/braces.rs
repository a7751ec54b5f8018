//! Brace expansion of bash: `a{b,c}d`, `{1..5}`.

use crate::ast::{Param, ParamName, ParamOp, Part, Word};

/// Most words that one word may become where the caller keeps them all as syntax.
pub(crate) const MAX_WORDS: usize = 10_000;

/// A brace at a place: part and byte offset within it.
type Place = (usize, usize);

/// The words that `word` stands for; none when there are more than `most`.
pub(crate) fn expand(word: &Word, most: usize) -> Option<Vec<Word>> {
    let mut done = vec![];
    let mut todo = vec![word.clone()];
    while let Some(word) = todo.pop() {
        if done.len() + todo.len() > most {
            return None;
        }
        match first_group(&word, most)? {
            Some(alternatives) => todo.extend(alternatives.into_iter().rev()),
            // `{,x}` gives an empty word, which is no field.
            None if matches!(word.parts.as_slice(), [Part::Literal(text)] if text.is_empty()) => {}
            None => done.push(word),
        }
    }
    Some(done)
}

/// The words after expanding the first group; the outer none: too many.
fn first_group(word: &Word, most: usize) -> Option<Option<Vec<Word>>> {
    for (number, part) in word.parts.iter().enumerate() {
        let Part::Literal(text) = part else { continue };
        for (at, byte) in text.bytes().enumerate() {
            if byte != b'{' {
                continue;
            }
            match group_at(word, (number, at), most) {
                Group::Words(words) => return Some(Some(words)),
                Group::TooMany => return None,
                Group::None => {}
            }
        }
    }
    Some(None)
}

/// What a brace opens.
enum Group {
    /// These words.
    Words(Vec<Word>),
    /// More words than wanted.
    TooMany,
    /// Nothing.
    None,
}

fn group_at(word: &Word, open: Place, most: usize) -> Group {
    let mut depth = 0;
    let mut commas = vec![];
    let mut close = None;
    'parts: for (number, part) in word.parts.iter().enumerate().skip(open.0) {
        let Part::Literal(text) = part else { continue };
        let start = if number == open.0 { open.1 + 1 } else { 0 };
        for (at, byte) in text.bytes().enumerate().skip(start) {
            match byte {
                b'{' => depth += 1,
                b'}' if depth == 0 => {
                    close = Some((number, at));
                    break 'parts;
                }
                b'}' => depth -= 1,
                b',' if depth == 0 => commas.push((number, at)),
                _ => {}
            }
        }
    }
    let Some(close) = close else { return Group::None };
    let prefix = slice(word, (0, 0), open);
    let suffix = slice(word, (close.0, close.1 + 1), (word.parts.len(), 0));
    let inner_start = (open.0, open.1 + 1);
    if commas.is_empty() {
        let inner = slice(word, inner_start, close);
        let [Part::Literal(text)] = inner.as_slice() else { return Group::None };
        let Some(count) = sequence_length(text) else { return Group::None };
        if count > most {
            return Group::TooMany;
        }
        let items = sequence(text).unwrap_or_default();
        return Group::Words(
            items
                .into_iter()
                .map(|item| if item.is_empty() { Part::Quoted(item) } else { Part::Literal(item) })
                .map(|item| join(word, &prefix, &[item], &suffix))
                .collect(),
        );
    }
    let mut out = vec![];
    let mut start = inner_start;
    for end in commas.into_iter().chain([close]) {
        let inner = slice(word, start, end);
        out.push(join(word, &prefix, &inner, &suffix));
        start = (end.0, end.1 + 1);
    }
    Group::Words(out)
}

/// The parts from `from` up to `to`.
fn slice(word: &Word, from: Place, to: Place) -> Vec<Part> {
    let mut out = vec![];
    for (number, part) in word.parts.iter().enumerate() {
        if number < from.0 || number > to.0 {
            continue;
        }
        match part {
            Part::Literal(text) => {
                let start = if number == from.0 { from.1 } else { 0 };
                let end = if number == to.0 { to.1 } else { text.len() };
                if start < end {
                    out.push(Part::Literal(text[start..end].to_string()));
                }
            }
            other if number < to.0 => out.push(other.clone()),
            _ => {}
        }
    }
    out
}

fn join(word: &Word, prefix: &[Part], middle: &[Part], suffix: &[Part]) -> Word {
    let mut parts: Vec<Part> = vec![];
    for part in prefix.iter().chain(middle).chain(suffix) {
        match (parts.last_mut(), part) {
            (Some(Part::Literal(last)), Part::Literal(text)) => last.push_str(text),
            // Braces come before parameters: `$x{y,z}` is `$xy $xz`.
            (Some(Part::Param(param)), Part::Literal(text)) if is_bare(param) => {
                let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(text.len());
                if let ParamName::Var(name) = &mut param.name {
                    name.push_str(&text[..end]);
                    param.range.end += end as u32;
                }
                if end < text.len() {
                    parts.push(Part::Literal(text[end..].to_string()));
                }
            }
            _ => parts.push(part.clone()),
        }
    }
    if parts.is_empty() {
        parts.push(Part::Literal(String::new()));
    }
    Word { parts, range: word.range }
}

/// `$name` without braces.
fn is_bare(param: &Param) -> bool {
    let ParamName::Var(name) = &param.name else { return false };
    matches!(param.op, ParamOp::Plain)
        && param.index.is_none()
        && !param.quoted
        && (param.range.end - param.range.start) as usize == name.len() + 1
}

/// Ends and step of `1..5`, `a..e`, `1..9..2`, and how its items are written.
struct Sequence {
    from: i64,
    to: i64,
    step: i64,
    letters: bool,
    width: usize,
}

fn parse_sequence(text: &str) -> Option<Sequence> {
    let fields: Vec<&str> = text.split("..").collect();
    let (from, to, step) = match fields.as_slice() {
        [from, to] => (*from, *to, 1),
        [from, to, step] => (*from, *to, step.parse::<i64>().ok()?.checked_abs()?.max(1)),
        _ => return None,
    };
    if let (Ok(a), Ok(b)) = (from.parse::<i64>(), to.parse::<i64>()) {
        let padded =
            |text: &str| text.trim_start_matches('-').len() > 1 && text.trim_start_matches('-').starts_with('0');
        let width = if padded(from) || padded(to) { from.len().max(to.len()) } else { 0 };
        return Some(Sequence { from: a, to: b, step, letters: false, width });
    }
    let letter = |text: &str| match text.as_bytes() {
        [byte] if byte.is_ascii_alphabetic() => Some(i64::from(*byte)),
        _ => None,
    };
    Some(Sequence { from: letter(from)?, to: letter(to)?, step, letters: true, width: 0 })
}

fn sequence_length(text: &str) -> Option<usize> {
    let s = parse_sequence(text)?;
    usize::try_from((i128::from(s.to) - i128::from(s.from)).abs() / i128::from(s.step)).ok()?.checked_add(1)
}

fn sequence(text: &str) -> Option<Vec<String>> {
    let s = parse_sequence(text)?;
    let count = sequence_length(text)? as i64;
    let sign = if s.from <= s.to { s.step } else { -s.step };
    let width = s.width;
    // A backslash quotes nothing, and is gone.
    let item = |n: i64| {
        if s.letters && n == 92 {
            String::new()
        } else if s.letters {
            (n as u8 as char).to_string()
        } else {
            format!("{n:0width$}")
        }
    };
    Some((0..count).map(|n| item(s.from + n * sign)).collect())
}
