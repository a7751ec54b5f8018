//! Times with a device beside the host.

use batuta_dispatch::{Choice, OnDevice, Residency, Task};
use batuta_gpu::{Accelerated, Gpu};
use std::time::Instant;

/// Rounds of every step; the least counts.
const ROUNDS: usize = 5;
/// A step that takes longer is not run again.
const LONG: f64 = 0.3;

/// Seconds of every choice for operands and result on the host, and for both on the device; the device is left out where it cannot.
pub fn with_device(gpu: &Gpu, task: &Task, on_host: &[(Choice, f64)]) -> Vec<(Residency, Vec<(Choice, f64)>)> {
    let mut here = (Residency::default(), on_host.to_vec());
    let Some(mut work) = Accelerated::new(gpu, *task) else { return vec![here] };
    let mut least = |step: &dyn Fn(&mut Accelerated<'_>) -> Result<(), String>| least(&mut work, step);
    let (Some(upload), Some(run), Some(download)) =
        (least(&|work| work.upload()), least(&|work| work.run()), least(&|work| work.download()))
    else {
        return vec![here];
    };
    let fetch = least(&|work| work.fetch_operands().map_err(|error| error.to_string()));
    let send = least(&|work| work.send_result().map_err(|error| error.to_string()));
    here.1.push((Choice::Device(0), upload + run + download));
    let (Some(fetch), Some(send)) = (fetch, send) else { return vec![here] };
    let mut there: Vec<_> = on_host.iter().map(|(choice, seconds)| (*choice, fetch + seconds + send)).collect();
    there.push((Choice::Device(0), run));
    vec![here, (Residency { operands: Some(0), result: Some(0) }, there)]
}

fn least(work: &mut Accelerated<'_>, step: &dyn Fn(&mut Accelerated<'_>) -> Result<(), String>) -> Option<f64> {
    step(work).ok()?;
    let mut least = f64::INFINITY;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        step(work).ok()?;
        least = least.min(start.elapsed().as_secs_f64());
        if least > LONG {
            break;
        }
    }
    Some(least)
}
