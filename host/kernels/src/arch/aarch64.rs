//! aarch64: NEON with fused multiply-add, which every such CPU has.

use super::Work;

/// An instruction set of this architecture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Isa {
    /// The baseline of aarch64.
    Neon,
}

pub(super) const ALL: [Isa; 1] = [Isa::Neon];

pub(super) fn name(_: Isa) -> &'static str {
    "neon"
}

pub(super) fn has(_: Isa) -> bool {
    true
}

pub(super) fn best() -> Isa {
    Isa::Neon
}

#[inline]
pub(super) fn run<W: Work>(_: Isa, work: W) -> W::Output {
    work.run::<true>()
}

#[cfg(feature = "full")]
#[inline]
pub(super) fn vectorize<W: pulp::WithSimd>(_: Isa, work: W) -> W::Output {
    use pulp::Simd;
    match pulp::aarch64::Neon::try_new() {
        Some(simd) => Simd::vectorize(simd, work),
        None => Simd::vectorize(pulp::Scalar::new(), work),
    }
}
