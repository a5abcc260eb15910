import { expect } from 'chai';
import { paginate } from '../../src/linkedin/paging.js';
import type { ApiRequest } from '../../src/linkedin/api-request.js';
import type { Reply, TestServer } from './harness.js';
import { rejection, useHarness } from './harness.js';

const COUNT = 3;

const pageAt = (start: number): ApiRequest => ({
  resource: 'posts',
  method: 'FINDER',
  path: '/rest/posts',
  query: `q=author&start=${start}&count=${COUNT}`,
});

/** Elements with these ids. */
const elementsOf = (ids: readonly number[]): { id: number }[] => ids.map((id) => ({ id }));

/** A page of elements with these ids; `next` is the start in its next link. */
function page(
  ids: readonly number[],
  { next, ...paging }: { next?: number | string; total?: number; count?: number } = {},
): Reply {
  const href = typeof next === 'number' ? `/rest/posts?q=author&count=${COUNT}&start=${next}` : next;
  const links = href === undefined ? [] : [{ rel: 'next', href, type: 'application/json' }];
  return { body: { elements: elementsOf(ids), paging: { start: 0, count: COUNT, links, ...paging } } };
}

const starts = ({ received }: TestServer): (string | null)[] =>
  received.map(({ url }) => new URL(url, 'http://host.example').searchParams.get('start'));

describe('paging', () => {
  const { serve, connect } = useHarness();

  async function walk(server: TestServer): Promise<number[]> {
    const ids: number[] = [];
    for await (const { body } of paginate<{ id: number }>(connect(server), pageAt, { count: COUNT }))
      ids.push(...body.elements.map(({ id }) => id));
    return ids;
  }

  it('ends with a short page', async () => {
    const server = await serve([page([1, 2, 3]), page([4])]);
    expect(await walk(server)).to.deep.equal([1, 2, 3, 4]);
    expect(starts(server)).to.deep.equal(['0', '3']);
  });

  it('ends with an empty page after a full one', async () => {
    const server = await serve([page([1, 2, 3]), page([])]);
    expect(await walk(server)).to.deep.equal([1, 2, 3]);
  });

  it('continues after a short and even an empty page that has a next link', async () => {
    const server = await serve([page([], { next: 3 }), page([4], { next: 6 }), page([7, 8])]);
    expect(await walk(server)).to.deep.equal([4, 7, 8]);
    expect(starts(server)).to.deep.equal(['0', '3', '6']);
  });

  it('ends with a full page without a next link if the pages before it had one', async () => {
    const server = await serve([page([1, 2, 3], { next: 3 }), page([4, 5, 6])]);
    expect(await walk(server)).to.deep.equal([1, 2, 3, 4, 5, 6]);
    expect(starts(server)).to.deep.equal(['0', '3']);
  });

  it('continues after a short page while total promises more', async () => {
    const server = await serve([page([1, 2], { total: 4 }), page([4], { total: 4 })]);
    expect(await walk(server)).to.deep.equal([1, 2, 4]);
    expect(starts(server)).to.deep.equal(['0', '3']);
  });

  it('ends with an empty page without next link, whatever total promises', async () => {
    const server = await serve([page([], { total: 9 })]);
    expect(await walk(server)).to.deep.equal([]);
  });

  it('adopts the page size to which LinkedIn has reduced the count', async () => {
    const server = await serve([page([1, 2], { count: 2 }), page([3], { count: 2 })]);
    expect(await walk(server)).to.deep.equal([1, 2, 3]);
    expect(starts(server)).to.deep.equal(['0', '2']);
  });

  it('needs no paging object', async () => {
    const server = await serve([
      { body: { elements: elementsOf([1, 2, 3]) } },
      { body: { elements: elementsOf([4]) } },
    ]);
    expect(await walk(server)).to.deep.equal([1, 2, 3, 4]);
  });

  for (const [fear, replies, words] of [
    [
      'a next link that does not advance',
      [page([1, 2, 3], { next: 3 }), page([4], { next: 3 })],
      'from start=3 to start=3',
    ],
    [
      'a next link to another host',
      [page([1], { next: 'http://evil.example/rest/posts?start=3' })],
      'another host, evil.example',
    ],
    ['a next link that is not a URL', [page([1], { next: 'http://[' })], 'a next link that is not a URL'],
    ['a next link without start', [page([1], { next: '/rest/posts?q=author' })], 'a next link without start'],
    ['the same full page forever', [page([1, 2, 3]), page([1, 2, 3])], 'a page that it had sent before'],
    ['a body without elements', [{ body: { value: 1 } }], 'a body without a list of elements'],
    ['an element that is not an object', [{ body: { elements: [{}, null] } }], 'a body without a list of elements'],
    ['links that are not a list', [{ body: { elements: [], paging: { links: {} } } }], 'links are not a list of links'],
    [
      'a next link that is not text',
      [{ body: { elements: [], paging: { links: [{ rel: 'next', href: {} }] } } }],
      'not a URL',
    ],
  ] as const) {
    it(`treats ${fear} as an error`, async () => {
      const error = await rejection(walk(await serve(replies)));
      expect(error).to.have.property('code', 'ANSWER_UNEXPECTED');
      expect(error.message).to.include('FINDER posts').and.include(words);
    });
  }
});
