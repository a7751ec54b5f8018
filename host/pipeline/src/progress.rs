//! How a run tells what it is doing. The pipeline prints nothing itself.

use crate::report::Phase;

/// Listens to a run. Calls come from many threads; none of them may block for long.
pub trait Progress: Send + Sync {
    /// A phase begins.
    fn phase_started(&self, phase: Phase) {
        let _ = phase;
    }
    /// Within `phase`, `done` of `total` units of `what` (`index`, `lower`, `cases` …) are done.
    fn advanced(&self, phase: Phase, what: &str, done: u64, total: u64) {
        let _ = (phase, what, done, total);
    }
    /// A phase ended.
    fn phase_ended(&self, phase: Phase) {
        let _ = phase;
    }
    /// One line worth showing, such as `cargo check, round 2`.
    fn note(&self, message: &str) {
        let _ = message;
    }
}

/// Tells nobody.
pub struct Silent;

impl Progress for Silent {}
