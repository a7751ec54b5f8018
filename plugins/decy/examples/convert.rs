//! Converts C files one by one, or folders as projects: `convert OUT SOURCE…` writes `OUT/NAME/…` and `OUT/NAME/findings.txt`.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // drives real tools over real files

#[path = "../tests/common/mod.rs"]
mod common;

use common::Project;
use std::path::Path;

fn main() {
    let mut args = std::env::args().skip(1);
    let out = args.next().unwrap_or_else(|| "out".into());
    for source in args {
        let path = Path::new(&source);
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mut files = vec![];
        if path.is_dir() {
            collect(path, path, &mut files);
        } else {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push((name, std::fs::read(path).unwrap_or_default()));
        }
        let mut project = Project::new(files);
        if !path.is_dir() {
            let beside = path.parent().map(Path::to_path_buf);
            for folder in beside.into_iter().chain(std::env::var_os("DECY_INCLUDE").map(Into::into)) {
                includes(path, &folder, &mut project);
            }
        }
        let converted = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| project.convert()));
        let folder = Path::new(&out).join(&stem);
        std::fs::create_dir_all(&folder).expect("the output folder");
        let mut text = project.rendered().join("\n");
        match converted {
            Ok(Ok(all)) => {
                for lowered in all {
                    for (name, value) in &lowered.counts {
                        text.push_str(&format!("\n#{name} {value}"));
                    }
                    for binary in &lowered.binaries {
                        text.push_str(&format!(
                            "\n#binary {} {} {}",
                            binary.name,
                            binary.path,
                            binary.reference.build[0].arguments.join(" ")
                        ));
                    }
                    for file in lowered.files {
                        let place = if path.is_dir() { folder.join(&lowered.package) } else { folder.clone() };
                        let target = place.join(&file.path);
                        std::fs::create_dir_all(target.parent().unwrap_or(&folder)).expect("a folder");
                        std::fs::write(target, file.content).expect("a file");
                    }
                }
            }
            Ok(Err(error)) => text.push_str(&format!("\nERROR {error}")),
            Err(_) => text.push_str("\nPANIC"),
        }
        std::fs::write(folder.join("findings.txt"), text).expect("the findings");
    }
}

/// The files of a folder that the source or one of its headers names in quotes.
fn includes(path: &Path, folder: &Path, project: &mut Project) {
    let mut work = vec![path.to_path_buf()];
    while let Some(path) = work.pop() {
        let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap_or_default()).into_owned();
        for line in text.lines().filter(|line| line.trim_start().starts_with('#') && line.contains("include")) {
            let Some(name) = line.split('"').nth(1) else { continue };
            let known = project.files.iter().chain(&project.extra).any(|file| file.path == name);
            if let (false, Ok(bytes)) = (known, std::fs::read(folder.join(name))) {
                project.include(name.to_owned(), bytes);
                work.push(folder.join(name));
            }
        }
    }
}

fn collect(root: &Path, folder: &Path, out: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(root, &path, out);
        } else {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
            out.push((name, std::fs::read(&path).unwrap_or_default()));
        }
    }
}
