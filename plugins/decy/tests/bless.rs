//! The goldens without the rest of the workspace: for blessing while working on this plugin.

use batuta_decy::Decy;
use batuta_testkit::goldens;

#[test]
#[ignore = "the package `tests` runs the goldens; this one is for `BATUTA_BLESS=1 cargo test -p batuta-decy -- --ignored bless`"]
fn bless() {
    goldens::<Decy>(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/suite/c")).run();
}
