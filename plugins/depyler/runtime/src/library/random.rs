//! `random`: CPython's stream of the Mersenne Twister.

use crate::bigint::BigInt;
use crate::exc::err;
use crate::func::Args;
use crate::native::{Object, downcast, native};
use crate::number::{Num, num};
use crate::value::{Name, R, Value};
use std::cell::RefCell;

const N: usize = 624;

/// The generator's state.
pub struct Twister {
    state: [u32; N],
    at: usize,
    gauss: Option<f64>,
}

impl Twister {
    fn from_word(seed: u32) -> Twister {
        let mut state = [0u32; N];
        state[0] = seed;
        for at in 1..N {
            let last = state[at - 1];
            state[at] = 1_812_433_253u32.wrapping_mul(last ^ last >> 30).wrapping_add(at as u32);
        }
        Twister { state, at: N, gauss: None }
    }

    fn from_key(key: &[u32]) -> Twister {
        let mut mt = Twister::from_word(19_650_218);
        let s = &mut mt.state;
        let (mut i, mut j) = (1, 0);
        for _ in 0..N.max(key.len()) {
            let mixed = (s[i - 1] ^ s[i - 1] >> 30).wrapping_mul(1_664_525);
            s[i] = (s[i] ^ mixed).wrapping_add(key[j]).wrapping_add(j as u32);
            i += 1;
            j = (j + 1) % key.len();
            if i >= N {
                s[0] = s[N - 1];
                i = 1;
            }
        }
        for _ in 0..N - 1 {
            let mixed = (s[i - 1] ^ s[i - 1] >> 30).wrapping_mul(1_566_083_941);
            s[i] = (s[i] ^ mixed).wrapping_sub(i as u32);
            i += 1;
            if i >= N {
                s[0] = s[N - 1];
                i = 1;
            }
        }
        s[0] = 0x8000_0000;
        mt
    }

    fn word(&mut self) -> u32 {
        if self.at >= N {
            for k in 0..N {
                let y = self.state[k] & 0x8000_0000 | self.state[(k + 1) % N] & 0x7fff_ffff;
                let odd = if y & 1 == 1 { 0x9908_b0df } else { 0 };
                self.state[k] = self.state[(k + 397) % N] ^ y >> 1 ^ odd;
            }
            self.at = 0;
        }
        let mut y = self.state[self.at];
        self.at += 1;
        y ^= y >> 11;
        y ^= y << 7 & 0x9d2c_5680;
        y ^= y << 15 & 0xefc6_0000;
        y ^ y >> 18
    }

    pub(super) fn random(&mut self) -> f64 {
        let (a, b) = (self.word() >> 5, self.word() >> 6);
        (f64::from(a) * 67_108_864.0 + f64::from(b)) / 9_007_199_254_740_992.0
    }

    pub(super) fn bits(&mut self, k: usize) -> BigInt {
        let mut words = vec![];
        let mut left = k;
        while left > 0 {
            let word = self.word();
            words.push(if left < 32 { word >> (32 - left) } else { word });
            left = left.saturating_sub(32);
        }
        let bytes: Vec<u8> = words.iter().rev().flat_map(|w| w.to_be_bytes()).collect();
        BigInt::from_bytes(&bytes)
    }

    /// A number below `n`, which is positive.
    fn below(&mut self, n: &BigInt) -> BigInt {
        let k = n.bits();
        if k <= 32 {
            let n = n.to_i64().unwrap_or(1) as u32 as u64;
            loop {
                let r = u64::from(self.word() >> (32 - k));
                if r < n {
                    return BigInt::from_i128(i128::from(r));
                }
            }
        }
        loop {
            let r = self.bits(k);
            if r < *n {
                return r;
            }
        }
    }

    fn index(&mut self, n: usize) -> usize {
        self.below(&BigInt::from_i128(n as i128)).to_i64().unwrap_or(0) as usize
    }
}

