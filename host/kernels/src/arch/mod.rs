//! Instruction sets: which there are, which this CPU has, and how a kernel's body is compiled for each.
//!
//! A body is a [`Work`] whose `run` is inlined into one function per instruction set. Only this module says
//! `#[target_feature]`, and a [`Path`] can be had only where the CPU has it: so calling one is sound everywhere else.

#[cfg(target_arch = "aarch64")]
mod aarch64;
#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
mod portable;
#[cfg(target_arch = "x86_64")]
mod x86_64;

#[cfg(target_arch = "aarch64")]
use aarch64 as native;
#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
use portable as native;
#[cfg(target_arch = "x86_64")]
use x86_64 as native;

/// The body of a kernel, with its arguments.
pub trait Work {
    /// What it computes.
    type Output;
    /// Run it. `FMA` says that a fused multiply-add is one instruction. Implementations are `#[inline(always)]`.
    fn run<const FMA: bool>(self) -> Self::Output;
}

/// An instruction set that this CPU has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Path(native::Isa);

impl Path {
    /// The widest that this CPU has. Looked up once; then an atomic load.
    pub fn best() -> Self {
        Self(native::best())
    }

    /// The one that every CPU of the architecture has.
    pub fn plainest() -> Self {
        Self(native::ALL[0])
    }

    /// Every path that this CPU has, plainest first.
    pub fn available() -> Vec<Self> {
        native::ALL.into_iter().filter(|isa| native::has(*isa)).map(Self).collect()
    }

    /// Names of the paths that are compiled for this architecture but that this CPU lacks.
    pub fn missing() -> Vec<&'static str> {
        native::ALL.into_iter().filter(|isa| !native::has(*isa)).map(native::name).collect()
    }

    /// `portable`, `avx2`, `avx512` or `neon`.
    pub fn name(self) -> &'static str {
        native::name(self.0)
    }

    /// Run a body compiled for this instruction set.
    #[inline]
    pub fn run<W: Work>(self, work: W) -> W::Output {
        native::run(self.0, work)
    }

    /// Run a body that is written with vectors: for the few that the compiler does not vectorise by itself.
    #[cfg(feature = "full")]
    #[inline]
    pub(crate) fn vectorize<W: pulp::WithSimd>(self, work: W) -> W::Output {
        native::vectorize(self.0, work)
    }
}

/// How a kernel runs: on which instruction set and on how many threads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Arm {
    /// The instruction set.
    pub path: Path,
    /// Threads that may work at once, at least 1. They are rayon's.
    pub threads: usize,
}

impl Arm {
    /// The widest instruction set, on this thread alone.
    pub fn best() -> Self {
        Self { path: Path::best(), threads: 1 }
    }

    /// The widest instruction set, on every thread of rayon's pool.
    #[cfg(feature = "full")]
    pub fn parallel() -> Self {
        Self { path: Path::best(), threads: rayon::current_num_threads() }
    }

    /// A path, on this thread alone.
    pub fn on(path: Path) -> Self {
        Self { path, threads: 1 }
    }

    /// `avx2`, or `avx2 x 4` for four threads.
    pub fn name(self) -> String {
        if self.threads == 1 {
            self.path.name().to_string()
        } else {
            format!("{} x {}", self.path.name(), self.threads)
        }
    }
}
