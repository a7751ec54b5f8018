//! The state of a running script.

use crate::ast::Dialect;
use crate::input::Input;
use crate::interp::TreeFunction;
use crate::jobs::Jobs;
use crate::output::Output;
use crate::parse::Aliases;
use crate::trap::Traps;
use crate::vars::Vars;
use crate::{Str, sys};
use std::collections::HashMap;

/// Why control leaves the commands that stand in sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// The shell, or the subshell, ends with this status.
    Exit(i32),
    /// The function returns; the status is in the shell.
    Return,
    /// The loop with this number ends.
    Break(u32),
    /// The loop with this number starts its next round.
    Continue(u32),
    /// In text that is evaluated: this many loops around it end.
    Leave(u32),
    /// In text that is evaluated: the loop this many levels outwards starts its next round.
    Next(u32),
    /// bash: an error ends everything up to the end of the line at the top of the script.
    Discard,
    /// Within a pipeline that needs no process: this command needs one.
    Elsewhere,
}

/// What a command gives: whether its status is 0, or why control leaves.
pub type Run = Result<bool, Flow>;

/// A converted shell function.
pub type Function = fn(&mut Shell) -> Run;

/// What a name calls.
#[derive(Clone)]
pub(crate) enum Callable {
    /// A converted function.
    Native(Function),
    /// One that text defined at run time.
    Tree(TreeFunction),
}

/// Options of `set`.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Options {
    pub(crate) errexit: bool,
    pub(crate) nounset: bool,
    pub(crate) noglob: bool,
    pub(crate) noclobber: bool,
    pub(crate) allexport: bool,
    pub(crate) pipefail: bool,
    pub(crate) xtrace: bool,
    pub(crate) verbose: bool,
    pub(crate) noexec: bool,
    pub(crate) nullglob: bool,
    pub(crate) dotglob: bool,
    pub(crate) nocaseglob: bool,
    pub(crate) nocasematch: bool,
    pub(crate) errtrace: bool,
    pub(crate) expand_aliases: bool,
    pub(crate) failglob: bool,
    pub(crate) extglob: bool,
    pub(crate) globstar: bool,
    pub(crate) lastpipe: bool,
    pub(crate) inherit_errexit: bool,
    pub(crate) xpg_echo: bool,
}

