//! Modules of the library that are written in Python (`runtime/pure`) and converted once, by a test, into the runtime.

use crate::facts::Facts;
use crate::{catalog, front, scope};
use batuta_diagnostics::Bag;
use batuta_rust_ir::Item;
use batuta_text::FileId;
use std::fmt::Write;

/// The feature of the runtime that holds a module.
pub fn feature(module: &str) -> String {
    module.replace('.', "_")
}

/// The `[features]` section of the runtime's manifest.
pub fn features() -> String {
    let mut out = String::from("\n[features]\n");
    for (name, needs) in catalog::PURE {
        let needs: Vec<String> = needs.iter().map(|n| feature(n)).collect();
        let _ = writeln!(out, "{} = {needs:?}", feature(name));
    }
    for name in catalog::FEATURES {
        let _ = writeln!(out, "{name} = []");
    }
    out
}

/// The Rust file of a module written in Python.
///
/// # Errors
/// What was refused, or what could not be printed.
pub fn convert(name: &str, text: &str) -> Result<String, String> {
    let mut bag = Bag::new();
    let file = FileId(0);
    let module = front::parse(file, text, &mut bag);
    let exported = scope::module(&module).bound;
    let facts = Facts { module: name.to_string(), exported: exported.clone(), dynamic: true, ..Facts::default() };
    let path = format!("{name}.py");
    let mut output = crate::lower::module::lower(file, &path, text, &module, &facts, name, &mut bag);
    if let Some(finding) = bag.findings().first() {
        let line = finding.primary.map_or(0, |at| batuta_text::LineIndex::new(text).line(at.range.start));
        return Err(format!("{path}:{line}: {}", finding.message));
    }
    let listed = catalog::PURE.iter().find(|(module, _)| *module == name).map_or(&[][..], |(_, needs)| needs);
    let missing: Vec<&String> =
        output.features.iter().filter(|used| *used != name && !listed.contains(&used.as_str())).collect();
    if !missing.is_empty() {
        return Err(format!("{name}: the catalog does not say that it needs {missing:?}"));
    }
    let public = catalog::find(name).map_or("", |module| module.pure);
    output.file.items.push(crate::output::once(&format!("library {name}")));
    output.file.items.push(Item::verbatim(getter(public)));
    let printed = batuta_rust_ir::print(&output.file).map_err(|error| error.to_string())?;
    Ok(printed.text)
}

/// The function that gives a name of the module.
fn getter(public: &str) -> String {
    let mut out = String::from(
        "/// A name of the module.\npub(crate) fn py_get(name: &str) -> R {\n    module()?;\n    match name {\n",
    );
    for name in public.split(' ').filter(|n| !n.is_empty()) {
        let rust = crate::lower::ident(name);
        let _ = writeln!(out, "        {name:?} => global::{rust}.load(),");
    }
    out.push_str("        _ => Ok(Value::None),\n    }\n}\n");
    out
}
