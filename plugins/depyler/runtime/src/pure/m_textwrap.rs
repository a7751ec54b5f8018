//! Text wrapping and indentation.
//!
//! @generated from `runtime/pure/textwrap.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "textwrap";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static TextWrapper : Global = const { Global::new("TextWrapper") };
        pub (crate) static _SPACES : Global = const { Global::new("_SPACES") }; pub
        (crate) static _hyphens : Global = const { Global::new("_hyphens") }; pub (crate)
        static _letter : Global = const { Global::new("_letter") }; pub (crate) static
        dedent : Global = const { Global::new("dedent") }; pub (crate) static fill :
        Global = const { Global::new("fill") }; pub (crate) static indent : Global =
        const { Global::new("indent") }; pub (crate) static shorten : Global = const {
        Global::new("shorten") }; pub (crate) static wrap : Global = const {
        Global::new("wrap") };
    }
}

pub(crate) fn text_wrapper_init(
    self_: Value,
    width: Value,
    initial_indent: Value,
    subsequent_indent: Value,
    expand_tabs: Value,
    replace_whitespace: Value,
    fix_sentence_endings: Value,
    break_long_words: Value,
    drop_whitespace: Value,
    break_on_hyphens: Value,
    tabsize: Value,
    max_lines: Value,
    placeholder: Value,
) -> R {
    self_.set_attr("width", width.clone())?;
    self_.set_attr("initial_indent", initial_indent.clone())?;
    self_.set_attr("subsequent_indent", subsequent_indent.clone())?;
    self_.set_attr("expand_tabs", expand_tabs.clone())?;
    self_.set_attr("replace_whitespace", replace_whitespace.clone())?;
    self_.set_attr("fix_sentence_endings", fix_sentence_endings.clone())?;
    self_.set_attr("break_long_words", break_long_words.clone())?;
    self_.set_attr("drop_whitespace", drop_whitespace.clone())?;
    self_.set_attr("break_on_hyphens", break_on_hyphens.clone())?;
    self_.set_attr("tabsize", tabsize.clone())?;
    self_.set_attr("max_lines", max_lines.clone())?;
    self_.set_attr("placeholder", placeholder.clone())?;
    Ok(Value::None)
}

pub(crate) fn text_wrapper_clean(self_: Value, mut text: Value) -> R {
    if self_.attr("expand_tabs")?.truth()? {
        text = text.method("expandtabs", &[self_.attr("tabsize")?])?;
    }
    if self_.attr("replace_whitespace")?.truth()? {
        text = Value::str("")
            .method(
                "join",
                &[
                    {
                        async fn body_3(yielder: py::Yielder, u2e0: Value) -> R {
                            let mut iter_1 = py::iter::iter(&u2e0)?;
                            while let Some(c) = iter_1.next()? {
                                yielder
                                    .give(
                                        if py::contained(&c, &global::_SPACES.load()?)? {
                                            Value::str(" ")
                                        } else {
                                            c.clone()
                                        },
                                    )
                                    .await?;
                            }
                            Ok(Value::None)
                        }
                        let arg_4 = py::iter::started(&text.clone())?;
                        py::generator("<genexpr>", move |yielder| body_3(yielder, arg_4))
                    },
                ],
            )?;
    }
    Ok(text.clone())
}

pub(crate) fn text_wrapper_split(self_: Value, text: Value) -> R {
    let chunks = py::list([]);
    let mut at = Value::Int(0);
    let n = Value::from(py::builtins::len(&text)?);
    while at.is_lt(&n)? {
        let start = at.clone();
        if py::contained(&text.item(&at)?, &global::_SPACES.load()?)? {
            while at.is_lt(&n)?
                && py::contained(&text.item(&at)?, &global::_SPACES.load()?)?
            {
                at.add_assign(&Value::Int(1))?;
            }
            chunks
                .method(
                    "append",
                    &[
                        text
                            .item(
                                &py::item::slice(start.clone(), at.clone(), Value::None),
                            )?,
                    ],
                )?;
            continue;
        }
        while at.is_lt(&n)?
            && !py::contained(&text.item(&at)?, &global::_SPACES.load()?)?
        {
            at.add_assign(&Value::Int(1))?;
        }
        let word = text.item(&py::item::slice(start.clone(), at.clone(), Value::None))?;
        if self_.attr("break_on_hyphens")?.truth()? {
            chunks.method("extend", &[_hyphens(word.clone())?])?;
        } else {
            chunks.method("append", &[word.clone()])?;
        }
    }
    Ok(chunks.clone())
}

