//! Builtins that run text or jump, where they are called by name: in text that is evaluated, or by a computed name.

use crate::{Flow, Run, Shell, Str, text};

impl Shell {
    /// `break` and `continue` by name.
    pub(crate) fn jump(&mut self, args: Vec<Str>, continues: bool) -> Run {
        if !self.interpreting {
            return Err(self.refuse("SH0907", "`break` or `continue` was called by a name computed at run time"));
        }
        let count = match args.first() {
            None => 1,
            Some(arg) => match text::parse_int(arg).filter(|count| *count > 0) {
                Some(count) => count.min(1 << 20) as u32,
                None => {
                    let word = if continues { "continue" } else { "break" };
                    return self.misuse(&format!("{word}: Illegal number: {}", text::lossy(arg)), true);
                }
            },
        };
        if self.loops == 0 {
            return self.finish(0);
        }
        self.status = 0;
        let count = count.min(self.loops);
        Err(if continues { Flow::Next(count) } else { Flow::Leave(count) })
    }

    /// `. file`: the file is read and evaluated at run time.
    pub fn dot(&mut self, mut args: Vec<Str>) -> Run {
        if args.first().is_some_and(|arg| arg == b"--") {
            args.remove(0);
        }
        if args.is_empty() {
            return if self.bash() { self.misuse(".: filename argument required", false) } else { self.finish(0) };
        }
        let name = args.remove(0);
        let Some(path) = self.sourced_path(&name) else {
            let message = format!(".: {}: not found", text::lossy(&name));
            self.complain(&message);
            self.failed = true;
            return if self.bash() { self.finish(1) } else { Err(Flow::Exit(2)) };
        };
        let Ok(content) = std::fs::read(text::path(&path)) else {
            self.complain(&format!(".: cannot open {}", text::lossy(&name)));
            return if self.bash() { self.finish(1) } else { Err(Flow::Exit(2)) };
        };
        const BINARY: usize = 256;
        let content = if self.bash() && content.contains(&0) {
            if content.iter().filter(|byte| **byte == 0).count() > BINARY {
                self.complain(&format!(".: {}: cannot execute binary file", text::lossy(&name)));
                return self.finish(126);
            }
            content.into_iter().filter(|byte| *byte != 0).collect()
        } else {
            content
        };
        let content = if content.starts_with(b"#!") { [b"#".as_slice(), &content].concat() } else { content };
        let own = (self.bash() && !args.is_empty()).then(|| std::mem::replace(&mut self.args, args));
        let loops = self.loops;
        let asks = |name: &[u8]| content.windows(name.len()).any(|text| text == name);
        if self.bash() && self.running.is_none() && (asks(b"BASH_SOURCE") || asks(b"FUNCNAME")) {
            self.name_calls();
        }
        self.sourced += 1;
        let deeper = u32::from(!self.processes.is_empty());
        self.nesting += deeper;
        let result = self.named(b"source", Some(&path), |sh| sh.run_text(&content));
        self.sourced -= 1;
        self.nesting -= deeper;
        self.loops = loops;
        if let Some(before) = own {
            self.args = before;
        }
        match result {
            Err(Flow::Return) => self.last(),
            other => other,
        }
    }

    /// Where the file of `.` is: names without a slash are looked for in `PATH`, then (bash) here.
    fn sourced_path(&self, name: &[u8]) -> Option<Str> {
        let is_file = |path: &[u8]| std::fs::metadata(text::path(path)).is_ok_and(|data| !data.is_dir());
        if name.contains(&b'/') {
            return is_file(name).then(|| name.to_vec());
        }
        let path = self.get("PATH");
        let found = path.split(|byte| *byte == b':').find_map(|folder| {
            let path = if folder.is_empty() { name.to_vec() } else { [folder, b"/", name].concat() };
            is_file(&path).then_some(path)
        });
        found.or_else(|| (self.bash() && is_file(name)).then(|| name.to_vec()))
    }

    /// `.` within this many loops of the script.
    pub fn dot_in_loops(&mut self, args: Vec<Str>, loops: u32) -> Run {
        let before = std::mem::replace(&mut self.loops, loops);
        let result = self.dot(args);
        self.loops = before;
        result
    }

    /// The builtin `alias`.
    pub fn alias(&mut self, args: Vec<Str>) -> Run {
        let bash = self.bash();
        let args: Vec<Str> = args.into_iter().filter(|arg| !(bash && (arg == b"--" || arg == b"-p"))).collect();
        let mut status = 0;
        if args.is_empty() {
            let all: Vec<(String, String)> = self.aliases.clone().into_iter().collect();
            for (name, value) in all {
                self.show_alias(&name, &value);
            }
        }
        for arg in args {
            let arg = text::lossy(&arg).into_owned();
            match arg.split_once('=') {
                Some((name, value)) if !name.is_empty() => {
                    if !self.bash() && !self.rest {
                        return Err(self.refuse("SH0104", "an alias that could change how the converted commands read"));
                    }
                    self.aliases.insert(name.to_string(), value.to_string());
                }
                _ => match self.aliases.get(&arg).cloned() {
                    Some(value) => self.show_alias(&arg, &value),
                    None => {
                        self.complain(&format!("alias: {arg} not found"));
                        status = 1;
                    }
                },
            }
        }
        self.finish(status)
    }

    fn show_alias(&mut self, name: &str, value: &str) {
        let quoted = super::quote::quoted_for(self.bash(), value.as_bytes());
        let prefix = if self.bash() { "alias " } else { "" };
        self.out.write(&[prefix.as_bytes(), name.as_bytes(), b"=", &quoted, b"\n"].concat());
    }

    /// The builtin `unalias`.
    pub fn unalias(&mut self, args: Vec<Str>) -> Run {
        let mut status = 0;
        for arg in args {
            if arg == b"-a" {
                self.aliases.clear();
            } else if self.aliases.remove(text::lossy(&arg).as_ref()).is_none() {
                self.complain(&format!("unalias: {} not found", text::lossy(&arg)));
                status = 1;
            }
        }
        self.finish(status)
    }
}
