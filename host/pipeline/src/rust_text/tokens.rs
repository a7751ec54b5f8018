//! A lexer that is total: any bytes give tokens.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Identifier, keyword or number.
    Word,
    /// String, byte string, C string or character.
    Literal,
    /// Lifetime.
    Lifetime,
    /// One other character.
    Mark,
    /// Comment of either kind.
    Comment,
}

/// A token of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    /// What it is.
    pub(crate) kind: Kind,
    /// Its text.
    pub(crate) text: &'a str,
    /// Line of its first byte, from 1.
    pub(crate) line: u32,
}

/// All tokens of `text`, without white space.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut all = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < text.len() {
        let rest = &text[at..];
        let (kind, len) = next(rest);
        let token = &rest[..len];
        if let Some(kind) = kind {
            all.push(Token { kind, text: token, line });
        }
        line += token.bytes().filter(|byte| *byte == b'\n').count() as u32;
        at += len;
    }
    all
}

/// Kind (none for white space) and length in bytes of what `rest`, which is not empty, starts with.
fn next(rest: &str) -> (Option<Kind>, usize) {
    let first = rest.chars().next().unwrap_or(' ');
    let one = first.len_utf8();
    if first.is_whitespace() {
        return (None, one);
    }
    if rest.starts_with("//") {
        return (Some(Kind::Comment), rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return (Some(Kind::Comment), block_comment(rest));
    }
    if let Some(len) = string(rest) {
        return (Some(Kind::Literal), len);
    }
    match first {
        '\'' => quote(rest),
        c if is_word(c) => (Some(Kind::Word), rest.find(|c| !is_word(c)).unwrap_or(rest.len())),
        _ => (Some(Kind::Mark), one),
    }
}

fn is_word(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

fn block_comment(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let (mut depth, mut at) = (0, 0);
    while at < bytes.len() {
        match bytes[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

/// Length of a string literal of any kind, with its prefix.
fn string(rest: &str) -> Option<usize> {
    let prefix = rest.find(|c: char| !matches!(c, 'b' | 'c' | 'r')).filter(|len| *len <= 2)?;
    let body = &rest[prefix..];
    if rest[..prefix].contains('r') {
        let hashes = body.find(|c| c != '#')?;
        let open = body[hashes..].starts_with('"');
        let close = format!("\"{}", "#".repeat(hashes));
        let start = prefix + hashes + 1;
        return open.then(|| rest[start..].find(&close).map_or(rest.len(), |end| start + end + close.len()));
    }
    if prefix == 1 && rest.starts_with("b'") {
        return Some(1 + until(&body[1..], b'\'').map_or(body.len(), |end| end + 1));
    }
    body.starts_with('"').then(|| prefix + until(&body[1..], b'"').map_or(body.len(), |end| end + 1))
}

/// Length up to and with the first `close` that no backslash escapes.
fn until(text: &str, close: u8) -> Option<usize> {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            byte if byte == close => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// A character literal or a lifetime.
fn quote(rest: &str) -> (Option<Kind>, usize) {
    let mut chars = rest[1..].chars();
    match (chars.next(), chars.next()) {
        (Some('\\'), _) => (Some(Kind::Literal), until(&rest[1..], b'\'').map_or(rest.len(), |end| end + 1)),
        (Some(c), Some('\'')) => (Some(Kind::Literal), 2 + c.len_utf8()),
        _ => {
            let name = rest[1..].find(|c| !is_word(c)).unwrap_or(rest.len() - 1);
            (Some(if name > 0 { Kind::Lifetime } else { Kind::Mark }), 1 + name)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|token| token.text).collect()
    }

    #[test]
    fn literals_lifetimes_and_comments_are_single_tokens() {
        assert_eq!(
            texts("let s: &'a str = r#\"a\"b\"#; // c\n/* x /* y */ z */ b'\\'' '\\n' 'x' b\"q\\\"\" break_x"),
            [
                "let",
                "s",
                ":",
                "&",
                "'a",
                "str",
                "=",
                "r#\"a\"b\"#",
                ";",
                "// c",
                "/* x /* y */ z */",
                "b'\\''",
                "'\\n'",
                "'x'",
                "b\"q\\\"\"",
                "break_x",
            ]
        );
    }

    #[test]
    fn lines_are_counted_through_tokens() {
        let lines: Vec<_> = tokens("a\n\"x\ny\" b\n/*\n*/ c").iter().map(|token| token.line).collect();
        assert_eq!(lines, [1, 2, 3, 4, 5]);
    }

    #[test]
    fn any_text_gives_tokens() {
        for text in ["'", "\"", "r#\"", "/*", "b'", "'\\", "é'é", "r", "br#", "\u{0}"] {
            assert!(!texts(text).is_empty(), "{text:?}");
        }
    }
}
