//! `set`, `shopt` and `shift`.

use crate::{Flow, Run, Shell, Str, text};

/// Options in the order in which the shells list them.
const DASH_OPTIONS: &[&str] = &[
    "errexit",
    "noglob",
    "ignoreeof",
    "interactive",
    "monitor",
    "noexec",
    "stdin",
    "xtrace",
    "verbose",
    "vi",
    "emacs",
    "noclobber",
    "allexport",
    "notify",
    "nounset",
    "privileged",
    "nolog",
    "debug",
];
const BASH_OPTIONS: &[&str] = &[
    "allexport",
    "braceexpand",
    "emacs",
    "errexit",
    "errtrace",
    "functrace",
    "hashall",
    "histexpand",
    "history",
    "ignoreeof",
    "interactive-comments",
    "keyword",
    "monitor",
    "noclobber",
    "noexec",
    "noglob",
    "nolog",
    "notify",
    "nounset",
    "onecmd",
    "physical",
    "pipefail",
    "posix",
    "privileged",
    "verbose",
    "vi",
    "xtrace",
];

/// Options of `shopt` whose state nobody changes.
const FIXED: &[(&str, bool)] = &[
    ("checkwinsize", true),
    ("cmdhist", true),
    ("complete_fullquote", true),
    ("extquote", true),
    ("force_fignore", true),
    ("globasciiranges", true),
    ("globskipdots", true),
    ("hostcomplete", true),
    ("interactive_comments", true),
    ("login_shell", false),
    ("patsub_replacement", true),
    ("progcomp", true),
    ("promptvars", true),
    ("sourcepath", true),
    ("huponexit", false),
    ("restricted_shell", false),
];

/// Those without which scripts behave differently.
const MATTERS: &[&[u8]] = &[b"patsub_replacement", b"extquote", b"sourcepath", b"globskipdots", b"globasciiranges"];

impl Shell {
    /// The builtin `set`.
    pub fn set_options(&mut self, args: Vec<Str>) -> Run {
        if args.is_empty() {
            return self.list_variables();
        }
        let mut args = args.into_iter().peekable();
        let mut replace = false;
        while let Some(arg) = args.next_if(|arg| arg.len() > 1 && matches!(arg[0], b'-' | b'+') || arg == b"-") {
            if arg == b"--" {
                replace = true;
                break;
            }
            if arg == b"-" {
                replace = args.peek().is_some();
                break;
            }
            let on = arg[0] == b'-';
            for letter in &arg[1..] {
                if *letter == b'o' {
                    match args.next() {
                        Some(name) => self.set_option(&text::lossy(&name), on)?,
                        None => return self.list_options(on),
                    }
                } else {
                    self.set_letter(*letter, on)?;
                }
            }
        }
        if replace || args.peek().is_some() {
            return self.set_args(args.collect());
        }
        self.finish(0)
    }

    fn option(&mut self, name: &str) -> Option<&mut bool> {
        let bash = self.bash();
        let options = &mut self.options;
        Some(match name {
            "errexit" => &mut options.errexit,
            "nounset" => &mut options.nounset,
            "noglob" => &mut options.noglob,
            "noclobber" => &mut options.noclobber,
            "allexport" => &mut options.allexport,
            "xtrace" => &mut options.xtrace,
            "verbose" => &mut options.verbose,
            "noexec" => &mut options.noexec,
            "pipefail" if bash => &mut options.pipefail,
            "errtrace" if bash => &mut options.errtrace,
            _ => return None,
        })
    }

    /// Whether `set -o name` is on.
    pub(crate) fn option_is_on(&self, name: &str) -> bool {
        let o = &self.options;
        match name {
            "errexit" => o.errexit,
            "nounset" => o.nounset,
            "noglob" => o.noglob,
            "noclobber" => o.noclobber,
            "allexport" => o.allexport,
            "xtrace" => o.xtrace,
            "verbose" => o.verbose,
            "pipefail" => o.pipefail,
            "braceexpand" | "hashall" | "interactive-comments" => self.bash(),
            _ => false,
        }
    }

