//! `match`.

use super::Lower;
use crate::hir::{Case, Expr as PyExpr, Pattern, Stmt as PyStmt};
use batuta_rust_ir::{self as rir, Block, Expr, Pat, Stmt};

impl Lower<'_> {
    pub(crate) fn match_(&mut self, subject: &PyExpr, cases: &[Case]) -> (Vec<Stmt>, bool) {
        let held = self.fresh("subject");
        let value = self.value(subject);
        let mut out = vec![Stmt::let_(Pat::name(held.clone()), None, value)];
        let mut chain: Vec<(Expr, Block)> = vec![];
        let mut all_end = true;
        let mut total = false;
        // Whether rustc sees that the last case always matches.
        let mut plain = false;
        for case in cases {
            let test = self.test(&case.pattern, &held);
            let test = match &case.guard {
                None => test,
                Some(guard) => {
                    let guard = self.cond(guard);
                    and(test, guard)
                }
            };
            plain = matches!(test, Expr::Lit(rir::Literal::Bool(true)));
            total |= case.guard.is_none() && irrefutable(&case.pattern);
            let (block, ends) = self.case_body(&case.body);
            all_end &= ends;
            chain.push((test, block));
        }
        let mut otherwise: Option<Expr> = None;
        for (test, block) in chain.into_iter().rev() {
            otherwise = Some(match (test, &otherwise) {
                (Expr::Lit(rir::Literal::Bool(true)), None) => Expr::Block(block),
                (test, _) => Expr::If(Box::new(test), block, otherwise.take().map(Box::new)),
            });
        }
        out.extend(otherwise.map(Stmt::expr));
        (out, all_end && total && plain)
    }

    fn case_body(&mut self, body: &[PyStmt]) -> (Block, bool) {
        self.nested(body)
    }

    /// A condition that holds when the value in `held` matches; it binds names as it goes.
    fn test(&mut self, pattern: &Pattern, held: &str) -> Expr {
        let subject = || Expr::path(held);
        match pattern {
            Pattern::Value(e) => {
                let value = self.operand(e);
                self.q(subject().method("is_eq", vec![value]))
            }
            Pattern::Same(e) => {
                let value = self.operand(e);
                subject().method("is", vec![value])
            }
            Pattern::As(None, None) => Expr::bool(true),
            Pattern::As(inner, name) => {
                let test = inner.as_ref().map(|p| self.test(p, held));
                let bind = name.as_ref().map(|name| {
                    let store = self.store(name, subject().method("clone", vec![]));
                    Expr::Block(Block::new(vec![Stmt::expr(store)]).tail(Expr::bool(true)))
                });
                match (test, bind) {
                    (Some(test), Some(bind)) => and(test, bind),
                    (Some(one), None) | (None, Some(one)) => one,
                    (None, None) => Expr::bool(true),
                }
            }
            Pattern::Or(all) => {
                let tests: Vec<Expr> = all.iter().map(|p| self.test(p, held)).collect();
                tests.into_iter().reduce(|a, b| Expr::binary(rir::BinOp::Or, a, b)).unwrap_or(Expr::bool(false))
            }
            Pattern::Sequence(before, star, after) => {
                let (least, more) = (before.len() + after.len(), star.is_some());
                let parts = Expr::call_path(
                    "py::patterns::sequence",
                    vec![subject().ref_(), Expr::int(least as i128), Expr::bool(more), Expr::int(before.len() as i128)],
                );
                let parts = self.q(parts);
                let mut names = vec![];
                let mut tests = vec![];
                for p in before {
                    let name = self.fresh("part");
                    tests.push(self.test(p, &name));
                    names.push(name);
                }
                if let Some(star) = star {
                    let name = self.fresh("part");
                    if !star.is_empty() {
                        let bind = Pattern::As(None, Some(star.clone()));
                        tests.push(self.test(&bind, &name));
                    }
                    names.push(name);
                }
                for p in after {
                    let name = self.fresh("part");
                    tests.push(self.test(p, &name));
                    names.push(name);
                }
                self.parts(parts, names, tests)
            }
            Pattern::Mapping(pairs, rest) => {
                let mut keys = vec![];
                let mut names = vec![];
                let mut tests = vec![];
                for (key, p) in pairs {
                    keys.push(self.value(key));
                    let name = self.fresh("part");
                    tests.push(self.test(p, &name));
                    names.push(name);
                }
                let name = self.fresh("part");
                if let Some(rest) = rest {
                    let bind = Pattern::As(None, Some(rest.clone()));
                    tests.push(self.test(&bind, &name));
                }
                names.push(name);
                let parts =
                    self.q(Expr::call_path("py::patterns::mapping", vec![subject().ref_(), Expr::Array(keys).ref_()]));
                self.parts(parts, names, tests)
            }
            Pattern::Class(class, plain, named) => {
                let class = self.operand(class);
                let mut names = vec![];
                let mut tests = vec![];
                for p in plain.iter().chain(named.iter().map(|(_, p)| p)) {
                    let name = self.fresh("part");
                    tests.push(self.test(p, &name));
                    names.push(name);
                }
                let attrs = named.iter().map(|(name, _)| Expr::str(name.clone())).collect();
                let parts = Expr::call_path(
                    "py::patterns::class",
                    vec![subject().ref_(), class, Expr::int(plain.len() as i128), Expr::Array(attrs).ref_()],
                );
                let parts = self.q(parts);
                self.parts(parts, names, tests)
            }
        }
    }

    /// `match parts { Some(found) => { let [a, b] = …; tests } None => false }`
    fn parts(&mut self, parts: Expr, names: Vec<String>, tests: Vec<Expr>) -> Expr {
        let all = tests.into_iter().reduce(and).unwrap_or(Expr::bool(true));
        let patterns = names.iter().map(|n| Pat::name(n.clone())).collect();
        let pattern = Pat::Slice(patterns);
        let inner = Expr::match_(
            Expr::path("found").method("as_slice", vec![]),
            vec![rir::Arm::new(pattern, all), rir::Arm::new(Pat::Wild, Expr::bool(false))],
        );
        Expr::match_(
            parts,
            vec![
                rir::Arm::new(Pat::tuple_struct("Some", [Pat::name("found")]), inner),
                rir::Arm::new(Pat::path("None"), Expr::bool(false)),
            ],
        )
    }
}

fn and(a: Expr, b: Expr) -> Expr {
    Expr::binary(rir::BinOp::And, a, b)
}

fn irrefutable(pattern: &Pattern) -> bool {
    matches!(pattern, Pattern::As(None, _))
}
