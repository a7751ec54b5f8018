//! Products and `numpy.linalg`.

use super::arith::Arith;
use super::array::{Arr, broadcast, count};
use super::convert::{Operand, arr, axis, bind, flag, floats, given, int, need, refuse};
use super::dtype::{C, DType, Item};
use super::gemm::{View, dot as dot_line, product};
use super::object::{array, result};
use super::{eigen, lu, reduce, ufunc, unary};
use crate::exc::err;
use crate::func::Args;
use crate::value::{R, Value};

fn mismatch<T>(a: &Arr, b: &Arr, name: &str) -> R<T> {
    let (m, n) = (a.shape.last().copied().unwrap_or(0), b.shape[b.ndim().saturating_sub(2)]);
    if name == "matmul" {
        let text = format!(
            "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size {n} is different from {m})"
        );
        return err("ValueError", text);
    }
    let (x, y) = (super::array::show_shape(&a.shape), super::array::show_shape(&b.shape));
    let (da, db) = (a.ndim() - 1, b.ndim().saturating_sub(2));
    err("ValueError", format!("shapes {x} and {y} not aligned: {m} (dim {da}) != {n} (dim {db})"))
}

/// The product of two matrices of one element type.
fn plain_product<T: Arith>(a: &Arr, b: &Arr) -> R<Arr> {
    let (m, k, n) = (a.shape[0], a.shape[1], b.shape[1]);
    let (x, y) = (a.vals::<T>()?, b.vals::<T>()?);
    let mut out = vec![T::default(); m * n];
    for i in 0..m {
        for p in 0..k {
            let factor = x[i * k + p];
            let (row, line) = (&mut out[i * n..(i + 1) * n], &y[p * n..(p + 1) * n]);
            row.iter_mut().zip(line).for_each(|(o, v)| *o = o.add(factor.mul(*v)));
        }
    }
    Ok(Arr::new(out, &[m, n]))
}

/// The product of two matrices.
fn matrix(a: &Arr, b: &Arr) -> R<Arr> {
    let (m, k, n) = (a.shape[0], a.shape[1], b.shape[1]);
    match a.dtype() {
        DType::F64 => {
            let (x, y) = (a.read::<f64>()?, b.read::<f64>()?);
            let view = |items, a: &Arr| View { items, offset: a.offset, row: a.strides[0], column: a.strides[1] };
            let (left, right) = (view(&x[..], a), view(&y[..], b));
            if m == 1 || n == 1 {
                drop((x, y));
                return lines(a, b, (m, k, n));
            }
            Ok(Arr::new(product(left, right, (m, k, n)), &[m, n]))
        }
        DType::F32 => plain_product::<f32>(a, b),
        DType::C128 => plain_product::<C>(a, b),
        DType::I64 => plain_product::<i64>(a, b),
        DType::I32 => plain_product::<i32>(a, b),
        DType::U8 => plain_product::<u8>(a, b),
        DType::Bool => plain_product::<i64>(&a.cast(DType::I64)?, &b.cast(DType::I64)?)?.cast(DType::Bool),
    }
}

/// A product with one row or one column.
fn lines(a: &Arr, b: &Arr, (m, k, n): (usize, usize, usize)) -> R<Arr> {
    if n == 1 {
        let y = b.vals::<f64>()?;
        if a.strides[1] == 1 || k == 1 {
            let x = a.read::<f64>()?;
            let out = super::gemm::rows(&x, (a.offset, a.strides[0]), (m, k), &y);
            return Ok(Arr::new(out, &[m, 1]));
        }
        if a.strides[0] == 1 {
            let x = a.read::<f64>()?;
            let mut out = vec![0.0; m];
            let starts = (a.offset as isize, a.strides[1]);
            super::loops::dispatch(super::gemm::Columns { items: &x, starts, factors: &y[..k], out: &mut out });
            return Ok(Arr::new(out, &[m, 1]));
        }
        return lines(&a.copy()?, b, (m, k, n));
    }
    let out = lines(&b.t(), &a.t(), (n, k, 1))?;
    out.reshaped(&[1, n])
}

/// Both sides in the element type where they meet.
fn meet(a: &Arr, b: &Arr) -> R<(Arr, Arr)> {
    let dtype = a.dtype().join(b.dtype());
    Ok((a.as_dtype(dtype)?, b.as_dtype(dtype)?))
}

