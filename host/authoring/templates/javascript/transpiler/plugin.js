// Converts `{{name}}` to Rust.
//
// The language of this template has one construct of each kind, to be replaced by yours: a line is printed, a line that begins with `#` is
// a comment, and a line that begins with `@` is refused with a code.

import { Refusal, byteLength, rustName, rustString } from './batuta-sdk.js';

const NOT_TEXT = '{{code}}0001';
const DIRECTIVE = '{{code}}0002';
// Longer files would need more memory than a plugin may use.
const MOST_LINES = 100_000;

export const language = {
  manifest: () => ({
    name: '{{name}}',
    version: '0.1.0',
    description: 'Converts {{name}} to Rust',
    languages: ['{{name}}'],
    fileGlobs: ['*.{{name}}', '**/*.{{name}}'],
  }),

  lower(file, _facts, cx) {
    const name = rustName(file.stem());
    const text = file.text();
    if (text === undefined) {
      cx.emit({ severity: 'error', code: NOT_TEXT, message: 'this file is not UTF-8 text', at: file.span(0, 0) });
      return { package: name };
    }
    if (text.split('\n').length > MOST_LINES) {
      throw new Refusal('limit', `this file has more than ${MOST_LINES} lines`);
    }
    const { lines, origins } = body(file, text, cx);
    const rust = lines.map((line) => `    ${line}\n`).join('');
    const path = 'src/main.rs';
    // How the original runs, so that batuta can compare: here `awk` prints what is no comment.
    const run = { program: 'awk', arguments: ['!/^#/', file.path] };
    return {
      package: name,
      files: [{ path, content: lines.length > 0 ? `fn main() {\n${rust}}\n` : 'fn main() {}\n', origins }],
      binaries: [{ name, path, source: file.id, run }],
    };
  },
};

// Lines of Rust and where they come from, up to the first line that is refused: nothing behind a hole is ever reached.
function body(file, text, cx) {
  const lines = [];
  const origins = [];
  let start = 0;
  const source = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  for (const [number, line] of source.entries()) {
    if (number % 1000 === 0) cx.checkpoint(number);
    const end = start + byteLength(line);
    const at = file.span(start, end);
    start = end + 1;
    origins.push([lines.length + 2, at]);
    if (line.startsWith('#')) {
      lines.push(`// ${line.slice(1).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ').trim()}`.trim());
    } else if (line.startsWith('@')) {
      const reason = 'not converted';
      cx.emit({ severity: 'error', code: DIRECTIVE, message: reason, at });
      const words = rustString(`batuta: ${DIRECTIVE} ${file.path}:${number + 1}: ${reason}`);
      lines.push(`eprintln!("{}", ${words});`, 'std::process::exit(70);');
      break;
    } else {
      lines.push(`println!("{}", ${rustString(line)});`);
    }
  }
  return { lines, origins };
}
