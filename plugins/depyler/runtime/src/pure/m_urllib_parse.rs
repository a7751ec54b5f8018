//! Addresses of the web.
//!
//! @generated from `runtime/pure/urllib_parse.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "urllib.parse";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static ParseResult : Global = const { Global::new("ParseResult") };
        pub (crate) static SplitResult : Global = const { Global::new("SplitResult") };
        pub (crate) static _Netloc : Global = const { Global::new("_Netloc") }; pub
        (crate) static _Parse : Global = const { Global::new("_Parse") }; pub (crate)
        static _SAFE : Global = const { Global::new("_SAFE") }; pub (crate) static
        _SCHEME : Global = const { Global::new("_SCHEME") }; pub (crate) static _Split :
        Global = const { Global::new("_Split") }; pub (crate) static parse_qs : Global =
        const { Global::new("parse_qs") }; pub (crate) static parse_qsl : Global = const
        { Global::new("parse_qsl") }; pub (crate) static quote : Global = const {
        Global::new("quote") }; pub (crate) static quote_from_bytes : Global = const {
        Global::new("quote_from_bytes") }; pub (crate) static quote_plus : Global = const
        { Global::new("quote_plus") }; pub (crate) static unquote : Global = const {
        Global::new("unquote") }; pub (crate) static unquote_plus : Global = const {
        Global::new("unquote_plus") }; pub (crate) static unquote_to_bytes : Global =
        const { Global::new("unquote_to_bytes") }; pub (crate) static urldefrag : Global
        = const { Global::new("urldefrag") }; pub (crate) static urlencode : Global =
        const { Global::new("urlencode") }; pub (crate) static urljoin : Global = const {
        Global::new("urljoin") }; pub (crate) static urlparse : Global = const {
        Global::new("urlparse") }; pub (crate) static urlsplit : Global = const {
        Global::new("urlsplit") }; pub (crate) static urlunparse : Global = const {
        Global::new("urlunparse") }; pub (crate) static urlunsplit : Global = const {
        Global::new("urlunsplit") }; pub (crate) static uses_netloc : Global = const {
        Global::new("uses_netloc") }; pub (crate) static uses_params : Global = const {
        Global::new("uses_params") }; pub (crate) static uses_relative : Global = const {
        Global::new("uses_relative") };
    }
}

pub(crate) fn quote_from_bytes(bs: Value, safe: Value) -> R {
    let keep = global::_SAFE
        .load()?
        .bit_or(
            &py::construct::set(
                &py::pos(
                    &[
                        if py::builtins::isinstance(
                                &py::pos(&[safe.clone(), py::library_class("str")]),
                            )?
                            .truth()?
                        {
                            safe.method(
                                "encode",
                                &[Value::str("ascii"), Value::str("ignore")],
                            )?
                        } else {
                            safe.clone()
                        },
                    ],
                ),
            )?,
        )?;
    Ok(
        Value::str("")
            .method(
                "join",
                &[
                    {
                        let mut out_1 = Vec::new();
                        let mut iter_2 = py::iter::iter(&bs)?;
                        while let Some(b) = iter_2.next()? {
                            out_1
                                .push(
                                    if py::contained(&b, &keep)? {
                                        py::builtins::chr(&py::pos(&[b.clone()]))?
                                    } else {
                                        Value::str(format!("%{}", py::fmt(& b, ' ', "02X") ?))
                                    },
                                );
                        }
                        Value::list(out_1)
                    },
                ],
            )?,
    )
}

pub(crate) fn quote(
    mut string: Value,
    safe: Value,
    encoding: Value,
    errors: Value,
) -> R {
    if py::builtins::isinstance(&py::pos(&[string.clone(), py::library_class("str")]))?
        .truth()?
    {
        string = string
            .method(
                "encode",
                &[
                    {
                        let left_3 = encoding.clone();
                        if left_3.truth()? { left_3 } else { Value::str("utf-8") }
                    },
                    {
                        let left_4 = errors.clone();
                        if left_4.truth()? { left_4 } else { Value::str("strict") }
                    },
                ],
            )?;
    }
    Ok(quote_from_bytes(string.clone(), safe.clone())?)
}

pub(crate) fn quote_plus(
    string: Value,
    safe: Value,
    encoding: Value,
    errors: Value,
) -> R {
    if py::builtins::isinstance(&py::pos(&[string.clone(), py::library_class("str")]))?
        .truth()? && !py::contained(&Value::str(" "), &string)?
    {
        return Ok(
            quote(string.clone(), safe.clone(), encoding.clone(), errors.clone())?,
        );
    }
    Ok(
        quote(
                string.clone(),
                safe.add(&Value::str(" "))?,
                encoding.clone(),
                errors.clone(),
            )?
            .method("replace", &[Value::str(" "), Value::str("+")])?,
    )
}

