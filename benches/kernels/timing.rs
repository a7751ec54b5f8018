//! Interleaved timing: every side once per round, so that what disturbs the machine disturbs all of them.

use std::time::{Duration, Instant};

/// Seconds per call of one side.
#[derive(Debug, Clone, Copy)]
pub struct Times {
    /// The least.
    pub least: f64,
    /// The median.
    pub median: f64,
}

/// Rounds at most.
const ROUNDS: usize = 200;

/// Run all sides in turn until `budget` is spent, each call repeated so often that the clock's step is small beside it.
pub fn interleaved(sides: &mut [Box<dyn FnMut() + '_>], budget: Duration) -> Vec<Times> {
    let repeats: Vec<u32> = sides.iter_mut().map(|side| repeats(side)).collect();
    let mut samples = vec![Vec::new(); sides.len()];
    let start = Instant::now();
    for _ in 0..ROUNDS {
        for ((side, repeats), samples) in sides.iter_mut().zip(&repeats).zip(&mut samples) {
            let start = Instant::now();
            for _ in 0..*repeats {
                side();
            }
            samples.push(start.elapsed().as_secs_f64() / f64::from(*repeats));
        }
        if start.elapsed() > budget && samples[0].len() >= 5 {
            break;
        }
    }
    samples.into_iter().map(times).collect()
}

/// How often a call must run to take 50 microseconds.
fn repeats(side: &mut Box<dyn FnMut() + '_>) -> u32 {
    side();
    let start = Instant::now();
    side();
    let once = start.elapsed().as_secs_f64().max(2e-8);
    (50e-6 / once).ceil().clamp(1.0, 10_000.0) as u32
}

fn times(mut samples: Vec<f64>) -> Times {
    samples.sort_by(f64::total_cmp);
    Times { least: samples[0], median: samples[samples.len() / 2] }
}

/// The geometric mean.
pub fn geomean(ratios: &[f64]) -> f64 {
    (ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / ratios.len() as f64).exp()
}
