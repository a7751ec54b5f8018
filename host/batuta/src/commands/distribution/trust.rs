//! `batuta plugin trust`

use super::Desk;
use crate::args::PolicyArg;
use crate::commands::CommandResult;
use crate::failure::Failure;
use batuta_distribution::{Policy, Trust};

/// Show whom the user trusts, after changing it where that was asked for.
pub(super) fn run(desk: &Desk<'_>, add: &[String], remove: Option<&str>, policy: Option<PolicyArg>) -> CommandResult {
    let path = desk.places.trust();
    let mut trust = Trust::read(desk.system(), &path).map_err(Failure::of)?;
    let before = trust.clone();
    if let [name, key] = add {
        trust.pin(name, key).map_err(Failure::of)?;
    }
    if let Some(name) = remove {
        trust.unpin(name).map_err(Failure::of)?;
    }
    if let Some(policy) = policy {
        trust.policy = match policy {
            PolicyArg::Any => Policy::Any,
            PolicyArg::Signed => Policy::Signed,
            PolicyArg::Pinned => Policy::Pinned,
        };
    }
    if trust != before {
        trust.write(desk.system(), &path).map_err(Failure::of)?;
    }
    let policy = match trust.policy {
        Policy::Any => "any: plugins need no signature; a key once seen for a plugin stays its key",
        Policy::Signed => "signed: plugins must be signed, by whomever",
        Policy::Pinned => "pinned: plugins must be signed by one of these keys",
    };
    let keys: String = trust.keys.iter().map(|pinned| format!("  {}  {}\n", pinned.name, pinned.key)).collect();
    desk.say(&format!("policy {policy}\n{keys}"), &trust)
}
