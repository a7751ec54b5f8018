//! Redirections: descriptors of this process are really moved, and put back afterwards.

use crate::{Flow, Run, Shell, Str, Text, sys};
use std::fs::OpenOptions;
use std::os::fd::IntoRawFd;

/// What a redirection does.
#[derive(Clone, Debug)]
enum Action {
    Read(Str),
    Write(Str),
    Clobber(Str),
    Append(Str),
    ReadWrite(Str),
    Copy(Str),
    Here(Str),
}

/// One redirection.
#[derive(Clone, Debug)]
pub struct Redirect {
    fd: sys::Fd,
    action: Action,
    /// `{name}>…`: the variable that gets the number of a new descriptor, or holds the one to close.
    name: Option<String>,
    /// How the descriptor to copy is written in the script, for messages.
    shown: Option<String>,
}

impl Redirect {
    fn new(fd: i32, action: Action) -> Self {
        Redirect { fd, action, name: None, shown: None }
    }

    /// With a variable for the number.
    pub fn named(mut self, name: Option<&str>) -> Self {
        self.name = name.map(str::to_string);
        self
    }

    /// With the text that stands in the script for the descriptor to copy.
    pub fn shown(mut self, text: &str) -> Self {
        self.shown = Some(text.to_string());
        self
    }

    /// `fd<path`
    pub fn read(fd: i32, path: impl Text) -> Self {
        Self::new(fd, Action::Read(crate::text::text(path)))
    }

    /// `fd>path`
    pub fn write(fd: i32, path: impl Text) -> Self {
        Self::new(fd, Action::Write(crate::text::text(path)))
    }

    /// `fd>|path`
    pub fn clobber(fd: i32, path: impl Text) -> Self {
        Self::new(fd, Action::Clobber(crate::text::text(path)))
    }

    /// `fd>>path`
    pub fn append(fd: i32, path: impl Text) -> Self {
        Self::new(fd, Action::Append(crate::text::text(path)))
    }

    /// `fd<>path`
    pub fn read_write(fd: i32, path: impl Text) -> Self {
        Self::new(fd, Action::ReadWrite(crate::text::text(path)))
    }

    /// `fd>&other`, `fd<&other`; `-` closes.
    pub fn copy(fd: i32, other: impl Text) -> Self {
        Self::new(fd, Action::Copy(crate::text::text(other)))
    }

    /// A here-document or here-string.
    pub fn here(fd: i32, text: impl Text) -> Self {
        Self::new(fd, Action::Here(crate::text::text(text)))
    }
}

/// What a descriptor was before.
struct Saved {
    fd: sys::Fd,
    /// None: it was closed.
    copy: Option<sys::Fd>,
}

impl Shell {
    /// Run `body` with redirections. When one fails, the body does not run and the status says so.
    pub fn redirect(&mut self, redirects: Vec<Redirect>, body: impl FnOnce(&mut Shell) -> Run) -> Run {
        self.digits_only(&redirects)?;
        let touches_output = redirects.iter().any(|redirect| redirect.fd == 1);
        let shares_output =
            redirects.iter().any(|redirect| matches!(&redirect.action, Action::Copy(other) if other == b"1"));
        if shares_output {
            self.out.share();
        } else {
            self.out.flush();
        }
        if redirects.iter().any(|redirect| redirect.fd == 0) {
            self.input.sync();
        }
        let mut saved = vec![];
        let opened = redirects.iter().try_for_each(|redirect| self.apply(redirect, Some(&mut saved)));
        let captured = self.captured;
        let result = match opened {
            Ok(()) => {
                self.captured = captured;
                if touches_output {
                    self.out.enter_descriptor();
                }
                let result = body(self);
                if touches_output {
                    self.out.leave_descriptor();
                    if self.out.take_failure() && result.is_ok() {
                        self.complain("write error");
                        self.status = 1;
                    }
                }
                result.map(|_| self.status == 0)
            }
            Err(message) => {
                // Said where the redirections before it lead.
                self.complain(&message);
                self.put_back(&mut saved);
                let status = if self.bash() { 1 } else { 2 };
                return self.finish(status);
            }
        };
        self.put_back(&mut saved);
        result
    }

    /// The path of a redirection of bash, whose word has to give one field.
    pub fn one_path(&self, fields: Vec<Str>) -> Str {
        match fields.len() {
            // No path has such a byte.
            0 => vec![0],
            _ => fields.join(&0),
        }
    }

    /// Like [`Shell::redirect`] for a special builtin: in sh a failure ends the shell.
    pub fn redirect_special(&mut self, redirects: Vec<Redirect>, body: impl FnOnce(&mut Shell) -> Run) -> Run {
        let mut entered = false;
        let result = self.redirect(redirects, |sh| {
            entered = true;
            body(sh)
        })?;
        if entered || self.bash() { Ok(result) } else { Err(Flow::Exit(2)) }
    }

    /// `exec` with redirections only: they stay.
    pub fn redirect_for_good(&mut self, redirects: Vec<Redirect>) -> Run {
        self.digits_only(&redirects)?;
        self.out.share();
        self.input.sync();
        for redirect in &redirects {
            if let Err(message) = self.apply(redirect, None) {
                self.complain(&message);
                if !self.bash() {
                    return Err(Flow::Exit(2));
                }
                self.input.changed();
                return self.finish(1);
            }
        }
        self.input.changed();
        if redirects.iter().any(|redirect| redirect.fd == 1) {
            self.out.strict = sys::fails_to_write(1);
        }
        self.finish(0)
    }

