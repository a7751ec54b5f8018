//! Whole libraries as cases: each with a program that drives it.

use super::below;
use batuta_testkit::corpus::{Case, folder};
use std::path::Path;

/// The sources and headers of a folder, without these.
fn files(root: &Path, without: &[&str]) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(root).into_iter().flatten().flatten();
    let mut out: Vec<(String, Vec<u8>)> = entries
        .filter_map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            let wanted = (name.ends_with(".c") || name.ends_with(".h")) && !without.contains(&name.as_str());
            wanted.then(|| Some((name, std::fs::read(entry.path()).ok()?)))?
        })
        .collect();
    out.sort();
    out
}

/// Text that repeats itself here and there; the same every time.
fn text(size: usize) -> Vec<u8> {
    let words = ["the ", "quick ", "brown ", "fox", " jumps\n", "over ", "lazy ", "dog. ", "0123456789", "\t"];
    let mut seed = 12345u32;
    let mut out = vec![];
    while out.len() < size {
        seed = seed.wrapping_mul(1_103_515_245).wrapping_add(12345);
        let at = (seed >> 16) as usize;
        out.extend_from_slice(words[at % words.len()].as_bytes());
        if at.is_multiple_of(13) {
            out.push((at >> 4) as u8);
        }
    }
    out.truncate(size);
    out
}

fn project(name: &str, root: &Path, without: &[&str]) -> Case {
    let mut case = Case::new(name);
    case.files = files(root, without);
    case
}

/// bzip2: its own program, over text and over its samples.
pub fn bzip2() -> Result<Vec<Case>, String> {
    let root = below(&folder("bzip2")?, "bzip2-1.0.8").ok_or("the corpus `bzip2` has no sources")?;
    let others = ["bzip2recover.c", "dlltest.c", "mk251.c", "spewG.c", "unzcrash.c"];
    let make = |name: &str, args: &[&str], stdin: Vec<u8>| {
        project(name, &root, &others).program("bzip2.c").args(args.iter().copied()).stdin(stdin)
    };
    let read = |name: &str| std::fs::read(root.join(name)).map_err(|error| format!("{name}: {error}"));
    Ok(vec![
        make("compress -1", &["-1", "-c"], text(150_000)),
        make("compress -9", &["-9", "-c"], text(300_000)),
        make("compress sample1", &["-5", "-c"], read("sample1.ref")?),
        make("compress sample3", &["-9", "-c"], read("sample3.ref")?),
        make("decompress sample1", &["-d", "-c"], read("sample1.bz2")?),
        make("decompress sample2", &["-d", "-c", "-s"], read("sample2.bz2")?),
        make("test sample3", &["-t", "-v"], read("sample3.bz2")?),
        make("test of no bzip2 file", &["-t"], text(1000)),
    ])
}

/// lz4: block, high-compression and frame formats.
pub fn lz4() -> Result<Vec<Case>, String> {
    let root = below(&folder("lz4")?, "liblz4/lib").ok_or("the corpus `lz4` has no sources")?;
    let make = |name: &str, stdin: Vec<u8>| {
        let case = project(name, &root, &["lz4file.c", "lz4file.h"]).program("drive.c");
        case.file("drive.c", include_bytes!("../drivers/lz4.c").as_slice()).stdin(stdin)
    };
    Ok(vec![
        make("round trips", text(200_000)),
        make("nothing", vec![]),
        make("bytes", (0..=255).cycle().take(9000).collect()),
    ])
}

/// zlib: all levels and strategies.
pub fn zlib() -> Result<Vec<Case>, String> {
    let root = below(&folder("zlib")?, "src/zlib").ok_or("the corpus `zlib` has no sources")?;
    let make = |name: &str, stdin: Vec<u8>| {
        let case = project(name, &root, &["gzclose.c", "gzlib.c", "gzread.c", "gzwrite.c"]).program("drive.c");
        case.file("drive.c", include_bytes!("../drivers/zlib.c").as_slice()).stdin(stdin)
    };
    Ok(vec![
        make("round trips", text(100_000)),
        make("nothing", vec![]),
        make("bytes", (0..=255).cycle().take(9000).collect()),
    ])
}

/// Lua 5.4: a script per section of `drivers/scripts.txt`.
pub fn lua() -> Result<Vec<Case>, String> {
    let root = below(&folder("lua")?, "lua-5.4.9").ok_or("the corpus `lua` has no sources")?;
    let scripts = include_str!("../drivers/scripts.txt").split("-- ").skip(1);
    let make = |script: &str| {
        let name = script.lines().next().unwrap_or_default().to_owned();
        let case = project(&name, &root, &[]).program("drive.c");
        case.file("drive.c", include_bytes!("../drivers/lua.c").as_slice()).stdin(format!("-- {script}"))
    };
    Ok(scripts.map(make).collect())
}

/// A library in folders, as its crate ships it: what stands below `root` in these folders (`.`: in it itself), a driver and its Makefile.
fn library(corpus: &str, root: &str, folders: &[&str], driver: &[u8], makefile: &[u8]) -> Result<Vec<Case>, String> {
    let root = below(&folder(corpus)?, root).ok_or(format!("the corpus `{corpus}` has no sources"))?;
    let mut case = Case::new("driver").program("main.c");
    for folder in folders {
        let prefix = if *folder == "." { String::new() } else { format!("{folder}/") };
        case.files
            .extend(files(&root.join(folder), &[]).into_iter().map(|(name, text)| (format!("{prefix}{name}"), text)));
    }
    Ok(vec![case.file("main.c", driver).file("Makefile", makefile)])
}

macro_rules! driven {
    ($(#[$about:meta] $name:ident: $root:literal, $folders:expr;)+) => {
        $(
            #[$about]
            pub fn $name() -> Result<Vec<Case>, String> {
                let driver = include_bytes!(concat!("../drivers/", stringify!($name), ".c"));
                let makefile = include_bytes!(concat!("../drivers/", stringify!($name), ".mk"));
                library(stringify!($name), $root, &$folders, driver, makefile)
            }
        )+
    };
}

driven! {
    /// SQLite in one file: statements, indices, window functions, JSON, dates.
    sqlite: "source", ["."];
    /// Zstandard: levels, dictionaries, streams.
    zstd: "zstd-sys-2.1.3+zstd.1.5.7/zstd", ["lib", "lib/common", "lib/compress", "lib/decompress"];
    /// QuickJS: programs in JavaScript, big numbers, bytecode.
    quickjs: "embed/quickjs", ["."];
    /// yyjson: reading, writing, patches.
    yyjson: "yyjson/src", ["."];
    /// Brotli: qualities, windows, streams.
    brotli: "brotli-sys-0.3.2/brotli", ["common", "dec", "enc", "include/brotli"];
    /// Duktape: programs in JavaScript.
    duktape: "c", ["."];
}
