//! Builtins: those that become Rust control flow, and calls of the others.

use super::simple::SimpleRun;
use super::{Body, Lowerer, set_status, sh_call, sh_try};
use crate::ast::*;
use crate::codes;
use batuta_rust_ir::{Expr, Lowered, Stmt};

/// Builtins that a sourced file hardly ever replaces by a function.
pub(super) fn is_lasting(name: &str) -> bool {
    method_of(name, true).is_some()
}

/// The method of a builtin that takes its arguments as a list.
fn method_of(name: &str, bash: bool) -> Option<&'static str> {
    Some(match name {
        "echo" => "echo",
        "printf" => "printf",
        "test" => "test",
        "[" => "bracket",
        "read" => "read",
        "cd" => "cd",
        "pwd" => "pwd",
        "set" => "set_options",
        "shift" => "shift",
        "export" => "export",
        "readonly" => "readonly",
        "unset" => "unset",
        "local" => "local_args",
        "getopts" => "getopts",
        "umask" => "umask",
        "kill" => "kill",
        "wait" => "wait",
        "times" => "times",
        "command" => "command",
        "alias" => "alias",
        "unalias" => "unalias",
        "type" => "type_",
        "hash" => "hash",
        "ulimit" => "ulimit",
        "jobs" => "jobs",
        "declare" | "typeset" if bash => "declare",
        "let" if bash => "let_",
        "shopt" if bash => "shopt",
        "compgen" if bash => "compgen",
        "pushd" if bash => "pushd",
        "popd" if bash => "popd",
        "dirs" if bash => "dirs",
        "mapfile" | "readarray" if bash => "mapfile",
        _ => return None,
    })
}

