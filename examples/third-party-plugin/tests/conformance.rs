//! What the host expects of every transpiler: purity, totality, spans within files.

use batuta_example_awk::Awk;
use batuta_testkit::conformance::{Sample, transpiler};
use batuta_testkit::native::Project;

#[test]
fn conforms() {
    let text = "# Counts words.\n{ for (i = 1; i <= NF; i++) seen[$i]++ }\nEND { print seen[\"a\"] + 0, NR }\n";
    let project = Project::new([("words.awk", text), ("bad.awk", "BEGIN { getline x; print (1, }\n")]);
    let converted = vec!["words.awk".into(), "bad.awk".into()];
    let report = transpiler::<Awk>(&[Sample { name: "words".into(), project, converted }]).mutations(400).check();
    assert!(report.failures.is_empty(), "{report}");
}
