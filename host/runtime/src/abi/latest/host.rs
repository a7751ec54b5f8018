//! The host interfaces that work for every plugin: `host`, `project`, `store`.

use super::convert;
use super::imports::batuta::plugin::{host, metadata, project, store, types};
use crate::model::{self, Digest};
use crate::plugin_set::FailureKind;
use crate::state::{Blob, Call, File, HostStop, Sink, State};
use crate::validate;
use wasmtime::Result;
use wasmtime::component::{HasSelf, Linker, Resource};

/// Greatest answer of one `read`, in bytes.
const READ_MAX: usize = 256 << 10;
/// Greatest log line and target, in bytes.
const LINE_MAX: usize = 8 << 10;

pub(crate) fn add_to_linker(linker: &mut Linker<State>) -> Result<()> {
    super::imports::Imports::add_to_linker::<_, HasSelf<State>>(linker, |state| state)
}

impl types::Host for State {}

impl metadata::Host for State {}

impl host::Host for State {
    fn log(&mut self, level: types::Severity, target: String, message: String) -> Result<()> {
        self.call.enter()?;
        self.call.log(level, &target, &message);
        Ok(())
    }

    fn emit(&mut self, finding: types::Diagnostic) -> Result<()> {
        self.call.enter_step()?;
        self.call.emit(convert::diagnostic(finding));
        Ok(())
    }

    fn checkpoint(&mut self, _done: u32, _total: u32) -> Result<bool> {
        self.call.enter_step()?;
        Ok(!self.call.cancel.is_cancelled())
    }
}

impl Call {
    fn log(&mut self, level: types::Severity, target: &str, message: &str) {
        let size = (target.len() + message.len()) as u64;
        if self.log_bytes + size.min(2 * LINE_MAX as u64) > self.limits.log {
            self.dropped_log_lines += 1;
            return;
        }
        let target = crate::text::clean(target, 256);
        let message = crate::text::clean(message, LINE_MAX);
        self.log_bytes += (target.len() + message.len()).max(16) as u64;
        let (plugin, version) = (self.label.name.as_str(), self.label.version.as_str());
        match level {
            types::Severity::Note => tracing::debug!(target: "plugin", plugin, version, module = target, "{message}"),
            types::Severity::Help => tracing::info!(target: "plugin", plugin, version, module = target, "{message}"),
            types::Severity::Warning => tracing::warn!(target: "plugin", plugin, version, module = target, "{message}"),
            types::Severity::Error => {
                tracing::error!(target: "plugin", plugin, version, module = target, "{message}");
                self.last_words = Some(message);
            }
        }
    }

    fn emit(&mut self, finding: model::Diagnostic) {
        let size = validate::diagnostic_size(&finding);
        if self.diagnostics.len() >= self.limits.findings || self.finding_bytes + size > self.limits.finding_bytes {
            self.dropped_findings += 1;
            return;
        }
        self.know_places(&finding);
        match validate::diagnostic(finding, &self.known) {
            Ok(finding) => {
                self.finding_bytes += size;
                self.diagnostics.push(finding);
            }
            Err(what) => self.violate(what),
        }
    }

    /// Take `len` bytes of the read quota.
    fn take_read(&mut self, len: usize) -> std::result::Result<(), types::Error> {
        self.read_bytes += len as u64;
        if self.read_bytes > self.limits.read {
            return Err(types::Error::Limit(format!("a call may read {} bytes", self.limits.read)));
        }
        Ok(())
    }
}

/// The part of `bytes` that a `read` gives.
fn window(bytes: &[u8], offset: u64, len: u32) -> &[u8] {
    let start = usize::try_from(offset).unwrap_or(usize::MAX).min(bytes.len());
    let len = usize::try_from(len).unwrap_or(READ_MAX).min(READ_MAX).min(bytes.len() - start);
    &bytes[start..start + len]
}

pub(super) fn digest(digest: Digest) -> types::Digest {
    let mut words = [0u64; 4];
    for (word, chunk) in words.iter_mut().zip(digest.0.chunks_exact(8)) {
        *word = chunk.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
    }
    types::Digest { a: words[0], b: words[1], c: words[2], d: words[3] }
}

impl project::Host for State {
    fn open(&mut self, path: String) -> Result<Option<Resource<File>>> {
        self.call.enter_step()?;
        if path.starts_with('/') {
            return self.open_outside(&path);
        }
        let Some(path) = validate::normalise_open(&path) else { return Ok(None) };
        let call = &mut self.call;
        if !call.reads.contains_key(&path) && call.reads.len() >= call.limits.paths {
            let message = format!("it opened more than {} different paths", call.limits.paths);
            return Err(HostStop::new(FailureKind::Volume, message));
        }
        let file = call.files.as_ref().and_then(|files| files.open(&path));
        call.reads.insert(path, file.as_ref().map(|file| file.digest));
        let Some(file) = file else { return Ok(None) };
        call.know(&file);
        Ok(Some(self.table.push(File(file))?))
    }
}

