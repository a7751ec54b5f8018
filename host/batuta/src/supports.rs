//! Support crates that the host supplies to output that names them: the kernels behind numeric call sites.

use std::collections::BTreeMap;
use std::sync::Arc;

/// Sources of `host/kernels` by their path below `src`.
macro_rules! kernels {
    ($($path:literal)*) => {
        &[$(($path, include_str!(concat!("../../kernels/src/", $path)))),*]
    };
}

/// What needs nothing but the standard library.
const PLAIN: &[(&str, &str)] = kernels! {
    "arch/aarch64.rs"
    "arch/mod.rs"
    "arch/portable.rs"
    "arch/x86_64.rs"
    "site/fused.rs"
    "site/join.rs"
    "site/mod.rs"
    "site/reduce.rs"
};
/// What needs the crate `gemm`.
const PRODUCTS: &[(&str, &str)] = kernels! { "site/product.rs" };

const PLAIN_ROOT: &str = "//! Kernels behind numeric call sites, for the instruction set that the processor has.\n\npub mod arch;\npub mod site;\n";
const PRODUCTS_ROOT: &str = "//! Matrix products behind numeric call sites.\n\npub mod product;\n";

/// The crates by name, each with its files by path.
pub(crate) fn supplied() -> Arc<BTreeMap<String, BTreeMap<String, Vec<u8>>>> {
    let plain = files(&manifest("batuta-kernels", "full = []\nproducts = []\n", ""), PLAIN_ROOT, PLAIN, "");
    let gemm = "\n[dependencies]\ngemm = { version = \"0.19\", default-features = false, features = [\"std\"] }\n";
    let products = files(&manifest("batuta-products", "", gemm), PRODUCTS_ROOT, PRODUCTS, "site/");
    Arc::new(BTreeMap::from([("batuta-kernels".to_owned(), plain), ("batuta-products".to_owned(), products)]))
}

/// The features are those that the sources ask for; none of them is ever on.
fn manifest(name: &str, features: &str, rest: &str) -> String {
    format!(
        "[package]\nname = \"{name}\"\nversion = \"{}\"\nedition = \"2024\"\npublish = false\n\n[features]\n{features}{rest}",
        env!("CARGO_PKG_VERSION")
    )
}

fn files(manifest: &str, root: &str, sources: &[(&str, &str)], folder: &str) -> BTreeMap<String, Vec<u8>> {
    let own = [("Cargo.toml".to_owned(), manifest.into()), ("src/lib.rs".to_owned(), root.into())];
    let source = |(path, text): &(&str, &str)| {
        let path = path.strip_prefix(folder).unwrap_or(path);
        (format!("src/{path}"), without_tests(text).into())
    };
    own.into_iter().chain(sources.iter().map(source)).collect()
}

/// Tests stand last in each file, and are of no use to the reader of output.
fn without_tests(text: &str) -> &str {
    text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or(text)
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn every_file_of_the_call_sites_is_supplied() {
        let kernels = Path::new(env!("CARGO_MANIFEST_DIR")).join("../kernels/src");
        let mut found: Vec<String> = vec![];
        for folder in ["arch", "site"] {
            for entry in std::fs::read_dir(kernels.join(folder)).unwrap() {
                found.push(format!("{folder}/{}", entry.unwrap().file_name().to_string_lossy()));
            }
        }
        found.sort();
        let mut listed: Vec<&str> = PLAIN.iter().chain(PRODUCTS).map(|(path, _)| *path).collect();
        listed.sort_unstable();
        assert_eq!(found, listed);
    }

    #[test]
    fn the_crates_are_whole() {
        let supplied = supplied();
        for (name, files) in supplied.iter() {
            let manifest = String::from_utf8(files["Cargo.toml"].clone()).unwrap();
            assert!(manifest.contains(&format!("name = \"{name}\"")));
            assert!(files.contains_key("src/lib.rs"));
            let tests = |text: &[u8]| String::from_utf8_lossy(text).contains("#[test]");
            assert!(!files.values().any(|text| tests(text)), "{name}");
        }
        assert!(supplied["batuta-products"].contains_key("src/product.rs"));
    }
}
