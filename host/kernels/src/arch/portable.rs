//! Any other architecture: its baseline, without fused multiply-add.

use super::Work;

/// An instruction set of this architecture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Isa {
    /// The baseline.
    Portable,
}

pub(super) const ALL: [Isa; 1] = [Isa::Portable];

pub(super) fn name(_: Isa) -> &'static str {
    "portable"
}

pub(super) fn has(_: Isa) -> bool {
    true
}

pub(super) fn best() -> Isa {
    Isa::Portable
}

#[inline]
pub(super) fn run<W: Work>(_: Isa, work: W) -> W::Output {
    work.run::<false>()
}

#[cfg(feature = "full")]
#[inline]
pub(super) fn vectorize<W: pulp::WithSimd>(_: Isa, work: W) -> W::Output {
    use pulp::Simd;
    Simd::vectorize(pulp::Scalar::new(), work)
}
