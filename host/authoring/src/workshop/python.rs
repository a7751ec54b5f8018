//! A module through `componentize-py`.

use super::{Missing, Workshop};
use anyhow::Result;
use batuta_system::Process;
use std::path::PathBuf;

/// The version that the templates name and the tests use.
pub const VERSION: &str = "0.25.1";
/// The package has no `__main__`: this is what its script does.
const SCRIPT: &str =
    "import sys; from componentize_py import script; sys.argv[0] = 'componentize-py'; sys.exit(script())";

pub(super) fn build(shop: &Workshop) -> Result<Vec<u8>> {
    let tool = tool(shop)?;
    let scratch = shop.system.scratch()?;
    let out = scratch.path().join("plugin.wasm");
    let modules = scratch.path().join("modules");
    shop.modules(&modules, |path| path.ends_with(".py") && !path.split('/').any(|part| part.starts_with("test_")))?;
    let process = Process::tool(tool.program, modules).args(tool.arguments);
    let process = process.args(["-q", "-d", "wit", "-w", &shop.world()?, "componentize"]);
    // Without WASI: a component that imports nothing but batuta's own interfaces. Randomness is then what it was when it was built.
    let process = if shop.build.wasi { process } else { process.args(["--stub-wasi"]) };
    let process = process.args(["-p", ".", "guest", "-o"]).args([&out]);
    let process = process.variable("PYTHONHASHSEED", Some("0".into())).variable("RUST_BACKTRACE", Some("0".into()));
    shop.run("componentize-py", process)?;
    shop.take(&out)
}

struct Tool {
    program: PathBuf,
    arguments: Vec<&'static str>,
}

/// The plugin's own environment, the Python on PATH, or the program alone.
fn tool(shop: &Workshop) -> Result<Tool> {
    let system = &*shop.system;
    let own = shop.folder.join(".venv/bin/python3");
    let own = system.stat(&own).ok().flatten().map(|_| own);
    for python in own.into_iter().chain(system.find_program("python3")) {
        let look = Process::tool(&python, &shop.folder).args(["-c", "import componentize_py"]);
        if system.run(&look).is_ok_and(|ended| ended.exit.code() == Some(0)) {
            return Ok(Tool { program: python, arguments: vec!["-c", SCRIPT] });
        }
    }
    match system.find_program("componentize-py") {
        Some(program) => Ok(Tool { program, arguments: vec![] }),
        None => {
            let install = format!("`python3 -m pip install componentize-py=={VERSION}`");
            Err(Missing { what: "componentize-py".into(), install }.into())
        }
    }
}
