//! Modules that are written in Python: made by the test `pure` from `runtime/pure`, not by hand.

#[cfg(feature = "textwrap")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_textwrap;

use crate::value::R;

/// A name of a module.
///
/// # Errors
/// What the module raises when it is imported.
pub fn load(module: &str, name: &str) -> R {
    match module {
        #[cfg(feature = "textwrap")]
        "textwrap" => m_textwrap::py_get(name),
        _ => crate::exc::err("ImportError", format!("cannot import name '{name}' from '{module}'")),
    }
}
