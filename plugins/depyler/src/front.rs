//! Text to HIR, through ruff's parser.

use crate::codes;
use crate::desugar;
use crate::hir::*;
use batuta_diagnostics::{Bag, Diagnostic};
use batuta_text::{FileId, Origin, TextRange};
use ruff_python_ast as ast;
use ruff_python_ast::token::TokenKind;
use ruff_text_size::Ranged;

/// Parses a module. What is wrong with it goes into the bag; a module with syntax errors is empty.
pub fn parse(file: FileId, text: &str, bag: &mut Bag) -> Module {
    if let Some(at) = crate::limits::too_deep(text) {
        let place = Origin::new(file, TextRange::empty(at));
        bag.push(Diagnostic::error(codes::DEPTH, "this code nests too deeply to be converted").at(place));
        return Module::default();
    }
    let parsed = ruff_python_parser::parse_unchecked_source(text, ast::PySourceType::Python);
    for error in parsed.errors().iter().take(20) {
        let place = Origin::new(file, range(error.location));
        bag.push(Diagnostic::error(codes::SYNTAX, format!("not Python 3: {}", error.error)).at(place));
    }
    if !parsed.errors().is_empty() {
        return Module::default();
    }
    let comments = parsed.tokens().iter().filter(|token| token.kind() == TokenKind::Comment);
    let comments = comments
        .map(|token| {
            let at = range(token.range());
            let text = at.of(text).trim_start_matches('#');
            Comment { start: at.start, text: text.strip_prefix(' ').unwrap_or(text).trim_end().to_string() }
        })
        .filter(|comment| !(comment.start == 0 && comment.text.starts_with('!')))
        .collect();
    let builder = Builder { text, asynchronous: Default::default() };
    let (doc, body) = builder.suite_with_doc(&parsed.syntax().body);
    Module { doc, body, comments }
}

/// An expression alone, such as an annotation; its places mean nothing.
pub fn expression(text: &str) -> Option<Expr> {
    let parsed = ruff_python_parser::parse_expression(text).ok()?;
    Some(Builder { text, asynchronous: Default::default() }.expr(parsed.expr()))
}

/// What the HIR does not keep of a function's annotations.
#[derive(Default)]
pub struct Written {
    /// Parameters, and `return`, whose annotations are texts.
    pub quoted: Vec<String>,
    /// Annotations of parameters with stars.
    pub starred: Vec<(String, String)>,
}

/// Annotations of functions, by where these start.
pub fn written(source: &str) -> std::collections::BTreeMap<u32, Written> {
    use ruff_python_ast::statement_visitor::{StatementVisitor, walk_stmt};
    struct Finder<'a>(std::collections::BTreeMap<u32, Written>, &'a str);
    impl StatementVisitor<'_> for Finder<'_> {
        fn visit_stmt(&mut self, s: &ast::Stmt) {
            if let ast::Stmt::FunctionDef(f) = s {
                let text = |e: &ast::Expr| matches!(e, ast::Expr::StringLiteral(_));
                let mut found = Written::default();
                for p in f.parameters.iter().map(ast::AnyParameterRef::as_parameter) {
                    if p.annotation.as_deref().is_some_and(text) {
                        found.quoted.push(p.name.to_string());
                    }
                }
                if f.returns.as_deref().is_some_and(text) {
                    found.quoted.push("return".into());
                }
                for p in f.parameters.vararg.iter().chain(&f.parameters.kwarg) {
                    if let Some(note) = &p.annotation {
                        found.starred.push((p.name.to_string(), range(note.range()).of(self.1).to_string()));
                    }
                }
                self.0.insert(range(s.range()).start, found);
            }
            walk_stmt(self, s);
        }
    }
    let parsed = ruff_python_parser::parse_unchecked_source(source, ast::PySourceType::Python);
    let mut finder = Finder(std::collections::BTreeMap::new(), source);
    finder.visit_body(&parsed.syntax().body);
    finder.0
}

fn range(at: ruff_text_size::TextRange) -> TextRange {
    TextRange::new(at.start().to_u32(), at.end().to_u32())
}

struct Builder<'a> {
    text: &'a str,
    /// Whether the function around is an `async def`.
    asynchronous: std::cell::Cell<bool>,
}

