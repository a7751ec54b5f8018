//! `test` and `[`, and the operators that `[[` shares.

use crate::{Run, Shell, Str, sys, text};
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt};

/// A wrong expression; the message.
pub(super) struct Wrong(pub(super) String);

pub(super) type Answer = Result<bool, Wrong>;

impl Shell {
    /// `[ … ]`
    pub fn bracket(&mut self, mut args: Vec<Str>) -> Run {
        if args.pop().is_none_or(|last| last != b"]") {
            self.complain("[: missing ]");
            return self.finish(2);
        }
        self.test(args)
    }

    /// The builtin `test`.
    pub fn test(&mut self, args: Vec<Str>) -> Run {
        let mut test = Test { args: &args, at: 0, shell: self };
        let answer = if test.shell.bash() { test.all() } else { test.all_sh() };
        match answer {
            Ok(answer) => self.finish(i32::from(!answer)),
            Err(Wrong(message)) => {
                self.complain(&format!("test: {message}"));
                self.finish(2)
            }
        }
    }

    /// A unary operator on a value, such as `-f`.
    pub fn test_unary(&mut self, operator: &str, value: impl crate::Text) -> bool {
        let value = text::text(value);
        self.unary(operator.as_bytes(), &value).unwrap_or(false)
    }

    /// A binary operator on files: `-nt`, `-ot`, `-ef`.
    pub fn test_files(&self, left: impl crate::Text, operator: &str, right: impl crate::Text) -> bool {
        files(&text::text(left), operator.as_bytes(), &text::text(right), self.bash())
    }

    /// A numeric operator such as `-lt`; operands that are no numbers give a message and false.
    pub fn compare(&mut self, left: impl crate::Text, operator: &str, right: impl crate::Text) -> bool {
        let args = vec![text::text(left), operator.as_bytes().to_vec(), text::text(right)];
        let mut test = Test { args: &args, at: 0, shell: self };
        match test.apply_binary(0) {
            Ok(answer) => answer,
            Err(Wrong(message)) => {
                self.complain(&format!("test: {message}"));
                false
            }
        }
    }

    fn unary(&self, operator: &[u8], value: &[u8]) -> Option<bool> {
        let meta = || std::fs::metadata(text::path(value)).ok();
        let link = || std::fs::symlink_metadata(text::path(value)).ok();
        Some(match operator {
            b"-n" => !value.is_empty(),
            b"-z" => value.is_empty(),
            b"-e" | b"-a" => meta().is_some(),
            b"-f" => meta().is_some_and(|data| data.is_file()),
            b"-d" => meta().is_some_and(|data| data.is_dir()),
            b"-s" => meta().is_some_and(|data| data.len() > 0),
            b"-L" | b"-h" => link().is_some_and(|data| data.file_type().is_symlink()),
            b"-p" => meta().is_some_and(|data| data.file_type().is_fifo()),
            b"-S" => meta().is_some_and(|data| data.file_type().is_socket()),
            b"-b" => meta().is_some_and(|data| data.file_type().is_block_device()),
            b"-c" => meta().is_some_and(|data| data.file_type().is_char_device()),
            b"-g" => meta().is_some_and(|data| data.permissions().mode() & 0o2000 != 0),
            b"-u" => meta().is_some_and(|data| data.permissions().mode() & 0o4000 != 0),
            b"-k" => meta().is_some_and(|data| data.permissions().mode() & 0o1000 != 0),
            b"-r" => sys::may(value, 4),
            b"-w" => sys::may(value, 2),
            b"-x" => sys::may(value, 1),
            b"-O" => meta().is_some_and(|data| data.uid() == sys::users().0),
            b"-G" | b"-N" => meta().is_some(),
            b"-t" => text::parse_int(value).is_some_and(|fd| sys::is_terminal(fd as i32)),
            b"-v" if self.bash() => self.is_set(&text::lossy(value)),
            b"-o" if self.bash() => self.option_is_on(&text::lossy(value)),
            _ => return None,
        })
    }

