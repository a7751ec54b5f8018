//! What has to be known of the text beside its meaning: `long double`, which the parser takes for `double`, and depth.

use super::splice::Spliced;
use crate::codes;
use crate::hir::{Body, Program};
use batuta_text::Origin;
use cinrs_core::lex::{FloatSuffix, Keyword, Punct, TokenKind};
use cinrs_core::pp;

/// Tokens in a row without a `;`, a `,` or a brace, beyond which the tree gets too deep to walk.
const LONGEST: usize = 6_000;

/// Places where `long double` is written in the project's files.
pub(super) fn long_doubles(tokens: &[pp::Token], spliced: &Spliced) -> Vec<Origin> {
    let mut out = vec![];
    for (at, token) in tokens.iter().enumerate() {
        let next = tokens.get(at + 1);
        let pair = |a, b| token.is_keyword(a) && next.is_some_and(|next| next.is_keyword(b));
        let named = pair(Keyword::Long, Keyword::Double) || pair(Keyword::Double, Keyword::Long);
        let constant = matches!(&token.kind, TokenKind::Float(value) if value.suffix == FloatSuffix::LongDouble);
        let library = spliced.header(token.range.start as usize).is_some_and(|header| header.starts_with('<'));
        if (named || constant) && !library {
            out.push(spliced.origin(token.range.start as usize, token.range.end as usize));
        }
    }
    out
}

/// Refuse the functions that `long double` is written in; outside of functions, all of them.
pub(super) fn refuse_long_double(program: &mut Program, places: &[Origin]) {
    if places.is_empty() {
        return;
    }
    let reason = "`long double` has no counterpart in Rust";
    for function in program.functions.iter_mut().filter(|function| function.body.is_some()) {
        function.body = Some(Body::Refused(codes::LONG_DOUBLE, reason.to_owned()));
    }
}

/// Whether one expression is too long for a walk over its tree.
pub(super) fn too_deep(tokens: &[pp::Token]) -> bool {
    let mut length = 0usize;
    for token in tokens {
        match &token.kind {
            TokenKind::Punct(Punct::Semi | Punct::LBrace | Punct::RBrace | Punct::Comma) => length = 0,
            _ => length += 1,
        }
        if length > LONGEST {
            return true;
        }
    }
    false
}

/// Attributes that change what a program does, and that the parser passes over or that have no form in Rust.
const ATTRIBUTES: &[&str] = &[
    "cleanup",
    "constructor",
    "destructor",
    "alias",
    "weak",
    "ifunc",
    "mode",
    "vector_size",
    "scalar_storage_order",
    "transparent_union",
    "weakref",
    "ms_struct",
    "gcc_struct",
];

/// The attributes of [`ATTRIBUTES`] that the project's files write.
pub(super) fn attributes(tokens: &[pp::Token], spliced: &Spliced) -> Vec<(String, Origin)> {
    let mut out = vec![];
    let mut open = 0usize;
    let mut inside = false;
    for token in tokens {
        match &token.kind {
            TokenKind::Keyword(Keyword::Attribute) => inside = true,
            TokenKind::Punct(Punct::LParen) if inside => open += 1,
            TokenKind::Punct(Punct::RParen) if inside => {
                open = open.saturating_sub(1);
                inside = open > 0;
            }
            TokenKind::Ident(name) if inside && open == 2 => {
                let name = name.trim_matches('_');
                let library = spliced.header(token.range.start as usize).is_some_and(|header| header.starts_with('<'));
                if ATTRIBUTES.contains(&name) && !library {
                    out.push((name.to_owned(), spliced.origin(token.range.start as usize, token.range.end as usize)));
                }
            }
            _ => {}
        }
    }
    out
}
