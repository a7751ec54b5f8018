//! Looks at a plugin's bytes before the engine does: what it is, what it was built for, what it wants, and whether it is sane.

use crate::abi::{Abi, ROLES, SERVED, latest};
use crate::model::{Digest, Role};
use crate::plugin_set::{FailureKind, StepError};
use wasmparser::{Encoding, Parser, Payload, Validator};

/// Largest component that is looked at, in bytes.
pub const MAX_COMPONENT: usize = 64 << 20;

/// Custom section with the ABI version that a plugin was built for.
const ABI_SECTION: &str = "batuta:abi";
/// WASI packages that are linked inert.
const WASI: &[&str] = &["wasi:io", "wasi:cli", "wasi:clocks", "wasi:random", "wasi:filesystem", "wasi:sockets"];

/// Why a plugin could not be loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadKind {
    /// The file cannot be read, or a private folder is not private.
    Io,
    /// Larger than [`MAX_COMPONENT`].
    TooLarge,
    /// Not WebAssembly at all.
    NotWasm,
    /// A core module.
    CoreModule,
    /// Machine code that was compiled ahead of time.
    Precompiled,
    /// WebAssembly that does not validate: damaged, cut off, or using switched-off features.
    Invalid,
    /// A component that is no batuta plugin.
    NotAPlugin,
    /// Built for an ABI that this host does not serve.
    Incompatible,
    /// It imports what this host does not have.
    UnknownImports,
    /// The compiler refused it or ran into its limits.
    Compile,
    /// Its `describe` failed or said what the contract forbids.
    Manifest,
}

/// Why a plugin could not be loaded, in words for the user.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("plugin {source_name}: {message}")]
pub struct LoadError {
    /// Where the plugin comes from, such as its path.
    pub source_name: String,
    /// Its own name and version, when it got far enough to say them.
    pub name: Option<(String, String)>,
    /// What kind of refusal it is.
    pub kind: LoadKind,
    /// What is wrong.
    pub message: String,
    /// What the user can do.
    pub remedy: String,
}

impl LoadError {
    pub(crate) fn new(source: &str, kind: LoadKind, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        LoadError {
            source_name: crate::text::clean(source, 1024),
            name: None,
            kind,
            message: message.into(),
            remedy: remedy.into(),
        }
    }

    /// The same as the error of a step, for plugins that are loaded when they are first called.
    pub(crate) fn into_step_error(self) -> StepError {
        let (plugin, version) = self.name.unwrap_or((self.source_name, "of unknown version".into()));
        let kind = match self.kind {
            LoadKind::Incompatible => FailureKind::Incompatible,
            _ => FailureKind::Load,
        };
        StepError { plugin, version, kind, message: self.message, remedy: self.remedy }
    }
}

/// What a component is, as far as its bytes tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspection {
    /// Of the bytes.
    pub digest: Digest,
    /// ABI version that it was built for, such as `0.1.0`.
    pub abi: String,
    /// Roles whose interfaces it exports.
    pub roles: Vec<Role>,
    /// Everything that it imports.
    pub imports: Vec<String>,
    /// Whether it imports WASI, which is linked inert. A plugin without is called pure.
    pub wasi: bool,
}

/// Look at the bytes of a component; `source` names it in errors.
///
/// # Errors
/// When it is anything but a valid component for an ABI that this host serves, with known imports only.
pub fn inspect(source: &str, bytes: &[u8]) -> Result<Inspection, LoadError> {
    let Survey { inspection, problems } = survey(source, bytes);
    match (inspection, problems.into_iter().next()) {
        (Some(inspection), None) => Ok(inspection),
        (_, Some(problem)) => Err(problem),
        (None, None) => Err(LoadError::new(source, LoadKind::Invalid, "it cannot be looked at", "report this")),
    }
}

/// All that the bytes of a component tell, also where it is not loaded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// What it is; none for what is no valid component.
    pub inspection: Option<Inspection>,
    /// Everything that keeps it from being loaded.
    pub problems: Vec<LoadError>,
}

