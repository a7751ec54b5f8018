//! Records from the files of the command line, or from standard input.

use crate::awk::fatal;
use crate::{Exit, Script, Value};
use std::fs::File;
use std::io::{BufRead, BufReader, stdin};
use std::ops::ControlFlow;

/// Run the rules over every record; gives the exit code.
pub(crate) fn records<S: Script>(script: &mut S) -> i32 {
    let mut any = false;
    for argument in std::env::args().skip(1) {
        if let Some((name, value)) = assignment(&argument) {
            script.set(name, Value::input(value));
            continue;
        }
        any = true;
        script.awk().set_var("FILENAME", Value::text(argument.as_str()));
        let code = if argument == "-" {
            over(script, &mut stdin().lock())
        } else {
            let file = File::open(&argument).unwrap_or_else(|why| fatal(&format!("cannot open {argument}: {why}")));
            over(script, &mut BufReader::new(file))
        };
        if let Some(code) = code {
            return code;
        }
    }
    if any { 0 } else { over(script, &mut stdin().lock()).unwrap_or(0) }
}

/// `name=value`
fn assignment(argument: &str) -> Option<(&str, &str)> {
    let (name, value) = argument.split_once('=')?;
    let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    (plain && name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')).then_some((name, value))
}

/// The rules over the records of one input; a code when the program exits.
fn over<S: Script>(script: &mut S, input: &mut dyn BufRead) -> Option<i32> {
    script.awk().set_var("FNR", Value::Number(0.0));
    let mut pending = Pending::default();
    loop {
        let separator = script.awk().word("RS");
        let text = pending.next(input, &separator)?;
        let awk = script.awk();
        for name in ["NR", "FNR"] {
            let number = awk.var(name).number() + 1.0;
            awk.set_var(name, Value::Number(number));
        }
        awk.take_record(&text);
        if let ControlFlow::Break(Exit::Code(code)) = script.record() {
            return Some(code);
        }
    }
}

/// What was read and not given yet.
#[derive(Default)]
struct Pending {
    /// All paragraphs, last first, when records are paragraphs.
    paragraphs: Option<Vec<String>>,
}

impl Pending {
    fn next(&mut self, input: &mut dyn BufRead, separator: &str) -> Option<String> {
        if separator.is_empty() {
            let paragraphs = self.paragraphs.get_or_insert_with(|| {
                let mut bytes = vec![];
                // What cannot be read ends the input.
                let _ = input.read_to_end(&mut bytes);
                let text = String::from_utf8_lossy(&bytes).into_owned();
                let parts = text.split("\n\n").map(|part| part.trim_matches('\n').to_owned());
                let mut parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
                parts.reverse();
                parts
            });
            return paragraphs.pop();
        }
        let end = separator.bytes().next().unwrap_or(b'\n');
        let mut bytes = vec![];
        if input.read_until(end, &mut bytes).unwrap_or(0) == 0 {
            return None;
        }
        if bytes.last() == Some(&end) {
            bytes.pop();
        } else if end != b'\n' && bytes == b"\n" {
            return None;
        }
        Some(String::from_utf8_lossy(&bytes).into_owned())
    }
}
