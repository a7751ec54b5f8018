//! `read` and `mapfile`.

use crate::{Flow, Redirect, Run, Shell, Str, text};

/// Options of `read`.
#[derive(Default)]
struct Options {
    raw: bool,
    array: Option<String>,
    delimiter: Option<u8>,
    count: Option<usize>,
    exact: bool,
    prompt: Option<Str>,
    descriptor: Option<i32>,
    /// Milliseconds.
    timeout: Option<u64>,
}

/// A number of seconds with an optional fraction, in milliseconds.
fn parse_seconds(text: &[u8]) -> Option<u64> {
    let seconds: f64 = std::str::from_utf8(text).ok()?.trim().parse().ok()?;
    (seconds >= 0.0).then_some((seconds * 1000.0) as u64)
}

impl Shell {
    /// The builtin `read`.
    pub fn read(&mut self, args: Vec<Str>) -> Run {
        let (options, names) = match self.read_options(args)? {
            Ok(parsed) => parsed,
            Err(message) => return self.misuse(&message, false),
        };
        let result = match options.descriptor {
            Some(fd) if fd != 0 => {
                self.redirect(vec![Redirect::copy(0, fd as i64)], |sh| sh.read_line(&options, &names))
            }
            _ => self.read_line(&options, &names),
        };
        self.only_a_status(result)
    }

    fn read_options(&mut self, args: Vec<Str>) -> Result<Result<(Options, Vec<String>), String>, Flow> {
        let mut options = Options::default();
        let mut args = args.into_iter().peekable();
        while let Some(arg) = args.next_if(|arg| arg.len() > 1 && arg[0] == b'-') {
            if arg == b"--" {
                break;
            }
            let mut letters = arg[1..].iter();
            while let Some(letter) = letters.next() {
                let takes = b"adinNptu".contains(letter) && (self.bash() || *letter == b'p');
                let value = if takes {
                    let rest: Str = letters.by_ref().copied().collect();
                    if rest.is_empty() { args.next().unwrap_or_default() } else { rest }
                } else {
                    Str::new()
                };
                match letter {
                    b'r' => options.raw = true,
                    b's' | b'e' | b'i' if self.bash() => {}
                    b'p' => options.prompt = Some(value),
                    b'a' if takes => options.array = Some(text::lossy(&value).into_owned()),
                    b'd' if takes => options.delimiter = Some(value.first().copied().unwrap_or(0)),
                    b'n' | b'N' if takes => {
                        options.count = text::parse_int(&value).map(|count| count.max(0) as usize);
                        options.exact = *letter == b'N';
                    }
                    b'u' if takes => options.descriptor = text::parse_int(&value).map(|fd| fd as i32),
                    b't' if takes => options.timeout = parse_seconds(&value),
                    _ => return Ok(Err(format!("read: Illegal option -{}", *letter as char))),
                }
            }
        }
        let names: Vec<String> = args.map(|name| text::lossy(&name).into_owned()).collect();
        if names.is_empty() && !self.bash() {
            return Ok(Err("read: arg count".into()));
        }
        if let Some(wrong) = names.iter().find(|name| !crate::vars::is_name(name.split('[').next().unwrap_or(""))) {
            return Ok(Err(format!("read: {wrong}: bad variable name")));
        }
        Ok(Ok((options, names)))
    }

    /// `read -r names`, the names known.
    pub fn read_raw(&mut self, names: &[&str]) -> Run {
        let ifs = self.separators_of_read();
        self.read_raw_by(ifs, names)
    }

    /// `IFS=… read -r names`, the names known.
    pub fn read_raw_by(&mut self, ifs: impl crate::Text, names: &[&str]) -> Run {
        let ifs = text::text(ifs);
        self.refuse_wide(&ifs)?;
        self.out.flush();
        let mut line = std::mem::take(&mut self.line);
        line.clear();
        let complete = self.input.until(b'\n', &mut line);
        if line.contains(&0) {
            line.retain(|byte| *byte != 0);
        }
        let result = self.assign_slices(&line, &ifs, names);
        self.line = line;
        match self.softly(result) {
            Ok(done) => self.finish(i32::from(!complete || !done)),
            Err(flow) => self.only_a_status(Err(flow)),
        }
    }

