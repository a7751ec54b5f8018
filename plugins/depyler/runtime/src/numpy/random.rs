//! `numpy.random`: the streams of `default_rng` (PCG64) and of the older functions (MT19937).

use super::array::{Arr, count};
use super::convert::{arr, bind, flag, given, int, need, opt_dtype, refuse, shape};
use super::dtype::{DType, Item};
use super::object::{NdArray, array, result, scalar};
use super::ziggurat::{FE, FI, KE, KI, WE, WI};
use crate::exc::err;
use crate::func::Args;
use crate::native::{Object, downcast, native};
use crate::value::{Name, R, Value};
use std::cell::RefCell;

/// A stream of random bits.
enum Bits {
    /// State, increment, half of a word that is left
    Pcg(u128, u128, Option<u32>),
    /// Words and the next one of them
    Twister(Box<[u32; 624]>, usize),
}

const STEP: u128 = (2_549_297_995_355_413_924 << 64) + 4_865_540_595_714_422_341;

/// Entropy spread over the state of a generator.
fn spread(seed: &[u32]) -> [u64; 4] {
    let mut factor = 0x43b0_d7e5u32;
    let mut hash = |mut value: u32| {
        value ^= factor;
        factor = factor.wrapping_mul(0x931e_8875);
        value = value.wrapping_mul(factor);
        value ^ value >> 16
    };
    let mix = |x: u32, y: u32| {
        let value = x.wrapping_mul(0xca01_f9dd).wrapping_sub(y.wrapping_mul(0x4973_f715));
        value ^ value >> 16
    };
    let mut pool = [0u32; 4];
    for (at, slot) in pool.iter_mut().enumerate() {
        *slot = hash(seed.get(at).copied().unwrap_or(0));
    }
    for from in 0..4 {
        for to in 0..4 {
            if from != to {
                pool[to] = mix(pool[to], hash(pool[from]));
            }
        }
    }
    for word in seed.iter().skip(4) {
        for slot in &mut pool {
            *slot = mix(*slot, hash(*word));
        }
    }
    let mut factor = 0x8b51_f9ddu32;
    let words: Vec<u32> = (0..8)
        .map(|at| {
            let mut value = pool[at % 4] ^ factor;
            factor = factor.wrapping_mul(0x58f3_8ded);
            value = value.wrapping_mul(factor);
            value ^ value >> 16
        })
        .collect();
    std::array::from_fn(|at| u64::from(words[2 * at]) | u64::from(words[2 * at + 1]) << 32)
}

impl Bits {
    fn pcg(seed: &[u32]) -> Bits {
        let words = spread(seed);
        let joined = |high: u64, low: u64| u128::from(high) << 64 | u128::from(low);
        let increment = joined(words[2], words[3]) << 1 | 1;
        let state = increment.wrapping_add(joined(words[0], words[1]));
        Bits::Pcg(state.wrapping_mul(STEP).wrapping_add(increment), increment, None)
    }

    fn twister(mut seed: u32) -> Bits {
        let mut key = Box::new([0u32; 624]);
        for (at, slot) in key.iter_mut().enumerate() {
            *slot = seed;
            seed = 1_812_433_253u32.wrapping_mul(seed ^ seed >> 30).wrapping_add(at as u32 + 1);
        }
        Bits::Twister(key, 624)
    }

    fn word(&mut self) -> u64 {
        match self {
            Bits::Pcg(state, increment, _) => {
                *state = state.wrapping_mul(STEP).wrapping_add(*increment);
                let (high, low) = ((*state >> 64) as u64, *state as u64);
                (high ^ low).rotate_right((*state >> 122) as u32)
            }
            Bits::Twister(..) => {
                let high = u64::from(self.half());
                high << 32 | u64::from(self.half())
            }
        }
    }

    fn half(&mut self) -> u32 {
        match self {
            Bits::Pcg(_, _, left) => {
                if let Some(half) = left.take() {
                    return half;
                }
                let word = self.word();
                if let Bits::Pcg(_, _, left) = self {
                    *left = Some((word >> 32) as u32);
                }
                word as u32
            }
            Bits::Twister(key, at) => {
                if *at == 624 {
                    refill(key);
                    *at = 0;
                }
                let mut y = key[*at];
                *at += 1;
                y ^= y >> 11;
                y ^= y << 7 & 0x9d2c_5680;
                y ^= y << 15 & 0xefc6_0000;
                y ^ y >> 18
            }
        }
    }

