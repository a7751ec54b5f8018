//! Python: the `__main__` guard, or code at the top level of a module that does more than define.

/// Methods and functions that modules call while they define things.
const SETTING_UP: [&str; 16] = [
    "add",
    "append",
    "basicConfig",
    "connect",
    "extend",
    "filterwarnings",
    "getLogger",
    "insert",
    "register",
    "register_type",
    "seed",
    "setattr",
    "setdefault",
    "setrecursionlimit",
    "simplefilter",
    "update",
];

/// Whether a program starts here; `code` is `text` with comments and strings blanked.
pub(super) fn is_entry_point(name: &str, text: &str, code: &str) -> bool {
    if name == "__main__.py" {
        return true;
    }
    let lines = || text.lines().zip(code.lines());
    if lines().any(|(text, code)| is_guard(text, code)) {
        return true;
    }
    let module =
        ["__init__.py", "conftest.py"].contains(&name) || name.starts_with("test_") || name.ends_with("_test.py");
    !module && !name.ends_with(".pyi") && acts(code)
}

fn is_guard(text: &str, code: &str) -> bool {
    let Some(condition) = code.strip_prefix("if").filter(|rest| rest.starts_with([' ', '('])) else { return false };
    condition.contains("__name__") && text.contains("__main__")
}

/// Whether a statement at the top level loops or calls something for its effect.
fn acts(code: &str) -> bool {
    let mut depth = 0i64;
    let mut continued = false;
    for line in code.lines() {
        let fresh = depth <= 0 && !continued && !line.starts_with([' ', '\t']);
        if fresh && statement_acts(line.trim_end()) {
            return true;
        }
        let brackets = |set: &[char]| line.matches(|c| set.contains(&c)).count() as i64;
        depth += brackets(&['(', '[', '{']) - brackets(&[')', ']', '}']);
        continued = line.trim_end().ends_with('\\');
    }
    false
}

fn statement_acts(line: &str) -> bool {
    if line.starts_with("while ") || line.starts_with("for ") {
        return true;
    }
    let end = line.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.')).unwrap_or(line.len());
    let (callee, rest) = line.split_at(end);
    let last = callee.rsplit('.').next().unwrap_or(callee);
    let keyword =
        ["if", "elif", "with", "assert", "del", "return", "not", "match", "class", "import", "from"].contains(&callee);
    !callee.is_empty() && !keyword && rest.trim_start().starts_with('(') && !SETTING_UP.contains(&last)
}
