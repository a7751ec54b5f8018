//! The conformance kit, run on transpilers that break one rule each.
#![allow(clippy::unwrap_used, reason = "a test")]

mod toy;

use batuta_sdk::diagnostics::Diagnostic;
use batuta_sdk::text::{FileId, Origin, TextRange};
use batuta_sdk::{Context, Lowered, Manifest, Plugin, Result, SourceFile, Transpiler};
use batuta_testkit::conformance::{Sample, transpiler};
use batuta_testkit::native::Project;
use std::sync::atomic::{AtomicU64, Ordering};
use toy::Toy;

fn samples() -> Vec<Sample> {
    let project = Project::new([("a.sh", "echo a\n. lib.sh\nexit 1\n"), ("lib.sh", "echo b\nfoo\n")]);
    vec![Sample { name: "two files".into(), project, converted: vec!["a.sh".into(), "lib.sh".into()] }]
}

fn failing<T: Transpiler>() -> Vec<String> {
    let found = transpiler::<T>(&samples()).mutations(300).check();
    let mut checks: Vec<String> = found.failures.iter().map(|failure| failure.what.clone()).collect();
    checks.dedup();
    checks
}

/// A transpiler made of [`Toy`]'s statement and one function.
macro_rules! broken {
    ($name:ident, $(index = $index:expr,)? lower = $lower:expr) => {
        struct $name;
        impl Plugin for $name {
            fn manifest() -> Manifest {
                Toy::manifest()
            }
        }
        impl Transpiler for $name {
            $(fn index(file: &SourceFile, cx: &mut Context<'_>) -> Result<Vec<u8>> {
                let index: fn(&SourceFile, &mut Context<'_>) -> Result<Vec<u8>> = $index;
                index(file, cx)
            })?
            fn lower(file: &SourceFile, facts: &[u8], cx: &mut Context<'_>) -> Result<Lowered> {
                let lower: fn(&SourceFile, &[u8], &mut Context<'_>) -> Result<Lowered> = $lower;
                lower(file, facts, cx)
            }
        }
    };
}

static CALLS: AtomicU64 = AtomicU64::new(0);

broken!(
    Impure,
    lower = |_, _, _| {
        let counts = vec![("calls".into(), CALLS.fetch_add(1, Ordering::Relaxed))];
        Ok(Lowered { counts, ..Lowered::default() })
    }
);
broken!(
    Panics,
    lower = |file, facts, cx| {
        assert!(!file.bytes.contains(&0), "a NUL");
        Toy::lower(file, facts, cx)
    }
);
broken!(
    WrongSpan,
    lower = |file, facts, cx| {
        if file.bytes.len() < 4 {
            let at = Origin::new(FileId(file.id.0), TextRange::new(0, 4));
            cx.emit(Diagnostic::error(batuta_sdk::diagnostics::Code::new("TY0002"), "short").at(at));
        }
        Toy::lower(file, facts, cx)
    }
);
// Remembers what it saw instead of asking the host.
static SEEN: AtomicU64 = AtomicU64::new(0);
broken!(
    Secret,
    index = |file, _| {
        SEEN.store(file.bytes.len() as u64, Ordering::Relaxed);
        Ok(vec![])
    },
    lower = |_, _, _| Ok(Lowered { counts: vec![("seen".into(), SEEN.load(Ordering::Relaxed))], ..Lowered::default() })
);

#[test]
fn a_good_transpiler_passes() {
    let found = transpiler::<Toy>(&samples()).mutations(300).check();
    assert!(found.failures.is_empty(), "{found}");
    assert!(found.checks.iter().any(|(name, runs)| *name == "totality" && *runs > 200), "{found}");
}

#[test]
fn each_broken_rule_is_found() {
    assert!(failing::<Impure>().contains(&"purity".to_string()));
    assert_eq!(failing::<Panics>(), ["totality"]);
    assert_eq!(failing::<WrongSpan>(), ["totality"]);
    assert!(failing::<Secret>().contains(&"linking".to_string()));
}
