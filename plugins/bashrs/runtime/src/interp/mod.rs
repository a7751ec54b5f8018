//! Text that is only known at run time: `eval`, sourced files, actions of traps. It is parsed by the same parser that the
//! conversion uses and walked as a tree, on the same state and with the same builtins as the converted commands around it.

mod compound;
mod params;
mod print;
mod print_tree;
mod print_words;
mod redirects;
mod select;
mod simple;
mod source;
mod tests;
mod trace;
mod words;

use crate::ast::{AndOr, Command, CommandKind, Item, List, Pipeline, Word};
use crate::parse::{Aliases, Steps};
use crate::shell::Callable;
use crate::{Dialect, Flow, Run, Shell, Str};
use source::Source;
use std::rc::Rc;
pub(crate) use trace::quoted_word;

/// A function whose body is known as a tree.
#[derive(Clone)]
pub(crate) struct TreeFunction {
    body: Rc<Command>,
    docs: Rc<Vec<Word>>,
    source: Rc<Source>,
}

/// Walks trees; holds what they refer to.
#[derive(Clone)]
pub(crate) struct Interp {
    /// Bodies of here-documents by number.
    docs: Rc<Vec<Word>>,
    /// The text that the tree was read from.
    source: Rc<Source>,
}

/// A stage of a pipeline.
type Stage<'s> = Box<dyn FnMut(&mut Shell) -> Run + 's>;

/// Deepest nesting of texts that evaluate texts.
const MAX_TEXTS: u32 = 500;

impl Shell {
    /// `eval`: its operands as commands.
    pub fn eval(&mut self, args: Vec<Str>) -> Run {
        self.eval_in_loops(args, 0)
    }

    /// `eval` within this many loops of the script, which `break` and `continue` in its text may end.
    pub fn eval_in_loops(&mut self, mut args: Vec<Str>, loops: u32) -> Run {
        if self.bash() && args.first().is_some_and(|arg| arg == b"--") {
            args.remove(0);
        }
        let text = args.join(&b' ');
        let before = std::mem::replace(&mut self.loops, loops);
        let deeper = u32::from(!self.processes.is_empty());
        self.nesting += deeper;
        let result = self.run_text(&text);
        self.nesting -= deeper;
        self.loops = before;
        result
    }

    /// `set -x` may be called from here on.
    pub fn traceable(&mut self) {
        self.traceable = true;
    }

    /// The rest of a script once `set -x` was called, with the functions defined before it.
    pub fn rest_traced(&mut self, functions: &str, line: u32, text: &str) -> Run {
        let before = std::mem::take(&mut self.options.xtrace);
        let verbose = std::mem::take(&mut self.options.verbose);
        let status = self.status;
        self.run_text(functions.as_bytes())?;
        self.status = status;
        (self.options.xtrace, self.options.verbose) = (before, verbose);
        self.rest_from(line, text)
    }

    /// The rest of the script, which aliases change or a trace shows, from this line of the file on: it is read at run time.
    pub fn rest_from(&mut self, line: u32, text: &str) -> Run {
        self.rest = true;
        self.traceable = true;
        let before = self.text_line.replace(line);
        let result = self.run_text(text.as_bytes());
        self.text_line = before;
        result
    }

    /// Run text as commands, line by line; the status is that of the last.
    pub(crate) fn run_text(&mut self, text: &[u8]) -> Run {
        let decoded;
        let text = match std::str::from_utf8(text) {
            Ok(text) => text,
            Err(_) => {
                decoded = crate::parse::bytes::decode(text);
                &decoded
            }
        };
        if self.texts >= MAX_TEXTS {
            return Err(self.refuse("SH0901", "texts evaluate each other more than 500 deep"));
        }
        self.texts += 1;
        let outer = std::mem::replace(&mut self.interpreting, true);
        let result = self.run_lines(text);
        self.interpreting = outer;
        self.texts -= 1;
        result
    }

