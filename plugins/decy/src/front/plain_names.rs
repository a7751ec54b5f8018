//! Names with letters beyond ASCII, which Rust may not have or may not tell apart once they are made its own.

use super::tokens::Tokens;
use cinrs_core::lex::TokenKind;

/// Write such letters as their numbers.
pub(super) fn write(tokens: &mut Tokens) {
    for at in 0..tokens.list.len() {
        if let Some(TokenKind::Ident(name)) = tokens.kind(at)
            && !name.is_ascii()
        {
            let plain = plain(name);
            tokens.replace(at, TokenKind::Ident(plain));
        }
    }
}

fn plain(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_ascii() {
            out.push(letter);
        } else {
            out.push_str(&format!("u{:04x}", u32::from(letter)));
        }
    }
    out
}
