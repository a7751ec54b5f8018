//! A native plugin set for tests: an analyzer and two transpilers of a toy language whose programs are also shell scripts.
//!
//! One statement per line: `echo TEXT`, `echo TEXT > FILE`, `echo "$1"`, `cat`, `exit N`. Comments make trouble: `# use OTHER`
//! (facts of another file), `# include FILE` (a recorded read), `# refuse` (a hole), `# trap`, `# wrong` (prints what the
//! original does not), `# unused` (something for lint clean-up), `# broken` (does not compile), `# evil` (a build script),
//! `# support` (a support crate), `# module` (no program).
#![allow(dead_code, clippy::unwrap_used)]

use batuta_runtime::model::*;
use batuta_runtime::plugin_set::*;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Arc, Mutex};

type Hook = Box<dyn Fn(&str, &str) + Send + Sync>;

/// The set; `calls` counts steps by `KIND PATH`.
pub struct Toys {
    plugins: Vec<PluginInfo>,
    pub calls: Mutex<BTreeMap<String, u64>>,
    hook: Option<Hook>,
}

impl Toys {
    pub fn new() -> Self {
        let plugins = vec![
            info("spy", vec![Role::Analyzer], &[]),
            info("toy", vec![Role::Transpiler], &["toy"]),
            info("tic", vec![Role::Transpiler], &["tic"]),
        ];
        Toys { plugins, calls: Mutex::default(), hook: None }
    }

    /// Called before each step with its kind and path.
    pub fn with_hook(hook: impl Fn(&str, &str) + Send + Sync + 'static) -> Self {
        Toys { hook: Some(Box::new(hook)), ..Self::new() }
    }

    /// As if the plugins were built anew.
    pub fn other_version() -> Self {
        let mut toys = Self::new();
        toys.plugins.iter_mut().for_each(|plugin| plugin.digest = Digest::of(plugin.digest.0.as_slice()));
        toys
    }

    fn called(&self, kind: &str, path: &str) {
        *self.calls.lock().unwrap().entry(format!("{kind} {path}")).or_default() += 1;
        if let Some(hook) = &self.hook {
            hook(kind, path);
        }
    }

    /// Steps since the last call of this function, in order of kind and path.
    pub fn take_calls(&self) -> Vec<String> {
        std::mem::take(&mut *self.calls.lock().unwrap()).into_keys().collect()
    }
}

fn info(name: &str, roles: Vec<Role>, languages: &[&str]) -> PluginInfo {
    let manifest = Manifest {
        name: name.into(),
        version: "1.2.3".into(),
        description: "For tests.".into(),
        roles,
        languages: languages.iter().map(|language| (*language).to_owned()).collect(),
        file_globs: vec![],
        capabilities: vec![],
        settings_schema: String::new(),
        formats: vec![],
    };
    PluginInfo { manifest, digest: Digest::of(name.as_bytes()), abi: "0.1.0".into(), source: "test".into() }
}

fn outcome<T>(result: Result<T, StepError>) -> StepOutcome<T> {
    StepOutcome { result, diagnostics: vec![], reads: vec![], usage: Usage::default(), cacheable: true }
}

fn error(kind: FailureKind, message: &str) -> StepError {
    StepError {
        plugin: "toy".into(),
        version: "1.2.3".into(),
        kind,
        message: message.into(),
        remedy: "report it to the plugin's author".into(),
    }
}

fn name(path: &str) -> (&str, &str) {
    let file = path.rsplit('/').next().unwrap();
    file.rsplit_once('.').unwrap_or((file, ""))
}

/// `export NAME VALUE` lines of a file, as text.
fn exports(text: &str) -> String {
    text.lines().filter(|line| line.starts_with("# export ")).map(|line| format!("{line}\n")).collect()
}

impl PluginSet for Toys {
    fn plugins(&self) -> &[PluginInfo] {
        &self.plugins
    }

    fn analyze(&self, _: usize, file: &Arc<SourceFile>, _: &StepContext) -> StepOutcome<Findings> {
        self.called("analyze", &file.path);
        let language = Some(name(&file.path).1).filter(|ending| ["toy", "tic"].contains(ending));
        let code = file.bytes.iter().filter(|byte| **byte == b'\n').count() as u32;
        outcome(Ok(Findings {
            language: language.map(str::to_owned),
            lines: LineCounts { code, ..LineCounts::default() },
            ..Findings::default()
        }))
    }

