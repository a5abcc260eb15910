import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';
import { makeFolder } from '../support/folders.js';

const { findDeadLinks } = (await import(new URL('scripts/site/links.mjs', packageRoot).href)) as {
  findDeadLinks: (folder: string, base?: string) => string[];
};

/** A built site with these files. */
function siteOf(files: Readonly<Record<string, string>>): string {
  const folder = makeFolder();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

describe('the check of the built site', () => {
  const page = '<h1 id="top">A</h1><h2 id="und-über">B</h2>';

  it('finds nothing wrong with links to existing pages, anchors and files, or to other sites', () => {
    const links = [
      '/base/',
      '/base/a.html#top',
      '/base/b/c#top',
      '../a.html#und-%C3%BCber',
      '#top',
      'https://x.example/#y',
    ]
      .map((href) => `<a href="${href}">x</a>`)
      .join('');
    const folder = siteOf({ 'index.html': page, 'a.html': page, 'b/c.html': page + links, 'i.png': '' });
    expect(findDeadLinks(folder, '/base/')).to.deep.equal([]);
  });

  it('names links to missing pages, anchors and pictures, and to places outside', () => {
    const links = '<a href="/none.html"></a><a href="/a.html#none"></a><a href="#none"></a><img src="/none.png">';
    const folder = siteOf({ 'index.html': page + links, 'a.html': page });
    expect(findDeadLinks(folder)).to.deep.equal([
      'index.html -> /none.html',
      'index.html -> /a.html#none',
      'index.html -> #none',
      'index.html -> /none.png',
    ]);
    expect(findDeadLinks(siteOf({ 'index.html': '<a href="/a.html"></a>', 'a.html': page }), '/base/')).to.deep.equal([
      'index.html -> /a.html',
    ]);
  });
});
