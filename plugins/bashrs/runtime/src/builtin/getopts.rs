//! `getopts`.

use crate::{Flow, Run, Shell, Str, text};

impl Shell {
    /// The builtin `getopts`.
    pub fn getopts(&mut self, args: Vec<Str>) -> Run {
        let result = self.next_option(args);
        if result == Err(Flow::Discard) {
            return self.finish(2);
        }
        self.only_a_status(result)
    }

    fn next_option(&mut self, mut args: Vec<Str>) -> Run {
        if args.len() < 2 {
            self.complain("getopts: usage: getopts optstring var [arg ...]");
            return self.finish(2);
        }
        let operands: Vec<Str> = args.drain(2..).collect();
        let operands = if operands.is_empty() { self.args.clone() } else { operands };
        let name = text::lossy(&args[1]).into_owned();
        let silent = args[0].first() == Some(&b':');
        let options: Str = args[0][usize::from(silent)..].to_vec();
        let index = self.lookup("OPTIND").and_then(|value| text::parse_int(value)).unwrap_or(1).max(1) as usize;
        // dash counts an operand as soon as it looks at it.
        let index = if self.optind_inner > 0 && !self.bash() { index.max(2) - 1 } else { index };
        let inner = self.optind_inner.max(1);
        let current = operands.get(index - 1).cloned().unwrap_or_default();
        if self.optind_inner == 0 && (current.len() < 2 || current[0] != b'-' || current == b"--") {
            return self.options_end(&name, if current == b"--" { index + 1 } else { index });
        }
        let Some(letter) = current.get(inner).copied() else { return self.options_end(&name, index) };
        let mut next = (index, inner + 1);
        if next.1 >= current.len() {
            next = (index + 1, 0);
        }
        let known = options.iter().position(|option| *option == letter && letter != b':');
        let takes = known.is_some_and(|at| options.get(at + 1) == Some(&b':'));
        let mut value = None;
        let mut result = letter;
        if known.is_none() {
            result = b'?';
            if silent {
                value = Some(vec![letter]);
            } else {
                self.option_message(&format!("Illegal option -{}", letter as char));
            }
        } else if takes {
            if next.1 != 0 {
                value = Some(current[next.1..].to_vec());
                next = (index + 1, 0);
            } else if let Some(operand) = operands.get(index) {
                value = Some(operand.clone());
                next = (index + 2, 0);
            } else {
                result = if silent { b':' } else { b'?' };
                if silent {
                    value = Some(vec![letter]);
                } else {
                    self.option_message(&format!("No arg for -{} option", letter as char));
                }
            }
        }
        let shown = if next.1 > 0 && !self.bash() { next.0 + 1 } else { next.0 };
        self.set("OPTIND", shown as i64)?;
        self.optind_inner = next.1;
        match value {
            Some(value) => self.set("OPTARG", value)?,
            None if self.bash() || result == b'?' => self.unset_var("OPTARG")?,
            None => self.set("OPTARG", "")?,
        }
        self.set(&name, vec![result])?;
        self.finish(0)
    }

    /// What is wrong with an option; sh says it without its name.
    fn option_message(&mut self, message: &str) {
        if self.bash() {
            self.complain(message);
        } else {
            self.error_text(format!("{message}\n").as_bytes());
        }
    }

    fn options_end(&mut self, name: &str, index: usize) -> Run {
        self.set("OPTIND", index as i64)?;
        self.optind_inner = 0;
        if self.bash() {
            self.unset_var("OPTARG")?;
        }
        self.set(name, "?")?;
        self.finish(1)
    }
}
