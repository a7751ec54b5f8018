//! Statement expressions that jumps lead into or out of, as blocks: where the whole of a statement is one, or assigns one, or chooses
//! one. The parser has them only as values.

use super::tokens::{Insertion, Tokens, keyword, punct};
use cinrs_core::lex::{Keyword, Punct, TokenKind};
use cinrs_core::{Diagnostics, SourceRange};
use std::collections::BTreeSet;

/// What is said of them.
const COMPLAINT: &str = "inside a statement expression";

/// Rewrite one that the parser complains of; whether there was one.
pub(super) fn repair(found: &Diagnostics, tokens: &mut Tokens) -> bool {
    let wrong: Vec<SourceRange> =
        found.items().iter().filter(|item| item.message.contains(COMPLAINT)).map(|item| item.range).collect();
    wrong.into_iter().any(|range| rewrite(tokens, range.start as usize))
}

struct Edit {
    gone: BTreeSet<usize>,
    insertions: Vec<Insertion>,
}

impl Edit {
    fn new() -> Edit {
        Edit { gone: BTreeSet::new(), insertions: vec![] }
    }

    fn insert(&mut self, at: usize, tokens: Vec<TokenKind>) {
        self.insertions.push(Insertion { at, tokens });
    }
}

fn rewrite(tokens: &mut Tokens, inside: usize) -> bool {
    let mut inside = inside;
    while let Some((open, close)) = enclosing(tokens, inside) {
        let edit = alone(tokens, open, close)
            .or_else(|| assigned(tokens, open, close))
            .or_else(|| chosen(tokens, open, close));
        if let Some(edit) = edit {
            tokens.edit(&edit.gone, edit.insertions);
            return true;
        }
        let Some(before) = open.checked_sub(1) else { return false };
        inside = before;
    }
    false
}

fn is(tokens: &Tokens, at: usize, mark: Punct) -> bool {
    matches!(tokens.kind(at), Some(TokenKind::Punct(found)) if *found == mark)
}

fn opens(tokens: &Tokens, at: usize) -> bool {
    [Punct::LParen, Punct::LBrace, Punct::LBracket].iter().any(|mark| is(tokens, at, *mark))
}

fn shuts(tokens: &Tokens, at: usize) -> bool {
    [Punct::RParen, Punct::RBrace, Punct::RBracket].iter().any(|mark| is(tokens, at, *mark))
}

/// The parentheses of the innermost `({ … })` around a token.
fn enclosing(tokens: &Tokens, inside: usize) -> Option<(usize, usize)> {
    let mut depth = 0usize;
    for at in (0..inside).rev() {
        if shuts(tokens, at) {
            depth += 1;
        } else if opens(tokens, at) && depth > 0 {
            depth -= 1;
        } else if opens(tokens, at) && is(tokens, at, Punct::LParen) && is(tokens, at + 1, Punct::LBrace) {
            return Some((at, closing(tokens, at)?));
        }
    }
    None
}

