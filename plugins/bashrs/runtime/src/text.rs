//! Bytes as the shell sees them, and how generated code joins them.

/// The value of a word or variable: bytes, not necessarily UTF-8, never with a zero byte.
pub type Str = Vec<u8>;

/// Something that a word can be made of.
pub trait Text {
    /// Append the bytes to `out`.
    fn append_to(&self, out: &mut Str);

    /// The bytes on their own.
    fn into_str(self) -> Str
    where
        Self: Sized,
    {
        let mut out = Str::new();
        self.append_to(&mut out);
        out
    }
}

impl Text for str {
    fn append_to(&self, out: &mut Str) {
        out.extend_from_slice(self.as_bytes());
    }
}

impl Text for [u8] {
    fn append_to(&self, out: &mut Str) {
        out.extend_from_slice(self);
    }
}

impl Text for Str {
    fn append_to(&self, out: &mut Str) {
        out.extend_from_slice(self);
    }

    fn into_str(self) -> Str {
        self
    }
}

impl Text for i64 {
    fn append_to(&self, out: &mut Str) {
        let mut digits = [0u8; 20];
        let mut at = digits.len();
        let mut rest = self.unsigned_abs();
        loop {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        if *self < 0 {
            out.push(b'-');
        }
        out.extend_from_slice(&digits[at..]);
    }
}

impl<T: Text + ?Sized> Text for &T {
    fn append_to(&self, out: &mut Str) {
        (**self).append_to(out);
    }
}

/// One value as bytes.
pub fn text(value: impl Text) -> Str {
    value.into_str()
}

/// A word joined from parts: `word!["a", x, 3]`.
#[macro_export]
macro_rules! word {
    ($($part:expr),* $(,)?) => {{
        #[allow(unused_mut)]
        let mut out: $crate::Str = $crate::Str::new();
        $($crate::Text::append_to(&$part, &mut out);)*
        out
    }};
}

/// Something that gives arguments: a text gives one, a list of fields as many as it has.
pub trait Fields {
    /// Append the fields to `out`.
    fn push_to(self, out: &mut Vec<Str>);
}

impl Fields for &str {
    fn push_to(self, out: &mut Vec<Str>) {
        out.push(self.as_bytes().to_vec());
    }
}

impl Fields for Str {
    fn push_to(self, out: &mut Vec<Str>) {
        out.push(self);
    }
}

impl Fields for i64 {
    fn push_to(self, out: &mut Vec<Str>) {
        out.push(text(self));
    }
}

impl Fields for Vec<Str> {
    fn push_to(mut self, out: &mut Vec<Str>) {
        out.append(&mut self);
    }
}

/// A list of arguments: `args!["ls", sh.fields(…), x]`.
#[macro_export]
macro_rules! args {
    ($($part:expr),* $(,)?) => {{
        #[allow(unused_mut)]
        let mut out: ::std::vec::Vec<$crate::Str> = ::std::vec::Vec::new();
        $($crate::Fields::push_to($part, &mut out);)*
        out
    }};
}

/// For messages.
pub(crate) fn lossy(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// A decimal number with optional blanks around and a sign, as `test` and `printf` read it.
pub(crate) fn parse_int(bytes: &[u8]) -> Option<i64> {
    let text = std::str::from_utf8(bytes).ok()?.trim_matches([' ', '\t', '\n', '\r', '\x0b', '\x0c']);
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

/// A path for `std`.
pub(crate) fn path(bytes: &[u8]) -> &std::path::Path {
    use std::os::unix::ffi::OsStrExt;
    std::path::Path::new(std::ffi::OsStr::from_bytes(bytes))
}

/// Whether texts are characters of UTF-8 to the shell: bash in such a locale. The program has one shell.
static CHARACTERS: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(false);

/// Whether the shell is bash.
static BASH: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(false);

/// Which shell it is.
pub(crate) fn set_bash(on: bool) {
    BASH.store(on, std::sync::atomic::Ordering::Relaxed);
}

/// Whether it is bash.
pub(crate) fn is_bash() -> bool {
    BASH.load(std::sync::atomic::Ordering::Relaxed)
}

/// Say so.
pub(crate) fn set_characters(on: bool) {
    CHARACTERS.store(on, std::sync::atomic::Ordering::Relaxed);
}

/// How many bytes the first character of a text has: one that is not valid has one.
pub(crate) fn width(text: &[u8]) -> usize {
    if text.first().is_none_or(u8::is_ascii) || !CHARACTERS.load(std::sync::atomic::Ordering::Relaxed) {
        return 1;
    }
    let chunk = text[..text.len().min(4)].utf8_chunks().next();
    chunk.and_then(|chunk| chunk.valid().chars().next()).map_or(1, char::len_utf8)
}

/// Whether texts are characters of UTF-8.
pub(crate) fn is_wide() -> bool {
    CHARACTERS.load(std::sync::atomic::Ordering::Relaxed)
}

/// Whether a text has this character.
pub(crate) fn has_character(text: &[u8], character: &[u8]) -> bool {
    boundaries(text).windows(2).any(|ends| &text[ends[0]..ends[1]] == character)
}

/// The number of a character, or of a byte that is none.
pub(crate) fn code(character: &[u8]) -> u32 {
    let decoded = if character.len() > 1 { std::str::from_utf8(character).ok() } else { None };
    decoded.and_then(|text| text.chars().next()).map_or(u32::from(character.first().copied().unwrap_or(0)), u32::from)
}

/// Where characters start, and the end.
pub(crate) fn boundaries(text: &[u8]) -> Vec<usize> {
    let mut out = vec![];
    let mut at = 0;
    while at < text.len() {
        out.push(at);
        at += width(&text[at..]);
    }
    out.push(text.len());
    out
}
