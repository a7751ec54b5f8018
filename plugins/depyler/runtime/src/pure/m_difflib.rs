//! What differs between sequences.
//!
//! @generated from `runtime/pure/difflib.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "difflib";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static Differ : Global = const { Global::new("Differ") }; pub (crate)
        static IS_CHARACTER_JUNK : Global = const { Global::new("IS_CHARACTER_JUNK") };
        pub (crate) static IS_LINE_JUNK : Global = const { Global::new("IS_LINE_JUNK") };
        pub (crate) static Match : Global = const { Global::new("Match") }; pub (crate)
        static SequenceMatcher : Global = const { Global::new("SequenceMatcher") }; pub
        (crate) static _range_context : Global = const { Global::new("_range_context") };
        pub (crate) static _range_unified : Global = const {
        Global::new("_range_unified") }; pub (crate) static _ratio : Global = const {
        Global::new("_ratio") }; pub (crate) static context_diff : Global = const {
        Global::new("context_diff") }; pub (crate) static get_close_matches : Global =
        const { Global::new("get_close_matches") }; pub (crate) static ndiff : Global =
        const { Global::new("ndiff") }; pub (crate) static restore : Global = const {
        Global::new("restore") }; pub (crate) static unified_diff : Global = const {
        Global::new("unified_diff") };
    }
}

pub(crate) fn _ratio(matches: Value, length: Value) -> R {
    Ok(
        if length.truth()? {
            Value::Float(2.0).mul(&matches)?.div(&length)?
        } else {
            Value::Float(1.0)
        },
    )
}

pub(crate) fn sequence_matcher_init(
    self_: Value,
    isjunk: Value,
    a: Value,
    b: Value,
    autojunk: Value,
) -> R {
    self_.set_attr("isjunk", isjunk.clone())?;
    let value_1 = Value::None;
    self_.set_attr("a", value_1.clone())?;
    self_.set_attr("b", value_1.clone())?;
    self_.set_attr("autojunk", autojunk.clone())?;
    self_.method("set_seqs", &[a.clone(), b.clone()])?;
    Ok(Value::None)
}

pub(crate) fn sequence_matcher_set_seqs(self_: Value, a: Value, b: Value) -> R {
    self_.method("set_seq1", &[a.clone()])?;
    self_.method("set_seq2", &[b.clone()])?;
    Ok(Value::None)
}

pub(crate) fn sequence_matcher_set_seq1(self_: Value, a: Value) -> R {
    if a.is(&self_.attr("a")?) {
        return Ok(Value::None);
    }
    self_.set_attr("a", a.clone())?;
    let value_2 = Value::None;
    self_.set_attr("matching_blocks", value_2.clone())?;
    self_.set_attr("opcodes", value_2.clone())?;
    Ok(Value::None)
}

pub(crate) fn sequence_matcher_set_seq2(self_: Value, b: Value) -> R {
    if b.is(&self_.attr("b")?) {
        return Ok(Value::None);
    }
    self_.set_attr("b", b.clone())?;
    let value_3 = Value::None;
    self_.set_attr("matching_blocks", value_3.clone())?;
    self_.set_attr("opcodes", value_3.clone())?;
    self_.set_attr("fullbcount", Value::None)?;
    self_.method("_chain_b", &[])?;
    Ok(Value::None)
}

pub(crate) fn sequence_matcher_chain_b(self_: Value) -> R {
    let mut b2j = Value::Unbound;
    let mut i = Value::Unbound;
    let mut item = Value::Unbound;
    let mut junk = Value::Unbound;
    let mut places = Value::Unbound;
    let mut popular = Value::Unbound;
    let b = self_.attr("b")?;
    let value_4 = py::dict([])?;
    self_.set_attr("b2j", value_4.clone())?;
    b2j = value_4.clone();
    let mut iter_5 = py::iter::iter(&py::construct::enumerate(&py::pos(&[b.clone()]))?)?;
    while let Some(item_6) = iter_5.next()? {
        let [item_7, item_8] = py::unpack::<2>(&item_6)?;
        i = item_7;
        item = item_8;
        b2j.method("setdefault", &[item.clone(), py::list([])])?
            .method("append", &[i.clone()])?;
    }
    let value_10 = py::construct::set(&py::Args::none())?;
    self_.set_attr("bjunk", value_10.clone())?;
    junk = value_10.clone();
    if self_.attr("isjunk")?.truth()? {
        let mut iter_11 = py::iter::iter(&b2j)?;
        while let Some(item_12) = iter_11.next()? {
            item = item_12;
            if self_.method("isjunk", &[item.clone()])?.truth()? {
                junk.method("add", &[item.clone()])?;
            }
        }
        let mut iter_14 = py::iter::iter(&junk)?;
        while let Some(item_15) = iter_14.next()? {
            item = item_15;
            b2j.del_item(&item)?;
        }
    }
    let value_17 = py::construct::set(&py::Args::none())?;
    self_.set_attr("bpopular", value_17.clone())?;
    popular = value_17.clone();
    let n = Value::from(py::builtins::len(&b)?);
    if self_.attr("autojunk")?.truth()? && n.is_ge(&Value::Int(200))? {
        let ntest = n.floor_div(&Value::Int(100))?.add(&Value::Int(1))?;
        let mut iter_18 = py::iter::iter(&b2j.method("items", &[])?)?;
        while let Some(item_19) = iter_18.next()? {
            let [item_20, item_21] = py::unpack::<2>(&item_19)?;
            item = item_20;
            places = item_21;
            if Value::from(py::builtins::len(&places)?).is_gt(&ntest)? {
                popular.method("add", &[item.clone()])?;
            }
        }
        let mut iter_23 = py::iter::iter(&popular)?;
        while let Some(item_24) = iter_23.next()? {
            item = item_24;
            b2j.del_item(&item)?;
        }
    }
    Ok(Value::None)
}

