//! `hash`, the options of `type`, and `declare -p`.

use super::quote;
use crate::vars::Value;
use crate::{Run, Shell, Str, text};

impl Shell {
    /// The builtin `hash`.
    pub fn hash(&mut self, args: Vec<Str>) -> Run {
        if args.is_empty() {
            return Err(self.refuse("SH0908", "the list of `hash`"));
        }
        let mut status = 0;
        for arg in args {
            if arg == b"-r" {
                self.forget_paths();
            } else if arg.starts_with(b"-") && arg.len() > 1 {
                return Err(self.refuse("SH0908", "an option of `hash`"));
            } else if arg.contains(&b'/')
                || super::find(&arg, self.dialect).is_some()
                || self.functions.contains_key(&arg)
            {
                continue;
            } else if self.program(&arg).is_none() {
                self.complain(&format!("hash: {}: not found", text::lossy(&arg)));
                status = 1;
            } else {
                self.hashed.insert(arg);
            }
        }
        self.finish(status)
    }

    /// The builtin `type`.
    pub fn type_(&mut self, mut args: Vec<Str>) -> Run {
        let mut letters = vec![];
        while let Some(arg) = args.first().filter(|arg| self.bash() && arg.len() > 1 && arg[0] == b'-') {
            if arg.iter().skip(1).any(|letter| !b"aftpP-".contains(letter)) {
                self.complain(&format!("type: {}: invalid option", text::lossy(arg)));
                return self.finish(2);
            }
            letters.append(&mut args.remove(0));
        }
        letters.retain(|letter| *letter != b'-');
        let kind = letters.iter().rev().copied().find(|letter| b"tpP".contains(letter));
        if letters.contains(&b'f') {
            return Err(self.refuse("SH0908", "an option of `type`"));
        }
        if letters.contains(&b'a') {
            return self.type_all(&args, kind);
        }
        let Some(option) = kind else { return self.describe(&args, true) };
        let mut status = 0;
        for name in args {
            let kind = self.kind_of(&name);
            let path = if kind.is_none() || option == b'P' { self.program(&name) } else { None };
            match (option, kind, path) {
                (b't', Some(kind), _) => self.out.write(format!("{kind}\n").as_bytes()),
                (b't', None, Some(_)) => self.out.write(b"file\n"),
                (b'p' | b'P', _, Some(path)) => self.out.write(&[path.as_slice(), b"\n"].concat()),
                (b'p', Some(_), _) => {}
                (b't' | b'p' | b'P', ..) => status = 1,
                _ => return Err(self.refuse("SH0908", "an option of `type`")),
            }
        }
        self.finish(status)
    }

    /// `type -a`: everything that has the name; `kind`: only what it is, or only its paths.
    fn type_all(&mut self, names: &[Str], kind: Option<u8>) -> Run {
        let mut status = 0;
        for name in names {
            let shown = text::lossy(name).into_owned();
            let mut lines = vec![];
            let function = self.functions.contains_key(name);
            if crate::process::is_keyword(name, true) {
                lines.push(("keyword", format!("{shown} is a shell keyword")));
            }
            if function && kind != Some(b'P') {
                let Some(text) = self.function_text(name) else {
                    return Err(self.refuse("SH0908", "`type` of a function whose text is not known"));
                };
                lines.push(("function", format!("{shown} is a function\n{text}")));
            }
            if super::find(name, self.dialect).is_some() || super::is_special(name) {
                lines.push(("builtin", format!("{shown} is a shell builtin")));
            }
            if matches!(kind, Some(b'p' | b'P')) {
                lines.clear();
            }
            let paths = self.programs(name);
            let missing = lines.is_empty() && paths.is_empty();
            for (word, line) in &lines {
                self.out.write(format!("{}\n", if kind == Some(b't') { word } else { line.as_str() }).as_bytes());
            }
            for path in paths {
                let path = text::lossy(&path).into_owned();
                let line = match kind {
                    Some(b't') => "file\n".to_string(),
                    Some(_) => format!("{path}\n"),
                    None => format!("{shown} is {path}\n"),
                };
                self.out.write(line.as_bytes());
            }
            if missing {
                status = 1;
                if kind.is_none() {
                    self.complain(&format!("type: {shown}: not found"));
                }
            }
        }
        self.finish(status)
    }

