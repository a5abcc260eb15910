import { expect } from 'chai';
import * as fc from 'fast-check';
import type { Sandbox } from '../../src/sandbox/index.js';
import { ALL_STREAMS, select } from '../support/catalogs.js';
import { daysLater, LABS, oauthSettingsOf, settingsOf, TURBINES, urn, useSandbox } from '../support/sandboxes.js';
import { until } from '../support/process.js';
import { argumentsOf, runCommand, startTap, type TapInputs } from '../support/tap.js';

interface Check {
  readonly subject: string;
  readonly result: string;
  readonly found: string;
  readonly calls: number;
  readonly organization: string | null;
  readonly streams: readonly string[];
  readonly ends_at: string | null;
  readonly days_left: number | null;
  readonly code: string | null;
  readonly remedy: string | null;
}

interface Checked {
  readonly exitCode: number;
  readonly ok: boolean;
  readonly calls: number;
  readonly checks: readonly Check[];
  /** The only check of a subject. */
  readonly of: (subject: string) => Check;
  /** Subjects with this result. */
  readonly with: (result: string) => string[];
}

async function test(inputs: TapInputs, flag = '--test'): Promise<Checked> {
  const { exitCode, stdout } = await runCommand([...argumentsOf(inputs), flag, '--format', 'json']);
  const printed = JSON.parse(stdout) as Pick<Checked, 'ok' | 'calls' | 'checks'>;
  return {
    exitCode,
    ...printed,
    of: (subject) => printed.checks.find((check) => check.subject === subject)!,
    with: (wanted) => printed.checks.filter(({ result }) => result === wanted).map(({ subject }) => subject),
  };
}

const SOCIAL = ['socialMetadata', 'socialActions', 'reactions', 'videoAnalytics'];
const ENDPOINTS = ['organizations', 'networkSizes', 'organizationalEntityShareStatistics', 'posts', 'functions', 'geo'];

