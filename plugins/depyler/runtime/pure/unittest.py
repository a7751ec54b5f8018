"""Tests in classes."""

import sys
import re


class SkipTest(Exception):
    """A test that is left out."""


class _Trace:
    """The text of a traceback, which a program that looks at it cannot have."""

    def __init__(self, problem):
        self._problem = problem

    def __getattr__(self, name):
        _unknown()

    def __str__(self):
        _unknown()

    def __repr__(self):
        _unknown()

    def __format__(self, spec):
        _unknown()

    def __len__(self):
        _unknown()

    def __iter__(self):
        _unknown()

    def __contains__(self, part):
        _unknown()

    def __getitem__(self, at):
        _unknown()

    def __eq__(self, other):
        _unknown()

    def __hash__(self):
        _unknown()

    def __add__(self, other):
        _unknown()

    def __radd__(self, other):
        _unknown()


def _unknown():
    from sys import _stop
    _stop("batuta: PY0212 the frames of a traceback are known to an interpreter only")


class TestResult:
    """What became of tests."""

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures = []
        self.errors = []
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.testsRun = 0
        self.shouldStop = False
        self.failfast = False

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def addSuccess(self, test):
        pass

    def addFailure(self, test, err):
        self.failures.append((test, _Trace(err[1])))

    def addError(self, test, err):
        self.errors.append((test, _Trace(err[1])))

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, _Trace(err[1])))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            if issubclass(err[0], test.failureException):
                self.failures.append((subtest, _Trace(err[1])))
            else:
                self.errors.append((subtest, _Trace(err[1])))

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True


class TextTestResult(TestResult):
    """Tells on standard error how tests end."""

    def addSuccess(self, test):
        super().addSuccess(test)
        sys.stderr.write(".")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        sys.stderr.write("F")

    def addError(self, test, err):
        super().addError(test, err)
        sys.stderr.write("E")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        sys.stderr.write("s")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        sys.stderr.write("x")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        sys.stderr.write("u")


class _Raises:
    def __init__(self, case, expected, pattern=None, msg=None):
        self.case = case
        self.expected = expected
        self.pattern = pattern
        self.msg = msg
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is None:
            names = getattr(self.expected, "__name__", str(self.expected))
            self.case.fail(self.case._formatMessage(self.msg, f"{names} not raised"))
        if not issubclass(kind, self.expected):
            return False
        self.exception = value
        if self.pattern is not None:
            pattern = re.compile(self.pattern) if isinstance(self.pattern, str) else self.pattern
            if not pattern.search(str(value)):
                self.case.fail(self.case._formatMessage(self.msg, f'"{pattern.pattern}" does not match "{value}"'))
        return True


class _SubTest:
    def __init__(self, case):
        self.case = case

    def __enter__(self):
        return None

    def __exit__(self, kind, value, trace):
        if kind is None or not issubclass(kind, Exception):
            return False
        if issubclass(kind, SkipTest):
            return False
        self.case._subfailures.append(value)
        return True


