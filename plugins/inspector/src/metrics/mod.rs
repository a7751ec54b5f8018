//! What functions and files measure: complexity, size, documentation, imports, fingerprints for duplicates.
//!
//! All of it is counted on tokens, so that any bytes have an answer and time is in proportion to their number:
//!
//! - **Cyclomatic complexity** (McCabe, A complexity measure, IEEE TSE 2, 1976): one more than the decisions. What is a decision is
//!   what `radon` counts for Python, `lizard` for C and `rust-code-analysis` for Rust; for Shell `if`, `elif`, loops, arms of `case`, `&&` and `||`.
//! - **Cognitive complexity** (Campbell, SonarSource white paper, 2018): one for each break of the straight line, one more for
//!   each level that it is nested in, one for each run of like logical operators, one for recursion.
//! - **Fingerprints** are those of winnowing (Schleimer, Wilkerson & Aiken, SIGMOD 2003) over tokens.

mod c;
mod duplicates;
mod imports;
mod mentions;
mod python;
mod rust;
mod shell;
mod tokens;

pub(crate) use mentions::hash;

use crate::facts::{Facts, Function};
use crate::language::Detected;
use crate::source::{Class, code_only, scan};

/// Measure a file of a known language.
pub(crate) fn measure(path: &str, language: &Detected, bytes: &[u8]) -> Facts {
    let code = String::from_utf8_lossy(&code_only(bytes, language.syntax)).into_owned();
    let mut functions = match language.name {
        "python" => python::functions(&code),
        "c" | "cpp" => c::functions(&code),
        "rust" => rust::functions(&code),
        "shell" => shell::functions(&code),
        _ => Vec::new(),
    };
    mark_documented(language, bytes, &mut functions);
    mentions::reach(language.name, &code, &mut functions);
    Facts {
        path: path.to_string(),
        mentions: mentions::of(language, bytes, &code, &functions),
        functions,
        imports: imports::of(language.name, &String::from_utf8_lossy(bytes), &code),
        fingerprints: duplicates::fingerprints(bytes, language.syntax),
    }
}

/// A function is documented by a comment that ends on the line above it, or by a string or comment on the first line below its
/// header.
fn mark_documented(language: &Detected, bytes: &[u8], functions: &mut [Function]) {
    let mut prose: Vec<u32> = Vec::new();
    let (mut line, mut at) = (1u32, 0usize);
    scan(bytes, language.syntax, |class, range| {
        let first = line + bytes[at..range.start].iter().filter(|byte| **byte == b'\n').count() as u32;
        line = first + bytes[range.clone()].iter().filter(|byte| **byte == b'\n').count() as u32;
        at = range.end;
        if class == Class::Comment || class == Class::Text && language.name == "python" {
            prose.extend(first..=line);
        }
    });
    for function in functions {
        let (above, below) = (function.line.saturating_sub(1), function.body_line);
        function.documented =
            prose.binary_search(&below).is_ok() || language.name != "python" && prose.binary_search(&above).is_ok();
    }
}
