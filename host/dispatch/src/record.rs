//! A choice with its reasons, to be read by people and programs.

use crate::arm::Choice;
use crate::cost::Residency;
use crate::policy::Policy;
use crate::task::Task;
use serde::Serialize;

/// A choice with its reasons.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Record {
    /// What was to be computed.
    pub task: Task,
    /// Where operands and result are.
    pub residency: Residency,
    /// How it was chosen.
    pub policy: Policy,
    /// Was the machine measured, or are the predictions guesses?
    pub measured_machine: bool,
    /// What was chosen.
    pub chosen: Choice,
    /// Is this a choice that was made to learn, not because it seemed best?
    pub explored: bool,
    /// Predicted seconds of the choice.
    pub predicted: Option<f64>,
    /// Seconds that it took, when somebody told.
    pub measured: Option<f64>,
    /// Every choice that could run it, least predicted time first.
    pub alternatives: Vec<Alternative>,
}

/// One of the choices that there were.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Alternative {
    /// The choice.
    pub choice: Choice,
    /// Its predicted seconds.
    pub predicted: f64,
}
