//! Print the Rust that a script becomes: `cargo run --example convert -- script.sh`.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // drives real tools over real files

use batuta_bashrs::Bashrs;
use batuta_sdk::Settings;
use batuta_testkit::conversion::{convert, render};
use batuta_testkit::native::Project;

fn main() {
    for path in std::env::args().skip(1) {
        let Ok(bytes) = std::fs::read(&path) else {
            eprintln!("cannot read {path}");
            continue;
        };
        let name = path.rsplit('/').next().unwrap_or(&path).to_string();
        let project = Project::new([(name, bytes)]);
        let conversion = convert::<Bashrs>(&project, &Settings::default(), |_| true);
        eprint!("{}", render(&conversion.findings(), &project));
        for package in conversion.packages().into_iter().flatten() {
            for file in package.1.files.values() {
                println!("{}", String::from_utf8_lossy(&file.content));
            }
        }
    }
}
