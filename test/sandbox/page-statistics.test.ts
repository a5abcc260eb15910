import { expect } from 'chai';
import type { PageStatistics } from '../../src/sandbox/index.js';
import { call, CLOSED_SCHOOL, DAY, daysOf, NORTHWIND, useSandbox, type Reply } from './client.js';

const RESOURCE = '/rest/organizationPageStatistics';

interface FacetItem {
  readonly [key: string]: unknown;
  readonly pageStatistics: PageStatistics;
}

describe('sandbox: page statistics', () => {
  const sandbox = useSandbox();

  const read = (of = NORTHWIND, range?: string, granularity = 'DAY'): Promise<Reply> => {
    const url = `${RESOURCE}?q=organization&organization=urn%3Ali%3Aorganization%3A${of}`;
    if (range === undefined) return call(sandbox(), url);
    const [start, end] = range.split('/').map((text) => Date.parse(text));
    return call(
      sandbox(),
      `${url}&timeIntervals=(timeRange:(start:${start},end:${end}),timeGranularityType:${granularity})`,
    );
  };
  const totals = async (...query: Parameters<typeof read>): Promise<PageStatistics[]> =>
    (await read(...query)).json.elements.map(({ totalPageStatistics }) => totalPageStatistics as PageStatistics);
  const facet = (array: string): FacetItem[] => sandbox().truth.lifetimePages(NORTHWIND)[array] as FacetItem[];

  it('31: lifetime is one element with 27 views, none of them unique, and no clicks', async () => {
    const { json } = await read();
    expect(json.elements).to.deep.equal([sandbox().truth.lifetimePages(NORTHWIND)]);
    const [total] = await totals();
    expect(Object.keys(total?.views ?? {})).to.have.length(27);
    expect(total).to.have.all.keys('views');
    for (const counts of Object.values(total?.views ?? {})) expect(counts).to.have.all.keys('pageViews');
  });

  it('31: seniorities, functions and company sizes have every view, industries and places only allPageViews', () => {
    for (const [array, key, views] of [
      ['pageStatisticsBySeniority', 'seniority', 27],
      ['pageStatisticsByFunction', 'function', 27],
      ['pageStatisticsByStaffCountRange', 'staffCountRange', 27],
      ['pageStatisticsByTargetedContent', 'targetedContent', 27],
      ['pageStatisticsByIndustryV2', 'industryV2', 1],
      ['pageStatisticsByGeoCountry', 'geo', 1],
      ['pageStatisticsByGeo', 'geo', 1],
    ] as const) {
      const items = facet(array);
      expect(items, array).to.have.length.within(1, 100);
      for (const item of items) {
        expect(item).to.have.all.keys(key, 'pageStatistics');
        expect(Object.keys(item.pageStatistics.views), array).to.have.length(views);
        expect(item.pageStatistics.views).to.have.property('allPageViews');
      }
    }
  });

  it('31: a day adds unique views to some keys, and clicks', async () => {
    const days = await totals(NORTHWIND, '2026-09-01/2026-11-01');
    expect(days).to.have.length(61);
    for (const { views, clicks } of days) {
      expect(Object.keys(views)).to.have.length(27);
      expect(Object.values(views).filter((counts) => 'uniquePageViews' in counts)).to.have.length(13);
      expect(clicks).to.have.all.keys('desktopCustomButtonClickCounts', 'mobileCustomButtonClickCounts');
    }
    const buttons = days.flatMap(({ clicks }) => clicks?.['desktopCustomButtonClickCounts']);
    expect(buttons.length).to.be.greaterThan(0);
    for (const button of buttons) expect(button).to.have.all.keys('customButtonType', 'clicks');
  });

  it('31: desktop and mobile may add up to less than the total', () => {
    const { views } = sandbox().truth.pageMonth({ organization: NORTHWIND, day: '2026-09-01' }) ?? {};
    const count = (key: string): number => views?.[key]?.pageViews ?? 0;
    expect(count('allDesktopPageViews') + count('allMobilePageViews')).to.be.within(1, count('allPageViews') - 1);
  });

  it('31: for an inactive page everything is zero, and the facets are empty', async () => {
    const [element] = (await read(CLOSED_SCHOOL)).json.elements;
    const { organization: _, totalPageStatistics, ...facets } = element as Readonly<Record<string, unknown>>;
    const { views } = totalPageStatistics as PageStatistics;
    expect(Object.values(views).every(({ pageViews }) => pageViews === 0)).to.equal(true);
    expect(Object.values(facets)).to.deep.equal([[], [], [], [], [], [], []]);
  });

  it('31: answers like older versions, if so configured', async () => {
    sandbox().set({ pageViewsOld: true, pageClicksOld: true });
    const [element] = (await read()).json.elements;
    expect(element).to.include.keys('pageStatisticsByCountry', 'pageStatisticsByRegion', 'pageStatisticsByIndustry');
    expect(element).not.to.have.any.keys('pageStatisticsByIndustryV2', 'pageStatisticsByGeo');
    const [lifetime] = await totals();
    expect(Object.keys(lifetime?.views ?? {})).to.have.length(15);
    expect(lifetime?.clicks).to.have.all.keys('careersPageClicks', 'mobileCareersPageClicks');
    const [day] = await totals(NORTHWIND, '2026-11-01/2026-11-02');
    expect(day?.clicks).to.include.keys('careersPageClicks', 'desktopCustomButtonClickCounts');
  });

  it('32: the finder is organization, and does not accept organizationalEntity', async () => {
    const urn = `urn%3Ali%3Aorganization%3A${NORTHWIND}`;
    for (const query of [
      `q=organizationalEntity&organizationalEntity=${urn}`,
      `q=organization&organizationalEntity=${urn}`,
      `q=organization&organization=${urn}&organizationalEntity=${urn}`,
      'q=organization',
    ]) {
      expect((await call(sandbox(), `${RESOURCE}?${query}`)).status, query).to.equal(400);
    }
    const shares = `/rest/organizationalEntityShareStatistics?q=organization&organization=${urn}`;
    expect((await call(sandbox(), shares)).status).to.equal(400);
  });

  it('22, 25: days are full, half-open and as in the model, with the current one last', async () => {
    const { json } = await read(NORTHWIND, '2026-11-01/2026-11-30');
    expect(json.elements).to.have.length(22);
    for (const { timeRange, totalPageStatistics, organization } of json.elements) {
      expect(timeRange.end - timeRange.start).to.equal(DAY);
      const day = new Date(timeRange.start).toISOString().slice(0, 10);
      expect(totalPageStatistics).to.deep.equal(sandbox().truth.pageDay({ organization: NORTHWIND, day }));
      expect(organization).to.equal(`urn:li:organization:${NORTHWIND}`);
    }
  });

  it('23, 24, 27: they follow the rules of share statistics', async () => {
    expect((await read(NORTHWIND, '2026-11-01/2026-11-01')).status).to.equal(400);
    expect((await read(NORTHWIND, '2026-10-01/2026-11-01', 'WEEK')).status).to.equal(400);
    expect(daysOf(await read(NORTHWIND, '2025-11-01/2025-11-25'))[0]).to.equal('2025-11-22');
    const views = (): number | undefined =>
      sandbox().truth.pageDay({ organization: NORTHWIND, day: '2026-11-20' })?.views['allPageViews']?.pageViews;
    const young = views() ?? 0;
    sandbox().set({ now: '2026-11-29' });
    expect(young).to.be.within(1, (views() ?? 0) - 1);
    sandbox().set({ lateDays: { '*': { organizationPageStatistics: 2 } } });
    expect(daysOf(await read(NORTHWIND, '2026-11-20/2026-12-05')).at(-1)).to.equal('2026-11-27');
  });
});