    /// `-v name`
    fn is_set(&self, name: &str) -> bool {
        match name.split_once('[') {
            Some((base, index)) => {
                let index = index.strip_suffix(']').unwrap_or(index);
                if index == "@" || index == "*" {
                    return self.list_len(base) > 0;
                }
                // A subscript of a list is arithmetic: the forms that are written are numbers and variables.
                let value = if self.is_map(base) || text::parse_int(index.as_bytes()).is_some() {
                    index.as_bytes().to_vec()
                } else {
                    self.get(index.trim_start_matches('$'))
                };
                self.keys(base).contains(&value)
            }
            None => self.lookup(name).is_some(),
        }
    }
}

pub(super) fn is_unary(operator: &[u8], bash: bool) -> bool {
    matches!(operator, [b'-', letter] if b"nzefdsLhpSbcgukrwxOGt".contains(letter) || bash && b"avoN".contains(letter))
}

pub(super) fn is_binary(operator: &[u8], bash: bool) -> bool {
    matches!(
        operator,
        b"=" | b"!=" | b"-eq" | b"-ne" | b"-lt" | b"-le" | b"-gt" | b"-ge" | b"-nt" | b"-ot" | b"-ef" | b"<" | b">"
    ) || bash && operator == b"=="
}

fn files(left: &[u8], operator: &[u8], right: &[u8], bash: bool) -> bool {
    let one = std::fs::metadata(text::path(left)).ok();
    let two = std::fs::metadata(text::path(right)).ok();
    let time = |data: &std::fs::Metadata| (data.mtime(), data.mtime_nsec());
    match (operator, one, two) {
        (b"-nt", Some(a), Some(b)) => time(&a) > time(&b),
        (b"-nt", Some(_), None) => bash,
        (b"-ot", Some(a), Some(b)) => time(&a) < time(&b),
        (b"-ot", None, Some(_)) => bash,
        (b"-ef", Some(a), Some(b)) => a.dev() == b.dev() && a.ino() == b.ino(),
        _ => false,
    }
}

/// An expression that is read.
pub(super) struct Test<'a> {
    pub(super) args: &'a [Str],
    pub(super) at: usize,
    shell: &'a Shell,
}

