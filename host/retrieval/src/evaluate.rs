//! How good searches are, on a collection with questions whose right answers are known: files of the user's, in the forms that the Text
//! Retrieval Conference (TREC) uses. Weights are chosen on every other question and reported on the rest.

use crate::dense::Model;
use crate::{Dense, Document, Error, Index};
use batuta_system::System;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Longest file of a collection in bytes.
const LONGEST: u64 = 1 << 30;

/// Chunks that are ranked, so that ten documents are among them.
const DEEP: usize = 60;

/// The documents that count.
const FIRST: usize = 10;

/// A collection, as a file in TOML names it; paths are relative to that file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Collection {
    /// Documents: `<doc><docno>…</docno>…<text>…</text></doc>`, one after the other.
    pub documents: PathBuf,
    /// Questions: `<top><num>…</num><title>…</title></top>`, or lines of number, tab and question.
    pub questions: PathBuf,
    /// Lines of question, iteration, document and grade.
    pub judgments: PathBuf,
    /// Questions are numbered from 1 in their order, whatever they say of themselves.
    #[serde(default)]
    pub numbered: bool,
}

/// A collection in memory.
#[derive(Debug)]
pub struct Questions {
    /// What is searched.
    pub documents: Vec<Document>,
    questions: Vec<String>,
    /// For each question, the grades of the documents that answer it.
    judged: Vec<HashMap<String, f64>>,
}

/// What was measured of one way to search.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figures {
    /// `words`, `vectors`, or `both`.
    pub leg: &'static str,
    /// The share of the words.
    pub lexical: f32,
    /// Mean nDCG@10 over the first, third, … question, which tuning sees.
    pub odd: f64,
    /// Mean nDCG@10 over the others.
    pub even: f64,
    /// Half of the questions were answered in so many microseconds.
    pub median_us: f64,
}

/// Read a collection that a TOML file describes.
///
/// # Errors
/// [`Error::Collection`] for a description or a file in another form, [`Error::System`] for one that is not there.
pub fn read(system: &dyn System, description: &Path) -> Result<Questions, Error> {
    let text = |path: &Path| -> Result<String, Error> {
        String::from_utf8(system.read(path, LONGEST)?).map_err(|_| bad(path, "is not UTF-8"))
    };
    let collection: Collection =
        toml::from_str(&text(description)?).map_err(|error| Error::Collection(error.to_string()))?;
    let beside = |path: &Path| description.parent().unwrap_or(Path::new("")).join(path);
    let documents = documents(&text(&beside(&collection.documents))?);
    let questions = questions(&text(&beside(&collection.questions))?, collection.numbered);
    let mut judged = judgments(&text(&beside(&collection.judgments))?)
        .ok_or_else(|| bad(&collection.judgments, "has a line that is not question, iteration, document and grade"))?;
    let known: Vec<(String, HashMap<String, f64>)> =
        questions.into_iter().filter_map(|(id, text)| judged.remove(&id).map(|judged| (text, judged))).collect();
    if documents.is_empty() || known.len() < 2 {
        let (documents, known) = (documents.len(), known.len());
        return Err(bad(description, &format!("has {documents} documents and {known} questions with judgments")));
    }
    let (questions, judged) = known.into_iter().unzip();
    Ok(Questions { documents, questions, judged })
}

fn bad(path: &Path, why: &str) -> Error {
    Error::Collection(format!("{} {why}", path.display()))
}

/// The parts of `text` between `<tag>` and `</tag>`.
fn parts<'t>(text: &'t str, tag: &str) -> impl Iterator<Item = &'t str> {
    let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
    let mut rest = text;
    std::iter::from_fn(move || {
        let (_, behind) = rest.split_once(&open)?;
        let (part, behind) = behind.split_once(&close).unwrap_or((behind, ""));
        rest = behind;
        Some(part)
    })
}

fn documents(text: &str) -> Vec<Document> {
    let one = |doc: &str| {
        let path = parts(doc, "docno").next()?.trim().to_owned();
        Some(Document { path, text: parts(doc, "text").collect::<Vec<_>>().join("\n") })
    };
    parts(text, "doc").filter_map(one).collect()
}

fn questions(text: &str, numbered: bool) -> Vec<(String, String)> {
    let topics: Vec<(String, String)> = if text.contains("<top>") {
        let one = |top: &str| {
            Some((parts(top, "num").next()?.trim().to_owned(), parts(top, "title").next()?.trim().to_owned()))
        };
        parts(text, "top").filter_map(one).collect()
    } else {
        text.lines().filter_map(|line| line.split_once('\t')).map(|(id, text)| (id.into(), text.into())).collect()
    };
    if !numbered {
        return topics;
    }
    topics.into_iter().enumerate().map(|(at, (_, text))| ((at + 1).to_string(), text)).collect()
}

fn judgments(text: &str) -> Option<BTreeMap<String, HashMap<String, f64>>> {
    let mut judged: BTreeMap<String, HashMap<String, f64>> = BTreeMap::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let [question, _, document, grade] = line.split_whitespace().collect::<Vec<_>>()[..] else { return None };
        let grade: f64 = grade.parse().ok()?;
        judged.entry(question.into()).or_default().insert(document.into(), grade.max(0.0));
    }
    Some(judged)
}

