//! `hash`, the options of `type`, and `declare -p`.

use super::quote;
use crate::vars::Value;
use crate::{Run, Shell, Str, text};

impl Shell {
    /// The builtin `hash`.
    pub fn hash(&mut self, args: Vec<Str>) -> Run {
        let mut status = 0;
        for arg in args {
            if arg == b"-r" {
                self.paths.clear();
            } else if arg.starts_with(b"-") && arg.len() > 1 {
                return Err(self.refuse("SH0908", "an option of `hash`"));
            } else if !arg.contains(&b'/')
                && super::find(&arg, self.dialect).is_none()
                && !self.functions.contains_key(&arg)
                && self.program(&arg).is_none()
            {
                self.complain(&format!("hash: {}: not found", text::lossy(&arg)));
                status = 1;
            }
        }
        self.finish(status)
    }

    /// The builtin `type`.
    pub fn type_(&mut self, mut args: Vec<Str>) -> Run {
        let option = match args.first() {
            Some(arg) if self.bash() && arg.len() == 2 && arg[0] == b'-' => args.remove(0)[1],
            _ => return self.describe(&args, true),
        };
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
