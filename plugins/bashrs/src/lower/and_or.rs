//! Lists, and-or lists, pipelines as statements.

use super::functions::finish_block;
use super::{Body, Lowerer, set_status, sh_call, sh_closure, sh_try};
use crate::ast::*;
use crate::codes;
use batuta_rust_ir::{Block, Expr, Stmt, StmtKind};

/// Names that are builtins of one of the shells.
pub(super) const NO_PROGRAMS: &[&str] = &[
    ".",
    ":",
    "[",
    "alias",
    "bg",
    "bind",
    "break",
    "builtin",
    "caller",
    "cd",
    "command",
    "compgen",
    "complete",
    "compopt",
    "continue",
    "declare",
    "dirs",
    "disown",
    "echo",
    "enable",
    "eval",
    "exec",
    "exit",
    "export",
    "false",
    "fc",
    "fg",
    "getopts",
    "hash",
    "help",
    "history",
    "jobs",
    "kill",
    "let",
    "local",
    "logout",
    "mapfile",
    "popd",
    "printf",
    "pushd",
    "pwd",
    "read",
    "readarray",
    "readonly",
    "return",
    "set",
    "shift",
    "shopt",
    "source",
    "suspend",
    "test",
    "times",
    "trap",
    "true",
    "type",
    "typeset",
    "ulimit",
    "umask",
    "unalias",
    "unset",
    "wait",
];

