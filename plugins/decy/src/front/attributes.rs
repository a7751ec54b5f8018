//! Attributes that say nothing about what a program does are left out: they may stand where the parser expects none.

use super::tokens::Tokens;
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
