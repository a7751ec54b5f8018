//! `sed` with the commands `s`, `p`, `d` and `q`.

use super::{Tool, number, split_lines};
use crate::Str;
use crate::sys::Compiled;

/// Which lines a command is for.
enum Address {
    Line(usize),
    Last,
    Match(Compiled),
}

/// A command of the script.
struct Command {
    from: Option<Address>,
    to: Option<Address>,
    negated: bool,
    action: Action,
}

enum Action {
    Print,
    Delete,
    Quit,
    Replace { regex: Compiled, with: Vec<Part>, global: bool, nth: usize, print: bool },
}

/// A part of a replacement.
enum Part {
    Text(Str),
    Group(usize),
}

pub(super) fn sed(args: &[Str]) -> Option<Tool> {
    let (mut quiet, mut extended) = (false, false);
    let mut scripts: Vec<Str> = vec![];
    let mut operands = vec![];
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_slice() {
            b"-n" => quiet = true,
            b"-E" | b"-r" => extended = true,
            b"-ne" => {
                quiet = true;
                scripts.push(args.next()?.clone());
            }
            b"-e" => scripts.push(args.next()?.clone()),
            [b'-', ..] => return None,
            _ => operands.push(arg.clone()),
        }
    }
    if scripts.is_empty() {
        if operands.is_empty() {
            return None;
        }
        scripts.push(operands.remove(0));
    }
    if operands.len() > 1 {
        return None;
    }
    let mut commands = vec![];
    let mut parser = Parser { text: &scripts.join(&b'\n'), at: 0, extended };
    while let Some(command) = parser.command()? {
        commands.push(command);
    }
    let work = move |input: &[u8]| {
        if !input.is_ascii() || input.contains(&0) {
            return None;
        }
        Some((run(&commands, input, quiet), 0))
    };
    Some(Tool { files: operands, work: Box::new(work) })
}

fn run(commands: &[Command], input: &[u8], quiet: bool) -> Str {
    let (lines, complete) = split_lines(input);
    let mut out = Str::new();
    let mut inside: Vec<bool> = vec![false; commands.len()];
    for (at, line) in lines.iter().enumerate() {
        let last = at + 1 == lines.len();
        let mut space = line.to_vec();
        let newline = !last || complete;
        let (mut deleted, mut quit) = (false, false);
        for (command, inside) in commands.iter().zip(&mut inside) {
            if applies(command, inside, &space, at + 1, last) == command.negated {
                continue;
            }
            match &command.action {
                Action::Print => put(&mut out, &space, newline),
                Action::Delete => deleted = true,
                Action::Quit => quit = true,
                Action::Replace { regex, with, global, nth, print } => {
                    if let Some(new) = replace(regex, with, *global, *nth, &space) {
                        space = new;
                        if *print {
                            put(&mut out, &space, newline);
                        }
                    }
                }
            }
            if deleted || quit {
                break;
            }
        }
        if !deleted && !quiet {
            put(&mut out, &space, newline);
        }
        if quit {
            break;
        }
    }
    out
}

/// A line; the newline that is missing at the end of the input stays missing, but not before further lines.
fn put(out: &mut Str, line: &[u8], newline: bool) {
    if !out.is_empty() && !out.ends_with(b"\n") {
        out.push(b'\n');
    }
    out.extend_from_slice(line);
    if newline {
        out.push(b'\n');
    }
}

fn applies(command: &Command, inside: &mut bool, space: &[u8], number: usize, last: bool) -> bool {
    let hit = |address: &Address| match address {
        Address::Line(line) => *line == number,
        Address::Last => last,
        Address::Match(regex) => regex.find(space, 0).is_some(),
    };
    match (&command.from, &command.to) {
        (None, _) => true,
        (Some(from), None) => hit(from),
        (Some(from), Some(to)) => {
            if *inside {
                match to {
                    Address::Line(end) if number >= *end => *inside = false,
                    Address::Line(_) => {}
                    other => *inside = !hit(other),
                }
                // A line behind the end is not part of the range.
                return !matches!(to, Address::Line(end) if number > *end);
            }
            if !hit(from) {
                return false;
            }
            *inside = match to {
                Address::Line(end) => *end > number,
                Address::Last => !last,
                Address::Match(_) => true,
            };
            true
        }
    }
}

fn replace(regex: &Compiled, with: &[Part], global: bool, nth: usize, space: &[u8]) -> Option<Str> {
    let mut out = Str::new();
    let (mut at, mut count, mut done) = (0, 0, false);
    let mut previous_end = None;
    while at <= space.len() {
        let Some(groups) = regex.find(space, at) else { break };
        let (start, end) = groups[0]?;
        if start == end && previous_end == Some(start) {
            // An empty match right behind another one does not count.
            let Some(byte) = space.get(start) else { break };
            out.push(*byte);
            at = start + 1;
            previous_end = None;
            continue;
        }
        out.extend_from_slice(&space[at..start]);
        count += 1;
        previous_end = Some(end);
        if count >= nth {
            done = true;
            for part in with {
                match part {
                    Part::Text(text) => out.extend_from_slice(text),
                    Part::Group(number) => {
                        if let Some(Some((from, to))) = groups.get(*number) {
                            out.extend_from_slice(&space[*from..*to]);
                        }
                    }
                }
            }
        } else {
            out.extend_from_slice(&space[start..end]);
        }
        at = end;
        if start == end {
            let Some(byte) = space.get(end) else {
                at = space.len() + 1;
                break;
            };
            out.push(*byte);
            at = end + 1;
            previous_end = None;
        }
        if done && !global {
            break;
        }
    }
    if at < space.len() {
        out.extend_from_slice(&space[at..]);
    }
    done.then_some(out)
}

