//! The goldens of this language alone: the workspace runs them with all others in `tests/tests/goldens.rs`.

#[test]
#[ignore = "run in tests/tests/goldens.rs; this one serves to bless without building the host"]
fn goldens() {
    batuta_testkit::goldens::<batuta_bashrs::Bashrs>("tests/suite/shell").minimum(32).run();
}

#[test]
#[ignore = "run in tests/tests/goldens.rs"]
fn conforms() {
    use batuta_testkit::conformance;
    conformance::transpiler::<batuta_bashrs::Bashrs>(&conformance::samples::<batuta_bashrs::Bashrs>(
        "tests/suite/shell",
    ))
    .run();
}
