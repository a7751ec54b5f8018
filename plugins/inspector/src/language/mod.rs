//! Which language a file is in: by shebang, name and content.

mod content;
mod table;

use crate::source::syntax::{self, Syntax};
use table::{LANGUAGES, Language};

/// How much of a file is looked at for a sign of its language, in bytes.
const HEAD: usize = 64 << 10;

/// What is known of a file's language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Detected {
    /// How findings name it.
    pub(crate) name: &'static str,
    /// How it marks comments and strings.
    pub(crate) syntax: &'static Syntax,
}

/// Whether these bytes are not text: a NUL among the first 8 KiB, as git decides.
pub(crate) fn is_binary(bytes: &[u8]) -> bool {
    bytes[..bytes.len().min(8 << 10)].contains(&0)
}

/// The language of a file that is text, or none.
pub(crate) fn detect(name: &str, bytes: &[u8]) -> Option<Detected> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    let by_name = by_name(name);
    let by_shebang = shebang(&head).and_then(by_interpreter);
    let language = match (by_shebang, by_name) {
        (Some(script), Some(named)) => Some(one_of(script, named, &head)),
        (script, named) => script.or(named),
    };
    let language = language.or_else(|| content::modeline(&head).and_then(by_mode));
    let name = match language {
        Some(language) => content::refine(language.name, name, &head, bytes),
        None if name.contains('.') && !name.starts_with('.') => content::markup(&head)?,
        None => content::guess(&head)?,
    };
    LANGUAGES
        .iter()
        .find(|language| language.name == name)
        .map(|found| Detected { name: found.name, syntax: found.syntax })
}

/// Lines of text in no known language: every line that is not blank is code.
pub(crate) const UNKNOWN: &Syntax = &syntax::DATA;

/// The program that a `#!` line starts, without its version: `python` of `#!/usr/bin/env -S python3.11 -u`.
pub(crate) fn shebang(text: &str) -> Option<&str> {
    let line = text.strip_prefix('\u{feff}').unwrap_or(text).strip_prefix("#!")?.lines().next()?;
    let mut words = line.split_whitespace();
    let base = |word: &'_ str| word.rsplit('/').next().map(str::len).unwrap_or(0);
    let first = words.next()?;
    let mut program = &first[first.len() - base(first)..];
    if program == "env" {
        let word = words.find(|word| !word.starts_with('-') && !word.contains('='))?;
        program = &word[word.len() - base(word)..];
    }
    Some(program.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == '-'))
}

fn by_interpreter(program: &str) -> Option<&'static Language> {
    let program = program.to_ascii_lowercase();
    LANGUAGES.iter().find(|language| language.interpreters.contains(&program.as_str()))
}

fn by_name(name: &str) -> Option<&'static Language> {
    let name = name.to_ascii_lowercase();
    let whole = LANGUAGES.iter().find(|language| language.names.contains(&name.as_str()));
    whole.or_else(|| {
        // `Makefile.linux`, `Dockerfile.dev`
        let (stem, extension) = name.rsplit_once('.')?;
        let by_extension = LANGUAGES.iter().find(|language| language.extensions.contains(&extension));
        let by_stem = || {
            LANGUAGES
                .iter()
                .find(|language| ["make", "docker"].contains(&language.name) && language.names.contains(&stem))
        };
        if stem.is_empty() { None } else { by_extension.or_else(by_stem) }
    })
}

fn by_mode(mode: &str) -> Option<&'static Language> {
    let mode = mode.to_ascii_lowercase();
    let known = |language: &&Language| language.name == mode || language.extensions.contains(&mode.as_str());
    let alias = match mode.as_str() {
        "c++" => "cpp",
        "shell-script" => "shell",
        "makefile" => "make",
        other => other,
    };
    LANGUAGES.iter().find(|language| language.name == alias).or_else(|| LANGUAGES.iter().find(known))
}

