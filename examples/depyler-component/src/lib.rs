//! The crate `depyler-core`, as it is on crates.io, as a plugin: one program per Python file, as its command line makes it.

#[cfg(target_family = "wasm")]
mod guest;

use depyler_core::DepylerPipeline;
use depyler_core::cargo_toml_gen::Dependency;

/// The Rust of a Python program, and the crates that it uses.
///
/// # Errors
/// What depyler says of it.
pub fn convert(python: &str) -> Result<(String, Vec<Dependency>), String> {
    DepylerPipeline::new().transpile_with_dependencies(python).map_err(|error| format!("depyler refuses it: {error:#}"))
}

/// Whether the Rust is a program; it is not formatted, so `fn main` stands anywhere.
pub fn is_program(rust: &str) -> bool {
    rust.match_indices("fn main").any(|(at, word)| rust[at + word.len()..].trim_start().starts_with('('))
}

/// The name of a package: letters, digits and `_`.
pub fn package(path: &str) -> String {
    let stem = path.rsplit('/').next().unwrap_or(path).split('.').next().unwrap_or("program");
    let name: String = stem.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    if name.starts_with(|c: char| c.is_ascii_digit()) { format!("p{name}") } else { name }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_real_crate_converts() {
        let (rust, _) = super::convert("def main() -> None:\n    print(1 + 2)\n\nif __name__ == \"__main__\":\n    main()\n").unwrap();
        assert!(super::is_program(&rust), "{rust}");
        assert!(super::convert("def f(:\n").is_err());
        assert_eq!(super::package("a/7-x.py"), "p7_x");
    }
}
