//! The error and gamma functions, as the C library and CPython compute them.

use std::f64::consts::PI;

const PP: [f64; 5] =
    [0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442, -2.3763016656650163e-05];
const QQ: [f64; 6] = [
    1.0,
    0.39791722395915535,
    0.0650222499887673,
    0.005081306281875766,
    0.00013249473800432164,
    -3.960228278775368e-06,
];
const PA: [f64; 7] = [
    -0.0023621185607526594,
    0.41485611868374833,
    -0.3722078760357013,
    0.31834661990116175,
    -0.11089469428239668,
    0.035478304325618236,
    -0.002166375594868791,
];
const QA: [f64; 7] = [
    1.0,
    0.10642088040084423,
    0.540397917702171,
    0.07182865441419627,
    0.12617121980876164,
    0.01363708391202905,
    0.011984499846799107,
];
const RA: [f64; 8] = [
    -0.009864944034847148,
    -0.6938585727071818,
    -10.558626225323291,
    -62.375332450326006,
    -162.39666946257347,
    -184.60509290671104,
    -81.2874355063066,
    -9.814329344169145,
];
const SA: [f64; 9] = [
    1.0,
    19.651271667439257,
    137.65775414351904,
    434.56587747522923,
    645.3872717332679,
    429.00814002756783,
    108.63500554177944,
    6.570249770319282,
    -0.0604244152148581,
];
const RB: [f64; 7] = [
    -0.0098649429247001,
    -0.799283237680523,
    -17.757954917754752,
    -160.63638485582192,
    -637.5664433683896,
    -1025.0951316110772,
    -483.5191916086514,
];
const SB: [f64; 8] = [
    1.0,
    30.33806074348246,
    325.7925129965739,
    1536.729586084437,
    3199.8582195085955,
    2553.0504064331644,
    474.52854120695537,
    -22.44095244658582,
];
const ERX: f64 = 0.8450629115104675;
const EFX: f64 = 1.2837916709551256e-1;

/// A polynomial, summed in pairs of terms as the C library does.
fn pairs(coefficients: &[f64], x: f64) -> f64 {
    let x2 = x * x;
    let x4 = x2 * x2;
    let powers = [1.0, x2, x4, x4 * x2, x4 * x4];
    let term = |pair: &[f64]| if pair.len() == 2 { pair[0] + x * pair[1] } else { pair[0] };
    let mut chunks = coefficients.chunks(2);
    let mut sum = chunks.next().map_or(0.0, term);
    for (pair, power) in chunks.zip(&powers[1..]) {
        sum += power * term(pair);
    }
    sum
}

/// `erfc(x)` for `x` of at least 1.25.
fn tail(x: f64) -> f64 {
    let s = 1.0 / (x * x);
    let near = x < 1.0 / 0.35;
    let (r, big) = if near { (pairs(&RA, s), pairs(&SA, s)) } else { (pairs(&RB, s), pairs(&SB, s)) };
    let z = f64::from_bits(x.to_bits() & !0xffff_ffff);
    (-z * z - 0.5625).exp() * ((z - x) * (z + x) + r / big).exp() / x
}

/// `math.erf(x)`
pub fn erf(x: f64) -> f64 {
    let a = x.abs();
    if x.is_nan() {
        return x;
    }
    if a < 0.84375 {
        if a < 2f64.powi(-28) {
            return x + EFX * x;
        }
        let z = x * x;
        return x + x * (pairs(&PP, z) / pairs(&QQ, z));
    }
    let y = if a < 1.25 {
        ERX + pairs(&PA, a - 1.0) / pairs(&QA, a - 1.0)
    } else if a >= 6.0 {
        1.0
    } else {
        1.0 - tail(a)
    };
    y.copysign(x)
}

/// `math.erfc(x)`
pub fn erfc(x: f64) -> f64 {
    let a = x.abs();
    if x.is_nan() {
        return x;
    }
    if a < 0.84375 {
        if a < 2f64.powi(-56) {
            return 1.0 - x;
        }
        let z = x * x;
        let y = pairs(&PP, z) / pairs(&QQ, z);
        return if x < 0.25 { 1.0 - (x + x * y) } else { 0.5 - (x - 0.5 + x * y) };
    }
    if a < 1.25 {
        let y = pairs(&PA, a - 1.0) / pairs(&QA, a - 1.0);
        return if x >= 0.0 { 1.0 - ERX - y } else { 1.0 + (ERX + y) };
    }
    match (a < 28.0, x > 0.0) {
        (true, true) => tail(a),
        (true, false) if x < -6.0 => 2.0,
        (true, false) => 2.0 - tail(a),
        (false, true) => 0.0,
        (false, false) => 2.0,
    }
}

