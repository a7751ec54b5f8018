//! What runs when a variable goes out of scope: the attribute `cleanup`.

/// Calls its function when it is dropped.
#[derive(Debug)]
pub struct Cleanup<F: FnMut()>(pub F);

impl<F: FnMut()> Drop for Cleanup<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}
