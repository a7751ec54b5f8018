//! Corpora of C programs, held against gcc: `cargo dev corpus tcc gcc-torture csmith csmith-headers` fetches them.
#![allow(clippy::disallowed_methods)] // reads how much to do

mod corpora;

use batuta_decy::Decy;
use batuta_testkit::corpus::{Case, Options, Outcome, Scored, Section, render, sample, score, write};
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

fn options() -> Options {
    Options { run_limit: Duration::from_secs(10), ..Options::default() }
}

fn scored(name: &str, cases: Vec<Case>) -> Vec<Scored> {
    // gcc takes its time for whole libraries, and a machine may be busy; programs of csmith that do not end are many.
    let limit = match name {
        "csmith" => 10,
        _ if LIBRARIES.contains(&name) => 60,
        _ => 30,
    };
    score::<Decy>(name, &cases, &Options { run_limit: Duration::from_secs(limit), ..options() })
}

/// Prints no addresses and gives the same every time: what cannot be compared is no case.
const UNSTEADY: &[&str] = &["return-addr"];

fn steady(cases: Vec<Case>) -> Vec<Case> {
    cases.into_iter().filter(|case| !UNSTEADY.contains(&case.name.as_str())).collect()
}

fn bad(cases: &[Scored]) -> Vec<String> {
    let is_bad = |case: &&Scored| matches!(case.outcome, Outcome::Wrong(_) | Outcome::DoesNotCompile(_));
    cases.iter().filter(is_bad).map(|case| format!("{}: {:?}", case.name, case.outcome)).collect()
}

