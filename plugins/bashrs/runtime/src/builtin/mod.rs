//! Builtins by name. Those that change control flow (`break`, `return`, `exec`, `trap` with commands …) are lowered to Rust and stand
//! here only for calls whose name is decided at run time.

mod control;
mod declare;
mod describe;
pub(crate) mod echo;
mod folder;
mod format;
mod getopts;
mod kill;
mod limits;
mod misc;
mod options;
mod printf;
pub(crate) mod quote;
mod read;
mod real;
mod test;
mod test_sh;

use crate::{Dialect, Flow, Run, Shell, Str};

/// A builtin: its arguments without its name.
pub(crate) type Builtin = fn(&mut Shell, Vec<Str>) -> Run;

/// The builtin of this name.
pub(crate) fn find(name: &[u8], dialect: Dialect) -> Option<Builtin> {
    let builtin: Builtin = match name {
        b":" | b"true" => |sh, _| sh.succeed(),
        b"false" => |sh, _| sh.finish(1),
        b"echo" => Shell::echo,
        b"printf" => Shell::printf,
        b"test" => Shell::test,
        b"[" => Shell::bracket,
        b"read" => Shell::read,
        b"cd" => Shell::cd,
        b"pwd" => Shell::pwd,
        b"set" => Shell::set_options,
        b"shift" => Shell::shift,
        b"export" => Shell::export,
        b"readonly" => Shell::readonly,
        b"unset" => Shell::unset,
        b"local" => Shell::local_args,
        b"getopts" => Shell::getopts,
        b"umask" => Shell::umask,
        b"kill" => Shell::kill,
        b"wait" => Shell::wait,
        b"type" => Shell::type_,
        b"hash" => Shell::hash,
        b"times" => Shell::times,
        b"jobs" => Shell::jobs,
        b"compgen" if dialect == Dialect::Bash => Shell::compgen,
        b"command" => Shell::command,
        b"exec" => Shell::exec,
        b"exit" => |sh, args| Err(sh.exit_args(args)?),
        b"return" => Shell::return_by_name,
        b"trap" => Shell::trap_args,
        b"eval" => |sh, args| {
            let loops = sh.loops;
            sh.eval_in_loops(args, loops)
        },
        b"." => Shell::dot,
        b"break" => |sh, args| sh.jump(args, false),
        b"continue" => |sh, args| sh.jump(args, true),
        b"alias" => Shell::alias,
        b"unalias" => Shell::unalias,
        b"ulimit" => Shell::ulimit,
        b"fg" | b"bg" => |sh, _| sh.misuse("no job control", false),
        b"fc" => refused,
        _ if dialect == Dialect::Bash => return find_bash(name),
        _ => return None,
    };
    Some(builtin)
}

fn find_bash(name: &[u8]) -> Option<Builtin> {
    let builtin: Builtin = match name {
        b"declare" | b"typeset" => Shell::declare,
        b"let" => Shell::let_,
        b"builtin" => Shell::builtin,
        b"shopt" => Shell::shopt,
        b"mapfile" | b"readarray" => Shell::mapfile,
        b"source" => Shell::dot,
        b"pushd" => Shell::pushd,
        b"popd" => Shell::popd,
        b"dirs" => Shell::dirs,
        b"disown" => |sh, _| sh.finish(0),
        b"enable" | b"complete" | b"compgen" | b"compopt" | b"caller" | b"bind" | b"history" | b"logout"
        | b"suspend" => refused,
        _ => return None,
    };
    Some(builtin)
}

/// A builtin that has to be known when the script is converted.
fn refused(sh: &mut Shell, _: Vec<Str>) -> Run {
    Err::<bool, Flow>(
        sh.refuse("SH0907", "a builtin that must be known at conversion was called by a name computed at run time"),
    )
}

/// Special builtins of POSIX.
pub(crate) fn is_special(name: &[u8]) -> bool {
    const SPECIAL: &[&[u8]] = &[
        b":",
        b".",
        b"break",
        b"continue",
        b"eval",
        b"exec",
        b"exit",
        b"export",
        b"readonly",
        b"return",
        b"set",
        b"shift",
        b"times",
        b"trap",
        b"unset",
    ];
    SPECIAL.contains(&name)
}

impl Shell {
    /// What a builtin wrote; a failure of the descriptor is its status.
    pub(crate) fn put(&mut self, bytes: &[u8]) -> Run {
        self.out.write(bytes);
        if self.out.strict && self.out.take_failure() {
            self.complain("write error");
            return self.finish(1);
        }
        self.finish(0)
    }

    /// A wrong use: a message and the status, which in sh ends the shell for special builtins.
    pub(crate) fn misuse(&mut self, message: &str, special: bool) -> Run {
        self.complain(message);
        self.failed = special;
        if special && !self.bash() { Err(Flow::Exit(2)) } else { self.finish(if self.bash() { 1 } else { 2 }) }
    }

    /// In sh an error within a builtin that is no special one is only its status.
    pub(crate) fn only_a_status(&mut self, result: Run) -> Run {
        match result {
            Err(Flow::Exit(2)) if self.failed && !self.bash() => {
                self.failed = false;
                self.finish(2)
            }
            other => other,
        }
    }

    /// `exit` with words that were not known at conversion.
    pub fn exit_args(&mut self, args: Vec<Str>) -> Result<Flow, Flow> {
        let status = match args.first() {
            Some(text) => self.status_of(text)?,
            None => return Ok(self.exit_last()),
        };
        Ok(self.exit(status))
    }

    /// `return` where nobody knows whether there is something to return from.
    ///
    /// # Errors
    /// The jump.
    pub fn return_by_name(&mut self, args: Vec<Str>) -> Run {
        if self.bash() && !self.vars.in_function() && self.sourced == 0 {
            self.complain("return: can only `return' from a function or sourced script");
            return self.finish(2);
        }
        Err(self.return_args(args)?)
    }

    /// `return` with words that were not known at conversion.
    pub fn return_args(&mut self, args: Vec<Str>) -> Result<Flow, Flow> {
        let status = match args.first() {
            Some(text) => self.return_status_of(text)?,
            None => return Ok(self.return_last()),
        };
        Ok(self.returns(status))
    }
}