pub(crate) fn text_wrapper_fix(self_: Value, chunks: Value) -> R {
    let mut iter_8 = py::iter::iter(
        &py::construct::range(
            &py::pos(&[Value::from(py::builtins::len(&chunks)?).sub(&Value::Int(1))?]),
        )?,
    )?;
    while let Some(i) = iter_8.next()? {
        let word = chunks.item(&i)?;
        let end = word.method("rstrip", &[Value::str("\"'")])?;
        if chunks.item(&i.add(&Value::Int(1))?)?.is_eq(&Value::str(" "))?
            && Value::from(py::builtins::len(&end)?).is_gt(&Value::Int(1))?
            && py::contained(&end.item(&Value::Int(-1))?, &Value::str(".!?"))?
            && Value::from(py::builtins::len(&word)?)
                .sub(&Value::from(py::builtins::len(&end)?))?
                .is_le(&Value::Int(1))?
            && end.item(&Value::Int(-2))?.method("islower", &[])?.truth()?
        {
            let value_10 = Value::str("  ");
            chunks.set_item(i.add(&Value::Int(1))?, value_10)?;
        }
    }
    Ok(Value::None)
}

pub(crate) fn text_wrapper_long(
    self_: Value,
    chunks: Value,
    line: Value,
    length: Value,
    width: Value,
) -> R {
    let room = if width.is_lt(&Value::Int(1))? {
        Value::Int(1)
    } else {
        width.sub(&length)?
    };
    if self_.attr("break_long_words")?.truth()? {
        let mut end = room.clone();
        let chunk = chunks.item(&Value::Int(-1))?;
        if self_.attr("break_on_hyphens")?.truth()?
            && Value::from(py::builtins::len(&chunk)?).is_gt(&room)?
        {
            let hyphen = chunk
                .method("rfind", &[Value::str("-"), Value::Int(0), room.clone()])?;
            if hyphen.is_gt(&Value::Int(0))?
                && py::builtins::any(
                        &py::pos(
                            &[
                                {
                                    async fn body_13(yielder: py::Yielder, u2e0: Value) -> R {
                                        let mut iter_11 = py::iter::iter(&u2e0)?;
                                        while let Some(c) = iter_11.next()? {
                                            yielder.give(c.ne(&Value::str("-"))?).await?;
                                        }
                                        Ok(Value::None)
                                    }
                                    let arg_14 = py::iter::started(
                                        &chunk
                                            .item(
                                                &py::item::slice(Value::None, hyphen.clone(), Value::None),
                                            )?,
                                    )?;
                                    py::generator(
                                        "<genexpr>",
                                        move |yielder| body_13(yielder, arg_14),
                                    )
                                },
                            ],
                        ),
                    )?
                    .truth()?
            {
                end = hyphen.add(&Value::Int(1))?;
            }
        }
        line.method(
            "append",
            &[chunk.item(&py::item::slice(Value::None, end.clone(), Value::None))?],
        )?;
        let value_15 = chunk
            .item(&py::item::slice(end.clone(), Value::None, Value::None))?;
        chunks.set_item(Value::Int(-1), value_15)?;
    } else if !line.truth()? {
        line.method("append", &[chunks.method("pop", &[])?])?;
    }
    Ok(Value::None)
}

