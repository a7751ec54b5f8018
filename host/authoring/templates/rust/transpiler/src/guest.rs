//! The component: the only file that knows WebAssembly.

batuta_sdk::export_transpiler!(crate::Language);
