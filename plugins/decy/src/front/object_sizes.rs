//! `__builtin_object_size` of a named array and of the address of an object: the parser only knows the answer for what
//! nobody knows.

use super::tokens::{Insertion, Tokens, lexed};
use cinrs_core::Options;
use cinrs_core::lex::{Punct, TokenKind};
use std::collections::BTreeSet;

/// Write the sizes out.
pub(super) fn write_out(tokens: &mut Tokens, options: &Options) {
    let mut gone = BTreeSet::new();
    let mut insertions = vec![];
    for at in 0..tokens.list.len() {
        if !matches!(tokens.kind(at), Some(TokenKind::Ident(name)) if name == "__builtin_object_size") {
            continue;
        }
        let Some((comma, end)) = arguments(tokens, at + 1) else { continue };
        let (Some(asked), Some(text)) = (mode(tokens, comma), size(tokens, at + 2, comma)) else { continue };
        gone.extend(at..end);
        let unknown = if asked < 2 { "(unsigned long)-1" } else { "0ul" };
        insertions.push(Insertion { at, tokens: lexed(&text.replace("UNKNOWN", unknown), options) });
    }
    if !gone.is_empty() {
        tokens.edit(&gone, insertions);
    }
}

/// Where the second argument starts, and where the call ends.
fn arguments(tokens: &Tokens, open: usize) -> Option<(usize, usize)> {
    let mut depth = 0usize;
    let mut comma = None;
    for at in open..tokens.list.len() {
        match tokens.kind(at) {
            Some(TokenKind::Punct(Punct::LParen)) => depth += 1,
            Some(TokenKind::Punct(Punct::RParen)) => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some((comma?, at + 1));
                }
            }
            Some(TokenKind::Punct(Punct::Comma)) if depth == 1 => comma = Some(at),
            _ if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

fn mode(tokens: &Tokens, comma: usize) -> Option<u128> {
    match (tokens.kind(comma + 1), tokens.kind(comma + 2)) {
        (Some(TokenKind::Int(mode)), Some(TokenKind::Punct(Punct::RParen))) if mode.value < 4 => Some(mode.value),
        _ => None,
    }
}

/// The size of what the first argument points to, as C; `UNKNOWN` where only the optimiser may know it.
fn size(tokens: &Tokens, from: usize, to: usize) -> Option<String> {
    let kinds: Vec<&TokenKind> = (from..to).filter_map(|at| tokens.kind(at)).collect();
    let array = |name: &str, less: &str| {
        format!(
            "(__builtin_types_compatible_p(__typeof__({name}), __typeof__(&*({name}))) ? UNKNOWN : sizeof({name}){less})"
        )
    };
    let by =
        |name: &str, count: &cinrs_core::lex::IntLit| array(name, &format!(" - {} * sizeof(*({name}))", count.value));
    match kinds.as_slice() {
        [TokenKind::Ident(name)] => Some(array(name, "")),
        [TokenKind::Punct(Punct::Amp), TokenKind::Ident(name)] => Some(format!("sizeof({name})")),
        [TokenKind::Ident(name), TokenKind::Punct(Punct::Plus), TokenKind::Int(count)] => Some(by(name, count)),
        [
            TokenKind::Punct(Punct::Amp),
            TokenKind::Ident(name),
            TokenKind::Punct(Punct::LBracket),
            TokenKind::Int(count),
            TokenKind::Punct(Punct::RBracket),
        ] => Some(by(name, count)),
        _ => None,
    }
}
