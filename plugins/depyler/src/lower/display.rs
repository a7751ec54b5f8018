//! Displays: lists, tuples, dictionaries, f-strings.

use super::Lower;
use crate::hir::{Expr as PyExpr, ExprKind, FormatPart};
use batuta_rust_ir::{Block, Expr, Pat, Stmt};

impl Lower<'_> {
    /// A list or tuple display.
    pub(crate) fn sequence(&mut self, kind: &str, items: &[PyExpr]) -> Expr {
        let starred = items.iter().any(|i| matches!(i.kind, ExprKind::Star(_)));
        let items = self.items(items);
        Expr::call_path(if starred { format!("Value::{kind}") } else { format!("py::{kind}") }, vec![items])
    }

    /// An array of elements; a `Vec` when starred ones are among them.
    pub(crate) fn items(&mut self, items: &[PyExpr]) -> Expr {
        if !items.iter().any(|i| matches!(i.kind, ExprKind::Star(_))) {
            let items = items.iter().map(|i| self.value(i)).collect();
            return Expr::Array(items);
        }
        let name = self.fresh("items");
        let mut stmts = vec![Stmt::let_(Pat::name_mut(name.clone()), None, Expr::call_path("Vec::new", vec![]))];
        for item in items {
            let list = Expr::path(name.clone());
            stmts.push(Stmt::expr(match &item.kind {
                ExprKind::Star(inner) => {
                    let inner = self.operand(inner);
                    let all = self.q(Expr::call_path("py::iter::to_vec", vec![inner]));
                    list.method("extend", vec![all])
                }
                _ => {
                    let value = self.value(item);
                    list.method("push", vec![value])
                }
            }));
        }
        Expr::Block(Block::new(stmts).tail(Expr::path(name)))
    }

    /// A dict display.
    pub(crate) fn dict(&mut self, pairs: &[(Option<PyExpr>, PyExpr)]) -> Expr {
        if pairs.iter().all(|(key, _)| key.is_some()) {
            let mut out = vec![];
            for (key, value) in pairs {
                if let Some(key) = key {
                    let (key, value) = (self.value(key), self.value(value));
                    out.push(Expr::Tuple(vec![key, value]));
                }
            }
            return self.q(Expr::call_path("py::dict", vec![Expr::Array(out)]));
        }
        let name = self.fresh("dict");
        let empty = self.q(Expr::call_path("py::dict", vec![Expr::Array(vec![])]));
        let mut stmts = vec![Stmt::let_(Pat::name(name.clone()), None, empty)];
        for (key, value) in pairs {
            let dict = Expr::path(name.clone());
            let step = match key {
                Some(key) => {
                    let (key, value) = (self.value(key), self.value(value));
                    dict.method("set_item", vec![key, value])
                }
                None => {
                    let value = self.value(value);
                    dict.method("method", vec![Expr::str("update"), Expr::Array(vec![value]).ref_()])
                }
            };
            stmts.push(Stmt::expr(self.q(step)));
        }
        Expr::Block(Block::new(stmts).tail(Expr::path(name)))
    }

    /// An f-string: an expression of type `String`.
    pub(crate) fn format(&mut self, parts: &[FormatPart]) -> Expr {
        let mut text = String::new();
        let mut args = vec![];
        for part in parts {
            match part {
                FormatPart::Text(t) => text.push_str(&t.replace('{', "{{").replace('}', "}}")),
                FormatPart::Value(value, conversion, spec) => {
                    text.push_str("{}");
                    let own = self.own_text(value, *conversion);
                    let conversion = if own.is_some() { &' ' } else { conversion };
                    let value = match own {
                        Some(text) => text.ref_(),
                        None => self.operand(value),
                    };
                    let shown = if spec.is_empty() && *conversion == ' ' {
                        Expr::call_path("py::show", vec![value])
                    } else {
                        let spec = match &spec[..] {
                            [] => Expr::str(""),
                            [FormatPart::Text(t)] => Expr::str(t.clone()),
                            spec => self.format(spec).ref_(),
                        };
                        let conversion = Expr::Lit(batuta_rust_ir::Literal::Char(*conversion));
                        Expr::call_path("py::fmt", vec![value, conversion, spec])
                    };
                    args.push(self.q(shown));
                }
            }
        }
        if args.is_empty() {
            return Expr::str(text.replace("{{", "{").replace("}}", "}")).method("to_string", vec![]);
        }
        args.insert(0, Expr::str(text));
        Expr::macro_call("format", args)
    }
}
