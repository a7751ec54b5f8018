//! The real machine: files, walking, processes and their sandboxes.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)]

use batuta_system::{
    Confine, Confinement, Environment, Exit, Finished, Limits, OsSystem, Process, System, WalkOptions,
};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::time::{Duration, Instant};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn writes_replace_and_leave_no_temporary_file() {
    let (system, folder) = (OsSystem::new(), folder());
    let path = folder.path().join("a/b.txt");
    system.write(&path, b"one").unwrap();
    system.write_durably(&path, b"two").unwrap();
    system.write_below(folder.path(), "a/c.txt", b"three").unwrap();
    assert_eq!(system.read(&path, 100).unwrap(), b"two");
    assert_eq!(system.list(&folder.path().join("a")).unwrap(), ["b.txt", "c.txt"]);
    assert!(system.read(&path, 2).unwrap_err().is_too_large());
    assert!(system.read(&folder.path().join("none"), 2).unwrap_err().is_missing());
    system.remove_below(folder.path(), "a/b.txt").unwrap();
    system.remove_below(folder.path(), "a/c.txt").unwrap();
    assert_eq!(system.list(folder.path()).unwrap(), [""; 0], "empty folders go too");
}

#[test]
fn paths_of_plugins_cannot_leave_the_root() {
    let (system, folder, outside) = (OsSystem::new(), folder(), folder());
    system.write(&outside.path().join("secret"), b"s").unwrap();
    symlink(outside.path(), folder.path().join("link")).unwrap();
    assert!(system.read_below(folder.path(), "link/secret", 10).is_err());
    assert!(system.write_below(folder.path(), "link/new", b"x").is_err());
    assert!(system.write_below(folder.path(), "../new", b"x").is_err());
    assert_eq!(system.list(outside.path()).unwrap(), ["secret"]);
}

#[test]
fn walks_in_byte_order_without_ignored_files_loops_and_links_outside() {
    let (system, folder) = (OsSystem::new(), folder());
    let root = folder.path();
    for path in ["b.py", "a/z.c", "a.py", "skip.me", "out/x.rs", ".git/config", "target/CACHEDIR.TAG", "target/t.rs"] {
        system.write(&root.join(path), b"1").unwrap();
    }
    system.write(&root.join(".gitignore"), b"skip.me\n").unwrap();
    symlink(root, root.join("a/loop")).unwrap();
    symlink("/etc", root.join("etc")).unwrap();
    symlink("/etc/passwd", root.join("passwd")).unwrap();
    symlink("nowhere", root.join("broken")).unwrap();
    let walk = system.walk(root, &WalkOptions { exclude: vec![root.join("out")], ..WalkOptions::default() }).unwrap();
    let paths: Vec<_> = walk.entries.iter().map(|entry| entry.path.as_str()).collect();
    assert_eq!(paths, [".gitignore", "a.py", "a/z.c", "b.py"]);
    let problems: Vec<_> = walk.problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(problems, ["a/loop", "broken", "etc", "passwd"], "{:?}", walk.problems);
    assert!(walk.problems[0].message.contains("above itself"), "{:?}", walk.problems[0]);
}

#[test]
fn only_one_holds_a_lock() {
    let (system, folder) = (OsSystem::new(), folder());
    let path = folder.path().join("lock");
    let held = system.lock(&path).unwrap();
    assert!(held.is_some());
    assert!(system.lock(&path).unwrap().is_none());
    drop(held);
    assert!(system.lock(&path).unwrap().is_some());
}

fn shell(script: &str, folder: &Path) -> Process {
    let mut process = Process::tool("/bin/sh", folder).args(["-c", script]);
    process.environment = Environment::Only([("PATH".to_owned(), "/usr/bin:/bin".into())].into());
    process
}

fn text(finished: &Finished) -> String {
    String::from_utf8_lossy(&finished.stdout).into_owned()
}

#[test]
fn output_exit_codes_and_stdin_come_through() {
    let (system, folder) = (OsSystem::new(), folder());
    let mut process = shell("cat; echo err >&2; exit 7", folder.path());
    process.stdin = b"hello".to_vec();
    let finished = system.run(&process).unwrap();
    assert_eq!((finished.exit, text(&finished).as_str()), (Exit::Code(7), "hello"));
    assert_eq!(finished.stderr, b"err\n");
    let finished = system.run(&shell("kill -TERM $$", folder.path())).unwrap();
    assert_eq!(finished.exit.code(), Some(128 + 15));
}

