//! `batuta oracle`

mod documents;
mod evaluate;
mod graph;
mod model;
mod render;

use super::CommandResult;
use crate::args::{Format, Oracle};
use crate::failure::Failure;
use crate::plugins;
use crate::session::{Session, tell};
use anyhow::anyhow;
use batuta_runtime::Sandbox;
use batuta_runtime::model::{Answer, FileProvider, Role, SourceFile};
use batuta_runtime::plugin_set::{PluginSet, StepContext, StepError};
use graph::Graph;
use std::io::{BufRead, IsTerminal};
use std::sync::Arc;

/// Longest question, in characters; also the ABI's limit.
const LONGEST: usize = 10_000;

/// Answer a question, or show what the oracle knows.
pub(crate) fn run(session: &Session, oracle: &Oracle) -> CommandResult {
    let form = session.global.format;
    if matches!(form, Format::Html | Format::Sarif) {
        let remedy = "use --format text, json or markdown";
        return Err(Failure::with_remedy(anyhow!("the oracle does not answer in this format"), remedy));
    }
    let store = documents::place(session, oracle.place.store.as_deref());
    if !oracle.index.is_empty() {
        return documents::index(session, &store?, &oracle.index, &oracle.vectors);
    }
    if !oracle.search.is_empty() {
        return documents::search(session, &store?, &oracle.search.join(" "));
    }
    if let Some(collection) = &oracle.evaluate {
        return evaluate::run(session, collection, &oracle.vectors);
    }
    let asked = Asked::new(session)?;
    let text = if oracle.interactive {
        return converse(session, &asked);
    } else if oracle.list {
        render::list(&asked.graph()?, form)?
    } else if let Some(name) = &oracle.show {
        let graph = asked.graph()?;
        render::component(&graph, graph.find(name)?, form)?
    } else if let Some(what) = &oracle.capabilities {
        render::capabilities(&asked.graph()?, what, form)?
    } else if !oracle.integrate.is_empty() {
        let names: Vec<&str> =
            oracle.integrate.iter().flat_map(|it| it.split(',')).map(str::trim).filter(|it| !it.is_empty()).collect();
        let [from, to] = names[..] else {
            let remedy = "batuta oracle --integrate realizar aprender";
            return Err(Failure::with_remedy(anyhow!("--integrate takes two components, not {}", names.len()), remedy));
        };
        let graph = asked.graph()?;
        render::integration(&graph, graph.find(from)?, graph.find(to)?, form)?
    } else {
        let question = oracle.question.join(" ");
        let answer = asked.ask(&question)?;
        let hits = store.map(|store| documents::beside(session, &store, &question)).unwrap_or_default();
        render::answer_with(&answer, &hits, form)?
    };
    session.print(&text)?;
    Ok(0)
}

/// The oracle plugin, ready to be asked.
struct Asked {
    set: Sandbox,
    plugin: usize,
    context: StepContext,
}

impl Asked {
    fn new(session: &Session) -> Result<Self, Failure> {
        let set = plugins::load(session, None, &[])?;
        // One given by flag comes after the built-in one and replaces it.
        let found = set.plugins().iter().rposition(|info| info.manifest.roles.contains(&Role::Oracle));
        let plugin = found.ok_or_else(|| {
            Failure::with_remedy(anyhow!("no plugin answers questions"), "give one with --plugin FILE")
        })?;
        let context = StepContext {
            files: Arc::new(NoFiles),
            settings: Arc::from([]),
            known: Arc::from([]),
            cancel: session.cancel.clone(),
        };
        Ok(Asked { set, plugin, context })
    }

    fn ask(&self, question: &str) -> Result<Answer, Failure> {
        let length = question.chars().count();
        if length > LONGEST {
            let error = anyhow!("the question has {length} characters, at most {LONGEST} are read");
            return Err(Failure::with_remedy(error, "ask a shorter question"));
        }
        if question.trim().is_empty() {
            let remedy = "batuta oracle 'How do I train a random forest on a CSV?'";
            return Err(Failure::with_remedy(anyhow!("the question is empty"), remedy));
        }
        self.set.ask(self.plugin, question, &self.context).result.map_err(failed)
    }

    fn graph(&self) -> Result<Graph, Failure> {
        let text = self.set.describe_graph(self.plugin, &self.context).result.map_err(failed)?;
        Graph::parse(&text)
    }
}

fn failed(error: StepError) -> Failure {
    let remedy = error.remedy.clone();
    Failure::with_remedy(error, remedy)
}

/// An oracle reads no files of a project.
struct NoFiles;

impl FileProvider for NoFiles {
    fn open(&self, _: &str) -> Option<Arc<SourceFile>> {
        None
    }
}

const HELP: &str = "\
Ask in plain words, or:
  list          all components
  show NAME     one of them
  caps [WHAT]   what components can do, or who can do WHAT
  quit
";

/// Questions from stdin until it ends, or until `quit`.
fn converse(session: &Session, asked: &Asked) -> CommandResult {
    let terminal = std::io::stdin().is_terminal();
    let graph = asked.graph()?;
    let prompt = || {
        if terminal {
            tell("oracle> ")
        }
    };
    if terminal {
        tell(HELP);
    }
    prompt();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let form = session.global.format;
        let (word, rest) = line.trim().split_once(' ').map_or((line.trim(), ""), |(word, rest)| (word, rest.trim()));
        let said = match (word, rest) {
            ("", _) => Ok(String::new()),
            ("quit" | "exit", "") => break,
            ("help", "") => Ok(HELP.to_owned()),
            ("list", "") => render::list(&graph, form),
            ("show", name) if !name.is_empty() => {
                graph.find(name).and_then(|component| render::component(&graph, component, form))
            }
            ("caps", what) => render::capabilities(&graph, what, form),
            _ => asked.ask(&line).and_then(|answer| render::answer(&answer, form)),
        };
        match said {
            Ok(text) => session.print(&text)?,
            Err(failure) => tell(&format!("{failure}\n")),
        }
        prompt();
    }
    Ok(0)
}
