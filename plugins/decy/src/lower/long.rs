//! `long double` at the border to the C library, which takes it from places that Rust cannot name.

use super::{Lower, Why};
use crate::codes;
use crate::hir::{Expr as HExpr, ExprKind, FunctionId, PlaceKind, Signature, Type};
use batuta_rust_ir::{Expr, Literal};
use batuta_text::Origin;

/// Functions of one number that the support crate calls.
const ONE: &[&str] = &[
    "acosl",
    "asinl",
    "atanl",
    "cbrtl",
    "ceill",
    "coshl",
    "cosl",
    "erfl",
    "exp2l",
    "expl",
    "expm1l",
    "fabsl",
    "floorl",
    "log10l",
    "log1pl",
    "log2l",
    "logl",
    "nearbyintl",
    "rintl",
    "roundl",
    "sinhl",
    "sinl",
    "sqrtl",
    "tanhl",
    "tanl",
    "tgammal",
    "truncl",
];
/// And of two.
const TWO: &[&str] =
    &["atan2l", "copysignl", "fdiml", "fmaxl", "fminl", "fmodl", "hypotl", "nextafterl", "powl", "remainderl"];

/// One of the C library's functions on the type.
pub(crate) fn is_long_function(name: &str) -> bool {
    ONE.contains(&name) || TWO.contains(&name) || matches!(name, "strtold" | "frexpl" | "ldexpl" | "modfl")
}

/// A conversion of a format, and the arguments that it takes before its value.
struct Directive {
    text: String,
    stars: usize,
}

impl Lower<'_> {
    pub(super) fn long_constant(&mut self, mantissa: u64, high: u16) -> Expr {
        self.uses_runtime = true;
        let part = |text: String| Expr::Lit(Literal::IntText(text));
        let parts = vec![part(format!("0x{mantissa:x}")), part(format!("0x{high:x}"))];
        Expr::call_path("c_rt::LongDouble::new", parts)
    }

    /// A call of a function of the C library that takes or gives such numbers by value.
    pub(super) fn long_call(&mut self, id: FunctionId, args: &[HExpr], ty: &Type, origin: Origin) -> Option<Expr> {
        let function = self.program.function(id);
        let name = function.name.clone();
        if takes(&function.signature) {
            self.uses_runtime = true;
            let plain =
                (ONE.contains(&name.as_str()) && args.len() == 1) || (TWO.contains(&name.as_str()) && args.len() == 2);
            if plain {
                let args = args.iter().map(|arg| self.expr_as(arg, &Type::LongDouble)).collect();
                return Some(Expr::call_path(format!("c_rt::long::{name}"), args));
            }
            if let ("strtold", [text, rest]) = (name.as_str(), args) {
                let (text, rest) = (self.expr_as(text, &text.ty.clone()), self.expr_as(rest, &rest.ty.clone()));
                let call = Expr::call_path("c_rt::long_parse", vec![text, rest]);
                return Some(self.risky(Why::Library(name), call));
            }
            return Some(self.hole(codes::LONG_DOUBLE, &format!("`{name}` cannot be converted"), ty, origin));
        }
        if !args.iter().any(|arg| arg.ty == Type::LongDouble) {
            return None;
        }
        let printed = self.long_print(id, &name, args);
        Some(printed.unwrap_or_else(|| {
            let reason = "a `long double` among variable arguments cannot be converted";
            self.hole(codes::LONG_DOUBLE, reason, ty, origin)
        }))
    }

    /// `printf` with a constant format: the numbers are passed as text.
    fn long_print(&mut self, id: FunctionId, name: &str, args: &[HExpr]) -> Option<Expr> {
        let at = match name {
            "printf" => 0,
            "fprintf" | "sprintf" => 1,
            "snprintf" => 2,
            _ => return None,
        };
        let mut format = args.get(at)?;
        while let ExprKind::Cast(inner) = &format.kind {
            format = inner;
        }
        let format = match &format.kind {
            ExprKind::AddressOf(place) => match place.kind {
                PlaceKind::Str(string) => self.literal_bytes(string),
                _ => return None,
            },
            _ => return None,
        };
        let format = String::from_utf8(format.into_iter().take_while(|byte| *byte != 0).collect()).ok()?;
        let (mut text, mut lowered) = (String::new(), vec![]);
        let mut next = at + 1;
        let mut rest = format.as_str();
        while let Some(percent) = rest.find('%') {
            text.push_str(&rest[..percent]);
            let (directive, after) = directive(&rest[percent..])?;
            rest = after;
            if directive.text.ends_with('%') {
                text.push_str(&directive.text);
                continue;
            }
            let value = args.get(next + directive.stars)?;
            if value.ty == Type::LongDouble {
                if directive.stars > 0 || !directive.text.contains('L') {
                    return None;
                }
                text.push_str("%s");
                self.uses_runtime = true;
                let value = self.expr(value);
                let made = Expr::call_path("c_rt::long_text", vec![c_text(&directive.text), value]);
                lowered.push(made.method("as_ptr", vec![]));
            } else {
                text.push_str(&directive.text);
                for arg in &args[next..=next + directive.stars] {
                    lowered.push(self.loose(arg));
                }
            }
            next += directive.stars + 1;
        }
        if next != args.len() {
            return None;
        }
        text.push_str(rest);
        let signature = self.program.function(id).signature.clone();
        let mut all: Vec<Expr> =
            args[..at].iter().zip(&signature.params).map(|(arg, param)| self.expr_as(arg, param)).collect();
        all.push(c_text(&text).method("as_ptr", vec![]));
        all.extend(lowered);
        self.note_function(id);
        self.need(Why::Library(name.to_owned()));
        Some(Expr::call(Expr::path(self.names.function(id).to_owned()), all))
    }
}

/// The type stands among the parameters, or is the result.
fn takes(signature: &Signature) -> bool {
    signature.ret == Type::LongDouble || signature.params.contains(&Type::LongDouble)
}

/// The conversion that a format starts with.
fn directive(text: &str) -> Option<(Directive, &str)> {
    let end = text[1..].find(|c: char| c.is_ascii_alphabetic() && !"hlzjtLq".contains(c) || c == '%')? + 2;
    let (found, rest) = text.split_at(end);
    let stars = found.matches('*').count();
    Some((Directive { text: found.to_owned(), stars }, rest))
}

/// A C string.
pub(super) fn c_text(text: &str) -> Expr {
    Expr::Lit(Literal::CStr(text.as_bytes().to_vec()))
}
