//! Which names are arrays: found by a fixpoint over uses and calls, because AWK declares nothing.

use crate::ast::{Expr, Program, Stmt, StmtKind};
use batuta_text::TextRange;
use std::collections::{BTreeMap, BTreeSet};

/// What names are.
#[derive(Clone, Debug, Default)]
pub(super) struct Kinds {
    /// Global variables, and whether each is an array.
    pub(super) globals: BTreeMap<String, bool>,
    /// Names that are used as both, with a place.
    pub(super) clashes: Vec<(String, TextRange)>,
    functions: BTreeMap<String, Vec<(String, bool)>>,
}

/// One use of a name.
struct Use<'p> {
    name: &'p str,
    function: Option<&'p str>,
    how: How<'p>,
    range: TextRange,
}

enum How<'p> {
    Array,
    Scalar,
    /// The argument of a function by number.
    Argument(&'p str, usize),
    /// The argument of `length`.
    Either,
}

impl Kinds {
    pub(super) fn of(program: &Program) -> Kinds {
        let mut kinds = Kinds::default();
        for function in &program.functions {
            let params = function.params.iter().map(|name| (name.clone(), false)).collect();
            kinds.functions.insert(function.name.clone(), params);
        }
        let uses = uses(program);
        for one in &uses {
            if !kinds.is_param(one) && !super::SPECIAL.contains(&one.name) {
                kinds.globals.entry(one.name.to_string()).or_insert(false);
            }
        }
        let mut changed = true;
        while changed {
            changed = false;
            for one in &uses {
                let array = match one.how {
                    How::Array => true,
                    How::Argument(function, at) => {
                        kinds.functions.get(function).and_then(|p| p.get(at)).is_some_and(|p| p.1)
                    }
                    How::Scalar | How::Either => false,
                };
                changed |= array && kinds.mark(one);
            }
        }
        let mut seen = BTreeSet::new();
        for one in uses.iter().filter(|one| matches!(one.how, How::Scalar)) {
            if kinds.is_array(one) && seen.insert((one.function, one.name)) {
                kinds.clashes.push((one.name.to_string(), one.range));
            }
        }
        kinds
    }

    /// Per parameter of a function: whether it is an array.
    pub(super) fn params(&self, function: &str) -> Vec<bool> {
        self.functions.get(function).map_or(vec![], |params| params.iter().map(|(_, array)| *array).collect())
    }

    /// Whether the program has a function of this name.
    pub(super) fn has_function(&self, name: &str) -> bool {
        self.functions.contains_key(name)
    }

    fn param(&self, one: &Use<'_>) -> Option<&(String, bool)> {
        self.functions.get(one.function?)?.iter().find(|(name, _)| name == one.name)
    }

    fn is_param(&self, one: &Use<'_>) -> bool {
        self.param(one).is_some()
    }

    fn is_array(&self, one: &Use<'_>) -> bool {
        self.param(one).map(|(_, array)| *array).or_else(|| self.globals.get(one.name).copied()).unwrap_or(false)
    }

    /// Note that a name is an array; false when that was known.
    fn mark(&mut self, one: &Use<'_>) -> bool {
        let params = one.function.and_then(|function| self.functions.get_mut(function));
        let param = params.and_then(|params| params.iter_mut().find(|(name, _)| name == one.name));
        let place = param.map(|(_, array)| array).or_else(|| self.globals.get_mut(one.name));
        place.is_some_and(|array| !std::mem::replace(array, true))
    }
}

fn uses(program: &Program) -> Vec<Use<'_>> {
    let mut finder = Finder { uses: vec![], function: None, range: TextRange::empty(0) };
    for rule in program.begin.iter().chain(&program.rules).chain(&program.end) {
        finder.range = rule.range;
        rule.pattern.iter().for_each(|pattern| finder.expr(pattern));
        rule.action.iter().flatten().for_each(|stmt| finder.stmt(stmt));
    }
    for function in &program.functions {
        finder.function = Some(&function.name);
        function.body.iter().for_each(|stmt| finder.stmt(stmt));
    }
    finder.uses
}

struct Finder<'p> {
    uses: Vec<Use<'p>>,
    function: Option<&'p str>,
    range: TextRange,
}

impl<'p> Finder<'p> {
    fn add(&mut self, name: &'p str, how: How<'p>) {
        self.uses.push(Use { name, function: self.function, how, range: self.range });
    }

    fn all(&mut self, exprs: impl IntoIterator<Item = &'p Expr>) {
        exprs.into_iter().for_each(|expr| self.expr(expr));
    }

    fn stmts(&mut self, stmts: &'p [Stmt]) {
        stmts.iter().for_each(|stmt| self.stmt(stmt));
    }

    fn stmt(&mut self, stmt: &'p Stmt) {
        self.range = stmt.range;
        match &stmt.kind {
            StmtKind::Expr(expr) => self.expr(expr),
            StmtKind::Print(parts) | StmtKind::Printf(parts) => self.all(parts),
            StmtKind::If(test, then, otherwise) => {
                self.expr(test);
                self.stmts(then);
                self.stmts(otherwise);
            }
            StmtKind::While(test, body) | StmtKind::Do(body, test) => {
                self.expr(test);
                self.stmts(body);
            }
            StmtKind::For(start, test, step, body) => {
                start.iter().chain(step).for_each(|stmt| self.stmt(stmt));
                self.all(test);
                self.stmts(body);
            }
            StmtKind::ForIn(key, array, body) => {
                self.add(key, How::Scalar);
                self.add(array, How::Array);
                self.stmts(body);
            }
            StmtKind::Delete(array, keys) => {
                self.add(array, How::Array);
                self.all(keys);
            }
            StmtKind::Exit(value) | StmtKind::Return(value) => self.all(value),
            StmtKind::Next | StmtKind::Break | StmtKind::Continue => {}
        }
    }

    fn expr(&mut self, expr: &'p Expr) {
        match expr {
            Expr::Number(_) | Expr::Text(_) | Expr::Regex(_) => {}
            Expr::Var(name) => self.add(name, How::Scalar),
            Expr::Item(array, keys) | Expr::In(keys, array) => {
                self.add(array, How::Array);
                self.all(keys);
            }
            Expr::Field(a) | Expr::Negate(a) | Expr::Plus(a) | Expr::Not(a) | Expr::Step(_, _, a) => self.expr(a),
            Expr::Assign(_, a, b)
            | Expr::Arith(_, a, b)
            | Expr::Concat(a, b)
            | Expr::Compare(_, a, b)
            | Expr::Match(_, a, b)
            | Expr::And(a, b)
            | Expr::Or(a, b) => self.all([&**a, &**b]),
            Expr::Choice(a, b, c) => self.all([&**a, &**b, &**c]),
            Expr::Builtin(name, arguments) => self.builtin(name, arguments),
            Expr::Call(name, arguments) => {
                for (at, argument) in arguments.iter().enumerate() {
                    match argument {
                        Expr::Var(variable) => self.add(variable, How::Argument(name, at)),
                        other => self.expr(other),
                    }
                }
            }
        }
    }

    fn builtin(&mut self, name: &str, arguments: &'p [Expr]) {
        for (at, argument) in arguments.iter().enumerate() {
            match (name, at, argument) {
                ("split", 1, Expr::Var(array)) => self.add(array, How::Array),
                ("length", 0, Expr::Var(either)) => self.add(either, How::Either),
                _ => self.expr(argument),
            }
        }
    }
}
