//! Traps.

use crate::sys::{Disposition, set_signal};
use crate::{Flow, Function, Run, Shell, Str, sys};

/// What a trap does.
#[derive(Clone)]
enum Action {
    Ignore,
    Run(Function, Str),
    /// Commands that are only known as text.
    Text(Str),
}

/// The traps that are set.
#[derive(Default)]
pub(crate) struct Traps {
    signals: Vec<Option<Action>>,
    exit: Option<Action>,
    error: Option<Action>,
    /// Set for other than their text in a subshell: shown by `trap` there.
    waiting: u64,
    /// Signals that were ignored when the shell started.
    stuck: u64,
    running: bool,
    /// bash: what the shell above has, listed in a subshell until a trap is set there.
    inherited: Vec<(usize, Action)>,
    /// The shell that this one is a subshell of has a trap for SIGINT.
    pub(crate) outer_interrupts: bool,
}

/// Signals that end a shell that does not catch them: HUP, INT, USR1, USR2, ALRM, TERM.
const FATAL: [i32; 6] = [1, 2, 10, 12, 14, 15];

const SIGNALS: [&str; 32] = [
    "EXIT", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE", "ALRM",
    "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH",
    "IO", "PWR", "SYS",
];

/// The number of a signal; 0 is EXIT.
pub(crate) fn signal_number(name: &[u8]) -> Option<i32> {
    let text = std::str::from_utf8(name).ok()?;
    if let Ok(number) = text.parse::<i32>() {
        return (0..=64).contains(&number).then_some(number);
    }
    let upper = text.to_ascii_uppercase();
    let bare = upper.strip_prefix("SIG").unwrap_or(&upper);
    SIGNALS.iter().position(|known| *known == bare).map(|number| number as i32)
}

/// The name of a signal.
pub(crate) fn signal_name(number: i32) -> Option<&'static str> {
    SIGNALS.get(usize::try_from(number).ok()?).copied()
}

impl Traps {
    /// Whether a signal was seen whose trap did not run yet.
    pub(crate) fn any_waiting(&self) -> bool {
        self.waiting != 0
    }

    /// What is shown for a signal; 0 is EXIT.
    fn listed(&self, number: usize) -> Option<&Action> {
        let own = if number == 0 { self.exit.as_ref() } else { self.signals.get(number).and_then(Option::as_ref) };
        own.or_else(|| self.inherited.iter().find(|(of, _)| *of == number).map(|(_, action)| action))
    }

    /// The action for ERR runs.
    pub(crate) fn runs_for_error(&self) -> bool {
        self.running
    }

    /// Whether a signal has a trap.
    pub(crate) fn catches(&self, number: usize) -> bool {
        self.signals.get(number).is_some_and(Option::is_some)
    }

    /// The number of the first signal that waits.
    pub(crate) fn first_waiting(&mut self) -> i32 {
        self.waiting |= sys::take_signals();
        let first = self.waiting.trailing_zeros() as i32;
        // It must still be seen by the next check.
        first.min(63)
    }
}

impl Shell {
    /// `trap 'commands' names`
    pub fn trap(&mut self, action: Function, source: &str, names: Vec<Str>) -> Run {
        self.set_traps(Some(Action::Run(action, source.as_bytes().to_vec())), &names)
    }

    /// `trap '' names`
    pub fn trap_ignore(&mut self, names: Vec<Str>) -> Run {
        self.set_traps(Some(Action::Ignore), &names)
    }

    /// `trap - names`
    pub fn trap_reset(&mut self, names: Vec<Str>) -> Run {
        self.set_traps(None, &names)
    }

    /// The builtin `trap` with words that are only known now.
    pub fn trap_args(&mut self, mut args: Vec<Str>) -> Run {
        match args.first().map(Vec::as_slice) {
            Some(b"-p") if self.bash() => {
                args.remove(0);
                return if args.is_empty() { self.trap_list() } else { self.trap_some(&args) };
            }
            Some(b"-l") if self.bash() => return self.kill(vec![b"-l".to_vec()]),
            Some(b"--") => {
                args.remove(0);
            }
            _ => {}
        }
        if args.is_empty() {
            return self.trap_list();
        }
        let is_number = |arg: &Str| !arg.is_empty() && arg.iter().all(u8::is_ascii_digit);
        if args.len() == 1 || is_number(&args[0]) {
            if args.len() == 1 && args[0] == b"-" {
                return self.finish(0);
            }
            return self.set_traps(None, &args);
        }
        let action = args.remove(0);
        match action.as_slice() {
            b"-" => self.set_traps(None, &args),
            b"" => self.set_traps(Some(Action::Ignore), &args),
            _ => self.set_traps(Some(Action::Text(action)), &args),
        }
    }

