//! ABI 0.1.0: the frozen worlds of `wit/v0.1.0`, served by the same functions as the newest version.
//!
//! Plain data is the same in both, so it is shared; each function of a host interface hands on to that of the newest version.

#[allow(clippy::duplicate_mod, reason = "each version has bindings of its own")]
#[path = "exports.rs"]
pub(crate) mod exports;
mod host;
#[allow(clippy::duplicate_mod, reason = "each version has bindings of its own")]
#[path = "steps.rs"]
pub(crate) mod steps;

pub(crate) use host::add_to_linker;

use crate::abi::latest::role;

/// The version that these bindings speak.
pub(crate) const VERSION: &str = "0.1.0";

pub(crate) mod imports {
    #![allow(missing_docs, unreachable_pub)] // generated code
    wasmtime::component::bindgen!({
        path: "../../wit/v0.1.0",
        inline: "
            package batuta:serving;
            world imports {
                import batuta:plugin/host@0.1.0;
                import batuta:plugin/project@0.1.0;
                import batuta:plugin/store@0.1.0;
                import batuta:plugin/storage@0.1.0;
                import batuta:plugin/compute@0.1.0;
                import batuta:plugin/retrieval@0.1.0;
                import batuta:plugin/tools@0.1.0;
            }
        ",
        world: "batuta:serving/imports",
        imports: { default: trappable },
        with: {
            "batuta:plugin/types": crate::abi::latest::imports::batuta::plugin::types,
            "batuta:plugin/project.file": crate::state::File,
            "batuta:plugin/store.blob": crate::state::Blob,
            "batuta:plugin/store.sink": crate::state::Sink,
            "batuta:plugin/compute.tensor": crate::abi::latest::granted::Tensor,
        },
    });
}

role!(
    analyzer,
    "../../wit/v0.1.0",
    "package batuta:serving; world role { export batuta:plugin/analyzer@0.1.0; }",
    ["batuta:plugin/types": types, "batuta:plugin/project": project, "batuta:plugin/store": store]
);
role!(
    transpiler,
    "../../wit/v0.1.0",
    "package batuta:serving; world role { export batuta:plugin/transpiler@0.1.0; }",
    ["batuta:plugin/types": types, "batuta:plugin/project": project, "batuta:plugin/store": store]
);
role!(
    optimizer,
    "../../wit/v0.1.0",
    "package batuta:serving; world role { export batuta:plugin/optimizer@0.1.0; }",
    ["batuta:plugin/types": types, "batuta:plugin/project": project, "batuta:plugin/store": store]
);
role!(
    backend,
    "../../wit/v0.1.0",
    "package batuta:serving; world role { export batuta:plugin/backend@0.1.0; }",
    ["batuta:plugin/types": types, "batuta:plugin/project": project, "batuta:plugin/store": store]
);
role!(
    oracle,
    "../../wit/v0.1.0",
    "package batuta:serving; world role { export batuta:plugin/oracle@0.1.0; }",
    ["batuta:plugin/types": types]
);

type Named = (u32, analyzer::exports::batuta::plugin::analyzer::Findings);
type Summed = Result<
    analyzer::exports::batuta::plugin::analyzer::Summary,
    crate::abi::latest::imports::batuta::plugin::types::Error,
>;

/// An analyzer of 0.1 knows nothing but its own findings.
fn call_summarise(
    role: &analyzer::Role,
    store: &mut wasmtime::Store<crate::state::State>,
    files: &[Named],
    _known: &[crate::model::Known],
    settings: &[crate::abi::latest::imports::batuta::plugin::types::Setting],
) -> wasmtime::Result<Summed> {
    role.batuta_plugin_analyzer().call_summarise(store, files, settings)
}

fn plan_step(it: analyzer::exports::batuta::plugin::analyzer::PlanStep) -> crate::model::PlanStep {
    crate::model::PlanStep {
        file: crate::model::FileId(it.file),
        lines: it.lines,
        decisions: it.decisions,
        after: it.after.into_iter().map(crate::model::FileId).collect(),
        refusals: None,
    }
}
