//! What functions of the library give.

use super::engine::{Engine, Val};
use super::key;
use super::types::{Kind, Ty};
use crate::hir::{Arg, Expr, ExprKind};

/// Functions that give a text whatever they get.
const TEXTS: &[(&str, &str)] = &[
    ("json", "dumps"),
    ("os", "getcwd"),
    ("os", "sep"),
    ("time", "strftime"),
    ("time", "ctime"),
    ("time", "asctime"),
    ("textwrap", "dedent"),
    ("textwrap", "indent"),
    ("textwrap", "fill"),
    ("textwrap", "shorten"),
    ("pprint", "pformat"),
    ("html", "escape"),
    ("html", "unescape"),
];

/// Functions that give `bytes` whatever they get.
const BYTES: &[(&str, &str)] = &[
    ("struct", "pack"),
    ("os", "urandom"),
    ("random", "randbytes"),
    ("base64", "b64encode"),
    ("base64", "b64decode"),
    ("base64", "b32encode"),
    ("base64", "b32decode"),
    ("base64", "b16encode"),
    ("base64", "b16decode"),
    ("base64", "a85encode"),
    ("base64", "a85decode"),
    ("base64", "b85encode"),
    ("base64", "b85decode"),
    ("base64", "urlsafe_b64encode"),
    ("base64", "urlsafe_b64decode"),
    ("base64", "standard_b64encode"),
    ("base64", "standard_b64decode"),
    ("base64", "encodebytes"),
    ("base64", "decodebytes"),
    ("binascii", "hexlify"),
    ("binascii", "unhexlify"),
    ("binascii", "b2a_hex"),
    ("binascii", "a2b_hex"),
    ("binascii", "b2a_base64"),
    ("binascii", "a2b_base64"),
    ("binascii", "b2a_qp"),
    ("binascii", "a2b_qp"),
    ("binascii", "b2a_uu"),
    ("binascii", "a2b_uu"),
];

/// Library functions that look at their arguments and keep none of them.
pub(crate) fn looks(module: &str, name: &str) -> bool {
    matches!((module, name), ("collections", "deque") | ("doctest", "_show"))
}

impl Engine<'_> {
    /// A call whose result has a type that does not hang on the arguments, or of a class that holds them.
    pub(super) fn library_result(
        &mut self,
        site: &Expr,
        module: &str,
        name: &str,
        args: &[Arg],
        all: &[Val],
    ) -> Option<Val> {
        let this = (module, name);
        if this == ("collections", "deque") {
            return self.deque(site, args, all);
        }
        if this == ("doctest", "_show") {
            all.iter().for_each(|v| self.expose(&v.ty, 0));
            return Some(Val::new(Ty::None));
        }
        let first_text = all.first().is_some_and(|v| v.ty == Ty::Str);
        let texts = all.len() > 1 && all[..2].iter().all(|v| v.ty == Ty::Str);
        let found = Ty::Opt(Box::new(Ty::Known(Kind::Match, None)));
        let ty = match this {
            _ if TEXTS.contains(&this) => Ty::Str,
            _ if BYTES.contains(&this) => Ty::Known(Kind::Bytes, None),
            ("re", "compile") if first_text => Ty::Known(Kind::Pattern, None),
            ("re", "match" | "search" | "fullmatch") if texts => found,
            ("re", "sub") if first_text => Ty::Str,
            ("re", "escape") if first_text => Ty::Str,
            ("io", "StringIO") => Ty::Known(Kind::File, None),
            ("random", "random" | "uniform" | "gauss" | "expovariate" | "normalvariate" | "triangular") => Ty::Float,
            ("random", "getrandbits") => Ty::Long,
            _ => return None,
        };
        all.iter().for_each(|v| self.dyn_val(v));
        Some(Val::new(ty))
    }

    /// A function of `heapq` over a list whose elements Rust compares.
    pub(super) fn heap(&mut self, name: &str, args: &[Arg], all: &[Val]) -> Option<Val> {
        let takes = match name {
            "heappop" | "heapify" => 1,
            "heappush" | "heappushpop" | "heapreplace" => 2,
            _ => return None,
        };
        let n = match all.first()?.ty {
            Ty::List(n) if super::positional(args).is_some() && args.len() == takes => n,
            Ty::Bot => return Some(Val::new(Ty::Bot)),
            _ => return None,
        };
        if let Some(item) = all.get(1) {
            self.flow(item, n);
        }
        let held = self.ty(n);
        if held != Ty::Bot && !self.t_of(&held).is_ordered() {
            return None;
        }
        Some(match name {
            "heappush" | "heapify" => Val::new(Ty::None),
            _ => self.read(n),
        })
    }

    fn deque(&mut self, site: &Expr, args: &[Arg], all: &[Val]) -> Option<Val> {
        let node = self.site(key(site), 0);
        if let Some(Arg::Pos(items)) = args.first() {
            if matches!(items.kind, ExprKind::Star(_)) {
                return None;
            }
            let item = self.element_of(&all[0]);
            let crossing = item.ty == Ty::Bot || self.t_of(&item.ty).crosses();
            if matches!(all[0].ty, Ty::List(_) | Ty::Dict(..) | Ty::Tuple(_)) && !crossing {
                self.dyn_val(&all[0]);
                self.pin(node);
            } else {
                self.expose(&all[0].ty.clone(), 0);
                self.flow(&item, node);
            }
        }
        all.iter().skip(1).for_each(|v| self.dyn_val(v));
        Some(Val::new(self.known(Kind::Deque, node)))
    }
}
