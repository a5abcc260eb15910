import { expect } from 'chai';
import { call, CLOSED_SCHOOL, FOLLOWERS, NORTHWIND, SHARES, statisticsUrl, useSandbox } from './client.js';
import type { Body, Reply, Statistics, StatisticsQuery } from './client.js';

const YEAR = '2025-11-22/2026-11-22';

describe('sandbox: statistics', () => {
  const sandbox = useSandbox();
  const read = (resource: Statistics, options: StatisticsQuery = {}): Promise<Reply> =>
    call(sandbox(), statisticsUrl(resource, options));
  const elementsOf = async (resource: Statistics, options: StatisticsQuery): Promise<Body['elements']> =>
    (await read(resource, options)).json.elements;

  it('21: lifetime statistics are one element', async () => {
    const shares = await elementsOf(SHARES, {});
    expect(shares).to.deep.equal([
      {
        totalShareStatistics: sandbox().truth.lifetimeShares(NORTHWIND),
        organizationalEntity: `urn:li:organization:${NORTHWIND}`,
      },
    ]);
    expect(shares[0]?.totalShareStatistics).to.include.keys('shareMentionsCount', 'commentMentionsCount');
    expect(await elementsOf(FOLLOWERS, {})).to.deep.equal([sandbox().truth.lifetimeFollowers(NORTHWIND)]);
  });

  it('21: for an inactive page they are zeros and seven empty arrays', async () => {
    const [shares] = await elementsOf(SHARES, { of: CLOSED_SCHOOL });
    expect(Object.values(shares?.totalShareStatistics ?? {}))
      .to.have.length(9)
      .and.satisfy(isZeros);
    const [followers] = await elementsOf(FOLLOWERS, { of: CLOSED_SCHOOL });
    const arrays = Object.entries(followers ?? {}).filter(([key]) => key.startsWith('followerCountsBy'));
    expect(arrays.map(([, items]) => items)).to.deep.equal([[], [], [], [], [], [], []]);
    expect(sandbox().truth.totalFollowers(CLOSED_SCHOOL)).to.equal(0);
  });

  it('29: likes of -1, engagement above 1 and exact quotients occur', async () => {
    const days = (await elementsOf(SHARES, { range: YEAR })).map(({ totalShareStatistics }) => totalShareStatistics);
    for (const { impressionCount, clickCount, likeCount, commentCount, shareCount, engagement } of days) {
      const quotient = (clickCount + likeCount + commentCount + shareCount) / impressionCount;
      expect(engagement).to.equal(impressionCount === 0 ? 0 : quotient);
    }
    expect(days.some(({ likeCount }) => likeCount === -1)).to.equal(true);
    expect(days.some(({ engagement }) => engagement > 1)).to.equal(true);
    expect(days.some(({ engagement }) => engagement >= 1 && Number.isInteger(engagement))).to.equal(true);
  });

  it('29: uniqueImpressionsCount may be missing in some elements, and an integral engagement written 0.0', async () => {
    const missing = async (): Promise<number> =>
      (await elementsOf(SHARES, { range: YEAR })).filter(
        ({ totalShareStatistics }) => !('uniqueImpressionsCount' in totalShareStatistics),
      ).length;
    expect(await missing()).to.equal(0);
    sandbox().set({ omitUniqueImpressions: true });
    expect(await missing()).to.be.within(50, 150);
    expect((await read(SHARES, { of: CLOSED_SCHOOL })).text).to.match(/"engagement":0[,}]/);
    sandbox().set({ integerEngagement: '0.0' });
    expect((await read(SHARES, { of: CLOSED_SCHOOL })).text).to.match(/"engagement":0\.0[,}]/);
  });

  it('30: some days lose followers', async () => {
    const gains = (await elementsOf(FOLLOWERS, { range: YEAR })).map(({ followerGains }) => followerGains);
    expect(gains.some(({ organicFollowerGain }) => organicFollowerGain < 0)).to.equal(true);
    expect(gains.some(({ paidFollowerGain }) => paidFollowerGain > 0)).to.equal(true);
  });

  it('30: a facet has at most 100 items, which add up to less than the followers', () => {
    const { organizationalEntity: _, ...facets } = sandbox().truth.lifetimeFollowers(NORTHWIND);
    const arrays = Object.values(facets) as { followerCounts: { organicFollowerCount: number } }[][];
    expect(arrays).to.have.length(7);
    for (const items of arrays) {
      expect(items).to.have.length.within(1, 100);
      const total = items.reduce((before, { followerCounts }) => before + followerCounts.organicFollowerCount, 0);
      expect(total).to.be.lessThan(sandbox().truth.totalFollowers(NORTHWIND));
    }
    expect(facets['followerCountsByGeo']).to.have.length(100);
    const associations = facets['followerCountsByAssociationType'] as Record<string, unknown>[];
    expect(associations.map(({ associationType }) => associationType)).to.deep.equal(['EMPLOYEE', undefined]);
  });
});

function isZeros(values: unknown[]): boolean {
  return values.every((value) => value === 0);
}
