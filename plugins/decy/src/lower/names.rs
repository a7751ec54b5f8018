//! Rust names of everything in a unit.

use super::Links;
use crate::hir::{FunctionId, ObjectId, Program, RecordId, Storage, StorageField};
use batuta_rust_ir::names::{Scope, camel_case, identifier, snake_case};
use std::collections::BTreeMap;

/// Type names that the output itself uses.
const TYPES: &[&str] = &[
    "Option", "Some", "None", "Vec", "String", "Box", "Result", "Ok", "Err", "Self", "c_void", "bool", "i8", "u8",
    "i16", "u16", "i32", "u32", "i64", "u64", "i128", "u128", "f32", "f64", "usize", "isize", "str", "char", "Copy",
    "Clone", "Default", "Drop", "Send", "Sync",
];
/// Value names that the output itself uses.
const VALUES: &[&str] = &["Some", "None", "Ok", "Err", "main", "drop"];

/// The names of one unit.
pub(crate) struct Names {
    functions: Vec<String>,
    objects: BTreeMap<ObjectId, String>,
    records: Vec<String>,
    fields: Vec<Vec<String>>,
    storage: Vec<BTreeMap<String, String>>,
    /// Names that a local cannot have.
    taken: Scope,
}

impl Names {
    /// Choose all names.
    pub(crate) fn of(program: &Program, links: &Links) -> Names {
        let mut values = Scope::new();
        VALUES.iter().for_each(|name| {
            values.take(name);
        });
        let mut functions = vec![];
        for function in &program.functions {
            let linked = if function.body.is_none() { links.functions.get(&function.name) } else { None };
            functions.push(match linked {
                Some(path) => path.clone(),
                None if function.body.is_none() => {
                    values.take(&function.name);
                    identifier(&function.name)
                }
                None => values.fresh(if function.name == "main" { "c_main" } else { &function.name }),
            });
        }
        let mut taken = Scope::new();
        // A pattern of such a name would not bind anything.
        ["Some", "None", "Ok", "Err"].iter().for_each(|name| {
            taken.take(name);
        });
        let mut objects = BTreeMap::new();
        for (at, object) in program.objects.iter().enumerate() {
            let name = match &object.storage {
                Storage::Automatic => continue,
                Storage::Extern => match links.objects.get(&object.name) {
                    Some(path) => path.clone(),
                    None => identifier(&object.name),
                },
                Storage::Static { .. } | Storage::ThreadLocal => values.fresh(&static_name(&object.name)),
            };
            taken.take(&name);
            objects.insert(ObjectId(at as u32), name);
        }
        let (records, fields, storage) = records(program, links);
        Names { functions, objects, records, fields, storage, taken }
    }

    /// A function's name or path.
    pub(crate) fn function(&self, id: FunctionId) -> &str {
        &self.functions[id.0 as usize]
    }

    /// The name or path of an object that is not a local.
    pub(crate) fn object(&self, id: ObjectId) -> Option<&str> {
        self.objects.get(&id).map(String::as_str)
    }

    /// The name or path of a record.
    pub(crate) fn record(&self, id: RecordId) -> &str {
        &self.records[id.0 as usize]
    }

    /// A member's name.
    pub(crate) fn field(&self, id: RecordId, index: usize) -> &str {
        &self.fields[id.0 as usize][index]
    }

    /// The name of a storage or padding field.
    pub(crate) fn storage(&self, id: RecordId, name: &str) -> &str {
        self.storage[id.0 as usize].get(name).map_or("", String::as_str)
    }

    /// Whether locals have to avoid a name.
    pub(crate) fn is_global(&self, name: &str) -> bool {
        self.taken.is_taken(name)
    }
}

type RecordNames = (Vec<String>, Vec<Vec<String>>, Vec<BTreeMap<String, String>>);

fn records(program: &Program, links: &Links) -> RecordNames {
    let mut types = Scope::new();
    TYPES.iter().for_each(|name| {
        types.take(name);
    });
    let (mut records, mut fields, mut storage) = (vec![], vec![], vec![]);
    for record in &program.records {
        let name = types.fresh(&camel_case(bare(&record.name)));
        let module = record.header.as_ref().and_then(|header| links.headers.get(header));
        records.push(module.map_or(name.clone(), |module| format!("{module}::{name}")));
        let mut scope = Scope::new();
        fields.push(record.fields.iter().map(|field| scope.fresh(bare(&field.name))).collect());
        let mut extra = BTreeMap::new();
        for item in &record.storage {
            let (name, wanted) = match item {
                StorageField::Member(_) => continue,
                StorageField::Bytes { name, .. } => (name, if name.contains("pad") { "padding" } else { "bits" }),
                StorageField::Align { name, .. } => (name, "alignment"),
            };
            extra.insert(name.clone(), scope.fresh(wanted));
        }
        storage.push(extra);
    }
    (records, fields, storage)
}

/// `COUNT` for `count`.
fn static_name(name: &str) -> String {
    snake_case(bare(name)).to_uppercase()
}

/// A name without what the parser puts in front of those that it makes up.
fn bare(name: &str) -> &str {
    let Some(made) = name.strip_prefix("__cinrs_") else { return name };
    let made = made.strip_prefix("static_").unwrap_or(made);
    match made.split_once('_') {
        Some((unit, rest)) if unit.len() == 8 && unit.bytes().all(|byte| byte.is_ascii_hexdigit()) => rest,
        _ => made,
    }
}
