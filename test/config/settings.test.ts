import { expect } from 'chai';
import { readPackageVersion } from '../../src/package.js';
import { NOW, configOf, faultsIn, linesFor } from './support.js';

const instant = Date.parse;
const LIMITS =
  'an integer from 0, or a map of such integers by resource, with * for each other one and total for the run';
const SHARDS = 'i/n, such as 1/4, where n is an integer from 1 to 9999 and i one from 1 to n';

describe('settings', () => {
  it('have the documented defaults', async () => {
    expect(await configOf({})).to.deep.equal({
      benchmarkOrganizations: [],
      credentials: { kind: 'access_token', accessToken: 'made-up-token' },
      organizations: [],
      shard: null,
      startDate: null,
      endDate: instant('2026-11-22'),
      timeGranularity: 'DAY',
      lookbackDays: 7,
      snapshotHistory: false,
      resolveNames: false,
      locale: 'en_US',
      postsFullRefreshDays: 30,
      socialFullRefreshDays: 30,
      socialWindowMonths: 12,
      memberData: null,
      metricsLogLevel: null,
      skipEmptyStreams: false,
      connectionName: null,
      flattening: null,
      linkedinVersion: '202609',
      apiUrl: 'https://api.linkedin.com',
      oauthUrl: 'https://www.linkedin.com/oauth/v2',
      maxConcurrency: 8,
      maxCalls: null,
      resourceLimits: null,
      requestTimeoutMs: 60_000,
      maxTries: 5,
      retryWaitMs: 1000,
      userAgent: `tap-linkedin-pages/${readPackageVersion()}`,
      proxy: null,
      now: null,
    });
  });

  it('become a deeply frozen config', async () => {
    const config = await configOf({ organization_ids: [5], flattening_enabled: true });
    expect(Object.isFrozen(config)).to.be.true;
    expect(Object.isFrozen(config.credentials)).to.be.true;
    expect(Object.isFrozen(config.organizations)).to.be.true;
    expect(Object.isFrozen(config.flattening)).to.be.true;
  });

  it('have all faults reported at once', async () => {
    const error = await faultsIn({
      files: {
        a: { max_tries: 0, time_granularity: 'WEEK', organization_ids: ['x'], start_date: 'soon', now: 'later' },
      },
    });
    expect(error.faults.map(({ path }) => path)).to.have.members([
      'max_tries',
      'time_granularity',
      'access_token',
      'organization_ids[0]',
      'start_date',
      'now',
    ]);
    expect(error).to.include({ name: 'ConfigError', code: 'CONFIG_INVALID' });
    for (const { path, message } of error.faults) expect(error.message).to.include(`\n- ${path} ${message}`);
  });

  for (const [settings, line] of [
    [{ max_tries: '5' }, 'max_tries must be an integer from 1 to 20, got "5"'],
    [{ max_tries: 2.5 }, 'max_tries must be an integer from 1 to 20, got 2.5'],
    [{ max_concurrency: 33 }, 'max_concurrency must be an integer from 1 to 32, got 33'],
    [{ max_calls: -1 }, `max_calls must be ${LIMITS}, got -1`],
    [{ max_calls: 2.5 }, `max_calls must be ${LIMITS}, got 2.5`],
    [{ max_calls: 'many' }, `max_calls must be ${LIMITS}, got "many"`],
    [{ max_calls: [5] }, `max_calls must be ${LIMITS}, got a list`],
    [{ max_calls: { posts: '5' } }, 'max_calls must have an integer from 0 for "posts"'],
    [{ max_calls: { post: 5 } }, 'max_calls has "post", which is not a resource; the nearest is "posts"'],
    [{ shard: '5/4' }, `shard must be ${SHARDS}, got "5/4"`],
    [{ shard: '0/4' }, `shard must be ${SHARDS}, got "0/4"`],
    [{ shard: 1 }, `shard must be ${SHARDS}, got 1 (a number: put it in quotes)`],
    [{ connection_name: ' ' }, 'connection_name must be a string that is not blank, got " "'],
    [{ lookback_days: {} }, 'lookback_days must be an integer from 0 to 36500, got an object'],
    [{ request_timeout: 0 }, 'request_timeout must be a number from 0.01 to 86400, got 0'],
    [{ request_timeout: 'true' }, 'request_timeout must be a number from 0.01 to 86400, got true'],
    [{ retry_wait: 'soon' }, 'retry_wait must be a number from 0 to 3600, got "soon"'],
    [{ retry_wait: 1e9 }, 'retry_wait must be a number from 0 to 3600, got 1000000000'],
    [{ snapshot_history: 'true' }, 'snapshot_history must be true or false, got "true"'],
    [{ skip_empty_streams: 1 }, 'skip_empty_streams must be true or false, got 1'],
    [{ resolve_names: 'yes' }, 'resolve_names must be true or false, got "yes"'],
    [{ locale: 'en-US' }, 'locale must be a language and a country such as en_US, got "en-US"'],
    [{ posts_full_refresh_days: 0 }, 'posts_full_refresh_days must be an integer from 1 to 36500, got 0'],
    [{ social_full_refresh_days: 1.5 }, 'social_full_refresh_days must be an integer from 1 to 36500, got 1.5'],
    [{ flattening_enabled: 'true' }, 'flattening_enabled must be true or false, got "true"'],
    [{ flattening_max_depth: -1 }, 'flattening_max_depth must be an integer from 0, got -1'],
    [{ time_granularity_type: 'day' }, 'time_granularity_type must be DAY or MONTH, got "day"'],
    [{ linkedin_version: '202613' }, 'linkedin_version must be a string YYYYMM, such as "202609", got "202613"'],
    [
      { linkedin_version: 202609 },
      'linkedin_version must be a string YYYYMM, such as "202609", got 202609 (a number: put it in quotes)',
    ],
    [
      { now: 'today' },
      'now must be an ISO date-time, such as 2026-11-22T06:00:00Z, within the years 0001 to 9999, got "today"',
    ],
  ] as const) {
    it(`reject ${JSON.stringify(settings)} and say what would be valid`, async () => {
      expect(await linesFor(settings)).to.deep.equal([line]);
    });
  }

  for (const agent of ['', ' a', 'a\r\nX-Injected: 1', 'Größe', 'a\0', 'x'.repeat(513)]) {
    it(`reject the user agent ${JSON.stringify(agent.slice(0, 20))}, which cannot be in a header`, async () => {
      expect(await linesFor({ user_agent: agent })).to.have.length(1);
    });
  }

  for (const separator of ['', '.', '$', ' _', 'ä', '_\n']) {
    it(`reject the flattening separator ${JSON.stringify(separator)}, which not every column name can contain`, async () => {
      expect(await linesFor({ flattening_separator: separator })).to.deep.equal([
        'flattening_separator must be one or more of the characters A to Z, a to z, 0 to 9 and _, ' +
          `got ${JSON.stringify(separator)}`,
      ]);
    });
  }

  it('flatten only on request, and then all levels unless a depth is given', async () => {
    expect((await configOf({ flattening_separator: '_', flattening_max_depth: 1 })).flattening).to.equal(null);
    expect((await configOf({ flattening_enabled: true })).flattening).to.deep.equal({
      separator: '__',
      maxDepth: null,
    });
    expect(
      (await configOf({ flattening_enabled: true, flattening_separator: '_', flattening_max_depth: 0 })).flattening,
    ).to.deep.equal({ separator: '_', maxDepth: 0 });
  });

  it('accept fractions of seconds', async () => {
    expect(await configOf({ request_timeout: 0.05, retry_wait: '0' })).to.include({
      requestTimeoutMs: 50,
      retryWaitMs: 0,
    });
  });

  it('show a wrong value shortened', async () => {
    const [line] = await linesFor({ time_granularity: '9'.repeat(1_000_000) });
    expect(line).to.have.length.below(150);
  });
});

