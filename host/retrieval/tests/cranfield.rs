//! Figures on Cranfield, where the collection is at hand: `BATUTA_CRANFIELD=FOLDER cargo test --release -p batuta-retrieval --test
//! cranfield -- --ignored --nocapture`.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use batuta_retrieval::{Document, Index};
use std::collections::HashMap;
use std::path::Path;
use std::time::Instant;

/// The parts of `text` between `<tag>` and `</tag>`.
fn parts<'t>(text: &'t str, tag: &str) -> Vec<&'t str> {
    let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
    text.split(&open).skip(1).map(|rest| rest.split(&close).next().unwrap_or("")).collect()
}

/// Normalised discounted cumulative gain of the first ten.
fn ndcg(ranked: &[u32], judged: &HashMap<u32, f64>) -> f64 {
    let gain = |(rank, gain): (usize, f64)| gain / (rank as f64 + 2.0).log2();
    let got: f64 = ranked.iter().take(10).map(|id| judged.get(id).copied().unwrap_or(0.0)).enumerate().map(gain).sum();
    let mut ideal: Vec<f64> = judged.values().copied().collect();
    ideal.sort_by(|a, b| b.total_cmp(a));
    let best: f64 = ideal.into_iter().take(10).enumerate().map(gain).sum();
    if best > 0.0 { got / best } else { 0.0 }
}

#[test]
#[ignore = "needs the collection; prints figures"]
fn cranfield() {
    let folder = std::env::var("BATUTA_CRANFIELD").expect("BATUTA_CRANFIELD names the folder of the collection");
    let read = |name: &str| std::fs::read_to_string(Path::new(&folder).join(name)).unwrap();
    let documents: Vec<Document> = parts(&read("cran.all.1400.xml"), "doc")
        .into_iter()
        .map(|doc| Document { path: parts(doc, "docno")[0].trim().into(), text: parts(doc, "text")[0].into() })
        .collect();
    let mut judged: HashMap<u32, HashMap<u32, f64>> = HashMap::new();
    for line in read("cranqrel.trec.txt").lines() {
        let fields: Vec<i64> = line.split_whitespace().map(|field| field.parse().unwrap()).collect();
        judged.entry(fields[0] as u32).or_default().insert(fields[2] as u32, fields[3].max(0) as f64);
    }
    let start = Instant::now();
    let mut index = Index::default();
    index.update(documents);
    println!("{:?} documents and chunks in {:.0} ms", index.size(), start.elapsed().as_secs_f64() * 1e3);
    let (mut odd, mut even, mut times) = (Vec::new(), Vec::new(), Vec::new());
    for (number, query) in parts(&read("cran.qry.xml"), "title").into_iter().enumerate() {
        let start = Instant::now();
        let hits = index.search(query, 30).unwrap();
        times.push(start.elapsed());
        let mut ranked: Vec<u32> = Vec::new();
        for hit in hits {
            let id = hit.path.parse().unwrap();
            if !ranked.contains(&id) {
                ranked.push(id);
            }
        }
        let score = ndcg(&ranked, &judged[&(number as u32 + 1)]);
        if number % 2 == 0 { odd.push(score) } else { even.push(score) }
    }
    times.sort();
    let mean = |scores: &[f64]| scores.iter().sum::<f64>() / scores.len() as f64;
    println!(
        "nDCG@10: odd {:.4}, even {:.4} (goal 0.38); p50 {:.0} µs",
        mean(&odd),
        mean(&even),
        times[times.len() / 2].as_secs_f64() * 1e6
    );
    assert!(mean(&even) > 0.3, "far below what BM25 reaches");
}