pub(crate) fn unquote_to_bytes(string: Value) -> R {
    let data = if py::builtins::isinstance(
            &py::pos(&[string.clone(), py::library_class("str")]),
        )?
        .truth()?
    {
        string.method("encode", &[Value::str("utf-8")])?
    } else {
        py::construct::bytes(&py::pos(&[string.clone()]))?
    };
    let parts = data.method("split", &[py::bytes::literal(b"%")])?;
    let out = py::list([parts.item(&Value::Int(0))?]);
    let mut iter_5 = py::iter::iter(
        &parts.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
    )?;
    while let Some(part) = iter_5.next()? {
        let flow_9: py::Flow = 'try_7: {
            py::attempt!(
                'try_7, out.method("append", & [if py::attempt!('try_7,
                Value::from(py::attempt!('try_7, py::builtins::len(& part))).is_ge(&
                Value::Int(2))) && py::attempt!('try_7, py::attempt!('try_7,
                py::attempt!('try_7, part.item(& py::item::slice(Value::None,
                Value::Int(2), Value::None))) .method("isalnum", & [])) .truth()) {
                py::attempt!('try_7, py::attempt!('try_7, py::construct::bytes(&
                py::pos(& [py::list([py::attempt!('try_7, py::construct::int(& py::pos(&
                [py::attempt!('try_7, py::attempt!('try_7, part.item(&
                py::item::slice(Value::None, Value::Int(2), Value::None)))
                .method("decode", & [Value::str("ascii")])), Value::Int(16)])))])])))
                .add(& py::attempt!('try_7, part.item(& py::item::slice(Value::Int(2),
                Value::None, Value::None))))) } else { py::attempt!('try_7,
                py::bytes::literal(b"%").add(& part)) }])
            );
            py::Flow::Next
        };
        if let py::Flow::Raise(raised_8) = flow_9 {
            if raised_8.is_a("ValueError") {
                out.method("append", &[py::bytes::literal(b"%").add(&part)?])?;
            } else {
                return Err(raised_8);
            }
        }
    }
    Ok(py::bytes::literal(b"").method("join", &[out.clone()])?)
}

pub(crate) fn unquote(string: Value, encoding: Value, errors: Value) -> R {
    if py::builtins::isinstance(&py::pos(&[string.clone(), py::library_class("bytes")]))?
        .truth()?
    {
        return Ok(
            unquote_to_bytes(string.clone())?
                .method("decode", &[encoding.clone(), errors.clone()])?,
        );
    }
    if !py::contained(&Value::str("%"), &string)? {
        return Ok(string.clone());
    }
    let pieces = py::library::re::split(
        &py::pos(&[Value::str("([\0-\u{7f}]+)"), string.clone()]),
    )?;
    let out = py::list([pieces.item(&Value::Int(0))?]);
    let mut iter_10 = py::iter::iter(
        &py::construct::range(
            &py::pos(
                &[Value::Int(1), Value::from(py::builtins::len(&pieces)?), Value::Int(2)],
            ),
        )?,
    )?;
    while let Some(i) = iter_10.next()? {
        out.method(
            "append",
            &[
                unquote_to_bytes(pieces.item(&i)?)?
                    .method("decode", &[encoding.clone(), errors.clone()])?,
            ],
        )?;
        out.method("append", &[pieces.item(&i.add(&Value::Int(1))?)?])?;
    }
    Ok(Value::str("").method("join", &[out.clone()])?)
}

pub(crate) fn unquote_plus(string: Value, encoding: Value, errors: Value) -> R {
    Ok(
        unquote(
            string.method("replace", &[Value::str("+"), Value::str(" ")])?,
            encoding.clone(),
            errors.clone(),
        )?,
    )
}

pub(crate) fn urlencode(
    query: Value,
    doseq: Value,
    safe: Value,
    encoding: Value,
    errors: Value,
    quote_via: Value,
) -> R {
    let mut key = Value::Unbound;
    let mut value = Value::Unbound;
    let pairs = if py::builtins::hasattr(
            &py::pos(&[query.clone(), Value::str("items")]),
        )?
        .truth()?
    {
        query.method("items", &[])?
    } else {
        query.clone()
    };
    let out = py::list([]);
    let mut iter_12 = py::iter::iter(&pairs)?;
    while let Some(item_13) = iter_12.next()? {
        let [item_14, item_15] = py::unpack::<2>(&item_13)?;
        key = item_14;
        value = item_15;
        let name = py::call::call(
            &quote_via.clone(),
            &py::pos(
                &[
                    if py::builtins::isinstance(
                            &py::pos(&[key.clone(), py::library_class("bytes")]),
                        )?
                        .truth()?
                    {
                        key.clone()
                    } else {
                        py::construct::str(&py::pos(&[key.clone()]))?
                    },
                    safe.clone(),
                ],
            ),
        )?;
        if doseq.truth()?
            && !py::builtins::isinstance(
                    &py::pos(
                        &[
                            value.clone(),
                            py::tuple([
                                py::library_class("str"),
                                py::library_class("bytes"),
                            ]),
                        ],
                    ),
                )?
                .truth()?
            && py::builtins::hasattr(&py::pos(&[value.clone(), Value::str("__iter__")]))?
                .truth()?
        {
            let mut iter_18 = py::iter::iter(&value)?;
            while let Some(item) = iter_18.next()? {
                out.method(
                    "append",
                    &[
                        name
                            .add(&Value::str("="))?
                            .add(
                                &py::call::call(
                                    &quote_via.clone(),
                                    &py::pos(
                                        &[
                                            if py::builtins::isinstance(
                                                    &py::pos(&[item.clone(), py::library_class("bytes")]),
                                                )?
                                                .truth()?
                                            {
                                                item.clone()
                                            } else {
                                                py::construct::str(&py::pos(&[item.clone()]))?
                                            },
                                            safe.clone(),
                                        ],
                                    ),
                                )?,
                            )?,
                    ],
                )?;
            }
        } else {
            out.method(
                "append",
                &[
                    name
                        .add(&Value::str("="))?
                        .add(
                            &py::call::call(
                                &quote_via.clone(),
                                &py::pos(
                                    &[
                                        if py::builtins::isinstance(
                                                &py::pos(&[value.clone(), py::library_class("bytes")]),
                                            )?
                                            .truth()?
                                        {
                                            value.clone()
                                        } else {
                                            py::construct::str(&py::pos(&[value.clone()]))?
                                        },
                                        safe.clone(),
                                    ],
                                ),
                            )?,
                        )?,
                ],
            )?;
        }
    }
    Ok(Value::str("&").method("join", &[out.clone()])?)
}

