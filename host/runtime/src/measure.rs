//! What the machinery costs without the plugin's work: for benchmarks.
#![allow(clippy::disallowed_methods)] // It measures time.

use crate::plugin_set::StepError;
use crate::sandbox::Plugin;
use std::time::{Duration, Instant};

/// Times of [`Plugin::measure`], each the median of all rounds.
#[derive(Clone, Copy, Debug)]
pub struct Measured {
    /// A new store with limits, and an instance in it.
    pub instantiate: Duration,
    /// `describe` in an instance that exists: a call that gives a small record.
    pub call: Duration,
    /// Dropping the store.
    pub drop: Duration,
}

impl Plugin {
    /// Instantiate this plugin `rounds` times, and call it as often.
    ///
    /// # Errors
    /// When it cannot be loaded, instantiated or called.
    pub fn measure(&self, rounds: usize) -> Result<Measured, StepError> {
        let ready = self.ready()?;
        let mut times = [Vec::new(), Vec::new(), Vec::new()];
        for _ in 0..rounds.max(1) {
            let start = Instant::now();
            let mut instance = ready.probe()?;
            times[0].push(start.elapsed());
            ready.probe_call(&mut instance)?;
            let start = Instant::now();
            ready.probe_call(&mut instance)?;
            times[1].push(start.elapsed());
            let start = Instant::now();
            drop(instance);
            times[2].push(start.elapsed());
        }
        let [instantiate, call, drop] = times.map(median);
        Ok(Measured { instantiate, call, drop })
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
