//! Reductions, scans, sorting and normalisation.

use super::support::{any_float, arms, cast, near, slices, tame_float, ulp};
use batuta_kernels::{
    Arm, Element, Error, Extremum, Float, arg_extremum, argsort, axpy, cumsum, dot, extremum, gather, layer_norm, mean,
    naive, norm, softmax, sort, sum, top_k, variance,
};
use proptest::prelude::*;

fn same<T: Element>(a: T, b: T) -> bool {
    a == b || a.is_nan() && b.is_nan()
}

fn sums_hold<T: Float>(x: &[T], y: &[T]) -> Result<(), TestCaseError> {
    let magnitude: f64 = x.iter().map(|x| x.to_f64().abs()).sum();
    let products: f64 = x.iter().zip(y).map(|(x, y)| (x.to_f64() * y.to_f64()).abs()).sum();
    for arm in arms() {
        prop_assert_eq!(sum(arm, x), naive::reduce::pairwise(x), "{}", arm.name());
        prop_assert!(near(sum(arm, x), naive::reduce::sum(x), magnitude, x.len()));
        prop_assert!(near(dot(arm, x, y).unwrap(), naive::reduce::dot(x, y), products, x.len()));
        let squares = naive::reduce::dot(x, x);
        prop_assert!(near(norm(arm, x), squares.sqrt(), squares.sqrt(), x.len()));
        let mut scaled = y.to_vec();
        axpy(arm, T::constant(0.5), x, &mut scaled).unwrap();
        prop_assert!(x.iter().zip(y).zip(&scaled).all(|((x, y), got)| ulp(*got, x.to_f64() * 0.5 + y.to_f64()) <= 1.0));
        if x.is_empty() {
            prop_assert_eq!(mean(arm, x), Err(Error::Empty("the mean")));
            continue;
        }
        let average = naive::reduce::sum(x) / x.len() as f64;
        let spread = x.iter().map(|x| (x.to_f64() - average).powi(2)).sum::<f64>() / x.len() as f64;
        prop_assert!(near(mean(arm, x).unwrap(), average, magnitude / x.len() as f64, x.len()));
        prop_assert!(near(variance(arm, x, 0).unwrap(), spread, spread + 100.0 * average.abs(), x.len()));
    }
    Ok(())
}

fn order_holds<T: Element>(x: &[T]) -> Result<(), TestCaseError> {
    for arm in arms() {
        for which in [Extremum::Min, Extremum::Max] {
            let at = naive::reduce::arg_extremum(which, x);
            prop_assert_eq!(arg_extremum(arm, which, x).ok(), at, "{} {:?}", arm.name(), which);
            prop_assert_eq!(extremum(arm, which, x).ok().is_some(), at.is_some());
            if let Some(at) = at {
                prop_assert!(same(extremum(arm, which, x).unwrap(), x[at]));
            }
        }
        let order = argsort(arm, x);
        let mut expected: Vec<usize> = (0..x.len()).collect();
        expected.sort_by(|a, b| {
            x[*a].is_nan().cmp(&x[*b].is_nan()).then(x[*a].partial_cmp(&x[*b]).unwrap_or(std::cmp::Ordering::Equal))
        });
        prop_assert_eq!(&order, &expected);
        let (mut sorted, mut picked) = (x.to_vec(), x.to_vec());
        sort(arm, &mut sorted);
        gather(arm, x, &order, &mut picked).unwrap();
        prop_assert!(sorted.iter().zip(&picked).all(|(a, b)| same(*a, *b)));
        let mut descending: Vec<usize> = (0..x.len()).collect();
        descending.sort_by(|a, b| {
            x[*a].is_nan().cmp(&x[*b].is_nan()).then(x[*b].partial_cmp(&x[*a]).unwrap_or(std::cmp::Ordering::Equal))
        });
        for k in [0, 1, 5, x.len()] {
            prop_assert_eq!(top_k(x, k), &descending[..k.min(x.len())]);
        }
    }
    Ok(())
}

