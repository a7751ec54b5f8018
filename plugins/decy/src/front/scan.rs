//! What has to be known of the text beside its meaning: `long double`, which the parser takes for `double`, and depth.

use super::splice::Spliced;
use super::tokens::{Insertion, Tokens, keyword, punct};
use crate::codes;
use crate::hir::visit::{Visit, walk_body, walk_stmt};
use crate::hir::{Body, Program, Stmt, StmtKind};
use batuta_text::Origin;
use cinrs_core::SourceRange;
use cinrs_core::lex::{FloatSuffix, IntLit, Keyword, NumBase, Punct, TokenKind};
use cinrs_core::pp;
use std::collections::BTreeSet;

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
        let kind = |at: usize| tokens.get(at).map(|token| &token.kind);
        let measured = named && at >= 2 && only_measured(kind(at - 2), kind(at - 1), kind(at + 2));
        // Its limits are asked for by name.
        let limit = constant && spliced.header(token.range.start as usize) == Some("<float.h>");
        let function = matches!(&token.kind, TokenKind::Ident(name) if crate::lower::is_long_function(name));
        if ((named || constant || function) && !library && !measured) || limit {
            out.push(spliced.origin(token.range.start as usize, token.range.end as usize));
        }
    }
    out
}

/// Only the size or the alignment of a type is asked for.
fn only_measured(word: Option<&TokenKind>, open: Option<&TokenKind>, close: Option<&TokenKind>) -> bool {
    matches!(word, Some(TokenKind::Keyword(Keyword::Sizeof | Keyword::Alignof | Keyword::AlignofGnu)))
        && matches!(open, Some(TokenKind::Punct(Punct::LParen)))
        && matches!(close, Some(TokenKind::Punct(Punct::RParen)))
}

/// `sizeof(long double)` is that of another type of its size and alignment.
pub(super) fn measure_long_doubles(tokens: &mut Tokens) {
    let pair = |a: Option<&TokenKind>, b: Option<&TokenKind>| {
        matches!(
            (a, b),
            (Some(TokenKind::Keyword(Keyword::Long)), Some(TokenKind::Keyword(Keyword::Double)))
                | (Some(TokenKind::Keyword(Keyword::Double)), Some(TokenKind::Keyword(Keyword::Long)))
        )
    };
    let kind = |at: usize| tokens.kind(at);
    let found: BTreeSet<usize> = (2..tokens.list.len())
        .filter(|at| pair(kind(*at), kind(at + 1)) && only_measured(kind(at - 2), kind(at - 1), kind(at + 2)))
        .collect();
    for at in &found {
        tokens.replace(*at, keyword(Keyword::Int128));
    }
    if !found.is_empty() {
        tokens.remove(&found.iter().map(|at| at + 1).collect());
    }
}

/// Refuse the functions that `long double` is written in; outside of functions, all of them.
pub(super) fn refuse_long_double(program: &mut Program, places: &[Origin]) {
    if places.is_empty() {
        return;
    }
    let reason = "`long double` has no counterpart in Rust";
    for function in program.functions.iter_mut().filter(|function| function.body.is_some()) {
        function.body = Some(Body::Refused(codes::LONG_DOUBLE, reason.to_owned(), None));
    }
}

/// How many variables have a function that runs when their scope is left.
pub(super) fn cleanups(program: &Program) -> usize {
    struct Count(usize);
    impl Visit for Count {
        fn stmt(&mut self, stmt: &Stmt) {
            self.0 += usize::from(matches!(stmt.kind, StmtKind::Cleanup(_)));
            walk_stmt(self, stmt);
        }
    }
    let mut count = Count(0);
    program.functions.iter().filter_map(|function| function.body.as_ref()).for_each(|body| walk_body(&mut count, body));
    count.0
}