fn seeded(seed: Option<&Value>) -> R<Twister> {
    let plain = seed.map(Value::plain);
    let key = match plain.as_ref() {
        None | Some(Value::None) => {
            let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(1, |d| d.as_nanos());
            BigInt::from_i128((now ^ u128::from(std::process::id())) as i128)
        }
        Some(Value::Str(text)) => text_seed(text.as_str().as_bytes()),
        Some(Value::Bytes(bytes)) => text_seed(&bytes.data.borrow()),
        Some(value) => match num(value) {
            Some(Num::Int(n)) => BigInt::from_i128(i128::from(n)),
            Some(Num::Big(n)) => n,
            _ => BigInt::from_i128(i128::from(crate::hash::hash(value)? as u64)),
        },
    };
    let mut bytes = key.to_bytes();
    bytes.reverse();
    let mut words: Vec<u32> = bytes.chunks(4).map(|c| c.iter().rev().fold(0, |n, b| n << 8 | u32::from(*b))).collect();
    if words.is_empty() {
        words.push(0);
    }
    Ok(Twister::from_key(&words))
}

/// A text seeds with itself and its SHA-512.
fn text_seed(bytes: &[u8]) -> BigInt {
    let all = [bytes, &crate::sha512::digest(bytes)[..]].concat();
    BigInt::from_bytes(&all)
}

/// Methods of `random.Random`, which are also the functions of the module.
pub const METHODS: &[Name] = &[
    "seed",
    "random",
    "uniform",
    "randint",
    "randrange",
    "choice",
    "choices",
    "shuffle",
    "sample",
    "gauss",
    "normalvariate",
    "expovariate",
    "getrandbits",
    "triangular",
    "getstate",
    "setstate",
    "lognormvariate",
    "gammavariate",
    "betavariate",
    "paretovariate",
    "weibullvariate",
    "vonmisesvariate",
    "randbytes",
];

struct Random(RefCell<Twister>);

impl Object for Random {
    fn type_name(&self) -> Name {
        "Random"
    }
    fn call_method(&self, _: &Value, name: Name, args: &Args) -> Option<R> {
        METHODS.contains(&name).then(|| run(&mut self.0.borrow_mut(), name, args))
    }
}

/// `random.Random(seed)`
///
/// # Errors
/// `TypeError` for a seed that cannot be hashed.
pub fn new_random(args: &Args) -> R {
    Ok(native(Random(RefCell::new(seeded(args.pos.first())?))))
}

thread_local! {
    static SHARED: RefCell<Option<Value>> = const { RefCell::new(None) };
}

fn shared(name: Name, args: &Args) -> R {
    let random = match SHARED.with_borrow(Clone::clone) {
        Some(random) => random,
        None => {
            let random = new_random(&Args::none())?;
            SHARED.set(Some(random.clone()));
            random
        }
    };
    match downcast::<Random>(&random) {
        Some(random) => run(&mut random.0.borrow_mut(), name, args),
        None => Ok(Value::None),
    }
}

macro_rules! functions {
    ($($name:ident)*) => {
        $(
            /// The function of this name in Python's `random`.
            ///
            /// # Errors
            /// `ValueError`, `IndexError` and `TypeError` for wrong arguments.
            pub fn $name(args: &Args) -> R {
                shared(stringify!($name), args)
            }
        )*
    };
}
functions!(seed random uniform randint randrange choice choices shuffle sample gauss normalvariate expovariate getrandbits triangular getstate setstate lognormvariate gammavariate betavariate paretovariate weibullvariate vonmisesvariate randbytes);

/// `random.SystemRandom()`: numbers that nobody can foresee.
///
/// # Errors
/// None.
#[allow(non_snake_case)] // its name in Python
pub fn SystemRandom(_: &Args) -> R {
    new_random(&Args::none())
}

