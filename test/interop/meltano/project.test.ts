import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import { describeTap } from '../../../src/cli/about.js';
import { readPackageVersion } from '../../../src/package.js';
import { loadStreams } from '../../../src/streams/load.js';
import { settingsOf, useSandbox } from '../../support/sandboxes.js';
import { makeFolder } from '../../support/folders.js';
import { needTools } from '../support/needs.js';
import { linkPrograms, OFFLINE } from '../support/path.js';
import { runProgram } from '../support/program.js';
import { programOf } from '../tools/environment.js';
import { environmentOf, EXAMPLE, makeProject, withoutPackages } from './project.js';

const LOADERS = ['meltanolabs-postgres', 'meltanolabs-csv', 'jsonl'] as const;
const RUN = ['run', 'tap-linkedin-pages', 'target-jsonl'];

describe('Meltano, in the example project', () => {
  needTools('meltano', ...LOADERS);
  const open = useSandbox();

  it('selects what the tap selects by default, or the given streams and fields', async () => {
    const sandbox = await open({ organizations: 1 });
    const project = makeProject({ settings: settingsOf(sandbox) });
    const listed = (await project.run(['select', 'tap-linkedin-pages', '--list', '--all'])).stdout;
    const markOf = (property: string): string =>
      new RegExp(`\\[(\\w+) *\\] ${property}$`, 'm').exec(listed)?.[1] ?? 'none';
    for (const { name, keyProperties, selectedByDefault } of loadStreams({ snapshotHistory: false })) {
      expect(markOf(`${name}.additional_fields`), name).to.equal(selectedByDefault ? 'selected' : 'excluded');
      expect(markOf(`${name}.${keyProperties[0]}`), name).to.equal(selectedByDefault ? 'automatic' : 'excluded');
    }

    project.edit((text) => text.replace(/^( *)select:\n(?: *- .*\n)*/m, '$1select: []\n'));
    await project.run(['select', 'tap-linkedin-pages', 'organization_lookup', 'localizedName']);
    expect((await project.run(RUN)).exitCode).to.equal(0);
    expect(readdirSync(join(project.folder, 'output'))).to.deep.equal(['organization_lookup.jsonl']);
    const [record] = readFileSync(join(project.folder, 'output/organization_lookup.jsonl'), 'utf8').split('\n');
    expect(JSON.parse(record!)).to.have.all.keys('id', 'localizedName');
  });

  it('accepts good settings with `config test`, and shows what is wrong with bad ones', async () => {
    const project = makeProject({ settings: settingsOf(await open()) });
    const good = await project.run(['config', 'test', 'tap-linkedin-pages']);
    expect(good.exitCode, good.stderr).to.equal(0);
    expect(good.stdout).to.include('Plugin configuration is valid');
    const bad = await project.run(['config', 'test', 'tap-linkedin-pages'], {
      TAP_LINKEDIN_PAGES_ACCESS_TOKEN: 'AQX-expired-made-up',
    });
    expect(bad.exitCode).to.equal(1);
    expect(bad.stdout + bad.stderr)
      .to.include('access token')
      .and.not.include('AQX-expired-made-up');
  });

  it('invokes --about and --version', async () => {
    const project = makeProject({ settings: {} });
    const about = await project.run(['invoke', 'tap-linkedin-pages', '--about', '--format', 'json']);
    expect(about.stdout).to.equal(`${describeTap({ format: 'json', version: readPackageVersion() })}\n`);
    const version = await project.run(['invoke', 'tap-linkedin-pages', '--version']);
    expect(version.stdout).to.equal(`tap-linkedin-pages ${readPackageVersion()}\n`);
  });

  it("integrates the tap's log, with its levels, streams and metrics", async () => {
    const project = makeProject({
      settings: settingsOf(await open({ organizations: 1 }), { start_date: '2 years ago' }),
    });
    const { stderr } = await project.run(['--log-level=debug', '--log-format=json', ...RUN]);
    const lines = stderr
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ name }) => name === 'tap-linkedin-pages');
    expect(lines.map(({ level }) => level)).to.include.members(['debug', 'info', 'warning']);
    expect(lines.find(({ level }) => level === 'warning')?.['event']).to.match(/12 months/);
    const metric = lines.find(({ event }) => event === 'METRIC stream=posts');
    expect(metric?.['metric_info']).to.deep.include({ metric: 'record_count', tags: { stream: 'posts' } });
  });

  it('stops the tap on SIGTERM, leaves nothing running, and can run again', async () => {
    const sandbox = await open({ organizations: 1, latencyMs: 400 });
    const project = makeProject({ settings: settingsOf(sandbox, { max_concurrency: 1 }) });
    const child = project.start(RUN);
    const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
    while (sandbox.requests().length < 5) await delay(50);
    child.kill('SIGTERM');
    expect(await ended).to.equal(143);
    const calls = sandbox.requests().length;
    await delay(1500);
    expect(sandbox.requests()).to.have.length(calls);
    sandbox.set({ latencyMs: 0 });
    expect((await project.run(RUN)).exitCode).to.equal(0);
    expect(existsSync(join(project.folder, 'output/posts.jsonl'))).to.be.true;
  });
});

describe('the definition for Meltano’s Hub', () => {
  needTools('meltano', ...LOADERS);
  const open = useSandbox();

  it('can be added to an existing project, which then runs the tap', async () => {
    const folder = makeFolder();
    const env = { ...OFFLINE, PATH: linkPrograms(makeFolder()), ...environmentOf(settingsOf(await open())) };
    const run = (...args: string[]): ReturnType<typeof runProgram> => runProgram('meltano', { args, cwd: folder, env });
    await run('init', '--no-usage-stats', '.');
    copyFileSync(join(EXAMPLE, 'hub.yml'), join(folder, 'hub.yml'));
    writeFileSync(join(folder, 'hub.yml'), withoutPackages(readFileSync(join(folder, 'hub.yml'), 'utf8')));
    const added = await run(
      'add',
      '--plugin-type',
      'extractor',
      'tap-linkedin-pages',
      '--from-ref',
      'hub.yml',
      '--no-install',
    );
    expect(added.exitCode, added.stderr).to.equal(0);
    const { exitCode, stdout } = await run('invoke', 'tap-linkedin-pages');
    expect(exitCode).to.equal(0);
    expect(stdout).to.include('"type":"RECORD","stream":"total_follower_count"');
  });
});

describe('--about --format json', () => {
  needTools('meltanolabs-postgres');

  it("has the form of the SDK's own, except for what concerns Python", async () => {
    const { stdout } = await runProgram(programOf('meltanolabs-postgres'), { args: ['--about', '--format=json'] });
    const theirs = JSON.parse(stdout) as Record<string, unknown>;
    const ours = JSON.parse(describeTap({ format: 'json', version: readPackageVersion() })) as typeof theirs;
    const { sdk_version: _sdk, supported_python_versions: _python, ...common } = theirs;
    // Only our tap says how long LinkedIn allows each stream's data to be stored.
    expect(Object.keys(ours)).to.deep.equal([...Object.keys(common), 'storage']);
    for (const [key, value] of Object.entries(common)) {
      expect(Array.isArray(ours[key]), key).to.equal(Array.isArray(value));
      expect(typeof ours[key], key).to.equal(typeof value);
    }
    expect(ours['settings']).to.include.keys(Object.keys(theirs['settings'] as object));
    for (const each of ['about', 'schema-flattening', 'structured-logging']) {
      expect(ours['capabilities'], 'what both can do has one name').to.include(each);
      expect(theirs['capabilities']).to.include(each);
    }
  });
});
