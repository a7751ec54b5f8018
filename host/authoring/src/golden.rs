//! One golden: a Markdown file with a source project, the Rust expected from it, and how it must run.

use crate::markdown::{Block, Document};
use anyhow::{Context, Result, bail, ensure};
use std::path::PathBuf;

/// One golden file.
#[derive(Clone, Debug)]
pub struct Golden {
    /// Where it is.
    pub path: PathBuf,
    /// Path below the suite's folder without extension, `/`-separated: how failures name it.
    pub name: String,
    /// Its text, cut into blocks.
    pub document: Document,
}

/// What a block of a golden is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// A file of the source project: `python file=main.py`.
    Source {
        /// Language as the analyzers name it; none for data files.
        language: String,
        /// Project-relative.
        path: String,
    },
    /// An expected Rust file: `rust file=src/main.rs`, with `package=NAME` when the golden gives several packages.
    Rust {
        /// The package, when named.
        package: Option<String>,
        /// Relative to the package.
        path: String,
    },
    /// `text diagnostics`
    Diagnostics,
    /// `json summary`: what an analyzer says of the project.
    Summary,
    /// `text stdin`, `text args`, `text stdout`, `text exit`, each with `bin=NAME` when the golden gives several programs.
    Run(RunPart, Option<String>),
    /// For readers.
    Illustration,
}

/// A block that says how a program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunPart {
    /// What the program reads.
    Stdin,
    /// One argument per line.
    Args,
    /// What the program prints.
    Stdout,
    /// Its exit code.
    Exit,
}

/// How one program of a golden is run and what is expected of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// Arguments after the program's name.
    pub args: Vec<String>,
    /// What it reads.
    pub stdin: Vec<u8>,
    /// What it prints.
    pub stdout: String,
    /// How it ends.
    pub exit: i32,
}

impl Golden {
    /// A golden from the text of its file.
    ///
    /// # Errors
    /// It has no title, no source file, an unknown block, or two blocks for one purpose.
    pub fn parse(path: PathBuf, name: String, text: &str) -> Result<Self> {
        ensure!(text.starts_with("# "), "the first line must be the title, `# …`");
        let document = Document::parse(text)?;
        ensure!(
            document.print() == text,
            "the file does not survive parsing and printing; it must end with a line end"
        );
        let golden = Golden { path, name, document };
        let mut seen: Vec<Role> = Vec::new();
        for block in golden.document.blocks() {
            let role = role(block).with_context(|| format!("line {}: `{}`", block.line, block.info))?;
            if role != Role::Illustration {
                ensure!(!seen.contains(&role), "line {}: a second block `{}`", block.line, block.info);
                seen.push(role);
            }
        }
        ensure!(seen.iter().any(|role| matches!(role, Role::Source { .. })), "no source file (a block with `file=`)");
        Ok(golden)
    }

    /// Every block with what it is for.
    pub fn roles(&self) -> impl Iterator<Item = (Role, &Block)> {
        self.document.blocks().filter_map(|block| Some((role(block).ok()?, block)))
    }

    /// Path, language and text of the source files.
    pub fn sources(&self) -> Vec<(String, String, &str)> {
        let mut sources = Vec::new();
        for (role, block) in self.roles() {
            if let Role::Source { language, path } = role {
                sources.push((path, language, block.content.as_str()));
            }
        }
        sources
    }

    /// Package (when named), path and text of the expected Rust files.
    pub fn rust(&self) -> Vec<(Option<String>, String, &str)> {
        let mut files = Vec::new();
        for (role, block) in self.roles() {
            if let Role::Rust { package, path } = role {
                files.push((package, path, block.content.as_str()));
            }
        }
        files
    }

    /// The expected diagnostics, one per line.
    pub fn diagnostics(&self) -> &str {
        self.document.blocks().find(|block| role(block).ok() == Some(Role::Diagnostics)).map_or("", |b| &b.content)
    }

    /// The summary that is expected of an analyzer.
    pub fn summary(&self) -> &str {
        self.document.blocks().find(|block| role(block).ok() == Some(Role::Summary)).map_or("", |b| &b.content)
    }

