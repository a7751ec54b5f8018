//! Numeric frameworks, by what a file imports or includes.

use crate::source::{code_only, syntax};
use std::collections::BTreeSet;

/// Top-level Python modules that are numeric frameworks, or stand for one.
const MODULES: [(&str, &str); 20] = [
    ("numpy", "numpy"),
    ("scipy", "scipy"),
    ("pandas", "pandas"),
    ("torch", "torch"),
    ("torchvision", "torch"),
    ("sklearn", "sklearn"),
    ("tensorflow", "tensorflow"),
    ("keras", "keras"),
    ("jax", "jax"),
    ("flax", "jax"),
    ("cupy", "cupy"),
    ("numba", "numba"),
    ("polars", "polars"),
    ("xarray", "xarray"),
    ("dask", "dask"),
    ("sympy", "sympy"),
    ("statsmodels", "statsmodels"),
    ("xgboost", "xgboost"),
    ("lightgbm", "lightgbm"),
    ("transformers", "transformers"),
];

/// Starts of C headers.
const HEADERS: [(&str, &str); 12] = [
    ("cblas", "blas"),
    ("openblas", "blas"),
    ("mkl", "mkl"),
    ("lapack", "lapack"),
    ("fftw3", "fftw"),
    ("gsl/", "gsl"),
    ("Eigen/", "eigen"),
    ("armadillo", "armadillo"),
    ("cuda", "cuda"),
    ("cublas", "cuda"),
    ("omp.h", "openmp"),
    ("torch/", "torch"),
];

/// The frameworks that a file uses, sorted.
pub(crate) fn in_use(language: &str, bytes: &[u8]) -> Vec<String> {
    let mut found = BTreeSet::new();
    match language {
        "python" => {
            let code = code_only(bytes, &syntax::PYTHON);
            for line in String::from_utf8_lossy(&code).lines() {
                found.extend(modules(line.trim()).filter_map(|module| known(&MODULES, |name| name == module)));
            }
        }
        "c" | "cpp" | "cuda" => {
            for line in String::from_utf8_lossy(bytes).lines() {
                let Some(header) = included(line) else { continue };
                found.extend(known(&HEADERS, |name| header.starts_with(name)));
            }
        }
        _ => {}
    }
    found.into_iter().map(str::to_string).collect()
}

fn known(table: &[(&str, &'static str)], is_it: impl Fn(&str) -> bool) -> Option<&'static str> {
    table.iter().find(|(name, _)| is_it(name)).map(|(_, framework)| *framework)
}

/// The top-level modules that a line imports: `import a.b as c, d`, `from a.b import c`.
fn modules(line: &str) -> impl Iterator<Item = &str> {
    let plain = line.strip_prefix("import ").map_or("", |rest| rest.split(';').next().unwrap_or_default());
    let from = line.strip_prefix("from ").and_then(|rest| rest.split_whitespace().next()).unwrap_or("");
    let names = plain.split(',').chain([from]);
    names.filter_map(|name| name.split_whitespace().next()?.split('.').next())
}

fn included(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix('#')?.trim_start().strip_prefix("include")?.trim_start();
    rest.strip_prefix(['<', '"'])?.split(['>', '"']).next()
}

#[cfg(test)]
mod tests {
    use super::in_use;

    #[test]
    fn python_imports_outside_of_strings() {
        let text = "import os, numpy.linalg as la\nfrom sklearn.svm import SVC\nif x:\n    import torch; y = 1\n'''\nimport jax\n'''\n# import pandas\nfrom . import scipy\nimport numpyro\n";
        assert_eq!(in_use("python", text.as_bytes()), ["numpy", "sklearn", "torch"]);
    }

    #[test]
    fn c_headers() {
        assert_eq!(in_use("c", b"#include <cblas.h>\n# include \"fftw3.h\"\n#include <stdio.h>\n"), ["blas", "fftw"]);
        assert!(in_use("shell", b"import numpy\n").is_empty());
    }
}
