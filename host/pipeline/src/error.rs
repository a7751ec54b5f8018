//! Why a run cannot go on.

use batuta_system::SystemError;

/// Why a phase cannot do its work: the blocker that the report names.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or a program is in the way.
    #[error("{0}")]
    System(#[from] SystemError),
    /// Anything else, in words for the user.
    #[error("{0}")]
    Blocked(String),
    /// The user stopped the run.
    #[error("the run was stopped; the next one goes on where this one ended")]
    Cancelled,
}

/// A result whose error is a blocker.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// A blocker in words.
    pub fn blocked(why: impl Into<String>) -> Self {
        Error::Blocked(why.into())
    }
}
