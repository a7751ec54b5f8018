//! Programs of some size, generated, in each language.

use batuta_runtime::model::{FileId, Operand, Operation, SourceFile, Span};
use std::fmt::Write;
use std::sync::Arc;

/// How many functions a sample has.
const FUNCTIONS: usize = 400;

/// A program in `language`, or in Python; or a long question.
pub fn file(language: &str) -> Arc<SourceFile> {
    match language {
        "c" => crate::source("sample.c", c()),
        "question" => {
            crate::source("question.txt", "How do I train a random forest without sending data anywhere? ".repeat(100))
        }
        "shell" => crate::source("sample.sh", shell()),
        _ => crate::source("sample.py", python()),
    }
}

/// As many products of matrices.
pub fn operations() -> Vec<Operation> {
    let matrix = Operand { kind: "float64".into(), shape: vec![Some(64), Some(64)] };
    let site = |id| Operation {
        id,
        name: "matmul".into(),
        operands: vec![matrix.clone(), matrix.clone()],
        results: vec![matrix.clone()],
        at: Span { file: FileId(0), start: 0, end: 0 },
    };
    (0..FUNCTIONS as u32).map(site).collect()
}

fn python() -> String {
    let mut text = String::new();
    for n in 0..FUNCTIONS {
        let _ = write!(
            text,
            "def work{n}(items: list[int], limit: int) -> int:\n    total = 0\n    for item in items:\n        if item % 2 == 0 and item < limit:\n            total += item * {n}\n        else:\n            total -= 1\n    return total\n\n"
        );
    }
    text.push_str("print(work0([1, 2, 3, 4], 10))\n");
    text
}

fn c() -> String {
    let mut text = String::from("#include <stdio.h>\n");
    for n in 0..FUNCTIONS {
        let _ = write!(
            text,
            "static int work{n}(const int *items, int count, int limit) {{\n    int total = 0;\n    for (int i = 0; i < count; i++) {{\n        if (items[i] % 2 == 0 && items[i] < limit) {{\n            total += items[i] * {n};\n        }} else {{\n            total -= 1;\n        }}\n    }}\n    return total;\n}}\n\n"
        );
    }
    text.push_str("int main(void) {\n    int items[4] = {1, 2, 3, 4};\n    printf(\"%d\\n\", work0(items, 4, 10));\n    return 0;\n}\n");
    text
}

fn shell() -> String {
    let mut text = String::from("#!/bin/bash\n");
    for n in 0..FUNCTIONS {
        let _ = write!(
            text,
            "work{n}() {{\n    local total=0\n    for item in \"$@\"; do\n        if [ \"$item\" -lt 10 ]; then\n            total=$((total + item * {n}))\n        else\n            total=$((total - 1))\n        fi\n    done\n    echo \"$total\"\n}}\n\n"
        );
    }
    text.push_str("work0 1 2 3 4\n");
    text
}
