//! `bisect`

use crate::func::Args;
use crate::value::{R, Value};

fn place(args: &Args, right: bool) -> R<i64> {
    let (items, wanted) = (args.at(0, "bisect")?, args.at(1, "bisect")?);
    let key = args.kwarg("key").filter(|k| !k.is_none());
    let mut low = args.opt(2, "lo").map_or(Ok(0), |n| crate::item::index(&n, "int"))?;
    if low < 0 {
        return crate::exc::err("ValueError", "lo must be non-negative");
    }
    let mut high = match args.opt(3, "hi").filter(|n| !n.is_none()) {
        Some(n) if !matches!(n, Value::Int(-1)) => crate::item::index(&n, "int")?,
        _ => crate::builtins::len(items)? as i64,
    };
    while low < high {
        let middle = (low + high) / 2;
        let mut item = items.item(&Value::Int(middle))?;
        if let Some(key) = &key {
            item = key.call(&[item])?;
        }
        let left_side = if right { !wanted.is_lt(&item)? } else { item.is_lt(wanted)? };
        if left_side {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(low)
}

fn insert(args: &Args, right: bool) -> R {
    let at = match args.kwarg("key").filter(|k| !k.is_none()) {
        Some(key) => {
            let rank = key.call(&[args.at(1, "insort")?.clone()])?;
            place(&Args { pos: &[args.pos[0].clone(), rank], kw: args.kw }, right)?
        }
        None => place(args, right)?,
    };
    args.pos[0].method("insert", &[Value::Int(at), args.at(1, "insort")?.clone()])
}

macro_rules! functions {
    ($($name:ident => $code:expr;)*) => {
        $(
            /// The function of this name in Python's `bisect`.
            ///
            /// # Errors
            /// What comparisons raise.
            pub fn $name(args: &Args) -> R {
                let code: fn(&Args) -> R = $code;
                code(args)
            }
        )*
    };
}

functions! {
    bisect => |args| place(args, true).map(Value::Int);
    bisect_right => |args| place(args, true).map(Value::Int);
    bisect_left => |args| place(args, false).map(Value::Int);
    insort => |args| insert(args, true);
    insort_right => |args| insert(args, true);
    insort_left => |args| insert(args, false);
}