pub(crate) fn sequence_matcher_find_longest_match(
    self_: Value,
    alo: Value,
    mut ahi: Value,
    blo: Value,
    mut bhi: Value,
) -> R {
    let mut a = Value::Unbound;
    let mut b = Value::Unbound;
    let mut b2j = Value::Unbound;
    let mut besti = Value::Unbound;
    let mut bestj = Value::Unbound;
    let mut bestsize = Value::Unbound;
    let mut junk = Value::Unbound;
    let mut k = Value::Unbound;
    let [item_26, item_27, item_28, item_29] = py::unpack::<
        4,
    >(
        &py::tuple([
            self_.attr("a")?,
            self_.attr("b")?,
            self_.attr("b2j")?,
            self_.attr("bjunk")?,
        ]),
    )?;
    a = item_26;
    b = item_27;
    b2j = item_28;
    junk = item_29;
    if ahi.is(&Value::None) {
        ahi = Value::from(py::builtins::len(&a)?);
    }
    if bhi.is(&Value::None) {
        bhi = Value::from(py::builtins::len(&b)?);
    }
    let [item_30, item_31, item_32] = py::unpack::<
        3,
    >(&py::tuple([alo.clone(), blo.clone(), Value::Int(0)]))?;
    besti = item_30;
    bestj = item_31;
    bestsize = item_32;
    let mut j2len = py::dict([])?;
    let nothing = py::list([]);
    let mut iter_33 = py::iter::iter(
        &py::construct::range(&py::pos(&[alo.clone(), ahi.clone()]))?,
    )?;
    while let Some(i) = iter_33.next()? {
        let newj2len = py::dict([])?;
        let mut iter_35 = py::iter::iter(
            &b2j.method("get", &[a.item(&i)?, nothing.clone()])?,
        )?;
        while let Some(j) = iter_35.next()? {
            if j.is_lt(&blo)? {
                continue;
            }
            if j.is_ge(&bhi)? {
                break;
            }
            let value_37 = j2len
                .method("get", &[j.sub(&Value::Int(1))?, Value::Int(0)])?
                .add(&Value::Int(1))?;
            k = value_37.clone();
            let value_38 = value_37.clone();
            newj2len.set_item(j.clone(), value_38)?;
            if k.is_gt(&bestsize)? {
                let [item_39, item_40, item_41] = py::unpack::<
                    3,
                >(
                    &py::tuple([
                        i.sub(&k)?.add(&Value::Int(1))?,
                        j.sub(&k)?.add(&Value::Int(1))?,
                        k.clone(),
                    ]),
                )?;
                besti = item_39;
                bestj = item_40;
                bestsize = item_41;
            }
        }
        drop(iter_35);
        j2len = newj2len.clone();
    }
    while besti.is_gt(&alo)? && bestj.is_gt(&blo)?
        && !py::contained(&b.item(&bestj.sub(&Value::Int(1))?)?, &junk)?
        && a
            .item(&besti.sub(&Value::Int(1))?)?
            .is_eq(&b.item(&bestj.sub(&Value::Int(1))?)?)?
    {
        let [item_43, item_44, item_45] = py::unpack::<
            3,
        >(
            &py::tuple([
                besti.sub(&Value::Int(1))?,
                bestj.sub(&Value::Int(1))?,
                bestsize.add(&Value::Int(1))?,
            ]),
        )?;
        besti = item_43;
        bestj = item_44;
        bestsize = item_45;
    }
    while besti.add(&bestsize)?.is_lt(&ahi)? && bestj.add(&bestsize)?.is_lt(&bhi)?
        && !py::contained(&b.item(&bestj.add(&bestsize)?)?, &junk)?
        && a.item(&besti.add(&bestsize)?)?.is_eq(&b.item(&bestj.add(&bestsize)?)?)?
    {
        bestsize.add_assign(&Value::Int(1))?;
    }
    while besti.is_gt(&alo)? && bestj.is_gt(&blo)?
        && py::contained(&b.item(&bestj.sub(&Value::Int(1))?)?, &junk)?
        && a
            .item(&besti.sub(&Value::Int(1))?)?
            .is_eq(&b.item(&bestj.sub(&Value::Int(1))?)?)?
    {
        let [item_48, item_49, item_50] = py::unpack::<
            3,
        >(
            &py::tuple([
                besti.sub(&Value::Int(1))?,
                bestj.sub(&Value::Int(1))?,
                bestsize.add(&Value::Int(1))?,
            ]),
        )?;
        besti = item_48;
        bestj = item_49;
        bestsize = item_50;
    }
    while besti.add(&bestsize)?.is_lt(&ahi)? && bestj.add(&bestsize)?.is_lt(&bhi)?
        && py::contained(&b.item(&bestj.add(&bestsize)?)?, &junk)?
        && a.item(&besti.add(&bestsize)?)?.is_eq(&b.item(&bestj.add(&bestsize)?)?)?
    {
        bestsize.add_assign(&Value::Int(1))?;
    }
    Ok(
        py::call::call(
            &global::Match.load()?,
            &py::pos(&[besti.clone(), bestj.clone(), bestsize.clone()]),
        )?,
    )
}

pub(crate) fn sequence_matcher_get_matching_blocks(self_: Value) -> R {
    let mut ahi = Value::Unbound;
    let mut alo = Value::Unbound;
    let mut bhi = Value::Unbound;
    let mut blo = Value::Unbound;
    let mut i = Value::Unbound;
    let mut i1 = Value::Unbound;
    let mut i2 = Value::Unbound;
    let mut j = Value::Unbound;
    let mut j1 = Value::Unbound;
    let mut j2 = Value::Unbound;
    let mut k = Value::Unbound;
    let mut k1 = Value::Unbound;
    let mut k2 = Value::Unbound;
    let mut la = Value::Unbound;
    let mut lb = Value::Unbound;
    let mut x = Value::Unbound;
    if !self_.attr("matching_blocks")?.is(&Value::None) {
        return Ok(self_.attr("matching_blocks")?);
    }
    let [item_53, item_54] = py::unpack::<
        2,
    >(
        &py::tuple([
            Value::from(py::builtins::len(&self_.attr("a")?)?),
            Value::from(py::builtins::len(&self_.attr("b")?)?),
        ]),
    )?;
    la = item_53;
    lb = item_54;
    let queue = py::list([
        py::tuple([Value::Int(0), la.clone(), Value::Int(0), lb.clone()]),
    ]);
    let blocks = py::list([]);
    while queue.truth()? {
        let [item_56, item_57, item_58, item_59] = py::unpack::<
            4,
        >(&queue.method("pop", &[])?)?;
        alo = item_56;
        ahi = item_57;
        blo = item_58;
        bhi = item_59;
        let value_60 = self_
            .method(
                "find_longest_match",
                &[alo.clone(), ahi.clone(), blo.clone(), bhi.clone()],
            )?;
        let [item_61, item_62, item_63] = py::unpack::<3>(&value_60.clone())?;
        i = item_61;
        j = item_62;
        k = item_63;
        x = value_60.clone();
        if k.truth()? {
            blocks.method("append", &[x.clone()])?;
            if alo.is_lt(&i)? && blo.is_lt(&j)? {
                queue
                    .method(
                        "append",
                        &[py::tuple([alo.clone(), i.clone(), blo.clone(), j.clone()])],
                    )?;
            }
            if i.add(&k)?.is_lt(&ahi)? && j.add(&k)?.is_lt(&bhi)? {
                queue
                    .method(
                        "append",
                        &[py::tuple([i.add(&k)?, ahi.clone(), j.add(&k)?, bhi.clone()])],
                    )?;
            }
        }
    }
    blocks.method("sort", &[])?;
    let value_64 = Value::Int(0);
    i1 = value_64.clone();
    j1 = value_64.clone();
    k1 = value_64.clone();
    let joined = py::list([]);
    let mut iter_65 = py::iter::iter(&blocks)?;
    while let Some(item_66) = iter_65.next()? {
        let [item_67, item_68, item_69] = py::unpack::<3>(&item_66)?;
        i2 = item_67;
        j2 = item_68;
        k2 = item_69;
        if i1.add(&k1)?.is_eq(&i2)? && j1.add(&k1)?.is_eq(&j2)? {
            k1.add_assign(&k2)?;
        } else {
            if k1.truth()? {
                joined
                    .method(
                        "append",
                        &[py::tuple([i1.clone(), j1.clone(), k1.clone()])],
                    )?;
            }
            let [item_71, item_72, item_73] = py::unpack::<
                3,
            >(&py::tuple([i2.clone(), j2.clone(), k2.clone()]))?;
            i1 = item_71;
            j1 = item_72;
            k1 = item_73;
        }
    }
    if k1.truth()? {
        joined.method("append", &[py::tuple([i1.clone(), j1.clone(), k1.clone()])])?;
    }
    joined.method("append", &[py::tuple([la.clone(), lb.clone(), Value::Int(0)])])?;
    self_
        .set_attr(
            "matching_blocks",
            {
                let mut out_74 = Vec::new();
                let mut iter_75 = py::iter::iter(&joined)?;
                while let Some(t) = iter_75.next()? {
                    out_74
                        .push({
                            let function_76 = global::Match.load()?;
                            let args_77: Vec<Value> = {
                                let mut items_79 = Vec::new();
                                items_79.extend(py::iter::to_vec(&t)?);
                                items_79
                            };
                            py::call::call(&function_76, &py::pos(&args_77))?
                        });
                }
                Value::list(out_74)
            },
        )?;
    Ok(self_.attr("matching_blocks")?)
}

