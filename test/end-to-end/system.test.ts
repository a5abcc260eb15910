import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';
import { writeTemporary } from '../support/files.js';
import { makeFolder } from '../support/folders.js';
import { settingsOf, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

const BIN = fileURLToPath(new URL('bin/tap-linkedin-pages.js', packageRoot));
const NO_TRACE = /\n\s+at |Unhandled|node:internal/;

/** Runs a line of bash in which `tap` is the built tap. */
async function bash(
  line: string,
  { cwd = makeFolder() }: { cwd?: string } = {},
): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  const script = `tap() { "$NODE" "$BIN" "$@"; }\n${line}`;
  const options = { cwd, env: { ...process.env, NODE: process.execPath, BIN }, maxBuffer: 64 * 2 ** 20 };
  return await new Promise((resolve) => {
    const child = execFile('bash', ['-c', script], options, (_, stdout, stderr) =>
      resolve({ exitCode: child.exitCode, stdout, stderr }),
    );
  });
}

describe('a system that runs out of something', () => {
  const start = useSandbox();

  it('a file size limit within the last write does not leave a cut document with exit code 0', async () => {
    const folder = makeFolder();
    const { exitCode, stderr } = await bash('ulimit -f 1; tap --discover > catalog.json', { cwd: folder });
    expect(readFileSync(join(folder, 'catalog.json'))).to.have.length(1024);
    expect(stderr)
      .to.match(/^CRITICAL stdout could not be written: EFBIG: file too large\. /)
      .and.not.match(NO_TRACE);
    expect(exitCode).to.equal(1);
  });

  it('a file gets everything, complete and in order', async () => {
    const folder = makeFolder();
    const { exitCode } = await bash('tap --discover > catalog.json', { cwd: folder });
    expect(exitCode).to.equal(0);
    expect(readFileSync(join(folder, 'catalog.json'), 'utf8')).to.equal((await bash('tap --discover')).stdout);
  });

  it("a full disk during a sync is not mistaken for a reader that left: CRITICAL with the system's reason, exit 1", async function () {
    if (process.platform !== 'linux') this.skip();
    const sandbox = await start({ organizations: 20 });
    const config = settingsOf(sandbox, { start_date: '1 year ago' });
    const { exitCode, stderr } = await bash(`tap --config ${writeTemporary(config)} > /dev/full`);
    expect(stderr).to.match(/^CRITICAL stdout could not be written: ENOSPC: no space left on device\. /m);
    expect(stderr).not.to.match(/^ERROR /m);
    expect(stderr).not.to.include('reader').and.not.match(NO_TRACE);
    expect(exitCode).to.equal(1);
  });

  for (const command of ['--version', '--help', '--about', '--discover', 'streams', 'sandbox']) {
    it(`a full disk during ${command} is reported in one line: CRITICAL, exit 1`, async function () {
      if (process.platform !== 'linux') this.skip();
      const { exitCode, stderr } = await bash(`tap ${command} > /dev/full`);
      expect(stderr.trimEnd().split('\n').at(-1)).to.match(/^CRITICAL stdout could not be written: ENOSPC: /);
      expect(stderr).not.to.match(NO_TRACE);
      expect(exitCode).to.equal(1);
    });
  }

  it('a reader of the config that leaves makes the sandbox exit with 141', async () => {
    const { stdout } = await bash('tap sandbox 2> /dev/null | true; echo "${PIPESTATUS[0]}"');
    expect(stdout).to.equal('141\n');
  });

  it('a deleted working directory does not prevent using absolute paths', async () => {
    const folder = join(makeFolder(), 'gone');
    mkdirSync(folder);
    const config = writeTemporary({ access_token: 'AQX-made-up-0001', max_tries: 0 });
    const { stdout, stderr } = await bash(
      `rmdir "$PWD"; tap --about | head -n 1; tap --config ${config}; tap --config c.json`,
      {
        cwd: folder,
      },
    );
    expect(stdout).to.match(/^tap-linkedin-pages \d/);
    expect(stderr).to.include('max_tries must be').and.include('c.json does not exist').and.not.match(NO_TRACE);
  });

  for (const limit of [28, 40]) {
    it(`a limit of ${limit} open files ends with a remedy, not a stack trace`, async () => {
      const { exitCode, stderr } = await bash(`ulimit -n ${limit}; tap --about > /dev/null`);
      expect(stderr).to.equal(
        'CRITICAL No further file can be opened (EMFILE). Raise the limit for this process, for instance by ulimit -n 256.\n',
      );
      expect(exitCode).to.equal(1);
    });
  }

  for (const flag of ['--config', '--catalog', '--state']) {
    it(`an endless file as ${flag} is refused within seconds`, async function () {
      if (process.platform === 'win32') this.skip();
      const run = await runTap({ config: { access_token: 'AQX-made-up-0001' }, args: [flag, '/dev/zero'] });
      expect(run.exitCode).to.equal(1);
      expect(run.logged('CRITICAL').join()).to.include('/dev/zero has more than 64 MiB').and.not.include('report it');
    }).timeout(20_000);
  }
});