/// The state of a running script.
pub struct Shell {
    /// `$?`
    pub status: i32,
    pub(crate) dialect: Dialect,
    pub(crate) vars: Vars,
    pub(crate) args: Vec<Str>,
    pub(crate) name: Str,
    pub(crate) options: Options,
    pub(crate) functions: HashMap<Str, Callable>,
    /// What converted functions were in the script, where something may show it.
    pub(crate) function_texts: HashMap<Str, String>,
    pub(crate) out: Output,
    pub(crate) input: Input,
    pub(crate) jobs: Jobs,
    pub(crate) traps: Traps,
    pub(crate) pid: sys::Pid,
    pub(crate) unchecked: u32,
    pub(crate) depth: u32,
    pub(crate) optind_inner: usize,
    pub(crate) paths: HashMap<Str, Str>,
    /// Programs that ran, which `type` calls hashed until `PATH` changes.
    pub(crate) hashed: std::collections::BTreeSet<Str>,
    pub(crate) in_child: bool,
    pub(crate) started: std::time::Instant,
    pub(crate) random: u64,
    pub(crate) ints: Vec<&'static crate::Int>,
    /// The line and the text of the command that runs, where the script asks for them.
    pub(crate) command: (i64, Option<&'static str>),
    /// The status of the last command substitution since the last command.
    pub(crate) captured: Option<i32>,
    /// The statuses of the last pipeline.
    pub(crate) piped: Vec<i32>,
    /// No other command ran since.
    pub(crate) after_pipe: std::cell::Cell<bool>,
    /// In a child that ends with its next command: the nesting of that command, which may replace the process.
    pub(crate) tail_at: Option<u32>,
    /// A special builtin failed, which ends sh unless `command` stands before it.
    pub(crate) failed: bool,
    /// Room for the line that `read` reads.
    pub(crate) line: Str,
    /// No program's work is done within this process.
    pub(crate) keep_programs: bool,
    /// While a trap runs: the status before it, and the nesting of its commands.
    pub(crate) trap_status: Option<i32>,
    pub(crate) trap_nesting: u32,
    /// Everything from here to the end of the script is evaluated as text, so aliases may be defined.
    pub(crate) rest: bool,
    /// Loops around the text that is evaluated, which it may end.
    pub(crate) loops: u32,
    /// Text is evaluated: control flow by name is possible.
    pub(crate) interpreting: bool,
    /// Nesting of such texts.
    pub(crate) texts: u32,
    pub(crate) aliases: Aliases,
    /// Text is UTF-8 in the locale at hand.
    pub(crate) utf8: bool,
    /// Nesting of sourced files.
    pub(crate) sourced: u32,
    /// Process substitutions whose command still runs: descriptor, and the nesting at which it was started.
    pub(crate) processes: Vec<(sys::Fd, u32)>,
    /// Nesting of function calls and substitutions.
    pub(crate) nesting: u32,
    /// Subshells that run within this process.
    pub(crate) subshells: u32,
    /// `set -x` may be called: what follows it is walked as a tree, or shows it.
    pub(crate) traceable: bool,
    /// Processes between the script and this one.
    pub(crate) forks: u32,
    /// `FUNCNAME` and `BASH_SOURCE`: functions and files that run, where the script asks for them.
    pub(crate) running: Option<Vec<(Str, Str)>>,
    /// The folders that `pushd` left, the last one on top.
    pub(crate) folders: Vec<Str>,
    /// Commands run within this process or not at all.
    pub(crate) only_here: bool,
    /// Functions that programs get.
    pub(crate) exported_functions: std::collections::BTreeSet<Str>,
    /// A stage of a pipeline is evaluated for the program that it starts; its process once it runs.
    pub(crate) starting: Option<Option<crate::sys::Pid>>,
    /// What a command of such a pipeline reads.
    pub(crate) fed: Option<Str>,
    /// The line of the file at which the text starts that is run next, where it is part of the file.
    pub(crate) text_line: Option<u32>,
    /// Command substitutions around the command, as `set -x` of bash counts them.
    pub(crate) trace_depth: u32,
}

/// Deepest nesting of function calls; a shell gives up too, somewhat later or earlier.
const MAX_CALLS: u32 = 3_000;

impl Shell {
    pub(crate) fn new(dialect: Dialect, name: &str, args: Vec<Str>) -> Self {
        let mut shell = Shell {
            status: 0,
            dialect,
            vars: Vars::default(),
            args,
            name: name.as_bytes().to_vec(),
            options: Options::default(),
            functions: HashMap::new(),
            function_texts: HashMap::new(),
            out: Output::default(),
            input: Input::default(),
            jobs: Jobs::default(),
            traps: Traps::default(),
            pid: sys::pid(),
            unchecked: 0,
            depth: 0,
            optind_inner: 0,
            paths: HashMap::new(),
            hashed: std::collections::BTreeSet::new(),
            in_child: false,
            started: std::time::Instant::now(),
            random: 0,
            ints: vec![],
            command: (0, None),
            captured: None,
            piped: vec![],
            after_pipe: std::cell::Cell::new(false),
            tail_at: None,
            failed: false,
            line: Str::new(),
            keep_programs: false,
            trap_status: None,
            trap_nesting: 0,
            rest: false,
            loops: 0,
            interpreting: false,
            texts: 0,
            aliases: Aliases::new(),
            sourced: 0,
            utf8: false,
            processes: vec![],
            nesting: 0,
            subshells: 0,
            traceable: false,
            forks: 0,
            running: None,
            folders: vec![],
            only_here: false,
            exported_functions: std::collections::BTreeSet::new(),
            starting: None,
            fed: None,
            text_line: None,
            trace_depth: 0,
        };
        crate::text::set_bash(shell.bash());
        shell.import_environment();
        shell.locale_changed();
        shell
    }

    pub(crate) fn bash(&self) -> bool {
        self.dialect == Dialect::Bash
    }

