import { expect } from 'chai';
import type { Sandbox } from '../../src/sandbox/index.js';
import { select } from '../support/catalogs.js';
import { expectRecord } from '../support/holding.js';
import type { Json, TapRun } from '../support/output.js';
import { callsTo } from '../support/posts.js';
import { LABS, settingsOf, TURBINES, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

const LISTS = [
  { stream: 'functions', kind: 'function', resource: 'functions' },
  { stream: 'seniorities', kind: 'seniority', resource: 'seniorities' },
  { stream: 'industries', kind: 'industry', resource: 'industryTaxonomyVersions/industries' },
] as const;
/** Facet streams, with the columns that hold the URN and its name. */
const NAMED = ['function', 'seniority', 'industry', 'geo', 'geo_country'].flatMap((facet) => {
  const column = facet.replace('_country', '');
  const names = [`follower_counts_by_${facet}`, `page_statistics_by_${facet}`];
  return names.map((stream) => ({ stream, column, name: `${column}_name` }));
});
const FACETS = NAMED.map(({ stream }) => stream);

describe('names of standardized URNs', () => {
  const start = useSandbox();

  const read = async (sandbox: Sandbox, streams: readonly string[], settings: object = {}): Promise<TapRun> => {
    const config = settingsOf(sandbox, { organization_ids: [TURBINES, LABS], ...settings });
    return await runTap({ config, catalog: select(...streams) });
  };

  function expectNames(run: TapRun, nameOf: (urn: string) => string | null): void {
    for (const { stream, column, name } of NAMED) {
      expect(run.records(stream), stream).not.to.be.empty;
      for (const record of run.records(stream)) expect(record[name], stream).to.equal(nameOf(String(record[column])));
    }
  }

  it('are in facet rows if the streams that have them are selected', async () => {
    const sandbox = await start();
    const run = await read(sandbox, [...FACETS, 'functions', 'seniorities', 'industries', 'geos']);
    expectNames(run, (urn) => sandbox.truth.nameOf(urn));
    expect(run.exitCode).to.equal(0);
  });

  it('are there with resolve_names, whatever is selected', async () => {
    const sandbox = await start();
    const run = await read(sandbox, FACETS, { resolve_names: true });
    expectNames(run, (urn) => sandbox.truth.nameOf(urn));
    expect([...run.schemas.keys()]).to.have.members(FACETS);
  });

  it('are in the requested locale, or in English if there is none', async () => {
    const sandbox = await start();
    const run = await read(sandbox, FACETS, { resolve_names: true, locale: 'de_DE' });
    expectNames(run, (urn) => sandbox.truth.nameOf(urn, 'de_DE'));
    expect(sandbox.truth.nameOf('urn:li:function:8', 'de_DE')).not.to.equal(sandbox.truth.nameOf('urn:li:function:8'));
  });

  it('are null if not requested, and cost no call', async () => {
    const sandbox = await start();
    expectNames(await read(sandbox, FACETS), () => null);
    expect(sandbox.requests()).to.have.length(4);
  });

  it('of geos that LinkedIn does not know are null, and their rows are still written', async () => {
    const sandbox = await start();
    const run = await read(sandbox, ['follower_counts_by_geo', 'geos']);
    const unknown = run.records('follower_counts_by_geo').filter(({ geo_name }) => geo_name === null);
    expect(unknown).not.to.be.empty;
    const known = new Set(run.records('geos').map(({ urn }) => urn));
    for (const { geo } of unknown) expect(known.has(geo)).to.be.false;
    expect(run.exitCode).to.equal(0);
  });

  it('of geos are looked up fifty at a time, each once per run', async () => {
    const sandbox = await start();
    const streams = ['follower_counts_by_geo', 'page_statistics_by_geo', 'follower_counts_by_geo_country'];
    const run = await read(sandbox, [...streams, 'geos']);
    const mentioned = new Set(LABS_AND_TURBINES.flatMap((id) => geosOf(sandbox, id)));
    const asked = callsTo(sandbox, 'geo').map((url) => /ids=List\(([\d,]+)\)/.exec(url)![1]!.split(','));
    expect(asked)
      .to.have.length(Math.ceil(mentioned.size / 50))
      .above(1);
    expect(asked.flat().map((id) => `urn:li:geo:${id}`)).to.have.members([...mentioned]);
    const known = [...mentioned].filter((urn) => sandbox.truth.nameOf(urn) !== null);
    expect(run.records('geos').map(({ urn }) => urn)).to.have.members(known);
    for (const { urn, name_text } of run.records('geos')) expect(name_text).to.equal(sandbox.truth.nameOf(String(urn)));
  });

  for (const streams of [['follower_counts_by_geo'], ['follower_counts_by_geo', 'geos']]) {
    it(`of geos are null with one warning if BATCH_GET is refused (${streams.join()})`, async () => {
      const body = { status: 403, code: 'ACCESS_DENIED', message: 'Not enough permissions to access: geo.BATCH_GET' };
      const sandbox = await start({
        faults: [
          { kind: 'status', status: 403, body, match: { resource: 'geo', method: 'BATCH_GET' }, times: 'always' },
        ],
      });
      const run = await read(sandbox, streams, { resolve_names: true });
      expect(run.records('follower_counts_by_geo')).not.to.be.empty;
      for (const { geo_name } of run.records('follower_counts_by_geo')) expect(geo_name).to.be.null;
      expect(run.logged('WARNING')).to.have.length(1);
      expect(callsTo(sandbox, 'geo')).to.have.length(1);
      expect(run.exitCode).to.equal(0);
    });
  }

  it('that cannot be read are missing in rows, with a warning', async () => {
    const sandbox = await start({
      faults: [{ kind: 'status', status: 404, body: {}, match: { resource: 'functions' }, times: 'always' }],
    });
    const run = await read(sandbox, ['follower_counts_by_function'], { resolve_names: true });
    expect(run.records('follower_counts_by_function')).not.to.be.empty;
    for (const { function_name } of run.records('follower_counts_by_function')) expect(function_name).to.be.null;
    expect(run.logged('WARNING')).to.have.length(1);
    expect(run.exitCode).to.equal(0);
  });
});

describe('standardized data', () => {
  const start = useSandbox();

  const read = async (sandbox: Sandbox, streams: readonly string[]): Promise<TapRun> => {
    const config = settingsOf(sandbox, { organization_ids: [TURBINES] });
    return await runTap({ config, catalog: select(...streams) });
  };

  it('costs about seven calls per run', async () => {
    const sandbox = await start();
    const run = await read(sandbox, ['functions', 'industries', 'seniorities']);
    const industries = Math.ceil(run.records('industries').length / 100);
    expect(sandbox.requests())
      .to.have.length(2 + industries)
      .below(9);
    expect(run.records('functions')).to.have.length(26);
    expect(run.records('seniorities')).to.have.length(10);
  });

  for (const { stream, kind } of LISTS) {
    it(`${stream} have a name each`, async () => {
      const sandbox = await start();
      const run = await read(sandbox, [stream]);
      for (const record of run.records(stream)) {
        const urn = `urn:li:${kind}:${String(record['id'])}`;
        const text = sandbox.truth.nameOf(urn);
        expect(record).to.include({ urn, name_text: text }).and.have.nested.property('name.localized');
        expect((record['name'] as Json)['localized']).to.deep.equal({ en_US: text });
      }
      expect(run.exitCode).to.equal(0);
    });
  }

  it('of industries keeps their place in the tree, given by URNs or numbers', async () => {
    const sandbox = await start();
    const told = await read(sandbox, ['industries']);
    const parents = told
      .records('industries')
      .filter(({ childrenIndustries }) => (childrenIndustries as []).length > 0);
    expect(parents).not.to.be.empty;
    for (const { id, childrenIndustries } of parents) {
      const children = told.records('industries').filter(({ parentId }) => parentId === id);
      expect(children.map(({ urn }) => urn)).to.have.members(childrenIndustries as string[]);
    }
    const patch = { elements: { childrenIndustries: [4, 96] } };
    sandbox.set({
      faults: [{ kind: 'extra', match: { resource: LISTS[2].resource }, times: 'always', patch }],
    });
    const [record] = (await read(sandbox, ['industries'])).records('industries');
    expect(record).to.deep.include({ childrenIndustries: ['urn:li:industry:4', 'urn:li:industry:96'] });
  });

  it('of countries and regions comes if LinkedIn still has them', async () => {
    const sandbox = await start({ oldGeography: true });
    const run = await read(sandbox, ['countries', 'regions']);
    const [country] = run.records('countries');
    expectRecord(
      { run, stream: 'countries', record: country },
      {
        truth: {
          countryCode: 'fr',
          name: { locale: { country: 'US', language: 'en' }, value: 'France' },
        },
        own: { id: 'fr', urn: 'urn:li:country:fr', name_text: 'France' },
      },
    );
    for (const { id, urn, name_text } of run.records('regions')) {
      expect(urn).to.equal(`urn:li:region:${String(id)}`);
      expect(name_text).to.equal(sandbox.truth.nameOf(String(urn)));
    }
  });

  it('of countries and regions is missing if they are retired: a warning each, and exit 0', async () => {
    const sandbox = await start();
    const run = await read(sandbox, ['countries', 'regions', 'functions']);
    expect(run.logged('WARNING')).to.have.length(2);
    expect(run.records('functions')).to.have.length(26);
    expect(run.exitCode).to.equal(0);
  });
});

const LABS_AND_TURBINES = [TURBINES, LABS];

/** The geos that an organization's facets mention. */
function geosOf({ truth }: Sandbox, id: number): string[] {
  const lists = [
    ...['followerCountsByGeo', 'followerCountsByGeoCountry'].map((name) => truth.lifetimeFollowers(id)[name]),
    ...['pageStatisticsByGeo', 'pageStatisticsByGeoCountry'].map((name) => truth.lifetimePages(id)[name]),
  ] as Json[][];
  return lists.flat().map(({ geo }) => String(geo));
}
