//! Generated expressions and small programs, converted and compared with CPython.
//! `DEPYLER_DUMP=FOLDER` only writes the programs; `DEPYLER_CASES=10000 DEPYLER_SEED=7 cargo test --release -p batuta-depyler --test properties` runs more of them.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // drives real tools over real files

mod generator;

use batuta_depyler::Depyler;
use batuta_testkit::corpus::{Case, Options, Outcome, score};
use generator::Generator;

/// Cases per program: one compiler run each.
const BATCH: u64 = 300;

fn program(seed: u64, count: u64) -> String {
    let mut generator = Generator::new(seed);
    let mut text = String::from(
        "def show(f):\n    try:\n        print(repr(f()))\n    except Exception as error:\n        print(type(error).__name__, error)\n\n\n",
    );
    for n in 0..count {
        text.push_str(&generator.case(n));
    }
    for n in 0..count {
        text.push_str(&format!("show(case_{n})\n"));
    }
    text
}

#[test]
fn generated_programs_behave_as_under_python() {
    let number = |name: &str, other: u64| std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(other);
    let (cases, seed) = (number("DEPYLER_CASES", 2 * BATCH), number("DEPYLER_SEED", 1));
    let programs: Vec<Case> = (0..cases.div_ceil(BATCH))
        .map(|n| {
            let name = format!("seed_{}", seed + n);
            let text = program(seed + n, BATCH.min(cases - n * BATCH));
            Case::new(name.clone()).file(format!("{name}.py"), text)
        })
        .collect();
    if let Some(folder) = std::env::var_os("DEPYLER_DUMP") {
        for (path, text) in programs.iter().flat_map(|case| &case.files) {
            std::fs::write(std::path::Path::new(&folder).join(path), text).unwrap();
        }
        return;
    }
    let scored = score::<Depyler>("python-properties", &programs, &Options::default());
    let failed: Vec<String> =
        scored.iter().filter(|s| s.outcome != Outcome::Pass).map(|s| format!("{}: {:?}", s.name, s.outcome)).collect();
    println!("{cases} cases from seed {seed}");
    assert!(failed.is_empty(), "{failed:#?}");
}
