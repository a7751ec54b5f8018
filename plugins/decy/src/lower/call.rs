//! Calls.

use super::{Lower, Why};
use crate::codes;
use crate::hir::{Callee, Expr as HExpr, ExprKind, FunctionId, Signature, Type};
use batuta_rust_ir as rir;
use batuta_rust_ir::{Block, Expr, Pat, Stmt};
use batuta_text::Origin;
use std::rc::Rc;

/// Functions that save and restore the machine's state.
const JUMPS: &[&str] = &[
    "__batuta_setjmp",
    "__batuta_longjmp",
    "setjmp",
    "_setjmp",
    "sigsetjmp",
    "__sigsetjmp",
    "longjmp",
    "siglongjmp",
    "_longjmp",
    "vfork",
    "makecontext",
];

/// C library functions that may be called without a declaration: they give an `int` or nothing.
const UNDECLARED: &[&str] = &[
    "printf", "puts", "putchar", "exit", "abort", "strcmp", "strncmp", "memcmp", "atoi", "abs", "scanf", "sprintf",
    "getchar", "fprintf", "fflush", "fclose", "rand", "srand", "snprintf", "sscanf", "system", "remove", "rename",
    "isdigit", "isalpha", "isspace", "toupper", "tolower", "free", "qsort", "fputs", "fputc", "putc", "getc", "fgetc",
    "sleep", "lseek", "fchmod", "fchown", "close", "write", "read", "unlink",
];

/// Functions that gcc computes itself.
const INLINED: &[&str] = &["abs", "labs", "llabs"];

