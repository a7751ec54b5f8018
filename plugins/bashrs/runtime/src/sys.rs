//! The few calls that `std` does not offer: fork, descriptors, signals. The only modules with `unsafe`; nothing here takes a
//! pointer from a caller, and every function is sound for any argument.
#![allow(unsafe_code)]

mod image;

pub(crate) use image::Image;
use std::ffi::{c_int, c_uint};
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};

/// A process id as the kernel gives it.
pub(crate) type Pid = i32;
/// A file descriptor.
pub(crate) type Fd = i32;

mod c {
    use super::{c_int, c_uint};
    #[repr(C)]
    pub(super) struct Sigaction {
        pub(super) handler: usize,
        pub(super) mask: [u64; 16],
        pub(super) flags: c_int,
        pub(super) restorer: usize,
    }
    #[repr(C)]
    #[derive(Default)]
    pub(super) struct Tms {
        pub(super) times: [i64; 4],
    }
    /// `struct tm` with room for what the C library adds.
    #[repr(C)]
    #[derive(Default)]
    pub(super) struct Tm {
        pub(super) fields: [u64; 16],
    }
    // SAFETY of the block: signatures as in the C library of Linux on 64-bit machines.
    unsafe extern "C" {
        pub(super) fn fork() -> c_int;
        pub(super) fn dup2(from: c_int, to: c_int) -> c_int;
        pub(super) fn close(fd: c_int) -> c_int;
        pub(super) fn fcntl(fd: c_int, command: c_int, ...) -> c_int;
        pub(super) fn pipe2(fds: *mut c_int, flags: c_int) -> c_int;
        pub(super) fn waitpid(pid: c_int, status: *mut c_int, options: c_int) -> c_int;
        pub(super) fn getpid() -> c_int;
        pub(super) fn getppid() -> c_int;
        pub(super) fn gethostname(name: *mut u8, length: usize) -> c_int;
        pub(super) fn strftime(out: *mut u8, most: usize, format: *const u8, time: *const Tm) -> usize;
        pub(super) fn localtime_r(time: *const i64, out: *mut Tm) -> *mut Tm;
        pub(super) fn getegid() -> c_uint;
        pub(super) fn geteuid() -> c_uint;
        pub(super) fn getuid() -> c_uint;
        pub(super) fn _exit(status: c_int) -> !;
        pub(super) fn kill(pid: c_int, signal: c_int) -> c_int;
        pub(super) fn isatty(fd: c_int) -> c_int;
        pub(super) fn umask(mask: c_uint) -> c_uint;
        pub(super) fn sigaction(signal: c_int, new: *const Sigaction, old: *mut Sigaction) -> c_int;
        pub(super) fn read(fd: c_int, buffer: *mut u8, length: usize) -> isize;
        pub(super) fn write(fd: c_int, buffer: *const u8, length: usize) -> isize;
        pub(super) fn lseek(fd: c_int, offset: i64, whence: c_int) -> i64;
        pub(super) fn memfd_create(name: *const u8, flags: c_uint) -> c_int;
        pub(super) fn access(path: *const u8, mode: c_int) -> c_int;
        pub(super) fn times(buffer: *mut Tms) -> i64;
        pub(super) fn getrlimit(resource: c_int, limit: *mut [u64; 2]) -> c_int;
        pub(super) fn setrlimit(resource: c_int, limit: *const [u64; 2]) -> c_int;
        pub(super) fn poll(fds: *mut Poll, count: u64, timeout: c_int) -> c_int;
        pub(super) fn setlocale(category: c_int, locale: *const u8) -> *const u8;
        pub(super) fn regcomp(regex: *mut Regex, pattern: *const u8, flags: c_int) -> c_int;
        pub(super) fn regexec(
            regex: *const Regex,
            text: *const u8,
            n: usize,
            out: *mut [c_int; 2],
            flags: c_int,
        ) -> c_int;
        pub(super) fn regfree(regex: *mut Regex);
    }
    #[repr(C)]
    pub(super) struct Poll {
        pub(super) fd: c_int,
        pub(super) events: i16,
        pub(super) revents: i16,
    }
    /// Room for `regex_t` of any C library of Linux.
    #[repr(C, align(16))]
    pub(super) struct Regex(pub(super) [u8; 512]);
}

