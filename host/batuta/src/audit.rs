//! The audit log: one JSON object per line for everything that plugins do, in a file of the user's choice.

use crate::session::tell;
use batuta_runtime::powers::{Audit, Event};
use batuta_system::{Appender, System};
use serde::Serialize;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A log that grows at its end.
pub(crate) struct AuditLog {
    file: Box<dyn Appender>,
    system: Arc<dyn System>,
    broken: AtomicBool,
}

/// A line: when, and what.
#[derive(Serialize)]
struct Line<'a> {
    /// Milliseconds since 1970, UTC.
    time: u128,
    #[serde(flatten)]
    event: &'a Event,
}

impl AuditLog {
    /// The log in the file `path`, which is made when it is not there.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub(crate) fn open(system: Arc<dyn System>, path: &Path) -> batuta_system::Result<Self> {
        Ok(AuditLog { file: system.appender(path)?, system, broken: AtomicBool::new(false) })
    }
}

impl Audit for AuditLog {
    fn record(&self, event: &Event) {
        let line = Line { time: self.system.now().as_millis(), event };
        let Ok(mut text) = serde_json::to_vec(&line) else { return };
        text.push(b'\n');
        if let Err(error) = self.file.append(&text)
            && !self.broken.swap(true, Ordering::Relaxed)
        {
            tell(&format!("batuta: the audit log is not complete: {error}\n"));
        }
    }
}
