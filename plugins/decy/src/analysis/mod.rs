//! Facts about a unit that lowering asks for.

mod bounds;
mod effects;
mod format;
mod output;
mod uses;

pub(crate) use bounds::{Ranges, binary as combined_bounds, bounds};
pub(crate) use effects::{Effects, Purity};
pub(crate) use format::{How, Piece, is_stdout, plan, plan_error};
pub(crate) use output::is_provable;
pub(crate) use uses::{Uses, mentions, mentions_in, root};
