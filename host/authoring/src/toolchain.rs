//! The toolchain that builds plugins to wasm32: one routine hides where it comes from.
//!
//! Users of rustup have or add the target. Where it cannot be downloaded, Debian's Rust with its std sources and `-Zbuild-std` does
//! the same. Who asks says how programs are started, see [`Machine`].

use anyhow::{Result, bail};
use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};

/// The target of plugins in Rust: they import nothing but what their WIT world names.
pub const TARGET: &str = "wasm32-unknown-unknown";
/// The cargo profile of plugins in Rust.
pub const PROFILE: &str = "plugin";

/// Debian's packages, and where they put what is called by absolute path because rustup's shims come first on PATH.
pub const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
const DEBIAN: [&str; 3] = ["/usr/bin/rustc", "/usr/bin/cargo", "/usr/bin/wasm-ld-22"];

/// How the routine looks at a machine.
pub trait Machine {
    /// What a program prints, when it can be started and ends with code 0.
    fn output(&self, program: &str, arguments: &[&str]) -> Option<String>;
    /// Names in a folder; none when there is no such folder.
    fn names(&self, folder: &Path) -> Vec<String>;
    /// Whether something is at this path.
    fn exists(&self, path: &Path) -> bool;
    /// A variable of the environment.
    fn variable(&self, name: &str) -> Option<OsString>;
}

/// A way to build for [`TARGET`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toolchain {
    /// The toolchain on PATH has the target.
    Installed,
    /// Debian's Rust, which builds std from its sources.
    Debian,
}

/// What to run, less the packages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipe {
    /// The program; none means the cargo that the caller knows.
    pub cargo: Option<PathBuf>,
    /// Its arguments.
    pub arguments: Vec<String>,
    /// Variables to set.
    pub set: Vec<(&'static str, String)>,
    /// Variables to remove.
    pub remove: Vec<&'static str>,
}

impl fmt::Display for Toolchain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Toolchain::Installed => "this toolchain's wasm32-unknown-unknown target",
            Toolchain::Debian => "Debian's Rust, std built from source",
        })
    }
}

impl Toolchain {
    /// `cargo build` for the target.
    pub fn build(self) -> Recipe {
        let mut recipe = Recipe::default();
        if self == Toolchain::Debian {
            recipe.cargo = Some(DEBIAN[1].into());
            // rustup's variables would send Debian's cargo back to rustup's rustc.
            recipe.remove = vec!["CARGO", "RUSTUP_TOOLCHAIN", "RUSTC_WRAPPER", "RUSTDOC"];
            recipe.set.push(("RUSTC", DEBIAN[0].into()));
            recipe.set.push(("RUSTC_BOOTSTRAP", "1".into()));
            recipe.set.push(("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN[2].into()));
        }
        let flags = "-Ctarget-feature=+simd128 -Clink-arg=-zstack-size=8388608";
        recipe.set.push(("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.into()));
        recipe.arguments = ["build", "--profile", PROFILE, "--target", TARGET].map(str::to_owned).into();
        if self == Toolchain::Debian {
            recipe.arguments.push("-Zbuild-std=std,panic_abort".into());
        }
        recipe
    }
}

/// A toolchain that is there.
pub fn installed(machine: &impl Machine) -> Option<Toolchain> {
    if has_target(machine) {
        Some(Toolchain::Installed)
    } else {
        debian_is_complete(machine).then_some(Toolchain::Debian)
    }
}

/// A toolchain that is there.
///
/// # Errors
/// When there is none; the text names both ways out.
pub fn require(machine: &impl Machine) -> Result<Toolchain> {
    match installed(machine) {
        Some(toolchain) => Ok(toolchain),
        None => bail!(
            "no toolchain builds {TARGET} here. Either `rustup target add {TARGET}` (needs a download), or, on Debian and as root, \
             `apt-get install {}`",
            PACKAGES.join(" ")
        ),
    }
}

fn has_target(machine: &impl Machine) -> bool {
    let rustc = machine.variable("RUSTC").map_or_else(|| "rustc".into(), |path| path.to_string_lossy().into_owned());
    let Some(folder) = machine.output(&rustc, &["--print", "target-libdir", "--target", TARGET]) else { return false };
    let folder = Path::new(folder.trim());
    machine.exists(&folder.join("self-contained"))
        || machine.names(folder).iter().any(|name| name.starts_with("libcore-"))
}

fn debian_is_complete(machine: &impl Machine) -> bool {
    let sources = machine.exists(Path::new("/usr/lib/rustlib/src"))
        || machine.names(Path::new("/usr/src")).iter().any(|name| name.starts_with("rustc-"));
    sources && DEBIAN.iter().all(|path| machine.exists(Path::new(path)))
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fake(&'static [&'static str]);

    impl Machine for Fake {
        fn output(&self, _: &str, _: &[&str]) -> Option<String> {
            Some("/rust/lib\n".into())
        }
        fn names(&self, folder: &Path) -> Vec<String> {
            let below = self.0.iter().filter_map(|path| Path::new(path).strip_prefix(folder).ok());
            below.map(|path| path.display().to_string()).collect()
        }
        fn exists(&self, path: &Path) -> bool {
            self.0.iter().any(|known| Path::new(known).starts_with(path))
        }
        fn variable(&self, _: &str) -> Option<OsString> {
            None
        }
    }

    #[test]
    fn the_target_is_taken_where_it_is_then_debian_s_rust() {
        assert_eq!(installed(&Fake(&["/rust/lib/libcore-1.rlib"])), Some(Toolchain::Installed));
        let debian = ["/usr/bin/rustc", "/usr/bin/cargo", "/usr/bin/wasm-ld-22", "/usr/src/rustc-1.96.0/x"];
        assert_eq!(installed(&Fake(Box::leak(Box::new(debian)))), Some(Toolchain::Debian));
        let error = require(&Fake(&[])).unwrap_err().to_string();
        assert!(error.contains("rustup target add") && error.contains("apt-get install rustc-web"), "{error}");
    }
}
