//! `re`: patterns as CPython reads them, run by a backtracking machine.

mod parse;
mod pattern;
mod program;
mod template;

use crate::func::Args;
use crate::native::downcast;
use crate::value::{Name, R, Value};
use pattern::{Pattern, compiled};
use std::cell::RefCell;

thread_local! {
    static CACHE: RefCell<Vec<(Value, u32, Value)>> = const { RefCell::new(vec![]) };
}

fn flags(args: &Args, at: usize) -> R<u32> {
    match args.opt(at, "flags") {
        Some(value) => Ok(crate::item::index(&value.plain(), "int")? as u32),
        None => Ok(0),
    }
}

/// The compiled form of `pattern`, from the cache where it is there.
fn cached(pattern: &Value, flags: u32) -> R {
    if !matches!(pattern, Value::Str(_)) {
        return compiled(pattern, flags);
    }
    let same = |(text, f, _): &&(Value, u32, Value)| *f == flags && text.as_str() == pattern.as_str();
    if let Some(found) = CACHE.with_borrow(|all| all.iter().find(same).map(|(_, _, p)| p.clone())) {
        return Ok(found);
    }
    let made = compiled(pattern, flags)?;
    CACHE.with_borrow_mut(|all| {
        if all.len() >= 64 {
            all.remove(0);
        }
        all.push((pattern.clone(), flags, made.clone()));
    });
    Ok(made)
}

/// A function of the module: the pattern comes first, flags come at `flag_at`.
fn through(name: Name, args: &Args, flag_at: usize) -> R {
    let Some(source) = args.opt(0, "pattern") else {
        return crate::exc::err("TypeError", format!("{name}() missing 1 required positional argument: 'pattern'"));
    };
    let this = cached(&source, flags(args, flag_at)?)?;
    let rest: Vec<Value> = args.pos.iter().take(flag_at).skip(1).cloned().collect();
    let kw: Vec<(Name, Value)> = args.kw.iter().filter(|(k, _)| !matches!(*k, "flags" | "pattern")).cloned().collect();
    let rest = Args { pos: &rest, kw: &kw };
    let found = downcast::<Pattern>(&this).and_then(|pattern| pattern.method(&this, name, &rest));
    found.unwrap_or(Ok(Value::None))
}

macro_rules! functions {
    ($($rust:ident $name:literal $at:literal),*) => {$(
        #[doc = concat!("`re.", $name, "`")]
        ///
        /// # Errors
        /// `re.error` for what is no pattern.
        pub fn $rust(args: &Args) -> R {
            through($name, args, $at)
        }
    )*};
}

functions!(match_ "match" 2, search "search" 2, fullmatch "fullmatch" 2, findall "findall" 2, finditer "finditer" 2,
    split "split" 3, sub "sub" 4, subn "subn" 4);

/// `re.compile(pattern, flags)`
///
/// # Errors
/// `re.error` for what is no pattern.
pub fn compile(args: &Args) -> R {
    cached(&args.opt(0, "pattern").unwrap_or(Value::None), flags(args, 1)?)
}

/// `re.purge()`
///
/// # Errors
/// None.
pub fn purge(_: &Args) -> R {
    CACHE.take();
    Ok(Value::None)
}

/// `re.escape(text)`
///
/// # Errors
/// `TypeError` for other values.
pub fn escape(args: &Args) -> R {
    let special = |c: char| "()[]{}?*+-|^$\\.&~# \t\n\r\x0b\x0c".contains(c);
    match args.at(0, "escape")? {
        Value::Str(text) => {
            let mut out = String::new();
            for c in text.as_str().chars() {
                if special(c) {
                    out.push('\\');
                }
                out.push(c);
            }
            Ok(Value::str(out))
        }
        Value::Bytes(bytes) => {
            let data = bytes.data.borrow();
            let escaped = data.iter().flat_map(|b| {
                let slash = special(char::from(*b)).then_some(b'\\');
                slash.into_iter().chain([*b])
            });
            let data: Vec<u8> = escaped.collect();
            Ok(crate::bytes::value(data, false))
        }
        _ => crate::exc::err("TypeError", "expected string or bytes-like object"),
    }
}

macro_rules! flags {
    ($($name:ident = $bit:expr),*) => {$(
        #[doc = concat!("`re.", stringify!($name), "`")]
        #[allow(non_snake_case, reason = "as in Python")]
        pub fn $name() -> Value {
            Value::Int($bit as i64)
        }
    )*};
}

flags!(
    A = parse::A,
    ASCII = parse::A,
    I = parse::I,
    IGNORECASE = parse::I,
    M = parse::M,
    MULTILINE = parse::M,
    S = parse::S,
    DOTALL = parse::S,
    X = parse::X,
    VERBOSE = parse::X,
    U = parse::U,
    UNICODE = parse::U
);
