//! Limits that keep every input total.

/// Deepest nesting of brackets and blocks that is converted; deeper code is refused before parsing, so that no step
/// overflows the stack.
pub const NESTING: usize = 150;

/// Longest chain of operators, calls, subscripts and attributes (`a.b(c)[d] + e …`) that is converted: each link nests the tree by
/// one.
pub const CHAIN: usize = 900;

/// The byte where nesting of brackets or indentation passes [`NESTING`], if it does. A rough count on the text: strings and comments
/// may hold brackets, too, and then an odd text is refused that could be converted.
pub fn too_deep(text: &str) -> Option<u32> {
    let mut depth = 0usize;
    for (line_start, line) in lines(text) {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if indent > NESTING * 4 && !line.trim().is_empty() && depth == 0 {
            return Some(line_start as u32);
        }
        let mut run = 0usize;
        for (at, byte) in line.bytes().enumerate() {
            match byte {
                b'(' | b'[' | b'{' => depth += 1,
                b')' | b']' | b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            // Long chains of prefix operators nest, too.
            run = if matches!(byte, b'-' | b'+' | b'~') { run + 1 } else { 0 };
            if depth > NESTING || run > NESTING * 2 {
                return Some((line_start + at) as u32);
            }
        }
        let words = line.matches("not ").count().max(line.matches("lambda").count()).max(line.matches(" if ").count());
        let operators = line.matches("**").count().max(line.matches(" + ").count());
        if words > NESTING || operators > NESTING * 6 {
            return Some(line_start as u32);
        }
    }
    long_chain(text)
}

/// The byte where a chain passes [`CHAIN`] within one element of a list, or one statement.
fn long_chain(text: &str) -> Option<u32> {
    // One count per open bracket; a stack that is too high was refused before.
    let mut links = vec![0usize];
    let (mut quote, mut comment, mut before) = (None, false, b' ');
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'\n' => {
                (quote, comment) = (None, false);
                if links.len() == 1 && before != b'\\' {
                    links[0] = 0;
                }
            }
            _ if comment => {}
            _ if quote.is_some() => {
                if quote == Some(byte) && before != b'\\' {
                    quote = None;
                }
            }
            b'#' => comment = true,
            b'"' | b'\'' => quote = Some(byte),
            b'(' | b'[' | b'{' => {
                if before.is_ascii_alphanumeric() || matches!(before, b')' | b']' | b'_') {
                    link(&mut links);
                }
                links.push(0);
            }
            b')' | b']' | b'}' if links.len() > 1 => drop(links.pop()),
            b',' | b';' | b':' | b'=' => links.iter_mut().last().into_iter().for_each(|count| *count = 0),
            b'+' | b'-' | b'*' | b'/' | b'%' | b'&' | b'|' | b'^' | b'@' | b'.' | b'<' | b'>' => link(&mut links),
            _ => {}
        }
        if links.last().is_some_and(|count| *count > CHAIN) {
            return Some(at as u32);
        }
        before = if byte == b'\\' && before == b'\\' { b' ' } else { byte };
    }
    None
}

fn link(links: &mut [usize]) {
    links.iter_mut().last().into_iter().for_each(|count| *count += 1);
}

fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let at = start;
        start += line.len();
        (at, line)
    })
}

#[cfg(test)]
mod tests {
    use super::too_deep;

    #[test]
    fn chains_are_limited_and_long_lists_are_not() {
        for piece in ["(int)", "[0]", ".a", "+1", "(1, 2)", " *\\\n2", "(')')"] {
            assert!(too_deep(&format!("x = a{}\n", piece.repeat(2_000))).is_some(), "{piece}");
            assert!(too_deep(&format!("x = a{}\n", piece.repeat(100))).is_none(), "{piece}");
        }
        for text in ["x = [{}]\n", "x = f({})\n"] {
            assert!(too_deep(&text.replace("{}", &"-1.5 + a.b(1), ".repeat(800))).is_none(), "{text}");
        }
        let lines = "print(a.b + 1) # ---- '\n".repeat(3_000);
        assert_eq!(too_deep(&lines), None);
        assert_eq!(too_deep(&format!("x = '{}'\n", ".".repeat(5_000))), None);
    }
}
