// Makes a component of a plugin: the only module that knows WIT.

import { checkpoint, emit, log } from 'batuta:plugin/host@0.2.0';
import { open } from 'batuta:plugin/project@0.2.0';
import { Sink, create } from 'batuta:plugin/store@0.2.0';
import { Context, Refusal, SourceFile } from './batuta-sdk.js';

const CHUNK = 256 * 1024;
const ENCODER = new TextEncoder();

// All bytes of a file or a blob.
function read(handle) {
  const size = Number(handle.size());
  const bytes = new Uint8Array(size);
  let offset = 0;
  while (offset < size) {
    const part = handle.read(BigInt(offset), CHUNK);
    if (part.length === 0) break;
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes.subarray(0, offset);
}

function file(handle) {
  return new SourceFile(handle.id(), handle.path(), read(handle));
}

function blob(mediaType, content) {
  const bytes = typeof content === 'string' ? ENCODER.encode(content) : content;
  const sink = create(mediaType);
  for (let start = 0; start < bytes.length; start += CHUNK) sink.write(bytes.subarray(start, start + CHUNK));
  return Sink.finish(sink);
}

const HOST = {
  open(path) {
    const handle = open(path);
    return handle === undefined ? undefined : file(handle);
  },
  emit({ severity, code, message, at, help, related = [], fixes = [] }) {
    emit({
      severity,
      code,
      message,
      primary: at,
      related: related.map(([span, text]) => ({ span, message: text })),
      fixes: fixes.map(([span, replacement]) => ({ span, replacement })),
      help,
    });
  },
  log,
  checkpoint,
};

// Run a step; what it throws becomes an error of the ABI, never a trap.
function step(settings, work) {
  try {
    return work(new Context(HOST, Object.fromEntries(settings.map(({ key, value }) => [key, value]))));
  } catch (why) {
    throw abiError(why);
  }
}

function abiError(why) {
  if (why instanceof Refusal) return why.kind === 'cancelled' ? { tag: 'cancelled' } : { tag: why.kind, val: why.message };
  // What a host function refused with is passed on as it is.
  const payload = why?.payload ?? why;
  if (typeof payload?.tag === 'string') return payload;
  if (why?.name === 'InternalError' || why instanceof RangeError || why === 'out of memory') {
    return { tag: 'limit', val: `the input nests too deep or is too large: ${why.message ?? why}` };
  }
  log('error', 'exception', `${why}\n${why?.stack ?? ''}`);
  return { tag: 'internal', val: String(why) };
}

function manifest(plugin, role) {
  return {
    languages: [],
    fileGlobs: [],
    capabilities: [],
    settingsSchema: '',
    formats: [],
    ...plugin.manifest(),
    roles: [role],
  };
}

function output({ path, content, origins = [] }) {
  return { path, content: blob('text/x-rust', content), origins: origins.map(([line, at]) => ({ line, at })) };
}

function command({ program, arguments: given = [] }) {
  return { program, arguments: given };
}

function lowered(it) {
  return {
    package: it.package,
    files: (it.files ?? []).map(output),
    binaries: (it.binaries ?? []).map(({ name, path, source, run, build = [] }) => ({
      name,
      path,
      source,
      reference: { build: build.map(command), run: command(run) },
    })),
    operations: [],
    supports: (it.supports ?? []).map(([name, features]) => ({ name, features })),
    dependencies: (it.dependencies ?? []).map(([name, version, features]) => ({ name, version, features })),
    counts: Object.keys(it.counts ?? {}).sort().map((name) => ({ name, value: BigInt(it.counts[name]) })),
  };
}

// The exports of a component for a transpiler.
export function exportTranspiler(plugin) {
  const nothing = new Uint8Array();
  return {
    describe: () => manifest(plugin, 'transpiler'),
    transpiler: {
      index: (f, settings) =>
        step(settings, (cx) => blob('application/x-batuta-index', plugin.index?.(file(f), cx) ?? nothing)),
      link: (indexes, settings) =>
        step(settings, (cx) => {
          const read_ = indexes.map(([id, it]) => [id, read(it)]);
          const slices = plugin.link?.(read_, cx) ?? read_.map(([id]) => [id, nothing]);
          return slices.map(([id, it]) => [id, blob('application/x-batuta-facts', it)]);
        }),
      lower: (f, facts, settings) => step(settings, (cx) => lowered(plugin.lower(file(f), read(facts), cx))),
      supportCrate: (name) =>
        step([], () => {
          if (plugin.supportCrate === undefined) throw new Refusal('unsupported', `no support crate \`${name}\``);
          return plugin.supportCrate(name).map(output);
        }),
    },
  };
}

function counts([code, comment, blank] = [0, 0, 0]) {
  return { code, comment, blank };
}

function findings(it) {
  return {
    language: it.language,
    entryPoint: it.entryPoint ?? false,
    lines: counts(it.lines),
    dependencies: it.dependencies ?? [],
    frameworks: it.frameworks ?? [],
    facts: it.facts ?? new Uint8Array(),
  };
}

function findingsBack(it) {
  return { ...it, lines: [it.lines.code, it.lines.comment, it.lines.blank] };
}

function summary(it) {
  return {
    languages: (it.languages ?? []).map(([language, files, lines]) => ({ language, files, lines: counts(lines) })),
    entryPoints: it.entryPoints ?? [],
    dependencies: it.dependencies ?? [],
    frameworks: it.frameworks ?? [],
    advice: it.advice ?? [],
    debt: undefined,
  };
}

// The exports of a component for an analyzer.
export function exportAnalyzer(plugin) {
  return {
    describe: () => manifest(plugin, 'analyzer'),
    analyzer: {
      analyze: (f, settings) => step(settings, (cx) => findings(plugin.analyze(file(f), cx))),
      summarise: (files, known, settings) =>
        step(settings, (cx) => {
          cx.known = known;
          return summary(plugin.summarise(files.map(([id, it]) => [id, findingsBack(it)]), cx));
        }),
    },
  };
}
