//! Small builtins.

use crate::{Run, Shell, Str, sys, text};

impl Shell {
    /// The builtin `umask`.
    pub fn umask(&mut self, mut args: Vec<Str>) -> Run {
        if args.len() > 1 && (args[0] == b"-S" || args[0] == b"--") {
            args.remove(0);
        }
        let Some(arg) = args.first() else {
            let mask = sys::umask(0);
            sys::umask(mask);
            return self.put(format!("{mask:04o}\n").as_bytes());
        };
        if arg == b"-S" && args.len() == 1 {
            let mask = sys::umask(0);
            sys::umask(mask);
            let part = |shift: u32| -> String {
                [(4, 'r'), (2, 'w'), (1, 'x')]
                    .iter()
                    .filter(|(bit, _)| mask >> shift & bit == 0)
                    .map(|(_, c)| *c)
                    .collect()
            };
            return self.put(format!("u={},g={},o={}\n", part(6), part(3), part(0)).as_bytes());
        }
        let octal = arg.iter().all(u8::is_ascii_digit);
        if !octal && let Some(mask) = symbolic_mask(arg) {
            sys::umask(mask);
            return self.finish(0);
        }
        match std::str::from_utf8(arg).ok().and_then(|text| u32::from_str_radix(text, 8).ok()) {
            Some(mask) => {
                sys::umask(mask);
                self.finish(0)
            }
            None => self.misuse(&format!("umask: Illegal mode: {}", text::lossy(arg)), false),
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

    /// `${!name}`: the value of the variable that `name` holds the name of, or the name itself when `name` is a reference.
    ///
    /// # Errors
    /// When it names none.
    pub fn indirect_var(&mut self, name: &str) -> Result<Str, crate::Flow> {
        if let Some(target) = self.vars.reference(name) {
            return Ok(target.as_bytes().to_vec());
        }
        let held = self.need(name)?;
        if held.is_empty() {
            return Err(self.discard(&format!("{name}: invalid indirect expansion")));
        }
        self.indirect(held)
    }

    /// `${!name}` where several fields may come out: the name may be that of a list.
    ///
    /// # Errors
    /// When it names nothing.
    pub fn indirect_pieces(&mut self, name: &str, quoted: bool) -> Result<Vec<crate::Piece>, crate::Flow> {
        use crate::Piece;
        let held = self.get(name);
        let values = match text::lossy(&held).strip_suffix(']').map(|text| text.split_once('[')) {
            _ if self.vars.reference(name).is_some() => None,
            Some(Some((list, "@"))) => Some(self.elements(list)),
            Some(Some((list, "*"))) if !quoted => Some(self.elements(list)),
            _ if held == b"@" || held == b"*" && !quoted => Some(self.all()),
            _ => None,
        };
        Ok(vec![match values {
            Some(values) if quoted => Piece::List(values),
            Some(values) => Piece::PlainList(values),
            None => {
                let value = self.indirect_var(name)?;
                if quoted { Piece::Quoted(value) } else { Piece::Plain(value) }
            }
        }])
    }

    /// Whether what the variable names has no value.
    pub fn indirect_var_missing(&mut self, name: &str, colon: bool) -> bool {
        if self.vars.reference(name).is_some() {
            return false;
        }
        let held = self.get(name);
        self.indirect_missing(held, colon)
    }

    /// Whether the parameter of this name has no value.
    pub fn indirect_missing(&mut self, held: impl crate::Text, colon: bool) -> bool {
        let target = text::lossy(&text::text(held)).into_owned();
        if let Ok(number) = target.parse::<usize>() {
            return number > self.args.len() || number > 0 && colon && self.arg(number).is_empty();
        }
        match target.split_once('[') {
            Some((base, index)) => {
                let value = self.element_or_none(base, index.trim_end_matches(']'));
                value.ok().flatten().is_none_or(|value| colon && value.is_empty())
            }
            None if colon => self.is_null(&target),
            None => self.is_unset(&target),
        }
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
        match target.as_str() {
            "@" => return Ok(self.all().join(&b' ')),
            "*" => return Ok(self.joined()),
            "#" => return Ok(text::text(self.count())),
            "?" => return Ok(text::text(self.status())),
            _ => {}
        }
        match target.split_once('[') {
            Some((base, "@]")) => Ok(self.elements(base).join(&b' ')),
            Some((base, "*]")) => {
                let values = self.elements(base);
                Ok(self.join(&values))
            }
            Some((base, index)) => self.element(base, index.trim_end_matches(']')),
            None if crate::vars::is_name(&target) => Ok(self.get(&target)),
            None => Err(self.discard(&format!("{target}: invalid variable name"))),
        }
    }
}

/// `u=rwx,g-w` on the mask of now; none when it is no such text.
fn symbolic_mask(text: &[u8]) -> Option<u32> {
    let mask = sys::umask(0);
    sys::umask(mask);
    let mut allowed = !mask & 0o777;
    for clause in text.split(|byte| *byte == b',') {
        let at = clause.iter().position(|byte| b"=+-".contains(byte))?;
        let mut who = 0u32;
        for letter in &clause[..at] {
            who |= match letter {
                b'u' => 0o700,
                b'g' => 0o070,
                b'o' => 0o007,
                b'a' => 0o777,
                _ => return None,
            };
        }
        let who = if who == 0 { 0o777 } else { who };
        let mut bits = 0u32;
        for letter in &clause[at + 1..] {
            bits |= match letter {
                b'r' => 0o444,
                b'w' => 0o222,
                b'x' => 0o111,
                _ => return None,
            };
        }
        match clause[at] {
            b'=' => allowed = allowed & !who | bits & who,
            b'+' => allowed |= bits & who,
            _ => allowed &= !(bits & who),
        }
    }
    Some(!allowed & 0o777)
}
