//! The tables of the dashboard.

use batuta_pipeline::report::FileStatus;
use batuta_pipeline::{Report, Status};
use batuta_runtime::model::Severity;

/// A table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tab {
    Files,
    Findings,
    Programs,
    Plugins,
    Changes,
}

/// How a row is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    Good,
    Attention,
    Bad,
    Plain,
}

/// Cells of a row; as many as the tab has columns.
pub(super) struct Row {
    pub(super) cells: Vec<String>,
    pub(super) tone: Tone,
}

impl Tab {
    pub(super) const ALL: [Tab; 5] = [Tab::Files, Tab::Findings, Tab::Programs, Tab::Plugins, Tab::Changes];

    pub(super) fn title(self) -> &'static str {
        match self {
            Tab::Files => "Files",
            Tab::Findings => "Findings",
            Tab::Programs => "Programs",
            Tab::Plugins => "Plugins",
            Tab::Changes => "Changed since",
        }
    }

    pub(super) fn index(self) -> usize {
        Tab::ALL.iter().position(|tab| *tab == self).unwrap_or(0)
    }

    pub(super) fn after(self) -> Tab {
        Tab::ALL[(self.index() + 1) % Tab::ALL.len()]
    }

    pub(super) fn before(self) -> Tab {
        Tab::ALL[(self.index() + Tab::ALL.len() - 1) % Tab::ALL.len()]
    }

    /// Titles and widths of the columns; the last takes what is left.
    pub(super) fn columns(self) -> &'static [(&'static str, u16)] {
        match self {
            Tab::Files => &[("Status", 10), ("File", 40), ("Lines", 7), ("By", 12), ("Why", 0)],
            Tab::Findings => &[("Code", 8), ("Place", 36), ("Message", 0)],
            Tab::Programs => &[("Outcome", 14), ("Program", 32), ("Case", 24), ("Faster", 8), ("Detail", 0)],
            Tab::Plugins => &[("Plugin", 16), ("Version", 10), ("Files", 7), ("Calls", 8), ("Time", 10), ("Memory", 0)],
            Tab::Changes => &[("Side", 10), ("File", 0)],
        }
    }

    pub(super) fn rows(self, status: &Status) -> Vec<Row> {
        let of = |rows: fn(&Report) -> Vec<Row>| status.last.as_ref().map(rows).unwrap_or_default();
        match self {
            Tab::Files => of(files),
            Tab::Findings => of(findings),
            Tab::Programs => of(programs),
            Tab::Plugins => of(plugins),
            Tab::Changes => changes(status),
        }
    }
}

/// The word that JSON has for it.
pub(super) fn word(value: impl serde::Serialize) -> String {
    serde_json::json!(value).as_str().unwrap_or("").to_owned()
}

fn files(report: &Report) -> Vec<Row> {
    let row = |file: &batuta_pipeline::report::FileReport| {
        let tone = match file.status {
            FileStatus::Converted | FileStatus::Analyzed => Tone::Good,
            FileStatus::Partial => Tone::Attention,
            FileStatus::Refused | FileStatus::Failed => Tone::Bad,
            FileStatus::Skipped => Tone::Plain,
        };
        let by = file.plugin.clone().unwrap_or_default();
        let why = file.reason.clone().unwrap_or_default();
        Row { cells: vec![word(file.status), file.source.clone(), file.lines.to_string(), by, why], tone }
    };
    report.files.iter().map(row).collect()
}

fn findings(report: &Report) -> Vec<Row> {
    let row = |finding: &batuta_pipeline::report::Finding| {
        let place = finding.place.as_ref().map(|place| format!("{}:{}:{}", place.file, place.line, place.column));
        let tone = match finding.severity {
            Severity::Error => Tone::Bad,
            Severity::Warning => Tone::Attention,
            _ => Tone::Plain,
        };
        Row { cells: vec![finding.code.clone(), place.unwrap_or_default(), finding.message.clone()], tone }
    };
    report.diagnostics.iter().map(row).collect()
}

fn programs(report: &Report) -> Vec<Row> {
    use batuta_pipeline::report::CaseOutcome;
    let mut rows = Vec::new();
    for program in report.validation.iter().flat_map(|validation| &validation.programs) {
        for case in &program.cases {
            let tone = match case.outcome {
                CaseOutcome::Same => Tone::Good,
                CaseOutcome::Different => Tone::Bad,
                CaseOutcome::Refused | CaseOutcome::NotValidated => Tone::Attention,
            };
            let faster = case.speed_ratio().map_or(String::new(), |ratio| format!("{ratio:.1} x"));
            let cells =
                vec![word(case.outcome), program.source.clone(), case.name.clone(), faster, case.detail.clone()];
            rows.push(Row { cells, tone });
        }
    }
    rows
}

fn plugins(report: &Report) -> Vec<Row> {
    let row = |plugin: &batuta_pipeline::report::PluginUse| {
        let time = format!("{:.2} s", plugin.millis as f64 / 1e3);
        let memory = format!("{:.1} MB", plugin.memory as f64 / 1e6);
        let cells = vec![
            plugin.name.clone(),
            plugin.version.clone(),
            plugin.files.to_string(),
            plugin.calls.to_string(),
            time,
            memory,
        ];
        Row { cells, tone: Tone::Plain }
    };
    report.plugins.iter().map(row).collect()
}

fn changes(status: &Status) -> Vec<Row> {
    let row = |side: &str, file: &String| Row { cells: vec![side.to_owned(), file.clone()], tone: Tone::Attention };
    let sources = status.changed_inputs.iter().map(|file| row("source", file));
    sources.chain(status.changed_outputs.iter().map(|file| row("generated", file))).collect()
}
