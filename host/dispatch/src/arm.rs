//! What a task may run on.

use batuta_kernels::{Arm, Path};
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a task may run on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    /// One thread on the plainest instruction set.
    Scalar,
    /// One thread on the widest instruction set.
    Simd,
    /// So many threads on the widest instruction set.
    Threads(u16),
    /// A device of the profile, by its number.
    Device(u16),
}

impl Choice {
    /// The host's choices for a machine of so many threads: powers of two, and all of them.
    pub fn of_host(threads: usize) -> Vec<Self> {
        let mut choices = vec![Self::Scalar, Self::Simd];
        let mut count = 2;
        while count < threads {
            choices.push(Self::Threads(count as u16));
            count *= 2;
        }
        if threads > 1 {
            choices.push(Self::Threads(threads.min(usize::from(u16::MAX)) as u16));
        }
        choices
    }

    /// The kernels' arm; none for a device.
    pub fn arm(self) -> Option<Arm> {
        match self {
            Self::Scalar => Some(Arm::on(Path::plainest())),
            Self::Simd => Some(Arm::best()),
            Self::Threads(threads) => Some(Arm { path: Path::best(), threads: usize::from(threads) }),
            Self::Device(_) => None,
        }
    }

    /// Threads of the host that work.
    pub fn threads(self) -> usize {
        match self {
            Self::Threads(threads) => usize::from(threads),
            _ => 1,
        }
    }
}

impl fmt::Display for Choice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scalar => f.write_str("scalar"),
            Self::Simd => f.write_str("simd"),
            Self::Threads(threads) => write!(f, "simd x {threads}"),
            Self::Device(index) => write!(f, "device {index}"),
        }
    }
}
