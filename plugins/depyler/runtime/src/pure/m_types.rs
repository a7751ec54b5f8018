//! Names of built-in types.
//!
//! @generated from `runtime/pure/types.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "types";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static BuiltinFunctionType : Global = const {
        Global::new("BuiltinFunctionType") }; pub (crate) static BuiltinMethodType :
        Global = const { Global::new("BuiltinMethodType") }; pub (crate) static
        EllipsisType : Global = const { Global::new("EllipsisType") }; pub (crate) static
        FunctionType : Global = const { Global::new("FunctionType") }; pub (crate) static
        GeneratorType : Global = const { Global::new("GeneratorType") }; pub (crate)
        static GenericAlias : Global = const { Global::new("GenericAlias") }; pub (crate)
        static LambdaType : Global = const { Global::new("LambdaType") }; pub (crate)
        static MappingProxyType : Global = const { Global::new("MappingProxyType") }; pub
        (crate) static MethodType : Global = const { Global::new("MethodType") }; pub
        (crate) static NoneType : Global = const { Global::new("NoneType") }; pub (crate)
        static NotImplementedType : Global = const { Global::new("NotImplementedType") };
        pub (crate) static SimpleNamespace : Global = const {
        Global::new("SimpleNamespace") }; pub (crate) static UnionType : Global = const {
        Global::new("UnionType") }; pub (crate) static _Class : Global = const {
        Global::new("_Class") }; pub (crate) static _function : Global = const {
        Global::new("_function") }; pub (crate) static _generator : Global = const {
        Global::new("_generator") }; pub (crate) static mappingproxy : Global = const {
        Global::new("mappingproxy") };
    }
}

pub(crate) fn _function() -> R {
    Ok(Value::None)
}

pub(crate) fn _generator() -> R {
    Ok({
        async fn body_1(yielder: py::Yielder) -> R {
            yielder.give(Value::None).await?;
            Ok(Value::None)
        }
        py::generator("_generator", move |yielder| body_1(yielder))
    })
}

