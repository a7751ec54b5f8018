//! The Markdown goldens of Shell: `BATUTA_BLESS=1 cargo test -p batuta-bashrs --release --test goldens` fills them in.

#[test]
fn goldens() {
    batuta_testkit::goldens::<batuta_bashrs::Bashrs>("tests/suite/shell").minimum(25).run();
}
