//! Commands by name: functions, builtins, external programs.

use crate::{Flow, Run, Shell, Str, builtin, sys};
use std::io;

/// Not found, or found and not executable.
const NOT_FOUND: i32 = 127;
const NOT_EXECUTABLE: i32 = 126;

impl Shell {
    /// Run a command by its name, the first of `args`.
    pub fn run(&mut self, mut args: Vec<Str>) -> Run {
        if args.is_empty() {
            return self.assigned();
        }
        let tail = self.tail_at.take() == Some(self.nesting) && !self.only_here;
        if self.starting.is_some() {
            return self.start_here(&args);
        }
        let name = args.remove(0);
        if let Some(function) = self.functions.get(&name) {
            let function = function.clone();
            return self.named(&name, None, |sh| sh.call_any(function, args));
        }
        match builtin::find(&name, self.dialect) {
            Some(builtin) => builtin(self, args),
            None if tail && !self.has_traps() => self.external_tail(name, args),
            None => self.external(name, args),
        }
    }

    /// Start a stage of a pipeline that is this program.
    fn start_here(&mut self, args: &[Str]) -> Run {
        let name = &args[0];
        if self.functions.contains_key(name) || builtin::find(name, self.dialect).is_some() {
            return Err(Flow::Elsewhere);
        }
        let Some(path) = self.program(name) else { return self.not_found(name) };
        if self.out.captures(1) && args.iter().any(|arg| names_output(arg)) {
            return Err(self.refuse("SH0111", "standard output named by a path within a substitution"));
        }
        match self.image(&path, name, args[1..].to_vec()).start(&[]) {
            Ok(pid) => {
                self.starting = Some(Some(pid));
                self.finish(0)
            }
            Err(_) => Err(Flow::Elsewhere),
        }
    }

    /// The last command of a child: the program takes its place.
    fn external_tail(&mut self, name: Str, args: Vec<Str>) -> Run {
        match self.program(&name) {
            Some(path) => self.replace(&path, &name, &args),
            None => self.not_found(&name),
        }
    }

    /// Run a command by its name, functions left aside: `command name …`.
    pub fn command(&mut self, mut args: Vec<Str>) -> Run {
        // `-pv` is `-p -v`.
        if let Some([b'-', letters @ ..]) = args.first().map(Vec::as_slice)
            && letters.len() > 1
            && letters.iter().all(|letter| b"pvV".contains(letter))
        {
            let letters: Vec<Str> = letters.iter().map(|letter| vec![b'-', *letter]).collect();
            args.splice(..1, letters);
        }
        match args.first().map(Vec::as_slice) {
            None => return self.succeed(),
            Some(b"-v" | b"-V") => {
                let verbose = args.remove(0) == b"-V";
                return self.describe(&args, verbose);
            }
            Some(b"--") => {
                args.remove(0);
                return self.command(args);
            }
            Some(b"-p") => {
                args.remove(0);
                let default: &[u8] = if self.bash() { b"/bin:/usr/bin" } else { b"/usr/bin:/bin:/usr/sbin:/sbin" };
                let path = self.vars.var("PATH").cloned();
                let paths = std::mem::take(&mut self.paths);
                self.set_text("PATH", default.to_vec())?;
                let result = self.command(args);
                self.vars.put("PATH", path);
                self.paths = paths;
                return result;
            }
            _ => {}
        }
        let name = args.remove(0);
        match builtin::find(&name, self.dialect) {
            Some(builtin) => {
                self.failed = false;
                match builtin(self, args) {
                    Err(Flow::Exit(status)) if std::mem::take(&mut self.failed) && name != b"exit" => {
                        self.finish(status)
                    }
                    other => other,
                }
            }
            None => self.external(name, args),
        }
    }

    /// `builtin name …`
    pub fn builtin(&mut self, mut args: Vec<Str>) -> Run {
        if args.is_empty() {
            return self.succeed();
        }
        let name = args.remove(0);
        match builtin::find(&name, self.dialect) {
            Some(builtin) => builtin(self, args),
            None => self.finish(1),
        }
    }

