//! Vectors of texts, by a model that the user supplies: a network in ONNX (a sentence transformer) or a table of token vectors in
//! safetensors (a static model), each with the `tokenizer.json` that belongs to it. None is shipped and none is fetched.

mod network;
mod table;
mod tokens;

use crate::Error;
use batuta_system::System;
use network::Network;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use table::Table;
use tokens::Tokens;

/// Longest file of a model, in bytes.
const LONGEST: u64 = 2 << 30;

/// Most values of a vector; those of sentence transformers have 384 to 1,024.
const WIDEST: usize = 8_192;

/// Where a model is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Files {
    /// `NAME.onnx` or `NAME.safetensors`.
    pub model: PathBuf,
    /// Its `tokenizer.json`.
    pub tokenizer: PathBuf,
}

enum Kind {
    Network(Box<Network>),
    Table(Table),
}

/// A model that is ready.
pub struct Model {
    kind: Kind,
    tokens: Tokens,
    digest: [u8; 32],
}

impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Model").field("dimension", &self.dimension()).finish_non_exhaustive()
    }
}

/// What is wrong with a file of a model.
fn bad(path: &Path, why: impl std::fmt::Display) -> Error {
    Error::Model { path: path.to_owned(), why: why.to_string() }
}

impl Model {
    /// Read a model. `digest`, where it is given, is the SHA-256 that the model's file must have.
    ///
    /// # Errors
    /// [`Error::Model`] for a file that is missing, too long, damaged, of another digest, or no such model.
    pub fn open(system: &dyn System, files: &Files, digest: Option<&[u8; 32]>) -> Result<Self, Error> {
        let read = |path: &Path| system.read(path, LONGEST).map_err(|error| bad(path, error));
        let (model, tokenizer) = (read(&files.model)?, read(&files.tokenizer)?);
        let found: [u8; 32] = Sha256::digest(&model).into();
        if let Some(wanted) = digest.filter(|wanted| **wanted != found) {
            let (wanted, found) = (crate::hexadecimal(wanted), crate::hexadecimal(&found));
            return Err(bad(&files.model, format!("its SHA-256 is {found}, not {wanted}")));
        }
        let both: [u8; 32] =
            Sha256::new().chain_update(found).chain_update(Sha256::digest(&tokenizer)).finalize().into();
        let tokens = Tokens::parse(&tokenizer).map_err(|why| bad(&files.tokenizer, why))?;
        let kind = match files.model.extension().and_then(|suffix| suffix.to_str()) {
            Some("onnx") => Network::parse(model, &tokens).map(|network| Kind::Network(Box::new(network))),
            Some("safetensors") => Table::parse(&model).map(Kind::Table),
            _ => Err("a model is a file `.onnx` or `.safetensors`".to_owned()),
        };
        let model = Model { kind: kind.map_err(|why| bad(&files.model, why))?, tokens, digest: both };
        match model.dimension() {
            1..=WIDEST => Ok(model),
            other => Err(bad(&files.model, format!("its vectors have {other} values"))),
        }
    }

    /// Of the model and its tokenizer together: vectors of models with other digests cannot be compared.
    pub fn digest(&self) -> [u8; 32] {
        self.digest
    }

    /// Values of a vector.
    pub fn dimension(&self) -> usize {
        match &self.kind {
            Kind::Network(network) => network.dimension(),
            Kind::Table(table) => table.dimension(),
        }
    }

    /// The vector of a text, of length 1; all zero for a text without a known token.
    ///
    /// # Errors
    /// [`Error::Embedding`] when the model cannot be run over it.
    pub fn embed(&self, text: &str) -> Result<Vec<f32>, Error> {
        self.vector(text, true)
    }

    fn vector(&self, text: &str, alone: bool) -> Result<Vec<f32>, Error> {
        let ids = self.tokens.of(text, matches!(self.kind, Kind::Network(_))).map_err(Error::Embedding)?;
        let mut vector = match &self.kind {
            Kind::Network(network) => network.mean(&ids, alone).map_err(Error::Embedding)?,
            Kind::Table(table) => table.mean(&ids),
        };
        normalise(&mut vector);
        Ok(vector)
    }

