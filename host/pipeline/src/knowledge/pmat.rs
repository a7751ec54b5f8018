//! The grade that `pmat` gives a project, for those who let it look.

use crate::error::{Error, Result};
use crate::report::ForeignGrade;
use batuta_runtime::plugin_set::Cancel;
use batuta_system::{Confine, Environment, Exit, Limits, Process, System};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// The program.
const NAME: &str = "pmat";
const TIME: Duration = Duration::from_secs(300);
const MEMORY: u64 = 4 << 30;
const OUTPUT: u64 = 64 << 20;

/// Run `pmat tdg` on the project: in a sandbox without network that lets it read the project and write a folder of its own.
///
/// # Errors
/// When it is not there, cannot be confined, fails, or says nothing that is a grade.
pub(crate) fn grade(system: &dyn System, root: &Path, cancel: &Cancel) -> Result<ForeignGrade> {
    let Some(program) = system.find_program(NAME) else {
        return Err(Error::blocked("`pmat` is not on PATH: install it, or leave out --pmat"));
    };
    let Some(how) = system.confinement() else {
        return Err(Error::blocked(
            "this machine has no sandbox to run pmat in: install bubblewrap, or use a kernel with Landlock",
        ));
    };
    let scratch = system.scratch()?;
    let own = scratch.path().to_owned();
    let variables: BTreeMap<String, OsString> = [
        ("PATH", "/usr/local/bin:/usr/bin:/bin".into()),
        ("HOME", own.as_os_str().to_owned()),
        ("TMPDIR", own.as_os_str().to_owned()),
        ("LC_ALL", "C.UTF-8".into()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into();
    let cancel = cancel.clone();
    let arguments = [OsString::from("tdg"), root.into(), "--format".into(), "json".into()];
    let finished = system.run(&Process {
        environment: Environment::Only(variables),
        confine: Some(Confine { how, writable: vec![own.clone()], readable: vec![program.clone(), root.to_owned()] }),
        limits: Limits { time: TIME, memory: MEMORY, file: OUTPUT, output: OUTPUT },
        untrusted: true,
        stop: Some(Arc::new(move || cancel.is_cancelled())),
        ..Process::tool(program, own).args(arguments)
    })?;
    let words = String::from_utf8_lossy(&finished.stderr).into_owned();
    let said = batuta_runtime::text::clean(words.trim(), 600);
    match finished.exit {
        Exit::Code(0) => {}
        Exit::Timeout => return Err(Error::blocked(format!("pmat did not end within {} s", TIME.as_secs()))),
        exit => return Err(Error::blocked(format!("pmat ended with {exit:?}: {said}"))),
    }
    read(&String::from_utf8_lossy(&finished.stdout))
        .ok_or_else(|| Error::blocked(format!("pmat gave no grade in a form that is known: {said}")))
}

/// A project's average, or the score of one file: `{average_score, average_grade}`, `{score: {total, grade}}` or `{total, grade}`. The
/// first versions that give a grade write a letter, later ones a name such as `APLus`.
fn read(text: &str) -> Option<ForeignGrade> {
    // Versions differ in what they print before.
    let json: serde_json::Value = serde_json::from_str(text.get(text.find('{')?..)?).ok()?;
    let inner = json.get("score").filter(|score| score.is_object()).unwrap_or(&json);
    let of = |score: &str, grade: &str| Some((inner.get(score)?.as_f64()?, inner.get(grade)?.as_str()?.to_owned()));
    let (score, grade) = of("average_score", "average_grade").or_else(|| of("total", "grade"))?;
    let grade = grade.replace("PLus", "+").replace("Plus", "+").replace("Minus", "-");
    let sane = (0.0..=100.0).contains(&score) && grade.len() <= 2;
    sane.then(|| ForeignGrade { tool: NAME.to_owned(), score, grade })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_forms_of_its_answer_are_read() {
        for (text, score, grade) in [
            ("{\"files\": [], \"average_score\": 87.5, \"average_grade\": \"AMinus\"}", 87.5, "A-"),
            ("note\n{\"file\": null, \"score\": {\"total\": 61.0, \"grade\": \"C+\"}}", 61.0, "C+"),
            ("{\"total\": 96, \"grade\": \"APLus\"}", 96.0, "A+"),
        ] {
            let read = read(text).unwrap();
            assert_eq!((read.score, read.grade.as_str()), (score, grade), "{text}");
        }
        for text in ["", "84.0", "{\"score\": null}", "{\"total\": 400, \"grade\": \"A\"}"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
