//! Convert many scripts to modules of one program: `batch FOLDER SCRIPT…`; `BATUTA_CASE` says which one the program runs.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // drives real tools over real files

use batuta_bashrs::Bashrs;
use batuta_sdk::{Settings, Transpiler};
use batuta_testkit::conversion::{convert, render};
use batuta_testkit::native::Project;
use std::fs;
use std::path::Path;

fn main() {
    let mut args = std::env::args().skip(1);
    let folder = args.next().unwrap();
    let folder = Path::new(&folder);
    for file in Bashrs::support_crate("sh_rt").unwrap() {
        let path = folder.join("sh_rt").join(&file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        if fs::read(&path).ok().as_ref() != Some(&file.content) {
            fs::write(path, file.content).unwrap();
        }
    }
    let mut modules = String::new();
    let mut driver = String::from("fn main() {\n    match std::env::var(\"BATUTA_CASE\").as_deref() {\n");
    for (number, path) in args.enumerate() {
        let name = path.rsplit('/').next().unwrap().to_string();
        let project = Project::new([(name, fs::read(&path).unwrap())]);
        let conversion = convert::<Bashrs>(&project, &Settings::default(), |_| true);
        for line in render(&conversion.findings(), &project).lines() {
            println!("{number} {line}");
        }
        let packages = conversion.packages().unwrap();
        let Some(package) = packages.values().next() else {
            println!("{number} NOTHING");
            continue;
        };
        let file = package.files.values().next().unwrap();
        let text = String::from_utf8(file.content.clone()).unwrap().replace("\nfn main() {", "\npub fn main() {");
        fs::write(folder.join(format!("case{number}.rs")), text).unwrap();
        modules.push_str(&format!("mod case{number};\n"));
        driver.push_str(&format!("        Ok(\"{number}\") => case{number}::main(),\n"));
    }
    driver.push_str("        _ => {}\n    }\n}\n");
    fs::write(folder.join("driver.rs"), modules + &driver).unwrap();
}
