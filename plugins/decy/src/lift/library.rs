//! Functions of the C library: those that the support crate has for slices, and those that keep no pointer.

use super::facts::{Base, Facts};
use crate::analysis::root;
use crate::hir::{Expr, FunctionId, Program, Storage, Type};

/// A function on strings or bytes that the support crate has too.
pub(crate) struct Safe {
    pub name: &'static str,
    /// `r`: a slice that is read, `w`: one that is written, `v`: a value.
    pub params: &'static str,
    /// It gives a pointer back: only where nobody wants it.
    pub statement: bool,
}

const fn safe(name: &'static str, params: &'static str, statement: bool) -> Safe {
    Safe { name, params, statement }
}

/// What the support crate has.
const SAFE: &[Safe] = &[
    safe("strlen", "r", false),
    safe("strcmp", "rr", false),
    safe("strncmp", "rrv", false),
    safe("strcpy", "wr", true),
    safe("strcat", "wr", true),
    safe("strncpy", "wrv", true),
    safe("strncat", "wrv", true),
    safe("strspn", "rr", false),
    safe("strcspn", "rr", false),
    safe("strcasecmp", "rr", false),
    safe("atoi", "r", false),
    safe("atol", "r", false),
    safe("memset", "wvv", true),
    safe("memcpy", "wrv", true),
];

/// Functions that keep no pointer that they are given, and give back none but those.
const FORGETS: &[&str] = &[
    "strlen",
    "strcmp",
    "strncmp",
    "strcasecmp",
    "strncasecmp",
    "memcmp",
    "printf",
    "puts",
    "fputs",
    "fprintf",
    "sprintf",
    "snprintf",
    "scanf",
    "sscanf",
    "fscanf",
    "atoi",
    "atol",
    "atof",
    "fread",
    "fwrite",
    "strcoll",
    "strspn",
    "strcspn",
    "write",
    "read",
    "perror",
    "remove",
    "rename",
    "fopen",
    "strdup",
    "getenv",
    "time",
    "gettimeofday",
    "clock_gettime",
];
/// The same, when nobody wants what they give back.
const GIVES_BACK: &[&str] =
    &["strcpy", "strncpy", "strcat", "strncat", "memcpy", "memmove", "memset", "fgets", "stpcpy", "mempcpy", "qsort"];

/// The form of a call for slices, when there is one and its arguments fit.
pub(crate) fn slices(
    program: &Program,
    facts: &Facts,
    id: FunctionId,
    args: &[Expr],
    statement: bool,
) -> Option<&'static Safe> {
    let function = program.function(id);
    if function.body.is_some() || !function.library {
        return None;
    }
    let safe = SAFE.iter().find(|safe| safe.name == function.name)?;
    if safe.params.len() != args.len() || (safe.statement && !statement) {
        return None;
    }
    let bytes = is_memory(safe);
    let mut element: Option<&Type> = None;
    let mut roots = vec![];
    let mut known = false;
    for (kind, arg) in safe.params.chars().zip(args).filter(|(kind, _)| *kind != 'v') {
        let arg = pointer(safe, arg);
        let found = facts.resolve(arg)?;
        let same = element.is_none_or(|element| Some(element) == arg.ty.pointee());
        element = arg.ty.pointee();
        let fits = same && element.is_some_and(|element| is_plain(element, safe.name == "memset"));
        if bytes && (!fits || matches!(found.base, Base::Str(_) | Base::Text(_))) {
            return None;
        }
        let chars = arg.ty.pointee().and_then(Type::int).is_some_and(|int| int.bits == 8 && int.signed);
        if !(chars || bytes) || !super::is_array(&found.base, arg) || !facts.is_usable(&found.base) {
            return None;
        }
        if let Base::Place(place) = &found.base {
            let id = root(place)?;
            let written = program.object(id).storage != Storage::Automatic;
            if facts.raw.contains(&id) || (kind == 'w' && written) {
                return None;
            }
        }
        if kind == 'w' && matches!(found.base, Base::Str(_) | Base::Text(_)) {
            return None;
        }
        known |= !matches!(found.base, Base::Str(_));
        roots.push((kind, found.base.root()));
    }
    let alias = roots.iter().enumerate().any(|(at, (kind, root))| {
        roots[at + 1..].iter().any(|(other, root2)| (*kind == 'w' || *other == 'w') && root.is_some() && root == root2)
    });
    (known && !alias).then_some(safe)
}

/// The function is about bytes of any elements.
fn is_memory(safe: &Safe) -> bool {
    safe.name.starts_with("mem")
}

/// An argument of such a function as the pointer that it is.
pub(super) fn pointer<'a>(safe: &Safe, arg: &'a Expr) -> &'a Expr {
    if is_memory(safe) { super::scan::bare(arg) } else { arg }
}

/// Elements that can be written byte by byte, or only copied.
fn is_plain(element: &Type, written: bool) -> bool {
    match element {
        Type::Int(_) | Type::Float | Type::Double => true,
        Type::Array(inner, count) => *count > 0 && is_plain(inner, written),
        Type::Record(_) | Type::Bool => !written,
        _ => false,
    }
}

/// The call keeps none of its pointers.
pub(crate) fn forgets(program: &Program, id: FunctionId, statement: bool) -> bool {
    let function = program.function(id);
    let name = function.name.as_str();
    function.body.is_none()
        && function.library
        && (FORGETS.contains(&name) || (statement && GIVES_BACK.contains(&name)))
}