    fn run_lines(&mut self, text: &str) -> Run {
        let line = self.text_line.take();
        let source = Rc::new(Source::new(text, line));
        let mut steps = Steps::new(text, self.dialect);
        let mut shown = 0;
        let mut any = false;
        loop {
            let aliases =
                if self.bash() && !self.options.expand_aliases { Aliases::new() } else { self.aliases.clone() };
            let next = steps.next(&aliases);
            if self.options.verbose && line.is_some() {
                self.error_text(text.as_bytes().get(shown..steps.place()).unwrap_or_default());
            }
            shown = steps.place();
            match next {
                Ok(Some((list, docs))) => {
                    any |= !list.items.is_empty();
                    let interp = Interp { docs: Rc::new(docs), source: Rc::clone(&source) };
                    let result = interp.list(self, &list);
                    self.line_end(result)?;
                }
                Ok(None) => break,
                Err(error) => {
                    if error.too_deep {
                        let reason =
                            "nested too deeply, or an alias that ends in a blank in a place that is not supported";
                        return Err(self.refuse("SH0002", reason));
                    }
                    self.complain(&format!("syntax error: {}", error.message));
                    self.status = 2;
                    return if self.bash() { self.finish(2) } else { Err(Flow::Exit(2)) };
                }
            }
        }
        if any { self.last() } else { self.finish(0) }
    }

    /// The words that text of the script stands for: braces that give too many to write them down.
    ///
    /// # Errors
    /// What expansions give.
    pub fn words_of(&mut self, text: &str) -> Result<Vec<Str>, Flow> {
        let mut steps = Steps::new(text, self.dialect);
        match steps.next(&Default::default()) {
            Ok(Some((list, docs))) => {
                let interp = Interp { docs: Rc::new(docs), source: Rc::new(Source::new(text, None)) };
                let mut out = vec![];
                for item in &list.items {
                    if let [Command { kind: CommandKind::Simple(simple), .. }] = item.first.stages.as_slice() {
                        for word in &simple.words {
                            interp.fields(self, word, &mut out)?;
                        }
                    }
                }
                Ok(out)
            }
            _ => Err(self.refuse("SH0915", "a word could not be read again")),
        }
    }

    /// Call a function that is a tree.
    pub(crate) fn call_tree(&mut self, function: &TreeFunction, args: Vec<Str>) -> Run {
        let function = function.clone();
        let outer = std::mem::replace(&mut self.interpreting, true);
        let interp = Interp { docs: function.docs, source: function.source };
        let result = self.call_body(args, |sh| interp.command(sh, &function.body));
        self.interpreting = outer;
        result
    }

    /// A function as bash prints it; none when its text is not known.
    pub(crate) fn function_text(&self, name: &[u8]) -> Option<String> {
        let shown = String::from_utf8_lossy(name).into_owned();
        match self.functions.get(name)? {
            Callable::Tree(function) => Some(print::function(&shown, &function.body, &function.docs, &function.source)),
            Callable::Native(_) => {
                let text = self.function_texts.get(name)?;
                let (list, docs) = Steps::new(text, self.dialect).next(&Aliases::new()).ok()??;
                let [Command { kind: CommandKind::Function { body, .. }, .. }] =
                    list.items.first()?.first.stages.as_slice()
                else {
                    return None;
                };
                Some(print::function(&shown, body, &docs, &Source::new(text, None)))
            }
        }
    }

    /// In a process of its own: in bash no jump leads out of it, in sh a jump ends it.
    pub(crate) fn enter_child_of_loops(&mut self) {
        if self.bash() {
            self.loops = 0;
        }
    }

    /// A loop that is walked asks what its body's result means: `Ok(true)` goes on, `Ok(false)` ends the loop.
    fn after_round(&mut self, result: Run) -> Result<bool, Flow> {
        match result {
            Ok(_) => Ok(true),
            Err(Flow::Leave(count)) if count > 1 => Err(Flow::Leave(count - 1)),
            Err(Flow::Leave(_)) => Ok(false),
            Err(Flow::Next(count)) if count > 1 => Err(Flow::Next(count - 1)),
            Err(Flow::Next(_)) => Ok(true),
            Err(other) => Err(other),
        }
    }
}

impl Interp {
    /// Commands in sequence.
    pub(crate) fn list(&self, sh: &mut Shell, list: &List) -> Run {
        for item in &list.items {
            self.item(sh, item)?;
        }
        sh.last()
    }

    fn item(&self, sh: &mut Shell, item: &Item) -> Run {
        if item.background {
            let mut foreground = item.clone();
            foreground.background = false;
            let unchecked = std::mem::take(&mut sh.unchecked);
            let result = sh.background(|sh| {
                sh.enter_child_of_loops();
                if is_single(&foreground) {
                    sh.tail();
                }
                self.and_or(sh, &foreground)
            });
            sh.unchecked = unchecked;
            return result;
        }
        self.and_or(sh, item)
    }

