//! The items of a unit, put together.

use super::function::qualify;
use super::{Lower, Made, Why};
use crate::analysis::Uses;
use crate::hir::{FunctionId, Runs, Signature, Storage, Type};
use batuta_rust_ir::{Item, ItemKind};
use std::collections::BTreeSet;

/// How often a unit is lowered again for the types of functions that turn out to need `unsafe`.
const ROUNDS: usize = 4;

/// A unit as it came out.
pub(crate) struct Module {
    /// In order.
    pub items: Vec<Item>,
    /// Functions that are defined here, by their C names.
    pub functions: Vec<Summary>,
    /// Functions whose address is taken here, by their C names.
    pub pointed: BTreeSet<String>,
    /// The support crate is used.
    pub uses_runtime: bool,
    /// Rust names of the functions defined here that need `unsafe`.
    pub unsafe_functions: BTreeSet<String>,
    /// How often the text follows or moves a raw pointer.
    pub raw: u64,
    /// How many pointer parameters became references and slices.
    pub lifted: u64,
}

/// What others need to know of a function.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Summary {
    /// Rust name.
    pub name: String,
    /// Why it needs `unsafe` by itself.
    pub reasons: BTreeSet<Why>,
    /// Rust names or paths of the functions of the project that it mentions.
    pub callees: BTreeSet<String>,
}

