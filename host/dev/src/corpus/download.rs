//! Through the tools that know each registry, so that no address stands here.

use super::Entry;
use crate::shell;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Fetch the archive that a manifest names into `into`, and give its path.
pub(super) fn archive(entry: &Entry, into: &Path) -> Result<PathBuf> {
    let (package, file) = (entry.need("package")?, entry.need("file")?);
    match entry.need("kind")? {
        "pip" => {
            let mut command = Command::new("python3");
            command.args(["-m", "pip", "download", "--quiet", "--no-deps"]);
            if file.ends_with(".tar.gz") {
                command.args(["--no-binary", ":all:"]);
            }
            shell::run(command.arg("-d").arg(into).arg(format!("{package}=={}", entry.need("version")?)))?;
        }
        "debian" => apt(&["download", &format!("{package}={}", entry.need("version")?)], into)?,
        "debian-source" => apt(&["source", "--download-only", package], into)?,
        other => bail!("unknown kind `{other}`"),
    }
    Ok(into.join(file))
}

/// Ask apt with a configuration of our own beside the system's: its lists are fresh, and its sources are asked for source
/// packages too. The system's own lists are neither needed nor changed.
fn apt(arguments: &[&str], into: &Path) -> Result<()> {
    let home = shell::target().join("corpus").join(".apt");
    let (parts, lists) = (home.join("sources"), home.join("lists"));
    let run = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command.args(["-qq", "-o", "Dir::Etc::SourceList=/dev/null", "-o"]);
        command.arg(format!("Dir::Etc::SourceParts={}", parts.display()));
        command.arg("-o").arg(format!("Dir::State::Lists={}", lists.display()));
        shell::run(command.args(["-o", "APT::Sandbox::User=root"]).args(arguments).current_dir(into))
    };
    if !lists.join("complete").exists() {
        std::fs::create_dir_all(&parts)?;
        std::fs::create_dir_all(&lists)?;
        copy_sources(&parts)?;
        run(&["update"])?;
        std::fs::write(lists.join("complete"), "")?;
    }
    run(arguments)
}

/// The system's package sources, each asked for source packages too.
fn copy_sources(into: &Path) -> Result<()> {
    let folder = std::fs::read_dir("/etc/apt/sources.list.d").into_iter().flatten().flatten();
    let mut any = false;
    for path in folder.map(|entry| entry.path()).chain([PathBuf::from("/etc/apt/sources.list")]) {
        let known = path.extension().is_some_and(|extension| extension == "list" || extension == "sources");
        if let (true, Some(name), Ok(text)) = (known, path.file_name(), std::fs::read_to_string(&path)) {
            std::fs::write(into.join(name), with_sources(&text))?;
            any = true;
        }
    }
    if any { Ok(()) } else { bail!("apt has no package sources here; this corpus needs Debian") }
}

/// An apt sources file, either form, that asks for source packages beside binary ones.
fn with_sources(text: &str) -> String {
    let line = |line: &str| match line.split_once(char::is_whitespace) {
        Some(("deb", rest)) => format!("deb {rest}\ndeb-src {rest}\n"),
        Some(("deb-src", _)) => String::new(),
        Some(("Types:", _)) => "Types: deb deb-src\n".to_owned(),
        _ => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}

/// A crate: cargo fetches it and checks it against the digest that its index gives, which must be the manifest's.
pub(super) fn krate(entry: &Entry, into: &Path) -> Result<()> {
    let (package, version) = (entry.need("package")?, entry.need("version")?);
    let asker = into.join("ask");
    std::fs::create_dir_all(asker.join("src"))?;
    std::fs::write(asker.join("src/lib.rs"), "")?;
    // A dependency of kind `build` needs no library target to be listed.
    let manifest = format!(
        "[package]\nname = \"ask\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n{package} = \"={version}\"\n"
    );
    std::fs::write(asker.join("Cargo.toml"), manifest)?;
    shell::run(shell::cargo().args(["fetch", "--quiet"]).current_dir(&asker))?;
    let lock = std::fs::read_to_string(asker.join("Cargo.lock"))?;
    let stanza = lock.split("[[package]]").find(|text| text.contains(&format!("\nname = \"{package}\"\n")));
    let digest = entry.need("sha256")?;
    if !stanza.is_some_and(|text| text.contains(&format!("checksum = \"{digest}\""))) {
        bail!("{package} {version} has another digest than its manifest");
    }
    let vendored = into.join("vendor");
    shell::output(shell::cargo().args(["vendor", "--quiet", "--versioned-dirs"]).arg(&vendored).current_dir(&asker))?;
    let prefix = format!("{package}-{version}");
    let unpacked = vendored.join(&prefix);
    std::fs::rename(&unpacked, into.join(&prefix)).with_context(|| format!("cargo left no {prefix}"))?;
    std::fs::remove_dir_all(vendored)?;
    Ok(std::fs::remove_dir_all(asker)?)
}

#[cfg(test)]
mod tests {
    #[test]
    fn asks_both_forms_of_sources_for_source_packages() {
        let old = "deb [signed-by=k] a b c\ndeb-src a b c\n# deb x\n";
        assert_eq!(super::with_sources(old), "deb [signed-by=k] a b c\ndeb-src [signed-by=k] a b c\n# deb x\n");
        assert_eq!(super::with_sources("Types: deb\nURIs: u\n"), "Types: deb deb-src\nURIs: u\n");
    }
}
