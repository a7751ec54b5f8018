//! ABI 0.1.0: bindings of the worlds in `wit/v0.1.0`.
//!
//! One world holds every import, so that host traits exist once; each role is a small world of its own, so that a component
//! with several roles is served from one instance.

pub(crate) mod convert;
pub(crate) mod granted;
mod host;

pub(crate) use host::add_to_linker;

/// The version that these bindings speak.
pub(crate) const VERSION: &str = "0.1.0";

/// Host interfaces of package `batuta:plugin` that are linked.
pub(crate) const INTERFACES: &[&str] =
    &["types", "host", "project", "store", "storage", "compute", "retrieval", "tools", "metadata"];

pub(crate) mod imports {
    #![allow(missing_docs, unreachable_pub)] // generated code
    wasmtime::component::bindgen!({
        path: "../../wit/v0.1.0",
        inline: "
            package batuta:serving;
            world imports {
                import batuta:plugin/types@0.1.0;
                import batuta:plugin/metadata@0.1.0;
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
            "batuta:plugin/project.file": crate::state::File,
            "batuta:plugin/store.blob": crate::state::Blob,
            "batuta:plugin/store.sink": crate::state::Sink,
            "batuta:plugin/compute.tensor": crate::abi::latest::granted::Tensor,
        },
    });
}

macro_rules! role {
    ($module:ident, $world:literal, [$($interface:literal: $path:ident),*]) => {
        pub(crate) mod $module {
            #![allow(missing_docs, unreachable_pub)] // generated code
            wasmtime::component::bindgen!({
                path: "../../wit/v0.1.0",
                inline: $world,
                world: "batuta:serving/role",
                imports: { default: trappable },
                with: { $($interface: crate::abi::latest::imports::batuta::plugin::$path),* },
            });
        }
    };
}

role!(
    base,
    "package batuta:serving; world role { use batuta:plugin/metadata@0.1.0.{manifest}; export describe: func() -> manifest; }",
    ["batuta:plugin/metadata": metadata]
);
role!(
    analyzer,
    "package batuta:serving; world role { export batuta:plugin/analyzer@0.1.0; }",
    ["batuta:plugin/types": types, "batuta:plugin/project": project, "batuta:plugin/store": store]
);
role!(
    transpiler,
    "package batuta:serving; world role { export batuta:plugin/transpiler@0.1.0; }",
    ["batuta:plugin/types": types, "batuta:plugin/project": project, "batuta:plugin/store": store]
);
role!(
    oracle,
    "package batuta:serving; world role { export batuta:plugin/oracle@0.1.0; }",
    ["batuta:plugin/types": types]
);
