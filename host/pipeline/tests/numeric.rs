//! Numeric operations: who gives their bodies, and what becomes of backends that lie.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use batuta_pipeline::report::{Decision, Outcome};
use batuta_pipeline::{Options, Pipeline, Report};
use batuta_runtime::model::*;
use batuta_runtime::plugin_set::*;
use batuta_system::OsSystem;
use std::collections::BTreeMap;

use std::sync::Arc;

/// What each line of a program calls: a stub that doubles a number, or the plain way, which says so.
const HEAD: &str = "fn twice(x: f64, site: Option<fn(f64, &mut f64) -> bool>) -> String {\n    let mut out = 0.0;\n    \
                    match site {\n        Some(body) if body(x, &mut out) => format!(\"body {out}\"),\n        \
                    _ => format!(\"plain {}\", x + x),\n    }\n}\n";

/// A transpiler, an optimizer that takes what fits, and a backend whose text the test gives.
struct Set {
    plugins: Vec<PluginInfo>,
    stub: Stub,
}

impl Set {
    fn new(stub: Stub, optimizer: bool) -> Self {
        let mut plugins =
            vec![info("lines", Role::Transpiler), info("backend-odd", Role::Backend), info("chooser", Role::Optimizer)];
        plugins.truncate(if optimizer { 3 } else { 2 });
        Set { plugins, stub }
    }
}

fn info(name: &str, role: Role) -> PluginInfo {
    let globs = if role == Role::Transpiler { vec!["*.num".to_owned()] } else { vec![] };
    let manifest = Manifest {
        name: name.into(),
        version: "1.0.0".into(),
        description: String::new(),
        roles: vec![role],
        languages: vec![],
        file_globs: globs,
        capabilities: vec![],
        settings_schema: String::new(),
        formats: vec![],
    };
    PluginInfo { manifest, digest: Digest::of(name.as_bytes()), abi: "0.2.0".into(), source: "test".into() }
}

fn outcome<T>(result: Result<T, StepError>) -> StepOutcome<T> {
    StepOutcome { result, diagnostics: vec![], reads: vec![], usage: Usage::default(), cacheable: false }
}

fn unsupported<T>(message: &str) -> StepOutcome<T> {
    outcome(Err(StepError {
        plugin: "odd".into(),
        version: "1.0.0".into(),
        kind: FailureKind::Unsupported,
        message: message.into(),
        remedy: String::new(),
    }))
}

impl PluginSet for Set {
    fn plugins(&self) -> &[PluginInfo] {
        &self.plugins
    }
    fn analyze(&self, _: usize, _: &Arc<SourceFile>, _: &StepContext) -> StepOutcome<Findings> {
        unsupported("no analyzer")
    }
    fn summarise(&self, _: usize, _: Vec<(FileId, Findings)>, _: &StepContext) -> StepOutcome<Summary> {
        unsupported("no analyzer")
    }
    fn index(&self, _: usize, _: &Arc<SourceFile>, _: &StepContext) -> StepOutcome<Vec<u8>> {
        outcome(Ok(vec![]))
    }
    fn link(
        &self,
        _: usize,
        indexes: Vec<(FileId, Arc<[u8]>)>,
        _: &StepContext,
    ) -> StepOutcome<Vec<(FileId, Vec<u8>)>> {
        outcome(Ok(indexes.into_iter().map(|(id, _)| (id, vec![])).collect()))
    }

