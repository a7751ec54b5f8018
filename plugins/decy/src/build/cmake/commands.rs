//! The commands of a CMake file, before anything is evaluated.

/// `name(arguments)`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Command {
    /// In small letters.
    pub name: String,
    pub arguments: Vec<Argument>,
}

/// One argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Argument {
    pub text: String,
    /// It is one value even where it holds semicolons.
    pub quoted: bool,
}

/// The commands of a text; what is no command is passed over.
pub(super) fn commands(text: &str) -> Vec<Command> {
    let mut reader = Reader { rest: text };
    let mut out = vec![];
    while let Some(command) = reader.command() {
        out.push(command);
    }
    out
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn command(&mut self) -> Option<Command> {
        loop {
            self.blank();
            let end = self.rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(self.rest.len());
            let (name, behind) = self.rest.split_at(end);
            let open = behind.trim_start_matches([' ', '\t']);
            match open.strip_prefix('(') {
                Some(inside) if end > 0 => {
                    self.rest = inside;
                    return Some(Command { name: name.to_ascii_lowercase(), arguments: self.arguments() });
                }
                _ => {
                    let next = self.rest.char_indices().nth(end.max(1)).map_or(self.rest.len(), |(at, _)| at);
                    if self.rest.is_empty() {
                        return None;
                    }
                    self.rest = &self.rest[next..];
                }
            }
        }
    }

    /// Up to the parenthesis that closes; inner ones are arguments of their own.
    fn arguments(&mut self) -> Vec<Argument> {
        let (mut out, mut depth) = (vec![], 0usize);
        loop {
            self.blank();
            let Some(first) = self.rest.chars().next() else { return out };
            match first {
                ')' if depth == 0 => {
                    self.rest = &self.rest[1..];
                    return out;
                }
                '(' | ')' => {
                    depth = if first == '(' { depth + 1 } else { depth - 1 };
                    out.push(Argument { text: first.to_string(), quoted: false });
                    self.rest = &self.rest[1..];
                }
                '"' => {
                    self.rest = &self.rest[1..];
                    out.push(Argument { text: self.until(|c| c == '"'), quoted: true });
                    self.rest = self.rest.strip_prefix('"').unwrap_or(self.rest);
                }
                '[' if self.rest.starts_with("[[") => {
                    let inside = &self.rest[2..];
                    let end = inside.find("]]").unwrap_or(inside.len());
                    out.push(Argument { text: inside[..end].to_owned(), quoted: true });
                    self.rest = inside.get(end + 2..).unwrap_or_default();
                }
                _ => {
                    let text = self.until(|c| c.is_whitespace() || matches!(c, '(' | ')' | '#'));
                    out.push(Argument { text, quoted: false });
                }
            }
        }
    }

    /// Text before a character, with its escapes resolved.
    fn until(&mut self, ends: impl Fn(char) -> bool) -> String {
        let mut out = String::new();
        let mut chars = self.rest.char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                c if ends(c) => {
                    self.rest = &self.rest[at..];
                    return out;
                }
                '\\' => out.extend(chars.next().map(|(_, c)| c)),
                c => out.push(c),
            }
        }
        self.rest = "";
        out
    }

    /// Over blanks and comments.
    fn blank(&mut self) {
        loop {
            self.rest = self.rest.trim_start();
            if let Some(inside) = self.rest.strip_prefix("#[[") {
                self.rest = inside.split_once("]]").map_or("", |(_, rest)| rest);
            } else if self.rest.starts_with('#') {
                self.rest = self.rest.split_once('\n').map_or("", |(_, rest)| rest);
            } else {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::commands;

    #[test]
    fn arguments_are_words_texts_and_parentheses() {
        let text = "# c\nSET(A b \"c d\" # e\n  f)\nif((A) AND NOT B)\n[[x]] add_definitions( -DX=\\\"1\\\" )";
        let seen: Vec<(String, Vec<String>)> = commands(text)
            .into_iter()
            .map(|command| (command.name, command.arguments.into_iter().map(|argument| argument.text).collect()))
            .collect();
        let wanted = [
            ("set", vec!["A", "b", "c d", "f"]),
            ("if", vec!["(", "A", ")", "AND", "NOT", "B"]),
            ("add_definitions", vec!["-DX=\"1\""]),
        ];
        for ((name, arguments), (wanted, words)) in seen.iter().zip(&wanted) {
            assert_eq!(
                (name.as_str(), arguments),
                (*wanted, &words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>())
            );
        }
        assert_eq!(seen.len(), wanted.len());
    }
}