pub(crate) fn text_wrapper_wrap(self_: Value, chunks: Value) -> R {
    let mut indent = Value::Unbound;
    let lines = py::list([]);
    if self_.attr("width")?.is_le(&Value::Int(0))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str("invalid width %r (must be > 0)")
                                .modulo(&self_.attr("width")?)?,
                        ],
                    ),
                )?,
            )?,
        );
    }
    if !self_.attr("max_lines")?.is(&Value::None) {
        indent = if self_.attr("max_lines")?.is_gt(&Value::Int(1))? {
            self_.attr("subsequent_indent")?
        } else {
            self_.attr("initial_indent")?
        };
        if Value::from(py::builtins::len(&indent)?)
            .add(
                &Value::from(
                    py::builtins::len(
                        &self_.attr("placeholder")?.method("lstrip", &[])?,
                    )?,
                ),
            )?
            .is_gt(&self_.attr("width")?)?
        {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("ValueError"),
                        &py::pos(&[Value::str("placeholder too large for max width")]),
                    )?,
                )?,
            );
        }
    }
    chunks.method("reverse", &[])?;
    while chunks.truth()? {
        let line = py::list([]);
        let mut length = Value::Int(0);
        indent = if lines.truth()? {
            self_.attr("subsequent_indent")?
        } else {
            self_.attr("initial_indent")?
        };
        let width = self_.attr("width")?.sub(&Value::from(py::builtins::len(&indent)?))?;
        if self_.attr("drop_whitespace")?.truth()?
            && chunks
                .item(&Value::Int(-1))?
                .method("strip", &[])?
                .is_eq(&Value::str(""))? && lines.truth()?
        {
            chunks.del_item(&Value::Int(-1))?;
        }
        while chunks.truth()? {
            let size = Value::from(py::builtins::len(&chunks.item(&Value::Int(-1))?)?);
            if length.add(&size)?.is_le(&width)? {
                line.method("append", &[chunks.method("pop", &[])?])?;
                length.add_assign(&size)?;
            } else {
                break;
            }
        }
        if chunks.truth()?
            && Value::from(py::builtins::len(&chunks.item(&Value::Int(-1))?)?)
                .is_gt(&width)?
        {
            self_
                .method(
                    "_long",
                    &[chunks.clone(), line.clone(), length.clone(), width.clone()],
                )?;
            length = py::builtins::sum(
                &py::pos(
                    &[
                        py::construct::map(
                            &py::pos(
                                &[py::native_fn("len", py::builtins::len_), line.clone()],
                            ),
                        )?,
                    ],
                ),
            )?;
        }
        if self_.attr("drop_whitespace")?.truth()? && line.truth()?
            && line.item(&Value::Int(-1))?.method("strip", &[])?.is_eq(&Value::str(""))?
        {
            length
                .sub_assign(
                    &Value::from(py::builtins::len(&line.item(&Value::Int(-1))?)?),
                )?;
            line.del_item(&Value::Int(-1))?;
        }
        if !line.truth()? {
            continue;
        }
        let last = {
            let left_20 = Value::Bool(!chunks.truth()?);
            if left_20.truth()? {
                left_20
            } else {
                {
                    let left_21 = self_.attr("drop_whitespace")?;
                    if !left_21.truth()? {
                        left_21
                    } else {
                        {
                            let left_22 = Value::from(py::builtins::len(&chunks)?)
                                .eq(&Value::Int(1))?;
                            if !left_22.truth()? {
                                left_22
                            } else {
                                Value::Bool(
                                    !chunks.item(&Value::Int(0))?.method("strip", &[])?.truth()?,
                                )
                            }
                        }
                    }
                }
            }
        };
        if self_.attr("max_lines")?.is(&Value::None)
            || Value::from(py::builtins::len(&lines)?)
                .add(&Value::Int(1))?
                .is_lt(&self_.attr("max_lines")?)?
            || last.truth()? && length.is_le(&width)?
        {
            lines
                .method(
                    "append",
                    &[indent.add(&Value::str("").method("join", &[line.clone()])?)?],
                )?;
            continue;
        }
        let mut placed = Value::Bool(false);
        while line.truth()? {
            if line.item(&Value::Int(-1))?.method("strip", &[])?.truth()?
                && length
                    .add(&Value::from(py::builtins::len(&self_.attr("placeholder")?)?))?
                    .is_le(&width)?
            {
                line.method("append", &[self_.attr("placeholder")?])?;
                lines
                    .method(
                        "append",
                        &[indent.add(&Value::str("").method("join", &[line.clone()])?)?],
                    )?;
                placed = Value::Bool(true);
                break;
            }
            length
                .sub_assign(
                    &Value::from(py::builtins::len(&line.item(&Value::Int(-1))?)?),
                )?;
            line.del_item(&Value::Int(-1))?;
        }
        if !placed.truth()? {
            if lines.truth()? {
                let previous = lines.item(&Value::Int(-1))?.method("rstrip", &[])?;
                if Value::from(py::builtins::len(&previous)?)
                    .add(&Value::from(py::builtins::len(&self_.attr("placeholder")?)?))?
                    .is_le(&self_.attr("width")?)?
                {
                    let value_24 = previous.add(&self_.attr("placeholder")?)?;
                    lines.set_item(Value::Int(-1), value_24)?;
                    break;
                }
            }
            lines
                .method(
                    "append",
                    &[indent.add(&self_.attr("placeholder")?.method("lstrip", &[])?)?],
                )?;
        }
        break;
    }
    Ok(lines.clone())
}

