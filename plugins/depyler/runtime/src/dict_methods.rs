//! Methods and views of `dict`.

use crate::dict::Dict;
use crate::exc::err;
use crate::func::Args;
use crate::iter::{Iteration, View};
use crate::native::{Object, native};
use crate::value::{Name, R, Value};
use std::cell::RefCell;
use std::rc::Rc;

type Shared = Rc<RefCell<Dict>>;

/// A live view of a dictionary.
pub struct DictView(pub Shared, pub View);

impl Object for DictView {
    fn type_name(&self) -> Name {
        match self.1 {
            View::Keys => "dict_keys",
            View::Values => "dict_values",
            View::Items => "dict_items",
        }
    }
    fn iter(&self, _: &Value) -> Option<R<Iteration>> {
        Some(Ok(Iteration::Dict(self.0.clone(), 0, self.0.borrow().len(), self.1)))
    }
    fn len(&self) -> Option<usize> {
        Some(self.0.borrow().len())
    }
    fn repr(&self) -> Option<R<String>> {
        let items = Iteration::Dict(self.0.clone(), 0, self.0.borrow().len(), self.1).collect();
        Some(items.and_then(|items| Ok(format!("{}([{}])", self.type_name(), crate::repr::join(&items)?))))
    }
    fn contains(&self, value: &Value) -> Option<R<bool>> {
        match (self.1, value) {
            (View::Keys, _) => Some(self.0.borrow().contains(value)),
            (View::Items, Value::Tuple(pair)) if pair.len() == 2 => {
                let found = self.0.borrow().get(&pair[0]);
                Some(found.and_then(|found| match found {
                    Some(found) => crate::compare::same_key(&found, &pair[1]),
                    None => Ok(false),
                }))
            }
            _ => None,
        }
    }
    fn eq(&self, other: &Value) -> Option<R<bool>> {
        if self.1 == View::Values {
            return None;
        }
        let this = Value::list(Iteration::Dict(self.0.clone(), 0, self.0.borrow().len(), self.1).collect().ok()?);
        let compare = || -> R<bool> {
            let (a, b) = (
                crate::set::from_iterable(&this)?,
                match other {
                    Value::Set(_) | Value::Native(_) => crate::set::from_iterable(other)?,
                    _ => return Ok(false),
                },
            );
            Ok(a.len() == b.len() && crate::set::is_subset(&a, &b)?)
        };
        Some(compare())
    }
    fn call_method(&self, this: &Value, name: Name, args: &Args) -> Option<R> {
        match name {
            "isdisjoint" => {
                let run = || -> R {
                    let table = crate::set::from_iterable(this)?;
                    Ok(Value::Bool(crate::set::intersection(&table, args.at(0, "isdisjoint")?)?.is_empty()))
                };
                Some(run())
            }
            _ => None,
        }
    }
}

fn view(dict: &Shared, view: View) -> R {
    Ok(native(DictView(dict.clone(), view)))
}

/// A method of a dictionary; none when there is no such one.
pub fn call(dict: &Shared, name: Name, args: &Args) -> Option<R> {
    let default = || args.pos.get(1).cloned();
    Some(match name {
        "get" => args
            .exactly("get", 1, 2)
            .and_then(|()| Ok(dict.borrow().get(&args.pos[0])?.or_else(default).unwrap_or(Value::None))),
        "items" => view(dict, View::Items),
        "keys" => view(dict, View::Keys),
        "values" => view(dict, View::Values),
        "pop" => pop(dict, args),
        "setdefault" => setdefault(dict, args),
        "update" => update(dict, args).map(|()| Value::None),
        "clear" => {
            let old = std::mem::take(&mut *dict.borrow_mut());
            drop(old);
            Ok(Value::None)
        }
        "copy" => Ok(Value::dict(dict.borrow().copy())),
        "popitem" => match dict.borrow_mut().pop_end(true) {
            Some((key, value)) => Ok(Value::tuple(vec![key, value])),
            None => Err(crate::exc::exception("KeyError", vec![Value::str("popitem(): dictionary is empty")])),
        },
        "fromkeys" => return Some(crate::call::call_pos(&crate::methods::unbound("dict", "fromkeys"), args.pos)),
        _ => return None,
    })
}

fn pop(dict: &Shared, args: &Args) -> R {
    let key = args.at(0, "pop")?;
    let found = dict.borrow_mut().remove(key)?;
    match found {
        Some((_, value)) => Ok(value),
        None => match args.pos.get(1) {
            Some(default) => Ok(default.clone()),
            None => Err(crate::exc::exception("KeyError", vec![key.clone()])),
        },
    }
}

fn setdefault(dict: &Shared, args: &Args) -> R {
    let key = args.at(0, "setdefault")?;
    if let Some(value) = dict.borrow().get(key)? {
        return Ok(value);
    }
    let value = args.pos.get(1).cloned().unwrap_or(Value::None);
    dict.borrow_mut().set(key.clone(), value.clone())?;
    Ok(value)
}

/// `dict.update(other, **kw)`
///
/// # Errors
/// `TypeError` and `ValueError` when `other` is no mapping and no sequence of pairs.
pub fn update(dict: &Shared, args: &Args) -> R<()> {
    if let Some(other) = args.pos.first() {
        fill(&mut |key, value| dict.borrow_mut().set(key, value).map(|_| ()), other)?;
    }
    for (name, value) in args.kw {
        dict.borrow_mut().set_name(name, value.clone());
    }
    Ok(())
}

/// Feeds the pairs of a mapping or of a sequence of pairs.
///
/// # Errors
/// As [`update`].
pub fn fill(set: &mut dyn FnMut(Value, Value) -> R<()>, other: &Value) -> R<()> {
    let plain = other.plain();
    if let Value::Dict(other) = &plain {
        let pairs = other.borrow().pairs();
        for (key, value) in pairs {
            set(key, value)?;
        }
        return Ok(());
    }
    if matches!(other, Value::Obj(_)) && crate::attr::get_opt(other, "keys")?.is_some() {
        for key in crate::iter::to_vec(&other.method("keys", &[])?)? {
            let value = other.item(&key)?;
            set(key, value)?;
        }
        return Ok(());
    }
    let mut iter = crate::iter::iter(other)?;
    let mut at = 0;
    while let Some(pair) = iter.next()? {
        let items = match crate::iter::to_vec(&pair) {
            Ok(items) => items,
            Err(_) => {
                return err(
                    "TypeError",
                    format!("cannot convert dictionary update sequence element #{at} to a sequence"),
                );
            }
        };
        let [key, value] = &items[..] else {
            let n = items.len();
            return err(
                "ValueError",
                format!("dictionary update sequence element #{at} has length {n}; 2 is required"),
            );
        };
        set(key.clone(), value.clone())?;
        at += 1;
    }
    Ok(())
}
