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
    pub const fn empty() -> Self {
        VaList { general: 48, floating: 176, next: std::ptr::null_mut(), registers: std::ptr::null_mut() }
    }

    /// Where the next argument lies, and step over it.
    ///
    /// # Safety
    /// There must be one more argument of that type, and its slots must still exist.
    pub unsafe fn next<T>(list: *mut VaList) -> *mut T {
        // SAFETY: passed on to the caller.
        unsafe { VaList::next_bytes(list, size_of::<T>(), align_of::<T>()) }.cast()
    }

    /// Where the next argument of a `va_list` lies, and step over it.
    ///
    /// # Safety
    /// There must be one more argument of that size, and its slots must still exist.
    pub unsafe fn next_bytes(list: *mut VaList, size: usize, align: usize) -> *mut c_void {
        // SAFETY: the caller promises that the list and the slots exist.
        unsafe {
            let list = &mut *list;
            let mut slot: *mut u64 = list.next.cast();
            if align > 8 && !(slot as usize).is_multiple_of(16) {
                slot = slot.add(1);
            }
            list.next = slot.add(size.div_ceil(8)).cast();
            slot.cast()
        }
    }
}

/// Slots that also take arguments of more than eight bytes.
#[derive(Debug, Default)]
pub struct Slots {
    words: Vec<u128>,
    used: usize,
}

impl Slots {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Slots::default()
    }

    /// An integer, a pointer or the bits of a floating-point number.
    #[must_use]
    pub fn word(self, value: u64) -> Self {
        self.value(value)
    }

    /// A value of any type.
    #[must_use]
    pub fn value<T: Copy>(mut self, value: T) -> Self {
        if align_of::<T>() > 8 {
            self.used = self.used.next_multiple_of(2);
        }
        let end = self.used + size_of::<T>().div_ceil(8);
        self.words.resize(end.div_ceil(2), 0);
        // SAFETY: the slots up to `end` exist, and slots are aligned for everything that C has.
        unsafe { self.words.as_mut_ptr().cast::<u64>().add(self.used).cast::<T>().write_unaligned(value) }
        self.used = end;
        self
    }

    /// A cursor over them.
    #[must_use]
    pub fn list(&self) -> VaList {
        VaList { next: self.words.as_ptr().cast_mut().cast(), ..VaList::empty() }
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
        let got = unsafe {
            (*VaList::next::<i32>(&mut list), *VaList::next::<f64>(&mut list), *VaList::next::<i32>(&mut list))
        };
        assert_eq!(got, (7, 2.5, -1));
    }

    #[test]
    fn wide_values_start_at_even_slots() {
        let slots = Slots::new().word(1).value(5u128).value([7u32; 3]);
        let mut list = slots.list();
        // SAFETY: all of these are there.
        let got = unsafe {
            (*VaList::next::<u64>(&mut list), *VaList::next::<u128>(&mut list), *VaList::next::<[u32; 3]>(&mut list))
        };
        assert_eq!(got, (1, 5, [7; 3]));
    }
}
