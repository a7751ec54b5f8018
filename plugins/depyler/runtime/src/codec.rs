//! Text to bytes and back.

use crate::exc::err;
use crate::func::Args;
use crate::value::{R, Value};

/// How text is stored as bytes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8
    Utf8,
    /// UTF-8 with a mark at the start
    Utf8Sig,
    /// ASCII
    Ascii,
    /// The first 256 characters
    Latin1,
    /// UTF-16: little endian, with a mark
    Utf16(bool, bool),
    /// UTF-32: little endian, with a mark
    Utf32(bool, bool),
    /// The escapes of a literal
    Escape,
}

/// How the names of CPython's other encodings start.
const KNOWN: &[&str] = &[
    "cp",
    "windows-",
    "iso-8859-",
    "iso8859",
    "iso2022",
    "koi8",
    "gb",
    "big5",
    "shift",
    "sjis",
    "euc",
    "mac",
    "utf-7",
    "rot",
    "hex",
    "base64",
    "punycode",
    "idna",
    "raw-unicode-escape",
    "johab",
    "hz",
    "kz1048",
    "tis",
    "ptcp",
    "hp-roman8",
    "zlib",
    "bz2",
    "quopri",
    "uu",
    "latin-2",
    "latin2",
];

/// The encoding of this name.
///
/// # Errors
/// `LookupError` for others.
pub fn find(name: &str) -> R<Encoding> {
    Ok(match name.to_lowercase().replace(['_', ' '], "-").as_str() {
        "utf-8" | "utf8" | "u8" | "cp65001" => Encoding::Utf8,
        "utf-8-sig" => Encoding::Utf8Sig,
        "ascii" | "us-ascii" | "646" => Encoding::Ascii,
        "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" | "l1" => Encoding::Latin1,
        "utf-16" | "utf16" => Encoding::Utf16(true, true),
        "utf-16-le" | "utf-16le" => Encoding::Utf16(true, false),
        "utf-16-be" | "utf-16be" => Encoding::Utf16(false, false),
        "utf-32" | "utf32" => Encoding::Utf32(true, true),
        "utf-32-le" | "utf-32le" => Encoding::Utf32(true, false),
        "utf-32-be" | "utf-32be" => Encoding::Utf32(false, false),
        "unicode-escape" | "unicodeescape" => Encoding::Escape,
        other if KNOWN.iter().any(|known| other.starts_with(known)) => {
            return crate::run::hole(&format!("batuta: PY0211 the encoding `{name}` is not converted"));
        }
        _ => return err("LookupError", format!("unknown encoding: {name}")),
    })
}

/// Encoding and error handler from the arguments of `encode` and `decode`.
///
/// # Errors
/// `LookupError` for unknown ones.
pub fn options(args: &Args, at: usize) -> R<(Encoding, String)> {
    let text = |index: usize, name, other: &str| -> R<String> {
        match args.opt(index, name) {
            Some(Value::Str(text)) => Ok(text.as_str().to_string()),
            None => Ok(other.to_string()),
            Some(other) => {
                let class = crate::class::class_of(&other).full_name();
                err("TypeError", format!("argument '{name}' must be str, not {class}"))
            }
        }
    };
    Ok((find(&text(at, "encoding", "utf-8")?)?, text(at + 1, "errors", "strict")?))
}

pub(crate) fn shown(c: char) -> String {
    match c as u32 {
        n @ 0..=0xff => format!("\\x{n:02x}"),
        n @ 0x100..=0xffff => format!("\\u{n:04x}"),
        n => format!("\\U{n:08x}"),
    }
}

/// Text as bytes.
///
/// # Errors
/// `UnicodeEncodeError` for characters that the encoding lacks.
pub fn encode(text: &str, encoding: Encoding, errors: &str) -> R<Vec<u8>> {
    let (limit, name) = match encoding {
        Encoding::Utf8 => return Ok(text.as_bytes().to_vec()),
        Encoding::Utf8Sig => return Ok([b"\xef\xbb\xbf", text.as_bytes()].concat()),
        Encoding::Utf16(little, mark) => {
            let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
            return Ok(units.flat_map(|u| if little { u.to_le_bytes() } else { u.to_be_bytes() }).collect());
        }
        Encoding::Utf32(little, mark) => {
            let units = mark.then_some(0xfeff).into_iter().chain(text.chars().map(u32::from));
            return Ok(units.flat_map(|u| if little { u.to_le_bytes() } else { u.to_be_bytes() }).collect());
        }
        Encoding::Escape => return Ok(crate::codec_escape::encode(text)),
        Encoding::Ascii => (128, "ascii"),
        Encoding::Latin1 => (256, "latin-1"),
    };
    let mut out = vec![];
    for (at, c) in text.chars().enumerate() {
        match (c as u32) < limit {
            true => out.push(c as u32 as u8),
            false => match errors {
                "ignore" => {}
                "replace" => out.push(b'?'),
                "backslashreplace" => out.extend(shown(c).into_bytes()),
                "xmlcharrefreplace" => out.extend(format!("&#{};", c as u32).into_bytes()),
                "namereplace" => {
                    return crate::run::hole("batuta: PY0208 `namereplace` is not converted");
                }
                "surrogateescape" | "surrogatepass" | "strict" => {
                    return unencodable(text, at, limit, name);
                }
                other => return err("LookupError", format!("unknown error handler name '{other}'")),
            },
        }
    }
    Ok(out)
}

