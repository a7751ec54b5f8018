//! `numpy.fft` of lengths that are powers of two, in the order of steps of the library that NumPy has within.

use super::array::Arr;
use super::convert::{arr, axis, bind, float, given, int, need, refuse};
use super::create::api;
use super::dtype::{C, DType, Elem};
use super::object::array;
use super::reduce::{last_axis, restore};
use crate::exc::err;
use crate::func::Args;
use crate::value::{R, Value};

const HALF_ROOT: f64 = std::f64::consts::FRAC_1_SQRT_2;

/// The roots of unity, from two tables.
struct Roots {
    n: usize,
    mask: usize,
    shift: usize,
    low: Vec<C>,
    high: Vec<C>,
}

impl Roots {
    fn new(n: usize) -> Roots {
        let angle = 0.25 * std::f64::consts::PI / n as f64;
        let half = n.div_ceil(2) + usize::from(n.is_multiple_of(2));
        let mut shift = 1;
        while (1usize << shift) << shift < half {
            shift += 1;
        }
        let mask = (1 << shift) - 1;
        let one = C::new(1.0, 0.0);
        let low = (0..=mask).map(|i| if i == 0 { one } else { root(i, n, angle) }).collect();
        let high =
            (0..half.div_ceil(mask + 1)).map(|i| if i == 0 { one } else { root(i * (mask + 1), n, angle) }).collect();
        Roots { n, mask, shift, low, high }
    }

    fn at(&self, index: usize) -> C {
        let (index, sign) = if 2 * index <= self.n { (index, 1.0) } else { (self.n - index, -1.0) };
        let (x, y) = (self.low[index & self.mask], self.high[index >> self.shift]);
        C::new(x.re * y.re - x.im * y.im, sign * (x.re * y.im + x.im * y.re))
    }
}

/// One root, computed in the first eighth of the circle.
fn root(index: usize, n: usize, angle: f64) -> C {
    let x = index * 8;
    let (cos, sin) = (|x: usize| (x as f64 * angle).cos(), |x: usize| (x as f64 * angle).sin());
    let half = |x: usize| -> C {
        if x < 2 * n {
            if x < n { C::new(cos(x), sin(x)) } else { C::new(sin(2 * n - x), cos(2 * n - x)) }
        } else {
            let x = x - 2 * n;
            if x < n { C::new(-sin(x), cos(x)) } else { C::new(-cos(2 * n - x), sin(2 * n - x)) }
        }
    };
    if x < 4 * n { half(x) } else { half(8 * n - x).conj() }
}

/// Factors of a power of two: eights, fours, and a two in front.
fn factors(mut n: usize, eights: bool) -> Vec<usize> {
    let mut out = vec![];
    while eights && n.is_multiple_of(8) {
        out.push(8);
        n /= 8;
    }
    while n.is_multiple_of(4) {
        out.push(4);
        n /= 4;
    }
    if n.is_multiple_of(2) {
        out.push(2);
        let last = out.len() - 1;
        out.swap(0, last);
    }
    out
}

fn quarter<const FORWARD: bool>(a: C) -> C {
    if FORWARD { C::new(a.im, -a.re) } else { C::new(-a.im, a.re) }
}

fn eighth<const FORWARD: bool>(a: C) -> C {
    if FORWARD {
        C::new(HALF_ROOT * (a.re + a.im), HALF_ROOT * (a.im - a.re))
    } else {
        C::new(HALF_ROOT * (a.re - a.im), HALF_ROOT * (a.im + a.re))
    }
}

fn three_eighths<const FORWARD: bool>(a: C) -> C {
    if FORWARD {
        C::new(HALF_ROOT * (a.im - a.re), HALF_ROOT * (-a.re - a.im))
    } else {
        C::new(HALF_ROOT * (-a.re - a.im), HALF_ROOT * (a.re - a.im))
    }
}

#[inline(always)]
fn turned<const FORWARD: bool>(v: C, w: C) -> C {
    if FORWARD {
        C::new(v.re * w.re + v.im * w.im, v.im * w.re - v.re * w.im)
    } else {
        C::new(v.re * w.re - v.im * w.im, v.re * w.im + v.im * w.re)
    }
}

