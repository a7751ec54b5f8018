//! The classes of `json`.
//!
//! @generated from `runtime/pure/json.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "json";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static JSONDecoder : Global = const { Global::new("JSONDecoder") };
        pub (crate) static JSONEncoder : Global = const { Global::new("JSONEncoder") };
    }
}

pub(crate) fn json_encoder_init(
    self_: Value,
    skipkeys: Value,
    ensure_ascii: Value,
    check_circular: Value,
    allow_nan: Value,
    sort_keys: Value,
    indent: Value,
    separators: Value,
    default: Value,
) -> R {
    self_.set_attr("ensure_ascii", ensure_ascii.clone())?;
    self_.set_attr("sort_keys", sort_keys.clone())?;
    self_.set_attr("indent", indent.clone())?;
    self_.set_attr("separators", separators.clone())?;
    if !default.is(&Value::None) {
        self_.set_attr("default", default.clone())?;
    }
    Ok(Value::None)
}

pub(crate) fn json_encoder_default(self_: Value, o: Value) -> R {
    Err(
        py::exc::to_raise(
            &py::call::call(
                &py::exception("TypeError"),
                &py::pos(
                    &[
                        Value::str(
                            format!(
                                "Object of type {} is not JSON serializable", py::show(& o
                                .attr("__class__") ?.attr("__name__") ?) ?
                            ),
                        ),
                    ],
                ),
            )?,
        )?,
    )
}

pub(crate) fn json_encoder_encode(self_: Value, o: Value) -> R {
    Ok(
        py::library::json::dumps(
            &py::Args {
                pos: &[o.clone()],
                kw: &[
                    ("ensure_ascii", self_.attr("ensure_ascii")?),
                    ("sort_keys", self_.attr("sort_keys")?),
                    ("indent", self_.attr("indent")?),
                    ("separators", self_.attr("separators")?),
                    ("default", self_.attr("default")?),
                ],
            },
        )?,
    )
}

pub(crate) fn json_encoder_iterencode(self_: Value, o: Value, _one_shot: Value) -> R {
    Ok({
        async fn body_2(
            yielder: py::Yielder,
            self_: Value,
            o: Value,
            _one_shot: Value,
        ) -> R {
            yielder.give(self_.method("encode", &[o.clone()])?).await?;
            Ok(Value::None)
        }
        py::generator("iterencode", move |yielder| body_2(yielder, self_, o, _one_shot))
    })
}

pub(crate) fn json_decoder_init(
    self_: Value,
    object_hook: Value,
    parse_float: Value,
    parse_int: Value,
    parse_constant: Value,
    strict: Value,
    object_pairs_hook: Value,
) -> R {
    self_.set_attr("object_hook", object_hook.clone())?;
    self_.set_attr("parse_float", parse_float.clone())?;
    self_.set_attr("parse_int", parse_int.clone())?;
    self_.set_attr("object_pairs_hook", object_pairs_hook.clone())?;
    Ok(Value::None)
}

pub(crate) fn json_decoder_decode(self_: Value, s: Value) -> R {
    Ok(
        py::library::json::loads(
            &py::Args {
                pos: &[s.clone()],
                kw: &[
                    ("object_hook", self_.attr("object_hook")?),
                    ("parse_float", self_.attr("parse_float")?),
                    ("parse_int", self_.attr("parse_int")?),
                    ("object_pairs_hook", self_.attr("object_pairs_hook")?),
                ],
            },
        )?,
    )
}

/// The statements of `json.py`.
pub(crate) fn run() -> R<()> {
    global::JSONEncoder
        .store({
            let class = py::ClassBody::new("JSONEncoder", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "JSONEncoder.__init__",
                        "self, *, skipkeys=, ensure_ascii=, check_circular=, allow_nan=, sort_keys=, indent=, separators=, default=",
                        [
                            Value::Bool(false),
                            Value::Bool(true),
                            Value::Bool(true),
                            Value::Bool(true),
                            Value::Bool(false),
                            Value::None,
                            Value::None,
                            Value::None,
                        ],
                        json_encoder_init,
                    ),
                );
            class
                .set(
                    "default",
                    py::def("JSONEncoder.default", "self, o", [], json_encoder_default),
                );
            class
                .set(
                    "encode",
                    py::def("JSONEncoder.encode", "self, o", [], json_encoder_encode),
                );
            class
                .set(
                    "iterencode",
                    py::def(
                        "JSONEncoder.iterencode",
                        "self, o, _one_shot=",
                        [Value::Bool(false)],
                        json_encoder_iterencode,
                    ),
                );
            class.finish(&[])?
        });
    global::JSONDecoder
        .store({
            let class = py::ClassBody::new("JSONDecoder", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "JSONDecoder.__init__",
                        "self, *, object_hook=, parse_float=, parse_int=, parse_constant=, strict=, object_pairs_hook=",
                        [
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::Bool(true),
                            Value::None,
                        ],
                        json_decoder_init,
                    ),
                );
            class
                .set(
                    "decode",
                    py::def("JSONDecoder.decode", "self, s", [], json_decoder_decode),
                );
            class.finish(&[])?
        });
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library json") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "JSONEncoder" => global::JSONEncoder.load(),
        "JSONDecoder" => global::JSONDecoder.load(),
        _ => Ok(Value::None),
    }
}
