//! `cd` and `pwd`.

use crate::{Run, Shell, Str, text};
use std::os::unix::ffi::OsStringExt;

impl Shell {
    /// The builtin `cd`.
    pub fn cd(&mut self, mut args: Vec<Str>) -> Run {
        let mut physical = false;
        while args
            .first()
            .is_some_and(|arg| matches!(arg.as_slice(), b"-L" | b"-P" | b"--") || self.bash() && arg == b"-e")
        {
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

    /// The builtin `pushd`.
    pub fn pushd(&mut self, args: Vec<Str>) -> Run {
        let here = self.get("PWD");
        match args.as_slice() {
            [] => {
                let Some(top) = self.folders.pop() else { return self.misuse("pushd: no other directory", false) };
                self.folders.push(here);
                self.cd_quietly(top)?;
            }
            [one] if one.first() == Some(&b'+') || one.first() == Some(&b'-') && one.len() > 1 => {
                let Some(number) = self.folder_number(one) else {
                    return self
                        .misuse(&format!("pushd: {}: directory stack index out of range", text::lossy(one)), false);
                };
                let mut all = self.folder_stack();
                all.rotate_left(number);
                let top = all.remove(0);
                all.reverse();
                self.folders = all;
                self.cd_quietly(top)?;
            }
            [folder] => {
                self.cd_quietly(folder.clone())?;
                if self.status != 0 {
                    return self.finish(1);
                }
                self.folders.push(here);
            }
            _ => return self.misuse("pushd: too many arguments", false),
        }
        self.dirs(vec![])
    }

    /// The builtin `popd`.
    pub fn popd(&mut self, args: Vec<Str>) -> Run {
        if self.folders.is_empty() {
            return self.misuse("popd: directory stack empty", false);
        }
        let number = match args.first() {
            None => 0,
            Some(arg) => match self.folder_number(arg) {
                Some(number) => number,
                None => {
                    let message = format!("popd: {}: directory stack index out of range", text::lossy(arg));
                    return self.misuse(&message, false);
                }
            },
        };
        if number > 0 {
            let at = self.folders.len() - number;
            self.folders.remove(at);
        } else if let Some(top) = self.folders.pop() {
            self.cd_quietly(top)?;
        }
        self.dirs(vec![])
    }

    /// The builtin `dirs`.
    pub fn dirs(&mut self, args: Vec<Str>) -> Run {
        let has = |letter: u8| args.iter().any(|arg| arg.first() == Some(&b'-') && arg[1..].contains(&letter));
        if has(b'c') {
            self.folders.clear();
            return self.finish(0);
        }
        let known = |arg: &Str| match arg.split_first() {
            Some((b'-', rest)) if !rest.is_empty() => {
                rest.iter().all(|letter| b"lpv".contains(letter)) || rest.iter().all(u8::is_ascii_digit)
            }
            Some((b'+', rest)) => !rest.is_empty() && rest.iter().all(u8::is_ascii_digit),
            _ => false,
        };
        if let Some(wrong) = args.iter().find(|arg| !known(arg)) {
            self.complain(&format!("dirs: {}: invalid option", text::lossy(wrong)));
            return self.finish(2);
        }
        let home = self.get("HOME");
        let show = |folder: &Str| match folder.strip_prefix(home.as_slice()) {
            Some(rest) if !home.is_empty() && !has(b'l') && (rest.is_empty() || rest[0] == b'/') => {
                [b"~", rest].concat()
            }
            _ => folder.clone(),
        };
        let all: Vec<Str> = self.folder_stack().iter().map(show).collect();
        if let Some(number) = args.iter().find(|arg| arg.len() > 1 && arg[1..].iter().all(u8::is_ascii_digit)) {
            return match self.folder_number(number) {
                Some(at) => self.put(&[all[at].as_slice(), b"\n"].concat()),
                None => {
                    let message = format!("dirs: {}: directory stack index out of range", text::lossy(number));
                    self.misuse(&message, false)
                }
            };
        }
        let out = if has(b'v') {
            let lines = all.iter().enumerate().map(|(at, one)| [format!("{at:>2}  ").as_bytes(), one].concat());
            lines.collect::<Vec<_>>().join(&b'\n')
        } else {
            all.join(if has(b'p') { &b'\n' } else { &b' ' })
        };
        self.put(&[out.as_slice(), b"\n"].concat())
    }

    fn folder_stack(&self) -> Vec<Str> {
        std::iter::once(self.get("PWD")).chain(self.folders.iter().rev().cloned()).collect()
    }

    /// `+n` counts from the left, `-n` from the right.
    fn folder_number(&self, arg: &[u8]) -> Option<usize> {
        let number: usize = std::str::from_utf8(arg.get(1..)?).ok()?.parse().ok()?;
        let last = self.folders.len();
        if number > last {
            return None;
        }
        match arg[0] {
            b'+' => Some(number),
            b'-' => Some(last - number),
            _ => None,
        }
    }

    fn cd_quietly(&mut self, folder: Str) -> Run {
        let path = self.vars.var("CDPATH").cloned();
        self.vars.put("CDPATH", None);
        let result = self.cd(vec![folder]);
        self.vars.put("CDPATH", path);
        result
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
    for part in parts {
        out.push(b'/');
        out.extend_from_slice(part);
    }
    if out.is_empty() {
        out.push(b'/');
    }
    if path.starts_with(b"//") && !path.starts_with(b"///") {
        // Two slashes at the start may mean something else, so shells keep them.
        out.insert(0, b'/');
    }
    out
}
