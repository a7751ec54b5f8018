//! x86-64: the baseline (SSE2), AVX2 with FMA, and AVX-512.
#![allow(unsafe_code)]

use super::Work;
use std::sync::atomic::{AtomicU8, Ordering};

/// An instruction set of this architecture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Isa {
    /// What every x86-64 CPU has.
    Portable,
    /// AVX2, FMA and BMI2: x86-64-v3.
    Avx2,
    /// AVX-512 F, BW, CD, DQ and VL: x86-64-v4.
    Avx512,
}

pub(super) const ALL: [Isa; 3] = [Isa::Portable, Isa::Avx2, Isa::Avx512];

pub(super) fn name(isa: Isa) -> &'static str {
    match isa {
        Isa::Portable => "portable",
        Isa::Avx2 => "avx2",
        Isa::Avx512 => "avx512",
    }
}

pub(super) fn has(isa: Isa) -> bool {
    let avx2 =
        || is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma") && is_x86_feature_detected!("bmi2");
    match isa {
        Isa::Portable => true,
        Isa::Avx2 => avx2(),
        Isa::Avx512 => {
            avx2()
                && is_x86_feature_detected!("avx512f")
                && is_x86_feature_detected!("avx512bw")
                && is_x86_feature_detected!("avx512cd")
                && is_x86_feature_detected!("avx512dq")
                && is_x86_feature_detected!("avx512vl")
        }
    }
}

pub(super) fn best() -> Isa {
    const UNKNOWN: u8 = u8::MAX;
    static BEST: AtomicU8 = AtomicU8::new(UNKNOWN);
    let found = BEST.load(Ordering::Relaxed);
    if found != UNKNOWN {
        return ALL[usize::from(found)];
    }
    let index = ALL.into_iter().rposition(has).unwrap_or(0);
    BEST.store(index as u8, Ordering::Relaxed);
    ALL[index]
}

#[inline]
pub(super) fn run<W: Work>(isa: Isa, work: W) -> W::Output {
    match isa {
        Isa::Portable => work.run::<false>(),
        // SAFETY: the value can be made only by `best` and `available` of the parent, both of which asked `has`.
        Isa::Avx2 => unsafe { avx2(work) },
        // SAFETY: as above.
        Isa::Avx512 => unsafe { avx512(work) },
    }
}

#[target_feature(enable = "avx2,fma,bmi2")]
fn avx2<W: Work>(work: W) -> W::Output {
    work.run::<true>()
}

#[target_feature(enable = "avx2,fma,bmi2,avx512f,avx512bw,avx512cd,avx512dq,avx512vl")]
fn avx512<W: Work>(work: W) -> W::Output {
    work.run::<true>()
}

#[cfg(feature = "full")]
#[inline]
pub(super) fn vectorize<W: pulp::WithSimd>(isa: Isa, work: W) -> W::Output {
    use pulp::Simd;
    match isa {
        Isa::Portable => Simd::vectorize(pulp::Scalar::new(), work),
        Isa::Avx2 => match pulp::x86::V3::try_new() {
            Some(simd) => Simd::vectorize(simd, work),
            None => Simd::vectorize(pulp::Scalar::new(), work),
        },
        Isa::Avx512 => match pulp::x86::V4::try_new() {
            Some(simd) => Simd::vectorize(simd, work),
            None => vectorize(Isa::Avx2, work),
        },
    }
}