const CLOEXEC: c_int = 0o2_000_000;
const DUPFD_CLOEXEC: c_int = 1030;

/// Signals that arrived and wait for their trap, one bit each.
static PENDING: AtomicU64 = AtomicU64::new(0);

/// Signals that are caught now, one bit each.
static CAUGHT: AtomicU64 = AtomicU64::new(0);

extern "C" fn remember(signal: c_int) {
    PENDING.fetch_or(1 << (signal as u32 & 63), Ordering::SeqCst);
}

fn check(result: c_int) -> io::Result<c_int> {
    if result < 0 { Err(io::Error::last_os_error()) } else { Ok(result) }
}

/// What a signal does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Disposition {
    /// What the kernel does by itself.
    Default,
    /// Nothing.
    Ignore,
    /// Remembered for [`take_signals`].
    Catch,
}

/// Set what `signal` does; wrong numbers are ignored by the kernel.
pub(crate) fn set_signal(signal: i32, what: Disposition) {
    let handler = match what {
        Disposition::Default => 0,
        Disposition::Ignore => 1,
        Disposition::Catch => remember as *const () as usize,
    };
    let bit = 1 << (signal as u32 & 63);
    match what {
        Disposition::Catch => CAUGHT.fetch_or(bit, Ordering::Relaxed),
        _ => CAUGHT.fetch_and(!bit, Ordering::Relaxed),
    };
    let action = c::Sigaction { handler, mask: [0; 16], flags: 0, restorer: 0 };
    // SAFETY: `action` is fully initialised and outlives the call; the handler only touches an atomic.
    unsafe { c::sigaction(signal, &action, std::ptr::null_mut()) };
}

/// Let `signal` do what the kernel does, without taking note of it: for a child that shares this memory.
fn reset_signal(signal: i32) {
    let action = c::Sigaction { handler: 0, mask: [0; 16], flags: 0, restorer: 0 };
    // SAFETY: `action` is fully initialised and outlives the call.
    unsafe { c::sigaction(signal, &action, std::ptr::null_mut()) };
}

/// Whether `signal` is ignored now.
pub(crate) fn is_ignored(signal: i32) -> bool {
    let mut old = c::Sigaction { handler: 0, mask: [0; 16], flags: 0, restorer: 0 };
    // SAFETY: `old` is a valid place for the answer.
    let answer = unsafe { c::sigaction(signal, std::ptr::null(), &mut old) };
    answer == 0 && old.handler == 1
}

/// The signals that arrived since the last call, one bit each.
pub(crate) fn take_signals() -> u64 {
    if PENDING.load(Ordering::Relaxed) == 0 { 0 } else { PENDING.swap(0, Ordering::SeqCst) }
}

/// The signals that wait, which they still do afterwards.
pub(crate) fn seen_signals() -> u64 {
    PENDING.load(Ordering::SeqCst)
}

/// Whether a signal waits.
pub(crate) fn signal_waits() -> bool {
    PENDING.load(Ordering::Relaxed) != 0
}

/// Fork; 0 in the child. Programs that use this crate have one thread.
pub(crate) fn fork() -> io::Result<Pid> {
    // SAFETY: the process has a single thread, so the child's copy of every lock and allocator is consistent.
    check(unsafe { c::fork() })
}

/// Make `to` refer to what `from` refers to; `to` stays open over exec.
pub(crate) fn dup2(from: Fd, to: Fd) -> io::Result<()> {
    // SAFETY: plain numbers.
    check(unsafe { c::dup2(from, to) }).map(drop)
}

/// A copy of `fd` at 10 or above that is closed by exec.
pub(crate) fn save_fd(fd: Fd) -> io::Result<Fd> {
    // SAFETY: plain numbers.
    check(unsafe { c::fcntl(fd, DUPFD_CLOEXEC, 10 as c_int) })
}

/// A copy of `fd` at 10 or above that programs inherit.
pub(crate) fn copy_high(fd: Fd) -> io::Result<Fd> {
    // SAFETY: plain numbers; 0 is F_DUPFD.
    check(unsafe { c::fcntl(fd, 0, 10 as c_int) })
}

