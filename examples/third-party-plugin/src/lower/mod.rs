//! AST to RIR: one method per rule and function of a `struct Program` that holds AWK's state and the global variables.

mod expr;
mod kinds;
mod stmt;

use crate::ast::{Function as AwkFunction, Program, Rule};
use crate::codes;
use batuta_diagnostics::{Bag, Code, Diagnostic};
use batuta_rust_ir::{
    Block, Expr, Field, Fields, File, Function, Generics, Impl, Item, ItemKind, Pat, Receiver, Stmt, Struct, Type,
    Visibility, names,
};
use batuta_sdk::SourceFile;
use batuta_text::{Origin, TextRange};
use kinds::Kinds;
use std::collections::BTreeMap;

/// Variables that AWK itself reads or sets.
const SPECIAL: [&str; 13] =
    ["NR", "NF", "FNR", "FS", "OFS", "ORS", "RS", "SUBSEP", "CONVFMT", "OFMT", "RSTART", "RLENGTH", "FILENAME"];
/// Those that have no meaning in a converted program.
const FOREIGN: [&str; 3] = ["ARGV", "ARGC", "ENVIRON"];

/// Where the statements stand that are lowered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Rule,
    Function,
}

struct Lower<'a> {
    file: &'a SourceFile,
    bag: &'a mut Bag,
    kinds: Kinds,
    /// Parameters of the function that is lowered: whether each is an array.
    locals: BTreeMap<String, bool>,
    place: Place,
    at: TextRange,
    temporaries: u32,
    /// Per loop around: the label of its body, once a `continue` needs one.
    loops: Vec<Option<String>>,
}

/// The Rust of a program.
pub fn program(file: &SourceFile, text: &str, program: &Program, bag: &mut Bag) -> File {
    let kinds = Kinds::of(program);
    let (locals, loops) = (BTreeMap::new(), vec![]);
    let at = TextRange::empty(0);
    let mut lower = Lower { file, bag, kinds, locals, place: Place::Rule, at, temporaries: 0, loops };
    for (name, range) in lower.kinds.clashes.clone() {
        lower.refuse(codes::UNSUPPORTED, range, format!("`{name}` is used both as an array and as a variable"));
    }
    let mut methods = vec![];
    let begin = lower.rules("begin", &program.begin, &mut methods);
    let rules = lower.rules("rule", &program.rules, &mut methods);
    let end = lower.rules("end", &program.end, &mut methods);
    methods.extend(program.functions.iter().map(|function| lower.function(function)));
    let reads = !program.rules.is_empty() || !program.end.is_empty();
    let mut items = vec![Item::use_("awk_rt::{Array, Awk, Flow, Script, Value}")];
    items.push(lower.state());
    items.push(Item::new(ItemKind::Impl(Impl {
        generics: Generics::default(),
        of: None,
        for_: Type::path("Program"),
        items: methods,
    })));
    items.push(lower.script([("begin", begin), ("record", rules), ("end", end)], reads));
    let run = Expr::call_path("awk_rt::run", vec![Expr::call_path("Program::default", vec![])]);
    items.push(Item::function(Function::new("main").body(Block::new(vec![Stmt::expr(run)]))));
    let mut out = File::new(items);
    out.docs = leading_comments(text);
    out.attrs = vec!["allow(unused, non_snake_case, clippy::all)".into()];
    out
}

/// The comment at the top of the program, without the line that names an interpreter.
fn leading_comments(text: &str) -> Vec<String> {
    let lines = text.lines().skip_while(|line| line.starts_with("#!"));
    lines.map_while(|line| line.strip_prefix('#')).map(|line| line.trim().to_owned()).collect()
}

