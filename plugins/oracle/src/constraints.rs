//! What a question demands of the answer beside its subject.

use crate::graph::{Component, Graph};
use crate::words::words;

/// A demand, and what is said about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Constraint {
    /// Data must not leave the machine.
    Private,
    /// A GPU is there.
    Gpu,
    /// No GPU is there.
    NoGpu,
    /// More data than one machine handles with ease.
    Large,
    /// In a browser.
    Browser,
}

/// Rows from which on data counts as large.
const LARGE: f64 = 1e8;

impl Constraint {
    /// What it means for a component, by its capabilities in the graph; none where the graph does not say.
    pub(crate) fn reason(self, component: &Component) -> Option<String> {
        let can = |any: &[&str]| component.capabilities.iter().any(|it| any.contains(&it.as_str()));
        let gpu = can(&["gpu", "multi-gpu", "gpu-kernels"]);
        let spreads = can(&[SPREADS]);
        Some(match self {
            Constraint::Private if can(&["remote-execution"]) => "data goes to the workers that you name".into(),
            Constraint::Private => "it runs on your own machine: no data is sent anywhere".into(),
            Constraint::Gpu if gpu => "it uses a GPU where there is one".into(),
            Constraint::NoGpu if !gpu => "it needs no GPU".into(),
            Constraint::Large if spreads => "it spreads the work over machines when data is this large".into(),
            Constraint::Large => {
                let other = Graph::get().components.iter().find(|it| it.capabilities.iter().any(|it| it == SPREADS))?;
                format!("for data this large `{}` can spread the work over machines", other.name)
            }
            Constraint::Browser if can(&["wasm"]) => "it is made to run as WebAssembly too".into(),
            _ => return None,
        })
    }
}

/// The capability of spreading work over machines.
const SPREADS: &str = "distributed-computing";

/// Every constraint of the question, each once.
pub(crate) fn find(question: &str) -> Vec<Constraint> {
    let words = words(question);
    let any = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let pair = |a: &[&str], b: &[&str]| {
        words.windows(2).any(|two| a.contains(&two[0].as_str()) && b.contains(&two[1].as_str()))
    };
    let gpu = any(&["gpu", "gpus", "cuda", "graphics"]);
    let without = pair(&["no", "without", "lack"], &["gpu", "gpus", "cuda"])
        || words.windows(3).any(|three| matches!(three[0].as_str(), "no" | "without") && three[2] == "gpu");
    let private = any(&[
        "gdpr",
        "private",
        "privacy",
        "confidential",
        "sovereign",
        "offline",
        "premises",
        "prem",
        "hipaa",
        "airgapped",
    ]) || pair(&["without", "not"], &["sending", "uploading", "leaving", "sharing"])
        || pair(&["air"], &["gapped"])
        || pair(&["sensitive", "medical", "patient"], &["data", "records"]);
    let mut list = Vec::new();
    list.extend(private.then_some(Constraint::Private));
    list.extend((gpu && !without).then_some(Constraint::Gpu));
    list.extend(without.then_some(Constraint::NoGpu));
    list.extend(
        (rows(&words) >= LARGE || any(&["terabyte", "terabytes", "petabyte", "tb"])).then_some(Constraint::Large),
    );
    list.extend(any(&["browser", "wasm", "webassembly"]).then_some(Constraint::Browser));
    list
}

/// The greatest count in the question, such as `10 million` or `2b rows`.
fn rows(words: &[String]) -> f64 {
    let unit = |word: &str| match word {
        "k" | "thousand" => Some(1e3),
        "m" | "million" | "millions" => Some(1e6),
        "b" | "bn" | "billion" | "billions" => Some(1e9),
        _ => None,
    };
    let value = |(at, word): (usize, &String)| {
        let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let number: f64 = word[..digits].parse().ok()?;
        let scale = unit(&word[digits..]).or_else(|| words.get(at + 1).and_then(|next| unit(next)));
        Some(number * scale.unwrap_or(1.0))
    };
    words.iter().enumerate().filter_map(value).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn demands_are_understood() {
        assert_eq!(find("on a CSV without sending data anywhere"), [Constraint::Private]);
        assert_eq!(find("with 2 billion rows and no GPU"), [Constraint::NoGpu, Constraint::Large]);
        assert_eq!(find("in the browser, on my gpu"), [Constraint::Gpu, Constraint::Browser]);
        assert_eq!(find("sum 500 numbers"), []);
    }

    #[test]
    fn what_a_demand_means_follows_from_capabilities() {
        let reason = |demand: Constraint, name| demand.reason(Graph::get().component(name).unwrap());
        assert!(reason(Constraint::Private, "repartir").unwrap().contains("workers"));
        assert!(reason(Constraint::Private, "aprender").unwrap().contains("own machine"));
        assert!(reason(Constraint::Gpu, "realizar").is_some());
        assert_eq!(reason(Constraint::Gpu, "pmat"), None);
        assert_eq!(reason(Constraint::NoGpu, "trueno"), None);
        assert!(reason(Constraint::Large, "aprender").unwrap().contains("`repartir`"));
        assert!(reason(Constraint::Browser, "whisper-apr").is_some());
    }
}
