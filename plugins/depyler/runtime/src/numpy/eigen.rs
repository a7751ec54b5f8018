//! Eigenvalues of symmetric matrices by the steps that LAPACK takes, so that signs of vectors agree; singular values.

use super::lu::reflect;

fn rotation(f: f64, g: f64) -> (f64, f64, f64) {
    if g == 0.0 {
        return (1.0, 0.0, f);
    }
    if f == 0.0 {
        return (0.0, 1f64.copysign(g), g.abs());
    }
    let d = (f * f + g * g).sqrt();
    let r = d.copysign(f);
    (f.abs() / d, g / r, r)
}

/// Eigenvalues of a symmetric 2 × 2 matrix, the larger in size first, and the vector of the first.
fn two_by_two(a: f64, b: f64, c: f64) -> (f64, f64, f64, f64) {
    let (sm, df, tb) = (a + c, a - c, b + b);
    let (adf, ab) = (df.abs(), tb.abs());
    let (acmx, acmn) = if a.abs() > c.abs() { (a, c) } else { (c, a) };
    let rt = if adf > ab {
        adf * (1.0 + (ab / adf).powi(2)).sqrt()
    } else if adf < ab {
        ab * (1.0 + (adf / ab).powi(2)).sqrt()
    } else {
        ab * std::f64::consts::SQRT_2
    };
    let (rt1, rt2, sign1) = if sm < 0.0 {
        let rt1 = 0.5 * (sm - rt);
        (rt1, (acmx / rt1) * acmn - (b / rt1) * b, -1)
    } else if sm > 0.0 {
        let rt1 = 0.5 * (sm + rt);
        (rt1, (acmx / rt1) * acmn - (b / rt1) * b, 1)
    } else {
        (0.5 * rt, -0.5 * rt, 1)
    };
    let (cs, sign2) = if df >= 0.0 { (df + rt, 1) } else { (df - rt, -1) };
    let (mut c1, mut s1) = if cs.abs() > ab {
        let ct = -tb / cs;
        let s1 = 1.0 / (1.0 + ct * ct).sqrt();
        (ct * s1, s1)
    } else if ab == 0.0 {
        (1.0, 0.0)
    } else {
        let tn = -cs / tb;
        let c1 = 1.0 / (1.0 + tn * tn).sqrt();
        (c1, tn * c1)
    };
    if sign1 == sign2 {
        (c1, s1) = (-s1, c1);
    }
    (rt1, rt2, c1, s1)
}

/// A tridiagonal matrix with vectors that are turned along.
struct Tri {
    n: usize,
    d: Vec<f64>,
    e: Vec<f64>,
    z: Vec<f64>,
}

impl Tri {
    fn turn(&mut self, j: usize, c: f64, s: f64) {
        for row in self.z.chunks_exact_mut(self.n) {
            let t = row[j + 1];
            row[j + 1] = c * t - s * row[j];
            row[j] = s * t + c * row[j];
        }
    }

    fn small(&self, i: usize) -> bool {
        let eps = f64::EPSILON / 2.0;
        self.e[i] * self.e[i] <= (eps * eps * self.d[i].abs()) * self.d[i + 1].abs() + f64::MIN_POSITIVE
    }

    /// From the top down; false when it does not converge.
    fn down(&mut self, mut l: usize, end: usize, left: &mut usize) -> bool {
        loop {
            let m = (l..end).find(|m| self.small(*m)).unwrap_or(end);
            if m < end {
                self.e[m] = 0.0;
            }
            if m == l {
                l += 1;
            } else if m == l + 1 {
                let (rt1, rt2, c, s) = two_by_two(self.d[l], self.e[l], self.d[l + 1]);
                self.turn(l, c, s);
                (self.d[l], self.d[l + 1], self.e[l]) = (rt1, rt2, 0.0);
                l += 2;
            } else {
                if *left == 0 {
                    return false;
                }
                *left -= 1;
                self.step_down(l, m);
            }
            if l > end {
                return true;
            }
        }
    }

