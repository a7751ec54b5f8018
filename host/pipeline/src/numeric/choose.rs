//! Which backend each site gets: by the user's wish, or by an optimizer.

use super::{Backend, warning};
use crate::codes;
use crate::finding::HostFinding;
use crate::report::Phase;
use crate::rust_text::carry_origins;
use crate::steps::Steps;
use batuta_runtime::model::{Digest, Edit, Lowered, Operation, Optimized, OutputFile, Role, Setting, SourceFile};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The backend of a site and why it is this one.
pub(super) struct Chosen {
    pub(super) backend: Option<String>,
    pub(super) why: String,
}

/// The backends of the sites of one unit.
pub(super) struct Choices {
    by_site: BTreeMap<u32, String>,
    /// Why a site has that backend, and why one has none.
    why: (String, String),
}

impl Choices {
    pub(super) fn of(&self, site: &Operation) -> Chosen {
        match self.by_site.get(&site.id) {
            Some(name) => Chosen { backend: Some(name.clone()), why: self.why.0.clone() },
            None => Chosen { backend: None, why: self.why.1.clone() },
        }
    }

    fn none(why: &str) -> Self {
        Choices { by_site: BTreeMap::new(), why: (String::new(), why.to_owned()) }
    }
}

/// Ask the optimizer, and let it edit the unit.
pub(super) fn choose(
    steps: &Steps,
    lowered: &mut Lowered,
    backends: &[Backend],
    wish: Option<&str>,
    findings: &mut Vec<HostFinding>,
) -> Choices {
    if wish == Some(super::NONE) {
        return Choices::none("the user wants no backend");
    }
    if backends.is_empty() {
        return Choices::none("there is no backend");
    }
    // The last one was given by the user, if any was.
    let Some(optimizer) = steps.with_role(Role::Optimizer).pop() else {
        return without_optimizer(lowered, backends, wish);
    };
    let name = steps.name(optimizer).to_owned();
    let mut why = (format!("chosen by {name}"), format!("left out by {name}"));
    if let Some(wish) = wish {
        why.0 = format!("chosen by {name}; the user wants {wish}");
    }
    let mut by_site = BTreeMap::new();
    let operations = lowered.operations.clone();
    for file in lowered.files.iter_mut().filter(|file| file.path.ends_with(".rs")) {
        match ask(steps, optimizer, file, &operations, backends, wish) {
            Ok(optimized) => {
                edit(file, &optimized.edits);
                by_site.extend(optimized.choices);
            }
            Err(finding) => findings.push(finding.of_plugin(&name)),
        }
    }
    Choices { by_site, why }
}

fn without_optimizer(lowered: &Lowered, backends: &[Backend], wish: Option<&str>) -> Choices {
    let Some(backend) = backends.iter().find(|it| Some(it.name.as_str()) == wish) else {
        return Choices::none("there is no optimizer that chooses a backend");
    };
    let fits = lowered.operations.iter().filter(|site| backend.offer(site).is_some());
    let by_site = fits.map(|site| (site.id, backend.name.clone())).collect();
    Choices { by_site, why: ("the user wants it".to_owned(), format!("{} offers nothing for it", backend.name)) }
}

fn ask(
    steps: &Steps,
    optimizer: usize,
    file: &OutputFile,
    operations: &[Operation],
    backends: &[Backend],
    wish: Option<&str>,
) -> Result<Optimized, HostFinding> {
    let Some(first) = operations.first() else { return Ok(Optimized::default()) };
    let unit = Arc::new(SourceFile {
        id: first.at.file,
        path: file.path.clone(),
        bytes: file.content.clone(),
        digest: Digest::of(&file.content),
    });
    let settings = settings(backends, wish);
    let input = postcard::to_stdvec(&(&unit.path, &file.content, operations)).unwrap_or_default();
    let step = |cx: &_| steps.plugins.optimize(optimizer, &unit, operations, cx);
    let done = steps.run_with(Phase::Transpilation, optimizer, "optimize", &[&input], settings, step);
    done.result.map_err(|error| warning(codes::NO_BODY, error.message).help(error.remedy))
}

/// What there is to choose from.
fn settings(backends: &[Backend], wish: Option<&str>) -> Vec<Setting> {
    let mut all: Vec<Setting> = vec![];
    all.extend(wish.map(|wish| Setting { key: "backend".to_owned(), value: wish.to_owned() }));
    for backend in backends {
        for offer in &backend.offers {
            let key = format!("offer.{}.{}", backend.name, offer.name);
            let value = format!("{};{};{}", offer.kinds.join(","), offer.flops_per_item, offer.bytes_per_item);
            all.push(Setting { key, value });
        }
    }
    all
}

/// Edits lie inside of the file and apart, in order: the runtime saw to that.
fn edit(file: &mut OutputFile, edits: &[Edit]) {
    if edits.is_empty() {
        return;
    }
    let old = String::from_utf8_lossy(&file.content).into_owned();
    let mut new = String::with_capacity(old.len());
    let mut at = 0;
    for edit in edits {
        let (start, end) = (edit.span.start as usize, edit.span.end as usize);
        let (Some(before), true) = (old.get(at..start), old.is_char_boundary(end)) else { return };
        new.push_str(before);
        new.push_str(&edit.replacement);
        at = end;
    }
    new.push_str(&old[at..]);
    file.origins = carry_origins(&old, &file.origins, &new);
    file.content = new.into_bytes();
}