/// `a @ b`
///
/// # Errors
/// `ValueError` for shapes that do not fit.
pub fn matmul(a: &Arr, b: &Arr) -> R<Arr> {
    if a.ndim() == 0 || b.ndim() == 0 {
        return err(
            "ValueError",
            "matmul: Input operand 0 does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)",
        );
    }
    let (a, b) = meet(a, b)?;
    if a.shape.last() != b.shape.get(b.ndim().saturating_sub(2)) {
        return mismatch(&a, &b, "matmul");
    }
    if a.ndim() == 1 && b.ndim() == 1 {
        return inner(&a, &b);
    }
    let (flat_a, flat_b) = (a.ndim() == 1, b.ndim() == 1);
    let a = if flat_a { lifted(&a, 0) } else { a };
    let b = if flat_b { lifted(&b, 1) } else { b };
    let mut out = if a.ndim() == 2 && b.ndim() == 2 { matrix(&a, &b)? } else { stacked(&a, &b)? };
    if flat_a {
        out = out.pick(out.ndim() - 2, 0);
    }
    if flat_b {
        out = out.pick(out.ndim() - 1, 0);
    }
    Ok(out)
}

/// With a new axis of length 1.
fn lifted(a: &Arr, at: usize) -> Arr {
    let mut out = a.clone();
    out.shape.insert(at, 1);
    out.strides.insert(at, 0);
    out
}

fn stacked(a: &Arr, b: &Arr) -> R<Arr> {
    let (da, db) = (a.ndim() - 2, b.ndim() - 2);
    let lead = broadcast(&[&a.shape[..da], &b.shape[..db]])?;
    let full = |x: &Arr, d: usize| {
        let mut shape = lead.clone();
        shape.extend_from_slice(&x.shape[d..]);
        x.stretched(&shape)
    };
    let (a, b) = (full(a, da)?, full(b, db)?);
    let (m, n) = (a.shape[lead.len()], b.shape[lead.len() + 1]);
    let mut shape = lead.clone();
    shape.extend([m, n]);
    let out = Arr::filled(a.dtype_zero(), &shape);
    for at in 0..count(&lead) {
        let (mut x, mut y, mut o) = (a.clone(), b.clone(), out.clone());
        let mut rest = at;
        let mut index = vec![0; lead.len()];
        for axis in (0..lead.len()).rev() {
            index[axis] = rest % lead[axis];
            rest /= lead[axis];
        }
        for i in index {
            (x, y, o) = (x.pick(0, i), y.pick(0, i), o.pick(0, i));
        }
        o.assign(&matrix(&x, &y)?)?;
    }
    Ok(out)
}

/// The scalar product of two lines.
fn inner(a: &Arr, b: &Arr) -> R<Arr> {
    if a.dtype() == DType::F64 {
        let (x, y) = (a.vals::<f64>()?, b.vals::<f64>()?);
        return Ok(Arr::zero_d(Item::F64(dot_line(&x, &y))));
    }
    let n = a.size();
    matrix(&a.reshaped(&[1, n])?, &b.reshaped(&[n, 1])?)?.reshaped(&[])
}

/// `numpy.dot` of arrays.
///
/// # Errors
/// `ValueError` for shapes that do not fit.
pub fn dot_of(a: &Arr, b: &Arr) -> R<Arr> {
    if a.ndim() == 0 || b.ndim() == 0 {
        return ufunc::binary(ufunc::Op::Multiply, &Operand::Arr(a.clone()), &Operand::Arr(b.clone()));
    }
    if a.shape.last() != b.shape.get(b.ndim().saturating_sub(2)) {
        return mismatch(a, b, "dot");
    }
    if a.ndim() <= 2 && b.ndim() <= 2 {
        return matmul(a, b);
    }
    // Every row of one with every column of the other.
    let k = a.shape[a.ndim() - 1];
    let rows = a.reshaped(&[a.size() / k.max(1), k])?;
    let mut order: Vec<usize> = (0..b.ndim()).collect();
    if b.ndim() >= 2 {
        let inner = order.remove(b.ndim() - 2);
        order.insert(0, inner);
    }
    let columns = b.permuted(&order).reshaped(&[k, b.size() / k.max(1)])?;
    let mut shape = a.shape[..a.ndim() - 1].to_vec();
    shape.extend(order[1..].iter().map(|axis| b.shape[*axis]));
    matmul(&rows, &columns)?.reshaped(&shape)
}

