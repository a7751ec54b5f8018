//! Run-time support of programs converted from Shell: what a shell does that Rust does not do by itself.
//!
//! Generated code holds a [`Shell`], the state of the running script, and calls its methods. A command gives a [`Run`]: whether it
//! succeeded, or why control leaves; `$?` is in [`Shell::status`]. Words are bytes ([`Str`]), joined by [`word!`] where one field is
//! meant, listed by [`args!`], and taken apart by [`Shell::fields`] where the shell would split and expand paths.
//!
//! Subshells and pipelines are processes made by `fork`, redirections move the descriptors of this process: both are exactly what
//! a shell does, so programs it starts see no difference. The program has one thread.
#![allow(clippy::disallowed_methods)] // part of converted programs: it is what touches files and processes for them

mod arith;
mod array;
mod assoc;
// The plugin uses more of these two than this crate does.
#[allow(dead_code)]
mod ast;
mod bracket;
mod builtin;
mod commands;
mod expand;
mod glob;
mod input;
mod int;
mod interp;
mod jobs;
mod output;
#[allow(dead_code)]
mod parse;
mod pattern;
mod pipe;
mod process;
mod range;
mod redirect;
mod regex;
mod shell;
mod sys;
mod text;
mod tools;
mod transform;
mod trap;
mod vars;

pub use arith::{power, subscript};
pub use ast::Dialect;
pub use expand::{Piece, Pieces, list, literal, operand_list, plain, plain_list, quoted, weak};
pub use int::{Int, Kept};
pub use interp::interpret;
pub use pattern::{
    Replace, ampersands, change_case, matches, quote, replace, trim_end, trim_end_longest, trim_start,
    trim_start_longest,
};
pub use redirect::Redirect;
pub use regex::regex_quote;
pub use shell::{Flow, Function, Run, Shell, main};
pub use text::{Fields, Str, Text, text};
