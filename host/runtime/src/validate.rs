//! Judges everything that plugins give back, whatever ABI it came through.
//!
//! Data that the contract forbids ends the step; text is only cleaned and cut, because a long message is no reason to lose a
//! conversion. Every function answers `Err` with words that finish the sentence "the plugin …".

mod answer;
mod cargo_toml;
mod diagnostics;
mod findings;
mod lowered;
mod manifest;
mod numeric;
mod paths;

use crate::model::{FileId, Span};
use std::collections::BTreeMap;

pub(crate) use answer::{answer, graph};
pub(crate) use diagnostics::{diagnostic, size as diagnostic_size};
pub(crate) use findings::{findings, summary};
pub(crate) use lowered::{link, lowered, support_crate};
pub(crate) use manifest::manifest;
pub(crate) use numeric::{offers, optimized, stub};
pub use paths::{normalise_open, output_path};

/// What the contract forbids, in words.
pub(crate) type Judged<T = ()> = Result<T, String>;

/// Sizes of the files that spans may point into.
pub(crate) type Known = BTreeMap<FileId, u64>;

pub(crate) fn span(span: Span, known: &Known) -> Judged {
    if span.start > span.end {
        return Err(format!("gave a reversed span {}..{} in file {}", span.start, span.end, span.file.0));
    }
    match known.get(&span.file) {
        None => Err(format!("gave a span in file {}, which this step did not read", span.file.0)),
        Some(size) if u64::from(span.end) > *size => {
            Err(format!("gave a span that ends at byte {} of a file of {size} bytes", span.end))
        }
        Some(_) => Ok(()),
    }
}

/// Letters, digits, `_` and `-`, at most 64, not starting with a digit or `-`.
pub(crate) fn crate_name(name: &str, what: &str) -> Judged {
    let shape = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let starts = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    if name.len() > 64 || !starts || !name.chars().all(shape) || paths::is_device(name) {
        return Err(format!("named a {what} `{}`, which is no valid name", quoted(name)));
    }
    Ok(())
}

/// Text of a guest inside an error message.
pub(crate) fn quoted(text: &str) -> String {
    crate::text::clean(text, 120)
}

/// More than `most` of something.
pub(crate) fn at_most(count: usize, most: usize, what: &str) -> Judged {
    if count > most { Err(format!("gave {count} {what}, {most} are allowed")) } else { Ok(()) }
}