    fn set_option(&mut self, name: &str, on: bool) -> Result<(), Flow> {
        if on && name == "posix" && self.bash() {
            return Err(self.refuse("SH0909", "`set -o posix`"));
        }
        if self.bash() && matches!(name, "posix" | "hashall" | "braceexpand" | "interactive-comments")
            || matches!(name, "monitor" | "ignoreeof" | "nolog" | "vi" | "emacs" | "notify")
            || !on && matches!(name, "interactive" | "stdin" | "privileged" | "debug" | "history" | "histexpand")
        {
            return Ok(());
        }
        if on && (name == "noexec" || matches!(name, "xtrace" | "verbose") && !self.traceable) {
            return Err(self.refuse("SH0909", &format!("option {name}")));
        }
        match self.option(name) {
            Some(option) => {
                *option = on;
                Ok(())
            }
            None => {
                self.misuse(&format!("set: Illegal option -o {name}"), true)?;
                Ok(())
            }
        }
    }

    fn set_letter(&mut self, letter: u8, on: bool) -> Result<(), Flow> {
        let name = match letter {
            b'e' => "errexit",
            b'u' => "nounset",
            b'f' => "noglob",
            b'C' => "noclobber",
            b'a' => "allexport",
            b'x' => "xtrace",
            b'v' => "verbose",
            b'n' => "noexec",
            b'E' if self.bash() => {
                self.options.errtrace = on;
                return Ok(());
            }
            b'B' if self.bash() && !on => return Err(self.refuse("SH0909", "`set +B`")),
            b'h' | b'B' | b'H' | b'T' | b'P' if self.bash() => return Ok(()),
            b'm' | b'b' | b'I' | b'V' | b'E' => return Ok(()),
            b'r' | b'k' | b't' | b'p' if self.bash() => return Err(self.refuse("SH0909", "an option of `set`")),
            other => {
                self.misuse(&format!("set: Illegal option -{}", other as char), true)?;
                return Ok(());
            }
        };
        self.set_option(name, on)
    }

    /// `set -o` and `set +o` without a name.
    fn list_options(&mut self, table: bool) -> Run {
        let mut out = String::new();
        if table && !self.bash() {
            out.push_str("Current option settings\n");
        }
        for name in if self.bash() { BASH_OPTIONS } else { DASH_OPTIONS } {
            let on = self.option_is_on(name);
            let line = match (table, self.bash()) {
                (true, true) => format!("{name:<15}\t{}\n", if on { "on" } else { "off" }),
                (true, false) => format!("{name:<15} {}\n", if on { "on" } else { "off" }),
                (false, _) => format!("set {}o {name}\n", if on { "-" } else { "+" }),
            };
            out.push_str(&line);
        }
        self.put(out.as_bytes())
    }

    fn list_variables(&mut self) -> Run {
        let mut out = Str::new();
        if self.bash() {
            return self.list_everything();
        }
        for name in self.vars.names() {
            if let Some(value) = self.vars.value(name) {
                out.extend_from_slice(name.as_bytes());
                out.push(b'=');
                out.extend_from_slice(&super::quote::quoted_for(self.bash(), value));
                out.push(b'\n');
            }
        }
        self.put(&out)
    }

    /// bash: variables and functions.
    fn list_everything(&mut self) -> Run {
        let mut out = Str::new();
        for name in self.vars.names() {
            let Some(var) = self.vars.var(name) else { continue };
            let value = match &var.value {
                crate::vars::Value::Text(value) if value.is_empty() => vec![],
                crate::vars::Value::Text(value) if value.iter().any(u8::is_ascii_control) => {
                    super::quote::reusable(value)
                }
                crate::vars::Value::Text(value) => crate::interp::quoted_word(value),
                crate::vars::Value::List(_) | crate::vars::Value::Map(_) => {
                    let line = self.declaration(name).unwrap_or_default();
                    let at = line.iter().position(|byte| *byte == b'=').map_or(line.len(), |at| at + 1);
                    line[at..].trim_ascii_end().to_vec()
                }
                _ => continue,
            };
            out.extend_from_slice(&[name.as_bytes(), b"=", &value, b"\n"].concat());
        }
        let mut names: Vec<Str> = self.functions.keys().cloned().collect();
        names.sort();
        for name in names {
            match self.function_text(&name) {
                Some(text) => out.extend_from_slice(format!("{text}\n").as_bytes()),
                None => return Err(self.refuse("SH0908", "a function whose text is not known")),
            }
        }
        self.put(&out)
    }

