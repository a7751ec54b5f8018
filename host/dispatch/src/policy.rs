//! How a choice is made: by cost, or by one of two fixed rules that are kept for comparison.

use crate::arm::Choice;
use crate::profile::Profile;
use crate::task::{Op, Task};
use serde::{Deserialize, Serialize};

/// How a choice is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Policy {
    /// The least predicted time.
    #[default]
    Cost,
    /// A device when computing there takes five times as long as the transfer there, else vectors: a rule that is quoted often
    /// and that never asks what the host would take. For comparison only.
    FiveX,
    /// Fixed numbers of elements per class of operation. For comparison only.
    Moe,
}

/// Operations per second that the rule assumes of any device.
const ASSUMED_FLOPS: f64 = 20e12;
/// Bytes per second that the rule assumes of any link.
const ASSUMED_LINK: f64 = 32e9;

impl Policy {
    /// What the rule says; none for [`Policy::Cost`], which is no rule.
    pub(crate) fn rule(self, profile: &Profile, task: &Task) -> Option<Choice> {
        let device = || if profile.devices.is_empty() { Choice::Simd } else { Choice::Device(0) };
        let elements = task.scale();
        match self {
            Self::Cost => None,
            Self::FiveX => {
                let transfer = (task.bytes_in() + task.bytes_out()) / ASSUMED_LINK;
                Some(if task.flops() / ASSUMED_FLOPS > 5.0 * transfer { device() } else { Choice::Simd })
            }
            Self::Moe => Some(match class(task.op) {
                Class::Low if elements > 1e6 => Choice::Simd,
                Class::Low => Choice::Scalar,
                Class::Medium if elements > 1e5 => device(),
                Class::Medium if elements > 1e4 => Choice::Simd,
                Class::Medium => Choice::Scalar,
                Class::High if elements > 1e4 => device(),
                Class::High if elements > 1e3 => Choice::Simd,
                Class::High => Choice::Scalar,
            }),
        }
    }
}

/// Classes of operations in the fixed table.
enum Class {
    Low,
    Medium,
    High,
}

fn class(op: Op) -> Class {
    match op {
        Op::Add | Op::Axpy | Op::Exp => Class::Low,
        Op::Gemm | Op::Conv2d => Class::High,
        _ => Class::Medium,
    }
}
