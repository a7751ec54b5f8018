//! Interpreters of lines.
//!
//! @generated from `runtime/pure/cmd.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "cmd";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static Cmd : Global = const { Global::new("Cmd") };
    }
}

pub(crate) fn cmd_init(
    self_: Value,
    completekey: Value,
    stdin: Value,
    stdout: Value,
) -> R {
    self_
        .set_attr(
            "stdin",
            if stdin.is(&Value::None) {
                py::library::sys::stdin()
            } else {
                stdin.clone()
            },
        )?;
    self_
        .set_attr(
            "stdout",
            if stdout.is(&Value::None) {
                py::library::sys::stdout()
            } else {
                stdout.clone()
            },
        )?;
    self_.set_attr("cmdqueue", py::list([]))?;
    self_.set_attr("completekey", completekey.clone())?;
    Ok(Value::None)
}

pub(crate) fn cmd_cmdloop(self_: Value, intro: Value) -> R {
    let mut line = Value::Unbound;
    self_.method("preloop", &[])?;
    if !intro.is(&Value::None) {
        self_.set_attr("intro", intro.clone())?;
    }
    if self_.attr("intro")?.truth()? {
        self_
            .attr("stdout")?
            .method(
                "write",
                &[
                    py::construct::str(&py::pos(&[self_.attr("intro")?]))?
                        .add(&Value::str("\n"))?,
                ],
            )?;
    }
    let mut stop = Value::None;
    while !stop.truth()? {
        if self_.attr("cmdqueue")?.truth()? {
            line = self_.attr("cmdqueue")?.method("pop", &[Value::Int(0)])?;
        } else if self_.attr("use_rawinput")?.truth()? {
            let flow_4: py::Flow = 'try_2: {
                line = py::attempt!(
                    'try_2, py::builtins::input(& py::pos(& [py::attempt!('try_2, self_
                    .attr("prompt"))]))
                );
                py::Flow::Next
            };
            if let py::Flow::Raise(raised_3) = flow_4 {
                if raised_3.is_a("EOFError") {
                    line = Value::str("EOF");
                } else {
                    return Err(raised_3);
                }
            }
        } else {
            self_.attr("stdout")?.method("write", &[self_.attr("prompt")?])?;
            self_.attr("stdout")?.method("flush", &[])?;
            line = self_.attr("stdin")?.method("readline", &[])?;
            line = if line.truth()? {
                line.method("rstrip", &[Value::str("\r\n")])?
            } else {
                Value::str("EOF")
            };
        }
        line = self_.method("precmd", &[line.clone()])?;
        stop = self_.method("onecmd", &[line.clone()])?;
        stop = self_.method("postcmd", &[stop.clone(), line.clone()])?;
    }
    self_.method("postloop", &[])?;
    Ok(Value::None)
}

pub(crate) fn cmd_precmd(self_: Value, line: Value) -> R {
    Ok(line.clone())
}

pub(crate) fn cmd_postcmd(self_: Value, stop: Value, line: Value) -> R {
    Ok(stop.clone())
}