/// The arguments by position, those given by name included; none when all are already there.
fn placed(name: Name, args: &Args) -> R<Option<Vec<Value>>> {
    let names: &[Name] = match name {
        "uniform" | "randint" => &["a", "b"],
        "randrange" => &["start", "stop", "step"],
        "choice" => &["seq"],
        "shuffle" => &["x"],
        "gauss" | "normalvariate" => &["mu", "sigma"],
        "expovariate" => &["lambd"],
        "triangular" => &["low", "high", "mode"],
        "getrandbits" => &["k"],
        "lognormvariate" => &["mu", "sigma"],
        "gammavariate" | "betavariate" | "weibullvariate" => &["alpha", "beta"],
        "paretovariate" => &["alpha"],
        "vonmisesvariate" => &["mu", "kappa"],
        "randbytes" => &["n"],
        _ => return Ok(None),
    };
    if args.kw.is_empty() {
        return Ok(None);
    }
    let mut all = args.pos.to_vec();
    let mut left = args.kw.len();
    for parameter in names.iter().skip(all.len()) {
        match args.kwarg(parameter) {
            Some(value) => {
                all.push(value);
                left -= 1;
            }
            None if left == 0 => break,
            None => all.push(match *parameter {
                "mu" | "low" => Value::Float(0.0),
                "sigma" | "high" => Value::Float(1.0),
                _ => return err("TypeError", format!("Random.{name}() missing required argument: '{parameter}'")),
            }),
        }
    }
    if left > 0 {
        return err("TypeError", format!("Random.{name}() got an unexpected keyword argument"));
    }
    Ok(Some(all))
}

fn state_of(mt: &Twister) -> Value {
    let words = mt.state.iter().map(|w| Value::Int(i64::from(*w))).chain([Value::from(mt.at)]).collect();
    Value::tuple(vec![Value::Int(3), Value::tuple(words), mt.gauss.map_or(Value::None, Value::Float)])
}

fn restore(mt: &mut Twister, state: &Value) -> R<()> {
    let [_, words, gauss] = crate::iter::unpack::<3>(state)?;
    let words = crate::iter::to_vec(&words)?;
    if words.len() != N + 1 {
        return err("ValueError", "state vector is the wrong size");
    }
    for (slot, word) in mt.state.iter_mut().zip(&words) {
        *slot = crate::item::index(word, "int")? as u32;
    }
    mt.at = crate::item::index(&words[N], "int")?.clamp(0, N as i64) as usize;
    mt.gauss = if let Value::Float(x) = gauss { Some(x) } else { None };
    Ok(())
}

pub(super) fn float(args: &Args, at: usize, default: f64) -> R<f64> {
    match args.pos.get(at) {
        Some(value) => match num(value) {
            Some(n) => n.float(),
            None => err("TypeError", "must be real number"),
        },
        None => Ok(default),
    }
}

fn big(value: &Value) -> R<BigInt> {
    match num(value) {
        Some(Num::Int(n)) => Ok(BigInt::from_i128(i128::from(n))),
        Some(Num::Big(n)) => Ok(n),
        Some(Num::Float(x)) if x.fract() == 0.0 => Ok(BigInt::from_f64(x)),
        _ => err(
            "TypeError",
            format!("'{}' object cannot be interpreted as an integer", crate::class::class_of(value).full_name()),
        ),
    }
}

