// Recognises files of `{{name}}`, counts their lines, and finds what they need.
//
// The language of this template is to be replaced by yours: files end in `.{{name}}`, a line that begins with `#` is a comment, and
// `needs NAME VERSION` names a package.

const NAME = '{{name}}';

export const language = {
  manifest: () => ({ name: NAME, version: '0.1.0', description: 'Recognises {{name}}' }),

  analyze(file, cx) {
    const text = file.path.endsWith(`.${NAME}`) ? file.text() : undefined;
    if (text === undefined) return {};
    const lines = [0, 0, 0];
    const dependencies = [];
    const source = text === '' ? [] : text.replace(/\n$/, '').split('\n');
    for (const [number, line] of source.entries()) {
      if (number % 1000 === 0) cx.checkpoint(number);
      const words = line.split(/\s+/).filter((word) => word !== '');
      if (words.length === 0) lines[2] += 1;
      else if (words[0].startsWith('#')) lines[1] += 1;
      else lines[0] += 1;
      if (words.length > 1 && words[0] === 'needs') {
        dependencies.push({ ecosystem: NAME, name: words[1], requirement: words[2] ?? '' });
      }
    }
    return { language: NAME, entryPoint: true, lines, dependencies };
  },

  summarise(files, _cx) {
    const ours = files.filter(([, it]) => it.language === NAME);
    if (ours.length === 0) return {};
    const lines = [0, 1, 2].map((kind) => ours.reduce((sum, [, it]) => sum + it.lines[kind], 0));
    const needs = new Map();
    for (const [, it] of ours) for (const one of it.dependencies) needs.set(`${one.name} ${one.requirement}`, one);
    const dependencies = [...needs.keys()].sort().map((key) => needs.get(key));
    return { languages: [[NAME, ours.length, lines]], entryPoints: ours.map(([id]) => id), dependencies };
  },
};