    /// In sh a descriptor is one digit, and anything else after `>&` ends the shell.
    fn digits_only(&mut self, redirects: &[Redirect]) -> Result<(), Flow> {
        let wrong = redirects.iter().any(|redirect| match &redirect.action {
            Action::Copy(other) => other != b"-" && !matches!(other.as_slice(), [b'0'..=b'9']),
            _ => false,
        });
        if wrong && !self.bash() {
            self.complain("Syntax error: Bad fd number");
            return Err(Flow::Exit(2));
        }
        Ok(())
    }

    fn put_back(&mut self, saved: &mut Vec<Saved>) {
        while let Some(one) = saved.pop() {
            if one.fd == 0 {
                self.input.sync();
                self.input.changed();
            }
            match one.copy {
                Some(copy) => {
                    // The copy was taken from a descriptor that was open.
                    let _ = sys::dup2(copy, one.fd);
                    sys::close(copy);
                }
                None => sys::close(one.fd),
            }
        }
    }

    /// `{name}>…`: a descriptor from 10 on, which stays.
    fn apply_named(&mut self, redirect: &Redirect, name: &str) -> Result<(), String> {
        let failed = |error: std::io::Error| error.to_string();
        match self.open(redirect)? {
            Source::Closed => {
                if let Some(fd) = crate::text::parse_int(&self.get(name)) {
                    sys::close(fd as sys::Fd);
                }
                Ok(())
            }
            Source::Owned(fd) => {
                let new = sys::copy_high(fd).map_err(failed)?;
                sys::close(fd);
                self.name_descriptor(name, new)
            }
            Source::Shared(fd) => {
                let new = sys::copy_high(fd).map_err(failed)?;
                self.name_descriptor(name, new)
            }
        }
    }

    fn name_descriptor(&mut self, name: &str, fd: sys::Fd) -> Result<(), String> {
        self.set(name, i64::from(fd)).map_err(|_| {
            sys::close(fd);
            format!("{name}: cannot assign fd to variable")
        })
    }

    fn apply(&mut self, redirect: &Redirect, saved: Option<&mut Vec<Saved>>) -> Result<(), String> {
        if let Some(name) = &redirect.name {
            return self.apply_named(redirect, name);
        }
        let fd = redirect.fd;
        let source = self.open(redirect)?;
        if let Some(saved) = saved
            && !saved.iter().any(|one| one.fd == fd)
        {
            // What was opened under this very number found it closed.
            let free = matches!(source, Source::Owned(new) if new == fd);
            saved.push(Saved { fd, copy: if free { None } else { sys::save_fd(fd).ok() } });
        }
        if fd == 0 {
            self.input.changed();
        }
        match source {
            Source::Owned(new) if new == fd => {
                // Opened at the very number: let it stay open over exec.
                let high = sys::save_fd(new).map_err(|error| error.to_string())?;
                let moved = sys::dup2(high, fd);
                sys::close(high);
                moved.map_err(|error| error.to_string())
            }
            Source::Owned(new) => {
                let moved = sys::dup2(new, fd);
                sys::close(new);
                moved.map_err(|error| error.to_string())
            }
            Source::Shared(other) if other == fd => Ok(()),
            Source::Shared(other) => sys::dup2(other, fd).map_err(|_| format!("{other}: Bad file descriptor")),
            Source::Closed => {
                sys::close(fd);
                Ok(())
            }
        }
    }

    fn open(&mut self, redirect: &Redirect) -> Result<Source, String> {
        let mut options = OpenOptions::new();
        let path = match &redirect.action {
            Action::Read(path) => {
                options.read(true);
                path
            }
            Action::Write(path) if self.options.noclobber && is_regular(path) => {
                return Err(format!("cannot create {}: File exists", crate::text::lossy(path)));
            }
            Action::Write(path) | Action::Clobber(path) => {
                options.write(true).create(true).truncate(true);
                path
            }
            Action::Append(path) => {
                options.append(true).create(true);
                path
            }
            Action::ReadWrite(path) => {
                options.read(true).write(true).create(true).truncate(false);
                path
            }
            Action::Copy(other) => {
                let failed = |message: String| match &redirect.shown {
                    Some(text) => format!("{text}: Bad file descriptor"),
                    None => message,
                };
                return self.copied(other).map_err(failed);
            }
            Action::Here(text) => {
                let made = sys::memory_file().and_then(|fd| {
                    sys::write_all(fd, text)?;
                    sys::rewind(fd);
                    Ok(fd)
                });
                return made.map(Source::Owned).map_err(|error| error.to_string());
            }
        };
        if path.contains(&0) {
            return Err("ambiguous redirect".into());
        }
        match options.open(crate::text::path(path)) {
            Ok(file) => Ok(Source::Owned(file.into_raw_fd())),
            Err(error) => {
                let verb = if matches!(redirect.action, Action::Read(_)) { "open" } else { "create" };
                Err(format!("cannot {verb} {}: {}", crate::text::lossy(path), crate::process::reason(&error)))
            }
        }
    }

    fn copied(&self, other: &[u8]) -> Result<Source, String> {
        if other == b"-" {
            return Ok(Source::Closed);
        }
        let number = std::str::from_utf8(other).ok().and_then(|text| text.parse::<i32>().ok());
        match number {
            Some(number) if sys::is_open(number) => Ok(Source::Shared(number)),
            Some(number) => Err(format!("{number}: Bad file descriptor")),
            None => Err(format!("{}: bad file descriptor number", crate::text::lossy(other))),
        }
    }
}

/// Where a redirected descriptor comes from.
enum Source {
    Owned(sys::Fd),
    Shared(sys::Fd),
    Closed,
}

fn is_regular(path: &[u8]) -> bool {
    std::fs::metadata(crate::text::path(path)).is_ok_and(|data| data.is_file())
}
