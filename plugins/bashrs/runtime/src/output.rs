//! Standard output: buffered until somebody else could write or look, or captured in memory.

use crate::{Str, sys};

/// Where output of builtins goes.
enum Sink {
    /// Descriptor 1.
    Descriptor,
    /// Memory, for a command substitution that runs within this process.
    Memory(Str),
    /// Descriptor 1 is a memory file, because somebody needed a descriptor; the number is the real one, saved.
    File(sys::Fd),
}

/// Standard output of the shell.
#[derive(Default)]
pub(crate) struct Output {
    buffer: Str,
    sinks: Vec<Sink>,
    /// A write failed; the command that wrote is told.
    failed: bool,
    /// Nothing can be written, which is to be found out at once.
    pub(crate) strict: bool,
}

const ENOUGH: usize = 16 * 1024;

impl Output {
    /// Write bytes.
    pub(crate) fn write(&mut self, bytes: &[u8]) {
        if let Some(Sink::Memory(memory)) = self.sinks.last_mut() {
            memory.extend_from_slice(bytes);
            return;
        }
        self.buffer.extend_from_slice(bytes);
        if self.buffer.len() >= ENOUGH || self.strict {
            self.flush();
        }
    }

    /// Send what waits to descriptor 1.
    pub(crate) fn flush(&mut self) {
        if !self.buffer.is_empty() {
            self.failed |= sys::write_all(1, &self.buffer).is_err();
            self.buffer.clear();
        }
    }

    /// Whether a write failed since the last call.
    pub(crate) fn take_failure(&mut self) -> bool {
        std::mem::take(&mut self.failed)
    }

    /// Whether a descriptor may lead to a capture within this process.
    pub(crate) fn captures(&self, fd: sys::Fd) -> bool {
        let captures = |sink: &Sink| !matches!(sink, Sink::Descriptor);
        if fd == 1 { self.sinks.last().is_some_and(captures) } else { self.sinks.iter().any(captures) }
    }

    /// Before another process or descriptor shares descriptor 1: everything written is there, and a capture is a file.
    pub(crate) fn share(&mut self) {
        self.flush();
        if let Some(Sink::Memory(memory)) = self.sinks.last_mut() {
            let text = std::mem::take(memory);
            let made = sys::save_fd(1).and_then(|saved| {
                let file = sys::memory_file()?;
                sys::write_all(file, &text)?;
                sys::dup2(file, 1)?;
                sys::close(file);
                Ok(saved)
            });
            if let (Ok(saved), Some(sink)) = (made, self.sinks.last_mut()) {
                *sink = Sink::File(saved);
            }
        }
    }

    /// Descriptor 1 now means what it says: a redirection of it begins.
    pub(crate) fn enter_descriptor(&mut self) {
        self.flush();
        self.sinks.push(Sink::Descriptor);
    }

    /// The redirection ends.
    pub(crate) fn leave_descriptor(&mut self) {
        self.flush();
        self.sinks.pop();
    }

    /// A capture begins.
    pub(crate) fn begin_capture(&mut self) {
        self.flush();
        self.sinks.push(Sink::Memory(Str::new()));
    }

    /// The capture ends: what was written.
    pub(crate) fn end_capture(&mut self) -> Str {
        match self.sinks.pop() {
            Some(Sink::Memory(text)) => text,
            Some(Sink::File(saved)) => {
                self.flush();
                let text = read_back();
                // The descriptor was open before, so putting it back cannot fail.
                let _ = sys::dup2(saved, 1);
                sys::close(saved);
                text
            }
            _ => Str::new(),
        }
    }

    /// In a new child: descriptor 1 is the output.
    pub(crate) fn reset(&mut self) {
        self.buffer.clear();
        self.sinks.clear();
    }
}

/// All of the memory file that descriptor 1 is.
fn read_back() -> Str {
    sys::rewind(1);
    read_all(1)
}

/// Everything up to the end of `fd`.
pub(crate) fn read_all(fd: sys::Fd) -> Str {
    let mut out = Str::new();
    let mut chunk = [0u8; 16 * 1024];
    loop {
        match sys::read(fd, &mut chunk) {
            Ok(0) => return out,
            Ok(count) => out.extend_from_slice(&chunk[..count]),
            // A signal that is trapped waits until all is read.
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(_) => return out,
        }
    }
}
