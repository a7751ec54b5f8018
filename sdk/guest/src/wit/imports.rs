//! The host's functions behind the SDK's [`Host`] trait.

use super::convert;
use super::transpiler::batuta::plugin::{host, project, store, types};
use crate::{Error, Host, LogLevel, Result, SourceFile};
use batuta_diagnostics::Diagnostic;
use batuta_text::FileId;

/// Largest piece that the host gives or takes at once, in bytes.
const PIECE: usize = 256 * 1024;

/// The host through WIT imports.
pub(super) struct WitHost;

impl Host for WitHost {
    fn open(&mut self, path: &str) -> Option<SourceFile> {
        read_file(&project::open(path)?).ok()
    }

    fn emit(&mut self, finding: Diagnostic) {
        host::emit(&convert::diagnostic(finding));
    }

    fn log(&mut self, level: LogLevel, target: &str, message: &str) {
        let level = match level {
            LogLevel::Debug => types::Severity::Note,
            LogLevel::Info => types::Severity::Help,
            LogLevel::Warning => types::Severity::Warning,
            LogLevel::Error => types::Severity::Error,
        };
        host::log(level, target, message);
    }

    fn checkpoint(&mut self, done: u32, total: u32) -> bool {
        host::checkpoint(done, total)
    }
}

/// All of a file.
pub(super) fn read_file(file: &project::File) -> Result<SourceFile> {
    let bytes = read_all(file.size(), |offset, len| file.read(offset, len))?;
    Ok(SourceFile { id: FileId(file.id()), path: file.path(), bytes })
}

/// All of a blob.
pub(super) fn read_blob(blob: &store::Blob) -> Result<Vec<u8>> {
    read_all(blob.size(), |offset, len| blob.read(offset, len))
}

fn read_all(size: u64, read: impl Fn(u64, u32) -> std::result::Result<Vec<u8>, types::Error>) -> Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    while (bytes.len() as u64) < size {
        let piece = read(bytes.len() as u64, PIECE as u32).map_err(convert::error_in)?;
        if piece.is_empty() {
            return Err(Error::Internal("a file ended before its size".into()));
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes)
}

/// Bytes to the host.
pub(super) fn write_blob(media_type: &str, bytes: &[u8]) -> Result<store::Blob> {
    let sink = store::create(media_type).map_err(convert::error_in)?;
    for piece in bytes.chunks(PIECE) {
        sink.write(piece).map_err(convert::error_in)?;
    }
    store::Sink::finish(sink).map_err(convert::error_in)
}
