//! Values that follow a range in the middle of a designator: the parser goes on in every element of the range, C only in the last.

use super::tokens::{Insertion, Tokens, punct};
use cinrs_core::SourceRange;
use cinrs_core::lex::{Punct, TokenKind};

/// A designator: where it starts, its `=`, and the ranges in it that others follow.
struct Designator {
    start: usize,
    assign: usize,
    /// `[`, `...`, `]`
    ranges: Vec<(usize, usize, usize)>,
    /// A range stands behind another part and before another one.
    inner: bool,
}

/// Write the value of the last element out once more, so that what follows goes on from there; gives the places where that would
/// evaluate something twice.
pub(super) fn end_ranges(tokens: &mut Tokens) -> Vec<SourceRange> {
    let mut insertions = vec![];
    let mut refused = vec![];
    let ranges = (0..tokens.list.len()).filter(|at| is(tokens, *at, Punct::Ellipsis));
    let mut last = 0;
    for at in ranges.collect::<Vec<_>>() {
        let Some(found) = around(tokens, at).filter(|found| found.inner && found.start >= last) else { continue };
        last = found.assign;
        let end = value_end(tokens, found.assign + 1);
        if !follows(tokens, end) {
            continue;
        }
        if !is_calm(tokens, found.assign + 1, end) {
            refused.push(SourceRange::new(found.start as u32, end as u32));
            continue;
        }
        let mut again = vec![punct(Punct::Comma)];
        for inside in found.start..end {
            let hidden = found.ranges.iter().any(|(open, dots, _)| *open < inside && inside <= *dots);
            again.extend(tokens.kind(inside).filter(|_| !hidden).cloned());
        }
        insertions.push(Insertion { at: end, tokens: again });
    }
    if !insertions.is_empty() {
        tokens.insert(insertions);
    }
    refused
}

fn is(tokens: &Tokens, at: usize, mark: Punct) -> bool {
    matches!(tokens.kind(at), Some(TokenKind::Punct(found)) if *found == mark)
}

/// The designator that the dots at `at` are in.
fn around(tokens: &Tokens, at: usize) -> Option<Designator> {
    let mut start = open_before(tokens, at)?;
    loop {
        let before = start.checked_sub(1)?;
        if is(tokens, before, Punct::RBracket) {
            start = open_before(tokens, before)?;
        } else if matches!(tokens.kind(before), Some(TokenKind::Ident(_)))
            && before > 0
            && is(tokens, before - 1, Punct::Dot)
        {
            start = before - 1;
        } else {
            break;
        }
    }
    let starts = start.checked_sub(1)?;
    if !is(tokens, starts, Punct::LBrace) && !is(tokens, starts, Punct::Comma) {
        return None;
    }
    let mut out = Designator { start, assign: start, ranges: vec![], inner: false };
    let mut here = start;
    while !is(tokens, here, Punct::Assign) {
        if is(tokens, here, Punct::Dot) {
            here += 2;
            continue;
        }
        if !is(tokens, here, Punct::LBracket) {
            return None;
        }
        let close = close_behind(tokens, here)?;
        if let Some(dots) = (here..close).find(|at| is(tokens, *at, Punct::Ellipsis)) {
            out.ranges.push((here, dots, close));
            out.inner |= here != start && !is(tokens, close + 1, Punct::Assign);
        }
        here = close + 1;
    }
    out.assign = here;
    Some(out)
}

/// The bracket that is open at `at`.
fn open_before(tokens: &Tokens, at: usize) -> Option<usize> {
    let mut depth = 0usize;
    (0..at).rev().take(400).find(|at| match tokens.kind(*at) {
        Some(TokenKind::Punct(Punct::RBracket)) => {
            depth += 1;
            false
        }
        Some(TokenKind::Punct(Punct::LBracket)) if depth == 0 => true,
        Some(TokenKind::Punct(Punct::LBracket)) => {
            depth -= 1;
            false
        }
        _ => false,
    })
}

fn close_behind(tokens: &Tokens, open: usize) -> Option<usize> {
    let mut depth = 0usize;
    (open..tokens.list.len()).find(|at| {
        depth += usize::from(is(tokens, *at, Punct::LBracket));
        depth -= usize::from(is(tokens, *at, Punct::RBracket) && depth > 0);
        depth == 0
    })
}

/// Behind the value that starts at `from`: at its `,` or `}`.
fn value_end(tokens: &Tokens, from: usize) -> usize {
    let mut depth = 0usize;
    let found = (from..tokens.list.len()).find(|at| match tokens.kind(*at) {
        Some(TokenKind::Punct(Punct::LParen | Punct::LBracket | Punct::LBrace)) => {
            depth += 1;
            false
        }
        Some(TokenKind::Punct(Punct::RBrace)) if depth == 0 => true,
        Some(TokenKind::Punct(Punct::RParen | Punct::RBracket | Punct::RBrace)) => {
            depth = depth.saturating_sub(1);
            false
        }
        Some(TokenKind::Punct(Punct::Comma)) => depth == 0,
        _ => false,
    });
    found.unwrap_or(tokens.list.len())
}

/// A value without a designator follows.
fn follows(tokens: &Tokens, end: usize) -> bool {
    let next = tokens.kind(end + 1);
    let designated = matches!(next, Some(TokenKind::Punct(Punct::Dot | Punct::LBracket | Punct::RBrace)));
    is(tokens, end, Punct::Comma) && next.is_some() && !designated
}

/// Evaluating it twice does no harm.
fn is_calm(tokens: &Tokens, from: usize, to: usize) -> bool {
    (from..to).all(|at| {
        let call = matches!(tokens.kind(at), Some(TokenKind::Ident(_))) && is(tokens, at + 1, Punct::LParen);
        let mark = match tokens.kind(at) {
            Some(TokenKind::Punct(mark)) => mark.as_str(),
            _ => "",
        };
        let assigns =
            matches!(mark, "++" | "--" | "=") || (mark.len() > 1 && mark.ends_with('=') && !"==!=<=>=".contains(mark));
        !call && !assigns
    })
}
