//! Constructs that are said in simpler ones before anything else sees them. Names that start with a blank are no program's.

use crate::hir::*;
use batuta_text::TextRange;

fn name(at: TextRange, text: &str) -> Expr {
    Expr { at, kind: ExprKind::Name(text.into()) }
}

fn stmt(at: TextRange, kind: StmtKind) -> Stmt {
    Stmt { at, kind }
}

fn method(at: TextRange, object: &str, method: &str, args: Vec<Expr>) -> Expr {
    let function = Expr { at, kind: ExprKind::Attr(Box::new(name(at, object)), method.into()) };
    call(at, function, args)
}

fn call(at: TextRange, function: Expr, args: Vec<Expr>) -> Expr {
    Expr { at, kind: ExprKind::Call(Box::new(function), args.into_iter().map(Arg::Pos).collect()) }
}

fn handler(at: TextRange, name: Option<String>, body: Vec<Stmt>) -> Handler {
    let class = Some(Expr { at, kind: ExprKind::Name("BaseException".into()) });
    Handler { at, class, name, body }
}

/// `try` with `except*`: one handler that gives every clause its part of the group.
pub(crate) fn except_star(
    at: TextRange,
    body: Vec<Stmt>,
    handlers: Vec<Handler>,
    otherwise: Vec<Stmt>,
    last: Vec<Stmt>,
) -> StmtKind {
    let n = at.start;
    let (raised, state, part, inner) =
        (format!(" raised{n}"), format!(" state{n}"), format!(" part{n}"), format!(" inner{n}"));
    let made = call(at, name(at, " except_star"), vec![name(at, &raised)]);
    let mut all = vec![stmt(at, StmtKind::Assign(vec![name(at, &state)], made))];
    for clause in handlers {
        let Some(class) = clause.class else { continue };
        let found = method(at, &state, "match", vec![class]);
        all.push(stmt(clause.at, StmtKind::Assign(vec![name(at, &part)], found)));
        let mut inside = vec![];
        if let Some(wanted) = &clause.name {
            inside.push(stmt(clause.at, StmtKind::Assign(vec![name(at, wanted)], name(at, &part))));
        }
        inside.extend(clause.body);
        let note = method(at, &state, "raised", vec![name(at, &inner)]);
        let failed = handler(at, Some(inner.clone()), vec![stmt(at, StmtKind::Expr(note))]);
        let tried = stmt(clause.at, StmtKind::Try(inside, vec![failed], vec![], vec![]));
        let none = Expr { at, kind: ExprKind::None };
        let test = ExprKind::Compare(Box::new(name(at, &part)), vec![(CmpOp::IsNot, none)]);
        all.push(stmt(clause.at, StmtKind::If(Expr { at, kind: test }, vec![tried], vec![])));
    }
    all.push(stmt(at, StmtKind::Expr(method(at, &state, "finish", vec![]))));
    StmtKind::Try(body, vec![handler(at, Some(raised), all)], otherwise, last)
}

/// `await value`
pub(crate) fn awaiting(at: TextRange, value: Expr) -> ExprKind {
    ExprKind::YieldFrom(Box::new(call(at, name(at, " await"), vec![value])))
}

fn awaited(at: TextRange, value: Expr) -> Expr {
    Expr { at, kind: awaiting(at, value) }
}

/// `yield value` of an asynchronous generator.
pub(crate) fn giving(at: TextRange, value: Option<Expr>) -> ExprKind {
    ExprKind::Yield(Some(Box::new(call(at, name(at, " give"), value.into_iter().collect()))))
}

/// Whether an `async def` yields to its caller, functions inside left out.
pub(crate) fn gives(body: &[Stmt]) -> bool {
    struct Finder(bool);
    impl crate::visit::Visit for Finder {
        fn expr(&mut self, e: &Expr) {
            self.0 |= matches!(e.kind, ExprKind::Yield(_));
            if !matches!(e.kind, ExprKind::Lambda(_)) {
                crate::visit::expr(self, e);
            }
        }
        fn stmt(&mut self, s: &Stmt) {
            if !matches!(s.kind, StmtKind::Function(_) | StmtKind::Class(_)) {
                crate::visit::stmt(self, s);
            }
        }
    }
    let mut finder = Finder(false);
    body.iter().for_each(|s| crate::visit::Visit::stmt(&mut finder, s));
    finder.0
}

fn assign(at: TextRange, target: Expr, value: Expr) -> Stmt {
    stmt(at, StmtKind::Assign(vec![target], value))
}

fn constant(at: TextRange, value: bool) -> Expr {
    Expr { at, kind: ExprKind::Bool(value) }
}

/// `async for`
pub(crate) fn async_for(at: TextRange, target: Expr, iter: Expr, body: Vec<Stmt>, otherwise: Vec<Stmt>) -> Vec<Stmt> {
    let (iterator, more) = (format!(" iterator{}", target.at.start), format!(" more{}", target.at.start));
    let next = awaited(at, method(at, &iterator, "__anext__", vec![]));
    let end = Handler {
        at: TextRange::empty(at.start),
        class: Some(name(at, "StopAsyncIteration")),
        name: None,
        body: vec![assign(at, name(at, &more), constant(at, false))],
    };
    let step = StmtKind::Try(vec![assign(at, target, next)], vec![end], body, vec![]);
    vec![
        assign(at, name(at, &iterator), call(at, name(at, " aiter"), vec![iter])),
        assign(at, name(at, &more), constant(at, true)),
        stmt(at, StmtKind::While(name(at, &more), vec![stmt(at, step)], otherwise)),
    ]
}

