// Assembles the site's pages: those of docs/ as they are, and the README as the start page.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repositoryOf } from '../release/repository.mjs';

const root = new URL('../../', import.meta.url);
const pages = new URL('site/pages/', root);
const path = (file, base = root) => fileURLToPath(new URL(file, base));
const manifest = JSON.parse(readFileSync(path('package.json'), 'utf8'));

/** Pages outside docs/, by path in the project. */
const BESIDE = {
  'README.md': 'index.md',
  'CHANGELOG.md': 'CHANGELOG.md',
  'CONTRIBUTING.md': 'CONTRIBUTING.md',
  'RELEASING.md': 'RELEASING.md',
  'SECURITY.md': 'SECURITY.md',
  'dbt/README.md': 'dbt.md',
};

/** They repeat terms that other pages explain, and search should lead to those pages. */
const NOT_SEARCHED = ['CHANGELOG.md', 'terminal.md'];

/** Writes all pages to site/pages/, after emptying it. */
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

/** The text with its links adapted to the site; fenced blocks stay unchanged. */
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

/** A project file's path on the site; null if it has none. */
function moveFile(place) {
  if (BESIDE[place]) return `/${BESIDE[place]}`;
  if (place.startsWith('docs/images/')) return place.slice('docs'.length);
  if (place.startsWith('docs/') && place.endsWith('.md')) return place.slice('docs'.length);
  if (!existsSync(path(place))) throw new Error(`A page links to ${place}, which does not exist.`);
  if (statSync(path(place)).isFile()) return serveFile(place);
  const repository = repositoryOf(manifest);
  return repository === undefined ? null : `${repository}/tree/v${manifest.version}/${place}`;
}

/** Project files that are not pages are copied to the site, so that links to them need no repository. */
function serveFile(place) {
  const served = `files/${place}${posix.extname(place) === '' ? '.txt' : ''}`;
  const copy = path(`public/${served}`, pages);
  mkdirSync(dirname(copy), { recursive: true });
  cpSync(path(place), copy);
  return `/${served}`;
}
