//! From C text to [`hir::Program`](crate::hir::Program): the only module that knows the crate that parses C.

mod addresses;
mod atomics;
mod attributes;
mod comments;
mod complex;
mod complex_constants;
mod contain;
mod designators;
mod enumerations;
mod exprs;
mod extended;
mod flexible;
mod function_types;
mod headers;
mod jumps;
mod lines;
mod long_double;
mod machines;
mod modes;
mod object_sizes;
mod plain_names;
mod prototypes;
mod repair;
mod scan;
mod splice;
mod statement_exprs;
mod stmts;
mod tokens;
mod types;
mod volatile;
mod weak;
mod words;

use crate::codes;
use crate::hir;
use batuta_diagnostics::Diagnostic;
use batuta_sdk::{Context, SourceFile};
use batuta_text::{Origin, TextRange};
use cinrs_core::{Dialect, Options, SourceRange, Standard, TargetModel, ir, lex, parse, pp, sema};
pub(crate) use comments::Comments;
pub(crate) use headers::is_known_function;
pub(crate) use jumps::VALUE as JUMPED;
pub(crate) use lines::included_sources;
use repair::Repairs;
use splice::Spliced;
pub(crate) use splice::join;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use tokens::Tokens;

/// How a unit is compiled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Flags {
    /// `NAME` or `NAME=value`.
    pub defines: Vec<String>,
    /// Folders, relative to the project.
    pub include_paths: Vec<String>,
}

/// A unit that was understood.
pub(crate) struct Unit {
    /// Its meaning.
    pub program: hir::Program,
    /// Comments of the unit's own file, in order.
    pub comments: Comments,
    /// Findings that do not stop the conversion.
    pub findings: Vec<Diagnostic>,
    /// Folders with headers that no build file names.
    pub guessed: Vec<String>,
    /// It was read as for a machine without a name.
    pub portable: bool,
    /// Functions that it defines unless another unit does.
    pub weak: BTreeSet<String>,
}

struct Converter<'a> {
    program: &'a ir::Program,
    tokens: &'a Tokens,
    spliced: &'a Spliced,
    repeating: RefCell<BTreeSet<u32>>,
    /// Functions whose bodies were not understood, by where their names stand.
    wrong: BTreeMap<u32, Diagnostic>,
    /// The block that each label stands for whose address is taken.
    labels: BTreeMap<u32, u32>,
    /// Objects that are longer than their types.
    flexible: flexible::Flexible,
    /// Objects that were declared volatile, where they are taken for atomic ones.
    volatile: &'a BTreeSet<String>,
    /// Complex numbers stand for `long double`.
    long_double: bool,
    /// Complex numbers are what they are.
    complex: bool,
}

