// The component: the only file of this plugin that knows WebAssembly.

import { exportTranspiler } from './batuta-guest.js';
import { schema } from './plugin.js';

export const { describe, transpiler } = exportTranspiler(schema);