    /// Set `$?` after a command; traps of signals that arrived meanwhile run here.
    pub(crate) fn finish(&mut self, status: i32) -> Run {
        self.status = status;
        self.captured = None;
        self.after_pipe.set(false);
        if !self.processes.is_empty() {
            self.close_processes();
        }
        if sys::signal_waits() || self.traps.any_waiting() {
            self.run_pending_traps()?;
        }
        Ok(self.status == 0)
    }

    /// What a command without any effect gives: status 0.
    pub fn succeed(&mut self) -> Run {
        self.finish(0)
    }

    /// What `$(< file)` does with the file: its content is the output.
    ///
    /// # Errors
    /// What traps give.
    pub fn copy_input(&mut self) -> Run {
        let content = crate::output::read_all(0);
        self.out.write(&content);
        self.finish(0)
    }

    /// The status of assignments without a command: that of the last substitution among them, if there was one.
    ///
    /// # Errors
    /// What traps give.
    pub fn assigned(&mut self) -> Run {
        let status = self.captured.take().unwrap_or(0);
        self.finish(status)
    }

    /// Before assignments that may run no substitution at all.
    pub fn forget_captured(&mut self) {
        self.captured = None;
    }

    /// The next command is the last of this process, and may take its place.
    pub fn tail(&mut self) {
        if self.in_child {
            self.tail_at = Some(self.nesting);
        }
    }

    /// The current status as the result of a list.
    pub fn last(&self) -> Run {
        self.after_pipe.set(false);
        Ok(self.status == 0)
    }

    /// Set the status; the result of a condition that the shell evaluates itself.
    pub fn set_status(&mut self, status: i32) -> Run {
        self.after_pipe.set(false);
        self.status = status;
        Ok(status == 0)
    }

    /// `! command` after the command: the status is turned around.
    pub fn not(&mut self, success: bool) -> bool {
        self.status = i32::from(success);
        !success
    }

    /// The status turned around.
    pub fn invert(&mut self) {
        self.status = i32::from(self.status == 0);
    }

    /// A condition that was computed: the status says the same.
    pub fn truth(&mut self, answer: bool) -> bool {
        self.after_pipe.set(false);
        self.status = i32::from(!answer);
        answer
    }

    /// After a command outside conditions: the ERR trap runs when it failed, and `set -e` may end the shell.
    ///
    /// # Errors
    /// [`Flow::Exit`] when it does.
    pub fn check(&mut self) -> Result<(), Flow> {
        if self.status != 0 && self.unchecked == 0 {
            self.error_trap()?;
        }
        if self.options.errexit && self.status != 0 && self.unchecked == 0 {
            Err(Flow::Exit(self.status))
        } else {
            Ok(())
        }
    }

    /// Run the command behind a `!`: for bash `set -e` does not count there when it was on before.
    pub fn inverted(&mut self, body: impl FnOnce(&mut Shell) -> Run) -> Run {
        if self.options.errexit { self.unchecked(body) } else { body(self) }
    }

    /// Run a command where `set -e` does not count: a condition, a part of an and-or list that is not the last.
    pub fn unchecked(&mut self, body: impl FnOnce(&mut Shell) -> Run) -> Run {
        self.unchecked += 1;
        let result = body(self);
        self.unchecked -= 1;
        result
    }

    /// Call a function with arguments: `$1` … and locals are its own.
    pub fn call(&mut self, function: Function, args: Vec<Str>) -> Run {
        let outer = std::mem::take(&mut self.interpreting);
        let line = self.command.0;
        let result = self.call_body(args, function);
        self.command.0 = line;
        self.interpreting = outer;
        result
    }

    /// Which command comes, and on which line, where the script asks for it.
    pub fn now(&mut self, line: i64, text: &'static str) {
        self.command = (line, Some(text));
    }

    /// As [`Shell::now`], of a command that is not shown.
    pub fn now_untold(&mut self, line: i64) {
        self.command = (line, None);
    }

    /// `$LINENO` in a trap: the line of what failed in one for ERR, the only line of its text in others.
    pub fn trap_line(&self) -> i64 {
        if self.traps.runs_for_error() { self.command.0 } else { 1 }
    }

