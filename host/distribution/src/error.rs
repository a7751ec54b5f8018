//! What goes wrong with sources, locks, signatures and grants; each with what the user can do.

/// A result of this crate.
pub type Result<T> = std::result::Result<T, Error>;

/// What went wrong.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder of the machine.
    #[error(transparent)]
    System(#[from] batuta_system::SystemError),
    /// A file that batuta wrote, or that the user edits, cannot be understood.
    #[error("{file} cannot be read: {why}")]
    Malformed {
        /// Which.
        file: String,
        /// Why.
        why: String,
    },
    /// A source that names nothing that can be fetched.
    #[error("`{text}` is no source of plugins: {why}")]
    Source {
        /// As given.
        text: String,
        /// Why.
        why: String,
    },
    /// Something could not be got from another machine.
    #[error("cannot get {what}: {why}")]
    Fetch {
        /// An address.
        what: String,
        /// Why.
        why: String,
    },
    /// No version there satisfies what is asked for.
    #[error("{from} has no version that satisfies `{requirement}`; it has: {}", list(.has))]
    NoVersion {
        /// The source.
        from: String,
        /// What was asked for.
        requirement: String,
        /// What is there.
        has: Vec<String>,
    },
    /// The bytes are not those that were promised.
    #[error("{what} was changed: it should have the digest {expected}, and has {found}")]
    Digest {
        /// A plugin, a layer, a file of the store.
        what: String,
        /// As the lock, the manifest or the user says.
        expected: String,
        /// Of the bytes.
        found: String,
    },
    /// A signature or key that is no such thing, or does not fit.
    #[error("{what}: {why}")]
    Signature {
        /// The plugin or file.
        what: String,
        /// What is wrong.
        why: String,
    },
    /// The user's trust settings forbid it.
    #[error("{what} is not trusted: {why}")]
    Untrusted {
        /// The plugin.
        what: String,
        /// Which setting forbids it.
        why: String,
    },
    /// Nothing of this name is there.
    #[error("no {kind} is called `{name}`")]
    Unknown {
        /// plugin, key, grant.
        kind: &'static str,
        /// The name.
        name: String,
    },
}

fn list(versions: &[String]) -> String {
    if versions.is_empty() { "none".into() } else { versions.join(", ") }
}

impl Error {
    /// One sentence on what the user can do.
    pub fn remedy(&self) -> String {
        match self {
            Error::System(_) => "look at the path and its permissions".into(),
            Error::Malformed { file, .. } => format!("mend {file}, or remove it and add the plugins again"),
            Error::Source { .. } => {
                "name a `.wasm` file, a folder, https://HOST/FILE.wasm, or oci://HOST/REPOSITORY[:TAG]".into()
            }
            Error::Fetch { .. } => {
                "look at the address and the network, then run the command again; nothing was changed".into()
            }
            Error::NoVersion { .. } => "ask for another version with `--version`".into(),
            Error::Digest { .. } => {
                "do not use it; remove the plugin and add it again from a source that you trust".into()
            }
            Error::Signature { .. } => "get the file and its `.sig` again from its author".into(),
            Error::Untrusted { .. } => "`batuta plugin trust` shows and changes who is trusted".into(),
            Error::Unknown { kind, .. } => match *kind {
                "key" => "`batuta plugin trust` shows the keys that are trusted".into(),
                "grant" => "`batuta plugin grants` shows what was granted".into(),
                _ => "`batuta plugin list` shows those that are there".into(),
            },
        }
    }
}
