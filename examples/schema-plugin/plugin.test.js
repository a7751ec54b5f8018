// The plugin as an ordinary module: `npm test`.

import assert from 'node:assert/strict';
import test from 'node:test';
import { MemoryHost } from './batuta-sdk.js';
import { schema } from './plugin.js';

function lower(text) {
  const host = new MemoryHost({ 'a.schema.json': typeof text === 'string' ? text : JSON.stringify(text) });
  const { files = [] } = schema.lower(host.file('a.schema.json'), new Uint8Array(), host.context());
  return { types: files[1]?.content, codes: host.findings.map(({ code }) => code) };
}

test('properties become fields', () => {
  const { types } = lower({ type: 'object', properties: { firstName: { type: 'string' }, age: { type: 'integer' } }, required: ['firstName'] });
  assert.match(types, /#\[serde\(rename = "firstName"\)\]\n {4}pub first_name: String,/);
  assert.match(types, /pub age: Option<i64>,/);
});

test('a definition that leads to itself is boxed', () => {
  const { types } = lower({ $ref: '#/$defs/node', $defs: { node: { type: 'object', properties: { next: { $ref: '#/$defs/node' } } } } });
  assert.match(types, /pub next: Option<Box<Node>>,/);
});

test('what is no type is refused', () => {
  assert.deepEqual(lower({ anyOf: [] }).codes, ['JS0002']);
  assert.deepEqual(lower('{').codes, ['JS0001']);
  assert.deepEqual(lower({ $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/a' } } }).codes, ['JS0002']);
});
