//! Just enough of Rust's lexical structure to look at generated text without a parser.

mod align;
mod tokens;

pub(crate) use align::carry_origins;
pub(crate) use tokens::{Kind, Token, tokens};
