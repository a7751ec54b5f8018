//! `batuta oracle`: the real plugin in the real sandbox, asked through the real command.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use batuta_tests::command::{Ran, World};
use std::io::Write;
use std::process::Stdio;

#[test]
fn a_question_is_answered_as_the_contract_says() {
    let question = "How do I train a random forest on a CSV without sending data anywhere?";
    let answer = World::new().batuta(&["oracle", question, "--format", "json"]).code(0).json();
    assert_eq!(answer["abstained"], false);
    let best = &answer["recommendations"][0];
    assert_eq!(best["component"], "aprender");
    assert!((0.5..=1.0).contains(&best["confidence"].as_f64().unwrap()), "{answer:#}");
    let reasons = best["reasons"].as_array().unwrap();
    assert!(reasons.iter().any(|it| it.as_str().unwrap().contains("no data is sent")), "{reasons:#?}");
    let names = best.as_object().unwrap().keys().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(names, ["alternatives", "component", "confidence", "example", "reasons"]);
}

#[test]
fn it_says_that_it_does_not_know() {
    let world = World::new();
    for question in ["how long do I boil an egg", "asdf qwer", "?"] {
        let answer = world.batuta(&["oracle", question, "--format", "json"]).code(0).json();
        assert_eq!(answer, serde_json::json!({ "abstained": true, "recommendations": [] }), "{question}");
        let said = world.batuta(&["oracle", question]).code(0);
        assert!(said.stdout.contains("does not know"), "{said:#?}");
    }
}

#[test]
fn the_graph_can_be_looked_at() {
    let world = World::new();
    let list = world.batuta(&["oracle", "--list", "--format", "json"]).code(0).json();
    let names: Vec<&str> = list.as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap()).collect();
    assert!(["trueno", "aprender", "depyler", "batuta"].iter().all(|name| names.contains(name)), "{names:?}");
    let able = world.batuta(&["oracle", "--capabilities", "fine tuning"]).code(0);
    assert!(able.stdout.contains("entrenar"), "{able:#?}");
    let joined = world.batuta(&["oracle", "--integrate", "realizar", "aprender", "--format", "json"]).code(0).json();
    assert_eq!(joined["integrations"][0]["from"], "realizar", "{joined:#}");
    let shown = world.batuta(&["oracle", "--show", "renacer"]).code(0);
    assert!(shown.stdout.contains("strace"), "{shown:#?}");
}

#[test]
fn wrong_use_is_explained() {
    let world = World::new();
    let told = |ran: Ran, text: &str| assert!(ran.stderr.contains(text), "{ran:#?}");
    told(world.batuta(&["oracle"]).code(2), "QUESTION");
    told(world.batuta(&["oracle", " "]).code(1), "empty");
    told(world.batuta(&["oracle", &"why ".repeat(5000)]).code(1), "20000 characters");
    told(world.batuta(&["oracle", "--show", "trueno-d"]).code(1), "did you mean `trueno`");
    told(world.batuta(&["oracle", "--capabilities", "teleportation"]).code(1), "--capabilities");
    told(world.batuta(&["oracle", "--integrate", "trueno"]).code(1), "two components");
    told(world.batuta(&["oracle", "kmeans", "--format", "sarif"]).code(1), "json");
}

#[test]
fn a_conversation_ends_with_its_input() {
    let world = World::new();
    let mut command = world.command(&["oracle", "--interactive"]);
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().unwrap();
    let lines = b"transcribe a podcast\nshow nobody\ncaps quizzes\n";
    child.stdin.take().unwrap().write_all(lines).unwrap();
    let ran = Ran::of(child.wait_with_output().unwrap()).code(0);
    assert!(ran.stdout.starts_with("1. whisper-apr") && ran.stdout.contains("profesor"), "{ran:#?}");
    assert!(ran.stderr.contains("no component is called `nobody`"), "{ran:#?}");
}

