//! The component.

batuta_sdk::export_transpiler!(crate::Awk);
