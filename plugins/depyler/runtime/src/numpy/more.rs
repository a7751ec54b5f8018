//! Places in arrays, and functions applied to lines.

use super::array::{Arr, c_strides, count};
use super::convert::{arr, axis, bind, int, need, operand, refuse, shape};
use super::create::api;
use super::dtype::DType;
use super::object::{array, result};
use super::reduce::{last_axis, restore};
use crate::exc::err;
use crate::value::{R, Value};

/// Places of the elements of an `n` × `m` matrix that `keeps` names by row and column.
fn places(n: usize, m: usize, keeps: impl Fn(i64, i64) -> bool) -> Value {
    let all = || (0..n as i64).flat_map(|i| (0..m as i64).map(move |j| (i, j))).filter(|(i, j)| keeps(*i, *j));
    let (rows, columns) = (all().map(|p| p.0).collect::<Vec<i64>>(), all().map(|p| p.1).collect::<Vec<i64>>());
    Value::tuple(vec![array(Arr::line(rows)), array(Arr::line(columns))])
}

fn triangle(args: &crate::func::Args, name: &str, upper: bool) -> R {
    let [n, k, m] = bind(args, name, ["n", "k", "m"])?;
    let n = int(&need(n, name, "n")?)?.max(0) as usize;
    let k = k.map_or(Ok(0), |k| int(&k))?;
    let m = super::convert::given(m).map_or(Ok(n as i64), |m| int(&m))?.max(0) as usize;
    Ok(places(n, m, |i, j| if upper { j >= i + k } else { j <= i + k }))
}

api! {
    unravel_index(args) {
        let [at, size] = bind(args, "unravel_index", ["indices", "shape"])?;
        let (at, size) = (arr(&need(at, "unravel_index", "indices")?)?, shape(&need(size, "unravel_index", "shape")?)?);
        let total = count(&size) as i64;
        let all = at.vec::<i64>()?;
        if let Some(n) = all.iter().find(|n| **n < 0 || **n >= total) {
            return err("ValueError", format!("index {n} is out of bounds for array with size {total}"));
        }
        let steps = c_strides(&size);
        let along = |axis: usize| {
            let step = steps[axis] as i64;
            result(Arr::new(all.iter().map(|n| n / step % size[axis] as i64).collect::<Vec<i64>>(), &at.shape))
        };
        Ok(Value::tuple((0..size.len()).map(along).collect::<R<_>>()?))
    }
    ix_(args) {
        let lines: Vec<Arr> = args.pos.iter().map(arr).collect::<R<_>>()?;
        let n = lines.len();
        let mut out = vec![];
        for (at, line) in lines.iter().enumerate() {
            let line = match line.dtype() {
                DType::Bool => super::index::nonzero(line)?.remove(0),
                _ => line.clone(),
            };
            let mut size = vec![1; n];
            size[at] = line.size();
            out.push(array(line.reshaped(&size)?));
        }
        Ok(Value::tuple(out))
    }
    apply_along_axis(args) {
        let [function, at, a] = bind(args, "apply_along_axis", ["func1d", "axis", "arr"])?;
        let a = arr(&need(a, "apply_along_axis", "arr")?)?;
        let at = axis(int(&need(at, "apply_along_axis", "axis")?)?, a.ndim())?;
        let function = need(function, "apply_along_axis", "func1d")?;
        let (rows, outer) = last_axis(&a, Some(at));
        let n = rows.shape.last().copied().unwrap_or(1);
        let flat = rows.reshaped(&[count(&outer), n])?;
        let done: Vec<Arr> = (0..count(&outer))
            .map(|i| arr(&function.call(&[array(flat.pick(0, i))])?))
            .collect::<R<_>>()?;
        let Some(first) = done.first() else { return refuse("numpy.apply_along_axis of nothing") };
        if first.ndim() > 1 {
            return refuse("numpy.apply_along_axis with this result");
        }
        let lines = first.ndim() == 1;
        let mut size = outer;
        if lines {
            size.push(first.size());
        }
        let joined = super::shape::stack_of(&done, 0)?.reshaped(&size)?;
        let ndim = size.len();
        Ok(array(restore(joined, lines.then_some(at), ndim)))
    }
    select(args) {
        let [conditions, choices, default] = bind(args, "select", ["condlist", "choicelist", "default"])?;
        let conditions = crate::iter::to_vec(&need(conditions, "select", "condlist")?)?;
        let choices = crate::iter::to_vec(&need(choices, "select", "choicelist")?)?;
        if conditions.len() != choices.len() {
            return err("ValueError", "list of cases must be same length as list of conditions");
        }
        let mut out = default.unwrap_or(Value::Int(0));
        if choices.iter().any(|c| !matches!(operand(c), Ok(Some(_)))) {
            return refuse("numpy.select of objects");
        }
        for (condition, choice) in conditions.into_iter().zip(choices).rev() {
            out = super::create::where_(&crate::func::pos(&[condition, choice, out]))?;
        }
        Ok(out)
    }
    triu_indices(args) { triangle(args, "triu_indices", true) }
    tril_indices(args) { triangle(args, "tril_indices", false) }
}
