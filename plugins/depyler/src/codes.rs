//! Every code that this plugin reports.

batuta_diagnostics::codes! {
    /// The file is not UTF-8 text.
    ENCODING = "PY0001";
    /// The text is not Python 3.
    SYNTAX = "PY0002";
    /// Nesting is too deep to be converted.
    DEPTH = "PY0003";
    /// A module that is neither in the project nor known to the runtime.
    MODULE = "PY0101";
    /// A name that the runtime's version of a module does not have.
    LIBRARY = "PY0102";
    /// A name that nothing binds.
    NAME = "PY0103";
    /// A module used as a value.
    MODULE_VALUE = "PY0104";
    /// `from module import *` of a module of the project.
    STAR_IMPORT = "PY0105";
    /// `async` and `await`.
    ASYNC = "PY0201";
    /// Complex numbers.
    COMPLEX = "PY0202";
    /// `exec`, `eval`, `compile`, `globals`, `locals`: they need an interpreter at run time.
    DYNAMIC = "PY0203";
    /// Metaclasses.
    METACLASS = "PY0204";
    /// `except*`.
    EXCEPT_STAR = "PY0205";
    /// Syntax that is not converted yet.
    UNSUPPORTED = "PY0206";
    /// `yield` where it is not converted.
    YIELD = "PY0207";
    /// Text with surrogates, which Rust's strings cannot hold.
    SURROGATE = "PY0208";
    /// Threads that would run at the same time; such a program stops.
    THREADS = "PY0209";
    /// Places in a file whose line ends were translated; such a program stops.
    PLACES = "PY0210";
    /// An encoding of text; such a program stops.
    TEXT_ENCODING = "PY0211";
    /// What only an interpreter knows of a log record or a traceback; such a program stops.
    RECORD = "PY0212";
    /// A doctest that is not converted, or fails.
    DOCTEST = "PY0301";
    /// A value whose class is not the one that was proved; such a program stops.
    MISMATCH = "PY0090";
    /// The end of a function that always returns; such a program stops.
    NEVER = "PY0091";
    /// An int that left the 64 bits it was given; such a program stops.
    OVERFLOW = "PY0092";
}
