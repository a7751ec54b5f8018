//! The program in `tests/guests/smith`, which makes random modules. It is a process of its own, so that what it depends on is not built
//! with the tests.

use std::collections::VecDeque;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// How many modules are ordered ahead, so that the two processes need not wait for each other.
const AHEAD: u64 = 64;

pub struct Smith {
    child: Child,
    /// Numbers whose modules were ordered and not yet taken.
    ordered: VecDeque<u64>,
}

impl Smith {
    /// Start `program` for modules of this shape.
    pub fn start(program: &Path, shape: &[u8]) -> Self {
        let file = std::env::temp_dir().join(format!("batuta-shape-{}.wasm", std::process::id()));
        std::fs::write(&file, shape).unwrap();
        let child = Command::new(program).arg(&file).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let child = child.unwrap_or_else(|error| panic!("{}: {error}", program.display()));
        Smith { child, ordered: VecDeque::new() }
    }

    /// The module of this number; `wanted` says which of the numbers behind it will be asked for.
    pub fn module(&mut self, number: u64, wanted: impl Fn(u64) -> bool) -> Vec<u8> {
        while self.ordered.front().is_some_and(|first| *first < number) {
            self.take();
            self.ordered.pop_front();
        }
        let next = self.ordered.back().map_or(number, |last| last + 1).max(number);
        let mut lines = String::new();
        for number in (next..number + AHEAD).filter(|number| wanted(*number)) {
            self.ordered.push_back(number);
            lines += &format!("{number}\n");
        }
        if let Some(stdin) = &mut self.child.stdin {
            stdin.write_all(lines.as_bytes()).unwrap();
        }
        assert_eq!(self.ordered.pop_front(), Some(number));
        self.take()
    }

    /// The next module of those that were ordered.
    fn take(&mut self) -> Vec<u8> {
        let Some(stdout) = &mut self.child.stdout else { return Vec::new() };
        let mut length = [0; 4];
        stdout.read_exact(&mut length).unwrap();
        let mut bytes = vec![0; u32::from_le_bytes(length) as usize];
        stdout.read_exact(&mut bytes).unwrap();
        bytes
    }
}

impl Drop for Smith {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
