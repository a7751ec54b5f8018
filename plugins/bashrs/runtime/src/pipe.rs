//! Pipelines whose commands work within this process: each runs to its end before the next one starts.

use crate::{Flow, Run, Shell, Str};

impl Shell {
    /// `a | b | c` of which the first `count` commands change nothing, so that they may be tried here and then run in a process
    /// after all.
    pub fn pipe(&mut self, count: usize, stages: &mut [&mut dyn FnMut(&mut Shell) -> Run]) -> Run {
        if self.keep_programs || self.has_traps() {
            return self.pipeline(stages);
        }
        let mut statuses = vec![];
        let mut input: Option<Str> = None;
        for at in 0..stages.len() {
            if at == count {
                return self.pipeline_from(&mut stages[at..], input, statuses);
            }
            let last = at + 1 == stages.len();
            match self.stage_here(&mut *stages[at], input.as_ref(), last) {
                Some(output) => {
                    statuses.push(self.status);
                    input = Some(output);
                }
                None => return self.pipeline_from(&mut stages[at..], input, statuses),
            }
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
        self.nesting += 1;
        self.subshells += 1;
        let result = stage(self);
        self.subshells -= 1;
        self.nesting -= 1;
        let output = if last { Str::new() } else { self.out.end_capture() };
        (self.only_here, self.fed) = outer;
        match result {
            Err(Flow::Elsewhere) => return None,
            Err(Flow::Exit(status)) => self.status = status,
            _ => {}
        }
        Some(output)
    }
}