    fn and_or(&self, sh: &mut Shell, item: &Item) -> Run {
        let last = item.rest.len();
        let mut ok = self.pipeline(sh, &item.first, last == 0)?;
        for (at, (op, pipeline)) in item.rest.iter().enumerate() {
            if (*op == AndOr::And) == ok {
                ok = self.pipeline(sh, pipeline, at + 1 == last)?;
            }
        }
        Ok(ok)
    }

    /// A pipeline; `checked`: `set -e` looks at its status.
    fn pipeline(&self, sh: &mut Shell, pipeline: &Pipeline, checked: bool) -> Run {
        if pipeline.timed {
            let mut plain = pipeline.clone();
            plain.timed = false;
            return sh.timed(|sh| self.pipeline(sh, &plain, checked));
        }
        if checked && !pipeline.negated {
            return self.stages(sh, &pipeline.stages);
        }
        let counts = checked && sh.bash() && !sh.options.errexit;
        sh.unchecked += u32::from(!counts);
        let result = self.stages(sh, &pipeline.stages);
        sh.unchecked -= u32::from(!counts);
        let ok = result?;
        Ok(if pipeline.negated { sh.not(ok) } else { ok })
    }

    fn stages(&self, sh: &mut Shell, stages: &[Command]) -> Run {
        if let [single] = stages {
            return self.command(sh, single);
        }
        let mut bodies: Vec<Stage<'_>> = vec![];
        for stage in stages {
            bodies.push(Box::new(move |sh: &mut Shell| {
                sh.enter_child_of_loops();
                if matches!(stage.kind, CommandKind::Simple(_)) {
                    sh.tail();
                }
                self.command(sh, stage)
            }));
        }
        let mut refs: Vec<&mut dyn FnMut(&mut Shell) -> Run> = vec![];
        for body in &mut bodies {
            refs.push(body.as_mut());
        }
        sh.pipeline(&mut refs)?;
        self.check(sh)
    }

    /// After a command: what `set -e` and the ERR trap say to its status.
    fn check(&self, sh: &mut Shell) -> Run {
        sh.check()?;
        sh.last()
    }

    /// Run with everything a condition.
    fn condition(&self, sh: &mut Shell, list: &List) -> Run {
        sh.unchecked += 1;
        let result = self.list(sh, list);
        sh.unchecked -= 1;
        result
    }

    /// A command with its redirections.
    pub(crate) fn command(&self, sh: &mut Shell, command: &Command) -> Run {
        if let CommandKind::Simple(simple) = &command.kind {
            return self.simple(sh, simple, &command.redirects);
        }
        if command.redirects.is_empty() {
            return self.compound(sh, &command.kind);
        }
        let redirects = self.redirects(sh, &command.redirects)?;
        let mut entered = false;
        let result = sh.redirect(redirects, |sh| {
            entered = true;
            self.compound(sh, &command.kind)
        })?;
        if entered { Ok(result) } else { self.check(sh) }
    }

    /// `$( … )`
    fn capture(&self, sh: &mut Shell, body: &List) -> Result<Str, Flow> {
        let unchecked = std::mem::take(&mut sh.unchecked);
        let result = sh.capture(|sh| {
            sh.trace_depth += 1;
            if body.items.is_empty() {
                return sh.set_status(0);
            }
            if sh.bash() && body.only_reads() {
                let redirects = body.items.iter().flat_map(|item| &item.first.stages).flat_map(|it| &it.redirects);
                let redirects = self.redirects(sh, &redirects.cloned().collect::<Vec<_>>())?;
                return sh.redirect(redirects, Shell::copy_input);
            }
            if let [only] = body.items.as_slice()
                && !only.background
                && is_single(only)
            {
                sh.tail();
            }
            self.list(sh, body)
        });
        sh.unchecked = unchecked;
        result
    }
}

/// Whether an item is one simple command.
fn is_single(item: &Item) -> bool {
    item.rest.is_empty()
        && !item.first.negated
        && !item.first.timed
        && matches!(item.first.stages.as_slice(), [Command { kind: CommandKind::Simple(_), .. }])
}

/// Run a script as a tree, without any conversion: what tests compare converted scripts with.
pub fn interpret(dialect: Dialect, name: &str, text: &[u8], args: Vec<Str>) -> i32 {
    crate::sys::set_signal(13, crate::sys::Disposition::Default);
    let mut shell = Shell::new(dialect, name, args);
    shell.rest = true;
    shell.traceable = true;
    if shell.bash() {
        shell.name_calls();
    }
    shell.text_line = Some(1);
    let result = shell.run_text(text);
    shell.end(result)
}
