//! The folder of a new plugin: a template, the SDK of its language, and the WIT.

use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::fmt;

/// Everything of this repository that is embedded, by path.
static EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// Names of the SDK's crates, as folders of `sdk/`.
const CRATES: [&str; 4] = ["diagnostics", "guest", "rust-ir", "text"];

/// What a plugin does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Converts a language.
    Transpiler,
    /// Finds out what a project is made of.
    Analyzer,
}

/// What a plugin is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// With `batuta-sdk`.
    Rust,
    /// With `batuta_sdk.py` and componentize-py.
    Python,
    /// With `batuta-sdk.js` and componentize-js.
    JavaScript,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Kind::Transpiler => "transpiler",
            Kind::Analyzer => "analyzer",
        })
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Lang::Rust => "rust",
            Lang::Python => "python",
            Lang::JavaScript => "javascript",
        })
    }
}

impl Kind {
    /// The world that such a plugin exports.
    pub fn world(self) -> String {
        format!("{self}-plugin")
    }
}

/// The files of a new plugin, by path relative to its folder.
///
/// # Errors
/// When the name is none that a plugin may have.
pub fn files(name: &str, kind: Kind, lang: Lang) -> Result<BTreeMap<String, Vec<u8>>> {
    check_name(name)?;
    let code = code(name);
    let fill = |text: &str| {
        let pairs = [("name", name), ("code", &code), ("kind", &kind.to_string()), ("lang", &lang.to_string())];
        pairs.iter().fold(text.to_owned(), |text, (key, value)| text.replace(&format!("{{{{{key}}}}}"), value))
    };
    let mut files = BTreeMap::new();
    for (lang, kind) in [
        ("all", "both"),
        ("all", &*kind.to_string()),
        (&*lang.to_string(), "both"),
        (&*lang.to_string(), &*kind.to_string()),
    ] {
        let folder = format!("host/authoring/templates/{lang}/{kind}/");
        for (path, bytes) in below(&folder) {
            let text = std::str::from_utf8(bytes).context("a template is text")?;
            files.insert(fill(path.strip_suffix(".in").unwrap_or(path)), fill(text).into_bytes());
        }
    }
    match lang {
        Lang::Rust => rust_sdk(&mut files)?,
        lang => files.extend(sdk(lang)),
    }
    Ok(files)
}

/// The SDK's own modules and the WIT, as far as a language has them beside a plugin.
pub(crate) fn sdk(lang: Lang) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    match lang {
        Lang::Rust => {}
        Lang::Python => copy("sdk/python/", "", &mut files),
        Lang::JavaScript => copy("sdk/javascript/", "", &mut files),
    }
    copy("wit/v0.2.0/", "wit/", &mut files);
    files
}

/// A plugin's name: lower-case letters, digits and `-`, a letter first, at most 30; also the ending of its files.
fn check_name(name: &str) -> Result<()> {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let first = name.chars().next().is_some_and(|c| c.is_ascii_lowercase());
    ensure!(
        first && name.len() <= 30 && name.chars().all(letters) && !name.ends_with('-'),
        "`{name}` is no name for a plugin: lower-case letters, digits and `-`, a letter first and no `-` last, at most 30"
    );
    ensure!(!TAKEN.contains(&name), "`{name}` stands for something else in goldens: choose another name");
    Ok(())
}

/// Fences of goldens that mean something else than a plugin's language.
const TAKEN: [&str; 9] = ["rust", "text", "json", "py", "h", "hpp", "sh", "bash", "dash"];

/// Two letters for the codes of its findings.
fn code(name: &str) -> String {
    let letters = name.chars().filter(char::is_ascii_lowercase).chain(['x', 'x']);
    letters.take(2).collect::<String>().to_uppercase()
}

/// Embedded files below a folder, by path relative to it.
fn below(folder: &str) -> impl Iterator<Item = (&'static str, &'static [u8])> {
    EMBEDDED.iter().filter_map(move |(path, bytes)| Some((path.strip_prefix(folder)?, *bytes)))
}

