//! Components in OCI registries, in the form of the CNCF's Wasm OCI artifacts: one layer `application/wasm`.

use super::{Fetched, Listing, Parcel, block_on, chain, choose, too_large};
use crate::keys::Signature;
use crate::source::{Repository, is_loopback};
use crate::store::{LARGEST, check};
use crate::{Error, Result};
use batuta_system::System;
use oci_client::client::{ClientConfig, ClientProtocol, Config, ImageLayer};
use oci_client::manifest::{OciImageManifest, OciManifest};
use oci_client::secrets::RegistryAuth;
use oci_client::{Client, Reference};
use semver::{Version, VersionReq};
use std::collections::BTreeMap;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::AsyncWrite;

const LAYER: &str = "application/wasm";
const CONFIG: &str = "application/vnd.wasm.config.v0+json";
const KEY: &str = "dev.batuta.signature.key";
const SIGNATURE: &str = "dev.batuta.signature.value";
const TITLE: &str = "org.opencontainers.image.title";
const VERSION: &str = "org.opencontainers.image.version";
const DESCRIPTION: &str = "org.opencontainers.image.description";
/// Repositories of a registry that `search` looks into.
const SEARCHED: usize = 500;

/// A registry, with the user's name and password for it.
struct Registry {
    client: Client,
    auth: RegistryAuth,
    repository: Repository,
}

impl Registry {
    fn new(system: &dyn System, repository: &Repository) -> Self {
        let plain = is_loopback(&repository.host);
        let client = Client::new(ClientConfig {
            protocol: if plain { ClientProtocol::Http } else { ClientProtocol::Https },
            connect_timeout: Some(Duration::from_secs(15)),
            read_timeout: Some(Duration::from_secs(60)),
            user_agent: "batuta",
            ..ClientConfig::default()
        });
        let variable = |name| system.environment(name).and_then(|value| value.into_string().ok());
        let auth = match (variable("BATUTA_REGISTRY_USER"), variable("BATUTA_REGISTRY_PASSWORD")) {
            (Some(user), Some(password)) => RegistryAuth::Basic(user, password),
            _ => RegistryAuth::Anonymous,
        };
        Registry { client, auth, repository: repository.clone() }
    }

    fn at(&self, path: &str, tag: &str) -> Reference {
        Reference::with_tag(self.repository.host.clone(), path.to_owned(), tag.to_owned())
    }

    fn failed(&self, error: impl std::error::Error) -> Error {
        Error::Fetch { what: self.repository.to_string(), why: chain(&error) }
    }

    fn refused(&self, why: &str) -> Error {
        Error::Fetch { what: self.repository.to_string(), why: why.into() }
    }

    /// The versions of a repository: tags that are semantic versions.
    async fn versions(&self, path: &str) -> Result<Vec<Version>> {
        let reference = self.at(path, "latest");
        let tags = self.client.list_tags(&reference, &self.auth, Some(1000), None).await;
        Ok(tags.map_err(|error| self.failed(error))?.tags.iter().filter_map(|tag| Version::parse(tag).ok()).collect())
    }

    async fn manifest(&self, reference: &Reference) -> Result<OciImageManifest> {
        match self.client.pull_manifest(reference, &self.auth).await.map_err(|error| self.failed(error))? {
            (OciManifest::Image(manifest), _) => Ok(manifest),
            (OciManifest::ImageIndex(_), _) => Err(self.refused("it is a list of images, not a plugin")),
        }
    }

