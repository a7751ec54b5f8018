//! Extended regular expressions: the leftmost, longest match, by simulation of a nondeterministic automaton (Thompson 1968), so
//! that no pattern takes more than time proportional to pattern × text.

/// A compiled expression.
pub(crate) struct Regex {
    code: Vec<Op>,
}

enum Op {
    Char(char),
    Any,
    /// Negated?, ranges
    Class(bool, Vec<(char, char)>),
    Start,
    End,
    /// Go on at both.
    Split(usize, usize),
    Jump(usize),
    Match,
}

enum Node {
    Empty,
    Char(char),
    Any,
    Class(bool, Vec<(char, char)>),
    Start,
    End,
    Concat(Vec<Node>),
    Alternate(Vec<Node>),
    /// Least, and most when there is one.
    Repeat(Box<Node>, u32, Option<u32>),
}

impl Regex {
    /// Compile.
    pub(crate) fn new(source: &str) -> Result<Regex, String> {
        let chars: Vec<char> = source.chars().collect();
        let mut parser = Parser { chars: &chars, at: 0, depth: 0 };
        let node = parser.alternatives()?;
        if parser.at < chars.len() {
            return Err(format!("`{}` closes nothing", chars[parser.at]));
        }
        let mut code = vec![];
        emit(&node, &mut code)?;
        code.push(Op::Match);
        Ok(Regex { code })
    }

    /// The leftmost, longest match that starts at byte `from` or later.
    pub(crate) fn find(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        let starts = text[from..].char_indices().map(|(at, _)| from + at).chain([text.len()]);
        starts.into_iter().find_map(|start| self.longest(text, start).map(|end| (start, end)))
    }

    /// The pieces between matches; empty matches separate nothing.
    pub(crate) fn split(&self, text: &str) -> Vec<String> {
        let (mut pieces, mut copied, mut at) = (vec![], 0, 0);
        while let Some((start, end)) = self.find(text, at) {
            if end > start {
                pieces.push(text[copied..start].to_owned());
                copied = end;
            }
            at = if end > start { end } else { end + text[end..].chars().next().map_or(1, char::len_utf8) };
            if at > text.len() {
                break;
            }
        }
        pieces.push(text[copied..].to_owned());
        pieces
    }

    /// The end of the longest match that starts at `start`.
    fn longest(&self, text: &str, start: usize) -> Option<usize> {
        let mut found = None;
        let (mut now, mut next) = (vec![], vec![]);
        let mut seen = vec![usize::MAX; self.code.len()];
        self.follow(0, text, start, &mut now, &mut seen);
        let mut at = start;
        loop {
            if now.iter().any(|op| matches!(self.code[*op], Op::Match)) {
                found = Some(at);
            }
            let Some(c) = text[at..].chars().next() else { return found };
            at += c.len_utf8();
            next.clear();
            for op in &now {
                if self.code[*op].takes(c) {
                    self.follow(op + 1, text, at, &mut next, &mut seen);
                }
            }
            if next.is_empty() {
                return found;
            }
            std::mem::swap(&mut now, &mut next);
        }
    }

    /// Add every place that is reached from `op` without reading. `seen` holds the position at which each was reached last.
    fn follow(&self, op: usize, text: &str, at: usize, into: &mut Vec<usize>, seen: &mut [usize]) {
        let mut todo = vec![op];
        while let Some(op) = todo.pop() {
            if std::mem::replace(&mut seen[op], at) == at {
                continue;
            }
            match &self.code[op] {
                Op::Split(a, b) => todo.extend([*b, *a]),
                Op::Jump(to) => todo.push(*to),
                Op::Start if at == 0 => todo.push(op + 1),
                Op::End if at == text.len() => todo.push(op + 1),
                Op::Start | Op::End => {}
                _ => into.push(op),
            }
        }
    }
}

impl Op {
    fn takes(&self, c: char) -> bool {
        match self {
            Op::Char(wanted) => *wanted == c,
            Op::Any => true,
            Op::Class(negated, ranges) => ranges.iter().any(|(low, high)| (*low..=*high).contains(&c)) != *negated,
            _ => false,
        }
    }
}

