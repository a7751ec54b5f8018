//! Codes of the host's own findings. Those of plugins start with their own two letters.

/// A file could not be read.
pub const UNREADABLE: &str = "BT0001";
/// A file is longer than `[limits] file-size`.
pub const TOO_LARGE: &str = "BT0002";
/// Something in the project could not be walked: a link loop, a link that leads outside, a name that is not UTF-8.
pub const NOT_WALKED: &str = "BT0003";
/// A plugin's step gave no value.
pub const STEP_FAILED: &str = "BT0004";
/// `batuta.toml` has a key that means nothing.
pub const UNKNOWN_KEY: &str = "BT0005";
/// Two source files generate the same file.
pub const COLLISION: &str = "BT0006";
/// A plugin emitted what the host does not let into the output.
pub const NOT_ALLOWED: &str = "BT0007";
/// Nobody supplies a support crate that generated code needs.
pub const NO_SUPPORT: &str = "BT0008";
/// A case of `batuta.toml` names no program of the project.
pub const UNKNOWN_PROGRAM: &str = "BT0009";
/// A backend gives no body for a site that it was chosen for, or an optimizer failed: the language's runtime does the operation.
pub const NO_BODY: &str = "BT0011";
/// A backend gave a body that is not let into the output.
pub const BAD_BODY: &str = "BT0012";
/// No analyzer is among the plugins: files are converted by their names alone.
pub const NO_ANALYZER: &str = "BT0010";
