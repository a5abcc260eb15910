import { expect } from 'chai';
import * as fc from 'fast-check';
import { coverDays, type CoverageQuestion } from '../../../src/sync/outcome/coverage.js';
import type { PageEntry } from '../../../src/sync/outcome/ledger.js';

const DAY = 86_400_000;
const horizon = { from: 0, to: 100, due: 98 };

type Asked = Partial<Omit<CoverageQuestion, 'entry'>> & { entry?: Partial<Omit<PageEntry, 'before'>>; before?: number };

function ask({ entry, before, ...question }: Asked) {
  const none: PageEntry = { before: before === undefined ? null : before * DAY, asked: null, lost: null, came: [] };
  return coverDays({
    fate: 'read',
    after: null,
    horizon,
    skipsDays: false,
    ...question,
    entry: { ...none, ...entry },
  });
}

const inWords = (question: Asked): string =>
  ask(question)
    .stretches.map(({ state, from, to }) => `${state} ${from}-${to}`)
    .join(', ');

const days = (from: number, to: number) => ({ from, to });

describe('the days of a page and statistic', () => {
  const cases: readonly (readonly [string, Asked, string])[] = [
    [
      'that came for the first time are read',
      { entry: { asked: days(0, 100), came: [days(0, 100)] }, after: 100 },
      'read 0-100',
    ],
    [
      'that came again are restated, earlier ones read before, and only new ones read',
      { before: 90, entry: { asked: days(83, 100), came: [days(83, 100)] }, after: 100 },
      'read before 0-83, restated 83-90, read 90-100',
    ],
    [
      'that LinkedIn does not usually have yet are not yet served',
      { before: 97, entry: { asked: days(90, 100), came: [days(90, 98)] }, after: 98 },
      'read before 0-90, restated 90-97, read 97-98, not yet served 98-100',
    ],
    [
      'that should be there are behind',
      { before: 87, entry: { asked: days(80, 100), came: [days(80, 88)] }, after: 88 },
      'read before 0-80, restated 80-87, read 87-88, behind 88-98, not yet served 98-100',
    ],
    [
      'without data between others are quiet',
      { entry: { asked: days(90, 100), came: [days(90, 92), days(95, 100)] }, after: 100 },
      'read 90-92, quiet 92-95, read 95-100',
    ],
    [
      'that LinkedIn refuses are all refused, and those before the bookmark stay read before',
      { before: 90, entry: { asked: days(83, 100) }, fate: 'refused', after: 90 },
      'read before 0-90, refused 90-100',
    ],
    [
      'that failed, or were not reached, are behind',
      { before: 90, entry: { asked: days(83, 100) }, fate: 'left', after: 90 },
      'read before 0-90, behind 90-98, not yet served 98-100',
    ],
    [
      'that an outage put out of reach are named, but none before them',
      { before: -20, entry: { asked: days(0, 100), lost: days(-20, 0), came: [days(0, 100)] }, after: 100 },
      'out of reach -20-0, read 0-100',
    ],
    [
      'that were assumed out of reach but are served are read',
      { entry: { asked: days(0, 100), lost: days(-20, 0), came: [days(-10, 100)] }, after: 100 },
      'out of reach -20--10, read -10-100',
    ],
    ['with nothing left to request are read before', { before: 100, entry: {}, after: 100 }, 'read before 0-100'],
    [
      'of a page without any data are quiet, not behind',
      { entry: { asked: days(0, 100) } },
      'quiet 0-98, not yet served 98-100',
    ],
    [
      'of videos are read if requested, since days without views do not come',
      { before: 60, entry: { asked: days(53, 100) }, skipsDays: true, after: 61 },
      'read before 0-53, restated 53-60, read 60-100',
    ],
  ];
  for (const [what, question, expected] of cases) {
    it(what, () => expect(inWords(question)).to.equal(expected));
  }

  const stretch = fc
    .tuple(fc.integer({ min: -30, max: 100 }), fc.integer({ min: 1, max: 60 }))
    .map(([from, length]) => days(from, Math.min(100, from + length)));

  it('have one status each, in order, whatever came', () => {
    fc.assert(
      fc.property(
        fc.record({
          before: fc.option(fc.integer({ min: -40, max: 100 }), { nil: undefined }),
          asked: fc.option(stretch, { nil: null }),
          came: fc.array(fc.integer({ min: 0, max: 98 }), { maxLength: 4 }),
          fate: fc.constantFrom(
            'left' as const,
            'read' as const,
            'read earlier' as const,
            'refused' as const,
            'failed' as const,
          ),
          skipsDays: fc.boolean(),
        }),
        ({ before, asked, came, ...rest }) => {
          const ordered = [...new Set(came)].sort((one, other) => one - other).map((day) => days(day, day + 1));
          const { stretches } = ask({
            ...(before !== undefined && { before }),
            entry: { asked, came: ordered },
            ...rest,
          });
          for (const [place, { from, to }] of stretches.entries()) {
            expect(from).to.be.below(to);
            expect(from).to.be.at.least(stretches[place - 1]?.to ?? -Infinity);
          }
        },
      ),
    );
  });
});
