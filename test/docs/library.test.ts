import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import * as library from '../../src/index.js';
import { packageRoot } from '../../src/package.js';
import { printedOf, scriptOf } from '../interop/readme/blocks.js';

const root = fileURLToPath(packageRoot);
const PAGE = 'docs/library.md';
const TSC = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

const STRICT = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  module: 'NodeNext',
  target: 'ES2023',
  types: ['node'],
};

describe('docs/library.md', () => {
  let folder: string;

  before(() => {
    // Inside the package, so that its name resolves to itself, as if it were installed.
    mkdirSync(join(root, 'dist', 'examples'), { recursive: true });
    folder = mkdtempSync(join(root, 'dist', 'examples', 'library-'));
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has an example that compiles as strictly as TypeScript can, runs, and prints what is shown', () => {
    writeFileSync(join(folder, 'example.mts'), scriptOf(PAGE, 'library'));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: STRICT, include: ['example.mts'] }));
    execFileSync(process.execPath, [TSC, '-p', folder], { encoding: 'utf8' });
    const printed = execFileSync(process.execPath, [join(folder, 'example.mjs')], { encoding: 'utf8' });
    expect(printed).to.equal(printedOf(PAGE, 'library'));
  });

  it('names all error classes that the package exports, and no others', () => {
    const exported = Object.entries(library).flatMap(([name, value]) =>
      typeof value === 'function' && value.prototype instanceof Error ? [name] : [],
    );
    const text = readFileSync(new URL(PAGE, packageRoot), 'utf8');
    const named = [...text.matchAll(/`(\w+(?:Error|Faults))`/g)].map(([, name]) => name!);
    expect(exported.filter((name) => !named.includes(name))).to.deep.equal([]);
    const known = [...exported, 'AggregateError'];
    expect(named.filter((name) => !known.includes(name))).to.deep.equal([]);
  });
});

describe('the package', () => {
  it('exports its schemas and catalogs', () => {
    const require = createRequire(new URL('package.json', packageRoot));
    const read = (path: string): unknown => require(`tap-linkedin-pages/${path}`);
    expect(read('schemas/posts.json')).to.have.nested.property('properties.commentary');
    expect(read('schemas/parts/page-views.json')).to.have.property('properties');
    expect(read('catalog/airbyte.json')).to.have.property('streams');
  });

  it('exports every type used in an entry of its stream table', () => {
    const declared = (file: string): string => readFileSync(new URL(`dist/src/${file}.d.ts`, packageRoot), 'utf8');
    const index = declared('index');
    const needed = [...declared('streams/entry').matchAll(/^import type \{([^}]+)\}/gm)].flatMap(([, names]) =>
      names!.split(',').map((name) => name.trim()),
    );
    expect(needed).to.include('Endpoint');
    expect(needed.filter((name) => !new RegExp(`\\b${name}\\b`).test(index))).to.deep.equal([]);
  });
});
