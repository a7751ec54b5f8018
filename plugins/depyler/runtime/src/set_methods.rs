//! Methods of `set` and `frozenset`.

use crate::func::Args;
use crate::number::Op;
use crate::ops::set_op;
use crate::set::{Set, Table, from_iterable, is_subset, value};
use crate::value::{Name, R, Value};

/// A method of a set; none when there is no such one.
pub fn call(this: &Value, set: &Set, name: Name, args: &Args) -> Option<R> {
    let frozen = set.frozen;
    let fold = |op: Op| -> R<Table> {
        let mut table = Table::default();
        table.merge(&set.table.borrow())?;
        for other in args.pos {
            table = set_op(op, &table, other)?;
        }
        Ok(table)
    };
    let replace = |table: R<Table>| -> R {
        let table = table?;
        *set.table.borrow_mut() = table;
        Ok(Value::None)
    };
    Some(match name {
        "union" => fold(Op::Or).map(|table| value(table, frozen)),
        "intersection" => fold(Op::And).map(|table| value(table, frozen)),
        "difference" => fold(Op::Sub).map(|table| value(table, frozen)),
        "symmetric_difference" => fold(Op::Xor).map(|table| value(table, frozen)),
        "copy" => fold(Op::Or).map(|table| value(table, frozen)),
        "issubset" => other(args).and_then(|o| Ok(Value::Bool(is_subset(&set.table.borrow(), &o)?))),
        "issuperset" => other(args).and_then(|o| Ok(Value::Bool(is_subset(&o, &set.table.borrow())?))),
        "isdisjoint" => args
            .at(0, "isdisjoint")
            .and_then(|o| Ok(Value::Bool(crate::set::intersection(&set.table.borrow(), o)?.is_empty()))),
        _ if frozen => return None,
        "add" => args.exactly("set.add", 1, 1).and_then(|()| {
            set.table.borrow_mut().add(args.pos[0].clone())?;
            Ok(Value::None)
        }),
        "remove" | "discard" => {
            let found = args.at(0, name).and_then(|key| set.table.borrow_mut().remove(key));
            found.and_then(|found| match found || name == "discard" {
                true => Ok(Value::None),
                false => Err(crate::exc::exception("KeyError", vec![args.pos[0].clone()])),
            })
        }
        "pop" => match set.table.borrow_mut().pop() {
            Some(item) => Ok(item),
            None => Err(crate::exc::exception("KeyError", vec![Value::str("pop from an empty set")])),
        },
        "clear" => {
            *set.table.borrow_mut() = Table::default();
            Ok(Value::None)
        }
        "update" => {
            let run = || -> R {
                for other in args.pos {
                    let more = if other.is(this) { continue } else { other };
                    let more = match more.plain() {
                        Value::Set(_) => more.clone(),
                        _ => Value::list(crate::iter::to_vec(more)?),
                    };
                    crate::set::update(&mut set.table.borrow_mut(), &more)?;
                }
                Ok(Value::None)
            };
            run()
        }
        "intersection_update" => replace(fold(Op::And)),
        "difference_update" => {
            let run = || -> R {
                for other in args.pos {
                    for key in crate::iter::to_vec(other)? {
                        set.table.borrow_mut().remove(&key)?;
                    }
                }
                Ok(Value::None)
            };
            run()
        }
        "symmetric_difference_update" => {
            let run = || -> R {
                for key in from_iterable(args.at(0, "symmetric_difference_update")?)?.items() {
                    let gone = set.table.borrow_mut().remove(&key)?;
                    if !gone {
                        set.table.borrow_mut().add(key)?;
                    }
                }
                Ok(Value::None)
            };
            run()
        }
        _ => return None,
    })
}

fn other(args: &Args) -> R<Table> {
    from_iterable(args.at(0, "issubset")?)
}
