//! The syntax tree: quoting kept, ranges on everything that a diagnostic or a source map may point at.

use crate::range::TextRange;

/// Which shell is the reference; they differ in `echo`, statuses of errors and more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// POSIX sh as dash runs it.
    Posix,
    /// bash.
    Bash,
}

/// A whole file.
#[derive(Clone, Debug)]
pub struct Script {
    /// Its commands.
    pub body: List,
    /// Bodies of here-documents by number; [`Target::HereDoc`] points here.
    pub heredocs: Vec<Word>,
    /// Where parsing stopped, and why.
    pub errors: Vec<SyntaxError>,
}

/// A place that is not shell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// Byte offset.
    pub at: u32,
    /// What was expected.
    pub message: String,
    /// Nesting is deeper than the limit, which is this tool's and not the language's.
    pub too_deep: bool,
}

/// Commands in sequence.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// In order.
    pub items: Vec<Item>,
    /// Comment lines after the last item.
    pub comments: Vec<String>,
}

impl List {
    /// Nothing but `< file`, which bash's `$(< file)` replaces by the content of the file.
    pub fn only_reads(&self) -> bool {
        let [item] = &self.items[..] else { return false };
        let [command] = &item.first.stages[..] else { return false };
        let [redirect] = &command.redirects[..] else { return false };
        let bare = matches!(&command.kind, CommandKind::Simple(it) if it.assigns.is_empty() && it.words.is_empty());
        let alone = item.rest.is_empty() && !item.background && !item.first.negated && !item.first.timed;
        let input = redirect.op == RedirectOp::Read && redirect.fd.unwrap_or(0) == 0 && redirect.fd_name.is_none();
        bare && alone && input
    }
}

/// One and-or list with its terminator.
#[derive(Clone, Debug)]
pub struct Item {
    /// Comment lines before it, and one at its end of line.
    pub comments: Vec<String>,
    /// First pipeline.
    pub first: Pipeline,
    /// Further pipelines.
    pub rest: Vec<(AndOr, Pipeline)>,
    /// Ends with `&`.
    pub background: bool,
    /// Its bytes.
    pub range: TextRange,
}

/// `&&` or `||`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AndOr {
    /// `&&`
    And,
    /// `||`
    Or,
}

/// Commands joined by `|`.
#[derive(Clone, Debug)]
pub struct Pipeline {
    /// Starts with `!`.
    pub negated: bool,
    /// Starts with `time`.
    pub timed: bool,
    /// At least one.
    pub stages: Vec<Command>,
    /// Its bytes.
    pub range: TextRange,
}

/// A command with its redirections.
#[derive(Clone, Debug)]
pub struct Command {
    /// What it is.
    pub kind: CommandKind,
    /// In order.
    pub redirects: Vec<Redirect>,
    /// Its bytes.
    pub range: TextRange,
}

/// The kinds of commands.
#[derive(Clone, Debug)]
pub enum CommandKind {
    /// Assignments, then words.
    Simple(Simple),
    /// `{ …; }`
    Group(List),
    /// `( … )`
    Subshell(List),
    /// `if`, with `elif`s.
    If {
        /// Condition and body, in order.
        arms: Vec<(List, List)>,
        /// `else`.
        otherwise: Option<List>,
    },
    /// `for name [in words]`
    For {
        /// Variable.
        name: String,
        /// None: the positional parameters.
        words: Option<Vec<Word>>,
        /// Body.
        body: List,
    },
    /// `for ((a; b; c))`
    ForArith {
        /// The three expressions.
        parts: Box<[Word; 3]>,
        /// Body.
        body: List,
    },
    /// `while` and `until`.
    While {
        /// It is `until`.
        until: bool,
        /// Condition.
        condition: List,
        /// Body.
        body: List,
    },
    /// `case`.
    Case {
        /// What is matched.
        word: Word,
        /// In order.
        arms: Vec<CaseArm>,
    },
    /// A function definition.
    Function {
        /// Name.
        name: String,
        /// A compound command with its redirections.
        body: Box<Command>,
    },
    /// `[[ … ]]`
    Test(TestExpr),
    /// `(( … ))`
    Arith(Word),
    /// `select name [in words]`
    Select {
        /// Variable.
        name: String,
        /// None: the positional parameters.
        words: Option<Vec<Word>>,
        /// Body.
        body: List,
    },
    /// `coproc`
    Coproc,
}

