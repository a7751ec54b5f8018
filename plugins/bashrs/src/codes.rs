//! What cannot be converted, one code each. Codes from 0900 on are reported by the running program, where only it can know.

batuta_diagnostics::codes! {
    /// The text is not shell.
    SYNTAX = "SH0001";
    /// Nesting is deeper than this tool's limit.
    TOO_DEEP = "SH0002";
    /// The file is not UTF-8 text.
    NOT_TEXT = "SH0003";
    /// The script is for another shell than sh or bash.
    OTHER_SHELL = "SH0004";
    /// `eval` of text that is computed at run time.
    EVAL = "SH0101";
    /// A sourced file whose path is computed at run time or that is not in the project.
    SOURCE = "SH0102";
    /// A trap whose commands are computed at run time.
    TRAP = "SH0103";
    /// `alias` and `unalias`.
    ALIAS = "SH0104";
    /// `select`.
    SELECT = "SH0105";
    /// `coproc`.
    COPROC = "SH0106";
    /// `time`.
    TIME = "SH0107";
    /// A builtin, or an option of one, that is not supported.
    BUILTIN = "SH0108";
    /// A parameter expansion that is not supported.
    EXPANSION = "SH0109";
    /// `break`, `continue` or `return` with a count computed at run time.
    COUNT = "SH0110";
    /// A redirection that is not supported.
    REDIRECT = "SH0111";
    /// An operator of `[[ ]]` that is not supported.
    TEST = "SH0112";
    /// The generated code is not valid Rust: a defect of this tool.
    INTERNAL = "SH0113";
    /// An assignment that is not supported.
    ASSIGN = "SH0114";
    /// Process substitution in a place that is not supported.
    PROCESS = "SH0115";
}
