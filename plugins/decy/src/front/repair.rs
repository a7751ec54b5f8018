//! What gcc lets pass with a warning and the parser refuses: written out as the conversion that gcc makes.

use super::tokens::{Insertion, Tokens, keyword, lexed, punct};
use super::{addresses, enumerations, long_double, prototypes};
use cinrs_core::lex::{Keyword, Punct, TokenKind};
use cinrs_core::{Diagnostics, Level, Options, SourceRange};
use std::collections::BTreeSet;

/// What is put in between.
#[derive(Default)]
pub(super) struct Repairs {
    insertions: Vec<Insertion>,
    /// Tokens that become others.
    replacements: Vec<(usize, TokenKind)>,
    /// Functions to declare.
    declared: BTreeSet<String>,
    done: BTreeSet<(u32, u32)>,
}

/// The text between the quotes of a message, in order.
fn quoted(message: &str) -> Vec<&str> {
    message.split('\'').skip(1).step_by(2).collect()
}

fn is_pointer(ty: &str) -> bool {
    ty.contains('*')
}

/// Types that convert to and from pointers with a warning.
fn is_integer(ty: &str) -> bool {
    ["int", "char", "short", "long", "enum", "_Bool", "__int128"].iter().any(|word| ty.contains(word))
        && !is_pointer(ty)
}

impl Repairs {
    /// The repairs for all findings that have one; none when there is nothing to repair.
    pub(super) fn of(found: &Diagnostics, tokens: &Tokens) -> Option<Repairs> {
        let mut out = Repairs::default();
        for item in found.items().iter().filter(|item| item.level == Level::Error) {
            if out.done.insert((item.range.start, item.range.end)) {
                out.repair(&item.message, item.range, tokens);
            }
        }
        (!out.insertions.is_empty() || !out.declared.is_empty() || !out.replacements.is_empty()).then_some(out)
    }

    /// Declarations that have to stand before everything: of the C library, or of others.
    pub(super) fn prelude(&self, library: bool, options: &Options) -> Vec<TokenKind> {
        let all = self.declared.iter().map(|name| prototypes::declaration(name));
        let text: String = all.filter(|(_, known)| *known == library).map(|(text, _)| text).collect();
        if text.is_empty() { vec![] } else { lexed(&text, options) }
    }

    /// Tokens that become others, by their numbers before the insertions.
    pub(super) fn replacements(&self) -> &[(usize, TokenKind)] {
        &self.replacements
    }

    /// The insertions.
    pub(super) fn insertions(self) -> Vec<Insertion> {
        self.insertions
    }

    fn repair(&mut self, message: &str, range: SourceRange, tokens: &Tokens) {
        let words = quoted(message);
        if message.starts_with("implicit declaration of function") {
            self.declared.extend(words.first().map(|name| (*name).to_owned()));
            return;
        }
        if message.starts_with("type specifier missing for parameter") {
            self.old_parameter(range, tokens, words.first().unwrap_or(&""));
            return;
        }
        if message.starts_with("type specifier missing") {
            self.implicit_int(range, tokens);
            return;
        }
        if message.ends_with("is not a compile-time constant expression") {
            self.insertions.extend(addresses::numbers(range, tokens));
            return;
        }
        if message.contains("cannot operate on") && message.contains("a function pointer is") {
            self.atomic(range, tokens);
            return;
        }
        if message.starts_with("conflicting types for") {
            self.replacements.extend(enumerations::as_integers(range, tokens));
            return;
        }
        if message.starts_with("comparison ") {
            self.comparison(range, tokens, message.contains("a pointer and"));
            return;
        }
        if message.contains("is not defined for the complex type") {
            self.order(range, tokens);
            return;
        }
        if message.contains("operands of '?:' have incompatible types") {
            self.choice(range, tokens, words.get(1).unwrap_or(&""), words.get(2).unwrap_or(&""));
            return;
        }
        let (to, from) = match words.as_slice() {
            [to, from] if message.starts_with("assigning to") => (*to, *from),
            [_, to, from] if message.starts_with("cannot initialize") => (*to, *from),
            [from, to] if message.starts_with("returning") => (*to, *from),
            [from, _, to] if message.starts_with("passing") => (*to, *from),
            _ => return,
        };
        match (is_pointer(to), is_pointer(from)) {
            (true, true) => self.wrap(range, to_void()),
            (true, false) if is_integer(from) => self.wrap(range, [to_void(), to_long()].concat()),
            (false, true) if is_integer(to) => self.wrap(range, to_long()),
            _ => {}
        }
    }