/// As [`inspect`], with every problem instead of the first.
pub fn survey(source: &str, bytes: &[u8]) -> Survey {
    let looked = refuse_other_files(source, bytes)
        .and_then(|()| validate(source, bytes))
        .and_then(|()| outline(bytes).map_err(|error| invalid(source, &error)));
    let outline = match looked {
        Ok(outline) => outline,
        Err(problem) => return Survey { inspection: None, problems: vec![problem] },
    };
    let mut problems = Vec::new();
    let abi = abi(source, &outline).unwrap_or_else(|problem| {
        problems.push(problem);
        outline.abi.clone().unwrap_or_default()
    });
    let roles: Vec<Role> = ROLES
        .iter()
        .filter(|(name, _)| outline.exports.iter().any(|export| interface(export) == Some(*name)))
        .map(|(_, role)| *role)
        .collect();
    if roles.is_empty() || !outline.exports.iter().any(|export| export == "describe") {
        problems.push(LoadError::new(
            source,
            LoadKind::NotAPlugin,
            "it is a component but exports no interface of `batuta:plugin`",
            "build it against one of the worlds in `wit/`, such as `transpiler-plugin`",
        ));
    }
    problems.extend(refuse_unknown_imports(source, &outline.imports).err());
    let wasi = outline.imports.iter().any(|import| import.starts_with("wasi:"));
    let inspection = Inspection { digest: Digest::of(bytes), abi, roles, imports: outline.imports, wasi };
    Survey { inspection: Some(inspection), problems }
}

fn refuse_other_files(source: &str, bytes: &[u8]) -> Result<(), LoadError> {
    let refuse = |kind, message: &str, remedy: &str| Err(LoadError::new(source, kind, message, remedy));
    if bytes.len() > MAX_COMPONENT {
        return refuse(
            LoadKind::TooLarge,
            "it is larger than 64 MiB",
            "build it with optimisation and strip its debug information",
        );
    }
    if wasmtime::Engine::detect_precompiled(bytes).is_some() || bytes.starts_with(b"\x7fELF") {
        let message = "it is machine code compiled ahead of time, which is never loaded from a file that a user names";
        return refuse(LoadKind::Precompiled, message, "give the `.wasm` component that it was compiled from");
    }
    if Parser::is_core_wasm(bytes) {
        let remedy = "make a component of it: `cargo dev plugins`, or `wasm-tools component new`";
        return refuse(LoadKind::CoreModule, "it is a core WebAssembly module, not a component", remedy);
    }
    if !Parser::is_component(bytes) {
        return refuse(LoadKind::NotWasm, "it is no WebAssembly component", "give the `.wasm` file of a plugin");
    }
    Ok(())
}

fn validate(source: &str, bytes: &[u8]) -> Result<(), LoadError> {
    let mut validator = Validator::new_with_features(features());
    validator.validate_all(bytes).map(|_| ()).map_err(|error| invalid(source, &error))
}

/// The engine's features, in the words of this crate's own wasmparser.
fn features() -> wasmparser::WasmFeatures {
    wasmparser::WasmFeatures::from_bits_truncate(crate::engine::features().bits())
}

fn invalid(source: &str, error: &wasmparser::BinaryReaderError) -> LoadError {
    let message = format!("it is damaged, cut off, or uses features that are switched off: {error}");
    LoadError::new(
        source,
        LoadKind::Invalid,
        crate::text::clean(&message, 1024),
        "get the file again, or build it without the feature",
    )
}

/// The parts of a component that decide whether it is loaded.
#[derive(Default)]
struct Outline {
    imports: Vec<String>,
    exports: Vec<String>,
    abi: Option<String>,
}

