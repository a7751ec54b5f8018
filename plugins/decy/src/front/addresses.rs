//! Computed indices in the addresses that static objects begin with: the parser wants numbers, gcc takes any constant.

use super::tokens::{Insertion, Tokens, keyword, punct};
use cinrs_core::SourceRange;
use cinrs_core::lex::{Keyword, Punct, TokenKind};

/// What makes numbers of the indices in an initialiser, and of what is converted to pointers: `sizeof(char[(…)])` around each, as the parser does the sum in a size. An index below
/// zero makes no size and stays refused.
pub(super) fn numbers(range: SourceRange, tokens: &Tokens) -> Vec<Insertion> {
    let mut out = vec![];
    for at in range.start as usize..range.end as usize {
        let is = |at: usize, mark: Punct| tokens.kind(at) == Some(&punct(mark));
        let index = is(at, Punct::LBracket);
        let behind = |mark: Punct| at > 0 && is(at - 1, mark);
        let moved = is(at, Punct::LParen) && (behind(Punct::Plus) || behind(Punct::Minus));
        let cast = is(at, Punct::LParen) && behind(Punct::RParen) && is_sum(at, tokens);
        let moved = moved || cast;
        let Some(close) = (index || moved).then(|| tokens.closing(at)).flatten() else { continue };
        let plain = close <= at + 2 || matches!(tokens.kind(at + 1), Some(TokenKind::Keyword(Keyword::Sizeof)));
        if !plain && close < range.end as usize {
            out.push(Insertion { at: at + 1, tokens: size_of() });
            out.push(Insertion {
                at: close,
                tokens: [Punct::RParen, Punct::RBracket, Punct::RParen].map(punct).into(),
            });
        }
    }
    out
}

/// What stands in these parentheses is a sum of numbers, no type.
fn is_sum(open: usize, tokens: &Tokens) -> bool {
    let Some(close) = tokens.closing(open) else { return false };
    (open + 1..close).any(|at| {
        let mark = matches!(
            tokens.kind(at),
            Some(TokenKind::Punct(
                Punct::Plus | Punct::Minus | Punct::Pipe | Punct::Amp | Punct::Shl | Punct::Shr | Punct::Caret
            ))
        );
        // A sign is none.
        mark && at > open + 1
    })
}

/// `sizeof(char[(`
fn size_of() -> Vec<TokenKind> {
    let char = vec![punct(Punct::LParen), keyword(Keyword::Char), punct(Punct::LBracket), punct(Punct::LParen)];
    [vec![keyword(Keyword::Sizeof)], char].concat()
}
