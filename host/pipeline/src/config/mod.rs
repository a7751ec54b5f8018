//! `batuta.toml`: every key optional, unknown keys warned about.
//!
//! ```toml
//! [project]
//! name = "shop"                 # in reports; default: the folder's name
//!
//! [output]
//! folder = "../shop-rust"       # relative to the project; default: NAME-rust in the working folder
//!
//! [plugin.depyler]              # settings of a plugin, its own keys
//!
//! [limits]
//! file-size = 16777216          # bytes; longer files are not converted
//! files = 200000
//! memory = 4294967296           # bytes of address space of one program under validation
//!
//! [validate]
//! timeout = 10                  # seconds for one run
//! stderr = false                # compare stderr too
//!
//! [[grant]]                     # what a plugin, in exactly these bytes, may do in this project
//! plugin = "ini"
//! digest = "sha256:…"
//! capabilities = ["storage", "tools=git"]
//!
//! [[case]]
//! name = "total"
//! program = "report.py"         # source or executable; default: every program
//! args = ["--total"]
//! stdin = "1\n2\n"              # or stdin-file = "data/in.txt"
//! env = { MODE = "fast" }
//! files = ["out.csv"]           # compare only these of the files written
//! stderr = true
//! exit = 0                      # what the original must end with
//! timeout = 30
//! ```

mod reader;
mod suggest;

use crate::error::{Error, Result};
use batuta_runtime::model::Setting;
use reader::Reader;
use std::collections::BTreeMap;
use std::time::Duration;

/// One `[[case]]`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CaseConfig {
    /// Its name in reports; `case N` when none is given.
    pub name: Option<String>,
    /// Source path or binary name; none means every program.
    pub program: Option<String>,
    /// Arguments.
    pub args: Vec<String>,
    /// Standard input as text.
    pub stdin: Option<String>,
    /// Standard input from a file of the project.
    pub stdin_file: Option<String>,
    /// Variables that the program sees.
    pub env: BTreeMap<String, String>,
    /// Only these written files are compared; none means all of them.
    pub files: Option<Vec<String>>,
    /// Whether stderr is compared.
    pub stderr: Option<bool>,
    /// The exit code that the original must have.
    pub exit: Option<i32>,
    /// Longest time of one run.
    pub timeout: Option<Duration>,
}

/// One `[[grant]]`: not obeyed by the pipeline, which knows no capabilities, but by whoever loads the plugins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GrantConfig {
    /// The plugin's name.
    pub plugin: String,
    /// `sha256:` and the digest of exactly the bytes that it is for.
    pub digest: String,
    /// Each as `capability` or `capability=detail`.
    pub capabilities: Vec<String>,
}

/// The whole file.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// `[project] name`.
    pub name: Option<String>,
    /// `[output] folder`, relative to the project.
    pub output: Option<String>,
    /// `[plugin.NAME]`, nested keys joined with dots, sorted.
    pub plugins: BTreeMap<String, Vec<Setting>>,
    /// `[[grant]]`, in order.
    pub grants: Vec<GrantConfig>,
    /// `[[case]]`, in order.
    pub cases: Vec<CaseConfig>,
    /// `[validate] timeout`.
    pub timeout: Option<Duration>,
    /// `[validate] stderr`.
    pub stderr: bool,
    /// `[limits] file-size`, in bytes.
    pub file_size: u64,
    /// `[limits] files`.
    pub files: usize,
    /// `[limits] memory` of one program under validation, in bytes.
    pub memory: u64,
    /// One sentence per key that means nothing.
    pub warnings: Vec<String>,
}

impl Default for Config {
    fn default() -> Self {
        Config {
            name: None,
            output: None,
            plugins: BTreeMap::new(),
            grants: Vec::new(),
            cases: Vec::new(),
            timeout: None,
            stderr: false,
            file_size: 16 << 20,
            files: 200_000,
            memory: 4 << 30,
            warnings: Vec::new(),
        }
    }
}

impl Config {
    /// Read the text of a `batuta.toml`.
    ///
    /// # Errors
    /// When it is not TOML, or a known key has a value of the wrong type.
    pub fn parse(text: &str) -> Result<Self> {
        let table: toml::Table = text.parse().map_err(|e| Error::blocked(format!("batuta.toml: {e}")))?;
        let mut config = Config::default();
        let mut reader = Reader::new(&table, "");
        if let Some(mut project) = reader.table("project")? {
            config.name = project.string("name")?;
            config.warnings.extend(project.unknown());
        }
        if let Some(mut output) = reader.table("output")? {
            config.output = output.string("folder")?;
            config.warnings.extend(output.unknown());
        }
        config.read_validate(&mut reader)?;
        config.read_limits(&mut reader)?;
        config.read_plugins(&mut reader)?;
        for mut grant in reader.tables("grant")? {
            config.grants.push(GrantConfig {
                plugin: grant.string("plugin")?.unwrap_or_default(),
                digest: grant.string("digest")?.unwrap_or_default(),
                capabilities: grant.strings("capabilities")?.unwrap_or_default(),
            });
            config.warnings.extend(grant.unknown());
        }
        for (number, mut case) in reader.tables("case")?.into_iter().enumerate() {
            config.cases.push(read_case(&mut case, number + 1)?);
            config.warnings.extend(case.unknown());
        }
        config.warnings.extend(reader.unknown());
        Ok(config)
    }

