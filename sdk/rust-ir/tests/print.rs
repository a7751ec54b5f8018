//! What the printer promises: right parentheses, comments in place, a source map that points.
#![allow(clippy::unwrap_used)]

use batuta_rust_ir::*;
use batuta_text::{FileId, Origin, TextRange};

fn in_function(stmts: Vec<Stmt>) -> Printed {
    print(&File::new(vec![Item::function(Function::new("f").body(Block::new(stmts)))])).unwrap()
}

fn line_of(expr: Expr) -> String {
    let printed = in_function(vec![Stmt::let_(Pat::name("v"), None, expr)]);
    let body = printed.text.strip_prefix("fn f() {\n    let v = ").unwrap();
    body.strip_suffix(";\n}\n").unwrap().to_owned()
}

fn x() -> Expr {
    Expr::path("x")
}

#[test]
fn parentheses_follow_precedence() {
    use BinOp::*;
    let bin = Expr::binary;
    let cases = [
        (bin(Sub, x(), bin(Sub, x(), x())), "x - (x - x)"),
        (bin(Sub, bin(Sub, x(), x()), x()), "x - x - x"),
        (bin(Eq, bin(Lt, x(), x()), x()), "(x < x) == x"),
        (bin(Lt, x().cast(Type::path("u8")), x()), "(x as u8) < x"),
        (bin(Lt, bin(Add, Expr::int(1), x().cast(Type::path("u8"))), x()), "(1 + x as u8) < x"),
        (bin(Gt, x().cast(Type::path("u8")), x()), "x as u8 > x"),
        (Expr::int(-1).method("abs", vec![]), "(-1).abs()"),
        (Expr::unary(UnOp::Neg, Expr::int(-1)), "-(-1)"),
        (bin(Mul, bin(Add, x(), x()), Expr::int(2)).cast(Type::path("i64")), "((x + x) * 2) as i64"),
        (Expr::call(Expr::self_().field("f"), vec![x()]), "(self.f)(x)"),
        (x().deref_().field("a").ref_(), "&(*x).a"),
        (Expr::closure(vec![Pat::name("x")], x()).method("f", vec![]), "(|x| x).f()"),
        (bin(Or, x(), Expr::return_(None)), "x || (return)"),
        (Expr::Range(Some(Box::new(x())), None, false).method("sum", vec![]), "(x..).sum()"),
        (bin(Add, Expr::if_(x(), Block::value(x()), Some(Block::value(x()))), x()), "if x { x } else { x } + x"),
    ];
    for (expr, expected) in cases {
        assert_eq!(line_of(expr), expected);
    }
}

#[test]
fn blocks_at_the_start_of_statements_are_wrapped() {
    let value = Expr::if_(x(), Block::value(x()), Some(Block::value(x())));
    let printed = in_function(vec![Stmt::expr(value.clone().method("go", vec![])), Stmt::expr(value)]);
    assert!(printed.text.contains("    (if x { x } else { x }.go());\n"), "{}", printed.text);
    assert!(printed.text.ends_with("    if x { x } else { x };\n}\n"), "{}", printed.text);
}

#[test]
fn struct_expressions_in_conditions_are_wrapped() {
    let point = Expr::Struct("P".into(), vec![FieldInit { name: "x".into(), value: x() }], None);
    let printed = in_function(vec![Stmt::expr(Expr::if_(Expr::binary(BinOp::Eq, x(), point), Block::default(), None))]);
    assert!(printed.text.contains("if (x == P { x }) {"), "{}", printed.text);
}

#[test]
fn comments_and_origins_survive() {
    let at = |start| Origin::new(FileId(1), TextRange::new(start, start + 1));
    let arm = Arm { comments: vec!["one".into()], origin: Some(at(9)), ..Arm::new(Pat::int(1), Expr::unit()) };
    let body = vec![
        Stmt::let_(Pat::name("x"), None, Expr::str("// no comment\n__batuta_mark!(0);"))
            .at(at(5))
            .comment("a\nb\u{202e}"),
        Stmt::expr(Expr::match_(x(), vec![arm, Arm::new(Pat::Wild, Expr::unit())])).at(at(8)),
        Stmt::comments(["last".to_owned()]),
    ];
    let file = File::new(vec![
        Item::use_("std::fmt"),
        Item::use_("std::io"),
        Item::function(Function::new("f").body(Block::new(body))).doc("Says.").comment("why").at(at(2)),
    ]);
    let printed = print(&file).unwrap();
    let expected = "use std::fmt;\nuse std::io;\n\n// why\n/// Says.\nfn f() {\n    // a\n    // b\n    \
                    let x = \"// no comment\\n__batuta_mark!(0);\";\n    match x {\n        // one\n        1 => {}\n        \
                    _ => {}\n    }\n    // last\n}\n";
    assert_eq!(printed.text, expected);
    assert_eq!(printed.origins, [(5, at(2)), (9, at(5)), (10, at(8)), (12, at(9))]);
}

#[test]
fn wrong_trees_are_errors() {
    let error = print(&File::new(vec![Item::verbatim("fn fn() {}")])).unwrap_err();
    assert!(error.message.contains("near `fn fn() {}`"), "{error}");
}