macro_rules! two {
    ($($name:ident, $f:expr;)*) => {$(
        #[doc = concat!("`numpy.", stringify!($name), "`")]
        ///
        /// # Errors
        /// `ValueError` for shapes that do not fit.
        pub fn $name(args: &Args) -> R {
            let [a, b] = bind(args, stringify!($name), ["a", "b"])?;
            let (a, b) = (need(a, stringify!($name), "a")?, need(b, stringify!($name), "b")?);
            let f: fn(&Arr, &Arr) -> R<Arr> = $f;
            result(f(&arr(&a)?, &arr(&b)?)?)
        }
    )*};
}
two! {
    dot, dot_of;
    inner_, |a, b| if b.ndim() < 2 { dot_of(a, b) } else { dot_of(a, &b.t()) };
    vdot, |a, b| {
        let (a, b) = (a.reshaped(&[a.size()])?, b.reshaped(&[b.size()])?);
        dot_of(&unary::apply(unary::Op::Conjugate, &a)?, &b)
    };
    outer, |a, b| {
        let (x, y) = (a.reshaped(&[a.size(), 1])?, b.reshaped(&[1, b.size()])?);
        ufunc::binary(ufunc::Op::Multiply, &Operand::Arr(x), &Operand::Arr(y))
    };
    kron, |a, b| {
        let (a, b) = match (a.ndim(), b.ndim()) {
            (1, 1) => (a.reshaped(&[1, a.size()])?, b.reshaped(&[1, b.size()])?),
            (2, 2) => (a.clone(), b.clone()),
            _ => return refuse("numpy.kron of these shapes"),
        };
        let (m, n, p, q) = (a.shape[0], a.shape[1], b.shape[0], b.shape[1]);
        let (x, y) = (a.reshaped(&[m, 1, n, 1])?, b.reshaped(&[1, p, 1, q])?);
        let out = ufunc::binary(ufunc::Op::Multiply, &Operand::Arr(x), &Operand::Arr(y))?;
        if m == 1 && p == 1 { out.reshaped(&[n * q]) } else { out.reshaped(&[m * p, n * q]) }
    };
}

/// `numpy.matmul`
///
/// # Errors
/// `ValueError` for shapes that do not fit.
pub fn matmul_(args: &Args) -> R {
    let [a, b] = bind(args, "matmul", ["x1", "x2"])?;
    result(matmul(&arr(&need(a, "matmul", "x1")?)?, &arr(&need(b, "matmul", "x2")?)?)?)
}

/// A square matrix of floats.
fn square(value: &Value) -> R<(Vec<f64>, usize)> {
    let a = floats(value)?;
    if a.ndim() > 2 {
        return refuse("numpy.linalg of stacked matrices");
    }
    if a.ndim() < 2 {
        let text = format!("{}-dimensional array given. Array must be at least two-dimensional", a.ndim());
        return err("LinAlgError", text);
    }
    if a.shape[0] != a.shape[1] {
        return err("LinAlgError", "Last 2 dimensions of the array must be square");
    }
    if a.dtype() != DType::F64 {
        return refuse("numpy.linalg of this element type");
    }
    Ok((a.vec::<f64>()?, a.shape[0]))
}

