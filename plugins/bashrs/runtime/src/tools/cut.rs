//! `cut`.

use super::{Tool, number, split_lines};
use crate::Str;

/// Ranges of `-f` and `-c`, from 1.
fn ranges(list: &[u8]) -> Option<Vec<(usize, usize)>> {
    let mut out = vec![];
    for part in list.split(|byte| *byte == b',') {
        let range = match part.iter().position(|byte| *byte == b'-') {
            None => (number(part)?, number(part)?),
            Some(at) => {
                let (from, to) = (&part[..at], &part[at + 1..]);
                if from.is_empty() && to.is_empty() {
                    return None;
                }
                let from = if from.is_empty() { 1 } else { number(from)? };
                (from, if to.is_empty() { usize::MAX } else { number(to)? })
            }
        };
        if range.0 == 0 || range.0 > range.1 {
            return None;
        }
        out.push(range);
    }
    Some(out)
}

pub(super) fn cut(args: &[Str]) -> Option<Tool> {
    let (mut fields, mut bytes, mut delimiter, mut only) = (None, None, b'\t', false);
    let mut files = vec![];
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let mut value = |rest: &[u8]| if rest.is_empty() { args.next().cloned() } else { Some(rest.to_vec()) };
        match arg.as_slice() {
            b"-s" => only = true,
            [b'-', b'f', rest @ ..] => fields = Some(ranges(&value(rest)?)?),
            [b'-', b'c' | b'b', rest @ ..] => bytes = Some(ranges(&value(rest)?)?),
            [b'-', b'd', rest @ ..] => match value(rest)?.as_slice() {
                [one] if *one < 0x80 => delimiter = *one,
                _ => return None,
            },
            [b'-', ..] => return None,
            _ => files.push(arg.clone()),
        }
    }
    if fields.is_some() == bytes.is_some() || only && bytes.is_some() || delimiter == b'\n' {
        return None;
    }
    let work = move |input: &[u8]| {
        let mut out = Str::new();
        for line in split_lines(input).0 {
            match (&fields, &bytes) {
                (Some(wanted), _) => {
                    if !line.contains(&delimiter) {
                        if !only {
                            out.extend_from_slice(line);
                            out.push(b'\n');
                        }
                        continue;
                    }
                    let parts = line.split(|byte| *byte == delimiter).enumerate();
                    let chosen: Vec<&[u8]> =
                        parts.filter(|(at, _)| contains(wanted, at + 1)).map(|(_, part)| part).collect();
                    out.extend_from_slice(&chosen.join(&delimiter));
                }
                (_, Some(wanted)) => {
                    let chosen = line.iter().enumerate().filter(|(at, _)| contains(wanted, at + 1));
                    out.extend(chosen.map(|(_, byte)| *byte));
                }
                _ => return None,
            }
            out.push(b'\n');
        }
        Some((out, 0))
    };
    // Several files are read as if they were one, which is right when each ends in a newline.
    (files.len() < 2).then(|| Tool { files, work: Box::new(work) })
}

fn contains(ranges: &[(usize, usize)], at: usize) -> bool {
    ranges.iter().any(|(from, to)| (*from..=*to).contains(&at))
}