#[test]
fn documents_are_indexed_searched_and_cited() {
    let world = World::with([
        (
            "docs/guide.md",
            "# Guide\n\n## Taxes\nValue added tax is computed per line.\n\n## Printing\nUse the laser printer.\n",
        ),
        ("docs/tax.py", "import x\n\ndef tax(amount):\n    \"\"\"Tax of an amount.\"\"\"\n    return amount // 5\n"),
        ("docs/binary.txt", "a\0b"),
        ("docs/picture.png", "x"),
    ]);
    let index = |paths: &[&str]| world.batuta(&[&["oracle", "--format", "json", "--index"], paths].concat());
    let first = index(&["docs"]).code(0).json();
    assert_eq!((first["documents"].as_u64(), first["indexed"].as_u64()), (Some(2), Some(2)), "{first}");
    assert_eq!(index(&["docs"]).code(0).json()["unchanged"], 2);
    let search = |words: &str| world.batuta(&["oracle", "--format", "json", "--search", words]);
    let hits = search("value added tax").code(0).json();
    assert_eq!(
        (hits[0]["path"].as_str(), hits[0]["first_line"].as_u64()),
        (Some("docs/guide.md"), Some(3)),
        "{hits:#}"
    );
    assert_eq!(hits[0]["digest"].as_str().map(str::len), Some(64));
    let answer = world.batuta(&["oracle", "--format", "json", "How is the tax of an amount computed?"]).code(0).json();
    assert!(answer["documents"].as_array().is_some_and(|hits| !hits.is_empty()), "{answer:#}");
    let store = world.path(".data/batuta/documents.index");
    let good = std::fs::read(&store).unwrap();
    std::fs::write(&store, &good[..good.len() - 1]).unwrap();
    let damaged = search("tax").code(1);
    assert!(damaged.stderr.contains("damaged") && damaged.stderr.contains("--index"), "{damaged:#?}");
    let anew = index(&["docs"]).code(0);
    assert!(anew.stderr.contains("made anew"), "{anew:#?}");
    assert_eq!(std::fs::read(&store).unwrap(), good, "the same documents give the same index");
    for (arguments, why) in [
        (&["--search", "the of"][..], "a query has"),
        (&["--search", &"tax ".repeat(3000)], "a query has"),
        (&["--index", "nowhere"], "neither a file nor a folder"),
        (&["--search", "tax", "--store", "none.index"], "no documents are indexed"),
    ] {
        let ran = world.batuta(&[&["oracle"], arguments].concat()).code(1);
        assert!(ran.stderr.contains(why) && ran.stderr.contains("try:"), "{ran:#?}");
    }
    let big = std::fs::File::create(world.path("docs/big.txt")).unwrap();
    big.set_len(1 << 30).unwrap();
    let left_out = index(&["docs"]).code(0).json();
    assert!(left_out["left_out"][0].as_str().unwrap().contains("longer than 16 MiB"), "{left_out}");
}

/// A static model of three words, as files of a world: `wing` and `feather` point one way, `heat` another.
fn small_model() -> (Vec<u8>, &'static str) {
    let tokenizer = r#"{"version":"1.0","truncation":null,"padding":null,"added_tokens":[],"normalizer":{"type":"Lowercase"},
        "pre_tokenizer":{"type":"Whitespace"},"post_processor":null,"decoder":null,
        "model":{"type":"WordLevel","vocab":{"[UNK]":0,"wing":1,"feather":2,"heat":3},"unk_token":"[UNK]"}}"#;
    let header = br#"{"embedding":{"dtype":"F32","shape":[4,2],"data_offsets":[0,32]}}"#;
    let rows: [f32; 8] = [0.0, 0.0, 1.0, 0.0, 0.9, 0.1, 0.0, 1.0];
    let data: Vec<u8> = rows.iter().flat_map(|value| value.to_le_bytes()).collect();
    ([&(header.len() as u64).to_le_bytes()[..], header, &data].concat(), tokenizer)
}

#[test]
fn documents_are_found_by_meaning_with_a_model() {
    let (table, tokenizer) = small_model();
    let world = World::with([
        ("docs/a.md", "wing and lift\n"),
        ("docs/b.md", "heat of a stove\n"),
        ("tokenizer.json", tokenizer),
    ]);
    std::fs::write(world.path("m.safetensors"), &table).unwrap();
    let index =
        ["oracle", "--index", "docs", "--format", "json", "--model", "m.safetensors", "--tokenizer", "tokenizer.json"];
    let first = world.batuta(&index).code(0).json();
    assert_eq!(first["vectors"], 2, "{first}");
    let search = |words: &str| world.batuta(&["oracle", "--format", "json", "--search", words]);
    let hits = search("feather").code(0).json();
    assert_eq!(hits[0]["path"], "docs/a.md", "no document has the word: {hits:#}");
    assert!(hits[0]["dense"].as_f64().is_some_and(|cosine| cosine > 0.9), "{hits:#}");
    assert_eq!(world.batuta(&index).code(0).json()["unchanged"], 2);
    assert_eq!(search("feather").code(0).json(), hits, "the same after documents were indexed again");
    let digest = "0".repeat(64);
    let other = world.batuta(&[&index[..], &["--model-digest", &digest]].concat()).code(1);
    assert!(other.stderr.contains("SHA-256"), "{other:#?}");
    std::fs::write(
        world.path("tokenizer.json"),
        tokenizer.replace("\"wing\":1", "\"wing\":3").replace("\"heat\":3", "\"heat\":1"),
    )
    .unwrap();
    let changed = search("feather").code(1);
    assert!(changed.stderr.contains("indexed with") && changed.stderr.contains("try:"), "{changed:#?}");
    std::fs::write(world.path("m.safetensors"), &table[..40]).unwrap();
    let broken = world.batuta(&index).code(1);
    assert!(broken.stderr.contains("safetensors") && broken.stderr.contains("try:"), "{broken:#?}");
    let words = world.batuta(&["oracle", "--index", "docs", "--format", "json"]).code(0).json();
    assert_eq!(words["vectors"], serde_json::Value::Null);
    assert_eq!(search("feather").code(0).json().as_array().map(Vec::len), Some(0));
}

