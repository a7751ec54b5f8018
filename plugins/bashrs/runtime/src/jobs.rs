//! Child processes: subshells, pipelines, background jobs, waiting.

use crate::output::read_all;
use crate::{Flow, Run, Shell, Str, sys};

/// A background job.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Job {
    pub(crate) pid: sys::Pid,
    /// bash: what stands behind `%`.
    pub(crate) number: usize,
    /// Once it ended.
    pub(crate) status: Option<i32>,
    /// Its status was told by `wait`.
    pub(crate) told: bool,
}

/// Children that nobody waited for yet.
#[derive(Default)]
pub(crate) struct Jobs {
    pub(crate) list: Vec<Job>,
    /// `$!`
    pub(crate) last: Option<sys::Pid>,
    /// Some job was taken off the list that `jobs` may still show.
    pub(crate) forgotten: bool,
    /// bash: the jobs of the shell around a subshell, which it may still list.
    pub(crate) inherited: Vec<Job>,
    /// A file that children share: not empty once one of them reached a hole.
    marker: Option<sys::Fd>,
}

impl Jobs {
    fn prepare_marker(&mut self) {
        if self.marker.is_none() {
            self.marker = sys::memory_file().ok().and_then(|fd| {
                let high = sys::save_fd(fd).ok();
                sys::close(fd);
                high
            });
        }
    }

    /// A hole was reached in this process: every shell above ends too.
    pub(crate) fn mark_hole(&self) {
        if let Some(fd) = self.marker {
            // The program ends with 70 either way; only the parents would go on.
            let _ = sys::write_all(fd, b"!");
        }
    }

    fn hole_reached(&self) -> bool {
        self.marker.is_some_and(|fd| sys::seek_by(fd, 0).is_ok_and(|at| at > 0))
    }
}

impl Shell {
    /// Fork; the child runs `body` as a subshell and ends.
    pub(crate) fn fork(&mut self, body: &mut dyn FnMut(&mut Shell) -> Run) -> Result<sys::Pid, Flow> {
        self.prepare_children();
        let seen = sys::seen_signals();
        match sys::fork() {
            Ok(0) => {
                self.become_child();
                self.obey_early_signals(seen);
                let result = body(self);
                let status = self.end(result);
                sys::exit_now(status)
            }
            Ok(pid) => Ok(pid),
            Err(error) => {
                self.complain(&format!("Cannot fork: {error}"));
                Err(Flow::Exit(2))
            }
        }
    }

    /// Before another process starts that shares what this one has open.
    pub(crate) fn prepare_children(&mut self) {
        self.out.share();
        self.input.sync();
        self.jobs.prepare_marker();
        self.forget_told_jobs();
    }

    /// A job whose status was told gives its place to the next process; in bash the status can still be asked for by the
    /// process id.
    pub(crate) fn forget_told_jobs(&mut self) {
        let before = self.jobs.list.len();
        if self.bash() {
            let told = |job: &&mut Job| job.told && job.status.is_some();
            self.jobs.list.iter_mut().filter(told).for_each(|job| job.number = 0);
            return;
        }
        self.jobs.list.retain(|job| !job.told || job.status.is_none());
        self.jobs.forgotten |= self.jobs.list.len() < before;
    }

    fn become_child(&mut self) {
        self.out.reset();
        self.in_child = true;
        self.forks += 1;
        self.tail_at = None;
        let jobs = std::mem::take(&mut self.jobs.list);
        if self.bash() && !jobs.is_empty() {
            self.jobs.inherited = jobs;
        }
        self.reset_traps();
    }

    /// Wait for one child that was started by this shell; its status.
    pub(crate) fn wait_for(&mut self, pid: sys::Pid) -> i32 {
        loop {
            match sys::wait(pid, true) {
                Ok(Some((_, status))) => {
                    self.stop_at_hole(status);
                    return status;
                }
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                _ => return 127,
            }
        }
    }

    fn stop_at_hole(&mut self, status: i32) {
        if status == 70 && self.jobs.hole_reached() {
            self.out.flush();
            sys::exit_now(70);
        }
    }