    async fn pull(&self, tag: &str) -> Result<Fetched> {
        let reference = self.at(&self.repository.path, tag);
        let manifest = self.manifest(&reference).await?;
        let [layer] = manifest.layers.as_slice() else {
            return Err(self.refused("a plugin has one layer, this has another number"));
        };
        if layer.media_type != LAYER {
            return Err(
                self.refused(&format!("its layer is `{}`, a plugin's is `{LAYER}`", printable(&layer.media_type)))
            );
        }
        if u64::try_from(layer.size).unwrap_or(u64::MAX) > LARGEST {
            return Err(too_large(&self.repository.to_string()));
        }
        let mut bytes = Bounded(Vec::new());
        let pulled = self.client.pull_blob(&reference, layer, &mut bytes).await;
        let what = format!("the layer of {}:{tag}", self.repository);
        if let Err(error) = pulled {
            // The client compares too, but says it in words of its own.
            check(&what, &layer.digest, &bytes.0)?;
            return Err(self.failed(error));
        }
        check(&what, &layer.digest, &bytes.0)?;
        let annotations = manifest.annotations.unwrap_or_default();
        let signature = match (annotations.get(KEY), annotations.get(SIGNATURE)) {
            (Some(key), Some(signature)) => Some(Signature { key: key.clone(), signature: signature.clone() }),
            _ => None,
        };
        Ok(Fetched { bytes: bytes.0, signature, origin: self.repository.untagged().to_string() })
    }

    /// One line of a search: what the newest version says of itself.
    async fn listing(&self, path: &str) -> Result<Option<Listing>> {
        let mut versions = self.versions(path).await?;
        versions.sort_by(|a, b| b.cmp(a));
        let Some(newest) = versions.first() else { return Ok(None) };
        let manifest = self.manifest(&self.at(path, &newest.to_string())).await?;
        if !manifest.layers.iter().any(|layer| layer.media_type == LAYER) {
            return Ok(None);
        }
        let annotations = manifest.annotations.unwrap_or_default();
        let name = annotations.get(TITLE).map_or(path, String::as_str);
        let description = annotations.get(DESCRIPTION).map_or("", String::as_str);
        let source = Repository { host: self.repository.host.clone(), path: path.into(), tag: None }.to_string();
        Ok(Some(Listing { name: printable(name), versions, description: printable(description), source }))
    }
}

/// The newest version that satisfies the requirement, or what the tag names.
pub(super) fn pull(system: &dyn System, repository: &Repository, requirement: &VersionReq) -> Result<Fetched> {
    let what = repository.to_string();
    if repository.path.is_empty() {
        return Err(Error::Source { text: what, why: "it names a registry, not a repository".into() });
    }
    block_on(&what, async {
        let registry = Registry::new(system, repository);
        if let Some(tag) = &repository.tag {
            return registry.pull(tag).await;
        }
        let versions = registry.versions(&repository.path).await?;
        let version = choose(&repository.to_string(), &versions, requirement)?;
        registry.pull(&version.to_string()).await
    })
}

/// Plugins of a registry whose repository contains `word`, below the path of `repository`.
pub(super) fn search(system: &dyn System, repository: &Repository, word: &str) -> Result<Vec<Listing>> {
    block_on(&repository.to_string(), async {
        let registry = Registry::new(system, repository);
        let catalog = registry.client.catalog(&registry.at("x", "latest"), &registry.auth, Some(1000), None).await;
        let all = catalog.map_err(|error| registry.failed(error))?.repositories;
        let below = format!("{}/", repository.path);
        let wanted = |path: &&String| path.contains(word) && (repository.path.is_empty() || path.starts_with(&below));
        let mut listings = Vec::new();
        for path in all.iter().filter(wanted).take(SEARCHED) {
            listings.extend(registry.listing(path).await?);
        }
        Ok(listings)
    })
}