/// A simple command.
#[derive(Clone, Debug, Default)]
pub struct Simple {
    /// Before the first word.
    pub assigns: Vec<Assign>,
    /// Name and arguments.
    pub words: Vec<Word>,
}

/// One arm of `case`.
#[derive(Clone, Debug)]
pub struct CaseArm {
    /// Patterns.
    pub patterns: Vec<Word>,
    /// Body.
    pub body: List,
    /// How it ends.
    pub end: CaseEnd,
}

/// How an arm of `case` ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseEnd {
    /// `;;`
    Break,
    /// `;&`
    Fall,
    /// `;;&`
    Continue,
}

/// `name=value` and its relatives.
#[derive(Clone, Debug)]
pub struct Assign {
    /// Variable.
    pub name: String,
    /// `[subscript]`.
    pub index: Option<Word>,
    /// `+=`
    pub append: bool,
    /// What is assigned.
    pub value: Value,
    /// Its bytes.
    pub range: TextRange,
}

/// Right-hand side of an assignment.
#[derive(Clone, Debug)]
pub enum Value {
    /// A word.
    Word(Word),
    /// `(…)`
    Array(Vec<Element>),
}

/// An element of an array literal.
#[derive(Clone, Debug)]
pub struct Element {
    /// `[subscript]`
    pub index: Option<Word>,
    /// `[subscript]+=`
    pub append: bool,
    /// What it is set to.
    pub word: Word,
}

/// A redirection.
#[derive(Clone, Debug)]
pub struct Redirect {
    /// Number before the operator.
    pub fd: Option<u32>,
    /// `{name}` before the operator.
    pub fd_name: Option<String>,
    /// Operator.
    pub op: RedirectOp,
    /// Operand.
    pub target: Target,
    /// Its bytes.
    pub range: TextRange,
}

/// Redirection operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RedirectOp {
    /// `<`
    Read,
    /// `>`
    Write,
    /// `>|`
    Clobber,
    /// `>>`
    Append,
    /// `<>`
    ReadWrite,
    /// `<&`
    DupIn,
    /// `>&`
    DupOut,
    /// `&>`
    Both,
    /// `&>>`
    BothAppend,
    /// `<<` and `<<-`
    HereDoc,
    /// `<<<`
    HereString,
}

/// Operand of a redirection.
#[derive(Clone, Debug)]
pub enum Target {
    /// A word.
    Word(Word),
    /// Number of a here-document.
    HereDoc(usize),
}

/// A word: parts that are joined.
#[derive(Clone, Debug, Default)]
pub struct Word {
    /// In order.
    pub parts: Vec<Part>,
    /// Its bytes.
    pub range: TextRange,
}

/// A part of a word.
#[derive(Clone, Debug)]
pub enum Part {
    /// Unquoted text: pattern characters are active.
    Literal(String),
    /// Quoted text, empty for `""`.
    Quoted(String),
    /// `$x`, `${x…}`
    Param(Box<Param>),
    /// `$( … )` and backquotes.
    Command {
        /// The commands.
        body: List,
        /// Within double quotes.
        quoted: bool,
        /// Its bytes.
        range: TextRange,
    },
    /// `$(( … ))`
    Arith {
        /// The text, expanded as in double quotes.
        text: Word,
        /// Within double quotes.
        quoted: bool,
    },
    /// `~` or `~user` where it expands; empty: own home.
    Tilde(String),
    /// `<( … )`, `>( … )`
    Process {
        /// It is `>( … )`.
        write: bool,
        /// The commands.
        body: List,
        /// Its bytes.
        range: TextRange,
    },
}

/// A parameter expansion.
#[derive(Clone, Debug)]
pub struct Param {
    /// What is expanded.
    pub name: ParamName,
    /// `[subscript]`.
    pub index: Option<Word>,
    /// `${!name}`
    pub indirect: bool,
    /// What is done to it.
    pub op: ParamOp,
    /// Within double quotes.
    pub quoted: bool,
    /// bash: beside a list within the same double quotes, so that an empty value makes no field by itself.
    pub weak: bool,
    /// Its bytes.
    pub range: TextRange,
}

