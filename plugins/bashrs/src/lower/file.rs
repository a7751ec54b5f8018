//! A whole file: the script as `fn script`, its functions, `main`.

use super::functions::{Functions, shell_function};
use super::names::{Names, reached};
use super::scan::Traits;
use super::{Body, Counts, Lowerer};
use crate::ast::{Dialect, Script};
use crate::codes;
use batuta_diagnostics::{Bag, Diagnostic};
use batuta_rust_ir::{
    Expr, File, Function, Item, ItemKind, PrintError, Printed, Stmt, Visibility, names::Scope, print,
};
use batuta_text::{FileId, LineIndex, TextRange};

/// What a file is lowered from.
pub(crate) struct Input<'a> {
    /// Its number.
    pub(crate) file: FileId,
    /// Its path, also `$0`.
    pub(crate) path: &'a str,
    /// Its text.
    pub(crate) text: &'a str,
    /// Which shell.
    pub(crate) dialect: Dialect,
    /// It is sourced by others rather than run.
    pub(crate) module: bool,
    /// Files that it sources: path and module.
    pub(crate) modules: &'a [(String, String)],
    /// How the module files are reached from this one: module and `#[path]`.
    pub(crate) module_paths: &'a [(String, String)],
    /// Programs are always started.
    pub(crate) keep_programs: bool,
}

/// What became of it.
pub(crate) struct Output {
    /// Rust, or why there is none.
    pub(crate) printed: Result<Printed, PrintError>,
    /// Findings.
    pub(crate) findings: Vec<Diagnostic>,
    /// Numbers for the report.
    pub(crate) counts: Vec<(String, u64)>,
}

/// Names that generated code uses itself.
const RESERVED: &[&str] = &[
    "main",
    "script",
    "source",
    "sh",
    "text",
    "word",
    "args",
    "pieces",
    "quoted",
    "weak",
    "literal",
    "plain",
    "operand_list",
    "plain_list",
    "list",
    "quote",
    "regex_quote",
    "matches",
    "replace",
    "change_case",
    "trim_end",
    "trim_end_longest",
    "trim_start",
    "trim_start_longest",
    "power",
    "subscript",
    "vec",
    "Shell",
    "Run",
    "Flow",
    "Str",
    "Some",
    "None",
    "Ok",
    "Err",
    "Vec",
    "i64",
    "bool",
    "str",
    "std",
    "sh_rt",
];

/// A scope in which the names that generated code uses itself are taken.
pub(super) fn unreserved() -> Scope {
    let mut names = Scope::new();
    RESERVED.iter().for_each(|name| {
        names.take(name);
    });
    names
}

/// Lower a file.
pub(crate) fn lower_file(input: &Input<'_>, script: Script) -> Output {
    let mut names = unreserved();
    input.modules.iter().for_each(|(_, module)| {
        names.take(module);
    });
    let mut traits = Traits::of(&script.body, &script.heredocs);
    if input.module {
        // The script that sources this file may read statuses and set options.
        traits =
            Traits { errexit: true, nounset: true, reads_status: true, signals: true, dynamic_calls: true, ..traits };
    }
    if !input.module && super::text_only::is_walked(&script, input.text, input.dialect == Dialect::Bash) {
        traits.any_text();
    }
    // What other files run would not be told.
    let alone = !input.module && input.modules.is_empty();
    traits.running = alone && super::running::asks(input.text, traits.error_trap);
    let functions = Functions::of(&script.body, &mut names, input.module);
    let ints = if input.module || traits.sources {
        std::collections::BTreeMap::new()
    } else {
        super::ints::find(&script.body, &script.heredocs, &functions, &mut names)
    };
    let mut lowerer = Lowerer {
        ints,
        dialect: input.dialect,
        file: input.file,
        path: input.path,
        text: input.text,
        lines: LineIndex::new(input.text),
        bag: Bag::new(),
        heredocs: script.heredocs.clone(),
        functions,
        traits,
        frames: super::jumps::Frames::default(),
        items: vec![],
        names,
        temps: unreserved(),
        unchecked: false,
        only_reads: false,
        in_trap: false,
        inverted: false,
        modules: input.modules,
        unreachable: false,
        counts: Counts::default(),
        evals: 0,
        top_level: false,
        rest_is_text: false,
        unused: false,
        names_calls: input.dialect == Dialect::Bash
            && (input.module
                || !input.modules.is_empty()
                || ["FUNCNAME", "BASH_SOURCE"].iter().any(|name| input.text.contains(name))),
        traced: false,
        module: input.module,
        outside: !input.module,
        line_starts: vec![],
    };
    let file = lowerer.file(input, &script);
    let counts = &lowerer.counts;
    let counts = [
        ("commands", counts.commands),
        ("forks", counts.forks),
        ("arithmetic-dynamic", counts.dynamic_arith),
        ("text-dynamic", counts.dynamic_text),
    ];
    Output {
        printed: print(&file),
        counts: counts.into_iter().map(|(name, count)| (name.to_string(), count)).collect(),
        findings: lowerer.bag.into_sorted(),
    }
}

