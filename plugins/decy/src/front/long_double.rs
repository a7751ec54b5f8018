//! `long double`: the parser takes it for `double`. It is written as `double _Complex` instead, which no program uses beside it here:
//! a type of the same size that the parser keeps apart, with the same conversions. What complex numbers have no meaning for, their
//! order, is written as calls; the values of constants are read from the text.

use super::Converter;
use super::exprs::hole;
use super::extended::{self, Extended};
use super::tokens::{Insertion, Tokens, keyword, punct};
use crate::codes;
use crate::hir::{Comparison, Expr, ExprKind, Type};
use batuta_diagnostics::Diagnostic;
use cinrs_core::SourceRange;
use cinrs_core::ir;
use cinrs_core::lex::{FloatSuffix, Keyword, Punct, TokenKind};

/// Functions that compare, by the operator that they stand for.
pub(super) const COMPARISONS: [(&str, Comparison); 4] = [
    ("__batuta_less", Comparison::Lt),
    ("__batuta_greater", Comparison::Gt),
    ("__batuta_less_equal", Comparison::Le),
    ("__batuta_greater_equal", Comparison::Ge),
];

/// The function that stands for an operator.
pub(super) fn comparison(mark: Punct) -> Option<&'static str> {
    let at = [Punct::Lt, Punct::Gt, Punct::Le, Punct::Ge].iter().position(|known| *known == mark)?;
    Some(COMPARISONS[at].0)
}

/// A unit that says `_Complex` keeps both, and one that asks for the class of a type would be told the wrong one.
pub(super) fn is_mixed(tokens: &Tokens) -> bool {
    tokens.list.iter().any(|token| {
        token.is_keyword(Keyword::Complex)
            || matches!(&token.kind, TokenKind::Ident(name) if name == "__builtin_classify_type")
    })
}

fn pair(tokens: &Tokens, at: usize) -> bool {
    let (Some(TokenKind::Keyword(a)), Some(TokenKind::Keyword(b))) = (tokens.kind(at), tokens.kind(at + 1)) else {
        return false;
    };
    matches!((a, b), (Keyword::Long, Keyword::Double) | (Keyword::Double, Keyword::Long))
}

/// Write the type and its constants so that the parser keeps them apart.
pub(super) fn write_apart(tokens: &mut Tokens) {
    let mut insertions = vec![];
    let mut bodies: Vec<bool> = vec![];
    let mut opens = false;
    for at in 0..tokens.list.len() {
        match tokens.kind(at) {
            Some(TokenKind::Keyword(Keyword::Struct | Keyword::Union)) => opens = true,
            Some(TokenKind::Punct(Punct::LBrace)) => bodies.push(std::mem::take(&mut opens)),
            Some(TokenKind::Punct(Punct::RBrace)) => _ = bodies.pop(),
            Some(TokenKind::Punct(Punct::Semi | Punct::LParen)) => opens = false,
            Some(TokenKind::Float(value)) if value.suffix == FloatSuffix::LongDouble => {
                let mut value = value.clone();
                value.suffix = FloatSuffix::None;
                let open = [punct(Punct::LParen), punct(Punct::LParen), keyword(Keyword::Double)];
                let mut before = open.to_vec();
                before.extend([keyword(Keyword::Complex), punct(Punct::RParen)]);
                insertions.push(Insertion { at, tokens: before });
                insertions.push(Insertion { at: at + 1, tokens: vec![punct(Punct::RParen)] });
                tokens.replace(at, TokenKind::Float(value));
            }
            _ if pair(tokens, at) => {
                tokens.replace(at, keyword(Keyword::Double));
                tokens.replace(at + 1, keyword(Keyword::Complex));
                if bodies.last() == Some(&true) && is_member(tokens, at + 2) {
                    let sixteen = super::tokens::lexed("_Alignas(16)", &super::options(cinrs_core::Standard::C17));
                    insertions.push(Insertion { at, tokens: sixteen });
                }
            }
            _ => {}
        }
    }
    tokens.insert(insertions);
}

/// What follows the type declares members of that type, not pointers to it.
fn is_member(tokens: &Tokens, start: usize) -> bool {
    let mut kinds = (start..tokens.list.len()).filter_map(|at| tokens.kind(at));
    let ends = |kind: &&TokenKind| matches!(kind, TokenKind::Punct(Punct::Semi | Punct::RBrace));
    let pointer = |kind: &TokenKind| matches!(kind, TokenKind::Punct(Punct::Star | Punct::LParen));
    !kinds.by_ref().take_while(|kind| !ends(kind)).any(pointer)
}

/// A value of the type holds a `long double`.
fn holds(types: &ir::Types, ty: ir::Ty) -> bool {
    match ty {
        ir::Ty::ComplexDouble => true,
        ir::Ty::Array(id) => holds(types, types.array_type(id).elem),
        ir::Ty::Record(id) => types.record(id).fields.iter().any(|field| holds(types, field.ty)),
        _ => false,
    }
}

fn same(a: SourceRange, b: SourceRange) -> bool {
    (a.start, a.end) == (b.start, b.end)
}

