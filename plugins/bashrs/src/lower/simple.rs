//! Simple commands: assignments, words, redirections.

use super::{Body, Lowerer, set_status, sh_call, sh_closure, sh_try};
use crate::ast::*;
use crate::codes;
use batuta_rust_ir::{Expr, Pat, Stmt};

/// A simple command: an expression of type `Run`, or statements when it is more than that.
pub(super) enum SimpleRun {
    /// Statements before it, and the call.
    Run(Vec<Stmt>, Expr),
    /// Statements.
    Body(Body),
}

impl Lowerer<'_> {
    /// A simple command as a statement.
    pub(super) fn simple_statement(&mut self, simple: &Simple, command: &Command, live: bool) -> Body {
        match self.simple_run(simple, command, live) {
            SimpleRun::Run(before, run) => {
                let mut body = Body::default();
                body.extend(before);
                if let Some(cheap) = no_effect(&run, live) {
                    body.extend(cheap);
                    return body;
                }
                body.push(Stmt::expr(run.try_()));
                self.check(&mut body);
                body
            }
            SimpleRun::Body(body) => body,
        }
    }

    /// A simple command.
    pub(super) fn simple_run(&mut self, simple: &Simple, command: &Command, live: bool) -> SimpleRun {
        let Some(now) = self.running(command) else { return self.untold_run(simple, command, live) };
        match self.untold_run(simple, command, live) {
            SimpleRun::Run(mut before, run) => {
                before.insert(0, now);
                SimpleRun::Run(before, run)
            }
            SimpleRun::Body(mut body) => {
                body.stmts.insert(0, now);
                SimpleRun::Body(body)
            }
        }
    }

    fn untold_run(&mut self, simple: &Simple, command: &Command, live: bool) -> SimpleRun {
        if super::text_only::is_text_only(command)
            && let Some(body) = self.as_text(command)
        {
            return SimpleRun::Body(body);
        }
        let whole = command;
        if let [command, exec] = simple.words.as_slice()
            && (command.bare(), exec.bare()) == (Some("command"), Some("exec"))
            && simple.assigns.is_empty()
            && !self.functions.all.contains("command")
        {
            // Its redirections stay.
            return SimpleRun::Body(self.exec(&Simple { assigns: vec![], words: vec![exec.clone()] }, whole));
        }
        let name = simple.words.first().and_then(Word::constant);
        if simple.words.is_empty() {
            return self.assignments_alone(simple, command, live);
        }
        if let Some(name) = name.as_deref().filter(|name| !self.functions.all.contains(*name))
            && let Some(run) = self.special_form(name, simple, command, live)
        {
            return run;
        }
        let special = name.as_deref().is_some_and(is_special) && !self.bash();
        if special && !simple.assigns.is_empty() {
            // In sh, assignments before a special builtin stay.
            let mut body = self.assign_all(&simple.assigns);
            let rest = Simple { assigns: vec![], words: simple.words.clone() };
            let bare = Command { kind: CommandKind::Simple(rest.clone()), ..command.clone() };
            body.append(self.simple_statement(&rest, &bare, live));
            return SimpleRun::Body(body);
        }
        let (mut before, run) = match name.as_deref() {
            Some(name) => self.named_call(name, &simple.words),
            None => {
                let args = self.argument_list(&simple.words);
                (args.before, self.guarded(sh_call("run", vec![args.value])))
            }
        };
        let run = self.with_assigns(&simple.assigns, run, &mut before);
        if command.redirects.is_empty() {
            return SimpleRun::Run(before, run);
        }
        let mut run = self.with_redirects(&command.redirects, run, special, &mut before);
        let program = name
            .as_deref()
            .is_some_and(|name| !super::and_or::NO_PROGRAMS.contains(&name) && !self.functions.all.contains(name));
        if self.bash() && program && !command.redirects.is_empty() && !self.traits.dynamic_text {
            let names = self.writes_of_redirects(command);
            if !names.is_empty() && !names.iter().any(|name| self.ints.contains_key(name)) {
                let block = batuta_rust_ir::Block::new(std::mem::take(&mut before)).tail(run);
                run = sh_call("isolated", vec![super::capture::name_list(&names), sh_closure(block)]);
            }
        }
        SimpleRun::Run(before, run)
    }

    /// In conditions, what functions do must not end the script under `set -e`.
    pub(super) fn guarded(&mut self, run: Expr) -> Expr {
        let method = if self.inverted && self.bash() { "inverted" } else { "unchecked" };
        if self.unchecked && self.traits.errexit { sh_call(method, vec![sh_closure_expr(run)]) } else { run }
    }

    /// A command with a constant name and its arguments.
    fn named_call(&mut self, name: &str, words: &[Word]) -> (Vec<Stmt>, Expr) {
        if let Some(rust_name) = self.functions.fixed.get(name).cloned() {
            let args = self.argument_list(&words[1..]);
            let call = self.fixed_call(&rust_name, args.value);
            return (args.before, self.guarded(call));
        }
        let is_function = self.functions.all.contains(name) || self.traits.sources;
        let lasting = super::builtin::is_lasting(name) && !self.traits.dynamic_text;
        let declares = name == "command"
            && !self.bash()
            && words
                .iter()
                .map(Word::bare)
                .find(|word| *word != Some("command"))
                .flatten()
                .is_some_and(crate::parse::is_declaration);
        if (!is_function || lasting && !self.functions.all.contains(name))
            && !declares
            && let Some((method, args)) = self.builtin_call(name, &words[1..])
        {
            return (args.before, sh_call(method, args.value));
        }
        let declared = words.iter().position(|word| word.bare() != Some("command")).unwrap_or(0);
        if name == "command"
            && !self.bash()
            && words[declared].bare().is_some_and(crate::parse::is_declaration)
            && !is_function
        {
            // `command export x=$y` does not split either.
            let args = self.declaration_arguments(&words[1..]);
            return (args.before, self.guarded(sh_call("command", vec![args.value])));
        }
        let splits_not = crate::parse::is_declaration(name)
            && !self.functions.all.contains(name)
            && (self.bash() || matches!(name, "export" | "readonly" | "local"));
        let args = if splits_not { self.declaration_arguments(words) } else { self.argument_list(words) };
        let run = sh_call("run", vec![args.value]);
        // Text that is evaluated may have made a function of it.
        let may_be = is_function || name == "command" || self.text.contains("eval");
        (args.before, if may_be { self.guarded(run) } else { run })
    }

    /// Assignments before a command: only it sees them.
    fn with_assigns(&mut self, assigns: &[Assign], run: Expr, before: &mut Vec<Stmt>) -> Expr {
        if assigns.is_empty() {
            return run;
        }
        if let (Some(ifs), Expr::Method(_, method, _, args)) = (only_ifs(assigns), &run)
            && method == "read_raw"
        {
            let mut all = vec![Expr::str(ifs)];
            all.extend(args.iter().cloned());
            return sh_call("read_raw_by", all);
        }
        let mut pairs = vec![];
        for (number, assign) in assigns.iter().enumerate() {
            let Value::Word(word) = &assign.value else { continue };
            if assign.index.is_some() || assign.append {
                let hole =
                    self.refuse(codes::ASSIGN, assign.range, "this assignment before a command is not supported");
                before.push(hole);
                continue;
            }
            let value = self.value(word).map(super::words::as_str);
            let value = self.flat(value);
            before.extend(value.before);
            if number > 0 && mentions_any(word, &assigns[..number]) {
                // It sees what was assigned before it.
                let hole = self.refuse(codes::ASSIGN, assign.range, "an assignment that reads one beside it");
                before.push(hole);
            }
            pairs.push(Expr::Tuple(vec![Expr::str(assign.name.clone()), value.value]));
        }
        // The words of the command are expanded before the assignments.
        let (stmts, run) = self.arguments_first(run);
        before.extend(stmts);
        let maybe_empty = matches!(&run, Expr::Method(_, name, _, args)
            if name == "run" && matches!(args.as_slice(), [Expr::Path(_)]));
        if let (true, Expr::Method(receiver, _, _, args)) = (maybe_empty, &run) {
            let call = receiver.clone().method("run_with", vec![Expr::macro_call("vec", pairs), args[0].clone()]);
            return call;
        }
        let vars = Expr::macro_call("vec", pairs);
        sh_call("with_vars", vec![vars, sh_closure_expr(run)])
    }

    /// A call whose arguments stand in a variable, so that they are computed before what follows.
    fn arguments_first(&mut self, run: Expr) -> (Vec<Stmt>, Expr) {
        let Expr::Method(receiver, method, types, args) = run else { return (vec![], run) };
        let mut before = vec![];
        let mut out = vec![];
        for arg in args {
            if is_plain(&arg) {
                out.push(arg);
            } else {
                let name = self.fresh("args");
                before.push(Stmt::let_(Pat::name(name.clone()), None, arg));
                out.push(Expr::path(name));
            }
        }
        (before, Expr::Method(receiver, method, types, out))
    }

    fn with_redirects(&mut self, redirects: &[Redirect], run: Expr, special: bool, before: &mut Vec<Stmt>) -> Expr {
        let needs_order = mentions_paths(&run);
        let run = if needs_order {
            let (stmts, run) = self.arguments_first(run);
            before.extend(stmts);
            run
        } else {
            run
        };
        let list = self.redirect_list(redirects);
        before.extend(list.before);
        let method = if special { "redirect_special" } else { "redirect" };
        sh_call(method, vec![list.value, sh_closure_expr(run)])
    }

    /// Assignments without a command.
    fn assignments_alone(&mut self, simple: &Simple, command: &Command, live: bool) -> SimpleRun {
        if command.redirects.is_empty() {
            let mut body = Body::default();
            if simple.assigns.iter().any(|assign| has_substitution(assign) && maybe_substitution(assign)) {
                body.push(Stmt::expr(sh_call("forget_captured", vec![])));
            }
            body.append(self.assign_all(&simple.assigns));
            let captures = simple.assigns.iter().any(has_substitution);
            let sometimes = simple.assigns.iter().any(maybe_substitution);
            let read = live || self.traits.errexit || self.traits.error_trap;
            if captures && read && (!self.bash() || sometimes) {
                body.push(Stmt::expr(sh_try("assigned", vec![])));
            }
            if captures {
                self.check(&mut body);
            } else if live {
                body.push(set_status(0));
            }
            return SimpleRun::Body(body);
        }
        let mut before = vec![];
        let list = self.redirect_list(&command.redirects);
        before.extend(list.before);
        let mut assigns = self.assign_all(&simple.assigns).stmts;
        if self.bash() {
            before.append(&mut assigns);
        }
        let in_redirect = command.redirects.iter().any(|redirect| match &redirect.target {
            Target::Word(word) => word_has_substitution(word),
            Target::HereDoc(_) => false,
        });
        let captures = simple.assigns.iter().any(has_substitution) || in_redirect;
        let status = if captures { "assigned" } else { "succeed" };
        let status = if std::mem::take(&mut self.only_reads) { "copy_input" } else { status };
        let end = sh_call(status, vec![]);
        let closure = if assigns.is_empty() {
            sh_closure_expr(end)
        } else {
            // In sh the redirections come first.
            sh_closure(batuta_rust_ir::Block::new(assigns).tail(end))
        };
        SimpleRun::Run(before, sh_call("redirect", vec![list.value, closure]))
    }

    pub(super) fn assign_all(&mut self, assigns: &[Assign]) -> Body {
        let mut body = Body::default();
        for assign in assigns {
            body.append(self.assign(assign));
        }
        body
    }

    pub(super) fn assign(&mut self, assign: &Assign) -> Body {
        let mut body = Body::default();
        let name = Expr::str(assign.name.clone());
        match (&assign.value, &assign.index) {
            (Value::Word(word), None) if self.ints.contains_key(&assign.name) => {
                let value = match word.constant().and_then(|text| text.parse::<i64>().ok()) {
                    Some(number) => batuta_rust_ir::Lowered::pure(Expr::int(number.into())),
                    None => self.value(word),
                };
                body.extend(value.before);
                if let Some(int) = self.int(&assign.name) {
                    body.push(Stmt::expr(int.method("set", vec![value.value])));
                }
            }
            (Value::Word(word), None) => {
                let value = self.value(word);
                body.extend(value.before);
                let method = if assign.append { "append" } else { "set" };
                body.push(Stmt::expr(sh_try(method, vec![name, value.value])));
            }
            (Value::Word(word), Some(index)) => {
                let index = self.subscript(index);
                body.extend(index.before);
                let value = self.value(word);
                body.extend(value.before);
                let method = if assign.append { "append_element" } else { "set_element" };
                body.push(Stmt::expr(sh_try(method, vec![name, index.value, value.value])));
            }
            (Value::Array(elements), _) => self.assign_array(assign, elements, &mut body),
        }
        if self.traits.signals && substitutes(assign) {
            body.push(Stmt::expr(sh_try("poll", vec![])));
        }
        body
    }

    fn assign_array(&mut self, assign: &Assign, elements: &[Element], body: &mut Body) {
        let name = || Expr::str(assign.name.clone());
        if elements.iter().all(|element| element.index.is_none()) {
            let words: Vec<Word> = elements.iter().map(|element| element.word.clone()).collect();
            let values = self.argument_list(&words);
            body.extend(values.before);
            let method = if assign.append { "append_list" } else { "set_list" };
            body.push(Stmt::expr(sh_try(method, vec![name(), values.value])));
            return;
        }
        let start = sh_try("start_list", vec![name(), Expr::bool(assign.append)]);
        let mut at = String::new();
        if elements[0].index.is_none() {
            at = self.fresh("at");
            body.push(Stmt::let_(Pat::name(at.clone()), None, start));
        } else {
            body.push(Stmt::expr(start));
        }
        for (number, Element { index, append, word }) in elements.iter().enumerate() {
            let put = match index {
                Some(index) => {
                    let index = self.subscript(index);
                    body.extend(index.before);
                    let value = self.value(word);
                    body.extend(value.before);
                    sh_try("put_element", vec![name(), index.value, Expr::bool(*append), value.value])
                }
                None => {
                    let values = self.argument_list(std::slice::from_ref(word));
                    body.extend(values.before);
                    sh_try("put_values", vec![name(), Expr::path(at.clone()), values.value])
                }
            };
            let read = elements.get(number + 1).is_some_and(|next| next.index.is_none());
            if read {
                at = self.fresh("at");
                body.push(Stmt::let_(Pat::name(at.clone()), None, put));
            } else {
                body.push(Stmt::expr(put));
            }
        }
    }
}

