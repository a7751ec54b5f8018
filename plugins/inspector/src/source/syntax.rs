//! How the languages mark comments and strings.

/// How a language marks comments and strings.
#[derive(Debug)]
pub(crate) struct Syntax {
    /// What starts a comment that ends with the line.
    pub(crate) line: &'static [&'static str],
    /// What starts and ends other comments.
    pub(crate) block: &'static [(&'static str, &'static str)],
    /// Whether those nest.
    pub(crate) nested: bool,
    /// Strings, longer delimiters first.
    pub(crate) strings: &'static [Quote],
    /// Rules that delimiters cannot say.
    pub(crate) dialect: Dialect,
    /// Whether text that is not a comment counts as one, as in prose.
    pub(crate) prose: bool,
}

/// A kind of string.
#[derive(Debug)]
pub(crate) struct Quote {
    pub(crate) open: &'static str,
    pub(crate) close: &'static str,
    /// Whether a backslash takes the next byte's meaning away.
    pub(crate) escape: bool,
    /// Whether it may go over lines.
    pub(crate) lines: bool,
}

/// Rules that delimiters cannot say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// None.
    Plain,
    /// Comments start after white space only.
    Spaced,
    /// Words, nested quotes, here-documents.
    Shell,
    /// Raw strings, lifetimes.
    Rust,
    /// Raw strings, digit separators, comments carried on by a backslash.
    C,
    /// Regular expressions.
    Script,
    /// Documentation between `=name` and `=cut` or `=end`; `$#`.
    Pod,
    /// `\#`, and comments carried on by a backslash.
    Make,
}

const fn quote(open: &'static str, escape: bool, lines: bool) -> Quote {
    Quote { open, close: open, escape, lines }
}

const DOUBLE: Quote = quote("\"", true, false);
const SINGLE: Quote = quote("'", true, false);
const DOUBLE_LINES: Quote = quote("\"", true, true);
const SINGLE_LINES: Quote = quote("'", true, true);
const SINGLE_RAW: Quote = quote("'", false, true);
const BACKTICK: Quote = quote("`", true, true);
const BACKTICK_RAW: Quote = quote("`", false, true);
const TRIPLE_DOUBLE: Quote = quote("\"\"\"", true, true);
const TRIPLE_SINGLE: Quote = quote("'''", true, true);

const NONE: Syntax =
    Syntax { line: &[], block: &[], nested: false, strings: &[], dialect: Dialect::Plain, prose: false };
const C_BLOCK: &[(&str, &str)] = &[("/*", "*/")];

/// Nothing but lines.
pub(crate) const DATA: Syntax = NONE;
/// Command files of Windows.
pub(crate) const BATCH: Syntax = Syntax { line: &["::", "REM ", "rem ", "@REM ", "@rem "], ..NONE };
/// Every line that is not blank is a comment.
pub(crate) const PROSE: Syntax = Syntax { prose: true, ..NONE };
pub(crate) const PYTHON: Syntax =
    Syntax { line: &["#"], strings: &[TRIPLE_DOUBLE, TRIPLE_SINGLE, DOUBLE, SINGLE], ..NONE };
pub(crate) const C: Syntax =
    Syntax { line: &["//"], block: C_BLOCK, strings: &[DOUBLE, SINGLE], dialect: Dialect::C, ..NONE };
/// Java, C#, Kotlin, Dart: as C, with text blocks.
pub(crate) const JAVA: Syntax =
    Syntax { line: &["//"], block: C_BLOCK, strings: &[TRIPLE_DOUBLE, DOUBLE, SINGLE], ..NONE };
pub(crate) const RUST: Syntax = Syntax {
    line: &["//"],
    block: C_BLOCK,
    nested: true,
    strings: &[DOUBLE_LINES, SINGLE],
    dialect: Dialect::Rust,
    prose: false,
};
pub(crate) const GO: Syntax =
    Syntax { line: &["//"], block: C_BLOCK, strings: &[BACKTICK_RAW, DOUBLE, SINGLE], ..NONE };
pub(crate) const SCRIPT: Syntax =
    Syntax { line: &["//"], block: C_BLOCK, strings: &[BACKTICK, DOUBLE, SINGLE], dialect: Dialect::Script, ..NONE };
pub(crate) const PHP: Syntax =
    Syntax { line: &["//", "#"], block: C_BLOCK, strings: &[DOUBLE_LINES, SINGLE_LINES], ..NONE };
/// Strings are the dialect's, except for `'…'`.
pub(crate) const SHELL: Syntax = Syntax { line: &["#"], strings: &[SINGLE_RAW], dialect: Dialect::Shell, ..NONE };
pub(crate) const PERL: Syntax =
    Syntax { line: &["#"], strings: &[DOUBLE_LINES, SINGLE_LINES], dialect: Dialect::Pod, ..NONE };
/// A comment may start with `#`, strings end with the line.
pub(crate) const HASH: Syntax = Syntax { line: &["#"], strings: &[DOUBLE, SINGLE], ..NONE };
pub(crate) const TOML: Syntax = Syntax {
    line: &["#"],
    strings: &[TRIPLE_DOUBLE, quote("'''", false, true), DOUBLE, quote("'", false, false)],
    ..NONE
};
pub(crate) const YAML: Syntax = Syntax { line: &["#"], dialect: Dialect::Spaced, ..NONE };
pub(crate) const INI: Syntax = Syntax { line: &["#", ";"], dialect: Dialect::Spaced, ..NONE };
pub(crate) const MAKE: Syntax = Syntax { line: &["#"], dialect: Dialect::Make, ..NONE };
pub(crate) const CMAKE: Syntax = Syntax { line: &["#"], block: &[("#[[", "]]")], strings: &[DOUBLE_LINES], ..NONE };
pub(crate) const MARKUP: Syntax = Syntax { block: &[("<!--", "-->")], ..NONE };
pub(crate) const CSS: Syntax = Syntax { block: C_BLOCK, strings: &[DOUBLE, SINGLE], ..NONE };
pub(crate) const SCSS: Syntax = Syntax { line: &["//"], ..CSS };
pub(crate) const SQL: Syntax =
    Syntax { line: &["--"], block: C_BLOCK, strings: &[quote("'", false, true), quote("\"", false, true)], ..NONE };
pub(crate) const LUA: Syntax = Syntax {
    line: &["--"],
    block: &[("--[[", "]]")],
    strings: &[Quote { open: "[[", close: "]]", escape: false, lines: true }, DOUBLE, SINGLE],
    ..NONE
};
pub(crate) const HASKELL: Syntax =
    Syntax { line: &["--"], block: &[("{-", "-}")], nested: true, strings: &[DOUBLE], ..NONE };
pub(crate) const ML: Syntax = Syntax { block: &[("(*", "*)")], nested: true, strings: &[DOUBLE_LINES], ..NONE };
pub(crate) const FORTRAN: Syntax =
    Syntax { line: &["!"], strings: &[quote("\"", false, false), quote("'", false, false)], ..NONE };
pub(crate) const JULIA: Syntax =
    Syntax { line: &["#"], block: &[("#=", "=#")], nested: true, strings: &[TRIPLE_DOUBLE, DOUBLE_LINES], ..NONE };
pub(crate) const ASSEMBLY: Syntax = Syntax { line: &["#", "//", ";"], block: C_BLOCK, strings: &[DOUBLE], ..NONE };
pub(crate) const LISP: Syntax = Syntax { line: &[";"], strings: &[DOUBLE_LINES], ..NONE };
pub(crate) const ERLANG: Syntax = Syntax { line: &["%"], strings: &[DOUBLE_LINES], ..NONE };
