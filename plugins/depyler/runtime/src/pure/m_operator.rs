//! Operators that are said in others.
//!
//! @generated from `runtime/pure/operator.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static abs : Global = const { Global::new("abs") }; pub (crate)
        static call : Global = const { Global::new("call") }; pub (crate) static countOf
        : Global = const { Global::new("countOf") }; pub (crate) static delitem : Global
        = const { Global::new("delitem") }; pub (crate) static iadd : Global = const {
        Global::new("iadd") }; pub (crate) static iand : Global = const {
        Global::new("iand") }; pub (crate) static iconcat : Global = const {
        Global::new("iconcat") }; pub (crate) static ifloordiv : Global = const {
        Global::new("ifloordiv") }; pub (crate) static ilshift : Global = const {
        Global::new("ilshift") }; pub (crate) static imod : Global = const {
        Global::new("imod") }; pub (crate) static imul : Global = const {
        Global::new("imul") }; pub (crate) static index : Global = const {
        Global::new("index") }; pub (crate) static indexOf : Global = const {
        Global::new("indexOf") }; pub (crate) static inv : Global = const {
        Global::new("inv") }; pub (crate) static invert : Global = const {
        Global::new("invert") }; pub (crate) static ior : Global = const {
        Global::new("ior") }; pub (crate) static ipow : Global = const {
        Global::new("ipow") }; pub (crate) static irshift : Global = const {
        Global::new("irshift") }; pub (crate) static isub : Global = const {
        Global::new("isub") }; pub (crate) static itruediv : Global = const {
        Global::new("itruediv") }; pub (crate) static ixor : Global = const {
        Global::new("ixor") }; pub (crate) static length_hint : Global = const {
        Global::new("length_hint") }; pub (crate) static matmul : Global = const {
        Global::new("matmul") }; pub (crate) static pos : Global = const {
        Global::new("pos") }; pub (crate) static setitem : Global = const {
        Global::new("setitem") };
    }
}

pub(crate) fn index(a: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[a.clone(), py::library_class("int")]))?
        .truth()?
    {
        return Ok(a.clone());
    }
    Ok(a.method("__index__", &[])?)
}

pub(crate) fn pos(a: Value) -> R {
    Ok(a.plus()?)
}

pub(crate) fn inv(a: Value) -> R {
    Ok(a.invert()?)
}

pub(crate) fn abs(a: Value) -> R {
    Ok(
        if py::builtins::isinstance(
                &py::pos(
                    &[
                        a.clone(),
                        py::tuple([py::library_class("int"), py::library_class("float")]),
                    ],
                ),
            )?
            .truth()? && a.is_lt(&Value::Int(0))?
        {
            a.neg()?
        } else {
            if py::builtins::isinstance(
                    &py::pos(
                        &[
                            a.clone(),
                            py::tuple([
                                py::library_class("int"),
                                py::library_class("float"),
                            ]),
                        ],
                    ),
                )?
                .truth()?
            {
                a.plus()?
            } else {
                a.method("__abs__", &[])?
            }
        },
    )
}

pub(crate) fn matmul(a: Value, b: Value) -> R {
    Ok(a.matmul(&b)?)
}

pub(crate) fn setitem(a: Value, b: Value, c: Value) -> R {
    let value_1 = c.clone();
    a.set_item(b.clone(), value_1)?;
    Ok(Value::None)
}

pub(crate) fn delitem(a: Value, b: Value) -> R {
    a.del_item(&b)?;
    Ok(Value::None)
}

pub(crate) fn count_of(a: Value, b: Value) -> R {
    let mut count = Value::Int(0);
    let mut iter_2 = py::iter::iter(&a)?;
    while let Some(one) = iter_2.next()? {
        if one.is(&b) || one.is_eq(&b)? {
            count.add_assign(&Value::Int(1))?;
        }
    }
    Ok(count.clone())
}

pub(crate) fn index_of(a: Value, b: Value) -> R {
    let mut at = Value::Unbound;
    let mut one = Value::Unbound;
    let mut iter_4 = py::iter::iter(&py::construct::enumerate(&py::pos(&[a.clone()]))?)?;
    while let Some(item_5) = iter_4.next()? {
        let [item_6, item_7] = py::unpack::<2>(&item_5)?;
        at = item_6;
        one = item_7;
        if one.is(&b) || one.is_eq(&b)? {
            return Ok(at.clone());
        }
    }
    Err(
        py::exc::to_raise(
            &py::call::call(
                &py::exception("ValueError"),
                &py::pos(&[Value::str("sequence.index(x): x not in sequence")]),
            )?,
        )?,
    )
}

pub(crate) fn length_hint(obj: Value, default: Value) -> R {
    Ok(
        if py::builtins::hasattr(&py::pos(&[obj.clone(), Value::str("__len__")]))?
            .truth()?
        {
            Value::from(py::builtins::len(&obj)?)
        } else {
            default.clone()
        },
    )
}

