//! Run a script as a tree, without converting it: `interpret (sh|bash) SCRIPT [ARGUMENT…]`.
#![allow(clippy::disallowed_methods)] // a development tool over real files

use std::os::unix::ffi::OsStringExt;

fn main() {
    let mut args = std::env::args_os().skip(1);
    let dialect = match args.next() {
        Some(name) if name == "bash" => sh_rt::Dialect::Bash,
        _ => sh_rt::Dialect::Posix,
    };
    let Some(path) = args.next() else { return };
    let Ok(text) = std::fs::read(&path) else { std::process::exit(127) };
    let status = sh_rt::interpret(dialect, &path.to_string_lossy(), &text, args.map(OsStringExt::into_vec).collect());
    std::process::exit(status);
}
