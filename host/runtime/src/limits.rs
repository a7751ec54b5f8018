//! What one call of a plugin may use, and the limiter that enforces the part that concerns memory.

use std::time::Duration;
use wasmtime::ResourceLimiter;

/// How often deadlines are looked at.
pub(crate) const TICK: Duration = Duration::from_millis(10);

/// Limits of one call. Every limit that is hit ends the call with a typed error, never the run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Wall time.
    pub time: Duration,
    /// Instructions, in engines that count them: some 200 s of one core.
    pub instructions: u64,
    /// How long a guest may go on after a cancel before it is stopped.
    pub grace: Duration,
    /// Bytes of all linear memories together, tables included at 8 bytes per element.
    pub memory: usize,
    /// Core instances, including those that a component makes inside.
    pub instances: usize,
    /// Linear memories.
    pub memories: usize,
    /// Tables.
    pub tables: usize,
    /// Handles alive at once.
    pub handles: usize,
    /// Bytes that one value passed to the host may take there.
    pub transfer: usize,
    /// Bytes written to sinks in one call.
    pub staged: u64,
    /// Bytes read from files and blobs in one call.
    pub read: u64,
    /// Bytes of log lines in one call; the rest is dropped and counted.
    pub log: u64,
    /// Findings in one call; the rest is dropped and counted.
    pub findings: usize,
    /// Bytes of all findings of one call together; the rest is dropped and counted.
    pub finding_bytes: usize,
    /// Different paths opened or missed in one call.
    pub paths: usize,
    /// Calls of host functions in one call.
    pub host_calls: u64,
    /// Generated files in one result.
    pub files: usize,
}

impl Default for Limits {
    /// For plugins of third parties.
    fn default() -> Self {
        Limits {
            time: Duration::from_secs(60),
            instructions: 200_000_000_000,
            grace: Duration::from_millis(500),
            memory: 1 << 30,
            instances: 64,
            memories: 4,
            tables: 32,
            handles: 4096,
            transfer: 32 << 20,
            staged: 256 << 20,
            read: 4 << 30,
            log: 1 << 20,
            findings: 10_000,
            finding_bytes: 32 << 20,
            paths: 20_000,
            host_calls: 50_000_000,
            files: 10_000,
        }
    }
}

impl Limits {
    /// For the plugins that come with batuta.
    pub fn first_party() -> Self {
        Limits { time: Duration::from_secs(30), ..Limits::default() }
    }
}

/// Counts memory over a whole store: wasmtime's own `StoreLimits` looks at each memory alone.
pub(crate) struct StoreLimiter {
    limit: usize,
    instances: usize,
    memories: usize,
    tables: usize,
    used: usize,
    peak: usize,
}

/// The store asked for more memory than its limit.
#[derive(Debug, thiserror::Error)]
#[error("it asked for {wanted} bytes of memory, {limit} are allowed")]
pub(crate) struct MemoryLimitHit {
    pub(crate) wanted: usize,
    pub(crate) limit: usize,
}

impl StoreLimiter {
    pub(crate) fn new(limits: &Limits) -> Self {
        StoreLimiter {
            limit: limits.memory,
            instances: limits.instances,
            memories: limits.memories,
            tables: limits.tables,
            used: 0,
            peak: 0,
        }
    }

    /// Greatest sum seen, in bytes.
    pub(crate) fn peak(&self) -> u64 {
        self.peak as u64
    }

    fn grow(&mut self, current: usize, desired: usize) -> wasmtime::Result<bool> {
        let wanted = self.used.saturating_add(desired.saturating_sub(current));
        if wanted > self.limit {
            // An error, not a refused `memory.grow`: guests turn the latter into aborts that tell nothing.
            return Err(wasmtime::Error::from(MemoryLimitHit { wanted, limit: self.limit }));
        }
        self.used = wanted;
        self.peak = self.peak.max(wanted);
        Ok(true)
    }
}

impl ResourceLimiter for StoreLimiter {
    fn memory_growing(&mut self, current: usize, desired: usize, _: Option<usize>) -> wasmtime::Result<bool> {
        self.grow(current, desired)
    }

    fn table_growing(&mut self, current: usize, desired: usize, _: Option<usize>) -> wasmtime::Result<bool> {
        self.grow(current.saturating_mul(8), desired.saturating_mul(8))
    }

    fn memory_grow_failed(&mut self, error: wasmtime::Error) -> wasmtime::Result<()> {
        Err(error)
    }

    fn table_grow_failed(&mut self, error: wasmtime::Error) -> wasmtime::Result<()> {
        Err(error)
    }

    fn instances(&self) -> usize {
        self.instances
    }

    fn tables(&self) -> usize {
        self.tables
    }

    fn memories(&self) -> usize {
        self.memories
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memories_and_tables_count_together() {
        let mut limiter = StoreLimiter::new(&Limits { memory: 1000, ..Limits::default() });
        assert!(limiter.memory_growing(0, 600, None).unwrap());
        assert!(limiter.memory_growing(0, 300, None).unwrap());
        assert!(limiter.table_growing(0, 20, None).is_err());
        assert!(limiter.table_growing(0, 10, None).unwrap());
        assert_eq!(limiter.peak(), 980);
    }
}
