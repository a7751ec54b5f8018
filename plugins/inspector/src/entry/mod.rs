//! Where programs start.

mod c;
mod python;
mod shell;

use crate::source::{code_only, syntax};

/// Whether a program starts in this file. `path` is project-relative.
pub(crate) fn is_entry_point(language: &str, path: &str, bytes: &[u8]) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let blank = |syntax| String::from_utf8_lossy(&code_only(bytes, syntax)).into_owned();
    match language {
        "python" => python::is_entry_point(name, &String::from_utf8_lossy(bytes), &blank(&syntax::PYTHON)),
        "c" | "cpp" | "cuda" | "objective-c" => c::defines_main(&blank(&syntax::C)),
        "shell" => shell::does_something(name, &blank(&syntax::SHELL)),
        "rust" => has_line(&blank(&syntax::RUST), "fn main("),
        "go" => {
            let code = blank(&syntax::GO);
            has_line(&code, "package main") && has_line(&code, "func main(")
        }
        "java" => blank(&syntax::JAVA).contains("static void main("),
        // Nothing but the `#!` tells a script from a module here.
        "javascript" | "typescript" | "ruby" | "perl" | "lua" | "awk" => bytes.starts_with(b"#!"),
        _ => false,
    }
}

/// Whether a line begins with `start`, after `pub` and `async` when it does.
fn has_line(code: &str, start: &str) -> bool {
    let plain = |line: &str| line.trim_start_matches("pub ").trim_start_matches("async ").starts_with(start);
    code.lines().any(plain)
}

#[cfg(test)]
mod tests {
    use super::is_entry_point;

    #[test]
    fn python_guards_and_scripts() {
        let entry = |name: &str, text: &str| is_entry_point("python", name, text.as_bytes());
        assert!(entry("a.py", "def f():\n    pass\nif __name__ == '__main__':\n    f()\n"));
        assert!(entry("a.py", "if \"__main__\"==__name__: f()\n"));
        assert!(entry("pkg/__main__.py", "from . import cli\n"));
        assert!(entry("a.py", "import sys\nprint('x')\n"));
        assert!(entry("a.py", "n = 3\nwhile n:\n    n -= 1\n"));
        assert!(!entry(
            "a.py",
            "\"\"\"\nif __name__ == '__main__':\nprint('x')\n\"\"\"\n# print(1)\ndef f():\n    print(2)\n"
        ));
        assert!(!entry(
            "a.py",
            "import sys\nsys.path.insert(0, '.')\nX = dict(\n  a=1,\n)\n__all__.extend([\n'print(1)',\n])\n"
        ));
        assert!(!entry("test_a.py", "unittest.main()\n") && !entry("__init__.py", "setup()\n"));
    }

    #[test]
    fn c_definitions_of_main() {
        let entry = |text: &str| is_entry_point("c", "a.c", text.as_bytes());
        assert!(entry("#include <stdio.h>\nint\nmain (int argc, char **argv)\n{\n}\n"));
        assert!(entry("main(argc, argv) int argc; char **argv; { }\n"));
        assert!(entry("extern \"C\" {\nint main(void) {}\n}\nvoid f(void) { g(\"}\"); }\n"));
        assert!(!entry("int main(void);\n// int main(void) {}\nchar *s = \"int main(void) {}\";\n"));
        assert!(!entry("void f(void) { main(1); if (x) main(2); {} }\nint main_loop(void) {}\n"));
        assert!(!entry("#define main(x) {\nint domain(void) {}\n"));
    }

    #[test]
    fn shell_scripts_that_do_something() {
        let entry = |name: &str, text: &str| is_entry_point("shell", name, text.as_bytes());
        assert!(entry("run", "#!/bin/sh\necho hi\n"));
        assert!(entry("run.sh", "f() {\n  echo a\n}\nf \"$@\"\n"));
        assert!(entry("run.sh", "case $1 in\na) echo a ;;\nesac\n"));
        assert!(!entry("lib.sh", "#!/bin/bash\n# echo hi\nset -e\nX=1 Y='a b'\nfunction f {\n  echo a\n}\nexport X\n"));
        assert!(!entry("lib.sh", "[ -n \"$LIB\" ] && return\nLIB=1\n"));
        assert!(!entry(".bashrc", "echo hi\n"));
    }

    #[test]
    fn other_languages() {
        assert!(is_entry_point("rust", "src/main.rs", b"pub async fn main() {}\n"));
        assert!(!is_entry_point("rust", "src/lib.rs", b"// fn main() {}\nmod a { }\n"));
        assert!(
            is_entry_point("go", "a.go", b"package main\nfunc main() {}\n")
                && !is_entry_point("go", "a.go", b"package a\nfunc main() {}\n")
        );
        assert!(
            is_entry_point("javascript", "cli.js", b"#!/usr/bin/env node\n")
                && !is_entry_point("javascript", "a.js", b"f()\n")
        );
    }
}