impl Lowerer<'_> {
    /// Commands in sequence; `live`: the status of the last one is read by somebody.
    pub(super) fn list(&mut self, list: &List, live: bool) -> Body {
        let mut body = Body::default();
        let top_level = std::mem::take(&mut self.top_level);
        let last = list.items.len().saturating_sub(1);
        let traces = top_level && !self.module && list.items.iter().any(super::text_only::traces);
        let traced_early = traces
            && list.items.iter().any(|item| super::text_only::traces(item) && !super::text_only::traces_last(item));
        // Bytes that are not UTF-8 are no Rust text either.
        let all_text = traced_early || top_level && !self.module && self.has_odd_text();
        self.traced |= traces && !all_text;
        if traces && !all_text {
            body.push(Stmt::expr(sh_call("traceable", vec![])));
        }
        for (at, item) in list.items.iter().enumerate() {
            if top_level && self.bash() && (at == 0 || self.line_between(&list.items[at - 1], item)) {
                self.line_starts.push(body.stmts.len());
            }
            if all_text || top_level && !self.module && super::dynamic::uses_alias(item, self.bash()) {
                self.rest_is_text = true;
                body.append(self.rest_as_text(item));
                return body;
            }
            let live = self.traits.reads_status || at == last && live;
            body.append(self.item(item, live));
            if traces && super::text_only::traces(item) {
                body.append(self.rest_if_traced(list, at));
            }
        }
        if !list.comments.is_empty() && !body.ends {
            body.push(Stmt::comments(list.comments.iter().cloned()));
        }
        body
    }

    fn item(&mut self, item: &Item, live: bool) -> Body {
        if let Some((name, body)) = definition_of(item) {
            return self.definition(name, body, &item.comments, item.range);
        }
        let mut body = if item.background { self.background(item) } else { self.and_or(item, live) };
        self.annotate(&mut body, item);
        body
    }

    /// Comments and the origin go to the first statement.
    fn annotate(&self, body: &mut Body, item: &Item) {
        let origin = self.origin(item.range);
        match body.stmts.first_mut() {
            Some(first) => {
                first.comments.splice(0..0, item.comments.iter().cloned());
                first.origin = first.origin.or(Some(origin));
            }
            None if !item.comments.is_empty() => {
                body.stmts.push(Stmt::comments(item.comments.iter().cloned()).at(origin))
            }
            None => {}
        }
    }

    /// `a && b || c` as a statement: everything but the last pipeline is a condition.
    pub(super) fn and_or(&mut self, item: &Item, live: bool) -> Body {
        let Some(((op, last), earlier)) = item.rest.split_last() else { return self.pipeline(&item.first, live) };
        let (mut out, value) = self.condition_of(&item.first, earlier, true);
        let value = if *op == AndOr::And { value } else { super::condition::not(value) };
        let then = self.pipeline(last, live);
        if then.stmts.is_empty() {
            out.push(for_effect(value));
        } else {
            out.push(Stmt::expr(Expr::if_(value, then.into_block(), None)));
        }
        out
    }

    /// A pipeline as a statement.
    pub(super) fn pipeline(&mut self, pipeline: &Pipeline, live: bool) -> Body {
        let mut body = Body::default();
        if pipeline.timed {
            let mut plain = pipeline.clone();
            plain.timed = false;
            return self.timed(&plain);
        }
        if pipeline.negated && self.bash() && self.traits.errexit && !self.unchecked && sets_options(pipeline) {
            return self.inverted(pipeline);
        }
        if pipeline.negated {
            let inverted = self.inverted || !self.unchecked;
            let outer = (std::mem::replace(&mut self.unchecked, true), std::mem::replace(&mut self.inverted, inverted));
            let (before, value) = self.pipeline_value(pipeline, true);
            (self.unchecked, self.inverted) = outer;
            body.append(before);
            body.push(for_effect(value));
            return body;
        }
        match pipeline.stages.as_slice() {
            [single] => self.command(single, live),
            stages => {
                let last = stages.last().filter(|it| matches!(it.kind, CommandKind::Simple(_)));
                if let Some(now) = last.and_then(|it| self.running(it)) {
                    body.push(now);
                }
                let run = self.stages(stages);
                body.push(Stmt::expr(run.try_()));
                self.check(&mut body);
                body
            }
        }
    }

    /// `sh.pipeline(&mut [&mut |sh| …, …])`
    pub(super) fn stages(&mut self, stages: &[Command]) -> Expr {
        let here = stages.iter().take_while(|stage| self.may_run_here(stage)).count();
        self.counts.forks += (stages.len() - here) as u64;
        let closures = stages
            .iter()
            .map(|stage| {
                let block = self.forked(|lowerer| {
                    let mut body = lowerer.command(stage, true);
                    lowerer.mark_tail(stage, &mut body);
                    body
                });
                sh_closure(block).ref_mut()
            })
            .collect();
        let closures = Expr::Array(closures).ref_mut();
        let programs = stages.iter().enumerate().filter(|(_, stage)| self.is_program(stage));
        let programs: Vec<Expr> = programs.map(|(at, _)| Expr::int(at as i128)).collect();
        if here == 0 && programs.is_empty() {
            return sh_call("pipeline", vec![closures]);
        }
        sh_call("pipe", vec![Expr::int(here as i128), Expr::Array(programs).ref_(), closures])
    }

    /// Whether a stage is a program and nothing else, which can be started without a copy of this process.
    fn is_program(&self, stage: &Command) -> bool {
        let CommandKind::Simple(simple) = &stage.kind else { return false };
        let Some(name) = simple.words.first().and_then(Word::bare) else { return false };
        // Anything else may have to wait for another stage when it is opened.
        let opens_at_once = |redirect: &Redirect| match (redirect.op, &redirect.target) {
            (RedirectOp::DupIn | RedirectOp::DupOut, Target::Word(word)) => word.constant().is_some(),
            (_, Target::Word(word)) => word.constant().as_deref() == Some("/dev/null"),
            (_, Target::HereDoc(_)) => false,
        };
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | '+');
        name.chars().all(plain)
            && !NO_PROGRAMS.contains(&name)
            && !self.functions.all.contains(name)
            && !self.traits.dynamic_text
            && !self.traits.sources
            && !self.traits.error_trap
            && simple.assigns.is_empty()
            && stage.redirects.iter().all(|redirect| redirect.fd_name.is_none() && opens_at_once(redirect))
            && self.changes_nothing(stage)
    }

    /// Whether a stage may be tried within this process: a command that is known there, and changes nothing.
    fn may_run_here(&self, stage: &Command) -> bool {
        const KNOWN: &[&str] = &[
            "echo", "printf", "cat", "head", "tail", "wc", "cut", "tr", "sort", "uniq", "grep", "sed", "seq", "expr",
            "basename", "dirname",
        ];
        let CommandKind::Simple(simple) = &stage.kind else { return false };
        let name = simple.words.first().and_then(Word::bare);
        let known = name.is_some_and(|name| KNOWN.contains(&name) && !self.functions.all.contains(name));
        known
            && !self.traits.dynamic_text
            && !self.traits.sources
            && simple.assigns.is_empty()
            && stage.redirects.is_empty()
            && self.changes_nothing(stage)
    }

    /// A simple command that is all of a process: an external program may take its place.
    fn mark_tail(&self, stage: &Command, body: &mut Body) {
        if !matches!(stage.kind, CommandKind::Simple(_)) {
            return;
        }
        let found = body
            .stmts
            .iter()
            .rposition(|stmt| matches!(&stmt.kind, StmtKind::Expr(Expr::Try(run)) if ends_in_run(run)));
        if let Some(at) = found {
            body.stmts.insert(at, Stmt::expr(sh_call("tail", vec![])));
        }
    }

    /// The last command of a list that is all of a process.
    pub(super) fn mark_last(&self, list: &List, body: &mut Body) {
        let Some(Item { first, rest, background: false, .. }) = list.items.last() else { return };
        let last = rest.last().map_or(first, |(_, pipeline)| pipeline);
        if let ([Command { kind: CommandKind::Simple(_), .. }], false, false) =
            (last.stages.as_slice(), last.negated, last.timed)
        {
            mark_last_run(&mut body.stmts, !rest.is_empty());
        }
    }

    /// The body of a closure that runs in a process of its own, or whose jumps end it.
    pub(super) fn forked(&mut self, lower: impl FnOnce(&mut Self) -> Body) -> Block {
        // In sh a jump out of a process ends it; in bash there is nothing to jump to.
        self.forked_within(!self.bash(), lower)
    }

    /// The body of a closure out of which jumps to loops around it lead, or do not.
    pub(super) fn forked_within(&mut self, loops: bool, lower: impl FnOnce(&mut Self) -> Body) -> Block {
        self.frames.enter(loops);
        let body = lower(self);
        self.frames.leave();
        finish_block(body)
    }

    fn background(&mut self, item: &Item) -> Body {
        self.counts.forks += 1;
        let mut foreground = item.clone();
        foreground.background = false;
        let unchecked = std::mem::replace(&mut self.unchecked, false);
        let block = self.forked(|lowerer| {
            let mut body = lowerer.and_or(&foreground, true);
            if let ([stage], true, false) =
                (foreground.first.stages.as_slice(), foreground.rest.is_empty(), foreground.first.negated)
            {
                lowerer.mark_tail(stage, &mut body);
            }
            body
        });
        self.unchecked = unchecked;
        let mut body = Body::default();
        body.push(Stmt::expr(sh_try("background", vec![sh_closure(block)])));
        body
    }

    /// After a command outside conditions: `set -e` and the ERR trap look at its status.
    pub(super) fn check(&mut self, body: &mut Body) {
        if self.unchecked {
            return;
        }
        if self.traits.errexit || self.traits.error_trap {
            body.push(Stmt::expr(sh_try("check", vec![])));
        }
    }

    /// A command as a statement.
    pub(super) fn command(&mut self, command: &Command, live: bool) -> Body {
        self.counts.commands += 1;
        if let CommandKind::Simple(simple) = &command.kind {
            return self.simple_statement(simple, command, live);
        }
        let shown = matches!(command.kind, CommandKind::Subshell(_) | CommandKind::Test(_) | CommandKind::Arith(_));
        let now = if shown { self.running(command) } else { None };
        let mut body = self.other_command(command, live);
        if let Some(now) = now {
            body.stmts.insert(0, now);
        }
        body
    }

    fn other_command(&mut self, command: &Command, live: bool) -> Body {
        if command.redirects.is_empty() {
            return self.compound(&command.kind, command.range, live);
        }
        let mut range = command.range;
        if let CommandKind::Select { .. } = command.kind {
            // Its text ends where the redirections start.
            range.end = command.redirects.iter().map(|redirect| redirect.range.start).fold(range.end, u32::min);
        }
        let checked = matches!(command.kind, CommandKind::Subshell(_) | CommandKind::Test(_) | CommandKind::Arith(_));
        let mut body = self.redirected(&command.redirects, |lowerer| lowerer.compound(&command.kind, range, true));
        if !checked {
            self.check(&mut body);
        }
        body
    }

    fn compound(&mut self, kind: &CommandKind, range: batuta_text::TextRange, live: bool) -> Body {
        match kind {
            CommandKind::Simple(_) => Body::default(),
            CommandKind::Group(list) => self.list(list, live),
            CommandKind::Subshell(list) => self.subshell(list),
            CommandKind::If { arms, otherwise } => self.if_command(arms, otherwise.as_ref(), live),
            CommandKind::While { until, condition, body } => self.while_command(*until, condition, body, live),
            CommandKind::For { name, words, body } => self.for_command(name, words.as_deref(), body, live),
            CommandKind::ForArith { parts, body } => self.for_arith(parts, body, live),
            CommandKind::Case { word, arms } => self.case_command(word, arms, live),
            CommandKind::Function { name, body } => {
                let mut out = self.definition(name, body, &[], range);
                if live && out.stmts.is_empty() {
                    out.push(set_status(0));
                }
                out
            }
            CommandKind::Test(expr) => self.test_command(expr),
            CommandKind::Arith(text) => self.arith_statement(text),
            CommandKind::Select { .. } => {
                let command = Command { kind: kind.clone(), redirects: vec![], range };
                match self.as_text(&command) {
                    Some(body) => body,
                    None => self.refused_body(codes::SELECT, range, "`select` in this place is not supported"),
                }
            }
            CommandKind::Coproc => self.refused_body(codes::COPROC, range, "`coproc` is not supported"),
        }
    }

    pub(super) fn refused_body(
        &mut self,
        code: batuta_diagnostics::Code,
        range: batuta_text::TextRange,
        reason: &str,
    ) -> Body {
        let mut body = Body::default();
        body.push(self.refuse(code, range, reason));
        body
    }
}

