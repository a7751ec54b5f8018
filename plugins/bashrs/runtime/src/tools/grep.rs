//! `grep` of one pattern in one text.

use super::{Tool, letters, split_lines};
use crate::Str;

pub(super) fn grep(args: &[Str]) -> Option<Tool> {
    let (options, mut operands) = letters(args, b"qcvinxFEsho")?;
    if operands.is_empty() || operands.len() > 2 {
        return None;
    }
    let has = |letter: u8| options.contains(&letter);
    let (quiet, count, invert, numbers, whole, only) =
        (has(b'q'), has(b'c'), has(b'v'), has(b'n'), has(b'x'), has(b'o'));
    let (fold, fixed, extended) = (has(b'i'), has(b'F'), has(b'E'));
    let pattern = operands.remove(0);
    if !pattern.is_ascii()
        || pattern.contains(&b'\n')
        || only && (invert || count || pattern.is_empty())
        || fixed && (extended || only)
    {
        return None;
    }
    let regex = if fixed { None } else { Some(super::regex::compile(&pattern, extended, fold)?) };
    let wanted = if fold { pattern.to_ascii_lowercase() } else { pattern };
    let matches = move |line: &[u8]| match &regex {
        Some(regex) if whole => regex.find(line, 0).is_some_and(|groups| groups[0] == Some((0, line.len()))),
        Some(regex) => regex.find(line, 0).is_some(),
        None => {
            let line = if fold { line.to_ascii_lowercase() } else { line.to_vec() };
            if whole {
                line == wanted
            } else {
                wanted.is_empty() || line.windows(wanted.len()).any(|part| part == wanted)
            }
        }
    };
    if only {
        return None;
    }
    let work = move |input: &[u8]| {
        if !input.is_ascii() || input.contains(&0) {
            return None;
        }
        let mut out = Str::new();
        let mut found = 0usize;
        for (at, line) in split_lines(input).0.iter().enumerate() {
            if matches(line) == invert {
                continue;
            }
            found += 1;
            if quiet {
                break;
            }
            if !count {
                if numbers {
                    out.extend_from_slice(format!("{}:", at + 1).as_bytes());
                }
                out.extend_from_slice(line);
                out.push(b'\n');
            }
        }
        if count && !quiet {
            out = format!("{found}\n").into_bytes();
        }
        Some((out, i32::from(found == 0)))
    };
    Some(Tool { files: operands, work: Box::new(work) })
}
