// Puts the pages of the site together: those of docs/ as they are, and the README as the start page.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repositoryOf } from '../release/repository.mjs';

const root = new URL('../../', import.meta.url);
const pages = new URL('site/pages/', root);
const path = (file, base = root) => fileURLToPath(new URL(file, base));
const manifest = JSON.parse(readFileSync(path('package.json'), 'utf8'));

/** Pages that do not lie in docs/, by their place in the project. */
const BESIDE = {
  'README.md': 'index.md',
  'CHANGELOG.md': 'CHANGELOG.md',
  'CONTRIBUTING.md': 'CONTRIBUTING.md',
  'RELEASING.md': 'RELEASING.md',
  'SECURITY.md': 'SECURITY.md',
  'dbt/README.md': 'dbt.md',
};

/** They repeat words that other pages explain: the search leads to those. */
const NOT_SEARCHED = ['CHANGELOG.md', 'terminal.md'];

/** Writes all pages to site/pages/, which is made anew. */
export function assemblePages() {
  rmSync(path('.', pages), { recursive: true, force: true });
  cpSync(path('docs/images'), path('public/images', pages), { recursive: true });
  for (const file of pagesOfDocs()) write(file, file.slice('docs/'.length));
  for (const [file, page] of Object.entries(BESIDE)) write(file, page);
}

function pagesOfDocs() {
  const files = readdirSync(path('docs'), { recursive: true }).map((file) => `docs/${file.replaceAll('\\', '/')}`);
  return files.filter((file) => file.endsWith('.md'));
}

function write(file, page) {
  mkdirSync(dirname(path(page, pages)), { recursive: true });
  const head = NOT_SEARCHED.includes(page) ? '---\nsearch: false\n---\n\n' : '';
  writeFileSync(path(page, pages), head + moveLinks(readFileSync(path(file), 'utf8'), file));
}

/** The text with its links as the site has them; what stands in fenced blocks stays. */
function moveLinks(text, file) {
  const parts = text.split(/^(```[^]*?^```$)/m);
  return parts
    .map((part) => (part.startsWith('```') ? part : part.replaceAll(/(!?)\[([^\]]*)\]\(([^)\s]+)\)/g, link(file))))
    .join('');
}

const link = (file) => (whole, bang, text, target) => {
  if (/^([a-z]+:|#)/.test(target)) return whole;
  const [name, anchor] = target.split('#');
  const place = posix.join(posix.dirname(file), name);
  const moved = moveFile(place);
  return moved === null ? text : `${bang}[${text}](${moved}${anchor === undefined ? '' : `#${anchor}`})`;
};

/** Where the site has a file of the project; null: nowhere. */
function moveFile(place) {
  if (BESIDE[place]) return `/${BESIDE[place]}`;
  if (place.startsWith('docs/images/')) return place.slice('docs'.length);
  if (place.startsWith('docs/') && place.endsWith('.md')) return place.slice('docs'.length);
  if (!existsSync(path(place))) throw new Error(`A page links to ${place}, which is not there.`);
  if (statSync(path(place)).isFile()) return serveFile(place);
  const repository = repositoryOf(manifest);
  return repository === undefined ? null : `${repository}/tree/v${manifest.version}/${place}`;
}

/** A file of the project that is no page is on the site as it is: so a link to it needs no repository. */
function serveFile(place) {
  const served = `files/${place}${posix.extname(place) === '' ? '.txt' : ''}`;
  const copy = path(`public/${served}`, pages);
  mkdirSync(dirname(copy), { recursive: true });
  cpSync(path(place), copy);
  return `/${served}`;
}