pub(crate) fn _netloc_userinfo(self_: Value) -> R {
    let mut colon = Value::Unbound;
    let mut have = Value::Unbound;
    let mut info = Value::Unbound;
    let mut password = Value::Unbound;
    let mut rest = Value::Unbound;
    let mut user = Value::Unbound;
    let [item_22, item_23, item_24] = py::unpack::<
        3,
    >(&self_.attr("netloc")?.method("rpartition", &[Value::str("@")])?)?;
    info = item_22;
    have = item_23;
    rest = item_24;
    if !have.truth()? {
        return Ok(py::tuple([Value::None, Value::None]));
    }
    let [item_25, item_26, item_27] = py::unpack::<
        3,
    >(&info.method("partition", &[Value::str(":")])?)?;
    user = item_25;
    colon = item_26;
    password = item_27;
    Ok(
        py::tuple([
            user.clone(),
            if colon.truth()? { password.clone() } else { Value::None },
        ]),
    )
}

pub(crate) fn _netloc_hostinfo(self_: Value) -> R {
    let mut __ = Value::Unbound;
    let mut after = Value::Unbound;
    let mut before = Value::Unbound;
    let mut bracket = Value::Unbound;
    let mut host = Value::Unbound;
    let mut port = Value::Unbound;
    let rest = self_
        .attr("netloc")?
        .method("rpartition", &[Value::str("@")])?
        .item(&Value::Int(2))?;
    let [item_28, item_29, item_30] = py::unpack::<
        3,
    >(&rest.method("partition", &[Value::str("[")])?)?;
    before = item_28;
    bracket = item_29;
    after = item_30;
    if bracket.truth()? {
        let [item_31, item_32, item_33] = py::unpack::<
            3,
        >(&after.method("partition", &[Value::str("]")])?)?;
        host = item_31;
        __ = item_32;
        port = item_33;
        port = port.method("partition", &[Value::str(":")])?.item(&Value::Int(2))?;
    } else {
        let [item_34, item_35, item_36] = py::unpack::<
            3,
        >(&rest.method("partition", &[Value::str(":")])?)?;
        host = item_34;
        __ = item_35;
        port = item_36;
    }
    Ok(
        py::tuple([
            host.clone(),
            {
                let left_37 = port.clone();
                if left_37.truth()? { left_37 } else { Value::None }
            },
        ]),
    )
}

pub(crate) fn _netloc_username(self_: Value) -> R {
    Ok(self_.method("_userinfo", &[])?.item(&Value::Int(0))?)
}

pub(crate) fn _netloc_password(self_: Value) -> R {
    Ok(self_.method("_userinfo", &[])?.item(&Value::Int(1))?)
}

pub(crate) fn _netloc_hostname(self_: Value) -> R {
    let host = self_.method("_hostinfo", &[])?.item(&Value::Int(0))?;
    Ok(if host.truth()? { host.method("lower", &[])? } else { Value::None })
}

pub(crate) fn _netloc_port(self_: Value) -> R {
    let port = self_.method("_hostinfo", &[])?.item(&Value::Int(1))?;
    if port.is(&Value::None) {
        return Ok(Value::None);
    }
    if !port.method("isdigit", &[])?.truth()? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "Port could not be cast to integer value as {}", py::fmt(&
                                    port, 'r', "") ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    let number = py::construct::int(&py::pos(&[port.clone()]))?;
    if number.is_gt(&Value::Int(65535))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("Port out of range 0-65535")]),
                )?,
            )?,
        );
    }
    Ok(number.clone())
}

pub(crate) fn split_result_geturl(self_: Value) -> R {
    Ok(urlunsplit(self_.clone())?)
}

pub(crate) fn parse_result_geturl(self_: Value) -> R {
    Ok(urlunparse(self_.clone())?)
}