    fn set_traps(&mut self, action: Option<Action>, names: &[Str]) -> Run {
        self.traps.inherited.clear();
        let mut status = 0;
        for name in names {
            if self.bash() && name == b"ERR" {
                self.traps.error.clone_from(&action);
                continue;
            }
            match signal_number(name) {
                Some(0) => {
                    self.traps.exit.clone_from(&action);
                    self.catch_fatal_signals();
                }
                Some(number) => {
                    self.set_signal_trap(number, action.clone());
                    self.catch_fatal_signals();
                }
                None if self.bash() && matches!(name.as_slice(), b"DEBUG" | b"RETURN") => {
                    if action.is_some() {
                        return Err(self.refuse("SH0103", &format!("a trap for {}", crate::text::lossy(name))));
                    }
                }
                None => {
                    self.complain(&format!("trap: {}: bad trap", crate::text::lossy(name)));
                    status = 1;
                    if !self.bash() {
                        break;
                    }
                }
            }
        }
        self.finish(status)
    }

    /// bash: a signal that ends the shell runs the EXIT trap first.
    fn catch_fatal_signals(&mut self) {
        if !self.bash() {
            return;
        }
        let catches = matches!(self.traps.exit, Some(Action::Run(..) | Action::Text(_)));
        for number in FATAL {
            let own = self.traps.signals.get(number as usize).is_some_and(Option::is_some);
            if !own && !sys::is_ignored(number) {
                set_signal(number, if catches { Disposition::Catch } else { Disposition::Default });
            }
        }
    }

    /// In a new child: what arrived before its traps were gone does what it does without them.
    pub(crate) fn obey_early_signals(&mut self, before: u64) {
        let early = sys::take_signals() & !before;
        for number in (1..32).filter(|number| early >> number & 1 == 1) {
            // A signal that ends nothing has no effect here either.
            let _ = sys::kill(sys::pid(), number);
        }
    }

    /// A signal without a trap of its own: the EXIT trap runs, then the signal does what it does.
    fn die_of(&mut self, number: i32) {
        // The shell ends by the signal, whatever the trap says.
        let _ = self.run_exit_trap();
        self.out.flush();
        set_signal(number, Disposition::Default);
        let _ = sys::kill(sys::pid(), number);
    }

    fn set_signal_trap(&mut self, number: i32, action: Option<Action>) {
        let at = number as usize;
        if self.traps.signals.len() <= at {
            self.traps.signals.resize(at + 1, None);
        }
        let stuck = self.traps.stuck >> (number & 63) & 1 == 1;
        if stuck || self.traps.signals[at].is_none() && sys::is_ignored(number) {
            // Ignored when the shell started: stays so, though sh lists the trap.
            if !self.bash() {
                self.traps.signals[at] = action;
                self.traps.stuck |= 1 << (number & 63);
            }
            return;
        }
        set_signal(
            number,
            match &action {
                None => Disposition::Default,
                Some(Action::Ignore) => Disposition::Ignore,
                Some(Action::Run(..) | Action::Text(_)) => Disposition::Catch,
            },
        );
        self.traps.signals[at] = action;
    }

    /// `trap` without operands.
    pub fn trap_list(&mut self) -> Run {
        let mut lines = String::new();
        let ignored = Action::Ignore;
        for number in 0..self.traps.signals.len().max(SIGNALS.len()) {
            let set = self.traps.listed(number);
            // bash lists what was ignored when it started, too.
            let started = || self.bash() && (1..SIGNALS.len()).contains(&number) && sys::is_ignored(number as i32);
            if let Some(action) = set.or_else(|| started().then_some(&ignored)) {
                lines.push_str(&trap_line(self.bash(), number, action));
            }
        }
        self.out.write(lines.as_bytes());
        self.finish(0)
    }

    /// In a subshell traps are as at the start, but ignored signals stay ignored.
    pub(crate) fn reset_traps(&mut self) {
        if self.bash() && self.traps.inherited.is_empty() {
            let all = (0..SIGNALS.len()).filter_map(|number| Some((number, self.traps.listed(number)?.clone())));
            self.traps.inherited = all.collect();
        }
        if self.traps.exit.take().is_some() {
            self.catch_fatal_signals();
        }
        self.traps.outer_interrupts |= self.traps.catches(2);
        self.traps.error = None;
        self.traps.running = false;
        for at in 1..self.traps.signals.len() {
            if matches!(self.traps.signals[at], Some(Action::Run(..) | Action::Text(_))) {
                if self.traps.stuck >> (at & 63) & 1 == 0 {
                    set_signal(at as i32, Disposition::Default);
                }
                self.traps.signals[at] = None;
            }
        }
    }

