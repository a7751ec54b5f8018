//! Arguments of a command.
//!
//! @generated from `runtime/pure/argparse.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "argparse";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static Action : Global = const { Global::new("Action") }; pub (crate)
        static ArgumentDefaultsHelpFormatter : Global = const {
        Global::new("ArgumentDefaultsHelpFormatter") }; pub (crate) static ArgumentError
        : Global = const { Global::new("ArgumentError") }; pub (crate) static
        ArgumentParser : Global = const { Global::new("ArgumentParser") }; pub (crate)
        static ArgumentTypeError : Global = const { Global::new("ArgumentTypeError") };
        pub (crate) static BooleanOptionalAction : Global = const {
        Global::new("BooleanOptionalAction") }; pub (crate) static FileType : Global =
        const { Global::new("FileType") }; pub (crate) static HelpFormatter : Global =
        const { Global::new("HelpFormatter") }; pub (crate) static
        MetavarTypeHelpFormatter : Global = const {
        Global::new("MetavarTypeHelpFormatter") }; pub (crate) static Namespace : Global
        = const { Global::new("Namespace") }; pub (crate) static ONE_OR_MORE : Global =
        const { Global::new("ONE_OR_MORE") }; pub (crate) static OPTIONAL : Global =
        const { Global::new("OPTIONAL") }; pub (crate) static PARSER : Global = const {
        Global::new("PARSER") }; pub (crate) static REMAINDER : Global = const {
        Global::new("REMAINDER") }; pub (crate) static RawDescriptionHelpFormatter :
        Global = const { Global::new("RawDescriptionHelpFormatter") }; pub (crate) static
        RawTextHelpFormatter : Global = const { Global::new("RawTextHelpFormatter") };
        pub (crate) static SUPPRESS : Global = const { Global::new("SUPPRESS") }; pub
        (crate) static ZERO_OR_MORE : Global = const { Global::new("ZERO_OR_MORE") }; pub
        (crate) static _ACTIONS : Global = const { Global::new("_ACTIONS") }; pub (crate)
        static _AppendAction : Global = const { Global::new("_AppendAction") }; pub
        (crate) static _AppendConstAction : Global = const {
        Global::new("_AppendConstAction") }; pub (crate) static _ArgumentGroup : Global =
        const { Global::new("_ArgumentGroup") }; pub (crate) static _ChoicesPseudoAction
        : Global = const { Global::new("_ChoicesPseudoAction") }; pub (crate) static
        _Container : Global = const { Global::new("_Container") }; pub (crate) static
        _CountAction : Global = const { Global::new("_CountAction") }; pub (crate) static
        _ExtendAction : Global = const { Global::new("_ExtendAction") }; pub (crate)
        static _HelpAction : Global = const { Global::new("_HelpAction") }; pub (crate)
        static _MutuallyExclusiveGroup : Global = const {
        Global::new("_MutuallyExclusiveGroup") }; pub (crate) static _StoreAction :
        Global = const { Global::new("_StoreAction") }; pub (crate) static
        _StoreConstAction : Global = const { Global::new("_StoreConstAction") }; pub
        (crate) static _StoreFalseAction : Global = const {
        Global::new("_StoreFalseAction") }; pub (crate) static _StoreTrueAction : Global
        = const { Global::new("_StoreTrueAction") }; pub (crate) static _SubParsersAction
        : Global = const { Global::new("_SubParsersAction") }; pub (crate) static
        _VersionAction : Global = const { Global::new("_VersionAction") }; pub (crate)
        static _argument_name : Global = const { Global::new("_argument_name") }; pub
        (crate) static _copied : Global = const { Global::new("_copied") }; pub (crate)
        static _split_group : Global = const { Global::new("_split_group") };
    }
}

pub(crate) fn argument_error_init(self_: Value, argument: Value, message: Value) -> R {
    self_.set_attr("argument_name", _argument_name(argument.clone())?)?;
    self_.set_attr("message", message.clone())?;
    Ok(Value::None)
}

pub(crate) fn argument_error_str(self_: Value) -> R {
    if self_.attr("argument_name")?.is(&Value::None) {
        return Ok(Value::str(format!("{}", py::show(& self_.attr("message") ?) ?)));
    }
    Ok(
        Value::str(
            format!(
                "argument {}: {}", py::show(& self_.attr("argument_name") ?) ?,
                py::show(& self_.attr("message") ?) ?
            ),
        ),
    )
}

pub(crate) fn _argument_name(argument: Value) -> R {
    if argument.is(&Value::None) {
        return Ok(Value::None);
    }
    if argument.attr("option_strings")?.truth()? {
        return Ok(Value::str("/").method("join", &[argument.attr("option_strings")?])?);
    }
    if !py::contained(
        &argument.attr("metavar")?,
        &py::tuple([Value::None, global::SUPPRESS.load()?]),
    )? {
        return Ok(argument.attr("metavar")?);
    }
    if !py::contained(
        &argument.attr("dest")?,
        &py::tuple([Value::None, global::SUPPRESS.load()?]),
    )? {
        return Ok(argument.attr("dest")?);
    }
    if argument.attr("choices")?.truth()? {
        return Ok(
            Value::str("{")
                .add(
                    &Value::str(",")
                        .method(
                            "join",
                            &[
                                {
                                    let mut out_1 = Vec::new();
                                    let mut iter_2 = py::iter::iter(
                                        &argument.attr("choices")?,
                                    )?;
                                    while let Some(c) = iter_2.next()? {
                                        out_1.push(py::construct::str(&py::pos(&[c.clone()]))?);
                                    }
                                    Value::list(out_1)
                                },
                            ],
                        )?,
                )?
                .add(&Value::str("}"))?,
        );
    }
    Ok(Value::None)
}

pub(crate) fn namespace_init(self_: Value, kwargs: Value) -> R {
    let mut iter_3 = py::iter::iter(&kwargs)?;
    while let Some(name) = iter_3.next()? {
        py::builtins::setattr(
            &py::pos(&[self_.clone(), name.clone(), kwargs.item(&name)?]),
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn namespace_eq(self_: Value, other: Value) -> R {
    if !py::builtins::isinstance(&py::pos(&[other.clone(), global::Namespace.load()?]))?
        .truth()?
    {
        return Ok(Value::NotImplemented);
    }
    Ok(
        py::builtins::vars(&py::pos(&[self_.clone()]))?
            .eq(&py::builtins::vars(&py::pos(&[other.clone()]))?)?,
    )
}

pub(crate) fn namespace_contains(self_: Value, key: Value) -> R {
    Ok(Value::Bool(py::contained(&key, &self_.attr("__dict__")?)?))
}

pub(crate) fn namespace_repr(self_: Value) -> R {
    let mut name = Value::Unbound;
    let mut value = Value::Unbound;
    let parts = py::list([]);
    let extra = py::dict([])?;
    let mut iter_5 = py::iter::iter(&self_.attr("__dict__")?.method("items", &[])?)?;
    while let Some(item_6) = iter_5.next()? {
        let [item_7, item_8] = py::unpack::<2>(&item_6)?;
        name = item_7;
        value = item_8;
        if name.method("isidentifier", &[])?.truth()? {
            parts
                .method(
                    "append",
                    &[
                        Value::str("%s=%r")
                            .modulo(&py::tuple([name.clone(), value.clone()]))?,
                    ],
                )?;
        } else {
            let value_10 = value.clone();
            extra.set_item(name.clone(), value_10)?;
        }
    }
    if extra.truth()? {
        parts
            .method(
                "append",
                &[
                    Value::str("**%s")
                        .modulo(&py::builtins::repr(&py::pos(&[extra.clone()]))?)?,
                ],
            )?;
    }
    Ok(
        Value::str("%s(%s)")
            .modulo(
                &py::tuple([
                    py::construct::type_(&py::pos(&[self_.clone()]))?.attr("__name__")?,
                    Value::str(", ").method("join", &[parts.clone()])?,
                ]),
            )?,
    )
}

pub(crate) fn help_formatter_init(
    self_: Value,
    prog: Value,
    indent_increment: Value,
    max_help_position: Value,
    mut width: Value,
) -> R {
    if width.is(&Value::None) {
        let columns = py::call::call(
            &py::pure::load("os", "getenv")?,
            &py::pos(&[Value::str("COLUMNS")]),
        )?;
        width = if columns.truth()? {
            py::construct::int(&py::pos(&[columns.clone()]))?
        } else {
            Value::Int(80)
        }
            .sub(&Value::Int(2))?;
    }
    self_.set_attr("_prog", prog.clone())?;
    self_.set_attr("_width", width.clone())?;
    self_
        .set_attr(
            "_max_help_position",
            py::builtins::min(
                &py::pos(
                    &[
                        max_help_position.clone(),
                        py::builtins::max(
                            &py::pos(
                                &[
                                    width.sub(&Value::Int(20))?,
                                    indent_increment.mul(&Value::Int(2))?,
                                ],
                            ),
                        )?,
                    ],
                ),
            )?,
        )?;
    self_.set_attr("_indent_increment", indent_increment.clone())?;
    Ok(Value::None)
}

pub(crate) fn help_formatter_fill_text(
    self_: Value,
    mut text: Value,
    width: Value,
    indent: Value,
) -> R {
    text = Value::str(" ").method("join", &[text.method("split", &[])?])?;
    Ok(
        py::call::call(
            &py::pure::load("textwrap", "fill")?,
            &py::Args {
                pos: &[text.clone(), width.clone()],
                kw: &[
                    ("initial_indent", indent.clone()),
                    ("subsequent_indent", indent.clone()),
                ],
            },
        )?,
    )
}

pub(crate) fn help_formatter_split_lines(
    self_: Value,
    mut text: Value,
    width: Value,
) -> R {
    text = Value::str(" ").method("join", &[text.method("split", &[])?])?;
    Ok(
        py::call::call(
            &py::pure::load("textwrap", "wrap")?,
            &py::pos(&[text.clone(), width.clone()]),
        )?,
    )
}

pub(crate) fn help_formatter_get_default_metavar_for_optional(
    self_: Value,
    action: Value,
) -> R {
    Ok(action.attr("dest")?.method("upper", &[])?)
}

pub(crate) fn help_formatter_get_default_metavar_for_positional(
    self_: Value,
    action: Value,
) -> R {
    Ok(action.attr("dest")?)
}

pub(crate) fn help_formatter_get_help_string(self_: Value, action: Value) -> R {
    Ok(action.attr("help")?)
}

pub(crate) fn help_formatter_metavars(
    self_: Value,
    action: Value,
    default: Value,
    size: Value,
) -> R {
    let mut result = Value::Unbound;
    if !action.attr("metavar")?.is(&Value::None) {
        result = action.attr("metavar")?;
    } else if !action.attr("choices")?.is(&Value::None) {
        result = Value::str("{")
            .add(
                &Value::str(",")
                    .method(
                        "join",
                        &[
                            {
                                let mut out_14 = Vec::new();
                                let mut iter_15 = py::iter::iter(&action.attr("choices")?)?;
                                while let Some(c) = iter_15.next()? {
                                    out_14.push(py::construct::str(&py::pos(&[c.clone()]))?);
                                }
                                Value::list(out_14)
                            },
                        ],
                    )?,
            )?
            .add(&Value::str("}"))?;
    } else {
        result = default.clone();
    }
    if py::builtins::isinstance(&py::pos(&[result.clone(), py::library_class("tuple")]))?
        .truth()?
    {
        return Ok(result.clone());
    }
    Ok(py::tuple([result.clone()]).mul(&size)?)
}

pub(crate) fn help_formatter_format_args(
    self_: Value,
    action: Value,
    default: Value,
) -> R {
    let nargs = action.attr("nargs")?;
    if nargs.is(&Value::None) {
        return Ok(
            Value::str("%s")
                .modulo(
                    &self_
                        .method(
                            "_metavars",
                            &[action.clone(), default.clone(), Value::Int(1)],
                        )?,
                )?,
        );
    }
    if nargs.is_eq(&global::OPTIONAL.load()?)? {
        return Ok(
            Value::str("[%s]")
                .modulo(
                    &self_
                        .method(
                            "_metavars",
                            &[action.clone(), default.clone(), Value::Int(1)],
                        )?,
                )?,
        );
    }
    if nargs.is_eq(&global::ZERO_OR_MORE.load()?)? {
        let metavar = self_
            .method("_metavars", &[action.clone(), default.clone(), Value::Int(1)])?;
        if Value::from(py::builtins::len(&metavar)?).is_eq(&Value::Int(2))? {
            return Ok(Value::str("[%s [%s ...]]").modulo(&metavar)?);
        }
        return Ok(Value::str("[%s ...]").modulo(&metavar)?);
    }
    if nargs.is_eq(&global::ONE_OR_MORE.load()?)? {
        return Ok(
            Value::str("%s [%s ...]")
                .modulo(
                    &self_
                        .method(
                            "_metavars",
                            &[action.clone(), default.clone(), Value::Int(2)],
                        )?,
                )?,
        );
    }
    if nargs.is_eq(&global::REMAINDER.load()?)? {
        return Ok(Value::str("..."));
    }
    if nargs.is_eq(&global::PARSER.load()?)? {
        return Ok(
            Value::str("%s ...")
                .modulo(
                    &self_
                        .method(
                            "_metavars",
                            &[action.clone(), default.clone(), Value::Int(1)],
                        )?,
                )?,
        );
    }
    if nargs.is_eq(&global::SUPPRESS.load()?)? {
        return Ok(Value::str(""));
    }
    Ok(
        Value::str(" ")
            .method("join", &[py::list([Value::str("%s")]).mul(&nargs)?])?
            .modulo(
                &self_
                    .method(
                        "_metavars",
                        &[action.clone(), default.clone(), nargs.clone()],
                    )?,
            )?,
    )
}

/// Parts of the usage line, each with the actions that it shows.
pub(crate) fn help_formatter_usage_parts(
    self_: Value,
    actions: Value,
    groups: Value,
) -> R {
    let mut action = Value::Unbound;
    let mut group = Value::Unbound;
    let mut i = Value::Unbound;
    let mut start = Value::Unbound;
    let parts = py::list([]);
    let starts = py::dict([])?;
    let mut iter_16 = py::iter::iter(&groups)?;
    while let Some(item_17) = iter_16.next()? {
        group = item_17;
        let members = group.attr("_group_actions")?;
        if !members.truth()? {
            continue;
        }
        let flow_21: py::Flow = 'try_19: {
            start = py::attempt!(
                'try_19, actions.method("index", & [py::attempt!('try_19, members.item(&
                Value::Int(0)))])
            );
            py::Flow::Next
        };
        if let py::Flow::Raise(raised_20) = flow_21 {
            if raised_20.is_a("ValueError") {
                continue;
            } else {
                return Err(raised_20);
            }
        }
        if actions
            .item(
                &py::item::slice(
                    start.clone(),
                    start.add(&Value::from(py::builtins::len(&members)?))?,
                    Value::None,
                ),
            )?
            .is_eq(&members)?
        {
            let value_22 = group.clone();
            starts.set_item(start.clone(), value_22)?;
        }
    }
    let mut skip = Value::Int(0);
    let mut iter_23 = py::iter::iter(
        &py::construct::enumerate(&py::pos(&[actions.clone()]))?,
    )?;
    while let Some(item_24) = iter_23.next()? {
        let [item_25, item_26] = py::unpack::<2>(&item_24)?;
        i = item_25;
        action = item_26;
        if py::contained(&i, &starts)? {
            group = starts.item(&i)?;
            let shown = {
                let mut out_28 = Vec::new();
                let mut iter_29 = py::iter::iter(&group.attr("_group_actions")?)?;
                while let Some(a) = iter_29.next()? {
                    if !a.attr("help")?.is(&global::SUPPRESS.load()?)
                        && a.attr("help")?.is_ne(&global::SUPPRESS.load()?)?
                    {
                        out_28.push(a.clone());
                    }
                }
                Value::list(out_28)
            };
            if shown.truth()? {
                let mut inner = Value::str(" | ")
                    .method(
                        "join",
                        &[
                            {
                                let mut out_30 = Vec::new();
                                let mut iter_31 = py::iter::iter(&shown)?;
                                while let Some(a) = iter_31.next()? {
                                    out_30
                                        .push(
                                            self_
                                                .method("_usage_part", &[a.clone(), Value::Bool(true)])?,
                                        );
                                }
                                Value::list(out_30)
                            },
                        ],
                    )?;
                if group.attr("required")?.truth()? {
                    inner = if Value::from(py::builtins::len(&shown)?)
                        .is_gt(&Value::Int(1))?
                    {
                        Value::str("(").add(&inner)?.add(&Value::str(")"))?
                    } else {
                        inner.clone()
                    };
                } else {
                    inner = Value::str("[").add(&inner)?.add(&Value::str("]"))?;
                }
                parts.method("extend", &[_split_group(inner.clone())?])?;
            }
            skip = Value::from(py::builtins::len(&group.attr("_group_actions")?)?);
        }
        if skip.truth()? {
            skip.sub_assign(&Value::Int(1))?;
            continue;
        }
        if action.attr("help")?.is_eq(&global::SUPPRESS.load()?)? {
            continue;
        }
        parts
            .method(
                "append",
                &[self_.method("_usage_part", &[action.clone(), Value::Bool(false)])?],
            )?;
    }
    Ok(parts.clone())
}

pub(crate) fn help_formatter_usage_part(
    self_: Value,
    action: Value,
    in_group: Value,
) -> R {
    let mut default = Value::Unbound;
    let mut part = Value::Unbound;
    if !action.attr("option_strings")?.truth()? {
        default = self_
            .method("_get_default_metavar_for_positional", &[action.clone()])?;
        part = self_.method("_format_args", &[action.clone(), default.clone()])?;
        if in_group.truth()?
            && part
                .item(&py::item::slice(Value::None, Value::Int(1), Value::None))?
                .is_eq(&Value::str("["))?
            && part
                .item(&py::item::slice(Value::Int(-1), Value::None, Value::None))?
                .is_eq(&Value::str("]"))?
        {
            part = part
                .item(&py::item::slice(Value::Int(1), Value::Int(-1), Value::None))?;
        }
        return Ok(part.clone());
    }
    let option = action.attr("option_strings")?.item(&Value::Int(0))?;
    if action.attr("nargs")?.is_eq(&Value::Int(0))? {
        part = action.method("format_usage", &[])?;
    } else {
        default = self_.method("_get_default_metavar_for_optional", &[action.clone()])?;
        part = Value::str("%s %s")
            .modulo(
                &py::tuple([
                    option.clone(),
                    self_.method("_format_args", &[action.clone(), default.clone()])?,
                ]),
            )?;
    }
    if !action.attr("required")?.truth()? && !in_group.truth()? {
        part = Value::str("[%s]").modulo(&part)?;
    }
    Ok(part.clone())
}

