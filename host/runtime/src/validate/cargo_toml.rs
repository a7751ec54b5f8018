//! The `Cargo.toml` of a support crate: nothing in it may run code at build time or reach outside of the output.

use super::{Judged, quoted};
use toml::{Table, Value};

/// Top-level tables that a support crate may have.
const ALLOWED: &[&str] =
    &["package", "lib", "features", "dependencies", "dev-dependencies", "lints", "target", "badges"];

/// Judge the bytes of a support crate's `Cargo.toml`.
pub(crate) fn judge(bytes: &[u8]) -> Judged {
    let text = std::str::from_utf8(bytes).map_err(|_| "gave a Cargo.toml that is not UTF-8".to_string())?;
    let table: Table = text.parse().map_err(|_| "gave a Cargo.toml that is no TOML".to_string())?;
    if let Some(key) = table.keys().find(|key| !ALLOWED.contains(&key.as_str())) {
        return Err(format!("gave a Cargo.toml with `[{}]`, which is not allowed in a support crate", quoted(key)));
    }
    let package = table.get("package").and_then(Value::as_table).ok_or("gave a Cargo.toml without [package]")?;
    if package.get("build").is_some_and(|build| build.as_bool() != Some(false)) || package.contains_key("links") {
        return Err("gave a Cargo.toml with a build script".into());
    }
    if package.contains_key("workspace") {
        return Err("gave a Cargo.toml that names a workspace".into());
    }
    if let Some(lib) = table.get("lib").and_then(Value::as_table) {
        if ["proc-macro", "proc_macro", "plugin"].iter().any(|key| lib.contains_key(*key)) {
            return Err("gave a Cargo.toml of a procedural macro".into());
        }
        if let Some(path) = lib.get("path").and_then(Value::as_str) {
            super::output_path(path)?;
        }
    }
    dependencies(&table)?;
    for target in table.get("target").and_then(Value::as_table).into_iter().flat_map(Table::values) {
        dependencies(target.as_table().ok_or("gave a Cargo.toml with a strange [target]")?)?;
    }
    Ok(())
}

/// Dependencies come from the registry: no path, no git, no other registry.
fn dependencies(table: &Table) -> Judged {
    for section in ["dependencies", "dev-dependencies", "build-dependencies"] {
        let Some(entries) = table.get(section).and_then(Value::as_table) else { continue };
        if section == "build-dependencies" {
            return Err("gave a Cargo.toml with build dependencies".into());
        }
        for (name, entry) in entries {
            let keys = entry.as_table().into_iter().flat_map(Table::keys);
            let allowed = ["version", "features", "default-features", "optional", "package", "workspace"];
            if let Some(key) = keys.into_iter().find(|key| !allowed.contains(&key.as_str())) {
                return Err(format!("gave a Cargo.toml whose dependency `{}` has `{}`", quoted(name), quoted(key)));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn build_time_code_is_refused() {
        let with = |rest: &str| judge(format!("[package]\nname = \"x\"\nversion = \"0.1.0\"\n{rest}").as_bytes());
        assert_eq!(
            with("[dependencies]\nregex = { version = \"1\", optional = true }\nlibc = \"0.2\"\n[features]\na = []"),
            Ok(())
        );
        for bad in [
            "build = \"x.rs\"",
            "links = \"z\"",
            "workspace = \"..\"",
            "[lib]\nproc-macro = true",
            "[lib]\npath = \"../x.rs\"",
            "[dependencies]\nx = { path = \"/etc\" }",
            "[dependencies]\nx = { git = \"https://x\" }",
            "[dependencies]\nx = { version = \"1\", registry = \"y\" }",
            "[dependencies.x]\npath = \"..\"",
            "[build-dependencies]\ncc = \"1\"",
            "[target.'cfg(unix)'.dependencies]\nx = { path = \"..\" }",
            "[patch.crates-io]\nx = { path = \"..\" }",
            "[profile.release]\nopt-level = 3",
            "[workspace]",
            "[[bin]]\nname = \"y\"\npath = \"/x.rs\"",
            "not toml",
        ] {
            assert!(with(bad).is_err(), "{bad}");
        }
        assert!(judge(b"\xff").is_err());
    }
}
