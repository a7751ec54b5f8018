//! Simple commands.

use super::Interp;
use crate::ast::{self, Assign, Element, Simple, Value, Word};
use crate::{Flow, Run, Shell, Str, builtin};

impl Interp {
    pub(super) fn simple(&self, sh: &mut Shell, simple: &Simple, redirects: &[ast::Redirect]) -> Run {
        // Commands of evaluated text are not shown.
        sh.now_untold(sh.command.0);
        let name = simple.words.iter().map(Word::bare).find(|name| sh.bash() || *name != Some("command")).flatten();
        let declares = name.is_some_and(|name| {
            crate::parse::is_declaration(name)
                && !sh.functions.contains_key(name.as_bytes())
                && (sh.bash() || matches!(name, "export" | "readonly" | "local"))
        });
        let mut args = vec![];
        for word in &simple.words {
            match word.split_assignment().filter(|_| declares) {
                Some((target, value)) => {
                    let value = self.value(sh, &value)?;
                    args.push([crate::parse::bytes::restore(&target).as_slice(), &value].concat());
                }
                None => self.fields(sh, word, &mut args)?,
            }
        }
        let Some(name) = args.first().cloned() else { return self.assignments(sh, simple, redirects) };
        if declares && simple.assigns.first().is_some_and(|first| first.range.start > simple.words[0].range.start) {
            self.trace_bash(sh, || self.source.words(&simple.words).into_bytes());
            return self.declare_arrays(sh, simple, args);
        }
        let is_function = sh.functions.contains_key(&name);
        let special = builtin::is_special(&name) && !(sh.bash() && is_function) && !sh.bash();
        let redirects = if redirects.is_empty() { None } else { Some(self.redirects(sh, redirects)?) };
        let mut shown = vec![];
        let commanded = name == b"command" && args.len() == 2 && args[1] == b"exec" && simple.assigns.is_empty();
        if (name == b"exec" && args.len() == 1 || commanded) && !is_function {
            for assign in &simple.assigns {
                self.assign(sh, assign, &mut shown)?;
            }
            self.trace_words(sh, &shown, &args);
            if let Some(redirects) = redirects {
                if commanded {
                    sh.redirect_for_good_softly(redirects)?;
                } else {
                    sh.redirect_for_good(redirects)?;
                }
            }
            return sh.last();
        }
        if special {
            for assign in &simple.assigns {
                self.assign(sh, assign, &mut shown)?;
            }
            self.trace_words(sh, &shown, &args);
            match redirects {
                Some(redirects) => sh.redirect_special(redirects, |sh| sh.run(args))?,
                None => sh.run(args)?,
            };
            return self.check(sh);
        }
        if simple.assigns.is_empty() {
            self.trace_words(sh, &[], &args);
        }
        let words = if sh.options.xtrace { args.clone() } else { vec![] };
        let run = |sh: &mut Shell| match redirects {
            Some(redirects) => sh.redirect(redirects, |sh| sh.run(args)),
            None => sh.run(args),
        };
        if simple.assigns.is_empty() {
            run(sh)?;
        } else {
            let mut run = Some(run);
            self.with_assigns(sh, &simple.assigns, (&mut shown, &words), &mut |sh| match run.take() {
                Some(run) => run(sh),
                None => sh.last(),
            })?;
        }
        self.check(sh)
    }

    /// Assignments before a command, each of which sees those before it.
    fn with_assigns(
        &self,
        sh: &mut Shell,
        assigns: &[Assign],
        (shown, words): (&mut Vec<Str>, &[Str]),
        run: &mut dyn FnMut(&mut Shell) -> Run,
    ) -> Run {
        let Some((assign, rest)) = assigns.split_first() else {
            self.trace_words(sh, shown, words);
            return run(sh);
        };
        let (Value::Word(word), None) = (&assign.value, &assign.index) else {
            return Err(sh.refuse("SH0114", "this assignment before a command"));
        };
        let mut value = self.value(sh, word)?;
        if assign.append {
            value = [sh.get(&assign.name), value].concat();
        }
        self.trace_assign(sh, &assign.name, &value, shown);
        sh.with_vars(vec![(&assign.name, value)], |sh| self.with_assigns(sh, rest, (shown, words), run))
    }

