//! Why a function needs `unsafe`.

/// One reason.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub(crate) enum Why {
    /// It reads or writes through a pointer that was not proved to be a reference, a slice or an owner.
    Pointer,
    /// It moves or compares such pointers.
    Arithmetic,
    /// It indexes an array whose bounds are not meant.
    Unchecked,
    /// It uses an object of the C library.
    Extern,
    /// It uses a mutable object of static storage that is not a cell.
    Global,
    /// It reads a union.
    Union,
    /// It converts or compares pointers to functions.
    FunctionPointer,
    /// It prints a string through a pointer.
    Text,
    /// It calls a function of the C library.
    Library(String),
    /// It reads variable arguments.
    Arguments,
    /// It calls through a pointer.
    Indirect,
    /// It cleans up through a pointer.
    Cleanup,
    /// Another unit prints through C.
    Output,
    /// It calls what nobody defines.
    Unknown,
}

impl Why {
    /// A short name, for counts.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Why::Pointer => "pointer",
            Why::Arithmetic => "arithmetic",
            Why::Unchecked => "unchecked",
            Why::Extern => "extern",
            Why::Global => "global",
            Why::Union => "union",
            Why::FunctionPointer => "function-pointer",
            Why::Text => "text",
            Why::Library(_) => "library",
            Why::Arguments => "arguments",
            Why::Indirect => "indirect",
            Why::Cleanup => "cleanup",
            Why::Output => "output",
            Why::Unknown => "unknown",
        }
    }
}

impl std::fmt::Display for Why {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let words = match self {
            Why::Pointer => "it follows a pointer that was not proved to be a reference, a slice or an owner",
            Why::Arithmetic => "it moves or subtracts pointers that were not proved to lie in one slice",
            Why::Unchecked => "it indexes an array beyond the bounds that its type says",
            Why::Extern => "it uses an object of the C library",
            Why::Global => "it uses a mutable object of static storage that is not a cell",
            Why::Union => "it uses a union",
            Why::FunctionPointer => "it converts pointers to functions",
            Why::Text => "it prints a string through a pointer",
            Why::Library(name) => return write!(f, "library: it calls `{name}` of the C library"),
            Why::Arguments => "it reads variable arguments",
            Why::Indirect => "it calls through a pointer",
            Why::Cleanup => "it cleans up through a pointer",
            Why::Output => "another unit of the program prints through C",
            Why::Unknown => "it calls what nobody defines",
        };
        write!(f, "{}: {words}", self.code())
    }
}
