//! Programs of coreutils that scripts call most, within this process, for the operands and options whose effect is the same byte for
//! byte. Everything else, errors included, is left to the program itself.

use crate::{Run, Shell, Str, sys, text};
use std::os::unix::fs::MetadataExt;

/// Folders whose programs are the system's own.
const SYSTEM: &[&[u8]] = &[b"/usr/bin/", b"/bin/"];

impl Shell {
    /// Programs are always started, also where this crate could do their work itself.
    pub fn keep_programs(&mut self) {
        self.keep_programs = true;
    }

    /// The effect of a program that was found at `path`; none when the program itself is to run.
    pub(crate) fn in_process(&mut self, name: &[u8], path: &[u8], args: &[Str]) -> Option<Run> {
        if self.keep_programs || !SYSTEM.iter().any(|folder| path.strip_prefix(*folder) == Some(name)) {
            return None;
        }
        let plain = args.iter().all(|arg| !arg.starts_with(b"-"));
        match name {
            b"basename" if plain && matches!(args.len(), 1 | 2) => {
                let base = base_name(&args[0], args.get(1).map_or(b"", Vec::as_slice));
                Some(self.put(&[base, b"\n"].concat()))
            }
            b"dirname" if plain && !args.is_empty() => {
                let lines: Vec<Str> = args.iter().map(|arg| [folder_name(arg), b"\n"].concat()).collect();
                Some(self.put(&lines.concat()))
            }
            b"seq" if plain => self.sequence(args),
            b"expr" => self.expression(args),
            b"cat" if plain && !args.is_empty() && self.fed.is_none() => self.concatenate(args),
            b"wc" if args == [b"-l".to_vec()] && self.fed.is_none() => self.count_lines(),
            b"mkdir" => self.make_folders(args),
            b"rm" => self.remove_files(args),
            b"mktemp" => self.temporary(args),
            _ => self.tool(name, args),
        }
    }

    fn sequence(&mut self, args: &[Str]) -> Option<Run> {
        let numbers: Option<Vec<i64>> = args.iter().map(|arg| canonical(arg)).collect();
        let (first, step, last) = match numbers?.as_slice() {
            [last] => (1, 1, *last),
            [first, last] => (*first, 1, *last),
            [first, step, last] if *step != 0 => (*first, *step, *last),
            _ => return None,
        };
        if (last.saturating_sub(first) / step) > 1_000_000 {
            return None;
        }
        let mut now = first;
        while if step > 0 { now <= last } else { now >= last } {
            let mut line = Str::new();
            text::Text::append_to(&now, &mut line);
            line.push(b'\n');
            self.out.write(&line);
            now = match now.checked_add(step) {
                Some(next) => next,
                None => break,
            };
        }
        Some(self.finish(0))
    }

    /// `expr` of two numbers and an operator.
    fn expression(&mut self, args: &[Str]) -> Option<Run> {
        let [left, operator, right] = args else { return None };
        let (a, b) = (canonical(left)?, canonical(right)?);
        let value = match operator.as_slice() {
            b"+" => a.checked_add(b)?,
            b"-" => a.checked_sub(b)?,
            b"*" => a.checked_mul(b)?,
            b"/" if b != 0 => a.checked_div(b)?,
            b"%" if b != 0 => a.checked_rem(b)?,
            b"=" => i64::from(a == b),
            b"!=" => i64::from(a != b),
            b"<" => i64::from(a < b),
            b"<=" => i64::from(a <= b),
            b">" => i64::from(a > b),
            b">=" => i64::from(a >= b),
            _ => return None,
        };
        self.out.write(&crate::word![value, "\n"]);
        Some(self.finish(i32::from(value == 0)))
    }

    fn concatenate(&mut self, args: &[Str]) -> Option<Run> {
        let mut contents = vec![];
        // The program refuses to copy a file to itself.
        self.out.flush();
        let out = std::fs::metadata("/proc/self/fd/1").ok()?;
        for arg in args {
            let data = std::fs::metadata(text::path(arg)).ok().filter(std::fs::Metadata::is_file)?;
            let kernel = arg.starts_with(b"/proc") || arg.starts_with(b"/sys");
            if data.len() > 1 << 24 || kernel || (data.dev(), data.ino()) == (out.dev(), out.ino()) {
                return None;
            }
            contents.push(std::fs::read(text::path(arg)).ok()?);
        }
        contents.iter().for_each(|content| self.out.write(content));
        Some(self.finish(0))
    }