pub(crate) fn sequence_matcher_get_opcodes(self_: Value) -> R {
    let mut ai = Value::Unbound;
    let mut answer = Value::Unbound;
    let mut bj = Value::Unbound;
    let mut i = Value::Unbound;
    let mut j = Value::Unbound;
    let mut size = Value::Unbound;
    if !self_.attr("opcodes")?.is(&Value::None) {
        return Ok(self_.attr("opcodes")?);
    }
    let value_80 = Value::Int(0);
    i = value_80.clone();
    j = value_80.clone();
    let value_81 = py::list([]);
    self_.set_attr("opcodes", value_81.clone())?;
    answer = value_81.clone();
    let mut iter_82 = py::iter::iter(&self_.method("get_matching_blocks", &[])?)?;
    while let Some(item_83) = iter_82.next()? {
        let [item_84, item_85, item_86] = py::unpack::<3>(&item_83)?;
        ai = item_84;
        bj = item_85;
        size = item_86;
        let mut tag = Value::str("");
        if i.is_lt(&ai)? && j.is_lt(&bj)? {
            tag = Value::str("replace");
        } else if i.is_lt(&ai)? {
            tag = Value::str("delete");
        } else if j.is_lt(&bj)? {
            tag = Value::str("insert");
        }
        if tag.truth()? {
            answer
                .method(
                    "append",
                    &[
                        py::tuple([
                            tag.clone(),
                            i.clone(),
                            ai.clone(),
                            j.clone(),
                            bj.clone(),
                        ]),
                    ],
                )?;
        }
        let [item_88, item_89] = py::unpack::<
            2,
        >(&py::tuple([ai.add(&size)?, bj.add(&size)?]))?;
        i = item_88;
        j = item_89;
        if size.truth()? {
            answer
                .method(
                    "append",
                    &[
                        py::tuple([
                            Value::str("equal"),
                            ai.clone(),
                            i.clone(),
                            bj.clone(),
                            j.clone(),
                        ]),
                    ],
                )?;
        }
    }
    Ok(answer.clone())
}

pub(crate) fn sequence_matcher_get_grouped_opcodes(self_: Value, n: Value) -> R {
    Ok({
        async fn body_112(yielder: py::Yielder, self_: Value, n: Value) -> R {
            let mut i1 = Value::Unbound;
            let mut i2 = Value::Unbound;
            let mut j1 = Value::Unbound;
            let mut j2 = Value::Unbound;
            let mut tag = Value::Unbound;
            let mut codes = py::construct::list(
                &py::pos(&[self_.method("get_opcodes", &[])?]),
            )?;
            if !codes.truth()? {
                codes = py::list([
                    py::tuple([
                        Value::str("equal"),
                        Value::Int(0),
                        Value::Int(1),
                        Value::Int(0),
                        Value::Int(1),
                    ]),
                ]);
            }
            if codes
                .item(&Value::Int(0))?
                .item(&Value::Int(0))?
                .is_eq(&Value::str("equal"))?
            {
                let [item_90, item_91, item_92, item_93, item_94] = py::unpack::<
                    5,
                >(&codes.item(&Value::Int(0))?)?;
                tag = item_90;
                i1 = item_91;
                i2 = item_92;
                j1 = item_93;
                j2 = item_94;
                let value_95 = py::tuple([
                    tag.clone(),
                    py::builtins::max(&py::pos(&[i1.clone(), i2.sub(&n)?]))?,
                    i2.clone(),
                    py::builtins::max(&py::pos(&[j1.clone(), j2.sub(&n)?]))?,
                    j2.clone(),
                ]);
                codes.set_item(Value::Int(0), value_95)?;
            }
            if codes
                .item(&Value::Int(-1))?
                .item(&Value::Int(0))?
                .is_eq(&Value::str("equal"))?
            {
                let [item_96, item_97, item_98, item_99, item_100] = py::unpack::<
                    5,
                >(&codes.item(&Value::Int(-1))?)?;
                tag = item_96;
                i1 = item_97;
                i2 = item_98;
                j1 = item_99;
                j2 = item_100;
                let value_101 = py::tuple([
                    tag.clone(),
                    i1.clone(),
                    py::builtins::min(&py::pos(&[i2.clone(), i1.add(&n)?]))?,
                    j1.clone(),
                    py::builtins::min(&py::pos(&[j2.clone(), j1.add(&n)?]))?,
                ]);
                codes.set_item(Value::Int(-1), value_101)?;
            }
            let mut group = py::list([]);
            let mut iter_102 = py::iter::iter(&codes)?;
            while let Some(item_103) = iter_102.next()? {
                let [item_104, item_105, item_106, item_107, item_108] = py::unpack::<
                    5,
                >(&item_103)?;
                tag = item_104;
                i1 = item_105;
                i2 = item_106;
                j1 = item_107;
                j2 = item_108;
                if tag.is_eq(&Value::str("equal"))? && i2.sub(&i1)?.is_gt(&n.add(&n)?)? {
                    group
                        .method(
                            "append",
                            &[
                                py::tuple([
                                    tag.clone(),
                                    i1.clone(),
                                    py::builtins::min(&py::pos(&[i2.clone(), i1.add(&n)?]))?,
                                    j1.clone(),
                                    py::builtins::min(&py::pos(&[j2.clone(), j1.add(&n)?]))?,
                                ]),
                            ],
                        )?;
                    yielder.give(group.clone()).await?;
                    group = py::list([]);
                    let [item_110, item_111] = py::unpack::<
                        2,
                    >(
                        &py::tuple([
                            py::builtins::max(&py::pos(&[i1.clone(), i2.sub(&n)?]))?,
                            py::builtins::max(&py::pos(&[j1.clone(), j2.sub(&n)?]))?,
                        ]),
                    )?;
                    i1 = item_110;
                    j1 = item_111;
                }
                group
                    .method(
                        "append",
                        &[
                            py::tuple([
                                tag.clone(),
                                i1.clone(),
                                i2.clone(),
                                j1.clone(),
                                j2.clone(),
                            ]),
                        ],
                    )?;
            }
            if group.truth()?
                && !(Value::from(py::builtins::len(&group)?).is_eq(&Value::Int(1))?
                    && group
                        .item(&Value::Int(0))?
                        .item(&Value::Int(0))?
                        .is_eq(&Value::str("equal"))?)
            {
                yielder.give(group.clone()).await?;
            }
            Ok(Value::None)
        }
        py::generator("get_grouped_opcodes", move |yielder| body_112(yielder, self_, n))
    })
}

pub(crate) fn sequence_matcher_ratio(self_: Value) -> R {
    Ok(
        _ratio(
            py::builtins::sum(
                &py::pos(
                    &[
                        {
                            async fn body_115(yielder: py::Yielder, u2e0: Value) -> R {
                                let mut iter_113 = py::iter::iter(&u2e0)?;
                                while let Some(block) = iter_113.next()? {
                                    yielder.give(block.item(&Value::Int(-1))?).await?;
                                }
                                Ok(Value::None)
                            }
                            let arg_116 = py::iter::started(
                                &self_.method("get_matching_blocks", &[])?,
                            )?;
                            py::generator(
                                "<genexpr>",
                                move |yielder| body_115(yielder, arg_116),
                            )
                        },
                    ],
                ),
            )?,
            Value::from(py::builtins::len(&self_.attr("a")?)?)
                .add(&Value::from(py::builtins::len(&self_.attr("b")?)?))?,
        )?,
    )
}

pub(crate) fn sequence_matcher_quick_ratio(self_: Value) -> R {
    let mut item = Value::Unbound;
    let full = py::dict([])?;
    let mut iter_117 = py::iter::iter(&self_.attr("b")?)?;
    while let Some(item_118) = iter_117.next()? {
        item = item_118;
        let value_120 = full
            .method("get", &[item.clone(), Value::Int(0)])?
            .add(&Value::Int(1))?;
        full.set_item(item.clone(), value_120)?;
    }
    let avail = py::dict([])?;
    let mut matches = Value::Int(0);
    let mut iter_121 = py::iter::iter(&self_.attr("a")?)?;
    while let Some(item_122) = iter_121.next()? {
        item = item_122;
        let left = if py::contained(&item, &avail)? {
            avail.item(&item)?
        } else {
            full.method("get", &[item.clone(), Value::Int(0)])?
        };
        let value_124 = left.sub(&Value::Int(1))?;
        avail.set_item(item.clone(), value_124)?;
        if left.is_gt(&Value::Int(0))? {
            matches.add_assign(&Value::Int(1))?;
        }
    }
    Ok(
        _ratio(
            matches.clone(),
            Value::from(py::builtins::len(&self_.attr("a")?)?)
                .add(&Value::from(py::builtins::len(&self_.attr("b")?)?))?,
        )?,
    )
}