/// Read a unit.
///
/// # Errors
/// What is wrong with it, when it cannot be understood at all.
pub(crate) fn read(file: &SourceFile, flags: &Flags, cx: &mut Context<'_>) -> Result<Unit, Vec<Diagnostic>> {
    let whole = Origin { file: file.id, range: TextRange::empty(0) };
    let Some(text) = file.text() else {
        return Err(vec![Diagnostic::error(codes::ENCODING, "the file is not UTF-8").at(whole)]);
    };
    // Blanks in place of a byte order mark, so that places are those of the file.
    let blank = text.strip_prefix('\u{feff}').map(|rest| format!("   {rest}"));
    let text = blank.as_deref().unwrap_or(text);
    let mut prefix = String::new();
    if text.contains("__builtin_frame_address") {
        prefix.push_str(FRAME);
    }
    for define in &flags.defines {
        let (name, value) = define.split_once('=').unwrap_or((define, "1"));
        prefix.push_str(&format!("#define {name} {value}\n"));
    }
    let (spliced, analysed, machine) = machines::understand(file, text, &prefix, flags, cx);
    if spliced.too_big {
        return Err(vec![Diagnostic::error(codes::TOO_BIG, "the unit is too big with its headers").at(whole)]);
    }
    let complex = complex::mentioned(&spliced.text);
    let bodies = contain::bodies(&analysed.tokens.list);
    let (inner, outer) = contain::split(&analysed.errors, &bodies, &analysed.program);
    if !outer.is_empty() {
        return Err(outer);
    }
    let converter = Converter {
        program: &analysed.program,
        tokens: &analysed.tokens,
        spliced: &spliced,
        repeating: RefCell::default(),
        wrong: inner,
        labels: labels(&analysed.program),
        flexible: flexible::find(&analysed.program, complex && !analysed.long_double),
        volatile: &analysed.volatile,
        long_double: analysed.long_double,
        complex: complex && !analysed.long_double,
    };
    let mut program = converter.convert();
    let misplaced = converter.misplaced_long_doubles();
    if !misplaced.is_empty() {
        return Err(misplaced);
    }
    complex::prune(&mut program);
    jumps::rewrite(&mut program);
    if !analysed.long_double {
        scan::refuse_long_double(&mut program, &analysed.long_doubles);
    }
    // The parser passes over this attribute where it does not expect it.
    let written = analysed.attributes.iter().filter(|(name, _)| name == "cleanup").count();
    let kept = scan::cleanups(&program) == written;
    program.fatal.extend(
        analysed
            .attributes
            .iter()
            .filter(|(name, _)| name != "cleanup" || !kept)
            .map(|(name, at)| (codes::UNSUPPORTED, format!("the attribute `{name}` cannot be converted"), *at)),
    );
    let taken = |(folder, (header, at)): (&String, &(String, Origin))| {
        let message = format!("no build file says where `{header}` is: `{folder}` is taken", folder = shown(folder));
        Diagnostic::warning(codes::GUESSED, message).at(*at)
    };
    let mut findings: Vec<Diagnostic> = spliced.guessed.iter().map(taken).collect();
    findings.extend(machine.map(|words| Diagnostic::warning(codes::MACHINE, words).at(whole)));
    let guessed = spliced.guessed.keys().cloned().collect();
    let portable = machine.is_some();
    Ok(Unit { program, comments: Comments::of(file.id, text), findings, guessed, portable, weak: analysed.weak })
}

/// A folder of the project for people.
fn shown(folder: &str) -> &str {
    if folder.is_empty() { "." } else { folder }
}

/// Where the stack is, by the address of something on it: what programs that watch its depth ask for.
const FRAME: &str = "#define __builtin_frame_address(level) ({ char __frame = 0; (void *)&__frame; })\n";

/// How often a unit is put together again where its text was not what the preprocessor wants.
const TRIES: usize = 4;

/// Put a unit together and read it.
fn understand(file: &SourceFile, text: &str, prefix: &str, flags: &Flags, cx: &mut Context<'_>) -> (Spliced, Analysed) {
    let mut how = splice::How { own: splice::SELF, again: BTreeSet::new() };
    let mut spliced = splice::splice(file, text, prefix, &flags.include_paths, &how, cx);
    let mut analysed = analyse(&spliced, &file.path);
    for _ in 0..TRIES {
        let before = (how.own, how.again.len());
        for message in analysed.errors.iter().map(|wrong| &wrong.finding.message) {
            if message.contains(splice::TOO_OFTEN) {
                how.own = before.0 * 4;
            }
            let name = message.strip_prefix("macro '").and_then(|rest| rest.strip_suffix("' redefined"));
            how.again.extend(name.map(str::to_owned));
        }
        if (how.own, how.again.len()) == before {
            break;
        }
        let again = splice::splice(file, text, prefix, &flags.include_paths, &how, cx);
        if again.too_big {
            break;
        }
        analysed = analyse(&again, &file.path);
        spliced = again;
    }
    (spliced, analysed)
}

fn labels(program: &ir::Program) -> BTreeMap<u32, u32> {
    let graphs = program.functions.iter().filter_map(|function| match &function.body {
        Some(ir::Body::Cfg(graph)) => Some(graph),
        _ => None,
    });
    graphs.flat_map(|graph| graph.labels.iter().map(|(label, block)| (label.0, block.0))).collect()
}