#[test]
fn searches_are_measured_on_a_collection() {
    let (table, tokenizer) = small_model();
    let world = World::with([
        ("c.toml", "documents = \"docs\"\nquestions = \"questions\"\njudgments = \"judgments\"\n"),
        (
            "docs",
            "<doc><docno>a</docno><text>wing and lift</text></doc><doc><docno>b</docno><text>heat of a stove</text></doc>",
        ),
        ("questions", "1\theat\n2\tfeather\n"),
        ("judgments", "1 0 b 1\n2 0 a 1\n"),
        ("tokenizer.json", tokenizer),
    ]);
    std::fs::write(world.path("m.safetensors"), &table).unwrap();
    let words = world.batuta(&["oracle", "--evaluate", "c.toml", "--format", "json"]).code(0).json();
    assert_eq!((&words["legs"][0]["odd"], &words["legs"][0]["even"]), (&1.0.into(), &0.0.into()), "{words:#}");
    let with = ["oracle", "--evaluate", "c.toml", "--model", "m.safetensors", "--tokenizer", "tokenizer.json"];
    let both = world.batuta(&[&with[..], &["--format", "json"]].concat()).code(0).json();
    assert_eq!((&both["legs"][2]["leg"], &both["legs"][2]["even"]), (&"both".into(), &1.0.into()), "{both:#}");
    assert!(world.batuta(&with).code(0).stdout.contains("| both |"));
    let none = world.batuta(&["oracle", "--evaluate", "none.toml"]).code(1);
    assert!(none.stderr.contains("none.toml"), "{none:#?}");
}

/// Documents enough that a kill can come in the middle.
fn many_documents(world: &World, from: u32) {
    for n in from..from + 400 {
        let text: String =
            (0..60).map(|line| format!("## Part {line}\nword{} value{} of {n}\n\n", n % 7, n * line)).collect();
        world.put(&format!("docs/{n}.md"), format!("# Document {n}\n\n{text}"));
    }
}

#[test]
fn answers_survive_a_kill_a_restart_and_a_move_to_another_machine() {
    let index = ["oracle", "--index", "docs", "--format", "json"];
    let search =
        |world: &World| world.batuta(&["oracle", "--search", "word3 value42", "--format", "json"]).code(0).json();
    let world = World::new();
    many_documents(&world, 0);
    world.batuta(&index).code(0);
    let (store, before) = (world.path(".data/batuta/documents.index"), search(&world));
    let old = std::fs::read(&store).unwrap();
    many_documents(&world, 400);
    let mut stopped = 0;
    for millis in [1u64, 10, 30, 60, 120] {
        let mut child = world.command(&index).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(millis));
        child.kill().unwrap();
        let ended = child.wait().unwrap();
        if ended.success() || std::fs::read(&store).unwrap() != old {
            break; // It was faster than the kill.
        }
        stopped += 1;
        assert_eq!(search(&world), before, "the old index stands after a kill at {millis} ms");
    }
    assert!(stopped > 0, "no kill came in time");
    world.batuta(&index).code(0);
    let (after, bytes) = (search(&world), std::fs::read(&store).unwrap());
    assert_eq!(search(&world), after, "the same after a restart");
    let other = World::new();
    many_documents(&other, 0);
    many_documents(&other, 400);
    other.batuta(&index).code(0);
    assert_eq!(std::fs::read(other.path(".data/batuta/documents.index")).unwrap(), bytes, "made anew elsewhere");
    let third = World::with([(".data/batuta/documents.index", bytes)]);
    assert_eq!(search(&third), after, "carried elsewhere");
}
