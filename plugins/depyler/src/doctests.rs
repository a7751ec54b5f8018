//! Doctests: the examples in docstrings become functions that `doctest.testmod()` calls.

use crate::front;
use crate::hir::{Expr, ExprKind, Module, Stmt, StmtKind};
use crate::rewrite::{self, Rewrite};
use batuta_diagnostics::Bag;
use batuta_text::{FileId, TextRange};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The function that runs all doctests of a module.
pub const ALL: &str = "_doctest_all_";

/// An example: its code and what it should print.
struct Example {
    source: String,
    want: String,
}

/// Adds functions for the doctests of a module that runs them.
pub fn add(m: &mut Module, text: &str) {
    if !text.contains("testmod") {
        return;
    }
    let mut found = vec![];
    collect(&m.body, "__main__", &mut found);
    if let Some(doc) = &m.doc {
        found.push(("__main__".to_string(), doc.clone()));
    }
    found.sort();
    // The examples see what the module has bound by then; what it binds later may have the name of a variable of theirs.
    let at = m.body.iter().position(starts_main).unwrap_or_else(|| m.body.len().saturating_sub(1));
    let later = m.body.split_off(at);
    let module_names = crate::scope::module(m).bound;
    m.body.extend(later);
    let mut code = String::new();
    let mut calls = vec![];
    let mut tested = vec![];
    for (name, doc) in &found {
        let examples = examples(doc);
        if examples.is_empty() {
            continue;
        }
        let function = format!("_doctest_{}_", calls.len());
        code.push_str(&function_text(&function, name, &examples, &module_names));
        calls.push(function);
        tested.push(name.clone());
    }
    let items = match items(&m.body) {
        Some(all) => {
            let without = all.iter().filter(|name| !tested.contains(name)).map(|name| quoted(name));
            format!("[{}]", without.collect::<Vec<_>>().join(", "))
        }
        None => "None".to_string(),
    };
    let _ = write!(
        code,
        "def {ALL}(optionflags=0, verbose=None):\n    from doctest import _start, _results\n    _start(optionflags, verbose, {items})\n"
    );
    for call in &calls {
        let _ = writeln!(code, "    {call}()");
    }
    code.push_str("    return _results()\n");
    let mut bag = Bag::new();
    let mut made = front::parse(FileId(0), &code, &mut bag).body;
    // Code that is no Python is reported when it runs, as an example that fails.
    let place = TextRange::empty(m.body.get(at).map_or(0, |s| s.at.start));
    place_all(&mut made, place);
    let mut behind = Behind(text.len() as u32 + 1);
    made.iter_mut().for_each(|s| behind.stmt(s));
    m.body.splice(at..at, made);
}

/// Expressions of examples stand behind the text, so that none has the place of another.
struct Behind(u32);

impl Rewrite for Behind {
    fn expr(&mut self, e: &mut Expr) {
        e.at = TextRange { start: e.at.start + self.0, end: e.at.end + self.0 };
        if let ExprKind::Lambda(f) = &mut e.kind {
            f.body.iter_mut().for_each(|s| s.at = e.at);
        }
        rewrite::expr(self, e);
    }
}

/// The number of a function of examples.
pub fn number(name: &str) -> Option<u32> {
    name.strip_prefix("_doctest_")?.strip_suffix('_')?.parse().ok()
}

/// Whether a statement is the one that starts a program, or calls `testmod` itself.
fn starts_main(s: &Stmt) -> bool {
    let text = format!("{:?}", s.kind);
    matches!(&s.kind, StmtKind::If(..)) && text.contains("__main__")
        || text.contains("\"testmod\"") && !matches!(s.kind, StmtKind::Import(_))
}

/// What was made up has no place of its own.
fn place_all(body: &mut [Stmt], at: TextRange) {
    for s in body {
        s.at = at;
        match &mut s.kind {
            StmtKind::Function(f) => place_all(&mut f.body, at),
            StmtKind::Class(c) => place_all(&mut c.body, at),
            StmtKind::If(_, a, b) | StmtKind::While(_, a, b) | StmtKind::For(_, _, a, b) => {
                place_all(a, at);
                place_all(b, at);
            }
            StmtKind::With(_, a) => place_all(a, at),
            StmtKind::Try(a, handlers, b, c) => {
                place_all(a, at);
                for handler in handlers {
                    handler.at = at;
                    place_all(&mut handler.body, at);
                }
                place_all(b, at);
                place_all(c, at);
            }
            StmtKind::Match(_, cases) => cases.iter_mut().for_each(|c| place_all(&mut c.body, at)),
            _ => {}
        }
    }
}

fn collect(body: &[Stmt], path: &str, out: &mut Vec<(String, String)>) {
    for s in body {
        match &s.kind {
            StmtKind::Function(f) => out.extend(f.doc.iter().map(|d| (format!("{path}.{}", f.name), d.clone()))),
            StmtKind::Class(c) => {
                let path = format!("{path}.{}", c.name);
                out.extend(c.doc.iter().map(|d| (path.clone(), d.clone())));
                collect(&c.body, &path, out);
            }
            StmtKind::If(_, a, b) => {
                collect(a, path, out);
                collect(b, path, out);
            }
            _ => {}
        }
    }
}

