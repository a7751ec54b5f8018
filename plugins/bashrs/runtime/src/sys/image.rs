//! Programs to start. The child shares this process's memory until it became the program, as with `vfork`: nothing is copied, so
//! starting costs the same however much the script holds.

use super::{CAUGHT, Fd, Pid, check};
use std::ffi::{CString, c_char, c_int, c_void};
use std::io;
use std::sync::atomic::{AtomicI32, Ordering};

// SAFETY of the block: signatures as in the C library of Linux on 64-bit machines.
unsafe extern "C" {
    fn clone(
        run: extern "C" fn(*mut c_void) -> c_int,
        stack: *mut c_void,
        flags: c_int,
        argument: *mut c_void,
    ) -> c_int;
    fn execve(path: *const c_char, args: *const *const c_char, env: *const *const c_char) -> c_int;
    fn sigprocmask(how: c_int, new: *const [u64; 16], old: *mut [u64; 16]) -> c_int;
    fn dup2(from: c_int, to: c_int) -> c_int;
    fn waitpid(pid: c_int, status: *mut c_int, options: c_int) -> c_int;
}

/// CLONE_VM, CLONE_VFORK and SIGCHLD at the end.
const SHARED: c_int = 0x100 | 0x4000 | 17;
const SETMASK: c_int = 2;
/// Of 16 bytes each: the child only makes a few calls of the kernel.
const STACK: usize = 2048;

/// A program with its arguments and environment.
pub(crate) struct Image {
    path: CString,
    args: Vec<CString>,
    env: Vec<CString>,
}

/// What the child needs.
struct Order<'i> {
    path: *const c_char,
    args: &'i [*const c_char],
    env: &'i [*const c_char],
    moves: &'i [(Fd, Fd)],
    mask: [u64; 16],
    error: AtomicI32,
}

/// Pointers to the texts, and the null that ends such a list.
fn pointers(texts: &[CString]) -> Vec<*const c_char> {
    texts.iter().map(|text| text.as_ptr()).chain([std::ptr::null()]).collect()
}

fn c_text(mut text: Vec<u8>) -> CString {
    text.truncate(text.iter().position(|byte| *byte == 0).unwrap_or(text.len()));
    CString::new(text).unwrap_or_default()
}

/// In the child.
extern "C" fn become_program(argument: *mut c_void) -> c_int {
    // SAFETY: the parent passes a valid order and waits until this process is gone or another program.
    let order = unsafe { &*argument.cast::<Order>() };
    for (from, to) in order.moves {
        // SAFETY: plain numbers.
        unsafe { dup2(*from, *to) };
    }
    // A handler would write into the parent's memory.
    let mut caught = CAUGHT.load(Ordering::Relaxed);
    while caught != 0 {
        super::reset_signal(caught.trailing_zeros() as i32);
        caught &= caught - 1;
    }
    // SAFETY: lists of texts with their zero bytes, each with a null at its end, and a valid mask.
    unsafe {
        sigprocmask(SETMASK, &order.mask, std::ptr::null_mut());
        execve(order.path, order.args.as_ptr(), order.env.as_ptr());
    }
    order.error.store(io::Error::last_os_error().raw_os_error().unwrap_or(2), Ordering::Relaxed);
    127
}

impl Image {
    /// A text ends at a zero byte, as everything that programs are given does.
    pub(crate) fn new(path: &[u8], args: Vec<Vec<u8>>, env: Vec<Vec<u8>>) -> Self {
        let list = |texts: Vec<Vec<u8>>| texts.into_iter().map(c_text).collect();
        Image { path: c_text(path.to_vec()), args: list(args), env: list(env) }
    }

    /// This process becomes the program; returns only when that fails.
    pub(crate) fn replace(&self) -> io::Error {
        let (args, env) = (pointers(&self.args), pointers(&self.env));
        // SAFETY: lists of texts with their zero bytes, each with a null at its end.
        unsafe { execve(self.path.as_ptr(), args.as_ptr(), env.as_ptr()) };
        io::Error::last_os_error()
    }

    /// Start the program in a process of its own, after moving descriptors there.
    pub(crate) fn start(&self, moves: &[(Fd, Fd)]) -> io::Result<Pid> {
        let (args, env) = (pointers(&self.args), pointers(&self.env));
        let (path, error) = (self.path.as_ptr(), AtomicI32::new(0));
        let mut order = Order { path, args: &args, env: &env, moves, mask: [0; 16], error };
        let mut stack = vec![0u128; STACK];
        // SAFETY: valid masks. No signal is handled in the child while it shares this memory.
        unsafe { sigprocmask(SETMASK, &[!0; 16], &mut order.mask) };
        // SAFETY: the stack's end, aligned; order and stack outlive the child's use of them, since this process sleeps until then.
        let pid = check(unsafe {
            clone(become_program, stack.as_mut_ptr_range().end.cast(), SHARED, (&raw mut order).cast())
        });
        // SAFETY: the mask from before.
        unsafe { sigprocmask(SETMASK, &order.mask, std::ptr::null_mut()) };
        let pid = pid?;
        match order.error.load(Ordering::Relaxed) {
            0 => Ok(pid),
            error => {
                let mut status = 0;
                // SAFETY: a valid place for the answer.
                unsafe { waitpid(pid, &mut status, 0) };
                Err(io::Error::from_raw_os_error(error))
            }
        }
    }
}
