//! Builtins that make containers and iterators: what they hold, by the values that go in.

use super::engine::{Engine, Val};
use super::key;
use super::types::{Kind, Ty};
use crate::hir::{Expr, ExprKind};

impl Engine<'_> {
    /// Containers, files, and values of other classes of the runtime.
    pub(super) fn container_builtin(&mut self, site: &Expr, name: &str, list: &[&Expr]) -> Option<Val> {
        Some(match (name, list) {
            (crate::memo::KEY, [e]) => {
                let v = self.expr(e);
                match v.ty {
                    Ty::Int | Ty::Str | Ty::Bot => v,
                    _ => {
                        self.dyn_val(&v);
                        Val::new(Ty::Dyn)
                    }
                }
            }
            ("list", []) => {
                let node = self.site(key(site), 0);
                Val::new(Ty::List(node))
            }
            ("list", [items]) => {
                let v = self.iterated(items);
                let node = self.site(key(site), 0);
                self.flow(&v, node);
                Val::new(Ty::List(node))
            }
            ("dict", []) => {
                let (k, v) = (self.site(key(site), 0), self.site(key(site), 1));
                self.dict_val(k, v)
            }
            ("set" | "frozenset" | "tuple", [] | [_]) => {
                let kind = match name {
                    "set" => Kind::Set,
                    "frozenset" => Kind::Frozen,
                    _ => Kind::Tuple,
                };
                let node = self.site(key(site), 0);
                if let [e] = list {
                    let v = self.elements(e);
                    if kind == Kind::Tuple && matches!(v.ty, Ty::Tuple(_)) {
                        return Some(v);
                    }
                    let item = self.element_of(&v);
                    self.flow(&item, node);
                }
                Val::new(self.known(kind, node))
            }
            ("range", _) => {
                let node = self.site(key(site), 0);
                for e in list {
                    let v = self.dynamic(e);
                    match v.ty {
                        Ty::Int => self.flow(&v, node),
                        _ => {
                            let any = self.int(30);
                            self.flow(&any, node);
                        }
                    }
                }
                Val::new(self.known(Kind::Range, node))
            }
            ("bytes" | "bytearray", _) => {
                list.iter().for_each(|e| drop(self.dynamic(e)));
                Val::new(Ty::Known(if name == "bytes" { Kind::Bytes } else { Kind::ByteArray }, None))
            }
            ("complex", _) => {
                list.iter().for_each(|e| drop(self.dynamic(e)));
                Val::new(Ty::Known(Kind::Complex, None))
            }
            ("open", [_]) => {
                self.dynamic(list[0]);
                Val::new(Ty::Known(Kind::File, None))
            }
            ("open", [file, Expr { kind: ExprKind::Str(mode), .. }]) if !mode.contains('b') => {
                self.dynamic(file);
                Val::new(Ty::Known(Kind::File, None))
            }
            _ => return self.iterator_builtin(site, name, list),
        })
    }

    /// Iterators, and what is asked of any value.
    fn iterator_builtin(&mut self, site: &Expr, name: &str, list: &[&Expr]) -> Option<Val> {
        if let (Some(method), [e]) = (iterator_method(name), list)
            && let v @ Val { ty: Ty::Obj(_), .. } = self.expr(e)
            && let Some(given) = self.object_method(&v, method, &[])
        {
            return Some(given);
        }
        Some(match (name, list) {
            ("enumerate", [items]) | ("enumerate", [items, _]) => {
                let item = self.walked(items);
                list.iter().skip(1).for_each(|e| drop(self.dynamic(e)));
                let number = self.int(28);
                self.iterator_of(site, vec![number, item])
            }
            ("zip", [_, _, ..]) if list.len() < 7 => {
                let items: Vec<Val> = list.iter().map(|e| self.walked(e)).collect();
                self.iterator_of(site, items)
            }
            ("reversed", [items]) => {
                let item = self.walked(items);
                let node = self.site(key(site), 0);
                self.flow(&item, node);
                Val::new(self.known(Kind::Iter, node))
            }
            ("map" | "filter", [f, rest @ ..]) if !rest.is_empty() => {
                let made = self.builtin(f);
                self.dynamic(f);
                let items: Vec<Val> = rest.iter().map(|e| self.walked(e)).collect();
                let node = self.site(key(site), 0);
                let item = match (name, made.as_deref()) {
                    ("filter", _) => items[0].clone(),
                    ("map", Some("str" | "chr" | "repr")) => Val::new(Ty::Str),
                    ("map", Some("float")) => Val::new(Ty::Float),
                    ("map", Some("int" | "len" | "ord")) => Val::new(Ty::Long),
                    ("map", Some("bool")) => Val::new(Ty::Bool),
                    _ => Val::new(Ty::Dyn),
                };
                self.flow(&item, node);
                Val::new(self.known(Kind::Iter, node))
            }
            ("next", [e]) => {
                let v = self.expr(e);
                match v.ty {
                    Ty::Bot => v,
                    Ty::Known(Kind::Iter, Some(n)) => self.read(n),
                    _ => {
                        self.dyn_val(&v);
                        Val::new(Ty::Dyn)
                    }
                }
            }
            ("iter", [e]) => {
                let v = self.dynamic(e);
                match v.ty {
                    Ty::Known(kind, n) => match (kind, n) {
                        (Kind::Set | Kind::Frozen | Kind::Deque | Kind::Tuple | Kind::Range | Kind::Iter, Some(n)) => {
                            Val::new(self.known(Kind::Iter, n))
                        }
                        _ => Val::new(Ty::Dyn),
                    },
                    _ => Val::new(Ty::Dyn),
                }
            }
            ("hash" | "id", [e]) => {
                self.dynamic(e);
                self.int(63)
            }
            ("callable", [e]) | ("hasattr", [e, _]) => {
                list.iter().skip(1).for_each(|e| drop(self.dynamic(e)));
                self.dynamic(e);
                Val::new(Ty::Bool)
            }
            _ => return None,
        })
    }

    /// What an iteration by dynamic code gives.
    fn walked(&mut self, e: &Expr) -> Val {
        let v = self.expr(e);
        if !matches!(v.ty, Ty::Known(..)) {
            self.dyn_val(&v);
        }
        self.element_of(&v)
    }

    /// An iterator of tuples.
    fn iterator_of(&mut self, site: &Expr, items: Vec<Val>) -> Val {
        let parts: Vec<u32> = (0..items.len()).map(|n| self.site(key(site), n as u32 + 1)).collect();
        items.iter().zip(&parts).for_each(|(v, n)| self.flow(v, *n));
        let node = self.site(key(site), 0);
        self.flow_ty(&Ty::Tuple(parts.into()), node);
        Val::new(self.known(Kind::Iter, node))
    }
}

/// The method that a builtin calls for an iterator.
pub(crate) fn iterator_method(name: &str) -> Option<&'static str> {
    match name {
        "next" => Some("__next__"),
        "reversed" => Some("__reversed__"),
        _ => None,
    }
}
