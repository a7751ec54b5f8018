//! Pipelines. Commands that work within this process run to their end before the next one starts; programs are started as they are,
//! and whatever else a stage is runs in a copy of this process.

use crate::jobs::Job;
use crate::{Flow, Run, Shell, Str, sys};

/// The stages of a pipeline.
type Stages<'a, 's> = &'a mut [&'s mut dyn FnMut(&mut Shell) -> Run];

/// A stage that was begun.
enum Begun {
    Process(sys::Pid),
    /// It could not be started, and said so.
    Ended(i32),
}

impl Shell {
    /// `a | b | c`: each stage in a process of its own; the status is that of the last, or with `pipefail` of the last that failed.
    pub fn pipeline(&mut self, stages: &mut [&mut dyn FnMut(&mut Shell) -> Run]) -> Run {
        self.pipe(0, &[], stages)
    }

    /// `a | b | c` of which the first `count` commands change nothing, so that they may be tried here and then run in a process
    /// after all. Those whose numbers are in `programs` only start a program.
    pub fn pipe(&mut self, count: usize, programs: &[usize], stages: &mut [&mut dyn FnMut(&mut Shell) -> Run]) -> Run {
        let (mut statuses, mut input) = (vec![], None);
        let mut at = 0;
        if !self.keep_programs && !self.has_traps() {
            while at < count.min(stages.len()) {
                let last = at + 1 == stages.len();
                match self.stage_here(&mut *stages[at], input.as_ref(), last) {
                    Some(output) => input = Some(output),
                    None => break,
                }
                statuses.push(self.status);
                at += 1;
            }
        }
        if at < stages.len() {
            return self.pipe_from(at, programs, stages, input, statuses);
        }
        self.pipeline_end(&statuses)
    }

    /// Run a stage here; its output, unless it needs a process. The last one writes where the shell does.
    fn stage_here(&mut self, stage: &mut dyn FnMut(&mut Shell) -> Run, input: Option<&Str>, last: bool) -> Option<Str> {
        let outer = (self.only_here, self.fed.take());
        self.only_here = true;
        self.fed = input.cloned();
        if !last {
            self.out.begin_capture();
        }
        let result = self.as_child(stage);
        let output = if last { Str::new() } else { self.out.end_capture() };
        (self.only_here, self.fed) = outer;
        match result {
            Err(Flow::Elsewhere) => return None,
            Err(Flow::Exit(status)) => self.status = status,
            _ => {}
        }
        Some(output)
    }

    /// Run a stage in this process.
    fn as_child(&mut self, stage: &mut dyn FnMut(&mut Shell) -> Run) -> Run {
        self.nesting += 1;
        self.subshells += 1;
        let result = stage(self);
        self.subshells -= 1;
        self.nesting -= 1;
        result
    }

    /// The stages from `first` on, of which the first reads `fed`.
    fn pipe_from(
        &mut self,
        first: usize,
        programs: &[usize],
        stages: Stages,
        fed: Option<Str>,
        mut statuses: Vec<i32>,
    ) -> Run {
        if self.only_here {
            return Err(Flow::Elsewhere);
        }
        let mut begun = vec![];
        let mut input = match fed {
            Some(text) => Some(self.feed(text)?),
            None => None,
        };
        let last = stages.len() - 1;
        let stays = self.options.lastpipe && last > 0;
        for (number, stage) in stages.iter_mut().enumerate().skip(first) {
            if stays && number == last {
                let Some(fd) = input.take() else { break };
                begun.push(Begun::Ended(self.last_stage(&mut **stage, fd)?));
                continue;
            }
            let next = if number < last { Some(sys::pipe().map_err(|_| Flow::Exit(2))?) } else { None };
            let started = if programs.contains(&number) { self.start_stage(&mut **stage, input, next)? } else { None };
            begun.push(match started {
                Some(begun) => begun,
                None => Begun::Process(self.fork_stage(&mut **stage, input, next)?),
            });
            if let Some(fd) = input.take() {
                sys::close(fd);
            }
            if let Some((read, write)) = next {
                sys::close(write);
                input = Some(read);
            }
        }
        statuses.extend(begun.into_iter().map(|begun| match begun {
            Begun::Process(pid) => self.wait_for(pid),
            Begun::Ended(status) => status,
        }));
        self.pipeline_end(&statuses)
    }

