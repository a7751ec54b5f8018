//! Kept inputs: one file that holds many, each as its length (four bytes, little endian) and its bytes.

use std::path::{Path, PathBuf};

/// Where the corpus of a campaign lies in the repository.
pub fn corpus(campaign: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpus/campaigns").join(format!("{campaign}.inputs"))
}

/// The inputs in a file; none when there is no such file.
pub fn read(path: &Path) -> Vec<Vec<u8>> {
    let bytes = std::fs::read(path).unwrap_or_default();
    let mut rest = &bytes[..];
    let mut inputs = Vec::new();
    while let Some((length, behind)) = rest.split_first_chunk::<4>() {
        let length = u32::from_le_bytes(*length) as usize;
        let Some((input, behind)) = behind.split_at_checked(length) else { break };
        inputs.push(input.to_vec());
        rest = behind;
    }
    inputs
}

/// Write inputs as [`read`] reads them, the smallest first, and no more than `most` bytes of them.
pub fn write(path: &Path, mut inputs: Vec<Vec<u8>>, most: usize) {
    inputs.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    let mut bytes = Vec::new();
    for input in inputs {
        if bytes.len() + input.len() + 4 > most {
            break;
        }
        bytes.extend((input.len() as u32).to_le_bytes());
        bytes.extend(input);
    }
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}
