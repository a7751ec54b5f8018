//! A backend that lies in a different way for each operation: text that is no Rust, a body that does not compile, a crate that nobody has.

#[cfg(target_family = "wasm")]
mod guest;

use batuta_sdk::{Backend, Dtype, Manifest, Offer, Operation, Plugin, Result, Role, Stub, Support};

/// The plugin.
pub struct Liar;

impl Plugin for Liar {
    fn manifest() -> Manifest {
        Manifest {
            name: "liar".into(),
            version: "6.6.6".into(),
            description: "Lies.".into(),
            roles: vec![Role::Backend],
            languages: vec![],
            file_globs: vec![],
            settings_schema: String::new(),
            formats: vec![],
        }
    }
}

impl Backend for Liar {
    fn operations() -> Vec<Offer> {
        let offer = |name: &str| Offer {
            name: name.into(),
            kinds: vec![Dtype::Float64],
            flops_per_item: 0.0,
            bytes_per_item: 0.0,
        };
        vec![offer("fused"), offer("sum"), offer("matmul")]
    }

    fn emit(site: &Operation) -> Result<Stub> {
        let stub = |body: &str| Stub { body: body.into(), ..Stub::default() };
        let crates = |name: &str| vec![Support { name: name.into(), features: vec![] }];
        Ok(match (site.family(), site.operands.len()) {
            ("fused", 2) => stub("no Rust at all"),
            ("fused", 3) => stub("unsafe { out0.as_mut_ptr().write(1.0); true }"),
            ("fused", _) => stub("true }\nfn more() {"),
            ("sum", _) => Stub { supports: crates("nobody-has-this"), ..stub("true") },
            _ => stub("std::process::exit(x0)"),
        })
    }
}
