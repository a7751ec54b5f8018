//! `compile_commands.json`.

use super::{Settings, flags_of, shell_words};
use crate::front::join;
use serde::Deserialize;

#[derive(Deserialize)]
struct Entry {
    file: String,
    #[serde(default)]
    directory: String,
    #[serde(default)]
    command: String,
    #[serde(default)]
    arguments: Vec<String>,
}

/// The flags of every unit that is listed; none when the text is no such list.
pub(super) fn parse(text: &str, folder: &str) -> Option<Settings> {
    let entries: Vec<Entry> = serde_json::from_str(text).ok()?;
    let mut settings = Settings::default();
    for entry in entries {
        let directory = entry.directory.trim_end_matches('/');
        // Absolute paths are those of the machine that wrote the file: only what lies below its folder can be named.
        let file = entry.file.strip_prefix(directory).map_or(entry.file.as_str(), |rest| rest.trim_start_matches('/'));
        let Some(path) = join(folder, file).filter(|_| !file.starts_with('/')) else { continue };
        let words = if entry.arguments.is_empty() { shell_words(&entry.command) } else { entry.arguments };
        let (defines, paths) = flags_of(words.iter().map(String::as_str), folder);
        settings.units.insert(path, (defines, paths));
    }
    Some(settings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_are_read_per_unit() {
        let text = r#"[{"directory":"/x","file":"/x/src/a.c","command":"cc -DN=3 -Iinc -c src/a.c"}]"#;
        let settings = parse(text, "").unwrap();
        assert_eq!(settings.units["src/a.c"], (vec!["N=3".to_owned()], vec!["inc".to_owned()]));
    }
}
