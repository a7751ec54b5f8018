//! Files that are no plugin, and caches that somebody touched.

use crate::malformed::{TRANSPILER, component, module};
use crate::measure::Table;
use crate::world::{World, context, limits};
use batuta_runtime::{CodeCache, Compiler, LoadKind, Loader, build_bundle, inspect};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

const SHORT: Duration = Duration::from_secs(4);

pub fn run(world: &World, table: &mut Table) {
    refused(world, table);
    padded(world, table);
    mutated(world, table);
    compiled_in_child(world, table);
    bundle(world, table);
    cache(world, table);
}

fn refused(world: &World, table: &mut Table) {
    let core = module("");
    let good = component(core.clone(), TRANSPILER, |text| text);
    let bundle = build_bundle(&world.engine, &[("hostile".into(), world.hostile.clone())]).unwrap();
    let elf = bundle.windows(4).position(|bytes| bytes == b"\x7fELF").unwrap();
    let newer =
        component(wat_version(&core), &TRANSPILER.replace("0.1.0", "0.9.0"), |text| text.replace("0.1.0", "0.9.0"));
    let escape = "package test:test; world test { include batuta:plugin/transpiler-plugin@0.1.0; import evil:host/escape@1.0.0; } package evil:host@1.0.0 { interface escape { run: func(); } }";
    let import = ";; import: (import \"evil:host/escape@1.0.0\" \"run\" (func $run))\n(func $use (call $run))\n";
    let unknown = component(module(import), escape, |text| text);
    let other = wat::parse_str("(component)").unwrap();
    let cases: Vec<(&str, &str, Vec<u8>, LoadKind)> = vec![
        ("file-empty", "an empty file", vec![], LoadKind::NotWasm),
        ("file-text", "a text file", b"#!/bin/sh\nexit 0\n".to_vec(), LoadKind::NotWasm),
        ("file-huge", "a file of 65 MiB", vec![0; 65 << 20], LoadKind::TooLarge),
        ("core-module", "a core module", core, LoadKind::CoreModule),
        ("precompiled", "machine code under the name of a component", bundle[elf..].to_vec(), LoadKind::Precompiled),
        ("truncated", "the first half of a component", good[..good.len() / 2].to_vec(), LoadKind::Invalid),
        ("truncated-header", "the first eight bytes of a component", good[..8].to_vec(), LoadKind::NotAPlugin),
        ("no-plugin", "a component with no exports", other, LoadKind::NotAPlugin),
        ("newer-abi", "a plugin for ABI 0.9.0", newer, LoadKind::Incompatible),
        ("unknown-import", "imports what no host has", unknown, LoadKind::UnknownImports),
    ];
    for (name, what, bytes, kind) in cases {
        table.case(name, what, SHORT, || {
            let error = world.load(&bytes).err().expect("it must not load");
            assert_eq!(error.kind, kind, "{error}");
            assert!(error.to_string().contains("guest.wasm") && !error.remedy.is_empty());
            world.good_call();
            format!("{:?}: {}", error.kind, batuta_runtime::text::clean(&error.message, 90))
        });
    }
}

/// A section that nobody reads, as large as a file may be, and larger.
fn padded(world: &World, table: &mut Table) {
    let good = component(module(""), TRANSPILER, |text| text);
    for (name, what, size, kind) in [
        ("custom-section", "a custom section of 60 MB", 60 << 20, None),
        ("custom-section-huge", "a custom section of 500 MB", 500 << 20, Some(LoadKind::TooLarge)),
    ] {
        table.case(name, what, SHORT, || {
            let mut bytes = good.clone();
            bytes.push(0);
            let (mut rest, size) = (size as u32, size as usize);
            while rest > 0x7f {
                bytes.push((rest & 0x7f) as u8 | 0x80);
                rest >>= 7;
            }
            bytes.push(rest as u8);
            bytes.extend(b"\x03pad");
            bytes.resize(bytes.len() + size - 4, 0);
            let seen = match world.load(&bytes) {
                Ok(_) => {
                    assert_eq!(kind, None);
                    "ok, never read".into()
                }
                Err(error) => {
                    assert_eq!(Some(error.kind), kind, "{error}");
                    format!("{:?}: {}", error.kind, batuta_runtime::text::clean(&error.message, 90))
                }
            };
            world.good_call();
            seen
        });
    }
}

