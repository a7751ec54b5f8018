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
        if args.peek().is_none() {
            self.complain("kill: usage: kill [-s sigspec | -signum | -sigspec] [pid | job]...");
            return self.finish(2);
        }
        self.reap();
        self.out.flush();
        self.input.sync();
        let mut status = 0;
        for target in args {
            if let Some(job) = self.job_named(&target).filter(|_| target.starts_with(b"%")) {
                // dash sends to the group of the job, which has none of its own; bash to what still runs of it.
                if !self.bash() {
                    self.complain("kill: No such process\n");
                    status = 1;
                    continue;
                }
                if self.jobs.list[job].status.is_some() {
                    continue;
                }
            }
            let pid = match self.job_named(&target).filter(|_| target.starts_with(b"%")) {
                Some(at) => Some(i64::from(self.jobs.list[at].pid)),
                None => text::parse_int(&target),
            };
            let Some(pid) = pid else {
                self.complain(&format!("kill: Illegal number: {}", text::lossy(&target)));
                return self.finish(if self.bash() { 1 } else { 2 });
            };
            if signal == 2 && self.interrupts_oddly(pid) {
                return Err(self.refuse("SH0908", "an interrupt that a subshell sends to its shell"));
            }
            if let Err(error) = sys::kill(pid as i32, signal) {
                self.complain(&format!("kill: {}", crate::process::reason(&error)));
                status = 1;
            }
        }
        self.finish(status)
    }

    /// bash looks at how its child ended before it obeys an interrupt, and its subshells go on after one.
    fn interrupts_oddly(&self, pid: i64) -> bool {
        if !self.bash() || !(self.in_child || self.subshells > 0) {
            return false;
        }
        pid == self.pid() && !self.traps.outer_interrupts || pid == i64::from(sys::pid()) && !self.traps.catches(2)
    }

    fn list_signals(&mut self, numbers: Vec<Str>) -> Run {
        if numbers.is_empty() {
            let list = if self.bash() { bash_signals() } else { dash_signals() };
            return self.put(list.as_bytes());
        }
        let mut out = String::new();
        for number in numbers {
            let line = match text::parse_int(&number) {
                Some(status) => {
                    let signal = if status > 128 { status - 128 } else { status };
                    let none = if self.bash() { signal < 0 } else { signal < 1 };
                    if none || signal > 64 {
                        let text = text::lossy(&number).into_owned();
                        return self.misuse(&format!("kill: invalid signal number or exit status: {text}"), false);
                    }
                    let name = if signal == 64 { Some("RTMAX") } else { signal_name(signal as i32) };
                    match name {
                        Some(name) => name.to_string(),
                        None if self.bash() => continue,
                        None => signal.to_string(),
                    }
                }
                None => match signal_number(&number) {
                    Some(signal) => signal.to_string(),
                    None => {
                        let text = text::lossy(&number).into_owned();
                        return self.misuse(&format!("kill: invalid signal number or exit status: {text}"), false);
                    }
                },
            };
            out.push_str(&line);
            out.push('\n');
        }
        self.put(out.as_bytes())
    }

    /// The builtin `jobs`: shells that are not interactive print what only people read.
    pub fn jobs(&mut self, args: Vec<Str>) -> Run {
        self.reap();
        if args.len() == 1 && args[0] == b"-p" && self.jobs.inherited.is_empty() && !self.bash() {
            // Jobs that ended stand in the list until they were shown once.
            if self.jobs.list.iter().any(|job| job.status.is_some()) || self.jobs.forgotten {
                return Err(self.refuse("SH0911", "`jobs -p` beside jobs that ended"));
            }
        }
        if args.len() == 1 && args[0] == b"-p" {
            let all = self.jobs.list.iter().chain(&self.jobs.inherited);
            let pids: Vec<String> = all
                .filter(|job| job.status.is_none() && (job.number > 0 || !self.bash()))
                .map(|job| format!("{}\n", job.pid))
                .collect();
            return self.put(pids.concat().as_bytes());
        }
        if self.jobs.list.is_empty() && self.jobs.inherited.is_empty() && !self.jobs.forgotten {
            self.finish(0)
        } else {
            Err(self.refuse("SH0911", "`jobs`"))
        }
    }
}

/// Names of the signals beyond those with a word of their own.
fn real_time_name(number: i32) -> String {
    match number {
        34 => "RTMIN".into(),
        35..=49 => format!("RTMIN+{}", number - 34),
        50..=63 => format!("RTMAX-{}", 64 - number),
        64 => "RTMAX".into(),
        other => other.to_string(),
    }
}

fn dash_signals() -> String {
    let name = |number: i32| match signal_name(number) {
        _ if number == 0 => "0".to_string(),
        _ if number == 16 => "16".to_string(),
        Some(name) => name.to_string(),
        None => real_time_name(number),
    };
    (0..=64).map(|number| name(number) + "\n").collect()
}

fn bash_signals() -> String {
    let mut out = String::new();
    for (at, number) in (1..=64).filter(|number| !matches!(number, 32 | 33)).enumerate() {
        let name = signal_name(number).map_or_else(|| real_time_name(number), str::to_string);
        out.push_str(&format!("{number:>2}) SIG{name}"));
        out.push(if at % 5 == 4 { '\n' } else { '\t' });
    }
    out.push('\n');
    out
}
