//! Attributes and methods of arrays.

use super::array::Arr;
use super::convert::{bind, dtype, given, int, need, python, refuse, to_list};
use super::dtype::DType;
use super::object::{NdArray, array, result};
use super::{create, linalg, math, shape, stats};
use crate::exc::err;
use crate::func::{Args, NativeCode, pos};
use crate::value::{Name, R, Value};

/// The result of a reduction with the reduced axes kept as axes of length 1.
pub fn kept(out: Arr, a: &Arr, axes: &[usize]) -> Arr {
    let mut out = out;
    let mut axes = axes.to_vec();
    axes.sort_unstable();
    for axis in axes {
        out.shape.insert(axis.min(out.ndim()), 1);
        out.strides.insert(axis.min(out.strides.len()), 0);
    }
    let _ = a;
    out
}

/// An attribute.
///
/// # Errors
/// What is not there is refused.
pub fn attribute(a: &Arr, this: &Value, name: Name) -> R<Option<Value>> {
    let sizes = |all: &[usize]| Value::tuple(all.iter().map(|n| Value::from(*n)).collect());
    Ok(Some(match name {
        "shape" => sizes(&a.shape),
        "ndim" => Value::from(a.ndim()),
        "size" => Value::from(a.size()),
        "dtype" => super::object::dtype(a.dtype()),
        "T" => result_like(a, a.t())?,
        "itemsize" => Value::from(a.dtype().size()),
        "nbytes" => Value::from(a.size() * a.dtype().size()),
        "strides" => {
            let bytes = a.dtype().size() as i64;
            Value::tuple(a.strides.iter().map(|s| Value::Int(*s as i64 * bytes)).collect())
        }
        "real" | "imag" if a.dtype() == DType::C128 && a.ndim() > 0 => array(part_copy(a, name == "imag")?),
        "real" => result_like(a, math::part(a, false)?)?,
        "imag" => result_like(a, math::part(a, true)?)?,
        "flat" => crate::builtins::iter(&pos(&[array(a.reshaped(&[a.size()])?)]))?,
        "base" | "flags" | "data" | "ctypes" => return refuse(&format!("numpy.ndarray.{name}")),
        _ if function(name).is_some() || OWN.contains(&name) => crate::attr::bound(this.clone(), Value::Unbound, name),
        _ => return Ok(None),
    }))
}

/// Parts of complex arrays are views in NumPy; here they are copies, which nothing may be written to.
fn part_copy(a: &Arr, imaginary: bool) -> R<Arr> {
    math::part(a, imaginary)
}

fn result_like(a: &Arr, out: Arr) -> R {
    if a.ndim() == 0 { result(out) } else { Ok(array(out)) }
}

/// Binds an attribute; false when it cannot.
pub fn set_attribute(this: &NdArray, name: Name, value: &Value) -> bool {
    if name == "shape" {
        let a = this.arr();
        let done = super::convert::ints(value).and_then(|sizes| shape::reshape_to(&a, &sizes));
        if let Ok(done) = done
            && done.shares(&a)
        {
            *this.0.borrow_mut() = done;
            return true;
        }
        return false;
    }
    crate::run::hole(&format!("batuta: PY0102 numpy.ndarray.{name} set by a program is not in the runtime"))
}

/// Methods that are no functions of the module.
const OWN: &[&str] = &[
    "astype",
    "tolist",
    "item",
    "fill",
    "flatten",
    "copy",
    "sort",
    "reshape",
    "transpose",
    "view",
    "tobytes",
    "__int__",
    "__float__",
    "__index__",
    "__len__",
    "__format__",
    "resize",
    "setflags",
    "itemset",
];

/// The function of the module that a method stands for.
fn function(name: Name) -> Option<NativeCode> {
    Some(match name {
        "sum" => stats::sum,
        "prod" => stats::prod,
        "mean" => stats::mean,
        "std" => stats::std,
        "var" => stats::var,
        "min" => stats::min,
        "max" => stats::max,
        "argmin" => stats::argmin,
        "argmax" => stats::argmax,
        "any" => stats::any,
        "all" => stats::all,
        "cumsum" => stats::cumsum,
        "cumprod" => stats::cumprod,
        "argsort" => stats::argsort,
        "nonzero" => stats::nonzero,
        "take" => stats::take,
        "searchsorted" => stats::searchsorted,
        "clip" => math::clip,
        "round" => math::round,
        "conj" | "conjugate" => math::conj,
        "ravel" => shape::ravel,
        "repeat" => shape::repeat,
        "squeeze" => shape::squeeze,
        "swapaxes" => shape::swapaxes,
        "diagonal" => shape::diagonal,
        "trace" => linalg::trace,
        "dot" => linalg::dot,
        "__round__" => math::round,
        _ => return None,
    })
}

