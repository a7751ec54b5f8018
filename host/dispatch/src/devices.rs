//! Measuring a device: launches, transfers, operations.

use crate::accelerator::{Accelerator, OnDevice};
use crate::profile::{Curve, Device, Profile};
use crate::task::{Dtype, Op, Task};
use std::time::Duration;

/// Powers of two of the elements at which operations are measured.
const GRID: [u32; 10] = [4, 8, 10, 12, 14, 16, 18, 20, 22, 24];
/// Rounds of one cell at most; the least counts.
const ROUNDS: usize = 9;
/// Seconds after which a cell has had rounds enough, once it had two.
const ENOUGH: f64 = 50e-3;
/// An operation that takes so long at one size is not measured at the next: its curve is drawn on.
const LONG: f64 = 100e-3;

/// Measure a device until the clock shows `end`: what is left of the grid then is drawn on. None when it cannot run the least task.
pub(crate) fn measure(
    accelerator: &dyn Accelerator,
    end: Duration,
    clock: &dyn Fn() -> Duration,
    progress: &mut dyn FnMut(&str),
) -> Option<Device> {
    let name = accelerator.name();
    let mut device = Device {
        launch: launch(accelerator, clock)?,
        name,
        upload: Curve::default(),
        download: Curve::default(),
        operations: std::collections::BTreeMap::new(),
    };
    for power in GRID {
        for (op, dtype) in Op::ALL.into_iter().flat_map(|op| [(op, Dtype::F32), (op, Dtype::F64)]) {
            let key = Profile::device_key(op, dtype);
            let long = device.operations.get(&key).and_then(Curve::last).is_some_and(|seconds| seconds > LONG);
            if long || clock() > end {
                continue;
            }
            progress(&format!("{op} {dtype}, 2^{power} elements, on {}", device.name));
            let task = Task::elements(op, dtype, 1 << power);
            cell(accelerator, &task, key, &mut device, clock);
        }
    }
    Some(Device { upload: device.upload.rounded(), download: device.download.rounded(), ..device })
}

/// The least task, again and again: what remains is the way there.
fn launch(accelerator: &dyn Accelerator, clock: &dyn Fn() -> Duration) -> Option<f64> {
    let mut least = accelerator.prepare(&Task::elements(Op::Add, Dtype::F32, 16))?;
    least.upload().ok()?;
    timed(&mut *least, |task| task.run(), clock)
}

fn cell(accelerator: &dyn Accelerator, task: &Task, key: String, device: &mut Device, clock: &dyn Fn() -> Duration) {
    let Some(mut prepared) = accelerator.prepare(task) else { return };
    // Transfers are measured with one operation: they ask for nothing but bytes.
    let up = timed(&mut *prepared, |task| task.upload(), clock);
    let Some(run) = timed(&mut *prepared, |task| task.run(), clock) else { return };
    let work = (run - device.launch).max(1e-8);
    let rounded = |seconds: f64| format!("{seconds:.3e}").parse().unwrap_or(seconds);
    device.operations.entry(key).or_default().0.push((task.scale(), rounded(work)));
    if (task.op, task.dtype) != (Op::Add, Dtype::F32) {
        return;
    }
    let down = timed(&mut *prepared, |task| task.download(), clock);
    if let (Some(up), Some(down)) = (up, down) {
        device.upload.0.push((task.bytes_in(), up));
        device.download.0.push((task.bytes_out(), down));
    }
}

/// The least seconds of some rounds; none when the device fails.
fn timed(
    task: &mut dyn OnDevice,
    step: impl Fn(&mut dyn OnDevice) -> Result<(), String>,
    clock: &dyn Fn() -> Duration,
) -> Option<f64> {
    // The first run compiles.
    step(task).ok()?;
    let (mut least, mut spent) = (f64::INFINITY, 0.0);
    for round in 0..ROUNDS {
        if round >= 2 && spent > ENOUGH {
            break;
        }
        let start = clock();
        step(task).ok()?;
        let seconds = clock().saturating_sub(start).as_secs_f64();
        spent += seconds;
        least = least.min(seconds.max(1e-9));
    }
    Some(least)
}
