//! `sort` and `uniq`, where the locale orders by bytes.

use super::{Tool, letters, split_lines};
use crate::Str;
use std::cmp::Ordering;

pub(super) fn sort(args: &[Str]) -> Option<Tool> {
    let (options, files) = letters(args, b"nru")?;
    if files.len() > 1 {
        return None;
    }
    let has = |letter: u8| options.contains(&letter);
    let (numeric, reverse, unique) = (has(b'n'), has(b'r'), has(b'u'));
    let work = move |input: &[u8]| {
        let mut lines = split_lines(input).0;
        let key = |a: &[u8], b: &[u8]| {
            let order = if numeric { Number::of(a).cmp(&Number::of(b)) } else { a.cmp(b) };
            if reverse { order.reverse() } else { order }
        };
        if unique {
            lines.sort_by(|a, b| key(a, b));
            lines.dedup_by(|b, a| key(a, b) == Ordering::Equal);
        } else {
            lines.sort_by(|a, b| key(a, b).then_with(|| if reverse { b.cmp(a) } else { a.cmp(b) }));
        }
        let mut out = Str::with_capacity(input.len() + 1);
        for line in lines {
            out.extend_from_slice(line);
            out.push(b'\n');
        }
        Some((out, 0))
    };
    Some(Tool { files, work: Box::new(work) })
}

/// The number that a line starts with.
struct Number<'l> {
    negative: bool,
    whole: &'l [u8],
    part: &'l [u8],
}

impl<'l> Number<'l> {
    fn of(line: &'l [u8]) -> Self {
        let start = line.iter().position(|byte| !matches!(byte, b' ' | b'\t')).unwrap_or(line.len());
        let line = &line[start..];
        let (negative, line) = match line.strip_prefix(b"-") {
            Some(rest) => (true, rest),
            None => (false, line),
        };
        let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (whole, rest) = line.split_at(digits(line));
        let part = rest.strip_prefix(b".").map_or(&rest[..0], |rest| &rest[..digits(rest)]);
        let zeros = whole.iter().take_while(|byte| **byte == b'0').count();
        let end = part.iter().rposition(|byte| *byte != b'0').map_or(0, |last| last + 1);
        let (whole, part) = (&whole[zeros..], &part[..end]);
        Number { negative: negative && !(whole.is_empty() && part.is_empty()), whole, part }
    }

    fn cmp(&self, other: &Number<'_>) -> Ordering {
        let size = |a: &Number<'_>, b: &Number<'_>| {
            a.whole.len().cmp(&b.whole.len()).then_with(|| a.whole.cmp(b.whole)).then_with(|| a.part.cmp(b.part))
        };
        match (self.negative, other.negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => size(self, other),
            (true, true) => size(other, self),
        }
    }
}

pub(super) fn uniq(args: &[Str]) -> Option<Tool> {
    let (options, files) = letters(args, b"cdu")?;
    if files.len() > 1 || options.len() > 1 {
        return None;
    }
    let option = options.first().copied();
    let work = move |input: &[u8]| {
        let mut out = Str::new();
        let lines = split_lines(input).0;
        for group in lines.chunk_by(|a, b| a == b) {
            let line = match option {
                Some(b'c') => [format!("{:>7} ", group.len()).as_bytes(), group[0]].concat(),
                Some(b'd') if group.len() == 1 => continue,
                Some(b'u') if group.len() > 1 => continue,
                _ => group[0].to_vec(),
            };
            out.extend_from_slice(&line);
            out.push(b'\n');
        }
        Some((out, 0))
    };
    Some(Tool { files, work: Box::new(work) })
}