/// The skeleton's exports under another version.
fn wat_version(core: &[u8]) -> Vec<u8> {
    let mut bytes = core.to_vec();
    let old = b"@0.1.0";
    for at in 0..bytes.len() - old.len() {
        if &bytes[at..at + old.len()] == old {
            bytes[at + 3] = b'9';
        }
    }
    bytes
}

/// Components with flipped bytes: refused, or run without harm. A fixed sequence, so that a failure can be repeated.
fn mutated(world: &World, table: &mut Table) {
    table.case("mutated", "3,000 components with flipped bytes", Duration::from_secs(60), || {
        let good = component(module(""), TRANSPILER, |text| text);
        let mut seed = 0x2545_f491_4f6c_dd1du64;
        let mut random = |below: usize| {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            (seed % below as u64) as usize
        };
        let (mut refused, mut ran) = (0, 0);
        for _ in 0..3000 {
            let mut bytes = good.clone();
            for _ in 0..1 + random(3) {
                let at = random(bytes.len());
                bytes[at] = random(256) as u8;
            }
            if inspect("mutated.wasm", &bytes).is_err() {
                refused += 1;
            } else if ran < 60 {
                ran += 1;
                if let Ok(sandbox) = world.load(&bytes) {
                    let _ = world.lower(&sandbox, &context("none", ""));
                }
            }
        }
        world.good_call();
        assert!(refused > 500 && ran > 10, "{refused} {ran}");
        format!("{refused} refused, {ran} of the others were run")
    });
}

fn compiled_in_child(world: &World, table: &mut Table) {
    table.case("child", "is compiled in a child process", SHORT, || {
        let compiler = Compiler::in_child(std::env::current_exe().unwrap());
        let loader = Loader::with(world.engine.clone(), compiler, None, None);
        let sandbox =
            batuta_runtime::Sandbox::new(vec![loader.component("hostile.wasm", &world.hostile, limits()).unwrap()]);
        world.lower(&sandbox, &context("none", "")).result.unwrap();
        "ok".into()
    });
    for (name, what, program) in [
        ("child-missing", "the compiler process cannot be started", "/nonexistent/batuta"),
        ("child-fails", "the compiler process fails", "/bin/false"),
        ("child-lies", "the compiler process answers no machine code", "/bin/echo"),
    ] {
        table.case(name, what, SHORT, || {
            let loader = Loader::with(world.engine.clone(), Compiler::in_child(program.into()), None, None);
            let error = loader.component("guest.wasm", &world.hostile, limits()).err().unwrap();
            assert_eq!(error.kind, LoadKind::Compile);
            format!("{:?}: {}", error.kind, batuta_runtime::text::clean(&error.message, 90))
        });
    }
    for (name, what, text) in [
        ("compile-bomb", "a function that the compiler takes long for", bomb as fn() -> String),
        ("compile-bomb-locals", "a function with 50,000 locals that all live", locals),
        ("compile-bomb-large", "one function of 5 MB", large),
        ("compile-bomb-many", "200,000 tiny functions", many),
        ("compile-bomb-table", "jump tables of a million targets together", jumps),
    ] {
        table.case(name, what, Duration::from_secs(8), || {
            let bomb = component(module(&text()), TRANSPILER, |text| text);
            let wall = Duration::from_millis(500);
            let compiler = Compiler::in_child(std::env::current_exe().unwrap()).stopped_after(wall);
            let loader = Loader::with(world.engine.clone(), compiler, None, None);
            let start = std::time::Instant::now();
            let seen = match loader.component("guest.wasm", &bomb, limits()) {
                Ok(_) => format!("ok, compiled in {:?}", start.elapsed()),
                Err(error) => {
                    assert!(matches!(error.kind, LoadKind::Compile | LoadKind::Invalid), "{error}");
                    format!("{:?}: {}", error.kind, batuta_runtime::text::clean(&error.message, 90))
                }
            };
            assert!(!seen.starts_with("ok") || name != "compile-bomb", "it takes seconds to compile");
            world.good_call();
            seen
        });
    }
}

