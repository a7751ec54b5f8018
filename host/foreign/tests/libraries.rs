//! Real shared libraries, made by gcc: a good one, and each way to be a bad one.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use batuta_foreign::{Backend, Error, HEADER};
use batuta_kernels::{Arm, View, ViewMut, gemm};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::process::Command;

const GOOD: &str = r#"
static int32_t product(size_t m, size_t n, size_t k, double alpha, const double *a, size_t lda, const double *b, size_t ldb,
                       double beta, double *c, size_t ldc) {
  for (size_t i = 0; i < m; i++)
    for (size_t j = 0; j < n; j++) {
      double sum = 0;
      for (size_t l = 0; l < k; l++) sum += a[i * lda + l] * b[l * ldb + j];
      c[i * ldc + j] = alpha * sum + (beta == 0 ? 0 : beta * c[i * ldc + j]);
    }
  return RESULT;
}
static const struct batuta_backend table = {VERSION, sizeof table, "toy\x1b[31m", "1.2", 0, product};
const struct batuta_backend *batuta_backend(uint32_t abi) { return abi == 1 && !NONE ? &table : 0; }
"#;

struct Shop(tempfile::TempDir);

impl Shop {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("batuta_backend.h"), HEADER).unwrap();
        Shop(folder)
    }

    /// A library of C source, with definitions for the preprocessor.
    fn build(&self, name: &str, source: &str, define: &[&str], link: &[&str]) -> PathBuf {
        let (c, so) = (self.0.path().join(format!("{name}.c")), self.0.path().join(format!("{name}.so")));
        std::fs::write(&c, format!("#include \"batuta_backend.h\"\n{source}")).unwrap();
        let mut gcc = Command::new("gcc");
        gcc.args(["-O1", "-shared", "-fPIC", "-I"])
            .arg(self.0.path())
            .args(define)
            .arg("-o")
            .arg(&so)
            .arg(&c)
            .args(link);
        assert!(gcc.status().unwrap().success(), "gcc fails on {name}");
        so
    }
}

fn digest(path: &Path) -> String {
    Sha256::digest(std::fs::read(path).unwrap()).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn load(path: &Path) -> Result<Backend, Error> {
    Backend::load(path, &[&digest(path)])
}

#[test]
fn only_what_is_listed_is_loaded_and_it_multiplies() {
    let shop = Shop::new();
    let good = shop.build("good", GOOD, &["-DRESULT=0", "-DVERSION=1", "-DNONE=0"], &[]);
    assert!(matches!(Backend::load(&good, &[]), Err(Error::NotAllowed { .. })));
    assert!(matches!(Backend::load(&good, &[&"0".repeat(64)]), Err(Error::NotAllowed { .. })));
    let backend = load(&good).unwrap();
    assert_eq!((backend.name(), backend.version()), ("toy[31m", "1.2"));
    assert_eq!(backend.operations(), ["dgemm"]);
    let (a, b, mut c) = ([1.0, 2.0, 3.0, 4.0], [5.0, 6.0], [0.0; 2]);
    let (a, b) = (View::new(&a, 2, 2).unwrap(), View::new(&b, 2, 1).unwrap());
    backend.dgemm(1.0, a, b, 0.0, &mut ViewMut::new(&mut c, 2, 1).unwrap()).unwrap();
    assert_eq!(c, [17.0, 39.0]);
    let mut short = [0.0; 3];
    let refused = backend.dgemm(1.0, a, b, 0.0, &mut ViewMut::new(&mut short, 3, 1).unwrap());
    assert!(matches!(refused, Err(Error::Shape(_))));
    let one = [1.0f32];
    let view = View::new(&one, 1, 1).unwrap();
    let missing = backend.sgemm(1.0, view, view, 0.0, &mut ViewMut::new(&mut [0.0], 1, 1).unwrap());
    assert!(matches!(missing, Err(Error::Missing { operation: "sgemm", .. })));
}

#[test]
fn what_is_no_backend_or_lies_is_refused() {
    let shop = Shop::new();
    let defines = |result: &str, version: &str, none: &str| {
        [format!("-DRESULT={result}"), format!("-DVERSION={version}"), format!("-DNONE={none}")]
    };
    let build = |name: &str, source: &str, defines: [String; 3]| {
        let path = shop.build(name, source, &defines.iter().map(String::as_str).collect::<Vec<_>>(), &[]);
        load(&path).unwrap_err()
    };
    let lies = GOOD.replace("double sum = 0;", "double sum = i == 6 && j == 4;");
    assert!(matches!(build("lies", &lies, defines("0", "1", "0")), Error::Lies { operation: "dgemm", .. }));
    let reads = GOOD.replace("(beta == 0 ? 0 : beta * c[i * ldc + j])", "beta * c[i * ldc + j]");
    assert!(matches!(build("reads", &reads, defines("0", "1", "0")), Error::Lies { .. }));
    assert!(matches!(build("fails", GOOD, defines("9", "1", "0")), Error::Failed { code: 9, .. }));
    assert!(matches!(build("later", GOOD, defines("0", "2", "0")), Error::Version { theirs: 2, .. }));
    assert!(matches!(build("none", GOOD, defines("0", "1", "1")), Error::Version { theirs: 0, .. }));
    assert!(matches!(build("empty", "int nothing;", defines("0", "1", "0")), Error::NotABackend { .. }));
    let text = shop.0.path().join("text.so");
    std::fs::write(&text, "no library").unwrap();
    assert!(matches!(load(&text), Err(Error::NotABackend { .. })));
    assert!(matches!(Backend::load(&shop.0.path().join("missing.so"), &[]), Err(Error::Io { .. })));
}

#[test]
fn openblas_is_used_through_the_example() {
    let folder = batuta_testkit::corpus::folder("openblas").unwrap();
    let library = folder.join("scipy_openblas32/lib");
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/openblas-backend/backend.c");
    let shop = Shop::new();
    let (path, rpath) = (format!("-L{}", library.display()), format!("-Wl,-rpath,{}", library.display()));
    let source = std::fs::read_to_string(example).unwrap();
    let so = shop.build("openblas", &source, &[], &[&path, &rpath, "-lscipy_openblas"]);
    let backend = load(&so).unwrap();
    assert_eq!((backend.name(), backend.operations().as_slice()), ("openblas", &["sgemm", "dgemm"][..]));
    let n = 65;
    let numbers: Vec<f64> = (0..n * n).map(|i| ((i * 31 + 7) % 101) as f64 / 7.0).collect();
    let view = View::new(&numbers, n, n).unwrap();
    let (mut ours, mut theirs) = (vec![0.0; n * n], vec![0.0; n * n]);
    gemm(Arm::best(), 1.0, view, view, 0.0, &mut ViewMut::new(&mut ours, n, n).unwrap()).unwrap();
    backend.dgemm(1.0, view, view, 0.0, &mut ViewMut::new(&mut theirs, n, n).unwrap()).unwrap();
    let worst = ours.iter().zip(&theirs).map(|(a, b)| ((a - b) / a).abs()).fold(0.0, f64::max);
    assert!(worst < 1e-13, "{worst}");
}