struct Parser<'s> {
    text: &'s [u8],
    at: usize,
    extended: bool,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn skip(&mut self, bytes: &[u8]) {
        while self.peek().is_some_and(|byte| bytes.contains(&byte)) {
            self.at += 1;
        }
    }

    /// The next command; the outer none: something is not certain.
    fn command(&mut self) -> Option<Option<Command>> {
        self.skip(b" \t\n;");
        if self.peek().is_none() {
            return Some(None);
        }
        let from = self.address()?;
        let mut to = None;
        if from.is_some() && self.peek() == Some(b',') {
            self.at += 1;
            to = Some(self.address()??);
        }
        if matches!(from, Some(Address::Line(0))) || matches!(to, Some(Address::Line(0))) {
            return None;
        }
        self.skip(b" \t");
        let negated = self.peek() == Some(b'!');
        self.at += usize::from(negated);
        let letter = self.peek()?;
        self.at += 1;
        let action = match letter {
            b'p' => Action::Print,
            b'd' => Action::Delete,
            b'q' if to.is_none() => Action::Quit,
            b's' => self.substitution()?,
            _ => return None,
        };
        self.skip(b" \t");
        if !matches!(self.peek(), None | Some(b';' | b'\n')) {
            return None;
        }
        Some(Some(Command { from, to, negated, action }))
    }

    fn address(&mut self) -> Option<Option<Address>> {
        match self.peek() {
            Some(b'$') => {
                self.at += 1;
                Some(Some(Address::Last))
            }
            Some(b'/') => {
                self.at += 1;
                let regex = self.until(b'/', true)?;
                Some(Some(Address::Match(self.regex(&regex)?)))
            }
            Some(byte) if byte.is_ascii_digit() => {
                let start = self.at;
                while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
                    self.at += 1;
                }
                if matches!(self.peek(), Some(b'~' | b'+')) {
                    return None;
                }
                Some(Some(Address::Line(number(&self.text[start..self.at])?)))
            }
            Some(b'\\' | b'+' | b'~') => None,
            _ => Some(None),
        }
    }

    fn regex(&self, pattern: &[u8]) -> Option<Compiled> {
        if pattern.is_empty() { None } else { super::regex::compile(pattern, self.extended, false) }
    }

    /// Text up to the delimiter, which is escaped within it by a backslash; brackets hide it in a regular expression.
    fn until(&mut self, delimiter: u8, regex: bool) -> Option<Str> {
        let mut out = Str::new();
        loop {
            let byte = self.peek()?;
            self.at += 1;
            match byte {
                _ if byte == delimiter => return Some(out),
                b'\n' => return None,
                b'\\' => {
                    let next = self.peek()?;
                    self.at += 1;
                    if next == delimiter {
                        // A delimiter that means something in the expression is not certain.
                        if b"|()+?{}.*[]^$&\\".contains(&next) || next.is_ascii_alphanumeric() {
                            return None;
                        }
                        out.push(next);
                    } else if next == b't' {
                        out.push(b'\t');
                    } else {
                        out.extend([b'\\', next]);
                    }
                }
                b'[' if regex => {
                    out.push(b'[');
                    let start = self.at;
                    let mut end = start;
                    end += usize::from(self.text.get(end) == Some(&b'^'));
                    end += usize::from(self.text.get(end) == Some(&b']'));
                    loop {
                        match self.text.get(end)? {
                            b']' => break,
                            b'\\' | b'\n' => return None,
                            b'[' if self.text.get(end + 1) == Some(&b':') => {
                                end += self.text[end..].windows(2).position(|pair| pair == b":]")? + 2;
                            }
                            _ => end += 1,
                        }
                    }
                    out.extend_from_slice(&self.text[start..=end]);
                    self.at = end + 1;
                }
                _ => out.push(byte),
            }
        }
    }

    fn substitution(&mut self) -> Option<Action> {
        let delimiter = self.peek()?;
        if delimiter == b'\\' || delimiter == b'\n' || delimiter.is_ascii_alphanumeric() || !delimiter.is_ascii() {
            return None;
        }
        self.at += 1;
        let pattern = self.until(delimiter, true)?;
        let regex = self.regex(&pattern)?;
        let with = replacement(&self.until(delimiter, false)?)?;
        let (mut global, mut print, mut nth) = (false, false, 1);
        while let Some(flag) = self.peek() {
            match flag {
                b'g' => global = true,
                b'p' => print = true,
                b'1'..=b'9' => nth = usize::from(flag - b'0'),
                _ => break,
            }
            self.at += 1;
        }
        if global && nth > 1 || with.iter().any(|part| matches!(part, Part::Group(number) if *number > regex.groups()))
        {
            return None;
        }
        Some(Action::Replace { regex, with, global, nth, print })
    }
}

fn replacement(text: &[u8]) -> Option<Vec<Part>> {
    let mut out = vec![];
    let mut plain = Str::new();
    let mut bytes = text.iter();
    while let Some(byte) = bytes.next() {
        let group = match byte {
            b'&' => 0,
            b'\\' => match bytes.next()? {
                digit @ b'0'..=b'9' => usize::from(digit - b'0'),
                b'n' => {
                    plain.push(b'\n');
                    continue;
                }
                other if !other.is_ascii_alphanumeric() && *other != b'\n' => {
                    plain.push(*other);
                    continue;
                }
                _ => return None,
            },
            other => {
                plain.push(*other);
                continue;
            }
        };
        out.push(Part::Text(std::mem::take(&mut plain)));
        out.push(Part::Group(group));
    }
    out.push(Part::Text(plain));
    Some(out)
}
