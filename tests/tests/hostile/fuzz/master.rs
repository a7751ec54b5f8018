//! The process that starts a campaign's worker, watches it, keeps what killed it, and writes the log.

use super::{WORKER, store, worker};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// A worker that says nothing for so long hangs, or the machine has no time for it.
const SILENCE: Duration = Duration::from_secs(600);
/// Crashes after which a campaign gives up.
const ENOUGH: usize = 20;

/// What the workers of a campaign did.
#[derive(Default)]
struct Tally {
    inputs: u64,
    seconds: f64,
    memory: u64,
    ends: u64,
    crashes: Vec<String>,
}

/// `NAME MINUTES [SEED] [SMITH]`: run a campaign for so many minutes of processor time.
pub fn main(arguments: &[String]) -> Result<(), String> {
    let name = arguments.first().ok_or("which campaign? `components` or `answers`")?;
    let minutes: f64 = arguments.get(1).and_then(|text| text.parse().ok()).ok_or("how many minutes?")?;
    let seed = arguments.get(2).and_then(|text| text.parse().ok()).unwrap_or_else(worker::fresh_seed);
    let smith = arguments.get(3).map(PathBuf::from);
    let folder = folder(name);
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let budget = minutes * 60.0;
    let mut tally = Tally::default();
    while tally.seconds < budget && tally.crashes.len() < ENOUGH {
        let first = seed + tally.inputs;
        let left = (budget - tally.seconds).ceil() as u64;
        if let Some(crash) = watch(name, first, left, &folder, smith.as_deref(), &mut tally)? {
            println!("CRASH {crash}");
            tally.crashes.push(crash);
        }
    }
    keep(name, &folder);
    log(name, seed, &tally, smith.is_some()).map_err(|error| error.to_string())?;
    if tally.crashes.is_empty() { Ok(()) } else { Err(format!("{} crashes", tally.crashes.len())) }
}

/// Run one worker to its end; the crash, when it did not end well.
fn watch(
    name: &str,
    first: u64,
    seconds: u64,
    folder: &Path,
    smith: Option<&Path>,
    tally: &mut Tally,
) -> Result<Option<String>, String> {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut command = Command::new(program);
    command.args([WORKER, name, &first.to_string(), &seconds.to_string()]).arg(folder).args(smith);
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| error.to_string())?;
    let (sender, receiver) = mpsc::channel();
    if let Some(stdout) = child.stdout.take() {
        std::thread::spawn(move || {
            BufReader::new(stdout).lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
        });
    }
    let (before, mut ready) = ((tally.inputs, tally.seconds), false);
    let hung = loop {
        match receiver.recv_timeout(SILENCE) {
            Ok(line) => {
                ready |= line == worker::READY;
                let numbers: Vec<f64> = line.split(' ').filter_map(|word| word.parse().ok()).collect();
                if let [inputs, seconds, memory, ends] = numbers[..] {
                    tally.inputs = before.0 + inputs as u64;
                    tally.seconds = before.1 + seconds;
                    tally.memory = tally.memory.max(memory as u64);
                    tally.ends = tally.ends.max(ends as u64);
                    print!("\r{} inputs, {:.0} s, {} MB, {} ends   ", tally.inputs, tally.seconds, memory, ends);
                    let _ = std::io::stdout().flush();
                }
            }
            Err(mpsc::RecvTimeoutError::Timeout) => break true,
            Err(mpsc::RecvTimeoutError::Disconnected) => break false,
        }
    };
    println!();
    let ended = end(child, hung);
    if ended.as_deref() == Some("ended well") {
        return Ok(None);
    }
    if !ready {
        let input = folder.join("current");
        return Err(format!("it does not begin ({}): see above and {}", ended.unwrap_or_default(), input.display()));
    }
    // Not the same numbers again.
    tally.inputs += 1_000;
    tally.seconds += 1.0;
    Ok(Some(keep_crash(name, first, folder, &ended.unwrap_or_default())))
}

fn end(mut child: Child, hung: bool) -> Option<String> {
    if hung {
        let _ = child.kill();
    }
    let status = child.wait().ok()?;
    Some(match (hung, status.success()) {
        (true, _) => "said nothing for ten minutes".into(),
        (_, true) => "ended well".into(),
        (_, false) => status.to_string(),
    })
}

/// Copy the input that the worker died of.
fn keep_crash(name: &str, first: u64, folder: &Path, ended: &str) -> String {
    let crashes = store::corpus(name).with_file_name("crashes");
    let to = crashes.join(format!("{name}-{first}"));
    let input = store::read(&folder.join("current")).into_iter().next().unwrap_or_default();
    let kept = std::fs::create_dir_all(&crashes).and_then(|()| std::fs::write(&to, input));
    format!("{ended}; the input is in {}", if kept.is_ok() { to.display().to_string() } else { "no file".into() })
}

/// What led somewhere new becomes the corpus of the next campaign.
fn keep(name: &str, folder: &Path) {
    let found = folder.join("found.inputs");
    if found.exists() {
        let to = store::corpus(name);
        let copied = std::fs::create_dir_all(to.parent().unwrap_or(&to)).and_then(|()| std::fs::copy(found, to));
        if let Err(error) = copied {
            println!("the corpus was not kept: {error}");
        }
    }
}

fn folder(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("batuta-campaign-{name}-{}", std::process::id()))
}

const HEAD: &str = "# Campaigns against the sandbox

Each line is a run of `cargo dev campaign components|answers --minutes M`: random component bytes, or random data returned by a guest, each
run in the real runtime (`tests/tests/hostile/fuzz`). Minutes are of processor time. A crash is a panic, a signal, a call that outlives
its deadline by more than a second (three times), 300 MB of growth, or a result that neither keeps the contract nor is a typed error.

";

fn log(name: &str, seed: u64, tally: &Tally, smith: bool) -> std::io::Result<()> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scores/sandbox-campaigns.md");
    let with = if name == "components" && !smith { ", without wasm-smith" } else { "" };
    let line = format!(
        "- {name}: seeds {seed}..{}, {} inputs, {:.1} CPU minutes, {} different ends, at most {} MB resident, {} crashes{with}\n",
        seed + tally.inputs,
        tally.inputs,
        tally.seconds / 60.0,
        tally.ends,
        tally.memory,
        tally.crashes.len()
    );
    print!("{line}");
    let head = if path.exists() { "" } else { HEAD };
    let mut file = std::fs::OpenOptions::new().create(true).append(true).open(path)?;
    // One write, so that campaigns that end at the same time do not mix.
    file.write_all(format!("{head}{line}").as_bytes())
}
