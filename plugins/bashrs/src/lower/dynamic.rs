//! Text that is only known at run time: the run-time crate reads and walks it.

use super::loops::jump_expr;
use super::{Body, Lowerer, sh_call};
use crate::ast::*;
use batuta_rust_ir::{Arm, Expr, Pat, Stmt};

impl Lowerer<'_> {
    /// `eval` and `.`: a call, and the jumps that the text may ask for.
    pub(super) fn run_text(&mut self, method: &str, words: &[Word]) -> Body {
        self.counts.dynamic_text += 1;
        let mut body = Body::default();
        let args = self.argument_list(words);
        body.extend(args.before);
        let loops = self.frames.reach();
        if loops == 0 {
            let call = sh_call(method, vec![args.value]);
            body.push(Stmt::expr(self.guarded(call).try_()));
            self.check(&mut body);
            return body;
        }
        let name = self.fresh("args");
        body.push(Stmt::let_(Pat::name(name.clone()), None, args.value));
        let call = sh_call(&format!("{method}_in_loops"), vec![Expr::path(name), Expr::int((loops as u32).into())]);
        let call = self.guarded(call);
        let mut arms = vec![];
        for continues in [false, true] {
            for count in 1..=loops {
                let kind = if continues { "Flow::Next" } else { "Flow::Leave" };
                let pattern = Pat::tuple_struct("Err", [Pat::tuple_struct(kind, [Pat::int((count as u32).into())])]);
                let jump = self.frames.jump(count, continues);
                if let Some(jump) = jump_expr(jump, continues) {
                    arms.push(Arm::new(pattern, jump));
                }
            }
        }
        arms.push(Arm::new(Pat::name("other"), Expr::path("other").try_()));
        let jumped = Expr::match_(call, arms);
        body.push(super::loops::discard(jumped));
        self.check(&mut body);
        body
    }

    /// What follows from `item` on is read at run time, because aliases decide how.
    pub(super) fn rest_as_text(&mut self, item: &Item) -> Body {
        self.counts.dynamic_text += 1;
        let text = self.text.get(item.range.start as usize..).unwrap_or("").to_string();
        let mut body = Body::default();
        let line = Expr::int(self.lines.line(item.range.start).into());
        body.push(Stmt::expr(sh_call("rest_from", vec![line, Expr::str(text)]).try_()));
        body
    }
}

/// Whether `alias` is called anywhere in an item: what stands after it is read differently from then on.
pub(super) fn uses_alias(item: &Item, bash: bool) -> bool {
    struct Found(bool, bool);
    impl super::scan::Visit for Found {
        fn command(&mut self, command: &Command) {
            if let CommandKind::Simple(simple) = &command.kind {
                let name = simple.words.first().and_then(Word::constant).unwrap_or_default();
                let text = name == "eval"
                    && simple.words.iter().any(|word| word.constant().is_some_and(|text| text.contains("alias")));
                self.0 |= !self.1 && (name == "alias" && simple.words.len() > 1 || text);
                self.0 |= simple
                    .words
                    .iter()
                    .any(|word| matches!(word.constant().as_deref(), Some("expand_aliases" | "nocasematch")));
            }
        }
    }
    let mut found = Found(false, bash);
    super::scan::walk_item(item, &mut found);
    found.0
}