pub(crate) fn help_formatter_format_usage(
    self_: Value,
    mut usage: Value,
    actions: Value,
    groups: Value,
    mut prefix: Value,
) -> R {
    let mut indent = Value::Unbound;
    let mut lines = Value::Unbound;
    let mut lines_of = Value::Unbound;
    if prefix.is(&Value::None) {
        prefix = Value::str("usage: ");
    }
    if !usage.is(&Value::None) {
        return Ok(
            Value::str("%s%s\n\n")
                .modulo(
                    &py::tuple([
                        prefix.clone(),
                        usage
                            .modulo(
                                &py::dict([(Value::str("prog"), self_.attr("_prog")?)])?,
                            )?,
                    ]),
                )?,
        );
    }
    if !actions.truth()? {
        return Ok(
            Value::str("%s%s\n\n")
                .modulo(&py::tuple([prefix.clone(), self_.attr("_prog")?]))?,
        );
    }
    let optionals = {
        let mut out_32 = Vec::new();
        let mut iter_33 = py::iter::iter(&actions)?;
        while let Some(a) = iter_33.next()? {
            if a.attr("option_strings")?.truth()? {
                out_32.push(a.clone());
            }
        }
        Value::list(out_32)
    };
    let positionals = {
        let mut out_34 = Vec::new();
        let mut iter_35 = py::iter::iter(&actions)?;
        while let Some(a) = iter_35.next()? {
            if !a.attr("option_strings")?.truth()? {
                out_34.push(a.clone());
            }
        }
        Value::list(out_34)
    };
    let opt_parts = self_.method("_usage_parts", &[optionals.clone(), groups.clone()])?;
    let pos_parts = self_
        .method("_usage_parts", &[positionals.clone(), groups.clone()])?;
    usage = Value::str(" ")
        .method(
            "join",
            &[py::list([self_.attr("_prog")?]).add(&opt_parts)?.add(&pos_parts)?],
        )?;
    let width = self_.attr("_width")?;
    if Value::from(py::builtins::len(&prefix)?)
        .add(&Value::from(py::builtins::len(&usage)?))?
        .is_gt(&width)?
    {
        let prog = self_.attr("_prog")?;
        lines_of = {
            let width = width.clone();
            py::def(
                "HelpFormatter.format_usage.<locals>.lines_of",
                "parts, indent, start=",
                [Value::None],
                move |parts: Value, indent: Value, start: Value| -> R {
                    let lines = py::list([]);
                    let mut line = py::list([]);
                    let mut length = if !start.is(&Value::None) {
                        Value::from(py::builtins::len(&start)?)
                    } else {
                        Value::from(py::builtins::len(&indent)?)
                    }
                        .sub(&Value::Int(1))?;
                    let mut iter_36 = py::iter::iter(&parts)?;
                    while let Some(part) = iter_36.next()? {
                        if length
                            .add(&Value::Int(1))?
                            .add(&Value::from(py::builtins::len(&part)?))?
                            .is_gt(&width)? && line.truth()?
                        {
                            lines
                                .method(
                                    "append",
                                    &[
                                        indent
                                            .add(&Value::str(" ").method("join", &[line.clone()])?)?,
                                    ],
                                )?;
                            line = py::list([]);
                            length = Value::from(py::builtins::len(&indent)?)
                                .sub(&Value::Int(1))?;
                        }
                        line.method("append", &[part.clone()])?;
                        length
                            .add_assign(
                                &Value::from(py::builtins::len(&part)?).add(&Value::Int(1))?,
                            )?;
                    }
                    if line.truth()? {
                        lines
                            .method(
                                "append",
                                &[
                                    indent
                                        .add(&Value::str(" ").method("join", &[line.clone()])?)?,
                                ],
                            )?;
                    }
                    if !start.is(&Value::None) {
                        let value_38 = lines
                            .item(&Value::Int(0))?
                            .item(
                                &py::item::slice(
                                    Value::from(py::builtins::len(&indent)?),
                                    Value::None,
                                    Value::None,
                                ),
                            )?;
                        lines.set_item(Value::Int(0), value_38)?;
                    }
                    Ok(lines.clone())
                },
            )
        };
        if Value::from(py::builtins::len(&prefix)?)
            .add(&Value::from(py::builtins::len(&prog)?))?
            .is_le(&Value::Float(0.75).mul(&width)?)?
        {
            indent = Value::str(" ")
                .mul(
                    &Value::from(py::builtins::len(&prefix)?)
                        .add(&Value::from(py::builtins::len(&prog)?))?
                        .add(&Value::Int(1))?,
                )?;
            if opt_parts.truth()? {
                lines = py::call::call(
                    &lines_of.clone(),
                    &py::pos(
                        &[
                            py::list([prog.clone()]).add(&opt_parts)?,
                            indent.clone(),
                            prefix.clone(),
                        ],
                    ),
                )?;
                lines
                    .method(
                        "extend",
                        &[
                            py::call::call(
                                &lines_of.clone(),
                                &py::pos(&[pos_parts.clone(), indent.clone()]),
                            )?,
                        ],
                    )?;
            } else if pos_parts.truth()? {
                lines = py::call::call(
                    &lines_of.clone(),
                    &py::pos(
                        &[
                            py::list([prog.clone()]).add(&pos_parts)?,
                            indent.clone(),
                            prefix.clone(),
                        ],
                    ),
                )?;
            } else {
                lines = py::list([prog.clone()]);
            }
        } else {
            indent = Value::str(" ").mul(&Value::from(py::builtins::len(&prefix)?))?;
            let parts = opt_parts.add(&pos_parts)?;
            lines = py::call::call(
                &lines_of.clone(),
                &py::pos(&[parts.clone(), indent.clone()]),
            )?;
            if Value::from(py::builtins::len(&lines)?).is_gt(&Value::Int(1))? {
                lines = py::call::call(
                    &lines_of.clone(),
                    &py::pos(&[opt_parts.clone(), indent.clone()]),
                )?;
                lines
                    .method(
                        "extend",
                        &[
                            py::call::call(
                                &lines_of.clone(),
                                &py::pos(&[pos_parts.clone(), indent.clone()]),
                            )?,
                        ],
                    )?;
            }
            lines = py::list([prog.clone()]).add(&lines)?;
        }
        usage = Value::str("\n").method("join", &[lines.clone()])?;
    }
    Ok(Value::str("%s%s\n\n").modulo(&py::tuple([prefix.clone(), usage.clone()]))?)
}

pub(crate) fn help_formatter_invocation(self_: Value, action: Value) -> R {
    let mut default = Value::Unbound;
    if !action.attr("option_strings")?.truth()? {
        default = self_
            .method("_get_default_metavar_for_positional", &[action.clone()])?;
        return Ok(
            Value::str(" ")
                .method(
                    "join",
                    &[
                        self_
                            .method(
                                "_metavars",
                                &[action.clone(), default.clone(), Value::Int(1)],
                            )?,
                    ],
                )?,
        );
    }
    if action.attr("nargs")?.is_eq(&Value::Int(0))? {
        return Ok(Value::str(", ").method("join", &[action.attr("option_strings")?])?);
    }
    default = self_.method("_get_default_metavar_for_optional", &[action.clone()])?;
    let args = self_.method("_format_args", &[action.clone(), default.clone()])?;
    Ok(
        Value::str(", ")
            .method(
                "join",
                &[
                    {
                        let mut out_45 = Vec::new();
                        let mut iter_46 = py::iter::iter(
                            &action.attr("option_strings")?,
                        )?;
                        while let Some(option) = iter_46.next()? {
                            out_45
                                .push(
                                    Value::str("%s %s")
                                        .modulo(&py::tuple([option.clone(), args.clone()]))?,
                                );
                        }
                        Value::list(out_45)
                    },
                ],
            )?,
    )
}

pub(crate) fn help_formatter_expand_help(self_: Value, action: Value) -> R {
    let mut name = Value::Unbound;
    let params = py::construct::dict(
        &py::Args {
            pos: &[py::builtins::vars(&py::pos(&[action.clone()]))?],
            kw: &[("prog", self_.attr("_prog")?)],
        },
    )?;
    let mut iter_47 = py::iter::iter(
        &py::construct::list(&py::pos(&[params.clone()]))?,
    )?;
    while let Some(item_48) = iter_47.next()? {
        name = item_48;
        if params.item(&name)?.is_eq(&global::SUPPRESS.load()?)? {
            params.del_item(&name)?;
        }
    }
    let mut iter_50 = py::iter::iter(
        &py::construct::list(&py::pos(&[params.clone()]))?,
    )?;
    while let Some(item_51) = iter_50.next()? {
        name = item_51;
        if py::builtins::hasattr(
                &py::pos(&[params.item(&name)?, Value::str("__name__")]),
            )?
            .truth()?
        {
            let value_53 = params.item(&name)?.attr("__name__")?;
            params.set_item(name.clone(), value_53)?;
        }
    }
    if !params.method("get", &[Value::str("choices")])?.is(&Value::None) {
        let value_56 = Value::str(", ")
            .method(
                "join",
                &[
                    {
                        let mut out_54 = Vec::new();
                        let mut iter_55 = py::iter::iter(
                            &params.item(&Value::str("choices"))?,
                        )?;
                        while let Some(c) = iter_55.next()? {
                            out_54.push(py::construct::str(&py::pos(&[c.clone()]))?);
                        }
                        Value::list(out_54)
                    },
                ],
            )?;
        params.set_item(Value::str("choices"), value_56)?;
    }
    Ok(self_.method("_get_help_string", &[action.clone()])?.modulo(&params)?)
}

pub(crate) fn help_formatter_format_action(
    self_: Value,
    action: Value,
    indent: Value,
    position: Value,
) -> R {
    let mut first = Value::Unbound;
    let help_position = py::builtins::min(
        &py::pos(&[position.add(&Value::Int(2))?, self_.attr("_max_help_position")?]),
    )?;
    let help_width = py::builtins::max(
        &py::pos(&[self_.attr("_width")?.sub(&help_position)?, Value::Int(11)]),
    )?;
    let action_width = help_position.sub(&indent)?.sub(&Value::Int(2))?;
    let header = self_.method("_invocation", &[action.clone()])?;
    let parts = py::list([]);
    if !action.attr("help")?.truth()? {
        parts
            .method(
                "append",
                &[
                    Value::str("%*s%s\n")
                        .modulo(
                            &py::tuple([indent.clone(), Value::str(""), header.clone()]),
                        )?,
                ],
            )?;
        first = Value::Int(0);
    } else if Value::from(py::builtins::len(&header)?).is_le(&action_width)? {
        parts
            .method(
                "append",
                &[
                    Value::str("%*s%-*s  ")
                        .modulo(
                            &py::tuple([
                                indent.clone(),
                                Value::str(""),
                                action_width.clone(),
                                header.clone(),
                            ]),
                        )?,
                ],
            )?;
        first = Value::Int(0);
    } else {
        parts
            .method(
                "append",
                &[
                    Value::str("%*s%s\n")
                        .modulo(
                            &py::tuple([indent.clone(), Value::str(""), header.clone()]),
                        )?,
                ],
            )?;
        first = help_position.clone();
    }
    if action.attr("help")?.truth()?
        && action.attr("help")?.method("strip", &[])?.truth()?
    {
        let text = self_.method("_expand_help", &[action.clone()])?;
        if text.truth()? {
            let lines = self_
                .method("_split_lines", &[text.clone(), help_width.clone()])?;
            parts
                .method(
                    "append",
                    &[
                        Value::str("%*s%s\n")
                            .modulo(
                                &py::tuple([
                                    first.clone(),
                                    Value::str(""),
                                    lines.item(&Value::Int(0))?,
                                ]),
                            )?,
                    ],
                )?;
            let mut iter_57 = py::iter::iter(
                &lines.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
            )?;
            while let Some(line) = iter_57.next()? {
                parts
                    .method(
                        "append",
                        &[
                            Value::str("%*s%s\n")
                                .modulo(
                                    &py::tuple([
                                        help_position.clone(),
                                        Value::str(""),
                                        line.clone(),
                                    ]),
                                )?,
                        ],
                    )?;
            }
        }
    } else if !Value::str("")
        .method("join", &[parts.clone()])?
        .method("endswith", &[Value::str("\n")])?
        .truth()?
    {
        parts.method("append", &[Value::str("\n")])?;
    }
    let mut iter_59 = py::iter::iter(&action.method("_subactions", &[])?)?;
    while let Some(sub) = iter_59.next()? {
        parts
            .method(
                "append",
                &[
                    self_
                        .method(
                            "format_action",
                            &[
                                sub.clone(),
                                indent.add(&self_.attr("_indent_increment")?)?,
                                position.clone(),
                            ],
                        )?,
                ],
            )?;
    }
    Ok(Value::str("").method("join", &[parts.clone()])?)
}

pub(crate) fn help_formatter_longest(self_: Value, actions: Value, indent: Value) -> R {
    let mut longest = Value::Int(0);
    let mut iter_61 = py::iter::iter(&actions)?;
    while let Some(action) = iter_61.next()? {
        if action.attr("help")?.is_eq(&global::SUPPRESS.load()?)? {
            continue;
        }
        longest = py::builtins::max(
            &py::pos(
                &[
                    longest.clone(),
                    Value::from(
                            py::builtins::len(
                                &self_.method("_invocation", &[action.clone()])?,
                            )?,
                        )
                        .add(&indent)?,
                ],
            ),
        )?;
        longest = py::builtins::max(
            &py::pos(
                &[
                    longest.clone(),
                    self_
                        .method(
                            "longest",
                            &[
                                action.method("_subactions", &[])?,
                                indent.add(&self_.attr("_indent_increment")?)?,
                            ],
                        )?,
                ],
            ),
        )?;
    }
    Ok(longest.clone())
}

/// A group's parts, as the usage line may be broken.
pub(crate) fn _split_group(text: Value) -> R {
    let mut c = Value::Unbound;
    let mut i = Value::Unbound;
    let parts = py::list([]);
    let mut depth = Value::Int(0);
    let mut start = Value::Int(0);
    let mut iter_63 = py::iter::iter(
        &py::construct::enumerate(&py::pos(&[text.clone()]))?,
    )?;
    while let Some(item_64) = iter_63.next()? {
        let [item_65, item_66] = py::unpack::<2>(&item_64)?;
        i = item_65;
        c = item_66;
        if py::contained(&c, &Value::str("(["))? {
            depth.add_assign(&Value::Int(1))?;
        } else if py::contained(&c, &Value::str(")]"))? {
            depth.sub_assign(&Value::Int(1))?;
        } else if c.is_eq(&Value::str(" "))? && depth.is_le(&Value::Int(1))?
            && text.item(&i.add(&Value::Int(1))?)?.is_eq(&Value::str("|"))?
            && text.item(&i.add(&Value::Int(2))?)?.is_eq(&Value::str(" "))?
        {
            parts
                .method(
                    "append",
                    &[
                        text
                            .item(
                                &py::item::slice(start.clone(), i.clone(), Value::None),
                            )?
                            .add(&Value::str(" |"))?,
                    ],
                )?;
            start = i.add(&Value::Int(3))?;
        }
    }
    parts
        .method(
            "append",
            &[text.item(&py::item::slice(start.clone(), Value::None, Value::None))?],
        )?;
    Ok(parts.clone())
}

pub(crate) fn raw_description_help_formatter_fill_text(
    self_: Value,
    text: Value,
    width: Value,
    indent: Value,
) -> R {
    Ok(
        Value::str("")
            .method(
                "join",
                &[
                    {
                        async fn body_70(
                            yielder: py::Yielder,
                            indent: Value,
                            u2e0: Value,
                        ) -> R {
                            let mut iter_68 = py::iter::iter(&u2e0)?;
                            while let Some(line) = iter_68.next()? {
                                yielder.give(indent.add(&line)?).await?;
                            }
                            Ok(Value::None)
                        }
                        let indent = indent.clone();
                        let arg_71 = py::iter::started(
                            &text.method("splitlines", &[Value::Bool(true)])?,
                        )?;
                        py::generator(
                            "<genexpr>",
                            move |yielder| body_70(yielder, indent, arg_71),
                        )
                    },
                ],
            )?,
    )
}

pub(crate) fn raw_text_help_formatter_split_lines(
    self_: Value,
    text: Value,
    width: Value,
) -> R {
    Ok(text.method("splitlines", &[])?)
}

pub(crate) fn argument_defaults_help_formatter_get_help_string(
    self_: Value,
    action: Value,
) -> R {
    let mut text = action.attr("help")?;
    if text.is(&Value::None) {
        text = Value::str("");
    }
    if !py::contained(&Value::str("%(default)"), &text)? {
        if !action.attr("default")?.is(&global::SUPPRESS.load()?)
            && action.attr("default")?.is_ne(&global::SUPPRESS.load()?)?
        {
            if action.attr("option_strings")?.truth()?
                || py::contained(
                    &action.attr("nargs")?,
                    &py::tuple([global::OPTIONAL.load()?, global::ZERO_OR_MORE.load()?]),
                )?
            {
                text.add_assign(&Value::str(" (default: %(default)s)"))?;
            }
        }
    }
    Ok(text.clone())
}

pub(crate) fn metavar_type_help_formatter_get_default_metavar_for_optional(
    self_: Value,
    action: Value,
) -> R {
    Ok(action.attr("type")?.attr("__name__")?)
}

pub(crate) fn metavar_type_help_formatter_get_default_metavar_for_positional(
    self_: Value,
    action: Value,
) -> R {
    Ok(action.attr("type")?.attr("__name__")?)
}

pub(crate) fn action_init(
    self_: Value,
    option_strings: Value,
    dest: Value,
    nargs: Value,
    const_: Value,
    default: Value,
    type_: Value,
    choices: Value,
    required: Value,
    help: Value,
    metavar: Value,
) -> R {
    self_.set_attr("option_strings", option_strings.clone())?;
    self_.set_attr("dest", dest.clone())?;
    self_.set_attr("nargs", nargs.clone())?;
    self_.set_attr("const", const_.clone())?;
    self_.set_attr("default", default.clone())?;
    self_.set_attr("type", type_.clone())?;
    self_.set_attr("choices", choices.clone())?;
    self_.set_attr("required", required.clone())?;
    self_.set_attr("help", help.clone())?;
    self_.set_attr("metavar", metavar.clone())?;
    Ok(Value::None)
}

pub(crate) fn action_subactions(self_: Value) -> R {
    Ok(py::list([]))
}

pub(crate) fn action_format_usage(self_: Value) -> R {
    Ok(self_.attr("option_strings")?.item(&Value::Int(0))?)
}

pub(crate) fn action_call(
    self_: Value,
    parser: Value,
    namespace: Value,
    values: Value,
    option_string: Value,
) -> R {
    Err(
        py::exc::to_raise(
            &py::call::call(
                &py::exception("NotImplementedError"),
                &py::pos(&[Value::str(".__call__() not defined")]),
            )?,
        )?,
    )
}

