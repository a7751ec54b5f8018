//! What a user may name as the place of a plugin.

use crate::{Error, Result};
use batuta_system::{Kind, System};
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// The place of a plugin, or of many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// One component.
    File(PathBuf),
    /// A folder of components: `NAME.wasm`, or `NAME-VERSION.wasm` where versions stand side by side.
    Folder(PathBuf),
    /// One component at an address.
    Web(String),
    /// A repository of an OCI registry, or for `search` a registry.
    Oci(Repository),
}

/// A repository of an OCI registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repository {
    /// Host, with its port where it has one.
    pub host: String,
    /// Path of the repository; empty for the registry itself.
    pub path: String,
    /// One version.
    pub tag: Option<String>,
}

impl Source {
    /// Understand what a user wrote. Paths are looked up, so that a file and a folder are told apart.
    ///
    /// # Errors
    /// When it is none of the four.
    pub fn parse(system: &dyn System, text: &str) -> Result<Self> {
        let bad = |why: &str| Error::Source { text: text.into(), why: why.into() };
        if let Some(rest) = text.strip_prefix("oci://") {
            return rest.parse().map(Source::Oci).map_err(|why: String| bad(&why));
        }
        if text.starts_with("https://") {
            return Ok(Source::Web(text.into()));
        }
        if let Some(rest) = text.strip_prefix("http://") {
            let host = rest.split('/').next().unwrap_or(rest);
            return if is_loopback(host) {
                Ok(Source::Web(text.into()))
            } else {
                Err(bad("plain http is for this machine only; use https"))
            };
        }
        if text.contains("://") {
            return Err(bad("its scheme is not known"));
        }
        let path = system.absolute(Path::new(text)).map_err(|_| bad("there is no such file or folder"))?;
        match system.stat(&path)?.map(|stat| stat.kind) {
            Some(Kind::Folder) => Ok(Source::Folder(path)),
            Some(Kind::File) => Ok(Source::File(path)),
            Some(_) => Err(bad("it is neither a file nor a folder")),
            None => Err(bad("there is no such file or folder")),
        }
    }
}

impl FromStr for Repository {
    type Err = String;

    /// `HOST[:PORT][/PATH][:TAG]`.
    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let (host, rest) = text.split_once('/').unwrap_or((text, ""));
        let (path, tag) = match rest.rsplit_once(':') {
            Some((path, tag)) => (path, Some(tag.to_owned())),
            None => (rest, None),
        };
        let name = |c: char| c.is_ascii_alphanumeric() || ".-_".contains(c);
        if host.is_empty() || !host.chars().all(|c| name(c) || c == ':' || c == '[' || c == ']') {
            return Err("its host is no host".into());
        }
        let parts = path.trim_end_matches('/');
        let sane = |part: &str| !part.is_empty() && part.chars().all(|c| name(c) && !c.is_ascii_uppercase());
        if !parts.is_empty() && !parts.split('/').all(sane) {
            return Err("a repository is of lower-case letters, digits, `.`, `-` and `_`".into());
        }
        if tag.as_deref().is_some_and(|tag| tag.is_empty() || tag.len() > 128 || !tag.chars().all(name)) {
            return Err("its tag is no tag".into());
        }
        Ok(Repository { host: host.into(), path: parts.into(), tag })
    }
}

impl Repository {
    /// Without its tag.
    pub fn untagged(&self) -> Self {
        Repository { tag: None, ..self.clone() }
    }
}

impl fmt::Display for Repository {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "oci://{}", self.host)?;
        if !self.path.is_empty() {
            write!(f, "/{}", self.path)?;
        }
        self.tag.as_ref().map_or(Ok(()), |tag| write!(f, ":{tag}"))
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Source::File(path) | Source::Folder(path) => write!(f, "{}", path.display()),
            Source::Web(address) => f.write_str(address),
            Source::Oci(repository) => repository.fmt(f),
        }
    }
}

/// Whether a host, with or without a port, is this machine.
pub(crate) fn is_loopback(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or(rest),
        None => host.rsplit_once(':').map_or(host, |(name, _)| name),
    };
    name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;
    use batuta_system::MemorySystem;

    #[test]
    fn each_form_is_told_apart() {
        let system = MemorySystem::new();
        system.create_dir(Path::new("/p/dist")).unwrap();
        system.write(Path::new("/p/dist/ini.wasm"), b"x").unwrap();
        let parse = |text: &str| Source::parse(&system, text);
        assert_eq!(parse("/p/dist").unwrap(), Source::Folder("/p/dist".into()));
        assert_eq!(parse("/p/dist/ini.wasm").unwrap(), Source::File("/p/dist/ini.wasm".into()));
        assert!(matches!(parse("https://example.org/ini.wasm").unwrap(), Source::Web(_)));
        let Source::Oci(repository) = parse("oci://localhost:5000/plugins/ini:0.3.1").unwrap() else { panic!() };
        assert_eq!((repository.host.as_str(), repository.path.as_str()), ("localhost:5000", "plugins/ini"));
        assert_eq!(repository.tag.as_deref(), Some("0.3.1"));
        assert_eq!(repository.to_string(), "oci://localhost:5000/plugins/ini:0.3.1");
        for bad in [
            "http://example.org/x.wasm",
            "ftp://x/y",
            "/p/none.wasm",
            "oci://",
            "oci://h/A",
            "oci://h/a:",
            "oci://h/../x y",
        ] {
            assert!(matches!(parse(bad), Err(Error::Source { .. })), "{bad}");
        }
        assert!(parse("http://127.0.0.1:8000/x.wasm").is_ok());
    }

    #[test]
    fn only_this_machine_is_loopback() {
        for host in ["localhost", "localhost:5000", "127.0.0.1:80", "[::1]:5000"] {
            assert!(is_loopback(host), "{host}");
        }
        for host in ["localhost.example.org", "10.0.0.1", "127.0.0.1.example.org:80", "[::2]:5000"] {
            assert!(!is_loopback(host), "{host}");
        }
    }
}
