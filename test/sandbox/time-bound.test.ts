import { expect } from 'chai';
import { call, CLOSED_SCHOOL, DAY, daysOf, FOLLOWERS, NORTHWIND, SHARES, statisticsUrl, useSandbox } from './client.js';
import type { Body, Element, Reply, Statistics, StatisticsQuery } from './client.js';

const YEAR = '2025-11-22/2026-11-22';
/** Exclusive end of the running day. */
const TOMORROW = '2026-11-23';

describe('sandbox: time-bound statistics', () => {
  const sandbox = useSandbox();
  const read = (resource: Statistics, options: StatisticsQuery = {}): Promise<Reply> =>
    call(sandbox(), statisticsUrl(resource, options));
  const elementsOf = async (resource: Statistics, options: StatisticsQuery): Promise<Body['elements']> =>
    (await read(resource, options)).json.elements;

  it('22: a year of days comes in one answer, with or without count and start', async () => {
    const url = statisticsUrl(SHARES, { range: YEAR });
    const { json } = await call(sandbox(), url);
    expect(json.elements).to.have.length(365);
    expect(json.paging).to.deep.equal({ start: 0, count: 10, links: [] });
    expect((await call(sandbox(), `${url}&start=10&count=5`)).json).to.deep.equal(json);
  });

  it('22: days are half-open and start at midnight UTC, even if the range does not', async () => {
    const whole = await elementsOf(SHARES, { range: '2026-11-01/2026-11-03' });
    expect(whole.map(({ timeRange }) => timeRange)).to.deep.equal(
      ['2026-11-01', '2026-11-02'].map((day) => ({ start: Date.parse(day), end: Date.parse(day) + DAY })),
    );
    const unaligned = await read(SHARES, { range: '2026-11-01T10:00:00Z/2026-11-03T09:00:00Z' });
    expect(daysOf(unaligned)).to.deep.equal(['2026-11-01', '2026-11-02', '2026-11-03']);
  });

  it('22: each day is as in the model', async () => {
    for (const { timeRange, totalShareStatistics } of await elementsOf(SHARES, { range: `2026-10-01/${TOMORROW}` })) {
      const day = new Date(timeRange.start).toISOString().slice(0, 10);
      expect(totalShareStatistics).to.deep.equal(sandbox().truth.shareDay({ organization: NORTHWIND, day }));
    }
    for (const { timeRange, followerGains } of await elementsOf(FOLLOWERS, { range: `2026-10-01/${TOMORROW}` })) {
      const day = new Date(timeRange.start).toISOString().slice(0, 10);
      expect(followerGains).to.deep.equal(sandbox().truth.followerDay({ organization: NORTHWIND, day }));
    }
  });

  it('22: weeks and months are the sums of their days', async () => {
    const [month] = await elementsOf(SHARES, { range: '2026-09-01/2026-10-01', granularity: 'MONTH' });
    const days = await elementsOf(SHARES, { range: '2026-09-01/2026-10-01' });
    expect(month?.timeRange).to.deep.equal({ start: Date.parse('2026-09-01'), end: Date.parse('2026-10-01') });
    expect(month?.totalShareStatistics.clickCount).to.equal(sum(days, ({ totalShareStatistics: of }) => of.clickCount));
    expect(month?.totalShareStatistics).to.deep.equal(
      sandbox().truth.shareMonth({ organization: NORTHWIND, day: '2026-09-09' }),
    );
    const weeks = await elementsOf(FOLLOWERS, { range: '2026-10-05/2026-10-19', granularity: 'WEEK' });
    const gained = await elementsOf(FOLLOWERS, { range: '2026-10-05/2026-10-19' });
    expect(weeks.map(({ timeRange }) => new Date(timeRange.start).getUTCDate())).to.deep.equal([5, 12]);
    const gain = ({ followerGains }: Element): number => followerGains.organicFollowerGain;
    expect(sum(weeks, gain)).to.equal(sum(gained, gain));
  });

  const tooLong = 'Start time and end time must be less than 14 months apart.';
  const tooShort = (unit: string): string =>
    `End time must be greater than start time by at least one multiple of the granularity type [${unit}]`;
  const refused = [
    ['DAY', '2025-09-22/2026-11-22', tooLong],
    ['DAY', '2026-11-01/2026-11-01', tooShort('DAY')],
    ['DAY', '2026-11-02/2026-11-01', tooShort('DAY')],
    ['DAY', '2026-11-01/2026-11-01T23:59:59.999Z', tooShort('DAY')],
    ['MONTH', '2026-10-01/2026-10-31T23:59:59.999Z', tooShort('MONTH')],
    ['MONTH', '2026-10-01/2026-12-01', 'End time must not be in the future'],
    ['WEEK', '2026-10-01/2026-11-01', 'Granularity type [WEEK] is not supported'],
  ] as const;
  for (const [granularity, range, why] of refused) {
    it(`23: share statistics reject ${granularity} with ${range}`, async () => {
      const [start, end] = range.split('/').map((text) => Date.parse(text));
      const { status, json } = await read(SHARES, { range, granularity });
      const asked = `{timeGranularityType=${granularity}, timeRange={start=${start}, end=${end}}}`;
      expect([status, json]).to.deep.equal([
        400,
        { status: 400, message: `Invalid timeIntervals parameter [${asked}]. ${why}` },
      ]);
    });
  }

  it('23: one day less than 14 months is answered, an unknown granularity is not', async () => {
    expect((await read(SHARES, { range: '2025-09-23/2026-11-22' })).status).to.equal(200);
    expect((await read(SHARES, { range: YEAR, granularity: 'HOUR' })).status).to.equal(400);
  });

  it('24: nothing older than 12 months is served', async () => {
    for (const resource of [SHARES, FOLLOWERS] as const) {
      expect(daysOf(await read(resource, { range: '2025-11-01/2025-11-25' }))[0]).to.equal('2025-11-22');
    }
    expect(await elementsOf(SHARES, { range: '2025-10-01/2025-11-01', granularity: 'MONTH' })).to.deep.equal([]);
  });

  it('25: followers end two days before today, shares with the current day', async () => {
    expect(daysOf(await read(FOLLOWERS, { range: `2026-11-15/${TOMORROW}` })).at(-1)).to.equal('2026-11-20');
    const shares = await read(SHARES, { range: `2026-11-15/2026-11-30` });
    expect(daysOf(shares).at(-1)).to.equal('2026-11-22');
    sandbox().set({ lateDays: { [NORTHWIND]: { [FOLLOWERS]: 3 }, '*': { '*': 1 } } });
    expect(daysOf(await read(FOLLOWERS, { range: `2026-11-10/${TOMORROW}` })).at(-1)).to.equal('2026-11-17');
    expect(daysOf(await read(SHARES, { range: `2026-11-10/${TOMORROW}` })).at(-1)).to.equal('2026-11-22');
    expect(daysOf(await read(SHARES, { of: CLOSED_SCHOOL, range: `2026-11-10/${TOMORROW}` })).at(-1)).to.equal(
      '2026-11-21',
    );
  });

  it('26: new days appear as the clock advances', async () => {
    const options = { range: '2026-11-15/2026-11-29' };
    expect(daysOf(await read(FOLLOWERS, options)).at(-1)).to.equal('2026-11-20');
    sandbox().set({ now: Date.parse('2026-11-25T00:00:00Z') });
    expect(daysOf(await read(FOLLOWERS, options)).at(-1)).to.equal('2026-11-23');
    expect(sandbox().config.now).to.equal('2026-11-25T00:00:00.000Z');
  });

  it('27: the last seven days are restated until they are frozen', async () => {
    const { truth } = sandbox();
    const impressions = (day: string): number | undefined =>
      truth.shareDay({ organization: NORTHWIND, day })?.impressionCount;
    const active = (await elementsOf(SHARES, { range: '2026-11-08/2026-11-22' })).filter(
      ({ totalShareStatistics }) => totalShareStatistics.impressionCount > 0,
    );
    expect(active).to.have.length.greaterThan(8);
    for (const { timeRange } of active) {
      const day = new Date(timeRange.start).toISOString().slice(0, 10);
      const final = truth.finalShareDay({ organization: NORTHWIND, day }).impressionCount;
      if (day >= '2026-11-15') expect(impressions(day), day).to.be.lessThan(final);
      else expect(impressions(day), day).to.equal(final);
    }
    sandbox().set({ restate: false });
    expect(impressions('2026-11-20')).to.equal(
      truth.finalShareDay({ organization: NORTHWIND, day: '2026-11-20' }).impressionCount,
    );
  });

  it('27: a day reaches its final value when the clock is seven days past it', () => {
    const { truth } = sandbox();
    const of = { organization: NORTHWIND, day: '2026-11-17' };
    const served = ['2026-11-18', '2026-11-21', '2026-11-24', '2026-11-25', '2026-12-25'].map((now) => {
      sandbox().set({ now });
      return truth.shareDay(of)?.impressionCount ?? 0;
    });
    const { impressionCount } = truth.finalShareDay(of);
    expect(served.slice(3)).to.deep.equal([impressionCount, impressionCount]);
    expect(served[0]).to.be.lessThan(served[1] ?? 0);
    expect(served[2]).to.be.lessThan(impressionCount);
    sandbox().set({ now: '2026-11-20' });
    expect(truth.followerDay(of)).not.to.deep.equal(truth.finalFollowerDay(of));
  });

  it('28: elements may come in random order, and quiet days may be omitted', async () => {
    const options = { range: '2026-08-01/2026-11-01' };
    const ordered = daysOf(await read(SHARES, options));
    expect(ordered).to.have.length(92);
    sandbox().set({ shuffle: true });
    const shuffled = daysOf(await read(SHARES, options));
    expect(shuffled).not.to.deep.equal(ordered);
    expect(shuffled).to.have.members(ordered);
    sandbox().set({ shuffle: false, omitEmptyDays: true });
    const active = await elementsOf(SHARES, options);
    expect(active).to.have.length.lessThan(92).and.greaterThan(60);
    expect(active.every(({ totalShareStatistics }) => totalShareStatistics.impressionCount > 0)).to.equal(true);
    expect(await elementsOf(FOLLOWERS, { ...options, of: CLOSED_SCHOOL })).to.deep.equal([]);
  });
});

function sum(elements: Body['elements'], read: (element: Element) => number): number {
  return elements.reduce((before, element) => before + read(element), 0);
}