    /// `$BASH_COMMAND`
    ///
    /// # Errors
    /// Where the command is not one that is shown.
    pub fn command_text(&mut self) -> Result<Str, Flow> {
        match self.command.1 {
            Some(text) => Ok(text.as_bytes().to_vec()),
            None => Err(self.refuse("SH0109", "`$BASH_COMMAND` for a command of this form")),
        }
    }

    /// `FUNCNAME` and `BASH_SOURCE` are kept up to date from here on.
    pub fn name_calls(&mut self) {
        self.running = Some(vec![]);
        self.show_running();
    }

    /// Call a function by its name, which `FUNCNAME` then says.
    pub fn call_named(&mut self, name: &str, function: Function, args: Vec<Str>) -> Run {
        self.named(name.as_bytes(), None, |sh| sh.call(function, args))
    }

    /// Run within a function, or the file that is sourced.
    pub(crate) fn named(&mut self, name: &[u8], file: Option<&[u8]>, body: impl FnOnce(&mut Shell) -> Run) -> Run {
        let Some(running) = &mut self.running else { return body(self) };
        let source = file.map(<[u8]>::to_vec).or_else(|| running.last().map(|(_, source)| source.clone()));
        let source = source.unwrap_or_else(|| self.name.clone());
        running.push((name.to_vec(), source));
        self.show_running();
        let result = body(self);
        if let Some(running) = &mut self.running {
            running.pop();
        }
        self.show_running();
        result
    }

    fn show_running(&mut self) {
        let Some(running) = &self.running else { return };
        let mut names: Vec<Str> = running.iter().rev().map(|(name, _)| name.clone()).collect();
        let mut files: Vec<Str> = running.iter().rev().map(|(_, file)| file.clone()).collect();
        if !names.is_empty() {
            names.push(b"main".to_vec());
        }
        files.push(self.name.clone());
        let list =
            |all: Vec<Str>| crate::vars::Value::List(all.into_iter().enumerate().map(|(n, v)| (n as i64, v)).collect());
        self.vars.entry("FUNCNAME").value = list(names);
        self.vars.entry("BASH_SOURCE").value = list(files);
    }

    /// Call a function by what its name stands for.
    pub(crate) fn call_any(&mut self, function: Callable, args: Vec<Str>) -> Run {
        match function {
            Callable::Native(function) => self.call(function, args),
            Callable::Tree(function) => self.call_tree(&function, args),
        }
    }

    pub(crate) fn call_body(&mut self, args: Vec<Str>, function: impl FnOnce(&mut Shell) -> Run) -> Run {
        if self.depth >= MAX_CALLS {
            return Err(self.refuse("SH0901", "functions call each other more than 3,000 deep"));
        }
        self.depth += 1;
        let before = std::mem::replace(&mut self.args, args);
        self.vars.enter();
        let inner = std::mem::take(&mut self.optind_inner);
        let loops = std::mem::take(&mut self.loops);
        self.nesting += 1;
        let result = function(self);
        self.nesting -= 1;
        self.loops = loops;
        self.optind_inner = inner;
        self.leave_scope();
        self.args = before;
        self.depth -= 1;
        match result {
            Err(Flow::Return) => self.last(),
            other => other,
        }
    }

    /// A line at the top of a script of bash: an error within it ends it, and the next line goes on.
    pub fn line(&mut self, body: impl FnOnce(&mut Shell) -> Run) -> Run {
        let result = body(self);
        self.line_end(result)
    }

    pub(crate) fn line_end(&mut self, result: Run) -> Run {
        match result {
            Err(Flow::Discard) if !self.in_child && self.subshells == 0 => Ok(false),
            other => other,
        }
    }

    /// An error of bash that ends the line.
    pub(crate) fn discard(&mut self, message: &str) -> Flow {
        self.complain(message);
        self.status = 1;
        Flow::Discard
    }

    /// For builtins: an assignment that was an error is only a status.
    pub(crate) fn softly(&mut self, result: Result<(), Flow>) -> Result<bool, Flow> {
        match result {
            Ok(()) => Ok(true),
            Err(Flow::Discard) => Ok(false),
            Err(other) => Err(other),
        }
    }

