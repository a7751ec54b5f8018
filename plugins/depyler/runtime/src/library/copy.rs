//! `copy`

use crate::class::Instance;
use crate::exc::err;
use crate::func::Args;
use crate::value::{R, Value};
use std::collections::HashMap;

/// `copy.copy(value)`
///
/// # Errors
/// What `__copy__` raises.
pub fn copy(args: &Args) -> R {
    let value = args.at(0, "copy")?;
    Ok(match value {
        Value::List(items) => Value::list(items.borrow().clone()),
        Value::Dict(dict) => Value::dict(dict.borrow().copy()),
        Value::Set(set) if !set.frozen => crate::set::value(set.table.borrow().clone(), false),
        Value::Bytes(bytes) if bytes.mutable => crate::bytes::value(bytes.data.borrow().clone(), true),
        Value::Obj(object) => {
            if object.class.lookup("__copy__").is_some() {
                return value.method("__copy__", &[]);
            }
            if crate::enums::is_enum(&object.class) {
                return Ok(value.clone());
            }
            let payload = object.payload.borrow().clone();
            let payload = if payload.is_unbound() { payload } else { copy(&Args { pos: &[payload], kw: &[] })? };
            let made = Instance::new(object.class.clone(), payload);
            for (name, part) in object.attrs.all() {
                made.attrs.set(name, part);
            }
            Value::Obj(made)
        }
        Value::Native(native) => {
            native.0.call_method(value, "__copy__", &Args::none()).unwrap_or_else(|| Ok(value.clone()))?
        }
        Value::Iter(_) => return err("TypeError", "cannot pickle iterator object"),
        other => other.clone(),
    })
}

/// `copy.deepcopy(value)`
///
/// # Errors
/// What `__deepcopy__` raises.
pub fn deepcopy(args: &Args) -> R {
    deep(args.at(0, "deepcopy")?, &mut HashMap::new())
}

fn deep(value: &Value, seen: &mut HashMap<i64, Value>) -> R {
    if let Some(done) = seen
        .get(&value.id())
        .filter(|_| matches!(value, Value::List(_) | Value::Dict(_) | Value::Obj(_) | Value::Set(_) | Value::Native(_)))
    {
        return Ok(done.clone());
    }
    Ok(match value {
        Value::List(items) => {
            let made = Value::list(vec![]);
            seen.insert(value.id(), made.clone());
            let items = items.borrow().clone();
            for item in &items {
                let item = deep(item, seen)?;
                if let Value::List(out) = &made {
                    out.borrow_mut().push(item);
                }
            }
            made
        }
        Value::Tuple(items) => Value::tuple(items.iter().map(|item| deep(item, seen)).collect::<R<_>>()?),
        Value::Dict(dict) => {
            let made = Value::dict(crate::dict::Dict::default());
            seen.insert(value.id(), made.clone());
            let pairs = dict.borrow().pairs();
            for (key, item) in pairs {
                let (key, item) = (deep(&key, seen)?, deep(&item, seen)?);
                made.set_item(key, item)?;
            }
            made
        }
        Value::Set(set) if !set.frozen => {
            let items = set.table.borrow().items();
            crate::construct::set_of(items.iter().map(|item| deep(item, seen)).collect::<R<Vec<_>>>()?)?
        }
        Value::Bytes(_) => copy(&Args { pos: std::slice::from_ref(value), kw: &[] })?,
        Value::Obj(object) => {
            if object.class.lookup("__deepcopy__").is_some() {
                return value.method("__deepcopy__", &[Value::dict(crate::dict::Dict::default())]);
            }
            if crate::enums::is_enum(&object.class) {
                return Ok(value.clone());
            }
            let payload = object.payload.borrow().clone();
            let made = Instance::new(object.class.clone(), Value::Unbound);
            seen.insert(value.id(), Value::Obj(made.clone()));
            if !payload.is_unbound() {
                let payload = deep(&payload, seen)?;
                *made.payload.borrow_mut() = payload;
            }
            for (name, part) in object.attrs.all() {
                made.attrs.set(name, deep(&part, seen)?);
            }
            Value::Obj(made)
        }
        Value::Native(native) if native.0.type_name() == "deque" => {
            let items = crate::iter::to_vec(value)?.iter().map(|item| deep(item, seen)).collect::<R<Vec<_>>>()?;
            let most = value.attr("maxlen")?;
            crate::library::collections::deque(&Args { pos: &[Value::list(items), most], kw: &[] })?
        }
        Value::Native(native) if native.0.type_name() == "numpy.ndarray" => {
            let made = value.method("__copy__", &[])?;
            seen.insert(value.id(), made.clone());
            made
        }
        Value::Native(native) if native.0.type_name().starts_with("numpy.random.") => {
            crate::run::hole("batuta: PY0102 a copy of a generator of numpy is not in the runtime")
        }
        other => other.clone(),
    })
}
