//! The plugin as a component.

batuta_sdk::export_oracle!(crate::StackOracle);
