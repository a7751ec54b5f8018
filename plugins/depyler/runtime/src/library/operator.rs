//! `operator`

use crate::exc::err;
use crate::func::Args;
use crate::names::intern;
use crate::native::{Object, native};
use crate::value::{Name, R, Value};

macro_rules! functions {
    ($($name:ident($a:ident, $b:ident) => $code:expr;)*) => {
        $(
            /// The function of this name in Python's `operator`.
            ///
            /// # Errors
            /// As the operator.
            pub fn $name(args: &Args) -> R {
                let ($a, $b) = (args.at(0, stringify!($name))?, args.at(1, stringify!($name))?);
                $code
            }
        )*
    };
}

functions! {
    add(a, b) => a.add(b);
    sub(a, b) => a.sub(b);
    mul(a, b) => a.mul(b);
    truediv(a, b) => a.div(b);
    floordiv(a, b) => a.floor_div(b);
    mod_(a, b) => a.modulo(b);
    pow(a, b) => a.pow(b);
    and_(a, b) => a.bit_and(b);
    or_(a, b) => a.bit_or(b);
    xor(a, b) => a.bit_xor(b);
    lshift(a, b) => a.shl(b);
    rshift(a, b) => a.shr(b);
    eq(a, b) => a.eq(b);
    ne(a, b) => a.ne(b);
    lt(a, b) => a.lt(b);
    le(a, b) => a.le(b);
    gt(a, b) => a.gt(b);
    ge(a, b) => a.ge(b);
    concat(a, b) => a.add(b);
    contains(a, b) => a.contains(b).map(Value::Bool);
    getitem(a, b) => a.item(b);
    is_(a, b) => Ok(Value::Bool(a.is(b)));
    is_not(a, b) => Ok(Value::Bool(!a.is(b)));
}

/// `operator.neg(a)`
///
/// # Errors
/// As the operator.
pub fn neg(args: &Args) -> R {
    args.at(0, "neg")?.neg()
}

/// `operator.not_(a)`
///
/// # Errors
/// What `__bool__` raises.
pub fn not_(args: &Args) -> R {
    Ok(Value::Bool(!args.at(0, "not_")?.truth()?))
}

/// `operator.truth(a)`
///
/// # Errors
/// What `__bool__` raises.
pub fn truth(args: &Args) -> R {
    args.at(0, "truth")?.truth().map(Value::Bool)
}

enum Getter {
    Item(Vec<Value>),
    Attr(Vec<Name>),
    Method(Name, Vec<Value>, Vec<(Name, Value)>),
}

impl Object for Getter {
    fn type_name(&self) -> Name {
        "function"
    }
    fn call(&self, _: &Value, args: &Args) -> Option<R> {
        let object = args.pos.first()?;
        let one_or_all = |mut all: Vec<Value>| if all.len() == 1 { all.remove(0) } else { Value::tuple(all) };
        Some(match self {
            Getter::Item(keys) => keys.iter().map(|key| object.item(key)).collect::<R<Vec<_>>>().map(one_or_all),
            Getter::Attr(names) => names.iter().map(|name| dotted(object, name)).collect::<R<Vec<_>>>().map(one_or_all),
            Getter::Method(name, pos, kw) => crate::call::call_method_with(object, name, &Args { pos, kw }),
        })
    }
}

fn dotted(object: &Value, path: &str) -> R {
    path.split('.').try_fold(object.clone(), |object, name| object.attr(intern(name)))
}

/// `operator.itemgetter(*keys)`
///
/// # Errors
/// None.
pub fn itemgetter(args: &Args) -> R {
    Ok(native(Getter::Item(args.pos.to_vec())))
}

/// `operator.attrgetter(*names)`
///
/// # Errors
/// `TypeError` when a name is no string.
pub fn attrgetter(args: &Args) -> R {
    let names = args.pos.iter().map(|name| match name.as_str() {
        Some(name) => Ok(intern(name)),
        None => err("TypeError", "attribute name must be a string"),
    });
    Ok(native(Getter::Attr(names.collect::<R<_>>()?)))
}

/// `operator.methodcaller(name, *args, **kw)`
///
/// # Errors
/// `TypeError` when the name is no string.
pub fn methodcaller(args: &Args) -> R {
    match args.at(0, "methodcaller")?.as_str() {
        Some(name) => Ok(native(Getter::Method(intern(name), args.pos[1..].to_vec(), args.kw.to_vec()))),
        None => err("TypeError", "method name must be a string"),
    }
}
