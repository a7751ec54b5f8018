//! The cases of each corpus.

use batuta_testkit::corpus::{Case, folder};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Name, title and what is to be said.
pub const SECTIONS: &[(&str, &str, &str)] = &[
    (
        "busybox",
        "busybox ash_test",
        "Debian source `busybox` 1.35, `shell/ash_test`. A case that dash does as its `.right` says is for sh, else one that bash \
         does so is for bash, any other is for sh.",
    ),
    ("bash", "bash tests", "Debian source `bash` 5.2.15, `tests/`: the script of each `run-` file, for bash."),
    (
        "mksh",
        "mksh check.t, the POSIX part",
        "Debian source `mksh` 59c, `check.t`: cases with only a script where dash prints what they expect.",
    ),
    (
        "yash",
        "yash, POSIX files",
        "Crate `yash-cli` 3.0.8: every test of the `-p.sh` files without options of the shell, for sh.",
    ),
    (
        "system",
        "scripts of this machine",
        "The shell scripts of `/usr/bin`, `/usr/sbin` and their like, with `--help` or `--version` where their text knows it; the \
         others only have to convert and compile, so they are run with an argument that none of them knows, in an empty folder.",
    ),
];

/// The cases of a corpus.
pub fn of(name: &str) -> Result<Vec<Case>, String> {
    match name {
        "busybox" => busybox(&below("busybox", "shell/ash_test")?),
        "bash" => Ok(bash(&below("bash", "tests")?)),
        "mksh" => Ok(mksh(&below("mksh", "check.t")?)),
        "yash" => Ok(yash(&below("yash", "tests/scripted_test")?)),
        _ => Ok(system()),
    }
}

/// A path within the unpacked folder of a corpus.
fn below(name: &str, path: &str) -> Result<PathBuf, String> {
    let root = folder(name)?;
    let inner = fs::read_dir(&root).map_err(|error| error.to_string())?.flatten().map(|entry| entry.path().join(path));
    inner.into_iter().find(|path| path.exists()).ok_or_else(|| format!("no {path} in {}", root.display()))
}

/// The helper programs of the suites, built once, as a folder for `PATH`.
fn tools(sources: &Path) -> Option<PathBuf> {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("shell-tools");
    fs::create_dir_all(&out).ok()?;
    for name in ["recho", "zecho", "printenv"] {
        let program = out.join(name);
        let source = sources.join(format!("{name}.c"));
        if !program.exists() && source.exists() {
            Command::new("gcc").args(["-O1", "-w", "-o"]).arg(&program).arg(&source).status().ok()?;
        }
    }
    Some(out)
}

/// What the suite's runner sets up, on the script's own first line so that line numbers stay.
fn with_setup(text: &[u8], shell: &str, tools: &Path) -> Vec<u8> {
    let path = format!("{}:/usr/local/bin:/usr/bin:/bin", tools.display());
    let setup = format!("THIS_SH={shell} PATH={path} TMPDIR=/tmp; export THIS_SH PATH TMPDIR; ");
    let text = if text.starts_with(b"#!") {
        text.iter().position(|byte| *byte == b'\n').map_or(&text[text.len()..], |end| &text[end + 1..])
    } else {
        text
    };
    let mut out = format!("#!/bin/{}\n{setup}", if shell == "bash" { "bash" } else { "sh" }).into_bytes();
    out.extend_from_slice(text);
    out
}

/// The files of a folder that lie beside a script, up to a size.
fn beside(folder: &Path, except: &str) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.path().is_file() && entry.metadata().is_ok_and(|data| data.len() < 100_000))
        .filter_map(|entry| Some((entry.file_name().into_string().ok()?, fs::read(entry.path()).ok()?)))
        .filter(|(name, _)| name != except && !name.ends_with(".sh") && !name.ends_with(".bash"))
        .collect();
    files.sort();
    files
}

/// What a shell prints on both streams.
fn prints(shell: &str, script: &str, folder: &Path) -> Option<Vec<u8>> {
    let command = format!("exec timeout 12 {shell} ./{script} 2>&1");
    let out = Command::new("sh").args(["-c", &command]).current_dir(folder).stdin(Stdio::null()).output().ok()?;
    Some(out.stdout)
}

