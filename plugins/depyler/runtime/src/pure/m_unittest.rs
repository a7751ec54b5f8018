//! Tests in classes.
//!
//! @generated from `runtime/pure/unittest.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// `__name__`
const NAME: &str = "unittest";

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static SkipTest : Global = const { Global::new("SkipTest") }; pub
        (crate) static TestCase : Global = const { Global::new("TestCase") }; pub (crate)
        static TestLoader : Global = const { Global::new("TestLoader") }; pub (crate)
        static TestProgram : Global = const { Global::new("TestProgram") }; pub (crate)
        static TestResult : Global = const { Global::new("TestResult") }; pub (crate)
        static TestSuite : Global = const { Global::new("TestSuite") }; pub (crate)
        static TextTestResult : Global = const { Global::new("TextTestResult") }; pub
        (crate) static TextTestRunner : Global = const { Global::new("TextTestRunner") };
        pub (crate) static _Raises : Global = const { Global::new("_Raises") }; pub
        (crate) static _SubTest : Global = const { Global::new("_SubTest") }; pub (crate)
        static _Trace : Global = const { Global::new("_Trace") }; pub (crate) static
        _cases : Global = const { Global::new("_cases") }; pub (crate) static _same :
        Global = const { Global::new("_same") }; pub (crate) static _unknown : Global =
        const { Global::new("_unknown") }; pub (crate) static defaultTestLoader : Global
        = const { Global::new("defaultTestLoader") }; pub (crate) static expectedFailure
        : Global = const { Global::new("expectedFailure") }; pub (crate) static main_ :
        Global = const { Global::new("main") }; pub (crate) static makeSuite : Global =
        const { Global::new("makeSuite") }; pub (crate) static skip : Global = const {
        Global::new("skip") }; pub (crate) static skipIf : Global = const {
        Global::new("skipIf") }; pub (crate) static skipUnless : Global = const {
        Global::new("skipUnless") };
    }
}

pub(crate) fn _trace_init(self_: Value, problem: Value) -> R {
    self_.set_attr("_problem", problem.clone())?;
    Ok(Value::None)
}

pub(crate) fn _trace_getattr(self_: Value, name: Value) -> R {
    _unknown()?;
    Ok(Value::None)
}

pub(crate) fn _trace_str(self_: Value) -> R {
    _unknown()?;
    Ok(Value::None)
}

pub(crate) fn _trace_repr(self_: Value) -> R {
    _unknown()?;
    Ok(Value::None)
}

pub(crate) fn _trace_format(self_: Value, spec: Value) -> R {
    _unknown()?;
    Ok(Value::None)
}

pub(crate) fn _trace_len(self_: Value) -> R {
    _unknown()?;
    Ok(Value::None)
}

pub(crate) fn _trace_iter(self_: Value) -> R {
    _unknown()?;
    Ok(Value::None)
}

pub(crate) fn _trace_contains(self_: Value, part: Value) -> R {
    _unknown()?;
    Ok(Value::None)
}

pub(crate) fn _trace_getitem(self_: Value, at: Value) -> R {
    _unknown()?;
    Ok(Value::None)
}

pub(crate) fn _trace_eq(self_: Value, other: Value) -> R {
    _unknown()?;
    Ok(Value::None)
}

pub(crate) fn _trace_hash(self_: Value) -> R {
    _unknown()?;
    Ok(Value::None)
}

pub(crate) fn _trace_add(self_: Value, other: Value) -> R {
    _unknown()?;
    Ok(Value::None)
}

pub(crate) fn _trace_radd(self_: Value, other: Value) -> R {
    _unknown()?;
    Ok(Value::None)
}

pub(crate) fn _unknown() -> R {
    py::library::sys::_stop(
        &py::pos(
            &[
                Value::str(
                    "batuta: PY0212 the frames of a traceback are known to an interpreter only",
                ),
            ],
        ),
    )?;
    Ok(Value::None)
}

pub(crate) fn test_result_init(
    self_: Value,
    stream: Value,
    descriptions: Value,
    verbosity: Value,
) -> R {
    self_.set_attr("failures", py::list([]))?;
    self_.set_attr("errors", py::list([]))?;
    self_.set_attr("skipped", py::list([]))?;
    self_.set_attr("expectedFailures", py::list([]))?;
    self_.set_attr("unexpectedSuccesses", py::list([]))?;
    self_.set_attr("testsRun", Value::Int(0))?;
    self_.set_attr("shouldStop", Value::Bool(false))?;
    self_.set_attr("failfast", Value::Bool(false))?;
    Ok(Value::None)
}