    /// `(T)(…)` around some tokens.
    fn wrap(&mut self, range: SourceRange, mut cast: Vec<TokenKind>) {
        if range.is_empty() {
            return;
        }
        cast.push(punct(Punct::LParen));
        self.insertions.push(Insertion { at: range.start as usize, tokens: cast });
        self.insertions.push(Insertion { at: range.end as usize, tokens: vec![punct(Punct::RParen)] });
    }

    /// `int` where a declaration names no type.
    fn implicit_int(&mut self, range: SourceRange, tokens: &Tokens) {
        let mut at = range.start as usize;
        while matches!(
            tokens.kind(at),
            Some(TokenKind::Keyword(
                Keyword::Static
                    | Keyword::Extern
                    | Keyword::Register
                    | Keyword::Auto
                    | Keyword::Const
                    | Keyword::Volatile
                    | Keyword::Inline
                    | Keyword::Typedef
                    | Keyword::Noreturn
            ))
        ) {
            at += 1;
        }
        self.insertions.push(Insertion { at, tokens: vec![keyword(Keyword::Int)] });
    }

    /// `int name;` behind the parameter list of an old definition.
    fn old_parameter(&mut self, range: SourceRange, tokens: &Tokens, name: &str) {
        let close = |at: &usize| matches!(tokens.kind(*at), Some(TokenKind::Punct(Punct::RParen)));
        if let Some(close) = (range.end as usize..tokens.list.len()).find(close) {
            let declaration = vec![keyword(Keyword::Int), TokenKind::Ident(name.to_owned()), punct(Punct::Semi)];
            self.insertions.push(Insertion { at: close + 1, tokens: declaration });
        }
    }

    fn comparison(&mut self, range: SourceRange, tokens: &Tokens, number: bool) {
        let range = bare(range, tokens);
        let is_equality = |kind: &TokenKind| matches!(kind, TokenKind::Punct(Punct::EqEq | Punct::Ne));
        let is_order =
            |kind: &TokenKind| matches!(kind, TokenKind::Punct(Punct::Lt | Punct::Gt | Punct::Le | Punct::Ge));
        let found = last_outside(range, tokens, is_equality).or_else(|| last_outside(range, tokens, is_order));
        let Some(at) = found else { return };
        let cast = || if number { to_unsigned() } else { to_void() };
        if number {
            self.wrap(SourceRange::new(range.start, at as u32), cast());
        }
        self.wrap(SourceRange::new(at as u32 + 1, range.end), cast());
    }

    /// The order of what stands for `long double`, as a call.
    fn order(&mut self, range: SourceRange, tokens: &Tokens) {
        let range = bare(range, tokens);
        let is_order =
            |kind: &TokenKind| matches!(kind, TokenKind::Punct(Punct::Lt | Punct::Gt | Punct::Le | Punct::Ge));
        let Some(at) = last_outside(range, tokens, is_order) else { return };
        let Some(TokenKind::Punct(mark)) = tokens.kind(at) else { return };
        let Some(name) = long_double::comparison(*mark) else { return };
        self.declared.insert(name.to_owned());
        self.replacements.push((at, punct(Punct::Comma)));
        self.wrap(range, vec![TokenKind::Ident(name.to_owned())]);
    }

    /// A pointer to a function that is read or written at once: as one to data, which has its size.
    fn atomic(&mut self, object: SourceRange, tokens: &Tokens) {
        let start = object.start as usize;
        let atomic =
            |at: &usize| matches!(tokens.kind(*at), Some(TokenKind::Ident(name)) if name.starts_with("__atomic_"));
        let Some(name) = (start.saturating_sub(2)..start).rev().find(atomic) else { return };
        let Some(end) = closes(SourceRange::new(name as u32 + 1, tokens.list.len() as u32), tokens) else { return };
        let arguments = outside(SourceRange::new(name as u32 + 2, end - 1), tokens);
        let commas: Vec<u32> = arguments
            .into_iter()
            .filter(|at| matches!(tokens.kind(*at), Some(TokenKind::Punct(Punct::Comma))))
            .map(|at| at as u32)
            .collect();
        let [first, rest @ ..] = commas.as_slice() else { return };
        let pointer = SourceRange::new(name as u32 + 2, *first);
        match (tokens.kind(name), rest) {
            (Some(TokenKind::Ident(word)), [second]) if word == "__atomic_store_n" => {
                self.wrap(SourceRange::new(first + 1, *second), to_void());
            }
            (Some(TokenKind::Ident(word)), []) if word == "__atomic_load_n" => {
                let mut object =
                    vec![punct(Punct::LParen), keyword(Keyword::TypeofGnu), punct(Punct::LParen), punct(Punct::Star)];
                object.push(punct(Punct::LParen));
                object.extend((pointer.start..pointer.end).filter_map(|at| tokens.kind(at as usize).cloned()));
                object.extend([Punct::RParen, Punct::RParen, Punct::RParen].map(punct));
                self.wrap(SourceRange::new(name as u32, end), object);
            }
            _ => return,
        }
        let mut to_pointers = to_void();
        to_pointers.insert(2, punct(Punct::Star));
        self.wrap(pointer, to_pointers);
    }