    /// `( … )`
    pub fn subshell(&mut self, mut body: impl FnMut(&mut Shell) -> Run) -> Run {
        let pid = self.fork(&mut body)?;
        let status = self.wait_for(pid);
        self.finish(status)
    }

    /// `$( … )` in a process of its own: the output without newlines at its end. The status is that of the commands.
    ///
    /// # Errors
    /// When no process can be started.
    pub fn capture(&mut self, mut body: impl FnMut(&mut Shell) -> Run) -> Result<Str, Flow> {
        let Ok((read, write)) = sys::pipe() else { return Err(Flow::Exit(2)) };
        let bash = self.bash();
        let pid = self.fork(&mut |sh| {
            // The pipe was opened just now.
            let _ = sys::dup2(write, 1);
            sys::close(read);
            sys::close(write);
            if bash && !sh.options.inherit_errexit {
                sh.options.errexit = false;
            }
            if !bash {
                sh.unchecked = 0;
            }
            body(sh)
        })?;
        sys::close(write);
        let text = read_all(read);
        sys::close(read);
        let status = self.wait_for(pid);
        self.captured(status);
        Ok(without_newlines(text))
    }

    /// `$( … )` whose commands cannot change the shell: no process is needed.
    ///
    /// # Errors
    /// None of its own; the commands' `exit` ends here.
    pub fn capture_here(&mut self, body: impl FnOnce(&mut Shell) -> Run) -> Result<Str, Flow> {
        self.out.begin_capture();
        let (errexit, unchecked) = (self.options.errexit, self.unchecked);
        if !self.bash() {
            self.unchecked = 0;
        }
        self.options.errexit &= !self.bash() || self.options.inherit_errexit;
        self.nesting += 1;
        self.subshells += 1;
        let before = self.status;
        let command = self.command;
        let result = body(self);
        self.command = command;
        self.subshells -= 1;
        self.nesting -= 1;
        self.options.errexit = errexit;
        self.unchecked = unchecked;
        let status = match result {
            Err(Flow::Exit(status)) => status,
            _ => self.status,
        };
        self.status = before;
        self.captured(status);
        Ok(without_newlines(self.out.end_capture()))
    }

    /// A command substitution ended: in bash `$?` is its status at once, in sh only assignments without a command look at it.
    fn captured(&mut self, status: i32) {
        self.captured = Some(status);
        self.after_pipe.set(false);
        if self.bash() {
            self.status = status;
        }
    }

    /// The status of a pipeline.
    pub(crate) fn pipeline_end(&mut self, statuses: &[i32]) -> Run {
        let end = statuses.last().copied().unwrap_or(0);
        let status = if self.options.pipefail {
            statuses.iter().rev().copied().find(|status| *status != 0).unwrap_or(0)
        } else {
            end
        };
        let result = self.finish(status);
        self.piped = statuses.to_vec();
        self.after_pipe.set(true);
        result
    }

    /// `command &`
    pub fn background(&mut self, mut body: impl FnMut(&mut Shell) -> Run) -> Run {
        let pid = self.fork(&mut |sh| {
            sys::set_signal(2, sys::Disposition::Ignore);
            sys::set_signal(3, sys::Disposition::Ignore);
            if let Ok(null) = std::fs::File::open("/dev/null") {
                use std::os::fd::AsRawFd;
                // `/dev/null` is open.
                let _ = sys::dup2(null.as_raw_fd(), 0);
                sh.input.changed();
            }
            body(sh)
        })?;
        self.jobs.inherited.clear();
        let number = self.next_job();
        self.jobs.list.push(Job { pid, number, status: None, told: false });
        self.jobs.last = Some(pid);
        self.finish(0)
    }

