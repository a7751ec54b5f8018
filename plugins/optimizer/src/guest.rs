//! The plugin as a component.

batuta_sdk::export_optimizer!(crate::Chooser);
