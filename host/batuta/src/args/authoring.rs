//! Arguments of the commands for who writes plugins.

use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum Authoring {
    /// Make the folder of a new plugin, which builds and passes its tests at once
    #[command(after_help = "Example:\n  batuta plugin new greet --kind transpiler --lang python")]
    New(New),
    /// Make the component of a plugin's folder
    #[command(after_help = "Example:\n  batuta plugin build greet")]
    Build(Build),
    /// Build and test a plugin again whenever a file of its folder changes
    #[command(after_help = "Example:\n  batuta plugin dev greet")]
    Dev(Dev),
    /// Run a plugin's goldens and the conformance kit; exit code 1 when something is not as it must be
    #[command(after_help = "Example:\n  batuta plugin test greet\n  batuta plugin test greet --bless")]
    Test(Test),
    /// Say everything that keeps a component from being a good plugin
    #[command(after_help = "Example:\n  batuta plugin validate greet/greet.wasm")]
    Validate {
        /// A component's file, or a plugin's folder, which is built
        #[arg(default_value = ".", value_name = "FILE|DIR")]
        plugin: PathBuf,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// Converts a language
    Transpiler,
    /// Finds out what a project is made of
    Analyzer,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    Rust,
    Python,
    #[value(name = "javascript", alias = "js")]
    JavaScript,
}

#[derive(Args, Debug)]
pub(crate) struct New {
    /// Lower-case letters, digits and `-`; also the ending of the files that it converts
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
    /// What it does
    #[arg(long, value_enum, default_value_t = Kind::Transpiler)]
    pub(crate) kind: Kind,
    /// What it is written in
    #[arg(long, value_enum, default_value_t = Lang::Rust)]
    pub(crate) lang: Lang,
    /// Its folder; NAME when not given
    #[arg(long, value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct Build {
    /// The plugin's folder
    #[arg(default_value = ".", value_name = "DIR")]
    pub(crate) folder: PathBuf,
    /// The component's file; NAME.wasm in the folder when not given
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Keep names and line numbers, for `--guest-backtrace`; in Rust
    #[arg(long)]
    pub(crate) debug: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Dev {
    /// The plugin's folder
    #[arg(default_value = ".", value_name = "DIR")]
    pub(crate) folder: PathBuf,
    /// Stop after so many runs
    #[arg(long, value_name = "N")]
    pub(crate) runs: Option<u32>,
    #[command(flatten)]
    pub(crate) effort: Effort,
}

#[derive(Args, Debug)]
pub(crate) struct Test {
    /// A plugin's folder, which is built, a component's file, or the name of a built-in plugin
    #[arg(default_value = ".", value_name = "DIR|FILE|NAME")]
    pub(crate) plugin: String,
    /// Where its goldens are; `goldens` beside it when not given
    #[arg(long, value_name = "DIR")]
    pub(crate) goldens: Option<PathBuf>,
    /// Write what was seen into the goldens
    #[arg(long)]
    pub(crate) bless: bool,
    #[command(flatten)]
    pub(crate) effort: Effort,
}

/// How much is tried.
#[derive(Args, Debug)]
pub(crate) struct Effort {
    /// Broken files to try altogether; from 100 on very deep and very long ones, too
    #[arg(long, default_value_t = 200, value_name = "N")]
    pub(crate) mutations: usize,
    /// Neither build nor run what came out
    #[arg(long)]
    pub(crate) no_build: bool,
}
