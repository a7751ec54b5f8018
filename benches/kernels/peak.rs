//! What this core can do: fused multiply-adds in registers, as `batuta calibrate` measures them.

use batuta_kernels::Path;
use std::time::Instant;

/// Floating-point operations per second, in thousand millions; a fused multiply-add is two.
pub struct Flops {
    /// Single precision.
    pub single: f64,
    /// Double precision.
    pub double: f64,
}

/// The greatest of several short runs, on the widest path.
pub fn flops() -> Flops {
    let start = Instant::now();
    let clock = || start.elapsed();
    let best = |measure: &dyn Fn() -> f64| (0..5).map(|_| measure()).fold(0.0, f64::max) / 1e9;
    Flops {
        single: best(&|| batuta_dispatch::peak::<f32>(Path::best(), &clock)),
        double: best(&|| batuta_dispatch::peak::<f64>(Path::best(), &clock)),
    }
}
