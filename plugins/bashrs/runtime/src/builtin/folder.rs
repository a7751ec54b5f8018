//! `cd` and `pwd`.

use crate::{Run, Shell, Str, text};
use std::os::unix::ffi::OsStringExt;

impl Shell {
    /// The builtin `cd`.
    pub fn cd(&mut self, mut args: Vec<Str>) -> Run {
        let mut physical = false;
        while args.first().is_some_and(|arg| matches!(arg.as_slice(), b"-L" | b"-P" | b"--") || self.bash() && arg == b"-e") {
            let option = args.remove(0);
            physical = option == b"-P";
            if option == b"--" {
                break;
            }
        }
        if args.len() > 1 && self.bash() {
            return self.misuse("cd: too many arguments", false);
        }
        let mut show = false;
        let target = match args.into_iter().next() {
            None => match self.lookup("HOME").cloned() {
                Some(home) => home,
                None if self.bash() => return self.misuse("cd: HOME not set", false),
                None => return self.finish(0),
            },
            Some(arg) if arg == b"-" => {
                show = true;
                match self.lookup("OLDPWD").cloned() {
                    Some(old) => old,
                    None if self.bash() => return self.misuse("cd: OLDPWD not set", false),
                    None => self.get("PWD"),
                }
            }
            Some(arg) => arg,
        };
        let relative = !matches!(target.first(), Some(b'/' | b'.'));
        if relative && !target.is_empty() {
            for folder in self.get("CDPATH").split(|byte| *byte == b':').filter(|folder| !folder.is_empty()) {
                let candidate = [folder, b"/", &target].concat();
                if std::fs::metadata(text::path(&candidate)).is_ok_and(|data| data.is_dir()) {
                    return self.change_folder(&candidate, &target, physical, true);
                }
            }
        }
        self.change_folder(&target.clone(), &target, physical, show)
    }

    fn change_folder(&mut self, target: &[u8], shown: &[u8], physical: bool, show: bool) -> Run {
        let old = self.get("PWD");
        let full = if target.starts_with(b"/") { target.to_vec() } else { [old.as_slice(), b"/", target].concat() };
        let logical = normalised(&full);
        let place = if physical { full.clone() } else { logical.clone() };
        let target_missing = target.is_empty() && self.bash();
        if !target_missing
            && std::env::set_current_dir(text::path(if target.is_empty() { b"." } else { &place })).is_err()
        {
            let name = text::lossy(shown).into_owned();
            let reason = if self.bash() { bash_reason(&place) } else { "can't cd to" };
            let message = if self.bash() { format!("cd: {name}: {reason}") } else { format!("cd: {reason} {name}") };
            return self.misuse(&message, false);
        }
        let new = if physical {
            std::env::current_dir().map_or(logical, |path| path.into_os_string().into_vec())
        } else {
            logical
        };
        self.set_text("OLDPWD", old)?;
        self.set_text("PWD", new.clone())?;
        if self.bash() {
            self.vars.entry("OLDPWD").exported = true;
        }
        if show {
            self.out.write(&[new.as_slice(), b"\n"].concat());
        }
        self.finish(0)
    }

    /// The builtin `pwd`.
    pub fn pwd(&mut self, args: Vec<Str>) -> Run {
        let folder = if args.first().is_some_and(|arg| arg == b"-P") {
            std::env::current_dir().map(|path| path.into_os_string().into_vec()).unwrap_or_default()
        } else {
            self.get("PWD")
        };
        self.put(&[folder.as_slice(), b"\n"].concat())
    }
}

fn bash_reason(place: &[u8]) -> &'static str {
    match std::fs::metadata(text::path(place)) {
        Ok(data) if data.is_dir() => "Permission denied",
        Ok(_) => "Not a directory",
        Err(_) => "No such file or directory",
    }
}

/// An absolute path without `.`, `..` and doubled slashes.
fn normalised(path: &[u8]) -> Str {
    let mut parts: Vec<&[u8]> = vec![];
    for part in path.split(|byte| *byte == b'/') {
        match part {
            b"" | b"." => {}
            b".." => {
                parts.pop();
            }
            other => parts.push(other),
        }
    }
    let mut out = Str::new();
    if path.starts_with(b"//") && !path.starts_with(b"///") {
        // Two slashes at the start may mean something else, so shells keep them.
        out.push(b'/');
    }
    for part in parts {
        out.push(b'/');
        out.extend_from_slice(part);
    }
    if out.is_empty() {
        out.push(b'/');
    }
    out
}
