//! What fields of the ABI hold, by their name: good values, and those that a host must not take as they are.

use super::random::Random;

const PATHS: &[&str] = &[
    "src/main.rs",
    "src/lib.rs",
    "src/a/b.rs",
    "Cargo.toml",
    "../x.rs",
    "/x.rs",
    "src/MAIN.rs",
    "src\\x.rs",
    "build.rs",
    ".cargo/config.toml",
    "CON",
    "a/",
    "src/main.rs/x",
    "src/\u{43c}.rs",
    "src/x\u{202e}.rs",
    "src/./x.rs",
];
const NAMES: &[&str] =
    &["x", "a-b", "core", "std", "test", "1a", "a b", "../x", "serde", "X", "\u{3b1}", "a\0b", "NUL", "-x", "x_y"];
const CODES: &[&str] = &["HO0001", "PY0412", "ho0001", "HO01", "HO00001"];
const VERSIONS: &[&str] = &["1", "1.2.3", "*", ">=1, <2", "git+https://x", "^0.0.0-a", "1.2.3.4", "x"];
const LANGUAGES: &[&str] = &["python", "c", "shell", "C", "x y", "\u{3b1}"];
const PROGRAMS: &[&str] = &["python3", "/bin/sh", "{out}", "-x", "a b", "cc", "."];
const ARGUMENTS: &[&str] = &["{scratch}", "-o", "{out}", "x", "\0", "--config=x"];
const GRADES: &[&str] = &["A+", "A", "B", "F", "Z", "a"];
const TEXTS: &[&str] = &[
    "a message",
    "\u{1b}[31mred",
    "\u{202e}reversed",
    "two\nlines",
    "\u{7}",
    "{}",
    "a|b",
    "\u{9b}2J",
    "\u{2066}x",
    "e\u{301}",
    "{\"a\": [1, \"\u{1b}\"]}",
];
const CONTENTS: &[&str] = &[
    "fn main() {}\n",
    "[package]\nname = \"x\"\nversion = \"0.1.0\"\nedition = \"2024\"\n",
    "[package]\nname = \"x\"\nversion = \"0.1.0\"\nbuild = \"build.rs\"\n",
    "[package]\nname = \"x\"\nversion = \"0.1.0\"\n[dependencies]\ny = { git = \"https://x\" }\n",
    "[package]\nname = \"x\"\nversion = \"0.1.0\"\n[lib]\nproc-macro = true\n",
    "[package]\nname = \"x\"\nversion = \"0.1.0\"\n[dependencies]\ny = { path = \"../../y\" }\n[features]\na = []\n",
    "[package\nname",
    "",
];

/// A text for the field, as bytes that are not always UTF-8.
pub fn text(random: &mut Random, field: &str, odd: usize) -> Vec<u8> {
    if random.one_in(odd * 2) {
        let count = random.below(40);
        return random.bytes(count);
    }
    if random.one_in(odd) {
        return "long ".repeat(1 + random.below(3000)).into_bytes();
    }
    let pool = match field {
        "path" => PATHS,
        "package" | "name" | "supports" | "component" | "frameworks" | "features" | "ecosystem" => NAMES,
        "code" => CODES,
        "version" | "requirement" => VERSIONS,
        "language" | "languages" => LANGUAGES,
        "program" => PROGRAMS,
        "arguments" => ARGUMENTS,
        "grade" => GRADES,
        "roles" | "capability" => NAMES,
        _ => TEXTS,
    };
    // The good values stand in front.
    let most = if random.one_in(3) { pool.len() } else { pool.len().min(3) };
    pool[random.below(most)].as_bytes().to_vec()
}

/// A number for the field: places in a file of ten bytes, ids of files that are there.
pub fn number(random: &mut Random, field: &str, odd: usize) -> u32 {
    if random.one_in(odd) {
        return random.word();
    }
    match field {
        "file" | "source" | "files" | "entry-points" | "after" | "cycles" | "result" => random.below(2) as u32,
        "start" | "shape" => random.below(5) as u32,
        "end" => 5 + random.below(6) as u32,
        "code" | "comment" | "blank" => random.below(4) as u32,
        _ => random.below(12) as u32,
    }
}

/// Mostly between 0 and 1.
pub fn fraction(random: &mut Random, odd: usize) -> f32 {
    if random.one_in(odd) {
        return f32::from_bits(random.word());
    }
    random.below(1001) as f32 / 1000.0
}

/// What a file holds.
pub fn content(random: &mut Random) -> Vec<u8> {
    if random.one_in(8) {
        let count = random.below(300);
        return random.bytes(count);
    }
    CONTENTS[random.below(CONTENTS.len())].as_bytes().to_vec()
}
