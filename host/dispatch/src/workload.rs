//! A task with memory of its own, to be run and timed.

use crate::task::{Dtype, Op, Task};
use batuta_kernels::{Arm, BinaryOp, Complex, Conv2d, Extremum, Float, UnaryOp, View, ViewMut};
use std::hint::black_box;

/// A task with memory of its own.
pub struct Workload(Box<dyn FnMut(Arm)>);

impl Workload {
    /// Lay out the memory of a task.
    pub fn new(task: &Task) -> Self {
        match task.dtype {
            Dtype::F32 => Self(of::<f32>(*task)),
            Dtype::F64 => Self(of::<f64>(*task)),
        }
    }

    /// Run it once.
    pub fn run(&mut self, arm: Arm) {
        (self.0)(arm);
    }
}

/// Numbers that are spread like noise, always the same: what a workload computes with.
pub fn numbers<T: Float>(len: usize) -> Vec<T> {
    let mut state = 0x9e37_79b9_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        T::constant(f64::from(state >> 8) / f64::from(1 << 24) - 0.5)
    };
    (0..len).map(|_| next()).collect()
}

/// The call of a task. Its extents fit by construction, so no kernel refuses them.
fn of<T: Float>(task: Task) -> Box<dyn FnMut(Arm)> {
    let Task { op, rows, inner, columns, .. } = task;
    let len = rows * columns;
    match op {
        Op::Add => {
            let (x, y, mut out) = (numbers::<T>(len), numbers::<T>(len), vec![T::ZERO; len]);
            Box::new(move |arm| {
                _ = black_box(batuta_kernels::binary(
                    arm,
                    BinaryOp::Add,
                    x.as_slice().into(),
                    y.as_slice().into(),
                    &mut out,
                ));
            })
        }
        Op::Axpy => {
            let (x, mut y) = (numbers::<T>(len), numbers::<T>(len));
            Box::new(move |arm| {
                _ = black_box(batuta_kernels::axpy(arm, T::constant(1e-9), &x, &mut y));
            })
        }
        Op::Exp => {
            let (x, mut out) = (numbers::<T>(len), vec![T::ZERO; len]);
            Box::new(move |arm| {
                _ = black_box(batuta_kernels::unary(arm, UnaryOp::Exp, &x, &mut out));
            })
        }
        Op::Softmax => {
            let (x, mut out) = (numbers::<T>(len), vec![T::ZERO; len]);
            Box::new(move |arm| {
                _ = black_box(batuta_kernels::softmax(arm, &x, columns, &mut out));
            })
        }
        Op::LayerNorm => {
            let (x, mut out) = (numbers::<T>(len), vec![T::ZERO; len]);
            Box::new(move |arm| {
                _ = black_box(batuta_kernels::layer_norm(arm, &x, columns, T::constant(1e-5), None, None, &mut out));
            })
        }
        Op::Dot | Op::Sum | Op::Max => reduction::<T>(op, len),
        Op::Gemv | Op::Gemm => product::<T>(op, rows, inner, columns),
        Op::Conv2d => convolution::<T>(rows, columns),
        Op::Sort => {
            let (x, mut work) = (numbers::<T>(len), vec![T::ZERO; len]);
            Box::new(move |arm| {
                work.copy_from_slice(&x);
                batuta_kernels::sort(arm, black_box(&mut work));
            })
        }
        Op::Fft => {
            let mut x: Vec<Complex<T>> = numbers::<T>(len).into_iter().map(|x| Complex::new(x, T::ZERO)).collect();
            // Scaled back, or repeated transforms would overflow.
            let scale = T::ONE / T::constant((len.max(1) as f64).sqrt());
            Box::new(move |_| {
                batuta_kernels::fft(&mut x);
                for x in &mut x {
                    *x = Complex::new(x.re * scale, x.im * scale);
                }
            })
        }
    }
}

fn reduction<T: Float>(op: Op, len: usize) -> Box<dyn FnMut(Arm)> {
    let (x, y) = (numbers::<T>(len), numbers::<T>(if op == Op::Dot { len } else { 0 }));
    match op {
        Op::Dot => Box::new(move |arm| {
            _ = black_box(batuta_kernels::dot(arm, &x, &y));
        }),
        Op::Max => Box::new(move |arm| {
            _ = black_box(batuta_kernels::extremum(arm, Extremum::Max, &x));
        }),
        _ => Box::new(move |arm| {
            black_box(batuta_kernels::sum(arm, &x));
        }),
    }
}

fn product<T: Float>(op: Op, rows: usize, inner: usize, columns: usize) -> Box<dyn FnMut(Arm)> {
    let (a, b, mut c) = (numbers::<T>(rows * inner), numbers::<T>(inner * columns), vec![T::ZERO; rows * columns]);
    if op == Op::Gemv {
        return Box::new(move |arm| {
            if let Ok(a) = View::new(&a, rows, inner) {
                _ = black_box(batuta_kernels::gemv(arm, a, &b, &mut c));
            }
        });
    }
    Box::new(move |arm| {
        if let (Ok(a), Ok(b), Ok(mut c)) =
            (View::new(&a, rows, inner), View::new(&b, inner, columns), ViewMut::new(&mut c, rows, columns))
        {
            _ = black_box(batuta_kernels::gemm(arm, T::ONE, a, b, T::ZERO, &mut c));
        }
    })
}

fn convolution<T: Float>(rows: usize, columns: usize) -> Box<dyn FnMut(Arm)> {
    let extents = Conv2d {
        channels: 1,
        height: rows,
        width: columns,
        filters: 8,
        filter_height: 3,
        filter_width: 3,
        stride: 1,
        padding: 1,
    };
    let (x, weights, mut out) = (numbers::<T>(rows * columns), numbers::<T>(8 * 9), vec![T::ZERO; 8 * rows * columns]);
    Box::new(move |arm| {
        _ = black_box(batuta_kernels::conv2d(arm, &extents, &x, &weights, &mut out));
    })
}