    /// bash with `lastpipe`: the last stage runs in this shell.
    fn last_stage(&mut self, stage: &mut dyn FnMut(&mut Shell) -> Run, input: sys::Fd) -> Result<i32, Flow> {
        let saved = sys::save_fd(0).ok();
        // The pipe is open.
        let _ = sys::dup2(input, 0);
        sys::close(input);
        self.input.changed();
        let result = stage(self);
        self.out.flush();
        match saved {
            Some(copy) => {
                // It was there before.
                let _ = sys::dup2(copy, 0);
                sys::close(copy);
            }
            None => sys::close(0),
        }
        self.input.changed();
        result.map(|_| self.status)
    }

    /// A stage in a copy of this process.
    fn fork_stage(
        &mut self,
        stage: &mut dyn FnMut(&mut Shell) -> Run,
        input: Option<sys::Fd>,
        next: Option<(sys::Fd, sys::Fd)>,
    ) -> Result<sys::Pid, Flow> {
        self.fork(&mut |sh| {
            if let Some(fd) = input {
                // Both pipes are open.
                let _ = sys::dup2(fd, 0);
                sys::close(fd);
                sh.input.changed();
            }
            if let Some((read, write)) = next {
                let _ = sys::dup2(write, 1);
                sys::close(read);
                sys::close(write);
            }
            stage(sh)
        })
    }

    /// A stage that only starts a program: it is started from here, with the pipes in their places for so long. None when this
    /// process needs a copy for it after all.
    fn start_stage(
        &mut self,
        stage: &mut dyn FnMut(&mut Shell) -> Run,
        input: Option<sys::Fd>,
        next: Option<(sys::Fd, sys::Fd)>,
    ) -> Result<Option<Begun>, Flow> {
        self.prepare_children();
        let ends = [input.map(|fd| (fd, 0)), next.map(|(_, write)| (write, 1))];
        let saved: Vec<(sys::Fd, Option<sys::Fd>)> =
            ends.iter().flatten().map(|(_, place)| (*place, sys::save_fd(*place).ok())).collect();
        for (fd, place) in ends.iter().flatten() {
            // Both are open.
            let _ = sys::dup2(*fd, *place);
        }
        let (status, captured) = (self.status, self.captured);
        let outer = self.starting.replace(None);
        let result = self.as_child(stage);
        let started = std::mem::replace(&mut self.starting, outer).flatten();
        let ended = match result {
            Err(Flow::Exit(status)) => status,
            _ => self.status,
        };
        (self.status, self.captured) = (status, captured);
        for (place, copy) in saved {
            match copy {
                Some(copy) => {
                    // It was there before.
                    let _ = sys::dup2(copy, place);
                    sys::close(copy);
                }
                None => sys::close(place),
            }
        }
        match (result, started) {
            (_, Some(pid)) => Ok(Some(Begun::Process(pid))),
            (Err(Flow::Elsewhere), None) => Ok(None),
            (_, None) => Ok(Some(Begun::Ended(ended))),
        }
    }

    /// A pipe that gives this text.
    fn feed(&mut self, text: Str) -> Result<sys::Fd, Flow> {
        let (read, write) = sys::pipe().map_err(|_| Flow::Exit(2))?;
        // So much always fits into a pipe.
        const FITS: usize = 32 * 1024;
        if text.len() <= FITS {
            // The pipe was opened just now.
            let _ = sys::write_all(write, &text);
        } else {
            let pid = self.fork(&mut |sh| {
                sys::close(read);
                // Whoever reads may stop early.
                let _ = sys::write_all(write, &text);
                sh.finish(0)
            })?;
            self.jobs.list.push(Job { pid, number: 0, status: None, told: true });
        }
        sys::close(write);
        Ok(read)
    }
}