fn copy(from: &str, to: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    files.extend(below(from).map(|(path, bytes)| (format!("{to}{path}"), bytes.to_vec())));
}

/// The SDK's crates as a workspace of their own, so that their manifests are the ones of this repository, and its lock.
fn rust_sdk(files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    for name in CRATES {
        copy(&format!("sdk/{name}/"), &format!("sdk/{name}/"), files);
    }
    copy("wit/v0.2.0/", "sdk/guest/wit/", files);
    files.insert("sdk/Cargo.toml".into(), sdk_manifest()?.into_bytes());
    for (path, bytes) in EMBEDDED.iter().filter(|(path, _)| *path == "Cargo.lock") {
        files.insert((*path).to_owned(), bytes.to_vec());
    }
    Ok(())
}

/// What the SDK's crates inherit: this repository's own root manifest, less what only others need.
fn sdk_manifest() -> Result<String> {
    use toml::{Table, Value};
    let root = EMBEDDED.iter().find(|(path, _)| *path == "Cargo.toml").map_or(&b""[..], |(_, bytes)| bytes);
    let root: Table = std::str::from_utf8(root)?.parse().context("the embedded root manifest")?;
    let mut workspace = root.get("workspace").and_then(Value::as_table).cloned().unwrap_or_default();
    workspace.retain(|key, _| matches!(key, "resolver" | "package" | "dependencies" | "lints"));
    workspace.insert("members".into(), CRATES.map(|name| Value::from(name.to_owned())).to_vec().into());
    if let Some(dependencies) = workspace.get_mut("dependencies").and_then(Value::as_table_mut) {
        let used = ["wit-bindgen", "prettyplease", "syn", "proc-macro2"];
        dependencies.retain(|name, value| {
            let path = value.get("path").and_then(Value::as_str);
            used.contains(&name)
                || path.and_then(|path| path.strip_prefix("sdk/")).is_some_and(|it| CRATES.contains(&it))
        });
        for (_, value) in dependencies.iter_mut() {
            let path = value.get("path").and_then(Value::as_str).and_then(|path| path.strip_prefix("sdk/"));
            if let (Some(path), Some(value)) = (path.map(str::to_owned), value.as_table_mut()) {
                value.insert("path".into(), path.into());
            }
        }
    }
    let manifest: Table = [("workspace".to_owned(), Value::from(workspace))].into_iter().collect();
    Ok(toml::to_string(&manifest)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_checked() {
        for name in ["", "9a", "A", "a b", "a-", "rust", "a/b", "..", &"a".repeat(31)] {
            assert!(files(name, Kind::Transpiler, Lang::Python).is_err(), "{name}");
        }
        assert_eq!((code("greet"), code("a1"), code("x-y")), ("GR".into(), "AX".into(), "XY".into()));
    }

    #[test]
    fn every_template_is_filled_and_has_its_sdk() {
        for kind in [Kind::Transpiler, Kind::Analyzer] {
            for lang in [Lang::Rust, Lang::Python, Lang::JavaScript] {
                let files = files("greet", kind, lang).unwrap();
                let own = files.iter().filter(|(path, _)| !path.starts_with("sdk/") && !path.starts_with("wit/"));
                for (path, bytes) in own {
                    assert!(!String::from_utf8_lossy(bytes).contains("{{name"), "{kind} {lang} {path}");
                }
                let wit = if lang == Lang::Rust { "sdk/guest/wit/worlds.wit" } else { "wit/worlds.wit" };
                for path in ["batuta-plugin.toml", ".gitignore", "README.md", wit] {
                    assert!(files.contains_key(path), "{kind} {lang} {path}: {:?}", files.keys());
                }
                assert!(files.keys().any(|path| path.starts_with("goldens/")), "{kind} {lang}");
            }
        }
    }
}
