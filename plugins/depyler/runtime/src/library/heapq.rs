//! `heapq`, with CPython's sift order, so that the heap list itself is the same.

use crate::exc::err;
use crate::func::Args;
use crate::value::{R, Value};
use std::cell::RefCell;
use std::rc::Rc;

type Heap = Rc<RefCell<Vec<Value>>>;

fn heap(args: &Args) -> R<Heap> {
    match args.at(0, "heap")?.plain() {
        Value::List(items) => Ok(items),
        _ => err("TypeError", "heap argument must be a list"),
    }
}

fn get(heap: &Heap, at: usize) -> Value {
    heap.borrow().get(at).cloned().unwrap_or(Value::None)
}

fn put(heap: &Heap, at: usize, value: Value) {
    if let Some(slot) = heap.borrow_mut().get_mut(at) {
        *slot = value;
    }
}

fn down(heap: &Heap, start: usize, mut at: usize) -> R<()> {
    let item = get(heap, at);
    while at > start {
        let parent = (at - 1) >> 1;
        let above = get(heap, parent);
        if !item.is_lt(&above)? {
            break;
        }
        put(heap, at, above);
        at = parent;
    }
    put(heap, at, item);
    Ok(())
}

fn up(heap: &Heap, mut at: usize) -> R<()> {
    let end = heap.borrow().len();
    let start = at;
    let item = get(heap, at);
    let mut child = 2 * at + 1;
    while child < end {
        let right = child + 1;
        if right < end && !get(heap, child).is_lt(&get(heap, right))? {
            child = right;
        }
        put(heap, at, get(heap, child));
        at = child;
        child = 2 * at + 1;
    }
    put(heap, at, item);
    down(heap, start, at)
}

/// `heapq.heappush(heap, item)`
///
/// # Errors
/// What comparisons raise.
pub fn heappush(args: &Args) -> R {
    let heap = heap(args)?;
    heap.borrow_mut().push(args.at(1, "heappush")?.clone());
    let last = heap.borrow().len() - 1;
    down(&heap, 0, last)?;
    Ok(Value::None)
}

/// `heapq.heappop(heap)`
///
/// # Errors
/// `IndexError` for an empty heap.
pub fn heappop(args: &Args) -> R {
    let heap = heap(args)?;
    let Some(last) = heap.borrow_mut().pop() else { return err("IndexError", "index out of range") };
    if heap.borrow().is_empty() {
        return Ok(last);
    }
    let top = std::mem::replace(&mut heap.borrow_mut()[0], last);
    up(&heap, 0)?;
    Ok(top)
}

/// `heapq.heapify(items)`
///
/// # Errors
/// What comparisons raise.
pub fn heapify(args: &Args) -> R {
    let heap = heap(args)?;
    let len = heap.borrow().len();
    for at in (0..len / 2).rev() {
        up(&heap, at)?;
    }
    Ok(Value::None)
}

/// `heapq.heapreplace(heap, item)`
///
/// # Errors
/// `IndexError` for an empty heap.
pub fn heapreplace(args: &Args) -> R {
    let heap = heap(args)?;
    if heap.borrow().is_empty() {
        return err("IndexError", "index out of range");
    }
    let top = std::mem::replace(&mut heap.borrow_mut()[0], args.at(1, "heapreplace")?.clone());
    up(&heap, 0)?;
    Ok(top)
}

/// `heapq.heappushpop(heap, item)`
///
/// # Errors
/// What comparisons raise.
pub fn heappushpop(args: &Args) -> R {
    let items = heap(args)?;
    let item = args.at(1, "heappushpop")?;
    let top = items.borrow().first().cloned();
    match top {
        Some(top) if top.is_lt(item)? => heapreplace(args),
        _ => Ok(item.clone()),
    }
}

fn best(args: &Args, reverse: bool) -> R {
    let n = crate::item::index(args.at(0, "nlargest")?, "int")?.max(0) as usize;
    let items = crate::iter::to_vec(args.at(1, "nlargest")?)?;
    let key = args.opt(2, "key");
    let (mut items, result) = crate::list_methods::sorted(items, key, Some(Value::Bool(reverse)));
    result?;
    items.truncate(n);
    Ok(Value::list(items))
}

/// `heapq.nlargest(n, items, key)`
///
/// # Errors
/// What comparisons raise.
pub fn nlargest(args: &Args) -> R {
    best(args, true)
}

/// `heapq.nsmallest(n, items, key)`
///
/// # Errors
/// What comparisons raise.
pub fn nsmallest(args: &Args) -> R {
    best(args, false)
}

/// What `heapq.merge` reads: the next key and value of a source, and the source.
struct Source {
    rank: Value,
    value: Value,
    rest: crate::iter::Iteration,
}

fn advance(mut rest: crate::iter::Iteration, key: Option<&Value>) -> R<Option<Source>> {
    let Some(value) = rest.next()? else { return Ok(None) };
    let rank = match key {
        Some(key) => key.call(std::slice::from_ref(&value))?,
        None => value.clone(),
    };
    Ok(Some(Source { rank, value, rest }))
}

/// `heapq.merge(*iterables, key, reverse)`
///
/// # Errors
/// What comparisons raise.
pub fn merge(args: &Args) -> R {
    let key = args.kwarg("key").filter(|key| !key.is_none());
    let reverse = args.kwarg("reverse").map_or(Ok(false), |r| r.truth())?;
    let mut waiting = vec![];
    for part in args.pos {
        waiting.push(crate::iter::iter(part)?);
    }
    let mut sources: Vec<Source> = vec![];
    let mut last: Option<(usize, crate::iter::Iteration)> = None;
    Ok(crate::iter::from_code("generator", move || {
        for rest in waiting.drain(..) {
            sources.extend(advance(rest, key.as_ref())?);
        }
        if let Some((at, rest)) = last.take()
            && let Some(source) = advance(rest, key.as_ref())?
        {
            sources.insert(at, source);
        }
        let mut best: Option<usize> = None;
        for at in 0..sources.len() {
            let better = match best {
                None => true,
                Some(old) if reverse => sources[old].rank.is_lt(&sources[at].rank)?,
                Some(old) => sources[at].rank.is_lt(&sources[old].rank)?,
            };
            if better {
                best = Some(at);
            }
        }
        let Some(at) = best else { return Ok(None) };
        let Source { value, rest, .. } = sources.remove(at);
        last = Some((at, rest));
        Ok(Some(value))
    }))
}
