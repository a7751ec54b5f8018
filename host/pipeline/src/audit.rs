//! The audit log: one JSON object per line for everything that plugins do, in a file of the user's choice.
//!
//! What a plugin was given, refused, or failed at is written at once. Calls that went well are the many: they wait, and are written
//! with the next event that comes a tenth of a second later or is of another kind, and when the log is closed. A killed process
//! leaves those out that waited.

use batuta_runtime::powers::{Audit, Event};
use batuta_system::{Appender, System};
use std::io::Write;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Bytes that wait at most, and how long the first of them does while others come.
const WAITING: usize = 32 << 10;
const LONGEST: Duration = Duration::from_millis(100);

/// Told once when the log cannot be written any more.
pub type Complaint = Box<dyn Fn(&batuta_system::SystemError) + Send + Sync>;

/// A log that grows at its end.
pub struct AuditLog {
    file: Box<dyn Appender>,
    system: Arc<dyn System>,
    waiting: Mutex<Waiting>,
    broken: AtomicBool,
    complain: Complaint,
}

#[derive(Default)]
struct Waiting {
    lines: Vec<u8>,
    since: Duration,
}

impl AuditLog {
    /// The log in the file `path`, which is made when it is not there.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub fn open(system: Arc<dyn System>, path: &Path, complain: Complaint) -> batuta_system::Result<Self> {
        let file = system.appender(path)?;
        Ok(AuditLog { file, system, waiting: Mutex::default(), broken: AtomicBool::new(false), complain })
    }

    fn write(&self, waiting: &mut Waiting) {
        if waiting.lines.is_empty() {
            return;
        }
        if let Err(error) = self.file.append(&waiting.lines)
            && !self.broken.swap(true, Ordering::Relaxed)
        {
            (self.complain)(&error);
        }
        waiting.lines.clear();
    }
}

/// `time` is in milliseconds since 1970, UTC; it goes first into the object that the event is.
fn line(time: Duration, event: &Event) -> Option<Vec<u8>> {
    let mut line = Vec::with_capacity(512);
    write!(line, "{{\"time\":{}", time.as_millis()).ok()?;
    let head = line.len();
    serde_json::to_writer(&mut line, event).ok()?;
    *line.get_mut(head)? = b',';
    line.push(b'\n');
    Some(line)
}

impl Audit for AuditLog {
    fn record(&self, event: &Event) {
        let Some(line) = line(self.system.now(), event) else { return };
        let now = self.system.elapsed();
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.lines.is_empty() {
            waiting.since = now;
        }
        waiting.lines.extend_from_slice(&line);
        let ordinary = matches!(event, Event::Call { .. });
        if !ordinary || waiting.lines.len() > WAITING || now.saturating_sub(waiting.since) > LONGEST {
            self.write(&mut waiting);
        }
    }
}

impl Drop for AuditLog {
    fn drop(&mut self) {
        let mut waiting = std::mem::take(&mut *self.waiting.lock().unwrap_or_else(PoisonError::into_inner));
        self.write(&mut waiting);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use batuta_system::OsSystem;

    fn call(step: &'static str) -> Event {
        Event::Call {
            plugin: "p 1.0.0".into(),
            step,
            file: None,
            microseconds: 5,
            memory: 0,
            cacheable: true,
            output: None,
        }
    }

    #[test]
    fn lines_are_whole_objects_in_order_and_none_is_lost() {
        let scratch = tempfile::tempdir().unwrap();
        let path = scratch.path().join("audit.jsonl");
        let open = || AuditLog::open(Arc::new(OsSystem::new()), &path, Box::new(|error| panic!("{error}"))).unwrap();
        let log = open();
        log.record(&call("index"));
        log.record(&Event::Deny { plugin: "p 1.0.0".into(), capability: "clock".into() });
        let steps = || {
            let text = String::from_utf8(OsSystem::new().read(&path, 1 << 20).unwrap()).unwrap();
            let line = |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap();
            text.lines().map(line).inspect(|line| assert!(line["time"].as_u64() > Some(0))).collect::<Vec<_>>()
        };
        assert_eq!(steps().len(), 2, "a refusal is written at once, with what waited");
        log.record(&call("lower"));
        drop(log);
        assert_eq!(steps().len(), 3);
        drop(open());
        assert_eq!(steps()[2]["step"], "lower", "{:?}", steps());
    }
}
