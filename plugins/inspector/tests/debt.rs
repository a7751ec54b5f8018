//! Grades, worst places, circles and the plan of small projects.
#![allow(clippy::unwrap_used, reason = "a test")]

use batuta_inspector::{Function, Inspector, measure};
use batuta_sdk::text::FileId;
use batuta_sdk::{Analyzer, Context, Debt, Settings};
use batuta_testkit::native::{MemoryHost, Project};

/// The debt of a project, as both steps of the plugin find it.
fn debt(project: &Project) -> Option<Debt> {
    let settings = Settings(vec![("metrics".to_string(), "true".to_string())]);
    let mut host = MemoryHost::new(project);
    let findings: Vec<_> = project
        .files()
        .iter()
        .map(|file| (file.id, Inspector::analyze(file, &mut Context::new(&mut host, &settings)).unwrap()))
        .collect();
    Inspector::summarise(&findings, &mut Context::new(&mut host, &settings)).unwrap().debt
}

fn paths(project: &Project, ids: impl IntoIterator<Item = FileId>) -> Vec<String> {
    ids.into_iter().map(|id| project.file(id).unwrap().path.clone()).collect()
}

fn function(path: &str, text: &str, name: &str) -> Function {
    let facts = measure(path, text.as_bytes()).unwrap();
    facts
        .functions
        .iter()
        .find(|function| function.name == name)
        .cloned()
        .unwrap_or_else(|| panic!("{name} among {:?}", facts.functions))
}

#[test]
fn files_come_after_those_that_they_take_from_and_circles_are_named() {
    let project = Project::new([
        ("app/__init__.py", "VERSION = 1\n"),
        ("app/main.py", "from . import tools\nfrom .data import load\n"),
        ("app/data.py", "import app.tools as t\n\n\ndef load():\n    return t.one()\n"),
        ("app/tools.py", "from app import data\n\n\ndef one():\n    return 1\n"),
        ("prog.c", "#include \"inc/x.h\"\n#include <stdio.h>\nint main(void) { return x(); }\n"),
        ("inc/x.h", "int x(void);\n"),
        ("run.sh", ". ./lib.sh\ngreet\n"),
        ("lib.sh", "greet() {\n  echo hi\n}\n"),
    ]);
    let debt = debt(&project).unwrap();
    let cycles: Vec<Vec<String>> = debt.cycles.iter().map(|ids| paths(&project, ids.iter().copied())).collect();
    assert_eq!(cycles, [["app/data.py", "app/tools.py"]]);
    let order = paths(&project, debt.plan.iter().map(|step| step.file));
    let place =
        |path: &str| order.iter().position(|found| found == path).unwrap_or_else(|| panic!("{path} in {order:?}"));
    for (first, then) in [
        ("app/data.py", "app/main.py"),
        ("app/__init__.py", "app/main.py"),
        ("inc/x.h", "prog.c"),
        ("lib.sh", "run.sh"),
    ] {
        assert!(place(first) < place(then), "{first} before {then} in {order:?}");
    }
    let main = debt.plan.iter().find(|step| project.file(step.file).unwrap().path == "app/main.py").unwrap();
    assert_eq!(paths(&project, main.after.iter().copied()), ["app/__init__.py", "app/data.py", "app/tools.py"]);
}

#[test]
fn python_functions_are_measured() {
    let text = "\
def f(a, b=1, *args, c, **kw):
    '''Doc.'''
    for x in a:
        if x and b or c:
            continue
        elif x:
            y = [i for i in a if i]
        else:
            try:
                f(1)
            except ValueError:
                pass
            else:
                assert y
    return 1 if a else 2


class K:
    @property
    def m(self):
        def inner():
            while True:
                pass
        match self:
            case 1:
                return inner
            case _:
                return None
";
    let f = function("m.py", text, "f");
    // for, if, and, or, elif, comprehension and its condition, except, else of try, assert, conditional expression.
    assert_eq!((f.cyclomatic, f.parameters, f.line, f.last_line, f.documented), (12, 5, 1, 15, true));
    // for 1, if 2, two runs of operators 2, elif 1, else 1, recursion 1, except 3, else of try 1, conditional 1.
    assert_eq!((f.cognitive, f.depth), (13, 3));
    let m = function("m.py", text, "K.m");
    assert_eq!((m.cyclomatic, m.cognitive, m.documented), (2, 1, false));
    assert_eq!(function("m.py", text, "K.m.inner").cyclomatic, 2);
}

#[test]
fn c_functions_are_measured() {
    let text = "\
/* Says. */
static int f(const char *s, int (*g)(int, int))
{
#ifdef DEBUG
    if (s) {
#else
    if (!s || !g) {
#endif
        for (;;) switch (g(1, 2)) {
            case 1: return s ? 1 : 2;
            default: goto out;
        }
    } else if (g) do { s++; } while (*s && s[1] && 'x');
out:
    return f(s, g);
}

int old(a, b) int a; char *b; { return a; }
";
    let f = function("m.c", text, "f");
    // #ifdef, if, if, ||, for, case, ?, else if, while, && &&.
    assert_eq!((f.cyclomatic, f.parameters, f.documented), (12, 2, true));
    // if 1, for 2, switch 3, conditional 4, goto 1, else if 1, do 2, a run of operators 1, recursion 1.
    assert_eq!(f.cognitive, 16);
    assert_eq!((function("m.c", text, "old").cyclomatic, function("m.c", text, "old").parameters), (1, 2));
}

#[test]
fn shell_functions_are_measured() {
    let text = "\
#!/bin/sh
# Say it.
say() {
  if [ -n \"$1\" ] && [ \"$2\" ]; then
    case $1 in
      a) echo a ;;
      *) say b ;;
    esac
  fi
}
for x in 1 2; do say $x || exit; done
";
    let say = function("m.sh", text, "say");
    assert_eq!((say.cyclomatic, say.cognitive, say.depth, say.documented), (5, 5, 2, true));
    assert_eq!(function("m.sh", text, "main").cyclomatic, 3);
}

