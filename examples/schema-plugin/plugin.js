// Converts JSON Schemas to serde types: a module with the types, and a program that reads a document, takes it as these types and writes
// it again.

import { rustName } from './batuta-sdk.js';
import { ORIGINAL } from './original.js';
import { Types, Unsupported } from './types.js';

const NOT_SCHEMA = 'JS0001';
const NO_TYPE = 'JS0002';
const NOT_CHECKED = 'JS0003';

export const schema = {
  manifest: () => ({
    name: 'schema',
    version: '0.1.0',
    description: 'Converts JSON Schemas to serde types',
    languages: ['json-schema'],
    fileGlobs: ['*.schema.json', '**/*.schema.json'],
  }),

  lower(file, _facts, cx) {
    const name = rustName(file.name().replace(/\.schema\.json$|\.json$/, ''));
    const refuse = (code, message, at) => {
      cx.emit({ severity: 'error', code, message, at });
      return { package: name };
    };
    cx.checkpoint();
    const text = file.text();
    let root;
    try {
      root = JSON.parse(text ?? '');
    } catch {
      return refuse(NOT_SCHEMA, text === undefined ? 'this file is not UTF-8 text' : 'this file is no JSON', file.span(0, 0));
    }
    let count = 0;
    const checkpoint = () => {
      count += 1;
      if (count % 64 === 0) cx.checkpoint(count);
    };
    const types = new Types(root, checkpoint);
    let type;
    try {
      type = types.type(root, [], typeof root?.title === 'string' && /[a-z]/i.test(root.title) ? root.title : name);
    } catch (why) {
      if (!(why instanceof Unsupported)) throw why;
      const place = why.path.length > 0 ? `\`${why.path.join('/')}\`: ` : '';
      return refuse(NO_TYPE, place + why.message, keySpan(file, text, why.path));
    }
    for (const [keyword, path] of types.unchecked) {
      const message = `\`${keyword}\` is not checked by the type`;
      cx.emit({ severity: 'warning', code: NOT_CHECKED, message, at: keySpan(file, text, path) });
    }
    const run = { program: 'python3', arguments: ['-c', ORIGINAL, file.path] };
    return {
      package: name,
      files: [
        { path: 'src/main.rs', content: main() },
        { path: 'src/types.rs', content: module_(types, type) },
      ],
      binaries: [{ name, path: 'src/main.rs', source: file.id, run }],
      dependencies: [['serde', '1', ['derive']], ['serde_json', '1', ['float_roundtrip']]],
    };
  },
};

const HELPERS = {
  given: `
/// A property that may be null but not be missing.
fn given<'de, D: serde::Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Option<T>, D::Error> {
    Option::deserialize(from)
}
`,
  present: `
/// A property that may be missing but not be null.
fn present<'de, D: serde::Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}
`,
};

function module_(types, type) {
  const uses = [];
  if (types.items.length > 0) uses.push('use serde::{Deserialize, Serialize};\n');
  if (types.usesMap) uses.push('use std::collections::BTreeMap;\n');
  const head = '//! The types of a document.\n\n';
  const root = `\n/// A whole document.\npub type Root = ${type};\n`;
  return head + uses.join('') + root + types.items.map((item) => `\n${item}`).join('') + [...types.helpers].sort().map((name) => HELPERS[name]).join('');
}

function main() {
  return `//! Reads a document, and writes what its type knows of it.

mod types;

fn main() -> std::process::ExitCode {
    match std::io::read_to_string(std::io::stdin()).map_err(|error| error.to_string()).and_then(|text| again(&text)) {
        Ok(text) => {
            println!("{text}");
            std::process::ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn again(text: &str) -> Result<String, String> {
    let document: types::Root = serde_json::from_str(text).map_err(|error| error.to_string())?;
    serde_json::to_string_pretty(&document).map_err(|error| error.to_string())
}
`;
}

// The last key of a path, where it stands in the text after the keys before it.
function keySpan(file, text, path) {
  let at = 0;
  let span = file.span(0, 0);
  for (const key of path) {
    const quoted = JSON.stringify(key);
    const found = text.indexOf(quoted, at);
    if (found < 0) continue;
    const start = new TextEncoder().encode(text.slice(0, found)).length;
    span = file.span(start, start + new TextEncoder().encode(quoted).length);
    at = found + quoted.length;
  }
  return span;
}