pub(crate) fn urlsplit(mut url: Value, mut scheme: Value, allow_fragments: Value) -> R {
    let mut fragment = Value::Unbound;
    let mut netloc = Value::Unbound;
    let mut query = Value::Unbound;
    url = url
        .method(
            "lstrip",
            &[
                Value::str("")
                    .method(
                        "join",
                        &[
                            {
                                async fn body_42(yielder: py::Yielder, u2e0: Value) -> R {
                                    let mut iter_40 = py::iter::iter(&u2e0)?;
                                    while let Some(c) = iter_40.next()? {
                                        yielder
                                            .give(py::builtins::chr(&py::pos(&[c.clone()]))?)
                                            .await?;
                                    }
                                    Ok(Value::None)
                                }
                                let arg_43 = py::iter::started(
                                    &py::construct::range(&py::pos(&[Value::Int(33)]))?,
                                )?;
                                py::generator(
                                    "<genexpr>",
                                    move |yielder| body_42(yielder, arg_43),
                                )
                            },
                        ],
                    )?,
            ],
        )?
        .method("replace", &[Value::str("\t"), Value::str("")])?
        .method("replace", &[Value::str("\n"), Value::str("")])?
        .method("replace", &[Value::str("\r"), Value::str("")])?;
    let value_44 = Value::str("");
    netloc = value_44.clone();
    query = value_44.clone();
    fragment = value_44.clone();
    let i = url.method("find", &[Value::str(":")])?;
    if i.is_gt(&Value::Int(0))?
        && url.item(&Value::Int(0))?.method("isascii", &[])?.truth()?
        && url.item(&Value::Int(0))?.method("isalpha", &[])?.truth()?
        && py::builtins::all(
                &py::pos(
                    &[
                        {
                            async fn body_47(yielder: py::Yielder, u2e0: Value) -> R {
                                let mut iter_45 = py::iter::iter(&u2e0)?;
                                while let Some(c) = iter_45.next()? {
                                    yielder
                                        .give(
                                            Value::Bool(py::contained(&c, &global::_SCHEME.load()?)?),
                                        )
                                        .await?;
                                }
                                Ok(Value::None)
                            }
                            let arg_48 = py::iter::started(
                                &url
                                    .item(
                                        &py::item::slice(Value::None, i.clone(), Value::None),
                                    )?,
                            )?;
                            py::generator(
                                "<genexpr>",
                                move |yielder| body_47(yielder, arg_48),
                            )
                        },
                    ],
                ),
            )?
            .truth()?
    {
        let [item_49, item_50] = py::unpack::<
            2,
        >(
            &py::tuple([
                url
                    .item(&py::item::slice(Value::None, i.clone(), Value::None))?
                    .method("lower", &[])?,
                url
                    .item(
                        &py::item::slice(
                            i.add(&Value::Int(1))?,
                            Value::None,
                            Value::None,
                        ),
                    )?,
            ]),
        )?;
        scheme = item_49;
        url = item_50;
    }
    if url
        .item(&py::item::slice(Value::None, Value::Int(2), Value::None))?
        .is_eq(&Value::str("//"))?
    {
        let mut end = Value::from(py::builtins::len(&url)?);
        let mut iter_51 = py::iter::iter(&Value::str("/?#"))?;
        while let Some(c) = iter_51.next()? {
            let at = url.method("find", &[c.clone(), Value::Int(2)])?;
            if at.is_ge(&Value::Int(0))? {
                end = py::builtins::min(&py::pos(&[end.clone(), at.clone()]))?;
            }
        }
        let [item_53, item_54] = py::unpack::<
            2,
        >(
            &py::tuple([
                url.item(&py::item::slice(Value::Int(2), end.clone(), Value::None))?,
                url.item(&py::item::slice(end.clone(), Value::None, Value::None))?,
            ]),
        )?;
        netloc = item_53;
        url = item_54;
        if Value::Bool(py::contained(&Value::str("["), &netloc)?)
            .is_ne(&Value::Bool(py::contained(&Value::str("]"), &netloc)?))?
        {
            return Err(
                py::exc::to_raise(
                    &py::call::call(
                        &py::exception("ValueError"),
                        &py::pos(&[Value::str("Invalid IPv6 URL")]),
                    )?,
                )?,
            );
        }
    }
    if allow_fragments.truth()? && py::contained(&Value::str("#"), &url)? {
        let [item_56, item_57] = py::unpack::<
            2,
        >(&url.method("split", &[Value::str("#"), Value::Int(1)])?)?;
        url = item_56;
        fragment = item_57;
    }
    if py::contained(&Value::str("?"), &url)? {
        let [item_58, item_59] = py::unpack::<
            2,
        >(&url.method("split", &[Value::str("?"), Value::Int(1)])?)?;
        url = item_58;
        query = item_59;
    }
    Ok(
        py::call::call(
            &global::SplitResult.load()?,
            &py::pos(
                &[
                    scheme.clone(),
                    netloc.clone(),
                    url.clone(),
                    query.clone(),
                    fragment.clone(),
                ],
            ),
        )?,
    )
}