impl Builder<'_> {
    fn suite(&self, body: &[ast::Stmt]) -> Vec<Stmt> {
        let mut out = vec![];
        for stmt in body {
            let at = range(stmt.range());
            match stmt {
                ast::Stmt::For(s) if s.is_async => {
                    let (target, iter) = (self.expr(&s.target), self.expr(&s.iter));
                    out.extend(desugar::async_for(at, target, iter, self.suite(&s.body), self.suite(&s.orelse)));
                }
                ast::Stmt::With(s) if s.is_async => {
                    let item = |i: &ast::WithItem| {
                        (self.expr(&i.context_expr), i.optional_vars.as_ref().map(|v| self.expr(v)))
                    };
                    out.extend(desugar::async_with(at, s.items.iter().map(item).collect(), self.suite(&s.body)));
                }
                _ => out.push(Stmt { at, kind: self.stmt(stmt) }),
            }
        }
        out
    }

    fn suite_with_doc(&self, body: &[ast::Stmt]) -> (Option<String>, Vec<Stmt>) {
        match body.split_first() {
            Some((ast::Stmt::Expr(first), rest)) => match &*first.value {
                ast::Expr::StringLiteral(text) => (Some(text.value.to_str().to_string()), self.suite(rest)),
                _ => (None, self.suite(body)),
            },
            _ => (None, self.suite(body)),
        }
    }

    fn source(&self, node: &impl Ranged) -> String {
        range(node.range()).of(self.text).to_string()
    }

    fn stmt(&self, stmt: &ast::Stmt) -> StmtKind {
        match stmt {
            ast::Stmt::Expr(s) => StmtKind::Expr(self.expr(&s.value)),
            ast::Stmt::Assign(s) => StmtKind::Assign(self.exprs(&s.targets), self.expr(&s.value)),
            ast::Stmt::AugAssign(s) => StmtKind::AugAssign(binary(s.op), self.expr(&s.target), self.expr(&s.value)),
            ast::Stmt::AnnAssign(s) => {
                let value = s.value.as_ref().map(|v| self.expr(v));
                StmtKind::AnnAssign(self.expr(&s.target), self.class_note(&s.annotation), value)
            }
            ast::Stmt::Return(s) => StmtKind::Return(s.value.as_ref().map(|v| self.expr(v))),
            ast::Stmt::Delete(s) => StmtKind::Delete(self.exprs(&s.targets)),
            ast::Stmt::If(s) => self.if_(s),
            ast::Stmt::While(s) => StmtKind::While(self.expr(&s.test), self.suite(&s.body), self.suite(&s.orelse)),
            ast::Stmt::For(s) => {
                StmtKind::For(self.expr(&s.target), self.expr(&s.iter), self.suite(&s.body), self.suite(&s.orelse))
            }
            ast::Stmt::With(s) => {
                let item =
                    |i: &ast::WithItem| (self.expr(&i.context_expr), i.optional_vars.as_ref().map(|v| self.expr(v)));
                StmtKind::With(s.items.iter().map(item).collect(), self.suite(&s.body))
            }
            ast::Stmt::Try(s) if s.is_star => {
                let handlers = s.handlers.iter().map(|h| self.handler(h)).collect();
                desugar::except_star(
                    range(s.range()),
                    self.suite(&s.body),
                    handlers,
                    self.suite(&s.orelse),
                    self.suite(&s.finalbody),
                )
            }
            ast::Stmt::Try(s) => {
                let handlers = s.handlers.iter().map(|h| self.handler(h)).collect();
                StmtKind::Try(self.suite(&s.body), handlers, self.suite(&s.orelse), self.suite(&s.finalbody))
            }
            ast::Stmt::Match(s) => {
                let case = |c: &ast::MatchCase| Case {
                    pattern: self.pattern(&c.pattern),
                    guard: c.guard.as_ref().map(|g| self.expr(g)),
                    body: self.suite(&c.body),
                };
                StmtKind::Match(self.expr(&s.subject), s.cases.iter().map(case).collect())
            }
            ast::Stmt::Raise(s) => {
                StmtKind::Raise(s.exc.as_ref().map(|e| self.expr(e)), s.cause.as_ref().map(|e| self.expr(e)))
            }
            ast::Stmt::Assert(s) => StmtKind::Assert(self.expr(&s.test), s.msg.as_ref().map(|m| self.expr(m))),
            ast::Stmt::FunctionDef(s) => StmtKind::Function(Box::new(self.function(s))),
            ast::Stmt::ClassDef(s) => {
                let (doc, body) = self.suite_with_doc(&s.body);
                StmtKind::Class(Box::new(Class {
                    name: s.name.to_string(),
                    args: s.arguments.as_ref().map_or(vec![], |a| self.arguments(a)),
                    body,
                    decorators: s.decorator_list.iter().map(|d| self.expr(&d.expression)).collect(),
                    doc,
                }))
            }
            ast::Stmt::Import(s) => StmtKind::Import(
                s.names
                    .iter()
                    .map(|name| Import {
                        module: name.name.to_string(),
                        level: 0,
                        names: None,
                        alias: name.asname.as_ref().map(ToString::to_string),
                    })
                    .collect(),
            ),
            ast::Stmt::ImportFrom(s) => {
                let name = |n: &ast::Alias| (n.name.to_string(), n.asname.as_ref().unwrap_or(&n.name).to_string());
                StmtKind::Import(vec![Import {
                    module: s.module.as_ref().map_or(String::new(), ToString::to_string),
                    level: s.level,
                    names: Some(s.names.iter().map(name).collect()),
                    alias: None,
                }])
            }
            ast::Stmt::Global(s) => StmtKind::Global(s.names.iter().map(ToString::to_string).collect()),
            ast::Stmt::Nonlocal(s) => StmtKind::Nonlocal(s.names.iter().map(ToString::to_string).collect()),
            ast::Stmt::Pass(_) => StmtKind::Pass,
            ast::Stmt::Break(_) => StmtKind::Break,
            ast::Stmt::Continue(_) => StmtKind::Continue,
            ast::Stmt::TypeAlias(_) | ast::Stmt::IpyEscapeCommand(_) => {
                StmtKind::Refused(codes::UNSUPPORTED, "this statement is not converted".into())
            }
        }
    }

    fn if_(&self, s: &ast::StmtIf) -> StmtKind {
        let mut otherwise: Vec<Stmt> = vec![];
        for clause in s.elif_else_clauses.iter().rev() {
            let body = self.suite(&clause.body);
            otherwise = match &clause.test {
                None => body,
                Some(test) => {
                    let kind = StmtKind::If(self.expr(test), body, std::mem::take(&mut otherwise));
                    vec![Stmt { at: range(clause.range), kind }]
                }
            };
        }
        StmtKind::If(self.expr(&s.test), self.suite(&s.body), otherwise)
    }

    fn handler(&self, handler: &ast::ExceptHandler) -> Handler {
        let ast::ExceptHandler::ExceptHandler(h) = handler;
        Handler {
            at: range(h.range),
            class: h.type_.as_ref().map(|t| self.expr(t)),
            name: h.name.as_ref().map(ToString::to_string),
            body: self.suite(&h.body),
        }
    }

    fn note(&self, annotation: &ast::Expr) -> String {
        match annotation {
            ast::Expr::StringLiteral(text) => text.value.to_str().to_string(),
            other => self.source(other),
        }
    }

    /// An annotation of a variable. A blank behind it says that its value is this text, one before it that the value is not known.
    fn class_note(&self, annotation: &ast::Expr) -> String {
        let text = self.note(annotation);
        let postponed = self.text.contains("from __future__ import annotations");
        match (annotation, postponed) {
            (ast::Expr::StringLiteral(_), true) => format!(" {text}"),
            (ast::Expr::StringLiteral(_), false) | (ast::Expr::Name(_), true) => format!("{text} "),
            (_, true) => format!(" {text}"),
            (_, false) => text,
        }
    }

    fn function(&self, s: &ast::StmtFunctionDef) -> Function {
        let around = self.asynchronous.replace(s.is_async);
        let (doc, body) = self.suite_with_doc(&s.body);
        self.asynchronous.set(around);
        let generator = s.is_async || crate::scope::yields(&body);
        Function {
            name: s.name.to_string(),
            params: self.params(&s.parameters),
            generator,
            asynchronous: s.is_async,
            body,
            decorators: s.decorator_list.iter().map(|d| self.expr(&d.expression)).collect(),
            doc,
            note: s.returns.as_ref().map(|r| self.note(r)),
        }
    }

    fn params(&self, p: &ast::Parameters) -> Vec<Param> {
        let one = |kind: ParamKind| {
            move |p: &ast::ParameterWithDefault| Param {
                name: p.parameter.name.to_string(),
                kind,
                default: p.default.as_ref().map(|d| self.expr(d)),
                note: p.parameter.annotation.as_ref().map(|a| self.note(a)),
            }
        };
        let rest = |p: &ast::Parameter, kind| Param { name: p.name.to_string(), kind, default: None, note: None };
        let mut out: Vec<Param> = p.posonlyargs.iter().map(one(ParamKind::PositionalOnly)).collect();
        out.extend(p.args.iter().map(one(ParamKind::Normal)));
        out.extend(p.vararg.iter().map(|v| rest(v, ParamKind::Rest)));
        out.extend(p.kwonlyargs.iter().map(one(ParamKind::KeywordOnly)));
        out.extend(p.kwarg.iter().map(|v| rest(v, ParamKind::Keywords)));
        out
    }

    fn arguments(&self, a: &ast::Arguments) -> Vec<Arg> {
        let mut out: Vec<(u32, Arg)> = vec![];
        out.extend(a.args.iter().map(|e| (range(e.range()).start, Arg::Pos(self.expr(e)))));
        for keyword in &a.keywords {
            let value = self.expr(&keyword.value);
            out.push((
                range(keyword.range).start,
                match &keyword.arg {
                    Some(name) => Arg::Named(name.to_string(), value),
                    None => Arg::Mapping(value),
                },
            ));
        }
        out.sort_by_key(|(start, _)| *start);
        out.into_iter().map(|(_, arg)| arg).collect()
    }

    fn exprs(&self, all: &[ast::Expr]) -> Vec<Expr> {
        all.iter().map(|e| self.expr(e)).collect()
    }

    fn expr(&self, e: &ast::Expr) -> Expr {
        Expr { at: range(e.range()), kind: self.kind(e) }
    }

    fn boxed(&self, e: &ast::Expr) -> Box<Expr> {
        Box::new(self.expr(e))
    }

    fn kind(&self, e: &ast::Expr) -> ExprKind {
        let refused = |code, text: &str| ExprKind::Refused(code, text.to_string());
        match e {
            ast::Expr::NoneLiteral(_) => ExprKind::None,
            ast::Expr::BooleanLiteral(b) => ExprKind::Bool(b.value),
            ast::Expr::EllipsisLiteral(_) => ExprKind::Ellipsis,
            ast::Expr::NumberLiteral(n) => match &n.value {
                ast::Number::Int(n) => ExprKind::Int(decimal(&n.to_string())),
                ast::Number::Float(x) => ExprKind::Float(*x),
                ast::Number::Complex { imag, .. } => ExprKind::Imaginary(*imag),
            },
            ast::Expr::StringLiteral(s) => self.string(s),
            ast::Expr::BytesLiteral(b) => ExprKind::Bytes(b.value.bytes().collect()),
            ast::Expr::FString(f) => ExprKind::Format(self.fstring(f)),
            ast::Expr::TString(_) => refused(codes::UNSUPPORTED, "template strings are not converted"),
            ast::Expr::Name(n) => ExprKind::Name(n.id.to_string()),
            ast::Expr::Attribute(a) => ExprKind::Attr(self.boxed(&a.value), a.attr.to_string()),
            ast::Expr::Subscript(s) => ExprKind::Item(self.boxed(&s.value), self.boxed(&s.slice)),
            ast::Expr::Slice(s) => {
                let part = |p: &Option<Box<ast::Expr>>| p.as_ref().map(|e| self.boxed(e));
                ExprKind::Slice(part(&s.lower), part(&s.upper), part(&s.step))
            }
            ast::Expr::Call(c) => ExprKind::Call(self.boxed(&c.func), self.arguments(&c.arguments)),
            ast::Expr::BinOp(b) => ExprKind::Binary(binary(b.op), self.boxed(&b.left), self.boxed(&b.right)),
            ast::Expr::UnaryOp(u) => {
                let op = match u.op {
                    ast::UnaryOp::USub => UnaryOp::Neg,
                    ast::UnaryOp::UAdd => UnaryOp::Plus,
                    ast::UnaryOp::Invert => UnaryOp::Invert,
                    ast::UnaryOp::Not => UnaryOp::Not,
                };
                ExprKind::Unary(op, self.boxed(&u.operand))
            }
            ast::Expr::BoolOp(b) => ExprKind::Logic(b.op == ast::BoolOp::And, self.exprs(&b.values)),
            ast::Expr::Compare(c) => {
                let rest = c.ops.iter().zip(c.comparators.iter()).map(|(op, e)| (compare(*op), self.expr(e)));
                ExprKind::Compare(self.boxed(&c.left), rest.collect())
            }
            ast::Expr::If(i) => ExprKind::If(self.boxed(&i.test), self.boxed(&i.body), self.boxed(&i.orelse)),
            ast::Expr::Lambda(l) => ExprKind::Lambda(Box::new(self.lambda(l))),
            ast::Expr::List(l) => ExprKind::List(self.exprs(&l.elts)),
            ast::Expr::Tuple(t) => ExprKind::Tuple(self.exprs(&t.elts)),
            ast::Expr::Set(s) => ExprKind::Set(self.exprs(&s.elts)),
            ast::Expr::Dict(d) => ExprKind::Dict(
                d.items.iter().map(|i| (i.key.as_ref().map(|k| self.expr(k)), self.expr(&i.value))).collect(),
            ),
            ast::Expr::ListComp(c) => self.comp(CompKind::List, &c.elt, None, &c.generators),
            ast::Expr::SetComp(c) => self.comp(CompKind::Set, &c.elt, None, &c.generators),
            ast::Expr::Generator(c) => self.comp(CompKind::Generator, &c.elt, None, &c.generators),
            ast::Expr::DictComp(c) => match &c.key {
                Some(key) => self.comp(CompKind::Dict, key, Some(&c.value), &c.generators),
                None => refused(codes::UNSUPPORTED, "this comprehension is not converted"),
            },
            ast::Expr::Yield(y) if self.asynchronous.get() => {
                desugar::giving(range(y.range()), y.value.as_ref().map(|v| self.expr(v)))
            }
            ast::Expr::Yield(y) => ExprKind::Yield(y.value.as_ref().map(|v| self.boxed(v))),
            ast::Expr::YieldFrom(y) => ExprKind::YieldFrom(self.boxed(&y.value)),
            ast::Expr::Starred(s) => ExprKind::Star(self.boxed(&s.value)),
            ast::Expr::Named(n) => match &*n.target {
                ast::Expr::Name(name) => ExprKind::Walrus(name.id.to_string(), self.boxed(&n.value)),
                _ => refused(codes::UNSUPPORTED, "this assignment expression is not converted"),
            },
            ast::Expr::Await(a) => desugar::awaiting(range(a.range()), self.expr(&a.value)),
            ast::Expr::IpyEscapeCommand(_) => refused(codes::UNSUPPORTED, "this is not Python"),
        }
    }

    fn string(&self, s: &ast::ExprStringLiteral) -> ExprKind {
        let escaped = range(s.range).of(self.text);
        let surrogate = ["\\ud8", "\\ud9", "\\uda", "\\udb", "\\udc", "\\udd", "\\ude", "\\udf"];
        if surrogate.iter().any(|part| escaped.to_ascii_lowercase().contains(part)) {
            return ExprKind::Refused(codes::SURROGATE, "text with surrogates is not converted".into());
        }
        ExprKind::Str(s.value.to_str().to_string())
    }

    fn lambda(&self, l: &ast::ExprLambda) -> Function {
        let around = self.asynchronous.replace(false);
        let value = self.expr(&l.body);
        self.asynchronous.set(around);
        let body = vec![Stmt { at: value.at, kind: StmtKind::Return(Some(value)) }];
        Function {
            name: "<lambda>".into(),
            params: l.parameters.as_ref().map_or(vec![], |p| self.params(p)),
            generator: crate::scope::yields(&body),
            asynchronous: false,
            body,
            decorators: vec![],
            doc: None,
            note: None,
        }
    }

    fn comp(
        &self,
        kind: CompKind,
        element: &ast::Expr,
        value: Option<&ast::Expr>,
        loops: &[ast::Comprehension],
    ) -> ExprKind {
        let one = |l: &ast::Comprehension| CompLoop {
            target: self.expr(&l.target),
            iter: self.expr(&l.iter),
            tests: self.exprs(&l.ifs),
        };
        let comp = Comp {
            kind,
            element: self.expr(element),
            value: value.map(|v| self.expr(v)),
            loops: loops.iter().map(one).collect(),
        };
        let waits: Vec<bool> = loops.iter().map(|l| l.is_async).collect();
        if waits.contains(&true) || desugar::waits(&comp) {
            return desugar::async_comp(range(element.range()), comp, &waits);
        }
        ExprKind::Comp(Box::new(comp))
    }

    fn fstring(&self, f: &ast::ExprFString) -> Vec<FormatPart> {
        let mut out = vec![];
        for part in f.value.iter() {
            match part {
                ast::FStringPart::Literal(text) => out.push(FormatPart::Text(text.value.to_string())),
                ast::FStringPart::FString(inner) => {
                    // Python 3.11 does not take what 3.12 and the parser here do.
                    let whole = range(inner.range).of(self.text);
                    let opening: String = whole
                        .chars()
                        .skip_while(|c| c.is_ascii_alphabetic())
                        .take_while(|c| matches!(c, '"' | '\''))
                        .collect();
                    let quote = if opening.len() >= 3 && opening != "\"\"" {
                        opening[..3].to_string()
                    } else {
                        opening.chars().take(1).collect()
                    };
                    if self.newer(&inner.elements, &quote) {
                        let message =
                            "not Python 3.11: an f-string expression with a backslash or the string's own quotes";
                        let kind = ExprKind::Refused(codes::SYNTAX, message.into());
                        out.push(FormatPart::Value(Expr { at: range(inner.range), kind }, ' ', vec![]));
                    } else {
                        self.elements(&inner.elements, &mut out);
                    }
                }
            }
        }
        out
    }

    /// Whether a part of an f-string needs Python 3.12.
    fn newer(&self, all: &ast::InterpolatedStringElements, quote: &str) -> bool {
        all.iter().any(|element| match element {
            ast::InterpolatedStringElement::Literal(_) => false,
            ast::InterpolatedStringElement::Interpolation(field) => {
                let text = range(field.expression.range()).of(self.text);
                text.contains('\\')
                    || text.contains(quote)
                    || field.format_spec.as_ref().is_some_and(|spec| self.newer(&spec.elements, quote))
            }
        })
    }

    fn elements(&self, all: &ast::InterpolatedStringElements, out: &mut Vec<FormatPart>) {
        for element in all.iter() {
            match element {
                ast::InterpolatedStringElement::Literal(text) => out.push(FormatPart::Text(text.value.to_string())),
                ast::InterpolatedStringElement::Interpolation(field) => {
                    let mut spec = vec![];
                    if let Some(format) = &field.format_spec {
                        self.elements(&format.elements, &mut spec);
                    }
                    let mut conversion = match field.conversion {
                        ast::ConversionFlag::None => ' ',
                        ast::ConversionFlag::Str => 's',
                        ast::ConversionFlag::Ascii => 'a',
                        ast::ConversionFlag::Repr => 'r',
                    };
                    if field.debug_text.is_some() {
                        // `{x=}` shows the text up to the `=` as written.
                        let whole = range(field.range).of(self.text);
                        let value = range(field.expression.range());
                        let before = self.text.get(range(field.range).start as usize + 1..value.start as usize);
                        let after = self.text.get(value.end as usize..range(field.range).end as usize).unwrap_or("");
                        let end = after.find('=').map_or(0, |at| {
                            let tail = &after[at + 1..];
                            at + 1 + tail.len() - tail.trim_start().len()
                        });
                        let _ = whole;
                        let shown = format!("{}{}{}", before.unwrap_or(""), value.of(self.text), &after[..end]);
                        out.push(FormatPart::Text(shown));
                        if conversion == ' ' && spec.is_empty() {
                            conversion = 'r';
                        }
                    }
                    out.push(FormatPart::Value(self.expr(&field.expression), conversion, spec));
                }
            }
        }
    }

    fn pattern(&self, p: &ast::Pattern) -> Pattern {
        match p {
            ast::Pattern::MatchValue(v) => Pattern::Value(self.expr(&v.value)),
            ast::Pattern::MatchSingleton(s) => {
                let kind = match s.value {
                    ast::Singleton::None => ExprKind::None,
                    ast::Singleton::True => ExprKind::Bool(true),
                    ast::Singleton::False => ExprKind::Bool(false),
                };
                Pattern::Same(Expr { at: range(s.range), kind })
            }
            ast::Pattern::MatchSequence(s) => {
                let star = s.patterns.iter().position(|p| matches!(p, ast::Pattern::MatchStar(_)));
                let all = |part: &[ast::Pattern]| part.iter().map(|p| self.pattern(p)).collect();
                match star {
                    None => Pattern::Sequence(all(&s.patterns), None, vec![]),
                    Some(at) => {
                        let name = match &s.patterns[at] {
                            ast::Pattern::MatchStar(star) => {
                                star.name.as_ref().map_or(String::new(), ToString::to_string)
                            }
                            _ => String::new(),
                        };
                        Pattern::Sequence(all(&s.patterns[..at]), Some(name), all(&s.patterns[at + 1..]))
                    }
                }
            }
            ast::Pattern::MatchMapping(m) => {
                let pairs = m.keys.iter().zip(m.patterns.iter()).map(|(k, p)| (self.expr(k), self.pattern(p)));
                Pattern::Mapping(pairs.collect(), m.rest.as_ref().map(ToString::to_string))
            }
            ast::Pattern::MatchClass(c) => {
                let named = c.arguments.keywords.iter().map(|k| (k.attr.to_string(), self.pattern(&k.pattern)));
                let plain = c.arguments.patterns.iter().map(|p| self.pattern(p)).collect();
                Pattern::Class(self.expr(&c.cls), plain, named.collect())
            }
            ast::Pattern::MatchStar(_) => Pattern::As(None, None),
            ast::Pattern::MatchAs(a) => Pattern::As(
                a.pattern.as_ref().map(|p| Box::new(self.pattern(p))),
                a.name.as_ref().map(ToString::to_string),
            ),
            ast::Pattern::MatchOr(o) => Pattern::Or(o.patterns.iter().map(|p| self.pattern(p)).collect()),
        }
    }
}

