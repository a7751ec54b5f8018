//! What `$BASH_COMMAND` and, in a trap for ERR, `$LINENO` tell: kept only where a script asks for them.

use super::{Lowerer, sh_call};
use crate::ast::*;
use batuta_rust_ir::{Expr, Stmt};

/// Whether a script asks for what runs.
pub(super) fn asks(text: &str, error_trap: bool) -> bool {
    text.contains("BASH_COMMAND") || error_trap && text.contains("LINENO")
}

impl Lowerer<'_> {
    /// Says which command comes, before it runs.
    pub(super) fn running(&mut self, command: &Command) -> Option<Stmt> {
        // Traps are not what runs, and text in constants has no places of its own.
        if !self.traits.running || self.evals > 0 || !self.bash() {
            return None;
        }
        let line = Expr::int_as(self.lines.line(command.range.start).into(), "i64");
        Some(Stmt::expr(match self.shown(command) {
            Some(text) => sh_call("now", vec![line, Expr::str(text)]),
            None => sh_call("now_untold", vec![line]),
        }))
    }

    /// A command as bash shows it: its words as they are written, with single blanks; none for here-documents.
    fn shown(&self, command: &Command) -> Option<String> {
        let slice = |range: batuta_text::TextRange| self.text.get(range.start as usize..range.end as usize);
        let mut parts: Vec<String> = vec![];
        match &command.kind {
            CommandKind::Simple(simple) => {
                for range in simple.assigns.iter().map(|it| it.range).chain(simple.words.iter().map(|it| it.range)) {
                    parts.push(slice(range)?.to_owned());
                }
            }
            _ => {
                let end = command.redirects.first().map_or(command.range.end, |first| first.range.start);
                let text = self.text.get(command.range.start as usize..end as usize)?.trim_end();
                // Over several lines it is laid out anew.
                if text.contains('\n') {
                    return None;
                }
                parts.push(text.to_owned());
            }
        }
        for redirect in &command.redirects {
            let Target::Word(word) = &redirect.target else { return None };
            let target = slice(word.range)?;
            let number = |default: &str| redirect.fd.map_or(default.to_owned(), |fd| fd.to_string());
            parts.push(match redirect.op {
                _ if redirect.fd_name.is_some() => return None,
                RedirectOp::Read => format!("{}< {target}", number("")),
                RedirectOp::Write => format!("{}> {target}", number("")),
                RedirectOp::Clobber => format!("{}>| {target}", number("")),
                RedirectOp::Append => format!("{}>> {target}", number("")),
                RedirectOp::ReadWrite => format!("{}<> {target}", number("")),
                RedirectOp::DupIn => format!("{}<&{target}", number("0")),
                RedirectOp::DupOut => format!("{}>&{target}", number("1")),
                RedirectOp::Both => format!("&> {target}"),
                RedirectOp::BothAppend => format!("&>> {target}"),
                RedirectOp::HereString => format!("{}<<< {target}", number("")),
                RedirectOp::HereDoc => return None,
            });
        }
        Some(parts.join(" "))
    }
}
