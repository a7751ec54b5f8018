//! Searches in documents: how fast an index is made, how fast it answers, and how well.
//!
//! Run with `cargo dev bench retrieval`. Speed is measured on 100,000 synthetic chunks whose words are distributed as Zipf found them, with
//! synthetic vectors of 384 values; goals: 20,000 chunks/s, 1 ms for a query by words, 10 ms by words and vectors. The vectors' leg is held
//! against a plain loop over the same rows. Quality is measured where `BATUTA_CRANFIELD` names the folder of that collection, with the models
//! of `cargo dev corpus minilm minilm-tokenizer wordllama` where they are; goals: nDCG@10 of 0.38 by words, 0.43 with MiniLM.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // a benchmark looks at the clock and the disk

use batuta_retrieval::dense::{Files, Model};
use batuta_retrieval::{Dense, Document, Index, LEXICAL, evaluate};
use batuta_system::OsSystem;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Instant;

const CHUNKS: usize = 100_000;
const DIMENSION: usize = 384;
const WORDS: usize = 20_000;
const QUERIES: usize = 101;

fn main() {
    let mut random = Random(7);
    let documents: Vec<Document> = (0..CHUNKS / 10).map(|number| document(number, &mut random)).collect();
    let start = Instant::now();
    let mut index = Index::default();
    index.update(documents.clone());
    let (seconds, chunks) = (start.elapsed().as_secs_f64(), index.size().1);
    println!("index of {chunks} chunks: {:.0} chunks/s (goal 20000)", chunks as f64 / seconds);
    let queries: Vec<String> = (0..QUERIES).map(|_| words(4, &mut random)).collect();
    let lexical = median(&queries, |query| drop(black_box(index.search(query, 10))));
    println!("by words: p50 {:.2} ms (goal 1)", lexical * 1e3);
    let folder = tempfile::tempdir().unwrap();
    let files = synthetic_model(folder.path(), &mut random);
    let model = Model::open(&OsSystem::new(), &files, None).unwrap();
    let start = Instant::now();
    index.update_dense(documents, &model, Dense::of(&model, files, LEXICAL), &|_, _| ()).unwrap();
    println!("static vectors for them: {:.0} chunks/s", chunks as f64 / start.elapsed().as_secs_f64());
    let both = median(&queries, |query| drop(black_box(index.search_dense(query, 10, &model, LEXICAL))));
    println!("by words and vectors: p50 {:.2} ms (goal 10, with the model's own time for the query)", both * 1e3);
    plain_loop(chunks, &mut random);
    quality();
}

/// The same product by a loop that the compiler alone makes fast.
fn plain_loop(chunks: usize, random: &mut Random) {
    let rows: Vec<f32> = (0..chunks * DIMENSION).map(|_| random.unit()).collect();
    let vector: Vec<f32> = rows[..DIMENSION].to_vec();
    let mut result = vec![0.0f32; chunks];
    let plain = (0..11)
        .map(|_| {
            let start = Instant::now();
            for (row, result) in rows.chunks_exact(DIMENSION).zip(&mut result) {
                *result = row.iter().zip(&vector).map(|(left, right)| left * right).sum();
            }
            black_box(&result);
            start.elapsed().as_secs_f64()
        })
        .fold(f64::INFINITY, f64::min);
    let kernel = (0..11)
        .map(|_| {
            let start = Instant::now();
            let matrix = batuta_kernels::View::new(&rows, chunks, DIMENSION).unwrap();
            batuta_kernels::gemv(batuta_kernels::Arm::parallel(), matrix, &vector, &mut result).unwrap();
            black_box(&result);
            start.elapsed().as_secs_f64()
        })
        .fold(f64::INFINITY, f64::min);
    println!("cosines of all: {:.2} ms, {:.1} x a plain loop", kernel * 1e3, plain / kernel);
}

