//! Matrix products, decompositions, convolutions and transforms.

use super::support::{arms, cast, near, tame_float, ulp};
use batuta_kernels::matrix::view::Shape;
use batuta_kernels::{
    Arm, Complex, Conv2d, Error, Float, View, ViewMut, cholesky, conv1d, conv2d, fft, gemm, gemm_batched, gemv,
    inverse_fft, lu, naive, qr, real_fft, solve, svd, transpose,
};
use proptest::prelude::*;

/// Numbers for matrices, repeated as often as an extent needs.
fn fill<T: Float>(seed: &[f64], len: usize) -> Vec<T> {
    cast(&seed.iter().copied().cycle().take(len).collect::<Vec<_>>())
}

fn products_hold<T: Float>(
    seed: &[f64],
    rows: usize,
    inner: usize,
    columns: usize,
    gap: usize,
) -> Result<(), TestCaseError> {
    let (a, b): (Vec<T>, Vec<T>) = (fill(seed, rows * (inner + gap)), fill(&seed[1..], inner * columns));
    // The left matrix has gaps between its rows, the right one is stored by columns, the result has gaps.
    let a = View::with_strides(&a, Shape { rows, columns: inner, row_stride: inner + gap, column_stride: 1 }).unwrap();
    let b = View::new(&b, columns, inner).unwrap().transposed();
    let exact = naive::matrix::gemm(a, b);
    let (alpha, beta) = (T::constant(0.5), T::constant(-2.0));
    for arm in arms() {
        let mut c = vec![T::ONE; rows * (columns + gap)];
        let shape = Shape { rows, columns, row_stride: columns + gap, column_stride: 1 };
        gemm(arm, alpha, a, b, beta, &mut ViewMut::with_strides(&mut c, shape).unwrap()).unwrap();
        for (row, column) in (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column))) {
            let got = c[row * (columns + gap) + column];
            prop_assert!(
                near(got, exact[row * columns + column] * 0.5 - 2.0, 100.0 * inner as f64 + 2.0, inner),
                "{} {got:?}",
                arm.name()
            );
        }
        let gaps = c.chunks((columns + gap).max(1)).flat_map(|row| &row[columns.min(row.len())..]);
        prop_assert!(gaps.into_iter().all(|gap| *gap == T::ONE), "a gap was written");
        let x: Vec<T> = fill(&seed[2..], inner);
        let mut y = vec![T::NAN; rows];
        let expected = naive::matrix::gemm(a, View::new(&x, inner, 1).unwrap());
        gemv(arm, a, &x, &mut y).unwrap();
        prop_assert!(y.iter().zip(&expected).all(|(y, exact)| near(*y, *exact, 100.0 * inner as f64, inner)));
        let x: Vec<T> = fill(&seed[2..], rows);
        let mut y = vec![T::NAN; inner];
        let expected = naive::matrix::gemm(a.transposed(), View::new(&x, rows, 1).unwrap());
        gemv(arm, a.transposed(), &x, &mut y).unwrap();
        prop_assert!(y.iter().zip(&expected).all(|(y, exact)| near(*y, *exact, 100.0 * rows as f64, rows)));
    }
    Ok(())
}

fn convolutions_hold<T: Float>(seed: &[f64], x: usize, taps: usize) -> Result<(), TestCaseError> {
    let (x, kernel): (Vec<T>, Vec<T>) = (fill(seed, x), fill(&seed[1..], taps));
    let exact = naive::matrix::conv1d(&x, &kernel);
    for arm in arms() {
        let mut out = vec![T::NAN; exact.len()];
        conv1d(arm, &x, &kernel, &mut out).unwrap();
        prop_assert!(
            out.iter().zip(&exact).all(|(got, exact)| near(*got, *exact, 100.0 * taps as f64, taps)),
            "{}",
            arm.name()
        );
    }
    Ok(())
}

fn images_hold<T: Float>(seed: &[f64], extents: &Conv2d) -> Result<(), TestCaseError> {
    let patch = extents.channels * extents.filter_height * extents.filter_width;
    let x: Vec<T> = fill(seed, extents.channels * extents.height * extents.width);
    let weights: Vec<T> = fill(&seed[1..], extents.filters * patch);
    let exact = naive::matrix::conv2d(extents, &x, &weights);
    for arm in arms() {
        let mut out = vec![T::NAN; exact.len()];
        let done = conv2d(arm, extents, &x, &weights, &mut out);
        if extents.output().is_none() {
            prop_assert_eq!(done, Err(Error::Empty("a convolution")));
            continue;
        }
        done.unwrap();
        prop_assert!(
            out.iter().zip(&exact).all(|(got, exact)| near(*got, *exact, 100.0 * patch as f64, patch)),
            "{}",
            arm.name()
        );
    }
    Ok(())
}

