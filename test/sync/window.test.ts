import { expect } from 'chai';
import * as fc from 'fast-check';
import { firstServedDay, planWindow, type WindowQuestion } from '../../src/sync/window.js';

const DAY = 86_400_000;
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const iso = (ms: number): string => new Date(ms).toISOString();

/** Whether this is the start of a day or month, from the calendar alone. */
const isBorder = (ms: number, granularity: 'DAY' | 'MONTH'): boolean =>
  granularity === 'DAY' ? ms % DAY === 0 : iso(ms).endsWith('-01T00:00:00.000Z');

const ask = (question: Partial<WindowQuestion>): string => {
  const { window, lostDays } = planWindow({
    bookmark: null,
    startDate: null,
    endDate: day('2026-11-22'),
    servedSince: day('2025-11-22'),
    lookbackDays: 7,
    granularity: 'DAY',
    ...question,
  });
  const span = window ? `${iso(window.start).slice(0, 10)}..${iso(window.end).slice(0, 10)}` : 'nothing';
  return lostDays > 0 ? `${span} -${lostDays}` : span;
};

describe('the window of a time-bound stream', () => {
  const cases: readonly (readonly [string, Partial<WindowQuestion>, string])[] = [
    ['without bookmark starts at start_date', { startDate: day('2026-11-01') }, '2026-11-01..2026-11-22'],
    ['starts lookback_days before the bookmark', { bookmark: day('2026-11-20') }, '2026-11-13..2026-11-22'],
    [
      'does not look back beyond start_date',
      { bookmark: day('2026-11-20'), startDate: day('2026-11-18') },
      '2026-11-18..2026-11-22',
    ],
    [
      'leaves no gap after a bookmark older than start_date',
      { bookmark: day('2026-11-10'), startDate: day('2026-11-18') },
      '2026-11-10..2026-11-22',
    ],
    [
      'rounds a bookmark down to the day',
      { bookmark: day('2026-11-20') + 1, lookbackDays: 0 },
      '2026-11-20..2026-11-22',
    ],
    ['is empty if less than a day is left', { bookmark: day('2026-11-22'), lookbackDays: 0 }, 'nothing'],
    ['is empty if it ends at its start', { startDate: day('2026-11-22') }, 'nothing'],
    [
      'of months contains only full ones',
      { startDate: day('2026-08-15'), granularity: 'MONTH' },
      '2026-09-01..2026-11-01',
    ],
    [
      'of months keeps a start on the first day',
      { startDate: day('2026-08-01'), granularity: 'MONTH' },
      '2026-08-01..2026-11-01',
    ],
    [
      'of months starts at the first full one served',
      { startDate: day('2025-11-22'), granularity: 'MONTH' },
      '2025-12-01..2026-11-01',
    ],
    [
      'of months rereads one that the lookback reaches into',
      { bookmark: day('2026-11-01'), granularity: 'MONTH' },
      '2026-10-01..2026-11-01',
    ],
    ['of months is empty before a month is over', { startDate: day('2026-11-01'), granularity: 'MONTH' }, 'nothing'],
    ['counts lost days', { startDate: day('2025-11-20') }, '2025-11-22..2026-11-22 -2'],
  ];
  for (const [what, question, answer] of cases) it(what, () => expect(ask(question)).to.equal(answer));

  it('reaches back twelve calendar months, in a leap year to the last day of February', () => {
    expect(iso(firstServedDay(Date.parse('2026-11-22T23:59:59Z')))).to.equal('2025-11-22T00:00:00.000Z');
    expect(iso(firstServedDay(Date.parse('2024-02-29T12:00:00Z')))).to.equal('2023-02-28T00:00:00.000Z');
  });

  const instant = fc.integer({ min: day('2019-01-01'), max: day('2031-12-31') });
  const granularity = fc.constantFrom('DAY' as const, 'MONTH' as const);

  it('always contains full units, within what is served and requested', () => {
    fc.assert(
      fc.property(
        fc.record({
          now: instant,
          bookmark: fc.option(instant),
          startDaysAgo: fc.option(fc.integer({ min: 0, max: 900 })),
          endDaysAgo: fc.integer({ min: 0, max: 40 }),
          lookbackDays: fc.integer({ min: 0, max: 500 }),
          granularity,
        }),
        ({ now, bookmark, startDaysAgo, endDaysAgo, lookbackDays, granularity: unit }) => {
          const today = now - (now % DAY);
          const question = {
            bookmark,
            startDate: startDaysAgo === null ? null : today - startDaysAgo * DAY,
            endDate: today - endDaysAgo * DAY,
            servedSince: firstServedDay(now),
            lookbackDays,
            granularity: unit,
          };
          const { window, lostDays } = planWindow(question);
          expect(lostDays).to.be.at.least(0);
          if (!window) return;
          expect(window.start).to.be.at.least(question.servedSince).and.below(window.end);
          expect(window.end).to.be.at.most(question.endDate);
          expect([isBorder(window.start, unit), isBorder(window.end, unit)]).to.deep.equal([true, true]);
          if (bookmark !== null)
            expect(window.start).to.be.at.most(Math.max(bookmark, nextBorder(question.servedSince, unit)));
        },
      ),
    );
  });

  it('leaves no gap and forgets nothing, however often the tap runs and however late LinkedIn is', () => {
    const step = fc.record({ hours: fc.integer({ min: 0, max: 24 * 40 }), late: fc.integer({ min: 0, max: 5 }) });
    fc.assert(
      fc.property(
        fc.record({
          from: instant,
          steps: fc.array(step, { maxLength: 12 }),
          lookback: fc.integer({ min: 0, max: 40 }),
          granularity,
        }),
        ({ from, steps, lookback, granularity: unit }) => {
          let now = from;
          let bookmark: number | null = null;
          const startDate = nextBorder(from - 60 * DAY, unit);
          let covered = startDate;
          for (const { hours, late } of steps) {
            now += hours * 3_600_000;
            const today = now - (now % DAY);
            const { window } = planWindow({
              bookmark,
              startDate,
              endDate: today,
              servedSince: firstServedDay(now),
              lookbackDays: lookback,
              granularity: unit,
            });
            if (!window) continue;
            expect(window.start, 'no gap').to.be.at.most(Math.max(covered, nextBorder(firstServedDay(now), unit)));
            expect(window.end, 'as far as there is').to.equal(lastBorder(today, unit));
            // What LinkedIn returns ends with the last whole unit that is not late.
            const came: number = lastBorder(Math.min(window.end, today - late * DAY), unit);
            if (came <= window.start) continue;
            bookmark = Math.max(bookmark ?? came, came);
            covered = bookmark;
          }
        },
      ),
    );
  });
});

function nextBorder(ms: number, unit: 'DAY' | 'MONTH'): number {
  let border = Math.ceil(ms / DAY) * DAY;
  while (!isBorder(border, unit)) border += DAY;
  return border;
}

function lastBorder(ms: number, unit: 'DAY' | 'MONTH'): number {
  let border = Math.floor(ms / DAY) * DAY;
  while (!isBorder(border, unit)) border -= DAY;
  return border;
}
