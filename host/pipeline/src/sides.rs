//! Source files beside what became of them, read back from disk for a page.

use crate::report::{FileStatus, Place, Report, RustSide, Side};
use crate::state;
use batuta_system::{Kind, System};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// Longest file that is shown, and bytes of all together.
const LONGEST: u64 = 512 << 10;
const TOTAL: usize = 12 << 20;

#[derive(Default, Deserialize)]
struct Map {
    files: BTreeMap<String, BTreeMap<u32, Place>>,
}

/// Both sides of every converted file, by the path of its source. Files in `changed` are others by now and are left out, as are those
/// that are too long, no text, or gone.
pub fn sides(system: &dyn System, report: &Report, changed: &BTreeSet<String>) -> BTreeMap<String, Side> {
    let Some(out) = report.project.output.as_ref().map(Path::new) else { return BTreeMap::new() };
    let input = Path::new(&report.project.input);
    let is_file = system.stat(input).ok().flatten().is_some_and(|stat| stat.kind == Kind::File);
    let root = if is_file { input.parent().unwrap_or(input) } else { input };
    let map = system.read(&state::folder(out).join("source-map.json"), 1 << 30);
    let map: Map = map.ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
    let text = |folder: &Path, path: &str| {
        let bytes = system.read_below(folder, path, LONGEST).ok()?;
        String::from_utf8(bytes).ok().map(Arc::<str>::from)
    };
    let mut all = BTreeMap::new();
    let mut room = TOTAL;
    let shown = |status| !matches!(status, FileStatus::Skipped | FileStatus::Analyzed);
    for file in report.files.iter().filter(|file| shown(file.status) && !changed.contains(&file.source)) {
        let Some(source) = text(root, &file.source) else { continue };
        let rust = file.rust.iter().filter_map(|path| {
            let lines = map.files.get(path).map(|lines| of(lines, &file.source)).unwrap_or_default();
            Some(RustSide { path: path.clone(), text: text(out, path)?, lines })
        });
        let side = Side { source, rust: rust.collect() };
        let size = side.source.len() + side.rust.iter().map(|rust| rust.text.len()).sum::<usize>();
        if size > room {
            break;
        }
        room -= size;
        all.insert(file.source.clone(), side);
    }
    all
}

/// Lines of generated text that come from `source`.
fn of(lines: &BTreeMap<u32, Place>, source: &str) -> BTreeMap<u32, u32> {
    lines.iter().filter(|(_, place)| place.file == source).map(|(line, place)| (*line, place.line)).collect()
}
