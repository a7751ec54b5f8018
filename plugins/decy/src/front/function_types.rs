//! `typedef int F(int); F f;` declares a function: it is written out as one, because the parser takes it for an object.

use super::tokens::{Insertion, Tokens};
use cinrs_core::lex::{Keyword, Punct, TokenKind};
use std::collections::{BTreeMap, BTreeSet};

/// What such a name stands for: the tokens before and behind the declared name.
struct Shape {
    before: Vec<TokenKind>,
    behind: Vec<TokenKind>,
}

/// Write such declarations out, and leave out those that say again what a function's own type is.
pub(super) fn write_out(tokens: &mut Tokens) {
    let types = defined(tokens);
    let mut gone = BTreeSet::new();
    let mut insertions = vec![];
    for at in 0..tokens.list.len() {
        if let Some(end) = repeated(tokens, at) {
            gone.extend(at..end);
        }
        let (Some(TokenKind::Ident(ty)), Some(TokenKind::Ident(_))) = (tokens.kind(at), tokens.kind(at + 1)) else {
            continue;
        };
        let Some(shape) = types.get(ty) else { continue };
        let (Some(start), Some(end)) = (start(tokens, at), names_end(tokens, at + 1)) else { continue };
        let stored: Vec<TokenKind> = (start..at).filter_map(|at| tokens.kind(at).cloned()).collect();
        gone.insert(at);
        insertions.push(Insertion { at, tokens: shape.before.clone() });
        for comma in (at + 2..end).step_by(2) {
            gone.insert(comma);
            let mut words = shape.behind.clone();
            words.push(TokenKind::Punct(Punct::Semi));
            words.extend(stored.iter().chain(&shape.before).cloned());
            insertions.push(Insertion { at: comma, tokens: words });
        }
        insertions.push(Insertion { at: end, tokens: shape.behind.clone() });
    }
    if !gone.is_empty() {
        tokens.edit(&gone, insertions);
    }
}

fn is(tokens: &Tokens, at: usize, mark: Punct) -> bool {
    matches!(tokens.kind(at), Some(TokenKind::Punct(found)) if *found == mark)
}

/// Where the declaration starts whose type this token is, with what says how it is stored.
fn start(tokens: &Tokens, at: usize) -> Option<usize> {
    let mut at = at;
    while let Some(before) = at.checked_sub(1) {
        match tokens.kind(before) {
            Some(TokenKind::Keyword(Keyword::Extern | Keyword::Static | Keyword::Inline)) => at = before,
            Some(TokenKind::Punct(Punct::Semi | Punct::LBrace | Punct::RBrace)) => return Some(at),
            _ => return None,
        }
    }
    Some(at)
}

/// The semicolon behind names with commas between them.
fn names_end(tokens: &Tokens, first: usize) -> Option<usize> {
    let mut at = first;
    while matches!(tokens.kind(at), Some(TokenKind::Ident(_))) {
        if is(tokens, at + 1, Punct::Semi) {
            return Some(at + 1);
        }
        if !is(tokens, at + 1, Punct::Comma) {
            return None;
        }
        at += 2;
    }
    None
}

/// `typedef RESULT NAME(PARAMETERS);`
fn defined(tokens: &Tokens) -> BTreeMap<String, Shape> {
    let mut out = BTreeMap::new();
    let mut depth = 0usize;
    for at in 0..tokens.list.len() {
        match tokens.kind(at) {
            Some(TokenKind::Punct(Punct::LBrace)) => depth += 1,
            Some(TokenKind::Punct(Punct::RBrace)) => depth = depth.saturating_sub(1),
            Some(TokenKind::Keyword(Keyword::Typedef)) if depth == 0 => {
                if let Some((name, shape)) = shape(tokens, at + 1) {
                    out.insert(name, shape);
                }
            }
            _ => {}
        }
    }
    out
}

fn shape(tokens: &Tokens, start: usize) -> Option<(String, Shape)> {
    let mut at = start;
    while matches!(tokens.kind(at)?, TokenKind::Ident(_) | TokenKind::Keyword(_) | TokenKind::Punct(Punct::Star)) {
        at += 1;
    }
    // `typedef RESULT (NAME)(PARAMETERS);`
    let inner = is(tokens, at, Punct::LParen) && is(tokens, at + 2, Punct::RParen) && is(tokens, at + 3, Punct::LParen);
    let name = if inner { at + 1 } else { at.checked_sub(1).filter(|name| *name > start)? };
    let TokenKind::Ident(word) = tokens.kind(name)? else { return None };
    let last = if inner { at } else { name };
    let at = if inner { at + 3 } else { at };
    let mut depth = 0usize;
    for end in at..tokens.list.len() {
        match tokens.kind(end)? {
            TokenKind::Punct(Punct::LParen) => depth += 1,
            TokenKind::Punct(Punct::RParen) => depth = depth.checked_sub(1)?,
            TokenKind::Punct(Punct::Semi | Punct::LBrace) => return None,
            _ => {}
        }
        if depth == 0 {
            let kinds = |from: usize, to: usize| (from..to).filter_map(|at| tokens.kind(at).cloned()).collect();
            let shape = Shape { before: kinds(start, last), behind: kinds(at, end + 1) };
            return is(tokens, end + 1, Punct::Semi).then(|| (word.clone(), shape));
        }
    }
    None
}

/// Behind `extern typeof(f) f;`, which says nothing new of a function that was declared.
fn repeated(tokens: &Tokens, start: usize) -> Option<usize> {
    let mut at = start;
    while matches!(tokens.kind(at), Some(TokenKind::Keyword(Keyword::Extern))) {
        at += 1;
    }
    let named = |at: usize| match tokens.kind(at) {
        Some(TokenKind::Ident(name)) => Some(name),
        _ => None,
    };
    let ty = matches!(tokens.kind(at), Some(TokenKind::Keyword(Keyword::TypeofGnu | Keyword::Typeof)));
    let same = named(at + 2).is_some() && named(at + 2) == named(at + 4);
    let around =
        is(tokens, at + 1, Punct::LParen) && is(tokens, at + 3, Punct::RParen) && is(tokens, at + 5, Punct::Semi);
    (at > start && ty && same && around && self::start(tokens, start).is_some()).then_some(at + 6)
}