pub(crate) fn sequence_matcher_real_quick_ratio(self_: Value) -> R {
    let mut la = Value::Unbound;
    let mut lb = Value::Unbound;
    let [item_125, item_126] = py::unpack::<
        2,
    >(
        &py::tuple([
            Value::from(py::builtins::len(&self_.attr("a")?)?),
            Value::from(py::builtins::len(&self_.attr("b")?)?),
        ]),
    )?;
    la = item_125;
    lb = item_126;
    Ok(_ratio(py::builtins::min(&py::pos(&[la.clone(), lb.clone()]))?, la.add(&lb)?)?)
}

pub(crate) fn get_close_matches(
    word: Value,
    possibilities: Value,
    n: Value,
    cutoff: Value,
) -> R {
    if !n.is_gt(&Value::Int(0))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!("n must be > 0: {}", py::fmt(& n, 'r', "") ?),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    if !{
        let left_128 = Value::Float(0.0);
        {
            let right_129 = cutoff.clone();
            left_128.is_le(&right_129)?
                && {
                    let right_130 = Value::Float(1.0);
                    right_129.is_le(&right_130)?
                }
        }
    } {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(
                        &[
                            Value::str(
                                format!(
                                    "cutoff must be in [0.0, 1.0]: {}", py::fmt(& cutoff, 'r',
                                    "") ?
                                ),
                            ),
                        ],
                    ),
                )?,
            )?,
        );
    }
    let result = py::list([]);
    let s = py::call::call(&global::SequenceMatcher.load()?, &py::Args::none())?;
    s.method("set_seq2", &[word.clone()])?;
    let mut iter_133 = py::iter::iter(&possibilities)?;
    while let Some(x) = iter_133.next()? {
        s.method("set_seq1", &[x.clone()])?;
        if s.method("real_quick_ratio", &[])?.is_ge(&cutoff)?
            && s.method("quick_ratio", &[])?.is_ge(&cutoff)?
            && s.method("ratio", &[])?.is_ge(&cutoff)?
        {
            result.method("append", &[py::tuple([s.method("ratio", &[])?, x.clone()])])?;
        }
    }
    {
        let object_135 = result.clone();
        py::call::call_method_with(
            &object_135,
            "sort",
            &py::Args {
                pos: &[],
                kw: &[("reverse", Value::Bool(true))],
            },
        )?;
    }
    Ok({
        let mut out_136 = Vec::new();
        let mut iter_137 = py::iter::iter(
            &result.item(&py::item::slice(Value::None, n.clone(), Value::None))?,
        )?;
        while let Some(item_138) = iter_137.next()? {
            let mut score = Value::Unbound;
            let mut x = Value::Unbound;
            let [item_139, item_140] = py::unpack::<2>(&item_138)?;
            score = item_139;
            x = item_140;
            out_136.push(x.clone());
        }
        Value::list(out_136)
    })
}

pub(crate) fn _range_unified(start: Value, stop: Value) -> R {
    let mut beginning = start.add(&Value::Int(1))?;
    let length = stop.sub(&start)?;
    if length.is_eq(&Value::Int(1))? {
        return Ok(py::construct::str(&py::pos(&[beginning.clone()]))?);
    }
    if !length.truth()? {
        beginning.sub_assign(&Value::Int(1))?;
    }
    Ok(Value::str(format!("{},{}", py::show(& beginning) ?, py::show(& length) ?)))
}

pub(crate) fn unified_diff(
    a: Value,
    b: Value,
    fromfile: Value,
    tofile: Value,
    fromfiledate: Value,
    tofiledate: Value,
    n: Value,
    lineterm: Value,
) -> R {
    Ok({
        async fn body_163(
            yielder: py::Yielder,
            a: Value,
            b: Value,
            fromfile: Value,
            tofile: Value,
            fromfiledate: Value,
            tofiledate: Value,
            n: Value,
            lineterm: Value,
        ) -> R {
            let mut first = Value::Unbound;
            let mut i1 = Value::Unbound;
            let mut i2 = Value::Unbound;
            let mut j1 = Value::Unbound;
            let mut j2 = Value::Unbound;
            let mut last = Value::Unbound;
            let mut line = Value::Unbound;
            let mut tag = Value::Unbound;
            let mut started = Value::Bool(false);
            let mut iter_141 = py::iter::iter(
                &py::call::call(
                        &global::SequenceMatcher.load()?,
                        &py::pos(&[Value::None, a.clone(), b.clone()]),
                    )?
                    .method("get_grouped_opcodes", &[n.clone()])?,
            )?;
            while let Some(group) = iter_141.next()? {
                if !started.truth()? {
                    started = Value::Bool(true);
                    let fromdate = if fromfiledate.truth()? {
                        Value::str(format!("\t{}", py::show(& fromfiledate) ?))
                    } else {
                        Value::str("")
                    };
                    let todate = if tofiledate.truth()? {
                        Value::str(format!("\t{}", py::show(& tofiledate) ?))
                    } else {
                        Value::str("")
                    };
                    yielder
                        .give(
                            Value::str(
                                format!(
                                    "--- {}{}{}", py::show(& fromfile) ?, py::show(& fromdate)
                                    ?, py::show(& lineterm) ?
                                ),
                            ),
                        )
                        .await?;
                    yielder
                        .give(
                            Value::str(
                                format!(
                                    "+++ {}{}{}", py::show(& tofile) ?, py::show(& todate) ?,
                                    py::show(& lineterm) ?
                                ),
                            ),
                        )
                        .await?;
                }
                let [item_144, item_145] = py::unpack::<
                    2,
                >(
                    &py::tuple([
                        group.item(&Value::Int(0))?,
                        group.item(&Value::Int(-1))?,
                    ]),
                )?;
                first = item_144;
                last = item_145;
                yielder
                    .give(
                        Value::str(
                            format!(
                                "@@ -{} +{} @@{}", py::show(& _range_unified(first.item(&
                                Value::Int(1)) ?, last.item(& Value::Int(2)) ?) ?) ?,
                                py::show(& _range_unified(first.item(& Value::Int(3)) ?,
                                last.item(& Value::Int(4)) ?) ?) ?, py::show(& lineterm) ?
                            ),
                        ),
                    )
                    .await?;
                let mut iter_146 = py::iter::iter(&group)?;
                while let Some(item_147) = iter_146.next()? {
                    let [item_148, item_149, item_150, item_151, item_152] = py::unpack::<
                        5,
                    >(&item_147)?;
                    tag = item_148;
                    i1 = item_149;
                    i2 = item_150;
                    j1 = item_151;
                    j2 = item_152;
                    if tag.is_eq(&Value::str("equal"))? {
                        let mut iter_154 = py::iter::iter(
                            &a
                                .item(
                                    &py::item::slice(i1.clone(), i2.clone(), Value::None),
                                )?,
                        )?;
                        while let Some(item_155) = iter_154.next()? {
                            line = item_155;
                            yielder.give(Value::str(" ").add(&line)?).await?;
                        }
                        continue;
                    }
                    if py::contained(
                        &tag,
                        &py::tuple([Value::str("replace"), Value::str("delete")]),
                    )? {
                        let mut iter_157 = py::iter::iter(
                            &a
                                .item(
                                    &py::item::slice(i1.clone(), i2.clone(), Value::None),
                                )?,
                        )?;
                        while let Some(item_158) = iter_157.next()? {
                            line = item_158;
                            yielder.give(Value::str("-").add(&line)?).await?;
                        }
                    }
                    if py::contained(
                        &tag,
                        &py::tuple([Value::str("replace"), Value::str("insert")]),
                    )? {
                        let mut iter_160 = py::iter::iter(
                            &b
                                .item(
                                    &py::item::slice(j1.clone(), j2.clone(), Value::None),
                                )?,
                        )?;
                        while let Some(item_161) = iter_160.next()? {
                            line = item_161;
                            yielder.give(Value::str("+").add(&line)?).await?;
                        }
                    }
                }
            }
            Ok(Value::None)
        }
        py::generator(
            "unified_diff",
            move |yielder| body_163(
                yielder,
                a,
                b,
                fromfile,
                tofile,
                fromfiledate,
                tofiledate,
                n,
                lineterm,
            ),
        )
    })
}

