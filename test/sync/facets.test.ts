import { expect } from 'chai';
import type { Sandbox } from '../../src/sandbox/index.js';
import { STREAM_TABLE } from '../../src/streams/table.js';
import { select } from '../support/catalogs.js';
import { expectRecord } from '../support/holding.js';
import type { Json, TapRun } from '../support/output.js';
import { facetOf } from '../support/rows.js';
import { callsOf, LABS, settingsOf, TURBINES, urn, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

const IDS = [TURBINES, LABS];
const FACETS = STREAM_TABLE.filter((stream) => facetOf(stream) !== null);
const NAMES = FACETS.map(({ name }) => name);
const FOLLOWERS = 'organizationalEntityFollowerStatistics';
const PAGES = 'organizationPageStatistics';

const rowsOf = (run: TapRun, stream: string, id: number): Json[] =>
  run.records(stream).filter((record) => record['organization_id'] === id);

describe('facet streams', () => {
  const start = useSandbox();

  const read = async (sandbox: Sandbox, settings: object = {}, streams = NAMES): Promise<TapRun> =>
    await runTap({ config: settingsOf(sandbox, { organization_ids: IDS, ...settings }), catalog: select(...streams) });

  it('number fourteen', () => expect(NAMES).to.have.length(14));

  for (const stream of FACETS) {
    const { name, keyProperties } = stream;
    const isOfPages = name.startsWith('page_');

    it(`${name} has a row for each item of its facet, nothing lost`, async () => {
      const sandbox = await start();
      const run = await read(sandbox, {}, [name]);
      expect(run.records(name)).not.to.be.empty;
      const [owner, column] = keyProperties as [string, string];
      for (const id of IDS) {
        const truth = isOfPages ? sandbox.truth.lifetimePages(id) : sandbox.truth.lifetimeFollowers(id);
        const items = truth[facetOf(stream)!] as Json[];
        const rows = rowsOf(run, name, id);
        expect(rows).to.have.length(items.length);
        for (const [index, item] of items.entries()) {
          const { [column]: value, industryV2, pageStatistics, ...rest } = item;
          expectRecord(
            { run, stream: name, record: rows[index] },
            {
              truth: { ...rest, ...(pageStatistics as Json | undefined) },
              own: {
                [owner]: urn(id),
                organization_id: id,
                [column]: value ?? industryV2 ?? 'UNSPECIFIED',
                snapshot_date: '2026-11-22',
              },
            },
          );
        }
      }
      expect(run.exitCode).to.equal(0);
    });
  }

  it('use UNSPECIFIED for an item without a value', async () => {
    const sandbox = await start();
    const run = await read(sandbox, {}, ['follower_counts_by_association_type']);
    const rows = rowsOf(run, 'follower_counts_by_association_type', TURBINES);
    expect(rows.map(({ associationType }) => associationType)).to.include('UNSPECIFIED');
  });

  it('cost no statistics calls beyond one per endpoint and organization', async () => {
    const sandbox = await start();
    await read(sandbox, {}, [...NAMES, 'follower_statistics', 'page_statistics']);
    expect(callsOf(sandbox).toSorted()).to.deep.equal(
      [FOLLOWERS, FOLLOWERS, PAGES, PAGES].map((resource) => `${resource} 200`).toSorted(),
    );
  });

  it('have no rows, and no error, if LinkedIn leaves the facets out or empty', async () => {
    const element = { organizationalEntity: urn(TURBINES), followerCountsByGeo: [], followerCountsByFunction: null };
    const bodies = [FOLLOWERS, PAGES].map((resource) => ({
      kind: 'status' as const,
      status: 200,
      body: { elements: [element] },
      match: { resource },
      times: 'always' as const,
    }));
    const sandbox = await start({ faults: bodies });
    const run = await read(sandbox, { organization_ids: [TURBINES] }, [...NAMES, 'follower_statistics']);
    for (const name of NAMES) expect(run.records(name), name).to.deep.equal([]);
    const [record] = run.records('follower_statistics');
    expect(record).to.deep.include({ followerCountsByGeo: [], followerCountsByFunction: null });
    expect(record).to.deep.include({ followerCountsByIndustry: null, additional_fields: null });
    expect(run.exitCode).to.equal(0);
  });

  it('have no rows for a page without followers and views', async () => {
    const sandbox = await start({ organizations: [{ id: 5, inactive: true }] });
    const run = await read(sandbox, { organization_ids: [5] });
    for (const name of NAMES) expect(run.records(name), name).to.deep.equal([]);
    expect(run.exitCode).to.equal(0);
  });

  it('have the day in their keys with snapshot_history', async () => {
    const sandbox = await start();
    const run = await read(sandbox, { snapshot_history: true });
    for (const { name, keyProperties } of FACETS) {
      expect(run.schemas.get(name)!.key_properties, name).to.deep.equal([...keyProperties, 'snapshot_date']);
    }
  });

  it('write no SCHEMA before their first record with skip_empty_streams', async () => {
    const sandbox = await start({ organizations: [{ id: 5, inactive: true }] });
    const settings = { organization_ids: [5], skip_empty_streams: true };
    const run = await read(sandbox, settings, [...NAMES, 'follower_statistics']);
    expect([...run.schemas.keys()]).to.deep.equal(['follower_statistics']);
  });
});