fn emit(node: &Node, code: &mut Vec<Op>) -> Result<(), String> {
    if code.len() > 20_000 {
        return Err("it is too large".into());
    }
    match node {
        Node::Empty => {}
        Node::Char(c) => code.push(Op::Char(*c)),
        Node::Any => code.push(Op::Any),
        Node::Class(negated, ranges) => code.push(Op::Class(*negated, ranges.clone())),
        Node::Start => code.push(Op::Start),
        Node::End => code.push(Op::End),
        Node::Concat(parts) => parts.iter().try_for_each(|part| emit(part, code))?,
        Node::Alternate(parts) => alternate(parts, code)?,
        Node::Repeat(inner, least, most) => repeat(inner, *least, *most, code)?,
    }
    Ok(())
}

fn alternate(parts: &[Node], code: &mut Vec<Op>) -> Result<(), String> {
    let mut jumps = vec![];
    for (number, part) in parts.iter().enumerate() {
        if number + 1 == parts.len() {
            emit(part, code)?;
            break;
        }
        let split = code.len();
        code.push(Op::Split(split + 1, 0));
        emit(part, code)?;
        jumps.push(code.len());
        code.push(Op::Jump(0));
        code[split] = Op::Split(split + 1, code.len());
    }
    let end = code.len();
    jumps.into_iter().for_each(|jump| code[jump] = Op::Jump(end));
    Ok(())
}

fn repeat(inner: &Node, least: u32, most: Option<u32>, code: &mut Vec<Op>) -> Result<(), String> {
    for _ in 0..least {
        emit(inner, code)?;
    }
    match most {
        None => {
            let split = code.len();
            code.push(Op::Split(split + 1, 0));
            emit(inner, code)?;
            code.push(Op::Jump(split));
            code[split] = Op::Split(split + 1, code.len());
        }
        Some(most) => {
            for _ in least..most {
                let split = code.len();
                code.push(Op::Split(split + 1, 0));
                emit(inner, code)?;
                code[split] = Op::Split(split + 1, code.len());
            }
        }
    }
    Ok(())
}

