import { expect } from 'chai';
import * as fc from 'fast-check';
import type { Sandbox } from '../../src/sandbox/index.js';
import { ALL_STREAMS, select } from '../support/catalogs.js';
import { settingsOf, useSandbox } from '../support/sandboxes.js';
import { argumentsOf, runCommand, runTap, type TapInputs } from '../support/tap.js';

const IDS = [1001, 1002, 1003, 1004, 1005];

type Calls = number | { readonly least: number; readonly most: number | null };

interface Shard {
  readonly shard: string;
  readonly organizations: number;
  readonly calls: Readonly<Record<string, Calls>>;
  readonly max_calls?: number | Readonly<Record<string, number>>;
}

async function planOf(inputs: TapInputs, shards: number): Promise<Shard[]> {
  const { exitCode, stdout, stderr } = await runCommand(['plan', ...argumentsOf(inputs), '--shards', String(shards)]);
  expect(exitCode, stderr).to.equal(0);
  return JSON.parse(stdout) as Shard[];
}

describe('plan', () => {
  const start = useSandbox();
  const startPages = (): Promise<Sandbox> => start({ organizations: IDS.map((id) => ({ id, posts: 3 })) });

  it('predicts the calls of each shard: exactly if it is a number, else within the range', async function () {
    this.timeout(60_000);
    const sandbox = await startPages();
    const someStreams = fc.subarray([...ALL_STREAMS], { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(someStreams, fc.integer({ min: 1, max: 3 }), fc.boolean(), async (names, count, areNamed) => {
        const config = settingsOf(sandbox, {
          ...(areNamed && { organization_ids: IDS }),
          benchmark_organization_ids: [IDS[0], IDS[1]],
        });
        const inputs = { config, catalog: select(...names) };
        for (const { shard, calls } of await planOf(inputs, count)) {
          sandbox.clearRequests();
          await runTap({ ...inputs, args: ['--shard', shard] });
          const sent = countByResource(sandbox);
          for (const [resource, planned] of Object.entries(calls)) {
            const { least, most } = typeof planned === 'number' ? { least: planned, most: planned } : planned;
            expect(sent.get(resource) ?? 0, `${shard} ${resource}`).to.be.within(least, most ?? Infinity);
          }
          expect([...sent.keys()].filter((resource) => !(resource in calls))).to.deep.equal([]);
        }
      }),
      { numRuns: 3 },
    );
  });

  it('makes the calls of --estimate, once for all shards', async () => {
    const sandbox = await startPages();
    const inputs = { config: settingsOf(sandbox), catalog: select('total_follower_count') };
    const shards = await planOf(inputs, 3);
    expect(sandbox.requests().map(({ resource }) => resource)).to.deep.equal(['organizationAcls']);
    expect(shards.map(({ shard }) => shard)).to.deep.equal(['1/3', '2/3', '3/3']);
    expect(shards.reduce((sum, { organizations }) => sum + organizations, 0)).to.equal(IDS.length);
    for (const { organizations, calls } of shards) {
      const own = organizations > 0 && { networkSizes: organizations };
      expect(calls).to.deep.equal({ organizationAcls: 1, ...own, total: organizations + 1 });
    }
  });

  it('says the same about a shard as --estimate --shard', async () => {
    const sandbox = await startPages();
    const inputs = { config: settingsOf(sandbox), catalog: select('total_follower_count', 'posts', 'functions') };
    for (const { shard, organizations, calls } of await planOf(inputs, 2)) {
      const args = [...argumentsOf(inputs), '--estimate', '--format', 'json', '--shard', shard];
      const { stdout } = await runCommand(args);
      const estimate = JSON.parse(stdout) as { organizations: number; least: number; most: number | null };
      expect(estimate.organizations).to.equal(organizations);
      const { least, most } = estimate;
      expect(calls['total']).to.deep.equal(least === most ? least : { least, most });
    }
  });

  it('divides max_calls by what each shard needs, so that the parts add up', async () => {
    const sandbox = await startPages();
    const config = settingsOf(sandbox, { organization_ids: IDS, max_calls: 7 });
    const shards = await planOf({ config, catalog: select('total_follower_count') }, 3);
    const parts = shards.map(({ max_calls }) => max_calls as number);
    expect(parts.reduce((sum, part) => sum + part, 0)).to.equal(7);
    for (const [place, { organizations }] of shards.entries()) {
      expect(parts[place]).to.be.within(Math.floor((organizations * 7) / 5), Math.ceil((organizations * 7) / 5));
    }
  });

  it('divides a map of max_calls by resource', async () => {
    const sandbox = await startPages();
    const config = settingsOf(sandbox, { organization_ids: IDS, max_calls: { posts: 9, '*': 100, total: 50 } });
    const shards = await planOf({ config, catalog: select('total_follower_count', 'posts') }, 2);
    const limits = shards.map(({ max_calls }) => max_calls as Record<string, number>);
    const sumOf = (name: string): number => limits.reduce((sum, each) => sum + each[name]!, 0);
    expect(Object.keys(limits[0]!).sort()).to.deep.equal(['*', 'networkSizes', 'posts', 'total']);
    expect(['posts', 'networkSizes', '*', 'total'].map(sumOf)).to.deep.equal([9, 100, 100, 50]);
    const [first] = limits;
    const run = await runTap({
      config: { ...config, max_calls: first },
      catalog: select('total_follower_count', 'posts'),
      args: ['--shard', '1/2'],
    });
    expect(run.exitCode).to.equal(0);
  });

  it('has no max_calls if the configuration has none', async () => {
    const sandbox = await startPages();
    const [shard] = await planOf({ config: settingsOf(sandbox, { organization_ids: IDS }) }, 1);
    expect(shard).to.not.have.property('max_calls');
  });

  it('is wrong usage if the configuration already names a shard', async () => {
    const config = { access_token: 'made-up-token', shard: '1/4' };
    const { exitCode, stdout, stderr } = await runCommand(['plan', ...argumentsOf({ config }), '--shards', '4']);
    expect({ exitCode, stdout }).to.deep.equal({ exitCode: 2, stdout: '' });
    expect(stderr).to.include('remove the setting shard');
  });

  for (const given of ['0', '-1', 'many', '2.5', '10000']) {
    it(`is wrong usage with --shards ${given}`, async () => {
      const { exitCode, stdout, stderr } = await runCommand(['plan', '--config', 'x', `--shards=${given}`]);
      expect({ exitCode, stdout }).to.deep.equal({ exitCode: 2, stdout: '' });
      expect(stderr).to.include('--shards takes an integer from 1 to 9999');
    });
  }

  it('is wrong usage without --shards', async () => {
    const { exitCode, stderr } = await runCommand(['plan', '--config', 'x']);
    expect(exitCode).to.equal(2);
    expect(stderr).to.include('shards');
  });
});

/** Resources whose name in the sandbox differs from that in LinkedIn's limits. */
const PARTS: Readonly<Record<string, string>> = {
  'socialActions/comments': 'socialActions',
  'socialActions/likes': 'socialActions',
  'industryTaxonomyVersions/industries': 'industries',
};

function countByResource(sandbox: Sandbox): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { resource } of sandbox.requests()) {
    const name = PARTS[String(resource)] ?? String(resource);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  counts.set('total', sandbox.requests().length);
  return counts;
}
