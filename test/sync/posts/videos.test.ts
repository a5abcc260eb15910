import { expect } from 'chai';
import type { Post, Sandbox } from '../../../src/sandbox/index.js';
import type { Json, TapRun } from '../../support/output.js';
import { bookmarkOf, callsTo, readPosts, recentPosts } from '../../support/posts.js';
import { VIDEO_METRICS } from '../../truth/posts.js';
import { daysLater, TURBINES, urn, useSandbox } from '../../support/sandboxes.js';

const streams = ['video_statistics'];

const videosOf = (sandbox: Sandbox): Post[] =>
  recentPosts(sandbox).filter(({ content }) => JSON.stringify(content)?.includes('urn:li:video:'));

const keyOf = (record: Json): string =>
  JSON.stringify([record['entity'], record['statistics_type'], record['time_range_start']]);

describe('video statistics', () => {
  const start = useSandbox();

  for (const videoTypeField of ['statisticsType', 'type', 'absent'] as const) {
    it(`are four metrics of each video, day by day, whichever field names the metric: ${videoTypeField}`, async () => {
      const sandbox = await start({ videoTypeField });
      const run = await readPosts(sandbox, { streams, settings: { start_date: '40 days ago' } });
      const expected = videosOf(sandbox).flatMap(({ id }) =>
        VIDEO_METRICS.flatMap((type) => daysOf(sandbox, id, type)),
      );
      expect(expected).not.to.be.empty;
      expect(run.records('video_statistics')).to.have.deep.members(expected);
      expect(run.logged('WARNING')).to.deep.equal([]);
    });
  }

  function daysOf(sandbox: Sandbox, post: string, type: (typeof VIDEO_METRICS)[number]): Json[] {
    return Array.from({ length: 40 }, (_, index) => daysLater(index - 40).slice(0, 10)).flatMap((day) => {
      const value = sandbox.truth.videoDay({ post, type, day });
      if (value === 0) return [];
      const range = { start: `${day}T00:00:00Z`, end: `${daysLater(dayNumber(day) + 1).slice(0, 10)}T00:00:00Z` };
      return {
        entity: post,
        statistics_type: type,
        time_range_start: range.start,
        time_range_end: range.end,
        post,
        organization: urn(TURBINES),
        organization_id: TURBINES,
        timeRange: range,
        value,
        time_granularity: 'DAY',
        additional_fields: null,
      };
    });
  }

  it('cost four calls for each video, and none for other posts', async () => {
    const sandbox = await start();
    await readPosts(sandbox, { streams });
    expect(callsTo(sandbox, 'videoAnalytics')).to.have.length(4 * videosOf(sandbox).length);
    expect(sandbox.requests().every(({ status }) => status === 200)).to.be.true;
  });

  it('continue a week before their bookmark, by day whatever time_granularity is', async () => {
    const sandbox = await start();
    const settings = { start_date: '40 days ago', time_granularity: 'MONTH' };
    const first = await readPosts(sandbox, { streams, settings });
    const newest = first
      .records('video_statistics')
      .map((record) => String(record['time_range_end']))
      .sort()
      .at(-1);
    expect(bookmarkOf(first, 'video_statistics')).to.deep.equal({ 'timeRange.end': newest, time_granularity: 'DAY' });
    sandbox.set({ now: daysLater(1) });
    const second = await readPosts(sandbox, { streams, settings, state: first.state });
    const days = second.records('video_statistics').map((record) => String(record['time_range_start']));
    const behind = new Date(Date.parse(newest!) - 7 * 86_400_000).toISOString().slice(0, 10);
    expect(days.every((day) => day >= behind)).to.be.true;
    expect(new Set(second.records('video_statistics').map(keyOf)).size)
      .to.equal(days.length)
      .above(0);
  });

  it('of a post not followed for a year come completely once it is edited, in no more calls', async () => {
    const sandbox = await start({ postsPerOrganization: 430 });
    const settings = { start_date: '30 days ago' };
    const first = await readPosts(sandbox, { streams, settings });
    const followed = new Set(videosOf(sandbox).map(({ id }) => id));
    sandbox.set({ now: daysLater(1) });
    const all = sandbox.truth.posts(TURBINES).filter(({ id }) => id.startsWith('urn:li:ugcPost:') && !followed.has(id));
    for (const { id: post } of all) sandbox.act({ do: 'edit', post });
    const reborn = new Set(
      videosOf(sandbox)
        .map(({ id }) => id)
        .filter((id) => !followed.has(id)),
    );
    const second = await readPosts(sandbox, { streams, settings, state: first.state });
    const behind = second.records('video_statistics').filter(({ post }) => reborn.has(String(post)));
    const firstDay = behind.map((record) => String(record['time_range_start'])).sort()[0]!;
    expect(firstDay < '2026-11-01').to.be.true;
    expect(callsTo(sandbox, 'videoAnalytics').length % 4).to.equal(0);
  });

  it('of a deleted video are missing, without an error', async () => {
    const sandbox = await start();
    const [gone] = videosOf(sandbox);
    const match = { resource: 'videoAnalytics', path: encodeURIComponent(gone!.id) };
    sandbox.set({ faults: [{ kind: 'status', status: 404, body: {}, match, times: 'always' }] });
    const run = await readPosts(sandbox, { streams });
    expect(run.exitCode).to.equal(0);
    expect(run.records('video_statistics').some(({ post }) => post === gone!.id)).to.be.false;
    expect(run.logged('INFO').join('\n')).to.include('video_statistics: 1 post gone.');
  });

  it('do not treat a post as deleted if one of its metrics hits the daily limit', async () => {
    const sandbox = await start();
    const first = await readPosts(sandbox, { streams });
    // The last video, with one call at a time, so that the others have been read by then.
    const video = videosOf(sandbox).at(-1);
    const settings = { max_concurrency: 1 };
    const match = { resource: 'videoAnalytics', item: video!.id };
    const message = 'Resource level throttle MEMBER DAY limit for calls to this resource is reached.';
    const gone = { kind: 'status', status: 404, body: {}, times: 'always' } as const;
    const limited = { kind: 'status', status: 429, body: { status: 429, message }, times: 'always' } as const;
    sandbox.set({
      now: daysLater(3),
      faults: [
        { ...gone, match: { ...match, path: 'type=VIDEO_VIEW&' } },
        { ...limited, match: { ...match, path: 'type=TIME_WATCHED&' } },
      ],
    });
    const run: TapRun = await readPosts(sandbox, { streams, settings, state: first.state });
    expect(run.exitCode).to.equal(3);
    expect(bookmarkOf(run, 'video_statistics')).to.deep.equal(bookmarkOf(first, 'video_statistics'));
  });

  it('keep their bookmark if a call fails', async () => {
    const sandbox = await start();
    const first = await readPosts(sandbox, { streams });
    sandbox.set({
      now: daysLater(3),
      faults: [{ kind: '500', match: { resource: 'videoAnalytics', path: 'VIEWER' }, times: 'always' }],
    });
    const second: TapRun = await readPosts(sandbox, { streams, settings: { max_tries: 1 }, state: first.state });
    expect(second.exitCode).to.equal(1);
    expect(second.state).to.deep.equal(first.state);
  });
});

/** Days from the suite's clock. */
const dayNumber = (day: string): number => Math.round((Date.parse(day) - Date.UTC(2026, 10, 22)) / 86_400_000);
