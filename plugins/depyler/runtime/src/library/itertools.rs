//! `itertools`

use crate::exc::err;
use crate::func::{Args, native_fn};
use crate::iter::{Iteration, from_code, iter, to_vec};
use crate::native::{Object, native};
use crate::value::{Name, R, Value};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

struct Chain;

impl Object for Chain {
    fn type_name(&self) -> Name {
        "function"
    }
    fn call(&self, _: &Value, args: &Args) -> Option<R> {
        Some(chain(args))
    }
    fn get_attr(&self, _: &Value, name: Name) -> R<Option<Value>> {
        Ok((name == "from_iterable").then(|| native_fn("from_iterable", from_iterable)))
    }
}

/// `itertools.chain` as a value with its `from_iterable`.
pub fn chain_class() -> Value {
    native(Chain)
}

/// `itertools.chain(*iterables)`
///
/// # Errors
/// `TypeError` when one cannot be iterated.
pub fn chain(args: &Args) -> R {
    from_iterable(&Args { pos: &[Value::tuple(args.pos.to_vec())], kw: &[] })
}

/// `itertools.chain.from_iterable(iterables)`
///
/// # Errors
/// `TypeError` when it cannot be iterated.
pub fn from_iterable(args: &Args) -> R {
    let mut outer = iter(args.at(0, "chain")?)?;
    let mut inner: Option<Iteration> = None;
    Ok(from_code("itertools.chain", move || {
        loop {
            if let Some(part) = &mut inner
                && let Some(item) = part.next()?
            {
                return Ok(Some(item));
            }
            match outer.next()? {
                Some(next) => inner = Some(iter(&next)?),
                None => {
                    inner = None;
                    return Ok(None);
                }
            }
        }
    }))
}

/// `itertools.count(start, step)`
///
/// # Errors
/// `TypeError` when they are no numbers.
pub fn count(args: &Args) -> R {
    let mut n = args.opt(0, "start").unwrap_or(Value::Int(0));
    let step = args.opt(1, "step").unwrap_or(Value::Int(1));
    Ok(from_code("itertools.count", move || {
        let next = n.add(&step)?;
        Ok(Some(std::mem::replace(&mut n, next)))
    }))
}

/// `itertools.cycle(items)`
///
/// # Errors
/// `TypeError` when it cannot be iterated.
pub fn cycle(args: &Args) -> R {
    let mut items = Some(iter(args.at(0, "cycle")?)?);
    let (mut saved, mut at) = (vec![], 0);
    Ok(from_code("itertools.cycle", move || {
        if let Some(first) = &mut items {
            if let Some(item) = first.next()? {
                saved.push(item.clone());
                return Ok(Some(item));
            }
            items = None;
        }
        if saved.is_empty() {
            return Ok(None);
        }
        at = (at + 1) % saved.len();
        Ok(Some(saved[(at + saved.len() - 1) % saved.len()].clone()))
    }))
}

/// `itertools.repeat(value, times)`
///
/// # Errors
/// `TypeError` without value.
pub fn repeat(args: &Args) -> R {
    let value = args.at(0, "repeat")?.clone();
    let mut left = match args.opt(1, "times") {
        Some(n) => Some(crate::item::index(&n, "int")?),
        None => None,
    };
    Ok(from_code("itertools.repeat", move || {
        if let Some(left) = &mut left {
            if *left <= 0 {
                return Ok(None);
            }
            *left -= 1;
        }
        Ok(Some(value.clone()))
    }))
}

/// `itertools.islice(items, start, stop, step)`
///
/// # Errors
/// `ValueError` for negative numbers.
pub fn islice(args: &Args) -> R {
    let part = |at: usize| -> R<Option<usize>> {
        match args.pos.get(at) {
            None | Some(Value::None) => Ok(None),
            Some(Value::Int(n)) if *n >= 0 => Ok(Some(*n as usize)),
            _ => err("ValueError", "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."),
        }
    };
    let (start, stop, step) = match args.pos.len() {
        2 => (0, part(1)?, 1),
        _ => (part(1)?.unwrap_or(0), part(2)?, part(3)?.unwrap_or(1)),
    };
    if step == 0 {
        return err("ValueError", "Step for islice() must be a positive integer or None.");
    }
    let mut items = iter(args.at(0, "islice")?)?;
    let (mut at, mut wanted) = (0, start);
    Ok(from_code("itertools.islice", move || {
        if stop.is_some_and(|stop| wanted >= stop) {
            while stop.is_some_and(|stop| at < stop) {
                at += 1;
                if items.next()?.is_none() {
                    break;
                }
            }
            return Ok(None);
        }
        while let Some(item) = items.next()? {
            at += 1;
            if at > wanted {
                wanted += step;
                return Ok(Some(item));
            }
        }
        Ok(None)
    }))
}