/// Calls a method; none when there is none of this name.
pub fn call(this: &NdArray, value: &Value, name: Name, args: &Args) -> Option<R> {
    if let Some(done) = own(this, name, args) {
        return Some(done);
    }
    if OWN.contains(&name) {
        let text = format!("'numpy.ndarray' object has no attribute '{name}'");
        return Some(err("AttributeError", text));
    }
    let f = function(name)?;
    let all: Vec<Value> = std::iter::once(array(this.arr())).chain(args.pos.iter().cloned()).collect();
    let _ = value;
    if name == "clip" {
        let renamed: Vec<(Name, Value)> = args.kw.to_vec();
        return Some(f(&Args { pos: &all, kw: &renamed }));
    }
    Some(f(&Args { pos: &all, kw: args.kw }))
}

fn only(a: &Arr, what: &str) -> R {
    if a.size() != 1 {
        return err("TypeError", format!("only 0-dimensional arrays can be converted to Python scalars ({what})"));
    }
    Ok(python(a.compact()?.only()?))
}

fn own(this: &NdArray, name: Name, args: &Args) -> Option<R> {
    let a = this.arr();
    let run = || -> R<Option<Value>> {
        Ok(Some(match name {
            "astype" => {
                let [kind, copy] = bind(args, "ndarray.astype", ["dtype", "copy"])?;
                let kind = dtype(&need(kind, "astype", "dtype")?)?;
                if given(copy).is_some_and(|c| !c.truth().unwrap_or(true)) && kind == a.dtype() {
                    return Ok(Some(array(a)));
                }
                result_like(&a, a.cast(kind)?)?
            }
            "tolist" => to_list(&a)?,
            "item" => match args.pos {
                [] if a.size() == 1 => python(a.compact()?.only()?),
                [] => return err("ValueError", "can only convert an array of size 1 to a Python scalar"),
                [Value::Int(n)] => {
                    let flat = a.reshaped(&[a.size()])?;
                    let found = super::index::get(&flat, &Value::Int(*n))?;
                    python(super::convert::item_of(&found)?)
                }
                all => {
                    let found = super::index::get(&a, &Value::tuple(all.to_vec()))?;
                    python(super::convert::item_of(&found)?)
                }
            },
            "fill" => {
                super::index::set(&a, &Value::Ellipsis, args.at(0, "fill")?)?;
                Value::None
            }
            "flatten" => {
                if !args.pos.is_empty() || !args.kw.is_empty() {
                    return refuse("numpy.ndarray.flatten with an order");
                }
                array(shape::flattened(&a)?)
            }
            "copy" | "__copy__" => result_like(&a, a.copy()?)?,
            "sort" => {
                let [at, kind] = bind(args, "ndarray.sort", ["axis", "kind"])?;
                let _ = kind;
                let at = super::convert::axis(at.map_or(Ok(-1), |n| int(&n))?, a.ndim())?;
                a.assign(&stats::sorted(&a, Some(at))?)?;
                Value::None
            }
            "reshape" => {
                if !args.kw.is_empty() {
                    return refuse("numpy.ndarray.reshape with an order");
                }
                let sizes = match args.pos {
                    [one] => super::convert::ints(one)?,
                    all => all.iter().map(int).collect::<R<_>>()?,
                };
                array(shape::reshape_to(&a, &sizes)?)
            }
            "transpose" => {
                let order = match args.pos {
                    [] => Value::None,
                    [one] => one.clone(),
                    all => Value::tuple(all.to_vec()),
                };
                shape::transpose(&pos(&[array(a), order]))?
            }
            "__int__" => match only(&a, "int")? {
                Value::Float(x) => crate::construct::int(&pos(&[Value::Float(x)]))?,
                other => crate::construct::int(&pos(&[other]))?,
            },
            "__float__" => crate::construct::float(&pos(&[only(&a, "float")?]))?,
            "__index__" if a.dtype().is_int() && a.ndim() == 0 => only(&a, "index")?,
            "__complex__" => only(&a, "complex")?,
            "__len__" => match a.shape.first() {
                Some(n) => Value::from(*n),
                None => return err("TypeError", "len() of unsized object"),
            },
            "__format__" => {
                let spec = args.pos.first().and_then(Value::as_str).unwrap_or("");
                if a.ndim() > 0 && !spec.is_empty() {
                    return err("TypeError", "unsupported format string passed to numpy.ndarray.__format__");
                }
                if spec.is_empty() {
                    Value::str(super::print::text(&a)?)
                } else {
                    Value::str(crate::format::format(&python(a.only()?), spec)?)
                }
            }
            "view" | "tobytes" | "resize" | "setflags" | "itemset" | "dump" | "byteswap" | "partition"
            | "argpartition" | "choose" | "compress" | "put" | "tofile" => {
                return refuse(&format!("numpy.ndarray.{name}"));
            }
            _ => return Ok(None),
        }))
    };
    let _ = create::asarray;
    match run() {
        Ok(None) => None,
        Ok(Some(value)) => Some(Ok(value)),
        Err(raised) => Some(Err(raised)),
    }
}
