//! Which cases a program is compared in.

use crate::assemble::Program;
use crate::config::{CaseConfig, Config};
use crate::error::{Error, Result};
use crate::options::Options;
use crate::report::CaseOrigin;
use batuta_system::System;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

/// Longest stdin of a case, in bytes.
const LONGEST: u64 = 256 << 20;
/// Time of one run when nobody says otherwise.
const TIMEOUT: Duration = Duration::from_secs(10);

/// One comparison.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Case {
    pub(super) name: String,
    pub(super) origin: CaseOrigin,
    pub(super) args: Vec<String>,
    pub(super) stdin: Vec<u8>,
    pub(super) env: BTreeMap<String, String>,
    /// Only these written files are compared; none means all.
    pub(super) files: Option<Vec<String>>,
    pub(super) stderr: bool,
    pub(super) exit: Option<i32>,
    pub(super) timeout: Duration,
}

/// Makes cases.
pub(super) struct Cases<'a> {
    pub(super) system: &'a dyn System,
    pub(super) root: &'a Path,
    pub(super) config: &'a Config,
    pub(super) options: &'a Options,
}

impl Cases<'_> {
    /// All cases of `program`: those of `batuta.toml`, of flags, of the folder beside the source. Only when nobody gave any,
    /// or the folder is the only giver, a plain run is one too.
    pub(super) fn of(&self, program: &Program) -> Result<Vec<Case>> {
        let mut cases = Vec::new();
        for case in self.config.cases.iter().filter(|case| names(case.program.as_deref(), program)) {
            cases.push(self.case(case, CaseOrigin::Config)?);
        }
        for (number, flag) in self.options.cases.iter().enumerate() {
            if names(flag.program.as_deref(), program) {
                let name = format!("flag {}", number + 1);
                cases.push(Case {
                    args: flag.args.clone(),
                    stdin: flag.stdin.clone(),
                    ..self.plain(&name, CaseOrigin::Flag)
                });
            }
        }
        if cases.is_empty() {
            cases.push(self.plain("plain run", CaseOrigin::Discovered));
        }
        cases.extend(self.beside(program)?);
        Ok(cases)
    }

    fn plain(&self, name: &str, origin: CaseOrigin) -> Case {
        Case {
            name: name.to_owned(),
            origin,
            args: Vec::new(),
            stdin: Vec::new(),
            env: BTreeMap::new(),
            files: None,
            stderr: self.options.compare_stderr || self.config.stderr,
            exit: None,
            timeout: self.options.timeout.or(self.config.timeout).unwrap_or(TIMEOUT),
        }
    }

    fn case(&self, case: &CaseConfig, origin: CaseOrigin) -> Result<Case> {
        let plain = self.plain(case.name.as_deref().unwrap_or("case"), origin);
        let stdin = match &case.stdin_file {
            Some(path) => self.system.read_below(self.root, path, LONGEST)?,
            None => case.stdin.clone().unwrap_or_default().into_bytes(),
        };
        Ok(Case {
            args: case.args.clone(),
            stdin,
            env: case.env.clone(),
            files: case.files.clone(),
            stderr: self.options.compare_stderr || case.stderr.unwrap_or(self.config.stderr),
            exit: case.exit,
            timeout: self.options.timeout.or(case.timeout).unwrap_or(plain.timeout),
            ..plain
        })
    }

    /// `NAME.cases/` beside the source `NAME.ext` (or `NAME.ext.cases/`): one case per `X.toml` with the keys of `[[case]]`,
    /// and one per `X.in` (stdin) and `X.args` (one argument per line).
    fn beside(&self, program: &Program) -> Result<Vec<Case>> {
        let mut cases = Vec::new();
        let stem = program.path.rsplit_once('.').map_or(program.path.as_str(), |(stem, _)| stem);
        let mut folders = vec![format!("{stem}.cases"), format!("{}.cases", program.path)];
        folders.dedup();
        for folder in folders {
            let names = self.system.list(&self.root.join(&folder))?;
            let stems = names.iter().filter_map(|name| name.strip_suffix(".in").or_else(|| name.strip_suffix(".args")));
            let mut stems: Vec<&str> = stems.collect();
            stems.sort_unstable();
            stems.dedup();
            for stem in stems {
                cases.push(self.of_parts(&folder, stem, &names)?);
            }
            for name in names.iter().filter(|name| name.ends_with(".toml")) {
                cases.push(self.of_toml(&folder, name)?);
            }
        }
        Ok(cases)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>> {
        Ok(self.system.read_below(self.root, path, LONGEST)?)
    }

    fn of_parts(&self, folder: &str, stem: &str, names: &[String]) -> Result<Case> {
        let part = |ending: &str| {
            let name = format!("{stem}.{ending}");
            if names.contains(&name) { self.read(&format!("{folder}/{name}")) } else { Ok(Vec::new()) }
        };
        let args = String::from_utf8_lossy(&part("args")?).lines().map(str::to_owned).collect();
        Ok(Case { args, stdin: part("in")?, ..self.plain(stem, CaseOrigin::Discovered) })
    }

    fn of_toml(&self, folder: &str, name: &str) -> Result<Case> {
        let path = format!("{folder}/{name}");
        let text = String::from_utf8_lossy(&self.read(&path)?).into_owned();
        let config = Config::parse(&format!("[[case]]\n{text}"));
        let config = config.map_err(|e| Error::blocked(e.to_string().replacen("batuta.toml", &path, 1)))?;
        let mut case = config.cases.into_iter().next().unwrap_or_default();
        case.stdin_file = case.stdin_file.map(|file| format!("{folder}/{file}"));
        case.name = Some(name.trim_end_matches(".toml").to_owned());
        self.case(&case, CaseOrigin::Discovered)
    }
}

/// Whether `wanted` means this program; nobody means every one.
fn names(wanted: Option<&str>, program: &Program) -> bool {
    wanted.is_none_or(|wanted| wanted == program.path || wanted == program.binary)
}
