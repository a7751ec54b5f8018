//! A plugin's statement of what it is.

use super::{Judged, at_most, quoted};
use crate::model::{Manifest, Role};
use crate::text::clean;

/// The manifest with safe texts. `exported` are the roles whose interfaces the component really has.
pub(crate) fn manifest(mut manifest: Manifest, exported: &[Role]) -> Judged<Manifest> {
    name(&manifest.name)?;
    if manifest.version.len() > 64 || semver::Version::parse(&manifest.version).is_err() {
        return Err(format!("says that its version is `{}`, which is no semantic version", quoted(&manifest.version)));
    }
    roles(&manifest.roles, exported)?;
    at_most(manifest.languages.len(), 64, "languages")?;
    at_most(manifest.file_globs.len(), 256, "globs")?;
    at_most(manifest.capabilities.len(), 64, "capabilities")?;
    at_most(manifest.formats.len(), 64, "formats")?;
    manifest.languages.iter().try_for_each(|it| language(it))?;
    manifest.formats.iter().try_for_each(|it| format(it))?;
    if manifest.settings_schema.len() > 256 << 10 {
        return Err("has a settings schema of more than 256 KiB".into());
    }
    if !manifest.settings_schema.is_empty()
        && serde_json::from_str::<serde::de::IgnoredAny>(&manifest.settings_schema).is_err()
    {
        return Err("has a settings schema that is no JSON".into());
    }
    manifest.description = clean(&manifest.description, 1024);
    manifest.file_globs.iter_mut().for_each(|glob| *glob = clean(glob, 256));
    for wanted in &mut manifest.capabilities {
        wanted.detail = clean(&wanted.detail, 256);
        wanted.reason = clean(&wanted.reason, 1024);
    }
    Ok(manifest)
}

fn name(name: &str) -> Judged {
    let shape = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if name.is_empty() || name.len() > 64 || !name.chars().all(shape) || name.starts_with('-') {
        return Err(format!(
            "says that its name is `{}`; names are lower-case letters, digits and `-`, at most 64",
            quoted(name)
        ));
    }
    Ok(())
}

fn roles(roles: &[Role], exported: &[Role]) -> Judged {
    if roles.is_empty() || roles.len() > 5 {
        return Err("names no role, or one twice".into());
    }
    match roles.iter().find(|role| !exported.contains(role)) {
        Some(role) => Err(format!("says that it is a {role:?} but does not export that interface").to_lowercase()),
        None => Ok(()),
    }
}

/// Name of a language: `python`, `c`, `c++`, `shell` …
pub(super) fn language(name: &str) -> Judged {
    let shape = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "+#-_.".contains(c);
    if name.is_empty() || name.len() > 32 || !name.chars().all(shape) {
        return Err(format!("named the language `{}`, which is no valid name", quoted(name)));
    }
    Ok(())
}

fn format(text: &str) -> Judged {
    let valid = text.split_once('@').is_some_and(|(name, major)| {
        !name.is_empty()
            && text.len() <= 64
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && major.parse::<u32>().is_ok()
    });
    if valid { Ok(()) } else { Err(format!("names the format `{}`, not NAME@MAJOR", quoted(text))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good() -> Manifest {
        Manifest {
            name: "demo".into(),
            version: "1.2.3".into(),
            description: String::new(),
            roles: vec![Role::Transpiler],
            languages: vec!["python".into()],
            file_globs: vec![],
            capabilities: vec![],
            settings_schema: String::new(),
            formats: vec!["py-index@1".into()],
        }
    }

    #[test]
    fn shapes_are_judged() {
        let judge = |change: fn(&mut Manifest)| {
            let mut it = good();
            change(&mut it);
            manifest(it, &[Role::Transpiler]).is_ok()
        };
        assert!(judge(|_| ()));
        assert!(!judge(|m| m.name = "Demo".into()));
        assert!(!judge(|m| m.name = "../x".into()));
        assert!(!judge(|m| m.version = "1".into()));
        assert!(!judge(|m| m.roles = vec![Role::Oracle]));
        assert!(!judge(|m| m.roles.clear()));
        assert!(!judge(|m| m.settings_schema = "{".into()));
        assert!(!judge(|m| m.formats = vec!["x".into()]));
        assert!(!judge(|m| m.languages = vec!["py\x1b".into()]));
    }
}
