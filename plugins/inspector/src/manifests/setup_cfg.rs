//! `setup.cfg`.

use super::pip;
use batuta_sdk::ProjectDependency;

/// `install_requires` and its like, and every key of `[options.extras_require]`.
pub(super) fn read(text: &str) -> Vec<ProjectDependency> {
    let (mut section, mut key) = ("", "");
    let mut found = Vec::new();
    for line in text.lines() {
        let trimmed = line.trim();
        if trimmed.starts_with(['#', ';']) && !line.starts_with(char::is_whitespace) || trimmed.starts_with('#') {
            continue;
        }
        let value = if let Some(name) = trimmed.strip_prefix('[') {
            (section, key) = (name.trim_end_matches(']'), "");
            continue;
        } else if line.starts_with(char::is_whitespace) {
            vec![trimmed]
        } else {
            let (name, value) = trimmed.split_once(['=', ':']).unwrap_or((trimmed, ""));
            key = name.trim();
            // On the line of the key `;` separates.
            value.split(';').collect()
        };
        if wanted(section, key) {
            found.extend(value.into_iter().filter_map(pip::requirement));
        }
    }
    found
}

fn wanted(section: &str, key: &str) -> bool {
    let lists = ["install_requires", "setup_requires", "tests_require"];
    section == "options" && lists.contains(&key) || section == "options.extras_require" && !key.is_empty()
}
