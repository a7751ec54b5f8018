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
    "arpa/inet.h",
    "assert.h",
    "byteswap.h",
    "ctype.h",
    "complex.h",
    "complex_ops.h",
    "dirent.h",
    "dlfcn.h",
    "endian.h",
    "err.h",
    "errno.h",
    "error.h",
    "execinfo.h",
    "fcntl.h",
    "features.h",
    "fenv.h",
    "float.h",
    "fnmatch.h",
    "ftw.h",
    "getopt.h",
    "glob.h",
    "grp.h",
    "iconv.h",
    "inttypes.h",
    "langinfo.h",
    "libgen.h",
    "limits.h",
    "linux/limits.h",
    "locale.h",
    "malloc.h",
    "math.h",
    "memory.h",
    "monetary.h",
    "netdb.h",
    "net/if.h",
    "netinet/in.h",
    "netinet/tcp.h",
    "paths.h",
    "poll.h",
    "pthread.h",
    "pwd.h",
    "regex.h",
    "resolv.h",
    "sched.h",
    "search.h",
    "semaphore.h",
    "setjmp.h",
    "signal.h",
    "spawn.h",
    "stdarg.h",
    "stddef.h",
    "stdint.h",
    "stdio.h",
    "stdlib.h",
    "string.h",
    "strings.h",
    "sys/cdefs.h",
    "sys/epoll.h",
    "sys/errno.h",
    "sys/eventfd.h",
    "sys/fcntl.h",
    "sys/file.h",
    "sys/ioctl.h",
    "sys/ipc.h",
    "sys/mman.h",
    "sys/msg.h",
    "sys/param.h",
    "sys/poll.h",
    "sys/prctl.h",
    "sys/queue.h",
    "sys/random.h",
    "sys/resource.h",
    "sys/select.h",
    "sys/sem.h",
    "sys/sendfile.h",
    "sys/shm.h",
    "sys/signal.h",
    "sys/socket.h",
    "sys/stat.h",
    "sys/statfs.h",
    "sys/statvfs.h",
    "sys/sysinfo.h",
    "sys/time.h",
    "sys/timerfd.h",
    "sys/times.h",
    "sys/types.h",
    "sys/uio.h",
    "sys/un.h",
    "sys/unistd.h",
    "sys/utsname.h",
    "sys/vfs.h",
    "sys/wait.h",
    "sysexits.h",
    "syslog.h",
    "termios.h",
    "tgmath.h",
    "threads.h",
    "time.h",
    "unistd.h",
    "utime.h",
    "va_tag.h",
    "values.h",
    "wchar.h",
    "wordexp.h",
];

/// The text of a header of the C library.
pub(crate) fn text(name: &str) -> Option<&'static str> {
    if let Some(inner) = name.strip_prefix("cinrs:") {
        return bundled(inner);
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