    fn step_down(&mut self, l: usize, m: usize) {
        let p = self.d[l];
        let g = (self.d[l + 1] - p) / (2.0 * self.e[l]);
        let r = g.hypot(1.0);
        let mut g = self.d[m] - p + (self.e[l] / (g + r.copysign(g)));
        let (mut s, mut c, mut p) = (1.0, 1.0, 0.0);
        let mut turns = vec![];
        for i in (l..m).rev() {
            let (f, b) = (s * self.e[i], c * self.e[i]);
            let r;
            (c, s, r) = rotation(g, f);
            if i != m - 1 {
                self.e[i + 1] = r;
            }
            g = self.d[i + 1] - p;
            let r = (self.d[i] - g) * s + 2.0 * c * b;
            p = s * r;
            self.d[i + 1] = g + p;
            g = c * r - b;
            turns.push((i, c, -s));
        }
        turns.iter().for_each(|(i, c, s)| self.turn(*i, *c, *s));
        self.d[l] -= p;
        self.e[l] = g;
    }

    /// From the bottom up; false when it does not converge.
    fn up(&mut self, l: usize, end: usize, left: &mut usize) -> bool {
        let mut l = l as isize;
        let end = end as isize;
        loop {
            let at = l as usize;
            let m = (end + 1..=l).rev().find(|m| self.small(*m as usize - 1)).unwrap_or(end);
            if m > end {
                self.e[m as usize - 1] = 0.0;
            }
            if m == l {
                l -= 1;
            } else if m == l - 1 {
                let (rt1, rt2, c, s) = two_by_two(self.d[at - 1], self.e[at - 1], self.d[at]);
                self.turn(at - 1, c, s);
                (self.d[at - 1], self.d[at], self.e[at - 1]) = (rt1, rt2, 0.0);
                l -= 2;
            } else {
                if *left == 0 {
                    return false;
                }
                *left -= 1;
                self.step_up(at, m as usize);
            }
            if l < end {
                return true;
            }
        }
    }

    fn step_up(&mut self, l: usize, m: usize) {
        let p = self.d[l];
        let g = (self.d[l - 1] - p) / (2.0 * self.e[l - 1]);
        let r = g.hypot(1.0);
        let mut g = self.d[m] - p + (self.e[l - 1] / (g + r.copysign(g)));
        let (mut s, mut c, mut p) = (1.0, 1.0, 0.0);
        let mut turns = vec![];
        for i in m..l {
            let (f, b) = (s * self.e[i], c * self.e[i]);
            let r;
            (c, s, r) = rotation(g, f);
            if i != m {
                self.e[i - 1] = r;
            }
            g = self.d[i] - p;
            let r = (self.d[i + 1] - g) * s + 2.0 * c * b;
            p = s * r;
            self.d[i] = g + p;
            g = c * r - b;
            turns.push((i, c, s));
        }
        turns.iter().for_each(|(i, c, s)| self.turn(*i, *c, *s));
        self.d[l] -= p;
        self.e[l - 1] = g;
    }

    fn solve(&mut self) -> bool {
        let n = self.n;
        let mut left = 30 * n;
        let mut first = 0;
        while first < n {
            if first > 0 {
                self.e[first - 1] = 0.0;
            }
            let mut last = n - 1;
            let eps = f64::EPSILON / 2.0;
            for m in first..n.saturating_sub(1) {
                let size = self.e[m].abs();
                if size == 0.0 {
                    last = m;
                    break;
                }
                if size <= self.d[m].abs().sqrt() * self.d[m + 1].abs().sqrt() * eps {
                    self.e[m] = 0.0;
                    last = m;
                    break;
                }
            }
            let done = last == first
                || if self.d[last].abs() < self.d[first].abs() {
                    self.up(last, first, &mut left)
                } else {
                    self.down(first, last, &mut left)
                };
            if !done {
                return false;
            }
            first = last + 1;
        }
        true
    }

    fn sort(&mut self) {
        let n = self.n;
        for i in 0..n {
            let mut k = i;
            for j in i + 1..n {
                if self.d[j] < self.d[k] {
                    k = j;
                }
            }
            if k != i {
                self.d.swap(i, k);
                (0..n).for_each(|row| self.z.swap(row * n + i, row * n + k));
            }
        }
    }
}

