//! Relative paths that come from plugins.

/// Whether a path is relative, `/`-separated, without empty, `.` and `..` parts, control characters, `\` and `:`.
pub fn is_clean(path: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part != "." && part != "..";
    path.len() <= 4096 && path.split('/').all(part) && !path.chars().any(|c| c.is_control() || c == '\\' || c == ':')
}

/// `path`, taken relative to `folder` (empty for the root), without `.` and `..`; none when it is absolute or leaves the root.
pub fn normalise(folder: &str, path: &str) -> Option<String> {
    if path.starts_with('/') {
        return None;
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_relative_paths_are_clean() {
        for good in ["a", "a/b.rs", "src/bin/x.rs", ".hidden", "ä/ö"] {
            assert!(is_clean(good), "{good}");
        }
        for bad in ["", "/a", "a/", "a//b", ".", "..", "a/../b", "a/./b", "a\\b", "C:x", "a\nb"] {
            assert!(!is_clean(bad), "{bad}");
        }
    }

    #[test]
    fn paths_are_normalised_inside_the_root() {
        assert_eq!(normalise("src", "../inc/./a.h").as_deref(), Some("inc/a.h"));
        assert_eq!(normalise("", "a").as_deref(), Some("a"));
        assert_eq!(normalise("src", "../../a"), None);
        assert_eq!(normalise("src", "/etc/passwd"), None);
    }
}