    fn run_action(&mut self, action: &Action) -> Run {
        let captured = self.captured.take();
        let before = (self.trap_status.replace(self.status), self.trap_nesting);
        self.trap_nesting = self.nesting;
        let result = self.run_action_here(action);
        (self.trap_status, self.trap_nesting) = before;
        self.captured = captured;
        result
    }

    fn run_action_here(&mut self, action: &Action) -> Run {
        match action {
            Action::Ignore => self.last(),
            Action::Run(function, _) => function(self),
            Action::Text(text) => {
                let loops = std::mem::take(&mut self.loops);
                let result = self.run_text(text);
                self.loops = loops;
                result
            }
        }
    }

    /// Whether any trap is set.
    pub(crate) fn has_traps(&self) -> bool {
        let traps = &self.traps;
        traps.exit.is_some() || traps.error.is_some() || traps.signals.iter().any(Option::is_some)
    }

    /// `trap -p names`
    fn trap_some(&mut self, names: &[Str]) -> Run {
        for name in names {
            let Some(number) = signal_number(name) else { continue };
            let action = self.traps.listed(number as usize).cloned();
            if let Some(action) = action {
                let line = trap_line(self.bash(), number as usize, &action);
                self.out.write(line.as_bytes());
            }
        }
        self.finish(0)
    }

    /// Run the traps of signals that arrived.
    pub(crate) fn run_pending_traps(&mut self) -> Result<(), Flow> {
        let mut waiting = sys::take_signals() | std::mem::take(&mut self.traps.waiting);
        while waiting != 0 {
            let number = waiting.trailing_zeros() as usize;
            waiting &= waiting - 1;
            if let Some(Some(action)) = self.traps.signals.get(number) {
                let action = action.clone();
                let status = self.status;
                self.run_action(&action)?;
                self.status = status;
            } else if self.bash() && self.traps.exit.is_some() && FATAL.contains(&(number as i32)) {
                self.die_of(number as i32);
            }
        }
        Ok(())
    }

    /// At points that repeat without running a command: let traps run.
    ///
    /// # Errors
    /// What a trap's commands give, such as the end of the shell.
    pub fn poll(&mut self) -> Result<(), Flow> {
        if sys::signal_waits() { self.run_pending_traps() } else { Ok(()) }
    }

    /// The EXIT trap, once.
    pub(crate) fn run_exit_trap(&mut self) -> Run {
        match self.traps.exit.take() {
            Some(action @ (Action::Run(..) | Action::Text(_))) => {
                let status = self.status;
                self.unchecked = 0;
                match self.run_action(&action) {
                    Err(Flow::Exit(other)) => Err(Flow::Exit(other)),
                    _ => {
                        self.status = status;
                        self.last()
                    }
                }
            }
            _ => self.last(),
        }
    }

    /// The ERR trap of bash, after a command that failed.
    ///
    /// # Errors
    /// What its commands give.
    pub(crate) fn error_trap(&mut self) -> Result<(), Flow> {
        // Functions and substitutions do not inherit it.
        let inherited = self.nesting == 0 || self.options.errtrace;
        if self.status == 0 || self.unchecked > 0 || self.traps.running || !inherited {
            return Ok(());
        }
        if let Some(action @ (Action::Run(..) | Action::Text(_))) = self.traps.error.clone() {
            let status = self.status;
            self.traps.running = true;
            let result = self.run_action(&action);
            self.traps.running = false;
            self.status = status;
            result?;
        }
        Ok(())
    }
}

/// A line of `trap` without operands.
fn trap_line(bash: bool, number: usize, action: &Action) -> String {
    let text = match action {
        Action::Ignore => Str::new(),
        Action::Run(_, text) | Action::Text(text) => text.clone(),
    };
    let prefix = if bash && number > 0 { "SIG" } else { "" };
    let quoted = crate::text::lossy(&crate::builtin::quote::quoted_for(bash, &text)).into_owned();
    format!("trap -- {quoted} {prefix}{}\n", SIGNALS.get(number).unwrap_or(&""))
}