/// A shebang says what runs a script, so it wins over the name of another script language; it does not turn TypeScript that
/// `node` runs into JavaScript, nor a Python file that starts itself through `sh` into shell.
fn one_of(script: &'static Language, named: &'static Language, head: &str) -> &'static Language {
    const SCRIPTS: [&str; 8] = ["python", "shell", "perl", "ruby", "javascript", "lua", "tcl", "awk"];
    let second = head.lines().nth(1).unwrap_or_default();
    let polyglot = second.starts_with("\"\"\"") || second.starts_with("''''");
    let keeps = !SCRIPTS.contains(&named.name) || named.name == "python" && script.name == "shell" && polyglot;
    if keeps { named } else { script }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(file: &str, text: &str) -> Option<&'static str> {
        detect(file, text.as_bytes()).map(|detected| detected.name)
    }

    #[test]
    fn names_and_extensions() {
        let cases = [
            ("a.py", Some("python")),
            ("A.PY", Some("python")),
            ("Makefile", Some("make")),
            ("GNUmakefile", Some("make")),
            ("Makefile.linux", Some("make")),
            ("CMakeLists.txt", Some("cmake")),
            ("Dockerfile.dev", Some("docker")),
            (".bashrc", Some("shell")),
            ("x.tar.gz", None),
            ("notes.txt", None),
            (".gitignore", None),
            ("Pipfile", Some("toml")),
            ("x.jl", Some("julia")),
        ];
        for (file, expected) in cases {
            assert_eq!(name(file, "x\n"), expected, "{file}");
        }
    }

    #[test]
    fn shebangs() {
        let cases = [
            ("run", "#!/bin/sh\n", Some("shell")),
            ("run", "#!/usr/bin/env -S python3.11 -u\n", Some("python")),
            ("run", "#! /usr/bin/env LANG=C bash\n", Some("shell")),
            ("run", "#!/usr/bin/perl -w\n", Some("perl")),
            ("run", "#!/opt/unheard-of\nx\n", None),
            ("run.sh", "#!/usr/bin/env python3\n", Some("python")),
            ("run.py", "#!/bin/sh\n", Some("shell")),
            ("run.py", "#!/bin/sh\n''''exec python3 \"$0\" # '''\n", Some("python")),
            ("run.ts", "#!/usr/bin/env node\n", Some("typescript")),
            ("run.rs", "#!/usr/bin/env bash\n", Some("rust")),
        ];
        for (file, text, expected) in cases {
            assert_eq!(name(file, text), expected, "{file} {text:?}");
        }
    }

    #[test]
    fn content_decides_about_headers_and_files_without_a_name() {
        let cases = [
            ("a.h", "#pragma once\nint f(void);\n", Some("c")),
            (
                "a.h",
                "// class A\n#ifdef __cplusplus\nextern \"C\" {\n#endif\nint f(void);\n#ifdef __cplusplus\n}\n#endif\n",
                Some("c"),
            ),
            ("a.h", "struct class_t { int new; };\n", Some("c")),
            ("a.h", "namespace a { class B; }\n", Some("cpp")),
            ("a.h", "#include <string>\nstd::string f();\n", Some("cpp")),
            ("a.h", "template <class T> T f(T t);\n", Some("cpp")),
            ("a.h", "#import <Foundation/Foundation.h>\n@interface A : NSObject\n@end\n", Some("objective-c")),
            ("script", "import os\nfrom sys import argv\n\ndef f(x):\n    return x\n", Some("python")),
            ("prog", "#include <stdio.h>\nint main(void) { return 0; }\n", Some("c")),
            ("data", "{\"a\": [1, 2]}\n", Some("json")),
            ("page", "<!DOCTYPE html>\n<p>\n", Some("html")),
            ("page.ts", "<?xml version='1.0'?>\n<TS>\n", Some("xml")),
            ("tool", "# -*- mode: python -*-\nx = 1\n", Some("python")),
            ("tool", "x=1\n# vim: set ft=sh :\n", Some("shell")),
            ("README", "Read me.\n", None),
            ("LICENSE", "MIT\n", None),
        ];
        for (file, text, expected) in cases {
            assert_eq!(name(file, text), expected, "{file} {text:?}");
        }
    }
}