struct Analysed {
    program: ir::Program,
    tokens: Tokens,
    /// Places where `long double` is written outside of the C library's headers.
    long_doubles: Vec<Origin>,
    /// Attributes that change what a program does.
    attributes: Vec<(String, Origin)>,
    /// Objects that were declared volatile, where they are taken for atomic ones.
    volatile: BTreeSet<String>,
    /// Complex numbers stand for `long double`.
    long_double: bool,
    /// Functions that it defines unless another unit does.
    weak: BTreeSet<String>,
    /// What is wrong with it.
    errors: Vec<Wrong>,
}

/// Something that the parser does not accept.
struct Wrong {
    finding: Diagnostic,
    /// The tokens that it is about, when the text can be read otherwise.
    tokens: Option<SourceRange>,
}

fn options(standard: Standard) -> Options {
    let mut options = Options::with_dialect(standard, Dialect::Gnu);
    options.target = TargetModel::from_triple("x86_64-unknown-linux-gnu").unwrap_or(TargetModel::LP64);
    options.target_source = cinrs_core::TargetSource::Explicit;
    options.c_variadic = true;
    options.complex = false;
    options
}

/// How often the text is read again after repairs.
const ROUNDS: usize = 48;

fn analyse(spliced: &Spliced, path: &str) -> Analysed {
    let mut options = options(Standard::C17);
    options.complex = complex::mentioned(&spliced.text);
    let mut found = cinrs_core::Diagnostics::new();
    let mut context = pp::Context::new(spliced.text.as_str(), 0);
    context.file_name = path.to_owned();
    let raw = lex::lex_text(&context.text, context.base, &(&options).into());
    let mut ready = pp::preprocess(&raw, &context, &options, &mut found);
    let weak = weak::defined(&mut ready.tokens);
    let long_doubles = scan::long_doubles(&ready.tokens, spliced);
    let attributes = scan::attributes(&ready.tokens, spliced);
    let deep = scan::too_deep(&ready.tokens);
    let mut out = Analysed {
        program: ir::Program::default(),
        tokens: Tokens::new(ready),
        long_doubles,
        attributes,
        volatile: BTreeSet::new(),
        long_double: false,
        weak,
        errors: diagnostics(&found, |range| spliced.origin(range.start as usize, range.end as usize), spliced, false),
    };
    if deep {
        let finding = Diagnostic::error(codes::TOO_BIG, "an expression is too long").at(spliced.origin(0, 0));
        out.errors.push(Wrong { finding, tokens: None });
    }
    if !out.errors.is_empty() {
        return out;
    }
    plain_names::write(&mut out.tokens);
    attributes::drop_quiet(&mut out.tokens);
    attributes::move_others(&mut out.tokens);
    for range in attributes::within_alignas(&out.tokens) {
        out.attributes.push(("aligned".to_owned(), out.tokens.origin(range, spliced)));
    }
    let twice = written_out(&mut out.tokens, &options, spliced);
    scan::measure_long_doubles(&mut out.tokens);
    function_types::write_out(&mut out.tokens);
    out.volatile = volatile::replace(&mut out.tokens);
    if !out.long_doubles.is_empty() && !long_double::is_mixed(&out.tokens) {
        out.long_double = true;
        long_double::write_apart(&mut out.tokens);
    }
    scan::replace_constants(&mut out.tokens);
    let options = Options { complex: options.complex || out.long_double, ..options };
    let mut held = vec![];
    for round in 0.. {
        let (found, parsed) = read_tokens(&mut out, &options);
        if round < ROUNDS
            && let Some(repairs) = Repairs::of(&found, &out.tokens)
        {
            let (library, others) = (repairs.prelude(true, &options), repairs.prelude(false, &options));
            repairs.replacements().iter().for_each(|(at, kind)| out.tokens.replace(*at, kind.clone()));
            out.tokens.insert(repairs.insertions());
            out.tokens.prepend(others, false, spliced);
            out.tokens.prepend(library, true, spliced);
            continue;
        }
        if round < ROUNDS && statement_exprs::repair(&found, &mut out.tokens) {
            continue;
        }
        let wrong = diagnostics(&found, |range| out.tokens.origin(range, spliced), spliced, true);
        if round < ROUNDS && !parsed && contain::leave_out(wrong, &mut out.tokens, &mut held) {
            continue;
        }
        out.errors = diagnostics(&found, |range| out.tokens.origin(range, spliced), spliced, true);
        for wrong in &mut out.errors {
            if let Some(said) = contain::said(&wrong.finding.message, &held) {
                wrong.finding = said.clone();
            }
        }
        break;
    }
    out.errors.extend(twice.into_iter().map(|finding| Wrong { finding, tokens: None }));
    let compared = scan::compared_enumerations(&out.tokens).into_iter();
    let compared = compared.map(|range| (range, "compatibility of enumerations cannot be converted"));
    let acting = scan::acting_sizes(&out.tokens).into_iter();
    let acting = acting.map(|range| (range, "a size with effects in the type of a conversion cannot be converted"));
    for (range, words) in compared.chain(acting) {
        let finding = Diagnostic::error(codes::UNSUPPORTED, words).at(out.tokens.origin(range, spliced));
        out.errors.push(Wrong { finding, tokens: Some(range) });
    }
    for range in contain::too_long(&contain::bodies(&out.tokens.list)) {
        let place = out.tokens.origin(range, spliced);
        let finding = Diagnostic::error(codes::TOO_BIG, "the function is too long").at(place);
        out.errors.push(Wrong { finding, tokens: Some(range) });
    }
    out
}