#[test]
fn a_time_limit_ends_the_program_and_its_children() {
    let (system, folder) = (OsSystem::new(), folder());
    let mut process = shell("(sleep 1; echo late > late) & sleep 100", folder.path());
    process.limits.time = Duration::from_millis(200);
    let start = Instant::now();
    assert_eq!(system.run(&process).unwrap().exit, Exit::Timeout);
    assert!(start.elapsed() < Duration::from_secs(3));
    std::thread::sleep(Duration::from_millis(1200));
    assert!(!folder.path().join("late").exists(), "the child was not killed");
}

#[test]
fn output_is_bounded() {
    let (system, folder) = (OsSystem::new(), folder());
    let mut process = shell("head -c 3000000 /dev/zero; echo end >&2", folder.path());
    process.limits.output = 1000;
    let finished = system.run(&process).unwrap();
    assert_eq!((finished.stdout.len(), finished.truncated), (1000, true));
    assert_eq!(finished.stderr, b"end\n", "the program was not blocked");
}

/// What both kinds of sandbox must refuse and allow.
fn check_sandbox(how: Confinement) {
    let (system, inside, outside) = (OsSystem::new(), folder(), folder());
    std::fs::write(outside.path().join("secret"), "s").unwrap();
    let confine = Confine { how, writable: vec![inside.path().to_path_buf()], readable: vec![] };
    let run = |script: &str| {
        let mut process = shell(script, inside.path());
        process.confine = Some(confine.clone());
        process.untrusted = true;
        process.limits = Limits { time: Duration::from_secs(20), file: 4096, ..Limits::default() };
        system.run(&process).unwrap()
    };
    let allowed = run("echo made > made && cat made && echo x > /dev/null");
    assert_eq!((allowed.exit, text(&allowed).as_str()), (Exit::Code(0), "made\n"), "{allowed:?}");
    let secret = outside.path().join("secret").display().to_string();
    assert_ne!(run(&format!("cat {secret}")).exit, Exit::Code(0), "read outside");
    assert_ne!(run(&format!("echo x > {secret}")).exit, Exit::Code(0), "wrote outside");
    assert_ne!(run("echo x > /usr/batuta-test").exit, Exit::Code(0), "wrote to the system");
    assert_ne!(run("ls $HOME/ /root /home/*").exit, Exit::Code(0), "read a home folder");
    let network = "import socket; socket.create_connection(('127.0.0.1', 9), 1)";
    let refused = run(&format!("python3 -c \"{network}\""));
    assert_ne!(refused.exit, Exit::Code(0), "network");
    run("head -c 100000 /dev/zero > big");
    assert!(std::fs::metadata(inside.path().join("big")).unwrap().len() <= 4096, "file length is not limited");
    assert_eq!(std::fs::read_to_string(outside.path().join("secret")).unwrap(), "s");
}

#[test]
fn bubblewrap_confines() {
    match OsSystem::new().confinement() {
        Some(how @ Confinement::Bubblewrap(_)) => check_sandbox(how),
        other => eprintln!("skipped: no bubblewrap here, but {other:?}"),
    }
}

#[test]
fn a_language_runs_confined_wherever_it_is_installed() {
    let (system, folder) = (OsSystem::new(), folder());
    let (Some(how), Some(python)) = (system.confinement(), system.find_program("python3")) else {
        return eprintln!("skipped: no sandbox or no python3 here");
    };
    let mut process = Process::tool(python, folder.path()).args(["-c", "import json; print(json.dumps([1]))"]);
    let path = system.environment("PATH").unwrap();
    process.environment =
        Environment::Only([("PATH".to_owned(), path), ("HOME".to_owned(), folder.path().into())].into());
    process.confine = Some(Confine { how, writable: vec![folder.path().to_path_buf()], readable: vec![] });
    let finished = system.run(&process).unwrap();
    assert_eq!((finished.exit, text(&finished).as_str()), (Exit::Code(0), "[1]\n"), "{finished:?}");
}

#[test]
fn a_sandbox_that_cannot_start_a_program_is_an_error() {
    let (system, folder) = (OsSystem::new(), folder());
    let Some(how) = system.confinement() else { return eprintln!("skipped: no sandbox here") };
    let mut process = Process::tool(folder.path().join("no-such-program"), folder.path());
    process.confine = Some(Confine { how, writable: vec![folder.path().to_path_buf()], readable: vec![] });
    assert!(system.run(&process).is_err(), "its exit code would pass for the program's");
}

#[test]
fn landlock_confines() {
    // Found the way the pipeline finds it on a machine without bubblewrap.
    match batuta_system::without_bubblewrap() {
        Some(how) => check_sandbox(how),
        None => eprintln!("skipped: this kernel has no Landlock"),
    }
}
