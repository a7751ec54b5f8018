//! `trap`.

use super::functions::shell_function;
use super::simple::SimpleRun;
use super::{Lowerer, sh_call};
use crate::ast::*;
use crate::codes;
use batuta_rust_ir::{Expr, Item};
use batuta_text::TextRange;

/// Whether a trap's commands end a loop that does not stand within them.
fn jumps_out(text: &str, dialect: Dialect) -> bool {
    let script = crate::parse::parse(text, dialect);
    let (mut jumps, mut loops) = (false, false);
    super::scan::visit_commands(&script.body, &mut |command| match &command.kind {
        CommandKind::Simple(simple) => {
            jumps |= matches!(simple.words.first().and_then(Word::bare), Some("break" | "continue"));
        }
        CommandKind::For { .. } | CommandKind::ForArith { .. } | CommandKind::While { .. } => loops = true,
        _ => {}
    });
    jumps && !loops
}

impl Lowerer<'_> {
    /// `trap [action] names`
    pub(super) fn trap(&mut self, words: &[Word], range: TextRange) -> SimpleRun {
        let all = &words[1..];
        let words = match words.get(1).and_then(Word::bare) {
            Some("--") => &words[2..],
            _ => &words[1..],
        };
        let Some((action, names)) = words.split_first() else {
            return SimpleRun::Run(vec![], sh_call("trap_list", vec![]));
        };
        let constant = action.constant();
        if constant.as_deref().is_some_and(|text| text.starts_with('-') && text.len() > 1) {
            return self.trap_by_name(words);
        }
        let single = names.is_empty()
            || constant.as_deref().is_some_and(|text| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()));
        if single {
            let args = self.argument_list(words);
            return SimpleRun::Run(args.before, sh_call("trap_reset", vec![args.value]));
        }
        let names = self.argument_list(names);
        match constant.as_deref() {
            Some("-") => SimpleRun::Run(names.before, sh_call("trap_reset", vec![names.value])),
            Some("") => SimpleRun::Run(names.before, sh_call("trap_ignore", vec![names.value])),
            Some(text) => {
                if jumps_out(text, self.dialect) {
                    let reason = "`break` or `continue` in a trap, of a loop that it interrupts";
                    return SimpleRun::Body(self.refused_body(codes::TRAP, range, reason));
                }
                let Some(function) = self.trap_function(text, range) else { return self.trap_by_name(all) };
                let args = vec![Expr::path(function), Expr::str(text), names.value];
                SimpleRun::Run(names.before, sh_call("trap", args))
            }
            None => self.trap_by_name(all),
        }
    }

    /// Everything is decided at run time.
    fn trap_by_name(&mut self, words: &[Word]) -> SimpleRun {
        self.counts.dynamic_text += 1;
        let args = self.argument_list(words);
        SimpleRun::Run(args.before, sh_call("trap_args", vec![args.value]))
    }

    /// The action as a function of its own.
    fn trap_function(&mut self, text: &str, range: TextRange) -> Option<String> {
        // An alias may change how the action reads when it runs.
        if self.evals >= 8 || self.text.contains("alias") {
            return None;
        }
        let list = crate::parse::parse_constant(text, self.dialect, range, &mut self.heredocs).ok()?;
        let name = self.names.fresh("on_trap");
        let temps = std::mem::replace(&mut self.temps, super::file::unreserved());
        let unchecked = std::mem::take(&mut self.unchecked);
        self.evals += 1;
        self.frames.enter(false);
        let outer = std::mem::replace(&mut self.in_trap, true);
        let body = self.list(&list, true);
        self.in_trap = outer;
        self.frames.leave();
        self.evals -= 1;
        self.unchecked = unchecked;
        self.temps = temps;
        let item = Item::function(shell_function(&name, body)).at(self.origin(range));
        self.items.push(item);
        Some(name)
    }
}