    /// Fields of a line in which nothing is protected, straight into variables.
    fn assign_slices(&mut self, line: &[u8], ifs: &[u8], names: &[&str]) -> Result<(), Flow> {
        let is_blank = |byte: u8| matches!(byte, b' ' | b'\t' | b'\n') && ifs.contains(&byte);
        let skip = |mut at: usize| {
            while line.get(at).is_some_and(|byte| is_blank(*byte)) {
                at += 1;
            }
            at
        };
        let mut at = skip(0);
        for (number, name) in names.iter().enumerate() {
            let start = at;
            while line.get(at).is_some_and(|byte| !ifs.contains(byte)) {
                at += 1;
            }
            let mut end = at;
            at = skip(at);
            if line.get(at).is_some_and(|byte| ifs.contains(byte)) {
                at = skip(at + 1);
            }
            if number + 1 == names.len() && at < line.len() {
                end = line.iter().rposition(|byte| !is_blank(*byte)).map_or(start, |last| last + 1).max(start);
            }
            self.set_slice(name, &line[start..end])?;
        }
        Ok(())
    }

    fn read_line(&mut self, options: &Options, names: &[String]) -> Run {
        self.out.flush();
        if let Some(prompt) = options.prompt.as_ref().filter(|_| crate::sys::is_terminal(0)) {
            self.error_text(prompt);
        }
        if let Some(most) = options.timeout {
            let ready = self.input.has_bytes() || crate::sys::is_readable(0, most.min(1 << 30) as i32);
            if most == 0 {
                return self.finish(i32::from(!ready));
            }
            if !ready {
                for name in names {
                    self.assign_target(name, Str::new())?;
                }
                return self.finish(142);
            }
        }
        let delimiter = options.delimiter.unwrap_or(b'\n');
        let mut line = Str::new();
        let mut protected = vec![];
        let complete = if options.raw && options.count.is_none() {
            self.input.until(delimiter, &mut line)
        } else {
            self.read_bytes(options, delimiter, &mut line, &mut protected)
        };
        line.retain(|byte| *byte != 0);
        protected.resize(line.len().max(protected.len()), false);
        if !options.exact {
            self.refuse_wide(&self.separators_of_read())?;
        }
        let field = Line { bytes: &line, protected: &protected };
        let result = if let Some(array) = &options.array {
            let fields = field.split(&self.separators_of_read(), usize::MAX);
            self.set_list(array, fields)
        } else if names.is_empty() {
            self.set_text("REPLY", line)
        } else if options.exact {
            self.assign_target(&names[0], line)
        } else {
            self.assign_fields(&field, names)
        };
        let done = self.softly(result)?;
        self.finish(i32::from(!complete || !done))
    }

    /// Lines are taken apart by bytes.
    fn refuse_wide(&mut self, ifs: &[u8]) -> Result<(), Flow> {
        if ifs.is_ascii() || !text::is_wide() {
            return Ok(());
        }
        Err(self.refuse("SH0903", "`read` where `IFS` has a character of more than one byte"))
    }

    fn separators_of_read(&self) -> Str {
        self.lookup("IFS").cloned().unwrap_or_else(|| b" \t\n".to_vec())
    }

    fn assign_fields(&mut self, line: &Line<'_>, names: &[String]) -> Result<(), Flow> {
        let ifs = self.separators_of_read();
        let mut fields = line.split(&ifs, names.len());
        if let ([only], true) = (fields.as_mut_slice(), self.bash() && names.len() == 1) {
            // bash: blanks at the end go, also those that a backslash protects.
            let is_blank = |byte: u8| matches!(byte, b' ' | b'\t' | b'\n') && ifs.contains(&byte);
            while only.last().is_some_and(|byte| is_blank(*byte)) {
                only.pop();
            }
        }
        let mut fields = fields.into_iter();
        for name in names {
            self.assign_target(name, fields.next().unwrap_or_default())?;
        }
        Ok(())
    }

    /// With backslashes or a limit: byte by byte.
    fn read_bytes(&mut self, options: &Options, delimiter: u8, line: &mut Str, protected: &mut Vec<bool>) -> bool {
        let most = options.count.unwrap_or(usize::MAX);
        let characters = self.bash() && self.utf8;
        while if characters { !has_characters(line, most) } else { line.len() < most } {
            let Some(byte) = self.input.byte() else { return false };
            if byte == b'\\' && !options.raw {
                match self.input.byte() {
                    None => return false,
                    Some(b'\n') => {}
                    Some(next) => {
                        line.push(next);
                        protected.push(true);
                    }
                }
                continue;
            }
            if byte == delimiter && !options.exact {
                return true;
            }
            line.push(byte);
            protected.push(false);
        }
        true
    }

