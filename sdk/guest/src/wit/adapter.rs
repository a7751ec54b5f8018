//! From the SDK's traits to the exported functions of each world.

use super::convert;
use super::imports::{WitHost, read_blob, read_file, write_blob};
use super::transpiler::batuta::plugin::{host, metadata, project::File, store::Blob, types};
use crate::{Analyzer, Context, Error, Known, Oracle, Plugin, Settings, Transpiler};
use batuta_text::FileId;
use std::marker::PhantomData;

use super::analyzer::exports::batuta::plugin as analyzer_world;
use super::oracle::exports::batuta::plugin as oracle_world;
use super::transpiler::exports::batuta::plugin as transpiler_world;

/// Makes a plugin's type exportable.
pub struct Adapter<P>(PhantomData<P>);

pub(super) type WitResult<T> = Result<T, types::Error>;

/// A panic aborts, and its message would be lost with it: the host keeps the last error line as the plugin's last words.
pub(super) fn say_panics() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    let say = |info: &std::panic::PanicHookInfo<'_>| host::log(types::Severity::Error, "panic", &info.to_string());
    ONCE.call_once(|| std::panic::set_hook(Box::new(say)));
}

pub(super) fn with_context<T>(
    settings: Vec<types::Setting>,
    step: impl FnOnce(&mut Context<'_>) -> crate::Result<T>,
) -> WitResult<T> {
    with_knowledge(settings, &[], step)
}

fn with_knowledge<T>(
    settings: Vec<types::Setting>,
    known: &[Known],
    step: impl FnOnce(&mut Context<'_>) -> crate::Result<T>,
) -> WitResult<T> {
    say_panics();
    let settings = Settings(settings.into_iter().map(|setting| (setting.key, setting.value)).collect());
    step(&mut Context::new(&mut WitHost, &settings).knowing(known)).map_err(convert::error_out)
}

pub(super) fn describe<P: Plugin>() -> metadata::Manifest {
    let manifest = P::manifest();
    let role = |role| match role {
        crate::Role::Analyzer => metadata::Role::Analyzer,
        crate::Role::Transpiler => metadata::Role::Transpiler,
        crate::Role::Optimizer => metadata::Role::Optimizer,
        crate::Role::Backend => metadata::Role::Backend,
        crate::Role::Oracle => metadata::Role::Oracle,
    };
    metadata::Manifest {
        name: manifest.name,
        version: manifest.version,
        description: manifest.description,
        roles: manifest.roles.into_iter().map(role).collect(),
        languages: manifest.languages,
        file_globs: manifest.file_globs,
        capabilities: P::capabilities().into_iter().map(wanted).collect(),
        settings_schema: manifest.settings_schema,
        formats: manifest.formats,
    }
}

fn wanted(wanted: crate::Wanted) -> metadata::Wanted {
    use crate::Capability as Own;
    use metadata::Capability as Wit;
    let capability = match wanted.capability {
        Own::Storage => Wit::Storage,
        Own::Compute => Wit::Compute,
        Own::Retrieval => Wit::Retrieval,
        Own::Tools => Wit::Tools,
        Own::Network => Wit::Network,
        Own::Environment => Wit::Environment,
        Own::Clock => Wit::Clock,
        Own::Random => Wit::Random,
        Own::ReadOutside => Wit::ReadOutside,
    };
    metadata::Wanted { capability, detail: wanted.detail, reason: wanted.reason }
}

impl<P: Transpiler> super::transpiler::Guest for Adapter<P> {
    fn describe() -> metadata::Manifest {
        describe::<P>()
    }
}

impl<P: Analyzer> super::analyzer::Guest for Adapter<P> {
    fn describe() -> metadata::Manifest {
        describe::<P>()
    }
}

impl<P: Transpiler> transpiler_world::transpiler::Guest for Adapter<P> {
    fn index(f: &File, settings: Vec<types::Setting>) -> WitResult<Blob> {
        with_context(settings, |cx| {
            let index = P::index(&read_file(f)?, cx)?;
            write_blob("application/x-batuta-index", &index)
        })
    }

    fn link(indexes: Vec<(u32, Blob)>, settings: Vec<types::Setting>) -> WitResult<Vec<(u32, Blob)>> {
        with_context(settings, |cx| {
            let indexes = indexes.iter().map(|(id, blob)| Ok((FileId(*id), read_blob(blob)?)));
            let slices = P::link(&indexes.collect::<crate::Result<Vec<_>>>()?, cx)?;
            slices.iter().map(|(id, slice)| Ok((id.0, write_blob("application/x-batuta-facts", slice)?))).collect()
        })
    }

    fn lower(
        f: &File,
        facts: &Blob,
        settings: Vec<types::Setting>,
    ) -> WitResult<transpiler_world::transpiler::Lowered> {
        with_context(settings, |cx| {
            let facts = read_blob(facts)?;
            convert::lowered(P::lower(&read_file(f)?, &facts, cx)?)
        })
    }

    fn support_crate(name: String) -> WitResult<Vec<transpiler_world::transpiler::Output>> {
        let files = P::support_crate(&name).map_err(convert::error_out)?;
        files.into_iter().map(convert::output).collect::<Result<_, Error>>().map_err(convert::error_out)
    }
}

impl<P: Analyzer> analyzer_world::analyzer::Guest for Adapter<P> {
    fn analyze(f: &File, settings: Vec<types::Setting>) -> WitResult<analyzer_world::analyzer::Findings> {
        with_context(settings, |cx| Ok(convert::findings_out(P::analyze(&read_file(f)?, cx)?)))
    }

    fn summarise(
        files: Vec<(u32, analyzer_world::analyzer::Findings)>,
        known: Vec<analyzer_world::analyzer::Known>,
        settings: Vec<types::Setting>,
    ) -> WitResult<analyzer_world::analyzer::Summary> {
        let known: Vec<_> = known.into_iter().map(convert::known_in).collect();
        with_knowledge(settings, &known, |cx| {
            let files: Vec<_> =
                files.into_iter().map(|(id, findings)| (FileId(id), convert::findings_in(findings))).collect();
            Ok(convert::summary(P::summarise(&files, cx)?))
        })
    }
}

impl<P: Oracle> super::oracle::Guest for Adapter<P> {
    fn describe() -> metadata::Manifest {
        describe::<P>()
    }
}

impl<P: Oracle> oracle_world::oracle::Guest for Adapter<P> {
    fn ask(question: String, settings: Vec<types::Setting>) -> WitResult<oracle_world::oracle::Answer> {
        with_context(settings, |cx| Ok(convert::answer(P::ask(&question, cx)?)))
    }

    fn describe_graph() -> WitResult<String> {
        P::describe_graph().map_err(convert::error_out)
    }

    fn rank(question: String, candidates: Vec<String>, settings: Vec<types::Setting>) -> WitResult<Vec<f32>> {
        with_context(settings, |cx| P::rank(&question, &candidates, cx))
    }
}
