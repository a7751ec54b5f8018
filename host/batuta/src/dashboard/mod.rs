//! `batuta status` on a terminal: a screen that follows OUT until somebody leaves it.

mod tabs;
mod view;

use crate::failure::Failure;
use batuta_pipeline::Status;
use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use std::time::Duration;
use tabs::Tab;

/// How often OUT is looked at again.
const AGAIN: Duration = Duration::from_secs(2);
/// Rows that a page goes up or down.
const PAGE: usize = 10;

/// What is on the screen.
pub(crate) struct Dashboard {
    status: Status,
    tab: Tab,
    /// The first row that is shown of the tab.
    first: usize,
}

/// What a key asks for.
#[derive(Debug, PartialEq, Eq)]
enum Wish {
    Leave,
    LookAgain,
    Nothing,
}

impl Dashboard {
    fn new(status: Status) -> Self {
        Dashboard { status, tab: Tab::Files, first: 0 }
    }

    fn key(&mut self, key: KeyEvent) -> Wish {
        let rows = self.tab.rows(&self.status).len();
        match key.code {
            KeyCode::Char('q') | KeyCode::Esc => return Wish::Leave,
            KeyCode::Char('c') if key.modifiers.contains(KeyModifiers::CONTROL) => return Wish::Leave,
            KeyCode::Char('r') => return Wish::LookAgain,
            KeyCode::Tab | KeyCode::Right => (self.tab, self.first) = (self.tab.after(), 0),
            KeyCode::BackTab | KeyCode::Left => (self.tab, self.first) = (self.tab.before(), 0),
            KeyCode::Down => self.first += 1,
            KeyCode::Up => self.first = self.first.saturating_sub(1),
            KeyCode::PageDown => self.first += PAGE,
            KeyCode::PageUp => self.first = self.first.saturating_sub(PAGE),
            KeyCode::Home => self.first = 0,
            KeyCode::End => self.first = rows,
            _ => {}
        }
        self.first = self.first.min(rows.saturating_sub(1));
        Wish::Nothing
    }
}

/// Show OUT until a key ends it. `look` reads its status; a problem that comes up meanwhile ends the screen with that problem.
///
/// # Errors
/// When OUT cannot be read or the terminal not be used.
pub(crate) fn show(look: &dyn Fn() -> Result<Status, Failure>) -> Result<(), Failure> {
    let mut dashboard = Dashboard::new(look()?);
    let mut terminal = ratatui::try_init()?;
    let ended = follow(&mut terminal, &mut dashboard, look);
    ratatui::restore();
    ended
}

fn follow(
    terminal: &mut DefaultTerminal,
    dashboard: &mut Dashboard,
    look: &dyn Fn() -> Result<Status, Failure>,
) -> Result<(), Failure> {
    loop {
        terminal.draw(|frame| view::draw(frame, dashboard))?;
        let wish = if event::poll(AGAIN)? {
            match event::read()? {
                Event::Key(key) if key.kind == KeyEventKind::Press => dashboard.key(key),
                _ => Wish::Nothing,
            }
        } else {
            Wish::LookAgain
        };
        match wish {
            Wish::Leave => return Ok(()),
            Wish::LookAgain => dashboard.status = look()?,
            Wish::Nothing => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use batuta_pipeline::Report;
    use batuta_pipeline::report::{FileReport, FileStatus, Phase, PhaseReport, PhaseStatus, StepCounts};
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    fn file(source: String, status: FileStatus) -> FileReport {
        let reason = (status == FileStatus::Refused).then(|| "PY0101: a module that is not there".to_owned());
        FileReport {
            source,
            language: Some("python".into()),
            plugin: Some("depyler".into()),
            status,
            rust: vec![],
            code_lines: 12,
            lines: 20,
            refusals: u32::from(reason.is_some()),
            reason,
            counts: Default::default(),
        }
    }

    fn status() -> Status {
        let files = (0..40).map(|n| file(format!("part{n:02}.py"), FileStatus::Converted));
        let files = files.chain([file("odd\u{1b}[31m.py".into(), FileStatus::Refused)]).collect();
        let phase = |phase| PhaseReport {
            phase,
            status: PhaseStatus::Done,
            millis: 1500.0,
            reason: None,
            steps: StepCounts { executed: 3, cached: 4 },
        };
        let report =
            Report { command: "convert".into(), files, phases: Phase::ALL.map(phase).to_vec(), ..Report::default() };
        Status {
            output: "/work/out".into(),
            input: "/work/in".into(),
            interrupted: true,
            changed_inputs: vec!["part03.py".into()],
            changed_outputs: vec![],
            last: Some(report),
        }
    }

    fn screen(dashboard: &Dashboard, width: u16, height: u16) -> String {
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        terminal.draw(|frame| view::draw(frame, dashboard)).unwrap();
        terminal.backend().to_string()
    }

    #[test]
    fn the_screen_shows_what_the_report_says() {
        let text = screen(&Dashboard::new(status()), 100, 30);
        for part in [
            "/work/out",
            "ended early",
            "1 source file changed",
            "Transpilation",
            "1.5 s",
            "40 converted",
            "1 refused",
            "part00.py",
            "q leave",
        ] {
            assert!(text.contains(part), "{part} is missing:\n{text}");
        }
    }

    #[test]
    fn keys_scroll_change_tabs_and_leave() {
        let mut dashboard = Dashboard::new(status());
        let press = |code| KeyEvent::new(code, KeyModifiers::NONE);
        assert_eq!(dashboard.key(press(KeyCode::End)), Wish::Nothing);
        let text = screen(&dashboard, 100, 30);
        assert!(text.contains("odd") && text.contains("PY0101") && !text.contains('\u{1b}'), "{text}");
        assert_eq!(dashboard.key(press(KeyCode::Down)), Wish::Nothing);
        assert_eq!(dashboard.first, 40, "there is nothing below the last row");
        for expected in [Tab::Findings, Tab::Programs, Tab::Plugins, Tab::Changes, Tab::Files] {
            dashboard.key(press(KeyCode::Tab));
            assert_eq!((dashboard.tab, dashboard.first), (expected, 0));
        }
        dashboard.key(press(KeyCode::Left));
        assert_eq!(dashboard.tab, Tab::Changes);
        assert!(screen(&dashboard, 100, 30).contains("part03.py"));
        assert_eq!(dashboard.key(press(KeyCode::Char('r'))), Wish::LookAgain);
        assert_eq!(dashboard.key(press(KeyCode::Char('q'))), Wish::Leave);
        assert_eq!(dashboard.key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL)), Wish::Leave);
    }

    #[test]
    fn any_size_of_terminal_will_do() {
        let empty = Status { last: None, ..status() };
        for status in [status(), empty] {
            for (width, height) in [(1, 1), (20, 5), (60, 12), (300, 80)] {
                screen(&Dashboard::new(status.clone()), width, height);
            }
        }
    }
}