    /// One operation per line, named as the line says.
    fn lower(&self, _: usize, file: &Arc<SourceFile>, _: &Arc<[u8]>, _: &StepContext) -> StepOutcome<Lowered> {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        let (mut code, mut main, mut at) = (HEAD.to_owned(), String::new(), 0);
        let mut operations = vec![];
        for (id, line) in text.lines().enumerate() {
            code += &format!("const SITE_{id}: Option<fn(f64, &mut f64) -> bool> = None;\n");
            main += &format!("    println!(\"{{}}\", twice({id}.5, SITE_{id}));\n");
            let number = || Operand { kind: "float64".into(), shape: vec![] };
            operations.push(Operation {
                id: id as u32,
                name: line.into(),
                operands: vec![number()],
                results: vec![number()],
                at: Span { file: file.id, start: at, end: at + line.len() as u32 },
            });
            at += line.len() as u32 + 1;
        }
        code += &format!("fn main() {{\n{main}}}\n");
        let reference = batuta_runtime::model::Command { program: "true".into(), arguments: vec![] };
        outcome(Ok(Lowered {
            package: "lines".into(),
            files: vec![OutputFile { path: "src/main.rs".into(), content: code.into_bytes(), origins: vec![] }],
            binaries: vec![Binary {
                name: "lines".into(),
                path: "src/main.rs".into(),
                source: file.id,
                reference: Reference { build: vec![], run: reference },
            }],
            operations,
            ..Lowered::default()
        }))
    }

    fn support_crate(&self, _: usize, _: &str, _: &StepContext) -> StepOutcome<Vec<OutputFile>> {
        unsupported("no such crate")
    }

    fn optimize(
        &self,
        _: usize,
        unit: &Arc<SourceFile>,
        operations: &[Operation],
        cx: &StepContext,
    ) -> StepOutcome<Optimized> {
        let offered = |site: &Operation| {
            cx.settings.iter().any(|setting| setting.key == format!("offer.backend-odd.{}", site.name))
        };
        let mut choices: Vec<(u32, String)> =
            operations.iter().filter(|site| offered(site)).map(|site| (site.id, "backend-odd".to_owned())).collect();
        // It also chooses a backend where nothing is offered.
        choices
            .extend(operations.iter().filter(|site| site.name == "unknown").map(|s| (s.id, "backend-odd".to_owned())));
        let start = String::from_utf8_lossy(&unit.bytes).find("plain").unwrap() as u32;
        let span = Span { file: unit.id, start, end: start + 5 };
        outcome(Ok(Optimized { edits: vec![Edit { span, replacement: "edited".into() }], choices }))
    }

    fn operations(&self, _: usize, _: &StepContext) -> StepOutcome<Vec<Offer>> {
        let offer = |name: &str| Offer {
            name: name.into(),
            kinds: vec!["float64".into()],
            flops_per_item: 1.0,
            bytes_per_item: 16.0,
        };
        outcome(Ok(vec![offer("twice"), offer("moody")]))
    }

    fn emit(&self, _: usize, site: &Operation, _: &StepContext) -> StepOutcome<Stub> {
        if site.name == "moody" { unsupported("not today") } else { outcome(Ok(self.stub.clone())) }
    }
}

/// What the program prints, and the report.
fn run(lines: &str, stub: Stub, backend: Option<&str>, optimizer: bool) -> (String, Report) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("project")).unwrap();
    std::fs::write(folder.path().join("project/a.num"), lines).unwrap();
    let kernels = BTreeMap::from([
        ("Cargo.toml".to_owned(), b"[package]\nname = \"kernels\"\nversion = \"0.1.0\"\nedition = \"2024\"\n".to_vec()),
        ("src/lib.rs".to_owned(), b"pub fn double(x: f64) -> f64 { x * 2.0 }\n".to_vec()),
    ]);
    let options = Options {
        input: folder.path().join("project"),
        output: Some(folder.path().join("out")),
        backend: backend.map(str::to_owned),
        host_supports: Arc::new(BTreeMap::from([("kernels".to_owned(), kernels)])),
        pins: Some(Arc::from("version = 4\n")),
        ..Options::default()
    };
    let set = Arc::new(Set::new(stub, optimizer));
    let report = Pipeline::new(Arc::new(OsSystem::new()), set, options).build();
    let program = folder.path().join("out/target/release/lines");
    let printed =
        std::process::Command::new(program).output().map(|done| String::from_utf8_lossy(&done.stdout).into_owned());
    (printed.unwrap_or_default(), report)
}

fn stub(body: &str) -> Stub {
    Stub {
        body: body.into(),
        imports: vec!["kernels::double".into()],
        supports: vec![Support { name: "kernels".into(), features: vec![] }],
        dependencies: vec![],
    }
}