pub(crate) fn _range_context(start: Value, stop: Value) -> R {
    let mut beginning = start.add(&Value::Int(1))?;
    let length = stop.sub(&start)?;
    if !length.truth()? {
        beginning.sub_assign(&Value::Int(1))?;
    }
    if length.is_le(&Value::Int(1))? {
        return Ok(py::construct::str(&py::pos(&[beginning.clone()]))?);
    }
    Ok(
        Value::str(
            format!(
                "{},{}", py::show(& beginning) ?, py::show(& beginning.add(& length)
                ?.sub(& Value::Int(1)) ?) ?
            ),
        ),
    )
}

pub(crate) fn context_diff(
    a: Value,
    b: Value,
    fromfile: Value,
    tofile: Value,
    fromfiledate: Value,
    tofiledate: Value,
    n: Value,
    lineterm: Value,
) -> R {
    Ok({
        async fn body_211(
            yielder: py::Yielder,
            a: Value,
            b: Value,
            fromfile: Value,
            tofile: Value,
            fromfiledate: Value,
            tofiledate: Value,
            n: Value,
            lineterm: Value,
        ) -> R {
            let mut __ = Value::Unbound;
            let mut first = Value::Unbound;
            let mut i1 = Value::Unbound;
            let mut i2 = Value::Unbound;
            let mut j1 = Value::Unbound;
            let mut j2 = Value::Unbound;
            let mut last = Value::Unbound;
            let mut line = Value::Unbound;
            let mut tag = Value::Unbound;
            let prefix = py::dict([
                (Value::str("insert"), Value::str("+ ")),
                (Value::str("delete"), Value::str("- ")),
                (Value::str("replace"), Value::str("! ")),
                (Value::str("equal"), Value::str("  ")),
            ])?;
            let mut started = Value::Bool(false);
            let mut iter_164 = py::iter::iter(
                &py::call::call(
                        &global::SequenceMatcher.load()?,
                        &py::pos(&[Value::None, a.clone(), b.clone()]),
                    )?
                    .method("get_grouped_opcodes", &[n.clone()])?,
            )?;
            while let Some(group) = iter_164.next()? {
                if !started.truth()? {
                    started = Value::Bool(true);
                    let fromdate = if fromfiledate.truth()? {
                        Value::str(format!("\t{}", py::show(& fromfiledate) ?))
                    } else {
                        Value::str("")
                    };
                    let todate = if tofiledate.truth()? {
                        Value::str(format!("\t{}", py::show(& tofiledate) ?))
                    } else {
                        Value::str("")
                    };
                    yielder
                        .give(
                            Value::str(
                                format!(
                                    "*** {}{}{}", py::show(& fromfile) ?, py::show(& fromdate)
                                    ?, py::show(& lineterm) ?
                                ),
                            ),
                        )
                        .await?;
                    yielder
                        .give(
                            Value::str(
                                format!(
                                    "--- {}{}{}", py::show(& tofile) ?, py::show(& todate) ?,
                                    py::show(& lineterm) ?
                                ),
                            ),
                        )
                        .await?;
                }
                let [item_167, item_168] = py::unpack::<
                    2,
                >(
                    &py::tuple([
                        group.item(&Value::Int(0))?,
                        group.item(&Value::Int(-1))?,
                    ]),
                )?;
                first = item_167;
                last = item_168;
                yielder.give(Value::str("***************").add(&lineterm)?).await?;
                yielder
                    .give(
                        Value::str(
                            format!(
                                "*** {} ****{}", py::show(& _range_context(first.item(&
                                Value::Int(1)) ?, last.item(& Value::Int(2)) ?) ?) ?,
                                py::show(& lineterm) ?
                            ),
                        ),
                    )
                    .await?;
                if py::builtins::any(
                        &py::pos(
                            &[
                                {
                                    async fn body_177(yielder: py::Yielder, u2e0: Value) -> R {
                                        let mut __ = Value::Unbound;
                                        let mut tag = Value::Unbound;
                                        let mut iter_169 = py::iter::iter(&u2e0)?;
                                        while let Some(item_170) = iter_169.next()? {
                                            let [item_171, item_172, item_173, item_174, item_175] = py::unpack::<
                                                5,
                                            >(&item_170)?;
                                            tag = item_171;
                                            __ = item_172;
                                            __ = item_173;
                                            __ = item_174;
                                            __ = item_175;
                                            yielder
                                                .give(
                                                    Value::Bool(
                                                        py::contained(
                                                            &tag,
                                                            &py::tuple([Value::str("replace"), Value::str("delete")]),
                                                        )?,
                                                    ),
                                                )
                                                .await?;
                                        }
                                        Ok(Value::None)
                                    }
                                    let arg_178 = py::iter::started(&group.clone())?;
                                    py::generator(
                                        "<genexpr>",
                                        move |yielder| body_177(yielder, arg_178),
                                    )
                                },
                            ],
                        ),
                    )?
                    .truth()?
                {
                    let mut iter_179 = py::iter::iter(&group)?;
                    while let Some(item_180) = iter_179.next()? {
                        let [item_181, item_182, item_183, item_184, item_185] = py::unpack::<
                            5,
                        >(&item_180)?;
                        tag = item_181;
                        i1 = item_182;
                        i2 = item_183;
                        __ = item_184;
                        __ = item_185;
                        if tag.is_ne(&Value::str("insert"))? {
                            let mut iter_187 = py::iter::iter(
                                &a
                                    .item(
                                        &py::item::slice(i1.clone(), i2.clone(), Value::None),
                                    )?,
                            )?;
                            while let Some(item_188) = iter_187.next()? {
                                line = item_188;
                                yielder.give(prefix.item(&tag)?.add(&line)?).await?;
                            }
                        }
                    }
                }
                yielder
                    .give(
                        Value::str(
                            format!(
                                "--- {} ----{}", py::show(& _range_context(first.item(&
                                Value::Int(3)) ?, last.item(& Value::Int(4)) ?) ?) ?,
                                py::show(& lineterm) ?
                            ),
                        ),
                    )
                    .await?;
                if py::builtins::any(
                        &py::pos(
                            &[
                                {
                                    async fn body_198(yielder: py::Yielder, u2e0: Value) -> R {
                                        let mut __ = Value::Unbound;
                                        let mut tag = Value::Unbound;
                                        let mut iter_190 = py::iter::iter(&u2e0)?;
                                        while let Some(item_191) = iter_190.next()? {
                                            let [item_192, item_193, item_194, item_195, item_196] = py::unpack::<
                                                5,
                                            >(&item_191)?;
                                            tag = item_192;
                                            __ = item_193;
                                            __ = item_194;
                                            __ = item_195;
                                            __ = item_196;
                                            yielder
                                                .give(
                                                    Value::Bool(
                                                        py::contained(
                                                            &tag,
                                                            &py::tuple([Value::str("replace"), Value::str("insert")]),
                                                        )?,
                                                    ),
                                                )
                                                .await?;
                                        }
                                        Ok(Value::None)
                                    }
                                    let arg_199 = py::iter::started(&group.clone())?;
                                    py::generator(
                                        "<genexpr>",
                                        move |yielder| body_198(yielder, arg_199),
                                    )
                                },
                            ],
                        ),
                    )?
                    .truth()?
                {
                    let mut iter_200 = py::iter::iter(&group)?;
                    while let Some(item_201) = iter_200.next()? {
                        let [item_202, item_203, item_204, item_205, item_206] = py::unpack::<
                            5,
                        >(&item_201)?;
                        tag = item_202;
                        __ = item_203;
                        __ = item_204;
                        j1 = item_205;
                        j2 = item_206;
                        if tag.is_ne(&Value::str("delete"))? {
                            let mut iter_208 = py::iter::iter(
                                &b
                                    .item(
                                        &py::item::slice(j1.clone(), j2.clone(), Value::None),
                                    )?,
                            )?;
                            while let Some(item_209) = iter_208.next()? {
                                line = item_209;
                                yielder.give(prefix.item(&tag)?.add(&line)?).await?;
                            }
                        }
                    }
                }
            }
            Ok(Value::None)
        }
        py::generator(
            "context_diff",
            move |yielder| body_211(
                yielder,
                a,
                b,
                fromfile,
                tofile,
                fromfiledate,
                tofiledate,
                n,
                lineterm,
            ),
        )
    })
}

