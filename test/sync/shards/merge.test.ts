import { expect } from 'chai';
import * as fc from 'fast-check';
import type { StateValue } from '../../../src/singer/state.js';
import { loadStreams } from '../../../src/streams/load.js';
import { mergeStates, StateConflictError } from '../../../src/sync/state/merge/merge.js';
import { urn } from '../../support/sandboxes.js';

const streams = loadStreams({ snapshotHistory: false });
const TIMES = 'share_statistics_time_bound';

/** Merges states named `1`, `2`, …; `base` is null if unknown. */
function merge(base: StateValue | null, ...values: readonly StateValue[]): StateValue {
  return mergeStates({ base, states: values.map((value, place) => ({ name: `${place + 1}`, value })), streams });
}

function conflictsOf(base: StateValue | null, ...values: readonly StateValue[]): string {
  try {
    merge(base, ...values);
  } catch (error) {
    if (error instanceof StateConflictError) return error.message;
    throw error;
  }
  throw new Error('They were merged.');
}

const day = (number: number): string => `2026-11-${String(number).padStart(2, '0')}T00:00:00Z`;
const times = (number: number): object => ({ 'timeRange.end': day(number), time_granularity: 'DAY' });
const stateOf = (entries: Readonly<Record<number, number>>): StateValue => ({
  bookmarks: { [TIMES]: Object.fromEntries(Object.entries(entries).map(([id, at]) => [urn(Number(id)), times(at)])) },
});

/** What a shard's run may have made of a base: its own entries moved, all others passed on. */
const nights = fc.record({
  base: fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6'), fc.integer({ min: 1, max: 9 })),
  moved: fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8'), fc.integer({ min: 10, max: 28 })),
  owners: fc.array(fc.nat({ max: 3 }), { minLength: 9, maxLength: 9 }),
  deferred: fc.array(fc.option(fc.constantFrom('1', '2', '3', '4', '5', '6')), { minLength: 4, maxLength: 4 }),
});

type Night = typeof nights extends fc.Arbitrary<infer Value> ? Value : never;

function shardsOf({ base, moved, owners, deferred }: Night): { began: StateValue; ended: StateValue[] } {
  const began = { ...stateOf(base), resume: { completed: {}, next: [{ streams: [TIMES], organization: urn(1) }] } };
  const ended = [0, 1, 2, 3].map((shard): StateValue => {
    const own = Object.entries(moved).filter(([id]) => owners[Number(id)] === shard);
    const shards = [`${shard + 1}/4`];
    const streamsDone = { [TIMES]: own.map(([id]) => urn(Number(id))) };
    const next = deferred[shard]
      ? [{ streams: [TIMES], organization: urn(Number(deferred[shard])), shard: shards[0]! }]
      : [];
    const resume = { shards, completed: { '2026-11-22': { settings: 'a', streams: streamsDone } }, next };
    return { ...stateOf({ ...base, ...Object.fromEntries(own) }), resume };
  });
  return { began, ended };
}

