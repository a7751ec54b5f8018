//! Drawing the dashboard.

use super::Dashboard;
use super::tabs::{Tab, Tone, word};
use batuta_pipeline::Report;
use batuta_pipeline::report::{FileStatus, PhaseStatus};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Paragraph, Row, Table, Tabs};

pub(super) fn draw(frame: &mut Frame<'_>, dashboard: &Dashboard) {
    let rows = [Constraint::Length(4), Constraint::Length(7), Constraint::Min(3), Constraint::Length(1)];
    let [head, phases, table, keys] = Layout::vertical(rows).areas(frame.area());
    draw_head(frame, head, dashboard);
    let [left, right] = Layout::horizontal([Constraint::Min(40), Constraint::Length(32)]).areas(phases);
    match &dashboard.status.last {
        Some(report) => {
            draw_phases(frame, left, report);
            draw_counts(frame, right, report);
        }
        None => frame.render_widget(Paragraph::new("no run has ended yet").block(framed("Phases")), phases),
    }
    draw_table(frame, table, dashboard);
    let help = "q leave   Tab next table   ↑ ↓ PgUp PgDn scroll   r look again (every 2 s by itself)";
    frame.render_widget(Paragraph::new(help).style(Style::new().add_modifier(Modifier::DIM)), keys);
}

fn framed(title: &str) -> Block<'_> {
    Block::new().borders(Borders::ALL).title(title)
}

fn style(tone: Tone) -> Style {
    match tone {
        Tone::Good => Style::new().fg(Color::Green),
        Tone::Attention => Style::new().fg(Color::Yellow),
        Tone::Bad => Style::new().fg(Color::Red),
        Tone::Plain => Style::new(),
    }
}

/// A name or message of somebody else's, without what would move the cursor.
fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn draw_head(frame: &mut Frame<'_>, area: Rect, dashboard: &Dashboard) {
    let status = &dashboard.status;
    let mut state: Vec<Span<'_>> = Vec::new();
    if let Some(report) = &status.last {
        let tone = match report.exit_code() {
            0 => Tone::Good,
            3 => Tone::Attention,
            _ => Tone::Bad,
        };
        let said = format!("last: batuta {}, {}  ", report.command, word(report.outcome));
        state.push(Span::styled(said, style(tone)));
    }
    if status.interrupted {
        state.push(Span::styled("the last run ended early  ", style(Tone::Attention)));
    }
    for (files, what) in [(&status.changed_inputs, "source file"), (&status.changed_outputs, "generated file")] {
        if !files.is_empty() {
            let said = format!("{} changed since  ", counted(files.len(), what));
            state.push(Span::styled(said, style(Tone::Attention)));
        }
    }
    let lines =
        vec![Line::from(format!("{}  from  {}", clean(&status.output), clean(&status.input))), Line::from(state)];
    frame.render_widget(Paragraph::new(lines).block(framed("batuta status")), area);
}

fn draw_phases(frame: &mut Frame<'_>, area: Rect, report: &Report) {
    let row = |phase: &batuta_pipeline::report::PhaseReport| {
        let tone = match phase.status {
            PhaseStatus::Done => Tone::Good,
            PhaseStatus::Attention => Tone::Attention,
            PhaseStatus::Failed | PhaseStatus::Blocked => Tone::Bad,
            PhaseStatus::NotRun => Tone::Plain,
        };
        let time = if phase.millis > 0.0 { format!("{:.1} s", phase.millis / 1e3) } else { String::new() };
        let steps = format!("{} run, {} kept", phase.steps.executed, phase.steps.cached);
        let reason = clean(phase.reason.as_deref().unwrap_or(""));
        Row::new(vec![phase.phase.title().to_owned(), word(phase.status), time, steps, reason]).style(style(tone))
    };
    let widths = [
        Constraint::Length(14),
        Constraint::Length(10),
        Constraint::Length(8),
        Constraint::Length(20),
        Constraint::Min(5),
    ];
    frame.render_widget(Table::new(report.phases.iter().map(row), widths).block(framed("Phases")), area);
}

fn draw_counts(frame: &mut Frame<'_>, area: Rect, report: &Report) {
    let all = [
        (FileStatus::Converted, Tone::Good),
        (FileStatus::Partial, Tone::Attention),
        (FileStatus::Refused, Tone::Bad),
        (FileStatus::Failed, Tone::Bad),
        (FileStatus::Skipped, Tone::Plain),
        (FileStatus::Analyzed, Tone::Plain),
    ];
    let seen = all.iter().map(|(status, tone)| (report.files_with(*status), *status, *tone)).filter(|it| it.0 > 0);
    let line = |(count, status, tone): (usize, FileStatus, Tone)| {
        let most = report.files.len().max(1);
        let bar = "█".repeat((count * 12).div_ceil(most));
        Line::from(vec![
            Span::styled(format!("{bar:<13}"), style(tone)),
            Span::raw(format!("{count} {}", word(status))),
        ])
    };
    frame.render_widget(Paragraph::new(seen.map(line).collect::<Vec<_>>()).block(framed("Files")), area);
}

fn draw_table(frame: &mut Frame<'_>, area: Rect, dashboard: &Dashboard) {
    let [tabs, table] = Layout::vertical([Constraint::Length(1), Constraint::Min(2)]).areas(area);
    let rows = dashboard.tab.rows(&dashboard.status);
    let titles = Tab::ALL.map(|tab| format!("{} {}", tab.title(), tab.rows(&dashboard.status).len()));
    let chosen = Style::new().add_modifier(Modifier::REVERSED);
    frame.render_widget(Tabs::new(titles).select(dashboard.tab.index()).highlight_style(chosen), tabs);
    let columns = dashboard.tab.columns();
    let width = |(at, (_, width)): (usize, &(&str, u16))| {
        if at + 1 == columns.len() { Constraint::Min(10) } else { Constraint::Length(*width) }
    };
    let head = Row::new(columns.iter().map(|(title, _)| *title)).style(Style::new().add_modifier(Modifier::BOLD));
    let shown = rows.iter().skip(dashboard.first).take(usize::from(table.height));
    let shown = shown.map(|row| Row::new(row.cells.iter().map(|cell| clean(cell))).style(style(row.tone)));
    let widths = columns.iter().enumerate().map(width);
    frame.render_widget(Table::new(shown, widths).header(head).block(Block::new().borders(Borders::TOP)), table);
}