    /// `BASHOPTS` and `SHELLOPTS`.
    pub(crate) fn options_that_are_on(&self) -> [String; 2] {
        let o = &self.options;
        let changed = [
            ("dotglob", o.dotglob),
            ("expand_aliases", o.expand_aliases),
            ("extglob", o.extglob),
            ("failglob", o.failglob),
            ("globstar", o.globstar),
            ("inherit_errexit", o.inherit_errexit),
            ("lastpipe", o.lastpipe),
            ("nocaseglob", o.nocaseglob),
            ("nocasematch", o.nocasematch),
            ("nullglob", o.nullglob),
            ("xpg_echo", o.xpg_echo),
        ];
        let mut shopts: Vec<&str> = FIXED.iter().chain(&changed).filter(|(_, on)| *on).map(|(name, _)| *name).collect();
        shopts.sort_unstable();
        let set: Vec<&str> = BASH_OPTIONS.iter().copied().filter(|name| self.option_is_on(name)).collect();
        [shopts.join(":"), set.join(":")]
    }

    fn show_option(&mut self, name: &[u8], on: bool, quiet: bool, reusable: bool) {
        let name = text::lossy(name).into_owned();
        if reusable {
            self.out.write(format!("shopt -{} {name}\n", if on { "s" } else { "u" }).as_bytes());
        } else if !quiet {
            self.out.write(format!("{name:<15}\t{}\n", if on { "on" } else { "off" }).as_bytes());
        }
    }

    /// The builtin `shopt`.
    pub fn shopt(&mut self, args: Vec<Str>) -> Run {
        let mut on = None;
        let mut quiet = false;
        let mut reusable = false;
        let mut status = 0;
        for arg in args {
            match arg.as_slice() {
                b"-s" => on = Some(true),
                b"-u" => on = Some(false),
                b"-q" => quiet = true,
                b"-p" => reusable = true,
                b"-sq" | b"-qs" => {
                    on = Some(true);
                }
                name => {
                    let known = match name {
                        b"nullglob" => Some(&mut self.options.nullglob),
                        b"dotglob" => Some(&mut self.options.dotglob),
                        b"globstar" => Some(&mut self.options.globstar),
                        b"nocaseglob" => Some(&mut self.options.nocaseglob),
                        b"nocasematch" if self.rest => Some(&mut self.options.nocasematch),
                        b"expand_aliases" if self.rest => Some(&mut self.options.expand_aliases),
                        b"lastpipe" => Some(&mut self.options.lastpipe),
                        b"inherit_errexit" => Some(&mut self.options.inherit_errexit),
                        b"xpg_echo" => Some(&mut self.options.xpg_echo),
                        b"extglob" => Some(&mut self.options.extglob),
                        b"failglob" => Some(&mut self.options.failglob),
                        _ => None,
                    };
                    match (known, on) {
                        (Some(option), Some(on)) => *option = on,
                        (Some(option), None) => {
                            let on = *option;
                            self.show_option(name, on, quiet, reusable);
                            status |= i32::from(!on);
                        }
                        (None, None) if FIXED.iter().any(|(known, _)| known.as_bytes() == name) => {
                            let on = FIXED.iter().any(|(known, on)| known.as_bytes() == name && *on);
                            self.show_option(name, on, quiet, reusable);
                            status |= i32::from(!on);
                        }
                        (None, Some(true)) if name == b"checkwinsize" => {}
                        (None, Some(on)) if FIXED.iter().any(|(known, is)| known.as_bytes() == name && *is == on) => {}
                        (None, Some(false)) if !MATTERS.contains(&name) => {}
                        _ => return Err(self.refuse("SH0909", &format!("shopt {}", text::lossy(name)))),
                    }
                    if self.options.failglob {
                        return Err(self.refuse("SH0909", &format!("shopt {}", text::lossy(name))));
                    }
                }
            }
        }
        self.finish(status)
    }

    /// The builtin `shift`.
    pub fn shift(&mut self, args: Vec<Str>) -> Run {
        let count = match args.first() {
            None => 1,
            Some(arg) => match text::parse_int(arg) {
                Some(count) => count,
                None => {
                    return self.misuse(&format!("shift: Illegal number: {}", text::lossy(arg)), true);
                }
            },
        };
        self.shift_by(count)
    }

    /// `shift` by a known number.
    pub fn shift_by(&mut self, count: i64) -> Run {
        if count < 0 || count as usize > self.args.len() {
            if self.bash() {
                return self.finish(1);
            }
            return self.misuse("shift: can't shift that many", true);
        }
        self.args.drain(..count as usize);
        self.finish(0)
    }
}
