import { expect } from 'chai';
import { call, NORTHWIND, useSandbox, type Body, type Reply } from './client.js';
import { walk } from './posts.js';

const TAXONOMY = '/v2/industryTaxonomyVersions/DEFAULT/industries';

describe('sandbox: standardized data', () => {
  const sandbox = useSandbox();
  /** Without a version, since /v2 has none. */
  const read = (url: string): Promise<Reply> => call(sandbox(), url, { headers: { 'linkedin-version': undefined } });
  const all = async (url: string): Promise<Body['elements']> =>
    (await walk(sandbox(), url)).flatMap(({ elements }) => elements);

  for (const [path, total] of [
    ['/v2/functions', 26],
    ['/v2/seniorities', 10],
    ['/v2/industries', 434],
    [TAXONOMY, 434],
  ] as const) {
    it(`44: ${path} has pages of ten by default, ${total} in all`, async () => {
      const { status, json } = await read(path);
      expect([status, json.elements.length]).to.deep.equal([200, 10]);
      expect(json.paging).to.deep.include({ start: 0, count: 10, total });
      expect((await read(`${path}?count=100`)).json.elements).to.have.length(Math.min(100, total));
      const ids = (await all(`${path}?count=100`)).map(({ id }) => id);
      expect(new Set(ids).size).to.equal(total);
    });
  }

  it('44: single ones are found by id, several by a batch that omits unknown ones', async () => {
    const engineering = { id: 8, $URN: 'urn:li:function:8', name: { localized: { en_US: 'Engineering' } } };
    expect((await read('/v2/functions/8')).json).to.deep.equal(engineering);
    expect((await read('/v2/functions/27')).status).to.equal(404);
    expect((await read('/v2/functions?ids=List(8,27)')).json).to.deep.equal({
      results: { 8: engineering },
      statuses: { 8: 200 },
      errors: {},
    });
    expect((await call(sandbox(), '/rest/seniorities/10')).json).to.deep.include({ id: 10 });
  });

  it('44: the taxonomy has each industry’s parent and children, in the existing versions', async () => {
    const industries = await all(`${TAXONOMY}?count=100`);
    for (const { id, parentId } of industries) {
      if (parentId === undefined) continue;
      const parent = industries.find((industry) => industry.id === parentId);
      expect(parent?.childrenIndustries).to.include(`urn:li:industry:${String(id)}`);
    }
    expect(industries.filter(({ parentId }) => parentId === undefined)).to.have.length(21);
    expect((await read('/v2/industryTaxonomyVersions/V2_7/industries/4')).json).to.deep.include({ parentId: 96 });
    expect((await read('/v2/industryTaxonomyVersions/V9/industries')).status).to.equal(404);
  });

  it('44: geos come one by one or in batches, never all; unknown ones are omitted', async () => {
    const france = {
      defaultLocalizedName: { locale: { country: 'US', language: 'en' }, value: 'France' },
      id: 105015875,
    };
    expect((await read('/v2/geo/105015875')).json).to.deep.equal(france);
    expect((await read('/v2/geo?ids=List(105015875,1)')).json.results).to.deep.equal({ 105015875: france });
    expect((await read('/v2/geo')).status).to.equal(400);
    expect((await read('/v2/geo/1')).status).to.equal(404);
  });

  it('44: names come in the requested locale, or in English if they have none in it', async () => {
    const names = async (locale: string): Promise<unknown[]> =>
      (await all(`/v2/seniorities?count=4&start=2&locale=${locale}`)).slice(0, 2).map(({ name }) => name);
    expect(await names('(language:de,country:DE)')).to.deep.equal([
      { localized: { de_DE: 'Berufseinstieg' } },
      { localized: { en_US: 'Senior' } },
    ]);
    expect(await names('(language:xx,country:YY)')).to.deep.equal(await names('(language:en,country:US)'));
    const { json } = await read('/v2/geo/105015875?locale=(language:de,country:DE)');
    expect(json['defaultLocalizedName']).to.deep.equal({
      locale: { country: 'DE', language: 'de' },
      value: 'Frankreich',
    });
    expect((await read('/v2/functions?locale=de_DE')).status).to.equal(400);
  });

  it('44: whatever the statistics mention has a name, except a few geos', () => {
    const { truth } = sandbox();
    const elements = [truth.lifetimeFollowers(NORTHWIND), truth.lifetimePages(NORTHWIND)];
    const urns = new Set(JSON.stringify(elements).match(/urn:li:(function|seniority|industry|geo):\d+/g));
    const unnamed = [...urns].filter((urn) => truth.nameOf(urn) === null);
    expect(urns.size).to.be.greaterThan(150);
    expect(unnamed.length).to.be.within(1, 6);
    expect(unnamed.every((urn) => urn.startsWith('urn:li:geo:'))).to.equal(true);
  });

  it('44b: countries and regions give a 404 unless switched on', async () => {
    expect((await read('/v2/countries')).json.message).to.equal('Resource countries does not exist');
    expect((await read('/v2/regions?count=100')).status).to.equal(404);
    sandbox().set({ oldGeography: true });
    const countries = await all('/v2/countries?count=5');
    expect(countries).to.have.length(12);
    expect((await read('/v2/countries/fr')).json).to.deep.equal({
      $URN: 'urn:li:country:fr',
      countryCode: 'fr',
      name: { locale: { country: 'US', language: 'en' }, value: sandbox().truth.nameOf('urn:li:country:fr') },
    });
    const regions = await all('/v2/regions?count=100');
    expect(regions[0]).to.have.all.keys('id', '$URN', 'name');
  });
});
