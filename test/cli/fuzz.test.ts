import { expect } from 'chai';
import * as fc from 'fast-check';
import { ConfigError } from '../../src/config/faults.js';
import { environmentVariable, readSettingsSchema, settingsOf as namesOf } from '../../src/config/schema.js';
import { load } from '../config/support.js';
import { selecting } from '../support/catalogs.js';
import { anyChange } from '../support/changes.js';
import { distort } from '../support/distort.js';
import { lintStream } from '../support/lint/stream.js';
import type { TapRun } from '../support/output.js';
import { settingsOf, TURBINES, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

const STREAMS = ['share_statistics_time_bound', 'follower_counts_by_geo', 'posts', 'comments'];

/** Set FUZZ_RUNS for more cases. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 30);

const changes = fc.array(fc.record({ place: fc.oneof(fc.nat(30), fc.nat(3000)), change: anyChange }), {
  minLength: 1,
  maxLength: 4,
});

/** Expects either a message stream and an ending with a reason, or only the reason. */
function expectSense(run: TapRun): void {
  expect(run.stderr).not.to.include('Unexpected fault');
  expect(run.exitCode, run.stderr).to.be.oneOf([0, 1]);
  if (run.exitCode === 1) expect(run.logged('CRITICAL')).not.to.be.empty;
  if (run.exitCode === 0 || run.stdout !== '') expect(lintStream(run.stdout)).to.deep.equal([]);
  for (const line of run.log) expect(line.length).to.be.below(20_000);
}

describe('inputs of a user with arbitrary parts', () => {
  const start = useSandbox();

  it('are a catalog that is followed, or refused with the reason', async () => {
    const sandbox = await start({ organizations: 1, postsPerOrganization: 3 });
    const config = settingsOf(sandbox, { organization_ids: [TURBINES], start_date: '3 days ago' });
    const whole = JSON.stringify(selecting(STREAMS));
    await fc.assert(
      fc.asyncProperty(changes, async (plan) => {
        expectSense(await runTap({ config, catalog: distort(whole, plan) }));
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }).timeout(600_000);

  it('are a state that a run continues from, or that is refused with the reason', async () => {
    const sandbox = await start({ organizations: 1, postsPerOrganization: 3 });
    const config = settingsOf(sandbox, { organization_ids: [TURBINES], start_date: '3 days ago' });
    const catalog = selecting(STREAMS);
    const { state } = await runTap({ config, catalog });
    const whole = JSON.stringify(state);
    await fc.assert(
      fc.asyncProperty(changes, async (plan) => {
        expectSense(await runTap({ config, catalog, state: distort(whole, plan) }));
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }).timeout(600_000);

  it('are an environment that gives a config, or a ConfigError', async () => {
    const names = namesOf(readSettingsSchema()).map(([name]) => environmentVariable(name));
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.constantFrom('true', '1e400', '[', '0x10', '-0'),
    );
    const env = fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.constant('HTTPS_PROXY')), text);
    await fc.assert(
      fc.asyncProperty(env, async (variables) => {
        const given = { TAP_LINKEDIN_PAGES_ACCESS_TOKEN: 'made-up-token', ...variables };
        const outcome = await load({ env: given, paths: ['ENV'] }).catch((error: unknown) => error);
        if (!(outcome instanceof ConfigError)) expect(outcome).to.have.keys('config', 'secrets', 'shown', 'warnings');
      }),
      { numRuns: 500 },
    );
  });
});
