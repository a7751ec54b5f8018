//! ABI 0.2.0: bindings of the worlds in `wit/v0.2.0`.
//!
//! One world holds every import, so that host traits exist once; each role is a small world of its own, so that a component
//! with several roles is served from one instance.

pub(crate) mod convert;
#[allow(clippy::duplicate_mod, reason = "each version has bindings of its own")]
#[path = "exports.rs"]
pub(crate) mod exports;
pub(crate) mod granted;
mod host;
#[allow(clippy::duplicate_mod, reason = "each version has bindings of its own")]
#[path = "steps.rs"]
pub(crate) mod steps;

pub(crate) use host::add_to_linker;

/// The version that these bindings speak.
pub(crate) const VERSION: &str = "0.2.0";

/// Host interfaces of package `batuta:plugin` that are linked.
pub(crate) const INTERFACES: &[&str] =
    &["types", "host", "project", "store", "storage", "compute", "retrieval", "tools", "metadata", "transpiler"];

pub(crate) mod imports {
    #![allow(missing_docs, unreachable_pub)] // generated code
    wasmtime::component::bindgen!({
        path: "../../wit/v0.2.0",
        inline: "
            package batuta:serving;
            world imports {
                import batuta:plugin/types@0.2.0;
                import batuta:plugin/metadata@0.2.0;
                import batuta:plugin/host@0.2.0;
                import batuta:plugin/project@0.2.0;
                import batuta:plugin/store@0.2.0;
                import batuta:plugin/storage@0.2.0;
                import batuta:plugin/compute@0.2.0;
                import batuta:plugin/retrieval@0.2.0;
                import batuta:plugin/tools@0.2.0;
            }
        ",
        world: "batuta:serving/imports",
        imports: { default: trappable },
        with: {
            "batuta:plugin/project.file": crate::state::File,
            "batuta:plugin/store.blob": crate::state::Blob,
            "batuta:plugin/store.sink": crate::state::Sink,
            "batuta:plugin/compute.tensor": crate::abi::latest::granted::Tensor,
        },
    });
}

/// Bindings of one exported interface of a version.
macro_rules! role {
    ($module:ident, $wit:literal, $world:literal, [$($interface:literal: $path:ident),*]) => {
        pub(crate) mod $module {
            #![allow(missing_docs, unreachable_pub)] // generated code
            wasmtime::component::bindgen!({
                path: $wit,
                inline: $world,
                world: "batuta:serving/role",
                imports: { default: trappable },
                with: { $($interface: crate::abi::latest::imports::batuta::plugin::$path),* },
            });
        }
    };
}

pub(crate) use role;

role!(
    base,
    "../../wit/v0.2.0",
    "package batuta:serving; world role { use batuta:plugin/metadata@0.2.0.{manifest}; export describe: func() -> manifest; }",
    ["batuta:plugin/metadata": metadata]
);
role!(
    analyzer,
    "../../wit/v0.2.0",
    "package batuta:serving; world role { export batuta:plugin/analyzer@0.2.0; }",
    ["batuta:plugin/types": types, "batuta:plugin/project": project, "batuta:plugin/store": store]
);
role!(
    transpiler,
    "../../wit/v0.2.0",
    "package batuta:serving; world role { export batuta:plugin/transpiler@0.2.0; }",
    ["batuta:plugin/types": types, "batuta:plugin/project": project, "batuta:plugin/store": store]
);
role!(
    optimizer,
    "../../wit/v0.2.0",
    "package batuta:serving; world role { export batuta:plugin/optimizer@0.2.0; }",
    ["batuta:plugin/types": types, "batuta:plugin/project": project, "batuta:plugin/store": store]
);
role!(
    backend,
    "../../wit/v0.2.0",
    "package batuta:serving; world role { export batuta:plugin/backend@0.2.0; }",
    ["batuta:plugin/types": types, "batuta:plugin/project": project, "batuta:plugin/store": store]
);
role!(
    oracle,
    "../../wit/v0.2.0",
    "package batuta:serving; world role { export batuta:plugin/oracle@0.2.0; }",
    ["batuta:plugin/types": types]
);

type Named = (u32, analyzer::exports::batuta::plugin::analyzer::Findings);
type Summed = Result<analyzer::exports::batuta::plugin::analyzer::Summary, imports::batuta::plugin::types::Error>;

/// What `steps` cannot say for every version: since 0.2.0 an analyzer is told what is known of the files from elsewhere.
fn call_summarise(
    role: &analyzer::Role,
    store: &mut wasmtime::Store<crate::state::State>,
    files: &[Named],
    known: &[crate::model::Known],
    settings: &[imports::batuta::plugin::types::Setting],
) -> wasmtime::Result<Summed> {
    let known: Vec<_> = known.iter().map(known_back).collect();
    role.batuta_plugin_analyzer().call_summarise(store, files, &known, settings)
}

fn plan_step(it: analyzer::exports::batuta::plugin::analyzer::PlanStep) -> crate::model::PlanStep {
    crate::model::PlanStep {
        file: crate::model::FileId(it.file),
        lines: it.lines,
        decisions: it.decisions,
        after: it.after.into_iter().map(crate::model::FileId).collect(),
        refusals: it.refusals,
    }
}

fn known_back(it: &crate::model::Known) -> analyzer::exports::batuta::plugin::analyzer::Known {
    use analyzer::exports::batuta::plugin::analyzer::{Churn, Coverage, Known, Refusal};
    let churn = |it: &crate::model::Churn| Churn {
        changes: it.changes,
        authors: it.authors,
        added: it.added,
        removed: it.removed,
        days: it.days,
    };
    let refusal = |it: &crate::model::RefusalCount| Refusal { code: it.code.clone(), count: it.count };
    Known {
        file: it.file.0,
        churn: it.churn.as_ref().map(churn),
        coverage: it.coverage.map(|it| Coverage { lines: it.lines, covered: it.covered }),
        refusals: it.refusals.as_ref().map(|all| all.iter().map(refusal).collect()),
    }
}