fn binary(op: ast::Operator) -> BinOp {
    match op {
        ast::Operator::Add => BinOp::Add,
        ast::Operator::Sub => BinOp::Sub,
        ast::Operator::Mult => BinOp::Mul,
        ast::Operator::MatMult => BinOp::MatMul,
        ast::Operator::Div => BinOp::Div,
        ast::Operator::Mod => BinOp::Mod,
        ast::Operator::Pow => BinOp::Pow,
        ast::Operator::LShift => BinOp::Shl,
        ast::Operator::RShift => BinOp::Shr,
        ast::Operator::BitOr => BinOp::Or,
        ast::Operator::BitXor => BinOp::Xor,
        ast::Operator::BitAnd => BinOp::And,
        ast::Operator::FloorDiv => BinOp::FloorDiv,
    }
}

fn compare(op: ast::CmpOp) -> CmpOp {
    match op {
        ast::CmpOp::Eq => CmpOp::Eq,
        ast::CmpOp::NotEq => CmpOp::Ne,
        ast::CmpOp::Lt => CmpOp::Lt,
        ast::CmpOp::LtE => CmpOp::Le,
        ast::CmpOp::Gt => CmpOp::Gt,
        ast::CmpOp::GtE => CmpOp::Ge,
        ast::CmpOp::Is => CmpOp::Is,
        ast::CmpOp::IsNot => CmpOp::IsNot,
        ast::CmpOp::In => CmpOp::In,
        ast::CmpOp::NotIn => CmpOp::NotIn,
    }
}

/// An integer literal in decimal digits; the parser keeps large ones as written.
fn decimal(text: &str) -> String {
    let clean = text.replace('_', "").to_ascii_lowercase();
    let (radix, digits) = match clean.get(..2) {
        Some("0x") => (16, &clean[2..]),
        Some("0o") => (8, &clean[2..]),
        Some("0b") => (2, &clean[2..]),
        _ => return clean,
    };
    // Schoolbook conversion in base 10^9, least significant first.
    let mut parts: Vec<u64> = vec![0];
    for c in digits.chars() {
        let mut carry = u64::from(c.to_digit(radix).unwrap_or(0));
        for part in &mut parts {
            let value = *part * u64::from(radix) + carry;
            *part = value % 1_000_000_000;
            carry = value / 1_000_000_000;
        }
        if carry > 0 {
            parts.push(carry);
        }
    }
    let mut out = parts.pop().unwrap_or(0).to_string();
    parts.iter().rev().for_each(|part| out.push_str(&format!("{part:09}")));
    out
}
