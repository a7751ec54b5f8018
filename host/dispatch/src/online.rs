//! What running teaches: corrections of predictions, and when to try another choice.

use crate::arm::Choice;
use crate::task::{Dtype, Op, Task};
use std::collections::HashMap;

/// The share of the newest measurement in a correction.
const WEIGHT: f64 = 0.125;
/// Corrections stay within this factor either way: one disturbed run must not banish a choice.
const MOST: f64 = 4.0;
/// One in so many calls may try another choice: at most 1 % of them.
const EVERY: u64 = 128;
/// Only a choice that is predicted within this factor of the best is worth a try.
const NEAR: f64 = 1.2;

/// Where a correction holds: operation, type, choice, and the power of two of the size.
type Cell = (Op, Dtype, Choice, u32);

/// What running has taught.
#[derive(Debug, Default)]
pub(crate) struct Online {
    corrections: HashMap<Cell, f64>,
    calls: u64,
}

impl Online {
    fn cell(task: &Task, choice: Choice) -> Cell {
        (task.op, task.dtype, choice, task.scale().max(1.0).log2() as u32)
    }

    /// The factor on a prediction.
    pub(crate) fn correction(&self, task: &Task, choice: Choice) -> f64 {
        self.corrections.get(&Self::cell(task, choice)).copied().unwrap_or(1.0)
    }

    /// Learn from a run. Says whether the correction moved enough to choose again.
    pub(crate) fn observe(&mut self, task: &Task, choice: Choice, predicted: f64, seconds: f64) -> bool {
        if !(predicted > 0.0 && seconds > 0.0 && seconds.is_finite()) {
            return false;
        }
        let factor = self.corrections.entry(Self::cell(task, choice)).or_insert(1.0);
        let before = *factor;
        let now = (seconds / predicted).clamp(1.0 / MOST, MOST);
        *factor = before * (1.0 - WEIGHT) + now * WEIGHT;
        (*factor / before - 1.0).abs() > 0.01
    }

    /// A choice to try instead of the first of `ranked` (least predicted time first), if now is the time for it.
    pub(crate) fn explore(&mut self, ranked: &[(Choice, f64)]) -> Option<Choice> {
        self.calls += 1;
        if !self.calls.is_multiple_of(EVERY) {
            return None;
        }
        let (_, best) = ranked.first()?;
        let near: Vec<Choice> =
            ranked[1..].iter().filter(|(_, seconds)| seconds <= &(best * NEAR)).map(|(choice, _)| *choice).collect();
        near.get((self.calls / EVERY) as usize % near.len().max(1)).copied()
    }
}
