//! The Markdown goldens of Shell: `BATUTA_BLESS=1 cargo test -p batuta-bashrs --release --test goldens` fills them in.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // drives real tools over real files

#[test]
fn goldens() {
    batuta_testkit::goldens::<batuta_bashrs::Bashrs>("tests/suite/shell").minimum(25).run();
}