/// One butterfly: the sums before they are turned.
#[inline(always)]
fn butterfly<const FORWARD: bool>(x: &[C; 8], ip: usize) -> [C; 8] {
    let mut out = [C::default(); 8];
    match ip {
        2 => {
            out[0] = x[0] + x[1];
            out[1] = x[0] - x[1];
        }
        4 => {
            let (t2, t1) = (x[0] + x[2], x[0] - x[2]);
            let (t3, t4) = (x[1] + x[3], quarter::<FORWARD>(x[1] - x[3]));
            (out[0], out[2]) = (t2 + t3, t2 - t3);
            (out[1], out[3]) = (t1 + t4, t1 - t4);
        }
        _ => {
            let (a1, a5) = (x[1] + x[5], x[1] - x[5]);
            let (a3, a7) = (x[3] + x[7], quarter::<FORWARD>(x[3] - x[7]));
            let (a1, a3) = (a1 + a3, quarter::<FORWARD>(a1 - a3));
            let (a5, a7) = (eighth::<FORWARD>(a5 + a7), three_eighths::<FORWARD>(a5 - a7));
            let (a0, a4) = (x[0] + x[4], x[0] - x[4]);
            let (a2, a6) = (x[2] + x[6], quarter::<FORWARD>(x[2] - x[6]));
            (out[0], out[4]) = ((a0 + a2) + a1, (a0 + a2) - a1);
            (out[2], out[6]) = ((a0 - a2) + a3, (a0 - a2) - a3);
            (out[1], out[5]) = ((a4 + a6) + a5, (a4 + a6) - a5);
            (out[3], out[7]) = ((a4 - a6) + a7, (a4 - a6) - a7);
        }
    }
    out
}

fn passes<const FORWARD: bool>(data: &mut Vec<C>, roots: &Roots) {
    let n = data.len();
    let mut other = vec![C::default(); n];
    let mut l1 = 1;
    for ip in factors(n, true) {
        let ido = n / (l1 * ip);
        let tables: Vec<C> = (1..ip).flat_map(|j| (1..ido).map(move |i| roots.at(j * l1 * i))).collect();
        for k in 0..l1 {
            for i in 0..ido {
                let mut x = [C::default(); 8];
                (0..ip).for_each(|j| x[j] = data[i + ido * (j + ip * k)]);
                let y = butterfly::<FORWARD>(&x, ip);
                other[i + ido * k] = y[0];
                for j in 1..ip {
                    let place = i + ido * (k + l1 * j);
                    let table = (j - 1) * (ido - 1) + i;
                    other[place] = if i == 0 { y[j] } else { turned::<FORWARD>(y[j], tables[table - 1]) };
                }
            }
        }
        std::mem::swap(data, &mut other);
        l1 *= ip;
    }
}

/// The transform of complex numbers, scaled by `factor`.
fn complex(data: &mut Vec<C>, roots: &Roots, forward: bool, factor: f64) {
    if data.len() > 1 {
        if forward { passes::<true>(data, roots) } else { passes::<false>(data, roots) }
    }
    if factor != 1.0 {
        data.iter_mut().for_each(|z| *z = C::new(z.re * factor, z.im * factor));
    }
}

/// Tables of a step of the real transform.
fn real_table(roots: &Roots, ip: usize, ido: usize, l1: usize) -> Vec<f64> {
    let mut out = vec![0.0; (ip - 1) * ido.saturating_sub(1)];
    for j in 1..ip {
        for i in 1..=(ido - 1) / 2 {
            let w = roots.at(j * l1 * i);
            out[(j - 1) * (ido - 1) + 2 * i - 2] = w.re;
            out[(j - 1) * (ido - 1) + 2 * i - 1] = w.im;
        }
    }
    out
}

/// `(c e + d f, c f - d e)`
#[inline(always)]
fn mul(c: f64, d: f64, e: f64, f: f64) -> (f64, f64) {
    (c * e + d * f, c * f - d * e)
}