/// Eigenvalues in ascending order and the vectors as columns; none when it does not converge.
pub fn symmetric(mut a: Vec<f64>, n: usize) -> Option<(Vec<f64>, Vec<f64>)> {
    let mut tri = Tri { n, d: vec![0.0; n], e: vec![0.0; n.saturating_sub(1)], z: vec![0.0; n * n] };
    (0..n).for_each(|i| tri.z[i * n + i] = 1.0);
    // The lower triangle counts.
    for i in 0..n {
        for j in i + 1..n {
            a[i * n + j] = a[j * n + i];
        }
    }
    let mut vectors: Vec<(Vec<f64>, f64)> = vec![];
    for i in 0..n.saturating_sub(1) {
        let mut v: Vec<f64> = (i + 1..n).map(|r| a[r * n + i]).collect();
        let (tau, beta) = reflect(&mut v);
        tri.e[i] = beta;
        if tau != 0.0 {
            let size = v.len();
            let at = |r: usize, c: usize| (i + 1 + r) * n + i + 1 + c;
            let mut w: Vec<f64> = (0..size).map(|r| tau * (0..size).map(|c| a[at(r, c)] * v[c]).sum::<f64>()).collect();
            let alpha = -0.5 * tau * w.iter().zip(&v).map(|(x, y)| x * y).sum::<f64>();
            w.iter_mut().zip(&v).for_each(|(x, y)| *x += alpha * y);
            for r in 0..size {
                for c in 0..size {
                    a[at(r, c)] -= v[r] * w[c] + w[r] * v[c];
                }
            }
        }
        tri.d[i] = a[i * n + i];
        vectors.push((v, tau));
    }
    if n > 0 {
        tri.d[n - 1] = a[n * n - 1];
    }
    if !tri.solve() {
        return None;
    }
    tri.sort();
    for (i, (v, tau)) in vectors.iter().enumerate().rev() {
        for c in 0..n {
            let sum: f64 = v.iter().enumerate().map(|(r, x)| x * tri.z[(i + 1 + r) * n + c]).sum::<f64>() * tau;
            v.iter().enumerate().for_each(|(r, x)| tri.z[(i + 1 + r) * n + c] -= sum * x);
        }
    }
    Some((tri.d, tri.z))
}

/// Singular values in descending order, with `U` (`m` × `k`) and `V` (`n` × `k`); none when it does not converge.
pub fn singular(a: Vec<f64>, m: usize, n: usize) -> Option<(Vec<f64>, Vec<f64>, Vec<f64>)> {
    if m < n {
        let mut t = vec![0.0; m * n];
        for i in 0..m {
            for j in 0..n {
                t[j * m + i] = a[i * n + j];
            }
        }
        let (v, s, u) = singular(t, n, m)?;
        return Some((u, s, v));
    }
    // Columns are turned against each other until all are at right angles.
    let mut columns: Vec<Vec<f64>> = (0..n).map(|j| (0..m).map(|i| a[i * n + j]).collect()).collect();
    let mut turned: Vec<Vec<f64>> = (0..n).map(|j| (0..n).map(|i| f64::from(u8::from(i == j))).collect()).collect();
    let dot = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(a, b)| a * b).sum::<f64>();
    let mut settled = false;
    for _ in 0..60 {
        settled = true;
        for p in 0..n {
            for q in p + 1..n {
                let (alpha, beta) = (dot(&columns[p], &columns[p]), dot(&columns[q], &columns[q]));
                let gamma = dot(&columns[p], &columns[q]);
                if gamma.abs() <= 1e-15 * (alpha * beta).sqrt() || gamma == 0.0 {
                    continue;
                }
                settled = false;
                let zeta = (beta - alpha) / (2.0 * gamma);
                let t = 1f64.copysign(zeta) / (zeta.abs() + zeta.hypot(1.0));
                let c = 1.0 / t.hypot(1.0);
                let s = c * t;
                for set in [&mut columns, &mut turned] {
                    let (left, right) = set.split_at_mut(q);
                    for (x, y) in left[p].iter_mut().zip(&mut right[0]) {
                        (*x, *y) = (c * *x - s * *y, s * *x + c * *y);
                    }
                }
            }
        }
        if settled {
            break;
        }
    }
    if !settled {
        return None;
    }
    let sizes: Vec<f64> = columns.iter().map(|c| dot(c, c).sqrt()).collect();
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|a, b| sizes[*b].total_cmp(&sizes[*a]));
    let (mut u, mut v) = (vec![0.0; m * n], vec![0.0; n * n]);
    for (to, from) in order.iter().enumerate() {
        let size = sizes[*from];
        (0..m).for_each(|i| u[i * n + to] = if size > 0.0 { columns[*from][i] / size } else { 0.0 });
        (0..n).for_each(|i| v[i * n + to] = turned[*from][i]);
    }
    Some((u, order.iter().map(|at| sizes[*at]).collect(), v))
}
