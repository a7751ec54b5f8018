//! Limits that keep every input total.

/// Deepest nesting of brackets and blocks that is converted; deeper code is refused before parsing, so that no step
/// overflows the stack.
pub const NESTING: usize = 150;

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
    None
}

fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let at = start;
        start += line.len();
        (at, line)
    })
}
