import { expect } from 'chai';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { select } from '../../support/catalogs.js';
import { callsOf, daysLater, oauthSettingsOf, settingsOf, TURBINES, urn, useSandbox } from '../../support/sandboxes.js';
import { runTap } from '../../support/tap.js';

const DAY_SECONDS = 86_400;
const COUNTS = select('total_follower_count');

describe('the token of a sync', () => {
  const start = useSandbox();

  const named = { organization_ids: [TURBINES] };
  const read = (sandbox: Sandbox) => runTap({ config: oauthSettingsOf(sandbox, named), catalog: COUNTS });

  it('is fetched once, before the first call', async () => {
    const sandbox = await start();
    expect((await read(sandbox)).exitCode).to.equal(0);
    expect(callsOf(sandbox)).to.deep.equal(['accessToken 200', 'networkSizes 200']);
  });

  it('is fetched again if LinkedIn refuses it during a run', async () => {
    const sandbox = await start({
      faults: [
        {
          kind: 'status',
          status: 401,
          body: { status: 401, serviceErrorCode: 65602, code: 'EXPIRED_ACCESS_TOKEN', message: 'expired' },
          match: { resource: 'networkSizes' },
          after: 1,
        },
      ],
    });
    const run = await runTap({ config: oauthSettingsOf(sandbox, { max_concurrency: 1 }), catalog: COUNTS });
    expect(run.exitCode).to.equal(0);
    expect(run.records('total_follower_count')).to.have.length(2);
    expect(callsOf(sandbox).slice(-4)).to.deep.equal([
      'networkSizes 200',
      'networkSizes 401',
      'accessToken 200',
      'networkSizes 200',
    ]);
  });

  it('that is refused while fresh is waited for, not fetched again', async () => {
    const sandbox = await start({ token: { freshTokenRefusals: { calls: 1 } } });
    expect((await read(sandbox)).exitCode).to.equal(0);
    expect(callsOf(sandbox)).to.deep.equal(['accessToken 200', 'networkSizes 401', 'networkSizes 200']);
  });

  for (const [state, said] of [
    ['expired', 'has expired'],
    ['revoked', 'was revoked'],
  ] as const) {
    it(`that is ${state} and cannot be refreshed stops the run and says what to do`, async () => {
      const sandbox = await start({ token: { access: state } });
      const run = await runTap({ config: settingsOf(sandbox) });
      expect(run.exitCode).to.equal(1);
      expect(run.logged('CRITICAL')).to.have.length(1);
      expect(run.logged('CRITICAL')[0]).to.include(`your access token ${said}: re-authenticate to get a new one`);
      expect(callsOf(sandbox)).to.deep.equal(['organizationAcls 401']);
      expect(run.messages.at(-1)).to.deep.equal({ type: 'STATE', value: { bookmarks: {} } });
    });
  }

  it('that is unknown to LinkedIn is called invalid', async () => {
    const sandbox = await start();
    const run = await runTap({ config: settingsOf(sandbox, { access_token: 'AQX-made-up-elsewhere-0000' }) });
    expect(run.logged('CRITICAL')[0]).to.include('your access token is invalid');
    expect(run.exitCode).to.equal(1);
  });

  it('that LinkedIn does not grant stops the run before any call', async () => {
    const sandbox = await start({ token: { refresh: 'revoked' } });
    const run = await read(sandbox);
    expect(run.exitCode).to.equal(1);
    expect(run.logged('CRITICAL')[0]).to.include('re-authenticate to get a new refresh_token');
    expect(callsOf(sandbox)).to.deep.equal(['accessToken 400']);
    expect(run.messages.at(-1)?.type).to.equal('STATE');
  });

  it('is requested again if the token endpoint fails temporarily', async () => {
    const sandbox = await start({ faults: [{ kind: '503-html', match: { resource: 'accessToken' }, times: 2 }] });
    const run = await read(sandbox);
    expect(run.exitCode).to.equal(0);
    expect(run.logged('WARNING').filter((line) => line.startsWith('Caught retryable error'))).to.have.length(2);
  });

  it('keeps the previous state if the run stops', async () => {
    const sandbox = await start({ token: { access: 'expired' } });
    const state = {
      bookmarks: { share_statistics_time_bound: { [urn(TURBINES)]: { 'timeRange.end': '2026-11-01T00:00:00Z' } } },
    };
    const run = await runTap({ config: settingsOf(sandbox), state });
    expect(run.state).to.deep.equal(state);
  });

  it('causes a warning within 30 days of its expiry, and so does the refresh token', async () => {
    const granted = new Date(Date.now() - 350 * DAY_SECONDS * 1000).toISOString();
    const sandbox = await start({ now: null, token: { grantedAt: granted } });
    const warnings = (await read(sandbox)).logged('WARNING');
    expect(warnings.filter((line) => line.startsWith('The access token ends on'))).to.have.length(1);
    expect(warnings.filter((line) => line.startsWith('The refresh token ends on'))).to.have.length(1);
  });
});

describe('the version of a sync', () => {
  const start = useSandbox();

  it('that has been retired stops the run at once, with one sentence that says what to set', async () => {
    const sandbox = await start({ versions: ['202701', '202702'] });
    const run = await runTap({ config: settingsOf(sandbox) });
    expect(run.exitCode).to.equal(1);
    expect(run.logged('CRITICAL')).to.have.length(1);
    expect(run.logged('CRITICAL')[0]).to.match(/version 202609 .* set linkedin_version to /);
    expect(callsOf(sandbox)).to.deep.equal(['organizationAcls 426']);
    expect(run.messages.at(-1)?.type).to.equal('STATE');
  });

  const forms: readonly (readonly [string, number, unknown])[] = [
    ['426 without a body', 426, ''],
    ['400 with only the code', 400, { status: 400, code: 'NONEXISTENT_VERSION' }],
    ['400 with only the message', 400, { status: 400, message: 'Requested version 20260901 is not active' }],
  ];
  for (const [form, status, body] of forms) {
    it(`is recognized as refused by ${form}`, async () => {
      const sandbox = await start({ faults: [{ kind: 'status', status, body }] });
      const run = await runTap({ config: settingsOf(sandbox) });
      expect(run.logged('CRITICAL').join()).to.include('set linkedin_version');
      expect(sandbox.requests()).to.have.length(1);
      expect(run.exitCode).to.equal(1);
    });
  }

  it('causes a warning within 60 days of its end, a year after its month', async () => {
    const sandbox = await start({ now: daysLater(240), versions: ['202609'] });
    const run = await runTap({ config: settingsOf(sandbox) });
    expect(run.logged('WARNING').join('\n')).to.include('linkedin_version');
    expect(run.exitCode).to.equal(0);
  });
});