pub(crate) fn text_wrapper_wrap_2(self_: Value, text: Value) -> R {
    let chunks = self_.method("_split", &[self_.method("_clean", &[text.clone()])?])?;
    if self_.attr("fix_sentence_endings")?.truth()? {
        self_.method("_fix", &[chunks.clone()])?;
    }
    Ok(self_.method("_wrap", &[chunks.clone()])?)
}

pub(crate) fn text_wrapper_fill(self_: Value, text: Value) -> R {
    Ok(Value::str("\n").method("join", &[self_.method("wrap", &[text.clone()])?])?)
}

pub(crate) fn _letter(c: Value) -> R {
    Ok({
        let left_25 = c.method("isalpha", &[])?;
        if left_25.truth()? { left_25 } else { c.eq(&Value::str("_"))? }
    })
}

/// The parts of a word that may stand on lines of their own.
pub(crate) fn _hyphens(word: Value) -> R {
    let parts = py::list([]);
    let mut start = Value::Int(0);
    let mut i = Value::Int(0);
    let n = Value::from(py::builtins::len(&word)?);
    while i.is_lt(&n)? {
        if word.item(&i)?.is_ne(&Value::str("-"))? {
            i.add_assign(&Value::Int(1))?;
            continue;
        }
        let mut end = i.clone();
        while end.is_lt(&n)? && word.item(&end)?.is_eq(&Value::str("-"))? {
            end.add_assign(&Value::Int(1))?;
        }
        let count = end.sub(&i)?;
        if count.is_ge(&Value::Int(2))? {
            // A dash between words stands alone.
            let before = {
                let left_28 = i.gt(&Value::Int(0))?;
                if !left_28.truth()? {
                    left_28
                } else {
                    {
                        let left_29 = word
                            .item(&i.sub(&Value::Int(1))?)?
                            .method("isalnum", &[])?;
                        if left_29.truth()? {
                            left_29
                        } else {
                            Value::Bool(
                                py::contained(
                                    &word.item(&i.sub(&Value::Int(1))?)?,
                                    &Value::str("_!\"'&.,?"),
                                )?,
                            )
                        }
                    }
                }
            };
            let after = {
                let left_30 = end.lt(&n)?;
                if !left_30.truth()? {
                    left_30
                } else {
                    {
                        let left_31 = word.item(&end)?.method("isalnum", &[])?;
                        if left_31.truth()? {
                            left_31
                        } else {
                            word.item(&end)?.eq(&Value::str("_"))?
                        }
                    }
                }
            };
            if before.truth()? && after.truth()? {
                if i.is_gt(&start)? {
                    parts
                        .method(
                            "append",
                            &[
                                word
                                    .item(
                                        &py::item::slice(start.clone(), i.clone(), Value::None),
                                    )?,
                            ],
                        )?;
                }
                parts
                    .method(
                        "append",
                        &[
                            word
                                .item(
                                    &py::item::slice(i.clone(), end.clone(), Value::None),
                                )?,
                        ],
                    )?;
                start = end.clone();
            }
        } else if i.sub(&start)?.is_ge(&Value::Int(2))?
            && _letter(word.item(&i.sub(&Value::Int(1))?)?)?.truth()?
            && _letter(word.item(&i.sub(&Value::Int(2))?)?)?.truth()?
            && end.add(&Value::Int(1))?.is_lt(&n)? && _letter(word.item(&end)?)?.truth()?
            && _letter(word.item(&end.add(&Value::Int(1))?)?)?.truth()?
        {
            parts
                .method(
                    "append",
                    &[
                        word
                            .item(
                                &py::item::slice(start.clone(), end.clone(), Value::None),
                            )?,
                    ],
                )?;
            start = end.clone();
        } else if i.sub(&start)?.is_ge(&Value::Int(1))?
            && end.add(&Value::Int(1))?.is_lt(&n)? && _letter(word.item(&end)?)?.truth()?
            && _letter(word.item(&end.add(&Value::Int(1))?)?)?.truth()?
            && i.is_ge(&Value::Int(2))?
            && _letter(word.item(&i.sub(&Value::Int(1))?)?)?.truth()?
            && (_letter(word.item(&i.sub(&Value::Int(2))?)?)?.truth()?
                || word.item(&i.sub(&Value::Int(2))?)?.is_eq(&Value::str("-"))?
                    && i.is_ge(&Value::Int(3))?
                    && _letter(word.item(&i.sub(&Value::Int(3))?)?)?.truth()?)
        {
            parts
                .method(
                    "append",
                    &[
                        word
                            .item(
                                &py::item::slice(start.clone(), end.clone(), Value::None),
                            )?,
                    ],
                )?;
            start = end.clone();
        }
        i = end.clone();
    }
    if start.is_lt(&n)? {
        parts
            .method(
                "append",
                &[word.item(&py::item::slice(start.clone(), Value::None, Value::None))?],
            )?;
    }
    Ok(parts.clone())
}