pub(crate) fn is_line_junk(line: Value) -> R {
    Ok(
        Value::Bool(
            py::contained(
                &line.method("strip", &[])?,
                &py::tuple([Value::str(""), Value::str("#")]),
            )?,
        ),
    )
}

pub(crate) fn is_character_junk(ch: Value, ws: Value) -> R {
    Ok(Value::Bool(py::contained(&ch, &ws)?))
}

pub(crate) fn differ_init(self_: Value, linejunk: Value, charjunk: Value) -> R {
    self_.set_attr("linejunk", linejunk.clone())?;
    self_.set_attr("charjunk", charjunk.clone())?;
    Ok(Value::None)
}

pub(crate) fn differ_compare(self_: Value, a: Value, b: Value) -> R {
    Ok({
        async fn body_221(yielder: py::Yielder, self_: Value, a: Value, b: Value) -> R {
            let mut ahi = Value::Unbound;
            let mut alo = Value::Unbound;
            let mut bhi = Value::Unbound;
            let mut blo = Value::Unbound;
            let mut tag = Value::Unbound;
            let cruncher = py::call::call(
                &global::SequenceMatcher.load()?,
                &py::pos(&[self_.attr("linejunk")?, a.clone(), b.clone()]),
            )?;
            let mut iter_213 = py::iter::iter(&cruncher.method("get_opcodes", &[])?)?;
            while let Some(item_214) = iter_213.next()? {
                let [item_215, item_216, item_217, item_218, item_219] = py::unpack::<
                    5,
                >(&item_214)?;
                tag = item_215;
                alo = item_216;
                ahi = item_217;
                blo = item_218;
                bhi = item_219;
                if tag.is_eq(&Value::str("replace"))? {
                    yielder
                        .give_all(
                            self_
                                .method(
                                    "_fancy_replace",
                                    &[
                                        a.clone(),
                                        alo.clone(),
                                        ahi.clone(),
                                        b.clone(),
                                        blo.clone(),
                                        bhi.clone(),
                                    ],
                                )?,
                        )
                        .await?;
                } else if tag.is_eq(&Value::str("delete"))? {
                    yielder
                        .give_all(
                            self_
                                .method(
                                    "_dump",
                                    &[Value::str("-"), a.clone(), alo.clone(), ahi.clone()],
                                )?,
                        )
                        .await?;
                } else if tag.is_eq(&Value::str("insert"))? {
                    yielder
                        .give_all(
                            self_
                                .method(
                                    "_dump",
                                    &[Value::str("+"), b.clone(), blo.clone(), bhi.clone()],
                                )?,
                        )
                        .await?;
                } else {
                    yielder
                        .give_all(
                            self_
                                .method(
                                    "_dump",
                                    &[Value::str(" "), a.clone(), alo.clone(), ahi.clone()],
                                )?,
                        )
                        .await?;
                }
            }
            Ok(Value::None)
        }
        py::generator("compare", move |yielder| body_221(yielder, self_, a, b))
    })
}

pub(crate) fn differ_dump(
    self_: Value,
    tag: Value,
    x: Value,
    lo: Value,
    hi: Value,
) -> R {
    Ok({
        async fn body_224(
            yielder: py::Yielder,
            self_: Value,
            tag: Value,
            x: Value,
            lo: Value,
            hi: Value,
        ) -> R {
            let mut iter_222 = py::iter::iter(
                &py::construct::range(&py::pos(&[lo.clone(), hi.clone()]))?,
            )?;
            while let Some(i) = iter_222.next()? {
                yielder
                    .give(
                        Value::str(
                            format!(
                                "{} {}", py::show(& tag) ?, py::show(& x.item(& i) ?) ?
                            ),
                        ),
                    )
                    .await?;
            }
            Ok(Value::None)
        }
        py::generator("_dump", move |yielder| body_224(yielder, self_, tag, x, lo, hi))
    })
}

pub(crate) fn differ_plain_replace(
    self_: Value,
    a: Value,
    alo: Value,
    ahi: Value,
    b: Value,
    blo: Value,
    bhi: Value,
) -> R {
    Ok({
        async fn body_225(
            yielder: py::Yielder,
            self_: Value,
            a: Value,
            alo: Value,
            ahi: Value,
            b: Value,
            blo: Value,
            bhi: Value,
        ) -> R {
            if bhi.sub(&blo)?.is_lt(&ahi.sub(&alo)?)? {
                yielder
                    .give_all(
                        self_
                            .method(
                                "_dump",
                                &[Value::str("+"), b.clone(), blo.clone(), bhi.clone()],
                            )?,
                    )
                    .await?;
                yielder
                    .give_all(
                        self_
                            .method(
                                "_dump",
                                &[Value::str("-"), a.clone(), alo.clone(), ahi.clone()],
                            )?,
                    )
                    .await?;
            } else {
                yielder
                    .give_all(
                        self_
                            .method(
                                "_dump",
                                &[Value::str("-"), a.clone(), alo.clone(), ahi.clone()],
                            )?,
                    )
                    .await?;
                yielder
                    .give_all(
                        self_
                            .method(
                                "_dump",
                                &[Value::str("+"), b.clone(), blo.clone(), bhi.clone()],
                            )?,
                    )
                    .await?;
            }
            Ok(Value::None)
        }
        py::generator(
            "_plain_replace",
            move |yielder| body_225(yielder, self_, a, alo, ahi, b, blo, bhi),
        )
    })
}