fn busybox(root: &Path) -> Result<Vec<Case>, String> {
    let tools = tools(root).ok_or("the helper programs do not compile")?;
    let mut folders: Vec<PathBuf> =
        fs::read_dir(root).map_err(|e| e.to_string())?.flatten().map(|e| e.path()).filter(|p| p.is_dir()).collect();
    folders.sort();
    let mut out = vec![];
    for folder in folders {
        let mut names: Vec<String> = fs::read_dir(&folder)
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|e| e.file_name().into_string().ok())
            .collect();
        names.sort();
        for name in names.iter().filter(|name| name.ends_with(".tests")) {
            let Ok(right) = fs::read(folder.join(name.replace(".tests", ".right"))) else { continue };
            let shell =
                ["dash", "bash"].into_iter().find(|shell| prints(shell, name, &folder).as_ref() == Some(&right));
            let Ok(text) = fs::read(folder.join(name)) else { continue };
            let shell = shell.unwrap_or("dash");
            let mut case = Case::new(format!("{}/{name}", folder.file_name().unwrap_or_default().to_string_lossy()));
            case = case.file(name, with_setup(&text, shell, &tools)).program(name);
            case.files.extend(beside(&folder, name));
            out.push(case);
        }
    }
    Ok(out)
}

fn bash(root: &Path) -> Vec<Case> {
    let Some(tools) = tools(&root.join("../support")).or_else(|| tools(root)) else { return vec![] };
    let mut names: Vec<String> =
        fs::read_dir(root).into_iter().flatten().flatten().filter_map(|e| e.file_name().into_string().ok()).collect();
    names.sort();
    let mut out = vec![];
    for name in names.iter().filter(|name| name.starts_with("run-")) {
        let Ok(text) = fs::read_to_string(root.join(name)) else { continue };
        let script = text.lines().find_map(|line| {
            let mut words =
                line.strip_prefix("${THIS_SH} ")?.split_whitespace().skip_while(|word| word.starts_with('-'));
            words.next().map(|word| word.trim_start_matches("./").to_string())
        });
        let Some(script) = script.filter(|script| root.join(script).is_file()) else { continue };
        let Ok(text) = fs::read(root.join(&script)) else { continue };
        let mut case = Case::new(name.clone()).file(&script, with_setup(&text, "bash", &tools)).program(&script);
        case.files.extend(beside(root, &script));
        out.push(case);
    }
    out
}

/// The blocks of `check.t`: fields of `name:`, each with its indented lines.
fn mksh(path: &Path) -> Vec<Case> {
    let text = String::from_utf8_lossy(&fs::read(path).unwrap_or_default()).into_owned();
    let mut out = vec![];
    for (number, block) in text.split("\n---\n").enumerate() {
        let field = |name: &str| {
            let start = block.find(&format!("\n{name}:"))?;
            let rest = &block[start + name.len() + 2..];
            let (first, rest) = rest.split_once('\n').unwrap_or((rest, ""));
            let lines: Vec<&str> = rest.lines().map_while(|line| line.strip_prefix('\t')).collect();
            Some((first.trim().to_string(), lines.iter().map(|line| format!("{line}\n")).collect::<String>()))
        };
        let others = ["file-setup", "arguments", "env-setup", "perl-setup"];
        let (Some((_, script)), Some((name, _))) = (field("stdin"), field("name").or_else(|| field_at_start(block)))
        else {
            continue;
        };
        if others.iter().any(|other| field(other).is_some()) || script.contains('\u{fffd}') {
            continue;
        }
        let expected = field("expected-stdout").map_or(String::new(), |(_, lines)| lines);
        let exit = field("expected-exit").map_or("0".to_string(), |(first, _)| first);
        let Some((stdout, code)) = dash(&script) else { continue };
        let as_expected = exit.parse::<i32>().map_or(code != 0, |exit| exit == code);
        if stdout == expected.as_bytes() && as_expected {
            out.push(Case::new(name).file(format!("case{number}.sh"), script).expect(stdout, code));
        }
    }
    out
}

