//! `doctest`: runs the examples that the converter made functions of.

use crate::func::Args;
use crate::value::{Exc, R, Value};
use std::cell::RefCell;

#[derive(Default)]
struct State {
    flags: i64,
    name: String,
    source: String,
    raised: Option<Exc>,
    attempted: i64,
    /// Whether every step is shown.
    verbose: bool,
    /// Examples per name.
    counts: Vec<(String, i64)>,
    /// What has no examples.
    without: Vec<String>,
    outer: Option<Value>,
    capture: Option<Value>,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

const FLAGS: &[(&str, i64)] = &[
    ("DONT_ACCEPT_TRUE_FOR_1", 1),
    ("DONT_ACCEPT_BLANKLINE", 2),
    ("NORMALIZE_WHITESPACE", 4),
    ("ELLIPSIS", 8),
    ("SKIP", 16),
    ("IGNORE_EXCEPTION_DETAIL", 32),
];

macro_rules! flags {
    ($($name:ident = $bit:literal),*) => {$(
        #[doc = concat!("`doctest.", stringify!($name), "`")]
        #[allow(non_snake_case, reason = "as in Python")]
        pub fn $name() -> Value {
            Value::Int($bit)
        }
    )*};
}

flags!(
    DONT_ACCEPT_TRUE_FOR_1 = 1,
    DONT_ACCEPT_BLANKLINE = 2,
    NORMALIZE_WHITESPACE = 4,
    ELLIPSIS = 8,
    SKIP = 16,
    IGNORE_EXCEPTION_DETAIL = 32
);

/// Starts to run all examples.
///
/// # Errors
/// `TypeError` when the flags are no number.
pub fn _start(args: &Args) -> R {
    let flags = crate::item::index(args.at(0, "testmod")?, "int")?;
    let verbose = match args.pos.get(1) {
        None | Some(Value::None) => std::env::args().skip(1).any(|arg| arg == "-v"),
        Some(value) => crate::ops::truth(value)?,
    };
    let without = match args.pos.get(2) {
        Some(Value::List(names)) => names.borrow().iter().filter_map(|n| n.as_str().map(String::from)).collect(),
        _ if verbose => {
            crate::run::hole("batuta: PY0301 a report of every step of doctests is not converted for these objects")
        }
        _ => vec![],
    };
    STATE.set(State { flags, verbose, without, ..State::default() });
    Ok(Value::None)
}

/// Starts an example: the name of what it documents, its code.
///
/// # Errors
/// None.
pub fn _begin(args: &Args) -> R {
    let text = |at: usize| args.pos.get(at).and_then(Value::as_str).unwrap_or("").to_string();
    let capture = crate::io::StringIO(&Args::none())?;
    let outer = crate::io::stdout();
    if STATE.with_borrow(|state| state.verbose) {
        let want = text(2);
        let expecting =
            if want.is_empty() { "Expecting nothing\n".into() } else { format!("Expecting:\n{}", indented(&want)) };
        crate::io::write_out(&format!("Trying:\n{}{expecting}", indented(&text(1))));
    }
    crate::io::replace_stdout(capture.clone());
    STATE.with_borrow_mut(|state| {
        (state.name, state.source) = (text(0), text(1));
        state.raised = None;
        (state.outer, state.capture) = (Some(outer), Some(capture));
    });
    Ok(Value::None)
}

/// Prints the value of an expression.
///
/// # Errors
/// What `__repr__` raises.
pub fn _show(args: &Args) -> R {
    let value = args.at(0, "show")?;
    if !value.is_none() {
        crate::io::write_out(&format!("{}\n", crate::repr::repr(value)?));
    }
    Ok(Value::None)
}

/// Notes the exception that ended an example.
///
/// # Errors
/// None.
pub fn _raised(args: &Args) -> R {
    if let Some(Value::Obj(object)) = args.pos.first() {
        STATE.with_borrow_mut(|state| state.raised = Some(Exc(object.clone())));
    }
    Ok(Value::None)
}

/// Ends an example: what it should print, flags of its own.
///
/// # Errors
/// None: an example that fails ends the process.
pub fn _end(args: &Args) -> R {
    let (outer, capture) = STATE.with_borrow_mut(|state| (state.outer.take(), state.capture.take()));
    if let Some(outer) = outer {
        crate::io::replace_stdout(outer);
    }
    let Some(want) = args.pos.first().and_then(Value::as_str) else { return Ok(Value::None) };
    let got = match capture {
        Some(capture) => crate::repr::str_of(&capture.method("getvalue", &[])?)?,
        None => String::new(),
    };
    let own: i64 = FLAGS
        .iter()
        .filter(|(name, _)| args.pos.get(1).and_then(Value::as_str).is_some_and(|s| s.split(' ').any(|w| w == *name)))
        .map(|(_, bit)| bit)
        .sum();
    let (name, source, raised, flags) = STATE.with_borrow_mut(|state| {
        state.attempted += 1;
        let name = state.name.clone();
        match state.counts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => state.counts.push((name, 1)),
        }
        (state.name.clone(), state.source.clone(), state.raised.take(), state.flags | own)
    });
    let (good, got) = match raised {
        None => (same(want, &got, flags), got),
        Some(raised) => {
            let line = format!("{}\n", raised.last_line());
            (expected_exception(want).is_some_and(|wanted| same_exception(&wanted, &line, flags)), line)
        }
    };
    if !good {
        // The report of a failure shows lines and paths that are not known here.
        crate::run::hole::<()>(&format!(
            "batuta: PY0301 {name}: a doctest fails, and its report is not converted\nexample: {source}\nexpected: {want}got: {got}"
        ));
    }
    if STATE.with_borrow(|state| state.verbose) {
        crate::io::write_out("ok\n");
    }
    Ok(Value::None)
}

