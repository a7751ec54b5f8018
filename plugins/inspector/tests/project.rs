//! The inspector on a small mixed project, and on everything that is wrong with it.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test")]

use batuta_inspector::{Inspector, inspect};
use batuta_sdk::text::FileId;
use batuta_sdk::{Analyzer, Context, LineCounts, Settings};
use batuta_testkit::conformance::{self, Sample};
use batuta_testkit::native::{MemoryHost, Project};
use std::time::{Duration, Instant};

const FILES: [(&str, &str); 14] = [
    (
        "CMakeLists.txt",
        "project(x C)\nfind_package(OpenSSL 1.1)\nadd_executable(prog prog.c)\ntarget_link_libraries(prog m)\n",
    ),
    ("Cargo.toml", "[dependencies]\nserde = \"1\"\n"),
    ("Makefile", "LDLIBS = -lm\nall:\n\t$(CC) prog.c $(pkg-config --libs zlib)\n"),
    ("README.md", "# Title\n\nText.\n"),
    ("build.sh", "#!/bin/bash\n# Build.\nset -e\nmake <<EOF\n# x\nEOF\n"),
    ("include/util.h", "#ifndef U\n#define U\nint f(int);\n#endif\n"),
    ("lib/util.sh", "greet() {\n  echo \"hi $1\"\n}\n"),
    ("logo.png", "\u{89}PNG\0\0"),
    ("package.json", "{\"dependencies\": {\"react\": \"^18\"}}\n"),
    ("prog.c", "#include \"util.h\"\n/* main */\nint main(void) { return f(1); }\n"),
    ("pyproject.toml", "[project]\ndependencies = [\"numpy>=1\"]\n"),
    ("requirements.txt", "numpy>=1\nscipy\n"),
    ("setup.py", "from setuptools import setup\nsetup(install_requires=['rich'])\n"),
    ("tool.py", "\"\"\"Doc.\"\"\"\nimport numpy as np\n\nif __name__ == '__main__':\n    print(np.zeros(3))  # c\n"),
];

fn project() -> Project {
    Project::new(FILES)
}

#[test]
fn a_mixed_project_is_summed_up() {
    let project = project();
    let findings: Vec<_> = project.files().iter().map(|file| (file.id, inspect(&file.path, &file.bytes))).collect();
    let mut host = MemoryHost::new(&project);
    let settings = Settings::default();
    let summary = Inspector::summarise(&findings, &mut Context::new(&mut host, &settings)).unwrap();
    let path = |id: &FileId| project.file(*id).unwrap().path.as_str();
    let entries: Vec<_> = summary.entry_points.iter().map(path).collect();
    assert_eq!(entries, ["build.sh", "prog.c", "setup.py", "tool.py"]);
    let shares: Vec<_> = summary.languages.iter().map(|share| (share.language.as_str(), share.files)).collect();
    let code = |language: &str| summary.languages.iter().find(|share| share.language == language).unwrap().lines;
    assert_eq!(shares[0], ("shell", 2));
    assert_eq!(code("python"), LineCounts { code: 6, comment: 0, blank: 1 });
    assert_eq!(code("c"), LineCounts { code: 6, comment: 1, blank: 0 });
    assert_eq!(code("markdown"), LineCounts { code: 0, comment: 2, blank: 1 });
    let needs: Vec<_> =
        summary.dependencies.iter().map(|d| format!("{} {}{}", d.ecosystem, d.name, d.requirement)).collect();
    let expected = [
        "cargo serde1",
        "npm react^18",
        "pip numpy>=1",
        "pip rich",
        "pip scipy",
        "system OpenSSL1.1",
        "system m",
        "system zlib",
    ];
    assert_eq!(needs, expected);
    assert_eq!(summary.frameworks, ["numpy"]);
    assert_eq!(summary.advice[0], "Convert first: shell, 2 files, 7 lines of code, 1 program.");
}

#[test]
fn what_is_not_text_has_no_language_and_no_lines() {
    let findings = inspect("a.py", b"print(1)\n\0");
    assert_eq!((findings.language, findings.lines, findings.entry_point), (None, LineCounts::default(), false));
    let latin = inspect("a.py", b"# caf\xE9\nprint('\xE9')\n");
    assert_eq!((latin.language.as_deref(), latin.entry_point), (Some("python"), true));
    assert_eq!(latin.lines, LineCounts { code: 1, comment: 1, blank: 0 });
}

#[test]
fn every_rule_of_the_kit_holds() {
    let project = project();
    let converted = project.files().iter().map(|file| file.path.clone()).collect();
    let samples = [Sample { name: "mixed".into(), project, converted }];
    conformance::analyzer::<Inspector>(&samples).mutations(4_000).run();
}

#[test]
fn time_grows_with_size_only() {
    let pieces = [
        ("setup.py", "install_requires=["),
        ("setup.py", "install_requires=x "),
        ("Makefile", "LIBS=pkg-config "),
        ("Makefile", "L=-l"),
        ("CMakeLists.txt", "find_package(("),
        ("CMakeLists.txt", "add_library(a b c)\ntarget_link_libraries(a b c)\n"),
        ("requirements.txt", "a[b] "),
        ("a.sh", "cat <<a <<b "),
        ("a.sh", "\"$(("),
        ("a.js", "(/["),
        ("a.js", "(/"),
        ("a.rs", "r#\""),
        ("a.rs", "/*"),
        ("a.cpp", "R\"("),
        ("a.c", "main("),
        ("a.c", "int main() "),
        ("a.h", "class "),
        ("a.py", "import "),
        ("a.pl", "\n=pod"),
        ("x", "vim: -*- "),
        ("package.json", "{\"a\":["),
        ("pyproject.toml", "a = [[{b = "),
        ("setup.cfg", "[options]\ninstall_requires = a;"),
    ];
    for (name, piece) in pieces {
        let text = piece.repeat((1 << 20) / piece.len());
        let started = Instant::now();
        inspect(name, text.as_bytes());
        assert!(started.elapsed() < Duration::from_secs(5), "{name}: {piece:?} took {:?}", started.elapsed());
    }
}
