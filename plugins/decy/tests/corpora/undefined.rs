//! Programs whose behaviour C does not define, as gcc's sanitizers see it while they run.

use batuta_testkit::corpus::{Case, Outcome, Scored};
use std::process::Command;

/// What the sanitizers say first.
fn complaint(case: &Case) -> Option<String> {
    let folder = std::env::temp_dir().join(format!("batuta-undefined-{}-{}", std::process::id(), case.name));
    std::fs::create_dir_all(&folder).ok()?;
    for (name, bytes) in &case.files {
        std::fs::write(folder.join(name), bytes).ok()?;
    }
    let mut gcc = Command::new("gcc");
    gcc.args(["-std=gnu17", "-w", "-O1", "-g", "-fsanitize=address,undefined", "-o", "program"]);
    let built = gcc.arg(case.program.as_ref()?).arg("-lm").current_dir(&folder).output().ok()?;
    let run = Command::new("timeout").args(["10", "./program"]).current_dir(&folder).output().ok()?;
    let _ = std::fs::remove_dir_all(&folder);
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    let line = said.lines().find(|line| line.contains("runtime error:") || line.contains("ERROR: AddressSanitizer"))?;
    built.status.success().then(|| line.rsplit("==").next().unwrap_or(line).trim().to_owned())
}

/// Of the programs that differ or stop at run time: those of which the sanitizers say why, each with what they say.
pub fn listed(cases: &[Case], scored: &[Scored]) -> Vec<(String, String)> {
    let stopped = |outcome: &Outcome| match outcome {
        Outcome::Wrong(_) => true,
        Outcome::Refused(reason) => reason.contains("CC0300"),
        _ => false,
    };
    let odd = cases.iter().filter(|case| {
        scored.iter().any(|scored| scored.name == case.name && stopped(&scored.outcome)) && case.files.len() < 20
    });
    odd.filter_map(|case| Some((case.name.clone(), complaint(case)?))).collect()
}
