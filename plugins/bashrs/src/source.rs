//! Paths of sourced files.

use crate::ast::{CommandKind, ParamName, ParamOp, Part, Word};

/// A path that is known at conversion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourcePath {
    /// Relative to the script's own folder, as in `$(dirname "$0")/lib.sh`.
    beside_script: bool,
    /// The path.
    path: String,
}

impl SourcePath {
    /// Project-relative candidates, for a script at `script`.
    pub fn resolve(&self, script: &str) -> Vec<String> {
        let folder = script.rsplit_once('/').map_or("", |(folder, _)| folder);
        let beside = normalised(&format!("{folder}/{}", self.path));
        let from_root = normalised(&self.path);
        let order = if self.beside_script { vec![beside] } else { vec![from_root, beside] };
        order.into_iter().flatten().collect()
    }
}

/// Without `.` and `..`; none when it leads outside, or is absolute.
fn normalised(path: &str) -> Option<String> {
    let mut parts: Vec<&str> = vec![];
    for part in path.trim_start_matches('/').split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            other => parts.push(other),
        }
    }
    Some(parts.join("/"))
}

/// The path that the operand of `.` gives.
pub fn constant_path(word: &Word) -> Option<SourcePath> {
    if let Some(path) = word.constant() {
        return (!path.starts_with('/')).then_some(SourcePath { beside_script: false, path });
    }
    let (first, rest) = word.parts.split_first()?;
    let rest = Word { parts: rest.to_vec(), range: word.range }.constant()?;
    let path = rest.strip_prefix('/')?;
    is_script_folder(first).then(|| SourcePath { beside_script: true, path: path.to_string() })
}

/// `$(dirname "$0")`, `${0%/*}`, `$(dirname "${BASH_SOURCE[0]}")`
fn is_script_folder(part: &Part) -> bool {
    match part {
        Part::Param(param) => {
            let suffix = matches!(&param.op, ParamOp::Trim { suffix: true, longest: false, pattern } if pattern.bare() == Some("/*"));
            suffix && is_script(part)
        }
        Part::Command { body, .. } => match body.items.as_slice() {
            [item] => match item.first.stages.as_slice() {
                [stage] => match &stage.kind {
                    CommandKind::Simple(simple) => match simple.words.as_slice() {
                        [name, operand] => {
                            name.bare() == Some("dirname")
                                && matches!(operand.parts.as_slice(), [one] if is_script(one))
                        }
                        [name, dashes, operand] => {
                            name.bare() == Some("dirname")
                                && dashes.bare() == Some("--")
                                && matches!(operand.parts.as_slice(), [one] if is_script(one))
                        }
                        _ => false,
                    },
                    _ => false,
                },
                _ => false,
            },
            _ => false,
        },
        _ => false,
    }
}

fn is_script(part: &Part) -> bool {
    match part {
        Part::Param(param) => {
            param.name == ParamName::Special('0')
                || param.name == ParamName::Var("BASH_SOURCE".into())
                    && param.index.as_ref().is_none_or(|index| index.constant().as_deref() == Some("0"))
        }
        _ => false,
    }
}
