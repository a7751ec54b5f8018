//! The goldens without the host: `BATUTA_BLESS=1 cargo test --release -p batuta-depyler --test bless -- --ignored`.

use batuta_depyler::Depyler;

#[test]
#[ignore = "the workspace's test `goldens` runs them; this one blesses without building the host"]
fn goldens() {
    batuta_testkit::goldens::<Depyler>("tests/suite/python").minimum(10).run();
}
