//! Regret of the dispatcher: the time of what it chose over the least time of all choices, each measured in the same run.
//!
//! Run with `cargo dev bench dispatch`. Every operation over 2^4, 2^6 … 2^24 elements, or with `--every` each power (a cell counts when its best takes 10 µs), the
//! choices in turns, the least of several rounds. Goals: geomean 1.03, 95th percentile 1.15, greatest 1.5, a decision from memory
//! within 50 ns, a calibration within 10 s. The fixed rules `five_x` and `moe` stand beside it; without a device both can only
//! choose among the host's arms. Where there is a graphics device, a program that plays one included, a second table has it as a further
//! arm, with operands and result on the host and on the device.
#![allow(clippy::disallowed_methods)] // a benchmark looks at the clock

mod device;

use batuta_dispatch::{
    Accelerator, Budget, Choice, Dispatcher, Dtype, Op, Policy, Profile, Residency, Task, Workload, calibrate,
};
use batuta_gpu::{Gpu, adapters};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// A cell's best must take so long, or the clock and the call are what is measured.
const LEAST: f64 = 10e-6;
/// Cells that are named.
const WORST: usize = 8;
/// Cells whose best takes longer than this are run in fewer rounds.
const LONG: f64 = 20e-3;

fn main() {
    let every = std::env::args().any(|arg| arg == "--every");
    let start = Instant::now();
    let clock = move || start.elapsed();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let gpus: Vec<Gpu> = adapters().iter().filter_map(|adapter| Gpu::open(adapter).ok()).collect();
    let accelerators: Vec<&dyn Accelerator> = gpus.iter().map(|gpu| gpu as &dyn Accelerator).collect();
    let [most, most_per_device] = [8, 16 / gpus.len().max(1) as u64].map(Duration::from_secs);
    let profile = calibrate(Budget { most, most_per_device, threads }, &accelerators, &clock, &mut |_, _| ());
    println!("calibration: {:.1} s on {} threads (goal 10, with devices 30)", profile.seconds, threads);
    let host_alone = Profile { devices: Vec::new(), ..profile.clone() };
    let mut host = Table::new(host_alone);
    let powers = || (4..=24).step_by(if every { 1 } else { 2 });
    for (op, power) in Op::ALL.into_iter().flat_map(|op| powers().map(move |power| (op, power))) {
        let task = Task::elements(op, Dtype::F64, 1 << power);
        let times = measure(&task, &host.profile);
        host.add(&task, Residency::default(), &times);
    }
    host.print("the host, f64");
    println!("a decision from memory: {:.0} ns (goal 50)", decision(&host.dispatchers[0].1));
    let Some(gpu) = gpus.first() else {
        println!("no graphics device here: the host with a device is not measured");
        return;
    };
    println!("device 0: {}", gpu.adapter);
    let mut both = Table::new(profile);
    for (op, power) in Op::ALL.into_iter().flat_map(|op| powers().map(move |power| (op, power))) {
        let task = Task::elements(op, Dtype::F32, 1 << power);
        let on_host = measure(&task, &both.profile);
        for (residency, times) in device::with_device(gpu, &task, &on_host) {
            both.add(&task, residency, &times);
        }
    }
    both.print("the host and device 0, f32, operands and result on the host or on the device");
}

/// Regrets of the three policies, cell by cell.
struct Table {
    profile: Profile,
    dispatchers: [(Policy, Dispatcher); 3],
    regrets: [Vec<f64>; 3],
    worst: Vec<(f64, String)>,
}

impl Table {
    fn new(profile: Profile) -> Self {
        let dispatchers = [Policy::Cost, Policy::FiveX, Policy::Moe]
            .map(|policy| (policy, Dispatcher::new(profile.clone()).with_policy(policy)));
        Self { profile, dispatchers, regrets: Default::default(), worst: Vec::new() }
    }

