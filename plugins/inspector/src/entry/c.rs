//! C and C++: a definition of `main` outside of every function.

/// How many places that may define `main` are looked at.
const MOST: usize = 100;
/// How long parameters and their declarations may be, in bytes.
const LONGEST: usize = 64 << 10;

/// Whether `code`, with comments and strings blanked, defines `main`.
pub(super) fn defines_main(code: &str) -> bool {
    let code = without_directives(code);
    let bytes = code.as_bytes();
    let (mut at, mut depth) = (0, 0usize);
    let (mut linkage, mut tries) = (false, 0);
    while at < bytes.len() {
        match bytes[at] {
            b'{' if linkage => linkage = false,
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            byte if is_name(byte) => {
                let end = at + bytes[at..].iter().take_while(|byte| is_name(**byte)).count();
                linkage = &bytes[at..end] == b"extern";
                if depth == 0 && &bytes[at..end] == b"main" && tries < MOST {
                    tries += 1;
                    if is_definition(&bytes[end..]) {
                        return true;
                    }
                }
                at = end;
                continue;
            }
            byte if byte.is_ascii_whitespace() => {}
            _ => linkage = false,
        }
        at += 1;
    }
    false
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

/// Whether parameters and a body follow, in the way of today or of K&R.
fn is_definition(rest: &[u8]) -> bool {
    let mut depth = 0usize;
    let mut parameters = false;
    let mut declarations = false;
    for byte in rest.iter().take(LONGEST) {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 1 => (depth, parameters) = (0, true),
            b')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            b'{' => return parameters,
            // `int main(void);` declares; `main(argc) int argc; {` defines.
            b';' if !declarations => return false,
            byte if byte.is_ascii_whitespace() || *byte == b';' => {}
            byte if parameters && (is_name(*byte) || b"*,[]".contains(byte)) => declarations = true,
            _ => return false,
        }
    }
    false
}

/// The code without lines for the preprocessor.
fn without_directives(code: &str) -> String {
    let mut kept = String::with_capacity(code.len());
    let mut carried = false;
    for line in code.lines() {
        let directive = carried || line.trim_start().starts_with('#');
        carried = directive && line.ends_with('\\');
        kept.push_str(if directive { "" } else { line });
        kept.push('\n');
    }
    kept
}
