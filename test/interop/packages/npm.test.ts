import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { packageRoot } from '../../../src/package.js';
import { makeFolder } from '../../support/folders.js';
import { runProgram } from '../support/program.js';
import { packageOf } from './build.js';
import { install } from '../support/registry.js';
import { itIsTheTap } from './the-tap.js';

describe('the npm package', () => {
  let folder: string;
  let tarball: string;

  before(async () => {
    folder = makeFolder();
    tarball = await packageOf('npm');
  });

  it('contains the built tap and its pages, but no tests, tools or source maps', async () => {
    const { stdout } = await runProgram('tar', { args: ['-tzf', tarball] });
    const files = stdout
      .trim()
      .split('\n')
      .map((file) => file.replace(/^package\//, ''));
    expect([...new Set(files.map((file) => file.split('/')[0]!))].sort()).to.deep.equal([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'bin',
      'catalog',
      'dbt',
      'dist',
      'docs',
      'examples',
      'package.json',
      'schemas',
    ]);
    expect(files.filter((file) => file.startsWith('dist/') && !/^dist\/src\/.+\.(js|d\.ts)$/.test(file))).to.be.empty;
    expect(files.filter((file) => /\.test\.|\bbench\b|\bscripts\b|\.map$|tsbuildinfo/.test(file))).to.be.empty;
  });

  it('satisfies publint', async () => {
    const publint = fileURLToPath(new URL('node_modules/publint/src/cli.js', packageRoot));
    const { exitCode, stdout, stderr } = await runProgram(process.execPath, { args: [publint, tarball, '--strict'] });
    expect(exitCode, stdout + stderr).to.equal(0);
  });

  it('has types for its exports, so that a TypeScript program compiles and runs', async () => {
    const consumer = join(folder, 'consumer');
    mkdirSync(consumer);
    writeFileSync(join(consumer, 'package.json'), JSON.stringify({ type: 'module', private: true }));
    writeFileSync(join(consumer, 'tsconfig.json'), JSON.stringify(CONSUMER_CONFIG));
    writeFileSync(join(consumer, 'consumer.ts'), CONSUMER);
    await install('npm', { args: ['install', '--ignore-scripts', tarball], cwd: consumer });
    for (const types of ['@types/node', 'undici-types']) {
      cpSync(new URL(`node_modules/${types}`, packageRoot), join(consumer, 'node_modules', types), { recursive: true });
    }
    const compiler = fileURLToPath(new URL('node_modules/typescript/bin/tsc', packageRoot));
    const compiled = await runProgram(process.execPath, { args: [compiler, '-p', consumer] });
    expect(compiled.stdout + compiled.stderr).to.equal('');
    const { exitCode, stdout, stderr } = await runProgram(process.execPath, { args: ['consumer.js'], cwd: consumer });
    expect({ exitCode, stderr }).to.deep.equal({ exitCode: 0, stderr: '' });
    expect(stdout).to.match(/^organization_lookup, .* from 1 page: 0\n$/);
  });

  describe('installed in an empty prefix', () => {
    const executable = (): string => join(folder, 'prefix', 'bin', 'tap-linkedin-pages');

    before(async () => {
      await install('npm', {
        args: ['install', '--global', '--ignore-scripts', '--prefix', join(folder, 'prefix'), tarball],
      });
    });

    itIsTheTap(executable);
  });
});

/** As strict as TypeScript gets; the package's declarations are checked, too. */
const CONSUMER_CONFIG = {
  compilerOptions: {
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    module: 'NodeNext',
    target: 'ES2023',
    types: ['node'],
  },
};

/** Syncs a page in its own process. */
const CONSUMER = `
import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { main, STREAM_TABLE, type ProcessIo, type StreamEntry, type TotalFollowerCountRecord } from 'tap-linkedin-pages';
import { startSandbox, type Sandbox } from 'tap-linkedin-pages/sandbox';

const sandbox: Sandbox = await startSandbox({ organizations: 1 });
const env = Object.fromEntries(
  Object.entries(sandbox.config).map(([name, value]) => [\`TAP_LINKEDIN_PAGES_\${name.toUpperCase()}\`, String(value)]),
);
const stdout = new PassThrough();
let printed = '';
stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
const io: ProcessIo = { argv: ['--config', 'ENV'], env, stdout, stderr: new PassThrough().resume(), signals: new EventEmitter() };
const exitCode: number = await main(io);
await sandbox.close();

const followers: TotalFollowerCountRecord[] = printed
  .split('\\n')
  .filter((line) => line.includes('"RECORD","stream":"total_follower_count"'))
  .map((line) => JSON.parse(line).record);
const names = STREAM_TABLE.map(({ name }: StreamEntry) => name).join(', ');
console.log(\`\${names} from \${followers.length} page: \${exitCode}\`);
`;
