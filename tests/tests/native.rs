//! The native plugin set gives what the SDK's traits give, with what the pipeline needs for its cache.
#![allow(clippy::unwrap_used)]

use batuta_runtime::model::{Digest, FileId, FileProvider, SourceFile};
use batuta_runtime::plugin_set::{Cancel, FailureKind, PluginSet, StepContext};
use batuta_tests::native::NativeSet;
use std::sync::Arc;

struct Files(Vec<Arc<SourceFile>>);

impl FileProvider for Files {
    fn open(&self, path: &str) -> Option<Arc<SourceFile>> {
        self.0.iter().find(|file| file.path == path).cloned()
    }
}

fn files(texts: &[(&str, &str)]) -> Vec<Arc<SourceFile>> {
    let file = |(at, (path, text)): (usize, &(&str, &str))| {
        let bytes = text.as_bytes().to_vec();
        let digest = Digest::of(&bytes);
        Arc::new(SourceFile { id: FileId(at as u32), path: path.to_string(), bytes, digest })
    };
    texts.iter().enumerate().map(file).collect()
}

fn context(files: &[Arc<SourceFile>]) -> StepContext {
    StepContext {
        files: Arc::new(Files(files.to_vec())),
        settings: Arc::from([]),
        known: Arc::from([]),
        cancel: Cancel::default(),
    }
}

#[test]
fn a_program_goes_through_all_steps_and_its_reads_are_recorded() {
    let main = "#include <stdio.h>\n#include \"util.h\"\nint main(void) { printf(\"%d\\n\", TWO); return 0; }\n";
    let files = files(&[("main.c", main), ("util.h", "#define TWO 2\n")]);
    let (set, cx) = (NativeSet::first_party(), context(&files));
    let at = |name: &str| set.plugins().iter().position(|info| info.manifest.name == name).unwrap();
    let analysis = set.analyze(at("inspector"), &files[0], &cx).result.unwrap();
    assert_eq!((analysis.language.as_deref(), analysis.entry_point), (Some("c"), true));
    let plugin = at("decy");
    let indexes = files.iter().map(|file| (file.id, Arc::from(set.index(plugin, file, &cx).result.unwrap())));
    let facts = set.link(plugin, indexes.collect(), &cx).result.unwrap();
    let (_, slice) = facts.iter().find(|(id, _)| *id == FileId(0)).unwrap();
    let lowered = set.lower(plugin, &files[0], &Arc::from(slice.as_slice()), &cx);
    let read = lowered.reads.iter().find(|read| read.path == "util.h");
    assert_eq!(read.unwrap().digest, Some(files[1].digest));
    assert_eq!(lowered.result.unwrap().binaries.len(), 1);
}

#[test]
fn a_role_that_a_plugin_has_not_is_refused_and_names_it() {
    let files = files(&[("a.sh", "echo a\n")]);
    let (set, cx) = (NativeSet::first_party(), context(&files));
    let error = set.index(0, &files[0], &cx).result.unwrap_err();
    assert_eq!((error.plugin.as_str(), error.kind), ("inspector", FailureKind::Unsupported));
}