pub(crate) fn test_result_start_test_run(self_: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn test_result_stop_test_run(self_: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn test_result_start_test(self_: Value, test: Value) -> R {
    {
        let object_1 = self_.clone();
        let mut value_3 = object_1.attr("testsRun")?;
        value_3.add_assign(&Value::Int(1))?;
        object_1.set_attr("testsRun", value_3)?;
    }
    Ok(Value::None)
}

pub(crate) fn test_result_stop_test(self_: Value, test: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn test_result_add_success(self_: Value, test: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn test_result_add_failure(self_: Value, test: Value, err: Value) -> R {
    self_
        .attr("failures")?
        .method(
            "append",
            &[
                py::tuple([
                    test.clone(),
                    py::call::call(
                        &global::_Trace.load()?,
                        &py::pos(&[err.item(&Value::Int(1))?]),
                    )?,
                ]),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_result_add_error(self_: Value, test: Value, err: Value) -> R {
    self_
        .attr("errors")?
        .method(
            "append",
            &[
                py::tuple([
                    test.clone(),
                    py::call::call(
                        &global::_Trace.load()?,
                        &py::pos(&[err.item(&Value::Int(1))?]),
                    )?,
                ]),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_result_add_skip(self_: Value, test: Value, reason: Value) -> R {
    self_
        .attr("skipped")?
        .method("append", &[py::tuple([test.clone(), reason.clone()])])?;
    Ok(Value::None)
}

pub(crate) fn test_result_add_expected_failure(
    self_: Value,
    test: Value,
    err: Value,
) -> R {
    self_
        .attr("expectedFailures")?
        .method(
            "append",
            &[
                py::tuple([
                    test.clone(),
                    py::call::call(
                        &global::_Trace.load()?,
                        &py::pos(&[err.item(&Value::Int(1))?]),
                    )?,
                ]),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_result_add_unexpected_success(self_: Value, test: Value) -> R {
    self_.attr("unexpectedSuccesses")?.method("append", &[test.clone()])?;
    Ok(Value::None)
}

pub(crate) fn test_result_add_sub_test(
    self_: Value,
    test: Value,
    subtest: Value,
    err: Value,
) -> R {
    if !err.is(&Value::None) {
        if py::builtins::issubclass(
                &py::pos(&[err.item(&Value::Int(0))?, test.attr("failureException")?]),
            )?
            .truth()?
        {
            self_
                .attr("failures")?
                .method(
                    "append",
                    &[
                        py::tuple([
                            subtest.clone(),
                            py::call::call(
                                &global::_Trace.load()?,
                                &py::pos(&[err.item(&Value::Int(1))?]),
                            )?,
                        ]),
                    ],
                )?;
        } else {
            self_
                .attr("errors")?
                .method(
                    "append",
                    &[
                        py::tuple([
                            subtest.clone(),
                            py::call::call(
                                &global::_Trace.load()?,
                                &py::pos(&[err.item(&Value::Int(1))?]),
                            )?,
                        ]),
                    ],
                )?;
        }
    }
    Ok(Value::None)
}

pub(crate) fn test_result_was_successful(self_: Value) -> R {
    Ok(
        Value::Bool(
            !(self_.attr("failures")?.truth()? || self_.attr("errors")?.truth()?
                || self_.attr("unexpectedSuccesses")?.truth()?),
        ),
    )
}

pub(crate) fn test_result_stop(self_: Value) -> R {
    self_.set_attr("shouldStop", Value::Bool(true))?;
    Ok(Value::None)
}

pub(crate) fn text_test_result_add_success(self_: Value, test: Value) -> R {
    py::attr::super_of(&global::TextTestResult.load()?, &self_.clone())?
        .method("addSuccess", &[test.clone()])?;
    py::library::sys::stderr().method("write", &[Value::str(".")])?;
    Ok(Value::None)
}

pub(crate) fn text_test_result_add_failure(self_: Value, test: Value, err: Value) -> R {
    py::attr::super_of(&global::TextTestResult.load()?, &self_.clone())?
        .method("addFailure", &[test.clone(), err.clone()])?;
    py::library::sys::stderr().method("write", &[Value::str("F")])?;
    Ok(Value::None)
}

pub(crate) fn text_test_result_add_error(self_: Value, test: Value, err: Value) -> R {
    py::attr::super_of(&global::TextTestResult.load()?, &self_.clone())?
        .method("addError", &[test.clone(), err.clone()])?;
    py::library::sys::stderr().method("write", &[Value::str("E")])?;
    Ok(Value::None)
}

pub(crate) fn text_test_result_add_skip(self_: Value, test: Value, reason: Value) -> R {
    py::attr::super_of(&global::TextTestResult.load()?, &self_.clone())?
        .method("addSkip", &[test.clone(), reason.clone()])?;
    py::library::sys::stderr().method("write", &[Value::str("s")])?;
    Ok(Value::None)
}

pub(crate) fn text_test_result_add_expected_failure(
    self_: Value,
    test: Value,
    err: Value,
) -> R {
    py::attr::super_of(&global::TextTestResult.load()?, &self_.clone())?
        .method("addExpectedFailure", &[test.clone(), err.clone()])?;
    py::library::sys::stderr().method("write", &[Value::str("x")])?;
    Ok(Value::None)
}

pub(crate) fn text_test_result_add_unexpected_success(self_: Value, test: Value) -> R {
    py::attr::super_of(&global::TextTestResult.load()?, &self_.clone())?
        .method("addUnexpectedSuccess", &[test.clone()])?;
    py::library::sys::stderr().method("write", &[Value::str("u")])?;
    Ok(Value::None)
}

pub(crate) fn _raises_init(
    self_: Value,
    case: Value,
    expected: Value,
    pattern: Value,
    msg: Value,
) -> R {
    self_.set_attr("case", case.clone())?;
    self_.set_attr("expected", expected.clone())?;
    self_.set_attr("pattern", pattern.clone())?;
    self_.set_attr("msg", msg.clone())?;
    self_.set_attr("exception", Value::None)?;
    Ok(Value::None)
}

pub(crate) fn _raises_enter(self_: Value) -> R {
    Ok(self_.clone())
}

pub(crate) fn _raises_exit(self_: Value, kind: Value, value: Value, trace: Value) -> R {
    if kind.is(&Value::None) {
        let names = py::builtins::getattr(
            &py::pos(
                &[
                    self_.attr("expected")?,
                    Value::str("__name__"),
                    py::construct::str(&py::pos(&[self_.attr("expected")?]))?,
                ],
            ),
        )?;
        self_
            .attr("case")?
            .method(
                "fail",
                &[
                    self_
                        .attr("case")?
                        .method(
                            "_formatMessage",
                            &[
                                self_.attr("msg")?,
                                Value::str(format!("{} not raised", py::show(& names) ?)),
                            ],
                        )?,
                ],
            )?;
    }
    if !py::builtins::issubclass(&py::pos(&[kind.clone(), self_.attr("expected")?]))?
        .truth()?
    {
        return Ok(Value::Bool(false));
    }
    self_.set_attr("exception", value.clone())?;
    if !self_.attr("pattern")?.is(&Value::None) {
        let pattern = if py::builtins::isinstance(
                &py::pos(&[self_.attr("pattern")?, py::library_class("str")]),
            )?
            .truth()?
        {
            py::library::re::compile(&py::pos(&[self_.attr("pattern")?]))?
        } else {
            self_.attr("pattern")?
        };
        if !pattern
            .method("search", &[py::construct::str(&py::pos(&[value.clone()]))?])?
            .truth()?
        {
            self_
                .attr("case")?
                .method(
                    "fail",
                    &[
                        self_
                            .attr("case")?
                            .method(
                                "_formatMessage",
                                &[
                                    self_.attr("msg")?,
                                    Value::str(
                                        format!(
                                            "\"{}\" does not match \"{}\"", py::show(& pattern
                                            .attr("pattern") ?) ?, py::show(& value) ?
                                        ),
                                    ),
                                ],
                            )?,
                    ],
                )?;
        }
    }
    Ok(Value::Bool(true))
}

pub(crate) fn _sub_test_init(self_: Value, case: Value) -> R {
    self_.set_attr("case", case.clone())?;
    Ok(Value::None)
}

pub(crate) fn _sub_test_enter(self_: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn _sub_test_exit(
    self_: Value,
    kind: Value,
    value: Value,
    trace: Value,
) -> R {
    if kind.is(&Value::None)
        || !py::builtins::issubclass(
                &py::pos(&[kind.clone(), py::exception("Exception")]),
            )?
            .truth()?
    {
        return Ok(Value::Bool(false));
    }
    if py::builtins::issubclass(&py::pos(&[kind.clone(), global::SkipTest.load()?]))?
        .truth()?
    {
        return Ok(Value::Bool(false));
    }
    self_.attr("case")?.attr("_subfailures")?.method("append", &[value.clone()])?;
    Ok(Value::Bool(true))
}

pub(crate) fn test_case_init(self_: Value, methodName: Value) -> R {
    self_.set_attr("_testMethodName", methodName.clone())?;
    self_.set_attr("_cleanups", py::list([]))?;
    self_.set_attr("_subfailures", py::list([]))?;
    Ok(Value::None)
}

pub(crate) fn test_case_set_up(self_: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn test_case_tear_down(self_: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn test_case_set_up_class(cls: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn test_case_tear_down_class(cls: Value) -> R {
    Ok(Value::None)
}

pub(crate) fn test_case_id(self_: Value) -> R {
    Ok(
        Value::str(
            format!(
                "{}.{}.{}", py::show(& py::construct::type_(& py::pos(& [self_.clone()]))
                ?.attr("__module__") ?) ?, py::show(& py::construct::type_(& py::pos(&
                [self_.clone()])) ?.attr("__qualname__") ?) ?, py::show(& self_
                .attr("_testMethodName") ?) ?
            ),
        ),
    )
}

pub(crate) fn test_case_str(self_: Value) -> R {
    Ok(
        Value::str(
            format!(
                "{} ({}.{}.{})", py::show(& self_.attr("_testMethodName") ?) ?,
                py::show(& py::construct::type_(& py::pos(& [self_.clone()]))
                ?.attr("__module__") ?) ?, py::show(& py::construct::type_(& py::pos(&
                [self_.clone()])) ?.attr("__qualname__") ?) ?, py::show(& self_
                .attr("_testMethodName") ?) ?
            ),
        ),
    )
}

pub(crate) fn test_case_short_description(self_: Value) -> R {
    let doc = py::builtins::getattr(
            &py::pos(&[self_.clone(), self_.attr("_testMethodName")?]),
        )?
        .attr("__doc__")?;
    Ok(
        if doc.truth()? {
            doc.method("strip", &[])?
                .method("split", &[Value::str("\n")])?
                .item(&Value::Int(0))?
                .method("strip", &[])?
        } else {
            Value::None
        },
    )
}

pub(crate) fn test_case_add_cleanup(
    self_: Value,
    function: Value,
    args: Value,
    kwargs: Value,
) -> R {
    self_
        .attr("_cleanups")?
        .method(
            "append",
            &[py::tuple([function.clone(), args.clone(), kwargs.clone()])],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_case_sub_test(self_: Value, msg: Value, params: Value) -> R {
    Ok(py::call::call(&global::_SubTest.load()?, &py::pos(&[self_.clone()]))?)
}

pub(crate) fn test_case_skip_test(self_: Value, reason: Value) -> R {
    Err(
        py::exc::to_raise(
            &py::call::call(&global::SkipTest.load()?, &py::pos(&[reason.clone()]))?,
        )?,
    )
}

pub(crate) fn test_case_fail(self_: Value, msg: Value) -> R {
    Err(py::exc::to_raise(&self_.method("failureException", &[msg.clone()])?)?)
}

pub(crate) fn test_case_format_message(self_: Value, msg: Value, standard: Value) -> R {
    if msg.is(&Value::None) {
        return Ok(standard.clone());
    }
    Ok(Value::str(format!("{} : {}", py::show(& standard) ?, py::show(& msg) ?)))
}

pub(crate) fn test_case_check(
    self_: Value,
    good: Value,
    msg: Value,
    standard: Value,
) -> R {
    if !good.truth()? {
        return Err(
            py::exc::to_raise(
                &self_
                    .method(
                        "failureException",
                        &[
                            self_
                                .method("_formatMessage", &[msg.clone(), standard.clone()])?,
                        ],
                    )?,
            )?,
        );
    }
    Ok(Value::None)
}

pub(crate) fn test_case_assert_true(self_: Value, expr: Value, msg: Value) -> R {
    self_
        .method(
            "_check",
            &[
                expr.clone(),
                msg.clone(),
                Value::str(format!("{} is not true", py::fmt(& expr, 'r', "") ?)),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_false(self_: Value, expr: Value, msg: Value) -> R {
    self_
        .method(
            "_check",
            &[
                Value::Bool(!expr.truth()?),
                msg.clone(),
                Value::str(format!("{} is not false", py::fmt(& expr, 'r', "") ?)),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_equal(
    self_: Value,
    first: Value,
    second: Value,
    msg: Value,
) -> R {
    self_
        .method(
            "_check",
            &[
                first.eq(&second)?,
                msg.clone(),
                Value::str(
                    format!(
                        "{} != {}", py::fmt(& first, 'r', "") ?, py::fmt(& second, 'r',
                        "") ?
                    ),
                ),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_not_equal(
    self_: Value,
    first: Value,
    second: Value,
    msg: Value,
) -> R {
    self_
        .method(
            "_check",
            &[
                first.ne(&second)?,
                msg.clone(),
                Value::str(
                    format!(
                        "{} == {}", py::fmt(& first, 'r', "") ?, py::fmt(& second, 'r',
                        "") ?
                    ),
                ),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_is(self_: Value, a: Value, b: Value, msg: Value) -> R {
    self_
        .method(
            "_check",
            &[
                Value::Bool(a.is(&b)),
                msg.clone(),
                Value::str(
                    format!(
                        "{} is not {}", py::fmt(& a, 'r', "") ?, py::fmt(& b, 'r', "") ?
                    ),
                ),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_is_not(
    self_: Value,
    a: Value,
    b: Value,
    msg: Value,
) -> R {
    self_
        .method(
            "_check",
            &[
                Value::Bool(!a.is(&b)),
                msg.clone(),
                Value::str(
                    format!("unexpectedly identical: {}", py::fmt(& a, 'r', "") ?),
                ),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_is_none(self_: Value, obj: Value, msg: Value) -> R {
    self_
        .method(
            "_check",
            &[
                Value::Bool(obj.is(&Value::None)),
                msg.clone(),
                Value::str(format!("{} is not None", py::fmt(& obj, 'r', "") ?)),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_is_not_none(self_: Value, obj: Value, msg: Value) -> R {
    self_
        .method(
            "_check",
            &[
                Value::Bool(!obj.is(&Value::None)),
                msg.clone(),
                Value::str("unexpectedly None"),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_in(
    self_: Value,
    member: Value,
    container: Value,
    msg: Value,
) -> R {
    self_
        .method(
            "_check",
            &[
                Value::Bool(py::contained(&member, &container)?),
                msg.clone(),
                Value::str(
                    format!(
                        "{} not found in {}", py::fmt(& member, 'r', "") ?, py::fmt(&
                        container, 'r', "") ?
                    ),
                ),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_not_in(
    self_: Value,
    member: Value,
    container: Value,
    msg: Value,
) -> R {
    self_
        .method(
            "_check",
            &[
                Value::Bool(!py::contained(&member, &container)?),
                msg.clone(),
                Value::str(
                    format!(
                        "{} unexpectedly found in {}", py::fmt(& member, 'r', "") ?,
                        py::fmt(& container, 'r', "") ?
                    ),
                ),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_is_instance(
    self_: Value,
    obj: Value,
    cls: Value,
    msg: Value,
) -> R {
    self_
        .method(
            "_check",
            &[
                py::builtins::isinstance(&py::pos(&[obj.clone(), cls.clone()]))?,
                msg.clone(),
                Value::str(
                    format!(
                        "{} is not an instance of {}", py::fmt(& obj, 'r', "") ?,
                        py::fmt(& cls, 'r', "") ?
                    ),
                ),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_not_is_instance(
    self_: Value,
    obj: Value,
    cls: Value,
    msg: Value,
) -> R {
    self_
        .method(
            "_check",
            &[
                Value::Bool(
                    !py::builtins::isinstance(&py::pos(&[obj.clone(), cls.clone()]))?
                        .truth()?,
                ),
                msg.clone(),
                Value::str(
                    format!(
                        "{} is an instance of {}", py::fmt(& obj, 'r', "") ?, py::fmt(&
                        cls, 'r', "") ?
                    ),
                ),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_less(self_: Value, a: Value, b: Value, msg: Value) -> R {
    self_
        .method(
            "_check",
            &[
                a.lt(&b)?,
                msg.clone(),
                Value::str(
                    format!(
                        "{} not less than {}", py::fmt(& a, 'r', "") ?, py::fmt(& b, 'r',
                        "") ?
                    ),
                ),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_less_equal(
    self_: Value,
    a: Value,
    b: Value,
    msg: Value,
) -> R {
    self_
        .method(
            "_check",
            &[
                a.le(&b)?,
                msg.clone(),
                Value::str(
                    format!(
                        "{} not less than or equal to {}", py::fmt(& a, 'r', "") ?,
                        py::fmt(& b, 'r', "") ?
                    ),
                ),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_greater(
    self_: Value,
    a: Value,
    b: Value,
    msg: Value,
) -> R {
    self_
        .method(
            "_check",
            &[
                a.gt(&b)?,
                msg.clone(),
                Value::str(
                    format!(
                        "{} not greater than {}", py::fmt(& a, 'r', "") ?, py::fmt(& b,
                        'r', "") ?
                    ),
                ),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_greater_equal(
    self_: Value,
    a: Value,
    b: Value,
    msg: Value,
) -> R {
    self_
        .method(
            "_check",
            &[
                a.ge(&b)?,
                msg.clone(),
                Value::str(
                    format!(
                        "{} not greater than or equal to {}", py::fmt(& a, 'r', "") ?,
                        py::fmt(& b, 'r', "") ?
                    ),
                ),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_almost_equal(
    self_: Value,
    first: Value,
    second: Value,
    mut places: Value,
    msg: Value,
    delta: Value,
) -> R {
    if first.is_eq(&second)? {
        return Ok(Value::None);
    }
    let difference = py::builtins::abs(&py::pos(&[first.sub(&second)?]))?;
    if !delta.is(&Value::None) {
        self_
            .method(
                "_check",
                &[
                    difference.le(&delta)?,
                    msg.clone(),
                    Value::str(
                        format!(
                            "{} != {} within {} delta ({} difference)", py::fmt(& first,
                            'r', "") ?, py::fmt(& second, 'r', "") ?, py::fmt(& delta,
                            'r', "") ?, py::fmt(& difference, 'r', "") ?
                        ),
                    ),
                ],
            )?;
        return Ok(Value::None);
    }
    places = if places.is(&Value::None) { Value::Int(7) } else { places.clone() };
    self_
        .method(
            "_check",
            &[
                py::builtins::round(&py::pos(&[difference.clone(), places.clone()]))?
                    .eq(&Value::Int(0))?,
                msg.clone(),
                Value::str(
                    format!(
                        "{} != {} within {} places ({} difference)", py::fmt(& first,
                        'r', "") ?, py::fmt(& second, 'r', "") ?, py::fmt(& places, 'r',
                        "") ?, py::fmt(& difference, 'r', "") ?
                    ),
                ),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_not_almost_equal(
    self_: Value,
    first: Value,
    second: Value,
    mut places: Value,
    msg: Value,
    delta: Value,
) -> R {
    let difference = py::builtins::abs(&py::pos(&[first.sub(&second)?]))?;
    if !delta.is(&Value::None) {
        self_
            .method(
                "_check",
                &[
                    {
                        let left_11 = first.ne(&second)?;
                        if !left_11.truth()? { left_11 } else { difference.gt(&delta)? }
                    },
                    msg.clone(),
                    Value::str(
                        format!(
                            "{} == {} within {} delta", py::fmt(& first, 'r', "") ?,
                            py::fmt(& second, 'r', "") ?, py::fmt(& delta, 'r', "") ?
                        ),
                    ),
                ],
            )?;
        return Ok(Value::None);
    }
    places = if places.is(&Value::None) { Value::Int(7) } else { places.clone() };
    self_
        .method(
            "_check",
            &[
                {
                    let left_12 = first.ne(&second)?;
                    if !left_12.truth()? {
                        left_12
                    } else {
                        py::builtins::round(
                                &py::pos(&[difference.clone(), places.clone()]),
                            )?
                            .ne(&Value::Int(0))?
                    }
                },
                msg.clone(),
                Value::str(
                    format!(
                        "{} == {} within {} places", py::fmt(& first, 'r', "") ?,
                        py::fmt(& second, 'r', "") ?, py::fmt(& places, 'r', "") ?
                    ),
                ),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_sequence_equal(
    self_: Value,
    first: Value,
    second: Value,
    msg: Value,
    seq_type: Value,
) -> R {
    self_
        .method(
            "_check",
            &[
                py::construct::list(&py::pos(&[first.clone()]))?
                    .eq(&py::construct::list(&py::pos(&[second.clone()]))?)?,
                msg.clone(),
                Value::str(
                    format!(
                        "{} != {}", py::fmt(& first, 'r', "") ?, py::fmt(& second, 'r',
                        "") ?
                    ),
                ),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_list_equal(
    self_: Value,
    first: Value,
    second: Value,
    msg: Value,
) -> R {
    self_
        .method(
            "assertIsInstance",
            &[
                first.clone(),
                py::library_class("list"),
                Value::str("First sequence is not a list"),
            ],
        )?;
    self_
        .method(
            "assertIsInstance",
            &[
                second.clone(),
                py::library_class("list"),
                Value::str("Second sequence is not a list"),
            ],
        )?;
    self_.method("assertEqual", &[first.clone(), second.clone(), msg.clone()])?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_tuple_equal(
    self_: Value,
    first: Value,
    second: Value,
    msg: Value,
) -> R {
    self_.method("assertEqual", &[first.clone(), second.clone(), msg.clone()])?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_set_equal(
    self_: Value,
    first: Value,
    second: Value,
    msg: Value,
) -> R {
    self_.method("assertEqual", &[first.clone(), second.clone(), msg.clone()])?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_dict_equal(
    self_: Value,
    first: Value,
    second: Value,
    msg: Value,
) -> R {
    self_.method("assertEqual", &[first.clone(), second.clone(), msg.clone()])?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_multi_line_equal(
    self_: Value,
    first: Value,
    second: Value,
    msg: Value,
) -> R {
    self_.method("assertEqual", &[first.clone(), second.clone(), msg.clone()])?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_count_equal(
    self_: Value,
    first: Value,
    second: Value,
    msg: Value,
) -> R {
    let left = py::construct::list(&py::pos(&[first.clone()]))?;
    let right = py::construct::list(&py::pos(&[second.clone()]))?;
    let rest = py::construct::list(&py::pos(&[right.clone()]))?;
    let mut iter_13 = py::iter::iter(&left)?;
    while let Some(item) = iter_13.next()? {
        if !py::contained(&item, &rest)? {
            self_
                .method(
                    "fail",
                    &[
                        self_
                            .method(
                                "_formatMessage",
                                &[msg.clone(), Value::str("Element counts were not equal")],
                            )?,
                    ],
                )?;
        }
        rest.method("remove", &[item.clone()])?;
    }
    self_
        .method(
            "_check",
            &[
                Value::Bool(!rest.truth()?),
                msg.clone(),
                Value::str("Element counts were not equal"),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_regex(
    self_: Value,
    text: Value,
    expected_regex: Value,
    msg: Value,
) -> R {
    let pattern = if py::builtins::isinstance(
            &py::pos(&[expected_regex.clone(), py::library_class("str")]),
        )?
        .truth()?
    {
        py::library::re::compile(&py::pos(&[expected_regex.clone()]))?
    } else {
        expected_regex.clone()
    };
    self_
        .method(
            "_check",
            &[
                pattern.method("search", &[text.clone()])?,
                msg.clone(),
                Value::str(
                    format!(
                        "Regex didn't match: {} not found in {}", py::fmt(& pattern
                        .attr("pattern") ?, 'r', "") ?, py::fmt(& text, 'r', "") ?
                    ),
                ),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_not_regex(
    self_: Value,
    text: Value,
    unexpected_regex: Value,
    msg: Value,
) -> R {
    let pattern = if py::builtins::isinstance(
            &py::pos(&[unexpected_regex.clone(), py::library_class("str")]),
        )?
        .truth()?
    {
        py::library::re::compile(&py::pos(&[unexpected_regex.clone()]))?
    } else {
        unexpected_regex.clone()
    };
    self_
        .method(
            "_check",
            &[
                Value::Bool(!pattern.method("search", &[text.clone()])?.truth()?),
                msg.clone(),
                Value::str(
                    format!(
                        "Regex matched: {} matches in {}", py::fmt(& pattern
                        .attr("pattern") ?, 'r', "") ?, py::fmt(& text, 'r', "") ?
                    ),
                ),
            ],
        )?;
    Ok(Value::None)
}

pub(crate) fn test_case_assert_raises(
    self_: Value,
    expected_exception: Value,
    args: Value,
    kwargs: Value,
) -> R {
    let context = py::call::call(
        &global::_Raises.load()?,
        &py::Args {
            pos: &[self_.clone(), expected_exception.clone()],
            kw: &[
                (
                    "msg",
                    if !args.truth()? {
                        kwargs.method("pop", &[Value::str("msg"), Value::None])?
                    } else {
                        Value::None
                    },
                ),
            ],
        },
    )?;
    if !args.truth()? {
        return Ok(context.clone());
    }
    let manager_16 = context.clone();
    let entered_18 = py::enter_context(&manager_16)?;
    let flow_23: py::Flow = 'with_17: {
        {
            let function_19 = py::attempt!('with_17, args.item(& Value::Int(0)));
            let args_20: Vec<Value> = {
                let mut items_22 = Vec::new();
                items_22
                    .extend(
                        py::attempt!(
                            'with_17, py::iter::to_vec(& py::attempt!('with_17, args
                            .item(& py::item::slice(Value::Int(1), Value::None,
                            Value::None))))
                        ),
                    );
                items_22
            };
            let mut keywords_21 = Vec::new();
            py::attempt!('with_17, py::call::keywords(& kwargs, & mut keywords_21));
            py::attempt!(
                'with_17, py::call::call(& function_19, & py::Args { pos : & args_20, kw
                : & keywords_21, })
            );
        }
        py::Flow::Next
    };
    match py::exit_context(&manager_16, flow_23)? {
        py::Flow::Next => {}
        py::Flow::Raise(raised) => return Err(raised),
        py::Flow::Return(value) => return Ok(value),
        _ => {}
    }
    Ok(Value::None)
}

pub(crate) fn test_case_assert_raises_regex(
    self_: Value,
    expected_exception: Value,
    expected_regex: Value,
    args: Value,
    kwargs: Value,
) -> R {
    let context = py::call::call(
        &global::_Raises.load()?,
        &py::pos(
            &[
                self_.clone(),
                expected_exception.clone(),
                expected_regex.clone(),
                if !args.truth()? {
                    kwargs.method("pop", &[Value::str("msg"), Value::None])?
                } else {
                    Value::None
                },
            ],
        ),
    )?;
    if !args.truth()? {
        return Ok(context.clone());
    }
    let manager_25 = context.clone();
    let entered_27 = py::enter_context(&manager_25)?;
    let flow_32: py::Flow = 'with_26: {
        {
            let function_28 = py::attempt!('with_26, args.item(& Value::Int(0)));
            let args_29: Vec<Value> = {
                let mut items_31 = Vec::new();
                items_31
                    .extend(
                        py::attempt!(
                            'with_26, py::iter::to_vec(& py::attempt!('with_26, args
                            .item(& py::item::slice(Value::Int(1), Value::None,
                            Value::None))))
                        ),
                    );
                items_31
            };
            let mut keywords_30 = Vec::new();
            py::attempt!('with_26, py::call::keywords(& kwargs, & mut keywords_30));
            py::attempt!(
                'with_26, py::call::call(& function_28, & py::Args { pos : & args_29, kw
                : & keywords_30, })
            );
        }
        py::Flow::Next
    };
    match py::exit_context(&manager_25, flow_32)? {
        py::Flow::Next => {}
        py::Flow::Raise(raised) => return Err(raised),
        py::Flow::Return(value) => return Ok(value),
        _ => {}
    }
    Ok(Value::None)
}

pub(crate) fn test_case_debug(self_: Value) -> R {
    self_.method("setUp", &[])?;
    py::call::call(
        &py::builtins::getattr(
            &py::pos(&[self_.clone(), self_.attr("_testMethodName")?]),
        )?,
        &py::Args::none(),
    )?;
    self_.method("tearDown", &[])?;
    Ok(Value::None)
}

pub(crate) fn test_case_call(self_: Value, result: Value) -> R {
    Ok(self_.method("run", &[result.clone()])?)
}

pub(crate) fn test_case_count_test_cases(self_: Value) -> R {
    Ok(Value::Int(1))
}

pub(crate) fn test_case_run(self_: Value, mut result: Value) -> R {
    if result.is(&Value::None) {
        result = py::call::call(&global::TestResult.load()?, &py::Args::none())?;
    }
    result.method("startTest", &[self_.clone()])?;
    self_.method("_judge", &[result.clone()])?;
    result.method("stopTest", &[self_.clone()])?;
    Ok(result.clone())
}

pub(crate) fn test_case_judge(self_: Value, result: Value) -> R {
    let mut args = Value::Unbound;
    let mut error = Value::Unbound;
    let mut function = Value::Unbound;
    let mut kwargs = Value::Unbound;
    let mut skip = Value::Unbound;
    let method = py::builtins::getattr(
        &py::pos(&[self_.clone(), self_.attr("_testMethodName")?]),
    )?;
    let reason = {
        let left_35 = py::builtins::getattr(
            &py::pos(&[method.clone(), Value::str("__unittest_skip__"), Value::None]),
        )?;
        if left_35.truth()? {
            left_35
        } else {
            py::builtins::getattr(
                &py::pos(
                    &[
                        py::construct::type_(&py::pos(&[self_.clone()]))?,
                        Value::str("__unittest_skip__"),
                        Value::None,
                    ],
                ),
            )?
        }
    };
    if !reason.is(&Value::None) {
        result.method("addSkip", &[self_.clone(), reason.clone()])?;
        return Ok(Value::None);
    }
    let mut problem = Value::None;
    let mut skipped = Value::None;
    let flow_38: py::Flow = 'try_36: {
        py::attempt!('try_36, self_.method("setUp", & []));
        py::Flow::Next
    };
    if let py::Flow::Raise(raised_37) = flow_38 {
        if raised_37.matches(&global::SkipTest.load()?)? {
            skip = raised_37.value();
            result
                .method(
                    "addSkip",
                    &[self_.clone(), py::construct::str(&py::pos(&[skip.clone()]))?],
                )?;
            return Ok(Value::None);
        } else if raised_37.is_a("Exception") {
            error = raised_37.value();
            result
                .method(
                    "addError",
                    &[
                        self_.clone(),
                        py::tuple([
                            py::construct::type_(&py::pos(&[error.clone()]))?,
                            error.clone(),
                            Value::None,
                        ]),
                    ],
                )?;
            return Ok(Value::None);
        } else {
            return Err(raised_37);
        }
    }
    let flow_42: py::Flow = 'try_39: {
        py::attempt!('try_39, py::call::call(& method.clone(), & py::Args::none()));
        py::Flow::Next
    };
    if let py::Flow::Raise(raised_41) = flow_42 {
        if raised_41.matches(&global::SkipTest.load()?)? {
            skip = raised_41.value();
            skipped = skip.clone();
        } else if raised_41.is_a("Exception") {
            error = raised_41.value();
            problem = error.clone();
        } else {
            return Err(raised_41);
        }
    }
    let flow_45: py::Flow = 'try_43: {
        py::attempt!('try_43, self_.method("tearDown", & []));
        py::Flow::Next
    };
    if let py::Flow::Raise(raised_44) = flow_45 {
        if raised_44.is_a("Exception") {
            error = raised_44.value();
            problem = if problem.is(&Value::None) {
                error.clone()
            } else {
                problem.clone()
            };
        } else {
            return Err(raised_44);
        }
    }
    while self_.attr("_cleanups")?.truth()? {
        let [item_47, item_48, item_49] = py::unpack::<
            3,
        >(&self_.attr("_cleanups")?.method("pop", &[])?)?;
        function = item_47;
        args = item_48;
        kwargs = item_49;
        {
            let function_50 = function.clone();
            let args_51: Vec<Value> = {
                let mut items_53 = Vec::new();
                items_53.extend(py::iter::to_vec(&args)?);
                items_53
            };
            let mut keywords_52 = Vec::new();
            py::call::keywords(&kwargs, &mut keywords_52)?;
            py::call::call(
                &function_50,
                &py::Args {
                    pos: &args_51,
                    kw: &keywords_52,
                },
            )?;
        }
    }
    if !skipped.is(&Value::None) {
        result
            .method(
                "addSkip",
                &[self_.clone(), py::construct::str(&py::pos(&[skipped.clone()]))?],
            )?;
    }
    if py::builtins::getattr(
            &py::pos(
                &[
                    method.clone(),
                    Value::str("__unittest_expecting_failure__"),
                    Value::Bool(false),
                ],
            ),
        )?
        .truth()?
    {
        if problem.is(&Value::None) && self_.attr("_subfailures")?.truth()? {
            problem = self_.attr("_subfailures")?.item(&Value::Int(0))?;
        }
        if problem.is(&Value::None) {
            result.method("addUnexpectedSuccess", &[self_.clone()])?;
        } else {
            result
                .method(
                    "addExpectedFailure",
                    &[
                        self_.clone(),
                        py::tuple([
                            py::construct::type_(&py::pos(&[problem.clone()]))?,
                            problem.clone(),
                            Value::None,
                        ]),
                    ],
                )?;
        }
        return Ok(Value::None);
    }
    let mut iter_54 = py::iter::iter(&self_.attr("_subfailures")?)?;
    while let Some(failed) = iter_54.next()? {
        result
            .method(
                "addSubTest",
                &[
                    self_.clone(),
                    self_.clone(),
                    py::tuple([
                        py::construct::type_(&py::pos(&[failed.clone()]))?,
                        failed.clone(),
                        Value::None,
                    ]),
                ],
            )?;
    }
    if !problem.is(&Value::None) {
        if py::builtins::isinstance(
                &py::pos(&[problem.clone(), self_.attr("failureException")?]),
            )?
            .truth()?
        {
            result
                .method(
                    "addFailure",
                    &[
                        self_.clone(),
                        py::tuple([
                            py::construct::type_(&py::pos(&[problem.clone()]))?,
                            problem.clone(),
                            Value::None,
                        ]),
                    ],
                )?;
        } else {
            result
                .method(
                    "addError",
                    &[
                        self_.clone(),
                        py::tuple([
                            py::construct::type_(&py::pos(&[problem.clone()]))?,
                            problem.clone(),
                            Value::None,
                        ]),
                    ],
                )?;
        }
    } else if skipped.is(&Value::None) && !self_.attr("_subfailures")?.truth()? {
        result.method("addSuccess", &[self_.clone()])?;
    }
    Ok(Value::None)
}

/// Leaves a test out.
pub(crate) fn skip(reason: Value) -> R {
    let mut mark = Value::Unbound;
    mark = {
        let reason = reason.clone();
        py::def(
            "skip.<locals>.mark",
            "item",
            [],
            move |item: Value| -> R {
                item.set_attr("__unittest_skip__", reason.clone())?;
                Ok(item.clone())
            },
        )
    };
    Ok(mark.clone())
}

pub(crate) fn skip_if(condition: Value, reason: Value) -> R {
    Ok(if condition.truth()? { skip(reason.clone())? } else { global::_same.load()? })
}

pub(crate) fn skip_unless(condition: Value, reason: Value) -> R {
    Ok(if condition.truth()? { global::_same.load()? } else { skip(reason.clone())? })
}

pub(crate) fn _same(item: Value) -> R {
    Ok(item.clone())
}

pub(crate) fn expected_failure(item: Value) -> R {
    item.set_attr("__unittest_expecting_failure__", Value::Bool(true))?;
    Ok(item.clone())
}

pub(crate) fn test_suite_init(self_: Value, tests: Value) -> R {
    self_.set_attr("_tests", py::list([]))?;
    self_.method("addTests", &[tests.clone()])?;
    Ok(Value::None)
}

pub(crate) fn test_suite_add_test(self_: Value, test: Value) -> R {
    self_.attr("_tests")?.method("append", &[test.clone()])?;
    Ok(Value::None)
}

pub(crate) fn test_suite_add_tests(self_: Value, tests: Value) -> R {
    let mut iter_56 = py::iter::iter(&tests)?;
    while let Some(test) = iter_56.next()? {
        self_.method("addTest", &[test.clone()])?;
    }
    Ok(Value::None)
}

pub(crate) fn test_suite_iter(self_: Value) -> R {
    Ok(py::builtins::iter(&py::pos(&[self_.attr("_tests")?]))?)
}

pub(crate) fn test_suite_call(self_: Value, result: Value) -> R {
    Ok(self_.method("run", &[result.clone()])?)
}

pub(crate) fn test_suite_count_test_cases(self_: Value) -> R {
    Ok(
        py::builtins::sum(
            &py::pos(
                &[
                    {
                        let mut out_58 = Vec::new();
                        let mut iter_59 = py::iter::iter(&self_.attr("_tests")?)?;
                        while let Some(test) = iter_59.next()? {
                            out_58.push(test.method("countTestCases", &[])?);
                        }
                        Value::list(out_58)
                    },
                ],
            ),
        )?,
    )
}

pub(crate) fn test_suite_flat(self_: Value) -> R {
    let out = py::list([]);
    let mut iter_60 = py::iter::iter(&self_.attr("_tests")?)?;
    while let Some(test) = iter_60.next()? {
        if py::builtins::isinstance(
                &py::pos(&[test.clone(), global::TestSuite.load()?]),
            )?
            .truth()?
        {
            out.method("extend", &[test.method("_flat", &[])?])?;
        } else {
            out.method("append", &[test.clone()])?;
        }
    }
    Ok(out.clone())
}

pub(crate) fn test_suite_run(self_: Value, result: Value) -> R {
    let mut previous = Value::None;
    let mut iter_62 = py::iter::iter(&self_.method("_flat", &[])?)?;
    while let Some(test) = iter_62.next()? {
        if !py::construct::type_(&py::pos(&[test.clone()]))?.is(&previous) {
            if !previous.is(&Value::None) {
                previous.method("tearDownClass", &[])?;
            }
            py::construct::type_(&py::pos(&[test.clone()]))?.method("setUpClass", &[])?;
            previous = py::construct::type_(&py::pos(&[test.clone()]))?;
        }
        if result.attr("shouldStop")?.truth()? {
            break;
        }
        test.method("run", &[result.clone()])?;
    }
    drop(iter_62);
    if !previous.is(&Value::None) {
        previous.method("tearDownClass", &[])?;
    }
    Ok(result.clone())
}

pub(crate) fn test_loader_get_test_case_names(self_: Value, case: Value) -> R {
    Ok(
        py::builtins::sorted(
            &py::pos(
                &[
                    {
                        let mut out_64 = Vec::new();
                        let mut iter_65 = py::iter::iter(
                            &py::builtins::dir(&py::pos(&[case.clone()]))?,
                        )?;
                        while let Some(name) = iter_65.next()? {
                            if name.method("startswith", &[Value::str("test")])?.truth()?
                                && py::builtins::callable(
                                        &py::pos(
                                            &[
                                                py::builtins::getattr(
                                                    &py::pos(&[case.clone(), name.clone()]),
                                                )?,
                                            ],
                                        ),
                                    )?
                                    .truth()?
                            {
                                out_64.push(name.clone());
                            }
                        }
                        Value::list(out_64)
                    },
                ],
            ),
        )?,
    )
}

pub(crate) fn test_loader_load_tests_from_test_case(self_: Value, case: Value) -> R {
    let mut names = self_.method("getTestCaseNames", &[case.clone()])?;
    if !names.truth()?
        && py::builtins::hasattr(&py::pos(&[case.clone(), Value::str("runTest")]))?
            .truth()?
    {
        names = py::list([Value::str("runTest")]);
    }
    Ok(
        py::call::call(
            &global::TestSuite.load()?,
            &py::pos(
                &[
                    {
                        let mut out_67 = Vec::new();
                        let mut iter_68 = py::iter::iter(&names)?;
                        while let Some(name) = iter_68.next()? {
                            out_67
                                .push(
                                    py::call::call(&case.clone(), &py::pos(&[name.clone()]))?,
                                );
                        }
                        Value::list(out_67)
                    },
                ],
            ),
        )?,
    )
}

pub(crate) fn test_loader_load_tests_from_module(self_: Value, module: Value) -> R {
    Ok(
        py::call::call(
            &global::TestSuite.load()?,
            &py::pos(
                &[
                    {
                        let mut out_71 = Vec::new();
                        let mut iter_72 = py::iter::iter(
                            &_cases(global::TestCase.load()?)?,
                        )?;
                        while let Some(case) = iter_72.next()? {
                            out_71
                                .push(
                                    self_.method("loadTestsFromTestCase", &[case.clone()])?,
                                );
                        }
                        Value::list(out_71)
                    },
                ],
            ),
        )?,
    )
}

pub(crate) fn _cases(root: Value) -> R {
    let _frame = py::run::enter()?;
    let out = py::list([]);
    let mut iter_73 = py::iter::iter(&root.method("__subclasses__", &[])?)?;
    while let Some(case) = iter_73.next()? {
        out.method("append", &[case.clone()])?;
        out.method("extend", &[_cases(case.clone())?])?;
    }
    {
        let object_75 = out.clone();
        py::call::call_method_with(
            &object_75,
            "sort",
            &py::Args {
                pos: &[],
                kw: &[
                    (
                        "key",
                        py::def(
                            "_cases.<locals>.<lambda>",
                            "case",
                            [],
                            move |case: Value| -> R {
                                Ok(case.attr("__name__")?)
                            },
                        ),
                    ),
                ],
            },
        )?;
    }
    Ok(out.clone())
}

pub(crate) fn make_suite(case: Value, prefix: Value) -> R {
    Ok(
        global::defaultTestLoader
            .load()?
            .method("loadTestsFromTestCase", &[case.clone()])?,
    )
}

pub(crate) fn text_test_runner_init(
    self_: Value,
    stream: Value,
    descriptions: Value,
    verbosity: Value,
    failfast: Value,
    buffer: Value,
    resultclass: Value,
) -> R {
    self_.set_attr("stream", stream.clone())?;
    self_.set_attr("verbosity", verbosity.clone())?;
    self_.set_attr("resultclass", resultclass.clone())?;
    Ok(Value::None)
}

pub(crate) fn text_test_runner_run(self_: Value, test: Value) -> R {
    let mut case = Value::Unbound;
    let mut label = Value::Unbound;
    let mut problems = Value::Unbound;
    let mut trace = Value::Unbound;
    let result = py::call::call(
        &if self_.attr("resultclass")?.is(&Value::None) {
            global::TextTestResult.load()?
        } else {
            self_.attr("resultclass")?
        },
        &py::pos(&[self_.attr("stream")?, Value::Bool(true), self_.attr("verbosity")?]),
    )?;
    if py::builtins::isinstance(&py::pos(&[test.clone(), global::TestSuite.load()?]))?
        .truth()?
    {
        test.method("run", &[result.clone()])?;
    } else {
        py::call::call(
                &global::TestSuite.load()?,
                &py::pos(&[py::list([test.clone()])]),
            )?
            .method("run", &[result.clone()])?;
    }
    let out = py::library::sys::stderr();
    if !self_.attr("stream")?.is(&Value::None)
        && !self_.attr("stream")?.is(&py::library::sys::stderr())
    {
        if !py::builtins::hasattr(
                &py::pos(&[self_.attr("stream")?, Value::str("_poison")]),
            )?
            .truth()?
        {
            py::library::sys::_stop(
                &py::pos(
                    &[
                        Value::str(
                            "batuta: PY0206 reports of tests elsewhere than on standard error are not converted",
                        ),
                    ],
                ),
            )?;
        }
        // Times and places in a report are not known: who reads it is stopped.
        self_.attr("stream")?.method("_poison", &[])?;
        return Ok(result.clone());
    }
    out.method("write", &[Value::str("\n")])?;
    let mut iter_79 = py::iter::iter(
        &py::tuple([
            py::tuple([Value::str("ERROR"), result.attr("errors")?]),
            py::tuple([Value::str("FAIL"), result.attr("failures")?]),
        ]),
    )?;
    while let Some(item_80) = iter_79.next()? {
        let [item_81, item_82] = py::unpack::<2>(&item_80)?;
        label = item_81;
        problems = item_82;
        let mut iter_84 = py::iter::iter(&problems)?;
        while let Some(item_85) = iter_84.next()? {
            let [item_86, item_87] = py::unpack::<2>(&item_85)?;
            case = item_86;
            trace = item_87;
            let error = trace.attr("_problem")?;
            out.method(
                "write",
                &[
                    Value::str("=")
                        .mul(&Value::Int(70))?
                        .add(
                            &Value::str(
                                format!(
                                    "\n{}: {}\n", py::show(& label) ?, py::show(& case) ?
                                ),
                            ),
                        )?
                        .add(&Value::str("-").mul(&Value::Int(70))?)?
                        .add(
                            &Value::str(
                                format!(
                                    "\n{}: {}\n\n", py::show(& py::construct::type_(& py::pos(&
                                    [error.clone()])) ?.attr("__name__") ?) ?, py::show(& error)
                                    ?
                                ),
                            ),
                        )?,
                ],
            )?;
        }
    }
    out.method(
        "write",
        &[Value::str("-").mul(&Value::Int(70))?.add(&Value::str("\n"))?],
    )?;
    let s = if result.attr("testsRun")?.is_eq(&Value::Int(1))? {
        Value::str("")
    } else {
        Value::str("s")
    };
    out.method(
        "write",
        &[
            Value::str(
                format!(
                    "Ran {} test{}\n\n", py::show(& result.attr("testsRun") ?) ?,
                    py::show(& s) ?
                ),
            ),
        ],
    )?;
    out.method(
        "write",
        &[
            if result.method("wasSuccessful", &[])?.truth()? {
                Value::str("OK\n")
            } else {
                Value::str("FAILED\n")
            },
        ],
    )?;
    Ok(result.clone())
}

pub(crate) fn test_program_init(
    self_: Value,
    module: Value,
    defaultTest: Value,
    argv: Value,
    mut testRunner: Value,
    testLoader: Value,
    exit: Value,
    verbosity: Value,
    failfast: Value,
    catchbreak: Value,
    buffer: Value,
    warnings: Value,
) -> R {
    if testRunner.is(&Value::None) {
        testRunner = global::TextTestRunner.load()?;
    }
    if py::builtins::isinstance(
            &py::pos(&[testRunner.clone(), py::library_class("type")]),
        )?
        .truth()?
    {
        testRunner = py::call::call(
            &testRunner.clone(),
            &py::Args {
                pos: &[],
                kw: &[("verbosity", verbosity.clone())],
            },
        )?;
    }
    self_
        .set_attr(
            "result",
            testRunner
                .method(
                    "run",
                    &[
                        global::defaultTestLoader
                            .load()?
                            .method("loadTestsFromModule", &[])?,
                    ],
                )?,
        )?;
    if exit.truth()? {
        py::library::sys::exit(
            &py::pos(
                &[
                    Value::Bool(
                        !self_.attr("result")?.method("wasSuccessful", &[])?.truth()?,
                    ),
                ],
            ),
        )?;
    }
    Ok(Value::None)
}

/// The statements of `unittest.py`.
pub(crate) fn run() -> R<()> {
    global::SkipTest
        .store({
            let class = py::ClassBody::new(
                "SkipTest",
                NAME,
                Value::str("A test that is left out."),
                &[py::exception("Exception")],
            )?;
            class.finish(&[])?
        });
    global::_Trace
        .store({
            let class = py::ClassBody::new(
                "_Trace",
                NAME,
                Value::str(
                    "The text of a traceback, which a program that looks at it cannot have.",
                ),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def("_Trace.__init__", "self, problem", [], _trace_init),
                );
            class
                .set(
                    "__getattr__",
                    py::def("_Trace.__getattr__", "self, name", [], _trace_getattr),
                );
            class.set("__str__", py::def("_Trace.__str__", "self", [], _trace_str));
            class.set("__repr__", py::def("_Trace.__repr__", "self", [], _trace_repr));
            class
                .set(
                    "__format__",
                    py::def("_Trace.__format__", "self, spec", [], _trace_format),
                );
            class.set("__len__", py::def("_Trace.__len__", "self", [], _trace_len));
            class.set("__iter__", py::def("_Trace.__iter__", "self", [], _trace_iter));
            class
                .set(
                    "__contains__",
                    py::def("_Trace.__contains__", "self, part", [], _trace_contains),
                );
            class
                .set(
                    "__getitem__",
                    py::def("_Trace.__getitem__", "self, at", [], _trace_getitem),
                );
            class.set("__eq__", py::def("_Trace.__eq__", "self, other", [], _trace_eq));
            class.set("__hash__", py::def("_Trace.__hash__", "self", [], _trace_hash));
            class
                .set(
                    "__add__",
                    py::def("_Trace.__add__", "self, other", [], _trace_add),
                );
            class
                .set(
                    "__radd__",
                    py::def("_Trace.__radd__", "self, other", [], _trace_radd),
                );
            class.finish(&[])?
        });
    global::_unknown.store(py::def("_unknown", "", [], _unknown));
    global::TestResult
        .store({
            let class = py::ClassBody::new(
                "TestResult",
                NAME,
                Value::str("What became of tests."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "TestResult.__init__",
                        "self, stream=, descriptions=, verbosity=",
                        [Value::None, Value::None, Value::None],
                        test_result_init,
                    ),
                );
            class
                .set(
                    "startTestRun",
                    py::def(
                        "TestResult.startTestRun",
                        "self",
                        [],
                        test_result_start_test_run,
                    ),
                );
            class
                .set(
                    "stopTestRun",
                    py::def(
                        "TestResult.stopTestRun",
                        "self",
                        [],
                        test_result_stop_test_run,
                    ),
                );
            class
                .set(
                    "startTest",
                    py::def(
                        "TestResult.startTest",
                        "self, test",
                        [],
                        test_result_start_test,
                    ),
                );
            class
                .set(
                    "stopTest",
                    py::def(
                        "TestResult.stopTest",
                        "self, test",
                        [],
                        test_result_stop_test,
                    ),
                );
            class
                .set(
                    "addSuccess",
                    py::def(
                        "TestResult.addSuccess",
                        "self, test",
                        [],
                        test_result_add_success,
                    ),
                );
            class
                .set(
                    "addFailure",
                    py::def(
                        "TestResult.addFailure",
                        "self, test, err",
                        [],
                        test_result_add_failure,
                    ),
                );
            class
                .set(
                    "addError",
                    py::def(
                        "TestResult.addError",
                        "self, test, err",
                        [],
                        test_result_add_error,
                    ),
                );
            class
                .set(
                    "addSkip",
                    py::def(
                        "TestResult.addSkip",
                        "self, test, reason",
                        [],
                        test_result_add_skip,
                    ),
                );
            class
                .set(
                    "addExpectedFailure",
                    py::def(
                        "TestResult.addExpectedFailure",
                        "self, test, err",
                        [],
                        test_result_add_expected_failure,
                    ),
                );
            class
                .set(
                    "addUnexpectedSuccess",
                    py::def(
                        "TestResult.addUnexpectedSuccess",
                        "self, test",
                        [],
                        test_result_add_unexpected_success,
                    ),
                );
            class
                .set(
                    "addSubTest",
                    py::def(
                        "TestResult.addSubTest",
                        "self, test, subtest, err",
                        [],
                        test_result_add_sub_test,
                    ),
                );
            class
                .set(
                    "wasSuccessful",
                    py::def(
                        "TestResult.wasSuccessful",
                        "self",
                        [],
                        test_result_was_successful,
                    ),
                );
            class.set("stop", py::def("TestResult.stop", "self", [], test_result_stop));
            class.finish(&[])?
        });
    global::TextTestResult
        .store({
            let class = py::ClassBody::new(
                "TextTestResult",
                NAME,
                Value::str("Tells on standard error how tests end."),
                &[global::TestResult.load()?],
            )?;
            class
                .set(
                    "addSuccess",
                    py::def(
                        "TextTestResult.addSuccess",
                        "self, test",
                        [],
                        text_test_result_add_success,
                    ),
                );
            class
                .set(
                    "addFailure",
                    py::def(
                        "TextTestResult.addFailure",
                        "self, test, err",
                        [],
                        text_test_result_add_failure,
                    ),
                );
            class
                .set(
                    "addError",
                    py::def(
                        "TextTestResult.addError",
                        "self, test, err",
                        [],
                        text_test_result_add_error,
                    ),
                );
            class
                .set(
                    "addSkip",
                    py::def(
                        "TextTestResult.addSkip",
                        "self, test, reason",
                        [],
                        text_test_result_add_skip,
                    ),
                );
            class
                .set(
                    "addExpectedFailure",
                    py::def(
                        "TextTestResult.addExpectedFailure",
                        "self, test, err",
                        [],
                        text_test_result_add_expected_failure,
                    ),
                );
            class
                .set(
                    "addUnexpectedSuccess",
                    py::def(
                        "TextTestResult.addUnexpectedSuccess",
                        "self, test",
                        [],
                        text_test_result_add_unexpected_success,
                    ),
                );
            class.finish(&[])?
        });
    global::_Raises
        .store({
            let class = py::ClassBody::new("_Raises", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def(
                        "_Raises.__init__",
                        "self, case, expected, pattern=, msg=",
                        [Value::None, Value::None],
                        _raises_init,
                    ),
                );
            class
                .set(
                    "__enter__",
                    py::def("_Raises.__enter__", "self", [], _raises_enter),
                );
            class
                .set(
                    "__exit__",
                    py::def(
                        "_Raises.__exit__",
                        "self, kind, value, trace",
                        [],
                        _raises_exit,
                    ),
                );
            class.finish(&[])?
        });
    global::_SubTest
        .store({
            let class = py::ClassBody::new("_SubTest", NAME, Value::None, &[])?;
            class
                .set(
                    "__init__",
                    py::def("_SubTest.__init__", "self, case", [], _sub_test_init),
                );
            class
                .set(
                    "__enter__",
                    py::def("_SubTest.__enter__", "self", [], _sub_test_enter),
                );
            class
                .set(
                    "__exit__",
                    py::def(
                        "_SubTest.__exit__",
                        "self, kind, value, trace",
                        [],
                        _sub_test_exit,
                    ),
                );
            class.finish(&[])?
        });
    global::TestCase
        .store({
            let class = py::ClassBody::new(
                "TestCase",
                NAME,
                Value::str("Tests that share a fixture."),
                &[],
            )?;
            class.set("failureException", py::exception("AssertionError"));
            class.set("longMessage", Value::Bool(true));
            class.set("maxDiff", Value::Int(640));
            class
                .set(
                    "__init__",
                    py::def(
                        "TestCase.__init__",
                        "self, methodName=",
                        [Value::str("runTest")],
                        test_case_init,
                    ),
                );
            class.set("setUp", py::def("TestCase.setUp", "self", [], test_case_set_up));
            class
                .set(
                    "tearDown",
                    py::def("TestCase.tearDown", "self", [], test_case_tear_down),
                );
            class
                .set(
                    "setUpClass",
                    py::library_class("classmethod")
                        .call(
                            &[
                                py::def(
                                    "TestCase.setUpClass",
                                    "cls",
                                    [],
                                    test_case_set_up_class,
                                ),
                            ],
                        )?,
                );
            class
                .set(
                    "tearDownClass",
                    py::library_class("classmethod")
                        .call(
                            &[
                                py::def(
                                    "TestCase.tearDownClass",
                                    "cls",
                                    [],
                                    test_case_tear_down_class,
                                ),
                            ],
                        )?,
                );
            class.set("id", py::def("TestCase.id", "self", [], test_case_id));
            class.set("__str__", py::def("TestCase.__str__", "self", [], test_case_str));
            class
                .set(
                    "shortDescription",
                    py::def(
                        "TestCase.shortDescription",
                        "self",
                        [],
                        test_case_short_description,
                    ),
                );
            class
                .set(
                    "addCleanup",
                    py::def(
                        "TestCase.addCleanup",
                        "self, function, /, *args, **kwargs",
                        [],
                        test_case_add_cleanup,
                    ),
                );
            class
                .set(
                    "subTest",
                    py::def(
                        "TestCase.subTest",
                        "self, msg=, **params",
                        [Value::None],
                        test_case_sub_test,
                    ),
                );
            class
                .set(
                    "skipTest",
                    py::def("TestCase.skipTest", "self, reason", [], test_case_skip_test),
                );
            class
                .set(
                    "fail",
                    py::def("TestCase.fail", "self, msg=", [Value::None], test_case_fail),
                );
            class
                .set(
                    "_formatMessage",
                    py::def(
                        "TestCase._formatMessage",
                        "self, msg, standard",
                        [],
                        test_case_format_message,
                    ),
                );
            class
                .set(
                    "_check",
                    py::def(
                        "TestCase._check",
                        "self, good, msg, standard",
                        [],
                        test_case_check,
                    ),
                );
            class
                .set(
                    "assertTrue",
                    py::def(
                        "TestCase.assertTrue",
                        "self, expr, msg=",
                        [Value::None],
                        test_case_assert_true,
                    ),
                );
            class
                .set(
                    "assertFalse",
                    py::def(
                        "TestCase.assertFalse",
                        "self, expr, msg=",
                        [Value::None],
                        test_case_assert_false,
                    ),
                );
            class
                .set(
                    "assertEqual",
                    py::def(
                        "TestCase.assertEqual",
                        "self, first, second, msg=",
                        [Value::None],
                        test_case_assert_equal,
                    ),
                );
            class
                .set(
                    "assertNotEqual",
                    py::def(
                        "TestCase.assertNotEqual",
                        "self, first, second, msg=",
                        [Value::None],
                        test_case_assert_not_equal,
                    ),
                );
            class
                .set(
                    "assertIs",
                    py::def(
                        "TestCase.assertIs",
                        "self, a, b, msg=",
                        [Value::None],
                        test_case_assert_is,
                    ),
                );
            class
                .set(
                    "assertIsNot",
                    py::def(
                        "TestCase.assertIsNot",
                        "self, a, b, msg=",
                        [Value::None],
                        test_case_assert_is_not,
                    ),
                );
            class
                .set(
                    "assertIsNone",
                    py::def(
                        "TestCase.assertIsNone",
                        "self, obj, msg=",
                        [Value::None],
                        test_case_assert_is_none,
                    ),
                );
            class
                .set(
                    "assertIsNotNone",
                    py::def(
                        "TestCase.assertIsNotNone",
                        "self, obj, msg=",
                        [Value::None],
                        test_case_assert_is_not_none,
                    ),
                );
            class
                .set(
                    "assertIn",
                    py::def(
                        "TestCase.assertIn",
                        "self, member, container, msg=",
                        [Value::None],
                        test_case_assert_in,
                    ),
                );
            class
                .set(
                    "assertNotIn",
                    py::def(
                        "TestCase.assertNotIn",
                        "self, member, container, msg=",
                        [Value::None],
                        test_case_assert_not_in,
                    ),
                );
            class
                .set(
                    "assertIsInstance",
                    py::def(
                        "TestCase.assertIsInstance",
                        "self, obj, cls, msg=",
                        [Value::None],
                        test_case_assert_is_instance,
                    ),
                );
            class
                .set(
                    "assertNotIsInstance",
                    py::def(
                        "TestCase.assertNotIsInstance",
                        "self, obj, cls, msg=",
                        [Value::None],
                        test_case_assert_not_is_instance,
                    ),
                );
            class
                .set(
                    "assertLess",
                    py::def(
                        "TestCase.assertLess",
                        "self, a, b, msg=",
                        [Value::None],
                        test_case_assert_less,
                    ),
                );
            class
                .set(
                    "assertLessEqual",
                    py::def(
                        "TestCase.assertLessEqual",
                        "self, a, b, msg=",
                        [Value::None],
                        test_case_assert_less_equal,
                    ),
                );
            class
                .set(
                    "assertGreater",
                    py::def(
                        "TestCase.assertGreater",
                        "self, a, b, msg=",
                        [Value::None],
                        test_case_assert_greater,
                    ),
                );
            class
                .set(
                    "assertGreaterEqual",
                    py::def(
                        "TestCase.assertGreaterEqual",
                        "self, a, b, msg=",
                        [Value::None],
                        test_case_assert_greater_equal,
                    ),
                );
            class
                .set(
                    "assertAlmostEqual",
                    py::def(
                        "TestCase.assertAlmostEqual",
                        "self, first, second, places=, msg=, delta=",
                        [Value::None, Value::None, Value::None],
                        test_case_assert_almost_equal,
                    ),
                );
            class
                .set(
                    "assertNotAlmostEqual",
                    py::def(
                        "TestCase.assertNotAlmostEqual",
                        "self, first, second, places=, msg=, delta=",
                        [Value::None, Value::None, Value::None],
                        test_case_assert_not_almost_equal,
                    ),
                );
            class
                .set(
                    "assertSequenceEqual",
                    py::def(
                        "TestCase.assertSequenceEqual",
                        "self, first, second, msg=, seq_type=",
                        [Value::None, Value::None],
                        test_case_assert_sequence_equal,
                    ),
                );
            class
                .set(
                    "assertListEqual",
                    py::def(
                        "TestCase.assertListEqual",
                        "self, first, second, msg=",
                        [Value::None],
                        test_case_assert_list_equal,
                    ),
                );
            class
                .set(
                    "assertTupleEqual",
                    py::def(
                        "TestCase.assertTupleEqual",
                        "self, first, second, msg=",
                        [Value::None],
                        test_case_assert_tuple_equal,
                    ),
                );
            class
                .set(
                    "assertSetEqual",
                    py::def(
                        "TestCase.assertSetEqual",
                        "self, first, second, msg=",
                        [Value::None],
                        test_case_assert_set_equal,
                    ),
                );
            class
                .set(
                    "assertDictEqual",
                    py::def(
                        "TestCase.assertDictEqual",
                        "self, first, second, msg=",
                        [Value::None],
                        test_case_assert_dict_equal,
                    ),
                );
            class
                .set(
                    "assertMultiLineEqual",
                    py::def(
                        "TestCase.assertMultiLineEqual",
                        "self, first, second, msg=",
                        [Value::None],
                        test_case_assert_multi_line_equal,
                    ),
                );
            class
                .set(
                    "assertCountEqual",
                    py::def(
                        "TestCase.assertCountEqual",
                        "self, first, second, msg=",
                        [Value::None],
                        test_case_assert_count_equal,
                    ),
                );
            class
                .set(
                    "assertRegex",
                    py::def(
                        "TestCase.assertRegex",
                        "self, text, expected_regex, msg=",
                        [Value::None],
                        test_case_assert_regex,
                    ),
                );
            class
                .set(
                    "assertNotRegex",
                    py::def(
                        "TestCase.assertNotRegex",
                        "self, text, unexpected_regex, msg=",
                        [Value::None],
                        test_case_assert_not_regex,
                    ),
                );
            class
                .set(
                    "assertRaises",
                    py::def(
                        "TestCase.assertRaises",
                        "self, expected_exception, *args, **kwargs",
                        [],
                        test_case_assert_raises,
                    ),
                );
            class
                .set(
                    "assertRaisesRegex",
                    py::def(
                        "TestCase.assertRaisesRegex",
                        "self, expected_exception, expected_regex, *args, **kwargs",
                        [],
                        test_case_assert_raises_regex,
                    ),
                );
            class.set("debug", py::def("TestCase.debug", "self", [], test_case_debug));
            class
                .set(
                    "__call__",
                    py::def(
                        "TestCase.__call__",
                        "self, result=",
                        [Value::None],
                        test_case_call,
                    ),
                );
            class
                .set(
                    "countTestCases",
                    py::def(
                        "TestCase.countTestCases",
                        "self",
                        [],
                        test_case_count_test_cases,
                    ),
                );
            class
                .set(
                    "run",
                    py::def(
                        "TestCase.run",
                        "self, result=",
                        [Value::None],
                        test_case_run,
                    ),
                );
            class
                .set(
                    "_judge",
                    py::def("TestCase._judge", "self, result", [], test_case_judge),
                );
            class.finish(&[])?
        });
    global::skip
        .store(
            py::documented(py::def("skip", "reason", [], skip), "Leaves a test out."),
        );
    global::skipIf.store(py::def("skipIf", "condition, reason", [], skip_if));
    global::skipUnless
        .store(py::def("skipUnless", "condition, reason", [], skip_unless));
    global::_same.store(py::def("_same", "item", [], _same));
    global::expectedFailure
        .store(py::def("expectedFailure", "item", [], expected_failure));
    global::TestSuite
        .store({
            let class = py::ClassBody::new(
                "TestSuite",
                NAME,
                Value::str("Tests in order."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "TestSuite.__init__",
                        "self, tests=",
                        [py::tuple([])],
                        test_suite_init,
                    ),
                );
            class
                .set(
                    "addTest",
                    py::def("TestSuite.addTest", "self, test", [], test_suite_add_test),
                );
            class
                .set(
                    "addTests",
                    py::def(
                        "TestSuite.addTests",
                        "self, tests",
                        [],
                        test_suite_add_tests,
                    ),
                );
            class
                .set(
                    "__iter__",
                    py::def("TestSuite.__iter__", "self", [], test_suite_iter),
                );
            class
                .set(
                    "__call__",
                    py::def("TestSuite.__call__", "self, result", [], test_suite_call),
                );
            class
                .set(
                    "countTestCases",
                    py::def(
                        "TestSuite.countTestCases",
                        "self",
                        [],
                        test_suite_count_test_cases,
                    ),
                );
            class.set("_flat", py::def("TestSuite._flat", "self", [], test_suite_flat));
            class
                .set(
                    "run",
                    py::def("TestSuite.run", "self, result", [], test_suite_run),
                );
            class.finish(&[])?
        });
    global::TestLoader
        .store({
            let class = py::ClassBody::new(
                "TestLoader",
                NAME,
                Value::str("Finds tests."),
                &[],
            )?;
            class.set("testMethodPrefix", Value::str("test"));
            class
                .set(
                    "getTestCaseNames",
                    py::def(
                        "TestLoader.getTestCaseNames",
                        "self, case",
                        [],
                        test_loader_get_test_case_names,
                    ),
                );
            class
                .set(
                    "loadTestsFromTestCase",
                    py::def(
                        "TestLoader.loadTestsFromTestCase",
                        "self, case",
                        [],
                        test_loader_load_tests_from_test_case,
                    ),
                );
            class
                .set(
                    "loadTestsFromModule",
                    py::def(
                        "TestLoader.loadTestsFromModule",
                        "self, module=",
                        [Value::None],
                        test_loader_load_tests_from_module,
                    ),
                );
            class.finish(&[])?
        });
    global::_cases.store(py::func::counted(py::def("_cases", "root", [], _cases)));
    global::defaultTestLoader
        .store(py::call::call(&global::TestLoader.load()?, &py::Args::none())?);
    global::makeSuite
        .store(py::def("makeSuite", "case, prefix=", [Value::str("test")], make_suite));
    global::TextTestRunner
        .store({
            let class = py::ClassBody::new(
                "TextTestRunner",
                NAME,
                Value::str("Runs tests and reports on standard error."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "TextTestRunner.__init__",
                        "self, stream=, descriptions=, verbosity=, failfast=, buffer=, resultclass=",
                        [
                            Value::None,
                            Value::Bool(true),
                            Value::Int(1),
                            Value::Bool(false),
                            Value::Bool(false),
                            Value::None,
                        ],
                        text_test_runner_init,
                    ),
                );
            class
                .set(
                    "run",
                    py::def("TextTestRunner.run", "self, test", [], text_test_runner_run),
                );
            class.finish(&[])?
        });
    global::TestProgram
        .store({
            let class = py::ClassBody::new(
                "TestProgram",
                NAME,
                Value::str("Runs the tests of the program."),
                &[],
            )?;
            class
                .set(
                    "__init__",
                    py::def(
                        "TestProgram.__init__",
                        "self, module=, defaultTest=, argv=, testRunner=, testLoader=, exit=, verbosity=, failfast=, catchbreak=, buffer=, warnings=",
                        [
                            Value::str("__main__"),
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::Bool(true),
                            Value::Int(1),
                            Value::None,
                            Value::None,
                            Value::None,
                            Value::None,
                        ],
                        test_program_init,
                    ),
                );
            class.finish(&[])?
        });
    global::main_.store(global::TestProgram.load()?);
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library unittest") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "SkipTest" => global::SkipTest.load(),
        "TestResult" => global::TestResult.load(),
        "TestCase" => global::TestCase.load(),
        "skip" => global::skip.load(),
        "skipIf" => global::skipIf.load(),
        "skipUnless" => global::skipUnless.load(),
        "expectedFailure" => global::expectedFailure.load(),
        "TestSuite" => global::TestSuite.load(),
        "TestLoader" => global::TestLoader.load(),
        "defaultTestLoader" => global::defaultTestLoader.load(),
        "makeSuite" => global::makeSuite.load(),
        "TextTestRunner" => global::TextTestRunner.load(),
        "TestProgram" => global::TestProgram.load(),
        "main" => global::main_.load(),
        _ => Ok(Value::None),
    }
}