describe('start_date and end_date', () => {
  it('are relative to the setting now, if there is one', async () => {
    const config = await configOf({ now: '2026-03-31T23:00:00-02:00', start_date: '1 month ago' });
    expect(config).to.include({
      now: instant('2026-04-01T01:00:00Z'),
      startDate: instant('2026-03-01'),
      endDate: instant('2026-04-01'),
    });
  });

  it('end today at the latest', async () => {
    expect((await configOf({ end_date: '2099-01-01' })).endDate).to.equal(instant('2026-11-22'));
    expect((await configOf({ end_date: new Date(NOW).toISOString() })).endDate).to.equal(instant('2026-11-22'));
    expect((await configOf({ end_date: 'yesterday' })).endDate).to.equal(instant('2026-11-21'));
  });

  it('may be equal', async () => {
    const config = await configOf({ start_date: '2026-11-01', end_date: '2026-11-01T18:00:00Z' });
    expect(config.startDate).to.equal(config.endDate);
  });

  it('must be in order', async () => {
    expect(await linesFor({ start_date: '2026-11-02', end_date: '2026-11-01' })).to.deep.equal([
      'start_date must not be after the end: it is 2026-11-02, the end is 2026-11-01 (end_date)',
    ]);
  });

  it('may not start in the future', async () => {
    expect(await linesFor({ start_date: '2026-11-23' })).to.deep.equal([
      'start_date must not be after the end: it is 2026-11-23, the end is 2026-11-22 (today at the latest)',
    ]);
  });

  it('are not compared if one of them, or now, is invalid', async () => {
    expect(await linesFor({ start_date: '2027-01-01', end_date: 'soon' })).to.have.length(1);
    expect(await linesFor({ start_date: '2027-01-01', now: 'soon' })).to.have.length(1);
  });

  it('accept `last run` for the start only', async () => {
    expect((await configOf({ start_date: 'last run' })).startDate).to.be.null;
    expect(await linesFor({ end_date: 'last run' })).to.have.length(1);
  });
});
