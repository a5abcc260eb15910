import { expect } from 'chai';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { expectRecord } from '../../support/holding.js';
import type { Json, TapRun } from '../../support/output.js';
import { callsTo, idsOf, readPosts, recentPosts } from '../../support/posts.js';
import { NO_ACTIVITY } from '../../truth/posts.js';
import { NOW, TURBINES, urn, useSandbox } from '../../support/sandboxes.js';

const SHARES = 'organizationalEntityShareStatistics';
const streams = ['post_statistics'];
const YOUNG = Date.parse(NOW) - 60 * 86_400_000;

describe('post statistics', () => {
  const start = useSandbox();

  function expectTruth(run: TapRun, sandbox: Sandbox): void {
    const byPost = new Map(run.records('post_statistics').map((record) => [record['post'], record]));
    expect(byPost.size).to.equal(run.records('post_statistics').length);
    let unanswered = 0;
    for (const { id, createdAt } of recentPosts(sandbox)) {
      const truth = sandbox.truth.postStatistics(id);
      const own = {
        post: id,
        organization: urn(TURBINES),
        organization_id: TURBINES,
        is_imputed: truth === null,
        snapshot_date: '2026-11-22',
      };
      if (truth === null && createdAt < YOUNG) {
        unanswered++;
        expect(byPost.has(id), id).to.be.false;
        continue;
      }
      const record = byPost.get(id);
      expectRecord(
        { run, stream: 'post_statistics', record },
        { truth: { totalShareStatistics: truth ?? NO_ACTIVITY }, own },
      );
    }
    expect(run.logged('INFO').join('\n')).to.include(`post_statistics: ${unanswered} posts without numbers.`);
  }

  it('cover every post of twelve months; only young ones that are left out get zeros, marked as such', async () => {
    const sandbox = await start({ postsPerOrganization: 120 });
    const run = await readPosts(sandbox, { streams });
    expectTruth(run, sandbox);
    const imputed = run.records('post_statistics').filter((record) => record['is_imputed'] === true);
    expect(imputed).not.to.be.empty;
    expect(run.exitCode).to.equal(0);
  });

  it('are requested twenty at a time, with a parameter for each kind of URN', async () => {
    const sandbox = await start({ postsPerOrganization: 300 });
    await readPosts(sandbox, { streams });
    const ids = recentPosts(sandbox).map(({ id }) => id);
    for (const [parameter, kind] of [
      ['shares', 'urn:li:share:'],
      ['ugcPosts', 'urn:li:ugcPost:'],
    ] as const) {
      const asked = callsTo(sandbox, SHARES).flatMap(
        (url) => new URL(url, sandbox.url).searchParams.get(parameter) ?? [],
      );
      const lists = asked.map((list) => list.slice('List('.length, -1).split(','));
      const wanted = ids.filter((id) => id.startsWith(kind));
      expect(lists).to.have.length(Math.ceil(wanted.length / 20));
      expect(lists.flat()).to.have.members(wanted);
    }
  });

  it('are requested one by one if a deleted post spoils the batch', async () => {
    const sandbox = await start();
    const [known] = sandbox.truth.posts(TURBINES).filter(({ id }) => id.startsWith('urn:li:share:'));
    const elsewhere = 'urn:li:share:7390345678901234567';
    sandbox.set({
      faults: [
        { kind: 'extra', match: { resource: 'posts' }, times: 'always', patch: { elements: { 3: { id: elsewhere } } } },
      ],
    });
    const run = await readPosts(sandbox, { streams });
    expect(idsOf(run, 'post_statistics', 'post'))
      .to.include(known!.id)
      .and.not.include(elsewhere);
    expect(run.logged('INFO').join('\n')).to.include('post_statistics: 1 post gone.');
    expect(run.exitCode).to.equal(0);
  });

  it('lose nothing if an answer spells uniqueImpressionsCounts, or leaves it out', async () => {
    const sandbox = await start({ postsPerOrganization: 1 });
    const [{ id } = { id: '' }] = sandbox.truth.posts(TURBINES);
    const kind = id.split(':')[2] as string;
    for (const [counts, uniqueImpressionsCount] of [
      [{ uniqueImpressionsCounts: 7 }, 7],
      [{}, null],
    ] as const) {
      const body = {
        elements: [
          { [kind]: id, organizationalEntity: urn(TURBINES), totalShareStatistics: { ...counts, likeCount: -1 } },
        ],
      };
      sandbox.set({ faults: [{ kind: 'status', status: 200, body, match: { resource: SHARES } }] });
      const [record] = (await readPosts(sandbox, { streams })).records('post_statistics');
      expect(record!['totalShareStatistics']).to.deep.include({
        uniqueImpressionsCount,
        likeCount: -1,
        clickCount: null,
      });
      expect(record).to.deep.include({ additional_fields: null, is_imputed: false });
    }
  });

  it('are a snapshot of the day, also in their keys with snapshot_history', async () => {
    const sandbox = await start();
    const settings = { snapshot_history: true };
    const run = await readPosts(sandbox, { streams: ['post_statistics', 'post_social_metadata'], settings });
    for (const { key_properties } of run.schemas.values())
      expect(key_properties).to.deep.equal(['post', 'snapshot_date']);
    for (const record of run.records('post_social_metadata')) expect(record['snapshot_date']).to.equal('2026-11-22');
  });
});

describe('social metadata of posts', () => {
  const start = useSandbox();

  it('are the counts of every post of twelve months, without loss', async () => {
    const sandbox = await start({ postsPerOrganization: 60 });
    const run = await readPosts(sandbox, { streams: ['post_social_metadata'] });
    const posts = recentPosts(sandbox);
    const byPost = new Map(run.records('post_social_metadata').map((record) => [record['post'], record]));
    expect(byPost.size).to.equal(posts.length);
    for (const { id } of posts) {
      const truth = sandbox.truth.socialMetadata(id);
      const summaries = Object.values(truth['reactionSummaries'] as Record<string, Json>);
      const own = {
        post: id,
        organization: urn(TURBINES),
        organization_id: TURBINES,
        reaction_count: summaries.reduce((sum, { count }) => sum + Number(count), 0),
        snapshot_date: '2026-11-22',
      };
      expectRecord({ run, stream: 'post_social_metadata', record: byPost.get(id) }, { truth, own });
    }
    expect(callsTo(sandbox, 'socialMetadata')).to.have.length(Math.ceil(posts.length / 20));
  });

  it('of a deleted post are missing, without an error', async () => {
    const sandbox = await start();
    const gone = 'urn:li:share:7390345678901234567';
    sandbox.set({
      faults: [
        { kind: 'extra', match: { resource: 'posts' }, times: 'always', patch: { elements: { 3: { id: gone } } } },
      ],
    });
    const run = await readPosts(sandbox, { streams: ['post_social_metadata'] });
    expect(idsOf(run, 'post_social_metadata', 'post')).not.to.include(gone);
    expect(run.logged('INFO').join('\n')).to.include('post_social_metadata: 1 post gone.');
    expect(run.exitCode).to.equal(0);
  });
});
