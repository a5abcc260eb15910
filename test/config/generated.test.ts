import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { loadConfig } from '../../src/config/load.js';
import { packageRoot } from '../../src/package.js';

interface Generator {
  readonly generate: (options: { readonly check: boolean }) => Promise<readonly string[]>;
}

describe('generated files', () => {
  it('are what `npm run generate` makes from their sources', async () => {
    const { generate } = (await import(new URL('scripts/generate.mjs', packageRoot).href)) as Generator;
    expect(await generate({ check: true })).to.deep.equal([]);
  });
});

describe('the settings reference', () => {
  it('shows configurations that load', async () => {
    const page = readFileSync(new URL('docs/settings.md', packageRoot), 'utf8');
    const examples = [...page.matchAll(/^```json\n(.*?)^```/gms)].map(([, text = '']) => text);
    expect(examples).to.have.length(3);
    for (const text of examples) {
      const { warnings } = await loadConfig({ paths: ['example'], env: {}, readFile: () => Promise.resolve(text) });
      expect(warnings).to.deep.equal([]);
    }
  });
});
