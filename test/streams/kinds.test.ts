import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';

/** Every file that has to handle each kind of source. */
const PLACES = [
  'src/check/probes.ts',
  'src/streams/cost.ts',
  'src/sync/calls.ts',
  'src/sync/plan.ts',
  'src/sync/posts/followers.ts',
];

const MADE_UP = "{ readonly kind: 'made up'; readonly per: 'post'; readonly after: PostsSource } & SourceFacts";

describe('a new kind of source', () => {
  const root = fileURLToPath(packageRoot);
  let copy: string;

  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'kinds-'));
    for (const name of ['src', 'package.json']) cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')) as TsConfig;
    const options = { ...compilerOptions, composite: false, tsBuildInfoFile: undefined, noEmit: true };
    writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include: ['src'] }));
  });

  afterEach(() => rmSync(copy, { recursive: true, force: true }));

  it('does not compile until every place handles it', () => {
    const entry = join(copy, 'src/streams/entry.ts');
    const text = readFileSync(entry, 'utf8');
    expect(compile(), 'without it').to.deep.equal([]);
    writeFileSync(entry, text.replace('export type Source =\n', `export type Source =\n  | (${MADE_UP})\n`));
    expect(compile()).to.deep.equal(PLACES);
  }).timeout(60_000);

  /** Compiles, and returns the files with errors. */
  function compile(): string[] {
    const { stdout } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), '-p', copy, '--pretty', 'false'],
      { cwd: copy, encoding: 'utf8' },
    );
    const files = [...stdout.matchAll(/^([^\s(]+)\(\d+,\d+\): error/gm)].map(([, file]) => file!);
    return [...new Set(files)].sort();
  }
});

interface TsConfig {
  readonly compilerOptions: Readonly<Record<string, unknown>>;
}
