//! Text tools of coreutils, grep and sed within this process: input and output as bytes, for the options whose effect is certain.
//! Whatever is not certain gives none before anything is read for good, and the program itself runs.

mod cut;
mod grep;
mod lines;
mod regex;
mod sed;
mod sort;
mod tr;

use crate::{Run, Shell, Str, sys, text};

/// What a tool gives: its output and its status.
type Output = Option<(Str, i32)>;

/// The work of a tool on its input.
type Work = Box<dyn Fn(&[u8]) -> Output>;

/// A tool with its operands read: what it does to its input.
struct Tool {
    /// Files to read instead of standard input.
    files: Vec<Str>,
    /// The work.
    work: Work,
}

/// The tool of this name for these arguments.
fn find(name: &[u8], args: &[Str], bytewise: bool) -> Option<Tool> {
    match name {
        b"cat" => lines::cat(args),
        b"head" => lines::head(args),
        b"tail" => lines::tail(args),
        b"wc" => lines::wc(args),
        b"cut" => cut::cut(args),
        b"tr" => tr::tr(args),
        b"sort" if bytewise => sort::sort(args),
        b"uniq" if bytewise => sort::uniq(args),
        b"grep" => grep::grep(args),
        b"sed" => sed::sed(args),
        _ => None,
    }
}

/// Largest file that is read into memory.
const LARGEST: u64 = 1 << 24;

impl Shell {
    /// The effect of a text tool; none when the program is to run.
    pub(crate) fn tool(&mut self, name: &[u8], args: &[Str]) -> Option<Run> {
        let tool = find(name, args, self.compares_bytes())?;
        let (input, rewind) = if tool.files.is_empty() { self.all_input()? } else { (self.files(&tool.files)?, 0) };
        let Some((output, status)) = (tool.work)(&input) else {
            if rewind > 0 {
                // It could seek before.
                let _ = sys::seek_by(0, -rewind);
            }
            return None;
        };
        self.fed = None;
        self.out.write(&output);
        Some(self.finish(status))
    }

    /// All of standard input, when that is known to be finite, and how far it has to go back when nobody uses it.
    fn all_input(&mut self) -> Option<(Str, i64)> {
        if let Some(fed) = &self.fed {
            return Some((fed.clone(), 0));
        }
        let data = std::fs::metadata("/proc/self/fd/0").ok()?;
        if !data.is_file() || data.len() > LARGEST {
            return None;
        }
        self.input.sync();
        let input = crate::output::read_all(0);
        let length = input.len() as i64;
        Some((input, length))
    }

    fn files(&mut self, names: &[Str]) -> Option<Str> {
        use std::os::unix::fs::MetadataExt;
        let mut out = Str::new();
        // A program refuses to read the file that it writes, or sees what was written.
        self.out.flush();
        let target = std::fs::metadata("/proc/self/fd/1").ok();
        for name in names {
            let data = std::fs::metadata(text::path(name)).ok().filter(std::fs::Metadata::is_file)?;
            let same = target.as_ref().is_some_and(|target| (target.dev(), target.ino()) == (data.dev(), data.ino()));
            // What the kernel writes is about the process that asks.
            let kernel = [b"/proc".as_slice(), b"/sys", b"/dev"].iter().any(|place| name.starts_with(place));
            if data.len() > LARGEST || same || kernel {
                return None;
            }
            out.append(&mut std::fs::read(text::path(name)).ok()?);
        }
        Some(out)
    }

    /// Whether the locale orders text by its bytes.
    fn compares_bytes(&self) -> bool {
        let name = ["LC_ALL", "LC_COLLATE", "LANG"]
            .iter()
            .find_map(|name| self.lookup(name).filter(|value| !value.is_empty()));
        name.is_none_or(|value| {
            matches!(value.as_slice(), b"C" | b"POSIX" | b"C.UTF-8" | b"C.utf8") || !sys::has_locale(value)
        })
    }
}

/// Options as single letters before the operands; none when there is one that is not in `known`.
fn letters(args: &[Str], known: &[u8]) -> Option<(Vec<u8>, Vec<Str>)> {
    let mut found = vec![];
    let mut operands = vec![];
    let mut options = true;
    for arg in args {
        if options && arg == b"--" {
            options = false;
        } else if options && arg.len() > 1 && arg[0] == b'-' {
            if !arg[1..].iter().all(|letter| known.contains(letter)) {
                return None;
            }
            found.extend_from_slice(&arg[1..]);
        } else if arg == b"-" {
            return None;
        } else {
            operands.push(arg.clone());
        }
    }
    Some((found, operands))
}

/// A plain number.
fn number(text: &[u8]) -> Option<usize> {
    if text.is_empty() || text.len() > 9 || !text.iter().all(u8::is_ascii_digit) {
        return None;
    }
    std::str::from_utf8(text).ok()?.parse().ok()
}

/// The lines of a text, without their newlines; whether the last one had one.
fn split_lines(text: &[u8]) -> (Vec<&[u8]>, bool) {
    if text.is_empty() {
        return (vec![], true);
    }
    match text.strip_suffix(b"\n") {
        Some(body) => (body.split(|byte| *byte == b'\n').collect(), true),
        None => (text.split(|byte| *byte == b'\n').collect(), false),
    }
}