/// `|sh| run`, in braces only when it is a block.
pub(super) fn sh_closure_expr(run: Expr) -> Expr {
    match run {
        Expr::Block(block) => sh_closure(block),
        other => Expr::closure(vec![Pat::name("sh")], other),
    }
}

/// Whether a command runs for the value, during which a signal may come.
fn substitutes(assign: &Assign) -> bool {
    let runs = |word: &Word| word.parts.iter().any(|part| matches!(part, Part::Command { .. }));
    match &assign.value {
        Value::Word(word) => runs(word),
        Value::Array(elements) => elements.iter().any(|element| runs(&element.word)),
    }
}

/// `IFS=text` alone, before a command.
fn only_ifs(assigns: &[Assign]) -> Option<String> {
    match assigns {
        [Assign { name, index: None, append: false, value: Value::Word(word), .. }] if name == "IFS" => word.constant(),
        _ => None,
    }
}

/// Whether a word reads one of the variables.
pub(super) fn mentions_any(word: &Word, assigns: &[Assign]) -> bool {
    struct Found<'a>(&'a [Assign], bool);
    impl super::scan::Visit for Found<'_> {
        fn param(&mut self, param: &Param) {
            self.1 |= matches!(&param.name, ParamName::Var(name) if self.0.iter().any(|one| one.name == *name));
        }

        fn arith(&mut self, _: &Word) {
            self.1 = true;
        }
    }
    let mut found = Found(assigns, false);
    super::scan::walk_word(word, &mut found);
    found.1
}

