//! Traps of plugins for their authors: frames on stderr, core dumps in a folder.

use crate::session::tell;
use batuta_runtime::{Debugger, TrapReport};
use batuta_system::System;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Says what it is told on stderr.
pub(crate) struct TrapPrinter {
    system: Arc<dyn System>,
    cores: Option<PathBuf>,
    written: AtomicUsize,
}

/// Most core dumps of a run: one tells as much as a hundred of the same defect.
const MOST: usize = 8;

impl TrapPrinter {
    /// With a folder for core dumps, which is made when it is not there.
    ///
    /// # Errors
    /// When it cannot be made.
    pub(crate) fn new(system: Arc<dyn System>, cores: Option<PathBuf>) -> batuta_system::Result<Self> {
        if let Some(folder) = &cores {
            system.create_dir(folder)?;
        }
        Ok(TrapPrinter { system, cores, written: AtomicUsize::new(0) })
    }

    fn keep(&self, trap: &TrapReport, core: &[u8]) {
        let Some(folder) = &self.cores else { return };
        let number = self.written.fetch_add(1, Ordering::Relaxed);
        if number >= MOST {
            return;
        }
        let name = trap.plugin.split(' ').next().unwrap_or("plugin");
        let path = folder.join(format!("{name}-{}-{number}.coredump", trap.step));
        match self.system.write(&path, core) {
            Ok(()) => tell(&format!("  core dump: {}\n", path.display())),
            Err(error) => tell(&format!("  no core dump: {error}\n")),
        }
    }
}

impl Debugger for TrapPrinter {
    fn wants_cores(&self) -> bool {
        self.cores.is_some()
    }

    fn trapped(&self, trap: &TrapReport) {
        let place = trap.file.as_ref().map_or_else(String::new, |file| format!(" of {file}"));
        let mut text = format!("plugin {} trapped in `{}`{place}: {}\n", trap.plugin, trap.step, trap.message);
        for frame in &trap.frames {
            text.push_str(&format!("  {frame}\n"));
        }
        tell(&text);
        if let Some(core) = &trap.core {
            self.keep(trap, core);
        }
    }
}
