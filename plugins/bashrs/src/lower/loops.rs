//! `while`, `until`, `for`, and the jumps out of them.

use super::condition::not;
use super::jumps::Jump;
use super::{Body, Lowerer, set_status, sh, sh_try};
use crate::ast::*;
use crate::codes;
use batuta_rust_ir::{Block, Expr, Literal, Pat, Stmt};

impl Lowerer<'_> {
    /// `while` and `until`.
    pub(super) fn while_command(&mut self, until: bool, condition: &List, body: &List, live: bool) -> Body {
        self.frames.enter_loop(live);
        let (before, value) = self.condition(condition, false);
        let value = if until { not(value) } else { value };
        let simple = before.stmts.is_empty() && !self.frames.innermost_breaks();
        let mut inner = Body::default();
        if self.traits.signals {
            inner.push(Stmt::expr(sh_try("poll", vec![])));
        }
        let round = self.list(body, live);
        let mut out = Body::default();
        let endless = simple && value == Expr::Lit(Literal::Bool(true));
        if live {
            out.push(set_status(0));
        }
        if endless {
            inner.append(round);
            let end = self.frames.leave_loop();
            out.push(Stmt::expr(Expr::Loop(end.label, inner.into_block())));
            out.ends = !end.breaks;
            return out;
        }
        if simple && !live {
            inner.append(round);
            let end = self.frames.leave_loop();
            out.push(Stmt::expr(Expr::While(end.label, Box::new(value), inner.into_block())));
            return out;
        }
        // The status of the loop is that of the last round, not that of the condition that ended it.
        let mut exit = vec![];
        let mut all = Body::default();
        if live && !before.ends {
            let status = self.fresh("status");
            all.push(Stmt::let_(Pat::name(status.clone()), None, sh().field("status")));
            exit.push(Stmt::assign(sh().field("status"), Expr::path(status)));
        }
        all.append(before);
        exit.push(Stmt::expr(Expr::Break(None, None)));
        all.push(Stmt::expr(Expr::if_(not(value), Block::new(exit), None)));
        all.append(inner);
        all.append(round);
        let end = self.frames.leave_loop();
        out.push(Stmt::expr(Expr::Loop(end.label, all.into_block())));
        out
    }

    /// `for name in words`
    pub(super) fn for_command(&mut self, name: &str, words: Option<&[Word]>, body: &List, live: bool) -> Body {
        let mut out = Body::default();
        let mut items = match words {
            None => super::sh_call("all", vec![]),
            Some(words) => {
                let lowered = self.argument_list(words);
                out.extend(lowered.before);
                lowered.value
            }
        };
        let never_empty = words.is_some_and(|words| words.iter().any(|word| self.is_single(word)));
        if live && !never_empty {
            // Without any round the status is 0; in the first round `$?` is still that of the command before.
            let list = self.fresh("words");
            out.push(Stmt::let_(Pat::name(list.clone()), None, items));
            let empty = Expr::path(list.clone()).method("is_empty", vec![]);
            out.push(Stmt::expr(Expr::if_(empty, Block::new(vec![set_status(0)]), None)));
            items = Expr::path(list);
        }
        self.frames.enter_loop(live);
        let value = self.fresh(&name.to_ascii_lowercase());
        let mut inner = Body::default();
        inner.push(Stmt::expr(sh_try("set", vec![Expr::str(name), Expr::path(value.clone())])));
        if self.traits.signals {
            inner.push(Stmt::expr(sh_try("poll", vec![])));
        }
        inner.append(self.list(body, live));
        let end = self.frames.leave_loop();
        out.push(Stmt::expr(Expr::For(end.label, Pat::name(value), Box::new(items), inner.into_block())));
        out
    }

    /// `for ((a; b; c))`
    pub(super) fn for_arith(&mut self, parts: &[Word; 3], body: &List, live: bool) -> Body {
        let mut out = Body::default();
        let [first, condition, step] = parts;
        if !is_blank(first) {
            let value = self.arith_word(first);
            out.extend(value.before);
            out.push(discard(value.value));
        }
        if live {
            out.push(set_status(0));
        }
        self.frames.enter_loop(live);
        let step_stmts = if is_blank(step) {
            vec![]
        } else {
            let value = self.arith_word(step);
            let mut stmts = value.before;
            stmts.push(discard(value.value));
            stmts
        };
        let mut inner = Body::default();
        if self.traits.signals {
            inner.push(Stmt::expr(sh_try("poll", vec![])));
        }
        let mut test = vec![];
        if !is_blank(condition) {
            let value = self.arith_bool(condition);
            test.extend(value.before);
            let exit = Block::new(vec![Stmt::expr(Expr::Break(None, None))]);
            test.push(Stmt::expr(Expr::if_(not(value.value), exit, None)));
        }
        let has_continue = contains_continue(body);
        if has_continue && !step_stmts.is_empty() {
            // `continue` must still take the step: it is taken at the start of every round but the first.
            let flag = self.fresh("first");
            out.push(Stmt::let_(Pat::name_mut(flag.clone()), None, Expr::bool(true)));
            inner.push(Stmt::expr(Expr::if_(Expr::path(flag.clone()).not_(), Block::new(step_stmts), None)));
            inner.push(Stmt::assign(Expr::path(flag), Expr::bool(false)));
            inner.extend(test);
            inner.append(self.list(body, live));
        } else {
            inner.extend(test);
            inner.append(self.list(body, live));
            inner.extend(step_stmts);
        }
        let end = self.frames.leave_loop();
        let endless = is_blank(condition) && !end.breaks;
        out.push(Stmt::expr(Expr::Loop(end.label, inner.into_block())));
        out.ends = endless;
        out
    }

    /// `break` and `continue`.
    pub(super) fn jump_command(&mut self, words: &[Word], continues: bool, range: batuta_text::TextRange) -> Body {
        let count = match words {
            [_] => Some(1),
            [_, count] => count.constant().and_then(|text| text.parse::<usize>().ok()).filter(|count| *count > 0),
            _ => None,
        };
        let Some(count) = count else {
            return self.refused_body(codes::COUNT, range, "the count of `break` or `continue` must be constant");
        };
        let mut body = Body::default();
        if self.frames.any_live() || self.traits.reads_status {
            body.push(set_status(0));
        }
        let jump = self.frames.jump(count, continues);
        match jump_expr(jump, continues) {
            Some(expr) => {
                body.push(Stmt::expr(expr));
                body.ends = true;
            }
            // Outside loops it does nothing.
            None => {
                body.stmts.clear();
                body.push(set_status(0));
            }
        }
        body
    }
}