impl Lower<'_> {
    pub(super) fn call(&mut self, callee: &Callee, args: &[HExpr], ty: &Type, origin: Origin) -> Expr {
        let (stmts, args) = self.in_order(args);
        let call = match callee {
            Callee::Direct(id) => self.direct(*id, &args, ty, origin),
            Callee::Indirect(target) => self.indirect(target, &args, ty),
        };
        if stmts.is_empty() { call } else { Expr::Block(Block::new(stmts).tail(call)) }
    }

    /// Arguments whose order can be observed are evaluated from the last to the first, as gcc does on x86-64.
    pub(super) fn in_order(&mut self, args: &[HExpr]) -> (Vec<Stmt>, Vec<HExpr>) {
        let conflict = (0..args.len()).any(|at| (0..at).any(|before| self.conflict(&args[before], &args[at])));
        if !conflict {
            return (vec![], args.to_vec());
        }
        let mut stmts = vec![];
        let mut out = args.to_vec();
        for (at, arg) in out.iter_mut().enumerate().rev() {
            if !args.iter().enumerate().any(|(other, value)| other != at && self.conflict(value, arg)) {
                continue;
            }
            if let ExprKind::Lend { from, .. } = &mut arg.kind {
                if let Some(from) = from.as_mut().filter(|from| !super::expr::is_simple(from)) {
                    let (stmt, saved) = self.saved(from, "index");
                    stmts.push(stmt);
                    **from = saved;
                }
                continue;
            }
            let (stmt, saved) = self.saved(arg, "argument");
            stmts.push(stmt);
            *arg = saved;
        }
        (stmts, out)
    }

    fn direct(&mut self, id: FunctionId, args: &[HExpr], ty: &Type, origin: Origin) -> Expr {
        let function = self.program.function(id);
        let linked = function.body.is_some() || self.links.functions.contains_key(&function.name);
        if !linked && let Some(call) = self.va_call(&function.name, args) {
            return call;
        }
        if INLINED.contains(&function.name.as_str())
            && let Some(call) = self.library(&function.name, args, ty)
        {
            // gcc has these built in, whatever the program defines under the name.
            return call;
        }
        if !linked && let Some(jump) = self.longjmp(&function.name, args) {
            return jump;
        }
        if !linked {
            if JUMPS.contains(&function.name.as_str()) {
                let name = function.name.trim_start_matches("__batuta_");
                return self.hole(codes::SETJMP, &format!("`{name}` cannot be converted"), ty, origin);
            }
            let counted = if function.body.is_none() { self.counted_output(&function.name, args) } else { None };
            if let Some(call) = counted.or_else(|| self.library(&function.name, args, ty)) {
                return call;
            }
            if let Some(call) = self.long_call(id, args, ty, origin) {
                return call;
            }
        }
        let signature = function.signature.clone();
        self.note_function(id);
        let path = Expr::path(self.names.function(id).to_owned());
        if linked {
            return self.own(path, &signature, args, ty, origin);
        }
        if !super::safe::is_safe(function) {
            self.need(Why::Library(function.name.clone()));
        }
        if self.links.alone && !function.library && !crate::front::is_known_function(&function.name) {
            let reason = format!("nobody defines `{}`", function.name);
            self.used_functions.remove(&id);
            return self.hole(codes::UNDEFINED, &reason, ty, origin);
        }
        if signature.prototyped {
            let mut lowered = self.arguments(&signature, args, true);
            if super::library::sets_errno(&function.name) {
                // What rustc computes itself leaves `errno` as it was.
                lowered = lowered.into_iter().map(|arg| Expr::call_path("std::hint::black_box", vec![arg])).collect();
            }
            return Expr::call(path, lowered);
        }
        if !UNDECLARED.contains(&function.name.as_str()) && !self.is_empty_call(&signature, args) {
            let reason = format!("`{}` is called without a declaration of its parameters", function.name);
            return self.hole(codes::CALL, &reason, ty, origin);
        }
        self.undeclared(path, &signature, args)
    }

    /// `longjmp`, which unwinds.
    fn longjmp(&mut self, name: &str, args: &[HExpr]) -> Option<Expr> {
        let ("__batuta_longjmp", [buffer, value]) = (name, args) else { return None };
        self.uses_runtime = true;
        self.need(Why::Library("longjmp".into()));
        let (buffer, value) = (self.expr(buffer), self.expr(value));
        let buffer = buffer.method("cast_const", vec![]).method("cast", vec![]);
        Some(Expr::call_path("c_rt::jump", vec![buffer, value]))
    }

    fn is_empty_call(&self, signature: &Signature, args: &[HExpr]) -> bool {
        args.is_empty() && signature.params.is_empty()
    }

    /// A function of the project.
    fn own(&mut self, path: Expr, signature: &Signature, args: &[HExpr], ty: &Type, origin: Origin) -> Expr {
        let count = signature.params.len();
        if args.len() < count || (args.len() > count && !signature.variadic && signature.prototyped) {
            return self.hole(codes::CALL, "the number of arguments differs from the definition", ty, origin);
        }
        let mut lowered: Vec<Expr> =
            args.iter().zip(&signature.params).map(|(arg, param)| self.expr_as(arg, param)).collect();
        if signature.variadic {
            self.uses_runtime = true;
            lowered.push(self.slots(&args[count..]));
        }
        Expr::call(path, lowered)
    }

    /// `va_start` as a statement.
    pub(super) fn va_start(&mut self, id: FunctionId, args: &[HExpr]) -> Option<Stmt> {
        let function = self.program.function(id);
        let [list] = args else { return None };
        if function.name != "__batuta_va_start" {
            return None;
        }
        let value = match self.f.va.clone() {
            Some(name) => Expr::path(name),
            None => self.zero(&Type::VaList),
        };
        let target = crate::hir::Place {
            kind: crate::hir::PlaceKind::Deref(Box::new(list.clone())),
            ty: list.ty.pointee().cloned().unwrap_or(Type::VaList),
            origin: list.origin,
        };
        let target = self.place(&target);
        Some(Stmt::assign(target, value))
    }

    /// `va_arg` of a type: the place where the argument lies.
    pub(super) fn va_next(&mut self, pointer: &HExpr, ty: &Type) -> Option<Expr> {
        let ExprKind::Cast(inner) = &pointer.kind else { return None };
        let ExprKind::Call { callee: Callee::Direct(id), args } = &inner.kind else { return None };
        if self.program.function(*id).name != "__batuta_va_next" {
            return None;
        }
        self.uses_runtime = true;
        let list = self.expr(args.first()?);
        let text = self.ty_text(ty);
        Some(self.risky(Why::Arguments, Expr::call_path(format!("c_rt::VaList::next::<{text}>"), vec![list])))
    }

    /// `va_arg` where its type cannot be seen.
    fn va_call(&mut self, name: &str, args: &[HExpr]) -> Option<Expr> {
        match (name, args) {
            ("__batuta_va_next", [list, size, align]) => {
                let list = self.expr(list);
                self.uses_runtime = true;
                let (size, align) = (self.index_value(size), self.index_value(align));
                Some(self.risky(Why::Arguments, Expr::call_path("c_rt::VaList::next_bytes", vec![list, size, align])))
            }
            _ => None,
        }
    }

    /// Variable arguments as a list over slots.
    fn slots(&mut self, args: &[HExpr]) -> Expr {
        let wide = |ty: &Type| match ty {
            Type::Int(int) => int.bits > 64,
            Type::Record(_) | Type::Array(..) | Type::LongDouble => true,
            _ => false,
        };
        if !args.iter().any(|arg| wide(&arg.ty)) {
            let rest = args.iter().map(|arg| self.word(arg)).collect();
            return Expr::call_path("c_rt::VaList::new", vec![Expr::Array(rest).ref_()]);
        }
        let mut out = Expr::call_path("c_rt::Slots::new", vec![]);
        for arg in args {
            out = if wide(&arg.ty) {
                let value = self.receiver(arg);
                out.method("value", vec![value])
            } else {
                let word = self.word(arg);
                out.method("word", vec![word])
            };
        }
        out.method("list", vec![])
    }

    /// An argument as one of the eight-byte slots that variable arguments are read from.
    fn word(&mut self, arg: &HExpr) -> Expr {
        let word = rir::Type::path("u64");
        if arg.ty == Type::Double {
            return self.receiver(arg).method("to_bits", vec![]);
        }
        let value = self.expr(arg);
        match &arg.ty {
            Type::Float => value.cast(rir::Type::path("f64")).method("to_bits", vec![]),
            Type::Int(int) => {
                let value = super::arith::typed(value, *int);
                if int.bits == 64 && !int.signed { value } else { value.cast(word) }
            }
            Type::Bool => value.cast(word),
            Type::Pointer { .. } if arg.ty.function_pointer().is_some() => {
                let text = self.ty_text(&arg.ty);
                self.risky(
                    Why::FunctionPointer,
                    Expr::call_path(format!("std::mem::transmute::<{text}, usize>"), vec![value]).cast(word),
                )
            }
            Type::Pointer { .. } if super::expr::is_null(arg) => Expr::int(0),
            Type::Pointer { .. } => value.cast(word),
            ty => {
                let ty = ty.clone();
                let hole = self.hole(
                    codes::UNSUPPORTED,
                    "a structure among variable arguments cannot be converted",
                    &Type::SIZE,
                    arg.origin,
                );
                let _ = ty;
                hole
            }
        }
    }

    /// Arguments for a function with this signature; those beyond it keep their own types.
    fn arguments(&mut self, signature: &Signature, args: &[HExpr], to_c: bool) -> Vec<Expr> {
        let mut out = vec![];
        for (at, arg) in args.iter().enumerate() {
            let value = match signature.params.get(at) {
                Some(Type::VaList) if to_c => self.va_address(arg),
                Some(param) => self.expr_as(arg, param),
                None => self.loose(arg),
            };
            out.push(value);
        }
        out
    }

    /// A variable argument list for C: its address.
    fn va_address(&mut self, arg: &HExpr) -> Expr {
        if let ExprKind::Load(place) = &arg.kind {
            let place = self.place(place);
            return Expr::RawRef(true, Box::new(place));
        }
        let value = self.expr(arg);
        Expr::call_path("std::ptr::from_mut", vec![value.ref_mut()])
    }

    /// An argument whose type nothing else says.
    pub(super) fn loose(&mut self, arg: &HExpr) -> Expr {
        if let Type::Pointer { .. } = arg.ty
            && super::expr::is_null(arg)
        {
            self.uses_c_void = true;
            return Expr::call_path("std::ptr::null_mut::<c_void>", vec![]);
        }
        let value = self.expr(arg);
        match (&arg.ty, value) {
            (Type::Int(int), value @ Expr::Lit(_)) if *int != crate::hir::Int::I32 => super::arith::typed(value, *int),
            (Type::Bool, value) => value.cast(rir::Type::path("i32")),
            (_, value) => value,
        }
    }

    /// A C library function that was not declared with its parameters.
    fn undeclared(&mut self, path: Expr, signature: &Signature, args: &[HExpr]) -> Expr {
        if args.is_empty() {
            return Expr::call(path, vec![]);
        }
        let ret = self.ret_text(&signature.ret);
        let first = self.ty_text(&args[0].ty);
        let abi = self.abi();
        let from = format!("unsafe extern \"{abi}\" fn(){ret}");
        let to = format!("unsafe extern \"{abi}\" fn({first}, ...){ret}");
        let args = args.iter().map(|arg| self.loose(arg)).collect();
        Expr::call(Expr::call_path(format!("std::mem::transmute::<{from}, {to}>"), vec![path]), args)
    }

    pub(super) fn ret_text(&mut self, ret: &Type) -> String {
        if *ret == Type::Void { String::new() } else { format!(" -> {}", self.ty_text(ret)) }
    }

    fn indirect(&mut self, target: &HExpr, args: &[HExpr], _ty: &Type) -> Expr {
        let signature = match target.ty.function_pointer() {
            Some(signature) => signature.clone(),
            None => Rc::new(Signature { ret: Type::Void, params: vec![], variadic: false, prototyped: true }),
        };
        let pointer = if super::expr::is_null(target) {
            let text = self.ty_text(&target.ty);
            Expr::path("None").cast(rir::Type::verbatim(text))
        } else {
            self.expr(target)
        };
        let plain = signature.prototyped || args.is_empty();
        if !plain {
            self.converted.push((*signature).clone());
        }
        if !plain || !self.is_safe_type(&signature) {
            self.need(Why::Indirect);
        }
        self.stops = true;
        let function = pointer.method("unwrap", vec![]);
        if signature.prototyped || args.is_empty() {
            let fixed = if signature.variadic { signature.params.len().min(args.len()) } else { args.len() };
            let mut lowered = self.arguments(&signature, &args[..fixed], false);
            if signature.variadic {
                self.uses_runtime = true;
                // Functions of the system are called with one less where it has no meaning.
                let none = [HExpr::new(ExprKind::Int(0), Type::SIZE, target.origin)];
                lowered.push(self.slots(if args.len() > fixed { &args[fixed..] } else { &none }));
            }
            return Expr::call(function, lowered);
        }
        let ret = self.ret_text(&signature.ret);
        let abi = self.abi();
        let from = format!("unsafe extern \"{abi}\" fn(){ret}");
        let types: Vec<String> = args.iter().map(|arg| self.ty_text(&arg.ty)).collect();
        let to = format!("unsafe extern \"{abi}\" fn({}){ret}", types.join(", "));
        let args = args.iter().map(|arg| self.expr(arg)).collect();
        Expr::call(Expr::call_path(format!("std::mem::transmute::<{from}, {to}>"), vec![function]), args)
    }

    /// Remember that a function is mentioned.
    pub(super) fn note_function(&mut self, id: FunctionId) {
        let function = self.program.function(id);
        self.mentioned_functions.insert(id);
        self.f.callees.insert(self.names.function(id).to_owned());
        if function.body.is_none() && !self.links.functions.contains_key(&function.name) {
            self.used_functions.insert(id);
        }
    }

    /// Bind `value` to a fresh name.
    pub(super) fn bind(&mut self, wanted: &str, ty: Option<rir::Type>, value: Expr) -> (Stmt, String) {
        let name = self.temporary(wanted);
        (Stmt::let_(Pat::name(name.clone()), ty, value), name)
    }
}
