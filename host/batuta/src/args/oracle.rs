//! `batuta oracle`.

use super::Place;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
#[group(id = "wanted", required = true, multiple = false, args = ["question", "list", "show", "capabilities", "integrate", "interactive", "index", "search", "evaluate"])]
pub(crate) struct Oracle {
    /// The question, quoted or not
    #[arg(value_name = "QUESTION")]
    pub(crate) question: Vec<String>,
    /// All components
    #[arg(long)]
    pub(crate) list: bool,
    /// Everything about one component
    #[arg(long, value_name = "NAME")]
    pub(crate) show: Option<String>,
    /// What components can do, or who can do WHAT
    #[arg(long, value_name = "WHAT", num_args = 0..=1, default_missing_value = "")]
    pub(crate) capabilities: Option<String>,
    /// How two components work together
    #[arg(long, value_names = ["A", "B"], num_args = 1..=2)]
    pub(crate) integrate: Vec<String>,
    /// Ask one question after the other
    #[arg(short, long)]
    pub(crate) interactive: bool,
    /// Index documents: Markdown, sources, text; answers then cite them, and the index has these and no others
    #[arg(long, value_name = "PATH", num_args = 1..)]
    pub(crate) index: Vec<PathBuf>,
    /// Search the documents that were indexed
    #[arg(long, value_name = "WORDS", num_args = 1..)]
    pub(crate) search: Vec<String>,
    /// Measure how good searches are on a collection with known answers, which this file names
    #[arg(long, value_name = "FILE")]
    pub(crate) evaluate: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) vectors: OracleVectors,
    #[command(flatten)]
    pub(crate) place: Place,
}

/// A model for searches by meaning.
#[derive(Debug, Args)]
pub(crate) struct OracleVectors {
    /// With --index or --evaluate: search by meaning too, with this model (.onnx or .safetensors), which the index remembers
    #[arg(long, value_name = "FILE", requires = "tokenizer")]
    pub(crate) model: Option<PathBuf>,
    /// The tokenizer.json that belongs to the model
    #[arg(long, value_name = "FILE", requires = "model")]
    pub(crate) tokenizer: Option<PathBuf>,
    /// The SHA-256 that the model's file must have
    #[arg(long, value_name = "HEX", requires = "model", value_parser = sha256)]
    pub(crate) model_digest: Option<[u8; 32]>,
    /// How much words count beside the model, from 0 to 1
    #[arg(long, value_name = "SHARE", requires = "model", value_parser = share)]
    pub(crate) weight: Option<f32>,
}

fn sha256(text: &str) -> Result<[u8; 32], String> {
    let digits: Vec<u8> = text.chars().filter_map(|c| c.to_digit(16)).map(|digit| digit as u8).collect();
    let bytes: Vec<u8> = digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect();
    let whole = text.len() == 64 && digits.len() == 64;
    bytes.try_into().ok().filter(|_| whole).ok_or_else(|| "a SHA-256 has 64 hexadecimal digits".to_owned())
}

fn share(text: &str) -> Result<f32, String> {
    let share = text.parse().ok().filter(|share| (0.0..=1.0).contains(share));
    share.ok_or_else(|| "a share is a number from 0 to 1".to_owned())
}
