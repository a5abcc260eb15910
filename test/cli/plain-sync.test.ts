import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import * as fc from 'fast-check';
import type { TapArguments } from '../../src/cli/arguments.js';
import { runCommandLine } from '../../src/cli/command-line.js';
import { readPlainSync } from '../../src/cli/plain-sync.js';
import { EXIT } from '../../src/cli/process-io.js';

/** What yargs makes of the arguments; null if that is not a sync. */
async function readByYargs(argv: readonly string[]): Promise<TapArguments | null> {
  let read: TapArguments | null = null;
  const stderr = Object.assign(new PassThrough().resume(), { isTTY: false });
  const stdout = new PassThrough().resume();
  await runCommandLine({ argv, env: {}, stdout, stderr, signals: process }, (args) => {
    read = args;
    return Promise.resolve(EXIT.done);
  });
  return read;
}

/** The arguments without the spellings that yargs adds. */
function fieldsOf(args: TapArguments): Partial<TapArguments> {
  const { config, catalog, select, state, shard, summary, report, record, logFormat, logLevel } = args;
  const { discover, about, estimate, test, shards, format } = args;
  const read = { config, catalog, select, state, shard, summary, report, record, logFormat, logLevel };
  return { ...read, discover, about, estimate, test, shards, format };
}

const OPTIONS =
  '--config -c --catalog --properties -p --select --state -s --shard --summary --report --log-format --log-level ' +
  '--logLevel --discover --test --record --no-config -cs';
const VALUES =
  'a.json|b.json|ENV|posts.*,!posts.id|1/4|5/4|json|debug|loud|| |"a"|\'a\'|-1|7|0x10|a=b|--|true|a b|"a|--config|login|' +
  'été.json|a\nb|.|[1]';
const option = fc.constantFrom(...OPTIONS.split(' '));
const value = fc.constantFrom(...VALUES.split('|'));
const part = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(option, value).map((pair) => pair) },
  { weight: 3, arbitrary: fc.tuple(option, value).map(([name, given]) => [`${name}=${given}`]) },
  { weight: 1, arbitrary: fc.oneof(option, value).map((alone) => [alone]) },
);

describe('the arguments of a plain sync, read without yargs', () => {
  for (const argv of [
    ['--config', 'a.json'],
    ['-c', 'a.json', '--config=ENV', '--catalog', 'posts.json', '-s', 'state.json'],
    ['--config', 'a.json', '--properties', 'catalog.json', '--log-level', 'debug', '--log-format=json'],
    ['--config=a.json', '--select', 'posts.*', '--select=!posts.id', '--shard', '1/4', '--summary', 'run.json'],
    ['--config', 'a.json', '--state', 'old.json', '--state', 'new.json', '--report=run.html'],
  ]) {
    it(`are the same as from yargs: ${argv.join(' ')}`, async () => {
      const plain = readPlainSync(argv);
      expect(plain).not.to.equal(null);
      expect(fieldsOf(plain!)).to.deep.equal(fieldsOf((await readByYargs(argv))!));
    });
  }

  for (const argv of [
    ['--discover'],
    ['--config', 'a.json', '--test'],
    ['--config', 'a.json', '--record', 'folder'],
    ['--config', 'a.json', 'b.json'],
    ['--config', 'a.json', '--catalog', 'b.json', '--select', 'posts'],
    ['--config'],
    ['--confg', 'a.json'],
    ['--help'],
    ['login'],
  ]) {
    it(`are left to yargs if they are unusual: ${argv.join(' ')}`, () => {
      expect(readPlainSync(argv)).to.equal(null);
    });
  }

  it('never differ from those that yargs would have read', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 5 }), async (parts) => {
        const argv = parts.flat();
        const plain = readPlainSync(argv);
        if (plain === null) return;
        read += 1;
        const byYargs = await readByYargs(argv);
        expect(byYargs, 'wrong for yargs').not.to.equal(null);
        expect(fieldsOf(plain)).to.deep.equal(fieldsOf(byYargs!));
      }),
      { numRuns: 500 },
    );
    expect(read).to.be.above(50);
  });
});
