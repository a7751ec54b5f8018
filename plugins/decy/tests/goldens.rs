//! The goldens of C.

use batuta_decy::Decy;

#[test]
fn goldens() {
    batuta_testkit::goldens::<Decy>("tests/suite/c").minimum(20).run();
}