fn closing(tokens: &Tokens, open: usize) -> Option<usize> {
    let mut depth = 0usize;
    for at in open..tokens.list.len() {
        if opens(tokens, at) {
            depth += 1;
        } else if shuts(tokens, at) {
            depth = depth.checked_sub(1)?;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

/// A statement starts at this token.
fn starts(tokens: &Tokens, at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|before| [Punct::Semi, Punct::LBrace, Punct::RBrace].iter().any(|mark| is(tokens, before, *mark)))
}

/// `({ … });`
fn alone(tokens: &Tokens, open: usize, close: usize) -> Option<Edit> {
    (starts(tokens, open) && is(tokens, close + 1, Punct::Semi)).then(|| {
        let mut edit = Edit::new();
        edit.gone.extend([open, close]);
        edit
    })
}

/// `place = ({ …; value; });` and `type name = ({ …; value; });`
fn assigned(tokens: &Tokens, open: usize, close: usize) -> Option<Edit> {
    let equals = open.checked_sub(1).filter(|at| is(tokens, *at, Punct::Assign))?;
    if !is(tokens, close + 1, Punct::Semi)
        || !is(tokens, close - 1, Punct::RBrace)
        || !is(tokens, close - 2, Punct::Semi)
    {
        return None;
    }
    let start = (0..=equals).rev().find(|at| starts(tokens, *at))?;
    let left: Vec<TokenKind> = (start..equals).filter_map(|at| tokens.kind(at).cloned()).collect();
    let odd = |kind: &TokenKind| {
        matches!(
            kind,
            TokenKind::Keyword(Keyword::Static) | TokenKind::Punct(Punct::Comma | Punct::LParen | Punct::Assign)
        )
    };
    let (TokenKind::Ident(name), false) = (left.last()?, left.iter().any(odd)) else { return None };
    let declared =
        left.len() > 1 && left.iter().all(|kind| !matches!(kind, TokenKind::Punct(Punct::Dot | Punct::Arrow)));
    if (!declared && left.len() > 1) || hides(tokens, open, close, name) {
        return None;
    }
    let value = last_value(tokens, open, close)?;
    let mut edit = Edit::new();
    edit.gone.extend([open, close, equals]);
    if declared {
        edit.insert(equals, vec![punct(Punct::Semi)]);
    } else {
        edit.gone.extend(start..equals);
    }
    edit.insert(value, vec![TokenKind::Ident(name.clone()), punct(Punct::Assign)]);
    Some(edit)
}

/// The block may declare this name itself.
fn hides(tokens: &Tokens, open: usize, close: usize, name: &str) -> bool {
    (open + 2..close).any(|at| {
        let same = matches!(tokens.kind(at), Some(TokenKind::Ident(found)) if found == name);
        let typed = matches!(
            tokens.kind(at - 1),
            Some(TokenKind::Keyword(_) | TokenKind::Ident(_) | TokenKind::Punct(Punct::Star | Punct::Comma))
        );
        same && typed
    })
}

/// The first token of the expression that is the value of the block.
fn last_value(tokens: &Tokens, open: usize, close: usize) -> Option<usize> {
    let mut depth = 0usize;
    let mut start = open + 2;
    for at in open + 2..close - 2 {
        if opens(tokens, at) {
            depth += 1;
        } else if shuts(tokens, at) {
            depth = depth.checked_sub(1)?;
        }
        if depth == 0 && (is(tokens, at, Punct::Semi) || is(tokens, at, Punct::RBrace)) {
            start = at + 1;
        }
    }
    let plain = !matches!(tokens.kind(start)?, TokenKind::Keyword(_)) && !is(tokens, start + 1, Punct::Colon);
    (plain && start < close - 2).then_some(start)
}

/// `(condition ? value : ({ … }));`, with or without the parentheses around.
fn chosen(tokens: &Tokens, open: usize, close: usize) -> Option<Edit> {
    let colon = open.checked_sub(1).filter(|at| is(tokens, *at, Punct::Colon))?;
    let wrapped = is(tokens, close + 1, Punct::RParen);
    let end = if wrapped { close + 2 } else { close + 1 };
    let start = (0..=colon).rev().find(|at| starts(tokens, *at))?;
    let fits = is(tokens, end, Punct::Semi) && (!wrapped || closing(tokens, start) == Some(close + 1));
    if !fits {
        return None;
    }
    let first = if wrapped { start + 1 } else { start };
    let mut depth = 0usize;
    let mut question = None;
    for at in first..colon {
        if opens(tokens, at) {
            depth += 1;
        } else if shuts(tokens, at) {
            depth = depth.checked_sub(1)?;
            continue;
        }
        if depth > 0 {
            continue;
        }
        let second = is(tokens, at, Punct::Question) && question.replace(at).is_some();
        if second || is(tokens, at, Punct::Colon) || is(tokens, at, Punct::Assign) {
            return None;
        }
    }
    let question = question?;
    let mut edit = Edit::new();
    edit.gone.extend([question, colon]);
    if wrapped {
        edit.gone.extend([start, close + 1]);
    }
    edit.insert(first, vec![keyword(Keyword::If), punct(Punct::LParen)]);
    edit.insert(question, vec![punct(Punct::RParen), punct(Punct::LBrace)]);
    let other = [punct(Punct::Semi), punct(Punct::RBrace), keyword(Keyword::Else), punct(Punct::LBrace)];
    edit.insert(colon, other.to_vec());
    edit.insert(end, vec![punct(Punct::Semi), punct(Punct::RBrace)]);
    Some(edit)
}
