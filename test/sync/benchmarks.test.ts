import { expect } from 'chai';
import type { Sandbox } from '../../src/sandbox/index.js';
import { select } from '../support/catalogs.js';
import type { Json } from '../support/output.js';
import { daysLater, settingsOf, TURBINES, urn, useSandbox } from '../support/sandboxes.js';
import { argumentsOf, runCommand, runTap } from '../support/tap.js';

const STREAM = 'benchmark_follower_count';
/** Pages on which the member has no role. */
const OTHERS = [2001, 2002, 2003];
const PAGES = [{ id: TURBINES }, ...OTHERS.map((id) => ({ id, name: `Page ${id}`, role: null }))];

describe('benchmark_follower_count', () => {
  const start = useSandbox();
  const open = (): Promise<Sandbox> => start({ organizations: PAGES });
  const inputsOf = (sandbox: Sandbox, settings: object = {}) => ({
    config: settingsOf(sandbox, { benchmark_organization_ids: OTHERS, ...settings }),
    catalog: select(STREAM),
  });
  const rowOf = (sandbox: Sandbox, id: number, names: Json = {}): Json => ({
    organization: urn(id),
    organization_id: id,
    localizedName: `Page ${id}`,
    vanityName: `page-${id}-${id}`,
    firstDegreeSize: sandbox.truth.totalFollowers(id),
    snapshot_date: '2026-11-22',
    additional_fields: null,
    ...names,
  });

  it('counts each page’s followers in one call, and looks up all names in one', async () => {
    const sandbox = await open();
    const run = await runTap(inputsOf(sandbox, { organization_ids: [TURBINES] }));
    expect(run.exitCode).to.equal(0);
    expect(run.records(STREAM)).to.have.deep.members(OTHERS.map((id) => rowOf(sandbox, id)));
    const urls = sandbox.requests().map(({ url }) => url);
    expect(urls).to.have.members([
      '/rest/organizationsLookup?ids=List(2001,2002,2003)',
      ...OTHERS.map((id) => `/rest/networkSizes/urn%3Ali%3Aorganization%3A${id}?edgeType=COMPANY_FOLLOWED_BY_MEMBER`),
    ]);
  });

  it('looks up fifty names per call', async () => {
    const many = Array.from({ length: 101 }, (_, index) => ({ id: 3001 + index, role: null }));
    const sandbox = await start({ organizations: [{ id: TURBINES }, ...many] });
    const inputs = inputsOf(sandbox, { benchmark_organization_ids: many.map(({ id }) => id) });
    const { stdout } = await runCommand([...argumentsOf(inputs), '--estimate', '--format', 'json']);
    const { calls } = JSON.parse(stdout) as { calls: { endpoint: string; least: number; most: number }[] };
    const told = calls.filter(({ endpoint }) => endpoint !== 'organizationAcls');
    expect(told.map(({ endpoint, least, most }) => [endpoint, least, most])).to.have.deep.members([
      ['organizationsLookup', 3, 3],
      ['networkSizes', 101, 101],
    ]);
    sandbox.clearRequests();
    expect((await runTap(inputs)).records(STREAM)).to.have.length(101);
    const made = (resource: string): number => sandbox.requests().filter((call) => call.resource === resource).length;
    expect([made('organizationsLookup'), made('networkSizes')]).to.deep.equal([3, 101]);
  });

  it('without its setting makes no call and writes no SCHEMA, selected or not', async () => {
    const sandbox = await open();
    const only = await runTap({ config: settingsOf(sandbox), catalog: select(STREAM) });
    expect(only.exitCode).to.equal(0);
    expect([...only.schemas.keys()]).to.deep.equal([]);
    expect(sandbox.requests()).to.be.empty;
    const byDefault = await runTap({ config: settingsOf(sandbox) });
    expect([...byDefault.schemas.keys()])
      .to.include('total_follower_count')
      .and.not.include(STREAM);
  });

  it('is read by default if pages are named', async () => {
    const run = await runTap({ config: inputsOf(await open()).config });
    expect(run.records(STREAM)).to.have.length(3);
  });

  it('builds a history with snapshot_history: the day becomes part of the key', async () => {
    const sandbox = await open();
    const keys = async (snapshot_history: boolean): Promise<unknown> =>
      (await runTap(inputsOf(sandbox, { snapshot_history }))).schemas.get(STREAM)!.key_properties;
    expect(await keys(false)).to.deep.equal(['organization']);
    expect(await keys(true)).to.deep.equal(['organization', 'snapshot_date']);
  });

  for (const [trouble, status] of [
    ['refused', 403],
    ['unknown', 404],
    ['in an outage', 500],
  ] as const) {
    it(`warns of a page that is ${trouble}, reads the others and exits with 0`, async () => {
      const sandbox = await open();
      const body = { status, message: 'made-up trouble' };
      const match = { resource: 'networkSizes', item: urn(2002) };
      sandbox.set({ faults: [{ kind: 'status', status, body, match, times: 'always' }] });
      const run = await runTap(inputsOf(sandbox, { max_tries: 2 }));
      expect(run.exitCode, run.stderr).to.equal(0);
      expect(run.records(STREAM)).to.have.deep.members([rowOf(sandbox, 2001), rowOf(sandbox, 2003)]);
      expect(run.logged('WARNING').join('\n')).to.include(STREAM).and.include(urn(2002));
      expect(run.logged('ERROR').concat(run.logged('CRITICAL'))).to.deep.equal([]);
      expect(run.stderr).not.to.include('ADMINISTRATOR');
    });
  }

  it('writes rows without names if LinkedIn does not tell them', async () => {
    const sandbox = await open();
    const unnamed = { localizedName: null, vanityName: null };
    const key = { kind: 'key', status: 404, match: { resource: 'organizationsLookup', item: '2002' } } as const;
    sandbox.set({ faults: [{ ...key, times: 'always' }] });
    const one = await runTap(inputsOf(sandbox));
    expect(one.exitCode).to.equal(0);
    expect(one.records(STREAM)).to.have.deep.members([
      rowOf(sandbox, 2001),
      rowOf(sandbox, 2002, unnamed),
      rowOf(sandbox, 2003),
    ]);
    sandbox.set({ faults: [], tier: 'development' });
    const none = await runTap(inputsOf(sandbox, { organization_ids: [TURBINES] }));
    expect(none.exitCode, none.stderr).to.equal(0);
    expect(none.records(STREAM)).to.have.deep.members(OTHERS.map((id) => rowOf(sandbox, id, unnamed)));
    expect(none.logged('WARNING')).to.have.length(1);
  });

  it('continues where it stopped at a limit, and reads no page twice on that day', async () => {
    const sandbox = await open();
    const first = await runTap(inputsOf(sandbox, { organization_ids: [TURBINES], max_calls: 3, max_concurrency: 1 }));
    expect(first.exitCode).to.equal(3);
    sandbox.clearRequests();
    const second = await runTap({ ...inputsOf(sandbox, { organization_ids: [TURBINES] }), state: first.state });
    expect(second.exitCode).to.equal(0);
    expect([...first.records(STREAM), ...second.records(STREAM)]).to.have.deep.members(
      OTHERS.map((id) => rowOf(sandbox, id)),
    );
    expect(sandbox.requests()).to.have.length(2);
  });

  it('reads its names again if a limit prevented that', async () => {
    const sandbox = await open();
    sandbox.set({ quota: { organizationsLookup: { app: 0 } } });
    const first = await runTap(inputsOf(sandbox, { max_tries: 2 }));
    expect(first.exitCode).to.equal(3);
    sandbox.set({ quota: { organizationsLookup: null } });
    const second = await runTap({ ...inputsOf(sandbox), state: first.state });
    expect(second.records(STREAM)).to.have.deep.members(OTHERS.map((id) => rowOf(sandbox, id)));
  });

  it('is tried by --test on a page named in the setting', async () => {
    const sandbox = await open();
    const { stdout } = await runCommand([...argumentsOf(inputsOf(sandbox)), '--test', '--format', 'json']);
    const { checks } = JSON.parse(stdout) as { checks: { subject: string; organization: string; result: string }[] };
    expect(checks.filter(({ subject }) => subject === 'networkSizes')[0]).to.include({
      organization: urn(2001),
      result: 'ok',
    });
  });

  it('treats the numbers of another day as another row', async () => {
    const sandbox = await open();
    sandbox.set({ now: daysLater(1) });
    const [row] = (await runTap(inputsOf(sandbox, { now: daysLater(1) }))).records(STREAM);
    expect(row).to.include({ snapshot_date: '2026-11-23' });
  });
});
