//! Codes of everything that this plugin reports.

batuta_diagnostics::codes! {
    /// The text is not valid C, or uses a form that is not understood.
    SYNTAX = "CC0001";
    /// The file is not UTF-8.
    ENCODING = "CC0002";
    /// An included header does not exist.
    HEADER = "CC0003";
    /// The unit is too big or too deeply nested.
    TOO_BIG = "CC0004";
    /// No build file says where a header is; one that lies where projects keep headers is taken.
    GUESSED = "CC0005";
    /// What a unit has for this processor cannot be converted; what it has for any is taken.
    MACHINE = "CC0006";
    /// The construct is not converted.
    UNSUPPORTED = "CC0100";
    /// `long double` is not converted.
    LONG_DOUBLE = "CC0101";
    /// `setjmp` and `longjmp` are not converted.
    SETJMP = "CC0102";
    /// A constant expression has no Rust form.
    CONSTANT = "CC0103";
    /// A function is called in a way that its definition does not allow.
    CALL = "CC0104";
    /// A check failed in the converted program: an index out of bounds, a null pointer to a function, a division by zero.
    STOPPED = "CC0300";
    /// Nobody defines what the unit uses.
    UNDEFINED = "CC0200";
    /// Two units define the same name.
    DUPLICATE = "CC0201";
    /// Units disagree about a type that they share.
    TYPES_DIFFER = "CC0202";
}