const LANCZOS_G: f64 = 6.02468004077673;
const LANCZOS_G_MINUS_HALF: f64 = 5.52468004077673;
const TOP: [f64; 13] = [
    23531376880.41076,
    42919803642.6491,
    35711959237.35567,
    17921034426.03721,
    6039542586.352028,
    1439720407.3117216,
    248874557.86205417,
    31426415.585400194,
    2876370.6289353725,
    186056.26539522348,
    8071.672002365816,
    210.82427775157936,
    2.5066282746310002,
];
const BOTTOM: [f64; 13] = [
    0.0,
    39916800.0,
    120543840.0,
    150917976.0,
    105258076.0,
    45995730.0,
    13339535.0,
    2637558.0,
    357423.0,
    32670.0,
    1925.0,
    66.0,
    1.0,
];

fn lanczos_sum(x: f64) -> f64 {
    let (mut top, mut bottom) = (0.0, 0.0);
    if x < 5.0 {
        for at in (0..13).rev() {
            top = top * x + TOP[at];
            bottom = bottom * x + BOTTOM[at];
        }
    } else {
        for at in 0..13 {
            top = top / x + TOP[at];
            bottom = bottom / x + BOTTOM[at];
        }
    }
    top / bottom
}

/// `sin(pi * x)`, exact at halves.
fn sin_pi(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let r = match (2.0 * y).round() as i64 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    };
    if x < 0.0 { -r } else { r }
}

/// `math.gamma(x)`; none at a pole. Infinite where it leaves the floats.
pub fn gamma(x: f64) -> Option<f64> {
    if !x.is_finite() {
        return if x == f64::NEG_INFINITY { None } else { Some(x) };
    }
    if x == 0.0 || x == x.floor() && x < 0.0 {
        return None;
    }
    if x == x.floor() && x <= 23.0 {
        return Some((1..x as i64).fold(1.0, |product, n| product * n as f64));
    }
    let a = x.abs();
    if a < 1e-20 {
        return Some(1.0 / x);
    }
    if a > 200.0 {
        return Some(if x < 0.0 { 0.0 / sin_pi(x) } else { f64::INFINITY });
    }
    let y = a + LANCZOS_G_MINUS_HALF;
    let z = if a > LANCZOS_G_MINUS_HALF {
        let q = y - a;
        q - LANCZOS_G_MINUS_HALF
    } else {
        let q = y - LANCZOS_G_MINUS_HALF;
        q - a
    };
    let z = z * LANCZOS_G / y;
    if x < 0.0 {
        let mut r = -PI / sin_pi(a) / a * y.exp() / lanczos_sum(a);
        r -= z * r;
        return Some(if a < 140.0 {
            r / y.powf(a - 0.5)
        } else {
            let root = y.powf(a / 2.0 - 0.25);
            r / root / root
        });
    }
    let mut r = lanczos_sum(a) / y.exp();
    r += z * r;
    Some(if a < 140.0 {
        r * y.powf(a - 0.5)
    } else {
        let root = y.powf(a / 2.0 - 0.25);
        r * root * root
    })
}

/// `math.lgamma(x)`; none at a pole.
pub fn lgamma(x: f64) -> Option<f64> {
    if !x.is_finite() {
        return Some(if x.is_nan() { x } else { f64::INFINITY });
    }
    if x == x.floor() && x <= 2.0 {
        return if x <= 0.0 { None } else { Some(0.0) };
    }
    let a = x.abs();
    if a < 1e-20 {
        return Some(-a.ln());
    }
    // `lanczos_sum(x) * exp(-g)`, in logarithms.
    let mut r = lanczos_sum(a).ln() - LANCZOS_G;
    r += (a - 0.5) * ((a + LANCZOS_G - 0.5).ln() - 1.0);
    if x < 0.0 {
        r = PI.ln() - sin_pi(a).abs().ln() - a.ln() - r;
    }
    Some(r)
}
