import { expect } from 'chai';
import type { Post } from '../../src/sandbox/index.js';
import { call, LABS, NORTHWIND, SHARES, statisticsUrl, useSandbox, type Body } from './client.js';
import { list } from './posts.js';

const YEAR_AGO = Date.parse('2025-11-22');

describe('sandbox: statistics of single posts', () => {
  const sandbox = useSandbox();
  const urnsOf = (type: string): string[] =>
    sandbox()
      .truth.posts(NORTHWIND)
      .flatMap(({ id }) => (id.startsWith(`urn:li:${type}:`) ? id : []));
  const urlOf = (query: string, of = NORTHWIND): string => `${statisticsUrl(SHARES, { of })}&${query}`;
  const read = async (query: string, of = NORTHWIND): Promise<Body['elements']> =>
    (await call(sandbox(), urlOf(query, of))).json.elements;

  for (const [parameter, type] of [
    ['shares', 'share'],
    ['ugcPosts', 'ugcPost'],
  ] as const) {
    it(`33: ${parameter} gives one lifetime element for each post with activity, and omits the others`, async () => {
      const urns = urnsOf(type);
      const elements = await read(`${parameter}=${list(urns)}`);
      const active = urns.filter((urn) => sandbox().truth.postStatistics(urn));
      expect(active.length).to.be.within(1, urns.length - 1);
      expect(elements).to.deep.equal(
        active.map((urn) => ({
          totalShareStatistics: sandbox().truth.postStatistics(urn),
          [type]: urn,
          organizationalEntity: `urn:li:organization:${NORTHWIND}`,
        })),
      );
    });
  }

  it('33: dark and quiet posts have no activity, nor have those older than twelve months', () => {
    const { truth } = sandbox();
    const isActive = ({ id }: Post): boolean => truth.postStatistics(id) !== null;
    const isOld = ({ createdAt }: Post): boolean => createdAt < YEAR_AGO;
    const [old, young] = [truth.posts(NORTHWIND).filter(isOld), truth.posts(NORTHWIND).filter((post) => !isOld(post))];
    expect(old.some(isActive)).to.equal(false);
    const quiet = young.filter((post) => !isActive(post));
    expect(quiet.length).to.be.within(1, young.length / 2);
  });

  it('33: a URN of the other kind, or of an activity, gives a 400; so do timeIntervals with them', async () => {
    const [share = ''] = urnsOf('share');
    const [ugcPost = ''] = urnsOf('ugcPost');
    const intervals = '&timeIntervals=(timeRange:(start:1793491200000,end:1794096000000),timeGranularityType:DAY)';
    for (const query of [
      `shares=${list([ugcPost])}`,
      `ugcPosts=${list([share])}`,
      `shares=${list([share, ugcPost])}`,
      `shares=${list([share.replace('share', 'activity')])}`,
      `shares=${list([share])}${intervals}`,
      'shares[0]=urn%3Ali%3Ashare%3A1',
    ]) {
      expect((await call(sandbox(), urlOf(query))).status, query).to.equal(400);
    }
  });

  it('33: an unknown or deleted post makes the whole batch a 404, or is omitted', async () => {
    const [first = '', second = ''] = urnsOf('share').filter((urn) => sandbox().truth.postStatistics(urn));
    for (const gone of ['urn:li:share:7300000000000000000', second]) {
      sandbox().set({ unknownPostFailsBatch: true });
      if (gone === second) sandbox().act({ do: 'delete', post: second });
      const { status, json } = await call(sandbox(), urlOf(`shares=${list([first, gone])}`));
      expect([status, json.message]).to.deep.equal([404, 'Could not find entity']);
      sandbox().set({ unknownPostFailsBatch: false });
      expect(await read(`shares=${list([first, gone])}`)).to.have.length(1);
    }
  });

  it('33: posts of another page give nothing; an empty list is an empty answer', async () => {
    const [share = ''] = urnsOf('share');
    expect(await read(`shares=${list([share])}`, LABS)).to.deep.equal([]);
    expect(await read('shares=List()')).to.deep.equal([]);
  });

  it('29: likes of a post may be negative, and uniqueImpressionsCount missing', async () => {
    const statistics = async (): Promise<Body['elements'][number]['totalShareStatistics'][]> =>
      (await read(`shares=${list(urnsOf('share'))}`)).map((element) => element.totalShareStatistics);
    const all = await statistics();
    expect(all.some(({ likeCount }) => likeCount < 0)).to.equal(true);
    sandbox().set({ omitUniqueImpressions: true });
    const missing = (await statistics()).filter((one) => !('uniqueImpressionsCount' in one));
    expect(missing.length).to.be.within(1, all.length - 1);
  });
});
