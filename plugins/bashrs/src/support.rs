//! The support crate `sh_rt`, embedded so that output can carry it.

use batuta_sdk::OutputFile;

/// Its manifest, on its own outside of this workspace.
const MANIFEST: &str = r#"[package]
name = "sh_rt"
version = "0.1.0"
edition = "2024"
license = "MIT OR Apache-2.0"
description = "Run-time support of programs converted from Shell"
publish = false
"#;

/// Its sources.
const SOURCES: &[(&str, &str)] = &[
    ("src/arith.rs", include_str!("../runtime/src/arith.rs")),
    ("src/array.rs", include_str!("../runtime/src/array.rs")),
    ("src/assoc.rs", include_str!("../runtime/src/assoc.rs")),
    ("src/ast.rs", include_str!("../runtime/src/ast.rs")),
    ("src/bracket.rs", include_str!("../runtime/src/bracket.rs")),
    ("src/builtin/control.rs", include_str!("../runtime/src/builtin/control.rs")),
    ("src/builtin/declare.rs", include_str!("../runtime/src/builtin/declare.rs")),
    ("src/builtin/describe.rs", include_str!("../runtime/src/builtin/describe.rs")),
    ("src/builtin/echo.rs", include_str!("../runtime/src/builtin/echo.rs")),
    ("src/builtin/folder.rs", include_str!("../runtime/src/builtin/folder.rs")),
    ("src/builtin/format.rs", include_str!("../runtime/src/builtin/format.rs")),
    ("src/builtin/getopts.rs", include_str!("../runtime/src/builtin/getopts.rs")),
    ("src/builtin/kill.rs", include_str!("../runtime/src/builtin/kill.rs")),
    ("src/builtin/limits.rs", include_str!("../runtime/src/builtin/limits.rs")),
    ("src/builtin/misc.rs", include_str!("../runtime/src/builtin/misc.rs")),
    ("src/builtin/mod.rs", include_str!("../runtime/src/builtin/mod.rs")),
    ("src/builtin/options.rs", include_str!("../runtime/src/builtin/options.rs")),
    ("src/builtin/printf.rs", include_str!("../runtime/src/builtin/printf.rs")),
    ("src/builtin/quote.rs", include_str!("../runtime/src/builtin/quote.rs")),
    ("src/builtin/read.rs", include_str!("../runtime/src/builtin/read.rs")),
    ("src/builtin/real.rs", include_str!("../runtime/src/builtin/real.rs")),
    ("src/builtin/test.rs", include_str!("../runtime/src/builtin/test.rs")),
    ("src/builtin/test_sh.rs", include_str!("../runtime/src/builtin/test_sh.rs")),
    ("src/commands.rs", include_str!("../runtime/src/commands.rs")),
    ("src/expand.rs", include_str!("../runtime/src/expand.rs")),
    ("src/glob.rs", include_str!("../runtime/src/glob.rs")),
    ("src/input.rs", include_str!("../runtime/src/input.rs")),
    ("src/int.rs", include_str!("../runtime/src/int.rs")),
    ("src/interp/compound.rs", include_str!("../runtime/src/interp/compound.rs")),
    ("src/interp/mod.rs", include_str!("../runtime/src/interp/mod.rs")),
    ("src/interp/params.rs", include_str!("../runtime/src/interp/params.rs")),
    ("src/interp/print.rs", include_str!("../runtime/src/interp/print.rs")),
    ("src/interp/print_tree.rs", include_str!("../runtime/src/interp/print_tree.rs")),
    ("src/interp/print_words.rs", include_str!("../runtime/src/interp/print_words.rs")),
    ("src/interp/redirects.rs", include_str!("../runtime/src/interp/redirects.rs")),
    ("src/interp/select.rs", include_str!("../runtime/src/interp/select.rs")),
    ("src/interp/simple.rs", include_str!("../runtime/src/interp/simple.rs")),
    ("src/interp/source.rs", include_str!("../runtime/src/interp/source.rs")),
    ("src/interp/tests.rs", include_str!("../runtime/src/interp/tests.rs")),
    ("src/interp/trace.rs", include_str!("../runtime/src/interp/trace.rs")),
    ("src/interp/words.rs", include_str!("../runtime/src/interp/words.rs")),
    ("src/jobs.rs", include_str!("../runtime/src/jobs.rs")),
    ("src/lib.rs", include_str!("../runtime/src/lib.rs")),
    ("src/output.rs", include_str!("../runtime/src/output.rs")),
    ("src/parse/braces.rs", include_str!("../runtime/src/parse/braces.rs")),
    ("src/parse/bytes.rs", include_str!("../runtime/src/parse/bytes.rs")),
    ("src/parse/command.rs", include_str!("../runtime/src/parse/command.rs")),
    ("src/parse/compound.rs", include_str!("../runtime/src/parse/compound.rs")),
    ("src/parse/heredoc.rs", include_str!("../runtime/src/parse/heredoc.rs")),
    ("src/parse/mod.rs", include_str!("../runtime/src/parse/mod.rs")),
    ("src/parse/param.rs", include_str!("../runtime/src/parse/param.rs")),
    ("src/parse/quote.rs", include_str!("../runtime/src/parse/quote.rs")),
    ("src/parse/test_expr.rs", include_str!("../runtime/src/parse/test_expr.rs")),
    ("src/parse/word.rs", include_str!("../runtime/src/parse/word.rs")),
    ("src/pattern.rs", include_str!("../runtime/src/pattern.rs")),
    ("src/pipe.rs", include_str!("../runtime/src/pipe.rs")),
    ("src/process.rs", include_str!("../runtime/src/process.rs")),
    ("src/range.rs", include_str!("../runtime/src/range.rs")),
    ("src/redirect.rs", include_str!("../runtime/src/redirect.rs")),
    ("src/regex.rs", include_str!("../runtime/src/regex.rs")),
    ("src/shell.rs", include_str!("../runtime/src/shell.rs")),
    ("src/sys.rs", include_str!("../runtime/src/sys.rs")),
    ("src/sys/image.rs", include_str!("../runtime/src/sys/image.rs")),
    ("src/text.rs", include_str!("../runtime/src/text.rs")),
    ("src/tools/cut.rs", include_str!("../runtime/src/tools/cut.rs")),
    ("src/tools/grep.rs", include_str!("../runtime/src/tools/grep.rs")),
    ("src/tools/lines.rs", include_str!("../runtime/src/tools/lines.rs")),
    ("src/tools/mod.rs", include_str!("../runtime/src/tools/mod.rs")),
    ("src/tools/regex.rs", include_str!("../runtime/src/tools/regex.rs")),
    ("src/tools/sed.rs", include_str!("../runtime/src/tools/sed.rs")),
    ("src/tools/sort.rs", include_str!("../runtime/src/tools/sort.rs")),
    ("src/tools/tr.rs", include_str!("../runtime/src/tools/tr.rs")),
    ("src/transform.rs", include_str!("../runtime/src/transform.rs")),
    ("src/trap.rs", include_str!("../runtime/src/trap.rs")),
    ("src/vars.rs", include_str!("../runtime/src/vars.rs")),
];

/// All files of the crate.
pub(crate) fn files() -> Vec<OutputFile> {
    let file =
        |path: &str, text: &str| OutputFile { path: path.into(), content: text.as_bytes().to_vec(), origins: vec![] };
    let mut files = vec![file("Cargo.toml", MANIFEST)];
    files.extend(SOURCES.iter().map(|(path, text)| file(path, text)));
    files
}

#[cfg(all(test, not(target_family = "wasm")))]
#[allow(clippy::disallowed_methods, clippy::unwrap_used)]
mod tests {
    use super::SOURCES;
    use std::path::Path;

    fn rust_files(folder: &Path, prefix: &str, out: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let name = entry.file_name().into_string().unwrap();
            if entry.path().is_dir() {
                rust_files(&entry.path(), &format!("{prefix}{name}/"), out);
            } else {
                out.push(format!("{prefix}{name}"));
            }
        }
    }

    #[test]
    fn every_file_of_the_runtime_is_embedded() {
        let mut files = vec![];
        rust_files(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/runtime/src")), "src/", &mut files);
        files.sort();
        assert_eq!(files, SOURCES.iter().map(|(path, _)| (*path).to_string()).collect::<Vec<_>>());
    }
}
