import { expect } from 'chai';
import { RESOURCES } from '../../src/config/call-limits.js';
import * as endpoints from '../../src/linkedin/endpoints.js';
import { configOf, faultsIn, load } from './support.js';

const limitsOf = async (settings: object): Promise<object> => {
  const { maxCalls, resourceLimits } = await configOf(settings);
  return { maxCalls, resourceLimits };
};

describe('max_calls', () => {
  it('as a number limits the whole run', async () => {
    expect(await limitsOf({ max_calls: 12 })).to.deep.equal({ maxCalls: 12, resourceLimits: null });
  });

  it('as a map limits single resources, all others, and the run', async () => {
    expect(await limitsOf({ max_calls: { posts: 3, '*': 9, total: 20 } })).to.deep.equal({
      maxCalls: 20,
      resourceLimits: { named: { posts: 3 }, others: 9 },
    });
    expect(await limitsOf({ max_calls: { geo: 0, posts: null } })).to.deep.equal({
      maxCalls: null,
      resourceLimits: { named: { geo: 0 }, others: null },
    });
  });

  for (const [text, expected] of [
    ['12', { maxCalls: 12, resourceLimits: null }],
    ['{"total": 12}', { maxCalls: 12, resourceLimits: { named: {}, others: null } }],
  ] as const) {
    it(`may be text, as from schedulers and the environment: ${text}`, async () => {
      expect(await limitsOf({ max_calls: text })).to.deep.equal(expected);
      const env = { TAP_LINKEDIN_PAGES_ACCESS_TOKEN: 'made-up-token', TAP_LINKEDIN_PAGES_MAX_CALLS: text };
      const { config } = await load({ paths: ['ENV'], env });
      expect({ maxCalls: config.maxCalls, resourceLimits: config.resourceLimits }).to.deep.equal(expected);
    });
  }

  it('names every fault of a map, with its place', async () => {
    const files = { a: { access_token: 'made-up-token' }, b: { max_calls: { post: 1, geo: -1, '*': 'x' } } };
    const { faults } = await faultsIn({ files });
    expect(faults).to.deep.equal([
      { path: 'max_calls', message: 'has "post", which is not a resource; the nearest is "posts" (in b)' },
      { path: 'max_calls', message: 'must have an integer from 0 for "geo" (in b)' },
      { path: 'max_calls', message: 'must have an integer from 0 for "*" (in b)' },
    ]);
  });

  it('knows each resource that the tap calls', () => {
    const called = Object.values(endpoints).map(({ resource }) => resource);
    expect(RESOURCES).to.include.members(called);
  });
});

describe('shard', () => {
  it('is i of n', async () => {
    expect((await configOf({ shard: '3/16' })).shard).to.deep.equal({ index: 3, count: 16 });
    expect((await configOf({ shard: ' 1/1 ' })).shard).to.deep.equal({ index: 1, count: 1 });
  });
});
