//! Factors of matrices of floats, in C order.

/// `P A = L U` in one matrix, with the rows that were exchanged.
pub struct Lu {
    n: usize,
    a: Vec<f64>,
    swaps: Vec<usize>,
}

/// Factors with row exchanges, the largest element of the column on top; `exact` is false for a singular matrix.
fn eliminate(mut a: Vec<f64>, n: usize) -> (Lu, bool) {
    let mut swaps = vec![0; n];
    let mut regular = true;
    for k in 0..n {
        let mut top = k;
        for i in k + 1..n {
            if a[i * n + k].abs() > a[top * n + k].abs() {
                top = i;
            }
        }
        swaps[k] = top;
        if a[top * n + k] == 0.0 {
            regular = false;
            continue;
        }
        if top != k {
            let (upper, lower) = a.split_at_mut(top * n);
            upper[k * n..(k + 1) * n].swap_with_slice(&mut lower[..n]);
        }
        let scale = 1.0 / a[k * n + k];
        let (upper, lower) = a.split_at_mut((k + 1) * n);
        let pivot = &upper[k * n..];
        for row in lower.chunks_exact_mut(n) {
            let factor = row[k] * scale;
            row[k] = factor;
            if factor != 0.0 {
                row[k + 1..].iter_mut().zip(&pivot[k + 1..n]).for_each(|(x, p)| *x -= factor * p);
            }
        }
    }
    (Lu { n, a, swaps }, regular)
}

/// Factors of a regular matrix.
pub fn factor(a: Vec<f64>, n: usize) -> Option<Lu> {
    let (factors, regular) = eliminate(a, n);
    regular.then_some(factors)
}

/// The determinant.
pub fn determinant(a: Vec<f64>, n: usize) -> f64 {
    let (sign, log) = log_determinant(a, n);
    sign * log.exp()
}

/// Sign and logarithm of the determinant.
pub fn log_determinant(a: Vec<f64>, n: usize) -> (f64, f64) {
    let (factors, regular) = eliminate(a, n);
    if !regular {
        return (0.0, f64::NEG_INFINITY);
    }
    let odd = factors.swaps.iter().enumerate().filter(|(k, top)| k != *top).count() % 2 == 1;
    let (mut sign, mut log) = (if odd { -1.0 } else { 1.0 }, 0.0);
    for i in 0..n {
        let x = factors.a[i * n + i];
        sign *= x.signum();
        log += x.abs().ln();
    }
    (sign, log)
}

impl Lu {
    /// Solves for `width` right sides at once.
    pub fn solve(&self, mut b: Vec<f64>, width: usize) -> Vec<f64> {
        let n = self.n;
        for (k, top) in self.swaps.iter().enumerate() {
            if *top != k {
                for c in 0..width {
                    b.swap(k * width + c, top * width + c);
                }
            }
        }
        for i in 0..n {
            for k in 0..i {
                let factor = self.a[i * n + k];
                if factor != 0.0 {
                    let (upper, lower) = b.split_at_mut(i * width);
                    let row = &upper[k * width..(k + 1) * width];
                    lower[..width].iter_mut().zip(row).for_each(|(x, y)| *x -= factor * y);
                }
            }
        }
        for i in (0..n).rev() {
            let (upper, lower) = b.split_at_mut((i + 1) * width);
            let row = &mut upper[i * width..];
            for k in i + 1..n {
                let factor = self.a[i * n + k];
                let other = &lower[(k - i - 1) * width..(k - i) * width];
                row.iter_mut().zip(other).for_each(|(x, y)| *x -= factor * y);
            }
            let pivot = self.a[i * n + i];
            row.iter_mut().for_each(|x| *x /= pivot);
        }
        b
    }
}

/// The lower factor of a positive definite matrix.
pub fn cholesky(mut a: Vec<f64>, n: usize) -> Option<Vec<f64>> {
    for j in 0..n {
        let sum: f64 = (0..j).map(|k| a[j * n + k] * a[j * n + k]).sum();
        let square = a[j * n + j] - sum;
        if square <= 0.0 || square.is_nan() {
            return None;
        }
        let top = square.sqrt();
        a[j * n + j] = top;
        for i in j + 1..n {
            let sum: f64 = (0..j).map(|k| a[i * n + k] * a[j * n + k]).sum();
            a[i * n + j] = (a[i * n + j] - sum) / top;
        }
        a[j * n + j + 1..(j + 1) * n].fill(0.0);
    }
    Some(a)
}

/// A reflection that makes all but the first of `x` zero: its factor and the value that is left; `x` becomes the vector.
pub fn reflect(x: &mut [f64]) -> (f64, f64) {
    let alpha = x[0];
    let rest = x[1..].iter().map(|v| v * v).sum::<f64>().sqrt();
    if rest == 0.0 {
        x[0] = 1.0;
        return (0.0, alpha);
    }
    let beta = -alpha.hypot(rest).copysign(alpha);
    let scale = 1.0 / (alpha - beta);
    x[1..].iter_mut().for_each(|v| *v *= scale);
    x[0] = 1.0;
    ((beta - alpha) / beta, beta)
}

/// `Q` with `wide` columns and `R` with as many rows.
pub fn qr(mut a: Vec<f64>, m: usize, n: usize, wide: usize) -> (Vec<f64>, Vec<f64>) {
    let k = m.min(n);
    let mut vectors: Vec<(Vec<f64>, f64)> = vec![];
    for j in 0..k {
        let mut x: Vec<f64> = (j..m).map(|i| a[i * n + j]).collect();
        let (tau, beta) = if x.len() > 1 { reflect(&mut x) } else { (0.0, x[0]) };
        a[j * n + j] = beta;
        (j + 1..m).for_each(|i| a[i * n + j] = 0.0);
        for c in j + 1..n {
            let sum: f64 = (j..m).map(|i| x[i - j] * a[i * n + c]).sum::<f64>() * tau;
            (j..m).for_each(|i| a[i * n + c] -= sum * x[i - j]);
        }
        vectors.push((x, tau));
    }
    let mut q = vec![0.0; m * wide];
    (0..wide).for_each(|i| q[i * wide + i] = 1.0);
    for (j, (x, tau)) in vectors.iter().enumerate().rev() {
        for c in 0..wide {
            let sum: f64 = (j..m).map(|i| x[i - j] * q[i * wide + c]).sum::<f64>() * tau;
            (j..m).for_each(|i| q[i * wide + c] -= sum * x[i - j]);
        }
    }
    let mut r = vec![0.0; wide * n];
    for i in 0..wide {
        for c in i..n {
            r[i * n + c] = a[i * n + c];
        }
    }
    (q, r)
}
