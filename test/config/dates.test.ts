import { expect } from 'chai';
import * as fc from 'fast-check';
import { parseDay, parseInstant, parseStartDay, startOfDay } from '../../src/config/dates.js';

const DAY = 86_400_000;
const NOON = Date.parse('2026-11-22T12:34:56.789Z');

const day = (text: string, now: number | string = NOON): string | undefined => {
  const parsed = parseDay(text, typeof now === 'string' ? Date.parse(now) : now);
  return parsed === undefined ? undefined : new Date(parsed).toISOString();
};

describe('date phrases', () => {
  const understood: readonly (readonly [phrase: string, day: string])[] = [
    ['2024-02-29', '2024-02-29'],
    ['2024-02-29T23:59:59Z', '2024-02-29'],
    ['2024-02-29T23:59', '2024-02-29'],
    ['2026-11-21T02:45:57.042525', '2026-11-21'],
    ['2024-01-01 06:00:00', '2024-01-01'],
    ['2024-01-01t06:00:00z', '2024-01-01'],
    ['today', '2026-11-22'],
    ['now', '2026-11-22'],
    ['Yesterday', '2026-11-21'],
    ['0 days ago', '2026-11-22'],
    ['1 day ago', '2026-11-21'],
    ['2 weeks ago', '2026-11-08'],
    ['1 MONTH AGO', '2026-10-22'],
    ['\t 3  years   ago \n', '2023-11-22'],
  ];
  for (const [phrase, expected] of understood) {
    it(`reads ${JSON.stringify(phrase)} as ${expected} 00:00 UTC`, () => {
      expect(day(phrase)).to.equal(`${expected}T00:00:00.000Z`);
    });
  }

  const refused = [
    '',
    'last run',
    'tomorrow',
    '2024',
    '2024-13-01',
    '2023-02-29',
    '20240101',
    '2024-W05',
    '12:30',
    '2024-01-01T25:00:00Z',
    '2024-01-01T00:00:00+99:00',
    '0000-01-01',
    '10000-01-01',
    '-2024-01-01',
    '2024-01-01 or so',
    'today-1',
    'a week ago',
    '-1 days ago',
    '1.5 days ago',
    '1e3 days ago',
    '3 hours ago',
    '3000 years ago',
    '9999999 days ago',
    `${'9'.repeat(400)} years ago`,
    '1'.repeat(100_000),
    'toString',
    '__proto__',
  ];
  for (const phrase of refused) {
    it(`refuses ${JSON.stringify(phrase.slice(0, 40))}`, () => expect(day(phrase)).to.be.undefined);
  }

  it('converts an offset to UTC before the day is taken', () => {
    expect(day('2024-01-01T00:30:00+02:00')).to.equal('2023-12-31T00:00:00.000Z');
    expect(day('2024-01-01T23:30:00-0100')).to.equal('2024-01-02T00:00:00.000Z');
  });

  it('rejects a date that an offset moves out of the years 0001 to 9999', () => {
    expect(day('0001-01-01T00:00:00+01:00')).to.be.undefined;
    expect(day('9999-12-31T23:30:00-01:00')).to.be.undefined;
  });

  it('takes one month before the 31st as the last day of a shorter month', () => {
    expect(day('1 month ago', '2026-03-31T10:00:00Z')).to.equal('2026-02-28T00:00:00.000Z');
    expect(day('1 month ago', '2024-03-31T10:00:00Z')).to.equal('2024-02-29T00:00:00.000Z');
    expect(day('1 year ago', '2024-02-29T10:00:00Z')).to.equal('2023-02-28T00:00:00.000Z');
  });

  it('accepts `last run` for the start only, in upper or lower case', () => {
    expect(parseStartDay(' Last  Run ', NOON)).to.be.null;
    expect(parseStartDay('yesterday', NOON)).to.equal(startOfDay(NOON) - DAY);
    expect(parseStartDay('last runs', NOON)).to.be.undefined;
  });

  it('keeps the time of an instant', () => {
    expect(parseInstant('2026-11-22T06:00:00.250')).to.equal(Date.parse('2026-11-22T06:00:00.250Z'));
    expect(parseInstant('today')).to.be.undefined;
  });

  const instants = fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2200-01-01') });
  const units = fc.constantFrom('day', 'days', 'week', 'weeks', 'month', 'months', 'year', 'years');

  it('reads `N units ago` as 00:00 UTC of a day that is never later than now, however large N is', () => {
    fc.assert(
      fc.property(instants, fc.bigInt({ min: 0n, max: 10n ** 30n }), units, (now, count, unit) => {
        const parsed = parseDay(`${count} ${unit} ago`, now);
        if (count < 1000n) expect(parsed).to.be.a('number');
        if (parsed === undefined) return;
        expect(parsed % DAY === 0 && parsed <= now).to.be.true;
      }),
    );
  });

  it('goes back N days as N times 24 hours, since UTC has no summer time', () => {
    fc.assert(
      fc.property(instants, fc.nat(1000), (now, count) => {
        expect(parseDay(`${count} days ago`, now)).to.equal(startOfDay(now) - count * DAY);
      }),
    );
  });

  it('reads every day that it prints', () => {
    const days = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, instants, (date, now) => {
        const text = date.toISOString();
        expect(day(text.slice(0, 10), now)).to.equal(`${text.slice(0, 10)}T00:00:00.000Z`);
        expect(parseInstant(text)).to.equal(date.getTime());
      }),
    );
  });

  it('turns any text into a midnight or nothing', () => {
    fc.assert(
      fc.property(fc.string(), instants, (text, now) => {
        const parsed = parseDay(text, now);
        expect(parsed === undefined || parsed % DAY === 0).to.be.true;
      }),
    );
  });
});