macro_rules! api {
    ($($name:ident($args:ident) $body:block)*) => {$(
        #[doc = concat!("`numpy.linalg.", stringify!($name), "`")]
        ///
        /// # Errors
        /// `LinAlgError` for matrices without a result, `ValueError` for shapes that do not fit.
        pub fn $name($args: &Args) -> R $body
    )*};
}
api! {
    solve(args) {
        let [a, b] = bind(args, "solve", ["a", "b"])?;
        let (a, n) = square(&need(a, "solve", "a")?)?;
        let b = floats(&need(b, "solve", "b")?)?;
        if b.dtype() != DType::F64 || b.ndim() > 2 || b.ndim() == 0 {
            return refuse("numpy.linalg.solve of this element type or shape");
        }
        if b.shape[0] != n {
            return err("ValueError", format!("solve1: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),(m)->(m) (size {} is different from {n})", b.shape[0]));
        }
        let width = b.size() / n.max(1);
        let Some(factors) = lu::factor(a, n) else { return singular() };
        result(Arr::new(factors.solve(b.vec::<f64>()?, width), &b.shape))
    }
    inv(args) {
        let (a, n) = square(args.at(0, "inv")?)?;
        let Some(factors) = lu::factor(a, n) else { return singular() };
        let mut unit = vec![0.0; n * n];
        (0..n).for_each(|i| unit[i * n + i] = 1.0);
        result(Arr::new(factors.solve(unit, n), &[n, n]))
    }
    det(args) {
        let (a, n) = square(args.at(0, "det")?)?;
        result(Arr::zero_d(Item::F64(lu::determinant(a, n))))
    }
    slogdet(args) {
        let (a, n) = square(args.at(0, "slogdet")?)?;
        let (sign, log) = lu::log_determinant(a, n);
        let both = [sign, log].map(|x| super::object::scalar(Item::F64(x)));
        Ok(Value::tuple(both.to_vec()))
    }
    cholesky(args) {
        let (a, n) = square(args.at(0, "cholesky")?)?;
        match lu::cholesky(a, n) {
            Some(l) => result(Arr::new(l, &[n, n])),
            None => err("LinAlgError", "Matrix is not positive definite"),
        }
    }
    qr(args) {
        let [a, mode] = bind(args, "linalg.qr", ["a", "mode"])?;
        let a = floats(&need(a, "qr", "a")?)?;
        if a.ndim() != 2 || a.dtype() != DType::F64 {
            return refuse("numpy.linalg.qr of this element type or shape");
        }
        let mode = given(mode).map_or("reduced".to_string(), |m| m.as_str().unwrap_or("").to_string());
        let (m, n) = (a.shape[0], a.shape[1]);
        let wide = match mode.as_str() {
            "complete" => m,
            "reduced" | "r" => m.min(n),
            _ => return refuse("numpy.linalg.qr with this mode"),
        };
        let (q, r) = lu::qr(a.vec::<f64>()?, m, n, wide);
        let r = array(Arr::new(r, &[wide, n]));
        if mode == "r" { Ok(r) } else { Ok(named("QRResult", &["Q", "R"], vec![array(Arr::new(q, &[m, wide])), r])) }
    }
    eigh(args) {
        let (a, n) = square(args.at(0, "eigh")?)?;
        if n > 25 {
            return refuse("numpy.linalg.eigh of more than 25 rows");
        }
        let Some((values, vectors)) = eigen::symmetric(a, n) else { return unconverged() };
        let both = vec![array(Arr::line(values)), array(Arr::new(vectors, &[n, n]))];
        Ok(named("EighResult", &["eigenvalues", "eigenvectors"], both))
    }
    eigvalsh(args) {
        let (a, n) = square(args.at(0, "eigvalsh")?)?;
        match eigen::symmetric(a, n) {
            Some((values, _)) => result(Arr::line(values)),
            None => unconverged(),
        }
    }
    svdvals(args) {
        let a = floats(args.at(0, "svdvals")?)?;
        result(Arr::line(singular_values(&a)?))
    }
    svd(args) {
        let [a, full, vectors] = bind(args, "linalg.svd", ["a", "full_matrices", "compute_uv"])?;
        let a = floats(&need(a, "svd", "a")?)?;
        let _ = full;
        if flag(vectors, true)? {
            return refuse("numpy.linalg.svd with vectors, whose signs depend on the library,");
        }
        result(Arr::line(singular_values(&a)?))
    }
    matrix_rank(args) {
        let a = floats(args.at(0, "matrix_rank")?)?;
        let values = singular_values(&a)?;
        let top = values.iter().copied().fold(0.0, f64::max);
        let tolerance = top * a.shape.iter().copied().max().unwrap_or(0) as f64 * f64::EPSILON;
        result(Arr::zero_d(Item::I64(values.iter().filter(|s| **s > tolerance).count() as i64)))
    }
    cond(args) {
        let a = floats(args.at(0, "cond")?)?;
        if args.pos.len() > 1 || !args.kw.is_empty() {
            return refuse("numpy.linalg.cond with an order");
        }
        let values = singular_values(&a)?;
        let (top, low) = (values.first().copied().unwrap_or(0.0), values.last().copied().unwrap_or(0.0));
        result(Arr::zero_d(Item::F64(top / low)))
    }
    matrix_power(args) {
        let [a, n] = bind(args, "linalg.matrix_power", ["a", "n"])?;
        let a = arr(&need(a, "matrix_power", "a")?)?;
        let n = int(&need(n, "matrix_power", "n")?)?;
        if a.ndim() != 2 || a.shape[0] != a.shape[1] {
            return err("LinAlgError", "Last 2 dimensions of the array must be square");
        }
        if n < 0 {
            return refuse("numpy.linalg.matrix_power with a negative exponent");
        }
        let size = a.shape[0];
        let mut out: Option<Arr> = None;
        let (mut power, mut left) = (a.clone(), n as u64);
        if n == 3 {
            return result(matmul(&matmul(&a, &a)?, &a)?);
        }
        while left > 0 {
            if left & 1 == 1 {
                out = Some(match out {
                    Some(out) => matmul(&out, &power)?,
                    None => power.clone(),
                });
            }
            left >>= 1;
            if left > 0 {
                power = matmul(&power, &power)?;
            }
        }
        match out {
            Some(out) => Ok(array(out)),
            None => Ok(array(super::create::identity(size, size, 0, a.dtype())?)),
        }
    }
    lstsq(args) {
        let [a, b, rcond] = bind(args, "linalg.lstsq", ["a", "b", "rcond"])?;
        let _ = rcond;
        let (a, b) = (floats(&need(a, "lstsq", "a")?)?, floats(&need(b, "lstsq", "b")?)?);
        if a.ndim() != 2 || a.dtype() != DType::F64 || b.dtype() != DType::F64 || b.ndim() > 2 {
            return refuse("numpy.linalg.lstsq of this element type or shape");
        }
        if a.shape[0] != b.shape[0] {
            return err("LinAlgError", "Incompatible dimensions");
        }
        least_squares(&a, &b)
    }
    pinv(args) {
        let [a] = bind(args, "linalg.pinv", ["a"])?;
        let a = floats(&need(a, "pinv", "a")?)?;
        if a.ndim() != 2 || a.dtype() != DType::F64 {
            return refuse("numpy.linalg.pinv of this element type or shape");
        }
        let (m, n) = (a.shape[0], a.shape[1]);
        let Some((u, s, v)) = eigen::singular(a.vec::<f64>()?, m, n) else { return unconverged() };
        let k = s.len();
        let cutoff = 1e-15 * s.first().copied().unwrap_or(0.0);
        let mut out = vec![0.0; n * m];
        for p in (0..k).filter(|p| s[*p] > cutoff) {
            for i in 0..n {
                for j in 0..m {
                    out[i * m + j] += v[i * k + p] / s[p] * u[j * k + p];
                }
            }
        }
        Ok(array(Arr::new(out, &[n, m])))
    }
    norm(args) {
        let [x, ord, axis, keep] = bind(args, "linalg.norm", ["x", "ord", "axis", "keepdims"])?;
        norm_of(&floats(&need(x, "norm", "x")?)?, given(ord), given(axis), flag(keep, false)?)
    }
    trace(args) {
        let a = arr(args.at(0, "trace")?)?;
        if args.pos.len() > 1 || !args.kw.is_empty() || a.ndim() != 2 {
            return refuse("numpy.trace of this shape or with options");
        }
        let diagonal = super::shape::diagonal_of(&a, 0)?;
        result(reduce::sum(&diagonal, &[0], None)?)
    }
}

