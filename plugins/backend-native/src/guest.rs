//! The plugin as a component.

batuta_sdk::export_backend!(crate::Native);
