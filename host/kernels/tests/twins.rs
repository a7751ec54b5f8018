//! Every kernel on every instruction set that this CPU has, held against its naive twin.
#![allow(clippy::unwrap_used)]

#[path = "twins/elementwise.rs"]
mod elementwise;
#[path = "twins/matrix.rs"]
mod matrix;
#[path = "twins/reduce.rs"]
mod reduce;
#[path = "twins/support.rs"]
mod support;
