//! The text under construction, and statements.

use crate::{Block, Expr, File, Stmt, StmtKind};
use batuta_text::Origin;

/// What a marker stands for.
#[derive(Clone, Debug, Default)]
pub(super) struct Marker {
    pub(super) comments: Vec<String>,
    pub(super) origin: Option<Origin>,
    /// An empty line goes above, unless a block was just opened.
    pub(super) blank_above: bool,
}

/// Name of the macro and attribute that carry markers.
pub(super) const MARK: &str = "__batuta_mark";

#[derive(Default)]
pub(super) struct Emitter {
    pub(super) text: String,
    pub(super) markers: Vec<Marker>,
    /// Inside how many macro calls the text stands: their tokens are not laid out, so markers would stay in them.
    pub(super) in_macro: usize,
}

impl Emitter {
    pub(super) fn put(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// A marker as a macro call: before a statement or an item.
    pub(super) fn mark(&mut self, marker: Marker) {
        if self.in_macro > 0 {
            return;
        }
        let call = format!("{MARK}!({});\n", self.markers.len());
        self.put(&call);
        self.markers.push(marker);
    }

    /// A marker as an attribute: before an arm, a field or a variant.
    pub(super) fn mark_attribute(&mut self, comments: &[String], origin: Option<Origin>) {
        if self.in_macro > 0 || comments.is_empty() && origin.is_none() {
            return;
        }
        let attribute = format!("#[{MARK}({})]\n", self.markers.len());
        self.put(&attribute);
        self.markers.push(Marker { comments: comments.to_vec(), origin, blank_above: false });
    }

    pub(super) fn docs(&mut self, docs: &[String], inner: bool) {
        for doc in docs {
            let doc = if doc.is_empty() { String::new() } else { format!(" {doc}") };
            let bang = if inner { "!" } else { "" };
            self.put(&format!("#{bang}[doc = {}]\n", super::literal::string(&doc)));
        }
    }

    pub(super) fn file(&mut self, file: &File) {
        self.docs(&file.docs, true);
        for attr in &file.attrs {
            self.put(&format!("#![{attr}]\n"));
        }
        self.items(&file.items, true);
    }

    /// `{ statements value }`
    pub(super) fn block(&mut self, block: &Block) {
        self.put("{\n");
        for stmt in &block.stmts {
            self.stmt(stmt);
        }
        if let Some(tail) = &block.tail {
            if block.tail_origin.is_some() {
                self.mark(Marker { origin: block.tail_origin, ..Marker::default() });
            }
            self.statement_expr(tail);
            self.put("\n");
        }
        self.put("}");
    }

    fn stmt(&mut self, stmt: &Stmt) {
        if !stmt.comments.is_empty() || stmt.origin.is_some() {
            self.mark(Marker { comments: stmt.comments.clone(), origin: stmt.origin, blank_above: false });
        }
        match &stmt.kind {
            StmtKind::Let { pat, ty, init, else_ } => {
                self.put("let ");
                self.pat(pat);
                if let Some(ty) = ty {
                    self.put(": ");
                    self.ty(ty);
                }
                if let Some(init) = init {
                    self.put(" = ");
                    self.expr(init);
                }
                if let Some(block) = else_ {
                    self.put(" else ");
                    self.block(block);
                }
                self.put(";\n");
            }
            StmtKind::Expr(expr) => {
                self.statement_expr(expr);
                self.put(if needs_semicolon(expr) { ";\n" } else { "\n" });
            }
            StmtKind::Item(item) => self.item(item, true),
            StmtKind::Comment => {}
        }
    }
}

/// A block-like statement whose value is `()` needs none; for the others the value is dropped by the semicolon.
fn needs_semicolon(expr: &Expr) -> bool {
    match expr {
        Expr::Block(block) | Expr::LabeledBlock(_, block) | Expr::Unsafe(block) => block_has_value(block),
        Expr::If(_, then, otherwise) => block_has_value(then) || otherwise.as_deref().is_some_and(needs_semicolon),
        Expr::Match(_, arms) => !arms.iter().all(|arm| is_unit(&arm.body)),
        Expr::Loop(..) | Expr::While(..) | Expr::For(..) => false,
        _ => true,
    }
}

fn block_has_value(block: &Block) -> bool {
    block.tail.as_deref().is_some_and(|tail| !is_unit(tail))
}

/// Whether the expression is known, from its form, to be of type `()` or `!`.
fn is_unit(expr: &Expr) -> bool {
    match expr {
        Expr::Assign(..) | Expr::AssignOp(..) | Expr::While(..) | Expr::For(..) => true,
        Expr::Break(..) | Expr::Continue(_) | Expr::Return(_) => true,
        Expr::Tuple(parts) => parts.is_empty(),
        Expr::Macro(name, _) => {
            matches!(name.as_str(), "println" | "print" | "eprintln" | "eprint" | "panic" | "unreachable")
        }
        other => other.is_block_like() && !needs_semicolon(other),
    }
}
