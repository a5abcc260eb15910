import { expect } from 'chai';
import { readPackageVersion } from '../../../src/package.js';
import { environmentVariable } from '../../../src/config/schema.js';
import { makeFolder } from '../../support/folders.js';
import { settingsOf, useSandbox } from '../../support/sandboxes.js';
import { packageOf } from '../packages/build.js';
import { buildInRoot, mayChangeRoot, runInRoot } from './chroot.js';
import { readContainerfile } from './containerfile.js';

describe('the Containerfile', () => {
  const start = useSandbox();
  const image = readContainerfile();
  const folder = makeFolder();

  before(async function () {
    if (!(await mayChangeRoot(folder))) {
      if (process.env['CI'] === 'true') throw new Error('CI has to run these tests, but may not mount and chroot.');
      console.log('      skipped: this user may not mount and chroot');
      this.skip();
    }
    await buildInRoot(folder, image, await packageOf('wheel'));
  });

  it('builds an image whose entry point is the tap, with its own Node, without root', async () => {
    const { stdout, stderr } = await runInRoot(folder, image, { args: [...image.entrypoint, '--version'] });
    expect(stdout, stderr).to.equal(`tap-linkedin-pages ${readPackageVersion()}\n`);
    expect((await runInRoot(folder, image, { args: ['id', '-u'] })).stdout).to.equal('10001\n');
    expect((await runInRoot(folder, image, { args: ['sh', '-c', 'command -v node'] })).exitCode).to.not.equal(0);
  });

  it('reads pages with settings from the environment', async () => {
    const sandbox = await start();
    const settings = Object.entries(settingsOf(sandbox)).map(([name, value]) => [
      environmentVariable(name),
      String(value),
    ]);
    const variables = Object.fromEntries(settings) as Record<string, string>;
    const args = [...image.entrypoint, '--config', 'ENV', '--select', 'total_follower_count'];
    const { exitCode, stdout, stderr } = await runInRoot(folder, image, { args, variables });
    expect(exitCode, stderr).to.equal(0);
    expect(stdout.match(/"type":"RECORD"/g)).to.have.length(2);
  });

  it('also has the target', async () => {
    const { exitCode, stdout, stderr } = await runInRoot(folder, image, { args: ['target-postgres', '--version'] });
    expect(exitCode, stderr).to.equal(0);
    expect(stdout).to.include('0.8.1');
  });
});
