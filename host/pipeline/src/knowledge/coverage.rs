//! Coverage files that a project's own tests left: LCOV, Cobertura's XML, and the JSON of coverage.py.

use crate::project::Project;
use batuta_runtime::model::Coverage;
use batuta_system::System;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Names under which the tools write, below the root; the first of a form that is there counts.
const LCOV: &[&str] = &["lcov.info", "coverage.lcov", "coverage.info", "coverage/lcov.info"];
const COBERTURA: &[&str] = &["coverage.xml", "cobertura.xml", "coverage/cobertura-coverage.xml"];
const JSON: &[&str] = &["coverage.json"];
/// Longest file that is read, in bytes.
const LONGEST: u64 = 64 << 20;

/// Lines by the name of a file: each with whether it was run.
type Lines = BTreeMap<String, BTreeMap<u32, bool>>;

/// Coverage by path of the project; a file of several reports has the best of each line.
pub(super) fn read(system: &dyn System, root: &Path, project: &Project) -> BTreeMap<String, Coverage> {
    let first = |names: &[&str]| {
        let bytes = names.iter().find_map(|name| system.read_below(root, name, LONGEST).ok())?;
        String::from_utf8(bytes).ok()
    };
    let mut lines = Lines::new();
    first(LCOV).and_then(|text| lcov(&text, &mut lines));
    first(COBERTURA).and_then(|text| cobertura(&text, &mut lines));
    first(JSON).and_then(|text| json(&text, &mut lines));
    let paths: BTreeSet<&str> = project.files.iter().map(|file| file.path.as_str()).collect();
    placed(lines, &paths)
}

/// Names in reports are absolute, relative to the root, or relative to a source folder: the longest end that is one file's path counts.
fn placed(lines: Lines, paths: &BTreeSet<&str>) -> BTreeMap<String, Coverage> {
    let mut all = BTreeMap::new();
    for (name, lines) in lines {
        let name = name.replace('\\', "/");
        if let Some(path) = place(name.trim_start_matches("./"), paths) {
            let covered = lines.values().filter(|ran| **ran).count();
            all.insert(path.to_owned(), Coverage { lines: count(lines.len()), covered: count(covered) });
        }
    }
    all
}

fn place<'p>(name: &str, paths: &BTreeSet<&'p str>) -> Option<&'p str> {
    let mut rest = name;
    loop {
        if let Some(path) = paths.get(rest) {
            return Some(path);
        }
        match rest.split_once('/') {
            Some((_, end)) => rest = end,
            None => break,
        }
    }
    let mut ends = paths.iter().filter(|path| path.ends_with(name) && path[..path.len() - name.len()].ends_with('/'));
    ends.next().filter(|_| ends.next().is_none()).copied()
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn ran(lines: &mut Lines, name: &str, line: u32, ran: bool) {
    *lines.entry(name.to_owned()).or_default().entry(line).or_default() |= ran;
}

fn lcov(text: &str, lines: &mut Lines) -> Option<()> {
    let mut name = None;
    for line in text.lines() {
        if let Some(path) = line.strip_prefix("SF:") {
            name = Some(path.trim());
        } else if let (Some(name), Some((number, hits))) =
            (name, line.strip_prefix("DA:").and_then(|data| data.split_once(',')))
        {
            let hits = hits.split(',').next().unwrap_or(hits);
            if let Ok(number) = number.trim().parse() {
                ran(lines, name, number, hits.trim() != "0");
            }
        }
    }
    Some(())
}

fn cobertura(text: &str, lines: &mut Lines) -> Option<()> {
    let options = roxmltree::ParsingOptions { allow_dtd: true, nodes_limit: 4_000_000 };
    let document = roxmltree::Document::parse_with_options(text, options).ok()?;
    for class in document.descendants().filter(|node| node.has_tag_name("class")) {
        let Some(name) = class.attribute("filename") else { continue };
        for line in class.descendants().filter(|node| node.has_tag_name("line")) {
            if let Some(number) = line.attribute("number").and_then(|number| number.parse().ok()) {
                ran(lines, name, number, line.attribute("hits").is_some_and(|hits| hits != "0"));
            }
        }
    }
    Some(())
}

fn json(text: &str, lines: &mut Lines) -> Option<()> {
    let report: serde_json::Value = serde_json::from_str(text).ok()?;
    for (name, file) in report.get("files")?.as_object()? {
        for (key, hit) in [("executed_lines", true), ("missing_lines", false)] {
            for number in file.get(key).and_then(serde_json::Value::as_array).into_iter().flatten() {
                if let Some(number) = number.as_u64().and_then(|number| u32::try_from(number).ok()) {
                    ran(lines, name, number, hit);
                }
            }
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    type Read = fn(&str, &mut Lines) -> Option<()>;

    fn of(read: impl Fn(&mut Lines)) -> BTreeMap<String, Coverage> {
        let mut lines = Lines::new();
        read(&mut lines);
        placed(lines, &BTreeSet::from(["src/a.py", "b.c", "x/b.c"]))
    }

    fn said(read: Read, text: &str) -> BTreeMap<String, Coverage> {
        of(|lines| {
            read(text, lines);
        })
    }

    #[test]
    fn the_three_forms_are_read() {
        let expected = BTreeMap::from([("src/a.py".to_owned(), Coverage { lines: 2, covered: 1 })]);
        let text = "TN:\nSF:/home/x/src/a.py\nDA:1,5\nDA:2,0\nLF:2\nLH:1\nend_of_record\nSF:/other/z.py\nDA:1,1\n";
        assert_eq!(said(lcov, text), expected);
        let text = "<coverage><packages><package><classes><class filename=\"a.py\"><lines><line number=\"1\" hits=\"1\"/>\
                    <line number=\"2\" hits=\"0\"/></lines></class></classes></package></packages></coverage>";
        assert_eq!(said(cobertura, text), expected);
        let text = r#"{"files": {"src\\a.py": {"executed_lines": [1], "missing_lines": [2]}}}"#;
        assert_eq!(said(json, text), expected);
    }

    #[test]
    fn a_name_of_two_files_is_the_one_at_the_root() {
        let all = said(lcov, "SF:b.c\nDA:3,1\n");
        assert_eq!(all.keys().collect::<Vec<_>>(), ["b.c"]);
    }

    #[test]
    fn broken_reports_say_nothing() {
        assert!(said(lcov, "DA:1,1\nSF:b.c\nDA:x,y\n").is_empty());
        assert!(said(cobertura, "<coverage><class filename=").is_empty());
        assert!(said(json, "{\"files\": 3}").is_empty());
    }
}