/// What a parameter expansion names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParamName {
    /// A variable.
    Var(String),
    /// `$1` …
    Positional(u32),
    /// One of `@ * # ? - $ ! 0`.
    Special(char),
}

/// How the name of a parameter starts that is no variable: a character by its number, which the locale may not know.
pub const UNICODE: &str = "\0u";

/// What a parameter expansion does.
#[derive(Clone, Debug)]
pub enum ParamOp {
    /// `$x`
    Plain,
    /// `${#x}`
    Length,
    /// `${x-w}` and its three relatives.
    Default {
        /// One of `- = ? +`.
        kind: char,
        /// With `:`, an empty value counts as unset.
        colon: bool,
        /// The word.
        word: Word,
    },
    /// `${x#p}` and its three relatives.
    Trim {
        /// `%`
        suffix: bool,
        /// Doubled.
        longest: bool,
        /// The pattern.
        pattern: Word,
    },
    /// `${x/p/r}` and its relatives.
    Replace {
        /// `/` first, `*` all, `#` at the start, `%` at the end.
        kind: char,
        /// The pattern.
        pattern: Word,
        /// The replacement.
        with: Word,
    },
    /// `${x:o:l}`
    Substring {
        /// Offset, an arithmetic text.
        offset: Word,
        /// Length.
        length: Option<Word>,
    },
    /// `${x^}`, `${x^^}`, `${x,}`, `${x,,}`
    Case {
        /// To upper case.
        upper: bool,
        /// All characters.
        all: bool,
        /// Which characters.
        pattern: Word,
    },
    /// `${x@Q}` and others.
    Transform(char),
    /// Nothing that a shell knows: an error where it is expanded.
    Bad,
    /// `${!prefix*}`; true for `@`.
    Names(bool),
    /// `${!array[@]}`; true for `@`.
    Keys(bool),
}

/// An expression within `[[ ]]`.
#[derive(Clone, Debug)]
pub enum TestExpr {
    /// A word alone: is it non-empty?
    Word(Word),
    /// `-x word`
    Unary(String, Word),
    /// `word op word`
    Binary(Word, String, Word),
    /// `!`
    Not(Box<TestExpr>),
    /// `&&`
    And(Box<TestExpr>, Box<TestExpr>),
    /// `||`
    Or(Box<TestExpr>, Box<TestExpr>),
}

impl Word {
    /// The text when the word is nothing but unquoted text: what keywords and operators are made of.
    pub fn bare(&self) -> Option<&str> {
        match self.parts.as_slice() {
            [Part::Literal(text)] => Some(text),
            _ => None,
        }
    }

    /// The text when nothing in the word expands, quotes removed.
    pub fn constant(&self) -> Option<String> {
        let mut out = String::new();
        for part in &self.parts {
            match part {
                Part::Literal(text) | Part::Quoted(text) => out.push_str(text),
                _ => return None,
            }
        }
        Some(out)
    }

    /// A word of the form `name=value` or `name+=value`: what stands up to `=` and with it, and the value.
    pub fn split_assignment(&self) -> Option<(String, Word)> {
        let Some((Part::Literal(first), rest)) = self.parts.split_first() else { return None };
        let at = first.find('=')?;
        let target = &first[..at];
        if !is_name(target.strip_suffix('+').unwrap_or(target)) {
            return None;
        }
        let mut parts = vec![];
        let value = &first[at + 1..];
        let (tilde, value) = match value.strip_prefix('~') {
            Some(after) if (after.is_empty() && rest.is_empty()) || after.starts_with('/') => (true, after),
            _ => (false, value),
        };
        if tilde {
            parts.push(Part::Tilde(String::new()));
        }
        if !value.is_empty() {
            parts.push(Part::Literal(value.to_string()));
        }
        parts.extend(rest.iter().cloned());
        Some((first[..=at].to_string(), Word { parts, range: self.range }))
    }
}

/// Whether `text` can name a variable.
pub fn is_name(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}