/// A fixed, evenly spread part of every corpus: nothing in it may be wrong or fail to compile.
#[test]
fn sample_is_right() {
    let tcc = corpora::tcc().expect("the corpus");
    let torture = steady(corpora::torture().expect("the corpus"));
    let csmith = corpora::csmith(1..4).expect("the corpus");
    let mut wrong = bad(&scored("sample-tcc", sample(&tcc, 20)));
    wrong.extend(bad(&scored("sample-torture", sample(&torture, 50))));
    wrong.extend(bad(&scored("sample-csmith", csmith)));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Everything, or the corpora that BATUTA_CORPUS names; writes the page of scores after each.
#[test]
#[ignore = "takes long: `cargo test --release -p batuta-decy --test corpus -- --ignored` writes tests/scores/c.md"]
fn all() {
    let only = std::env::var("BATUTA_CORPUS").unwrap_or_default();
    let seeds = std::env::var("BATUTA_CSMITH_SEEDS").ok().and_then(|text| text.parse().ok()).unwrap_or(300);
    let torture = || corpora::torture().map(steady);
    let parts: [Part; 14] = [
        ("bzip2", "bzip2", BZIP2, &corpora::projects::bzip2),
        ("lz4", "lz4", LZ4, &corpora::projects::lz4),
        ("zlib", "zlib", ZLIB, &corpora::projects::zlib),
        ("lua", "lua", LUA, &corpora::projects::lua),
        ("sqlite", "sqlite", SQLITE, &corpora::projects::sqlite),
        ("zstd", "zstd", ZSTD, &corpora::projects::zstd),
        ("quickjs", "quickjs", QUICKJS, &corpora::projects::quickjs),
        ("yyjson", "yyjson", YYJSON, &corpora::projects::yyjson),
        ("brotli", "brotli", BROTLI, &corpora::projects::brotli),
        ("duktape", "duktape", DUKTAPE, &corpora::projects::duktape),
        ("tcc", "tcc tests2", TCC, &corpora::tcc),
        ("torture", "gcc-torture execute", TORTURE, &torture),
        ("mutated", "gcc-torture, one comparison turned round", MUTATED, &|| {
            Ok(sample(&corpora::mutated(&torture()?), 100))
        }),
        ("csmith", "csmith", CSMITH, &|| corpora::csmith(1..seeds + 1)),
    ];
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/scores/c.md"));
    for (name, title, about, cases) in parts {
        if only.is_empty() || only.split(',').any(|wanted| wanted == name) {
            let cases = cases().expect("the corpus");
            let outcomes = scored(name, cases.clone());
            let undefined = corpora::undefined::listed(&cases, &outcomes);
            let mut section = section(title, about, outcomes);
            if !undefined.is_empty() {
                section
                    .about
                    .push_str("\n\nUndefined behaviour, as gcc's sanitizers say of what differs or stops at run time:");
                undefined.iter().for_each(|(name, said)| section.about.push_str(&format!(" `{name}` ({said})")));
                section.about.push('.');
            }
            let made = render(TITLE, ABOUT, &[section]);
            let page = corpora::page::merge(&std::fs::read_to_string(path).unwrap_or_default(), &made);
            write(path, &page).expect("the page");
        }
    }
}

/// A corpus: its name, its title, what is said about it, and its cases.
type Part<'a> = (&'a str, &'a str, &'a str, &'a dyn Fn() -> Result<Vec<Case>, String>);

/// Corpora whose cases run one program over different input.
const LIBRARIES: &[&str] = &["bzip2", "lz4", "zlib", "lua", "sqlite", "zstd", "quickjs", "yyjson", "brotli", "duktape"];

const TITLE: &str = "C to Rust: scores";
const ABOUT: &str = "Written by `cargo test --release -p batuta-decy --test corpus -- --ignored`. Every program is held against what gcc makes of it (`-O1`).";
const BZIP2: &str = "bzip2 1.0.8 as the crate `bzip2-sys` ships it, with its own program. Goal: 40 % of the functions without `unsafe`.";
const LZ4: &str = "lz4 1.10.0 as the crate `lz4-sys` ships it, driven by `plugins/decy/tests/drivers/lz4.c`.";
const ZLIB: &str =
    "zlib as the crate `libz-sys` ships it, without its `gz*` files, driven by `plugins/decy/tests/drivers/zlib.c`.";
const LUA: &str =
    "Lua 5.4.9 as the crate `lua-src` ships it, driven by `plugins/decy/tests/drivers/lua.c` over `scripts.txt`.";
const SQLITE: &str =
    "SQLite in one file as the crate `sqlite3-src` ships it, driven by `plugins/decy/tests/drivers/sqlite.c`.";
const ZSTD: &str = "Zstandard 1.5.7 as the crate `zstd-sys` ships it, driven by `plugins/decy/tests/drivers/zstd.c`.";
const QUICKJS: &str =
    "QuickJS as the crate `libquickjs-sys` ships it, driven by `plugins/decy/tests/drivers/quickjs.c`.";
const YYJSON: &str = "yyjson as the crate `yyjson-sys` ships it, driven by `plugins/decy/tests/drivers/yyjson.c`.";
const BROTLI: &str = "Brotli as the crate `brotli-sys` ships it, driven by `plugins/decy/tests/drivers/brotli.c`.";
const DUKTAPE: &str = "Duktape as the crate `dukt-sys` ships it, driven by `plugins/decy/tests/drivers/duktape.c`.";
const TCC: &str = "Debian source `tcc`, `tests/tests2`; a case that gcc does not build has no reference. Goal: 92 %.";
const TORTURE: &str = "Debian package `gcc-12-source`, `gcc.c-torture/execute` with `ieee`, without those that `plugins/decy/tests/torture-excluded.txt` names with a reason (assembler, nested functions, gcc itself fails) and without `return-addr`, which prints addresses. Nearly all print nothing. Goal: 85 %.";
const MUTATED: &str = "100 of the programs above, evenly spread, with the first `!=` before an `abort` turned into `==`. A pass here says that the converted program fails as the original does: it backs the silent ones.";
const CSMITH: &str = "Programs that csmith 2.3.0 makes from the seeds 1, 2, 3, … with its default options; what the original does not end within 10 s has no reference. Goal: none wrong, 90 %.";

fn section(title: &str, about: &str, cases: Vec<Scored>) -> Section {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    let mut seen: Vec<&BTreeMap<String, u64>> = vec![];
    for case in cases.iter().filter(|case| case.outcome == Outcome::Pass) {
        // Many cases of one library are one program.
        if LIBRARIES.contains(&title) && seen.contains(&&case.counts) {
            continue;
        }
        seen.push(&case.counts);
        for (name, value) in &case.counts {
            *counts.entry(name).or_default() += value;
        }
    }
    let of = |name: &str| counts.get(name).copied().unwrap_or(0);
    let (all, risky) = (of("functions"), of("functions-unsafe"));
    let share = (all - risky) * 1000 / all.max(1);
    let mut about = format!(
        "{about}\n\nSafety, over the passing programs: {} of {all} functions without `unsafe` ({}.{} %); {} dereferences and moves of raw \
         pointers, {} lines in `unsafe`, {} pointers lifted.",
        all - risky,
        share / 10,
        share % 10,
        of("raw-dereferences"),
        of("unsafe-lines"),
        of("pointers-lifted"),
    );
    let reasons = counts.iter().filter_map(|(name, count)| Some((name.strip_prefix("unsafe-because-")?, *count)));
    let mut reasons: Vec<(&str, u64)> = reasons.collect();
    reasons.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), name.to_owned()));
    if !reasons.is_empty() {
        let reasons: Vec<String> = reasons.iter().map(|(name, count)| format!("{name} {count}")).collect();
        about.push_str(&format!(" Why functions need it: {}.", reasons.join(", ")));
    }
    Section { title: title.into(), about, cases }
}
