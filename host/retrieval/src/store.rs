//! The index on disk: one file, with a digest in front.

use crate::Error;
use crate::index::{Index, Kept};
use crate::vectors::{Dense, Vectors};
use batuta_system::System;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// Begins every index; another number for another form.
const MAGIC: &[u8; 16] = b"batuta index 02\n";
/// Longest index, in bytes.
const LONGEST: u64 = 4 << 30;

/// What was found on disk.
#[derive(Debug)]
pub enum Opened {
    /// An index.
    Whole(Box<Index>),
    /// Nothing.
    Missing,
    /// A file that is damaged, cut off, or of another version: to be made anew.
    Damaged,
}

/// The index in a file.
///
/// # Errors
/// When the file is there and cannot be read; a damaged one is no error.
pub fn open(system: &dyn System, path: &Path) -> Result<Opened, Error> {
    let bytes = match system.read(path, LONGEST) {
        Ok(bytes) => bytes,
        Err(error) if error.is_missing() => return Ok(Opened::Missing),
        Err(error) => return Err(error.into()),
    };
    Ok(decode(&bytes).map_or(Opened::Damaged, |index| Opened::Whole(Box::new(index))))
}

/// Behind the digest: the length of the documents, the documents, and the vectors as they are.
fn decode(bytes: &[u8]) -> Option<Index> {
    let (digest, body) = bytes.strip_prefix(MAGIC)?.split_at_checked(32)?;
    (Sha256::digest(body)[..] == *digest).then_some(())?;
    let (length, rest) = body.split_first_chunk::<8>()?;
    let (documents, rows) = rest.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
    let (dense, documents): (Option<Dense>, BTreeMap<String, Kept>) = postcard::from_bytes(documents).ok()?;
    let vectors = match dense {
        Some(dense) => Some(Vectors::decode(dense, rows)?),
        None => None,
    };
    Index::of(documents, vectors)
}

/// Write an index, whole or not at all.
///
/// # Errors
/// When it cannot be written.
pub fn save(system: &dyn System, path: &Path, index: &Index) -> Result<(), Error> {
    let kept = (index.dense(), index.documents());
    let documents = postcard::to_stdvec(&kept).map_err(|error| Error::Form(error.to_string()))?;
    let rows = index.vectors().map(Vectors::encode).unwrap_or_default();
    let length = (documents.len() as u64).to_le_bytes();
    let digest = Sha256::new().chain_update(length).chain_update(&documents).chain_update(&rows).finalize();
    let bytes = [&MAGIC[..], &digest, &length, &documents, &rows].concat();
    if let Some(folder) = path.parent() {
        system.create_dir(folder)?;
    }
    Ok(system.write_durably(path, &bytes)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;
    use batuta_system::MemorySystem;

    #[test]
    fn an_index_comes_back_with_the_same_answers_and_damage_is_noticed() {
        let system = MemorySystem::new();
        let path = Path::new("/data/index");
        assert!(matches!(open(&system, path), Ok(Opened::Missing)));
        let mut index = Index::default();
        let document = |path: &str, text: &str| Document { path: path.into(), text: text.into() };
        index.update(vec![document("a.md", "# Wings\nlift and drag\n"), document("b.txt", "heat transfer\n")]);
        save(&system, path, &index).unwrap();
        let Ok(Opened::Whole(read)) = open(&system, path) else { panic!("it is there") };
        assert_eq!(read.search("wing lift", 5).unwrap(), index.search("wing lift", 5).unwrap());
        let good = system.read(path, u64::MAX).unwrap();
        for at in [0, 20, good.len() - 1] {
            let mut bad = good.clone();
            bad[at] ^= 1;
            system.write(path, &bad).unwrap();
            assert!(matches!(open(&system, path), Ok(Opened::Damaged)), "byte {at}");
        }
        system.write(path, &good[..good.len() / 2]).unwrap();
        assert!(matches!(open(&system, path), Ok(Opened::Damaged)));
    }

    #[test]
    fn updates_look_into_what_changed_only() {
        let document = |path: &str, text: &str| Document { path: path.into(), text: text.into() };
        let mut index = Index::default();
        let first = index.update(vec![document("a", "one two"), document("b", "three")]);
        assert_eq!((first.indexed, first.unchanged, first.removed), (2, 0, 0));
        let second = index.update(vec![document("a", "one two"), document("c", "four")]);
        assert_eq!((second.indexed, second.unchanged, second.removed), (1, 1, 1));
        assert!(index.search("three", 5).unwrap().is_empty());
        assert_eq!(index.search("four", 5).unwrap()[0].path, "c");
        for bad in ["", "the of", &"x ".repeat(6000)] {
            assert!(matches!(index.search(bad, 5), Err(Error::Query(_))));
        }
    }
}
