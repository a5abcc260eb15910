import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import type { TapRun } from '../support/output.js';
import { upsert } from '../support/output.js';
import { spawnTap, until } from '../support/process.js';
import { settingsOf, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

/** Rows without the time they were read at, in a canonical order. */
const rowsOf = (...runs: readonly TapRun[]): string[] => [...upsert(...runs)].map((row) => JSON.stringify(row)).sort();

const NO_TRACE = /\n\s+at |Unhandled|node:internal/;

describe('a run ended from outside', () => {
  const start = useSandbox();

  for (const [signal, exitCode] of [
    ['SIGTERM', 143],
    ['SIGINT', 130],
    ['SIGHUP', 129],
    ['SIGQUIT', 131],
  ] as const) {
    it(`by ${signal} leaves a state to continue from, and exits with ${exitCode}`, async () => {
      const sandbox = await start({ organizations: 20, latencyMs: 20 });
      const config = settingsOf(sandbox, { max_concurrency: 1 });
      const tap = spawnTap({ config });
      await once(tap.child.stdout!, 'data');
      tap.child.kill(signal);
      const run = await tap.done;
      expect({ exitCode: run.exitCode, signal: run.signal }).to.deep.equal({ exitCode, signal: null });
      const event = signal === 'SIGINT' ? 'Interrupted' : `Stopped by ${signal}`;
      expect(run.logged('WARNING').at(-1))
        .to.match(new RegExp(`^${event}[.:] `))
        .and.match(/Run again with the same --state to continue\.$/);
      expect(run.logged('ERROR'), 'no page has failed').to.deep.equal([]);
      expect(run.stderr.split(event)).to.have.length(2);
      expect(run.messages.at(-1)?.type).to.equal('STATE');
      expect(run.stderr).not.to.match(NO_TRACE);
      const rest = await runTap({ config: { ...config, max_concurrency: 8 }, state: run.state });
      expect(rest.exitCode).to.equal(0);
    });
  }

  it('by SIGTERM while nobody reads its stdout ends within five seconds', async () => {
    const sandbox = await start({ organizations: 20 });
    const tap = spawnTap({ config: settingsOf(sandbox, { start_date: '1 year ago' }) }, { reads: false });
    let seen = -1;
    // Until it stops calling, because nothing it reads can be written.
    while (sandbox.requests().length !== seen || seen === 0) {
      seen = sandbox.requests().length;
      await delay(400);
    }
    const startedAt = Date.now();
    tap.child.kill('SIGTERM');
    expect((await tap.done).exitCode).to.equal(143);
    expect(Date.now() - startedAt).to.be.below(5_000);
  });

  it('by a reader that leaves ends with 141, without any complaint or further calls', async () => {
    const sandbox = await start({ organizations: 60, latencyMs: 10 });
    const tap = spawnTap({ config: settingsOf(sandbox, { start_date: '1 year ago' }) });
    await once(tap.child.stdout!, 'data');
    tap.child.stdout!.destroy();
    const run = await tap.done;
    expect(run.exitCode).to.equal(141);
    expect(run.stderr).not.to.match(NO_TRACE);
    expect(run.logged('ERROR').concat(run.logged('CRITICAL'))).to.deep.equal([]);
    expect(sandbox.requests().length).to.be.below(200);
  });

  it('by a reader of --discover that leaves ends with 141', async () => {
    const tap = spawnTap({ args: ['--discover'] });
    tap.child.stdout!.destroy();
    const run = await tap.done;
    expect(run.exitCode).to.equal(141);
    expect(run.stderr).to.equal('');
  });

  it('by a log that nobody reads any more still finishes', async () => {
    const sandbox = await start();
    const tap = spawnTap({ config: settingsOf(sandbox) });
    tap.child.stderr!.destroy();
    expect((await tap.done).exitCode).to.equal(0);
  });

  it('by SIGKILL at any moment reads, together with the next run, what an undisturbed one reads', async () => {
    const sandbox = await start({ organizations: 4, latencyMs: 3, restate: false });
    const config = settingsOf(sandbox, { start_date: '60 days ago', max_concurrency: 2, lookback_days: 0 });
    const undisturbed = await runTap({ config });
    expect(undisturbed.exitCode).to.equal(0);
    const whole = rowsOf(undisturbed);
    const calls = sandbox.requests().length;
    for (let round = 1; round <= 6; round++) {
      const before = sandbox.requests().length;
      const killAt = before + Math.ceil((calls * round) / 7);
      const tap = spawnTap({ config });
      await until(() => sandbox.requests().length >= killAt);
      tap.child.kill('SIGKILL');
      const killed = await tap.done;
      expect(killed.signal).to.equal('SIGKILL');
      const resumed = await runTap({ config, state: killed.state });
      expect(rowsOf(killed, resumed)).to.deep.equal(whole);
      expect(resumed.state).to.deep.equal(undisturbed.state);
    }
  }).timeout(60_000);
});
