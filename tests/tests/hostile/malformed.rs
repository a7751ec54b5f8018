//! The core modules in `tests/guests/core`: what no compiler would make. Each is set into a well-behaved skeleton and becomes a component.

use crate::measure::{Table, error_of};
use crate::world::World;
use batuta_runtime::LoadKind;
use std::path::PathBuf;
use std::time::Duration;
use wit_component::{ComponentEncoder, StringEncoding};
use wit_parser::Resolve;

/// Imports of every module; drops of borrowed handles are part of the calling convention.
const IMPORTS: &str = r#"
(import "batuta:plugin/project@0.1.0" "[resource-drop]file" (func $drop-file (param i32)))
(import "batuta:plugin/store@0.1.0" "[resource-drop]blob" (func $drop-blob (param i32)))
"#;

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// A module in the text format: the skeleton, with the functions that `text` exports left out.
pub fn module(text: &str) -> Vec<u8> {
    let whole = module_text(text);
    wat::parse_str(&whole).unwrap_or_else(|error| panic!("{error}\n{whole}"))
}

/// The text of [`module`].
pub fn module_text(text: &str) -> String {
    let read = |name: &str| std::fs::read_to_string(folder("guests/core").join(name)).unwrap();
    let imports: String = headers(text, "import").collect();
    let mut memory = read("skeleton-memory.wat");
    if let Some(pages) = headers(text, "memory").next() {
        memory = memory.replace("(memory (export \"memory\") 4)", &format!("(memory (export \"memory\") {pages})"));
    }
    let functions = read("skeleton-functions.wat");
    let kept = functions.split(";; ").filter(|function| {
        let name = function.split('"').nth(1);
        name.is_some_and(|name| !text.contains(&format!("(export \"{name}\")")))
    });
    let kept: String = kept.map(|function| format!(";; {function}")).collect();
    format!("(module {IMPORTS}{imports}\n{memory}\n{kept}\n{text})")
}

/// The values of `;; key: value` lines.
fn headers<'a>(text: &'a str, key: &str) -> impl Iterator<Item = &'a str> {
    let prefix = format!(";; {key}: ");
    text.lines().filter_map(move |line| line.strip_prefix(&prefix))
}

/// A component of a core module for a world of the package text `world` (`package test:test; world test { … }`), over the ABI in
/// which `change` made its changes.
pub fn component(module: Vec<u8>, world: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut files: Vec<_> =
        std::fs::read_dir(folder("../wit/v0.1.0")).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let mut abi = String::from("package batuta:plugin@0.1.0;\n");
    for file in files.iter().filter(|file| file.extension().is_some_and(|it| it == "wit")) {
        abi += &std::fs::read_to_string(file).unwrap().replace("package batuta:plugin@0.1.0;", "");
    }
    let mut resolve = Resolve::new();
    resolve.push_str("abi.wit", &change(abi)).unwrap();
    let package = resolve.push_str("world.wit", world).unwrap();
    let world = resolve.select_world(&[package], Some("test")).unwrap();
    let mut module = module;
    wit_component::embed_component_metadata(&mut module, &resolve, world, StringEncoding::UTF8, false).unwrap();
    ComponentEncoder::default().module(&module).unwrap().validate(true).encode().unwrap()
}

/// The world of transpilers.
pub const TRANSPILER: &str = "package test:test; world test { include batuta:plugin/transpiler-plugin@0.1.0; }";

pub fn run(world: &World, table: &mut Table) {
    let mut files: Vec<_> =
        std::fs::read_dir(folder("guests/core")).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    for file in files {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        if name.starts_with("skeleton") {
            continue;
        }
        let text = std::fs::read_to_string(&file).unwrap();
        let what = headers(&text, "what").next().unwrap().to_string();
        let expected = headers(&text, "expect").next().unwrap().to_string();
        let component = component(module(&text), TRANSPILER, |text| text);
        table.case(&name, &what, Duration::from_secs(5), || one(world, &component, &expected));
    }
    let wide = component(module(&wide()), TRANSPILER, |text| text);
    table.case("recurse-wide", "recurses with 2,000 live locals per frame", Duration::from_secs(5), || {
        one(world, &wide, "stack")
    });
    many_memories(world, table);
}

