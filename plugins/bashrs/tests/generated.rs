//! Random small scripts, converted and run: where dash and bash agree, the program has to do the same.
//!
//! `GENERATED_CASES` says how many scripts are tried (200 in a normal run), `GENERATED_SEED` where to start. Some hundred scripts
//! become modules of one program. A difference prints the script with its seed.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // drives real tools over real files

mod common;

use common::generate::Generator;
use common::{Case, build, build_runtime, run, scratch, show};
use std::process::Command;

const BATCH: u64 = 300;

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

#[test]
fn generated_scripts_do_what_both_shells_do() {
    let folder = scratch("generated");
    build_runtime(&folder);
    let (first, count) = (number("GENERATED_SEED", 1), number("GENERATED_CASES", 200));
    let (mut passed, mut refused, mut skipped, mut wrong) = (0, 0, 0, vec![]);
    for start in (first..first + count).step_by(BATCH as usize) {
        let mut all = vec![];
        let mut expected = vec![];
        for seed in start..(start + BATCH).min(first + count) {
            let case = |shell| Case { name: seed.to_string(), shell, text: Generator::new(seed).script() };
            let (dash, bash) = (case("dash"), case("bash"));
            let one = run(Command::new("dash").arg("case.sh"), &folder.join("run"), &dash);
            let two = run(Command::new("bash").arg("case.sh"), &folder.join("run"), &bash);
            if one.is_none() || one != two {
                skipped += 1;
                continue;
            }
            all.push(if seed % 2 == 0 { dash } else { bash });
            expected.push(one);
            if seed % 3 == 0 {
                let only =
                    Case { name: format!("{seed} bash"), shell: "bash", text: Generator::new(seed).bash_script() };
                expected.push(run(Command::new("bash").arg("case.sh"), &folder.join("run"), &only));
                all.push(only);
            }
        }
        build(&all, &folder, "generated");
        let program = folder.join("generated.exe");
        for (number, (case, expected)) in all.iter().zip(expected).enumerate() {
            let actual = run(Command::new(&program).env("BATUTA_CASE", number.to_string()), &folder.join("run"), case);
            if actual == expected {
                passed += 1;
            } else if actual.as_ref().is_some_and(|(_, code)| *code == Some(70)) {
                refused += 1;
            } else {
                wrong.push(format!(
                    "seed {} ({}):\n{}\n--- shells: {}--- converted: {}",
                    case.name,
                    case.shell,
                    case.text,
                    show(&expected),
                    show(&actual)
                ));
            }
        }
    }
    eprintln!("passed {passed}, refused {refused}, wrong {}, shells differ {skipped}", wrong.len());
    let shown = wrong.len().min(20);
    assert!(wrong.is_empty(), "{}", wrong[..shown].join("\n=====\n"));
    // Only scripts that no shell accepts to the end are refused: a syntax error somewhere in them.
    assert!(refused * 10 <= passed + 20, "too many refusals: {refused}");
}
