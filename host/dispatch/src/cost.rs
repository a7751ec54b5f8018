//! What a choice would take.

use crate::arm::Choice;
use crate::profile::{Curve, Profile};
use crate::task::Task;
use serde::{Deserialize, Serialize};

/// Where the operands are and where the result is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Residency {
    /// The device that holds the operands; the host when none.
    pub operands: Option<u16>,
    /// The device that wants the result; the host when none.
    pub result: Option<u16>,
}

/// Operations per second of a machine that was not measured, in one thread: scalar and with vectors.
const GUESS: (f64, f64) = (1e9, 4e9);

/// Seconds that a task would take: launch + bytes that are not yet there + the work + the way back. None when the choice
/// cannot run it.
pub fn predict(profile: &Profile, task: &Task, choice: Choice, residency: Residency) -> Option<f64> {
    if choice == Choice::Scalar && was_given_up(profile, task) {
        return None;
    }
    let can = match choice {
        Choice::Threads(threads) => task.op.shares() && (!task.op.by_rows() || task.rows >= usize::from(threads)),
        Choice::Scalar => task.op.has_scalar(),
        Choice::Simd | Choice::Device(_) => true,
    };
    if !can {
        return None;
    }
    let work = match profile.curve(task.op, task.dtype, choice) {
        Some(curve) => curve.at(task.scale(), task.op.growth())?,
        None if profile.measured => return None,
        None => guess(profile, task, choice)?,
    };
    Some(work + transfers(profile, task, choice, residency)?)
}

/// Calibration leaves plain loops out where they take long; their curve must not be drawn on past that, where other choices were
/// measured.
fn was_given_up(profile: &Profile, task: &Task) -> bool {
    let end = |choice| profile.curve(task.op, task.dtype, choice).and_then(Curve::end);
    end(Choice::Scalar)
        .is_some_and(|end_of_scalar| end_of_scalar < task.scale() && end(Choice::Simd) > Some(end_of_scalar))
}

/// Seconds for the operands to come and the result to go.
fn transfers(profile: &Profile, task: &Task, choice: Choice, residency: Residency) -> Option<f64> {
    let here = match choice {
        Choice::Device(index) => Some(index),
        _ => None,
    };
    let mut seconds = 0.0;
    if residency.operands != here {
        seconds += download(profile, residency.operands, task.bytes_in())? + upload(profile, here, task.bytes_in())?;
    }
    if residency.result != here {
        seconds += download(profile, here, task.bytes_out())? + upload(profile, residency.result, task.bytes_out())?;
    }
    let launch = here.map_or(Some(0.0), |index| Some(profile.devices.get(usize::from(index))?.launch))?;
    Some(seconds + launch)
}

fn upload(profile: &Profile, to: Option<u16>, bytes: f64) -> Option<f64> {
    to.map_or(Some(0.0), |index| profile.devices.get(usize::from(index))?.upload.at(bytes, 1.0))
}

fn download(profile: &Profile, from: Option<u16>, bytes: f64) -> Option<f64> {
    from.map_or(Some(0.0), |index| profile.devices.get(usize::from(index))?.download.at(bytes, 1.0))
}

/// Without measurements: a rate per kind of choice, and what a fork costs.
fn guess(profile: &Profile, task: &Task, choice: Choice) -> Option<f64> {
    match choice {
        Choice::Scalar => Some(task.flops() / GUESS.0),
        Choice::Simd => Some(task.flops() / GUESS.1),
        Choice::Threads(threads) => Some(profile.fork + task.flops() / (GUESS.1 * f64::from(threads))),
        Choice::Device(_) => None,
    }
}
