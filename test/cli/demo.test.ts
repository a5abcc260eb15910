import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { Preview, SHOWN } from '../../src/cli/preview.js';
import { packageRoot } from '../../src/package.js';
import { STREAM_TABLE } from '../../src/streams/table.js';
import { loadStreams } from '../../src/streams/load.js';
import { makeFolder } from '../support/folders.js';
import { runTap } from '../support/tap.js';

const NOW = '2026-11-22T09:00:00Z';
const README = new URL('README.md', packageRoot);
const TAP = fileURLToPath(new URL('bin/tap-linkedin-pages.js', packageRoot));

/** What a command shows on a terminal with this many columns. */
function onTerminal(command: string, columns: number): { exitCode: number | null; shown: string } {
  const { status, stdout } = spawnSync('script', ['-qec', `stty cols ${columns}; ${command}`, '/dev/null'], {
    cwd: fileURLToPath(packageRoot),
    env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm' },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { exitCode: status, shown: stdout.replaceAll('\r\n', '\n') };
}

const hasTerminals =
  process.platform === 'linux' && spawnSync('script', ['--version'], { stdio: 'ignore' }).status === 0;

/** What remains at the end, without lines that were erased. */
const remaining = (shown: string): string =>
  shown
    .split('\n')
    .map((line) => line.split('\r\u001B[2K').at(-1)!)
    .join('\n');

const widthOf = (line: string): number => Array.from(new Intl.Segmenter().segment(line)).length;

describe('demo', () => {
  it('writes the messages of a sync if stdout is not a terminal, without any config', async () => {
    const { exitCode, stdout, stderr } = await runTap({ args: ['demo', '--now', NOW, '--select', 'posts'] });
    expect(exitCode, stderr).to.equal(0);
    const types = stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { type: string }).type);
    expect(new Set(types)).to.deep.equal(new Set(['SCHEMA', 'RECORD', 'STATE']));
  });

  it('makes a sample report of made-up pages', async () => {
    const report = join(makeFolder(), 'report.html');
    const { exitCode, stderr } = await runTap({ args: ['demo', '--now', NOW, '--report', report] });
    expect(exitCode, stderr).to.equal(0);
    expect(readFileSync(report, 'utf8')).to.include('Everything is there').and.include('Northwind Labs');
  });

  it('never sends a token from the environment, nor anything to another address', async () => {
    const { exitCode, stdout } = await runTap({
      args: ['demo', '--select', 'total_follower_count', '--organizations', '2'],
      env: {
        TAP_LINKEDIN_PAGES_ACCESS_TOKEN: 'AQX-made-up-token-of-the-environment',
        TAP_LINKEDIN_PAGES_API_URL: 'http://127.0.0.1:9',
        TAP_LINKEDIN_PAGES_ORGANIZATION_IDS: '1',
      },
    });
    expect(exitCode).to.equal(0);
    expect(stdout.split('\n').filter((line) => line.includes('"RECORD"'))).to.have.length(2);
  });

  for (const [why, args, code] of [
    ['a stream that does not exist', ['--select', 'postz'], 1],
    ['an invalid clock', ['--now', 'soon'], 1],
    ['two selections', ['--select', 'posts', '--catalog', 'airbyte'], 2],
  ] as const) {
    it(`says what is wrong with ${why}, and prints nothing on stdout`, async () => {
      const { exitCode, stdout, stderr } = await runTap({ args: ['demo', ...args] });
      expect([exitCode, stdout]).to.deep.equal([code, '']);
      expect(stderr)
        .to.match(/^CRITICAL .+$/m)
        .and.not.match(/^ +at /m);
    });
  }

  describe('on a terminal', () => {
    before(function () {
      if (!hasTerminals) this.skip();
    });

    for (const columns of [80, 120]) {
      it(`shows readable tables, none wider than ${columns} columns, and no messages`, () => {
        const { exitCode, shown } = onTerminal(`${process.execPath} ${TAP} demo --now ${NOW}`, columns);
        const text = remaining(shown);
        expect(exitCode, text).to.equal(0);
        expect(text).to.include('4,869 records of 29 streams, in 44 calls to a sandbox: all data is made up.');
        expect(text).to.include('\n  104729384        northwind-turbines ');
        expect(text).to.include('share_statistics_time_bound (1,095)\n').and.include('  104729384        2026-11-21  ');
        expect(text).not.to.match(/"type"|INFO|METRIC/);
        expect(text.split('\n').filter((line) => widthOf(line) > columns)).to.deep.equal([]);
        expect(text.split('\n').length).to.be.below(70);
      });
    }

    it('ends on a terminal that does not know its width', () => {
      const { exitCode, shown } = onTerminal(`${process.execPath} ${TAP} demo --now ${NOW} --select posts`, 0);
      expect(exitCode).to.equal(0);
      expect(remaining(shown)).to.include('posts (44)\n');
    });

    it('prints what the README shows, apart from what it leaves out', () => {
      const { shown } = onTerminal(`${process.execPath} ${TAP} demo --now ${NOW}`, 100);
      const lines = remaining(shown).split('\n');
      const expected = /<!-- shows: demo -->\n\n```text\n([^]+?)```/.exec(readFileSync(README, 'utf8'))![1]!;
      const missing = expected.split('\n').filter((line) => line.trim() !== '…' && !lines.includes(line));
      expect(missing).to.deep.equal([]);
    });

    it('prints what npm start shows', () => {
      const { exitCode, shown } = onTerminal('npm start --silent', 80);
      expect(exitCode, shown).to.equal(0);
      expect(remaining(shown)).to.match(/records of 29 streams, in \d+ calls to a sandbox/);
    }).timeout(60_000);
  });
});

describe('the preview', () => {
  it('shows fields that exist in the streams', () => {
    const schemas = new Map(loadStreams({ snapshotHistory: false }).map(({ name, schema }) => [name, schema]));
    for (const { stream, fields, most } of SHOWN) {
      expect(STREAM_TABLE.map(({ name }) => name)).to.include(stream);
      for (const field of [...fields, ...(most === undefined ? [] : [most])]) {
        const found = field
          .split('.')
          .reduce<unknown>(
            (schema, name) => (schema as { properties?: Record<string, unknown> } | undefined)?.properties?.[name],
            schemas.get(stream),
          );
        expect(found, `${stream}.${field}`).to.be.an('object');
      }
    }
  });

  it('does not let text of a post reach the terminal as a command, or on a second line', () => {
    const preview = new Preview();
    const record = {
      organization_id: 1,
      publishedAt: '2026-11-21T20:24:13.272Z',
      commentary: 'a\u001B[2Jb\n\nc\u009Bd',
    };
    preview.add(JSON.stringify({ type: 'RECORD', stream: 'posts', record }));
    expect(preview.render(80)[2]).to.equal('  1                2026-11-21T20:24:13.272Z  a [2Jb c d');
  });

  it('shows the newest records whatever their order, and null as a dash', () => {
    const preview = new Preview();
    for (const day of [3, 9, 1, 7, 5]) {
      const record = { organization_id: day, publishedAt: `2026-11-0${day}T00:00:00.000Z`, commentary: null };
      preview.add(JSON.stringify({ type: 'RECORD', stream: 'posts', record }));
    }
    const rows = preview
      .render(80)
      .slice(2, 5)
      .map((line) => line.trim().split(/ +/));
    expect(rows.map(([id, , text]) => [id, text])).to.deep.equal([
      ['9', '-'],
      ['7', '-'],
      ['5', '-'],
    ]);
  });
});
