//! Volatile objects of programs with several threads of control: every access has to happen, so they are taken for atomic ones.
//!
//! The parser forgets the word. Without a second thread or a signal nobody can tell.

use super::tokens::{Tokens, keyword};
use crate::lift::SHARING;
use cinrs_core::lex::{Keyword, Punct, TokenKind};
use std::collections::BTreeSet;

/// Replace the word in declarations of integers outside of functions; the names of what was replaced.
pub(super) fn replace(tokens: &mut Tokens) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let shared = |token: &TokenKind| matches!(token, TokenKind::Ident(name) if SHARING.contains(&name.as_str()));
    if !tokens.list.iter().any(|token| shared(&token.kind)) {
        return names;
    }
    let mut depth = 0usize;
    let mut start = 0;
    let mut found = vec![];
    for at in 0..tokens.list.len() {
        match tokens.kind(at) {
            Some(TokenKind::Punct(Punct::LBrace | Punct::LParen)) => depth += 1,
            Some(TokenKind::Punct(Punct::RBrace | Punct::RParen)) => depth = depth.saturating_sub(1),
            Some(TokenKind::Keyword(Keyword::Volatile)) if depth == 0 => found
                .extend(declared(tokens, start).filter(|(words, _)| words.contains(&at)).map(|(_, name)| (at, name))),
            _ => {}
        }
        if depth == 0 && matches!(tokens.kind(at), Some(TokenKind::Punct(Punct::Semi | Punct::RBrace))) {
            start = at + 1;
        }
    }
    for (at, name) in found {
        tokens.replace(at, keyword(Keyword::Atomic));
        names.insert(name);
    }
    names
}

/// The words before a name, and the name, when this is the declaration of one integer.
fn declared(tokens: &Tokens, start: usize) -> Option<(std::ops::Range<usize>, String)> {
    let mut at = start;
    while is_word(tokens.kind(at)?) {
        at += 1;
    }
    let TokenKind::Ident(name) = tokens.kind(at)? else { return None };
    let ends = matches!(tokens.kind(at + 1)?, TokenKind::Punct(Punct::Semi | Punct::Assign));
    (at > start && ends).then(|| (start..at, name.clone()))
}

/// A word of the declaration of an integer.
fn is_word(kind: &TokenKind) -> bool {
    match kind {
        TokenKind::Keyword(word) => matches!(
            word,
            Keyword::Static
                | Keyword::Extern
                | Keyword::Volatile
                | Keyword::Int
                | Keyword::Long
                | Keyword::Short
                | Keyword::Char
                | Keyword::Signed
                | Keyword::Unsigned
                | Keyword::Bool
        ),
        TokenKind::Ident(name) => {
            let fixed = name.trim_start_matches('u').strip_prefix("int").and_then(|rest| rest.strip_suffix("_t"));
            matches!(name.as_str(), "sig_atomic_t" | "size_t" | "ssize_t" | "time_t" | "pid_t")
                || fixed.is_some_and(|bits| matches!(bits, "8" | "16" | "32" | "64" | "ptr" | "max"))
        }
        _ => false,
    }
}