    fn double(&mut self) -> f64 {
        match self {
            Bits::Pcg(..) => (self.word() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0),
            Bits::Twister(..) => {
                let (a, b) = (f64::from(self.half() >> 5), f64::from(self.half() >> 6));
                (a * 67_108_864.0 + b) / 9_007_199_254_740_992.0
            }
        }
    }

    /// A number from 0 to `most`, without bias.
    fn below(&mut self, most: u64) -> u64 {
        if matches!(self, Bits::Twister(..)) {
            return self.masked(most);
        }
        if most == 0 {
            return 0;
        }
        if most < u64::from(u32::MAX) {
            let n = most as u32 + 1;
            let mut m = u64::from(self.half()) * u64::from(n);
            if (m as u32) < n {
                let least = (u32::MAX - most as u32) % n;
                while (m as u32) < least {
                    m = u64::from(self.half()) * u64::from(n);
                }
            }
            return m >> 32;
        }
        if most == u64::from(u32::MAX) {
            return u64::from(self.half());
        }
        if most == u64::MAX {
            return self.word();
        }
        let n = most + 1;
        let mut m = u128::from(self.word()) * u128::from(n);
        if (m as u64) < n {
            let least = (u64::MAX - most) % n;
            while (m as u64) < least {
                m = u128::from(self.word()) * u128::from(n);
            }
        }
        (m >> 64) as u64
    }

    fn masked(&mut self, most: u64) -> u64 {
        if most == 0 {
            return 0;
        }
        let mask = u64::MAX >> most.leading_zeros();
        loop {
            let value = if most <= u64::from(u32::MAX) { u64::from(self.half()) } else { self.word() } & mask;
            if value <= most {
                return value;
            }
        }
    }

    fn normal(&mut self) -> f64 {
        const R: f64 = 3.654_152_885_361_009;
        loop {
            let word = self.word();
            let strip = (word & 0xff) as usize;
            let rest = word >> 8;
            let negative = rest & 1 == 1;
            let size = rest >> 1 & 0x000f_ffff_ffff_ffff;
            let x = size as f64 * f64::from_bits(WI[strip]);
            let x = if negative { -x } else { x };
            if size < KI[strip] {
                return x;
            }
            if strip == 0 {
                loop {
                    let xx = -0.273_661_237_329_758_3 * (-self.double()).ln_1p();
                    let yy = -(-self.double()).ln_1p();
                    if yy + yy > xx * xx {
                        return if size >> 8 & 1 == 1 { -(R + xx) } else { R + xx };
                    }
                }
            }
            let (above, here) = (f64::from_bits(FI[strip - 1]), f64::from_bits(FI[strip]));
            if (above - here) * self.double() + here < (-0.5 * x * x).exp() {
                return x;
            }
        }
    }

    fn exponential(&mut self) -> f64 {
        loop {
            let word = self.word() >> 3;
            let strip = (word & 0xff) as usize;
            let size = word >> 8;
            let x = size as f64 * f64::from_bits(WE[strip]);
            if size < KE[strip] {
                return x;
            }
            if strip == 0 {
                return 7.697_117_470_131_05 - (-self.double()).ln_1p();
            }
            let (above, here) = (f64::from_bits(FE[strip - 1]), f64::from_bits(FE[strip]));
            if (above - here) * self.double() + here < (-x).exp() {
                return x;
            }
        }
    }
}

fn refill(key: &mut [u32; 624]) {
    for at in 0..624 {
        let y = key[at] & 0x8000_0000 | key[(at + 1) % 624] & 0x7fff_ffff;
        key[at] = key[(at + 397) % 624] ^ y >> 1 ^ if y & 1 == 1 { 0x9908_b0df } else { 0 };
    }
}

