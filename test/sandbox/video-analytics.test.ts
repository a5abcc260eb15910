import { expect } from 'chai';
import { call, DAY, NORTHWIND, useSandbox, type Body, type Reply } from './client.js';

interface Plays {
  readonly value: number;
  readonly timeRange: { readonly start: number; readonly end: number };
}

describe('sandbox: video analytics', () => {
  const sandbox = useSandbox();
  const videos = (): string[] =>
    sandbox()
      .truth.posts(NORTHWIND)
      .flatMap(({ id, content }) => (JSON.stringify(content ?? {}).includes('urn:li:video') ? id : []));
  const played = (day = '2026-06-25'): string =>
    videos().find((post) => sandbox().truth.videoDay({ post, type: 'VIDEO_VIEW', day }) > 0) ?? 'none';
  const read = (entity: string, query: string): Promise<Reply> =>
    call(sandbox(), `/rest/videoAnalytics?q=entity&entity=${encodeURIComponent(entity)}${query}`);
  const elements = async (entity: string, query: string): Promise<(Body['elements'][number] & Plays)[]> =>
    (await read(entity, query)).json.elements as (Body['elements'][number] & Plays)[];
  const during = (start: string, end: string): string =>
    `&timeRange=(start:${Date.parse(start)},end:${Date.parse(end)})`;

  beforeEach(() => sandbox().set({ postsPerOrganization: 120 }));

  it('42: days are half-open, full, and as in the model', async () => {
    const post = played('2026-11-02');
    const days = await elements(post, `&type=VIDEO_VIEW&aggregation=DAY${during('2026-11-01', '2026-11-23')}`);
    expect(days.length).to.be.greaterThan(0);
    for (const { entity, statisticsType, value, timeRange } of days as Readonly<Record<string, unknown>>[] & Plays[]) {
      expect([entity, statisticsType]).to.deep.equal([post, 'VIDEO_VIEW']);
      expect(timeRange.end - timeRange.start).to.equal(DAY);
      const day = new Date(timeRange.start).toISOString().slice(0, 10);
      expect(value).to.equal(sandbox().truth.videoDay({ post, type: 'VIDEO_VIEW', day }));
    }
  });

  it('42: weeks and ALL are the sums of their days', async () => {
    const post = played();
    const range = during('2026-06-01', '2026-11-02');
    const sum = (list: readonly Plays[]): number => list.reduce((total, { value }) => total + value, 0);
    for (const type of ['VIDEO_VIEW', 'VIEWER', 'TIME_WATCHED', 'TIME_WATCHED_FOR_VIDEO_VIEWS']) {
      const days = await elements(post, `&type=${type}&aggregation=DAY${range}`);
      const weeks = await elements(post, `&type=${type}&aggregation=WEEK${range}`);
      const all = await elements(post, `&type=${type}&aggregation=ALL${range}`);
      expect(all).to.have.length(1);
      expect([sum(weeks), sum(all)], type).to.deep.equal([sum(days), sum(days)]);
    }
  });

  it('42: either end of the range, or all of it, may be missing: then at most ten buckets come', async () => {
    const post = played();
    const from = `&timeRange=(start:${Date.parse('2026-06-20')})`;
    expect((await elements(post, `&type=TIME_WATCHED&aggregation=DAY${from}`)).length).to.be.greaterThan(10);
    expect((await read(post, `&type=TIME_WATCHED&aggregation=DAY&timeRange=(end:1)`)).json.elements).to.deep.equal([]);
    expect((await elements(post, '&type=TIME_WATCHED&aggregation=WEEK')).length).to.be.at.most(10);
    expect(await elements(post, '&type=TIME_WATCHED')).to.deep.equal(
      await elements(post, '&type=TIME_WATCHED&aggregation=ALL'),
    );
  });

  it('42: plays and viewers are dropped after six months, watch time is not', async () => {
    const post = played();
    const query = (type: string): string => `&type=${type}&aggregation=ALL${during('2026-05-22', '2026-07-01')}`;
    for (const type of ['VIDEO_VIEW', 'VIEWER', 'TIME_WATCHED'])
      expect(await elements(post, query(type))).to.have.length(1);
    sandbox().set({ now: '2027-01-10' });
    for (const [type, length] of [
      ['VIDEO_VIEW', 0],
      ['VIEWER', 0],
      ['TIME_WATCHED_FOR_VIDEO_VIEWS', 0],
      ['TIME_WATCHED', 1],
    ] as const) {
      expect(await elements(post, query(type)), type).to.have.length(length);
    }
  });

  it('42: an unplayed video and a post without a video have no elements', async () => {
    const quiet: string[] = [];
    for (const post of videos()) {
      if ((await elements(post, '&type=TIME_WATCHED')).length === 0) quiet.push(post);
    }
    expect(quiet.length).to.be.within(1, videos().length - 1);
    const other = sandbox()
      .truth.posts(NORTHWIND)
      .find(({ id }) => id.includes('ugcPost') && !videos().includes(id));
    expect(await elements(other?.id ?? '', '&type=VIDEO_VIEW')).to.deep.equal([]);
  });

  it('42: the type is required, and the entity must be a ugcPost', async () => {
    const [post = ''] = videos();
    expect((await read(post, '')).status).to.equal(400);
    expect((await read(post, '&type=LIKES')).status).to.equal(400);
    expect((await read(post, '&type=VIDEO_VIEW&aggregation=MONTH')).status).to.equal(400);
    expect((await read(post.replace('ugcPost', 'share'), '&type=VIDEO_VIEW')).status).to.equal(400);
    expect((await read('urn:li:ugcPost:7300000000000000000', '&type=VIDEO_VIEW')).status).to.equal(404);
  });

  it('42: the statistic may be named in another field, or none; a role on the page is needed', async () => {
    const post = played();
    sandbox().set({ videoTypeField: 'type' });
    expect((await elements(post, '&type=TIME_WATCHED'))[0]).to.include({ type: 'TIME_WATCHED' });
    sandbox().set({ videoTypeField: 'absent' });
    expect((await elements(post, '&type=TIME_WATCHED'))[0]).to.have.all.keys('entity', 'value', 'timeRange');
    sandbox().set({ roles: { [NORTHWIND]: { role: 'ANALYST', state: 'APPROVED' } } });
    expect((await read(post, '&type=TIME_WATCHED')).status).to.equal(403);
  });
});
