//! What no plugin gets into the output: code that runs while cargo builds, dependencies that are not pinned, text from outside.

use crate::rust_text::{Kind, Token, tokens};
use batuta_runtime::model::{CrateDependency, OutputFile};
use batuta_system::{is_clean, normalise};
use toml::{Table, Value};

/// Why a file of a package may not be written, if so.
pub(crate) fn refuse_file(file: &OutputFile, is_support: bool) -> Option<String> {
    let path = &file.path;
    let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
    if !is_clean(path) {
        return Some(format!("`{path}` is not a plain relative path"));
    }
    if path.split('/').any(|part| matches!(part, ".cargo" | ".git" | ".batuta" | "target")) {
        return Some(format!("`{path}` lies in a folder that belongs to other tools"));
    }
    match name.as_str() {
        "build.rs" => return Some(format!("`{path}` would run while cargo builds")),
        "cargo.toml" if !is_support || path != "Cargo.toml" => return Some(format!("`{path}` is the host's to write")),
        "cargo.lock" | "rust-toolchain" | "rust-toolchain.toml" | "clippy.toml" | "rustfmt.toml" => {
            return Some(format!("`{path}` is the host's to write"));
        }
        _ => {}
    }
    if !name.ends_with(".rs") {
        return None;
    }
    match std::str::from_utf8(&file.content) {
        Ok(text) => refuse_text(path, text),
        Err(_) => Some(format!("`{path}` is not UTF-8")),
    }
}

/// Looks for text taken from outside of the package: `include!` and its kin, `#[path]`.
pub(crate) fn refuse_text(path: &str, text: &str) -> Option<String> {
    let tokens: Vec<Token<'_>> = tokens(text).into_iter().filter(|token| token.kind != Kind::Comment).collect();
    tokens.iter().enumerate().find_map(|(at, token)| match token.text {
        "include" | "include_str" | "include_bytes" => {
            let rest = tokens.get(at + 1..)?;
            let is_macro = rest.first()?.text == "!";
            let is_named = at > 0 && tokens[at - 1].text == ":"; // `use std::include as x` would hide it.
            match (is_macro, is_named) {
                (true, _) => refuse_target(path, token, rest.get(2)),
                (false, true) => refuse_target(path, token, None),
                (false, false) => None,
            }
        }
        "path" => {
            let in_attribute = at > 0 && matches!(tokens[at - 1].text, "[" | "(" | ","); // `cfg_attr` has it inside.
            let after = tokens.get(at + 1..)?;
            (in_attribute && after.first()?.text == "=").then(|| refuse_target(path, token, after.get(1))).flatten()
        }
        _ => None,
    })
}

/// The text behind `include!(` or `path =` must be a plain string that stays in the package.
fn refuse_target(path: &str, what: &Token<'_>, target: Option<&Token<'_>>) -> Option<String> {
    let literal = target.filter(|target| target.kind == Kind::Literal).and_then(|target| {
        let text = target.text.strip_prefix('"')?.strip_suffix('"')?;
        (!text.contains('\\')).then_some(text)
    });
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    match literal.and_then(|literal| normalise(folder, literal)) {
        Some(_) => None,
        None => Some(format!("`{path}`, line {}: `{}` reaches outside of its package", what.line, what.text)),
    }
}

/// Why a registry crate may not be used, if so.
pub(crate) fn refuse_dependency(dependency: &CrateDependency) -> Option<String> {
    let CrateDependency { name, version, features } = dependency;
    if !is_crate_name(name) {
        return Some(format!("`{name}` is not the name of a crate"));
    }
    if semver::VersionReq::parse(version).is_err() || version.trim() == "*" {
        return Some(format!("`{version}` is not a version of `{name}`"));
    }
    features
        .iter()
        .find(|feature| !is_feature(feature))
        .map(|feature| format!("`{feature}` is not a feature of `{name}`"))
}

/// Whether cargo would take this as a crate's name.
pub(crate) fn is_crate_name(name: &str) -> bool {
    let rest = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    name.len() <= 64 && name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(rest)
}

/// Whether cargo would take this as a feature's name.
pub(crate) fn is_feature(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-+./?:".contains(c))
}

/// The manifest of a support crate, and the other support crates that it uses by path.
///
/// # Errors
/// Why it may not be written.
pub(crate) fn check_manifest(name: &str, text: &str) -> Result<Vec<String>, String> {
    let table: Table = text.parse().map_err(|e| format!("its Cargo.toml: {e}"))?;
    let package = table.get("package").and_then(Value::as_table).ok_or("its Cargo.toml has no `[package]`")?;
    if package.get("name").and_then(Value::as_str) != Some(name) {
        return Err(format!("its Cargo.toml does not name it `{name}`"));
    }
    if package.get("build").is_some_and(|build| build.as_bool() != Some(false)) {
        return Err("its Cargo.toml asks for a build script".to_owned());
    }
    let library = table.get("lib").and_then(Value::as_table);
    let macros =
        |key: &str| library.and_then(|library| library.get(key)).is_some_and(|value| value.as_bool() != Some(false));
    if macros("proc-macro") || macros("proc_macro") {
        return Err("it is a procedural macro".to_owned());
    }
    for key in ["workspace", "patch", "replace", "build-dependencies", "build_dependencies"] {
        if table.contains_key(key) {
            return Err(format!("its Cargo.toml has `[{key}]`"));
        }
    }
    let mut used = Vec::new();
    check_inheritance(&table)?;
    check_dependencies(&table, &mut used)?;
    for target in table.get("target").and_then(Value::as_table).into_iter().flat_map(|targets| targets.values()) {
        let target = target.as_table().ok_or("its Cargo.toml has an odd `[target]`")?;
        if target.contains_key("build-dependencies") {
            return Err("its Cargo.toml has `[build-dependencies]`".to_owned());
        }
        check_dependencies(target, &mut used)?;
    }
    Ok(used)
}