/// A generator, and the second of a pair of normal numbers that the older functions keep.
struct Stream {
    bits: Bits,
    kept: Option<f64>,
}

impl Stream {
    /// The method of the older functions for normal numbers.
    fn gauss(&mut self) -> f64 {
        if let Some(kept) = self.kept.take() {
            return kept;
        }
        loop {
            let (x, y) = (2.0 * self.bits.double() - 1.0, 2.0 * self.bits.double() - 1.0);
            let r = x * x + y * y;
            if r < 1.0 && r != 0.0 {
                let f = (-2.0 * r.ln() / r).sqrt();
                self.kept = Some(f * x);
                return f * y;
            }
        }
    }

    fn normal(&mut self) -> f64 {
        if matches!(self.bits, Bits::Pcg(..)) { self.bits.normal() } else { self.gauss() }
    }

    fn exponential(&mut self) -> f64 {
        match self.bits {
            Bits::Pcg(..) => self.bits.exponential(),
            Bits::Twister(..) => -(1.0 - self.bits.double()).ln(),
        }
    }

    fn old(&self) -> bool {
        matches!(self.bits, Bits::Twister(..))
    }
}

/// `numpy.random.Generator` and `numpy.random.RandomState`
struct Generator(RefCell<Stream>);

thread_local! {
    static GLOBAL: Generator = Generator(RefCell::new(Stream { bits: Bits::twister(clock()), kept: None }));
}

/// What differs from run to run.
fn clock() -> u32 {
    let time = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    time.map_or(1, |t| t.subsec_nanos() ^ (t.as_secs() as u32).rotate_left(13))
}

/// The words of a seed.
fn words(seed: &Value) -> R<Vec<u32>> {
    match seed {
        Value::Int(n) if *n >= 0 => {
            let (low, high) = (*n as u32, (*n >> 32) as u32);
            Ok(if high == 0 { vec![low] } else { vec![low, high] })
        }
        Value::Int(_) => err("ValueError", "expected non-negative integer"),
        Value::Native(_) => words(&Value::Int(int(seed)?)),
        Value::List(_) | Value::Tuple(_) => {
            let mut out = vec![];
            for item in crate::iter::to_vec(seed)? {
                out.extend(words(&item)?);
            }
            Ok(out)
        }
        _ => refuse("a seed of this type"),
    }
}

/// An array of a shape, or one number without a shape.
fn many(size: Option<Value>, mut next: impl FnMut() -> f64) -> R {
    match given(size) {
        None => Ok(Value::Float(next())),
        Some(size) => {
            let size = shape(&size)?;
            let mut items = super::array::room(count(&size));
            items.extend((0..count(&size)).map(|_| next()));
            Ok(array(Arr::new::<f64>(items, &size)))
        }
    }
}

/// Two parameters that may be arrays, broadcast with the shape asked for.
fn with_two(
    a: Option<Value>,
    b: Option<Value>,
    size: Option<Value>,
    mut f: impl FnMut(f64, f64) -> f64,
    defaults: (f64, f64),
) -> R {
    let number =
        |v: Option<Value>, default: f64| v.map_or(Ok(Arr::zero_d(Item::F64(default))), |v| arr(&v)?.cast(DType::F64));
    let (a, b) = (number(a, defaults.0)?, number(b, defaults.1)?);
    if a.ndim() == 0 && b.ndim() == 0 {
        let (x, y) = (a.only()?.to::<f64>(), b.only()?.to::<f64>());
        return many(size, || f(x, y));
    }
    let wanted = match given(size) {
        Some(size) => shape(&size)?,
        None => super::array::broadcast(&[&a.shape, &b.shape])?,
    };
    let (a, b) = (a.stretched(&wanted)?, b.stretched(&wanted)?);
    let items: Vec<f64> = a.vals::<f64>()?.iter().zip(b.vals::<f64>()?.iter()).map(|(x, y)| f(*x, *y)).collect();
    Ok(array(Arr::new(items, &wanted)))
}

