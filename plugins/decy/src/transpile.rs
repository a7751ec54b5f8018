//! The last step: one unit as Rust.

use crate::build;
use crate::codes;
use crate::front;
use crate::hir::{Program, RecordId, Storage};
use crate::link::{Facts, Root, Written};
use crate::lower::{Links, Lower, Module, Names, Why};
use crate::support;
use batuta_diagnostics::Diagnostic;
use batuta_rust_ir as rir;
use batuta_rust_ir::{Block, Expr, File, Item, Stmt, hole_text};
use batuta_sdk::{
    Binary, Command, Context, Error, LogLevel, Lowered, OutputFile, Reference, Result, SourceFile, Support,
};
use std::collections::{BTreeMap, BTreeSet};

/// What rustc would say about nearly every program that was C.
const ALLOWED: &[&str] = &["dead_code", "unused_assignments", "unused_mut", "unused_variables"];

/// Lints that are switched off where the text of a program gives cause.
fn allowed(text: &str, others: bool) -> Vec<&'static str> {
    let mut out = ALLOWED.to_vec();
    let words = || text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    let mixed = |word: &str| word.bytes().any(|byte| byte.is_ascii_uppercase()) || word.contains("__");
    let risky = ["unsafe fn", "unsafe extern \"C\" fn", "unsafe extern \"C-unwind\" fn"];
    if others || risky.iter().any(|start| text.contains(start)) {
        out.push("unsafe_op_in_unsafe_fn");
    }
    if others || words().any(|word| mixed(word) && word.bytes().any(|byte| byte.is_ascii_lowercase())) {
        out.extend(["non_camel_case_types", "non_snake_case", "non_upper_case_globals"]);
    }
    if others || text.contains("c_rt::Cleanup(") {
        out.push("unused_unsafe");
    }
    if others || text.contains("*(std::ptr::null") {
        out.push("deref_nullptr");
    }
    if others || text.contains("c_rt::guard()") {
        out.push("unconditional_panic");
    }
    if others || text.contains("(if ") || text.contains("(match ") {
        out.push("unused_parens");
    }
    if others || text.contains(">= 0") || text.contains("< 0") || text.contains("<= ") {
        out.push("unused_comparisons");
    }
    if others
        || text.contains("loop {")
        || text.contains("-> !")
        || text.contains("exit(")
        || text.contains("abort()")
        || text.contains("c_rt::jump(")
        || text.contains("__assert_fail")
    {
        out.push("unreachable_code");
    }
    out.sort_unstable();
    out
}

/// What no other unit uses is private to this one.
fn hide(program: &mut Program, names: &BTreeSet<String>) {
    for function in program.functions.iter_mut().filter(|function| function.name != "main") {
        let known = crate::front::is_known_function(&function.name);
        function.private |= function.body.is_some() && !known && names.contains(&function.name);
    }
    for object in program.objects.iter_mut().filter(|object| names.contains(&object.name)) {
        if object.storage == (Storage::Static { exported: true }) {
            object.storage = Storage::Static { exported: false };
        }
    }
}

/// A function that never returns has a type of its own in Rust: one that is pointed to has the type of the pointer instead.
fn return_again(program: &mut Program, elsewhere: &BTreeSet<String>) {
    let pointed = crate::lift::pointed(program);
    for (at, function) in program.functions.iter_mut().enumerate() {
        let id = crate::hir::FunctionId(at as u32);
        function.noreturn &= !pointed.contains(&id) && !elsewhere.contains(&function.name);
    }
}

/// Which header a type comes from depends on what a unit includes first: all units agree on one.
fn move_records(program: &mut Program, links: &Links) {
    let names = Names::of(program, links);
    let bare = |at: usize| names.record(RecordId(at as u32)).rsplit("::").next().unwrap_or_default().to_owned();
    let moved: Vec<_> = (0..program.records.len()).map(|at| links.moved.get(&bare(at)).cloned()).collect();
    let own: Vec<bool> = (0..program.records.len()).map(|at| links.moved_own.contains(&bare(at))).collect();
    for ((record, moved), own) in program.records.iter_mut().zip(moved).zip(own) {
        if let Some(header) = moved.filter(|_| own || record.header.is_some()) {
            record.header = Some(header);
        }
    }
}

