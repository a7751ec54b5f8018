//! The same plugin crates as native code and as sandboxed components give the same bytes.
#![allow(clippy::unwrap_used)]

use batuta_pipeline::{Options, Pipeline};
use batuta_system::OsSystem;
use batuta_tests::command::{World, root, snapshot};
use batuta_tests::native::NativeSet;
use std::sync::Arc;

/// Convert `project` with the native set into `out`.
fn natively(project: &std::path::Path, out: std::path::PathBuf) {
    let options = Options { input: project.to_owned(), output: Some(out), no_cache: true, ..Options::default() };
    let report = Pipeline::new(Arc::new(OsSystem::new()), Arc::new(NativeSet::first_party()), options).transpile();
    assert!(matches!(report.exit_code(), 0 | 3), "{:#?}", report.phases);
}

#[test]
fn the_sandbox_gives_the_bytes_that_native_code_gives() {
    for example in ["mixed-project", "python-project", "c-project", "shell-project"] {
        let world = World::new();
        let project = root().join("examples").join(example);
        let run = world.batuta(&["transpile", project.to_str().unwrap(), "-o", "sandboxed"]);
        assert!(matches!(run.code, Some(0 | 3)), "{example}: {run:#?}");
        natively(&project, world.path("native"));
        let (native, sandboxed) = (snapshot(&world.path("native")), snapshot(&world.path("sandboxed")));
        assert!(native.len() > 3, "{example}: {:?}", native.keys());
        assert_eq!(native.keys().collect::<Vec<_>>(), sandboxed.keys().collect::<Vec<_>>(), "{example}");
        for (path, bytes) in &native {
            let texts = [bytes, &sandboxed[path]].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
            assert_eq!(texts[0], texts[1], "{example}: {path}");
        }
    }
}
