//! Converted scripts against the shells: `cargo bench -p batuta-bashrs`. Prints seconds and ratios; asserts nothing, since machines
//! differ, but the ratios of one run are of the same moment.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // drives real tools over real files

#[path = "../tests/common/mod.rs"]
mod common;

use common::{Case, build_runtime, module, rustc, scratch};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Name and script; those after the first five are dominated by programs that really start.
const SCRIPTS: &[(&str, &str)] = &[
    ("arithmetic", "i=0; s=0\nwhile [ $i -lt 1000000 ]; do s=$((s + i % 7)); i=$((i + 1)); done\necho $s\n"),
    (
        "strings",
        "i=0; n=0; p=/usr/local/lib/libfoo.so.1\nwhile [ $i -lt 100000 ]; do b=${p##*/}; d=${p%/*}; case $b in *.so*) n=$((n + 1));; esac; i=$((i + 1)); done\necho $n $d\n",
    ),
    ("read", "n=0\nwhile IFS=: read -r a b c; do n=$((n + 1)); last=$b; done < lines.txt\necho $n $last\n"),
    ("function", "f() { echo \"<$1>\"; }\ni=0\nwhile [ $i -lt 5000 ]; do x=$(f $i); i=$((i + 1)); done\necho $x\n"),
    ("basename", "i=0\nwhile [ $i -lt 1000 ]; do x=$(basename /usr/lib/file$i.so .so); i=$((i + 1)); done\necho $x\n"),
    ("programs", "i=0\nwhile [ $i -lt 1000 ]; do /bin/true; i=$((i + 1)); done\necho $i\n"),
    (
        "pipelines",
        "i=0\nwhile [ $i -lt 200 ]; do printf 'b\\na\\n' | sort | head -n 1 >/dev/null; i=$((i + 1)); done\necho $i\n",
    ),
    ("substituted", "i=0\nwhile [ $i -lt 500 ]; do x=$(printf '%s\\n' $i | tr 0-9 a-j); i=$((i + 1)); done\necho $x\n"),
];

/// The best of three runs, and what was printed.
fn seconds(command: &mut Command, folder: &Path) -> (f64, Vec<u8>) {
    let mut best = f64::MAX;
    let mut text = vec![];
    for _ in 0..3 {
        let start = Instant::now();
        let out = command.current_dir(folder).stdin(Stdio::null()).output().unwrap();
        best = best.min(start.elapsed().as_secs_f64());
        text = out.stdout;
        if best > 3.0 {
            break;
        }
    }
    (best, text)
}

fn main() {
    let folder = scratch("speed");
    build_runtime(&folder);
    let lines: String = (0..300_000).map(|n| format!("name{n}:value{n}:rest\n")).collect();
    fs::write(folder.join("lines.txt"), lines).unwrap();
    println!("{:<12} {:>9} {:>9} {:>9} {:>8} {:>8}", "", "bash", "dash", "converted", "x bash", "x dash");
    for (name, text) in SCRIPTS {
        let case = Case { name: (*name).to_string(), shell: "dash", text: (*text).to_string() };
        fs::write(folder.join("case.sh"), text).unwrap();
        fs::write(folder.join("bench.rs"), module(&case).replace("pub fn main() {", "fn main() {")).unwrap();
        rustc(
            &["--edition", "2024", "-O", "--extern", "sh_rt=libsh_rt.rlib", "-L", ".", "-o", "bench.exe", "bench.rs"],
            &folder,
        );
        let (bash, one) = seconds(Command::new("bash").arg("case.sh"), &folder);
        let (dash, two) = seconds(Command::new("dash").arg("case.sh"), &folder);
        let (ours, three) = seconds(&mut Command::new(folder.join("bench.exe")), &folder);
        assert!(one == two && two == three, "{name}: the outputs differ");
        println!("{name:<12} {bash:>9.3} {dash:>9.3} {ours:>9.3} {:>8.1} {:>8.1}", bash / ours, dash / ours);
    }
}