    fn summarise(&self, _: usize, files: Vec<(FileId, Findings)>, _: &StepContext) -> StepOutcome<Summary> {
        self.called("summarise", "");
        outcome(Ok(Summary { advice: vec![format!("{} files", files.len())], ..Summary::default() }))
    }

    fn index(&self, _: usize, file: &Arc<SourceFile>, _: &StepContext) -> StepOutcome<Vec<u8>> {
        self.called("index", &file.path);
        let text = String::from_utf8_lossy(&file.bytes).into_owned();
        let uses: String =
            text.lines().filter(|line| line.starts_with("# use ")).map(|line| format!("{line}\n")).collect();
        if text.contains("# unparsable") {
            return outcome(Err(error(FailureKind::InvalidInput, "cannot be parsed")));
        }
        outcome(Ok(format!("{}\n{}{uses}", name(&file.path).0, exports(&text)).into_bytes()))
    }

    /// A file's facts are the exports of the files that it uses.
    fn link(
        &self,
        _: usize,
        indexes: Vec<(FileId, Arc<[u8]>)>,
        _: &StepContext,
    ) -> StepOutcome<Vec<(FileId, Vec<u8>)>> {
        self.called("link", "");
        let texts: Vec<(FileId, String)> =
            indexes.iter().map(|(id, index)| (*id, String::from_utf8_lossy(index).into_owned())).collect();
        let facts = |text: &str| {
            let used = text.lines().filter_map(|line| line.strip_prefix("# use "));
            used.filter_map(|used| texts.iter().find(|(_, t)| t.lines().next() == Some(used)))
                .map(|(_, text)| exports(text))
                .collect::<String>()
        };
        outcome(Ok(texts.iter().map(|(id, text)| (*id, facts(text).into_bytes())).collect()))
    }

    fn lower(
        &self,
        plugin: usize,
        file: &Arc<SourceFile>,
        facts: &Arc<[u8]>,
        cx: &StepContext,
    ) -> StepOutcome<Lowered> {
        self.called("lower", &file.path);
        Lowering::new(file, cx).run(&String::from_utf8_lossy(facts), &self.plugins[plugin].manifest.name)
    }

    fn support_crate(&self, _: usize, name: &str, _: &StepContext) -> StepOutcome<Vec<OutputFile>> {
        self.called("support-crate", name);
        if name != "toy-runtime" {
            return outcome(Err(error(FailureKind::Unsupported, "no such crate")));
        }
        let manifest =
            "[package]\nname = \"toy-runtime\"\nversion = \"0.3.0\"\nedition = \"2024\"\n[features]\nloud = []\n";
        let code = "pub fn say(text: &str) { println!(\"{text}\"); }\n";
        let file = |path: &str, text: &str| OutputFile { path: path.into(), content: text.into(), origins: vec![] };
        outcome(Ok(vec![file("Cargo.toml", manifest), file("src/lib.rs", code)]))
    }
}

struct Lowering<'a> {
    file: &'a SourceFile,
    cx: &'a StepContext,
    head: String,
    body: String,
    origins: Vec<Origin>,
    diagnostics: Vec<Diagnostic>,
    reads: Vec<RecordedRead>,
    supports: Vec<Support>,
    extra: Vec<OutputFile>,
    program: bool,
}

impl<'a> Lowering<'a> {
    fn new(file: &'a SourceFile, cx: &'a StepContext) -> Self {
        Lowering {
            file,
            cx,
            head: String::new(),
            body: String::new(),
            origins: vec![],
            diagnostics: vec![],
            reads: vec![],
            supports: vec![],
            extra: vec![],
            program: true,
        }
    }