fn radf(ip: usize, ido: usize, l1: usize, cc: &[f64], ch: &mut [f64], wa: &[f64]) {
    let c = |a: usize, b: usize, j: usize| cc[a + ido * (b + l1 * j)];
    let h = |a: usize, b: usize, j: usize| a + ido * (b + ip * j);
    let w = |x: usize, i: usize| wa[i + x * (ido - 1)];
    for k in 0..l1 {
        if ip == 2 {
            ch[h(0, 0, k)] = c(0, k, 0) + c(0, k, 1);
            ch[h(ido - 1, 1, k)] = c(0, k, 0) - c(0, k, 1);
            if ido.is_multiple_of(2) {
                ch[h(0, 1, k)] = -c(ido - 1, k, 1);
                ch[h(ido - 1, 0, k)] = c(ido - 1, k, 0);
            }
        } else {
            let tr1 = c(0, k, 3) + c(0, k, 1);
            ch[h(0, 2, k)] = c(0, k, 3) - c(0, k, 1);
            let tr2 = c(0, k, 0) + c(0, k, 2);
            ch[h(ido - 1, 1, k)] = c(0, k, 0) - c(0, k, 2);
            ch[h(0, 0, k)] = tr2 + tr1;
            ch[h(ido - 1, 3, k)] = tr2 - tr1;
            if ido.is_multiple_of(2) {
                let ti1 = -HALF_ROOT * (c(ido - 1, k, 1) + c(ido - 1, k, 3));
                let tr1 = HALF_ROOT * (c(ido - 1, k, 1) - c(ido - 1, k, 3));
                ch[h(ido - 1, 0, k)] = c(ido - 1, k, 0) + tr1;
                ch[h(ido - 1, 2, k)] = c(ido - 1, k, 0) - tr1;
                ch[h(0, 3, k)] = ti1 + c(ido - 1, k, 2);
                ch[h(0, 1, k)] = ti1 - c(ido - 1, k, 2);
            }
        }
        for i in (2..ido).step_by(2) {
            let ic = ido - i;
            let (cr2, ci2) = mul(w(0, i - 2), w(0, i - 1), c(i - 1, k, 1), c(i, k, 1));
            if ip == 2 {
                ch[h(i - 1, 0, k)] = c(i - 1, k, 0) + cr2;
                ch[h(ic - 1, 1, k)] = c(i - 1, k, 0) - cr2;
                ch[h(i, 0, k)] = ci2 + c(i, k, 0);
                ch[h(ic, 1, k)] = ci2 - c(i, k, 0);
                continue;
            }
            let (cr3, ci3) = mul(w(1, i - 2), w(1, i - 1), c(i - 1, k, 2), c(i, k, 2));
            let (cr4, ci4) = mul(w(2, i - 2), w(2, i - 1), c(i - 1, k, 3), c(i, k, 3));
            let (tr1, tr4) = (cr4 + cr2, cr4 - cr2);
            let (ti1, ti4) = (ci2 + ci4, ci2 - ci4);
            let (tr2, tr3) = (c(i - 1, k, 0) + cr3, c(i - 1, k, 0) - cr3);
            let (ti2, ti3) = (c(i, k, 0) + ci3, c(i, k, 0) - ci3);
            ch[h(i - 1, 0, k)] = tr2 + tr1;
            ch[h(ic - 1, 3, k)] = tr2 - tr1;
            ch[h(i, 0, k)] = ti1 + ti2;
            ch[h(ic, 3, k)] = ti1 - ti2;
            ch[h(i - 1, 2, k)] = tr3 + ti4;
            ch[h(ic - 1, 1, k)] = tr3 - ti4;
            ch[h(i, 2, k)] = tr4 + ti3;
            ch[h(ic, 1, k)] = tr4 - ti3;
        }
    }
}

