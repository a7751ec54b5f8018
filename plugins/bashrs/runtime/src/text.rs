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
