//! Bodies of numeric operations that use the crate `ndarray` of the registry. Sums are not offered: ndarray adds in another order than NumPy.

#[cfg(target_family = "wasm")]
mod guest;

use batuta_sdk::{
    Backend, CrateDependency, Dtype, Error, Manifest, Offer, Operation, Plugin, Result, Role, Stub, fused,
};

/// The version that the bodies are written for.
const VERSION: &str = "0.17";
/// Most producers of ndarray's `Zip`, the result among them.
const PRODUCERS: usize = 6;

/// The plugin.
pub struct Ndarray;

impl Plugin for Ndarray {
    fn manifest() -> Manifest {
        Manifest {
            name: "backend-ndarray".into(),
            version: env!("CARGO_PKG_VERSION").into(),
            description: "Numeric operations by the crate ndarray.".into(),
            roles: vec![Role::Backend],
            languages: vec![],
            file_globs: vec![],
            settings_schema: String::new(),
            formats: vec![],
        }
    }
}

impl Backend for Ndarray {
    fn operations() -> Vec<Offer> {
        let offer = |name: &str, flops_per_item, bytes_per_item| Offer {
            name: name.into(),
            kinds: vec![Dtype::Float64],
            flops_per_item,
            bytes_per_item,
        };
        // Nominal terms. Of the peak of fused multiply-adds `matrixmultiply`, which ndarray's products use, reached 78 to 84 % where `gemm`
        // reached 88 to 94 % (single precision, one thread, n = 128 to 1024), so that 2 become 2.3. That of chains is an estimate, not
        // measured: without instructions for wider vectors an element takes some four times as long.
        vec![offer("fused", 16.0, 32.0), offer("matmul", 2.3, 8.0)]
    }

    fn emit(site: &Operation) -> Result<Stub> {
        if !site.operands.iter().all(|operand| operand.kind == Dtype::Float64) {
            return Err(Error::Unsupported("only double precision is emitted".into()));
        }
        match site.family() {
            "fused" => expression(site),
            "matmul" => product(site),
            other => Err(Error::Unsupported(format!("there is no body for `{other}`"))),
        }
    }
}

fn stub(body: String, imports: &[&str]) -> Stub {
    Stub {
        body,
        imports: imports.iter().map(|path| format!("ndarray::{path}")).collect(),
        supports: vec![],
        dependencies: vec![CrateDependency { name: "ndarray".into(), version: VERSION.into(), features: vec![] }],
    }
}

/// Views `a0`, `a1` … of the operands with axes, and `o` of the result; the body is false when one cannot be made.
fn views(arrays: &[usize], dimension: &str, axes: impl Fn(usize) -> usize) -> String {
    let shape = |stem: &str, at: usize, axes: usize| match dimension {
        "IxDyn" => format!("IxDyn({stem}{at})"),
        _ => format!("Dim([{}])", (0..axes).map(|axis| format!("{stem}{at}[{axis}]")).collect::<Vec<_>>().join(", ")),
    };
    let one = |at: &usize| {
        let (n, s) = (shape("n", *at, axes(*at)), shape("s", *at, axes(*at)));
        format!("let Ok(a{at}) = ArrayView::from_shape({n}.strides({s}), x{at}) else {{ return false }};\n")
    };
    arrays.iter().map(one).collect()
}

fn expression(site: &Operation) -> Result<Stub> {
    let unknown =
        || Error::Unsupported(format!("`{}` is no expression over {} operands", site.name, site.operands.len()));
    let tokens = site.expression().ok_or_else(unknown)?;
    let scalar = |at: usize| site.operands[at].is_scalar();
    let text =
        fused::rust(&tokens, |at| if scalar(at) { format!("x{at}") } else { format!("a{at}") }).ok_or_else(unknown)?;
    let arrays: Vec<usize> = (0..site.operands.len()).filter(|at| !scalar(*at)).collect();
    // Operands are stretched to what they have in common.
    let axes = arrays.iter().map(|at| site.operands[*at].shape.len()).max().unwrap_or(0);
    if site.results.len() != 1 || site.results[0].shape.len() != axes {
        return Err(Error::Unsupported("the operands and the result have other numbers of axes".into()));
    }
    if arrays.is_empty() || arrays.len() + 1 > PRODUCERS {
        return Err(Error::Unsupported(format!("{} arrays cannot be walked together", arrays.len())));
    }
    let mut body = views(&arrays, "IxDyn", |_| 0);
    body += "let Ok(mut o) = ArrayViewMut::from_shape(IxDyn(m0), out0) else { return false };\n";
    if text.contains("square(") {
        body += "let square = |x: f64| x * x;\n";
    }
    let (and, names): (Vec<String>, Vec<String>) =
        arrays.iter().map(|at| (format!(".and(&a{at})"), format!("&a{at}"))).unzip();
    body += &format!("Zip::from(&mut o){}.for_each(|o, {}| *o = {text});\ntrue", and.concat(), names.join(", "));
    Ok(stub(body, &["ArrayView", "ArrayViewMut", "IxDyn", "ShapeBuilder", "Zip"]))
}

fn product(site: &Operation) -> Result<Stub> {
    let axes: Vec<usize> = site.operands.iter().map(|operand| operand.shape.len()).collect();
    let (dimension, call) = match axes.as_slice() {
        [2, 2] => ("Dim([m0[0], m0[1]])", "general_mat_mul(1.0, &a0, &a1, 0.0, &mut o)"),
        [2, 1] => ("Dim([m0[0]])", "general_mat_vec_mul(1.0, &a0, &a1, 0.0, &mut o)"),
        [1, 2] => ("Dim([m0[0]])", "general_mat_vec_mul(1.0, &a1.t(), &a0, 0.0, &mut o)"),
        _ => return Err(Error::Unsupported(format!("there is no product of operands with {axes:?} axes"))),
    };
    let wanted = axes.iter().sum::<usize>().saturating_sub(2);
    if site.results.len() != 1 || site.results[0].shape.len() != wanted {
        return Err(Error::Unsupported("the result has another number of axes".into()));
    }
    let mut body = views(&[0, 1], "Dim", |at| axes[at]);
    body +=
        &format!("let Ok(mut o) = ArrayViewMut::from_shape({dimension}, out0) else {{ return false }};\n{call};\ntrue");
    let function = call.split('(').next().unwrap_or_default();
    Ok(stub(body, &["ArrayView", "ArrayViewMut", "Dim", "ShapeBuilder", &format!("linalg::{function}")]))
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
    fn expressions_walk_over_views() {
        let stub = Ndarray::emit(&site("fused.0.1.square.2.mul.add", &[2, 2, 0], 2)).unwrap();
        assert!(stub.body.ends_with(
            "Zip::from(&mut o).and(&a0).and(&a1).for_each(|o, &a0, &a1| *o = (a0 + (square(a1) * x2)));\ntrue"
        ));
        assert_eq!(stub.dependencies[0].name, "ndarray");
    }

    #[test]
    fn too_many_arrays_and_sums_are_unsupported() {
        assert!(Ndarray::emit(&site("fused.0.1.add.2.add.3.add.4.add.5.add", &[1; 6], 1)).is_err());
        assert!(Ndarray::emit(&site("fused.0.1.add.2.add.3.add.4.add", &[1; 5], 1)).is_ok());
        assert!(Ndarray::emit(&site("sum.0.neg", &[1], 0)).is_err());
        assert!(Ndarray::emit(&site("matmul", &[1, 1], 0)).is_err());
        assert!(Ndarray::emit(&site("matmul", &[1, 2], 1)).unwrap().body.contains("a1.t()"));
    }
}
