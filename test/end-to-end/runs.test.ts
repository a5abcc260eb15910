import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { packageRoot, readPackageVersion } from '../../src/package.js';
import { discovered } from '../support/catalogs.js';
import { lintStream } from '../support/lint/stream.js';
import { runProcess } from '../support/process.js';
import { daysLater, oauthSettingsOf, settingsOf, TURBINES, useSandbox } from '../support/sandboxes.js';
import { inspectOutput } from '../support/secrets.js';

const SHARES = 'share_statistics_time_bound';

describe('the built tap', () => {
  const start = useSandbox();

  it('syncs twice, a day apart, passing on the state', async () => {
    const sandbox = await start();
    const settings = { start_date: '2026-11-12', lookback_days: 2, organization_ids: [TURBINES] };
    const first = await runProcess({ config: oauthSettingsOf(sandbox, settings), catalog: discovered() });
    expect(first.exitCode).to.equal(0);
    expect(lintStream(first.stdout)).to.deep.equal([]);
    expect(first.records(SHARES)).to.have.length(10);
    sandbox.set({ now: daysLater(1) });
    const second = await runProcess({ config: oauthSettingsOf(sandbox, settings), state: first.state });
    expect(second.exitCode).to.equal(0);
    expect(lintStream(second.stdout)).to.deep.equal([]);
    const days = second.records(SHARES).map((record) => String(record['time_range_start']).slice(0, 10));
    expect(days).to.deep.equal(['2026-11-20', '2026-11-21', '2026-11-22']);
  });

  it('can be configured by the environment alone', async () => {
    const sandbox = await start();
    const env = Object.fromEntries(
      Object.entries(settingsOf(sandbox)).map(([name, value]) => [
        `TAP_LINKEDIN_PAGES_${name.toUpperCase()}`,
        String(value),
      ]),
    );
    const run = await runProcess({ args: ['--config=ENV'], env });
    expect(run.exitCode).to.equal(0);
    expect(run.records(SHARES)).to.have.length(20);
  });

  it('fails with one CRITICAL line and nothing on stdout when its settings are wrong', async () => {
    const run = await runProcess({ config: { start_date: 'whenever', max_concurrency: 1e9 } });
    expect(run.exitCode).to.equal(1);
    expect(run.stdout).to.equal('');
    expect(run.logged('CRITICAL')).not.to.be.empty;
    expect(run.stderr).to.include('start_date').and.include('max_concurrency').and.include('access_token');
    expect(run.stderr).not.to.include('    at ');
  });
});

describe('the command line', () => {
  const tap = (...args: string[]): { status: number | null; stdout: string; stderr: string } => {
    const bin = fileURLToPath(new URL('bin/tap-linkedin-pages.js', packageRoot));
    return spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8', env: {} });
  };

  it('prints its version', () => {
    expect(tap('--version')).to.include({
      status: 0,
      stdout: `tap-linkedin-pages ${readPackageVersion()}\n`,
      stderr: '',
    });
  });

  it('prints the catalog without a config', () => {
    const { status, stdout, stderr } = tap('--discover');
    expect(JSON.parse(stdout)).to.deep.equal(discovered());
    expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '' });
  });

  it('prints help that names its flags', () => {
    const { status, stdout } = tap('--help');
    expect(status).to.equal(0);
    for (const flag of ['--config', '--catalog', '--state', '--discover', '--about', '--log-level', '--log-format'])
      expect(stdout).to.include(flag);
  });

  it('prints about as JSON', () => {
    expect(JSON.parse(tap('--about', '--format=json').stdout)).to.include({ name: 'tap-linkedin-pages' });
  });

  for (const args of [
    ['--frobnicate'],
    ['frobnicate'],
    ['--log-level', 'loud'],
    ['--about', '--format', 'yaml'],
    ['--config'],
  ]) {
    it(`answers ${args.join(' ')} with the mistake on stderr and exit code 2`, () => {
      const { status, stdout, stderr } = tap(...args);
      expect({ status, stdout }).to.deep.equal({ status: 2, stdout: '' });
      expect(stderr)
        .to.match(/^CRITICAL /)
        .and.not.include('    at ');
    });
  }
});

describe('npm start', () => {
  it('without arguments writes a stream that every target accepts', () => {
    const { stdout, stderr } = spawnSync('npm', ['start', '-s'], {
      cwd: fileURLToPath(packageRoot),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    inspectOutput(stdout + stderr);
    expect(lintStream(stdout)).to.deep.equal([]);
    expect(stdout.split('\n')).to.have.length.above(1000);
  }).timeout(60_000);
});