/// `itertools.takewhile(test, items)`
///
/// # Errors
/// `TypeError` when it cannot be iterated.
pub fn takewhile(args: &Args) -> R {
    let (test, mut items) = (args.at(0, "takewhile")?.clone(), iter(args.at(1, "takewhile")?)?);
    let mut done = false;
    Ok(from_code("itertools.takewhile", move || {
        if done {
            return Ok(None);
        }
        match items.next()? {
            Some(item) if test.call(std::slice::from_ref(&item))?.truth()? => Ok(Some(item)),
            _ => {
                done = true;
                Ok(None)
            }
        }
    }))
}

/// `itertools.dropwhile(test, items)`
///
/// # Errors
/// `TypeError` when it cannot be iterated.
pub fn dropwhile(args: &Args) -> R {
    let (test, mut items) = (args.at(0, "dropwhile")?.clone(), iter(args.at(1, "dropwhile")?)?);
    let mut dropping = true;
    Ok(from_code("itertools.dropwhile", move || {
        while let Some(item) = items.next()? {
            if dropping && test.call(std::slice::from_ref(&item))?.truth()? {
                continue;
            }
            dropping = false;
            return Ok(Some(item));
        }
        Ok(None)
    }))
}

/// `itertools.filterfalse(test, items)`
///
/// # Errors
/// `TypeError` when it cannot be iterated.
pub fn filterfalse(args: &Args) -> R {
    let (test, mut items) = (args.at(0, "filterfalse")?.clone(), iter(args.at(1, "filterfalse")?)?);
    Ok(from_code("itertools.filterfalse", move || {
        while let Some(item) = items.next()? {
            let hit = if test.is_none() { item.truth()? } else { test.call(std::slice::from_ref(&item))?.truth()? };
            if !hit {
                return Ok(Some(item));
            }
        }
        Ok(None)
    }))
}

/// `itertools.starmap(function, items)`
///
/// # Errors
/// `TypeError` when it cannot be iterated.
pub fn starmap(args: &Args) -> R {
    let (function, mut items) = (args.at(0, "starmap")?.clone(), iter(args.at(1, "starmap")?)?);
    Ok(from_code("itertools.starmap", move || match items.next()? {
        Some(item) => function.call(&to_vec(&item)?).map(Some),
        None => Ok(None),
    }))
}

/// `itertools.compress(items, selectors)`
///
/// # Errors
/// `TypeError` when one cannot be iterated.
pub fn compress(args: &Args) -> R {
    let (mut items, mut keep) = (iter(args.at(0, "compress")?)?, iter(args.at(1, "compress")?)?);
    Ok(from_code("itertools.compress", move || {
        while let (Some(item), Some(keep)) = (items.next()?, keep.next()?) {
            if keep.truth()? {
                return Ok(Some(item));
            }
        }
        Ok(None)
    }))
}

/// `itertools.pairwise(items)`
///
/// # Errors
/// `TypeError` when it cannot be iterated.
pub fn pairwise(args: &Args) -> R {
    let mut items = iter(args.at(0, "pairwise")?)?;
    let mut last = items.next()?;
    Ok(from_code("itertools.pairwise", move || match (last.take(), items.next()?) {
        (Some(a), Some(b)) => {
            last = Some(b.clone());
            Ok(Some(Value::tuple(vec![a, b])))
        }
        _ => Ok(None),
    }))
}

