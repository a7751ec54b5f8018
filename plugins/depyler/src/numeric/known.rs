//! Functions and methods whose results are known by element type and extents.

use super::infer::Infer;
use super::types::{self, Kind, Shape, Ty};
use crate::hir::{Arg, Expr, ExprKind};

/// The arguments of a call by position and by name.
pub(super) struct Args<'a>(pub(super) &'a [Arg]);

impl<'a> Args<'a> {
    /// The argument at a position or of a name.
    pub(super) fn get(&self, at: usize, name: &str) -> Option<&'a Expr> {
        let by_name = self.0.iter().find_map(|a| match a {
            Arg::Named(n, e) if n == name => Some(e),
            _ => None,
        });
        let mut by_place = self.0.iter().filter_map(|a| if let Arg::Pos(e) = a { Some(e) } else { None });
        by_name.or_else(|| by_place.nth(at))
    }

    fn named(&self, name: &str) -> bool {
        self.0.iter().any(|a| matches!(a, Arg::Named(n, _) if n == name))
    }

    /// Whether the places of arguments are known.
    pub(super) fn plain(&self) -> bool {
        self.0.iter().all(|a| match a {
            Arg::Pos(e) => !matches!(e.kind, ExprKind::Star(_)),
            Arg::Named(..) => true,
            Arg::Mapping(_) => false,
        })
    }
}