pub(crate) fn cmd_preloop(self_: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn cmd_postloop(self_: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn cmd_parseline(self_: Value, mut line: Value) -> R {
    let mut i = Value::Unbound;
    let mut n = Value::Unbound;
    line = line.method("strip", &[])?;
    if !line.truth()? {
        return Ok(py::tuple([Value::None, Value::None, line.clone()]));
    }
    if line.item(&Value::Int(0))?.is_eq(&Value::str("?"))? {
        line = Value::str("help ")
            .add(
                &line.item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
            )?;
    } else if line.item(&Value::Int(0))?.is_eq(&Value::str("!"))? {
        if py::builtins::hasattr(&py::pos(&[self_.clone(), Value::str("do_shell")]))?
            .truth()?
        {
            line = Value::str("shell ")
                .add(
                    &line
                        .item(&py::item::slice(Value::Int(1), Value::None, Value::None))?,
                )?;
        } else {
            return Ok(py::tuple([Value::None, Value::None, line.clone()]));
        }
    }
    let [item_5, item_6] = py::unpack::<
        2,
    >(&py::tuple([Value::Int(0), Value::from(py::builtins::len(&line)?)]))?;
    i = item_5;
    n = item_6;
    while i.is_lt(&n)? && py::contained(&line.item(&i)?, &self_.attr("identchars")?)? {
        i = i.add(&Value::Int(1))?;
    }
    Ok(
        py::tuple([
            line.item(&py::item::slice(Value::None, i.clone(), Value::None))?,
            line
                .item(&py::item::slice(i.clone(), Value::None, Value::None))?
                .method("strip", &[])?,
            line.clone(),
        ]),
    )
}

pub(crate) fn cmd_onecmd(self_: Value, mut line: Value) -> R {
    let mut arg = Value::Unbound;
    let mut command = Value::Unbound;
    let [item_8, item_9, item_10] = py::unpack::<
        3,
    >(&self_.method("parseline", &[line.clone()])?)?;
    command = item_8;
    arg = item_9;
    line = item_10;
    if !line.truth()? {
        return Ok(self_.method("emptyline", &[])?);
    }
    if command.is(&Value::None) {
        return Ok(self_.method("default", &[line.clone()])?);
    }
    self_.set_attr("lastcmd", line.clone())?;
    if line.is_eq(&Value::str("EOF"))? {
        self_.set_attr("lastcmd", Value::str(""))?;
    }
    if command.is_eq(&Value::str(""))? {
        return Ok(self_.method("default", &[line.clone()])?);
    }
    let function = py::builtins::getattr(
        &py::pos(&[self_.clone(), Value::str("do_").add(&command)?, Value::None]),
    )?;
    if function.is(&Value::None) {
        return Ok(self_.method("default", &[line.clone()])?);
    }
    Ok(py::call::call(&function.clone(), &py::pos(&[arg.clone()]))?)
}

pub(crate) fn cmd_emptyline(self_: Value) -> R {
    if self_.attr("lastcmd")?.truth()? {
        return Ok(self_.method("onecmd", &[self_.attr("lastcmd")?])?);
    }
    Ok(Value::None)
}

pub(crate) fn cmd_default(self_: Value, line: Value) -> R {
    self_
        .attr("stdout")?
        .method("write", &[Value::str("*** Unknown syntax: %s\n").modulo(&line)?])?;
    Ok(Value::None)
}

pub(crate) fn cmd_get_names(self_: Value) -> R {
    Ok(py::builtins::dir(&py::pos(&[self_.attr("__class__")?]))?)
}

/// List available commands with "help" or detailed help with "help cmd".
pub(crate) fn cmd_do_help(self_: Value, arg: Value) -> R {
    let mut command = Value::Unbound;
    let mut documented = Value::Unbound;
    let mut name = Value::Unbound;
    let mut undocumented = Value::Unbound;
    if arg.truth()? {
        let function = py::builtins::getattr(
            &py::pos(&[self_.clone(), Value::str("help_").add(&arg)?, Value::None]),
        )?;
        if !function.is(&Value::None) {
            py::call::call(&function.clone(), &py::Args::none())?;
            return Ok(Value::None);
        }
        command = py::builtins::getattr(
            &py::pos(&[self_.clone(), Value::str("do_").add(&arg)?, Value::None]),
        )?;
        let doc = if !command.is(&Value::None) {
            command.attr("__doc__")?
        } else {
            Value::None
        };
        if doc.truth()? {
            self_
                .attr("stdout")?
                .method(
                    "write",
                    &[
                        Value::str("%s\n")
                            .modulo(&py::construct::str(&py::pos(&[doc.clone()]))?)?,
                    ],
                )?;
            return Ok(Value::None);
        }
        self_
            .attr("stdout")?
            .method(
                "write",
                &[
                    Value::str("%s\n")
                        .modulo(
                            &py::construct::str(
                                &py::pos(
                                    &[self_.attr("nohelp")?.modulo(&py::tuple([arg.clone()]))?],
                                ),
                            )?,
                        )?,
                ],
            )?;
        return Ok(Value::None);
    }
    let names = self_.method("get_names", &[])?;
    let [item_13, item_14] = py::unpack::<2>(&py::tuple([py::list([]), py::list([])]))?;
    documented = item_13;
    undocumented = item_14;
    let topics = py::construct::set(&py::Args::none())?;
    let mut iter_15 = py::iter::iter(&names)?;
    while let Some(item_16) = iter_15.next()? {
        name = item_16;
        if name
            .item(&py::item::slice(Value::None, Value::Int(5), Value::None))?
            .is_eq(&Value::str("help_"))?
        {
            topics
                .method(
                    "add",
                    &[
                        name
                            .item(
                                &py::item::slice(Value::Int(5), Value::None, Value::None),
                            )?,
                    ],
                )?;
        }
    }
    let mut iter_18 = py::iter::iter(
        &py::builtins::sorted(&py::pos(&[names.clone()]))?,
    )?;
    while let Some(item_19) = iter_18.next()? {
        name = item_19;
        if name
            .item(&py::item::slice(Value::None, Value::Int(3), Value::None))?
            .is_eq(&Value::str("do_"))?
        {
            command = name
                .item(&py::item::slice(Value::Int(3), Value::None, Value::None))?;
            if py::contained(&command, &topics)? {
                documented.method("append", &[command.clone()])?;
                topics.method("remove", &[command.clone()])?;
            } else if py::builtins::getattr(&py::pos(&[self_.clone(), name.clone()]))?
                .attr("__doc__")?
                .truth()?
            {
                documented.method("append", &[command.clone()])?;
            } else {
                undocumented.method("append", &[command.clone()])?;
            }
        }
    }
    self_
        .attr("stdout")?
        .method(
            "write",
            &[
                Value::str("%s\n")
                    .modulo(
                        &py::construct::str(&py::pos(&[self_.attr("doc_leader")?]))?,
                    )?,
            ],
        )?;
    self_
        .method(
            "print_topics",
            &[
                self_.attr("doc_header")?,
                documented.clone(),
                Value::Int(15),
                Value::Int(80),
            ],
        )?;
    self_
        .method(
            "print_topics",
            &[
                self_.attr("misc_header")?,
                py::builtins::sorted(&py::pos(&[topics.clone()]))?,
                Value::Int(15),
                Value::Int(80),
            ],
        )?;
    self_
        .method(
            "print_topics",
            &[
                self_.attr("undoc_header")?,
                undocumented.clone(),
                Value::Int(15),
                Value::Int(80),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn cmd_print_topics(
    self_: Value,
    header: Value,
    commands: Value,
    length: Value,
    maxcol: Value,
) -> R {
    if commands.truth()? {
        self_
            .attr("stdout")?
            .method(
                "write",
                &[
                    Value::str("%s\n")
                        .modulo(&py::construct::str(&py::pos(&[header.clone()]))?)?,
                ],
            )?;
        if self_.attr("ruler")?.truth()? {
            self_
                .attr("stdout")?
                .method(
                    "write",
                    &[
                        Value::str("%s\n")
                            .modulo(
                                &py::construct::str(
                                    &py::pos(
                                        &[
                                            self_
                                                .attr("ruler")?
                                                .mul(&Value::from(py::builtins::len(&header)?))?,
                                        ],
                                    ),
                                )?,
                            )?,
                    ],
                )?;
        }
        self_.method("columnize", &[commands.clone(), maxcol.sub(&Value::Int(1))?])?;
        self_.attr("stdout")?.method("write", &[Value::str("\n")])?;
    }
    Ok(Value::None)
}

pub(crate) fn cmd_columnize(self_: Value, list: Value, displaywidth: Value) -> R {
    let mut col = Value::Unbound;
    let mut i = Value::Unbound;
    let mut ncols = Value::Unbound;
    let mut nrows = Value::Unbound;
    let mut row = Value::Unbound;
    let mut widths = Value::Unbound;
    if !list.truth()? {
        self_.attr("stdout")?.method("write", &[Value::str("<empty>\n")])?;
        return Ok(Value::None);
    }
    let size = Value::from(py::builtins::len(&list)?);
    if size.is_eq(&Value::Int(1))? {
        self_
            .attr("stdout")?
            .method(
                "write",
                &[
                    Value::str("%s\n")
                        .modulo(
                            &py::construct::str(&py::pos(&[list.item(&Value::Int(0))?]))?,
                        )?,
                ],
            )?;
        return Ok(Value::None);
    }
    let mut iter_21 = py::iter::iter(
        &py::construct::range(&py::pos(&[Value::Int(1), size.clone()]))?,
    )?;
    let mut broke_30 = true;
    loop {
        let Some(item_22) = iter_21.next()? else {
            broke_30 = false;
            break;
        };
        nrows = item_22;
        ncols = size
            .add(&py::bound(&nrows, "nrows")?)?
            .sub(&Value::Int(1))?
            .floor_div(&py::bound(&nrows, "nrows")?)?;
        widths = py::list([]);
        let mut total = Value::Int(-2);
        let mut iter_24 = py::iter::iter(
            &py::construct::range(&py::pos(&[py::bound(&ncols, "ncols")?]))?,
        )?;
        while let Some(item_25) = iter_24.next()? {
            col = item_25;
            let mut width = Value::Int(0);
            let mut iter_27 = py::iter::iter(
                &py::construct::range(&py::pos(&[py::bound(&nrows, "nrows")?]))?,
            )?;
            while let Some(item_28) = iter_27.next()? {
                row = item_28;
                i = row.add(&py::bound(&nrows, "nrows")?.mul(&col)?)?;
                if i.is_ge(&size)? {
                    break;
                }
                width = py::builtins::max(
                    &py::pos(
                        &[
                            width.clone(),
                            Value::from(py::builtins::len(&list.item(&i)?)?),
                        ],
                    ),
                )?;
            }
            py::bound(&widths, "widths")?.method("append", &[width.clone()])?;
            total.add_assign(&width.add(&Value::Int(2))?)?;
            if total.is_gt(&displaywidth)? {
                break;
            }
        }
        if total.is_le(&displaywidth)? {
            break;
        }
    }
    if !broke_30 {
        nrows = size.clone();
        ncols = Value::Int(1);
        widths = py::list([Value::Int(0)]);
    }
    let mut iter_31 = py::iter::iter(
        &py::construct::range(&py::pos(&[py::bound(&nrows, "nrows")?]))?,
    )?;
    while let Some(item_32) = iter_31.next()? {
        row = item_32;
        let texts = py::list([]);
        let mut iter_34 = py::iter::iter(
            &py::construct::range(&py::pos(&[py::bound(&ncols, "ncols")?]))?,
        )?;
        while let Some(item_35) = iter_34.next()? {
            col = item_35;
            i = row.add(&py::bound(&nrows, "nrows")?.mul(&col)?)?;
            texts
                .method(
                    "append",
                    &[if i.is_ge(&size)? { Value::str("") } else { list.item(&i)? }],
                )?;
        }
        while texts.truth()? && !texts.item(&Value::Int(-1))?.truth()? {
            texts.del_item(&Value::Int(-1))?;
        }
        let mut iter_38 = py::iter::iter(
            &py::construct::range(&py::pos(&[Value::from(py::builtins::len(&texts)?)]))?,
        )?;
        while let Some(item_39) = iter_38.next()? {
            col = item_39;
            let value_41 = texts
                .item(&col)?
                .method("ljust", &[py::bound(&widths, "widths")?.item(&col)?])?;
            texts.set_item(col.clone(), value_41)?;
        }
        self_
            .attr("stdout")?
            .method(
                "write",
                &[
                    Value::str("%s\n")
                        .modulo(
                            &py::construct::str(
                                &py::pos(
                                    &[Value::str("  ").method("join", &[texts.clone()])?],
                                ),
                            )?,
                        )?,
                ],
            )?;
    }
    Ok(Value::None)
}

/// The statements of `cmd.py`.
pub(crate) fn run() -> R<()> {
    global::Cmd
        .store({
            let class = py::ClassBody::new(
                "Cmd",
                NAME,
                Value::str("Reads lines and calls the methods that they name."),
                &[],
            )?;
            class.set("prompt", Value::str("(Cmd) "));
            class
                .set(
                    "identchars",
                    py::library::string::ascii_letters()
                        .add(&py::library::string::digits())?
                        .add(&Value::str("_"))?,
                );
            class.set("ruler", Value::str("="));
            class.set("lastcmd", Value::str(""));
            class.set("intro", Value::None);
            class.set("doc_leader", Value::str(""));
            class
                .set(
                    "doc_header",
                    Value::str("Documented commands (type help <topic>):"),
                );
            class.set("misc_header", Value::str("Miscellaneous help topics:"));
            class.set("undoc_header", Value::str("Undocumented commands:"));
            class.set("nohelp", Value::str("*** No help on %s"));
            class.set("use_rawinput", Value::Int(1));
            class
                .set(
                    "__init__",
                    py::def(
                        "Cmd.__init__",
                        "self, completekey=, stdin=, stdout=",
                        [Value::str("tab"), Value::None, Value::None],
                        cmd_init,
                    ),
                );
            class
                .set(
                    "cmdloop",
                    py::def("Cmd.cmdloop", "self, intro=", [Value::None], cmd_cmdloop),
                );
            class.set("precmd", py::def("Cmd.precmd", "self, line", [], cmd_precmd));
            class
                .set(
                    "postcmd",
                    py::def("Cmd.postcmd", "self, stop, line", [], cmd_postcmd),
                );
            class.set("preloop", py::def("Cmd.preloop", "self", [], cmd_preloop));
            class.set("postloop", py::def("Cmd.postloop", "self", [], cmd_postloop));
            class
                .set(
                    "parseline",
                    py::def("Cmd.parseline", "self, line", [], cmd_parseline),
                );
            class.set("onecmd", py::def("Cmd.onecmd", "self, line", [], cmd_onecmd));
            class.set("emptyline", py::def("Cmd.emptyline", "self", [], cmd_emptyline));
            class.set("default", py::def("Cmd.default", "self, line", [], cmd_default));
            class.set("get_names", py::def("Cmd.get_names", "self", [], cmd_get_names));
            class
                .set(
                    "do_help",
                    py::documented(
                        py::def("Cmd.do_help", "self, arg", [], cmd_do_help),
                        "List available commands with \"help\" or detailed help with \"help cmd\".",
                    ),
                );
            class
                .set(
                    "print_topics",
                    py::def(
                        "Cmd.print_topics",
                        "self, header, commands, length, maxcol",
                        [],
                        cmd_print_topics,
                    ),
                );
            class
                .set(
                    "columnize",
                    py::def(
                        "Cmd.columnize",
                        "self, list, displaywidth=",
                        [Value::Int(80)],
                        cmd_columnize,
                    ),
                );
            class.finish(&[])?
        });
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library cmd") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "Cmd" => global::Cmd.load(),
        _ => Ok(Value::None),
    }
}
