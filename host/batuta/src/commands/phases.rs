//! The commands that run phases: `analyze`, `transpile`, `optimize`, `validate`, `build`, `convert`.

use super::CommandResult;
use crate::args::{Analyze, Convert, OnOutput};
use crate::engines::Engines;
use crate::session::Session;
use batuta_pipeline::{Options, Pipeline};
use batuta_report::ProjectParts;
use std::sync::Arc;

/// Which phases run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    Analyze,
    Transpile,
    Optimize,
    Validate,
    Build,
    Convert,
}

/// `batuta analyze`
pub(crate) fn analyze(session: Session, analyze: Analyze) -> CommandResult {
    let (mut options, bars) = session.options(&analyze.run, None);
    options.input = analyze.input;
    let tdg = analyze.tdg || analyze.pmat;
    options.measure = tdg || analyze.plan;
    options.pmat = analyze.pmat;
    options.ask_transpilers = analyze.plan;
    let dependencies = analyze.dependencies || analyze.advisories.is_some() || analyze.releases.is_some();
    options.advisories = analyze.advisories;
    options.releases = analyze.releases;
    let named = analyze.languages || dependencies || tdg || analyze.plan;
    let parts = ProjectParts { languages: analyze.languages, dependencies, debt: tdg, plan: analyze.plan };
    let session = Session { parts: if named { parts } else { ProjectParts::ALL }, ..session };
    // Nothing is written, so results are kept where all runs may use them.
    options.cache = session.cache_folder().map(|folder| folder.join("steps"));
    run(&session, options, &bars, Which::Analyze, &[])
}

/// `batuta transpile` and `batuta convert`
pub(crate) fn on_input(session: Session, convert: Convert, which: Which) -> CommandResult {
    let (mut options, bars) = session.options(&convert.run, Some(&convert.validation));
    options.input = convert.input;
    options.output = convert.output;
    run(&session, options, &bars, which, &convert.engines)
}

/// `batuta optimize`, `validate` and `build`
pub(crate) fn on_output(session: Session, on: OnOutput, which: Which) -> CommandResult {
    let (mut options, bars) = session.options(&on.run, Some(&on.validation));
    options.input = on.output.clone();
    options.output = Some(on.output);
    run(&session, options, &bars, which, &on.engines)
}

fn run(
    session: &Session,
    options: Options,
    bars: &crate::progress::Bars,
    which: Which,
    engines: &[String],
) -> CommandResult {
    session.catch_interrupts();
    let plugins = Engines::of(session, Some(&options.input), engines)?;
    let pipeline = Pipeline::new(session.system.clone(), Arc::new(plugins), options);
    let report = match which {
        Which::Analyze => pipeline.analyze(),
        Which::Transpile => pipeline.transpile(),
        Which::Optimize => pipeline.optimize(),
        Which::Validate => pipeline.validate(),
        Which::Build => pipeline.build(),
        Which::Convert => pipeline.convert(),
    };
    bars.finish();
    session.show(report)
}
