//! WASI 0.2 for foreign guests, inert: it answers, but nothing of the machine is behind it.
//!
//! Environment and arguments are empty, there are no folders, sockets are refused, output is captured up to a limit and logged.
//! Time is a counter that starts at zero in every call: asking moves it a microsecond, sleeping moves it to the end of the sleep at
//! once. Randomness is a fixed stream. So a guest stays a pure function, and nothing that it waits for can hold a thread.
//!
//! The capabilities `environment`, `clock` and `random` put the machine's behind these, each for itself. A sleep ends at once all
//! the same.

use crate::plugin_set::FailureKind;
use crate::powers::Powers;
use crate::state::{Label, State};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use wasmtime::component::{Linker, Resource};
use wasmtime_wasi::cli::{IsTerminal, StdoutStream};
use wasmtime_wasi::p2::{DynPollable, OutputStream, Pollable, StreamResult, subscribe};
use wasmtime_wasi::{Deterministic, HostMonotonicClock, HostWallClock, WasiCtx, WasiCtxBuilder, WasiCtxView, WasiView};

/// The interface whose waiting functions are replaced, in the version that `wasmtime-wasi` links; a test notices when it moves.
const MONOTONIC_CLOCK: &str = "wasi:clocks/monotonic-clock@0.2.12";
/// Most captured output of one call, in bytes.
const OUTPUT: usize = 64 << 10;
/// The time of day that every guest sees: the first second of the year 2000.
const WALL_CLOCK: Duration = Duration::from_secs(946_684_800);
/// Bytes of the stream of randomness before it repeats.
const RANDOM: usize = 4096;

/// What a guest with WASI imports has in its store.
pub(crate) struct Inert {
    ctx: WasiCtx,
    clock: Arc<Clock>,
    output: Arc<Output>,
}

impl Inert {
    /// The world of a plugin that was granted nothing, but for what `powers` has: the builder's own clocks and randomness are the
    /// machine's.
    fn new(powers: &Powers) -> Self {
        let clock = Arc::new(Clock::default());
        let output = Arc::new(Output::default());
        let mut builder = WasiCtxBuilder::new();
        builder
            .stdout(Stream(output.clone()))
            .stderr(Stream(output.clone()))
            .envs(&powers.environment)
            .max_random_size(64 << 10)
            .allow_tcp(false)
            .allow_udp(false)
            .allow_ip_name_lookup(false);
        if !powers.clock {
            builder.wall_clock(Fixed).monotonic_clock(Ticking(clock.clone()));
        }
        if !powers.random {
            builder
                .secure_random(Deterministic::new(random_bytes()))
                .insecure_random(Deterministic::new(random_bytes()))
                .insecure_random_seed(0x6261_7475_7461);
        }
        Inert { ctx: builder.build(), clock, output }
    }

    /// Log what the guest printed.
    pub(crate) fn log_output(&self, label: &Label) {
        let captured = std::mem::take(&mut *self.output.0.lock().unwrap_or_else(PoisonError::into_inner));
        let text = String::from_utf8_lossy(&captured.bytes);
        for line in text.lines().filter(|line| !line.trim().is_empty()).take(1000) {
            let line = crate::text::clean(line, 1024);
            tracing::info!(target: "plugin", plugin = label.name, version = label.version, "printed: {line}");
        }
        if captured.dropped > 0 {
            tracing::warn!(target: "plugin", plugin = label.name, version = label.version, "{} bytes of output were dropped", captured.dropped);
        }
    }
}

fn random_bytes() -> Vec<u8> {
    use sha2::{Digest, Sha256};
    (0..RANDOM as u32 / 32).flat_map(|block| Sha256::digest(block.to_le_bytes())).collect()
}

impl State {
    fn inert(&mut self) -> &mut Inert {
        let powers = &self.call.powers;
        self.wasi.get_or_insert_with(|| Box::new(Inert::new(powers)))
    }

    /// A pollable that is ready at once, after the clock was moved.
    fn sleep_until(&mut self, when: u64) -> wasmtime::Result<Resource<DynPollable>> {
        self.call.enter()?;
        self.inert().clock.0.fetch_max(when, Ordering::Relaxed);
        let slept = self.table.push(Slept)?;
        subscribe(&mut self.table, slept)
    }
}