/// Push a plugin under the tag of its version; what is there is never replaced by other bytes.
pub(super) fn push(system: &dyn System, repository: &Repository, parcel: &Parcel<'_>) -> Result<String> {
    let what = repository.to_string();
    block_on(&what, async {
        let registry = Registry::new(system, repository);
        let reference = registry.at(&repository.path, parcel.version);
        let digest = crate::digest(parcel.bytes);
        if let Ok(there) = registry.manifest(&reference).await
            && !there.layers.iter().any(|layer| layer.digest == digest)
        {
            return Err(registry.refused("another plugin has this version there; published versions do not change"));
        }
        let layer = ImageLayer::new(parcel.bytes.to_vec(), LAYER.into(), None);
        let config = Config::new(config(&digest), CONFIG.into(), None);
        let mut manifest = OciImageManifest::build(std::slice::from_ref(&layer), &config, Some(annotations(parcel)));
        manifest.artifact_type = Some(CONFIG.into());
        let pushed = registry.client.push(&reference, &[layer], config, &registry.auth, Some(manifest)).await;
        pushed.map_err(|error| registry.failed(error))?;
        Ok(repository.untagged().to_string())
    })
}

fn annotations(parcel: &Parcel<'_>) -> BTreeMap<String, String> {
    let mut annotations: BTreeMap<String, String> =
        [(TITLE, parcel.name), (VERSION, parcel.version), (DESCRIPTION, parcel.description)]
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .into();
    if let Some(signature) = parcel.signature {
        annotations.insert(KEY.into(), signature.key.clone());
        annotations.insert(SIGNATURE.into(), signature.signature.clone());
    }
    annotations
}

/// The configuration that the artifact's form asks for.
fn config(layer: &str) -> Vec<u8> {
    serde_json::json!({ "architecture": "wasm", "os": "wasip2", "layerDigests": [layer] }).to_string().into_bytes()
}

/// What a registry says, fit for a terminal.
fn printable(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(200).collect()
}

/// A buffer that takes as much as a plugin may have: a server can send more than it says.
struct Bounded(Vec<u8>);

impl AsyncWrite for &mut Bounded {
    fn poll_write(mut self: Pin<&mut Self>, _: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        if (self.0.len() + bytes.len()) as u64 > LARGEST {
            return Poll::Ready(Err(io::Error::new(io::ErrorKind::FileTooLarge, "it is larger than a plugin may be")));
        }
        self.0.extend_from_slice(bytes);
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use batuta_system::MemorySystem;
    use std::io::{Read, Write};
    use std::net::{TcpListener, TcpStream};

    /// A registry that says that its layer has this size, and sends zeros for ever.
    fn registry(size: u64) -> Repository {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let host = listener.local_addr().unwrap().to_string();
        std::thread::spawn(move || {
            while let Ok((stream, _)) = listener.accept() {
                std::thread::spawn(move || drop(answer(stream, size)));
            }
        });
        Repository { host, path: "bomb".into(), tag: Some("1.0.0".into()) }
    }

    fn answer(mut stream: TcpStream, size: u64) -> std::io::Result<()> {
        let mut request = [0; 4096];
        let count = stream.read(&mut request)?;
        let request = String::from_utf8_lossy(&request[..count]).into_owned();
        let digest = format!("sha256:{}", "0".repeat(64));
        let manifest = format!(
            r#"{{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{{"mediaType":"{CONFIG}","digest":"{digest}","size":2}},"layers":[{{"mediaType":"{LAYER}","digest":"{digest}","size":{size}}}]}}"#
        );
        if request.contains("/blobs/") {
            stream
                .write_all(b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nConnection: close\r\n\r\n")?;
            loop {
                stream.write_all(&[0; 1 << 16])?;
            }
        }
        let body = if request.contains("/manifests/") { &manifest[..] } else { "{}" };
        let kind = "application/vnd.oci.image.manifest.v1+json";
        write!(
            stream,
            "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        )
    }

    #[test]
    fn a_layer_that_does_not_end_is_cut() {
        for size in [10, LARGEST + 1, i64::MAX as u64] {
            let error = pull(&MemorySystem::new(), &registry(size), &VersionReq::STAR).err().unwrap().to_string();
            assert!(
                error.contains("larger") || error.contains("digest") || error.contains("changed"),
                "{size}: {error}"
            );
        }
    }
}
