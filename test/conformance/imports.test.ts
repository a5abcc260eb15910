import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';

type Imports = ReadonlyMap<string, readonly string[]>;

const IMPORT = /^(?:import|export)\b[^;']*?\bfrom '(\.[^']+)\.js';|\bimport\('(\.[^']+)\.js'\)/gm;

/** What each file of a folder imports or re-exports from others in it, types included. */
function readImports(folder: string): Imports {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return new Map(
    files.map((file) => {
      const found = readFileSync(join(folder, file), 'utf8').matchAll(IMPORT);
      return [file, [...found].map(([, still, late]) => `${join(dirname(file), (still ?? late)!)}.ts`)];
    }),
  );
}

/** A path from one file back to itself, or null if there is none. */
function findCircle(imports: Imports): readonly string[] | null {
  const done = new Set<string>();
  function follow(file: string, way: readonly string[]): readonly string[] | null {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of imports.get(file) ?? []) {
      const circle = follow(next, [...way, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  }
  for (const file of imports.keys()) {
    const circle = follow(file, []);
    if (circle) return circle;
  }
  return null;
}

describe('imports', () => {
  const imports = readImports(fileURLToPath(new URL('src/', packageRoot)));

  it('are all found, including those of types, and lead to files', () => {
    expect(imports.get('index.ts')).to.include.members(['cli/main.ts', 'errors.ts', 'streams/table.ts']);
    expect(imports.get('linkedin/agents.ts')).to.include.members(['config/config.ts', 'linkedin/tunnel.ts']);
    expect([...imports.values()].flat().filter((file) => !imports.has(file))).to.deep.equal([]);
  });

  it('have no cycles in src/', () => {
    expect(findCircle(imports)?.join(' -> ') ?? null).to.equal(null);
  });

  it('show a cycle if there is one', () => {
    const made = new Map([
      ['a', ['b', 'd']],
      ['b', ['c']],
      ['c', ['b']],
      ['d', []],
    ]);
    expect(findCircle(made)).to.deep.equal(['b', 'c', 'b']);
  });

  // config/, log/ and the files next to the folders may be used by all folders.
  for (const [folder, others] of [
    ['config', ['generated']],
    ['log', []],
    ['singer', ['config']],
    ['linkedin', ['config', 'log']],
    ['login', ['linkedin', 'log']],
    ['sandbox', ['linkedin']],
  ] as const) {
    it(`of ${folder}/ only lead to ${['itself', ...others].join(', ')}`, () => {
      const reached = [...imports].filter(([file]) => file.startsWith(`${folder}/`)).flatMap(([, files]) => files);
      const allowed = [folder, ...others].map((each) => `${each}/`);
      const beyond = reached.filter((file) => file.includes('/') && !allowed.some((each) => file.startsWith(each)));
      expect(beyond).to.deep.equal([]);
    });
  }
});
