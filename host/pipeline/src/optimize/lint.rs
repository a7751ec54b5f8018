//! Lint clean-up: what the compiler suggests and vouches for is applied until nothing is left.

use super::stage::Stage;
use crate::cargo::{Cargo, CargoOutcome, CompilerMessage};
use crate::error::Result;
use crate::progress::Progress;
use crate::report::{OptimizationReport, UNCHECKED};
use crate::tree::Tree;
use rustfix::{CodeFix, Filter, Suggestion};
use std::collections::{BTreeMap, HashSet};

/// Most rounds of check and apply.
const ROUNDS: u32 = 4;

/// Something unused that stays, in the text of the checked tree.
pub(super) struct Unused {
    pub(super) path: String,
    pub(super) line: u32,
    pub(super) message: String,
}

/// Apply suggestions to `tree` until cargo has none left; a round after which the code no longer compiles is taken back.
pub(super) fn clean(
    cargo: &Cargo,
    stage: &Stage<'_>,
    tree: &mut Tree,
    report: &mut OptimizationReport,
    progress: &dyn Progress,
) -> Result<Vec<Unused>> {
    let mut good: Option<(Tree, BTreeMap<String, u64>, Vec<Unused>)> = None;
    for round in 1..=ROUNDS + 1 {
        progress.note(&format!("cargo check, round {round}"));
        stage.set(tree)?;
        let checked = check(cargo, stage)?;
        report.rounds = round;
        if !checked.success {
            match good {
                Some((earlier, applied, unused)) => {
                    *tree = earlier;
                    report.applied = applied;
                    report.notes.push("a suggestion of the compiler broke the build and was taken back".to_owned());
                    return Ok(unused);
                }
                None => {
                    report.notes.push(format!("{UNCHECKED}{}", why(&checked)));
                    return Ok(Vec::new());
                }
            }
        }
        let unused = unused(&checked.messages);
        let before = (tree.clone(), report.applied.clone());
        if round > ROUNDS || !apply(&checked.messages, tree, &mut report.applied) {
            return Ok(unused);
        }
        good = Some((before.0, before.1, unused));
    }
    Ok(Vec::new())
}

fn why(checked: &CargoOutcome) -> String {
    let error = checked.messages.iter().find(|message| message.level == "error");
    error.map_or_else(|| crate::cargo::explain(&checked.stderr, false), |error| error.message.message.clone())
}

/// The manifests silence these lints for the reader's builds; here they are wanted.
fn check(cargo: &Cargo, stage: &Stage<'_>) -> Result<CargoOutcome> {
    let variables = [("CARGO_TARGET_DIR", stage.target()), ("RUSTFLAGS", "--force-warn=unused".into())];
    cargo.run(&stage.folder, &["check", "--workspace", "--message-format=json"], &variables)
}

/// Whether a message is about a package of the output rather than a support crate or the registry.
fn is_own(path: &str, tree: &Tree) -> bool {
    !path.starts_with("support/") && tree.files.contains_key(path)
}

fn apply(messages: &[CompilerMessage], tree: &mut Tree, applied: &mut BTreeMap<String, u64>) -> bool {
    let mut by_file: BTreeMap<String, Vec<(String, Suggestion)>> = BTreeMap::new();
    for message in messages {
        let Some(suggestion) =
            rustfix::collect_suggestions(&message.message, &HashSet::new(), Filter::MachineApplicableOnly)
        else {
            continue;
        };
        let lint = message.message.code.as_ref().map_or("other".to_owned(), |code| code.code.clone());
        let files: HashSet<&str> = files_of(&suggestion).collect();
        let file = files.iter().next().map(|file| (*file).to_owned());
        if let Some(file) = file.filter(|file| files.len() == 1 && is_own(file, tree)) {
            by_file.entry(file).or_default().push((lint, suggestion));
        }
    }
    let mut changed = false;
    for (path, suggestions) in by_file {
        changed |= fix(&path, suggestions, tree, applied);
    }
    changed
}

fn files_of(suggestion: &Suggestion) -> impl Iterator<Item = &str> {
    let replacements = suggestion.solutions.iter().flat_map(|solution| &solution.replacements);
    replacements.map(|replacement| replacement.snippet.file_name.as_str())
}

/// Apply what does not overlap; what is left comes back in the next round.
fn fix(
    path: &str,
    suggestions: Vec<(String, Suggestion)>,
    tree: &mut Tree,
    applied: &mut BTreeMap<String, u64>,
) -> bool {
    let Some(file) = tree.files.get_mut(path) else { return false };
    let Ok(text) = std::str::from_utf8(&file.bytes) else { return false };
    let mut fix = CodeFix::new(text);
    let mut seen: Vec<Suggestion> = Vec::new();
    for (lint, suggestion) in suggestions {
        if !seen.contains(&suggestion) && fix.apply(&suggestion).is_ok() {
            *applied.entry(lint).or_default() += 1;
            seen.push(suggestion);
        }
    }
    match fix.finish() {
        Ok(text) if text.as_bytes() != file.bytes => {
            file.origins = crate::rust_text::carry_origins(&String::from_utf8_lossy(&file.bytes), &file.origins, &text);
            file.bytes = text.into_bytes();
            true
        }
        _ => false,
    }
}

fn unused(messages: &[CompilerMessage]) -> Vec<Unused> {
    let mut all = Vec::new();
    for message in messages {
        let is_dead = message
            .message
            .code
            .as_ref()
            .is_some_and(|code| code.code == "dead_code" || code.code.starts_with("unused"));
        let span = message.message.spans.first().filter(|span| is_dead && !span.file_name.starts_with("support/"));
        all.extend(span.filter(|span| !span.file_name.starts_with('/')).map(|span| Unused {
            path: span.file_name.clone(),
            line: span.line_start as u32,
            message: message.message.message.clone(),
        }));
    }
    all
}