/// Lower one unit.
pub(crate) fn lower(file: &SourceFile, facts: &Facts, cx: &mut Context<'_>) -> Result<Lowered> {
    let mut out = Lowered { package: facts.package.clone(), ..Lowered::default() };
    let flags = build::settings(&file.path, cx).flags(&file.path);
    let mut unit = match front::read(file, &flags, cx) {
        Ok(unit) => unit,
        Err(findings) => {
            let text = findings.first().map_or_else(|| other_unit(file), |first| first_words(file, first));
            cx.emit_all(findings);
            if let Some(root) = &facts.root {
                refused(file, facts, root, text, &mut out)?;
            } else {
                out.files.push(OutputFile { path: facts.path.clone(), ..OutputFile::default() });
            }
            return Ok(out);
        }
    };
    cx.emit_all(unit.findings.iter().cloned());
    if let Some(root) = facts.root.as_ref().filter(|root| root.broken) {
        refused(file, facts, root, other_unit(file), &mut out)?;
        return Ok(out);
    }
    for function in &mut unit.program.functions {
        if facts.links.replaced.contains(&function.name) {
            function.body = None;
        }
    }
    hide(&mut unit.program, &facts.links.private);
    return_again(&mut unit.program, &facts.pointed);
    move_records(&mut unit.program, &facts.links);
    crate::lift::lift(&mut unit.program, facts.links.alone, facts.links.rust_output);
    let mut lower = Lower::new(&unit.program, &facts.links, &unit.comments, file.id, &file.path);
    let module = lower.unit(&facts.dangerous, &facts.pointed);
    for Written { header, path, names, rest } in &facts.headers {
        let elsewhere = facts.elsewhere.get(header).cloned().unwrap_or_default();
        let items = lower.header_items(header, &own_module(facts), names, (!rest).then_some(&elsewhere));
        out.files.push(print(path, &File::new(items))?);
    }
    let root = facts.root.as_ref();
    let mut printed = File::new(vec![]);
    counts(&module, &mut out);
    explain(&module, cx);
    if module.uses_runtime {
        out.supports.push(Support { name: support::NAME.into(), features: vec![] });
    }
    if let Some(root) = root {
        printed.items.extend(root.modules.iter().map(module_item));
    }
    printed.items.extend(module.items);
    let mut made = print(&facts.path, &printed)?;
    if let Some(root) = root {
        let text = String::from_utf8_lossy(&made.content).into_owned();
        allow(&mut made, &allowed(&text, !root.modules.is_empty()))?;
    }
    out.counts.push(("unsafe-lines".into(), unsafe_lines(&String::from_utf8_lossy(&made.content))));
    out.files.push(made);
    if let Some(binary) = root.and_then(|root| binary(file, facts, root)) {
        out.binaries.push(binary);
    }
    cx.emit_all(std::mem::take(&mut lower.bag).into_sorted());
    Ok(out)
}

