//! Codes of this plugin's findings.

use batuta_diagnostics::Code;

/// The text is no AWK.
pub(crate) const SYNTAX: Code = Code::new("AW0001");
/// AWK that this plugin does not convert.
pub(crate) const UNSUPPORTED: Code = Code::new("AW0002");
/// The order of `for (key in array)` is nobody's promise.
pub(crate) const ORDER: Code = Code::new("AW0003");
