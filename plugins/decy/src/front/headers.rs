//! The C library's headers, as text.
//!
//! Ours come first; each reaches the one of the same name that the parser's crate carries as `<cinrs:name>`.

use cinrs_core::include::bundled;
use std::collections::BTreeSet;
use std::sync::OnceLock;

macro_rules! headers {
    ($($name:literal),+ $(,)?) => { &[$(($name, include_str!(concat!("include/", $name)))),+] };
}

const OWN: &[(&str, &str)] = headers![
    "assert.h",
    "dirent.h",
    "errno.h",
    "fcntl.h",
    "fenv.h",
    "float.h",
    "getopt.h",
    "inttypes.h",
    "libgen.h",
    "locale.h",
    "malloc.h",
    "math.h",
    "memory.h",
    "poll.h",
    "pthread.h",
    "sched.h",
    "semaphore.h",
    "setjmp.h",
    "signal.h",
    "stdarg.h",
    "stdio.h",
    "stdlib.h",
    "string.h",
    "sys/mman.h",
    "sys/resource.h",
    "sys/stat.h",
    "sys/time.h",
    "sys/times.h",
    "sys/wait.h",
    "time.h",
    "unistd.h",
    "utime.h",
    "va_tag.h",
];

/// Headers that the parser's crate has and that this front refuses.
const REFUSED: &[&str] = &["complex.h", "threads.h"];

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

/// The headers of the parser's crate that declare functions.
const BUNDLED: &[&str] = &[
    "ctype.h",
    "errno.h",
    "fcntl.h",
    "inttypes.h",
    "math.h",
    "signal.h",
    "stdio.h",
    "stdlib.h",
    "string.h",
    "strings.h",
    "time.h",
    "uchar.h",
    "unistd.h",
    "wchar.h",
    "wctype.h",
    "sys/types.h",
    "sys/stat.h",
    "sys/time.h",
];

/// Functions that the C library has and no header here declares.
const OTHERS: &[&str] = &[
    "_exit",
    "_Exit",
    "index",
    "rindex",
    "bcmp",
    "bcopy",
    "bzero",
    "ffs",
    "gets",
    "isascii",
    "toascii",
    "mmap",
    "munmap",
    "mprotect",
    "pthread_create",
    "pthread_join",
    "backtrace",
    "dlopen",
    "dlsym",
    "ioctl",
    "select",
    "poll",
    "socket",
    "sbrk",
    "brk",
    "getrusage",
    "getrlimit",
    "setrlimit",
    "sched_yield",
    "lgamma",
    "gamma",
    "tgamma",
    "finite",
    "valloc",
    "memalign",
    "malloc_usable_size",
    "swab",
    "ecvt",
    "fcvt",
    "gcvt",
    "nice",
    "times",
    "umask",
    "uname",
    "sysconf",
];

/// Whether the C library has a function of this name, declared or not.
pub(crate) fn is_known_function(name: &str) -> bool {
    static KNOWN: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| {
        let mut out: BTreeSet<&'static str> = OTHERS.iter().copied().collect();
        OWN.iter().for_each(|(_, text)| called(text, &mut out));
        BUNDLED.iter().filter_map(|header| bundled(header)).for_each(|text| called(text, &mut out));
        out
    });
    known.contains(name)
}

/// The words of a text that a parenthesis follows.
fn called(text: &'static str, out: &mut BTreeSet<&'static str>) {
    for (at, _) in text.match_indices('(') {
        let before = text[..at].trim_end();
        let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let name = &before[before.trim_end_matches(word).len()..];
        let start = before[..before.len() - name.len()].bytes().next_back();
        if !name.is_empty() && start.is_some_and(|byte| matches!(byte, b' ' | b'*' | b'(')) {
            out.insert(name);
        }
    }
}