fn run(mt: &mut Twister, name: Name, args: &Args) -> R {
    let by_name = placed(name, args)?;
    let args = &match &by_name {
        Some(all) => Args { pos: all, kw: &[] },
        None => Args { pos: args.pos, kw: args.kw },
    };
    Ok(match name {
        "getstate" => state_of(mt),
        "setstate" => {
            restore(mt, args.at(0, name)?)?;
            Value::None
        }
        "seed" => {
            *mt = seeded(args.opt(0, "a").as_ref())?;
            Value::None
        }
        "random" => Value::Float(mt.random()),
        "uniform" => {
            let (a, b) = (float(args, 0, 0.0)?, float(args, 1, 0.0)?);
            Value::Float(a + (b - a) * mt.random())
        }
        "getrandbits" => Value::big(mt.bits(crate::item::index(args.at(0, name)?, "int")?.max(0) as usize)),
        "randint" => {
            let stop = args.at(1, name)?.add(&Value::Int(1))?;
            range(mt, &[args.pos[0].clone(), stop])?
        }
        "randrange" => range(mt, args.pos)?,
        "choice" => {
            let items = args.at(0, name)?;
            let n = crate::builtins::len(items)?;
            if n == 0 {
                return err("IndexError", "Cannot choose from an empty sequence");
            }
            items.item(&Value::from(mt.index(n)))?
        }
        "shuffle" => {
            let items = args.at(0, name)?;
            let n = crate::builtins::len(items)?;
            for i in (1..n).rev() {
                let (i, j) = (Value::from(i), Value::from(mt.index(i + 1)));
                let (a, b) = (items.item(&i)?, items.item(&j)?);
                items.set_item(i, b)?;
                items.set_item(j, a)?;
            }
            Value::None
        }
        "sample" => take_sample(mt, args)?,
        "choices" => take_choices(mt, args)?,
        "gauss" | "normalvariate" => {
            let (mu, sigma) = (float(args, 0, 0.0)?, float(args, 1, 1.0)?);
            Value::Float(mu + if name == "gauss" { gauss_of(mt) } else { normal(mt) } * sigma)
        }
        "expovariate" => Value::Float(-(1.0 - mt.random()).ln() / float(args, 0, 1.0)?),
        "triangular" => {
            let (mut low, mut high) = (float(args, 0, 0.0)?, float(args, 1, 1.0)?);
            let mut u = mt.random();
            let mut c = if args.pos.len() > 2 { (float(args, 2, 0.5)? - low) / (high - low) } else { 0.5 };
            if u > c {
                u = 1.0 - u;
                c = 1.0 - c;
                std::mem::swap(&mut low, &mut high);
            }
            Value::Float(low + (high - low) * (u * c).sqrt())
        }
        "randbytes" => {
            let n = crate::item::index(args.at(0, name)?, "int")?;
            let Ok(n) = usize::try_from(n) else {
                return err("ValueError", "number of bits must be non-negative");
            };
            crate::bytes::value(super::random_more::bytes(mt, n), false)
        }
        _ => Value::Float(super::random_more::distribution(mt, name, args)?),
    })
}

fn gauss_of(mt: &mut Twister) -> f64 {
    if let Some(z) = mt.gauss.take() {
        return z;
    }
    let x = mt.random() * std::f64::consts::TAU;
    let g = (-2.0 * (1.0 - mt.random()).ln()).sqrt();
    mt.gauss = Some(x.sin() * g);
    x.cos() * g
}

pub(super) fn normal(mt: &mut Twister) -> f64 {
    let magic = 4.0 * (-0.5f64).exp() / 2f64.sqrt();
    loop {
        let u1 = mt.random();
        let u2 = 1.0 - mt.random();
        let z = magic * (u1 - 0.5) / u2;
        if z * z / 4.0 <= -u2.ln() {
            return z;
        }
    }
}

fn range(mt: &mut Twister, args: &[Value]) -> R {
    let (start, stop, step) = match args {
        [stop] => (BigInt::from_i128(0), big(stop)?, BigInt::from_i128(1)),
        [start, stop] => (big(start)?, big(stop)?, BigInt::from_i128(1)),
        [start, stop, step] => (big(start)?, big(stop)?, big(step)?),
        _ => return err("TypeError", "randrange() takes from 1 to 3 arguments"),
    };
    if step.is_zero() {
        return err("ValueError", "zero step for randrange()");
    }
    let one = BigInt::from_i128(1);
    let width = stop.sub(&start);
    let n = if step.is_negative() {
        width.add(&step).add(&one).divmod(&step).0
    } else {
        width.add(&step).sub(&one).divmod(&step).0
    };
    if n.is_negative() || n.is_zero() {
        return match args {
            [_] => err("ValueError", "empty range for randrange()"),
            _ => err(
                "ValueError",
                format!(
                    "empty range for randrange() ({}, {}, {})",
                    start.to_radix(10),
                    stop.to_radix(10),
                    width.to_radix(10)
                ),
            ),
        };
    }
    Ok(Value::big(start.add(&step.mul(&mt.below(&n)))))
}

