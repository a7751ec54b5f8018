//! Annotations of functions, for programs that ask for them: each function gets its own as what an innermost decorator adds.

use crate::front::Written;
use crate::hir::*;
use crate::rewrite::{self, Rewrite};
use std::collections::BTreeMap;

/// The name of the decorator, hidden from programs by its blank.
pub const NOTED: &str = " noted";

/// Whether a program may ask for annotations.
pub fn asked_for(text: &str) -> bool {
    ["signature(", "get_type_hints(", "get_annotations("].iter().any(|word| text.contains(word))
}

/// Writes annotations out, as values or, where they are postponed, as texts.
pub fn write_out(m: &mut Module, text: &str) {
    let postponed = text.contains("from __future__ import annotations");
    let mut notes = Notes { postponed, written: crate::front::written(text) };
    m.body.iter_mut().for_each(|s| notes.stmt(s));
}

struct Notes {
    postponed: bool,
    written: BTreeMap<u32, Written>,
}

impl Rewrite for Notes {
    fn stmt(&mut self, s: &mut Stmt) {
        rewrite::stmt(self, s);
        let at = s.at;
        let StmtKind::Function(f) = &mut s.kind else { return };
        let written = self.written.remove(&at.start).unwrap_or_default();
        let mut args = vec![];
        // CPython's order.
        use ParamKind::{KeywordOnly, Keywords, Normal, PositionalOnly, Rest};
        let kinds = [Normal, PositionalOnly, Rest, KeywordOnly, Keywords];
        let params = kinds.iter().flat_map(|kind| f.params.iter().filter(move |p| p.kind == *kind));
        let notes: Vec<_> =
            params.map(|p| (p.name.clone(), p.note.clone())).chain([("return".to_string(), f.note.clone())]).collect();
        for (name, note) in notes {
            let starred = written.starred.iter().find(|(of, _)| *of == name).map(|(_, note)| note.clone());
            let Some(note) = note.or(starred) else { continue };
            let text = self.postponed || written.quoted.contains(&name);
            let value = match crate::front::expression(&note).filter(|_| !text) {
                Some(value) => value,
                None => Expr { at, kind: ExprKind::Str(note) },
            };
            let name = Expr { at, kind: ExprKind::Str(name) };
            args.push(Arg::Pos(Expr { at, kind: ExprKind::Tuple(vec![name, value]) }));
        }
        let noted = Box::new(Expr { at, kind: ExprKind::Name(NOTED.into()) });
        f.decorators.push(Expr { at, kind: ExprKind::Call(noted, args) });
    }
}
