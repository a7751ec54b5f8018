//! The one wasmtime engine of a process: configuration, the epoch ticker, guest threads.

use crate::debugger::Debugger;
use crate::limits::TICK;
use std::cell::Cell;
use std::sync::{Arc, OnceLock};
use wasmtime::{Config, Enabled, InstanceAllocationStrategy, PoolingAllocationConfig, Strategy, WasmFeatures};

/// How guest code is stopped when its time is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interruption {
    /// A counter that a ticker thread raises is compared at loops and function entries.
    Epochs,
    /// Every instruction is counted.
    Fuel,
    /// Every instruction is counted and decides when a call ends, so that it ends at the same place on every machine, however slow;
    /// epochs only serve cancelling.
    Counted,
    /// Not at all: for measurements only.
    None,
}

/// What [`PluginEngine::new`] uses.
///
/// Time of a step with it over the time without any, on two cores of an AMD Zen 3 (`cargo dev bench plugin_call` repeats this):
///
/// | step | input | epochs | fuel |
/// |---|---|---|---|
/// | inspector `analyze` | 86 KB of Python | 1.25 | 1.32 |
/// | decy `index` | 114 KB of C | 1.37 | 1.46 |
/// | decy `lower` | 114 KB of C | 1.49 | 1.72 |
///
/// Epochs cost less everywhere, and one deadline serves time limits and cancelling.
pub const INTERRUPTION: Interruption = Interruption::Epochs;

/// Where instances get their memory from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allocation {
    /// Reserved slots: an instance starts in microseconds.
    Pooling,
    /// Mapped per instance, for machines that do not let a process reserve much address space.
    OnDemand,
    /// Mapped per instance without large reservations; code is compiled with explicit bounds checks.
    Small,
}

/// Deepest WebAssembly stack, in bytes. Guest threads have [`THREAD_STACK`], so host functions called at the very end
/// of it still have room.
pub const WASM_STACK: usize = 2 << 20;
/// Native stack of a guest thread, in bytes; only what is used takes memory. Far more than [`WASM_STACK`], so that the same threads
/// can run plugins as native code, too.
pub const THREAD_STACK: usize = 64 << 20;
/// Slots of the pooling allocator: how many instances can be alive at once.
const SLOTS: u32 = 256;
/// Greatest linear memory, in bytes.
pub(crate) const MAX_MEMORY: usize = 2 << 30;
/// Greatest table, in elements.
pub(crate) const MAX_TABLE: usize = 200_000;

/// Compiles and runs plugins. Create one per process and share it.
pub struct PluginEngine {
    engine: wasmtime::Engine,
    allocation: Allocation,
    interruption: Interruption,
    debugger: Option<Arc<dyn Debugger>>,
    ticker: OnceLock<()>,
}

impl PluginEngine {
    /// An engine with [`INTERRUPTION`], using the best way of allocation that this machine allows.
    ///
    /// # Errors
    /// When not even small mappings can be had, or the processor is not one that the compiler knows.
    pub fn new() -> anyhow::Result<Self> {
        Self::with_interruption(INTERRUPTION)
    }

    /// As [`PluginEngine::new`] with another way of interruption: for measurements.
    ///
    /// # Errors
    /// As [`PluginEngine::new`].
    pub fn with_interruption(interruption: Interruption) -> anyhow::Result<Self> {
        Self::probe(interruption, None)
    }

    /// An engine whose guests can be debugged: code is compiled with what maps it back to the source, and somebody is told of each
    /// trap. Code that was compiled for other engines is compiled again.
    ///
    /// # Errors
    /// As [`PluginEngine::new`].
    pub fn with_debugger(interruption: Interruption, debugger: Arc<dyn Debugger>) -> anyhow::Result<Self> {
        Self::probe(interruption, Some(debugger))
    }

    fn probe(interruption: Interruption, debugger: Option<Arc<dyn Debugger>>) -> anyhow::Result<Self> {
        let probe = |allocation| Self::build(interruption, allocation, debugger.clone());
        probe(Allocation::Pooling).or_else(|_| probe(Allocation::OnDemand)).or_else(|_| probe(Allocation::Small))
    }

    /// An engine with a given way of allocation.
    ///
    /// # Errors
    /// When this machine does not allow it.
    pub fn with_allocation(interruption: Interruption, allocation: Allocation) -> anyhow::Result<Self> {
        Self::build(interruption, allocation, None)
    }