impl Generator {
    fn integers(&self, args: &Args, name: &str) -> R {
        let [low, high, size, kind, closed] = bind(args, name, ["low", "high", "size", "dtype", "endpoint"])?;
        let low = need(low, name, "low")?;
        let kind = opt_dtype(kind)?.unwrap_or(DType::I64);
        if kind != DType::I64 {
            return refuse("random integers of this element type");
        }
        if arr(&low)?.ndim() > 0 || given(high.clone()).is_some_and(|h| arr(&h).is_ok_and(|a| a.ndim() > 0)) {
            return refuse("random integers between arrays");
        }
        let (low, high) = match given(high) {
            Some(high) => (int(&low)?, int(&high)?),
            None => (0, int(&low)?),
        };
        let last = if flag(closed, false)? { high } else { high.saturating_sub(1) };
        if low > last {
            return err("ValueError", "low >= high");
        }
        let most = last.wrapping_sub(low) as u64;
        let mut stream = self.0.borrow_mut();
        let mut next = || low.wrapping_add(stream.bits.below(most) as i64);
        match given(size) {
            None if name == "randint" => Ok(Value::Int(next())),
            None => Ok(scalar(Item::I64(next()))),
            Some(size) => {
                let size = shape(&size)?;
                Ok(array(Arr::new::<i64>((0..count(&size)).map(|_| next()).collect(), &size)))
            }
        }
    }

    /// Exchanges elements as `shuffle` does: for each place from the end, with one before or at it.
    fn exchanges(&self, n: usize, mut swap: impl FnMut(usize, usize)) {
        let mut stream = self.0.borrow_mut();
        for i in (1..n).rev() {
            swap(i, stream.bits.masked(i as u64) as usize);
        }
    }

    /// As [`Self::exchanges`], down to place `first`, with the numbers that `integers` gives.
    fn draws(&self, n: usize, first: usize, mut swap: impl FnMut(usize, usize)) {
        let mut stream = self.0.borrow_mut();
        for i in (first..n).rev() {
            swap(i, stream.bits.below(i as u64) as usize);
        }
    }

    fn order(&self, n: usize) -> Vec<i64> {
        let mut order: Vec<i64> = (0..n as i64).collect();
        self.exchanges(n, |i, j| order.swap(i, j));
        order
    }

    fn shuffle(&self, args: &Args) -> R {
        let x = args.at(0, "shuffle")?;
        if args.pos.len() > 1 || !args.kw.is_empty() {
            return refuse("numpy.random.shuffle with an axis");
        }
        match x {
            Value::List(items) => {
                let n = items.borrow().len();
                self.exchanges(n, |i, j| items.borrow_mut().swap(i, j));
            }
            _ if downcast::<NdArray>(x).is_some() => {
                let a = arr(x)?;
                let order = self.order(a.shape.first().copied().unwrap_or(0));
                a.assign(&super::index::take_along(&a, Arr::line(order), 0)?)?;
            }
            _ => return refuse("numpy.random.shuffle of this type"),
        }
        Ok(Value::None)
    }

    fn permutation(&self, args: &Args) -> R {
        let x = args.at(0, "permutation")?;
        if args.pos.len() > 1 || !args.kw.is_empty() {
            return refuse("numpy.random.permutation with an axis");
        }
        if let Value::Int(n) = x {
            return Ok(array(Arr::line(self.order((*n).max(0) as usize))));
        }
        let a = arr(x)?;
        if a.ndim() == 0 {
            return Ok(array(Arr::line(self.order(a.only()?.to::<i64>().max(0) as usize))));
        }
        let order = self.order(a.shape[0]);
        Ok(array(super::index::take_along(&a, Arr::line(order), 0)?))
    }

    /// Different places, in the way of the newer functions.
    fn distinct(&self, n: usize, size: usize) -> Vec<i64> {
        if n > 10_000 && size > n / 50 {
            let mut all: Vec<i64> = (0..n as i64).collect();
            self.draws(n, (n - size).max(1), |i, j| all.swap(i, j));
            return all.split_off(n - size);
        }
        let mut out: Vec<i64> = vec![];
        let mut seen = std::collections::BTreeSet::new();
        for j in n - size..n {
            let found = self.0.borrow_mut().bits.below(j as u64) as i64;
            let pick = if seen.insert(found) { found } else { j as i64 };
            seen.insert(pick);
            out.push(pick);
        }
        self.draws(size, 1, |i, j| out.swap(i, j));
        out
    }

