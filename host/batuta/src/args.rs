//! The command line. Doc comments are the help text.

pub(crate) mod authoring;
mod oracle;
mod trust;

pub(crate) use oracle::*;
pub(crate) use trust::*;

use batuta_distribution::grants::Scope;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::time::Duration;

/// Convert Python, C and Shell projects to Rust with sandboxed plugins.
///
/// A converted program compiles, behaves as its source did, and is faster. What cannot be converted is refused at its place in
/// the source, with a code. Every step that knows a language runs as a WebAssembly component that sees nothing but its input.
#[derive(Debug, Parser)]
#[command(name = "batuta", version, propagate_version = true, max_term_width = 100, after_help = EXAMPLE)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXAMPLE: &str = "\
Example:
  batuta convert my-project -o my-project-rs    convert, validate and build
  batuta report my-project-rs --format html     the same as a page

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 converted with refusals, 4 validation found a difference.";

/// Flags of every command.
#[derive(Args, Debug)]
pub(crate) struct Global {
    /// Say more on stderr; twice for debugging
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub(crate) verbose: u8,
    /// No progress bars
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,
    /// When to use colour
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    pub(crate) color: Colour,
    /// Form of what is printed on stdout
    #[arg(long, global = true, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// A component to use beside the built-in plugins; may be given more than once
    #[arg(long = "plugin", global = true, value_name = "FILE")]
    pub(crate) plugins: Vec<PathBuf>,
    /// Let a plugin do something in this run, as `NAME:CAPABILITY[=WHAT]`; may be given more than once
    #[arg(long = "grant", global = true, value_name = "GRANT", value_parser = grant)]
    pub(crate) grants: Vec<(String, Scope)>,
    /// Append what plugins do to this file, one JSON object per line
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) audit_log: Option<PathBuf>,
    /// End plugins that do not end by counting their instructions instead of by the clock: at the same place on every machine
    #[arg(long, global = true)]
    pub(crate) deterministic: bool,
    /// Show where a plugin was when it trapped, with lines where it was built with `batuta plugin build --debug`
    #[arg(long, global = true)]
    pub(crate) guest_backtrace: bool,
    /// Write a WebAssembly core dump of each plugin that traps into this folder; implies --guest-backtrace
    #[arg(long, global = true, value_name = "FOLDER")]
    pub(crate) core_dumps: Option<PathBuf>,
    /// Never use the network (the default)
    #[arg(long, global = true, conflicts_with = "online")]
    pub(crate) offline: bool,
    /// Let cargo fetch crates that generated code needs
    #[arg(long, global = true)]
    pub(crate) online: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people at a terminal
    Text,
    /// For programs; nothing else goes to stdout
    Json,
    Markdown,
    /// One page without external assets
    Html,
    /// For code scanning tools
    Sarif,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write a batuta.toml with every key explained
    #[command(after_help = "Example:\n  batuta init my-project")]
    Init(Init),
    /// Find languages, entry points, dependencies and frameworks; writes nothing
    #[command(after_help = "Example:\n  batuta analyze my-project --tdg --plan")]
    Analyze(Analyze),
    /// Convert to Rust, without running anything
    #[command(after_help = "Example:\n  batuta transpile fib.py -o fib-rs")]
    Transpile(Convert),
    /// Clean up and format what was converted
    #[command(after_help = "Example:\n  batuta optimize my-project-rs")]
    Optimize(OnOutput),
    /// Run source and converted programs and compare what they print
    #[command(after_help = "Example:\n  batuta validate my-project-rs --stdin-text 'one two'")]
    Validate(OnOutput),
    /// Build what was converted, with real cargo
    #[command(after_help = "Example:\n  batuta build my-project-rs")]
    Build(OnOutput),
    /// All five phases: analyse, transpile, optimise, validate, build
    #[command(after_help = "Example:\n  batuta convert my-project -o my-project-rs")]
    Convert(Convert),
    /// Convert with several engines and show side by side what built and what behaves as its source
    #[command(after_help = "Example:\n  batuta compare my-project --engine depyler --engine external:depyler")]
    Compare(Compare),
    /// What the last run in OUT did, and what would run again
    #[command(after_help = "Example:\n  batuta status my-project-rs")]
    Status(StatusOf),
    /// Render the last run in OUT
    #[command(after_help = "Example:\n  batuta report my-project-rs --format html > report.html")]
    Report(Output),
    /// Forget what batuta knows of OUT and remove what it wrote there
    #[command(after_help = "Example:\n  batuta reset my-project-rs")]
    Reset(Output),
    /// Which component does it? Ask in plain words, or look at what is known
    #[command(
        after_help = "Example:\n  batuta oracle 'How do I train a random forest on a CSV without sending data anywhere?'"
    )]
    Oracle(Oracle),
    /// Measure this machine, so that numeric work runs where it is fastest
    #[command(after_help = "Example:\n  batuta calibrate --explain")]
    Calibrate(Calibrate),
    /// Look at plugins, write one, get, trust and grant them
    #[command(
        subcommand,
        after_help = "Example:\n  batuta plugin new greet --lang python && batuta plugin test greet\n  batuta plugin inspect depyler\n  batuta plugin add ./ini.wasm"
    )]
    Plugin(Plugin),
    /// Print a completion script for a shell
    #[command(after_help = "Example:\n  batuta completions bash > ~/.local/share/bash-completion/completions/batuta")]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Calibrate {
    /// Show what was measured and what would be chosen; measures first where nothing is stored
    #[arg(long)]
    pub(crate) explain: bool,
    /// Seconds that measuring the host may take, about; graphics devices get twice as much together
    #[arg(long, default_value_t = 8.0, value_name = "SECONDS")]
    pub(crate) budget: f64,
    /// Leave graphics devices out
    #[arg(long)]
    pub(crate) no_gpu: bool,
    /// Keep the profile in this file instead of in the user's cache
    #[arg(long, value_name = "FILE")]
    pub(crate) profile: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Init {
    /// The project
    #[arg(default_value = ".", value_name = "DIR")]
    pub(crate) folder: PathBuf,
    /// Replace a batuta.toml that is there
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Analyze {
    /// File or folder
    #[arg(default_value = ".", value_name = "FILE|DIR")]
    pub(crate) input: PathBuf,
    /// Show languages, where programs start, and advice; with other parts named, only what is named is shown
    #[arg(long)]
    pub(crate) languages: bool,
    /// Show the packages and numeric frameworks that the project needs
    #[arg(long)]
    pub(crate) dependencies: bool,
    /// Measure functions and files and grade technical debt, with the worst places
    #[arg(long)]
    pub(crate) tdg: bool,
    /// Measure files and give an order to convert them in, each after those that it takes from
    #[arg(long)]
    pub(crate) plan: bool,
    /// Say which needs fall under advisories: a file or folder in OSV's JSON form, such as an unpacked copy of osv.dev's PyPI.zip
    #[arg(long, value_name = "FILE|DIR")]
    pub(crate) advisories: Option<PathBuf>,
    /// Say how far needs are behind their newest versions, in years: a file or folder of what the JSON APIs of PyPI, crates.io or
    /// npm say of each package
    #[arg(long, value_name = "FILE|DIR")]
    pub(crate) releases: Option<PathBuf>,
    /// Let `pmat` (from PATH, in a sandbox that only reads the project) grade it too, and show its grade beside ours
    #[arg(long)]
    pub(crate) pmat: bool,
    #[command(flatten)]
    pub(crate) run: Run,
}

#[derive(Debug, Args)]
pub(crate) struct Convert {
    /// File or folder to convert
    #[arg(default_value = ".", value_name = "FILE|DIR")]
    pub(crate) input: PathBuf,
    /// Folder for the Rust workspace; NAME-rust when neither this nor batuta.toml says where
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// Convert with this engine where it can: a plugin's name, external:NAME, or external:FILE.toml
    #[arg(long = "engine", value_name = "ENGINE")]
    pub(crate) engines: Vec<String>,
    #[command(flatten)]
    pub(crate) run: Run,
    #[command(flatten)]
    pub(crate) validation: Validation,
}

#[derive(Debug, Args)]
pub(crate) struct OnOutput {
    /// OUT of an earlier run
    #[arg(default_value = ".", value_name = "OUT")]
    pub(crate) output: PathBuf,
    /// The engines that converted it, when they were named
    #[arg(long = "engine", value_name = "ENGINE")]
    pub(crate) engines: Vec<String>,
    #[command(flatten)]
    pub(crate) run: Run,
    #[command(flatten)]
    pub(crate) validation: Validation,
}

#[derive(Debug, Args)]
pub(crate) struct Compare {
    /// File or folder to convert
    #[arg(value_name = "FILE|DIR")]
    pub(crate) input: PathBuf,
    /// A plugin's name, external:NAME, or external:FILE.toml; two or more
    #[arg(long = "engine", value_name = "ENGINE", required = true)]
    pub(crate) engines: Vec<String>,
    /// Keep what each engine made below this folder
    #[arg(short, long, value_name = "FOLDER")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) run: Run,
    #[command(flatten)]
    pub(crate) validation: Validation,
}

#[derive(Debug, Args)]
pub(crate) struct StatusOf {
    /// OUT of an earlier run
    #[arg(default_value = ".", value_name = "OUT")]
    pub(crate) output: PathBuf,
    /// Print it and end, also on a terminal
    #[arg(long)]
    pub(crate) once: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Output {
    /// OUT of an earlier run
    #[arg(default_value = ".", value_name = "OUT")]
    pub(crate) output: PathBuf,
}

/// Which index of documents is meant.
#[derive(Debug, Args)]
pub(crate) struct Place {
    /// Keep the index in this file instead of among the user's data
    #[arg(long, value_name = "FILE")]
    pub(crate) store: Option<PathBuf>,
}

/// How a run works.
#[derive(Debug, Args)]
pub(crate) struct Run {
    /// Threads for plugin steps; 0 means one per core
    #[arg(short, long, default_value_t = 0, value_name = "N")]
    pub(crate) jobs: usize,
    /// Overwrite a folder that batuta did not write
    #[arg(long)]
    pub(crate) force: bool,
    /// Neither use nor fill the cache of step results
    #[arg(long)]
    pub(crate) no_cache: bool,
    /// What gives the bodies of NumPy operations, where it can: native, ndarray, the name of a plugin, or none for the runtime alone; the
    /// optimizer chooses when nothing is named
    #[arg(long, value_name = "NAME")]
    pub(crate) backend: Option<String>,
}

/// How both sides are run and compared.
#[derive(Debug, Args)]
#[command(next_help_heading = "Validation")]
pub(crate) struct Validation {
    /// Exit code 4 also when nothing could be validated
    #[arg(long)]
    pub(crate) require_validation: bool,
    /// Run programs without an OS sandbox when none can be had
    #[arg(long)]
    pub(crate) trust: bool,
    /// Compare stderr too
    #[arg(long)]
    pub(crate) compare_stderr: bool,
    /// Longest time of one run of one program, in seconds
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub(crate) timeout: Option<Duration>,
    /// A further case: arguments for the programs, split at white space
    #[arg(long = "case-args", value_name = "ARGS", allow_hyphen_values = true)]
    pub(crate) case_args: Vec<String>,
    /// Standard input of the cases given by flag
    #[arg(long, value_name = "TEXT")]
    pub(crate) stdin_text: Option<String>,
    /// Only this program (source path or binary name) takes the cases given by flag
    #[arg(long, value_name = "NAME")]
    pub(crate) case_program: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Plugin {
    #[command(flatten)]
    Authoring(authoring::Authoring),
    /// The plugins that a run would use
    #[command(after_help = "Example:\n  batuta plugin list --format json")]
    List,
    /// What one plugin says of itself, what it asks for and where it comes from
    #[command(after_help = "Example:\n  batuta plugin inspect depyler\n  batuta plugin inspect my-plugin.wasm")]
    Inspect {
        /// Name of a plugin, or a component's file (with a `/` or ending in `.wasm`)
        name: String,
    },
    /// Make a plugin's file of what cargo built for wasm32-unknown-unknown, and check it
    #[command(
        after_help = "Example:\n  batuta plugin pack target/wasm32-unknown-unknown/release/my_plugin.wasm -o my-plugin.wasm"
    )]
    Pack {
        /// A core module that wit-bindgen generated, or a component
        module: PathBuf,
        /// The plugin's file; NAME.wasm in this folder when not given, NAME being what the plugin calls itself
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// A component that gives what this one imports beside the ABI; both become one. May be given more than once
        #[arg(long = "plug", value_name = "FILE")]
        plugs: Vec<PathBuf>,
    },
    #[command(flatten)]
    Trust(Trust),
}

fn grant(text: &str) -> Result<(String, Scope), String> {
    let (name, scope) = text.split_once(':').ok_or("NAME:CAPABILITY[=WHAT] is wanted")?;
    Ok((name.to_owned(), scope.parse()?))
}

fn seconds(text: &str) -> Result<Duration, String> {
    let value: f64 = text.parse().map_err(|_| "a number of seconds is wanted".to_owned())?;
    if value > 0.0 && value <= 86_400.0 {
        Ok(Duration::from_secs_f64(value))
    } else {
        Err("more than 0 and at most 86400 seconds".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_command_teaches_with_an_example() {
        for command in Cli::command().get_subcommands().filter(|command| !command.is_hide_set()) {
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(help.starts_with("Example:\n  batuta "), "{} has no example", command.get_name());
        }
    }

    #[test]
    fn seconds_are_checked() {
        assert_eq!(seconds("0.5"), Ok(Duration::from_millis(500)));
        assert!(seconds("0").is_err() && seconds("NaN").is_err() && seconds("x").is_err());
    }
}
