//! What a command wants done.

use crate::report::Phase;

/// The commands that run phases. Each brings the phases that it needs up to date first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Goal {
    Analyze,
    Transpile,
    Optimize,
    Validate,
    Build,
    Convert,
}

impl Goal {
    /// As the command line names it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Goal::Analyze => "analyze",
            Goal::Transpile => "transpile",
            Goal::Optimize => "optimize",
            Goal::Validate => "validate",
            Goal::Build => "build",
            Goal::Convert => "convert",
        }
    }

    /// Whether it includes `phase`.
    pub(crate) fn includes(self, phase: Phase) -> bool {
        match self {
            Goal::Analyze => phase == Phase::Analysis,
            Goal::Transpile => phase <= Phase::Transpilation,
            Goal::Optimize => phase <= Phase::Optimization,
            Goal::Validate => phase <= Phase::Validation,
            Goal::Build => phase != Phase::Validation,
            Goal::Convert => true,
        }
    }
}