describe('state merge', () => {
  it('keeps what each shard has changed, and loses nothing', () => {
    fc.assert(
      fc.property(nights, (night) => {
        const { began, ended } = shardsOf(night);
        expect(merge(began, ...ended).bookmarks).to.deep.equal(stateOf({ ...night.base, ...night.moved }).bookmarks);
      }),
    );
  });

  it('gives the same in any order and grouping, even with unchanged states', () => {
    fc.assert(
      fc.property(
        nights,
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        fc.nat({ max: 3 }),
        (night, order, killed) => {
          const { began, ended } = shardsOf(night);
          ended[killed] = began;
          const all = merge(began, ...ended);
          const [a, b, c, d] = order.map((place) => ended[place]!) as [StateValue, StateValue, StateValue, StateValue];
          expect(merge(began, a, b, c, d)).to.deep.equal(all);
          expect(merge(began, merge(began, a, b), merge(began, c, d))).to.deep.equal(all);
          expect(merge(began, merge(began, merge(began, a, b), c), d)).to.deep.equal(all);
          expect(merge(began, all, a)).to.deep.equal(all);
        },
      ),
    );
  });

  it('finds every conflict: exactly what two have changed differently', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 })), { maxLength: 6 }), (entries) => {
        const base = stateOf(Object.fromEntries(entries.map((_, id) => [id + 1, 10])));
        const [one, other] = [0, 1].map((side) =>
          stateOf(Object.fromEntries(entries.map((moves, id) => [id + 1, 10 + moves[side]!]))),
        );
        const wrong = entries.flatMap(([a, b], id) => (a !== 0 && b !== 0 && a !== b ? [urn(id + 1)] : []));
        const said = wrong.length === 0 ? '' : conflictsOf(base, one!, other!);
        if (wrong.length === 0) merge(base, one!, other!);
        expect(said.match(/urn:li:organization:\d+/g) ?? []).to.deep.equal(wrong);
      }),
    );
  });

  it('names the entry and files of a conflict', () => {
    expect(conflictsOf(stateOf({ 1: 1 }), stateOf({ 1: 2 }), stateOf({ 1: 1 }), stateOf({ 1: 3 }))).to.equal(
      `The states cannot be merged: bookmarks.${TIMES}.${urn(1)} differs in 1 and 3.`,
    );
  });

  it('keeps entries of unknown streams, and everything else in a state', () => {
    const base = { bookmarks: { other: { x: 1, y: 1 } }, kept: [1] };
    const merged = merge(
      base,
      { bookmarks: { other: { x: 2, y: 1 } }, kept: [1] },
      { bookmarks: { other: { x: 1, y: 3 } }, kept: [2] },
    );
    expect(merged).to.deep.equal({ bookmarks: { other: { x: 2, y: 3 } }, kept: [2] });
  });

  it('takes an empty state for a run that could not start', () => {
    const base = { ...stateOf({ 1: 1 }), unassigned: { posts: { lastModifiedAt: day(1) } } };
    expect(merge(base, { bookmarks: {} }, { ...stateOf({ 1: 2 }), unassigned: base.unassigned })).to.deep.equal({
      ...stateOf({ 1: 2 }),
      unassigned: base.unassigned,
    });
  });

  it('keeps entries without an organization until a run has assigned them', () => {
    const posts = { lastModifiedAt: day(1) };
    const base = { bookmarks: {}, unassigned: { posts } };
    expect(merge(base, base, base)).to.deep.equal(base);
    const out = { bookmarks: { posts: { [urn(1)]: posts } } };
    const read = { bookmarks: { posts: { [urn(1)]: { lastModifiedAt: day(9) } } } };
    expect(merge(base, out, read, base)).to.deep.equal(read);
    expect(merge(base, out, out)).to.deep.equal(out);
  });

  describe('without --base', () => {
    it('takes the furthest bookmark', () => {
      expect(merge(null, stateOf({ 1: 5, 2: 9 }), stateOf({ 1: 7 }), stateOf({ 2: 8, 3: 1 }))).to.deep.equal(
        stateOf({ 1: 7, 2: 9, 3: 1 }),
      );
    });

    it('has a conflict if entries without an order differ', () => {
      const comments = (count: number): StateValue => ({
        bookmarks: { comments: { [urn(1)]: { counts: { a: count } } } },
      });
      expect(conflictsOf(null, comments(1), comments(2))).to.include(`bookmarks.comments.${urn(1)} differs in 1 and 2`);
      expect(merge(null, comments(1), comments(1))).to.deep.equal(comments(1));
      const monthly = { bookmarks: { [TIMES]: { [urn(1)]: { ...times(20), time_granularity: 'MONTH' } } } };
      expect(conflictsOf(null, stateOf({ 1: 5 }), monthly)).to.include(`bookmarks.${TIMES}.${urn(1)}`);
    });
  });

  describe('of resume', () => {
    const completed = (settings: string, ...ids: number[]): object => ({
      settings,
      streams: { [TIMES]: ids.map(urn) },
    });
    const deferring = (shard: string, entry: object, next: number[]): StateValue => ({
      bookmarks: {},
      resume: {
        shards: [shard],
        completed: { '2026-11-22': entry },
        next: next.map((id) => ({ streams: [TIMES], organization: urn(id), shard })),
      },
    });

    it('unites what was completed, by day and settings, and keeps an entry for each shard', () => {
      const merged = merge(
        { bookmarks: {} },
        deferring('1/2', completed('a', 1, 2), [3]),
        deferring('2/2', completed('a', 5), [4]),
      );
      expect(merged['resume']).to.deep.equal({
        shards: ['1/2', '2/2'],
        completed: { '2026-11-22': completed('a', 1, 2, 5) },
        next: [
          { streams: [TIMES], organization: urn(3), shard: '1/2', turn: 0 },
          { streams: [TIMES], organization: urn(4), shard: '2/2', turn: 0 },
        ],
      });
    });

    it('keeps apart what was completed with other settings', () => {
      const merged = merge(
        { bookmarks: {} },
        deferring('1/2', completed('b', 1), [3]),
        deferring('2/2', completed('a', 5), [4]),
      );
      expect((merged['resume'] as { completed: object }).completed).to.deep.equal({
        '2026-11-22': [completed('a', 5), completed('b', 1)],
      });
    });

    it('is removed once every shard is there and none has anything left', () => {
      const done = (shard: string): StateValue => deferring(shard, completed('a', 1), []);
      expect(merge({ bookmarks: {} }, done('1/2'), done('2/2'))).to.deep.equal({ bookmarks: {} });
      expect(merge({ bookmarks: {} }, done('1/2'))).to.have.property('resume');
    });

    it('keeps the entry of a killed shard with those of the others', () => {
      const base = merge(
        { bookmarks: {} },
        deferring('1/2', completed('a', 1), [3]),
        deferring('2/2', completed('a', 5), [4]),
      );
      const merged = merge(base, base, deferring('2/2', completed('a', 5), [6]));
      expect((merged['resume'] as { next: object[] }).next).to.deep.equal([
        { streams: [TIMES], organization: urn(3), shard: '1/2', turn: 0 },
        { streams: [TIMES], organization: urn(6), shard: '2/2', turn: 0 },
      ]);
    });
  });
});