fn singular() -> R {
    err("LinAlgError", "Singular matrix")
}

fn unconverged() -> R {
    err("LinAlgError", "Eigenvalues did not converge")
}

/// A tuple with names for its items.
fn named(_: &str, _: &[&str], items: Vec<Value>) -> Value {
    Value::tuple(items)
}

fn singular_values(a: &Arr) -> R<Vec<f64>> {
    if a.ndim() != 2 || a.dtype() != DType::F64 {
        return refuse("numpy.linalg.svd of this element type or shape");
    }
    match eigen::singular(a.vec::<f64>()?, a.shape[0], a.shape[1]) {
        Some((_, s, _)) => Ok(s),
        None => err("LinAlgError", "SVD did not converge"),
    }
}

fn least_squares(a: &Arr, b: &Arr) -> R {
    let (m, n) = (a.shape[0], a.shape[1]);
    let width = b.size() / m.max(1);
    let Some((u, s, v)) = eigen::singular(a.vec::<f64>()?, m, n) else { return unconverged() };
    let k = s.len();
    let cutoff = f64::EPSILON * m.max(n) as f64 * s.first().copied().unwrap_or(0.0);
    let rank = s.iter().filter(|x| **x > cutoff).count();
    let right = b.vec::<f64>()?;
    let mut x = vec![0.0; n * width];
    for c in 0..width {
        for p in 0..rank {
            let projected: f64 = (0..m).map(|i| u[i * k + p] * right[i * width + c]).sum::<f64>() / s[p];
            (0..n).for_each(|i| x[i * width + c] += v[i * k + p] * projected);
        }
    }
    let matrix = a.vec::<f64>()?;
    let residual = |c: usize| {
        let error = |i: usize| right[i * width + c] - (0..n).map(|j| matrix[i * n + j] * x[j * width + c]).sum::<f64>();
        (0..m).map(|i| error(i).powi(2)).sum::<f64>()
    };
    let residuals: Vec<f64> = if rank == n && m > n { (0..width).map(residual).collect() } else { vec![] };
    let shape: Vec<usize> = if b.ndim() == 1 { vec![n] } else { vec![n, width] };
    let rank = super::object::scalar(Item::I32(rank as i32));
    Ok(Value::tuple(vec![array(Arr::new(x, &shape)), array(Arr::line(residuals)), rank, array(Arr::line(s))]))
}

