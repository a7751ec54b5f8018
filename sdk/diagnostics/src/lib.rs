//! Diagnostics of plugins: codes, labels, fixes.
//!
//! A plugin lists its codes in one file with [`codes!`], one line each, so that they can be reviewed as a list:
//!
//! ```
//! batuta_diagnostics::codes! {
//!     /// `exec` needs a Python interpreter at run time.
//!     EXEC = "PY0101";
//! }
//! let finding = batuta_diagnostics::Diagnostic::error(EXEC, "exec() cannot be converted").help("call the function itself");
//! assert_eq!(finding.code.as_str(), "PY0101");
//! ```

use batuta_text::Origin;

/// How much a diagnostic matters. From a transpiler, `Error` means that the marked construct was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Background.
    Note,
    /// Advice.
    Help,
    /// Converted, but look at it.
    Warning,
    /// Not converted.
    Error,
}

/// A stable code: two upper-case letters of the plugin and four digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code(&'static str);

impl Code {
    /// Checked when it is a constant: a wrong shape does not compile.
    pub const fn new(code: &'static str) -> Self {
        let bytes = code.as_bytes();
        assert!(bytes.len() == 6, "a code has two letters and four digits");
        let mut at = 0;
        while at < 6 {
            let right = if at < 2 { bytes[at].is_ascii_uppercase() } else { bytes[at].is_ascii_digit() };
            assert!(right, "a code has two letters and four digits");
            at += 1;
        }
        Code(code)
    }

    /// The six characters.
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

/// Defines codes as documented constants, and `ALL`, the list of them with their documentation.
#[macro_export]
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal;)+) => {
        $($(#[doc = $doc])+ pub const $name: $crate::Code = $crate::Code::new($code);)+
        /// Every code with what it means.
        pub const ALL: &[($crate::Code, &str)] = &[$(($name, concat!($($doc),+))),+];
    };
}

/// Replace the bytes of `at` by `replacement`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What to replace.
    pub at: Origin,
    /// By what.
    pub replacement: String,
}

/// One finding about the user's source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// Which kind.
    pub code: Code,
    /// One sentence.
    pub message: String,
    /// Where.
    pub primary: Option<Origin>,
    /// Further places with a message each.
    pub related: Vec<(Origin, String)>,
    /// Edits to the source that would remove the cause.
    pub fixes: Vec<Fix>,
    /// What to do instead, in one sentence.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A finding without a place.
    pub fn new(severity: Severity, code: Code, message: impl Into<String>) -> Self {
        Diagnostic {
            severity,
            code,
            message: message.into(),
            primary: None,
            related: vec![],
            fixes: vec![],
            help: None,
        }
    }

    /// A refusal.
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message)
    }

    /// Converted, but look at it.
    pub fn warning(code: Code, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message)
    }

    /// Mark the place.
    pub fn at(mut self, origin: Origin) -> Self {
        self.primary = Some(origin);
        self
    }

    /// Add a second place.
    pub fn related(mut self, origin: Origin, message: impl Into<String>) -> Self {
        self.related.push((origin, message.into()));
        self
    }

    /// Say what to do instead.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Offer an edit.
    pub fn fix(mut self, at: Origin, replacement: impl Into<String>) -> Self {
        self.fixes.push(Fix { at, replacement: replacement.into() });
        self
    }
}

/// Collects findings while a file is converted.
#[derive(Clone, Debug, Default)]
pub struct Bag {
    findings: Vec<Diagnostic>,
}

impl Bag {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// Add a finding; one that is already there word for word is dropped.
    pub fn push(&mut self, finding: Diagnostic) {
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }

    /// Whether a construct was refused.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// Everything, in order of place, then of code.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.findings.sort_by(|a, b| (a.primary, a.code, &a.message).cmp(&(b.primary, b.code, &b.message)));
        self.findings
    }

    /// Everything, in order of discovery.
    pub fn findings(&self) -> &[Diagnostic] {
        &self.findings
    }
}