/// Imports and exports of the outermost component; the ABI section wherever it stands, because compilers put it into the core module.
fn outline(bytes: &[u8]) -> Result<Outline, wasmparser::BinaryReaderError> {
    let mut outline = Outline::default();
    let mut depth = 0usize;
    for payload in Parser::new(0).parse_all(bytes) {
        match payload? {
            Payload::Version { encoding: Encoding::Component | Encoding::Module, .. } => depth += 1,
            Payload::End(_) => depth = depth.saturating_sub(1),
            Payload::ComponentImportSection(section) if depth == 1 => {
                for import in section {
                    let import = import?;
                    // A type is a name for what other imports use: nothing to link.
                    if !matches!(import.ty, wasmparser::ComponentTypeRef::Type(_)) {
                        outline.imports.push(import.name.name.to_string());
                    }
                }
            }
            Payload::ComponentExportSection(section) if depth == 1 => {
                for export in section {
                    outline.exports.push(export?.name.name.to_string());
                }
            }
            Payload::CustomSection(section) if section.name() == ABI_SECTION => {
                outline.abi = std::str::from_utf8(section.data()).ok().map(|text| crate::text::clean(text, 32));
            }
            _ => {}
        }
    }
    Ok(outline)
}

/// `transpiler` of `batuta:plugin/transpiler@0.1.0`.
fn interface(name: &str) -> Option<&str> {
    name.strip_prefix("batuta:plugin/").map(|rest| rest.split('@').next().unwrap_or(rest))
}

/// The version behind `@`.
fn version(name: &str) -> Option<semver::Version> {
    name.rsplit_once('@').and_then(|(_, version)| semver::Version::parse(version).ok())
}

/// The ABI version, from the section or, without one, from the exported interfaces; and whether it is served.
fn abi(source: &str, outline: &Outline) -> Result<String, LoadError> {
    let exported = outline.exports.iter().filter(|name| interface(name).is_some()).find_map(|name| version(name));
    let stated = outline.abi.as_ref().and_then(|text| semver::Version::parse(text).ok());
    let Some(abi) = stated.or(exported.clone()) else { return Ok(latest::VERSION.into()) };
    let fits = |version: &semver::Version| Abi::of(version).is_some() && same_minor(version, &abi);
    if fits(&abi) && exported.as_ref().is_none_or(fits) {
        return Ok(abi.to_string());
    }
    let foreign = exported.filter(|version| !fits(version)).unwrap_or(abi);
    let newest = semver::Version::parse(latest::VERSION).unwrap_or(semver::Version::new(0, 0, 0));
    let remedy = if foreign > newest {
        "get a newer batuta, or an older version of the plugin"
    } else {
        "get a newer version of the plugin"
    };
    let served: Vec<&str> = SERVED.iter().map(|(_, version)| *version).collect();
    let message = format!("it was built for ABI {foreign}, this batuta serves {}", served.join(" and "));
    Err(LoadError::new(source, LoadKind::Incompatible, message, remedy))
}

fn same_minor(a: &semver::Version, b: &semver::Version) -> bool {
    (a.major, a.minor) == (b.major, b.minor)
}

/// Refuse a component that imports what the host does not have, naming all of it.
fn refuse_unknown_imports(source: &str, imports: &[String]) -> Result<(), LoadError> {
    let unknown: Vec<&str> = imports.iter().map(String::as_str).filter(|name| !is_known(name)).collect();
    if unknown.is_empty() {
        return Ok(());
    }
    let shown: Vec<String> = unknown.iter().take(8).map(|name| crate::text::clean(name, 120)).collect();
    let more = if unknown.len() > 8 { format!(" and {} more", unknown.len() - 8) } else { String::new() };
    Err(LoadError::new(
        source,
        LoadKind::UnknownImports,
        format!("it imports what this host does not have: {}{more}", shown.join(", ")),
        "build it against the worlds in `wit/` only; for WASI beyond 0.2, or wasi:http, there is no grant",
    ))
}

fn is_known(name: &str) -> bool {
    let package = name.split('/').next().unwrap_or(name);
    let version = version(name);
    if let Some(interface) = interface(name) {
        return latest::INTERFACES.contains(&interface) && version.is_some_and(|version| Abi::of(&version).is_some());
    }
    WASI.contains(&package) && version.is_some_and(|v| v.major == 0 && v.minor == 2)
}
