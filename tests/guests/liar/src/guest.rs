//! The component: the only file of this crate that knows WIT.

batuta_sdk::export_backend!(crate::Liar);