fn field_at_start(block: &str) -> Option<(String, String)> {
    let first = block.trim_start().lines().next()?.strip_prefix("name:")?;
    Some((first.trim().to_string(), String::new()))
}

/// What dash does with a script that reads nothing.
fn dash(script: &str) -> Option<(Vec<u8>, i32)> {
    let folder = tempfile_folder();
    fs::write(folder.join("case.sh"), script).ok()?;
    let out = Command::new("timeout")
        .args(["6", "dash", "case.sh"])
        .current_dir(&folder)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let _ = fs::remove_dir_all(&folder);
    out.status.code().filter(|code| *code != 124).map(|code| (out.stdout, code))
}

fn tempfile_folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("corpus-run");
    let _ = fs::remove_dir_all(&folder);
    let _ = fs::create_dir_all(&folder);
    folder
}

/// `test_oE … 'name'`, then the script up to `__IN__`; `setup` lines before it hold for the rest of their group.
fn yash(root: &Path) -> Vec<Case> {
    let mut files: Vec<PathBuf> = fs::read_dir(root).into_iter().flatten().flatten().map(|e| e.path()).collect();
    files.retain(|path| path.to_string_lossy().ends_with("-p.sh"));
    files.sort();
    let mut out = vec![];
    for file in files {
        let text = fs::read_to_string(&file).unwrap_or_default();
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        yash_file(&stem, &text, &mut out);
    }
    out
}

/// A word without the pair of quotes around it.
fn unquoted(word: &str) -> &str {
    let inner = |quote: char| word.strip_prefix(quote)?.strip_suffix(quote);
    inner('\'').or_else(|| inner('"')).unwrap_or(word)
}

fn yash_file(stem: &str, text: &str, out: &mut Vec<Case>) {
    let mut groups: Vec<String> = vec![String::new()];
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line == "(" {
            groups.push(String::new());
        } else if line.starts_with(')') && groups.len() > 1 {
            groups.pop();
        } else if let Some(rest) = line.strip_prefix("setup ") {
            let body = if rest.contains("<<") {
                lines.by_ref().take_while(|line| *line != "__END__").map(|line| format!("{line}\n")).collect()
            } else {
                format!("{}\n", unquoted(rest.trim()))
            };
            if !rest.starts_with('-') {
                groups.last_mut().unwrap().push_str(&body);
            }
        } else if line.starts_with("test_") && line.contains('\'') {
            let body: String =
                lines.by_ref().take_while(|line| *line != "__IN__").map(|line| format!("{line}\n")).collect();
            let name = line.split('\'').nth(1).unwrap_or("").to_string();
            // What stands behind the name is for the shell's command line.
            if line.trim_end().ends_with('\'') {
                let script = format!("{}{body}", groups.concat());
                let number = out.len();
                out.push(Case::new(format!("{stem}: {name}")).file(format!("case{number}.sh"), script));
            }
        }
    }
}

fn system() -> Vec<Case> {
    let mut out = vec![];
    let mut seen = std::collections::BTreeSet::new();
    for folder in ["/usr/bin", "/usr/sbin", "/bin", "/sbin", "/usr/local/bin", "/usr/local/sbin"] {
        let mut paths: Vec<PathBuf> = fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path()).collect();
        paths.sort();
        for path in paths {
            let Ok(real) = fs::canonicalize(&path) else { continue };
            let Ok(text) = fs::read(&real) else { continue };
            let first = String::from_utf8_lossy(text.split(|byte| *byte == b'\n').next().unwrap_or(b"")).into_owned();
            let is_shell = first.starts_with("#!")
                && first.split(['/', ' ']).any(|word| matches!(word.trim(), "sh" | "dash" | "bash"));
            if !is_shell || !seen.insert(real.clone()) {
                continue;
            }
            let name = real.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let has = |option: &str| String::from_utf8_lossy(&text).contains(option);
            let option = ["--help", "--version"].into_iter().find(|option| has(option)).unwrap_or("--no-such-option");
            out.push(Case::new(name.clone()).file(&name, text.clone()).program(&name).args([option]));
        }
    }
    out
}
