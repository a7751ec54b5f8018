//! `printf`.

use super::echo::{Escapes, hexadecimal, octal, push_char, unescape};
use super::format::{Spec, float, integer, pad};
use super::real::Real;
use crate::{Run, Shell, Str, text};

/// The run of one `printf`.
struct Printf<'a> {
    args: &'a [Str],
    next: usize,
    out: Str,
    status: i32,
    complaints: Vec<String>,
    /// What `%n` assigns.
    counts: Vec<(String, i64)>,
    bash: bool,
    /// How long the shell runs.
    running: std::time::Duration,
    /// `\c` was met.
    stopped: bool,
}

impl Shell {
    /// The builtin `printf`.
    pub fn printf(&mut self, mut args: Vec<Str>) -> Run {
        let mut variable = None;
        if self.bash() && args.len() >= 2 && args[0] == b"-v" {
            variable = Some(text::lossy(&args[1]).into_owned());
            args.drain(..2);
        }
        if args.first().is_some_and(|arg| arg == b"--") {
            args.remove(0);
        } else if let Some(option) = args.first().filter(|arg| arg.len() > 1 && arg[0] == b'-') {
            let message = format!("printf: Illegal option {}", text::lossy(option));
            self.complain(&message);
            return self.finish(2);
        }
        if args.is_empty() {
            self.complain("printf: usage: printf format [arg ...]");
            return self.finish(2);
        }
        let format = args.remove(0);
        let mut printf = Printf {
            args: &args,
            next: 0,
            out: Str::new(),
            status: 0,
            complaints: vec![],
            counts: vec![],
            bash: self.bash(),
            running: self.started.elapsed(),
            stopped: false,
        };
        loop {
            let before = printf.next;
            printf.once(&format);
            if printf.stopped || printf.next >= printf.args.len() || printf.next == before {
                break;
            }
        }
        let Printf { out, status, complaints, counts, .. } = printf;
        for (name, count) in counts {
            let set = self.assign_target(&name, text::text(count));
            self.softly(set)?;
        }
        match variable {
            Some(name) => {
                let set = self.assign_target(&name, out);
                if !self.softly(set)? {
                    return self.finish(1);
                }
            }
            None => self.out.write(&out),
        }
        for complaint in complaints {
            self.complain(&complaint);
        }
        self.finish(status)
    }

    /// Assign to `name` or `name[index]`.
    pub(crate) fn assign_target(&mut self, target: &str, value: Str) -> Result<(), crate::Flow> {
        match target.split_once('[') {
            Some((name, index)) if self.bash() => {
                self.set_element(name, index.strip_suffix(']').unwrap_or(index), value)
            }
            _ => self.set_text(target, value),
        }
    }
}

