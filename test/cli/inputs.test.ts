import { expect } from 'chai';
import { discovered, select, selecting } from '../support/catalogs.js';
import { writeTemporary } from '../support/files.js';
import { LABS, settingsOf, TURBINES, urn, useSandbox } from '../support/sandboxes.js';
import { runCommand, runTap } from '../support/tap.js';

const SHARES = 'share_statistics_time_bound';

describe('the catalog of a sync', () => {
  const start = useSandbox();

  it('removes nested fields from both SCHEMA and RECORD, but keeps the keys', async () => {
    const sandbox = await start();
    const off = { selected: false };
    const catalog = selecting([SHARES], {
      timeRange: off,
      time_range_start: off,
      organizationalEntity: off,
      'totalShareStatistics.engagement': off,
      time_granularity: off,
    });
    const run = await runTap({ config: settingsOf(sandbox), catalog });
    const { schema } = run.schemas.get(SHARES)!;
    const [record] = run.records(SHARES);
    for (const names of [Object.keys(schema.properties), Object.keys(record!)]) {
      expect(names).to.include.members(['organizationalEntity', 'time_range_start', 'time_range_end']);
      expect(names).not.to.include('timeRange').and.not.include('time_granularity');
    }
    expect(schema.properties['totalShareStatistics']!.properties).not.to.have.property('engagement');
    expect(record!['totalShareStatistics']).to.have.property('clickCount');
    expect(record!['totalShareStatistics']).not.to.have.property('engagement');
    expect(run.state.bookmarks[SHARES]).to.have.all.keys(urn(TURBINES), urn(LABS));
  });

  it('that selects nothing causes a warning: one STATE, exit 0, no call', async () => {
    const sandbox = await start();
    const state = { bookmarks: { x: { y: {} } } };
    const run = await runTap({ config: settingsOf(sandbox), catalog: selecting([]), state });
    expect(run.messages).to.deep.equal([{ type: 'STATE', value: state }]);
    expect(run.logged('WARNING').join()).to.match(/nothing is selected|no stream/i);
    expect(run.exitCode).to.equal(0);
    expect(sandbox.requests()).to.be.empty;
  });

  it('that selects an unknown stream ends the run before any call, with the nearest name', async () => {
    const sandbox = await start();
    const run = await runTap({ config: settingsOf(sandbox), catalog: select('share_statistic') });
    expect(run.exitCode).to.equal(1);
    expect(run.stdout).to.equal('');
    expect(run.logged('CRITICAL').join()).to.include('"share_statistics"');
    expect(sandbox.requests()).to.be.empty;
  });

  it('may be called --properties', async () => {
    const sandbox = await start();
    const args = ['--properties', writeTemporary(select('total_follower_count'))];
    const run = await runTap({ config: settingsOf(sandbox), args });
    expect([...run.schemas.keys()]).to.deep.equal(['total_follower_count']);
  });
});

describe('the state of a sync', () => {
  const start = useSandbox();

  for (const [what, state] of [
    ['is not an instant', 'soon'],
    ['is missing', undefined],
    ['is a number', 1795314127090],
  ] as const) {
    it(`with a bookmark that ${what} ends the run before any call, and names it`, async () => {
      const sandbox = await start();
      const bookmarks = { [SHARES]: { [urn(TURBINES)]: { 'timeRange.end': state } } };
      const run = await runTap({ config: settingsOf(sandbox), state: { bookmarks } });
      expect(run.exitCode).to.equal(1);
      expect(run.stdout).to.equal('');
      expect(run.logged('CRITICAL').join()).to.include(`bookmarks.${SHARES}.${urn(TURBINES)}`);
      expect(sandbox.requests()).to.be.empty;
    });
  }

  it('that is not a state ends the run before any call', async () => {
    const sandbox = await start();
    const run = await runTap({ config: settingsOf(sandbox), state: 'INFO nothing here\n' });
    expect(run.exitCode).to.equal(1);
    expect(run.stdout).to.equal('');
  });
});

describe('the inputs of a sync', () => {
  it('are checked together: each fault of settings, catalog and state has a line', async () => {
    const run = await runTap({ config: { max_calls: 'many' }, catalog: '{', state: '-' });
    const said = [...run.logged('ERROR'), ...run.logged('CRITICAL')].join('\n');
    expect(said).to.include('max_calls').and.include('access_token').and.include('catalog').and.include('state');
    expect(run.exitCode).to.equal(1);
    expect(run.stdout).to.equal('');
  });

  for (const flag of ['--config', '--catalog', '--state']) {
    it(`may lack the file of ${flag}: exit 1, with its name`, async () => {
      const run = await runTap({ config: { access_token: 'AQX-made-up-0001' }, args: [flag, 'no/such/file.json'] });
      expect(run.exitCode).to.equal(1);
      expect(run.logged('CRITICAL').join()).to.include('no/such/file.json');
      expect(run.stderr).not.to.include('    at ');
    });
  }

  it('may be settings from several files and the environment, where later ones win', async () => {
    const run = await runTap({
      args: ['--config', writeTemporary({ start_date: 'soon' }), '--config', 'ENV'],
      env: { TAP_LINKEDIN_PAGES_ACCESS_TOKEN: 'AQX-made-up-0002', TAP_LINKEDIN_PAGES_START_DATE: 'later' },
    });
    expect(run.logged('CRITICAL').join()).to.include('later').and.not.include('soon');
  });
});

describe('--discover', () => {
  it('needs no inputs and prints the catalog, one document', async () => {
    const run = await runCommand(['--discover']);
    expect(JSON.parse(run.stdout)).to.deep.equal(discovered());
    expect(run.stderr).to.equal('');
  });

  it('accepts a state and a bad config, as Meltano passes them', async () => {
    const config = writeTemporary({ start_date: 'nonsense' });
    const run = await runCommand(['--config', config, '--state', writeTemporary('not a state'), '--discover']);
    expect(JSON.parse(run.stdout)).to.deep.equal(discovered());
    expect(run.exitCode).to.equal(0);
  });

  it('has the longer key of lifetime streams with snapshot_history', async () => {
    const run = await runCommand(['--config', writeTemporary({ snapshot_history: true }), '--discover']);
    const { streams } = JSON.parse(run.stdout) as ReturnType<typeof discovered>;
    const keys = streams.map(({ stream, key_properties }) => [stream, key_properties.includes('snapshot_date')]);
    expect(Object.fromEntries(keys)).to.include({
      share_statistics: true,
      organization_lookup: false,
      [SHARES]: false,
    });
  });
});