#[test]
fn copies_and_long_functions_cost_points_and_tests_earn_them() {
    let body: String =
        (0..40).map(|n| format!("    if a == {n} and b[{n}]:\n        total_{n} = call_{n}(a, b)\n")).collect();
    let big = format!("def big(a, b):\n{body}    return a\n");
    let project = Project::new([
        ("one.py", big.as_str()),
        ("two.py", big.as_str()),
        ("small.py", "def small():\n    return 1\n"),
        ("tests/test_small.py", "import small\n\n\ndef test_it():\n    assert small.small() == 1\n"),
        ("notes.md", "# Notes\n"),
    ]);
    let debt = debt(&project).unwrap();
    let of = |path: &str| debt.files.iter().find(|grade| project.file(grade.file).unwrap().path == path).unwrap();
    let lost = |path: &str, name: &str| {
        of(path).penalties.iter().find(|penalty| penalty.name == name).map_or(0.0, |penalty| penalty.points)
    };
    assert!(lost("one.py", "duplication") > 15.0 && lost("two.py", "duplication") > 15.0);
    assert!(lost("one.py", "complexity") > 28.0 && lost("one.py", "cognition") > 18.0);
    assert_eq!((lost("one.py", "tests"), lost("small.py", "tests")), (10.0, 0.0));
    assert_eq!((of("small.py").grade.as_str(), of("one.py").grade.as_str()), ("A+", "F"));
    assert!(debt.files.iter().all(|grade| project.file(grade.file).unwrap().path != "notes.md"));
    let worst = &debt.worst[0];
    assert_eq!((worst.name.as_str(), worst.line), ("big", 1));
    assert!(worst.reason.contains("complexity 81 (limit 10)"), "{}", worst.reason);
    let sum: f32 = of("one.py").penalties.iter().map(|penalty| penalty.points).sum();
    assert!((100.0 - sum - of("one.py").score).abs() < 1e-3);
}

#[test]
fn nothing_is_graded_unless_it_is_asked_for() {
    let project = Project::new([("one.py", "def f():\n    return 1\n")]);
    let mut host = MemoryHost::new(&project);
    let settings = Settings::default();
    let file = &project.files()[0];
    let findings = Inspector::analyze(file, &mut Context::new(&mut host, &settings)).unwrap();
    assert!(findings.facts.is_empty());
    let summary = Inspector::summarise(&[(file.id, findings)], &mut Context::new(&mut host, &settings)).unwrap();
    assert_eq!(summary.debt, None);
}

#[test]
fn any_bytes_have_an_answer() {
    let deep = "if (a) ".repeat(50_000);
    let texts = [
        deep.clone(),
        format!("int f() {{ {deep} }}"),
        "{".repeat(100_000),
        "(".repeat(100_000),
        "def f(:\n\t(".repeat(10_000),
        "§if\u{e9}".repeat(1000),
        "case a in (b) ;; esac }".repeat(5000),
    ];
    for text in &texts {
        for path in ["m.py", "m.c", "m.cpp", "m.sh"] {
            let facts = measure(path, text.as_bytes()).unwrap();
            assert_eq!(facts.path, path);
        }
    }
}

/// The functions that are said to be dead, as `FILE NAME`.
fn dead(project: &Project) -> Vec<String> {
    let debt = debt(project).unwrap();
    let spots = debt.worst.iter().filter(|spot| spot.reason.contains("nothing names it"));
    let mut found: Vec<String> =
        spots.map(|spot| format!("{} {}", project.file(spot.file).unwrap().path, spot.name)).collect();
    found.sort();
    found
}

#[test]
fn functions_that_nothing_names_are_dead() {
    let project = Project::new([
        (
            "main.py",
            "import lib\n\n\ndef _unused(n):\n    return _unused(n - 1)\n\n\ndef _used():\n    return 1\n\n\ndef main():\n    lib.go(_used)\n\n\nif __name__ == \"__main__\":\n    main()\n",
        ),
        (
            "lib.py",
            "TABLE = {\"x\": \"by_text\"}\n\n\ndef go(f):\n    return f()\n\n\ndef by_text():\n    pass\n\n\ndef nobody():\n    pass\n\n\n@register\ndef hook():\n    pass\n\n\nclass A:\n    def method(self):\n        pass\n",
        ),
    ]);
    assert_eq!(dead(&project), ["lib.py nobody", "main.py _unused"]);
}

#[test]
fn a_library_offers_its_functions_to_others() {
    let project = Project::new([(
        "lib.c",
        "int open_it(void);\nstatic int helper(int n) { return n; }\nstatic int\nold(int n)\n{\n    return old(n);\n}\nint open_it(void)\n{\n    return helper(1);\n}\n",
    )]);
    assert_eq!(dead(&project), ["lib.c old"]);
    let project = Project::new([
        ("main.c", "#include \"x.h\"\nint main(void)\n{\n    return used();\n}\n"),
        ("x.h", "int used(void);\nint left(void);\n"),
        ("x.c", "#include \"x.h\"\nint used(void)\n{\n    return 0;\n}\nint left(void)\n{\n    return 1;\n}\n"),
    ]);
    assert_eq!(dead(&project), ["x.c left"], "a declaration is no use");
    let project = Project::new([(
        "run.sh",
        "say() {\n  echo hi\n}\nold() {\n  say\n}\ntrap 'bye' EXIT\nbye() {\n  echo bye\n}\nsay\n",
    )]);
    assert_eq!(dead(&project), ["run.sh old"]);
}