/// `itertools.accumulate(items, function, initial)`
///
/// # Errors
/// `TypeError` when it cannot be iterated.
pub fn accumulate(args: &Args) -> R {
    let mut items = iter(args.at(0, "accumulate")?)?;
    let function = args.opt(1, "func").filter(|f| !f.is_none());
    let mut start = args.kwarg("initial").filter(|v| !v.is_none());
    let mut total: Option<Value> = None;
    Ok(from_code("itertools.accumulate", move || {
        if let Some(start) = start.take() {
            total = Some(start.clone());
            return Ok(Some(start));
        }
        let Some(item) = items.next()? else { return Ok(None) };
        let next = match (&total, &function) {
            (None, _) => item,
            (Some(total), None) => total.add(&item)?,
            (Some(total), Some(function)) => function.call(&[total.clone(), item])?,
        };
        total = Some(next.clone());
        Ok(Some(next))
    }))
}

/// `itertools.zip_longest(*iterables, fillvalue=None)`
///
/// # Errors
/// `TypeError` when one cannot be iterated.
pub fn zip_longest(args: &Args) -> R {
    let mut parts = args.pos.iter().map(|p| iter(p).map(Some)).collect::<R<Vec<_>>>()?;
    let fill = args.kwarg("fillvalue").unwrap_or(Value::None);
    Ok(from_code("itertools.zip_longest", move || {
        let mut row = vec![];
        for part in &mut parts {
            let item = match part {
                Some(live) => live.next()?,
                None => None,
            };
            if item.is_none() {
                *part = None;
            }
            row.push(item.unwrap_or_else(|| fill.clone()));
        }
        Ok(parts.iter().any(Option::is_some).then(|| Value::tuple(row)))
    }))
}

/// `itertools.product(*iterables, repeat=1)`
///
/// # Errors
/// `TypeError` when one cannot be iterated.
pub fn product(args: &Args) -> R {
    let pools = args.pos.iter().map(to_vec).collect::<R<Vec<_>>>()?;
    let times = args.kwarg("repeat").map_or(Ok(1), |n| crate::item::index(&n, "int"))?.max(0) as usize;
    let pools: Vec<Vec<Value>> = (0..times).flat_map(|_| pools.clone()).collect();
    let mut at = vec![0; pools.len()];
    let mut done = pools.iter().any(Vec::is_empty);
    Ok(from_code("itertools.product", move || {
        if done {
            return Ok(None);
        }
        let row = pools.iter().zip(&at).map(|(pool, n)| pool[*n].clone()).collect();
        done = true;
        for n in (0..at.len()).rev() {
            at[n] += 1;
            if at[n] < pools[n].len() {
                done = false;
                break;
            }
            at[n] = 0;
        }
        Ok(Some(Value::tuple(row)))
    }))
}

fn size(args: &Args, default: usize) -> R<usize> {
    match args.opt(1, "r").filter(|r| !r.is_none()) {
        Some(r) => Ok(crate::item::index(&r, "int")?.max(0) as usize),
        None => Ok(default),
    }
}

/// `itertools.combinations(items, r)`
///
/// # Errors
/// `TypeError` when it cannot be iterated.
pub fn combinations(args: &Args) -> R {
    combine(args, false)
}

/// `itertools.combinations_with_replacement(items, r)`
///
/// # Errors
/// `TypeError` when it cannot be iterated.
pub fn combinations_with_replacement(args: &Args) -> R {
    combine(args, true)
}

fn combine(args: &Args, again: bool) -> R {
    let pool = to_vec(args.at(0, "combinations")?)?;
    let (n, r) = (pool.len(), size(args, 0)?);
    let mut at: Vec<usize> = if again { vec![0; r] } else { (0..r).collect() };
    let mut done = if again { n == 0 && r > 0 } else { r > n };
    Ok(from_code("itertools.combinations", move || {
        if done {
            return Ok(None);
        }
        let row = at.iter().map(|i| pool[*i].clone()).collect();
        let limit = |i: usize| if again { n - 1 } else { i + n - r };
        match (0..r).rev().find(|i| at[*i] != limit(*i)) {
            None => done = true,
            Some(i) => {
                at[i] += 1;
                for j in i + 1..r {
                    at[j] = if again { at[i] } else { at[j - 1] + 1 };
                }
            }
        }
        Ok(Some(Value::tuple(row)))
    }))
}

