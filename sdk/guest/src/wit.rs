//! The bindings, and the adapters from the SDK's traits to them. Nothing outside of this module and the export macros knows WIT.
#![allow(unsafe_code, missing_docs, unreachable_pub)] // generated code

mod adapter;
mod convert;
mod imports;
mod numeric;

pub use adapter::Adapter;

/// Bindings of the world `transpiler-plugin`; the imported interfaces of the other worlds are these.
pub mod transpiler {
    wit_bindgen::generate!({
        path: "wit",
        world: "transpiler-plugin",
        pub_export_macro: true,
        generate_all,
    });
}

/// Bindings of the world `analyzer-plugin`.
pub mod analyzer {
    wit_bindgen::generate!({
        path: "wit",
        world: "analyzer-plugin",
        pub_export_macro: true,
        with: {
            "batuta:plugin/types@0.2.0": crate::wit::transpiler::batuta::plugin::types,
            "batuta:plugin/metadata@0.2.0": crate::wit::transpiler::batuta::plugin::metadata,
            "batuta:plugin/host@0.2.0": crate::wit::transpiler::batuta::plugin::host,
            "batuta:plugin/project@0.2.0": crate::wit::transpiler::batuta::plugin::project,
            "batuta:plugin/store@0.2.0": crate::wit::transpiler::batuta::plugin::store,
        },
    });
}

/// Bindings of the world `optimizer-plugin`.
pub mod optimizer {
    wit_bindgen::generate!({
        path: "wit",
        world: "optimizer-plugin",
        pub_export_macro: true,
        with: {
            "batuta:plugin/types@0.2.0": crate::wit::transpiler::batuta::plugin::types,
            "batuta:plugin/metadata@0.2.0": crate::wit::transpiler::batuta::plugin::metadata,
            "batuta:plugin/host@0.2.0": crate::wit::transpiler::batuta::plugin::host,
            "batuta:plugin/project@0.2.0": crate::wit::transpiler::batuta::plugin::project,
            "batuta:plugin/store@0.2.0": crate::wit::transpiler::batuta::plugin::store,
            "batuta:plugin/transpiler@0.2.0": generate,
        },
    });
}

/// Bindings of the world `backend-plugin`.
pub mod backend {
    wit_bindgen::generate!({
        path: "wit",
        world: "backend-plugin",
        pub_export_macro: true,
        with: {
            "batuta:plugin/types@0.2.0": crate::wit::transpiler::batuta::plugin::types,
            "batuta:plugin/metadata@0.2.0": crate::wit::transpiler::batuta::plugin::metadata,
            "batuta:plugin/host@0.2.0": crate::wit::transpiler::batuta::plugin::host,
            "batuta:plugin/project@0.2.0": crate::wit::transpiler::batuta::plugin::project,
            "batuta:plugin/store@0.2.0": crate::wit::transpiler::batuta::plugin::store,
            "batuta:plugin/transpiler@0.2.0": generate,
        },
    });
}

/// Bindings of the world `oracle-plugin`.
pub mod oracle {
    wit_bindgen::generate!({
        path: "wit",
        world: "oracle-plugin",
        pub_export_macro: true,
        generate_all,
        with: {
            "batuta:plugin/types@0.2.0": crate::wit::transpiler::batuta::plugin::types,
            "batuta:plugin/metadata@0.2.0": crate::wit::transpiler::batuta::plugin::metadata,
            "batuta:plugin/host@0.2.0": crate::wit::transpiler::batuta::plugin::host,
            "batuta:plugin/project@0.2.0": crate::wit::transpiler::batuta::plugin::project,
            "batuta:plugin/store@0.2.0": crate::wit::transpiler::batuta::plugin::store,
            "batuta:plugin/storage@0.2.0": crate::wit::transpiler::batuta::plugin::storage,
            "batuta:plugin/compute@0.2.0": crate::wit::transpiler::batuta::plugin::compute,
        },
    });
}

/// Exports a [`Transpiler`](crate::Transpiler) as a component: the whole of a plugin's `guest.rs`.
#[macro_export]
macro_rules! export_transpiler {
    ($plugin:ty) => {
        type Component = $crate::wit::Adapter<$plugin>;
        $crate::wit::transpiler::export!(Component with_types_in $crate::wit::transpiler);
        $crate::abi_section!();
    };
}

/// Exports an [`Analyzer`](crate::Analyzer) as a component: the whole of a plugin's `guest.rs`.
#[macro_export]
macro_rules! export_analyzer {
    ($plugin:ty) => {
        type Component = $crate::wit::Adapter<$plugin>;
        $crate::wit::analyzer::export!(Component with_types_in $crate::wit::analyzer);
        $crate::abi_section!();
    };
}

/// Exports an [`Optimizer`](crate::Optimizer) as a component: the whole of a plugin's `guest.rs`.
#[macro_export]
macro_rules! export_optimizer {
    ($plugin:ty) => {
        type Component = $crate::wit::Adapter<$plugin>;
        $crate::wit::optimizer::export!(Component with_types_in $crate::wit::optimizer);
        $crate::abi_section!();
    };
}

/// Exports a [`Backend`](crate::Backend) as a component: the whole of a plugin's `guest.rs`.
#[macro_export]
macro_rules! export_backend {
    ($plugin:ty) => {
        type Component = $crate::wit::Adapter<$plugin>;
        $crate::wit::backend::export!(Component with_types_in $crate::wit::backend);
        $crate::abi_section!();
    };
}

/// Exports an [`Oracle`](crate::Oracle) as a component: the whole of a plugin's `guest.rs`.
#[macro_export]
macro_rules! export_oracle {
    ($plugin:ty) => {
        type Component = $crate::wit::Adapter<$plugin>;
        $crate::wit::oracle::export!(Component with_types_in $crate::wit::oracle);
        $crate::abi_section!();
    };
}

/// The ABI version inside the binary, so that a host can name it before it instantiates anything.
#[doc(hidden)]
#[macro_export]
macro_rules! abi_section {
    () => {
        #[used]
        #[allow(unsafe_code)]
        #[unsafe(link_section = "batuta:abi")]
        static BATUTA_ABI: [u8; $crate::ABI.len()] = {
            let mut bytes = [0; $crate::ABI.len()];
            bytes.copy_from_slice($crate::ABI.as_bytes());
            bytes
        };
    };
}
