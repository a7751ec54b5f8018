//! A module through `componentize-js`.

use super::machine::In;
use super::{Missing, Workshop};
use crate::toolchain::Machine;
use anyhow::Result;
use batuta_system::Process;
use std::path::PathBuf;

/// The version that the templates name and the tests use.
pub const VERSION: &str = "0.23.0";
/// The tool's program, in a folder of modules.
const CLI: &str = "@bytecodealliance/componentize-js/src/cli.js";

pub(super) fn build(shop: &Workshop) -> Result<Vec<u8>> {
    let system = &*shop.system;
    let Some(node) = system.find_program("node") else {
        let install = "install Node.js 20 or newer (Debian: `apt-get install nodejs npm`)".into();
        return Err(Missing { what: "node".into(), install }.into());
    };
    let cli = cli(shop)?;
    let scratch = system.scratch()?;
    let out = scratch.path().join("plugin.wasm");
    let modules = scratch.path().join("modules");
    shop.modules(&modules, |path| {
        path.ends_with(".js") && !path.ends_with(".test.js") || path.ends_with(".mjs") || path.ends_with(".json")
    })?;
    let process = Process::tool(node, modules).args([cli, "guest.js".into()]);
    let process = process.args(["-w", "wit", "-n", &shop.world()?]);
    // Without WASI: a component that imports nothing but batuta's own interfaces. No plugin has the network.
    let off: &[&str] =
        if shop.build.wasi { &["http", "fetch-event"] } else { &["stdio", "random", "clocks", "http", "fetch-event"] };
    let process = process.args(["-d"]).args(off.iter().copied()).args(["-o"]).args([&out]);
    shop.run("componentize-js", process)?;
    shop.take(&out)
}

/// In the modules of the plugin or of a folder above, of `NODE_PATH`, or of the user.
fn cli(shop: &Workshop) -> Result<PathBuf> {
    let system = &*shop.system;
    let above = shop.folder.ancestors().map(|folder| folder.join("node_modules"));
    let given = system.environment("NODE_PATH").unwrap_or_default();
    let given: Vec<PathBuf> = std::env::split_paths(&given).collect();
    let is_there = |folder: PathBuf| {
        let path = folder.join(CLI);
        system.stat(&path).ok().flatten().map(|_| path)
    };
    let machine = In { system, folder: &shop.folder };
    let global = || Some(PathBuf::from(machine.output("npm", &["root", "-g"])?.trim()));
    let found = above.chain(given).find_map(is_there).or_else(|| is_there(global()?));
    found.ok_or_else(|| {
        let install = format!(
            "`npm install --save-dev @bytecodealliance/componentize-js@{VERSION}` in {}",
            shop.folder.display()
        );
        Missing { what: "componentize-js".into(), install }.into()
    })
}
