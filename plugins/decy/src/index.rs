//! What a unit tells the others of itself.

use crate::build::{self, Settings};
use crate::front;
use crate::hir::{Program, Storage};
use crate::lower::{Links, Lower, Summary};
use batuta_sdk::{Context, SourceFile};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The index of one file.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Index {
    /// Project-relative.
    pub path: String,
    /// A header: part of the units that include it.
    pub header: bool,
    /// It could not be understood.
    pub broken: bool,
    /// It defines `main`.
    pub main: bool,
    /// Functions that others can call: C name and Rust name.
    pub functions: BTreeMap<String, String>,
    /// Objects that others can use.
    pub objects: BTreeMap<String, String>,
    /// What it uses and does not define.
    pub wants: BTreeSet<String>,
    /// What is in the functions that it defines.
    pub summaries: Vec<Summary>,
    /// Functions whose address is taken, by C name.
    pub pointed: BTreeSet<String>,
    /// Headers with the types that come from them, by Rust name.
    pub headers: BTreeMap<String, BTreeMap<String, Known>>,
    /// Types that it defines itself and uses, by Rust name.
    pub types: BTreeSet<String>,
    /// All types that its own file names and uses, by Rust name.
    pub named: BTreeMap<String, Known>,
    /// Everything that it prints can go through Rust.
    pub rust_output: bool,
    /// Sources that it includes.
    pub sources: BTreeSet<String>,
    /// More than one thread of control can run in it.
    pub shares: bool,
    /// It has objects of static storage that are cells as long as there is one thread.
    pub cells: bool,
    /// It uses `longjmp`.
    pub unwinds: bool,
    /// It was read as for a machine without a name.
    pub portable: bool,
    /// Functions that it defines unless another unit does.
    pub weak: BTreeSet<String>,
    /// How programs of this folder are built.
    pub settings: Settings,
}

/// What a unit knows of a type.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Known {
    /// Its members.
    pub complete: bool,
    /// It is used there.
    pub used: bool,
    /// The members' names and its size, when they are known.
    pub shape: String,
}

/// Index a file.
pub(crate) fn index(file: &SourceFile, cx: &mut Context<'_>) -> Index {
    let mut out = Index { path: file.path.clone(), ..Index::default() };
    if !file.path.ends_with(".c") {
        out.header = true;
        return out;
    }
    out.settings = build::settings(&file.path, cx);
    out.sources = file.text().map(|text| front::included_sources(&file.path, text)).unwrap_or_default();
    let Ok(mut unit) = front::read(file, &out.settings.flags(&file.path), cx) else {
        out.broken = true;
        // A broken file may still be the one that a program starts in.
        out.main = file.text().is_some_and(|text| text.contains("main"));
        return out;
    };
    out.settings.include_paths.append(&mut unit.guessed);
    out.portable = unit.portable;
    out.weak = std::mem::take(&mut unit.weak);
    out.rust_output = crate::analysis::is_provable(&unit.program);
    crate::lift::lift(&mut unit.program, false, out.rust_output);
    let program = &unit.program;
    let mut links = provisional(program);
    links.rust_output = out.rust_output;
    let mut lower = Lower::new(program, &links, &unit.comments, file.id, &file.path);
    let module = lower.unit(&BTreeSet::new(), &BTreeSet::new());
    out.unwinds = program.functions.iter().any(|function| function.name == "__batuta_longjmp");
    out.shares = crate::lift::shares(program);
    out.main = program
        .functions
        .iter()
        .any(|function| function.name == "main" && function.body.is_some() && !function.private);
    (out.functions, out.objects) = lower.exports();
    out.wants = lower.wants();
    out.headers = lower.header_types();
    out.types = lower.own_types();
    out.named = lower.named_types();
    out.broken = lower.is_fatal() && !out.main;
    out.cells = lower.has_cells();
    out.summaries = module.functions;
    out.pointed = module.pointed;
    out
}

/// Links to everything that is not the C library's, as if it were defined somewhere under its own name.
fn provisional(program: &Program) -> Links {
    let mut links = Links::default();
    for function in &program.functions {
        if function.body.is_none() && !function.library && function.signature.prototyped {
            links.functions.insert(function.name.clone(), function.name.clone());
        }
    }
    for object in &program.objects {
        if object.storage == Storage::Extern && !object.library {
            links.objects.insert(object.name.clone(), object.name.clone());
        }
    }
    links
}