impl Lowerer<'_> {
    fn file(&mut self, input: &Input<'_>, script: &Script) -> File {
        self.frames.enter(false);
        let mut body = Body::default();
        if input.keep_programs && !input.module {
            body.push(Stmt::expr(super::sh_call("keep_programs", vec![])));
        }
        if self.names_calls && !input.module {
            body.push(Stmt::expr(super::sh_call("name_calls", vec![])));
        }
        if !self.ints.is_empty() {
            let list = self.ints.values().map(|name| Expr::path(name.clone()).ref_()).collect();
            body.push(Stmt::expr(super::sh_try("bind", vec![Expr::Array(list).ref_()])));
        }
        self.top_level = true;
        let before = body.stmts.len();
        body.append(self.list(&script.body, true));
        self.frames.leave();
        self.wrap_lines(&script.body, &mut body, before);
        for error in script.errors.iter().filter(|_| !self.rest_is_text).cloned().collect::<Vec<_>>() {
            let code = if error.too_deep { codes::TOO_DEEP } else { codes::SYNTAX };
            // The whole character, so that the place can be cut out of the text.
            let start = self.text.floor_char_boundary(error.at as usize);
            let end = self.text.ceil_char_boundary((start + 1).min(self.text.len()));
            let hole = self.refuse(code, TextRange::new(start as u32, end as u32), error.message.clone());
            body.push(hole);
        }
        let mut items = vec![];
        for (module, path) in input.module_paths {
            items.push(Item::module(module.clone()).attr(format!("path = {path:?}")));
        }
        items.push(Item::use_("sh_rt::*"));
        items.extend(self.ints.iter().map(|(name, rust_name)| int_item(name, rust_name)));
        let functions = std::mem::take(&mut self.items);
        let script = self.script_item(input, body);
        let looks: Vec<Names> = functions.iter().chain([&script]).map(Names::of).collect();
        let reached = reached(&functions, &looks);
        self.unused |= looks.iter().any(Names::has_unused);
        for (at, mut item) in functions.into_iter().enumerate() {
            if !reached.contains(&at) {
                item.attrs.push("allow(dead_code)".into());
            }
            items.push(item);
        }
        items.push(script);
        if !input.module {
            items.push(main_item(input));
        }
        let mut file = File::new(items);
        file.docs = vec![format!("Converted from {}.", input.path)];
        if self.unreachable {
            file.attrs.push("allow(unreachable_code, unused_variables)".into());
        } else if self.unused {
            file.attrs.push("allow(unused_variables)".into());
        }
        file
    }

    fn script_item(&mut self, input: &Input<'_>, body: Body) -> Item {
        let name = if input.module { "source" } else { "script" };
        let item = Item::function(shell_function(name, body));
        if input.module { item.vis(Visibility::Crate).doc("The commands of the sourced file.") } else { item }
    }
}

/// `static NAME: Int = Int::new("name");`
fn int_item(name: &str, rust_name: &str) -> Item {
    let value = Expr::call_path("Int::new", vec![Expr::str(name)]);
    Item::new(ItemKind::Static(false, rust_name.to_string(), batuta_rust_ir::Type::path("Int"), value))
}

fn main_item(input: &Input<'_>) -> Item {
    let dialect = if input.dialect == Dialect::Bash { "Dialect::Bash" } else { "Dialect::Posix" };
    let call = Expr::call_path("sh_rt::main", vec![Expr::path(dialect), Expr::str(input.path), Expr::path("script")]);
    Item::function(Function::new("main").body(batuta_rust_ir::Block::new(vec![Stmt::expr(call)])))
}
