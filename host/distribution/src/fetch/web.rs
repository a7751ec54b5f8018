//! Components at HTTPS addresses.

use super::{Fetched, block_on, chain, too_large};
use crate::keys::Signature;
use crate::store::LARGEST;
use crate::{Error, Result};
use std::time::Duration;

/// Time for the whole of one file.
const TIME: Duration = Duration::from_secs(120);

/// A component, and the signature at the same address with `.sig` behind it.
pub(super) fn get(address: &str) -> Result<Fetched> {
    block_on(address, async {
        let client = client(address)?;
        let bytes = body(&client, address, LARGEST).await?.ok_or_else(|| fault(address, "nothing is there (404)"))?;
        let beside = format!("{address}.sig");
        let signature = match body(&client, &beside, 64 << 10).await? {
            Some(text) => Some(Signature::parse(&beside, &String::from_utf8_lossy(&text))?),
            None => None,
        };
        Ok(Fetched { bytes, signature, origin: address.to_owned() })
    })
}

/// A client that is never led from https to http, nor to more than five other places.
fn client(address: &str) -> Result<reqwest::Client> {
    let secure = address.starts_with("https://");
    let follow = reqwest::redirect::Policy::custom(move |attempt| {
        if attempt.previous().len() > 5 {
            attempt.error("it leads from place to place")
        } else if secure && attempt.url().scheme() != "https" {
            attempt.error("it leads away from https")
        } else {
            attempt.follow()
        }
    });
    let client =
        reqwest::Client::builder().redirect(follow).timeout(TIME).user_agent("batuta").https_only(secure).build();
    client.map_err(|error| fault(address, &chain(&error)))
}

/// What is at an address, none when nothing is there.
async fn body(client: &reqwest::Client, address: &str, limit: u64) -> Result<Option<Vec<u8>>> {
    let failed = |error: reqwest::Error| fault(address, &chain(&error.without_url()));
    let mut response = client.get(address).send().await.map_err(failed)?;
    if matches!(response.status().as_u16(), 404 | 410) {
        return Ok(None);
    }
    if !response.status().is_success() {
        return Err(fault(address, &format!("the server answers {}", response.status())));
    }
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(failed)? {
        if (bytes.len() + chunk.len()) as u64 > limit {
            return Err(too_large(address));
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(Some(bytes))
}

fn fault(address: &str, why: &str) -> Error {
    Error::Fetch { what: address.into(), why: why.into() }
}
