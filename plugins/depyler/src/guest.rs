//! The component's exports.

batuta_sdk::export_transpiler!(crate::Depyler);
