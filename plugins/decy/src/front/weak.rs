//! Definitions that another unit may replace: where none does, they are definitions like others.

use cinrs_core::lex::{Keyword, Punct, TokenKind};
use cinrs_core::pp::Token;
use std::collections::BTreeSet;
use std::ops::Range;

/// Takes the attribute from functions that the unit defines; gives their names.
pub(super) fn defined(tokens: &mut [Token]) -> BTreeSet<String> {
    let declarations = declarations(tokens);
    let defined: BTreeSet<&str> =
        declarations.iter().filter(|(_, body)| *body).filter_map(|(range, _)| name(&tokens[range.clone()])).collect();
    let mut out = BTreeSet::new();
    let mut places = vec![];
    for (range, _) in &declarations {
        let Some(name) = name(&tokens[range.clone()]).filter(|name| defined.contains(name)) else { continue };
        let weak = |at: &usize| matches!(&tokens[*at].kind, TokenKind::Ident(word) if word.trim_matches('_') == "weak");
        let found: Vec<usize> =
            range.clone().filter(weak).filter(|at| in_attribute(&tokens[range.start..*at])).collect();
        if !found.is_empty() {
            out.insert(name.to_owned());
            places.extend(found);
        }
    }
    for at in places {
        tokens[at].kind = TokenKind::Ident("unused".into());
    }
    out
}

/// The declarations of a unit without the bodies of functions, and whether one follows.
fn declarations(tokens: &[Token]) -> Vec<(Range<usize>, bool)> {
    let mut out = vec![];
    let (mut depth, mut start, mut end) = (0usize, 0, 0);
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Punct(Punct::LBrace) => {
                if depth == 0 {
                    end = at;
                }
                depth += 1;
            }
            TokenKind::Punct(Punct::RBrace) => {
                depth = depth.saturating_sub(1);
                // More braces may be closed than opened.
                let function = end > start && matches!(tokens[end - 1].kind, TokenKind::Punct(Punct::RParen));
                if depth == 0 && function {
                    out.push((start..end, true));
                    start = at + 1;
                }
            }
            TokenKind::Punct(Punct::Semi) if depth == 0 => {
                out.push((start..at, false));
                start = at + 1;
            }
            _ => {}
        }
    }
    out
}

/// The function that a declaration is of: the first name before a parenthesis.
fn name(declaration: &[Token]) -> Option<&str> {
    declaration.windows(2).find_map(|pair| match (&pair[0].kind, &pair[1].kind) {
        (TokenKind::Ident(name), TokenKind::Punct(Punct::LParen)) if !name.starts_with("__attribute") => {
            Some(name.as_str())
        }
        _ => None,
    })
}

/// What follows these tokens stands between the parentheses of an attribute.
fn in_attribute(before: &[Token]) -> bool {
    let mut depth = 0usize;
    for token in before.iter().rev() {
        match token.kind {
            TokenKind::Punct(Punct::RParen) => depth += 1,
            TokenKind::Punct(Punct::LParen) => depth = depth.saturating_sub(1),
            TokenKind::Keyword(Keyword::Attribute) => return depth == 0,
            TokenKind::Punct(Punct::Semi | Punct::LBrace | Punct::RBrace) => return false,
            _ => {}
        }
    }
    false
}