/// Close a descriptor; an error is of no use to anybody.
pub(crate) fn close(fd: Fd) {
    // SAFETY: plain number; descriptors of this process are managed by number, as the shell's are.
    unsafe { c::close(fd) };
}

/// Whether `fd` is open.
pub(crate) fn is_open(fd: Fd) -> bool {
    // SAFETY: plain numbers; 1 is F_GETFD.
    unsafe { c::fcntl(fd, 1) >= 0 }
}

/// A pipe: reading end, writing end; both are closed by exec.
pub(crate) fn pipe() -> io::Result<(Fd, Fd)> {
    let mut fds = [0 as c_int; 2];
    // SAFETY: room for the two numbers.
    check(unsafe { c::pipe2(fds.as_mut_ptr(), CLOEXEC) })?;
    Ok((fds[0], fds[1]))
}

/// An unnamed file in memory, closed by exec.
pub(crate) fn memory_file() -> io::Result<Fd> {
    // SAFETY: a constant string with its zero byte.
    check(unsafe { c::memfd_create(c"capture".as_ptr().cast(), 1) })
}

/// Wait for a child (-1: any): its id and status as the shell counts it. `None`: nothing ended yet (only without `block`).
pub(crate) fn wait(pid: Pid, block: bool) -> io::Result<Option<(Pid, i32)>> {
    let mut status: c_int = 0;
    // SAFETY: `status` is a valid place for the answer.
    let id = check(unsafe { c::waitpid(pid, &mut status, if block { 0 } else { 1 }) })?;
    let signal = status & 0x7f;
    let code = if signal == 0 { (status >> 8) & 0xff } else { 128 + signal };
    Ok((id != 0).then_some((id, code)))
}

/// This process.
pub(crate) fn pid() -> Pid {
    // SAFETY: cannot fail.
    unsafe { c::getpid() }
}

/// The parent.
pub(crate) fn parent_pid() -> Pid {
    // SAFETY: cannot fail.
    unsafe { c::getppid() }
}

/// Effective and real user.
pub(crate) fn users() -> (u32, u32) {
    // SAFETY: cannot fail.
    unsafe { (c::geteuid(), c::getuid()) }
}

/// The group of the process, then its other groups.
pub(crate) fn groups() -> Vec<u32> {
    // SAFETY: cannot fail.
    let own = unsafe { c::getegid() };
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let others = status.lines().find_map(|line| line.strip_prefix("Groups:")).unwrap_or("");
    let others = others.split_whitespace().filter_map(|text| text.parse().ok()).filter(|group| *group != own);
    std::iter::once(own).chain(others).collect()
}

/// Whether a descriptor is closed or leads to a device that is always full.
pub(crate) fn fails_to_write(fd: Fd) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(here), Ok(full)) = (std::fs::metadata(format!("/proc/self/fd/{fd}")), std::fs::metadata("/dev/full"))
    else {
        return !is_open(fd);
    };
    here.rdev() != 0 && here.rdev() == full.rdev()
}

/// End at once, without destructors.
pub(crate) fn exit_now(status: i32) -> ! {
    // SAFETY: ends the process.
    unsafe { c::_exit(status) }
}

/// Send a signal.
pub(crate) fn kill(pid: Pid, signal: i32) -> io::Result<()> {
    // SAFETY: plain numbers.
    check(unsafe { c::kill(pid, signal) }).map(drop)
}

/// Whether `fd` is a terminal.
pub(crate) fn is_terminal(fd: Fd) -> bool {
    // SAFETY: plain number.
    unsafe { c::isatty(fd) == 1 }
}

/// Set the mask for new files; the old one.
pub(crate) fn umask(mask: u32) -> u32 {
    // SAFETY: cannot fail.
    unsafe { c::umask(mask) }
}

/// Read into `buffer`: how many bytes, 0 at the end. Interrupted reads are repeated unless a caught signal waits.
pub(crate) fn read(fd: Fd, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        // SAFETY: the buffer is valid for its length.
        let count = unsafe { c::read(fd, buffer.as_mut_ptr(), buffer.len()) };
        if count >= 0 {
            return Ok(count as usize);
        }
        let error = io::Error::last_os_error();
        if error.kind() != io::ErrorKind::Interrupted || signal_waits() {
            return Err(error);
        }
    }
}

