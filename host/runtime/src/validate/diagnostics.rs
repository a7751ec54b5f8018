//! Findings about the user's source.

use super::{Judged, Known, span};
use crate::model::Diagnostic;
use crate::text::{clean, clean_lines};

/// Longest message, help or note, in bytes.
const MESSAGE: usize = 4 << 10;
/// Longest replacement of a fix, in bytes.
const REPLACEMENT: usize = 64 << 10;
/// Most further places and most fixes.
const PLACES: usize = 16;

/// The finding with safe texts, or what is wrong with it. Places and fixes past the limit are dropped.
pub(crate) fn diagnostic(mut finding: Diagnostic, known: &Known) -> Judged<Diagnostic> {
    if !is_code(&finding.code) {
        return Err(format!(
            "emitted a diagnostic with the code `{}`, not two capital letters and four digits",
            super::quoted(&finding.code)
        ));
    }
    finding.related.truncate(PLACES);
    finding.fixes.truncate(PLACES);
    let spans = finding
        .primary
        .iter()
        .chain(finding.related.iter().map(|it| &it.span))
        .chain(finding.fixes.iter().map(|it| &it.span));
    for place in spans {
        span(*place, known)?;
    }
    finding.message = clean(&finding.message, MESSAGE);
    finding.help = finding.help.map(|help| clean(&help, MESSAGE));
    for related in &mut finding.related {
        related.message = clean(&related.message, MESSAGE);
    }
    // A replacement that was cut would be a wrong fix.
    finding.fixes.retain(|fix| fix.replacement.len() <= REPLACEMENT);
    for fix in &mut finding.fixes {
        fix.replacement = clean_lines(&fix.replacement, REPLACEMENT + 1);
    }
    Ok(finding)
}

/// Bytes that the finding takes in the host's memory, roughly.
pub(crate) fn size(finding: &Diagnostic) -> usize {
    let related: usize = finding.related.iter().map(|it| it.message.len() + 32).sum();
    let fixes: usize = finding.fixes.iter().map(|it| it.replacement.len() + 32).sum();
    128 + finding.message.len() + finding.help.as_ref().map_or(0, String::len) + related + fixes
}

fn is_code(code: &str) -> bool {
    let bytes = code.as_bytes();
    bytes.len() == 6 && bytes[..2].iter().all(u8::is_ascii_uppercase) && bytes[2..].iter().all(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{FileId, Severity, Span};

    fn finding(code: &str, start: u32, end: u32) -> Diagnostic {
        let primary = Some(Span { file: FileId(0), start, end });
        Diagnostic {
            severity: Severity::Error,
            code: code.into(),
            message: "a\x1b[0m".into(),
            primary,
            related: vec![],
            fixes: vec![],
            help: None,
        }
    }

    #[test]
    fn spans_and_codes_are_judged() {
        let known = Known::from([(FileId(0), 10)]);
        assert_eq!(diagnostic(finding("PY0001", 3, 10), &known).unwrap().message, "a\u{fffd}[0m");
        assert!(diagnostic(finding("PY0001", 3, 11), &known).is_err());
        assert!(diagnostic(finding("PY0001", 4, 3), &known).is_err());
        assert!(diagnostic(finding("PY0001", 0, 0), &Known::new()).is_err());
        assert!(diagnostic(finding("py0001", 0, 0), &known).is_err());
        assert!(diagnostic(finding("PY00011", 0, 0), &known).is_err());
    }
}
