//! Types, patterns and generics as text.

use super::emit::Emitter;
use crate::{Expr, Generics, Pat, Type};

impl Emitter {
    pub(super) fn ty(&mut self, ty: &Type) {
        match ty {
            Type::Path(path, args) => {
                self.put(path);
                if !args.is_empty() {
                    self.put("<");
                    self.list(args, Self::ty);
                    self.put(">");
                }
            }
            Type::Ref { lifetime, mutable, to } => {
                self.put("&");
                if let Some(lifetime) = lifetime {
                    self.put(&format!("{lifetime} "));
                }
                self.put(if *mutable { "mut " } else { "" });
                self.pointee(to);
            }
            Type::Ptr { mutable, to } => {
                self.put(if *mutable { "*mut " } else { "*const " });
                self.pointee(to);
            }
            Type::Tuple(parts) => self.tuple(parts, Self::ty),
            Type::Slice(inner) => {
                self.put("[");
                self.ty(inner);
                self.put("]");
            }
            Type::Array(inner, len) => {
                self.put("[");
                self.ty(inner);
                self.put(&format!("; {len}]"));
            }
            Type::Fn { qualifiers, params, variadic, ret } => {
                self.put(&format!("{qualifiers} fn("));
                self.list(params, Self::ty);
                if *variadic {
                    self.put(if params.is_empty() { "..." } else { ", ..." });
                }
                self.put(")");
                if let Some(ret) = ret {
                    self.put(" -> ");
                    self.ty(ret);
                }
            }
            Type::Never => self.put("!"),
            Type::Infer => self.put("_"),
            Type::Verbatim(text) => self.put(text),
        }
    }

    /// `dyn A + B` needs parentheses behind `&`.
    fn pointee(&mut self, to: &Type) {
        let open = matches!(to, Type::Verbatim(text) if text.contains(" + "));
        self.put(if open { "(" } else { "" });
        self.ty(to);
        self.put(if open { ")" } else { "" });
    }

    pub(super) fn list<T>(&mut self, parts: &[T], mut one: impl FnMut(&mut Self, &T)) {
        for (at, part) in parts.iter().enumerate() {
            if at > 0 {
                self.put(", ");
            }
            one(self, part);
        }
    }

    pub(super) fn tuple<T>(&mut self, parts: &[T], one: impl FnMut(&mut Self, &T)) {
        self.put("(");
        self.list(parts, one);
        self.put(if parts.len() == 1 { ",)" } else { ")" });
    }

    pub(super) fn generics(&mut self, generics: &Generics) {
        if !generics.params.is_empty() {
            self.put(&format!("<{}>", generics.params.join(", ")));
        }
    }

    pub(super) fn conditions(&mut self, generics: &Generics) {
        if !generics.conditions.is_empty() {
            self.put(&format!(" where {}", generics.conditions.join(", ")));
        }
    }

    pub(super) fn pat(&mut self, pat: &Pat) {
        match pat {
            Pat::Name { name, mutable, by_ref } => {
                self.put(if *by_ref { "ref " } else { "" });
                self.put(if *mutable { "mut " } else { "" });
                self.put(name);
            }
            Pat::Wild => self.put("_"),
            Pat::Rest => self.put(".."),
            Pat::Const(value) => self.expr(value),
            Pat::Range(from, to) => {
                self.range_end(from.as_deref());
                self.put(if to.is_some() { "..=" } else { ".." });
                self.range_end(to.as_deref());
            }
            Pat::Tuple(parts) => self.tuple(parts, Self::pat),
            Pat::Slice(parts) => {
                self.put("[");
                self.list(parts, Self::pat);
                self.put("]");
            }
            Pat::TupleStruct(path, parts) => {
                self.put(path);
                if !parts.is_empty() {
                    self.put("(");
                    self.list(parts, Self::pat);
                    self.put(")");
                }
            }
            Pat::Struct(path, fields, rest) => self.struct_pat(path, fields, *rest),
            Pat::Ref(inner) => {
                self.put("&");
                self.pat_atom(inner);
            }
            Pat::Or(parts) => {
                for (at, part) in parts.iter().enumerate() {
                    self.put(if at > 0 { " | " } else { "" });
                    self.pat_atom(part);
                }
            }
            Pat::At(name, inner) => {
                self.put(&format!("{name} @ "));
                self.pat_atom(inner);
            }
            Pat::Verbatim(text) => self.put(text),
        }
    }

    fn range_end(&mut self, end: Option<&Expr>) {
        if let Some(end) = end {
            self.expr(end);
        }
    }

    fn pat_atom(&mut self, pat: &Pat) {
        let open = matches!(pat, Pat::Or(_));
        self.put(if open { "(" } else { "" });
        self.pat(pat);
        self.put(if open { ")" } else { "" });
    }

    fn struct_pat(&mut self, path: &str, fields: &[(String, Pat)], rest: bool) {
        self.put(&format!("{path} {{ "));
        for (name, pat) in fields {
            if !matches!(pat, Pat::Name { name: bound, .. } if bound == name) {
                self.put(&format!("{name}: "));
            }
            self.pat(pat);
            self.put(", ");
        }
        self.put(if rest { ".. }" } else { "}" });
    }
}
