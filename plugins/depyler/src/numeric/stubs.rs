//! The text of the stubs of a module.

use super::{Form, Site};
use std::fmt::Write;

/// A module with a constant and a function per site.
pub(super) fn module(sites: &[Site]) -> String {
    let mut text = String::from(
        "/// Numeric operations. A backend may have given a body; where it gave none, or the arguments are not what was expected, the\n\
         /// runtime does the operation.\nmod sites {\nuse py_rt::numpy::site;\nuse py_rt::{self as py, R, Value};\n",
    );
    for (id, site) in sites.iter().enumerate() {
        let _ = write!(text, "{}{}", constant(id, site), function(id, site));
    }
    text.push_str("}\n");
    text
}

/// `const SITE_0: Option<fn(…) -> bool> = None;`
fn constant(id: usize, site: &Site) -> String {
    let mut kinds: Vec<&str> = vec![];
    for shape in &site.operands {
        match shape.len() {
            0 => kinds.push("f64"),
            _ => kinds.extend(["&[f64]", "&[usize]", "&[usize]"]),
        }
    }
    match (site.form, site.result.len()) {
        (_, 0) => kinds.push("&mut f64"),
        (Form::Test, _) => kinds.extend(["&mut [bool]", "&[usize]"]),
        _ => kinds.extend(["&mut [f64]", "&[usize]"]),
    }
    format!(
        "/// Line {}: `{}`{}\nconst SITE_{id}: Option<fn({}) -> bool> = None;\n",
        site.line,
        site.name,
        note(site),
        kinds.join(", ")
    )
}

/// What may be told apart from the runtime's own result.
fn note(site: &Site) -> &'static str {
    match site.form {
        Form::Product => ". The last digits depend on the order of additions, as they do between NumPy's own builds.",
        _ => "",
    }
}

fn function(id: usize, site: &Site) -> String {
    let k = site.operands.len();
    let axes: Vec<String> = site.operands.iter().map(|shape| shape.len().to_string()).collect();
    let axes = axes.join(", ");
    let views: Vec<String> = site
        .operands
        .iter()
        .enumerate()
        .map(|(at, shape)| match shape.len() {
            0 => format!("v[{at}].y"),
            _ => format!("v[{at}].x, v[{at}].n, v[{at}].s"),
        })
        .collect();
    let views = views.join(", ");
    let plain = &site.plain;
    let head = format!("pub(super) fn site_{id}_of(x: [Value; {k}]) -> R<Value> {{\nif let Some(body) = SITE_{id}\n");
    let (start, call) = match site.form {
        Form::Map => (
            head,
            format!("&& let Some(done) = site::map::<{k}, f64>(&x, [{axes}], |v, out, m| body({views}, out, m))"),
        ),
        Form::Test => (
            head,
            format!("&& let Some(done) = site::map::<{k}, bool>(&x, [{axes}], |v, out, m| body({views}, out, m))"),
        ),
        Form::Product => {
            (head, format!("&& let Some(done) = site::product(&x, [{axes}], |v, out, m| body({views}, out, m))"))
        }
        Form::Sum | Form::Mean => {
            let mean = site.form == Form::Mean;
            (head, format!("&& let Some(done) = site::sum::<{k}>(&x, [{axes}], {mean}, |v, out| body({views}, out))"))
        }
        Form::Update => {
            return format!(
                "pub(super) fn site_{id}_of(target: &mut Value, x: [Value; {k}]) -> R<()> {{\nif let Some(body) = SITE_{id}\n\
                 && site::update::<{k}>(target, &x, [{axes}], |v, out, m| body({views}, out, m))\n{{\nreturn Ok(());\n}}\n{plain};\nOk(())\n}}\n"
            );
        }
    };
    format!("{start}{call}\n{{\nreturn Ok(done);\n}}\nOk({plain})\n}}\n")
}