pub(crate) fn boolean_optional_action_init(
    self_: Value,
    option_strings: Value,
    dest: Value,
    default: Value,
    type_: Value,
    choices: Value,
    required: Value,
    help: Value,
    metavar: Value,
) -> R {
    let both = py::list([]);
    let mut iter_73 = py::iter::iter(&option_strings)?;
    while let Some(option) = iter_73.next()? {
        both.method("append", &[option.clone()])?;
        if option.method("startswith", &[Value::str("--")])?.truth()? {
            both.method(
                "append",
                &[
                    Value::str("--no-")
                        .add(
                            &option
                                .item(
                                    &py::item::slice(Value::Int(2), Value::None, Value::None),
                                )?,
                        )?,
                ],
            )?;
        }
    }
    {
        let object_75 = py::attr::super_of(
                &global::BooleanOptionalAction.load()?,
                &self_.clone(),
            )?
            .clone();
        py::call::call_method_with(
            &object_75,
            "__init__",
            &py::Args {
                pos: &[],
                kw: &[
                    ("option_strings", both.clone()),
                    ("dest", dest.clone()),
                    ("nargs", Value::Int(0)),
                    ("default", default.clone()),
                    ("type", type_.clone()),
                    ("choices", choices.clone()),
                    ("required", required.clone()),
                    ("help", help.clone()),
                    ("metavar", metavar.clone()),
                ],
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn boolean_optional_action_call(
    self_: Value,
    parser: Value,
    namespace: Value,
    values: Value,
    option_string: Value,
) -> R {
    if py::contained(&option_string, &self_.attr("option_strings")?)? {
        py::builtins::setattr(
            &py::pos(
                &[
                    namespace.clone(),
                    self_.attr("dest")?,
                    Value::Bool(
                        !option_string
                            .method("startswith", &[Value::str("--no-")])?
                            .truth()?,
                    ),
                ],
            ),
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn boolean_optional_action_format_usage(self_: Value) -> R {
    Ok(Value::str(" | ").method("join", &[self_.attr("option_strings")?])?)
}

pub(crate) fn _store_action_call(
    self_: Value,
    parser: Value,
    namespace: Value,
    values: Value,
    option_string: Value,
) -> R {
    py::builtins::setattr(
        &py::pos(&[namespace.clone(), self_.attr("dest")?, values.clone()]),
    )?;
    Ok(Value::None)
}

pub(crate) fn _store_const_action_init(
    self_: Value,
    option_strings: Value,
    dest: Value,
    const_: Value,
    default: Value,
    required: Value,
    help: Value,
    metavar: Value,
) -> R {
    {
        let object_76 = py::attr::super_of(
                &global::_StoreConstAction.load()?,
                &self_.clone(),
            )?
            .clone();
        py::call::call_method_with(
            &object_76,
            "__init__",
            &py::Args {
                pos: &[],
                kw: &[
                    ("option_strings", option_strings.clone()),
                    ("dest", dest.clone()),
                    ("nargs", Value::Int(0)),
                    ("const", const_.clone()),
                    ("default", default.clone()),
                    ("required", required.clone()),
                    ("help", help.clone()),
                ],
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn _store_const_action_call(
    self_: Value,
    parser: Value,
    namespace: Value,
    values: Value,
    option_string: Value,
) -> R {
    py::builtins::setattr(
        &py::pos(&[namespace.clone(), self_.attr("dest")?, self_.attr("const")?]),
    )?;
    Ok(Value::None)
}

pub(crate) fn _store_true_action_init(
    self_: Value,
    option_strings: Value,
    dest: Value,
    default: Value,
    required: Value,
    help: Value,
) -> R {
    {
        let object_77 = py::attr::super_of(
                &global::_StoreTrueAction.load()?,
                &self_.clone(),
            )?
            .clone();
        py::call::call_method_with(
            &object_77,
            "__init__",
            &py::Args {
                pos: &[option_strings.clone(), dest.clone()],
                kw: &[
                    ("const", Value::Bool(true)),
                    ("default", default.clone()),
                    ("required", required.clone()),
                    ("help", help.clone()),
                ],
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn _store_false_action_init(
    self_: Value,
    option_strings: Value,
    dest: Value,
    default: Value,
    required: Value,
    help: Value,
) -> R {
    {
        let object_78 = py::attr::super_of(
                &global::_StoreFalseAction.load()?,
                &self_.clone(),
            )?
            .clone();
        py::call::call_method_with(
            &object_78,
            "__init__",
            &py::Args {
                pos: &[option_strings.clone(), dest.clone()],
                kw: &[
                    ("const", Value::Bool(false)),
                    ("default", default.clone()),
                    ("required", required.clone()),
                    ("help", help.clone()),
                ],
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn _copied(items: Value) -> R {
    Ok(
        if items.is(&Value::None) {
            py::list([])
        } else {
            py::construct::list(&py::pos(&[items.clone()]))?
        },
    )
}

pub(crate) fn _append_action_call(
    self_: Value,
    parser: Value,
    namespace: Value,
    values: Value,
    option_string: Value,
) -> R {
    let items = _copied(
        py::builtins::getattr(
            &py::pos(&[namespace.clone(), self_.attr("dest")?, Value::None]),
        )?,
    )?;
    items.method("append", &[values.clone()])?;
    py::builtins::setattr(
        &py::pos(&[namespace.clone(), self_.attr("dest")?, items.clone()]),
    )?;
    Ok(Value::None)
}

pub(crate) fn _append_const_action_init(
    self_: Value,
    option_strings: Value,
    dest: Value,
    const_: Value,
    default: Value,
    required: Value,
    help: Value,
    metavar: Value,
) -> R {
    {
        let object_79 = py::attr::super_of(
                &global::_AppendConstAction.load()?,
                &self_.clone(),
            )?
            .clone();
        py::call::call_method_with(
            &object_79,
            "__init__",
            &py::Args {
                pos: &[],
                kw: &[
                    ("option_strings", option_strings.clone()),
                    ("dest", dest.clone()),
                    ("nargs", Value::Int(0)),
                    ("const", const_.clone()),
                    ("default", default.clone()),
                    ("required", required.clone()),
                    ("help", help.clone()),
                    ("metavar", metavar.clone()),
                ],
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn _append_const_action_call(
    self_: Value,
    parser: Value,
    namespace: Value,
    values: Value,
    option_string: Value,
) -> R {
    let items = _copied(
        py::builtins::getattr(
            &py::pos(&[namespace.clone(), self_.attr("dest")?, Value::None]),
        )?,
    )?;
    items.method("append", &[self_.attr("const")?])?;
    py::builtins::setattr(
        &py::pos(&[namespace.clone(), self_.attr("dest")?, items.clone()]),
    )?;
    Ok(Value::None)
}

pub(crate) fn _count_action_init(
    self_: Value,
    option_strings: Value,
    dest: Value,
    default: Value,
    required: Value,
    help: Value,
) -> R {
    {
        let object_80 = py::attr::super_of(
                &global::_CountAction.load()?,
                &self_.clone(),
            )?
            .clone();
        py::call::call_method_with(
            &object_80,
            "__init__",
            &py::Args {
                pos: &[],
                kw: &[
                    ("option_strings", option_strings.clone()),
                    ("dest", dest.clone()),
                    ("nargs", Value::Int(0)),
                    ("default", default.clone()),
                    ("required", required.clone()),
                    ("help", help.clone()),
                ],
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn _count_action_call(
    self_: Value,
    parser: Value,
    namespace: Value,
    values: Value,
    option_string: Value,
) -> R {
    let count = py::builtins::getattr(
        &py::pos(&[namespace.clone(), self_.attr("dest")?, Value::None]),
    )?;
    py::builtins::setattr(
        &py::pos(
            &[
                namespace.clone(),
                self_.attr("dest")?,
                if count.is(&Value::None) { Value::Int(0) } else { count.clone() }
                    .add(&Value::Int(1))?,
            ],
        ),
    )?;
    Ok(Value::None)
}

pub(crate) fn _help_action_init(
    self_: Value,
    option_strings: Value,
    dest: Value,
    default: Value,
    help: Value,
) -> R {
    {
        let object_81 = py::attr::super_of(&global::_HelpAction.load()?, &self_.clone())?
            .clone();
        py::call::call_method_with(
            &object_81,
            "__init__",
            &py::Args {
                pos: &[],
                kw: &[
                    ("option_strings", option_strings.clone()),
                    ("dest", dest.clone()),
                    ("default", default.clone()),
                    ("nargs", Value::Int(0)),
                    ("help", help.clone()),
                ],
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn _help_action_call(
    self_: Value,
    parser: Value,
    namespace: Value,
    values: Value,
    option_string: Value,
) -> R {
    parser.method("print_help", &[])?;
    parser.method("exit", &[])?;
    Ok(Value::None)
}

pub(crate) fn _version_action_init(
    self_: Value,
    option_strings: Value,
    version: Value,
    dest: Value,
    default: Value,
    help: Value,
) -> R {
    {
        let object_82 = py::attr::super_of(
                &global::_VersionAction.load()?,
                &self_.clone(),
            )?
            .clone();
        py::call::call_method_with(
            &object_82,
            "__init__",
            &py::Args {
                pos: &[],
                kw: &[
                    ("option_strings", option_strings.clone()),
                    ("dest", dest.clone()),
                    ("default", default.clone()),
                    ("nargs", Value::Int(0)),
                    ("help", help.clone()),
                ],
            },
        )?;
    }
    self_.set_attr("version", version.clone())?;
    Ok(Value::None)
}

pub(crate) fn _version_action_call(
    self_: Value,
    parser: Value,
    namespace: Value,
    values: Value,
    option_string: Value,
) -> R {
    let version = self_.attr("version")?;
    let text = parser
        .method("_formatter", &[])?
        .method(
            "_fill_text",
            &[
                version
                    .modulo(&py::dict([(Value::str("prog"), parser.attr("prog")?)])?)?,
                parser.method("_formatter", &[])?.attr("_width")?,
                Value::str(""),
            ],
        )?;
    py::library::sys::stdout().method("write", &[text.add(&Value::str("\n"))?])?;
    parser.method("exit", &[])?;
    Ok(Value::None)
}

pub(crate) fn _extend_action_call(
    self_: Value,
    parser: Value,
    namespace: Value,
    values: Value,
    option_string: Value,
) -> R {
    let items = _copied(
        py::builtins::getattr(
            &py::pos(&[namespace.clone(), self_.attr("dest")?, Value::None]),
        )?,
    )?;
    items.method("extend", &[values.clone()])?;
    py::builtins::setattr(
        &py::pos(&[namespace.clone(), self_.attr("dest")?, items.clone()]),
    )?;
    Ok(Value::None)
}

pub(crate) fn _choices_pseudo_action_init(
    self_: Value,
    name: Value,
    aliases: Value,
    help: Value,
) -> R {
    let mut shown = name.clone();
    if aliases.truth()? {
        shown
            .add_assign(
                &Value::str(" (%s)")
                    .modulo(&Value::str(", ").method("join", &[aliases.clone()])?)?,
            )?;
    }
    {
        let object_83 = py::attr::super_of(
                &global::_ChoicesPseudoAction.load()?,
                &self_.clone(),
            )?
            .clone();
        py::call::call_method_with(
            &object_83,
            "__init__",
            &py::Args {
                pos: &[],
                kw: &[
                    ("option_strings", py::list([])),
                    ("dest", name.clone()),
                    ("help", help.clone()),
                    ("metavar", shown.clone()),
                ],
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn _sub_parsers_action_init(
    self_: Value,
    option_strings: Value,
    prog: Value,
    parser_class: Value,
    dest: Value,
    required: Value,
    help: Value,
    metavar: Value,
) -> R {
    self_.set_attr("_prog_prefix", prog.clone())?;
    self_.set_attr("_parser_class", parser_class.clone())?;
    self_.set_attr("_name_parser_map", py::dict([])?)?;
    self_.set_attr("_choices_actions", py::list([]))?;
    {
        let object_84 = py::attr::super_of(
                &global::_SubParsersAction.load()?,
                &self_.clone(),
            )?
            .clone();
        py::call::call_method_with(
            &object_84,
            "__init__",
            &py::Args {
                pos: &[],
                kw: &[
                    ("option_strings", option_strings.clone()),
                    ("dest", dest.clone()),
                    ("nargs", global::PARSER.load()?),
                    ("choices", self_.attr("_name_parser_map")?),
                    ("required", required.clone()),
                    ("help", help.clone()),
                    ("metavar", metavar.clone()),
                ],
            },
        )?;
    }
    Ok(Value::None)
}

pub(crate) fn _sub_parsers_action_add_parser(
    self_: Value,
    name: Value,
    aliases: Value,
    help: Value,
    kwargs: Value,
) -> R {
    if kwargs.method("get", &[Value::str("prog")])?.is(&Value::None) {
        let value_85 = Value::str("%s %s")
            .modulo(&py::tuple([self_.attr("_prog_prefix")?, name.clone()]))?;
        kwargs.set_item(Value::str("prog"), value_85)?;
    }
    if !help.is(&Value::None) {
        self_
            .attr("_choices_actions")?
            .method(
                "append",
                &[
                    py::call::call(
                        &global::_ChoicesPseudoAction.load()?,
                        &py::pos(&[name.clone(), aliases.clone(), help.clone()]),
                    )?,
                ],
            )?;
    }
    let parser = {
        let object_87 = self_.clone();
        let args_88: Vec<Value> = Vec::<Value>::from([]);
        let mut keywords_89 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_89)?;
        py::call::call_method_with(
            &object_87,
            "_parser_class",
            &py::Args {
                pos: &args_88,
                kw: &keywords_89,
            },
        )?
    };
    let value_90 = parser.clone();
    self_.attr("_name_parser_map")?.set_item(name.clone(), value_90)?;
    let mut iter_91 = py::iter::iter(&aliases)?;
    while let Some(alias) = iter_91.next()? {
        let value_93 = parser.clone();
        self_.attr("_name_parser_map")?.set_item(alias.clone(), value_93)?;
    }
    Ok(parser.clone())
}

pub(crate) fn _sub_parsers_action_subactions(self_: Value) -> R {
    Ok(self_.attr("_choices_actions")?)
}

pub(crate) fn _sub_parsers_action_call(
    self_: Value,
    parser: Value,
    namespace: Value,
    values: Value,
    option_string: Value,
) -> R {
    let mut extra = Value::Unbound;
    let mut found = Value::Unbound;
    let mut key = Value::Unbound;
    let mut value = Value::Unbound;
    let name = values.item(&Value::Int(0))?;
    let rest = values.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?;
    if self_.attr("dest")?.is_ne(&global::SUPPRESS.load()?)? {
        py::builtins::setattr(
            &py::pos(&[namespace.clone(), self_.attr("dest")?, name.clone()]),
        )?;
    }
    if !py::contained(&name, &self_.attr("_name_parser_map")?)? {
        let choices = Value::str(", ")
            .method("join", &[self_.attr("_name_parser_map")?])?;
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::ArgumentError.load()?,
                    &py::pos(
                        &[
                            self_.clone(),
                            Value::str(
                                format!(
                                    "unknown parser {} (choices: {})", py::fmt(& name, 'r', "")
                                    ?, py::show(& choices) ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    let sub = self_.attr("_name_parser_map")?.item(&name)?;
    let [item_95, item_96] = py::unpack::<
        2,
    >(&sub.method("parse_known_args", &[rest.clone(), Value::None])?)?;
    found = item_95;
    extra = item_96;
    let mut iter_97 = py::iter::iter(
        &py::builtins::vars(&py::pos(&[found.clone()]))?.method("items", &[])?,
    )?;
    while let Some(item_98) = iter_97.next()? {
        let [item_99, item_100] = py::unpack::<2>(&item_98)?;
        key = item_99;
        value = item_100;
        py::builtins::setattr(
            &py::pos(&[namespace.clone(), key.clone(), value.clone()]),
        )?;
    }
    if extra.truth()? {
        if !py::builtins::hasattr(
                &py::pos(&[namespace.clone(), Value::str("_unrecognized_args")]),
            )?
            .truth()?
        {
            py::builtins::setattr(
                &py::pos(
                    &[namespace.clone(), Value::str("_unrecognized_args"), py::list([])],
                ),
            )?;
        }
        py::builtins::getattr(
                &py::pos(&[namespace.clone(), Value::str("_unrecognized_args")]),
            )?
            .method("extend", &[extra.clone()])?;
    }
    Ok(Value::None)
}

pub(crate) fn file_type_init(
    self_: Value,
    mode: Value,
    bufsize: Value,
    encoding: Value,
    errors: Value,
) -> R {
    self_.set_attr("_mode", mode.clone())?;
    Ok(Value::None)
}

pub(crate) fn file_type_call(self_: Value, string: Value) -> R {
    let mut error = Value::Unbound;
    if string.is_eq(&Value::str("-"))? {
        if py::contained(&Value::str("r"), &self_.attr("_mode")?)? {
            return Ok(py::library::sys::stdin());
        }
        return Ok(py::library::sys::stdout());
    }
    let flow_104: py::Flow = 'try_102: {
        return Ok(
            py::attempt!(
                'try_102, py::io::open(& py::pos(& [string.clone(),
                py::attempt!('try_102, self_.attr("_mode"))]))
            ),
        );
    };
    if let py::Flow::Raise(raised_103) = flow_104 {
        if raised_103.is_a("OSError") {
            error = raised_103.value();
            return Err(
                py::exc::to_raise_from(
                        &py::call::call(
                            &global::ArgumentTypeError.load()?,
                            &py::pos(
                                &[
                                    Value::str(
                                        format!(
                                            "can't open '{}': {}", py::show(& string) ?, py::show(&
                                            error) ?
                                        ),
                                    ),
                                ],
                            ),
                        )?,
                        &Value::None,
                    )?
                    .during(&raised_103),
            );
        } else {
            return Err(raised_103);
        }
    }
    Ok(Value::None)
}

pub(crate) fn _container_setup(
    self_: Value,
    prefix_chars: Value,
    argument_default: Value,
    conflict_handler: Value,
) -> R {
    self_.set_attr("prefix_chars", prefix_chars.clone())?;
    self_.set_attr("argument_default", argument_default.clone())?;
    self_.set_attr("conflict_handler", conflict_handler.clone())?;
    self_.set_attr("_actions", py::list([]))?;
    self_.set_attr("_option_string_actions", py::dict([])?)?;
    self_.set_attr("_action_groups", py::list([]))?;
    self_.set_attr("_mutually_exclusive_groups", py::list([]))?;
    self_.set_attr("_defaults", py::dict([])?)?;
    Ok(Value::None)
}

pub(crate) fn _container_set_defaults(self_: Value, kwargs: Value) -> R {
    self_.attr("_defaults")?.method("update", &[kwargs.clone()])?;
    let mut iter_106 = py::iter::iter(&self_.attr("_actions")?)?;
    while let Some(action) = iter_106.next()? {
        if py::contained(&action.attr("dest")?, &kwargs)? {
            action.set_attr("default", kwargs.item(&action.attr("dest")?)?)?;
        }
    }
    Ok(Value::None)
}

pub(crate) fn _container_get_default(self_: Value, dest: Value) -> R {
    let mut iter_108 = py::iter::iter(&self_.attr("_actions")?)?;
    while let Some(action) = iter_108.next()? {
        if action.attr("dest")?.is_eq(&dest)?
            && !action.attr("default")?.is(&Value::None)
        {
            return Ok(action.attr("default")?);
        }
    }
    Ok(self_.attr("_defaults")?.method("get", &[dest.clone(), Value::None])?)
}

pub(crate) fn _container_add_argument(
    self_: Value,
    args: Value,
    mut kwargs: Value,
) -> R {
    let mut make = Value::Unbound;
    let chars = self_.attr("prefix_chars")?;
    if !args.truth()?
        || Value::from(py::builtins::len(&args)?).is_eq(&Value::Int(1))?
            && !py::contained(&args.item(&Value::Int(0))?.item(&Value::Int(0))?, &chars)?
    {
        if args.truth()? && py::contained(&Value::str("dest"), &kwargs)? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("ValueError"),
                        &py::pos(
                            &[Value::str("dest supplied twice for positional argument")],
                        ),
                    )?,
                )?,
            );
        }
        kwargs = {
            let object_111 = self_.clone();
            let args_112: Vec<Value> = {
                let mut items_114 = Vec::new();
                items_114.extend(py::iter::to_vec(&args)?);
                items_114
            };
            let mut keywords_113 = Vec::new();
            py::call::keywords(&kwargs, &mut keywords_113)?;
            py::call::call_method_with(
                &object_111,
                "_positional",
                &py::Args {
                    pos: &args_112,
                    kw: &keywords_113,
                },
            )?
        };
    } else {
        kwargs = {
            let object_115 = self_.clone();
            let args_116: Vec<Value> = {
                let mut items_118 = Vec::new();
                items_118.extend(py::iter::to_vec(&args)?);
                items_118
            };
            let mut keywords_117 = Vec::new();
            py::call::keywords(&kwargs, &mut keywords_117)?;
            py::call::call_method_with(
                &object_115,
                "_optional",
                &py::Args {
                    pos: &args_116,
                    kw: &keywords_117,
                },
            )?
        };
    }
    if !py::contained(&Value::str("default"), &kwargs)? {
        let dest = kwargs.item(&Value::str("dest"))?;
        if py::contained(&dest, &self_.attr("_defaults")?)? {
            let value_119 = self_.attr("_defaults")?.item(&dest)?;
            kwargs.set_item(Value::str("default"), value_119)?;
        } else if !self_.attr("argument_default")?.is(&Value::None) {
            let value_120 = self_.attr("argument_default")?;
            kwargs.set_item(Value::str("default"), value_120)?;
        }
    }
    let kind = kwargs.method("pop", &[Value::str("action"), Value::None])?;
    if py::builtins::isinstance(&py::pos(&[kind.clone(), py::library_class("str")]))?
        .truth()? || kind.is(&Value::None)
    {
        if !py::contained(&kind, &global::_ACTIONS.load()?)? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("ValueError"),
                        &py::pos(
                            &[
                                Value::str(
                                    format!("unknown action \"{}\"", py::show(& kind) ?),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        make = global::_ACTIONS.load()?.item(&kind)?;
    } else {
        make = kind.clone();
    }
    let action = {
        let function_122 = make.clone();
        let args_123: Vec<Value> = Vec::<Value>::from([]);
        let mut keywords_124 = Vec::new();
        py::call::keywords(&kwargs, &mut keywords_124)?;
        py::call::call(
            &function_122,
            &py::Args {
                pos: &args_123,
                kw: &keywords_124,
            },
        )?
    };
    if !py::builtins::callable(&py::pos(&[action.attr("type")?]))?.truth()?
        && !action.attr("type")?.is(&Value::None)
    {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "{} is not callable", py::fmt(& action.attr("type") ?, 'r',
                                    "") ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    Ok(self_.method("_add_action", &[action.clone()])?)
}

pub(crate) fn _container_positional(self_: Value, dest: Value, kwargs: Value) -> R {
    if py::contained(&Value::str("required"), &kwargs)? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("TypeError"),
                    &py::pos(
                        &[
                            Value::str(
                                "'required' is an invalid argument for positionals",
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    if !py::contained(
        &kwargs.method("get", &[Value::str("nargs")])?,
        &py::tuple([global::OPTIONAL.load()?, global::ZERO_OR_MORE.load()?]),
    )? {
        let value_127 = Value::Bool(true);
        kwargs.set_item(Value::str("required"), value_127)?;
    }
    if kwargs
        .method("get", &[Value::str("nargs")])?
        .is_eq(&global::ZERO_OR_MORE.load()?)?
        && !py::contained(&Value::str("default"), &kwargs)?
    {
        let value_128 = Value::Bool(true);
        kwargs.set_item(Value::str("required"), value_128)?;
    }
    Ok(
        py::construct::dict(
            &py::Args {
                pos: &[kwargs.clone()],
                kw: &[("dest", dest.clone()), ("option_strings", py::list([]))],
            },
        )?,
    )
}

pub(crate) fn _container_optional(self_: Value, args: Value, kwargs: Value) -> R {
    let option_strings = py::list([]);
    let long = py::list([]);
    let mut iter_129 = py::iter::iter(&args)?;
    while let Some(option) = iter_129.next()? {
        if !py::contained(&option.item(&Value::Int(0))?, &self_.attr("prefix_chars")?)? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("ValueError"),
                        &py::pos(
                            &[
                                Value::str(
                                    format!(
                                        "invalid option string {}: must start with a character {}",
                                        py::fmt(& option, 'r', "") ?, py::fmt(& self_
                                        .attr("prefix_chars") ?, 'r', "") ?
                                    ),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        option_strings.method("append", &[option.clone()])?;
        if Value::from(py::builtins::len(&option)?).is_gt(&Value::Int(1))?
            && py::contained(
                &option.item(&Value::Int(1))?,
                &self_.attr("prefix_chars")?,
            )?
        {
            long.method("append", &[option.clone()])?;
        }
    }
    let mut dest = kwargs.method("pop", &[Value::str("dest"), Value::None])?;
    if dest.is(&Value::None) {
        let first = if long.truth()? {
            long.item(&Value::Int(0))?
        } else {
            option_strings.item(&Value::Int(0))?
        };
        dest = first.method("lstrip", &[self_.attr("prefix_chars")?])?;
        if !dest.truth()? {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("ValueError"),
                        &py::pos(
                            &[
                                Value::str(
                                    format!(
                                        "dest= is required for options like {}", py::fmt(& first,
                                        'r', "") ?
                                    ),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
        dest = dest.method("replace", &[Value::str("-"), Value::str("_")])?;
    }
    Ok(
        py::construct::dict(
            &py::Args {
                pos: &[kwargs.clone()],
                kw: &[("dest", dest.clone()), ("option_strings", option_strings.clone())],
            },
        )?,
    )
}

pub(crate) fn _container_add_argument_group(
    self_: Value,
    title: Value,
    description: Value,
    kwargs: Value,
) -> R {
    let group = py::call::call(
        &global::_ArgumentGroup.load()?,
        &py::pos(&[self_.clone(), title.clone(), description.clone()]),
    )?;
    self_.attr("_action_groups")?.method("append", &[group.clone()])?;
    Ok(group.clone())
}

pub(crate) fn _container_add_mutually_exclusive_group(
    self_: Value,
    required: Value,
) -> R {
    let group = py::call::call(
        &global::_MutuallyExclusiveGroup.load()?,
        &py::pos(&[self_.clone(), required.clone()]),
    )?;
    self_.attr("_mutually_exclusive_groups")?.method("append", &[group.clone()])?;
    Ok(group.clone())
}

pub(crate) fn _container_add_action(self_: Value, action: Value) -> R {
    let mut option = Value::Unbound;
    let mut iter_135 = py::iter::iter(&action.attr("option_strings")?)?;
    while let Some(item_136) = iter_135.next()? {
        option = item_136;
        if py::contained(&option, &self_.attr("_option_string_actions")?)? {
            if self_.attr("conflict_handler")?.is_eq(&Value::str("resolve"))? {
                let old = self_.attr("_option_string_actions")?.item(&option)?;
                old.attr("option_strings")?.method("remove", &[option.clone()])?;
                if !old.attr("option_strings")?.truth()? {
                    self_.attr("_actions")?.method("remove", &[old.clone()])?;
                    let mut iter_138 = py::iter::iter(&self_.attr("_action_groups")?)?;
                    while let Some(group) = iter_138.next()? {
                        if py::contained(&old, &group.attr("_group_actions")?)? {
                            group
                                .attr("_group_actions")?
                                .method("remove", &[old.clone()])?;
                        }
                    }
                }
                continue;
            }
            let conflicting = {
                let mut out_140 = Vec::new();
                let mut iter_141 = py::iter::iter(&action.attr("option_strings")?)?;
                while let Some(o) = iter_141.next()? {
                    if py::contained(&o, &self_.attr("_option_string_actions")?)? {
                        out_140.push(o.clone());
                    }
                }
                Value::list(out_140)
            };
            let s = if Value::from(py::builtins::len(&conflicting)?)
                .is_eq(&Value::Int(1))?
            {
                Value::str("")
            } else {
                Value::str("s")
            };
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &global::ArgumentError.load()?,
                        &py::pos(
                            &[
                                action.clone(),
                                Value::str(
                                    format!(
                                        "conflicting option string{}: {}", py::show(& s) ?,
                                        py::show(& Value::str(", ").method("join", & [conflicting
                                        .clone()]) ?) ?
                                    ),
                                ),
                            ],
                        ),
                    )?,
                )?,
            );
        }
    }
    self_.attr("_actions")?.method("append", &[action.clone()])?;
    let mut iter_143 = py::iter::iter(&action.attr("option_strings")?)?;
    while let Some(item_144) = iter_143.next()? {
        option = item_144;
        let value_146 = action.clone();
        self_.attr("_option_string_actions")?.set_item(option.clone(), value_146)?;
    }
    Ok(action.clone())
}

pub(crate) fn _argument_group_init(
    self_: Value,
    container: Value,
    title: Value,
    description: Value,
) -> R {
    self_.set_attr("title", title.clone())?;
    self_.set_attr("description", description.clone())?;
    self_.set_attr("_container", container.clone())?;
    self_.set_attr("prefix_chars", container.attr("prefix_chars")?)?;
    self_.set_attr("argument_default", container.attr("argument_default")?)?;
    self_.set_attr("conflict_handler", container.attr("conflict_handler")?)?;
    self_.set_attr("_actions", container.attr("_actions")?)?;
    self_.set_attr("_option_string_actions", container.attr("_option_string_actions")?)?;
    self_.set_attr("_defaults", container.attr("_defaults")?)?;
    self_
        .set_attr(
            "_mutually_exclusive_groups",
            container.attr("_mutually_exclusive_groups")?,
        )?;
    self_.set_attr("_group_actions", py::list([]))?;
    Ok(Value::None)
}

pub(crate) fn _argument_group_add_action(self_: Value, mut action: Value) -> R {
    action = py::attr::super_of(&global::_ArgumentGroup.load()?, &self_.clone())?
        .method("_add_action", &[action.clone()])?;
    self_.attr("_group_actions")?.method("append", &[action.clone()])?;
    Ok(action.clone())
}

pub(crate) fn _mutually_exclusive_group_init(
    self_: Value,
    container: Value,
    required: Value,
) -> R {
    self_.set_attr("required", required.clone())?;
    self_.set_attr("_container", container.clone())?;
    self_.set_attr("prefix_chars", container.attr("prefix_chars")?)?;
    self_.set_attr("argument_default", container.attr("argument_default")?)?;
    self_.set_attr("conflict_handler", container.attr("conflict_handler")?)?;
    self_.set_attr("_actions", container.attr("_actions")?)?;
    self_.set_attr("_option_string_actions", container.attr("_option_string_actions")?)?;
    self_.set_attr("_defaults", container.attr("_defaults")?)?;
    self_.set_attr("_group_actions", py::list([]))?;
    Ok(Value::None)
}

pub(crate) fn _mutually_exclusive_group_add_action(
    self_: Value,
    mut action: Value,
) -> R {
    if action.attr("required")?.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[Value::str("mutually exclusive arguments must be optional")],
                    ),
                )?,
            )?,
        );
    }
    action = self_.attr("_container")?.method("_add_action", &[action.clone()])?;
    self_.attr("_group_actions")?.method("append", &[action.clone()])?;
    Ok(action.clone())
}

pub(crate) fn argument_parser_init(
    self_: Value,
    prog: Value,
    usage: Value,
    description: Value,
    epilog: Value,
    parents: Value,
    formatter_class: Value,
    prefix_chars: Value,
    fromfile_prefix_chars: Value,
    argument_default: Value,
    conflict_handler: Value,
    add_help: Value,
    allow_abbrev: Value,
    exit_on_error: Value,
) -> R {
    self_
        .method(
            "_setup",
            &[prefix_chars.clone(), argument_default.clone(), conflict_handler.clone()],
        )?;
    self_.set_attr("description", description.clone())?;
    self_
        .set_attr(
            "prog",
            if prog.is(&Value::None) {
                py::library::os::basename(
                    &py::pos(&[py::library::sys::argv().item(&Value::Int(0))?]),
                )?
            } else {
                prog.clone()
            },
        )?;
    self_.set_attr("usage", usage.clone())?;
    self_.set_attr("epilog", epilog.clone())?;
    self_.set_attr("formatter_class", formatter_class.clone())?;
    self_.set_attr("fromfile_prefix_chars", fromfile_prefix_chars.clone())?;
    self_.set_attr("add_help", add_help.clone())?;
    self_.set_attr("allow_abbrev", allow_abbrev.clone())?;
    self_.set_attr("exit_on_error", exit_on_error.clone())?;
    self_.set_attr("_subparsers", Value::None)?;
    self_
        .set_attr(
            "_positionals",
            self_.method("add_argument_group", &[Value::str("positional arguments")])?,
        )?;
    self_
        .set_attr(
            "_optionals",
            self_.method("add_argument_group", &[Value::str("options")])?,
        )?;
    let default = if py::contained(&Value::str("-"), &prefix_chars)? {
        Value::str("-")
    } else {
        prefix_chars.item(&Value::Int(0))?
    };
    if add_help.truth()? {
        {
            let object_148 = self_.clone();
            py::call::call_method_with(
                &object_148,
                "add_argument",
                &py::Args {
                    pos: &[
                        default.add(&Value::str("h"))?,
                        default.mul(&Value::Int(2))?.add(&Value::str("help"))?,
                    ],
                    kw: &[
                        ("action", Value::str("help")),
                        ("default", global::SUPPRESS.load()?),
                        ("help", Value::str("show this help message and exit")),
                    ],
                },
            )?;
        }
    }
    let mut iter_149 = py::iter::iter(&parents)?;
    while let Some(parent) = iter_149.next()? {
        self_.method("_take", &[parent.clone()])?;
        self_.attr("_defaults")?.method("update", &[parent.attr("_defaults")?])?;
    }
    Ok(Value::None)
}

pub(crate) fn argument_parser_take(self_: Value, parent: Value) -> R {
    let mut action = Value::Unbound;
    let mut group = Value::Unbound;
    let titles = py::dict([])?;
    let mut iter_151 = py::iter::iter(&self_.attr("_action_groups")?)?;
    while let Some(item_152) = iter_151.next()? {
        group = item_152;
        let value_154 = group.clone();
        titles.set_item(group.attr("title")?, value_154)?;
    }
    let owner = py::dict([])?;
    let mut iter_155 = py::iter::iter(&parent.attr("_action_groups")?)?;
    while let Some(item_156) = iter_155.next()? {
        group = item_156;
        if !py::contained(&group.attr("title")?, &titles)? {
            let value_158 = self_
                .method(
                    "add_argument_group",
                    &[group.attr("title")?, group.attr("description")?],
                )?;
            titles.set_item(group.attr("title")?, value_158)?;
        }
        let mut iter_159 = py::iter::iter(&group.attr("_group_actions")?)?;
        while let Some(item_160) = iter_159.next()? {
            action = item_160;
            let value_162 = titles.item(&group.attr("title")?)?;
            owner.set_item(py::builtins::id(&py::pos(&[action.clone()]))?, value_162)?;
        }
    }
    let mut iter_163 = py::iter::iter(&parent.attr("_mutually_exclusive_groups")?)?;
    while let Some(item_164) = iter_163.next()? {
        group = item_164;
        let mine = {
            let object_166 = self_.clone();
            py::call::call_method_with(
                &object_166,
                "add_mutually_exclusive_group",
                &py::Args {
                    pos: &[],
                    kw: &[("required", group.attr("required")?)],
                },
            )?
        };
        mine.attr("_group_actions")?.method("extend", &[group.attr("_group_actions")?])?;
    }
    let mut iter_167 = py::iter::iter(&parent.attr("_actions")?)?;
    while let Some(item_168) = iter_167.next()? {
        action = item_168;
        owner
            .method(
                "get",
                &[py::builtins::id(&py::pos(&[action.clone()]))?, self_.clone()],
            )?
            .method("_add_action", &[action.clone()])?;
    }
    Ok(Value::None)
}

pub(crate) fn argument_parser_repr(self_: Value) -> R {
    Ok(
        Value::str(
            format!(
                "ArgumentParser(prog={}, usage={}, description={}, formatter_class={}, conflict_handler={}, add_help={})",
                py::fmt(& self_.attr("prog") ?, 'r', "") ?, py::fmt(& self_.attr("usage")
                ?, 'r', "") ?, py::fmt(& self_.attr("description") ?, 'r', "") ?,
                py::fmt(& self_.attr("formatter_class") ?, 'r', "") ?, py::fmt(& self_
                .attr("conflict_handler") ?, 'r', "") ?, py::fmt(& self_.attr("add_help")
                ?, 'r', "") ?
            ),
        ),
    )
}

pub(crate) fn argument_parser_add_subparsers(self_: Value, kwargs: Value) -> R {
    if !self_.attr("_subparsers")?.is(&Value::None) {
        self_
            .method("error", &[Value::str("cannot have multiple subparser arguments")])?;
    }
    if py::contained(&Value::str("title"), &kwargs)?
        || py::contained(&Value::str("description"), &kwargs)?
    {
        let title = kwargs
            .method("pop", &[Value::str("title"), Value::str("subcommands")])?;
        let description = kwargs
            .method("pop", &[Value::str("description"), Value::None])?;
        self_
            .set_attr(
                "_subparsers",
                self_
                    .method("add_argument_group", &[title.clone(), description.clone()])?,
            )?;
    } else {
        self_.set_attr("_subparsers", self_.attr("_positionals")?)?;
    }
    if kwargs.method("get", &[Value::str("prog")])?.is(&Value::None) {
        let positionals = {
            let mut out_170 = Vec::new();
            let mut iter_171 = py::iter::iter(&self_.attr("_actions")?)?;
            while let Some(a) = iter_171.next()? {
                if !a.attr("option_strings")?.truth()? {
                    out_170.push(a.clone());
                }
            }
            Value::list(out_170)
        };
        let text = self_
            .method("_formatter", &[])?
            .method(
                "format_usage",
                &[
                    self_.attr("usage")?,
                    positionals.clone(),
                    self_.attr("_mutually_exclusive_groups")?,
                    Value::str(""),
                ],
            )?;
        let value_172 = text.method("strip", &[])?;
        kwargs.set_item(Value::str("prog"), value_172)?;
    }
    let parser_class = kwargs
        .method(
            "pop",
            &[
                Value::str("parser_class"),
                py::construct::type_(&py::pos(&[self_.clone()]))?,
            ],
        )?;
    let action = {
        let function_173 = global::_SubParsersAction.load()?;
        let args_174: Vec<Value> = Vec::<Value>::from([]);
        let mut keywords_175 = Vec::new();
        keywords_175.push(("option_strings", py::list([])));
        keywords_175.push(("parser_class", parser_class.clone()));
        py::call::keywords(&kwargs, &mut keywords_175)?;
        py::call::call(
            &function_173,
            &py::Args {
                pos: &args_174,
                kw: &keywords_175,
            },
        )?
    };
    self_.attr("_subparsers")?.method("_add_action", &[action.clone()])?;
    Ok(action.clone())
}

pub(crate) fn argument_parser_add_action(self_: Value, action: Value) -> R {
    if action.attr("option_strings")?.truth()? {
        self_.attr("_optionals")?.method("_add_action", &[action.clone()])?;
    } else {
        self_.attr("_positionals")?.method("_add_action", &[action.clone()])?;
    }
    Ok(action.clone())
}

pub(crate) fn argument_parser_formatter(self_: Value) -> R {
    Ok({
        let object_176 = self_.clone();
        py::call::call_method_with(
            &object_176,
            "formatter_class",
            &py::Args {
                pos: &[],
                kw: &[("prog", self_.attr("prog")?)],
            },
        )?
    })
}

pub(crate) fn argument_parser_format_usage(self_: Value) -> R {
    let text = self_
        .method("_formatter", &[])?
        .method(
            "format_usage",
            &[
                self_.attr("usage")?,
                self_.attr("_actions")?,
                self_.attr("_mutually_exclusive_groups")?,
            ],
        )?;
    Ok(text.method("strip", &[Value::str("\n")])?.add(&Value::str("\n"))?)
}

pub(crate) fn argument_parser_format_help(self_: Value) -> R {
    let mut group = Value::Unbound;
    let formatter = self_.method("_formatter", &[])?;
    let parts = py::list([]);
    parts
        .method(
            "append",
            &[
                formatter
                    .method(
                        "format_usage",
                        &[
                            self_.attr("usage")?,
                            self_.attr("_actions")?,
                            self_.attr("_mutually_exclusive_groups")?,
                        ],
                    )?,
            ],
        )?;
    if self_.attr("description")?.truth()? {
        parts
            .method(
                "append",
                &[
                    formatter
                        .method(
                            "_fill_text",
                            &[
                                self_.method("_prog_in", &[self_.attr("description")?])?,
                                py::builtins::max(
                                    &py::pos(&[formatter.attr("_width")?, Value::Int(11)]),
                                )?,
                                Value::str(""),
                            ],
                        )?
                        .add(&Value::str("\n\n"))?,
                ],
            )?;
    }
    let mut longest = Value::Int(0);
    let mut iter_177 = py::iter::iter(&self_.attr("_action_groups")?)?;
    while let Some(item_178) = iter_177.next()? {
        group = item_178;
        longest = py::builtins::max(
            &py::pos(
                &[
                    longest.clone(),
                    formatter
                        .method(
                            "longest",
                            &[group.attr("_group_actions")?, Value::Int(2)],
                        )?,
                ],
            ),
        )?;
    }
    let mut iter_180 = py::iter::iter(&self_.attr("_action_groups")?)?;
    while let Some(item_181) = iter_180.next()? {
        group = item_181;
        let shown = {
            let mut out_183 = Vec::new();
            let mut iter_184 = py::iter::iter(&group.attr("_group_actions")?)?;
            while let Some(a) = iter_184.next()? {
                if a.attr("help")?.is_ne(&global::SUPPRESS.load()?)? {
                    out_183.push(a.clone());
                }
            }
            Value::list(out_183)
        };
        let body = Value::str("")
            .method(
                "join",
                &[
                    {
                        let mut out_185 = Vec::new();
                        let mut iter_186 = py::iter::iter(&shown)?;
                        while let Some(a) = iter_186.next()? {
                            out_185
                                .push(
                                    formatter
                                        .method(
                                            "format_action",
                                            &[a.clone(), Value::Int(2), longest.clone()],
                                        )?,
                                );
                        }
                        Value::list(out_185)
                    },
                ],
            )?;
        let mut description = Value::str("");
        if group.attr("description")?.truth()? {
            description = formatter
                .method(
                    "_fill_text",
                    &[
                        self_.method("_prog_in", &[group.attr("description")?])?,
                        py::builtins::max(
                            &py::pos(
                                &[
                                    formatter.attr("_width")?.sub(&Value::Int(2))?,
                                    Value::Int(11),
                                ],
                            ),
                        )?,
                        Value::str("  "),
                    ],
                )?
                .add(&Value::str("\n\n"))?;
        }
        if !body.truth()? && !description.truth()? {
            continue;
        }
        let heading = if !group.attr("title")?.is(&Value::None) {
            Value::str(format!("{}:\n", py::show(& group.attr("title") ?) ?))
        } else {
            Value::str("")
        };
        parts
            .method(
                "append",
                &[heading.add(&description)?.add(&body)?.add(&Value::str("\n"))?],
            )?;
    }
    if self_.attr("epilog")?.truth()? {
        parts
            .method(
                "append",
                &[
                    formatter
                        .method(
                            "_fill_text",
                            &[
                                self_.method("_prog_in", &[self_.attr("epilog")?])?,
                                py::builtins::max(
                                    &py::pos(&[formatter.attr("_width")?, Value::Int(11)]),
                                )?,
                                Value::str(""),
                            ],
                        )?
                        .add(&Value::str("\n\n"))?,
                ],
            )?;
    }
    let mut text = Value::str("").method("join", &[parts.clone()])?;
    while py::contained(&Value::str("\n\n\n"), &text)? {
        text = text.method("replace", &[Value::str("\n\n\n"), Value::str("\n\n")])?;
    }
    Ok(text.method("strip", &[Value::str("\n")])?.add(&Value::str("\n"))?)
}

pub(crate) fn argument_parser_prog_in(self_: Value, text: Value) -> R {
    if py::contained(&Value::str("%(prog)"), &text)? {
        return Ok(text.modulo(&py::dict([(Value::str("prog"), self_.attr("prog")?)])?)?);
    }
    Ok(text.clone())
}

pub(crate) fn argument_parser_print_usage(self_: Value, file: Value) -> R {
    (if file.is(&Value::None) { py::library::sys::stdout() } else { file.clone() }
        .method("write", &[self_.method("format_usage", &[])?])?);
    Ok(Value::None)
}

pub(crate) fn argument_parser_print_help(self_: Value, file: Value) -> R {
    (if file.is(&Value::None) { py::library::sys::stdout() } else { file.clone() }
        .method("write", &[self_.method("format_help", &[])?])?);
    Ok(Value::None)
}

pub(crate) fn argument_parser_exit(self_: Value, status: Value, message: Value) -> R {
    if message.truth()? {
        py::library::sys::stderr().method("write", &[message.clone()])?;
    }
    py::library::sys::exit(&py::pos(&[status.clone()]))?;
    Ok(Value::None)
}

pub(crate) fn argument_parser_error(self_: Value, message: Value) -> R {
    self_.method("print_usage", &[py::library::sys::stderr()])?;
    self_
        .method(
            "exit",
            &[
                Value::Int(2),
                Value::str(
                    format!(
                        "{}: error: {}\n", py::show(& self_.attr("prog") ?) ?, py::show(&
                        message) ?
                    ),
                ),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn argument_parser_parse_args(
    self_: Value,
    args: Value,
    namespace: Value,
) -> R {
    let mut extra = Value::Unbound;
    let mut found = Value::Unbound;
    let [item_188, item_189] = py::unpack::<
        2,
    >(&self_.method("parse_known_args", &[args.clone(), namespace.clone()])?)?;
    found = item_188;
    extra = item_189;
    if extra.truth()? {
        self_
            .method(
                "error",
                &[
                    Value::str(
                        format!(
                            "unrecognized arguments: {}", py::show(& Value::str(" ")
                            .method("join", & [extra.clone()]) ?) ?
                        ),
                    ),
                ],
            )?;
    }
    Ok(found.clone())
}

pub(crate) fn argument_parser_parse_known_args(
    self_: Value,
    mut args: Value,
    mut namespace: Value,
) -> R {
    let mut error = Value::Unbound;
    let mut extra = Value::Unbound;
    args = if args.is(&Value::None) {
        py::library::sys::argv()
            .item(&py::item::slice(Value::Int(1), Value::None, Value::None))?
    } else {
        py::construct::list(&py::pos(&[args.clone()]))?
    };
    if namespace.is(&Value::None) {
        namespace = py::call::call(&global::Namespace.load()?, &py::Args::none())?;
    }
    let mut iter_191 = py::iter::iter(&self_.attr("_actions")?)?;
    while let Some(action) = iter_191.next()? {
        if action.attr("dest")?.is_ne(&global::SUPPRESS.load()?)?
            && !py::builtins::hasattr(
                    &py::pos(&[namespace.clone(), action.attr("dest")?]),
                )?
                .truth()? && action.attr("default")?.is_ne(&global::SUPPRESS.load()?)?
        {
            py::builtins::setattr(
                &py::pos(
                    &[namespace.clone(), action.attr("dest")?, action.attr("default")?],
                ),
            )?;
        }
    }
    let mut iter_193 = py::iter::iter(&self_.attr("_defaults")?)?;
    while let Some(dest) = iter_193.next()? {
        if !py::builtins::hasattr(&py::pos(&[namespace.clone(), dest.clone()]))?.truth()?
        {
            py::builtins::setattr(
                &py::pos(
                    &[
                        namespace.clone(),
                        dest.clone(),
                        self_.attr("_defaults")?.item(&dest)?,
                    ],
                ),
            )?;
        }
    }
    if self_.attr("exit_on_error")?.truth()? {
        let flow_199: py::Flow = 'try_195: {
            let [item_196, item_197] = py::attempt!(
                'try_195, py::unpack::< 2 > (& py::attempt!('try_195, self_
                .method("_parse", & [args.clone(), namespace.clone()])))
            );
            namespace = item_196;
            extra = item_197;
            py::Flow::Next
        };
        if let py::Flow::Raise(raised_198) = flow_199 {
            if raised_198.matches(&global::ArgumentError.load()?)? {
                error = raised_198.value();
                self_
                    .method(
                        "error",
                        &[py::construct::str(&py::pos(&[error.clone()]))?],
                    )?;
            } else {
                return Err(raised_198);
            }
        }
    } else {
        let [item_200, item_201] = py::unpack::<
            2,
        >(&self_.method("_parse", &[args.clone(), namespace.clone()])?)?;
        namespace = item_200;
        extra = item_201;
    }
    if py::builtins::hasattr(
            &py::pos(&[namespace.clone(), Value::str("_unrecognized_args")]),
        )?
        .truth()?
    {
        py::bound(&extra, "extra")?
            .method(
                "extend",
                &[
                    py::builtins::getattr(
                        &py::pos(&[namespace.clone(), Value::str("_unrecognized_args")]),
                    )?,
                ],
            )?;
        py::builtins::delattr(
            &py::pos(&[namespace.clone(), Value::str("_unrecognized_args")]),
        )?;
    }
    Ok(py::tuple([namespace.clone(), py::bound(&extra, "extra")?]))
}

pub(crate) fn argument_parser_parse_intermixed_args(
    self_: Value,
    args: Value,
    namespace: Value,
) -> R {
    Ok(self_.method("parse_args", &[args.clone(), namespace.clone()])?)
}

pub(crate) fn argument_parser_negative_like(self_: Value) -> R {
    let mut iter_202 = py::iter::iter(&self_.attr("_option_string_actions")?)?;
    while let Some(option) = iter_202.next()? {
        if py::library::re::match_(
                &py::pos(&[Value::str("^-\\d+$|^-\\d*\\.\\d+$"), option.clone()]),
            )?
            .truth()?
        {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

/// None for a positional, else action, option, explicit argument.
pub(crate) fn argument_parser_parse_optional(self_: Value, arg: Value) -> R {
    let mut explicit = Value::Unbound;
    let mut option = Value::Unbound;
    if !arg.truth()?
        || !py::contained(&arg.item(&Value::Int(0))?, &self_.attr("prefix_chars")?)?
    {
        return Ok(Value::None);
    }
    if py::contained(&arg, &self_.attr("_option_string_actions")?)? {
        return Ok(
            py::tuple([
                self_.attr("_option_string_actions")?.item(&arg)?,
                arg.clone(),
                Value::None,
            ]),
        );
    }
    if Value::from(py::builtins::len(&arg)?).is_eq(&Value::Int(1))? {
        return Ok(Value::None);
    }
    if py::contained(&Value::str("="), &arg)? {
        let [item_204, item_205] = py::unpack::<
            2,
        >(&arg.method("split", &[Value::str("="), Value::Int(1)])?)?;
        option = item_204;
        explicit = item_205;
        if py::contained(&option, &self_.attr("_option_string_actions")?)? {
            return Ok(
                py::tuple([
                    self_.attr("_option_string_actions")?.item(&option)?,
                    option.clone(),
                    explicit.clone(),
                ]),
            );
        }
    }
    let matches = self_.method("_abbreviations", &[arg.clone()])?;
    if Value::from(py::builtins::len(&matches)?).is_gt(&Value::Int(1))? {
        let options = Value::str(", ")
            .method(
                "join",
                &[
                    {
                        let mut out_206 = Vec::new();
                        let mut iter_207 = py::iter::iter(&matches)?;
                        while let Some(item_208) = iter_207.next()? {
                            let mut __ = Value::Unbound;
                            let mut option = Value::Unbound;
                            let [item_209, item_210, item_211] = py::unpack::<
                                3,
                            >(&item_208)?;
                            __ = item_209;
                            option = item_210;
                            __ = item_211;
                            out_206.push(option.clone());
                        }
                        Value::list(out_206)
                    },
                ],
            )?;
        self_
            .method(
                "error",
                &[
                    Value::str(
                        format!(
                            "ambiguous option: {} could match {}", py::show(& arg) ?,
                            py::show(& options) ?
                        ),
                    ),
                ],
            )?;
    }
    if Value::from(py::builtins::len(&matches)?).is_eq(&Value::Int(1))? {
        return Ok(matches.item(&Value::Int(0))?);
    }
    if py::library::re::match_(
            &py::pos(&[Value::str("^-\\d+$|^-\\d*\\.\\d+$"), arg.clone()]),
        )?
        .truth()? && !self_.method("_negative_like", &[])?.truth()?
    {
        return Ok(Value::None);
    }
    if py::contained(&Value::str(" "), &arg)? {
        return Ok(Value::None);
    }
    Ok(py::tuple([Value::None, arg.clone(), Value::None]))
}

pub(crate) fn argument_parser_abbreviations(self_: Value, arg: Value) -> R {
    let mut explicit = Value::Unbound;
    let mut option = Value::Unbound;
    let mut prefix = Value::Unbound;
    let result = py::list([]);
    let chars = self_.attr("prefix_chars")?;
    if py::contained(&arg.item(&Value::Int(0))?, &chars)?
        && py::contained(&arg.item(&Value::Int(1))?, &chars)?
    {
        if self_.attr("allow_abbrev")?.truth()? {
            if py::contained(&Value::str("="), &arg)? {
                let [item_212, item_213] = py::unpack::<
                    2,
                >(&arg.method("split", &[Value::str("="), Value::Int(1)])?)?;
                prefix = item_212;
                explicit = item_213;
            } else {
                let [item_214, item_215] = py::unpack::<
                    2,
                >(&py::tuple([arg.clone(), Value::None]))?;
                prefix = item_214;
                explicit = item_215;
            }
            let mut iter_216 = py::iter::iter(&self_.attr("_option_string_actions")?)?;
            while let Some(item_217) = iter_216.next()? {
                option = item_217;
                if option.method("startswith", &[prefix.clone()])?.truth()? {
                    result
                        .method(
                            "append",
                            &[
                                py::tuple([
                                    self_.attr("_option_string_actions")?.item(&option)?,
                                    option.clone(),
                                    explicit.clone(),
                                ]),
                            ],
                        )?;
                }
            }
        }
    } else if py::contained(&arg.item(&Value::Int(0))?, &chars)?
        && !py::contained(&arg.item(&Value::Int(1))?, &chars)?
    {
        let short = arg.item(&py::item::slice(Value::None, Value::Int(2), Value::None))?;
        let rest = arg.item(&py::item::slice(Value::Int(2), Value::None, Value::None))?;
        let mut iter_219 = py::iter::iter(&self_.attr("_option_string_actions")?)?;
        while let Some(item_220) = iter_219.next()? {
            option = item_220;
            if option.is_eq(&short)? {
                result
                    .method(
                        "append",
                        &[
                            py::tuple([
                                self_.attr("_option_string_actions")?.item(&option)?,
                                option.clone(),
                                rest.clone(),
                            ]),
                        ],
                    )?;
            } else if self_.attr("allow_abbrev")?.truth()?
                && option.method("startswith", &[arg.clone()])?.truth()?
            {
                result
                    .method(
                        "append",
                        &[
                            py::tuple([
                                self_.attr("_option_string_actions")?.item(&option)?,
                                option.clone(),
                                Value::None,
                            ]),
                        ],
                    )?;
            }
        }
    }
    Ok(result.clone())
}

pub(crate) fn argument_parser_pattern(self_: Value, action: Value) -> R {
    let mut pattern = Value::Unbound;
    let nargs = action.attr("nargs")?;
    if nargs.is(&Value::None) {
        pattern = Value::str("(-*A-*)");
    } else if nargs.is_eq(&global::OPTIONAL.load()?)? {
        pattern = Value::str("(-*A?-*)");
    } else if nargs.is_eq(&global::ZERO_OR_MORE.load()?)? {
        pattern = Value::str("(-*[A-]*)");
    } else if nargs.is_eq(&global::ONE_OR_MORE.load()?)? {
        pattern = Value::str("(-*A[A-]*)");
    } else if nargs.is_eq(&global::REMAINDER.load()?)? {
        pattern = Value::str("([-AO]*)");
    } else if nargs.is_eq(&global::PARSER.load()?)? {
        pattern = Value::str("(-*A[-AO]*)");
    } else if nargs.is_eq(&global::SUPPRESS.load()?)? {
        pattern = Value::str("(-*-*)");
    } else {
        pattern = Value::str("(-*%s-*)")
            .modulo(&Value::str("-*").method("join", &[Value::str("A").mul(&nargs)?])?)?;
    }
    if action.attr("option_strings")?.truth()? {
        pattern = pattern
            .method("replace", &[Value::str("-*"), Value::str("")])?
            .method("replace", &[Value::str("-"), Value::str("")])?;
    }
    Ok(pattern.clone())
}

pub(crate) fn argument_parser_count(self_: Value, action: Value, pattern: Value) -> R {
    let mut message = Value::Unbound;
    let found = py::library::re::match_(
        &py::pos(&[self_.method("_pattern", &[action.clone()])?, pattern.clone()]),
    )?;
    if found.is(&Value::None) {
        let nargs = action.attr("nargs")?;
        if nargs.is(&Value::None) {
            message = Value::str("expected one argument");
        } else if nargs.is_eq(&global::OPTIONAL.load()?)? {
            message = Value::str("expected at most one argument");
        } else if nargs.is_eq(&global::ONE_OR_MORE.load()?)? {
            message = Value::str("expected at least one argument");
        } else {
            let s = if nargs.is_eq(&Value::Int(1))? {
                Value::str("")
            } else {
                Value::str("s")
            };
            message = Value::str(
                format!("expected {} argument{}", py::show(& nargs) ?, py::show(& s) ?),
            );
        }
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::ArgumentError.load()?,
                    &py::pos(&[action.clone(), message.clone()]),
                )?,
            )?,
        );
    }
    Ok(Value::from(py::builtins::len(&found.method("group", &[Value::Int(1)])?)?))
}

pub(crate) fn argument_parser_parse(self_: Value, args: Value, namespace: Value) -> R {
    let args = py::Shared::new("args", args);
    let mut arg = Value::Unbound;
    let mut group = Value::Unbound;
    let mut i = Value::Unbound;
    let mut one = Value::Unbound;
    let mut take = Value::Unbound;
    let mut take_optional = Value::Unbound;
    let mut take_positionals = Value::Unbound;
    if !self_.attr("fromfile_prefix_chars")?.is(&Value::None) {
        args.store(self_.method("_from_files", &[args.load()?])?);
    }
    let conflicts = py::dict([])?;
    let mut iter_223 = py::iter::iter(&self_.attr("_mutually_exclusive_groups")?)?;
    while let Some(item_224) = iter_223.next()? {
        group = item_224;
        let members = group.attr("_group_actions")?;
        let mut iter_226 = py::iter::iter(
            &py::construct::enumerate(&py::pos(&[members.clone()]))?,
        )?;
        while let Some(item_227) = iter_226.next()? {
            let [item_228, item_229] = py::unpack::<2>(&item_227)?;
            i = item_228;
            one = item_229;
            conflicts
                .method(
                    "setdefault",
                    &[py::builtins::id(&py::pos(&[one.clone()]))?, py::list([])],
                )?
                .method(
                    "extend",
                    &[
                        members
                            .item(&py::item::slice(Value::None, i.clone(), Value::None))?
                            .add(
                                &members
                                    .item(
                                        &py::item::slice(
                                            i.add(&Value::Int(1))?,
                                            Value::None,
                                            Value::None,
                                        ),
                                    )?,
                            )?,
                    ],
                )?;
        }
    }
    let options = py::dict([])?;
    let letters = py::list([]);
    let mut rest = Value::Bool(false);
    let mut iter_231 = py::iter::iter(
        &py::construct::enumerate(&py::pos(&[args.load()?]))?,
    )?;
    while let Some(item_232) = iter_231.next()? {
        let [item_233, item_234] = py::unpack::<2>(&item_232)?;
        i = item_233;
        arg = item_234;
        if rest.truth()? {
            letters.method("append", &[Value::str("A")])?;
        } else if arg.is_eq(&Value::str("--"))? {
            letters.method("append", &[Value::str("-")])?;
            rest = Value::Bool(true);
        } else {
            let option = self_.method("_parse_optional", &[arg.clone()])?;
            if option.is(&Value::None) {
                letters.method("append", &[Value::str("A")])?;
            } else {
                let value_236 = option.clone();
                options.set_item(i.clone(), value_236)?;
                letters.method("append", &[Value::str("O")])?;
            }
        }
    }
    let pattern = Value::str("").method("join", &[letters.clone()])?;
    let seen = py::list([]);
    let seen_non_default = py::list([]);
    let extras = py::list([]);
    let positionals = {
        let mut out_237 = Vec::new();
        let mut iter_238 = py::iter::iter(&self_.attr("_actions")?)?;
        while let Some(a) = iter_238.next()? {
            if !a.attr("option_strings")?.truth()? {
                out_237.push(a.clone());
            }
        }
        Value::list(out_237)
    };
    take = {
        let conflicts = conflicts.clone();
        let namespace = namespace.clone();
        let seen = seen.clone();
        let seen_non_default = seen_non_default.clone();
        let self_ = self_.clone();
        py::def(
            "ArgumentParser._parse.<locals>.take",
            "action, strings, option_string=",
            [Value::None],
            move |action: Value, strings: Value, option_string: Value| -> R {
                seen.method("append", &[action.clone()])?;
                let values = self_
                    .method("_values", &[action.clone(), strings.clone()])?;
                if !values.is(&action.attr("default")?) {
                    seen_non_default.method("append", &[action.clone()])?;
                    let mut iter_239 = py::iter::iter(
                        &conflicts
                            .method(
                                "get",
                                &[
                                    py::builtins::id(&py::pos(&[action.clone()]))?,
                                    py::list([]),
                                ],
                            )?,
                    )?;
                    while let Some(other) = iter_239.next()? {
                        if py::contained(&other, &seen_non_default)? {
                            return Err(
                                py::exc::to_raise(
                                    &py::call::call(
                                        &global::ArgumentError.load()?,
                                        &py::pos(
                                            &[
                                                action.clone(),
                                                Value::str(
                                                    format!(
                                                        "not allowed with argument {}", py::show(&
                                                        _argument_name(other.clone()) ?) ?
                                                    ),
                                                ),
                                            ],
                                        ),
                                    )?,
                                )?,
                            );
                        }
                    }
                }
                if !py::builtins::isinstance(
                        &py::pos(&[values.clone(), py::library_class("str")]),
                    )?
                    .truth()? || values.is_ne(&global::SUPPRESS.load()?)?
                {
                    py::call::call(
                        &action.clone(),
                        &py::pos(
                            &[
                                self_.clone(),
                                namespace.clone(),
                                values.clone(),
                                option_string.clone(),
                            ],
                        ),
                    )?;
                }
                Ok(Value::None)
            },
        )
    };
    take_optional = {
        let args = args.clone();
        let extras = extras.clone();
        let options = options.clone();
        let pattern = pattern.clone();
        let self_ = self_.clone();
        let take = take.clone();
        py::def(
            "ArgumentParser._parse.<locals>.take_optional",
            "start",
            [],
            move |start: Value| -> R {
                let mut action = Value::Unbound;
                let mut count = Value::Unbound;
                let mut explicit = Value::Unbound;
                let mut option = Value::Unbound;
                let mut stop = Value::Unbound;
                let mut strings = Value::Unbound;
                let [item_243, item_244, item_245] = py::unpack::<
                    3,
                >(&options.item(&start)?)?;
                action = item_243;
                option = item_244;
                explicit = item_245;
                let todo = py::list([]);
                loop {
                    if action.is(&Value::None) {
                        extras.method("append", &[args.load()?.item(&start)?])?;
                        return Ok(start.add(&Value::Int(1))?);
                    }
                    if !explicit.is(&Value::None) {
                        count = self_.method("_explicit_count", &[action.clone()])?;
                        if count.is_eq(&Value::Int(0))?
                            && !py::contained(
                                &option.item(&Value::Int(1))?,
                                &self_.attr("prefix_chars")?,
                            )? && explicit.is_ne(&Value::str(""))?
                        {
                            todo.method(
                                "append",
                                &[py::tuple([action.clone(), py::list([]), option.clone()])],
                            )?;
                            option = option
                                .item(&Value::Int(0))?
                                .add(&explicit.item(&Value::Int(0))?)?;
                            let rest = {
                                let left_247 = explicit
                                    .item(
                                        &py::item::slice(Value::Int(1), Value::None, Value::None),
                                    )?;
                                if left_247.truth()? { left_247 } else { Value::None }
                            };
                            if py::contained(
                                &option,
                                &self_.attr("_option_string_actions")?,
                            )? {
                                action = self_
                                    .attr("_option_string_actions")?
                                    .item(&option)?;
                                explicit = rest.clone();
                            } else {
                                return Err(
                                    py::exc::to_raise(
                                        &py::call::call(
                                            &global::ArgumentError.load()?,
                                            &py::pos(
                                                &[
                                                    action.clone(),
                                                    Value::str(
                                                        format!(
                                                            "ignored explicit argument {}", py::fmt(& explicit, 'r', "")
                                                            ?
                                                        ),
                                                    ),
                                                ],
                                            ),
                                        )?,
                                    )?,
                                );
                            }
                        } else if count.is_eq(&Value::Int(1))? {
                            stop = start.add(&Value::Int(1))?;
                            todo.method(
                                "append",
                                &[
                                    py::tuple([
                                        action.clone(),
                                        py::list([explicit.clone()]),
                                        option.clone(),
                                    ]),
                                ],
                            )?;
                            break;
                        } else {
                            return Err(
                                py::exc::to_raise(
                                    &py::call::call(
                                        &global::ArgumentError.load()?,
                                        &py::pos(
                                            &[
                                                action.clone(),
                                                Value::str(
                                                    format!(
                                                        "ignored explicit argument {}", py::fmt(& explicit, 'r', "")
                                                        ?
                                                    ),
                                                ),
                                            ],
                                        ),
                                    )?,
                                )?,
                            );
                        }
                    } else {
                        let begin = start.add(&Value::Int(1))?;
                        count = self_
                            .method(
                                "_count",
                                &[
                                    action.clone(),
                                    pattern
                                        .item(
                                            &py::item::slice(begin.clone(), Value::None, Value::None),
                                        )?,
                                ],
                            )?;
                        stop = begin.add(&count)?;
                        todo.method(
                            "append",
                            &[
                                py::tuple([
                                    action.clone(),
                                    args
                                        .load()?
                                        .item(
                                            &py::item::slice(
                                                begin.clone(),
                                                py::bound(&stop, "stop")?,
                                                Value::None,
                                            ),
                                        )?,
                                    option.clone(),
                                ]),
                            ],
                        )?;
                        break;
                    }
                }
                let mut iter_250 = py::iter::iter(&todo)?;
                while let Some(item_251) = iter_250.next()? {
                    let [item_252, item_253, item_254] = py::unpack::<3>(&item_251)?;
                    action = item_252;
                    strings = item_253;
                    option = item_254;
                    py::call::call(
                        &take.clone(),
                        &py::pos(&[action.clone(), strings.clone(), option.clone()]),
                    )?;
                }
                Ok(py::bound(&stop, "stop")?)
            },
        )
    };
    take_positionals = {
        let args = args.clone();
        let pattern = pattern.clone();
        let positionals = positionals.clone();
        let self_ = self_.clone();
        let take = take.clone();
        py::def(
            "ArgumentParser._parse.<locals>.take_positionals",
            "start",
            [],
            move |mut start: Value| -> R {
                let mut action = Value::Unbound;
                let mut count = Value::Unbound;
                let counts = self_
                    .method(
                        "_match_partial",
                        &[
                            positionals.clone(),
                            pattern
                                .item(
                                    &py::item::slice(start.clone(), Value::None, Value::None),
                                )?,
                        ],
                    )?;
                let mut iter_257 = py::iter::iter(
                    &py::construct::zip(
                        &py::pos(
                            &[
                                py::construct::list(&py::pos(&[positionals.clone()]))?,
                                counts.clone(),
                            ],
                        ),
                    )?,
                )?;
                while let Some(item_258) = iter_257.next()? {
                    let [item_259, item_260] = py::unpack::<2>(&item_258)?;
                    action = item_259;
                    count = item_260;
                    let mut strings = args
                        .load()?
                        .item(
                            &py::item::slice(
                                start.clone(),
                                start.add(&count)?,
                                Value::None,
                            ),
                        )?;
                    start.add_assign(&count)?;
                    if !py::contained(
                        &action.attr("nargs")?,
                        &py::tuple([global::PARSER.load()?, global::REMAINDER.load()?]),
                    )? && py::contained(&Value::str("--"), &strings)?
                    {
                        strings = py::construct::list(&py::pos(&[strings.clone()]))?;
                        strings.method("remove", &[Value::str("--")])?;
                    }
                    py::call::call(
                        &take.clone(),
                        &py::pos(&[action.clone(), strings.clone()]),
                    )?;
                }
                positionals
                    .del_item(
                        &py::item::slice(
                            Value::None,
                            Value::from(py::builtins::len(&counts)?),
                            Value::None,
                        ),
                    )?;
                Ok(start.clone())
            },
        )
    };
    let mut start = Value::Int(0);
    let last = if options.truth()? {
        py::builtins::max(&py::pos(&[options.clone()]))?
    } else {
        Value::Int(-1)
    };
    while start.is_le(&last)? {
        let following = py::builtins::min(
            &py::pos(
                &[
                    {
                        let mut out_264 = Vec::new();
                        let mut iter_265 = py::iter::iter(&options)?;
                        while let Some(i) = iter_265.next()? {
                            if i.is_ge(&start)? {
                                out_264.push(i.clone());
                            }
                        }
                        Value::list(out_264)
                    },
                ],
            ),
        )?;
        if start.is_ne(&following)? {
            let end = py::call::call(
                &take_positionals.clone(),
                &py::pos(&[start.clone()]),
            )?;
            if end.is_gt(&start)? {
                start = end.clone();
                continue;
            }
            start = end.clone();
        }
        if !py::contained(&start, &options)? {
            extras
                .method(
                    "extend",
                    &[
                        args
                            .load()?
                            .item(
                                &py::item::slice(
                                    start.clone(),
                                    following.clone(),
                                    Value::None,
                                ),
                            )?,
                    ],
                )?;
            start = following.clone();
        }
        start = py::call::call(&take_optional.clone(), &py::pos(&[start.clone()]))?;
    }
    let stop = py::call::call(&take_positionals.clone(), &py::pos(&[start.clone()]))?;
    extras
        .method(
            "extend",
            &[
                args
                    .load()?
                    .item(&py::item::slice(stop.clone(), Value::None, Value::None))?,
            ],
        )?;
    let required = py::list([]);
    let mut iter_269 = py::iter::iter(&self_.attr("_actions")?)?;
    while let Some(action) = iter_269.next()? {
        if !py::contained(&action, &seen)? {
            if action.attr("required")?.truth()? {
                required.method("append", &[_argument_name(action.clone())?])?;
            } else if !action.attr("default")?.is(&Value::None)
                && py::builtins::isinstance(
                        &py::pos(&[action.attr("default")?, py::library_class("str")]),
                    )?
                    .truth()?
                && py::builtins::hasattr(
                        &py::pos(&[namespace.clone(), action.attr("dest")?]),
                    )?
                    .truth()?
                && action
                    .attr("default")?
                    .is(
                        &py::builtins::getattr(
                            &py::pos(&[namespace.clone(), action.attr("dest")?]),
                        )?,
                    )
            {
                py::builtins::setattr(
                    &py::pos(
                        &[
                            namespace.clone(),
                            action.attr("dest")?,
                            self_
                                .method(
                                    "_value",
                                    &[action.clone(), action.attr("default")?],
                                )?,
                        ],
                    ),
                )?;
            }
        }
    }
    if required.truth()? {
        self_
            .method(
                "error",
                &[
                    Value::str(
                        format!(
                            "the following arguments are required: {}", py::show(&
                            Value::str(", ").method("join", & [required.clone()]) ?) ?
                        ),
                    ),
                ],
            )?;
    }
    let mut iter_271 = py::iter::iter(&self_.attr("_mutually_exclusive_groups")?)?;
    while let Some(item_272) = iter_271.next()? {
        group = item_272;
        if group.attr("required")?.truth()? {
            if !py::builtins::any(
                    &py::pos(
                        &[
                            {
                                async fn body_276(
                                    yielder: py::Yielder,
                                    seen_non_default: Value,
                                    u2e0: Value,
                                ) -> R {
                                    let mut iter_274 = py::iter::iter(&u2e0)?;
                                    while let Some(action) = iter_274.next()? {
                                        yielder
                                            .give(
                                                Value::Bool(py::contained(&action, &seen_non_default)?),
                                            )
                                            .await?;
                                    }
                                    Ok(Value::None)
                                }
                                let seen_non_default = seen_non_default.clone();
                                let arg_277 = py::iter::started(
                                    &group.attr("_group_actions")?,
                                )?;
                                py::generator(
                                    "<genexpr>",
                                    move |yielder| body_276(yielder, seen_non_default, arg_277),
                                )
                            },
                        ],
                    ),
                )?
                .truth()?
            {
                let names = Value::str(" ")
                    .method(
                        "join",
                        &[
                            {
                                let mut out_278 = Vec::new();
                                let mut iter_279 = py::iter::iter(
                                    &group.attr("_group_actions")?,
                                )?;
                                while let Some(a) = iter_279.next()? {
                                    if a.attr("help")?.is_ne(&global::SUPPRESS.load()?)? {
                                        out_278.push(_argument_name(a.clone())?);
                                    }
                                }
                                Value::list(out_278)
                            },
                        ],
                    )?;
                self_
                    .method(
                        "error",
                        &[
                            Value::str(
                                format!(
                                    "one of the arguments {} is required", py::show(& names) ?
                                ),
                            ),
                        ],
                    )?;
            }
        }
    }
    Ok(py::tuple([namespace.clone(), extras.clone()]))
}

pub(crate) fn argument_parser_explicit_count(self_: Value, action: Value) -> R {
    let found = py::library::re::match_(
        &py::pos(&[self_.method("_pattern", &[action.clone()])?, Value::str("A")]),
    )?;
    if found.is(&Value::None) {
        self_.method("_count", &[action.clone(), Value::str("A")])?;
    }
    Ok(Value::from(py::builtins::len(&found.method("group", &[Value::Int(1)])?)?))
}

pub(crate) fn argument_parser_match_partial(
    self_: Value,
    actions: Value,
    pattern: Value,
) -> R {
    let mut iter_280 = py::iter::iter(
        &py::construct::range(
            &py::pos(
                &[
                    Value::from(py::builtins::len(&actions)?),
                    Value::Int(0),
                    Value::Int(-1),
                ],
            ),
        )?,
    )?;
    while let Some(i) = iter_280.next()? {
        let joined = Value::str("")
            .method(
                "join",
                &[
                    {
                        let mut out_282 = Vec::new();
                        let mut iter_283 = py::iter::iter(
                            &actions
                                .item(
                                    &py::item::slice(Value::None, i.clone(), Value::None),
                                )?,
                        )?;
                        while let Some(action) = iter_283.next()? {
                            out_282.push(self_.method("_pattern", &[action.clone()])?);
                        }
                        Value::list(out_282)
                    },
                ],
            )?;
        let found = py::library::re::match_(
            &py::pos(&[joined.clone(), pattern.clone()]),
        )?;
        if !found.is(&Value::None) {
            return Ok({
                let mut out_284 = Vec::new();
                let mut iter_285 = py::iter::iter(&found.method("groups", &[])?)?;
                while let Some(text) = iter_285.next()? {
                    out_284.push(Value::from(py::builtins::len(&text)?));
                }
                Value::list(out_284)
            });
        }
    }
    Ok(py::list([]))
}

pub(crate) fn argument_parser_from_files(self_: Value, args: Value) -> R {
    let mut error = Value::Unbound;
    let mut file = Value::Unbound;
    let mut lines = Value::Unbound;
    let out = py::list([]);
    let mut iter_286 = py::iter::iter(&args)?;
    while let Some(arg) = iter_286.next()? {
        if !arg.truth()?
            || !py::contained(
                &arg.item(&Value::Int(0))?,
                &self_.attr("fromfile_prefix_chars")?,
            )?
        {
            out.method("append", &[arg.clone()])?;
            continue;
        }
        let flow_296: py::Flow = 'try_288: {
            let manager_289 = py::attempt!(
                'try_288, py::io::open(& py::pos(& [py::attempt!('try_288, arg.item(&
                py::item::slice(Value::Int(1), Value::None, Value::None)))]))
            );
            let entered_291 = py::attempt!('try_288, py::enter_context(& manager_289));
            let flow_294: py::Flow = 'with_290: {
                file = entered_291;
                lines = {
                    let mut out_292 = Vec::new();
                    let mut iter_293 = py::attempt!(
                        'with_290, py::iter::iter(& py::attempt!('with_290,
                        py::attempt!('with_290, file.method("read", & []))
                        .method("splitlines", & [])))
                    );
                    while let Some(line) = py::attempt!('with_290, iter_293.next()) {
                        out_292.push(line.clone());
                    }
                    Value::list(out_292)
                };
                py::Flow::Next
            };
            match py::attempt!('try_288, py::exit_context(& manager_289, flow_294)) {
                py::Flow::Next => {}
                py::Flow::Raise(raised) => break 'try_288 py::Flow::Raise(raised),
                py::Flow::Return(value) => return Ok(value),
                _ => {}
            }
            py::Flow::Next
        };
        if let py::Flow::Raise(raised_295) = flow_296 {
            if raised_295.is_a("OSError") {
                error = raised_295.value();
                self_
                    .method(
                        "error",
                        &[py::construct::str(&py::pos(&[error.clone()]))?],
                    )?;
            } else {
                return Err(raised_295);
            }
        }
        out.method(
            "extend",
            &[self_.method("_from_files", &[py::bound(&lines, "lines")?])?],
        )?;
    }
    Ok(out.clone())
}

pub(crate) fn argument_parser_values(self_: Value, action: Value, strings: Value) -> R {
    let mut value = Value::Unbound;
    let mut values = Value::Unbound;
    let nargs = action.attr("nargs")?;
    if !strings.truth()? && nargs.is_eq(&global::OPTIONAL.load()?)? {
        value = if action.attr("option_strings")?.truth()? {
            action.attr("const")?
        } else {
            action.attr("default")?
        };
        if py::builtins::isinstance(
                &py::pos(&[value.clone(), py::library_class("str")]),
            )?
            .truth()?
        {
            value = self_.method("_value", &[action.clone(), value.clone()])?;
            self_.method("_check", &[action.clone(), value.clone()])?;
        }
        return Ok(value.clone());
    }
    if !strings.truth()? && nargs.is_eq(&global::ZERO_OR_MORE.load()?)?
        && !action.attr("option_strings")?.truth()?
    {
        if !action.attr("default")?.is(&Value::None) {
            value = action.attr("default")?;
            self_.method("_check_default", &[action.clone(), value.clone()])?;
        } else {
            value = py::list([]);
        }
        return Ok(value.clone());
    }
    if Value::from(py::builtins::len(&strings)?).is_eq(&Value::Int(1))?
        && py::contained(&nargs, &py::tuple([Value::None, global::OPTIONAL.load()?]))?
    {
        value = self_
            .method("_value", &[action.clone(), strings.item(&Value::Int(0))?])?;
        self_.method("_check", &[action.clone(), value.clone()])?;
        return Ok(value.clone());
    }
    if nargs.is_eq(&global::REMAINDER.load()?)? {
        return Ok({
            let mut out_297 = Vec::new();
            let mut iter_298 = py::iter::iter(&strings)?;
            while let Some(text) = iter_298.next()? {
                out_297.push(self_.method("_value", &[action.clone(), text.clone()])?);
            }
            Value::list(out_297)
        });
    }
    if nargs.is_eq(&global::PARSER.load()?)? {
        values = {
            let mut out_299 = Vec::new();
            let mut iter_300 = py::iter::iter(&strings)?;
            while let Some(text) = iter_300.next()? {
                out_299.push(self_.method("_value", &[action.clone(), text.clone()])?);
            }
            Value::list(out_299)
        };
        self_.method("_check", &[action.clone(), values.item(&Value::Int(0))?])?;
        return Ok(values.clone());
    }
    if nargs.is_eq(&global::SUPPRESS.load()?)? {
        return Ok(global::SUPPRESS.load()?);
    }
    values = {
        let mut out_301 = Vec::new();
        let mut iter_302 = py::iter::iter(&strings)?;
        while let Some(text) = iter_302.next()? {
            out_301.push(self_.method("_value", &[action.clone(), text.clone()])?);
        }
        Value::list(out_301)
    };
    let mut iter_303 = py::iter::iter(&values)?;
    while let Some(item_304) = iter_303.next()? {
        value = item_304;
        self_.method("_check", &[action.clone(), value.clone()])?;
    }
    Ok(values.clone())
}

pub(crate) fn argument_parser_check_default(
    self_: Value,
    action: Value,
    value: Value,
) -> R {
    Ok(Value::None)
}

pub(crate) fn argument_parser_value(self_: Value, action: Value, text: Value) -> R {
    let mut error = Value::Unbound;
    let convert = action.attr("type")?;
    if convert.is(&Value::None) {
        return Ok(text.clone());
    }
    let flow_309: py::Flow = 'try_306: {
        return Ok(
            py::attempt!(
                'try_306, py::call::call(& convert.clone(), & py::pos(& [text.clone()]))
            ),
        );
    };
    if let py::Flow::Raise(raised_308) = flow_309 {
        if raised_308.matches(&global::ArgumentTypeError.load()?)? {
            error = raised_308.value();
            return Err(
                py::exc::to_raise(
                        &py::call::call(
                            &global::ArgumentError.load()?,
                            &py::pos(
                                &[
                                    action.clone(),
                                    py::construct::str(&py::pos(&[error.clone()]))?,
                                ],
                            ),
                        )?,
                    )?
                    .during(&raised_308),
            );
        } else if raised_308
            .matches(
                &py::tuple([py::exception("TypeError"), py::exception("ValueError")]),
            )?
        {
            let name = py::builtins::getattr(
                &py::pos(
                    &[
                        convert.clone(),
                        Value::str("__name__"),
                        py::builtins::repr(&py::pos(&[convert.clone()]))?,
                    ],
                ),
            )?;
            return Err(
                py::exc::to_raise(
                        &py::call::call(
                            &global::ArgumentError.load()?,
                            &py::pos(
                                &[
                                    action.clone(),
                                    Value::str(
                                        format!(
                                            "invalid {} value: {}", py::show(& name) ?, py::fmt(& text,
                                            'r', "") ?
                                        ),
                                    ),
                                ],
                            ),
                        )?,
                    )?
                    .during(&raised_308),
            );
        } else {
            return Err(raised_308);
        }
    }
    Ok(Value::None)
}

pub(crate) fn argument_parser_check(self_: Value, action: Value, value: Value) -> R {
    if !action.attr("choices")?.is(&Value::None)
        && !py::contained(&value, &action.attr("choices")?)?
    {
        let choices = Value::str(", ")
            .method(
                "join",
                &[
                    {
                        let mut out_312 = Vec::new();
                        let mut iter_313 = py::iter::iter(&action.attr("choices")?)?;
                        while let Some(c) = iter_313.next()? {
                            out_312.push(py::builtins::repr(&py::pos(&[c.clone()]))?);
                        }
                        Value::list(out_312)
                    },
                ],
            )?;
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &global::ArgumentError.load()?,
                    &py::pos(
                        &[
                            action.clone(),
                            Value::str(
                                format!(
                                    "invalid choice: {} (choose from {})", py::fmt(& value, 'r',
                                    "") ?, py::show(& choices) ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    Ok(Value::None)
}

/// The statements of `argparse.py`.
pub(crate) fn run() -> R<()> {
    global::SUPPRESS.store(Value::str("==SUPPRESS=="));
    global::OPTIONAL.store(Value::str("?"));
    global::ZERO_OR_MORE.store(Value::str("*"));
    global::ONE_OR_MORE.store(Value::str("+"));
    global::PARSER.store(Value::str("A..."));
    global::REMAINDER.store(Value::str("..."));
    global::ArgumentError
        .store({
            let class = py::ClassBody::new(
                "ArgumentError",
                NAME,
                Value::str("An argument that does not fit."),
                &[py::exception("Exception")],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "ArgumentError.__init__",
                        "self, argument, message",
                        [],
                        argument_error_init,
                    ),
                );
            class
                .set(
                    "__str__",
                    py::def("ArgumentError.__str__", "self", [], argument_error_str),
                );
            class.finish(&[])?
        });
    global::ArgumentTypeError
        .store({
            let class = py::ClassBody::new(
                "ArgumentTypeError",
                NAME,
                Value::str("What a type function raises."),
                &[py::exception("Exception")],
            )?;
            class.finish(&[])?
        });
    global::_argument_name
        .store(py::def("_argument_name", "argument", [], _argument_name));
    global::Namespace
        .store({
            let class = py::ClassBody::new(
                "Namespace",
                NAME,
                Value::str("What was parsed."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def("Namespace.__init__", "self, **kwargs", [], namespace_init),
                );
            class
                .set(
                    "__eq__",
                    py::def("Namespace.__eq__", "self, other", [], namespace_eq),
                );
            class
                .set(
                    "__contains__",
                    py::def(
                        "Namespace.__contains__",
                        "self, key",
                        [],
                        namespace_contains,
                    ),
                );
            class
                .set(
                    "__repr__",
                    py::def("Namespace.__repr__", "self", [], namespace_repr),
                );
            class.finish(&[])?
        });
    global::HelpFormatter
        .store({
            let class = py::ClassBody::new(
                "HelpFormatter",
                NAME,
                Value::str("Writes usage and help."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "HelpFormatter.__init__",
                        "self, prog, indent_increment=, max_help_position=, width=",
                        [Value::Int(2), Value::Int(24), Value::None],
                        help_formatter_init,
                    ),
                );
            class
                .set(
                    "_fill_text",
                    py::def(
                        "HelpFormatter._fill_text",
                        "self, text, width, indent",
                        [],
                        help_formatter_fill_text,
                    ),
                );
            class
                .set(
                    "_split_lines",
                    py::def(
                        "HelpFormatter._split_lines",
                        "self, text, width",
                        [],
                        help_formatter_split_lines,
                    ),
                );
            class
                .set(
                    "_get_default_metavar_for_optional",
                    py::def(
                        "HelpFormatter._get_default_metavar_for_optional",
                        "self, action",
                        [],
                        help_formatter_get_default_metavar_for_optional,
                    ),
                );
            class
                .set(
                    "_get_default_metavar_for_positional",
                    py::def(
                        "HelpFormatter._get_default_metavar_for_positional",
                        "self, action",
                        [],
                        help_formatter_get_default_metavar_for_positional,
                    ),
                );
            class
                .set(
                    "_get_help_string",
                    py::def(
                        "HelpFormatter._get_help_string",
                        "self, action",
                        [],
                        help_formatter_get_help_string,
                    ),
                );
            class
                .set(
                    "_metavars",
                    py::def(
                        "HelpFormatter._metavars",
                        "self, action, default, size",
                        [],
                        help_formatter_metavars,
                    ),
                );
            class
                .set(
                    "_format_args",
                    py::def(
                        "HelpFormatter._format_args",
                        "self, action, default",
                        [],
                        help_formatter_format_args,
                    ),
                );
            class
                .set(
                    "_usage_parts",
                    py::documented(
                        py::def(
                            "HelpFormatter._usage_parts",
                            "self, actions, groups",
                            [],
                            help_formatter_usage_parts,
                        ),
                        "Parts of the usage line, each with the actions that it shows.",
                    ),
                );
            class
                .set(
                    "_usage_part",
                    py::def(
                        "HelpFormatter._usage_part",
                        "self, action, in_group",
                        [],
                        help_formatter_usage_part,
                    ),
                );
            class
                .set(
                    "format_usage",
                    py::def(
                        "HelpFormatter.format_usage",
                        "self, usage, actions, groups, prefix=",
                        [Value::None],
                        help_formatter_format_usage,
                    ),
                );
            class
                .set(
                    "_invocation",
                    py::def(
                        "HelpFormatter._invocation",
                        "self, action",
                        [],
                        help_formatter_invocation,
                    ),
                );
            class
                .set(
                    "_expand_help",
                    py::def(
                        "HelpFormatter._expand_help",
                        "self, action",
                        [],
                        help_formatter_expand_help,
                    ),
                );
            class
                .set(
                    "format_action",
                    py::def(
                        "HelpFormatter.format_action",
                        "self, action, indent, position",
                        [],
                        help_formatter_format_action,
                    ),
                );
            class
                .set(
                    "longest",
                    py::def(
                        "HelpFormatter.longest",
                        "self, actions, indent",
                        [],
                        help_formatter_longest,
                    ),
                );
            class.finish(&[])?
        });
    global::_split_group
        .store(
            py::documented(
                py::def("_split_group", "text", [], _split_group),
                "A group's parts, as the usage line may be broken.",
            ),
        );
    global::RawDescriptionHelpFormatter
        .store({
            let class = py::ClassBody::new(
                "RawDescriptionHelpFormatter",
                NAME,
                Value::str("Keeps the description as it is."),
                &[global::HelpFormatter.load()?],
            )?;
            class
                .set(
                    "_fill_text",
                    py::def(
                        "RawDescriptionHelpFormatter._fill_text",
                        "self, text, width, indent",
                        [],
                        raw_description_help_formatter_fill_text,
                    ),
                );
            class.finish(&[])?
        });
    global::RawTextHelpFormatter
        .store({
            let class = py::ClassBody::new(
                "RawTextHelpFormatter",
                NAME,
                Value::str("Keeps all texts as they are."),
                &[global::RawDescriptionHelpFormatter.load()?],
            )?;
            class
                .set(
                    "_split_lines",
                    py::def(
                        "RawTextHelpFormatter._split_lines",
                        "self, text, width",
                        [],
                        raw_text_help_formatter_split_lines,
                    ),
                );
            class.finish(&[])?
        });
    global::ArgumentDefaultsHelpFormatter
        .store({
            let class = py::ClassBody::new(
                "ArgumentDefaultsHelpFormatter",
                NAME,
                Value::str("Shows defaults."),
                &[global::HelpFormatter.load()?],
            )?;
            class
                .set(
                    "_get_help_string",
                    py::def(
                        "ArgumentDefaultsHelpFormatter._get_help_string",
                        "self, action",
                        [],
                        argument_defaults_help_formatter_get_help_string,
                    ),
                );
            class.finish(&[])?
        });
    global::MetavarTypeHelpFormatter
        .store({
            let class = py::ClassBody::new(
                "MetavarTypeHelpFormatter",
                NAME,
                Value::str("Shows types instead of names."),
                &[global::HelpFormatter.load()?],
            )?;
            class
                .set(
                    "_get_default_metavar_for_optional",
                    py::def(
                        "MetavarTypeHelpFormatter._get_default_metavar_for_optional",
                        "self, action",
                        [],
                        metavar_type_help_formatter_get_default_metavar_for_optional,
                    ),
                );
            class
                .set(
                    "_get_default_metavar_for_positional",
                    py::def(
                        "MetavarTypeHelpFormatter._get_default_metavar_for_positional",
                        "self, action",
                        [],
                        metavar_type_help_formatter_get_default_metavar_for_positional,
                    ),
                );
            class.finish(&[])?
        });
    global::Action
        .store({
            let class = py::ClassBody::new(
                "Action",
                NAME,
                Value::str("What an argument does."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "Action.__init__",
                        "self, option_strings, dest, nargs=, const=, default=, type=, choices=, required=, help=, metavar=",
                        [
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::Bool(false),
                            Value::None,
                            Value::None,
                        ],
                        action_init,
                    ),
                );
            class
                .set(
                    "_subactions",
                    py::def("Action._subactions", "self", [], action_subactions),
                );
            class
                .set(
                    "format_usage",
                    py::def("Action.format_usage", "self", [], action_format_usage),
                );
            class
                .set(
                    "__call__",
                    py::def(
                        "Action.__call__",
                        "self, parser, namespace, values, option_string=",
                        [Value::None],
                        action_call,
                    ),
                );
            class.finish(&[])?
        });
    global::BooleanOptionalAction
        .store({
            let class = py::ClassBody::new(
                "BooleanOptionalAction",
                NAME,
                Value::str("`--x` and `--no-x`."),
                &[global::Action.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "BooleanOptionalAction.__init__",
                        "self, option_strings, dest, default=, type=, choices=, required=, help=, metavar=",
                        [
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::Bool(false),
                            Value::None,
                            Value::None,
                        ],
                        boolean_optional_action_init,
                    ),
                );
            class
                .set(
                    "__call__",
                    py::def(
                        "BooleanOptionalAction.__call__",
                        "self, parser, namespace, values, option_string=",
                        [Value::None],
                        boolean_optional_action_call,
                    ),
                );
            class
                .set(
                    "format_usage",
                    py::def(
                        "BooleanOptionalAction.format_usage",
                        "self",
                        [],
                        boolean_optional_action_format_usage,
                    ),
                );
            class.finish(&[])?
        });
    global::_StoreAction
        .store({
            let class = py::ClassBody::new(
                "_StoreAction",
                NAME,
                Value::None,
                &[global::Action.load()?],
            )?;
            class
                .set(
                    "__call__",
                    py::def(
                        "_StoreAction.__call__",
                        "self, parser, namespace, values, option_string=",
                        [Value::None],
                        _store_action_call,
                    ),
                );
            class.finish(&[])?
        });
    global::_StoreConstAction
        .store({
            let class = py::ClassBody::new(
                "_StoreConstAction",
                NAME,
                Value::None,
                &[global::Action.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "_StoreConstAction.__init__",
                        "self, option_strings, dest, const=, default=, required=, help=, metavar=",
                        [
                            Value::None,
                            Value::None,
                            Value::Bool(false),
                            Value::None,
                            Value::None,
                        ],
                        _store_const_action_init,
                    ),
                );
            class
                .set(
                    "__call__",
                    py::def(
                        "_StoreConstAction.__call__",
                        "self, parser, namespace, values, option_string=",
                        [Value::None],
                        _store_const_action_call,
                    ),
                );
            class.finish(&[])?
        });
    global::_StoreTrueAction
        .store({
            let class = py::ClassBody::new(
                "_StoreTrueAction",
                NAME,
                Value::None,
                &[global::_StoreConstAction.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "_StoreTrueAction.__init__",
                        "self, option_strings, dest, default=, required=, help=",
                        [Value::Bool(false), Value::Bool(false), Value::None],
                        _store_true_action_init,
                    ),
                );
            class.finish(&[])?
        });
    global::_StoreFalseAction
        .store({
            let class = py::ClassBody::new(
                "_StoreFalseAction",
                NAME,
                Value::None,
                &[global::_StoreConstAction.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "_StoreFalseAction.__init__",
                        "self, option_strings, dest, default=, required=, help=",
                        [Value::Bool(true), Value::Bool(false), Value::None],
                        _store_false_action_init,
                    ),
                );
            class.finish(&[])?
        });
    global::_copied.store(py::def("_copied", "items", [], _copied));
    global::_AppendAction
        .store({
            let class = py::ClassBody::new(
                "_AppendAction",
                NAME,
                Value::None,
                &[global::Action.load()?],
            )?;
            class
                .set(
                    "__call__",
                    py::def(
                        "_AppendAction.__call__",
                        "self, parser, namespace, values, option_string=",
                        [Value::None],
                        _append_action_call,
                    ),
                );
            class.finish(&[])?
        });
    global::_AppendConstAction
        .store({
            let class = py::ClassBody::new(
                "_AppendConstAction",
                NAME,
                Value::None,
                &[global::Action.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "_AppendConstAction.__init__",
                        "self, option_strings, dest, const=, default=, required=, help=, metavar=",
                        [
                            Value::None,
                            Value::None,
                            Value::Bool(false),
                            Value::None,
                            Value::None,
                        ],
                        _append_const_action_init,
                    ),
                );
            class
                .set(
                    "__call__",
                    py::def(
                        "_AppendConstAction.__call__",
                        "self, parser, namespace, values, option_string=",
                        [Value::None],
                        _append_const_action_call,
                    ),
                );
            class.finish(&[])?
        });
    global::_CountAction
        .store({
            let class = py::ClassBody::new(
                "_CountAction",
                NAME,
                Value::None,
                &[global::Action.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "_CountAction.__init__",
                        "self, option_strings, dest, default=, required=, help=",
                        [Value::None, Value::Bool(false), Value::None],
                        _count_action_init,
                    ),
                );
            class
                .set(
                    "__call__",
                    py::def(
                        "_CountAction.__call__",
                        "self, parser, namespace, values, option_string=",
                        [Value::None],
                        _count_action_call,
                    ),
                );
            class.finish(&[])?
        });
    global::_HelpAction
        .store({
            let class = py::ClassBody::new(
                "_HelpAction",
                NAME,
                Value::None,
                &[global::Action.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "_HelpAction.__init__",
                        "self, option_strings, dest=, default=, help=",
                        [
                            global::SUPPRESS.load()?,
                            global::SUPPRESS.load()?,
                            Value::None,
                        ],
                        _help_action_init,
                    ),
                );
            class
                .set(
                    "__call__",
                    py::def(
                        "_HelpAction.__call__",
                        "self, parser, namespace, values, option_string=",
                        [Value::None],
                        _help_action_call,
                    ),
                );
            class.finish(&[])?
        });
    global::_VersionAction
        .store({
            let class = py::ClassBody::new(
                "_VersionAction",
                NAME,
                Value::None,
                &[global::Action.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "_VersionAction.__init__",
                        "self, option_strings, version=, dest=, default=, help=",
                        [
                            Value::None,
                            global::SUPPRESS.load()?,
                            global::SUPPRESS.load()?,
                            Value::str("show program's version number and exit"),
                        ],
                        _version_action_init,
                    ),
                );
            class
                .set(
                    "__call__",
                    py::def(
                        "_VersionAction.__call__",
                        "self, parser, namespace, values, option_string=",
                        [Value::None],
                        _version_action_call,
                    ),
                );
            class.finish(&[])?
        });
    global::_ExtendAction
        .store({
            let class = py::ClassBody::new(
                "_ExtendAction",
                NAME,
                Value::None,
                &[global::_AppendAction.load()?],
            )?;
            class
                .set(
                    "__call__",
                    py::def(
                        "_ExtendAction.__call__",
                        "self, parser, namespace, values, option_string=",
                        [Value::None],
                        _extend_action_call,
                    ),
                );
            class.finish(&[])?
        });
    global::_ChoicesPseudoAction
        .store({
            let class = py::ClassBody::new(
                "_ChoicesPseudoAction",
                NAME,
                Value::None,
                &[global::Action.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "_ChoicesPseudoAction.__init__",
                        "self, name, aliases, help",
                        [],
                        _choices_pseudo_action_init,
                    ),
                );
            class.finish(&[])?
        });
    global::_SubParsersAction
        .store({
            let class = py::ClassBody::new(
                "_SubParsersAction",
                NAME,
                Value::None,
                &[global::Action.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "_SubParsersAction.__init__",
                        "self, option_strings, prog, parser_class, dest=, required=, help=, metavar=",
                        [
                            global::SUPPRESS.load()?,
                            Value::Bool(false),
                            Value::None,
                            Value::None,
                        ],
                        _sub_parsers_action_init,
                    ),
                );
            class
                .set(
                    "add_parser",
                    py::def(
                        "_SubParsersAction.add_parser",
                        "self, name, *, aliases=, help=, **kwargs",
                        [py::tuple([]), Value::None],
                        _sub_parsers_action_add_parser,
                    ),
                );
            class
                .set(
                    "_subactions",
                    py::def(
                        "_SubParsersAction._subactions",
                        "self",
                        [],
                        _sub_parsers_action_subactions,
                    ),
                );
            class
                .set(
                    "__call__",
                    py::def(
                        "_SubParsersAction.__call__",
                        "self, parser, namespace, values, option_string=",
                        [Value::None],
                        _sub_parsers_action_call,
                    ),
                );
            class.finish(&[])?
        });
    global::FileType
        .store({
            let class = py::ClassBody::new(
                "FileType",
                NAME,
                Value::str("Opens the file that an argument names."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "FileType.__init__",
                        "self, mode=, bufsize=, encoding=, errors=",
                        [Value::str("r"), Value::Int(-1), Value::None, Value::None],
                        file_type_init,
                    ),
                );
            class
                .set(
                    "__call__",
                    py::def("FileType.__call__", "self, string", [], file_type_call),
                );
            class.finish(&[])?
        });
    global::_ACTIONS
        .store(
            py::dict([
                (Value::None, global::_StoreAction.load()?),
                (Value::str("store"), global::_StoreAction.load()?),
                (Value::str("store_const"), global::_StoreConstAction.load()?),
                (Value::str("store_true"), global::_StoreTrueAction.load()?),
                (Value::str("store_false"), global::_StoreFalseAction.load()?),
                (Value::str("append"), global::_AppendAction.load()?),
                (Value::str("append_const"), global::_AppendConstAction.load()?),
                (Value::str("count"), global::_CountAction.load()?),
                (Value::str("help"), global::_HelpAction.load()?),
                (Value::str("version"), global::_VersionAction.load()?),
                (Value::str("extend"), global::_ExtendAction.load()?),
            ])?,
        );
    global::_Container
        .store({
            let class = py::ClassBody::new("_Container", NAME, Value::None, &[])?;
            class
                .set(
                    "_setup",
                    py::def(
                        "_Container._setup",
                        "self, prefix_chars, argument_default, conflict_handler",
                        [],
                        _container_setup,
                    ),
                );
            class
                .set(
                    "set_defaults",
                    py::def(
                        "_Container.set_defaults",
                        "self, **kwargs",
                        [],
                        _container_set_defaults,
                    ),
                );
            class
                .set(
                    "get_default",
                    py::def(
                        "_Container.get_default",
                        "self, dest",
                        [],
                        _container_get_default,
                    ),
                );
            class
                .set(
                    "add_argument",
                    py::def(
                        "_Container.add_argument",
                        "self, *args, **kwargs",
                        [],
                        _container_add_argument,
                    ),
                );
            class
                .set(
                    "_positional",
                    py::def(
                        "_Container._positional",
                        "self, dest, **kwargs",
                        [],
                        _container_positional,
                    ),
                );
            class
                .set(
                    "_optional",
                    py::def(
                        "_Container._optional",
                        "self, *args, **kwargs",
                        [],
                        _container_optional,
                    ),
                );
            class
                .set(
                    "add_argument_group",
                    py::def(
                        "_Container.add_argument_group",
                        "self, title=, description=, **kwargs",
                        [Value::None, Value::None],
                        _container_add_argument_group,
                    ),
                );
            class
                .set(
                    "add_mutually_exclusive_group",
                    py::def(
                        "_Container.add_mutually_exclusive_group",
                        "self, required=",
                        [Value::Bool(false)],
                        _container_add_mutually_exclusive_group,
                    ),
                );
            class
                .set(
                    "_add_action",
                    py::def(
                        "_Container._add_action",
                        "self, action",
                        [],
                        _container_add_action,
                    ),
                );
            class.finish(&[])?
        });
    global::_ArgumentGroup
        .store({
            let class = py::ClassBody::new(
                "_ArgumentGroup",
                NAME,
                Value::None,
                &[global::_Container.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "_ArgumentGroup.__init__",
                        "self, container, title=, description=",
                        [Value::None, Value::None],
                        _argument_group_init,
                    ),
                );
            class
                .set(
                    "_add_action",
                    py::def(
                        "_ArgumentGroup._add_action",
                        "self, action",
                        [],
                        _argument_group_add_action,
                    ),
                );
            class.finish(&[])?
        });
    global::_MutuallyExclusiveGroup
        .store({
            let class = py::ClassBody::new(
                "_MutuallyExclusiveGroup",
                NAME,
                Value::None,
                &[global::_Container.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "_MutuallyExclusiveGroup.__init__",
                        "self, container, required=",
                        [Value::Bool(false)],
                        _mutually_exclusive_group_init,
                    ),
                );
            class
                .set(
                    "_add_action",
                    py::def(
                        "_MutuallyExclusiveGroup._add_action",
                        "self, action",
                        [],
                        _mutually_exclusive_group_add_action,
                    ),
                );
            class.finish(&[])?
        });
    global::ArgumentParser
        .store({
            let class = py::ClassBody::new(
                "ArgumentParser",
                NAME,
                Value::str("Parses the arguments of a command."),
                &[global::_Container.load()?],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "ArgumentParser.__init__",
                        "self, prog=, usage=, description=, epilog=, parents=, formatter_class=, prefix_chars=, fromfile_prefix_chars=, argument_default=, conflict_handler=, add_help=, allow_abbrev=, exit_on_error=",
                        [
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::None,
                            py::list([]),
                            global::HelpFormatter.load()?,
                            Value::str("-"),
                            Value::None,
                            Value::None,
                            Value::str("error"),
                            Value::Bool(true),
                            Value::Bool(true),
                            Value::Bool(true),
                        ],
                        argument_parser_init,
                    ),
                );
            class
                .set(
                    "_take",
                    py::def(
                        "ArgumentParser._take",
                        "self, parent",
                        [],
                        argument_parser_take,
                    ),
                );
            class
                .set(
                    "__repr__",
                    py::def("ArgumentParser.__repr__", "self", [], argument_parser_repr),
                );
            class
                .set(
                    "add_subparsers",
                    py::def(
                        "ArgumentParser.add_subparsers",
                        "self, **kwargs",
                        [],
                        argument_parser_add_subparsers,
                    ),
                );
            class
                .set(
                    "_add_action",
                    py::def(
                        "ArgumentParser._add_action",
                        "self, action",
                        [],
                        argument_parser_add_action,
                    ),
                );
            class
                .set(
                    "_formatter",
                    py::def(
                        "ArgumentParser._formatter",
                        "self",
                        [],
                        argument_parser_formatter,
                    ),
                );
            class
                .set(
                    "format_usage",
                    py::def(
                        "ArgumentParser.format_usage",
                        "self",
                        [],
                        argument_parser_format_usage,
                    ),
                );
            class
                .set(
                    "format_help",
                    py::def(
                        "ArgumentParser.format_help",
                        "self",
                        [],
                        argument_parser_format_help,
                    ),
                );
            class
                .set(
                    "_prog_in",
                    py::def(
                        "ArgumentParser._prog_in",
                        "self, text",
                        [],
                        argument_parser_prog_in,
                    ),
                );
            class
                .set(
                    "print_usage",
                    py::def(
                        "ArgumentParser.print_usage",
                        "self, file=",
                        [Value::None],
                        argument_parser_print_usage,
                    ),
                );
            class
                .set(
                    "print_help",
                    py::def(
                        "ArgumentParser.print_help",
                        "self, file=",
                        [Value::None],
                        argument_parser_print_help,
                    ),
                );
            class
                .set(
                    "exit",
                    py::def(
                        "ArgumentParser.exit",
                        "self, status=, message=",
                        [Value::Int(0), Value::None],
                        argument_parser_exit,
                    ),
                );
            class
                .set(
                    "error",
                    py::def(
                        "ArgumentParser.error",
                        "self, message",
                        [],
                        argument_parser_error,
                    ),
                );
            class
                .set(
                    "parse_args",
                    py::def(
                        "ArgumentParser.parse_args",
                        "self, args=, namespace=",
                        [Value::None, Value::None],
                        argument_parser_parse_args,
                    ),
                );
            class
                .set(
                    "parse_known_args",
                    py::def(
                        "ArgumentParser.parse_known_args",
                        "self, args=, namespace=",
                        [Value::None, Value::None],
                        argument_parser_parse_known_args,
                    ),
                );
            class
                .set(
                    "parse_intermixed_args",
                    py::def(
                        "ArgumentParser.parse_intermixed_args",
                        "self, args=, namespace=",
                        [Value::None, Value::None],
                        argument_parser_parse_intermixed_args,
                    ),
                );
            class
                .set(
                    "_negative_like",
                    py::def(
                        "ArgumentParser._negative_like",
                        "self",
                        [],
                        argument_parser_negative_like,
                    ),
                );
            class
                .set(
                    "_parse_optional",
                    py::documented(
                        py::def(
                            "ArgumentParser._parse_optional",
                            "self, arg",
                            [],
                            argument_parser_parse_optional,
                        ),
                        "None for a positional, else action, option, explicit argument.",
                    ),
                );
            class
                .set(
                    "_abbreviations",
                    py::def(
                        "ArgumentParser._abbreviations",
                        "self, arg",
                        [],
                        argument_parser_abbreviations,
                    ),
                );
            class
                .set(
                    "_pattern",
                    py::def(
                        "ArgumentParser._pattern",
                        "self, action",
                        [],
                        argument_parser_pattern,
                    ),
                );
            class
                .set(
                    "_count",
                    py::def(
                        "ArgumentParser._count",
                        "self, action, pattern",
                        [],
                        argument_parser_count,
                    ),
                );
            class
                .set(
                    "_parse",
                    py::def(
                        "ArgumentParser._parse",
                        "self, args, namespace",
                        [],
                        argument_parser_parse,
                    ),
                );
            class
                .set(
                    "_explicit_count",
                    py::def(
                        "ArgumentParser._explicit_count",
                        "self, action",
                        [],
                        argument_parser_explicit_count,
                    ),
                );
            class
                .set(
                    "_match_partial",
                    py::def(
                        "ArgumentParser._match_partial",
                        "self, actions, pattern",
                        [],
                        argument_parser_match_partial,
                    ),
                );
            class
                .set(
                    "_from_files",
                    py::def(
                        "ArgumentParser._from_files",
                        "self, args",
                        [],
                        argument_parser_from_files,
                    ),
                );
            class
                .set(
                    "_values",
                    py::def(
                        "ArgumentParser._values",
                        "self, action, strings",
                        [],
                        argument_parser_values,
                    ),
                );
            class
                .set(
                    "_check_default",
                    py::def(
                        "ArgumentParser._check_default",
                        "self, action, value",
                        [],
                        argument_parser_check_default,
                    ),
                );
            class
                .set(
                    "_value",
                    py::def(
                        "ArgumentParser._value",
                        "self, action, text",
                        [],
                        argument_parser_value,
                    ),
                );
            class
                .set(
                    "_check",
                    py::def(
                        "ArgumentParser._check",
                        "self, action, value",
                        [],
                        argument_parser_check,
                    ),
                );
            class.finish(&[])?
        });
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library argparse") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "SUPPRESS" => global::SUPPRESS.load(),
        "OPTIONAL" => global::OPTIONAL.load(),
        "ZERO_OR_MORE" => global::ZERO_OR_MORE.load(),
        "ONE_OR_MORE" => global::ONE_OR_MORE.load(),
        "REMAINDER" => global::REMAINDER.load(),
        "ArgumentError" => global::ArgumentError.load(),
        "ArgumentTypeError" => global::ArgumentTypeError.load(),
        "Namespace" => global::Namespace.load(),
        "HelpFormatter" => global::HelpFormatter.load(),
        "RawDescriptionHelpFormatter" => global::RawDescriptionHelpFormatter.load(),
        "RawTextHelpFormatter" => global::RawTextHelpFormatter.load(),
        "ArgumentDefaultsHelpFormatter" => global::ArgumentDefaultsHelpFormatter.load(),
        "MetavarTypeHelpFormatter" => global::MetavarTypeHelpFormatter.load(),
        "Action" => global::Action.load(),
        "BooleanOptionalAction" => global::BooleanOptionalAction.load(),
        "FileType" => global::FileType.load(),
        "ArgumentParser" => global::ArgumentParser.load(),
        _ => Ok(Value::None),
    }
}