    /// How program `bin` runs. Blocks without `bin=` are for a golden's `only` program.
    ///
    /// # Errors
    /// An exit code that is not a number.
    pub fn run(&self, bin: &str, only: bool) -> Result<Run> {
        let mut run = Run::default();
        for (role, block) in self.roles() {
            let Role::Run(part, name) = role else { continue };
            if !(name.as_deref() == Some(bin) || name.is_none() && only) {
                continue;
            }
            match part {
                RunPart::Stdin => run.stdin = without_line_end(block).into(),
                RunPart::Args => run.args = block.content.lines().map(str::to_string).collect(),
                RunPart::Stdout => run.stdout = without_line_end(block).into(),
                RunPart::Exit => run.exit = block.content.trim().parse().context("the exit code is no number")?,
            }
        }
        Ok(run)
    }
}

/// The content, without its last line end when the block is marked `no-eol`.
fn without_line_end(block: &Block) -> &str {
    let text = block.content.as_str();
    if block.words().any(|word| word == "no-eol") { text.strip_suffix('\n').unwrap_or(text) } else { text }
}

/// What a block is for.
fn role(block: &Block) -> Result<Role> {
    let mut words = block.words();
    let tag = words.next().unwrap_or_default();
    let path = block.attribute("file").map(str::to_string);
    if let Some(path) = path {
        let package = block.attribute("package").map(str::to_string);
        ensure!(is_plain(&path), "`file=` wants a plain relative path");
        return Ok(if tag == "rust" {
            Role::Rust { package, path }
        } else {
            Role::Source { language: language(tag), path }
        });
    }
    let bin = block.attribute("bin").map(str::to_string);
    let part = match words.next() {
        None => return Ok(Role::Illustration),
        Some("diagnostics") => return Ok(Role::Diagnostics),
        Some("summary") => return Ok(Role::Summary),
        Some("stdin") => RunPart::Stdin,
        Some("args") => RunPart::Args,
        Some("stdout") => RunPart::Stdout,
        Some("exit") => RunPart::Exit,
        Some(_) => bail!("unknown kind of block"),
    };
    Ok(Role::Run(part, bin))
}

/// Whether a path is relative, `/`-separated, and without empty parts, `.` and `..`.
fn is_plain(path: &str) -> bool {
    !path.contains(['\\', '\0']) && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// The language that a fence's tag stands for.
fn language(tag: &str) -> String {
    let known = match tag {
        "py" => "python",
        "h" => "c",
        "c++" | "hpp" => "cpp",
        "sh" | "bash" | "dash" => "shell",
        // Data beside the sources is in no plugin's language, and another plugin's language has the tag that it likes.
        other => other,
    };
    known.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn golden(text: &str) -> Result<Golden> {
        Golden::parse("a.md".into(), "a".into(), text)
    }

    const SIMPLE: &str = "# Title\n\nWhy.\n\n```python file=a.py\nprint(1)\n```\n\n```text args\n-x\n\n```\n\n```text stdout no-eol\n1\n```\n\n```text exit\n3\n```\n";

    #[test]
    fn reads_sources_and_run() {
        let golden = golden(SIMPLE).unwrap();
        assert_eq!(golden.sources(), [("a.py".to_string(), "python".to_string(), "print(1)\n")]);
        let run = golden.run("a", true).unwrap();
        assert_eq!(run, Run { args: vec!["-x".into(), String::new()], stdin: vec![], stdout: "1".into(), exit: 3 });
        assert_eq!(golden.run("other", false).unwrap(), Run::default());
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        let wrong = [
            ("no title\n", "title"),
            ("# T\n", "no source"),
            ("# T\n```c file=../a.c\n```\n", "plain relative"),
            ("# T\n```c file=a.c\n```\n```text stdot\n```\n", "unknown kind"),
            ("# T\n```c file=a.c\n```\n```text stdout\n```\n```text stdout\n```\n", "second block"),
        ];
        for (text, part) in wrong {
            let error = format!("{:#}", golden(text).unwrap_err());
            assert!(error.contains(part), "{text:?}: {error}");
        }
    }
}
