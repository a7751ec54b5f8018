//! What a call costs when there is next to nothing to do.

use crate::timing::interleaved;
use batuta_kernels::{Arm, BinaryOp, UnaryOp, binary, dot, sum, unary};
use std::hint::black_box;
use std::time::Duration;

/// Print nanoseconds per call on four numbers.
pub fn report() {
    let (x, y) = ([1.0f64, 2.0, 3.0, 4.0], [4.0f64, 3.0, 2.0, 1.0]);
    let (mut a, mut b) = ([0.0f64; 4], [0.0f64; 4]);
    let mut sides: Vec<Box<dyn FnMut()>> = vec![
        Box::new(|| {
            binary(Arm::best(), BinaryOp::Add, black_box(&x[..]).into(), black_box(&y[..]).into(), &mut a)
                .expect("fits")
        }),
        Box::new(|| unary(Arm::best(), UnaryOp::Sqrt, black_box(&x), &mut b).expect("fits")),
        Box::new(|| {
            black_box(sum(Arm::best(), black_box(&x)));
        }),
        Box::new(|| {
            black_box(dot(Arm::best(), black_box(&x), black_box(&y)).expect("fits"));
        }),
    ];
    let times = interleaved(&mut sides, Duration::from_millis(200));
    println!("\nA call on four numbers, ns (median; goal 30)");
    for (name, times) in ["add", "sqrt", "sum", "dot"].iter().zip(times) {
        println!("  {name:<5} {:>5.1}", times.median * 1e9);
    }
}
