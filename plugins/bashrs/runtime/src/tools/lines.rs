//! `cat`, `head`, `tail`, `wc`.

use super::{Tool, number};
use crate::Str;

pub(super) fn cat(args: &[Str]) -> Option<Tool> {
    let (_, files) = super::letters(args, b"")?;
    Some(Tool { files, work: Box::new(|input| Some((input.to_vec(), 0))) })
}

/// How much of a text is meant.
#[derive(Clone, Copy)]
struct Amount {
    count: usize,
    bytes: bool,
    /// `+N`: from there on.
    from: bool,
}

fn amount(args: &[Str], tail: bool) -> Option<(Amount, Vec<Str>)> {
    let mut amount = Amount { count: 10, bytes: false, from: false };
    let mut files = vec![];
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let value = match arg.as_slice() {
            b"-n" | b"-c" => {
                amount.bytes = arg == b"-c";
                args.next()?.as_slice()
            }
            [b'-', b'n', rest @ ..] => {
                amount.bytes = false;
                rest
            }
            [b'-', b'c', rest @ ..] => {
                amount.bytes = true;
                rest
            }
            [b'-', rest @ ..] if !rest.is_empty() => {
                amount.bytes = false;
                number(rest)?;
                rest
            }
            b"-" => return None,
            _ => {
                files.push(arg.clone());
                continue;
            }
        };
        let (from, digits) = match value.strip_prefix(b"+") {
            Some(digits) if tail => (true, digits),
            _ => (false, value),
        };
        amount.from = from;
        amount.count = number(digits)?;
    }
    (files.len() < 2).then_some((amount, files))
}

/// Where the line with this number starts, counted from 0.
fn line_start(input: &[u8], number: usize) -> usize {
    if number == 0 {
        return 0;
    }
    let newlines = input.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    newlines.map(|(at, _)| at + 1).nth(number - 1).unwrap_or(input.len())
}

pub(super) fn head(args: &[Str]) -> Option<Tool> {
    let (amount, files) = amount(args, false)?;
    let work = move |input: &[u8]| {
        let end = if amount.bytes { amount.count.min(input.len()) } else { line_start(input, amount.count) };
        Some((input[..end].to_vec(), 0))
    };
    Some(Tool { files, work: Box::new(work) })
}

pub(super) fn tail(args: &[Str]) -> Option<Tool> {
    let (amount, files) = amount(args, true)?;
    let work = move |input: &[u8]| {
        let total = if amount.bytes {
            input.len()
        } else {
            input.iter().filter(|byte| **byte == b'\n').count()
                + usize::from(!input.is_empty() && !input.ends_with(b"\n"))
        };
        let skip = if amount.from { amount.count.saturating_sub(1) } else { total.saturating_sub(amount.count) };
        let start = if amount.bytes { skip.min(input.len()) } else { line_start(input, skip) };
        Some((input[start..].to_vec(), 0))
    };
    Some(Tool { files, work: Box::new(work) })
}

pub(super) fn wc(args: &[Str]) -> Option<Tool> {
    let (letters, files) = super::letters(args, b"lwc")?;
    let [letter] = letters.as_slice() else { return None };
    let (letter, name) = (*letter, files.first().cloned());
    if files.len() > 1 {
        return None;
    }
    let work = move |input: &[u8]| {
        let count = match letter {
            b'l' => input.iter().filter(|byte| **byte == b'\n').count(),
            b'c' => input.len(),
            _ if !input.is_ascii() || input.iter().any(|byte| byte.is_ascii_control() && !is_blank(*byte)) => {
                return None;
            }
            _ => input.split(|byte| is_blank(*byte)).filter(|word| !word.is_empty()).count(),
        };
        let name = name.as_ref().map(|name| [b" ", name.as_slice()].concat()).unwrap_or_default();
        Some(([count.to_string().as_bytes(), &name, b"\n"].concat(), 0))
    };
    Some(Tool { files, work: Box::new(work) })
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | 11 | 12 | b'\r')
}
