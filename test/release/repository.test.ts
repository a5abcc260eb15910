import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';

const { repositoryOf, wholeLinks } = (await import(new URL('scripts/release/repository.mjs', packageRoot).href)) as {
  repositoryOf: (manifest: object) => string | undefined;
  wholeLinks: (readme: string, at: { repository: string; version: string }) => string;
};

describe('the description of the wheel', () => {
  const at = { repository: 'https://git.example/acme/tap', version: '1.2.3' };

  it('links to the repository in package.json', () => {
    expect(repositoryOf({ repository: { type: 'git', url: `git+${at.repository}.git` } })).to.equal(at.repository);
    expect(repositoryOf({})).to.be.undefined;
  });

  it('has no relative links, and keeps other links unchanged', () => {
    const text = '[a](docs/a.md#b), [c](#c), [d](https://d.example/e)';
    expect(wholeLinks(text, at)).to.equal(
      `[a](${at.repository}/blob/v1.2.3/docs/a.md#b), [c](#c), [d](https://d.example/e)`,
    );
    const readme = wholeLinks(readFileSync(new URL('README.md', packageRoot), 'utf8'), at);
    expect(readme).to.include(`${at.repository}/blob/v1.2.3/docs/streams/posts.md`);
    expect([...readme.matchAll(/\]\(([^)]+)\)/g)].filter(([, target]) => !/^(https:|#)/.test(target!))).to.be.empty;
  });
});
