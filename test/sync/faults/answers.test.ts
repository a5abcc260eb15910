import { expect } from 'chai';
import type { FaultKind } from '../../../src/sandbox/index.js';
import { select } from '../../support/catalogs.js';
import { lintStream } from '../../support/lint/stream.js';
import { LABS, settingsOf, TURBINES, urn, useSandbox } from '../../support/sandboxes.js';
import { runTap } from '../../support/tap.js';

const SHARES = 'share_statistics_time_bound';
const RESOURCE = 'organizationalEntityShareStatistics';
const match = { resource: RESOURCE, organization: TURBINES };

/** Ways in which an answer may fail to come, with what the log says. */
const PASSING: readonly (readonly [FaultKind, string])[] = [
  ['500', "'HTTP 500 INTERNAL_SERVER_ERROR: Internal Server Error"],
  ['502-html', "'HTTP 502: <!DOCTYPE html>"],
  ['503-html', "'HTTP 503: <!DOCTYPE html>"],
  ['504', "'HTTP 504 GATEWAY_TIMEOUT: Request timed out"],
  ['reset-before-answer', "'null'"],
  ['reset-mid-body', "'HTTP 200, connection broken"],
  ['truncated-gzip', "'HTTP 200"],
  ['truncated-json', "'HTTP 200"],
  ['invalid-json', "'HTTP 200 with a body that is not JSON'"],
  ['empty-body', "'HTTP 200 with an empty body'"],
  ['html-200', "'HTTP 200 with a body that is not JSON'"],
  ['stall', "'null'"],
];

describe('an incomplete answer', () => {
  const start = useSandbox();
  const settings = { organization_ids: [TURBINES, LABS], request_timeout: 0.3 };

  for (const [kind, said] of PASSING) {
    it(`is retried: ${kind}`, async () => {
      const sandbox = await start({ faults: [{ kind, match }] });
      const run = await runTap({ config: settingsOf(sandbox, settings), catalog: select(SHARES) });
      expect(run.exitCode).to.equal(0);
      expect(run.records(SHARES)).to.have.length(20);
      const retries = run.logged('WARNING');
      expect(retries).to.have.length(1);
      expect(retries[0]).to.match(/^Caught retryable error .* after 1 tries\. Waiting 0 seconds then retrying\.\.\.$/);
      expect(retries[0]!.slice('Caught retryable error '.length)).to.match(new RegExp(`^${said}`));
    });

    it(`only fails its organization and stream after max_tries: ${kind}`, async () => {
      const sandbox = await start({ faults: [{ kind, match, times: 'always' }] });
      const config = settingsOf(sandbox, { ...settings, max_tries: 2 });
      const run = await runTap({ config, catalog: select(SHARES, 'total_follower_count') });
      expect(run.exitCode).to.equal(1);
      expect(
        sandbox.requests().filter((call) => call.resource === RESOURCE && call.organization === TURBINES),
      ).to.have.length(2);
      expect(run.records('total_follower_count')).to.have.length(2);
      expect(run.state.bookmarks[SHARES]).to.have.all.keys(urn(LABS));
      expect(run.logged('ERROR').join()).to.include('was not answered in 2 tries').and.include(urn(TURBINES));
      expect(run.logged('CRITICAL')).to.have.length(1);
      expect(lintStream(run.stdout)).to.deep.equal([]);
    });
  }

  it('is waited for as long as any other, even if its Retry-After is 0 or past', async () => {
    for (const retryAfter of [0, 'Sun, 22 Nov 2026 08:59:58 GMT']) {
      const sandbox = await start({ faults: [{ kind: '503-html', match, retryAfter }] });
      const config = settingsOf(sandbox, { ...settings, retry_wait: 0.1 });
      const run = await runTap({ config, catalog: select(SHARES) });
      expect(run.exitCode).to.equal(0);
      const [, seconds] = /after 1 tries\. Waiting (\S+) seconds/.exec(run.logged('WARNING').join()) ?? [];
      expect(Number(seconds)).to.be.within(0.08, 0.12);
    }
  });
});