/// `itertools.permutations(items, r)`
///
/// # Errors
/// `TypeError` when it cannot be iterated.
pub fn permutations(args: &Args) -> R {
    let pool = to_vec(args.at(0, "permutations")?)?;
    let n = pool.len();
    let r = size(args, n)?;
    let mut indices: Vec<usize> = (0..n).collect();
    let mut cycles: Vec<usize> = (0..r).map(|i| n.saturating_sub(i)).collect();
    let (mut first, mut done) = (true, r > n);
    Ok(from_code("itertools.permutations", move || {
        if done {
            return Ok(None);
        }
        if !std::mem::replace(&mut first, false) {
            let mut moved = false;
            for i in (0..r).rev() {
                cycles[i] -= 1;
                if cycles[i] == 0 {
                    indices[i..].rotate_left(1);
                    cycles[i] = n - i;
                } else {
                    let j = n - cycles[i];
                    indices.swap(i, j);
                    moved = true;
                    break;
                }
            }
            if !moved {
                done = true;
                return Ok(None);
            }
        }
        Ok(Some(Value::tuple(indices[..r].iter().map(|i| pool[*i].clone()).collect())))
    }))
}

/// What a `groupby` and its groups share.
struct Groups {
    items: RefCell<Iteration>,
    key: Option<Value>,
    /// Key and value of the item that was read last; the value is gone once a group gave it.
    current: RefCell<(Option<Value>, Option<Value>)>,
    /// Key of the newest group, and its number.
    newest: RefCell<(Option<Value>, usize)>,
}

impl Groups {
    /// Reads one more item; false at the end.
    fn step(&self) -> R<bool> {
        let Ok(mut items) = self.items.try_borrow_mut() else {
            return err("ValueError", "groupby is already running");
        };
        let Some(item) = items.next()? else { return Ok(false) };
        drop(items);
        let rank = match &self.key {
            Some(key) => key.call(std::slice::from_ref(&item))?,
            None => item.clone(),
        };
        self.current.replace((Some(rank), Some(item)));
        Ok(true)
    }

    fn at_newest(&self) -> R<bool> {
        let (current, newest) = (self.current.borrow().0.clone(), self.newest.borrow().0.clone());
        match (current, newest) {
            (Some(current), Some(newest)) => crate::compare::same_key(&newest, &current),
            _ => Ok(false),
        }
    }

    /// The next item of the group with this number.
    fn next_of(&self, number: usize) -> R<Option<Value>> {
        if self.newest.borrow().1 != number {
            return Ok(None);
        }
        if self.current.borrow().1.is_none() && !self.step()? {
            return Ok(None);
        }
        Ok(if self.at_newest()? { self.current.borrow_mut().1.take() } else { None })
    }
}

/// `itertools.groupby(items, key)`
///
/// # Errors
/// `TypeError` when it cannot be iterated.
pub fn groupby(args: &Args) -> R {
    let groups = Rc::new(Groups {
        items: RefCell::new(iter(args.at(0, "groupby")?)?),
        key: args.opt(1, "key").filter(|k| !k.is_none()),
        current: RefCell::default(),
        newest: RefCell::default(),
    });
    Ok(from_code("itertools.groupby", move || {
        let number = groups.newest.borrow().1 + 1;
        groups.newest.borrow_mut().1 = number;
        while groups.current.borrow().0.is_none() || groups.at_newest()? {
            if !groups.step()? {
                return Ok(None);
            }
        }
        let rank = groups.current.borrow().0.clone();
        groups.newest.replace((rank.clone(), number));
        let shared = groups.clone();
        let group = from_code("itertools._grouper", move || shared.next_of(number));
        Ok(Some(Value::tuple(vec![rank.unwrap_or(Value::None), group])))
    }))
}

/// `itertools.tee(items, n=2)`
///
/// # Errors
/// `TypeError` when it cannot be iterated.
pub fn tee(args: &Args) -> R {
    let n = args.opt(1, "n").map_or(Ok(2), |n| crate::item::index(&n, "int"))?.max(0) as usize;
    let source = Rc::new(RefCell::new((iter(args.at(0, "tee")?)?, vec![VecDeque::new(); n])));
    let part = |at: usize| {
        let source = source.clone();
        from_code("itertools._tee", move || {
            let mut source = source.borrow_mut();
            if let Some(item) = source.1[at].pop_front() {
                return Ok(Some(item));
            }
            let item = source.0.next()?;
            if let Some(item) = &item {
                for (other, queue) in source.1.iter_mut().enumerate() {
                    if other != at {
                        queue.push_back(item.clone());
                    }
                }
            }
            Ok(item)
        })
    };
    Ok(Value::tuple((0..n).map(part).collect()))
}
