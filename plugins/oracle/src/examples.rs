//! How components are used: `data/examples/NAME.rs` is a program that compiles (`tests/examples.rs`), `NAME.sh` a command.

/// The example of a component, where one was written and checked.
pub(crate) fn of(component: &str) -> Option<&'static str> {
    let text = match component {
        "aprender" => include_str!("../data/examples/aprender.rs"),
        "bashrs" => include_str!("../data/examples/bashrs.sh"),
        "batuta" => include_str!("../data/examples/batuta.sh"),
        "decy" => include_str!("../data/examples/decy.sh"),
        "depyler" => include_str!("../data/examples/depyler.sh"),
        "trueno" => include_str!("../data/examples/trueno.rs"),
        "trueno-viz" => include_str!("../data/examples/trueno-viz.rs"),
        "trueno-zram-core" => include_str!("../data/examples/trueno-zram-core.rs"),
        _ => return None,
    };
    Some(text)
}