fn transforms_hold<T: Float>(x: &[f64]) -> Result<(), TestCaseError> {
    let pairs: Vec<Complex<T>> =
        x.chunks_exact(2).map(|x| Complex::new(T::constant(x[0]), T::constant(x[1]))).collect();
    let scale = 15.0 * pairs.len() as f64;
    let mut out = pairs.clone();
    fft(&mut out);
    let exact = naive::matrix::fft(&pairs);
    prop_assert!(
        out.iter().zip(&exact).all(|(got, exact)| near(got.re, exact.0, scale, 8) && near(got.im, exact.1, scale, 8))
    );
    inverse_fft(&mut out);
    prop_assert!(
        out.iter()
            .zip(&pairs)
            .all(|(got, x)| near(got.re, x.re.to_f64(), scale, 8) && near(got.im, x.im.to_f64(), scale, 8))
    );
    let real: Vec<Complex<T>> = pairs.iter().map(|x| Complex::new(x.re, T::ZERO)).collect();
    let half = real_fft(&real.iter().map(|x| x.re).collect::<Vec<_>>());
    prop_assert_eq!(half.len(), if real.is_empty() { 0 } else { real.len() / 2 + 1 });
    let exact = naive::matrix::fft(&real);
    prop_assert!(
        half.iter().zip(&exact).all(|(got, exact)| near(got.re, exact.0, scale, 8) && near(got.im, exact.1, scale, 8))
    );
    Ok(())
}

/// `a b` as row-major numbers, held against `c` up to rounding.
fn equal<T: Float>(
    a: &[T],
    b: &[T],
    inner: usize,
    c: impl Fn(usize, usize) -> f64,
    scale: f64,
) -> Result<(), TestCaseError> {
    let (rows, columns) = (a.len() / inner, b.len() / inner);
    let product = naive::matrix::gemm(View::new(a, rows, inner).unwrap(), View::new(b, inner, columns).unwrap());
    for (row, column) in (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column))) {
        let (got, exact) = (product[row * columns + column], c(row, column));
        let bound = scale * 64.0 * inner as f64 * 2f64.powi(-(T::FRACTION_BITS as i32));
        prop_assert!((got - exact).abs() <= bound, "({row}, {column}): {got:e}, not {exact:e}");
    }
    Ok(())
}

