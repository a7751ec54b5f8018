//! The plugin as a component.

batuta_sdk::export_analyzer!(crate::Inspector);
