//! `setjmp` and `longjmp`: a jump unwinds the stack until the call of the function that waits for it.
#![allow(unsafe_code)]

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

thread_local! {
    /// Numbers the places that were set.
    static LAST: Cell<u64> = const { Cell::new(0) };
}

/// A jump on its way.
struct Jump {
    to: u64,
    value: i32,
}

/// The places that one call of a function has set.
#[derive(Debug, Default)]
pub struct Jumps(Vec<(u64, u64, u32)>);

impl Jumps {
    /// None yet.
    #[must_use]
    pub const fn new() -> Self {
        Jumps(vec![])
    }

    /// Set a place: a jump to what is noted in `buffer` goes on in `state`.
    ///
    /// # Safety
    /// The buffer must be a `jmp_buf` that can be written.
    pub unsafe fn set(&mut self, buffer: *mut u64, state: u32) {
        let place = buffer as u64;
        let number = LAST.with(|last| {
            last.set(last.get() + 1);
            last.get()
        });
        // What the same buffer stood for is gone.
        self.0.retain(|(known, ..)| *known != place);
        self.0.push((place, number, state));
        // SAFETY: the caller promises it.
        unsafe { buffer.write(number) }
    }

    /// Run a part of the function; the state and the value when a jump comes back to one of its places.
    ///
    /// # Errors
    /// Where to go on, and the value.
    pub fn run<R>(jumps: &mut Jumps, part: impl FnOnce(&mut Jumps) -> R) -> Result<R, (u32, i32)> {
        match catch_unwind(AssertUnwindSafe(|| part(jumps))) {
            Ok(value) => Ok(value),
            Err(caught) => match caught.downcast::<Jump>() {
                Ok(jump) => match jumps.0.iter().find(|(_, number, _)| *number == jump.to) {
                    Some((_, _, state)) => Err((*state, jump.value)),
                    None => resume_unwind(jump),
                },
                Err(other) => resume_unwind(other),
            },
        }
    }
}

/// Jump to the place that is noted in `buffer`; it gets 1 for 0.
///
/// # Safety
/// The buffer must be a `jmp_buf` that was set.
pub unsafe fn jump(buffer: *const u64, value: i32) -> ! {
    // SAFETY: the caller promises it.
    let to = unsafe { buffer.read() };
    resume_unwind(Box::new(Jump { to, value: if value == 0 { 1 } else { value } }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_jump_comes_back_to_its_place() {
        let (mut jumps, mut buffer) = (Jumps::new(), [0u64; 25]);
        let at = buffer.as_mut_ptr();
        let ran: Result<(), _> = Jumps::run(&mut jumps, |jumps| {
            // SAFETY: the buffer lives.
            unsafe {
                jumps.set(at, 4);
                jump(at, 0)
            }
        });
        assert_eq!(ran, Err((4, 1)));
    }
}
