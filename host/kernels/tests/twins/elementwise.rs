//! Elementwise kernels, comparisons and choices.

use super::support::{any_float, arms, cast, slices, ulp};
use batuta_kernels::generic::binary::divide;
use batuta_kernels::{
    BinaryOp, Comparison, Element, Error, Float, Operand, UnaryOp, binary, compare, fma, naive, select, unary,
};
use proptest::prelude::*;

/// What each function's docstring promises, in ULP.
fn bound(op: UnaryOp, x: f64, exact: f64, least_normal: f64) -> f64 {
    match op {
        UnaryOp::Exp | UnaryOp::Log => 1.1,
        UnaryOp::Tanh => 3.0,
        UnaryOp::Sigmoid if exact >= least_normal => 3.0,
        UnaryOp::Gelu if x.abs() < 3.0 => 32.0,
        UnaryOp::Sigmoid | UnaryOp::Gelu => f64::INFINITY,
        _ => 0.0,
    }
}

fn unary_holds<T: Float>(x: &[f64]) -> Result<(), TestCaseError> {
    let x: Vec<T> = cast(x);
    let x = &x[1..];
    for arm in arms() {
        for op in UnaryOp::ALL {
            let mut out = vec![T::ZERO; x.len()];
            unary(arm, op, x, &mut out).unwrap();
            for (x, out) in x.iter().zip(&out) {
                let exact = naive::elementwise::unary(op, x.to_f64());
                let exact = if matches!(op, UnaryOp::Reciprocal | UnaryOp::Square | UnaryOp::Sqrt) {
                    T::constant(exact).to_f64()
                } else {
                    exact
                };
                let bound = bound(op, x.to_f64(), exact, T::LEAST_NORMAL.to_f64());
                // The reference itself is off by half a unit of double precision, or a little more.
                let slack = if bound == 0.0 || T::FRACTION_BITS < 52 { 0.0 } else { 1.0 };
                let error = ulp(*out, exact);
                let close = (out.to_f64() - exact).abs() <= x.to_f64().abs() * 2f64.powi(-(T::FRACTION_BITS as i32));
                prop_assert!(
                    error <= bound + slack,
                    "{} {op:?}({x:?}) = {out:?}, exactly {exact:e}: {error} ULP",
                    arm.name()
                );
                prop_assert!(
                    op != UnaryOp::Gelu || close || error <= 32.0,
                    "{} gelu({x:?}) = {out:?}, exactly {exact:e}",
                    arm.name()
                );
            }
        }
    }
    Ok(())
}

fn binary_holds<T: Element>(x: &[T], y: &[T]) -> Result<(), TestCaseError> {
    let same = |a: T, b: T| a == b || a.is_nan() && b.is_nan();
    for arm in arms() {
        for op in BinaryOp::ALL {
            let mut out = vec![T::ZERO; x.len()];
            binary(arm, op, x.into(), y.into(), &mut out).unwrap();
            for ((x, y), out) in x.iter().zip(y).zip(&out) {
                prop_assert!(
                    same(*out, naive::elementwise::binary(op, *x, *y)),
                    "{} {op:?}({x:?}, {y:?}) = {out:?}",
                    arm.name()
                );
            }
            let Some(scalar) = y.first().copied() else { continue };
            binary(arm, op, Operand::Scalar(scalar), x.into(), &mut out).unwrap();
            prop_assert!(x.iter().zip(&out).all(|(x, out)| same(*out, naive::elementwise::binary(op, scalar, *x))));
            binary(arm, op, x.into(), Operand::Scalar(scalar), &mut out).unwrap();
            prop_assert!(x.iter().zip(&out).all(|(x, out)| same(*out, naive::elementwise::binary(op, *x, scalar))));
        }
        for how in Comparison::ALL {
            let mut out = vec![false; x.len()];
            compare(arm, how, x.into(), y.into(), &mut out).unwrap();
            prop_assert!(
                x.iter().zip(y).zip(&out).all(|((x, y), out)| *out == naive::elementwise::compare(how, *x, *y))
            );
            let mut chosen = vec![T::ZERO; x.len()];
            select(arm, &out, x.into(), y.into(), &mut chosen).unwrap();
            let expected = x.iter().zip(y).zip(&out).map(|((x, y), out)| if *out { *x } else { *y });
            prop_assert!(expected.zip(&chosen).all(|(expected, chosen)| same(*chosen, expected)));
        }
    }
    Ok(())
}