    fn choice(&mut self, range: SourceRange, tokens: &Tokens, yes: &str, no: &str) {
        let range = bare(range, tokens);
        let Some(colon) = choice_colon(range, tokens) else { return };
        let question = first_outside(range, tokens, |kind| matches!(kind, TokenKind::Punct(Punct::Question)));
        let Some(question) = question else { return };
        let first = SourceRange::new(question as u32 + 1, colon as u32);
        let second = SourceRange::new(colon as u32 + 1, range.end);
        match (is_pointer(yes), is_pointer(no)) {
            (true, true) => self.wrap(second, to_void()),
            (true, false) if is_integer(no) => self.wrap(second, [like(first, tokens), to_long()].concat()),
            (false, true) if is_integer(yes) => self.wrap(first, [like(second, tokens), to_long()].concat()),
            _ => {}
        }
    }
}

fn to_void() -> Vec<TokenKind> {
    vec![punct(Punct::LParen), keyword(Keyword::Void), punct(Punct::Star), punct(Punct::RParen)]
}

fn to_long() -> Vec<TokenKind> {
    vec![punct(Punct::LParen), keyword(Keyword::Long), punct(Punct::RParen)]
}

fn to_unsigned() -> Vec<TokenKind> {
    vec![punct(Punct::LParen), keyword(Keyword::Unsigned), keyword(Keyword::Long), punct(Punct::RParen)]
}

/// `(typeof (…))`
fn like(range: SourceRange, tokens: &Tokens) -> Vec<TokenKind> {
    let mut out = vec![punct(Punct::LParen), keyword(Keyword::TypeofGnu), punct(Punct::LParen)];
    out.extend((range.start..range.end).filter_map(|at| tokens.kind(at as usize).cloned()));
    out.extend([punct(Punct::RParen), punct(Punct::RParen)]);
    out
}

/// A range without the parentheses around all of it.
fn bare(range: SourceRange, tokens: &Tokens) -> SourceRange {
    let mut range = range;
    while matches!(tokens.kind(range.start as usize), Some(TokenKind::Punct(Punct::LParen)))
        && closes(range, tokens) == Some(range.end)
        && range.start + 2 < range.end
    {
        range = SourceRange::new(range.start + 1, range.end - 1);
    }
    range
}

/// Behind the parenthesis that closes the first one.
fn closes(range: SourceRange, tokens: &Tokens) -> Option<u32> {
    let mut depth = 0usize;
    for at in range.start..range.end {
        match tokens.kind(at as usize) {
            Some(TokenKind::Punct(Punct::LParen)) => depth += 1,
            Some(TokenKind::Punct(Punct::RParen)) => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// Tokens of a range that no bracket encloses.
fn outside(range: SourceRange, tokens: &Tokens) -> Vec<usize> {
    let mut depth = 0usize;
    let mut out = vec![];
    for at in range.start as usize..range.end as usize {
        match tokens.kind(at) {
            Some(TokenKind::Punct(Punct::LParen | Punct::LBracket | Punct::LBrace)) => depth += 1,
            Some(TokenKind::Punct(Punct::RParen | Punct::RBracket | Punct::RBrace)) => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(at),
            _ => {}
        }
    }
    out
}

fn last_outside(range: SourceRange, tokens: &Tokens, wanted: impl Fn(&TokenKind) -> bool) -> Option<usize> {
    outside(range, tokens).into_iter().rev().find(|at| tokens.kind(*at).is_some_and(&wanted))
}

fn first_outside(range: SourceRange, tokens: &Tokens, wanted: impl Fn(&TokenKind) -> bool) -> Option<usize> {
    outside(range, tokens).into_iter().find(|at| tokens.kind(*at).is_some_and(&wanted))
}

/// The colon that belongs to the first question mark.
fn choice_colon(range: SourceRange, tokens: &Tokens) -> Option<usize> {
    let mut open = 0usize;
    for at in outside(range, tokens) {
        match tokens.kind(at) {
            Some(TokenKind::Punct(Punct::Question)) => open += 1,
            Some(TokenKind::Punct(Punct::Colon)) if open == 1 => return Some(at),
            Some(TokenKind::Punct(Punct::Colon)) => open = open.saturating_sub(1),
            _ => {}
        }
    }
    None
}