impl WasiView for State {
    fn ctx(&mut self) -> WasiCtxView<'_> {
        let powers = &self.call.powers;
        let inert = self.wasi.get_or_insert_with(|| Box::new(Inert::new(powers)));
        WasiCtxView { ctx: &mut inert.ctx, table: &mut self.table }
    }
}

/// Everything of WASI 0.2 that an ordinary guest imports.
pub(crate) fn add_to_linker(linker: &mut Linker<State>) -> wasmtime::Result<()> {
    wasmtime_wasi::p2::add_to_linker_sync(linker)?;
    linker.allow_shadowing(true);
    let mut clock = linker.instance(MONOTONIC_CLOCK)?;
    clock.func_wrap("subscribe-instant", |mut store: wasmtime::StoreContextMut<'_, State>, (when,): (u64,)| {
        Ok((store.data_mut().sleep_until(when)?,))
    })?;
    clock.func_wrap("subscribe-duration", |mut store: wasmtime::StoreContextMut<'_, State>, (length,): (u64,)| {
        let now = store.data_mut().inert().clock.0.load(Ordering::Relaxed);
        Ok((store.data_mut().sleep_until(now.saturating_add(length))?,))
    })?;
    linker.allow_shadowing(false);
    Ok(())
}

/// What `exit` means: a plugin has no process to end.
pub(crate) fn exit(error: &wasmtime::Error) -> Option<(FailureKind, String)> {
    let exit = error.downcast_ref::<wasmtime_wasi::I32Exit>()?;
    Some((FailureKind::Trap, format!("it ended itself with exit code {}", exit.0)))
}

/// Nanoseconds since the call began, as far as the guest can tell.
#[derive(Default)]
struct Clock(AtomicU64);

struct Ticking(Arc<Clock>);

impl HostMonotonicClock for Ticking {
    fn resolution(&self) -> u64 {
        1000
    }

    fn now(&self) -> u64 {
        self.0.0.fetch_add(1000, Ordering::Relaxed)
    }
}

struct Fixed;

impl HostWallClock for Fixed {
    fn resolution(&self) -> Duration {
        Duration::from_secs(1)
    }

    fn now(&self) -> Duration {
        WALL_CLOCK
    }
}

/// A sleep that is over.
struct Slept;

#[wasmtime_wasi::async_trait]
impl Pollable for Slept {
    async fn ready(&mut self) {}
}

/// Captured output of a call, standard output and error together.
#[derive(Default)]
struct Output(Mutex<Captured>);

#[derive(Default)]
struct Captured {
    bytes: Vec<u8>,
    dropped: u64,
}

#[derive(Clone)]
struct Stream(Arc<Output>);

impl IsTerminal for Stream {
    fn is_terminal(&self) -> bool {
        false
    }
}

impl StdoutStream for Stream {
    /// Not used by WASI 0.2; bounded all the same.
    fn async_stream(&self) -> Box<dyn tokio::io::AsyncWrite + Send + Sync> {
        Box::new(std::io::Cursor::new(Box::<[u8]>::default()))
    }

    fn p2_stream(&self) -> Box<dyn OutputStream> {
        Box::new(self.clone())
    }
}

#[wasmtime_wasi::async_trait]
impl Pollable for Stream {
    async fn ready(&mut self) {}
}

impl OutputStream for Stream {
    fn write(&mut self, bytes: bytes::Bytes) -> StreamResult<()> {
        let mut captured = self.0.0.lock().unwrap_or_else(PoisonError::into_inner);
        let room = OUTPUT.saturating_sub(captured.bytes.len()).min(bytes.len());
        captured.bytes.extend_from_slice(&bytes[..room]);
        captured.dropped += (bytes.len() - room) as u64;
        Ok(())
    }

    fn flush(&mut self) -> StreamResult<()> {
        Ok(())
    }

    fn check_write(&mut self) -> StreamResult<usize> {
        Ok(OUTPUT)
    }
}
