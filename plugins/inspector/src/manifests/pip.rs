//! Requirements of pip: `name[extra] >=1 ; marker`, `name @ URL`.

use super::dependency;
use batuta_sdk::ProjectDependency;

/// The lines of a requirements file.
pub(super) fn requirements(text: &str) -> Vec<ProjectDependency> {
    let text = text.replace("\\\r\n", " ").replace("\\\n", " ");
    text.lines().filter_map(line).collect()
}

fn line(line: &str) -> Option<ProjectDependency> {
    let line = line.split(" --hash").next().unwrap_or(line);
    let line = if line.trim_start().starts_with('#') { "" } else { line.split(" #").next().unwrap_or(line) }.trim();
    let editable = line.strip_prefix("-e ").or_else(|| line.strip_prefix("--editable "));
    let line = editable.unwrap_or(line).trim();
    if let Some((place, fragment)) = line.split_once("#egg=") {
        return Some(dependency("pip", fragment.split('&').next()?, place));
    }
    if line.starts_with('-') { None } else { requirement(line) }
}

/// One requirement as PEP 508 writes it; none when it does not begin with a name.
pub(super) fn requirement(text: &str) -> Option<ProjectDependency> {
    let text = text.trim();
    let name = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    let end = text.find(|c| !name(c)).unwrap_or(text.len());
    let (package, rest) = text.split_at(end);
    let rest = rest.trim_start();
    // `./local`, `https://…`
    let plain = rest.is_empty() || rest.starts_with(['[', '<', '>', '=', '!', '~', ';', '@', '(', ',']);
    let named = package.starts_with(|c: char| c.is_ascii_alphanumeric());
    (named && plain).then(|| dependency("pip", package, rest))
}