    /// `<( … )` and `>( … )`: the commands in a process of their own, and the path that leads to them.
    ///
    /// # Errors
    /// When no process can be started.
    pub fn process_substitution(&mut self, write: bool, mut body: impl FnMut(&mut Shell) -> Run) -> Result<Str, Flow> {
        let Ok((reads, writes)) = sys::pipe() else { return Err(Flow::Exit(1)) };
        let (ours, theirs) = if write { (writes, reads) } else { (reads, writes) };
        let pid = self.fork(&mut |sh| {
            // The pipe was opened just now.
            let _ = sys::dup2(theirs, if write { 0 } else { 1 });
            sys::close(ours);
            sys::close(theirs);
            sh.processes.clear();
            if write {
                sh.input.changed();
            }
            body(sh)
        })?;
        sys::close(theirs);
        // From 63 downwards, as bash does, and left open for the programs that use it.
        let fd = (10..=63).rev().find(|fd| !sys::is_open(*fd)).unwrap_or(ours);
        if fd != ours {
            let moved = sys::dup2(ours, fd);
            sys::close(ours);
            if moved.is_err() {
                return Err(Flow::Exit(1));
            }
        }
        self.jobs.list.push(Job { pid, number: 0, status: None, told: true });
        self.jobs.last = Some(pid);
        self.processes.push((fd, self.nesting));
        Ok(format!("/dev/fd/{fd}").into_bytes())
    }

    /// After a command: process substitutions that it had end.
    pub(crate) fn close_processes(&mut self) {
        while let Some((fd, nesting)) = self.processes.last().copied() {
            if nesting < self.nesting {
                return;
            }
            sys::close(fd);
            self.processes.pop();
        }
    }

    /// `time`: run, then say on stderr how long it took.
    pub fn timed(&mut self, body: impl FnOnce(&mut Shell) -> Run) -> Run {
        let start = std::time::Instant::now();
        let before = sys::times();
        let result = body(self);
        let after = sys::times();
        let real = start.elapsed().as_secs_f64();
        let ticks = |at: usize| (after[at] - before[at]) as f64 / 100.0;
        let times = [real, ticks(0) + ticks(2), ticks(1) + ticks(3)];
        let format = self.vars.value("TIMEFORMAT").cloned();
        let text = times_text(format.as_deref().unwrap_or(b"\nreal\t%3lR\nuser\t%3lU\nsys\t%3lS"), times);
        self.error_text(&text);
        result
    }

    /// The builtin `wait`.
    pub fn wait(&mut self, args: Vec<Str>) -> Run {
        self.out.flush();
        if args.first().is_some_and(|arg| arg.starts_with(b"-")) && args.first().is_some_and(|arg| arg != b"--") {
            if self.bash() && args == [b"-n".to_vec()] {
                return self.wait_any();
            }
            return Err(self.refuse("SH0903", "`wait` with options"));
        }
        if args.is_empty() {
            for at in 0..self.jobs.list.len() {
                if let Some(signal) = self.wait_job(at) {
                    return self.finish(signal);
                }
            }
            if self.bash() {
                self.jobs.list.clear();
            }
            return self.finish(0);
        }
        let mut status = 127;
        for arg in args.into_iter().filter(|arg| arg != b"--") {
            let Some(at) = self.job_named(&arg) else {
                if self.bash() {
                    let number = arg.starts_with(b"%") || arg.iter().all(u8::is_ascii_digit);
                    status = if number { 127 } else { 1 };
                    continue;
                }
                if arg.starts_with(b"%") || !arg.iter().all(u8::is_ascii_digit) {
                    return self.misuse(&format!("wait: No such job: {}", crate::text::lossy(&arg)), false);
                }
                continue;
            };
            if let Some(signal) = self.wait_job(at) {
                return self.finish(signal);
            }
            status = self.jobs.list[at].status.unwrap_or(127);
        }
        self.finish(status)
    }

    /// `wait -n`: the next job that ends.
    fn wait_any(&mut self) -> Run {
        self.reap();
        loop {
            if let Some(at) = self.jobs.list.iter().position(|job| job.status.is_some() && !job.told) {
                let job = self.jobs.list.remove(at);
                return self.finish(job.status.unwrap_or(127));
            }
            if !self.jobs.list.iter().any(|job| job.status.is_none()) {
                return self.finish(127);
            }
            match sys::wait(-1, true) {
                Ok(Some((pid, status))) => {
                    self.stop_at_hole(status);
                    if let Some(job) = self.jobs.list.iter_mut().find(|job| job.pid == pid) {
                        job.status = Some(status);
                    }
                }
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted && !sys::signal_waits() => {}
                _ => return self.finish(127),
            }
        }
    }