/// `async with`
pub(crate) fn async_with(at: TextRange, items: Vec<(Expr, Option<Expr>)>, body: Vec<Stmt>) -> Vec<Stmt> {
    let mut body = body;
    for (manager, target) in items.into_iter().rev() {
        let n = manager.at.start;
        let (held, fine, raised) = (format!(" manager{n}"), format!(" fine{n}"), format!(" raised{n}"));
        let entered = awaited(at, method(at, &held, "__aenter__", vec![]));
        let enter = match target {
            Some(target) => assign(at, target, entered),
            None => stmt(at, StmtKind::Expr(entered)),
        };
        let none = || Expr { at, kind: ExprKind::None };
        let class = call(at, name(at, "type"), vec![name(at, &raised)]);
        let exit = awaited(at, method(at, &held, "__aexit__", vec![class, name(at, &raised), none()]));
        let not = Expr { at, kind: ExprKind::Unary(UnaryOp::Not, Box::new(exit)) };
        let failed = vec![
            assign(at, name(at, &fine), constant(at, false)),
            stmt(at, StmtKind::If(not, vec![stmt(at, StmtKind::Raise(None, None))], vec![])),
        ];
        let mut failed = handler(at, Some(raised.clone()), failed);
        failed.at = TextRange::empty(at.start);
        let leave = awaited(at, method(at, &held, "__aexit__", vec![none(), none(), none()]));
        let last = StmtKind::If(name(at, &fine), vec![stmt(at, StmtKind::Expr(leave))], vec![]);
        let inside = StmtKind::Try(body, vec![failed], vec![], vec![]);
        body = vec![
            assign(at, name(at, &held), manager),
            enter,
            assign(at, name(at, &fine), constant(at, true)),
            stmt(at, StmtKind::Try(vec![stmt(at, inside)], vec![], vec![], vec![stmt(at, last)])),
        ];
    }
    body
}

/// Whether a comprehension awaits something.
pub(crate) fn waits(comp: &Comp) -> bool {
    let mut all = vec![&comp.element];
    all.extend(&comp.value);
    all.extend(comp.loops.iter().flat_map(|l| &l.tests));
    all.extend(comp.loops.iter().skip(1).map(|l| &l.iter));
    all.iter().any(|e| {
        let body = vec![stmt(e.at, StmtKind::Expr((*e).clone()))];
        crate::scope::yields(&body)
    })
}

/// A comprehension with `async for`: a coroutine that fills a container, awaited at once.
pub(crate) fn async_comp(at: TextRange, comp: Comp, loops: &[bool]) -> ExprKind {
    let held = " filled";
    let last = match comp.kind {
        CompKind::List => StmtKind::Expr(method(at, held, "append", vec![comp.element])),
        CompKind::Set => StmtKind::Expr(method(at, held, "add", vec![comp.element])),
        CompKind::Dict => {
            let value = comp.value.unwrap_or(Expr { at, kind: ExprKind::None });
            let item = ExprKind::Item(Box::new(name(at, held)), Box::new(comp.element));
            StmtKind::Assign(vec![Expr { at, kind: item }], value)
        }
        CompKind::Generator | CompKind::Any | CompKind::All | CompKind::Key => {
            StmtKind::Expr(Expr { at, kind: giving(at, Some(comp.element)) })
        }
    };
    let mut body = vec![stmt(at, last)];
    for (one, waits) in comp.loops.into_iter().zip(loops).rev() {
        for test in one.tests.into_iter().rev() {
            body = vec![stmt(at, StmtKind::If(test, body, vec![]))];
        }
        body = match waits {
            true => async_for(at, one.target, one.iter, body, vec![]),
            false => vec![stmt(at, StmtKind::For(one.target, one.iter, body, vec![]))],
        };
    }
    let empty = match comp.kind {
        CompKind::List => Some(ExprKind::List(vec![])),
        CompKind::Set => Some(ExprKind::Call(Box::new(name(at, "set")), vec![])),
        CompKind::Dict => Some(ExprKind::Dict(vec![])),
        CompKind::Generator | CompKind::Any | CompKind::All | CompKind::Key => None,
    };
    let filled = empty.is_some();
    if let Some(kind) = empty {
        body.insert(0, assign(at, name(at, held), Expr { at, kind }));
        body.push(stmt(at, StmtKind::Return(Some(name(at, held)))));
    }
    let function = Function {
        name: "<lambda>".into(),
        params: vec![],
        body,
        decorators: vec![],
        doc: None,
        generator: true,
        asynchronous: true,
        note: None,
    };
    let made = call(at, Expr { at, kind: ExprKind::Lambda(Box::new(function)) }, vec![]);
    if filled { awaiting(at, made) } else { made.kind }
}
