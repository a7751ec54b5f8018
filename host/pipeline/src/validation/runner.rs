//! Runs one case on both sides.

use super::cases::Case;
use super::compare::{Also, Side, difference};
use super::playground::Playground;
use super::{Validator, blank};
use crate::assemble::Program;
use crate::cache::KeyBuilder;
use crate::error::{Error, Result};
use crate::report::{CaseOutcome, CaseReport};
use batuta_runtime::model::{Command, Digest};
use batuta_system::{Confinement, Environment, Exit, Finished, Limits, Process};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Longest executable, in bytes.
const LONGEST: u64 = 1 << 30;
/// Time that building an original may take.
const BUILD_TIME: Duration = Duration::from_secs(120);
/// The exit code of a converted program that reached what was refused.
const HOLE: i32 = 70;

pub(super) struct Runner<'a> {
    validator: &'a Validator<'a>,
    playground: Playground,
    confinement: Option<Confinement>,
    /// Built originals by executable name, or why there is none.
    built: BTreeMap<String, std::result::Result<(), String>>,
    project: Digest,
}

impl<'a> Runner<'a> {
    pub(super) fn new(validator: &'a Validator<'a>, playground: Playground, confinement: Option<Confinement>) -> Self {
        let stamps = validator.project.files.iter().map(|file| (&file.path, file.digest)).collect::<Vec<_>>();
        let project = Digest::of(&postcard::to_stdvec(&stamps).unwrap_or_default());
        Runner { validator, playground, confinement, built: BTreeMap::new(), project }
    }

    /// Everything that decides about a comparison; none when the converted program is not there.
    pub(super) fn key(&self, program: &Program, case: &Case, sandbox: &str) -> Option<Digest> {
        let executable = self.validator.system.read(&self.executable(program), LONGEST).ok()?;
        let mut key = KeyBuilder::new("validate").part(Digest::of(&executable).0).part(self.project.0).part(sandbox);
        key = key.part(&program.path).part(format!("{case:?}")).part(format!("{:?}", program.reference));
        key = key.part(self.validator.config.memory.to_le_bytes());
        for command in program.reference.build.iter().chain([&program.reference.run]) {
            let path = self.validator.system.find_program(&command.program);
            let stat = path.as_ref().and_then(|path| self.validator.system.stat(path).ok().flatten());
            key = key.part(format!("{path:?} {stat:?}"));
        }
        Some(key.finish())
    }

    fn executable(&self, program: &Program) -> PathBuf {
        self.validator.out.join("target/release").join(&program.binary)
    }

    /// Run both sides and compare.
    pub(super) fn run(&mut self, program: &Program, case: &Case) -> Result<CaseReport> {
        if let Err(why) = self.build_original(program)? {
            return Ok(blank(case, &why));
        }
        let original = match self.original(program, case)? {
            Ok(original) => original,
            Err(why) => return Ok(blank(case, &why)),
        };
        if let Some(why) = unusable(&original.finished, case) {
            return Ok(CaseReport { reference_millis: Some(millis(&original)), ..blank(case, &why) });
        }
        let converted = match self.converted(program, case)? {
            Ok(converted) => converted,
            Err(why) => return Ok(CaseReport { reference_millis: Some(millis(&original)), ..blank(case, &why) }),
        };
        let also = Also { stderr: case.stderr, files: case.files.as_deref() };
        let first = difference(&original, &converted, &also);
        let mut report = CaseReport {
            outcome: if first.is_some() { CaseOutcome::Different } else { CaseOutcome::Same },
            detail: first.clone().unwrap_or_default(),
            compared: compared(case),
            reference_millis: Some(millis(&original)),
            converted_millis: Some(millis(&converted)),
            stdout_bytes: original.finished.stdout.len() as u64,
            ..blank(case, "")
        };
        if first.is_none() {
            return Ok(report);
        }
        if let Some(words) = hole(&original.finished, &converted.finished) {
            report.outcome = CaseOutcome::Refused;
            report.detail = words;
        } else if let Some(why) = self.unsteady(program, case, &original)? {
            return Ok(CaseReport { reference_millis: report.reference_millis, ..blank(case, &why) });
        }
        Ok(report)
    }

    /// Whether the original itself does not do the same thing twice.
    fn unsteady(&mut self, program: &Program, case: &Case, first: &Side) -> Result<Option<String>> {
        let Ok(second) = self.original(program, case)? else { return Ok(None) };
        let also = Also { stderr: case.stderr, files: case.files.as_deref() };
        Ok(difference(first, &second, &also).map(|_| "two runs of the original differ from each other".to_owned()))
    }

    fn build_original(&mut self, program: &Program) -> Result<std::result::Result<(), String>> {
        if let Some(built) = self.built.get(&program.binary) {
            return Ok(built.clone());
        }
        let mut built = Ok(());
        let folder = self.playground.folder("build").join(&program.binary);
        self.validator.system.create_dir(&folder)?;
        for command in &program.reference.build {
            let limits = Limits { time: BUILD_TIME, ..self.limits(BUILD_TIME) };
            built = match self.start(program, command, &[], Vec::new(), &BTreeMap::new(), limits, true)? {
                Ok(finished) if finished.exit == Exit::Code(0) => Ok(()),
                Ok(finished) => Err(build_failed(command, &finished)),
                Err(why) => Err(why),
            };
            if built.is_err() {
                break;
            }
        }
        self.playground.take_changes()?;
        self.built.insert(program.binary.clone(), built.clone());
        Ok(built)
    }

