//! The goldens of C.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // drives real tools over real files

use batuta_decy::Decy;

#[test]
fn goldens() {
    batuta_testkit::goldens::<Decy>("tests/suite/c").minimum(20).run();
}
