//! Types around objects that stay the runtime's: sets, deques, iterators, `bytes`, files, regular expressions.

use super::engine::{Engine, Val};
use super::expr::positional;
use super::method::argument;
use super::types::{Kind, Node, Ty};
use crate::hir::{Arg, BinOp, Expr, ExprKind};

impl Engine<'_> {
    /// What an iteration over such an object gives.
    pub(super) fn known_element(&mut self, kind: Kind, n: Option<Node>) -> Option<Val> {
        match (kind, n) {
            (Kind::Bytes | Kind::ByteArray, _) => Some(self.int(8)),
            (Kind::File, _) => Some(Val::new(Ty::Str)),
            (
                Kind::Set
                | Kind::Frozen
                | Kind::Deque
                | Kind::Tuple
                | Kind::Range
                | Kind::Iter
                | Kind::List
                | Kind::Dict,
                Some(n),
            ) => Some(self.read(n)),
            _ => None,
        }
    }

    /// `object[index]`
    pub(super) fn known_item(&mut self, kind: Kind, n: Option<Node>, at: &Val) -> Option<Val> {
        let index = matches!(at.ty, Ty::Int | Ty::Bool | Ty::Long);
        match kind {
            Kind::Bytes | Kind::ByteArray if index => Some(self.int(8)),
            Kind::Tuple | Kind::Deque | Kind::Range | Kind::List if index => Some(self.read(n?)),
            Kind::Match => {
                self.dyn_val(at);
                Some(Val::new(Ty::Opt(Box::new(Ty::Str))))
            }
            _ => None,
        }
    }

    /// What an attribute holds.
    pub(super) fn known_attribute(&mut self, kind: Kind, name: &str) -> Option<Val> {
        Some(match (kind, name) {
            (Kind::Match, "string") | (Kind::Pattern, "pattern") => Val::new(Ty::Str),
            (Kind::Match, "lastgroup") => Val::new(Ty::Opt(Box::new(Ty::Str))),
            (Kind::Match, "pos" | "endpos") | (Kind::Pattern, "flags" | "groups") => self.int(28),
            (Kind::Match, "re") => Val::new(Ty::Known(Kind::Pattern, None)),
            (Kind::Complex, "real" | "imag") => Val::new(Ty::Float),
            (Kind::Range, "start" | "stop" | "step") => self.int(62),
            (Kind::File, "closed") => Val::new(Ty::Bool),
            _ => return None,
        })
    }

    /// An operator between two of them; what it gives has the class of the left one.
    pub(super) fn known_binary(&mut self, op: BinOp, a: &Val, b: &Val) -> Option<Val> {
        let number = |t: &Ty| matches!(t, Ty::Int | Ty::Float | Ty::Bool | Ty::Real | Ty::Long);
        match (op, &a.ty, &b.ty) {
            (
                BinOp::Or | BinOp::And | BinOp::Sub | BinOp::Xor,
                Ty::Known(Kind::Set | Kind::Frozen, Some(x)),
                Ty::Known(Kind::Set | Kind::Frozen, Some(y)),
            ) => {
                self.unify(*x, *y);
                Some(Val::new(a.ty.clone()))
            }
            (BinOp::Add, Ty::Known(Kind::Tuple, Some(x)), Ty::Known(Kind::Tuple, Some(y))) => {
                self.unify(*x, *y);
                Some(Val::new(a.ty.clone()))
            }
            (BinOp::Add, whole @ Ty::Known(Kind::Tuple, _), parts @ Ty::Tuple(_))
            | (BinOp::Add, parts @ Ty::Tuple(_), whole @ Ty::Known(Kind::Tuple, _)) => {
                let (whole, parts) = (whole.clone(), parts.clone());
                Some(Val::new(self.join(&whole, &parts)))
            }
            (BinOp::Add, Ty::Known(Kind::List, _), Ty::List(_) | Ty::Known(Kind::List, _))
            | (BinOp::Add, Ty::List(_), Ty::Known(Kind::List, _)) => {
                let (a, b) = (a.ty.clone(), b.ty.clone());
                Some(Val::new(self.join(&a, &b)))
            }
            (
                BinOp::Mul,
                Ty::Known(Kind::List | Kind::Tuple | Kind::Bytes | Kind::ByteArray, _),
                Ty::Int | Ty::Long,
            ) => Some(Val::new(a.ty.clone())),
            (BinOp::Mul, Ty::Int | Ty::Long, Ty::Known(Kind::Tuple | Kind::Bytes | Kind::ByteArray, _)) => {
                Some(Val::new(b.ty.clone()))
            }
            (BinOp::Add, Ty::Known(k, _), Ty::Known(l, _)) if is_bytes(*k) && is_bytes(*l) => {
                Some(Val::new(a.ty.clone()))
            }
            (BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div | BinOp::Pow, Ty::Known(Kind::Complex, _), other)
                if number(other) || matches!(other, Ty::Known(Kind::Complex, _)) =>
            {
                Some(Val::new(a.ty.clone()))
            }
            (BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div | BinOp::Pow, other, Ty::Known(Kind::Complex, _))
                if number(other) =>
            {
                Some(Val::new(b.ty.clone()))
            }
            _ => None,
        }
    }

    /// What an argument gives that is only looked at, and none of which is kept.
    fn looked(&mut self, args: &[&Expr]) -> Vec<Val> {
        let calls = args.len() > 1 && args.iter().any(|a| super::rules::calls(a));
        args.iter()
            .map(|a| {
                let v = self.expr(a);
                if calls {
                    self.dyn_val(&v);
                } else {
                    self.expose(&v.ty.clone(), 0);
                }
                let item = self.element_of(&v);
                if matches!(v.ty, Ty::List(_) | Ty::Dict(..))
                    && !matches!(item.ty, Ty::Bot)
                    && !self.t_of(&item.ty).crosses()
                {
                    self.dyn_val(&v);
                    return Val::new(Ty::Dyn);
                }
                item
            })
            .collect()
    }

    /// A call of a method.
    pub(super) fn known_method(
        &mut self,
        object: &Val,
        kind: Kind,
        n: Option<Node>,
        name: &str,
        args: &[Arg],
    ) -> Option<Val> {
        match kind {
            Kind::Set | Kind::Frozen => self.set_method(object, n?, name, &positional(args)?),
            Kind::Deque => self.deque_method(object, n?, name, &positional(args)?),
            Kind::Bytes | Kind::ByteArray => self.bytes_method(object, kind, name, args),
            Kind::Match => self.match_method(name, args),
            Kind::Pattern => self.pattern_method(name, args),
            Kind::File => self.file_method(name, args),
            Kind::Tuple | Kind::Range if matches!(name, "index" | "count") => {
                args.iter().for_each(|a| drop(self.dynamic(argument(a))));
                Some(self.int(28))
            }
            Kind::List | Kind::Dict => self.untyped_method(object, kind, name, args),
            Kind::Complex if name == "conjugate" && args.is_empty() => Some(object.clone()),
            _ => None,
        }
    }

    /// A list or a dictionary of which the elements are not known.
    fn untyped_method(&mut self, object: &Val, kind: Kind, name: &str, args: &[Arg]) -> Option<Val> {
        let ty = match (kind, name) {
            (Kind::List, "append" | "extend" | "insert" | "remove" | "reverse" | "sort") => Ty::None,
            (_, "clear") | (Kind::Dict, "update") => Ty::None,
            (_, "copy") => object.ty.clone(),
            (Kind::List, "index" | "count") => {
                args.iter().for_each(|a| drop(self.dynamic(argument(a))));
                return Some(self.int(28));
            }
            _ => return None,
        };
        args.iter().for_each(|a| drop(self.dynamic(argument(a))));
        Some(Val::new(ty))
    }

    fn set_method(&mut self, object: &Val, n: Node, name: &str, args: &[&Expr]) -> Option<Val> {
        let none = Some(Val::new(Ty::None));
        match (name, args) {
            ("add", [item]) => {
                let v = self.expr(item);
                self.flow(&v, n);
                none
            }
            ("discard" | "remove", [item]) => {
                self.dynamic(item);
                none
            }
            ("pop", []) => Some(self.read(n)),
            ("clear", []) => none,
            ("copy", []) => Some(object.clone()),
            ("union" | "symmetric_difference" | "intersection", _) => {
                self.looked(args).iter().for_each(|v| self.flow(v, n));
                Some(object.clone())
            }
            ("update" | "symmetric_difference_update" | "intersection_update", _) => {
                self.looked(args).iter().for_each(|v| self.flow(v, n));
                none
            }
            ("difference", _) => {
                self.looked(args);
                Some(object.clone())
            }
            ("difference_update", _) => {
                self.looked(args);
                none
            }
            ("issubset" | "issuperset" | "isdisjoint", [_]) => {
                self.looked(args);
                Some(Val::new(Ty::Bool))
            }
            _ => None,
        }
    }

    fn deque_method(&mut self, object: &Val, n: Node, name: &str, args: &[&Expr]) -> Option<Val> {
        let none = Some(Val::new(Ty::None));
        match (name, args) {
            ("append" | "appendleft", [item]) => {
                let v = self.expr(item);
                self.flow(&v, n);
                none
            }
            ("extend" | "extendleft", [_]) => {
                self.looked(args).iter().for_each(|v| self.flow(v, n));
                none
            }
            ("pop" | "popleft", []) => Some(self.read(n)),
            ("clear" | "reverse", []) | ("rotate", []) => none,
            ("rotate", [by]) => {
                self.dynamic(by);
                none
            }
            ("remove", [item]) => {
                self.dynamic(item);
                none
            }
            ("count" | "index", [item]) => {
                self.dynamic(item);
                Some(self.int(28))
            }
            ("copy", []) => Some(object.clone()),
            _ => None,
        }
    }

    fn bytes_method(&mut self, object: &Val, kind: Kind, name: &str, args: &[Arg]) -> Option<Val> {
        let ty = match name {
            "decode" | "hex" => Ty::Str,
            "startswith" | "endswith" | "isdigit" | "isalpha" | "isalnum" | "isspace" | "isupper" | "islower"
            | "isascii" | "istitle" => Ty::Bool,
            "find" | "rfind" | "index" | "rindex" | "count" => {
                args.iter().for_each(|a| drop(self.dynamic(argument(a))));
                return Some(self.int(28));
            }
            "join" | "replace" | "strip" | "lstrip" | "rstrip" | "lower" | "upper" | "ljust" | "rjust" | "center"
            | "zfill" | "translate" | "title" | "capitalize" | "swapcase" | "expandtabs" | "removeprefix"
            | "removesuffix" => object.ty.clone(),
            "append" | "extend" | "clear" | "insert" | "remove" | "reverse" if kind == Kind::ByteArray => Ty::None,
            "pop" if kind == Kind::ByteArray => {
                args.iter().for_each(|a| drop(self.dynamic(argument(a))));
                return Some(self.int(8));
            }
            _ => return None,
        };
        args.iter().for_each(|a| drop(self.dynamic(argument(a))));
        Some(Val::new(ty))
    }

    fn match_method(&mut self, name: &str, args: &[Arg]) -> Option<Val> {
        args.iter().for_each(|a| drop(self.dynamic(argument(a))));
        let maybe = || Ty::Opt(Box::new(Ty::Str));
        Some(match (name, args) {
            ("group", []) => Val::new(Ty::Str),
            ("group", [Arg::Pos(e)]) if super::rules::literal(e) == Some(0) => Val::new(Ty::Str),
            ("group", [Arg::Pos(e)]) if !matches!(e.kind, ExprKind::Star(_)) => Val::new(maybe()),
            ("start" | "end", _) => self.int(28),
            ("expand", _) => Val::new(Ty::Str),
            _ => return None,
        })
    }

    fn pattern_method(&mut self, name: &str, args: &[Arg]) -> Option<Val> {
        args.iter().for_each(|a| drop(self.dynamic(argument(a))));
        Some(Val::new(match name {
            "match" | "search" | "fullmatch" => Ty::Opt(Box::new(Ty::Known(Kind::Match, None))),
            "sub" => Ty::Str,
            _ => return None,
        }))
    }

    fn file_method(&mut self, name: &str, args: &[Arg]) -> Option<Val> {
        args.iter().for_each(|a| drop(self.dynamic(argument(a))));
        Some(match name {
            "read" | "readline" | "getvalue" => Val::new(Ty::Str),
            "write" => self.int(40),
            "close" | "flush" | "writelines" => Val::new(Ty::None),
            _ => return None,
        })
    }
}

fn is_bytes(kind: Kind) -> bool {
    matches!(kind, Kind::Bytes | Kind::ByteArray)
}

/// Methods that look at their arguments and keep none of them.
pub(crate) fn looks(kind: Kind, name: &str) -> bool {
    match kind {
        Kind::Set | Kind::Frozen => {
            name.contains("union")
                || name.contains("update")
                || name.contains("difference")
                || name.contains("intersection")
                || name.starts_with("is")
        }
        Kind::Deque => matches!(name, "extend" | "extendleft"),
        _ => false,
    }
}