    /// `compgen` of bash: words, names and paths that begin with the last operand.
    pub fn compgen(&mut self, args: Vec<Str>) -> Run {
        let operand = |at: usize| args.get(at).cloned().unwrap_or_default();
        let found: Vec<Str> = match (args.first().map(Vec::as_slice), operand(1).as_slice(), args.len()) {
            (Some(b"-G"), pattern, 2) => {
                let fields = self.fields(vec![crate::Piece::Pattern(pattern.to_vec())]);
                let none = fields == [pattern.to_vec()] && std::fs::symlink_metadata(text::path(pattern)).is_err();
                if none { vec![] } else { fields }
            }
            (Some(b"-W"), words, 2..=4) if !words.contains(&b'$') && !words.contains(&b'`') => {
                let start = if args.len() == 4 && args[2] == b"--" { operand(3) } else { operand(2) };
                let plain =
                    words.iter().all(|byte| !b"\\'\"*?[".contains(byte)) && (args.len() < 4 || args[2] == b"--");
                if !plain {
                    return Err(self.refuse("SH0908", "these words of `compgen`"));
                }
                self.split(words).into_iter().filter(|word| word.starts_with(&start)).collect()
            }
            (Some(b"-A"), b"function", 2 | 3) => {
                let start = operand(2);
                let mut names: Vec<Str> =
                    self.functions.keys().filter(|name| name.starts_with(&start)).cloned().collect();
                names.sort();
                names
            }
            _ => return Err(self.refuse("SH0908", "an option of `compgen`")),
        };
        let status = i32::from(found.is_empty());
        for line in found {
            self.out.write(&[line.as_slice(), b"\n"].concat());
        }
        self.finish(status)
    }

    /// What bash calls a name that is no program.
    fn kind_of(&self, name: &[u8]) -> Option<&'static str> {
        if crate::process::is_keyword(name, self.bash()) {
            Some("keyword")
        } else if self.functions.contains_key(name) {
            Some("function")
        } else if super::find(name, self.dialect).is_some() {
            Some("builtin")
        } else {
            None
        }
    }

    /// A variable as `declare -p` prints it.
    pub(crate) fn declaration(&self, name: &str) -> Option<Str> {
        if let Some(target) = self.vars.reference(name) {
            return Some(format!("declare -n {name}=\"{target}\"\n").into_bytes());
        }
        let var = self.vars.var(name)?;
        let flags = self.attributes_of(name);
        let flags = if flags.is_empty() { b"-".to_vec() } else { flags };
        let mut out = [b"declare -", flags.as_slice(), b" ", name.as_bytes()].concat();
        match &var.value {
            Value::Unset | Value::Ref(_) => {}
            Value::Text(value) => {
                out.push(b'=');
                out.extend_from_slice(&quote::double(value));
            }
            Value::List(list) => {
                let items: Vec<Str> = list
                    .iter()
                    .map(|(at, value)| [format!("[{at}]=").as_bytes(), quote::double(value).as_slice()].concat())
                    .collect();
                out.extend_from_slice(&[b"=(", items.join(&b' ').as_slice(), b")"].concat());
            }
            Value::Map(map) => {
                out.extend_from_slice(b"=(");
                for (key, value) in map.pairs() {
                    out.extend_from_slice(
                        &[b"[", quote::key(key).as_slice(), b"]=", &quote::double(value), b" "].concat(),
                    );
                }
                out.push(b')');
            }
        }
        out.push(b'\n');
        Some(out)
    }
}