impl Lower<'_> {
    fn refuse(&mut self, code: Code, range: TextRange, message: String) {
        self.bag.push(Diagnostic::error(code, message).at(Origin::new(self.file.id, range)));
    }

    fn fresh(&mut self) -> String {
        self.temporaries += 1;
        format!("_{}", self.temporaries)
    }

    /// A method per rule; gives their names.
    fn rules(&mut self, kind: &str, rules: &[Rule], methods: &mut Vec<Item>) -> Vec<String> {
        let mut made = vec![];
        for (number, rule) in rules.iter().enumerate() {
            let name = format!("_{kind}_{}", number + 1);
            self.place = Place::Rule;
            self.at = rule.range;
            let mut block = match &rule.action {
                Some(action) => self.block(action),
                None => {
                    self.block(&[crate::ast::Stmt { kind: crate::ast::StmtKind::Print(vec![]), range: rule.range }])
                }
            };
            if let Some(pattern) = &rule.pattern {
                self.at = rule.range;
                let test = self.truth(pattern);
                block = Block::new(vec![Stmt::expr(Expr::if_(test, block, None))]);
            }
            let body = block.tail(Expr::verbatim("Flow::Continue(())"));
            let method = Function::new(name.clone()).receiver(Receiver::RefMut).ret(Type::path("Flow")).body(body);
            methods.push(Item::function(method).at(Origin::new(self.file.id, rule.range)));
            made.push(name);
        }
        made
    }

    fn function(&mut self, function: &AwkFunction) -> Item {
        let arrays = self.kinds.params(&function.name);
        self.locals = function.params.iter().cloned().zip(arrays.iter().copied()).collect();
        self.place = Place::Function;
        let body = self.block(&function.body).tail(Expr::path("Value::Unset"));
        let mut method =
            Function::new(function_name(&function.name)).receiver(Receiver::RefMut).ret(Type::path("Value"));
        for (param, array) in function.params.iter().zip(&arrays) {
            let kind = Type::path(if *array { "Array" } else { "Value" });
            method = method.param(Pat::name_mut(names::identifier(param)), kind);
        }
        self.locals.clear();
        Item::function(method.body(body)).at(Origin::new(self.file.id, function.range))
    }

    /// `struct Program`
    fn state(&self) -> Item {
        let field = |name: &str, kind: &str| Field::new(Visibility::Private, name, Type::path(kind));
        let mut fields = vec![field("awk", "Awk")];
        let globals = self.kinds.globals.iter();
        fields.extend(globals.map(|(name, array)| field(&global_name(name), if *array { "Array" } else { "Value" })));
        let (union, name, generics) = (false, "Program".to_string(), Generics::default());
        let state = Struct { union, name, generics, fields: Fields::Named(fields) };
        Item::new(ItemKind::Struct(state)).attr("derive(Default)").doc("What the program remembers.")
    }

    /// `impl Script for Program`
    fn script(&self, parts: [(&str, Vec<String>); 3], reads: bool) -> Item {
        let mut items = vec![Item::const_("READS", Type::path("bool"), Expr::bool(reads))];
        let awk = Expr::self_().field("awk").ref_mut();
        let method = |name: &str| Function::new(name).receiver(Receiver::RefMut);
        items.push(Item::function(method("awk").ret(Type::reference_mut(Type::path("Awk"))).body(Block::value(awk))));
        for (name, rules) in parts.iter().filter(|(_, rules)| !rules.is_empty()) {
            let calls = rules.iter().map(|rule| Stmt::expr(Expr::self_().method(rule.as_str(), vec![]).try_()));
            let body = Block::new(calls.collect()).tail(Expr::verbatim("Flow::Continue(())"));
            items.push(Item::function(method(name).ret(Type::path("Flow")).body(body)));
        }
        let set = method("set").param(Pat::name("name"), Type::reference(Type::path("str")));
        let set = set.param(Pat::name("value"), Type::path("Value")).ret(Type::path("bool"));
        items.push(Item::function(set.body(self.set_by_name())));
        Item::new(ItemKind::Impl(Impl {
            generics: Generics::default(),
            of: Some(Type::path("Script")),
            for_: Type::path("Program"),
            items,
        }))
    }

    fn set_by_name(&self) -> Block {
        let mut arms = String::new();
        for (name, array) in &self.kinds.globals {
            if !array {
                arms.push_str(&format!("{name:?} => self.{} = value,", global_name(name)));
            }
        }
        for name in SPECIAL {
            arms.push_str(&format!("{name:?} => drop(self.awk.set_var({name:?}, value)),"));
        }
        let text = format!("match name {{ {arms} _ => return false }}");
        Block::new(vec![Stmt::expr(Expr::verbatim(text))]).tail(Expr::bool(true))
    }
}

/// The method of a function. AWK's names do not begin with what this adds to the names of rules.
fn function_name(name: &str) -> String {
    if matches!(name, "awk" | "begin" | "record" | "end" | "set") {
        format!("{name}_")
    } else {
        names::identifier(name)
    }
}

/// The field of a global variable.
fn global_name(name: &str) -> String {
    if name == "awk" { "awk_".into() } else { names::identifier(name) }
}
