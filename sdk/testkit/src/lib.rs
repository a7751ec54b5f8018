//! Test a batuta plugin as native code: Markdown goldens and a conformance kit.
//!
//! ```ignore
//! #[test]
//! fn goldens() {
//!     batuta_testkit::goldens::<MyPlugin>("tests/suite/mylang").minimum(10).run();
//! }
//! ```
//!
//! # A golden
//!
//! One Markdown file: a title, a sentence on what it shows, then fenced blocks that their info strings give a meaning.
//!
//! | Info string | Content |
//! |---|---|
//! | `LANG file=PATH` | a file of the source project; `python`, `c`, `cpp`, `sh`, `bash`, `dash`, or what the plugin's manifest names, are converted by a plugin of that language, anything else (`text`, `csv` …) is data that lies beside |
//! | `text args` | arguments of the program, one per line |
//! | `text stdin` | what it reads |
//! | `rust file=PATH` | the expected Rust, byte for byte; every `.rs` file of the package, support crates left out |
//! | `text diagnostics` | the expected findings, `CODE file:line:column: message`, in order of place |
//! | `text stdout` | what the program prints; nothing when absent |
//! | `text exit` | its exit code; 0 when absent |
//!
//! `no-eol` after `stdin` or `stdout` takes the last line end away. When a golden gives several programs, `bin=NAME` says
//! which one `args`, `stdin`, `stdout` and `exit` are for; when it gives several packages, `rust` blocks carry
//! `package=NAME`. A golden is written with its sources alone: `BATUTA_BLESS=1 cargo test …` fills in the rest, taking
//! output and exit code from a run of the original.
//!
//! # What is checked
//!
//! The file survives parsing and printing; Rust and diagnostics are as expected; rustc accepts the package without a
//! warning; the program prints and exits as the golden says *and* as a real run of the original does, and leaves the same
//! files. Only a program that ends in a hole (exit 70, with a refusal reported) is not compared with the original.
//!
//! Support crates, and registry crates, are built once per plugin by one offline cargo call; programs are compiled by
//! calling rustc directly, on all cores.
//!
//! This crate touches files and processes itself: it is one of the stated exceptions to the rule that only `host/system` does.
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a stated exception, see above")]

mod case;
mod compile;
pub mod conformance;
pub mod conversion;
pub mod corpus;
mod job;
pub mod native;
mod numpy;
mod process;
mod reference;
mod report;
mod suite;
mod support;

pub use batuta_authoring::{golden, markdown};
pub use report::{Failure, Report};
pub use suite::Goldens;

/// The goldens of plugin `T` in `folder`, a path below the working folder or one above it.
pub fn goldens<T: batuta_sdk::Transpiler>(folder: impl AsRef<std::path::Path>) -> Goldens<T> {
    Goldens::new(folder)
}