class TestCase:
    """Tests that share a fixture."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 640

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups = []
        self._subfailures = []

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def id(self):
        return f"{type(self).__module__}.{type(self).__qualname__}.{self._testMethodName}"

    def __str__(self):
        return f"{self._testMethodName} ({type(self).__module__}.{type(self).__qualname__}.{self._testMethodName})"

    def shortDescription(self):
        doc = getattr(self, self._testMethodName).__doc__
        return doc.strip().split("\n")[0].strip() if doc else None

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def subTest(self, msg=None, **params):
        return _SubTest(self)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standard):
        if msg is None:
            return standard
        return f"{standard} : {msg}"

    def _check(self, good, msg, standard):
        if not good:
            raise self.failureException(self._formatMessage(msg, standard))

    def assertTrue(self, expr, msg=None):
        self._check(expr, msg, f"{expr!r} is not true")

    def assertFalse(self, expr, msg=None):
        self._check(not expr, msg, f"{expr!r} is not false")

    def assertEqual(self, first, second, msg=None):
        self._check(first == second, msg, f"{first!r} != {second!r}")

    def assertNotEqual(self, first, second, msg=None):
        self._check(first != second, msg, f"{first!r} == {second!r}")

    def assertIs(self, a, b, msg=None):
        self._check(a is b, msg, f"{a!r} is not {b!r}")

    def assertIsNot(self, a, b, msg=None):
        self._check(a is not b, msg, f"unexpectedly identical: {a!r}")

    def assertIsNone(self, obj, msg=None):
        self._check(obj is None, msg, f"{obj!r} is not None")

    def assertIsNotNone(self, obj, msg=None):
        self._check(obj is not None, msg, "unexpectedly None")

    def assertIn(self, member, container, msg=None):
        self._check(member in container, msg, f"{member!r} not found in {container!r}")

    def assertNotIn(self, member, container, msg=None):
        self._check(member not in container, msg, f"{member!r} unexpectedly found in {container!r}")

    def assertIsInstance(self, obj, cls, msg=None):
        self._check(isinstance(obj, cls), msg, f"{obj!r} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._check(not isinstance(obj, cls), msg, f"{obj!r} is an instance of {cls!r}")

    def assertLess(self, a, b, msg=None):
        self._check(a < b, msg, f"{a!r} not less than {b!r}")

    def assertLessEqual(self, a, b, msg=None):
        self._check(a <= b, msg, f"{a!r} not less than or equal to {b!r}")

    def assertGreater(self, a, b, msg=None):
        self._check(a > b, msg, f"{a!r} not greater than {b!r}")

    def assertGreaterEqual(self, a, b, msg=None):
        self._check(a >= b, msg, f"{a!r} not greater than or equal to {b!r}")

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        difference = abs(first - second)
        if delta is not None:
            self._check(difference <= delta, msg, f"{first!r} != {second!r} within {delta!r} delta ({difference!r} difference)")
            return
        places = 7 if places is None else places
        self._check(round(difference, places) == 0, msg,
                    f"{first!r} != {second!r} within {places!r} places ({difference!r} difference)")

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        difference = abs(first - second)
        if delta is not None:
            self._check(first != second and difference > delta, msg, f"{first!r} == {second!r} within {delta!r} delta")
            return
        places = 7 if places is None else places
        self._check(first != second and round(difference, places) != 0, msg, f"{first!r} == {second!r} within {places!r} places")

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        self._check(list(first) == list(second), msg, f"{first!r} != {second!r}")

    def assertListEqual(self, first, second, msg=None):
        self.assertIsInstance(first, list, "First sequence is not a list")
        self.assertIsInstance(second, list, "Second sequence is not a list")
        self.assertEqual(first, second, msg)

    def assertTupleEqual(self, first, second, msg=None):
        self.assertEqual(first, second, msg)

    def assertSetEqual(self, first, second, msg=None):
        self.assertEqual(first, second, msg)

    def assertDictEqual(self, first, second, msg=None):
        self.assertEqual(first, second, msg)

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertEqual(first, second, msg)

    def assertCountEqual(self, first, second, msg=None):
        left = list(first)
        right = list(second)
        rest = list(right)
        for item in left:
            if item not in rest:
                self.fail(self._formatMessage(msg, "Element counts were not equal"))
            rest.remove(item)
        self._check(not rest, msg, "Element counts were not equal")

    def assertRegex(self, text, expected_regex, msg=None):
        pattern = re.compile(expected_regex) if isinstance(expected_regex, str) else expected_regex
        self._check(pattern.search(text), msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        pattern = re.compile(unexpected_regex) if isinstance(unexpected_regex, str) else unexpected_regex
        self._check(not pattern.search(text), msg, f"Regex matched: {pattern.pattern!r} matches in {text!r}")

    def assertRaises(self, expected_exception, *args, **kwargs):
        context = _Raises(self, expected_exception, msg=kwargs.pop("msg", None) if not args else None)
        if not args:
            return context
        with context:
            args[0](*args[1:], **kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        context = _Raises(self, expected_exception, expected_regex, kwargs.pop("msg", None) if not args else None)
        if not args:
            return context
        with context:
            args[0](*args[1:], **kwargs)

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()

    def __call__(self, result=None):
        return self.run(result)

    def countTestCases(self):
        return 1

    def run(self, result=None):
        if result is None:
            result = TestResult()
        result.startTest(self)
        self._judge(result)
        result.stopTest(self)
        return result

    def _judge(self, result):
        method = getattr(self, self._testMethodName)
        reason = getattr(method, "__unittest_skip__", None) or getattr(type(self), "__unittest_skip__", None)
        if reason is not None:
            result.addSkip(self, reason)
            return
        problem = None
        skipped = None
        try:
            self.setUp()
        except SkipTest as skip:
            result.addSkip(self, str(skip))
            return
        except Exception as error:
            result.addError(self, (type(error), error, None))
            return
        try:
            method()
        except SkipTest as skip:
            skipped = skip
        except Exception as error:
            problem = error
        try:
            self.tearDown()
        except Exception as error:
            problem = error if problem is None else problem
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)
        if skipped is not None:
            result.addSkip(self, str(skipped))
        if getattr(method, "__unittest_expecting_failure__", False):
            if problem is None and self._subfailures:
                problem = self._subfailures[0]
            if problem is None:
                result.addUnexpectedSuccess(self)
            else:
                result.addExpectedFailure(self, (type(problem), problem, None))
            return
        for failed in self._subfailures:
            result.addSubTest(self, self, (type(failed), failed, None))
        if problem is not None:
            if isinstance(problem, self.failureException):
                result.addFailure(self, (type(problem), problem, None))
            else:
                result.addError(self, (type(problem), problem, None))
        elif skipped is None and not self._subfailures:
            result.addSuccess(self)


def skip(reason):
    """Leaves a test out."""
    def mark(item):
        item.__unittest_skip__ = reason
        return item
    return mark


def skipIf(condition, reason):
    return skip(reason) if condition else _same


def skipUnless(condition, reason):
    return _same if condition else skip(reason)


def _same(item):
    return item


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item


class TestSuite:
    """Tests in order."""

    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def addTest(self, test):
        self._tests.append(test)

    def addTests(self, tests):
        for test in tests:
            self.addTest(test)

    def __iter__(self):
        return iter(self._tests)

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return sum([test.countTestCases() for test in self._tests])

    def _flat(self):
        out = []
        for test in self._tests:
            if isinstance(test, TestSuite):
                out.extend(test._flat())
            else:
                out.append(test)
        return out

    def run(self, result):
        previous = None
        for test in self._flat():
            if type(test) is not previous:
                if previous is not None:
                    previous.tearDownClass()
                type(test).setUpClass()
                previous = type(test)
            if result.shouldStop:
                break
            test.run(result)
        if previous is not None:
            previous.tearDownClass()
        return result


class TestLoader:
    """Finds tests."""

    testMethodPrefix = "test"

    def getTestCaseNames(self, case):
        return sorted([name for name in dir(case) if name.startswith("test") and callable(getattr(case, name))])

    def loadTestsFromTestCase(self, case):
        names = self.getTestCaseNames(case)
        if not names and hasattr(case, "runTest"):
            names = ["runTest"]
        return TestSuite([case(name) for name in names])

    def loadTestsFromModule(self, module=None):
        return TestSuite([self.loadTestsFromTestCase(case) for case in _cases(TestCase)])


def _cases(root):
    out = []
    for case in root.__subclasses__():
        out.append(case)
        out.extend(_cases(case))
    out.sort(key=lambda case: case.__name__)
    return out


defaultTestLoader = TestLoader()


def makeSuite(case, prefix="test"):
    return defaultTestLoader.loadTestsFromTestCase(case)


class TextTestRunner:
    """Runs tests and reports on standard error."""

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None):
        self.stream = stream
        self.verbosity = verbosity
        self.resultclass = resultclass

    def run(self, test):
        result = (TextTestResult if self.resultclass is None else self.resultclass)(self.stream, True, self.verbosity)
        if isinstance(test, TestSuite):
            test.run(result)
        else:
            TestSuite([test]).run(result)
        out = sys.stderr
        if self.stream is not None and self.stream is not sys.stderr:
            if not hasattr(self.stream, "_poison"):
                from sys import _stop
                _stop("batuta: PY0206 reports of tests elsewhere than on standard error are not converted")
            # Times and places in a report are not known: who reads it is stopped.
            self.stream._poison()
            return result
        out.write("\n")
        for label, problems in (("ERROR", result.errors), ("FAIL", result.failures)):
            for case, trace in problems:
                error = trace._problem
                out.write("=" * 70 + f"\n{label}: {case}\n" + "-" * 70 + f"\n{type(error).__name__}: {error}\n\n")
        out.write("-" * 70 + "\n")
        s = "" if result.testsRun == 1 else "s"
        out.write(f"Ran {result.testsRun} test{s}\n\n")
        out.write("OK\n" if result.wasSuccessful() else "FAILED\n")
        return result


class TestProgram:
    """Runs the tests of the program."""

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=None, exit=True,
                 verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None):
        if testRunner is None:
            testRunner = TextTestRunner
        if isinstance(testRunner, type):
            testRunner = testRunner(verbosity=verbosity)
        self.result = testRunner.run(defaultTestLoader.loadTestsFromModule())
        if exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
