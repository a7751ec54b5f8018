//! `case`.

use super::words::Value;
use super::{Body, Lowerer, set_status};
use crate::ast::*;
use batuta_rust_ir::{BinOp, Block, Expr, Pat, Stmt};

impl Lowerer<'_> {
    /// `case word in … esac`
    pub(super) fn case_command(&mut self, word: &Word, arms: &[CaseArm], live: bool) -> Body {
        let mut out = Body::default();
        let subject = self.value(word);
        out.extend(subject.before);
        if arms.iter().all(|arm| arm.end == CaseEnd::Break) {
            let name = self.fresh("subject");
            let chain = self.case_chain(&name, arms, live);
            if super::mentions(&chain.stmts, &name) {
                out.push(Stmt::let_(Pat::name(name), None, owned_or_literal(subject.value)));
            } else if matches!(subject.value, Expr::Path(_)) {
                // Nothing looks at it: it was computed for its effect.
                out.push(Stmt::let_(Pat::Wild, None, subject.value));
            }
            out.append(chain);
            return out;
        }
        self.case_falling(subject.value, arms, live, out)
    }

    fn case_chain(&mut self, subject: &str, arms: &[CaseArm], live: bool) -> Body {
        let mut out = Body::default();
        let Some((arm, rest)) = arms.split_first() else {
            if live {
                out.push(set_status(0));
            }
            return out;
        };
        let test = self.patterns(subject, &arm.patterns);
        let body = self.arm_body(arm, live);
        if let Some(Expr::Lit(batuta_rust_ir::Literal::Bool(true))) = test.value.as_ref() {
            return body;
        }
        let body_ends = body.ends;
        let other = self.case_chain(subject, rest, live);
        let catches_all = || rest.iter().any(|arm| arm.patterns.iter().any(|pattern| pattern.bare() == Some("*")));
        let ends = body_ends && other.ends && catches_all();
        out.extend(test.before);
        let otherwise = super::control::else_part(other);
        let condition = test.value.unwrap_or(Expr::bool(false));
        out.push(Stmt::expr(Expr::If(Box::new(condition), body.into_block(), otherwise)));
        out.ends = ends;
        out
    }

    fn arm_body(&mut self, arm: &CaseArm, live: bool) -> Body {
        let mut body = self.list(&arm.body, live);
        if arm.body.items.is_empty() && live {
            body.push(set_status(0));
        }
        body
    }

    /// With `;&` or `;;&`: a flag says whether the next arm runs, another whether matching goes on.
    fn case_falling(&mut self, subject: Expr, arms: &[CaseArm], live: bool, mut out: Body) -> Body {
        let (name, fall, done) = (self.fresh("subject"), self.fresh("fall"), self.fresh("done"));
        out.push(Stmt::let_(Pat::name(name.clone()), None, owned_or_literal(subject)));
        out.push(Stmt::let_(Pat::name_mut(fall.clone()), None, Expr::bool(false)));
        out.push(Stmt::let_(Pat::name_mut(done.clone()), None, Expr::bool(false)));
        if live {
            out.push(set_status(0));
        }
        for arm in arms {
            let test = self.patterns(&name, &arm.patterns);
            let matches = test.value.unwrap_or(Expr::bool(false));
            let condition = if test.before.is_empty() {
                let fresh_match = Expr::binary(BinOp::And, Expr::path(done.clone()).not_(), matches);
                Expr::binary(BinOp::Or, Expr::path(fall.clone()), fresh_match)
            } else {
                // The pattern is only computed where it counts.
                let looks = Block::new(test.before).tail(matches);
                let fresh_match = Expr::If(
                    Box::new(Expr::path(done.clone())),
                    Block::value(Expr::bool(false)),
                    Some(Box::new(Expr::Block(looks))),
                );
                let hit = self.fresh("hit");
                let falls = Block::value(Expr::bool(true));
                let all = Expr::If(Box::new(Expr::path(fall.clone())), falls, Some(Box::new(fresh_match)));
                out.push(Stmt::let_(Pat::name(hit.clone()), None, all));
                Expr::path(hit)
            };
            let mut body = Body::default();
            let (falls, ends) = match arm.end {
                CaseEnd::Break => (false, true),
                CaseEnd::Fall => (true, true),
                CaseEnd::Continue => (false, false),
            };
            body.push(Stmt::assign(Expr::path(fall.clone()), Expr::bool(falls)));
            body.push(Stmt::assign(Expr::path(done.clone()), Expr::bool(ends)));
            body.append(self.arm_body(arm, live));
            out.push(Stmt::expr(Expr::if_(condition, body.into_block(), None)));
        }
        out.push(Stmt::let_(Pat::Wild, None, Expr::Tuple(vec![Expr::path(fall), Expr::path(done)])));
        out
    }

    /// `subject` matches one of the patterns.
    fn patterns(&mut self, subject: &str, patterns: &[Word]) -> Value<Option<Expr>> {
        let mut before = vec![];
        let mut test: Option<Expr> = None;
        for pattern in patterns {
            let one = match self.constant_pattern(pattern) {
                Some(pattern) if pattern == "*" => Expr::bool(true),
                Some(pattern) => match literal_of(&pattern) {
                    Some(text) => Expr::binary(BinOp::Eq, Expr::path(subject), byte_string(&text)),
                    None => Expr::call_path("matches", vec![Expr::path(subject).ref_(), Expr::str(pattern)]),
                },
                None => {
                    let value = self.pattern(pattern);
                    before.extend(value.before);
                    Expr::call_path("matches", vec![Expr::path(subject).ref_(), value.value])
                }
            };
            test = Some(match test {
                _ if one == Expr::bool(true) => one,
                Some(first) if first == Expr::bool(true) => first,
                Some(first) => Expr::binary(BinOp::Or, first, one),
                None => one,
            });
        }
        Value { before, value: test }
    }
}

/// A subject that is compared with byte strings.
fn owned_or_literal(value: Expr) -> Expr {
    super::words::as_str(value)
}

/// The text that a pattern without active characters matches.
pub(super) fn literal_of(pattern: &str) -> Option<String> {
    let mut out = String::new();
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        match c {
            '*' | '?' | '[' | '(' => return None,
            '\\' => out.push(chars.next()?),
            other => out.push(other),
        }
    }
    Some(out)
}

/// `b"text"`
pub(super) fn byte_string(text: &str) -> Expr {
    Expr::Lit(batuta_rust_ir::Literal::ByteStr(text.as_bytes().to_vec()))
}