    /// Start an external program and wait for it.
    pub(crate) fn external(&mut self, name: Str, args: Vec<Str>) -> Run {
        let Some(path) = self.program(&name) else {
            return if self.only_here { Err(Flow::Elsewhere) } else { self.not_found(&name) };
        };
        if self.subshells == 0 && !self.only_here && !name.contains(&b'/') {
            self.hashed.insert(name.clone());
        }
        if let Some(run) = self.in_process(&name, &path, &args) {
            return run;
        }
        if self.only_here {
            return Err(Flow::Elsewhere);
        }
        if self.out.captures(1) && args.iter().any(|arg| names_output(arg)) {
            // What is captured lies in a file, which the program would open anew at its start.
            return Err(self.refuse("SH0111", "standard output named by a path within a substitution"));
        }
        self.out.share();
        self.input.sync();
        self.forget_told_jobs();
        match self.image(&path, &name, args.clone()).start(&[]) {
            Ok(pid) => {
                let status = self.wait_for(pid);
                self.finish(status)
            }
            Err(error) => {
                let status = self.cannot_start(&path, &name, &args, &error)?;
                self.finish(status)
            }
        }
    }

    /// The program with what it is given.
    fn image(&self, path: &[u8], name: &[u8], mut args: Vec<Str>) -> sys::Image {
        args.insert(0, name.to_vec());
        sys::Image::new(path, args, self.environment())
    }

    /// `exec name …`: this process becomes the program.
    pub fn exec(&mut self, mut args: Vec<Str>) -> Run {
        if self.bash() && args.first().is_some_and(|arg| arg == b"--") {
            args.remove(0);
        }
        if args.is_empty() {
            return self.succeed();
        }
        let name = args.remove(0);
        if name.is_empty() && !self.bash() {
            self.complain(": Permission denied");
            return Err(Flow::Exit(NOT_EXECUTABLE));
        }
        let Some(path) = self.program(&name) else {
            self.not_found(&name)?;
            return Err(Flow::Exit(self.status));
        };
        self.replace(&path, &name, &args)
    }

    /// This process becomes the program.
    fn replace(&mut self, path: &[u8], name: &[u8], args: &[Str]) -> Run {
        self.out.share();
        self.input.sync();
        let error = self.image(path, name, args.to_vec()).replace();
        let status = self.cannot_start(path, name, args, &error)?;
        Err(Flow::Exit(status))
    }

    fn not_found(&mut self, name: &[u8]) -> Run {
        let text = crate::text::lossy(name).into_owned();
        let (message, status) = if name.contains(&b'/') {
            match std::fs::metadata(crate::text::path(name)) {
                Ok(data) if data.is_dir() && self.bash() => ("Is a directory", NOT_EXECUTABLE),
                Ok(_) => ("Permission denied", NOT_EXECUTABLE),
                Err(_) => ("No such file or directory", NOT_FOUND),
            }
        } else if self.bash() {
            ("command not found", NOT_FOUND)
        } else {
            ("not found", NOT_FOUND)
        };
        let status = if status == NOT_FOUND && !name.contains(&b'/') && self.found_unusable(name) {
            NOT_EXECUTABLE
        } else {
            status
        };
        self.complain(&format!("{text}: {message}"));
        self.finish(status)
    }

    fn found_unusable(&self, name: &[u8]) -> bool {
        !name.is_empty()
            && self
                .search(name, |path| std::fs::metadata(crate::text::path(path)).is_ok_and(|data| data.is_file()))
                .is_some()
    }

    /// A program could not be started: its status; a text file without `#!` is a script of the same shell.
    fn cannot_start(&mut self, path: &[u8], name: &[u8], args: &[Str], error: &io::Error) -> Result<i32, Flow> {
        const ENOEXEC: i32 = 8;
        if error.raw_os_error() == Some(ENOEXEC) {
            let shell: &[u8] = if self.bash() { b"bash" } else { b"sh" };
            if let Some(program) = self.program(shell) {
                let mut all = vec![path.to_vec()];
                all.extend_from_slice(args);
                if let Ok(pid) = self.image(&program, shell, all).start(&[]) {
                    return Ok(self.wait_for(pid));
                }
            }
        }
        self.complain(&format!("{}: {}", crate::text::lossy(name), reason(error)));
        Ok(if error.kind() == io::ErrorKind::NotFound { NOT_FOUND } else { NOT_EXECUTABLE })
    }

    /// Where a program is.
    pub(crate) fn program(&mut self, name: &[u8]) -> Option<Str> {
        if name.contains(&b'/') {
            return is_executable(name).then(|| name.to_vec());
        }
        if name.is_empty() {
            return None;
        }
        if let Some(path) = self.paths.get(name)
            && is_executable(path)
        {
            return Some(path.clone());
        }
        let found = self.search(name, is_executable)?;
        self.paths.insert(name.to_vec(), found.clone());
        Some(found)
    }