/// All locals live at once: the deepest frame that a function may have.
fn locals() -> String {
    let set: String =
        (1..50_000).map(|n| format!("(local.set {n} (i64.add (local.get 0) (i64.const {n})))\n")).collect();
    let get: String = (1..50_000).map(|n| format!("(local.set 0 (i64.xor (local.get 0) (local.get {n})))\n")).collect();
    format!(
        "(func $bomb (param i64) (result i64) (local {}) {set} (drop (call $bomb (local.get 0))) {get} (local.get 0))",
        "i64 ".repeat(49_999)
    )
}

/// Of wide constants, because the text format takes more memory per instruction than the rest of this test.
fn large() -> String {
    format!("(func $bomb {})", "(drop (v128.const i64x2 1 2))".repeat(263_000))
}

/// A million would be more than validation lets through.
fn many() -> String {
    "(func)".repeat(200_000)
}

fn jumps() -> String {
    let jump = format!("(block (br_table {} (local.get 0)))", "0 ".repeat(60_000));
    format!("(func $bomb (param i32) {})", jump.repeat(16))
}

/// One function with many blocks and live values.
fn bomb() -> String {
    let mut text = String::from("(func $bomb (param i32) (result i32) (local ");
    text.push_str(&"i32 ".repeat(500));
    text.push(')');
    for n in 0..20_000 {
        let (a, b, c) = (n % 500 + 1, (n * 7) % 500 + 1, (n * 13) % 500 + 1);
        text.push_str(&format!(
            "(if (local.get {a}) (then (local.set {b} (i32.add (local.get {c}) (local.get {a})))))\n"
        ));
    }
    text.push_str("(local.get 7))");
    text
}

/// The embedded bundle: listed without loading code, used in place once, copied the second time, compiled nowhere.
fn bundle(world: &World, table: &mut Table) {
    table.case("bundle", "is embedded in the program, and loaded twice", SHORT, || {
        let bytes = build_bundle(&world.engine, &[("hostile".into(), world.hostile.clone())]).unwrap();
        let room: &'static mut [u8] = vec![0; bytes.len() + 4096].leak();
        let start = room.as_ptr().align_offset(4096);
        room[start..start + bytes.len()].copy_from_slice(&bytes);
        let bytes: &'static [u8] = &room[start..start + bytes.len()];
        let compiled = Arc::new(AtomicUsize::new(0));
        for _ in 0..2 {
            let counter = compiled.clone();
            let notice = Box::new(move |_: &str| {
                counter.fetch_add(1, Ordering::Relaxed);
            });
            let loader = Loader::with(world.engine.clone(), Compiler::in_process(), None, Some(notice));
            let plugins = loader.bundle(bytes, &limits()).unwrap();
            assert_eq!(plugins[0].info().manifest.name, "hostile");
            let sandbox = batuta_runtime::Sandbox::new(plugins);
            world.lower(&sandbox, &context("none", "")).result.unwrap();
        }
        assert_eq!(compiled.load(Ordering::Relaxed), 0);
        "ok, compiled nowhere".into()
    });
    table.case("bundle-spoilt", "is damaged", SHORT, || {
        let bytes = build_bundle(&world.engine, &[("hostile".into(), world.hostile.clone())]).unwrap();
        let loader = Loader::new(world.engine.clone());
        let open = |bytes: Vec<u8>| loader.bundle(bytes.leak(), &limits()).map(|plugins| plugins.len());
        assert!(
            open(bytes[..bytes.len() / 2].to_vec()).is_err() && open(vec![]).is_err() && open(vec![b'x'; 100]).is_err()
        );
        "refused".into()
    });
}

