//! Methods of built-in types.

use super::engine::{Engine, Val, optional};
use super::expr::positional;
use super::key;
use super::types::{Kind, Node, Ty};
use crate::hir::{Arg, Expr};

impl Engine<'_> {
    /// A call of a method, where the receiver's type is known.
    pub(super) fn method(&mut self, site: &Expr, object: &Val, name: &str, args: &[Arg]) -> Val {
        let done = match &object.ty {
            Ty::Bot | Ty::None => {
                args.iter().for_each(|a| drop(self.expr(argument(a))));
                return Val::new(Ty::Bot);
            }
            Ty::List(n) => self.list_method(object, *n, name, args),
            Ty::Dict(k, v) => self.dict_method(site, *k, *v, name, args),
            Ty::Str => self.str_method(site, name, args),
            Ty::Known(kind, n) => self.known_method(object, *kind, *n, name, args),
            Ty::Opt(inner) if **inner == Ty::Str => self.str_method(site, name, args),
            Ty::Opt(inner) if matches!(**inner, Ty::Known(..)) => match **inner {
                Ty::Known(kind, n) => self.known_method(&Val::new((**inner).clone()), kind, n, name, args),
                _ => None,
            },
            Ty::Obj(_) | Ty::Opt(_) => self.object_method(object, name, args),
            _ => None,
        };
        match done {
            Some(v) => v,
            None => {
                self.dyn_val(object);
                args.iter().for_each(|a| drop(self.dynamic(argument(a))));
                Val::new(Ty::Dyn)
            }
        }
    }

    fn list_method(&mut self, object: &Val, n: Node, name: &str, args: &[Arg]) -> Option<Val> {
        let none = Some(Val::new(Ty::None));
        if name == "sort" {
            return self.sort(n, args);
        }
        let list = positional(args)?;
        match (name, &list[..]) {
            ("append", [item]) => {
                let v = self.expr(item);
                self.flow(&v, n);
                none
            }
            ("extend", [items]) => {
                let v = self.iterated(items);
                self.flow(&v, n);
                none
            }
            ("insert", [at, item]) => {
                let at = self.expr(at);
                if !matches!(at.ty, Ty::Int | Ty::Bot) {
                    return None;
                }
                let v = self.expr(item);
                self.flow(&v, n);
                none
            }
            ("pop", []) => Some(self.read(n)),
            ("pop", [at]) => match self.expr(at).ty {
                Ty::Int | Ty::Bot => Some(self.read(n)),
                _ => None,
            },
            ("clear" | "reverse", []) => none,
            ("copy", []) => Some(object.clone()),
            ("index" | "count", [item]) => {
                let v = self.expr(item);
                self.expose(&v.ty, 0);
                self.expose(&object.ty, 0);
                Some(self.int(28))
            }
            ("remove", [item]) => {
                let v = self.expr(item);
                self.expose(&v.ty, 0);
                self.expose(&object.ty, 0);
                none
            }
            _ => None,
        }
    }

    fn sort(&mut self, n: Node, args: &[Arg]) -> Option<Val> {
        if super::inline_key(args).is_some() && self.ty(n) != Ty::Dyn {
            let item = self.read(n);
            self.inline_key_call(args, &item);
            return Some(Val::new(Ty::None));
        }
        let element = self.ty(n);
        if element != Ty::Bot && !self.t_of(&element).is_plain() {
            return None;
        }
        args.iter().for_each(|a| drop(self.dynamic(argument(a))));
        Some(Val::new(Ty::None))
    }

    fn dict_method(&mut self, site: &Expr, k: Node, v: Node, name: &str, args: &[Arg]) -> Option<Val> {
        let list = positional(args)?;
        let result = self.site(key(site), 0);
        match (name, &list[..]) {
            ("get", [at]) => {
                let at = self.expr(at);
                self.flow(&at, k);
                let held = self.read(v);
                match held.ty {
                    Ty::Bot => Some(held),
                    ty => {
                        let ty = optional(ty);
                        if ty == Ty::Dyn {
                            let held = self.ty(v);
                            self.make_dynamic(&held);
                        }
                        Some(Val::new(ty))
                    }
                }
            }
            ("get" | "setdefault" | "pop", [at, default]) => {
                let at = self.expr(at);
                self.flow(&at, k);
                let default = self.expr(default);
                if name == "setdefault" {
                    self.flow(&default, v);
                    return Some(self.read(v));
                }
                let held = self.read(v);
                self.flow(&held, result);
                self.flow(&default, result);
                Some(self.read(result))
            }
            ("pop", [at]) => {
                let at = self.expr(at);
                self.flow(&at, k);
                Some(self.read(v))
            }
            ("clear", []) => Some(Val::new(Ty::None)),
            ("copy", []) => Some(self.dict_val(k, v)),
            _ => None,
        }
    }

    fn str_method(&mut self, site: &Expr, name: &str, args: &[Arg]) -> Option<Val> {
        // A copy of an argument would not show what a later one changes.
        if args.len() > 1 && args.iter().any(|a| super::rules::calls(argument(a))) {
            args.iter().for_each(|a| drop(self.dynamic(argument(a))));
        }
        let looks: fn(&mut Self, &[Arg]) = |e, args| args.iter().for_each(|a| drop(e.shown(argument(a))));
        match name {
            "upper" | "lower" | "strip" | "lstrip" | "rstrip" | "replace" | "join" | "format" | "title"
            | "capitalize" | "center" | "ljust" | "rjust" | "zfill" | "swapcase" | "expandtabs" | "removeprefix"
            | "removesuffix" | "casefold" => {
                looks(self, args);
                Some(Val::new(Ty::Str))
            }
            "isdigit" | "isalpha" | "isalnum" | "isspace" | "isupper" | "islower" | "startswith" | "endswith"
            | "isdecimal" | "isnumeric" | "isidentifier" | "istitle" => {
                looks(self, args);
                Some(Val::new(Ty::Bool))
            }
            "find" | "rfind" | "index" | "rindex" | "count" => {
                looks(self, args);
                Some(self.int(28))
            }
            "split" | "rsplit" | "splitlines" => {
                looks(self, args);
                let node = self.site(key(site), 0);
                self.flow(&Val::new(Ty::Str), node);
                Some(Val::new(Ty::List(node)))
            }
            "encode" => {
                looks(self, args);
                Some(Val::new(Ty::Known(Kind::Bytes, None)))
            }
            "partition" | "rpartition" => {
                looks(self, args);
                let parts: Vec<Node> = (0..3).map(|n| self.site(key(site), n)).collect();
                parts.iter().for_each(|n| self.flow(&Val::new(Ty::Str), *n));
                Some(Val::new(Ty::Tuple(parts.into())))
            }
            _ => None,
        }
    }
}

/// The expression of an argument.
pub(super) fn argument(a: &Arg) -> &Expr {
    match a {
        Arg::Pos(e) | Arg::Named(_, e) | Arg::Mapping(e) => e,
    }
}
