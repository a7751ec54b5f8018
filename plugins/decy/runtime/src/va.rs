//! Variable arguments.
//!
//! A function that C defines with `...` takes a [`VaList`] here. It has the layout of `va_list` on x86-64 with all registers used
//! up, so every argument is read from an array of eight-byte slots, and C's own functions such as `vprintf` can read it too.
#![allow(unsafe_code)]

use std::ffi::c_void;

/// A cursor over variable arguments.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct VaList {
    general: u32,
    floating: u32,
    next: *mut c_void,
    registers: *mut c_void,
}

impl VaList {
    /// Over these slots, which must outlive every use.
    #[must_use]
    pub fn new(slots: &[u64]) -> Self {
        VaList { general: 48, floating: 176, next: slots.as_ptr().cast_mut().cast(), registers: std::ptr::null_mut() }
    }

    /// Over nothing.
    #[must_use]
    pub fn empty() -> Self {
        VaList { general: 48, floating: 176, next: std::ptr::null_mut(), registers: std::ptr::null_mut() }
    }

    /// The next slot: an integer or a pointer.
    ///
    /// # Safety
    /// There must be one more argument, and its slots must still exist.
    pub unsafe fn next_u64(&mut self) -> u64 {
        let slot: *mut u64 = self.next.cast();
        // SAFETY: the caller promises that the slot exists.
        unsafe {
            self.next = slot.add(1).cast();
            *slot
        }
    }

    /// The next slot as a floating-point number.
    ///
    /// # Safety
    /// As [`VaList::next_u64`].
    pub unsafe fn next_f64(&mut self) -> f64 {
        // SAFETY: passed on to the caller.
        f64::from_bits(unsafe { self.next_u64() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_read_in_order() {
        let slots = [7, 2.5f64.to_bits(), u64::MAX];
        let mut list = VaList::new(&slots);
        // SAFETY: three slots are there.
        let got = unsafe { (list.next_u64(), list.next_f64(), list.next_u64() as i32) };
        assert_eq!(got, (7, 2.5, -1));
    }
}