fn codes(report: &Report) -> Vec<&str> {
    report.diagnostics.iter().map(|finding| finding.code.as_str()).filter(|code| *code != "BT0010").collect()
}

fn backends(report: &Report) -> Vec<Option<&str>> {
    report.decisions.iter().map(|decision: &Decision| decision.backend.as_deref()).collect()
}

#[test]
fn bodies_come_from_the_chosen_backend_and_the_rest_stays_plain() {
    let good = stub("*out0 = double(x0);\ntrue");
    let (printed, report) = run("twice\nother\nmoody\nunknown\n", good, None, true);
    assert_eq!(printed, "body 1\nedited 3\nedited 5\nedited 7\n", "{report:#?}");
    assert_eq!(backends(&report), [Some("backend-odd"), None, None, None]);
    assert_eq!(codes(&report), ["BT0011", "BT0011"]);
    let [first, other, moody, unknown] = &report.decisions[..] else { panic!("{:?}", report.decisions) };
    assert_eq!((first.why.as_str(), first.span.as_ref().unwrap().line), ("chosen by chooser", 1));
    assert_eq!((first.operands.as_slice(), first.alternatives.len()), (&["float64".to_owned()][..], 1));
    assert_eq!((other.why.as_str(), other.alternatives.len()), ("left out by chooser", 0));
    assert!(moody.why.contains("not today"), "{}", moody.why);
    assert!(unknown.why.contains("offers nothing"), "{}", unknown.why);
    assert_eq!(report.outcome, Outcome::Done);
    let json: serde_json::Value = serde_json::from_str(&report.to_json().unwrap()).unwrap();
    assert_eq!(json["decisions"][0]["backend"], "backend-odd");
}

#[test]
fn backends_that_lie_change_nothing() {
    let reaches = Stub { supports: vec![Support { name: "nowhere".into(), features: vec![] }], ..stub("true") };
    let registry = CrateDependency { name: "left-pad".into(), version: "1".into(), features: vec![] };
    let unlisted = Stub { dependencies: vec![registry], ..stub("true") };
    for odd in [
        stub("this is no Rust"),
        stub("*out0 = 1.0; true }\nfn other() { if x {"),
        stub("unsafe { *out0 = 1.0; true }"),
        stub("include!(\"/etc/passwd\")"),
        stub(""),
        reaches,
        unlisted,
    ] {
        let (printed, report) = run("twice\n", odd.clone(), None, true);
        assert_eq!(printed, "edited 1\n", "{odd:?} {report:#?}");
        assert_eq!((codes(&report), backends(&report)), (vec!["BT0012"], vec![None]), "{odd:?}");
    }
}

#[test]
fn a_body_that_does_not_compile_is_taken_back() {
    let (printed, report) = run("twice\n", stub("*out0 = \"text\";\ntrue"), None, true);
    assert_eq!(printed, "edited 1\n", "{report:#?}");
    assert_eq!((codes(&report), backends(&report)), (vec!["BT0012"], vec![None]));
}

#[test]
fn the_user_has_the_last_word() {
    let good = || stub("*out0 = double(x0);\ntrue");
    let (printed, report) = run("twice\n", good(), Some("none"), true);
    assert_eq!((printed.as_str(), report.decisions[0].why.as_str()), ("plain 1\n", "the user wants no backend"));
    let (printed, report) = run("twice\n", good(), Some("odd"), false);
    assert_eq!((printed.as_str(), report.decisions[0].why.as_str()), ("body 1\n", "the user wants it"));
    let (printed, _) = run("twice\n", good(), None, false);
    assert_eq!(printed, "plain 1\n", "without an optimizer nobody chooses");
    let (_, report) = run("twice\n", good(), Some("fast"), true);
    assert_eq!(report.outcome, Outcome::Failed);
    let why = report.phases[1].reason.clone().unwrap();
    assert!(why.contains("no backend is called `fast`") && why.contains("known: odd"), "{why}");
}
