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
                Piece::Form { arg, how, spec, stars } => {
                    format.push_str("{}");
                    let stars: Vec<Expr> = stars.iter().map(|star| self.expr(arg_of(*star))).collect();
                    values.push(self.form(arg_of(*arg), *how, spec, stars));
                }
                Piece::Value { arg, how, spec } => {
                    format.push_str(&if spec.is_empty() { "{}".to_owned() } else { format!("{{:{spec}}}") });
                    values.push(self.printed(arg_of(*arg), *how, spec));
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

    fn printed(&mut self, arg: &HExpr, how: How, spec: &str) -> Expr {
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
            How::Text => self.text(arg, spec.split_once('.').map(|(_, most)| most)),
            How::Float | How::General | How::Long | How::Pointer => {
                let value = self.expr(arg);
                Expr::call_path(if how == How::Float { "c_rt::Float" } else { "c_rt::General" }, vec![value])
            }
        }
    }

    /// A value in a form that only C has.
    fn form(&mut self, arg: &HExpr, how: How, spec: &str, stars: Vec<Expr>) -> Expr {
        let (name, value) = match how {
            How::Integer(int) => {
                let wide = if int.signed { ("c_rt::Form::signed", "i64") } else { ("c_rt::Form::unsigned", "u64") };
                (wide.0, self.printed(arg, how, "").cast(rir::Type::path(wide.1)))
            }
            How::Pointer => {
                let ty = arg.ty.clone();
                let value = self.known_pointer(arg, &ty).cast(rir::Type::path("usize"));
                ("c_rt::Form::unsigned", value.cast(rir::Type::path("u64")))
            }
            How::Float | How::General | How::Long => ("c_rt::Form::float", self.expr(arg)),
            How::Text => match self.text_or_pointer(arg) {
                Ok(text) => ("c_rt::Fit::new", text),
                Err(pointer) => ("c_rt::Fit::at", self.risky(Why::Text, pointer)),
            },
            How::Char => ("c_rt::Fit::new", self.printed(arg, how, "")),
        };
        let stars = Expr::Array(stars).ref_();
        Expr::call_path(name, vec![Expr::str(spec.to_owned()), stars, value])
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

    /// A text; of one behind a pointer, at most the first `most` characters are looked at.
    fn text(&mut self, arg: &HExpr, most: Option<&str>) -> Expr {
        let pointer = match self.text_or_pointer(arg) {
            Ok(text) => return text,
            Err(pointer) => self.risky(Why::Text, pointer),
        };
        match most {
            Some(most) => {
                let most = Expr::int(most.parse::<i128>().unwrap_or(0));
                Expr::call_path("c_rt::Text::within", vec![pointer, most])
            }
            None => Expr::call_path("c_rt::Text::at", vec![pointer]),
        }
    }

    /// A text that is known to end, or the pointer to one.
    fn text_or_pointer(&mut self, arg: &HExpr) -> Result<Expr, Expr> {
        if let ExprKind::Lend { .. } = arg.kind {
            let lent = self.expr(arg);
            return Ok(Expr::call_path("c_rt::Text::of_chars", vec![lent]));
        }
        if let ExprKind::Cast(inner) = &arg.kind
            && inner.ty == Type::Text
        {
            let text = self.expr(inner);
            return Ok(Expr::call_path("c_rt::Text::of", vec![text]));
        }
        let ty = Type::Int(crate::hir::Int { bits: 8, signed: true }).pointer(true);
        let pointer = self.expr_as(arg, &ty);
        if let Expr::Method(receiver, name, _, args) = &pointer
            && name == "as_ptr"
            && args.is_empty()
            && matches!(**receiver, Expr::Lit(rir::Literal::CStr(_)))
        {
            return Ok(Expr::call_path("c_rt::Text::of", vec![(**receiver).clone()]));
        }
        Err(pointer)
    }

    /// `printf` where its value is wanted.
    pub(super) fn counted_output(&mut self, name: &str, args: &[HExpr]) -> Option<Expr> {
        if name != "printf" || !self.links.rust_output {
            return None;
        }
        let pieces = plan(self.program, name, args)?;
        self.uses_runtime = true;
        let mut args = args.to_vec();
        let stmts = if args.iter().any(|arg| matches!(arg.kind, ExprKind::Lend { .. })) {
            self.before_lending(&mut args)
        } else {
            vec![]
        };
        let (format, values) = self.formatted(&pieces, &|arg| &args[arg]);
        let mut parts = vec![Expr::str(format)];
        parts.extend(values);
        let text = Expr::macro_call("format_args", parts);
        let call = Expr::call_path("c_rt::write_counted", vec![text]);
        Some(if stmts.is_empty() { call } else { Expr::Block(rir::Block::new(stmts).tail(call)) })
    }
}