    /// The first path of `PATH` that pleases.
    fn search(&self, name: &[u8], pleases: impl Fn(&[u8]) -> bool) -> Option<Str> {
        let folders = self.get("PATH");
        folders.split(|byte| *byte == b':').find_map(|folder| {
            let path = if folder.is_empty() { name.to_vec() } else { [folder, b"/", name].concat() };
            pleases(&path).then_some(path)
        })
    }

    /// Programs are looked for anew.
    pub(crate) fn forget_paths(&mut self) {
        self.paths.clear();
        self.hashed.clear();
    }

    /// Every path of `PATH` that has a program of this name.
    pub(crate) fn programs(&self, name: &[u8]) -> Vec<Str> {
        if name.contains(&b'/') {
            return if is_executable(name) { vec![name.to_vec()] } else { vec![] };
        }
        let folders = self.get("PATH");
        let paths = folders.split(|byte| *byte == b':').map(|folder| [folder, b"/", name].concat());
        paths.filter(|path| is_executable(path)).collect()
    }

    /// `command -v`, `command -V`, `type`.
    pub(crate) fn describe(&mut self, names: &[Str], verbose: bool) -> Run {
        let mut status = 0;
        for name in names {
            let text = crate::text::lossy(name).into_owned();
            let line = if is_keyword(name, self.bash()) {
                (format!("{text} is a shell keyword\n"), format!("{text}\n"))
            } else if let Some(value) =
                self.aliases.get(text.as_str()).filter(|_| !self.bash() || self.options.expand_aliases)
            {
                let kind = if self.bash() { "is aliased to" } else { "is an alias for" };
                let quoted =
                    crate::text::lossy(&builtin::quote::quoted_for(self.bash(), value.as_bytes())).into_owned();
                (format!("{text} {kind} {value}\n"), format!("alias {text}={quoted}\n"))
            } else if self.functions.contains_key(name) {
                if verbose && self.bash() {
                    let Some(shown) = self.function_text(name) else {
                        return Err(self.refuse("SH0908", "`type` of a function whose text is not known"));
                    };
                    self.out.write(format!("{text} is a function\n{shown}\n").as_bytes());
                    continue;
                }
                let kind = if self.bash() { "function" } else { "shell function" };
                (format!("{text} is a {kind}\n"), format!("{text}\n"))
            } else if builtin::find(name, self.dialect).is_some() || builtin::is_special(name) {
                let kind =
                    if builtin::is_special(name) && !self.bash() { "special shell builtin" } else { "shell builtin" };
                (format!("{text} is a {kind}\n"), format!("{text}\n"))
            } else if let Some(path) = self.program(name) {
                let path = crate::text::lossy(&path).into_owned();
                let hashed = self.hashed.contains(name);
                if !self.bash() {
                    self.hashed.insert(name.clone());
                }
                let line = match (hashed && !name.contains(&b'/'), self.bash()) {
                    (true, true) => format!("{text} is hashed ({path})\n"),
                    (true, false) => format!("{text} is a tracked alias for {path}\n"),
                    _ => format!("{text} is {path}\n"),
                };
                (line, format!("{path}\n"))
            } else {
                status = if self.bash() { 1 } else { 127 };
                if verbose {
                    if self.bash() {
                        self.complain(&format!("{text}: not found"));
                    } else {
                        self.out.write(format!("{text}: not found\n").as_bytes());
                    }
                }
                continue;
            };
            self.out.write(if verbose { line.0.as_bytes() } else { line.1.as_bytes() });
        }
        self.finish(status)
    }
}

/// Whether an argument may lead a program to its own standard output.
fn names_output(arg: &[u8]) -> bool {
    let paths: [&[u8]; 3] = [b"/dev/stdout", b"/dev/fd/1", b"/proc/self/fd/1"];
    paths.iter().any(|path| arg.windows(path.len()).any(|part| part == *path))
}

pub(crate) fn is_keyword(name: &[u8], bash: bool) -> bool {
    const POSIX: &[&[u8]] = &[
        b"if", b"then", b"else", b"elif", b"fi", b"do", b"done", b"case", b"esac", b"while", b"until", b"for", b"{",
        b"}", b"!", b"in",
    ];
    POSIX.contains(&name)
        || bash && [b"[[".as_slice(), b"]]", b"function", b"select", b"time", b"coproc"].contains(&name)
}

fn is_executable(path: &[u8]) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(crate::text::path(path))
        .is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

/// The words of the C library for an error, without the number that `std` adds.
pub(crate) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_string()
}