pub(crate) fn urlparse(url: Value, scheme: Value, allow_fragments: Value) -> R {
    let mut params = Value::Unbound;
    let mut path = Value::Unbound;
    let parts = urlsplit(url.clone(), scheme.clone(), allow_fragments.clone())?;
    let [item_61, item_62] = py::unpack::<
        2,
    >(&py::tuple([parts.attr("path")?, Value::str("")]))?;
    path = item_61;
    params = item_62;
    if py::contained(&parts.attr("scheme")?, &global::uses_params.load()?)?
        && py::contained(&Value::str(";"), &path)?
    {
        let start = path.method("rfind", &[Value::str("/")])?;
        let i = path
            .method(
                "find",
                &[
                    Value::str(";"),
                    if start.is_ge(&Value::Int(0))? {
                        start.clone()
                    } else {
                        Value::Int(0)
                    },
                ],
            )?;
        if i.is_ge(&Value::Int(0))? {
            let [item_63, item_64] = py::unpack::<
                2,
            >(
                &py::tuple([
                    path.item(&py::item::slice(Value::None, i.clone(), Value::None))?,
                    path
                        .item(
                            &py::item::slice(
                                i.add(&Value::Int(1))?,
                                Value::None,
                                Value::None,
                            ),
                        )?,
                ]),
            )?;
            path = item_63;
            params = item_64;
        }
    }
    Ok(
        py::call::call(
            &global::ParseResult.load()?,
            &py::pos(
                &[
                    parts.attr("scheme")?,
                    parts.attr("netloc")?,
                    path.clone(),
                    params.clone(),
                    parts.attr("query")?,
                    parts.attr("fragment")?,
                ],
            ),
        )?,
    )
}

pub(crate) fn urlunsplit(components: Value) -> R {
    let mut fragment = Value::Unbound;
    let mut netloc = Value::Unbound;
    let mut query = Value::Unbound;
    let mut scheme = Value::Unbound;
    let mut url = Value::Unbound;
    let [item_66, item_67, item_68, item_69, item_70] = py::unpack::<
        5,
    >(&components.clone())?;
    scheme = item_66;
    netloc = item_67;
    url = item_68;
    query = item_69;
    fragment = item_70;
    if netloc.truth()?
        || scheme.truth()? && py::contained(&scheme, &global::uses_netloc.load()?)?
            && url
                .item(&py::item::slice(Value::None, Value::Int(2), Value::None))?
                .is_ne(&Value::str("//"))?
    {
        if url.truth()?
            && url
                .item(&py::item::slice(Value::None, Value::Int(1), Value::None))?
                .is_ne(&Value::str("/"))?
        {
            url = Value::str("/").add(&url)?;
        }
        url = Value::str("//")
            .add(
                &{
                    let left_71 = netloc.clone();
                    if left_71.truth()? { left_71 } else { Value::str("") }
                },
            )?
            .add(&url)?;
    }
    if scheme.truth()? {
        url = scheme.add(&Value::str(":"))?.add(&url)?;
    }
    if query.truth()? {
        url = url.add(&Value::str("?"))?.add(&query)?;
    }
    if fragment.truth()? {
        url = url.add(&Value::str("#"))?.add(&fragment)?;
    }
    Ok(url.clone())
}

pub(crate) fn urlunparse(components: Value) -> R {
    let mut fragment = Value::Unbound;
    let mut netloc = Value::Unbound;
    let mut params = Value::Unbound;
    let mut query = Value::Unbound;
    let mut scheme = Value::Unbound;
    let mut url = Value::Unbound;
    let [item_72, item_73, item_74, item_75, item_76, item_77] = py::unpack::<
        6,
    >(&components.clone())?;
    scheme = item_72;
    netloc = item_73;
    url = item_74;
    params = item_75;
    query = item_76;
    fragment = item_77;
    if params.truth()? {
        url = Value::str(format!("{};{}", py::show(& url) ?, py::show(& params) ?));
    }
    Ok(
        urlunsplit(
            py::tuple([
                scheme.clone(),
                netloc.clone(),
                url.clone(),
                query.clone(),
                fragment.clone(),
            ]),
        )?,
    )
}

pub(crate) fn urldefrag(url: Value) -> R {
    if !py::contained(&Value::str("#"), &url)? {
        return Ok(py::tuple([url.clone(), Value::str("")]));
    }
    let parts = urlparse(url.clone(), Value::str(""), Value::Bool(true))?;
    Ok(
        py::tuple([
            urlunparse(
                py::tuple([
                    parts.attr("scheme")?,
                    parts.attr("netloc")?,
                    parts.attr("path")?,
                    parts.attr("params")?,
                    parts.attr("query")?,
                    Value::str(""),
                ]),
            )?,
            parts.attr("fragment")?,
        ]),
    )
}

