//! From text to the numbers of tokens, as a `tokenizer.json` says.

use tokenizers::{Tokenizer, TruncationParams};

/// Most tokens of a text; what is behind them is not seen by the model. The figure that `all-MiniLM-L6-v2` was published with.
const MOST: usize = 256;

/// Longest piece of a text in bytes that tokens are made of: far more than `MOST` tokens have.
const SEEN: usize = 16 << 10;

/// A tokenizer.
pub(super) struct Tokens(Tokenizer);

impl Tokens {
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, String> {
        let mut tokenizer = Tokenizer::from_bytes(bytes).map_err(|error| format!("no tokenizer: {error}"))?;
        tokenizer.with_padding(None);
        let truncation = TruncationParams { max_length: MOST, ..TruncationParams::default() };
        tokenizer.with_truncation(Some(truncation)).map_err(|error| format!("no tokenizer: {error}"))?;
        Ok(Tokens(tokenizer))
    }

    /// How many tokens it knows.
    pub(super) fn size(&self) -> usize {
        self.0.get_vocab_size(true)
    }

    /// Numbers of the tokens, with those that mark the ends of a text when `marked`.
    pub(super) fn of(&self, text: &str, marked: bool) -> Result<Vec<u32>, String> {
        let end = (0..=SEEN.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let encoding = self.0.encode_fast(&text[..end], marked).map_err(|error| error.to_string())?;
        Ok(encoding.get_ids().to_vec())
    }
}