/// The jump as an expression; none when there is no loop.
pub(super) fn jump_expr(jump: Jump, continues: bool) -> Option<Expr> {
    Some(match jump {
        Jump::Direct(label) if continues => Expr::Continue(label),
        Jump::Direct(label) => Expr::Break(label, None),
        Jump::Flow(id) => {
            let kind = if continues { "Flow::Continue" } else { "Flow::Break" };
            Expr::return_(Expr::call_path("Err", vec![Expr::call_path(kind, vec![Expr::int(id.into())])]))
        }
        Jump::Nowhere => return None,
    })
}

fn is_blank(word: &Word) -> bool {
    word.constant().is_some_and(|text| text.trim().is_empty())
}

/// A value that is computed for its effect.
pub(super) fn discard(value: Expr) -> Stmt {
    match value {
        Expr::Try(_) | Expr::Block(_) => Stmt::let_(Pat::Wild, None, value),
        other => Stmt::let_(Pat::Wild, None, other),
    }
}

fn contains_continue(list: &List) -> bool {
    struct Found(bool);
    impl super::scan::Visit for Found {
        fn command(&mut self, command: &Command) {
            if let CommandKind::Simple(simple) = &command.kind {
                self.0 |= simple.words.first().and_then(Word::bare) == Some("continue");
            }
        }
    }
    let mut found = Found(false);
    super::scan::walk_list(list, &mut found);
    found.0
}
