//! Standard output with C's buffering: everything is written when the buffer is full and when the program exits, and nothing is
//! when it aborts.

use std::fmt::{Arguments, Write as _};
use std::io::Write as _;
use std::sync::Mutex;

/// What glibc uses for pipes and files.
const SIZE: usize = 4096;
/// Bytes that are no UTF-8 travel through `fmt` as characters from here on.
const RAW: u32 = 0x10_ff00;

struct Buffer {
    bytes: Vec<u8>,
    registered: bool,
    exiting: bool,
}

static OUT: Mutex<Buffer> = Mutex::new(Buffer { bytes: Vec::new(), registered: false, exiting: false });

impl Buffer {
    fn send(&mut self) {
        let mut out = std::io::stdout().lock();
        // C programs that do not look at the result of printf go on when nobody reads their output.
        let _ = out.write_all(&self.bytes).and_then(|()| out.flush());
        self.bytes.clear();
    }

    fn end(&mut self) {
        if self.bytes.len() >= SIZE || self.exiting {
            self.send();
        }
    }
}

impl std::fmt::Write for Buffer {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        if !text.as_bytes().contains(&0xf4) {
            self.bytes.extend_from_slice(text.as_bytes());
            return Ok(());
        }
        for c in text.chars() {
            match (c as u32).checked_sub(RAW) {
                Some(byte) if byte < 0x100 => self.bytes.push(byte as u8),
                _ => self.bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            }
        }
        Ok(())
    }
}

pub use at_exit::at_exit;

#[allow(unsafe_code)]
mod at_exit {
    unsafe extern "C" {
        fn atexit(handler: extern "C" fn()) -> i32;
    }

    extern "C" fn handler() {
        super::finish();
    }

    /// Call a function when the program exits.
    pub fn at_exit(function: unsafe extern "C" fn()) {
        // SAFETY: `atexit` only keeps the pointer, and the program promises that the function can be called at its end.
        unsafe {
            atexit(std::mem::transmute::<unsafe extern "C" fn(), extern "C" fn()>(function));
        }
    }

    /// Write what is left when the program exits.
    pub(super) fn register() {
        // SAFETY: `atexit` only keeps the pointer, and the handler neither panics nor returns anything.
        unsafe {
            atexit(handler);
        }
    }
}

fn finish() {
    if let Ok(mut out) = OUT.lock() {
        out.exiting = true;
        out.send();
    }
}

/// Append formatted text; what the macro [`print!`](crate::print) calls.
pub fn write(text: Arguments<'_>) {
    let Ok(mut out) = OUT.lock() else { return };
    if !out.registered {
        out.registered = true;
        at_exit::register();
    }
    let _ = out.write_fmt(text);
    out.end();
}

/// Append formatted text; the number of its bytes.
pub fn write_counted(text: Arguments<'_>) -> i32 {
    let mut own = Buffer { bytes: vec![], registered: true, exiting: false };
    let _ = own.write_fmt(text);
    write(text);
    i32::try_from(own.bytes.len()).unwrap_or(i32::MAX)
}

/// Write formatted text to standard error at once.
pub fn write_error(text: Arguments<'_>) {
    let mut out = Buffer { bytes: vec![], registered: true, exiting: false };
    let _ = out.write_fmt(text);
    // A program that cannot say that it failed goes on, as in C.
    let _ = std::io::stderr().lock().write_all(&out.bytes);
}

/// Append one byte.
pub fn put(byte: u8) {
    write(format_args!("{}", crate::Char(byte)));
}

/// Write everything that is buffered.
pub fn flush() {
    if let Ok(mut out) = OUT.lock() {
        out.send();
    }
}

/// The character that stands for a byte that is no UTF-8 by itself.
pub(crate) fn raw(byte: u8) -> char {
    char::from_u32(RAW + u32::from(byte)).unwrap_or('?')
}

/// Print to standard output as C does: buffered until the program exits.
#[macro_export]
macro_rules! print {
    ($($text:tt)*) => { $crate::write(::std::format_args!($($text)*)) };
}

/// As [`print!`](crate::print), with a line break behind it.
#[macro_export]
macro_rules! println {
    () => { $crate::put(b'\n') };
    ($format:literal $($arguments:tt)*) => { $crate::write(::std::format_args!(::std::concat!($format, "\n") $($arguments)*)) };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_pass_unchanged() {
        let mut buffer = Buffer { bytes: vec![], registered: true, exiting: false };
        let text: String = [raw(0xff), 'a', raw(0xc3), 'é'].into_iter().collect();
        buffer.write_str(&text).unwrap();
        assert_eq!(buffer.bytes, [0xff, b'a', 0xc3, 0xc3, 0xa9]);
    }
}
