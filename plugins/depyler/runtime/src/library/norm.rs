//! The length of a vector, step by step as CPython's `math` computes it: the C library's `hypot` differs in last places.

/// A sum beside which the parts that its roundings lost are kept.
struct Sum {
    total: f64,
    lost: [f64; 3],
}

impl Sum {
    fn add(&mut self, x: f64, part: usize) {
        let old = self.total;
        self.total += x;
        self.lost[part] += (old - self.total) + x;
    }

    fn end(&self) -> f64 {
        self.total - 1.0 + (self.lost[0] + self.lost[1] + self.lost[2])
    }
}

/// A number as two halves whose products are exact.
fn halves(x: f64) -> (f64, f64) {
    let t = x * 134_217_729.0;
    let high = t - (t - x);
    (high, x - high)
}

/// The length of a vector whose parts are not negative.
pub fn norm(parts: &[f64]) -> f64 {
    let max = parts.iter().fold(0.0, |max: f64, x| if *x > max { *x } else { max });
    if max.is_infinite() {
        return max;
    }
    if parts.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    if max == 0.0 || parts.len() <= 1 {
        return max;
    }
    let (_, exponent) = crate::number::frexp(max);
    let exponent = exponent as i32;
    if exponent < -1023 {
        return tiny(parts, max);
    }
    // In two steps: one alone is out of range for the largest.
    let half = -exponent / 2;
    let scale = 2f64.powi(half) * 2f64.powi(-exponent - half);
    let mut sum = Sum { total: 1.0, lost: [0.0; 3] };
    for x in parts {
        let (high, low) = halves(x * scale);
        sum.add(high * high, 0);
        sum.add(2.0 * high * low, 1);
        sum.lost[2] += low * low;
    }
    let root = sum.end().sqrt();
    let (high, low) = halves(root);
    sum.add(-high * high, 0);
    sum.add(-2.0 * high * low, 1);
    sum.add(-low * low, 2);
    (root + sum.end() / (2.0 * root)) / scale
}

fn tiny(parts: &[f64], max: f64) -> f64 {
    let mut sum = Sum { total: 1.0, lost: [0.0; 3] };
    for x in parts {
        let x = x / max;
        sum.add(x * x, 0);
    }
    max * sum.end().sqrt()
}