fn radb(ip: usize, ido: usize, l1: usize, cc: &[f64], ch: &mut [f64], wa: &[f64]) {
    const ROOT: f64 = std::f64::consts::SQRT_2;
    let c = |a: usize, b: usize, j: usize| cc[a + ido * (b + ip * j)];
    let h = |a: usize, b: usize, j: usize| a + ido * (b + l1 * j);
    let w = |x: usize, i: usize| wa[i + x * (ido - 1)];
    for k in 0..l1 {
        if ip == 2 {
            ch[h(0, k, 0)] = c(0, 0, k) + c(ido - 1, 1, k);
            ch[h(0, k, 1)] = c(0, 0, k) - c(ido - 1, 1, k);
            if ido.is_multiple_of(2) {
                ch[h(ido - 1, k, 0)] = 2.0 * c(ido - 1, 0, k);
                ch[h(ido - 1, k, 1)] = -2.0 * c(0, 1, k);
            }
        } else {
            let (tr2, tr1) = (c(0, 0, k) + c(ido - 1, 3, k), c(0, 0, k) - c(ido - 1, 3, k));
            let (tr3, tr4) = (2.0 * c(ido - 1, 1, k), 2.0 * c(0, 2, k));
            ch[h(0, k, 0)] = tr2 + tr3;
            ch[h(0, k, 2)] = tr2 - tr3;
            ch[h(0, k, 3)] = tr1 + tr4;
            ch[h(0, k, 1)] = tr1 - tr4;
            if ido.is_multiple_of(2) {
                let (ti1, ti2) = (c(0, 3, k) + c(0, 1, k), c(0, 3, k) - c(0, 1, k));
                let (tr2, tr1) = (c(ido - 1, 0, k) + c(ido - 1, 2, k), c(ido - 1, 0, k) - c(ido - 1, 2, k));
                ch[h(ido - 1, k, 0)] = tr2 + tr2;
                ch[h(ido - 1, k, 1)] = ROOT * (tr1 - ti1);
                ch[h(ido - 1, k, 2)] = ti2 + ti2;
                ch[h(ido - 1, k, 3)] = -ROOT * (tr1 + ti1);
            }
        }
        for i in (2..ido).step_by(2) {
            let ic = ido - i;
            if ip == 2 {
                ch[h(i - 1, k, 0)] = c(i - 1, 0, k) + c(ic - 1, 1, k);
                let tr2 = c(i - 1, 0, k) - c(ic - 1, 1, k);
                let ti2 = c(i, 0, k) + c(ic, 1, k);
                ch[h(i, k, 0)] = c(i, 0, k) - c(ic, 1, k);
                (ch[h(i, k, 1)], ch[h(i - 1, k, 1)]) = mul(w(0, i - 2), w(0, i - 1), ti2, tr2);
                continue;
            }
            let (tr2, tr1) = (c(i - 1, 0, k) + c(ic - 1, 3, k), c(i - 1, 0, k) - c(ic - 1, 3, k));
            let (ti1, ti2) = (c(i, 0, k) + c(ic, 3, k), c(i, 0, k) - c(ic, 3, k));
            let (tr4, ti3) = (c(i, 2, k) + c(ic, 1, k), c(i, 2, k) - c(ic, 1, k));
            let (tr3, ti4) = (c(i - 1, 2, k) + c(ic - 1, 1, k), c(i - 1, 2, k) - c(ic - 1, 1, k));
            ch[h(i - 1, k, 0)] = tr2 + tr3;
            let cr3 = tr2 - tr3;
            ch[h(i, k, 0)] = ti2 + ti3;
            let ci3 = ti2 - ti3;
            let (cr4, cr2) = (tr1 + tr4, tr1 - tr4);
            let (ci2, ci4) = (ti1 + ti4, ti1 - ti4);
            (ch[h(i, k, 1)], ch[h(i - 1, k, 1)]) = mul(w(0, i - 2), w(0, i - 1), ci2, cr2);
            (ch[h(i, k, 2)], ch[h(i - 1, k, 2)]) = mul(w(1, i - 2), w(1, i - 1), ci3, cr3);
            (ch[h(i, k, 3)], ch[h(i - 1, k, 3)]) = mul(w(2, i - 2), w(2, i - 1), ci4, cr4);
        }
    }
}