pub(crate) fn call(obj: Value, args: Value, kwargs: Value) -> R {
    Ok({
        let function_10 = obj.clone();
        let args_11: Vec<Value> = {
            let mut items_13 = Vec::new();
            items_13.extend(py::iter::to_vec(&args)?);
            items_13
        };
        let mut keywords_12 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_12)?;
        py::call::call(
            &function_10,
            &py::Args {
                pos: &args_11,
                kw: &keywords_12,
            },
        )?
    })
}

pub(crate) fn iadd(mut a: Value, b: Value) -> R {
    a.add_assign(&b)?;
    Ok(a.clone())
}

pub(crate) fn isub(mut a: Value, b: Value) -> R {
    a.sub_assign(&b)?;
    Ok(a.clone())
}

pub(crate) fn imul(mut a: Value, b: Value) -> R {
    a.mul_assign(&b)?;
    Ok(a.clone())
}

pub(crate) fn itruediv(mut a: Value, b: Value) -> R {
    a.div_assign(&b)?;
    Ok(a.clone())
}

pub(crate) fn ifloordiv(mut a: Value, b: Value) -> R {
    a.floor_div_assign(&b)?;
    Ok(a.clone())
}

pub(crate) fn imod(mut a: Value, b: Value) -> R {
    a.modulo_assign(&b)?;
    Ok(a.clone())
}

pub(crate) fn ipow(mut a: Value, b: Value) -> R {
    a.pow_assign(&b)?;
    Ok(a.clone())
}

pub(crate) fn iand(mut a: Value, b: Value) -> R {
    a.bit_and_assign(&b)?;
    Ok(a.clone())
}

pub(crate) fn ior(mut a: Value, b: Value) -> R {
    a.bit_or_assign(&b)?;
    Ok(a.clone())
}

pub(crate) fn ixor(mut a: Value, b: Value) -> R {
    a.bit_xor_assign(&b)?;
    Ok(a.clone())
}

pub(crate) fn ilshift(mut a: Value, b: Value) -> R {
    a.shl_assign(&b)?;
    Ok(a.clone())
}

pub(crate) fn irshift(mut a: Value, b: Value) -> R {
    a.shr_assign(&b)?;
    Ok(a.clone())
}

/// The statements of `operator.py`.
pub(crate) fn run() -> R<()> {
    global::index.store(py::def("index", "a", [], index));
    global::pos.store(py::def("pos", "a", [], pos));
    global::inv.store(py::def("inv", "a", [], inv));
    global::invert.store(global::inv.load()?);
    global::abs.store(py::def("abs", "a", [], abs));
    global::matmul.store(py::def("matmul", "a, b", [], matmul));
    global::setitem.store(py::def("setitem", "a, b, c", [], setitem));
    global::delitem.store(py::def("delitem", "a, b", [], delitem));
    global::countOf.store(py::def("countOf", "a, b", [], count_of));
    global::indexOf.store(py::def("indexOf", "a, b", [], index_of));
    global::length_hint
        .store(py::def("length_hint", "obj, default=", [Value::Int(0)], length_hint));
    global::call.store(py::def("call", "obj, /, *args, **kwargs", [], call));
    global::iadd.store(py::def("iadd", "a, b", [], iadd));
    global::iconcat.store(global::iadd.load()?);
    global::isub.store(py::def("isub", "a, b", [], isub));
    global::imul.store(py::def("imul", "a, b", [], imul));
    global::itruediv.store(py::def("itruediv", "a, b", [], itruediv));
    global::ifloordiv.store(py::def("ifloordiv", "a, b", [], ifloordiv));
    global::imod.store(py::def("imod", "a, b", [], imod));
    global::ipow.store(py::def("ipow", "a, b", [], ipow));
    global::iand.store(py::def("iand", "a, b", [], iand));
    global::ior.store(py::def("ior", "a, b", [], ior));
    global::ixor.store(py::def("ixor", "a, b", [], ixor));
    global::ilshift.store(py::def("ilshift", "a, b", [], ilshift));
    global::irshift.store(py::def("irshift", "a, b", [], irshift));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library operator") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "index" => global::index.load(),
        "pos" => global::pos.load(),
        "inv" => global::inv.load(),
        "invert" => global::invert.load(),
        "abs" => global::abs.load(),
        "matmul" => global::matmul.load(),
        "setitem" => global::setitem.load(),
        "delitem" => global::delitem.load(),
        "countOf" => global::countOf.load(),
        "indexOf" => global::indexOf.load(),
        "length_hint" => global::length_hint.load(),
        "call" => global::call.load(),
        "iadd" => global::iadd.load(),
        "iconcat" => global::iconcat.load(),
        "isub" => global::isub.load(),
        "imul" => global::imul.load(),
        "itruediv" => global::itruediv.load(),
        "ifloordiv" => global::ifloordiv.load(),
        "imod" => global::imod.load(),
        "ipow" => global::ipow.load(),
        "iand" => global::iand.load(),
        "ior" => global::ior.load(),
        "ixor" => global::ixor.load(),
        "ilshift" => global::ilshift.load(),
        "irshift" => global::irshift.load(),
        _ => Ok(Value::None),
    }
}
