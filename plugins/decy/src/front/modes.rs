//! `__attribute__((mode(…)))` behind the words of a basic type: the type that it makes, which the parser does not look for in
//! the names of types.

use super::tokens::{Insertion, Tokens, keyword, punct};
use cinrs_core::lex::{Keyword, Punct, TokenKind};
use std::collections::BTreeSet;

/// Write the types out.
pub(super) fn write_out(tokens: &mut Tokens) {
    let mut gone = BTreeSet::new();
    let mut insertions = vec![];
    for at in 1..tokens.list.len() {
        let Some((mode, end)) = mode(tokens, at) else { continue };
        let mut start = at;
        while start > 0 && is_type(tokens.kind(start - 1)) {
            start -= 1;
        }
        // Only what stands in parentheses names a type without declaring something.
        let open = start > 0 && matches!(tokens.kind(start - 1), Some(TokenKind::Punct(Punct::LParen)));
        let closed = matches!(tokens.kind(end), Some(TokenKind::Punct(Punct::RParen | Punct::Star)));
        let unsigned = (start..at).any(|at| matches!(tokens.kind(at), Some(TokenKind::Keyword(Keyword::Unsigned))));
        if start == at || !open || !closed {
            continue;
        }
        let Some(words) = words(&mode, unsigned) else { continue };
        gone.extend(start..end);
        insertions.push(Insertion { at: start, tokens: words.into_iter().map(keyword).collect() });
    }
    if !gone.is_empty() {
        tokens.edit(&gone, insertions);
    }
}

/// The mode that an attribute at `at` names, and where the attribute ends.
fn mode(tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    let marks = [Punct::LParen, Punct::LParen];
    let is = |at: usize, mark: Punct| tokens.kind(at) == Some(&punct(mark));
    let starts = matches!(tokens.kind(at), Some(TokenKind::Keyword(Keyword::Attribute)))
        && marks.iter().enumerate().all(|(by, mark)| is(at + 1 + by, *mark));
    let (Some(TokenKind::Ident(word)), Some(TokenKind::Ident(name))) = (tokens.kind(at + 3), tokens.kind(at + 5))
    else {
        return None;
    };
    let closed = is(at + 4, Punct::LParen) && (6..9).all(|by| is(at + by, Punct::RParen));
    (starts && closed && word.trim_matches('_') == "mode").then(|| (name.trim_matches('_').to_owned(), at + 9))
}

fn is_type(kind: Option<&TokenKind>) -> bool {
    matches!(
        kind,
        Some(TokenKind::Keyword(
            Keyword::Int
                | Keyword::Unsigned
                | Keyword::Signed
                | Keyword::Long
                | Keyword::Short
                | Keyword::Char
                | Keyword::Float
        ))
    )
}

fn words(mode: &str, unsigned: bool) -> Option<Vec<Keyword>> {
    let sign = if unsigned { Keyword::Unsigned } else { Keyword::Signed };
    Some(match mode {
        "QI" | "byte" => vec![sign, Keyword::Char],
        "HI" => vec![sign, Keyword::Short],
        "SI" => vec![sign, Keyword::Int],
        "DI" | "word" | "pointer" => vec![sign, Keyword::Long],
        "TI" => vec![sign, Keyword::Int128],
        "SF" => vec![Keyword::Float],
        "DF" => vec![Keyword::Double],
        _ => return None,
    })
}
