//! Odd and hostile input: always findings, never a panic, and Rust that says what happened.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // drives real tools over real files

use batuta_depyler::Depyler;
use batuta_sdk::Settings;
use batuta_testkit::conversion::{convert, render};
use batuta_testkit::native::Project;

fn findings(bytes: Vec<u8>) -> String {
    let project = Project::new([("main.py".to_string(), bytes)]);
    let conversion = convert::<Depyler>(&project, &Settings::default(), |_| true);
    assert!(conversion.packages().is_ok());
    render(&conversion.findings(), &project)
}

#[test]
fn odd_input_gives_a_finding() {
    let deep = format!("x = {}1{}\n", "(".repeat(100_000), ")".repeat(100_000));
    for (bytes, code) in [
        (vec![0xff, 0xfe, b'a'], "PY0001"),
        (b"print 'x'\n".to_vec(), "PY0002"),
        (deep.into_bytes(), "PY0003"),
        (format!("x = {}1\n", "-".repeat(100_000)).into_bytes(), "PY0003"),
        (b"import scipy\n".to_vec(), "PY0101"),
        (b"import math\nprint(math.nothing)\n".to_vec(), "PY0102"),
        (b"exec('1')\n".to_vec(), "PY0203"),
        (b"s = '\\ud800'\n".to_vec(), "PY0208"),
    ] {
        let text = findings(bytes);
        assert!(text.contains(code), "{code} is missing in {text:?}");
    }
}

#[test]
fn harmless_input_gives_none() {
    for text in [
        "",
        "\n\n",
        "# only a comment",
        "\u{feff}print(1)\n",
        "pass\n",
        "\"\"\"doc\"\"\"\n",
        "async def f(): pass\n",
        "x = 3j\n",
    ] {
        assert_eq!(findings(text.as_bytes().to_vec()), "", "{text:?}");
    }
}

#[test]
fn every_prefix_of_a_program_is_survived() {
    let text = include_str!("programs/mixed_5.py");
    for end in (0..text.len()).step_by(37) {
        if text.is_char_boundary(end) {
            let _ = findings(text.as_bytes()[..end].to_vec());
        }
    }
}
