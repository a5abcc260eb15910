import { expect } from 'chai';
import { settingsOf, TURBINES, useSandbox } from '../../support/sandboxes.js';
import { runTap } from '../../support/tap.js';

/** A page of the sandbox on which the member has no role. */
const STRANGE = 104_729_450;

describe('each cause of errors', () => {
  const start = useSandbox();

  it('is one line for a page on which the member has no role, however many streams are affected', async () => {
    const sandbox = await start({ organizations: [{ id: TURBINES }, { id: STRANGE, role: null }] });
    const run = await runTap({ config: settingsOf(sandbox, { organization_ids: [TURBINES, STRANGE] }) });
    expect(run.exitCode).to.equal(1);
    const roles = run.logged('ERROR').filter((line) => line.includes('no role there'));
    expect(roles).to.have.length(1);
    expect(roles[0])
      .to.match(new RegExp(`^organization ${STRANGE}: no role there, \\d+ streams skipped\\. `))
      .and.match(/grant ADMINISTRATOR, or take \d+ out of organization_ids\. \[ROLE_MISSING\]$/);
    expect(run.logged('ERROR').length).to.be.at.most(2);
  });

  it('is one line for a resource that does not answer, with its pages counted', async () => {
    const sandbox = await start({ organizations: 5 });
    const resource = 'organizationalEntityFollowerStatistics';
    sandbox.set({ faults: [{ kind: '503-html', match: { resource }, times: 'always' }] });
    const run = await runTap({ config: settingsOf(sandbox, { max_tries: 1 }) });
    expect(run.logged('ERROR')).to.have.length(1);
    expect(run.logged('ERROR')[0]).to.match(/^9 streams of 5 pages \(\d+, \d+, \d+ and 2 more\): /);
  });

  it('keeps code, streams and pages apart for machines', async () => {
    const sandbox = await start({ scopes: ['r_organization_social', 'r_organization_social_feed'] });
    const config = settingsOf(sandbox, { organization_ids: [TURBINES] });
    const run = await runTap({ config, args: ['--log-format', 'json'] });
    const lines = run.log.map(
      (line) => JSON.parse(line) as { level: string; extra?: { code?: string; streams?: string[] } },
    );
    const faults = lines.filter(({ level, extra }) => level === 'error' && extra?.code !== undefined);
    expect(faults).to.have.length(1);
    expect(faults[0]!.extra).to.include({ code: 'SCOPE_MISSING' });
    expect(faults[0]!.extra!.streams!.length).to.be.above(10);
  });
});
