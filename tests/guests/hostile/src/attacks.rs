//! The attacks, one function each.

use batuta_sdk::diagnostics::{Code, Diagnostic, Fix};
use batuta_sdk::text::{FileId, Origin, TextRange};
use batuta_sdk::{
    Binary, Command, Context, CrateDependency, Error, LogLevel, Lowered, OutputFile, Reference, Result, SourceFile,
    Support,
};
use std::hint::black_box;

const CODE: Code = Code::new("HO0001");

/// Attacks of `index`.
pub(crate) fn index(_: &SourceFile, cx: &mut Context<'_>) -> Result<Vec<u8>> {
    match cx.settings().get("attack") {
        // More than the quota of staged bytes.
        Some("index-flood") => Ok(vec![1; 300 << 20]),
        _ => Ok(b"index".to_vec()),
    }
}

/// Attacks of `lower`.
pub(crate) fn lower(file: &SourceFile, cx: &mut Context<'_>, lowered: &mut Lowered) -> Result<()> {
    let settings = cx.settings();
    let argument = settings.get("argument").unwrap_or_default().to_string();
    match settings.get("attack").unwrap_or("none") {
        "none" => {}
        "panic" => panic!("as asked\x1b[31m"),
        "abort" => std::process::abort(),
        "loop" => forever(),
        "recurse" => drop(black_box(recurse(black_box(u64::MAX)))),
        "grow" => grow(),
        "log-flood" => log_flood(cx),
        "log-control" => cx.log(LogLevel::Error, "a\x1b]0;b\x07", "red \x1b[31m and \u{202e}reversed\nsecond line"),
        "emit-flood" => emit_flood(file, cx),
        "emit-huge" => emit_huge(file, cx),
        "emit-control" => {
            cx.emit(Diagnostic::error(CODE, "\x1b[2J\x1b[31mred\r\n\u{202e}txt").at(whole(file)).help("\x07"))
        }
        "fix-control" => cx.emit(fix_with_controls(file)),
        "host-storm" => while cx.checkpoint(1, 2).is_ok() {},
        "ignore-cancel" => loop {
            let _ = cx.checkpoint(0, 0);
        },
        "span-outside" => cx.emit(Diagnostic::error(CODE, "x").at(place(file.id, 0, file.bytes.len() as u32 + 1))),
        "span-overflow" => cx.emit(Diagnostic::error(CODE, "x").at(place(file.id, u32::MAX, u32::MAX))),
        "span-reversed" => {
            cx.emit(Diagnostic::error(CODE, "x").at(Origin { file: file.id, range: TextRange { start: 2, end: 1 } }))
        }
        "span-stranger" => cx.emit(Diagnostic::error(CODE, "x").at(place(FileId(4_000_000), 0, 0))),
        "origin-outside" => lowered.files[0].origins.push((1, place(file.id, 0, u32::MAX))),
        "origin-order" => lowered.files[0].origins.extend([(2, whole(file)), (1, whole(file))]),
        "output-path" => lowered.files.push(output(&argument)),
        "output-twice" => lowered.files.push(output("src/MAIN.rs")),
        "output-folder" => lowered.files.push(output("src/main.rs/x.rs")),
        "output-many" => lowered.files.extend((0..20_000).map(|n| output(&format!("src/f{n}.rs")))),
        "package-name" => lowered.package = argument,
        "binary-path" => lowered.binaries.push(binary("x", "../x.rs", file.id, "python3")),
        "binary-command" => lowered.binaries.push(binary("x", "src/main.rs", file.id, &argument)),
        "dependency" => {
            lowered.dependencies.push(CrateDependency { name: argument, version: "1".into(), features: vec![] })
        }
        "requirement" => {
            lowered.dependencies.push(CrateDependency { name: "x".into(), version: argument, features: vec![] })
        }
        "support" => lowered.supports.push(Support { name: argument, features: vec![] }),
        "open" => open(cx, &argument, lowered),
        "open-storm" => open_storm(cx),
        "nan" => nan(lowered),
        attack => return raw(attack, &argument, lowered),
    }
    Ok(())
}

