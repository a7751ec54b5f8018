//! The goldens of this language alone: the workspace runs them with all others in `tests/tests/goldens.rs`.

#[test]
#[ignore = "run in tests/tests/goldens.rs; this one serves to bless without building the host"]
fn goldens() {
    batuta_testkit::goldens::<batuta_bashrs::Bashrs>("tests/suite/shell").minimum(32).run();
}