fn norm_of(a: &Arr, ord: Option<Value>, along: Option<Value>, keep: bool) -> R {
    let mut power = None;
    match &ord {
        None => {}
        Some(Value::Str(text)) if text.as_str() == "fro" => {}
        Some(Value::Str(_)) => return refuse("numpy.linalg.norm with this order"),
        Some(value) => power = Some(super::convert::float(value)?),
    }
    if power.is_some() && a.ndim() > 1 && along.is_none() || power.is_some() && matches!(along, Some(Value::Tuple(_))) {
        return refuse("numpy.linalg.norm of matrices with an order");
    }
    let size = unary::apply(unary::Op::Absolute, a)?;
    let axes = match &along {
        None => (0..a.ndim()).collect(),
        Some(Value::Tuple(_)) => super::convert::axes(along.clone(), a.ndim())?.unwrap_or_default(),
        Some(value) => vec![axis(int(value)?, a.ndim())?],
    };
    let finish = |out: Arr| if keep { result(super::methods::kept(out, a, &axes)) } else { result(out) };
    match power {
        None | Some(2.0) => {
            if along.is_none() && a.dtype() == DType::F64 {
                let flat = a.reshaped(&[a.size()])?;
                let items = flat.vals::<f64>()?;
                return finish(Arr::zero_d(Item::F64(dot_line(&items, &items).sqrt())));
            }
            let squares = unary::apply(unary::Op::Square, &size)?;
            finish(unary::apply(unary::Op::Sqrt, &reduce::sum(&squares, &axes, None)?)?)
        }
        Some(p) if p == f64::INFINITY => finish(reduce::extreme(&size, &axes, true)?),
        Some(p) if p == f64::NEG_INFINITY => finish(reduce::extreme(&size, &axes, false)?),
        Some(1.0) => finish(reduce::sum(&size, &axes, None)?),
        Some(0.0) => {
            let hits = ufunc::binary(ufunc::Op::NotEqual, &Operand::Arr(size), &Operand::Int(0))?;
            finish(reduce::sum(&hits.cast(a.dtype())?, &axes, None)?)
        }
        Some(p) => {
            let powers = ufunc::binary(ufunc::Op::Power, &Operand::Arr(size), &Operand::Float(p))?;
            let sum = reduce::sum(&powers, &axes, None)?;
            finish(ufunc::binary(ufunc::Op::Power, &Operand::Arr(sum), &Operand::Float(1.0 / p))?)
        }
    }
}
