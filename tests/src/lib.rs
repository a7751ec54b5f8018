//! Runner of the suite, the hostile guests and the command line.

pub mod native;

pub mod command;