pub(crate) fn urljoin(base: Value, url: Value, allow_fragments: Value) -> R {
    let mut fragment = Value::Unbound;
    let mut netloc = Value::Unbound;
    let mut params = Value::Unbound;
    let mut path = Value::Unbound;
    let mut query = Value::Unbound;
    let mut scheme = Value::Unbound;
    let mut segments = Value::Unbound;
    if !base.truth()? {
        return Ok(url.clone());
    }
    if !url.truth()? {
        return Ok(base.clone());
    }
    let b = urlparse(base.clone(), Value::str(""), allow_fragments.clone())?;
    let u = urlparse(url.clone(), b.attr("scheme")?, allow_fragments.clone())?;
    let [item_78, item_79, item_80, item_81, item_82, item_83] = py::unpack::<
        6,
    >(&u.clone())?;
    scheme = item_78;
    netloc = item_79;
    path = item_80;
    params = item_81;
    query = item_82;
    fragment = item_83;
    if scheme.is_ne(&b.attr("scheme")?)?
        || !py::contained(&scheme, &global::uses_relative.load()?)?
    {
        return Ok(url.clone());
    }
    if py::contained(&scheme, &global::uses_netloc.load()?)? {
        if netloc.truth()? {
            return Ok(
                urlunparse(
                    py::tuple([
                        scheme.clone(),
                        netloc.clone(),
                        path.clone(),
                        params.clone(),
                        query.clone(),
                        fragment.clone(),
                    ]),
                )?,
            );
        }
        netloc = b.attr("netloc")?;
    }
    if !path.truth()? && !params.truth()? {
        return Ok(
            urlunparse(
                py::tuple([
                    scheme.clone(),
                    netloc.clone(),
                    b.attr("path")?,
                    b.attr("params")?,
                    {
                        let left_84 = query.clone();
                        if left_84.truth()? { left_84 } else { b.attr("query")? }
                    },
                    fragment.clone(),
                ]),
            )?,
        );
    }
    let base_parts = b.attr("path")?.method("split", &[Value::str("/")])?;
    if base_parts.item(&Value::Int(-1))?.is_ne(&Value::str(""))? {
        base_parts.del_item(&Value::Int(-1))?;
    }
    if path
        .item(&py::item::slice(Value::None, Value::Int(1), Value::None))?
        .is_eq(&Value::str("/"))?
    {
        segments = path.method("split", &[Value::str("/")])?;
    } else {
        segments = base_parts.add(&path.method("split", &[Value::str("/")])?)?;
        let value_87 = {
            let mut out_85 = Vec::new();
            let mut iter_86 = py::iter::iter(
                &segments
                    .item(&py::item::slice(Value::Int(1), Value::Int(-1), Value::None))?,
            )?;
            while let Some(s) = iter_86.next()? {
                if s.truth()? {
                    out_85.push(s.clone());
                }
            }
            Value::list(out_85)
        };
        segments
            .set_item(
                py::item::slice(Value::Int(1), Value::Int(-1), Value::None),
                value_87,
            )?;
    }
    let resolved = py::list([]);
    let mut iter_88 = py::iter::iter(&segments)?;
    while let Some(seg) = iter_88.next()? {
        if seg.is_eq(&Value::str(".."))? {
            if resolved.truth()? {
                resolved.method("pop", &[])?;
            }
        } else if seg.is_ne(&Value::str("."))? {
            resolved.method("append", &[seg.clone()])?;
        }
    }
    if py::contained(
        &segments.item(&Value::Int(-1))?,
        &py::tuple([Value::str("."), Value::str("..")]),
    )? {
        resolved.method("append", &[Value::str("")])?;
    }
    Ok(
        urlunparse(
            py::tuple([
                scheme.clone(),
                netloc.clone(),
                {
                    let left_90 = Value::str("/").method("join", &[resolved.clone()])?;
                    if left_90.truth()? { left_90 } else { Value::str("/") }
                },
                params.clone(),
                query.clone(),
                fragment.clone(),
            ]),
        )?,
    )
}

pub(crate) fn parse_qsl(
    qs: Value,
    keep_blank_values: Value,
    strict_parsing: Value,
    encoding: Value,
    errors: Value,
    max_num_fields: Value,
    separator: Value,
) -> R {
    let mut equals = Value::Unbound;
    let mut name = Value::Unbound;
    let mut value = Value::Unbound;
    let out = py::list([]);
    if !qs.truth()? {
        return Ok(out.clone());
    }
    let mut iter_91 = py::iter::iter(&qs.method("split", &[separator.clone()])?)?;
    while let Some(item) = iter_91.next()? {
        if !item.truth()? && !strict_parsing.truth()? {
            continue;
        }
        let [item_93, item_94, item_95] = py::unpack::<
            3,
        >(&item.method("partition", &[Value::str("=")])?)?;
        name = item_93;
        equals = item_94;
        value = item_95;
        if !equals.truth()? {
            if strict_parsing.truth()? {
                return Err(
                    py::exc::to_raise(
                        &py::call::call(
                            &py::exception("ValueError"),
                            &py::pos(
                                &[
                                    Value::str(
                                        format!("bad query field: {}", py::fmt(& item, 'r', "") ?),
                                    ),
                                ],
                            ),
                        )?,
                    )?,
                );
            }
            if !keep_blank_values.truth()? {
                continue;
            }
        }
        if value.truth()? || keep_blank_values.truth()? {
            out.method(
                "append",
                &[
                    py::tuple([
                        unquote(
                            name.method("replace", &[Value::str("+"), Value::str(" ")])?,
                            encoding.clone(),
                            errors.clone(),
                        )?,
                        unquote(
                            value
                                .method("replace", &[Value::str("+"), Value::str(" ")])?,
                            encoding.clone(),
                            errors.clone(),
                        )?,
                    ]),
                ],
            )?;
        }
    }
    Ok(out.clone())
}