describe('an answer that makes no sense', () => {
  const start = useSandbox();

  const bodies: readonly (readonly [string, unknown])[] = [
    ['an empty object', {}],
    ['elements that are not objects', { elements: [1, null, 'x'] }],
    ['elements that are not a list', { elements: { 0: {} } }],
    ['a bucket without timeRange', { elements: [{ totalShareStatistics: {} }] }],
    ['a bucket whose instants are text', { elements: [{ timeRange: { start: '2026-11-12', end: '2026-11-13' } }] }],
    ['a bucket that ends before it starts', { elements: [{ timeRange: { start: 2, end: 1 } }] }],
    [
      'a bucket whose timeRange is nested deeper than the stack',
      `{"elements":[{"timeRange":${'['.repeat(1e5)}${']'.repeat(1e5)}}]}`,
    ],
    ['a bucket outside of any calendar', { elements: [{ timeRange: { start: 0, end: 9e15 } }] }],
  ];
  for (const [what, body] of bodies) {
    it(`fails its organization and stream, with nothing half written: ${what}`, async () => {
      const sandbox = await start({ faults: [{ kind: 'status', status: 200, body, match, times: 'always' }] });
      const config = settingsOf(sandbox, { organization_ids: [TURBINES, LABS] });
      const run = await runTap({ config, catalog: select(SHARES) });
      expect(run.exitCode).to.equal(1);
      expect(run.records(SHARES)).to.have.length(10);
      expect(run.state.bookmarks[SHARES]).to.have.all.keys(urn(LABS));
      expect(run.logged('ERROR')).to.have.length(1);
      expect(run.stderr).to.have.length.below(10_000).and.not.include('    at ');
    });
  }

  it('with a repeated bucket writes it once', async () => {
    const bucket = {
      timeRange: { start: Date.UTC(2026, 10, 12), end: Date.UTC(2026, 10, 13) },
      totalShareStatistics: { clickCount: 1 },
    };
    const body = { elements: [bucket, { ...bucket, totalShareStatistics: { clickCount: 2 } }] };
    const sandbox = await start({ faults: [{ kind: 'status', status: 200, body, match }] });
    const config = settingsOf(sandbox, { organization_ids: [TURBINES] });
    expect((await runTap({ config, catalog: select(SHARES) })).records(SHARES)).to.have.length(1);
  });

  it('that goes beyond the requested end is cut there, and so is the bookmark', async () => {
    const days = [20, 21, 22, 23].map((day) => ({
      timeRange: { start: Date.UTC(2026, 10, day), end: Date.UTC(2026, 10, day + 1) },
    }));
    const sandbox = await start({ faults: [{ kind: 'status', status: 200, body: { elements: days }, match }] });
    const config = settingsOf(sandbox, { organization_ids: [TURBINES] });
    const run = await runTap({ config, catalog: select(SHARES) });
    expect(run.records(SHARES).map((record) => record['time_range_end'])).to.deep.equal([
      '2026-11-21T00:00:00Z',
      '2026-11-22T00:00:00Z',
    ]);
    expect(run.state.bookmarks[SHARES]![urn(TURBINES)]).to.include({ 'timeRange.end': '2026-11-22T00:00:00Z' });
  });

  it('without a value for a key is omitted, and reported', async () => {
    const role = { organization: urn(TURBINES), role: 'ADMINISTRATOR', state: 'APPROVED' };
    const body = { elements: [role, { ...role, roleAssignee: 'urn:li:person:made-up' }], paging: { links: [] } };
    const sandbox = await start({ faults: [{ kind: 'status', status: 200, body }] });
    const run = await runTap({ config: settingsOf(sandbox), catalog: select('organization_acls') });
    expect(run.records('organization_acls')).to.have.length(1);
    expect(run.logged('ERROR').join()).to.include('roleAssignee');
    expect(run.logged('CRITICAL').join()).to.include('organization_acls');
    expect(run.exitCode).to.equal(1);
  });

  for (const [what, roleAssignee] of [
    ['nothing but NUL', '\u0000'],
    ['more than an index can hold', `urn:li:person:${'x'.repeat(700)}`],
  ] as const) {
    it(`with ${what} for a key is omitted, and reported`, async () => {
      const role = { organization: urn(TURBINES), role: 'ADMINISTRATOR', state: 'APPROVED', roleAssignee };
      const body = { elements: [role], paging: { links: [] } };
      const sandbox = await start({ faults: [{ kind: 'status', status: 200, body }] });
      const run = await runTap({ config: settingsOf(sandbox), catalog: select('organization_acls') });
      expect(run.records('organization_acls')).to.be.empty;
      expect(run.logged('ERROR').join()).to.include('roleAssignee');
      expect(run.exitCode).to.equal(1);
    });
  }

  it('without an id is not a post: it is omitted and reported, even if only its followers are selected', async () => {
    for (const stream of ['posts', 'post_statistics']) {
      const body = { elements: [{ lifecycleState: 'PUBLISHED' }, { id: 5 }], paging: { links: [] } };
      const sandbox = await start({ faults: [{ kind: 'status', status: 200, body, match: { resource: 'posts' } }] });
      const config = settingsOf(sandbox, { organization_ids: [TURBINES] });
      const run = await runTap({ config, catalog: select(stream) });
      expect(run.logged('ERROR').join()).to.include(
        `${stream}: LinkedIn sent elements without a usable value for one of id`,
      );
      expect(run.exitCode).to.equal(1);
    }
  });

  for (const [what, body] of [
    ['whose elements are not objects', { elements: [null, 5] }],
    ['whose links are not a list', { elements: [], paging: { links: {} } }],
    ['whose next link is not text', { elements: [], paging: { links: [{ rel: 'next', href: {} }] } }],
  ] as const) {
    it(`${what} is an error of its stream only`, async () => {
      const fault = { kind: 'status', status: 200, body, match: { resource: 'posts' }, times: 'always' } as const;
      const sandbox = await start({ faults: [fault] });
      const config = settingsOf(sandbox, { organization_ids: [TURBINES] });
      const run = await runTap({ config, catalog: select('posts', 'total_follower_count') });
      expect(run.logged('ERROR').join()).to.include('FINDER posts').and.include('Please report it');
      expect(run.records('total_follower_count')).to.have.length(1);
      expect(run.exitCode).to.equal(1);
    });
  }
});

describe('any other 4xx', () => {
  const start = useSandbox();

  it('is not retried, and only fails its organization and stream', async () => {
    const body = { status: 400, code: 'ILLEGAL_ARGUMENT', message: 'made up' };
    const sandbox = await start({ faults: [{ kind: 'status', status: 400, body, match, times: 'always' }] });
    const config = settingsOf(sandbox, { organization_ids: [TURBINES, LABS] });
    const run = await runTap({ config, catalog: select(SHARES) });
    expect(run.exitCode).to.equal(1);
    expect(sandbox.requests()).to.have.length(2);
    expect(run.logged('ERROR').join()).to.include('HTTP 400 ILLEGAL_ARGUMENT: made up');
  });
});
