//! The toolchain that builds plugins to wasm32: one routine hides where it comes from.
//!
//! Users of rustup have or add the target. Where it cannot be downloaded, Debian's Rust with its std sources and `-Zbuild-std` does
//! the same; its packages are installed when we may.

use crate::shell;
use anyhow::{Result, bail};
use std::fmt;
use std::path::Path;
use std::process::Command;

/// The target of every first-party plugin: it imports nothing but what its WIT world names.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's packages, and where they put what we call by absolute path because rustup's shims come first on PATH.
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
const DEBIAN: [&str; 3] = ["/usr/bin/rustc", "/usr/bin/cargo", "/usr/bin/wasm-ld-22"];

/// A way to build for [`TARGET`].
#[derive(Debug, PartialEq, Eq)]
pub enum Toolchain {
    /// The toolchain that runs us has the target.
    Installed,
    /// Debian's Rust, which builds std from its sources.
    Debian,
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
    /// `cargo build` for the target, with everything but the packages set.
    pub fn cargo_build(&self) -> Command {
        let mut command = match self {
            Toolchain::Installed => shell::cargo(),
            Toolchain::Debian => {
                let mut command = Command::new(DEBIAN[1]);
                // rustup's variables would send Debian's cargo back to rustup's rustc.
                for name in ["CARGO", "RUSTUP_TOOLCHAIN", "RUSTC_WRAPPER", "RUSTDOC"] {
                    command.env_remove(name);
                }
                command.env("RUSTC", DEBIAN[0]).env("RUSTC_BOOTSTRAP", "1");
                command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN[2]);
                command
            }
        };
        command.env("CARGO_TARGET_DIR", shell::target().join("wasm"));
        command.env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            "-Ctarget-feature=+simd128 -Clink-arg=-zstack-size=8388608",
        );
        command.args(["build", "--profile", "plugin", "--locked", "--target", TARGET]);
        if *self == Toolchain::Debian {
            command.arg("-Zbuild-std=std,panic_abort");
        }
        command
    }
}

/// Find a toolchain, or provide one.
///
/// # Errors
/// When none is there and none can be had; the text names both ways out.
pub fn find() -> Result<Toolchain> {
    if has_target() {
        return Ok(Toolchain::Installed);
    }
    if debian_is_complete() {
        return Ok(Toolchain::Debian);
    }
    if rustup_adds_target() && has_target() {
        return Ok(Toolchain::Installed);
    }
    install_debian_packages();
    if debian_is_complete() {
        return Ok(Toolchain::Debian);
    }
    bail!(
        "no toolchain builds {TARGET} here. Either `rustup target add {TARGET}` (needs a download), \
         or, on Debian and as root, `apt-get install {}`",
        PACKAGES.join(" ")
    )
}

fn has_target() -> bool {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let folder = shell::output(Command::new(rustc).args(["--print", "target-libdir", "--target", TARGET]));
    folder.is_ok_and(|folder| {
        Path::new(folder.trim()).join("self-contained").exists() || has_core(Path::new(folder.trim()))
    })
}

fn has_core(folder: &Path) -> bool {
    let names = std::fs::read_dir(folder).into_iter().flatten().flatten();
    names.into_iter().any(|entry| entry.file_name().to_string_lossy().starts_with("libcore-"))
}

fn debian_is_complete() -> bool {
    let sources = std::fs::read_dir("/usr/lib/rustlib/src").is_ok()
        || std::fs::read_dir("/usr/src").is_ok_and(|folder| {
            folder.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("rustc-"))
        });
    sources && DEBIAN.iter().all(|path| Path::new(path).exists())
}

/// Limited in time: without a network the download hangs.
fn rustup_adds_target() -> bool {
    eprintln!("adding the target {TARGET} through rustup (at most 60 s) …");
    shell::succeeds(Command::new("timeout").args(["60", "rustup", "target", "add", TARGET]))
}

fn install_debian_packages() {
    eprintln!("installing Debian's Rust with std's sources ({}) …", PACKAGES.join(", "));
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        shell::succeeds(&mut command)
    };
    if apt(&["update"]) {
        let mut install = vec!["install", "-y", "--no-install-recommends"];
        install.extend(PACKAGES);
        apt(&install);
    }
}