pub(crate) fn differ_fancy_replace(
    self_: Value,
    a: Value,
    alo: Value,
    ahi: Value,
    b: Value,
    blo: Value,
    bhi: Value,
) -> R {
    Ok({
        async fn body_257(
            yielder: py::Yielder,
            self_: Value,
            a: Value,
            alo: Value,
            ahi: Value,
            b: Value,
            blo: Value,
            bhi: Value,
        ) -> R {
            let mut aelt = Value::Unbound;
            let mut ai1 = Value::Unbound;
            let mut ai2 = Value::Unbound;
            let mut atags = Value::Unbound;
            let mut belt = Value::Unbound;
            let mut best_i = Value::Unbound;
            let mut best_j = Value::Unbound;
            let mut best_ratio = Value::Unbound;
            let mut bj1 = Value::Unbound;
            let mut bj2 = Value::Unbound;
            let mut btags = Value::Unbound;
            let mut cutoff = Value::Unbound;
            let mut eqi = Value::Unbound;
            let mut eqj = Value::Unbound;
            let mut la = Value::Unbound;
            let mut lb = Value::Unbound;
            let mut tag = Value::Unbound;
            let [item_226, item_227] = py::unpack::<
                2,
            >(&py::tuple([Value::Float(0.74), Value::Float(0.75)]))?;
            best_ratio = item_226;
            cutoff = item_227;
            let cruncher = py::call::call(
                &global::SequenceMatcher.load()?,
                &py::pos(&[self_.attr("charjunk")?]),
            )?;
            let [item_229, item_230] = py::unpack::<
                2,
            >(&py::tuple([Value::None, Value::None]))?;
            eqi = item_229;
            eqj = item_230;
            let value_231 = Value::None;
            best_i = value_231.clone();
            best_j = value_231.clone();
            let mut iter_232 = py::iter::iter(
                &py::construct::range(&py::pos(&[blo.clone(), bhi.clone()]))?,
            )?;
            while let Some(j) = iter_232.next()? {
                let bj = b.item(&j)?;
                cruncher.method("set_seq2", &[bj.clone()])?;
                let mut iter_234 = py::iter::iter(
                    &py::construct::range(&py::pos(&[alo.clone(), ahi.clone()]))?,
                )?;
                while let Some(i) = iter_234.next()? {
                    let ai = a.item(&i)?;
                    if ai.is_eq(&bj)? {
                        if eqi.is(&Value::None) {
                            let [item_236, item_237] = py::unpack::<
                                2,
                            >(&py::tuple([i.clone(), j.clone()]))?;
                            eqi = item_236;
                            eqj = item_237;
                        }
                        continue;
                    }
                    cruncher.method("set_seq1", &[ai.clone()])?;
                    if cruncher.method("real_quick_ratio", &[])?.is_gt(&best_ratio)?
                        && cruncher.method("quick_ratio", &[])?.is_gt(&best_ratio)?
                        && cruncher.method("ratio", &[])?.is_gt(&best_ratio)?
                    {
                        let [item_238, item_239, item_240] = py::unpack::<
                            3,
                        >(
                            &py::tuple([
                                cruncher.method("ratio", &[])?,
                                i.clone(),
                                j.clone(),
                            ]),
                        )?;
                        best_ratio = item_238;
                        best_i = item_239;
                        best_j = item_240;
                    }
                }
            }
            if best_ratio.is_lt(&cutoff)? {
                if eqi.is(&Value::None) {
                    yielder
                        .give_all(
                            self_
                                .method(
                                    "_plain_replace",
                                    &[
                                        a.clone(),
                                        alo.clone(),
                                        ahi.clone(),
                                        b.clone(),
                                        blo.clone(),
                                        bhi.clone(),
                                    ],
                                )?,
                        )
                        .await?;
                    return Ok(Value::None);
                }
                let [item_241, item_242, item_243] = py::unpack::<
                    3,
                >(&py::tuple([eqi.clone(), eqj.clone(), Value::Float(1.0)]))?;
                best_i = item_241;
                best_j = item_242;
                best_ratio = item_243;
            } else {
                eqi = Value::None;
            }
            yielder
                .give_all(
                    self_
                        .method(
                            "_fancy_helper",
                            &[
                                a.clone(),
                                alo.clone(),
                                best_i.clone(),
                                b.clone(),
                                blo.clone(),
                                best_j.clone(),
                            ],
                        )?,
                )
                .await?;
            let [item_244, item_245] = py::unpack::<
                2,
            >(&py::tuple([a.item(&best_i)?, b.item(&best_j)?]))?;
            aelt = item_244;
            belt = item_245;
            if eqi.is(&Value::None) {
                let value_246 = Value::str("");
                atags = value_246.clone();
                btags = value_246.clone();
                cruncher.method("set_seqs", &[aelt.clone(), belt.clone()])?;
                let mut iter_247 = py::iter::iter(
                    &cruncher.method("get_opcodes", &[])?,
                )?;
                while let Some(item_248) = iter_247.next()? {
                    let [item_249, item_250, item_251, item_252, item_253] = py::unpack::<
                        5,
                    >(&item_248)?;
                    tag = item_249;
                    ai1 = item_250;
                    ai2 = item_251;
                    bj1 = item_252;
                    bj2 = item_253;
                    let [item_255, item_256] = py::unpack::<
                        2,
                    >(&py::tuple([ai2.sub(&ai1)?, bj2.sub(&bj1)?]))?;
                    la = item_255;
                    lb = item_256;
                    if tag.is_eq(&Value::str("replace"))? {
                        atags.add_assign(&Value::str("^").mul(&la)?)?;
                        btags.add_assign(&Value::str("^").mul(&lb)?)?;
                    } else if tag.is_eq(&Value::str("delete"))? {
                        atags.add_assign(&Value::str("-").mul(&la)?)?;
                    } else if tag.is_eq(&Value::str("insert"))? {
                        btags.add_assign(&Value::str("+").mul(&lb)?)?;
                    } else {
                        atags.add_assign(&Value::str(" ").mul(&la)?)?;
                        btags.add_assign(&Value::str(" ").mul(&lb)?)?;
                    }
                }
                yielder
                    .give_all(
                        self_
                            .method(
                                "_qformat",
                                &[aelt.clone(), belt.clone(), atags.clone(), btags.clone()],
                            )?,
                    )
                    .await?;
            } else {
                yielder.give(Value::str("  ").add(&aelt)?).await?;
            }
            yielder
                .give_all(
                    self_
                        .method(
                            "_fancy_helper",
                            &[
                                a.clone(),
                                best_i.add(&Value::Int(1))?,
                                ahi.clone(),
                                b.clone(),
                                best_j.add(&Value::Int(1))?,
                                bhi.clone(),
                            ],
                        )?,
                )
                .await?;
            Ok(Value::None)
        }
        py::generator(
            "_fancy_replace",
            move |yielder| body_257(yielder, self_, a, alo, ahi, b, blo, bhi),
        )
    })
}

pub(crate) fn differ_fancy_helper(
    self_: Value,
    a: Value,
    alo: Value,
    ahi: Value,
    b: Value,
    blo: Value,
    bhi: Value,
) -> R {
    Ok({
        async fn body_258(
            yielder: py::Yielder,
            self_: Value,
            a: Value,
            alo: Value,
            ahi: Value,
            b: Value,
            blo: Value,
            bhi: Value,
        ) -> R {
            if alo.is_lt(&ahi)? {
                if blo.is_lt(&bhi)? {
                    yielder
                        .give_all(
                            self_
                                .method(
                                    "_fancy_replace",
                                    &[
                                        a.clone(),
                                        alo.clone(),
                                        ahi.clone(),
                                        b.clone(),
                                        blo.clone(),
                                        bhi.clone(),
                                    ],
                                )?,
                        )
                        .await?;
                } else {
                    yielder
                        .give_all(
                            self_
                                .method(
                                    "_dump",
                                    &[Value::str("-"), a.clone(), alo.clone(), ahi.clone()],
                                )?,
                        )
                        .await?;
                }
            } else if blo.is_lt(&bhi)? {
                yielder
                    .give_all(
                        self_
                            .method(
                                "_dump",
                                &[Value::str("+"), b.clone(), blo.clone(), bhi.clone()],
                            )?,
                    )
                    .await?;
            }
            Ok(Value::None)
        }
        py::generator(
            "_fancy_helper",
            move |yielder| body_258(yielder, self_, a, alo, ahi, b, blo, bhi),
        )
    })
}

pub(crate) fn differ_keep(self_: Value, line: Value, tags: Value) -> R {
    Ok(
        Value::str("")
            .method(
                "join",
                &[
                    {
                        let mut out_259 = Vec::new();
                        let mut iter_260 = py::iter::iter(
                            &py::construct::zip(&py::pos(&[line.clone(), tags.clone()]))?,
                        )?;
                        while let Some(item_261) = iter_260.next()? {
                            let mut c = Value::Unbound;
                            let mut tag = Value::Unbound;
                            let [item_262, item_263] = py::unpack::<2>(&item_261)?;
                            c = item_262;
                            tag = item_263;
                            out_259
                                .push(
                                    if tag.is_eq(&Value::str(" "))?
                                        && c.method("isspace", &[])?.truth()?
                                    {
                                        c.clone()
                                    } else {
                                        tag.clone()
                                    },
                                );
                        }
                        Value::list(out_259)
                    },
                ],
            )?
            .method("rstrip", &[])?,
    )
}

pub(crate) fn differ_qformat(
    self_: Value,
    aline: Value,
    bline: Value,
    atags: Value,
    btags: Value,
) -> R {
    Ok({
        async fn body_264(
            yielder: py::Yielder,
            self_: Value,
            aline: Value,
            bline: Value,
            mut atags: Value,
            mut btags: Value,
        ) -> R {
            atags = self_.method("_keep", &[aline.clone(), atags.clone()])?;
            btags = self_.method("_keep", &[bline.clone(), btags.clone()])?;
            yielder.give(Value::str("- ").add(&aline)?).await?;
            if atags.truth()? {
                yielder.give(Value::str(format!("? {}\n", py::show(& atags) ?))).await?;
            }
            yielder.give(Value::str("+ ").add(&bline)?).await?;
            if btags.truth()? {
                yielder.give(Value::str(format!("? {}\n", py::show(& btags) ?))).await?;
            }
            Ok(Value::None)
        }
        py::generator(
            "_qformat",
            move |yielder| body_264(yielder, self_, aline, bline, atags, btags),
        )
    })
}

pub(crate) fn ndiff(a: Value, b: Value, linejunk: Value, charjunk: Value) -> R {
    Ok(
        py::call::call(
                &global::Differ.load()?,
                &py::pos(&[linejunk.clone(), charjunk.clone()]),
            )?
            .method("compare", &[a.clone(), b.clone()])?,
    )
}