/// Whether a substitution stands where it does not always run.
fn maybe_substitution(assign: &Assign) -> bool {
    let Value::Word(word) = &assign.value else { return true };
    word.parts.iter().any(|part| matches!(part, Part::Param(_)))
}

fn word_has_substitution(word: &Word) -> bool {
    let value = Value::Word(word.clone());
    has_substitution(&Assign { name: String::new(), index: None, append: false, value, range: word.range })
}

/// Whether a command substitution is among the values: its status is that of the command.
fn has_substitution(assign: &Assign) -> bool {
    struct Found(bool);
    let mut found = Found(false);
    fn look(word: &Word, found: &mut Found) {
        for part in &word.parts {
            match part {
                Part::Command { .. } => found.0 = true,
                Part::Param(param) => match &param.op {
                    ParamOp::Default { word, .. } => look(word, found),
                    ParamOp::Trim { pattern, .. } => look(pattern, found),
                    _ => {}
                },
                Part::Arith { text, .. } => look(text, found),
                _ => {}
            }
        }
    }
    match &assign.value {
        Value::Word(word) => look(word, &mut found),
        Value::Array(elements) => elements.iter().for_each(|element| look(&element.word, &mut found)),
    }
    found.0
}

/// Arguments whose value does not depend on when they are computed.
fn is_plain(arg: &Expr) -> bool {
    match arg {
        Expr::Lit(_) | Expr::Path(_) | Expr::Closure(_) => true,
        Expr::Macro(_, parts) => parts.iter().all(|part| matches!(part, Expr::Lit(_) | Expr::Path(_))),
        _ => false,
    }
}

/// Whether paths are looked up among the arguments: a redirection must not create one before.
fn mentions_paths(run: &Expr) -> bool {
    match run {
        Expr::Method(_, name, _, args) => {
            matches!(name.as_str(), "glob" | "fields" | "split" | "tilde" | "home") || args.iter().any(mentions_paths)
        }
        Expr::Macro(_, args) => args.iter().any(mentions_paths),
        _ => false,
    }
}

/// `true` and `:` without anything: the statements that are left of them.
fn no_effect(run: &Expr, live: bool) -> Option<Vec<Stmt>> {
    match run {
        Expr::Method(receiver, name, _, args)
            if name == "succeed" && args.is_empty() && **receiver == Expr::path("sh") =>
        {
            Some(if live { vec![set_status(0)] } else { vec![] })
        }
        _ => None,
    }
}

/// Special builtins of POSIX.
fn is_special(name: &str) -> bool {
    matches!(
        name,
        ":" | "."
            | "break"
            | "continue"
            | "eval"
            | "exec"
            | "exit"
            | "export"
            | "readonly"
            | "return"
            | "set"
            | "shift"
            | "times"
            | "trap"
            | "unset"
    )
}