    fn choice(&self, args: &Args) -> R {
        let [a, size, replace, p] = bind(args, "choice", ["a", "size", "replace", "p"])?;
        let a = need(a, "choice", "a")?;
        let pool = match &a {
            Value::Int(n) => Arr::line::<i64>((0..*n).collect()),
            _ => arr(&a)?,
        };
        if pool.ndim() != 1 {
            return refuse("numpy.random.choice of this shape");
        }
        let n = pool.size();
        let wanted = given(size).map(|s| shape(&s)).transpose()?;
        let many = wanted.as_ref().map_or(1, |s| count(s));
        if n == 0 && many > 0 {
            return err("ValueError", "a cannot be empty unless no samples are taken");
        }
        let old = self.0.borrow().old();
        let places: Vec<i64> = match (given(p), flag(replace, true)?) {
            (Some(p), true) => self.weighted(&p, n, many)?,
            (Some(_), false) => return refuse("numpy.random.choice with weights and without replacement"),
            (None, true) => {
                let mut stream = self.0.borrow_mut();
                (0..many).map(|_| stream.bits.below(n as u64 - 1) as i64).collect()
            }
            (None, false) if many > n => {
                let text = if old {
                    "Cannot take a larger sample than population when 'replace=False'"
                } else {
                    "Cannot take a larger sample than population when replace is False"
                };
                return err("ValueError", text);
            }
            (None, false) if old => self.order(n)[..many].to_vec(),
            (None, false) => self.distinct(n, many),
        };
        match wanted {
            Some(wanted) => Ok(array(super::index::take_along(&pool, Arr::new(places, &wanted), 0)?)),
            None => {
                let picked = super::index::take_along(&pool, Arr::new(places, &[]), 0)?;
                if old && matches!(a, Value::Int(_)) {
                    Ok(super::convert::python(picked.only()?))
                } else {
                    result(picked)
                }
            }
        }
    }

    fn weighted(&self, p: &Value, n: usize, many: usize) -> R<Vec<i64>> {
        let p = arr(p)?.vec::<f64>()?;
        if p.len() != n {
            return err("ValueError", "a and p must have same size");
        }
        let mut sum = 0.0;
        let mut steps: Vec<f64> = p
            .iter()
            .map(|x| {
                sum += x;
                sum
            })
            .collect();
        if (sum - 1.0).abs() > 1e-8 {
            return err("ValueError", "probabilities do not sum to 1");
        }
        let last = steps[n - 1];
        steps.iter_mut().for_each(|s| *s /= last);
        let mut stream = self.0.borrow_mut();
        Ok((0..many)
            .map(|_| {
                let x = stream.bits.double();
                steps.partition_point(|s| *s <= x) as i64
            })
            .collect())
    }

    fn method(&self, name: Name, args: &Args) -> Option<R> {
        Some(match name {
            "random" | "random_sample" | "sample" | "ranf" => {
                bind(args, "random.random", ["size"]).and_then(|[size]| {
                    let mut stream = self.0.borrow_mut();
                    many(size, || stream.bits.double())
                })
            }
            "rand" | "randn" => {
                let size = if args.pos.is_empty() { None } else { Some(Value::tuple(args.pos.to_vec())) };
                let mut stream = self.0.borrow_mut();
                if name == "rand" { many(size, || stream.bits.double()) } else { many(size, || stream.gauss()) }
            }
            "standard_normal" => bind(args, "random.standard_normal", ["size"]).and_then(|[size]| {
                let mut stream = self.0.borrow_mut();
                many(size, || stream.normal())
            }),
            "normal" => bind(args, "random.normal", ["loc", "scale", "size"]).and_then(|[loc, scale, size]| {
                let mut stream = self.0.borrow_mut();
                let f = |loc: f64, scale: f64| loc + scale * stream.normal();
                with_two(loc, scale, size, f, (0.0, 1.0))
            }),
            "uniform" => bind(args, "random.uniform", ["low", "high", "size"]).and_then(|[low, high, size]| {
                let mut stream = self.0.borrow_mut();
                let f = |low: f64, high: f64| low + (high - low) * stream.bits.double();
                with_two(low, high, size, f, (0.0, 1.0))
            }),
            "exponential" => bind(args, "random.exponential", ["scale", "size"]).and_then(|[scale, size]| {
                let mut stream = self.0.borrow_mut();
                let f = |scale: f64, _: f64| scale * stream.exponential();
                with_two(scale, None, size, f, (1.0, 0.0))
            }),
            "integers" if !self.0.borrow().old() => self.integers(args, "integers"),
            "randint" if self.0.borrow().old() => self.integers(args, "randint"),
            "shuffle" => self.shuffle(args),
            "permutation" => self.permutation(args),
            "choice" => self.choice(args),
            "seed" if self.0.borrow().old() => args.at(0, "seed").and_then(|seed| {
                *self.0.borrow_mut() = old_stream(seed)?;
                Ok(Value::None)
            }),
            _ => return None,
        })
    }
}

