//! Run-time support of programs converted from Python: the dynamic [`Value`], its operations, and the library behind it.
//!
//! What the converter proves to be a native Rust value does not come through here.
#![allow(clippy::disallowed_methods)] // part of converted programs: it is what touches files and processes for them

// Modules of `pure` are written as programs are: they name this crate.
extern crate self as py_rt;

pub mod attr;
pub mod attrs;
pub mod bigint;
pub mod builtins;
pub mod bytes;
pub mod call;
pub mod class;
pub mod codec;
mod codec_escape;
pub mod compare;
pub mod complex;
pub mod construct;
pub mod coro;
pub mod dict;
pub mod dict_methods;
pub mod enums;
pub mod exc;
pub mod files;
pub mod flags;
pub mod format;
pub mod func;
pub mod functools;
pub mod generator;
pub mod hash;
pub mod int_methods;
pub mod io;
pub mod item;
pub mod iter;
pub mod library;
pub mod list_methods;
mod lookup;
pub mod memory;
pub mod meta;
pub mod methods;
pub mod module_dict;
pub mod names;
pub mod native;
pub mod notes;
pub mod number;
#[cfg(feature = "numpy")]
pub mod numpy;
pub mod objects;
pub mod ops;
pub mod patterns;
pub mod percent;
pub mod pure;
pub mod repr;
pub mod run;
pub mod set;
pub mod set_methods;
pub mod sha512;
pub mod str_methods;
pub mod string;
pub mod typed;
pub mod types;
pub mod value;

pub use class::{ClassBody, exception};
pub use compare::contained;
pub use construct::{dict_of as dict, list_of as list, set_of as set, tuple_of as tuple};
pub use format::fmt;
pub use func::{Args, def, documented, native_fn, pos};
pub use generator::{Yielder, generator};
pub use iter::{unpack, unpack_star};
pub use library::class as library_class;
pub use repr::show;
pub use run::{Flow, Global, GlobalKey, Shared, assertion, bound, enter_context, exit_context, hole, run};
pub use typed::{Late, List, Map, Maybe, Obj, Real, Slot, float, int};
pub use value::{Exc, R, Value};
