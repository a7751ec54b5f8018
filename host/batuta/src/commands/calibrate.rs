//! `batuta calibrate`

use super::CommandResult;
use crate::args::{Calibrate, Format};
use crate::failure::Failure;
use crate::progress::Bars;
use crate::session::{Session, tell};
use anyhow::{Context, anyhow};
use batuta_dispatch::{
    Accelerator, Budget, Curve, Dispatcher, Dtype, Fingerprint, Op, Profile, ProfileError, Record, Residency, Task,
    calibrate,
};
use batuta_gpu::{Adapter, Gpu, adapters};
use batuta_system::System;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Bytes of a profile at most.
const MOST: u64 = 4 << 20;
/// Powers of two of the elements that `--explain` shows.
const SIZES: [u32; 6] = [4, 8, 12, 16, 20, 24];

/// Measure this machine and keep the profile, or show the one that is kept.
pub(crate) fn run(session: &Session, options: &Calibrate) -> CommandResult {
    if !(0.05..=600.0).contains(&options.budget) {
        return Err(anyhow!("--budget takes 0.05 to 600 seconds").into());
    }
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let path = place(session, options, threads)?;
    let adapters = if options.no_gpu { Vec::new() } else { adapters() };
    let stored = if options.explain { read(session, &path, threads, &adapters)? } else { None };
    let profile = match stored {
        Some(profile) => profile,
        None => {
            let profile = measure(session, options, threads, &adapters);
            session
                .system
                .write(&path, (profile.to_json() + "\n").as_bytes())
                .context("the profile could not be kept")?;
            profile
        }
    };
    let dispatcher = Dispatcher::new(profile);
    match session.global.format {
        Format::Json => session.print(&(json(&dispatcher, &path, options.explain)? + "\n"))?,
        Format::Text => session.print(&text(&dispatcher, &path, options.explain))?,
        _ => return Err(anyhow!("calibrate prints text or JSON").into()),
    }
    Ok(0)
}

/// The file of this machine's profile.
fn place(session: &Session, options: &Calibrate, threads: usize) -> Result<PathBuf, Failure> {
    if let Some(path) = &options.profile {
        return Ok(path.clone());
    }
    let cache = session
        .cache_folder()
        .ok_or_else(|| anyhow!("there is no home to keep a profile in; name a file with --profile"))?;
    Ok(cache.join("dispatch").join(Fingerprint::here(threads).slug() + ".json"))
}

/// The profile that is kept; none when there is none, or when it is of another form or of other devices, which is said.
fn read(session: &Session, path: &Path, threads: usize, adapters: &[Adapter]) -> Result<Option<Profile>, Failure> {
    if session.system.stat(path).context("the profile cannot be looked at")?.is_none() {
        return Ok(None);
    }
    let bytes = session.system.read(path, MOST).context("the profile cannot be read")?;
    match Profile::from_json(&String::from_utf8_lossy(&bytes), &Fingerprint::here(threads)) {
        Ok(profile) if profile.fingerprint.devices.iter().eq(adapters.iter().map(|adapter| &adapter.name)) => {
            Ok(Some(profile))
        }
        Ok(_) => {
            tell("batuta: the graphics devices are others than those in the profile; measuring anew\n");
            Ok(None)
        }
        Err(why @ ProfileError::Machine(..)) => Err(anyhow!(why).into()),
        Err(why) => {
            tell(&format!("batuta: {why}; measuring anew\n"));
            Ok(None)
        }
    }
}

fn measure(session: &Session, options: &Calibrate, threads: usize, adapters: &[Adapter]) -> Profile {
    let bars = Bars::new(session.global.quiet);
    let open = |adapter: &Adapter| Gpu::open(adapter).map_err(|why| tell(&format!("batuta: {why}\n"))).ok();
    let gpus: Vec<Gpu> = adapters.iter().filter_map(open).collect();
    let accelerators: Vec<&dyn Accelerator> = gpus.iter().map(|gpu| gpu as &dyn Accelerator).collect();
    let per_device = 2.0 * options.budget / gpus.len().max(1) as f64;
    let [most, most_per_device] = [options.budget, per_device].map(Duration::from_secs_f64);
    let budget = Budget { most, most_per_device, threads };
    let system = session.system.clone();
    let clock = move || system.elapsed();
    let profile = calibrate(budget, &accelerators, &clock, &mut |share, what| bars.share("calibrate", share, what));
    bars.finish();
    profile
}

