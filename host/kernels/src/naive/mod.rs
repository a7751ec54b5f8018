//! Twins: what each kernel means, in plain code. Tests hold every path against these.

pub mod elementwise;
pub mod matrix;
pub mod reduce;
