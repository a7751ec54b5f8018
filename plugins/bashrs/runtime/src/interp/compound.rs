//! Compound commands.

use super::{Interp, TreeFunction};
use crate::ast::{CaseArm, CaseEnd, CommandKind, List, Word};
use crate::shell::Callable;
use crate::{Flow, Run, Shell, Str};
use std::rc::Rc;

impl Interp {
    pub(super) fn compound(&self, sh: &mut Shell, kind: &CommandKind) -> Run {
        match kind {
            CommandKind::Simple(_) => sh.last(),
            CommandKind::Group(list) => self.list(sh, list),
            CommandKind::Subshell(list) => {
                sh.subshell(|sh| {
                    sh.enter_child_of_loops();
                    self.list(sh, list)
                })?;
                self.check(sh)
            }
            CommandKind::If { arms, otherwise } => {
                for (condition, body) in arms {
                    if self.condition(sh, condition)? {
                        return self.list(sh, body);
                    }
                }
                match otherwise {
                    Some(list) => self.list(sh, list),
                    None => sh.set_status(0),
                }
            }
            CommandKind::While { until, condition, body } => self.while_loop(sh, *until, condition, body),
            CommandKind::For { name, words, body } => self.for_loop(sh, name, words.as_deref(), body),
            CommandKind::ForArith { parts, body } => self.for_arith(sh, parts, body),
            CommandKind::Case { word, arms } => self.case(sh, word, arms),
            CommandKind::Function { name, body } => {
                let function = TreeFunction {
                    body: Rc::new((**body).clone()),
                    docs: Rc::clone(&self.docs),
                    source: Rc::clone(&self.source),
                };
                sh.functions.insert(crate::parse::bytes::restore(name), Callable::Tree(function));
                sh.set_status(0)
            }
            CommandKind::Test(expr) => {
                let answer = match self.test(sh, expr) {
                    Err(Flow::Discard) => false,
                    other => other?,
                };
                sh.finish(if answer { 0 } else { 1 })?;
                self.check(sh)
            }
            CommandKind::Arith(text) => {
                let text = self.arith_text(sh, text)?;
                self.trace_bash(sh, || arith_shown(&text));
                sh.arith_command(text)?;
                self.check(sh)
            }
            CommandKind::Select { name, words, body } => self.select(sh, name, words.as_deref(), body),
            CommandKind::Coproc => Err(sh.refuse("SH0106", "`coproc`")),
        }
    }

    fn while_loop(&self, sh: &mut Shell, until: bool, condition: &List, body: &List) -> Run {
        let mut status = 0;
        sh.loops += 1;
        let result = loop {
            let go_on = match self.condition(sh, condition) {
                Ok(answer) => answer != until,
                // `break` in the condition.
                other => match sh.after_round(other) {
                    Ok(true) => match sh.poll() {
                        Ok(()) => continue,
                        Err(flow) => break Err(flow),
                    },
                    Ok(false) => break Ok(()),
                    Err(flow) => break Err(flow),
                },
            };
            if !go_on {
                break Ok(());
            }
            let round = sh.poll().and_then(|()| self.list(sh, body));
            match sh.after_round(round) {
                Ok(true) => status = sh.status,
                Ok(false) => {
                    status = sh.status;
                    break Ok(());
                }
                Err(flow) => break Err(flow),
            }
        };
        sh.loops -= 1;
        result?;
        sh.set_status(status)
    }

    fn for_loop(&self, sh: &mut Shell, name: &str, words: Option<&[Word]>, body: &List) -> Run {
        let mut items = vec![];
        match words {
            None => items = sh.all(),
            Some(words) => {
                for word in words {
                    self.fields(sh, word, &mut items)?;
                }
            }
        }
        if items.is_empty() {
            sh.status = 0;
        }
        sh.loops += 1;
        let mut result = Ok(());
        for item in items {
            self.trace_bash(sh, || match words {
                Some(words) => format!("for {name} in {}", self.source.words(words)).into_bytes(),
                None => format!("for {name} in \"$@\"").into_bytes(),
            });
            let set = sh.set(name, item);
            if !sh.softly(set)? {
                sh.loops -= 1;
                return self.check(sh);
            }
            let round = sh.poll().and_then(|()| self.list(sh, body));
            match sh.after_round(round) {
                Ok(true) => {}
                Ok(false) => break,
                Err(flow) => {
                    result = Err(flow);
                    break;
                }
            }
        }
        sh.loops -= 1;
        result?;
        sh.last()
    }

    fn for_arith(&self, sh: &mut Shell, parts: &[Word; 3], body: &List) -> Run {
        let text = self.arith_text(sh, &parts[0])?;
        self.trace_bash(sh, || arith_shown(&text));
        sh.arith(text)?;
        sh.status = 0;
        sh.loops += 1;
        let result = self.for_arith_rounds(sh, parts, body);
        sh.loops -= 1;
        result?;
        sh.last()
    }

    fn for_arith_rounds(&self, sh: &mut Shell, parts: &[Word; 3], body: &List) -> Result<(), Flow> {
        loop {
            let condition = self.arith_text(sh, &parts[1])?;
            self.trace_bash(sh, || arith_shown(&condition));
            if !condition.trim_ascii().is_empty() && sh.arith(condition)? == 0 {
                return Ok(());
            }
            let round = sh.poll().and_then(|()| self.list(sh, body));
            if !sh.after_round(round)? {
                return Ok(());
            }
            let step = self.arith_text(sh, &parts[2])?;
            self.trace_bash(sh, || arith_shown(&step));
            sh.arith(step)?;
        }
    }

    fn case(&self, sh: &mut Shell, word: &Word, arms: &[CaseArm]) -> Run {
        self.trace_bash(sh, || format!("case {} in", self.source.text(word.range)).into_bytes());
        let subject = self.value(sh, word)?;
        let mut falls = false;
        let mut ran = false;
        for arm in arms {
            let mut matches = falls;
            for pattern in &arm.patterns {
                if matches {
                    break;
                }
                let pattern = self.pattern(sh, pattern)?;
                matches = sh.matches(&subject, &pattern);
            }
            if !matches {
                continue;
            }
            ran = true;
            if arm.body.items.is_empty() {
                sh.status = 0;
            } else {
                self.list(sh, &arm.body)?;
            }
            match arm.end {
                CaseEnd::Break => return sh.last(),
                CaseEnd::Fall => falls = true,
                CaseEnd::Continue => falls = false,
            }
        }
        if !ran {
            sh.status = 0;
        }
        sh.last()
    }
}

/// `(( … ))` as `set -x` shows it.
fn arith_shown(text: &[u8]) -> Str {
    [b"(( ", text.trim_ascii(), b" ))"].concat()
}
