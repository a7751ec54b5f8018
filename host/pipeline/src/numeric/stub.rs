//! The text of stubs: whether it may go into the output, and where it goes.

use super::{Bodies, Checks};
use crate::assemble::guard;
use crate::rust_text::{Kind, carry_origins, tokens};
use batuta_runtime::model::{Lowered, Operation, OutputFile, Stub};
use batuta_system::{Exit, Process};
use std::fmt::Write;

/// Why the text of a stub is not let in, if so; that it parses is asked later, of all at once.
pub(super) fn refuse(stub: &Stub) -> Option<String> {
    let tokens = tokens(&stub.body);
    let mut open: Vec<&str> = vec![];
    for token in tokens.iter().filter(|token| token.kind != Kind::Comment) {
        match token.text {
            "unsafe" => return Some("gave a body with `unsafe` in it".to_owned()),
            "#" => return Some("gave a body with an attribute in it".to_owned()),
            "(" => open.push(")"),
            "[" => open.push("]"),
            "{" => open.push("}"),
            ")" | "]" | "}" if open.pop() != Some(token.text) => {
                return Some("gave text that is no Rust: its brackets do not match".to_owned());
            }
            _ => {}
        }
    }
    if !open.is_empty() || tokens.is_empty() {
        return Some("gave text that is no Rust: its brackets do not match, or it is empty".to_owned());
    }
    if stub.body.contains("//") || stub.body.contains("/*") {
        return Some("gave a body with a comment in it".to_owned());
    }
    guard::refuse_text("its body", &stub.body).map(|why| format!("gave what is not allowed: {why}"))
}

/// The function of a site.
fn function(site: &Operation, stub: &Stub) -> String {
    let mut parameters = vec![];
    for (at, operand) in site.operands.iter().enumerate() {
        let kind = rust(&operand.kind);
        parameters.push(match operand.shape.len() {
            0 => format!("x{at}: {kind}"),
            _ => format!("x{at}: &[{kind}], n{at}: &[usize], s{at}: &[usize]"),
        });
    }
    for (at, result) in site.results.iter().enumerate() {
        let kind = rust(&result.kind);
        parameters.push(match result.shape.len() {
            0 => format!("out{at}: &mut {kind}"),
            _ => format!("out{at}: &mut [{kind}], m{at}: &[usize]"),
        });
    }
    let mut text = format!("fn site_{}({}) -> bool {{\n", site.id, parameters.join(", "));
    for import in &stub.imports {
        let _ = writeln!(text, "use {import};");
    }
    let _ = write!(text, "{}\n}}\n", stub.body.trim());
    text
}

fn rust(kind: &str) -> &str {
    match kind {
        "boolean" => "bool",
        "int8" => "i8",
        "int16" => "i16",
        "int32" => "i32",
        "int64" => "i64",
        "uint8" => "u8",
        "float32" => "f32",
        _ => "f64",
    }
}

/// Sites whose stubs rustfmt, which is the parser that every toolchain has, does not read.
pub(super) fn unparsable(checks: &Checks<'_>, sites: &[Operation], bodies: &Bodies) -> Vec<u32> {
    let texts: Vec<(u32, String)> =
        sites.iter().filter_map(|site| bodies.get(&site.id).map(|(_, stub)| (site.id, function(site, stub)))).collect();
    let all: String = texts.iter().map(|(_, text)| text.as_str()).collect();
    if texts.is_empty() || parses(checks, &all) {
        return vec![];
    }
    texts.into_iter().filter(|(_, text)| !parses(checks, text)).map(|(id, _)| id).collect()
}

/// True also where there is no rustfmt: cargo is asked later.
fn parses(checks: &Checks<'_>, text: &str) -> bool {
    let Some(rustfmt) = checks.system.find_program("rustfmt") else { return true };
    let mut process = Process::tool(rustfmt, checks.folder).args(["--edition", "2024", "--quiet"]);
    process.stdin = text.as_bytes().to_vec();
    checks.system.run(&process).is_ok_and(|done| done.exit == Exit::Code(0))
}

/// Put the functions beside their constants, and what they need into the unit.
pub(super) fn insert(lowered: &mut Lowered, bodies: &Bodies) {
    let Lowered { files, operations, supports, dependencies, .. } = lowered;
    for site in operations.iter() {
        let Some((_, stub)) = bodies.get(&site.id) else { continue };
        let text = function(site, stub);
        let placed = files.iter_mut().map(|file| place(file, site.id, &text)).filter(|placed| *placed).count();
        if placed > 0 {
            supports.extend(stub.supports.iter().cloned());
            dependencies.extend(stub.dependencies.iter().cloned());
        }
    }
}

/// Whether the file holds the site's constant.
fn place(file: &mut OutputFile, id: u32, function: &str) -> bool {
    const NONE: &str = "= None;";
    let Ok(old) = std::str::from_utf8(&file.content) else { return false };
    let Some(start) = old.find(&format!("const SITE_{id}:")) else { return false };
    let Some(at) = old[start..].find(NONE).map(|at| start + at) else { return false };
    let new = format!("{}= Some(site_{id});\n{function}{}", &old[..at], &old[at + NONE.len()..]);
    file.origins = carry_origins(old, &file.origins, &new);
    file.content = new.into_bytes();
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use batuta_runtime::model::{FileId, Operand, Span};

    fn operand(kind: &str, axes: usize) -> Operand {
        Operand { kind: kind.to_owned(), shape: vec![None; axes] }
    }

    fn site() -> Operation {
        Operation {
            id: 3,
            name: "fused.0.1.mul".into(),
            operands: vec![operand("float64", 2), operand("float64", 0)],
            results: vec![operand("boolean", 2)],
            at: Span { file: FileId(0), start: 0, end: 1 },
        }
    }

    #[test]
    fn a_stub_goes_beside_its_constant() {
        let text = "fn main() {}\nmod kernels {\npub const SITE_3: Option<fn(&[f64]) -> bool> = None;\npub const SITE_4: Option<fn()> = None;\n}\n";
        let mut file = OutputFile { path: "src/main.rs".into(), content: text.into(), origins: vec![] };
        let stub = Stub { body: "x1 > 0.0".into(), imports: vec!["std::ops::Add".into()], ..Stub::default() };
        assert!(place(&mut file, 3, &function(&site(), &stub)));
        let new = String::from_utf8(file.content).unwrap();
        assert!(new.contains("SITE_3: Option<fn(&[f64]) -> bool> = Some(site_3);"), "{new}");
        let head = "fn site_3(x0: &[f64], n0: &[usize], s0: &[usize], x1: f64, out0: &mut [bool], m0: &[usize]) -> bool {\nuse std::ops::Add;\nx1 > 0.0\n}";
        assert!(new.contains(head), "{new}");
        assert!(new.contains("SITE_4: Option<fn()> = None;"), "{new}");
    }

    #[test]
    fn bodies_that_reach_out_are_refused() {
        let refused = |body: &str| refuse(&Stub { body: body.into(), ..Stub::default() }).is_some();
        assert!(!refused("let a = [x1]; a[0] > 0.0"));
        for body in [
            "",
            "true } fn main() {",
            "unsafe { true }",
            "include!(\"/etc/passwd\")",
            "#[cfg(x)] true",
            "(true",
            "true // {",
        ] {
            assert!(refused(body), "{body}");
        }
    }
}
