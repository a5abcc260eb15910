import { expect } from 'chai';
import * as fc from 'fast-check';
import { State, type StateValue } from '../../src/singer/state.js';
import { BucketBookmarks } from '../../src/sync/state/buckets.js';

const STREAM = 'share_statistics_time_bound';
const ORGANIZATION = 'urn:li:organization:104729384';
const day = fc.integer({ min: 0, max: 30_000 }).map((days) => days * 86_400_000);

const stateWith = (bookmark: unknown): State => new State({ bookmarks: { [STREAM]: { [ORGANIZATION]: bookmark } } });

describe('bookmarks of time-bound streams', () => {
  it('never go back, whatever the order of buckets', () => {
    fc.assert(
      fc.property(fc.option(day), fc.array(day, { minLength: 1 }), (before, ends) => {
        const state = before === null ? new State() : stateWith({ 'timeRange.end': new Date(before).toISOString() });
        const bookmarks = new BucketBookmarks(state, 'DAY');
        for (const end of ends) {
          const held = bookmarks.get(STREAM, ORGANIZATION) ?? -Infinity;
          bookmarks.advance({ stream: STREAM, organization: ORGANIZATION, end });
          expect(bookmarks.get(STREAM, ORGANIZATION)).to.be.at.least(held).and.at.least(end);
        }
        expect(bookmarks.get(STREAM, ORGANIZATION)).to.equal(Math.max(before ?? 0, ...ends));
      }),
    );
  });

  it('may go back only when the granularity changes, since both share one slot', () => {
    const state = stateWith({ 'timeRange.end': '2026-11-22T00:00:00Z', time_granularity: 'DAY' });
    const monthly = new BucketBookmarks(state, 'MONTH');
    expect(monthly.get(STREAM, ORGANIZATION)).to.be.null;
    monthly.advance({ stream: STREAM, organization: ORGANIZATION, end: Date.UTC(2026, 9, 1) });
    expect(state.bookmark(STREAM, ORGANIZATION)).to.deep.equal({
      'timeRange.end': '2026-10-01T00:00:00Z',
      time_granularity: 'MONTH',
    });
  });

  for (const [spelling, instant] of [
    ['2026-11-22T00:00:00Z', '2026-11-22'],
    ['2026-11-22T00:00:00', '2026-11-22'],
    ['2026-11-22', '2026-11-22'],
    ['2026-11-22T02:00:00+02:00', '2026-11-22'],
    ['2026-11-22T00:00:00.000000Z', '2026-11-22'],
  ] as const) {
    it(`read ${spelling} as UTC if it names no zone`, () => {
      const bookmarks = new BucketBookmarks(stateWith({ 'timeRange.end': spelling }), 'DAY');
      expect(bookmarks.get(STREAM, ORGANIZATION)).to.equal(Date.parse(`${instant}T00:00:00Z`));
    });
  }
});

describe('the state of a run', () => {
  const bookmark = fc.record({ key: fc.string(), more: fc.jsonValue() });
  const name = fc.string({ minLength: 1 }).filter((text) => text !== '__proto__');
  const states = fc.dictionary(name, fc.dictionary(name, bookmark)).map((bookmarks): StateValue => ({ bookmarks }));

  it('is passed on unchanged, whatever it contains', () => {
    fc.assert(
      fc.property(states, (value) => {
        expect(new State(value).value()).to.deep.equal(value);
      }),
    );
  });

  it('prints the same whatever the order in which its bookmarks moved', () => {
    const moves = fc.array(fc.record({ stream: name, organization: name }), { maxLength: 8 });
    fc.assert(
      fc.property(moves, (list) => {
        const print = (order: typeof list): string => {
          const state = new State();
          for (const at of order) state.setBookmark({ ...at, bookmark: { at: `${at.stream} ${at.organization}` } });
          return JSON.stringify(state.value());
        };
        expect(print(list.toReversed())).to.equal(print(list));
      }),
    );
  });
});