impl Lower<'_> {
    /// Lower everything; `unsafe_paths` are functions of other units that need `unsafe`, `pointed` functions of this one whose
    /// address another unit takes.
    pub(crate) fn unit(&mut self, unsafe_paths: &BTreeSet<String>, pointed: &BTreeSet<String>) -> Module {
        let module = self.once(unsafe_paths, pointed);
        let calls = module.functions.iter().any(|function| function.reasons.contains(&Why::Indirect));
        let used = calls || !self.pointed.is_empty();
        if !used || !self.links.alone {
            return module;
        }
        let mut risky = self.foreign_types();
        for _ in 0..ROUNDS {
            let mut again = Lower::new(self.program, self.links, self.comments, self.file, self.path);
            again.risky_types = Some(risky.clone());
            let better = again.once(unsafe_paths, pointed);
            let before = risky.len();
            let dangerous = again.pointed.iter().filter(|id| {
                let function = self.program.function(**id);
                let own = function.body.is_some() && function.name != "main" && function.runs.is_none();
                !own || better.unsafe_functions.contains(again.names.function(**id))
            });
            let found = dangerous.map(|id| self.program.function(*id).signature.clone());
            for signature in found.chain(again.converted.iter().cloned()) {
                if !risky.contains(&signature) {
                    risky.push(signature);
                }
            }
            if risky.len() == before {
                *self = again;
                return better;
            }
        }
        module
    }

    /// Types of functions that the C library gives pointers to.
    fn foreign_types(&self) -> Vec<Signature> {
        let library = self.program.functions.iter().filter(|function| function.body.is_none());
        library
            .filter_map(|function| function.signature.ret.function_pointer())
            .map(|found| (**found).clone())
            .collect()
    }

    /// Whether pointers to functions of this type only lead to safe ones.
    pub(super) fn is_safe_type(&self, signature: &Signature) -> bool {
        !signature.variadic && self.risky_types.as_ref().is_some_and(|risky| !risky.contains(signature))
    }

    fn once(&mut self, unsafe_paths: &BTreeSet<String>, pointed: &BTreeSet<String>) -> Module {
        let program = self.program;
        self.find_written();
        // Cells are one per thread.
        let cells = if self.links.shares { BTreeSet::new() } else { crate::lift::cells(program, self.links.alone) };
        self.cells = cells.into_iter().filter(|id| !self.is_immutable(*id)).collect();
        for (code, reason, at) in &program.fatal {
            self.refuse_program(*code, reason, *at);
        }
        if let Some(record) = program.records.iter().find(|record| record.size >= super::types::LARGEST) {
            self.refuse_program(crate::codes::TOO_BIG, "a structure of this size cannot be converted", record.origin);
        }
        for (at, function) in program.functions.iter().enumerate().filter(|(_, function)| function.runs.is_some()) {
            if !self.links.alone || !function.signature.params.is_empty() || function.signature.ret != Type::Void {
                let reason = "a constructor or destructor in a program of several files cannot be converted";
                self.refuse_program(crate::codes::UNSUPPORTED, reason, function.origin);
            }
            if function.runs == Some(Runs::After) {
                self.pointed.insert(FunctionId(at as u32));
            }
        }
        let mut statics = vec![];
        for global in &program.globals {
            statics.extend(self.global(global));
        }
        let mut made: Vec<Made> =
            (0..program.functions.len()).filter_map(|at| self.function(FunctionId(at as u32))).collect();
        let summaries: Vec<Summary> = made
            .iter()
            .map(|made| Summary {
                name: self.names.function(made.id).to_owned(),
                reasons: made.reasons.clone(),
                callees: made.callees.clone(),
            })
            .collect();
        let dangerous = closure(&summaries, unsafe_paths);
        let called: BTreeSet<String> = summaries.iter().flat_map(|summary| summary.callees.iter().cloned()).collect();
        let mut functions = vec![];
        for mut one in made.drain(..) {
            let function = program.function(one.id);
            let name = self.names.function(one.id).to_owned();
            let is_unsafe = dangerous.contains(&name);
            if function.name == "main" && !function.private {
                functions.extend(self.start(one, is_unsafe, called.contains(&name), &dangerous));
                continue;
            }
            let c_abi = self.pointed.contains(&one.id) || pointed.contains(&function.name);
            qualify(&mut one.item, is_unsafe, c_abi.then(|| self.abi()));
            functions.push(one.item);
        }
        let externs = self.extern_items();
        let shared = self.links.headers.clone();
        let records =
            self.record_items(|record| record.header.as_ref().is_none_or(|header| !shared.contains_key(header)));
        let mut items: Vec<Item> = self.printing.iter().map(|name| Item::use_(format!("c_rt::{name}"))).collect();
        if self.uses_c_void {
            items.push(Item::use_("std::ffi::c_void"));
        }
        items.extend(records);
        items.extend(externs);
        items.extend(statics);
        items.extend(functions);
        let pointed = self.pointed.iter().map(|id| program.function(*id).name.clone()).collect();
        let own = summaries.iter().map(|summary| summary.name.clone());
        let unsafe_functions = own.filter(|name| dangerous.contains(name)).collect();
        Module {
            items,
            functions: summaries,
            pointed,
            uses_runtime: self.uses_runtime,
            unsafe_functions,
            raw: self.raw,
            lifted: program.lent.len() as u64,
        }
    }

    /// Which objects of static storage somebody writes.
    fn find_written(&mut self) {
        for function in &self.program.functions {
            if let Some(body) = &function.body {
                self.written.extend(Uses::of(body).changed);
            }
        }
        for global in &self.program.globals {
            let mut uses = Uses::default();
            crate::hir::visit::Visit::expr(&mut uses, &global.init);
            self.written.extend(uses.changed);
        }
    }

    /// Declarations of the C library.
    fn extern_items(&mut self) -> Vec<Item> {
        let program = self.program;
        let mut lines = vec![];
        for id in self.used_objects.clone() {
            let object = program.object(id);
            if object.storage == Storage::Extern && !self.links.objects.contains_key(&object.name) {
                let ty = self.ty_text(&object.ty);
                let name = self.names.object(id).unwrap_or(&object.name).to_owned();
                let link =
                    if name == object.name { String::new() } else { format!("#[link_name = \"{}\"] ", object.name) };
                lines.push(format!("{link}static mut {name}: {ty};"));
            }
        }
        let mut seen = BTreeSet::new();
        for id in self.used_functions.clone() {
            let function = program.function(id);
            if !seen.insert(function.name.clone()) {
                continue;
            }
            let name = self.names.function(id).to_owned();
            let signature = &function.signature;
            let mut params: Vec<String> =
                signature.params.iter().map(|param| format!("_: {}", self.param_text(param))).collect();
            if signature.variadic {
                params.push("...".into());
            }
            let ret = if function.noreturn { " -> !".to_owned() } else { self.ret_text(&signature.ret) };
            let link =
                if name == function.name { String::new() } else { format!("#[link_name = \"{}\"] ", function.name) };
            let safe = if super::safe::is_safe(function) { "safe " } else { "" };
            lines.push(format!("{link}{safe}fn {name}({}){ret};", params.join(", ")));
        }
        if lines.is_empty() {
            return vec![];
        }
        let item = Item::new(ItemKind::Extern(self.abi().into(), lines));
        // Rust brings functions of these names that leave `errno` as it was.
        let own = seen.iter().any(|name| super::library::sets_errno(name));
        vec![if own { item.attr("link(name = \"m\")") } else { item }]
    }
}

/// The functions that need `unsafe`, by themselves or through what they call.
pub(crate) fn closure(summaries: &[Summary], known: &BTreeSet<String>) -> BTreeSet<String> {
    let mut out: BTreeSet<String> = known.clone();
    out.extend(summaries.iter().filter(|summary| !summary.reasons.is_empty()).map(|summary| summary.name.clone()));
    loop {
        let before = out.len();
        for summary in summaries {
            if !summary.callees.is_disjoint(&out) {
                out.insert(summary.name.clone());
            }
        }
        if out.len() == before {
            return out;
        }
    }
}
