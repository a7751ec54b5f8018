//! Redirections.

use super::functions::finish_block;
use super::loops::jump_expr;
use super::{Body, Lowerer, sh_call, sh_closure};
use crate::ast::*;
use batuta_rust_ir::{Arm, Expr, Lowered, Pat, Stmt};

impl Lowerer<'_> {
    /// A compound command with redirections.
    pub(super) fn redirected(&mut self, redirects: &[Redirect], lower: impl FnOnce(&mut Self) -> Body) -> Body {
        let mut out = Body::default();
        let list = self.redirect_list(redirects);
        out.extend(list.before);
        self.frames.enter(true);
        let body = lower(self);
        let escapes = self.frames.leave();
        let call = sh_call("redirect", vec![list.value, sh_closure(finish_block(body))]);
        out.push(Stmt::expr(self.with_jumps(call, &escapes)));
        out
    }

    /// `time` and a pipeline.
    pub(super) fn timed(&mut self, pipeline: &Pipeline) -> Body {
        self.frames.enter(true);
        let body = self.pipeline(pipeline, true);
        let escapes = self.frames.leave();
        let call = sh_call("timed", vec![sh_closure(finish_block(body))]);
        let mut out = Body::default();
        out.push(Stmt::expr(self.with_jumps(call, &escapes)));
        out
    }

    /// `! command` of bash where `set -e` may be called within: it counts there, unless it was on before.
    pub(super) fn inverted(&mut self, pipeline: &Pipeline) -> Body {
        let mut plain = pipeline.clone();
        plain.negated = false;
        self.frames.enter(true);
        let body = self.pipeline(&plain, true);
        let escapes = self.frames.leave();
        let call = sh_call("inverted", vec![sh_closure(finish_block(body))]);
        let mut out = Body::default();
        out.push(Stmt::expr(self.with_jumps(call, &escapes)));
        out.push(Stmt::expr(sh_call("invert", vec![])));
        out
    }

    /// A call of a closure that may ask for jumps out of loops around it.
    fn with_jumps(&mut self, call: Expr, escapes: &std::collections::BTreeSet<(u32, bool)>) -> Expr {
        if escapes.is_empty() {
            return call.try_();
        }
        let mut arms = vec![];
        for (id, continues) in escapes {
            let kind = if *continues { "Flow::Continue" } else { "Flow::Break" };
            let pattern = Pat::tuple_struct("Err", [Pat::tuple_struct(kind, [Pat::int((*id).into())])]);
            let jump = self.frames.jump_by_id(*id, *continues);
            if let Some(jump) = jump_expr(jump, *continues) {
                arms.push(Arm::new(pattern, jump));
            }
        }
        arms.push(Arm::new(Pat::name("other"), Expr::path("other").try_()));
        Expr::match_(call, arms)
    }

    /// `vec![Redirect::…]`
    pub(super) fn redirect_list(&mut self, redirects: &[Redirect]) -> Lowered<Expr> {
        let mut parts = vec![];
        for redirect in redirects {
            self.redirect_parts(redirect, &mut parts);
        }
        self.sequence(parts).map(|values| Expr::macro_call("vec", values))
    }

    fn redirect_parts(&mut self, redirect: &Redirect, parts: &mut Vec<Lowered<Expr>>) {
        let first = parts.len();
        self.redirect_parts_plain(redirect, parts);
        if let (Some(name), Some(last)) = (&redirect.fd_name, parts.len().checked_sub(1).filter(|last| *last >= first))
        {
            let plain = parts.remove(last);
            let name = Expr::call_path("Some", vec![Expr::str(name.clone())]);
            parts.push(plain.map(|value| value.method("named", vec![name])));
        }
    }

    fn redirect_parts_plain(&mut self, redirect: &Redirect, parts: &mut Vec<Lowered<Expr>>) {
        let word = match &redirect.target {
            Target::HereDoc(number) => {
                let body = self.heredocs.get(*number).cloned().unwrap_or_default();
                let fd = redirect.fd.unwrap_or(0);
                parts.push(self.value(&body).map(|text| constructor("here", fd, text)));
                return;
            }
            Target::Word(word) => word,
        };
        let output = redirect.fd.unwrap_or(1);
        let input = redirect.fd.unwrap_or(0);
        let value = if self.bash() && redirect.op != RedirectOp::HereString && !self.is_single(word) {
            self.argument(word).map(|fields| sh_call("one_path", vec![fields]))
        } else {
            self.value(word)
        };
        let value = self.flat(value);
        let last = match redirect.op {
            RedirectOp::Read => value.map(|path| constructor("read", input, path)),
            RedirectOp::Write => value.map(|path| constructor("write", output, path)),
            RedirectOp::Clobber => value.map(|path| constructor("clobber", output, path)),
            RedirectOp::Append => value.map(|path| constructor("append", output, path)),
            RedirectOp::ReadWrite => value.map(|path| constructor("read_write", input, path)),
            RedirectOp::DupIn | RedirectOp::DupOut if self.bash() && word.constant().is_none() => {
                let text = self.text.get(word.range.start as usize..word.range.end as usize).unwrap_or("").to_string();
                let fd = if redirect.op == RedirectOp::DupIn { input } else { output };
                value.map(|other| copy(fd, other).method("shown", vec![Expr::str(text)]))
            }
            RedirectOp::DupIn => value.map(|other| copy(input, other)),
            RedirectOp::DupOut if self.bash() && redirect.fd.is_none() && !is_descriptor(word) => {
                parts.push(value.map(|path| constructor("write", 1, path)));
                Lowered::pure(copy(2, Expr::str("1")))
            }
            RedirectOp::DupOut => value.map(|other| copy(output, other)),
            RedirectOp::Both | RedirectOp::BothAppend => {
                let kind = if redirect.op == RedirectOp::Both { "write" } else { "append" };
                parts.push(value.map(|path| constructor(kind, 1, path)));
                Lowered::pure(copy(2, Expr::str("1")))
            }
            RedirectOp::HereDoc | RedirectOp::HereString => {
                value.map(|text| constructor("here", input, Expr::macro_call("word", vec![text, Expr::str("\n")])))
            }
        };
        parts.push(last);
    }
}

fn constructor(kind: &str, fd: u32, value: Expr) -> Expr {
    Expr::call_path(format!("Redirect::{kind}"), vec![Expr::int(fd.into()), value])
}

fn copy(fd: u32, other: Expr) -> Expr {
    constructor("copy", fd, other)
}

/// Whether the operand of `>&` names a descriptor rather than a file.
fn is_descriptor(word: &Word) -> bool {
    match word.constant() {
        Some(text) => text == "-" || text.bytes().all(|byte| byte.is_ascii_digit()),
        None => true,
    }
}