fn old_stream(seed: &Value) -> R<Stream> {
    let bits = match seed {
        Value::None => Bits::twister(clock()),
        Value::List(_) | Value::Tuple(_) => return refuse("a list as a seed"),
        _ => match u32::try_from(int(seed)?) {
            Ok(seed) => Bits::twister(seed),
            Err(_) => return err("ValueError", "Seed must be between 0 and 2**32 - 1"),
        },
    };
    Ok(Stream { bits, kept: None })
}

impl Object for Generator {
    fn type_name(&self) -> Name {
        if self.0.borrow().old() { "numpy.random.RandomState" } else { "numpy.random.Generator" }
    }

    fn get_attr(&self, this: &Value, name: Name) -> R<Option<Value>> {
        const METHODS: &[&str] = &[
            "random",
            "standard_normal",
            "normal",
            "uniform",
            "exponential",
            "integers",
            "shuffle",
            "permutation",
            "choice",
            "rand",
            "randn",
            "randint",
            "seed",
        ];
        if METHODS.contains(&name) {
            return Ok(Some(crate::attr::bound(this.clone(), Value::Unbound, name)));
        }
        if name.starts_with("__") { Ok(None) } else { refuse(&format!("numpy.random.Generator.{name}")) }
    }

    fn call_method(&self, _: &Value, name: Name, args: &Args) -> Option<R> {
        match self.method(name, args) {
            Some(done) => Some(done),
            None => Some(refuse(&format!("numpy.random.Generator.{name}"))),
        }
    }
}

/// `numpy.random.default_rng(seed)`
///
/// # Errors
/// `ValueError` for a negative seed.
pub fn default_rng(args: &Args) -> R {
    let [seed] = bind(args, "random.default_rng", ["seed"])?;
    let seed = match given(seed) {
        Some(seed) if downcast::<Generator>(&seed).is_some() => return Ok(seed),
        Some(seed) => words(&seed)?,
        None => vec![clock(), clock()],
    };
    Ok(native(Generator(RefCell::new(Stream { bits: Bits::pcg(&seed), kept: None }))))
}

/// `numpy.random.RandomState(seed)`
///
/// # Errors
/// `ValueError` for a seed out of range.
#[allow(non_snake_case)]
pub fn RandomState(args: &Args) -> R {
    let [seed] = bind(args, "random.RandomState", ["seed"])?;
    Ok(native(Generator(RefCell::new(old_stream(&seed.unwrap_or(Value::None))?))))
}

macro_rules! global {
    ($($name:ident)*) => {$(
        #[doc = concat!("`numpy.random.", stringify!($name), "`, on the stream that all share")]
        ///
        /// # Errors
        /// What NumPy raises for such arguments.
        pub fn $name(args: &Args) -> R {
            GLOBAL.with(|global| match global.method(stringify!($name), args) {
                Some(done) => done,
                None => refuse(concat!("numpy.random.", stringify!($name))),
            })
        }
    )*};
}
global!(seed random random_sample sample ranf rand randn randint standard_normal normal uniform exponential shuffle permutation choice);