/// Mark the run at the end of statements; `within`: it stands in an `if` there.
fn mark_last_run(stmts: &mut Vec<Stmt>, within: bool) {
    let is_check = |stmt: &Stmt| match &stmt.kind {
        StmtKind::Expr(Expr::Try(call)) => matches!(&**call, Expr::Method(_, name, ..) if name == "check"),
        _ => false,
    };
    let checks = stmts.last().is_some_and(is_check);
    let Some(last) = stmts.len().checked_sub(1 + usize::from(checks)) else { return };
    match &mut stmts[last].kind {
        StmtKind::Expr(Expr::If(_, then, None)) if within => mark_last_run(&mut then.stmts, false),
        StmtKind::Expr(Expr::Try(run)) if !within && ends_in_run(run) => {
            stmts.insert(last, Stmt::expr(sh_call("tail", vec![])));
        }
        _ => {}
    }
}

/// `sh.run(…)`, also within redirections and assignments.
fn ends_in_run(run: &Expr) -> bool {
    match run {
        Expr::Method(receiver, name, _, args) if **receiver == super::sh() => match name.as_str() {
            "run" => true,
            "redirect" | "with_vars" => {
                matches!(args.last(), Some(Expr::Closure(closure)) if ends_in_run(&closure.body))
            }
            _ => false,
        },
        _ => false,
    }
}

/// Whether options of the shell may change within.
fn sets_options(pipeline: &Pipeline) -> bool {
    struct Found(bool);
    impl super::scan::Visit for Found {
        fn command(&mut self, command: &Command) {
            if let CommandKind::Simple(simple) = &command.kind {
                let name = simple.words.first().and_then(Word::constant);
                self.0 |= matches!(name.as_deref(), Some("set" | "eval" | "." | "source"));
            }
        }
    }
    let mut found = Found(false);
    pipeline.stages.iter().for_each(|stage| super::scan::walk_command(stage, &mut found));
    found.0
}

/// A condition of which only the effects are wanted.
fn for_effect(value: Expr) -> Stmt {
    match value {
        Expr::Unary(batuta_rust_ir::UnOp::Not, inner) => for_effect(*inner),
        Expr::Try(_) | Expr::Method(..) => Stmt::expr(value),
        other => super::loops::discard(other),
    }
}

fn definition_of(item: &Item) -> Option<(&str, &Command)> {
    match (item.first.stages.as_slice(), item.rest.is_empty() && !item.background && !item.first.negated) {
        ([Command { kind: CommandKind::Function { name, body }, .. }], true) => Some((name, body)),
        _ => None,
    }
}