    /// Make a function known by name, for calls that are decided at run time.
    pub fn define(&mut self, name: &str, function: Function) -> Run {
        self.functions.insert(name.as_bytes().to_vec(), Callable::Native(function));
        self.set_status(0)
    }

    /// The same, with its text for those who ask to see it.
    pub fn define_shown(&mut self, name: &str, function: Function, text: &str) -> Run {
        self.function_texts.insert(name.as_bytes().to_vec(), text.to_string());
        self.define(name, function)
    }

    /// A sourced file of this path, which `BASH_SOURCE` then says.
    pub fn source_named(&mut self, path: &str, file: Function) -> Run {
        self.named(b"source", Some(path.as_bytes()), |sh| sh.source(file))
    }

    /// A sourced file: `return` ends it.
    pub fn source(&mut self, file: Function) -> Run {
        self.sourced += 1;
        let result = file(self);
        self.sourced -= 1;
        match result {
            Err(Flow::Return) => self.last(),
            other => other,
        }
    }

    /// `exit` without a status: the last one, or within a trap that of the command before it.
    pub fn exit_last(&mut self) -> Flow {
        let status = self.trap_status.unwrap_or(self.status);
        self.exit(status.into())
    }

    /// `return` without a status.
    pub fn return_last(&mut self) -> Flow {
        match self.trap_status {
            Some(status) if self.trap_nesting == self.nesting => self.returns(status.into()),
            _ => self.returns(self.status.into()),
        }
    }

    /// `exit` without or with a status.
    pub fn exit(&mut self, status: i64) -> Flow {
        self.status = (status & 0xff) as i32;
        Flow::Exit(self.status)
    }

    /// `return` with a status.
    pub fn returns(&mut self, status: i64) -> Flow {
        // dash keeps all of it.
        self.status = if self.bash() { (status & 0xff) as i32 } else { status as i32 };
        Flow::Return
    }

    /// The status that the text of `exit` or `return` asks for.
    ///
    /// # Errors
    /// When it is no number.
    pub fn status_of(&mut self, text: impl AsRef<[u8]>) -> Result<i64, Flow> {
        match crate::text::parse_int(text.as_ref()) {
            Some(number) if self.bash() || (0..=i64::from(i32::MAX)).contains(&number) => Ok(number),
            _ => {
                self.complain(&format!("exit: Illegal number: {}", crate::text::lossy(text.as_ref())));
                Err(Flow::Exit(2))
            }
        }
    }

    /// The same for `return`: in bash a text that is no number gives 2.
    ///
    /// # Errors
    /// When it is no number, in sh.
    pub fn return_status_of(&mut self, text: impl AsRef<[u8]>) -> Result<i64, Flow> {
        match self.status_of(text) {
            Err(_) if self.bash() => Ok(2),
            other => other,
        }
    }

    /// `$?` as a number.
    pub fn status(&self) -> i64 {
        i64::from(self.status)
    }

    /// `$1` and further.
    pub fn arg(&self, number: usize) -> Str {
        self.args.get(number - 1).cloned().unwrap_or_default()
    }

    /// `$#`
    pub fn count(&self) -> i64 {
        self.args.len() as i64
    }

    /// `"$@"`
    pub fn all(&self) -> Vec<Str> {
        self.args.clone()
    }

    /// `"$*"`: joined by the first byte of `IFS`.
    pub fn joined(&self) -> Str {
        self.join(&self.args)
    }

    /// Values joined by the first byte of `IFS`.
    pub fn join(&self, values: &[Str]) -> Str {
        match self.vars.value("IFS") {
            None => values.join(&b' '),
            Some(ifs) if ifs.is_empty() => values.concat(),
            Some(ifs) => values.join(&ifs[..crate::text::width(ifs)]),
        }
    }

    /// `$0`
    pub fn name(&self) -> Str {
        self.name.clone()
    }

    /// `$$`
    pub fn pid(&self) -> i64 {
        i64::from(self.pid)
    }