/// A function whose frames are large.
fn wide() -> String {
    let locals = 1..=2000;
    let set: String =
        locals.clone().map(|n| format!("(local.set {n} (i64.add (local.get 0) (i64.const {n})))\n")).collect();
    let add: String = locals.clone().map(|n| format!("(i64.add (local.get {n}))\n")).collect();
    format!(
        "(func $wide (param i64) (result i64) (local {})
          {set} (local.set 0 (call $wide (i64.add (local.get 0) (i64.const 1)))) (local.get 0) {add})
        (func (export \"batuta:plugin/transpiler@0.1.0#lower\") (param i32 i32 i32 i32) (result i32)
          (call $drop-file (local.get 0)) (call $drop-blob (local.get 1))
          (drop (call $wide (i64.const 0))) (i32.const 3072))",
        "i64 ".repeat(2000)
    )
}

/// Load and call; `expected` is a kind of failure, `load`, `ok` or `any`.
fn one(world: &World, component: &[u8], expected: &str) -> String {
    let sandbox = match world.load(component) {
        Ok(sandbox) => sandbox,
        Err(error) => {
            assert_eq!(expected, "load", "{error}");
            assert!(!error.message.is_empty() && !error.remedy.is_empty() && error.to_string().contains("guest.wasm"));
            world.good_call();
            return format!("{:?}: {}", error.kind, batuta_runtime::text::clean(&error.message, 90));
        }
    };
    let outcome = world.lower(&sandbox, &crate::world::context("none", ""));
    let seen = match (&outcome.result, expected) {
        (Ok(_), "ok" | "any") => "ok".to_string(),
        (Err(error), "any") => format!("{:?}", error.kind),
        _ => {
            let error = error_of(&outcome, "core", "6.6.7");
            assert_eq!(kebab(&error.kind), expected, "{error}");
            format!("{:?}: {}", error.kind, batuta_runtime::text::clean(&error.message, 90))
        }
    };
    world.good_call();
    seen
}

fn kebab(kind: &impl std::fmt::Debug) -> String {
    let mut text = String::new();
    for c in format!("{kind:?}").chars() {
        if c.is_uppercase() && !text.is_empty() {
            text.push('-');
        }
        text.push(c.to_ascii_lowercase());
    }
    text
}

/// A component is a list of sections, so a good one can be made worse by more of them behind its own.
fn many_memories(world: &World, table: &mut Table) {
    let good = component(module(""), TRANSPILER, |text| text);
    let modules = wasmparser_count(&good);
    for (name, what, pages, count, kind) in [
        ("memories-many", "a component with 100 memories", 1, 100, LoadKind::Manifest),
        ("memories-large", "three memories that are too large only together", 2000, 3, LoadKind::Manifest),
        ("instances-many", "a component with 500 core instances", 0, 500, LoadKind::Manifest),
        ("instances-huge", "a component with 10,000 core instances", 0, 10_000, LoadKind::Invalid),
    ] {
        let mut text = String::from("(component ");
        text.push_str(&"(core module)".repeat(modules));
        let memory = if pages == 0 { String::new() } else { format!("(memory {pages})") };
        text.push_str(&format!("(core module $m {memory})"));
        text.push_str(&"(core instance (instantiate $m))".repeat(count));
        text.push(')');
        let extra = wat::parse_str(&text).unwrap();
        let mut component = good.clone();
        component.extend_from_slice(skip_sections(&extra, modules));
        table.case(name, what, Duration::from_secs(8), || {
            let error = world.load(&component).err().expect("it must not load");
            assert_eq!(error.kind, kind, "{error}");
            world.good_call();
            format!("{:?}: {}", error.kind, batuta_runtime::text::clean(&error.message, 90))
        });
    }
}

/// How many core modules a component has at its outermost level.
fn wasmparser_count(component: &[u8]) -> usize {
    sections(component).filter(|(id, _)| *id == 1).count()
}

/// The bytes behind the header and the first `count` sections.
fn skip_sections(component: &[u8], count: usize) -> &[u8] {
    match sections(component).nth(count) {
        Some((_, start)) => &component[start..],
        None => &[],
    }
}

/// Number and start of every section.
fn sections(component: &[u8]) -> impl Iterator<Item = (u8, usize)> + '_ {
    let mut at = 8;
    std::iter::from_fn(move || {
        let id = *component.get(at)?;
        let start = at;
        let (mut size, mut shift) = (0usize, 0);
        loop {
            at += 1;
            let byte = component[at];
            size |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                break;
            }
        }
        at += 1 + size;
        Some((id, start))
    })
}
