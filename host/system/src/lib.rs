//! Files, processes and clock behind one trait.