    /// `mapfile` and `readarray`.
    pub fn mapfile(&mut self, args: Vec<Str>) -> Run {
        let mut trim = false;
        let mut name = "MAPFILE".to_string();
        let mut most = usize::MAX;
        let mut delimiter = b'\n';
        let (mut skip, mut origin, mut descriptor) = (0usize, None, None);
        let mut args = args.into_iter();
        while let Some(arg) = args.next() {
            match arg.as_slice() {
                b"-t" => trim = true,
                b"-n" => {
                    most = args
                        .next()
                        .and_then(|value| text::parse_int(&value))
                        .filter(|n| *n > 0)
                        .map_or(usize::MAX, |n| n as usize)
                }
                b"-d" => delimiter = args.next().and_then(|value| value.first().copied()).unwrap_or(0),
                b"-s" => skip = args.next().and_then(|value| text::parse_int(&value)).unwrap_or(0).max(0) as usize,
                b"-O" => origin = args.next().and_then(|value| text::parse_int(&value)),
                b"-u" => descriptor = args.next().and_then(|value| text::parse_int(&value)),
                option if option.starts_with(b"-") => return Err(self.refuse("SH0908", "an option of `mapfile`")),
                other => name = text::lossy(other).into_owned(),
            }
        }
        match descriptor {
            Some(fd) if fd != 0 => self.redirect(vec![Redirect::copy(0, fd)], |sh| {
                let lines = sh.lines_of(delimiter, trim, skip, most);
                sh.finish_mapfile(&name, lines, origin)
            }),
            _ => {
                let lines = self.lines_of(delimiter, trim, skip, most);
                self.finish_mapfile(&name, lines, origin)
            }
        }
    }

    fn lines_of(&mut self, delimiter: u8, trim: bool, skip: usize, most: usize) -> Vec<Str> {
        self.out.flush();
        let mut lines = vec![];
        let mut skipped = 0;
        while lines.len() < most {
            let mut line = Str::new();
            let complete = self.input.until(delimiter, &mut line);
            if !complete && line.is_empty() {
                break;
            }
            if skipped < skip {
                skipped += 1;
                continue;
            }
            if complete && !trim {
                line.push(delimiter);
            }
            lines.push(line);
        }
        lines
    }

    fn finish_mapfile(&mut self, name: &str, lines: Vec<Str>, origin: Option<i64>) -> Run {
        let result = match origin {
            None => self.set_list(name, lines),
            Some(origin) => (origin..).zip(lines).try_for_each(|(at, line)| self.set_element(name, at, line)),
        };
        let done = self.softly(result)?;
        self.finish(i32::from(!done))
    }
}

/// Whether a text that grows by bytes has so many whole characters.
fn has_characters(line: &[u8], count: usize) -> bool {
    let starts = line.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
    let Some(last) = line.iter().rposition(|byte| *byte & 0xC0 != 0x80).filter(|_| starts == count) else {
        return starts > count || count == 0;
    };
    let size = match line[last] {
        0xF0.. => 4,
        0xE0.. => 3,
        0xC0.. => 2,
        _ => 1,
    };
    line.len() - last >= size
}

/// A line and which of its bytes a backslash protects.
struct Line<'a> {
    bytes: &'a [u8],
    protected: &'a [bool],
}

impl Line<'_> {
    /// At most `most` fields; the last takes the rest.
    fn split(&self, ifs: &[u8], most: usize) -> Vec<Str> {
        let is_separator = |at: usize| ifs.contains(&self.bytes[at]) && !self.protected[at];
        let is_blank = |at: usize| is_separator(at) && matches!(self.bytes[at], b' ' | b'\t' | b'\n');
        let end = self.bytes.len();
        let mut at = 0;
        while at < end && is_blank(at) {
            at += 1;
        }
        let mut fields = vec![];
        while at < end {
            let start = at;
            while at < end && !is_separator(at) {
                at += 1;
            }
            let field_end = at;
            while at < end && is_blank(at) {
                at += 1;
            }
            if at < end && is_separator(at) {
                at += 1;
                while at < end && is_blank(at) {
                    at += 1;
                }
            }
            if fields.len() + 1 == most && at < end {
                let mut last = end;
                while last > start && is_blank(last - 1) {
                    last -= 1;
                }
                fields.push(self.bytes[start..last].to_vec());
                return fields;
            }
            fields.push(self.bytes[start..field_end].to_vec());
        }
        fields
    }
}
