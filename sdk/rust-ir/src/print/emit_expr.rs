//! Expressions as text, with exactly the parentheses that precedence asks for.

use super::emit::Emitter;
use super::precedence::{self as level, exposes_struct, starts_with_block};
use crate::{Arm, BinOp, Closure, Expr, FieldInit, UnOp};

impl Emitter {
    /// Where any expression may stand.
    pub(super) fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Lit(literal) => self.put(&super::literal::text(literal)),
            Expr::Path(text) | Expr::Verbatim(text) => self.put(text),
            Expr::Call(..) | Expr::Method(..) | Expr::Field(..) | Expr::Index(..) | Expr::Try(_) => self.postfix(expr),
            Expr::Unary(..) | Expr::Ref(..) | Expr::RawRef(..) => self.prefix(expr),
            Expr::Binary(op, a, b) => self.binary(*op, a, b),
            Expr::Assign(target, value) => self.assignment(target, "=", value),
            Expr::AssignOp(op, target, value) => self.assignment(target, &format!("{}=", op.symbol()), value),
            Expr::Cast(value, ty) => {
                self.at_least(level::CAST, value);
                self.put(" as ");
                self.ty(ty);
            }
            Expr::Tuple(parts) => self.tuple(parts, Self::expr),
            Expr::Array(parts) => {
                self.put("[");
                self.list(parts, Self::expr);
                self.put("]");
            }
            Expr::Repeat(value, len) => {
                self.put("[");
                self.expr(value);
                self.put("; ");
                self.expr(len);
                self.put("]");
            }
            Expr::Struct(path, fields, rest) => self.struct_expr(path, fields, rest.as_deref()),
            Expr::Range(from, to, inclusive) => self.range(from.as_deref(), to.as_deref(), *inclusive),
            Expr::Macro(name, args) => {
                let (open, close) = if name == "vec" { ("[", "]") } else { ("(", ")") };
                self.put(&format!("{name}!{open}"));
                self.in_macro += 1;
                self.list(args, Self::expr);
                self.in_macro -= 1;
                self.put(close);
            }
            Expr::Closure(closure) => self.closure(closure),
            Expr::Break(..) | Expr::Continue(_) | Expr::Return(_) => self.jump(expr),
            _ => self.control(expr),
        }
    }

    /// At the start of a statement, where a leading block would end it.
    pub(super) fn statement_expr(&mut self, expr: &Expr) {
        if starts_with_block(expr) { self.parenthesised(expr) } else { self.expr(expr) }
    }

    fn parenthesised(&mut self, expr: &Expr) {
        self.put("(");
        self.expr(expr);
        self.put(")");
    }

    fn at_least(&mut self, needed: u8, expr: &Expr) {
        if level::of(expr) < needed { self.parenthesised(expr) } else { self.expr(expr) }
    }

    /// Where `{` starts a body: the condition of an `if`, the value of a `match`.
    fn head(&mut self, expr: &Expr) {
        if exposes_struct(expr) { self.parenthesised(expr) } else { self.expr(expr) }
    }

    fn postfix(&mut self, expr: &Expr) {
        match expr {
            Expr::Call(f, args) => {
                if matches!(**f, Expr::Field(..)) {
                    self.parenthesised(f)
                } else {
                    self.at_least(level::POSTFIX, f)
                }
                self.put("(");
                self.list(args, Self::expr);
                self.put(")");
            }
            Expr::Method(base, name, types, args) => {
                self.at_least(level::POSTFIX, base);
                self.put(&format!(".{name}"));
                if !types.is_empty() {
                    self.put("::<");
                    self.list(types, Self::ty);
                    self.put(">");
                }
                self.put("(");
                self.list(args, Self::expr);
                self.put(")");
            }
            Expr::Field(base, name) => {
                self.at_least(level::POSTFIX, base);
                self.put(&format!(".{name}"));
            }
            Expr::Index(base, index) => {
                self.at_least(level::POSTFIX, base);
                self.put("[");
                self.expr(index);
                self.put("]");
            }
            Expr::Try(base) => {
                self.at_least(level::POSTFIX, base);
                self.put("?");
            }
            other => self.expr(other),
        }
    }

    fn prefix(&mut self, expr: &Expr) {
        let (symbol, inner) = match expr {
            Expr::Unary(UnOp::Neg, inner) => ("-", inner),
            Expr::Unary(UnOp::Not, inner) => ("!", inner),
            Expr::Unary(UnOp::Deref, inner) => ("*", inner),
            Expr::Ref(false, inner) => ("&", inner),
            Expr::Ref(true, inner) => ("&mut ", inner),
            Expr::RawRef(false, inner) => ("&raw const ", inner),
            Expr::RawRef(true, inner) => ("&raw mut ", inner),
            other => return self.expr(other),
        };
        self.put(symbol);
        // `- -x` and `& &x` must not run together.
        let doubled = matches!((symbol, &**inner), ("-", Expr::Lit(_)) if level::of(inner) == level::PREFIX)
            || matches!((symbol, &**inner), ("-", Expr::Unary(UnOp::Neg, _)));
        if doubled { self.parenthesised(inner) } else { self.at_least(level::PREFIX, inner) }
    }

    fn binary(&mut self, op: BinOp, a: &Expr, b: &Expr) {
        let own = level::of_operator(op);
        let left = if op.is_comparison() { own + 1 } else { own };
        let type_before_angle = matches!(op, BinOp::Lt | BinOp::Shl) && level::ends_with_type(a);
        // A closure, a jump or a `let` on the left would swallow the operator.
        if type_before_angle || (matches!(op, BinOp::Or) && matches!(a, Expr::Let(..))) {
            self.parenthesised(a);
        } else {
            self.at_least(left, a);
        }
        self.put(&format!(" {} ", op.symbol()));
        self.at_least(own + 1, b);
    }

    fn assignment(&mut self, target: &Expr, symbol: &str, value: &Expr) {
        self.at_least(level::RANGE, target);
        self.put(&format!(" {symbol} "));
        self.expr(value);
    }

    fn range(&mut self, from: Option<&Expr>, to: Option<&Expr>, inclusive: bool) {
        if let Some(from) = from {
            self.at_least(level::OR, from);
        }
        self.put(if inclusive { "..=" } else { ".." });
        if let Some(to) = to {
            self.at_least(level::OR, to);
        }
    }

    fn struct_expr(&mut self, path: &str, fields: &[FieldInit], rest: Option<&Expr>) {
        self.put(&format!("{path} {{ "));
        for FieldInit { name, value } in fields {
            match value {
                Expr::Path(text) if text == name => self.put(name),
                value => {
                    self.put(&format!("{name}: "));
                    self.expr(value);
                }
            }
            self.put(", ");
        }
        if let Some(rest) = rest {
            self.put("..");
            self.expr(rest);
        }
        self.put("}");
    }

    fn closure(&mut self, closure: &Closure) {
        self.put(if closure.move_ { "move |" } else { "|" });
        self.list(&closure.params, |this, (pat, ty)| {
            this.pat(pat);
            if let Some(ty) = ty {
                this.put(": ");
                this.ty(ty);
            }
        });
        self.put("| ");
        if let Some(ret) = &closure.ret {
            self.put("-> ");
            self.ty(ret);
            self.put(" ");
            if !matches!(*closure.body, Expr::Block(_)) {
                self.put("{ ");
                self.statement_expr(&closure.body);
                return self.put(" }");
            }
        }
        self.expr(&closure.body);
    }

    fn jump(&mut self, expr: &Expr) {
        let (word, label, value) = match expr {
            Expr::Break(label, value) => ("break", label.as_deref(), value.as_deref()),
            Expr::Continue(label) => ("continue", label.as_deref(), None),
            Expr::Return(value) => ("return", None, value.as_deref()),
            other => return self.expr(other),
        };
        self.put(word);
        if let Some(label) = label {
            self.put(&format!(" '{label}"));
        }
        if let Some(value) = value {
            self.put(" ");
            // `break 'a {` is fine, but a labelled value must not be read as the label of the break.
            if matches!(value, Expr::Loop(Some(_), _) | Expr::While(Some(_), ..) | Expr::LabeledBlock(..)) {
                self.parenthesised(value);
            } else {
                self.expr(value);
            }
        }
    }

    fn label(&mut self, label: Option<&str>) {
        if let Some(label) = label {
            self.put(&format!("'{label}: "));
        }
    }

    fn control(&mut self, expr: &Expr) {
        match expr {
            Expr::Block(block) => self.block(block),
            Expr::LabeledBlock(label, block) => {
                self.label(Some(label));
                self.block(block);
            }
            Expr::Unsafe(block) => {
                self.put("unsafe ");
                self.block(block);
            }
            Expr::If(cond, then, otherwise) => self.if_expr(cond, then, otherwise.as_deref()),
            Expr::Let(pat, value) => {
                self.put("let ");
                self.pat(pat);
                self.put(" = ");
                // Lazy operators would be read as the next link of a `let` chain.
                if level::of(value) <= level::AND { self.parenthesised(value) } else { self.head(value) }
            }
            Expr::Match(value, arms) => {
                self.put("match ");
                self.head(value);
                self.put(" {\n");
                arms.iter().for_each(|arm| self.arm(arm));
                self.put("}");
            }
            Expr::Loop(label, body) => {
                self.label(label.as_deref());
                self.put("loop ");
                self.block(body);
            }
            Expr::While(label, cond, body) => {
                self.label(label.as_deref());
                self.put("while ");
                self.head(cond);
                self.put(" ");
                self.block(body);
            }
            Expr::For(label, pat, iter, body) => {
                self.label(label.as_deref());
                self.put("for ");
                self.pat(pat);
                self.put(" in ");
                self.head(iter);
                self.put(" ");
                self.block(body);
            }
            other => self.parenthesised(other),
        }
    }

    fn if_expr(&mut self, cond: &Expr, then: &crate::Block, otherwise: Option<&Expr>) {
        self.put("if ");
        self.head(cond);
        self.put(" ");
        self.block(then);
        match otherwise {
            None => {}
            Some(chain @ (Expr::If(..) | Expr::Block(_))) => {
                self.put(" else ");
                self.control(chain);
            }
            Some(other) => {
                self.put(" else { ");
                self.statement_expr(other);
                self.put(" }");
            }
        }
    }

    fn arm(&mut self, arm: &Arm) {
        self.mark_attribute(&arm.comments, arm.origin);
        self.pat(&arm.pat);
        if let Some(guard) = &arm.guard {
            self.put(" if ");
            self.expr(guard);
        }
        self.put(" => ");
        self.statement_expr(&arm.body);
        self.put(",\n");
    }
}
