//! Arguments of the commands that get plugins, judge them and grant them things.

use batuta_distribution::grants::Scope;
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Where plugins come from, whom the user trusts, and what plugins may do.
#[derive(Debug, Subcommand)]
pub(crate) enum Trust {
    /// Get a plugin from a file, a folder, an HTTPS address or an OCI registry, and lock its digest
    #[command(
        after_help = "Example:\n  batuta plugin add ./ini.wasm\n  batuta plugin add oci://registry.example.org/plugins/ini --version ^0.3"
    )]
    Add(Add),
    /// What a folder or a registry has
    #[command(after_help = "Example:\n  batuta plugin search ini --from oci://registry.example.org/plugins")]
    Search {
        /// Part of a name; everything when not given
        #[arg(default_value = "")]
        word: String,
        /// A folder, or oci://HOST[/PATH]
        #[arg(long, value_name = "SOURCE")]
        from: String,
    },
    /// Get later versions of locked plugins, as far as their requirements allow
    #[command(after_help = "Example:\n  batuta plugin update\n  batuta plugin update ini")]
    Update {
        /// Only this plugin
        name: Option<String>,
        #[command(flatten)]
        admit: Admit,
    },
    /// Get again what the lock names and this machine lacks
    #[command(after_help = "Example:\n  batuta plugin fetch")]
    Fetch {
        #[command(flatten)]
        scope: LockScope,
    },
    /// No longer use a plugin
    #[command(after_help = "Example:\n  batuta plugin remove ini")]
    Remove {
        /// Its name
        name: String,
        /// Only this version
        #[arg(long, value_name = "VERSION")]
        version: Option<String>,
        #[command(flatten)]
        scope: LockScope,
    },
    /// Put a plugin into a folder or a registry, where `add` finds it
    #[command(
        after_help = "Example:\n  batuta plugin publish ini.wasm oci://registry.example.org/plugins/ini --key ~/batuta.key"
    )]
    Publish {
        /// The component
        file: PathBuf,
        /// A folder, or oci://HOST/REPOSITORY
        to: String,
        /// Sign it with this secret key; else the signature beside the file goes with it
        #[arg(long, value_name = "FILE")]
        key: Option<PathBuf>,
    },
    /// Make a key to sign plugins with
    #[command(after_help = "Example:\n  batuta plugin key ~/batuta.key")]
    Key {
        /// Where the secret key goes; its public key is printed
        file: PathBuf,
    },
    /// Sign a plugin; the signature goes into FILE.sig
    #[command(after_help = "Example:\n  batuta plugin sign ini.wasm --key ~/batuta.key")]
    Sign {
        /// The component
        file: PathBuf,
        /// The secret key
        #[arg(long, value_name = "FILE")]
        key: PathBuf,
    },
    /// Whether a plugin's signature fits, and whose it is
    #[command(after_help = "Example:\n  batuta plugin verify ini.wasm")]
    Verify {
        /// The component, with its FILE.sig beside it
        file: PathBuf,
    },
    /// Whose plugins may be added
    #[command(name = "trust", after_help = "Example:\n  batuta plugin trust --add alice ed25519:… --policy pinned")]
    Keys {
        /// Trust this key under this name
        #[arg(long, num_args = 2, value_names = ["NAME", "KEY"])]
        add: Vec<String>,
        /// No longer trust the key of this name
        #[arg(long, value_name = "NAME")]
        remove: Option<String>,
        /// What must be signed
        #[arg(long, value_enum)]
        policy: Option<PolicyArg>,
    },
    /// What plugins were granted
    #[command(after_help = "Example:\n  batuta plugin grants")]
    Grants,
    /// Let a plugin, in exactly its present bytes, do something that it asks for
    #[command(after_help = "Example:\n  batuta plugin grant ini storage\n  batuta plugin grant ini tools=git")]
    Grant {
        /// The plugin
        name: String,
        /// storage, compute, retrieval, clock, random, tools=NAME, environment=NAME, read-outside=FOLDER
        #[arg(required = true)]
        capabilities: Vec<Scope>,
    },
    /// Take back what a plugin was granted, in all its versions
    #[command(after_help = "Example:\n  batuta plugin revoke ini storage")]
    Revoke {
        /// The plugin
        name: String,
        /// Only this; everything when not given
        capability: Option<Scope>,
    },
}

/// `batuta plugin add`
#[derive(Args, Debug)]
pub(crate) struct Add {
    /// A `.wasm` file, a folder, https://HOST/FILE.wasm, or oci://HOST/REPOSITORY[:TAG]
    pub(crate) source: String,
    /// Which of the plugins of a folder
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    /// Versions that may be taken, now and by `update`
    #[arg(long, value_name = "REQUIREMENT", default_value = "*")]
    pub(crate) version: String,
    /// Refuse anything but the bytes with this digest
    #[arg(long, value_name = "sha256:…")]
    pub(crate) digest: Option<String>,
    /// Keep other versions of the plugin in the lock
    #[arg(long)]
    pub(crate) beside: bool,
    #[command(flatten)]
    pub(crate) admit: Admit,
}

/// How a plugin is let in.
#[derive(Args, Clone, Debug)]
pub(crate) struct Admit {
    /// Take a plugin whose key is not that of the version before
    #[arg(long)]
    pub(crate) accept_key: bool,
    /// Grant it this without asking; may be given more than once
    #[arg(long = "allow", value_name = "CAPABILITY")]
    pub(crate) allow: Vec<Scope>,
    #[command(flatten)]
    pub(crate) scope: LockScope,
}

/// Which lock is meant.
#[derive(Args, Clone, Debug)]
pub(crate) struct LockScope {
    /// The lock of all my projects instead of this folder's batuta.lock
    #[arg(long)]
    pub(crate) user: bool,
}

/// What must be signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PolicyArg {
    /// Nothing; a key once seen for a plugin stays its key
    Any,
    /// Everything, by whomever
    Signed,
    /// Everything, by keys of my list only
    Pinned,
}