/// Write all of `bytes`.
pub(crate) fn write_all(fd: Fd, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        // SAFETY: the buffer is valid for its length.
        let count = unsafe { c::write(fd, bytes.as_ptr(), bytes.len()) };
        if count >= 0 {
            bytes = &bytes[count as usize..];
            continue;
        }
        let error = io::Error::last_os_error();
        if error.kind() != io::ErrorKind::Interrupted {
            return Err(error);
        }
    }
    Ok(())
}

/// Move the position of `fd` by `offset` from where it is; the new one.
pub(crate) fn seek_by(fd: Fd, offset: i64) -> io::Result<i64> {
    // SAFETY: plain numbers; 1 is SEEK_CUR.
    let at = unsafe { c::lseek(fd, offset, 1) };
    if at < 0 { Err(io::Error::last_os_error()) } else { Ok(at) }
}

/// Move the position of `fd` to its start.
pub(crate) fn rewind(fd: Fd) {
    // SAFETY: plain numbers; 0 is SEEK_SET.
    unsafe { c::lseek(fd, 0, 0) };
}

/// `access(2)` with the effective rights that count for `test`: 4 read, 2 write, 1 execute.
pub(crate) fn may(path: &[u8], mode: i32) -> bool {
    let Ok(path) = std::ffi::CString::new(path) else { return false };
    // SAFETY: a string with its zero byte.
    unsafe { c::access(path.as_ptr().cast(), mode) == 0 }
}

/// Processor times in hundredths of a second: own user and system, children's user and system.
pub(crate) fn times() -> [i64; 4] {
    let mut buffer = c::Tms::default();
    // SAFETY: `buffer` is a valid place for the answer.
    unsafe { c::times(&mut buffer) };
    buffer.times
}

/// Where a group of a regular expression matched, if it did.
pub(crate) type Group = Option<(usize, usize)>;

/// Where an extended regular expression matches, and its groups, as the C library finds them; `Err` when it is none.
pub(crate) fn regex(pattern: &[u8], text: &[u8], locale: &[u8], fold: bool) -> Result<Option<Vec<Group>>, ()> {
    let string = |bytes: &[u8]| std::ffi::CString::new(bytes).map_err(|_| ());
    let (pattern, text, locale) = (string(pattern)?, string(text)?, string(locale)?);
    let mut regex = c::Regex([0; 512]);
    let flags = if fold { 3 } else { 1 };
    // SAFETY: strings with their zero bytes; 0 is LC_CTYPE. The program has one thread.
    unsafe { c::setlocale(0, locale.as_ptr().cast()) };
    // SAFETY: room for the compiled expression, a string with its zero byte; 1 is REG_EXTENDED, 2 REG_ICASE.
    if unsafe { c::regcomp(&mut regex, pattern.as_ptr().cast(), flags) } != 0 {
        return Err(());
    }
    let mut groups = [[-1 as c_int; 2]; 64];
    // SAFETY: a compiled expression, a string with its zero byte, room for as many groups as are said.
    let found = unsafe { c::regexec(&regex, text.as_ptr().cast(), groups.len(), groups.as_mut_ptr(), 0) } == 0;
    // SAFETY: compiled above.
    unsafe { c::regfree(&mut regex) };
    let place = |[start, end]: &[c_int; 2]| (*start >= 0).then_some((*start as usize, *end as usize));
    Ok(found.then(|| groups.iter().map(place).collect()))
}

/// The limits of a resource: in force, and the most that may be set.
pub(crate) fn limit(resource: i32) -> Option<(u64, u64)> {
    let mut limit = [0u64; 2];
    // SAFETY: `limit` is a valid place for the answer.
    (unsafe { c::getrlimit(resource, &mut limit) } == 0).then_some((limit[0], limit[1]))
}

/// Set them.
pub(crate) fn set_limit(resource: i32, now: u64, most: u64) -> bool {
    // SAFETY: the array outlives the call.
    unsafe { c::setrlimit(resource, &[now, most]) == 0 }
}

/// Whether reading from `fd` would not wait, after at most so many milliseconds.
pub(crate) fn is_readable(fd: Fd, milliseconds: i32) -> bool {
    let mut poll = c::Poll { fd, events: 1, revents: 0 };
    // SAFETY: one valid entry.
    unsafe { c::poll(&mut poll, 1, milliseconds) > 0 }
}

