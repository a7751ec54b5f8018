//! `batuta plugin add`, `search`, `update`, `fetch`, `remove`, `publish`, `key`, `sign`, `verify`, `trust`, `grants`, `grant`, `revoke`

mod add;
mod admit;
mod grants;
mod lock;
mod publish;
mod trust;

use super::CommandResult;
use crate::args::{Format, LockScope, Trust};
use crate::failure::Failure;
use crate::plugins;
use crate::session::Session;
use batuta_distribution::{Places, places};
use batuta_system::System;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// Do what the user asks for.
pub(crate) fn run(session: &Session, command: Trust) -> CommandResult {
    let desk = Desk { session, places: Places::of_user(&*session.system).ok_or_else(plugins::no_home)? };
    match command {
        Trust::Add(add) => add::add(&desk, &add),
        Trust::Update { name, admit } => add::update(&desk, name.as_deref(), &admit),
        Trust::Search { word, from } => lock::search(&desk, &word, &from),
        Trust::Fetch { scope } => lock::fetch(&desk, &scope),
        Trust::Remove { name, version, scope } => lock::remove(&desk, &name, version.as_deref(), &scope),
        Trust::Publish { file, to, key } => publish::publish(&desk, &file, &to, key.as_deref()),
        Trust::Key { file } => publish::key(&desk, &file),
        Trust::Sign { file, key } => publish::sign(&desk, &file, &key),
        Trust::Verify { file } => publish::verify(&desk, &file),
        Trust::Keys { add, remove, policy } => trust::run(&desk, &add, remove.as_deref(), policy),
        Trust::Grants => grants::show(&desk),
        Trust::Grant { name, capabilities } => grants::grant(&desk, &name, &capabilities),
        Trust::Revoke { name, capability } => grants::revoke(&desk, &name, capability.as_ref()),
    }
}

/// What these commands share.
struct Desk<'a> {
    session: &'a Session,
    places: Places,
}

impl Desk<'_> {
    fn system(&self) -> &dyn System {
        &*self.session.system
    }

    /// The lock that is meant.
    fn lock(&self, scope: &LockScope) -> Result<PathBuf, Failure> {
        if scope.user {
            return Ok(self.places.lock());
        }
        Ok(self.system().absolute(Path::new("."))?.join(places::LOCK))
    }

    /// Print what happened: `text`, or `value` where JSON is asked for.
    fn say(&self, text: &str, value: &impl Serialize) -> CommandResult {
        if self.session.global.format == Format::Json {
            self.session.print(&(serde_json::to_string_pretty(value)? + "\n"))?;
        } else {
            self.session.print(text)?;
        }
        Ok(0)
    }
}
