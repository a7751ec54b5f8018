//! Command substitutions and subshells: without a process where nothing in them can change the shell.

use super::effects::Effect;
use super::{Body, Lowerer, sh_call, sh_closure, sh_try};
use crate::ast::List;
use batuta_rust_ir::{Block, Expr, Lowered, Pat, Stmt};

impl Lowerer<'_> {
    /// `$( … )` as a `Str`.
    pub(super) fn capture(&mut self, body: &List, range: batuta_text::TextRange) -> Lowered<Expr> {
        let _ = range;
        let effect = if self.mentions(body, "BASHPID") { Effect::Other } else { self.effect_of(body) };
        // In a substitution of sh `set -e` counts again, whatever stands around it.
        let inside = self.unchecked && self.bash();
        let unchecked = std::mem::replace(&mut self.unchecked, inside);
        let reads = self.bash() && body.only_reads();
        let block = self.forked_within(true, |lowerer| {
            lowerer.only_reads = reads;
            let mut out = lowerer.list(body, true);
            lowerer.only_reads = false;
            if body.items.is_empty() {
                out.push(super::set_status(0));
            }
            if matches!(effect, Effect::Other) {
                lowerer.mark_last(body, &mut out);
            }
            out
        });
        let (effect, block) = self.keep_ints(effect, block);
        self.unchecked = unchecked;
        let closure = sh_closure(block);
        Lowered::effect(match effect {
            Effect::Writes(names) if names.is_empty() => sh_try("capture_here", vec![closure]),
            Effect::Writes(names) => {
                let isolated = sh_call("isolated", vec![name_list(&names), closure]);
                sh_try("capture_here", vec![super::simple::sh_closure_expr(isolated)])
            }
            Effect::Other => {
                self.counts.forks += 1;
                sh_try("capture", vec![closure])
            }
        })
    }

    /// Whether a name stands anywhere in the text of commands.
    fn mentions(&self, list: &List, name: &str) -> bool {
        let (Some(first), Some(last)) = (list.items.first(), list.items.last()) else { return false };
        let text = self.text.get(first.range.start as usize..last.range.end as usize);
        text.is_none_or(|text| text.contains(name))
    }

    /// Numbers that are written are kept by guards; the other variables stay in the effect.
    fn keep_ints(&mut self, effect: Effect, mut block: Block) -> (Effect, Block) {
        let Effect::Writes(mut names) = effect else { return (effect, block) };
        let ints: Vec<String> = names.iter().filter(|name| self.ints.contains_key(*name)).cloned().collect();
        for name in ints {
            names.remove(&name);
            if let Some(int) = self.int(&name) {
                let guard = self.fresh(&format!("_{name}").to_ascii_lowercase());
                block.stmts.insert(0, Stmt::let_(Pat::name(guard), None, int.method("keep", vec![])));
            }
        }
        (Effect::Writes(names), block)
    }

    /// `( … )` as a statement.
    pub(super) fn subshell(&mut self, list: &List) -> Body {
        // A program that asks for its parent sees the process of the subshell.
        let asks = self.mentions(list, "PPID") || self.mentions(list, "BASHPID");
        let effect = if asks { Effect::Other } else { self.effect_of(list) };
        let block = self.forked(|lowerer| {
            let mut out = lowerer.list(list, true);
            if matches!(effect, Effect::Other) {
                lowerer.mark_last(list, &mut out);
            }
            out
        });
        let (effect, block) = self.keep_ints(effect, block);
        let closure = sh_closure(block);
        let mut body = Body::default();
        body.push(Stmt::expr(match effect {
            Effect::Writes(names) => sh_try("isolated", vec![name_list(&names), closure]),
            Effect::Other => {
                self.counts.forks += 1;
                sh_try("subshell", vec![closure])
            }
        }));
        self.check(&mut body);
        body
    }
}

/// `&["a", "b"]`
pub(super) fn name_list(names: &std::collections::BTreeSet<String>) -> Expr {
    Expr::Array(names.iter().map(|name| Expr::str(name.clone())).collect()).ref_()
}
