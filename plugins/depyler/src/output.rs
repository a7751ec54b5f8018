//! Files of a package from a lowered module.

use crate::facts::Facts;
use crate::hir::Module;
use crate::lower::module;
use batuta_diagnostics::Bag;
use batuta_rust_ir::{Block, Expr, File, Function, Item, ItemKind, Stmt, Type, Visibility};
use batuta_sdk::{Binary, Command, Error, Lowered, OutputFile, Reference, Result, SourceFile, Support};

/// Lowers a file to the files of its package.
///
/// # Errors
/// [`Error::Internal`] when the result cannot be printed.
pub fn lower(file: &SourceFile, text: &str, m: &Module, facts: &Facts, failed: bool, bag: &mut Bag) -> Result<Lowered> {
    let mut lowered = Lowered { package: facts.package.clone(), ..Lowered::default() };
    let mut features = std::collections::BTreeSet::new();
    let name = python_name(facts);
    if let Some(path) = &facts.library {
        let mut output = module::lower(file.id, &file.path, text, m, facts, &name, bag);
        output.file.items.push(once(&facts.module));
        if failed {
            spoil(&mut output.file, bag, &file.path);
        }
        lowered.files.push(print(&output.file, path)?);
        lowered.counts = output.counts;
        lowered.operations = output.operations;
        features.extend(output.features);
    }
    if let Some(path) = &facts.program {
        let mut output = module::lower(file.id, &file.path, text, m, facts, "__main__", bag);
        if failed {
            spoil(&mut output.file, bag, &file.path);
        }
        root(&mut output.file, facts, file.name());
        lowered.files.push(print(&output.file, path)?);
        lowered.counts = output.counts;
        // The same module as above, where there is one: so are its sites.
        lowered.operations = output.operations;
        features.extend(output.features);
        lowered.binaries.push(Binary {
            name: facts.binary.clone(),
            path: path.clone(),
            source: file.id,
            reference: Reference {
                build: vec![],
                run: Command { program: "python3".into(), arguments: vec![file.path.clone()] },
            },
        });
    }
    let features = features.iter().map(|name| crate::pure::feature(name)).collect();
    lowered.supports.push(Support { name: "py_rt".into(), features });
    Ok(lowered)
}

/// A module's `__name__` as a program beside it imports it.
fn python_name(facts: &Facts) -> String {
    match facts.module.strip_prefix(&facts.root) {
        Some(name) => name.to_string(),
        None => facts.module.rsplit('.').next().unwrap_or(&facts.module).to_string(),
    }
}

fn print(file: &File, path: &str) -> Result<OutputFile> {
    let printed = batuta_rust_ir::print(file).map_err(|error| Error::Internal(format!("{path}: {error}")))?;
    Ok(OutputFile { path: path.to_string(), content: printed.text.into_bytes(), origins: printed.origins })
}

/// Imports run a module's statements once.
pub(crate) fn once(name: &str) -> Item {
    let first = Expr::call_path("py::run::first", vec![Expr::str(name)]);
    let body = Block::new(vec![]).tail(Expr::if_(
        first,
        Block::value(Expr::call_path("run", vec![])),
        Some(Block::value(Expr::call_path("Ok", vec![Expr::unit()]))),
    ));
    let function = Function::new("module").ret(Type::path("R<()>")).body(body);
    Item::function(function).vis(Visibility::Crate).doc("Runs the module when it is imported for the first time.")
}

/// The root of a program around its module.
fn root(file: &mut File, facts: &Facts, script: &str) {
    file.attrs.push("allow(unused, non_snake_case, non_upper_case_globals, clippy::all)".into());
    let mut at = 0;
    for (name, path) in &facts.parts {
        let mut item = Item::module(name.clone());
        if !path.is_empty() {
            item.attrs.push(format!("path = {path:?}"));
        }
        file.items.insert(at, item);
        at += 1;
    }
    let run = Expr::call_path("py::run", vec![Expr::str(script), Expr::path("run")]);
    file.items.push(Item::function(Function::new("main").body(Block::new(vec![Stmt::expr(run)]))));
}

/// A file that could not be read as Python stops where it would run.
fn spoil(file: &mut File, bag: &Bag, path: &str) {
    let Some(finding) = bag.findings().first() else { return };
    let text = batuta_rust_ir::hole_text(finding.code.as_str(), path, 1, &finding.message);
    for item in &mut file.items {
        if let ItemKind::Function(function) = &mut item.kind
            && function.name == "run"
        {
            function.body = Some(Block::value(Expr::call_path("py::hole", vec![Expr::str(text.clone())])));
        }
    }
}
