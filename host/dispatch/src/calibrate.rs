//! Measuring a machine once.

use crate::accelerator::Accelerator;
use crate::arm::Choice;
use crate::devices;
use crate::probe;
use crate::profile::{Curve, Fingerprint, PROFILE_VERSION, Profile};
use crate::task::{Dtype, Op, Task};
use crate::workload::Workload;
use batuta_kernels::Path;
use std::collections::BTreeMap;
use std::time::Duration;

/// Powers of two of the elements at which operations are measured.
const GRID: [u32; 11] = [4, 6, 8, 10, 12, 14, 16, 18, 19, 20, 22];
/// A run is repeated until its samples take so long together.
const SAMPLE: Duration = Duration::from_micros(400);
/// Rounds over the choices of one cell at most; the least of each counts.
const ROUNDS: usize = 12;
/// Seconds after which a choice has had rounds enough, once it had three.
const ENOUGH: f64 = 10e-3;
/// An operation that takes so long at one size is not measured at the next: its curve is drawn on.
const LONG: f64 = 15e-3;

/// How long a calibration may take.
#[derive(Debug, Clone, Copy)]
pub struct Budget {
    /// When it is spent, what is left of the grid is not measured; predictions there follow the curves.
    pub most: Duration,
    /// The same for each device beside the host.
    pub most_per_device: Duration,
    /// Threads that the machine has.
    pub threads: usize,
}

/// Measure this machine: arithmetic, bandwidth, forks, and every operation over sizes for each of the host's choices and on each
/// device. A device that cannot run the least task is left out.
///
/// `clock` tells time since some fixed point; `progress` is told what share is done and what is measured now.
pub fn calibrate(
    budget: Budget,
    accelerators: &[&dyn Accelerator],
    clock: &dyn Fn() -> Duration,
    progress: &mut dyn FnMut(f64, &str),
) -> Profile {
    let start = clock();
    progress(0.0, "arithmetic and memory");
    let mut peak = BTreeMap::new();
    for path in Path::available() {
        peak.insert(format!("{} f32", path.name()), probe::peak::<f32>(path, clock));
        peak.insert(format!("{} f64", path.name()), probe::peak::<f64>(path, clock));
    }
    let bandwidth = probe::bandwidth(clock).rounded();
    let fork = if budget.threads > 1 { probe::fork(budget.threads, clock) } else { 0.0 };
    let choices = Choice::of_host(budget.threads);
    let mut operations: BTreeMap<String, Curve> = BTreeMap::new();
    // By size first: when the budget ends early, every operation has its small sizes; the smallest is measured whatever it takes, because
    // nothing can be foretold without.
    for (done, power) in GRID.into_iter().enumerate() {
        for dtype in [Dtype::F32, Dtype::F64] {
            for op in Op::ALL {
                if done > 0 && clock().saturating_sub(start) > budget.most {
                    continue;
                }
                if operations
                    .get(&Profile::key(op, dtype, Choice::Simd))
                    .and_then(Curve::last)
                    .is_some_and(|seconds| seconds > LONG)
                {
                    continue;
                }
                progress(done as f64 / GRID.len() as f64, &format!("{op} {dtype}, 2^{power} elements"));
                cell(&Task::elements(op, dtype, 1 << power), &choices, clock, &mut operations);
            }
        }
    }
    let mut devices = Vec::new();
    for accelerator in accelerators {
        let end = clock() + budget.most_per_device;
        devices.extend(devices::measure(*accelerator, end, clock, &mut |what| progress(1.0, what)));
    }
    progress(1.0, "done");
    let operations = operations.into_iter().map(|(key, curve)| (key, curve.rounded())).collect();
    let seconds = clock().saturating_sub(start).as_secs_f64();
    Profile {
        format: PROFILE_VERSION,
        fingerprint: Fingerprint::here(budget.threads).with_devices(accelerators.iter().map(|it| it.name())),
        measured: true,
        seconds,
        peak,
        bandwidth,
        fork,
        operations,
        devices,
    }
}

/// Measure every choice at one size, in turns, so that what disturbs the machine disturbs all of them.
fn cell(task: &Task, choices: &[Choice], clock: &dyn Fn() -> Duration, operations: &mut BTreeMap<String, Curve>) {
    let able = |choice: &&Choice| match choice {
        Choice::Scalar => task.op.has_scalar() && worth_scalar(task),
        Choice::Threads(threads) => {
            task.op.shares() && task.scale() >= 1024.0 && (!task.op.by_rows() || task.rows >= usize::from(*threads))
        }
        _ => true,
    };
    let arms: Vec<_> = choices.iter().filter(able).filter_map(|choice| Some((*choice, choice.arm()?))).collect();
    let mut work = Workload::new(task);
    let mut least = vec![f64::INFINITY; arms.len()];
    let mut spent = vec![0.0; arms.len()];
    let repeats: Vec<u32> = arms.iter().map(|(_, arm)| repeats(&mut || work.run(*arm), clock)).collect();
    for round in 0..ROUNDS {
        for (index, (_, arm)) in arms.iter().enumerate() {
            if round >= 3 && spent[index] > ENOUGH {
                continue;
            }
            let start = clock();
            for _ in 0..repeats[index] {
                work.run(*arm);
            }
            let seconds = clock().saturating_sub(start).as_secs_f64() / f64::from(repeats[index]);
            spent[index] += seconds * f64::from(repeats[index]);
            least[index] = least[index].min(seconds.max(1e-9));
        }
    }
    for ((choice, _), seconds) in arms.iter().zip(least) {
        operations.entry(Profile::key(task.op, task.dtype, *choice)).or_default().0.push((task.scale(), seconds));
    }
}

/// A plain product over a large matrix takes seconds and is never chosen: its curve is extended instead.
fn worth_scalar(task: &Task) -> bool {
    task.flops() <= 4e7
}

fn repeats(call: &mut dyn FnMut(), clock: &dyn Fn() -> Duration) -> u32 {
    call();
    let start = clock();
    call();
    let once = clock().saturating_sub(start).max(Duration::from_nanos(20));
    (SAMPLE.as_nanos() / once.as_nanos()).clamp(1, 20_000) as u32
}