/// Attacks on the bindings themselves.
fn raw(attack: &str, argument: &str, lowered: &mut Lowered) -> Result<()> {
    #[cfg(target_family = "wasm")]
    return match attack.strip_prefix("power-") {
        Some(power) => {
            crate::powers::use_one(power, argument).map(|said| lowered.files[0].content.extend(said.bytes()))
        }
        None => crate::raw::attack(attack),
    };
    #[cfg(not(target_family = "wasm"))]
    let _ = (argument, lowered);
    #[cfg(not(target_family = "wasm"))]
    Err(Error::Unsupported(attack.to_string()))
}

fn whole(file: &SourceFile) -> Origin {
    place(file.id, 0, file.bytes.len() as u32)
}

fn place(file: FileId, start: u32, end: u32) -> Origin {
    Origin { file, range: TextRange { start, end } }
}

fn output(path: &str) -> OutputFile {
    OutputFile { path: path.into(), content: vec![], origins: vec![] }
}

fn binary(name: &str, path: &str, source: FileId, program: &str) -> Binary {
    let run = Command { program: program.into(), arguments: vec![] };
    Binary { name: name.into(), path: path.into(), source, reference: Reference { build: vec![], run } }
}

fn forever() {
    let mut n = 0u64;
    loop {
        n = black_box(n.wrapping_add(1));
    }
}

fn recurse(depth: u64) -> u64 {
    if black_box(depth) == 0 { 0 } else { recurse(black_box(depth - 1)).wrapping_add(depth) }
}

fn grow() {
    let mut kept = Vec::new();
    loop {
        kept.push(black_box(vec![1u8; 1 << 20]));
    }
}

fn log_flood(cx: &mut Context<'_>) {
    let line = "x".repeat(1000);
    for _ in 0..200_000 {
        cx.log(LogLevel::Warning, "flood", &line);
    }
}

fn emit_flood(file: &SourceFile, cx: &mut Context<'_>) {
    for n in 0..200_000 {
        cx.emit(Diagnostic::warning(CODE, format!("finding {n}")).at(whole(file)));
    }
}

fn emit_huge(file: &SourceFile, cx: &mut Context<'_>) {
    let message = "y".repeat(1 << 20);
    for _ in 0..1000 {
        cx.emit(Diagnostic::warning(CODE, message.clone()).at(whole(file)));
    }
}

fn fix_with_controls(file: &SourceFile) -> Diagnostic {
    let mut finding = Diagnostic::warning(CODE, "fix").at(whole(file));
    finding.fixes.push(Fix { at: whole(file), replacement: "a\x1b[31m\nb".into() });
    finding
}

/// What `open` gives goes into the output, so that the test sees it.
fn open(cx: &mut Context<'_>, path: &str, lowered: &mut Lowered) {
    let seen = match cx.open(path) {
        Some(file) => format!("// opened {} with {} bytes\n", file.path, file.bytes.len()),
        None => "// nothing there\n".to_string(),
    };
    lowered.files[0].content = seen.into_bytes();
}

fn open_storm(cx: &mut Context<'_>) {
    for n in 0..10_000_000u64 {
        let _ = cx.open(&format!("missing/{n}"));
    }
}

/// The bits of results that differ between processors.
#[allow(clippy::eq_op)] // not a number is what this is about
fn nan(lowered: &mut Lowered) {
    let zero = black_box(0.0f64);
    let bits = [
        (zero / zero).to_bits(),
        black_box(-f64::NAN).sqrt().to_bits(),
        (black_box(f64::INFINITY) - f64::INFINITY).to_bits(),
    ];
    lowered.files[0].content = format!("// {bits:x?}\n").into_bytes();
}

#[allow(dead_code, reason = "used by `raw` in the sandbox")]
pub(crate) fn unsupported(attack: &str) -> Error {
    Error::Unsupported(format!("no attack `{attack}`"))
}
