//! The Markdown goldens of `tests/suite/python`.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // drives real tools over real files

#[test]
fn goldens() {
    batuta_testkit::goldens::<batuta_depyler::Depyler>("tests/suite/python").minimum(10).run();
}