impl Test<'_> {
    pub(super) fn arg(&self, at: usize) -> &[u8] {
        self.args.get(at).map_or(b"", |arg| arg)
    }

    /// By the number of arguments, as POSIX has it; more than four are parsed.
    fn all(&mut self) -> Answer {
        match self.args.len() {
            0 => Ok(false),
            1 => Ok(!self.arg(0).is_empty()),
            2 => self.two(0),
            3 => self.three(0),
            4 if self.arg(0) == b"!" => self.three(1).map(|answer| !answer),
            4 if self.arg(0) == b"(" && self.arg(3) == b")" => self.two(1),
            _ => {
                let answer = self.or(0)?;
                if self.at < self.args.len() {
                    return Err(Wrong(format!("{}: unexpected operator", text::lossy(self.arg(self.at)))));
                }
                Ok(answer)
            }
        }
    }

    fn two(&mut self, from: usize) -> Answer {
        if self.arg(from) == b"!" {
            return Ok(self.arg(from + 1).is_empty());
        }
        if !is_unary(self.arg(from), self.shell.bash()) {
            return Err(Wrong(format!("{}: unexpected operator", text::lossy(self.arg(from)))));
        }
        self.apply_unary(from)
    }

    fn three(&mut self, from: usize) -> Answer {
        if is_binary(self.arg(from + 1), self.shell.bash()) {
            return self.apply_binary(from);
        }
        if self.arg(from + 1) == b"-a" {
            return Ok(!self.arg(from).is_empty() && !self.arg(from + 2).is_empty());
        }
        if self.arg(from + 1) == b"-o" {
            return Ok(!self.arg(from).is_empty() || !self.arg(from + 2).is_empty());
        }
        if self.arg(from) == b"!" {
            return self.two(from + 1).map(|answer| !answer);
        }
        if self.arg(from) == b"(" && self.arg(from + 2) == b")" {
            return Ok(!self.arg(from + 1).is_empty());
        }
        Err(Wrong(format!("{}: unexpected operator", text::lossy(self.arg(from + 1)))))
    }

    pub(super) fn apply_unary(&mut self, from: usize) -> Answer {
        let operator = self.arg(from);
        if operator == b"-t" && text::parse_int(self.arg(from + 1)).is_none() {
            if self.shell.bash() {
                return Ok(false);
            }
            return Err(Wrong(format!("Illegal number: {}", text::lossy(self.arg(from + 1)))));
        }
        self.shell
            .unary(operator, self.arg(from + 1))
            .ok_or_else(|| Wrong(format!("{}: unexpected operator", text::lossy(operator))))
    }

    pub(super) fn apply_binary(&mut self, from: usize) -> Answer {
        let (left, operator, right) = (self.arg(from), self.arg(from + 1), self.arg(from + 2));
        let number = |arg: &[u8]| {
            text::parse_int(arg).ok_or_else(|| {
                let shown = text::lossy(arg);
                Wrong(if self.shell.bash() {
                    format!("{shown}: integer expression expected")
                } else {
                    format!("Illegal number: {shown}")
                })
            })
        };
        Ok(match operator {
            b"=" | b"==" => left == right,
            b"!=" => left != right,
            b"<" => left < right,
            b">" => left > right,
            b"-eq" => number(left)? == number(right)?,
            b"-ne" => number(left)? != number(right)?,
            b"-lt" => number(left)? < number(right)?,
            b"-le" => number(left)? <= number(right)?,
            b"-gt" => number(left)? > number(right)?,
            b"-ge" => number(left)? >= number(right)?,
            _ => files(left, operator, right, self.shell.bash()),
        })
    }

    fn or(&mut self, depth: u32) -> Answer {
        let mut answer = self.and(depth)?;
        while self.arg(self.at) == b"-o" && self.at < self.args.len() {
            self.at += 1;
            answer |= self.and(depth)?;
        }
        Ok(answer)
    }

    fn and(&mut self, depth: u32) -> Answer {
        let mut answer = self.not(depth)?;
        while self.arg(self.at) == b"-a" && self.at < self.args.len() {
            self.at += 1;
            answer &= self.not(depth)?;
        }
        Ok(answer)
    }

    fn not(&mut self, depth: u32) -> Answer {
        let mut negated = false;
        while self.arg(self.at) == b"!" && self.at + 1 < self.args.len() {
            negated = !negated;
            self.at += 1;
        }
        Ok(self.primary(depth)? != negated)
    }

    fn primary(&mut self, depth: u32) -> Answer {
        if depth > 200 {
            return Err(Wrong("too many parentheses".into()));
        }
        let left = self.args.len().saturating_sub(self.at);
        if left == 0 {
            return Err(Wrong("argument expected".into()));
        }
        // A parenthesis is one whatever follows.
        let opens = self.arg(self.at) == b"(" && left > 1;
        if left >= 3 && is_binary(self.arg(self.at + 1), self.shell.bash()) && !opens {
            self.at += 3;
            return self.apply_binary(self.at - 3);
        }
        if opens {
            self.at += 1;
            let answer = self.or(depth + 1)?;
            if self.arg(self.at) != b")" {
                return Err(Wrong("closing paren expected".into()));
            }
            self.at += 1;
            return Ok(answer);
        }
        if left >= 2 && is_unary(self.arg(self.at), self.shell.bash()) {
            self.at += 2;
            return self.apply_unary(self.at - 2);
        }
        self.at += 1;
        Ok(!self.arg(self.at - 1).is_empty())
    }
}
