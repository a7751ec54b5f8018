//! Progress bars on stderr; silent when it is not a terminal.

use batuta_pipeline::Progress;
use batuta_pipeline::report::Phase;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::Duration;

/// One line that follows the run: phase, step, bar, counts.
pub(crate) struct Bars {
    bar: ProgressBar,
}

impl Bars {
    /// Hidden when `quiet`, and by indicatif itself when stderr is no terminal.
    pub(crate) fn new(quiet: bool) -> Self {
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(None, target);
        if let Ok(style) = ProgressStyle::with_template("{spinner} {prefix:<14} {wide_bar} {pos}/{len} {msg}") {
            bar.set_style(style);
        }
        Bars { bar }
    }

    /// Show what share of one long task is done, from 0 to 1, and what it is at.
    pub(crate) fn share(&self, task: &'static str, share: f64, what: &str) {
        const PARTS: u64 = 100;
        self.bar.set_prefix(task);
        self.bar.set_length(PARTS);
        self.bar.set_position((share * PARTS as f64) as u64);
        self.bar.set_message(what.to_owned());
    }

    /// Take the line away, before anything else is printed.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Progress for Bars {
    fn phase_started(&self, phase: Phase) {
        self.bar.set_prefix(phase.title());
        self.bar.set_message("");
        self.bar.set_length(0);
        self.bar.set_position(0);
        self.bar.enable_steady_tick(Duration::from_millis(120));
    }

    fn advanced(&self, _: Phase, what: &str, done: u64, total: u64) {
        self.bar.set_length(total);
        self.bar.set_position(done);
        self.bar.set_message(what.to_owned());
    }

    fn note(&self, message: &str) {
        self.bar.set_message(message.to_owned());
    }
}
