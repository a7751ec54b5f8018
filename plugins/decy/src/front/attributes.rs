//! Attributes that say nothing about what a program does are left out: they may stand where the parser expects none.

use super::tokens::{Insertion, Tokens};
use cinrs_core::SourceRange;
use cinrs_core::lex::{Keyword, Punct, TokenKind};
use std::collections::BTreeSet;

/// What only warns, helps the optimiser, or places code.
const QUIET: &[&str] = &[
    "access",
    "alloc_align",
    "alloc_size",
    "always_inline",
    "artificial",
    "assume_aligned",
    "cold",
    "const",
    "deprecated",
    "fallthrough",
    "flatten",
    "format",
    "format_arg",
    "hot",
    "leaf",
    "malloc",
    "maybe_unused",
    "may_alias",
    "no_instrument_function",
    "no_sanitize",
    "no_sanitize_address",
    "noclone",
    "noinline",
    "nonnull",
    "nonstring",
    "nothrow",
    "optimize",
    "pure",
    "returns_nonnull",
    "section",
    "sentinel",
    "unavailable",
    "unused",
    "used",
    "visibility",
    "warn_unused_result",
];

/// Remove them.
pub(super) fn drop_quiet(tokens: &mut Tokens) {
    let mut gone = BTreeSet::new();
    let mut at = 0;
    while at < tokens.list.len() {
        let end = match tokens.kind(at) {
            Some(TokenKind::Keyword(Keyword::Attribute)) => quiet(tokens, at + 1),
            _ => None,
        };
        match end {
            Some(end) => {
                gone.extend(at..end);
                at = end;
            }
            None => at += 1,
        }
    }
    if !gone.is_empty() {
        tokens.remove(&gone);
    }
}

/// Put attributes where the parser looks for them: `cleanup` behind the name of the object that it is for, and `aligned` within
/// `_Alignas(…)` as the number that it gives.
pub(super) fn move_others(tokens: &mut Tokens) {
    let mut gone = BTreeSet::new();
    let mut insertions = vec![];
    for at in 1..tokens.list.len() {
        if !is_word(tokens, at, Keyword::Attribute) {
            continue;
        }
        let Some(end) = closes(tokens, at + 1) else { continue };
        let kinds = |from: usize, to: usize| (from..to).filter_map(|at| tokens.kind(at).cloned()).collect();
        match named(tokens, at + 3) {
            Some("cleanup") if of_record(tokens, at) => gone.extend(at..end),
            Some("cleanup") if declares(tokens, end) => {
                gone.extend(at..end);
                insertions.push(Insertion { at: end + 1, tokens: kinds(at, end) });
            }
            Some("aligned") => {
                if let Some(open) = alignas(tokens, at, end) {
                    gone.extend(open + 1..end);
                    insertions.push(Insertion { at: end, tokens: kinds(at + 5, end - 3) });
                }
            }
            _ => {}
        }
    }
    if !gone.is_empty() {
        tokens.edit(&gone, insertions);
    }
}

/// Attributes that are still within `_Alignas(…)`, where the parser passes over them.
pub(super) fn within_alignas(tokens: &Tokens) -> Vec<SourceRange> {
    let mut out = vec![];
    for at in 0..tokens.list.len() {
        if is_word(tokens, at, Keyword::Alignas) {
            let end = closes(tokens, at + 1).unwrap_or(at);
            let inside = (at..end).filter(|inner| is_word(tokens, *inner, Keyword::Attribute));
            out.extend(inside.map(|inner| SourceRange::new(inner as u32, inner as u32 + 1)));
        }
    }
    out
}

/// Leave out assembly without instructions that gives nothing back: it only keeps a compiler from moving things.
pub(super) fn drop_barriers(tokens: &mut Tokens) {
    let mut gone = BTreeSet::new();
    for at in 0..tokens.list.len() {
        if !is_word(tokens, at, Keyword::Asm) || !starts_statement(tokens, at) {
            continue;
        }
        let mut open = at + 1;
        while is_word(tokens, open, Keyword::Volatile) {
            open += 1;
        }
        let Some(end) = closes(tokens, open) else { continue };
        let empty = matches!(tokens.kind(open + 1), Some(TokenKind::Str(text)) if text.values.is_empty());
        let is = |at: usize, mark: Punct| matches!(tokens.kind(at), Some(TokenKind::Punct(found)) if *found == mark);
        // No outputs but those that stay as they are, and no inputs that do something.
        let outputs = !is(open + 2, Punct::RParen) && changes(tokens, open + 2, end);
        let acts = (open + 1..end - 1).any(|at| {
            let call = matches!(tokens.kind(at), Some(TokenKind::Ident(_))) && is(at + 1, Punct::LParen);
            call || is(at, Punct::PlusPlus) || is(at, Punct::MinusMinus) || is(at, Punct::Assign)
        });
        if empty && !outputs && !acts && is(end, Punct::Semi) {
            gone.extend(at..end);
        }
    }
    if !gone.is_empty() {
        tokens.remove(&gone);
    }
}

