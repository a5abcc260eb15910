import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { BUNDLED_CATALOGS } from '../../src/cli/selection.js';
import { packageRoot } from '../../src/package.js';
import { ALL_STREAMS } from '../support/catalogs.js';
import { LABS, oauthSettingsOf, settingsOf, TURBINES, useSandbox } from '../support/sandboxes.js';
import type { TapRun } from '../support/output.js';
import { argumentsOf, runCommand, runTap } from '../support/tap.js';

const selecting = (...patterns: readonly string[]): string[] => patterns.flatMap((pattern) => ['--select', pattern]);

describe('--select', () => {
  const start = useSandbox();

  it("reads these streams and fields instead of a catalog's, and always the keys", async () => {
    const sandbox = await start();
    const args = selecting('share_statistics_time_bound,posts', '!posts.commentary !*.additional_fields');
    const run = await runTap({ config: settingsOf(sandbox), args });
    expect(run.exitCode).to.equal(0);
    expect([...run.schemas.keys()]).to.deep.equal(['share_statistics_time_bound', 'posts']);
    expect(run.records('posts')[0])
      .to.include.keys('id', 'content')
      .and.not.have.any.keys('commentary', 'additional_fields');
    expect(run.records('share_statistics_time_bound')[0]).to.include.keys('timeRange', 'totalShareStatistics');
  });

  it('leads to the same state as a catalog, so that both continue from it', async () => {
    const sandbox = await start();
    const config = settingsOf(sandbox);
    const marked = await runCommand([...selecting('posts.id', 'share_statistics_time_bound'), '--discover']);
    const byCatalog = await runTap({ config, catalog: marked.stdout });
    const bySelect = await runTap({ config, args: selecting('posts.id', 'share_statistics_time_bound') });
    const linesOf = ({ stdout }: TapRun): string[] =>
      stdout
        .replaceAll(/"time_extracted":"[^"]*"/g, '')
        .split('\n')
        // When the first STATE is written depends on which stream comes first.
        .filter((line) => !line.includes('"type":"STATE"'))
        .sort();
    expect(linesOf(bySelect)).to.deep.equal(linesOf(byCatalog));
    expect(bySelect.state).to.deep.equal(byCatalog.state);
  });

  it('counts for --estimate and --test as well', async () => {
    const sandbox = await start();
    const config = settingsOf(sandbox, { organization_ids: [TURBINES, LABS] });
    const given = [...argumentsOf({ config }), ...selecting('share_statistics'), '--format', 'json'];
    const estimate = JSON.parse((await runCommand([...given, '--estimate'])).stdout) as {
      calls: { streams: string[] }[];
    };
    expect(estimate.calls.map(({ streams }) => streams)).to.deep.equal([['share_statistics']]);
    const { checks } = JSON.parse((await runCommand([...given, '--test'])).stdout) as { checks: { subject: string }[] };
    expect(checks.map(({ subject }) => subject))
      .to.include('organizationalEntityShareStatistics')
      .and.not.include('posts');
  });

  it('determines the scopes that login asks for', async () => {
    const sandbox = await start();
    const args = ['login', '--no-browser', '--port', '0', '--timeout', '0.01'];
    const login = async (...patterns: readonly string[]): Promise<string> =>
      (await runCommand([...args, ...argumentsOf({ config: oauthSettingsOf(sandbox) }), ...selecting(...patterns)]))
        .stderr;
    expect(await login('share_statistics'))
      .to.include('rw_organization_admin')
      .and.not.include('r_organization_social');
    expect(await login('posts')).to.include('r_organization_social');
  });

  it('that matches nothing ends the run before any call, with the nearest name', async () => {
    const sandbox = await start();
    const run = await runTap({ config: settingsOf(sandbox), args: selecting('posts.comentary') });
    expect([run.exitCode, run.stdout, sandbox.requests()]).to.deep.equal([1, '', []]);
    expect(run.logged('CRITICAL').join()).to.include(
      '"posts.comentary" names no field, the nearest is "posts.commentary"',
    );
    const discovery = await runCommand(['--discover', ...selecting('nowhere')]);
    expect([discovery.exitCode, discovery.stdout]).to.deep.equal([1, '']);
  });

  for (const args of [
    ['--select', 'posts', '--catalog', 'catalog.json'],
    ['--select', 'posts', '--properties', 'catalog.json'],
    ['login', '--select', 'posts', '--catalog', 'catalog.json'],
    ['--select', ' , '],
    ['--select'],
  ]) {
    it(`is wrong usage as ${args.join(' ')}`, async () => {
      const { exitCode, stdout, stderr } = await runCommand(args);
      expect([exitCode, stdout]).to.deep.equal([2, '']);
      expect(stderr).to.match(/^CRITICAL .*select/);
    });
  }
});

describe('--catalog with a name', () => {
  const start = useSandbox();

  for (const name of BUNDLED_CATALOGS) {
    it(`takes ${name} from the bundled catalogs`, async () => {
      const sandbox = await start({ organizations: 1, oldGeography: true });
      const run = await runTap({ config: settingsOf(sandbox), args: ['--catalog', name] });
      expect(run.exitCode, run.stderr).to.equal(0);
      const file = fileURLToPath(new URL(`catalog/${name}.json`, packageRoot));
      const named = await runTap({ config: settingsOf(sandbox), args: ['--catalog', file] });
      expect([...run.schemas.keys()]).to.deep.equal([...named.schemas.keys()]);
    });
  }

  it('that is unknown gets the nearest name, and a hint that there is no such file', async () => {
    const run = await runTap({ config: { access_token: 'AQX-made-up-1' }, args: ['--catalog', 'airbite'] });
    expect(run.logged('CRITICAL').join())
      .to.include('airbite cannot be read (ENOENT)')
      .and.include('the nearest bundled catalog is "airbyte"');
  });
});

describe('streams', () => {
  it('are listed by family, in 80 columns for people', async () => {
    const { exitCode, stdout, stderr } = await runCommand(['streams']);
    expect({ exitCode, stderr }).to.deep.equal({ exitCode: 0, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines.filter((line) => line.length > 80)).to.deep.equal([]);
    const listed = lines.flatMap((line) => /^ {2}[* ] (\w+) /.exec(line)?.[1] ?? []);
    expect(listed).to.deep.equal(ALL_STREAMS);
    expect(stdout).to.match(/^ {2}\* posts {2,}1 per 100 posts {2,}r_organization_social$/m);
    expect(stdout)
      .to.match(/^ {4}comments {2,}/m)
      .and.match(/^Followers$/m);
  });

  it('are listed for programs, with everything needed for choosing', async () => {
    const { stdout } = await runCommand(['streams', '--format', 'json']);
    const rows = JSON.parse(stdout) as Record<string, unknown>[];
    expect(rows.map(({ name }) => name)).to.deep.equal(ALL_STREAMS);
    for (const row of rows) {
      expect(row).to.have.all.keys(
        'name',
        'family',
        'description',
        'selected_by_default',
        'scopes',
        'role',
        'calls',
        'shares_calls_with',
        'key_properties',
        'replication',
      );
      expect(row['description']).to.be.a('string');
    }
    const geo = rows.find(({ name }) => name === 'follower_counts_by_geo');
    expect(geo).to.include({
      family: 'Followers',
      shares_calls_with: 'follower_statistics',
      selected_by_default: true,
    });
  });
});