    /// Assignments without a command.
    fn assignments(&self, sh: &mut Shell, simple: &Simple, redirects: &[ast::Redirect]) -> Run {
        if simple.words.is_empty() {
            sh.captured = None;
        }
        if !redirects.is_empty() {
            let redirects = self.redirects(sh, redirects)?;
            if !sh.bash() {
                // The redirections come first.
                sh.redirect(redirects, |sh| {
                    let mut shown = vec![];
                    for assign in &simple.assigns {
                        self.assign(sh, assign, &mut shown)?;
                    }
                    self.trace_words(sh, &shown, &[]);
                    sh.assigned()
                })?;
                return self.check(sh);
            }
            let mut shown = vec![];
            for assign in &simple.assigns {
                self.assign(sh, assign, &mut shown)?;
            }
            self.trace_words(sh, &shown, &[]);
            let captured = sh.captured;
            sh.redirect(redirects, |sh| {
                sh.captured = captured;
                sh.assigned()
            })?;
            return self.check(sh);
        }
        let mut shown = vec![];
        for assign in &simple.assigns {
            self.assign(sh, assign, &mut shown)?;
        }
        self.trace_words(sh, &shown, &[]);
        sh.assigned()?;
        self.check(sh)
    }

    pub(super) fn assign(&self, sh: &mut Shell, assign: &Assign, shown: &mut Vec<Str>) -> Result<(), Flow> {
        let name = &assign.name;
        let plus = if assign.append { "+" } else { "" };
        match (&assign.value, &assign.index) {
            (Value::Word(word), None) => {
                let value = self.value(sh, word)?;
                self.trace_assign(sh, &format!("{name}{plus}"), &value, shown);
                if assign.append { sh.append(name, value) } else { sh.set(name, value) }
            }
            (Value::Word(word), Some(index)) => {
                let index = self.value(sh, index)?;
                let value = self.value(sh, word)?;
                let target = format!("{name}[{}]{plus}", crate::text::lossy(&index));
                self.trace_assign(sh, &target, &value, shown);
                if assign.append { sh.append_element(name, index, value) } else { sh.set_element(name, index, value) }
            }
            (Value::Array(elements), _) => {
                self.trace_bash(sh, || self.source.text(assign.range).as_bytes().to_vec());
                self.assign_array(sh, name, assign.append, elements)
            }
        }
    }

    fn assign_array(&self, sh: &mut Shell, name: &str, append: bool, elements: &[Element]) -> Result<(), Flow> {
        if elements.iter().all(|element| element.index.is_none()) {
            let mut values = vec![];
            for element in elements {
                self.fields(sh, &element.word, &mut values)?;
            }
            return if append { sh.append_list(name, values) } else { sh.set_list(name, values) };
        }
        let mut at = sh.start_list(name, append)?;
        for Element { index, append, word } in elements {
            match index {
                Some(index) => {
                    let index = self.value(sh, index)?;
                    let value = self.value(sh, word)?;
                    at = sh.put_element(name, index, *append, value)?;
                }
                None => {
                    let mut values = vec![];
                    self.fields(sh, word, &mut values)?;
                    at = sh.put_values(name, at, values)?;
                }
            }
        }
        Ok(())
    }

    /// `declare -a name=(…)`
    fn declare_arrays(&self, sh: &mut Shell, simple: &Simple, mut args: Vec<Str>) -> Run {
        // What is read-only becomes so behind its assignment.
        let mut readonly = args[0] == b"readonly";
        for arg in args.iter_mut().skip(1).filter(|arg| arg.starts_with(b"-") && *arg != b"--") {
            readonly |= arg.contains(&b'r');
            arg.retain(|letter| *letter != b'r');
        }
        args.retain(|arg| arg != b"-");
        if readonly && args[0] == b"readonly" {
            args[0] = if sh.vars.in_function() { b"declare".to_vec() } else { b"typeset".to_vec() };
            args.insert(1, b"-g".to_vec());
        }
        args.extend(simple.assigns.iter().map(|assign| assign.name.as_bytes().to_vec()));
        sh.run(args)?;
        for assign in &simple.assigns {
            self.assign(sh, assign, &mut vec![])?;
            sh.vars.entry(&assign.name).readonly |= readonly;
        }
        sh.finish(0)
    }
}