/// What would be chosen for every operation and size.
fn decisions(dispatcher: &Dispatcher, dtype: Dtype, residency: Residency) -> Vec<Record> {
    let tasks = Op::ALL.into_iter().flat_map(|op| SIZES.map(|power| Task::elements(op, dtype, 1 << power)));
    tasks.map(|task| dispatcher.explain(&task, residency)).collect()
}

/// The questions that are worth asking on this machine: doubles on the host; with a device, which has no doubles, also singles, their
/// operands on the host and on the first device.
fn questions(profile: &Profile) -> Vec<(&'static str, Dtype, Residency)> {
    let mut questions = vec![("f64", Dtype::F64, Residency::default())];
    if !profile.devices.is_empty() {
        let there = Residency { operands: Some(0), result: Some(0) };
        questions.push(("f32", Dtype::F32, Residency::default()));
        questions.push(("f32 that is on device 0 and stays there", Dtype::F32, there));
    }
    questions
}

fn json(dispatcher: &Dispatcher, path: &Path, explain: bool) -> Result<String, anyhow::Error> {
    let mut value = serde_json::json!({ "path": path, "profile": dispatcher.profile() });
    if explain {
        let ask = |(_, dtype, residency)| decisions(dispatcher, dtype, residency);
        let all: Vec<Record> = questions(dispatcher.profile()).into_iter().flat_map(ask).collect();
        value["decisions"] = serde_json::to_value(all)?;
    }
    Ok(serde_json::to_string_pretty(&value)?)
}

fn text(dispatcher: &Dispatcher, path: &Path, explain: bool) -> String {
    let profile = dispatcher.profile();
    let Fingerprint { processor, threads, .. } = &profile.fingerprint;
    let mut out =
        format!("{processor}, {threads} threads, measured in {:.1} s\nkept in {}\n", profile.seconds, path.display());
    if !explain {
        return out;
    }
    out.push_str("\nFused multiply-adds on one thread, Gflop/s\n");
    for (name, rate) in &profile.peak {
        _ = writeln!(out, "  {name:<14} {:>8.1}", rate / 1e9);
    }
    out.push_str("\nReading two arrays and writing one, GB/s by working set\n");
    for (bytes, rate) in &profile.bandwidth.0 {
        _ = writeln!(out, "  {:>7} KiB {:>8.1}", bytes / 1024.0, rate / 1e9);
    }
    _ = writeln!(out, "\nSharing next to nothing among all threads: {:.1} µs", profile.fork * 1e6);
    for (index, device) in profile.devices.iter().enumerate() {
        let rate = |curve: &Curve| curve.0.last().map_or(0.0, |(bytes, seconds)| bytes / seconds / 1e9);
        _ = writeln!(
            out,
            "\nDevice {index}: {}; a launch {}, {:.1} GB/s there, {:.1} GB/s back",
            device.name,
            duration(Some(device.launch)),
            rate(&device.upload),
            rate(&device.download)
        );
    }
    for (what, dtype, residency) in questions(profile) {
        table(&mut out, what, &decisions(dispatcher, dtype, residency));
    }
    out
}

fn table(out: &mut String, what: &str, decisions: &[Record]) {
    _ = write!(out, "\nChosen for {what}, with the predicted time, by elements\n  {:<11}", "");
    SIZES.iter().for_each(|power| _ = write!(out, "{:>20}", format!("2^{power}")));
    for line in decisions.chunks(SIZES.len()) {
        _ = write!(out, "\n  {:<11}", line[0].task.op.to_string());
        for record in line {
            _ = write!(out, "{:>20}", format!("{} {}", record.chosen, duration(record.predicted)));
        }
    }
    out.push('\n');
}

/// Seconds for people.
fn duration(seconds: Option<f64>) -> String {
    match seconds {
        None => "?".to_string(),
        Some(seconds) if seconds < 1e-6 => format!("{:.0} ns", seconds * 1e9),
        Some(seconds) if seconds < 1e-3 => format!("{:.1} µs", seconds * 1e6),
        Some(seconds) if seconds < 1.0 => format!("{:.1} ms", seconds * 1e3),
        Some(seconds) => format!("{seconds:.1} s"),
    }
}
