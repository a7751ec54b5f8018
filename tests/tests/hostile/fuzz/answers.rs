//! The campaign over returned data: a guest whose every result is bytes of the host's choice.

use super::guest::{self, MOST};
use super::judge;
use super::random::{Random, havoc};
use super::value::{Builder, Types};
use super::{Campaign, limits};
use crate::malformed::resolve;
use batuta_runtime::model::{Digest, FileId, FileProvider, Findings, LineCounts, SourceFile};
use batuta_runtime::plugin_set::{Cancel, PluginSet, StepContext};
use batuta_runtime::powers::Powers;
use batuta_runtime::{Loader, PluginEngine, Sandbox};
use std::sync::Arc;
use wit_parser::Type;

/// The functions that are called, by the first byte of an input: interface and name.
const STEPS: [(&str, &str); 8] = [
    ("transpiler", "lower"),
    ("transpiler", "index"),
    ("transpiler", "link"),
    ("transpiler", "support-crate"),
    ("analyzer", "analyze"),
    ("analyzer", "summarise"),
    ("oracle", "ask"),
    ("oracle", "describe-graph"),
];

/// Files that a step knows: the one that it is about; the payload, which every step opens; and one more that orders may open.
const FILES: judge::Files = &[(0, 10), (1, 5), (7, MOST as u64)];

pub struct Answers {
    sandbox: Sandbox,
    types: Types,
    results: Vec<Type>,
    file: Arc<SourceFile>,
}

impl Answers {
    pub fn new() -> Self {
        let loader = Loader::new(Arc::new(PluginEngine::new().unwrap()));
        let plugin = loader.component("fuzz.wasm", &guest::build(), limits()).unwrap();
        let sandbox = Sandbox::new(vec![plugin.equipped(Powers { compute: true, ..Powers::default() }, None)]);
        let types = Types::new(resolve("package test:test; world test {}", |text| text).0);
        let results = STEPS.iter().map(|(interface, name)| types.result(interface, name)).collect();
        Answers { sandbox, types, results, file: source(0, "main.txt", b"0123456789") }
    }
}

impl Campaign for Answers {
    fn name(&self) -> &'static str {
        "answers"
    }

    fn input(&mut self, number: u64, kept: &[Vec<u8>]) -> Vec<u8> {
        let mut random = Random::new(number);
        if !kept.is_empty() && random.one_in(3) {
            let mut input = kept[random.below(kept.len())].clone();
            let other = &kept[random.below(kept.len())];
            havoc(&mut random, &mut input, other);
            input.truncate(MOST + 1);
            return input;
        }
        // `lower` has the largest result.
        let step = if random.one_in(3) { 0 } else { random.below(STEPS.len()) };
        let payload = Builder::new(&self.types, random).payload(&self.results[step]);
        [&[step as u8], &payload[..]].concat()
    }

    fn run(&mut self, input: &[u8]) -> String {
        let (step, payload) = input.split_first().map_or((0, &[][..]), |(step, payload)| (*step, payload));
        let step = usize::from(step) % STEPS.len();
        let cx = StepContext {
            files: Arc::new(Project(source(7, "payload", payload))),
            settings: Arc::from([]),
            known: Arc::from([]),
            cancel: Cancel::default(),
        };
        let (sandbox, file) = (&self.sandbox, &self.file);
        let said = match step {
            0 => {
                let facts = Arc::from(&b"facts"[..]);
                judge::outcome(&sandbox.lower(0, file, &facts, &cx), FILES, |it| judge::lowered(it, FILES))
            }
            1 => judge::outcome(&sandbox.index(0, file, &cx), FILES, |it| assert!(it.len() <= 256 << 20)),
            2 => {
                let indexes = (0..2).map(|id| (FileId(id), Arc::from(&b"index"[..]))).collect();
                judge::outcome(&sandbox.link(0, indexes, &cx), FILES, |it| {
                    assert!(it.iter().all(|(id, _)| id.0 < 2) && it.is_sorted_by_key(|(id, _)| *id));
                })
            }
            3 => judge::outcome(&sandbox.support_crate(0, "x", &cx), FILES, |it| judge::support(it)),
            4 => judge::outcome(&sandbox.analyze(0, file, &cx), FILES, judge::findings),
            5 => {
                let lines = LineCounts { code: 1, comment: 0, blank: 0 };
                let files = (0..2).map(|id| (FileId(id), Findings { lines, ..Findings::default() })).collect();
                judge::outcome(&sandbox.summarise(0, files, &cx), FILES, |it| judge::summary(it, 2))
            }
            6 => judge::outcome(&sandbox.ask(0, "which?", &cx), FILES, judge::answer),
            _ => judge::outcome(&sandbox.describe_graph(0, &cx), FILES, |_| ()),
        };
        format!("{} {said}", STEPS[step].1)
    }
}

fn source(id: u32, path: &str, bytes: &[u8]) -> Arc<SourceFile> {
    Arc::new(SourceFile { id: FileId(id), path: path.into(), bytes: bytes.to_vec(), digest: Digest::of(bytes) })
}

/// A project with the payload and one more file.
struct Project(Arc<SourceFile>);

impl FileProvider for Project {
    fn open(&self, path: &str) -> Option<Arc<SourceFile>> {
        match path {
            "payload" => Some(self.0.clone()),
            "other.txt" => Some(source(1, path, b"other")),
            _ => None,
        }
    }

    fn size(&self, id: FileId) -> Option<u64> {
        FILES.iter().find(|(file, _)| *file == id.0).map(|(_, size)| *size)
    }
}