/// The paragraph as lines.
pub(crate) fn wrap(text: Value, width: Value, options: Value) -> R {
    Ok(
        {
            let function_32 = global::TextWrapper.load()?;
            let args_33: Vec<Value> = Vec::<Value>::from([]);
            let mut keywords_34 = Vec::new();
            keywords_34.push(("width", width.clone()));
            py::call::keywords(&options, &mut keywords_34)?;
            py::call::call(
                &function_32,
                &py::Args {
                    pos: &args_33,
                    kw: &keywords_34,
                },
            )?
        }
            .method("wrap", &[text.clone()])?,
    )
}

/// The paragraph as one text.
pub(crate) fn fill(text: Value, width: Value, options: Value) -> R {
    Ok(
        {
            let function_35 = global::TextWrapper.load()?;
            let args_36: Vec<Value> = Vec::<Value>::from([]);
            let mut keywords_37 = Vec::new();
            keywords_37.push(("width", width.clone()));
            py::call::keywords(&options, &mut keywords_37)?;
            py::call::call(
                &function_35,
                &py::Args {
                    pos: &args_36,
                    kw: &keywords_37,
                },
            )?
        }
            .method("fill", &[text.clone()])?,
    )
}

/// The text cut to a width.
pub(crate) fn shorten(text: Value, width: Value, options: Value) -> R {
    Ok(
        {
            let function_38 = global::TextWrapper.load()?;
            let args_39: Vec<Value> = Vec::<Value>::from([]);
            let mut keywords_40 = Vec::new();
            keywords_40.push(("width", width.clone()));
            keywords_40.push(("max_lines", Value::Int(1)));
            py::call::keywords(&options, &mut keywords_40)?;
            py::call::call(
                &function_38,
                &py::Args {
                    pos: &args_39,
                    kw: &keywords_40,
                },
            )?
        }
            .method(
                "fill",
                &[
                    Value::str(" ")
                        .method(
                            "join",
                            &[text.method("strip", &[])?.method("split", &[])?],
                        )?,
                ],
            )?,
    )
}

/// The text without the margin that all its lines share.
pub(crate) fn dedent(text: Value) -> R {
    let mut i = Value::Unbound;
    let mut line = Value::Unbound;
    let mut lines = text.method("split", &[Value::str("\n")])?;
    let mut margin = Value::None;
    let mut iter_41 = py::iter::iter(
        &py::construct::enumerate(&py::pos(&[lines.clone()]))?,
    )?;
    while let Some(item_42) = iter_41.next()? {
        let [item_43, item_44] = py::unpack::<2>(&item_42)?;
        i = item_43;
        line = item_44;
        if !line.method("strip", &[Value::str(" \t")])?.truth()? {
            let value_46 = Value::str("");
            lines.set_item(i.clone(), value_46)?;
            continue;
        }
        let indent = line
            .item(
                &py::item::slice(
                    Value::None,
                    Value::from(py::builtins::len(&line)?)
                        .sub(
                            &Value::from(
                                py::builtins::len(
                                    &line.method("lstrip", &[Value::str(" \t")])?,
                                )?,
                            ),
                        )?,
                    Value::None,
                ),
            )?;
        if margin.is(&Value::None) {
            margin = indent.clone();
        } else if indent.method("startswith", &[margin.clone()])?.truth()?
        {} else if margin.method("startswith", &[indent.clone()])?.truth()? {
            margin = indent.clone();
        } else {
            let mut same = Value::Int(0);
            while same.is_lt(&Value::from(py::builtins::len(&margin)?))?
                && same.is_lt(&Value::from(py::builtins::len(&indent)?))?
                && margin.item(&same)?.is_eq(&indent.item(&same)?)?
            {
                same.add_assign(&Value::Int(1))?;
            }
            margin = margin
                .item(&py::item::slice(Value::None, same.clone(), Value::None))?;
        }
    }
    if margin.truth()? {
        lines = {
            let mut out_48 = Vec::new();
            let mut iter_49 = py::iter::iter(&lines)?;
            while let Some(line) = iter_49.next()? {
                out_48
                    .push(
                        line
                            .item(
                                &py::item::slice(
                                    Value::from(py::builtins::len(&margin)?),
                                    Value::None,
                                    Value::None,
                                ),
                            )?,
                    );
            }
            Value::list(out_48)
        };
    }
    Ok(Value::str("\n").method("join", &[lines.clone()])?)
}

