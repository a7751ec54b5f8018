//! The last step: one unit as Rust.

use crate::build;
use crate::codes;
use crate::front;
use crate::link::{Facts, Root};
use crate::lower::{Lower, Module};
use crate::support;
use batuta_rust_ir as rir;
use batuta_rust_ir::{Block, Expr, File, Item, Stmt, hole_text};
use batuta_sdk::{Binary, Command, Context, Error, Lowered, OutputFile, Reference, Result, SourceFile, Support};

/// What rustc would say about nearly every program that was C.
const ALLOWED: &[&str] = &["dead_code", "unused_assignments", "unused_mut", "unused_variables"];

/// Lints that are switched off where the text of a program gives cause.
fn allowed(text: &str, others: bool) -> Vec<&'static str> {
    let mut out = ALLOWED.to_vec();
    let words = || text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    let mixed = |word: &str| word.bytes().any(|byte| byte.is_ascii_uppercase()) || word.contains("__");
    if others || text.contains("unsafe fn") || text.contains("unsafe extern \"C\" fn") {
        out.push("unsafe_op_in_unsafe_fn");
    }
    if others || words().any(|word| mixed(word) && word.bytes().any(|byte| byte.is_ascii_lowercase())) {
        out.extend(["non_camel_case_types", "non_snake_case", "non_upper_case_globals"]);
    }
    if others || text.contains(">= 0") || text.contains("< 0") || text.contains("<= ") {
        out.push("unused_comparisons");
    }
    if others
        || text.contains("loop {")
        || text.contains("-> !")
        || text.contains("exit(")
        || text.contains("abort()")
        || text.contains("__assert_fail")
    {
        out.push("unreachable_code");
    }
    out.sort_unstable();
    out
}

/// Lower one unit.
pub(crate) fn lower(file: &SourceFile, facts: &Facts, cx: &mut Context<'_>) -> Result<Lowered> {
    let mut out = Lowered { package: facts.package.clone(), ..Lowered::default() };
    let flags = build::settings(&file.path, cx).flags(&file.path);
    let unit = match front::read(file, &flags, cx) {
        Ok(unit) => unit,
        Err(findings) => {
            cx.emit_all(findings);
            if let Some(root) = &facts.root {
                refused(file, facts, root, &mut out)?;
            } else {
                out.files.push(OutputFile { path: facts.path.clone(), ..OutputFile::default() });
            }
            return Ok(out);
        }
    };
    cx.emit_all(unit.findings.iter().cloned());
    if let Some(root) = facts.root.as_ref().filter(|root| root.broken) {
        refused(file, facts, root, &mut out)?;
        return Ok(out);
    }
    let mut lower = Lower::new(&unit.program, &facts.links, &unit.comments, file.id, &file.path);
    let module = lower.unit(&facts.dangerous, &facts.pointed);
    for (header, path, names) in &facts.headers {
        let items = lower.header_items(header, names);
        out.files.push(print(path, &File::new(items))?);
    }
    let root = facts.root.as_ref();
    let mut printed = File::new(vec![]);
    counts(&module, &mut out);
    if module.uses_runtime {
        out.supports.push(Support { name: support::NAME.into(), features: vec![] });
    }
    if let Some(root) = root {
        printed.items.extend(root.modules.iter().map(module_item));
    }
    printed.items.extend(module.items);
    if let Some(root) = root {
        let bare = print(&facts.path, &printed)?;
        let text = String::from_utf8_lossy(&bare.content);
        printed.attrs = vec![format!("allow({})", allowed(&text, !root.modules.is_empty()).join(", "))];
    }
    out.files.push(print(&facts.path, &printed)?);
    if let Some(binary) = root.and_then(|root| binary(file, facts, root)) {
        out.binaries.push(binary);
    }
    cx.emit_all(std::mem::take(&mut lower.bag).into_sorted());
    Ok(out)
}

fn module_item((name, path): &(String, Option<String>)) -> Item {
    let item = Item::module(name.clone()).vis(rir::Visibility::Public);
    match path {
        Some(path) => item.attr(format!("path = \"{path}\"")),
        None => item,
    }
}

fn print(path: &str, file: &File) -> Result<OutputFile> {
    let printed = rir::print(file).map_err(|error| Error::Internal(format!("{path}: {error}")))?;
    Ok(OutputFile { path: path.to_owned(), content: printed.text.into_bytes(), origins: printed.origins })
}

fn counts(module: &Module, out: &mut Lowered) {
    let all = module.functions.len() as u64;
    out.counts = vec![("functions".into(), all), ("functions-unsafe".into(), module.unsafe_functions), ("pointers-lifted".into(), module.lifted)];
}

fn binary(file: &SourceFile, facts: &Facts, root: &Root) -> Option<Binary> {
    let name = root.binary.clone()?;
    let build = Command { program: "gcc".into(), arguments: root.compile.clone() };
    let run = Command { program: "{out}".into(), arguments: vec![] };
    Some(Binary { name, path: facts.path.clone(), source: file.id, reference: Reference { build: vec![build], run } })
}

/// A program that could not be understood: it says so when it starts.
fn refused(file: &SourceFile, facts: &Facts, root: &Root, out: &mut Lowered) -> Result<()> {
    let mut items = vec![];
    if root.binary.is_some() {
        let text = hole_text(codes::SYNTAX.as_str(), &file.path, 1, "the program was not converted");
        let hole = Expr::call_path("c_rt::hole::<()>", vec![Expr::str(text)]);
        items.push(Item::function(rir::Function::new("main").body(Block::new(vec![Stmt::expr(hole)]))));
        out.supports.push(Support { name: support::NAME.into(), features: vec![] });
    }
    out.files.push(print(&facts.path, &File::new(items))?);
    out.binaries.extend(binary(file, facts, root));
    Ok(())
}