    /// `$!`: empty before the first background job.
    pub fn last_job(&self) -> Str {
        self.jobs.last.map(|pid| pid.to_string().into_bytes()).unwrap_or_default()
    }

    /// `$-`
    pub fn flags(&self) -> Str {
        let o = &self.options;
        let mut out = Str::new();
        if self.bash() {
            let table = [
                (o.allexport, b'a'),
                (o.errexit, b'e'),
                (o.noglob, b'f'),
                (true, b'h'),
                (o.noexec, b'n'),
                (o.nounset, b'u'),
                (o.verbose, b'v'),
                (o.xtrace, b'x'),
                (true, b'B'),
                (o.noclobber, b'C'),
            ];
            out.extend(table.iter().filter(|(on, _)| *on).map(|(_, letter)| letter));
        } else {
            let table = [
                (o.errexit, b'e'),
                (o.noglob, b'f'),
                (o.noexec, b'n'),
                (o.xtrace, b'x'),
                (o.verbose, b'v'),
                (o.noclobber, b'C'),
                (o.allexport, b'a'),
                (o.nounset, b'u'),
            ];
            out.extend(table.iter().filter(|(on, _)| *on).map(|(_, letter)| letter));
        }
        out
    }

    /// `set -- …`
    pub fn set_args(&mut self, args: Vec<Str>) -> Run {
        self.args = args;
        self.optind_inner = 0;
        self.finish(0)
    }

    /// Nobody but `read` of this process uses standard input from here on, so it may read ahead.
    pub fn own_input(&mut self) {
        self.input.make_private();
    }

    /// `$SECONDS`
    pub fn seconds(&self) -> i64 {
        self.started.elapsed().as_secs() as i64
    }

    /// `$RANDOM`
    pub fn random(&mut self) -> i64 {
        if self.random == 0 {
            let now =
                std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(1, |d| d.as_nanos() as u64);
            self.random = (now ^ (u64::from(std::process::id()) << 32)) | 1;
        }
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        ((self.random >> 20) & 0x7fff) as i64
    }

    /// Write a message of the shell to stderr.
    pub(crate) fn complain(&mut self, message: &str) {
        let line = format!("{}: {message}\n", crate::text::lossy(&self.name));
        self.error_text(line.as_bytes());
    }

    /// Write bytes to stderr, after what waits for stdout.
    pub(crate) fn error_text(&mut self, bytes: &[u8]) {
        self.out.flush();
        // Nobody can be told when stderr is closed.
        let _ = sys::write_all(2, bytes);
    }

    /// A place that could not be converted was reached: say so and end with 70.
    pub fn hole(&mut self, code: &str, place: &str, reason: &str) -> Run {
        self.error_text(format!("batuta: {code} {place}: {reason}\n").as_bytes());
        self.out.flush();
        self.input.sync();
        self.jobs.mark_hole();
        sys::exit_now(70)
    }

    /// Something that only shows at run time cannot be done as the shell does it.
    pub(crate) fn refuse(&mut self, code: &str, reason: &str) -> Flow {
        let name = crate::text::lossy(&self.name).into_owned();
        match self.hole(code, &format!("{name}:0"), reason) {
            Err(flow) => flow,
            Ok(_) => Flow::Exit(70),
        }
    }
}

/// Run a converted script: the whole `main` of a program.
pub fn main(dialect: Dialect, name: &str, script: Function) {
    use std::os::unix::ffi::OsStringExt;
    let args = std::env::args_os().skip(1).map(OsStringExt::into_vec).collect();
    crate::sys::set_signal(13, crate::sys::Disposition::Default);
    let mut shell = Shell::new(dialect, name, args);
    let result = script(&mut shell);
    let status = shell.end(result);
    std::process::exit(status);
}

impl Shell {
    /// The end of a shell or subshell: its EXIT trap, its output, its status.
    pub(crate) fn end(&mut self, result: Run) -> i32 {
        let mut status = match result {
            Err(Flow::Exit(status)) => status,
            _ => self.status,
        };
        self.status = status;
        if let Err(Flow::Exit(other)) = self.run_exit_trap() {
            status = other;
        }
        self.out.flush();
        self.input.sync();
        status
    }
}
