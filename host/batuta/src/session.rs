//! What every command shares: the machine, the global flags, logging, printing.

use crate::args::{Colour, Format, Global, Run, Validation};
use crate::commands::CommandResult;
use crate::progress::Bars;
use batuta_pipeline::report::PhaseStatus;
use batuta_pipeline::{FlagCase, Options, Report};
use batuta_report::{ProjectParts, Rendering, Style};
use batuta_runtime::plugin_set::Cancel;
use batuta_system::{OsSystem, System};
use std::collections::BTreeSet;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;
use tracing_subscriber::filter::LevelFilter;

/// Say something on stderr. When nobody reads it any more, that is no reason to stop.
pub(crate) fn tell(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// stderr for the log; a reader that went away is no error there.
struct Stderr;

impl Write for Stderr {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let _ = std::io::stderr().write_all(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// What every command shares.
pub(crate) struct Session {
    pub(crate) system: Arc<OsSystem>,
    pub(crate) global: Global,
    pub(crate) cancel: Cancel,
    /// What is shown of an analysis.
    pub(crate) parts: ProjectParts,
}

impl Session {
    /// Logging starts here; Ctrl-C is only caught once something long runs.
    pub(crate) fn new(global: Global) -> Self {
        let level = match global.verbose {
            0 => LevelFilter::WARN,
            1 => LevelFilter::INFO,
            _ => LevelFilter::DEBUG,
        };
        let colour = colour(global.color, std::io::stderr().is_terminal(), &OsSystem::new());
        let log = tracing_subscriber::fmt().with_writer(|| Stderr).with_max_level(level).with_ansi(colour);
        // A second subscriber would be refused; there is only one session in a process.
        let _ = log.without_time().with_target(false).try_init();
        Session { system: Arc::new(OsSystem::new()), global, cancel: Cancel::default(), parts: ProjectParts::ALL }
    }

    /// Whether stdout takes colour.
    pub(crate) fn colour(&self) -> bool {
        colour(self.global.color, std::io::stdout().is_terminal(), &self.system)
    }

    /// Where batuta keeps what speeds it up: `$XDG_CACHE_HOME/batuta` or `~/.cache/batuta`; none without a home.
    pub(crate) fn cache_folder(&self) -> Option<PathBuf> {
        let folder = |name: &str| self.system.environment(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        Some(folder("XDG_CACHE_HOME").or_else(|| Some(folder("HOME")?.join(".cache")))?.join("batuta"))
    }

    /// Options of a run, with progress bars on a terminal. The bars must be finished before anything is printed.
    pub(crate) fn options(&self, run: &Run, validation: Option<&Validation>) -> (Options, Arc<Bars>) {
        let bars = Arc::new(Bars::new(self.global.quiet));
        let mut options = Options {
            jobs: run.jobs,
            force: run.force,
            no_cache: run.no_cache,
            backend: run.backend.clone(),
            online: self.global.online,
            progress: bars.clone(),
            cancel: self.cancel.clone(),
            host_supports: crate::supports::supplied(),
            pins: Some(Arc::from(include_str!(env!("BATUTA_LOCK")))),
            ..Options::default()
        };
        if let Some(validation) = validation {
            options.trust = validation.trust;
            options.require_validation = validation.require_validation;
            options.compare_stderr = validation.compare_stderr;
            options.timeout = validation.timeout;
            options.cases = flag_cases(validation);
        }
        (options, bars)
    }

    /// Print a report on stdout in the form asked for; gives its exit code.
    pub(crate) fn show(&self, report: Report) -> CommandResult {
        self.show_but(report, &BTreeSet::new())
    }

    /// The same, with source files that are others by now and are not shown.
    pub(crate) fn show_but(&self, mut report: Report, changed: &BTreeSet<String>) -> CommandResult {
        if self.global.format == Format::Html {
            report.sides = batuta_pipeline::sides(&*self.system, &report, changed);
        }
        let report = &report;
        let form = match self.global.format {
            Format::Text => Rendering::Terminal,
            Format::Json => Rendering::Json,
            Format::Markdown => Rendering::Markdown,
            Format::Html => Rendering::Html,
            Format::Sarif => Rendering::Sarif,
        };
        let plugins = self.global.verbose > 0;
        let style = Style { colour: self.colour(), project: self.parts, plugins, ..Style::default() };
        self.print(&batuta_report::render(report, form, &style)?)?;
        if let Some(blocker) = blocker(report) {
            tell(&format!("batuta: {blocker}\n"));
        }
        Ok(report.exit_code())
    }

    /// Print text on stdout.
    pub(crate) fn print(&self, text: &str) -> std::io::Result<()> {
        let mut out = std::io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()
    }

    /// The first Ctrl-C asks the steps to stop; the second ends the process at once. State is written atomically either way.
    pub(crate) fn catch_interrupts(&self) {
        let cancel = self.cancel.clone();
        // Without a handler Ctrl-C ends the process, which is safe too.
        let _ = ctrlc::set_handler(move || {
            if cancel.is_cancelled() {
                std::process::exit(130);
            }
            cancel.cancel();
        });
    }
}

/// The first phase that failed, and why: said on stderr too, whatever form stdout has.
fn blocker(report: &Report) -> Option<String> {
    let failed = report.phases.iter().find(|phase| phase.status == PhaseStatus::Failed)?;
    Some(format!("{} failed: {}", failed.phase.title(), failed.reason.as_deref().unwrap_or("see the report")))
}

fn colour(wish: Colour, terminal: bool, system: &OsSystem) -> bool {
    match wish {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => terminal && system.environment("NO_COLOR").is_none_or(|value| value.is_empty()),
    }
}

fn flag_cases(validation: &Validation) -> Vec<FlagCase> {
    let stdin = validation.stdin_text.clone().unwrap_or_default().into_bytes();
    let case = |args: Vec<String>| FlagCase { program: validation.case_program.clone(), args, stdin: stdin.clone() };
    if validation.case_args.is_empty() {
        return if validation.stdin_text.is_some() { vec![case(vec![])] } else { vec![] };
    }
    validation.case_args.iter().map(|args| case(args.split_whitespace().map(str::to_owned).collect())).collect()
}
