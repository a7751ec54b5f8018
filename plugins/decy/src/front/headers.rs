//! The C library's headers, as text.
//!
//! Ours come first; each reaches the one of the same name that the parser's crate carries as `<cinrs:name>`.

use cinrs_core::include::bundled;

macro_rules! headers {
    ($($name:literal),+ $(,)?) => { &[$(($name, include_str!(concat!("include/", $name)))),+] };
}

const OWN: &[(&str, &str)] = headers![
    "assert.h",
    "dirent.h",
    "errno.h",
    "fcntl.h",
    "getopt.h",
    "libgen.h",
    "locale.h",
    "malloc.h",
    "math.h",
    "memory.h",
    "setjmp.h",
    "signal.h",
    "stdio.h",
    "stdlib.h",
    "string.h",
    "sys/stat.h",
    "sys/time.h",
    "sys/wait.h",
    "time.h",
    "unistd.h",
];

/// Headers that the parser's crate has and that this front refuses.
const REFUSED: &[&str] = &["complex.h", "stdatomic.h", "threads.h"];

/// The text of a header of the C library.
pub(crate) fn text(name: &str) -> Option<&'static str> {
    if let Some(inner) = name.strip_prefix("cinrs:") {
        return bundled(inner);
    }
    if REFUSED.contains(&name) {
        return None;
    }
    OWN.iter().find(|(own, _)| *own == name).map(|(_, text)| *text).or_else(|| bundled(name))
}

/// Whether there is such a header.
pub(crate) fn is_known(name: &str) -> bool {
    text(name).is_some()
}