pub(crate) fn _class_method(self_: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn simple_namespace_init(self_: Value, kwargs: Value) -> R {
    let mut iter_3 = py::iter::iter(&kwargs)?;
    while let Some(key) = iter_3.next()? {
        py::builtins::setattr(
            &py::pos(&[self_.clone(), key.clone(), kwargs.item(&key)?]),
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn simple_namespace_repr(self_: Value) -> R {
    let parts = {
        let mut out_5 = Vec::new();
        let mut iter_6 = py::iter::iter(&self_.attr("__dict__")?.method("items", &[])?)?;
        while let Some(item_7) = iter_6.next()? {
            let mut key = Value::Unbound;
            let mut value = Value::Unbound;
            let [item_8, item_9] = py::unpack::<2>(&item_7)?;
            key = item_8;
            value = item_9;
            out_5
                .push(
                    Value::str(
                        format!("{}={}", py::show(& key) ?, py::fmt(& value, 'r', "") ?),
                    ),
                );
        }
        Value::list(out_5)
    };
    let name = if py::construct::type_(&py::pos(&[self_.clone()]))?
        .is(&global::SimpleNamespace.load()?)
    {
        Value::str("namespace")
    } else {
        py::construct::type_(&py::pos(&[self_.clone()]))?.attr("__name__")?
    };
    Ok(
        Value::str(
            format!(
                "{}({})", py::show(& name) ?, py::show(& Value::str(", ").method("join",
                & [parts.clone()]) ?) ?
            ),
        ),
    )
}

pub(crate) fn simple_namespace_eq(self_: Value, other: Value) -> R {
    if py::builtins::isinstance(
            &py::pos(&[self_.clone(), global::SimpleNamespace.load()?]),
        )?
        .truth()?
        && py::builtins::isinstance(
                &py::pos(&[other.clone(), global::SimpleNamespace.load()?]),
            )?
            .truth()?
    {
        return Ok(self_.attr("__dict__")?.eq(&other.attr("__dict__")?)?);
    }
    Ok(Value::NotImplemented)
}

pub(crate) fn mappingproxy_init(self_: Value, mapping: Value) -> R {
    self_.set_attr("_mapping", mapping.clone())?;
    Ok(Value::None)
}

pub(crate) fn mappingproxy_getitem(self_: Value, key: Value) -> R {
    Ok(self_.attr("_mapping")?.item(&key)?)
}

pub(crate) fn mappingproxy_len(self_: Value) -> R {
    Ok(Value::from(py::builtins::len(&self_.attr("_mapping")?)?))
}

pub(crate) fn mappingproxy_iter(self_: Value) -> R {
    Ok(py::builtins::iter(&py::pos(&[self_.attr("_mapping")?]))?)
}

pub(crate) fn mappingproxy_contains(self_: Value, key: Value) -> R {
    Ok(Value::Bool(py::contained(&key, &self_.attr("_mapping")?)?))
}

pub(crate) fn mappingproxy_repr(self_: Value) -> R {
    Ok(
        Value::str(
            format!("mappingproxy({})", py::fmt(& self_.attr("_mapping") ?, 'r', "") ?),
        ),
    )
}

pub(crate) fn mappingproxy_str(self_: Value) -> R {
    Ok(py::construct::str(&py::pos(&[self_.attr("_mapping")?]))?)
}

pub(crate) fn mappingproxy_eq(self_: Value, other: Value) -> R {
    Ok(self_.attr("_mapping")?.eq(&other)?)
}

pub(crate) fn mappingproxy_get(self_: Value, key: Value, default: Value) -> R {
    Ok(self_.attr("_mapping")?.method("get", &[key.clone(), default.clone()])?)
}

pub(crate) fn mappingproxy_keys(self_: Value) -> R {
    Ok(self_.attr("_mapping")?.method("keys", &[])?)
}

pub(crate) fn mappingproxy_values(self_: Value) -> R {
    Ok(self_.attr("_mapping")?.method("values", &[])?)
}

pub(crate) fn mappingproxy_items(self_: Value) -> R {
    Ok(self_.attr("_mapping")?.method("items", &[])?)
}

pub(crate) fn mappingproxy_copy(self_: Value) -> R {
    Ok(self_.attr("_mapping")?.method("copy", &[])?)
}

/// The statements of `types.py`.
pub(crate) fn run() -> R<()> {
    global::_function.store(py::def("_function", "", [], _function));
    global::_generator.store(py::def("_generator", "", [], _generator));
    global::_Class
        .store({
            let class = py::ClassBody::new("_Class", NAME, Value::None, &[])?;
            class.set("method", py::def("_Class.method", "self", [], _class_method));
            class.finish(&[])?
        });
    global::FunctionType
        .store(py::construct::type_(&py::pos(&[global::_function.load()?]))?);
    global::LambdaType.store(global::FunctionType.load()?);
    global::GeneratorType.store(py::construct::type_(&py::pos(&[_generator()?]))?);
    global::MethodType
        .store(
            py::construct::type_(
                &py::pos(
                    &[
                        py::call::call(&global::_Class.load()?, &py::Args::none())?
                            .attr("method")?,
                    ],
                ),
            )?,
        );
    global::BuiltinFunctionType
        .store(
            py::construct::type_(&py::pos(&[py::native_fn("len", py::builtins::len_)]))?,
        );
    global::BuiltinMethodType.store(global::BuiltinFunctionType.load()?);
    global::NoneType.store(py::construct::type_(&py::pos(&[Value::None]))?);
    global::NotImplementedType
        .store(py::construct::type_(&py::pos(&[Value::NotImplemented]))?);
    global::EllipsisType.store(py::construct::type_(&py::pos(&[Value::Ellipsis]))?);
    global::GenericAlias
        .store(
            py::construct::type_(
                &py::pos(&[py::library_class("list").item(&py::library_class("int"))?]),
            )?,
        );
    global::UnionType
        .store(
            py::construct::type_(
                &py::pos(&[py::library_class("int").bit_or(&Value::None)?]),
            )?,
        );
    global::SimpleNamespace
        .store({
            let class = py::ClassBody::new(
                "SimpleNamespace",
                NAME,
                Value::str("Attributes, and nothing else."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "SimpleNamespace.__init__",
                        "self, /, **kwargs",
                        [],
                        simple_namespace_init,
                    ),
                );
            class
                .set(
                    "__repr__",
                    py::def(
                        "SimpleNamespace.__repr__",
                        "self",
                        [],
                        simple_namespace_repr,
                    ),
                );
            class
                .set(
                    "__eq__",
                    py::def(
                        "SimpleNamespace.__eq__",
                        "self, other",
                        [],
                        simple_namespace_eq,
                    ),
                );
            class.finish(&[])?
        });
    global::mappingproxy
        .store({
            let class = py::ClassBody::new(
                "mappingproxy",
                NAME,
                Value::str("A mapping that cannot be changed through it."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "mappingproxy.__init__",
                        "self, mapping",
                        [],
                        mappingproxy_init,
                    ),
                );
            class
                .set(
                    "__getitem__",
                    py::def(
                        "mappingproxy.__getitem__",
                        "self, key",
                        [],
                        mappingproxy_getitem,
                    ),
                );
            class
                .set(
                    "__len__",
                    py::def("mappingproxy.__len__", "self", [], mappingproxy_len),
                );
            class
                .set(
                    "__iter__",
                    py::def("mappingproxy.__iter__", "self", [], mappingproxy_iter),
                );
            class
                .set(
                    "__contains__",
                    py::def(
                        "mappingproxy.__contains__",
                        "self, key",
                        [],
                        mappingproxy_contains,
                    ),
                );
            class
                .set(
                    "__repr__",
                    py::def("mappingproxy.__repr__", "self", [], mappingproxy_repr),
                );
            class
                .set(
                    "__str__",
                    py::def("mappingproxy.__str__", "self", [], mappingproxy_str),
                );
            class
                .set(
                    "__eq__",
                    py::def("mappingproxy.__eq__", "self, other", [], mappingproxy_eq),
                );
            class
                .set(
                    "get",
                    py::def(
                        "mappingproxy.get",
                        "self, key, default=",
                        [Value::None],
                        mappingproxy_get,
                    ),
                );
            class
                .set(
                    "keys",
                    py::def("mappingproxy.keys", "self", [], mappingproxy_keys),
                );
            class
                .set(
                    "values",
                    py::def("mappingproxy.values", "self", [], mappingproxy_values),
                );
            class
                .set(
                    "items",
                    py::def("mappingproxy.items", "self", [], mappingproxy_items),
                );
            class
                .set(
                    "copy",
                    py::def("mappingproxy.copy", "self", [], mappingproxy_copy),
                );
            class.finish(&[])?
        });
    global::MappingProxyType.store(global::mappingproxy.load()?);
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library types") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "FunctionType" => global::FunctionType.load(),
        "LambdaType" => global::LambdaType.load(),
        "GeneratorType" => global::GeneratorType.load(),
        "MethodType" => global::MethodType.load(),
        "BuiltinFunctionType" => global::BuiltinFunctionType.load(),
        "BuiltinMethodType" => global::BuiltinMethodType.load(),
        "NoneType" => global::NoneType.load(),
        "NotImplementedType" => global::NotImplementedType.load(),
        "EllipsisType" => global::EllipsisType.load(),
        "SimpleNamespace" => global::SimpleNamespace.load(),
        "MappingProxyType" => global::MappingProxyType.load(),
        "GenericAlias" => global::GenericAlias.load(),
        "UnionType" => global::UnionType.load(),
        _ => Ok(Value::None),
    }
}
