// Write a batuta plugin in JavaScript: helpers that know no WebAssembly, so a plugin runs under an ordinary Node in its tests (see
// `MemoryHost`). `batuta-guest.js` is the other half: it makes a component of a plugin.
//
// A transpiler is an object with `manifest()`, `lower(file, facts, cx)` and, where needed, `index`, `link` and `supportCrate`; an
// analyzer one with `manifest()`, `analyze(file, cx)` and `summarise(files, cx)`. The values have the form of the ABI with names in
// camelCase; what is left out is empty. Rules that the host enforces or `batuta plugin test` tests: a step is pure, gives a value or
// throws a `Refusal` on any input, and reads other files only through `cx.open`.

export const ABI = '0.2.0';

// Why a whole step gives no value. `kind` is unsupported, invalid-input, limit, denied, cancelled or internal.
export class Refusal extends Error {
  constructor(kind, message = '') {
    super(message);
    this.kind = kind;
  }
}

// A file of the project; `id` is the number that spans in it carry, `bytes` a Uint8Array.
export class SourceFile {
  constructor(id, path, bytes) {
    this.id = id;
    this.path = path;
    this.bytes = bytes;
  }

  // The text, or undefined where it is not UTF-8. A byte order mark is kept.
  text() {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.bytes);
    } catch {
      return undefined;
    }
  }

  name() {
    return this.path.slice(this.path.lastIndexOf('/') + 1);
  }

  stem() {
    const name = this.name();
    const dot = name.lastIndexOf('.');
    return dot > 0 ? name.slice(0, dot) : name;
  }

  // The place `start..end`, in bytes.
  span(start, end) {
    return { file: this.id, start, end };
  }
}

// What a step may use beside its arguments.
export class Context {
  constructor(host, settings) {
    this.host = host;
    this.settings = settings;
  }

  // Another file by project-relative path, or undefined. Each call, a miss too, becomes an input of the step.
  open(path) {
    return this.host.open(path);
  }

  // Report one finding: { severity, code, message, at?, help?, related?: [[span, message]], fixes?: [[span, text]] }.
  emit(finding) {
    this.host.emit(finding);
  }

  log(level, target, message) {
    this.host.log(level, target, message);
  }

  // Progress; throws `Refusal('cancelled')` when the user cancelled. Call it in every long loop.
  checkpoint(done = 0, total = 0) {
    if (!this.host.checkpoint(done, total)) throw new Refusal('cancelled');
  }
}

// The host's side of a context, for tests: files by path, and everything that a step did.
export class MemoryHost {
  constructor(files = {}, cancelled = false) {
    this.files = files;
    this.cancelled = cancelled;
    this.findings = [];
    this.logged = [];
  }

  context(settings = {}) {
    return new Context(this, settings);
  }

  file(path) {
    const content = this.files[path];
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return new SourceFile(Object.keys(this.files).sort().indexOf(path), path, bytes);
  }

  open(path) {
    return Object.hasOwn(this.files, path) ? this.file(path) : undefined;
  }

  emit(finding) {
    this.findings.push(finding);
  }

  log(level, target, message) {
    this.logged.push([level, target, message]);
  }

  checkpoint() {
    return !this.cancelled;
  }
}

// How many bytes the UTF-8 form of `text` has: spans count bytes, strings count UTF-16 units.
export function byteLength(text) {
  return new TextEncoder().encode(text).length;
}

const ESCAPES = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\\0' };

// Whether a character may stand in a literal as it is: neither control nor a blank or a mark that nobody sees. (The engine inside of
// components knows no Unicode classes in regular expressions.)
function isPlain(code) {
  if (code < 0xa1) return code >= 0x20 && code < 0x7f;
  const hidden = [[0xad, 0xad], [0x600, 0x605], [0x180e, 0x180e], [0x2000, 0x200f], [0x2028, 0x202f], [0x205f, 0x206f], [0x3000, 0x3000]];
  return !hidden.some(([first, last]) => code >= first && code <= last) && code !== 0xfeff && (code < 0xe000 || code > 0xf8ff);
}

// `text` as a Rust string literal.
export function rustString(text) {
  let out = '"';
  for (const c of text) {
    if (c in ESCAPES) out += ESCAPES[c];
    else out += isPlain(c.codePointAt(0)) ? c : `\\u{${c.codePointAt(0).toString(16)}}`;
  }
  return out + '"';
}

const KEYWORDS = new Set(
  ('abstract as async await become box break const continue crate do dyn else enum extern false final fn for gen if impl in let loop ' +
    'macro match mod move mut override priv pub ref return self Self static struct super test trait true try type typeof unsafe ' +
    'unsized use virtual where while yield').split(' '),
);

// `text` as the name of a package, a module or a variable: what is no letter, digit or `_` becomes `_`.
export function rustName(text) {
  let name = text.replace(/[^A-Za-z0-9_]/gu, '_') || '_';
  if (/^[0-9]/.test(name)) name = `p${name}`;
  return KEYWORDS.has(name) || name === '_' ? `${name}_` : name;
}
