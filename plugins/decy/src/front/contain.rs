//! Keeps what the parser does not accept to the function that it stands in: the rest of the unit converts.

use super::Wrong;
use super::tokens::{Insertion, Tokens, punct};
use batuta_diagnostics::Diagnostic;
use cinrs_core::lex::{Punct, TokenKind};
use cinrs_core::pp::Token;
use cinrs_core::{SourceRange, ir};
use std::collections::{BTreeMap, BTreeSet};

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

/// What stands in place of a body that the parser could not read, before the number of the finding; nobody declares it.
const HOLE: &str = "__batuta_hole_";

/// Leaves out the bodies that these errors of the parser stand in, so that it can read the rest; `held` keeps what is said of each. False,
/// with nothing changed, when an error stands elsewhere.
pub(super) fn leave_out(wrong: Vec<Wrong>, tokens: &mut Tokens, held: &mut Vec<Diagnostic>) -> bool {
    let bodies = bodies(&tokens.list);
    let mut found: BTreeMap<u32, (u32, Diagnostic)> = BTreeMap::new();
    for wrong in wrong {
        let inside = |body: &&Braces| {
            wrong
                .tokens
                .is_some_and(|range| body.open < range.start && range.end <= body.close && body.open + 1 < body.close)
        };
        let Some(body) = bodies.iter().find(inside) else { return false };
        found.entry(body.open).or_insert((body.close, wrong.finding));
    }
    let mut gone = BTreeSet::new();
    let mut insertions = vec![];
    for (open, (close, finding)) in found {
        gone.extend(open as usize + 1..close as usize);
        let name = TokenKind::Ident(format!("{HOLE}{}", held.len()));
        insertions.push(Insertion { at: close as usize, tokens: vec![name, punct(Punct::Semi)] });
        held.push(finding);
    }
    tokens.edit(&gone, insertions);
    !gone.is_empty()
}

/// What is said of the body that a message names the stand-in of.
pub(super) fn said<'h>(message: &str, held: &'h [Diagnostic]) -> Option<&'h Diagnostic> {
    let number: String = message.split_once(HOLE)?.1.chars().take_while(char::is_ascii_digit).collect();
    held.get(number.parse::<usize>().ok()?)
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
