//! What the user, the project and the command line say of plugins: locks, grants, the audit log.

use crate::failure::Failure;
use crate::powers;
use crate::session::{Session, tell};
use anyhow::Context;
use batuta_distribution::grants::Scope;
use batuta_distribution::{Grants, Locked, Lockfile, Places};
use batuta_pipeline::{AuditLog, Config, GrantConfig};
use batuta_runtime::Plugin;
use batuta_runtime::plugin_set::PluginInfo;
use batuta_runtime::powers::{Audit, Event};
use batuta_system::{Kind, System};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Everything that decides which plugins run and what they may do.
pub(crate) struct House<'a> {
    session: &'a Session,
    pub(crate) places: Option<Places>,
    project: Option<PathBuf>,
    grants: Grants,
    by_project: Vec<GrantConfig>,
    audit: Option<Arc<dyn Audit>>,
}

impl<'a> House<'a> {
    /// For a run on `input`, or on nothing.
    ///
    /// # Errors
    /// When the user's grants cannot be read or the audit log cannot be opened.
    pub(crate) fn of(session: &'a Session, input: Option<&Path>) -> Result<Self, Failure> {
        let system = &session.system;
        let places = Places::of_user(&**system);
        let grants = match &places {
            Some(places) => Grants::read(&**system, &places.grants()).map_err(Failure::of)?,
            None => Grants::default(),
        };
        let audit = match &session.global.audit_log {
            Some(path) => {
                let complain = |error: &batuta_system::SystemError| {
                    tell(&format!("batuta: the audit log is not complete: {error}\n"))
                };
                let log =
                    AuditLog::open(system.clone(), path, Box::new(complain)).context("cannot open the audit log")?;
                Some(Arc::new(log) as Arc<dyn Audit>)
            }
            None => None,
        };
        let project = input.and_then(|input| folder(&**system, input));
        let by_project = project.as_deref().map(|folder| granted_by(&**system, folder)).unwrap_or_default();
        Ok(House { session, places, project, grants, by_project, audit })
    }

    /// The plugins of the user's lock, of the working folder's, and of the project's; later ones come in the place of others of their
    /// name.
    ///
    /// # Errors
    /// When a lock cannot be read.
    pub(crate) fn locked(&self) -> Result<Vec<Locked>, Failure> {
        let system = &*self.session.system;
        let of_user = self.places.as_ref().map(Places::lock);
        let here = system.absolute(Path::new(".")).ok();
        let mut folders: Vec<PathBuf> = here.into_iter().chain(self.project.clone()).collect();
        folders.dedup();
        let of_folders = folders.into_iter().map(|folder| folder.join(batuta_distribution::places::LOCK));
        let mut all: Vec<Locked> = Vec::new();
        for path in of_user.into_iter().chain(of_folders) {
            let lock = Lockfile::read(system, &path).map_err(Failure::of)?;
            all.retain(|plugin| lock.find(&plugin.name).is_none());
            all.extend(lock.plugins().iter().cloned());
        }
        Ok(all)
    }

    /// Give a plugin what it may have.
    pub(crate) fn equip(&self, plugin: Plugin) -> Plugin {
        let info = plugin.info();
        let given = self.given(info);
        self.tell_audit(info, &given);
        let powers = powers::powers(self.session, self.places.as_ref(), info, &given, self.project.as_ref());
        plugin.equipped(powers, self.audit.clone())
    }

    /// What of a plugin's wishes is granted: by the user for its bytes, by a flag, or by the project for its bytes.
    fn given(&self, info: &PluginInfo) -> Vec<Scope> {
        let wanted = powers::wanted(info);
        if wanted.is_empty() {
            return wanted;
        }
        let (name, digest) = (&info.manifest.name, format!("sha256:{}", info.digest));
        let mut granted = self.grants.of(name, &digest).to_vec();
        granted.extend(self.session.global.grants.iter().filter(|(of, _)| of == name).map(|(_, scope)| scope.clone()));
        for grant in self.by_project.iter().filter(|grant| grant.plugin == *name && grant.digest == digest) {
            let scopes: Vec<Scope> = grant.capabilities.iter().filter_map(|text| text.parse().ok()).collect();
            for scope in powers::given(&wanted, &scopes) {
                tell(&format!("batuta: batuta.toml grants `{scope}` to {name}\n"));
            }
            granted.extend(scopes);
        }
        let given = powers::given(&wanted, &granted);
        for want in wanted.iter().filter(|want| !given.contains(want)) {
            tracing::info!("{name} asks for `{want}`, which was not granted");
        }
        given
    }

    fn tell_audit(&self, info: &PluginInfo, given: &[Scope]) {
        let Some(audit) = &self.audit else { return };
        let plugin = format!("{} {}", info.manifest.name, info.manifest.version);
        let (digest, source, abi) = (format!("sha256:{}", info.digest), info.source.clone(), info.abi.clone());
        audit.record(&Event::Load { plugin: plugin.clone(), digest, source, abi });
        for scope in given {
            audit.record(&Event::Grant { plugin: plugin.clone(), capability: scope.to_string() });
        }
    }
}

/// The folder that a project's settings stand in.
fn folder(system: &dyn System, input: &Path) -> Option<PathBuf> {
    let path = system.absolute(input).ok()?;
    match system.stat(&path).ok()??.kind {
        Kind::Folder => Some(path),
        _ => path.parent().map(Path::to_owned),
    }
}

/// The grants of a project's batuta.toml; what is wrong with the file is said by the run itself.
fn granted_by(system: &dyn System, folder: &Path) -> Vec<GrantConfig> {
    let bytes = system.read(&folder.join("batuta.toml"), 1 << 20).ok();
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    text.and_then(|text| Config::parse(&text).ok()).map(|config| config.grants).unwrap_or_default()
}
