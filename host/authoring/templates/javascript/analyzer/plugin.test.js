// The plugin as an ordinary module: `npm test`.

import assert from 'node:assert/strict';
import test from 'node:test';
import { MemoryHost } from './batuta-sdk.js';
import { language } from './plugin.js';

test('lines are counted', () => {
  const host = new MemoryHost({ 'a.{{name}}': '# c\n\nneeds x 1\n' });
  const found = language.analyze(host.file('a.{{name}}'), host.context());
  assert.deepEqual([found.language, found.lines], ['{{name}}', [1, 1, 1]]);
  assert.equal(found.dependencies[0].name, 'x');
});
