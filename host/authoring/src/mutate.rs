//! Broken files: the same ones on every machine.

/// A broken file with how it was made.
pub type Mutation = (String, Vec<u8>);

/// A small generator of numbers (xorshift), so that every run tries the same files.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

/// About `budget` variants of `bytes`: cut, flipped, spliced, with bytes that no text has.
pub fn mutations(bytes: &[u8], budget: usize) -> Vec<Mutation> {
    let mut made = whole_file(bytes);
    let rest = budget.saturating_sub(made.len());
    let stride = bytes.len().div_ceil((rest / 2).max(1)).max(1);
    made.extend((0..bytes.len()).step_by(stride).map(|at| (format!("cut at byte {at}"), bytes[..at].to_vec())));
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15 ^ bytes.len() as u64);
    for round in 0..rest / 2 {
        made.extend(edit(bytes, round, &mut numbers));
    }
    made
}

fn whole_file(bytes: &[u8]) -> Vec<Mutation> {
    let text = String::from_utf8_lossy(bytes);
    let variants: [(&str, Vec<u8>); 8] = [
        ("empty", Vec::new()),
        ("byte order mark", [b"\xEF\xBB\xBF".as_slice(), bytes].concat()),
        ("CRLF", text.replace('\n', "\r\n").into_bytes()),
        ("CR", text.replace('\n', "\r").into_bytes()),
        ("no white space", text.split_whitespace().collect::<String>().into_bytes()),
        ("twice", [bytes, bytes].concat()),
        ("latin 1", [bytes, b"\n# caf\xE9 \xFF\xFE\n".as_slice()].concat()),
        ("NULs between lines", text.replace('\n', "\0\n").into_bytes()),
    ];
    variants.into_iter().map(|(name, bytes)| (name.to_string(), bytes)).collect()
}

/// Replace, insert, remove or move a few bytes.
fn edit(bytes: &[u8], round: usize, numbers: &mut Numbers) -> Option<Mutation> {
    const TOKENS: [&[u8]; 16] = [
        b"\0",
        b"\xFF",
        b"\xC3",
        b"(",
        b")",
        b"{",
        b"}",
        b"\"",
        b"'",
        b"\\",
        b"\n",
        b"/*",
        b"$(",
        b"<<EOF\n",
        "é".as_bytes(),
        b"9999999999999999999999",
    ];
    if bytes.is_empty() {
        return None;
    }
    let at = numbers.below(bytes.len());
    let mut changed = bytes.to_vec();
    let name = match round % 4 {
        0 => {
            changed[at] ^= 1 << numbers.below(8);
            format!("flipped byte {at}")
        }
        1 => {
            let token = TOKENS[numbers.below(TOKENS.len())];
            changed.splice(at..at, token.iter().copied());
            format!("{:?} at byte {at}", String::from_utf8_lossy(token))
        }
        2 => {
            let end = (at + 1 + numbers.below(12)).min(changed.len());
            changed.drain(at..end);
            format!("without bytes {at}..{end}")
        }
        _ => {
            let (from, len) = (numbers.below(bytes.len()), 1 + numbers.below(40));
            let piece = bytes[from..(from + len).min(bytes.len())].to_vec();
            changed.splice(at..at, piece);
            format!("bytes {from}.. again at {at}")
        }
    };
    Some((name, changed))
}

/// Files that nest or repeat very deep, in the manner of each language.
pub fn deep() -> Vec<Mutation> {
    const DEPTH: usize = 20_000;
    const PREFIXES: [&str; 4] = ["", "x = ", "int main(void) { int x; x = ", "echo "];
    const OPENERS: [&str; 24] = [
        "(",
        "[",
        "{",
        "{ ",
        "$(",
        "`",
        "$((",
        "${a:-",
        "\"$(",
        "-",
        "!",
        "~",
        "*",
        "not ",
        "lambda: ",
        "a.",
        "f(",
        "a[",
        "1+",
        "1 if ",
        "if true; then ",
        "while (1) ",
        "(int)",
        "{1: ",
    ];
    let mut made = Vec::new();
    for prefix in PREFIXES {
        for opener in OPENERS {
            made.push((
                format!("{prefix}{opener} {DEPTH} times"),
                format!("{prefix}{}\n", opener.repeat(DEPTH)).into_bytes(),
            ));
        }
    }
    let closed = |open: &str, middle: &str, close: &str| {
        let text = format!("x = {}{middle}{}\n", open.repeat(DEPTH), close.repeat(DEPTH));
        (format!("{open}{middle}{close} {DEPTH} deep"), text.into_bytes())
    };
    made.extend([
        closed("(", "1", ")"),
        closed("[", "", "]"),
        closed("{", "1", "}"),
        closed("f(", "", ")"),
        closed("$(", "", ")"),
    ]);
    let indented: String = (0..600).map(|depth| format!("{}if x:\n", " ".repeat(depth))).collect();
    made.push(("600 nested blocks".into(), indented.into_bytes()));
    made.push(("one line of a megabyte".into(), vec![b'a'; 1 << 20]));
    made.push(("a million lines".into(), vec![b'\n'; 1 << 20]));
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mutations_repeat_and_keep_to_the_budget() {
        let bytes = b"int main(void) { return 0; }\n".repeat(10);
        let first = mutations(&bytes, 100);
        assert_eq!(first, mutations(&bytes, 100));
        assert!((80..=110).contains(&first.len()), "{}", first.len());
        assert!(first.iter().any(|(name, _)| name.starts_with("cut")) && mutations(b"", 50).len() == 8);
    }
}
