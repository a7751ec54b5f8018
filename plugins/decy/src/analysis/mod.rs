//! Facts about a unit that lowering asks for.

mod bounds;
mod effects;
mod format;
mod lift;
mod output;
mod uses;

pub(crate) use bounds::{Ranges, binary as combined_bounds, bounds};
pub(crate) use effects::{Effects, Purity};
pub(crate) use lift::{Lift, Lifts, plain, through};
pub(crate) use format::{How, Piece, is_stdout, plan};
pub(crate) use output::is_provable;
pub(crate) use uses::{Uses, mentions, mentions_in, root};