/// Write out what the parser does not look for; gives what cannot be written so.
fn written_out(tokens: &mut Tokens, options: &Options, spliced: &Spliced) -> Vec<Diagnostic> {
    attributes::drop_barriers(tokens);
    modes::write_out(tokens);
    object_sizes::write_out(tokens, options);
    let twice = designators::end_ranges(tokens);
    let words = "values behind a range of calls cannot be converted";
    twice
        .into_iter()
        .map(|range| Diagnostic::error(codes::UNSUPPORTED, words).at(tokens.origin(range, spliced)))
        .collect()
}

/// Parse and check the tokens as they are now; whether they could be parsed.
fn read_tokens(out: &mut Analysed, options: &Options) -> (cinrs_core::Diagnostics, bool) {
    let mut found = cinrs_core::Diagnostics::new();
    let packing = pp::PackMap::new(out.tokens.packing.clone());
    let unit = parse::parse(&out.tokens.list, out.tokens.whole(), &packing, options, &mut found);
    let parsed = !found.has_errors();
    let (mut program, more) = if parsed {
        sema::analyze(&unit, options, 0)
    } else {
        (ir::Program::default(), cinrs_core::Diagnostics::new())
    };
    found.extend(more);
    program.crate_path = String::new();
    out.program = program;
    (found, parsed)
}

fn diagnostics(
    found: &cinrs_core::Diagnostics,
    origin: impl Fn(SourceRange) -> Origin,
    spliced: &Spliced,
    readable: bool,
) -> Vec<Wrong> {
    let errors = found.items().iter().filter(|item| item.level == cinrs_core::Level::Error);
    errors
        .map(|item| {
            let named = |(name, _): &&(String, Origin)| item.message.contains(&format!("{name}: no such header"));
            // The name of one header may end with that of another.
            let missing = spliced.missing.iter().filter(named).max_by_key(|(name, _)| name.len());
            let finding = match missing {
                Some((name, at)) => Diagnostic::error(codes::HEADER, format!("there is no header `{name}`")).at(*at),
                None => Diagnostic::error(codes::SYNTAX, plain(&item.message)).at(origin(item.range)),
            };
            Wrong { finding, tokens: readable.then_some(item.range) }
        })
        .collect()
}

/// The parser's message without the names of its own macros.
fn plain(message: &str) -> String {
    if message.starts_with("complex types are not supported here") {
        return "complex numbers cannot be converted".to_owned();
    }
    message.replace("cinrs", "the parser")
}

