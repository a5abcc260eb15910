import { expect } from 'chai';
import * as fc from 'fast-check';
import { ALL_STREAMS, select } from '../support/catalogs.js';
import { anyChange } from '../support/changes.js';
import { startDistorter, type Distortion } from '../support/distorter.js';
import { lintStream } from '../support/lint/stream.js';
import { settingsOf, TURBINES, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

const distortions: fc.Arbitrary<Distortion[]> = fc.array(
  fc.record({ call: fc.nat(80), place: fc.oneof(fc.nat(30), fc.nat(3000)), change: anyChange }),
  {
    minLength: 1,
    maxLength: 8,
  },
);

/** Set FUZZ_RUNS for more cases. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 30);

describe('answers with arbitrary parts', () => {
  const start = useSandbox();

  const settings = [
    {},
    { flattening_enabled: true, flattening_separator: '_' },
    { member_data: 'hash', member_data_key: 'made-up-member-key' },
    { member_data: 'drop', resolve_names: true, snapshot_history: true },
  ];

  it('give a stream that every target accepts, or a clear error', async () => {
    const sandbox = await start({ organizations: 1, oldGeography: true, postsPerOrganization: 6 });
    await fc.assert(
      fc.asyncProperty(distortions, fc.constantFrom(...settings), async (plan, chosen) => {
        const distorter = await startDistorter(sandbox.url, plan);
        try {
          const config = settingsOf(sandbox, {
            api_url: distorter.url,
            organization_ids: [TURBINES],
            benchmark_organization_ids: [TURBINES],
            start_date: '3 days ago',
            max_concurrency: 1,
            max_tries: 1,
            ...chosen,
          });
          const run = await runTap({ config, catalog: select(...ALL_STREAMS) });
          expect(run.stderr).not.to.include('Unexpected fault');
          expect(run.exitCode, run.stderr).to.be.oneOf([0, 1, 3]);
          if (run.exitCode === 1) expect(run.logged('CRITICAL')).not.to.be.empty;
          expect(lintStream(run.stdout)).to.deep.equal([]);
          for (const line of run.log) expect(line.length).to.be.below(20_000);
        } finally {
          distorter.close();
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }).timeout(600_000);
});