impl Infer<'_> {
    /// The element type that an argument names.
    fn kind(&self, e: Option<&Expr>, otherwise: Option<Kind>) -> Option<Kind> {
        let Some(e) = e else { return otherwise };
        let name = match &e.kind {
            ExprKind::Attr(base, name) if self.is_numpy(base) => name.as_str(),
            ExprKind::Name(name) => name.as_str(),
            ExprKind::Str(name) => name.as_str(),
            _ => return None,
        };
        Some(match name {
            "float64" | "float" | "double" | "float_" => Kind::F64,
            "float32" => Kind::F32,
            "int64" | "int" | "int_" => Kind::I64,
            "int32" => Kind::I32,
            "uint8" => Kind::U8,
            "bool" | "bool_" => Kind::Bool,
            "complex128" | "complex" => Kind::C128,
            _ => return None,
        })
    }

    /// Extents from an argument: an int, a tuple of ints, the shape of an array.
    fn extents(&self, e: Option<&Expr>) -> Option<Shape> {
        match self.seen(e?) {
            Ty::Int(n) => Some(vec![n]),
            Ty::Tuple(items) => items.iter().map(|t| if let Ty::Int(n) = t { Some(*n) } else { None }).collect(),
            _ => None,
        }
    }

    fn seen_or(&self, e: Option<&Expr>, otherwise: Ty) -> Ty {
        e.map_or(otherwise, |e| self.seen(e))
    }

    /// What `numpy.NAME(…)` gives.
    pub(super) fn numpy_call(&self, path: &str, args: &Args<'_>) -> Ty {
        if !args.plain() || args.named("out") || args.named("where") {
            return Ty::Any;
        }
        let made = |kind: Option<Kind>, shape: Option<Shape>| match (kind, shape) {
            (Some(kind), Some(shape)) if !shape.is_empty() => Ty::Array(kind, shape),
            _ => Ty::Any,
        };
        let first = self.seen_or(args.get(0, "a"), Ty::Any);
        match path {
            "zeros" | "ones" | "empty" => {
                made(self.kind(args.get(1, "dtype"), Some(Kind::F64)), self.extents(args.get(0, "shape")))
            }
            "full" => {
                let fill = match self.seen_or(args.get(1, "fill_value"), Ty::Any) {
                    Ty::Float => Some(Kind::F64),
                    Ty::Int(_) => Some(Kind::I64),
                    _ => None,
                };
                made(self.kind(args.get(2, "dtype"), fill), self.extents(args.get(0, "shape")))
            }
            "zeros_like" | "ones_like" | "empty_like" | "copy" | "ascontiguousarray" => match first {
                Ty::Array(kind, shape) => made(self.kind(args.get(1, "dtype"), Some(kind)), Some(shape)),
                other => bottom(&other),
            },
            "eye" | "identity" => match self.extents(args.get(0, "N")) {
                Some(n) if n.len() == 1 && args.0.len() == 1 => Ty::Array(Kind::F64, vec![n[0], n[0]]),
                _ => Ty::Any,
            },
            "linspace" => {
                let n = args.get(2, "num").map_or(Ty::Int(Some(50)), |e| self.seen(e));
                match n {
                    Ty::Int(n) if !args.named("retstep") && !args.named("dtype") => Ty::Array(Kind::F64, vec![n]),
                    _ => Ty::Any,
                }
            }
            "arange" => self.arange(args),
            "array" | "asarray" => match (self.kind(args.get(1, "dtype"), None), self.listed(&first)) {
                (kind, Some((own, shape))) if args.get(1, "dtype").is_none() || kind.is_some() => {
                    Ty::array(kind.unwrap_or(own), shape)
                }
                _ => bottom(&first),
            },
            "sqrt" | "exp" | "log" | "tanh" | "sin" | "cos" | "tan" | "log1p" | "expm1" | "log2" | "log10"
            | "floor" | "ceil" => floated(&first),
            "abs" | "absolute" | "fabs" | "square" | "negative" | "round" | "clip" | "roll" | "sort" | "flip" => {
                same(&first, path)
            }
            "maximum" | "minimum" | "add" | "subtract" | "multiply" => {
                types::arithmetic(false, &first, &self.seen_or(args.get(1, "b"), Ty::Any))
            }
            "divide" | "true_divide" => types::arithmetic(true, &first, &self.seen_or(args.get(1, "b"), Ty::Any)),
            "dot" | "matmul" => types::product(&first, &self.seen_or(args.get(1, "b"), Ty::Any)),
            "sum" | "mean" | "min" | "max" | "amin" | "amax" | "std" | "var" | "prod" => {
                self.reduced(path, &first, args, 1)
            }
            "transpose" if args.0.len() == 1 => transposed(&first),
            "pad" => match first {
                Ty::Array(kind, shape) => Ty::Array(kind, vec![None; shape.len()]),
                other => bottom(&other),
            },
            "concatenate" | "column_stack" | "vstack" | "hstack" => self.joined(path, &first, args),
            "linalg.solve" => match (&first, self.seen_or(args.get(1, "b"), Ty::Any)) {
                (Ty::Array(Kind::F64, _), Ty::Array(Kind::F64, shape)) => Ty::Array(Kind::F64, shape),
                _ => Ty::Any,
            },
            "linalg.inv" | "linalg.cholesky" => same(&first, "abs"),
            "linalg.eigh" => match &first {
                Ty::Array(Kind::F64, shape) if shape.len() == 2 => {
                    Ty::Tuple(vec![Ty::Array(Kind::F64, vec![shape[0]]), first.clone()])
                }
                _ => Ty::Any,
            },
            "linalg.norm" if args.0.len() == 1 => Ty::Scalar(Kind::F64),
            "fft.fft" | "fft.rfft" if args.0.len() == 1 => match &first {
                Ty::Array(_, shape) if shape.len() == 1 => Ty::Array(Kind::C128, vec![None]),
                _ => Ty::Any,
            },
            "fft.irfft" if args.0.len() == 1 => match &first {
                Ty::Array(_, shape) if shape.len() == 1 => Ty::Array(Kind::F64, vec![None]),
                _ => Ty::Any,
            },
            "meshgrid" => {
                let lines: Vec<Ty> =
                    args.0.iter().filter_map(|a| if let Arg::Pos(e) = a { Some(self.seen(e)) } else { None }).collect();
                let floats = |t: &Ty| matches!(t, Ty::Array(Kind::F64, shape) if shape.len() == 1);
                if lines.len() == 2 && lines.iter().all(floats) && !args.named("sparse") {
                    return Ty::Tuple(vec![Ty::Array(Kind::F64, vec![None, None]); 2]);
                }
                Ty::Any
            }
            "random.default_rng" => Ty::Random,
            _ => Ty::Any,
        }
    }

    fn arange(&self, args: &Args<'_>) -> Ty {
        let parts: Vec<Ty> =
            args.0.iter().filter_map(|a| if let Arg::Pos(e) = a { Some(self.seen(e)) } else { None }).collect();
        let kind = match (args.get(9, "dtype"), parts.iter().fold(Ty::Bottom, |all, part| all.join(part))) {
            (Some(dtype), _) => self.kind(Some(dtype), None),
            (None, Ty::Int(_)) => Some(Kind::I64),
            (None, Ty::Float) => Some(Kind::F64),
            _ => None,
        };
        let n = match (parts.as_slice(), args.0.len()) {
            ([Ty::Int(n)], 1) => *n,
            _ => None,
        };
        kind.map_or(Ty::Any, |kind| Ty::Array(kind, vec![n]))
    }

    /// The element type and extents of an array made of a list, or of an array.
    fn listed(&self, t: &Ty) -> Option<(Kind, Shape)> {
        Some(match t {
            Ty::Int(_) => (Kind::I64, vec![]),
            Ty::Float => (Kind::F64, vec![]),
            Ty::Scalar(kind) => (*kind, vec![]),
            Ty::Array(kind, shape) => (*kind, shape.clone()),
            Ty::List(item) => {
                let (kind, mut shape) = self.listed(item)?;
                shape.insert(0, None);
                (kind, shape)
            }
            Ty::Tuple(items) => {
                let all = items.iter().fold(Ty::Bottom, |all, item| all.join(item));
                let (kind, mut shape) = self.listed(&all)?;
                shape.insert(0, u32::try_from(items.len()).ok());
                (kind, shape)
            }
            _ => return None,
        })
    }

    fn reduced(&self, name: &str, a: &Ty, args: &Args<'_>, place: usize) -> Ty {
        let Ty::Array(kind, shape) = a else { return bottom(a) };
        let kind = match (name, kind) {
            ("mean" | "std" | "var", kind) if *kind <= Kind::I64 => Kind::F64,
            ("sum" | "prod", kind) if *kind < Kind::I64 => Kind::I64,
            (_, kind) => *kind,
        };
        if args.named("dtype") || args.named("keepdims") {
            return Ty::Any;
        }
        match args.get(place, "axis") {
            None => Ty::Scalar(kind),
            Some(e) => match constant(e) {
                Some(axis) => {
                    let at = if axis < 0 { axis + shape.len() as i64 } else { axis };
                    let mut rest = shape.clone();
                    match usize::try_from(at) {
                        Ok(at) if at < rest.len() => drop(rest.remove(at)),
                        _ => return Ty::Any,
                    }
                    Ty::array(kind, rest)
                }
                None => Ty::Any,
            },
        }
    }

    /// Arrays put one behind the other.
    fn joined(&self, name: &str, parts: &Ty, args: &Args<'_>) -> Ty {
        let all = parts.element();
        let Ty::Array(kind, shape) = all else { return self.columns(name, parts) };
        let axis = args.get(1, "axis").map_or(Some(0), constant);
        match (name, axis) {
            ("column_stack", _) => self.columns(name, parts),
            ("concatenate", Some(axis)) if axis >= 0 && (axis as usize) < shape.len() => {
                let mut shape = shape;
                shape[axis as usize] = None;
                Ty::Array(kind, shape)
            }
            ("hstack", _) if shape.len() == 1 => Ty::Array(kind, vec![None]),
            ("vstack", _) if shape.len() == 2 => Ty::Array(kind, vec![None, shape[1]]),
            _ => Ty::Any,
        }
    }

    fn columns(&self, name: &str, parts: &Ty) -> Ty {
        let items = match parts {
            Ty::Tuple(items) => items.clone(),
            Ty::List(item) => vec![(**item).clone()],
            other => return bottom(other),
        };
        let floats = |t: &Ty| matches!(t, Ty::Array(Kind::F64, shape) if shape.len() <= 2);
        if name == "column_stack" && !items.is_empty() && items.iter().all(floats) {
            return Ty::Array(Kind::F64, vec![None, None]);
        }
        Ty::Any
    }

    /// What a method of an array or a generator gives.
    pub(super) fn method(&self, base: &Ty, name: &str, args: &Args<'_>) -> Ty {
        if !args.plain() {
            return Ty::Any;
        }
        match (base, name) {
            (Ty::Random, _) => self.random(name, args),
            (Ty::Array(..), "sum" | "mean" | "min" | "max" | "std" | "var" | "prod") => {
                self.reduced(name, base, args, 0)
            }
            (Ty::Array(_, shape), "astype") => {
                self.kind(args.get(0, "dtype"), None).map_or(Ty::Any, |kind| Ty::Array(kind, shape.clone()))
            }
            (Ty::Array(..), "copy" | "round" | "clip") => base.clone(),
            (Ty::Array(..), "transpose") if args.0.is_empty() => transposed(base),
            (Ty::Array(..), "dot") => types::product(base, &self.seen_or(args.get(0, "b"), Ty::Any)),
            (Ty::Array(kind, _), "ravel" | "flatten") => Ty::Array(*kind, vec![None]),
            (Ty::Array(kind, _), "reshape") => {
                let whole = args.get(0, "shape").and_then(|e| match self.seen(e) {
                    Ty::Tuple(_) => self.extents(Some(e)),
                    _ => None,
                });
                let each: Option<Shape> = args
                    .0
                    .iter()
                    .map(|a| match a {
                        Arg::Pos(e) => match self.seen(e) {
                            Ty::Int(n) => Some(n),
                            _ => None,
                        },
                        _ => None,
                    })
                    .collect();
                match whole.or(each) {
                    Some(shape) if !shape.is_empty() => Ty::Array(*kind, shape),
                    _ => Ty::Any,
                }
            }
            (Ty::Array(_, shape), "argmin" | "argmax") => match args.get(0, "axis").and_then(constant) {
                Some(_) if shape.len() == 2 => Ty::Array(Kind::I64, vec![None]),
                _ => Ty::Any,
            },
            _ => bottom(base),
        }
    }

    fn random(&self, name: &str, args: &Args<'_>) -> Ty {
        if name == "choice" || name == "integers" {
            return match (
                args.get(0, "a").map(|e| self.seen(e)),
                self.extents(args.get(if name == "choice" { 1 } else { 2 }, "size")),
            ) {
                (Some(Ty::Int(_)), Some(shape)) if !args.named("dtype") => Ty::array(Kind::I64, shape),
                _ => Ty::Any,
            };
        }
        let place = match name {
            "random" | "standard_normal" => 0,
            "normal" | "uniform" => 2,
            _ => return Ty::Any,
        };
        if args.named("dtype") || args.named("out") {
            return Ty::Any;
        }
        match args.get(place, "size") {
            None if args.0.is_empty() => Ty::Float,
            None => Ty::Any,
            Some(size) => self.extents(Some(size)).map_or(Ty::Any, |shape| Ty::array(Kind::F64, shape)),
        }
    }
}

