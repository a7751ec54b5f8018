//! What a grant gives, what it does not, and that every use of it is limited: the same guest with and without powers.

use crate::measure::{Table, error_of};
use crate::world::{World, context, limits};
use batuta_runtime::Sandbox;
use batuta_runtime::model::{Digest, FileId, FileProvider, Lowered, SourceFile};
use batuta_runtime::plugin_set::{FailureKind, StepOutcome};
use batuta_runtime::powers::{Audit, Event, PowerError, Powers, Storage, ToolOutcome, Tools};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

const SHORT: Duration = Duration::from_secs(4);

/// A store in memory that takes values of at most a mebibyte.
#[derive(Default)]
struct Kept(Mutex<BTreeMap<String, Vec<u8>>>);

impl Storage for Kept {
    fn get(&self, key: &str) -> Result<Option<Vec<u8>>, PowerError> {
        Ok(self.0.lock().unwrap().get(key).cloned())
    }

    fn put(&self, key: &str, value: &[u8]) -> Result<(), PowerError> {
        if value.len() > 1 << 20 {
            return Err(PowerError::Limit("full".into()));
        }
        self.0.lock().unwrap().insert(key.into(), value.into());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), PowerError> {
        self.0.lock().unwrap().remove(key);
        Ok(())
    }
}

struct Echo;

impl Tools for Echo {
    fn run(&self, name: &str, _: &[String], stdin: &[u8], time: Duration) -> Result<ToolOutcome, PowerError> {
        assert!(name == "cat" && time <= limits().time);
        Ok(ToolOutcome { exit_code: 3, stdout: stdin.to_vec(), stderr: vec![] })
    }
}

struct Outside;

impl FileProvider for Outside {
    fn open(&self, path: &str) -> Option<Arc<SourceFile>> {
        let found = path == "/usr/include/stdio.h";
        let file = || SourceFile { id: FileId(1 << 31), path: path.into(), bytes: vec![1], digest: Digest::of(&[1]) };
        found.then(|| Arc::new(file()))
    }
}

#[derive(Default)]
struct Log(Mutex<Vec<Event>>);

impl Audit for Log {
    fn record(&self, event: &Event) {
        self.0.lock().unwrap().push(event.clone());
    }
}

fn all() -> Powers {
    Powers {
        storage: Some(Arc::new(Kept::default())),
        compute: true,
        tools: Some((["cat".to_string()].into(), Arc::new(Echo))),
        outside: Some(Arc::new(Outside)),
        ..Powers::default()
    }
}

fn equipped(world: &World, powers: Powers, log: &Arc<Log>) -> Sandbox {
    let plugin = world.loader.component("hostile.wasm", &world.hostile, limits()).unwrap();
    Sandbox::new(vec![plugin.equipped(powers, Some(log.clone()))])
}

/// What the guest wrote under its two lines.
fn seen(outcome: &StepOutcome<Lowered>) -> String {
    let lowered = outcome.result.as_ref().unwrap();
    let text = String::from_utf8(lowered.files[0].content.clone()).unwrap();
    text.lines().nth(2).unwrap_or_default().to_owned()
}

/// Power, argument, what is seen, whether the step's result may be kept.
const GIVEN: &[(&str, &str, &str, bool)] = &[
    ("power-storage", "key", "// kept \"\"", false),
    ("power-storage", "key", "// kept \"x\"", false),
    ("power-matmul", "", "// [2, 2, 1] [3.0, 7.0, 5.0, 6.0]", true),
    ("power-top-k", "", "// [(1, 3.0), (2, 1.5)]", true),
    ("power-tool", "cat", "// 3 \"through\"", false),
    ("power-outside", "/usr/include/./sys/../stdio.h", "// /usr/include/stdio.h has something", false),
    ("power-outside", "/etc/passwd", "// nothing there", false),
    ("power-outside", "/usr/include/../../etc/passwd", "// nothing there", false),
];

/// Power, argument, with every power: how it must end.
const LIMITED: &[(&str, &str, FailureKind)] = &[
    ("power-storage-flood", "", FailureKind::Limit),
    ("power-storage", "", FailureKind::InvalidInput),
    ("power-tensors", "", FailureKind::Limit),
    ("power-matmul", "mismatch", FailureKind::InvalidInput),
    ("power-tool", "sh", FailureKind::Denied),
    ("power-tool", "/bin/cat", FailureKind::Denied),
];

pub fn run(world: &World, table: &mut Table) {
    let log = Arc::new(Log::default());
    let powerful = equipped(world, all(), &log);
    let powerless = equipped(world, Powers::default(), &log);
    for (number, (power, argument, said, cacheable)) in GIVEN.iter().enumerate() {
        table.case(&format!("{power} {argument} granted ({number})"), "uses a capability", SHORT, || {
            let outcome = world.lower(&powerful, &context(power, argument));
            assert_eq!(seen(&outcome), *said);
            assert_eq!(outcome.cacheable, *cacheable);
            outcome.result.map(drop).map_or_else(|error| error.to_string(), |()| "a value".into())
        });
    }
    for (power, argument, kind) in LIMITED {
        table.case(&format!("{power} {argument} limited"), "asks for too much", SHORT, || {
            let error = error_of(&world.lower(&powerful, &context(power, argument)), "hostile", "6.6.6");
            assert_eq!(error.kind, *kind, "{error}");
            error.to_string()
        });
    }
    for power in ["power-storage", "power-matmul", "power-tool"] {
        table.case(&format!("{power} not granted"), "uses what it was not granted", SHORT, || {
            let error = error_of(&world.lower(&powerless, &context(power, "cat")), "hostile", "6.6.6");
            assert_eq!(error.kind, FailureKind::Denied, "{error}");
            error.to_string()
        });
    }
    table.case("audit", "what was denied and what was called is in the log", SHORT, || {
        let events = log.0.lock().unwrap();
        let denied: Vec<&str> = events
            .iter()
            .filter_map(|event| match event {
                Event::Deny { capability, .. } => Some(capability.as_str()),
                _ => None,
            })
            .collect();
        for wanted in ["tools=sh", "storage", "compute", "tools=cat", "read-outside=/etc/passwd"] {
            assert!(denied.contains(&wanted), "{wanted} is not in {denied:?}");
        }
        let lowered = events.iter().any(|event| {
            matches!(event, Event::Call { step: "lower", file: Some(file), output: Some(_), .. } if file == "main.txt")
        });
        let failed = events.iter().any(|event| matches!(event, Event::Fail { kind: FailureKind::Denied, .. }));
        assert!(lowered && failed);
        format!("{} events", events.len())
    });
}
