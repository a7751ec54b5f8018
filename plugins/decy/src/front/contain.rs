//! Keeps what the parser does not accept to the function that it stands in: the rest of the unit converts.

use super::Wrong;
use batuta_diagnostics::Diagnostic;
use cinrs_core::lex::{Punct, TokenKind};
use cinrs_core::pp::Token;
use cinrs_core::{SourceRange, ir};
use std::collections::BTreeMap;

/// A pair of braces at the top level: the numbers of the tokens.
pub(super) struct Braces {
    open: u32,
    close: u32,
    /// The first token of the declaration that they end.
    start: u32,
}

/// All braces at the top level that end a declaration without a semicolon behind them: the bodies of functions.
pub(super) fn bodies(tokens: &[Token]) -> Vec<Braces> {
    let mut out = vec![];
    let (mut depth, mut open, mut start) = (0usize, 0, 0);
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Punct(Punct::LBrace) => {
                if depth == 0 {
                    open = at as u32;
                }
                depth += 1;
            }
            TokenKind::Punct(Punct::RBrace) => {
                depth = depth.saturating_sub(1);
                let before = open.checked_sub(1).and_then(|before| tokens.get(before as usize));
                let follows =
                    matches!(before.map(|token| &token.kind), Some(TokenKind::Punct(Punct::RParen | Punct::Semi)));
                if depth == 0 && follows {
                    out.push(Braces { open, close: at as u32, start });
                    start = at as u32 + 1;
                }
            }
            TokenKind::Punct(Punct::Semi) if depth == 0 => {
                // The declarations of old parameters stand between the name and the body.
                let old = tokens.get(at + 1).is_some_and(|next| matches!(next.kind, TokenKind::Punct(Punct::LBrace)));
                if !old {
                    start = at as u32 + 1;
                }
            }
            _ => {}
        }
    }
    out
}

/// Tokens in one body beyond which nobody wrote it by hand.
const LONGEST: u32 = 400_000;

/// A place in every body that is too long to convert.
pub(super) fn too_long(bodies: &[Braces]) -> Vec<SourceRange> {
    let long = bodies.iter().filter(|body| body.close - body.open > LONGEST);
    long.map(|body| SourceRange::new(body.open + 1, body.open + 2)).collect()
}

/// The findings inside of bodies, by the place of the function's name, and all others.
pub(super) fn split(
    errors: &[Wrong],
    bodies: &[Braces],
    program: &ir::Program,
) -> (BTreeMap<u32, Diagnostic>, Vec<Diagnostic>) {
    let (mut inner, mut outer) = (BTreeMap::new(), vec![]);
    for error in errors {
        let name = error.tokens.and_then(|range| {
            let body = bodies.iter().find(|body| body.open < range.start && range.end <= body.close)?;
            let within = |function: &&ir::Function| {
                function.body.is_some() && body.start <= function.range.start && function.range.start < body.open
            };
            program.functions.iter().find(within).map(|function| function.range.start)
        });
        match name {
            Some(name) => {
                inner.entry(name).or_insert_with(|| error.finding.clone());
            }
            None => outer.push(error.finding.clone()),
        }
    }
    (inner, outer)
}