/// What follows from a value of which nothing is seen, and from any other.
fn bottom(t: &Ty) -> Ty {
    if matches!(t, Ty::Bottom) { Ty::Bottom } else { Ty::Any }
}

/// The result of an elementary function.
fn floated(t: &Ty) -> Ty {
    match t {
        Ty::Array(Kind::I32 | Kind::I64, shape) => Ty::Array(Kind::F64, shape.clone()),
        Ty::Array(Kind::F32 | Kind::F64 | Kind::C128, _) => t.clone(),
        Ty::Int(_) | Ty::Float | Ty::Scalar(Kind::F64) => Ty::Scalar(Kind::F64),
        other => bottom(other),
    }
}

/// The result of a function that keeps the element type and the extents.
fn same(t: &Ty, name: &str) -> Ty {
    match t {
        Ty::Array(Kind::C128, shape) if matches!(name, "abs" | "absolute") => Ty::Array(Kind::F64, shape.clone()),
        Ty::Array(Kind::F64, _) => t.clone(),
        Ty::Array(..) if matches!(name, "roll" | "sort" | "flip") => t.clone(),
        Ty::Scalar(Kind::F64) => t.clone(),
        other => bottom(other),
    }
}

pub(super) fn transposed(t: &Ty) -> Ty {
    match t {
        Ty::Array(kind, shape) => Ty::Array(*kind, shape.iter().rev().copied().collect()),
        other => bottom(other),
    }
}

/// A constant int.
pub(super) fn constant(e: &Expr) -> Option<i64> {
    match &e.kind {
        ExprKind::Int(digits) => digits.parse().ok(),
        ExprKind::Unary(crate::hir::UnaryOp::Neg, inner) => Some(-constant(inner)?),
        _ => None,
    }
}