impl Converter<'_> {
    fn origin(&self, range: SourceRange) -> Origin {
        self.tokens.origin(range, self.spliced)
    }

    fn header(&self, range: SourceRange) -> Option<&str> {
        self.spliced.header(self.tokens.place(range).start as usize)
    }

    fn in_library(&self, range: SourceRange) -> bool {
        self.header(range).is_some_and(|header| header.starts_with('<'))
    }

    fn convert(&self) -> hir::Program {
        let program = self.program;
        let mut records: Vec<hir::Record> = program.types.records().iter().map(|def| self.record(def)).collect();
        self.name_records(&mut records);
        records.extend(self.complex_records());
        records.extend(self.flexible_records(&records));
        hir::Program {
            lent: BTreeMap::new(),
            records,
            objects: program.objects.iter().enumerate().map(|(at, object)| self.object(at as u32, object)).collect(),
            globals: program.statics.iter().map(|item| self.global(item)).collect(),
            functions: program.functions.iter().map(|function| self.function(function)).collect(),
            strings: program.strings.iter().map(|item| self.string(item)).collect(),
            fatal: vec![],
        }
    }

    fn object(&self, at: u32, object: &ir::Object) -> hir::Local {
        let (storage, name) = match &object.storage {
            ir::Storage::Automatic => (hir::Storage::Automatic, &object.name),
            // Another name than the linker's is chosen where a type has the same one; other units know the linker's.
            ir::Storage::Static { exported: true, .. } => (hir::Storage::Static { exported: true }, &object.name),
            ir::Storage::Static { item_name, exported } => (hir::Storage::Static { exported: *exported }, item_name),
            ir::Storage::ThreadLocal { item_name, .. } => (hir::Storage::ThreadLocal, item_name),
            ir::Storage::Extern { item_name } => (hir::Storage::Extern, item_name),
        };
        let ty = if object.vla_storage { hir::Type::Void } else { self.ty(object.ty) };
        let ty = match self.flexible.get(&at) {
            Some(record) => hir::Type::Record(*record),
            None if object.flexible_len.is_some() => hir::Type::Unsupported("an initialised flexible array member"),
            None => ty,
        };
        hir::Local {
            name: name.clone(),
            ty,
            storage,
            constant: object.is_const,
            library: self.in_library(object.range),
            align: object.align,
            longer: self.flexible.contains_key(&at),
            origin: self.origin(object.range),
        }
    }

    fn global(&self, item: &ir::StaticVar) -> hir::Global {
        let init = self.flexible_value(item.object, self.expr(&item.init));
        hir::Global { object: hir::ObjectId(item.object.0), init }
    }

    fn string(&self, item: &ir::StrData) -> hir::StringLit {
        hir::StringLit { values: item.values.clone(), element: self.ty(item.elem) }
    }

    fn function(&self, function: &ir::Function) -> hir::Function {
        let mut repeating = BTreeSet::new();
        if let Some(ir::Body::Structured(stmts)) = &function.body {
            stmts::repeating_labels(stmts, &mut repeating);
        }
        self.repeating.replace(repeating);
        let refused = self.refused_function(function);
        let wrong = self.wrong.get(&function.range.start);
        let body = function.body.as_ref().map(|body| match refused {
            _ if let Some(wrong) = wrong => hir::Body::Refused(wrong.code, wrong.message.clone(), wrong.primary),
            Some(reason) => hir::Body::Refused(codes::UNSUPPORTED, format!("{reason} cannot be converted"), None),
            None => self.body(body),
        });
        hir::Function {
            name: function.item_name().to_owned(),
            signature: self.signature(&function.sig),
            params: function.params.iter().map(|id| hir::ObjectId(id.0)).collect(),
            private: function.is_static,
            noreturn: function.noreturn,
            library: self.in_library(function.range),
            body,
            runs: function.init_kind.map(|kind| match kind {
                ir::InitKind::Constructor => hir::Runs::Before,
                ir::InitKind::Destructor => hir::Runs::After,
            }),
            origin: self.origin(function.range),
        }
    }

    fn refused_function(&self, function: &ir::Function) -> Option<&'static str> {
        if function.is_nested() || !function.env.is_empty() {
            return Some("a nested function");
        }
        None
    }
}
