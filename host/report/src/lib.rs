//! Renders reports and diagnostics.
//!
//! One function, [`render`], five forms. Nothing here reads or writes anything: a report comes in (with the text of the files that its
//! findings point into), text goes out.
//!
//! Invariants:
//! - "Not validated" is said in words, in every form, and never looks like "same".
//! - No form lets a control character of the user's source or of a program's output reach a terminal or a page.
//! - The same report gives the same bytes.

mod advisories;
mod ages;
mod change;
mod debt;
mod decisions;
mod excerpt;
mod findings;
mod html;
mod json;
mod markdown;
mod sarif;
mod style;
mod table;
mod terminal;
mod words;

pub use findings::render_findings;
pub use style::{ProjectParts, Style};

use batuta_pipeline::Report;

/// The form of a rendered report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rendering {
    /// For people, on a terminal or in a log.
    Terminal,
    /// The model itself; see the module `json` for its stability.
    Json,
    /// For a comment or a file that is read as text.
    Markdown,
    /// One page without external parts.
    Html,
    /// SARIF 2.1.0, for code hosts and editors.
    Sarif,
}

/// Why nothing could be rendered: a defect, none of these happens on any report.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A value that JSON cannot hold.
    #[error("the report cannot be written as JSON")]
    Json(#[from] serde_json::Error),
    /// A text that cannot be formatted.
    #[error("the report cannot be formatted")]
    Format(#[from] std::fmt::Error),
}

/// The report in the form asked for, with a line feed at its end.
///
/// # Errors
/// See [`Error`].
pub fn render(report: &Report, form: Rendering, style: &Style) -> Result<String, Error> {
    match form {
        Rendering::Terminal => Ok(terminal::render(report, style)?),
        Rendering::Json => json::render(report),
        Rendering::Markdown => Ok(markdown::render(report)?),
        Rendering::Html => Ok(html::render(report)?),
        Rendering::Sarif => sarif::render(report),
    }
}
