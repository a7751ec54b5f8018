//! The tokens of a unit, numbered.
//!
//! The parser is given the number of a token as its place. So a finding names exactly the tokens that it is about, also where all of
//! them come from one macro, and a repair can stand between any two of them.

use super::splice::Spliced;
use batuta_text::Origin;
use cinrs_core::lex::{self, Keyword, Punct, TokenKind};
use cinrs_core::pp::{self, Token};
use cinrs_core::{Options, SourceRange};
use std::collections::BTreeSet;

/// The tokens that the parser reads, and where each is written.
pub(super) struct Tokens {
    /// With their numbers as ranges.
    pub list: Vec<Token>,
    /// Their ranges in the spliced text.
    places: Vec<SourceRange>,
    /// Alignments that `#pragma pack` asks for, by token.
    pub packing: Vec<(usize, Option<u32>)>,
}

/// Tokens to put before the token of that number.
pub(super) struct Insertion {
    /// The number; the end of the list is the last place.
    pub at: usize,
    /// What to put there.
    pub tokens: Vec<TokenKind>,
}

impl Tokens {
    /// Number what the preprocessor gave.
    pub(super) fn new(ready: pp::Preprocessed) -> Tokens {
        let places = ready.tokens.iter().map(|token| token.range).collect();
        let mut out = Tokens { list: ready.tokens, places, packing: ready.pack_events };
        out.number();
        out
    }

    fn number(&mut self) {
        for (at, token) in self.list.iter_mut().enumerate() {
            token.range = SourceRange::new(at as u32, at as u32 + 1);
        }
    }

    /// The range of everything.
    pub(super) fn whole(&self) -> SourceRange {
        SourceRange::new(0, self.list.len() as u32)
    }

    /// Where tokens are written in the spliced text.
    pub(super) fn place(&self, range: SourceRange) -> SourceRange {
        let last = self.places.len().saturating_sub(1);
        let first = (range.start as usize).min(last);
        let end = (range.end as usize).saturating_sub(1).clamp(first, last);
        match (self.places.get(first), self.places.get(end)) {
            (Some(first), Some(end)) if range.start < range.end => {
                SourceRange::new(first.start, first.end.max(end.end))
            }
            (Some(first), _) => SourceRange::at(first.start),
            _ => SourceRange::at(0),
        }
    }

    /// Where tokens are written in the project.
    pub(super) fn origin(&self, range: SourceRange, spliced: &Spliced) -> Origin {
        let place = self.place(range);
        spliced.origin(place.start as usize, place.end as usize)
    }

    /// The kind of a token.
    pub(super) fn kind(&self, at: usize) -> Option<&TokenKind> {
        self.list.get(at).map(|token| &token.kind)
    }

    /// The bracket that closes the one at `open`.
    pub(super) fn closing(&self, open: usize) -> Option<usize> {
        let mut depth = 0usize;
        for at in open..self.list.len() {
            match self.kind(at)? {
                TokenKind::Punct(Punct::LParen | Punct::LBracket | Punct::LBrace) => depth += 1,
                TokenKind::Punct(Punct::RParen | Punct::RBracket | Punct::RBrace) => {
                    depth = depth.checked_sub(1)?;
                    if depth == 0 {
                        return Some(at);
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// Replace the kind of a token.
    pub(super) fn replace(&mut self, at: usize, kind: TokenKind) {
        if let Some(token) = self.list.get_mut(at) {
            token.kind = kind;
        }
    }

    /// Put tokens in; those for one place keep their order.
    pub(super) fn insert(&mut self, mut insertions: Vec<Insertion>) {
        insertions.sort_by_key(|insertion| insertion.at);
        let mut list = Vec::with_capacity(self.list.len() + insertions.len() * 4);
        let mut places = Vec::with_capacity(list.capacity());
        let mut packing = vec![];
        let mut events = std::mem::take(&mut self.packing).into_iter().peekable();
        let mut waiting = insertions.into_iter().peekable();
        for (at, token) in std::mem::take(&mut self.list).into_iter().enumerate() {
            while let Some(insertion) = waiting.next_if(|insertion| insertion.at <= at) {
                for kind in insertion.tokens {
                    list.push(Token { kind, range: token.range, origin: token.origin.clone() });
                    places.push(self.places[at]);
                }
            }
            while let Some((_, align)) = events.next_if(|(place, _)| *place <= at) {
                packing.push((list.len(), align));
            }
            list.push(token);
            places.push(self.places[at]);
        }
        packing.extend(events.map(|(_, align)| (list.len(), align)));
        (self.list, self.places, self.packing) = (list, places, packing);
        self.number();
    }

    /// Leave tokens out and put others in; the places are those from before.
    pub(super) fn edit(&mut self, gone: &BTreeSet<usize>, mut insertions: Vec<Insertion>) {
        insertions.iter_mut().for_each(|insertion| insertion.at -= gone.range(..insertion.at).count());
        if !gone.is_empty() {
            self.remove(gone);
        }
        self.insert(insertions);
    }

    /// Leave tokens out.
    pub(super) fn remove(&mut self, gone: &BTreeSet<usize>) {
        let left = |at: usize| at - gone.range(..at).count();
        let packing = self.packing.iter().map(|(at, align)| (left(*at), *align)).collect();
        let keep = |at: usize| !gone.contains(&at);
        let mut at = 0;
        self.list.retain(|_| (keep(at), at += 1).0);
        at = 0;
        self.places.retain(|_| (keep(at), at += 1).0);
        self.packing = packing;
        self.number();
    }

    /// Put declarations before everything; those of the C library belong to the compiler.
    pub(super) fn prepend(&mut self, kinds: Vec<TokenKind>, library: bool, spliced: &Spliced) {
        let place = if library { spliced.built_in() } else { SourceRange::at(0) };
        let count = kinds.len();
        let before = kinds.into_iter().map(|kind| Token { kind, range: place, origin: pp::Origin::Source });
        self.list.splice(0..0, before);
        self.places.splice(0..0, std::iter::repeat_n(place, count));
        self.packing.iter_mut().for_each(|(at, _)| *at += count);
        self.number();
    }
}

/// `text` as tokens, without the end.
pub(super) fn lexed(text: &str, options: &Options) -> Vec<TokenKind> {
    let context = pp::Context::new(text, 0);
    let raw = lex::lex_text(&context.text, context.base, &options.into());
    let mut found = cinrs_core::Diagnostics::new();
    let ready = pp::preprocess(&raw, &context, options, &mut found);
    ready.tokens.into_iter().map(|token| token.kind).filter(|kind| !matches!(kind, TokenKind::Eof)).collect()
}

/// A punctuation mark.
pub(super) fn punct(mark: Punct) -> TokenKind {
    TokenKind::Punct(mark)
}

/// A word of the language.
pub(super) fn keyword(word: Keyword) -> TokenKind {
    TokenKind::Keyword(word)
}
