//! Licences of everything that is built, from what cargo knows of each package.

use crate::shell;
use anyhow::{Context, Result};
use serde_json::Value;

/// Compatible with both of ours.
const ALLOWED: [&str; 12] = [
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
    "0BSD",
    // Data only: the certificate authorities that HTTPS trusts where a system has no list.
    "CDLA-Permissive-2.0",
];

/// A line per package whose licence is not allowed.
///
/// # Errors
/// When cargo cannot list the packages.
pub fn breaches() -> Result<Vec<String>> {
    let listed = shell::output(shell::cargo().args(["metadata", "--format-version", "1", "--locked"]))?;
    let metadata: Value = serde_json::from_str(&listed).context("cargo's metadata is not JSON")?;
    let packages = metadata["packages"].as_array().context("cargo's metadata lists no packages")?;
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    let refused = packages.iter().filter(|package| !allowed(&text(&package["license"])));
    let line = |package: &Value| {
        format!(
            "{} {}: licence `{}` is not on the list",
            text(&package["name"]),
            text(&package["version"]),
            text(&package["license"])
        )
    };
    Ok(refused.map(line).collect())
}

/// An SPDX expression: every `AND` part must have an allowed alternative. `/` is an old way to write `OR`.
fn allowed(expression: &str) -> bool {
    let part = |part: &str| {
        let inner = part.trim().trim_start_matches('(').trim_end_matches(')');
        inner.split(" OR ").any(|one| ALLOWED.contains(&one.trim()))
    };
    expression.replace('/', " OR ").split(" AND ").all(part)
}

#[cfg(test)]
mod tests {
    use super::allowed;

    #[test]
    fn expressions_are_judged() {
        for good in
            ["MIT", "MIT/Apache-2.0", "(MIT OR GPL-3.0) AND Unicode-3.0", "Apache-2.0 WITH LLVM-exception OR MIT"]
        {
            assert!(allowed(good), "{good}");
        }
        for bad in ["", "GPL-3.0", "MIT AND GPL-3.0", "LGPL-2.1-or-later OR MPL-2.0"] {
            assert!(!allowed(bad), "{bad}");
        }
    }
}
