//! Plugins of other versions of the ABI: frozen ones of the version before this run, those of no served version are told who must change.

use crate::measure::Table;
use crate::world::{World, context};
use batuta_runtime::model::{Digest, FileId, Findings, SourceFile};
use batuta_runtime::plugin_set::PluginSet;
use batuta_runtime::{LoadKind, inspect};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

const SHORT: Duration = Duration::from_secs(4);

/// A component that was built when its version was the newest, and never again.
fn frozen(version: &str, name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("fixtures/abi-{version}/{name}.wasm"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub fn run(world: &World, table: &mut Table) {
    table.case("abi-old-transpiler", "a transpiler that was built for ABI 0.1.0", SHORT, || transpiler(world));
    table.case("abi-old-analyzer", "an analyzer that was built for ABI 0.1.0", SHORT, || analyzer(world));
    for (name, version, upgrade) in [
        ("abi-too-old", "0.0.1", "get a newer version of the plugin"),
        ("abi-too-new", "0.3.0", "get a newer batuta, or an older version of the plugin"),
    ] {
        table.case(name, &format!("a transpiler for ABI {version}"), SHORT, || {
            let error = world.load(&renamed(version)).err().expect("no such version is served");
            assert_eq!((error.kind, error.remedy.as_str()), (LoadKind::Incompatible, upgrade));
            assert!(error.message.contains(version) && error.message.contains("0.1.0 and 0.2.0"), "{error}");
            world.good_call();
            format!("{:?}: {}", error.kind, error.message)
        });
    }
}

/// The frozen transpiler under another version. All versions here are equally long, so nothing else of the file changes.
fn renamed(version: &str) -> Vec<u8> {
    let mut bytes = frozen("0.1.0", "transpiler");
    let old = b"0.1.0";
    for at in 0..bytes.len() - old.len() {
        let named = bytes[..at].ends_with(b"@") || bytes[..at].ends_with(b"batuta:abi");
        if named && &bytes[at..at + old.len()] == old {
            bytes[at..at + old.len()].copy_from_slice(version.as_bytes());
        }
    }
    bytes
}

fn source(path: &str, text: &str) -> Arc<SourceFile> {
    let bytes = text.as_bytes().to_vec();
    Arc::new(SourceFile { id: FileId(0), path: path.into(), digest: Digest::of(&bytes), bytes })
}

fn transpiler(world: &World) -> String {
    let bytes = frozen("0.1.0", "transpiler");
    assert_eq!(inspect("old", &bytes).unwrap().abi, "0.1.0");
    let sandbox = world.load(&bytes).unwrap();
    let file = source("a.old-transpiler", "# A greeting.\nhello\n");
    let cx = context("none", "");
    let index = sandbox.index(0, &file, &cx).result.unwrap();
    let slices = sandbox.link(0, vec![(file.id, index.into())], &cx).result.unwrap();
    let lowered = sandbox.lower(0, &file, &slices[0].1.clone().into(), &cx).result.unwrap();
    let rust = String::from_utf8(lowered.files[0].content.clone()).unwrap();
    assert!(rust.contains("// A greeting.") && rust.contains("println!(\"{}\", \"hello\");"), "{rust}");
    assert_eq!(lowered.binaries.len(), 1);
    world.good_call();
    "describe, index, link and lower work".into()
}

fn analyzer(world: &World) -> String {
    let bytes = frozen("0.1.0", "analyzer");
    assert_eq!(inspect("old", &bytes).unwrap().abi, "0.1.0");
    let sandbox = world.load(&bytes).unwrap();
    let cx = context("none", "");
    let findings: Findings = sandbox.analyze(0, &source("a.old-analyzer", "one\n\ntwo\n"), &cx).result.unwrap();
    assert_eq!((findings.lines.code, findings.lines.blank), (2, 1));
    let known = batuta_runtime::model::Known { file: FileId(0), churn: None, coverage: None, refusals: Some(vec![]) };
    let cx = batuta_runtime::plugin_set::StepContext { known: Arc::from([known]), ..cx };
    let summary = sandbox.summarise(0, vec![(FileId(0), findings)], &cx).result.unwrap();
    assert_eq!(summary.languages.iter().map(|share| share.files).sum::<u32>(), 1);
    world.good_call();
    "analyze and summarise work; what only 0.2.0 is told is left out".into()
}