/// The text with a prefix before each line.
pub(crate) fn indent(text: Value, prefix: Value, predicate: Value) -> R {
    let out = py::list([]);
    let mut iter_50 = py::iter::iter(&text.method("splitlines", &[Value::Bool(true)])?)?;
    while let Some(line) = iter_50.next()? {
        if if !predicate.is(&Value::None) {
            py::call::call(&predicate.clone(), &py::pos(&[line.clone()]))?
        } else {
            line.method("strip", &[])?
        }
            .truth()?
        {
            out.method("append", &[prefix.clone()])?;
        }
        out.method("append", &[line.clone()])?;
    }
    Ok(Value::str("").method("join", &[out.clone()])?)
}

/// The statements of `textwrap.py`.
pub(crate) fn run() -> R<()> {
    global::_SPACES.store(Value::str("\t\n\u{b}\u{c}\r "));
    global::TextWrapper
        .store({
            let class = py::ClassBody::new(
                "TextWrapper",
                NAME,
                Value::str("Wraps paragraphs to a width."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "TextWrapper.__init__",
                        "self, width=, initial_indent=, subsequent_indent=, expand_tabs=, replace_whitespace=, fix_sentence_endings=, break_long_words=, drop_whitespace=, break_on_hyphens=, tabsize=, *, max_lines=, placeholder=",
                        [
                            Value::Int(70),
                            Value::str(""),
                            Value::str(""),
                            Value::Bool(true),
                            Value::Bool(true),
                            Value::Bool(false),
                            Value::Bool(true),
                            Value::Bool(true),
                            Value::Bool(true),
                            Value::Int(8),
                            Value::None,
                            Value::str(" [...]"),
                        ],
                        text_wrapper_init,
                    ),
                );
            class
                .set(
                    "_clean",
                    py::def("TextWrapper._clean", "self, text", [], text_wrapper_clean),
                );
            class
                .set(
                    "_split",
                    py::def("TextWrapper._split", "self, text", [], text_wrapper_split),
                );
            class
                .set(
                    "_fix",
                    py::def("TextWrapper._fix", "self, chunks", [], text_wrapper_fix),
                );
            class
                .set(
                    "_long",
                    py::def(
                        "TextWrapper._long",
                        "self, chunks, line, length, width",
                        [],
                        text_wrapper_long,
                    ),
                );
            class
                .set(
                    "_wrap",
                    py::def("TextWrapper._wrap", "self, chunks", [], text_wrapper_wrap),
                );
            class
                .set(
                    "wrap",
                    py::def("TextWrapper.wrap", "self, text", [], text_wrapper_wrap_2),
                );
            class
                .set(
                    "fill",
                    py::def("TextWrapper.fill", "self, text", [], text_wrapper_fill),
                );
            class.finish(&[])?
        });
    global::_letter.store(py::def("_letter", "c", [], _letter));
    global::_hyphens
        .store(
            py::documented(
                py::def("_hyphens", "word", [], _hyphens),
                "The parts of a word that may stand on lines of their own.",
            ),
        );
    global::wrap
        .store(
            py::documented(
                py::def("wrap", "text, width=, **options", [Value::Int(70)], wrap),
                "The paragraph as lines.",
            ),
        );
    global::fill
        .store(
            py::documented(
                py::def("fill", "text, width=, **options", [Value::Int(70)], fill),
                "The paragraph as one text.",
            ),
        );
    global::shorten
        .store(
            py::documented(
                py::def("shorten", "text, width, **options", [], shorten),
                "The text cut to a width.",
            ),
        );
    global::dedent
        .store(
            py::documented(
                py::def("dedent", "text", [], dedent),
                "The text without the margin that all its lines share.",
            ),
        );
    global::indent
        .store(
            py::documented(
                py::def("indent", "text, prefix, predicate=", [Value::None], indent),
                "The text with a prefix before each line.",
            ),
        );
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library textwrap") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "TextWrapper" => global::TextWrapper.load(),
        "wrap" => global::wrap.load(),
        "fill" => global::fill.load(),
        "shorten" => global::shorten.load(),
        "dedent" => global::dedent.load(),
        "indent" => global::indent.load(),
        _ => Ok(Value::None),
    }
}