    fn count_lines(&mut self) -> Option<Run> {
        self.input.sync();
        let mut chunk = [0u8; 16 * 1024];
        let mut lines = 0i64;
        loop {
            match sys::read(0, &mut chunk) {
                Ok(0) => break,
                Ok(count) => lines += chunk[..count].iter().filter(|byte| **byte == b'\n').count() as i64,
                Err(_) => return None,
            }
        }
        Some(self.put(&crate::word![lines, "\n"]))
    }

    fn make_folders(&mut self, args: &[Str]) -> Option<Run> {
        let (parents, names) = match args.split_first() {
            Some((first, rest)) if first == b"-p" => (true, rest),
            _ => (false, args),
        };
        if names.is_empty() || names.iter().any(|name| name.is_empty() || name.starts_with(b"-")) {
            return None;
        }
        for name in names {
            let path = text::path(name);
            let made = if parents { std::fs::create_dir_all(path) } else { std::fs::create_dir(path) };
            // The program says what is wrong; with `-p` what was made before does not disturb it.
            if made.is_err() {
                return if parents || name == &names[0] {
                    None
                } else {
                    Some(self.finish_as_program("mkdir", names, name))
                };
            }
        }
        Some(self.finish(0))
    }

    /// The folders up to `name` were made already: the program goes on from there.
    fn finish_as_program(&mut self, program: &str, names: &[Str], name: &Str) -> Run {
        let rest: Vec<Str> = names.iter().skip_while(|one| *one != name).cloned().collect();
        self.keep_programs = true;
        let result = self.external(program.as_bytes().to_vec(), rest);
        self.keep_programs = false;
        result
    }

    fn remove_files(&mut self, args: &[Str]) -> Option<Run> {
        let (first, names) = args.split_first()?;
        if first != b"-f" || names.iter().any(|name| name.is_empty() || name.starts_with(b"-")) {
            return None;
        }
        for name in names {
            match std::fs::symlink_metadata(text::path(name)) {
                Ok(data) if data.is_dir() => return None,
                Ok(_) => std::fs::remove_file(text::path(name)).ok()?,
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(_) => return None,
            }
        }
        Some(self.finish(0))
    }
}

impl Shell {
    /// `mktemp` and `mktemp -d` without a template.
    fn temporary(&mut self, args: &[Str]) -> Option<Run> {
        use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
        let folder = match args {
            [] => false,
            [option] if option == b"-d" => true,
            _ => return None,
        };
        let place = self.lookup("TMPDIR").filter(|text| !text.is_empty()).cloned().unwrap_or_else(|| b"/tmp".to_vec());
        for _ in 0..100 {
            const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
            let mut path = [place.as_slice(), b"/tmp."].concat();
            for _ in 0..10 {
                let number = self.random() as usize;
                path.push(LETTERS[number % LETTERS.len()]);
            }
            let made = if folder {
                std::fs::DirBuilder::new().mode(0o700).create(text::path(&path))
            } else {
                let mut options = std::fs::OpenOptions::new();
                options.write(true).create_new(true).mode(0o600).open(text::path(&path)).map(drop)
            };
            match made {
                Ok(()) => return Some(self.put(&[path.as_slice(), b"\n"].concat())),
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(_) => return None,
            }
        }
        None
    }
}

/// A decimal number that is written the one usual way.
fn canonical(text: &[u8]) -> Option<i64> {
    let text = std::str::from_utf8(text).ok()?;
    let number: i64 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

fn without_slashes(path: &[u8]) -> &[u8] {
    let end = path.iter().rposition(|byte| *byte != b'/').map_or(usize::from(!path.is_empty()), |last| last + 1);
    &path[..end]
}

/// `basename path suffix`
fn base_name<'p>(path: &'p [u8], suffix: &[u8]) -> &'p [u8] {
    let path = without_slashes(path);
    if path == b"/" {
        return path;
    }
    let base = path.iter().rposition(|byte| *byte == b'/').map_or(path, |slash| &path[slash + 1..]);
    match base.strip_suffix(suffix) {
        Some(stem) if !stem.is_empty() => stem,
        _ => base,
    }
}

/// `dirname path`
fn folder_name(path: &[u8]) -> &[u8] {
    let trimmed = without_slashes(path);
    match trimmed.iter().rposition(|byte| *byte == b'/') {
        Some(slash) => without_slashes(&trimmed[..=slash]),
        None => b".",
    }
}
