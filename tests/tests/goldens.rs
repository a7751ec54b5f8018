//! The three suites of goldens, and the conformance of every plugin that batuta comes with.

use batuta_bashrs::Bashrs;
use batuta_decy::Decy;
use batuta_depyler::Depyler;
use batuta_inspector::Inspector;
use batuta_testkit::{conformance, goldens};

#[test]
fn python_goldens() {
    goldens::<Depyler>("tests/suite/python").minimum(20).run();
}

#[test]
fn c_goldens() {
    goldens::<Decy>("tests/suite/c").minimum(20).run();
}

#[test]
fn shell_goldens() {
    goldens::<Bashrs>("tests/suite/shell").minimum(20).run();
}

#[test]
fn depyler_conforms() {
    conformance::transpiler::<Depyler>(&conformance::samples::<Depyler>("tests/suite/python")).run();
}

#[test]
fn decy_conforms() {
    conformance::transpiler::<Decy>(&conformance::samples::<Decy>("tests/suite/c")).run();
}

#[test]
fn bashrs_conforms() {
    conformance::transpiler::<Bashrs>(&conformance::samples::<Bashrs>("tests/suite/shell")).run();
}

#[test]
fn inspector_conforms() {
    let suites = ["tests/suite/python", "tests/suite/c", "tests/suite/shell"];
    let samples: Vec<_> = suites.iter().flat_map(conformance::samples::<Inspector>).collect();
    conformance::analyzer::<Inspector>(&samples).run();
}
