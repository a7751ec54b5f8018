//! Bodies of numeric operations that call batuta's own kernels, through support crates that the host supplies: `batuta-kernels` needs
//! nothing but the standard library, `batuta-products` the crate `gemm`.

#[cfg(target_family = "wasm")]
mod guest;

use batuta_sdk::{Backend, Dtype, Error, Manifest, Offer, Operation, Plugin, Result, Role, Stub, Support, fused};

/// The plugin.
pub struct Native;

impl Plugin for Native {
    fn manifest() -> Manifest {
        Manifest {
            name: "backend-native".into(),
            version: env!("CARGO_PKG_VERSION").into(),
            description: "Numeric operations by batuta's own kernels.".into(),
            roles: vec![Role::Backend],
            languages: vec![],
            file_globs: vec![],
            settings_schema: String::new(),
            formats: vec![],
        }
    }
}

impl Backend for Native {
    fn operations() -> Vec<Offer> {
        let offer = |name: &str, flops_per_item, bytes_per_item| Offer {
            name: name.into(),
            kinds: vec![Dtype::Float64],
            flops_per_item,
            bytes_per_item,
        };
        // Nominal terms, not measured: two to four operations in a chain, three arrays that pass memory, two flops a step of a product.
        vec![offer("fused", 4.0, 24.0), offer("sum", 4.0, 16.0), offer("matmul", 2.0, 8.0)]
    }

    fn emit(site: &Operation) -> Result<Stub> {
        if !site.operands.iter().all(|operand| operand.kind == Dtype::Float64) {
            return Err(Error::Unsupported("only double precision has kernels".into()));
        }
        match site.family() {
            "fused" => expression(site, "map"),
            "sum" => expression(site, "sum"),
            "matmul" => product(site),
            other => Err(Error::Unsupported(format!("there is no kernel for `{other}`"))),
        }
    }
}

fn stub(body: String, imports: &[&str], support: &str) -> Stub {
    Stub {
        body,
        imports: imports.iter().map(|path| (*path).to_owned()).collect(),
        supports: vec![Support { name: support.into(), features: vec![] }],
        dependencies: vec![],
    }
}

/// One pass over all operands: those with axes become elements of an array pattern, numbers are captured.
fn expression(site: &Operation, kernel: &str) -> Result<Stub> {
    let unknown =
        || Error::Unsupported(format!("`{}` is no expression over {} operands", site.name, site.operands.len()));
    let tokens = site.expression().ok_or_else(unknown)?;
    let text =
        fused::rust(&tokens, |at| if site.operands[at].is_scalar() { format!("x{at}") } else { format!("a{at}") });
    let text = text.ok_or_else(unknown)?;
    let arrays: Vec<usize> = (0..site.operands.len()).filter(|at| !site.operands[*at].is_scalar()).collect();
    let Some(first) = arrays.first() else { return Err(Error::Unsupported("no operand has axes".into())) };
    // Operands are stretched to what they have in common.
    let axes = arrays.iter().map(|at| site.operands[*at].shape.len()).max().unwrap_or(0);
    let wanted = if kernel == "map" { axes } else { 0 };
    if site.results.len() != 1 || site.results[0].shape.len() != wanted {
        return Err(Error::Unsupported("the operands and the result have other numbers of axes".into()));
    }
    let list = |stem: &str| arrays.iter().map(|at| format!("{stem}{at}")).collect::<Vec<_>>().join(", ");
    // All operands of an expression have the extents of the result.
    let (module, extents) = if kernel == "map" { ("fused", "m0".to_owned()) } else { ("reduce", format!("n{first}")) };
    let body =
        format!("{module}::{kernel}([{}], [{}], {extents}, out0, |[{}]| {text})", list("x"), list("s"), list("a"));
    let module = format!("batuta_kernels::site::{module}");
    let mut imports = vec![module.as_str()];
    if text.contains("square(") {
        imports.push("batuta_kernels::site::fused::square");
    }
    Ok(stub(body, &imports, "batuta-kernels"))
}

fn product(site: &Operation) -> Result<Stub> {
    let axes: Vec<usize> = site.operands.iter().map(|operand| operand.shape.len()).collect();
    let wanted = axes.iter().sum::<usize>().saturating_sub(2);
    let result = site.results.first().filter(|_| site.results.len() == 1).map(|it| it.shape.len());
    if !matches!(axes.as_slice(), [1 | 2, 1 | 2]) || wanted == 0 || result != Some(wanted) {
        return Err(Error::Unsupported(format!("there is no product of operands with {axes:?} axes")));
    }
    Ok(stub("product(x0, n0, s0, x1, n1, s1, out0)".into(), &["batuta_products::product::product"], "batuta-products"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use batuta_sdk::Operand;
    use batuta_sdk::text::{FileId, Origin, TextRange};

    fn site(name: &str, axes: &[usize], result: usize) -> Operation {
        let operand = |axes: &usize| Operand { kind: Dtype::Float64, shape: vec![None; *axes] };
        Operation {
            id: 0,
            name: name.into(),
            operands: axes.iter().map(operand).collect(),
            results: vec![operand(&result)],
            at: Origin::new(FileId(0), TextRange::empty(0)),
        }
    }

    #[test]
    fn expressions_become_one_pass() {
        let stub = Native::emit(&site("fused.0.1.2.square.mul.add", &[2, 0, 2], 2)).unwrap();
        assert_eq!(stub.body, "fused::map([x0, x2], [s0, s2], m0, out0, |[a0, a2]| (a0 + (x1 * square(a2))))");
        assert_eq!(stub.imports, ["batuta_kernels::site::fused", "batuta_kernels::site::fused::square"]);
        assert_eq!(stub.supports[0].name, "batuta-kernels");
        let stub = Native::emit(&site("sum.0.1.sub", &[1, 1], 0)).unwrap();
        assert_eq!(stub.body, "reduce::sum([x0, x1], [s0, s1], n0, out0, |[a0, a1]| (a0 - a1))");
    }

    #[test]
    fn what_has_no_kernel_is_unsupported() {
        for (name, axes, result) in [
            ("solve", &[2, 1][..], 1),
            ("fused.0.frobnicate", &[1], 1),
            ("fused.0.1.add", &[0, 0], 0),
            ("matmul", &[1, 1], 0),
            ("matmul", &[3, 2], 3),
        ] {
            assert!(matches!(Native::emit(&site(name, axes, result)), Err(Error::Unsupported(_))), "{name}");
        }
        let mut single = site("matmul", &[2, 2], 2);
        single.operands[0].kind = Dtype::Float32;
        assert!(Native::emit(&single).is_err());
        assert!(Native::emit(&site("matmul", &[2, 2], 2)).is_ok());
    }
}