    fn add(&mut self, task: &Task, residency: Residency, times: &[(Choice, f64)]) {
        let best = times.iter().map(|(_, seconds)| *seconds).fold(f64::INFINITY, f64::min);
        if best < LEAST || best == f64::INFINITY {
            return;
        }
        for ((_, dispatcher), regrets) in self.dispatchers.iter().zip(&mut self.regrets) {
            let chosen = dispatcher.decide_at(task, residency);
            let Some((_, seconds)) = times.iter().find(|(choice, _)| *choice == chosen) else { continue };
            regrets.push(seconds / best);
        }
        let own = self.regrets[0].last().copied().unwrap_or(1.0);
        let chosen = self.dispatchers[0].1.decide_at(task, residency);
        let there = if residency.operands.is_some() { " there" } else { "" };
        self.worst.push((own, format!("{task}{there} on {chosen}, best {:.1} µs", best * 1e6)));
    }

    fn print(&mut self, of: &str) {
        println!(
            "regret over {} cells of {of}: geomean, 95th percentile, greatest, share above 1.1",
            self.regrets[0].len()
        );
        for ((policy, _), regrets) in self.dispatchers.iter().zip(&mut self.regrets) {
            print(*policy, regrets);
        }
        self.worst.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (regret, cell) in self.worst.iter().take(WORST) {
            println!("  {regret:.2}: {cell}");
        }
    }
}

/// The least seconds of every choice that can run the task, measured in turns.
fn measure(task: &Task, profile: &Profile) -> Vec<(Choice, f64)> {
    let able = |choice: &Choice| batuta_dispatch::predict(profile, task, *choice, Residency::default());
    let fastest = Choice::of_host(profile.fingerprint.threads).iter().filter_map(able).fold(f64::INFINITY, f64::min);
    // A choice that is predicted ten times slower than the best is not the best; running it on large inputs would take minutes.
    let likely = |choice: &Choice| able(choice).is_some_and(|seconds| seconds <= 10.0 * fastest || seconds < 1e-3);
    let arms: Vec<_> = Choice::of_host(profile.fingerprint.threads)
        .into_iter()
        .filter(likely)
        .filter_map(|choice| Some((choice, choice.arm()?)))
        .collect();
    let mut work = Workload::new(task);
    let mut least = vec![f64::INFINITY; arms.len()];
    let repeats = (100e-6 / fastest).clamp(1.0, 2000.0) as u32;
    let rounds = match fastest {
        0.2.. => 2,
        LONG.. => 4,
        _ => 12,
    };
    for _ in 0..rounds {
        for ((_, arm), least) in arms.iter().zip(&mut least) {
            let start = Instant::now();
            for _ in 0..repeats {
                work.run(*arm);
            }
            *least = least.min(start.elapsed().as_secs_f64() / f64::from(repeats));
        }
    }
    arms.into_iter().map(|(choice, _)| choice).zip(least).collect()
}

fn print(policy: Policy, regrets: &mut [f64]) {
    if regrets.is_empty() {
        println!("  {policy:?}: no cell took {LEAST} s");
        return;
    }
    regrets.sort_by(f64::total_cmp);
    let count = regrets.len();
    let geomean = (regrets.iter().map(|regret| regret.ln()).sum::<f64>() / count as f64).exp();
    let above = regrets.iter().filter(|regret| **regret > 1.1).count();
    let share = 100.0 * above as f64 / count as f64;
    println!(
        "  {policy:?}: {geomean:.3}  {:.2}  {:.2}  {share:.0} %",
        regrets[(count * 95 / 100).min(count - 1)],
        regrets[count - 1]
    );
}

/// Nanoseconds of a decision that was made before.
fn decision(dispatcher: &Dispatcher) -> f64 {
    let tasks: Vec<Task> = (4..20).map(|power| Task::elements(Op::Add, Dtype::F64, 1 << power)).collect();
    for task in &tasks {
        black_box(dispatcher.decide(task));
    }
    let rounds = 20_000;
    let start = Instant::now();
    for _ in 0..rounds {
        for task in &tasks {
            black_box(dispatcher.decide(black_box(task)));
        }
    }
    start.elapsed().as_secs_f64() * 1e9 / f64::from(rounds) / tasks.len() as f64
}
