//! The shaders, and how a launch describes itself to one.

use std::borrow::Cow;

/// Threads of a workgroup; every device has at least so many.
pub(crate) const GROUP: u32 = 256;
/// Workgroups along one dimension of a launch at most (WebGPU's default limit).
pub(crate) const MOST_GROUPS: u32 = 65_535;

/// A program for the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kernel {
    Add,
    Axpy,
    Exp,
    Sum,
    Max,
    Dot,
    Softmax,
    LayerNorm,
    Gemv,
    Gemm,
    Conv2d,
}

impl Kernel {
    /// Its text in WGSL.
    pub(crate) fn source(self) -> Cow<'static, str> {
        let map = include_str!("shaders/map.wgsl");
        let zip = include_str!("shaders/zip.wgsl");
        let reduce = include_str!("shaders/reduce.wgsl");
        let sum = |first: &str, second: &str| {
            let reduce = reduce.replace("FIRST", first).replace("SECOND", second);
            Cow::Owned(reduce.replace("NOTHING", "0.0").replace("BOTH", "a + b"))
        };
        let rows = |main: &str| Cow::Owned([include_str!("shaders/rows.wgsl"), main].concat());
        match self {
            Self::Exp => Cow::Owned(map.replace("VALUE", "exp(x[i])")),
            Self::Add => Cow::Owned(zip.replace("VALUE", "x[i] + y[i]")),
            Self::Axpy => Cow::Borrowed(include_str!("shaders/axpy.wgsl")),
            Self::Sum => sum("x[i]", ""),
            Self::Dot => sum("x[i] * y[i]", "@group(0) @binding(3) var<storage, read> y: array<f32>;"),
            Self::Max => {
                // The least float as bits, since WGSL has no infinity; what a NaN meets becomes NaN, as on the host.
                let reduce = reduce.replace("FIRST", "x[i]").replace("SECOND", "");
                Cow::Owned(reduce.replace("NOTHING", "bitcast<f32>(0xff800000u)").replace("BOTH", "greater(a, b)"))
            }
            Self::Softmax => rows(include_str!("shaders/softmax.wgsl")),
            Self::LayerNorm => rows(include_str!("shaders/layer_norm.wgsl")),
            Self::Gemv => Cow::Borrowed(include_str!("shaders/gemv.wgsl")),
            Self::Gemm => Cow::Borrowed(include_str!("shaders/gemm.wgsl")),
            Self::Conv2d => Cow::Borrowed(include_str!("shaders/conv2d.wgsl")),
        }
    }
}

/// The numbers of a launch: eight words, as every shader declares them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Numbers(pub(crate) [u32; 8]);

impl Numbers {
    /// With these extents first.
    pub(crate) fn extents<const N: usize>(extents: [usize; N]) -> Self {
        let mut numbers = Self::default();
        for (slot, extent) in numbers.0.iter_mut().zip(extents) {
            *slot = u32::try_from(extent).unwrap_or(u32::MAX);
        }
        numbers
    }

    /// With this float at a place.
    pub(crate) fn float(mut self, place: usize, value: f32) -> Self {
        self.0[place] = value.to_bits();
        self
    }
}