fn median(queries: &[String], mut ask: impl FnMut(&str)) -> f64 {
    let mut times: Vec<f64> = queries
        .iter()
        .map(|query| {
            let start = Instant::now();
            ask(query);
            start.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Ten paragraphs of 40 words, each a chunk of its own: a function in Markdown under its heading.
fn document(number: usize, random: &mut Random) -> Document {
    let text: String = (0..10).map(|part| format!("# Part {part}\n{}\n\n", words(40, random))).collect();
    Document { path: format!("{number}.md"), text }
}

fn words(count: usize, random: &mut Random) -> String {
    let word = |_| format!("w{}", ((WORDS as f64).powf(f64::from(random.unit())) as usize).min(WORDS - 1));
    (0..count).map(word).collect::<Vec<_>>().join(" ")
}

/// A static model with a random vector for each word.
fn synthetic_model(folder: &Path, random: &mut Random) -> Files {
    let vocabulary: serde_json::Map<String, serde_json::Value> =
        (0..WORDS).map(|word| (format!("w{word}"), word.into())).collect();
    let tokenizer = serde_json::json!({
        "version": "1.0", "truncation": null, "padding": null, "added_tokens": [], "normalizer": null,
        "pre_tokenizer": { "type": "Whitespace" }, "post_processor": null, "decoder": null,
        "model": { "type": "WordLevel", "vocab": vocabulary, "unk_token": "w0" },
    });
    let bytes = WORDS * DIMENSION * 4;
    let header =
        format!(r#"{{"embedding":{{"dtype":"F32","shape":[{WORDS},{DIMENSION}],"data_offsets":[0,{bytes}]}}}}"#);
    let mut table = (header.len() as u64).to_le_bytes().to_vec();
    table.extend(header.as_bytes());
    table.extend((0..WORDS * DIMENSION).flat_map(|_| (random.unit() - 0.5).to_le_bytes()));
    let files = Files { model: folder.join("m.safetensors"), tokenizer: folder.join("tokenizer.json") };
    std::fs::write(&files.model, table).unwrap();
    std::fs::write(&files.tokenizer, tokenizer.to_string()).unwrap();
    files
}

fn quality() {
    let Some(cranfield) = std::env::var_os("BATUTA_CRANFIELD") else {
        println!("Cranfield: not measured, BATUTA_CRANFIELD does not name its folder");
        return;
    };
    let described = tempfile::tempdir().unwrap();
    let file = |name: &str| Path::new(&cranfield).join(name);
    let description = format!(
        "documents = {:?}\nquestions = {:?}\njudgments = {:?}\nnumbered = true\n",
        file("cran.all.1400.xml"),
        file("cran.qry.xml"),
        file("cranqrel.trec.txt")
    );
    let path = described.path().join("cranfield.toml");
    std::fs::write(&path, description).unwrap();
    let questions = evaluate::read(&OsSystem::new(), &path).unwrap();
    let models = [
        ("WordLlama", "wordllama", "l2_supercat_256.safetensors", "wordllama", "l2_supercat_tokenizer_config.json"),
        ("MiniLM int8", "minilm", "model.onnx", "minilm-tokenizer", "tokenizer.json"),
    ];
    for (name, corpus, model, tokenizer_corpus, tokenizer) in models {
        let (Some(model), Some(tokenizer)) = (find(corpus, model), find(tokenizer_corpus, tokenizer)) else {
            println!("{name}: not measured, `cargo dev corpus {corpus} {tokenizer_corpus}` fetches it");
            continue;
        };
        let files = Files { model, tokenizer };
        let model = Model::open(&OsSystem::new(), &files, None).unwrap();
        let start = Instant::now();
        let with = (&model, Dense::of(&model, files, LEXICAL));
        let index = evaluate::index(&questions.documents, Some(with), &|_, _| ()).unwrap();
        let rate = index.size().1 as f64 / start.elapsed().as_secs_f64();
        println!("Cranfield with {name}, {rate:.0} chunks/s; weights chosen on odd questions, nDCG@10 of even ones:");
        for figures in questions.measure(&index, Some(&model), &|| start.elapsed()).unwrap() {
            let ms = figures.median_us / 1e3;
            println!("  {:<8} share of words {:.1}: {:.4}, p50 {ms:.2} ms", figures.leg, figures.lexical, figures.even);
        }
    }
}

/// A file of a corpus that was fetched.
fn find(corpus: &str, name: &str) -> Option<PathBuf> {
    let bench = std::env::current_exe().ok()?;
    let root = bench.ancestors().map(|folder| folder.join("corpus").join(corpus)).find(|folder| folder.is_dir())?;
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).ok()?.flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name().is_some_and(|found| found == name) {
                return Some(path);
            }
        }
    }
    None
}

/// Xorshift of Marsaglia (2003): the same numbers in every run.
struct Random(u64);

impl Random {
    /// From 0 to 1.
    fn unit(&mut self) -> f32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 40) as f32 / (1u64 << 24) as f32
    }
}
