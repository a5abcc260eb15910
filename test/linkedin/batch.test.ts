import { expect } from 'chai';
import { createBatchReader, type BatchReader } from '../../src/linkedin/batch.js';
import type { BatchItem, BatchResource } from '../../src/linkedin/batch-keys.js';
import type { CallError } from '../../src/linkedin/errors.js';
import type { TestServer } from './harness.js';
import { UNAVAILABLE, useHarness } from './harness.js';

const ORGANIZATIONS: BatchResource = { resource: 'organizations', path: '/rest/organizations', size: 2 };
const METADATA: BatchResource = { resource: 'socialMetadata', path: '/rest/socialMetadata', size: 20 };
const GEOS: BatchResource = { resource: 'geo', path: '/v2/geo', query: 'locale=(language:en,country:US)', size: 50 };
const DENIED = { status: 403, body: { status: 403, code: 'ACCESS_DENIED', message: 'Not enough permissions' } };

async function all(read: BatchReader, resource: BatchResource, ids: string[]): Promise<BatchItem<{ id: number }>[]> {
  const items: BatchItem<{ id: number }>[] = [];
  for await (const item of read<{ id: number }>(resource, ids)) items.push(item);
  return items;
}

/** The result for each id: the entity, or the kind of error and its status. */
function told(items: BatchItem<{ id: number }>[]): unknown[] {
  return items.map((item) =>
    'error' in item ? [item.item, item.error.code, (item.error as CallError).status] : [item.item, item.value.entity],
  );
}

const urls = ({ received }: TestServer): string[] => received.map(({ url }) => url);

describe('reading entities in batches', () => {
  const { serve, connect } = useHarness();

  it('distinguishes entities, refused ones and missing ones, in the requested order', async () => {
    const body = {
      results: { '104729391': { id: 104729391 } },
      statuses: { '104729391': 200, '35625943': 403 },
      errors: { '35625943': { status: 403, message: "Viewer don't have permission" } },
    };
    const server = await serve([{ body }]);
    const read = createBatchReader(connect(server));
    expect(told(await all(read, { ...ORGANIZATIONS, size: 20 }, ['35625943', '7', '104729391']))).to.deep.equal([
      ['35625943', 'ACCESS_DENIED', 403],
      ['7', 'NOT_FOUND', 404],
      ['104729391', { id: 104729391 }],
    ]);
    expect(urls(server)).to.deep.equal(['/rest/organizations?ids=List(35625943,7,104729391)']);
    expect(server.received[0]?.headers).to.have.property('x-restli-method', 'BATCH_GET');
  });

  it('splits the ids by size and adds other parameters', async () => {
    const server = await serve([
      { body: { results: { a: { id: 1 }, b: { id: 2 } } } },
      { body: { results: { c: { id: 3 } } } },
    ]);
    const items = await all(createBatchReader(connect(server)), { ...GEOS, size: 2 }, ['a', 'b', 'c']);
    expect(items).to.have.length(3);
    expect(urls(server)).to.deep.equal([
      '/v2/geo?ids=List(a,b)&locale=(language:en,country:US)',
      '/v2/geo?ids=List(c)&locale=(language:en,country:US)',
    ]);
  });

  it('finds keys that are percent-encoded and keys that are not', async () => {
    for (const key of ['urn:li:share:7390345678901234567', 'urn%3Ali%3Ashare%3A7390345678901234567']) {
      const server = await serve([{ body: { results: { [key]: { id: 1 } } } }]);
      const items = await all(createBatchReader(connect(server)), METADATA, ['urn:li:share:7390345678901234567']);
      expect(told(items)).to.deep.equal([['urn:li:share:7390345678901234567', { id: 1 }]]);
    }
  });

  it('requests one by one after a refused batch, for that resource only', async () => {
    const server = await serve(({ url }) => {
      if (url.startsWith('/rest/socialMetadata')) return { body: { results: {} } };
      if (url.includes('ids=')) return DENIED;
      if (url.endsWith('/7')) return { status: 404, body: { status: 404, message: 'Could not find entity' } };
      return { body: { id: Number(url.split('/').at(-1)) } };
    });
    const read = createBatchReader(connect(server));
    expect(told(await all(read, ORGANIZATIONS, ['5', '7', '9']))).to.deep.equal([
      ['5', { id: 5 }],
      ['7', 'NOT_FOUND', 404],
      ['9', { id: 9 }],
    ]);
    await all(read, ORGANIZATIONS, ['11']);
    await all(read, METADATA, ['urn:li:share:1']);
    expect(urls(server)).to.deep.equal([
      '/rest/organizations?ids=List(5,7)',
      '/rest/organizations/5',
      '/rest/organizations/7',
      '/rest/organizations/9',
      '/rest/organizations/11',
      '/rest/socialMetadata?ids=List(urn%3Ali%3Ashare%3A1)',
    ]);
  });

  it('treats a batch without results as an error, and takes an invalidly encoded key as is', async () => {
    const server = await serve([{ body: { results: { '100%': { id: 1 } } } }, { body: {} }]);
    const read = createBatchReader(connect(server));
    expect(told(await all(read, GEOS, ['100%']))).to.deep.equal([['100%', { id: 1 }]]);
    expect(told(await all(read, GEOS, ['1']))).to.deep.equal([['1', 'ANSWER_UNEXPECTED', null]]);
  });

  it('tries a refused batch only once, however many are under way', async () => {
    const server = await serve(({ url }) => (url.includes('ids=') ? DENIED : { body: { id: 1 } }));
    const read = createBatchReader(connect(server));
    await Promise.all([all(read, ORGANIZATIONS, ['5', '7']), all(read, ORGANIZATIONS, ['9', '11'])]);
    expect(urls(server).filter((url) => url.includes('ids='))).to.deep.equal(['/rest/organizations?ids=List(5,7)']);
    expect(urls(server)).to.have.length(5);
  });

  it('distinguishes problems with LinkedIn from the refusal of an entity', async () => {
    const server = await serve(({ url }) => (url.includes('ids=') ? DENIED : UNAVAILABLE));
    const read = createBatchReader(connect(server));
    expect(told(await all(read, ORGANIZATIONS, ['5']))).to.deep.equal([['5', 'UNANSWERED', null]]);
  });
});
