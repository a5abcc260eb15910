import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { makeFolder } from '../support/folders.js';
import { runCommandProcess, spawnTap, until } from '../support/process.js';

// Scripts print a line of JSON once they run, like the tap, so that helpers that read a tap's lines can be used.
const PATH = process.env['PATH'] ?? '';

/** Runs `sandbox` with a shell script as its command. */
const beside = async (script: string, ...options: string[]) =>
  await runCommandProcess({ args: ['sandbox', ...options, '--', 'sh', '-c', script], env: { PATH } });

describe('sandbox: running a command', () => {
  it('finds a private config in SANDBOX_CONFIG, and a sandbox that answers', async () => {
    const read = `
      const config = JSON.parse(require('fs').readFileSync(process.env.SANDBOX_CONFIG));
      const mode = require('fs').statSync(process.env.SANDBOX_CONFIG).mode & 0o777;
      fetch(config.api_url + '/sandbox/control').then(async (answer) =>
        console.log(JSON.stringify([mode, config.now, answer.status, (await answer.json()).organizations.length])));`;
    const { exitCode, stdout, stderr } = await runCommandProcess({
      args: ['sandbox', '--organizations', '4', '--now', '2026-11-22', '--', process.execPath, '-e', read],
    });
    expect([exitCode, stderr]).to.deep.equal([0, '']);
    expect(JSON.parse(stdout)).to.deep.equal([0o600, '2026-11-22T00:00:00.000Z', 200, 4]);
  });

  it('ends the sandbox, removes the config, and passes on its exit code', async () => {
    const { exitCode, stdout } = await beside(
      'echo "$SANDBOX_CONFIG"; grep -o "http://127[0-9.:]*" "$SANDBOX_CONFIG"; exit 7',
    );
    expect(exitCode).to.equal(7);
    const [path, url] = stdout.split('\n');
    expect(existsSync(path!)).to.equal(false);
    expect(await fetch(`${url}/sandbox/control`).then(String, () => 'nobody there')).to.equal('nobody there');
  });

  it('gets its arguments unchanged, even those that the sandbox has as well', async () => {
    const { stdout } = await runCommandProcess({
      args: ['sandbox', '--', 'echo', '--port', 'x', '--help', '--', 'a b'],
      env: { PATH },
    });
    expect(stdout).to.equal('--port x --help -- a b\n');
  });

  it('reads the file of --output if that is given, which is kept', async () => {
    const file = join(makeFolder(), 'sandbox.json');
    const { stdout } = await beside('echo "$SANDBOX_CONFIG"', '--output', file);
    expect(stdout).to.equal(`${file}\n`);
    expect(JSON.parse(readFileSync(file, 'utf8'))).to.include.keys('api_url', 'access_token');
  });

  it('gets the sandbox’s signals, and passes on its end by one', async () => {
    const tap = spawnTap({ args: ['sandbox', '--', 'sh', '-c', 'echo {}; exec sleep 20'], env: { PATH } });
    await until(() => tap.printed() === '{}\n');
    tap.child.kill('SIGTERM');
    const { exitCode, signal } = await done(tap.child);
    expect([exitCode, signal]).to.deep.equal([143, null]);
  });

  it('that catches a signal decides when and how to end', async () => {
    const script = 'trap "exit 5" INT; echo {}; for i in $(seq 100); do sleep 0.05; done';
    const tap = spawnTap({ args: ['sandbox', '--', 'sh', '-c', script], env: { PATH } });
    await until(() => tap.printed() === '{}\n');
    tap.child.kill('SIGINT');
    expect((await done(tap.child)).exitCode).to.equal(5);
  });

  for (const [what, program, code] of [
    ['does not exist', 'no-such-program', 127],
    ['is not a program', '/', 126],
  ] as const) {
    it(`that ${what} is reported, with exit code ${code}`, async () => {
      const { exitCode, stdout, stderr } = await runCommandProcess({ args: ['sandbox', '--', program], env: { PATH } });
      expect([exitCode, stdout]).to.deep.equal([code, '']);
      expect(stderr).to.match(/^CRITICAL \S+ cannot be run \([A-Z]+\)\.\n$/);
    });
  }

  it('is required after --', async () => {
    const { exitCode, stderr } = await runCommandProcess({ args: ['sandbox', '--'] });
    expect([exitCode, stderr]).to.deep.equal([
      2,
      'CRITICAL A command to run is missing after --. See tap-linkedin-pages --help.\n',
    ]);
  });
});

describe('sandbox: --output', () => {
  it('has the config once the sandbox answers, readable only by its owner, and nothing goes to stdout', async () => {
    const folder = makeFolder();
    const file = join(folder, 'sandbox.json');
    writeFileSync(file, 'of last time', { mode: 0o644 });
    const tap = spawnTap({ args: ['sandbox', '--output', file] });
    await until(() => readFileSync(file, 'utf8') !== 'of last time');
    const { api_url } = JSON.parse(readFileSync(file, 'utf8')) as { api_url: string };
    expect((await fetch(`${api_url}/sandbox/control`)).status).to.equal(200);
    expect([statSync(file).mode & 0o777, readdirSync(folder)]).to.deep.equal([0o600, ['sandbox.json']]);
    tap.child.kill('SIGTERM');
    expect(await done(tap.child)).to.include({ exitCode: 143 });
    expect(tap.printed()).to.equal('');
  });

  it('keeps a link a link', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'real.json'), '');
    symlinkSync('real.json', join(folder, 'link.json'));
    await beside('true', '--output', join(folder, 'link.json'));
    expect(readFileSync(join(folder, 'real.json'), 'utf8')).to.include('api_url');
  });

  for (const [what, path, why] of [
    ['in a missing folder', join('no', 'sandbox.json'), 'ENOENT'],
    ['a device', '/dev/null', 'it is not a regular file'],
    ['a folder', '.', 'it is not a regular file'],
  ] as const) {
    it(`that is ${what} prevents the sandbox from starting and the command from running`, async () => {
      const { exitCode, stdout, stderr } = await beside('echo ran', '--output', path);
      expect([exitCode, stdout]).to.deep.equal([1, '']);
      expect(stderr).to.equal(`CRITICAL The sandbox did not start: ${path} cannot be written (${why}).\n`);
    });
  }
});

async function done(child: ReturnType<typeof spawnTap>['child']) {
  await until(() => child.exitCode !== null || child.signalCode !== null);
  return { exitCode: child.exitCode, signal: child.signalCode };
}
