import { expect } from 'chai';
import type { Element, Row, RowContext } from '../../src/streams/entry.js';
import { STREAM_TABLE } from '../../src/streams/table.js';

const CONTEXT: RowContext = {
  organization: 'urn:li:organization:7',
  organizationId: 7,
  snapshotDate: '2026-11-22',
  granularity: 'DAY',
  post: '',
  locale: 'en_US',
  nameOf: () => null,
  formatSecond: (ms) => `${new Date(ms).toISOString().slice(0, 19)}Z`,
};

/** The single row that a stream makes of an element. */
function rowOf(stream: string, element: Element): Row {
  const [row, ...more] = STREAM_TABLE.find(({ name }) => name === stream)!.rows(element, CONTEXT);
  expect(more).to.deep.equal([]);
  return row!;
}

describe('rows', () => {
  for (const name of ['organization', 'organizationTarget', 'organizationalTarget']) {
    it(`of roles have organization, although LinkedIn calls it ${name}`, () => {
      const element = { role: 'ADMINISTRATOR', [name]: 'urn:li:organizationBrand:7' };
      expect(rowOf('organization_acls', element)).to.deep.equal({
        role: 'ADMINISTRATOR',
        organization: 'urn:li:organization:7',
        organization_id: 7,
      });
    });
  }

  it('of pages have a urn, whether LinkedIn sends $URN or not', () => {
    expect(rowOf('organization_lookup', { $URN: 'urn:li:organization:7' })).to.include({
      urn: 'urn:li:organization:7',
    });
    expect(rowOf('organization_lookup', { id: 7 })).to.include({ urn: 'urn:li:organization:7', id: 7 });
  });

  it('of share statistics spell uniqueImpressionsCount as in LinkedIn’s answers', () => {
    const element = { totalShareStatistics: { uniqueImpressionsCounts: 5, clickCount: 1 } };
    expect(rowOf('share_statistics', element)).to.deep.include({
      totalShareStatistics: { uniqueImpressionsCount: 5, clickCount: 1 },
    });
  });

  it('of follower gains drop empty facets, and keep others', () => {
    const element = {
      timeRange: { start: 0, end: 86_400_000 },
      followerGains: { organicFollowerGain: 1 },
      followerCountsByGeo: [],
      followerCountsBySeniority: [{ seniority: 'urn:li:seniority:1' }],
    };
    const row = rowOf('follower_statistics_time_bound', element);
    expect(row).not.to.have.property('followerCountsByGeo');
    expect(row).to.have.property('followerCountsBySeniority');
    expect(row).to.include({ time_range_start: '1970-01-01T00:00:00Z', time_range_end: '1970-01-02T00:00:00Z' });
  });
});
