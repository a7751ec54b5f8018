//! Run-time support of programs converted from AWK.
#![allow(clippy::disallowed_methods)] // part of converted programs: it is what touches files for them

mod array;
mod awk;
mod format;
mod input;
mod regex;
mod value;

pub use array::Array;
pub use awk::Awk;
pub use value::{Value, compare, divide, power, remainder};

use std::ops::ControlFlow;

/// What a rule does to the run: go on, take the next record, or exit with a code.
pub type Flow = ControlFlow<Exit>;

/// Why a rule ends early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// `next`
    Next,
    /// `exit`
    Code(i32),
}

/// `next`
pub const NEXT: Flow = ControlFlow::Break(Exit::Next);

/// `exit code`
pub fn exit(code: &Value) -> Flow {
    ControlFlow::Break(Exit::Code(code.number() as i32 & 0xff))
}

/// A converted program.
pub trait Script {
    /// Its state of AWK's own.
    fn awk(&mut self) -> &mut Awk;
    /// `BEGIN`
    fn begin(&mut self) -> Flow {
        Flow::Continue(())
    }
    /// All rules, on the current record.
    fn record(&mut self) -> Flow {
        Flow::Continue(())
    }
    /// `END`
    fn end(&mut self) -> Flow {
        Flow::Continue(())
    }
    /// A variable that the command line sets; false when the program has no such variable.
    fn set(&mut self, name: &str, value: Value) -> bool;
    /// Whether records are read at all.
    const READS: bool;
}

/// Run a program on its arguments, and end the process.
pub fn run<S: Script>(mut script: S) -> ! {
    let mut code = 0;
    let mut ended = false;
    if let ControlFlow::Break(Exit::Code(wanted)) = script.begin() {
        (code, ended) = (wanted, true);
    }
    if S::READS && !ended {
        code = input::records(&mut script);
    }
    if let ControlFlow::Break(Exit::Code(wanted)) = script.end() {
        code = wanted;
    }
    let closed = script.awk().finish();
    std::process::exit(if closed { code } else { 2 })
}