    /// An engine whose code runs in one that was made by [`PluginEngine::with_debugger`], when `debugged`.
    pub(crate) fn for_compiling(
        interruption: Interruption,
        allocation: Allocation,
        debugged: bool,
    ) -> anyhow::Result<Self> {
        let nobody = debugged.then(|| Arc::new(crate::debugger::Nobody) as Arc<dyn Debugger>);
        Self::build(interruption, allocation, nobody)
    }

    fn build(
        interruption: Interruption,
        allocation: Allocation,
        debugger: Option<Arc<dyn Debugger>>,
    ) -> anyhow::Result<Self> {
        let mut config = config(interruption, allocation);
        if let Some(debugger) = &debugger {
            config
                .generate_address_map(true)
                .wasm_backtrace_details(wasmtime::WasmBacktraceDetails::Enable)
                .coredump_on_trap(debugger.wants_cores());
        }
        let engine = wasmtime::Engine::new(&config)?;
        Ok(PluginEngine { engine, allocation, interruption, debugger, ticker: OnceLock::new() })
    }

    /// Who is told of traps.
    pub(crate) fn debugger(&self) -> Option<&dyn Debugger> {
        self.debugger.as_deref()
    }

    /// Where instances get their memory from.
    pub fn allocation(&self) -> Allocation {
        self.allocation
    }

    /// How guests are stopped.
    pub fn interruption(&self) -> Interruption {
        self.interruption
    }

    /// A text that is equal for two engines exactly when each can run what the other compiled.
    pub fn compatibility(&self) -> String {
        use std::hash::{Hash, Hasher};
        // Not `DefaultHasher`, whose result may change between builds of the standard library.
        let mut hasher = DigestHasher(Default::default());
        self.engine.precompile_compatibility_hash().hash(&mut hasher);
        let _ = hasher.finish();
        hasher.text()
    }

    pub(crate) fn raw(&self) -> &wasmtime::Engine {
        &self.engine
    }

    /// Start the ticker that lets deadlines pass, once. It ends with the engine.
    pub(crate) fn start_ticker(&self) {
        if !matches!(self.interruption, Interruption::Epochs | Interruption::Counted) {
            return;
        }
        self.ticker.get_or_init(|| {
            let weak = self.engine.weak();
            let tick = move || {
                loop {
                    std::thread::sleep(TICK);
                    match weak.upgrade() {
                        Some(engine) => engine.increment_epoch(),
                        None => break,
                    }
                }
            };
            let started = std::thread::Builder::new().name("batuta-ticker".into()).stack_size(64 << 10).spawn(tick);
            if let Err(error) = started {
                tracing::error!(%error, "no ticker thread: plugins that do not end cannot be stopped");
            }
        });
    }
}

/// The configuration, see `plugin-host.md`: everything that guests do not need and that had defects is off.
fn config(interruption: Interruption, allocation: Allocation) -> Config {
    let mut config = Config::new();
    config
        .strategy(Strategy::Cranelift)
        .wasm_component_model(true)
        .concurrency_support(false)
        .cranelift_nan_canonicalization(true)
        .relaxed_simd_deterministic(true)
        .max_wasm_stack(WASM_STACK)
        .async_stack_size(WASM_STACK + (1 << 20))
        .epoch_interruption(matches!(interruption, Interruption::Epochs | Interruption::Counted))
        .consume_fuel(matches!(interruption, Interruption::Fuel | Interruption::Counted))
        .generate_address_map(false)
        .with_custom_code_memory(crate::artifact::code_memory());
    for feature in OFF {
        config.wasm_features(*feature, false);
    }
    match allocation {
        Allocation::Pooling => config.allocation_strategy(InstanceAllocationStrategy::Pooling(pool())),
        Allocation::OnDemand => config.allocation_strategy(InstanceAllocationStrategy::OnDemand),
        Allocation::Small => config
            .allocation_strategy(InstanceAllocationStrategy::OnDemand)
            .memory_reservation(0)
            .memory_reservation_for_growth(16 << 20)
            .memory_guard_size(0),
    };
    config
}

