//! The Markdown goldens of `tests/suite/python`.

#[test]
fn goldens() {
    batuta_testkit::goldens::<batuta_depyler::Depyler>("tests/suite/python").minimum(10).run();
}
