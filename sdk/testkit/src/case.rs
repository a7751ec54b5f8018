//! One golden with what the plugin made of it: compared, or taken over.

use crate::conversion::{Conversion, Package, render};
use crate::native::Project;
use crate::process::Output;
use crate::report::{Failure, diff};
use crate::support;
use batuta_authoring::golden::Golden;
use batuta_authoring::markdown::Block;
use std::collections::BTreeMap;

/// A golden with what the plugin made of it.
pub(crate) struct Case {
    pub(crate) golden: Golden,
    pub(crate) project: Project,
    pub(crate) conversion: Conversion,
    pub(crate) packages: BTreeMap<String, Package>,
}

impl Case {
    /// How many programs came out.
    pub(crate) fn programs(&self) -> usize {
        self.packages.values().map(|package| package.binaries.len()).sum()
    }

    /// Info string, package, path and text of the Rust files that came out.
    fn rust_blocks(&self) -> Vec<(String, Option<String>, String, String)> {
        let several = self.packages.len() > 1;
        let mut blocks = Vec::new();
        for (name, package) in &self.packages {
            for (path, file) in package.files.iter().filter(|(path, _)| path.ends_with(".rs")) {
                let attribute = if several { format!(" package={name}") } else { String::new() };
                let text = String::from_utf8_lossy(&file.content).into_owned();
                blocks.push((
                    format!("rust file={path}{attribute}"),
                    several.then(|| name.clone()),
                    path.clone(),
                    text,
                ));
            }
        }
        blocks
    }

    /// What differs from the golden before anything runs.
    pub(crate) fn compare_conversion(&self) -> Vec<Failure> {
        let name = &self.golden.name;
        let mut failures = Vec::new();
        let mut expected = self.golden.rust();
        for (info, package, path, text) in self.rust_blocks() {
            let at = expected.iter().position(|(p, f, _)| *p == package && *f == path);
            let wanted = at.map_or("", |at| expected.remove(at).2);
            if wanted != with_line_end(&text) {
                failures.push(Failure::new(name, &info, diff(wanted, &text)));
            }
        }
        for (_, path, text) in expected {
            failures.push(Failure::new(name, &format!("rust file={path}"), diff(text, "")));
        }
        let findings = render(&self.conversion.findings(), &self.project);
        if findings != self.golden.diagnostics() {
            failures.push(Failure::new(name, "diagnostics", diff(self.golden.diagnostics(), &findings)));
        }
        failures
    }

    /// Take over Rust and findings.
    pub(crate) fn bless_conversion(&self, golden: &mut Golden) {
        let blocks = self.rust_blocks();
        golden.document.remove(|block| {
            block.words().next() == Some("rust")
                && block.attribute("file").is_some()
                && !blocks.iter().any(|(info, ..)| *info == block.info)
        });
        for (info, _, _, text) in &blocks {
            golden.document.set(info, text, |block| block.info == *info);
        }
        let findings = render(&self.conversion.findings(), &self.project);
        let is_list = |block: &Block| block.words().nth(1) == Some("diagnostics");
        if findings.is_empty() {
            golden.document.remove(is_list);
        } else {
            golden.document.set("text diagnostics", &findings, is_list);
        }
    }

    /// Take over what program `bin` did.
    pub(crate) fn bless_run(&self, golden: &mut Golden, bin: &str, output: &Output) {
        let only = self.programs() == 1;
        let suffix = if only { String::new() } else { format!(" bin={bin}") };
        let mine = |block: &Block, kind: &str| {
            block.words().nth(1) == Some(kind) && (block.attribute("bin") == Some(bin) || only)
        };
        let stdout = String::from_utf8_lossy(&output.stdout);
        if stdout.is_empty() {
            golden.document.remove(|block| mine(block, "stdout"));
        } else {
            let flag = if stdout.ends_with('\n') { "" } else { " no-eol" };
            golden.document.set(&format!("text stdout{suffix}{flag}"), &with_line_end(&stdout), |b| mine(b, "stdout"));
        }
        match output.exit {
            Some(0) | None => golden.document.remove(|block| mine(block, "exit")),
            Some(code) => golden.document.set(&format!("text exit{suffix}"), &format!("{code}\n"), |b| mine(b, "exit")),
        }
    }
}

fn with_line_end(text: &str) -> String {
    if text.is_empty() || text.ends_with('\n') { text.into() } else { format!("{text}\n") }
}

/// Write the golden back.
pub(crate) fn save(golden: &Golden) -> Result<(), Failure> {
    let text = golden.document.print();
    let fail = |error: String| Failure::new(&golden.name, "bless", error);
    Golden::parse(golden.path.clone(), golden.name.clone(), &text).map_err(|e| fail(format!("{e:#}")))?;
    support::write_if_new(&golden.path, text.as_bytes()).map_err(|e| fail(format!("{e:#}")))
}