fn take_sample(mt: &mut Twister, args: &Args) -> R {
    let population = args.at(0, "sample")?;
    if matches!(population, Value::Set(_) | Value::Dict(_)) {
        return err("TypeError", "Population must be a sequence.  For dicts or sets, use sorted(d).");
    }
    let mut pool = crate::iter::to_vec(population)?;
    if let Some(counts) = args.kwarg("counts").filter(|c| !c.is_none()) {
        // Repeated items are drawn by their places.
        let mut all = vec![];
        for (item, count) in pool.iter().zip(crate::iter::to_vec(&counts)?) {
            let count = crate::item::index(&count, "counts")?.max(0) as usize;
            all.extend(std::iter::repeat_n(item.clone(), count));
        }
        pool = all;
    }
    let k = match args.opt(1, "k") {
        Some(k) => crate::item::index(&k, "k")?,
        None => return err("TypeError", "Random.sample() missing 1 required positional argument: 'k'"),
    };
    let n = pool.len();
    if k < 0 || k as usize > n {
        return err("ValueError", "Sample larger than population or is negative");
    }
    let k = k as usize;
    let mut size = 21usize;
    if k > 5 {
        size += 4usize.pow(((k * 3) as f64).log(4.0).ceil() as u32);
    }
    let mut out = Vec::with_capacity(k);
    if n <= size {
        for i in 0..k {
            let j = mt.index(n - i);
            out.push(pool[j].clone());
            pool[j] = pool[n - i - 1].clone();
        }
    } else {
        let mut taken = std::collections::BTreeSet::new();
        for _ in 0..k {
            let mut j = mt.index(n);
            while !taken.insert(j) {
                j = mt.index(n);
            }
            out.push(pool[j].clone());
        }
    }
    Ok(Value::list(out))
}

fn take_choices(mt: &mut Twister, args: &Args) -> R {
    let population = crate::iter::to_vec(args.at(0, "choices")?)?;
    let k = match args.kwarg("k") {
        Some(k) => crate::item::index(&k, "k")?,
        None => 1,
    };
    let n = population.len();
    if n == 0 {
        return err("IndexError", "Cannot choose from an empty population");
    }
    let floats = |items: Value| -> R<Vec<f64>> {
        crate::iter::to_vec(&items)?
            .iter()
            .map(|w| num(w).map_or_else(|| err("TypeError", "must be real number"), |n| n.float()))
            .collect()
    };
    let cumulative = match (args.opt(1, "weights").filter(|w| !w.is_none()), args.kwarg("cum_weights")) {
        (Some(weights), _) => {
            let mut total = 0.0;
            Some(
                floats(weights)?
                    .into_iter()
                    .map(|w| {
                        total += w;
                        total
                    })
                    .collect::<Vec<f64>>(),
            )
        }
        (None, Some(weights)) => Some(floats(weights)?),
        (None, None) => None,
    };
    let mut out = vec![];
    for _ in 0..k {
        let at = match &cumulative {
            None => (mt.random() * n as f64).floor() as usize,
            Some(sums) => {
                let total = sums.last().copied().unwrap_or(0.0);
                let wanted = mt.random() * total;
                sums[..n - 1].partition_point(|sum| *sum <= wanted)
            }
        };
        out.push(population[at.min(n - 1)].clone());
    }
    Ok(Value::list(out))
}