impl State {
    /// A file by absolute path: only below a folder that was granted. What is read there is no input of the project, so the step's
    /// result is not kept.
    fn open_outside(&mut self, path: &str) -> Result<Option<Resource<File>>> {
        let Some(path) = validate::normalise_open(path.trim_start_matches('/')).map(|path| format!("/{path}")) else {
            return Ok(None);
        };
        self.call.used_capability = true;
        match self.call.powers.clone().outside(&path) {
            Some(file) => Ok(Some(self.table.push(File(file))?)),
            None => {
                self.call.refused_outside(&path);
                Ok(None)
            }
        }
    }
}

impl project::HostFile for State {
    fn id(&mut self, file: Resource<File>) -> Result<u32> {
        self.call.enter()?;
        Ok(self.table.get(&file)?.0.id.0)
    }

    fn path(&mut self, file: Resource<File>) -> Result<String> {
        self.call.enter()?;
        Ok(self.table.get(&file)?.0.path.clone())
    }

    fn size(&mut self, file: Resource<File>) -> Result<u64> {
        self.call.enter()?;
        Ok(self.table.get(&file)?.0.bytes.len() as u64)
    }

    fn digest(&mut self, file: Resource<File>) -> Result<types::Digest> {
        self.call.enter()?;
        Ok(digest(self.table.get(&file)?.0.digest))
    }

    fn read(
        &mut self,
        file: Resource<File>,
        offset: u64,
        len: u32,
    ) -> Result<std::result::Result<Vec<u8>, types::Error>> {
        self.call.enter()?;
        let bytes = window(&self.table.get(&file)?.0.bytes, offset, len);
        Ok(self.call.take_read(bytes.len()).map(|()| bytes.to_vec()))
    }

    fn drop(&mut self, file: Resource<File>) -> Result<()> {
        self.table.delete(file)?;
        Ok(())
    }
}

impl store::Host for State {
    fn create(&mut self, _media_type: String) -> Result<std::result::Result<Resource<Sink>, types::Error>> {
        self.call.enter_step()?;
        Ok(Ok(self.table.push(Sink { bytes: Vec::new() })?))
    }
}

impl store::HostBlob for State {
    fn size(&mut self, blob: Resource<Blob>) -> Result<u64> {
        self.call.enter()?;
        Ok(self.table.get(&blob)?.bytes.len() as u64)
    }

    fn digest(&mut self, blob: Resource<Blob>) -> Result<types::Digest> {
        self.call.enter()?;
        let bytes = self.table.get(&blob)?.bytes.clone();
        // Hashing is work of the host: it is paid from the read quota.
        if self.call.take_read(bytes.len()).is_err() {
            return Err(HostStop::new(FailureKind::Volume, "it asked for more digests than its read quota pays for"));
        }
        Ok(digest(Digest::of(&bytes)))
    }

    fn read(
        &mut self,
        blob: Resource<Blob>,
        offset: u64,
        len: u32,
    ) -> Result<std::result::Result<Vec<u8>, types::Error>> {
        self.call.enter()?;
        let bytes = window(&self.table.get(&blob)?.bytes, offset, len);
        Ok(self.call.take_read(bytes.len()).map(|()| bytes.to_vec()))
    }

    fn drop(&mut self, blob: Resource<Blob>) -> Result<()> {
        self.table.delete(blob)?;
        Ok(())
    }
}

impl store::HostSink for State {
    fn write(&mut self, sink: Resource<Sink>, bytes: Vec<u8>) -> Result<std::result::Result<(), types::Error>> {
        self.call.enter()?;
        self.call.staged_bytes += bytes.len() as u64;
        if self.call.staged_bytes > self.call.limits.staged {
            return Ok(Err(types::Error::Limit(format!("a call may write {} bytes", self.call.limits.staged))));
        }
        self.table.get_mut(&sink)?.bytes.extend_from_slice(&bytes);
        Ok(Ok(()))
    }

    fn finish(&mut self, sink: Resource<Sink>) -> Result<std::result::Result<Resource<Blob>, types::Error>> {
        self.call.enter()?;
        let bytes = self.table.delete(sink)?.bytes.into();
        Ok(Ok(self.table.push(Blob { bytes })?))
    }

    fn drop(&mut self, sink: Resource<Sink>) -> Result<()> {
        self.table.delete(sink)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_are_clamped() {
        let bytes = vec![7; READ_MAX + 10];
        assert_eq!(window(&bytes, 0, u32::MAX).len(), READ_MAX);
        assert_eq!(window(&bytes, READ_MAX as u64, u32::MAX).len(), 10);
        assert!(window(&bytes, u64::MAX, 5).is_empty());
        assert!(window(&[], 0, 0).is_empty());
    }

    #[test]
    fn digests_keep_their_order() {
        let mut bytes = [0; 32];
        bytes[0] = 1;
        bytes[31] = 2;
        let words = digest(Digest(bytes));
        assert_eq!((words.a, words.d), (1 << 56, 2));
    }
}