fn check_inheritance(table: &Table) -> Result<(), String> {
    let inherits = |value: &Value| value.as_table().is_some_and(|inner| inner.contains_key("workspace"));
    let anywhere = table
        .values()
        .any(|value| inherits(value) || value.as_table().is_some_and(|inner| inner.values().any(inherits)));
    if anywhere { Err("its Cargo.toml inherits from a workspace".to_owned()) } else { Ok(()) }
}

fn check_dependencies(table: &Table, used: &mut Vec<String>) -> Result<(), String> {
    for kind in ["dependencies", "dev-dependencies"] {
        for (name, value) in table.get(kind).and_then(Value::as_table).into_iter().flatten() {
            let Some(detail) = value.as_table() else { continue };
            if ["git", "registry", "registry-index", "workspace", "branch", "rev", "tag"]
                .iter()
                .any(|key| detail.contains_key(*key))
            {
                return Err(format!("its dependency `{name}` does not come from the registry"));
            }
            match detail.get("path").map(|path| path.as_str().and_then(|path| path.strip_prefix("../"))) {
                None => {}
                Some(Some(other)) if is_crate_name(other) => used.push(other.to_owned()),
                Some(_) => return Err(format!("its dependency `{name}` lies outside of the output")),
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> OutputFile {
        OutputFile { path: path.into(), content: text.into(), origins: vec![] }
    }

    #[test]
    fn ordinary_files_pass() {
        for (path, text) in [
            (
                "src/main.rs",
                "#[path = \"util.rs\"] mod util; const T: &str = include_str!(\"../data/t.txt\"); // include!(\"/x\")",
            ),
            ("data/t.txt", "include!(\"/etc/passwd\")"),
            ("src/bin/a.rs", "#[path = \"../util.rs\"] mod util; fn path() { let path = \"/x\"; }"),
            ("src/a.rs", "const S: &str = \"include!(\\\"/etc\\\")\";"),
        ] {
            assert_eq!(refuse_file(&file(path, text), false), None, "{path}");
        }
    }

    #[test]
    fn what_reaches_outside_or_runs_early_is_refused() {
        for (path, text) in [
            ("build.rs", ""),
            ("src/BUILD.RS", ""),
            ("../x.rs", ""),
            ("Cargo.toml", ""),
            (".cargo/config.toml", ""),
            ("src/main.rs", "include!(\"/etc/passwd\");"),
            ("src/main.rs", "include_str!(\"../../x\");"),
            ("src/main.rs", "include_bytes!(concat!(\"/\", \"x\"));"),
            ("src/main.rs", "include /* c */ ! [\"/x\"];"),
            ("src/main.rs", "#[path = \"/x.rs\"] mod x;"),
            ("src/main.rs", "#[ path = r\"/x.rs\" ] mod x;"),
            ("src/main.rs", "#[cfg_attr(all(), path = \"/x.rs\")] mod x;"),
            ("src/main.rs", "use std::include as y; y!(\"/x\");"),
        ] {
            assert!(refuse_file(&file(path, text), false).is_some(), "{path} {text}");
        }
    }

    #[test]
    fn manifests_of_support_crates_are_checked() {
        let start = "[package]\nname = 'x'\n";
        let used = check_manifest("x", &format!("{start}[dependencies]\ny = {{ path = '../y' }}\nregex = '1'\n"));
        assert_eq!(used, Ok(vec!["y".to_owned()]));
        for bad in [
            "build = 'b.rs'",
            "[lib]\nproc-macro = true",
            "[dependencies]\ny = { git = 'https://x' }",
            "[dependencies]\ny = { path = '/x' }",
            "[dependencies]\ny = { path = '../../x' }",
            "[target.'cfg(unix)'.dependencies]\ny = { path = '..' }",
            "[build-dependencies]\ncc = '1'",
            "[patch.crates-io]\n",
            "[workspace]\n",
            "edition.workspace = true",
        ] {
            assert!(check_manifest("x", &format!("{start}{bad}")).is_err(), "{bad}");
        }
    }

    #[test]
    fn dependencies_cannot_smuggle_toml() {
        let dependency = |name: &str, version: &str| {
            refuse_dependency(&CrateDependency { name: name.into(), version: version.into(), features: vec![] })
        };
        assert_eq!(dependency("regex", "1.10"), None);
        assert!(dependency("regex\"\n[patch]", "1").is_some());
        assert!(dependency("regex", "1\", git = \"x").is_some());
        assert!(dependency("regex", "*").is_some());
    }
}