    /// The vectors of many texts, in their order. `done` is told after each. Every text is embedded on its own: beside others, padding and
    /// common scales of quantisation would make its vector depend on what is indexed with it.
    ///
    /// # Errors
    /// As [`Model::embed`].
    pub fn embed_all(&self, texts: &[String], done: &(dyn Fn() + Sync)) -> Result<Vec<Vec<f32>>, Error> {
        let one = |text: &String| {
            let vector = self.vector(text, false);
            done();
            vector
        };
        texts.par_iter().map(one).collect()
    }
}

/// Scale to length 1.
fn normalise(vector: &mut [f32]) {
    let length = vector.iter().map(|value| f64::from(*value).powi(2)).sum::<f64>().sqrt();
    if length.is_finite() && length > 0.0 {
        vector.iter_mut().for_each(|value| *value = (f64::from(*value) / length) as f32);
    } else {
        vector.fill(0.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use batuta_system::MemorySystem;

    fn opened(name: &str, model: &[u8], tokenizer: &[u8]) -> Result<Model, Error> {
        let system = MemorySystem::new();
        let files = Files { model: Path::new("/m").join(name), tokenizer: "/m/tokenizer.json".into() };
        system.create_dir(Path::new("/m")).unwrap();
        system.write(&files.model, model).unwrap();
        system.write(&files.tokenizer, tokenizer).unwrap();
        Model::open(&system, &files, None)
    }

    /// Three words, each with a vector of two values.
    pub(crate) fn small() -> (Vec<u8>, Vec<u8>) {
        let tokenizer =
            br#"{"version":"1.0","truncation":null,"padding":null,"added_tokens":[],"normalizer":{"type":"Lowercase"},
            "pre_tokenizer":{"type":"Whitespace"},"post_processor":null,"decoder":null,
            "model":{"type":"WordLevel","vocab":{"[UNK]":0,"wing":1,"heat":2},"unk_token":"[UNK]"}}"#;
        let header = br#"{"embedding.weight":{"dtype":"F32","shape":[3,2],"data_offsets":[0,24]}}"#;
        let rows: [f32; 6] = [0.0, 0.0, 3.0, 0.0, 0.0, 2.0];
        let data: Vec<u8> = rows.iter().flat_map(|value| value.to_le_bytes()).collect();
        ([&(header.len() as u64).to_le_bytes()[..], header, &data].concat(), tokenizer.to_vec())
    }

    #[test]
    fn a_table_gives_vectors_of_length_one() {
        let (table, tokenizer) = small();
        let model = opened("a.safetensors", &table, &tokenizer).unwrap();
        assert_eq!(model.dimension(), 2);
        assert_eq!(model.embed("Wing").unwrap(), [1.0, 0.0]);
        let both = model.embed("wing heat").unwrap();
        assert!((both[0] - 3.0 / 13f32.sqrt()).abs() < 1e-6, "{both:?}");
        assert_eq!(model.embed("nothing of it").unwrap(), [0.0, 0.0]);
        assert_eq!(model.embed("").unwrap(), [0.0, 0.0]);
    }

    #[test]
    fn broken_models_are_said() {
        let (table, tokenizer) = small();
        for (name, model, tokens, why) in [
            ("a.safetensors", &table[..20], &tokenizer[..], "safetensors"),
            ("a.safetensors", &table[..], &b"{}"[..], "tokenizer"),
            ("a.onnx", b"no network", &tokenizer[..], "ONNX"),
            ("a.onnx", b"", &tokenizer[..], "ONNX"),
            ("a.bin", &table[..], &tokenizer[..], ".onnx"),
        ] {
            let error = opened(name, model, tokens).unwrap_err().to_string();
            assert!(error.contains(why), "{error}");
        }
    }

    #[test]
    fn a_digest_that_does_not_fit_is_said() {
        let system = MemorySystem::new();
        let (table, tokenizer) = small();
        let files = Files { model: "/a.safetensors".into(), tokenizer: "/t.json".into() };
        system.write(&files.model, &table).unwrap();
        system.write(&files.tokenizer, &tokenizer).unwrap();
        let right: [u8; 32] = Sha256::digest(&table).into();
        assert!(Model::open(&system, &files, Some(&right)).is_ok());
        let error = Model::open(&system, &files, Some(&[0; 32])).unwrap_err().to_string();
        assert!(error.contains("SHA-256"), "{error}");
    }
}
