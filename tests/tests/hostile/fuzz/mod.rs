//! The fuzz campaigns, on the stable toolchain: random inputs, each run in the real runtime. Nothing may panic, end the process, outlive
//! its deadline by more than a second or keep memory; every result must be validated or a typed error.
//!
//! `cargo dev campaign components|answers --minutes M` runs one for M minutes of processor time and adds a line to
//! `tests/scores/sandbox-campaigns.md`. What led somewhere new is kept in `tests/corpus/campaigns` and run again by every test of the hostile
//! guests. New is what ends in other words than before: coverage, which an unchanged build of the engine does not tell, is not looked at.

mod answers;
mod components;
mod guest;
mod judge;
mod master;
mod random;
mod smith;
mod store;
mod value;
mod words;
mod worker;

use crate::measure::Table;
use batuta_runtime::Limits;
use std::time::Duration;

pub use master::main as campaign;
pub use worker::main as worker;

/// Arguments of this program that start a campaign, and one of its processes.
pub const CAMPAIGN: &str = "campaign";
/// See [`CAMPAIGN`].
pub const WORKER: &str = "campaign-worker";

/// What a campaign is made of.
trait Campaign: Send {
    fn name(&self) -> &'static str;
    /// The input of this number; `kept` are those that led somewhere new.
    fn input(&mut self, number: u64, kept: &[Vec<u8>]) -> Vec<u8>;
    /// Run an input; panics when anything is wrong. Answers what it came to, in words that differ for what is worth keeping.
    fn run(&mut self, input: &[u8]) -> String;
}

/// Short, so that many inputs fit into a minute.
fn limits() -> Limits {
    Limits {
        time: Duration::from_millis(100),
        grace: Duration::from_millis(20),
        memory: 64 << 20,
        transfer: 4 << 20,
        host_calls: 1 << 20,
        ..Limits::default()
    }
}

fn open(name: &str, smith: Option<&std::path::Path>) -> Option<Box<dyn Campaign>> {
    match name {
        "answers" => Some(Box::new(answers::Answers::new())),
        "components" => Some(Box::new(components::Components::new(smith))),
        _ => None,
    }
}

/// The kept inputs once more, and as many new ones as fit into some seconds: the part of the campaigns that every run of the tests does.
pub fn replay(table: &mut Table) {
    for (name, what, new) in [
        ("components", "the kept component bytes of the campaign, and 200 new ones", 200),
        ("answers", "the kept answers of the campaign, and 3,000 new ones", 3000),
    ] {
        table.case(&format!("replay {name}"), what, Duration::from_secs(10), || {
            let kept = store::read(&store::corpus(name));
            assert!(!kept.is_empty(), "{} holds nothing", store::corpus(name).display());
            let mut campaign = open(name, None).unwrap();
            let mut ends = std::collections::BTreeSet::new();
            for input in &kept {
                ends.insert(campaign.run(input));
            }
            for number in 0..new {
                let input = campaign.input(number, &kept);
                ends.insert(campaign.run(&input));
            }
            format!("{} kept and {new} new inputs, {} different ends", kept.len(), ends.len())
        });
    }
}