/// The transform of real numbers: real part of the first, then real and imaginary parts in turn.
fn real_forward(data: &mut Vec<f64>, roots: &Roots) {
    let n = data.len();
    let mut other = vec![0.0; n];
    let mut l1 = n;
    for ip in factors(n, false).into_iter().rev() {
        let ido = n / l1;
        l1 /= ip;
        radf(ip, ido, l1, data, &mut other, &real_table(roots, ip, ido, l1));
        std::mem::swap(data, &mut other);
    }
}

fn real_backward(data: &mut Vec<f64>, roots: &Roots) {
    let n = data.len();
    let mut other = vec![0.0; n];
    let mut l1 = 1;
    for ip in factors(n, false) {
        let ido = n / (l1 * ip);
        radb(ip, ido, l1, data, &mut other, &real_table(roots, ip, ido, l1));
        std::mem::swap(data, &mut other);
        l1 *= ip;
    }
}

/// Half of the transform of a real row.
fn half(row: &[f64], roots: &Roots) -> Vec<C> {
    let n = row.len();
    let mut data = row.to_vec();
    if n > 1 {
        real_forward(&mut data, roots);
    }
    let mut out = vec![C::new(data[0], 0.0)];
    out.extend(data[1..].chunks_exact(2).map(|p| C::new(p[0], p[1])));
    if n.is_multiple_of(2) {
        out.push(C::new(data[n - 1], 0.0));
    }
    out
}

/// What a transform is asked for.
struct Wish {
    rows: Arr,
    at: usize,
    ndim: usize,
    n: Option<usize>,
}

fn wish(args: &Args, name: &str) -> R<Wish> {
    let [a, n, at, norm] = bind(args, &format!("fft.{name}"), ["a", "n", "axis", "norm"])?;
    if given(norm).is_some_and(|n| n.as_str() != Some("backward")) {
        return refuse("numpy.fft with this norm");
    }
    let a = arr(&need(a, name, "a")?)?;
    if a.ndim() == 0 {
        return err("IndexError", "tuple index out of range");
    }
    if a.dtype() == DType::F32 {
        return refuse("numpy.fft of float32");
    }
    let at = axis(at.map_or(Ok(-1), |n| int(&n))?, a.ndim())?;
    let n = given(n).map(|n| int(&n)).transpose()?.map(|n| n.max(0) as usize);
    Ok(Wish { rows: last_axis(&a, Some(at)).0, at, ndim: a.ndim(), n })
}

fn power_of_two(n: usize) -> R<usize> {
    if n == 0 {
        return err("ValueError", "Invalid number of FFT data points (0) specified.");
    }
    if n.is_power_of_two() { Ok(n) } else { refuse("numpy.fft of a length that is no power of two") }
}

/// Rows cut or filled with zeros to `n` elements.
fn rows_of<T: Elem>(rows: &Arr, n: usize) -> R<Vec<Vec<T>>> {
    let items = rows.vals::<T>()?;
    let len = rows.shape.last().copied().unwrap_or(1).max(1);
    Ok(items
        .chunks_exact(len)
        .map(|row| {
            let mut row = row[..len.min(n)].to_vec();
            row.resize(n, T::default());
            row
        })
        .collect())
}

fn gather<T: Elem>(wish: &Wish, rows: Vec<Vec<T>>, len: usize) -> Arr {
    let mut shape = wish.rows.shape.clone();
    if let Some(last) = shape.last_mut() {
        *last = len;
    }
    restore(Arr::new(rows.concat(), &shape), Some(wish.at), wish.ndim)
}

fn whole(wish: &Wish, forward: bool) -> R<Arr> {
    let n = power_of_two(wish.n.unwrap_or(wish.rows.shape.last().copied().unwrap_or(1)))?;
    let roots = Roots::new(n);
    let mut rows = rows_of::<C>(&wish.rows, n)?;
    let factor = if forward { 1.0 } else { 1.0 / n as f64 };
    rows.iter_mut().for_each(|row| complex(row, &roots, forward, factor));
    Ok(gather(wish, rows, n))
}

