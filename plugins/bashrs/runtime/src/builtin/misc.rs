//! Small builtins.

use crate::{Run, Shell, Str, sys, text};

impl Shell {
    /// The builtin `umask`.
    pub fn umask(&mut self, args: Vec<Str>) -> Run {
        let Some(arg) = args.first() else {
            let mask = sys::umask(0);
            sys::umask(mask);
            return self.put(format!("{mask:04o}\n").as_bytes());
        };
        match std::str::from_utf8(arg).ok().and_then(|text| u32::from_str_radix(text, 8).ok()) {
            Some(mask) => {
                sys::umask(mask);
                self.finish(0)
            }
            None => Err(self.refuse("SH0912", "symbolic `umask`")),
        }
    }

    /// The builtin `times`.
    pub fn times(&mut self, _: Vec<Str>) -> Run {
        let show = |ticks: i64| format!("{}m{}.{:02}0000s", ticks / 6000, ticks / 100 % 60, ticks % 100);
        let [user, system, child_user, child_system] = sys::times();
        let lines = format!("{} {}\n{} {}\n", show(user), show(system), show(child_user), show(child_system));
        self.put(lines.as_bytes())
    }

    /// The builtin `let`.
    pub fn let_(&mut self, args: Vec<Str>) -> Run {
        for arg in args {
            self.arith_command(arg)?;
        }
        self.last()
    }

    /// The value of the variable that `name` names: `${!name}`.
    ///
    /// # Errors
    /// When it names none.
    pub fn indirect(&mut self, name: impl crate::Text) -> Result<Str, crate::Flow> {
        let target = text::lossy(&text::text(name)).into_owned();
        if let Ok(number) = target.parse::<usize>() {
            return Ok(if number == 0 { self.name() } else { self.arg(number) });
        }
        match target.split_once('[') {
            Some((base, "@]" | "*]")) => Ok(self.elements(base).join(&b' ')),
            Some((base, index)) => self.element(base, index.trim_end_matches(']')),
            None if crate::vars::is_name(&target) => Ok(self.get(&target)),
            None => Err(self.refuse("SH0913", &format!("${{!…}} names `{target}`"))),
        }
    }
}
