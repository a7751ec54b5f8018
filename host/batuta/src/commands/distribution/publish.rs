//! `batuta plugin publish`, `key`, `sign` and `verify`

use super::Desk;
use crate::commands::CommandResult;
use crate::failure::Failure;
use crate::plugins;
use anyhow::{Context, anyhow};
use batuta_distribution::fetch::{Parcel, publish as put, signature_beside};
use batuta_distribution::keys::{Secret, Signature};
use batuta_distribution::{Source, Trust, digest};
use batuta_runtime::MAX_COMPONENT;
use batuta_runtime::model::Manifest;
use serde_json::json;
use std::path::{Path, PathBuf};

/// A component with what it says of itself.
struct Component {
    bytes: Vec<u8>,
    manifest: Manifest,
}

fn component(desk: &Desk<'_>, file: &Path) -> Result<Component, Failure> {
    let bytes = desk.system().read(file, MAX_COMPONENT as u64).context("cannot read the plugin")?;
    let plugin = plugins::checked(&plugins::loader(desk.session)?, &file.display().to_string(), &bytes)?;
    Ok(Component { bytes, manifest: plugin.info().manifest.clone() })
}

fn secret(desk: &Desk<'_>, file: &Path) -> Result<Secret, Failure> {
    let bytes = desk.system().read(file, 64 << 10).context("cannot read the secret key")?;
    Secret::parse(&String::from_utf8_lossy(&bytes)).map_err(Failure::of)
}

impl Component {
    fn sign(&self, secret: &Secret) -> Result<Signature, Failure> {
        secret.sign(&self.manifest.name, &self.manifest.version, &digest(&self.bytes)).map_err(Failure::of)
    }
}

fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".sig");
    name.into()
}

/// Put a plugin where others find it, signed where there is a key or a signature.
pub(super) fn publish(desk: &Desk<'_>, file: &Path, to: &str, key: Option<&Path>) -> CommandResult {
    let component = component(desk, file)?;
    let Manifest { name, version, description, .. } = &component.manifest;
    let signature = match key {
        Some(key) => Some(component.sign(&secret(desk, key)?)?),
        None => signature_beside(desk.system(), file).map_err(Failure::of)?,
    };
    if let Some(signature) = &signature {
        signature.verify(name, version, &digest(&component.bytes)).map_err(Failure::of)?;
    }
    let source = Source::parse(desk.system(), to).map_err(Failure::of)?;
    let parcel = Parcel { name, version, description, bytes: &component.bytes, signature: signature.as_ref() };
    let at = put(desk.system(), &source, &parcel).map_err(Failure::of)?;
    let signed = if signature.is_some() { "signed" } else { "not signed" };
    let text = format!("published {name} {version} ({signed})\n  others get it with: batuta plugin add {at}\n");
    desk.say(&text, &json!({ "name": name, "version": version, "signed": signature.is_some(), "source": at }))
}

/// Make a secret key that only its owner may read.
pub(super) fn key(desk: &Desk<'_>, file: &Path) -> CommandResult {
    if desk.system().stat(file)?.is_some() {
        let error = anyhow!("{} is there already", file.display());
        return Err(Failure::with_remedy(error, "name another file; a key that is lost cannot be made again"));
    }
    let secret = Secret::generate().map_err(Failure::of)?;
    desk.system().write_private(file, secret.to_text().as_bytes()).context("cannot write the key")?;
    let public = secret.public();
    let text = format!("{public}\n  the secret key is in {}; give others the line above\n", file.display());
    desk.say(&text, &json!({ "public": public, "file": file }))
}

/// Put a signature beside a plugin.
pub(super) fn sign(desk: &Desk<'_>, file: &Path, key: &Path) -> CommandResult {
    let component = component(desk, file)?;
    let signature = component.sign(&secret(desk, key)?)?;
    let path = beside(file);
    desk.system().write_durably(&path, signature.to_text().as_bytes()).context("cannot write the signature")?;
    let text = format!("signed {} {}: {}\n", component.manifest.name, component.manifest.version, path.display());
    desk.say(&text, &json!({ "signature": path, "key": signature.key }))
}

/// Look whether the signature beside a plugin fits, and whether its key is known.
pub(super) fn verify(desk: &Desk<'_>, file: &Path) -> CommandResult {
    let component = component(desk, file)?;
    let Manifest { name, version, .. } = &component.manifest;
    let signature = signature_beside(desk.system(), file).map_err(Failure::of)?;
    let signature = signature.ok_or_else(|| {
        let error = anyhow!("{} {version} is not signed: there is no {}", name, beside(file).display());
        Failure::with_remedy(error, "`batuta plugin sign` signs it")
    })?;
    signature.verify(name, version, &digest(&component.bytes)).map_err(Failure::of)?;
    let trust = Trust::read(desk.system(), &desk.places.trust()).map_err(Failure::of)?;
    let known = trust.keys.iter().find(|pinned| pinned.key == signature.key).map(|pinned| pinned.name.clone());
    let who = known.as_deref().map_or("a key that is not on your list".to_owned(), str::to_owned);
    let text = format!("{name} {version}: the signature fits, by {who}\n  {}\n", signature.key);
    desk.say(&text, &json!({ "name": name, "version": version, "key": signature.key, "known": known }))
}
