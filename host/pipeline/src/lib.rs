//! The five phases, their cache, state and report model.