impl Converter<'_> {
    /// The type as ours.
    pub(super) fn complex_double(&self) -> Type {
        if self.long_double { Type::LongDouble } else { Type::Unsupported("complex numbers") }
    }

    /// A constant of the type: exact where it is written as one, or small and whole.
    pub(super) fn long_constant(&self, expr: &ir::Expr) -> Expr {
        let origin = self.origin(expr.range);
        let value = match &expr.kind {
            ir::ExprKind::ComplexOf { re, .. } => match re.kind {
                ir::ExprKind::Float(value) => Some(value),
                ir::ExprKind::Zeroed => Some(0.0),
                _ => None,
            },
            ir::ExprKind::Float(value) => Some(*value),
            _ => None,
        };
        let Some(value) = value else { return hole("complex numbers", Type::LongDouble, origin) };
        let whole = !value.is_finite() || (value.fract() == 0.0 && value.abs() < 9e15);
        let found = self.written(expr.range).or_else(|| whole.then(|| extended::from_double(value)));
        match found {
            Some((mantissa, high)) => Expr::new(ExprKind::LongDouble { mantissa, high }, Type::LongDouble, origin),
            None => hole("a `long double` that is computed from constants", Type::LongDouble, origin),
        }
    }

    /// The one constant that is written in a range, perhaps with a sign.
    fn written(&self, range: SourceRange) -> Option<Extended> {
        let mut found = None;
        let mut negative = false;
        for at in range.start..range.end {
            let one = SourceRange::new(at, at + 1);
            match self.tokens.kind(at as usize)? {
                TokenKind::Punct(Punct::LParen | Punct::RParen) => {}
                TokenKind::Keyword(Keyword::Double | Keyword::Complex) => {}
                TokenKind::Punct(Punct::Minus) if found.is_none() => negative = !negative,
                TokenKind::Punct(Punct::Plus) if found.is_none() => {}
                TokenKind::Int(value) if found.is_none() => {
                    found = Some(extended::from_int(i128::try_from(value.value).ok()?));
                }
                TokenKind::Float(value) if found.is_none() => {
                    let place = self.tokens.place(one);
                    let text = self.spliced.text.get(place.start as usize..place.end as usize)?;
                    let long = text.ends_with(['l', 'L']);
                    // The preprocessor names the place of the macro's use for what stands in its body.
                    let plain = text.starts_with(|c: char| c.is_ascii_digit() || c == '.');
                    found = Some(match (plain, long) {
                        (true, true) => extended::parse(text)?,
                        (true, false) => extended::from_double(value.value),
                        _ => return None,
                    });
                }
                _ => return None,
            }
        }
        found.map(|(mantissa, high)| (mantissa, if negative { high ^ 0x8000 } else { high }))
    }

    /// Structures in which the parser puts such a member elsewhere than gcc does.
    pub(super) fn misplaced_long_doubles(&self) -> Vec<Diagnostic> {
        let types = &self.program.types;
        let wrong = |def: &&ir::RecordDef| {
            let inside = |field: &&ir::Field| holds(types, field.ty);
            let size = def.layout.map_or(0, |layout| layout.size);
            let mut found = def.fields.iter().filter(inside).peekable();
            found.peek().is_some()
                && (def.packed.is_some()
                    || !size.is_multiple_of(16)
                    || found.any(|field| !field.offset.is_multiple_of(16)))
        };
        let records = types.records().iter().filter(|_| self.long_double).filter(wrong);
        let reason = "a structure with a `long double` in this place cannot be converted";
        records.map(|def| Diagnostic::error(codes::LONG_DOUBLE, reason).at(self.origin(def.range))).collect()
    }

    /// An operand of an operation on the type: what the parser made a `double` on the way is converted at once.
    pub(super) fn long_operand(&self, expr: &ir::Expr) -> Expr {
        let origin = self.origin(expr.range);
        let value = match &expr.kind {
            ir::ExprKind::Cast(inner) if expr.ty == ir::Ty::Double && same(expr.range, inner.range) => {
                let plain = inner.ty.is_integer() || inner.ty == ir::Ty::Float;
                if plain { self.expr(inner) } else { self.raw(expr) }
            }
            ir::ExprKind::Float(_) if expr.ty == ir::Ty::Double => match self.written(expr.range) {
                Some((mantissa, high)) => {
                    return Expr::new(ExprKind::LongDouble { mantissa, high }, Type::LongDouble, origin);
                }
                None => self.raw(expr),
            },
            _ => self.raw(expr),
        };
        if value.ty == Type::LongDouble {
            return value;
        }
        Expr::new(ExprKind::Cast(Box::new(value)), Type::LongDouble, origin)
    }

    /// A call that stands for a comparison.
    pub(super) fn long_comparison(&self, callee: &ir::Callee, args: &[ir::Expr]) -> Option<ExprKind> {
        let (ir::Callee::Direct(id), [left, right]) = (callee, args) else { return None };
        let name = self.program.functions.get(id.0 as usize)?.item_name();
        let (_, op) = COMPARISONS.iter().find(|(known, _)| *known == name)?;
        let (left, right) = (Box::new(self.long_operand(left)), Box::new(self.long_operand(right)));
        Some(ExprKind::Compare { op: *op, left, right })
    }
}