fn rows_hold<T: Float>(x: &[T], columns: usize) -> Result<(), TestCaseError> {
    let x = &x[..x.len() / columns * columns];
    let ones = vec![T::ONE; columns];
    for arm in arms() {
        let mut out = vec![T::ZERO; x.len()];
        softmax(arm, x, columns, &mut out).unwrap();
        for (x, out) in x.chunks_exact(columns).zip(out.chunks_exact(columns)) {
            let most = x.iter().fold(f64::NEG_INFINITY, |most, x| most.max(x.to_f64()));
            // In double precision the twin's own sum is off by as much as ours.
            let slack = if T::FRACTION_BITS < 52 { 0.0 } else { columns as f64 };
            for ((got, exact), x) in out.iter().zip(naive::reduce::softmax(x)).zip(x) {
                prop_assert!(
                    ulp(*got, exact) <= 6.0 + slack + most - x.to_f64() || exact < T::LEAST_NORMAL.to_f64(),
                    "{} softmax {:?}, exactly {:e}",
                    arm.name(),
                    got,
                    exact
                );
            }
        }
        layer_norm(arm, x, columns, T::constant(1e-5), Some(&ones), None, &mut out).unwrap();
        for (x, out) in x.chunks_exact(columns).zip(out.chunks_exact(columns)) {
            for (got, exact) in out.iter().zip(naive::reduce::layer_norm(x, T::constant(1e-5).to_f64())) {
                prop_assert!(
                    (got.to_f64() - exact).abs() <= 4e4 * 2f64.powi(-(T::FRACTION_BITS as i32)),
                    "{got:?}, exactly {exact:e}"
                );
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn sums_agree(x in slices(tame_float()), y in slices(tame_float())) {
        let len = x.len().min(y.len());
        sums_hold::<f64>(&x[1..len], &y[1..len])?;
        sums_hold::<f32>(&cast(&x[1..len]), &cast(&y[1..len]))?;
        let whole: Vec<i64> = x.iter().map(|x| x.to_bits() as i64).collect();
        for arm in arms() {
            prop_assert_eq!(sum(arm, &whole), whole.iter().fold(0i64, |a, b| a.wrapping_add(*b)));
        }
    }

    #[test]
    fn orders_agree(x in slices(any_float())) {
        order_holds::<f64>(&x[1..])?;
        order_holds::<f32>(&cast(&x[1..]))?;
        let few: Vec<i32> = x.iter().map(|x| x.to_bits() as i32 % 7).collect();
        order_holds::<i32>(&few)?;
    }

    #[test]
    fn rows_agree(x in slices(tame_float()), columns in 1usize..40) {
        rows_hold::<f64>(&x, columns)?;
        rows_hold::<f32>(&cast(&x), columns)?;
    }

    #[test]
    fn running_sums_are_those_from_the_left(x in slices(any_float())) {
        let mut out = x.clone();
        cumsum(&x, &mut out).unwrap();
        let mut sum = None;
        for (x, out) in x.iter().zip(&out) {
            let next = sum.map_or(*x, |sum: f64| sum + *x);
            prop_assert!(same(*out, next));
            sum = Some(next);
        }
    }
}

/// Long enough that threads share the work, and that the tree has many levels.
#[test]
fn long_reductions_are_the_same_for_any_number_of_threads() {
    let x: Vec<f64> = (0..300_001u32).map(|i| f64::from(i.wrapping_mul(2_654_435_761) >> 8) * 1e-3 - 4000.0).collect();
    let y: Vec<f64> = x.iter().rev().copied().collect();
    for path in batuta_kernels::Path::available() {
        let one = Arm::on(path);
        for threads in [2, 3, 7] {
            let many = Arm { path, threads };
            assert_eq!(sum(one, &x), sum(many, &x));
            assert_eq!(dot(one, &x, &y), dot(many, &x, &y));
            assert_eq!(variance(one, &x, 1), variance(many, &x, 1));
            assert_eq!(arg_extremum(one, Extremum::Max, &x), arg_extremum(many, Extremum::Max, &x));
            let (mut a, mut b) = (x.clone(), x.clone());
            sort(one, &mut a);
            sort(many, &mut b);
            assert_eq!(a, b);
            assert_eq!(argsort(one, &x), argsort(many, &x));
        }
        assert_eq!(sum(one, &x), naive::reduce::pairwise(&x));
    }
}

#[test]
fn a_norm_neither_overflows_nor_vanishes() {
    let arm = Arm::best();
    assert!((norm(arm, &[3e200f64, 4e200]) / 5e200 - 1.0).abs() < 1e-15);
    assert!((norm(arm, &[3e-200f64, 4e-200]) / 5e-200 - 1.0).abs() < 1e-15);
    assert_eq!(norm::<f64>(arm, &[]), 0.0);
    assert!(norm(arm, &[1.0, f64::NAN]).is_nan());
    assert_eq!(norm(arm, &[f64::NEG_INFINITY, 1.0]), f64::INFINITY);
}

#[test]
fn what_does_not_fit_is_refused() {
    let arm = Arm::best();
    assert!(matches!(dot(arm, &[1.0f64], &[]), Err(Error::Mismatch { .. })));
    assert_eq!(extremum::<f64>(arm, Extremum::Min, &[]), Err(Error::Empty("an extremum")));
    assert_eq!(gather(arm, &[1.0f64], &[1], &mut [0.0]), Err(Error::Index { index: 1, len: 1 }));
    assert!(softmax(arm, &[1.0f64; 3], 2, &mut [0.0; 3]).is_err());
    assert!(softmax(arm, &[1.0f64; 3], 0, &mut [0.0; 3]).is_err());
    assert_eq!(variance(arm, &[1.0f64], 1), Err(Error::Empty("the variance")));
}