/// A loader over the cache in `folder`, and how often it compiled.
fn cached(world: &World, folder: &Path) -> (Loader, Arc<AtomicUsize>) {
    let count = Arc::new(AtomicUsize::new(0));
    let counter = count.clone();
    let notice = Box::new(move |_: &str| {
        counter.fetch_add(1, Ordering::Relaxed);
    });
    let cache = CodeCache::open(folder).unwrap();
    (Loader::with(world.engine.clone(), Compiler::in_process(), Some(cache), Some(notice)), count)
}

fn cache(world: &World, table: &mut Table) {
    let scratch = tempfile::tempdir().unwrap();
    let folder = scratch.path().join("code");
    let load = || {
        let (loader, count) = cached(world, &folder);
        let sandbox =
            batuta_runtime::Sandbox::new(vec![loader.component("hostile.wasm", &world.hostile, limits()).unwrap()]);
        world.lower(&sandbox, &context("none", "")).result.unwrap();
        count.load(Ordering::Relaxed)
    };
    let entry = || {
        let mut files = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path());
        files.find(|path| path.extension().is_some_and(|it| it == "code")).unwrap()
    };
    table.case("cache", "is compiled once", SHORT, || {
        assert_eq!((load(), load()), (1, 0));
        "ok".into()
    });
    let spoil = |change: &dyn Fn(&mut Vec<u8>)| {
        load();
        let mut bytes = std::fs::read(entry()).unwrap();
        change(&mut bytes);
        std::fs::write(entry(), bytes).unwrap();
        assert_eq!((load(), load()), (1, 0), "a damaged entry is made again, once");
        "rebuilt silently".to_string()
    };
    table.case("cache-flipped", "a byte of the machine code is changed", SHORT, || {
        spoil(&|bytes| *bytes.last_mut().unwrap() ^= 1)
    });
    table.case("cache-description", "a byte of the description is changed", SHORT, || spoil(&|bytes| bytes[60] ^= 1));
    table.case("cache-cut", "the entry is cut off", SHORT, || spoil(&|bytes| bytes.truncate(100)));
    table.case("cache-empty", "the entry is empty", SHORT, || spoil(&|bytes| bytes.clear()));
    table.case("cache-key", "the key is replaced", SHORT, || {
        load();
        std::fs::write(folder.join("key"), [7; 32]).unwrap();
        assert_eq!((load(), load()), (1, 0));
        "rebuilt silently".into()
    });
    table.case("cache-open", "the entry can be read by others", SHORT, || {
        load();
        std::fs::set_permissions(entry(), std::fs::Permissions::from_mode(0o644)).unwrap();
        assert_eq!(load(), 1);
        "rebuilt silently".into()
    });
    table.case("cache-link", "the entry is a link", SHORT, || {
        load();
        let aside = scratch.path().join("aside");
        std::fs::rename(entry(), &aside).unwrap();
        let (loader, _) = cached(world, &folder);
        drop(loader);
        load();
        let name = entry();
        std::fs::remove_file(&name).unwrap();
        std::os::unix::fs::symlink(&aside, &name).unwrap();
        assert_eq!(load(), 1);
        "rebuilt silently".into()
    });
    table.case("cache-stranger", "the entry belongs to another user", SHORT, || {
        load();
        // Only root may give a file away.
        if std::os::unix::fs::chown(entry(), Some(65_534), None).is_err() {
            return "not run: it takes root".into();
        }
        assert_eq!((load(), load()), (1, 0));
        "rebuilt silently".into()
    });
    table.case("cache-folder-open", "the folder is open to others", SHORT, || {
        let open = scratch.path().join("open");
        std::fs::create_dir(&open).unwrap();
        std::fs::set_permissions(&open, std::fs::Permissions::from_mode(0o755)).unwrap();
        let error = CodeCache::open(&open).unwrap_err().to_string();
        assert!(error.contains("is open to other users"), "{error}");
        "refused".into()
    });
    table.case("cache-folder-link", "the folder is a link", SHORT, || {
        let link = scratch.path().join("link");
        std::os::unix::fs::symlink(&folder, &link).unwrap();
        let error = CodeCache::open(&link).unwrap_err().to_string();
        assert!(error.contains("is no folder"), "{error}");
        "refused".into()
    });
}