/// The module that the unit becomes.
fn own_module(facts: &Facts) -> String {
    if facts.root.is_some() {
        return "crate".to_owned();
    }
    let name = facts.path.trim_start_matches("src/").trim_end_matches(".rs");
    format!("crate::{name}")
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

/// Put the lints that are switched off before everything else.
fn allow(made: &mut OutputFile, lints: &[&str]) -> Result<()> {
    let mut head = File::new(vec![]);
    head.attrs = vec![format!("allow({})", lints.join(", "))];
    let mut content = print(&made.path, &head)?.content;
    let lines = content.iter().filter(|byte| **byte == b'\n').count() as u32;
    content.append(&mut made.content);
    made.content = content;
    made.origins.iter_mut().for_each(|(line, _)| *line += lines);
    Ok(())
}

fn counts(module: &Module, out: &mut Lowered) {
    let all = module.functions.len() as u64;
    out.counts = vec![
        ("functions".into(), all),
        ("functions-unsafe".into(), module.unsafe_functions.len() as u64),
        ("pointers-lifted".into(), module.lifted),
        ("raw-dereferences".into(), module.raw),
    ];
    let mut reasons: BTreeMap<String, u64> = BTreeMap::new();
    for function in module.functions.iter().filter(|function| module.unsafe_functions.contains(&function.name)) {
        let codes: BTreeSet<&str> = function.reasons.iter().map(Why::code).collect();
        for code in if codes.is_empty() { BTreeSet::from(["callee"]) } else { codes } {
            *reasons.entry(format!("unsafe-because-{code}")).or_default() += 1;
        }
    }
    out.counts.extend(reasons);
}

/// Say of every function that needs `unsafe` why.
fn explain(module: &Module, cx: &mut Context<'_>) {
    for function in module.functions.iter().filter(|function| module.unsafe_functions.contains(&function.name)) {
        let mut words: Vec<String> = function.reasons.iter().map(Why::to_string).collect();
        if words.is_empty() {
            let names: Vec<&str> =
                function.callees.intersection(&module.unsafe_functions).map(String::as_str).collect();
            words.push(format!("callee: it calls {}, which needs `unsafe`", names.join(", ")));
        }
        cx.log(LogLevel::Debug, "decy", &format!("{} needs `unsafe`: {}", function.name, words.join("; ")));
    }
}

/// How many lines of a file stand in functions and blocks that are `unsafe`.
fn unsafe_lines(text: &str) -> u64 {
    let mut count = 0;
    let mut end: Option<String> = None;
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        count += u64::from(end.is_some());
        match &end {
            Some(close) if line.starts_with(close.as_str()) => end = None,
            Some(_) => {}
            None if line.contains("unsafe {") && line.trim_end().ends_with('}') => count += 1,
            None if opens(line) => {
                count += 1;
                end = Some(format!("{}}}", " ".repeat(indent)));
            }
            None => {}
        }
    }
    count
}

/// The line starts a function or a block that is `unsafe`.
fn opens(line: &str) -> bool {
    let start = line.trim_start().trim_start_matches("pub ");
    let function = start.starts_with("unsafe fn") || (start.starts_with("unsafe extern \"C") && start.contains(" fn "));
    function || (line.contains("unsafe {") && !start.starts_with("unsafe extern"))
}

fn binary(file: &SourceFile, facts: &Facts, root: &Root) -> Option<Binary> {
    let name = root.binary.clone()?;
    let build = Command { program: "gcc".into(), arguments: root.compile.clone() };
    let run = Command { program: "{out}".into(), arguments: vec![] };
    Some(Binary { name, path: facts.path.clone(), source: file.id, reference: Reference { build: vec![build], run } })
}

/// What a program says at its start of the first thing that was wrong with it.
fn first_words(file: &SourceFile, finding: &Diagnostic) -> String {
    let at = finding.primary.filter(|at| at.file == file.id).map_or(0, |at| at.range.start as usize);
    let line = file.bytes.iter().take(at).filter(|byte| **byte == b'\n').count() as u32 + 1;
    hole_text(finding.code.as_str(), &file.path, line, &finding.message)
}

fn other_unit(file: &SourceFile) -> String {
    hole_text(codes::SYNTAX.as_str(), &file.path, 1, "another file of the program was not understood")
}

/// A program that could not be understood: it says so when it starts.
fn refused(file: &SourceFile, facts: &Facts, root: &Root, text: String, out: &mut Lowered) -> Result<()> {
    let mut items = vec![];
    if root.binary.is_some() {
        let hole = Expr::call_path("c_rt::hole::<()>", vec![Expr::str(text)]);
        items.push(Item::function(rir::Function::new("main").body(Block::new(vec![Stmt::expr(hole)]))));
        out.supports.push(Support { name: support::NAME.into(), features: vec![] });
    }
    out.files.push(print(&facts.path, &File::new(items))?);
    out.binaries.extend(binary(file, facts, root));
    Ok(())
}
