//! What a folder that a plugin may read can hold against its reader: links, races, pipes, devices, files without end.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)]

use batuta_system::{OsSystem, System};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

const LIMIT: u64 = 16 << 20;

fn quickly<T>(what: &str, run: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = run();
    assert!(start.elapsed() < Duration::from_secs(5), "{what} took {:?}", start.elapsed());
    result
}

#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let (system, folder, outside) = (OsSystem::new(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    std::fs::write(outside.path().join("secret"), "secret").unwrap();
    std::fs::write(folder.path().join("inside"), "inside").unwrap();
    symlink(outside.path().join("secret"), folder.path().join("absolute")).unwrap();
    symlink("../../../../../../../../etc/passwd", folder.path().join("relative")).unwrap();
    symlink("inside", folder.path().join("good")).unwrap();
    symlink("loop", folder.path().join("loop")).unwrap();
    for bad in ["absolute", "relative", "loop", "/etc/passwd", "../x", "a/../../x", "inside/", "./inside", "a//b"] {
        assert!(system.read_below(folder.path(), bad, LIMIT).is_err(), "{bad}");
        assert!(!matches!(system.stat_below(folder.path(), bad), Ok(Some(_))), "{bad}");
    }
    assert_eq!(system.read_below(folder.path(), "good", LIMIT).unwrap(), b"inside");
}

/// A thread swaps a file, a folder and links that lead outside, while others read.
#[test]
fn a_link_that_is_swapped_in_during_the_read_gives_nothing() {
    let (system, folder, outside) = (OsSystem::new(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    std::fs::create_dir(outside.path().join("d")).unwrap();
    std::fs::write(outside.path().join("d/x"), "secret").unwrap();
    let stop = AtomicBool::new(false);
    let swap = |place: &Path| {
        let _ = std::fs::remove_file(place.join("d"));
        let _ = std::fs::create_dir(place.join("d"));
        let _ = std::fs::write(place.join("d/x"), "inside");
        let _ = std::fs::remove_dir_all(place.join("d"));
        let _ = symlink(outside.path().join("d"), place.join("d"));
    };
    std::fs::create_dir(folder.path().join("d")).unwrap();
    std::fs::write(folder.path().join("d/x"), "inside").unwrap();
    assert_eq!(system.read_below(folder.path(), "d/x", LIMIT).unwrap(), b"inside");
    std::fs::remove_dir_all(folder.path().join("d")).unwrap();
    let (mut inside, mut refused) = (0u32, 0u32);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !stop.load(Ordering::Relaxed) {
                swap(folder.path());
            }
        });
        let end = Instant::now() + Duration::from_secs(2);
        while Instant::now() < end {
            match system.read_below(folder.path(), "d/x", LIMIT) {
                Ok(bytes) if bytes == b"inside" || bytes.is_empty() => inside += 1,
                Ok(bytes) => panic!("{:?}", String::from_utf8_lossy(&bytes)),
                Err(_) => refused += 1,
            }
        }
        stop.store(true, Ordering::Relaxed);
    });
    assert!(inside + refused > 100, "{inside} {refused}");
}

#[test]
fn pipes_and_devices_are_no_files_and_nobody_waits_for_them() {
    let (system, folder) = (OsSystem::new(), tempfile::tempdir().unwrap());
    let pipe = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    quickly("a pipe", || assert!(system.read_below(folder.path(), "pipe", LIMIT).is_err()));
    quickly("a pipe", || assert!(system.read(&pipe, LIMIT).is_err()));
    let kind = quickly("a pipe", || system.stat_below(folder.path(), "pipe").unwrap().unwrap().kind);
    assert_eq!(kind, batuta_system::Kind::Other);
    for device in ["zero", "urandom", "tty"] {
        quickly(device, || assert!(system.read_below(Path::new("/dev"), device, LIMIT).is_err()));
    }
    quickly("memory", || assert!(system.read_below(Path::new("/proc/self"), "mem", LIMIT).is_err()));
}

#[test]
fn a_terabyte_of_nothing_is_too_large() {
    let (system, folder) = (OsSystem::new(), tempfile::tempdir().unwrap());
    let file = std::fs::File::create(folder.path().join("sparse")).unwrap();
    // Where the file system has no such files, the largest that it has.
    let _ = file.set_len(1 << 40).or_else(|_| file.set_len(1 << 33));
    let error = quickly("a sparse file", || system.read_below(folder.path(), "sparse", LIMIT).unwrap_err());
    assert!(error.is_too_large(), "{error}");
}