struct Parser<'c> {
    chars: &'c [char],
    at: usize,
    depth: u32,
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    fn alternatives(&mut self) -> Result<Node, String> {
        self.depth += 1;
        if self.depth > 100 {
            return Err("it is nested too deep".into());
        }
        let mut parts = vec![self.sequence()?];
        while self.eat('|') {
            parts.push(self.sequence()?);
        }
        self.depth -= 1;
        Ok(if parts.len() == 1 { parts.remove(0) } else { Node::Alternate(parts) })
    }

    fn sequence(&mut self) -> Result<Node, String> {
        let mut parts = vec![];
        while self.peek().is_some_and(|c| c != '|' && (c != ')' || self.depth == 1)) {
            let atom = self.atom()?;
            parts.push(self.repeated(atom)?);
        }
        Ok(match parts.len() {
            0 => Node::Empty,
            1 => parts.remove(0),
            _ => Node::Concat(parts),
        })
    }

    fn repeated(&mut self, mut node: Node) -> Result<Node, String> {
        loop {
            let (least, most) = match self.peek() {
                Some('*') => (0, None),
                Some('+') => (1, None),
                Some('?') => (0, Some(1)),
                Some('{') => match self.bounds() {
                    Some(bounds) => bounds,
                    None => return Ok(node),
                },
                _ => return Ok(node),
            };
            self.at += 1;
            node = Node::Repeat(Box::new(node), least, most);
        }
    }

    /// `{2}`, `{2,}`, `{2,4}`: leaves the cursor at the closing brace. Anything else is text.
    fn bounds(&mut self) -> Option<(u32, Option<u32>)> {
        let end = self.chars[self.at..].iter().position(|c| *c == '}')? + self.at;
        let text: String = self.chars[self.at + 1..end].iter().collect();
        let bounds = match text.split_once(',') {
            None => text.parse().ok().map(|n| (n, Some(n))),
            Some((least, "")) => least.parse().ok().map(|n| (n, None)),
            Some((least, most)) => least.parse().ok().zip(most.parse().ok()).map(|(a, b)| (a, Some(b))),
        }?;
        if bounds.0 > 1000 || bounds.1.is_some_and(|most| most > 1000 || most < bounds.0) {
            return None;
        }
        self.at = end;
        Some(bounds)
    }

    fn atom(&mut self) -> Result<Node, String> {
        let c = self.peek().unwrap_or_default();
        self.at += 1;
        Ok(match c {
            '.' => Node::Any,
            '^' => Node::Start,
            '$' => Node::End,
            '(' => {
                let node = self.alternatives()?;
                if !self.eat(')') {
                    return Err("a parenthesis is not closed".into());
                }
                node
            }
            '[' => self.class()?,
            '\\' => {
                let escaped = self.peek().unwrap_or('\\');
                self.at += 1;
                Node::Char(unescape(escaped))
            }
            other => Node::Char(other),
        })
    }

    fn class(&mut self) -> Result<Node, String> {
        let negated = self.eat('^');
        let mut ranges = vec![];
        let mut first = true;
        loop {
            let Some(c) = self.peek() else { return Err("a bracket is not closed".into()) };
            self.at += 1;
            match c {
                ']' if !first => return Ok(Node::Class(negated, ranges)),
                '[' if self.peek() == Some(':') => self.named(&mut ranges)?,
                _ => {
                    let low = if c == '\\' { self.escaped() } else { c };
                    let range = self.peek() == Some('-') && self.chars.get(self.at + 1).is_some_and(|c| *c != ']');
                    let mut high = low;
                    if range {
                        self.at += 2;
                        high = self.chars[self.at - 1];
                        if high == '\\' {
                            high = self.escaped();
                        }
                    }
                    ranges.push((low, high));
                }
            }
            first = false;
        }
    }

    fn escaped(&mut self) -> char {
        let c = self.peek().unwrap_or('\\');
        self.at += 1;
        unescape(c)
    }

    /// `[:alpha:]`
    fn named(&mut self, ranges: &mut Vec<(char, char)>) -> Result<(), String> {
        let rest: String = self.chars[self.at + 1..].iter().take(8).collect();
        let name = rest.split_once(":]").map_or("", |(name, _)| name).to_owned();
        let found: &[(char, char)] = match name.as_str() {
            "alpha" => &[('a', 'z'), ('A', 'Z')],
            "digit" => &[('0', '9')],
            "alnum" => &[('a', 'z'), ('A', 'Z'), ('0', '9')],
            "upper" => &[('A', 'Z')],
            "lower" => &[('a', 'z')],
            "space" => &[(' ', ' '), ('\t', '\r')],
            "blank" => &[(' ', ' '), ('\t', '\t')],
            "punct" => &[('!', '/'), (':', '@'), ('[', '`'), ('{', '~')],
            "xdigit" => &[('0', '9'), ('a', 'f'), ('A', 'F')],
            "print" => &[(' ', '~')],
            "graph" => &[('!', '~')],
            "cntrl" => &[('\0', '\u{1f}'), ('\u{7f}', '\u{7f}')],
            _ => return Err(format!("there is no class `[:{name}:]`")),
        };
        ranges.extend(found);
        self.at += name.len() + 3;
        Ok(())
    }
}

fn unescape(c: char) -> char {
    match c {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'f' => '\u{c}',
        'v' => '\u{b}',
        'a' => '\u{7}',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::Regex;

    fn find(regex: &str, text: &str) -> Option<(usize, usize)> {
        Regex::new(regex).unwrap().find(text, 0)
    }

    #[test]
    fn the_leftmost_longest_match_counts() {
        assert_eq!(find("a|ab|abc", "xabcd"), Some((1, 4)));
        assert_eq!(find("(ab)+c?", "zababc"), Some((1, 6)));
        assert_eq!(find("^b", "ab"), None);
        assert_eq!(find("b$", "ab"), Some((1, 2)));
        assert_eq!(find("[^[:digit:]]+", "12ab3"), Some((2, 4)));
        assert_eq!(find("x{2,3}", "axxxx"), Some((1, 4)));
        assert_eq!(find("x*", "aaa"), Some((0, 0)));
        assert_eq!(find("[]a-c]+", "z]b"), Some((1, 3)));
        assert!(Regex::new("(a").is_err() && Regex::new("[a").is_err());
    }

    #[test]
    fn a_pattern_that_explodes_elsewhere_is_quick() {
        let text = "a".repeat(2000);
        assert_eq!(find("(a*)*b", &text), None);
    }

    #[test]
    fn splitting_leaves_empty_pieces() {
        let pieces = Regex::new("[,;]").unwrap().split("a,;b");
        assert_eq!(pieces, ["a", "", "b"]);
    }
}
