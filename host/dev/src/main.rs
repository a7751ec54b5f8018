//! cargo dev: set up, build plugins, demo, tests, scores, corpora.

fn main() {}
