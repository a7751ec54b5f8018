// The plugin as an ordinary module: `npm test`.

import assert from 'node:assert/strict';
import test from 'node:test';
import { MemoryHost } from './batuta-sdk.js';
import { language } from './plugin.js';

test('a line is printed', () => {
  const host = new MemoryHost({ 'a.{{name}}': 'hi\n' });
  const lowered = language.lower(host.file('a.{{name}}'), new Uint8Array(), host.context());
  assert.match(lowered.files[0].content, /println!\("\{\}", "hi"\);/);
});

test('a directive is refused', () => {
  const host = new MemoryHost({ 'a.{{name}}': '@x\n' });
  language.lower(host.file('a.{{name}}'), new Uint8Array(), host.context());
  assert.deepEqual(host.findings.map(({ code }) => code), ['{{code}}0002']);
});
