//! Runs everything below `tests/guests` and shows what was seen, as the table of `tests/guests/README.md`.
//!
//! Each case asserts four things: the right typed error, which names plugin, version and remedy; bounded growth of this process; bounded
//! wall time; and that a good call works afterwards. The cases run one after the other, because memory and time are measured.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

mod abi;
mod engine;
mod load;
mod malformed;
mod measure;
mod misbehaving;
mod powers;
mod wasi;
mod world;

use std::process::ExitCode;

fn main() -> ExitCode {
    if std::env::args().nth(1).as_deref() == Some(batuta_runtime::COMPILE_SUBCOMMAND) {
        return batuta_runtime::compile_child_main();
    }
    let filter = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    let world = world::World::new();
    let mut table = measure::Table::new(filter);
    misbehaving::run(&world, &mut table);
    powers::run(&world, &mut table);
    malformed::run(&world, &mut table);
    wasi::run(&world, &mut table);
    load::run(&world, &mut table);
    abi::run(&world, &mut table);
    engine::run(&world, &mut table);
    table.finish()
}
