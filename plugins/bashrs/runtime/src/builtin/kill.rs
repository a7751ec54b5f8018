//! `kill` and `jobs`.

use crate::trap::{signal_name, signal_number};
use crate::{Run, Shell, Str, sys, text};

impl Shell {
    /// The builtin `kill`.
    pub fn kill(&mut self, args: Vec<Str>) -> Run {
        let mut args = args.into_iter().peekable();
        let mut signal = 15;
        if let Some(option) = args.next_if(|arg| arg.starts_with(b"-") && arg.len() > 1 && arg != b"--") {
            let name = match &option[1..] {
                b"l" | b"L" => return self.list_signals(args.collect()),
                b"s" | b"n" => args.next().unwrap_or_default(),
                other => other.to_vec(),
            };
            match signal_number(&name) {
                Some(number) => signal = number,
                None => {
                    self.complain(&format!("kill: bad signal: {}", text::lossy(&name)));
                    return self.finish(if self.bash() { 1 } else { 2 });
                }
            }
        }
        args.next_if(|arg| arg == b"--");
        self.reap();
        self.out.flush();
        self.input.sync();
        let mut status = 0;
        for target in args {
            let pid = match self.job_named(&target).filter(|_| target.starts_with(b"%")) {
                Some(at) => Some(i64::from(self.jobs.list[at].pid)),
                None => text::parse_int(&target),
            };
            let Some(pid) = pid else {
                self.complain(&format!("kill: Illegal number: {}", text::lossy(&target)));
                return self.finish(if self.bash() { 1 } else { 2 });
            };
            if let Err(error) = sys::kill(pid as i32, signal) {
                self.complain(&format!("kill: {}", crate::process::reason(&error)));
                status = 1;
            }
        }
        self.finish(status)
    }

    fn list_signals(&mut self, numbers: Vec<Str>) -> Run {
        if numbers.is_empty() {
            return Err(self.refuse("SH0911", "`kill -l` without operands"));
        }
        let mut out = String::new();
        for number in numbers {
            let line = match text::parse_int(&number) {
                Some(status) => {
                    let signal = if status > 128 { status - 128 } else { status };
                    signal_name(signal as i32).unwrap_or("").to_string()
                }
                None => signal_number(&number).map(|signal| signal.to_string()).unwrap_or_default(),
            };
            out.push_str(&line);
            out.push('\n');
        }
        self.put(out.as_bytes())
    }

    /// The builtin `jobs`: shells that are not interactive print what only people read.
    pub fn jobs(&mut self, _: Vec<Str>) -> Run {
        if self.jobs.list.is_empty() { self.finish(0) } else { Err(self.refuse("SH0911", "`jobs`")) }
    }
}