fn fused_holds<T: Float>(x: &[T], y: &[T], z: &[T]) -> Result<(), TestCaseError> {
    for arm in arms() {
        let mut out = vec![T::ZERO; x.len()];
        fma(arm, x, y, z.into(), &mut out).unwrap();
        for (((x, y), z), out) in x.iter().zip(y).zip(z).zip(&out) {
            let (once, twice) = (x.madd::<true>(*y, *z), *x * *y + *z);
            prop_assert!(
                *out == once || *out == twice || out.is_nan() && (once.is_nan() || twice.is_nan()),
                "{x:?} * {y:?} + {z:?} = {out:?}"
            );
        }
        divide(arm, x.into(), y.into(), &mut out).unwrap();
        prop_assert!(
            x.iter().zip(y).zip(&out).all(|((x, y), out)| *out == *x / *y || out.is_nan() && (*x / *y).is_nan())
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn functions_of_one_operand_keep_their_bounds(x in slices(any_float())) {
        unary_holds::<f64>(&x)?;
        unary_holds::<f32>(&x)?;
    }

    #[test]
    fn functions_of_two_operands_are_exact(x in slices(any_float()), y in slices(any_float()), z in slices(any_float())) {
        let len = x.len().min(y.len()).min(z.len());
        binary_holds::<f64>(&x[1..len], &y[1..len])?;
        binary_holds::<f32>(&cast(&x[1..len]), &cast(&y[1..len]))?;
        let whole = |x: &[f64]| x[1..len].iter().map(|x| x.to_bits() as i64).collect::<Vec<_>>();
        binary_holds::<i64>(&whole(&x), &whole(&y))?;
        let short = |x: &[f64]| x[1..len].iter().map(|x| x.to_bits() as i32).collect::<Vec<_>>();
        binary_holds::<i32>(&short(&x), &short(&y))?;
        fused_holds::<f64>(&x[1..len], &y[1..len], &z[1..len])?;
        fused_holds::<f32>(&cast(&x[1..len]), &cast(&y[1..len]), &cast(&z[1..len]))?;
    }
}

/// Every float of a range in steps, so that no rounding boundary of the reduction is missed.
#[test]
fn the_exponential_and_the_logarithm_keep_their_bounds_all_over() {
    let x: Vec<f32> = (0..4_000_000u32).map(|i| f32::from_bits(i.wrapping_mul(1073))).filter(|x| !x.is_nan()).collect();
    for arm in arms() {
        for op in [UnaryOp::Exp, UnaryOp::Log, UnaryOp::Tanh] {
            let mut out = vec![0.0; x.len()];
            unary(arm, op, &x, &mut out).unwrap();
            let worst = x
                .iter()
                .zip(&out)
                .map(|(x, out)| (ulp(*out, naive::elementwise::unary(op, f64::from(*x))), *x))
                .max_by(|a, b| a.0.total_cmp(&b.0));
            let (error, at) = worst.unwrap();
            assert!(error <= bound(op, f64::from(at), 1.0, 0.0), "{} {op:?}({at:e}): {error} ULP", arm.name());
        }
    }
}

#[test]
fn lengths_that_differ_are_refused_and_nothing_is_written() {
    let arm = batuta_kernels::Arm::best();
    let mut out = [7.0f64; 2];
    assert!(matches!(unary(arm, UnaryOp::Neg, &[1.0], &mut out), Err(Error::Mismatch { left: 1, right: 2, .. })));
    assert!(binary(arm, BinaryOp::Add, (&[1.0][..]).into(), Operand::Scalar(1.0), &mut out).is_err());
    assert!(select(arm, &[true], Operand::Scalar(1.0), Operand::Scalar(2.0), &mut out).is_err());
    assert_eq!(out, [7.0; 2]);
}
