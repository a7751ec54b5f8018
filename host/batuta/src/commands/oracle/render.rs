//! What the oracle knows, as text, Markdown or JSON.

use super::graph::{Component, Graph, Integration};
use crate::args::Format;
use crate::failure::Failure;
use anyhow::anyhow;
use batuta_retrieval::Hit;
use batuta_runtime::model::Answer;
use std::collections::BTreeMap;
use std::fmt::Write;

type Rendered = Result<String, Failure>;

fn json(value: &impl serde::Serialize) -> Rendered {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}

/// An answer, with what the user's own documents say.
pub(super) fn answer_with(said: &Answer, hits: &[Hit], form: Format) -> Rendered {
    if hits.is_empty() {
        return answer(said, form);
    }
    if form == Format::Json {
        let mut value = serde_json::to_value(said)?;
        value["documents"] = serde_json::to_value(hits)?;
        return json(&value);
    }
    let title = if form == Format::Markdown { "## In your documents\n\n" } else { "In your documents:\n" };
    let hits = super::documents::shown(hits);
    let hits = if form == Format::Markdown { format!("```\n{hits}```\n") } else { hits };
    Ok(format!("{}\n{title}{hits}", answer(said, form)?))
}

/// An answer. Its JSON form is part of the contract: `{"abstained", "recommendations": [{"component", "confidence", …}]}`.
pub(super) fn answer(answer: &Answer, form: Format) -> Rendered {
    if form == Format::Json {
        return json(answer);
    }
    if answer.abstained {
        return Ok("The oracle does not know. Ask for what the stack covers: `batuta oracle --list`\n".into());
    }
    let mut text = String::new();
    for (at, it) in answer.recommendations.iter().enumerate() {
        let percent = (it.confidence * 100.0).round();
        // Writing to a String cannot fail.
        let _ = match form {
            Format::Markdown => writeln!(text, "{}. **{}** ({percent} %)", at + 1, it.component),
            _ => writeln!(text, "{}. {}  {percent} %", at + 1, it.component),
        };
        // Further ones are there to choose from: their reasons would hide the best one.
        let reasons = if at == 0 { it.reasons.len() } else { 1 };
        for reason in &it.reasons[..reasons.min(it.reasons.len())] {
            let _ = writeln!(text, "   - {reason}");
        }
        if at == 0 && !it.alternatives.is_empty() {
            let _ = writeln!(text, "   - instead of it: {}", it.alternatives.join(", "));
        }
        if let (0, Some(example)) = (at, &it.example) {
            let lines: String = example.lines().map(|line| format!("   {line}\n")).collect();
            let _ = match form {
                Format::Markdown => write!(text, "\n   ```\n{lines}   ```\n"),
                _ => write!(text, "\n{lines}"),
            };
        }
    }
    Ok(text)
}

/// All components, by layer.
pub(super) fn list(graph: &Graph, form: Format) -> Rendered {
    if form == Format::Json {
        return json(&graph.components);
    }
    let width = graph.components.iter().map(|it| it.name.len()).max().unwrap_or(0);
    let mut text =
        if form == Format::Markdown { "| component | layer | what |\n|---|---|---|\n".into() } else { String::new() };
    for it in &graph.components {
        let _ = match form {
            Format::Markdown => writeln!(text, "| `{}` | {} | {} |", it.name, it.layer, it.summary),
            _ => writeln!(text, "{:width$}  {:16}  {}", it.name, it.layer, it.summary),
        };
    }
    Ok(text)
}

/// Everything about one component.
pub(super) fn component(graph: &Graph, component: &Component, form: Format) -> Rendered {
    let edges: Vec<&Integration> =
        graph.integrations.iter().filter(|it| it.from == component.name || it.to == component.name).collect();
    if form == Format::Json {
        return json(&serde_json::json!({ "component": component, "integrations": edges }));
    }
    let none = |list: &[String]| if list.is_empty() { "none known".to_owned() } else { list.join(", ") };
    let version = if component.version.is_empty() { "not pinned" } else { &component.version };
    let mut text = format!(
        "{}: {}\n  layer         {}\n  version       {version}\n  licence       {}\n  maintenance   {}\n  can do        {}\n  comes after   {}\n  alternatives  {}\n",
        component.name,
        component.summary,
        component.layer,
        component.licence,
        component.maintenance,
        none(&component.capabilities),
        none(&component.replaces),
        none(&component.alternatives),
    );
    for edge in edges {
        let _ = writeln!(text, "  {} uses {}: {}", edge.from, edge.to, edge.how);
    }
    Ok(text)
}

/// Who can do `what`; all capabilities when it is empty.
pub(super) fn capabilities(graph: &Graph, what: &str, form: Format) -> Rendered {
    let mut all: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for component in &graph.components {
        for capability in &component.capabilities {
            all.entry(capability).or_default().push(&component.name);
        }
    }
    // The name of a component asks for its capabilities.
    if let Some(component) = graph.components.iter().find(|it| it.name.eq_ignore_ascii_case(what)) {
        all.retain(|_, names| names.contains(&component.name.as_str()));
    } else {
        let wanted = what.to_lowercase().replace([' ', '_'], "-");
        all.retain(|capability, _| capability.contains(&wanted));
    }
    if all.is_empty() {
        let error = anyhow!("no component can do `{what}`, or it is called otherwise here");
        return Err(Failure::with_remedy(error, "`batuta oracle --capabilities` lists what components can do"));
    }
    if form == Format::Json {
        return json(&all);
    }
    let width = all.keys().map(|it| it.len()).max().unwrap_or(0);
    Ok(all.iter().map(|(capability, names)| format!("{capability:width$}  {}\n", names.join(", "))).collect())
}

/// How two components work together.
pub(super) fn integration(graph: &Graph, a: &Component, b: &Component, form: Format) -> Rendered {
    let edges = graph.between(&a.name, &b.name);
    let through = graph.meeting(&a.name, &b.name);
    if form == Format::Json {
        return json(&serde_json::json!({ "components": [a.name, b.name], "integrations": edges, "through": through }));
    }
    let mut text: String = edges.iter().map(|it| format!("{} uses {}: {}\n", it.from, it.to, it.how)).collect();
    if edges.is_empty() {
        let _ = writeln!(text, "{} and {} do not use each other.", a.name, b.name);
    }
    if !through.is_empty() {
        let _ = writeln!(text, "They meet at: {}", through.join(", "));
    }
    Ok(text)
}