    fn original(&mut self, program: &Program, case: &Case) -> Result<std::result::Result<Side, String>> {
        let limits = self.limits(case.timeout);
        let run = &program.reference.run;
        let finished = self.start(program, run, &case.args, case.stdin.clone(), &case.env, limits, false)?;
        let changes = self.playground.take_changes()?;
        Ok(finished.map(|finished| Side { finished, changes }))
    }

    fn converted(&mut self, program: &Program, case: &Case) -> Result<std::result::Result<Side, String>> {
        let path = self.playground.folder("bin").join(&program.binary);
        if self.validator.system.stat(&path)?.is_none() {
            self.validator.system.copy(&self.executable(program), &path)?;
        }
        let arguments = case.args.iter().map(OsString::from).collect();
        let limits = self.limits(case.timeout);
        let process = self.process(path, arguments, case.stdin.clone(), &case.env, limits, false);
        let finished = self.start_process(&process)?;
        let changes = self.playground.take_changes()?;
        Ok(finished.map(|finished| Side { finished, changes }))
    }

    /// Run a command of the reference; a program that is not there is a reason, not an error.
    #[allow(clippy::too_many_arguments)]
    fn start(
        &self,
        program: &Program,
        command: &Command,
        arguments: &[String],
        stdin: Vec<u8>,
        env: &BTreeMap<String, String>,
        limits: Limits,
        building: bool,
    ) -> Result<std::result::Result<Finished, String>> {
        let out = self.playground.folder("build").join(&program.binary).join("program");
        let path = match command.program.as_str() {
            "{out}" => Some(out.clone()),
            name => self.validator.system.find_program(name),
        };
        let Some(path) = path else { return Ok(Err(format!("{} not found", command.program))) };
        let scratch = self.playground.folder("build").join(&program.binary);
        let fill = |text: &String| {
            let text = text.replace("{out}", &out.to_string_lossy()).replace("{scratch}", &scratch.to_string_lossy());
            OsString::from(text)
        };
        let arguments = command.arguments.iter().map(fill).chain(arguments.iter().map(OsString::from)).collect();
        self.start_process(&self.process(path, arguments, stdin, env, limits, building))
    }

    /// Run a program to its end; one that cannot be started is a reason, not an error.
    fn start_process(&self, process: &Process) -> Result<std::result::Result<Finished, String>> {
        match self.validator.system.run(process) {
            Ok(finished) if finished.exit == Exit::Stopped => Err(Error::Cancelled),
            Ok(finished) => Ok(Ok(finished)),
            Err(error) => Ok(Err(error.to_string())),
        }
    }

    fn process(
        &self,
        program: PathBuf,
        arguments: Vec<OsString>,
        stdin: Vec<u8>,
        env: &BTreeMap<String, String>,
        limits: Limits,
        building: bool,
    ) -> Process {
        let confine = self.confinement.clone().map(|how| self.playground.confine(how, building));
        let cancel = self.validator.options.cancel.clone();
        Process {
            program,
            arguments,
            folder: self.playground.folder("project"),
            environment: Environment::Only(self.environment(env)),
            stdin,
            confine,
            limits,
            untrusted: true,
            stop: Some(Arc::new(move || cancel.is_cancelled())),
        }
    }

    /// The same small world for both sides, whatever machine they run on.
    fn environment(&self, env: &BTreeMap<String, String>) -> BTreeMap<String, OsString> {
        let system = &self.validator.system;
        let fixed = [
            ("PATH", system.environment("PATH").unwrap_or_else(|| "/usr/local/bin:/usr/bin:/bin".into())),
            ("HOME", self.playground.folder("home").into_os_string()),
            ("TMPDIR", self.playground.folder("tmp").into_os_string()),
            ("LANG", "C.UTF-8".into()),
            ("TZ", "UTC".into()),
            ("TERM", "dumb".into()),
            ("PYTHONHASHSEED", "0".into()),
            ("PYTHONDONTWRITEBYTECODE", "1".into()),
        ];
        let fixed = fixed.into_iter().map(|(name, value)| (name.to_owned(), value));
        fixed.chain(env.iter().map(|(name, value)| (name.clone(), value.into()))).collect()
    }

    fn limits(&self, time: Duration) -> Limits {
        Limits { time, memory: self.validator.config.memory, ..Limits::default() }
    }
}

fn millis(side: &Side) -> f64 {
    side.finished.time.as_secs_f64() * 1000.0
}

fn compared(case: &Case) -> Vec<String> {
    let all = ["stdout", "exit code", "files"].into_iter().chain(case.stderr.then_some("stderr"));
    all.map(str::to_owned).collect()
}

fn build_failed(command: &Command, finished: &Finished) -> String {
    let stderr = String::from_utf8_lossy(&finished.stderr).into_owned();
    let first = stderr.lines().find(|line| !line.trim().is_empty()).unwrap_or("it said nothing");
    format!("the original does not build: {}: {first}", command.program)
}

/// Why a run of the original says nothing about the converted program.
fn unusable(finished: &Finished, case: &Case) -> Option<String> {
    match (finished.exit, case.exit) {
        (Exit::Timeout, _) => Some(format!("the original did not end within {} s", case.timeout.as_secs_f64())),
        (exit, Some(expected)) if exit.code() != Some(expected) => {
            let code = exit.code().unwrap_or_default();
            Some(format!("the original ended with exit code {code}, and the case says {expected}"))
        }
        _ => None,
    }
}

/// What a converted program said when it reached a hole that the original does not have.
fn hole(original: &Finished, converted: &Finished) -> Option<String> {
    let stderr = String::from_utf8_lossy(&converted.stderr).into_owned();
    let words = stderr.lines().rev().find(|line| line.starts_with("batuta: "))?;
    (converted.exit == Exit::Code(HOLE) && original.exit != Exit::Code(HOLE)).then(|| words.to_owned())
}
