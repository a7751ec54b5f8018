// The component: the only file of this plugin that knows WebAssembly.

import { exportAnalyzer } from './batuta-guest.js';
import { language } from './plugin.js';

export const { describe, analyzer } = exportAnalyzer(language);