/// The transform along two axes, the last one first.
fn plane(args: &Args, name: &str, forward: bool) -> R {
    let [a] = bind(args, &format!("fft.{name}"), ["a"])?;
    let mut a = arr(&need(a, name, "a")?)?;
    if a.ndim() < 2 {
        return err("ValueError", "axes exceeds dimensionality of input");
    }
    for at in [a.ndim() - 1, a.ndim() - 2] {
        let wish = Wish { rows: last_axis(&a, Some(at)).0, at, ndim: a.ndim(), n: None };
        a = whole(&wish, forward)?;
    }
    Ok(array(a))
}

fn shifted(args: &Args, back: bool) -> R {
    let [x, axes] = bind(args, "fft.fftshift", ["x", "axes"])?;
    let x = need(x, "fftshift", "x")?;
    let a = arr(&x)?;
    let axes = super::create::along(&a, axes)?;
    let by = |axis: &usize| {
        let n = a.shape[*axis] as i64;
        Value::Int(if back { -(n / 2) } else { n / 2 })
    };
    let shifts = Value::tuple(axes.iter().map(by).collect());
    let axes = Value::tuple(axes.iter().map(|axis| Value::from(*axis)).collect());
    super::shape::roll(&crate::func::pos(&[x, shifts, axes]))
}

api! {
    fft(args) { whole(&wish(args, "fft")?, true).map(array) }
    ifft(args) { whole(&wish(args, "ifft")?, false).map(array) }
    fft2(args) { plane(args, "fft2", true) }
    ifft2(args) { plane(args, "ifft2", false) }
    rfft(args) {
        let wish = wish(args, "rfft")?;
        if wish.rows.dtype() == DType::C128 {
            return err("TypeError", "ufunc 'rfft_n_even' did not contain a loop with signature matching types");
        }
        let n = power_of_two(wish.n.unwrap_or(wish.rows.shape.last().copied().unwrap_or(1)))?;
        let roots = Roots::new(n);
        let rows = rows_of::<f64>(&wish.rows, n)?.iter().map(|row| half(row, &roots)).collect();
        Ok(array(gather(&wish, rows, n / 2 + 1)))
    }
    irfft(args) {
        let wish = wish(args, "irfft")?;
        let given = wish.rows.shape.last().copied().unwrap_or(1);
        let n = power_of_two(wish.n.unwrap_or(2 * given.saturating_sub(1)))?;
        let roots = Roots::new(n);
        let factor = 1.0 / n as f64;
        let back = |row: &Vec<C>| {
            let mut data = vec![row[0].re];
            (1..n.div_ceil(2)).for_each(|i| data.extend([row[i].re, row[i].im]));
            if n % 2 == 0 {
                data.push(row[n / 2].re);
            }
            if n > 1 {
                real_backward(&mut data, &roots);
            }
            data.iter().map(|x| x * factor).collect()
        };
        let rows = rows_of::<C>(&wish.rows, n / 2 + 1)?.iter().map(back).collect();
        Ok(array(gather(&wish, rows, n)))
    }
    fftfreq(args) {
        let (n, d) = spacing(args, "fftfreq")?;
        let scale = 1.0 / (n as f64 * d);
        let whole = (0..n as i64).map(|i| if i < (n as i64 + 1) / 2 { i } else { i - n as i64 });
        Ok(array(Arr::line(whole.map(|i| i as f64 * scale).collect::<Vec<f64>>())))
    }
    rfftfreq(args) {
        let (n, d) = spacing(args, "rfftfreq")?;
        let scale = 1.0 / (n as f64 * d);
        Ok(array(Arr::line((0..=n / 2).map(|i| i as f64 * scale).collect::<Vec<f64>>())))
    }
    fftshift(args) { shifted(args, false) }
    ifftshift(args) { shifted(args, true) }
}

fn spacing(args: &Args, name: &str) -> R<(usize, f64)> {
    let [n, d] = bind(args, &format!("fft.{name}"), ["n", "d"])?;
    let n = int(&need(n, name, "n")?)?.max(0) as usize;
    Ok((n, d.map_or(Ok(1.0), |d| float(&d))?))
}
