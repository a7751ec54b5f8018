//! Fingerprints by which copies are found.

use crate::facts::Fingerprint;
use crate::source::syntax::Syntax;
use crate::source::{Class, scan};

/// Tokens of a piece: shorter ones recur by chance.
const PIECE: usize = 40;
/// Of so many neighbouring pieces one is kept at least.
const WINDOW: usize = 16;

/// The fingerprints of a file: the least hash of each window of pieces.
pub(super) fn fingerprints(bytes: &[u8], syntax: &Syntax) -> Vec<Fingerprint> {
    let hashes = hashes(bytes, syntax);
    let pieces: Vec<Fingerprint> = hashes.windows(PIECE).map(piece).collect();
    let mut kept: Vec<Fingerprint> = Vec::new();
    for window in pieces.windows(WINDOW) {
        // The rightmost of equal ones, so that neighbouring windows agree.
        let Some(least) = window.iter().rev().min_by_key(|piece| piece.hash) else { continue };
        if kept.last() != Some(least) {
            kept.push(*least);
        }
    }
    kept
}

fn piece(tokens: &[(u64, u32)]) -> Fingerprint {
    let hash = tokens.iter().fold(0, |hash, (token, _)| mix(hash, *token));
    Fingerprint { hash, line: tokens[0].1, last_line: tokens[tokens.len() - 1].1 }
}

/// A hash and a line per token; strings and numbers are all alike, comments are left out.
fn hashes(bytes: &[u8], syntax: &Syntax) -> Vec<(u64, u32)> {
    let (mut found, mut line) = (Vec::new(), 1u32);
    scan(bytes, syntax, |class, range| match class {
        Class::Code => code(&bytes[range], &mut line, &mut found),
        Class::Text => {
            found.push((1, line));
            line += lines(&bytes[range]);
        }
        Class::Comment => line += lines(&bytes[range]),
    });
    found
}

fn lines(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|byte| **byte == b'\n').count() as u32
}

fn code(bytes: &[u8], line: &mut u32, found: &mut Vec<(u64, u32)>) {
    let word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80;
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        if byte.is_ascii_whitespace() {
            *line += u32::from(byte == b'\n');
            at += 1;
            continue;
        }
        let length = if word(byte) { bytes[at..].iter().take_while(|byte| word(**byte)).count() } else { 1 };
        let hash = if byte.is_ascii_digit() {
            2
        } else {
            bytes[at..at + length].iter().fold(3, |hash, byte| mix(hash, u64::from(*byte)))
        };
        found.push((hash, *line));
        at += length;
    }
}

/// One step of a multiplicative hash; the constants are those of Knuth's linear congruential generator MMIX.
fn mix(hash: u64, value: u64) -> u64 {
    let mixed = (hash ^ value).wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    mixed ^ (mixed >> 29)
}
