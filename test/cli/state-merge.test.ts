import { expect } from 'chai';
import { urn } from '../support/sandboxes.js';
import { writeTemporary } from '../support/files.js';
import { runCommand } from '../support/tap.js';

const STREAM = 'share_statistics_time_bound';
const stateOf = (entries: Readonly<Record<string, string>>): object => ({
  bookmarks: {
    [STREAM]: Object.fromEntries(
      Object.entries(entries).map(([id, end]) => [id, { 'timeRange.end': `${end}T00:00:00Z` }]),
    ),
  },
});

describe('state merge, the command', () => {
  it('merges many states into one, whatever their form', async () => {
    const base = writeTemporary(stateOf({ [urn(1)]: '2026-11-01', [urn(2)]: '2026-11-01' }));
    const first = writeTemporary(
      `not a state\n${JSON.stringify({ type: 'STATE', value: stateOf({ [urn(1)]: '2026-11-02', [urn(2)]: '2026-11-01' }) })}\n`,
    );
    const second = writeTemporary(stateOf({ 1: '2026-11-01', 2: '2026-11-03' }));
    const { exitCode, stdout } = await runCommand(['state', 'merge', '--base', base, first, second]);
    expect(exitCode).to.equal(0);
    expect(JSON.parse(stdout)).to.deep.equal(stateOf({ [urn(1)]: '2026-11-02', [urn(2)]: '2026-11-03' }));
  });

  it('names a conflict, prints nothing, and ends with exit code 1', async () => {
    const files = ['2026-11-02', '2026-11-03'].map((end) => writeTemporary(stateOf({ [urn(1)]: end })));
    const base = writeTemporary(stateOf({ [urn(1)]: '2026-11-01' }));
    const { exitCode, stdout, stderr } = await runCommand(['state', 'merge', '--base', base, ...files]);
    expect({ exitCode, stdout }).to.deep.equal({ exitCode: 1, stdout: '' });
    expect(stderr).to.include(`bookmarks.${STREAM}.${urn(1)} differs in ${files[0]} and ${files[1]}`);
  });

  it('names every file that is not a state', async () => {
    const good = writeTemporary({ bookmarks: {} });
    const { exitCode, stdout, stderr } = await runCommand([
      'state',
      'merge',
      '--base',
      '/nowhere.json',
      good,
      '/missing',
    ]);
    expect({ exitCode, stdout }).to.deep.equal({ exitCode: 1, stdout: '' });
    expect(stderr).to.include('/nowhere.json').and.include('/missing');
  });

  for (const [argv, words] of [
    [['state'], 'state merge'],
    [['state', 'merge'], 'files'],
    [['state', 'mrege', 'x'], 'merge'],
  ] as const) {
    it(`is wrong usage as ${argv.join(' ')}`, async () => {
      const { exitCode, stdout, stderr } = await runCommand(argv);
      expect({ exitCode, stdout }).to.deep.equal({ exitCode: 2, stdout: '' });
      expect(stderr).to.include(words);
    });
  }
});
