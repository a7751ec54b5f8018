//! Chooses a backend for each numeric operation of a unit, by what backends offer and what is known of the sizes.
//!
//! The estimate is that of a nominal machine, so that the output is the same everywhere: a call costs a fixed time, an element of the
//! result what its operations or its bytes take, whichever is more. Of two backends with the same estimate the first by name is taken.
//! A site is left to the language's runtime where its sizes are known to be so small that looking at the arguments is the greater part.

mod cost;
#[cfg(target_family = "wasm")]
mod guest;

use batuta_sdk::{Context, Manifest, Operation, Optimized, Optimizer, Plugin, Result, Role, Settings, SourceFile};
use cost::Offers;

/// The plugin.
pub struct Chooser;

impl Plugin for Chooser {
    fn manifest() -> Manifest {
        Manifest {
            name: "optimizer".into(),
            version: env!("CARGO_PKG_VERSION").into(),
            description: "Chooses a backend for each numeric operation.".into(),
            roles: vec![Role::Optimizer],
            languages: vec![],
            file_globs: vec![],
            settings_schema: String::new(),
            formats: vec![],
        }
    }
}

impl Optimizer for Chooser {
    fn optimize(_unit: &SourceFile, operations: &[Operation], cx: &mut Context<'_>) -> Result<Optimized> {
        Ok(Optimized { edits: vec![], choices: choices(operations, cx.settings()) })
    }
}

fn choices(operations: &[Operation], settings: &Settings) -> Vec<(u32, String)> {
    let offers = Offers::read(settings);
    let wish = settings.get("backend");
    let choose = |site: &Operation| {
        let backend = match wish {
            Some(wish) => offers.fits(wish, site).then(|| wish.to_owned()),
            None => offers.best(site),
        };
        backend.map(|backend| (site.id, backend))
    };
    operations.iter().filter_map(choose).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use batuta_sdk::text::{FileId, Origin, TextRange};
    use batuta_sdk::{Dtype, Operand};

    fn site(id: u32, name: &str, kind: Dtype, shapes: &[&[u32]]) -> Operation {
        let operand =
            |shape: &&[u32]| Operand { kind, shape: shape.iter().map(|n| Some(*n).filter(|n| *n > 0)).collect() };
        let operands: Vec<Operand> = shapes.iter().map(operand).collect();
        let at = Origin::new(FileId(0), TextRange::empty(0));
        Operation { id, name: name.into(), results: vec![operands[0].clone()], operands, at }
    }

    fn settings(entries: &[(&str, &str)]) -> Settings {
        Settings(entries.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn the_cheapest_offer_that_fits_is_taken() {
        let offers = settings(&[
            ("offer.backend-a.fused", "float64;4;24"),
            ("offer.backend-b.fused", "float64,float32;4;80"),
            ("offer.backend-b.matmul", "float64;2;8"),
        ]);
        let sites = [
            site(0, "fused.0.1.mul", Dtype::Float64, &[&[1000, 1000], &[1000, 1000]]),
            site(1, "fused.0.1.mul", Dtype::Float32, &[&[0], &[0]]),
            site(2, "matmul", Dtype::Float64, &[&[0, 0], &[0, 0]]),
            site(3, "solve", Dtype::Float64, &[&[0, 0], &[0]]),
            site(4, "fused.0.1.mul", Dtype::Float64, &[&[3], &[3]]),
        ];
        let wanted = [(0, "backend-a"), (1, "backend-b"), (2, "backend-b")];
        let chosen = choices(&sites, &offers);
        assert_eq!(chosen, wanted.map(|(id, name)| (id, name.to_owned())));
    }

    #[test]
    fn the_users_wish_counts_where_it_fits() {
        let offers = settings(&[
            ("backend", "backend-b"),
            ("offer.backend-a.fused", "float64;4;24"),
            ("offer.backend-a.matmul", "float64;2;8"),
            ("offer.backend-b.fused", "float64;4;80"),
        ]);
        let sites = [
            site(0, "fused.0.1.mul", Dtype::Float64, &[&[3], &[3]]),
            site(1, "matmul", Dtype::Float64, &[&[0, 0], &[0, 0]]),
        ];
        assert_eq!(choices(&sites, &offers), [(0, "backend-b".to_owned())]);
    }

    #[test]
    fn settings_that_say_nothing_choose_nothing() {
        let sites = [site(0, "fused.0.1.mul", Dtype::Float64, &[&[0], &[0]])];
        for odd in
            [&[][..], &[("offer.x", "float64;1;1")], &[("offer.x.fused", "float64;a;1")], &[("offer.x.fused", "")]]
        {
            assert_eq!(choices(&sites, &settings(odd)), []);
        }
    }
}