    /// Settings of a plugin, sorted by key.
    pub fn settings(&self, plugin: &str) -> Vec<Setting> {
        self.plugins.get(plugin).cloned().unwrap_or_default()
    }

    fn read_validate(&mut self, reader: &mut Reader<'_>) -> Result<()> {
        let Some(mut validate) = reader.table("validate")? else { return Ok(()) };
        self.timeout = validate.seconds("timeout")?;
        self.stderr = validate.boolean("stderr")?.unwrap_or(false);
        self.warnings.extend(validate.unknown());
        Ok(())
    }

    fn read_limits(&mut self, reader: &mut Reader<'_>) -> Result<()> {
        let Some(mut limits) = reader.table("limits")? else { return Ok(()) };
        let positive = |value: Option<i64>, default: u64| value.map_or(default, |value| value.max(1) as u64);
        self.file_size = positive(limits.integer("file-size")?, self.file_size).min(1 << 30);
        self.files = positive(limits.integer("files")?, self.files as u64) as usize;
        self.memory = positive(limits.integer("memory")?, self.memory);
        self.warnings.extend(limits.unknown());
        Ok(())
    }

    fn read_plugins(&mut self, reader: &mut Reader<'_>) -> Result<()> {
        let Some(plugins) = reader.table("plugin")? else { return Ok(()) };
        for (name, table) in plugins.all_tables()? {
            let mut settings = Vec::new();
            flatten("", table, &mut settings);
            settings.sort();
            self.plugins.insert(name, settings);
        }
        Ok(())
    }
}

fn read_case(case: &mut Reader<'_>, number: usize) -> Result<CaseConfig> {
    let read = CaseConfig {
        name: case.string("name")?.or_else(|| Some(format!("case {number}"))),
        program: case.string("program")?,
        args: case.strings("args")?.unwrap_or_default(),
        stdin: case.string("stdin")?,
        stdin_file: case.string("stdin-file")?,
        env: case.string_table("env")?,
        files: case.strings("files")?,
        stderr: case.boolean("stderr")?,
        exit: case.integer("exit")?.map(|code| code as i32),
        timeout: case.seconds("timeout")?,
    };
    if read.stdin.is_some() && read.stdin_file.is_some() {
        return Err(Error::blocked(format!("batuta.toml: case {number} has both `stdin` and `stdin-file`")));
    }
    Ok(read)
}

/// Nested keys joined with dots; values in TOML notation, plain strings without quotes.
fn flatten(prefix: &str, table: &toml::Table, into: &mut Vec<Setting>) {
    for (key, value) in table {
        let key = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
        match value {
            toml::Value::Table(inner) => flatten(&key, inner, into),
            toml::Value::String(text) => into.push(Setting { key, value: text.clone() }),
            other => into.push(Setting { key, value: other.to_string() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_optional() {
        assert_eq!(Config::parse("").unwrap(), Config::default());
    }

    #[test]
    fn known_keys_are_read() {
        let config = Config::parse(
            "[project]\nname = 'x'\n[validate]\ntimeout = 2.5\n[limits]\nfile-size = 9\n\
             [plugin.depyler]\nmode = 'fast'\nnested.deep = [1, 2]\n\
             [[case]]\nprogram = 'a.py'\nargs = ['-n', '3']\nstdin = 'hi'\nexit = 2\nenv = { A = 'b' }\n",
        )
        .unwrap();
        assert_eq!(config.name.as_deref(), Some("x"));
        assert_eq!((config.timeout, config.file_size), (Some(Duration::from_millis(2500)), 9));
        let settings: Vec<_> = config.settings("depyler").into_iter().map(|s| (s.key, s.value)).collect();
        assert_eq!(settings, [("mode".into(), "fast".into()), ("nested.deep".into(), "[1, 2]".into())]);
        assert_eq!(config.cases[0].args, ["-n", "3"]);
        assert_eq!(config.cases[0].env["A"], "b");
        assert_eq!((config.cases[0].exit, config.cases[0].name.as_deref()), (Some(2), Some("case 1")));
        assert_eq!(config.warnings, [""; 0]);
    }

    #[test]
    fn unknown_keys_are_warned_about_with_a_suggestion() {
        let config = Config::parse("[projcet]\nname = 'x'\n[validate]\ntimout = 1\n[limits]\nzebra = 1\n").unwrap();
        assert_eq!(
            config.warnings,
            [
                "batuta.toml: `validate.timout` means nothing; did you mean `timeout`?",
                "batuta.toml: `limits.zebra` means nothing",
                "batuta.toml: `projcet` means nothing; did you mean `project`?",
            ]
        );
    }

    #[test]
    fn wrong_types_and_broken_files_are_errors() {
        for (text, part) in [
            ("[project]\nname = 3", "`project.name` must be a string"),
            ("case = 1", "`case` must be a list of tables"),
            ("[", "batuta.toml: TOML parse error"),
            ("[[case]]\nstdin = 'a'\nstdin-file = 'b'", "both"),
        ] {
            let error = Config::parse(text).unwrap_err().to_string();
            assert!(error.contains(part), "{error}");
        }
    }
}