/// Whether the C library knows a locale of this name.
pub(crate) fn has_locale(name: &[u8]) -> bool {
    let Ok(name) = std::ffi::CString::new(name) else { return false };
    // SAFETY: a string with its zero byte; 0 is LC_CTYPE. The program has one thread.
    unsafe { !c::setlocale(0, name.as_ptr().cast()).is_null() }
}

/// The name of this machine.
pub(crate) fn host_name() -> String {
    let mut buffer = [0u8; 256];
    // SAFETY: the buffer and one byte less than its length, so that a zero byte always ends it.
    unsafe { c::gethostname(buffer.as_mut_ptr(), buffer.len() - 1) };
    let end = buffer.iter().position(|byte| *byte == 0).unwrap_or(0);
    String::from_utf8_lossy(&buffer[..end]).into_owned()
}

/// A time in seconds as `strftime` writes it in local time.
pub(crate) fn format_time(format: &[u8], seconds: i64) -> Vec<u8> {
    let Ok(format) = std::ffi::CString::new(format) else { return vec![] };
    let mut time = c::Tm::default();
    let mut out = vec![0u8; 1024];
    // SAFETY: valid places for the parts of the time and the text, and the length of the latter.
    let length = unsafe {
        c::localtime_r(&seconds, &mut time);
        c::strftime(out.as_mut_ptr(), out.len(), format.as_ptr().cast(), &time)
    };
    out.truncate(length);
    out
}

/// A compiled regular expression.
pub(crate) struct Compiled {
    regex: Box<c::Regex>,
    groups: usize,
}

impl Compiled {
    /// Compile; none when it is no regular expression.
    pub(crate) fn new(pattern: &[u8], extended: bool, fold: bool) -> Option<Self> {
        let groups = count_groups(pattern, extended);
        let pattern = std::ffi::CString::new(pattern).ok()?;
        let mut regex = Box::new(c::Regex([0; 512]));
        let flags = c_int::from(extended) | if fold { 2 } else { 0 };
        // SAFETY: room for the compiled expression, a string with its zero byte; 1 is REG_EXTENDED, 2 REG_ICASE.
        if unsafe { c::regcomp(&mut *regex, pattern.as_ptr().cast(), flags) } != 0 {
            return None;
        }
        Some(Compiled { regex, groups })
    }

    /// How many groups it has.
    pub(crate) fn groups(&self) -> usize {
        self.groups
    }

    /// The first match in `text` from `start` on: where it is, and where its groups are.
    pub(crate) fn find(&self, text: &[u8], start: usize) -> Option<[Group; 10]> {
        let mut places = [[-1 as c_int; 2]; 10];
        places[0] = [c_int::try_from(start).ok()?, c_int::try_from(text.len()).ok()?];
        let base = if text.is_empty() { c"".as_ptr().cast() } else { text.as_ptr() };
        // SAFETY: a compiled expression; 4 is REG_STARTEND, so only the bytes that the first place names are looked at.
        let found = unsafe { c::regexec(&*self.regex, base, places.len(), places.as_mut_ptr(), 4) } == 0;
        found.then(|| places.map(|[from, to]| (from >= 0).then_some((from as usize, to as usize))))
    }
}

impl Drop for Compiled {
    fn drop(&mut self) {
        // SAFETY: compiled in `new`, and freed once.
        unsafe { c::regfree(&mut *self.regex) };
    }
}

/// Opening parentheses that start a group.
fn count_groups(pattern: &[u8], extended: bool) -> usize {
    let mut count = 0;
    let mut at = 0;
    while at < pattern.len() {
        match pattern[at] {
            b'\\' => {
                count += usize::from(!extended && pattern.get(at + 1) == Some(&b'('));
                at += 1;
            }
            b'[' => {
                // A bracket at its start belongs to it.
                let skip = 1 + usize::from(pattern.get(at + 1) == Some(&b'^'));
                let rest = pattern.get(at + skip + 1..).unwrap_or_default();
                at += skip + rest.iter().position(|byte| *byte == b']').map_or(0, |end| end + 1);
            }
            b'(' => count += usize::from(extended),
            _ => {}
        }
        at += 1;
    }
    count
}
