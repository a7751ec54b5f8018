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
        if relative {
            let all = self.get("CDPATH");
            for folder in all.split(|byte| *byte == b':').filter(|_| !all.is_empty()) {
                let slash: &[u8] = if folder.ends_with(b"/") && self.bash() { b"" } else { b"/" };
                let here = folder.is_empty();
                let candidate = if here { target.clone() } else { [folder, slash, &target].concat() };
                if std::fs::metadata(text::path(&candidate)).is_ok_and(|data| data.is_dir()) {
                    return self.change_folder(&candidate, &target, physical, show || !here);
                }
            }
        }
        self.change_folder(&target.clone(), &target, physical, show)
    }

    /// The builtin `pushd`.
    pub fn pushd(&mut self, args: Vec<Str>) -> Run {
        let here = self.get("PWD");
        if args.is_empty() {
            let Some(top) = self.folders.pop() else { return self.misuse("pushd: no other directory", false) };
            self.folders.push(here);
            return self.move_to(top);
        }
        let (stays, args) = without_stay(args);
        let Some(word) = args.first().cloned() else { return self.finish(0) };
        if args.len() > 1 {
            return self.misuse("pushd: too many arguments", false);
        }
        if word.len() > 1 && matches!(word[0], b'+' | b'-') {
            let Some(number) = self.folder_number(&word) else { return self.bad_folder("pushd", &word) };
            let mut moving = here;
            for _ in 0..number {
                let Some(top) = self.folders.pop() else { break };
                self.folders.insert(0, moving);
                moving = top;
            }
            self.show_folders();
            return if stays { self.finish(0) } else { self.move_to(moving) };
        }
        if stays {
            self.folders.push(word);
        } else {
            self.cd_quietly(word)?;
            if self.status != 0 {
                return self.finish(1);
            }
            self.folders.push(here);
        }
        self.show_folders();
        self.dirs(vec![])
    }

    /// Change to a folder that left the stack, and show the stack.
    fn move_to(&mut self, folder: Str) -> Run {
        self.cd_quietly(folder)?;
        if self.status != 0 {
            return self.finish(1);
        }
        self.dirs(vec![])
    }

    fn bad_folder(&mut self, command: &str, word: &[u8]) -> Run {
        let shown = text::lossy(word).into_owned();
        if word[1..].iter().all(u8::is_ascii_digit) {
            return self.misuse(&format!("{command}: {shown}: directory stack index out of range"), false);
        }
        self.complain(&format!("{command}: {shown}: invalid number"));
        self.finish(2)
    }

    /// The builtin `popd`.
    pub fn popd(&mut self, args: Vec<Str>) -> Run {
        let (stays, args) = without_stay(args);
        let number = match args.first() {
            None => 0,
            Some(arg) if matches!(arg.first(), Some(b'+' | b'-')) && arg.len() > 1 => match self.folder_number(arg) {
                Some(number) => number,
                None => return self.bad_folder("popd", arg),
            },
            Some(arg) => {
                let message = format!("popd: {}: invalid argument", text::lossy(arg));
                self.complain(&message);
                return self.finish(2);
            }
        };
        if self.folders.is_empty() {
            return self.misuse("popd: directory stack empty", false);
        }
        if number > 0 {
            let at = self.folders.len() - number;
            self.folders.remove(at);
        } else if let Some(top) = self.folders.last().cloned() {
            if !stays {
                self.cd_quietly(top)?;
                if self.status != 0 {
                    return self.finish(1);
                }
            }
            self.folders.pop();
        }
        self.show_folders();
        self.dirs(vec![])
    }

    /// `DIRSTACK` says what the stack is.
    pub(crate) fn show_folders(&mut self) {
        if self.bash() {
            let all = self.folder_stack().into_iter().enumerate().map(|(at, one)| (at as i64, one)).collect();
            self.vars.entry("DIRSTACK").value = crate::vars::Value::List(all);
        }
    }

    /// `DIRSTACK[n]=folder` changes the stack.
    pub(crate) fn folders_from_list(&mut self) {
        let mut all = self.elements("DIRSTACK");
        if !all.is_empty() {
            all.remove(0);
        }
        all.reverse();
        self.folders = all;
        self.show_folders();
    }

    /// The builtin `dirs`.
    pub fn dirs(&mut self, args: Vec<Str>) -> Run {
        let has = |letter: u8| args.iter().any(|arg| arg.first() == Some(&b'-') && arg[1..].contains(&letter));
        if has(b'c') {
            self.folders.clear();
            self.show_folders();
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

    /// `~n`, `~+n` and `~-n`.
    pub(crate) fn folder_of_tilde(&self, user: &[u8]) -> Option<Str> {
        let number = if user.first().is_some_and(u8::is_ascii_digit) { [b"+", user].concat() } else { user.to_vec() };
        if number.len() < 2 || !matches!(number[0], b'+' | b'-') {
            return None;
        }
        let at = self.folder_number(&number)?;
        self.folder_stack().into_iter().nth(at)
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
        let slash: &[u8] = if old.ends_with(b"/") { b"" } else { b"/" };
        let full = if target.starts_with(b"/") { target.to_vec() } else { [old.as_slice(), slash, target].concat() };
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
            self.show_folders();
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

/// Operands without `-n` and `--`, and whether `-n` stood there.
fn without_stay(args: Vec<Str>) -> (bool, Vec<Str>) {
    let mut stays = false;
    let mut args = args.into_iter().peekable();
    while let Some(arg) = args.next_if(|arg| arg == b"-n" || arg == b"--") {
        if arg == b"--" {
            break;
        }
        stays = true;
    }
    (stays, args.collect())
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
