import { expect } from 'chai';
import { writeTemporary } from '../support/files.js';
import { settingsOf, TURBINES, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

describe('the log of a run', () => {
  const start = useSandbox();

  it('summarizes each family of streams: records, calls, and the day up to which every page was read', async () => {
    const sandbox = await start();
    const run = await runTap({ config: settingsOf(sandbox) });
    const table = run.logged('INFO').slice(-9);
    expect(table[0]).to.match(/^ +streams +records +calls +every page up to$/);
    expect(table.slice(1, -1).map((line) => line.split(/ {2,}/)[0])).to.deep.equal([
      'Organizations',
      'Followers',
      'Activity on posts',
      'Page statistics',
      'Posts',
      'Standardized data',
      'total',
    ]);
    const records = run.messages.filter(({ type }) => type === 'RECORD').length.toLocaleString('en-US');
    expect(table.at(-2)!.split(/ {2,}/).slice(1)).to.deep.equal([
      String(run.schemas.size),
      records,
      String(sandbox.requests().length),
      '2026-11-20',
    ]);
    expect(table.at(-1)).to.match(/^2 pages in [\d.]+ s: every day up to 2026-11-20 is there\.$/);
    for (const line of table) expect(`INFO ${line}`.length, line).to.be.at.most(80);
  });

  it('lists each stream at level debug', async () => {
    const sandbox = await start();
    const run = await runTap({ config: settingsOf(sandbox), args: ['--log-level', 'debug'] });
    const table = run.logged('DEBUG').slice(-run.schemas.size - 1);
    expect(table[0]).to.match(/^stream +records +calls +seconds +newest day +failed +left$/);
    const shares = table.find((line) => line.startsWith('share_statistics_time_bound'))!.split(/ +/);
    expect([shares[1], shares[2], shares[4]]).to.deep.equal(['20', '2', '2026-11-21']);
  });

  it('names the page that is furthest behind, with the days that are missing, and what comes next', async () => {
    const sandbox = await start({
      organizations: 3,
      lateDays: { [TURBINES]: { organizationalEntityShareStatistics: 12 } },
    });
    const run = await runTap({ config: settingsOf(sandbox, { start_date: '30 days ago' }) });
    expect(run.logged('WARNING')).to.deep.equal([
      'Northwind Turbines (104729384) is behind: share_statistics_time_bound ends with 2026-11-10, 9 days missing. ' +
        'The next run asks for them again.',
    ]);
    expect(run.logged('INFO').find((line) => line.startsWith('Activity on posts'))).to.match(/2026-11-10$/);
    expect(run.logged('INFO').at(-1)).to.match(/^3 pages in [\d.]+ s\.$/);
  });

  it('only says what went wrong if nothing was read', async () => {
    const sandbox = await start();
    const run = await runTap({ config: settingsOf(sandbox, { access_token: 'AQX-made-up-and-wrong' }) });
    expect(run.log.filter((line) => !line.includes('METRIC'))).to.have.length(1);
    expect(run.logged('CRITICAL')).to.have.length(1);
  });

  it('tells machines the same as people', async () => {
    const sandbox = await start();
    const config = settingsOf(sandbox);
    const people = (await runTap({ config })).log;
    const machines = (await runTap({ config, args: ['--log-format', 'json'] })).log.map(
      (line) => JSON.parse(line) as { level: string; message: string; metric_info?: object },
    );
    const inWords = machines.map(({ level, message, metric_info }) =>
      metric_info ? 'METRIC' : `${level.toUpperCase()} ${message}`,
    );
    const steady = (lines: readonly string[]): string[] =>
      lines.filter((line) => !line.includes('METRIC')).map((line) => line.replace(/in [\d.]+ s/, 'in some time'));
    expect(steady(inWords)).to.deep.equal(steady(people));
  });

  it('counts records and requests as Singer metrics', async () => {
    const sandbox = await start();
    const run = await runTap({ config: settingsOf(sandbox) });
    const metrics = run
      .logged('INFO')
      .filter((line) => line.startsWith('METRIC: '))
      .map((line) => JSON.parse(line.slice('METRIC: '.length)) as { metric: string; value: number });
    const sum = (name: string): number =>
      metrics.filter(({ metric }) => metric === name).reduce((total, { value }) => total + value, 0);
    expect(sum('record_count')).to.equal(run.messages.filter(({ type }) => type === 'RECORD').length);
    expect(sum('http_request_count')).to.equal(sandbox.requests().length);
    expect(metrics.some(({ metric }) => metric === 'http_request_duration')).to.be.true;
  });

  for (const [how, inputs] of [
    ['asked for', { args: ['--log-format', 'json'] }],
    [
      'Meltano asks for it',
      { env: { SINGER_SDK_LOG_CONFIG: writeTemporary('{"()": "singer_sdk.logging.StructuredFormatter"}') } },
    ],
  ] as const) {
    it(`is JSON in every line if ${how}`, async () => {
      const sandbox = await start();
      const run = await runTap({ config: settingsOf(sandbox, { organization_ids: [77] }), ...inputs });
      const levels = run.log.map((line) => (JSON.parse(line) as { level: string }).level);
      expect(levels).to.include.members(['info', 'error', 'critical']);
    });
  }

  it('names every call at level debug, but no secret', async () => {
    const sandbox = await start();
    const run = await runTap({ config: settingsOf(sandbox), args: ['--log-level', 'debug'] });
    for (const { url } of sandbox.requests()) expect(run.stderr).to.include(url);
    expect(run.stderr).not.to.include(sandbox.config.access_token);
  });

  it('says nothing at level critical about a run without errors', async () => {
    const sandbox = await start();
    expect((await runTap({ config: settingsOf(sandbox), args: ['--log-level=critical'] })).stderr).to.equal('');
  });
});