impl Lowerer<'_> {
    /// A call of a builtin's own method.
    pub(super) fn builtin_call(&mut self, name: &str, words: &[Word]) -> Option<(&'static str, Lowered<Vec<Expr>>)> {
        match name {
            ":" | "true" if words.iter().all(|word| word.constant().is_some()) => {
                return Some(("succeed", Lowered::pure(vec![])));
            }
            "read" => {
                let names: Option<Vec<String>> = words.iter().map(Word::constant).collect();
                if let Some(names) = names
                    && let Some((first, names)) = names.split_first()
                    && first == "-r"
                    && !names.is_empty()
                    && names.iter().all(|name| crate::ast::is_name(name))
                {
                    let list = Expr::Array(names.iter().map(|name| Expr::str(name.clone())).collect()).ref_();
                    return Some(("read_raw", Lowered::pure(vec![list])));
                }
            }
            "false" if words.is_empty() => return Some(("set_status", Lowered::pure(vec![Expr::int(1)]))),
            "shift" => {
                let count = match words {
                    [] => Some(1),
                    [count] => count.constant().and_then(|text| text.parse::<u16>().ok()),
                    _ => None,
                };
                if let Some(count) = count {
                    return Some(("shift_by", Lowered::pure(vec![Expr::int(count.into())])));
                }
            }
            "set" if words.first().and_then(Word::bare) == Some("--") => {
                let args = self.argument_list(&words[1..]);
                return Some(("set_args", args.map(|args| vec![args])));
            }
            _ => {}
        }
        let method = method_of(name, self.bash())?;
        let args = if crate::parse::is_declaration(name) {
            self.declaration_arguments(words)
        } else {
            self.argument_list(words)
        };
        Some((method, args.map(|args| vec![args])))
    }

    /// Arguments of `export` and its relatives: those of the form `name=value` are not split.
    pub(super) fn declaration_arguments(&mut self, words: &[Word]) -> Lowered<Expr> {
        let mut parts = vec![];
        for word in words {
            match word.split_assignment() {
                Some((target, value)) => {
                    let mut all = vec![Part::Literal(target)];
                    all.extend(value.parts);
                    parts.push(self.parts_value(&all));
                }
                None => parts.push(self.argument(word)),
            }
        }
        self.sequence(parts).map(|values| Expr::macro_call("args", values))
    }

    /// Builtins that are not calls: control flow, declarations, text that is executed.
    pub(super) fn special_form(
        &mut self,
        name: &str,
        simple: &Simple,
        command: &Command,
        live: bool,
    ) -> Option<SimpleRun> {
        let words = &simple.words;
        let plain = command.redirects.is_empty() && simple.assigns.is_empty();
        let body = match name {
            "break" | "continue" if plain => self.jump_command(words, name == "continue", command.range),
            "exit" if plain => self.leave(words, "exit", command.range),
            "return" if plain && self.outside && self.bash() => self.return_nowhere(&words[1..]),
            "return" if plain => self.leave(words, "returns", command.range),
            "exec" => self.exec(simple, command),
            "local" if plain => self.local(words, live)?,
            "declare" | "typeset" | "local" | "export" | "readonly" if self.bash() && !simple.assigns.is_empty() => {
                self.declare_arrays(simple, command)?
            }
            "eval" if plain => self.eval(words, command.range, live),
            "." if plain => self.source(words, command.range),
            "source" if self.bash() && plain => self.source(words, command.range),
            "trap" if plain => return Some(self.trap(words, command.range)),
            "complete" | "bind" | "caller" | "enable" | "history" | "suspend" | "logout" if self.bash() => {
                self.refused_body(codes::BUILTIN, command.range, &format!("`{name}` is not supported"))
            }
            "fc" => self.refused_body(codes::BUILTIN, command.range, &format!("`{name}` is not supported")),
            "set" if words[1..].iter().take_while(|word| word.bare() != Some("--")).any(is_trace) => {
                return self.trace_option(words, command);
            }
            "break" | "continue" | "exit" | "return" | "eval" | "trap" | "." => {
                let mut bare = command.clone();
                bare.redirects.clear();
                let inner = Simple { assigns: vec![], words: words.clone() };
                let mut body = self.assign_all(&simple.assigns);
                bare.kind = CommandKind::Simple(inner);
                let redirected = self.redirected(&command.redirects, |lowerer| lowerer.command(&bare, true));
                body.append(redirected);
                body
            }
            _ => return None,
        };
        Some(SimpleRun::Body(body))
    }

    /// `set -x` where what follows is not shown: in text that is evaluated, and `set -n`.
    fn trace_option(&mut self, words: &[Word], command: &Command) -> Option<SimpleRun> {
        let stops = |word: &Word| {
            word.constant().is_some_and(|text| text == "noexec" || text.starts_with('-') && text.contains('n'))
        };
        if self.traced && !words[1..].iter().any(stops) {
            return None;
        }
        let reason = "tracing by `set -x` or `set -v` in this place is not supported";
        Some(SimpleRun::Body(self.refused_body(codes::BUILTIN, command.range, reason)))
    }

    /// `exit` and `return`.
    fn leave(&mut self, words: &[Word], method: &str, range: batuta_text::TextRange) -> Body {
        let mut body = Body::default();
        let status = match words {
            [_] => {
                let method = if method == "exit" { "exit_last" } else { "return_last" };
                body.push(Stmt::expr(Expr::return_(Expr::call_path("Err", vec![sh_call(method, vec![])]))));
                body.ends = true;
                return body;
            }
            [_, status] => match status.constant().map(|text| text.parse::<i64>()) {
                Some(Ok(number)) if self.bash() || (0..=i64::from(i32::MAX)).contains(&number) => {
                    Expr::int(number.into())
                }
                _ if !self.is_single(status) && !matches!(status.parts.as_slice(), [one] if self.is_number(one)) => {
                    // It may turn out to be nothing.
                    let args = self.argument_list(std::slice::from_ref(status));
                    body.extend(args.before);
                    let method = if method == "exit" { "exit_args" } else { "return_args" };
                    let flow = sh_try(method, vec![args.value]);
                    body.push(Stmt::expr(Expr::return_(Expr::call_path("Err", vec![flow]))));
                    body.ends = true;
                    return body;
                }
                _ => {
                    let check = if method == "returns" { "return_status_of" } else { "status_of" };
                    let status = self.arguments_as_status(status, check);
                    body.extend(status.before);
                    status.value
                }
            },
            _ => {
                body.push(self.refuse(codes::COUNT, range, "more than one operand"));
                return body;
            }
        };
        body.push(Stmt::expr(Expr::return_(Expr::call_path("Err", vec![sh_call(method, vec![status])]))));
        body.ends = true;
        body
    }

    /// `return` of bash outside functions and sourced files: an error, except where an action of a trap interrupts one.
    fn return_nowhere(&mut self, words: &[Word]) -> Body {
        let args = self.argument_list(words);
        let mut body = Body::default();
        body.extend(args.before);
        body.push(Stmt::expr(sh_try("return_by_name", vec![args.value])));
        self.check(&mut body);
        body
    }

    fn arguments_as_status(&mut self, word: &Word, check: &str) -> Lowered<Expr> {
        if let [Part::Param(param)] = word.parts.as_slice()
            && matches!(param.op, ParamOp::Plain)
            && matches!(param.name, ParamName::Special('?' | '#'))
        {
            return self.param_value(param);
        }
        if let [Part::Arith { text, .. }] = word.parts.as_slice() {
            return self.arith_word(text);
        }
        let value = self.value(word).map(super::words::as_str);
        let value = value.saved(|| self.temps.fresh("word"));
        self.hoisted(value.map(|value| sh_try(check, vec![value])), "status")
    }

    pub(super) fn exec(&mut self, simple: &Simple, command: &Command) -> Body {
        let mut body = self.assign_all(&simple.assigns);
        for assign in simple.assigns.iter().filter(|_| self.bash() || simple.words.len() > 1) {
            body.push(Stmt::expr(sh_try(
                "export",
                vec![Expr::macro_call("args", vec![Expr::str(assign.name.clone())])],
            )));
        }
        let args = self.argument_list(&simple.words[1..]);
        body.extend(args.before);
        let redirects = self.redirect_list(&command.redirects);
        body.extend(redirects.before);
        let has_redirects = !command.redirects.is_empty();
        if simple.words.len() == 1 {
            if has_redirects {
                let softly = matches!(&command.kind, CommandKind::Simple(whole) if whole.words.len() == 2);
                let method = if softly { "redirect_for_good_softly" } else { "redirect_for_good" };
                body.push(Stmt::expr(sh_try(method, vec![redirects.value])));
                self.check(&mut body);
            }
            return body;
        }
        if has_redirects {
            let name = self.fresh("args");
            body.push(Stmt::let_(batuta_rust_ir::Pat::name(name.clone()), None, args.value));
            let leave = Stmt::expr(Expr::return_(sh_call("exec", vec![Expr::path(name)])));
            let redirected = sh_try("redirect_for_good", vec![redirects.value]);
            if self.bash() {
                // A redirection that fails is only a status.
                body.push(Stmt::expr(Expr::if_(redirected, batuta_rust_ir::Block::new(vec![leave]), None)));
                self.check(&mut body);
                return body;
            }
            body.push(Stmt::expr(redirected));
            body.push(leave);
        } else {
            body.push(Stmt::expr(Expr::return_(sh_call("exec", vec![args.value]))));
        }
        body.ends = true;
        body
    }

    /// `local` with names known at conversion and without options.
    fn local(&mut self, words: &[Word], live: bool) -> Option<Body> {
        let simple = |word: &Word| {
            word.constant().is_some_and(|text| crate::ast::is_name(&text))
                || word.split_assignment().is_some_and(|(target, _)| crate::ast::is_name(target.trim_end_matches('=')))
        };
        if !words[1..].iter().all(simple) || words.len() == 1 {
            return None;
        }
        let mut body = Body::default();
        for word in &words[1..] {
            match word.split_assignment() {
                Some((target, value)) => {
                    let value = self.value(&value);
                    body.extend(value.before);
                    body.push(Stmt::expr(sh_try(
                        "set_local",
                        vec![Expr::str(target.trim_end_matches('=')), value.value],
                    )));
                }
                None => {
                    let name = word.constant().unwrap_or_default();
                    body.push(Stmt::expr(sh_try("local", vec![Expr::str(name)])));
                }
            }
        }
        if live {
            body.push(set_status(0));
        }
        Some(body)
    }

    /// `declare -a x=(…)` and its relatives.
    fn declare_arrays(&mut self, simple: &Simple, command: &Command) -> Option<Body> {
        if !command.redirects.is_empty() {
            return None;
        }
        let name = simple.words.first().and_then(Word::bare)?;
        let mut body = Body::default();
        let method = method_of(name, true)?;
        let mut words: Vec<Word> = simple.words[1..].to_vec();
        let has_kind =
            words.iter().filter_map(Word::constant).any(|text| text.starts_with('-') && text.contains(['A', 'a']));
        let is_map = words.iter().filter_map(Word::constant).any(|text| text.starts_with('-') && text.contains('A'));
        for assign in &simple.assigns {
            words.push(Word { parts: vec![Part::Literal(assign.name.clone())], range: assign.range });
        }
        let global = matches!(name, "export" | "readonly");
        if global && has_kind {
            return None;
        }
        let args = self.declaration_arguments(&words);
        body.extend(args.before);
        let readonly = name == "readonly"
            || words.iter().filter_map(Word::constant).any(|text| text.starts_with('-') && text.contains('r'));
        if readonly {
            body.push(self.refuse(codes::ASSIGN, command.range, "a read-only array is not supported"));
            return Some(body);
        }
        body.push(Stmt::expr(sh_try(method, vec![args.value])));
        for assign in &simple.assigns {
            if is_map && assign.append {
                body.push(self.refuse(codes::ASSIGN, assign.range, "`declare -A name+=(…)` is not supported"));
            }
            body.append(self.assign(assign));
        }
        body.push(set_status(0));
        Some(body)
    }

    /// `eval` of constant text: its commands stand here.
    fn eval(&mut self, words: &[Word], range: batuta_text::TextRange, live: bool) -> Body {
        let texts: Option<Vec<String>> = words[1..].iter().map(Word::constant).collect();
        let shows = |texts: &Vec<String>| texts.iter().any(|text| text.contains("()")) && self.shows_functions();
        let Some(texts) = texts.filter(|texts| self.evals < 8 && !shows(texts) && !self.text.contains("alias")) else {
            return self.run_text("eval", &words[1..]);
        };
        match crate::parse::parse_constant(&texts.join(" "), self.dialect, range, &mut self.heredocs) {
            Ok(list) => {
                self.evals += 1;
                let errors = self.traits.errexit || self.traits.error_trap;
                let mut body = self.list(&list, live || errors);
                self.evals -= 1;
                if self.bash() && super::lines::may_end_line(&body.stmts) {
                    // An error ends only a line of this text.
                    return self.run_text("eval", &words[1..]);
                }
                if list.items.is_empty() && live {
                    body.push(set_status(0));
                }
                if !body.ends && list.items.last().is_some_and(exempts) {
                    // `eval` itself is exempt from nothing.
                    self.check(&mut body);
                }
                body
            }
            Err(_) => self.run_text("eval", &words[1..]),
        }
    }

    fn source_call(&self, path: &Word, module: &str) -> Expr {
        let file = Expr::path(format!("{module}::source"));
        match path.constant() {
            Some(path) if self.names_calls => sh_try("source_named", vec![Expr::str(path), file]),
            _ => sh_try("source", vec![file]),
        }
    }

    /// `. file` with a path that is known.
    fn source(&mut self, words: &[Word], range: batuta_text::TextRange) -> Body {
        let path = words.get(1).and_then(crate::source::constant_path);
        let module = path.and_then(|path| {
            let wanted = path.resolve(self.path);
            self.modules.iter().find(|(known, _)| wanted.contains(known)).map(|(_, module)| module.clone())
        });
        let mut body = Body::default();
        match module {
            Some(module) if words.len() == 2 => {
                body.push(Stmt::expr(self.source_call(&words[1], &module)));
                self.check(&mut body);
            }
            Some(_) if self.bash() => {
                body.push(self.refuse(codes::SOURCE, range, "arguments to a sourced file are not supported"));
            }
            Some(module) => {
                body.push(Stmt::expr(self.source_call(&words[1], &module)));
                self.check(&mut body);
            }
            None => return self.run_text("dot", &words[1..]),
        }
        body
    }
}

/// Whether a status of an item may have been none to `set -e`.
fn exempts(item: &Item) -> bool {
    let last = item.rest.last().map_or(&item.first, |(_, pipeline)| pipeline);
    let single = matches!(last.stages.as_slice(), [one] if matches!(one.kind, CommandKind::Simple(_)));
    last.negated || !item.rest.is_empty() || !single
}

/// `set -x`, `set -v`, `set -n` and their long names.
pub(super) fn is_trace(word: &Word) -> bool {
    word.constant().is_some_and(|text| {
        text.starts_with('-') && !text.starts_with("--") && text.contains(['x', 'v', 'n'])
            || matches!(text.as_str(), "xtrace" | "verbose" | "noexec")
    })
}
