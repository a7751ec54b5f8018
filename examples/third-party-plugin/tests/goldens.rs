//! Every golden of `goldens/`: the Rust, the findings, and a run against the machine's own `awk`.

use batuta_example_awk::Awk;

#[test]
fn goldens() {
    batuta_testkit::goldens::<Awk>("goldens").minimum(8).run();
}