impl Printf<'_> {
    fn argument(&mut self) -> Option<&Str> {
        let argument = self.args.get(self.next);
        self.next += usize::from(argument.is_some());
        argument
    }

    fn once(&mut self, format: &[u8]) {
        let mut at = 0;
        while at < format.len() && !self.stopped {
            match format[at] {
                b'\\' => at = self.escape(format, at + 1),
                b'%' if format.get(at + 1) == Some(&b'%') => {
                    self.out.push(b'%');
                    at += 2;
                }
                b'%' => at = self.conversion(format, at + 1),
                byte => {
                    self.out.push(byte);
                    at += 1;
                }
            }
        }
    }

    fn escape(&mut self, format: &[u8], at: usize) -> usize {
        let Some(letter) = format.get(at) else {
            self.out.push(b'\\');
            return at;
        };
        let byte = match letter {
            b'a' => 7,
            b'b' => 8,
            b'e' => 27,
            b'E' if self.bash => 27,
            b'f' => 12,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'v' => 11,
            b'\\' => b'\\',
            b'"' if self.bash => b'"',
            b'\'' if self.bash => b'\'',
            b'?' if self.bash => b'?',
            b'0'..=b'7' => return octal(format, at, 3, &mut self.out),
            b'x' if self.bash => {
                if let Some((value, after)) = hexadecimal(format, at + 1, 2) {
                    self.out.push(value as u8);
                    return after;
                }
                self.out.push(b'\\');
                b'x'
            }
            b'u' | b'U' if self.bash => {
                if let Some((value, after)) = hexadecimal(format, at + 1, if *letter == b'u' { 4 } else { 8 }) {
                    push_char(value, &mut self.out);
                    return after;
                }
                self.out.push(b'\\');
                *letter
            }
            other => {
                self.out.push(b'\\');
                *other
            }
        };
        self.out.push(byte);
        at + 1
    }

    fn number_argument(&mut self) -> Option<i64> {
        let argument = self.argument().cloned()?;
        Some(self.number(&argument))
    }

    fn conversion(&mut self, format: &[u8], mut at: usize) -> usize {
        let mut spec = Spec::default();
        while let Some(flag) = format.get(at) {
            match flag {
                b'-' => spec.left = true,
                b'0' => spec.zero = true,
                b'+' => spec.plus = true,
                b' ' => spec.space = true,
                b'#' => spec.alternate = true,
                b'\'' => {}
                _ => break,
            }
            at += 1;
        }
        at = self.size(
            format,
            at,
            |spec, value| {
                spec.left |= value < 0;
                spec.width = value.unsigned_abs() as usize;
            },
            &mut spec,
        );
        if format.get(at) == Some(&b'.') {
            spec.precision = Some(0);
            at = self.size(format, at + 1, |spec, value| spec.precision = usize::try_from(value).ok(), &mut spec);
        }
        while self.bash
            && matches!(format.get(at), Some(b'l' | b'h' | b'j' | b'z' | b't' | b'L' | b'q'))
            && format.get(at + 1).is_some()
        {
            if format[at] == b'q' {
                break;
            }
            at += 1;
        }
        if self.bash
            && format.get(at) == Some(&b'(')
            && let Some(length) = format[at..].windows(2).position(|pair| pair == b")T")
        {
            let inner = format[at + 1..at + length].to_vec();
            self.time(&inner, &spec);
            return at + length + 2;
        }
        let Some(letter) = format.get(at) else {
            self.fail("printf: missing format character");
            self.stopped = true;
            return at;
        };
        self.convert(*letter, &spec);
        at + 1
    }

    /// `%(format)T`: seconds, -1 for now and -2 for when the shell started.
    fn time(&mut self, format: &[u8], spec: &Spec) {
        let argument = self.argument().cloned();
        let seconds = argument.map_or(-1, |argument| self.number(&argument));
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        let seconds = match seconds {
            -1 => now.as_secs() as i64,
            -2 => now.saturating_sub(self.running).as_secs() as i64,
            seconds => seconds,
        };
        let format: &[u8] = if format.is_empty() { b"%X" } else { format };
        let value = crate::sys::format_time(format, seconds);
        pad(&value, spec, &mut self.out);
    }

    fn size(&mut self, format: &[u8], mut at: usize, set: impl Fn(&mut Spec, i64), spec: &mut Spec) -> usize {
        if format.get(at) == Some(&b'*') {
            let value = self.number_argument().unwrap_or(0);
            set(spec, value);
            return at + 1;
        }
        let mut value = 0i64;
        let start = at;
        while let Some(digit) = format.get(at).filter(|byte| byte.is_ascii_digit()) {
            value = (value * 10 + i64::from(digit - b'0')).min(1 << 30);
            at += 1;
        }
        if at > start {
            set(spec, value);
        }
        at
    }

    fn convert(&mut self, letter: u8, spec: &Spec) {
        match letter {
            b's' => {
                let mut value = self.argument().cloned().unwrap_or_default();
                value.truncate(spec.precision.unwrap_or(usize::MAX));
                pad(&value, spec, &mut self.out);
            }
            b'c' => {
                let mut value = self.argument().cloned().unwrap_or_default();
                value.truncate(1);
                if value.is_empty() {
                    // The byte that ends every text of C.
                    value.push(0);
                }
                pad(&value, spec, &mut self.out);
            }
            b'b' => {
                let argument = self.argument().cloned().unwrap_or_default();
                let mut value = Str::new();
                self.stopped = !unescape(&argument, Escapes::PrintfB, self.bash, &mut value);
                value.truncate(spec.precision.unwrap_or(usize::MAX));
                pad(&value, spec, &mut self.out);
            }
            b'n' if self.bash => {
                if let Some(name) = self.argument().cloned() {
                    let count = self.out.len();
                    self.counts.push((text::lossy(&name).into_owned(), count as i64));
                }
            }
            b'q' if self.bash => {
                let value = super::quote::backslashed(&self.argument().cloned().unwrap_or_default());
                pad(&value, spec, &mut self.out);
            }
            b'd' | b'i' | b'u' | b'o' | b'x' | b'X' => {
                let argument = self.argument().cloned().unwrap_or_default();
                let value = if argument.is_empty() && self.next <= self.args.len() {
                    self.empty_number()
                } else {
                    self.ranged(&argument, !matches!(letter, b'd' | b'i'))
                };
                integer(value, letter, spec, &mut self.out);
            }
            b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'a' | b'A' => {
                let argument = self.argument().cloned().unwrap_or_default();
                let value = self.float(&argument);
                float(value, letter, spec, &mut self.out);
            }
            other => {
                self.fail(&format!("printf: %{}: invalid directive", other as char));
                self.status = if self.bash { 1 } else { 2 };
                self.stopped = true;
            }
        }
    }

    /// A missing or empty argument of a number counts as 0.
    fn empty_number(&mut self) -> i64 {
        0
    }

    fn fail(&mut self, message: &str) {
        self.complaints.push(message.to_string());
        self.status = 1;
    }

    fn not_a_number(&mut self, argument: &[u8], partly: bool) {
        let text = text::lossy(argument).into_owned();
        if self.bash {
            self.fail(&format!("printf: {text}: invalid number"));
        } else if partly {
            self.fail(&format!("printf: {text}: not completely converted"));
        } else {
            self.fail(&format!("printf: {text}: expected numeric value"));
        }
    }

    /// A number as C reads it, or the code of a character after a quote.
    fn number(&mut self, argument: &[u8]) -> i64 {
        self.ranged(argument, false)
    }

    /// The same, where numbers up to 64 bits without a sign are meant.
    fn ranged(&mut self, argument: &[u8], unsigned: bool) -> i64 {
        if let Some((b'\'' | b'"', rest)) = argument.split_first() {
            return if rest.is_empty() { 0 } else { i64::from(text::code(&rest[..text::width(rest)])) };
        }
        let trimmed: &[u8] = argument.trim_ascii_start();
        let (sign, digits) = match trimmed.split_first() {
            Some((b'-', rest)) => (true, rest),
            Some((b'+', rest)) => (false, rest),
            _ => (false, trimmed),
        };
        let (radix, digits, prefix) = match digits {
            [b'0', b'x' | b'X', rest @ ..] => (16, rest, true),
            [b'0', rest @ ..] if !rest.is_empty() => (8, rest, true),
            _ => (10, digits, false),
        };
        let length = digits.iter().take_while(|byte| (**byte as char).is_digit(radix)).count();
        let mut value = 0i128;
        for digit in &digits[..length] {
            value =
                (value * i128::from(radix) + i128::from((*digit as char).to_digit(radix).unwrap_or(0))).min(1 << 70);
        }
        let value = if sign { -value } else { value };
        if length == 0 && !prefix {
            self.not_a_number(argument, false);
        } else if length < digits.len() {
            self.not_a_number(argument, true);
        }
        let most = if unsigned { i128::from(u64::MAX) } else { i128::from(i64::MAX) };
        let least = if unsigned { -most } else { i128::from(i64::MIN) };
        if value > most || value < least {
            let status = self.status;
            self.fail(&format!("printf: {}: Numerical result out of range", text::lossy(argument)));
            if self.bash {
                // Only a warning.
                self.status = status;
            }
            return if unsigned { -1 } else { value.clamp(least, most) as i64 };
        }
        value as i64
    }

    fn float(&mut self, argument: &[u8]) -> Real {
        if argument.is_empty() {
            return Real::double(0.0);
        }
        if let Some((b'\'' | b'"', rest)) = argument.split_first() {
            return Real::double(if rest.is_empty() { 0.0 } else { f64::from(text::code(&rest[..text::width(rest)])) });
        }
        let text = text::lossy(argument);
        let text = text.trim_start();
        let mut end = text.len();
        loop {
            if let Some(value) = self.real(&text[..end]) {
                if end < text.len() {
                    self.not_a_number(argument, true);
                }
                return value;
            }
            end = match text[..end].char_indices().next_back() {
                Some((at, _)) if at > 0 => at,
                _ => {
                    self.not_a_number(argument, false);
                    return Real::double(0.0);
                }
            };
        }
    }

    /// A whole text as a number, as precise as the shell has it.
    fn real(&self, text: &str) -> Option<Real> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        if let Some(value) = Real::hexadecimal(digits, if self.bash { 64 } else { 53 }) {
            return Some(Real { negative, ..value });
        }
        let value = text.parse::<f64>().ok()?;
        Some(if self.bash { Real::long_double(text) } else { Real::double(value) })
    }
}
