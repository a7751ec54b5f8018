//! The process of a campaign that runs inputs. Whatever kills it, the input is in the file `current`.

use super::random::Random;
use super::{Campaign, limits, store};
use std::collections::BTreeSet;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Some code panicked, on whatever thread.
static PANICKED: AtomicBool = AtomicBool::new(false);
/// Resident memory that a campaign may gain after its first thousands of inputs.
const GROWTH: u64 = 300 << 20;
/// What a worker says when it could be set up and the kept inputs went well.
pub const READY: &str = "ready";
/// However busy the machine is, an input that takes so long hangs.
const STARVED: Duration = Duration::from_secs(60);
/// Most inputs kept while a campaign runs.
const KEPT: usize = 4000;
/// Greatest corpus that is written, in bytes.
const CORPUS: usize = 160 << 10;

/// `NAME FIRST SECONDS FOLDER [SMITH]`: run inputs from number FIRST on until the process used SECONDS of processor time.
pub fn main(arguments: &[String]) -> Result<(), String> {
    let argument = |at: usize| arguments.get(at).ok_or("an argument is missing");
    let number = |at: usize| argument(at)?.parse::<u64>().map_err(|_| "no number");
    let (name, first, seconds, folder) = (argument(0)?, number(1)?, number(2)?, PathBuf::from(argument(3)?));
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        PANICKED.store(true, Ordering::SeqCst);
        usual(info);
    }));
    let campaign = super::open(name, arguments.get(4).map(Path::new)).ok_or("no such campaign")?;
    let mut worker = Worker::new(campaign, &folder)?;
    // On a thread that guests may run on, so that a call is not handed to another one.
    let threads = batuta_runtime::thread_pool(1).map_err(|error| error.to_string())?;
    threads.install(|| worker.run(first, seconds))
}

struct Worker {
    campaign: Box<dyn Campaign>,
    current: std::fs::File,
    kept: Vec<Vec<u8>>,
    ends: BTreeSet<String>,
    corpus: PathBuf,
}

impl Worker {
    fn new(campaign: Box<dyn Campaign>, folder: &Path) -> Result<Self, String> {
        let current = std::fs::File::create(folder.join("current")).map_err(|error| error.to_string())?;
        let kept = store::read(&store::corpus(campaign.name()));
        let corpus = folder.join("found.inputs");
        Ok(Worker { campaign, current, kept, ends: BTreeSet::new(), corpus })
    }

    fn run(&mut self, first: u64, seconds: u64) -> Result<(), String> {
        for input in std::mem::take(&mut self.kept) {
            self.once(input)?;
        }
        println!("{READY}");
        let (mut at, mut settled, mut said) = (first, 0, Instant::now());
        loop {
            let input = self.campaign.input(at, &self.kept);
            at += 1;
            self.once(input)?;
            if (at - first).is_multiple_of(64) {
                let memory = resident();
                if (at - first) < 4096 {
                    settled = settled.max(memory);
                } else if memory > settled + GROWTH {
                    return Err(format!("the process grew from {} to {} MB", settled >> 20, memory >> 20));
                }
                let used = processor_seconds();
                if said.elapsed() > Duration::from_secs(1) || used >= seconds as f64 {
                    said = Instant::now();
                    println!("{} {used:.2} {} {}", at - first, memory >> 20, self.ends.len());
                }
                if used >= seconds as f64 {
                    store::write(&self.corpus, std::mem::take(&mut self.kept), CORPUS);
                    return Ok(());
                }
            }
        }
    }

    /// One input, watched.
    fn once(&mut self, input: Vec<u8>) -> Result<(), String> {
        let record = [&(input.len() as u32).to_le_bytes()[..], &input].concat();
        self.current.write_all_at(&record, 0).map_err(|error| error.to_string())?;
        let mut end = String::new();
        // A busy machine may keep a thread waiting: late is what used so much of the processor, or took a minute.
        let allowed = limits().time * 5 + Duration::from_secs(1);
        let late = (0..3).all(|_| {
            let (start, used) = (Instant::now(), processor_seconds());
            end = self.campaign.run(&input);
            let used = processor_seconds() - used;
            start.elapsed() > allowed && (used > allowed.as_secs_f64() || start.elapsed() > STARVED)
        });
        if late {
            return Err("three times it took more than a second longer than its deadlines".into());
        }
        if PANICKED.load(Ordering::SeqCst) {
            return Err("a panic".into());
        }
        if self.kept.len() < KEPT && self.ends.insert(end) {
            self.kept.push(input);
        }
        Ok(())
    }
}

/// A number that no campaign had before, for those that name none.
pub fn fresh_seed() -> u64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Random::new(now.as_secs()).next() % 1_000_000 * 1_000_000_000
}

/// Resident memory of this process, in bytes.
fn resident() -> u64 {
    let text = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    text.split(' ').nth(1).and_then(|pages| pages.parse::<u64>().ok()).unwrap_or(0) * 4096
}

/// Processor time of this process, in seconds.
fn processor_seconds() -> f64 {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = text.rsplit(')').next().unwrap_or("").split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|it| it.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(11) + ticks(12)) / 100.0
}
