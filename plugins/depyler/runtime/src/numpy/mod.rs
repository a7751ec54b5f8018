//! NumPy: arrays, their functions, and the scalars that they are made of.

mod arith;
mod array;
mod convert;
mod create;
mod dtype;
mod eigen;
pub mod fft;
mod gemm;
mod index;
pub mod linalg;
mod loops;
mod lu;
mod math;
mod methods;
mod more;
mod object;
mod print;
pub mod random;
mod reduce;
mod shape;
pub mod site;
mod stats;
mod types;
mod ufunc;
mod unary;
mod ziggurat;

pub use create::{
    arange, array_ as array, asanyarray, asarray, ascontiguousarray, copy, diag, empty, empty_like, eye, fromfunction,
    fromiter, full, full_like, identity_ as identity, indices, linspace, logspace, meshgrid, ones, ones_like, tri,
    tril, triu, vander, where_, zeros, zeros_like,
};
pub use linalg::{dot, inner_ as inner, kron, matmul_ as matmul, outer, trace, vdot};
pub use math::*;
pub use more::*;
pub use print::set_printoptions;
pub use shape::{
    append, array_split, atleast_1d, atleast_2d, atleast_3d, broadcast_arrays, broadcast_to, column_stack, concatenate,
    copyto, delete, diagonal, dstack, expand_dims, fill_diagonal, flip, fliplr, flipud, hsplit, hstack, insert,
    moveaxis, ndim, pad, ravel, repeat, reshape, roll, rot90, shape_ as shape, size, split, squeeze, stack, swapaxes,
    tile, transpose, vsplit, vstack,
};
pub use stats::*;
pub use types::*;