pub(crate) fn parse_qs(
    qs: Value,
    keep_blank_values: Value,
    strict_parsing: Value,
    encoding: Value,
    errors: Value,
    max_num_fields: Value,
    separator: Value,
) -> R {
    let mut name = Value::Unbound;
    let mut value = Value::Unbound;
    let out = py::dict([])?;
    let mut iter_97 = py::iter::iter(
        &parse_qsl(
            qs.clone(),
            keep_blank_values.clone(),
            strict_parsing.clone(),
            encoding.clone(),
            errors.clone(),
            max_num_fields.clone(),
            separator.clone(),
        )?,
    )?;
    while let Some(item_98) = iter_97.next()? {
        let [item_99, item_100] = py::unpack::<2>(&item_98)?;
        name = item_99;
        value = item_100;
        out.method("setdefault", &[name.clone(), py::list([])])?
            .method("append", &[value.clone()])?;
    }
    Ok(out.clone())
}

/// The statements of `urllib.parse.py`.
pub(crate) fn run() -> R<()> {
    global::_SAFE
        .store(
            py::construct::frozenset(
                &py::pos(
                    &[
                        py::bytes::literal(
                            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~",
                        ),
                    ],
                ),
            )?,
        );
    global::uses_netloc
        .store(
            py::list([
                Value::str(""),
                Value::str("ftp"),
                Value::str("http"),
                Value::str("gopher"),
                Value::str("nntp"),
                Value::str("telnet"),
                Value::str("imap"),
                Value::str("wais"),
                Value::str("file"),
                Value::str("mms"),
                Value::str("https"),
                Value::str("shttp"),
                Value::str("snews"),
                Value::str("prospero"),
                Value::str("rtsp"),
                Value::str("rtspu"),
                Value::str("rsync"),
                Value::str("svn"),
                Value::str("svn+ssh"),
                Value::str("sftp"),
                Value::str("nfs"),
                Value::str("git"),
                Value::str("git+ssh"),
                Value::str("ws"),
                Value::str("wss"),
            ]),
        );
    global::uses_relative
        .store(
            py::list([
                Value::str(""),
                Value::str("ftp"),
                Value::str("http"),
                Value::str("gopher"),
                Value::str("nntp"),
                Value::str("imap"),
                Value::str("wais"),
                Value::str("file"),
                Value::str("https"),
                Value::str("shttp"),
                Value::str("mms"),
                Value::str("prospero"),
                Value::str("rtsp"),
                Value::str("rtspu"),
                Value::str("sftp"),
                Value::str("svn"),
                Value::str("svn+ssh"),
                Value::str("ws"),
                Value::str("wss"),
            ]),
        );
    global::uses_params
        .store(
            py::list([
                Value::str(""),
                Value::str("ftp"),
                Value::str("hdl"),
                Value::str("prospero"),
                Value::str("http"),
                Value::str("imap"),
                Value::str("https"),
                Value::str("shttp"),
                Value::str("rtsp"),
                Value::str("rtspu"),
                Value::str("sip"),
                Value::str("sips"),
                Value::str("mms"),
                Value::str("sftp"),
                Value::str("tel"),
            ]),
        );
    global::_SCHEME
        .store(
            py::construct::frozenset(
                &py::pos(
                    &[
                        Value::str(
                            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.",
                        ),
                    ],
                ),
            )?,
        );
    global::quote_from_bytes
        .store(
            py::def("quote_from_bytes", "bs, safe=", [Value::str("/")], quote_from_bytes),
        );
    global::quote
        .store(
            py::def(
                "quote",
                "string, safe=, encoding=, errors=",
                [Value::str("/"), Value::None, Value::None],
                quote,
            ),
        );
    global::quote_plus
        .store(
            py::def(
                "quote_plus",
                "string, safe=, encoding=, errors=",
                [Value::str(""), Value::None, Value::None],
                quote_plus,
            ),
        );
    global::unquote_to_bytes
        .store(py::def("unquote_to_bytes", "string", [], unquote_to_bytes));
    global::unquote
        .store(
            py::def(
                "unquote",
                "string, encoding=, errors=",
                [Value::str("utf-8"), Value::str("replace")],
                unquote,
            ),
        );
    global::unquote_plus
        .store(
            py::def(
                "unquote_plus",
                "string, encoding=, errors=",
                [Value::str("utf-8"), Value::str("replace")],
                unquote_plus,
            ),
        );
    global::urlencode
        .store(
            py::def(
                "urlencode",
                "query, doseq=, safe=, encoding=, errors=, quote_via=",
                [
                    Value::Bool(false),
                    Value::str(""),
                    Value::None,
                    Value::None,
                    global::quote_plus.load()?,
                ],
                urlencode,
            ),
        );
    global::_Netloc
        .store({
            let class = py::ClassBody::new("_Netloc", NAME, Value::None, &[])?;
            class
                .set(
                    "_userinfo",
                    py::def("_Netloc._userinfo", "self", [], _netloc_userinfo),
                );
            class
                .set(
                    "_hostinfo",
                    py::def("_Netloc._hostinfo", "self", [], _netloc_hostinfo),
                );
            class
                .set(
                    "username",
                    py::library_class("property")
                        .call(
                            &[py::def("_Netloc.username", "self", [], _netloc_username)],
                        )?,
                );
            class
                .set(
                    "password",
                    py::library_class("property")
                        .call(
                            &[py::def("_Netloc.password", "self", [], _netloc_password)],
                        )?,
                );
            class
                .set(
                    "hostname",
                    py::library_class("property")
                        .call(
                            &[py::def("_Netloc.hostname", "self", [], _netloc_hostname)],
                        )?,
                );
            class
                .set(
                    "port",
                    py::library_class("property")
                        .call(&[py::def("_Netloc.port", "self", [], _netloc_port)])?,
                );
            class.finish(&[])?
        });
    global::_Split
        .store(
            py::library::collections::namedtuple(
                &py::pos(
                    &[
                        Value::str("SplitResult"),
                        Value::str("scheme netloc path query fragment"),
                    ],
                ),
            )?,
        );
    global::_Parse
        .store(
            py::library::collections::namedtuple(
                &py::pos(
                    &[
                        Value::str("ParseResult"),
                        Value::str("scheme netloc path params query fragment"),
                    ],
                ),
            )?,
        );
    global::SplitResult
        .store({
            let class = py::ClassBody::new(
                "SplitResult",
                NAME,
                Value::None,
                &[global::_Split.load()?, global::_Netloc.load()?],
            )?;
            class
                .set(
                    "geturl",
                    py::def("SplitResult.geturl", "self", [], split_result_geturl),
                );
            class.finish(&[])?
        });
    global::ParseResult
        .store({
            let class = py::ClassBody::new(
                "ParseResult",
                NAME,
                Value::None,
                &[global::_Parse.load()?, global::_Netloc.load()?],
            )?;
            class
                .set(
                    "geturl",
                    py::def("ParseResult.geturl", "self", [], parse_result_geturl),
                );
            class.finish(&[])?
        });
    global::urlsplit
        .store(
            py::def(
                "urlsplit",
                "url, scheme=, allow_fragments=",
                [Value::str(""), Value::Bool(true)],
                urlsplit,
            ),
        );
    global::urlparse
        .store(
            py::def(
                "urlparse",
                "url, scheme=, allow_fragments=",
                [Value::str(""), Value::Bool(true)],
                urlparse,
            ),
        );
    global::urlunsplit.store(py::def("urlunsplit", "components", [], urlunsplit));
    global::urlunparse.store(py::def("urlunparse", "components", [], urlunparse));
    global::urldefrag.store(py::def("urldefrag", "url", [], urldefrag));
    global::urljoin
        .store(
            py::def(
                "urljoin",
                "base, url, allow_fragments=",
                [Value::Bool(true)],
                urljoin,
            ),
        );
    global::parse_qsl
        .store(
            py::def(
                "parse_qsl",
                "qs, keep_blank_values=, strict_parsing=, encoding=, errors=, max_num_fields=, separator=",
                [
                    Value::Bool(false),
                    Value::Bool(false),
                    Value::str("utf-8"),
                    Value::str("replace"),
                    Value::None,
                    Value::str("&"),
                ],
                parse_qsl,
            ),
        );
    global::parse_qs
        .store(
            py::def(
                "parse_qs",
                "qs, keep_blank_values=, strict_parsing=, encoding=, errors=, max_num_fields=, separator=",
                [
                    Value::Bool(false),
                    Value::Bool(false),
                    Value::str("utf-8"),
                    Value::str("replace"),
                    Value::None,
                    Value::str("&"),
                ],
                parse_qs,
            ),
        );
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library urllib.parse") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "quote_from_bytes" => global::quote_from_bytes.load(),
        "quote" => global::quote.load(),
        "quote_plus" => global::quote_plus.load(),
        "unquote_to_bytes" => global::unquote_to_bytes.load(),
        "unquote" => global::unquote.load(),
        "unquote_plus" => global::unquote_plus.load(),
        "urlencode" => global::urlencode.load(),
        "SplitResult" => global::SplitResult.load(),
        "ParseResult" => global::ParseResult.load(),
        "urlsplit" => global::urlsplit.load(),
        "urlparse" => global::urlparse.load(),
        "urlunsplit" => global::urlunsplit.load(),
        "urlunparse" => global::urlunparse.load(),
        "urldefrag" => global::urldefrag.load(),
        "urljoin" => global::urljoin.load(),
        "parse_qsl" => global::parse_qsl.load(),
        "parse_qs" => global::parse_qs.load(),
        _ => Ok(Value::None),
    }
}
