//! `time`

use crate::func::Args;
use crate::value::{R, Value};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

fn since_start() -> Duration {
    use std::sync::OnceLock;
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed() + Duration::from_secs(1)
}

/// `time.time()`
///
/// # Errors
/// None.
pub fn time(_: &Args) -> R {
    Ok(Value::Float(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0.0, |d| d.as_secs_f64())))
}

/// `time.perf_counter()`
///
/// # Errors
/// None.
pub fn perf_counter(_: &Args) -> R {
    Ok(Value::Float(since_start().as_secs_f64()))
}

/// `time.monotonic()`
///
/// # Errors
/// None.
pub fn monotonic(args: &Args) -> R {
    perf_counter(args)
}

/// `time.process_time()`
///
/// # Errors
/// None.
pub fn process_time(args: &Args) -> R {
    perf_counter(args)
}

/// `time.perf_counter_ns()`
///
/// # Errors
/// None.
pub fn perf_counter_ns(_: &Args) -> R {
    Ok(Value::Int(since_start().as_nanos() as i64))
}

/// `time.monotonic_ns()`
///
/// # Errors
/// None.
pub fn monotonic_ns(args: &Args) -> R {
    perf_counter_ns(args)
}

/// `time.process_time_ns()`
///
/// # Errors
/// None.
pub fn process_time_ns(args: &Args) -> R {
    perf_counter_ns(args)
}

/// `time.thread_time_ns()`
///
/// # Errors
/// None.
pub fn thread_time_ns(args: &Args) -> R {
    perf_counter_ns(args)
}

/// `time.thread_time()`
///
/// # Errors
/// None.
pub fn thread_time(args: &Args) -> R {
    perf_counter(args)
}

/// `time.sleep(seconds)`
///
/// # Errors
/// `TypeError` when it is no number.
pub fn sleep(args: &Args) -> R {
    if crate::library::sys::in_thread() {
        // Others would go on meanwhile.
        crate::run::hole("batuta: PY0209 threads run one after another here: one of them sleeps")
    }
    if let Value::Float(seconds) = crate::construct::float(args)? {
        crate::io::flush();
        std::thread::sleep(Duration::from_secs_f64(seconds.clamp(0.0, 1e9)));
    }
    Ok(Value::None)
}