impl Questions {
    /// Words alone, and with a model also vectors alone and both, weighed as is best on the odd questions. `clock` says how much time passed
    /// since any moment.
    ///
    /// # Errors
    /// When the model cannot be run.
    pub fn measure(
        &self,
        index: &Index,
        model: Option<&Model>,
        clock: &dyn Fn() -> Duration,
    ) -> Result<Vec<Figures>, Error> {
        let mut all = vec![self.leg("words", 1.0, clock, |question| index.search(question, DEEP))?];
        let Some(model) = model else { return Ok(all) };
        let with =
            |leg, lexical| self.leg(leg, lexical, clock, |question| index.search_dense(question, DEEP, model, lexical));
        all.push(with("vectors", 0.0)?);
        let mut best: Option<Figures> = None;
        for tenth in 0..=10u8 {
            let figures = with("both", f32::from(tenth) / 10.0)?;
            if best.as_ref().is_none_or(|best| figures.odd > best.odd) {
                best = Some(figures);
            }
        }
        all.extend(best);
        Ok(all)
    }

    fn leg(
        &self,
        leg: &'static str,
        lexical: f32,
        clock: &dyn Fn() -> Duration,
        search: impl Fn(&str) -> Result<Vec<crate::Hit>, Error>,
    ) -> Result<Figures, Error> {
        let (mut scores, mut times): (Vec<f64>, Vec<Duration>) = Default::default();
        for (question, judged) in self.questions.iter().zip(&self.judged) {
            let start = clock();
            let hits = search(question)?;
            times.push(clock().saturating_sub(start));
            let mut ranked: Vec<String> = Vec::new();
            for hit in hits {
                if !ranked.contains(&hit.path) {
                    ranked.push(hit.path);
                }
            }
            scores.push(ndcg(&ranked, judged));
        }
        times.sort();
        let mean = |first: usize| {
            let some: Vec<f64> = scores.iter().skip(first).step_by(2).copied().collect();
            some.iter().sum::<f64>() / some.len().max(1) as f64
        };
        let median_us = times.get(times.len() / 2).map_or(0.0, Duration::as_secs_f64) * 1e6;
        Ok(Figures { leg, lexical, odd: mean(0), even: mean(1), median_us })
    }
}

/// Normalised discounted cumulative gain of the first ten, of Järvelin and Kekäläinen (2002).
fn ndcg(ranked: &[String], judged: &HashMap<String, f64>) -> f64 {
    let gain = |(rank, gain): (usize, f64)| gain / (rank as f64 + 2.0).log2();
    let of = |path: &String| judged.get(path).copied().unwrap_or(0.0);
    let got: f64 = ranked.iter().take(FIRST).map(of).enumerate().map(gain).sum();
    let mut ideal: Vec<f64> = judged.values().copied().collect();
    ideal.sort_by(|a, b| b.total_cmp(a));
    let best: f64 = ideal.into_iter().take(FIRST).enumerate().map(gain).sum();
    if best > 0.0 { got / best } else { 0.0 }
}

/// An index over a collection, with vectors where there is a model.
///
/// # Errors
/// When the model cannot be run.
pub fn index(
    documents: &[Document],
    model: Option<(&Model, Dense)>,
    done: &(dyn Fn(usize, usize) + Sync),
) -> Result<Index, Error> {
    let mut index = Index::default();
    match model {
        Some((model, dense)) => drop(index.update_dense(documents.to_vec(), model, dense, done)?),
        None => drop(index.update(documents.to_vec())),
    }
    Ok(index)
}

#[cfg(test)]
mod tests {
    use super::*;
    use batuta_system::MemorySystem;

    fn collection(description: &str) -> Result<Questions, Error> {
        let system = MemorySystem::new();
        system.create_dir(Path::new("/c")).unwrap();
        let write = |name: &str, text: &str| system.write(&Path::new("/c").join(name), text.as_bytes()).unwrap();
        write("c.toml", description);
        write(
            "docs",
            "<doc><docno> a </docno><text>wing lift</text></doc>\n<doc><docno>b</docno><text>heat flow</text></doc>",
        );
        write(
            "topics",
            "<top><num>7</num><title>lift of a wing</title></top><top><num>9</num><title>heat</title></top>",
        );
        write("lines", "1\tlift\n2\theat\n");
        write("judged", "1 0 a 3\n2 0 b 1\n2 0 a -1\n");
        write("broken", "1 a 3\n");
        read(&system, Path::new("/c/c.toml"))
    }

    #[test]
    fn a_collection_is_read_and_measured() {
        for questions in ["topics", "lines"] {
            let text =
                format!("documents = \"docs\"\nquestions = \"{questions}\"\njudgments = \"judged\"\nnumbered = true\n");
            let questions = collection(&text).unwrap();
            let index = index(&questions.documents, None, &|_, _| ()).unwrap();
            let figures = questions.measure(&index, None, &|| Duration::ZERO).unwrap();
            assert_eq!((figures.len(), figures[0].odd, figures[0].even), (1, 1.0, 1.0));
        }
    }

    #[test]
    fn gains_are_discounted_by_rank() {
        let judged = HashMap::from([("a".to_owned(), 1.0), ("b".to_owned(), 0.0)]);
        assert_eq!(ndcg(&["a".into(), "b".into()], &judged), 1.0);
        assert!((ndcg(&["b".into(), "a".into()], &judged) - 1.0 / 3f64.log2()).abs() < 1e-12);
        assert_eq!(ndcg(&[], &judged), 0.0);
    }

    #[test]
    fn what_is_no_collection_is_said() {
        for (text, why) in [
            ("documents = 1", "documents"),
            ("documents = \"docs\"\nquestions = \"topics\"\njudgments = \"broken\"\n", "broken"),
            ("documents = \"docs\"\nquestions = \"topics\"\njudgments = \"judged\"\n", "0 questions"),
            ("documents = \"none\"\nquestions = \"topics\"\njudgments = \"judged\"\n", "none"),
        ] {
            let error = collection(text).unwrap_err().to_string();
            assert!(error.contains(why), "{error}");
        }
    }
}
