//! A program to convert, and what it is held against.

use batuta_sdk::Settings;
use std::time::Duration;

/// What the converted program must do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Truth {
    /// What the original does when it is run here as its plugin says.
    Original,
    /// What is written down.
    Recorded {
        /// Standard output.
        stdout: Vec<u8>,
        /// Exit code.
        exit: i32,
    },
}

/// A program to convert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Names it in the scores.
    pub name: String,
    /// Paths and contents of the project.
    pub files: Vec<(String, Vec<u8>)>,
    /// The source file whose program is run; the only program when none is named.
    pub program: Option<String>,
    /// Its arguments.
    pub args: Vec<String>,
    /// What it reads.
    pub stdin: Vec<u8>,
    /// What it is held against.
    pub truth: Truth,
}

impl Case {
    /// A case without files that is held against a run of the original.
    pub fn new(name: impl Into<String>) -> Self {
        let (files, args, stdin) = (vec![], vec![], vec![]);
        Case { name: name.into(), files, program: None, args, stdin, truth: Truth::Original }
    }

    /// With one more file.
    pub fn file(mut self, path: impl Into<String>, content: impl Into<Vec<u8>>) -> Self {
        self.files.push((path.into(), content.into()));
        self
    }

    /// With the program that comes from this source file.
    pub fn program(mut self, source: impl Into<String>) -> Self {
        self.program = Some(source.into());
        self
    }

    /// With these arguments.
    pub fn args(mut self, args: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.args = args.into_iter().map(Into::into).collect();
        self
    }

    /// With something to read.
    pub fn stdin(mut self, text: impl Into<Vec<u8>>) -> Self {
        self.stdin = text.into();
        self
    }

    /// Held against what is written down.
    pub fn expect(mut self, stdout: impl Into<Vec<u8>>, exit: i32) -> Self {
        self.truth = Truth::Recorded { stdout: stdout.into(), exit };
        self
    }
}

/// How cases are compiled and run.
#[derive(Clone, Debug)]
pub struct Options {
    /// `-C opt-level` of the converted program; the support crates keep theirs. A program that does not end in time is
    /// compiled with optimisation and run again before it is called wrong.
    pub opt_level: u8,
    /// How long one run of the program, and of the original, may take.
    pub run_limit: Duration,
    /// Run the original twice: one whose runs differ has no reference, unless they differ in numbers with a point only: those are times,
    /// and are not compared.
    pub twice: bool,
    /// Run a case that differs once more after all others, with nothing beside it: one that waits for signals or
    /// times loses races on a busy machine, as its original does. The page says which passed so.
    pub again_alone: bool,
    /// Settings of the plugin.
    pub settings: Settings,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            opt_level: 0,
            run_limit: Duration::from_secs(20),
            twice: false,
            again_alone: false,
            settings: Settings::default(),
        }
    }
}
