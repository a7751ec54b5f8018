//! Brace expansion of bash: `a{b,c}d`, `{1..5}`.

use crate::ast::{Part, Word};

/// Most words that one word may become.
const MAX_WORDS: usize = 10_000;

/// A brace at a place: part and byte offset within it.
type Place = (usize, usize);

/// The words that `word` stands for.
pub(super) fn expand(word: &Word) -> Vec<Word> {
    let mut done = vec![];
    let mut todo = vec![word.clone()];
    while let Some(word) = todo.pop() {
        if done.len() + todo.len() > MAX_WORDS {
            return vec![word];
        }
        match first_group(&word) {
            Some(alternatives) => todo.extend(alternatives.into_iter().rev()),
            None => done.push(word),
        }
    }
    done
}

/// The words after expanding the first group.
fn first_group(word: &Word) -> Option<Vec<Word>> {
    for (number, part) in word.parts.iter().enumerate() {
        let Part::Literal(text) = part else { continue };
        for (at, byte) in text.bytes().enumerate() {
            if byte == b'{'
                && let Some(words) = group_at(word, (number, at))
            {
                return Some(words);
            }
        }
    }
    None
}

fn group_at(word: &Word, open: Place) -> Option<Vec<Word>> {
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
    let close = close?;
    let prefix = slice(word, (0, 0), open);
    let suffix = slice(word, (close.0, close.1 + 1), (word.parts.len(), 0));
    let inner_start = (open.0, open.1 + 1);
    if commas.is_empty() {
        let inner = slice(word, inner_start, close);
        let [Part::Literal(text)] = inner.as_slice() else { return None };
        let items = sequence(text)?;
        return Some(items.into_iter().map(|item| join(word, &prefix, &[Part::Literal(item)], &suffix)).collect());
    }
    let mut out = vec![];
    let mut start = inner_start;
    for end in commas.into_iter().chain([close]) {
        let inner = slice(word, start, end);
        out.push(join(word, &prefix, &inner, &suffix));
        start = (end.0, end.1 + 1);
    }
    Some(out)
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
            _ => parts.push(part.clone()),
        }
    }
    if parts.is_empty() {
        // `{,x}` gives an empty word, which is no field unless quoted: bash drops it as well.
        parts.push(Part::Literal(String::new()));
    }
    Word { parts, range: word.range }
}

/// `1..5`, `a..e`, `1..9..2`
fn sequence(text: &str) -> Option<Vec<String>> {
    let fields: Vec<&str> = text.split("..").collect();
    let (from, to, step) = match fields.as_slice() {
        [from, to] => (*from, *to, 1),
        [from, to, step] => (*from, *to, step.parse::<i64>().ok()?.abs().max(1)),
        _ => return None,
    };
    if let (Ok(a), Ok(b)) = (from.parse::<i64>(), to.parse::<i64>()) {
        let padded =
            |text: &str| text.trim_start_matches('-').len() > 1 && text.trim_start_matches('-').starts_with('0');
        let width = if padded(from) || padded(to) { from.len().max(to.len()) } else { 0 };
        return Some(range(a, b, step)?.into_iter().map(|n| format!("{n:0width$}")).collect());
    }
    let letter = |text: &str| match text.as_bytes() {
        [byte] if byte.is_ascii_alphabetic() => Some(i64::from(*byte)),
        _ => None,
    };
    let letters = range(letter(from)?, letter(to)?, step)?;
    Some(letters.into_iter().map(|code| (code as u8 as char).to_string()).collect())
}

fn range(from: i64, to: i64, step: i64) -> Option<Vec<i64>> {
    let count = usize::try_from((i128::from(to) - i128::from(from)).abs() / i128::from(step)).ok()? + 1;
    if count > MAX_WORDS {
        return None;
    }
    let sign = if from <= to { step } else { -step };
    Some((0..count as i64).map(|n| from + n * sign).collect())
}
