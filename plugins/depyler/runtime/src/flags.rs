//! `enum.Flag` and `enum.IntFlag`: members that combine.

use crate::class::{Class, Instance};
use crate::dict::Dict;
use crate::exc::err;
use crate::func::{Args, native_method};
use crate::names::intern;
use crate::value::{Name, R, Value};
use std::rc::Rc;

/// Whether a class derives from `Flag`.
pub fn is_flag(class: &Class) -> bool {
    class.rest.iter().any(|base| base.name == "Flag" && base.is_native())
}

/// The methods of `Flag`.
pub fn describe(class: &Class) {
    let methods: &[(Name, crate::func::NativeCode)] = &[
        ("__or__", |args| combine(args, |a, b| a | b)),
        ("__ror__", |args| combine(args, |a, b| a | b)),
        ("__and__", |args| combine(args, |a, b| a & b)),
        ("__rand__", |args| combine(args, |a, b| a & b)),
        ("__xor__", |args| combine(args, |a, b| a ^ b)),
        ("__rxor__", |args| combine(args, |a, b| a ^ b)),
        ("__invert__", |args| {
            let class = class_of(args)?;
            let all = canonical(&class).iter().fold(0, |all, (_, bits)| all | bits);
            of(&class, all & !bits(&args.pos[0])?)
        }),
        ("__contains__", |args| {
            let (whole, part) = (bits(&args.pos[0])?, bits(args.at(1, "in")?)?);
            Ok(Value::Bool(whole & part == part))
        }),
        ("__bool__", |args| Ok(Value::Bool(bits(&args.pos[0])? != 0))),
        ("__len__", |args| Ok(Value::Int(bits(&args.pos[0])?.count_ones().into()))),
        ("__iter__", |args| {
            let whole = bits(&args.pos[0])?;
            let inside = canonical(&class_of(args)?).into_iter().filter(|(_, bits)| whole & bits != 0);
            Ok(crate::iter::ready(inside.map(|(member, _)| member).collect()).into_value("generator"))
        }),
    ];
    for (method, code) in methods {
        class.attrs.set(method, native_method(method, *code));
    }
}

fn class_of(args: &Args) -> R<Rc<Class>> {
    match args.at(0, "flag")? {
        Value::Obj(object) => Ok(object.class.clone()),
        _ => err("TypeError", "a flag is needed"),
    }
}

fn bits(value: &Value) -> R<i64> {
    match value {
        Value::Int(n) => Ok(*n),
        Value::Obj(_) => crate::item::index(&value.attr("_value_")?, "int"),
        other => err("TypeError", format!("unsupported operand: '{}'", crate::class::class_of(other).full_name())),
    }
}

fn combine(args: &Args, code: fn(i64, i64) -> i64) -> R {
    let class = class_of(args)?;
    let other = args.at(1, "flag")?;
    let fits = match other {
        Value::Obj(object) => Rc::ptr_eq(&object.class, &class),
        Value::Int(_) => class.rest.iter().any(|base| base.name == "int"),
        _ => false,
    };
    if !fits {
        return Ok(Value::NotImplemented);
    }
    of(&class, code(bits(&args.pos[0])?, bits(other)?))
}

/// Members of one bit, in order of definition.
pub fn canonical(class: &Rc<Class>) -> Vec<(Value, i64)> {
    let Some(Value::Dict(members)) = class.attrs.get("__members__") else { return vec![] };
    let all = members.borrow().values();
    let mut out: Vec<(Value, i64)> = vec![];
    for member in all {
        if let Ok(bits) = bits(&member)
            && bits > 0
            && bits.count_ones() == 1
            && !out.iter().any(|(_, old)| *old == bits)
        {
            out.push((member, bits));
        }
    }
    out
}

/// The member with these bits: one that has a name, or a combination.
///
/// # Errors
/// `ValueError` for bits that no member has.
pub fn of(class: &Rc<Class>, wanted: i64) -> R {
    if let Some(Value::Dict(members)) = class.attrs.get("__members__") {
        for member in members.borrow().values() {
            if bits(&member)? == wanted {
                return Ok(member);
            }
        }
    }
    let made = match class.attrs.get("_combinations_") {
        Some(Value::Dict(made)) => made,
        _ => {
            let made = Rc::new(std::cell::RefCell::new(Dict::default()));
            class.set("_combinations_", Value::Dict(made.clone()));
            made
        }
    };
    if let Some(found) = made.borrow().get(&Value::Int(wanted))? {
        return Ok(found);
    }
    let whole_number = class.rest.iter().any(|base| base.name == "int");
    let singles = canonical(class);
    let all = singles.iter().fold(0, |all, (_, bits)| all | bits);
    if wanted & !all != 0 && !whole_number {
        let width = all.max(wanted).ilog2() as usize + 1;
        let show = |n: i64| format!("0b0 {:0width$b}", n);
        return err(
            "ValueError",
            format!(
                "<flag '{}'> invalid value {wanted}\n    given {}\n  allowed {}",
                class.name,
                show(wanted),
                show(all)
            ),
        );
    }
    let mut names = vec![];
    for (member, bits) in &singles {
        if wanted & bits != 0 {
            names.push(crate::repr::str_of(&member.attr("_name_")?)?);
        }
    }
    let rest = wanted & !all;
    if rest != 0 && !names.is_empty() {
        names.push(rest.to_string());
    }
    let name = if names.is_empty() { Value::None } else { Value::str(names.join("|")) };
    let payload = if whole_number { Value::Int(wanted) } else { Value::Unbound };
    let member = Instance::new(class.clone(), payload);
    for (key, part) in
        [("_name_", name.clone()), ("_value_", Value::Int(wanted)), ("name", name), ("value", Value::Int(wanted))]
    {
        member.attrs.set(intern(key), part);
    }
    let member = Value::Obj(member);
    made.borrow_mut().set(Value::Int(wanted), member.clone())?;
    Ok(member)
}
