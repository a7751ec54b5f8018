//! What a command says when it cannot do its work: the chain of causes and what to do.

use std::fmt;

/// Why a command ended early.
#[derive(Debug)]
pub(crate) struct Failure {
    error: anyhow::Error,
    remedy: Option<String>,
}

impl Failure {
    /// Exit code of a command that failed.
    pub(crate) const EXIT_CODE: u8 = 1;

    /// With one sentence on what the user can do.
    pub(crate) fn with_remedy(error: impl Into<anyhow::Error>, remedy: impl Into<String>) -> Self {
        Failure { error: error.into(), remedy: Some(remedy.into()) }
    }

    /// Something of the distribution, with its own remedy.
    pub(crate) fn of(error: batuta_distribution::Error) -> Self {
        let remedy = error.remedy();
        Failure::with_remedy(error, remedy)
    }

    /// Whether whoever read our output went away, which is no failure of ours.
    pub(crate) fn is_broken_pipe(&self) -> bool {
        let io = |cause: &(dyn std::error::Error + 'static)| {
            cause.downcast_ref::<std::io::Error>().map(std::io::Error::kind)
        };
        self.error.chain().any(|cause| io(cause) == Some(std::io::ErrorKind::BrokenPipe))
    }
}

impl<E: Into<anyhow::Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Failure { error: error.into(), remedy: None }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "batuta: {}", self.error)?;
        for cause in self.error.chain().skip(1) {
            write!(f, "\n  because: {cause}")?;
        }
        match &self.remedy {
            Some(remedy) => write!(f, "\n  try: {remedy}"),
            None => Ok(()),
        }
    }
}
