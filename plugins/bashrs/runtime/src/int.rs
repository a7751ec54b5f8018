//! Variables that only ever hold numbers: they are statics of the program, not entries of the shell's table.

use crate::Shell;
use std::sync::atomic::{AtomicI64, Ordering::Relaxed};

/// A variable that holds a number from its first use on.
pub struct Int {
    name: &'static str,
    value: AtomicI64,
}

/// Puts the old value back at the end of a subshell that needs no process.
pub struct Kept {
    int: &'static Int,
    value: i64,
}

impl Int {
    /// The variable `name`, 0.
    pub const fn new(name: &'static str) -> Self {
        Int { name, value: AtomicI64::new(0) }
    }

    /// The number.
    pub fn get(&self) -> i64 {
        self.value.load(Relaxed)
    }

    /// Assign, and give the number.
    pub fn set(&self, value: i64) -> i64 {
        self.value.store(value, Relaxed);
        value
    }

    /// Keep the number until the guard is dropped.
    pub fn keep(&'static self) -> Kept {
        Kept { int: self, value: self.get() }
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        self.int.set(self.value);
    }
}

impl Shell {
    /// Make numbers known by name, for arithmetic on text that is computed at run time.
    ///
    /// # Errors
    /// When the environment has a variable of that name: children would have to see it change.
    pub fn bind(&mut self, ints: &[&'static Int]) -> Result<(), crate::Flow> {
        for int in ints {
            if self.vars.var(int.name).is_some() {
                return Err(self.refuse("SH0914", &format!("variable {} comes from the environment", int.name)));
            }
        }
        self.ints.extend_from_slice(ints);
        Ok(())
    }

    /// The number that has this name.
    pub(crate) fn int(&self, name: &str) -> Option<&'static Int> {
        self.ints.iter().find(|int| int.name == name).copied()
    }
}
