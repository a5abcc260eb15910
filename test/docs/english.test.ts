import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';

/** Phrases that once stood in the pages and read like a translation, with what to write. */
const ODD: readonly (readonly [RegExp, string])[] = [
  [/\bthe least is an?\b/i, 'all it needs is'],
  [/\b(?:what|whatever) (?:became|has become) of\b/i, 'what happened to, or how they performed'],
  [/\bis gone on with\b/i, 'continues'],
  [/\bdoubles are merged\b/i, 'duplicates are removed'],
  [/\bcame that far\b/i, 'not reached'],
  [/\ba Node of its own\b/i, 'its own Node'],
  [/\bfor ever\b/, 'forever'],
  [/\bat the most\b/, 'at most'],
  [/\bis no (?:approved|declared)\b/, 'is not an'],
];

const FOLDERS = ['', 'docs/', 'docs/streams/', 'schemas/'];

describe('what users read', () => {
  for (const folder of FOLDERS) {
    const files = readdirSync(new URL(`./${folder}`, packageRoot)).filter((file) =>
      folder === 'schemas/' ? file.endsWith('.json') : file.endsWith('.md'),
    );

    it(`has no phrase that reads like a translation: ${folder || 'the pages beside docs/'}`, () => {
      const found = files.flatMap((file) => {
        const text = readFileSync(new URL(folder + file, packageRoot), 'utf8').replaceAll(/\s+/g, ' ');
        return ODD.flatMap(([phrase, better]) => {
          const [met] = phrase.exec(text) ?? [];
          return met === undefined ? [] : [`${folder}${file}: "${met}"; better: ${better}`];
        });
      });
      expect(found).to.deep.equal([]);
    });
  }
});
