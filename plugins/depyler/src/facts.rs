//! What `link` tells `lower` about the project: modules, packages, programs.

use std::collections::{BTreeMap, BTreeSet};

/// A module of the project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ModuleFacts {
    /// Its Rust name.
    pub rust: String,
    /// Names that it binds at its top level.
    pub names: BTreeSet<String>,
    /// Names that its imports bind.
    pub borrowed: BTreeSet<String>,
    /// Whether something needs it as an object.
    pub object: bool,
    /// Whether it is the `__init__` of a package.
    pub package: bool,
    /// What `__all__` lists: none when it is not there, an empty name when its value is not known.
    pub all: Option<Vec<String>>,
    /// Names that one import binds and nothing else: the absolute module, and the name in it or none for the module itself.
    pub sources: BTreeMap<String, (String, String)>,
}

/// Where a name comes from that a module of the project has from an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A module
    Module(String),
    /// A name of a module that is not in the project
    Name(String, String),
}

impl ModuleFacts {
    /// What a star takes from it, if that is known.
    pub fn public(&self) -> Option<Vec<String>> {
        match &self.all {
            Some(all) if all.iter().any(String::is_empty) => None,
            Some(all) => Some(all.clone()),
            None => Some(self.names.iter().filter(|n| !n.starts_with('_')).cloned().collect()),
        }
    }
}

/// Everything that `lower` needs to know of other files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Name of the Rust package.
    pub package: String,
    /// Dotted name of this module.
    pub module: String,
    /// The folder of the program, with a dot behind it: Python does not know that part of the name.
    pub root: String,
    /// Whether this module is a package's `__init__`.
    pub init: bool,
    /// Whether a program starts here, and the path of its root file.
    pub program: Option<String>,
    /// Name of the program.
    pub binary: String,
    /// Whether other modules import this one, and its path.
    pub library: Option<String>,
    /// Names that other modules import from here.
    pub exported: BTreeSet<String>,
    /// Modules that the program of this file consists of, this one left out: Rust names with paths relative to the root file.
    pub parts: Vec<(String, String)>,
    /// Modules that this file imports, by dotted name.
    pub modules: BTreeMap<String, ModuleFacts>,
    /// Whether the project may ask for annotations of functions.
    pub noted: bool,
    /// Whether everything stays dynamic; never written.
    pub dynamic: bool,
}

impl Facts {
    /// The absolute name of an imported module.
    pub fn absolute(&self, module: &str, level: u32) -> String {
        if level == 0 {
            // A program's folder comes first on Python's path; which folder that is shows in where the module lies.
            let mut folder = self.module.as_str();
            while let Some((outer, _)) = folder.rsplit_once('.') {
                folder = outer;
                let beside = format!("{folder}.{module}");
                // Inside a package, names of Python's own library are that library's.
                if self.modules.get(folder).is_some_and(|m| m.package) && crate::lower::import::is_standard(module) {
                    continue;
                }
                if self.modules.contains_key(&beside) || self.is_package(&beside) {
                    return beside;
                }
            }
            return module.to_string();
        }
        let mut parts: Vec<&str> = self.module.split('.').collect();
        let drop = if self.init { level as usize - 1 } else { level as usize };
        parts.truncate(parts.len().saturating_sub(drop));
        if !module.is_empty() {
            parts.push(module);
        }
        parts.join(".")
    }

    /// Whether some module lies in the package of this name.
    pub fn is_package(&self, name: &str) -> bool {
        let inside = format!("{name}.");
        self.modules.keys().any(|module| module.starts_with(&inside))
    }

    /// Where a name of a module comes from, when it is no variable of the project.
    pub fn source(&self, module: &str, name: &str) -> Option<Source> {
        let (mut module, mut name) = (module, name);
        for _ in 0..20 {
            let (from, inner) = self.modules.get(module)?.sources.get(name)?;
            if inner.is_empty() {
                return Some(Source::Module(from.clone()));
            }
            let whole = format!("{from}.{inner}");
            if self.modules.contains_key(&whole) {
                return Some(Source::Module(whole));
            }
            if !self.modules.contains_key(from) {
                return Some(Source::Name(from.clone(), inner.clone()));
            }
            (module, name) = (from, inner);
        }
        None
    }

