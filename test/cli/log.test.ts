import { expect } from 'chai';
import { writeTemporary } from '../support/files.js';
import { settingsOf, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

describe('the log of a run', () => {
  const start = useSandbox();

  it('sums up each stream: records, calls, newest day', async () => {
    const sandbox = await start();
    const run = await runTap({ config: settingsOf(sandbox) });
    const table = run.logged('INFO').slice(-run.schemas.size - 1);
    expect(table[0]).to.match(/^stream +records +calls +seconds +newest day +failed +left$/);
    const shares = table.find((line) => line.startsWith('share_statistics_time_bound'))!.split(/ +/);
    expect([shares[1], shares[2], shares[4]]).to.deep.equal(['20', '2', '2026-11-21']);
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
    it(`is JSON in every line where ${how}`, async () => {
      const sandbox = await start();
      const run = await runTap({ config: settingsOf(sandbox, { organization_ids: [77] }), ...inputs });
      const levels = run.log.map((line) => (JSON.parse(line) as { level: string }).level);
      expect(levels).to.include.members(['info', 'error', 'critical']);
    });
  }

  it('at level debug names every call and still no secret', async () => {
    const sandbox = await start();
    const run = await runTap({ config: settingsOf(sandbox), args: ['--log-level', 'debug'] });
    for (const { url } of sandbox.requests()) expect(run.stderr).to.include(url);
    expect(run.stderr).not.to.include(sandbox.config.access_token);
  });

  it('at level critical says nothing of a run without a fault', async () => {
    const sandbox = await start();
    expect((await runTap({ config: settingsOf(sandbox), args: ['--log-level=critical'] })).stderr).to.equal('');
  });
});
