//! What optimizers and backends give back. Whether the text of a stub is Rust, the pipeline finds out.

use super::lowered::{dependency, features};
use super::{Judged, Known, at_most, crate_name, quoted, span};
use crate::model::{Offer, Optimized, SourceFile, Stub};
use std::collections::BTreeSet;

/// Longest body of a stub, in bytes.
const BODY: usize = 64 << 10;

/// Edits inside the unit that do not overlap, in order, and one choice per operation.
pub(crate) fn optimized(mut it: Optimized, unit: &SourceFile, numbers: &BTreeSet<u32>) -> Judged<Optimized> {
    at_most(it.edits.len(), 100_000, "edits")?;
    let known = Known::from([(unit.id, unit.bytes.len() as u64)]);
    it.edits.iter().try_for_each(|edit| span(edit.span, &known))?;
    it.edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    if it.edits.windows(2).any(|pair| pair[0].span.end > pair[1].span.start) {
        return Err("gave edits that overlap".into());
    }
    if let Ok(text) = std::str::from_utf8(&unit.bytes) {
        let cuts = |at: u32| !text.is_char_boundary(at as usize);
        if let Some(edit) = it.edits.iter().find(|edit| cuts(edit.span.start) || cuts(edit.span.end)) {
            return Err(format!("gave an edit that cuts a character at byte {}", edit.span.start));
        }
    }
    let mut seen = BTreeSet::new();
    for (operation, backend) in &it.choices {
        if !numbers.contains(operation) {
            return Err(format!("chose a backend for operation {operation}, which the unit does not have"));
        }
        if !seen.insert(*operation) {
            return Err(format!("chose two backends for operation {operation}"));
        }
        crate_name(backend, "backend")?;
    }
    Ok(it)
}

/// Offers with names, and costs that are numbers.
pub(crate) fn offers(offers: Vec<Offer>) -> Judged<Vec<Offer>> {
    at_most(offers.len(), 1000, "offers")?;
    for offer in &offers {
        let shape = |c: char| c.is_ascii_alphanumeric() || "_-".contains(c);
        if offer.name.is_empty() || offer.name.len() > 64 || !offer.name.chars().all(shape) {
            return Err(format!("offers `{}`, which is no name of an operation", quoted(&offer.name)));
        }
        let valid = |cost: f64| (0.0..=1e15).contains(&cost);
        if !valid(offer.flops_per_item) || !valid(offer.bytes_per_item) {
            return Err(format!("gave `{}` a cost that is no cost", offer.name));
        }
    }
    Ok(offers)
}

/// A stub of bounded size whose names are names.
pub(crate) fn stub(stub: Stub) -> Judged<Stub> {
    if stub.body.len() > BODY {
        return Err(format!("gave a stub of {} bytes, {BODY} are allowed", stub.body.len()));
    }
    at_most(stub.imports.len(), 64, "imports")?;
    let shape = |c: char| c.is_ascii_alphanumeric() || "_:".contains(c);
    if let Some(path) = stub.imports.iter().find(|path| path.is_empty() || path.len() > 256 || !path.chars().all(shape))
    {
        return Err(format!("imports `{}`, which is no path", quoted(path)));
    }
    at_most(stub.supports.len(), 16, "support crates")?;
    for support in &stub.supports {
        crate_name(&support.name, "support crate")?;
        features(&support.features)?;
    }
    at_most(stub.dependencies.len(), 16, "dependencies")?;
    stub.dependencies.iter().try_for_each(dependency)?;
    Ok(stub)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Digest, Edit, FileId, Span};

    fn unit() -> SourceFile {
        let bytes = "fn é() {}".as_bytes().to_vec();
        SourceFile { id: FileId(0), path: "a.rs".into(), digest: Digest::of(&bytes), bytes }
    }

    fn edits(places: &[(u32, u32)]) -> Judged<Optimized> {
        let edit = |(start, end): &(u32, u32)| Edit {
            span: Span { file: FileId(0), start: *start, end: *end },
            replacement: String::new(),
        };
        let it = Optimized { edits: places.iter().map(edit).collect(), choices: vec![] };
        optimized(it, &unit(), &BTreeSet::new())
    }

    #[test]
    fn edits_lie_inside_and_apart() {
        let sorted = edits(&[(5, 6), (0, 2)]).unwrap();
        assert_eq!(sorted.edits[0].span.start, 0);
        for wrong in [&[(0, 3), (2, 5)][..], &[(0, 99)], &[(4, 6)], &[(3, 2)]] {
            assert!(edits(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn choices_are_about_operations_of_the_unit() {
        let chosen = |choices: &[(u32, &str)]| {
            let choices = choices.iter().map(|(id, name)| (*id, (*name).to_owned())).collect();
            optimized(Optimized { edits: vec![], choices }, &unit(), &BTreeSet::from([1, 2])).is_ok()
        };
        assert!(chosen(&[(1, "backend-native"), (2, "none")]));
        assert!(!chosen(&[(3, "native")]) && !chosen(&[(1, "a"), (1, "b")]) && !chosen(&[(1, "../x")]));
    }

    #[test]
    fn costs_and_names_are_checked() {
        let offer = |name: &str, cost: f64| {
            offers(vec![Offer { name: name.into(), kinds: vec![], flops_per_item: cost, bytes_per_item: 1.0 }]).is_ok()
        };
        assert!(offer("matmul", 2.0));
        assert!(!offer("matmul", f64::NAN) && !offer("matmul", -1.0) && !offer("a b", 1.0));
        let imports = |path: &str| stub(Stub { imports: vec![path.into()], ..Stub::default() }).is_ok();
        assert!(imports("batuta_kernels::gemm") && !imports("a; mod x") && !imports(""));
    }
}
