//! What a check runs: a transpiler over a project, or an analyzer over it.

use super::validity;
use crate::conversion::{Conversion, convert};
use crate::native::{Project, Step, analyze, summarise};
use batuta_sdk::text::FileId;
use batuta_sdk::{Analyzer, Findings, Settings, Summary, Transpiler};
use std::marker::PhantomData;

/// A pure function of a project.
pub(crate) trait Subject {
    /// Everything that came back.
    type Outcome: PartialEq + Send;
    /// Run over the files of `project` at these paths.
    fn run(project: &Project, converted: &[String]) -> Self::Outcome;
    /// What is wrong with the data that came back.
    fn problems(project: &Project, outcome: &Self::Outcome) -> Vec<String>;
}

/// A transpiler's three steps.
pub(crate) struct Converts<T>(PhantomData<fn() -> T>);

/// An analyzer's two steps.
pub(crate) struct Analyzes<A>(PhantomData<fn() -> A>);

impl<T: Transpiler> Subject for Converts<T> {
    type Outcome = Conversion;

    fn run(project: &Project, converted: &[String]) -> Conversion {
        convert::<T>(project, &Settings::default(), |file| converted.contains(&file.path))
    }

    fn problems(project: &Project, outcome: &Conversion) -> Vec<String> {
        validity::conversion(project, outcome)
    }
}

impl<A: Analyzer> Subject for Analyzes<A> {
    type Outcome = (Vec<(FileId, Step<Findings>)>, Step<Summary>);

    fn run(project: &Project, _converted: &[String]) -> Self::Outcome {
        let settings = Settings::default();
        let steps: Vec<_> =
            project.files().iter().map(|file| (file.id, analyze::<A>(project, file, &settings))).collect();
        let good: Vec<_> = steps.iter().filter_map(|(id, step)| Some((*id, step.result.clone().ok()?))).collect();
        let summary = summarise::<A>(project, &good, &settings);
        (steps, summary)
    }

    fn problems(project: &Project, (steps, summary): &Self::Outcome) -> Vec<String> {
        validity::analysis(project, steps, summary)
    }
}
