//! How much the terminal shows, and in which colours.

/// How a terminal report looks.
#[derive(Clone, Debug)]
pub struct Style {
    /// Whether escape sequences for colour may be used. The caller looks at the terminal and at `NO_COLOR`.
    pub colour: bool,
    /// Columns of the terminal.
    pub width: usize,
    /// Greatest number of findings that are shown; the rest is counted.
    pub findings: usize,
    /// Greatest number of files that are listed; when there are more, only those that need a look are.
    pub files: usize,
    /// What is shown of an analysis.
    pub project: ProjectParts,
    /// Whether the cost of each plugin is shown.
    pub plugins: bool,
}

/// Parts of an analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProjectParts {
    /// Languages, where programs start, advice.
    pub languages: bool,
    /// Packages and numeric frameworks.
    pub dependencies: bool,
    /// Technical debt, where it was measured.
    pub debt: bool,
    /// An order of conversion, where files were measured.
    pub plan: bool,
}

impl ProjectParts {
    /// Everything.
    pub const ALL: Self = ProjectParts { languages: true, dependencies: true, debt: true, plan: true };
}

impl Default for Style {
    fn default() -> Self {
        Style { colour: false, width: 100, findings: 50, files: 40, project: ProjectParts::ALL, plugins: false }
    }
}

/// A colour, or weight, of a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paint {
    Plain,
    Bold,
    Dim,
    Good,
    Attention,
    Bad,
}

impl Style {
    /// `text` in this colour.
    pub(crate) fn paint(&self, paint: Paint, text: &str) -> String {
        let code = match paint {
            Paint::Bold => "1",
            Paint::Dim => "2",
            Paint::Good => "32",
            Paint::Attention => "33",
            Paint::Bad => "31",
            Paint::Plain => "",
        };
        if self.colour && !code.is_empty() && !text.is_empty() {
            format!("\x1b[{code}m{text}\x1b[0m")
        } else {
            text.into()
        }
    }
}
