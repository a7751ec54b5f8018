//! A function that is declared with an enumeration and again with an integer: gcc takes both for the same type, the parser does not.

use super::tokens::{Tokens, keyword};
use cinrs_core::SourceRange;
use cinrs_core::lex::{Keyword, Punct, TokenKind};
use std::ops::Range;

/// What makes integers of the enumerations in which the declaration whose name stands at `name` differs from one before it.
pub(super) fn as_integers(name: SourceRange, tokens: &Tokens) -> Vec<(usize, TokenKind)> {
    let now = name.start as usize;
    let Some(TokenKind::Ident(word)) = tokens.kind(now) else { return vec![] };
    let mut out = vec![];
    let same = |at: &usize| matches!(tokens.kind(*at), Some(TokenKind::Ident(found)) if found == word);
    for before in (0..now).filter(same).filter(|at| is(tokens, at + 1, Punct::LParen)) {
        let (Some(old), Some(new)) = (parts(before, tokens), parts(now, tokens)) else { continue };
        if old.len() == new.len() {
            old.iter().zip(&new).for_each(|(old, new)| differing(old, new, tokens, &mut out));
        }
    }
    out
}

fn is(tokens: &Tokens, at: usize, mark: Punct) -> bool {
    matches!(tokens.kind(at), Some(TokenKind::Punct(found)) if *found == mark)
}

/// The tokens in front of a function's name, and those of each parameter.
fn parts(name: usize, tokens: &Tokens) -> Option<Vec<Range<usize>>> {
    let ends = |at: &usize| {
        matches!(tokens.kind(*at), Some(TokenKind::Punct(Punct::Semi | Punct::LBrace | Punct::RBrace | Punct::RParen)))
    };
    let start = (0..name).rev().find(ends).map_or(0, |at| at + 1);
    let mut out: Vec<Range<usize>> = std::iter::once(start..name).collect();
    let (mut depth, mut from) = (0usize, name + 2);
    for at in name + 1..tokens.list.len() {
        match tokens.kind(at)? {
            TokenKind::Punct(Punct::LParen | Punct::LBracket) => depth += 1,
            TokenKind::Punct(Punct::RParen | Punct::RBracket) => depth = depth.checked_sub(1)?,
            TokenKind::Punct(Punct::Comma) if depth == 1 => {
                out.push(from..at);
                from = at + 1;
            }
            _ => {}
        }
        if depth == 0 {
            out.push(from..at);
            return Some(out);
        }
    }
    None
}

/// The enumeration that a declaration names, and whether it names an integer instead.
fn differing(old: &Range<usize>, new: &Range<usize>, tokens: &Tokens, out: &mut Vec<(usize, TokenKind)>) {
    let (left, right) = (enumeration(old, tokens), enumeration(new, tokens));
    let (found, other) = match (left, right) {
        (Some(found), None) => (found, new),
        (None, Some(found)) => (found, old),
        _ => return,
    };
    let signed = other.clone().all(|at| !matches!(tokens.kind(at), Some(TokenKind::Keyword(Keyword::Unsigned))))
        && other.clone().any(|at| matches!(tokens.kind(at), Some(TokenKind::Keyword(Keyword::Int))));
    let word = if signed { Keyword::Int } else { Keyword::Unsigned };
    let mut places = found.into_iter();
    out.extend(places.next().map(|at| (at, keyword(word))));
    out.extend(places.next().map(|at| (at, keyword(Keyword::Int))));
}

/// The tokens `enum TAG`, or the name of an enumeration.
fn enumeration(range: &Range<usize>, tokens: &Tokens) -> Option<Vec<usize>> {
    range.clone().find_map(|at| match tokens.kind(at) {
        Some(TokenKind::Keyword(Keyword::Enum)) if !is(tokens, at + 2, Punct::LBrace) => Some(vec![at, at + 1]),
        Some(TokenKind::Ident(name)) if is_enumeration(name, tokens) => Some(vec![at]),
        _ => None,
    })
}

/// `typedef enum … NAME;`
fn is_enumeration(name: &str, tokens: &Tokens) -> bool {
    let word = |at: usize, word: Keyword| matches!(tokens.kind(at), Some(TokenKind::Keyword(found)) if *found == word);
    (0..tokens.list.len()).filter(|at| word(*at, Keyword::Typedef) && word(at + 1, Keyword::Enum)).any(|at| {
        let end = (at..tokens.list.len()).find(|at| is(tokens, *at, Punct::Semi));
        end.is_some_and(|end| matches!(tokens.kind(end - 1), Some(TokenKind::Ident(found)) if found == name))
    })
}