pub(crate) fn restore(delta: Value, which: Value) -> R {
    Ok({
        async fn body_268(yielder: py::Yielder, delta: Value, which: Value) -> R {
            let tag = py::dict([
                    (Value::Int(1), Value::str("- ")),
                    (Value::Int(2), Value::str("+ ")),
                ])?
                .item(&py::construct::int(&py::pos(&[which.clone()]))?)?;
            let mut iter_266 = py::iter::iter(&delta)?;
            while let Some(line) = iter_266.next()? {
                if py::contained(
                    &line
                        .item(
                            &py::item::slice(Value::None, Value::Int(2), Value::None),
                        )?,
                    &py::tuple([Value::str("  "), tag.clone()]),
                )? {
                    yielder
                        .give(
                            line
                                .item(
                                    &py::item::slice(Value::Int(2), Value::None, Value::None),
                                )?,
                        )
                        .await?;
                }
            }
            Ok(Value::None)
        }
        py::generator("restore", move |yielder| body_268(yielder, delta, which))
    })
}

/// The statements of `difflib.py`.
pub(crate) fn run() -> R<()> {
    global::Match
        .store(
            py::library::collections::namedtuple(
                &py::pos(&[Value::str("Match"), Value::str("a b size")]),
            )?,
        );
    global::_ratio.store(py::def("_ratio", "matches, length", [], _ratio));
    global::SequenceMatcher
        .store({
            let class = py::ClassBody::new(
                "SequenceMatcher",
                NAME,
                Value::str("Longest common blocks of two sequences."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "SequenceMatcher.__init__",
                        "self, isjunk=, a=, b=, autojunk=",
                        [Value::None, Value::str(""), Value::str(""), Value::Bool(true)],
                        sequence_matcher_init,
                    ),
                );
            class
                .set(
                    "set_seqs",
                    py::def(
                        "SequenceMatcher.set_seqs",
                        "self, a, b",
                        [],
                        sequence_matcher_set_seqs,
                    ),
                );
            class
                .set(
                    "set_seq1",
                    py::def(
                        "SequenceMatcher.set_seq1",
                        "self, a",
                        [],
                        sequence_matcher_set_seq1,
                    ),
                );
            class
                .set(
                    "set_seq2",
                    py::def(
                        "SequenceMatcher.set_seq2",
                        "self, b",
                        [],
                        sequence_matcher_set_seq2,
                    ),
                );
            class
                .set(
                    "_chain_b",
                    py::def(
                        "SequenceMatcher._chain_b",
                        "self",
                        [],
                        sequence_matcher_chain_b,
                    ),
                );
            class
                .set(
                    "find_longest_match",
                    py::def(
                        "SequenceMatcher.find_longest_match",
                        "self, alo=, ahi=, blo=, bhi=",
                        [Value::Int(0), Value::None, Value::Int(0), Value::None],
                        sequence_matcher_find_longest_match,
                    ),
                );
            class
                .set(
                    "get_matching_blocks",
                    py::def(
                        "SequenceMatcher.get_matching_blocks",
                        "self",
                        [],
                        sequence_matcher_get_matching_blocks,
                    ),
                );
            class
                .set(
                    "get_opcodes",
                    py::def(
                        "SequenceMatcher.get_opcodes",
                        "self",
                        [],
                        sequence_matcher_get_opcodes,
                    ),
                );
            class
                .set(
                    "get_grouped_opcodes",
                    py::def(
                        "SequenceMatcher.get_grouped_opcodes",
                        "self, n=",
                        [Value::Int(3)],
                        sequence_matcher_get_grouped_opcodes,
                    ),
                );
            class
                .set(
                    "ratio",
                    py::def("SequenceMatcher.ratio", "self", [], sequence_matcher_ratio),
                );
            class
                .set(
                    "quick_ratio",
                    py::def(
                        "SequenceMatcher.quick_ratio",
                        "self",
                        [],
                        sequence_matcher_quick_ratio,
                    ),
                );
            class
                .set(
                    "real_quick_ratio",
                    py::def(
                        "SequenceMatcher.real_quick_ratio",
                        "self",
                        [],
                        sequence_matcher_real_quick_ratio,
                    ),
                );
            class.finish(&[])?
        });
    global::get_close_matches
        .store(
            py::def(
                "get_close_matches",
                "word, possibilities, n=, cutoff=",
                [Value::Int(3), Value::Float(0.6)],
                get_close_matches,
            ),
        );
    global::_range_unified
        .store(py::def("_range_unified", "start, stop", [], _range_unified));
    global::unified_diff
        .store(
            py::def(
                "unified_diff",
                "a, b, fromfile=, tofile=, fromfiledate=, tofiledate=, n=, lineterm=",
                [
                    Value::str(""),
                    Value::str(""),
                    Value::str(""),
                    Value::str(""),
                    Value::Int(3),
                    Value::str("\n"),
                ],
                unified_diff,
            ),
        );
    global::_range_context
        .store(py::def("_range_context", "start, stop", [], _range_context));
    global::context_diff
        .store(
            py::def(
                "context_diff",
                "a, b, fromfile=, tofile=, fromfiledate=, tofiledate=, n=, lineterm=",
                [
                    Value::str(""),
                    Value::str(""),
                    Value::str(""),
                    Value::str(""),
                    Value::Int(3),
                    Value::str("\n"),
                ],
                context_diff,
            ),
        );
    global::IS_LINE_JUNK.store(py::def("IS_LINE_JUNK", "line", [], is_line_junk));
    global::IS_CHARACTER_JUNK
        .store(
            py::def(
                "IS_CHARACTER_JUNK",
                "ch, ws=",
                [Value::str(" \t")],
                is_character_junk,
            ),
        );
    global::Differ
        .store({
            let class = py::ClassBody::new(
                "Differ",
                NAME,
                Value::str("Differences for people to read."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "Differ.__init__",
                        "self, linejunk=, charjunk=",
                        [Value::None, Value::None],
                        differ_init,
                    ),
                );
            class
                .set(
                    "compare",
                    py::def("Differ.compare", "self, a, b", [], differ_compare),
                );
            class
                .set(
                    "_dump",
                    py::def("Differ._dump", "self, tag, x, lo, hi", [], differ_dump),
                );
            class
                .set(
                    "_plain_replace",
                    py::def(
                        "Differ._plain_replace",
                        "self, a, alo, ahi, b, blo, bhi",
                        [],
                        differ_plain_replace,
                    ),
                );
            class
                .set(
                    "_fancy_replace",
                    py::def(
                        "Differ._fancy_replace",
                        "self, a, alo, ahi, b, blo, bhi",
                        [],
                        differ_fancy_replace,
                    ),
                );
            class
                .set(
                    "_fancy_helper",
                    py::def(
                        "Differ._fancy_helper",
                        "self, a, alo, ahi, b, blo, bhi",
                        [],
                        differ_fancy_helper,
                    ),
                );
            class
                .set(
                    "_keep",
                    py::def("Differ._keep", "self, line, tags", [], differ_keep),
                );
            class
                .set(
                    "_qformat",
                    py::def(
                        "Differ._qformat",
                        "self, aline, bline, atags, btags",
                        [],
                        differ_qformat,
                    ),
                );
            class.finish(&[])?
        });
    global::ndiff
        .store(
            py::def(
                "ndiff",
                "a, b, linejunk=, charjunk=",
                [Value::None, global::IS_CHARACTER_JUNK.load()?],
                ndiff,
            ),
        );
    global::restore.store(py::def("restore", "delta, which", [], restore));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library difflib") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "Match" => global::Match.load(),
        "SequenceMatcher" => global::SequenceMatcher.load(),
        "get_close_matches" => global::get_close_matches.load(),
        "unified_diff" => global::unified_diff.load(),
        "context_diff" => global::context_diff.load(),
        "IS_LINE_JUNK" => global::IS_LINE_JUNK.load(),
        "IS_CHARACTER_JUNK" => global::IS_CHARACTER_JUNK.load(),
        "Differ" => global::Differ.load(),
        "ndiff" => global::ndiff.load(),
        "restore" => global::restore.load(),
        _ => Ok(Value::None),
    }
}