    /// Take note of background jobs that ended.
    pub(crate) fn reap(&mut self) {
        for at in 0..self.jobs.list.len() {
            let job = self.jobs.list[at];
            if job.status.is_none()
                && let Ok(Some((_, status))) = sys::wait(job.pid, false)
            {
                self.stop_at_hole(status);
                self.jobs.list[at].status = Some(status);
            }
        }
    }

    /// Wait for a job; a status when a trapped signal came first.
    fn wait_job(&mut self, at: usize) -> Option<i32> {
        while self.jobs.list[at].status.is_none() {
            match sys::wait(self.jobs.list[at].pid, true) {
                Ok(Some((_, status))) => {
                    self.stop_at_hole(status);
                    self.jobs.list[at].status = Some(status);
                    // A job may send a signal and end before this process runs again.
                    if sys::signal_waits() {
                        return Some(128 + self.traps.first_waiting());
                    }
                }
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {
                    if sys::signal_waits() {
                        return Some(128 + self.traps.first_waiting());
                    }
                }
                _ => self.jobs.list[at].status = Some(127),
            }
        }
        self.jobs.list[at].told = true;
        None
    }

    /// The number of a new job.
    fn next_job(&mut self) -> usize {
        self.reap();
        let numbers = || self.jobs.list.iter().map(|job| job.number);
        if self.bash() {
            return numbers().max().unwrap_or(0) + 1;
        }
        // dash: the first place that is free.
        (1..).find(|number| numbers().all(|taken| taken != *number)).unwrap_or(1)
    }

    /// The job that a process id or `%n` names.
    pub(crate) fn job_named(&self, arg: &[u8]) -> Option<usize> {
        let text = std::str::from_utf8(arg).ok()?;
        match text.strip_prefix('%') {
            Some("%" | "+" | "") if self.bash() => {
                self.jobs.list.iter().rposition(|job| job.number > 0 && (job.status.is_none() || !job.told))
            }
            Some("%" | "+" | "") => self.jobs.list.len().checked_sub(1),
            Some(number) => {
                let number = number.parse::<usize>().ok().filter(|number| *number > 0)?;
                self.jobs.list.iter().rposition(|job| job.number == number)
            }
            None => {
                let pid: sys::Pid = text.parse().ok()?;
                self.jobs.list.iter().position(|job| job.pid == pid)
            }
        }
    }
}

/// Real, user and system seconds as `TIMEFORMAT` has them; nothing for an empty format.
fn times_text(format: &[u8], [real, user, system]: [f64; 3]) -> Str {
    let mut out = Str::new();
    let mut at = 0;
    while at < format.len() {
        if format[at] != b'%' {
            out.push(format[at]);
            at += 1;
            continue;
        }
        at += 1;
        let digit = format.get(at).filter(|byte| byte.is_ascii_digit());
        let precision = digit.map_or(3, |byte| usize::from(byte - b'0').min(3));
        at += usize::from(digit.is_some());
        let long = format.get(at) == Some(&b'l');
        at += usize::from(long);
        let seconds = match format.get(at) {
            Some(b'R') => real,
            Some(b'U') => user,
            Some(b'S') => system,
            Some(b'P') => {
                let share = if real > 0.0 { (user + system) * 100.0 / real } else { 0.0 };
                out.extend_from_slice(format!("{share:.2}").as_bytes());
                at += 1;
                continue;
            }
            _ => {
                out.push(b'%');
                at += usize::from(format.get(at) == Some(&b'%'));
                continue;
            }
        };
        at += 1;
        let text = if long {
            format!("{}m{:.precision$}s", (seconds / 60.0) as u64, seconds % 60.0)
        } else {
            format!("{seconds:.precision$}")
        };
        out.extend_from_slice(text.as_bytes());
    }
    if !out.is_empty() {
        out.push(b'\n');
    }
    out
}

/// A captured output: bytes that a variable cannot hold are dropped, and the newlines at its end.
fn without_newlines(mut text: Str) -> Str {
    if text.contains(&0) {
        text.retain(|byte| *byte != 0);
    }
    while text.last() == Some(&b'\n') {
        text.pop();
    }
    text
}
