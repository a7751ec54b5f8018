//! What can be lifted out of raw pointers and mutable statics, found over a whole unit.

mod cells;

pub(crate) use cells::cells;
