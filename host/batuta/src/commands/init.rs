//! `batuta init`

use super::CommandResult;
use crate::args::Init;
use crate::failure::Failure;
use crate::session::Session;
use batuta_system::System;

/// Every key with its default; a test reads it back without a warning.
const TEMPLATE: &str = r#"# Settings of batuta for this project. Every key is optional; the values shown are the defaults.

[project]
# name = "my-project"        # the folder's name

[output]
# folder = "rust"            # where `batuta convert` writes when no `-o` is given; else NAME-rust in the working folder

[validate]
# timeout = 10               # seconds for one run of one program
# stderr = false             # compare stderr too

[limits]
# file-size = 16777216       # bytes; longer source files are not converted
# files = 200000             # how many files a project may have
# memory = 4294967296        # bytes for one program under validation

# A case runs a program on both sides and compares what it prints, its exit code and the files that it writes.
# [[case]]
# name = "three numbers"
# program = "src/sum.py"     # source path or binary name; every program when left out
# args = ["--verbose"]
# stdin = "1 2 3\n"          # or: stdin-file = "tests/numbers.txt"
# env = { LANG = "C" }
# exit = 0                   # what the original must exit with
# files = ["out.txt"]        # compare only these written files
# stderr = true
# timeout = 2

# Which plugin converts what, where several could; the first that fits counts. Without: one given by --plugin comes before a built-in one.
# [[use]]
# plugin = "ini"
# files = ["legacy/**"]      # and/or: language = "ini"

# Settings of one plugin, passed to it as they are.
# [plugin.depyler]
"#;

/// Write a `batuta.toml`.
pub(crate) fn run(session: &Session, init: &Init) -> CommandResult {
    let path = init.folder.join("batuta.toml");
    if session.system.stat(&init.folder)?.is_none() {
        return Err(anyhow::anyhow!("there is no folder {}", init.folder.display()).into());
    }
    if session.system.stat(&path)?.is_some() && !init.force {
        let error = anyhow::anyhow!("{} is there already", path.display());
        return Err(Failure::with_remedy(error, "`--force` replaces it"));
    }
    session.system.write(&path, TEMPLATE.as_bytes())?;
    session.print(&format!("wrote {}\n", path.display()))?;
    Ok(0)
}