fn decompositions_hold<T: Float>(seed: &[f64], n: usize, m: usize) -> Result<(), TestCaseError> {
    let data: Vec<T> = fill(seed, n * n)
        .into_iter()
        .enumerate()
        .map(|(i, x): (usize, T)| if i % (n + 1) == 0 { x + T::constant(30.0) } else { x })
        .collect();
    let a = View::new(&data, n, n).unwrap();
    let at = |i: usize, j: usize| a.at(i, j).to_f64();
    let parts = lu(a).unwrap();
    equal(&parts.lower, &parts.upper, n, |i, j| at(parts.permutation[i], j), 100.0)?;
    let right: Vec<T> = fill(&seed[1..], n * 2);
    let solved = solve(a, View::new(&right, n, 2).unwrap());
    if let Ok(solved) = solved {
        // The residual is small beside the sizes of matrix and solution, however the matrix is conditioned.
        let size = solved.iter().fold(1.0f64, |size, x| size.max(x.to_f64().abs()));
        equal(&data, &solved, n, |i, j| right[i * 2 + j].to_f64(), 100.0 * size)?;
    }
    let tall: Vec<T> = fill(seed, n * m);
    let tall_view = View::new(&tall, n, m).unwrap();
    let k = n.min(m);
    let parts = qr(tall_view);
    equal(&parts.q, &parts.r, k, |i, j| tall_view.at(i, j).to_f64(), 100.0)?;
    let parts = svd(tall_view).unwrap();
    prop_assert!(parts.values.windows(2).all(|pair| pair[0] >= pair[1]) && parts.values.iter().all(|s| *s >= T::ZERO));
    let scaled: Vec<T> = parts.u.iter().enumerate().map(|(i, u)| *u * parts.values[i % k]).collect();
    equal(&scaled, &parts.vt, k, |i, j| tall_view.at(i, j).to_f64(), 100.0)?;
    // A matrix times its transpose, plus something on the diagonal, is positive definite.
    let mut square = vec![T::ZERO; n * n];
    let gram = naive::matrix::gemm(a, a.transposed());
    square.iter_mut().zip(&gram).for_each(|(out, x)| *out = T::constant(*x));
    let parts = cholesky(View::new(&square, n, n).unwrap());
    if let Ok(parts) = parts {
        let transposed: Vec<T> = (0..n * n).map(|i| parts.lower[i % n * n + i / n]).collect();
        equal(&parts.lower, &transposed, n, |i, j| square[i * n + j].to_f64(), 2000.0)?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn products_agree(seed in prop::collection::vec(tame_float(), 97), rows in 0usize..40, inner in 0usize..40, columns in 0usize..40, gap in 0usize..3) {
        products_hold::<f64>(&seed, rows, inner, columns, gap)?;
        products_hold::<f32>(&seed, rows, inner, columns, gap)?;
    }

    #[test]
    fn convolutions_agree(seed in prop::collection::vec(tame_float(), 97), x in 1usize..200, taps in 1usize..70) {
        convolutions_hold::<f64>(&seed, x, taps)?;
        convolutions_hold::<f32>(&seed, x, taps)?;
    }

    #[test]
    fn images_agree(seed in prop::collection::vec(tame_float(), 97), extents in (1usize..3, 1usize..9, 1usize..9, 1usize..4, 1usize..4, 1usize..4, 1usize..3, 0usize..3)) {
        let (channels, height, width, filters, filter_height, filter_width, stride, padding) = extents;
        let extents = Conv2d { channels, height, width, filters, filter_height, filter_width, stride, padding };
        images_hold::<f64>(&seed, &extents)?;
        images_hold::<f32>(&seed, &extents)?;
    }

    #[test]
    fn transforms_agree(x in prop::collection::vec(tame_float(), 0..150)) {
        transforms_hold::<f64>(&x)?;
        transforms_hold::<f32>(&x)?;
    }

    #[test]
    fn decompositions_multiply_back(seed in prop::collection::vec(tame_float(), 89), n in 1usize..24, m in 1usize..24) {
        decompositions_hold::<f64>(&seed, n, m)?;
        decompositions_hold::<f32>(&seed, n, m)?;
    }

    #[test]
    fn transposes_agree(rows in 0usize..50, columns in 0usize..50) {
        let x: Vec<i64> = (0..(rows * columns) as i64).collect();
        for arm in arms() {
            let mut out = vec![-1; x.len()];
            transpose(arm, rows, columns, &x, &mut out).unwrap();
            prop_assert!((0..x.len()).all(|i| out[i % columns * rows + i / columns] == x[i]));
        }
    }
}

#[test]
fn batches_are_products_one_by_one() {
    let (batch, rows, inner, columns) = (5, 3, 4, 2);
    let a: Vec<f64> = (0..batch * rows * inner).map(|x| x as f64).collect();
    let b: Vec<f64> = (0..batch * inner * columns).map(|x| x as f64 * 0.5).collect();
    for arm in arms() {
        let mut c = vec![0.0; batch * rows * columns];
        gemm_batched(arm, batch, rows, inner, columns, &a, &b, &mut c).unwrap();
        for index in 0..batch {
            let a = View::new(&a[index * rows * inner..], rows, inner).unwrap();
            let b = View::new(&b[index * inner * columns..], inner, columns).unwrap();
            let exact = naive::matrix::gemm(a, b);
            assert!(c[index * rows * columns..].iter().zip(&exact).all(|(got, exact)| ulp(*got, *exact) <= 1.0));
        }
    }
}

#[test]
fn what_has_no_result_is_refused() {
    let arm = Arm::best();
    let zeros = [0.0f64; 4];
    let matrix = View::new(&zeros, 2, 2).unwrap();
    assert_eq!(solve(matrix, View::new(&[1.0, 2.0], 2, 1).unwrap()), Err(Error::Singular(0)));
    assert_eq!(cholesky(View::new(&[1.0, 2.0, 2.0, 1.0], 2, 2).unwrap()), Err(Error::NotPositiveDefinite(1)));
    assert!(matches!(svd(View::new(&[f64::NAN; 4], 2, 2).unwrap()), Err(Error::NoConvergence(_))));
    assert!(matches!(lu(View::new(&zeros, 1, 4).unwrap()), Err(Error::Mismatch { .. })));
    assert!(matches!(View::new(&zeros, 3, 2), Err(Error::Reach { .. })));
    assert!(View::new(&zeros, usize::MAX, 2).is_err());
    let overlapping = Shape { rows: 2, columns: 2, row_stride: 1, column_stride: 1 };
    assert!(View::with_strides(&zeros, overlapping).is_ok());
    assert!(ViewMut::with_strides(&mut [0.0f64; 4], overlapping).is_err());
    let mut small = [0.0f64; 2];
    let refused = gemm(arm, 1.0, matrix, matrix, 0.0, &mut ViewMut::new(&mut small, 1, 2).unwrap());
    assert!(matches!(refused, Err(Error::Mismatch { .. })));
    assert!(gemm_batched(arm, usize::MAX, 2, 2, 2, &zeros, &zeros, &mut small).is_err());
    assert!(conv1d(arm, &[], &[1.0f64], &mut []).is_err());
}