    fn run(mut self, facts: &str, _plugin: &str) -> StepOutcome<Lowered> {
        let text = String::from_utf8_lossy(&self.file.bytes).into_owned();
        if text.contains("# trap") {
            return outcome(Err(error(FailureKind::Trap, "unreachable executed")));
        }
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            self.line(line.trim_end(), start);
            start += line.len() as u32;
        }
        for fact in facts.lines() {
            let _ = writeln!(self.body, "    // {fact}");
        }
        self.finish()
    }

    fn line(&mut self, line: &str, start: u32) {
        let at = Span { file: self.file.id, start, end: start + line.len() as u32 };
        let written = self.body.lines().count() as u32;
        let body = &mut self.body;
        let _ = match line.split_once(' ').unwrap_or((line, "")) {
            ("echo", "\"$1\"") => writeln!(body, "println!(\"{{}}\", std::env::args().nth(1).unwrap_or_default());"),
            ("echo", rest) => match rest.split_once(" > ") {
                Some((text, file)) => writeln!(body, "std::fs::write({file:?}, \"{text}\\n\").unwrap();"),
                None => writeln!(body, "println!({rest:?});"),
            },
            ("cat", _) => writeln!(body, "std::io::copy(&mut std::io::stdin(), &mut std::io::stdout()).unwrap();"),
            ("exit", code) => writeln!(body, "std::process::exit({code});"),
            ("#", comment) => {
                self.comment(comment, at);
                Ok(())
            }
            _ => Ok(()),
        };
        let now = self.body.lines().count() as u32;
        self.origins.extend((written + 1..=now).map(|line| Origin { line, at }));
    }

    fn comment(&mut self, comment: &str, at: Span) {
        let _ = match comment.split_once(' ').unwrap_or((comment, "")) {
            ("wrong", _) => writeln!(self.body, "println!(\"wrong\");"),
            ("unused", _) => {
                self.head.push_str("use std::collections::HashMap;\n");
                writeln!(self.body, "let mut spare = (1);\nlet _ = spare;")
            }
            ("broken", _) => writeln!(self.body, "let number: i32 = \"text\";"),
            ("refuse", _) => {
                self.diagnostics.push(refusal(at));
                writeln!(
                    self.body,
                    "eprintln!(\"batuta: TY0001 {}:1: refused\"); std::process::exit(70);",
                    self.file.path
                )
            }
            ("include", path) => {
                let found = self.cx.files.open(path);
                self.reads.push(RecordedRead { path: path.into(), digest: found.as_ref().map(|file| file.digest) });
                writeln!(self.body, "// {} bytes", found.map_or(0, |file| file.bytes.len()))
            }
            ("support", _) => {
                self.supports.push(Support { name: "toy-runtime".into(), features: vec!["loud".into()] });
                writeln!(self.body, "toy_runtime::say(\"supported\");")
            }
            ("evil", _) => {
                self.extra.push(OutputFile {
                    path: "build.rs".into(),
                    content: b"fn main() {}".to_vec(),
                    origins: vec![],
                });
                Ok(())
            }
            ("module", _) => {
                self.program = false;
                Ok(())
            }
            _ => Ok(()),
        };
    }

    fn finish(self) -> StepOutcome<Lowered> {
        let (stem, _) = name(&self.file.path);
        let shift = self.head.lines().count() as u32 + 1;
        let content = format!("{}fn main() {{\n{}}}\n", self.head, self.body);
        let origins = self.origins.into_iter().map(|origin| Origin { line: origin.line + shift, ..origin }).collect();
        let mut files = vec![OutputFile { path: "src/main.rs".into(), content: content.into_bytes(), origins }];
        files.extend(self.extra);
        let run = Command { program: "sh".into(), arguments: vec![self.file.path.clone()] };
        let binary = Binary {
            name: stem.into(),
            path: "src/main.rs".into(),
            source: self.file.id,
            reference: Reference { build: vec![], run },
        };
        let lowered = Lowered {
            package: stem.into(),
            files: if self.program { files } else { vec![] },
            binaries: if self.program { vec![binary] } else { vec![] },
            supports: self.supports,
            counts: vec![Count { name: "lines".into(), value: self.body.lines().count() as u64 }],
            ..Lowered::default()
        };
        StepOutcome { diagnostics: self.diagnostics, reads: self.reads, ..outcome(Ok(lowered)) }
    }
}

fn refusal(at: Span) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        code: "TY0001".into(),
        message: "this cannot be converted".into(),
        primary: Some(at),
        related: vec![],
        fixes: vec![],
        help: Some("write something else".into()),
    }
}