/// The names of all that may have examples, as a report of every step lists them; none where it is not known.
fn items(body: &[Stmt]) -> Option<BTreeSet<String>> {
    let mut out = BTreeSet::from(["__main__".to_string()]);
    items_of(body, "__main__", &mut out).then_some(out)
}

fn items_of(body: &[Stmt], path: &str, out: &mut BTreeSet<String>) -> bool {
    const PLAIN: [&str; 6] = ["property", "staticmethod", "classmethod", "abstractmethod", "lru_cache", "cache"];
    let plain = |e: &Expr| match &e.kind {
        ExprKind::Name(name) => PLAIN.contains(&name.as_str()),
        ExprKind::Attr(_, name) => matches!(name.as_str(), "setter" | "deleter" | "getter"),
        _ => false,
    };
    body.iter().all(|s| match &s.kind {
        StmtKind::Function(f) => {
            out.insert(format!("{path}.{}", f.name));
            f.decorators.iter().all(plain)
        }
        StmtKind::Class(c) => {
            let path = format!("{path}.{}", c.name);
            out.insert(path.clone());
            c.decorators.is_empty() && c.args.is_empty() && items_of(&c.body, &path, out)
        }
        StmtKind::If(..) => starts_main(s),
        StmtKind::Assign(_, value) => !matches!(value.kind, ExprKind::Lambda(_) | ExprKind::Name(_)),
        StmtKind::With(..) | StmtKind::Try(..) | StmtKind::For(..) | StmtKind::While(..) => false,
        _ => true,
    })
}

fn examples(doc: &str) -> Vec<Example> {
    let mut out: Vec<Example> = vec![];
    let expanded: Vec<String> = doc.lines().map(|l| l.replace('\t', "        ")).collect();
    let mut lines = expanded.iter().map(String::as_str).peekable();
    while let Some(line) = lines.next() {
        let indent = line.len() - line.trim_start().len();
        let Some(first) = prompt(line.trim_start(), ">>>") else { continue };
        let mut source = first.to_string();
        while let Some(more) = lines.peek().and_then(|l| prompt(l.trim_start(), "...")) {
            source.push('\n');
            source.push_str(more);
            lines.next();
        }
        let mut want = String::new();
        while let Some(line) = lines.peek() {
            if line.trim().is_empty() || prompt(line.trim_start(), ">>>").is_some() {
                break;
            }
            want.push_str(line.get(indent..).unwrap_or(line.trim_start()));
            want.push('\n');
            lines.next();
        }
        let only_comment = source.lines().all(|l| l.trim().is_empty() || l.trim_start().starts_with('#'));
        if !only_comment {
            out.push(Example { source, want });
        }
    }
    out
}

fn prompt<'a>(line: &'a str, mark: &str) -> Option<&'a str> {
    let rest = line.strip_prefix(mark)?;
    if rest.is_empty() { Some("") } else { rest.strip_prefix(' ') }
}

/// Flags that a comment in an example switches on.
fn directives(source: &str) -> Vec<&str> {
    let Some((_, rest)) = source.split_once("doctest:") else { return vec![] };
    let words = rest.lines().next().unwrap_or("").split([',', ' ']);
    words.filter_map(|w| w.trim().strip_prefix('+')).collect()
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn function_text(
    function: &str,
    name: &str,
    examples: &[Example],
    module_names: &std::collections::BTreeSet<String>,
) -> String {
    let mut body = String::from("    from doctest import _begin, _show, _raised, _end\n");
    for example in examples {
        let _ = writeln!(body, "    _begin({}, {}, {})", quoted(name), quoted(&example.source), quoted(&example.want));
        let flags = quoted(&directives(&example.source).join(" "));
        if directives(&example.source).contains(&"SKIP") {
            let _ = writeln!(body, "    _end(None, {flags})");
            continue;
        }
        body.push_str("    try:\n");
        let valid = |text: &str| {
            let mut bag = Bag::new();
            front::parse(FileId(0), text, &mut bag);
            !bag.has_errors()
        };
        if front::expression(&example.source).is_some() {
            let _ = writeln!(body, "        _show(({}\n        ))", example.source);
        } else if valid(&example.source) {
            for line in example.source.lines() {
                let _ = writeln!(body, "        {line}");
            }
        } else {
            body.push_str("        raise SyntaxError('invalid syntax')\n");
        }
        let _ = writeln!(body, "    except BaseException as _error:\n        _raised(_error)");
        let _ = writeln!(body, "    _end({}, {flags})", quoted(&example.want));
    }
    let whole = format!("def {function}():\n{body}");
    let mut bag = Bag::new();
    let parsed = front::parse(FileId(0), &whole, &mut bag);
    let mut taken: Vec<String> = vec![];
    if let Some(Stmt { kind: StmtKind::Function(f), .. }) = parsed.body.first() {
        // A name of the module that an example binds starts with the module's value.
        let names = crate::scope::function(f);
        taken.extend(names.bound.intersection(module_names).map(|n| format!("{n}={n}")));
    }
    format!("def {function}({}):\n{body}", taken.join(", "))
}