/// Lines that are not empty, four places further in.
fn indented(text: &str) -> String {
    text.lines().map(|line| if line.is_empty() { "\n".to_string() } else { format!("    {line}\n") }).collect()
}

/// What `testmod` prints at the end when every step is shown.
fn summary(state: &State) -> String {
    let mut out = String::new();
    if !state.without.is_empty() {
        out.push_str(&format!("{} items had no tests:\n", state.without.len()));
        state.without.iter().for_each(|name| out.push_str(&format!("    {name}\n")));
    }
    if !state.counts.is_empty() {
        let mut passed = state.counts.clone();
        passed.sort();
        out.push_str(&format!("{} items passed all tests:\n", passed.len()));
        passed.iter().for_each(|(name, count)| out.push_str(&format!(" {count:>3} tests in {name}\n")));
    }
    let items = state.without.len() + state.counts.len();
    out.push_str(&format!("{} tests in {items} items.\n{0} passed and 0 failed.\nTest passed.\n", state.attempted));
    out
}

/// The last lines of a traceback that an example should end with.
fn expected_exception(want: &str) -> Option<String> {
    let mut lines = want.lines();
    let head = lines.next()?.trim();
    if !matches!(head, "Traceback (most recent call last):" | "Traceback (innermost last):") {
        return None;
    }
    // The stack is anything up to a line that begins with a letter of a name.
    let named = |line: &&str| line.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    let rest: Vec<&str> = lines.skip_while(|line| !named(line)).collect();
    Some(rest.join("\n") + "\n")
}

fn same_exception(want: &str, got: &str, flags: i64) -> bool {
    if same(want, got, flags) {
        return true;
    }
    if flags & 32 == 0 {
        return false;
    }
    let kind = |text: &str| {
        let head = text.split(':').next().unwrap_or("").trim().to_string();
        head.rsplit('.').next().unwrap_or("").to_string()
    };
    kind(want) == kind(got)
}

fn same(want: &str, got: &str, flags: i64) -> bool {
    if want == got {
        return true;
    }
    if flags & 1 == 0 && matches!((got, want), ("True\n", "1\n") | ("False\n", "0\n")) {
        return true;
    }
    let blank = |text: &str| -> String {
        let line = |l: &str| if l.trim() == "<BLANKLINE>" { String::new() } else { l.to_string() };
        text.split('\n').map(line).collect::<Vec<_>>().join("\n")
    };
    let mut want = if flags & 2 == 0 { blank(want) } else { want.to_string() };
    let trimmed = got.split('\n').map(|l| if l.trim().is_empty() { "" } else { l }).collect::<Vec<_>>().join("\n");
    let mut got = if flags & 2 == 0 { trimmed } else { got.to_string() };
    if want == got {
        return true;
    }
    if flags & 4 != 0 {
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        (want, got) = (words(&want), words(&got));
        if want == got {
            return true;
        }
    }
    flags & 8 != 0 && ellipsis(&want, &got)
}

fn ellipsis(want: &str, got: &str) -> bool {
    let parts: Vec<&str> = want.split("...").collect();
    let [first, middle @ .., last] = &parts[..] else { return want == got };
    if parts.len() == 1 {
        return want == got;
    }
    let (Some(rest), true) = (got.strip_prefix(first), got.ends_with(last)) else { return false };
    if rest.len() < last.len() {
        return false;
    }
    let mut rest = &rest[..rest.len() - last.len()];
    for part in middle {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    true
}

/// `TestResults`
///
/// # Errors
/// None.
pub fn _results(_: &Args) -> R {
    let (attempted, report) =
        STATE.with_borrow(|state| (state.attempted, if state.verbose { summary(state) } else { String::new() }));
    crate::io::write_out(&report);
    crate::library::collections::named("TestResults", &["failed", "attempted"], vec![Value::Int(0), attempted.into()])
}
