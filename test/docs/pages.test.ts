import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import { main } from '../../src/cli/main.js';
import { packageRoot } from '../../src/package.js';
import { STREAM_TABLE } from '../../src/streams/table.js';

const pages = [...markdownIn(''), ...markdownIn('docs/'), ...markdownIn('docs/streams/')];
const read = (page: string): string => readFileSync(new URL(page, packageRoot), 'utf8');

describe('the pages', () => {
  it('name every option of --help', async () => {
    const help = (await helpText('--help')) + (await helpText('sandbox', '--help'));
    const options = new Set([...help.matchAll(/--[a-z][a-z-]+/g)].map(([option]) => option));
    expect(options).to.include('--config').and.include('--seed');
    const written = pages.map(read).join('\n');
    expect([...options].filter((option) => !new RegExp(`${option}(?![\\w-])`).test(written))).to.deep.equal([]);
  });

  it('show the streams of the table, in its order', () => {
    const names = STREAM_TABLE.map(({ name }) => name);
    const inReadme = /<!-- streams -->([^]*)<!-- \/streams -->/.exec(read('README.md'))?.[1] ?? '';
    expect([...inReadme.matchAll(/`(\w+)`/g)].map(([, name]) => name)).to.deep.equal(names);
    const overview = [...read('docs/streams.md').matchAll(/^\| \[`(\w+)`\]/gm)].map(([, name]) => name);
    expect(overview).to.deep.equal(names);
    const families = [...read('docs/streams.md').matchAll(/^\| \[[^\]]+\]\((streams\/\w+\.md)\)/gm)];
    const familyPages = families.map(([, page]) => `docs/${page!}`);
    expect(familyPages).to.have.members(markdownIn('docs/streams/'));
    const sections = familyPages.flatMap((page) => [...read(page).matchAll(/^## `(\w+)`$/gm)].map(([, name]) => name));
    expect(sections).to.deep.equal(names);
  });

  it('are short enough to be displayed: none in docs/ is over 100 kB', () => {
    const long = pages.filter((page) => page.startsWith('docs/') && Buffer.byteLength(read(page)) > 100_000);
    expect(long).to.deep.equal([]);
  });

  it('start with a README of at most 200 lines', () => {
    expect(read('README.md').split('\n').length - 1).to.be.at.most(200);
  });

  for (const page of pages) {
    it(`${page} has no dead link into the project`, () => {
      expect(linksOf(page).filter(isDead)).to.deep.equal([]);
    });
  }
});

function markdownIn(folder: string): string[] {
  return readdirSync(new URL(`./${folder}`, packageRoot))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}${name}`);
}

async function helpText(...argv: string[]): Promise<string> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  await main({ argv, env: {}, stdout, stderr, signals: new EventEmitter() });
  return String(stdout.read());
}

/** Targets of a page's links, relative to the root of the package; those to other sites are left out. */
function linksOf(page: string): string[] {
  const prose = read(page).replaceAll(/^```.*?^```/gms, '');
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  const here = new URL(page, 'root:/');
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => new URL(target, here).href.slice('root:/'.length));
}

function isDead(link: string): boolean {
  const [file = '', anchor] = link.split('#');
  if (!existsSync(new URL(file, packageRoot))) return true;
  return anchor !== undefined && !anchorsOf(file).includes(anchor);
}

/** Anchors of headings, as GitHub generates them. */
function anchorsOf(page: string): string[] {
  const headings = [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