/// Assembly without instructions whose operands begin here may change one: any but `"+r"`, which is read and stays, and `"=m"`, which
/// nobody writes.
fn changes(tokens: &Tokens, colon: usize, end: usize) -> bool {
    let mut depth = 0usize;
    for at in colon + 1..end {
        match tokens.kind(at) {
            Some(TokenKind::Punct(Punct::LParen)) => depth += 1,
            Some(TokenKind::Punct(Punct::RParen)) if depth == 0 => return false,
            Some(TokenKind::Punct(Punct::RParen)) => depth -= 1,
            Some(TokenKind::Punct(Punct::Colon)) if depth == 0 => return false,
            Some(TokenKind::Str(text)) if depth == 0 => {
                let stays = text.values.first() == Some(&u32::from(b'+')) || text.values == [b'=', b'm'].map(u32::from);
                if !stays {
                    return true;
                }
            }
            _ => {}
        }
    }
    true
}

/// A statement can start here.
fn starts_statement(tokens: &Tokens, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.kind(before));
    matches!(before, Some(TokenKind::Punct(Punct::Semi | Punct::LBrace | Punct::RBrace | Punct::RParen | Punct::Colon)))
}

fn is_word(tokens: &Tokens, at: usize, word: Keyword) -> bool {
    matches!(tokens.kind(at), Some(TokenKind::Keyword(found)) if *found == word)
}

fn is_mark(tokens: &Tokens, at: usize, marks: &[Punct]) -> bool {
    matches!(tokens.kind(at), Some(TokenKind::Punct(found)) if marks.contains(found))
}

fn named(tokens: &Tokens, at: usize) -> Option<&str> {
    match tokens.kind(at) {
        Some(TokenKind::Ident(name)) => Some(name.trim_matches('_')),
        _ => None,
    }
}

/// Between `struct` and its tag gcc passes over the attribute.
fn of_record(tokens: &Tokens, at: usize) -> bool {
    is_word(tokens, at - 1, Keyword::Struct) || is_word(tokens, at - 1, Keyword::Union)
}

/// The name of an object, with or without a value.
fn declares(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.kind(at), Some(TokenKind::Ident(_))) && is_mark(tokens, at + 1, &[Punct::Semi, Punct::Assign])
}

/// The parenthesis of `_Alignas(` before a type that ends in this attribute.
fn alignas(tokens: &Tokens, at: usize, end: usize) -> Option<usize> {
    let mut open = at;
    while !is_mark(tokens, open, &[Punct::LParen]) {
        if is_mark(tokens, open, &[Punct::Semi, Punct::RParen, Punct::LBrace, Punct::RBrace]) {
            return None;
        }
        open = open.checked_sub(1)?;
    }
    let whole = is_mark(tokens, end, &[Punct::RParen]) && is_mark(tokens, at + 4, &[Punct::LParen]);
    (whole && open > 0 && is_word(tokens, open - 1, Keyword::Alignas)).then_some(open)
}

/// Behind the parenthesis that closes the one that starts here.
fn closes(tokens: &Tokens, start: usize) -> Option<usize> {
    let mut depth = 0usize;
    for at in start..tokens.list.len() {
        match tokens.kind(at)? {
            TokenKind::Punct(Punct::LParen) => depth += 1,
            TokenKind::Punct(Punct::RParen) => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

/// Behind the list that starts here, when all of it is quiet.
fn quiet(tokens: &Tokens, start: usize) -> Option<usize> {
    let mut depth = 0usize;
    for at in start..tokens.list.len() {
        match tokens.kind(at)? {
            TokenKind::Punct(Punct::LParen) => depth += 1,
            TokenKind::Punct(Punct::RParen) => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            TokenKind::Ident(name) if depth == 2 && !QUIET.contains(&name.trim_matches('_')) => return None,
            TokenKind::Keyword(word) if depth == 2 && *word != Keyword::Const => return None,
            _ if depth == 0 => return None,
            _ => {}
        }
    }
    None
}