/// Proposals that are switched off although the crate can do them.
const OFF: &[WasmFeatures] = &[
    WasmFeatures::THREADS,
    WasmFeatures::SHARED_EVERYTHING_THREADS,
    WasmFeatures::FUNCTION_REFERENCES,
    WasmFeatures::GC,
    WasmFeatures::GC_TYPES,
    WasmFeatures::EXCEPTIONS,
    WasmFeatures::LEGACY_EXCEPTIONS,
    WasmFeatures::STACK_SWITCHING,
    WasmFeatures::MEMORY64,
    WasmFeatures::RELAXED_SIMD,
    WasmFeatures::CUSTOM_PAGE_SIZES,
    WasmFeatures::WIDE_ARITHMETIC,
];

/// What the engine accepts, for validation before compilation.
pub(crate) fn features() -> WasmFeatures {
    let mut features = WasmFeatures::default();
    for feature in OFF {
        features.remove(*feature);
    }
    features
}

/// Bytes of a used slot that are wiped by hand instead of being given back to the system, which saves the next call their page
/// faults. Where the kernel (Linux 6.7) tells which pages were written, those are wiped; elsewhere it would be the lowest ones,
/// which are the far end of the guest's stack, so that more than a little costs time for nothing.
fn keep_resident() -> usize {
    if PoolingAllocationConfig::is_pagemap_scan_available() { 4 << 20 } else { 64 << 10 }
}

fn pool() -> PoolingAllocationConfig {
    let mut pool = PoolingAllocationConfig::new();
    pool.total_component_instances(SLOTS)
        .total_core_instances(SLOTS * 4)
        .total_memories(SLOTS)
        .total_tables(SLOTS * 4)
        .total_stacks(0)
        .total_gc_heaps(0)
        .max_memories_per_module(4)
        .max_tables_per_module(4)
        .max_core_instance_size(4 << 20)
        .max_component_instance_size(4 << 20)
        .max_memory_size(MAX_MEMORY)
        .table_elements(MAX_TABLE)
        .max_unused_warm_slots(16)
        .pagemap_scan(Enabled::Auto)
        .linear_memory_keep_resident(keep_resident())
        .table_keep_resident(64 << 10);
    pool
}

/// SHA-256 behind the `Hasher` interface.
struct DigestHasher(sha2::Sha256);

impl DigestHasher {
    fn text(self) -> String {
        use sha2::Digest as _;
        crate::model::Digest(self.0.finalize().into()).to_string()
    }
}

impl std::hash::Hasher for DigestHasher {
    fn write(&mut self, bytes: &[u8]) {
        use sha2::Digest as _;
        self.0.update(bytes);
    }

    fn finish(&self) -> u64 {
        0
    }
}

thread_local! {
    static GUEST_THREAD: Cell<bool> = const { Cell::new(false) };
}

/// Whether the current thread has enough stack for guests.
pub(crate) fn on_guest_thread() -> bool {
    GUEST_THREAD.get()
}

/// A pool of `threads` threads with enough native stack to run guests on. Calls of a [`crate::Sandbox`] from these threads run
/// where they are; calls from any other thread are handed to such a pool, which costs some microseconds.
///
/// # Errors
/// When the system gives no threads.
pub fn thread_pool(threads: usize) -> Result<rayon::ThreadPool, rayon::ThreadPoolBuildError> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .stack_size(THREAD_STACK)
        .thread_name(|index| format!("batuta-guest-{index}"))
        .start_handler(|_| GUEST_THREAD.set(true))
        .build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hardening_is_really_set() {
        let engine = PluginEngine::new().unwrap();
        let config = engine.raw();
        assert!(!config.get_concurrency_support());
        assert!(config.get_epoch_interruption());
        assert_eq!(config.get_cranelift_nan_canonicalization(), Some(true));
        assert_eq!(config.get_max_wasm_stack(), WASM_STACK);
        for feature in OFF {
            assert!(!config.get_wasm_features().contains(*feature), "{feature:?}");
        }
    }

    #[test]
    fn on_demand_runs_what_pooling_compiled() {
        let text = |allocation| PluginEngine::with_allocation(INTERRUPTION, allocation).unwrap().compatibility();
        assert_eq!(text(Allocation::Pooling), text(Allocation::OnDemand));
        assert_ne!(text(Allocation::Pooling), text(Allocation::Small));
    }
}
