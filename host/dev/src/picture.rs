//! The report of the demo as a browser shows it, in light and in dark, for people to look at.

use crate::{demo, shell};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names under which Chromium is installed.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];
/// Blink's numbers of the colour schemes that a user can prefer.
const SCHEMES: [(&str, &str); 2] = [("light", "1"), ("dark", "0")];
/// A page of this height shows the pipeline, the programs, the treemap and the first pair of sources.
const WINDOW: &str = "--window-size=1280,2400";
/// An empty page of this size takes some 10 KB.
const LEAST_BYTES: u64 = 40_000;

/// Convert the example, write its report as a page, and take its picture into `artifacts` below the target.
///
/// # Errors
/// When the conversion fails, no browser is installed, or a picture is empty.
pub fn run() -> Result<()> {
    let browser = browser()?;
    let (batuta, out) = demo::converted()?;
    let folder = shell::target().join("artifacts");
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let page = folder.join("report.html");
    let text = shell::output(Command::new(batuta).arg("report").arg(&out).args(["--format", "html"]))?;
    std::fs::write(&page, text).with_context(|| format!("cannot write {}", page.display()))?;
    let pictures = SCHEMES.map(|(name, number)| (folder.join(format!("report-{name}.png")), number));
    for (picture, number) in &pictures {
        take(&browser, &page, picture, number)?;
        println!("{}", picture.display());
    }
    if std::fs::read(&pictures[0].0)? == std::fs::read(&pictures[1].0)? {
        bail!("light and dark look the same: the page does not follow what its reader prefers");
    }
    Ok(())
}

fn browser() -> Result<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).flat_map(|folder| BROWSERS.map(|name| folder.join(name)));
    found
        .into_iter()
        .find(|file| file.is_file())
        .context("no Chromium was found; install Debian's package `chromium`, or Chrome")
}

fn take(browser: &Path, page: &Path, picture: &Path, scheme: &str) -> Result<()> {
    let profile = shell::target().join("browser");
    let own = std::path::absolute(page).context("the page has no absolute path")?;
    let mut command = Command::new(browser);
    command.args([
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--hide-scrollbars",
    ]);
    command.args([
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        WINDOW,
    ]);
    command.arg(format!("--blink-settings=preferredColorScheme={scheme}"));
    command.arg(format!("--user-data-dir={}", profile.display())).arg(format!("--screenshot={}", picture.display()));
    command.arg(format!("file://{}", own.display()));
    let done = command.output().context("the browser cannot be started")?;
    let size = std::fs::metadata(picture).map(|file| file.len()).unwrap_or(0);
    if !done.status.success() || size < LEAST_BYTES {
        bail!("the browser took no picture ({size} bytes): {}", String::from_utf8_lossy(&done.stderr));
    }
    Ok(())
}
