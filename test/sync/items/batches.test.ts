import { expect } from 'chai';
import { select } from '../../support/catalogs.js';
import { callsTo, readPosts, recentPosts } from '../../support/posts.js';
import { callsOf, settingsOf, TURBINES, useSandbox } from '../../support/sandboxes.js';
import { runTap } from '../../support/tap.js';

describe('a key of a batch that fails temporarily', () => {
  const start = useSandbox();

  for (const status of [429, 500, 503]) {
    it(`is requested again with status ${status}, alone, and does not affect other keys`, async () => {
      const sandbox = await start({ organizations: 4 });
      const config = settingsOf(sandbox);
      const whole = await runTap({ config, catalog: select('organization_lookup') });
      const { id } = whole.records('organization_lookup')[1]!;
      sandbox.clearRequests();
      sandbox.set({ faults: [{ kind: 'key', status, match: { resource: 'organizations', item: String(id) } }] });
      const run = await runTap({ config, catalog: select('organization_lookup') });
      expect(run.exitCode).to.equal(0);
      expect(run.records('organization_lookup')).to.have.deep.members(whole.records('organization_lookup'));
      const batches = callsTo(sandbox, 'organizations').map((url) => url.split('?')[1]);
      expect(batches).to.have.length(2);
      expect(batches[1]).to.equal(`ids=List(${String(id)})`);
      expect(run.logged('WARNING').join()).to.match(/Caught retryable error 'HTTP (429|500|503): Trouble/);
    });
  }

  it('loses no comments, neither of the other posts nor its own', async () => {
    const sandbox = await start();
    const whole = await readPosts(sandbox, { streams: ['comments'] });
    const { id } = recentPosts(sandbox).find((post) => sandbox.truth.comments(post.id).length > 0)!;
    sandbox.set({ faults: [{ kind: 'key', status: 503, match: { resource: 'socialMetadata', item: id } }] });
    const run = await readPosts(sandbox, { streams: ['comments'] });
    expect(run.exitCode).to.equal(0);
    expect(run.records('comments')).to.have.deep.members(whole.records('comments'));
  });

  it('ends the resource for the day if it names a daily limit, once the good keys are written', async () => {
    const sandbox = await start({ organizations: 4 });
    const config = settingsOf(sandbox);
    const whole = await runTap({ config, catalog: select('organization_lookup') });
    const [first, second] = whole.records('organization_lookup');
    const message = 'Resource level throttle MEMBER DAY limit for calls to this resource is reached.';
    const body = {
      results: { [String(first!['id'])]: { id: first!['id'] } },
      statuses: { [String(second!['id'])]: 429 },
      errors: { [String(second!['id'])]: { status: 429, message } },
    };
    sandbox.set({ faults: [{ kind: 'status', status: 200, body, match: { resource: 'organizations' } }] });
    const run = await runTap({ config, catalog: select('organization_lookup') });
    expect(run.exitCode).to.equal(1);
    expect(run.records('organization_lookup').map(({ id }) => id)).to.deep.equal([first!['id']]);
    expect(run.logged('WARNING').join()).to.include('Max try rate limit exceeded');
  });
});

describe('a batch that LinkedIn refuses', () => {
  const start = useSandbox();

  it('for its length is halved, and the length that works is kept for the run', async () => {
    const sandbox = await start({ organizations: 130, batchLimit: { organizations: 20 } });
    const config = settingsOf(sandbox, { max_concurrency: 1 });
    const run = await runTap({ config, catalog: select('organization_lookup') });
    expect(run.exitCode).to.equal(0);
    expect(run.records('organization_lookup')).to.have.length(130);
    const lengths = callsTo(sandbox, 'organizations').map((url) => url.split('ids=List(')[1]!.split(',').length);
    expect(lengths).to.deep.equal([50, 25, 13, 12, 13, 12, 13, 13, 13, 11, 13, 13, 4]);
  });

  for (const [resource, limit, streams] of [
    ['geo', 20, ['geos', 'follower_counts_by_geo']],
    ['socialMetadata', 10, ['post_social_metadata', 'comments']],
  ] as const) {
    it(`for its length of ${limit} loses nothing: ${resource}`, async () => {
      const sandbox = await start({ postsPerOrganization: 120 });
      const whole = await readPosts(sandbox, { streams });
      sandbox.set({ batchLimit: { [resource]: limit } });
      const run = await readPosts(sandbox, { streams });
      expect(run.exitCode).to.equal(0);
      for (const stream of streams) expect(run.records(stream)).to.have.deep.members(whole.records(stream));
    });
  }

  it('whatever it contains is only requested one by one twenty times', async () => {
    const sandbox = await start({ organizations: 200 });
    const fault = { kind: 'status', status: 422, body: { status: 422 }, times: 'always' } as const;
    sandbox.set({ faults: [{ ...fault, match: { resource: 'organizations' } }] });
    const config = settingsOf(sandbox, { max_concurrency: 1 });
    const run = await runTap({ config, catalog: select('organization_lookup') });
    expect(run.exitCode).to.equal(1);
    expect(callsTo(sandbox, 'organizations').length).to.be.below(90);
    expect(run.logged('ERROR').filter((line) => line.startsWith('organization_lookup'))).to.have.length(1);
    expect(run.logged('ERROR').join()).to.include('of 200 pages');
  });

  it('with 403 is not halved, but replaced by single calls for the rest of the run, within a hundred calls a day', async () => {
    const sandbox = await start({ organizations: 40, tier: 'development' });
    const run = await runTap({ config: settingsOf(sandbox), catalog: select('organization_lookup') });
    expect(run.exitCode).to.equal(0);
    expect(callsOf(sandbox).filter((call) => call.startsWith('organizations'))).to.have.length(41);
  });

  it('or never answered is halved, with one try each, as long as one of two halves answers', async () => {
    const sandbox = await start();
    const whole = await readPosts(sandbox, { streams: ['post_social_metadata'] });
    const { id } = recentPosts(sandbox)[2]!;
    sandbox.set({ faults: [{ kind: '503-html', match: { resource: 'socialMetadata', item: id }, times: 'always' }] });
    sandbox.clearRequests();
    const run = await readPosts(sandbox, { streams: ['post_social_metadata'], settings: { max_tries: 3 } });
    expect(run.exitCode).to.equal(1);
    expect(run.records('post_social_metadata')).to.have.deep.members(
      whole.records('post_social_metadata').filter(({ post }) => post !== id),
    );
    const calls = callsTo(sandbox, 'socialMetadata').length;
    expect(calls).to.be.at.most(3 + 2 * Math.ceil(Math.log2(20)));
    sandbox.set({ faults: [{ kind: '503-html', match: { resource: 'socialMetadata' }, times: 'always' }] });
    sandbox.clearRequests();
    const outage = await readPosts(sandbox, { streams: ['post_social_metadata'], settings: { max_tries: 3 } });
    expect(outage.exitCode).to.equal(1);
    expect(callsTo(sandbox, 'socialMetadata')).to.have.length(5);
  });

  it('with numbers of another organization writes none of its rows', async () => {
    const sandbox = await start();
    sandbox.set({
      faults: [
        {
          kind: 'extra',
          patch: { elements: { organizationalEntity: 'urn:li:organization:7' } },
          match: { resource: 'organizationalEntityShareStatistics', organization: TURBINES },
          times: 'always',
        },
      ],
    });
    const config = settingsOf(sandbox);
    const run = await runTap({ config, catalog: select('share_statistics', 'share_statistics_time_bound') });
    expect(run.exitCode).to.equal(1);
    for (const stream of ['share_statistics', 'share_statistics_time_bound']) {
      expect(run.records(stream).some((row) => row['organization_id'] === TURBINES)).to.be.false;
      expect(run.records(stream)).not.to.be.empty;
    }
    expect(run.logged('ERROR').join()).to.include('urn:li:organization:7');
  });
});