/// Questions whether types are compatible that the parser answers without regard to enumerations.
pub(super) fn compared_enumerations(tokens: &Tokens) -> Vec<SourceRange> {
    let mut names = BTreeSet::new();
    for at in 0..tokens.list.len() {
        let pair = (tokens.kind(at), tokens.kind(at + 1));
        if !matches!(pair, (Some(TokenKind::Keyword(Keyword::Typedef)), Some(TokenKind::Keyword(Keyword::Enum)))) {
            continue;
        }
        let end = (at..tokens.list.len()).find(|at| matches!(tokens.kind(*at), Some(TokenKind::Punct(Punct::Semi))));
        if let Some(TokenKind::Ident(name)) = end.and_then(|end| tokens.kind(end - 1)) {
            names.insert(name.clone());
        }
    }
    let mut out = vec![];
    for at in 0..tokens.list.len() {
        if !matches!(tokens.kind(at), Some(TokenKind::Ident(name)) if name == "__builtin_types_compatible_p") {
            continue;
        }
        let mut depth = 0usize;
        for inner in at + 1..tokens.list.len() {
            match tokens.kind(inner) {
                Some(TokenKind::Punct(Punct::LParen)) => depth += 1,
                Some(TokenKind::Punct(Punct::RParen)) => depth = depth.saturating_sub(1),
                Some(TokenKind::Keyword(Keyword::Enum)) => out.push(SourceRange::new(at as u32, inner as u32)),
                Some(TokenKind::Ident(name)) if names.contains(name) => {
                    out.push(SourceRange::new(at as u32, inner as u32));
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    out
}

/// Sizes of arrays in the types of conversions that do something: the parser does not evaluate them.
pub(super) fn acting_sizes(tokens: &Tokens) -> Vec<SourceRange> {
    let is = |at: usize, mark: Punct| tokens.kind(at) == Some(&punct(mark));
    let mut out = vec![];
    // `(T (*)[…])`
    for star in 4..tokens.list.len() {
        let starts = is(star - 1, Punct::LParen) && is(star, Punct::Star) && is(star + 1, Punct::RParen);
        if !starts || !is(star + 2, Punct::LBracket) {
            continue;
        }
        let word = |at: usize| matches!(tokens.kind(at), Some(TokenKind::Keyword(_) | TokenKind::Ident(_)));
        let first = (0..star - 1).rev().find(|at| !word(*at));
        let Some(open) = first.filter(|at| is(*at, Punct::LParen) && *at + 2 < star) else { continue };
        let measures = open > 0 && word(open - 1);
        let mut at = star + 3;
        let mut acts = false;
        while at < tokens.list.len() && !is(at, Punct::RParen) && !is(at, Punct::Semi) {
            let call = matches!(tokens.kind(at), Some(TokenKind::Ident(name)) if !name.starts_with("__builtin"))
                && is(at + 1, Punct::LParen);
            acts |= call || is(at, Punct::PlusPlus) || is(at, Punct::MinusMinus) || is(at, Punct::Assign);
            at += 1;
        }
        if acts && !measures {
            out.push(SourceRange::new(open as u32, at as u32));
        }
    }
    out
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

/// Decimal constants beyond `long long` are 128 bits wide, as gcc has them.
pub(super) fn replace_constants(tokens: &mut Tokens) {
    let mut edits = vec![];
    for (at, token) in tokens.list.iter().enumerate() {
        if let TokenKind::Int(constant) = &token.kind
            && constant.base == NumBase::Decimal
            && !constant.unsigned
            && constant.value > i64::MAX as u128
            && constant.value <= u64::MAX.into()
        {
            edits.push((at, IntLit { unsigned: true, ..constant.clone() }));
        }
    }
    let cast = || lexed_cast();
    let mut insertions = vec![];
    for (at, constant) in edits {
        tokens.replace(at, TokenKind::Int(constant));
        insertions.push(Insertion { at, tokens: cast() });
    }
    if !insertions.is_empty() {
        tokens.insert(insertions);
    }
}

/// `(__int128)`
fn lexed_cast() -> Vec<TokenKind> {
    vec![punct(Punct::LParen), keyword(Keyword::Int128), punct(Punct::RParen)]
}

/// Attributes that change what a program does, and that the parser passes over or that have no form in Rust.
const ATTRIBUTES: &[&str] = &[
    "cleanup",
    "alias",
    "weak",
    "ifunc",
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
    let mut before = None;
    let mut of_type = false;
    for token in tokens {
        let place = || spliced.origin(token.range.start as usize, token.range.end as usize);
        match &token.kind {
            TokenKind::Keyword(Keyword::Attribute) => {
                inside = true;
                // Of a type: gcc passes over it.
                of_type = matches!(before, Some(TokenKind::Keyword(Keyword::Struct | Keyword::Union | Keyword::Enum)));
            }
            TokenKind::Punct(Punct::LParen) if inside => open += 1,
            TokenKind::Punct(Punct::RParen) if inside => {
                open = open.saturating_sub(1);
                inside = open > 0;
            }
            TokenKind::Ident(name) if inside && open == 2 => {
                let name = name.trim_matches('_');
                let library = spliced.header(token.range.start as usize).is_some_and(|header| header.starts_with('<'));
                if ATTRIBUTES.contains(&name) && !library && !(of_type && name == "cleanup") {
                    out.push((name.to_owned(), place()));
                }
            }
            _ => {}
        }
        before = Some(token.kind.clone());
    }
    out
}