    /// Whether this module has an object of its own.
    pub fn has_object(&self) -> bool {
        self.modules.get(&self.module).is_some_and(|m| m.object)
    }

    /// The Rust path of a module of the project.
    pub fn rust_module(&self, module: &str) -> String {
        match self.modules.get(module) {
            Some(facts) => format!("crate::{}", facts.rust),
            None => "crate".to_string(),
        }
    }

    /// As lines of text, one fact each.
    pub fn write(&self) -> Vec<u8> {
        let mut out = String::new();
        let mut line = |parts: &[&str]| {
            out.push_str(&parts.join("\t"));
            out.push('\n');
        };
        line(&["package", &self.package]);
        line(&["module", &self.module]);
        line(&["root", &self.root]);
        line(&["init", if self.init { "1" } else { "" }]);
        line(&["binary", &self.binary]);
        if self.noted {
            line(&["noted"]);
        }
        if let Some(path) = &self.program {
            line(&["program", path]);
        }
        if let Some(path) = &self.library {
            line(&["library", path]);
        }
        for name in &self.exported {
            line(&["export", name]);
        }
        for (name, path) in &self.parts {
            line(&["part", name, path]);
        }
        for (name, module) in &self.modules {
            line(&["known", name, &module.rust]);
            for bound in &module.borrowed {
                line(&["borrowed", name, bound]);
            }
            if module.object {
                line(&["object", name]);
            }
            if module.package {
                line(&["package-of", name]);
            }
            for bound in &module.names {
                line(&["name", name, bound]);
            }
            if let Some(all) = &module.all {
                line(&["all", name, &all.join(" ")]);
            }
            for (bound, (from, inner)) in &module.sources {
                line(&["source", name, bound, from, inner]);
            }
        }
        out.into_bytes()
    }

    /// Reads what [`Facts::write`] wrote; lines that it did not write are passed over.
    pub fn read(bytes: &[u8]) -> Facts {
        let mut facts = Facts::default();
        for line in String::from_utf8_lossy(bytes).lines() {
            let parts: Vec<&str> = line.split('\t').collect();
            match parts[..] {
                ["package", text] => facts.package = text.to_string(),
                ["module", text] => facts.module = text.to_string(),
                ["root", text] => facts.root = text.to_string(),
                ["init", text] => facts.init = text == "1",
                ["noted"] => (facts.noted, facts.dynamic) = (true, true),
                ["binary", text] => facts.binary = text.to_string(),
                ["program", text] => facts.program = Some(text.to_string()),
                ["library", text] => facts.library = Some(text.to_string()),
                ["export", text] => {
                    facts.exported.insert(text.to_string());
                }
                ["part", name, path] => facts.parts.push((name.to_string(), path.to_string())),
                ["known", name, rust] => {
                    facts.modules.entry(name.to_string()).or_default().rust = rust.to_string();
                }
                ["borrowed", module, bound] => {
                    facts.modules.entry(module.to_string()).or_default().borrowed.insert(bound.to_string());
                }
                ["package-of", name] => facts.modules.entry(name.to_string()).or_default().package = true,
                ["object", name] => facts.modules.entry(name.to_string()).or_default().object = true,
                ["name", module, bound] => {
                    facts.modules.entry(module.to_string()).or_default().names.insert(bound.to_string());
                }
                ["all", module, list] => {
                    let list = list.split(' ').map(String::from).collect();
                    facts.modules.entry(module.to_string()).or_default().all = Some(list);
                }
                ["source", module, bound, from, inner] => {
                    let source = (from.to_string(), inner.to_string());
                    facts.modules.entry(module.to_string()).or_default().sources.insert(bound.to_string(), source);
                }
                _ => {}
            }
        }
        facts
    }
}