describe('--test', () => {
  const start = useSandbox();

  it('finds nothing wrong if nothing is', async () => {
    const sandbox = await start();
    const { exitCode, ok, checks, of } = await test({ config: oauthSettingsOf(sandbox) });
    expect({ exitCode, ok }).to.deep.equal({ exitCode: 0, ok: true });
    expect(new Set(checks.map(({ result }) => result))).to.deep.equal(new Set(['ok']));
    expect(of('access token')).to.include({ days_left: 60, calls: 1 });
    expect(of('refresh token')).to.include({ days_left: 365, ends_at: '2027-11-22T10:30:00.000Z', calls: 0 });
    expect(of('posts').organization).to.equal(urn(TURBINES));
  });

  it('makes the calls that it prints, and no others', async () => {
    const sandbox = await start({ oldGeography: true });
    const world = fc.record({
      streams: fc.subarray([...ALL_STREAMS]),
      flag: fc.constantFrom('--test', '--test=all'),
      credentials: fc.constantFrom('access token', 'introspection', 'oauth'),
      named: fc.constantFrom([], [TURBINES], [LABS, TURBINES, 104729999]),
      resolveNames: fc.boolean(),
      change: fc.constantFrom<Parameters<Sandbox['set']>[0]>(
        {},
        { scopes: ['r_organization_social'] },
        { versions: ['202601'] },
        { tier: 'development' },
        { token: { access: 'expired' } },
        { token: { freshTokenRefusals: { calls: 1 } } },
        { roles: { [TURBINES]: { role: 'ANALYST', state: 'APPROVED' } } },
        { faults: [{ kind: '500', times: 2 }] },
        { faults: [{ kind: 'reset-before-answer', after: 3, times: 'always' }] },
        { quota: { posts: { app: 0 } } },
        { aclFirstPage: 'short' },
      ),
    });
    const usual = { scopes: ['r_organization_social', 'rw_organization_admin', 'r_organization_social_feed'] };
    await fc.assert(
      fc.asyncProperty(world, async ({ streams, flag, credentials, named, resolveNames, change }) => {
        const always = { versions: ['202609'], tier: 'standard', quota: {}, faults: [], aclFirstPage: 'full' } as const;
        const roles = { [TURBINES]: null };
        const token = { access: 'valid', freshTokenRefusals: null } as const;
        sandbox.set({ ...usual, ...always, roles, token });
        sandbox.set(change);
        sandbox.clearRequests();
        const { client_id, client_secret, refresh_token } = sandbox.oauthConfig;
        const config = settingsOf(sandbox, {
          organization_ids: named,
          resolve_names: resolveNames,
          benchmark_organization_ids: [LABS, TURBINES],
          ...(credentials !== 'access token' && { client_id, client_secret }),
          ...(credentials === 'oauth' && { refresh_token }),
        });
        const { calls, checks } = await test({ config, catalog: select(...streams) }, flag);
        expect(calls).to.equal(sandbox.requests().length);
        expect(checks.reduce((sum, check) => sum + check.calls, 0)).to.equal(calls);
      }),
      { numRuns: 60 },
    );
  }).timeout(60_000);

  it('tries each endpoint that the selected streams need, and no other', async () => {
    const sandbox = await start();
    const { exitCode, checks } = await test({
      config: settingsOf(sandbox),
      catalog: select('comments', 'reactions', 'video_statistics'),
    });
    const tried = checks.filter(({ calls }) => calls > 0).map(({ subject }) => subject);
    expect(tried).to.deep.equal(['organizationAcls', 'posts', ...SOCIAL]);
    expect(exitCode).to.equal(0);
  });

  it('tries the streams that follow posts only if there are posts', async () => {
    const sandbox = await start({ organizations: [{ id: TURBINES, posts: 0 }] });
    const { with: by, exitCode } = await test({
      config: settingsOf(sandbox),
      catalog: select('likes', 'video_statistics'),
    });
    expect(by('not checked')).to.deep.equal(['scopes', 'socialMetadata', 'socialActions', 'videoAnalytics']);
    expect(exitCode).to.equal(0);
  });

  it('tries each endpoint on every organization with --test=all', async () => {
    const sandbox = await start();
    sandbox.set({ faults: [{ kind: '500', match: { resource: 'posts', organization: LABS }, times: 'always' }] });
    const { checks, exitCode } = await test({ config: settingsOf(sandbox) }, '--test=all');
    const posts = checks.filter(({ subject }) => subject === 'posts');
    expect(posts.map(({ organization, result, calls }) => [organization, result, calls])).to.deep.equal([
      [urn(TURBINES), 'ok', 1],
      [urn(LABS), 'failed', 2],
    ]);
    expect(exitCode).to.equal(1);
  });

  it('prints one line for an endpoint that answers on every organization, and names the others', async () => {
    const sandbox = await start();
    sandbox.set({ faults: [{ kind: '500', match: { resource: 'posts', organization: LABS }, times: 'always' }] });
    const { stdout } = await runCommand([...argumentsOf({ config: settingsOf(sandbox) }), '--test=all']);
    expect(stdout).to.match(/^ok +\d+ of \d+ endpoints by page +\d+ +answer$/m);
    expect(stdout).to.match(new RegExp(`^failed +posts of organization ${LABS} +2 +UNANSWERED$`, 'm'));
    expect(stdout).to.match(new RegExp(`^failed: posts of organization ${LABS} \\(UNANSWERED\\)$`, 'm'));
  });

  it('summarizes what is fine, names what is not, ends with a verdict, and fits 80 columns', async () => {
    const sandbox = await start({ organizations: 40, roles: { [LABS]: { role: 'ANALYST', state: 'APPROVED' } } });
    const ids = [...sandbox.truth.organizations().map(({ id }) => id), LABS];
    const config = settingsOf(sandbox, { organization_ids: ids });
    const { stdout } = await runCommand([...argumentsOf({ config }), '--test']);
    expect(stdout).to.match(/^ok +39 of 40 pages +0 +ADMINISTRATOR$/m);
    expect(stdout).to.match(new RegExp(`^failed +organization ${LABS} +0 +ANALYST`, 'm'));
    expect(stdout.trimEnd().split('\n').at(-1)).to.equal(
      '39 of 40 pages can be read. See above for what to do, then run --test again.',
    );
    for (const line of stdout.split('\n')) expect(line.length, line).to.be.at.most(80);
  });

  it('does not know the scopes of an access token alone, and finds a missing one through its endpoint', async () => {
    const sandbox = await start({ scopes: ['rw_organization_admin'] });
    const { of, exitCode } = await test({ config: settingsOf(sandbox) });
    expect(of('scopes').result).to.equal('not checked');
    expect(of('posts')).to.include({ result: 'failed', code: 'SCOPE_MISSING', calls: 1 });
    expect(exitCode).to.equal(1);
  });

  it('asks LinkedIn for the scopes and expiry of an access token if the app is known', async () => {
    const sandbox = await start();
    const { refresh_token: _, ...app } = sandbox.oauthConfig;
    const { of } = await test({ config: settingsOf(sandbox, app) });
    expect(of('access token')).to.include({ result: 'ok', days_left: 60, calls: 1 });
    expect(of('scope r_organization_social').result).to.equal('ok');
  });

  it('names the streams affected by a missing scope', async () => {
    const sandbox = await start({ scopes: ['rw_organization_admin'] });
    const { of } = await test({
      config: oauthSettingsOf(sandbox),
      catalog: select('posts', 'comments', 'share_statistics'),
    });
    expect(of('scope r_organization_social')).to.deep.include({ result: 'failed', streams: ['posts', 'comments'] });
    expect(of('scope r_organization_social_feed')).to.deep.include({ result: 'warning', streams: ['comments'] });
    expect(of('posts')).to.include({ result: 'not checked', calls: 0 });
  });

  it('warns of a refusal that only affects streams off by default', async () => {
    const sandbox = await start({ scopes: ['rw_organization_admin', 'r_organization_social'] });
    sandbox.set({ faults: [{ kind: 'status', match: { resource: 'reactions' }, status: 403, body: { status: 403 } }] });
    const { of, exitCode } = await test({ config: settingsOf(sandbox), catalog: select('posts', 'reactions') });
    expect(of('reactions')).to.include({ result: 'warning', code: 'SCOPE_MISSING' });
    expect(exitCode).to.equal(0);
  });

  it('fails for a named page without the role, and leaves other pages of the member alone', async () => {
    const sandbox = await start();
    sandbox.set({ roles: { [LABS]: { role: 'CONTENT_ADMINISTRATOR', state: 'APPROVED' } } });
    const subject = `role on ${urn(LABS)}`;
    const found = await test({ config: settingsOf(sandbox) });
    expect(found.of(subject)).to.include({ result: 'ignored', code: null });
    expect(found.exitCode).to.equal(0);
    const named = await test({ config: settingsOf(sandbox, { organization_ids: [LABS, TURBINES] }) });
    expect(named.of(subject)).to.include({ result: 'failed', code: 'ROLE_MISSING' });
    expect(named.of('posts')).to.include({ result: 'ok', organization: urn(TURBINES) });
  });

  it('does not ask for roles if no selected stream needs one', async () => {
    const sandbox = await start();
    const config = settingsOf(sandbox, { organization_ids: [104729999] });
    const { of, exitCode } = await test({ config, catalog: select('functions') });
    expect(of(`role on ${urn(104729999)}`)).to.include({ result: 'ok', found: 'none' });
    expect(exitCode).to.equal(0);
  });

  it('fails if there is no page to read', async () => {
    const sandbox = await start({ organizations: [{ id: TURBINES, role: 'ANALYST' }] });
    const { of, exitCode } = await test({ config: settingsOf(sandbox) });
    expect(of('pages to read')).to.include({ result: 'failed', code: 'NO_ORGANIZATION' });
    expect(exitCode).to.equal(1);
  });

  it('gives up on an endpoint after two tries, and continues with the others', async () => {
    const sandbox = await start();
    sandbox.set({ faults: [{ kind: '503-html', match: { resource: 'posts' }, times: 'always' }] });
    const { of, with: by } = await test({ config: settingsOf(sandbox) });
    expect(of('posts')).to.include({ result: 'failed', code: 'UNANSWERED', calls: 2 });
    expect(by('ok')).to.include.members([
      'connection',
      'access token',
      ...ENDPOINTS.filter((name) => name !== 'posts'),
    ]);
  });

  it('blames the endpoint, not the connection, if calls break off after LinkedIn has answered others', async () => {
    const sandbox = await start();
    sandbox.set({ faults: [{ kind: 'reset-before-answer', match: { resource: 'posts' }, times: 'always' }] });
    const { of } = await test({ config: settingsOf(sandbox) });
    expect(of('connection').result).to.equal('ok');
    expect(of('posts')).to.include({ result: 'failed', code: 'UNANSWERED' });
    expect(of('functions').result).to.equal('ok');
  });

  it('warns of a limit that ends a sync with exit code 3', async () => {
    const sandbox = await start({ quota: { posts: { app: 0 } } });
    const { of, exitCode } = await test({ config: settingsOf(sandbox) });
    expect(of('posts')).to.include({ result: 'warning', code: 'DAILY_LIMIT', calls: 1 });
    expect(exitCode).to.equal(0);
  });

  it('keeps to max_calls', async () => {
    const sandbox = await start();
    const { of, calls, exitCode } = await test({ config: settingsOf(sandbox, { max_calls: 3 }) });
    expect(calls).to.equal(3);
    expect(of('posts')).to.include({ result: 'not checked', found: 'max_calls reached' });
    expect(exitCode).to.equal(0);
  });

  it('warns of tokens and versions that are about to expire', async () => {
    const sandbox = await start({ token: { grantedAt: daysLater(-350) } });
    const config = oauthSettingsOf(sandbox, { linkedin_version: '202601' });
    const { of, exitCode } = await test({ config });
    expect(of('access token')).to.include({ result: 'warning', days_left: 15 });
    expect(of('refresh token')).to.include({ result: 'warning', days_left: 15 });
    expect(of('version 202601')).to.include({ result: 'warning', days_left: 53 });
    expect(exitCode).to.equal(0);
  });

  it('checks token, version and roles even if nothing is selected', async () => {
    const sandbox = await start();
    const { with: by, exitCode } = await test({ config: settingsOf(sandbox), catalog: { streams: [] } });
    expect(by('ok')).to.include.members(['access token', 'version 202609', 'organizationAcls']);
    expect(exitCode).to.equal(0);
  });

  it('accepts an unknown geo as an answer, but not a missing resource', async () => {
    const sandbox = await start();
    const body = { status: 404, code: 'RESOURCE_NOT_FOUND', message: 'No virtual resource found' };
    sandbox.set({ faults: [{ kind: 'status', status: 404, body, match: { resource: 'geo' }, times: 'always' }] });
    const { of, exitCode } = await test({ config: settingsOf(sandbox) });
    expect(of('geo')).to.include({ result: 'failed', code: 'NOT_FOUND', calls: 1 });
    expect(exitCode).to.equal(1);
    const unknown = { results: null, statuses: null, errors: null };
    sandbox.set({ faults: [{ kind: 'extra', patch: unknown, match: { resource: 'geo' }, times: 'always' }] });
    expect((await test({ config: settingsOf(sandbox) })).of('geo')).to.include({ result: 'ok' });
  });

  it('prints no table when stopped', async () => {
    const sandbox = await start();
    sandbox.set({ faults: [{ kind: 'stall', match: { resource: 'posts' }, times: 'always' }] });
    const tap = startTap({ config: settingsOf(sandbox), args: ['--test'] });
    await until(() => sandbox.requests().some(({ resource }) => resource === 'posts'));
    tap.signal('SIGINT');
    const { exitCode, stdout, stderr } = await tap.done;
    expect({ exitCode, stdout }).to.deep.equal({ exitCode: 130, stdout: '' });
    expect(stderr).to.include('Interrupted. ').and.not.include('STATE');
  });

  it('accepts no value but all', async () => {
    const { exitCode, stdout, stderr } = await runCommand(['--test=some']);
    expect({ exitCode, stdout }).to.deep.equal({ exitCode: 2, stdout: '' });
    expect(stderr).to.include('--test=all');
  });

  it('prints nothing on stdout for a bad config', async () => {
    const { exitCode, stdout } = await runCommand([...argumentsOf({ config: { max_tries: 0 } }), '--test']);
    expect({ exitCode, stdout }).to.deep.equal({ exitCode: 1, stdout: '' });
  });
});
