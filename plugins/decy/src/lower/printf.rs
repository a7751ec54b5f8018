//! Output through Rust, for programs that print nothing else.

use super::{Lower, Why};
use crate::analysis::{How, Piece, is_stdout, plan, plan_error, root};
use crate::hir::{Callee, Expr as HExpr, ExprKind, PlaceKind, Type};
use batuta_rust_ir as rir;
use batuta_rust_ir::{Expr, Stmt};

impl Lower<'_> {
    /// A call that prints, as statements; none when it is no such call.
    pub(super) fn output(&mut self, expr: &HExpr) -> Option<Vec<Stmt>> {
        let ExprKind::Call { callee: Callee::Direct(id), args } = &expr.kind else { return None };
        let function = self.program.function(*id);
        if function.body.is_none()
            && !self.links.functions.contains_key(&function.name)
            && let Some((stream, pieces)) = plan_error(self.program, &function.name, args)
        {
            let kept: Vec<HExpr> =
                args.iter().enumerate().filter(|(at, _)| *at != stream).map(|(_, arg)| arg.clone()).collect();
            return Some(self.error_output(&pieces, stream, &kept));
        }
        if !self.links.rust_output || function.body.is_some() || self.links.functions.contains_key(&function.name) {
            return None;
        }
        if function.name == "fflush" && args.len() == 1 && is_stdout(self.program, &args[0]) {
            self.uses_runtime = true;
            return Some(vec![Stmt::expr(Expr::call_path("c_rt::flush", vec![]))]);
        }
        let pieces = plan(self.program, &function.name, args)?;
        self.uses_runtime = true;
        let (mut stmts, mut args) = self.in_order(args);
        if args.iter().any(|arg| matches!(arg.kind, ExprKind::Lend { .. })) {
            stmts.extend(self.before_lending(&mut args));
        }
        if let [Piece::Value { arg, how: How::Char, spec }] = pieces.as_slice()
            && spec.is_empty()
        {
            let byte = self.byte(&args[*arg]);
            stmts.push(Stmt::expr(Expr::call_path("c_rt::put", vec![byte])));
            return Some(stmts);
        }
        let (format, values) = self.formatted(&pieces, &|arg| &args[arg]);
        let (name, format) = match format.strip_suffix('\n') {
            Some(line) => ("println", line.to_owned()),
            None => ("print", format),
        };
        if name == "print" && format.is_empty() {
            return Some(stmts);
        }
        self.printing.insert(name);
        let mut parts = vec![Expr::str(format)];
        parts.extend(values);
        stmts.push(Stmt::expr(Expr::macro_call(name, parts)));
        Some(stmts)
    }

    /// Pieces as a format with its arguments.
    fn formatted<'e>(&mut self, pieces: &[Piece], arg_of: &dyn Fn(usize) -> &'e HExpr) -> (String, Vec<Expr>) {
        let mut format = String::new();
        let mut values = vec![];
        for piece in pieces {
            match piece {
                Piece::Text(text) => format.push_str(&text.replace('{', "{{").replace('}', "}}")),
                Piece::Value { arg, how: How::Long, spec } => {
                    format.push_str("{}");
                    let value = self.expr(arg_of(*arg));
                    values.push(Expr::call_path("c_rt::LongText::new", vec![super::long::c_text(spec), value]));
                }
                Piece::Value { arg, how, spec } => {
                    format.push_str(&if spec.is_empty() { "{}".to_owned() } else { format!("{{:{spec}}}") });
                    values.push(self.printed(arg_of(*arg), *how));
                }
            }
        }
        (format, values)
    }

    /// Output to standard error; `args` are those of the call without the stream.
    fn error_output(&mut self, pieces: &[Piece], stream: usize, args: &[HExpr]) -> Vec<Stmt> {
        self.uses_runtime = true;
        let (mut stmts, args) = self.in_order(args);
        let (format, values) = self.formatted(pieces, &|arg| &args[if arg > stream { arg - 1 } else { arg }]);
        let mut parts = vec![Expr::str(format)];
        parts.extend(values);
        let text = Expr::macro_call("format_args", parts);
        stmts.push(Stmt::expr(Expr::call_path("c_rt::write_error", vec![text])));
        stmts
    }

    /// Evaluate what a borrow of text would be in the way of.
    fn before_lending(&mut self, args: &mut [HExpr]) -> Vec<Stmt> {
        let mut stmts = vec![];
        for arg in args.iter_mut().rev() {
            let mut uses = crate::analysis::Uses::default();
            crate::hir::visit::Visit::expr(&mut uses, arg);
            let literal = matches!(&arg.kind, ExprKind::AddressOf(place) if matches!(place.kind, PlaceKind::Str(_)));
            let quiet = uses.changed.is_empty() && uses.addressed.is_empty() && self.effects(arg).is_free();
            if matches!(arg.kind, ExprKind::Lend { .. }) || literal || quiet || is_stdout(self.program, arg) {
                continue;
            }
            let (stmt, saved) = self.saved(arg, "argument");
            stmts.push(stmt);
            *arg = saved;
        }
        stmts
    }

    fn printed(&mut self, arg: &HExpr, how: How) -> Expr {
        match how {
            How::Integer(int) => {
                let same = arg.ty == Type::Int(int);
                let value = self.expr(arg);
                if same {
                    return if self.is_lendable(arg) { value } else { Expr::Block(rir::Block::value(value)) };
                }
                let value = match arg.ty.int() {
                    Some(has) => super::arith::typed(value, has),
                    None => value,
                };
                value.cast(rir::Type::path(int.name()))
            }
            How::Char => {
                let byte = self.byte(arg);
                Expr::call_path("c_rt::Char", vec![byte])
            }
            How::Text => self.text(arg),
            How::Float | How::General | How::Long => {
                let value = self.expr(arg);
                Expr::call_path(if how == How::Float { "c_rt::Float" } else { "c_rt::General" }, vec![value])
            }
        }
    }

    /// `println!` borrows what it prints: that is fine for a place that no pointer leads to.
    fn is_lendable(&self, arg: &HExpr) -> bool {
        let ExprKind::Load(place) = &arg.kind else { return true };
        let packed =
            matches!(&place.kind, PlaceKind::Field { record, .. } if self.program.record(*record).packed.is_some());
        let private = root(place).is_some_and(|id| {
            self.program.object(id).storage == crate::hir::Storage::Automatic && !self.f.uses.addressed.contains(&id)
        });
        private && !packed && !self.in_union(place)
            || matches!(place.kind, PlaceKind::Named(_))
            || self.bit_field(place).is_some()
    }

    fn in_union(&self, place: &crate::hir::Place) -> bool {
        match &place.kind {
            PlaceKind::Field { base, record, .. } => self.program.record(*record).union || self.in_union(base),
            PlaceKind::Element { array, .. } => self.in_union(array),
            _ => false,
        }
    }

    fn byte(&mut self, arg: &HExpr) -> Expr {
        let inner = super::expr::strip_widening(arg);
        self.expr(inner).cast(rir::Type::path("u8"))
    }

    fn text(&mut self, arg: &HExpr) -> Expr {
        if let ExprKind::Lend { .. } = arg.kind {
            let lent = self.expr(arg);
            return Expr::call_path("c_rt::Text::of_chars", vec![lent]);
        }
        let ty = Type::Int(crate::hir::Int { bits: 8, signed: true }).pointer(true);
        let pointer = self.expr_as(arg, &ty);
        if let Expr::Method(receiver, name, _, args) = &pointer
            && name == "as_ptr"
            && args.is_empty()
            && matches!(**receiver, Expr::Lit(rir::Literal::CStr(_)))
        {
            return Expr::call_path("c_rt::Text::of", vec![(**receiver).clone()]);
        }
        self.risky(Why::Text, Expr::call_path("c_rt::Text::at", vec![pointer]))
    }
}
