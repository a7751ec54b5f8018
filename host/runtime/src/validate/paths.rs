//! Paths that come from guests. They are parsed here and never reach the file system as they were.

use super::Judged;

/// Longest path and longest component, in bytes.
const PATH: usize = 1024;
const COMPONENT: usize = 200;

/// The path of `project.open`, relative to the project, without `.` and `..`; none when it leaves the project or
/// cannot be a path of it on every system.
pub fn normalise_open(path: &str) -> Option<String> {
    if path.len() > 4096 || path.starts_with('/') || path.contains(['\\', '\0']) || path.chars().any(char::is_control) {
        return None;
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            // A drive or an alternate stream on Windows.
            part if part.contains(':') => return None,
            part => parts.push(part),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

/// Judge the path of a generated file, relative to its package: it must mean the same file on every system, stay inside, and be
/// none that tools obey (`.cargo/config.toml`, `.git/hooks`).
///
/// # Errors
/// What is wrong with it, to follow "the plugin".
pub fn output_path(path: &str) -> Judged {
    let bad = |why: &str| Err(format!("wants to write `{}`: {why}", super::quoted(path)));
    if path.is_empty() || path.len() > PATH {
        return bad("the path is empty or too long");
    }
    if path.contains(['\\', ':', '*', '?', '"', '<', '>', '|']) {
        return bad("the path has a character that not every system allows");
    }
    if path.chars().any(crate::text::is_unsafe) {
        return bad("the path has a control character");
    }
    for part in path.split('/') {
        if part.is_empty() || part == "." || part == ".." {
            return bad("the path is absolute or not normalised");
        }
        if part.len() > COMPONENT {
            return bad("a name in the path is too long");
        }
        if part.starts_with('.') {
            return bad("hidden files steer tools");
        }
        if part.ends_with([' ', '.']) || part.starts_with(' ') {
            return bad("a name starts or ends with a space, or ends with a dot");
        }
        if is_device(part) {
            return bad("the name is a device on Windows");
        }
    }
    Ok(())
}

/// Whether Windows takes the name for a device, with any extension.
pub(super) fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_uppercase();
    match stem.as_str() {
        "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$" => true,
        _ => ["COM", "LPT"].iter().any(|device| {
            stem.strip_prefix(device).is_some_and(|rest| {
                let mut chars = rest.chars();
                matches!(chars.next(), Some('0'..='9' | '¹' | '²' | '³')) && chars.next().is_none()
            })
        }),
    }
}

/// What a file system that ignores case takes a path for.
pub(super) fn folded(path: &str) -> String {
    path.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opens_stay_inside() {
        assert_eq!(normalise_open("a/./b/../c.h").as_deref(), Some("a/c.h"));
        assert_eq!(normalise_open("a//b/").as_deref(), Some("a/b"));
        for bad in ["..", "a/../../b", "/etc/passwd", "C:x", "a\\b", "", ".", "a\0b", "a/..", "x:y"] {
            assert_eq!(normalise_open(bad), None, "{bad}");
        }
    }

    #[test]
    fn outputs_mean_one_file_everywhere() {
        for good in ["src/main.rs", "src/bin/a-b.rs", "src/модуль.rs", "data/x.txt", "src/console.rs", "src/com.rs"]
        {
            assert_eq!(output_path(good), Ok(()), "{good}");
        }
        let bad = [
            "",
            "/x",
            "../x",
            "a/../b",
            "a//b",
            "a/",
            "./a",
            "a\\b",
            "C:x",
            "C:/x",
            "x:y",
            "a\0b",
            "nul",
            "src/NUL.rs",
            "aux.rs",
            "com1",
            "LPT9.txt",
            "COM¹.rs",
            ".git/hooks/x",
            "a/.git/x",
            ".GIT/config",
            ".cargo/config.toml",
            "a.",
            "a ",
            "a/ b",
            "x\u{202e}y",
            "x\x1by",
            "con .txt",
            "a?b",
        ];
        for bad in bad {
            assert!(output_path(bad).is_err(), "{bad:?}");
        }
    }
}
