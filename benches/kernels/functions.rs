//! Elementary functions and normalisations against NumPy.

use crate::rivals::Rivals;
use crate::timing::{geomean, interleaved};
use batuta_kernels::{Arm, Float, UnaryOp, layer_norm, softmax, unary};
use std::time::Duration;

const LEN: usize = 100_000;
const COLUMNS: usize = 1000;

/// Our call: from numbers to numbers.
type Function<'a, T> = Box<dyn FnMut(&[T], &mut [T]) + 'a>;
/// A name, what NumPy writes, and our call.
type Case<'a, T> = (&'a str, &'a str, Function<'a, T>);

/// Print the ratio per function and type.
pub fn report(rivals: &Rivals) {
    println!("\nFunctions of {LEN} numbers, one thread: ns per number, ours and NumPy's (least time)");
    let ratios = [table::<f32>("float32", rivals), table::<f64>("float64", rivals)].concat();
    if !ratios.is_empty() {
        println!("  faster than NumPy: {:.1} (goal 2)", geomean(&ratios));
    }
}

fn cases<'a, T: Float>() -> Vec<Case<'a, T>> {
    let arm = Arm::best();
    let function =
        move |op: UnaryOp| -> Function<'a, T> { Box::new(move |x, out| unary(arm, op, x, out).expect("fits")) };
    vec![
        ("exp", "np.exp(x, out=o)", function(UnaryOp::Exp)),
        ("log", "np.log(p, out=o)", function(UnaryOp::Log)),
        ("tanh", "np.tanh(x, out=o)", function(UnaryOp::Tanh)),
        (
            "softmax",
            "e = np.exp(m - m.max(axis=1, keepdims=True)); r = e / e.sum(axis=1, keepdims=True)",
            Box::new(move |x, out| softmax(arm, x, COLUMNS, out).expect("fits")),
        ),
        (
            "layer norm",
            "r = (m - m.mean(axis=1, keepdims=True)) / np.sqrt(m.var(axis=1, keepdims=True) + 1e-5)",
            Box::new(move |x, out| layer_norm(arm, x, COLUMNS, T::constant(1e-5), None, None, out).expect("fits")),
        ),
    ]
}

fn table<T: Float>(dtype: &str, rivals: &Rivals) -> Vec<f64> {
    let x: Vec<T> = (0..LEN).map(|i| T::constant((i * 7919 % LEN) as f64 / LEN as f64 * 10.0 - 5.0)).collect();
    let positive: Vec<T> = x.iter().map(|x| x.magnitude() + T::constant(0.001)).collect();
    let mut out = vec![T::ZERO; LEN];
    let mut numpy = rivals.numpy();
    let setup = format!(
        "x = ((np.arange({LEN}) * 7919 % {LEN}) / {LEN} * 10 - 5).astype(np.{dtype}); o = np.empty_like(x); p = np.abs(x) + 0.001; m = x.reshape(-1, {COLUMNS})"
    );
    let mut ratios = Vec::new();
    for (name, statement, mut call) in cases::<T>() {
        let mut sides: Vec<Box<dyn FnMut()>> =
            vec![Box::new(|| call(if name == "log" { &positive } else { &x }, &mut out))];
        let ours = interleaved(&mut sides, Duration::from_millis(300))[0].least * 1e9 / LEN as f64;
        match numpy.as_mut().and_then(|numpy| numpy.time(&setup, statement)) {
            Some((least, _)) => {
                let theirs = least * 1e9 / LEN as f64;
                println!("  {dtype} {name:<11} {ours:>6.2}  {theirs:>6.2}  x {:.1}", theirs / ours);
                ratios.push(theirs / ours);
            }
            None => println!("  {dtype} {name:<11} {ours:>6.2}  no NumPy"),
        }
    }
    ratios
}