fn unencodable(text: &str, at: usize, limit: u32, name: &str) -> R<Vec<u8>> {
    let run: Vec<char> = text.chars().skip(at).take_while(|c| *c as u32 >= limit).collect();
    let why = format!("ordinal not in range({limit})");
    let message = match run[..] {
        [c] => format!("'{name}' codec can't encode character '{}' in position {at}: {why}", shown(c)),
        _ => format!("'{name}' codec can't encode characters in position {at}-{}: {why}", at + run.len() - 1),
    };
    let raised = crate::exc::new("UnicodeEncodeError", message);
    described(&raised, name, at, at + run.len(), &why);
    raised.0.attrs.set("object", Value::str(text));
    Err(raised)
}

/// What such an exception says of itself.
fn described(raised: &crate::value::Exc, name: &str, start: usize, end: usize, why: &str) {
    raised.0.attrs.set("encoding", Value::str(name));
    raised.0.attrs.set("start", start.into());
    raised.0.attrs.set("end", end.into());
    raised.0.attrs.set("reason", Value::str(why));
}

/// Bytes as text.
///
/// # Errors
/// `UnicodeDecodeError` for what is no such text.
pub fn decode(data: &[u8], encoding: Encoding, errors: &str) -> R<String> {
    match encoding {
        Encoding::Latin1 => Ok(data.iter().map(|b| char::from(*b)).collect()),
        Encoding::Ascii => {
            let mut out = String::new();
            for (at, byte) in data.iter().enumerate() {
                if *byte < 128 {
                    out.push(char::from(*byte));
                    continue;
                }
                undecodable(&mut out, &data[at..=at], at, errors, "ascii", "ordinal not in range(128)")?;
            }
            Ok(out)
        }
        Encoding::Escape => crate::codec_escape::decode(data, errors),
        Encoding::Utf8Sig => utf8(data.strip_prefix(b"\xef\xbb\xbf").unwrap_or(data), errors),
        Encoding::Utf8 => utf8(data, errors),
        Encoding::Utf16(little, mark) => {
            let (little, data) = match (mark, data) {
                (true, [0xff, 0xfe, rest @ ..]) => (true, rest),
                (true, [0xfe, 0xff, rest @ ..]) => (false, rest),
                _ => (little, data),
            };
            let unit =
                |b: &[u8]| if little { u16::from_le_bytes([b[0], b[1]]) } else { u16::from_be_bytes([b[0], b[1]]) };
            let units: Vec<u16> = data.chunks_exact(2).map(unit).collect();
            match String::from_utf16(&units) {
                Ok(text) if data.len() % 2 == 0 => Ok(text),
                _ => err("UnicodeDecodeError", "'utf-16-le' codec can't decode bytes: illegal encoding"),
            }
        }
        Encoding::Utf32(little, mark) => {
            let (little, data) = match (mark, data) {
                (true, [0xff, 0xfe, 0, 0, rest @ ..]) => (true, rest),
                (true, [0, 0, 0xfe, 0xff, rest @ ..]) => (false, rest),
                _ => (little, data),
            };
            let unit = |b: &[u8]| {
                let b = [b[0], b[1], b[2], b[3]];
                char::from_u32(if little { u32::from_le_bytes(b) } else { u32::from_be_bytes(b) })
            };
            match data.chunks_exact(4).map(unit).collect::<Option<String>>() {
                Some(text) if data.len() % 4 == 0 => Ok(text),
                _ => err("UnicodeDecodeError", "'utf-32-le' codec can't decode bytes: illegal encoding"),
            }
        }
    }
}

pub(crate) fn undecodable(out: &mut String, bad: &[u8], at: usize, errors: &str, name: &str, why: &str) -> R<()> {
    match errors {
        "ignore" => {}
        "replace" => out.push(char::REPLACEMENT_CHARACTER),
        "backslashreplace" => bad.iter().for_each(|b| out.push_str(&format!("\\x{b:02x}"))),
        // A string here has no surrogates.
        "surrogateescape" | "surrogatepass" => {
            return crate::run::hole("batuta: PY0208 text with surrogates is not converted");
        }
        "strict" => {
            let what = match bad {
                [byte] => format!("byte {byte:#x} in position {at}"),
                _ => format!("bytes in position {at}-{}", at + bad.len() - 1),
            };
            let raised = crate::exc::new("UnicodeDecodeError", format!("'{name}' codec can't decode {what}: {why}"));
            described(&raised, name, at, at + bad.len(), why);
            return Err(raised);
        }
        other => return err("LookupError", format!("unknown error handler name '{other}'")),
    }
    Ok(())
}

fn utf8(data: &[u8], errors: &str) -> R<String> {
    let mut out = String::new();
    let (mut rest, mut at) = (data, 0);
    loop {
        match std::str::from_utf8(rest) {
            Ok(text) => {
                out.push_str(text);
                return Ok(out);
            }
            Err(bad) => {
                let good = bad.valid_up_to();
                out.push_str(&String::from_utf8_lossy(&rest[..good]));
                let len = bad.error_len().unwrap_or(rest.len() - good);
                let why = match (bad.error_len(), rest[good]) {
                    (None, _) => "unexpected end of data",
                    (Some(_), 0xc2..=0xf4) => "invalid continuation byte",
                    _ => "invalid start byte",
                };
                undecodable(&mut out, &rest[good..good + len], at + good, errors, "utf-8", why)?;
                at += good + len;
                rest = &rest[good + len..];
            }
        }
    }
}
